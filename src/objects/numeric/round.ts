// round() of floats, correct on the decimal that is meant: by way of exact digits, not by scaling.
import { overflowError, valueError } from "../errors.ts";
import { expand, fixed, roundDecimal } from "./floatdigits.ts";
import { fromDouble, type Int, normalize } from "./ints.ts";

/** `round(x)` or `int(round(x, 0))`: half to even. */
export function roundToInt(x: number): Int {
  return floatToInt(roundHalfEven(x));
}

/** `int(x)`: cut off after the point. */
export function floatToInt(x: number): Int {
  if (Number.isNaN(x)) throw valueError("cannot convert float NaN to integer");
  if (Math.abs(x) === Infinity) throw overflowError("cannot convert float infinity to integer");
  return fromDouble(Math.trunc(x));
}

export function roundHalfEven(x: number): number {
  const down = Math.floor(x);
  const rest = x - down;
  if (rest !== 0.5) return rest < 0.5 ? down : down + 1;
  return down % 2 === 0 ? down : down + 1;
}

/** `round(x, places)`. */
export function roundFloat(x: number, places: number): number {
  if (!Number.isFinite(x) || x === 0 || places > 323) return x;
  if (places < -308) return 0 * x;
  const size = Math.abs(x);
  const rounded = places >= 0 ? Number(fixed(size, places)) : roundToTens(size, places);
  if (rounded === Infinity) throw overflowError("rounded value too large to represent");
  return x < 0 ? -rounded : rounded;
}

function roundToTens(size: number, places: number): number {
  const exact = expand(size);
  const { digits, point } = roundDecimal(exact, exact.point + places);
  return Number(`0.${digits}e${point}`);
}

/** `x.as_integer_ratio()`. */
export function asIntegerRatio(x: number): [Int, Int] {
  if (Number.isNaN(x)) throw valueError("cannot convert NaN to integer ratio");
  if (Math.abs(x) === Infinity) throw overflowError("cannot convert Infinity to integer ratio");
  let places = 0;
  // Each step is exact: the number is scaled by no more than brings its lowest bit above the point.
  while (!Number.isInteger(x)) {
    const step = Math.abs(x) < 2 ** -500 ? 500 : 1;
    x *= 2 ** step;
    places += step;
  }
  let numerator = BigInt(x);
  let shift = BigInt(places);
  while (shift > 0n && (numerator & 1n) === 0n) {
    numerator >>= 1n;
    shift--;
  }
  return [normalize(numerator), normalize(1n << shift)];
}
