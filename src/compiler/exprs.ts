// The visitors of expressions: each leaves its value on the stack, or stores or deletes the
// target that it is.

import type * as ast from "../../grammar/ast.ts";
import { OP } from "../bytecode/opcodes.ts";
import { checkCompare } from "./checks.ts";
import { constantOf, frozenset } from "./fold.ts";
import type { ExprVisitors, Generator } from "./generator.ts";
import { type Loc, Loc as Location, locOf, NO_LOC } from "./unit.ts";

/** More items than this are not all put on the stack at once. */
export const STACK_GUIDELINE = 30;

/** Jumps to `label` when `node` is as true as `when` says; else falls through. */
export function jumpIf(gen: Generator, loc: Loc, node: ast.Expr, label: number, when: boolean): void {
  while (node.kind === "UnaryOp" && node.op === "Not") {
    node = node.operand;
    when = !when;
  }
  if (node.kind === "BoolOp") {
    jumpIfBoolOp(gen, loc, node, label, when);
    return;
  }
  if (node.kind === "IfExp") {
    const end = gen.label();
    const other = gen.label();
    jumpIf(gen, loc, node.test, other, false);
    jumpIf(gen, loc, node.body, label, when);
    gen.jump(NO_LOC, OP.JUMP, end);
    gen.place(other);
    jumpIf(gen, loc, node.orelse, label, when);
    gen.place(end);
    return;
  }
  if (node.kind === "Compare" && node.ops.length > 1) {
    jumpIfChain(gen, node, label, when);
    return;
  }
  gen.expr(node);
  gen.jump(locOf(node), when ? OP.POP_JUMP_IF_TRUE : OP.POP_JUMP_IF_FALSE, label);
}

function jumpIfBoolOp(gen: Generator, loc: Loc, node: ast.BoolOp, label: number, when: boolean): void {
  const stopsWhen = node.op === "Or";
  const stop = stopsWhen === when ? label : gen.label();
  const last = node.values.length - 1;
  for (let i = 0; i < last; i++) jumpIf(gen, loc, node.values[i], stop, stopsWhen);
  jumpIf(gen, loc, node.values[last], label, when);
  if (stop !== label) gen.place(stop);
}

function jumpIfChain(gen: Generator, node: ast.Compare, label: number, when: boolean): void {
  checkCompare(gen, node);
  const loc = locOf(node);
  const cleanup = gen.label();
  const end = gen.label();
  const last = node.ops.length - 1;
  gen.expr(node.left);
  for (let i = 0; i < last; i++) {
    gen.expr(node.comparators[i]);
    gen.opArg(loc, OP.SWAP, 2);
    gen.opArg(loc, OP.COPY, 2);
    gen.compare(loc, node.ops[i]);
    gen.jump(loc, OP.POP_JUMP_IF_FALSE, cleanup);
  }
  gen.expr(node.comparators[last]);
  gen.compare(loc, node.ops[last]);
  gen.jump(loc, when ? OP.POP_JUMP_IF_TRUE : OP.POP_JUMP_IF_FALSE, label);
  gen.jump(NO_LOC, OP.JUMP, end);
  gen.place(cleanup);
  gen.op(loc, OP.POP_TOP);
  if (!when) gen.jump(NO_LOC, OP.JUMP, label);
  gen.place(end);
}

function boolOp(gen: Generator, node: ast.BoolOp): void {
  const loc = locOf(node);
  const jump = node.op === "And" ? OP.POP_JUMP_IF_FALSE : OP.POP_JUMP_IF_TRUE;
  const end = gen.label();
  const last = node.values.length - 1;
  for (let i = 0; i < last; i++) {
    gen.expr(node.values[i]);
    gen.opArg(loc, OP.COPY, 1);
    gen.jump(loc, jump, end);
    gen.op(loc, OP.POP_TOP);
  }
  gen.expr(node.values[last]);
  gen.place(end);
}

function compare(gen: Generator, node: ast.Compare): void {
  const loc = locOf(node);
  checkCompare(gen, node);
  gen.expr(node.left);
  const last = node.ops.length - 1;
  if (last === 0) {
    gen.expr(node.comparators[0]);
    gen.compare(loc, node.ops[0]);
    return;
  }
  const cleanup = gen.label();
  for (let i = 0; i < last; i++) {
    gen.expr(node.comparators[i]);
    gen.opArg(loc, OP.SWAP, 2);
    gen.opArg(loc, OP.COPY, 2);
    gen.compare(loc, node.ops[i]);
    gen.opArg(loc, OP.COPY, 1);
    gen.jump(loc, OP.POP_JUMP_IF_FALSE, cleanup);
    gen.op(loc, OP.POP_TOP);
  }
  gen.expr(node.comparators[last]);
  gen.compare(loc, node.ops[last]);
  const end = gen.label();
  gen.jump(NO_LOC, OP.JUMP, end);
  gen.place(cleanup);
  gen.opArg(loc, OP.SWAP, 2);
  gen.op(loc, OP.POP_TOP);
  gen.place(end);
}

function ifExp(gen: Generator, node: ast.IfExp): void {
  const end = gen.label();
  const other = gen.label();
  jumpIf(gen, locOf(node), node.test, other, false);
  gen.expr(node.body);
  gen.jump(NO_LOC, OP.JUMP, end);
  gen.place(other);
  gen.expr(node.orelse);
  gen.place(end);
}

/** Chains such as `a + b + c` lean to the left: they are walked without recursion. */
function binOp(gen: Generator, node: ast.BinOp): void {
  const chain = [node];
  while (node.left.kind === "BinOp") {
    node = node.left;
    chain.push(node);
  }
  gen.expr(node.left);
  for (let i = chain.length - 1; i >= 0; i--) {
    gen.expr(chain[i].right);
    gen.binary(locOf(chain[i]), chain[i].op, false);
  }
}

const UNARY_OPCODES = { Invert: OP.UNARY_INVERT, Not: OP.UNARY_NOT, USub: OP.UNARY_NEGATIVE };

function unaryOp(gen: Generator, top: ast.UnaryOp): void {
  const chain = [top];
  let operand = top.operand;
  while (operand.kind === "UnaryOp") {
    chain.push(operand);
    operand = operand.operand;
  }
  gen.expr(operand);
  for (let i = chain.length - 1; i >= 0; i--) {
    const { op } = chain[i];
    if (op === "UAdd") gen.intrinsic1(locOf(chain[i]), "INTRINSIC_UNARY_POSITIVE");
    else gen.op(locOf(chain[i]), UNARY_OPCODES[op]);
  }
}

/** The opcodes that build one kind of collection. */
interface Builder {
  readonly build: number;
  readonly add: number;
  readonly extend: number;
}

const LIST_BUILDER: Builder = { build: OP.BUILD_LIST, add: OP.LIST_APPEND, extend: OP.LIST_EXTEND };
const SET_BUILDER: Builder = { build: OP.BUILD_SET, add: OP.SET_ADD, extend: OP.SET_UPDATE };

function allConstant(nodes: readonly (ast.Expr | null)[], start: number, end: number): boolean {
  for (let i = start; i < end; i++) if (nodes[i]?.kind !== "Constant") return false;
  return true;
}

/** Builds a collection of `elts`, on top of `pushed` items that are already on the stack. */
function buildCollection(
  gen: Generator,
  loc: Loc,
  elts: readonly ast.Expr[],
  pushed: number,
  builder: Builder,
  tuple: boolean,
): void {
  const { build, add, extend } = builder;
  const count = elts.length;
  if (count > 2 && allConstant(elts, 0, count)) {
    const items = elts.map((elt) => constantOf(elt as ast.Constant));
    if (tuple && pushed === 0) {
      gen.constant(loc, { type: "tuple", items });
      return;
    }
    gen.opArg(loc, build, pushed);
    gen.constant(loc, add === OP.SET_ADD ? frozenset(items) : { type: "tuple", items });
    gen.opArg(loc, extend, 1);
    if (tuple) gen.intrinsic1(loc, "INTRINSIC_LIST_TO_TUPLE");
    return;
  }
  const big = count + pushed > STACK_GUIDELINE;
  if (!big && !elts.some((elt) => elt.kind === "Starred")) {
    gen.exprList(elts);
    gen.opArg(loc, tuple ? OP.BUILD_TUPLE : build, count + pushed);
    return;
  }
  let built = big;
  if (big) gen.opArg(loc, build, pushed);
  for (let i = 0; i < count; i++) {
    const elt = elts[i];
    if (elt.kind === "Starred") {
      if (!built) gen.opArg(loc, build, i + pushed);
      built = true;
      gen.expr(elt.value);
      gen.opArg(loc, extend, 1);
    } else {
      gen.expr(elt);
      if (built) gen.opArg(loc, add, 1);
    }
  }
  if (tuple) gen.intrinsic1(loc, "INTRINSIC_LIST_TO_TUPLE");
}

/** Builds the tuple of arguments of a call. */
export function buildArguments(gen: Generator, loc: Loc, args: readonly ast.Expr[], pushed: number): void {
  buildCollection(gen, loc, args, pushed, LIST_BUILDER, true);
}

function unpackInto(gen: Generator, loc: Loc, elts: readonly ast.Expr[]): void {
  let starred = false;
  for (let i = 0; i < elts.length; i++) {
    if (elts[i].kind !== "Starred") continue;
    if (starred) throw gen.errorAt(loc, "multiple starred expressions in assignment");
    starred = true;
    const after = elts.length - i - 1;
    if (i >= 256 || after >= 0x7fffffff >> 8) {
      throw gen.errorAt(loc, "too many expressions in star-unpacking assignment");
    }
    gen.opArg(loc, OP.UNPACK_EX, i + (after << 8));
  }
  if (!starred) gen.opArg(loc, OP.UNPACK_SEQUENCE, elts.length);
  for (const elt of elts) gen.expr(elt.kind === "Starred" ? elt.value : elt);
}

function listOrTuple(gen: Generator, node: ast.List | ast.Tuple): void {
  const loc = locOf(node);
  if (node.ctx === "Store") unpackInto(gen, loc, node.elts);
  else if (node.ctx === "Del") gen.exprList(node.elts);
  else buildCollection(gen, loc, node.elts, 0, LIST_BUILDER, node.kind === "Tuple");
}

function dictItems(gen: Generator, node: ast.Dict, start: number, end: number): void {
  const loc = locOf(node);
  const { keys, values } = node;
  const count = end - start;
  const big = count * 2 > STACK_GUIDELINE;
  if (count > 1 && !big && allConstant(keys, start, end)) {
    for (let i = start; i < end; i++) gen.expr(values[i]);
    const items = keys.slice(start, end).map((key) => constantOf(key as ast.Constant));
    gen.constant(loc, { type: "tuple", items });
    gen.opArg(loc, OP.BUILD_CONST_KEY_MAP, count);
    return;
  }
  if (big) gen.opArg(loc, OP.BUILD_MAP, 0);
  for (let i = start; i < end; i++) {
    gen.expr(keys[i]!);
    gen.expr(values[i]);
    if (big) gen.opArg(loc, OP.MAP_ADD, 1);
  }
  if (!big) gen.opArg(loc, OP.BUILD_MAP, count);
}

function dict(gen: Generator, node: ast.Dict): void {
  const loc = locOf(node);
  const count = node.values.length;
  let built = false;
  let waiting = 0;
  const flush = (end: number, size: number): void => {
    dictItems(gen, node, end - size, end);
    if (built) gen.opArg(loc, OP.DICT_UPDATE, 1);
    built = true;
    waiting = 0;
  };
  for (let i = 0; i < count; i++) {
    if (node.keys[i] === null) {
      if (waiting > 0) flush(i, waiting);
      if (!built) gen.opArg(loc, OP.BUILD_MAP, 0);
      built = true;
      gen.expr(node.values[i]);
      gen.opArg(loc, OP.DICT_UPDATE, 1);
    } else if (waiting * 2 > STACK_GUIDELINE) flush(i + 1, waiting + 1);
    else waiting++;
  }
  if (waiting > 0) flush(count, waiting);
  if (!built) gen.opArg(loc, OP.BUILD_MAP, 0);
}

function joinedStr(gen: Generator, node: ast.JoinedStr): void {
  const loc = locOf(node);
  const count = node.values.length;
  if (count > STACK_GUIDELINE) {
    gen.string(loc, "");
    gen.named(loc, OP.LOAD_METHOD, "join");
    gen.opArg(loc, OP.BUILD_LIST, 0);
    for (const value of node.values) {
      gen.expr(value);
      gen.opArg(loc, OP.LIST_APPEND, 1);
    }
    gen.opArg(loc, OP.CALL, 1);
    return;
  }
  gen.exprList(node.values);
  if (count !== 1) gen.opArg(loc, OP.BUILD_STRING, count);
}

const CONVERSIONS: Record<number, number> = { [-1]: 0, 115: 1, 114: 2, 97: 3 };

function formattedValue(gen: Generator, node: ast.FormattedValue): void {
  gen.expr(node.value);
  let arg = CONVERSIONS[node.conversion];
  if (node.format_spec !== null) {
    gen.expr(node.format_spec);
    arg |= 4;
  }
  gen.opArg(locOf(node), OP.FORMAT_VALUE, arg);
}

/** When an attribute stands on a later line than its object, the position of its name alone. */
export function attributeLoc(loc: Loc, node: ast.Attribute): Loc {
  if (loc.line === node.end_lineno) return loc;
  const line = node.end_lineno;
  const length = Array.from(node.attr).length;
  const fits = length <= node.end_col_offset;
  const col = fits ? node.end_col_offset - length : -1;
  let endCol = fits ? loc.endCol : -1;
  const endLine = Math.max(line, loc.endLine);
  if (line === endLine) endCol = Math.max(col, endCol);
  return new Location(line, endLine, col, endCol);
}

/** Whether a slice is BINARY_SLICE's. */
export const isSimpleSlice = (node: ast.Expr): node is ast.Slice => node.kind === "Slice" && node.step === null;

/** Pushes the bounds of a slice; answers how many. */
export function sliceBounds(gen: Generator, node: ast.Slice): number {
  for (const bound of [node.lower, node.upper]) {
    if (bound === null) gen.none(locOf(node));
    else gen.expr(bound);
  }
  if (node.step === null) return 2;
  gen.expr(node.step);
  return 3;
}

function yieldFrom(gen: Generator, node: ast.YieldFrom): void {
  const loc = locOf(node);
  if (!gen.unit.scope.isFunction) throw gen.error(node, "'yield' outside function");
  if (gen.unit.kind === "async") throw gen.error(node, "'yield from' inside async function");
  gen.expr(node.value);
  gen.op(loc, OP.GET_YIELD_FROM_ITER);
  gen.none(loc);
  gen.yieldFrom(loc, false);
}

function awaitExpr(gen: Generator, node: ast.Await): void {
  if (!(gen.options.topLevelAwait && gen.unit.kind === "module")) {
    if (!gen.unit.scope.isFunction) throw gen.error(node, "'await' outside function");
    if (gen.unit.kind !== "async" && gen.unit.kind !== "comprehension") {
      throw gen.error(node, "'await' outside async function");
    }
  }
  gen.expr(node.value);
  gen.awaitValue(locOf(node), 0);
}

type Simple = Omit<
  ExprVisitors,
  "Call" | "Attribute" | "Subscript" | "Lambda" | "ListComp" | "SetComp" | "DictComp" | "GeneratorExp"
>;

export const exprVisitors: Simple = {
  Name: (gen, node) => gen.name(locOf(node), node.id, node.ctx),
  Constant: (gen, node) => gen.constant(locOf(node), constantOf(node)),
  BinOp: binOp,
  UnaryOp: unaryOp,
  BoolOp: boolOp,
  Compare: compare,
  IfExp: ifExp,
  Tuple: listOrTuple,
  List: listOrTuple,
  Set: (gen, node) => buildCollection(gen, locOf(node), node.elts, 0, SET_BUILDER, false),
  Dict: dict,
  JoinedStr: joinedStr,
  FormattedValue: formattedValue,
  Slice: (gen, node) => gen.opArg(locOf(node), OP.BUILD_SLICE, sliceBounds(gen, node)),
  NamedExpr(gen, node) {
    gen.expr(node.value);
    gen.opArg(locOf(node), OP.COPY, 1);
    gen.expr(node.target);
  },
  Starred(gen, node) {
    const store = node.ctx === "Store";
    throw gen.error(
      node,
      store ? "starred assignment target must be in a list or tuple" : "can't use starred expression here",
    );
  },
  Yield(gen, node) {
    const loc = locOf(node);
    if (!gen.unit.scope.isFunction) throw gen.error(node, "'yield' outside function");
    if (node.value === null) gen.none(loc);
    else gen.expr(node.value);
    gen.yieldValue(loc);
  },
  YieldFrom: yieldFrom,
  Await: awaitExpr,
};
