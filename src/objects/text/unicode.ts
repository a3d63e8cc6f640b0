// What Python asks of single characters, by code point. ASCII is answered without the tables.
import * as db from "./unicodedb.ts";

const isAsciiUpper = (code: number): boolean => code >= 65 && code <= 90;
const isAsciiLower = (code: number): boolean => code >= 97 && code <= 122;
const isAsciiDigit = (code: number): boolean => code >= 48 && code <= 57;
const isAsciiLetter = (code: number): boolean => isAsciiLower(code | 32) && code < 128;

const has = (code: number, flag: number): boolean => (db.recordOf(code) & flag) !== 0;

export const isAlpha = (code: number): boolean =>
  code < 128 ? isAsciiLetter(code) : db.isLetterRecord(db.recordOf(code));
export const isDecimal = (code: number): boolean => (code < 128 ? isAsciiDigit(code) : has(code, db.DECIMAL));
export const isDigit = (code: number): boolean => (code < 128 ? isAsciiDigit(code) : has(code, db.DIGIT));
export const isNumeric = (code: number): boolean => (code < 128 ? isAsciiDigit(code) : has(code, db.NUMERIC_VALUE));
export const isAlnum = (code: number): boolean => isAlpha(code) || isNumeric(code);
export const isLower = (code: number): boolean => (code < 128 ? isAsciiLower(code) : has(code, db.LOWER_CASE));
export const isUpper = (code: number): boolean => (code < 128 ? isAsciiUpper(code) : has(code, db.UPPER_CASE));
export const isCased = (code: number): boolean => (code < 128 ? isAsciiLetter(code) : has(code, db.CASED));
export const isCaseIgnorable = (code: number): boolean => has(code, db.CASE_IGNORABLE);
export const isPrintable = (code: number): boolean => (code < 127 ? code >= 32 : code > 127 && has(code, db.PRINTABLE));

/** Neither upper nor lower, but cased: a title-case letter such as U+01C5. */
export const isTitle = (code: number): boolean => code >= 128 && category(code) === "Lt";

export const isSpace = (code: number): boolean =>
  code < 128 ? code === 32 || (code >= 9 && code <= 13) || (code >= 28 && code <= 31) : has(code, db.SPACE);

export const isIdStart = (code: number): boolean =>
  code < 128 ? isAsciiLetter(code) || code === 95 : has(code, db.ID_START);
export const isIdContinue = (code: number): boolean =>
  code < 128 ? isAsciiLetter(code) || isAsciiDigit(code) || code === 95 : has(code, db.ID_CONTINUE);

/** The general category: "Lu", "Nd", ... */
export const category = (code: number): string => db.categoryName(db.recordOf(code));

/** The value of a decimal digit, or -1. */
export function decimalValue(code: number): number {
  if (code < 128) return isAsciiDigit(code) ? code - 48 : -1;
  return has(code, db.DECIMAL) ? db.digitMap().get(code)! : -1;
}

/** The value of a digit, superscripts and the like included, or -1. */
export function digitValue(code: number): number {
  if (code < 128) return isAsciiDigit(code) ? code - 48 : -1;
  return has(code, db.DIGIT) ? db.digitMap().get(code)! : -1;
}

/** The value of a character that stands for a number, or undefined. */
export function numericValue(code: number): number | undefined {
  if (code < 128) return isAsciiDigit(code) ? code - 48 : undefined;
  return db.numericMap().get(code);
}
