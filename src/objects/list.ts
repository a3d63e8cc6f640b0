// list: a growable array that owns one reference to each of its items. `extra` is the capacity
// that CPython's array would have, which sys.getsizeof shows and the heap accounts for; an
// instance of a subclass keeps it as the spare of its Attributes. Every change of length goes
// through `fitCapacity`, or says the capacity itself. CPython tells a list without an array from
// one whose array has shrunk to nothing, since the first one to fill grows to measure: the
// capacity is then EMPTIED. Methods are listmethods.ts, sorting is listsort.ts.
import { deallocItems } from "../heap/dealloc.ts";
import { allocGC, FREE_LIST_LIST, FREE_LIST_NONE, reserve, resize } from "../heap/heap.ts";
import type { PyObject } from "../heap/object.ts";
import {
  drop,
  dropLastToFirst,
  isDying,
  newRefs,
  type Owned,
  type OwnedValue,
  type Refs,
  reserveFor,
  share,
  type Value,
} from "../heap/refs.ts";
import { BASETYPE, HAVE_GC, LIST_SUBCLASS, SEQUENCE } from "../heap/type.ts";
import type { Attributes } from "./attributes.ts";
import { defineType } from "./define.ts";
import { getIter, lengthHint, next } from "./iteration.ts";
import { isExactTuple } from "./tuple.ts";
import { setListMaker } from "./typeattrs.ts";

export type PyList = PyObject<Refs, number | Attributes>;

export const ListType = defineType<PyList>({
  name: "list",
  flags: HAVE_GC | BASETYPE | LIST_SUBCLASS | SEQUENCE,
  basicSize: 40,
  freeList: FREE_LIST_LIST,
  sizeof: (list) => 40 + 8 * capacity(list),
  dealloc: (list) => deallocItems(list, list.value, 56 + 8 * capacity(list), FREE_LIST_LIST),

  traverse(list, visit) {
    const items = list.value;
    for (let i = items.length - 1; i >= 0; i--) {
      const item = items[i];
      if (typeof item !== "number") visit(item);
    }
  },

  // The list is empty before anything is dropped: a __del__ may look at it, or fill it again.
  // The capacity stays, for the bytes are given back with the list itself.
  clear(list) {
    const items = list.value;
    if (!isDying(list)) list.value = newRefs();
    dropLastToFirst(items);
  },
});

export const isList = (o: Value): o is PyList => typeof o !== "number" && (o.type.value.flags & LIST_SUBCLASS) !== 0;
export const isExactList = (o: Value): o is PyList => typeof o !== "number" && o.type === ListType;

/** A list of these references, which it steals; there is room for just as many. */
export function newList(items: Refs): Owned<PyList> {
  reserveFor(56 + 8 * items.length, items);
  return allocGC<Refs, number | Attributes>(ListType, items, items.length, 56 + 8 * items.length, FREE_LIST_LIST);
}

/** A list of these references, which it steals, as it stands after so many appends to one with room for `room`. */
export function newListGrown(items: Refs, room: number): Owned<PyList> {
  const n = items.length;
  while (room < n) room = (room + 1 + ((room + 1) >> 3) + 6) & ~3;
  return allocGC<Refs, number | Attributes>(ListType, items, room, 56 + 8 * room, FREE_LIST_LIST);
}

/** An empty list as calling the type makes it: not out of the free list. */
export const newEmptyList = (): Owned<PyList> =>
  allocGC<Refs, number | Attributes>(ListType, newRefs(), 0, 56, FREE_LIST_NONE);

const EMPTIED = 0.5;

export const rawCapacity = (list: PyList): number =>
  typeof list.extra === "number" ? list.extra : (list.extra.spare as number);

/** How many items CPython's array has room for. */
export const capacity = (list: PyList): number => rawCapacity(list) | 0;

const hasArray = (list: PyList): boolean => rawCapacity(list) > 0;

/** Says the capacity; the difference in bytes is accounted for first. */
export function setCapacity(list: PyList, room: number): void {
  resize(8 * ((room | 0) - capacity(list)));
  if (typeof list.extra === "number") list.extra = room;
  else list.extra.spare = room;
}

/**
 * Makes the capacity what CPython's would be once the length has changed from `before` to `after`.
 * Raises MemoryError before anything is changed.
 */
export function fitCapacity(list: PyList, before: number, after: number): void {
  const room = capacity(list);
  if (room >= after && after >= room >> 1) return;
  reserve(8 * (after - room));
  let wanted = (after + (after >> 3) + 6) & ~3;
  if (after - before > wanted - after) wanted = (after + 3) & ~3;
  setCapacity(list, after === 0 ? EMPTIED : wanted);
}

/** Room for just these items in a list that has had none yet. */
function preallocate(list: PyList, count: number): void {
  reserve(8 * count);
  setCapacity(list, count + (count & 1));
}

/** Adds an item to the end. Steals it. */
export function listAppend(list: PyList, item: OwnedValue): void {
  const n = list.value.length;
  if (n >= capacity(list)) {
    try {
      fitCapacity(list, n, n + 1);
    } catch (e) {
      drop(item);
      throw e;
    }
  }
  if (n === 0) list.value = roomForFour(item);
  else list.value.push(item);
}

/** JavaScript makes room for 17 items at the first one, and most lists have fewer than five. */
function roomForFour(item: OwnedValue): Refs {
  const items = [item, item, item, item];
  items.pop();
  items.pop();
  items.pop();
  return items as Refs;
}

/** Adds everything that an iterable has to the end. What was added before an error stays. */
export function listExtend(list: PyList, iterable: Value): void {
  if (isExactList(iterable) || isExactTuple(iterable) || iterable === list) {
    extendFromItems(list, iterable as PyObject<Refs>);
    return;
  }
  const it = getIter(iterable);
  try {
    const hint = lengthHint(iterable, 8);
    // What cannot be true is not asked for: the items that come may be few.
    if (list.value.length === 0 || hint < Number.MAX_SAFE_INTEGER) makeRoom(list, hint);
    for (let item = next(it); item !== undefined; item = next(it)) listAppend(list, item);
    const n = list.value.length;
    if (n < capacity(list)) fitCapacity(list, n, n);
  } finally {
    drop(it);
  }
}

function extendFromItems(list: PyList, source: PyObject<Refs>): void {
  const items = source.value;
  const n = items.length;
  if (n === 0) return;
  const before = list.value.length;
  if (!hasArray(list)) preallocate(list, n);
  else fitCapacity(list, before, before + n);
  for (let i = 0; i < n; i++) list.value.push(share(items, i));
}

/** Room for as many more items as an iterable says it has. */
function makeRoom(list: PyList, hint: number): void {
  if (hasArray(list)) fitCapacity(list, list.value.length, list.value.length + hint);
  else if (hint > 0) preallocate(list, hint);
}

/** `list(iterable)`. */
export function listFrom(iterable: Value): Owned<PyList> {
  const list = newList(newRefs());
  try {
    listExtend(list, iterable);
  } catch (e) {
    drop(list);
    throw e;
  }
  return list;
}

setListMaker(newList);
