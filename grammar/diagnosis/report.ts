// Makes the errors of the diagnosis: where they are and which line they show, by CPython's habits.
// Places are kept in bytes, as CPython has them, and turned to characters by the text that is shown: when that is more
// than one line, the columns come out as odd as CPython's.
import { SourceError, type SourceErrorKind } from "../errors.ts";
import { bufferStart, lineAt, lineStartOf } from "../scanner.ts";
import { DEDENT, ENDMARKER, ERRORTOKEN, FSTRING_END, IMPLIED, INDENT, NEWLINE, STRING, type Token } from "../tokens.ts";
import type { Machine, Piece } from "./machine.ts";

/** A line, and a column in bytes from 1; 0 and -1 say that there is none. */
interface Place {
  readonly lineno: number;
  readonly column: number;
}

/** From the start of a piece to the end of another. */
export function between(machine: Machine, from: Piece, to: Piece, message: string): SourceError {
  return build(machine, "SyntaxError", message, startOf(machine, from.from), endOf(machine, to.to));
}

/** From a piece to where reading has stopped. */
export function uptoHere(machine: Machine, from: Piece, message: string): SourceError {
  const { lineno, read } = reading(machine);
  return build(machine, "SyntaxError", message, startOf(machine, from.from), { lineno, column: read });
}

/** At the last character of a piece. */
export function atEnd(machine: Machine, piece: Piece, message: string): SourceError {
  const { lineno } = startOf(machine, piece.from);
  const end = endOf(machine, piece.to);
  return build(machine, "SyntaxError", message, { lineno, column: end.column - 1 }, { lineno: end.lineno, column: 0 });
}

/** On the line of a token. */
export function onLine(machine: Machine, { lineno }: Token, message: string): SourceError {
  return build(machine, "SyntaxError", message, { lineno, column: 0 }, { lineno, column: 0 });
}

export function onToken(machine: Machine, token: number, message: string): SourceError {
  return build(machine, "SyntaxError", message, startOf(machine, token), endOf(machine, token));
}

/** At the last token looked at. */
export function atLast(machine: Machine, message: string): SourceError {
  return atToken(machine, machine.fill - 1, message);
}

export function indentationAtLast(machine: Machine, message: string): SourceError {
  return atToken(machine, machine.fill - 1, message, "IndentationError");
}

/** At a token. Layout has no column of its own; there CPython tells how far it has read the line. */
export function atToken(
  machine: Machine,
  index: number,
  message: string,
  kind: SourceErrorKind = "SyntaxError",
): SourceError {
  const start = startOf(machine, index);
  if (!isLayout(tokenAt(machine, index))) return build(machine, kind, message, start, endOf(machine, index));
  const column = reading(machine).read;
  return build(machine, kind, message, { ...start, column }, { ...start, column: -1 });
}

/** Whether the tokenizer has met the end of the source: a token there makes it look, unless a quote ends it. */
export function atSourceEnd(machine: Machine): boolean {
  const { shown } = machine.list;
  const { tokenTypeIdx, end, image } = tokenAt(machine, machine.fill - 1);
  if (tokenTypeIdx === STRING.tokenTypeIdx || tokenTypeIdx === FSTRING_END.tokenTypeIdx) return false;
  if (tokenTypeIdx === NEWLINE.tokenTypeIdx && image !== IMPLIED) return false;
  return end >= shown.length;
}

/** The generic error, at the last token of the first reading. */
export function invalidSyntax(machine: Machine, index: number): SourceError {
  const { tokenTypeIdx } = tokenAt(machine, index);
  if (tokenTypeIdx === INDENT.tokenTypeIdx) return indentationAtLast(machine, "unexpected indent");
  if (tokenTypeIdx === DEDENT.tokenTypeIdx) return indentationAtLast(machine, "unexpected unindent");
  return onToken(machine, index, "invalid syntax");
}

function tokenAt(machine: Machine, index: number): Token {
  return machine.tokens[Math.min(index, machine.tokens.length - 1)];
}

/** Whether a token stands for no text, so that CPython gives it no column. */
const isLayout = ({ tokenTypeIdx, image }: Token): boolean =>
  tokenTypeIdx === DEDENT.tokenTypeIdx ||
  tokenTypeIdx === INDENT.tokenTypeIdx ||
  tokenTypeIdx === ENDMARKER.tokenTypeIdx ||
  tokenTypeIdx === ERRORTOKEN.tokenTypeIdx ||
  image === IMPLIED;

/** Behind the last line there is no further line to be on. */
function layoutLine(machine: Machine, token: Token): number {
  return token.startOffset >= machine.list.source.length ? token.lineno - 1 : token.lineno;
}

function startOf(machine: Machine, index: number): Place {
  const token = tokenAt(machine, index);
  if (isLayout(token)) return { lineno: layoutLine(machine, token), column: 0 };
  return { lineno: token.lineno, column: token.col_offset + 1 };
}

function endOf(machine: Machine, index: number): Place {
  const token = tokenAt(machine, index);
  if (isLayout(token)) return { lineno: layoutLine(machine, token), column: 0 };
  // The NEWLINE token takes the line end with it.
  if (token.tokenTypeIdx === NEWLINE.tokenTypeIdx) {
    return { lineno: token.lineno, column: token.col_offset + 1 + byteLength(commentOf(machine, token)) };
  }
  return { lineno: token.end_lineno, column: token.end_col_offset + 1 };
}

const commentOf = ({ list }: Machine, { startOffset, end }: Token): string => list.source.slice(startOffset, end);

interface Reading {
  readonly lineno: number;
  readonly lineStart: number;
  /** How many bytes of the line have been read. */
  readonly read: number;
}

/** The line that the tokenizer is on after the last token looked at. */
function reading(machine: Machine): Reading {
  const { source, shown } = machine.list;
  const token = tokenAt(machine, machine.fill - 1);
  const ends = token.tokenTypeIdx === NEWLINE.tokenTypeIdx;
  if (isLayout(token) && token.end >= source.length) {
    const lineStart = lineStartOf(source, Math.max(0, source.length - 1));
    return { lineno: token.lineno - 1, lineStart, read: byteLength(shown.slice(lineStart)) };
  }
  const lineStart = lineStartOf(source, ends ? token.end - 1 : token.end);
  return {
    lineno: ends ? token.lineno : token.end_lineno,
    lineStart,
    read: byteLength(source.slice(lineStart, token.end)),
  };
}

function build(machine: Machine, kind: SourceErrorKind, message: string, start: Place, end: Place): SourceError {
  const text = shownText(machine, start.lineno);
  const offset = toCharacters(text, start.column);
  const endOffset = end.column > 0 ? toCharacters(text, end.column) : end.column;
  return new SourceError(kind, message, start.lineno, offset, end.lineno, endOffset, text);
}

/**
 * The text to show. On the line being read it is what CPython's buffer holds: the line with its end, from the start of
 * the token or the continued line that reaches into it. An earlier line comes alone and without its end.
 */
function shownText(machine: Machine, lineno: number): string {
  const { shown } = machine.list;
  const here = reading(machine);
  if (here.lineno <= lineno) {
    const start = bufferStart(shown, machine.tokens, here.lineStart);
    return shown.slice(start, here.lineStart) + lineAt(shown, here.lineStart, true);
  }
  let start = 0;
  for (let line = 1; line < lineno; line++) start = shown.indexOf("\n", start) + 1;
  return lineAt(shown, start);
}

const byteSize = (code: number): number => (code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4);

function byteLength(text: string): number {
  let length = 0;
  for (const character of text) length += byteSize(character.codePointAt(0) ?? 0);
  return length;
}

/** How many characters the first bytes of a text make, a cut one and the end of the text included. */
function toCharacters(text: string, bytes: number): number {
  let count = 0;
  let seen = 0;
  for (const character of text) {
    if (seen >= bytes) return count;
    seen += byteSize(character.codePointAt(0) ?? 0);
    count++;
  }
  return seen < bytes ? count + 1 : count;
}
