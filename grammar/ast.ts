// The abstract syntax tree, node for node and field for field Python's `ast` module.
// `kind` is the name of the node class. Operators and contexts, which have no fields, are plain strings.
// Lines count from 1; columns are offsets in UTF-8 bytes from the start of the line, as in CPython.

import type { Pattern, TypeIgnore, TypeParam } from "./astpatterns.ts";

export type * from "./astpatterns.ts";

import type { Arguments, Expr, Keyword, Operator, Span } from "./astexpr.ts";

export type * from "./astexpr.ts";

export type Mod = Module | Interactive | Expression | FunctionType;

export interface Module {
  kind: "Module";
  body: Stmt[];
  type_ignores: TypeIgnore[];
}

export interface Interactive {
  kind: "Interactive";
  body: Stmt[];
}

export interface Expression {
  kind: "Expression";
  body: Expr;
}

export interface FunctionType {
  kind: "FunctionType";
  argtypes: Expr[];
  returns: Expr;
}

export type Stmt =
  | FunctionDef
  | AsyncFunctionDef
  | ClassDef
  | Return
  | Delete
  | Assign
  | TypeAlias
  | AugAssign
  | AnnAssign
  | For
  | AsyncFor
  | While
  | If
  | With
  | AsyncWith
  | Match
  | Raise
  | Try
  | TryStar
  | Assert
  | Import
  | ImportFrom
  | Global
  | Nonlocal
  | ExprStmt
  | Pass
  | Break
  | Continue;

export interface FunctionDef extends Span {
  kind: "FunctionDef";
  name: string;
  args: Arguments;
  body: Stmt[];
  decorator_list: Expr[];
  returns: Expr | null;
  type_comment: string | null;
  type_params: TypeParam[];
}

export interface AsyncFunctionDef extends Span {
  kind: "AsyncFunctionDef";
  name: string;
  args: Arguments;
  body: Stmt[];
  decorator_list: Expr[];
  returns: Expr | null;
  type_comment: string | null;
  type_params: TypeParam[];
}

export interface ClassDef extends Span {
  kind: "ClassDef";
  name: string;
  bases: Expr[];
  keywords: Keyword[];
  body: Stmt[];
  decorator_list: Expr[];
  type_params: TypeParam[];
}

export interface Return extends Span {
  kind: "Return";
  value: Expr | null;
}

export interface Delete extends Span {
  kind: "Delete";
  targets: Expr[];
}

export interface Assign extends Span {
  kind: "Assign";
  targets: Expr[];
  value: Expr;
  type_comment: string | null;
}

export interface TypeAlias extends Span {
  kind: "TypeAlias";
  name: Expr;
  type_params: TypeParam[];
  value: Expr;
}

export interface AugAssign extends Span {
  kind: "AugAssign";
  target: Expr;
  op: Operator;
  value: Expr;
}

export interface AnnAssign extends Span {
  kind: "AnnAssign";
  target: Expr;
  annotation: Expr;
  value: Expr | null;
  simple: number;
}

export interface For extends Span {
  kind: "For";
  target: Expr;
  iter: Expr;
  body: Stmt[];
  orelse: Stmt[];
  type_comment: string | null;
}

export interface AsyncFor extends Span {
  kind: "AsyncFor";
  target: Expr;
  iter: Expr;
  body: Stmt[];
  orelse: Stmt[];
  type_comment: string | null;
}

export interface While extends Span {
  kind: "While";
  test: Expr;
  body: Stmt[];
  orelse: Stmt[];
}

export interface If extends Span {
  kind: "If";
  test: Expr;
  body: Stmt[];
  orelse: Stmt[];
}

export interface With extends Span {
  kind: "With";
  items: WithItem[];
  body: Stmt[];
  type_comment: string | null;
}

export interface AsyncWith extends Span {
  kind: "AsyncWith";
  items: WithItem[];
  body: Stmt[];
  type_comment: string | null;
}

export interface Match extends Span {
  kind: "Match";
  subject: Expr;
  cases: MatchCase[];
}

export interface Raise extends Span {
  kind: "Raise";
  exc: Expr | null;
  cause: Expr | null;
}

export interface Try extends Span {
  kind: "Try";
  body: Stmt[];
  handlers: ExceptHandler[];
  orelse: Stmt[];
  finalbody: Stmt[];
}

export interface TryStar extends Span {
  kind: "TryStar";
  body: Stmt[];
  handlers: ExceptHandler[];
  orelse: Stmt[];
  finalbody: Stmt[];
}

export interface Assert extends Span {
  kind: "Assert";
  test: Expr;
  msg: Expr | null;
}

export interface Import extends Span {
  kind: "Import";
  names: Alias[];
}

export interface ImportFrom extends Span {
  kind: "ImportFrom";
  module: string | null;
  names: Alias[];
  level: number | null;
}

export interface Global extends Span {
  kind: "Global";
  names: string[];
}

export interface Nonlocal extends Span {
  kind: "Nonlocal";
  names: string[];
}

/** An expression as a statement: class `Expr` in Python, where the union of all expressions has another name. */
export interface ExprStmt extends Span {
  kind: "Expr";
  value: Expr;
}

export interface Pass extends Span {
  kind: "Pass";
}

export interface Break extends Span {
  kind: "Break";
}

export interface Continue extends Span {
  kind: "Continue";
}

export interface ExceptHandler extends Span {
  kind: "ExceptHandler";
  type: Expr | null;
  name: string | null;
  body: Stmt[];
}

export interface Alias extends Span {
  kind: "alias";
  name: string;
  asname: string | null;
}

export interface WithItem {
  kind: "withitem";
  context_expr: Expr;
  optional_vars: Expr | null;
}

export interface MatchCase {
  kind: "match_case";
  pattern: Pattern;
  guard: Expr | null;
  body: Stmt[];
}
