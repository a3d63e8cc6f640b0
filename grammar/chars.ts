// Classes of characters as the tokenizer sees them. Beyond ASCII the tables of chars.gen.ts decide (Unicode 15.0,
// the version of Python 3.12), so that the answer does not hang on the host's Unicode version.
import { IDENTIFIER_PART_RUNS, IDENTIFIER_START_RUNS, PRINTABLE_RUNS } from "./chars.gen.ts";

export const NAME_START = 1;
export const NAME_PART = 2;
export const DIGIT = 4;
export const HEX_DIGIT = 8;

/** What an ASCII character may be: a sum of the constants above. */
export const ASCII_CLASS: Uint8Array = asciiClasses();

function asciiClasses(): Uint8Array {
  const table = new Uint8Array(128);
  const mark = (characters: string, bits: number) => {
    for (const character of characters) table[character.charCodeAt(0)] |= bits;
  };
  mark("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ_", NAME_START | NAME_PART);
  mark("0123456789", NAME_PART | DIGIT | HEX_DIGIT);
  mark("abcdefABCDEF", HEX_DIGIT);
  return table;
}

export const isDigit = (code: number): boolean => code >= 48 && code <= 57;

/** Whether a character may be part of a name as far as the tokenizer's first look goes: all of non-ASCII may. */
export const mayBeName = (code: number): boolean => (code < 128 ? (ASCII_CLASS[code] & NAME_PART) !== 0 : code >= 128);

// A table is the lengths of alternating runs from U+0080 on, in base 36; it is unpacked to boundaries at first use.
function runTable(packed: string): (code: number) => boolean {
  let boundaries: number[] | null = null;
  return (code) => {
    boundaries ??= unpack(packed);
    let low = 0;
    let high = boundaries.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (boundaries[middle] <= code) low = middle + 1;
      else high = middle;
    }
    return (low & 1) === 1;
  };
}

function unpack(packed: string): number[] {
  let at = 128;
  return packed.split(" ").map((run) => (at += Number.parseInt(run, 36)));
}

const wideStart = runTable(IDENTIFIER_START_RUNS);
const widePart = runTable(IDENTIFIER_PART_RUNS);
const widePrintable = runTable(PRINTABLE_RUNS);

export const isIdentifierStart = (code: number): boolean =>
  code < 128 ? (ASCII_CLASS[code] & NAME_START) !== 0 : wideStart(code);
export const isIdentifierPart = (code: number): boolean =>
  code < 128 ? (ASCII_CLASS[code] & NAME_PART) !== 0 : widePart(code);
export const isPrintable = (code: number): boolean => (code < 128 ? code >= 32 && code !== 127 : widePrintable(code));

/** How many bytes UTF-8 needs beyond one for this UTF-16 unit; a surrogate counts for half of its pair. */
export const extraBytes = (unit: number): number =>
  unit < 0x80 ? 0 : unit < 0x800 ? 1 : unit >= 0xd800 && unit <= 0xdfff ? 1 : 2;

/** How many characters, not UTF-16 units, lie between two offsets. */
export function characterCount(source: string, from: number, to: number): number {
  let count = to - from;
  for (let i = from + 1; i < to; i++) {
    if ((source.charCodeAt(i) & 0xfc00) === 0xdc00 && (source.charCodeAt(i - 1) & 0xfc00) === 0xd800) count--;
  }
  return count;
}
