// Int arithmetic, exact on both forms of an int, with a fast path where doubles are exact.
// Results that could exceed what a bigint may hold raise MemoryError before the work is begun.
import { charge } from "../../heap/work.ts";
import { memoryError, overflowError, valueError, zeroDivisionError } from "../errors.ts";
import { scaleBigInt } from "./floatparse.ts";
import { chargeBits, chargeProduct, chargeQuotient, MAX_BITS, reserveBits } from "./intcost.ts";
import { bitLength, type Int, normalize } from "./ints.ts";

const isSafe = Number.isSafeInteger;

/** What is paid for work that is linear in the length of ints, which to learn would take as long. */
const LONG_SUM = 16;

export function add(a: Int, b: Int): Int {
  if (typeof a === "number" && typeof b === "number") {
    const sum = a + b;
    if (isSafe(sum)) return sum;
  }
  return bigSum(BigInt(a), BigInt(b));
}

export function sub(a: Int, b: Int): Int {
  if (typeof a === "number" && typeof b === "number") {
    const difference = a - b;
    if (isSafe(difference)) return difference;
  }
  return bigSum(BigInt(a), -BigInt(b));
}

function bigSum(a: bigint, b: bigint): Int {
  charge(LONG_SUM);
  try {
    return normalize(a + b);
  } catch {
    // One bit too long, which to foresee would cost more than the sum.
    throw memoryError();
  }
}

export function mul(a: Int, b: Int): Int {
  if (typeof a === "number" && typeof b === "number") {
    const product = a * b;
    if (isSafe(product)) return product + 0;
    return normalize(BigInt(a) * BigInt(b));
  }
  if (a === 0 || b === 0) return 0;
  return normalize(multiply(BigInt(a), BigInt(b)));
}

/** A product that is paid for. */
export function multiply(a: bigint, b: bigint): bigint {
  const [n, m] = [bitLength(a), bitLength(b)];
  reserveBits(n + m);
  chargeProduct(n, m);
  return a * b;
}

export const neg = (a: Int): Int => (typeof a === "number" ? 0 - a : -a);
export const abs = (a: Int): Int => (a < 0 ? neg(a) : a);
export const invert = (a: Int): Int => sub(-1, a);

/** `a // b`. */
export function floorDiv(a: Int, b: Int): Int {
  if (typeof a === "number" && typeof b === "number") {
    if (b === 0) throw zeroDivisionError("integer division or modulo by zero");
    const rest = a % b;
    const quotient = (a - rest) / b;
    return rest !== 0 && rest < 0 !== b < 0 ? quotient - 1 : quotient + 0;
  }
  if (b === 0) throw zeroDivisionError("integer division or modulo by zero");
  const [quotient] = bigDivmod(BigInt(a), BigInt(b));
  return normalize(quotient);
}

/** `a % b`: takes the sign of `b`. */
export function mod(a: Int, b: Int): Int {
  if (b === 0) throw zeroDivisionError("integer modulo by zero");
  return floorMod(a, b);
}

function floorMod(a: Int, b: Int): Int {
  if (typeof a === "number" && typeof b === "number") {
    const rest = a % b;
    return rest !== 0 && rest < 0 !== b < 0 ? rest + b : rest + 0;
  }
  return normalize(bigDivmod(BigInt(a), BigInt(b))[1]);
}

/** `divmod(a, b)`. */
export function divmod(a: Int, b: Int): [Int, Int] {
  if (b === 0) throw zeroDivisionError("integer division or modulo by zero");
  if (typeof a === "number" && typeof b === "number") return [floorDiv(a, b), floorMod(a, b)];
  const [quotient, rest] = bigDivmod(BigInt(a), BigInt(b));
  return [normalize(quotient), normalize(rest)];
}

function bigDivmod(a: bigint, b: bigint): [bigint, bigint] {
  chargeQuotient(bitLength(a), bitLength(b));
  const quotient = a / b;
  const rest = a - quotient * b;
  return rest !== 0n && rest < 0n !== b < 0n ? [quotient - 1n, rest + b] : [quotient, rest];
}

/** `a / b`, correctly rounded whatever the size of the two. */
export function trueDiv(a: Int, b: Int): number {
  if (b === 0) throw zeroDivisionError("division by zero");
  if (typeof a === "number" && typeof b === "number") return a / b;
  return a < 0 === b < 0 ? divideSizes(a, b) : -divideSizes(a, b);
}

/** The quotient of the absolute values: 66 bits of it and a sticky bit, then one rounding. */
function divideSizes(a: Int, b: Int): number {
  const dividend = BigInt(abs(a));
  const divisor = BigInt(abs(b));
  const shift = bitLength(b) - bitLength(a) + 66;
  if (shift < -1200) throw quotientTooLarge();
  if (shift > 1300) return 0;
  const scaled = shift >= 0 ? dividend << BigInt(shift) : dividend;
  const scale = shift >= 0 ? divisor : divisor << BigInt(-shift);
  let quotient = scaled / scale;
  if (quotient * scale !== scaled) quotient |= 1n;
  const x = quotient === 0n ? 0 : scaleBigInt(quotient, -shift, bitLength(quotient));
  if (x === Infinity) throw quotientTooLarge();
  return x;
}

const quotientTooLarge = () => overflowError("integer division result too large for a float");

/** `a ** b` for `b >= 0`. */
export function pow(a: Int, b: Int): Int {
  if (b === 0 || a === 1) return 1;
  if (a === 0) return 0;
  if (a === -1) return BigInt(b) & 1n ? -1 : 1;
  if (typeof b !== "number") throw memoryError();
  if (typeof a === "number") {
    const small = smallPower(a, b);
    if (isSafe(small)) return small;
  }
  const bits = (bitLength(a) - 1) * b;
  if (bits > MAX_BITS) throw memoryError();
  reserveBits(bits);
  chargeProduct(2 * bits, bits);
  return normalize(BigInt(a) ** BigInt(b));
}

/** By squaring: exact while it is safe, anything unsafe once it is not. */
function smallPower(base: number, exponent: number): number {
  let result = 1;
  while (exponent > 0) {
    if (exponent % 2 === 1) {
      result *= base;
      if (!isSafe(result)) return Infinity;
    }
    exponent = Math.floor(exponent / 2);
    base *= base;
  }
  return result;
}

/** `pow(a, b, modulus)`, with the inverse of `a` for a negative `b`. */
export function powMod(a: Int, b: Int, modulus: Int): Int {
  if (modulus === 0) throw valueError("pow() 3rd argument cannot be 0");
  const size = BigInt(abs(modulus));
  if (size === 1n) return 0;
  let base = BigInt(floorMod(a, abs(modulus)));
  if (b < 0) base = inverse(base, size);
  const result = powerUnder(base, BigInt(abs(b)), size);
  return normalize(modulus < 0 && result !== 0n ? result - size : result);
}

function inverse(value: bigint, modulus: bigint): bigint {
  let [low, high] = [modulus, value];
  let [before, current] = [0n, 1n];
  const bits = bitLength(modulus);
  while (high !== 0n) {
    chargeBits(3 * bits);
    const quotient = low / high;
    [low, high] = [high, low - quotient * high];
    [before, current] = [current, before - quotient * current];
  }
  if (low !== 1n) throw valueError("base is not invertible for the given modulus");
  return before < 0n ? before + modulus : before;
}

/** Left to right, five bits at a time. */
function powerUnder(base: bigint, exponent: bigint, modulus: bigint): bigint {
  const digits = exponent.toString(32);
  const bits = bitLength(modulus);
  const table = [1n, base];
  const times = (a: bigint, b: bigint): bigint => {
    chargeProduct(bits, bits);
    chargeQuotient(2 * bits, bits);
    return (a * b) % modulus;
  };
  const power = (i: number): bigint => {
    while (table.length <= i) table.push(times(table[table.length - 1], base));
    return table[i];
  };
  let result = power(Number.parseInt(digits[0], 32));
  for (let i = 1; i < digits.length; i++) {
    for (let k = 0; k < 5; k++) result = times(result, result);
    const digit = Number.parseInt(digits[i], 32);
    if (digit !== 0) result = times(result, power(digit));
  }
  return result % modulus;
}

/** Compares ints: negative, zero or positive. */
export function compare(a: Int, b: Int): number {
  if (typeof a === "bigint") charge(LONG_SUM);
  return a < b ? -1 : a > b ? 1 : 0;
}

/** Compares an int with a float that is not NaN, exactly. JavaScript's own comparison of the two is exact too. */
export const compareToFloat = (a: Int, x: number): number => (a < x ? -1 : a > x ? 1 : 0);
