// Hashes of numbers and containers, equal to 64-bit CPython's.
// Each function answers the low word and leaves the high one in `hashHigh`; see hashwords.ts.
import { hashHigh, setHash } from "./hashwords.ts";
import { type Int, normalize } from "./ints.ts";

export { hashHigh, setHash } from "./hashwords.ts";
export { textHash32 } from "./siphash.ts";

const TWO32 = 0x100000000;
const PRIME = (1n << 61n) - 1n;

/** The hash as Python sees it. */
export function hashToInt(high: number, low: number): Int {
  const value = high * TWO32 + (low >>> 0);
  return Number.isSafeInteger(value) ? value : normalize((BigInt(high) << 32n) + BigInt(low >>> 0));
}

/** The hash for what a `__hash__` method has returned: its low 64 bits if it fits them, else the hash of that int. */
export function hashFromResult(value: Int): number {
  if (typeof value === "number") return setHash(Math.floor(value / TWO32), value | 0);
  if (BigInt.asIntN(64, value) !== value) return hashInt(value);
  return setHash(Number(value >> 32n), Number(BigInt.asIntN(32, value)));
}

/** `hash(int)`: the value modulo 2^61-1, with its sign. */
export function hashInt(value: Int): number {
  if (typeof value === "number") {
    const low = value | 0;
    if (low === value) return setHash(low >> 31, low);
    return setHash(Math.floor(value / TWO32), low);
  }
  const rest = value % PRIME;
  return setHash(Number(rest >> 32n), Number(BigInt.asIntN(32, rest)));
}

const view = new DataView(new ArrayBuffer(8));

/** `hash(float)` of anything but NaN, whose hash is its address. Equal to the hash of an equal int. */
export function hashFloat(x: number): number {
  if ((x | 0) === x) return hashInt(x | 0);
  if (Math.abs(x) === Infinity) return setHash(x < 0 ? -1 : 0, x < 0 ? -314159 : 314159);
  view.setFloat64(0, x);
  const top = view.getInt32(0);
  const biased = (top >>> 20) & 0x7ff;
  const high = (top & 0xfffff) | (biased === 0 ? 0 : 0x100000);
  const exponent = (biased || 1) - 1075;
  return rotate61(high, view.getInt32(4), ((exponent % 61) + 61) % 61, top < 0);
}

/** A 61-bit number times 2^count modulo 2^61-1 is a rotation. */
function rotate61(high: number, low: number, count: number, negative: boolean): number {
  let newHigh = count >= 32 ? low << (count - 32) : count > 0 ? (high << count) | (low >>> (32 - count)) : high;
  let newLow = count >= 32 ? 0 : low << count;
  newHigh &= 0x1fffffff;
  const back = 61 - count;
  if (back >= 32) newLow |= high >>> (back - 32);
  else {
    newLow |= (low >>> back) | (high << (32 - back));
    newHigh |= high >>> back;
  }
  if (!negative) return setHash(newHigh, newLow);
  return setHash(newLow === 0 ? -newHigh | 0 : ~newHigh, -newLow | 0);
}

/** `hash(complex)`. */
export function hashComplex(real: number, imaginary: number): number {
  const imagLow = hashFloat(imaginary);
  multiply(hashHigh, imagLow, 0, 1000003);
  const [high, low] = [productHigh, productLow];
  const realLow = hashFloat(real);
  return addHash(high, low, hashHigh, realLow);
}

function addHash(high: number, low: number, otherHigh: number, otherLow: number): number {
  const sum = (low + otherLow) | 0;
  const carry = sum >>> 0 < low >>> 0 ? 1 : 0;
  return setHash((high + otherHigh + carry) | 0, sum);
}

let productHigh = 0;
let productLow = 0;

/** The low 64 bits of a product, in two variables of this file. */
function multiply(aHigh: number, aLow: number, bHigh: number, bLow: number): void {
  const [a0, a1, b0, b1] = [aLow & 0xffff, aLow >>> 16, bLow & 0xffff, bLow >>> 16];
  const low = a0 * b0;
  const middle = a1 * b0 + (low >>> 16);
  const cross = a0 * b1 + (middle & 0xffff);
  const carried = a1 * b1 + Math.floor(middle / 0x10000) + Math.floor(cross / 0x10000);
  productLow = Math.imul(aLow, bLow);
  productHigh = (Math.imul(aHigh, bLow) + Math.imul(aLow, bHigh) + carried) | 0;
}

/** `hash(tuple)` from the hashes of its items: the 64-bit xxHash without its last rounds. */
export function hashTuple(highs: ArrayLike<number>, lows: ArrayLike<number>): number {
  let high = 0x27d4eb2f;
  let low = 0x165667c5;
  for (let i = 0; i < lows.length; i++) {
    multiply(highs[i], lows[i], 0xc2b2ae3d | 0, 0x27d4eb4f);
    const sum = (low + productLow) | 0;
    const sumHigh = (high + productHigh + (sum >>> 0 < low >>> 0 ? 1 : 0)) | 0;
    multiply((sumHigh << 31) | (sum >>> 1), (sum << 31) | (sumHigh >>> 1), 0x9e3779b1 | 0, 0x85ebca87 | 0);
    high = productHigh;
    low = productLow;
  }
  const lengthLow = lows.length ^ (0x165667c5 ^ 3527539);
  const sum = (low + lengthLow) | 0;
  high = (high + 0x27d4eb2f + (sum >>> 0 < low >>> 0 ? 1 : 0)) | 0;
  if (high === -1 && sum === -1) return setHash(0, 1546275796);
  return setHash(high, sum);
}

/** `hash(frozenset)` from the hashes of its members, in any order. */
export function hashFrozenset(highs: ArrayLike<number>, lows: ArrayLike<number>): number {
  let high = 0;
  let low = 0;
  for (let i = 0; i < lows.length; i++) {
    const shiftedHigh = (highs[i] << 16) | (lows[i] >>> 16);
    multiply(highs[i] ^ shiftedHigh, lows[i] ^ 89869747 ^ (lows[i] << 16), 0, 3644798167 | 0);
    high ^= productHigh;
    low ^= productLow;
  }
  multiply(0, lows.length + 1, 0, 1927868237);
  high ^= productHigh;
  low ^= productLow;
  const right11 = (low >>> 11) | (high << 21);
  const right25 = (low >>> 25) | (high << 7);
  multiply(high ^ (high >>> 11) ^ (high >>> 25), low ^ right11 ^ right25, 0, 69069);
  const sum = (productLow + 907133923) | 0;
  high = (productHigh + (sum >>> 0 < 907133923 ? 1 : 0)) | 0;
  if (high === -1 && sum === -1) return setHash(0, 590923713);
  return setHash(high, sum);
}

/** The hash of an object that is its address: the address with its four low bits, which are mostly 0, moved to the top. */
export function hashAddress(address: number): number {
  const low = address | 0;
  const high = Math.floor(address / TWO32) | 0;
  return setHash((high >>> 4) | (low << 28), (low >>> 4) | (high << 28));
}
