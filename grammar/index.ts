// The front end: source text to the tree that Python's `ast` module describes, or a SourceError.
import type { Interactive, Mod } from "./ast.ts";
import { Refused } from "./base.ts";
import { diagnose, severalStatements } from "./diagnose.ts";
import { SourceError, TooComplex, type Warn } from "./errors.ts";
import { PythonParser } from "./parser.ts";
import { type TokenList, tokenize } from "./tokenizer.ts";
import { ENDMARKER, NEWLINE, type Token } from "./tokens.ts";
import { attachTypeComments } from "./typecomments.ts";

export type * from "./ast.ts";
export { SourceError, type SourceErrorKind, TooComplex, type Warn } from "./errors.ts";
export { characterName, lookupName } from "./names.ts";
export { digitLimit } from "./numbers.ts";
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
  /** `<>` stands for `!=`, as a future import elsewhere has asked: one in the source itself does not. */
  readonly flufl?: boolean;
  /** Type comments become part of the tree. */
  readonly typeComments?: boolean;
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

/** Parses a source. Throws a SourceError, or TooComplex. */
export function parse(source: string, options: ParseOptions = {}): Mod {
  const mode = options.mode ?? "exec";
  if (source.includes("\0")) throw nullBytes();
  const { warn, dontImplyDedent } = options;
  const list = tokenize(unifyLines(source), {
    mode,
    dontImplyDedent,
    flufl: options.flufl,
    typeComments: options.typeComments,
  });
  const { tree, stoppedAt } = attempt(list, mode);
  if (warn !== undefined) tellWarnings(list, warn);
  if (tree === null) throw diagnose(list, START_RULES[mode], options.allowIncomplete);
  if (mode === "single" && hasMore(list, stoppedAt)) throw severalStatements(list, stoppedAt - 1);
  if (options.typeComments === true) attachTypeComments(tree, list.source, list.typeComments);
  return tree;
}

function nullBytes(): SourceError {
  return new SourceError("SyntaxError", "source code string cannot contain null bytes", null, null, null, null, null);
}

interface Attempt {
  /** Null when the source is wrong. */
  readonly tree: Mod | null;
  /** The index of the token at which the parser stopped. */
  readonly stoppedAt: number;
}

function attempt(list: TokenList, mode: Mode): Attempt {
  const p = parser();
  p.load(list);
  let tree: Mod | null = null;
  try {
    tree = RULES[mode](p);
  } catch (error) {
    // The nesting of the source is bounded, but how much stack the caller has left is not known.
    if (error instanceof RangeError) throw new TooComplex();
    if (!(error instanceof Refused)) throw error;
  }
  const stoppedAt = p.position;
  p.release();
  return { tree, stoppedAt };
}

const isEnd = ({ tokenTypeIdx }: Token): boolean =>
  tokenTypeIdx === NEWLINE.tokenTypeIdx || tokenTypeIdx === ENDMARKER.tokenTypeIdx;

/** Whether more than the end of the source follows. */
const hasMore = ({ tokens }: TokenList, from: number): boolean => !tokens.slice(from).every(isEnd);

/** In the order of the source, as CPython tells them, which reads tokens and literals by turns. */
function tellWarnings({ warnings }: TokenList, warn: Warn): void {
  for (const { message, lineno, asError } of warnings.sort((a, b) => a.offset - b.offset))
    warn("SyntaxWarning", message, lineno, asError);
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

/** What a prompt has so far: a statement, or the start of one. Throws a SourceError, or TooComplex. */
export function parseInteractive(source: string, warn?: Warn, flufl = false): Reading {
  if (source.includes("\0")) throw nullBytes();
  const list = tokenize(unifyLines(source), { interactive: true, flufl });
  const { tree, stoppedAt } = attempt(list, "single");
  if (tree === null && stoppedAt === list.tokens.length - 1 && list.error === null) return { status: "incomplete" };
  if (warn !== undefined) tellWarnings(list, warn);
  if (tree?.kind !== "Interactive") throw diagnose(list, START_RULES.single);
  return { status: "complete", tree, end: list.tokens[stoppedAt - 1].end };
}
