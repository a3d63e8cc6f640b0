// Attributes and calls: methods without a bound method object, super() without a super object,
// keyword and starred arguments.

import type * as ast from "../../grammar/ast.ts";
import { OP } from "../bytecode/opcodes.ts";
import { checkCallable } from "./checks.ts";
import { attributeLoc, buildArguments, STACK_GUIDELINE } from "./exprs.ts";
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

/** What can follow an object on the left of a chain such as `a.b(c).d`. */
type Link = ast.Attribute | ast.Call;

/**
 * Compiles a chain of attributes and calls from the inside out, without recursion. Each link starts
 * with what must stand before its object and ends with what follows it.
 */
function chain(gen: Generator, top: Link): void {
  const links: (() => void)[] = [];
  let node: ast.Expr = top;
  while (node.kind === "Attribute" || node.kind === "Call") {
    const step: { rest: () => void; inner: ast.Expr | null } =
      node.kind === "Call" ? startCall(gen, node) : startAttribute(gen, node);
    links.push(step.rest);
    if (step.inner === null) break;
    node = step.inner;
    if (node.kind !== "Attribute" && node.kind !== "Call") gen.expr(node);
  }
  while (links.length > 0) links.pop()!();
}

/** One link of a chain: its object, null when it is already on the stack, and the rest of its code. */
interface Step {
  inner: ast.Expr | null;
  rest: () => void;
}

function startAttribute(gen: Generator, node: ast.Attribute): Step {
  const loc = locOf(node);
  const call = node.ctx === "Load" ? superCall(gen, node) : null;
  if (call !== null) {
    superArguments(gen, call);
    gen.named(loc, call.args.length > 0 ? OP.LOAD_SUPER_ATTR : OP.LOAD_ZERO_SUPER_ATTR, node.attr);
    return { inner: null, rest: () => gen.op(attributeLoc(loc, node), OP.NOP) };
  }
  return {
    inner: node.value,
    rest: () => {
      const nameLoc = attributeLoc(loc, node);
      if (node.ctx === "Store") gen.checkName(nameLoc, node.attr, "Store");
      gen.named(nameLoc, ATTRIBUTE_OPCODES[node.ctx], node.attr);
    },
  };
}

function startCall(gen: Generator, node: ast.Call): Step {
  checkKeywords(gen, node.keywords);
  const { func } = node;
  if (func.kind === "Attribute" && isMethodCall(gen, node, func)) return startMethodCall(gen, node, func);
  checkCallable(gen, func);
  gen.op(locOf(func), OP.PUSH_NULL);
  return { inner: func, rest: () => callWith(gen, locOf(node), 0, node.args, node.keywords) };
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

function startMethodCall(gen: Generator, node: ast.Call, func: ast.Attribute): Step {
  const loc = locOf(func);
  const call = superCall(gen, func);
  const rest = (): void => {
    const nameLoc = attributeLoc(loc, func);
    if (call !== null) gen.op(nameLoc, OP.NOP);
    else gen.named(nameLoc, OP.LOAD_METHOD, func.attr);
    gen.exprList(node.args);
    keywordNames(gen, nameLoc, node.keywords);
    gen.opArg(attributeLoc(locOf(node), func), OP.CALL, node.args.length + node.keywords.length);
  };
  if (call === null) return { inner: func.value, rest };
  superArguments(gen, call);
  gen.named(loc, call.args.length > 0 ? OP.LOAD_SUPER_METHOD : OP.LOAD_ZERO_SUPER_METHOD, func.attr);
  return { inner: null, rest };
}

function checkKeywords(gen: Generator, keywords: readonly ast.Keyword[]): void {
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

export const callVisitors: Pick<ExprVisitors, "Call" | "Attribute"> = { Call: chain, Attribute: chain };
