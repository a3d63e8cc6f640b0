// Storing to slices of lists, and deleting them. The old items are taken out of the list first
// and dropped afterwards, in CPython's order.
import {
  drop,
  dropAll,
  dropLastToFirst,
  newRefs,
  type Owned,
  type OwnedValue,
  type Refs,
  type Value,
} from "../heap/refs.ts";
import { charge } from "../heap/work.ts";
import { caught, typeError, valueError } from "./errors.ts";
import { getIter } from "./iteration.ts";
import { fitCapacity, isExactList, listFrom, type PyList, setCapacity } from "./list.ts";
import { isError } from "./protocol.ts";
import { fitSlice, type PySlice, unpackSlice } from "./slice.ts";
import { isExactTuple, shareRange } from "./tuple.ts";

/** Splices get their new items as arguments, of which JavaScript takes about a hundred thousand. */
const MANY = 10_000;

/** Puts items, which it steals, in the place of `count` old ones; answers those. */
function spliceItems(list: PyList, at: number, count: number, items: Refs): OwnedValue[] {
  if (items.length <= MANY) return list.value.splice(at, count, ...(items as unknown as OwnedValue[]));
  const tail = list.value.splice(at, list.value.length - at);
  for (const item of items) list.value.push(item as OwnedValue);
  for (let i = count; i < tail.length; i++) list.value.push(tail[i]);
  tail.length = count;
  return tail;
}

/** `list[from:to] = items`; steals the items. The bounds are brought into the list. */
export function replaceRange(list: PyList, from: number, to: number, items: Refs): void {
  const n = list.value.length;
  from = Math.min(Math.max(0, from), n);
  to = Math.min(Math.max(from, to), n);
  const after = n + items.length - (to - from);
  if (after !== n) charge((n - to) >> 3);
  try {
    if (after === 0) setCapacity(list, 0);
    else if (after !== n) fitCapacity(list, n, after);
  } catch (e) {
    dropAll(items);
    throw e;
  }
  dropLastToFirst(spliceItems(list, from, to - from, items));
}

const NOTHING: Refs = [] as OwnedValue[] as Refs;

/** `del list[from:to]`. */
export const removeRange = (list: PyList, from: number, to: number): void => replaceRange(list, from, to, NOTHING);

/** The items of an iterable, as new references; `complaint` says that it is none. */
function itemsOf(value: Value, complaint: string): Refs {
  if (isExactList(value) || isExactTuple(value)) return shareRange(value.value, 0, value.value.length);
  let it: Owned;
  try {
    it = getIter(value);
  } catch (e) {
    if (!isError(caught(e), "TypeError")) throw e;
    drop(caught(e) as Owned);
    throw typeError(complaint);
  }
  try {
    const list = listFrom(it);
    const items = list.value;
    list.value = newRefs();
    drop(list);
    return items;
  } finally {
    drop(it);
  }
}

/** Puts items into strided slots; what was in those is in `items` then. */
function swapStrided(slots: Refs, start: number, step: number, items: Refs): void {
  const [there, here] = [slots, items] as unknown as [Value[], Value[]];
  for (let i = 0, at = start; i < here.length; i++, at += step) {
    const old = there[at];
    there[at] = here[i];
    here[i] = old;
  }
}

/** `list[slice] = value`. */
export function storeSlice(list: PyList, slice: PySlice, value: Value): void {
  const parts = unpackSlice(slice);
  if (parts.step === 1) {
    const { start, stop } = fitSlice(parts, list.value.length);
    replaceRange(list, start, stop, itemsOf(value, "can only assign an iterable"));
    return;
  }
  const items = itemsOf(value, "must assign iterable to extended slice");
  const { start, step, count } = fitSlice(parts, list.value.length);
  if (items.length !== count) {
    const n = items.length;
    dropAll(items);
    throw valueError(`attempt to assign sequence of size ${n} to extended slice of size ${count}`);
  }
  swapStrided(list.value, start, step, items);
  dropAll(items);
}

/** `del list[slice]`. */
export function deleteSlice(list: PyList, slice: PySlice): void {
  const parts = unpackSlice(slice);
  const { start, stop, step, count } = fitSlice(parts, list.value.length);
  if (step === 1) {
    removeRange(list, start, stop);
    return;
  }
  if (count <= 0) return;
  const first = step < 0 ? start + step * (count - 1) : start;
  const stride = Math.abs(step);
  const n = list.value.length;
  const kept: Value[] = [];
  const removed: Value[] = [];
  for (let i = 0; i < n; i++) {
    const hit = i >= first && (i - first) % stride === 0 && removed.length < count;
    (hit ? removed : kept).push(list.value[i]);
  }
  fitCapacity(list, n, n - count);
  list.value = kept as unknown as Refs;
  dropAll(removed);
}
