// The methods of str that are not searching or casing: whitespace, lines, stripping, padding, tests of all characters.
import { reserve } from "../../heap/heap.ts";
import { charLength, codeAt } from "./codepoints.ts";
import { checkLength, payText, repeatText, type Text } from "./search.ts";
import * as unicode from "./unicode.ts";

// Python's whitespace, which is not JavaScript's: U+001C to U+001F and U+0085 are in, U+FEFF is not.
const SPACES = "\\t-\\r\\x1c- \\x85\\xa0\\u1680\\u2000-\\u200a\\u2028\\u2029\\u202f\\u205f\\u3000";
const WORD = new RegExp(`[^${SPACES}]+`, "g");

/** Longer texts are asked for the number of their words before they are split. */
const LONG = 2 ** 16;
const BYTES_PER_WORD = 64;

/** At least as many as there are words, if only few more. */
function countWords(text: string): number {
  let words = 1;
  for (let i = 1; i < text.length; i++) if (text.charCodeAt(i) <= 32 && text.charCodeAt(i - 1) > 32) words++;
  return words;
}

/** `text.split(None, limit)`; a negative limit is none. */
export function splitSpaces(text: string, limit: number): string[] {
  if (limit < 0) {
    if (text.length > LONG) reserve(countWords(text) * BYTES_PER_WORD);
    return text.match(WORD) ?? [];
  }
  const words: string[] = [];
  const scan = new RegExp(WORD);
  let match: RegExpExecArray | null;
  while ((match = scan.exec(text))) {
    if (words.length === limit) {
      // What is left keeps the spaces at its end.
      words.push(text.slice(match.index));
      break;
    }
    words.push(match[0]);
  }
  return words;
}

/** `text.rsplit(None, limit)`. */
export function rsplitSpaces(text: string, limit: number): string[] {
  if (limit < 0) return splitSpaces(text, -1);
  const words: string[] = [];
  let end = lastNonSpace(text, text.length);
  while (end > 0 && words.length < limit) {
    let start = end;
    while (start > 0 && !unicode.isSpace(text.charCodeAt(start - 1))) start--;
    words.push(text.slice(start, end));
    end = lastNonSpace(text, start);
  }
  if (end > 0) words.push(text.slice(0, end));
  return words.reverse();
}

/** The index after the last unit before `end` that is no space. */
function lastNonSpace(text: string, end: number): number {
  while (end > 0 && unicode.isSpace(text.charCodeAt(end - 1))) end--;
  return end;
}

export function stripSpaces(text: string, left: boolean, right: boolean): string {
  const end = right ? lastNonSpace(text, text.length) : text.length;
  let start = 0;
  if (left) while (start < end && unicode.isSpace(text.charCodeAt(start))) start++;
  return text.slice(start, end);
}

/** Strips the characters of `chars`. */
export function stripChars({ text, wide }: Text, chars: Text, left: boolean, right: boolean): string {
  const set = new Set(chars.wide ? Array.from(chars.text) : chars.text.split(""));
  let start = 0;
  let end = text.length;
  if (left) {
    while (start < end) {
      const char = wide ? String.fromCodePoint(text.codePointAt(start)!) : text[start];
      if (!set.has(char)) break;
      start += char.length;
    }
  }
  if (right) {
    while (end > start) {
      const length = wide && isPairAt(text, end - 2) && end - 2 >= start ? 2 : 1;
      if (!set.has(text.slice(end - length, end))) break;
      end -= length;
    }
  }
  return text.slice(start, end);
}

const isPairAt = (text: string, at: number): boolean =>
  at >= 0 && (text.charCodeAt(at) & 0xfc00) === 0xd800 && (text.charCodeAt(at + 1) & 0xfc00) === 0xdc00;

const LINE = /([^\n-\r\x1c-\x1e\x85\u2028\u2029]*)(\r\n|[\n-\r\x1c-\x1e\x85\u2028\u2029]|$)/gy;

/** `text.splitlines(keepEnds)`. */
export function splitLines(text: string, keepEnds: boolean): string[] {
  const lines: string[] = [];
  const scan = new RegExp(LINE);
  while (scan.lastIndex < text.length) {
    const match = scan.exec(text)!;
    lines.push(match[keepEnds ? 0 : 1]);
  }
  return lines;
}

/** `text.expandtabs(size)`: columns are counted in characters from the last line break. */
export function expandTabs(text: string, wide: boolean, size: number): string {
  if (!text.includes("\t")) return text;
  const parts: string[] = [];
  let column = 0;
  let total = 0;
  for (const piece of text.split(/(\t)/)) {
    let part = piece;
    if (piece === "\t") {
      const missing = size > 0 ? size - (column % size) : 0;
      total += missing;
      checkLength(total);
      part = " ".repeat(missing);
      column += missing;
    } else {
      const line = Math.max(piece.lastIndexOf("\n"), piece.lastIndexOf("\r")) + 1;
      column = (line > 0 ? 0 : column) + charLength(piece.slice(line), wide);
      total += piece.length;
    }
    parts.push(part);
  }
  return parts.join("");
}

/** Pads a text of `length` characters to `width`; `fill` is one character. */
export const justifyLeft = (text: string, length: number, width: number, fill: string): string =>
  text + repeatText(fill, width - length);

export const justifyRight = (text: string, length: number, width: number, fill: string): string =>
  repeatText(fill, width - length) + text;

/** `text.center(width, fill)`: of an odd number of fills one more goes left if the width is odd. */
export function center(text: string, length: number, width: number, fill: string): string {
  const missing = width - length;
  if (missing <= 0) return text;
  const left = Math.floor(missing / 2) + (missing & width & 1);
  return repeatText(fill, left) + text + repeatText(fill, missing - left);
}

/** `text.zfill(width)`: zeros after the sign. */
export function zeroFill(text: string, length: number, width: number): string {
  if (width <= length) return text;
  const zeros = repeatText("0", width - length);
  return text[0] === "+" || text[0] === "-" ? text[0] + zeros + text.slice(1) : zeros + text;
}

/** True if there are characters and all of them pass. */
export function all(text: string, wide: boolean, test: (code: number) => boolean): boolean {
  for (let i = 0; i < text.length; i++) {
    const code = codeAt(text, i, wide);
    if (!test(code)) return false;
    if (code > 0xffff) i++;
  }
  return text.length > 0;
}

export const isPrintable = (text: string, wide: boolean): boolean =>
  text === "" || all(text, wide, unicode.isPrintable);

/** True if some character has the case and none the other. */
function isOnly(
  text: string,
  wide: boolean,
  own: (code: number) => boolean,
  other: (code: number) => boolean,
): boolean {
  let some = false;
  for (let i = 0; i < text.length; i++) {
    const code = codeAt(text, i, wide);
    if (other(code) || unicode.isTitle(code)) return false;
    some ||= own(code);
    if (code > 0xffff) i++;
  }
  return some;
}

export const isLower = (text: string, wide: boolean): boolean => isOnly(text, wide, unicode.isLower, unicode.isUpper);
export const isUpper = (text: string, wide: boolean): boolean => isOnly(text, wide, unicode.isUpper, unicode.isLower);

/** Capitals only where a word begins, small letters only within words, and some of them. */
export function isTitle(text: string, wide: boolean): boolean {
  let some = false;
  let inWord = false;
  for (let i = 0; i < text.length; i++) {
    const code = codeAt(text, i, wide);
    if (code > 0xffff) i++;
    const capital = unicode.isUpper(code) || unicode.isTitle(code);
    const small = unicode.isLower(code);
    if ((capital && inWord) || (small && !inWord)) return false;
    inWord = capital || small;
    some ||= inWord;
  }
  return some;
}

/** A name in the sense of the language; keywords are names too. */
export function isIdentifier(text: string, wide: boolean): boolean {
  let first = true;
  return all(text, wide, (code) => {
    const ok = first ? unicode.isIdStart(code) : unicode.isIdContinue(code);
    first = false;
    return ok;
  });
}

/** `change` answers the replacement of a code point, or undefined where it stays. */
export function translate(text: string, wide: boolean, change: (code: number) => string | undefined): string {
  const known = new Map<number, string | undefined>();
  const parts: string[] = [];
  let total = 0;
  for (let i = 0; i < text.length; i++) {
    const code = codeAt(text, i, wide);
    // CPython remembers the answers for ASCII only.
    const remembered = code < 128 && known.has(code);
    const mapped = remembered ? known.get(code) : change(code);
    if (code < 128) known.set(code, mapped);
    const part = mapped ?? String.fromCodePoint(code);
    total += part.length;
    payText(total);
    parts.push(part);
    if (code > 0xffff) i++;
  }
  return parts.join("");
}
