// The iterators of lists and tuples, and `iterator`, which goes by `__getitem__` alone. The
// payload is the container, null once the iterator has come to its end; `extra` is the position.
import { allocGC, heap } from "../heap/heap.ts";
import type { PyObject, PyType } from "../heap/object.ts";
import {
  drop,
  dropMaybe,
  moved,
  newRef,
  newRefs,
  type Owned,
  type OwnedValue,
  type Refs,
  share,
  type Value,
} from "../heap/refs.ts";
import { HAVE_GC, NO_NEW } from "../heap/type.ts";
import { refuel } from "../heap/work.ts";
import { def, type Native } from "../native/signature.ts";
import { defineType, type SlotsFor } from "./define.ts";
import { overflowError } from "./errors.ts";
import { newInt } from "./int.ts";
import { newList, type PyList } from "./list.ts";
import { getItem, length, slotsOf, unlessRaises } from "./protocol.ts";
import { notImplemented } from "./singletons.ts";
import { stateIndex } from "./slice.ts";
import { EMPTY_TUPLE, type PyTuple, tupleOf } from "./tuple.ts";

export { stateIndex } from "./slice.ts";

export type PositionIterator<C extends PyObject = PyObject> = PyObject<C | null, number>;
export type PyListIterator = PositionIterator<PyList>;
export type PyTupleIterator = PositionIterator<PyTuple>;

// ---- what pickle is told ----

let findBuiltin: (name: string) => OwnedValue;
/** Told once by the builtins module: a builtin function by its name, a new reference. */
export const setBuiltinFinder = (f: typeof findBuiltin): void => {
  findBuiltin = f;
};

/** A builtin by its name, as `__reduce__` gives it out. */
export const builtinNamed = (name: string): OwnedValue => findBuiltin(name);

/** `(iter, (source,), state)`; the state may be left out. Steals both. */
export function reduceIter(source: OwnedValue, state?: OwnedValue): OwnedValue {
  const args = tupleOf(source);
  return state === undefined ? tupleOf(builtinNamed("iter"), args) : tupleOf(builtinNamed("iter"), args, state);
}

/** The same with another builtin. It is looked up first, which may run Python code, and exhaust the iterator. */
export function reduceBy(name: string, rest: () => OwnedValue[]): OwnedValue {
  const builtin = builtinNamed(name);
  const [source, ...state] = rest();
  return tupleOf(builtin, tupleOf(source), ...state);
}

// ---- what the three have in common ----

export const traverseContainer = (it: PositionIterator, visit: (o: PyObject) => void): void => {
  if (it.value !== null) visit(it.value);
};

export function clearContainer(it: PositionIterator): void {
  const container = it.value;
  it.value = null;
  dropMaybe(container);
}

/** The end has been reached: the container is let go of. */
function finish(it: PositionIterator): undefined {
  clearContainer(it);
  return undefined;
}

const LENGTH_DOC = "How many items are left.";
const REDUCE_DOC = "What pickle needs to make the iterator again.";
const STATE_DOC = "Sets the position.";

/** The next item of an array of items that may have become shorter. */
function nextItem(it: PositionIterator<PyObject<Refs>>): OwnedValue | undefined {
  const container = it.value;
  if (container === null) return undefined;
  const i = it.extra;
  if (i >= container.value.length) return finish(it);
  it.extra = i + 1;
  return share(container.value, i);
}

const forwardMethods = (empty: () => Owned): Native[] => [
  def("__length_hint__($self, /)", LENGTH_DOC, (it: PositionIterator<PyObject<Refs>>) =>
    newInt(it.value === null ? 0 : Math.max(0, it.value.value.length - it.extra)),
  ),
  def("__reduce__($self, /)", REDUCE_DOC, (it: PositionIterator<PyObject<Refs>>) =>
    reduceBy("iter", () => (it.value === null ? [empty()] : [newRef(it.value), newInt(it.extra)])),
  ),
  def("__setstate__($self, object, /)", STATE_DOC, (it: PositionIterator<PyObject<Refs>>, state) => {
    const i = Math.max(0, stateIndex(state));
    if (it.value !== null) it.extra = Math.min(i, it.value.value.length);
  }),
];

const newIterator = <C extends PyObject>(type: PyType, container: C, position: number): Owned<PositionIterator<C>> =>
  allocGC<C | null, number>(type, newRef(container), position, 48);

const TABLE = { flags: HAVE_GC | NO_NEW, basicSize: 32, traverse: traverseContainer, clear: clearContainer };

// ---- list ----

export const ListIteratorType = defineType<PyListIterator>({
  ...TABLE,
  name: "list_iterator",
  plainNext: true,
  slots: { iter: newRef, next: nextItem },
  methods: forwardMethods(() => newList(newRefs())),
});
export const newListIterator = (list: PyList): Owned<PyListIterator> => newIterator(ListIteratorType, list, 0);

/**
 * The next item of a list's iterator if it is a plain number, which stays where it is, without a reference: for
 * whoever wants nothing but its value. Undefined when there is no such item next, or another iterator.
 */
export function nextNumber(it: Value): number | undefined {
  if (typeof it === "number" || it.type !== ListIteratorType) return undefined;
  const { value: list, extra: i } = it as PyListIterator;
  const item: Value | undefined = list?.value[i];
  if (typeof item !== "number") return undefined;
  if (--heap.fuel < 0) refuel();
  (it as PyListIterator).extra = i + 1;
  return item;
}

export const ListReverseIteratorType = defineType<PyListIterator>({
  ...TABLE,
  name: "list_reverseiterator",
  plainNext: true,
  slots: {
    iter: newRef,
    next(it) {
      const list = it.value;
      const i = it.extra;
      if (list !== null && i >= 0 && i < list.value.length) {
        it.extra = i - 1;
        return share(list.value, i);
      }
      it.extra = -1;
      return finish(it);
    },
  },
  methods: [
    def("__length_hint__($self, /)", LENGTH_DOC, (it: PyListIterator) =>
      newInt(it.value === null || it.value.value.length < it.extra + 1 ? 0 : it.extra + 1),
    ),
    def("__reduce__($self, /)", REDUCE_DOC, reduceReversed),
    def("__setstate__($self, object, /)", STATE_DOC, (it: PyListIterator, state) => {
      const i = Math.max(-1, stateIndex(state));
      if (it.value !== null) it.extra = Math.min(i, it.value.value.length - 1);
    }),
  ],
});
/** `reversed` is looked up first, as in `reduceBy`; one that is exhausted is an empty list's. */
function reduceReversed(it: PyListIterator): OwnedValue {
  const reversed = builtinNamed("reversed");
  if (it.value !== null) return tupleOf(reversed, tupleOf(newRef(it.value)), newInt(it.extra));
  drop(reversed);
  return reduceIter(newList(newRefs()));
}
export const newListReverseIterator = (list: PyList): Owned<PyListIterator> =>
  newIterator(ListReverseIteratorType, list, list.value.length - 1);

// ---- tuple ----

export const TupleIteratorType = defineType<PyTupleIterator>({
  ...TABLE,
  name: "tuple_iterator",
  plainNext: true,
  slots: { iter: newRef, next: nextItem },
  methods: forwardMethods(() => newRef(EMPTY_TUPLE)),
});
export const newTupleIterator = (tuple: PyTuple): Owned<PyTupleIterator> => newIterator(TupleIteratorType, tuple, 0);

// ---- whatever has __getitem__ ----

function nextByIndex(it: PositionIterator): OwnedValue | undefined {
  const sequence = it.value;
  if (sequence === null) return undefined;
  const i = it.extra;
  if (i >= Number.MAX_SAFE_INTEGER) throw overflowError("iter index too large");
  newRef(sequence);
  try {
    const item = itemOrEnd(sequence, i);
    if (item === undefined) return finish(it);
    it.extra = i + 1;
    return item;
  } finally {
    drop(moved(sequence));
  }
}

/** `sequence[i]`; undefined when that raises IndexError or StopIteration. */
const itemOrEnd = (sequence: PyObject, i: number): OwnedValue | undefined =>
  unlessRaises("StopIteration", () => unlessRaises("IndexError", () => getItem(sequence, i)));

const slots: SlotsFor<PositionIterator> = { iter: newRef, next: nextByIndex };

export const SequenceIteratorType = defineType<PositionIterator>({
  ...TABLE,
  name: "iterator",
  slots,
  methods: [
    def("__length_hint__($self, /)", LENGTH_DOC, (it: PositionIterator) => {
      if (it.value === null) return newInt(0);
      if (slotsOf(it.value).len === null) return notImplemented();
      return newInt(Math.max(0, length(it.value) - it.extra));
    }),
    def("__reduce__($self, /)", REDUCE_DOC, (it: PositionIterator) =>
      reduceBy("iter", () => (it.value === null ? [newRef(EMPTY_TUPLE)] : [newRef(it.value), newInt(it.extra)])),
    ),
    def("__setstate__($self, object, /)", STATE_DOC, (it: PositionIterator, state) => {
      const i = stateIndex(state);
      if (it.value !== null) it.extra = Math.max(0, i);
    }),
  ],
});
export const newSequenceIterator = (sequence: PyObject): Owned<PositionIterator> =>
  newIterator(SequenceIteratorType, sequence, 0);
