// The state that the parts of the tokenizer share: where it stands, which brackets and f-strings are open, and how it
// complains. Columns are in UTF-8 bytes: `extra` counts the bytes beyond one per UTF-16 unit since the line's start.
import { characterCount, extraBytes } from "./chars.ts";
import { SourceError, type SourceErrorKind } from "./errors.ts";
import { NEWLINE, Token } from "./tokens.ts";
import type { TypeComment } from "./typecomments.ts";

/** A string that is being read, and where it starts. */
export interface OpenString {
  readonly quote: number;
  readonly quoteSize: number;
  readonly start: number;
  readonly startLineno: number;
  readonly startLine: number;
}

/** An f-string that is open. It is read by turns as text and, between its braces, as code. */
export interface FStringMode extends OpenString {
  readonly raw: boolean;
  /** Whether text comes next. */
  inText: boolean;
  /** Brackets open inside this string. */
  depth: number;
  /** The depth at which the innermost replacement field opened, -1 outside of any. */
  field: number;
}

/** A SyntaxWarning, and where in the source it was earned. */
export interface Warning {
  readonly offset: number;
  readonly message: string;
  readonly lineno: number;
  /** The error that it is where warnings are errors. */
  readonly asError: () => SourceError;
}

export interface TokenizerOptions {
  /** Lines come from a prompt: an empty line ends a block, and the end of input means that more may come. */
  readonly interactive?: boolean;
  /** Only a file is sure to end with a line end; elsewhere the last line may stay open. */
  readonly mode?: "exec" | "eval" | "single" | "func_type";
  /** The end of a single statement does not end its blocks. */
  readonly dontImplyDedent?: boolean;
  /** `<>` is what `!=` is elsewhere, as `from __future__ import barry_as_FLUFL` has it. */
  readonly flufl?: boolean;
  /** Type comments are kept aside. */
  readonly typeComments?: boolean;
  /** For the tokenize module: there is no parser that could tell more of a source that ends too early. */
  readonly tokensOnly?: boolean;
  /** For the tokenize module: comments and line ends without meaning are tokens, brackets and numbers go unchecked. */
  readonly extraTokens?: boolean;
}

export class Scanner {
  readonly tokens: Token[] = [];
  readonly warnings: Warning[] = [];
  readonly typeComments: TypeComment[] = [];
  pos = 0;
  lineno = 1;
  lineStart = 0;
  extra = 0;
  /** Set by an error that shows only where the parser reaches it: one met further on is not reported. */
  quiet = false;
  /** Where the NEWLINE token starts that ends the line: at the comment before it, if there is one. */
  newlineStart = 0;
  /** Indices in `tokens` of the brackets that are open. */
  readonly brackets: number[] = [];
  readonly modes: FStringMode[] = [];
  readonly indents: number[] = [0];
  readonly altIndents: number[] = [0];

  constructor(
    readonly source: string,
    /** The source without the line end that it may have been given. */
    readonly shown: string,
    readonly options: TokenizerOptions,
  ) {}

  add(id: number, image: string, start: number, lineno: number, column: number): Token {
    const token = new Token(id, image, start, this.pos, lineno, column, this.lineno, this.column(this.pos));
    this.tokens.push(token);
    return token;
  }

  column(pos: number): number {
    return pos - this.lineStart + this.extra;
  }

  warn(message: string): void {
    const { lineno, lineStart, pos } = this;
    const asError = (): SourceError => {
      const column = characterCount(this.source, lineStart, pos);
      return new SourceError("SyntaxError", message, lineno, column, lineno, column, lineAt(this.shown, lineStart));
    };
    this.warnings.push({ offset: pos, message, lineno, asError });
  }

  /** Moves to the start of the line after the line end at `pos`. */
  nextLine(pos: number): void {
    this.pos = pos + 1;
    this.lineno++;
    this.lineStart = pos + 1;
    this.extra = 0;
  }

  /** Counts the bytes of a character that is not ASCII. */
  wide(unit: number): void {
    this.extra += extraBytes(unit);
  }

  /** A complaint about the line as a whole, told only where the parser reaches it. */
  failLine(message: string, kind: SourceErrorKind): never {
    this.quiet = true;
    throw new SourceError(kind, message, this.lineno, 1, this.lineno, 0, lineAt(this.shown, this.lineStart, true));
  }

  /** A line that returns to no indentation there was; the column is that of the line's end. */
  failDedent(): never {
    this.quiet = true;
    const text = lineAt(this.shown, this.lineStart, true);
    const message = "unindent does not match any outer indentation level";
    const length = characterCount(text, 0, text.length);
    throw new SourceError("IndentationError", message, this.lineno, length, this.lineno, -1, text);
  }

  /** The source ends behind a backslash. */
  failEnd(lineno: number, lineStart: number): never {
    this.quiet = true;
    if (this.options.tokensOnly === true) this.failInside();
    const open = this.brackets.at(-1);
    if (open !== undefined) throw neverClosed(this.shown, this.tokens, this.tokens[open]);
    const line = lineAt(this.shown, lineStart, true);
    const length = characterCount(line, 0, line.length);
    const text = this.shown.slice(bufferStart(this.source, this.tokens, lineStart), lineStart) + line;
    throw new SourceError("SyntaxError", "unexpected EOF while parsing", lineno, length, lineno, -1, text, true);
  }

  /** PEP 401: the other sign is the one to use. */
  failFlufl(): never {
    const { lineno, lineStart, pos } = this;
    const from = characterCount(this.source, lineStart, pos) + 1;
    const message = "with Barry as BDFL, use '<>' instead of '!='";
    const text = `${lineAt(this.source, lineStart)}\n`;
    throw new SourceError("SyntaxError", message, lineno, from, lineno, from + 2, text);
  }

  /** The source ends inside a statement, as the tokenize module tells it. */
  failInside(): never {
    this.quiet = true;
    const message = "unexpected EOF in multi-line statement";
    const lineno = this.lineno - (this.pos === this.lineStart ? 1 : 0);
    // What CPython's buffer still holds is counted: after a plain line end that is nothing.
    const kept = this.source.endsWith("\\\n") || this.modes.length > 0;
    const start = bufferStart(this.source, this.tokens, lineStartOf(this.source, this.source.length - 1));
    const offset = kept ? this.source.length - start : 0;
    throw new SourceError("SyntaxError", message, lineno, offset, null, null, null, true);
  }

  failContinuation(): never {
    this.quiet = true;
    // The column counts from the start of all that is in CPython's buffer.
    const start = bufferStart(this.source, this.tokens, this.lineStart);
    const text = this.shown.slice(start, this.lineStart) + lineAt(this.shown, this.lineStart, true);
    const offset = characterCount(this.source, start, Math.min(this.pos, this.shown.length));
    const message = "unexpected character after line continuation character";
    throw new SourceError("SyntaxError", message, this.lineno, offset, this.lineno, 0, text);
  }

  /** The input ends before what has been started does. */
  failOpen(message: string, lineno: number, lineStart: number, at: number): never {
    const offset = characterCount(this.source, lineStart, at);
    const text = lineAt(this.shown, lineStart);
    throw new SourceError("SyntaxError", message, lineno, offset, lineno, offset, text, true);
  }

  /** An error whose column is that of the last character read, as the tokenizer of CPython reports it. */
  fail(message: string, kind: SourceErrorKind = "SyntaxError"): never {
    this.failAt(message, this.lineno, this.lineStart, this.pos, this.pos, kind);
  }

  failAt(
    message: string,
    lineno: number,
    lineStart: number,
    start: number,
    end: number,
    kind: SourceErrorKind = "SyntaxError",
  ): never {
    const from = characterCount(this.source, lineStart, start);
    const to = characterCount(this.source, lineStart, end);
    throw new SourceError(kind, message, lineno, from, lineno, to, lineAt(this.shown, lineStart));
  }
}

/** The line that starts at an offset, with its end or without. */
export function lineAt(source: string, lineStart: number, withEnd = false): string {
  const end = source.indexOf("\n", lineStart);
  return end < 0 ? source.slice(lineStart) : source.slice(lineStart, withEnd ? end + 1 : end);
}

/** Where the line starts that holds an offset. */
export const lineStartOf = (source: string, offset: number): number =>
  offset === 0 ? 0 : source.lastIndexOf("\n", offset - 1) + 1;

/** The refusal of a literal for what would else be a warning. */
export function literalError(source: string, token: Token, message: string): SourceError {
  const { startOffset, end, lineno, end_lineno: endLineno } = token;
  const lineStart = lineStartOf(source, startOffset);
  const from = characterCount(source, lineStart, startOffset) + 1;
  const to = characterCount(source, lineStartOf(source, end - 1), end) + 1;
  const text = lineAt(source, lineStart, lineno === endLineno);
  return new SourceError("SyntaxError", message, lineno, from, endLineno, to, text);
}

/** Whether a token from an earlier line was still being read where a line starts. */
const reachesInto = ({ tokenTypeIdx, startOffset, end }: Token, lineStart: number): boolean =>
  startOffset < lineStart && end >= lineStart && tokenTypeIdx !== NEWLINE.tokenTypeIdx;

/** What CPython's buffer starts with when it reads a line: the line where the token or the continued line starts. */
export function bufferStart(source: string, tokens: readonly Token[], lineStart: number): number {
  let start = lineStart;
  for (;;) {
    if (start === 0) return 0;
    const around = tokens.find((token) => reachesInto(token, start));
    if (around !== undefined) start = lineStartOf(source, around.startOffset);
    else if (source[start - 2] === "\\") start = lineStartOf(source, start - 1);
    else return skipIndentation(source, start, lineStart);
  }
}

/** Lines that hold nothing but a backslash are indentation, which is not kept. */
function skipIndentation(source: string, start: number, lineStart: number): number {
  while (start < lineStart && /^[ \t\f]*\\$/.test(lineAt(source, start))) start = source.indexOf("\n", start) + 1;
  return start;
}

/** A bracket that is open where the source ends. */
export function neverClosed(source: string, tokens: readonly Token[], open: Token): SourceError {
  const lineStart = lineStartOf(source, open.startOffset);
  const offset = characterCount(source, lineStart, open.startOffset) + 1;
  const message = `'${open.image}' was never closed`;
  // Only the last line is still in the buffer.
  const last = lineStart === lineStartOf(source, source.length - 1);
  const before = last ? source.slice(bufferStart(source, tokens, lineStart), lineStart) : "";
  const text = before + lineAt(source, lineStart, last);
  return new SourceError("SyntaxError", message, open.lineno, offset, open.lineno, 0, text, true);
}
