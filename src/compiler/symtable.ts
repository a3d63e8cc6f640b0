// The first pass of the symbol table: collects from the tree, for each block, which names it
// binds, uses, and declares global or nonlocal, and refuses what the scoping rules forbid.
// `analysis.ts` then decides where each name lives.

import type * as ast from "../../grammar/ast.ts";
import { analyze } from "./analysis.ts";
import { MAX_NESTING, type Reporter, TooDeep } from "./errors.ts";
import { ScopeBuilder } from "./scopebuilder.ts";
import { bindNamedExpression, checkNotInAnnotation, refuseDeclaration } from "./scoperules.ts";
import {
  type ComprehensionKind,
  DEF_ANNOT,
  DEF_GLOBAL,
  DEF_IMPORT,
  DEF_LOCAL,
  DEF_NONLOCAL,
  DEF_PARAM,
  DEF_TYPE_PARAM,
  mangle,
  type Scope,
  USE,
} from "./scopes.ts";
import { isLink, type Link, leftOf } from "./spine.ts";

/** Nodes a path through the tree may have, as in CPython. */
export const MAX_DEPTH = 2996;

const NOWHERE: ast.Span = { lineno: 0, col_offset: 0, end_lineno: 0, end_col_offset: 0 };

export interface SymbolTable {
  readonly top: Scope;
  /** The block that a node, or a list of type parameters, opens. */
  readonly blocks: Map<object, Scope>;
}

export function buildSymbolTable(tree: ast.Mod, futureAnnotations: boolean, report: Reporter): SymbolTable {
  const builder = new SymbolBuilder(futureAnnotations, report);
  builder.module(tree);
  analyze(builder.top, report);
  return { top: builder.top, blocks: builder.blocks };
}

const COMPREHENSIONS: Record<string, ComprehensionKind> = {
  ListComp: "list",
  SetComp: "set",
  DictComp: "dict",
  GeneratorExp: "generator",
};

class SymbolBuilder extends ScopeBuilder {
  private depth = 0;
  private nesting = 0;

  constructor(
    private readonly futureAnnotations: boolean,
    report: Reporter,
  ) {
    super(report);
  }

  module(tree: ast.Mod): void {
    this.enter("top", "module", tree, NOWHERE);
    if (tree.kind === "Expression") this.expr(tree.body);
    else if (tree.kind !== "FunctionType") this.stmts(tree.body);
    this.leave();
  }

  private stmts(body: ast.Stmt[]): void {
    for (const stmt of body) this.stmt(stmt);
  }

  private deeper(): void {
    if (++this.depth > MAX_DEPTH) throw new TooDeep();
  }

  private stmt(node: ast.Stmt): void {
    const start = this.depth;
    this.deeper();
    // A chain of `elif` is walked without recursion, yet counted as CPython counts it.
    while (node.kind === "If") {
      this.expr(node.test);
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
        this.expr(node.value);
        return;
      case "Assign":
        this.exprs(node.targets);
        this.expr(node.value);
        return;
      case "Return":
        if (node.value !== null) this.expr(node.value);
        return;
      case "FunctionDef":
      case "AsyncFunctionDef":
        this.function(node);
        return;
      case "ClassDef":
        this.class(node);
        return;
      case "TypeAlias":
        this.typeAlias(node);
        return;
      case "Delete":
        this.exprs(node.targets);
        return;
      case "AnnAssign":
        this.annotated(node);
        return;
      case "AugAssign":
        this.expr(node.target);
        this.expr(node.value);
        return;
      case "For":
      case "AsyncFor":
        this.expr(node.target);
        this.expr(node.iter);
        this.stmts(node.body);
        this.stmts(node.orelse);
        return;
      case "While":
        this.expr(node.test);
        this.stmts(node.body);
        this.stmts(node.orelse);
        return;
      case "With":
      case "AsyncWith":
        for (const item of node.items) {
          this.expr(item.context_expr);
          if (item.optional_vars !== null) this.expr(item.optional_vars);
        }
        this.stmts(node.body);
        return;
      case "Match":
        this.expr(node.subject);
        for (const one of node.cases) {
          this.pattern(one.pattern);
          if (one.guard !== null) this.expr(one.guard);
          this.stmts(one.body);
        }
        return;
      case "Raise":
        if (node.exc !== null) this.expr(node.exc);
        if (node.cause !== null) this.expr(node.cause);
        return;
      case "Try":
      case "TryStar":
        this.try(node);
        return;
      case "Assert":
        this.expr(node.test);
        if (node.msg !== null) this.expr(node.msg);
        return;
      case "Import":
      case "ImportFrom":
        for (const alias of node.names) this.alias(alias);
        return;
      case "Global":
      case "Nonlocal":
        this.declaration(node);
        return;
      case "Pass":
      case "Break":
      case "Continue":
        return;
    }
  }

  private declaration(node: ast.Global | ast.Nonlocal): void {
    const word = node.kind === "Global" ? "global" : "nonlocal";
    for (const name of node.names) {
      const message = refuseDeclaration(this.current.flagsOf(mangle(this.owner, name)), name, word);
      if (message !== null) throw this.report.error(node, message);
      this.define(name, node.kind === "Global" ? DEF_GLOBAL : DEF_NONLOCAL, node);
      this.direct(name, node);
    }
  }

  private function(node: ast.FunctionDef | ast.AsyncFunctionDef): void {
    const { args, type_params: params } = node;
    this.define(node.name, DEF_LOCAL, node);
    this.exprs(args.defaults);
    for (const value of args.kw_defaults) if (value !== null) this.expr(value);
    this.exprs(node.decorator_list);
    if (params.length > 0) {
      this.enterTypeParams(node.name, params, node, false);
      this.define(".defaults", DEF_PARAM, node);
      if (args.kw_defaults.some((value) => value !== null)) this.define(".kwdefaults", DEF_PARAM, node);
      for (const param of params) this.typeParam(param);
    }
    this.annotations(node);
    this.enter(node.name, "function", node, node);
    if (node.kind === "AsyncFunctionDef") this.current.coroutine = true;
    this.parameters(args);
    this.stmts(node.body);
    this.leave();
    if (params.length > 0) this.leave();
  }

  private enterTypeParams(name: string, params: ast.TypeParam[], node: ast.Span, isClass: boolean): void {
    const inClass = this.current.kind === "class";
    this.enter(name, "typeparams", params, node);
    if (inClass) {
      this.current.canSeeClassScope = true;
      this.define("__classdict__", USE, node);
    }
    if (!isClass) return;
    this.define(".type_params", DEF_LOCAL | USE, node);
    this.owner = name;
    this.define(".generic_base", DEF_LOCAL | USE, node);
  }

  private class(node: ast.ClassDef): void {
    const params = node.type_params;
    this.define(node.name, DEF_LOCAL, node);
    this.exprs(node.decorator_list);
    if (params.length > 0) {
      this.enterTypeParams(node.name, params, node, true);
      for (const param of params) this.typeParam(param);
    }
    this.exprs(node.bases);
    for (const keyword of node.keywords) this.expr(keyword.value);
    this.enter(node.name, "class", node, node);
    // Unlike a plain class, a generic one leaves its name as the mangling owner of what follows it: CPython 3.12.1.
    const outer = this.owner;
    this.owner = node.name;
    if (params.length > 0) {
      this.define("__type_params__", DEF_LOCAL, node);
      this.define(".type_params", USE, node);
    }
    this.stmts(node.body);
    this.owner = outer;
    this.leave();
    if (params.length > 0) this.leave();
  }

  private typeAlias(node: ast.TypeAlias): void {
    this.expr(node.name);
    const name = (node.name as ast.Name).id;
    const inClass = this.current.kind === "class";
    const generic = node.type_params.length > 0;
    if (generic) {
      this.enterTypeParams(name, node.type_params, node, false);
      for (const param of node.type_params) this.typeParam(param);
    }
    this.enter(name, "alias", node, node);
    this.current.canSeeClassScope = inClass;
    if (inClass) this.define("__classdict__", USE, node.value);
    this.expr(node.value);
    this.leave();
    if (generic) this.leave();
  }

  private typeParam(param: ast.TypeParam): void {
    this.deeper();
    this.define(param.name, DEF_TYPE_PARAM | DEF_LOCAL, param);
    if (param.kind === "TypeVar" && param.bound !== null) {
      const inClass = this.current.canSeeClassScope;
      this.enter(param.name, "bound", param, param);
      this.current.canSeeClassScope = inClass;
      if (inClass) this.define("__classdict__", USE, param.bound);
      this.expr(param.bound);
      this.leave();
    }
    this.depth--;
  }

  private annotated(node: ast.AnnAssign): void {
    const target = node.target;
    if (target.kind !== "Name") this.expr(target);
    else {
      const flags = this.current.flagsOf(mangle(this.owner, target.id));
      if (flags & (DEF_GLOBAL | DEF_NONLOCAL) && this.current !== this.top && node.simple) {
        const word = flags & DEF_GLOBAL ? "global" : "nonlocal";
        throw this.report.error(node, `annotated name '${target.id}' can't be ${word}`);
      }
      if (node.simple) this.define(target.id, DEF_ANNOT | DEF_LOCAL, target);
      else if (node.value !== null) this.define(target.id, DEF_LOCAL, target);
    }
    this.annotation(node.annotation);
    if (node.value !== null) this.expr(node.value);
  }

  private annotation(node: ast.Expr): void {
    if (this.futureAnnotations) this.enter("_annotation", "annotation", node, node);
    this.expr(node);
    if (this.futureAnnotations) this.leave();
  }

  private annotations(node: ast.FunctionDef | ast.AsyncFunctionDef): void {
    const { posonlyargs, args, vararg, kwonlyargs, kwarg } = node.args;
    if (this.futureAnnotations) this.enter("_annotation", "annotation", { of: node }, node);
    for (const arg of [...posonlyargs, ...args, vararg, kwarg, ...kwonlyargs]) {
      if (arg !== null && arg.annotation !== null) this.expr(arg.annotation);
    }
    if (this.futureAnnotations) this.leave();
    if (node.returns !== null) this.annotation(node.returns);
  }

  private parameters(args: ast.Arguments): void {
    for (const arg of args.posonlyargs) this.define(arg.arg, DEF_PARAM, arg);
    for (const arg of args.args) this.define(arg.arg, DEF_PARAM, arg);
    for (const arg of args.kwonlyargs) this.define(arg.arg, DEF_PARAM, arg);
    if (args.vararg !== null) {
      this.define(args.vararg.arg, DEF_PARAM, args.vararg);
      this.current.varargs = true;
    }
    if (args.kwarg !== null) {
      this.define(args.kwarg.arg, DEF_PARAM, args.kwarg);
      this.current.varkeywords = true;
    }
  }

  private try(node: ast.Try | ast.TryStar): void {
    this.stmts(node.body);
    this.stmts(node.orelse);
    for (const handler of node.handlers) {
      if (handler.type !== null) this.expr(handler.type);
      if (handler.name !== null) this.define(handler.name, DEF_LOCAL, handler);
      this.stmts(handler.body);
    }
    this.stmts(node.finalbody);
  }

  private alias(node: ast.Alias): void {
    if (node.name === "*" && node.asname === null) {
      if (this.current.kind !== "module") throw this.report.error(node, "import * only allowed at module level");
      return;
    }
    const name = node.asname ?? node.name;
    const dot = name.indexOf(".");
    this.define(dot < 0 ? name : name.slice(0, dot), DEF_IMPORT, node);
  }

  private exprs(nodes: readonly ast.Expr[]): void {
    for (const node of nodes) this.expr(node);
  }

  expr(node: ast.Expr): void {
    const start = this.depth;
    this.deeper();
    if (++this.nesting > MAX_NESTING) throw new TooDeep();
    this.exprAt(node);
    this.nesting--;
    this.depth = start;
  }

  private exprAt(node: ast.Expr): void {
    switch (node.kind) {
      case "Name":
        this.define(node.id, node.ctx === "Load" ? USE : DEF_LOCAL, node);
        // Zero-argument super() needs the class.
        if (node.id === "super" && node.ctx === "Load" && this.current.isFunction) {
          this.define("__class__", USE, node);
        }
        return;
      case "Constant":
        return;
      case "Attribute":
      case "Call":
      case "Subscript":
      case "BinOp":
        this.spine(node);
        return;
      case "BoolOp":
        this.exprs(node.values);
        return;
      case "UnaryOp":
        this.unary(node);
        return;
      case "Compare":
        this.expr(node.left);
        this.exprs(node.comparators);
        return;
      case "Tuple":
      case "List":
      case "Set":
        this.exprs(node.elts);
        return;
      case "Dict":
        for (const key of node.keys) if (key !== null) this.expr(key);
        this.exprs(node.values);
        return;
      case "JoinedStr":
        this.exprs(node.values);
        return;
      case "FormattedValue":
        this.expr(node.value);
        if (node.format_spec !== null) this.expr(node.format_spec);
        return;
      case "IfExp":
        this.expr(node.test);
        this.expr(node.body);
        this.expr(node.orelse);
        return;
      case "Slice":
        if (node.lower !== null) this.expr(node.lower);
        if (node.upper !== null) this.expr(node.upper);
        if (node.step !== null) this.expr(node.step);
        return;
      case "Starred":
        this.expr(node.value);
        return;
      case "Lambda":
        this.lambda(node);
        return;
      case "ListComp":
      case "SetComp":
      case "GeneratorExp":
        this.comprehension(node, node.elt, null);
        return;
      case "DictComp":
        this.comprehension(node, node.key, node.value);
        return;
      case "NamedExpr":
        checkNotInAnnotation(this, "named expression", node);
        bindNamedExpression(this, node);
        this.expr(node.value);
        this.expr(node.target);
        return;
      case "Await":
        checkNotInAnnotation(this, "await expression", node);
        this.expr(node.value);
        this.current.coroutine = true;
        return;
      case "Yield":
      case "YieldFrom":
        this.yield(node);
        return;
    }
  }

  /** Walks down the left side of `a.b(c)[d] + e` without recursion, then back up. */
  private spine(node: ast.Expr): void {
    const rest: Link[] = [];
    for (;;) {
      if (!isLink(node)) break;
      rest.push(node);
      node = leftOf(node);
      this.deeper();
    }
    this.exprAt(node);
    for (let i = rest.length - 1; i >= 0; i--) {
      const outer = rest[i];
      this.depth--;
      if (outer.kind === "BinOp") this.expr(outer.right);
      else if (outer.kind === "Subscript") this.expr(outer.slice);
      else if (outer.kind === "Call") {
        this.exprs(outer.args);
        for (const keyword of outer.keywords) this.expr(keyword.value);
      }
    }
  }

  private unary(node: ast.Expr): void {
    while (node.kind === "UnaryOp") {
      node = node.operand;
      this.deeper();
    }
    this.exprAt(node);
  }

  private lambda(node: ast.Lambda): void {
    if (this.current.canSeeClassScope) {
      throw this.report.error(node, "Cannot use lambda in annotation scope within class scope");
    }
    this.exprs(node.args.defaults);
    for (const value of node.args.kw_defaults) if (value !== null) this.expr(value);
    this.enter("lambda", "function", node, node);
    this.parameters(node.args);
    this.expr(node.body);
    this.leave();
  }

  private yield(node: ast.Yield | ast.YieldFrom): void {
    checkNotInAnnotation(this, "yield expression", node);
    if (node.value !== null) this.expr(node.value);
    this.current.generator = true;
    const kind = this.current.comprehension;
    if (kind === null) return;
    const where = kind === "generator" ? "generator expression" : `${kind} comprehension`;
    throw this.report.error(node, `'yield' inside ${where}`);
  }

  private comprehension(
    node: ast.ListComp | ast.SetComp | ast.DictComp | ast.GeneratorExp,
    elt: ast.Expr,
    value: ast.Expr | null,
  ): void {
    if (this.current.canSeeClassScope) {
      throw this.report.error(node, "Cannot use comprehension in annotation scope within class scope");
    }
    const [outermost, ...others] = node.generators;
    // The outermost iterable is evaluated in the block around the comprehension.
    this.current.inIterable++;
    this.expr(outermost.iter);
    this.current.inIterable--;
    this.enter(node.kind === "GeneratorExp" ? "genexpr" : node.kind.toLowerCase(), "function", node, node);
    const scope = this.current;
    scope.comprehension = COMPREHENSIONS[node.kind];
    if (outermost.is_async) scope.coroutine = true;
    this.define(".0", DEF_PARAM, scope.span);
    scope.inIterationTarget = true;
    this.expr(outermost.target);
    scope.inIterationTarget = false;
    this.exprs(outermost.ifs);
    for (const one of others) this.generator(one);
    if (value !== null) this.expr(value);
    this.expr(elt);
    const isGenerator = node.kind === "GeneratorExp";
    scope.generator = isGenerator;
    this.leave();
    if (scope.coroutine && !isGenerator) this.current.coroutine = true;
  }

  private generator(node: ast.Comprehension): void {
    const scope = this.current;
    scope.inIterationTarget = true;
    this.expr(node.target);
    scope.inIterationTarget = false;
    scope.inIterable++;
    this.expr(node.iter);
    scope.inIterable--;
    this.exprs(node.ifs);
    if (node.is_async) scope.coroutine = true;
  }

  private pattern(node: ast.Pattern): void {
    this.deeper();
    switch (node.kind) {
      case "MatchValue":
        this.expr(node.value);
        break;
      case "MatchSequence":
      case "MatchOr":
        for (const one of node.patterns) this.pattern(one);
        break;
      case "MatchMapping":
        this.exprs(node.keys);
        for (const one of node.patterns) this.pattern(one);
        if (node.rest !== null) this.define(node.rest, DEF_LOCAL, node);
        break;
      case "MatchClass":
        this.expr(node.cls);
        for (const one of node.patterns) this.pattern(one);
        for (const one of node.kwd_patterns) this.pattern(one);
        break;
      case "MatchAs":
        if (node.pattern !== null) this.pattern(node.pattern);
        if (node.name !== null) this.define(node.name, DEF_LOCAL, node);
        break;
      case "MatchStar":
        if (node.name !== null) this.define(node.name, DEF_LOCAL, node);
        break;
      case "MatchSingleton":
        break;
    }
    this.depth--;
  }
}
