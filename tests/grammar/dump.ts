// Writes a tree in the form of CPython's `ast.dump(tree, include_attributes=True)`, to compare the two as text.
// Works with an explicit stack of pieces, so that a deep tree is no trouble.
import type { ConstantValue, Mod } from "../../grammar/ast.ts";

const FIELDS: Record<string, string> = {
  Module: "body type_ignores",
  Interactive: "body",
  Expression: "body",
  FunctionType: "argtypes returns",
  FunctionDef: "name args body decorator_list returns type_comment type_params",
  AsyncFunctionDef: "name args body decorator_list returns type_comment type_params",
  ClassDef: "name bases keywords body decorator_list type_params",
  Return: "value",
  Delete: "targets",
  Assign: "targets value type_comment",
  TypeAlias: "name type_params value",
  AugAssign: "target op value",
  AnnAssign: "target annotation value simple",
  For: "target iter body orelse type_comment",
  AsyncFor: "target iter body orelse type_comment",
  While: "test body orelse",
  If: "test body orelse",
  With: "items body type_comment",
  AsyncWith: "items body type_comment",
  Match: "subject cases",
  Raise: "exc cause",
  Try: "body handlers orelse finalbody",
  TryStar: "body handlers orelse finalbody",
  Assert: "test msg",
  Import: "names",
  ImportFrom: "module names level",
  Global: "names",
  Nonlocal: "names",
  Expr: "value",
  Pass: "",
  Break: "",
  Continue: "",
  BoolOp: "op values",
  NamedExpr: "target value",
  BinOp: "left op right",
  UnaryOp: "op operand",
  Lambda: "args body",
  IfExp: "test body orelse",
  Dict: "keys values",
  Set: "elts",
  ListComp: "elt generators",
  SetComp: "elt generators",
  DictComp: "key value generators",
  GeneratorExp: "elt generators",
  Await: "value",
  Yield: "value",
  YieldFrom: "value",
  Compare: "left ops comparators",
  Call: "func args keywords",
  FormattedValue: "value conversion format_spec",
  JoinedStr: "values",
  Constant: "value kind",
  Attribute: "value attr ctx",
  Subscript: "value slice ctx",
  Starred: "value ctx",
  Name: "id ctx",
  List: "elts ctx",
  Tuple: "elts ctx",
  Slice: "lower upper step",
  comprehension: "target iter ifs is_async",
  ExceptHandler: "type name body",
  arguments: "posonlyargs args vararg kwonlyargs kw_defaults kwarg defaults",
  arg: "arg annotation type_comment",
  keyword: "arg value",
  alias: "name asname",
  withitem: "context_expr optional_vars",
  match_case: "pattern guard body",
  MatchValue: "value",
  MatchSingleton: "value",
  MatchSequence: "patterns",
  MatchMapping: "keys patterns rest",
  MatchClass: "cls patterns kwd_attrs kwd_patterns",
  MatchStar: "name",
  MatchAs: "pattern name",
  MatchOr: "patterns",
  TypeIgnore: "lineno tag",
  TypeVar: "name bound",
  ParamSpec: "name",
  TypeVarTuple: "name",
};

const SPAN = ["lineno", "col_offset", "end_lineno", "end_col_offset"];

/** Fields whose string is the name of a class without fields. */
const ENUM_FIELDS = new Set(["op", "ctx"]);

/** Text that stands as it is; anything else on the stack is a value to write. */
class Text {
  constructor(readonly text: string) {}
}

export function dump(tree: Mod): string {
  const output: string[] = [];
  const stack: unknown[] = [tree];
  while (stack.length > 0) {
    const item = stack.pop();
    if (item instanceof Text) output.push(item.text);
    else if (Array.isArray(item)) pushList(stack, item);
    else if (isNode(item)) pushNode(stack, item);
    else output.push(scalar(item));
  }
  return output.join("");
}

type AnyNode = Record<string, unknown> & { kind: string };

const isNode = (item: unknown): item is AnyNode => typeof item === "object" && item !== null && "kind" in item;

function pushList(stack: unknown[], items: unknown[]): void {
  stack.push(new Text("]"));
  for (let i = items.length - 1; i >= 0; i--) {
    stack.push(items[i]);
    if (i > 0) stack.push(new Text(", "));
  }
  stack.push(new Text("["));
}

function pushNode(stack: unknown[], node: AnyNode): void {
  const parts: [string, unknown][] = [];
  for (const field of FIELDS[node.kind].split(" ")) {
    if (field === "") continue;
    const value = fieldValue(node, field);
    // CPython leaves optional fields out when they are None.
    if (value === null && !isNoneConstant(node, field)) continue;
    parts.push([field, value]);
  }
  for (const field of SPAN) if (field in node) parts.push([field, new Text(String(node[field]))]);
  stack.push(new Text(")"));
  for (let i = parts.length - 1; i >= 0; i--) {
    stack.push(parts[i][1], new Text(`${i > 0 ? ", " : ""}${parts[i][0]}=`));
  }
  stack.push(new Text(`${node.kind}(`));
}

const isNoneConstant = (node: AnyNode, field: string): boolean => node.kind === "MatchSingleton" && field === "value";

function fieldValue(node: AnyNode, field: string): unknown {
  if (node.kind === "Constant" && field === "kind") return node.prefix;
  const value = node[field];
  if (ENUM_FIELDS.has(field)) return new Text(`${String(value)}()`);
  if (field === "ops" && Array.isArray(value)) return value.map((op) => new Text(`${String(op)}()`));
  if (field === "value" && (node.kind === "Constant" || node.kind === "MatchSingleton")) {
    return new Text(constantText(value as ConstantValue));
  }
  return value;
}

function scalar(item: unknown): string {
  if (typeof item === "string") return quote(item);
  return item === null ? "None" : String(item);
}

function constantText(value: ConstantValue): string {
  switch (value.type) {
    case "None":
      return "None";
    case "Ellipsis":
      return "Ellipsis";
    case "bool":
      return value.value ? "True" : "False";
    case "int":
      return `int(0x${value.value.toString(16)})`;
    case "float":
      return `float(${float(value.value)})`;
    case "complex":
      return `complex(${float(value.imag)})`;
    case "str":
      return quote(value.value);
    case "bytes":
      return `bytes(${Array.from(value.value, (byte) => byte.toString(16).padStart(2, "0")).join("")})`;
  }
}

/** The eight bytes of a double: no question of formatting is left. */
function float(value: number): string {
  const view = new DataView(new ArrayBuffer(8));
  view.setFloat64(0, value);
  return view.getBigUint64(0).toString(16).padStart(16, "0");
}

/** A str as the comparer writes it on both sides: everything but plain ASCII as code points. */
export function quote(text: string): string {
  let result = "'";
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0;
    result += code < 32 || code > 126 || code === 39 || code === 92 ? `\\{${code.toString(16)}}` : character;
  }
  return `${result}'`;
}
