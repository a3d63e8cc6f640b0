// Number literals: how far one reaches, which mistakes it can have, and its value.
import type { ConstantValue } from "./ast.ts";
import { isDigit, mayBeName } from "./chars.ts";
import type { Scanner } from "./scanner.ts";

const UNDERSCORE = 95;
const DOT = 46;

interface Radix {
  readonly name: string;
  readonly accepts: (code: number) => boolean;
}

const RADIXES: Record<string, Radix> = {
  x: { name: "hexadecimal", accepts: (c) => isDigit(c) || (c >= 97 && c <= 102) || (c >= 65 && c <= 70) },
  o: { name: "octal", accepts: (c) => c >= 48 && c <= 55 },
  b: { name: "binary", accepts: (c) => c === 48 || c === 49 },
};

/** Moves the scanner over the number at its place. */
export function scanNumber(scanner: Scanner): void {
  const { source } = scanner;
  const start = scanner.pos;
  if (source.charCodeAt(start) === 48) {
    const radix = RADIXES[source[start + 1].toLowerCase()];
    if (radix !== undefined) {
      scanRadix(scanner, radix);
      return;
    }
    if (!scanZeros(scanner)) return;
  } else if (source.charCodeAt(start) !== DOT) {
    scanDecimals(scanner);
  }
  scanFraction(scanner);
}

function scanRadix(scanner: Scanner, radix: Radix): void {
  const { source } = scanner;
  scanner.pos += 2;
  do {
    if (source.charCodeAt(scanner.pos) === UNDERSCORE) scanner.pos++;
    if (!radix.accepts(source.charCodeAt(scanner.pos))) failDigit(scanner, radix);
    while (radix.accepts(source.charCodeAt(scanner.pos))) scanner.pos++;
  } while (source.charCodeAt(scanner.pos) === UNDERSCORE);
  if (isDigit(source.charCodeAt(scanner.pos))) failDigit(scanner, radix);
  verifyEnd(scanner, radix.name);
}

function failDigit(scanner: Scanner, radix: Radix): never {
  const code = scanner.source.charCodeAt(scanner.pos);
  if (isDigit(code)) {
    scanner.pos++;
    scanner.fail(`invalid digit '${String.fromCharCode(code)}' in ${radix.name} literal`);
  }
  scanner.fail(`invalid ${radix.name} literal`);
}

/** A number that starts with 0: answers whether a fraction or an exponent can follow. */
function scanZeros(scanner: Scanner): boolean {
  const { source } = scanner;
  const start = scanner.pos;
  let nonZero = false;
  scanner.pos++;
  for (;;) {
    if (source.charCodeAt(scanner.pos) === UNDERSCORE) {
      scanner.pos++;
      if (!isDigit(source.charCodeAt(scanner.pos))) scanner.fail("invalid decimal literal");
    }
    if (source.charCodeAt(scanner.pos) !== 48) break;
    scanner.pos++;
  }
  const zerosEnd = scanner.pos;
  if (isDigit(source.charCodeAt(scanner.pos))) {
    nonZero = true;
    scanDecimals(scanner);
  }
  const next = source[scanner.pos];
  if (nonZero && scanner.options.extraTokens !== true && !/[.eEjJ]/.test(next)) {
    scanner.failAt(
      "leading zeros in decimal integer literals are not permitted; use an 0o prefix for octal integers",
      scanner.lineno,
      scanner.lineStart,
      start + 1,
      zerosEnd + 1,
    );
  }
  if (/[.eEjJ]/.test(next)) return true;
  verifyEnd(scanner, "decimal");
  return false;
}

function scanDecimals(scanner: Scanner): void {
  const { source } = scanner;
  for (;;) {
    while (isDigit(source.charCodeAt(scanner.pos))) scanner.pos++;
    if (source.charCodeAt(scanner.pos) !== UNDERSCORE) return;
    scanner.pos++;
    if (!isDigit(source.charCodeAt(scanner.pos))) scanner.fail("invalid decimal literal");
  }
}

function scanFraction(scanner: Scanner): void {
  const { source } = scanner;
  if (source.charCodeAt(scanner.pos) === DOT) {
    scanner.pos++;
    if (isDigit(source.charCodeAt(scanner.pos))) scanDecimals(scanner);
  }
  const exponent = /[eE]/.test(source[scanner.pos]) ? scanner.pos : -1;
  if (exponent >= 0) {
    let digits = exponent + 1;
    if (/[+-]/.test(source[digits])) {
      digits++;
      if (!isDigit(source.charCodeAt(digits))) {
        scanner.pos = digits;
        scanner.fail("invalid decimal literal");
      }
    }
    if (!isDigit(source.charCodeAt(digits))) {
      verifyEnd(scanner, "decimal");
      return;
    }
    scanner.pos = digits;
    scanDecimals(scanner);
  }
  const imaginary = /[jJ]/.test(source[scanner.pos]);
  if (imaginary) scanner.pos++;
  verifyEnd(scanner, imaginary ? "imaginary" : "decimal");
}

// Keywords that may stand right behind a number, with a warning.
const AFTER_NUMBER = /(?:and|else|for|not|or)(?![\w\u0080-\uffff])|i[fns]/y;

function verifyEnd(scanner: Scanner, name: string): void {
  const { source, pos } = scanner;
  const code = source.charCodeAt(pos);
  if (!mayBeName(code) || scanner.options.extraTokens === true) return;
  AFTER_NUMBER.lastIndex = pos;
  if (AFTER_NUMBER.test(source)) {
    scanner.warn(`invalid ${name} literal`);
    return;
  }
  if (code < 128) scanner.fail(`invalid ${name} literal`);
}

const smallInts: ConstantValue[] = Array.from({ length: 257 }, (_, i) => ({ type: "int", value: BigInt(i) }));

/** How many digits a decimal integer may have; 0 means any. Whoever parses for an instance sets it. */
export const digitLimit = { max: 4300 };

/** What CPython says of a decimal integer that is too long to convert; null for one that is not. */
export function checkDigits(image: string): string | null {
  const { max } = digitLimit;
  if (max === 0 || image.length <= max || /[^0-9_]/.test(image)) return null;
  const digits = image.replaceAll("_", "").length;
  if (digits <= max) return null;
  return (
    `Exceeds the limit (${max} digits) for integer string conversion: value has ${digits} digits; ` +
    "use sys.set_int_max_str_digits() to increase the limit - " +
    "Consider hexadecimal for huge integer literals to avoid decimal conversion limits."
  );
}

/** The value of a number literal. */
export function numberValue(image: string): ConstantValue {
  const plain = image.includes("_") ? image.replaceAll("_", "") : image;
  const last = plain.charCodeAt(plain.length - 1) | 32;
  const second = plain.charCodeAt(1) | 32;
  if (plain.charCodeAt(0) === 48 && (second === 120 || second === 111 || second === 98)) {
    return { type: "int", value: BigInt(plain.toLowerCase()) };
  }
  if (last === 106) return { type: "complex", real: 0, imag: Number(plain.slice(0, -1)) };
  if (/[.eE]/.test(plain)) return { type: "float", value: Number(plain) };
  if (plain.length <= 3) {
    const small = Number(plain);
    if (small <= 256) return smallInts[small];
  }
  return { type: "int", value: BigInt(plain) };
}
