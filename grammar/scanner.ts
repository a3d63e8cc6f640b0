// The state that the parts of the tokenizer share: where it stands, which brackets and f-strings are open, and how it
// complains. Columns are in UTF-8 bytes: `extra` counts the bytes beyond one per UTF-16 unit since the line's start.
import { characterCount, extraBytes } from "./chars.ts";
import { SourceError, type SourceErrorKind, type Warn } from "./errors.ts";
import { Token } from "./tokens.ts";

/** An f-string that is open. It is read by turns as text and, between its braces, as code. */
export interface FStringMode {
  readonly quote: number;
  readonly quoteSize: number;
  readonly raw: boolean;
  readonly start: number;
  readonly startLineno: number;
  readonly startLine: number;
  /** Whether text comes next. */
  inText: boolean;
  /** Brackets open inside this string. */
  depth: number;
  /** The depth at which the innermost replacement field opened, -1 outside of any. */
  field: number;
}

export interface TokenizerOptions {
  readonly warn?: Warn;
  /** Lines come from a prompt: an empty line ends a block, and the end of input means that more may come. */
  readonly interactive?: boolean;
}

export class Scanner {
  readonly tokens: Token[] = [];
  pos = 0;
  lineno = 1;
  lineStart = 0;
  extra = 0;
  /** Indices in `tokens` of the brackets that are open. */
  readonly brackets: number[] = [];
  readonly modes: FStringMode[] = [];
  readonly indents: number[] = [0];
  readonly altIndents: number[] = [0];

  constructor(
    readonly source: string,
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
    throw new SourceError(kind, message, lineno, from, lineno, to, lineAt(this.source, lineStart));
  }
}

/** The line that starts at an offset, without its end. */
export function lineAt(source: string, lineStart: number): string {
  const end = source.indexOf("\n", lineStart);
  return end < 0 ? source.slice(lineStart) : source.slice(lineStart, end);
}
