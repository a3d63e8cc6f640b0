// list.sort: prepares what timsort.ts sorts. The list is empty meanwhile, its capacity -1, so
// that a key function or a comparison that changes it is found out. What is compared is chosen
// once: keys that are all ints, floats or narrow strs are compared without calling anything.

import { reserve, resize } from "../heap/heap.ts";
import type { PyType } from "../heap/object.ts";
import { drop, dropAll, dropLastToFirst, newRefs, type Refs, share, type Value } from "../heap/refs.ts";
import { LT } from "../heap/type.ts";
import { charge } from "../heap/work.ts";
import { Attributes } from "./attributes.ts";
import { call } from "./call.ts";
import { valueError } from "./errors.ts";
import { FloatType } from "./float.ts";
import { IntType, type IntValue, intOf } from "./int.ts";
import { quickEqual } from "./iteration.ts";
import { capacity, type PyList, rawCapacity } from "./list.ts";
import { borrow, typeOf } from "./lookup.ts";
import { compareBool, equal, takeTruth } from "./protocol.ts";
import { NotImplemented } from "./singletons.ts";
import { type PyStr, StrType, wideOf } from "./str.ts";
import { Timsort } from "./timsort.ts";
import { type PyTuple, TupleType } from "./tuple.ts";

type Less = (a: Value, b: Value) => boolean;

/** Sorts in place. `key` is borrowed; null for none. */
export function sortList(list: PyList, key: Value | null, reverse: boolean): void {
  const items = list.value;
  const room = rawCapacity(list);
  list.value = newRefs();
  sayCapacity(list, -1);
  let changed = false;
  try {
    charge(items.length * (32 - Math.clz32(items.length)));
    if (key === null) sortItems(items as unknown as Value[], reverse);
    else sortByKeys(items, key, reverse);
    changed = capacity(list) !== -1;
  } finally {
    putBack(list, items, room);
  }
  if (changed) throw valueError("list modified during sort");
}

/** Says the capacity without accounting for it: the items are still there, only elsewhere. */
function sayCapacity(list: PyList, room: number): void {
  if (list.extra instanceof Attributes) list.extra.spare = room;
  else list.extra = room;
}

/** Gives the list its items again, and drops what the program has put in meanwhile. */
function putBack(list: PyList, items: Refs, room: number): void {
  const intruders = list.value;
  resize(-8 * (capacity(list) + 1));
  list.value = items;
  sayCapacity(list, room);
  dropLastToFirst(intruders);
}

function sortItems(items: Value[], reverse: boolean): void {
  if (sortNumbers(items, reverse)) return;
  const less = comparison(items);
  if (reverse) items.reverse();
  try {
    new Timsort(items, less).sort();
  } finally {
    if (reverse) items.reverse();
  }
}

/** Unboxed ints that are equal cannot be told apart, so any way of sorting them will do. */
function sortNumbers(items: Value[], reverse: boolean): boolean {
  for (let i = 0; i < items.length; i++) if (typeof items[i] !== "number") return false;
  const numbers = Float64Array.from(items as number[]).sort();
  if (reverse) numbers.reverse();
  for (let i = 0; i < numbers.length; i++) items[i] = numbers[i];
  return true;
}

/**
 * Sorts by what the key function says of each item. The items stay where they are until the order
 * is known; an error from a comparison leaves them as far sorted as they are.
 */
function sortByKeys(items: Refs, key: Value, reverse: boolean): void {
  reserve(24 * items.length);
  const keys = keysOf(items, key);
  const order = keys.map((_, i) => i);
  if (reverse) order.reverse();
  try {
    const less = comparison(keys);
    new Timsort(order, (a, b) => less(keys[a], keys[b])).sort();
  } finally {
    const byKey = order.map((i) => keys[i]);
    if (reverse) order.reverse();
    const sorted = order.map((i) => items[i]);
    for (let i = 0; i < sorted.length; i++) (items as unknown as Value[])[i] = sorted[i];
    dropAll(byKey);
  }
}

function keysOf(items: Refs, key: Value): Value[] {
  const keys: Value[] = [];
  try {
    for (let i = 0; i < items.length; i++) keys.push(call(key, share(items, i)));
  } catch (e) {
    dropLastToFirst(keys);
    throw e;
  }
  return keys;
}

// ---- what is compared ----

const intLess: Less = (a, b) => intOf(a as IntValue) < intOf(b as IntValue);
const floatLess: Less = (a, b) => (a as { value: number }).value < (b as { value: number }).value;
const strLess: Less = (a, b) => (a as PyStr).value < (b as PyStr).value;
const anyLess: Less = (a, b) => compareBool(a, b, LT);

/** The way to compare such keys. */
function comparison(keys: Value[]): Less {
  if (keys.length === 0) return anyLess;
  const type = typeOf(keys[0]);
  const alike = keys.every((k) => typeOf(k) === type);
  if (alike && type === IntType) return intLess;
  if (alike && type === FloatType) return floatLess;
  if (alike && type === StrType && keys.every((k) => wideOf(k as PyStr) === null)) return strLess;
  // Python code may see the keys: each must be an object of its own.
  for (let i = 0; i < keys.length; i++) borrow(keys, i);
  if (alike && type === TupleType) return tupleLess;
  return alike ? lessOfType(type) : anyLess;
}

/** Keys of one type: its own `<` is asked first, alone. */
function lessOfType(type: PyType): Less {
  return (a, b) => {
    const { compare } = type.value.slots;
    if (compare === null || typeof a === "number") return compareBool(a, b, LT);
    const answer = compare(a, b, LT);
    if (answer !== NotImplemented) return takeTruth(answer);
    drop(answer);
    return compareBool(a, b, LT);
  };
}

/** Tuples: the first items that differ decide. */
function tupleLess(a: Value, b: Value): boolean {
  const [x, y] = [(a as PyTuple).value, (b as PyTuple).value];
  const n = Math.min(x.length, y.length);
  for (let i = 0; i < n; i++) {
    const quick = quickEqual(x[i], y[i]);
    if (quick === true) continue;
    if (quick === undefined && equal(borrow(x, i), borrow(y, i))) continue;
    return itemLess(x, y, i);
  }
  return x.length < y.length;
}

function itemLess(x: Refs, y: Refs, i: number): boolean {
  const [a, b] = [x[i], y[i]];
  if (typeof a === "number" && typeof b === "number") return a < b;
  return compareBool(borrow(x, i), borrow(y, i), LT);
}
