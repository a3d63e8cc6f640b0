// What deques can do: slots, methods and iterators. A deque that changes while it is walked makes
// the walk an error.
import { allocGC } from "../../heap/heap.ts";
import type { PyObject, PyType } from "../../heap/object.ts";
import { drop, dropMaybe, keep, newRef, type Owned, type OwnedValue, share, type Value } from "../../heap/refs.ts";
import { EQ, GE, GT, HAVE_GC, LE, LT, NE, sizeOf } from "../../heap/type.ts";
import { def, type Native } from "../../native/signature.ts";
import { call, callMethod } from "../../objects/call.ts";
import { classGetItem } from "../../objects/classgetitem.ts";
import { defineType, extendType } from "../../objects/define.ts";
import { indexError, memoryError, runtimeError, typeError, valueError } from "../../objects/errors.ts";
import { asInstanceOf } from "../../objects/instance.ts";
import { cInt, indexClamped, indexSize, newInt } from "../../objects/int.ts";
import { getIter } from "../../objects/iteration.ts";
import { newList } from "../../objects/list.ts";
import { untold } from "../../objects/members.ts";
import { compareBool, equal, reprText, slotsOf, typeName } from "../../objects/protocol.ts";
import { guardedRepr } from "../../objects/reprguard.ts";
import { None, newBool, newNone, notImplemented } from "../../objects/singletons.ts";
import { ssize } from "../../objects/slice.ts";
import { intern, newStr, type PyStr } from "../../objects/str.ts";
import { EMPTY_TUPLE, newTuple, tupleOf } from "../../objects/tuple.ts";
import {
  append,
  appendLeft,
  checkedIndex,
  clear,
  copyItems,
  type DequeData,
  DequeType,
  extend,
  isDeque,
  itemAt,
  newDeque,
  type PyDeque,
  placeOf,
  removeAt,
  rotate,
  takeLeft,
  takeRight,
} from "./deque.ts";

// ---- making ----

/** `deque(iterable=(), maxlen=None)`. */
function init(deque: PyDeque, args: readonly Value[], kwnames: readonly PyObject[] | null): void {
  const npos = args.length - (kwnames?.length ?? 0);
  if (args.length > 2) throw typeError(`deque() takes at most 2 arguments (${args.length} given)`);
  const given: (Value | undefined)[] = [0, 1].map((i) => (i < npos ? args[i] : undefined));
  (kwnames ?? []).forEach((keyword, i) => {
    const at = ["iterable", "maxlen"].indexOf((keyword as PyStr).value);
    if (at < 0) throw typeError(`'${(keyword as PyStr).value}' is an invalid keyword argument for deque()`);
    if (given[at] !== undefined)
      throw typeError(`argument for deque() given by name ('${(keyword as PyStr).value}') and position (${at + 1})`);
    given[at] = args[npos + i];
  });
  const maxlen = given[1] === undefined || given[1] === None ? -1 : maxlenOf(given[1]);
  deque.value.maxlen = maxlen;
  if (deque.value.size > 0) clear(deque);
  if (given[0] !== undefined) extend(deque, given[0], false);
}

function maxlenOf(value: Value): number {
  if (slotsOf(value).index === null) throw typeError("an integer is required");
  const n = ssize(value);
  if (n < 0) throw valueError("maxlen must be non-negative");
  return n;
}

const maxlenValue = ({ maxlen }: DequeData): OwnedValue => (maxlen < 0 ? newNone() : newInt(maxlen));

function copy(deque: PyDeque): Owned {
  if (deque.type === DequeType) {
    const made = newDeque(deque.value.maxlen);
    try {
      if (deque.value.size === 1) append(made.value, itemAt(deque.value, 0));
      else extend(made, deque, false);
    } catch (e) {
      drop(made);
      throw e;
    }
    return made;
  }
  const made =
    deque.value.maxlen < 0
      ? call(deque.type, newRef(deque))
      : call(deque.type, newRef(deque), maxlenValue(deque.value));
  if (isDeque(made)) return made as Owned;
  const name = typeName(made);
  drop(made);
  throw typeError(`${deque.type.value.name}() must return a deque, not ${name}`);
}

function concat(deque: PyDeque, other: Value): OwnedValue {
  if (!isDeque(other)) throw typeError(`can only concatenate deque (not "${typeName(other)}") to deque`);
  const made = copy(deque);
  try {
    extend(made as PyObject as PyDeque, other, false);
  } catch (e) {
    drop(made);
    throw e;
  }
  return made;
}

function repeatInPlace(deque: PyDeque, count: number): OwnedValue {
  const { value: data } = deque;
  const { size, maxlen } = data;
  if (size === 0 || count === 1) return newRef(deque);
  if (count <= 0) {
    clear(deque);
    return newRef(deque);
  }
  if (size * count > 2 ** 60) throw memoryError();
  const times = maxlen >= 0 && count * size > maxlen ? Math.ceil(maxlen / size) : count;
  const seen = newTuple(copyItems(deque));
  try {
    for (let i = 1; i < times; i++) {
      if (size === 1) append(data, share(seen.value, 0));
      else extend(deque, seen, false);
    }
  } finally {
    drop(seen);
  }
  return newRef(deque);
}

function repeat(deque: PyDeque, count: number): OwnedValue {
  const made = copy(deque);
  try {
    return repeatInPlace(made as PyObject as PyDeque, count);
  } finally {
    drop(made);
  }
}

// ---- searching ----

/** Calls `each` with the position of every item that equals a value, until it answers true. */
function search(
  deque: PyDeque,
  value: Value,
  from: number,
  to: number,
  changed: () => unknown,
  each: (i: number) => boolean,
): void {
  const { value: data } = deque;
  const { state } = data;
  for (let i = from; i < to; i++) {
    const item = itemAt(data, i);
    let same: boolean;
    try {
      same = equal(item, value);
    } finally {
      drop(item);
    }
    if (state !== data.state) throw changed();
    if (same && each(i)) return;
  }
}

const mutated = (): unknown => runtimeError("deque mutated during iteration");

function find(deque: PyDeque, value: Value, from: number, to: number, changed = mutated): number {
  let at = -1;
  search(deque, value, from, to, changed, (i) => {
    at = i;
    return true;
  });
  return at;
}

function count(deque: PyDeque, value: Value): number {
  let n = 0;
  search(deque, value, 0, deque.value.size, mutated, () => {
    n++;
    return false;
  });
  return n;
}

const notIn = (value: Value): unknown => valueError(`${reprText(value)} is not in deque`);

function index(deque: PyDeque, args: readonly Value[]): number {
  checkCount("deque.index", args.length, 1, 3);
  const { size } = deque.value;
  const bound = (i: number, missing: number): number => {
    const n = args.length > i ? indexClamped(args[i]) : missing;
    return Math.min(n < 0 ? Math.max(0, n + size) : n, size);
  };
  const at = find(deque, args[0], bound(1, 0), bound(2, size));
  if (at < 0) throw notIn(args[0]);
  return at;
}

function remove(deque: PyDeque, value: Value): void {
  const at = find(deque, value, 0, deque.value.size, () => indexError("deque mutated during iteration"));
  if (at < 0) throw notIn(value);
  drop(removeAt(deque.value, at));
}

function insert(deque: PyDeque, args: readonly Value[]): void {
  checkCount("deque.insert", args.length, 2, 2);
  const at = indexSize(args[0]);
  const { value: data } = deque;
  const n = data.size;
  if (data.maxlen >= 0 && n >= data.maxlen) throw indexError("deque already at its maximum size");
  if (at >= n) append(data, keep(args[1]));
  else if (at <= -n || at === 0) appendLeft(data, keep(args[1]));
  else {
    rotate(data, -at);
    if (at < 0) append(data, keep(args[1]));
    else appendLeft(data, keep(args[1]));
    rotate(data, at);
  }
}

function reverse({ value: data }: PyDeque): void {
  for (let i = 0, j = data.size - 1; i < j; i++, j--) {
    const [a, b] = [placeOf(data, i), placeOf(data, j)];
    [data.ring[a], data.ring[b]] = [data.ring[b], data.ring[a]];
  }
}

/** The number of arguments of a method whose full name messages tell. */
function checkCount(name: string, given: number, min: number, max: number): void {
  if (given >= min && given <= max) return;
  const bound = given < min ? min : max;
  const how = min === max ? "" : given < min ? "at least " : "at most ";
  throw typeError(`${name} expected ${how}${bound} argument${bound === 1 ? "" : "s"}, got ${given}`);
}

// ---- comparing and showing ----

function compare(deque: PyDeque, other: Value, op: number): OwnedValue {
  if (!isDeque(other)) return notImplemented();
  if (op === EQ || op === NE) {
    if (deque === other) return newBool(op === EQ);
    if (deque.value.size !== other.value.size) return newBool(op === NE);
  }
  return comparePairs(deque, other, op);
}

/** The first pair that differs decides, else the lengths. */
function comparePairs(a: PyDeque, b: PyDeque, op: number): OwnedValue {
  const pair: OwnedValue[] = [];
  const [left, right] = [getIter(a), getIter(b)];
  const step = (it: Owned): OwnedValue | undefined => it.type.value.slots.next?.(it);
  try {
    for (;;) {
      const [x, y] = [step(left), step(right)];
      pair.push(...[x, y].filter((v) => v !== undefined));
      if (x === undefined || y === undefined) return newBool(lengthsAnswer(x !== undefined, y !== undefined, op));
      if (!equal(x, y)) return newBool(op === NE || (op !== EQ && compareBool(x, y, op)));
      for (const value of pair.splice(0)) drop(value);
    }
  } finally {
    for (const value of pair) drop(value);
    drop(left);
    drop(right);
  }
}

/** What the operators say once one of the two has come to its end. */
function lengthsAnswer(leftGoesOn: boolean, rightGoesOn: boolean, op: number): boolean {
  const same = !leftGoesOn && !rightGoesOn;
  switch (op) {
    case LT:
      return rightGoesOn;
    case LE:
      return same || rightGoesOn;
    case EQ:
      return same;
    case NE:
      return !same;
    case GT:
      return leftGoesOn;
    default:
      return op === GE && (same || leftGoesOn);
  }
}

function repr(deque: PyDeque): Owned {
  return newStr(
    guardedRepr(deque, "[...]", () => {
      const list = newList(copyItems(deque));
      try {
        const { maxlen } = deque.value;
        return `${deque.type.value.name}(${reprText(list)}${maxlen < 0 ? "" : `, maxlen=${maxlen}`})`;
      } finally {
        drop(list);
      }
    }),
  );
}

function reduce(deque: PyDeque): OwnedValue {
  const state = callMethod(deque, "__getstate__");
  const args = deque.value.maxlen < 0 ? newRef(EMPTY_TUPLE) : tupleOf(newRef(EMPTY_TUPLE), newInt(deque.value.maxlen));
  return tupleOf(newRef(deque.type), args, state, getIter(deque));
}

function subscript(deque: PyDeque, key: Value): number {
  if (slotsOf(key).index === null) throw typeError(`sequence index must be integer, not '${typeName(key)}'`);
  return checkedIndex(deque.value, indexSize(key));
}

function assign(deque: PyDeque, key: Value, value: Value | undefined): void {
  const { value: data } = deque;
  const i = subscript(deque, key);
  if (value === undefined) {
    drop(removeAt(data, i));
    return;
  }
  const at = placeOf(data, i);
  const old = data.ring[at] as OwnedValue;
  data.ring[at] = keep(value);
  drop(old);
}

// ---- the iterators ----

interface Walk {
  /** Null once the collector has cleared it. */
  deque: PyDeque | null;
  at: number;
  state: number;
  left: number;
}
type PyDequeIterator = PyObject<Walk>;

function nextItem(it: PyDequeIterator, reversed: boolean): OwnedValue | undefined {
  const walk = it.value;
  if (walk.deque === null) return undefined;
  const { value: data } = walk.deque;
  if (data.state !== walk.state) {
    walk.left = 0;
    throw mutated();
  }
  if (walk.left === 0) return undefined;
  walk.left--;
  const i = walk.at++;
  return itemAt(data, reversed ? data.size - 1 - i : i);
}

const defineIterator = (name: string, reversed: boolean): PyType => {
  const type: PyType = defineType<PyDequeIterator>({
    name,
    module: "collections",
    flags: HAVE_GC,
    basicSize: 56,
    traverse(it, visit) {
      if (it.value.deque !== null) visit(it.value.deque);
    },
    clear(it) {
      const { deque } = it.value;
      it.value.deque = null;
      dropMaybe(deque);
    },
    slots: {
      new: (made, args) => startAt(made, args, reversed),
      iter: newRef,
      next: (it) => nextItem(it, reversed),
    },
    methods: untold([
      def("__length_hint__($self, /) -> int", "How many items are left.", (it: PyDequeIterator) => it.value.left),
      def("__reduce__($self, /)", "What pickle needs to make the iterator again.", (it: PyDequeIterator) => {
        const { deque, left } = it.value;
        if (deque === null) return newNone();
        return tupleOf(newRef(it.type), tupleOf(newRef(deque), newInt(deque.value.size - left)));
      }),
    ]),
    constants: () => ({ __module__: newRef(intern("collections")) }),
  });
  return type;
};

/** `type(deque, position=0)`. */
function startAt(type: PyType, args: readonly Value[], reversed: boolean): OwnedValue {
  checkCount("function", args.length, 1, 2);
  if (!isDeque(args[0])) throw typeError(`argument 1 must be collections.deque, not ${typeName(args[0])}`);
  const skip = args.length > 1 ? cInt(args[1]) : 0;
  const it = newIterator(reversed ? ReverseIteratorType : IteratorType, args[0]);
  for (let i = 0; i < skip && it.value.left > 0; i++) drop(nextItem(it, reversed) as OwnedValue);
  return asInstanceOf(it, type);
}

export const IteratorType = defineIterator("_deque_iterator", false);
export const ReverseIteratorType = defineIterator("_deque_reverse_iterator", true);

const newIterator = (type: PyType, deque: PyDeque): Owned<PyDequeIterator> => {
  const { state, size } = deque.value;
  return allocGC<Walk, null>(type, { deque: newRef(deque), at: 0, state, left: size }, null, 72);
};

// ---- the table ----

const popped = (item: OwnedValue | undefined): OwnedValue => {
  if (item === undefined) throw indexError("pop from an empty deque");
  return item;
};

const plain = (name: "copy", doc: string, body: (deque: PyDeque) => OwnedValue | void): Native =>
  def(`${name}($self, /)`, doc, body);
const named = (name: string): "copy" => name as "copy";

extendType<PyDeque>(DequeType, {
  slots: {
    new: (type) => asInstanceOf(newDeque(), type),
    init,
    repr,
    compare,
    iter: (deque) => newIterator(IteratorType, deque),
    len: (deque) => deque.value.size,
    contains: (deque, item) => find(deque, item, 0, deque.value.size) >= 0,
    item: (deque, i) => (i < 0 || i >= deque.value.size ? undefined : itemAt(deque.value, i)),
    getitem: (deque, key) => itemAt(deque.value, subscript(deque, key)),
    setitem: assign,
    concat,
    repeat,
    iconcat(deque, other) {
      extend(deque, other, false);
      return newRef(deque);
    },
    irepeat: repeatInPlace,
  },
  methods: untold([
    def("append($self, item, /)", "Adds to the right.", (deque: PyDeque, item) => append(deque.value, keep(item))),
    def("appendleft($self, item, /)", "Adds to the left.", (deque: PyDeque, item) =>
      appendLeft(deque.value, keep(item)),
    ),
    plain(named("clear"), "Removes all items.", clear),
    plain(named("__copy__"), "A shallow copy.", copy),
    plain(named("copy"), "A shallow copy.", copy),
    def("count($self, value, /) -> int", "How many items equal a value.", count),
    def("extend($self, iterable, /)", "Adds what an iterable gives, to the right.", (deque: PyDeque, iterable) =>
      extend(deque, iterable, false),
    ),
    def("extendleft($self, iterable, /)", "Adds what an iterable gives, to the left.", (deque: PyDeque, iterable) =>
      extend(deque, iterable, true),
    ),
    def("index($self, *args) -> int", "The position of an item that equals a value.", index),
    def("insert($self, *args)", "Puts an item before a position.", insert),
    plain(named("pop"), "Removes the last item and returns it.", (deque) => popped(takeRight(deque.value))),
    plain(named("popleft"), "Removes the first item and returns it.", (deque) => popped(takeLeft(deque.value))),
    plain(named("__reduce__"), "What pickle needs to make the deque again.", reduce),
    def("remove($self, value, /)", "Removes the first item that equals a value.", remove),
    plain(named("__reversed__"), "An iterator from right to left.", (deque) => newIterator(ReverseIteratorType, deque)),
    plain(named("reverse"), "Reverses the items where they are.", reverse),
    def("rotate($self, *args)", "Turns to the right, by one place unless told.", (deque: PyDeque, args) => {
      checkCount("deque.rotate", args.length, 0, 1);
      rotate(deque.value, args.length > 0 ? indexSize(args[0]) : 1);
    }),
    def(
      "__sizeof__($self, /) -> int",
      "Bytes in memory.",
      (deque: PyDeque) => sizeOf(deque) - deque.type.value.preHeader,
    ),
    classGetItem,
  ]),
  getset: [
    { name: "maxlen", doc: "maximum size of a deque or None if unbounded", get: (deque) => maxlenValue(deque.value) },
  ],
});
