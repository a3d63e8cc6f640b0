// repr() of str and bytes, and ascii(): quotes and escapes as Python chooses them.
import { reserve } from "../../heap/heap.ts";
import { codeAt } from "./codepoints.ts";
import { checkLength } from "./search.ts";
import { isPrintable } from "./unicode.ts";

// Printable ASCII but the quote and the backslash, which is most of what is ever shown.
const PLAIN = /^[ -&(-[\]-~]*$/;
const CONTROLS: Record<number, string> = { 9: "\\t", 10: "\\n", 13: "\\r", 92: "\\\\" };

/** From this length on the room is asked for while the text grows. */
const MUCH = 1 << 16;

const hex = (code: number, width: number): string => code.toString(16).padStart(width, "0");

/** The escape of a code point that is not shown as itself: `\xhh`, `\uhhhh` or `\Uhhhhhhhh`. */
export function hexEscape(code: number): string {
  if (code < 0x100) return `\\x${hex(code, 2)}`;
  return code < 0x10000 ? `\\u${hex(code, 4)}` : `\\U${hex(code, 8)}`;
}

/** Single quotes, unless only single quotes are inside. */
const quoteFor = (text: string): string => (text.includes("'") && !text.includes('"') ? '"' : "'");

/** `repr(text)`. Without `wide` each unit is a character. */
export function strRepr(text: string, wide = /[\ud800-\udbff][\udc00-\udfff]/.test(text)): string {
  return PLAIN.test(text) ? `'${text}'` : quoted(text, wide, isPrintable);
}

/** `ascii(text)`. */
export const strAscii = (text: string, wide: boolean): string =>
  PLAIN.test(text) ? `'${text}'` : quoted(text, wide, isShownInAscii);

const isShownInAscii = (code: number): boolean => code >= 32 && code < 127;

function quoted(text: string, wide: boolean, isShown: (code: number) => boolean): string {
  const quote = quoteFor(text);
  const quoteCode = quote.charCodeAt(0);
  let result = quote;
  let copied = 0;
  let paid = MUCH;
  for (let i = 0; i < text.length; i++) {
    const code = codeAt(text, i, wide);
    const units = code > 0xffff ? 2 : 1;
    if (code === quoteCode || code === 92 || !isShown(code)) {
      checkLength(result.length + text.length - i);
      if (result.length > paid) reserve((paid *= 2));
      result += text.slice(copied, i) + (code === quoteCode ? `\\${quote}` : (CONTROLS[code] ?? hexEscape(code)));
      copied = i + units;
    }
    i += units - 1;
  }
  return result + text.slice(copied) + quote;
}

const BYTE_TEXT = Array.from({ length: 256 }, (_, byte) => {
  if (CONTROLS[byte]) return CONTROLS[byte];
  return byte >= 32 && byte < 127 ? String.fromCharCode(byte) : hexEscape(byte);
});

/** `repr(bytes)`. */
export const bytesRepr = (bytes: Uint8Array): string => quotedBytes(bytes, false);

/** What a bytearray shows in its parentheses: single quotes are escaped whatever the quotes around are. */
export const byteArrayRepr = (bytes: Uint8Array): string => quotedBytes(bytes, true);

function quotedBytes(bytes: Uint8Array, escapeSingle: boolean): string {
  const double = bytes.includes(39) && !bytes.includes(34);
  const quote = double ? '"' : "'";
  const single = escapeSingle || !double ? "\\'" : "'";
  const parts: string[] = [];
  let paid = MUCH;
  for (const byte of bytes) {
    parts.push(byte === 39 ? single : BYTE_TEXT[byte]);
    if (parts.length > paid) reserve((paid *= 2));
  }
  return `b${quote}${parts.join("")}${quote}`;
}
