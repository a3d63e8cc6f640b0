// Weak references. The heap's side table maps an object to its references, in CPython's order:
// the plain reference and the plain proxy first, then those with a callback, newest first.
import { heap } from "./heap.ts";
import { GC_META, type PyObject } from "./object.ts";
import { drop, moved, newRef, type Owned } from "./refs.ts";

/** The payload of a weak reference or proxy. */
export interface WeakrefData {
  /** Null once the object is gone. Not counted. */
  target: PyObject | null;
  callback: PyObject | null;
  /** The hash of the target, once asked for. */
  hash: number | bigint | null;
}
export type PyWeakref = PyObject<WeakrefData>;

/** The references to an object, in the order in which callbacks are called. */
export const weakrefsOf = (o: PyObject): readonly PyWeakref[] =>
  (o.gc & GC_META) === 0 ? [] : ((heap.weakrefs.get(o) as PyWeakref[] | undefined) ?? []);

/** Enters a new reference into its target's list, at `position`. */
export function registerWeakref(ref: PyWeakref, target: PyObject, position: number): void {
  const list = heap.weakrefs.get(target);
  target.gc |= GC_META;
  if (list === undefined) heap.weakrefs.set(target, [ref]);
  else list.splice(position, 0, ref);
}

/** Takes a reference out of its target's list; it answers None from now on. */
export function unregisterWeakref(ref: PyWeakref): void {
  const target = ref.value.target;
  if (target === null) return;
  ref.value.target = null;
  const list = heap.weakrefs.get(target);
  if (list === undefined) return;
  const i = list.indexOf(ref);
  if (i >= 0) list.splice(i, 1);
  if (list.length === 0) heap.weakrefs.delete(target);
}

/** Clears every reference to a dying object, then calls the callbacks. */
export function clearWeakrefs(o: PyObject): void {
  const list = heap.weakrefs.get(o) as PyWeakref[] | undefined;
  if (list === undefined) return;
  heap.weakrefs.delete(o);
  const due: [Owned, Owned][] = [];
  for (const ref of list) {
    ref.value.target = null;
    const callback = ref.value.callback;
    if (callback === null) continue;
    ref.value.callback = null;
    // A reference that is itself dying is not called back.
    if (ref.refcnt > 0) due.push([newRef(ref), moved(callback)]);
    else drop(moved(callback));
  }
  for (const [ref, callback] of due) {
    heap.hooks.weakrefCallback(ref, callback);
    drop(callback);
    drop(ref);
  }
}
