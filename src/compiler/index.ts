// The compiler: from the tree of a source to CPython 3.12's bytecode.
//
//   future.ts   what `from __future__` asks for
//   fold.ts     constant expressions
//   symtable.ts names of each block, analysis.ts where they live
//   codegen.ts  instructions, by the visitors of exprs.ts, stmts.ts, ...
//   assemble.ts flow graph, optimizer, tables
//
// The tree is the compiler's once it is handed over: folding changes it.

import type * as ast from "../../grammar/ast.ts";
import type { Warn } from "../../grammar/errors.ts";
import type { CodeUnit } from "../bytecode/code.ts";
import type { assembleUnit } from "./assemble.ts";
import { generate } from "./codegen.ts";
import { Reporter, TooDeep } from "./errors.ts";
import { foldTree } from "./fold.ts";
import { CO_FUTURE_ANNOTATIONS, FUTURE_FLAGS, findFuture } from "./future.ts";
import type { Scope } from "./scopes.ts";
import { buildSymbolTable } from "./symtable.ts";

export { CO_FUTURE_ANNOTATIONS, CO_FUTURE_BARRY_AS_BDFL, FUTURE_FLAGS } from "./future.ts";
export { TooDeep };

/** `ast.PyCF_ALLOW_TOP_LEVEL_AWAIT`. */
export const ALLOW_TOP_LEVEL_AWAIT = 0x2000;

export interface CompileOptions {
  filename: string;
  /** 1 drops assertions, 2 docstrings too. */
  optimize?: 0 | 1 | 2;
  /** Future features that the source inherits, and ALLOW_TOP_LEVEL_AWAIT. */
  flags?: number;
  warn?: Warn;
  /** The text that errors quote; without it they quote none. */
  source?: string;
}

/** The symbol table of a tree, as the symtable module shows it. Throws as `compile` does. */
export function symbolTable(tree: ast.Mod, { flags = 0, source }: CompileOptions): Scope {
  const report = new Reporter(source ?? null, null);
  report.bare = true;
  const future = findFuture(tree, report).flags | flags;
  return buildSymbolTable(tree, (future & CO_FUTURE_ANNOTATIONS) !== 0, report).top;
}

/**
 * Compiles a tree; its kind says whether it is a module, a prompt's input or an expression.
 * Throws SourceError, or TooDeep for a tree that nests too deeply. `assemble` may look at each unit on its way.
 */
export function compile(tree: ast.Mod, options: CompileOptions, assemble?: typeof assembleUnit): CodeUnit {
  const { filename, optimize = 0, flags = 0, warn, source } = options;
  const report = new Reporter(source ?? null, warn ?? null);
  report.bare = true;
  const future = findFuture(tree, report);
  const futureFlags = future.flags | (flags & FUTURE_FLAGS);
  const futureAnnotations = (futureFlags & CO_FUTURE_ANNOTATIONS) !== 0;
  foldTree(tree, optimize, futureAnnotations);
  const table = buildSymbolTable(tree, futureAnnotations, report);
  report.bare = false;
  const settings = {
    filename,
    optimize,
    futureFlags,
    futureAnnotations,
    topLevelAwait: (flags & ALLOW_TOP_LEVEL_AWAIT) !== 0,
    futureEnd: future.end,
    interactive: tree.kind === "Interactive",
  };
  return generate(tree, table, settings, report, assemble);
}
