// Sums and products of doubles with their rounding errors, 106 bits in all.
// Each function answers the high part and leaves the low part in `low[0]`, which is good until the next call.
// An array, since a variable that holds a double is a new heap number at each assignment: five times slower.

/** The part of the last result that its high part had no room for. */
export const low = new Float64Array(1);

const SPLIT = 134217729;

/** `a + b`. */
export function twoSum(a: number, b: number): number {
  const sum = a + b;
  const part = sum - a;
  low[0] = a - (sum - part) + (b - part);
  return sum;
}

/** `a + b` where `a` is the larger in size. */
export function fastTwoSum(a: number, b: number): number {
  const sum = a + b;
  low[0] = b - (sum - a);
  return sum;
}

/** `a * b`, as long as neither exceeds 2^995 nor the product's low part is subnormal. */
export function twoProduct(a: number, b: number): number {
  const product = a * b;
  const aBig = a * SPLIT;
  const aHigh = aBig - (aBig - a);
  const aLow = a - aHigh;
  const bBig = b * SPLIT;
  const bHigh = bBig - (bBig - b);
  const bLow = b - bHigh;
  low[0] = aLow * bLow - (product - aHigh * bHigh - aLow * bHigh - aHigh * bLow);
  return product;
}

/** The sum of two double-doubles. */
export function addPairs(aHigh: number, aLow: number, bHigh: number, bLow: number): number {
  const sum = twoSum(aHigh, bHigh);
  return fastTwoSum(sum, low[0] + (aLow + bLow));
}

/** The product of two double-doubles. */
export function multiplyPairs(aHigh: number, aLow: number, bHigh: number, bLow: number): number {
  const product = twoProduct(aHigh, bHigh);
  return fastTwoSum(product, low[0] + (aHigh * bLow + aLow * bHigh));
}

/** The quotient of two double-doubles. */
export function dividePairs(aHigh: number, aLow: number, bHigh: number, bLow: number): number {
  const quotient = aHigh / bHigh;
  const product = twoProduct(quotient, bHigh);
  const rest = aHigh - product - low[0] + aLow - quotient * bLow;
  return fastTwoSum(quotient, rest / bHigh);
}

/** The square root of a double-double that is not zero. */
export function sqrtPair(aHigh: number, aLow: number): number {
  const root = Math.sqrt(aHigh);
  const square = twoProduct(root, root);
  return fastTwoSum(root, (aHigh - square - low[0] + aLow) / (2 * root));
}

/** `high + low` as a double if an error of `error` could not change it, else NaN. */
export function roundPair(high: number, lowPart: number, error: number): number {
  const up = high + (lowPart + error);
  return up === high + (lowPart - error) ? up : Number.NaN;
}

/** `a * b + c` rounded once, but for cases that come once in a billion. For numbers of ordinary size. */
export function fma(a: number, b: number, c: number): number {
  const product = twoProduct(a, b);
  const rest = low[0];
  const sum = twoSum(product, c);
  return sum + (low[0] + rest);
}

const bits = new Float64Array(1);
const words = new Int32Array(bits.buffer);

/** Two to the power of an integer from -1022 to 1023. The operator `**` takes five times as long. */
export function twoTo(n: number): number {
  words[0] = 0;
  words[1] = (n + 1023) << 20;
  return bits[0];
}
