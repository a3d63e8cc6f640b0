// sin, cos, tan and their inverses, correctly rounded as in explog.ts: double-double first, fixed point where in doubt.
// glibc's differ from these in less than one result in a thousand, JavaScript's in 2 to 14 %.
import {
  BITS,
  bigAtan2,
  bigSinCos,
  bigSqrt,
  fromFixedPoint,
  pi,
  reduceAngle,
  toFixedPoint,
  toPair,
} from "./bigmath.ts";
import {
  addPairs,
  dividePairs,
  fastTwoSum,
  low,
  multiplyPairs,
  roundPair,
  sqrtPair,
  twoProduct,
  twoSum,
  twoTo,
} from "./doubledouble.ts";

/** Relative error of the quick methods. */
const ERROR = 2 ** -64;
/** Below this an odd function with slope 1 is its argument, rounded. */
const TINY = 2 ** -28;

const GRID = 64;

interface Tables {
  /** Sine and cosine of i/64, and the arc tangent, as double-doubles. */
  sin: Float64Array;
  sinLow: Float64Array;
  cos: Float64Array;
  cosLow: Float64Array;
  atan: Float64Array;
  atanLow: Float64Array;
  /** pi/2 in parts of 33 bits, so that multiples are exact, and the rest. */
  halfPi: number[];
}

let tables: Tables | null = null;

function makeTables(): Tables {
  const column = (): Float64Array => new Float64Array(GRID + 1);
  const made = { sin: column(), sinLow: column(), cos: column(), cosLow: column(), atan: column(), atanLow: column() };
  for (let i = 0; i <= GRID; i++) {
    const { sin, cos } = bigSinCos(toFixedPoint(i / GRID));
    [made.sin[i], made.sinLow[i]] = toPair(sin);
    [made.cos[i], made.cosLow[i]] = toPair(cos);
    [made.atan[i], made.atanLow[i]] = toPair(bigAtan2(toFixedPoint(i), toFixedPoint(GRID)));
  }
  const halfPi: number[] = [];
  let rest = pi() >> 1n;
  for (let i = 0; i < 3; i++) {
    const shift = BigInt(rest.toString(2).length - 33);
    const head = (rest >> shift) << shift;
    halfPi.push(fromFixedPoint(head, 0));
    rest -= head;
  }
  halfPi.push(fromFixedPoint(rest, 0));
  return { ...made, halfPi };
}

// The reduced angle: a double-double no larger than pi/4, and its quadrant.
const angle = new Float64Array(2);

/** Reduces x modulo pi/2 into `angle`; answers the quadrant. */
function reduce(x: number): number {
  if (Math.abs(x) <= 0.785) {
    angle[0] = x;
    angle[1] = 0;
    return 0;
  }
  tables ??= makeTables();
  const count = Math.round(x * (2 / Math.PI));
  if (Math.abs(count) >= 2 ** 20) return reduceLarge(x);
  const [first, second, third, rest] = tables.halfPi;
  let high = twoSum(x - count * first, -count * second);
  let tail = low[0];
  high = twoSum(high, -count * third);
  tail += low[0];
  high = twoSum(high, tail - count * rest);
  // Next to a multiple of pi/2 so much has cancelled that the parts are too few.
  if (Math.abs(high) < 2 ** -20) return reduceLarge(x);
  angle[0] = high;
  angle[1] = low[0];
  return count & 3;
}

function reduceLarge(x: number): number {
  const { rest, quadrant } = reduceAngle(x);
  [angle[0], angle[1]] = toPair(rest);
  return quadrant;
}

/** Sine of the reduced angle as a double-double. */
function sinPair(): number {
  tables ??= makeTables();
  const [high, tail] = angle;
  const sign = high < 0 ? -1 : 1;
  const index = Math.round(Math.abs(high) * GRID);
  const delta = fastTwoSum(sign * high - index / GRID, sign * tail);
  const deltaLow = low[0];
  const square = delta * delta;
  const sine = fastTwoSum(delta, deltaLow - delta * square * sinSeries(square));
  const sineLow = low[0];
  if (index === 0) return signed(sine, sineLow, sign);
  const half = twoProduct(delta, delta);
  const cosine = fastTwoSum(-half / 2, -low[0] / 2 - delta * deltaLow + square * square * cosSeries(square));
  const cosineLow = low[0];
  const first = multiplyPairs(tables.cos[index], tables.cosLow[index], sine, sineLow);
  const firstLow = low[0];
  const second = multiplyPairs(tables.sin[index], tables.sinLow[index], cosine, cosineLow);
  const part = addPairs(first, firstLow, second, low[0]);
  const sum = addPairs(tables.sin[index], tables.sinLow[index], part, low[0]);
  return signed(sum, low[0], sign);
}

function signed(high: number, tail: number, sign: number): number {
  low[0] = sign * tail;
  return sign * high;
}

/** (x - sin x) / x^3 and (cos x - 1 + x^2/2) / x^4, of x^2. */
const sinSeries = (square: number): number => 1 / 6 - square * (1 / 120 - square * (1 / 5040 - square / 362880));
const cosSeries = (square: number): number => 1 / 24 - square * (1 / 720 - square * (1 / 40320 - square / 3628800));

/** Cosine of the reduced angle as a double-double. */
function cosPair(): number {
  tables ??= makeTables();
  const [high, tail] = angle;
  const sign = high < 0 ? -1 : 1;
  const index = Math.round(Math.abs(high) * GRID);
  const delta = fastTwoSum(sign * high - index / GRID, sign * tail);
  const deltaLow = low[0];
  const square = delta * delta;
  const half = twoProduct(delta, delta);
  const cosine = fastTwoSum(-half / 2, -low[0] / 2 - delta * deltaLow + square * square * cosSeries(square));
  const cosineLow = low[0];
  const sine = fastTwoSum(delta, deltaLow - delta * square * sinSeries(square));
  const sineLow = low[0];
  const first = multiplyPairs(tables.cos[index], tables.cosLow[index], cosine, cosineLow);
  const firstLow = low[0];
  const second = multiplyPairs(tables.sin[index], tables.sinLow[index], sine, sineLow);
  const part = addPairs(first, firstLow, -second, -low[0]);
  return addPairs(tables.cos[index], tables.cosLow[index], part, low[0]);
}

/** Sine, cosine or tangent of x + quadrants, the slow way. */
function slowCircular(x: number, turn: number, tangent: boolean): number {
  const { rest, quadrant } = reduceAngle(x);
  const { sin, cos } = bigSinCos(rest);
  const turned = (quadrant + turn) & 3;
  if (tangent) return turned & 1 ? ratio(-cos, sin) : ratio(sin, cos);
  const value = turned & 1 ? cos : sin;
  return fromFixedPoint(turned & 2 ? -value : value, 0);
}

const ratio = (a: bigint, b: bigint): number => fromFixedPoint((a << BigInt(BITS)) / b, 0);

function circular(x: number, turn: number): number {
  const quadrant = (reduce(x) + turn) & 3;
  const high = quadrant & 1 ? cosPair() : sinPair();
  const quick = roundPair(high, low[0], Math.abs(high) * ERROR);
  if (Number.isNaN(quick)) return slowCircular(x, turn, false);
  return quadrant & 2 ? -quick : quick;
}

export function sin(x: number): number {
  if (Math.abs(x) < TINY) return x;
  return Number.isFinite(x) ? circular(x, 0) : Number.NaN;
}

export function cos(x: number): number {
  if (Math.abs(x) < TINY) return 1;
  return Number.isFinite(x) ? circular(x, 1) : Number.NaN;
}

export function tan(x: number): number {
  if (Math.abs(x) < TINY) return x;
  if (!Number.isFinite(x)) return Number.NaN;
  const quadrant = reduce(x);
  const sine = sinPair();
  const sineLow = low[0];
  const cosine = cosPair();
  const cosineLow = low[0];
  const high =
    quadrant & 1 ? dividePairs(-cosine, -cosineLow, sine, sineLow) : dividePairs(sine, sineLow, cosine, cosineLow);
  const quick = roundPair(high, low[0], Math.abs(high) * ERROR * 4);
  return Number.isNaN(quick) ? slowCircular(x, 0, true) : quick;
}

const HALF_PI = Math.PI / 2;
const HALF_PI_LOW = 6.123233995736766e-17;

/** The angle of the point (x, y), both positive double-doubles, as a double-double between 0 and pi/2. */
function anglePair(yHigh: number, yLow: number, xHigh: number, xLow: number): number {
  tables ??= makeTables();
  if (yHigh > xHigh) {
    const other = anglePair(xHigh, xLow, yHigh, yLow);
    return addPairs(HALF_PI, HALF_PI_LOW, -other, -low[0]);
  }
  const slope = dividePairs(yHigh, yLow, xHigh, xLow);
  const slopeLow = low[0];
  const index = Math.round(slope * GRID);
  const grid = index / GRID;
  // The tangent of what is left: (slope - grid) / (1 + slope * grid).
  const rise = fastTwoSum(slope - grid, slopeLow);
  const riseLow = low[0];
  const product = twoProduct(slope, grid);
  const run = fastTwoSum(1, product);
  const small = dividePairs(rise, riseLow, run, low[0] + slopeLow * grid + productRest(slope, grid));
  const smallLow = low[0];
  const square = small * small;
  const series = 1 / 3 - square * (1 / 5 - square * (1 / 7 - square * (1 / 9 - square / 11)));
  const rest = fastTwoSum(small, smallLow - small * square * series);
  if (index === 0) return rest;
  return addPairs(tables.atan[index], tables.atanLow[index], rest, low[0]);
}

function productRest(a: number, b: number): number {
  twoProduct(a, b);
  return low[0];
}

/** The angle of a point given in double-double, rounded; `slow` is asked where that leaves a doubt. */
function roundedAngle(y: number, yLow: number, x: number, xLow: number, left: boolean, slow: () => bigint): number {
  let high = anglePair(y, yLow, x, xLow);
  if (left) high = addPairs(2 * HALF_PI, 2 * HALF_PI_LOW, -high, -low[0]);
  const quick = roundPair(high, low[0], Math.abs(high) * ERROR);
  if (!Number.isNaN(quick)) return quick;
  const exact = slow();
  return fromFixedPoint(left ? pi() - exact : exact, 0);
}

export function atan(x: number): number {
  const size = Math.abs(x);
  if (size < TINY || Number.isNaN(x)) return x;
  if (size > 2 ** 60) return x < 0 ? -HALF_PI : HALF_PI;
  const result = roundedAngle(size, 0, 1, 0, false, () => bigAngle(toFixedPoint(size), ONE));
  return x < 0 ? -result : result;
}

const ONE = 1n << BigInt(BITS);

/** The angle of a point in the first quadrant. */
const bigAngle = (y: bigint, x: bigint): bigint => (y > x ? (pi() >> 1n) - bigAtan2(x, y) : bigAtan2(y, x));

export function asin(x: number): number {
  const size = Math.abs(x);
  if (!(size <= 1)) return Number.NaN;
  if (size < TINY) return x;
  const result = size === 1 ? HALF_PI : arc(size, true, false);
  return x < 0 ? -result : result;
}

export function acos(x: number): number {
  const size = Math.abs(x);
  if (!(size <= 1)) return Number.NaN;
  if (size === 1) return x < 0 ? Math.PI : 0;
  if (size < 2 ** -60) return HALF_PI;
  return arc(size, false, x < 0);
}

/** The angle whose sine or cosine is `size`; the other side of the triangle is the root of (1 - size)(1 + size). */
function arc(size: number, isSine: boolean, left: boolean): number {
  const square = twoProduct(size, size);
  const rest = addPairs(1, 0, -square, -low[0]);
  const side = sqrtPair(rest, low[0]);
  const sideLow = low[0];
  const slow = (): bigint => {
    const exact = toFixedPoint(size);
    const other = bigSqrt(ONE - ((exact * exact) >> BigInt(BITS)));
    return isSine ? bigAngle(exact, other) : bigAngle(other, exact);
  };
  return isSine ? roundedAngle(size, 0, side, sideLow, left, slow) : roundedAngle(side, sideLow, size, 0, left, slow);
}

/** C's atan2: the angle of the point (x, y). */
export function atan2(y: number, x: number): number {
  const [above, beside] = [Math.abs(y), Math.abs(x)];
  const ordinary = above > 0 && beside > 0 && above < Infinity && beside < Infinity;
  // On the axes and at infinity the answer is a multiple of pi/4, in which JavaScript agrees.
  if (!ordinary) return Math.atan2(y, x);
  const gap = Math.log2(above) - Math.log2(beside);
  let result: number;
  if (gap > 60) result = HALF_PI;
  else if (gap < -60) result = x < 0 ? Math.PI : above / beside;
  else result = inclined(above, beside, x < 0);
  return y < 0 ? -result : result;
}

/** Both sides scaled to a size at which double-double and fixed point work. */
function inclined(above: number, beside: number, left: boolean): number {
  const power = -Math.round(Math.log2(Math.max(above, beside)));
  const [first, second] = [twoTo(power >> 1), twoTo(power - (power >> 1))];
  const [y, x] = [above * first * second, beside * first * second];
  return roundedAngle(y, 0, x, 0, left, () => bigAngle(toFixedPoint(y), toFixedPoint(x)));
}
