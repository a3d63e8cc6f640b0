// What a tree must be besides well-typed, before it may be compiled: CPython's checks of trees that
// programs have made, with its words. Depth is bounded by the reader of the tree.
import type * as ast from "../../../grammar/ast.ts";
import type { Constant } from "../../bytecode/code.ts";
import { systemError, typeError, valueError } from "../../objects/errors.ts";
import { isSum, kindNamed } from "./asdl.ts";
import { validatePattern } from "./validatepatterns.ts";

type Context = ast.ExprContext;
type Maybe<T> = T | null;

export function validateTree(tree: ast.Mod): void {
  if (tree.kind === "Expression") validateExpr(tree.body, "Load");
  else if (tree.kind === "FunctionType") {
    exprs(tree.argtypes, "Load");
    validateExpr(tree.returns, "Load");
  } else stmts(tree.body);
}

/** The start of a node must not be behind its end. */
export function validatePlace({
  lineno,
  col_offset: col,
  end_lineno: endLine,
  end_col_offset: endCol,
}: ast.Span): void {
  if (lineno > endLine) throw valueError(`AST node line range (${lineno}, ${endLine}) is not valid`);
  if ((lineno < 0 && endLine !== lineno) || (col < 0 && col !== endCol)) {
    throw valueError(`AST node column range (${col}, ${endCol}) for line range (${lineno}, ${endLine}) is not valid`);
  }
  if (lineno === endLine && col > endCol) {
    throw valueError(`line ${lineno}, column ${col}-${endCol} is not a valid range`);
  }
}

/** The names of constants are no identifiers. */
export function validateName(name: string): void {
  if (name === "None" || name === "True" || name === "False")
    throw valueError(`identifier field can't represent '${name}' constant`);
}

/** The items of a list, none of which may be missing. */
export function present<T>(items: readonly Maybe<T>[], what: string): T[] {
  return items.map((item) => {
    if (item === null) throw valueError(`None disallowed in ${what} list`);
    return item;
  });
}

function exprs(items: readonly Maybe<ast.Expr>[], context: Context): void {
  for (const item of items) {
    if (item === null) throw valueError("None disallowed in expression list");
    validateExpr(item, context);
  }
}

const optional = (node: Maybe<ast.Expr>): void => {
  if (node !== null) validateExpr(node, "Load");
};

function stmts(items: readonly Maybe<ast.Stmt>[]): void {
  for (const item of items) {
    if (item === null) throw valueError("None disallowed in statement list");
    validateStmt(item);
  }
}

function filled(items: readonly unknown[], what: string, owner: string): void {
  if (items.length === 0) throw valueError(`empty ${what} on ${owner}`);
}

export function validateBody(items: readonly ast.Stmt[], owner: string): void {
  filled(items, "body", owner);
  stmts(items);
}

// ---- expressions ----

export function validateExpr(node: ast.Expr, context: Context): void {
  validatePlace(node);
  if (node.kind === "Name") validateName(node.id);
  if ("ctx" in node) {
    if (node.ctx !== context) throw valueError(`expression must have ${context} context but has ${node.ctx} instead`);
  } else if (context !== "Load") throw valueError(`expression which can't be assigned to in ${context} context`);
  const check = EXPRESSIONS[node.kind] as ((node: ast.Expr, context: Context) => void) | undefined;
  check?.(node, context);
}

type ExprChecks = { [K in ast.Expr["kind"]]?: (node: Extract<ast.Expr, { kind: K }>, context: Context) => void };

const load = (node: ast.Expr): void => validateExpr(node, "Load");

const EXPRESSIONS: ExprChecks = {
  BoolOp({ values }) {
    if (values.length < 2) throw valueError("BoolOp with less than 2 values");
    exprs(values, "Load");
  },
  NamedExpr({ target, value }) {
    if (target.kind !== "Name") throw typeError("NamedExpr target must be a Name");
    load(value);
  },
  BinOp({ left, right }) {
    load(left);
    load(right);
  },
  UnaryOp: ({ operand }) => load(operand),
  Lambda({ args, body }) {
    parameters(args);
    load(body);
  },
  IfExp({ test, body, orelse }) {
    load(test);
    load(body);
    load(orelse);
  },
  Dict({ keys, values }) {
    if (keys.length !== values.length) throw valueError("Dict doesn't have the same number of keys as values");
    keys.forEach(optional);
    exprs(values, "Load");
  },
  Set: ({ elts }) => exprs(elts, "Load"),
  ListComp: (node) => comprehension(node.generators, node.elt),
  SetComp: (node) => comprehension(node.generators, node.elt),
  GeneratorExp: (node) => comprehension(node.generators, node.elt),
  DictComp: (node) => comprehension(node.generators, node.key, node.value),
  Await: ({ value }) => load(value),
  Yield: ({ value }) => optional(value),
  YieldFrom: ({ value }) => load(value),
  Compare({ left, ops, comparators }) {
    if (comparators.length === 0) throw valueError("Compare with no comparators");
    if (comparators.length !== ops.length)
      throw valueError("Compare has a different number of comparators and operands");
    exprs(comparators, "Load");
    load(left);
  },
  Call(node) {
    load(node.func);
    exprs(node.args, "Load");
    keywords(node.keywords);
  },
  FormattedValue({ value, format_spec: spec }) {
    load(value);
    optional(spec);
  },
  JoinedStr: ({ values }) => exprs(values, "Load"),
  Attribute: ({ value }) => load(value),
  Subscript({ slice, value }) {
    load(slice);
    load(value);
  },
  Starred: ({ value }, context) => validateExpr(value, context),
  List: ({ elts }, context) => exprs(elts, context),
  Tuple: ({ elts }, context) => exprs(elts, context),
  Slice({ lower, upper, step }) {
    optional(lower);
    optional(upper);
    optional(step);
  },
};

function comprehension(generators: readonly ast.Comprehension[], ...results: ast.Expr[]): void {
  if (generators.length === 0) throw valueError("comprehension with no generators");
  for (const { target, iter, ifs } of generators) {
    validateExpr(target, "Store");
    load(iter);
    exprs(ifs, "Load");
  }
  results.forEach(load);
}

const keywords = (items: readonly ast.Keyword[]): void => {
  for (const { value } of items) load(value);
};

function parameters(args: ast.Arguments): void {
  const annotated = (items: readonly ast.Arg[]): void => {
    for (const arg of items) {
      validatePlace(arg);
      optional(arg.annotation);
    }
  };
  annotated(args.posonlyargs);
  annotated(args.args);
  if (args.vararg !== null) optional(args.vararg.annotation);
  annotated(args.kwonlyargs);
  if (args.kwarg !== null) optional(args.kwarg.annotation);
  if (args.defaults.length > args.posonlyargs.length + args.args.length)
    throw valueError("more positional defaults than args on arguments");
  if (args.kw_defaults.length !== args.kwonlyargs.length)
    throw valueError("length of kwonlyargs is not the same as kw_defaults on arguments");
  exprs(args.defaults, "Load");
  args.kw_defaults.forEach(optional);
}

function typeParams(items: readonly Maybe<ast.TypeParam>[]): void {
  for (const item of present(items, "type parameter")) {
    validatePlace(item);
    validateName(item.name);
    if (item.kind === "TypeVar") optional(item.bound);
  }
}

// ---- statements ----

function validateStmt(node: ast.Stmt): void {
  validatePlace(node);
  const check = STATEMENTS[node.kind] as ((node: ast.Stmt) => void) | undefined;
  check?.(node);
}

type StmtChecks = { [K in ast.Stmt["kind"]]?: (node: Extract<ast.Stmt, { kind: K }>) => void };

function functionDef(node: ast.FunctionDef | ast.AsyncFunctionDef): void {
  validateBody(node.body, node.kind);
  typeParams(node.type_params);
  parameters(node.args);
  exprs(node.decorator_list, "Load");
  optional(node.returns);
}

function loop(node: ast.For | ast.AsyncFor): void {
  validateExpr(node.target, "Store");
  load(node.iter);
  validateBody(node.body, node.kind);
  stmts(node.orelse);
}

function withItems(node: ast.With | ast.AsyncWith): void {
  filled(node.items, "items", node.kind);
  for (const { context_expr: value, optional_vars: target } of node.items) {
    load(value);
    if (target !== null) validateExpr(target, "Store");
  }
  validateBody(node.body, node.kind);
}

function tryBlocks(node: ast.Try | ast.TryStar): void {
  const { kind, handlers, orelse, finalbody } = node;
  validateBody(node.body, kind);
  if (handlers.length === 0 && finalbody.length === 0)
    throw valueError(`${kind} has neither except handlers nor finalbody`);
  if (handlers.length === 0 && orelse.length > 0) throw valueError(`${kind} has orelse but no except handlers`);
  for (const handler of present(handlers, "handler")) {
    validatePlace(handler);
    optional(handler.type);
    validateBody(handler.body, "ExceptHandler");
  }
  stmts(finalbody);
  stmts(orelse);
}

function names(node: ast.Global | ast.Nonlocal): void {
  filled(node.names, "names", node.kind);
  present(node.names, "identifier");
}

/** The number that CPython gives a class of expression. */
function kindNumber(kind: string): number {
  const sum = kindNamed.get("expr");
  return sum !== undefined && isSum(sum) ? sum.constructors.findIndex(({ name }) => name === kind) + 1 : 0;
}

function annotated(node: ast.AnnAssign): void {
  const { kind } = node.target;
  if (kind !== "Name" && node.simple !== 0) throw typeError("AnnAssign with simple non-Name target");
  validateExpr(node.target, "Store");
  optional(node.value);
  load(node.annotation);
  if (kind !== "Name" && kind !== "Attribute" && kind !== "Subscript")
    throw systemError(`invalid node type (${kindNumber(kind)}) for annotated assignment`);
}

const STATEMENTS: StmtChecks = {
  FunctionDef: functionDef,
  AsyncFunctionDef: functionDef,
  ClassDef(node) {
    validateBody(node.body, "ClassDef");
    typeParams(node.type_params);
    exprs(node.bases, "Load");
    keywords(node.keywords);
    exprs(node.decorator_list, "Load");
  },
  Return: ({ value }) => optional(value),
  Delete({ targets }) {
    filled(targets, "targets", "Delete");
    exprs(targets, "Del");
  },
  Assign({ targets, value }) {
    filled(targets, "targets", "Assign");
    exprs(targets, "Store");
    load(value);
  },
  TypeAlias(node) {
    if (node.name.kind !== "Name") throw typeError("TypeAlias with non-Name name");
    validateExpr(node.name, "Store");
    typeParams(node.type_params);
    load(node.value);
  },
  AugAssign({ target, value }) {
    validateExpr(target, "Store");
    load(value);
  },
  AnnAssign: annotated,
  For: loop,
  AsyncFor: loop,
  While(node) {
    load(node.test);
    validateBody(node.body, "While");
    stmts(node.orelse);
  },
  If(node) {
    load(node.test);
    validateBody(node.body, "If");
    stmts(node.orelse);
  },
  With: withItems,
  AsyncWith: withItems,
  Match({ subject, cases }) {
    load(subject);
    filled(cases, "cases", "Match");
    for (const { pattern, guard, body } of cases) {
      validatePattern(pattern, false);
      optional(guard);
      validateBody(body, "match_case");
    }
  },
  Raise({ exc, cause }) {
    if (exc === null && cause !== null) throw valueError("Raise with cause but no exception");
    optional(exc);
    optional(cause);
  },
  Try: tryBlocks,
  TryStar: tryBlocks,
  Assert({ test, msg }) {
    load(test);
    optional(msg);
  },
  Import: (node) => filled(node.names, "names", "Import"),
  ImportFrom(node) {
    if ((node.level ?? 0) < 0) throw valueError("Negative ImportFrom level");
    filled(node.names, "names", "ImportFrom");
  },
  Global: names,
  Nonlocal: names,
  Expr: ({ value }) => load(value),
};

/** The value of a constant of the tree, whose classes are more than those of literals. */
export const constantValue = (node: ast.Constant): Constant => node.value;
