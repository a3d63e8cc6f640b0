// Complex arithmetic on pairs of doubles, in CPython's order of operations.
import { overflowError, zeroDivisionError } from "../errors.ts";
import { exp, log, pow as realPow } from "./explog.ts";
import { hypot2 } from "./floatmath.ts";
import { atan2, cos, sin } from "./trig.ts";

export type Complex = readonly [real: number, imaginary: number];

export const multiply = ([a, b]: Complex, [c, d]: Complex): Complex => [a * c - b * d, a * d + b * c];

/** Divides by the larger part of the divisor first, so that little overflows. */
export function divide([a, b]: Complex, [c, d]: Complex): Complex {
  if (Math.abs(c) >= Math.abs(d)) {
    if (c === 0) throw zeroDivisionError("complex division by zero");
    const ratio = d / c;
    const scale = c + d * ratio;
    return [(a + b * ratio) / scale, (b - a * ratio) / scale];
  }
  if (Math.abs(d) >= Math.abs(c)) {
    const ratio = c / d;
    const scale = c * ratio + d;
    return [(a * ratio + b) / scale, (b * ratio - a) / scale];
  }
  return [Number.NaN, Number.NaN];
}

/** `abs(z)`. */
export function absolute([a, b]: Complex): number {
  const size = hypot2(a, b);
  if (size === Infinity && Number.isFinite(a) && Number.isFinite(b)) throw overflowError("absolute value too large");
  return size;
}

const ONE: Complex = [1, 0];

/** `a ** b`. */
export function pow(a: Complex, b: Complex): Complex {
  const [real, imaginary] = b;
  const whole = imaginary === 0 && Number.isInteger(real) && Math.abs(real) <= 100;
  const result = whole ? wholePower(a, real) : generalPower(a, b);
  if (result.some((part) => Math.abs(part) === Infinity)) throw overflowError("complex exponentiation");
  return result;
}

function wholePower(a: Complex, n: number): Complex {
  if (n < 0) {
    const power = squarings(a, -n);
    if (power[0] === 0 && power[1] === 0) throw toNegativePower();
    return divide(ONE, power);
  }
  return squarings(a, n);
}

const toNegativePower = () => zeroDivisionError("0.0 to a negative or complex power");

function squarings(a: Complex, n: number): Complex {
  let result = ONE;
  let power = a;
  for (let mask = 1; mask <= n; mask *= 2) {
    if (n & mask) result = multiply(result, power);
    power = multiply(power, power);
  }
  return result;
}

function generalPower([a, b]: Complex, [c, d]: Complex): Complex {
  if (c === 0 && d === 0) return ONE;
  if (a === 0 && b === 0) {
    if (d !== 0 || c < 0) throw toNegativePower();
    return [0, 0];
  }
  const size = hypot2(a, b);
  let length = realPow(size, c);
  const angle = atan2(b, a);
  let phase = angle * c;
  if (d !== 0) {
    length *= exp(-angle * d);
    phase += d * log(size);
  }
  return [length * cos(phase), length * sin(phase)];
}
