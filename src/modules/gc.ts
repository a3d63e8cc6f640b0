// gc: the cycle collector, as Python sees it. The collector itself is heap/collect.ts; what it
// reports goes through the three functions at the end, which the embedding API puts into the
// heap's hooks.
import {
  collect,
  DEBUG_COLLECTABLE,
  DEBUG_SAVEALL,
  DEBUG_STATS,
  DEBUG_UNCOLLECTABLE,
  freeze,
  refersTo,
  trackedObjects,
  unfreeze,
} from "../heap/collect.ts";
import { heap } from "../heap/heap.ts";
import { GC_FINALIZED, isTracked, LIST_PERMANENT, type PyObject } from "../heap/object.ts";
import {
  drop,
  dropMaybe,
  keep,
  moved,
  newRef,
  newRefs,
  type Owned,
  type OwnedValue,
  share,
  type Value,
} from "../heap/refs.ts";
import { charge, isQuiet } from "../heap/work.ts";
import { current } from "../host/current.ts";
import { def } from "../native/signature.ts";
import { addressText } from "../objects/builtin.ts";
import { call, callMethod } from "../objects/call.ts";
import { dictSet, newDict } from "../objects/dict.ts";
import { caught, overflowError, PyError, typeError, valueError } from "../objects/errors.ts";
import { cInt, index, indexSize, newInt } from "../objects/int.ts";
import { isList, listAppend, newList, type PyList } from "../objects/list.ts";
import { nameInMessages, slotsOf, typeName } from "../objects/protocol.ts";
import { None } from "../objects/singletons.ts";
import { intern, newStr } from "../objects/str.ts";
import { tupleOf } from "../objects/tuple.ts";
import { referentsOf } from "./gcreferents.ts";
import { defineModule } from "./module.ts";
import { perInstance } from "./state.ts";
import { sysAttribute } from "./sysstate.ts";

/** The two lists, owned: what DEBUG_SAVEALL has kept, and who is called around collections. */
interface GcState {
  garbage: PyList | null;
  callbacks: PyList | null;
  /** When the collection that runs has begun, in nanoseconds. */
  started: bigint;
}
function giveUpLists(s: GcState): void {
  const { garbage, callbacks } = s;
  s.garbage = s.callbacks = null;
  dropMaybe(garbage);
  dropMaybe(callbacks);
}

const state = perInstance<GcState>({
  make: () => ({ garbage: null, callbacks: null, started: 0n }),
  traverse(s, visit) {
    if (s.garbage !== null) visit(s.garbage);
    if (s.callbacks !== null) visit(s.callbacks);
  },
  clear: giveUpLists,
  // The next program finds the collector as this one has found it.
  reset(s) {
    giveUpLists(s);
    heap.thresholds = [700, 10, 10];
    heap.debug = 0;
    heap.enabled = true;
  },
});

const garbageList = (): PyList => (state().garbage ??= newList(newRefs()));
const callbackList = (): PyList => (state().callbacks ??= newList(newRefs()));

/** A generation's number as a C int. */
function generationOf(value: Value): number {
  const n = index(value);
  if (typeof n !== "number" || n !== (n | 0)) throw overflowError("Python int too large to convert to C int");
  if (n < 0 || n > 2) throw valueError("invalid generation");
  return n;
}

/** New references to objects, as a list. */
function listOf(objects: Iterable<PyObject>): Owned<PyList> {
  const items = newRefs();
  for (const o of objects) items.push(newRef(o));
  return newList(items);
}

function objectsOf(generation: Value): OwnedValue {
  if (generation !== None && slotsOf(generation).index === null) {
    throw typeError(`argument should be integer or None, not '${typeName(generation)}'`);
  }
  const g = generation === None ? -1 : indexSize(generation);
  if (g >= 3) throw valueError("generation parameter must be less than the number of available generations (3)");
  if (g < -1) throw valueError("generation parameter cannot be negative");
  return listOf([...trackedObjects(g < 0 ? undefined : g)]);
}

/** Those who have a reference to one of the objects, youngest first. */
function referrersOf(objects: readonly Value[]): OwnedValue {
  charge(2 * heap.objects);
  const targets = new Set(objects.filter((o) => typeof o !== "number"));
  const found: PyObject[] = [];
  for (const o of trackedObjects()) if (refersTo(o, targets)) found.push(o);
  return listOf(found);
}

function setThreshold(args: readonly Value[], keywords: number): void {
  if (keywords > 0) throw typeError("set_threshold() takes no keyword arguments");
  const n = args.length;
  if (n < 1) throw typeError(`set_threshold() takes at least 1 argument (${n} given)`);
  if (n > 3) throw typeError(`set_threshold() takes at most 3 arguments (${n} given)`);
  // Those before one that is refused are set.
  args.forEach((value, i) => {
    heap.thresholds[i] = cInt(value);
  });
}

function statistics(): OwnedValue {
  const items = newRefs();
  for (const { collections, collected, uncollectable } of heap.stats)
    items.push(newCounts({ collections, collected, uncollectable }));
  return newList(items);
}

function newCounts(counts: Record<string, number>): Owned {
  const dict = newDict();
  for (const [name, n] of Object.entries(counts)) dictSet(dict, intern(name), newInt(n));
  return dict;
}

const newTriple = ([a, b, c]: readonly number[]): Owned => tupleOf(newInt(a), newInt(b), newInt(c));

export default defineModule({
  name: "gc",
  doc: "The collector of reference cycles: run it, tune it, watch it.",
  constants: () => ({
    DEBUG_STATS: newInt(DEBUG_STATS),
    DEBUG_COLLECTABLE: newInt(DEBUG_COLLECTABLE),
    DEBUG_UNCOLLECTABLE: newInt(DEBUG_UNCOLLECTABLE),
    DEBUG_SAVEALL: newInt(DEBUG_SAVEALL),
    DEBUG_LEAK: newInt(DEBUG_COLLECTABLE | DEBUG_UNCOLLECTABLE | DEBUG_SAVEALL),
    garbage: newRef(garbageList()),
    callbacks: newRef(callbackList()),
  }),
  functions: [
    def("enable($module, /)", "Lets the collector run by itself.", () => {
      heap.enabled = true;
    }),
    def("disable($module, /)", "Keeps the collector from running by itself.", () => {
      heap.enabled = false;
    }),
    def("isenabled($module, /) -> bool", "Does the collector run by itself?", () => heap.enabled),
    def(
      "collect($module, /, generation=2) -> int",
      "Collects now; answers how many objects were unreachable.",
      (_module, generation) => collect(generationOf(generation)),
    ),
    def("get_count($module, /)", "The counts that are compared with the thresholds.", () => newTriple(heap.counts)),
    def("get_threshold($module, /)", "The counts beyond which each generation is collected.", () =>
      newTriple(heap.thresholds),
    ),
    def(
      "set_threshold($module, *args, **kwargs)",
      "Sets the thresholds of the generations, youngest first; 0 for the first turns collection off.",
      (_module, args, keywords) => setThreshold(args, keywords.length),
    ),
    def("get_stats($module, /)", "For each generation, how often it was collected and what was found.", statistics),
    def(
      "get_objects($module, /, generation=None)",
      "The objects that the collector tracks, of all generations or of one.",
      (_module, generation) => objectsOf(generation),
    ),
    def(
      "get_referrers($module, *objs)",
      "The tracked objects that refer to any of the arguments.",
      (_module, objects) => referrersOf(objects),
    ),
    def("get_referents($module, *objs)", "What the arguments refer to.", (_module, objects) =>
      newList(referentsOf(objects)),
    ),
    def(
      "is_tracked($module, obj, /) -> bool",
      "Does the collector track the object?",
      (_module, o) => typeof o !== "number" && isTracked(o),
    ),
    def(
      "is_finalized($module, obj, /) -> bool",
      "Has the collector run the object's finalizer?",
      (_module, o) => typeof o !== "number" && (o.gc & GC_FINALIZED) !== 0,
    ),
    def("freeze($module, /)", "Puts all tracked objects where collections do not look.", freeze),
    def("unfreeze($module, /)", "Puts the frozen objects back, into the oldest generation.", unfreeze),
    def(
      "get_freeze_count($module, /) -> int",
      "How many objects are frozen.",
      () => heap.lists[LIST_PERMANENT].live + heap.frozenAtStart,
    ),
    def("set_debug($module, flags, /)", "Sets what the collector tells on stderr.", (_module, flags) => {
      heap.debug = debugFlags(flags);
    }),
    def("get_debug($module, /) -> int", "What the collector tells on stderr.", () => heap.debug),
  ],
});

function debugFlags(value: Value): number {
  const n = index(value);
  if (typeof n !== "number" || n !== (n | 0)) throw overflowError("Python int too large to convert to C int");
  return n;
}

// ---- what the collector reports ----

let unraisable: (exception: PyObject, where: PyObject) => void = () => {};
/** Told once by the embedding API: reports an exception that cannot be raised. */
export const setGcUnraisable = (f: typeof unraisable): void => {
  unraisable = f;
};

/** Writes to sys.stderr; a stream that fails is no reason to stop a collection. */
function write(text: string): void {
  const stream = sysAttribute("stderr");
  if (stream === undefined || stream === None) return;
  const held = keep(stream);
  try {
    drop(callMethod(held, "write", newStr(text)));
  } catch (e) {
    drop(moved(caught(e)));
  } finally {
    drop(held);
  }
}

const now = (): bigint => current.clock.monotonic();

/** HeapHooks.collection: calls gc.callbacks and tells the statistics, in CPython's order. */
export function gcCollection(
  phase: "start" | "stop",
  generation: number,
  collected: number,
  uncollectable: number,
): void {
  if (isQuiet()) return;
  if (phase === "start") callBack(phase, generation, collected, uncollectable);
  if ((heap.debug & DEBUG_STATS) !== 0) {
    if (phase === "start") writeStart(generation);
    else {
      const elapsed = Number(now() - state().started) / 1e9;
      write(
        `gc: done, ${collected + uncollectable} unreachable, ${uncollectable} uncollectable, ${elapsed.toFixed(4)}s elapsed\n`,
      );
    }
  }
  if (phase === "stop") callBack(phase, generation, collected, uncollectable);
}

function writeStart(generation: number): void {
  write(`gc: collecting generation ${generation}...\n`);
  write(`gc: objects in each generation: ${[1, 2, 3].map((i) => heap.lists[i].live).join(" ")}\n`);
  write(`gc: objects in permanent generation: ${heap.lists[LIST_PERMANENT].live}\n`);
  state().started = now();
}

function callBack(phase: string, generation: number, collected: number, uncollectable: number): void {
  const { callbacks } = state();
  if (callbacks === null || !isList(callbacks) || callbacks.value.length === 0) return;
  const info = newCounts({ generation, collected, uncollectable });
  newRef(callbacks);
  try {
    for (let i = 0; i < callbacks.value.length; i++) callOne(share(callbacks.value, i), phase, info);
  } finally {
    drop(info);
    drop(moved(callbacks));
  }
}

/** Steals the callback. */
function callOne(callback: OwnedValue, phase: string, info: Owned): void {
  try {
    drop(call(callback, newRef(intern(phase)), newRef(info)));
  } catch (e) {
    if (!(e instanceof PyError)) throw e;
    unraisable(e.exception, callback as PyObject);
  } finally {
    drop(callback);
  }
}

/** HeapHooks.debugObject. */
export const gcDebugObject = (what: string, o: PyObject): void =>
  write(`gc: ${what} <${nameInMessages(o.type)} ${addressText(o)}>\n`);

/** HeapHooks.saveGarbage. */
export const gcSaveGarbage = (o: PyObject): void => listAppend(garbageList(), newRef(o));
