// itertools: the iterators that go on from one thing to the next: accumulate, batched, chain,
// count, cycle, repeat and zip_longest.
import { track } from "../heap/heap.ts";
import { isTracked, type PyType } from "../heap/object.ts";
import {
  drop,
  dropAll,
  keep,
  newRef,
  newRefs,
  type Owned,
  type OwnedValue,
  refCount,
  replace,
  share,
  type Value,
} from "../heap/refs.ts";
import { callNative } from "../native/bind.ts";
import { def } from "../native/signature.ts";
import { callArray, callMethod } from "../objects/call.ts";
import { classGetItem } from "../objects/classgetitem.ts";
import { defineType } from "../objects/define.ts";
import { typeError, valueError } from "../objects/errors.ts";
import { cInt, intValue, isInt, newInt } from "../objects/int.ts";
import { getIter, isIterator } from "../objects/iteration.ts";
import { newListIterator } from "../objects/iterators.ts";
import { isList, listAppend, newList, type PyList } from "../objects/list.ts";
import { borrow } from "../objects/lookup.ts";
import { binaryOp, NB_ADD } from "../objects/operators.ts";
import { reprText, slotsOf, typeName } from "../objects/protocol.ts";
import { None, newBool, newNone } from "../objects/singletons.ts";
import { newStr, type PyStr } from "../objects/str.ts";
import { newTuple, type PyTuple, tupleOf } from "../objects/tuple.ts";
import {
  advance,
  finish,
  type IterState,
  iteratorTable,
  type Kwnames,
  newIter,
  type PyIter,
  pickling,
  positional,
  put,
  shareAt,
  ssize,
  stateParts,
  take,
} from "./itertoolsbase.ts";
import { IsliceType } from "./itertoolsfilter.ts";

const REDUCE = "What pickle needs to make the iterator again.";
const SETSTATE = "Sets the state, as __reduce__ has told it.";

// ---- accumulate: source, function, total, initial value ----

const ACCUMULATE = def(
  "accumulate($type, /, iterable, func=None, *, initial=None)",
  "",
  (type, iterable, func, initial): OwnedValue => {
    const source = getIter(iterable);
    const maybe = (value: Value): OwnedValue | undefined => (value === None ? undefined : keep(value));
    return newIter(AccumulateType, type as PyType, { owned: [source, maybe(func), undefined, maybe(initial)] });
  },
);

function nextTotal(owned: (Value | undefined)[]): OwnedValue | undefined {
  if (owned[3] !== undefined) {
    put(owned, 2, take(owned, 3));
    return shareAt(owned, 2);
  }
  const item = owned[0] === undefined ? undefined : advance(owned[0]);
  if (item === undefined) return undefined;
  if (owned[2] === undefined) put(owned, 2, item);
  else {
    const func = owned[1];
    put(owned, 2, func === undefined ? addOwned(owned[2], item) : callOwnedItem(func, borrow(owned, 2), item));
  }
  return shareAt(owned, 2);
}

/** The answer of a function of the total, which is held already, and of an item, which is given up. */
function callOwnedItem(func: Value, total: Value, item: OwnedValue): OwnedValue {
  const args = [total, item];
  try {
    return callArray(func, args, null);
  } finally {
    drop(args[1] as OwnedValue);
  }
}

/** The sum; gives the item up. */
function addOwned(total: Value, item: OwnedValue): OwnedValue {
  try {
    return binaryOp(NB_ADD, total, item);
  } finally {
    drop(item);
  }
}

/** A total that is None cannot be a state: None is put before the rest, and the first total is left out. */
function afterNone(owned: (Value | undefined)[], func: OwnedValue): Owned {
  const rest = newChain(ChainType, tupleOf(tupleOf(newNone()), shareAt(owned, 0)));
  const given = func === None ? undefined : func;
  const again = newIter(AccumulateType, AccumulateType, { owned: [rest, given, undefined, undefined] });
  return tupleOf(newRef(IsliceType), tupleOf(again, newInt(1), newNone()));
}

export const AccumulateType: PyType = defineType<PyIter>({
  ...iteratorTable("accumulate", 56),
  doc: "Running totals, by addition or another function of two arguments.",
  textSignature: "(iterable, func=None, *, initial=None)",
  slots: {
    new: (type, args, kwnames) => callNative(ACCUMULATE, type, args, kwnames, ""),
    iter: newRef,
    next: ({ value: { owned } }) => nextTotal(owned),
  },
  methods: pickling([
    def("__reduce__($self, /)", REDUCE, ({ type, value: { owned } }: PyIter) => {
      const or = (i: number): OwnedValue => (owned[i] === undefined ? newNone() : shareAt(owned, i));
      if (owned[2] === None) return afterNone(owned, or(1));
      if (owned[3] === undefined) return tupleOf(newRef(type), tupleOf(shareAt(owned, 0), or(1)), or(2));
      const rest = newChain(ChainType, tupleOf(tupleOf(shareAt(owned, 3)), shareAt(owned, 0)));
      return tupleOf(newRef(type), tupleOf(rest, or(1)), newNone());
    }),
    def("__setstate__($self, state, /)", SETSTATE, (it: PyIter, state) => put(it.value.owned, 2, keep(state))),
  ]),
});

// ---- batched ----

interface Batches extends IterState {
  size: number;
}
const BATCHED = def("batched($type, /, iterable, n)", "", (type, iterable, n): OwnedValue => {
  const size = ssize(n);
  if (size < 1) throw valueError("n must be at least one");
  return newIter<Batches>(BatchedType, type as PyType, { owned: [getIter(iterable)], size });
});

export const BatchedType: PyType = defineType<PyIter<Batches>>({
  ...iteratorTable("batched", 32),
  doc: "The items in tuples of n; the last may be shorter.",
  textSignature: "(iterable, n)",
  slots: {
    new: (type, args, kwnames) => callNative(BATCHED, type, args, kwnames, ""),
    iter: newRef,
    next({ value: { owned, size } }) {
      const source = owned[0];
      if (source === undefined) return undefined;
      const items = newRefs();
      try {
        while (items.length < size) {
          const item = advance(source);
          if (item === undefined) break;
          items.push(item);
        }
      } catch (e) {
        dropAll(items);
        finish(owned, 0);
        throw e;
      }
      return items.length === 0 ? finish(owned, 0) : newTuple(items);
    },
  },
});

// ---- chain: the iterables, the one that is being walked ----

function nextOfChain(owned: (Value | undefined)[]): OwnedValue | undefined {
  while (owned[0] !== undefined) {
    if (owned[1] === undefined && !openNext(owned)) return undefined;
    const item = advance(owned[1] as Value);
    if (item !== undefined) return item;
    finish(owned, 1);
  }
  return undefined;
}

function openNext(owned: (Value | undefined)[]): boolean {
  const iterable = advance(owned[0] as Value);
  if (iterable === undefined) {
    finish(owned, 0);
    return false;
  }
  try {
    put(owned, 1, getIter(iterable));
  } catch (e) {
    finish(owned, 0);
    throw e;
  } finally {
    drop(iterable);
  }
  return true;
}

/** A chain over the items of an owned iterable. */
function newChain(type: PyType, iterables: OwnedValue): OwnedValue {
  try {
    return newIter(ChainType, type, { owned: [getIter(iterables), undefined] });
  } finally {
    drop(iterables);
  }
}

export const ChainType: PyType = defineType<PyIter>({
  ...iteratorTable("chain", 32),
  doc: "The items of one iterable after the other.",
  slots: {
    new(type, args, kwnames) {
      const n = args.length - (kwnames?.length ?? 0);
      if (n < args.length && type.value.slots.init === ChainType.value.slots.init)
        throw typeError("chain() takes no keyword arguments");
      const items = newRefs();
      for (let i = 0; i < n; i++) items.push(share(args, i));
      return newChain(type, newTuple(items));
    },
    iter: newRef,
    next: ({ value: { owned } }) => nextOfChain(owned),
  },
  methods: [
    def(
      "from_iterable($type, iterable, /)",
      "A chain of the iterables that an iterable gives.",
      (type: PyType, iterable) => newIter(ChainType, type, { owned: [getIter(iterable), undefined] }),
    ),
    ...pickling([
      def("__reduce__($self, /)", REDUCE, ({ type, value: { owned } }: PyIter) => {
        if (owned[0] === undefined) return tupleOf(newRef(type), tupleOf());
        const state =
          owned[1] === undefined ? tupleOf(shareAt(owned, 0)) : tupleOf(shareAt(owned, 0), shareAt(owned, 1));
        return tupleOf(newRef(type), tupleOf(), state);
      }),
      def("__setstate__($self, state, /)", SETSTATE, (it: PyIter, state) => {
        const parts = stateParts(state, 1, 2);
        if (!parts.every(isIterator)) throw typeError("Arguments must be iterators.");
        put(it.value.owned, 0, share(parts, 0));
        put(it.value.owned, 1, parts.length > 1 ? share(parts, 1) : undefined);
      }),
      classGetItem,
    ]),
  ],
});

// ---- count: the number, the step; or a plain int that grows by one ----

interface Counting extends IterState {
  plain: number | bigint | null;
}

function isNumber(value: Value): boolean {
  const { index, int, float } = slotsOf(value);
  return (
    index !== null ||
    int !== null ||
    float !== null ||
    (typeof value !== "number" && value.type.value.name === "complex")
  );
}

const COUNT = def("count($type, /, start=0, step=1)", "", (type, start, step): OwnedValue => {
  if (!isNumber(start) || !isNumber(step)) throw typeError("a number is required");
  const first = intValue(start);
  const plain =
    first !== undefined && intValue(step) === 1 && first < 2n ** 63n && first >= -(2n ** 63n) ? first : null;
  const owned = plain === null ? [keep(start), keep(step)] : [];
  return newIter<Counting>(CountType, type as PyType, { owned, plain });
});

function nextCount(state: Counting): OwnedValue | undefined {
  const { owned, plain } = state;
  if (plain !== null) {
    state.plain =
      typeof plain === "bigint" ? plain + 1n : plain < Number.MAX_SAFE_INTEGER ? plain + 1 : BigInt(plain) + 1n;
    return newInt(plain);
  }
  if (owned[0] === undefined) return undefined;
  const stepped = binaryOp(NB_ADD, owned[0], owned[1] as Value);
  const number = take(owned, 0);
  put(owned, 0, stepped);
  return number;
}

export const CountType: PyType = defineType<PyIter<Counting>>({
  ...iteratorTable("count", 40),
  doc: "Numbers from start on, step by step, without end.",
  textSignature: "(start=0, step=1)",
  slots: {
    new: (type, args, kwnames) => callNative(COUNT, type, args, kwnames, ""),
    iter: newRef,
    next: ({ value }) => nextCount(value),
    repr({ type, value: { owned, plain } }) {
      const { name } = type.value;
      if (plain !== null || owned[0] === undefined) return newStr(`${name}(${plain})`);
      const step = owned[1] as Value;
      const start = reprText(owned[0]);
      return newStr(isInt(step) && intValue(step) === 1 ? `${name}(${start})` : `${name}(${start}, ${reprText(step)})`);
    },
  },
  methods: pickling([
    def("__reduce__($self, /)", REDUCE, ({ type, value: { owned, plain } }: PyIter<Counting>) =>
      tupleOf(newRef(type), plain !== null ? tupleOf(newInt(plain)) : tupleOf(shareAt(owned, 0), shareAt(owned, 1))),
    ),
  ]),
});

// ---- cycle: source, list of what it has given ----

interface Cycling extends IterState {
  at: number;
  /** The items are all in the list already. */
  saved: boolean;
}

function nextOfCycle(state: Cycling): OwnedValue | undefined {
  const { owned } = state;
  const saved = owned[1] as PyList | undefined;
  if (saved === undefined) return undefined;
  if (owned[0] !== undefined) {
    const item = advance(owned[0]);
    if (item !== undefined) {
      if (state.saved) return item;
      const place = [item];
      listAppend(saved, share(place, 0));
      return place[0];
    }
    finish(owned, 0);
  }
  if (saved.value.length === 0) return undefined;
  const item = share(saved.value, state.at);
  state.at = state.at + 1 >= saved.value.length ? 0 : state.at + 1;
  return item;
}

export const CycleType: PyType = defineType<PyIter<Cycling>>({
  ...iteratorTable("cycle", 48),
  doc: "The items, again and again.",
  textSignature: "(iterable, /)",
  slots: {
    new(type, args, kwnames) {
      positional("cycle", 1, CycleType, type, args, kwnames);
      const source = getIter(args[0]);
      return newIter<Cycling>(CycleType, type, { owned: [source, newList(newRefs())], at: 0, saved: false });
    },
    iter: newRef,
    next: ({ value }) => nextOfCycle(value),
  },
  methods: pickling([
    def("__reduce__($self, /)", REDUCE, ({ type, value: state }: PyIter<Cycling>) => {
      const { owned, at, saved } = state;
      if (owned[0] !== undefined)
        return tupleOf(newRef(type), tupleOf(shareAt(owned, 0)), tupleOf(shareAt(owned, 1), newBool(saved)));
      const it = newListIterator(owned[1] as PyList);
      if (at > 0) drop(callMethod(it, "__setstate__", newInt(at)));
      return tupleOf(newRef(type), tupleOf(it), tupleOf(shareAt(owned, 1), newBool(true)));
    }),
    def("__setstate__($self, state, /)", SETSTATE, ({ value: cycling }: PyIter<Cycling>, state) => {
      const parts = stateParts(state, 2, 2);
      if (!isList(parts[0])) throw typeError(`argument 1 must be list, not ${typeName(parts[0])}`);
      const saved = cInt(parts[1]) !== 0;
      put(cycling.owned, 1, share(parts, 0));
      cycling.saved = saved;
      cycling.at = 0;
    }),
  ]),
});

// ---- repeat ----

interface Repeating extends IterState {
  /** How often still; -1 without end. */
  left: number;
}
const REPEAT = def("repeat($type, /, object, times=NULL)", "", (type, object, times): OwnedValue => {
  const left = times === undefined ? -1 : Math.max(0, ssize(times));
  return newIter<Repeating>(RepeatType, type as PyType, { owned: [keep(object)], left });
});

export const RepeatType: PyType = defineType<PyIter<Repeating>>({
  ...iteratorTable("repeat", 32),
  doc: "One object, so many times, or without end.",
  slots: {
    new: (type, args, kwnames) => callNative(REPEAT, type, args, kwnames, ""),
    iter: newRef,
    next({ value: state }) {
      if (state.left === 0 || state.owned[0] === undefined) return undefined;
      if (state.left > 0) state.left--;
      return shareAt(state.owned, 0);
    },
    repr({ type, value: { owned, left } }) {
      const object = reprText(owned[0] as Value);
      return newStr(`${type.value.name}(${object}${left === -1 ? "" : `, ${left}`})`);
    },
  },
  methods: pickling([
    def("__length_hint__($self, /)", "How often still.", (it: PyIter<Repeating>) => {
      if (it.value.left === -1) throw typeError("len() of unsized object");
      return newInt(it.value.left);
    }),
    def("__reduce__($self, /)", REDUCE, ({ type, value: { owned, left } }: PyIter<Repeating>) =>
      tupleOf(newRef(type), left === -1 ? tupleOf(shareAt(owned, 0)) : tupleOf(shareAt(owned, 0), newInt(left))),
    ),
  ]),
});

// ---- zip_longest: the result, the value that fills, the sources ----

interface Zipping extends IterState {
  active: number;
}
const RESULT = 0;
const FILL = 1;
const FIRST = 2;

function newZip(type: PyType, args: Value[], kwnames: Kwnames): OwnedValue {
  const names = kwnames ?? [];
  const n = args.length - names.length;
  if (names.length > 0 && (names.length !== 1 || (names[0] as PyStr).value !== "fillvalue")) {
    throw typeError("zip_longest() got an unexpected keyword argument");
  }
  const sources: OwnedValue[] = [];
  try {
    for (let i = 0; i < n; i++) sources.push(getIter(args[i]));
  } catch (e) {
    dropAll(sources);
    throw e;
  }
  const blank = newRefs();
  for (let i = 0; i < n; i++) blank.push(newNone());
  let result: Owned;
  try {
    result = newTuple(blank);
  } catch (e) {
    dropAll(sources);
    throw e;
  }
  const fill = names.length === 1 ? keep(args[n]) : newNone();
  return newIter<Zipping>(ZipLongestType, type, { owned: [result, fill, ...sources], active: n });
}

/** The next item of a source, or the value that fills; undefined once all sources have ended. */
function itemAt(state: Zipping, at: number): OwnedValue | undefined {
  const { owned } = state;
  const source = owned[at];
  if (source === undefined) return shareAt(owned, FILL);
  let item: OwnedValue | undefined;
  try {
    item = advance(source);
  } catch (e) {
    state.active = 0;
    throw e;
  }
  if (item !== undefined) return item;
  if (--state.active === 0) return undefined;
  finish(owned, at);
  return shareAt(owned, FILL);
}

function nextZip(state: Zipping): OwnedValue | undefined {
  const { owned } = state;
  const n = owned.length - FIRST;
  if (n <= 0 || state.active === 0) return undefined;
  const result = owned[RESULT] as PyTuple;
  if (refCount(result) === 1) return zipAgain(state, newRef(result), n);
  const items = newRefs();
  try {
    for (let i = 0; i < n; i++) {
      const item = itemAt(state, FIRST + i);
      if (item === undefined) {
        dropAll(items);
        return undefined;
      }
      items.push(item);
    }
  } catch (e) {
    dropAll(items);
    throw e;
  }
  return newTuple(items);
}

/** Fills the tuple that nobody else has. Steals it. */
function zipAgain(state: Zipping, result: Owned<PyTuple>, n: number): OwnedValue | undefined {
  try {
    for (let i = 0; i < n; i++) {
      const item = itemAt(state, FIRST + i);
      if (item === undefined) {
        drop(result);
        return undefined;
      }
      drop(replace(result.value, i, item));
    }
  } catch (e) {
    drop(result);
    throw e;
  }
  if (!isTracked(result)) track(result);
  return result;
}

export const ZipLongestType: PyType = defineType<PyIter<Zipping>>({
  ...iteratorTable("zip_longest", 56),
  doc: "The first items of all iterables, then the second ones, until the longest ends; shorter ones are filled up.",
  slots: { new: newZip, iter: newRef, next: ({ value }) => nextZip(value) },
  methods: pickling([
    def("__reduce__($self, /)", REDUCE, ({ type, value: { owned } }: PyIter<Zipping>) => {
      const sources = newRefs();
      for (let i = FIRST; i < owned.length; i++)
        sources.push(owned[i] === undefined ? newTuple(newRefs()) : shareAt(owned, i));
      return tupleOf(newRef(type), newTuple(sources), shareAt(owned, FILL));
    }),
    def("__setstate__($self, state, /)", SETSTATE, (it: PyIter<Zipping>, state) =>
      put(it.value.owned, FILL, keep(state)),
    ),
  ]),
});
