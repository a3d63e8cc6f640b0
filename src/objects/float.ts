// float: a double. The only objects with a JavaScript class of their own. Methods: floatmethods.ts.
import { deallocFloat } from "../heap/dealloc.ts";
import { allocFloat, FREE_LIST_FLOAT } from "../heap/heap.ts";
import type { PyObject } from "../heap/object.ts";
import { drop, type Owned, type OwnedValue, type Value } from "../heap/refs.ts";
import { BASETYPE } from "../heap/type.ts";
import { defineType } from "./define.ts";
import { typeError } from "./errors.ts";
import { bigToFloat, floatByIndex } from "./floatconvert.ts";
import { intValue } from "./int.ts";
import { isSubtype, typeOf } from "./lookup.ts";
import { asObject, typeName } from "./protocol.ts";
import { warnSubclass } from "./warn.ts";

export type PyFloat = PyObject<number>;

export const FloatType = defineType<PyFloat>({
  name: "float",
  flags: BASETYPE,
  basicSize: 24,
  freeList: FREE_LIST_FLOAT,
  dealloc: deallocFloat,
});

export function newFloat(n: number): Owned<PyFloat> {
  return allocFloat(FloatType, n);
}

export const isExactFloat = (value: Value): value is PyFloat => typeof value !== "number" && value.type === FloatType;
export const isFloat = (value: Value): value is PyFloat =>
  typeof value !== "number" && isSubtype(value.type, FloatType);

/** The double of a number: a float, an int, or what `__float__` or `__index__` answers. Raises TypeError. */
export function toFloat(value: Value): number {
  if (typeof value === "number") return value;
  if (isFloat(value)) return value.value;
  const n = intValue(value);
  if (n !== undefined && typeOf(value).value.slots.float === typeOf(0).value.slots.float)
    return typeof n === "number" ? n : bigToFloat(n);
  return floatByMethod(value);
}

/** What `__float__` answers, also that of a subclass of float; or `__index__`. */
export function floatByMethod(value: Value): number {
  const slot = typeOf(value).value.slots.float;
  if (slot === null) return floatByIndex(value);
  const answer = slot(asObject(value));
  if (!isFloat(answer)) {
    const name = typeName(answer);
    drop(answer as OwnedValue);
    throw typeError(`${typeName(value)}.__float__ returned non-float (type ${name})`);
  }
  const x = answer.value;
  const name = typeName(answer);
  drop(answer as OwnedValue);
  if (name !== "float") warnSubclass(`${typeName(value)}.__float__`, "float", name);
  return x;
}
