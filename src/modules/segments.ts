// What a piece of a source line is, for the carets of tracebacks: a binary operation or a subscript,
// once the compiler has folded what is constant in it.

import type { Expr } from "../../grammar/ast.ts";
import { parse, SourceError } from "../../grammar/index.ts";
import { TooDeep } from "../compiler/errors.ts";
import { foldTree } from "../compiler/fold.ts";
import type { Segment } from "../vm/reportcarets.ts";

/** The one expression that a text is; null when it is anything else, or wrong. */
function expressionOf(text: string): Expr | null {
  try {
    const tree = parse(text);
    foldTree(tree, 0, false);
    if (tree.kind !== "Module" || tree.body.length !== 1) return null;
    const [statement] = tree.body;
    return statement.kind === "Expr" ? statement.value : null;
  } catch (e) {
    if (e instanceof SourceError || e instanceof TooDeep) return null;
    throw e;
  }
}

/** What a piece of source is; null for anything but a binary operation or a subscript. */
export function segmentOf(text: string): Segment | null {
  const expression = expressionOf(text);
  if (expression?.kind === "BinOp") {
    return { kind: "binary", leftEnd: expression.left.end_col_offset, rightStart: expression.right.col_offset };
  }
  if (expression?.kind === "Subscript") {
    return { kind: "subscript", valueEnd: expression.value.end_col_offset, indexEnd: expression.slice.end_col_offset };
  }
  return null;
}
