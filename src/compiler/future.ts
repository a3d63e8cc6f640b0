// `from __future__ import`: which features a file asks for, and how far its head reaches.

import type * as ast from "../../grammar/ast.ts";
import type { Reporter } from "./errors.ts";

export const CO_FUTURE_BARRY_AS_BDFL = 0x400000;
export const CO_FUTURE_ANNOTATIONS = 0x1000000;
/** All flags that code inherits from the code that compiles it. */
export const FUTURE_FLAGS = 0x1fe0000;

const FEATURES: Record<string, number> = {
  nested_scopes: 0,
  generators: 0,
  division: 0,
  absolute_import: 0,
  with_statement: 0,
  print_function: 0,
  unicode_literals: 0,
  generator_stop: 0,
  barry_as_FLUFL: CO_FUTURE_BARRY_AS_BDFL,
  annotations: CO_FUTURE_ANNOTATIONS,
};

export interface Future {
  readonly flags: number;
  /** The last future import of the head. */
  readonly end: ast.Span | null;
}

export function findFuture(tree: ast.Mod, report: Reporter): Future {
  let flags = 0;
  let end: ast.Span | null = null;
  if (tree.kind !== "Module" && tree.kind !== "Interactive") return { flags, end };
  for (const node of tree.body) {
    if (node.kind === "ImportFrom" && node.module === "__future__") {
      for (const { name } of node.names) flags |= flagOf(name, node, report);
      end = node;
    } else if (node !== tree.body[0] || node.kind !== "Expr" || !isString(node.value)) break;
  }
  return { flags, end };
}

const isString = (node: ast.Expr): boolean => node.kind === "Constant" && node.value.type === "str";

function flagOf(name: string, node: ast.ImportFrom, report: Reporter): number {
  if (Object.hasOwn(FEATURES, name)) return FEATURES[name];
  throw report.errorAtStart(node, name === "braces" ? "not a chance" : `future feature ${name} is not defined`);
}
