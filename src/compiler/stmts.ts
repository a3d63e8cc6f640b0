// The visitors of statements, but for definitions, `try`, `with` and `match`, which have files of
// their own.

import type * as ast from "../../grammar/ast.ts";
import { OP } from "../bytecode/opcodes.ts";
import { checkAssert } from "./checks.ts";
import { attributeLoc, isSimpleSlice, jumpIf, sliceBounds } from "./exprs.ts";
import { constantOf } from "./fold.ts";
import type { Generator, StmtVisitors } from "./generator.ts";
import { mangle } from "./scopes.ts";
import { addName, type Loc, locOf, NO_LOC } from "./unit.ts";
import { unparse } from "./unparse.ts";
import { unwind, unwindFrame } from "./unwind.ts";

function assign(gen: Generator, node: ast.Assign): void {
  gen.expr(node.value);
  const last = node.targets.length - 1;
  for (let i = 0; i <= last; i++) {
    if (i < last) gen.opArg(locOf(node), OP.COPY, 1);
    gen.expr(node.targets[i]);
  }
}

function augAssign(gen: Generator, node: ast.AugAssign): void {
  const { target } = node;
  const loc = locOf(target);
  const operate = (): void => {
    gen.expr(node.value);
    gen.binary(locOf(node), node.op, true);
  };
  if (target.kind === "Name") {
    gen.name(loc, target.id, "Load");
    operate();
    gen.name(loc, target.id, "Store");
  } else if (target.kind === "Attribute") {
    gen.expr(target.value);
    gen.opArg(loc, OP.COPY, 1);
    const nameLoc = attributeLoc(loc, target);
    gen.named(nameLoc, OP.LOAD_ATTR, target.attr);
    operate();
    gen.opArg(nameLoc, OP.SWAP, 2);
    gen.named(nameLoc, OP.STORE_ATTR, target.attr);
  } else if (target.kind === "Subscript") augSubscript(gen, loc, target, operate);
}

function augSubscript(gen: Generator, loc: Loc, target: ast.Subscript, operate: () => void): void {
  gen.expr(target.value);
  if (isSimpleSlice(target.slice)) {
    sliceBounds(gen, target.slice);
    for (let i = 0; i < 3; i++) gen.opArg(loc, OP.COPY, 3);
    gen.op(loc, OP.BINARY_SLICE);
    operate();
    for (const depth of [4, 3, 2]) gen.opArg(loc, OP.SWAP, depth);
    gen.op(loc, OP.STORE_SLICE);
    return;
  }
  gen.expr(target.slice);
  for (let i = 0; i < 2; i++) gen.opArg(loc, OP.COPY, 2);
  gen.op(loc, OP.BINARY_SUBSCR);
  operate();
  for (const depth of [3, 2]) gen.opArg(loc, OP.SWAP, depth);
  gen.op(loc, OP.STORE_SUBSCR);
}

function evaluateAnnotation(gen: Generator, node: ast.Expr): void {
  gen.expr(node);
  gen.op(locOf(node), OP.POP_TOP);
}

function evaluateSubscript(gen: Generator, node: ast.Expr): void {
  if (node.kind === "Slice") {
    for (const bound of [node.lower, node.upper, node.step]) if (bound !== null) evaluateAnnotation(gen, bound);
  } else if (node.kind === "Tuple") for (const elt of node.elts) evaluateSubscript(gen, elt);
  else evaluateAnnotation(gen, node);
}

function annAssign(gen: Generator, node: ast.AnnAssign): void {
  const { target, annotation, value } = node;
  const loc = locOf(node);
  const { unit, options } = gen;
  const evaluates = unit.kind === "module" || unit.kind === "class";
  if (value !== null) {
    gen.expr(value);
    gen.expr(target);
  }
  if (target.kind === "Name") {
    gen.checkName(loc, target.id, "Store");
    if (node.simple && evaluates) {
      if (options.futureAnnotations) gen.string(locOf(annotation), unparse(annotation));
      else gen.expr(annotation);
      gen.named(loc, OP.LOAD_NAME, "__annotations__");
      gen.string(loc, mangle(unit.owner, target.id));
      gen.op(loc, OP.STORE_SUBSCR);
    }
  } else if (target.kind === "Attribute") {
    gen.checkName(loc, target.attr, "Store");
    if (value === null) evaluateAnnotation(gen, target.value);
  } else if (target.kind === "Subscript" && value === null) {
    evaluateAnnotation(gen, target.value);
    evaluateSubscript(gen, target.slice);
  }
  if (!node.simple && evaluates && !options.futureAnnotations) evaluateAnnotation(gen, annotation);
}

/** A chain of `elif` is walked without recursion. */
function ifStmt(gen: Generator, node: ast.If): void {
  const ends: number[] = [];
  let chained: ast.If | null = node;
  while (chained !== null) {
    const one: ast.If = chained;
    chained = null;
    const end = gen.label();
    ends.push(end);
    const other = one.orelse.length > 0 ? gen.label() : end;
    jumpIf(gen, locOf(one), one.test, other, false);
    gen.stmts(one.body);
    if (one.orelse.length === 0) continue;
    gen.jump(NO_LOC, OP.JUMP, end);
    gen.place(other);
    const [first] = one.orelse;
    if (one.orelse.length === 1 && first.kind === "If") chained = first;
    else gen.stmts(one.orelse);
  }
  while (ends.length > 0) gen.place(ends.pop()!);
}

function forStmt(gen: Generator, node: ast.For): void {
  const loc = locOf(node);
  const start = gen.label();
  const body = gen.label();
  const cleanup = gen.label();
  const end = gen.label();
  gen.pushFrame(loc, { kind: "for", start, exit: end });
  gen.expr(node.iter);
  gen.op(loc, OP.GET_ITER);
  gen.place(start);
  gen.jump(loc, OP.FOR_ITER, cleanup);
  gen.place(body);
  gen.expr(node.target);
  gen.stmts(node.body);
  gen.jump(NO_LOC, OP.JUMP, start);
  gen.place(cleanup);
  gen.op(NO_LOC, OP.END_FOR);
  gen.popFrame();
  gen.stmts(node.orelse);
  gen.place(end);
}

function asyncFor(gen: Generator, node: ast.AsyncFor): void {
  const loc = locOf(node);
  requireAsync(gen, node, "'async for' outside async function");
  const start = gen.label();
  const except = gen.label();
  const end = gen.label();
  gen.expr(node.iter);
  gen.op(loc, OP.GET_AITER);
  gen.place(start);
  gen.pushFrame(loc, { kind: "for", start, exit: end });
  gen.jump(loc, OP.SETUP_FINALLY, except);
  gen.op(loc, OP.GET_ANEXT);
  gen.none(loc);
  gen.yieldFrom(loc, true);
  gen.op(loc, OP.POP_BLOCK);
  gen.expr(node.target);
  gen.stmts(node.body);
  gen.jump(NO_LOC, OP.JUMP, start);
  gen.popFrame();
  gen.place(except);
  gen.op(locOf(node.iter), OP.END_ASYNC_FOR);
  gen.stmts(node.orelse);
  gen.place(end);
}

/** Refuses an async statement outside an async function. */
export function requireAsync(gen: Generator, node: ast.Span, message: string): void {
  if (gen.options.topLevelAwait && gen.unit.kind === "module") gen.unit.scope.coroutine = true;
  else if (gen.unit.kind !== "async") throw gen.error(node, message);
}

function whileStmt(gen: Generator, node: ast.While): void {
  const loc = locOf(node);
  const start = gen.label();
  const body = gen.label();
  const end = gen.label();
  const anchor = gen.label();
  gen.place(start);
  gen.pushFrame(loc, { kind: "while", start, exit: end });
  jumpIf(gen, loc, node.test, anchor, false);
  gen.place(body);
  gen.stmts(node.body);
  jumpIf(gen, loc, node.test, body, true);
  gen.popFrame();
  gen.place(anchor);
  gen.stmts(node.orelse);
  gen.place(end);
}

function returnStmt(gen: Generator, node: ast.Return): void {
  const { value } = node;
  const { scope } = gen.unit;
  let loc = locOf(node);
  if (!scope.isFunction) throw gen.error(node, "'return' outside function");
  if (value !== null && scope.coroutine && scope.generator) {
    throw gen.error(node, "'return' with value in async generator");
  }
  const constant = value?.kind === "Constant" ? value : null;
  if (value !== null && constant === null) gen.expr(value);
  else if (value !== null) {
    loc = locOf(value);
    gen.op(loc, OP.NOP);
  }
  if (value === null || value.lineno !== node.lineno) {
    loc = locOf(node);
    gen.op(loc, OP.NOP);
  }
  loc = unwind(gen, loc, value !== null && constant === null, false).loc;
  if (value === null) gen.none(loc);
  else if (constant !== null) gen.constant(loc, constantOf(constant));
  gen.op(loc, OP.RETURN_VALUE);
}

function breakStmt(gen: Generator, node: ast.Break): void {
  const origin = locOf(node);
  gen.op(origin, OP.NOP);
  const { loc, loop } = unwind(gen, origin, false, true);
  if (loop === null) throw gen.errorAt(origin, "'break' outside loop");
  gen.jump(unwindFrame(gen, loc, loop, false), OP.JUMP, loop.exit);
}

function continueStmt(gen: Generator, node: ast.Continue): void {
  const origin = locOf(node);
  gen.op(origin, OP.NOP);
  const { loc, loop } = unwind(gen, origin, false, true);
  if (loop === null) throw gen.errorAt(origin, "'continue' not properly in loop");
  gen.jump(loc, OP.JUMP, loop.start);
}

function importStmt(gen: Generator, node: ast.Import): void {
  const loc = locOf(node);
  for (const { name, asname } of node.names) {
    gen.constant(loc, { type: "int", value: 0n });
    gen.none(loc);
    gen.named(loc, OP.IMPORT_NAME, name);
    const [first, ...rest] = name.split(".");
    if (asname === null) {
      gen.name(loc, first, "Store");
      continue;
    }
    // `import a.b.c as d` walks down from `a`.
    rest.forEach((attr, i) => {
      if (i > 0) {
        gen.opArg(loc, OP.SWAP, 2);
        gen.op(loc, OP.POP_TOP);
      }
      gen.opArg(loc, OP.IMPORT_FROM, addName(gen.unit.names, attr));
    });
    gen.name(loc, asname, "Store");
    if (rest.length > 0) gen.op(loc, OP.POP_TOP);
  }
}

function importFrom(gen: Generator, node: ast.ImportFrom): void {
  const loc = locOf(node);
  gen.constant(loc, { type: "int", value: BigInt(node.level ?? 0) });
  if (node.module === "__future__" && !isInFutureHead(gen, node)) {
    throw gen.error(node, "from __future__ imports must occur at the beginning of the file");
  }
  gen.constant(loc, gen.nameTuple(node.names.map((alias) => alias.name)));
  gen.named(loc, OP.IMPORT_NAME, node.module ?? "");
  if (node.names[0].name === "*") {
    gen.intrinsic1(loc, "INTRINSIC_IMPORT_STAR");
    gen.op(NO_LOC, OP.POP_TOP);
    return;
  }
  for (const { name, asname } of node.names) {
    gen.named(loc, OP.IMPORT_FROM, name);
    gen.name(loc, asname ?? name, "Store");
  }
  gen.op(loc, OP.POP_TOP);
}

function isInFutureHead(gen: Generator, node: ast.Span): boolean {
  const end = gen.options.futureEnd;
  if (end === null) return false;
  return node.lineno < end.lineno || (node.lineno === end.lineno && node.col_offset <= end.col_offset);
}

function assertStmt(gen: Generator, node: ast.Assert): void {
  const loc = locOf(node);
  checkAssert(gen, node);
  if (gen.options.optimize > 0) return;
  const end = gen.label();
  jumpIf(gen, loc, node.test, end, true);
  gen.op(loc, OP.LOAD_ASSERTION_ERROR);
  if (node.msg !== null) {
    gen.expr(node.msg);
    gen.opArg(loc, OP.CALL, 0);
  }
  gen.opArg(loc, OP.RAISE_VARARGS, 1);
  gen.place(end);
}

function exprStmt(gen: Generator, node: ast.ExprStmt): void {
  const loc = locOf(node);
  if (gen.options.interactive && gen.unit.kind === "module") {
    gen.expr(node.value);
    gen.intrinsic1(loc, "INTRINSIC_PRINT");
    gen.op(NO_LOC, OP.POP_TOP);
  } else if (node.value.kind === "Constant") gen.op(loc, OP.NOP);
  else {
    gen.expr(node.value);
    gen.op(NO_LOC, OP.POP_TOP);
  }
}

function raise(gen: Generator, node: ast.Raise): void {
  let count = 0;
  for (const value of [node.exc, node.cause]) {
    if (value === null) break;
    gen.expr(value);
    count++;
  }
  gen.opArg(locOf(node), OP.RAISE_VARARGS, count);
}

const nothing = (): void => {};

type Simple = Omit<
  StmtVisitors,
  "FunctionDef" | "AsyncFunctionDef" | "ClassDef" | "TypeAlias" | "Try" | "TryStar" | "With" | "AsyncWith" | "Match"
>;

export const stmtVisitors: Simple = {
  Expr: exprStmt,
  Assign: assign,
  AugAssign: augAssign,
  AnnAssign: annAssign,
  If: ifStmt,
  For: forStmt,
  AsyncFor: asyncFor,
  While: whileStmt,
  Return: returnStmt,
  Break: breakStmt,
  Continue: continueStmt,
  Import: importStmt,
  ImportFrom: importFrom,
  Assert: assertStmt,
  Raise: raise,
  Delete: (gen, node) => gen.exprList(node.targets),
  Pass: (gen, node) => gen.op(locOf(node), OP.NOP),
  Global: nothing,
  Nonlocal: nothing,
};
