// What sets can do: slots and methods of set and frozenset, and their iterator.
import { allocGC } from "../heap/heap.ts";
import type { PyObject, PyType } from "../heap/object.ts";
import { drop, dropMaybe, newRef, type Owned, type OwnedValue, type Refs, type Value } from "../heap/refs.ts";
import { HAVE_GC, NO_NEW, sizeOf } from "../heap/type.ts";
import { def, type Native } from "../native/signature.ts";
import { classGetItem } from "./classgetitem.ts";
import { defineType, extendType, type SlotsFor } from "./define.ts";
import { newError, runtimeError, typeError } from "./errors.ts";
import { newInt } from "./int.ts";
import { reduceIter } from "./iterators.ts";
import { newList } from "./list.ts";
import { untold } from "./members.ts";
import { hashFrozenset, hashHigh } from "./numeric/hash.ts";
import { findAttrText, keyError, reprText } from "./protocol.ts";
import { guardedRepr } from "./reprguard.ts";
import {
  FrozenSetType,
  isAnySet,
  newSetOf,
  type PySet,
  SetType,
  setAddBorrowed,
  setClear,
  setContains,
  setDiscard,
  setFind,
  setItems,
  setUpdate,
} from "./set.ts";
import {
  compareSets,
  setCopy,
  setDifference,
  setDifferenceAll,
  setDifferenceUpdate,
  setIntersection,
  setIntersectionAll,
  setIntersectionUpdate,
  setIsDisjoint,
  setIsSubset,
  setIsSuperset,
  setSymmetricDifference,
  setSymmetricDifferenceUpdate,
  setUnion,
} from "./setoperations.ts";
import { highWord } from "./settable.ts";
import { newNone, notImplemented } from "./singletons.ts";
import { newStr } from "./str.ts";
import { tupleOf } from "./tuple.ts";

// ---- the iterator ----

interface SetIteration {
  /** Null once it has come to its end. */
  set: PySet | null;
  /** How many keys the set had; -1 once that has changed. */
  used: number;
  at: number;
  left: number;
}
export type PySetIterator = PyObject<SetIteration>;

function finish(it: PySetIterator): undefined {
  const { set } = it.value;
  it.value.set = null;
  dropMaybe(set);
  return undefined;
}

/** A list of what is left; the iterator stays where it is. */
function remaining(it: PySetIterator): Owned {
  const items: OwnedValue[] = [];
  const { set, used, at } = it.value;
  if (set !== null) {
    if (used !== set.value.used) throw runtimeError("Set changed size during iteration");
    for (let i = set.value.next(at); i >= 0; i = set.value.next(i + 1)) items.push(set.value.shareKey(i));
  }
  return newList(items as Refs);
}

const SetIteratorType = defineType<PySetIterator>({
  name: "set_iterator",
  plainNext: true,
  flags: HAVE_GC | NO_NEW,
  basicSize: 48,
  traverse(it, visit) {
    if (it.value.set !== null) visit(it.value.set);
  },
  clear: finish,
  slots: {
    iter: newRef,
    next(it) {
      const state = it.value;
      const { set } = state;
      if (set === null) return undefined;
      if (state.used !== set.value.used) {
        state.used = -1;
        throw runtimeError("Set changed size during iteration");
      }
      const at = set.value.next(state.at);
      if (at < 0) return finish(it);
      state.at = at + 1;
      state.left--;
      return set.value.shareKey(at);
    },
  },
  methods: untold([
    def("__length_hint__($self, /)", "How many keys are left.", (it: PySetIterator) =>
      newInt(it.value.set !== null && it.value.used === it.value.set.value.used ? it.value.left : 0),
    ),
    def("__reduce__($self, /)", "What pickle needs to make the iterator again.", (it: PySetIterator) =>
      reduceIter(remaining(it)),
    ),
  ]),
});

const newIterator = (set: PySet): Owned =>
  allocGC<SetIteration, null>(
    SetIteratorType,
    { set: newRef(set), used: set.value.used, at: 0, left: set.value.used },
    null,
    64,
  );

// ---- slots ----

/** "{1, 2}" of an exact set; "frozenset({1, 2})" of any other. */
function reprSet(set: PySet): Owned {
  const { name } = set.type.value;
  if (set.value.used === 0) return newStr(`${name}()`);
  return newStr(
    guardedRepr(set, `${name}(...)`, () => {
      const items = setItems(set);
      try {
        const text = `{${items.map((item) => reprText(item)).join(", ")}}`;
        return set.type === SetType ? text : `${name}(${text})`;
      } finally {
        for (const item of items) drop(item);
      }
    }),
  );
}

/** The hash of a frozenset, from those of its keys in any order; computed once. */
function hashSet(set: PySet): number | bigint {
  const table = set.value;
  if (table.hash !== null) return table.hash;
  const highs: number[] = [];
  const lows: number[] = [];
  for (let at = table.next(0); at >= 0; at = table.next(at + 1)) {
    highs.push(highWord(table.keys[at] as Value, table.highs[at]));
    lows.push(table.lows[at]);
  }
  const low = hashFrozenset(highs, lows);
  const hash = (BigInt(hashHigh) << 32n) | BigInt(low >>> 0);
  const n = Number(hash);
  table.hash = Number.isSafeInteger(n) ? n : hash;
  return table.hash;
}

/** An operator of two sets; declines anything else. */
const operator =
  (operate: (a: PySet, b: PySet) => OwnedValue) =>
  (lhs: Value, rhs: Value): OwnedValue =>
    isAnySet(lhs) && isAnySet(rhs) ? operate(lhs, rhs) : notImplemented();

/** An operator that changes its left operand. */
const inplace =
  (change: (a: PySet, b: PySet) => void) =>
  (lhs: Value, rhs: Value): OwnedValue => {
    if (!isAnySet(rhs)) return notImplemented();
    change(lhs as PySet, rhs);
    return newRef(lhs as PySet);
  };

const common: SlotsFor<PySet> = {
  repr: reprSet,
  iter: newIterator,
  len: (set) => set.value.used,
  contains: setContains,
  compare: compareSets,
  sub: operator(setDifference),
  and: operator(setIntersection),
  xor: operator(setSymmetricDifference),
  or: operator((a, b) => setUnion(a, [b])),
};

/** The only argument, or none, of a call of a type of sets. */
function iterableOf(
  name: string,
  args: Value[],
  kwnames: readonly PyObject[] | null,
  refuseKeywords: boolean,
): Value | undefined {
  const keywords = kwnames?.length ?? 0;
  if (keywords > 0 && refuseKeywords) throw typeError(`${name}() takes no keyword arguments`);
  const n = args.length - keywords;
  if (n > 1) throw typeError(`${name} expected at most 1 argument, got ${n}`);
  return n === 1 ? args[0] : undefined;
}

function initSet(set: PySet, args: Value[], kwnames: readonly PyObject[] | null): void {
  const iterable = iterableOf(
    "set",
    args,
    kwnames,
    set.type === SetType || set.type.value.slots.new === SetType.value.slots.new,
  );
  if (set.value.fill > 0) setClear(set);
  set.value.hash = null;
  if (iterable !== undefined) setUpdate(set, iterable);
}

function newFrozen(type: PyType, args: Value[], kwnames: readonly PyObject[] | null): OwnedValue {
  const refuse = type === FrozenSetType || type.value.slots.init === FrozenSetType.value.slots.init;
  const iterable = iterableOf("frozenset", args, kwnames, refuse);
  if (type !== FrozenSetType) return newSetOf(type, iterable);
  return typeof iterable === "object" && iterable.type === FrozenSetType ? newRef(iterable) : newSetOf(type, iterable);
}

// ---- methods ----

function reduceSet(set: PySet): OwnedValue {
  const items = newList(setItems(set) as Refs);
  const state = findAttrText(set, "__getstate__");
  const kept = state === undefined ? newNone() : callState(state);
  return tupleOf(newRef(set.type), tupleOf(items), kept);
}
let callState: (method: OwnedValue) => OwnedValue;
/** Told once by reduce.ts: calls `__getstate__`, which it steals. */
export const setStateCaller = (f: typeof callState): void => {
  callState = f;
};

/** The methods of both types. */
const shared = (): Native[] =>
  untold([
    def("__contains__($self, object, /) -> bool", "x.__contains__(y) <==> y in x.", (set: PySet, key) =>
      setContains(set, key),
    ),
    def("copy($self, /)", "A shallow copy.", (set: PySet) => (set.type === FrozenSetType ? newRef(set) : setCopy(set))),
    def("difference($self, *others)", "The keys that are in none of the others.", (set: PySet, others) =>
      setDifferenceAll(set, others),
    ),
    def("intersection($self, *others)", "The keys that all the others have too.", (set: PySet, others) =>
      setIntersectionAll(set, others),
    ),
    def("isdisjoint($self, other, /) -> bool", "Have the two no key in common?", (set: PySet, other) =>
      setIsDisjoint(set, other),
    ),
    def("issubset($self, other, /) -> bool", "Does the other have all the keys?", (set: PySet, other) =>
      setIsSubset(set, other),
    ),
    def("issuperset($self, other, /) -> bool", "Has the set all the keys of the other?", (set: PySet, other) =>
      setIsSuperset(set, other),
    ),
    def("__reduce__($self, /)", "What pickle needs to make the set again.", reduceSet),
    def("__sizeof__($self, /) -> int", "Bytes in memory.", (set: PySet) => sizeOf(set) - set.type.value.preHeader),
    def("symmetric_difference($self, other, /)", "The keys that just one of the two has.", (set: PySet, other) =>
      setSymmetricDifference(set, other),
    ),
    def("union($self, *others)", "The keys of all of them.", (set: PySet, others) => setUnion(set, others)),
    classGetItem,
  ]);

extendType<PySet>(FrozenSetType, {
  slots: { ...common, hash: hashSet, new: newFrozen },
  methods: shared(),
});

extendType<PySet>(SetType, {
  slots: {
    ...common,
    new: (type) => newSetOf(type, undefined),
    init: initSet,
    isub: inplace(setDifferenceUpdate),
    iand: inplace((a, b) => setIntersectionUpdate(a, [b])),
    ixor: inplace(setSymmetricDifferenceUpdate),
    ior: inplace(setUpdate),
  },
  methods: [
    ...shared(),
    ...untold([
      def("add($self, object, /)", "Adds a key.", (set: PySet, key) => void setAddBorrowed(set, key)),
      def("clear($self, /)", "Removes all keys.", (set: PySet) => setClear(set)),
      def(
        "discard($self, object, /)",
        "Removes a key, if it is there.",
        (set: PySet, key) => void setDiscard(set, key),
      ),
      def("difference_update($self, *others)", "Removes all keys of the others.", (set: PySet, others) => {
        for (const other of others) setDifferenceUpdate(set, other);
      }),
      def(
        "intersection_update($self, *others)",
        "Leaves only the keys that all the others have.",
        (set: PySet, others) => setIntersectionUpdate(set, others),
      ),
      def("pop($self, /)", "Removes some key and returns it. Raises KeyError when there is none.", (set: PySet) => {
        const key = set.value.pop();
        if (key === undefined) throw newError("KeyError", "pop from an empty set");
        return key;
      }),
      def("remove($self, object, /)", "Removes a key. Raises KeyError when it is not there.", (set: PySet, key) => {
        const at = setFind(set, key);
        if (at < 0) throw keyError(key);
        drop(set.value.takeAt(at));
      }),
      def(
        "symmetric_difference_update($self, other, /)",
        "Leaves the keys that just one of the two has.",
        (set: PySet, other) => setSymmetricDifferenceUpdate(set, other),
      ),
      def("update($self, *others)", "Adds all keys of the others.", (set: PySet, others) => {
        for (const other of others) setUpdate(set, other);
      }),
    ]),
  ],
});
