// The optimizer of the tree: folds constant expressions, as CPython's does and within its limits,
// before the symbol table sees them. A folded node takes the place of the old one in its parent.

import type * as ast from "../../grammar/ast.ts";
import type { Constant } from "../bytecode/code.ts";
import { binary, bool, subscript, unary } from "./arith.ts";
import { MAX_NESTING, TooDeep } from "./errors.ts";
import { foldFormat } from "./foldformat.ts";
import { isLink, type Link, leftOf } from "./spine.ts";
import { MAX_DEPTH } from "./symtable.ts";

/** A constant of the tree, which folding may have made a tuple or a frozenset. */
export function constantOf(node: ast.Constant): Constant {
  return node.value;
}

function constant(node: ast.Span, value: Constant): ast.Constant {
  return {
    kind: "Constant",
    value: value as ast.ConstantValue,
    prefix: null,
    lineno: node.lineno,
    col_offset: node.col_offset,
    end_lineno: node.end_lineno,
    end_col_offset: node.end_col_offset,
  };
}

/** The docstring of a body, or null. */
export function docstringOf(body: readonly ast.Stmt[]): string | null {
  const first = body[0];
  if (first?.kind !== "Expr" || first.value.kind !== "Constant") return null;
  const value = first.value.value;
  return value.type === "str" ? value.value : null;
}

export function foldTree(tree: ast.Mod, optimize: number, futureAnnotations: boolean): void {
  const folder = new Folder(optimize, futureAnnotations);
  if (tree.kind === "Module") folder.body(tree.body);
  else if (tree.kind === "Interactive") folder.stmts(tree.body);
  else if (tree.kind === "Expression") tree.body = folder.expr(tree.body);
}

type Comprehension = ast.ListComp | ast.SetComp | ast.GeneratorExp | ast.DictComp;

class Folder {
  private depth = 0;
  private nesting = 0;

  constructor(
    private readonly optimize: number,
    private readonly futureAnnotations: boolean,
  ) {}

  private deeper(): void {
    if (++this.depth > MAX_DEPTH) throw new TooDeep();
  }

  /** The statements of a block that may have a docstring. */
  body(body: ast.Stmt[]): void {
    const docstring = docstringOf(body) !== null;
    this.stmts(body);
    if (docstring || docstringOf(body) === null) return;
    // What folding made a lone string is no docstring.
    const first = body[0] as ast.ExprStmt;
    const { lineno, col_offset, end_lineno, end_col_offset } = first;
    first.value = { kind: "JoinedStr", values: [first.value], lineno, col_offset, end_lineno, end_col_offset };
  }

  stmts(body: ast.Stmt[]): void {
    for (const stmt of body) this.stmt(stmt);
  }

  private stmt(node: ast.Stmt): void {
    const start = this.depth;
    this.deeper();
    while (node.kind === "If") {
      node.test = this.expr(node.test);
      this.stmts(node.body);
      if (node.orelse.length !== 1) {
        this.stmts(node.orelse);
        break;
      }
      node = node.orelse[0];
      this.deeper();
    }
    if (node.kind !== "If") this.otherStmt(node);
    this.depth = start;
  }

  private otherStmt(node: Exclude<ast.Stmt, ast.If>): void {
    switch (node.kind) {
      case "Expr":
        node.value = this.expr(node.value);
        return;
      case "Assign":
        this.exprs(node.targets);
        node.value = this.expr(node.value);
        return;
      case "AugAssign":
        node.target = this.expr(node.target);
        node.value = this.expr(node.value);
        return;
      case "AnnAssign":
        node.target = this.expr(node.target);
        if (!this.futureAnnotations) node.annotation = this.expr(node.annotation);
        node.value = this.optional(node.value);
        return;
      case "Return":
        node.value = this.optional(node.value);
        return;
      case "FunctionDef":
      case "AsyncFunctionDef":
        this.function(node);
        return;
      case "ClassDef":
        this.typeParams(node.type_params);
        this.exprs(node.bases);
        this.keywords(node.keywords);
        this.body(node.body);
        this.exprs(node.decorator_list);
        return;
      case "TypeAlias":
        this.typeParams(node.type_params);
        node.value = this.expr(node.value);
        return;
      case "Delete":
        this.exprs(node.targets);
        return;
      case "For":
      case "AsyncFor":
        node.target = this.expr(node.target);
        node.iter = this.iterable(this.expr(node.iter));
        this.stmts(node.body);
        this.stmts(node.orelse);
        return;
      case "While":
        node.test = this.expr(node.test);
        this.stmts(node.body);
        this.stmts(node.orelse);
        return;
      case "With":
      case "AsyncWith":
        for (const item of node.items) {
          item.context_expr = this.expr(item.context_expr);
          item.optional_vars = this.optional(item.optional_vars);
        }
        this.stmts(node.body);
        return;
      case "Match":
        this.match(node);
        return;
      case "Raise":
        node.exc = this.optional(node.exc);
        node.cause = this.optional(node.cause);
        return;
      case "Try":
      case "TryStar":
        this.stmts(node.body);
        for (const handler of node.handlers) {
          handler.type = this.optional(handler.type);
          this.stmts(handler.body);
        }
        this.stmts(node.orelse);
        this.stmts(node.finalbody);
        return;
      case "Assert":
        node.test = this.expr(node.test);
        node.msg = this.optional(node.msg);
        return;
      default:
        return;
    }
  }

  private function(node: ast.FunctionDef | ast.AsyncFunctionDef): void {
    this.typeParams(node.type_params);
    this.arguments(node.args);
    this.body(node.body);
    this.exprs(node.decorator_list);
    if (!this.futureAnnotations) node.returns = this.optional(node.returns);
  }

  private arguments(args: ast.Arguments): void {
    if (!this.futureAnnotations) {
      for (const arg of args.posonlyargs) this.parameter(arg);
      for (const arg of args.args) this.parameter(arg);
      for (const arg of args.kwonlyargs) this.parameter(arg);
      if (args.vararg !== null) this.parameter(args.vararg);
      if (args.kwarg !== null) this.parameter(args.kwarg);
    }
    this.exprsOrNull(args.kw_defaults);
    this.exprs(args.defaults);
  }

  private parameter(arg: ast.Arg): void {
    arg.annotation = this.optional(arg.annotation);
  }

  private typeParams(params: ast.TypeParam[]): void {
    for (const param of params) if (param.kind === "TypeVar") param.bound = this.optional(param.bound);
  }

  private keywords(keywords: ast.Keyword[]): void {
    for (const keyword of keywords) keyword.value = this.expr(keyword.value);
  }

  private match(node: ast.Match): void {
    node.subject = this.expr(node.subject);
    for (const one of node.cases) {
      this.pattern(one.pattern);
      one.guard = this.optional(one.guard);
      this.stmts(one.body);
    }
  }

  private pattern(node: ast.Pattern): void {
    this.deeper();
    switch (node.kind) {
      case "MatchValue":
        node.value = this.expr(node.value);
        break;
      case "MatchMapping":
        this.exprs(node.keys);
        for (const one of node.patterns) this.pattern(one);
        break;
      case "MatchClass":
        node.cls = this.expr(node.cls);
        for (const one of node.patterns) this.pattern(one);
        for (const one of node.kwd_patterns) this.pattern(one);
        break;
      case "MatchSequence":
      case "MatchOr":
        for (const one of node.patterns) this.pattern(one);
        break;
      case "MatchAs":
        if (node.pattern !== null) this.pattern(node.pattern);
        break;
      default:
        break;
    }
    this.depth--;
  }

  private exprs(nodes: ast.Expr[]): void {
    for (let i = 0; i < nodes.length; i++) nodes[i] = this.expr(nodes[i]);
  }

  private exprsOrNull(nodes: (ast.Expr | null)[]): void {
    for (let i = 0; i < nodes.length; i++) nodes[i] = this.optional(nodes[i]);
  }

  private optional(node: ast.Expr | null): ast.Expr | null {
    return node === null ? null : this.expr(node);
  }

  expr(node: ast.Expr): ast.Expr {
    if (node.kind === "Constant") return node;
    if (node.kind === "Name") return this.name(node);
    const start = this.depth;
    this.deeper();
    if (++this.nesting > MAX_NESTING) throw new TooDeep();
    const folded = this.compound(node);
    this.nesting--;
    this.depth = start;
    return folded;
  }

  /** `__debug__` is a constant. */
  private name(node: ast.Name): ast.Expr {
    if (node.id !== "__debug__" || node.ctx !== "Load") return node;
    return constant(node, bool(this.optimize === 0));
  }

  private compound(node: ast.Expr): ast.Expr {
    switch (node.kind) {
      case "Attribute":
      case "Call":
      case "Subscript":
      case "BinOp":
        return this.spine(node);
      case "UnaryOp":
        return this.unaries(node);
      case "BoolOp":
      case "JoinedStr":
        this.exprs(node.values);
        return node;
      case "Compare":
        return this.compare(node);
      case "Tuple":
        this.exprs(node.elts);
        return node.ctx === "Load" ? this.tuple(node, node.elts) : node;
      case "List":
      case "Set":
        this.exprs(node.elts);
        return node;
      case "Dict":
        this.exprsOrNull(node.keys);
        this.exprs(node.values);
        return node;
      case "IfExp":
        node.test = this.expr(node.test);
        node.body = this.expr(node.body);
        node.orelse = this.expr(node.orelse);
        return node;
      case "Lambda":
        this.arguments(node.args);
        node.body = this.expr(node.body);
        return node;
      case "ListComp":
      case "SetComp":
      case "GeneratorExp":
      case "DictComp":
        return this.comprehension(node);
      case "FormattedValue":
        node.value = this.expr(node.value);
        node.format_spec = this.optional(node.format_spec);
        return node;
      case "Slice":
        node.lower = this.optional(node.lower);
        node.upper = this.optional(node.upper);
        node.step = this.optional(node.step);
        return node;
      case "Yield":
        node.value = this.optional(node.value);
        return node;
      case "Await":
      case "YieldFrom":
      case "Starred":
      case "NamedExpr":
        node.value = this.expr(node.value);
        return node;
      default:
        return node;
    }
  }

  private comprehension(node: Comprehension): ast.Expr {
    if (node.kind === "DictComp") {
      node.key = this.expr(node.key);
      node.value = this.expr(node.value);
    } else node.elt = this.expr(node.elt);
    for (const one of node.generators) {
      one.target = this.expr(one.target);
      one.iter = this.iterable(this.expr(one.iter));
      this.exprs(one.ifs);
    }
    return node;
  }

  /** Folds the left side of `a.b(c)[d] + e` first, without recursion. */
  private spine(top: ast.Expr): ast.Expr {
    const rest: Link[] = [];
    let node = top;
    for (;;) {
      if (!isLink(node)) break;
      rest.push(node);
      node = leftOf(node);
      this.deeper();
    }
    let folded = this.expr(node);
    for (let i = rest.length - 1; i >= 0; i--) {
      this.depth--;
      folded = this.outer(rest[i], folded);
    }
    return folded;
  }

  private outer(node: Link, inner: ast.Expr): ast.Expr {
    if (node.kind === "BinOp") {
      node.left = inner;
      node.right = this.expr(node.right);
      return this.binary(node);
    }
    if (node.kind === "Call") {
      node.func = inner;
      this.exprs(node.args);
      this.keywords(node.keywords);
      return node;
    }
    node.value = inner;
    if (node.kind === "Attribute") return node;
    node.slice = this.expr(node.slice);
    if (node.ctx !== "Load" || node.value.kind !== "Constant" || node.slice.kind !== "Constant") return node;
    const value = subscript(constantOf(node.value), constantOf(node.slice));
    return value === null ? node : constant(node, value);
  }

  private binary(node: ast.BinOp): ast.Expr {
    const { left, right } = node;
    if (left.kind !== "Constant") return node;
    const value = constantOf(left);
    if (node.op === "Mod" && value.type === "str" && right.kind === "Tuple") {
      if (right.elts.some((elt) => elt.kind === "Starred")) return node;
      return foldFormat(node, value.value, right.elts) ?? node;
    }
    if (right.kind !== "Constant") return node;
    const result = binary(node.op, value, constantOf(right));
    return result === null ? node : constant(node, result);
  }

  private unaries(top: ast.UnaryOp): ast.Expr {
    const chain: ast.UnaryOp[] = [];
    let node: ast.Expr = top;
    while (node.kind === "UnaryOp") {
      chain.push(node);
      node = node.operand;
      this.deeper();
    }
    let folded = this.expr(node);
    while (chain.length > 0) {
      const outer = chain.pop()!;
      outer.operand = folded;
      folded = this.unary(outer);
    }
    return folded;
  }

  private unary(node: ast.UnaryOp): ast.Expr {
    const operand = node.operand;
    if (operand.kind === "Constant") {
      const value = unary(node.op, constantOf(operand));
      return value === null ? node : constant(node, value);
    }
    // `not a in b` is `a not in b`.
    if (node.op !== "Not" || operand.kind !== "Compare" || operand.ops.length !== 1) return node;
    const negated = NEGATED[operand.ops[0]];
    if (negated === undefined) return node;
    operand.ops = [negated];
    return operand;
  }

  private tuple(node: ast.Span, elts: readonly ast.Expr[]): ast.Expr {
    const items: Constant[] = [];
    for (const elt of elts) {
      if (elt.kind !== "Constant") return node as ast.Expr;
      items.push(constantOf(elt));
    }
    return constant(node, { type: "tuple", items });
  }

  /** A list that is only iterated over or searched can be a tuple, a set a frozenset. */
  private iterable(node: ast.Expr): ast.Expr {
    if (node.kind === "List") {
      if (node.elts.some((elt) => elt.kind === "Starred")) return node;
      const folded = this.tuple(node, node.elts);
      if (folded.kind === "Constant") return folded;
      const { elts, ctx, lineno, col_offset, end_lineno, end_col_offset } = node;
      return { kind: "Tuple", elts, ctx, lineno, col_offset, end_lineno, end_col_offset };
    }
    if (node.kind !== "Set") return node;
    const folded = this.tuple(node, node.elts);
    if (folded.kind !== "Constant") return node;
    const value = constantOf(folded);
    return value.type === "tuple" ? constant(node, frozenset(value.items)) : node;
  }

  private compare(node: ast.Compare): ast.Expr {
    node.left = this.expr(node.left);
    this.exprs(node.comparators);
    const last = node.ops.length - 1;
    const op = node.ops[last];
    if (op === "In" || op === "NotIn") node.comparators[last] = this.iterable(node.comparators[last]);
    return node;
  }
}

const NEGATED: Partial<Record<ast.CmpOperator, ast.CmpOperator>> = {
  Is: "IsNot",
  IsNot: "Is",
  In: "NotIn",
  NotIn: "In",
};

/** Two constants that Python finds equal have one key. */
export function equalityKey(value: Constant): string {
  switch (value.type) {
    case "bool":
      return value.value ? "1" : "0";
    case "int":
      return value.value.toString();
    case "float":
      return Number.isInteger(value.value) ? BigInt(value.value).toString() : String(value.value);
    case "complex":
      if (value.imag === 0) return equalityKey({ type: "float", value: value.real });
      return `${value.real}+${value.imag}j`;
    case "str":
      return `s${value.value}`;
    case "bytes":
      return `b${value.value.join()}`;
    case "tuple":
      return `(${value.items.map((item) => JSON.stringify(equalityKey(item))).join()})`;
    case "frozenset":
      return `{${value.items
        .map((item) => JSON.stringify(equalityKey(item)))
        .sort()
        .join()}}`;
    default:
      return value.type;
  }
}

/** The frozenset of `items`: the first of those that are equal. */
export function frozenset(items: readonly Constant[]): Constant {
  const seen = new Map<string, Constant>();
  for (const item of items) {
    const key = equalityKey(item);
    if (!seen.has(key)) seen.set(key, item);
  }
  return { type: "frozenset", items: [...seen.values()] };
}
