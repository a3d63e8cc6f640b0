// What the compiler warns about: comparing a literal by identity, calling or indexing what cannot
// be called or indexed, asserting a tuple.

import type * as ast from "../../grammar/ast.ts";
import type { Constant } from "../bytecode/code.ts";
import { constantOf } from "./fold.ts";
import type { Generator } from "./generator.ts";

const TYPE_NAMES: Record<Constant["type"], string> = {
  None: "NoneType",
  Ellipsis: "ellipsis",
  bool: "bool",
  int: "int",
  float: "float",
  complex: "complex",
  str: "str",
  bytes: "bytes",
  tuple: "tuple",
  frozenset: "frozenset",
  code: "code",
};

const DISPLAY_TYPES: Partial<Record<ast.Expr["kind"], string>> = {
  Tuple: "tuple",
  List: "list",
  ListComp: "list",
  Dict: "dict",
  DictComp: "dict",
  Set: "set",
  SetComp: "set",
  GeneratorExp: "generator",
  Lambda: "function",
  JoinedStr: "str",
  FormattedValue: "str",
};

/** The name of the type that an expression has by its form alone; undefined when it may have any. */
function typeName(node: ast.Expr): string | undefined {
  return node.kind === "Constant" ? TYPE_NAMES[constantOf(node).type] : DISPLAY_TYPES[node.kind];
}

const SINGLETONS = new Set<string>(["None", "Ellipsis", "bool"]);

const isLiteral = (node: ast.Expr): boolean => node.kind === "Constant" && !SINGLETONS.has(constantOf(node).type);

export function checkCompare(gen: Generator, node: ast.Compare): void {
  let left = node.left;
  for (let i = 0; i < node.ops.length; i++) {
    const op = node.ops[i];
    const right = node.comparators[i];
    if ((op === "Is" || op === "IsNot") && (isLiteral(left) || isLiteral(right))) {
      const name = typeName(isLiteral(left) ? left : right);
      const [words, better] = op === "Is" ? ["is", "=="] : ["is not", "!="];
      gen.report.warn(node, `"${words}" with '${name}' literal. Did you mean "${better}"?`);
      return;
    }
    left = right;
  }
}

export function checkCallable(gen: Generator, node: ast.Expr): void {
  if (node.kind === "Lambda" || typeName(node) === undefined) return;
  gen.report.warn(node, `'${typeName(node)}' object is not callable; perhaps you missed a comma?`);
}

const INDEXED = new Set<string>(["str", "bytes", "tuple"]);
const NOT_INDEXED = new Set<ast.Expr["kind"]>(["Set", "SetComp", "GeneratorExp", "Lambda"]);

/** Constants that cannot be indexed. A bool is an int. */
const NOT_INDEXED_TYPES = new Set<Constant["type"]>([
  "None",
  "Ellipsis",
  "int",
  "bool",
  "float",
  "complex",
  "frozenset",
]);

export function checkSubscript(gen: Generator, node: ast.Subscript): void {
  const { value, slice } = node;
  const constant = value.kind === "Constant" ? constantOf(value) : null;
  if (constant === null ? NOT_INDEXED.has(value.kind) : NOT_INDEXED_TYPES.has(constant.type)) {
    gen.report.warn(value, `'${typeName(value)}' object is not subscriptable; perhaps you missed a comma?`);
  }
  const index = typeName(slice);
  if (index === undefined || index === "int" || index === "bool") return;
  const known =
    constant === null
      ? ["Tuple", "List", "ListComp", "JoinedStr", "FormattedValue"].includes(value.kind)
      : INDEXED.has(constant.type);
  if (!known) return;
  const name = typeName(value);
  gen.report.warn(value, `${name} indices must be integers or slices, not ${index}; perhaps you missed a comma?`);
}

export function checkAssert(gen: Generator, node: ast.Assert): void {
  const test = node.test;
  const constant = test.kind === "Constant" ? constantOf(test) : null;
  const items = test.kind === "Tuple" ? test.elts : constant?.type === "tuple" ? constant.items : [];
  if (items.length > 0) gen.report.warn(node, "assertion is always true, perhaps remove parentheses?");
}
