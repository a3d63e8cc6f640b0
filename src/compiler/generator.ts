// The core of the code generator: the unit being written, the ways to add an instruction to it,
// and how a name is loaded, stored and deleted. The tables of visitors, one per kind of node, live
// in the files beside this one and are handed in by `codegen.ts`.

import type * as ast from "../../grammar/ast.ts";
import type { SourceError } from "../../grammar/errors.ts";
import type { CodeUnit, Constant } from "../bytecode/code.ts";
import { BINARY_OPERATORS, INTRINSICS_1, INTRINSICS_2, OP } from "../bytecode/opcodes.ts";
import { ConstantPool, NONE } from "./consts.ts";
import { MAX_NESTING, type Reporter, TooDeep } from "./errors.ts";
import { CELL, FREE, GLOBAL_EXPLICIT, GLOBAL_IMPLICIT, LOCAL, mangle } from "./scopes.ts";
import type { SymbolTable } from "./symtable.ts";
import { addName, type Frame, Instr, type Loc, locOf, NO_LOC, Unit, type UnitKind } from "./unit.ts";

/** A label that is never placed. */
export const NO_LABEL = -1;

const MAX_FRAMES = 20;

export type ExprVisitors = {
  [Kind in ast.Expr["kind"]]: (gen: Generator, node: Extract<ast.Expr, { kind: Kind }>) => void;
};
export type StmtVisitors = {
  [Kind in ast.Stmt["kind"]]: (gen: Generator, node: Extract<ast.Stmt, { kind: Kind }>) => void;
};

export interface Options {
  readonly filename: string;
  readonly optimize: number;
  /** Code flags that the source and its surroundings ask for. */
  readonly futureFlags: number;
  readonly futureAnnotations: boolean;
  readonly topLevelAwait: boolean;
  /** Where the last `from __future__ import` of the file's head stands. */
  readonly futureEnd: ast.Span | null;
  readonly interactive: boolean;
}

export class Generator {
  readonly pool = new ConstantPool();
  unit!: Unit;
  private nesting = 0;

  constructor(
    readonly table: SymbolTable,
    readonly report: Reporter,
    readonly options: Options,
    private readonly exprs: ExprVisitors,
    private readonly stmtVisitors: StmtVisitors,
    private readonly assemble: (gen: Generator, unit: Unit) => CodeUnit,
  ) {}

  // Visiting

  expr(node: ast.Expr): void {
    if (++this.nesting > MAX_NESTING) throw new TooDeep();
    (this.exprs[node.kind] as (gen: Generator, node: ast.Expr) => void)(this, node);
    this.nesting--;
  }

  exprList(nodes: readonly ast.Expr[]): void {
    for (const node of nodes) this.expr(node);
  }

  stmt(node: ast.Stmt): void {
    (this.stmtVisitors[node.kind] as (gen: Generator, node: ast.Stmt) => void)(this, node);
  }

  stmts(nodes: readonly ast.Stmt[]): void {
    for (const node of nodes) this.stmt(node);
  }

  error(node: ast.Span, message: string): SourceError {
    return this.report.error(node, message);
  }

  errorAt(loc: Loc, message: string): SourceError {
    const span = { lineno: loc.line, end_lineno: loc.endLine, col_offset: loc.col, end_col_offset: loc.endCol };
    return this.report.error(span, message);
  }

  // Instructions

  op(loc: Loc, op: number): void {
    this.unit.code.push(new Instr(op, 0, loc));
  }

  opArg(loc: Loc, op: number, arg: number): void {
    this.unit.code.push(new Instr(op, arg, loc));
  }

  label(): number {
    return this.unit.labels.push(-1) - 1;
  }

  /** The next instruction stands at `label`. */
  place(label: number): void {
    this.unit.labels[label] = this.unit.code.length;
  }

  jump(loc: Loc, op: number, label: number): void {
    this.unit.code.push(new Instr(op, label, loc));
  }

  constant(loc: Loc, value: Constant): void {
    this.opArg(loc, OP.LOAD_CONST, this.addConst(value));
  }

  none(loc: Loc): void {
    this.opArg(loc, OP.LOAD_CONST, this.unit.addConst(NONE));
  }

  string(loc: Loc, value: string): void {
    this.constant(loc, { type: "str", value });
  }

  addConst(value: Constant): number {
    return this.unit.addConst(this.pool.merge(value));
  }

  /** The tuple of `names` as a constant. */
  nameTuple(names: readonly string[]): Constant {
    return { type: "tuple", items: names.map((value) => ({ type: "str", value })) };
  }

  /** An opcode whose argument is the index of a name, as it is, in `names`. */
  indexed(loc: Loc, op: number, names: Map<string, number>, name: string): void {
    this.opArg(loc, op, addName(names, name));
  }

  /** An opcode on a name of `co_names`, mangled. */
  named(loc: Loc, op: number, name: string): void {
    const index = addName(this.unit.names, mangle(this.unit.owner, name));
    const encode = ATTRIBUTE_OPCODES.get(op);
    if (encode === undefined) this.opArg(loc, op, index);
    else this.opArg(loc, encode.op, (index << encode.shift) | encode.bits);
  }

  binary(loc: Loc, op: ast.Operator, inplace: boolean): void {
    const symbol = OPERATOR_SYMBOLS[op];
    this.opArg(loc, OP.BINARY_OP, BINARY_OPERATORS.indexOf((inplace ? `${symbol}=` : symbol) as "+"));
  }

  compare(loc: Loc, op: ast.CmpOperator): void {
    const [code, arg] = COMPARE_OPCODES[op];
    this.opArg(loc, code, arg);
  }

  intrinsic1(loc: Loc, name: (typeof INTRINSICS_1)[number]): void {
    this.opArg(loc, OP.CALL_INTRINSIC_1, INTRINSICS_1.indexOf(name));
  }

  intrinsic2(loc: Loc, name: (typeof INTRINSICS_2)[number]): void {
    this.opArg(loc, OP.CALL_INTRINSIC_2, INTRINSICS_2.indexOf(name));
  }

  /** Runs the awaitable or subiterator on the stack to its end. */
  yieldFrom(loc: Loc, awaits: boolean): void {
    const send = this.label();
    const fail = this.label();
    const exit = this.label();
    this.place(send);
    this.jump(loc, OP.SEND, exit);
    // Only throw() and close() make YIELD_VALUE raise: CLEANUP_THROW then turns StopIteration into a value.
    this.jump(loc, OP.SETUP_FINALLY, fail);
    this.opArg(loc, OP.YIELD_VALUE, 0);
    this.op(NO_LOC, OP.POP_BLOCK);
    this.opArg(loc, OP.RESUME, awaits ? 3 : 2);
    this.jump(loc, OP.JUMP_NO_INTERRUPT, send);
    this.place(fail);
    this.op(loc, OP.CLEANUP_THROW);
    this.place(exit);
    this.op(loc, OP.END_SEND);
  }

  awaitValue(loc: Loc, where: number): void {
    this.opArg(loc, OP.GET_AWAITABLE, where);
    this.none(loc);
    this.yieldFrom(loc, true);
  }

  yieldValue(loc: Loc): void {
    const { generator, coroutine } = this.unit.scope;
    if (generator && coroutine) this.intrinsic1(loc, "INTRINSIC_ASYNC_GEN_WRAP");
    this.opArg(loc, OP.YIELD_VALUE, 0);
    this.opArg(loc, OP.RESUME, 1);
  }

  popExceptAndReraise(loc: Loc): void {
    this.opArg(loc, OP.COPY, 3);
    this.op(loc, OP.POP_EXCEPT);
    this.opArg(loc, OP.RERAISE, 1);
  }

  // Names

  checkName(loc: Loc, name: string, ctx: ast.ExprContext): void {
    if (name !== "__debug__" || ctx === "Load") return;
    throw this.errorAt(loc, ctx === "Store" ? "cannot assign to __debug__" : "cannot delete __debug__");
  }

  /** Loads, stores or deletes the variable `name`. */
  name(loc: Loc, name: string, ctx: ast.ExprContext): void {
    this.checkName(loc, name, ctx);
    const unit = this.unit;
    const mangled = mangle(unit.owner, name);
    const scope = unit.scope;
    const where = scope.scopeOf(mangled);
    if (where === FREE || where === CELL) this.derefName(loc, mangled, ctx, where === FREE ? unit.frees : unit.cells);
    else if (where === LOCAL && (scope.isFunction || unit.hidden.get(mangled) === true)) {
      this.indexed(loc, FAST_OPCODES[ctx], unit.varnames, mangled);
    } else if (where === GLOBAL_EXPLICIT || (where === GLOBAL_IMPLICIT && scope.isFunction)) {
      this.globalName(loc, mangled, ctx, where);
    } else if (ctx === "Load" && scope.kind === "class" && unit.inlined > 0) {
      this.opArg(loc, OP.LOAD_GLOBAL, addName(unit.names, mangled) << 1);
    } else this.indexed(loc, NAME_OPCODES[ctx], unit.names, mangled);
  }

  private derefName(loc: Loc, name: string, ctx: ast.ExprContext, cells: Map<string, number>): void {
    const { scope, frees, inlined } = this.unit;
    let op: number = DEREF_OPCODES[ctx];
    if (ctx === "Load") {
      if (scope.kind === "class" && inlined === 0) {
        this.op(loc, OP.LOAD_LOCALS);
        op = OP.LOAD_FROM_DICT_OR_DEREF;
      } else if (scope.canSeeClassScope) {
        this.indexed(loc, OP.LOAD_DEREF, frees, "__classdict__");
        op = OP.LOAD_FROM_DICT_OR_DEREF;
      }
    }
    this.indexed(loc, op, cells, name);
  }

  private globalName(loc: Loc, name: string, ctx: ast.ExprContext, where: number): void {
    const { scope, frees, names } = this.unit;
    if (ctx !== "Load") this.indexed(loc, GLOBAL_OPCODES[ctx], names, name);
    else if (scope.canSeeClassScope && where === GLOBAL_IMPLICIT) {
      this.indexed(loc, OP.LOAD_DEREF, frees, "__classdict__");
      this.indexed(loc, OP.LOAD_FROM_DICT_OR_GLOBALS, names, name);
    } else this.opArg(loc, OP.LOAD_GLOBAL, addName(names, name) << 1);
  }

  /** Where a closure finds `name`: cells come before free variables, so that a class sees its own. */
  isCell(name: string): boolean {
    const { kind, scope } = this.unit;
    if (kind === "class" && (name === "__class__" || name === "__classdict__")) return true;
    return scope.scopeOf(name) === CELL;
  }

  /** Makes a function of `code`, whose defaults and annotations are on the stack as `flags` say. */
  closure(loc: Loc, code: CodeUnit, flags: number): void {
    const freeCount = code.localsPlusKinds.filter((kind) => kind & 0x80).length;
    const first = code.localsPlusNames.length - freeCount;
    for (const name of code.localsPlusNames.slice(first)) {
      this.opArg(loc, OP.LOAD_CLOSURE, (this.isCell(name) ? this.unit.cells : this.unit.frees).get(name)!);
    }
    if (freeCount > 0) {
      flags |= 8;
      this.opArg(loc, OP.BUILD_TUPLE, freeCount);
    }
    this.constant(loc, { type: "code", code });
    this.opArg(loc, OP.MAKE_FUNCTION, flags);
  }

  // Units

  /** Starts the code object of the block that `key` opens. */
  enter(name: string, kind: UnitKind, key: object, firstLineno: number): void {
    const scope = this.table.blocks.get(key)!;
    const unit = new Unit(name, kind, scope, firstLineno, this.unit ?? null);
    this.unit = unit;
    if (kind !== "module") unit.qualname = qualnameOf(unit);
    const line = kind === "module" ? 0 : firstLineno;
    this.opArg(locOf({ lineno: line, end_lineno: firstLineno, col_offset: 0, end_col_offset: 0 }), OP.RESUME, 0);
  }

  /** Ends the code object being written: what falls off its end returns None, or the value on the stack. */
  finish(addNone: boolean): CodeUnit {
    const unit = this.unit;
    if (addNone) this.none(NO_LOC);
    this.op(NO_LOC, OP.RETURN_VALUE);
    const code = this.assemble(this, unit);
    this.unit = unit.parent!;
    return code;
  }

  /** Turns a StopIteration that leaves a generator into a RuntimeError. */
  wrapInStopIterationHandler(): void {
    const handler = this.label();
    const { code, labels } = this.unit;
    code.unshift(new Instr(OP.SETUP_CLEANUP, handler, NO_LOC));
    for (let i = 0; i < labels.length; i++) if (labels[i] >= 0) labels[i]++;
    this.none(NO_LOC);
    this.op(NO_LOC, OP.RETURN_VALUE);
    this.place(handler);
    this.intrinsic1(NO_LOC, "INTRINSIC_STOPITERATION_ERROR");
    this.opArg(NO_LOC, OP.RERAISE, 1);
  }

  pushFrame(loc: Loc, frame: Partial<Frame> & Pick<Frame, "kind">): void {
    if (this.unit.frames.length >= MAX_FRAMES) throw this.errorAt(loc, "too many statically nested blocks");
    this.unit.frames.push({ start: NO_LABEL, exit: NO_LABEL, unwind: null, name: null, loc: null, ...frame });
  }

  popFrame(): void {
    this.unit.frames.pop();
  }
}

function qualnameOf(unit: Unit): string {
  let parent = unit.parent!;
  if (parent.kind === "module") return unit.name;
  if (parent.kind === "typeparams") {
    parent = parent.parent!;
    if (parent.kind === "module") return unit.name;
  }
  if (unit.kind === "function" || unit.kind === "async" || unit.kind === "class") {
    if (parent.scope.scopeOf(mangle(parent.owner, unit.name)) === GLOBAL_EXPLICIT) return unit.name;
  }
  const isFunction = parent.kind === "function" || parent.kind === "async" || parent.kind === "lambda";
  return `${parent.qualname}${isFunction ? ".<locals>" : ""}.${unit.name}`;
}

const FAST_OPCODES = { Load: OP.LOAD_FAST, Store: OP.STORE_FAST, Del: OP.DELETE_FAST };
const DEREF_OPCODES = { Load: OP.LOAD_DEREF, Store: OP.STORE_DEREF, Del: OP.DELETE_DEREF };
const GLOBAL_OPCODES = { Store: OP.STORE_GLOBAL, Del: OP.DELETE_GLOBAL };
const NAME_OPCODES = { Load: OP.LOAD_NAME, Store: OP.STORE_NAME, Del: OP.DELETE_NAME };

/** Opcodes that carry flags below the index of the name. */
const ATTRIBUTE_OPCODES = new Map<number, { op: number; shift: number; bits: number }>([
  [OP.LOAD_ATTR, { op: OP.LOAD_ATTR, shift: 1, bits: 0 }],
  [OP.LOAD_METHOD, { op: OP.LOAD_ATTR, shift: 1, bits: 1 }],
  [OP.LOAD_SUPER_ATTR, { op: OP.LOAD_SUPER_ATTR, shift: 2, bits: 2 }],
  [OP.LOAD_SUPER_METHOD, { op: OP.LOAD_SUPER_ATTR, shift: 2, bits: 3 }],
  [OP.LOAD_ZERO_SUPER_ATTR, { op: OP.LOAD_SUPER_ATTR, shift: 2, bits: 0 }],
  [OP.LOAD_ZERO_SUPER_METHOD, { op: OP.LOAD_SUPER_ATTR, shift: 2, bits: 1 }],
]);

export const OPERATOR_SYMBOLS: Record<ast.Operator, string> = {
  Add: "+",
  Sub: "-",
  Mult: "*",
  MatMult: "@",
  Div: "/",
  Mod: "%",
  Pow: "**",
  LShift: "<<",
  RShift: ">>",
  BitOr: "|",
  BitXor: "^",
  BitAnd: "&",
  FloorDiv: "//",
};

// The comparison stands above bit 4; below it, the mask of outcomes that specialised forms test.
const COMPARE_OPCODES: Record<ast.CmpOperator, readonly [op: number, arg: number]> = {
  Lt: [OP.COMPARE_OP, (0 << 4) | 2],
  LtE: [OP.COMPARE_OP, (1 << 4) | 2 | 8],
  Eq: [OP.COMPARE_OP, (2 << 4) | 8],
  NotEq: [OP.COMPARE_OP, (3 << 4) | 1 | 2 | 4],
  Gt: [OP.COMPARE_OP, (4 << 4) | 4],
  GtE: [OP.COMPARE_OP, (5 << 4) | 4 | 8],
  Is: [OP.IS_OP, 0],
  IsNot: [OP.IS_OP, 1],
  In: [OP.CONTAINS_OP, 0],
  NotIn: [OP.CONTAINS_OP, 1],
};
