// Iteration as the rest of the interpreter uses it. Exact lists, tuples and ranges are walked
// without an iterator object where nobody could see one. An item that is handed out is a new
// reference; the end is `undefined`, never a thrown StopIteration.
import { allocGC, countMomentary, FREE_LIST_TUPLE, heap, reserve } from "../heap/heap.ts";
import type { PyObject } from "../heap/object.ts";
import {
  drop,
  dropAll,
  moved,
  newRef,
  newRefs,
  type Owned,
  type OwnedValue,
  type Refs,
  share,
  type Value,
} from "../heap/refs.ts";
import { HEAPTYPE, MAPPING } from "../heap/type.ts";
import { refuel } from "../heap/work.ts";
import { callBound } from "./call.ts";
import { caught, overflowError, type PyError, typeError, valueError } from "./errors.ts";
import { setTupleMaker } from "./exceptions.ts";
import { FloatType } from "./float.ts";
import { IntType, intValue } from "./int.ts";
import { newSequenceIterator } from "./iterators.ts";
import { isExactList, listFrom } from "./list.ts";
import { lookup, typeOf } from "./lookup.ts";
import { asObject, equal, isError, slotsOf, typeName, unlessRaises } from "./protocol.ts";
import { isExactRange, rangeItem, rangeLength } from "./range.ts";
import { recursion, tooDeep } from "./recursion.ts";
import { None, NotImplemented } from "./singletons.ts";
import { ssize } from "./slice.ts";
import { intern, type PyStr, StrType, strEqual } from "./str.ts";
import { isExactTuple, newTuple, type PyTuple, shareRange, TupleType } from "./tuple.ts";

// ---- iterators ----

/** Can it be iterated by `__getitem__` alone? Builtins say so with the `item` slot, classes with the method. */
export function isSequence(value: Value): boolean {
  if (typeof value === "number") return false;
  const { flags, slots } = value.type.value;
  if ((flags & MAPPING) !== 0) return slots.item !== null;
  return slots.item !== null || ((flags & HEAPTYPE) !== 0 && slots.getitem !== null);
}

const ITER = intern("__iter__");
const CONTAINS = intern("__contains__");

/** Has a class said `name = None`, to refuse what its bases can do? */
const refuses = (value: PyObject, name: PyStr): boolean =>
  (value.type.value.flags & HEAPTYPE) !== 0 && lookup(value.type, name) === None;

/** `iter(value)`. */
export function getIter(value: Value): Owned {
  const slot = slotsOf(value).iter;
  if (slot === null) {
    if (isSequence(value)) return newSequenceIterator(asObject(value));
    throw notIterable(value);
  }
  if (refuses(value as PyObject, ITER)) throw notIterable(value);
  const it = slot(asObject(value));
  if (isIterator(it)) return it;
  const name = typeName(it);
  drop(it);
  throw typeError(`iter() returned non-iterator of type '${name}'`);
}

const notIterable = (value: Value): PyError => typeError(`'${typeName(value)}' object is not iterable`);

export const isIterator = (value: Value): boolean => typeof value !== "number" && value.type.value.slots.next !== null;

/** The next item; undefined when there is none. An iterator in Python says so by StopIteration. */
export function next(it: Value): OwnedValue | undefined {
  const { plainNext } = typeOf(it).value;
  if (plainNext !== null) {
    if (--heap.fuel < 0) refuel();
    return plainNext(it as PyObject);
  }
  const { depth } = recursion;
  try {
    return nextOrStop(it);
  } catch (e) {
    recursion.depth = depth;
    const error = caught(e);
    if (!isError(error, "StopIteration")) throw e;
    drop(moved(error) as Owned);
    return undefined;
  }
}

/** As `next`, but passes a StopIteration on, for whoever wants its value. */
export function nextOrStop(it: Value): OwnedValue | undefined {
  const { plainNext, slots } = typeOf(it).value;
  if (plainNext !== null) {
    if (--heap.fuel < 0) refuel();
    return plainNext(it as PyObject);
  }
  const slot = slots.next;
  if (slot === null) throw typeError(`'${typeName(it)}' object is not an iterator`);
  if (--heap.fuel < 0) refuel();
  if (++recursion.depth > recursion.limit) throw tooDeep("");
  const item = slot(asObject(it));
  recursion.depth--;
  return item;
}

/** How many items an iterable expects to give; `unknown` when it does not say. */
export function lengthHint(value: Value, unknown: number): number {
  const { len } = slotsOf(value);
  if (len !== null) {
    const n = unlessRaises("TypeError", () => len(asObject(value)));
    if (n !== undefined) return n;
  }
  const answer = unlessRaises("TypeError", () => callBound(value, "__length_hint__") ?? newRef(NotImplemented));
  if (answer === undefined) return unknown;
  try {
    if (answer === NotImplemented) return unknown;
    if (intValue(answer) === undefined) throw typeError(`__length_hint__ must be an integer, not ${typeName(answer)}`);
    const n = ssize(answer);
    if (n < 0) throw valueError("__length_hint__() should return >= 0");
    return n;
  } finally {
    drop(answer);
  }
}

// ---- walks ----

/** Calls `each` with every item, which it takes over, until it answers true. */
export function iterate(value: Value, each: (item: OwnedValue) => unknown): void {
  if (isExactList(value) || isExactTuple(value)) {
    walkItems(value as PyObject<Refs>, each);
    return;
  }
  const it = getIter(value);
  try {
    for (let item = next(it); item !== undefined; item = next(it)) if (each(item) === true) return;
  } finally {
    drop(it);
  }
}

/** The list may change under the walk, and may be let go of by everybody else. */
function walkItems(container: PyObject<Refs>, each: (item: OwnedValue) => unknown): void {
  newRef(container);
  countMomentary();
  try {
    for (let i = 0; i < container.value.length; i++) {
      if (--heap.fuel < 0) refuel();
      if (each(share(container.value, i)) === true) return;
    }
  } finally {
    drop(moved(container));
  }
}

/** All items, as new references. */
export function listItems(value: Value): Refs {
  if (isExactList(value) || isExactTuple(value)) return shareRange(value.value, 0, value.value.length);
  const items = newRefs();
  if (isExactRange(value)) {
    const n = rangeLength(value);
    if (typeof n !== "number") throw overflowError("Python int too large to convert to C ssize_t");
    reserve(8 * n);
    for (let i = 0; i < n; i++) items.push(rangeItem(value, i));
    return items;
  }
  try {
    iterate(value, (item) => {
      items.push(item);
      payForGrowth(items.length);
    });
  } catch (e) {
    dropAll(items);
    throw e;
  }
  return items;
}

/** An array that grows step by step asks for its room each time it has doubled. */
function payForGrowth(length: number): void {
  if ((length & (length - 1)) === 0) reserve(16 * length);
}

/** `tuple(value)`: an exact tuple is itself. */
export function tupleFrom(value: Value): Owned<PyTuple> {
  if (isExactTuple(value)) return newRef(value);
  if (isExactList(value)) return newTuple(shareRange(value.value, 0, value.value.length));
  const it = getIter(value);
  const items = newRefs();
  try {
    const hint = lengthHint(value, 10);
    reserve(8 * hint);
    for (let item = next(it); item !== undefined; item = next(it)) {
      items.push(item);
      payForGrowth(items.length);
    }
    return tupleOfHinted(items, hint);
  } catch (e) {
    dropAll(items);
    throw e;
  } finally {
    drop(it);
  }
}

/** CPython allocates such a tuple by the hint, and cuts or grows it afterwards: the hint says which free list it comes from. */
function tupleOfHinted(items: Refs, hint: number): Owned<PyTuple> {
  if (items.length === 0) return newTuple(items);
  return allocGC(TupleType, items, null, 40 + 8 * items.length, hint > 0 && hint <= 20 ? FREE_LIST_TUPLE + hint : 0);
}

// ---- membership ----

/** What can be said of equality without running code or making a reference; undefined when that is nothing. */
export function quickEqual(a: Value, b: Value): boolean | undefined {
  if (a === b) return true;
  const x = plainNumber(a);
  if (x !== undefined) {
    const y = plainNumber(b);
    if (y !== undefined) return typeof x === typeof y ? x === y : undefined;
    return (b as PyObject).type === StrType ? false : undefined;
  }
  const object = a as PyObject;
  if (object.type !== StrType) return undefined;
  if (typeof b === "number") return false;
  return b.type === StrType ? strEqual(object as PyStr, b as PyStr) : undefined;
}

/** The number of an exact int or float. */
function plainNumber(value: Value): number | bigint | undefined {
  if (typeof value === "number") return value;
  return value.type === IntType || value.type === FloatType ? (value.value as number | bigint) : undefined;
}

/** Are an element and a value the same or equal? Holds the element while `==` may run Python code. */
export function elementEquals(slots: ArrayLike<Value>, i: number, value: Value): boolean {
  const quick = quickEqual(slots[i], value);
  if (quick !== undefined) return quick;
  const held = share(slots, i);
  try {
    return equal(held, value);
  } finally {
    drop(held);
  }
}

/** `item in container`. */
export function contains(container: Value, item: Value): boolean {
  const slot = slotsOf(container).contains;
  if (slot === null) return containsByIteration(container, item);
  if (refuses(container as PyObject, CONTAINS)) throw typeError(`'${typeName(container)}' object is not a container`);
  return slot(asObject(container), item);
}

/** `item in container` by iteration. */
export function containsByIteration(container: Value, item: Value): boolean {
  let found = false;
  search(container, item, () => {
    found = true;
    return true;
  });
  return found;
}

/** Calls `each` with the position of every element that equals the item, until it answers true. */
function search(container: Value, item: Value, each: (position: number) => boolean): void {
  const it = searchIter(container);
  try {
    let i = 0;
    for (let element = next(it); element !== undefined; element = next(it), i++) {
      let same: boolean;
      try {
        same = equal(element, item);
      } finally {
        drop(element);
      }
      if (same && each(i)) return;
    }
  } finally {
    drop(it);
  }
}

function searchIter(container: Value): Owned {
  try {
    return getIter(container);
  } catch (e) {
    if (!isError(caught(e), "TypeError")) throw e;
    drop(moved(caught(e)));
    throw typeError(`argument of type '${typeName(container)}' is not iterable`);
  }
}

/** How many elements equal an item, found by iteration. */
export function countIn(container: Value, item: Value): number {
  let n = 0;
  search(container, item, () => {
    n++;
    return false;
  });
  return n;
}

/** The position of the first element that equals an item, found by iteration. Raises ValueError when there is none. */
export function indexIn(container: Value, item: Value): number {
  let at = -1;
  search(container, item, (i) => {
    at = i;
    return true;
  });
  if (at < 0) throw valueError("sequence.index(x): x not in sequence");
  return at;
}

// ---- unpacking ----

/** What a value is unpacked through; the error says that it cannot be. */
function unpackIter(value: Value): Owned {
  if (slotsOf(value).iter === null && !isSequence(value))
    throw typeError(`cannot unpack non-iterable ${typeName(value)} object`);
  return getIter(value);
}

const notEnough = (expected: number, got: number, atLeast: boolean): PyError =>
  valueError(`not enough values to unpack (expected ${atLeast ? "at least " : ""}${expected}, got ${got})`);
const tooMany = (expected: number): PyError => valueError(`too many values to unpack (expected ${expected})`);

/** Exactly `n` items, first to last, as new references. */
export function unpackExact(value: Value, n: number): Refs {
  if (isExactTuple(value) || isExactList(value)) {
    const items = value.value;
    if (items.length < n) throw notEnough(n, items.length, false);
    if (items.length > n) throw tooMany(n);
    return shareRange(items, 0, n);
  }
  const it = unpackIter(value);
  const items = newRefs();
  try {
    takeItems(it, items, n, n, false);
    const extra = next(it);
    if (extra === undefined) return items;
    drop(extra);
    throw tooMany(n);
  } catch (e) {
    dropAll(items);
    throw e;
  } finally {
    drop(it);
  }
}

function takeItems(it: Owned, items: Refs, n: number, expected: number, atLeast: boolean): void {
  while (items.length < n) {
    const item = next(it);
    if (item === undefined) throw notEnough(expected, items.length, atLeast);
    items.push(item);
  }
}

/** `before` items, a list of those in the middle, `after` items, first to last, as new references. */
export function unpackStar(value: Value, before: number, after: number): Refs {
  const it = unpackIter(value);
  const items = newRefs();
  try {
    takeItems(it, items, before, before + after, true);
    const middle = listFrom(it);
    items.push(middle);
    const n = middle.value.length;
    if (n < after) throw notEnough(before + after, before + n, true);
    for (const item of middle.value.splice(n - after, after)) items.push(item);
    return items;
  } catch (e) {
    dropAll(items);
    throw e;
  } finally {
    drop(it);
  }
}

setTupleMaker(tupleFrom);
