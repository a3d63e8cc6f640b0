// dict: the type, its factories, and the operations that the rest of the interpreter uses.
// The table is dicttable.ts, the methods are dictmethods.ts, the views dictviews.ts.
// A dict is untracked until something that may be part of a cycle is put in.
import { deallocEntries, deallocObject } from "../heap/dealloc.ts";
import { allocGC, beyondLimit, FREE_LIST_DICT, FREE_LIST_NONE, resize, track } from "../heap/heap.ts";
import { isTracked, type PyObject } from "../heap/object.ts";
import {
  drop,
  isDying,
  newRef,
  type Owned,
  type OwnedValue,
  replace,
  reserveFor,
  share,
  type Value,
} from "../heap/refs.ts";
import { BASETYPE, DICT_SUBCLASS, HAVE_GC, MAPPING, TUPLE_SUBCLASS } from "../heap/type.ts";
import { defineType } from "./define.ts";
import { DictTable, hash32 } from "./dicttable.ts";
import { isExactStr, type PyStr, strHash32 } from "./str.ts";

export type PyDict = PyObject<DictTable>;

export const DictType = defineType<PyDict>({
  name: "dict",
  flags: HAVE_GC | BASETYPE | DICT_SUBCLASS | MAPPING,
  basicSize: 48,
  freeList: FREE_LIST_DICT,
  sizeof: (dict) => 48 + dict.value.byteSize(),
  dealloc(dict) {
    const table = dict.value;
    if (table.shared !== null) deallocObject(dict);
    else deallocEntries(dict, table.keys, table.values, 64 + table.byteSize(), FREE_LIST_DICT);
  },

  traverse(dict, visit) {
    const { keys, values } = dict.value;
    for (let i = 0; i < keys.length; i++) {
      const key = keys[i];
      if (key === null) continue;
      if (typeof key !== "number") visit(key);
      const value = values[i] as Value;
      if (typeof value !== "number") visit(value);
    }
  },

  // The table is empty before anything is dropped: a __del__ may look at it, or fill it again.
  clear(dict) {
    if (!isDying(dict)) dropEntries(dict.value.takeAll(true));
    else {
      dict.value.shared = null;
      dropEntries(dict.value);
    }
  },
});

export const isDict = (o: Value): o is PyDict => typeof o !== "number" && (o.type.value.flags & DICT_SUBCLASS) !== 0;
export const isExactDict = (o: Value): o is PyDict => typeof o !== "number" && o.type === DictType;

/** An empty dict, untracked. */
export const newDict = (): Owned<PyDict> => allocGC(DictType, new DictTable(1), null, 64, FREE_LIST_DICT, false);

/** An empty dict as calling the type makes it: not out of the free list. */
export const newDictByType = (): Owned<PyDict> => allocGC(DictType, new DictTable(1), null, 64, FREE_LIST_NONE, false);

/** A dict around a table that owns its entries. */
export function newDictOf(table: DictTable): Owned<PyDict> {
  const dict = allocGC(DictType, table, null, 64 + table.byteSize(), FREE_LIST_DICT, false) as Owned<PyDict>;
  const { keys, values } = table;
  for (let i = 0; i < keys.length; i++) {
    const key = keys[i];
    if (key === null || !(mayBeCyclic(values[i] as Value) || (!table.allStr && mayBeCyclic(key)))) continue;
    track(dict);
    break;
  }
  return dict;
}

/** `dict.clear()`. */
export function clearDict(dict: PyDict): void {
  const before = dict.value.byteSize();
  const entries = dict.value.takeAll(false);
  resize(-before);
  dropEntries(entries);
}

function dropEntries({ keys, values }: Pick<DictTable, "keys" | "values">): void {
  for (let i = 0; i < keys.length; i++) {
    const key = keys[i];
    if (key === null) continue;
    drop(key as OwnedValue);
    drop(values[i] as OwnedValue);
  }
}

/** May the collector have to look at it? Strs and numbers never; a tuple only while it is tracked. */
export function mayBeCyclic(value: Value): boolean {
  if (typeof value === "number") return false;
  const flags = value.type.value.flags;
  return (flags & HAVE_GC) !== 0 && ((flags & TUPLE_SUBCLASS) === 0 || isTracked(value));
}

/** Runs a change of the table, and accounts for the bytes that it takes or gives back. */
export function accounted(dict: PyDict, change: () => void): void {
  const before = dict.value.byteSize();
  change();
  const after = dict.value.byteSize();
  // What has been done is accounted for even when it was too much: the next allocation fails.
  if (after !== before) beyondLimit(() => resize(after - before));
}

/** The position of a key's entry in `dict.value`; -1 when there is none. Raises TypeError for an unhashable key. */
export const dictFind = (dict: PyDict, key: Value): number => dict.value.find(key);

/** The value of a key, a new reference; undefined when there is none. */
export function dictGet(dict: PyDict, key: Value): OwnedValue | undefined {
  const at = dict.value.find(key);
  return at < 0 ? undefined : share(dict.value.slots, at);
}

/** Stores an entry. Borrows the key, steals the value. */
export function dictSet(dict: PyDict, key: Value, value: OwnedValue): void {
  const held = typeof key === "number" ? (key as OwnedValue) : newRef(key);
  let hash: number;
  let at: number;
  try {
    hash = hash32(key);
    at = dict.value.findKnown(key, hash);
  } catch (e) {
    drop(held);
    drop(value);
    throw e;
  }
  if (at >= 0) {
    const old = replace(dict.value.slots, at, value);
    if (!isTracked(dict) && mayBeCyclic(value)) track(dict);
    drop(old);
    drop(held);
    return;
  }
  dictAdd(dict, held, hash, value);
}

/** Adds an entry whose key is not there. Steals both. */
export function dictAdd(dict: PyDict, key: OwnedValue, hash: number, value: OwnedValue): void {
  const table = dict.value;
  if (table.hasRoom && (!table.allStr || isExactStr(key)) && table.shared === null) {
    table.add(key, hash, value);
  } else {
    // A table grows to twice its size, or thrice.
    reserveFor(2 * table.byteSize(), [key, value]);
    accounted(dict, () => table.add(key, hash, value));
  }
  if (!isTracked(dict) && (mayBeCyclic(value) || mayBeCyclic(key))) track(dict);
}

/** Deletes an entry; false when there is none. */
export function dictDelete(dict: PyDict, key: Value): boolean {
  const at = dict.value.find(key);
  if (at < 0) return false;
  const { key: oldKey, value } = dict.value.remove(at);
  drop(oldKey);
  drop(value);
  return true;
}

/** Takes a key's value out; undefined when there is none. */
export function dictPop(dict: PyDict, key: Value): OwnedValue | undefined {
  const at = dict.value.find(key);
  if (at < 0) return undefined;
  const { key: oldKey, value } = dict.value.remove(at);
  drop(oldKey);
  return value;
}

/** The value of an interned name, borrowed; undefined when there is none. */
export function dictPeek(dict: PyDict, name: PyStr): Value | undefined {
  const at = dict.value.findStr(name, strHash32(name));
  return at < 0 ? undefined : dict.value.values[at];
}

/** Live entries, by position, while the caller does not change the dict. Borrowed. */
export function* dictEntries(dict: PyDict): Iterable<[key: Value, value: Value, at: number]> {
  const table = dict.value;
  for (let at = table.next(0); at >= 0; at = table.next(at + 1)) {
    yield [table.keys[at] as Value, table.values[at] as Value, at];
  }
}

export const dictLength = (dict: PyDict): number => dict.value.size;
