// What the code generator gathers for one code object: its instructions in the order of the
// source, labels, names and constants. The flow graph takes it from here.

import type { Span } from "../../grammar/ast.ts";
import type { Constant } from "../bytecode/code.ts";
import type { Position } from "../bytecode/locations.ts";
import { CELL, DEF_COMP_CELL, DEF_FREE_CLASS, FREE, SCOPE_MASK, SCOPE_SHIFT, type Scope } from "./scopes.ts";

/** The source an instruction comes from. */
export class Loc implements Position {
  constructor(
    readonly line: number,
    readonly endLine: number,
    readonly col: number,
    readonly endCol: number,
  ) {}
}

/** Where artificial instructions come from. */
export const NO_LOC = new Loc(-1, -1, -1, -1);

export const locOf = (node: Span): Loc => new Loc(node.lineno, node.end_lineno, node.col_offset, node.end_col_offset);

export class Instr {
  /** For a jump and for what sets up a handler: the block it leads to. */
  target: Block | null = null;
  /** The handler of an exception raised here. */
  except: Block | null = null;

  constructor(
    public op: number,
    public arg: number,
    public loc: Loc,
  ) {}

  copy(): Instr {
    const copy = new Instr(this.op, this.arg, this.loc);
    copy.target = this.target;
    copy.except = this.except;
    return copy;
  }
}

/** The handlers in force at a point of the code, innermost first. */
export interface HandlerStack {
  readonly handler: Block | null;
  readonly outer: HandlerStack | null;
  readonly depth: number;
}

/** A run of instructions that is only entered at its start. `next` follows it in the code. */
export class Block {
  instrs: Instr[] = [];
  next: Block | null = null;
  /** Whether a label of the source stands before it. */
  labelled = false;
  visited = false;
  isHandler = false;
  preserveLasti = false;
  cold = false;
  warm = false;
  predecessors = 0;
  /** Depth of the stack at its start; -1 until known. */
  startDepth = -1;
  offset = 0;
  /** Handlers in force at its start. */
  handlers: HandlerStack | null = null;
  /** The first 64 locals that may be unbound at its start, in two halves. */
  unsafeLow = 0;
  unsafeHigh = 0;
}

export type UnitKind = "module" | "class" | "function" | "async" | "lambda" | "comprehension" | "typeparams";

/** A statement that `return`, `break` and `continue` must unwind on their way out. */
export interface Frame {
  readonly kind:
    | "while"
    | "for"
    | "try"
    | "finallyTry"
    | "finallyEnd"
    | "with"
    | "asyncWith"
    | "cleanup"
    | "popValue"
    | "handler"
    | "groupHandler"
    | "asyncComprehension";
  /** Where `continue` goes. */
  readonly start: number;
  /** Where `break` goes. */
  readonly exit: number;
  /** What the unwinding needs of the tree. */
  readonly unwind: (() => void) | null;
  readonly name: string | null;
  readonly loc: Loc | null;
}

export class Unit {
  readonly code: Instr[] = [];
  /** The index in `code` where each label stands; -1 until it is placed. */
  readonly labels: number[] = [];
  readonly names = new Map<string, number>();
  readonly varnames = new Map<string, number>();
  readonly cells: Map<string, number>;
  readonly frees: Map<string, number>;
  /** Names that an inlined comprehension makes fast locals of a block that has none; true while it does. */
  readonly hidden = new Map<string, boolean>();
  readonly consts: Constant[] = [];
  readonly frames: Frame[] = [];
  private readonly constIndex = new Map<Constant, number>();
  argCount = 0;
  posOnlyArgCount = 0;
  kwOnlyArgCount = 0;
  qualname: string;
  /** Above 0 inside an inlined comprehension. */
  inlined = 0;
  /** The class whose private names are mangled. */
  owner: string | null;

  constructor(
    readonly name: string,
    readonly kind: UnitKind,
    readonly scope: Scope,
    readonly firstLineno: number,
    readonly parent: Unit | null,
  ) {
    this.qualname = name;
    this.owner = parent === null ? null : parent.owner;
    for (const varname of scope.varnames) addName(this.varnames, varname);
    this.cells = namesOfScope(scope, CELL, DEF_COMP_CELL, 0);
    if (scope.needsClassClosure) addName(this.cells, "__class__");
    if (scope.needsClassDict) addName(this.cells, "__classdict__");
    this.frees = namesOfScope(scope, FREE, DEF_FREE_CLASS, this.cells.size);
  }

  /** The index of a constant that is already merged. */
  addConst(value: Constant): number {
    let index = this.constIndex.get(value);
    if (index === undefined) {
      index = this.consts.length;
      this.constIndex.set(value, index);
      this.consts.push(value);
    }
    return index;
  }
}

export function addName(names: Map<string, number>, name: string): number {
  let index = names.get(name);
  if (index === undefined) {
    index = names.size;
    names.set(name, index);
  }
  return index;
}

function namesOfScope(scope: Scope, where: number, flag: number, offset: number): Map<string, number> {
  const found: string[] = [];
  for (const [name, flags] of scope.symbols) {
    if (((flags >> SCOPE_SHIFT) & SCOPE_MASK) === where || flags & flag) found.push(name);
  }
  const result = new Map<string, number>();
  for (const name of found.sort(byCodePoint)) result.set(name, offset++);
  return result;
}

/** Python's order of strings. */
function byCodePoint(a: string, b: string): number {
  for (let i = 0; i < a.length && i < b.length; i++) {
    const x = a.codePointAt(i)!;
    const y = b.codePointAt(i)!;
    if (x !== y) return x - y;
  }
  return a.length - b.length;
}
