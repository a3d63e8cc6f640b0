// Functions that glibc computes by Sun's methods, with errors up to a unit in the last place: to agree with it the
// same steps must be taken in the same order, some of them fused as x86-64 processors of the last decade do.
// expm1, log1p, log10, cbrt, the hyperbolic functions and their inverses.
import { fma, twoTo } from "./doubledouble.ts";
import { exp, log } from "./explog.ts";

const LN2_HIGH = 0.6931471803691238;
const LN2_LOW = 1.9082149292705877e-10;

/** c0 + c1 z + c2 z^2 + ..., in pairs, the way that glibc lets the processor work on several at once. */
export function pairedSum(z: number, coefficients: readonly number[]): number {
  const square = z * z;
  let sum = coefficients[0] + z * coefficients[1];
  let power = square;
  for (let i = 2; i < coefficients.length; i += 2) {
    const pair = i + 1 < coefficients.length ? coefficients[i] + z * coefficients[i + 1] : coefficients[i];
    sum += power * pair;
    // z^4, z^6 = z^4 z^2, z^8 = z^4 z^4.
    power = i === 2 ? square * square : i === 4 ? square * square * square : square * square * (square * square);
  }
  return sum;
}

const double = new Float64Array(1);
const words = new Int32Array(double.buffer);

/** Sign, exponent and leading 20 bits: comparisons on them are what decides between methods. */
export function highWord(x: number): number {
  double[0] = x;
  return words[1];
}

function withHighWord(x: number, high: number): number {
  double[0] = x;
  words[1] = high;
  return double[0];
}

const EXPM1 = [
  1, -0.03333333333333313, 0.0015873015872548146, -7.93650757867488e-5, 4.008217827329362e-6, -2.0109921818362437e-7,
];

/** `e^x - 1`. */
export function expm1(x: number): number {
  if (Number.isNaN(x)) return x;
  const size = highWord(x) & 0x7fffffff;
  if (size >= 0x4043687a) {
    if (x > 709.782712893384) return Infinity;
    if (x < 0) return -1;
  }
  if (size < 0x3c900000) return x;
  let count = 0;
  let high = x;
  let low = 0;
  if (size > 0x3fd62e42) {
    if (size < 0x3ff0a2b2) count = x < 0 ? -1 : 1;
    else count = Math.trunc(Math.LOG2E * x + (x < 0 ? -0.5 : 0.5));
    high = x - count * LN2_HIGH;
    low = count * LN2_LOW;
  }
  const rest = high - low;
  return expm1Reduced(rest, high - rest - low, count);
}

/** `e^(x + c) 2^count - 1`. */
function expm1Reduced(x: number, c: number, count: number): number {
  const half = 0.5 * x;
  const square = x * half;
  const series = pairedSum(square, EXPM1);
  const t = fma(-series, half, 3);
  let e = square * ((series - t) / fma(-x, t, 6));
  if (count === 0) return x - fma(x, e, -square);
  e = fma(x, e - c, -c) - square;
  if (count === -1) return 0.5 * (x - e) - 0.5;
  if (count === 1) return x < -0.25 ? -2 * (e - (x + 0.5)) : 1 + 2 * (x - e);
  if (count <= -2 || count > 56) return scale(1 - (e - x), count) - 1;
  if (count < 20) return scale(1 - twoTo(-count) - (e - x), count);
  return scale(x - (e + twoTo(-count)) + 1, count);
}

const scale = (x: number, power: number): number => (power > 1023 ? x * 2 * twoTo(power - 1) : x * twoTo(power));

const LOG1P = [
  0, 0.6666666666666735, 0.3999999999940942, 0.2857142874366239, 0.22222198432149784, 0.1818357216161805,
  0.15313837699209373, 0.14798198605116586,
];

/** `log(1 + x)`. */
export function log1p(x: number): number {
  if (!(x > -1)) return x === -1 ? -Infinity : Number.NaN;
  if (x === Infinity) return x;
  const high = highWord(x);
  const size = high & 0x7fffffff;
  if (size < 0x3e200000) return size < 0x3c900000 ? x : x - x * x * 0.5;
  // Between -0.2929 and 0.41422 the argument is itself the fraction.
  if ((high >= 0 && high < 0x3fda827a) || (high < 0 && high <= (0xbfd2bec3 | 0))) return log1pReduced(x, 0, 0, 1);
  let u = high < 0x43400000 ? 1 + x : x;
  let power = (highWord(u) >> 20) - 1023;
  const c = high < 0x43400000 ? (power > 0 ? 1 - (u - x) : x - (u - 1)) / u : 0;
  let fraction = highWord(u) & 0xfffff;
  if (fraction < 0x6a09e) u = withHighWord(u, fraction | 0x3ff00000);
  else {
    power++;
    u = withHighWord(u, fraction | 0x3fe00000);
    fraction = (0x100000 - fraction) >> 2;
  }
  return log1pReduced(u - 1, c, power, fraction);
}

function log1pSeries(z: number): number {
  const z2 = z * z;
  const z4 = z2 * z2;
  const [, l1, l2, l3, l4, l5, l6, l7] = LOG1P;
  const sum = fma(z, l1, z2 * fma(z, l3, l2));
  return fma(z4 * z2, fma(z, l7, l6), fma(z4, fma(z, l5, l4), sum));
}

/** `log(1 + f) + c + power ln 2`; `fraction` is 0 if f is very small. */
function log1pReduced(f: number, c: number, power: number, fraction: number): number {
  const half = 0.5 * f * f;
  if (fraction === 0) {
    if (f === 0) return power === 0 ? 0 : power * LN2_HIGH + (c + power * LN2_LOW);
    const r = half * (1 - 0.6666666666666666 * f);
    return power === 0 ? f - r : power * LN2_HIGH - (r - (power * LN2_LOW + c) - f);
  }
  const s = f / (2 + f);
  const series = log1pSeries(s * s);
  if (power === 0) return f - (half - s * (half + series));
  return power * LN2_HIGH - (half - (s * (half + series) + (power * LN2_LOW + c)) - f);
}

export function log10(x: number): number {
  if (!(x > 0 && x < Infinity)) return x === 0 ? -Infinity : x > 0 ? x : Number.NaN;
  let power = -1023;
  if (highWord(x) < 0x100000) {
    x *= 2 ** 54;
    power -= 54;
  }
  power += highWord(x) >> 20;
  const below = power < 0 ? 1 : 0;
  const whole = power + below;
  const rest = withHighWord(x, (highWord(x) & 0xfffff) | ((0x3ff - below) << 20));
  const low = whole * 3.694239077158931e-13 + Math.LOG10E * log(rest);
  return low + whole * 0.30102999566361177;
}

const LOG_MAX_WORD = 0x40862e42;
const OVERFLOW = 710.4758600739439;

export function sinh(x: number): number {
  if (!Number.isFinite(x)) return x;
  const half = x < 0 ? -0.5 : 0.5;
  const size = Math.abs(x);
  const word = highWord(size);
  if (word < 0x40360000) {
    if (word < 0x3e300000) return x;
    const t = expm1(size);
    return word < 0x3ff00000 ? half * (2 * t - (t * t) / (t + 1)) : half * (t + t / (t + 1));
  }
  if (word < LOG_MAX_WORD) return half * exp(size);
  if (size > OVERFLOW) return x * Infinity;
  const root = exp(0.5 * size);
  return half * root * root;
}

export function cosh(x: number): number {
  if (!Number.isFinite(x)) return x * x;
  const size = Math.abs(x);
  const word = highWord(size);
  if (word < 0x3fd62e43) {
    if (word < 0x3c800000) return 1;
    const t = expm1(size);
    const w = 1 + t;
    return 1 + (t * t) / (w + w);
  }
  if (word < 0x40360000) {
    const t = exp(size);
    return 0.5 * t + 0.5 / t;
  }
  if (word < LOG_MAX_WORD) return 0.5 * exp(size);
  if (size > OVERFLOW) return Infinity;
  const root = exp(0.5 * size);
  return 0.5 * root * root;
}

export function tanh(x: number): number {
  if (Number.isNaN(x) || x === 0) return x;
  const size = Math.abs(x);
  const word = highWord(size);
  let result = 1;
  if (word < 0x3c800000) return x * (1 + x);
  if (word < 0x40360000) {
    if (word >= 0x3ff00000) result = 1 - 2 / (expm1(2 * size) + 2);
    else {
      const t = expm1(-2 * size);
      result = -t / (t + 2);
    }
  }
  return x < 0 ? -result : result;
}

export function asinh(x: number): number {
  if (!Number.isFinite(x)) return x;
  const size = Math.abs(x);
  const word = highWord(size);
  if (word < 0x3e300000) return x;
  let result: number;
  if (word > 0x41b00000) result = log(size) + Math.LN2;
  else if (word > 0x40000000) result = log(2 * size + 1 / (Math.sqrt(size * size + 1) + size));
  else {
    const square = size * size;
    result = log1p(size + square / (1 + Math.sqrt(1 + square)));
  }
  return x < 0 ? -result : result;
}

export function acosh(x: number): number {
  if (!(x > 1)) return x === 1 ? 0 : Number.NaN;
  if (x >= 2 ** 28) return log(x) + Math.LN2;
  if (x > 2) return log(2 * x - 1 / (x + Math.sqrt(x * x - 1)));
  const t = x - 1;
  return log1p(t + Math.sqrt(2 * t + t * t));
}

export function atanh(x: number): number {
  const size = Math.abs(x);
  if (!(size < 1)) return size === 1 ? x * Infinity : Number.NaN;
  if (size < 2 ** -28) return x;
  const twice = size + size;
  const result = 0.5 * log1p(size < 0.5 ? twice + (twice * size) / (1 - size) : twice / (1 - size));
  return x < 0 ? -result : result;
}

const CBRT2 = 1.2599210498948732;
const SQUARED_CBRT2 = 1.5874010519681996;
const FACTORS = [1 / SQUARED_CBRT2, 1 / CBRT2, 1, CBRT2, SQUARED_CBRT2];
const CBRT = [
  0.35489576504391984, 1.508191937815849, -2.114994941673713, 2.4469312256353444, -1.8346927748361308,
  0.7849323449766392, -0.14526389938548637,
];

/** The cube root: a polynomial and one step of Halley's method, as glibc has it. */
export function cbrt(x: number): number {
  if (x === 0 || !Number.isFinite(x)) return x;
  let power = -1022;
  let size = Math.abs(x);
  if (highWord(size) < 0x100000) {
    size *= 2 ** 54;
    power -= 54;
  }
  power += highWord(size) >> 20;
  const m = withHighWord(size, (highWord(size) & 0xfffff) | 0x3fe00000);
  let u = CBRT[6];
  for (let i = 5; i >= 0; i--) u = CBRT[i] + u * m;
  const cube = u * u * u;
  const root = ((u * (cube + 2 * m)) / (2 * cube + m)) * FACTORS[2 + (power % 3)];
  const result = root * twoTo(Math.trunc(power / 3));
  return x < 0 ? -result : result;
}
