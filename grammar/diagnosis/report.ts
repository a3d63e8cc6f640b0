// Makes the errors of the diagnosis: where they are and which line they show, by CPython's habits.
// Columns count characters from 1. Layout tokens have no column; there CPython tells how far it has read the line.
import { characterCount } from "../chars.ts";
import { SourceError, type SourceErrorKind } from "../errors.ts";
import type { TokenList } from "../tokenizer.ts";
import { DEDENT, ENDMARKER, INDENT, NEWLINE, type Token } from "../tokens.ts";
import type { Machine, Piece } from "./machine.ts";

const LAYOUT = new Set([DEDENT.tokenTypeIdx, ENDMARKER.tokenTypeIdx, INDENT.tokenTypeIdx]);

interface Place {
  readonly lineno: number;
  readonly offset: number;
}

/** From the start of a piece to the end of another. */
export function between(machine: Machine, from: Piece, to: Piece, message: string): SourceError {
  return build(machine, "SyntaxError", message, startOf(machine, from.from), endOf(machine, to.to));
}

/** From a piece to where reading has stopped. */
export function uptoHere(machine: Machine, from: Piece, message: string): SourceError {
  const last = endOf(machine, machine.fill - 1);
  return build(machine, "SyntaxError", message, startOf(machine, from.from), { ...last, offset: last.offset - 1 });
}

/** At the last character of a piece. */
export function atEnd(machine: Machine, piece: Piece, message: string): SourceError {
  const { lineno } = startOf(machine, piece.from);
  const end = endOf(machine, piece.to);
  const at = { lineno, offset: end.offset - 1 };
  return build(machine, "SyntaxError", message, at, { lineno: end.lineno, offset: 0 });
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

/** At a token, whether it is layout or not. */
export function atToken(
  machine: Machine,
  index: number,
  message: string,
  kind: SourceErrorKind = "SyntaxError",
): SourceError {
  const token = tokenAt(machine, index);
  if (!LAYOUT.has(token.tokenTypeIdx)) {
    return build(machine, kind, message, startOf(machine, index), endOf(machine, index));
  }
  const { lineno, read } = reading(machine);
  const place = layoutPlace(machine, token);
  return build(
    machine,
    kind,
    message,
    { lineno: place.lineno, offset: lineno === place.lineno ? read : 0 },
    {
      lineno: place.lineno,
      offset: -1,
    },
  );
}

function tokenAt(machine: Machine, index: number): Token {
  return machine.tokens[Math.min(index, machine.tokens.length - 1)];
}

/** The generic error, at the last token of the first reading. */
export function invalidSyntax(machine: Machine, index: number): SourceError {
  const token = tokenAt(machine, index);
  if (token.tokenTypeIdx === INDENT.tokenTypeIdx) return indentationAtLast(machine, "unexpected indent");
  if (token.tokenTypeIdx === DEDENT.tokenTypeIdx) return indentationAtLast(machine, "unexpected unindent");
  return build(machine, "SyntaxError", "invalid syntax", startOf(machine, index), endOf(machine, index));
}

function layoutPlace(machine: Machine, token: Token): { lineno: number } {
  const { source } = machine.list;
  // At the end of the source there is no further line to be on.
  return { lineno: token.startOffset >= source.length && token.lineno > 1 ? token.lineno - 1 : token.lineno };
}

function startOf(machine: Machine, index: number): Place {
  const token = tokenAt(machine, index);
  if (LAYOUT.has(token.tokenTypeIdx)) return { lineno: layoutPlace(machine, token).lineno, offset: 0 };
  return { lineno: token.lineno, offset: characterColumn(machine.list, token.startOffset) };
}

function endOf(machine: Machine, index: number): Place {
  const token = tokenAt(machine, index);
  if (LAYOUT.has(token.tokenTypeIdx)) return { lineno: layoutPlace(machine, token).lineno, offset: 0 };
  const lineStart = lineStartOf(machine.list.source, lastOffset(token));
  return { lineno: token.end_lineno, offset: characterCount(machine.list.source, lineStart, token.end) + 1 };
}

const lineStartOf = (source: string, offset: number): number => source.lastIndexOf("\n", offset - 1) + 1;

/** An offset on the line on which a token ends: the NEWLINE token takes the line end with it. */
const lastOffset = ({ tokenTypeIdx, end }: Token): number => (tokenTypeIdx === NEWLINE.tokenTypeIdx ? end - 1 : end);

function characterColumn({ source }: TokenList, offset: number): number {
  return characterCount(source, lineStartOf(source, offset), offset) + 1;
}

/** The line that the tokenizer is on after the last token looked at, and how many of its characters it has read. */
function reading(machine: Machine): { lineno: number; lineStart: number; read: number } {
  const { source } = machine.list;
  const token = tokenAt(machine, machine.fill - 1);
  const atEnd = LAYOUT.has(token.tokenTypeIdx) && token.end >= source.length && source.length > 0;
  const offset = atEnd ? source.length - 1 : token.end;
  const lineStart = lineStartOf(source, atEnd ? offset : lastOffset(token));
  const read = characterCount(source, lineStart, atEnd ? source.length : offset);
  return { lineno: atEnd && token.lineno > 1 ? token.lineno - 1 : token.end_lineno, lineStart, read };
}

function build(machine: Machine, kind: SourceErrorKind, message: string, start: Place, end: Place): SourceError {
  const text = shownText(machine, start.lineno);
  return new SourceError(kind, message, start.lineno, start.offset, end.lineno, end.offset, text);
}

/**
 * The text to show. On the line being read it is what CPython's buffer holds: the line with its end, from the start of
 * the token or the continued line that reaches into it. An earlier line comes alone and without its end.
 */
function shownText(machine: Machine, lineno: number): string {
  const { source } = machine.list;
  const here = reading(machine);
  if (here.lineno <= lineno) {
    const end = source.indexOf("\n", here.lineStart);
    return source.slice(bufferStart(machine, here.lineStart), end < 0 ? source.length : end + 1);
  }
  let start = 0;
  for (let line = 1; line < lineno; line++) start = source.indexOf("\n", start) + 1;
  const end = source.indexOf("\n", start);
  return source.slice(start, end < 0 ? source.length : end);
}

/** Whether a token from an earlier line was still being read where a line starts. */
const reachesInto = ({ tokenTypeIdx, startOffset, end }: Token, lineStart: number): boolean =>
  startOffset < lineStart && end >= lineStart && tokenTypeIdx !== NEWLINE.tokenTypeIdx;

function bufferStart(machine: Machine, lineStart: number): number {
  const { source } = machine.list;
  let start = lineStart;
  for (;;) {
    if (start === 0) return 0;
    const around = machine.tokens.find((token) => reachesInto(token, start));
    if (around !== undefined) start = lineStartOf(source, around.startOffset);
    else if (source[start - 2] === "\\") start = lineStartOf(source, start - 1);
    else return start;
  }
}
