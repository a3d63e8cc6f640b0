// The text of an expression, as `from __future__ import annotations` keeps it: CPython's own
// normal form, with parentheses only where precedence asks for them.

import type * as ast from "../../grammar/ast.ts";
import { constantRepr, stringRepr } from "../bytecode/repr.ts";
import { constantOf } from "./fold.ts";
import { OPERATOR_SYMBOLS } from "./generator.ts";
import { isLink, type Link, leftOf } from "./spine.ts";

/** Precedence, loosest first. */
const TUPLE = 0;
const TEST = 1;
const OR = 2;
const AND = 3;
const NOT = 4;
const COMPARISON = 5;
const EXPRESSION = 6;
const ARITHMETIC = 10;
const TERM = 11;
const FACTOR = 12;
const POWER = 13;
const AWAIT = 14;
const ATOM = 15;

const BINARY_LEVELS: Record<ast.Operator, number> = {
  BitOr: EXPRESSION,
  BitXor: 7,
  BitAnd: 8,
  LShift: 9,
  RShift: 9,
  Add: ARITHMETIC,
  Sub: ARITHMETIC,
  Mult: TERM,
  MatMult: TERM,
  Div: TERM,
  Mod: TERM,
  FloorDiv: TERM,
  Pow: POWER,
};

const COMPARISON_WORDS: Record<ast.CmpOperator, string> = {
  Eq: "==",
  NotEq: "!=",
  Lt: "<",
  LtE: "<=",
  Gt: ">",
  GtE: ">=",
  Is: "is",
  IsNot: "is not",
  In: "in",
  NotIn: "not in",
};

/** The text of `node`. */
export function unparse(node: ast.Expr): string {
  return text(node, TEST);
}

const list = (nodes: readonly ast.Expr[]): string => nodes.map((node) => text(node, TEST)).join(", ");

const parenthesize = (inner: string, when: boolean): string => (when ? `(${inner})` : inner);

function text(node: ast.Expr, level: number): string {
  if (isLink(node)) return chain(node, level);
  const write = WRITERS[node.kind] as (node: ast.Expr, level: number) => string;
  return write(node, level);
}

/** `a.b(c)[d] + e`: the text of what a chain starts with, then of each link, without recursion. */
function chain(top: Link, level: number): string {
  const links: Link[] = [];
  let node: ast.Expr = top;
  while (isLink(node)) {
    links.push(node);
    node = leftOf(node);
  }
  let result = text(node, leftLevel(links[links.length - 1]));
  for (let i = links.length - 1; i >= 0; i--) {
    result = link(links[i], result, i === 0 ? level : leftLevel(links[i - 1]));
  }
  return result;
}

/** The precedence that the left side of a link must have. */
function leftLevel(node: Link): number {
  if (node.kind !== "BinOp") return ATOM;
  return BINARY_LEVELS[node.op] + (node.op === "Pow" ? 1 : 0);
}

function link(node: Link, left: string, level: number): string {
  if (node.kind === "BinOp") return binOp(node, left, level);
  if (node.kind === "Attribute") return attribute(node, left);
  return node.kind === "Call" ? call(node, left) : `${left}[${text(node.slice, TUPLE)}]`;
}

function binOp(node: ast.BinOp, left: string, level: number): string {
  const own = BINARY_LEVELS[node.op];
  const isPower = node.op === "Pow";
  const right = text(node.right, own + (isPower ? 0 : 1));
  return parenthesize(`${left} ${OPERATOR_SYMBOLS[node.op]} ${right}`, level > own);
}

const UNARY: Record<ast.UnaryOperator, readonly [symbol: string, level: number]> = {
  Invert: ["~", FACTOR],
  Not: ["not ", NOT],
  UAdd: ["+", FACTOR],
  USub: ["-", FACTOR],
};

function boolOp(node: ast.BoolOp, level: number): string {
  const own = node.op === "And" ? AND : OR;
  const word = node.op === "And" ? " and " : " or ";
  return parenthesize(node.values.map((value) => text(value, own + 1)).join(word), level > own);
}

function compare(node: ast.Compare, level: number): string {
  let result = text(node.left, COMPARISON + 1);
  node.ops.forEach((op, i) => {
    result += ` ${COMPARISON_WORDS[op]} ${text(node.comparators[i], COMPARISON + 1)}`;
  });
  return parenthesize(result, level > COMPARISON);
}

function parameters(args: ast.Arguments): string {
  const positional = [...args.posonlyargs, ...args.args];
  const firstDefault = positional.length - args.defaults.length;
  const parts: string[] = [];
  positional.forEach((arg, i) => {
    parts.push(i < firstDefault ? parameter(arg) : `${parameter(arg)}=${text(args.defaults[i - firstDefault], TEST)}`);
    if (i + 1 === args.posonlyargs.length) parts.push("/");
  });
  if (args.vararg !== null) parts.push(`*${parameter(args.vararg)}`);
  else if (args.kwonlyargs.length > 0) parts.push("*");
  args.kwonlyargs.forEach((arg, i) => {
    const value = args.kw_defaults[i];
    parts.push(value === null ? parameter(arg) : `${parameter(arg)}=${text(value, TEST)}`);
  });
  if (args.kwarg !== null) parts.push(`**${parameter(args.kwarg)}`);
  return parts.join(", ");
}

function parameter(arg: ast.Arg): string {
  return arg.annotation === null ? arg.arg : `${arg.arg}: ${text(arg.annotation, TEST)}`;
}

function generators(nodes: readonly ast.Comprehension[]): string {
  let result = "";
  for (const node of nodes) {
    result += node.is_async ? " async for " : " for ";
    result += `${text(node.target, TUPLE)} in ${text(node.iter, TEST + 1)}`;
    for (const test of node.ifs) result += ` if ${text(test, TEST + 1)}`;
  }
  return result;
}

function dict(node: ast.Dict): string {
  const items = node.values.map((value, i) => {
    const key = node.keys[i];
    return key === null ? `**${text(value, EXPRESSION)}` : `${text(key, TEST)}: ${text(value, TEST)}`;
  });
  return `{${items.join(", ")}}`;
}

function call(node: ast.Call, func: string): string {
  const [only] = node.args;
  if (node.args.length === 1 && node.keywords.length === 0 && only.kind === "GeneratorExp") {
    return func + text(only, TEST);
  }
  const args = node.args.map((arg) => text(arg, TEST));
  for (const { arg, value } of node.keywords) args.push(`${arg === null ? "**" : `${arg}=`}${text(value, TEST)}`);
  return `${func}(${args.join(", ")})`;
}

function constant(node: ast.Constant): string {
  const value = constantOf(node);
  if (value.type === "Ellipsis") return "...";
  const prefix = node.prefix ?? "";
  // An infinite literal is written as one that overflows.
  const result = constantRepr(value);
  return prefix + (value.type === "float" || value.type === "complex" ? result.replaceAll("inf", "1e309") : result);
}

const CONVERSIONS: Record<number, string> = { 97: "!a", 114: "!r", 115: "!s" };

/** The inside of an f-string: literal text with doubled braces, and replacement fields. */
function stringPart(node: ast.Expr, isSpec: boolean): string {
  if (node.kind === "Constant") {
    const value = constantOf(node);
    return value.type === "str" ? value.value.replace(/[{}]/g, "$&$&") : "";
  }
  if (node.kind === "JoinedStr") {
    const inner = node.values.map((value) => stringPart(value, isSpec)).join("");
    return isSpec ? inner : stringRepr(inner);
  }
  return node.kind === "FormattedValue" ? field(node) : text(node, TEST);
}

function field(node: ast.FormattedValue): string {
  const inner = text(node.value, TEST + 1);
  const open = inner.startsWith("{") ? "{ " : "{";
  const spec = node.format_spec === null ? "" : `:${stringPart(node.format_spec, true)}`;
  return `${open}${inner}${CONVERSIONS[node.conversion] ?? ""}${spec}}`;
}

const fString = (parts: string): string => `f${stringRepr(parts)}`;

function tuple(node: ast.Tuple, level: number): string {
  if (node.elts.length === 0) return "()";
  const inner = node.elts.length === 1 ? `${text(node.elts[0], TEST)},` : list(node.elts);
  return parenthesize(inner, level > TUPLE);
}

function attribute(node: ast.Attribute, value: string): string {
  const isInt = node.value.kind === "Constant" && constantOf(node.value).type === "int";
  return `${value}${isInt ? " " : ""}.${node.attr}`;
}

function slice(node: ast.Slice): string {
  const bound = (one: ast.Expr | null): string => (one === null ? "" : text(one, TEST));
  return `${bound(node.lower)}:${bound(node.upper)}${node.step === null ? "" : `:${bound(node.step)}`}`;
}

type Kinds = Exclude<ast.Expr["kind"], Link["kind"]>;

const WRITERS: { [Kind in Kinds]: (node: Extract<ast.Expr, { kind: Kind }>, level: number) => string } = {
  Name: (node) => node.id,
  Constant: constant,
  Slice: slice,
  Starred: (node) => `*${text(node.value, EXPRESSION)}`,
  UnaryOp(node, level) {
    const [symbol, own] = UNARY[node.op];
    return parenthesize(symbol + text(node.operand, own), level > own);
  },
  BoolOp: boolOp,
  Compare: compare,
  IfExp(node, level) {
    const inner = `${text(node.body, TEST + 1)} if ${text(node.test, TEST + 1)} else ${text(node.orelse, TEST)}`;
    return parenthesize(inner, level > TEST);
  },
  Lambda(node, level) {
    const names = parameters(node.args);
    return parenthesize(`lambda${names === "" ? "" : ` ${names}`}: ${text(node.body, TEST)}`, level > TEST);
  },
  Tuple: tuple,
  List: (node) => `[${list(node.elts)}]`,
  Set: (node) => `{${list(node.elts)}}`,
  Dict: dict,
  ListComp: (node) => `[${text(node.elt, TEST)}${generators(node.generators)}]`,
  SetComp: (node) => `{${text(node.elt, TEST)}${generators(node.generators)}}`,
  GeneratorExp: (node) => `(${text(node.elt, TEST)}${generators(node.generators)})`,
  DictComp: (node) => `{${text(node.key, TEST)}: ${text(node.value, TEST)}${generators(node.generators)}}`,
  JoinedStr: (node) => fString(node.values.map((value) => stringPart(value, false)).join("")),
  FormattedValue: (node) => fString(field(node)),
  NamedExpr(node, level) {
    return parenthesize(`${text(node.target, TUPLE)} := ${text(node.value, ATOM)}`, level > TUPLE);
  },
  Await: (node, level) => parenthesize(`await ${text(node.value, ATOM)}`, level > AWAIT),
  Yield: (node) => (node.value === null ? "(yield)" : `(yield ${text(node.value, TEST)})`),
  YieldFrom: (node) => `(yield from ${text(node.value, TEST)})`,
};
