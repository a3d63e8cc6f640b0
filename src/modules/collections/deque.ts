// collections.deque: the type and what changes it. Items lie in a ring; what CPython's blocks of 64
// places would be is reckoned from where in a block the first item would lie, for the size that a
// deque reports and accounts for. The methods are dequemethods.ts.
import { allocGC, resize } from "../../heap/heap.ts";
import type { PyObject, PyType } from "../../heap/object.ts";
import {
  drop,
  movedValue,
  newRef,
  type Owned,
  type OwnedValue,
  type Refs,
  share,
  type Value,
} from "../../heap/refs.ts";
import { BASETYPE, HAS_WEAKREFS, HAVE_GC, SEQUENCE } from "../../heap/type.ts";
import { defineType } from "../../objects/define.ts";
import { indexError } from "../../objects/errors.ts";
import { getIter, listItems, next } from "../../objects/iteration.ts";
import { isSubtype } from "../../objects/lookup.ts";
import { intern } from "../../objects/str.ts";

const BLOCK = 64;
const BLOCK_BYTES = 528;
/** Where in its block the first item of a new deque will lie. */
const CENTER = 32;

export class DequeData {
  /** The ring: its length is a power of two. A place without an item is undefined. */
  ring: (Value | undefined)[] = new Array(8);
  head = 0;
  size = 0;
  /** Where in its block the first item lies, 0 to 63. */
  left = CENTER;
  /** Blocks that are accounted for. */
  blocks = 1;
  /** -1 when there is no limit. */
  maxlen = -1;
  /** Changes with every item that comes or goes: iterators compare it. */
  state = 0;
}
export type PyDeque = PyObject<DequeData>;

/** A walk over a deque's references that nobody may change meanwhile. */
function* items({ ring, head, size }: DequeData): Iterable<Value> {
  const mask = ring.length - 1;
  for (let i = 0; i < size; i++) yield ring[(head + i) & mask] as Value;
}

export const DequeType: PyType = defineType<PyDeque>({
  name: "deque",
  module: "collections",
  doc: "deque([iterable[, maxlen]]): a sequence that grows and shrinks quickly at both ends.",
  flags: HAVE_GC | BASETYPE | HAS_WEAKREFS | SEQUENCE,
  basicSize: 216,
  sizeof: (deque) => 216 + BLOCK_BYTES * deque.value.blocks,
  traverse(deque, visit) {
    for (const item of items(deque.value)) if (typeof item !== "number") visit(item);
  },
  clear: (deque) => dropItems(takeAll(deque.value)),
  constants: () => ({ __module__: newRef(intern("collections")) }),
});

export const isDeque = (value: Value): value is PyDeque =>
  typeof value !== "number" && (value.type === DequeType || isSubtype(value.type, DequeType));

/** A new deque, not yet an instance of a subclass. */
export const newDeque = (maxlen = -1): Owned<PyDeque> => {
  const deque = allocGC(DequeType, new DequeData(), null, 16 + 216 + BLOCK_BYTES) as Owned<PyDeque>;
  deque.value.maxlen = maxlen;
  return deque;
};

/** Everything that is in it, in order, now the caller's; the blocks stay accounted for. */
function takeAll(data: DequeData): OwnedValue[] {
  const taken = [...items(data)].map(movedValue);
  data.ring = new Array(8);
  data.head = data.size = 0;
  data.left = CENTER;
  data.state++;
  return taken;
}

function dropItems(taken: readonly OwnedValue[]): void {
  for (const item of taken) drop(item);
}

/** Accounts for the blocks that so many items need from a place on. */
function account(data: DequeData, left: number, size: number): void {
  const blocks = (left + size + BLOCK - 1) >> 6;
  if (blocks !== data.blocks) {
    resize(BLOCK_BYTES * (blocks - data.blocks));
    data.blocks = blocks;
  }
}

function grow(data: DequeData): void {
  const all = [...items(data)];
  all.length = data.ring.length * 2;
  data.ring = all;
  data.head = 0;
}

/** Adds to the right; what that pushes out is given up. Steals the item. */
export function append(data: DequeData, item: OwnedValue): void {
  pushRight(data, item);
  if (data.maxlen >= 0 && data.size > data.maxlen) drop(takeLeft(data) as OwnedValue);
}

export function appendLeft(data: DequeData, item: OwnedValue): void {
  pushLeft(data, item);
  if (data.maxlen >= 0 && data.size > data.maxlen) drop(takeRight(data) as OwnedValue);
}

function pushRight(data: DequeData, item: OwnedValue): void {
  pay(data, data.left, item);
  if (data.size === data.ring.length) grow(data);
  data.ring[(data.head + data.size) & (data.ring.length - 1)] = item;
  data.size++;
  data.state++;
}

function pushLeft(data: DequeData, item: OwnedValue): void {
  const left = (data.left + BLOCK - 1) & (BLOCK - 1);
  pay(data, left, item);
  if (data.size === data.ring.length) grow(data);
  data.head = (data.head + data.ring.length - 1) & (data.ring.length - 1);
  data.ring[data.head] = item;
  data.left = left;
  data.size++;
  data.state++;
}

/** Pays for one more item, or gives it up. */
function pay(data: DequeData, left: number, item: OwnedValue): void {
  try {
    account(data, left, data.size + 1);
  } catch (e) {
    drop(item);
    throw e;
  }
}

/** Takes the first item out; undefined when there is none. */
export function takeLeft(data: DequeData): OwnedValue | undefined {
  if (data.size === 0) return undefined;
  const item = data.ring[data.head] as OwnedValue;
  data.ring[data.head] = undefined;
  data.head = (data.head + 1) & (data.ring.length - 1);
  data.size--;
  data.state++;
  // A block that has been emptied at its end begins in the middle again.
  if (data.left < BLOCK - 1) data.left++;
  else data.left = data.size > 0 ? 0 : CENTER;
  account(data, data.left, data.size);
  return item;
}

export function takeRight(data: DequeData): OwnedValue | undefined {
  if (data.size === 0) return undefined;
  const at = (data.head + data.size - 1) & (data.ring.length - 1);
  const item = data.ring[at] as OwnedValue;
  data.ring[at] = undefined;
  data.size--;
  data.state++;
  if (data.size === 0 && data.left === 0) data.left = CENTER;
  account(data, data.left, data.size);
  return item;
}

export function clear(deque: PyDeque): void {
  const taken = takeAll(deque.value);
  account(deque.value, deque.value.left, 0);
  dropItems(taken);
}

/** The place of an item in the ring. */
export const placeOf = (data: DequeData, i: number): number => (data.head + i) & (data.ring.length - 1);

/** A second reference to an item. */
export const itemAt = (data: DequeData, i: number): OwnedValue => share(data.ring as Value[], placeOf(data, i));

/** Turns by `n` places to the right. */
export function rotate(data: DequeData, n: number): void {
  const { size } = data;
  if (size <= 1) return;
  const half = size >> 1;
  let steps = n;
  if (steps > half || steps < -half) {
    steps %= size;
    if (steps > half) steps -= size;
    else if (steps < -half) steps += size;
  }
  const mask = data.ring.length - 1;
  const { ring } = data;
  for (; steps > 0; steps--) {
    const from = (data.head + size - 1) & mask;
    data.head = (data.head - 1) & mask;
    moveItem(ring, from, data.head);
    data.left = (data.left + BLOCK - 1) & (BLOCK - 1);
  }
  for (; steps < 0; steps++) {
    moveItem(ring, data.head, (data.head + size) & mask);
    data.head = (data.head + 1) & mask;
    data.left = (data.left + 1) & (BLOCK - 1);
  }
  data.state++;
  account(data, data.left, size);
}

/** In a full ring the two places are one. */
function moveItem(ring: (Value | undefined)[], from: number, to: number): void {
  const item = ring[from];
  ring[from] = undefined;
  ring[to] = item;
}

/** Adds what an iterable gives, to the right or, one after the other, to the left. */
export function extend(deque: PyDeque, iterable: Value, toLeft: boolean): void {
  if (iterable === deque) {
    const copy = listItems(deque);
    for (let i = 0; i < copy.length; i++) addTo(deque, copy[i] as OwnedValue, toLeft);
    return;
  }
  const it = getIter(iterable);
  const { value: data } = deque;
  try {
    // A deque that is filled from one side begins at that side of its block.
    if (data.size === 0 && data.maxlen !== 0) data.left = toLeft ? BLOCK - 1 : 1;
    for (let item = next(it); item !== undefined; item = next(it)) addTo(deque, item, toLeft);
  } finally {
    drop(it);
  }
}

function addTo(deque: PyDeque, item: OwnedValue, toLeft: boolean): void {
  if (deque.value.maxlen === 0) drop(item);
  else if (toLeft) appendLeft(deque.value, item);
  else append(deque.value, item);
}

/** New references to all items. */
export function copyItems(deque: PyDeque): Refs {
  const all: OwnedValue[] = [];
  for (let i = 0; i < deque.value.size; i++) all.push(itemAt(deque.value, i));
  return all as Refs;
}

/** Takes an item out of the middle. */
export function removeAt(data: DequeData, i: number): OwnedValue {
  rotate(data, -i);
  const item = takeLeft(data) as OwnedValue;
  rotate(data, i);
  return item;
}

/** The place that an index means; raises IndexError beyond the ends. */
export function checkedIndex(data: DequeData, index: number): number {
  const i = index < 0 ? index + data.size : index;
  if (i < 0 || i >= data.size) throw indexError("deque index out of range");
  return i;
}
