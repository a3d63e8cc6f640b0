// Text to int: int(str, base) with underscores, prefixes and digits of any script, and CPython's messages.
import { valueError } from "../errors.ts";
import { latin1Decode } from "../text/codepoints.ts";
import { toAsciiDigits, trimAscii } from "../text/digits.ts";
import { bytesRepr, strRepr } from "../text/repr.ts";
import { chargeDecimal } from "./intcost.ts";
import { type Int, normalize } from "./ints.ts";

/** CPython's default for sys.set_int_max_str_digits; 0 means no limit. */
export const DEFAULT_MAX_DIGITS = 4300;

/** `int(text, base)`. */
export function intFromStr(text: string, base: number, maxDigits: number): Int {
  if (base === 10) {
    const value = shortDecimal(text);
    if (value >= 0) return value;
    if (value === NO_NUMBER) throw invalidLiteral(base, strRepr(text));
  }
  return parseInteger(toAsciiDigits(text), base, maxDigits, () => strRepr(text));
}

/** `int(bytes, base)`. */
export function intFromBytesText(bytes: Uint8Array, base: number, maxDigits: number): Int {
  return parseInteger(latin1Decode(bytes), base, maxDigits, () => bytesRepr(bytes));
}

/** What `shortDecimal` answers of a text that is no decimal number, and of one that it knows nothing of. */
export const NO_NUMBER = -1;
const NOT_SHORT = -2;

/** The common case: a few decimal digits and nothing else. A letter of ASCII is in no decimal number. */
export function shortDecimal(text: string): number {
  if (text.length > 15) return NOT_SHORT;
  let value = 0;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code >= 48 && code <= 57) value = value * 10 + (code - 48);
    else return (code >= 65 && code <= 90) || (code >= 97 && code <= 122) ? NO_NUMBER : NOT_SHORT;
  }
  return text.length > 0 ? value : NOT_SHORT;
}

const PREFIXES: Record<string, number> = { b: 2, o: 8, x: 16 };
const PREFIX_LETTERS: Record<number, string> = { 2: "b", 8: "o", 16: "x" };
const MALFORMED = /^_|_$|__/;

function parseInteger(text: string, base: number, maxDigits: number, shown: () => string): Int {
  if (base !== 0 && (base < 2 || base > 36)) throw valueError("int() base must be >= 2 and <= 36, or 0");
  const [, sign, body] = /^([+-]?)(.*)$/s.exec(trimAscii(text))!;
  const { digits, radix } = withoutPrefix(body, base);
  const plain = digits.includes("_") ? digits.replaceAll("_", "") : digits;
  const octalLooking = base === 0 && radix === 10 && /^0+[1-9]/.test(plain);
  if (MALFORMED.test(digits) || octalLooking || !digitPattern(radix).test(plain)) throw invalidLiteral(base, shown());
  if ((radix & (radix - 1)) !== 0) checkDigits(plain.length, maxDigits);
  const value = digitsToInt(plain, radix);
  return sign === "-" ? (typeof value === "number" ? 0 - value : -value) : value;
}

/** Takes a prefix off that fits the base, with the one underscore that may follow it. */
function withoutPrefix(body: string, base: number): { digits: string; radix: number } {
  const letter = body[0] === "0" && body.length > 1 ? body[1].toLowerCase() : "";
  const named = base === 0 ? (Object.hasOwn(PREFIXES, letter) ? PREFIXES[letter] : 10) : base;
  if (letter === "" || PREFIX_LETTERS[named] !== letter) return { digits: body, radix: named };
  return { digits: body.slice(body[2] === "_" ? 3 : 2), radix: named };
}

const patterns = new Map<number, RegExp>();

function digitPattern(radix: number): RegExp {
  let pattern = patterns.get(radix);
  if (!pattern) {
    const last = (radix - 1).toString(radix);
    pattern = radix <= 10 ? new RegExp(`^[0-${last}]+$`) : new RegExp(`^[0-9a-${last}]+$`, "i");
    patterns.set(radix, pattern);
  }
  return pattern;
}

export function invalidLiteral(base: number, shown: string) {
  const start = shown.length <= 200 ? shown : Array.from(shown).slice(0, 200).join("");
  return valueError(`invalid literal for int() with base ${base}: ${start}`);
}

function checkDigits(count: number, maxDigits: number): void {
  if (maxDigits > 0 && count > maxDigits) {
    throw valueError(
      `Exceeds the limit (${maxDigits} digits) for integer string conversion: value has ${count} digits; ` +
        "use sys.set_int_max_str_digits() to increase the limit",
    );
  }
}

const BIGINT_PREFIX: Record<number, string> = { 2: "0b", 8: "0o", 10: "", 16: "0x" };

/** The value of plain digits, which must all fit the radix. */
export function digitsToInt(digits: string, radix: number): Int {
  if (digits.length <= 10) return Number.parseInt(digits, radix);
  if (digits.length > 4300) chargeDecimal(digits.length * Math.log2(radix));
  const prefix = BIGINT_PREFIX[radix];
  if (prefix !== undefined) return normalize(BigInt(prefix + digits));
  return normalize(joinHalves(digits, radix));
}

/** Works in pieces of ten digits, then joins neighbours, so that large products are few. */
function joinHalves(digits: string, radix: number): bigint {
  let parts: bigint[] = [];
  for (let end = digits.length; end > 0; end -= 10) {
    parts.push(BigInt(Number.parseInt(digits.slice(Math.max(0, end - 10), end), radix)));
  }
  let unit = BigInt(radix) ** 10n;
  while (parts.length > 1) {
    const joined: bigint[] = [];
    for (let i = 0; i < parts.length; i += 2) joined.push(parts[i] + (parts[i + 1] ?? 0n) * unit);
    parts = joined;
    unit *= unit;
  }
  return parts[0];
}
