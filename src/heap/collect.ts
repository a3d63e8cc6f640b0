// The cycle collector: gcmodule.c's algorithm over arrays instead of linked lists. The order of
// objects within a generation is CPython's, for finalizers and callbacks show it.
//
// A collection of generation g, step by step, and what holds after each:
//   merge      the younger generations stand behind g's own objects
//   copy       refs[i] is the count of object i
//   subtract   refs[i] counts only the references from outside the generation
//   move       what is reachable from outside stands in `reachable`, the rest in the garbage list
//   finalize   weak references to garbage are cleared, finalizers have run once
//   rescue     what a finalizer has made reachable again has left the garbage list
//   delete     the rest has been cleared; what still lives after that is old
import { runFinalizer } from "./dealloc.ts";
import { append, emptyFreeLists, FREE_LIST_LIST, FREE_LIST_TUPLE, type GcList, heap } from "./heap.ts";
import {
  GC_FINALIZED,
  GC_FLAGS,
  GC_INDEX_SHIFT,
  GC_LIST_MASK,
  GC_LIST_SHIFT,
  GC_META,
  LIST_COLLECTING,
  LIST_GARBAGE,
  LIST_OLD,
  PyObject as ObjectClass,
  type PyObject,
  type PyType,
} from "./object.ts";
import { drop, moved, newRef, type Owned, type Value } from "./refs.ts";
import {
  DICT_SUBCLASS,
  HAVE_GC,
  HEAPTYPE,
  LIST_SUBCLASS,
  MADE_BY_MODULE,
  PLAIN_LAYOUT,
  TUPLE_SUBCLASS,
  TYPE_SUBCLASS,
} from "./type.ts";
import { type PyWeakref, weakrefsOf } from "./weakrefs.ts";

export const DEBUG_STATS = 1;
export const DEBUG_COLLECTABLE = 2;
export const DEBUG_UNCOLLECTABLE = 4;
export const DEBUG_SAVEALL = 32;

// State of one pass over one set of objects: index -> references still to explain.
let refs = new Int32Array(1 << 12);
const VISITED_UNREACHABLE = -1;
const COLLECTING_WORD = LIST_COLLECTING << GC_LIST_SHIFT;

const isCollecting = (o: PyObject): boolean => (o.gc & GC_LIST_MASK) === COLLECTING_WORD;

function subtractReference(o: PyObject): void {
  if (isCollecting(o)) refs[o.gc >>> GC_INDEX_SHIFT]--;
}

/** As `traverse` with `subtractReference`: the commonest kinds without a call for each reference. */
function subtractFrom(o: PyObject): void {
  const t = o.type.value;
  if ((t.flags & PLAIN_INSTANCE) === PLAIN_INSTANCE) {
    subtractValues(o.value as (Value | undefined)[]);
    if (o.extra instanceof ObjectClass) subtractReference(o.extra);
    subtractReference(o.type);
  } else if ((t.flags & ITEMS) !== 0 && t.base?.value.base === null) subtractValues(o.value as Value[]);
  else t.traverse?.(o, subtractReference);
}

function subtractValues(values: readonly (Value | undefined)[]): void {
  for (let i = 0; i < values.length; i++) {
    const value = values[i];
    if (value !== undefined && typeof value !== "number" && isCollecting(value)) refs[value.gc >>> GC_INDEX_SHIFT]--;
  }
}

/** Instances of classes keep their attributes in `value`, and their dict, if they have one, in `extra`. */
const PLAIN_INSTANCE = PLAIN_LAYOUT | HEAPTYPE;
/** Lists and tuples, when they are nothing more, own what is in `value`: the base of both is object. */
const ITEMS = LIST_SUBCLASS | TUPLE_SUBCLASS;

let queue: PyObject[] = [];

function reach(o: PyObject): void {
  if (!isCollecting(o)) return;
  const i = o.gc >>> GC_INDEX_SHIFT;
  if (refs[i] === VISITED_UNREACHABLE) {
    // It was given up too early: it is looked at again, after all others.
    refs[i] = 1;
    queue.push(o);
  } else if (refs[i] === 0) refs[i] = 1;
}

/** As `traverse` with `reach`, in the same order. */
function reachFrom(o: PyObject): void {
  const t = o.type.value;
  if ((t.flags & PLAIN_INSTANCE) === PLAIN_INSTANCE) {
    const values = o.value as (Value | undefined)[];
    for (let i = 0; i < values.length; i++) reachValue(values[i]);
    if (o.extra instanceof ObjectClass) reach(o.extra);
    reach(o.type);
  } else if ((t.flags & ITEMS) !== 0 && t.base?.value.base === null) {
    const items = o.value as Value[];
    for (let i = items.length - 1; i >= 0; i--) reachValue(items[i]);
  } else t.traverse?.(o, reach);
}

function reachValue(value: Value | undefined): void {
  if (value !== undefined && typeof value !== "number" && isCollecting(value)) reach(value);
}

/** Splits objects into those reachable from outside of them, in CPython's order, and the rest. */
function partition(objects: PyObject[]): { reachable: PyObject[]; unreachable: PyObject[] } {
  const n = objects.length;
  if (refs.length < n) refs = new Int32Array(n * 2);
  for (let i = 0; i < n; i++) {
    const o = objects[i];
    o.gc = (o.gc & GC_FLAGS) | COLLECTING_WORD | (i << GC_INDEX_SHIFT);
    refs[i] = o.refcnt;
  }
  for (let i = 0; i < n; i++) subtractFrom(objects[i]);
  const reachable: PyObject[] = [];
  const candidates: PyObject[] = [];
  queue = objects;
  for (let k = 0; k < queue.length; k++) {
    const o = queue[k];
    const i = o.gc >>> GC_INDEX_SHIFT;
    if (refs[i] > 0) {
      reachable.push(o);
      reachFrom(o);
    } else {
      refs[i] = VISITED_UNREACHABLE;
      candidates.push(o);
    }
  }
  const unreachable = candidates.filter((o) => refs[o.gc >>> GC_INDEX_SHIFT] === VISITED_UNREACHABLE);
  queue = [];
  return { reachable, unreachable };
}

/** Takes every object out of a list. */
function takeAll(list: GcList): PyObject[] {
  const objects = (list.live === list.items.length ? list.items : list.items.filter((o) => o !== null)) as PyObject[];
  list.items = [];
  list.live = 0;
  return objects;
}

function appendAll(number: number, objects: readonly PyObject[]): void {
  const list = heap.lists[number];
  for (let i = 0; i < objects.length; i++) append(list, number, objects[i]);
}

/** Is it a tuple, or a dict, and of no type that is built on one? The base of both is object. */
const isExactly = (o: PyObject, kind: number): boolean =>
  (o.type.value.flags & kind) !== 0 && o.type.value.base?.value.base === null;

/** Drops from sight what is of a kind and holds only objects that the collector never tracks: it cannot be part of a cycle. */
function untrackKind(objects: PyObject[], kind: number): PyObject[] {
  let n = 0;
  for (let i = 0; i < objects.length; i++) {
    const o = objects[i];
    if ((o.type.value.flags & kind) !== 0 && isExactly(o, kind) && holdsOnlyUntracked(o)) o.gc &= GC_FLAGS;
    else objects[n++] = o;
  }
  objects.length = n;
  return objects;
}

let foundTrackable = false;
function noteTrackable(o: PyObject): void {
  foundTrackable ||= (o.gc & GC_LIST_MASK) !== 0 || mayBecomeTracked(o);
}
/**
 * Any container may come under the collector's watch again, but a tuple; what is immortal is never looked at, unless
 * it is a type that CPython's collector watches.
 */
const mayBecomeTracked = (o: PyObject): boolean =>
  (o.type.value.flags & HAVE_GC) !== 0 &&
  (o.type.value.flags & (TUPLE_SUBCLASS | HEAPTYPE)) !== TUPLE_SUBCLASS &&
  (o.refcnt < 2 ** 28 || isModuleType(o));

const isModuleType = (o: PyObject): boolean =>
  (o.type.value.flags & TYPE_SUBCLASS) !== 0 && ((o as PyType).value.flags & MADE_BY_MODULE) !== 0;

function holdsOnlyUntracked(o: PyObject): boolean {
  foundTrackable = false;
  o.type.value.traverse?.(o, noteTrackable);
  return !foundTrackable;
}

/**
 * Clears the weak references to garbage; calls the callbacks of those references that are not garbage themselves.
 * They keep their callbacks. Answers how many of these references died of it, which count as collected; null when
 * there were none to call.
 */
function handleWeakrefs(unreachable: PyObject[]): number | null {
  if (heap.weakrefs.size === 0) return null;
  const doomed = new Set<PyObject>(unreachable);
  const due: PyWeakref[] = [];
  for (const o of unreachable) {
    if ((o.gc & GC_META) === 0) continue;
    for (const ref of [...weakrefsOf(o)]) {
      ref.value.target = null;
      if (ref.value.callback !== null && !doomed.has(ref)) due.push(newRef(ref));
    }
    heap.weakrefs.delete(o);
  }
  let freed = 0;
  for (const ref of due) {
    if (ref.value.callback !== null) heap.hooks.weakrefCallback(ref, ref.value.callback);
    drop(ref as Owned<PyWeakref>);
    if (ref.refcnt <= 0) freed++;
  }
  return due.length > 0 ? freed : null;
}

/** Runs the finalizers of garbage; true when there were any. */
function finalizeGarbage(): boolean {
  let ran = false;
  const list = heap.lists[LIST_GARBAGE];
  for (let i = 0; i < list.items.length; i++) {
    const o = list.items[i];
    if (o === null || (o.gc & GC_FINALIZED) !== 0) continue;
    if (o.type.value.slots.finalize === null) continue;
    o.gc |= GC_FINALIZED;
    newRef(o);
    runFinalizer(o);
    drop(moved(o));
    ran = true;
  }
  return ran;
}

/** Takes out of the garbage what finalizers and callbacks have made reachable again; answers how much is left. */
function withoutRescued(old: number): number {
  const { reachable, unreachable } = partition(takeAll(heap.lists[LIST_GARBAGE]));
  appendAll(old, reachable);
  appendAll(LIST_GARBAGE, unreachable);
  return unreachable.length;
}

/** Clears each piece of garbage; most of it dies of that. */
function deleteGarbage(old: number): void {
  const list = heap.lists[LIST_GARBAGE];
  for (let i = 0; i < list.items.length; i++) {
    const o = list.items[i];
    if (o === null) continue;
    if (heap.debug & DEBUG_SAVEALL) heap.hooks.saveGarbage(o);
    else {
      newRef(o);
      o.type.value.clear?.(o);
      drop(moved(o));
    }
    if (list.items[i] === o) {
      list.items[i] = null;
      list.live--;
      append(heap.lists[old], old, o);
    }
  }
  list.items = [];
  list.live = 0;
}

/** Runs a collection of a generation and all younger ones; answers how many objects were unreachable. */
export function collect(generation: number): number {
  if (heap.collecting) return 0;
  heap.collecting = true;
  try {
    heap.hooks.collection("start", generation, 0, 0);
    const found = collectNow(generation);
    const stats = heap.stats[generation];
    stats.collections++;
    stats.collected += found;
    heap.hooks.collection("stop", generation, found, 0);
    return found;
  } finally {
    heap.collecting = false;
  }
}

function collectNow(generation: number): number {
  const h = heap;
  if (generation + 1 < 3) h.counts[generation + 1]++;
  for (let i = 0; i <= generation; i++) h.counts[i] = 0;
  let objects = takeAll(h.lists[generation + 1]);
  for (let i = 0; i < generation; i++) objects = objects.concat(takeAll(h.lists[i + 1]));
  const old = Math.min(generation + 2, LIST_OLD);

  heap.fuel -= objects.length;
  const { reachable, unreachable } = partition(objects);
  let survivors = untrackKind(reachable, TUPLE_SUBCLASS);
  if (generation === 2) {
    survivors = untrackKind(survivors, DICT_SUBCLASS);
    h.longLivedPending = 0;
    h.longLivedTotal = survivors.length + OWN_OBJECTS;
    h.ownAreYoung = false;
  } else if (generation === 1) {
    h.longLivedPending += survivors.length + (h.ownAreYoung ? OWN_OBJECTS : 0);
    h.ownAreYoung = false;
  }
  appendAll(old, survivors);
  appendAll(LIST_GARBAGE, unreachable);
  if (h.debug & DEBUG_COLLECTABLE) for (const o of unreachable) h.hooks.debugObject("collectable", o);

  const freed = handleWeakrefs(unreachable);
  const found = finalizeGarbage() || freed !== null ? withoutRescued(old) : unreachable.length;
  deleteGarbage(old);
  if (generation === 2) emptyFreeLists();
  return found + (freed ?? 0);
}

/** The collection that allocations have made due, between two instructions. */
export function collectDue(): void {
  const h = heap;
  h.pending = false;
  if (!h.enabled || h.collecting) return;
  const g = h.collectAlways ? forcedGeneration() : dueGeneration();
  if (g >= 0) collect(g);
}

/** For tests: a young collection each time, a full one each 64th. */
function forcedGeneration(): number {
  heap.forced = (heap.forced + 1) & 63;
  return heap.forced === 0 ? 2 : 0;
}

/** The oldest generation over its threshold. A full collection also waits until a quarter more objects have come of age. */
function dueGeneration(): number {
  const h = heap;
  for (let g = 2; g >= 0; g--) {
    if (h.counts[g] <= h.thresholds[g]) continue;
    if (g === 2 && h.longLivedPending < Math.floor(h.longLivedTotal / 4)) continue;
    return g === 0 && h.thresholds[0] === 0 ? -1 : g;
  }
  return -1;
}

/** What CPython has made of its own when a program begins, beyond what is made here, and how often it has collected. */
const OWN_OBJECTS = 4800;
/** How many freed lists, dicts and tuples of 1 to 20 items it has put by. */
const OWN_FREE = [9, 14, 5, 8, 3, 1, 1, 1, 0, 0, 2, 0, 1, 0, 1, 1, 0, 0, 1, 2];
const OWN_COLLECTIONS = { collections: 5, collected: 24, uncollectable: 0 };

/** A program begins: what there is has survived young collections, the latest of which has just been. */
export function settle(): void {
  const h = heap;
  if (h.settled) return;
  h.settled = true;
  const [young, middle] = h.lists.slice(1, 3);
  appendAll(2, takeAll(young).concat(takeAll(middle)));
  h.counts = [0, OWN_COLLECTIONS.collections, 0];
  h.stats[0] = { ...OWN_COLLECTIONS };
  h.free.fill(0);
  h.free.set(OWN_FREE.slice(0, 2), FREE_LIST_LIST);
  h.free.set(OWN_FREE.slice(2), FREE_LIST_TUPLE + 1);
  h.pending = false;
}

/** Moves every tracked object to the permanent generation, or back to the oldest one. */
export function freeze(): void {
  for (let g = 0; g < 3; g++) {
    appendAll(4, takeAll(heap.lists[g + 1]));
    heap.counts[g] = 0;
  }
}
export function unfreeze(): void {
  heap.frozenAtStart = 0;
  appendAll(LIST_OLD, takeAll(heap.lists[4]));
}

/** The objects of the three generations, or of one, youngest first. */
export function* trackedObjects(generation?: number): Iterable<PyObject> {
  for (let g = 0; g < 3; g++) {
    if (generation !== undefined && g !== generation) continue;
    for (const o of heap.lists[g + 1].items) if (o !== null) yield o;
  }
}

/** Has any of the targets a reference from `holder`? */
export function refersTo(holder: PyObject, targets: ReadonlySet<PyObject>): boolean {
  let found = false;
  holder.type.value.traverse?.(holder, (o) => {
    found ||= targets.has(o);
  });
  return found;
}
