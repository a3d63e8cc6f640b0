// Decimal digits of a double, rounded half to even on its exact binary value.
// JavaScript's toFixed and toExponential are exact but round ties up, and they end at 100 places;
// so they serve where there is no tie, and an expansion in full serves beyond.
import { memoryError } from "../errors.ts";

/** A positive number as `digits` with the decimal point after the first `point` of them. */
export interface Decimal {
  digits: string;
  point: number;
}

const MAX_TEXT = 1 << 29;

/** Text of `count` zeros. */
export function zeros(count: number): string {
  if (count >= MAX_TEXT) throw memoryError();
  return count > 0 ? "0".repeat(count) : "";
}

/** The non-negative finite `x` with exactly `places` digits after the point: "12.50", or "12" for no places. */
export function fixed(x: number, places: number): string {
  if (x >= 1e21) return places > 0 ? `${BigInt(x)}.${zeros(places)}` : `${BigInt(x)}`;
  if (places > 100) return fixedExact(x, places);
  const text = x.toFixed(places);
  // A double with d+1 binary places has exactly d+1 decimal places, the last of them a 5: only those can tie.
  return (x * 2 ** (places + 1)) % 2 === 1 ? lastToEven(text) : text;
}

/** The positive finite `x` rounded to `count` significant digits. */
export function significant(x: number, count: number): Decimal {
  if (count > 101) {
    const exact = expand(x);
    const rounded = roundDecimal(exact, count);
    return { digits: rounded.digits + zeros(count - rounded.digits.length), point: rounded.point };
  }
  const text = x.toExponential(count - 1);
  const mark = text.indexOf("e");
  const exponent = Number(text.slice(mark + 1));
  let digits = count === 1 ? text[0] : text[0] + text.slice(2, mark);
  if (isTie(x, count - 1 - exponent)) digits = lastToEven(digits);
  return { digits, point: exponent + 1 };
}

/** True if `x` lies exactly between two neighbours with `places` decimal places; negative places mean tens. */
function isTie(x: number, places: number): boolean {
  if (places >= 0) return (x * 2 ** (places + 1)) % 2 === 1;
  if (x <= Number.MAX_SAFE_INTEGER) return x % 10 ** -places === 5 * 10 ** (-places - 1);
  const unit = 10n ** BigInt(-places);
  return (BigInt(x) % unit) * 2n === unit;
}

/** Undoes an upward rounding of a tie that made the last digit odd. */
function lastToEven(text: string): string {
  const last = text.charCodeAt(text.length - 1);
  return last & 1 ? text.slice(0, -1) + String.fromCharCode(last - 1) : text;
}

/** All digits of a non-negative double. */
export function expand(x: number): Decimal {
  if (x === 0) return { digits: "0", point: 1 };
  if (Number.isInteger(x)) {
    const digits = BigInt(x).toString();
    return { digits, point: digits.length };
  }
  // Below 2^-1022 the first step makes the number normal, so that each later one is exact.
  let places = 0;
  while (!Number.isInteger(x)) {
    const step = x < 2 ** -500 ? 600 : 53;
    x *= 2 ** step;
    places += step;
  }
  let mantissa = BigInt(x);
  while ((mantissa & 1n) === 0n) {
    mantissa >>= 1n;
    places--;
  }
  const digits = (mantissa * 5n ** BigInt(places)).toString();
  return { digits, point: digits.length - places };
}

/** Keeps the first `count` digits of an exact expansion. Answers "0" when nothing is left. */
export function roundDecimal(exact: Decimal, count: number): Decimal {
  const { digits, point } = exact;
  if (count >= digits.length) return exact;
  if (count < 0) return { digits: "0", point: 1 };
  const kept = digits.slice(0, count);
  const first = digits.charCodeAt(count) - 48;
  const odd = count > 0 && (digits.charCodeAt(count - 1) & 1) === 1;
  const above = first > 5 || (first === 5 && (odd || /[1-9]/.test(digits.slice(count + 1))));
  if (!above) return count > 0 ? { digits: kept, point } : { digits: "0", point: 1 };
  const raised = (BigInt(`0${kept}`) + 1n).toString().padStart(count, "0");
  return raised.length > count
    ? { digits: count > 0 ? raised.slice(0, count) : "1", point: point + 1 }
    : { digits: raised, point };
}

function fixedExact(x: number, places: number): string {
  const exact = expand(x);
  const { digits, point } = roundDecimal(exact, exact.point + places);
  if (digits === "0") return `0.${zeros(places)}`;
  const whole = point > 0 ? digits.slice(0, point).padEnd(point, "0") : "0";
  const tail = zeros(-point) + digits.slice(Math.max(point, 0));
  return `${whole}.${tail}${zeros(places - tail.length)}`;
}
