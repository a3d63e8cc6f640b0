// `try`, `try` with `except*`, `with` and `async with`.
//
// SETUP_FINALLY, SETUP_CLEANUP and SETUP_WITH name the handler of what follows them, up to the
// matching POP_BLOCK; the flow graph turns them into the exception table.

import type * as ast from "../../grammar/ast.ts";
import { OP } from "../bytecode/opcodes.ts";
import type { Generator, StmtVisitors } from "./generator.ts";
import { requireAsync } from "./stmts.ts";
import { locOf, NO_LOC } from "./unit.ts";
import { callExitWithNones, forgetName } from "./unwind.ts";

type TryNode = ast.Try | ast.TryStar;

function tryStmt(gen: Generator, node: TryNode): void {
  if (node.finalbody.length > 0) tryFinally(gen, node);
  else tryHandlers(gen, node);
}

function tryHandlers(gen: Generator, node: TryNode): void {
  if (node.kind === "Try") tryExcept(gen, node);
  else tryStarExcept(gen, node);
}

/** The body of `finally` is compiled twice: once for the way through, once for an exception. */
function tryFinally(gen: Generator, node: TryNode): void {
  const loc = locOf(node);
  const body = gen.label();
  const end = gen.label();
  const exit = gen.label();
  const cleanup = gen.label();
  gen.jump(loc, OP.SETUP_FINALLY, end);
  gen.place(body);
  gen.pushFrame(loc, { kind: "finallyTry", start: body, exit: end, unwind: () => gen.stmts(node.finalbody) });
  if (node.handlers.length > 0) tryHandlers(gen, node);
  else gen.stmts(node.body);
  gen.op(NO_LOC, OP.POP_BLOCK);
  gen.popFrame();
  gen.stmts(node.finalbody);
  gen.jump(NO_LOC, OP.JUMP, exit);
  gen.place(end);
  gen.jump(NO_LOC, OP.SETUP_CLEANUP, cleanup);
  gen.op(NO_LOC, OP.PUSH_EXC_INFO);
  gen.pushFrame(NO_LOC, { kind: "finallyEnd", start: end });
  gen.stmts(node.finalbody);
  gen.popFrame();
  gen.opArg(NO_LOC, OP.RERAISE, 0);
  gen.place(cleanup);
  gen.popExceptAndReraise(NO_LOC);
  gen.place(exit);
}

function tryExcept(gen: Generator, node: ast.Try): void {
  const loc = locOf(node);
  const body = gen.label();
  const except = gen.label();
  const end = gen.label();
  const cleanup = gen.label();
  gen.jump(loc, OP.SETUP_FINALLY, except);
  gen.place(body);
  gen.pushFrame(loc, { kind: "try", start: body });
  gen.stmts(node.body);
  gen.popFrame();
  gen.op(NO_LOC, OP.POP_BLOCK);
  gen.stmts(node.orelse);
  gen.jump(NO_LOC, OP.JUMP, end);
  gen.place(except);
  gen.jump(NO_LOC, OP.SETUP_CLEANUP, cleanup);
  gen.op(NO_LOC, OP.PUSH_EXC_INFO);
  gen.pushFrame(loc, { kind: "handler" });
  node.handlers.forEach((handler, i) => {
    if (handler.type === null && i < node.handlers.length - 1) {
      throw gen.error(handler, "default 'except:' must be last");
    }
    exceptHandler(gen, handler, end);
  });
  gen.popFrame();
  gen.opArg(NO_LOC, OP.RERAISE, 0);
  gen.place(cleanup);
  gen.popExceptAndReraise(NO_LOC);
  gen.place(end);
}

function exceptHandler(gen: Generator, handler: ast.ExceptHandler, end: number): void {
  const loc = locOf(handler);
  const next = gen.label();
  if (handler.type !== null) {
    gen.expr(handler.type);
    gen.op(loc, OP.CHECK_EXC_MATCH);
    gen.jump(loc, OP.POP_JUMP_IF_FALSE, next);
  }
  if (handler.name !== null) namedHandler(gen, handler, handler.name, end);
  else {
    const body = gen.label();
    gen.op(loc, OP.POP_TOP);
    gen.place(body);
    gen.pushFrame(loc, { kind: "cleanup", start: body });
    gen.stmts(handler.body);
    gen.popFrame();
    gen.op(NO_LOC, OP.POP_BLOCK);
    gen.op(NO_LOC, OP.POP_EXCEPT);
    gen.jump(NO_LOC, OP.JUMP, end);
  }
  gen.place(next);
}

function namedHandler(gen: Generator, handler: ast.ExceptHandler, name: string, end: number): void {
  const loc = locOf(handler);
  const cleanup = gen.label();
  const body = gen.label();
  gen.name(loc, name, "Store");
  gen.jump(loc, OP.SETUP_CLEANUP, cleanup);
  gen.place(body);
  gen.pushFrame(loc, { kind: "cleanup", start: body, name });
  gen.stmts(handler.body);
  gen.popFrame();
  gen.op(NO_LOC, OP.POP_BLOCK);
  gen.op(NO_LOC, OP.POP_BLOCK);
  gen.op(NO_LOC, OP.POP_EXCEPT);
  forgetName(gen, NO_LOC, name);
  gen.jump(NO_LOC, OP.JUMP, end);
  gen.place(cleanup);
  forgetName(gen, NO_LOC, name);
  gen.opArg(NO_LOC, OP.RERAISE, 1);
}

/** On the stack of an except* chain: the original group, the list of what was raised, the rest of the group. */
function tryStarExcept(gen: Generator, node: TryNode): void {
  const loc = locOf(node);
  const body = gen.label();
  const except = gen.label();
  const orelse = gen.label();
  const end = gen.label();
  const cleanup = gen.label();
  const reraiseStar = gen.label();
  gen.jump(loc, OP.SETUP_FINALLY, except);
  gen.place(body);
  gen.pushFrame(loc, { kind: "try", start: body });
  gen.stmts(node.body);
  gen.popFrame();
  gen.op(NO_LOC, OP.POP_BLOCK);
  gen.jump(NO_LOC, OP.JUMP, orelse);
  gen.place(except);
  gen.jump(NO_LOC, OP.SETUP_CLEANUP, cleanup);
  gen.op(NO_LOC, OP.PUSH_EXC_INFO);
  gen.pushFrame(loc, { kind: "groupHandler" });
  node.handlers.forEach((handler, i) => {
    groupHandler(gen, handler, i === 0);
    if (i < node.handlers.length - 1) return;
    gen.opArg(NO_LOC, OP.LIST_APPEND, 1);
    gen.jump(NO_LOC, OP.JUMP, reraiseStar);
  });
  gen.popFrame();
  gen.place(reraiseStar);
  reraiseRest(gen, end);
  gen.place(cleanup);
  gen.popExceptAndReraise(NO_LOC);
  gen.place(orelse);
  gen.stmts(node.orelse);
  gen.place(end);
}

function reraiseRest(gen: Generator, end: number): void {
  const reraise = gen.label();
  gen.intrinsic2(NO_LOC, "INTRINSIC_PREP_RERAISE_STAR");
  gen.opArg(NO_LOC, OP.COPY, 1);
  gen.jump(NO_LOC, OP.POP_JUMP_IF_NOT_NONE, reraise);
  gen.op(NO_LOC, OP.POP_TOP);
  gen.op(NO_LOC, OP.POP_BLOCK);
  gen.op(NO_LOC, OP.POP_EXCEPT);
  gen.jump(NO_LOC, OP.JUMP, end);
  gen.place(reraise);
  gen.op(NO_LOC, OP.POP_BLOCK);
  gen.opArg(NO_LOC, OP.SWAP, 2);
  gen.op(NO_LOC, OP.POP_EXCEPT);
  gen.opArg(NO_LOC, OP.RERAISE, 0);
}

function groupHandler(gen: Generator, handler: ast.ExceptHandler, isFirst: boolean): void {
  const loc = locOf(handler);
  const next = gen.label();
  const withError = gen.label();
  const noMatch = gen.label();
  const cleanup = gen.label();
  const body = gen.label();
  if (isFirst) {
    gen.opArg(loc, OP.BUILD_LIST, 0);
    gen.opArg(loc, OP.COPY, 2);
  }
  if (handler.type !== null) {
    gen.expr(handler.type);
    gen.op(loc, OP.CHECK_EG_MATCH);
    gen.opArg(loc, OP.COPY, 1);
    gen.jump(loc, OP.POP_JUMP_IF_NONE, noMatch);
  }
  if (handler.name !== null) gen.name(loc, handler.name, "Store");
  else gen.op(loc, OP.POP_TOP);
  gen.jump(loc, OP.SETUP_CLEANUP, cleanup);
  gen.place(body);
  gen.pushFrame(loc, { kind: "cleanup", start: body, name: handler.name });
  gen.stmts(handler.body);
  gen.popFrame();
  gen.op(NO_LOC, OP.POP_BLOCK);
  if (handler.name !== null) forgetName(gen, NO_LOC, handler.name);
  gen.jump(NO_LOC, OP.JUMP, next);
  gen.place(cleanup);
  if (handler.name !== null) forgetName(gen, NO_LOC, handler.name);
  gen.opArg(NO_LOC, OP.LIST_APPEND, 3);
  gen.op(NO_LOC, OP.POP_TOP);
  gen.jump(NO_LOC, OP.JUMP, withError);
  gen.place(next);
  gen.op(NO_LOC, OP.NOP);
  gen.jump(NO_LOC, OP.JUMP, withError);
  gen.place(noMatch);
  gen.op(loc, OP.POP_TOP);
  gen.place(withError);
}

/** After WITH_EXCEPT_START: the exception goes on unless __exit__ answered true. */
function finishExit(gen: Generator, cleanup: number): void {
  const suppress = gen.label();
  const exit = gen.label();
  gen.jump(NO_LOC, OP.POP_JUMP_IF_TRUE, suppress);
  gen.opArg(NO_LOC, OP.RERAISE, 2);
  gen.place(suppress);
  gen.op(NO_LOC, OP.POP_TOP);
  gen.op(NO_LOC, OP.POP_BLOCK);
  gen.op(NO_LOC, OP.POP_EXCEPT);
  gen.op(NO_LOC, OP.POP_TOP);
  gen.op(NO_LOC, OP.POP_TOP);
  gen.jump(NO_LOC, OP.JUMP, exit);
  gen.place(cleanup);
  gen.popExceptAndReraise(NO_LOC);
  gen.place(exit);
}

function withStmt(gen: Generator, node: ast.With | ast.AsyncWith): void {
  withItem(gen, node, 0);
}

function withItem(gen: Generator, node: ast.With | ast.AsyncWith, index: number): void {
  const loc = locOf(node);
  const isAsync = node.kind === "AsyncWith";
  if (isAsync) requireAsync(gen, node, "'async with' outside async function");
  const item = node.items[index];
  const block = gen.label();
  const final = gen.label();
  const exit = gen.label();
  const cleanup = gen.label();
  gen.expr(item.context_expr);
  gen.op(loc, isAsync ? OP.BEFORE_ASYNC_WITH : OP.BEFORE_WITH);
  if (isAsync) gen.awaitValue(loc, 1);
  gen.jump(loc, OP.SETUP_WITH, final);
  gen.place(block);
  gen.pushFrame(loc, { kind: isAsync ? "asyncWith" : "with", start: block, exit: final, loc });
  if (item.optional_vars !== null) gen.expr(item.optional_vars);
  else gen.op(loc, OP.POP_TOP);
  if (index + 1 === node.items.length) gen.stmts(node.body);
  else withItem(gen, node, index + 1);
  gen.popFrame();
  gen.op(isAsync ? loc : NO_LOC, OP.POP_BLOCK);
  callExitWithNones(gen, loc);
  if (isAsync) gen.awaitValue(loc, 2);
  gen.op(loc, OP.POP_TOP);
  gen.jump(loc, OP.JUMP, exit);
  gen.place(final);
  gen.jump(loc, OP.SETUP_CLEANUP, cleanup);
  gen.op(loc, OP.PUSH_EXC_INFO);
  gen.op(loc, OP.WITH_EXCEPT_START);
  if (isAsync) gen.awaitValue(loc, 2);
  finishExit(gen, cleanup);
  gen.place(exit);
}

export const tryVisitors: Pick<StmtVisitors, "Try" | "TryStar" | "With" | "AsyncWith"> = {
  Try: tryStmt,
  TryStar: tryStmt,
  With: withStmt,
  AsyncWith: withStmt,
};
