// The line of carets under a source line of a traceback: `^` under the code that the instruction
// came from; for a binary operation and a subscript `~` with `^` under the operator or the brackets.
// Columns of positions are bytes of UTF-8; what is printed counts characters.
import type { Position } from "../bytecode/locations.ts";
import { columnsOf } from "./reportwidth.ts";

/** What the code under the carets is, with offsets in bytes of UTF-8 from its start. */
export type Segment =
  | { kind: "binary"; leftEnd: number; rightStart: number }
  | { kind: "subscript"; valueEnd: number; indexEnd: number };

let parseSegment: (text: string) => Segment | null = () => null;
/** Told once by the layer that has the parser: says what a piece of source is; null for anything else. */
export const setSegmentParser = (parse: typeof parseSegment): void => {
  parseSegment = parse;
};

const isSpace = (c: string | undefined): boolean => c === " " || c === "\t" || c === "\f";

const byteWidth = (c: string): number => {
  const code = c.codePointAt(0) as number;
  return code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
};

/** The characters of a text, and the byte of UTF-8 at which each starts; one more for the end. */
class Columns {
  readonly chars: readonly string[];
  private readonly starts: number[] = [];

  constructor(text: string) {
    this.chars = Array.from(text);
    let at = 0;
    for (const c of this.chars) {
      this.starts.push(at);
      at += byteWidth(c);
    }
    this.starts.push(at);
  }

  /** The character that a byte belongs to. A byte beyond the end is as far beyond it. */
  charOf(byte: number): number {
    const last = this.starts.length - 1;
    if (byte >= this.starts[last]) return last;
    let i = 0;
    while (this.starts[i + 1] <= byte) i++;
    return this.starts[i] === byte ? i : i + 1;
  }

  /** Is there white space at a byte? */
  spaceAt(byte: number): boolean {
    return isSpace(this.at(byte));
  }

  /** The character that starts at a byte; undefined inside one, or beyond the end. */
  at(byte: number): string | undefined {
    const i = this.starts.indexOf(byte);
    return i < 0 ? undefined : this.chars[i];
  }

  /** How many columns of a terminal the characters before this one take. */
  columns(char: number): number {
    const chars = this.chars.slice(0, char);
    return chars.reduce((sum, c) => sum + columnsOf(c), 0);
  }

  get bytes(): number {
    return this.starts[this.starts.length - 1];
  }
}

/** The part under `^`, in characters from the start of the segment. */
interface Anchors {
  from: number;
  to: number;
}

function operatorAnchors(text: Columns, leftEnd: number, rightStart: number): Anchors | null {
  let found: Anchors | null = null;
  for (let i = leftEnd; i < rightStart; i++) {
    if (text.spaceAt(i)) continue;
    const wide = i + 1 < rightStart && !text.spaceAt(i + 1);
    found = { from: i, to: i + (wide ? 2 : 1) };
    if (i + 1 < rightStart && text.at(i) === ")") continue;
    break;
  }
  return found;
}

function bracketAnchors(text: Columns, valueEnd: number, indexEnd: number): Anchors {
  let from = valueEnd;
  while (from < text.bytes && text.at(from) !== "[") from++;
  let to = indexEnd + 1;
  while (to < text.bytes && text.at(to) !== "]") to++;
  return { from, to: to < text.bytes ? to + 1 : to };
}

function anchorsOf(code: string): Anchors | null {
  const segment = parseSegment(code);
  if (segment === null) return null;
  const text = new Columns(code);
  const found =
    segment.kind === "binary"
      ? operatorAnchors(text, segment.leftEnd, segment.rightStart)
      : bracketAnchors(text, segment.valueEnd, segment.indexEnd);
  return found === null ? null : { from: text.charOf(found.from), to: text.charOf(found.to) };
}

/** Where the code of several lines ends in the first of them: behind its last character that is no space. */
function endOfLine(line: Columns): number {
  // CPython looks for the end among the bytes, but starts at the number of characters.
  let i = line.chars.length;
  while (--i >= 0) if (!line.spaceAt(i)) break;
  return i + 1;
}

/** The carets below a line, without indentation and line end; null when they would mark the whole line, or nothing is known. */
export function caretsOf(line: string, position: Position | undefined): string | null {
  if (position === undefined) return null;
  const { line: first, endLine, col, endCol } = position;
  if (first < 0 || endLine < 0 || col < 0 || endCol < 0) return null;
  const text = new Columns(line);
  const start = text.charOf(col);
  const oneLine = first === endLine;
  const end = oneLine ? text.charOf(endCol) : endOfLine(text);
  const anchors = oneLine ? anchorsOf(text.chars.slice(start, end).join("")) : null;
  let indent = 0;
  while (isSpace(text.chars[indent])) indent++;
  if (anchors === null && end - start === text.chars.length - indent) return null;
  const marked = anchors === null ? [start, end] : [start + anchors.from, start + anchors.to];
  const [left, right, from, to] = [start, end, ...marked].map((char) => text.columns(char));
  let carets = " ".repeat(Math.max(0, left - indent));
  for (let i = Math.max(left, indent); i < right; i++) carets += i >= from && i < to ? "^" : "~";
  return carets;
}
