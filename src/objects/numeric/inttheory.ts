// Number theory on ints: roots, divisors, combinations, rounding to tens.
import { charge } from "../../heap/work.ts";
import { valueError } from "../errors.ts";
import { chargeBits, chargeQuotient } from "./intcost.ts";
import { abs, mul, multiply } from "./intops.ts";
import { bitLength, type Int, normalize } from "./ints.ts";

/** `math.isqrt(value)`. */
export function isqrt(value: Int): Int {
  if (value < 0) throw valueError("isqrt() argument must be nonnegative");
  if (typeof value === "number") {
    // The root of a 53-bit number is correctly rounded, and may only have been rounded up to the next integer.
    const root = Math.floor(Math.sqrt(value));
    return root * root > value ? root - 1 : root;
  }
  return normalize(bigRoot(value));
}

/** Newton's step on numbers of growing precision, so that nearly all of the work is in the last step. */
function bigRoot(value: bigint): bigint {
  const half = Math.floor((bitLength(value) - 1) / 2);
  let root = 1n;
  let done = 0;
  for (let level = 31 - Math.clz32(half); level >= 0; level--) {
    const before = done;
    done = half >> level;
    const scaled = value >> BigInt(2 * half - before - done + 1);
    chargeQuotient(2 * done, done);
    root = (root << BigInt(done - before - 1)) + scaled / root;
  }
  return root * root > value ? root - 1n : root;
}

/** The greatest common divisor, never negative. */
export function gcd(a: Int, b: Int): Int {
  let [x, y] = [abs(a), abs(b)];
  if (x < y) [x, y] = [y, x];
  if (typeof x === "bigint") {
    let [high, low] = [x, BigInt(y)];
    const bits = bitLength(high);
    while (low > Number.MAX_SAFE_INTEGER) {
      chargeBits(bits);
      [high, low] = [low, high % low];
    }
    if (low === 0n) return normalize(high);
    [x, y] = [Number(low), Number(high % low)];
  }
  let [high, low] = [x as number, y as number];
  while (low !== 0) [high, low] = [low, high % low];
  return high;
}

/** The least common multiple, never negative. */
export function lcm(a: Int, b: Int): Int {
  if (a === 0 || b === 0) return 0;
  return abs(mul(normalize(BigInt(a) / BigInt(gcd(a, b))), b));
}

/** `round(value, places)` for negative places: half to even. */
export function roundInt(value: Int, places: Int): Int {
  if (places >= 0 || value === 0) return value;
  // Past the number of digits the answer is 0; this keeps the power of ten small.
  if (-places > bitLength(value)) return 0;
  const unit = 10n ** BigInt(-Number(places));
  const big = BigInt(value);
  const rest = ((big % unit) + unit) % unit;
  const down = big - rest;
  const up = rest * 2n > unit || (rest * 2n === unit && (down / unit) % 2n !== 0n);
  return normalize(up ? down + unit : down);
}

/** The product of the integers `low` to `high`, multiplied in halves so that the factors are alike in size. */
function product(low: number, high: number): bigint {
  // The depth is the logarithm of the range.
  if (high - low < 16) {
    let result = 1n;
    charge(16);
    for (let i = low; i <= high; i++) result *= BigInt(i);
    return result;
  }
  const middle = Math.floor((low + high) / 2);
  return multiply(product(low, middle), product(middle + 1, high));
}

/** `math.factorial(n)` for a checked `n`. */
export const factorial = (n: number): Int => normalize(product(2, n));

/** `math.perm(n, k)` for checked non-negative arguments. */
export function perm(n: Int, k: number): Int {
  if (k > n) return 0;
  if (typeof n === "number") return k === 0 ? 1 : normalize(product(n - k + 1, n));
  let result = 1n;
  for (let i = 0; i < k; i++) result = multiply(result, n - BigInt(i));
  return normalize(result);
}

/** `math.comb(n, k)` for checked non-negative arguments. */
export function comb(n: Int, k: number): Int {
  if (k > n) return 0;
  if (typeof n === "number") k = Math.min(k, n - k);
  return normalize(BigInt(perm(n, k)) / product(2, k));
}
