// The word that follows the header of an object in CPython: the number of its items, or what its type keeps there.
import type { PyObject } from "../heap/object.ts";
import { HEAPTYPE, INT_SUBCLASS } from "../heap/type.ts";

/** ob_size, lv_tag, or the number of entries; 0 for what has no such word. */
export function lengthOf(o: PyObject): number {
  const { flags, slots } = o.type.value;
  if ((flags & INT_SUBCLASS) !== 0) return tagOf(o.value as number | bigint);
  // A class of the program has a `__len__` in Python, which is not asked.
  return slots.len === null || (flags & HEAPTYPE) !== 0 ? 0 : slots.len(o);
}

/** The number of digits of an int, and in the lowest two bits its sign: 0 positive, 1 zero, 2 negative. */
function tagOf(value: number | bigint): number {
  const n = BigInt(value);
  const digits = Math.ceil((n < 0n ? -n : n).toString(2).length / 30);
  return n === 0n ? 1 : (digits << 3) | (n < 0n ? 2 : 0);
}
