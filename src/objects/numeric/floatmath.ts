// Float arithmetic that is not one machine instruction: exact sums, lengths, remainders, and a double's anatomy.
import { overflowError, valueError } from "../errors.ts";
import { fastTwoSum, low, twoProduct, twoSum, twoTo } from "./doubledouble.ts";
import { bitLength, type Int } from "./ints.ts";

const copySign = (size: number, sign: number): number => {
  const positive = Math.abs(size);
  return sign < 0 || Object.is(sign, -0) ? -positive : positive;
};

/** `x % y` as Python has it for floats, with the sign of `y`, which is not zero. */
export function floatMod(x: number, y: number): number {
  const rest = x % y;
  if (rest === 0) return copySign(0, y);
  return rest < 0 !== y < 0 ? rest + y : rest;
}

/** `x // y` of floats; `y` is not zero. */
export function floatFloorDiv(x: number, y: number): number {
  const rest = x % y;
  let quotient = (x - rest) / y;
  if (rest !== 0 && rest < 0 !== y < 0) quotient -= 1;
  if (quotient === 0) return copySign(0, x / y);
  const floor = Math.floor(quotient);
  return quotient - floor > 0.5 ? floor + 1 : floor;
}

/** IEEE 754's remainder: x less the nearest multiple of y, the even one of two. */
export function remainder(x: number, y: number): number {
  if (Number.isNaN(x) || Number.isNaN(y)) return x + y;
  if (!Number.isFinite(y)) return Number.isFinite(x) ? x : Number.NaN;
  const [absX, absY] = [Math.abs(x), Math.abs(y)];
  const rest = absX % absY;
  const other = absY - rest;
  let result: number;
  if (rest < other) result = rest;
  else if (rest > other) result = -other;
  else result = rest - 2 * ((0.5 * (absX - rest)) % absY);
  return copySign(1, x) * result;
}

/** `math.frexp`: a mantissa from 1/2 to 1 and a power of two. */
export function frexp(x: number): [mantissa: number, exponent: number] {
  if (x === 0 || !Number.isFinite(x)) return [x, 0];
  let exponent = 0;
  if (Math.abs(x) < 2 ** -1022) {
    x *= 2 ** 54;
    exponent = -54;
  }
  double[0] = x;
  exponent += ((words[1] >>> 20) & 0x7ff) - 1022;
  words[1] = (words[1] & 0x800fffff) | 0x3fe00000;
  return [double[0], exponent];
}

const double = new Float64Array(1);
const words = new Int32Array(double.buffer);
const quad = new BigInt64Array(double.buffer);

/** `x * 2**power`, rounded once. Infinite where Python says "math range error". */
export function ldexp(x: number, power: Int): number {
  if (x === 0 || !Number.isFinite(x)) return x;
  if (power > 2200) return copySign(Infinity, x);
  if (power < -2200) return copySign(0, x);
  let n = Number(power);
  for (; n > 1000; n -= 1000) x *= 2 ** 1000;
  if (n >= -1000) return x * twoTo(n);
  // Only the last step may leave the normal range, so that it alone rounds.
  const [mantissa, exponent] = frexp(x);
  const total = exponent + n;
  if (total > -1021) return mantissa * twoTo(total);
  return total < -1100 ? copySign(0, x) : mantissa * twoTo(total + 600) * 2 ** -600;
}

/** `math.nextafter(x, y, steps=steps)`. */
export function nextAfter(x: number, y: number, steps: Int = 1): number {
  if (steps === 0) return x;
  if (Number.isNaN(x)) return x;
  if (Number.isNaN(y)) return y;
  if (x === y) return y;
  // As integers of sign and magnitude doubles are in order.
  const distance = BigInt(steps);
  const [from, to] = [ordinal(x), ordinal(y)];
  const gap = to > from ? to - from : from - to;
  if (distance >= gap) return y;
  return fromOrdinal(to > from ? from + distance : from - distance, x);
}

function ordinal(x: number): bigint {
  double[0] = x;
  return quad[0] < 0n ? -(quad[0] & 0x7fffffffffffffffn) : quad[0];
}

function fromOrdinal(value: bigint, sign: number): number {
  if (value === 0n) return copySign(0, sign);
  quad[0] = value < 0n ? -value : value;
  return value < 0n ? -double[0] : double[0];
}

/** `math.ulp(x)`. */
export function ulp(x: number): number {
  const size = Math.abs(x);
  if (!Number.isFinite(size)) return size;
  const next = nextAfter(size, Infinity);
  return next === Infinity ? size - nextAfter(size, -Infinity) : next - size;
}

/** `math.fsum`: the partial sums are kept apart so that nothing is lost until the end. */
export class ExactSum {
  private partials: number[] = [];
  private special = 0;
  private infinite = 0;

  add(x: number): void {
    const given = x;
    let kept = 0;
    for (const partial of this.partials) {
      const sum = Math.abs(x) < Math.abs(partial) ? fastTwoSum(partial, x) : fastTwoSum(x, partial);
      if (low[0] !== 0) this.partials[kept++] = low[0];
      x = sum;
    }
    this.partials.length = kept;
    if (x === 0) return;
    if (Number.isFinite(x)) {
      this.partials.push(x);
      return;
    }
    if (Number.isFinite(given)) throw overflowError("intermediate overflow in fsum");
    if (!Number.isNaN(given)) this.infinite += given;
    this.special += given;
    this.partials.length = 0;
  }

  /** The sum, rounded once. */
  finish(): number {
    if (this.special !== 0) {
      if (Number.isNaN(this.infinite)) throw valueError("-inf + inf in fsum");
      return this.special;
    }
    const { partials } = this;
    let n = partials.length;
    if (n === 0) return 0;
    let high = partials[--n];
    let rest = 0;
    while (n > 0) {
      high = fastTwoSum(high, partials[--n]);
      rest = low[0];
      if (rest !== 0) break;
    }
    // Half-way cases: what lies below decides.
    if (n > 0 && ((rest < 0 && partials[n - 1] < 0) || (rest > 0 && partials[n - 1] > 0))) {
      const twice = rest * 2;
      const moved = high + twice;
      if (twice === moved - high) high = moved;
    }
    return high;
  }
}

/** The sum that `sum()` keeps of floats: with the rounding errors added in the end. */
export class CompensatedSum {
  private high: number;
  private low = 0;

  constructor(start: number) {
    this.high = start;
  }

  add(x: number): void {
    const sum = this.high + x;
    if (Math.abs(this.high) >= Math.abs(x)) this.low += this.high - sum + x;
    else this.low += x - sum + this.high;
    this.high = sum;
  }

  finish(): number {
    return this.low !== 0 && Number.isFinite(this.low) ? this.high + this.low : this.high;
  }
}

/** As `twoProduct`, for factors and products of any size. */
function safeProduct(x: number, y: number): number {
  const product = x * y;
  const size = Math.abs(product);
  const larger = Math.max(Math.abs(x), Math.abs(y));
  if (larger > 2 ** 990 && size < Infinity) {
    const half = Math.abs(x) > Math.abs(y) ? twoProduct(x * 2 ** -200, y) : twoProduct(x, y * 2 ** -200);
    low[0] = (half - product * 2 ** -200 + low[0]) * 2 ** 200;
  } else if (size < 2 ** -960 && size > 0) {
    const scaled = Math.abs(x) < Math.abs(y) ? twoProduct(x * 2 ** 500, y) : twoProduct(x, y * 2 ** 500);
    low[0] = (scaled - product * 2 ** 500 + low[0]) * 2 ** -500;
  } else return twoProduct(x, y);
  return product;
}

/** The sum of products in triple length, as `math.sumprod` keeps it of floats. */
export class ProductSum {
  private high = 0;
  private low = 0;
  private tiny = 0;

  add(x: number, y: number): void {
    const product = safeProduct(x, y);
    const productLow = low[0];
    this.high = twoSum(this.high, product);
    const carried = low[0];
    const first = twoSum(this.low, productLow);
    const firstLow = low[0];
    this.low = twoSum(first, carried);
    this.tiny += firstLow + low[0];
  }

  /** Infinite or NaN if a product was: the caller then sums plainly. */
  finish(): number {
    const last = twoSum(this.low, this.tiny);
    const lastLow = low[0];
    const total = twoSum(this.high, last);
    return total + (lastLow + low[0]);
  }
}

/** `math.hypot` of any number of coordinates: sums of squares with their errors, and a correction of the root. */
export function hypot(coordinates: readonly number[]): number {
  let max = 0;
  let nan = false;
  for (const x of coordinates) {
    nan ||= Number.isNaN(x);
    if (Math.abs(x) > max) max = Math.abs(x);
  }
  if (max === Infinity) return max;
  if (nan) return Number.NaN;
  if (max === 0 || coordinates.length <= 1) return max;
  const [, exponent] = frexp(max);
  if (exponent < -1023) {
    // The scale itself would overflow.
    return 2 ** -1022 * hypot(coordinates.map((x) => x / 2 ** -1022));
  }
  return scaledNorm(coordinates, exponent);
}

function scaledNorm(coordinates: readonly number[], exponent: number): number {
  const scale = ldexp(1, -exponent);
  let sum = 1;
  let [first, second] = [0, 0];
  for (const x of coordinates) {
    const scaled = x * scale;
    const square = twoProduct(scaled, scaled);
    first += low[0];
    sum = fastTwoSum(sum, square);
    second += low[0];
  }
  const root = Math.sqrt(sum - 1 + (first + second));
  const square = twoProduct(-root, root);
  first += low[0];
  sum = fastTwoSum(sum, square);
  second += low[0];
  const rest = sum - 1 + (first + second);
  return (root + rest / (2 * root)) / scale;
}

const LARGE = 2 ** 511;
const SMALL = 2 ** -459;
const SCALE = 2 ** -600;

/** C's hypot, as glibc has it: what abs(complex) is. */
export function hypot2(x: number, y: number): number {
  if (!Number.isFinite(x) || !Number.isFinite(y)) {
    return Math.abs(x) === Infinity || Math.abs(y) === Infinity ? Infinity : Number.NaN;
  }
  const long = Math.max(Math.abs(x), Math.abs(y));
  const short = Math.min(Math.abs(x), Math.abs(y));
  if (short <= long * 2 ** -54) return long + short;
  if (long > LARGE) return correctedRoot(long * SCALE, short * SCALE) / SCALE;
  if (short < SMALL) return correctedRoot(long / SCALE, short / SCALE) * SCALE;
  return correctedRoot(long, short);
}

/** The root of the sum of squares, less the error that follows from where it lies between the sides. */
function correctedRoot(long: number, short: number): number {
  const root = Math.sqrt(long * long + short * short);
  let error: number;
  if (root <= 2 * short) {
    const delta = root - short;
    error = long * (2 * delta - long) + (delta - 2 * (long - short)) * delta;
  } else {
    const delta = root - long;
    error = 2 * delta * (long - 2 * short) + ((4 * delta - short) * short + delta * delta);
  }
  return root - error / (2 * root);
}

/** An int too large for a double as a mantissa and a power of two: what `math.log` works with. */
export function bigFrexp(value: bigint): [mantissa: number, exponent: number] {
  const exponent = bitLength(value);
  const shift = exponent - 64;
  // 64 bits with a sticky one round as the whole does.
  let head = value >> BigInt(shift);
  if (head << BigInt(shift) !== value) head |= 1n;
  const mantissa = Number(head) / 2 ** 64;
  return mantissa === 1 ? [0.5, exponent + 1] : [mantissa, exponent];
}
