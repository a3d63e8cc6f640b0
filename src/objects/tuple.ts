// tuple: an immutable array that owns one reference to each of its items. There is one empty
// tuple. Methods are in tuplemethods.ts.
import { deallocItems } from "../heap/dealloc.ts";
import { allocGC, FREE_LIST_TUPLE, reserve } from "../heap/heap.ts";
import type { PyObject } from "../heap/object.ts";
import {
  drop,
  isDying,
  newRef,
  newRefs,
  type Owned,
  type OwnedValue,
  type Refs,
  reserveFor,
  shareSlots,
  type Value,
} from "../heap/refs.ts";
import { BASETYPE, HAVE_GC, SEQUENCE, TUPLE_SUBCLASS } from "../heap/type.ts";
import { defineType } from "./define.ts";

export type PyTuple = PyObject<Refs>;

export const TupleType = defineType<PyTuple>({
  name: "tuple",
  flags: HAVE_GC | BASETYPE | TUPLE_SUBCLASS | SEQUENCE,
  basicSize: 24,
  itemSize: 8,
  freeList: FREE_LIST_TUPLE,
  sizeof: (tuple) => 24 + 8 * tuple.value.length,
  dealloc(tuple) {
    const items = tuple.value;
    deallocItems(tuple, items, 40 + 8 * items.length, freeListOf(items.length));
  },

  traverse(tuple, visit) {
    const items = tuple.value;
    for (let i = items.length - 1; i >= 0; i--) {
      const item = items[i];
      if (typeof item !== "number") visit(item);
    }
  },

  // Only a dying tuple is cleared, never one of a cycle, as in CPython: the items go last to first.
  clear(tuple) {
    if (!isDying(tuple)) return;
    const items = tuple.value;
    for (let i = items.length - 1; i >= 0; i--) drop(items[i] as OwnedValue);
  },
});

export const isTuple = (o: Value): o is PyTuple => typeof o !== "number" && (o.type.value.flags & TUPLE_SUBCLASS) !== 0;
export const isExactTuple = (o: Value): o is PyTuple => typeof o !== "number" && o.type === TupleType;

export const EMPTY_TUPLE: PyTuple = allocGC(TupleType, newRefs(), null, 40, 0, false);

/** Steals every reference in `items`. */
export function newTuple(items: Refs): Owned<PyTuple> {
  const n = items.length;
  if (n === 0) return newRef(EMPTY_TUPLE);
  reserveFor(40 + 8 * n, items);
  return allocGC(TupleType, items, null, 40 + 8 * n, freeListOf(n));
}

const freeListOf = (n: number): number => (n <= 20 ? FREE_LIST_TUPLE + n : 0);

/** A tuple of these references, which it steals. */
export const tupleOf = (...items: OwnedValue[]): Owned<PyTuple> => newTuple(items as Refs);

/** New references to some elements of an array of owned ones. */
export function shareRange(slots: readonly Value[], from: number, to: number): Refs {
  reserve(8 * Math.max(0, to - from));
  return shareSlots(slots, from, Math.max(from, to));
}
