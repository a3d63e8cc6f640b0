// itertools: groupby, whose groups share one source with it, and tee, whose iterators share what
// has been read in a chain of blocks.
import type { PyObject, PyType } from "../heap/object.ts";
import {
  drop,
  dropAll,
  dropMaybe,
  keep,
  newRef,
  newRefs,
  type Owned,
  type OwnedValue,
  type Refs,
  share,
  type Value,
} from "../heap/refs.ts";
import { HAS_WEAKREFS, HAVE_GC } from "../heap/type.ts";
import { callNative } from "../native/bind.ts";
import { def } from "../native/signature.ts";
import { call, callArray } from "../objects/call.ts";
import { defineType } from "../objects/define.ts";
import { runtimeError, typeError, valueError } from "../objects/errors.ts";
import { newInt } from "../objects/int.ts";
import { getIter } from "../objects/iteration.ts";
import { reduceIter, stateIndex } from "../objects/iterators.ts";
import { isList, newList } from "../objects/list.ts";
import { equal, findAttrText, getAttrText, typeName } from "../objects/protocol.ts";
import { None } from "../objects/singletons.ts";
import { EMPTY_TUPLE, newTuple, tupleOf } from "../objects/tuple.ts";
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
  stateParts,
  take,
} from "./itertoolsbase.ts";

const REDUCE = "What pickle needs to make the iterator again.";
const SETSTATE = "Sets the state, as __reduce__ has told it.";

// ---- groupby ----

interface Grouping extends IterState {
  /** The group that was given out last; the others have ended. Not counted. */
  group: PyObject | null;
}
type PyGroupBy = PyIter<Grouping>;
const SOURCE = 0;
const KEYFUNC = 1;
const TARGET = 2;
const KEY = 3;
const ITEM = 4;

const GROUPBY = def(
  "groupby($type, /, iterable, key=None)",
  "",
  (type, iterable, key): OwnedValue =>
    newIter<Grouping>(GroupByType, type as PyType, {
      owned: [getIter(iterable), keep(key), undefined, undefined, undefined],
      group: null,
    }),
);

/** Reads the next item and its key; false at the end. */
function readItem(owned: (Value | undefined)[]): boolean {
  const source = owned[SOURCE];
  const item = source === undefined ? undefined : advance(source);
  if (item === undefined) return false;
  const place = [item];
  let key: OwnedValue;
  try {
    const func = owned[KEYFUNC];
    key = func === None || func === undefined ? share(place, 0) : call(func, share(place, 0));
  } catch (e) {
    drop(place[0]);
    throw e;
  }
  put(owned, ITEM, place[0]);
  put(owned, KEY, key);
  return true;
}

/** Are two keys equal? Holds both while `==` may run Python code. */
function sameKeys(a: OwnedValue, b: OwnedValue): boolean {
  try {
    return equal(a, b);
  } finally {
    drop(a);
    drop(b);
  }
}

function nextGroup(it: PyGroupBy): OwnedValue | undefined {
  const state = it.value;
  const { owned } = state;
  state.group = null;
  for (;;) {
    if (owned[KEY] !== undefined) {
      if (owned[TARGET] === undefined || !sameKeys(shareAt(owned, TARGET), shareAt(owned, KEY))) break;
    }
    if (!readItem(owned)) return undefined;
  }
  put(owned, TARGET, shareAt(owned, KEY));
  const group = newGroup(it, shareAt(owned, TARGET));
  return tupleOf(shareAt(owned, KEY), group);
}

/** Steals the key. */
function newGroup(parent: PyGroupBy, key: OwnedValue): Owned {
  const group = newIter(GrouperType, GrouperType, { owned: [newRef(parent), key] });
  parent.value.group = group;
  return group;
}

function nextOfGroup(group: PyIter): OwnedValue | undefined {
  const parent = group.value.owned[0] as PyGroupBy | undefined;
  if (parent === undefined || parent.value.group !== group) return undefined;
  const { owned } = parent.value;
  if (owned[ITEM] === undefined && !readItem(owned)) return undefined;
  if (!sameKeys(shareAt(group.value.owned, 1), shareAt(owned, KEY))) return undefined;
  const item = take(owned, ITEM);
  finish(owned, KEY);
  return item;
}

export const GroupByType: PyType = defineType<PyGroupBy>({
  ...iteratorTable<Grouping>("groupby", 72),
  doc: "Items that follow each other and have one key, as pairs of the key and an iterator.",
  textSignature: "(iterable, key=None)",
  slots: { new: (type, args, kwnames) => callNative(GROUPBY, type, args, kwnames, ""), iter: newRef, next: nextGroup },
  methods: pickling([
    def("__reduce__($self, /)", REDUCE, ({ type, value: { owned } }: PyGroupBy) => {
      const args = tupleOf(shareAt(owned, SOURCE), shareAt(owned, KEYFUNC));
      if (owned[TARGET] === undefined || owned[KEY] === undefined || owned[ITEM] === undefined)
        return tupleOf(newRef(type), args);
      return tupleOf(newRef(type), args, tupleOf(shareAt(owned, KEY), shareAt(owned, ITEM), shareAt(owned, TARGET)));
    }),
    def("__setstate__($self, state, /)", SETSTATE, ({ value: { owned } }: PyGroupBy, state) => {
      const parts = stateParts(state, 3, 3);
      for (const [i, at] of [KEY, ITEM, TARGET].entries()) put(owned, at, share(parts, i));
    }),
  ]),
});

export const GrouperType: PyType = defineType<PyIter>({
  ...iteratorTable("_grouper", 32, HAVE_GC),
  slots: {
    new(type, args, kwnames) {
      positional("_grouper", 2, GrouperType, type, args, kwnames);
      const [parent] = args;
      if (typeof parent === "number" || !parent.type.value.mro.includes(GroupByType)) {
        throw typeError(`_grouper() argument 1 must be itertools.groupby, not ${typeNameOf(parent)}`);
      }
      return newGroup(parent as PyGroupBy, keep(args[1]));
    },
    iter: newRef,
    next: nextOfGroup,
  },
  methods: pickling([
    def("__reduce__($self, /)", REDUCE, (group: PyIter) => {
      const parent = group.value.owned[0] as PyGroupBy | undefined;
      if (parent === undefined || parent.value.group !== group) return reduceIter(newRef(EMPTY_TUPLE));
      return tupleOf(newRef(GrouperType), tupleOf(newRef(parent), shareAt(group.value.owned, 1)));
    }),
  ]),
});
const typeNameOf = (value: Value): string => (typeof value === "number" ? "int" : value.type.value.name);

// ---- tee ----

/** Items in a block, as in CPython. */
const BLOCK = 57;

/** A block of items that have been read: source, next block, items. */
interface Block extends IterState {
  read: number;
  running: boolean;
}
type PyBlock = PyIter<Block>;
const NEXT = 1;
const ITEMS = 2;

interface Teeing extends IterState {
  at: number;
}
type PyTee = PyIter<Teeing>;

/** Steals the source. */
const newBlock = (source: OwnedValue): Owned<PyBlock> =>
  newIter<Block>(BlockType, BlockType, { owned: [source, undefined], read: 0, running: false });

/** The item at a place of a block, read now when nobody has yet. */
function itemOfBlock({ value: block }: PyBlock, at: number): OwnedValue | undefined {
  const { owned } = block;
  if (at < block.read) return shareAt(owned, ITEMS + at);
  if (block.running) throw runtimeError("cannot re-enter the tee iterator");
  if (owned[SOURCE] === undefined) return undefined;
  block.running = true;
  let item: OwnedValue | undefined;
  try {
    item = advance(owned[SOURCE]);
  } finally {
    block.running = false;
  }
  if (item === undefined) return undefined;
  owned[ITEMS + block.read++] = item;
  return shareAt(owned, ITEMS + at);
}

function nextBlock({ value: { owned } }: PyBlock): Owned<PyBlock> {
  if (owned[NEXT] === undefined) put(owned, NEXT, newBlock(shareAt(owned, SOURCE)));
  return newRef(owned[NEXT] as PyBlock);
}

function nextOfTee({ value: tee }: PyTee): OwnedValue | undefined {
  const { owned } = tee;
  if (owned[0] === undefined) return undefined;
  if (tee.at >= BLOCK) {
    put(owned, 0, nextBlock(owned[0] as PyBlock));
    tee.at = 0;
  }
  const item = itemOfBlock(owned[0] as PyBlock, tee.at);
  if (item !== undefined) tee.at++;
  return item;
}

const copyTee = (tee: PyTee): Owned<PyTee> =>
  newIter<Teeing>(TeeType, TeeType, {
    owned: [tee.value.owned[0] === undefined ? undefined : shareAt(tee.value.owned, 0)],
    at: tee.value.at,
  });

/** A tee over an iterable: a copy when it is one already. */
function teeFrom(iterable: Value): Owned<PyTee> {
  const source = getIter(iterable);
  if (source.type !== TeeType) return newIter<Teeing>(TeeType, TeeType, { owned: [newBlock(source)], at: 0 });
  try {
    return copyTee(source as unknown as PyTee);
  } finally {
    drop(source);
  }
}

export const TeeType: PyType = defineType<PyTee>({
  ...iteratorTable<Teeing>("_tee", 48, HAVE_GC | HAS_WEAKREFS),
  doc: "An iterator over what others have read too.",
  textSignature: "(iterable, /)",
  slots: {
    new(type, args, kwnames) {
      positional("_tee", 1, TeeType, type, args, kwnames);
      return teeFrom(args[0]);
    },
    iter: newRef,
    next: nextOfTee,
  },
  methods: pickling([
    def("__copy__($self, /)", "Returns an independent iterator.", copyTee),
    def("__reduce__($self, /)", REDUCE, (tee: PyTee) =>
      tupleOf(
        newRef(tee.type),
        tupleOf(newRef(EMPTY_TUPLE)),
        tupleOf(shareAt(tee.value.owned, 0), newInt(tee.value.at)),
      ),
    ),
    def("__setstate__($self, state, /)", SETSTATE, ({ value: tee }: PyTee, state) => {
      const [block, at] = stateParts(state, 2, 2);
      if (typeof block === "number" || block.type !== BlockType)
        throw typeError(`argument 1 must be itertools._tee_dataobject, not ${typeName(block)}`);
      const index = stateIndex(at);
      if (index < 0 || index > BLOCK) throw valueError("Index out of range");
      put(tee.owned, 0, newRef(block));
      tee.at = index;
    }),
  ]),
});

export const BlockType: PyType = defineType<PyBlock>({
  ...iteratorTable<Block>("_tee_dataobject", 496, HAVE_GC),
  slots: {
    new(_type, args, kwnames) {
      const n = args.length - (kwnames?.length ?? 0);
      if (n !== 3) throw typeError(`teedataobject expected 3 arguments, got ${n}`);
      const [source, items, after] = args;
      if (!isList(items)) throw typeError(`teedataobject() argument 2 must be list, not ${typeNameOf(items)}`);
      if (items.value.length > BLOCK) throw valueError("Invalid arguments");
      const block = newBlock(keep(source));
      for (let i = 0; i < items.value.length; i++) block.value.owned[ITEMS + i] = share(items.value, i);
      block.value.read = items.value.length;
      if (after !== None) put(block.value.owned, NEXT, keep(after));
      return block;
    },
  },
  methods: pickling([
    def("__reduce__($self, /)", REDUCE, ({ type, value: { owned, read } }: PyBlock) => {
      const items = newRefs();
      for (let i = 0; i < read; i++) items.push(shareAt(owned, ITEMS + i));
      return tupleOf(
        newRef(type),
        tupleOf(
          shareAt(owned, SOURCE),
          newList(items),
          owned[NEXT] === undefined ? newRef(None) : shareAt(owned, NEXT),
        ),
      );
    }),
  ]),
});

/** `tee(iterable, n)`: an iterator that can be copied is its own first tee. */
export const tee = def(
  "tee($module, iterable, n=2, /)",
  "Returns a tuple of n independent iterators.",
  (_module, iterable, n) => {
    const count = ssize(n);
    if (count < 0) throw valueError("n must be >= 0");
    if (count === 0) return newRef(EMPTY_TUPLE);
    let it: OwnedValue = getIter(iterable);
    const known = findAttrText(it, "__copy__");
    dropMaybe(known);
    if (known === undefined) {
      const source = it;
      try {
        it = teeFrom(source);
      } finally {
        drop(source);
      }
    }
    return copies(it, count);
  },
);

/** The iterator and copies of it, which it steals. */
function copies(it: OwnedValue, count: number): OwnedValue {
  const items: Refs = newRefs();
  items.push(it);
  let copy: OwnedValue | undefined;
  try {
    copy = getAttrText(it, "__copy__");
    while (items.length < count) items.push(callArray(copy, [], null));
  } catch (e) {
    dropAll(items);
    throw e;
  } finally {
    dropMaybe(copy);
  }
  return newTuple(items);
}
