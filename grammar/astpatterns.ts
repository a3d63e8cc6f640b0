// The nodes of the syntax tree that stand in patterns, type comments and type parameters; see ast.ts.
import type { ConstantValue, Expr, Span } from "./ast.ts";

export type Pattern =
  | MatchValue
  | MatchSingleton
  | MatchSequence
  | MatchMapping
  | MatchClass
  | MatchStar
  | MatchAs
  | MatchOr;

export interface MatchValue extends Span {
  kind: "MatchValue";
  value: Expr;
}

export interface MatchSingleton extends Span {
  kind: "MatchSingleton";
  value: ConstantValue;
}

export interface MatchSequence extends Span {
  kind: "MatchSequence";
  patterns: Pattern[];
}

export interface MatchMapping extends Span {
  kind: "MatchMapping";
  keys: Expr[];
  patterns: Pattern[];
  rest: string | null;
}

export interface MatchClass extends Span {
  kind: "MatchClass";
  cls: Expr;
  patterns: Pattern[];
  kwd_attrs: string[];
  kwd_patterns: Pattern[];
}

export interface MatchStar extends Span {
  kind: "MatchStar";
  name: string | null;
}

export interface MatchAs extends Span {
  kind: "MatchAs";
  pattern: Pattern | null;
  name: string | null;
}

export interface MatchOr extends Span {
  kind: "MatchOr";
  patterns: Pattern[];
}

export interface TypeIgnore {
  kind: "TypeIgnore";
  lineno: number;
  tag: string;
}

export type TypeParam = TypeVar | ParamSpec | TypeVarTuple;

export interface TypeVar extends Span {
  kind: "TypeVar";
  name: string;
  bound: Expr | null;
}

export interface ParamSpec extends Span {
  kind: "ParamSpec";
  name: string;
}

export interface TypeVarTuple extends Span {
  kind: "TypeVarTuple";
  name: string;
}
