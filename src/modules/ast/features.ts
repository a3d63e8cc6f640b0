// What of the language an older Python 3 does not have: compile() refuses it when it is told to
// parse as that version does. The tree is walked with a list, in the order of the source.
import type { Mod, Span } from "../../../grammar/ast.ts";
import { SourceError } from "../../../grammar/errors.ts";

type Node = Readonly<Record<string, unknown>> & { readonly kind: string };

interface Feature {
  /** The minor version that brought it. */
  since: number;
  /** Its name, with the verb that goes with it. */
  name: string;
  /** Has the node it? All nodes of the kind, unless told. */
  when?(node: Node, lines: readonly string[]): boolean;
}

const MATRIX: Feature = { since: 5, name: "The '@' operator is", when: ({ op }) => op === "MatMult" };
const TYPE_PARAMETERS: Feature = {
  since: 12,
  name: "Type parameter lists are",
  when: (node) => (node.type_params as unknown[]).length > 0,
};

/** Is the whole list of items in parentheses, `with (a as b):`? What stands around the first item tells. */
function inParentheses(node: Node, lines: readonly string[]): boolean {
  const [first] = node.items as { context_expr: Span; optional_vars: unknown }[];
  const { lineno, col_offset: start, end_lineno: endLine, end_col_offset: end } = first.context_expr;
  const text = (line: number): Uint8Array => new TextEncoder().encode(lines[line - 1] ?? "");
  const decode = (bytes: Uint8Array): string => new TextDecoder().decode(bytes);
  const before = decode(text(lineno).subarray(0, start));
  const after = decode(text(endLine).subarray(end));
  return (
    /\(\s*$/.test(before) && (/^\s*as\b/.test(after) || ((node.items as unknown[]).length > 1 && /^\s*,/.test(after)))
  );
}

const PARENTHESES: Feature = { since: 9, name: "Parenthesized context managers are", when: inParentheses };

const FEATURES: Readonly<Record<string, readonly Feature[]>> = {
  AnnAssign: [{ since: 6, name: "Variable annotation syntax is" }],
  AsyncFunctionDef: [{ since: 5, name: "Async functions are" }, TYPE_PARAMETERS],
  AsyncWith: [{ since: 5, name: "Async with statements are" }, PARENTHESES],
  AsyncFor: [{ since: 5, name: "Async for loops are" }],
  comprehension: [{ since: 6, name: "Async comprehensions are", when: (node) => node.is_async === 1 }],
  Await: [{ since: 5, name: "Await expressions are" }],
  AugAssign: [MATRIX],
  BinOp: [MATRIX],
  arguments: [
    { since: 8, name: "Positional-only parameters are", when: (node) => (node.posonlyargs as unknown[]).length > 0 },
  ],
  NamedExpr: [{ since: 8, name: "Assignment expressions are" }],
  With: [PARENTHESES],
  TryStar: [{ since: 11, name: "Exception groups are" }],
  Match: [{ since: 10, name: "Pattern matching is" }],
  TypeAlias: [{ since: 12, name: "Type statement is" }],
  FunctionDef: [TYPE_PARAMETERS],
  ClassDef: [TYPE_PARAMETERS],
};

const isNode = (value: unknown): value is Node => typeof value === "object" && value !== null && "kind" in value;

/** Throws a SourceError for the first thing in the tree that Python 3.`minor` lacks. */
export function checkFeatures(tree: Mod, minor: number, source: string): void {
  const lines = source.split("\n");
  const work: { node: Node; place: Span | null }[] = [{ node: tree as unknown as Node, place: null }];
  for (let next = work.pop(); next !== undefined; next = work.pop()) {
    const { node } = next;
    const place = "lineno" in node ? (node as unknown as Span) : next.place;
    for (const { since, name, when } of FEATURES[node.kind] ?? []) {
      if (minor < since && (when === undefined || when(node, lines)))
        throw refused(`${name} only supported in Python 3.${since} and greater`, place, lines);
    }
    const children = Object.values(node)
      .flat()
      .filter(isNode)
      .map((child) => ({ node: child, place }));
    work.push(...children.reverse());
  }
}

function refused(message: string, place: Span | null, lines: readonly string[]): SourceError {
  if (place === null) return new SourceError("SyntaxError", message, null, null, null, null, null);
  const { lineno, col_offset: start, end_lineno: endLine, end_col_offset: end } = place;
  return new SourceError("SyntaxError", message, lineno, start + 1, endLine, end + 1, `${lines[lineno - 1]}\n`);
}
