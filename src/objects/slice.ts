// slice: start, stop and step, whatever they are. Here is also how every sequence reads one:
// `unpackSlice` first, which may run `__index__`, and only then `fitSlice` with the length.
import { allocGC, FREE_LIST_SLICE } from "../heap/heap.ts";
import type { PyObject, PyType } from "../heap/object.ts";
import { dropAll, newRef, newRefs, type Owned, type OwnedValue, type Refs, share, type Value } from "../heap/refs.ts";
import { EQ, GE, HAVE_GC, LE } from "../heap/type.ts";
import { def } from "../native/signature.ts";
import { newGetSet } from "./builtin.ts";
import { defineType } from "./define.ts";
import { attributeError, indexError, overflowError, typeError, valueError } from "./errors.ts";
import { index, indexClamped, newInt } from "./int.ts";
import { add, sub } from "./numeric/intops.ts";
import { type Int, normalize } from "./numeric/ints.ts";
import { reprText, slotsOf, typeName } from "./protocol.ts";
import { compareItems, hashItems } from "./sequences.ts";
import { None, newBool, notImplemented } from "./singletons.ts";
import { newStr } from "./str.ts";
import { newTuple, tupleOf } from "./tuple.ts";

/** What the hash of a tuple of three adds for its length, which that of a slice does not. */
const LENGTH_HASH = 3n ^ 0x27d4eb2f165667c5n ^ 3527539n;

/** The payload is start, stop and step. */
export type PySlice = PyObject<Refs>;

/** Read-only members of a type whose payload is an array of references, by position. */
export const partMembers = (owner: PyType, ...names: string[]): Record<string, OwnedValue> =>
  Object.fromEntries(
    names.map((name, at) => {
      const get = (self: PyObject): OwnedValue => share((self as PyObject<Refs>).value, at);
      return [name, newGetSet({ name, doc: null, owner, get, set: readOnly }, true)];
    }),
  );
const readOnly = (): never => {
  throw attributeError("readonly attribute");
};

export const SliceType: PyType = defineType<PySlice>({
  name: "slice",
  doc: "slice(stop)\nslice(start, stop[, step])\n\nWhich items of a sequence an extended subscript names, as in a[0:10:2].",
  flags: HAVE_GC,
  basicSize: 40,
  freeList: FREE_LIST_SLICE,

  traverse(slice, visit) {
    for (const part of slice.value) if (typeof part !== "number") visit(part);
  },
  clear(slice) {
    const parts = slice.value;
    slice.value = newRefs();
    if (parts.length > 0) dropAll([parts[2], parts[0], parts[1]]);
  },

  slots: {
    new(_type, args, kwnames) {
      if (kwnames !== null && kwnames.length > 0) throw typeError("slice() takes no keyword arguments");
      if (args.length < 1) throw typeError("slice expected at least 1 argument, got 0");
      if (args.length > 3) throw typeError(`slice expected at most 3 arguments, got ${args.length}`);
      const at = (i: number): OwnedValue => (i < args.length ? share(args, i) : newRef(None));
      return args.length === 1 ? newSlice(newRef(None), share(args, 0), newRef(None)) : newSlice(at(0), at(1), at(2));
    },
    repr: (slice) => newStr(`slice(${[0, 1, 2].map((i) => reprText(slice.value[i])).join(", ")})`),
    hash: (slice) => normalize(BigInt.asIntN(64, BigInt(hashItems(slice.value)) - LENGTH_HASH)),
    compare(slice, other, op) {
      if (!isSlice(other)) return notImplemented();
      if (slice === other) return newBool(op === EQ || op === LE || op === GE);
      return compareItems(slice, other, op);
    },
  },
  methods: [
    def(
      "indices($self, object, /)",
      "The start, stop and step that the slice means for a sequence of so many items.",
      (slice: PySlice, length) => {
        const n = index(length);
        if (n < 0) throw valueError("length should not be negative");
        const { start, stop, step } = longIndices(slice, n);
        return tupleOf(newInt(start), newInt(stop), newInt(step));
      },
    ),
    def("__reduce__($self, /)", "What pickle needs to make the slice again.", (slice: PySlice) => {
      const parts = newRefs();
      for (let i = 0; i < 3; i++) parts.push(share(slice.value, i));
      return tupleOf(newRef(SliceType), newTuple(parts));
    }),
  ],
  constants: () => partMembers(SliceType, "start", "stop", "step"),
});

export const isSlice = (value: Value): value is PySlice => typeof value !== "number" && value.type === SliceType;

/** Steals all three. */
export function newSlice(start: OwnedValue, stop: OwnedValue, step: OwnedValue): Owned<PySlice> {
  return allocGC(SliceType, [start, stop, step] as Refs, null, 56, FREE_LIST_SLICE);
}

/** The parts of a slice as index-sized numbers; what is beyond is cut to the largest there is. */
export interface SliceParts {
  start: number;
  stop: number;
  step: number;
}
/** Positions in a sequence: `count` of them, from `start` in strides of `step`. */
export interface SliceRange extends SliceParts {
  count: number;
}

const NEITHER = "slice indices must be integers or None or have an __index__ method";

function checkIndex(value: Value): void {
  if (slotsOf(value).index === null) throw typeError(NEITHER);
}

function part(slice: PySlice, at: number, missing: number): number {
  const value = slice.value[at];
  if (value === None) return missing;
  checkIndex(value);
  return indexClamped(value);
}

const MAX = Number.MAX_SAFE_INTEGER;

/** Reads the parts of a slice; `__index__` of one may run Python code, so take the sequence's length afterwards. */
export function unpackSlice(slice: PySlice): SliceParts {
  const step = part(slice, 2, 1);
  if (step === 0) throw valueError("slice step cannot be zero");
  const start = part(slice, 0, step < 0 ? MAX : 0);
  const stop = part(slice, 1, step < 0 ? -MAX : MAX);
  return { start, stop, step };
}

/** Brings the parts of a slice into the bounds of a sequence. */
export function fitSlice(parts: SliceParts, length: number): SliceRange {
  const { step } = parts;
  const start = bound(parts.start, length, step < 0);
  const stop = bound(parts.stop, length, step < 0);
  const span = step < 0 ? start - stop : stop - start;
  const stride = Math.abs(step);
  return { start, stop, step, count: span <= 0 ? 0 : (span - 1 - ((span - 1) % stride)) / stride + 1 };
}

function bound(at: number, length: number, backwards: boolean): number {
  if (at < 0) {
    at += length;
    return at < 0 ? (backwards ? -1 : 0) : at;
  }
  return at >= length ? (backwards ? length - 1 : length) : at;
}

/** What a slice names in a sequence whose length cannot change meanwhile. */
export const sliceIndices = (slice: PySlice, length: number): SliceRange => fitSlice(unpackSlice(slice), length);

/** As `sliceIndices`, for ints of any size. */
export function longIndices(slice: PySlice, length: Int): { start: Int; stop: Int; step: Int } {
  const stepValue = slice.value[2];
  const step: Int = stepValue === None ? 1 : longIndex(stepValue);
  if (step === 0) throw valueError("slice step cannot be zero");
  const backwards = step < 0;
  const lower: Int = backwards ? -1 : 0;
  const upper: Int = backwards ? sub(length, 1) : length;
  const fitLong = (value: Value, missing: Int): Int => {
    if (value === None) return missing;
    let at = longIndex(value);
    if (at < 0) at = add(at, length);
    return at < lower ? lower : at > upper ? upper : at;
  };
  const start = fitLong(slice.value[0], backwards ? upper : lower);
  const stop = fitLong(slice.value[1], backwards ? lower : upper);
  return { start, stop, step };
}

function longIndex(value: Value): Int {
  checkIndex(value);
  return index(value);
}

/** The index of a subscript or an argument that must be one: cut to size like the parts of a slice. */
export function sliceArgument(value: Value): number {
  if (slotsOf(value).index === null) throw typeError("slice indices must be integers or have an __index__ method");
  return indexClamped(value);
}

/** An int as a C ssize_t; beyond 2^53 it is cut to 2^53 - 1 in size. */
export function ssize(value: Value): number {
  const n = index(value);
  if (typeof n === "number") return n;
  if (n >= 2n ** 63n || n < -(2n ** 63n)) throw overflowError("Python int too large to convert to C ssize_t");
  return n > 0n ? MAX : -MAX;
}

/** A state for the `__setstate__` of an iterator, as a C ssize_t. */
export function stateIndex(value: Value): number {
  if (slotsOf(value).index === null) throw typeError("an integer is required");
  return ssize(value);
}

/** The index that a subscript says, not yet counted from the end; what does not fit raises IndexError. */
export function subscript(key: Value, kind: string): number {
  if (typeof key === "number") return key;
  if (key.type.value.slots.index === null)
    throw typeError(`${kind} indices must be integers or slices, not ${typeName(key)}`);
  const n = index(key);
  if (typeof n === "number") return n;
  if (n >= 2n ** 63n || n < -(2n ** 63n)) throw indexError(`cannot fit '${typeName(key)}' into an index-sized integer`);
  return n > 0n ? MAX : -MAX;
}
