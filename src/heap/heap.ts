// The heap of one interpreter instance: accounting, the collector's lists, the side tables of
// addresses and weak references. Code that runs reaches its heap through the module-level
// `heap`, which the embedding API sets at its edge.
import { AddressSpace } from "./addresses.ts";
import {
  FloatObject,
  GC_FLAGS,
  GC_INDEX_SHIFT,
  GC_LIST_MASK,
  GC_LIST_SHIFT,
  GC_META,
  IMMORTAL,
  LIST_YOUNG,
  markStatic,
  PyObject as ObjectClass,
  type PyObject,
  type PyType,
} from "./object.ts";
import type { Owned } from "./refs.ts";
import { HEAPTYPE } from "./type.ts";
import { Work } from "./work.ts";

/** A list of the collector. Holes are objects that have left; a collection closes them. */
export interface GcList {
  items: (PyObject | null)[];
  live: number;
}
const newGcList = (): GcList => ({ items: [], live: 0 });

/** What the heap asks of the layers above it. */
export interface HeapHooks {
  /** Throws MemoryError. */
  memoryError(): never;
  /** Calls a weak reference's callback with the reference; errors are reported, not thrown. */
  weakrefCallback(ref: PyObject, callback: PyObject): void;
  /** Around a collection: gc.callbacks and the debug output. */
  collection(phase: "start" | "stop", generation: number, collected: number, uncollectable: number): void;
  /** DEBUG_COLLECTABLE and DEBUG_UNCOLLECTABLE: one line for each object. */
  debugObject(what: "collectable" | "uncollectable", o: PyObject): void;
  /** DEBUG_SAVEALL: keeps a piece of garbage in gc.garbage. */
  saveGarbage(o: PyObject): void;
  /** Between two slices of work: what another thread has asked for. It may raise. */
  poll(): void;
  /** Calls `visit` for every reference that no heap object owns: stacks, frames, modules, host handles. */
  roots(visit: (o: PyObject) => void): void;
}

export interface GenerationStats {
  collections: number;
  collected: number;
  uncollectable: number;
}

/** How many freed objects CPython's free lists keep, by the list's number; see `freeListFor`. */
export const FREE_LIST_NONE = 0;
export const FREE_LIST_LIST = 1;
export const FREE_LIST_DICT = 2;
export const FREE_LIST_SLICE = 3;
/** Floats are no containers: their list is kept for the addresses alone. */
export const FREE_LIST_FLOAT = 4;
const FREE_LIST_SIZES = [0, 56, 64, 56, 24];
/** The free list of tuples of n items, 1 to 20, is this number plus n. */
export const FREE_LIST_TUPLE = 10;
const FREE_LIST_MAX = Int32Array.from({ length: 32 }, (_, i) =>
  i > 10 ? 2000 : (([0, 80, 80, 1] as number[])[i] ?? 0),
);

export class Heap {
  /** Bytes and number of the live objects. */
  bytes = 0;
  objects = 0;
  /** Bytes beyond which an allocation raises MemoryError; see the work's limit of memory. */
  limit = Number.POSITIVE_INFINITY;
  /** How many have asked for memory beyond the limit. */
  granting = 0;
  /** By list number: none, the three generations, permanent, garbage. */
  lists: GcList[] = [newGcList(), newGcList(), newGcList(), newGcList(), newGcList(), newGcList()];
  counts = [0, 0, 0];
  thresholds = [700, 10, 10];
  enabled = true;
  collecting = false;
  /** A collection is due at the next check between instructions. */
  pending = false;
  debug = 0;
  longLivedTotal = 0;
  /** How many objects of its own CPython has frozen when a program begins; `gc.unfreeze` gives them back. */
  frozenAtStart = 375;
  longLivedPending = 0;
  /** Has a program begun, and have CPython's own objects not yet come of age? See `settle`. */
  settled = false;
  ownAreYoung = true;
  stats: GenerationStats[] = [0, 1, 2].map(() => ({ collections: 0, collected: 0, uncollectable: 0 }));
  free: Int32Array = new Int32Array(32);
  /** Dead floats, to be used again: most live for an instruction or two. */
  floats: FloatObject[] = [];
  /** Nesting of deallocations, and what waits until it is back at zero. */
  depth = 0;
  trash: PyObject[] = [];
  addresses: AddressSpace = new AddressSpace();
  weakrefs: Map<PyObject, PyObject[]> = new Map();
  /** Interned strs of this instance, by their text; immortal while it lives. */
  interned: Map<string, PyObject> = new Map();
  /** How many digits an int may have in decimal text, as sys.set_int_max_str_digits has it; 0 means any. */
  maxStrDigits = 4300;
  /** Units of work until the next look at the limits; see work.ts. */
  fuel = 0;
  work: Work = new Work();
  /** For tests: a freed object loses its type and payload, so that any use of it is an error. */
  poison = false;
  /** For tests: a collection is due after every allocation. */
  collectAlways = false;
  /** How many such collections there have been, modulo 64. */
  forced = 0;
  hooks: HeapHooks;
  /** Until the static types exist everything made is immortal, and remembered here to be made so. */
  boot: PyObject[] | null = null;

  constructor(hooks: HeapHooks) {
    this.hooks = hooks;
  }
}

const noHooks: HeapHooks = {
  memoryError: () => {
    throw new Error("out of memory before the interpreter was wired");
  },
  weakrefCallback: () => {},
  collection: () => {},
  debugObject: () => {},
  saveGarbage: () => {},
  poll: () => {},
  roots: () => {},
};

/** The heap of the instance that runs. At first one that static types and their methods are made in. */
export let heap: Heap = new Heap(noHooks);
heap.boot = [];

/** Makes another heap the current one; answers the one before. */
export function useHeap(next: Heap): Heap {
  const before = heap;
  if (before.boot !== null && next !== before) endBoot(before.boot);
  heap = next;
  return before;
}

/** What was made while modules loaded belongs to every instance: it is immortal, and no instance's to account. */
function endBoot(made: PyObject[]): void {
  for (const o of made) {
    o.refcnt = IMMORTAL;
    o.gc &= GC_FLAGS;
    markStatic(o);
  }
  made.length = 0;
}

/** Bytes beyond which the work of filling them counts, 64 to a unit. */
const LARGE = 2048;

/** Accounts for a new object before it is made. */
export function account(size: number): void {
  if ((heap.bytes += size) > heap.limit) refuse(size);
  if (size > LARGE) heap.fuel -= size >> 6;
  heap.objects++;
}

/** Bytes that JavaScript needs for an object beyond its size in CPython, or about. */
const OVERHEAD = 64;

/** The limit for the bytes of the objects that there are now. It is measured when it is reached, and every so often. */
export const measureLimit = (): number => (heap.limit = heap.work.memory - heap.objects * OVERHEAD);

/** More than the limit is granted to an error and to what tells of it, and to a run that is halted while it is left. */
const isGranted = (): boolean => heap.granting > 0 || heap.work.halt !== null;

function refuse(size: number): void {
  if (isGranted() || heap.bytes <= measureLimit()) return;
  heap.bytes -= size;
  throwMemoryError();
}

/** The same for an object. What it would own is given up: whoever takes references over does that, also when it throws. */
function refuseObject(type: PyType, value: unknown, extra: unknown, size: number): void {
  try {
    refuse(size);
  } catch (e) {
    const o = new ObjectClass(type, value, extra) as PyObject;
    o.refcnt = 0;
    type.value.clear?.(o);
    if ((type.value.flags & HEAPTYPE) !== 0) type.refcnt--;
    throw e;
  }
}

function throwMemoryError(): never {
  heap.granting++;
  try {
    heap.hooks.memoryError();
  } finally {
    heap.granting--;
  }
}

/** Runs `body`, which makes what an error needs, without a limit of memory. */
export function beyondLimit<T>(body: () => T): T {
  heap.granting++;
  try {
    return body();
  } finally {
    heap.granting--;
  }
}

const HEADROOM = 2 ** 20;

/** Runs `body` with a little more memory than the limit has: what tells of its end, and what follows it, needs some. */
export function withHeadroom<T>(body: () => T): T {
  const h = heap;
  const { limit } = h;
  const { memory } = h.work;
  h.limit = Math.max(limit, h.bytes) + HEADROOM;
  h.work.memory = Math.max(memory, h.bytes) + 2 * HEADROOM;
  try {
    return body();
  } finally {
    h.limit = limit;
    h.work.memory = memory;
  }
}

/** May errors tell more of themselves? An endless error ends there. */
export const roomForErrors = (): boolean => heap.bytes <= heap.limit * 1.1 + 65536;

/** No piece of memory is larger, whatever the limit. */
const MOST_BYTES = 2 ** 31;

/** Raises MemoryError unless so many more bytes can be had. Asked before anything that large is made. */
export function reserve(bytes: number): void {
  if (bytes > MOST_BYTES || (heap.bytes + bytes > heap.limit && !isGranted() && heap.bytes + bytes > measureLimit()))
    throwMemoryError();
}

/** An object's own memory grows or shrinks. Asked before it does. */
export function resize(bytes: number): void {
  if ((heap.bytes += bytes) > heap.limit && bytes > 0) refuse(bytes);
}

/** A new object that the collector does not know. `size` is what `sizeOf` will say of it. */
export function alloc<V, E>(type: PyType, value: V, extra: E, size: number): Owned<PyObject<V, E>> {
  if ((heap.bytes += size) > heap.limit) refuseObject(type, value, extra, size);
  if (size > LARGE) heap.fuel -= size >> 6;
  heap.objects++;
  const o = new ObjectClass(type, value, extra);
  if (heap.addresses.waiting > 0) claimBlock(o, size, 0);
  if (heap.boot !== null) heap.boot.push(o);
  return o as Owned<PyObject<V, E>>;
}

/** An object that was just made, of `size` bytes, may lie where one lay whose address is known. */
export function claimBlock(o: PyObject, size: number, freeList: number): void {
  if (heap.addresses.claim(o, blockSize(o, size), o.type.value.preHeader, freeList)) o.gc |= GC_META;
}

/** As `claimBlock`, for an object that lay in a block for another type, whose instances have `preHeader` bytes before them. */
export function claimAgain(o: PyObject, size: number, preHeader: number): void {
  heap.addresses.unclaim(o, preHeader);
  if (heap.addresses.waiting > 0) claimBlock(o, size, 0);
}

/** Bytes of the block that an object itself lies in: a list's items and a dict's table lie elsewhere. */
export function blockSize(o: PyObject, size: number): number {
  const t = o.type.value;
  return t.itemSize === 0 ? t.basicSize + t.preHeader : size;
}

/** A new object of a type with HAVE_GC, tracked unless told. */
export function allocGC<V, E>(
  type: PyType,
  value: V,
  extra: E,
  size: number,
  freeList: number = type.value.freeList,
  tracked = true,
): Owned<PyObject<V, E>> {
  if ((heap.bytes += size) > heap.limit) refuseObject(type, value, extra, size);
  if (size > LARGE) heap.fuel -= size >> 6;
  heap.objects++;
  const o = new ObjectClass(type, value, extra);
  const reused = freeList !== 0 && heap.free[freeList] > 0;
  if (reused) heap.free[freeList]--;
  else countAllocation();
  if (heap.addresses.waiting > 0) claimBlock(o, size, reused ? freeList : 0);
  if (tracked) track(o);
  if (heap.boot !== null) heap.boot.push(o);
  return o as Owned<PyObject<V, E>>;
}

/** One more container since the last collection. */
function countAllocation(): void {
  const h = heap;
  const count = ++h.counts[0];
  if ((count > h.thresholds[0] && h.thresholds[0] !== 0) || h.collectAlways) h.pending = h.enabled && !h.collecting;
}

/** A container that CPython makes for a moment, as the iterator of a list is: it may make a collection due. */
export function countMomentary(): void {
  const h = heap;
  if (h.counts[0] >= h.thresholds[0] && h.thresholds[0] !== 0) h.pending = h.enabled && !h.collecting;
}

/** A container has gone back to its free list, which is answered, or to the system: then 0 is. */
export function countRelease(freeList: number): number {
  const h = heap;
  if (freeList !== 0 && h.free[freeList] < FREE_LIST_MAX[freeList]) {
    h.free[freeList]++;
    return freeList;
  }
  if (h.counts[0] > 0) h.counts[0]--;
  return 0;
}

/** A full collection empties the free lists, but for the one slice that is kept. */
export function emptyFreeLists(): void {
  const slices = heap.free[FREE_LIST_SLICE];
  heap.free.fill(0);
  heap.free[FREE_LIST_SLICE] = slices;
  if (heap.addresses.waiting === 0) return;
  heap.addresses.emptyFreeLists((list) =>
    list > FREE_LIST_TUPLE ? 40 + 8 * (list - FREE_LIST_TUPLE) : FREE_LIST_SIZES[list],
  );
}

/** A new float. `type` is the type itself: an instance of a subclass begins as one of these. */
export function allocFloat(type: PyType, n: number): Owned<PyObject<number>> {
  account(FLOAT_SIZE);
  const f = heap.floats.pop();
  if (f === undefined) {
    const made = new FloatObject(type, n) as PyObject<number>;
    if (heap.addresses.waiting > 0) claimBlock(made, FLOAT_SIZE, FREE_LIST_FLOAT);
    if (heap.boot !== null) heap.boot.push(made);
    return made as Owned<PyObject<number>>;
  }
  f.refcnt = 1;
  f.value = n;
  if (heap.addresses.waiting > 0) claimBlock(f as PyObject<number>, FLOAT_SIZE, FREE_LIST_FLOAT);
  return f as PyObject<number> as Owned<PyObject<number>>;
}

export const FLOAT_SIZE = 24;

/** Puts an object at the end of the youngest generation. */
export function track(o: PyObject): void {
  append(heap.lists[LIST_YOUNG], LIST_YOUNG, o);
}

export function append(list: GcList, number: number, o: PyObject): void {
  o.gc = (o.gc & GC_FLAGS) | (number << GC_LIST_SHIFT) | (list.items.length << GC_INDEX_SHIFT);
  list.items.push(o);
  list.live++;
}

/** Takes an object out of the collector's sight. */
export function untrack(o: PyObject): void {
  const word = o.gc;
  if ((word & GC_LIST_MASK) === 0) return;
  const number = (word & GC_LIST_MASK) >> GC_LIST_SHIFT;
  const list = heap.lists[number];
  const items = list.items;
  const i = word >>> GC_INDEX_SHIFT;
  o.gc = word & GC_FLAGS;
  list.live--;
  if (i === items.length - 1) {
    items.pop();
    return;
  }
  items[i] = null;
  if (items.length > 1024 && list.live < items.length >> 2 && number !== 5) compact(list);
}

/** Closes the holes of a list; the order stays. */
export function compact(list: GcList): void {
  const items = list.items;
  let n = 0;
  for (let i = 0; i < items.length; i++) {
    const o = items[i];
    if (o === null) continue;
    o.gc = (o.gc & (GC_FLAGS | GC_LIST_MASK)) | (n << GC_INDEX_SHIFT);
    items[n++] = o;
  }
  items.length = n;
}
