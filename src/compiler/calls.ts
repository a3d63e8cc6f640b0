// Attributes, subscripts and calls: methods without a bound method object, super() without a super
// object, keyword and starred arguments.

import type * as ast from "../../grammar/ast.ts";
import { OP } from "../bytecode/opcodes.ts";
import { checkCallable, checkSubscript } from "./checks.ts";
import { attributeLoc, buildArguments, isSimpleSlice, STACK_GUIDELINE, sliceBounds } from "./exprs.ts";
import type { ExprVisitors, Generator } from "./generator.ts";
import { DEF_IMPORT, FREE, GLOBAL_IMPLICIT, UNKNOWN } from "./scopes.ts";
import { type Loc, locOf, NO_LOC } from "./unit.ts";

/** `super().attr` or `super(C, self).attr` where `super` can only be the builtin; the call of super, or null. */
function superCall(gen: Generator, node: ast.Attribute): ast.Call | null {
  const call = node.value;
  if (call.kind !== "Call" || call.func.kind !== "Name" || call.func.id !== "super") return null;
  if (node.attr === "__class__" || call.keywords.length > 0) return null;
  const { unit, table } = gen;
  if (unit.scope.scopeOf("super") !== GLOBAL_IMPLICIT || table.top.scopeOf("super") !== UNKNOWN) return null;
  if (call.args.length === 2) return call.args.some((arg) => arg.kind === "Starred") ? null : call;
  if (call.args.length > 0 || (unit.argCount === 0 && unit.posOnlyArgCount === 0)) return null;
  return !gen.isCell("__class__") && unit.scope.scopeOf("__class__") === FREE ? call : null;
}

function superArguments(gen: Generator, call: ast.Call): void {
  const loc = locOf(call);
  gen.name(locOf(call.func), "super", "Load");
  if (call.args.length === 2) {
    gen.exprList(call.args);
    return;
  }
  gen.name(loc, "__class__", "Load");
  const [self] = gen.unit.varnames.keys();
  gen.name(loc, self, "Load");
}

const ATTRIBUTE_OPCODES = { Load: OP.LOAD_ATTR, Store: OP.STORE_ATTR, Del: OP.DELETE_ATTR };

type ChainLink = ast.Attribute | ast.Call | ast.Subscript;

/** How a link of a chain is compiled. Those on `super()` start the chain themselves. */
type Mode = "attribute" | "superAttribute" | "subscript" | "call" | "method" | "superMethod";

/**
 * Compiles a chain such as `a.b(c)[d].e` from the inside out, without recursion: what must stand
 * before the innermost object on the way down, what follows it on the way up.
 */
function chain(gen: Generator, top: ChainLink): void {
  const links: ChainLink[] = [];
  const modes: Mode[] = [];
  let node: ast.Expr | null = top;
  while (node !== null && isChainLink(node)) {
    const mode: Mode = begin(gen, node);
    links.push(node);
    modes.push(mode);
    node = objectOf(node, mode);
  }
  if (node !== null) gen.expr(node);
  for (let i = links.length - 1; i >= 0; i--) end(gen, links[i], modes[i]);
}

const isChainLink = (node: ast.Expr): node is ChainLink =>
  node.kind === "Attribute" || node.kind === "Call" || node.kind === "Subscript";

/** The object that a link is applied to; null when `begin` has loaded it. */
function objectOf(node: ChainLink, mode: Mode): ast.Expr | null {
  if (mode === "superAttribute" || mode === "superMethod") return null;
  if (node.kind !== "Call") return node.value;
  return mode === "method" ? (node.func as ast.Attribute).value : node.func;
}

function begin(gen: Generator, node: ChainLink): Mode {
  if (node.kind === "Call") return beginCall(gen, node);
  if (node.kind === "Subscript") {
    if (node.ctx === "Load") checkSubscript(gen, node);
    return "subscript";
  }
  const call = node.ctx === "Load" ? superCall(gen, node) : null;
  if (call === null) return "attribute";
  superArguments(gen, call);
  gen.named(locOf(node), call.args.length > 0 ? OP.LOAD_SUPER_ATTR : OP.LOAD_ZERO_SUPER_ATTR, node.attr);
  return "superAttribute";
}

function beginCall(gen: Generator, node: ast.Call): Mode {
  checkKeywords(gen, node.keywords);
  const { func } = node;
  if (func.kind !== "Attribute" || !isMethodCall(gen, node, func)) {
    checkCallable(gen, func);
    gen.op(locOf(func), OP.PUSH_NULL);
    return "call";
  }
  const call = superCall(gen, func);
  if (call === null) return "method";
  superArguments(gen, call);
  gen.named(locOf(func), call.args.length > 0 ? OP.LOAD_SUPER_METHOD : OP.LOAD_ZERO_SUPER_METHOD, func.attr);
  return "superMethod";
}

function end(gen: Generator, node: ChainLink, mode: Mode): void {
  if (node.kind === "Call") {
    if (mode === "call") callWith(gen, locOf(node), 0, node.args, node.keywords);
    else endMethodCall(gen, node, node.func as ast.Attribute, mode);
  } else if (node.kind === "Subscript") subscript(gen, node);
  else {
    const loc = attributeLoc(locOf(node), node);
    if (mode === "superAttribute") gen.op(loc, OP.NOP);
    else {
      if (node.ctx === "Store") gen.checkName(loc, node.attr, "Store");
      gen.named(loc, ATTRIBUTE_OPCODES[node.ctx], node.attr);
    }
  }
}

function endMethodCall(gen: Generator, node: ast.Call, func: ast.Attribute, mode: Mode): void {
  const loc = attributeLoc(locOf(func), func);
  if (mode === "superMethod") gen.op(loc, OP.NOP);
  else gen.named(loc, OP.LOAD_METHOD, func.attr);
  gen.exprList(node.args);
  keywordNames(gen, loc, node.keywords);
  gen.opArg(attributeLoc(locOf(node), func), OP.CALL, node.args.length + node.keywords.length);
}

/** Whether a call of an attribute can leave out the bound method: no unpacking, no module, few arguments. */
function isMethodCall(gen: Generator, node: ast.Call, func: ast.Attribute): boolean {
  const { args, keywords } = node;
  const object = func.value;
  if (object.kind === "Name" && gen.table.top.flagsOf(object.id) & DEF_IMPORT) return false;
  const size = args.length + keywords.length + (keywords.length > 0 ? 1 : 0);
  if (size >= STACK_GUIDELINE) return false;
  return !args.some((arg) => arg.kind === "Starred") && !keywords.some((keyword) => keyword.arg === null);
}

const SUBSCRIPT_OPCODES = { Load: OP.BINARY_SUBSCR, Store: OP.STORE_SUBSCR, Del: OP.DELETE_SUBSCR };

/** What follows the object of a subscript. */
function subscript(gen: Generator, node: ast.Subscript): void {
  const loc = locOf(node);
  if (isSimpleSlice(node.slice) && node.ctx !== "Del") {
    sliceBounds(gen, node.slice);
    gen.op(loc, node.ctx === "Load" ? OP.BINARY_SLICE : OP.STORE_SLICE);
  } else {
    gen.expr(node.slice);
    gen.op(loc, SUBSCRIPT_OPCODES[node.ctx]);
  }
}

function checkKeywords(gen: Generator, keywords: readonly ast.Keyword[]): void {
  if (keywords.length === 0) return;
  const seen = new Set<string>();
  for (const keyword of keywords) {
    if (keyword.arg === null) continue;
    gen.checkName(locOf(keyword), keyword.arg, "Store");
    if (seen.has(keyword.arg)) throw gen.error(keyword, `keyword argument repeated: ${keyword.arg}`);
    seen.add(keyword.arg);
  }
}

/** Pushes the values of plain keyword arguments and announces their names. */
function keywordNames(gen: Generator, loc: Loc, keywords: readonly ast.Keyword[]): void {
  if (keywords.length === 0) return;
  for (const keyword of keywords) gen.expr(keyword.value);
  gen.opArg(loc, OP.KW_NAMES, gen.addConst(gen.nameTuple(keywords.map((keyword) => keyword.arg!))));
}

/** The rest of a call whose callable, and `pushed` first arguments, are on the stack. */
export function callWith(
  gen: Generator,
  loc: Loc,
  pushed: number,
  args: readonly ast.Expr[],
  keywords: readonly ast.Keyword[],
): void {
  checkKeywords(gen, keywords);
  const big = args.length + keywords.length * 2 > STACK_GUIDELINE;
  const unpacks = args.some((arg) => arg.kind === "Starred") || keywords.some((keyword) => keyword.arg === null);
  if (!big && !unpacks) {
    gen.exprList(args);
    keywordNames(gen, loc, keywords);
    gen.opArg(loc, OP.CALL, pushed + args.length + keywords.length);
    return;
  }
  const [first] = args;
  if (pushed === 0 && args.length === 1 && first.kind === "Starred") gen.expr(first.value);
  else buildArguments(gen, loc, args, pushed);
  if (keywords.length > 0) keywordDict(gen, loc, keywords);
  gen.opArg(loc, OP.CALL_FUNCTION_EX, keywords.length > 0 ? 1 : 0);
}

/** The dict of keyword arguments, some of them unpacked. */
function keywordDict(gen: Generator, loc: Loc, keywords: readonly ast.Keyword[]): void {
  let built = false;
  let waiting: ast.Keyword[] = [];
  const flush = (): void => {
    if (waiting.length === 0) return;
    keywordItems(gen, loc, waiting);
    if (built) gen.opArg(loc, OP.DICT_MERGE, 1);
    built = true;
    waiting = [];
  };
  for (const keyword of keywords) {
    if (keyword.arg !== null) {
      waiting.push(keyword);
      continue;
    }
    flush();
    if (!built) gen.opArg(loc, OP.BUILD_MAP, 0);
    built = true;
    gen.expr(keyword.value);
    gen.opArg(loc, OP.DICT_MERGE, 1);
  }
  flush();
}

function keywordItems(gen: Generator, loc: Loc, keywords: readonly ast.Keyword[]): void {
  const count = keywords.length;
  const big = count * 2 > STACK_GUIDELINE;
  if (count > 1 && !big) {
    for (const keyword of keywords) gen.expr(keyword.value);
    gen.constant(loc, gen.nameTuple(keywords.map((keyword) => keyword.arg!)));
    gen.opArg(loc, OP.BUILD_CONST_KEY_MAP, count);
    return;
  }
  if (big) gen.opArg(NO_LOC, OP.BUILD_MAP, 0);
  for (const keyword of keywords) {
    gen.string(loc, keyword.arg!);
    gen.expr(keyword.value);
    if (big) gen.opArg(NO_LOC, OP.MAP_ADD, 1);
  }
  if (!big) gen.opArg(loc, OP.BUILD_MAP, count);
}

export const chainVisitors: Pick<ExprVisitors, "Call" | "Attribute" | "Subscript"> = {
  Call: chain,
  Attribute: chain,
  Subscript: chain,
};
