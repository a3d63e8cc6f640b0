// Ints as two's complement: shifts, and, or, xor, bit counts, and ints as bytes.
import { reserve } from "../../heap/heap.ts";
import { charge } from "../../heap/work.ts";
import { memoryError, overflowError, valueError } from "../errors.ts";
import { MAX_BITS, reserveBits } from "./intcost.ts";
import { abs, sub } from "./intops.ts";
import { bitLength, type Int, normalize } from "./ints.ts";

const isInt32 = (a: Int): a is number => typeof a === "number" && (a | 0) === a;

/** `a << b`. */
export function shiftLeft(a: Int, b: Int): Int {
  if (b < 0) throw valueError("negative shift count");
  if (a === 0) return 0;
  if (typeof a === "number" && b <= 52) {
    const shifted = a * 2 ** Number(b);
    if (Number.isSafeInteger(shifted)) return shifted;
  }
  // So many digits of 30 bits CPython cannot even count.
  if (b >= 30 * 2 ** 63) throw overflowError("too many digits in integer");
  if (b >= MAX_BITS) throw memoryError();
  reserveBits(Number(b) + bitLength(a));
  return normalize(BigInt(a) << BigInt(b));
}

/** `a >> b`. */
export function shiftRight(a: Int, b: Int): Int {
  if (b < 0) throw valueError("negative shift count");
  if (isInt32(a)) return b < 32 ? a >> Number(b) : a < 0 ? -1 : 0;
  if (typeof a === "number") return b < 64 ? Math.floor(a / 2 ** Number(b)) : a < 0 ? -1 : 0;
  if (b >= 2 ** 30) return a < 0n ? -1 : 0;
  return normalize(a >> BigInt(b));
}

export function and(a: Int, b: Int): Int {
  if (isInt32(a) && isInt32(b)) return a & b;
  return normalize(BigInt(a) & BigInt(b));
}

export function or(a: Int, b: Int): Int {
  if (isInt32(a) && isInt32(b)) return a | b;
  return normalize(BigInt(a) | BigInt(b));
}

export function xor(a: Int, b: Int): Int {
  if (isInt32(a) && isInt32(b)) return a ^ b;
  return normalize(BigInt(a) ^ BigInt(b));
}

const NIBBLE_BITS: Record<string, number> = {};
for (let i = 0; i < 16; i++) NIBBLE_BITS[i.toString(16)] = (i & 1) + ((i >> 1) & 1) + ((i >> 2) & 1) + (i >> 3);

/** The number of one bits in the absolute value. */
export function bitCount(value: Int): number {
  let count = 0;
  const text = abs(value).toString(16);
  charge(text.length >> 1);
  for (let i = 0; i < text.length; i++) count += NIBBLE_BITS[text[i]];
  return count;
}

const HEX_PAIRS = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, "0"));

/** `int.from_bytes`. */
export function intFromBytes(bytes: Uint8Array, little: boolean, signed: boolean): Int {
  const n = bytes.length;
  if (n === 0) return 0;
  charge(n);
  reserve(2 * n);
  const pairs: string[] = new Array(n);
  for (let i = 0; i < n; i++) pairs[i] = HEX_PAIRS[bytes[little ? n - 1 - i : i]];
  const value = BigInt(`0x${pairs.join("")}`);
  return normalize(signed ? BigInt.asIntN(bytes.length * 8, value) : value);
}

/** `value.to_bytes(length, byteorder, signed=signed)`. */
export function intToBytes(value: Int, length: number, little: boolean, signed: boolean): Uint8Array {
  if (length < 0) throw valueError("length argument must be non-negative");
  if (value < 0 && !signed) throw overflowError("can't convert negative int to unsigned");
  // CPython lets -1 pass in no bytes at all: nothing but sign bits is lost.
  const needed = signed ? bitLength(value < 0 ? sub(-1, value) : value) + (length === 0 ? 0 : 1) : bitLength(value);
  if (needed > length * 8) throw overflowError("int too big to convert");
  charge(length);
  reserve(5 * length);
  const bytes = new Uint8Array(length);
  if (length === 0) return bytes;
  const text = BigInt.asUintN(length * 8, BigInt(value))
    .toString(16)
    .padStart(length * 2, "0");
  for (let i = 0; i < length; i++) {
    bytes[little ? length - 1 - i : i] = Number.parseInt(text.slice(i * 2, i * 2 + 2), 16);
  }
  return bytes;
}
