// Expressions that lean to the left: `a.b(c)[d] + e`. Programs make them long, so they are walked
// with a list instead of recursion.

import type * as ast from "../../grammar/ast.ts";

export type Link = ast.Attribute | ast.Call | ast.Subscript | ast.BinOp;

export const isLink = (node: ast.Expr): node is Link =>
  node.kind === "Attribute" || node.kind === "Call" || node.kind === "Subscript" || node.kind === "BinOp";

/** The expression that a link starts with. */
export function leftOf(node: Link): ast.Expr {
  if (node.kind === "Call") return node.func;
  return node.kind === "BinOp" ? node.left : node.value;
}
