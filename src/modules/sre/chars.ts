// What regular expressions ask of single characters: categories, and the case mappings of one
// character to one. The locale is the C locale: beyond ASCII it has neither letters nor case.
import { isAlnum, isDecimal, isSpace } from "../../objects/text/unicode.ts";
import { type CaseMap, lowerMap, upperMap } from "../../objects/text/unicodedb.ts";

const isAsciiDigit = (ch: number): boolean => ch >= 48 && ch <= 57;
const isAsciiSpace = (ch: number): boolean => ch === 32 || (ch >= 9 && ch <= 13);
const isAsciiWord = (ch: number): boolean =>
  isAsciiDigit(ch) || ch === 95 || ((ch | 32) >= 97 && (ch | 32) <= 122 && ch < 128);
const isUnicodeWord = (ch: number): boolean => (ch < 128 ? isAsciiWord(ch) : isAlnum(ch));
const isLineBreak = (ch: number): boolean => ch === 10;
const isUnicodeLineBreak = (ch: number): boolean =>
  (ch >= 10 && ch <= 13) || (ch >= 28 && ch <= 30) || ch === 0x85 || ch === 0x2028 || ch === 0x2029;

/** A test for each pair of categories, in the order of their numbers. */
const TESTS: readonly ((ch: number) => boolean)[] = [
  isAsciiDigit,
  isAsciiSpace,
  isAsciiWord,
  isLineBreak,
  isAsciiWord,
  isDecimal,
  isSpace,
  isUnicodeWord,
  isUnicodeLineBreak,
];

/** Is the character in a category? */
export const inCategory = (category: number, ch: number): boolean =>
  TESTS[category >> 1](ch) !== ((category & 1) === 1);

export const isWord = isAsciiWord;
export const isWordUnicode = isUnicodeWord;

export const lowerAscii = (ch: number): number => (ch >= 65 && ch <= 90 ? ch + 32 : ch);
export const upperAscii = (ch: number): number => (ch >= 97 && ch <= 122 ? ch - 32 : ch);

/** The first character of the full mapping stands for all of it. */
function mapped(map: CaseMap, ch: number): number {
  const text = map.get(ch);
  return text === undefined ? ch : (text.codePointAt(0) as number);
}

export const lowerUnicode = (ch: number): number => (ch < 128 ? lowerAscii(ch) : mapped(lowerMap(), ch));
export const upperUnicode = (ch: number): number => (ch < 128 ? upperAscii(ch) : mapped(upperMap(), ch));

export const isCasedAscii = (ch: number): boolean => lowerAscii(ch) !== upperAscii(ch);
export const isCasedUnicode = (ch: number): boolean => lowerUnicode(ch) !== ch || upperUnicode(ch) !== ch;
