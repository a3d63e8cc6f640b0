// Filling dicts from other things: update, merge, copy and fromkeys, with CPython's messages, and
// with its way of making room, which sys.getsizeof shows.
import { allocGC, FREE_LIST_DICT, track } from "../heap/heap.ts";
import { isTracked, type PyType } from "../heap/object.ts";
import { drop, dropAll, type Owned, type OwnedValue, replace, share, type Value } from "../heap/refs.ts";
import { call, callMethod } from "./call.ts";
import {
  accounted,
  DictType,
  dictAdd,
  dictSet,
  isDict,
  isExactDict,
  mayBeCyclic,
  newDict,
  type PyDict,
} from "./dict.ts";
import { hash32 } from "./dicttable.ts";
import { caught, runtimeError, typeError, valueError } from "./errors.ts";
import { getIter, iterate, listItems } from "./iteration.ts";
import { listFrom, type PyList } from "./list.ts";
import {
  findAttrText,
  getItem,
  isError,
  keyError,
  setItem,
  slotsOf,
  strText,
  typeName,
  unlessRaises,
} from "./protocol.ts";
import { isExactAnySet } from "./set.ts";

/** What becomes of a key that the dict has already: it stays as it is, gets the new value, or is an error. */
export const KEEP = 0;
export const OVERRIDE = 1;
export const REFUSE = 2;

/** Stores an entry whose key's hash is known. Steals key and value. */
export function dictInsert(dict: PyDict, key: OwnedValue, hash: number, value: OwnedValue): void {
  let at: number;
  try {
    at = dict.value.findKnown(key, hash);
  } catch (e) {
    dropAll([key, value]);
    throw e;
  }
  if (at < 0) {
    dictAdd(dict, key, hash, value);
    return;
  }
  const old = replace(dict.value.slots, at, value);
  if (!isTracked(dict) && mayBeCyclic(value)) track(dict);
  drop(old);
  drop(key);
}

/** `dict(other)` for a dict without a way of iterating of its own: nothing of it runs Python code but hashes and `==`. */
const isPlainDict = (value: Value): value is PyDict =>
  isDict(value) && slotsOf(value).iter === DictType.value.slots.iter;

/** Adds all entries of a mapping. */
export function dictMerge(dict: PyDict, other: Value, override: number): void {
  if (isPlainDict(other)) mergeDict(dict, other, override);
  else mergeMapping(dict, other, override);
}

function mergeDict(dict: PyDict, other: PyDict, override: number): void {
  if (other === dict || other.value.size === 0) return;
  const table = dict.value;
  const wasEmpty = table.size === 0;
  if (wasEmpty && table.shared === null && other.value.shared === null && other.value.isTight) {
    takeClone(dict, other);
    return;
  }
  if (table.usable < other.value.size)
    accounted(dict, () => table.presize(table.size + other.value.size, other.value.allStr));
  mergeEntries(dict, other, wasEmpty ? OVERRIDE : override);
}

/** An empty dict takes over a copy of another's table. */
function takeClone(dict: PyDict, other: PyDict): void {
  accounted(dict, () => {
    dict.value.adopt(other.value.clone());
  });
  if (isTracked(other) && !isTracked(dict)) track(dict);
}

function mergeEntries(dict: PyDict, other: PyDict, override: number): void {
  const from = other.value;
  const count = from.keys.length;
  for (let at = from.next(0); at >= 0; at = from.next(at + 1)) {
    const key = share(from.keySlots, at);
    const value = share(from.slots, at);
    const hash = from.hashAt(at);
    if (override === OVERRIDE) dictInsert(dict, key, hash, value);
    else addUnlessThere(dict, key, hash, value, override);
    if (from.keys.length !== count) throw runtimeError("dict mutated during update");
  }
}

/** Steals key and value. */
function addUnlessThere(dict: PyDict, key: OwnedValue, hash: number, value: OwnedValue, override: number): void {
  let there: boolean;
  try {
    there = dict.value.findKnown(key, hash) >= 0;
  } catch (e) {
    dropAll([key, value]);
    throw e;
  }
  if (!there) {
    dictInsert(dict, key, hash, value);
    return;
  }
  const error = override === REFUSE ? keyError(key) : null;
  dropAll([key, value]);
  if (error !== null) throw error;
}

function mergeMapping(dict: PyDict, other: Value, override: number): void {
  const keys = keysOf(other);
  try {
    for (let i = 0; i < keys.value.length; i++) mergeKey(dict, other, share(keys.value, i), override);
  } finally {
    drop(keys);
  }
}

/** What a mapping's `keys` answers, as a list. */
function keysOf(mapping: Value): Owned<PyList> {
  const keys = callMethod(mapping, "keys");
  try {
    const it = unlessRaises("TypeError", () => getIter(keys));
    if (it === undefined)
      throw typeError(`${typeName(mapping)}.keys() returned a non-iterable (type ${typeName(keys)})`);
    try {
      return listFrom(it);
    } finally {
      drop(it);
    }
  } finally {
    drop(keys);
  }
}

/** Steals the key. */
function mergeKey(dict: PyDict, other: Value, key: OwnedValue, override: number): void {
  const place: OwnedValue[] = [key];
  try {
    if (override !== OVERRIDE && dict.value.find(key) >= 0) {
      if (override === KEEP) return;
      throw keyError(key);
    }
    const asked = share(place, 0);
    let value: OwnedValue;
    try {
      value = getItem(other, asked);
    } finally {
      drop(asked);
    }
    const stored = share(place, 0);
    try {
      dictSet(dict, stored, value);
    } finally {
      if (typeof stored !== "number") drop(stored);
    }
  } finally {
    drop(place[0]);
  }
}

/** Adds pairs of keys and values. */
export function dictMergePairs(dict: PyDict, pairs: Value, override: number): void {
  let i = 0;
  iterate(pairs, (item) => {
    try {
      addPair(dict, item, i++, override);
    } finally {
      drop(item);
    }
  });
}

function addPair(dict: PyDict, item: OwnedValue, i: number, override: number): void {
  let pair: ReturnType<typeof listItems>;
  try {
    pair = listItems(item);
  } catch (e) {
    if (!isError(caught(e), "TypeError")) throw e;
    drop(caught(e) as Owned);
    throw typeError(`cannot convert dictionary update sequence element #${i} to a sequence`);
  }
  try {
    if (pair.length !== 2)
      throw valueError(`dictionary update sequence element #${i} has length ${pair.length}; 2 is required`);
    if (override !== OVERRIDE && dict.value.find(pair[0]) >= 0) return;
    const value = share(pair, 1);
    const key = share(pair, 0);
    try {
      dictSet(dict, key, value);
    } finally {
      if (typeof key !== "number") drop(key);
    }
  } finally {
    dropAll(pair);
  }
}

/** Adds what the argument of `dict` or `dict.update` has: a mapping, or pairs. */
export function dictUpdateFrom(dict: PyDict, arg: Value): void {
  if (isExactDict(arg)) {
    mergeDict(dict, arg, OVERRIDE);
    return;
  }
  const keys = findAttrText(arg, "keys");
  if (keys === undefined) dictMergePairs(dict, arg, OVERRIDE);
  else {
    drop(keys);
    dictMerge(dict, arg, OVERRIDE);
  }
}

/** A dict display's `**other`. */
export function dictUpdateDisplay(dict: PyDict, other: Value): void {
  try {
    dictMerge(dict, other, OVERRIDE);
  } catch (e) {
    if (!isError(caught(e), "AttributeError")) throw e;
    drop(caught(e) as Owned);
    throw typeError(`'${typeName(other)}' object is not a mapping`);
  }
}

/** A call's `**other`. `name` tells what is called, as in "f()". */
export function dictMergeKeywords(dict: PyDict, other: Value, name: () => string): void {
  try {
    dictMerge(dict, other, REFUSE);
  } catch (e) {
    const error = caught(e);
    const missing = isError(error, "AttributeError");
    if (!missing && !isError(error, "KeyError")) throw e;
    const key = missing ? null : keyOf(error.value as { args?: { value: ArrayLike<Value> } });
    if (!missing && key === null) throw e;
    const what = name();
    const text = key === null ? "" : strText(key);
    drop(error as Owned);
    if (missing) throw typeError(`${what} argument after ** must be a mapping, not ${typeName(other)}`);
    throw typeError(`${what} got multiple values for keyword argument '${text}'`);
  }
}

/** The only argument of a KeyError. */
const keyOf = (data: { args?: { value: ArrayLike<Value> } }): Value | null =>
  data.args?.value.length === 1 ? data.args.value[0] : null;

/** `dict.copy()`: always an exact dict. */
export function dictCopy(dict: PyDict): Owned<PyDict> {
  if (dict.value.size === 0) return newDict();
  if (dict.value.shared !== null || (isPlainDict(dict) && dict.value.isDense)) {
    const table = dict.value.clone();
    return allocGC(DictType, table, null, 64 + table.byteSize(), FREE_LIST_DICT, isTracked(dict)) as Owned<PyDict>;
  }
  const copy = newDict();
  try {
    dictMerge(copy, dict, OVERRIDE);
  } catch (e) {
    drop(copy);
    throw e;
  }
  return copy;
}

/** `type.fromkeys(iterable, value)`. */
export function dictFromKeys(type: PyType, iterable: Value, value: Value): OwnedValue {
  const made = call(type);
  const place: Value[] = [value];
  try {
    if (isExactDict(made)) {
      if (made.value.size === 0) makeRoomFor(made, iterable);
      iterate(iterable, (key) => addKey(made, key, place));
    } else iterate(iterable, (key) => storeKey(made, key, place));
  } catch (e) {
    drop(made);
    throw e;
  } finally {
    // A raw int has moved into `place`, and may have been boxed there.
    if (typeof value === "number") drop(place[0] as OwnedValue);
  }
  return made;
}

/** CPython makes room at once for the keys of a dict or set. */
function makeRoomFor(dict: PyDict, iterable: Value): void {
  if (isExactDict(iterable)) accounted(dict, () => dict.value.presize(iterable.value.size, iterable.value.allStr));
  else if (isExactAnySet(iterable)) accounted(dict, () => dict.value.presize(iterable.value.used, false));
}

/** Steals the key. */
function addKey(dict: PyDict, key: OwnedValue, place: Value[]): void {
  let hash: number;
  try {
    hash = hash32(key);
  } catch (e) {
    drop(key);
    throw e;
  }
  dictInsert(dict, key, hash, share(place, 0));
}

/** Steals the key. */
function storeKey(container: Value, key: OwnedValue, place: Value[]): void {
  const value = share(place, 0);
  try {
    setItem(container, key, value);
  } finally {
    dropAll([key, value]);
  }
}
