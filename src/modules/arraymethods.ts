// What arrays can do: construction, the sequence operations, comparison, iteration. The methods
// that convert arrays to and from other things are arrayconvert.ts.
import { allocGC, reserve } from "../heap/heap.ts";
import type { PyObject, PyType } from "../heap/object.ts";
import { drop, dropMaybe, newRef, type Owned, type OwnedValue, type Value } from "../heap/refs.ts";
import { EQ, GE, GT, HAVE_GC, LE, LT, NE, NO_NEW } from "../heap/type.ts";
import { def } from "../native/signature.ts";
import { isBytes } from "../objects/bytes.ts";
import { classGetItem } from "../objects/classgetitem.ts";
import { defineType, extendType } from "../objects/define.ts";
import { indexError, typeError, valueError } from "../objects/errors.ts";
import { newInt } from "../objects/int.ts";
import { getIter, iterate } from "../objects/iteration.ts";
import { reduceIter, stateIndex } from "../objects/iterators.ts";
import { isList } from "../objects/list.ts";
import { compareBool, compareNumbers, equal, reprText, slotsOf, typeName } from "../objects/protocol.ts";
import { newBool, notImplemented } from "../objects/singletons.ts";
import { isSlice, type PySlice, sliceIndices, subscript } from "../objects/slice.ts";
import { isStr, newStr, strLength, wideOf } from "../objects/str.ts";
import { codePoints } from "../objects/text/codepoints.ts";
import { strRepr } from "../objects/text/repr.ts";
import { EMPTY_TUPLE, isTuple } from "../objects/tuple.ts";
import { conversionMethods, textOfArray } from "./arrayconvert.ts";
import {
  ArrayType,
  appendItem,
  exportArray,
  ITEM_KINDS,
  type ItemKind,
  insertItem,
  isArray,
  newArray,
  newArrayOf,
  type PyArray,
  spliceItems,
  TYPECODES,
} from "./arraytype.ts";
import { copyBytes, isBuiltin, using } from "./natives.ts";

// ---- construction ----

function checkInitial(typecode: string, initial: Value): void {
  if (typecode === "u") return;
  if (isStr(initial)) throw typeError(`cannot use a str to initialize an array with typecode '${typecode}'`);
  if (isArray(initial) && initial.value.kind.typecode === "u") {
    throw typeError(`cannot use a unicode array to initialize an array with typecode '${typecode}'`);
  }
}

function kindOf(typecode: string): ItemKind {
  const kind = ITEM_KINDS.get(typecode);
  if (kind !== undefined) return kind;
  const names = `${[...TYPECODES].slice(0, -1).join(", ")} or d`;
  throw valueError(`bad typecode (must be ${names})`);
}

function construct(type: PyType, args: Value[], kwnames: readonly PyObject[] | null): OwnedValue {
  if ((kwnames?.length ?? 0) > 0 && type.value.slots.init === ArrayType.value.slots.init) {
    throw typeError("array.array() takes no keyword arguments");
  }
  const count = args.length - (kwnames?.length ?? 0);
  if (count < 1) throw typeError("array() takes at least 1 argument (0 given)");
  if (count > 2) throw typeError(`array() takes at most 2 arguments (${count} given)`);
  const [typecode, initial] = args;
  if (!isStr(typecode) || strLength(typecode) !== 1) {
    throw typeError(`array() argument 1 must be a unicode character, not ${typeName(typecode)}`);
  }
  if (count === 1) return newArrayOf(type, kindOf(typecode.value), 0);
  checkInitial(typecode.value, initial);
  return fillNew(type, typecode.value, initial);
}

function fillNew(type: PyType, typecode: string, initial: Value): OwnedValue {
  if (isList(initial) || isTuple(initial))
    return fromItems(type, kindOf(typecode), initial as PyObject<readonly Value[]>);
  if (isArray(initial)) {
    const self = newArrayOf(type, kindOf(typecode), initial.value.length);
    return filled(self, () => {
      for (let i = 0; i < initial.value.length; i++)
        using(initial.value.item(i), (item) => self.value.put(i, self.value.kind.convert(item)));
    });
  }
  if (isBytes(initial) || isBuiltin(initial, "bytearray")) {
    const self = newArrayOf(type, kindOf(typecode), 0);
    return filled(self, () => extendWithBytes(self, copyBytes(initial)));
  }
  if (isStr(initial)) {
    const codes = codePoints(initial.value, wideOf(initial) !== null);
    const self = newArrayOf(type, kindOf(typecode), codes.length);
    for (let i = 0; i < codes.length; i++) self.value.put(i, codes[i]);
    return self;
  }
  return using(getIter(initial), (it) => {
    const self = newArrayOf(type, kindOf(typecode), 0);
    return filled(self, () => appendAll(self, it));
  });
}

/** An array that `fill` fills; it is given up when that fails. */
function filled(self: Owned<PyArray>, fill: () => void): Owned<PyArray> {
  try {
    fill();
    return self;
  } catch (e) {
    drop(self);
    throw e;
  }
}

/** Converting an item may run Python code that changes the list. */
function fromItems(type: PyType, kind: ItemKind, list: PyObject<readonly Value[]>): OwnedValue {
  const n = list.value.length;
  const self = newArrayOf(type, kind, n);
  return filled(self, () => {
    for (let i = 0; i < n && i < list.value.length; i++) self.value.put(i, kind.convert(list.value[i]));
  });
}

function appendAll(self: PyArray, iterable: Value): void {
  iterate(iterable, (item) => {
    using(item, () => appendItem(self, item));
  });
}

export function extendWithBytes(self: PyArray, bytes: Uint8Array): void {
  if (bytes.length % self.value.kind.size !== 0) throw valueError("bytes length not a multiple of item size");
  spliceItems(self, self.value.length, self.value.length, bytes);
}

function extend(self: PyArray, other: Value): void {
  if (!isArray(other)) {
    appendAll(self, other);
    return;
  }
  if (other.value.kind !== self.value.kind) throw typeError("can only extend with array of same kind");
  spliceItems(self, self.value.length, self.value.length, other.value.bytes);
}

// ---- sequence operations ----

function repeat(self: PyArray, count: number): Owned<PyArray> {
  const n = Math.max(0, count);
  const { bytes, kind, length } = self.value;
  reserve(bytes.length * n);
  const result = newArray(kind, length * n);
  for (let i = 0; i < n; i++) result.value.memory.set(bytes, i * bytes.length);
  return result;
}

function concat(self: PyArray, other: Value): OwnedValue {
  if (!isArray(other)) throw typeError(`can only append array (not "${typeName(other)}") to array`);
  const { kind, length, bytes } = self.value;
  if (other.value.kind !== kind) throw badArgument();
  const result = newArray(kind, length + other.value.length);
  result.value.memory.set(bytes);
  result.value.memory.set(other.value.bytes, bytes.length);
  return result;
}

const badArgument = () => typeError("bad argument type for built-in operation");

/** The index that a subscript says, counted from the start. */
function position(self: PyArray, key: Value, complaint: string): number {
  if (slotsOf(key).index === null) throw typeError("array indices must be integers");
  const i = subscript(key, "array");
  const at = i < 0 ? i + self.value.length : i;
  if (at < 0 || at >= self.value.length) throw indexError(complaint);
  return at;
}

function getSubscript(self: PyArray, key: Value): OwnedValue {
  if (!isSlice(key)) return self.value.item(position(self, key, "array index out of range"));
  const { start, step, count } = sliceIndices(key, self.value.length);
  const { size } = self.value.kind;
  const result = newArray(self.value.kind, count);
  for (let i = 0; i < count; i++) {
    const at = (start + i * step) * size;
    result.value.memory.set(self.value.memory.subarray(at, at + size), i * size);
  }
  return result;
}

function setSubscript(self: PyArray, key: Value, value: Value | undefined): void {
  if (isSlice(key)) {
    setSlice(self, key, value);
    return;
  }
  const at = position(self, key, "array assignment index out of range");
  if (value === undefined) spliceItems(self, at, at + 1, new Uint8Array(0));
  else {
    const n = self.value.kind.convert(value);
    if (at >= self.value.length) throw indexError("array assignment index out of range");
    self.value.put(at, n);
  }
}

function setSlice(self: PyArray, key: PySlice, value: Value | undefined): void {
  const { start, stop, step, count } = sliceIndices(key, self.value.length);
  if (value !== undefined && !isArray(value))
    throw typeError(`can only assign array (not "${typeName(value)}") to array slice`);
  if (value !== undefined && value.value.kind !== self.value.kind) throw badArgument();
  const bytes = value === undefined ? new Uint8Array(0) : value.value.bytes.slice();
  const { size } = self.value.kind;
  if (step === 1) spliceItems(self, start, Math.max(start, stop), bytes);
  else if (value === undefined) deleteStride(self, start, step, count);
  else {
    if (value.value.length !== count) {
      throw valueError(`attempt to assign array of size ${value.value.length} to extended slice of size ${count}`);
    }
    for (let i = 0; i < count; i++)
      self.value.memory.set(bytes.subarray(i * size, (i + 1) * size), (start + i * step) * size);
  }
}

function deleteStride(self: PyArray, start: number, step: number, count: number): void {
  const gone = new Set(Array.from({ length: count }, (_, i) => start + i * step));
  const { size } = self.value.kind;
  const { length } = self.value;
  const kept = new Uint8Array((length - count) * size);
  let to = 0;
  for (let i = 0; i < length; i++) {
    if (gone.has(i)) continue;
    kept.set(self.value.memory.subarray(i * size, (i + 1) * size), to);
    to += size;
  }
  spliceItems(self, 0, length, kept);
}

/** The place of the first item that equals a value; -1 when there is none. */
function find(self: PyArray, value: Value, from = 0, to = Number.POSITIVE_INFINITY): number {
  for (let i = from; i < self.value.length && i < to; i++) {
    if (using(self.value.item(i), (item) => equal(item, value))) return i;
  }
  return -1;
}

function compareArrays(self: PyArray, other: Value, op: number): OwnedValue {
  if (!isArray(other)) return notImplemented();
  const [a, b] = [self.value, other.value];
  if (a.length !== b.length && (op === EQ || op === NE)) return newBool(op === NE);
  const n = Math.min(a.length, b.length);
  for (let i = 0; i < n && i < a.length && i < b.length; i++) {
    const decided = using(a.item(i), (left) =>
      using(b.item(i), (right) => {
        if (equal(left, right)) return undefined;
        return op === EQ ? false : op === NE ? true : compareBool(left, right, op);
      }),
    );
    if (decided !== undefined) return newBool(decided);
  }
  return newBool(compareNumbers(a.length, b.length, [LT, LE, EQ, NE, GT, GE][op]));
}

function repr(self: PyArray): Owned {
  const { kind, length } = self.value;
  const { name } = self.type.value;
  if (length === 0) return newStr(`${name}('${kind.typecode}')`);
  if (kind.typecode === "u") {
    const { text, wide } = textOfArray(self);
    return newStr(`${name}('u', ${strRepr(text, wide)})`);
  }
  const parts: string[] = [];
  for (let i = 0; i < length; i++) parts.push(using(self.value.item(i), reprText));
  return newStr(`${name}('${kind.typecode}', [${parts.join(", ")}])`);
}

function pop(self: PyArray, i: number): OwnedValue {
  const { length } = self.value;
  if (length === 0) throw indexError("pop from empty array");
  const at = i < 0 ? i + length : i;
  if (at < 0 || at >= length) throw indexError("pop index out of range");
  const item = self.value.item(at);
  try {
    spliceItems(self, at, at + 1, new Uint8Array(0));
    return item;
  } catch (e) {
    drop(item);
    throw e;
  }
}

function reverse(self: PyArray): void {
  const { size } = self.value.kind;
  const { memory, length } = self.value;
  for (let i = 0, j = length - 1; i < j; i++, j--) {
    const left = memory.slice(i * size, (i + 1) * size);
    memory.copyWithin(i * size, j * size, (j + 1) * size);
    memory.set(left, j * size);
  }
}

function count(self: PyArray, value: Value): number {
  let n = 0;
  for (let at = find(self, value); at >= 0; at = find(self, value, at + 1)) n++;
  return n;
}

extendType<PyArray>(ArrayType, {
  slots: {
    new: construct,
    repr,
    compare: compareArrays,
    iter: (self) => newArrayIterator(self),
    len: (self) => self.value.length,
    getitem: getSubscript,
    setitem: setSubscript,
    contains: (self, value) => find(self, value) >= 0,
    item: (self, i) => (i < self.value.length ? self.value.item(i) : undefined),
    concat,
    repeat,
    iconcat(self, other) {
      if (!isArray(other)) throw typeError(`can only extend with array (not "${typeName(other)}")`);
      extend(self, other);
      return newRef(self);
    },
    irepeat(self, times) {
      using(repeat(self, times), (repeated) => spliceItems(self, 0, self.value.length, repeated.value.bytes));
      return newRef(self);
    },
    buffer: exportArray,
  },
  methods: [
    def("append($self, v, /)", "Adds an item to the end.", (self: PyArray, value) => appendItem(self, value)),
    def(
      "extend($self, bb, /)",
      "Adds the items of another array, or of an iterable, to the end.",
      (self: PyArray, other) => extend(self, other),
    ),
    def("insert($self, i: int, v, /)", "Inserts an item before a position.", (self: PyArray, i, value) =>
      insertItem(self, i, value),
    ),
    def("pop($self, i: int = -1, /)", "Removes an item and returns it, the last one unless told.", (self: PyArray, i) =>
      pop(self, i),
    ),
    def("remove($self, v, /)", "Removes the first item that equals a value.", (self: PyArray, value) => {
      const at = find(self, value);
      if (at < 0) throw valueError("array.remove(x): x not in array");
      spliceItems(self, at, at + 1, new Uint8Array(0));
    }),
    def(
      "index($self, v, start: int = 0, stop: int = sys.maxsize, /) -> int",
      "The position of the first item that equals a value.",
      (self: PyArray, value, start, stop) => {
        const bound = (i: number): number => (i < 0 ? Math.max(0, i + self.value.length) : i);
        const at = find(self, value, bound(start), bound(stop));
        if (at < 0) throw valueError("array.index(x): x not in array");
        return at;
      },
    ),
    def("count($self, v, /) -> int", "How many items equal a value.", (self: PyArray, value) => count(self, value)),
    def("reverse($self, /)", "Turns the order of the items around.", (self: PyArray) => reverse(self)),
    ...conversionMethods,
    classGetItem,
  ],
  getset: [
    { name: "typecode", doc: "The typecode of the items.", get: (self) => newStr(self.value.kind.typecode) },
    { name: "itemsize", doc: "The bytes of an item.", get: (self) => newInt(self.value.kind.size) },
  ],
});

// ---- iteration ----

/** The array, owned until the end is reached; `extra` is the position. */
type PyArrayIterator = PyObject<PyArray | null, number>;

export const ArrayIteratorType = defineType<PyArrayIterator>({
  name: "arrayiterator",
  module: "array",
  flags: HAVE_GC | NO_NEW,
  basicSize: 40,
  traverse(it, visit) {
    if (it.value !== null) visit(it.value);
  },
  clear(it) {
    const array = it.value;
    it.value = null;
    dropMaybe(array);
  },
  slots: {
    iter: (it) => newRef(it),
    next(it) {
      const array = it.value;
      if (array === null) return undefined;
      if (it.extra < array.value.length) return array.value.item(it.extra++);
      it.value = null;
      drop(array as PyArray & OwnedValue);
      return undefined;
    },
  },
  methods: [
    def("__reduce__($self, /)", "What pickle needs to make the iterator again.", (it: PyArrayIterator) =>
      it.value === null ? reduceIter(newRef(EMPTY_TUPLE)) : reduceIter(newRef(it.value), newInt(it.extra)),
    ),
    def("__setstate__($self, state, /)", "Sets the position.", (it: PyArrayIterator, state) => {
      if (it.value !== null) it.extra = Math.min(Math.max(0, stateIndex(state)), it.value.value.length);
    }),
  ],
});

const newArrayIterator = (self: PyArray): Owned =>
  allocGC<PyArray | null, number>(ArrayIteratorType, newRef(self), 0, 56);
