// The two forms of an int: a JavaScript number up to 2^53-1 in size, a bigint beyond. Every Int that these files
// take or return is in its one form (and never -0), so that === compares ints.
import { overflowError } from "../errors.ts";

export type Int = number | bigint;

const MAX = BigInt(Number.MAX_SAFE_INTEGER);

/** An int in its one form. */
export const normalize = (value: bigint): Int => (value <= MAX && value >= -MAX ? Number(value) : value);

/** The int of an integral double. */
export const fromDouble = (x: number): Int => (Number.isSafeInteger(x) ? x + 0 : BigInt(x));

/** `float(value)`, half to even. */
export function toDouble(value: Int): number {
  if (typeof value === "number") return value;
  const x = Number(value);
  if (x === Infinity || x === -Infinity) throw overflowError("int too large to convert to float");
  return x;
}

/** The number of bits of the absolute value. */
export function bitLength(value: Int): number {
  if (typeof value === "bigint") return bigBitLength(value < 0n ? -value : value);
  const size = Math.abs(value);
  if (size < 0x100000000) return 32 - Math.clz32(size);
  return 64 - Math.clz32(size / 0x100000000);
}

function bigBitLength(size: bigint): number {
  // The hexadecimal text costs linear time, and no bigint operation tells the length for less.
  const text = size.toString(16);
  return text.length * 4 - (Math.clz32(Number.parseInt(text[0], 16)) - 28);
}

const DIGIT_BITS = 30;

/** `int.__sizeof__`: 24 bytes of header and 4 for each 30-bit digit, at least one. */
export const intSize = (value: Int): number => 24 + 4 * Math.max(1, digitCount(value));

/** How many 30-bit digits CPython uses for the value. */
export function digitCount(value: Int): number {
  if (typeof value === "number" && value < 0x40000000 && value > -0x40000000) return value === 0 ? 0 : 1;
  return Math.ceil(bitLength(value) / DIGIT_BITS);
}
