// set and frozenset: the types, their factories, and the operations that the rest of the
// interpreter uses. The table is settable.ts, what sets do with each other is setoperations.ts,
// the methods and the iterator are setmethods.ts.

import { allocGC, FREE_LIST_NONE } from "../heap/heap.ts";
import type { PyObject, PyType } from "../heap/object.ts";
import { drop, keep, type Owned, type OwnedValue, type Refs, share, type Value } from "../heap/refs.ts";
import { BASETYPE, HAS_WEAKREFS, HAVE_GC, type Visit } from "../heap/type.ts";
import { charge } from "../heap/work.ts";
import { defineType } from "./define.ts";
import { isExactDict, type PyDict } from "./dict.ts";
import { caught } from "./errors.ts";
import { asInstanceOf } from "./instance.ts";
import { iterate } from "./iteration.ts";
import { isSubtype } from "./lookup.ts";
import { isError } from "./protocol.ts";
import { keyHash, keyHigh, SetTable } from "./settable.ts";

export type PySet = PyObject<SetTable>;

const SET_SIZE = 200;

/** What the two types have in common. */
const common = {
  flags: HAVE_GC | BASETYPE | HAS_WEAKREFS,
  basicSize: SET_SIZE,
  sizeof: (set: PySet): number => SET_SIZE + set.value.byteSize(),
  traverse(set: PySet, visit: Visit) {
    for (const key of set.value.keys) if (key !== undefined && key !== null && typeof key !== "number") visit(key);
  },
  // The table is empty before anything is dropped: a __del__ may look at it, or fill it again.
  clear: (set: PySet) => dropKeys(set.value.takeAll(true)),
};

export const SetType: PyType = defineType<PySet>({
  ...common,
  name: "set",
  doc: "A collection of different, hashable objects.",
});
export const FrozenSetType: PyType = defineType<PySet>({
  ...common,
  name: "frozenset",
  doc: "A set that cannot be changed, and is hashable itself.",
});

const isA = (o: Value, type: PyType): o is PySet =>
  typeof o !== "number" && (o.type === type || isSubtype(o.type, type));
export const isSet = (o: Value): o is PySet => isA(o, SetType);
export const isFrozenSet = (o: Value): o is PySet => isA(o, FrozenSetType);
export const isAnySet = (o: Value): o is PySet => isExactAnySet(o) || isSet(o) || isFrozenSet(o);
export const isExactAnySet = (o: Value): o is PySet =>
  typeof o !== "number" && (o.type === SetType || o.type === FrozenSetType);

function dropKeys(keys: readonly (Value | null | undefined)[]): void {
  for (const key of keys) if (key !== undefined && key !== null) drop(key as OwnedValue);
}

/** An empty set of one of the two types. */
const newOf = (builtin: PyType): Owned<PySet> =>
  allocGC(builtin, new SetTable(), null, SET_SIZE + 16, FREE_LIST_NONE) as Owned<PySet>;
export const newSet = (): Owned<PySet> => newOf(SetType);
/** A frozenset of these keys, which it steals. */
export function newFrozenSet(items: Refs): Owned<PySet> {
  const set = newOf(FrozenSetType);
  for (const item of items) setAdd(set, item as OwnedValue);
  return set;
}

/**
 * A frozenset as CPython's compiler leaves a constant: built from the keys, and once more in the order that this gives.
 * Steals the keys.
 */
export function constantFrozenSet(items: Refs): Owned<PySet> {
  const first = newFrozenSet(items);
  const keys = setItems(first) as Value[] as unknown as Refs;
  drop(first);
  return newFrozenSet(keys);
}

/** The builtin type, set or frozenset, that a type is or is built on. */
export const baseOf = (type: PyType): PyType => (isSubtype(type, FrozenSetType) ? FrozenSetType : SetType);

/** A new instance of a type of sets, filled from an iterable. */
export function newSetOf(type: PyType, iterable: Value | undefined): Owned<PySet> {
  const set = asInstanceOf(newOf(baseOf(type)), type);
  try {
    if (iterable !== undefined) setUpdate(set, iterable);
  } catch (e) {
    drop(set);
    throw e;
  }
  return set;
}
/** `set(iterable)`. */
export const setFrom = (iterable: Value): Owned<PySet> => newSetOf(SetType, iterable);
/** `frozenset(iterable)`, always a new one. */
export const frozenSetFrom = (iterable: Value): Owned<PySet> => newSetOf(FrozenSetType, iterable);

export const setLength = (set: PySet): number => set.value.used;

/** Adds a key; false when it is there already. Steals the key. */
export function setAdd(set: PySet, key: OwnedValue): boolean {
  let low: number;
  try {
    low = keyHash(key);
  } catch (e) {
    drop(key);
    throw e;
  }
  return set.value.add(key, low, keyHigh);
}

/** As `setAdd` with a borrowed key: `__hash__` does not see the reference that the set takes. */
export function setAddBorrowed(set: PySet, key: Value): boolean {
  const low = keyHash(key);
  return set.value.add(keep(key), low, keyHigh);
}

/** The place of a key; negative when it is not there. A set, which has no hash, is looked up as a frozenset would be. */
export function setFind(set: PySet, key: Value): number {
  let low: number;
  try {
    low = keyHash(key);
  } catch (e) {
    if (!isSet(key) || !isError(caught(e), "TypeError")) throw e;
    drop(caught(e) as Owned);
    return findFrozen(set, key);
  }
  return set.value.find(key, low, keyHigh);
}

function findFrozen(set: PySet, key: PySet): number {
  const frozen = frozenSetFrom(key);
  try {
    const low = keyHash(frozen);
    return set.value.find(frozen, low, keyHigh);
  } finally {
    drop(frozen);
  }
}

/** `key in set`. */
export const setContains = (set: PySet, key: Value): boolean => setFind(set, key) >= 0;

/** Discards a key; false when it is not there. */
export function setDiscard(set: PySet, key: Value): boolean {
  const at = setFind(set, key);
  if (at < 0) return false;
  drop(set.value.takeAt(at));
  return true;
}

/** `set.update(iterable)`. */
export function setUpdate(set: PySet, iterable: Value): void {
  if (isAnySet(iterable)) {
    charge(4 * iterable.value.used);
    set.value.merge(iterable.value);
  } else if (isExactDict(iterable)) addKeys(set, iterable);
  else {
    iterate(iterable, (item) => {
      setAdd(set, item);
    });
  }
}

/** The hash of a dict's key is kept with it only in part, so it is asked for again: that of a str is known. */
function addKeys(set: PySet, dict: PyDict): void {
  const { value: table } = set;
  const from = dict.value;
  if ((table.fill + from.size) * 5 >= table.mask * 3) table.rebuild((table.used + from.size) * 2);
  for (let at = from.next(0); at >= 0; at = from.next(at + 1)) setAdd(set, share(from.keySlots, at));
}

/** `set.clear()`. */
export const setClear = (set: PySet): void => dropKeys(set.value.takeAll(false));

/** The keys as an array of new references, in the set's order. */
export function setItems(set: PySet): OwnedValue[] {
  const items: OwnedValue[] = [];
  for (let at = set.value.next(0); at >= 0; at = set.value.next(at + 1)) items.push(set.value.shareKey(at));
  return items;
}
