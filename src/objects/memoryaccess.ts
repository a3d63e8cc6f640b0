// Items of memoryviews: reading, writing, slicing, comparing. The words of the errors are CPython's.
import { drop, newRef, type Owned, type OwnedValue, type Value } from "../heap/refs.ts";
import { EQ, NE } from "../heap/type.ts";
import { isBytes } from "./bytes.ts";
import { caught, indexError, notImplementedError, type PyError, typeError, valueError } from "./errors.ts";
import { toFloat } from "./float.ts";
import { index } from "./int.ts";
import {
  checkView,
  deriveView,
  eachItem,
  gatherBytes,
  isMemoryView,
  type PyMemoryView,
  type ViewData,
  viewObject,
} from "./memoryview.ts";
import { equal, isError, isTrue, slotsOf, typeName } from "./protocol.ts";
import { Ellipsis, newBool, notImplemented } from "./singletons.ts";
import { isSlice, type PySlice, sliceIndices, subscript } from "./slice.ts";
import { type Code, doubleToHalf, inRange } from "./structcodes.ts";
import { isTuple } from "./tuple.ts";

// ---- single items ----

const unsupported = (view: ViewData): PyError => notImplementedError(`memoryview: unsupported format ${view.format}`);

export function readItem(view: ViewData, at: number): OwnedValue {
  if (view.code === undefined) throw unsupported(view);
  return view.code.read(view.data, at, true);
}

const invalidType = (view: ViewData): PyError =>
  typeError(`memoryview: invalid type for format '${view.format.replace("@", "")}'`);
const invalidValue = (view: ViewData): PyError =>
  valueError(`memoryview: invalid value for format '${view.format.replace("@", "")}'`);

/** The number that a value stands for in a view's memory; every failure is told in the view's words. */
function toNumber(view: ViewData, code: Code, value: Value): number | bigint {
  switch (code.kind) {
    case "bool":
      return isTrue(value) ? 1 : 0;
    case "char":
      if (!isBytes(value)) throw invalidType(view);
      if (value.value.length !== 1) throw invalidValue(view);
      return value.value[0];
    case "int": {
      if (typeof value !== "number" && value.type.value.slots.index === null) throw invalidType(view);
      const n = index(value);
      if (!inRange(code, n)) throw invalidValue(view);
      return n;
    }
    default: {
      const x = asFloat(view, value);
      if (code.size === 2 && doubleToHalf(x) === null) throw invalidValue(view);
      return x;
    }
  }
}

function asFloat(view: ViewData, value: Value): number {
  try {
    return toFloat(value);
  } catch (e) {
    const error = caught(e);
    const [isType, isRange] = [isError(error, "TypeError"), isError(error, "OverflowError")];
    if (!isType && !isRange) throw e;
    drop(error as OwnedValue);
    throw isType ? invalidType(view) : invalidValue(view);
  }
}

/** Stores a value; converting it may run Python code that releases the view. */
function writeItem(self: PyMemoryView, at: number, value: Value): void {
  const view = self.value;
  if (view.code === undefined) throw unsupported(view);
  const n = toNumber(view, view.code, value);
  checkView(self);
  view.code.write(view.data, at, n, true);
}

// ---- subscripts ----

const isIndex = (key: Value): boolean => slotsOf(key).index !== null;
const outOfBounds = (dimension: number): PyError => indexError(`index out of bounds on dimension ${dimension + 1}`);

/** Adds to a place what an index of one dimension means. */
function step(view: ViewData, at: number, key: Value, dimension: number): number {
  const length = view.shape[dimension];
  let i = subscript(key, "memoryview");
  if (i < 0) i += length;
  if (i < 0 || i >= length) throw outOfBounds(dimension);
  return at + i * view.strides[dimension];
}

/** The place of the item that an index names. */
function placeOf(view: ViewData, key: Value): number {
  if (view.code === undefined) throw unsupported(view);
  if (view.shape.length > 1) throw notImplementedError("multi-dimensional sub-views are not implemented");
  return step(view, view.start, key, 0);
}

/** The place of the item that one index a dimension names. */
function placeOfMany(view: ViewData, keys: readonly Value[]): number {
  const { length } = view.shape;
  if (keys.length < length) throw notImplementedError("sub-views are not implemented");
  if (keys.length > length) throw typeError(`cannot index ${length}-dimension view with ${keys.length}-element tuple`);
  return keys.reduce<number>((at, key, dimension) => step(view, at, key, dimension), view.start);
}

/** The part of a view that a slice of its first dimension names. */
function sliceView(self: PyMemoryView, key: PySlice): Owned<PyMemoryView> {
  const { start, step, count } = sliceIndices(key, self.value.shape[0]);
  const view = checkView(self);
  return deriveView(self, {
    start: view.start + start * view.strides[0],
    shape: [count, ...view.shape.slice(1)],
    strides: [view.strides[0] * step, ...view.strides.slice(1)],
  });
}

const isEmptyTuple = (key: Value): boolean => isTuple(key) && key.value.length === 0;
const manyIndices = (key: Value): readonly Value[] | null =>
  isTuple(key) && key.value.every(isIndex) ? key.value : null;
const manySlices = (key: Value): boolean => isTuple(key) && key.value.length > 0 && key.value.every(isSlice);

export function getSubscript(self: PyMemoryView, key: Value): OwnedValue {
  const view = checkView(self);
  if (view.shape.length === 0) {
    if (isEmptyTuple(key)) return readItem(view, view.start);
    if (key === Ellipsis) return newRef(self);
    throw typeError("invalid indexing of 0-dim memory");
  }
  if (isIndex(key)) return readItem(view, placeOf(view, key));
  if (isSlice(key)) return sliceView(self, key);
  const indices = manyIndices(key);
  if (indices !== null) return readItem(view, placeOfMany(view, indices));
  if (manySlices(key)) throw notImplementedError("multi-dimensional slicing is not implemented");
  throw typeError("memoryview: invalid slice key");
}

export function setSubscript(self: PyMemoryView, key: Value, value: Value | undefined): void {
  const view = checkView(self);
  if (view.code === undefined) throw unsupported(view);
  if (view.readonly) throw typeError("cannot modify read-only memory");
  if (value === undefined) throw typeError("cannot delete memory");
  const dimensions = view.shape.length;
  if (dimensions === 0) {
    if (key !== Ellipsis && !isEmptyTuple(key)) throw typeError("invalid indexing of 0-dim memory");
    writeItem(self, view.start, value);
    return;
  }
  if (isIndex(key)) {
    if (dimensions > 1) throw notImplementedError("sub-views are not implemented");
    writeItem(self, step(view, view.start, key, 0), value);
    return;
  }
  if (isSlice(key) && dimensions === 1) {
    assignSlice(self, key, value);
    return;
  }
  const indices = manyIndices(key);
  if (indices !== null) writeItem(self, placeOfMany(view, indices), value);
  else if (isSlice(key) || manySlices(key)) {
    throw notImplementedError("memoryview slice assignments are currently restricted to ndim = 1");
  } else throw typeError("memoryview: invalid slice key");
}

function assignSlice(self: PyMemoryView, key: PySlice, value: Value): void {
  if (typeof value === "number" || value.type.value.slots.buffer === null) {
    throw typeError(`a bytes-like object is required, not '${typeName(value)}'`);
  }
  const source = viewObject(value);
  try {
    const target = sliceView(self, key);
    try {
      copyItems(target.value, source.value);
    } finally {
      drop(target);
    }
  } finally {
    drop(source);
  }
}

/** The source is copied first: it may be the same memory. */
function copyItems(target: ViewData, source: ViewData): void {
  const plain = (format: string): string => format.replace("@", "");
  const alike =
    plain(target.format) === plain(source.format) &&
    target.itemSize === source.itemSize &&
    target.shape.length === source.shape.length &&
    target.shape.every((n, i) => n === source.shape[i]);
  if (!alike) throw valueError("memoryview assignment: lvalue and rvalue have different structures");
  const bytes = gatherBytes(source);
  let from = 0;
  eachItem(target, (at) => {
    target.memory.set(bytes.subarray(from, from + target.itemSize), at);
    from += target.itemSize;
  });
}

// ---- comparison ----

/** Are the items of two views equal? Views of formats that cannot be read are not. */
function sameItems(a: ViewData, b: ViewData): boolean {
  if (a.shape.length !== b.shape.length || a.shape.some((n, i) => n !== b.shape[i])) return false;
  if (a.code === undefined || b.code === undefined) return false;
  if (a.code.kind === "int" && a.code === b.code) {
    const [left, right] = [gatherBytes(a), gatherBytes(b)];
    return left.every((byte, i) => byte === right[i]);
  }
  const places: number[] = [];
  eachItem(b, (at) => places.push(at));
  let same = true;
  let n = 0;
  eachItem(a, (at) => {
    if (same) same = sameItem(a, at, b, places[n++]);
  });
  return same;
}

function sameItem(a: ViewData, atA: number, b: ViewData, atB: number): boolean {
  const left = readItem(a, atA);
  const right = readItem(b, atB);
  try {
    return numericEqual(left, right);
  } finally {
    drop(left);
    drop(right);
  }
}

const numericEqual = (left: Value, right: Value): boolean => equal(left, right);

export function compareViews(self: PyMemoryView, other: Value, op: number): OwnedValue {
  if (op !== EQ && op !== NE) return notImplemented();
  const truth = (same: boolean): OwnedValue => newBool(same === (op === EQ));
  if (self === other) return truth(true);
  if (self.value.released) return truth(false);
  if (typeof other === "number" || other.type.value.slots.buffer === null) return notImplemented();
  if (isMemoryView(other) && other.value.released) return truth(false);
  const view = viewObject(other);
  try {
    return truth(sameItems(self.value, view.value));
  } finally {
    drop(view);
  }
}
