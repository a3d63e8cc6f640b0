// log, log2 and pow, correctly rounded: first in double-double, and where that cannot tell how the result rounds
// (once in some thousand calls) in fixed point. JavaScript's own differ from glibc's in 3 to 10 % of results,
// these in 0.07 to 0.2 %, where glibc's are not correctly rounded. exp and exp2 take glibc's own steps.
import { BITS, bigExp, bigLog, fromFixedPoint, ln2, toFixedPoint, toPair } from "./bigmath.ts";
import { fastTwoSum, fma, low, multiplyPairs, roundPair, twoProduct, twoSum, twoTo } from "./doubledouble.ts";

const STEPS = 128;

interface ExpTable {
  /** 2^(i/128), and the rest relative to it. */
  highs: Float64Array;
  tails: Float64Array;
  /** ln 2 / 128 in three parts; the first two have 36 bits, so that multiples of them are exact. */
  step: [number, number, number];
}

let expTable: ExpTable | null = null;

/** The leading `bits` bits of a fixed-point number as a double, and the rest. */
function takeBits(value: bigint, bits: number): [number, bigint] {
  const shift = BigInt(value.toString(2).length - bits);
  const head = (value >> shift) << shift;
  return [fromFixedPoint(head, 0), value - head];
}

function makeExpTable(): ExpTable {
  const highs = new Float64Array(STEPS);
  const tails = new Float64Array(STEPS);
  for (let i = 0; i < STEPS; i++) {
    const { value, power } = bigExp((ln2() * BigInt(i)) / BigInt(STEPS));
    const exact = value << BigInt(power);
    highs[i] = fromFixedPoint(exact, 0);
    const high = toFixedPoint(highs[i]);
    tails[i] = fromFixedPoint(((exact - high) << BigInt(BITS)) / high, 0);
  }
  const [first, rest] = takeBits(ln2() / BigInt(STEPS), 36);
  const [second, tail] = takeBits(rest, 36);
  return { highs, tails, step: [first, second, fromFixedPoint(tail, 0)] };
}

const PER_STEP = STEPS / Math.LN2;
/** How far off the quick method may be, relatively. */
const EXP_ERROR = 2 ** -64;

/** e^(x + xLow) rounded once, if `error`, that of the argument, leaves no doubt; else NaN. */
function quickExp(x: number, xLow: number, error: number): number {
  expTable ??= makeExpTable();
  const count = Math.round(x * PER_STEP);
  const [first, second, third] = expTable.step;
  const near = twoSum(x - count * first, -count * second);
  const rest = fastTwoSum(near, low[0] + (xLow - count * third));
  const restLow = low[0];
  const tail =
    rest * rest * (0.5 + rest * (1 / 6 + rest * (1 / 24 + rest * (1 / 120 + (rest * (1 + rest / 7)) / 720))));
  const growth = fastTwoSum(rest, tail + restLow * (1 + rest));
  const growthLow = low[0];

  const index = count & (STEPS - 1);
  const base = expTable.highs[index];
  const baseLow = base * expTable.tails[index];
  const product = twoProduct(base, growth);
  const productLow = low[0];
  const high = fastTwoSum(base, product);
  const rounded = roundPair(
    high,
    low[0] + (productLow + baseLow + (base * growthLow + baseLow * growth)),
    (EXP_ERROR + error) * high,
  );
  const power = (count - index) / STEPS;
  // Below the normal range the scaling would round a second time.
  if (power < -1020) return Number.NaN;
  if (power > 1024) return Infinity;
  return power > 1000 ? rounded * 2 * twoTo(power - 1) : rounded * twoTo(power);
}

function slowExp(x: bigint): number {
  const { value, power } = bigExp(x);
  return fromFixedPoint(value, power);
}

// The polynomials and the two parts of ln 2 / 128 with which glibc works.
const EXP = [0.49999999999996786, 0.16666666666665886, 0.0416666808410674, 0.008333335853059549];
const EXP2 = [Math.LN2, 0.24022650695909065, 0.0555041086686087, 0.009618131975721055, 0.0013332074570119598];
const STEP_HIGH = 0.005415212348111709;
const STEP_LOW = 1.2864023111638344e-14;
const PER_STEP_DOUBLE = 184.6649652337873;
/** Adding it and taking it away again rounds to an integer. */
const ROUND = 1.5 * 2 ** 52;

export function exp(x: number): number {
  if (!(Math.abs(x) <= 746)) return x > 0 ? Infinity : x < 0 ? 0 : x;
  if (Math.abs(x) < 2 ** -54) return 1 + x;
  if (Math.abs(x) > 705) return extremeExp(x);
  expTable ??= makeExpTable();
  const count = x * PER_STEP_DOUBLE + ROUND - ROUND;
  const rest = fma(-count, STEP_LOW, x - count * STEP_HIGH);
  const index = count & (STEPS - 1);
  const square = rest * rest;
  const tail = expTable.tails[index] + rest;
  const growth = fma(square * square, fma(rest, EXP[3], EXP[2]), fma(square, fma(rest, EXP[1], EXP[0]), tail));
  const base = expTable.highs[index];
  return fma(base, growth, base) * twoTo((count - index) / STEPS);
}

/** Where the result is nearly, or really, too large or too small. */
function extremeExp(x: number): number {
  const quick = quickExp(x, 0, 0);
  return Number.isNaN(quick) ? slowExp(toFixedPoint(x)) : quick;
}

export function exp2(x: number): number {
  if (!(Math.abs(x) <= 1076)) return x > 0 ? Infinity : x < 0 ? 0 : x;
  if (Number.isInteger(x)) return powerOfTwo(x);
  if (Math.abs(x) < 2 ** -54) return 1 + x;
  if (x < -1021) return slowExp((toFixedPoint(x) * ln2()) >> BigInt(BITS));
  expTable ??= makeExpTable();
  const count = (x + ROUND / STEPS - ROUND / STEPS) * STEPS;
  const rest = x - count / STEPS;
  const index = count & (STEPS - 1);
  const square = rest * rest;
  const growth =
    expTable.tails[index] +
    rest * EXP2[0] +
    square * (EXP2[1] + rest * EXP2[2]) +
    square * square * (EXP2[3] + rest * EXP2[4]);
  const base = expTable.highs[index];
  const power = (count - index) / STEPS;
  const result = base + base * growth;
  if (power > 1024) return Infinity;
  return power > 1000 ? result * 2 * twoTo(power - 1) : result * twoTo(power);
}

const powerOfTwo = (n: number): number => (n < -1022 ? twoTo(n + 52) * 2 ** -52 : n > 1023 ? Infinity : twoTo(n));

/** 32 bits of ln 2, so that multiples are exact, and the rest. */
const LN2_SHORT = 0.6931471803691238;
const LN2_REST = 1.9082149292705877e-10;

// Tables for arguments 91/128 to 181/128: a reciprocal of 11 bits, and its logarithm as a double-double.
const FIRST = 90;
const HALF = 2 ** 26;
const LOG_ERROR = 2 ** -73;
const NEAR_ONE_ERROR = 2 ** -67;
const COUNT = 93;

interface LogTable {
  inverses: Float64Array;
  highs: Float64Array;
  lows: Float64Array;
}

let logTable: LogTable | null = null;

function makeLogTable(): LogTable {
  const inverses = new Float64Array(COUNT);
  const highs = new Float64Array(COUNT);
  const lows = new Float64Array(COUNT);
  for (let i = 0; i < COUNT; i++) {
    inverses[i] = Math.round((128 / (i + FIRST)) * 1024) / 1024;
    if (inverses[i] !== 1) [highs[i], lows[i]] = toPair(-bigLog(toFixedPoint(inverses[i])));
  }
  return { inverses, highs, lows };
}

const double = new Float64Array(1);
const words = new Int32Array(double.buffer);

/** A positive double as a mantissa between the square roots of 1/2 and 2, and a power of two. */
function splitMantissa(x: number): { mantissa: number; power: number } {
  let power = -1023;
  if (x < 2 ** -1022) {
    x *= 2 ** 54;
    power -= 54;
  }
  double[0] = x;
  power += words[1] >>> 20;
  words[1] = (words[1] & 0xfffff) | 0x3ff00000;
  const mantissa = double[0];
  return mantissa > Math.SQRT2 ? { mantissa: mantissa / 2, power: power + 1 } : { mantissa, power };
}

/** Absolute error of the logarithm that `logPair` computed last. */
const logError = new Float64Array(1);

/** The logarithm of mantissa * 2^power as a double-double. */
function logPair(mantissa: number, power: number): number {
  logTable ??= makeLogTable();
  const index = Math.round(mantissa * 128) - FIRST;
  const inverse = logTable.inverses[index];
  // Half of the mantissa times 11 bits is exact, so that these are.
  const head = Math.round(mantissa * HALF) / HALF;
  const rest = twoSum(head * inverse - 1, (mantissa - head) * inverse);
  const restLow = low[0];

  const square = twoProduct(rest, rest);
  const squareLow = low[0] / 2 + rest * restLow;
  const series =
    rest *
    square *
    (1 / 3 - rest * (1 / 4 - rest * (1 / 5 - rest * (1 / 6 - rest * (1 / 7 - rest * (1 / 8 - rest / 9))))));
  let tail = series - squareLow + restLow + (logTable.lows[index] + power * LN2_REST);
  let sum = twoSum(power * LN2_SHORT, logTable.highs[index]);
  tail += low[0];
  sum = twoSum(sum, rest);
  tail += low[0];
  sum = twoSum(sum, -square / 2);
  const high = fastTwoSum(sum, low[0] + tail);
  logError[0] = power === 0 && inverse === 1 ? Math.abs(high) * NEAR_ONE_ERROR : LOG_ERROR;
  return high;
}

/** In fixed point. */
const slowLog = (mantissa: number, power: number): bigint => bigLog(toFixedPoint(mantissa)) + BigInt(power) * ln2();

/** The natural logarithm. */
export function log(x: number): number {
  if (!(x > 0 && x < Infinity)) return x === 0 ? -Infinity : x > 0 ? x : Number.NaN;
  if (x === 1) return 0;
  const { mantissa, power } = splitMantissa(x);
  const high = logPair(mantissa, power);
  const quick = roundPair(high, low[0], logError[0]);
  return Number.isNaN(quick) ? fromFixedPoint(slowLog(mantissa, power), 0) : quick;
}

const INVERSE_LN2 = Math.LOG2E;
const INVERSE_LN2_LOW = 2.0355273740931033e-17;

export function log2(x: number): number {
  if (!(x > 0 && x < Infinity)) return x === 0 ? -Infinity : x > 0 ? x : Number.NaN;
  const { mantissa, power } = splitMantissa(x);
  if (mantissa === 1) return power;
  const part = logPair(mantissa, 0);
  const scaled = multiplyPairs(part, low[0], INVERSE_LN2, INVERSE_LN2_LOW);
  const scaledLow = low[0];
  const high = twoSum(power, scaled);
  const quick = roundPair(high, low[0] + scaledLow, 2 * logError[0]);
  if (!Number.isNaN(quick)) return quick;
  return fromFixedPoint((slowLog(mantissa, power) << BigInt(BITS)) / ln2(), 0);
}

/** `x ** y` for a positive finite `x` other than 1 and a finite `y`. */
function positivePower(x: number, y: number): number {
  const { mantissa, power } = splitMantissa(x);
  const logHigh = logPair(mantissa, power);
  const logLow = low[0];
  const rough = logHigh * y;
  if (rough > 720) return Infinity;
  if (rough < -750) return 0;
  if (Math.abs(rough) < 2 ** -56) return 1 + rough;
  const product = twoProduct(logHigh, y);
  const argument = fastTwoSum(product, low[0] + logLow * y);
  const quick = quickExp(argument, low[0], logError[0] * Math.abs(y));
  if (!Number.isNaN(quick)) return quick;
  return slowExp(bigTimes(slowLog(mantissa, power), y));
}

/** Exact but for the last bits, also when `y` is too large or too small for fixed point. */
function bigTimes(value: bigint, y: number): bigint {
  let shift = 0;
  while (!Number.isInteger(y)) {
    y *= 2;
    shift++;
  }
  return (value * BigInt(y)) >> BigInt(shift);
}

/** Where the product of a double and a pair neither overflows nor loses digits. */
const ROOMY = 2 ** 300;
const SMALL_POWER_ERROR = 2 ** -98;

/** The powers that programs use most, of a positive finite `x`; NaN for others, and where the rounding is in doubt. */
function commonPower(x: number, y: number): number {
  if (y === 2) return x * x;
  if (y === 0.5) return Math.sqrt(x);
  if ((y !== 3 && y !== 1.5) || x > ROOMY || x < 1 / ROOMY) return Number.NaN;
  // Square or square root as a double and what is missing of it.
  const factor = y === 3 ? twoProduct(x, x) : Math.sqrt(x);
  const missing = y === 3 ? low[0] : fma(-factor, factor, x) / (2 * factor);
  const product = twoProduct(x, factor);
  const high = fastTwoSum(product, low[0] + x * missing);
  return roundPair(high, low[0], SMALL_POWER_ERROR * high);
}

/** C's pow: what Python makes errors of is NaN or infinite here. */
export function pow(x: number, y: number): number {
  if (y === 0 || x === 1) return 1;
  if (Number.isNaN(x) || Number.isNaN(y)) return Number.NaN;
  if (y === 1) return x;
  if (!Number.isFinite(y)) return x === -1 ? 1 : Math.abs(x) > 1 === y > 0 ? Infinity : 0;
  if (x > 0 && x < Infinity) {
    const common = commonPower(x, y);
    return Number.isNaN(common) ? positivePower(x, y) : common;
  }
  const odd = Math.abs(y % 2) === 1;
  if (x === 0 || !Number.isFinite(x)) {
    const size = y > 0 === (x === 0) ? 0 : Infinity;
    return odd && (x < 0 || Object.is(x, -0)) ? -size : size;
  }
  if (x < 0) {
    if (!Number.isInteger(y)) return Number.NaN;
    const size = x === -1 ? 1 : positivePower(-x, y);
    return odd ? -size : size;
  }
  return positivePower(x, y);
}
