// Conversions to a double that need more than a look at the value.
import type { Value } from "../heap/refs.ts";
import { overflowError, typeError } from "./errors.ts";
import { index } from "./int.ts";
import { slotsOf, typeName } from "./protocol.ts";

/** A big int as the nearest double. Raises OverflowError beyond the range. */
export function bigToFloat(n: bigint): number {
  const x = Number(n);
  if (!Number.isFinite(x)) throw overflowError("int too large to convert to float");
  return x;
}

/** The double of an object with `__index__` but without `__float__`. */
export function floatByIndex(value: Value): number {
  if (slotsOf(value).index === null) throw typeError(`must be real number, not ${typeName(value)}`);
  const n = index(value);
  return typeof n === "number" ? n : bigToFloat(n);
}
