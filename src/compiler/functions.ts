// Definitions: functions, lambdas, classes, type aliases and type parameters (PEP 695).

import type * as ast from "../../grammar/ast.ts";
import type { CodeUnit } from "../bytecode/code.ts";
import { OP } from "../bytecode/opcodes.ts";
import { blockBody } from "./body.ts";
import { callWith } from "./calls.ts";
import { NONE } from "./consts.ts";
import { docstringOf } from "./fold.ts";
import type { ExprVisitors, Generator, StmtVisitors } from "./generator.ts";
import { mangle } from "./scopes.ts";
import { Loc, locOf, NO_LOC } from "./unit.ts";
import { unparse } from "./unparse.ts";

type FunctionNode = ast.FunctionDef | ast.AsyncFunctionDef;

/** Bits of MAKE_FUNCTION's argument. */
const DEFAULTS = 1;
const KW_DEFAULTS = 2;
const ANNOTATIONS = 4;

function checkParameters(gen: Generator, args: ast.Arguments): void {
  const all = [...args.posonlyargs, ...args.args, args.vararg, ...args.kwonlyargs, args.kwarg];
  for (const arg of all) if (arg !== null) gen.checkName(locOf(arg), arg.arg, "Store");
}

/** Pushes the defaults; answers MAKE_FUNCTION's bits for them. */
function defaults(gen: Generator, loc: Loc, args: ast.Arguments): number {
  let flags = 0;
  if (args.defaults.length > 0) {
    gen.exprList(args.defaults);
    gen.opArg(loc, OP.BUILD_TUPLE, args.defaults.length);
    flags |= DEFAULTS;
  }
  const names: string[] = [];
  args.kwonlyargs.forEach((arg, i) => {
    const value = args.kw_defaults[i];
    if (value === null) return;
    names.push(mangle(gen.unit.owner, arg.arg));
    gen.expr(value);
  });
  if (names.length === 0) return flags;
  gen.constant(loc, gen.nameTuple(names));
  gen.opArg(loc, OP.BUILD_CONST_KEY_MAP, names.length);
  return flags | KW_DEFAULTS;
}

/** Pushes the tuple of annotated names and their annotations; answers MAKE_FUNCTION's bit for it. */
function annotations(gen: Generator, loc: Loc, args: ast.Arguments, returns: ast.Expr | null): number {
  let count = 0;
  const annotate = (name: string, annotation: ast.Expr | null): void => {
    if (annotation === null) return;
    gen.string(loc, mangle(gen.unit.owner, name));
    if (gen.options.futureAnnotations) gen.string(locOf(annotation), unparse(annotation));
    else if (annotation.kind === "Starred") {
      // `*args: *Ts` annotates with the one item that `*Ts` gives.
      gen.expr(annotation.value);
      gen.opArg(loc, OP.UNPACK_SEQUENCE, 1);
    } else gen.expr(annotation);
    count += 2;
  };
  for (const arg of [...args.args, ...args.posonlyargs]) annotate(arg.arg, arg.annotation);
  if (args.vararg !== null) annotate(args.vararg.arg, args.vararg.annotation);
  for (const arg of args.kwonlyargs) annotate(arg.arg, arg.annotation);
  if (args.kwarg !== null) annotate(args.kwarg.arg, args.kwarg.annotation);
  annotate("return", returns);
  if (count === 0) return 0;
  gen.opArg(loc, OP.BUILD_TUPLE, count);
  return ANNOTATIONS;
}

/** Decorators start the code of what they decorate: the line of the first is the line of the definition. */
function decorate(gen: Generator, node: FunctionNode | ast.ClassDef): number {
  gen.exprList(node.decorator_list);
  return node.decorator_list.length > 0 ? node.decorator_list[0].lineno : node.lineno;
}

function applyDecorators(gen: Generator, decorators: readonly ast.Expr[]): void {
  for (let i = decorators.length - 1; i >= 0; i--) gen.opArg(locOf(decorators[i]), OP.CALL, 0);
}

function takesArguments(gen: Generator, args: ast.Arguments): void {
  gen.unit.argCount = args.args.length;
  gen.unit.posOnlyArgCount = args.posonlyargs.length;
  gen.unit.kwOnlyArgCount = args.kwonlyargs.length;
}

function functionBody(gen: Generator, node: FunctionNode, flags: number, firstLineno: number): void {
  gen.enter(node.name, node.kind === "FunctionDef" ? "function" : "async", node, firstLineno);
  const docstring = gen.options.optimize < 2 ? docstringOf(node.body) : null;
  gen.addConst(docstring === null ? NONE : { type: "str", value: docstring });
  takesArguments(gen, node.args);
  for (let i = docstring === null ? 0 : 1; i < node.body.length; i++) gen.stmt(node.body[i]);
  const { coroutine, generator } = gen.unit.scope;
  if (coroutine || generator) gen.wrapInStopIterationHandler();
  gen.closure(locOf(node), gen.finish(true), flags);
}

function functionDef(gen: Generator, node: FunctionNode): void {
  const loc = locOf(node);
  const { args, type_params: params } = node;
  checkParameters(gen, args);
  const firstLineno = decorate(gen, node);
  const generic = params.length > 0;
  if (generic) gen.op(loc, OP.PUSH_NULL);
  let flags = defaults(gen, loc, args);
  let passed = 0;
  if (generic) {
    passed = (flags & DEFAULTS ? 1 : 0) + (flags & KW_DEFAULTS ? 1 : 0);
    if (passed === 2) gen.opArg(loc, OP.SWAP, 2);
    gen.enter(`<generic parameters of ${node.name}>`, "typeparams", params, firstLineno);
    typeParams(gen, params);
    for (let i = 0; i < passed; i++) gen.opArg(loc, OP.LOAD_FAST, i);
  }
  flags |= annotations(gen, loc, args, node.returns);
  functionBody(gen, node, flags, firstLineno);
  if (generic) {
    gen.opArg(loc, OP.SWAP, 2);
    gen.intrinsic2(loc, "INTRINSIC_SET_FUNCTION_TYPE_PARAMS");
    gen.unit.argCount = passed;
    gen.closure(loc, gen.finish(false), 0);
    if (passed > 0) gen.opArg(loc, OP.SWAP, passed + 1);
    gen.opArg(loc, OP.CALL, passed);
  }
  applyDecorators(gen, node.decorator_list);
  gen.name(loc, node.name, "Store");
}

function lambda(gen: Generator, node: ast.Lambda): void {
  const loc = locOf(node);
  checkParameters(gen, node.args);
  const flags = defaults(gen, loc, node.args);
  gen.enter("<lambda>", "lambda", node, node.lineno);
  gen.addConst(NONE);
  takesArguments(gen, node.args);
  gen.expr(node.body);
  let code: CodeUnit;
  if (gen.unit.scope.generator) code = gen.finish(false);
  else {
    gen.op(new Loc(node.lineno, node.lineno, 0, 0), OP.RETURN_VALUE);
    code = gen.finish(true);
  }
  gen.closure(loc, code, flags);
}

function classBody(gen: Generator, node: ast.ClassDef, firstLineno: number): void {
  gen.enter(node.name, "class", node, firstLineno);
  const loc = new Loc(firstLineno, firstLineno, 0, 0);
  const { unit } = gen;
  unit.owner = node.name;
  gen.name(loc, "__name__", "Load");
  gen.name(loc, "__module__", "Store");
  gen.string(loc, unit.qualname);
  gen.name(loc, "__qualname__", "Store");
  if (node.type_params.length > 0) {
    gen.name(loc, ".type_params", "Load");
    gen.name(loc, "__type_params__", "Store");
  }
  const { needsClassDict, needsClassClosure } = unit.scope;
  if (needsClassDict) {
    gen.op(loc, OP.LOAD_LOCALS);
    gen.indexed(loc, OP.STORE_DEREF, unit.cells, "__classdict__");
  }
  blockBody(gen, loc, node.body);
  if (needsClassDict) {
    gen.indexed(NO_LOC, OP.LOAD_CLOSURE, unit.cells, "__classdict__");
    gen.name(NO_LOC, "__classdictcell__", "Store");
  }
  if (needsClassClosure) {
    gen.indexed(NO_LOC, OP.LOAD_CLOSURE, unit.cells, "__class__");
    gen.opArg(NO_LOC, OP.COPY, 1);
    gen.name(NO_LOC, "__classcell__", "Store");
  } else gen.none(NO_LOC);
  gen.op(NO_LOC, OP.RETURN_VALUE);
  const code = gen.finish(true);
  const nodeLoc = locOf(node);
  gen.op(nodeLoc, OP.PUSH_NULL);
  gen.op(nodeLoc, OP.LOAD_BUILD_CLASS);
  gen.closure(nodeLoc, code, 0);
  gen.string(nodeLoc, node.name);
}

function classDef(gen: Generator, node: ast.ClassDef): void {
  const loc = locOf(node);
  const params = node.type_params;
  const firstLineno = decorate(gen, node);
  if (params.length === 0) {
    classBody(gen, node, firstLineno);
    callWith(gen, loc, 2, node.bases, node.keywords);
  } else {
    gen.unit.owner = node.name;
    gen.op(loc, OP.PUSH_NULL);
    gen.enter(`<generic parameters of ${node.name}>`, "typeparams", params, firstLineno);
    typeParams(gen, params);
    gen.name(loc, ".type_params", "Store");
    classBody(gen, node, firstLineno);
    gen.name(loc, ".type_params", "Load");
    gen.intrinsic1(loc, "INTRINSIC_SUBSCRIPT_GENERIC");
    gen.name(loc, ".generic_base", "Store");
    const { lineno, col_offset, end_lineno, end_col_offset } = node;
    const base: ast.Name = {
      kind: "Name",
      id: ".generic_base",
      ctx: "Load",
      lineno,
      col_offset,
      end_lineno,
      end_col_offset,
    };
    callWith(gen, loc, 2, [...node.bases, base], node.keywords);
    gen.closure(loc, gen.finish(false), 0);
    gen.opArg(loc, OP.CALL, 0);
  }
  applyDecorators(gen, node.decorator_list);
  gen.name(loc, node.name, "Store");
}

const TYPE_PARAM_INTRINSICS = {
  TypeVar: "INTRINSIC_TYPEVAR",
  TypeVarTuple: "INTRINSIC_TYPEVARTUPLE",
  ParamSpec: "INTRINSIC_PARAMSPEC",
} as const;

/** Makes and stores each type parameter, and leaves the tuple of them all. */
function typeParams(gen: Generator, params: readonly ast.TypeParam[]): void {
  for (const param of params) {
    const loc = locOf(param);
    gen.string(loc, param.name);
    if (param.kind === "TypeVar" && param.bound !== null) {
      const { bound } = param;
      gen.enter(param.name, "typeparams", param, bound.lineno);
      gen.expr(bound);
      gen.op(loc, OP.RETURN_VALUE);
      gen.closure(loc, gen.finish(true), 0);
      const isTuple = bound.kind === "Tuple";
      gen.intrinsic2(loc, isTuple ? "INTRINSIC_TYPEVAR_WITH_CONSTRAINTS" : "INTRINSIC_TYPEVAR_WITH_BOUND");
    } else gen.intrinsic1(loc, TYPE_PARAM_INTRINSICS[param.kind]);
    gen.opArg(loc, OP.COPY, 1);
    gen.name(loc, param.name, "Store");
  }
  gen.opArg(locOf(params[0]), OP.BUILD_TUPLE, params.length);
}

function typeAlias(gen: Generator, node: ast.TypeAlias): void {
  const loc = locOf(node);
  const { id } = node.name as ast.Name;
  const params = node.type_params;
  const generic = params.length > 0;
  if (generic) {
    gen.op(loc, OP.PUSH_NULL);
    gen.enter(`<generic parameters of ${id}>`, "typeparams", params, loc.line);
    gen.string(loc, id);
    typeParams(gen, params);
  } else {
    gen.string(loc, id);
    gen.none(loc);
  }
  gen.enter(id, "function", node, loc.line);
  gen.addConst(NONE);
  gen.expr(node.value);
  gen.op(loc, OP.RETURN_VALUE);
  gen.closure(loc, gen.finish(false), 0);
  gen.opArg(loc, OP.BUILD_TUPLE, 3);
  gen.intrinsic1(loc, "INTRINSIC_TYPEALIAS");
  if (generic) {
    gen.closure(loc, gen.finish(false), 0);
    gen.opArg(loc, OP.CALL, 0);
  }
  gen.name(loc, id, "Store");
}

export const lambdaVisitor: Pick<ExprVisitors, "Lambda"> = { Lambda: lambda };

export const definitionVisitors: Pick<StmtVisitors, "FunctionDef" | "AsyncFunctionDef" | "ClassDef" | "TypeAlias"> = {
  FunctionDef: functionDef,
  AsyncFunctionDef: functionDef,
  ClassDef: classDef,
  TypeAlias: typeAlias,
};
