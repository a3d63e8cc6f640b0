// What the symbol table knows of one block: a module, class, function, comprehension or
// annotation scope. `symbols` maps each name to flags; after the analysis the bits from
// SCOPE_SHIFT up say where the name lives.

import type { Span } from "../../grammar/ast.ts";

export const DEF_GLOBAL = 1;
export const DEF_LOCAL = 2;
export const DEF_PARAM = 4;
export const DEF_NONLOCAL = 8;
export const USE = 16;
export const DEF_FREE_CLASS = 64;
export const DEF_IMPORT = 128;
export const DEF_ANNOT = 256;
export const DEF_COMP_ITER = 512;
export const DEF_TYPE_PARAM = 1024;
export const DEF_COMP_CELL = 2048;
export const DEF_BOUND = DEF_LOCAL | DEF_PARAM | DEF_IMPORT;

export const SCOPE_SHIFT = 12;
export const SCOPE_MASK = 15;
export const FLAGS_MASK = (1 << SCOPE_SHIFT) - 1;

/** Where a name lives. */
export const UNKNOWN = 0;
export const LOCAL = 1;
export const GLOBAL_EXPLICIT = 2;
export const GLOBAL_IMPLICIT = 3;
export const FREE = 4;
export const CELL = 5;

export type BlockKind = "function" | "class" | "module" | "annotation" | "bound" | "alias" | "typeparams";

export type ComprehensionKind = "list" | "set" | "dict" | "generator";

/** A `global` or `nonlocal` statement, or a named expression that acts as one. */
export interface Directive {
  readonly name: string;
  readonly span: Span;
}

export class Scope {
  readonly symbols = new Map<string, number>();
  /** The parameters, in order. */
  readonly varnames: string[] = [];
  children: Scope[] = [];
  readonly directives: Directive[] = [];
  readonly nested: boolean;
  /** Whether this block or one inside it needs a variable from outside. */
  free = false;
  childFree = false;
  generator = false;
  coroutine = false;
  comprehension: ComprehensionKind | null = null;
  varargs = false;
  varkeywords = false;
  needsClassClosure = false;
  needsClassDict = false;
  /** A comprehension whose code becomes part of the enclosing block (PEP 709). */
  inlined = false;
  inIterationTarget = false;
  canSeeClassScope = false;
  /** Above 0 inside the iterable of a comprehension. */
  inIterable = 0;

  constructor(
    readonly name: string,
    readonly kind: BlockKind,
    readonly span: Span,
    parent: Scope | null,
  ) {
    this.nested = parent !== null && (parent.nested || parent.isFunction);
    if (parent !== null) this.inIterable = parent.inIterable;
  }

  /** Whether names bound here are fast locals, as in a function. */
  get isFunction(): boolean {
    const kind = this.kind;
    return kind === "function" || kind === "bound" || kind === "alias" || kind === "typeparams";
  }

  flagsOf(name: string): number {
    return this.symbols.get(name) ?? 0;
  }

  scopeOf(name: string): number {
    return ((this.symbols.get(name) ?? 0) >> SCOPE_SHIFT) & SCOPE_MASK;
  }
}

/** `name` as code inside class `owner` means it: a private name carries the name of its class. */
export function mangle(owner: string | null, name: string): string {
  if (owner === null || !name.startsWith("__")) return name;
  if (name.endsWith("__") || name.includes(".")) return name;
  const stripped = owner.replace(/^_+/, "");
  return stripped === "" ? name : `_${stripped}${name}`;
}
