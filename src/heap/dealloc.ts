// What happens at count zero: the finalizer runs, weak references are cleared, children are
// dropped, the bytes go back. Deallocation nests as in CPython, so that finalizers run in its
// order, but only 50 deep: what lies deeper waits on the heap's trash list, and a chain of a
// million objects dies without a deep stack.
import { blockSize, countRelease, FLOAT_SIZE, FREE_LIST_TUPLE, heap, track, untrack } from "./heap.ts";
import { type FloatObject, GC_FINALIZED, GC_META, PyObject as ObjectClass, type PyObject } from "./object.ts";
import type { Value } from "./refs.ts";
import { Shape } from "./shape.ts";
import { HAVE_GC, HEAPTYPE, sizeOf, TUPLE_SUBCLASS, type TypeData } from "./type.ts";
import { clearWeakrefs } from "./weakrefs.ts";
import { Halt, isQuiet } from "./work.ts";

const MAX_NESTING = 50;

export function dealloc(o: PyObject): void {
  o.type.value.dealloc(o);
}

/** For types whose objects own no references: numbers, text. */
export function deallocLeaf(o: PyObject): void {
  const t = o.type.value;
  const size = (t.sizeof === null ? t.basicSize : t.sizeof(o)) + t.preHeader;
  release(o, t, size, t.freeList);
}

const MAX_FLOATS = 100;

/** For exact floats. */
export function deallocFloat(o: PyObject): void {
  const h = heap;
  if ((o.gc & GC_META) !== 0 || h.addresses.waiting > 0) {
    const t = o.type.value;
    forget(o, t, FLOAT_SIZE, t.freeList);
    o.gc = 0;
  }
  h.bytes -= FLOAT_SIZE;
  h.objects--;
  if (h.poison) poison(o);
  else if (h.floats.length < MAX_FLOATS) h.floats.push(o as FloatObject);
}

/** For every other type, classes of the program included. */
export function deallocObject(o: PyObject): void {
  const h = heap;
  const t = o.type.value;
  const gc = (t.flags & HAVE_GC) !== 0;
  if (gc) untrack(o);
  if (h.depth >= MAX_NESTING) {
    h.trash.push(o);
    return;
  }
  h.depth++;
  if (t.slots.finalize === null || finalizeDying(o, gc)) dismantle(o, t);
  if (--h.depth === 0 && h.trash.length > 0) emptyTrash();
}

/** For builtins that own the items of an array, and nothing else: last to first. The free list is 0 for none. */
export function deallocItems(o: PyObject, items: ArrayLike<Value>, size: number, freeList: number): void {
  const h = heap;
  untrack(o);
  if (h.depth >= MAX_NESTING) {
    h.trash.push(o);
    return;
  }
  h.depth++;
  if ((o.gc & GC_META) !== 0) clearWeakrefs(o);
  for (let i = items.length - 1; i >= 0; i--) {
    const item = items[i];
    if (typeof item !== "number" && --item.refcnt === 0) dealloc(item);
  }
  release(o, o.type.value, size, countRelease(freeList));
  if (--h.depth === 0 && h.trash.length > 0) emptyTrash();
}

/** For exact dicts: the entries go first to last, each key before its value. */
export function deallocEntries(
  o: PyObject,
  keys: readonly (Value | null)[],
  values: readonly (Value | undefined)[],
  size: number,
  freeList: number,
): void {
  const h = heap;
  untrack(o);
  if (h.depth >= MAX_NESTING) {
    h.trash.push(o);
    return;
  }
  h.depth++;
  if ((o.gc & GC_META) !== 0) clearWeakrefs(o);
  for (let i = 0; i < keys.length; i++) {
    const key = keys[i];
    if (key === null) continue;
    if (typeof key !== "number" && --key.refcnt === 0) dealloc(key);
    dropMaybe(values[i]);
  }
  release(o, o.type.value, size, countRelease(freeList));
  if (--h.depth === 0 && h.trash.length > 0) emptyTrash();
}

/** For instances of plain classes: the members and attributes go first to last, or in the order that their shape says. */
export function deallocInstance(o: PyObject): void {
  const h = heap;
  untrack(o);
  if (h.depth >= MAX_NESTING) {
    h.trash.push(o);
    return;
  }
  h.depth++;
  if (o.type.value.slots.finalize === null || finalizeDying(o, true)) {
    if ((o.gc & GC_META) !== 0) clearWeakrefs(o);
    const type = o.type;
    const t = type.value;
    dropAttributes(o.value as (Value | undefined)[], o.extra);
    release(o, t, t.basicSize + t.preHeader, countRelease(0));
    if (--type.refcnt === 0) dealloc(type);
  }
  if (--h.depth === 0 && h.trash.length > 0) emptyTrash();
}

/** Gives up what an instance of a plain class has had: `extra` is its shape, or its dict. */
export function dropAttributes(values: readonly (Value | undefined)[], extra: unknown): void {
  const order = extra instanceof Shape ? extra.dropOrder : null;
  const first = order === null ? values.length : (extra as Shape).first;
  for (let i = 0; i < first; i++) dropMaybe(values[i]);
  if (order !== null) for (const i of order) dropMaybe(values[first + i]);
  if (extra instanceof ObjectClass) dropMaybe(extra);
}

function dropMaybe(value: Value | undefined): void {
  if (value !== undefined && typeof value !== "number" && --value.refcnt === 0) dealloc(value);
}

function emptyTrash(): void {
  const h = heap;
  h.depth++;
  for (let o = h.trash.pop(); o !== undefined; o = h.trash.pop()) dealloc(o);
  h.depth--;
}

/** Runs a finalizer. A run that is halted runs none, and one that is halted by it goes on until it can stop. */
export function runFinalizer(o: PyObject): void {
  if (isQuiet()) return;
  const granting = heap.granting;
  heap.granting = 0;
  try {
    o.type.value.slots.finalize?.(o);
  } catch (e) {
    if (!(e instanceof Halt)) throw e;
  } finally {
    heap.granting = granting;
  }
}

/** Runs the finalizer of an object without references; false when that has brought it back to life. */
function finalizeDying(o: PyObject, gc: boolean): boolean {
  if (gc) {
    if ((o.gc & GC_FINALIZED) !== 0) return true;
    track(o);
    o.gc |= GC_FINALIZED;
  }
  o.refcnt = 1;
  runFinalizer(o);
  if (--o.refcnt > 0) return false;
  if (gc) untrack(o);
  return true;
}

function dismantle(o: PyObject, t: TypeData): void {
  if ((o.gc & GC_META) !== 0) clearWeakrefs(o);
  const size = sizeOf(o);
  const type = o.type;
  const freeList = t.flags & HAVE_GC ? freeListFor(o, t) : 0;
  t.clear?.(o);
  release(o, t, size, (t.flags & HAVE_GC) !== 0 ? countRelease(freeList) : 0);
  if ((t.flags & HEAPTYPE) !== 0 && --type.refcnt === 0) dealloc(type);
}

/** The bytes of an object that owns nothing any more go back, to the free list `kept` if that is not 0. */
function release(o: PyObject, t: TypeData, size: number, kept: number): void {
  const h = heap;
  h.bytes -= size;
  h.objects--;
  if ((o.gc & GC_META) !== 0 || h.addresses.waiting > 0) forget(o, t, size, kept);
  if (h.poison) poison(o);
}

function freeListFor(o: PyObject, t: TypeData): number {
  if ((t.flags & HEAPTYPE) !== 0) return 0;
  if ((t.flags & TUPLE_SUBCLASS) === 0) return t.freeList;
  const n = (o.value as readonly unknown[]).length;
  return n > 0 && n <= 20 && t.freeList !== 0 ? FREE_LIST_TUPLE + n : 0;
}

/** The side tables forget the object; its block goes to a free list or back to the system. */
function forget(o: PyObject, t: TypeData, size: number, freeList: number): void {
  if ((o.gc & GC_META) !== 0 && heap.weakrefs.has(o)) clearWeakrefs(o);
  if (heap.addresses.has(o)) heap.addresses.release(o, t.preHeader, freeList);
  else if (heap.addresses.waiting > 0) heap.addresses.releaseUnknown(blockSize(o, size), freeList);
}

/** After this any use of the object is an error, or a count that the audit finds. */
function poison(o: PyObject): void {
  const dead = o as { type: unknown; value: unknown; extra: unknown; refcnt: number };
  dead.type = undefined;
  dead.value = undefined;
  dead.extra = undefined;
  dead.refcnt = Number.NEGATIVE_INFINITY;
}
