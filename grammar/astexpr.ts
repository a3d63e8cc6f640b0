// The nodes of expressions, in the abstract syntax tree that ast.ts describes.

/** Where a node stands in the source. */
export interface Span {
  lineno: number;
  col_offset: number;
  end_lineno: number;
  end_col_offset: number;
}

/** The value of a literal. A str is UTF-16 text in which a surrogate pair is one character. */
export type ConstantValue =
  | { type: "None" }
  | { type: "Ellipsis" }
  | { type: "bool"; value: boolean }
  | { type: "int"; value: bigint }
  | { type: "float"; value: number }
  | { type: "complex"; real: number; imag: number }
  | { type: "str"; value: string }
  | { type: "bytes"; value: Uint8Array };

export type Expr =
  | BoolOp
  | NamedExpr
  | BinOp
  | UnaryOp
  | Lambda
  | IfExp
  | Dict
  | Set
  | ListComp
  | SetComp
  | DictComp
  | GeneratorExp
  | Await
  | Yield
  | YieldFrom
  | Compare
  | Call
  | FormattedValue
  | JoinedStr
  | Constant
  | Attribute
  | Subscript
  | Starred
  | Name
  | List
  | Tuple
  | Slice;

export interface BoolOp extends Span {
  kind: "BoolOp";
  op: BoolOperator;
  values: Expr[];
}

export interface NamedExpr extends Span {
  kind: "NamedExpr";
  target: Expr;
  value: Expr;
}

export interface BinOp extends Span {
  kind: "BinOp";
  left: Expr;
  op: Operator;
  right: Expr;
}

export interface UnaryOp extends Span {
  kind: "UnaryOp";
  op: UnaryOperator;
  operand: Expr;
}

export interface Lambda extends Span {
  kind: "Lambda";
  args: Arguments;
  body: Expr;
}

export interface IfExp extends Span {
  kind: "IfExp";
  test: Expr;
  body: Expr;
  orelse: Expr;
}

export interface Dict extends Span {
  kind: "Dict";
  keys: (Expr | null)[];
  values: Expr[];
}

export interface Set extends Span {
  kind: "Set";
  elts: Expr[];
}

export interface ListComp extends Span {
  kind: "ListComp";
  elt: Expr;
  generators: Comprehension[];
}

export interface SetComp extends Span {
  kind: "SetComp";
  elt: Expr;
  generators: Comprehension[];
}

export interface DictComp extends Span {
  kind: "DictComp";
  key: Expr;
  value: Expr;
  generators: Comprehension[];
}

export interface GeneratorExp extends Span {
  kind: "GeneratorExp";
  elt: Expr;
  generators: Comprehension[];
}

export interface Await extends Span {
  kind: "Await";
  value: Expr;
}

export interface Yield extends Span {
  kind: "Yield";
  value: Expr | null;
}

export interface YieldFrom extends Span {
  kind: "YieldFrom";
  value: Expr;
}

export interface Compare extends Span {
  kind: "Compare";
  left: Expr;
  ops: CmpOperator[];
  comparators: Expr[];
}

export interface Call extends Span {
  kind: "Call";
  func: Expr;
  args: Expr[];
  keywords: Keyword[];
}

export interface FormattedValue extends Span {
  kind: "FormattedValue";
  value: Expr;
  conversion: number;
  format_spec: Expr | null;
}

export interface JoinedStr extends Span {
  kind: "JoinedStr";
  values: Expr[];
}

export interface Constant extends Span {
  kind: "Constant";
  value: ConstantValue;
  /** Python's `kind`: "u" for a str literal with that prefix. */
  prefix: "u" | null;
}

export interface Attribute extends Span {
  kind: "Attribute";
  value: Expr;
  attr: string;
  ctx: ExprContext;
}

export interface Subscript extends Span {
  kind: "Subscript";
  value: Expr;
  slice: Expr;
  ctx: ExprContext;
}

export interface Starred extends Span {
  kind: "Starred";
  value: Expr;
  ctx: ExprContext;
}

export interface Name extends Span {
  kind: "Name";
  id: string;
  ctx: ExprContext;
}

export interface List extends Span {
  kind: "List";
  elts: Expr[];
  ctx: ExprContext;
}

export interface Tuple extends Span {
  kind: "Tuple";
  elts: Expr[];
  ctx: ExprContext;
}

export interface Slice extends Span {
  kind: "Slice";
  lower: Expr | null;
  upper: Expr | null;
  step: Expr | null;
}

export type ExprContext = "Load" | "Store" | "Del";

export type BoolOperator = "And" | "Or";

export type Operator =
  | "Add"
  | "Sub"
  | "Mult"
  | "MatMult"
  | "Div"
  | "Mod"
  | "Pow"
  | "LShift"
  | "RShift"
  | "BitOr"
  | "BitXor"
  | "BitAnd"
  | "FloorDiv";

export type UnaryOperator = "Invert" | "Not" | "UAdd" | "USub";

export type CmpOperator = "Eq" | "NotEq" | "Lt" | "LtE" | "Gt" | "GtE" | "Is" | "IsNot" | "In" | "NotIn";

export interface Comprehension {
  kind: "comprehension";
  target: Expr;
  iter: Expr;
  ifs: Expr[];
  is_async: number;
}

export interface Arguments {
  kind: "arguments";
  posonlyargs: Arg[];
  args: Arg[];
  vararg: Arg | null;
  kwonlyargs: Arg[];
  kw_defaults: (Expr | null)[];
  kwarg: Arg | null;
  defaults: Expr[];
}

export interface Arg extends Span {
  kind: "arg";
  arg: string;
  annotation: Expr | null;
  type_comment: string | null;
}

export interface Keyword extends Span {
  kind: "keyword";
  arg: string | null;
  value: Expr;
}
