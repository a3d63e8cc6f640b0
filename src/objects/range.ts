// range: the ints from start to stop in strides of step, of any size. The payload is start, stop,
// step and the length, as references, since Python can see which objects they are. Its iterators
// are in rangeiterators.ts.
import { alloc } from "../heap/heap.ts";
import type { PyObject, PyType } from "../heap/object.ts";
import {
  dropAll,
  isDying,
  keep,
  newRef,
  newRefs,
  type Owned,
  type OwnedValue,
  type Refs,
  share,
  type Value,
} from "../heap/refs.ts";
import { EQ, NE, SEQUENCE } from "../heap/type.ts";
import { def } from "../native/signature.ts";
import { defineType } from "./define.ts";
import { indexError, overflowError, typeError, valueError } from "./errors.ts";
import { type IntValue, index, intOf, isExactInt, newInt } from "./int.ts";
import { containsByIteration, countIn, indexIn } from "./iteration.ts";
import { add, floorDiv, mod, mul, neg, sub } from "./numeric/intops.ts";
import type { Int } from "./numeric/ints.ts";
import { reprText, slotsOf, typeName } from "./protocol.ts";
import { rangeIterator, reversedRangeIterator } from "./rangeiterators.ts";
import { hashItems } from "./sequences.ts";
import { BoolType, newBool, newNone, notImplemented } from "./singletons.ts";
import { isSlice, longIndices, type PySlice, partMembers } from "./slice.ts";
import { newStr } from "./str.ts";
import { tupleOf } from "./tuple.ts";

export type PyRange = PyObject<Refs>;

const START = 0;
const STOP = 1;
const STEP = 2;
const LENGTH = 3;

const part = (r: PyRange, at: number): Int => intOf(r.value[at] as IntValue);
export const rangeStart = (r: PyRange): Int => part(r, START);
export const rangeStep = (r: PyRange): Int => part(r, STEP);
export const rangeLength = (r: PyRange): Int => part(r, LENGTH);

export const RangeType: PyType = defineType<PyRange>({
  name: "range",
  doc: "range(stop) -> range object\nrange(start, stop[, step]) -> range object\n\nThe ints from start, or 0, up to but without stop, in strides of step, or 1.\nA negative step counts down.",
  flags: SEQUENCE,
  basicSize: 48,

  traverse(r, visit) {
    for (const o of r.value) if (typeof o !== "number") visit(o);
  },
  clear(r) {
    const parts = r.value;
    if (!isDying(r)) r.value = newRefs();
    dropAll(parts);
  },
  vectorcall: ofNumbers,

  slots: {
    new: newByArguments,
    repr(r) {
      const [start, stop, step] = [START, STOP, STEP].map((at) => reprText(r.value[at]));
      return newStr(part(r, STEP) === 1 ? `range(${start}, ${stop})` : `range(${start}, ${stop}, ${step})`);
    },
    hash: hashRange,
    compare(r, other, op) {
      if ((op !== EQ && op !== NE) || !isExactRange(other)) return notImplemented();
      return newBool(sameInts(r, other) === (op === EQ));
    },
    bool: (r) => part(r, LENGTH) !== 0,
    iter: (r) => rangeIterator(r.value),
    len: lengthOf,
    item(r, i) {
      const n = part(r, LENGTH);
      return i < 0 || i >= n ? undefined : rangeItem(r, i);
    },
    getitem(r, key) {
      if (slotsOf(key).index !== null) return itemAt(r as PyRange, index(key));
      if (isSlice(key)) return slicedRange(r as PyRange, key);
      throw typeError(`range indices must be integers or slices, not ${typeName(key)}`);
    },
    contains: (r, value) => (isPlainInt(value) ? hasInt(r, intOf(value)) : containsByIteration(r, value)),
  },

  methods: [
    def("__reversed__($self, /)", "An iterator over the same ints, last to first.", (r: PyRange) =>
      reversedRangeIterator(r.value),
    ),
    def("__reduce__($self, /)", "What pickle needs to make the range again.", (r: PyRange) =>
      tupleOf(newRef(RangeType), tupleOf(share(r.value, START), share(r.value, STOP), share(r.value, STEP))),
    ),
    def("count($self, object, /)", "How many times the value occurs.", (r: PyRange, value) =>
      isPlainInt(value) ? newInt(hasInt(r, intOf(value)) ? 1 : 0) : newInt(countIn(r, value)),
    ),
    def(
      "index($self, object, /)",
      "The position of the value. Raises ValueError when it is not there.",
      (r: PyRange, value) => {
        if (!isPlainInt(value)) return newInt(indexIn(r, value));
        const n = intOf(value);
        if (!hasInt(r, n)) throw valueError(`${reprText(value)} is not in range`);
        return newInt(floorDiv(sub(n, part(r, START)), part(r, STEP)));
      },
    ),
  ],
  constants: () => partMembers(RangeType, "start", "stop", "step"),
});

export const isExactRange = (value: Value): value is PyRange => typeof value !== "number" && value.type === RangeType;

function newByArguments(_type: unknown, args: Value[], kwnames: readonly unknown[] | null): OwnedValue {
  if (kwnames !== null && kwnames.length > 0) throw typeError("range() takes no keyword arguments");
  if (args.length === 0) throw typeError("range expected at least 1 argument, got 0");
  if (args.length > 3) throw typeError(`range expected at most 3 arguments, got ${args.length}`);
  const parts = newRefs();
  try {
    if (args.length === 1) parts.push(newInt(0));
    for (const arg of args) parts.push(asExactInt(arg));
    if (parts.length === 2) parts.push(newInt(1));
    if (intOf(parts[STEP] as IntValue) === 0) throw valueError("range() arg 3 must not be zero");
  } catch (e) {
    dropAll(parts);
    throw e;
  }
  return newRangeOf(parts);
}

/** `range` of one to three small numbers. */
function ofNumbers(slots: readonly Value[], at: number, n: number): OwnedValue | undefined {
  const first = slots[at];
  const second = n > 1 ? slots[at + 1] : first;
  const step = n > 2 ? slots[at + 2] : 1;
  if (n < 1 || n > 3 || !isInt32(first) || !isInt32(second) || !isInt32(step) || step === 0) return undefined;
  const start = n === 1 ? 0 : first;
  const length = Math.max(0, Math.ceil((second - start) / step));
  return alloc(RangeType, [start, second, step, length] as unknown as Refs, null, 48);
}

const isInt32 = (value: Value): value is number => typeof value === "number" && (value | 0) === value;

/** An int argument as an exact int: itself, when it is one. */
const asExactInt = (value: Value): OwnedValue => (isExactInt(value) ? keep(value) : newInt(index(value)));

/** Steals start, stop and step. */
function newRangeOf(parts: Refs): Owned<PyRange> {
  const [start, stop, step] = parts as ArrayLike<Value> as [IntValue, IntValue, IntValue];
  parts.push(newInt(lengthBetween(intOf(start), intOf(stop), intOf(step))));
  return alloc(RangeType, parts, null, 48);
}

/** `range(start, stop, step)`. */
export const newRange = (start: Int, stop: Int, step: Int): Owned<PyRange> =>
  newRangeOf([newInt(start), newInt(stop), newInt(step)] as Refs);

/** How many ints lie between. */
export function lengthBetween(start: Int, stop: Int, step: Int): Int {
  if (step < 0) return start > stop ? add(floorDiv(sub(sub(start, stop), 1), neg(step)), 1) : 0;
  return start < stop ? add(floorDiv(sub(sub(stop, start), 1), step), 1) : 0;
}

/** The `i`th int, which there is: an object of its own. */
export const rangeItem = (r: PyRange, i: Int): OwnedValue => newInt(add(part(r, START), mul(i, part(r, STEP))));

function itemAt(r: PyRange, i: Int): OwnedValue {
  const n = part(r, LENGTH);
  const at = i < 0 ? add(i, n) : i;
  if (at < 0 || at >= n) throw indexError("range object index out of range");
  return rangeItem(r, at);
}

function slicedRange(r: PyRange, key: PySlice): Owned<PyRange> {
  const { start, stop, step } = longIndices(key, part(r, LENGTH));
  const [first, stride] = [part(r, START), part(r, STEP)];
  return newRange(add(first, mul(start, stride)), add(first, mul(stop, stride)), mul(stride, step));
}

function lengthOf(r: PyRange): number {
  const n = part(r, LENGTH);
  if (typeof n === "number") return n;
  if (n >= 2n ** 63n) throw overflowError("Python int too large to convert to C ssize_t");
  return Number(n);
}

/** Ints and bools are found by arithmetic; anything else by going through. */
const isPlainInt = (value: Value): value is IntValue => isExactInt(value) || (value as PyObject).type === BoolType;

function hasInt(r: PyRange, n: Int): boolean {
  const [start, stop, step] = [part(r, START), part(r, STOP), part(r, STEP)];
  if (step > 0 ? n < start || n >= stop : n > start || n <= stop) return false;
  return mod(sub(n, start), step) === 0;
}

function sameInts(a: PyRange, b: PyRange): boolean {
  const n = part(a, LENGTH);
  if (n !== part(b, LENGTH)) return false;
  if (n === 0) return true;
  return part(a, START) === part(b, START) && (n === 1 || part(a, STEP) === part(b, STEP));
}

/** Equal ranges hash alike: what does not tell them apart is None. */
function hashRange(r: PyRange): number | bigint {
  const n = part(r, LENGTH);
  const items = newRefs();
  items.push(
    share(r.value, LENGTH),
    n === 0 ? newNone() : share(r.value, START),
    n === 0 || n === 1 ? newNone() : share(r.value, STEP),
  );
  try {
    return hashItems(items);
  } finally {
    dropAll(items);
  }
}
