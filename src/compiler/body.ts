// The statements of a module or class: its annotations and docstring first.

import type * as ast from "../../grammar/ast.ts";
import { OP } from "../bytecode/opcodes.ts";
import { docstringOf } from "./fold.ts";
import type { Generator } from "./generator.ts";
import { type Loc, locOf, NO_LOC } from "./unit.ts";

/** Whether the block of `body` annotates a variable, in whatever statement. */
export function hasAnnotations(body: readonly ast.Stmt[]): boolean {
  const waiting: (readonly ast.Stmt[])[] = [body];
  while (waiting.length > 0) {
    for (const node of waiting.pop()!) {
      switch (node.kind) {
        case "AnnAssign":
          return true;
        case "For":
        case "AsyncFor":
        case "While":
        case "If":
          waiting.push(node.body, node.orelse);
          break;
        case "With":
        case "AsyncWith":
          waiting.push(node.body);
          break;
        case "Try":
        case "TryStar":
          waiting.push(node.body, node.orelse, node.finalbody);
          for (const handler of node.handlers) waiting.push(handler.body);
          break;
        case "Match":
          for (const one of node.cases) waiting.push(one.body);
          break;
        default:
          break;
      }
    }
  }
  return false;
}

export function blockBody(gen: Generator, loc: Loc, body: readonly ast.Stmt[]): void {
  if (gen.unit.kind === "module" && body.length > 0) loc = locOf(body[0]);
  if (hasAnnotations(body)) gen.op(loc, OP.SETUP_ANNOTATIONS);
  if (body.length === 0) return;
  if (gen.options.optimize >= 2 || docstringOf(body) === null) {
    gen.stmts(body);
    return;
  }
  gen.expr((body[0] as ast.ExprStmt).value);
  gen.name(NO_LOC, "__doc__", "Store");
  gen.stmts(body.slice(1));
}
