// unicode-escape and raw-unicode-escape: text as ASCII (or Latin-1) with backslash escapes.
import { TextBuilder } from "./builders.ts";
import type { DecodeHandler } from "./codecerrors.ts";
import type { Decoded } from "./codecs.ts";
import { codeAt, latin1Decode, latin1Encode } from "./codepoints.ts";
import { lookupName } from "./names.ts";
import { hexEscape } from "./repr.ts";
import { checkLength } from "./search.ts";

const NAMED: Record<number, string> = { 9: "\\t", 10: "\\n", 13: "\\r", 92: "\\\\" };

/** The text with each character spelled by `spell`. */
function encodeEach(text: string, wide: boolean, spell: (code: number) => string): Uint8Array {
  const parts: string[] = [];
  let total = 0;
  for (let i = 0; i < text.length; i++) {
    const code = codeAt(text, i, wide);
    const part = spell(code);
    checkLength((total += part.length));
    parts.push(part);
    if (code > 0xffff) i++;
  }
  return latin1Encode(parts.join(""));
}

export const encodeUnicodeEscape = (text: string, wide: boolean): Uint8Array =>
  encodeEach(text, wide, (code) =>
    code >= 32 && code < 127 && code !== 92 ? String.fromCharCode(code) : (NAMED[code] ?? hexEscape(code)),
  );

export const encodeRawUnicodeEscape = (text: string, wide: boolean): Uint8Array =>
  encodeEach(text, wide, (code) => (code < 256 ? String.fromCharCode(code) : hexEscape(code)));

const SIMPLE: Record<string, string> = {
  "\n": "",
  "\\": "\\",
  "'": "'",
  '"': '"',
  a: "\x07",
  b: "\b",
  f: "\f",
  n: "\n",
  r: "\r",
  t: "\t",
  v: "\v",
};
const HEX_DIGITS: Record<string, number> = { x: 2, u: 4, U: 8 };
const TRUNCATED: Record<string, string> = {
  x: "truncated \\xXX escape",
  u: "truncated \\uXXXX escape",
  U: "truncated \\UXXXXXXXX escape",
};

/** What an escape means: a code point or a text (of what is no escape), or a reason why it means nothing. */
interface Escape {
  code: number;
  text?: string;
  end: number;
  reason?: string;
  /** The text ended within it. */
  partial?: boolean;
}

/** An escape that Python warns of: the first of its kind is told. */
export interface OddEscape {
  /** The characters after the backslash: one, or the octal digits. */
  shown: string;
  octal: boolean;
}

export interface EscapeDecoded extends Decoded {
  odd: OddEscape | null;
}

/** `at` is the index of the letter after the backslash. */
function readHex(text: string, at: number, tooLarge: string): Escape {
  const letter = text[at];
  const count = HEX_DIGITS[letter];
  let end = at + 1;
  while (end < at + 1 + count && /^[0-9a-fA-F]$/.test(text[end] ?? "")) end++;
  if (end < at + 1 + count) return { code: 0, end, reason: TRUNCATED[letter], partial: end >= text.length };
  const code = Number.parseInt(text.slice(at + 1, end), 16);
  return code > 0x10ffff ? { code, end, reason: tooLarge } : { code, end };
}

const MALFORMED_NAME = "malformed \\N character escape";

function readName(text: string, at: number): Escape {
  if (text[at + 1] !== "{") return { code: 0, end: at + 1, reason: MALFORMED_NAME, partial: at + 1 >= text.length };
  const close = text.indexOf("}", at + 2);
  if (close < 0) return { code: 0, end: text.length, reason: MALFORMED_NAME, partial: true };
  if (close === at + 2) return { code: 0, end: close, reason: MALFORMED_NAME };
  const char = lookupName(text.slice(at + 2, close), false);
  if (char === undefined) return { code: 0, end: close + 1, reason: "unknown Unicode character name" };
  return { code: char.codePointAt(0)!, end: close + 1 };
}

function readEscape(text: string, at: number): Escape {
  const letter = text[at];
  if (letter === undefined) return { code: 0, end: at, reason: "\\ at end of string", partial: true };
  if (Object.hasOwn(SIMPLE, letter)) return { code: 0, text: SIMPLE[letter], end: at + 1 };
  if (Object.hasOwn(HEX_DIGITS, letter)) return readHex(text, at, "illegal Unicode character");
  if (letter === "N") return readName(text, at);
  const octal = /^[0-7]{1,3}/.exec(text.slice(at, at + 3));
  if (octal) return { code: Number.parseInt(octal[0], 8), end: at + octal[0].length };
  return { code: 0, text: `\\${letter}`, end: at + 1 };
}

function oddness(text: string, at: number, found: Escape): OddEscape | null {
  if (found.text !== undefined && found.text.length === 2) return { shown: text[at], octal: false };
  const isOctal = text[at] >= "0" && text[at] <= "7" && found.code > 0o377;
  return isOctal ? { shown: text.slice(at, found.end), octal: true } : null;
}

export function decodeUnicodeEscape(bytes: Uint8Array, repair: DecodeHandler, final: boolean): EscapeDecoded {
  let odd: OddEscape | null = null;
  const decoded = decodeEscapes(bytes, "unicodeescape", repair, final, (text, at) => {
    const found = readEscape(text, at);
    if (found.reason === undefined) odd ??= oddness(text, at, found);
    return found;
  });
  return { ...decoded, odd };
}

/** Only \u and \U count, and not after another backslash. */
export const decodeRawUnicodeEscape = (bytes: Uint8Array, repair: DecodeHandler, final: boolean): Decoded =>
  decodeEscapes(bytes, "rawunicodeescape", repair, final, (text, at) => {
    const letter = text[at];
    if (letter === "u" || letter === "U") return readHex(text, at, "\\Uxxxxxxxx out of range");
    // A backslash at the end may be the first half of an escape, but only if more may come.
    if (letter === undefined) return { code: 0, text: "\\", end: at, partial: true };
    return { code: 0, text: `\\${letter}`, end: at + 1 };
  });

function decodeEscapes(
  bytes: Uint8Array,
  encoding: string,
  repair: DecodeHandler,
  final: boolean,
  read: (text: string, at: number) => Escape,
): Decoded {
  const text = latin1Decode(bytes);
  const out = new TextBuilder();
  let i = 0;
  while (i < text.length) {
    const slash = text.indexOf("\\", i);
    if (slash !== i) {
      const end = slash < 0 ? text.length : slash;
      out.add(text.slice(i, end));
      i = end;
      continue;
    }
    const found = read(text, i + 1);
    if (found.partial && !final) break;
    if (found.reason !== undefined) {
      const { by, next } = repair({ encoding, bytes, start: i, end: found.end, reason: found.reason });
      out.add(by);
      i = next;
      continue;
    }
    if (found.text !== undefined) out.add(found.text);
    else out.code(found.code);
    i = found.end;
  }
  return { text: out.finish(), wide: out.wide, consumed: i };
}
