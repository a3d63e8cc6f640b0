// Elementary functions in fixed point, 440 bits after the point: what is asked when double-double cannot tell how
// a result rounds, and where the tables of the quick methods come from. Tens of microseconds a call.
import { scaleBigInt } from "./floatparse.ts";
import { bitLength } from "./ints.ts";

/** Bits after the point. */
export const BITS = 440;
const PLACES = BigInt(BITS);
const ONE = 1n << PLACES;

/** A double in fixed point; cut off if it has lower bits. */
export function toFixedPoint(x: number): bigint {
  let shift = BITS;
  // Two steps bring any double above 2^-440 to an integer.
  while (!Number.isInteger(x) && shift > 0) {
    const step = Math.min(shift, 53);
    x *= 2 ** step;
    shift -= step;
  }
  return BigInt(Math.trunc(x)) << BigInt(shift);
}

/** The nearest double to `value * 2^power`. Forty bits are rounded away first, so that exact results are exact. */
export function fromFixedPoint(value: bigint, power: number): number {
  const kept = (value + (1n << 39n)) >> 40n;
  if (kept === 0n) return 0;
  const size = kept < 0n ? -kept : kept;
  const x = scaleBigInt(size, power - BITS + 40, bitLength(size));
  return kept < 0n ? -x : x;
}

/** The nearest double and the rest, for tables of double-doubles. */
export function toPair(value: bigint): [high: number, low: number] {
  const high = fromFixedPoint(value, 0);
  return [high, fromFixedPoint(value - toFixedPoint(high), 0)];
}

const multiply = (a: bigint, b: bigint): bigint => (a * b) >> PLACES;

const known = new Map<string, bigint>();

function constant(name: string, compute: () => bigint): bigint {
  let value = known.get(name);
  if (value === undefined) known.set(name, (value = compute()));
  return value;
}

/** The sum of x^n/n over odd n, with alternating signs or without: atan or atanh of `1/divisor`, in `bits`. */
function reciprocalSeries(divisor: bigint, alternate: boolean, bits: bigint): bigint {
  let power = (1n << bits) / divisor;
  let sum = power;
  const square = divisor * divisor;
  for (let n = 3n; power !== 0n; n += 2n) {
    power /= square;
    sum += alternate && n % 4n === 3n ? -(power / n) : power / n;
  }
  return sum;
}

/** ln 2. */
export const ln2 = (): bigint => constant("ln2", () => 2n * reciprocalSeries(3n, false, PLACES));

const PI_BITS = 1700n;
/** Pi with 1700 bits: enough to reduce the largest double. */
const longPi = (): bigint =>
  constant("pi", () => 16n * reciprocalSeries(5n, true, PI_BITS) - 4n * reciprocalSeries(239n, true, PI_BITS));

export const pi = (): bigint => longPi() >> (PI_BITS - PLACES);

const HALVINGS = 20n;

/** e^x as a value and a power of two. */
export function bigExp(x: bigint): { value: bigint; power: number } {
  const power = (x + (ln2() >> 1n)) / ln2() - (x < 0n ? 1n : 0n);
  const rest = (x - power * ln2()) >> HALVINGS;
  let term = ONE;
  let sum = ONE;
  for (let n = 1n; term !== 0n && term !== -1n; n++) {
    term = multiply(term, rest) / n;
    sum += term;
  }
  for (let i = 0; i < HALVINGS; i++) sum = multiply(sum, sum);
  return { value: sum, power: Number(power) };
}

/** The natural logarithm of a positive number near 1, by Newton's method of third order from the double's. */
export function bigLog(x: bigint): bigint {
  let y = toFixedPoint(Math.log(fromFixedPoint(x, 0)));
  for (let i = 0; i < 2; i++) {
    const { value, power } = bigExp(y);
    const exp = power >= 0 ? value << BigInt(power) : value >> BigInt(-power);
    y += (2n * (x - exp) * ONE) / (x + exp);
  }
  return y;
}

/** x modulo pi/2, in fixed point, and the quadrant 0 to 3 it was taken from. */
export function reduceAngle(x: number): { rest: bigint; quadrant: number } {
  let scaled = Math.abs(x);
  let bits = 0;
  while (!Number.isInteger(scaled)) {
    scaled *= 2;
    bits++;
  }
  const value = (BigInt(scaled) << PI_BITS) >> BigInt(bits);
  const half = longPi() >> 1n;
  const count = (2n * value + half) / (2n * half);
  const rest = (value - count * half) >> (PI_BITS - PLACES);
  const quadrant = Number(count & 3n);
  return x < 0 ? { rest: -rest, quadrant: (4 - quadrant) & 3 } : { rest, quadrant };
}

/** Sine and cosine of a small angle. */
export function bigSinCos(x: bigint): { sin: bigint; cos: bigint } {
  let term = ONE;
  let [sin, cos] = [0n, ONE];
  for (let n = 1n; term !== 0n && term !== -1n; n++) {
    term = multiply(term, x) / n;
    const signed = n % 4n >= 2n ? -term : term;
    if (n % 2n === 0n) cos += signed;
    else sin += signed;
  }
  return { sin, cos };
}

/** The angle of the point (x, y) with x > 0, by correcting the double's. */
export function bigAtan2(y: bigint, x: bigint): bigint {
  let angle = toFixedPoint(Math.atan2(fromFixedPoint(y, 0), fromFixedPoint(x, 0)));
  for (let i = 0; i < 2; i++) {
    const { sin, cos } = bigSinCos(angle);
    const tangent = ((multiply(y, cos) - multiply(x, sin)) * ONE) / (multiply(x, cos) + multiply(y, sin));
    const cube = multiply(multiply(tangent, tangent), tangent);
    angle += tangent - cube / 3n + multiply(multiply(cube, tangent), tangent) / 5n;
  }
  return angle;
}

/** The square root. */
export function bigSqrt(x: bigint): bigint {
  if (x <= 0n) return 0n;
  const scaled = x << PLACES;
  let root = toFixedPoint(Math.sqrt(fromFixedPoint(x, 0))) + 1n;
  for (let i = 0; i < 5; i++) root = (root + scaled / root) >> 1n;
  return root;
}
