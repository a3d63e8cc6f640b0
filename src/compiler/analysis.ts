// The second pass of the symbol table: decides for each name of each block whether it is local,
// a cell, free or global, and which comprehensions become part of the block around them.

import type { Reporter } from "./errors.ts";
import {
  CELL,
  DEF_BOUND,
  DEF_COMP_CELL,
  DEF_FREE_CLASS,
  DEF_GLOBAL,
  DEF_NONLOCAL,
  DEF_PARAM,
  DEF_TYPE_PARAM,
  FLAGS_MASK,
  FREE,
  GLOBAL_EXPLICIT,
  GLOBAL_IMPLICIT,
  LOCAL,
  SCOPE_MASK,
  SCOPE_SHIFT,
  type Scope,
} from "./scopes.ts";

type Names = Set<string>;

/** A set of names that differs from another one; making it copies nothing. */
class Layer {
  private readonly added: Names = new Set();
  private readonly removed: Names = new Set();

  constructor(private readonly outer: Layer | null) {}

  has(name: string): boolean {
    for (let layer: Layer | null = this; layer !== null; layer = layer.outer) {
      if (layer.added.has(name)) return true;
      if (layer.removed.has(name)) return false;
    }
    return false;
  }

  add(name: string): this {
    this.added.add(name);
    return this;
  }

  delete(name: string): void {
    this.added.delete(name);
    this.removed.add(name);
  }
}

/** What a block inherits from the blocks around it; it owns these sets and may change them. */
interface Surroundings {
  /** Names bound in enclosing functions; null at module level. */
  bound: Layer | null;
  globals: Layer;
  typeParams: Layer;
  /** The class whose names an annotation scope can see. */
  classScope: Scope | null;
}

/** Decides the scope of every name in `top` and the blocks inside it. */
export function analyze(top: Scope, report: Reporter): void {
  const around = { bound: null, globals: new Layer(null), typeParams: new Layer(null), classScope: null };
  analyzeBlock(top, around, new Set(), report);
}

function analyzeBlock(scope: Scope, around: Surroundings, free: Names, report: Reporter): void {
  const scopes = new Map<string, number>();
  const locals: Names = new Set();
  const isClass = scope.kind === "class";
  // The names of a class are not visible in its methods: they see what was visible around the class.
  const inner = { ...around, bound: new Layer(around.bound) };
  const own = isClass ? copyOf(around) : around;
  for (const [name, flags] of scope.symbols) {
    scopes.set(name, scopeOfName(scope, name, flags, own, locals, free, report));
  }
  if (isClass) inner.bound.add("__class__").add("__classdict__");
  else if (scope.isFunction) for (const name of locals) inner.bound.add(name);
  inner.typeParams = own.typeParams;
  const childFree: Names = new Set();
  const inlinedCells: Names = new Set();
  for (const child of scope.children) {
    analyzeChild(scope, child, inner, scopes, childFree, inlinedCells, report);
  }
  if (scope.children.some((child) => child.inlined)) {
    scope.children = scope.children.flatMap((child) => (child.inlined ? child.children : child));
  }
  if (scope.isFunction) makeCells(scopes, childFree, inlinedCells);
  else if (isClass) dropClassCells(scope, childFree);
  recordScopes(scope, scopes, own.bound, childFree, inlinedCells);
  for (const name of childFree) free.add(name);
}

function copyOf(around: Surroundings): Surroundings {
  return {
    bound: around.bound === null ? null : new Layer(around.bound),
    globals: new Layer(around.globals),
    typeParams: new Layer(around.typeParams),
    classScope: around.classScope,
  };
}

function analyzeChild(
  scope: Scope,
  child: Scope,
  around: Surroundings,
  scopes: Map<string, number>,
  childFree: Names,
  inlinedCells: Names,
  report: Reporter,
): void {
  let classScope: Scope | null = null;
  if (child.canSeeClassScope) classScope = scope.kind === "class" ? scope : around.classScope;
  const free: Names = new Set();
  analyzeBlock(child, { ...copyOf(around), classScope }, free, report);
  if (child.comprehension !== null && !child.generator) {
    inline(scope, child, scopes, free, inlinedCells);
    child.inlined = true;
  }
  for (const name of free) childFree.add(name);
  if (child.free || child.childFree) scope.childFree = true;
}

function scopeOfName(
  scope: Scope,
  name: string,
  flags: number,
  around: Surroundings,
  locals: Names,
  free: Names,
  report: Reporter,
): number {
  const { bound, globals, typeParams, classScope } = around;
  if (flags & DEF_GLOBAL) {
    if (flags & DEF_NONLOCAL) throw directiveError(scope, name, `name '${name}' is nonlocal and global`, report);
    globals.add(name);
    bound?.delete(name);
    return GLOBAL_EXPLICIT;
  }
  if (flags & DEF_NONLOCAL) {
    if (bound === null) throw directiveError(scope, name, "nonlocal declaration not allowed at module level", report);
    if (!bound.has(name)) throw directiveError(scope, name, `no binding for nonlocal '${name}' found`, report);
    if (typeParams.has(name)) {
      throw directiveError(scope, name, `nonlocal binding not allowed for type parameter '${name}'`, report);
    }
    scope.free = true;
    free.add(name);
    return FREE;
  }
  if (flags & DEF_BOUND) {
    locals.add(name);
    globals.delete(name);
    if (flags & DEF_TYPE_PARAM) typeParams.add(name);
    else typeParams.delete(name);
    return LOCAL;
  }
  if (classScope !== null) {
    // A name bound by the class around an annotation scope is looked up there and in the globals, never further out.
    const outer = classScope.flagsOf(name);
    if (outer & DEF_GLOBAL) return GLOBAL_EXPLICIT;
    if (outer & DEF_BOUND && !(outer & DEF_NONLOCAL)) return GLOBAL_IMPLICIT;
  }
  if (bound?.has(name)) {
    scope.free = true;
    free.add(name);
    return FREE;
  }
  if (globals.has(name)) return GLOBAL_IMPLICIT;
  if (scope.nested) scope.free = true;
  return GLOBAL_IMPLICIT;
}

function directiveError(scope: Scope, name: string, message: string, report: Reporter) {
  const directive = scope.directives.find((one) => one.name === name);
  return report.error(directive?.span ?? scope.span, message);
}

/** The symbols of an inlined comprehension become symbols of the block it is part of. */
function inline(
  scope: Scope,
  comprehension: Scope,
  scopes: Map<string, number>,
  comprehensionFree: Names,
  inlinedCells: Names,
): void {
  for (const [name, symbol] of comprehension.symbols) {
    if (symbol & DEF_PARAM) continue;
    const where = (symbol >> SCOPE_SHIFT) & SCOPE_MASK;
    const flags = symbol & FLAGS_MASK;
    if (where === CELL || flags & DEF_COMP_CELL) inlinedCells.add(name);
    const existing = scope.symbols.get(name);
    if (existing === undefined) {
      scope.symbols.set(name, flags);
      scopes.set(name, where);
    } else if (existing & DEF_BOUND && scope.kind !== "class" && !isFreeInChild(comprehension, name)) {
      comprehensionFree.delete(name);
    }
  }
}

function isFreeInChild(scope: Scope, name: string): boolean {
  return scope.children.some((child) => child.scopeOf(name) === FREE);
}

/** A local that a block inside needs, or that an inlined comprehension keeps in a cell, is a cell here. */
function makeCells(scopes: Map<string, number>, free: Names, inlinedCells: Names): void {
  for (const [name, where] of scopes) {
    if (where !== LOCAL || !(free.has(name) || inlinedCells.has(name))) continue;
    scopes.set(name, CELL);
    free.delete(name);
  }
}

function dropClassCells(scope: Scope, free: Names): void {
  if (free.delete("__class__")) scope.needsClassClosure = true;
  if (free.delete("__classdict__")) scope.needsClassDict = true;
}

function recordScopes(
  scope: Scope,
  scopes: Map<string, number>,
  bound: Layer | null,
  free: Names,
  inlinedCells: Names,
): void {
  const symbols = scope.symbols;
  for (const [name, flags] of symbols) {
    const cell = inlinedCells.has(name) ? DEF_COMP_CELL : 0;
    symbols.set(name, flags | cell | (scopes.get(name)! << SCOPE_SHIFT));
  }
  const seesClass = scope.kind === "class" || scope.canSeeClassScope;
  for (const name of free) {
    const flags = symbols.get(name);
    if (flags !== undefined) {
      if (seesClass) symbols.set(name, flags | DEF_FREE_CLASS);
    } else if (bound === null || bound.has(name)) {
      symbols.set(name, FREE << SCOPE_SHIFT);
    }
  }
}
