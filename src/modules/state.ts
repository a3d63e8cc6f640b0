// State of native modules that belongs to one interpreter instance. It hangs on the instance's
// heap, so it is found by way of the module-level `heap`, as everything of the instance is.
// What such state owns is named to the audit and the collector by its `traverse`, and given up
// by its `clear` when the instance ends.
import { type Heap, heap } from "../heap/heap.ts";
import type { PyObject } from "../heap/object.ts";

interface StateTable<T> {
  make(): T;
  traverse?(state: T, visit: (o: PyObject) => void): void;
  clear?(state: T): void;
  /** When a program of the instance has ended: gives up what the program has left in it. */
  reset?(state: T): void;
}
type Entry = { table: StateTable<unknown>; state: unknown };
const entries = new WeakMap<Heap, Entry[]>();

/** Declares a state; answers what finds the state of the instance that runs, made when first asked for. */
export function perInstance<T>(table: StateTable<T>): () => T {
  let lastHeap: Heap | null = null;
  let lastState: T;
  return () => {
    if (lastHeap === heap) return lastState;
    let list = entries.get(heap);
    if (list === undefined) entries.set(heap, (list = []));
    let entry = list.find((e) => e.table === table);
    if (entry === undefined) list.push((entry = { table: table as StateTable<unknown>, state: table.make() }));
    lastHeap = heap;
    lastState = entry.state as T;
    return lastState;
  };
}

/** Visits every object that the modules' state of this instance owns. */
export function traverseState(visit: (o: PyObject) => void): void {
  for (const { table, state } of entries.get(heap) ?? []) table.traverse?.(state, visit);
}

/** Gives up everything that the modules' state of this instance owns. */
export function clearState(): void {
  for (const { table, state } of entries.get(heap) ?? []) table.clear?.(state);
}

/** Gives up what a program has left in the modules' state of this instance. */
export function resetState(): void {
  for (const { table, state } of entries.get(heap) ?? []) table.reset?.(state);
}
