// The front end: source text to the tree that Python's `ast` module describes, or a SourceError.
import type { Interactive, Mod } from "./ast.ts";
import { Refused } from "./base.ts";
import { diagnose, severalStatements } from "./diagnose.ts";
import { SourceError, TooComplex, type Warn } from "./errors.ts";
import { PythonParser } from "./parser.ts";
import { type TokenList, tokenize } from "./tokenizer.ts";

export type * from "./ast.ts";
export { SourceError, type SourceErrorKind, TooComplex, type Warn } from "./errors.ts";
export { characterName, lookupName } from "./names.ts";
export { decodeSource } from "./source.ts";

export type Mode = "exec" | "eval" | "single" | "func_type";

export interface ParseOptions {
  readonly mode?: Mode;
  readonly warn?: Warn;
  readonly filename?: string;
  /** Says "incomplete input" where more of the source could make it right; `codeop` asks for it. */
  readonly allowIncomplete?: boolean;
  /** In mode "single" the end of the source does not end an indented block; `codeop` asks for it. */
  readonly dontImplyDedent?: boolean;
}

let shared: PythonParser | null = null;

/** The parser is made at first use: it takes some milliseconds. */
function parser(): PythonParser {
  return (shared ??= new PythonParser());
}

const RULES = {
  exec: (p: PythonParser): Mod => p.file(),
  eval: (p: PythonParser): Mod => p.eval(),
  single: (p: PythonParser): Mod => p.interactive(),
  func_type: (p: PythonParser): Mod => p.func_type(),
};

const START_RULES: Record<Mode, string> = { exec: "file", eval: "eval", single: "interactive", func_type: "func_type" };

/** Parses a source. Throws a SourceError. */
export function parse(source: string, options: ParseOptions = {}): Mod {
  const mode = options.mode ?? "exec";
  if (source.includes("\0")) throw nullBytes();
  const { warn, dontImplyDedent } = options;
  const list = tokenize(unifyLines(source), { mode, dontImplyDedent });
  const tree = attempt(list, mode, warn);
  if (tree === null) throw diagnose(list, START_RULES[mode], options.allowIncomplete);
  if (mode === "single" && parser().hasMore) throw severalStatements(list, parser().stoppedAt - 1);
  return tree;
}

function nullBytes(): SourceError {
  return new SourceError("SyntaxError", "source code string cannot contain null bytes", null, null, null, null, null);
}

/** The tree, or null when the source is wrong. */
function attempt(list: TokenList, mode: Mode, warn: Warn | undefined): Mod | null {
  const p = parser();
  p.load(list);
  try {
    return RULES[mode](p);
  } catch (error) {
    if (error instanceof Refused) return null;
    // The nesting of the source is bounded, but how much stack the caller has left is not known.
    if (error instanceof RangeError) throw new TooComplex();
    throw error;
  } finally {
    // In the order of the source, as CPython tells them, which reads tokens and literals by turns.
    if (warn !== undefined) tellWarnings(list, warn);
  }
}

function tellWarnings({ warnings }: TokenList, warn: Warn): void {
  for (const { message, lineno } of warnings.sort((a, b) => a.offset - b.offset))
    warn("SyntaxWarning", message, lineno);
}

const unifyLines = (source: string): string => (source.includes("\r") ? source.replace(/\r\n?/g, "\n") : source);

/** A statement that a prompt has read, or the wish for another line. */
export type Reading =
  | {
      readonly status: "complete";
      readonly tree: Interactive;
      /** Where in the source the statement ends: a prompt that was given more reads on from here. */
      readonly end: number;
    }
  | { readonly status: "incomplete" };

/** What a prompt has so far: a statement, or the start of one. Throws a SourceError. */
export function parseInteractive(source: string, warn?: Warn): Reading {
  const list = tokenize(unifyLines(source), { interactive: true });
  const tree = attempt(list, "single", warn);
  if (tree?.kind === "Interactive") return { status: "complete", tree, end: parser().end };
  if (parser().stoppedAt === list.tokens.length - 1 && list.error === null) return { status: "incomplete" };
  throw diagnose(list, START_RULES.single);
}
