// enumerate and reversed. enumerate gives out one tuple again and again as long as nobody has
// kept it, as CPython does: its count and its identity show.
import { allocGC, track } from "../heap/heap.ts";
import { isTracked, type PyObject, type PyType } from "../heap/object.ts";
import {
  drop,
  dropMaybe,
  moved,
  newRef,
  type Owned,
  type OwnedValue,
  type Refs,
  refCount,
  replace,
  type Value,
} from "../heap/refs.ts";
import { BASETYPE, HAVE_GC } from "../heap/type.ts";
import { def } from "../native/signature.ts";
import { callOwned, findSpecial } from "./call.ts";
import { classGetItem } from "./classgetitem.ts";
import { defineType } from "./define.ts";
import { typeError } from "./errors.ts";
import { asInstanceOf } from "./instance.ts";
import { index, newInt } from "./int.ts";
import { getIter, isSequence, nextOrStop } from "./iteration.ts";
import { add } from "./numeric/intops.ts";
import type { Int } from "./numeric/ints.ts";
import { getItem, length, typeName, unlessRaises } from "./protocol.ts";
import { None, newNone } from "./singletons.ts";
import { stateIndex } from "./slice.ts";
import type { PyStr } from "./str.ts";
import { EMPTY_TUPLE, newTuple, type PyTuple, tupleOf } from "./tuple.ts";

type Kwnames = readonly PyObject[] | null;

// ---- enumerate ----

class EnumerateData {
  index: Int;
  /** What is counted, and the tuple that may be given out again; both owned, null when cleared. */
  source: Owned | null;
  pair: PyTuple | null;
  constructor(index: Int, source: Owned, pair: PyTuple) {
    this.index = index;
    this.source = source;
    this.pair = pair;
  }
}
export type PyEnumerate = PyObject<EnumerateData>;

export const EnumerateType: PyType = defineType<PyEnumerate>({
  name: "enumerate",
  doc: "Pairs of a count, from start on, and an item of the iterable.",
  textSignature: "(iterable, start=0)",
  flags: HAVE_GC | BASETYPE,
  basicSize: 56,
  traverse(e, visit) {
    if (e.value.source !== null) visit(e.value.source);
    if (e.value.pair !== null) visit(e.value.pair);
  },
  clear(e) {
    const { source, pair } = e.value;
    e.value.source = e.value.pair = null;
    dropMaybe(source);
    dropMaybe(pair);
  },
  slots: {
    new(type, args, kwnames) {
      const [iterable, start] = enumerateArguments(type, args, kwnames);
      const count = start === undefined ? 0 : index(start);
      return asInstanceOf(counting(iterable, count), type);
    },
    iter: newRef,
    next: nextPair,
  },
  vectorcall: (slots, at, n) => (n === 1 ? counting(slots[at], 0) : undefined),
  methods: [
    def("__reduce__($self, /)", "What pickle needs to make the object again.", (e: PyEnumerate) =>
      tupleOf(newRef(e.type), tupleOf(newRef(e.value.source ?? None), newInt(e.value.index))),
    ),
    classGetItem,
  ],
});

/** The items of an iterable, counted from a number on. */
function counting(iterable: Value, start: Int): Owned<PyEnumerate> {
  const source = getIter(iterable);
  let pair: Owned<PyTuple>;
  try {
    pair = newTuple([newNone(), newNone()] as OwnedValue[] as Refs);
  } catch (e) {
    drop(source);
    throw e;
  }
  return allocGC(EnumerateType, new EnumerateData(start, source, pair), null, 72);
}

/** The iterable, and the start when it is given. */
function enumerateArguments(type: PyType, args: readonly Value[], kwnames: Kwnames): [Value, Value | undefined] {
  const keywords = (kwnames ?? []).map((k) => (k as PyStr).value);
  const positional = args.length - keywords.length;
  if (args.length > 2) throw typeError(`enumerate() takes at most 2 arguments (${args.length} given)`);
  const names = ["iterable", "start"];
  const found: (Value | undefined)[] = [undefined, undefined];
  for (let i = 0; i < positional; i++) found[i] = args[i];
  keywords.forEach((name, i) => {
    const at = names.indexOf(name);
    if (at < positional || (args.length === 1 && at === 1))
      throw typeError(`'${name}' is an invalid keyword argument for enumerate()`);
    found[at] = args[positional + i];
  });
  if (found[0] === undefined)
    throw typeError(`enumerate() missing required argument 'iterable'${type === EnumerateType ? "" : " (pos 1)"}`);
  return [found[0], found[1]];
}

function nextPair(e: PyEnumerate): OwnedValue | undefined {
  const d = e.value;
  if (d.source === null) return undefined;
  const item = nextOrStop(d.source);
  if (item === undefined) return undefined;
  const count = newInt(d.index);
  d.index = typeof d.index === "number" && d.index < Number.MAX_SAFE_INTEGER ? d.index + 1 : add(d.index, 1);
  const pair = d.pair;
  if (pair === null || refCount(pair) !== 1) return tupleOf(count, item);
  newRef(pair);
  const oldCount = replace(pair.value, 0, count);
  const oldItem = replace(pair.value, 1, item);
  drop(oldCount);
  drop(oldItem);
  if (!isTracked(pair)) track(pair);
  return moved(pair);
}

// ---- reversed ----

class ReversedData {
  /** Owned; null at the end. */
  sequence: PyObject | null;
  /** The position of the next item. */
  index: number;
  constructor(sequence: Owned, index: number) {
    this.sequence = sequence;
    this.index = index;
  }
}
export type PyReversed = PyObject<ReversedData>;

function clearReversed(r: PyReversed): void {
  const { sequence } = r.value;
  r.value.sequence = null;
  dropMaybe(sequence);
}

export const ReversedType: PyType = defineType<PyReversed>({
  name: "reversed",
  doc: "The items of a sequence, last to first.",
  textSignature: "(sequence, /)",
  flags: HAVE_GC | BASETYPE,
  basicSize: 32,
  traverse(r, visit) {
    if (r.value.sequence !== null) visit(r.value.sequence);
  },
  clear: clearReversed,
  slots: { new: newReversed, iter: newRef, next: nextReversed },
  methods: [
    def("__length_hint__($self, /)", "How many items are left.", (r: PyReversed) => {
      const { sequence, index: at } = r.value;
      return newInt(sequence === null || length(sequence) < at + 1 ? 0 : at + 1);
    }),
    def("__reduce__($self, /)", "What pickle needs to make the iterator again.", (r: PyReversed) => {
      const { sequence, index: at } = r.value;
      if (sequence === null) return tupleOf(newRef(r.type), tupleOf(newRef(EMPTY_TUPLE)));
      return tupleOf(newRef(r.type), tupleOf(newRef(sequence)), newInt(at));
    }),
    def("__setstate__($self, object, /)", "Sets the position.", (r: PyReversed, state) => {
      const at = stateIndex(state);
      const { sequence } = r.value;
      if (sequence !== null) r.value.index = Math.max(-1, Math.min(at, length(sequence) - 1));
    }),
  ],
});

function newReversed(type: PyType, args: Value[], kwnames: Kwnames): OwnedValue {
  const keywords = kwnames?.length ?? 0;
  if (keywords > 0 && type.value.slots.init === ReversedType.value.slots.init)
    throw typeError("reversed() takes no keyword arguments");
  const n = args.length - keywords;
  if (n !== 1) throw typeError(`reversed expected 1 argument, got ${n}`);
  const sequence = args[0];
  const method = findSpecial(sequence, "__reversed__");
  if (method !== undefined && method !== None) return callOwned(method);
  if (method === None || !isSequence(sequence)) {
    if (method !== undefined) drop(method);
    throw typeError(`'${typeName(sequence)}' object is not reversible`);
  }
  const last = length(sequence) - 1;
  const data = new ReversedData(newRef(sequence as PyObject), last);
  return asInstanceOf(allocGC(ReversedType, data, null, 48), type);
}

function nextReversed(r: PyReversed): OwnedValue | undefined {
  const { sequence, index: at } = r.value;
  if (sequence === null) return undefined;
  newRef(sequence);
  let item: OwnedValue | undefined;
  try {
    if (at >= 0) item = unlessRaises("StopIteration", () => unlessRaises("IndexError", () => getItem(sequence, at)));
    if (item !== undefined) r.value.index = at - 1;
    return item;
  } finally {
    if (item === undefined) {
      r.value.index = -1;
      clearReversed(r);
    }
    drop(moved(sequence));
  }
}
