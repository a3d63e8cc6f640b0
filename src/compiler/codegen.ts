// Puts the visitors together and generates the code of a whole tree.

import type * as ast from "../../grammar/ast.ts";
import type { CodeUnit } from "../bytecode/code.ts";
import { OP } from "../bytecode/opcodes.ts";
import { assembleUnit } from "./assemble.ts";
import { blockBody, hasAnnotations } from "./body.ts";
import { chainVisitors } from "./calls.ts";
import { comprehensionVisitors } from "./comprehensions.ts";
import type { Reporter } from "./errors.ts";
import { exprVisitors } from "./exprs.ts";
import { definitionVisitors, lambdaVisitor } from "./functions.ts";
import { type ExprVisitors, Generator, type Options, type StmtVisitors } from "./generator.ts";
import { matchVisitor } from "./patterns.ts";
import { stmtVisitors } from "./stmts.ts";
import type { SymbolTable } from "./symtable.ts";
import { tryVisitors } from "./trys.ts";
import { Loc } from "./unit.ts";

const EXPRS: ExprVisitors = { ...exprVisitors, ...chainVisitors, ...comprehensionVisitors, ...lambdaVisitor };
const STMTS: StmtVisitors = { ...stmtVisitors, ...definitionVisitors, ...tryVisitors, ...matchVisitor };

export function generate(
  tree: ast.Mod,
  table: SymbolTable,
  options: Options,
  report: Reporter,
  assemble = assembleUnit,
): CodeUnit {
  const gen = new Generator(table, report, options, EXPRS, STMTS, assemble);
  const loc = new Loc(1, 1, 0, 0);
  gen.enter("<module>", "module", tree, 1);
  if (tree.kind === "Module") blockBody(gen, loc, tree.body);
  else if (tree.kind === "Interactive") {
    if (hasAnnotations(tree.body)) gen.op(loc, OP.SETUP_ANNOTATIONS);
    gen.stmts(tree.body);
  } else if (tree.kind === "Expression") gen.expr(tree.body);
  return gen.finish(tree.kind !== "Expression");
}
