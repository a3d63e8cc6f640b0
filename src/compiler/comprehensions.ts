// Comprehensions and generator expressions. All but generator expressions become part of the
// block around them (PEP 709): the names they bind are put aside on the stack and given back.

import type * as ast from "../../grammar/ast.ts";
import { OP } from "../bytecode/opcodes.ts";
import { jumpIf } from "./exprs.ts";
import type { ExprVisitors, Generator } from "./generator.ts";
import { CELL, DEF_LOCAL, DEF_NONLOCAL, FREE, mangle, SCOPE_MASK, SCOPE_SHIFT, type Scope } from "./scopes.ts";
import { addName, Loc, locOf, NO_LOC } from "./unit.ts";

type Node = ast.ListComp | ast.SetComp | ast.DictComp | ast.GeneratorExp;

const NAMES = { ListComp: "<listcomp>", SetComp: "<setcomp>", DictComp: "<dictcomp>", GeneratorExp: "<genexpr>" };
const BUILD = { ListComp: OP.BUILD_LIST, SetComp: OP.BUILD_SET, DictComp: OP.BUILD_MAP };

function comprehension(gen: Generator, node: Node): void {
  const loc = locOf(node);
  const { kind: outerKind } = gen.unit;
  const scope = gen.table.blocks.get(node)!;
  const [outermost] = node.generators;
  const topLevelAwait = gen.options.topLevelAwait && outerKind === "module";
  let inlining: Inlining | null = null;
  if (scope.inlined) {
    iterate(gen, loc, outermost);
    inlining = new Inlining(gen, loc, scope);
  } else gen.enter(NAMES[node.kind], "comprehension", node, node.lineno);
  const isGenerator = node.kind === "GeneratorExp";
  const mayAwait = outerKind === "async" || outerKind === "comprehension" || topLevelAwait;
  if (scope.coroutine && !isGenerator && !mayAwait) {
    throw gen.error(node, "asynchronous comprehension outside of an asynchronous function");
  }
  if (!isGenerator) {
    gen.opArg(loc, BUILD[node.kind], 0);
    if (inlining !== null) gen.opArg(loc, OP.SWAP, 2);
  }
  loop(gen, loc, node, 0, 0, inlining !== null);
  if (inlining !== null) {
    inlining.end();
    return;
  }
  gen.wrapInStopIterationHandler();
  const code = gen.finish(true);
  if (topLevelAwait && scope.coroutine) gen.unit.scope.coroutine = true;
  gen.closure(loc, code, 0);
  iterate(gen, loc, outermost);
  gen.opArg(loc, OP.CALL, 0);
}

function iterate(gen: Generator, loc: Loc, one: ast.Comprehension): void {
  gen.expr(one.iter);
  gen.op(loc, one.is_async ? OP.GET_AITER : OP.GET_ITER);
}

function loop(gen: Generator, loc: Loc, node: Node, index: number, depth: number, onStack: boolean): void {
  if (node.generators[index].is_async) asyncLoop(gen, loc, node, index, depth, onStack);
  else syncLoop(gen, loc, node, index, depth, onStack);
}

/** `for y in [value]` is an assignment: the value, or null for any other iterable. */
function singleItem(iter: ast.Expr): ast.Expr | null {
  if ((iter.kind !== "List" && iter.kind !== "Tuple") || iter.elts.length !== 1) return null;
  return iter.elts[0].kind === "Starred" ? null : iter.elts[0];
}

function syncLoop(gen: Generator, loc: Loc, node: Node, index: number, depth: number, onStack: boolean): void {
  const start = gen.label();
  const skip = gen.label();
  const anchor = gen.label();
  const one = node.generators[index];
  let item: ast.Expr | null = null;
  if (!onStack && index === 0) firstIterable(gen, loc);
  else if (!onStack) {
    item = singleItem(one.iter);
    if (item !== null) gen.expr(item);
    else iterate(gen, loc, one);
  }
  if (item === null) {
    depth++;
    gen.place(start);
    gen.jump(loc, OP.FOR_ITER, anchor);
  }
  gen.expr(one.target);
  for (const test of one.ifs) jumpIf(gen, loc, test, skip, false);
  const eltLoc = inner(gen, loc, node, index, depth);
  gen.place(skip);
  if (item !== null) return;
  gen.jump(eltLoc, OP.JUMP, start);
  gen.place(anchor);
  gen.op(NO_LOC, OP.END_FOR);
}

/** The outermost iterable comes as the argument of the generator. */
function firstIterable(gen: Generator, loc: Loc): void {
  gen.unit.argCount = 1;
  gen.opArg(loc, OP.LOAD_FAST, 0);
}

function asyncLoop(gen: Generator, loc: Loc, node: Node, index: number, depth: number, onStack: boolean): void {
  const start = gen.label();
  const except = gen.label();
  const skip = gen.label();
  const one = node.generators[index];
  if (!onStack) {
    if (index === 0) firstIterable(gen, loc);
    else iterate(gen, loc, one);
  }
  gen.place(start);
  gen.pushFrame(loc, { kind: "asyncComprehension", start });
  gen.jump(loc, OP.SETUP_FINALLY, except);
  gen.op(loc, OP.GET_ANEXT);
  gen.none(loc);
  gen.yieldFrom(loc, true);
  gen.op(loc, OP.POP_BLOCK);
  gen.expr(one.target);
  for (const test of one.ifs) jumpIf(gen, loc, test, skip, false);
  const eltLoc = inner(gen, loc, node, index, depth + 1);
  gen.place(skip);
  gen.jump(eltLoc, OP.JUMP, start);
  gen.popFrame();
  gen.place(except);
  gen.op(loc, OP.END_ASYNC_FOR);
}

/** The next loop, or in the innermost one the element; answers where the element stands. */
function inner(gen: Generator, loc: Loc, node: Node, index: number, depth: number): Loc {
  const elt = node.kind === "DictComp" ? node.key : node.elt;
  let eltLoc = locOf(elt);
  if (index + 1 < node.generators.length) {
    loop(gen, loc, node, index + 1, depth, false);
    return eltLoc;
  }
  gen.expr(elt);
  switch (node.kind) {
    case "GeneratorExp":
      gen.yieldValue(eltLoc);
      gen.op(eltLoc, OP.POP_TOP);
      break;
    case "ListComp":
      gen.opArg(eltLoc, OP.LIST_APPEND, depth + 1);
      break;
    case "SetComp":
      gen.opArg(eltLoc, OP.SET_ADD, depth + 1);
      break;
    case "DictComp":
      gen.expr(node.value);
      eltLoc = new Loc(elt.lineno, node.value.end_lineno, elt.col_offset, node.value.end_col_offset);
      gen.opArg(eltLoc, OP.MAP_ADD, depth + 1);
      break;
  }
  return eltLoc;
}

/** What an inlined comprehension changes in the block around it, and gives back at its end. */
class Inlining {
  /** Names whose outer values lie on the stack. */
  private readonly pushed: string[] = [];
  /** Symbols of the outer block that the comprehension overrides. */
  private readonly overridden = new Map<string, number>();
  private readonly hidden: string[] = [];
  private readonly cleanup: number = 0;
  private readonly over: number = 0;

  constructor(
    private readonly gen: Generator,
    private readonly loc: Loc,
    scope: Scope,
  ) {
    const { unit } = gen;
    const inClass = unit.scope.kind === "class" && unit.inlined === 0;
    unit.inlined++;
    for (const [name, symbol] of scope.symbols) {
      const bound = (symbol & DEF_LOCAL) !== 0 && (symbol & DEF_NONLOCAL) === 0;
      if (bound || inClass) this.putAside(name, symbol);
    }
    if (this.pushed.length === 0) return;
    gen.opArg(loc, OP.SWAP, this.pushed.length + 1);
    this.cleanup = gen.label();
    this.over = gen.label();
    gen.jump(loc, OP.SETUP_FINALLY, this.cleanup);
  }

  private putAside(name: string, symbol: number): void {
    const { gen, loc } = this;
    const { unit } = gen;
    const outer = unit.scope;
    if (!outer.isFunction && unit.hidden.get(name) !== true) {
      unit.hidden.set(name, true);
      this.hidden.push(name);
    }
    const where = (symbol >> SCOPE_SHIFT) & SCOPE_MASK;
    const outerWhere = outer.scopeOf(name);
    // A name that is free outside and a cell inside stays free: both are dereferenced alike.
    if (where !== outerWhere && !(where === CELL && outerWhere === FREE)) {
      this.overridden.set(name, outer.flagsOf(name));
      outer.symbols.set(name, symbol);
    }
    const mangled = mangle(unit.owner, name);
    gen.opArg(loc, OP.LOAD_FAST_AND_CLEAR, addName(unit.varnames, mangled));
    if (where === CELL) gen.indexed(loc, OP.MAKE_CELL, outerWhere === FREE ? unit.frees : unit.cells, mangled);
    this.pushed.push(name);
  }

  private restore(): void {
    const { gen, loc, pushed } = this;
    const { unit } = gen;
    gen.opArg(loc, OP.SWAP, pushed.length + 1);
    for (let i = pushed.length - 1; i >= 0; i--) {
      gen.opArg(loc, OP.STORE_FAST_MAYBE_NULL, addName(unit.varnames, mangle(unit.owner, pushed[i])));
    }
  }

  end(): void {
    const { gen } = this;
    const { unit } = gen;
    unit.inlined--;
    for (const [name, symbol] of this.overridden) unit.scope.symbols.set(name, symbol);
    if (this.pushed.length > 0) {
      gen.op(NO_LOC, OP.POP_BLOCK);
      gen.jump(NO_LOC, OP.JUMP, this.over);
      gen.place(this.cleanup);
      // The unfinished result lies below the exception.
      gen.opArg(NO_LOC, OP.SWAP, 2);
      gen.op(NO_LOC, OP.POP_TOP);
      this.restore();
      gen.opArg(NO_LOC, OP.RERAISE, 0);
      gen.place(this.over);
      this.restore();
    }
    for (const name of this.hidden) unit.hidden.set(name, false);
  }
}

export const comprehensionVisitors: Pick<ExprVisitors, "ListComp" | "SetComp" | "DictComp" | "GeneratorExp"> = {
  ListComp: comprehension,
  SetComp: comprehension,
  DictComp: comprehension,
  GeneratorExp: comprehension,
};
