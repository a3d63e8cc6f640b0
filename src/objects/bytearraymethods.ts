// bytearray: its slots, and the methods that bytes has not. The others are bytesfamily.ts.
import { reserve } from "../heap/heap.ts";
import type { PyObject, PyType } from "../heap/object.ts";
import { newRef, type Owned, type OwnedInt, type OwnedValue, type Value } from "../heap/refs.ts";
import { type BufferView, EQ, NE } from "../heap/type.ts";
import { def } from "../native/signature.ts";
import { bufferCopy, hasBuffer, withBuffer } from "./buffers.ts";
import {
  appendByte,
  ByteArrayType,
  byteArrayView,
  cannotResize,
  checkResizable,
  isByteArray,
  newByteArray,
  type PyByteArray,
  resizeByteArray,
  spliceBytes,
} from "./bytearray.ts";
import { newBytes } from "./bytes.ts";
import { byteOf, collectBytes, countOf, eachByte, encodedSource, knownItems, memberOf } from "./bytesargs.ts";
import { type Family, familyMethods } from "./bytesfamily.ts";
import { newByteArrayIterator } from "./bytesiter.ts";
import { repeated, sliceBytes } from "./bytesmethods.ts";
import { call } from "./call.ts";
import { extendType } from "./define.ts";
import { indexError, typeError, valueError } from "./errors.ts";
import { asInstanceOf, instanceDictIfAny } from "./instance.ts";
import { indexSize, isInt, newInt } from "./int.ts";
import { percentBytes } from "./percentformat.ts";
import { compareNumbers, slotsOf, typeName } from "./protocol.ts";
import { newBool, newNone, notImplemented } from "./singletons.ts";
import { fitSlice, isSlice, type PySlice, subscript, unpackSlice } from "./slice.ts";
import { isStr, newNarrowStr, newStr } from "./str.ts";
import * as ops from "./text/bytesops.ts";
import { latin1Decode } from "./text/codepoints.ts";
import { byteArrayRepr } from "./text/repr.ts";
import { constructorArguments, told } from "./textargs.ts";
import { tupleOf } from "./tuple.ts";

const copyOf = (b: PyByteArray): Owned<PyByteArray> => newByteArray(byteArrayView(b).slice());

const family: Family = {
  name: "bytearray",
  make: newByteArray,
  unchanged: (self) => copyOf(self as PyByteArray),
};

// ---- making ----

const PARAMETERS = ["source", "encoding", "errors"];

function initialize(b: PyByteArray, args: Value[], kwnames: readonly PyObject[] | null): void {
  const found = constructorArguments("bytearray", PARAMETERS, args, kwnames);
  if (b.value.length > 0) resizeByteArray(b, 0);
  const encoded = encodedSource("bytearray", found);
  if (encoded !== undefined) {
    extendBy(b, encoded);
    return;
  }
  const source = found[0] as Value;
  const count = countOf(source);
  if (count !== undefined) resizeByteArray(b, count);
  else if (hasBuffer(source)) withBuffer(source, (bytes) => extendBy(b, bytes));
  else fillFrom(b, source);
}

function fillFrom(b: PyByteArray, source: Value): void {
  const items = knownItems(source);
  if (items !== null && Array.prototype.every.call(items, isInt)) {
    const bytes = Uint8Array.from(items, (item) => byteOf(item));
    extendBy(b, bytes);
    return;
  }
  eachByte(source, "bytearray", "byte", (byte) => appendByte(b, byte));
}

/** Adds bytes that are not the bytearray's own at the end. */
function extendBy(b: PyByteArray, bytes: Uint8Array): void {
  const at = b.value.length;
  resizeByteArray(b, at + bytes.length);
  b.value.store.set(bytes, b.value.start + at);
}

// ---- slots ----

const position = (b: PyByteArray, key: Value): number => within(b, subscript(key, "bytearray"));

/** A position counted from either end. Raises IndexError beyond them. */
function within(b: PyByteArray, at: number): number {
  const i = at < 0 ? at + b.value.length : at;
  if (i < 0 || i >= b.value.length) throw indexError("bytearray index out of range");
  return i;
}

function itemOrSlice(b: PyByteArray, key: Value): OwnedValue {
  if (!isSlice(key)) return b.value.store[b.value.start + position(b, key)] as OwnedInt;
  const parts = unpackSlice(key);
  const { start, step, count } = fitSlice(parts, b.value.length);
  reserve(count);
  return newByteArray(sliceBytes(byteArrayView(b), start, step, count));
}

function storeItem(b: PyByteArray, key: Value, value: Value | undefined): void {
  if (isSlice(key)) {
    storeSlice(b, key, value);
    return;
  }
  if (value === undefined) {
    const i = position(b, key);
    spliceBytes(b, i, i + 1, NOTHING);
    return;
  }
  // The value is converted before the position is checked, and may change the size.
  const at = subscript(key, "bytearray");
  const byte = byteOf(value);
  b.value.store[b.value.start + within(b, at)] = byte;
}
const NOTHING = new Uint8Array(0);

const isNumber = (value: Value): boolean => {
  const { index, int, float } = slotsOf(value);
  return index !== null || int !== null || float !== null;
};

/** What is stored to a slice: bytes-like, or ints that an iterable gives. */
function bytesToStore(value: Value | undefined): Uint8Array {
  if (value === undefined) return NOTHING;
  if (hasBuffer(value)) return bufferCopy(value);
  if (isStr(value) || isNumber(value)) {
    throw typeError("can assign only bytes, buffers, or iterables of ints in range(0, 256)");
  }
  return collectBytes(value, "bytearray", "byte");
}

function storeSlice(b: PyByteArray, key: PySlice, value: Value | undefined): void {
  const parts = unpackSlice(key);
  const bytes = bytesToStore(value);
  const range = fitSlice(parts, b.value.length);
  let { start, step, count } = range;
  if (step === 1) {
    spliceBytes(b, start, Math.max(start, range.stop), bytes);
    return;
  }
  if (value !== undefined && bytes.length > 0) {
    if (bytes.length !== count) {
      throw valueError(`attempt to assign bytes of size ${bytes.length} to extended slice of size ${count}`);
    }
    for (let i = 0, at = start; i < count; i++, at += step) b.value.store[b.value.start + at] = bytes[i];
    return;
  }
  checkResizable(b);
  if (count === 0) return;
  if (step < 0) {
    start += step * (count - 1);
    step = -step;
  }
  deleteStrided(b, start, step, count);
}

function deleteStrided(b: PyByteArray, start: number, step: number, count: number): void {
  const kept = byteArrayView(b).filter((_, i) => i < start || (i - start) % step !== 0 || i >= start + step * count);
  b.value.store.set(kept, b.value.start);
  resizeByteArray(b, kept.length);
}

function concat(b: PyByteArray, other: Value): OwnedValue {
  if (!hasBuffer(other)) throw typeError(`can't concat ${typeName(other)} to ${typeName(b)}`);
  return withBuffer(other, (bytes) => {
    reserve(b.value.length + bytes.length);
    return newByteArray(ops.concat([byteArrayView(b), bytes]));
  });
}

function concatInPlace(b: PyByteArray, other: Value): OwnedValue {
  if (!hasBuffer(other)) throw typeError(`can't concat ${typeName(other)} to ${typeName(b)}`);
  const bytes = bufferCopy(other);
  // Its own bytes are open while they are added.
  if (other === b && bytes.length > 0) throw cannotResize();
  extendBy(b, bytes);
  return newRef(b);
}

function repeatInPlace(b: PyByteArray, count: number): OwnedValue {
  if (count !== 1 && b.value.length > 0) {
    const bytes = repeated(byteArrayView(b), count);
    resizeByteArray(b, bytes.length);
    b.value.store.set(bytes, b.value.start);
  }
  return newRef(b);
}

function compare(b: PyByteArray, other: Value, op: number): OwnedValue {
  if (!hasBuffer(other) || !hasBuffer(b)) return notImplemented();
  return withBuffer(other, (bytes) => {
    const mine = byteArrayView(b);
    if (mine.length !== bytes.length && (op === EQ || op === NE)) return newBool(op === NE);
    return newBool(compareNumbers(ops.compare(mine, bytes), 0, op));
  });
}

function repr(b: PyByteArray): Owned {
  reserve(b.value.length);
  return newStr(`${typeName(b)}(${byteArrayRepr(byteArrayView(b))})`);
}

function view(b: PyByteArray): BufferView {
  b.value.exports++;
  const bytes = byteArrayView(b);
  let released = false;
  return {
    bytes,
    format: "B",
    itemSize: 1,
    readonly: false,
    shape: [bytes.length],
    strides: [1],
    release() {
      if (!released) b.value.exports--;
      released = true;
    },
  };
}

// ---- methods ----

function popByte(b: PyByteArray, at: number): OwnedInt {
  const n = b.value.length;
  if (n === 0) throw indexError("pop from empty bytearray");
  const i = at < 0 ? at + n : at;
  if (i < 0 || i >= n) throw indexError("pop index out of range");
  checkResizable(b);
  const { store, start } = b.value;
  const byte = store[start + i];
  store.copyWithin(start + i, start + i + 1, start + n);
  resizeByteArray(b, n - 1);
  return byte as OwnedInt;
}

function insertByte(b: PyByteArray, at: number, item: Value): void {
  const byte = byteOf(item);
  const n = b.value.length;
  resizeByteArray(b, n + 1);
  if (at < 0) at = Math.max(0, at + n);
  const i = Math.min(at, n);
  const { store, start } = b.value;
  store.copyWithin(start + i + 1, start + i, start + n);
  store[start + i] = byte;
}

function removeByte(b: PyByteArray, value: Value): void {
  const byte = byteOf(value);
  const i = byteArrayView(b).indexOf(byte);
  if (i < 0) throw valueError("value not found in bytearray");
  popByte(b, i);
}

function extend(b: PyByteArray, iterable: Value): void {
  if (hasBuffer(iterable)) {
    extendBy(b, bufferCopy(iterable));
    return;
  }
  extendBy(b, collectExtension(iterable));
}

function collectExtension(iterable: Value): Uint8Array {
  if (slotsOf(iterable).iter === null && slotsOf(iterable).getitem === null) {
    throw typeError(`can't extend bytearray with ${typeName(iterable)}`);
  }
  return collectBytes(iterable, "bytearray", "byte");
}

const state = (b: PyByteArray): OwnedValue => {
  const dict = instanceDictIfAny(b);
  return dict === null ? newNone() : newRef(dict);
};

const reduced = (b: PyByteArray, protocol: number): OwnedValue => {
  const bytes = byteArrayView(b);
  let args = tupleOf();
  if (bytes.length > 0) {
    args =
      protocol < 3
        ? tupleOf(newNarrowStr(latin1Decode(bytes)), newNarrowStr("latin-1"))
        : tupleOf(newBytes(bytes.slice()));
  }
  return tupleOf(newRef(b.type), args, state(b));
};

extendType<PyByteArray>(ByteArrayType, {
  doc: "Mutable bytes.\n\nMade of a str and an encoding, of bytes-like objects, of ints that an iterable gives; an int makes so many zeros.",
  slots: {
    new: (type) => asInstanceOf(newByteArray(new Uint8Array(0)), type),
    init: initialize,
    repr,
    str: repr,
    compare,
    iter: newByteArrayIterator,
    len: (b) => b.value.length,
    getitem: (b, key) => itemOrSlice(b as PyByteArray, key),
    setitem: storeItem,
    item: (b, i) => (i >= 0 && i < b.value.length ? (b.value.store[b.value.start + i] as OwnedInt) : undefined),
    contains(b, item) {
      const needle = memberOf(item);
      return ops.find(byteArrayView(b), needle, 0, b.value.length) >= 0;
    },
    concat,
    repeat: (b, count) => newByteArray(repeated(byteArrayView(b), count)),
    iconcat: concatInPlace,
    irepeat: repeatInPlace,
    mod: (lhs, rhs) => (isByteArray(lhs) ? newByteArray(percentBytes(byteArrayView(lhs), rhs)) : notImplemented()),
    buffer: view,
  },
  methods: [
    ...familyMethods(family),
    def("fromhex($type, string: str, /)", "The bytearray that hexadecimal digits write.", (type: PyType, text) => {
      const b = newByteArray(ops.fromHex(text).slice());
      return type === ByteArrayType ? b : call(type, b);
    }),
    def("append($self, item, /)", "Adds a byte to the end.", (b: PyByteArray, item) => appendByte(b, byteOf(item))),
    def(
      "extend($self, iterable_of_ints, /)",
      "Adds bytes, or ints that an iterable gives, to the end.",
      (b: PyByteArray, items) => extend(b, items),
    ),
    def("insert($self, index: int, item, /)", "Adds a byte before a position.", (b: PyByteArray, at, item) =>
      insertByte(b, at, item),
    ),
    def(
      "pop($self, index: int = -1, /)",
      "Removes a byte and returns it, the last one unless told.",
      (b: PyByteArray, at) => popByte(b, at),
    ),
    def(
      "remove($self, value, /)",
      "Removes the first occurrence of a byte. Raises ValueError when there is none.",
      (b: PyByteArray, value) => removeByte(b, value),
    ),
    def("clear($self, /)", "Removes all bytes.", (b: PyByteArray) => resizeByteArray(b, 0)),
    def("copy($self, /)", "Another bytearray with the same bytes.", (b: PyByteArray) => copyOf(b)),
    def("reverse($self, /)", "Turns the order of the bytes round.", (b: PyByteArray) => {
      byteArrayView(b).reverse();
    }),
    told(
      def("__alloc__($self, /)", "How many bytes are allocated.", (b: PyByteArray) => newInt(b.value.allocated)),
      null,
    ),
    def("__sizeof__($self, /)", "The size in bytes, with what is allocated.", (b: PyByteArray) =>
      newInt(b.type.value.basicSize + b.value.allocated),
    ),
    def("__reduce__($self, /)", "What pickle makes the bytearray again from.", (b: PyByteArray) => reduced(b, 2)),
    told(
      def(
        "__reduce_ex__($self, proto=NULL, /)",
        "What pickle makes the bytearray again from, by its protocol.",
        (b: PyByteArray, proto) => reduced(b, proto === undefined ? 0 : indexSize(proto)),
      ),
      "($self, proto=0, /)",
    ),
  ],
});
