// itertools: the iterators that let items of another pass, or not: compress, dropwhile, takewhile,
// filterfalse, islice; and starmap and pairwise, which make something of each.
import type { PyObject, PyType } from "../heap/object.ts";
import { drop, keep, newRef, type OwnedValue, share, type Value } from "../heap/refs.ts";
import { callNative } from "../native/bind.ts";
import { def } from "../native/signature.ts";
import { call, callArray } from "../objects/call.ts";
import { defineType } from "../objects/define.ts";
import { caught, PyError, typeError, valueError } from "../objects/errors.ts";
import { newInt } from "../objects/int.ts";
import { getIter, tupleFrom } from "../objects/iteration.ts";
import { stateIndex } from "../objects/iterators.ts";
import { isTrue, takeTruth } from "../objects/protocol.ts";
import { BoolType, None, newNone } from "../objects/singletons.ts";
import { EMPTY_TUPLE, isExactTuple, tupleOf } from "../objects/tuple.ts";
import {
  advance,
  finish,
  type IterState,
  iteratorTable,
  newIter,
  type PyIter,
  pickling,
  positional,
  put,
  shareAt,
  ssize,
} from "./itertoolsbase.ts";

const REDUCE = "What pickle needs to make the iterator again.";
const SETSTATE = "Sets the state, as __reduce__ has told it.";

// ---- compress ----

const COMPRESS = def("compress($type, /, data, selectors)", "", (type, data, selectors): OwnedValue => {
  const source = getIter(data);
  const chosen = orDrop(source, () => getIter(selectors));
  return newIter(CompressType, type as PyType, { owned: [source, chosen] });
});

export const CompressType: PyType = defineType<PyIter>({
  ...iteratorTable("compress", 32),
  doc: "The items of data whose selector is true.",
  textSignature: "(data, selectors)",
  slots: {
    new: (type, args, kwnames) => callNative(COMPRESS, type, args, kwnames, ""),
    iter: newRef,
    next({ value: { owned } }) {
      const [data, selectors] = owned;
      if (data === undefined || selectors === undefined) return undefined;
      for (let item = advance(data); item !== undefined; item = advance(data)) {
        const selector = orDrop(item, () => advance(selectors));
        if (selector === undefined) {
          drop(item);
          return undefined;
        }
        if (orDrop(item, () => takeTruth(selector))) return item;
        drop(item);
      }
      return undefined;
    },
  },
  methods: pickling([
    def("__reduce__($self, /)", REDUCE, (it: PyIter) =>
      tupleOf(newRef(it.type), tupleOf(shareAt(it.value.owned, 0), shareAt(it.value.owned, 1))),
    ),
  ]),
});

/** Runs `body`; an item on its way is given up when that raises. */
function orDrop<T>(item: OwnedValue, body: () => T): T {
  try {
    return body();
  } catch (e) {
    drop(item);
    throw e;
  }
}

// ---- a function and an iterable ----

interface Filter extends IterState {
  /** dropwhile has begun, takewhile has ended. */
  turned: boolean;
}
const FUNC = 0;
const SOURCE = 1;

/** `type(function, iterable)`. */
const newByFunction =
  (name: string, builtin: () => PyType) =>
  (type: PyType, args: Value[], kwnames: readonly PyObject[] | null): OwnedValue => {
    positional(name, 2, builtin(), type, args, kwnames);
    const source = getIter(args[1]);
    return newIter<Filter>(builtin(), type, { owned: [keep(args[0]), source], turned: false });
  };

const reduceFilter =
  (withState: boolean) =>
  (it: PyIter<Filter>): OwnedValue => {
    const { owned, turned } = it.value;
    const args = tupleOf(shareAt(owned, FUNC), shareAt(owned, SOURCE));
    return withState ? tupleOf(newRef(it.type), args, newInt(turned ? 1 : 0)) : tupleOf(newRef(it.type), args);
  };
const filterMethods = pickling([
  def("__reduce__($self, /)", REDUCE, reduceFilter(true)),
  def("__setstate__($self, state, /)", SETSTATE, (it: PyIter<Filter>, state) => {
    it.value.turned = isTrue(state);
  }),
]);

export const DropWhileType: PyType = defineType<PyIter<Filter>>({
  ...iteratorTable("dropwhile", 40),
  doc: "The items from the first one on for which the predicate is false.",
  textSignature: "(predicate, iterable, /)",
  slots: {
    new: newByFunction("dropwhile", () => DropWhileType),
    iter: newRef,
    next({ value: state }) {
      for (;;) {
        const source = state.owned[SOURCE];
        const item = source === undefined ? undefined : advance(source);
        if (item === undefined || state.turned) return item;
        const place = [item];
        if (!takeTruthOf(state.owned, place)) {
          state.turned = true;
          return place[0];
        }
        drop(place[0]);
      }
    },
  },
  methods: filterMethods,
});

/** Asks the predicate of the item in a place, where it may be boxed; gives it up when that raises. */
function takeTruthOf(owned: Filter["owned"], place: OwnedValue[]): boolean {
  try {
    return takeTruth(call(owned[FUNC] as Value, share(place, 0)));
  } catch (e) {
    drop(place[0]);
    throw e;
  }
}

export const TakeWhileType: PyType = defineType<PyIter<Filter>>({
  ...iteratorTable("takewhile", 40),
  doc: "The items up to the first one for which the predicate is false.",
  textSignature: "(predicate, iterable, /)",
  slots: {
    new: newByFunction("takewhile", () => TakeWhileType),
    iter: newRef,
    next({ value: state }) {
      const source = state.owned[SOURCE];
      const item = state.turned || source === undefined ? undefined : advance(source);
      if (item === undefined) return undefined;
      const place = [item];
      if (takeTruthOf(state.owned, place)) return place[0];
      drop(place[0]);
      state.turned = true;
      return undefined;
    },
  },
  methods: filterMethods,
});

export const FilterFalseType: PyType = defineType<PyIter<Filter>>({
  ...iteratorTable("filterfalse", 32),
  doc: "The items for which the function is false.",
  textSignature: "(function, iterable, /)",
  slots: {
    new: newByFunction("filterfalse", () => FilterFalseType),
    iter: newRef,
    next({ value: { owned } }) {
      for (;;) {
        const source = owned[SOURCE];
        const item = source === undefined ? undefined : advance(source);
        if (item === undefined) return undefined;
        const func = owned[FUNC];
        const place = [item];
        const truth = func === None || func === BoolType ? orDrop(item, () => isTrue(item)) : takeTruthOf(owned, place);
        if (!truth) return place[0];
        drop(place[0]);
      }
    },
  },
  methods: pickling([def("__reduce__($self, /)", REDUCE, reduceFilter(false))]),
});

export const StarMapType: PyType = defineType<PyIter<Filter>>({
  ...iteratorTable("starmap", 32),
  doc: "What a function answers, called with each item as its arguments.",
  textSignature: "(function, iterable, /)",
  slots: {
    new: newByFunction("starmap", () => StarMapType),
    iter: newRef,
    next({ value: { owned } }) {
      const source = owned[SOURCE];
      const item = source === undefined ? undefined : advance(source);
      if (item === undefined) return undefined;
      let args = item;
      if (!isExactTuple(item)) {
        try {
          args = tupleFrom(item);
        } finally {
          drop(item);
        }
      }
      try {
        return callArray(owned[FUNC] as Value, (args as unknown as { value: Value[] }).value, null);
      } finally {
        drop(args);
      }
    },
  },
  methods: pickling([def("__reduce__($self, /)", REDUCE, reduceFilter(false))]),
});

// ---- islice ----

interface Slice extends IterState {
  next: number;
  /** -1 for no end. */
  stop: number;
  step: number;
  count: number;
}

const BAD_STOP = "Stop argument for islice() must be None or an integer: 0 <= x <= sys.maxsize.";
const BAD_INDEX = "Indices for islice() must be None or an integer: 0 <= x <= sys.maxsize.";
const BAD_STEP = "Step for islice() must be a positive integer or None.";

/** An argument as an int; `unset` for None, -1 when it is no int or out of range. */
function sliceIndex(value: Value | undefined, unset: number): number {
  if (value === undefined || value === None) return unset;
  try {
    return ssize(value);
  } catch (e) {
    if (!(e instanceof PyError)) throw e;
    drop(caught(e) as OwnedValue);
    return -1;
  }
}

function newSlice(type: PyType, args: Value[], kwnames: readonly PyObject[] | null): OwnedValue {
  const keywords = kwnames?.length ?? 0;
  if (keywords > 0 && type.value.slots.init === IsliceType.value.slots.init)
    throw typeError("islice() takes no keyword arguments");
  const n = args.length - keywords;
  if (n < 2) throw typeError(`islice expected at least 2 arguments, got ${n}`);
  if (n > 4) throw typeError(`islice expected at most 4 arguments, got ${n}`);
  const end = n === 2 ? args[1] : args[2];
  const start = n === 2 ? 0 : sliceIndex(args[1], 0);
  const stop = sliceIndex(end, -1);
  if (stop === -1 && end !== None) throw valueError(BAD_STOP);
  if (start < 0 || stop < -1) throw valueError(BAD_INDEX);
  const step = n === 4 ? sliceIndex(args[3], 1) : 1;
  if (step < 1) throw valueError(BAD_STEP);
  return newIter<Slice>(IsliceType, type, { owned: [getIter(args[0])], next: start, stop, step, count: 0 });
}

export const IsliceType: PyType = defineType<PyIter<Slice>>({
  ...iteratorTable("islice", 56),
  doc: "A slice of an iterable: from start to stop by step.",
  slots: {
    new: newSlice,
    iter: newRef,
    next({ value: state }) {
      const source = state.owned[0];
      if (source === undefined) return undefined;
      for (; state.count < state.next; state.count++) {
        const skipped = advance(source);
        if (skipped === undefined) return finish(state.owned, 0);
        drop(skipped);
      }
      if (state.stop !== -1 && state.count >= state.stop) return finish(state.owned, 0);
      const item = advance(source);
      if (item === undefined) return finish(state.owned, 0);
      state.count++;
      state.next += state.step;
      if (state.stop !== -1 && state.next > state.stop) state.next = state.stop;
      return item;
    },
  },
  methods: pickling([
    def("__reduce__($self, /)", REDUCE, (it: PyIter<Slice>) => {
      const { owned, stop, step, count, next: from } = it.value;
      if (owned[0] === undefined) return tupleOf(newRef(it.type), tupleOf(getIter(EMPTY_TUPLE), newInt(0)), newInt(0));
      const end = stop === -1 ? newNone() : newInt(stop);
      return tupleOf(newRef(it.type), tupleOf(shareAt(owned, 0), newInt(from), end, newInt(step)), newInt(count));
    }),
    def("__setstate__($self, state, /)", SETSTATE, (it: PyIter<Slice>, state) => {
      it.value.count = stateIndex(state);
    }),
  ]),
});

// ---- pairwise ----

export const PairwiseType: PyType = defineType<PyIter>({
  ...iteratorTable("pairwise", 32),
  doc: "The pairs of items that follow each other.",
  textSignature: "(iterable, /)",
  slots: {
    new(type, args, kwnames) {
      positional("pairwise", 1, PairwiseType, type, args, kwnames);
      return newIter(PairwiseType, type, { owned: [getIter(args[0]), undefined] });
    },
    iter: newRef,
    next: ({ value: { owned } }) => nextPair(owned),
  },
});

function nextPair(owned: (Value | undefined)[]): OwnedValue | undefined {
  if (owned[0] === undefined) return undefined;
  if (owned[1] === undefined) {
    put(owned, 1, advance(owned[0]));
    if (owned[1] === undefined) return finish(owned, 0);
    if (owned[0] === undefined) return finish(owned, 1);
  }
  const old = shareAt(owned, 1);
  let item: OwnedValue | undefined;
  try {
    item = advance(owned[0]);
  } catch (e) {
    drop(old);
    throw e;
  }
  if (item === undefined) {
    drop(old);
    finish(owned, 0);
    return finish(owned, 1);
  }
  put(owned, 1, item);
  return tupleOf(old, shareAt(owned, 1));
}
