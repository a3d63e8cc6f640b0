// Numbers in other scripts: decimal digits and spaces of all of Unicode as their ASCII counterparts,
// which is how int(), float() and complex() read text.
import { isAscii } from "./codepoints.ts";
import { decimalValue, isSpace } from "./unicode.ts";

/**
 * The text with every decimal digit as 0-9 and every space as " "; whatever else is beyond ASCII becomes "?",
 * which no number contains. CPython leaves text that is all ASCII as it is, U+001C to U+001F too, which are spaces
 * to str.strip but not to a number.
 */
export function toAsciiDigits(text: string): string {
  if (isAscii(text)) return text;
  let result = "";
  for (const char of text) {
    const code = char.codePointAt(0)!;
    if (isSpace(code)) result += " ";
    else if (code < 0x80) result += char;
    else {
      const value = decimalValue(code);
      result += value < 0 ? "?" : String(value);
    }
  }
  return result;
}

const isAsciiSpace = (code: number): boolean => code === 32 || (code >= 9 && code <= 13);

/** The text without the six ASCII spaces at its ends. */
export function trimAscii(text: string): string {
  let start = 0;
  let end = text.length;
  while (start < end && isAsciiSpace(text.charCodeAt(start))) start++;
  while (end > start && isAsciiSpace(text.charCodeAt(end - 1))) end--;
  return text.slice(start, end);
}
