// The error functions, by Sun's rational approximations as glibc has them, and the gamma functions, by the Lanczos
// approximation that CPython has of its own. The order of operations is theirs, so that the last bit is.
import { exp, log, pow } from "./explog.ts";
import { highWord, pairedSum } from "./hyperbolic.ts";
import { cos, sin } from "./trig.ts";

// Near 0: erf(x) = x + x P/Q of x^2. About 1: P/Q of |x|-1. Beyond: exp of P/Q of 1/x^2, in two ranges.
const NEAR_P = [
  0.12837916709551256, -0.3250421072470015, -0.02848174957559851, -0.005770270296489442, -2.3763016656650163e-5,
];
const NEAR_Q = [
  1, 0.39791722395915535, 0.0650222499887673, 0.005081306281875766, 0.00013249473800432164, -3.960228278775368e-6,
];
const ONE_P = [
  -0.0023621185607526594, 0.41485611868374833, -0.3722078760357013, 0.31834661990116175, -0.11089469428239668,
  0.035478304325618236, -0.002166375594868791,
];
const ONE_Q = [
  1, 0.10642088040084423, 0.540397917702171, 0.07182865441419627, 0.12617121980876164, 0.01363708391202905,
  0.011984499846799107,
];
const FAR_P = [
  -0.009864944034847148, -0.6938585727071818, -10.558626225323291, -62.375332450326006, -162.39666946257347,
  -184.60509290671104, -81.2874355063066, -9.814329344169145,
];
const FAR_Q = [
  1, 19.651271667439257, 137.65775414351904, 434.56587747522923, 645.3872717332679, 429.00814002756783,
  108.63500554177944, 6.570249770319282, -0.0604244152148581,
];
const TAIL_P = [
  -0.0098649429247001, -0.799283237680523, -17.757954917754752, -160.63638485582192, -637.5664433683896,
  -1025.0951316110772, -483.5191916086514,
];
const TAIL_Q = [
  1, 30.33806074348246, 325.7925129965739, 1536.729586084437, 3199.8582195085955, 2553.0504064331644,
  474.52854120695537, -22.44095244658582,
];
const ERF_ONE = 0.8450629115104675;
const ERF_SLOPE = 0.1283791670955126;
const THIRD = 1 / 0.35;

const double = new Float64Array(1);
const words = new Int32Array(double.buffer);

/** `erfc(x) * x` for x >= 1.25, of which both functions are made. */
function tail(x: number, isNear: boolean): number {
  const s = 1 / (x * x);
  const quotient = isNear ? pairedSum(s, FAR_P) / pairedSum(s, FAR_Q) : pairedSum(s, TAIL_P) / pairedSum(s, TAIL_Q);
  double[0] = x;
  words[0] = 0;
  const z = double[0];
  return exp(-z * z - 0.5625) * exp((z - x) * (z + x) + quotient);
}

export function erf(x: number): number {
  if (Number.isNaN(x)) return x;
  const size = Math.abs(x);
  const sign = x < 0 ? -1 : 1;
  if (size < 0.84375) {
    if (size < 2 ** -28) return size < 2 ** -1015 ? 0.0625 * (16 * x + 16 * ERF_SLOPE * x) : x + ERF_SLOPE * x;
    const z = x * x;
    return x + x * (pairedSum(z, NEAR_P) / pairedSum(z, NEAR_Q));
  }
  if (size < 1.25) {
    const s = size - 1;
    return sign * (ERF_ONE + pairedSum(s, ONE_P) / pairedSum(s, ONE_Q));
  }
  if (size >= 6) return sign;
  return sign * (1 - tail(size, highWord(size) < 0x4006db6e) / size);
}

export function erfc(x: number): number {
  if (Number.isNaN(x)) return x;
  const size = Math.abs(x);
  if (size < 0.84375) {
    if (size < 2 ** -56) return 1 - x;
    const z = x * x;
    const y = pairedSum(z, NEAR_P) / pairedSum(z, NEAR_Q);
    return x < 0.25 ? 1 - (x + x * y) : 0.5 - (x * y + (x - 0.5));
  }
  if (size < 1.25) {
    const s = size - 1;
    const part = pairedSum(s, ONE_P) / pairedSum(s, ONE_Q);
    return x >= 0 ? 1 - ERF_ONE - part : 1 + (ERF_ONE + part);
  }
  if (x <= -6) return 2;
  if (size >= 28) return 0;
  const rest = tail(size, size < THIRD && highWord(size) < 0x4006db6d) / size;
  return x > 0 ? rest : 2 - rest;
}

const NUMERATOR = [
  23531376880.41076, 42919803642.6491, 35711959237.35567, 17921034426.03721, 6039542586.352028, 1439720407.3117216,
  248874557.86205417, 31426415.585400194, 2876370.6289353725, 186056.26539522348, 8071.672002365816, 210.82427775157936,
  2.5066282746310002,
];
const DENOMINATOR = [
  0, 39916800, 120543840, 150917976, 105258076, 45995730, 13339535, 2637558, 357423, 32670, 1925, 66, 1,
];
const G = 6.02468004077673;
const G_MINUS_HALF = 5.52468004077673;

/** The sum of the Lanczos approximation for a positive argument. */
function lanczos(x: number): number {
  let numerator = 0;
  let denominator = 0;
  for (let k = 0; k < NUMERATOR.length; k++) {
    const i = x < 5 ? NUMERATOR.length - 1 - k : k;
    numerator = x < 5 ? numerator * x + NUMERATOR[i] : numerator / x + NUMERATOR[i];
    denominator = x < 5 ? denominator * x + DENOMINATOR[i] : denominator / x + DENOMINATOR[i];
  }
  return numerator / denominator;
}

/** `sin(pi x)` for x >= 0. */
function sinPi(x: number): number {
  const y = x % 2;
  switch (Math.floor(2 * y + 0.5)) {
    case 0:
      return sin(Math.PI * y);
    case 1:
      return cos(Math.PI * (y - 0.5));
    case 2:
      return sin(Math.PI * (1 - y));
    case 3:
      return -cos(Math.PI * (y - 1.5));
    default:
      return sin(Math.PI * (y - 2));
  }
}

const FACTORIALS: number[] = [1];
for (let n = 1; n < 23; n++) FACTORIALS.push(FACTORIALS[n - 1] * n);

/** The gamma function: NaN where Python has a domain error, infinite where it overflows or has a pole. */
export function gamma(x: number): number {
  if (!Number.isFinite(x)) return x === -Infinity ? Number.NaN : x;
  if (x === 0) return 1 / x;
  if (Number.isInteger(x)) {
    if (x < 0) return Number.NaN;
    if (x <= FACTORIALS.length) return FACTORIALS[x - 1];
  }
  const size = Math.abs(x);
  if (size < 1e-20) return 1 / x;
  if (size > 200) return x < 0 ? 0 / -sinPi(size) : Infinity;
  const y = size + G_MINUS_HALF;
  const z = size > G_MINUS_HALF ? y - size - G_MINUS_HALF : y - G_MINUS_HALF - size;
  const correction = (z * G) / y;
  if (x < 0) {
    let result = ((-Math.PI / sinPi(size) / size) * exp(y)) / lanczos(size);
    result -= correction * result;
    return byPower(size, y, (power) => (result /= power));
  }
  let result = lanczos(size) / exp(y);
  result += correction * result;
  return byPower(size, y, (power) => (result *= power));
}

/** Applies y^(size - 1/2), in two halves where the whole would overflow. */
function byPower(size: number, y: number, apply: (power: number) => number): number {
  if (size < 140) return apply(pow(y, size - 0.5));
  const root = pow(y, size / 2 - 0.25);
  apply(root);
  return apply(root);
}

const LOG_PI = 1.1447298858494002;

/** The logarithm of the absolute value of gamma; infinite at its poles. */
export function lgamma(x: number): number {
  if (!Number.isFinite(x)) return Number.isNaN(x) ? x : Infinity;
  if (Number.isInteger(x) && x <= 2) return x <= 0 ? Infinity : 0;
  const size = Math.abs(x);
  if (size < 1e-20) return -log(size);
  let result = log(lanczos(size)) - G;
  result += (size - 0.5) * (log(size + G - 0.5) - 1);
  if (x < 0) result = LOG_PI - log(Math.abs(sinPi(size))) - log(size) - result;
  return result;
}
