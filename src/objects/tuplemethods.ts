// What tuples can do: slots and methods. Here too is what tuples, lists and slices share: the
// lexicographic comparison, and the hash of an array of items.

import { allocGC, reserve } from "../heap/heap.ts";
import type { PyObject } from "../heap/object.ts";
import { drop, newRef, type Owned, type OwnedValue, type Refs, share, type Value } from "../heap/refs.ts";
import { EQ, NE } from "../heap/type.ts";
import { def } from "../native/signature.ts";
import { classGetItem } from "./classgetitem.ts";
import { extendType } from "./define.ts";
import { indexError, memoryError, typeError, valueError } from "./errors.ts";
import { asInstanceOf } from "./instance.ts";
import { newInt } from "./int.ts";
import { elementEquals, quickEqual, tupleFrom } from "./iteration.ts";
import { newTupleIterator } from "./iterators.ts";
import { hashHigh, hashToInt, hashTuple } from "./numeric/hash.ts";
import { compare, compareNumbers, equal, hashOf, repr, takeText, typeName } from "./protocol.ts";
import { guardedRepr } from "./reprguard.ts";
import { newBool, notImplemented } from "./singletons.ts";
import { isSlice, sliceArgument, sliceIndices, subscript } from "./slice.ts";
import { newStr } from "./str.ts";
import { EMPTY_TUPLE, isExactTuple, isTuple, newTuple, type PyTuple, shareRange, TupleType, tupleOf } from "./tuple.ts";

// ---- what lists share ----

/** Are the elements at one position of two arrays the same or equal? */
function elementsEqual(a: Refs, b: Refs, i: number): boolean {
  const quick = quickEqual(a[i], b[i]);
  if (quick !== undefined) return quick;
  const x = share(a, i);
  const y = share(b, i);
  try {
    return equal(x, y);
  } finally {
    drop(x);
    drop(y);
  }
}

/** Compares two arrays of items in order; the first that differ decide. `==` may change a list's length meanwhile. */
export function compareItems(a: PyObject<Refs>, b: PyObject<Refs>, op: number): OwnedValue {
  let i = 0;
  while (i < a.value.length && i < b.value.length && elementsEqual(a.value, b.value, i)) i++;
  const [n, m] = [a.value.length, b.value.length];
  if (i >= n || i >= m) return newBool(compareNumbers(n, m, op));
  if (op === EQ || op === NE) return newBool(op === NE);
  const x = share(a.value, i);
  const y = share(b.value, i);
  try {
    return compare(x, y, op);
  } finally {
    drop(x);
    drop(y);
  }
}

const TWO32 = 2 ** 32;

/** The hash of a tuple with these items. */
export function hashItems(items: ArrayLike<Value>): number | bigint {
  const highs: number[] = [];
  const lows: number[] = [];
  for (let i = 0; i < items.length; i++) {
    const hash = hashOf(items[i]);
    if (typeof hash === "number") {
      highs.push(Math.floor(hash / TWO32) | 0);
      lows.push(hash | 0);
    } else {
      highs.push(Number(BigInt.asIntN(32, hash >> 32n)));
      lows.push(Number(BigInt.asIntN(32, hash)));
    }
  }
  const low = hashTuple(highs, lows);
  return hashToInt(hashHigh, low);
}

/** The reprs of items, with commas. A list may change under it. */
export function joinReprs(container: PyObject<Refs>): string {
  const parts: string[] = [];
  for (let i = 0; i < container.value.length; i++) {
    const item = container.value[i];
    if (typeof item === "number") parts.push(takeText(repr(item)));
    else {
      const held = newRef(item);
      try {
        parts.push(takeText(repr(held)));
      } finally {
        drop(held);
      }
    }
  }
  return parts.join(", ");
}

/** New references to the items that a slice names. */
export function shareSlice(items: Refs, start: number, step: number, count: number): Refs {
  if (step === 1) return shareRange(items, start, start + count);
  reserve(8 * count);
  const out: Value[] = [];
  for (let i = 0, at = start; i < count; i++, at += step) out.push(share(items, at));
  return out as Value[] as unknown as Refs;
}

/** New references to items, `count` times over. */
export function shareRepeated(items: Refs, count: number): Refs {
  const n = items.length;
  const out: Value[] = [];
  if (n * count * 8 >= 2 ** 63) throw memoryError();
  reserve(8 * n * count);
  for (let k = 0; k < count; k++) for (let i = 0; i < n; i++) out.push(share(items, i));
  return out as Value[] as unknown as Refs;
}

/** The position of a value between two bounds, which count as in a slice; -1 when it is not there. */
export function findItem(container: PyObject<Refs>, value: Value, start: Value, stop: Value): number {
  let [from, to] = [sliceArgument(start), sliceArgument(stop)];
  if (from < 0) from = Math.max(0, from + container.value.length);
  if (to < 0) to = Math.max(0, to + container.value.length);
  for (let i = from; i < to && i < container.value.length; i++) if (elementEquals(container.value, i, value)) return i;
  return -1;
}

/** How many items are the same as a value or equal to it. */
export function countItems(container: PyObject<Refs>, value: Value): number {
  let n = 0;
  for (let i = 0; i < container.value.length; i++) if (elementEquals(container.value, i, value)) n++;
  return n;
}

export function hasItem(container: PyObject<Refs>, value: Value): boolean {
  for (let i = 0; i < container.value.length; i++) if (elementEquals(container.value, i, value)) return true;
  return false;
}

// ---- tuple ----

function newByArguments(type: typeof TupleType, args: Value[], kwnames: readonly unknown[] | null): OwnedValue {
  const keywords = kwnames?.length ?? 0;
  if (keywords > 0 && (type === TupleType || type.value.slots.init === TupleType.value.slots.init)) {
    throw typeError("tuple() takes no keyword arguments");
  }
  const n = args.length - keywords;
  if (n > 1) throw typeError(`tuple expected at most 1 argument, got ${n}`);
  const tuple = n === 0 ? newRef(EMPTY_TUPLE) : tupleFrom(args[0]);
  if (type === TupleType) return tuple;
  try {
    return asInstanceOf(unsharedTuple(shareRange(tuple.value, 0, tuple.value.length)), type);
  } finally {
    drop(tuple);
  }
}

/** A tuple that is nobody else's, also when it is empty. */
const unsharedTuple = (items: Refs): Owned<PyTuple> => allocGC(TupleType, items, null, 40 + 8 * items.length, 0);

function concatenated(tuple: PyTuple, other: Value): OwnedValue {
  if (!isTuple(other)) throw typeError(`can only concatenate tuple (not "${typeName(other)}") to tuple`);
  if (tuple.value.length === 0 && isExactTuple(other)) return newRef(other);
  if (other.value.length === 0 && isExactTuple(tuple)) return newRef(tuple);
  reserve(8 * (tuple.value.length + other.value.length));
  const items = shareRange(tuple.value, 0, tuple.value.length);
  for (let i = 0; i < other.value.length; i++) items.push(share(other.value, i));
  return newTuple(items);
}

function repeated(tuple: PyTuple, count: number): OwnedValue {
  if ((count === 1 || tuple.value.length === 0) && isExactTuple(tuple)) return newRef(tuple);
  return newTuple(shareRepeated(tuple.value, Math.max(0, count)));
}

function itemOrSlice(tuple: PyTuple, key: Value): OwnedValue {
  const items = tuple.value;
  if (isSlice(key)) {
    const { start, step, count } = sliceIndices(key, items.length);
    if (start === 0 && step === 1 && count === items.length && isExactTuple(tuple)) return newRef(tuple);
    return newTuple(shareSlice(items, start, step, count));
  }
  let i = subscript(key, "tuple");
  if (i < 0) i += items.length;
  if (i < 0 || i >= items.length) throw indexError("tuple index out of range");
  return share(items, i);
}

extendType<PyTuple>(TupleType, {
  doc: "An immutable sequence.\n\nWithout an argument it is empty; else it has the items of the iterable.\nOf a tuple it is the tuple itself.",
  textSignature: "(iterable=(), /)",
  slots: {
    new: newByArguments,
    repr(tuple) {
      if (tuple.value.length === 0) return newStr("()");
      const comma = tuple.value.length === 1 ? "," : "";
      return newStr(guardedRepr(tuple, "(...)", () => `(${joinReprs(tuple)}${comma})`));
    },
    hash: (tuple) => hashItems(tuple.value),
    compare: (tuple, other, op) => (isTuple(other) ? compareItems(tuple, other, op) : notImplemented()),
    iter: newTupleIterator,
    len: (tuple) => tuple.value.length,
    getitem: (tuple, key) => itemOrSlice(tuple as PyTuple, key),
    item: (tuple, i) => (i >= 0 && i < tuple.value.length ? share(tuple.value, i) : undefined),
    contains: hasItem,
    concat: concatenated,
    repeat: repeated,
  },
  methods: [
    def("__getnewargs__($self, /)", "The arguments that make the tuple again.", (tuple: PyTuple) =>
      tupleOf(tuple.type === TupleType ? newRef(tuple) : newTuple(shareRange(tuple.value, 0, tuple.value.length))),
    ),
    def(
      "index($self, value, start=0, stop=9223372036854775807, /)",
      "The position of the first item that equals the value. Raises ValueError when there is none.",
      (tuple: PyTuple, value, start, stop) => {
        const i = findItem(tuple, value, start, stop);
        if (i < 0) throw valueError("tuple.index(x): x not in tuple");
        return newInt(i);
      },
    ),
    def("count($self, value, /)", "How many items equal the value.", (tuple: PyTuple, value) =>
      newInt(countItems(tuple, value)),
    ),
    classGetItem,
  ],
});
