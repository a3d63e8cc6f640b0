// The type object of int, alone in a file because every layer of objects refers to it.
// What it can do is in int.ts.
import { deallocLeaf } from "../heap/dealloc.ts";
import type { PyObject } from "../heap/object.ts";
import { INT_BASE_SIZE, intSize, setIntType } from "../heap/refs.ts";
import { BASETYPE, INT_SUBCLASS } from "../heap/type.ts";
import { defineType } from "./define.ts";

/** An int object: a number up to 2^53 - 1 in size, a bigint beyond. */
export type PyInt = PyObject<number | bigint>;

const TWO_DIGITS = 1n << 60n;
const THREE_DIGITS = 1n << 90n;

/** Bytes of an int: four for each 30 bits of its digits, at least one digit. */
function sizeOfInt(n: number | bigint): number {
  if (typeof n === "number") return n === 0 ? INT_BASE_SIZE + 4 : intSize(n);
  const size = n < 0n ? -n : n;
  if (size < TWO_DIGITS) return INT_BASE_SIZE + 8;
  if (size < THREE_DIGITS) return INT_BASE_SIZE + 12;
  const digits = size.toString(16);
  const bits = digits.length * 4 - Math.clz32(Number.parseInt(digits[0], 16)) + 28;
  return INT_BASE_SIZE + 4 * Math.ceil(bits / 30);
}

export const IntType = defineType<PyInt>({
  name: "int",
  flags: BASETYPE | INT_SUBCLASS,
  basicSize: INT_BASE_SIZE,
  itemSize: 4,
  dealloc: deallocLeaf,
  sizeof: (self) => sizeOfInt(self.value),
});
setIntType(IntType);

export { sizeOfInt };
