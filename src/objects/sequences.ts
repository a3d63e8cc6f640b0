// What lists, tuples and slices share, as containers whose payload is an array of references: the
// lexicographic comparison, the hash, search, reprs, slices and repetitions. Comparing and showing
// may run Python code that changes a list: lengths are read again, and items are held.
import { heap, reserve } from "../heap/heap.ts";
import type { PyObject } from "../heap/object.ts";
import {
  drop,
  newRefs,
  newRefTimes,
  type OwnedValue,
  type Refs,
  roomFor,
  share,
  shareSlots,
  type Value,
} from "../heap/refs.ts";
import { EQ, NE } from "../heap/type.ts";
import { charge, refuel } from "../heap/work.ts";
import { Native } from "../native/signature.ts";
import { memoryError } from "./errors.ts";
import { elementEquals, quickEqual } from "./iteration.ts";
import { borrow } from "./lookup.ts";
import { hashHigh, hashToInt, hashTuple } from "./numeric/hash.ts";
import { compare, compareNumbers, equal, hashOf, repr, takeText } from "./protocol.ts";
import { newBool } from "./singletons.ts";
import { sliceArgument } from "./slice.ts";
import { payText } from "./text/search.ts";
import { isTuple, shareRange } from "./tuple.ts";

/** Are the elements at one position of two arrays the same or equal? Those of tuples, which are fixed, need not be held. */
function elementsEqual(a: Refs, b: Refs, i: number, fixed: boolean): boolean {
  if (--heap.fuel < 0) refuel();
  const quick = quickEqual(a[i], b[i]);
  if (quick !== undefined) return quick;
  if (fixed) return equal(borrow(a, i), borrow(b, i));
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
  const fixed = isTuple(a) && isTuple(b);
  while (i < a.value.length && i < b.value.length && elementsEqual(a.value, b.value, i, fixed)) i++;
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
  charge(items.length);
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
  let length = 0;
  for (let i = 0; i < container.value.length; i++) {
    const text = takeText(repr(container.value[i]));
    length += text.length + 2;
    payText(length);
    parts.push(text);
  }
  return parts.join(", ");
}

/** New references to the items that a slice names. */
export function shareSlice(items: Refs, start: number, step: number, count: number): Refs {
  if (step === 1) return shareRange(items, start, start + count);
  reserve(8 * count);
  const out = roomFor(count);
  let i = 0;
  try {
    for (let at = start; i < count; i++, at += step) {
      const item = items[at] as Value;
      if (typeof item !== "number") {
        item.refcnt++;
        out[i] = item;
      } else out[i] = share(items, at);
    }
  } catch (e) {
    while (--i >= 0) drop(out[i] as OwnedValue);
    throw e;
  }
  return out as unknown as Refs;
}

/** New references to items, `count` times over. */
export function shareRepeated(items: Refs, count: number): Refs {
  const n = items.length;
  if (n === 0 || count === 0) return newRefs();
  if (n * count * 8 >= 2 ** 63) throw memoryError();
  reserve(8 * n * count);
  const once = shareSlots(items, 0, n) as unknown as Value[];
  for (const item of once) newRefTimes(item, count - 1);
  const out = roomFor(n * count);
  for (let i = 0; i < n * count; i += n) for (let k = 0; k < n; k++) out[i + k] = once[k];
  return out as unknown as Refs;
}

/** The position of a value between two bounds, which count as in a slice; -1 when it is not there. */
export function findItem(container: PyObject<Refs>, value: Value, start: Value = 0, stop: Value = 2 ** 53): number {
  let [from, to] = [sliceArgument(start), sliceArgument(stop)];
  if (from < 0) from = Math.max(0, from + container.value.length);
  if (to < 0) to = Math.max(0, to + container.value.length);
  for (let i = from; i < to && i < container.value.length; i++) if (isItem(container, i, value)) return i;
  return -1;
}

/** Is the item at a position the same as a value or equal to it? A list's is held, for `==` may change the list. */
function isItem(container: PyObject<Refs>, i: number, value: Value): boolean {
  if (--heap.fuel < 0) refuel();
  const items = container.value;
  if (!isTuple(container)) return elementEquals(items, i, value);
  return quickEqual(items[i], value) ?? equal(borrow(items, i), value);
}

/** How many items are the same as a value or equal to it. */
export function countItems(container: PyObject<Refs>, value: Value): number {
  let n = 0;
  for (let i = 0; i < container.value.length; i++) if (isItem(container, i, value)) n++;
  return n;
}

export function hasItem(container: PyObject<Refs>, value: Value): boolean {
  for (let i = 0; i < container.value.length; i++) if (isItem(container, i, value)) return true;
  return false;
}

/**
 * The same method with this `__text_signature__`. Its optional parameters are declared NULL, so that
 * the interpreter calls the body without binding, and the body says the defaults.
 */
export const told = (native: Native, text: string): Native =>
  new Native(native.name, native.doc, native.kind, text, [...native.params], native.result, native.impl);

export const INDEX_SIGNATURE = "($self, value, start=0, stop=sys.maxsize, /)";
