// Strings of JSON: as they are written, and as they are read.
import { drop, newRef, type Owned, type OwnedValue } from "../../heap/refs.ts";
import { callOwned } from "../../objects/call.ts";
import { PyError, valueError } from "../../objects/errors.ts";
import { newInt } from "../../objects/int.ts";
import { getAttrText } from "../../objects/protocol.ts";
import { newAsciiStr, newTextStr, type PyStr, unitOf, wideOf } from "../../objects/str.ts";
import { charIndex } from "../../objects/text/codepoints.ts";
import { importModule } from "../../vm/import.ts";

const ESCAPED: Record<string, string> = {
  '"': '\\"',
  "\\": "\\\\",
  "\b": "\\b",
  "\f": "\\f",
  "\n": "\\n",
  "\r": "\\r",
  "\t": "\\t",
};

const unicodeEscape = (unit: string): string => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`;
const escaped = (unit: string): string => ESCAPED[unit] ?? unicodeEscape(unit);

const CONTROLS = /["\\\u0000-\u001f]/g;
const NOT_PLAIN = /["\\]|[^ -~]/g;

/** The text in quotes; only what must be is escaped. */
export const quoted = (text: string): string => `"${text.replace(CONTROLS, escaped)}"`;

/** The text in quotes; whatever is not printable ASCII is escaped, by its UTF-16 units. */
export const quotedAscii = (text: string): string => `"${text.replace(NOT_PLAIN, escaped)}"`;

export const quotedStr = (s: PyStr, ascii: boolean): Owned =>
  ascii ? newAsciiStr(quotedAscii(s.value)) : newTextStr(quoted(s.value), wideOf(s) !== null);

const UNESCAPED: Record<string, string> = {
  '"': '"',
  "\\": "\\",
  "/": "/",
  b: "\b",
  f: "\f",
  n: "\n",
  r: "\r",
  t: "\t",
};

/** A document, by the units of its text. */
export class Source {
  readonly str: PyStr;
  readonly text: string;
  readonly wide: boolean;
  constructor(str: PyStr) {
    this.str = str;
    this.text = str.value;
    this.wide = wideOf(str) !== null;
  }

  /** The unit where a character begins; past the end for one that is past the end. */
  unit(index: number): number {
    const length = this.charAt(this.text.length);
    return index >= length ? this.text.length + index - length : unitOf(this.str, index);
  }

  /** The index of the character that begins at a unit. */
  charAt(unit: number): number {
    return this.wide ? charIndex(this.text, unit, true) : unit;
  }

  /** json.JSONDecodeError about a place. */
  error(message: string, unit: number): PyError {
    const module = importModule("json.decoder");
    let type: OwnedValue;
    try {
      type = getAttrText(module, "JSONDecodeError");
    } finally {
      drop(module);
    }
    const at = newInt(this.charAt(unit));
    return new PyError(callOwned(type, newAsciiStr(message), newRef(this.str), at) as Owned);
  }
}

export interface ScannedString {
  value: Owned<PyStr>;
  /** The unit behind the closing quote. */
  end: number;
}

/** The string whose text begins at `start`, behind its opening quote. */
export function scanString(source: Source, start: number, strict: boolean): ScannedString {
  const { text } = source;
  const begin = start - 1;
  if (start < 0 || start > text.length) throw valueError("end is out of bounds");
  let result = "";
  let wide = source.wide;
  let at = start;
  for (;;) {
    const from = at;
    at = plainEnd(source, at, strict);
    if (at >= text.length) throw source.error("Unterminated string starting at", begin);
    result += text.slice(from, at);
    if (text[at++] === '"') return { value: newTextStr(result, wide), end: at };
    if (at === text.length) throw source.error("Unterminated string starting at", begin);
    if (text[at] === "u") {
      const units = unicodeAt(source, at);
      result += units;
      wide ||= units.length > 1;
      at += units.length > 1 ? 11 : 5;
    } else {
      const unescaped = UNESCAPED[text[at]];
      if (unescaped === undefined) throw source.error("Invalid \\escape", at - 1);
      result += unescaped;
      at++;
    }
  }
}

/** Where the next quote or backslash is, or the end. */
function plainEnd(source: Source, at: number, strict: boolean): number {
  const { text } = source;
  for (; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    if (unit === 34 || unit === 92) return at;
    if (unit < 32 && strict) throw source.error("Invalid control character at", at);
  }
  return at;
}

/** What follows a backslash at the `u`: a unit, or two when a second escape makes a pair of them. */
function unicodeAt(source: Source, at: number): string {
  const { text } = source;
  if (at + 5 >= text.length) throw source.error("Invalid \\uXXXX escape", at);
  const first = hexUnit(source, at);
  if ((first & 0xfc00) !== 0xd800 || at + 11 >= text.length || text[at + 5] !== "\\" || text[at + 6] !== "u") {
    return String.fromCharCode(first);
  }
  const second = hexUnit(source, at + 6);
  return (second & 0xfc00) === 0xdc00 ? String.fromCharCode(first, second) : String.fromCharCode(first);
}

const FOUR_DIGITS = /^[0-9a-fA-F]{4}$/;

function hexUnit(source: Source, at: number): number {
  const digits = source.text.slice(at + 1, at + 5);
  if (!FOUR_DIGITS.test(digits)) throw source.error("Invalid \\uXXXX escape", at);
  return Number.parseInt(digits, 16);
}
