// _tracemalloc: where the objects that are alive were made. While it traces, each new object is
// noted with the lines that were running; how much there is, is found by looking for those that
// are still alive. CPython traces blocks of memory: an object whose contents lie apart counts as
// two, and so does an int that lies unboxed in a container, as part of what its container has.
import { liveObjects } from "../heap/audit.ts";
import { heap } from "../heap/heap.ts";
import { type PyObject, setBirthWatcher } from "../heap/object.ts";
import { isSmallInt, newRef, newRefs, type Owned, type OwnedValue } from "../heap/refs.ts";
import { Shape } from "../heap/shape.ts";
import { sizeOf } from "../heap/type.ts";
import { def } from "../native/signature.ts";
import { DictTable } from "../objects/dicttable.ts";
import { valueError } from "../objects/errors.ts";
import { IntType, newInt } from "../objects/int.ts";
import { newList } from "../objects/list.ts";
import { newBool, newNone } from "../objects/singletons.ts";
import { newStr } from "../objects/str.ts";
import { newTuple, tupleOf } from "../objects/tuple.ts";
import { complete, type Frame, runningFrame } from "../vm/frame.ts";
import { defineModule } from "./module.ts";
import { perInstance } from "./state.ts";

interface Place {
  file: string;
  line: number;
}
/** Where something was made: the most recent call first, as far as the limit goes, and how many calls there were. */
interface Trace {
  places: readonly Place[];
  total: number;
}

class Tracing {
  on = false;
  /** What it makes for its own answers is not traced. */
  quiet = false;
  limit = 1;
  births: WeakMap<object, Trace> = new WeakMap();
  /** Traces by their text, each kept once. */
  known: Map<string, Trace> = new Map();
  /** Bytes of the heap when the tracing began, and the most there have been since, beyond those. */
  base = 0;
  peak = 0;
}
const tracing = perInstance<Tracing>({
  make: () => new Tracing(),
  reset: (state) => stop(state),
  clear: (state) => stop(state),
});

/** How many instances trace. */
let active = 0;

function stop(state: Tracing): void {
  if (state.on && --active === 0) setBirthWatcher(null);
  forget(state);
  state.on = false;
  state.peak = 0;
}

function forget(state: Tracing): void {
  state.births = new WeakMap();
  state.known.clear();
  state.base = heap.bytes;
  state.peak = 0;
}

function noteBirth(o: object): void {
  const state = tracing();
  if (!state.on || state.quiet) return;
  state.births.set(o, traceNow(state));
  state.peak = Math.max(state.peak, heap.bytes - state.base);
}

function traceNow({ limit, known }: Tracing): Trace {
  const frames: Frame[] = [];
  let total = 0;
  for (let f = runningFrame(); f !== null; f = complete(f.back)) if (total++ < limit) frames.push(f);
  const places = frames.map((f) => ({ file: f.code.unit.filename, line: f.line }));
  if (places.length === 0) places.push({ file: "<unknown>", line: 0 });
  const key = `${total} ${places.map(({ file, line }) => `${file}:${line}`).join(" ")}`;
  let trace = known.get(key);
  if (trace === undefined) known.set(key, (trace = { places, total: Math.max(1, total) }));
  return trace;
}

// ---- blocks ----

/** What CPython asks for when it makes an int of up to 30 bits. */
const INT_BYTES = 32;
const SMALLEST_INT = 28;

/** The array of attribute values of a plain instance: room for one more, and a byte each for their order. */
function valuesBytes(o: PyObject): number {
  if (!(o.extra instanceof Shape)) return 0;
  const room = o.extra.names.length + 1;
  return 8 * Math.ceil((room + 2) / 8) + 8 * room;
}

/** The array that an object keeps its values in, if it has one that may hold unboxed ints. */
function slotsIn(o: PyObject): readonly unknown[] {
  const { value } = o as { value: unknown };
  if (Array.isArray(value)) return value;
  return value instanceof DictTable ? value.values : [];
}

/** Calls `each` with the size of every block of an object. */
function blocksOf(o: PyObject, each: (bytes: number) => void): void {
  const size = sizeOf(o);
  const { basicSize, preHeader, itemSize } = o.type.value;
  const apart = itemSize === 0 && preHeader > 0 ? size - basicSize - preHeader : 0;
  each(o.type === IntType && size === SMALLEST_INT ? INT_BYTES : size - apart);
  const values = valuesBytes(o);
  for (const bytes of [apart, values]) if (bytes > 0) each(bytes);
  for (const slot of slotsIn(o)) if (typeof slot === "number" && !isSmallInt(slot)) each(INT_BYTES);
}

/** Every block that was made since the tracing began, and is alive. */
function eachBlock(state: Tracing, each: (trace: Trace, bytes: number) => void): void {
  for (const o of liveObjects()) {
    const trace = state.births.get(o);
    if (trace !== undefined) blocksOf(o, (bytes) => each(trace, bytes));
  }
}

function tracedBytes(state: Tracing): number {
  let total = 0;
  eachBlock(state, (_trace, bytes) => {
    total += bytes;
  });
  state.peak = Math.max(state.peak, total);
  return total;
}

// ---- answers ----

function placesTuple({ places }: Trace): Owned {
  const items = newRefs();
  for (const { file, line } of places) items.push(tupleOf(newStr(file), newInt(line)));
  return newTuple(items);
}

function traces(state: Tracing): OwnedValue {
  const before = heap.bytes;
  state.quiet = true;
  try {
    return listTraces(state);
  } finally {
    state.quiet = false;
    state.base += heap.bytes - before;
  }
}

function listTraces(state: Tracing): OwnedValue {
  const found: [Trace, number][] = [];
  eachBlock(state, (trace, bytes) => found.push([trace, bytes]));
  const tuples = new Map<Trace, Owned>();
  const items = newRefs();
  for (const [trace, bytes] of found) {
    let places = tuples.get(trace);
    if (places === undefined) tuples.set(trace, (places = placesTuple(trace)));
    else places = newRef(places);
    items.push(tupleOf(newInt(0), newInt(bytes), places, newInt(trace.total)));
  }
  return newList(items);
}

export default defineModule({
  name: "_tracemalloc",
  doc: "Where the objects that are alive were made.",
  functions: [
    def("is_tracing($module, /)", "Does it trace?", () => newBool(tracing().on)),
    def("clear_traces($module, /)", "Forgets what was traced.", () => {
      if (tracing().on) forget(tracing());
    }),
    def("_get_traces($module, /)", "A list of (domain, size, traceback, number of frames).", () =>
      tracing().on ? traces(tracing()) : newList(newRefs()),
    ),
    def("_get_object_traceback($module, obj, /)", "Where an object was made, or None.", (_module, obj) => {
      const trace = typeof obj === "number" ? undefined : tracing().births.get(obj);
      return trace === undefined ? newNone() : placesTuple(trace);
    }),
    def("start($module, nframe: int = 1, /)", "Begins to trace.", (_module, nframe) => {
      if (nframe < 1 || nframe > 65535) throw valueError("the number of frames must be in range [1; 65535]");
      const state = tracing();
      if (state.on) return;
      state.limit = nframe;
      forget(state);
      state.on = true;
      active++;
      setBirthWatcher(noteBirth);
    }),
    def("stop($module, /)", "Ends tracing, and forgets what was traced.", () => stop(tracing())),
    def("get_traceback_limit($module, /)", "How many frames a traceback has.", () => newInt(tracing().limit)),
    def("get_tracemalloc_memory($module, /)", "Bytes that tracing itself takes.", () =>
      newInt(tracing().on ? 96 * tracing().known.size + 80 * heap.objects : 0),
    ),
    def("get_traced_memory($module, /)", "Bytes traced now, and the most there have been.", () => {
      const state = tracing();
      if (!state.on) return tupleOf(newInt(0), newInt(0));
      const current = tracedBytes(state);
      return tupleOf(newInt(current), newInt(state.peak));
    }),
    def("reset_peak($module, /)", "The most is what there is now.", () => {
      const state = tracing();
      if (!state.on) return;
      state.peak = 0;
      tracedBytes(state);
    }),
  ],
});
