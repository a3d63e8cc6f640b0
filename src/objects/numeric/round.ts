// round() of floats, correct on the decimal that is meant: by way of exact digits, not by scaling.
import { overflowError, valueError } from "../errors.ts";
import { expand, fixed, roundDecimal } from "./floatdigits.ts";
import { type Int, fromDouble } from "./ints.ts";

/** `round(x)` or `int(round(x, 0))`: half to even. */
export function roundToInt(x: number): Int {
  return floatToInt(roundHalfEven(x));
}

/** `int(x)`: cut off after the point. */
export function floatToInt(x: number): Int {
  if (x !== x) throw valueError("cannot convert float NaN to integer");
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
