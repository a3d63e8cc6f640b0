// The iterators of range: range_iterator counts in numbers, or in bigints up to 64 bits;
// longrange_iterator is for what does not fit, and owns the int objects it goes by.
import { deallocLeaf } from "../heap/dealloc.ts";
import { alloc } from "../heap/heap.ts";
import type { PyObject, PyType } from "../heap/object.ts";
import { drop, dropAll, newRef, newRefs, type Owned, type Refs, replace, share, type Value } from "../heap/refs.ts";
import { NO_NEW } from "../heap/type.ts";
import { def } from "../native/signature.ts";
import { defineType } from "./define.ts";
import { overflowError, typeError } from "./errors.ts";
import { type IntValue, index, intOf, intValue, newInt } from "./int.ts";
import { reduceIter } from "./iterators.ts";
import { add, mul, neg, sub } from "./numeric/intops.ts";
import { type Int, normalize } from "./numeric/ints.ts";
import { typeName } from "./protocol.ts";
import { newRange } from "./range.ts";
import { newNone } from "./singletons.ts";

/** Where a range_iterator is: three numbers, or three bigints when something does not fit 53 bits. */
export class RangeState {
  next: Int;
  step: Int;
  left: Int;
  constructor(next: Int, step: Int, left: Int) {
    this.next = next;
    this.step = step;
    this.left = left;
  }
}
export type PyRangeIterator = PyObject<RangeState>;

const isNumber = (n: Int): n is number => typeof n === "number";

/** The state after which come `left` ints from `next` on. */
function stateAt(next: Int, step: Int, left: Int): RangeState {
  const past = add(next, mul(left, step));
  return isNumber(next) && isNumber(step) && isNumber(left) && isNumber(past)
    ? new RangeState(next, step, left)
    : new RangeState(BigInt(next), BigInt(step), BigInt(left));
}

export const RangeIteratorType: PyType = defineType<PyRangeIterator>({
  name: "range_iterator",
  flags: NO_NEW,
  basicSize: 40,
  dealloc: deallocLeaf,
  plainNext: true,
  slots: {
    iter: newRef,
    next(it) {
      const s = it.value;
      const { left, next } = s;
      if (isNumber(left)) {
        if (left === 0) return undefined;
        s.next = (next as number) + (s.step as number);
        s.left = left - 1;
      } else {
        if (left === 0n) return undefined;
        s.next = (next as bigint) + (s.step as bigint);
        s.left = left - 1n;
      }
      return newInt(next);
    },
  },
  methods: [
    def("__length_hint__($self, /)", "How many ints are left.", (it: PyRangeIterator) => newInt(it.value.left)),
    def("__reduce__($self, /)", "What pickle needs to make the iterator again.", (it: PyRangeIterator) => {
      const [next, step, left] = parts(it);
      return reduceIter(newRange(next, add(next, mul(left, step)), step), newNone());
    }),
    def("__setstate__($self, object, /)", "Skips so many ints.", (it: PyRangeIterator, state) => {
      const [next, step, left] = parts(it);
      const skip = clamp(cLong(state), left);
      it.value = stateAt(add(next, mul(skip, step)), step, sub(left, skip));
    }),
  ],
});

/** Next, step and left, each in its one form. */
function parts(it: PyRangeIterator): [Int, Int, Int] {
  const { next, step, left } = it.value;
  return isNumber(left) ? [next, step, left] : [normalize(next as bigint), normalize(step as bigint), normalize(left)];
}

const clamp = (n: Int, max: Int): Int => (n < 0 ? 0 : n > max ? max : n);

function cLong(value: Value): Int {
  const n = index(value);
  if (typeof n === "bigint" && (n >= 2n ** 63n || n < -(2n ** 63n)))
    throw overflowError("Python int too large to convert to C long");
  return n;
}

/** The payload is the next int, the step and how many are left. */
export type PyLongRangeIterator = PyObject<Refs>;
const NEXT = 0;
const STEP = 1;
const LEFT = 2;
const intAt = (it: PyLongRangeIterator, at: number): Int => intOf(it.value[at] as IntValue);

export const LongRangeIteratorType = defineType<PyLongRangeIterator>({
  name: "longrange_iterator",
  flags: NO_NEW,
  basicSize: 40,
  traverse(it, visit) {
    for (const o of it.value) if (typeof o !== "number") visit(o);
  },
  clear(it) {
    const parts = it.value;
    it.value = newRefs();
    dropAll(parts);
  },
  slots: {
    iter: newRef,
    next(it) {
      const left = intAt(it, LEFT);
      if (left === 0) return undefined;
      drop(replace(it.value, LEFT, newInt(sub(left, 1))));
      return replace(it.value, NEXT, newInt(add(intAt(it, NEXT), intAt(it, STEP))));
    },
  },
  methods: [
    def("__length_hint__($self, /)", "How many ints are left.", (it: PyLongRangeIterator) => share(it.value, LEFT)),
    def("__reduce__($self, /)", "What pickle needs to make the iterator again.", (it: PyLongRangeIterator) => {
      const [next, step] = [intAt(it, NEXT), intAt(it, STEP)];
      return reduceIter(newRange(next, add(next, mul(intAt(it, LEFT), step)), step), newNone());
    }),
    def("__setstate__($self, object, /)", "Skips so many ints.", (it: PyLongRangeIterator, state) => {
      const wanted = intValue(state);
      if (wanted === undefined) throw typeError(`state must be an int, not ${typeName(state)}`);
      const skip = clamp(wanted, intAt(it, LEFT));
      const [next, left] = [add(intAt(it, NEXT), mul(skip, intAt(it, STEP))), sub(intAt(it, LEFT), skip)];
      drop(replace(it.value, NEXT, newInt(next)));
      drop(replace(it.value, LEFT, newInt(left)));
    }),
  ],
});

/** Sums of two numbers below this are exact. */
const SAFE = 2 ** 52;
const MIN_LONG = -(2n ** 63n);
const MAX_LONG = 2n ** 63n - 1n;

/** Does each fit 64 bits? */
const fitsLong = (...ints: Int[]): boolean =>
  ints.every((n) => typeof n === "number" || (n >= MIN_LONG && n <= MAX_LONG));

/** An iterator over the ints of a range, whose payload this is. CPython counts in C longs when the int past the last one fits, too. */
export function rangeIterator(parts: Refs): Owned {
  const [first, end, stride, count] = parts;
  const short = typeof end === "number" || typeof end.value === "number";
  if (short && typeof first === "number" && typeof stride === "number" && typeof count === "number") {
    const past = first + count * stride;
    if (past < SAFE && past > -SAFE) return alloc(RangeIteratorType, new RangeState(first, stride, count), null, 40);
  }
  const [start, stop, step, length] = parts.map((o) => intOf(o as IntValue));
  const past = step > 0 ? sub(add(stop, step), 1) : add(add(stop, step), 1);
  if (fitsLong(start, stop, step, length) && (length === 0 || fitsLong(past))) return counting(start, step, length);
  return alloc(LongRangeIteratorType, [share(parts, 0), share(parts, 2), share(parts, 3)] as Refs, null, 40);
}

/** The same ints, last to first. */
export function reversedRangeIterator(parts: Refs): Owned {
  const [start, stop, step, length] = parts.map((o) => intOf(o as IntValue));
  const last = add(start, mul(sub(length, 1), step));
  const back = neg(step);
  if (fitsLong(start, stop, step, length, back, sub(start, step))) return counting(last, back, length);
  return alloc(LongRangeIteratorType, [newInt(last), newInt(back), share(parts, 3)] as Refs, null, 40);
}

const counting = (start: Int, step: Int, length: Int): Owned =>
  alloc(RangeIteratorType, stateAt(start, step, length), null, 40);
