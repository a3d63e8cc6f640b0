// `a[from:to]` and `a[from:to:step]` of an exact list, tuple or str, with parts that are plain numbers
// or None: no slice object is made, as nobody could see it.
import { newRef, type OwnedValue, type Value } from "../heap/refs.ts";
import { ListType, newList, type PyList } from "./list.ts";
import { shareSlice } from "./sequences.ts";
import { None } from "./singletons.ts";
import { fitSlice } from "./slice.ts";
import { type PyStr, StrType, strLength } from "./str.ts";
import { sliceStr, stridedStr } from "./strmethods.ts";
import { newTuple, type PyTuple, shareRange, TupleType } from "./tuple.ts";

const MAX = Number.MAX_SAFE_INTEGER;

/** A bound counted from the start and brought into the sequence; NaN when it is no number in a slot. */
function bound(value: Value, length: number, missing: number): number {
  if (typeof value !== "number") return value === None ? missing : Number.NaN;
  return value < 0 ? Math.max(0, value + length) : Math.min(value, length);
}

/** `container[start:stop]`, a new reference; undefined when it is not for here. */
export function sliceBetween(container: Value, start: Value, stop: Value): OwnedValue | undefined {
  if (typeof container === "number") return undefined;
  const { type } = container;
  if (type === ListType || type === TupleType) {
    const items = (container as PyList | PyTuple).value;
    const from = bound(start, items.length, 0);
    const to = bound(stop, items.length, items.length);
    if (!(from >= 0 && to >= 0)) return undefined;
    if (type === ListType) return newList(shareRange(items, from, to));
    return from === 0 && to === items.length ? newRef(container) : newTuple(shareRange(items, from, to));
  }
  if (type !== StrType) return undefined;
  const length = strLength(container as PyStr);
  const from = bound(start, length, 0);
  const to = bound(stop, length, length);
  return from >= 0 && to >= 0 ? sliceStr(container as PyStr, from, to) : undefined;
}

const isPlain = (part: Value): boolean => typeof part === "number" || part === None;

/** `container[start:stop:step]`, a new reference; undefined when it is not for here. */
export function sliceStrided(container: Value, start: Value, stop: Value, step: Value): OwnedValue | undefined {
  if (typeof container === "number" || typeof step !== "number" || step === 0) return undefined;
  if (!isPlain(start) || !isPlain(stop)) return undefined;
  const { type } = container;
  if (type !== StrType && type !== ListType && type !== TupleType) return undefined;
  const [first, last] = step < 0 ? [MAX, -MAX] : [0, MAX];
  const length = type === StrType ? strLength(container as PyStr) : (container as PyList | PyTuple).value.length;
  const range = fitSlice(
    { start: typeof start === "number" ? start : first, stop: typeof stop === "number" ? stop : last, step },
    length,
  );
  if (type === StrType) return stridedStr(container as PyStr, range);
  if (type === TupleType && range.step === 1 && range.count === length) return newRef(container);
  const items = shareSlice((container as PyList | PyTuple).value, range.start, range.step, range.count);
  return type === ListType ? newList(items) : newTuple(items);
}
