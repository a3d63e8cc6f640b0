// bytes: its slots, and the methods that bytearray has not. The others are bytesfamily.ts.
import { reserve } from "../heap/heap.ts";
import type { PyObject, PyType } from "../heap/object.ts";
import { drop, newRef, type Owned, type OwnedInt, type OwnedValue, type Value } from "../heap/refs.ts";
import type { BufferView } from "../heap/type.ts";
import { def } from "../native/signature.ts";
import { Attributes } from "./attributes.ts";
import { hasBuffer, withBuffer } from "./buffers.ts";
import { BytesType, isBytes, isExactBytes, newBytes, type PyBytes, unsharedBytes } from "./bytes.ts";
import { bytesByMethod, bytesFromObject, countOf, encodedSource, memberOf } from "./bytesargs.ts";
import { type Family, familyMethods } from "./bytesfamily.ts";
import { newBytesIterator } from "./bytesiter.ts";
import { call } from "./call.ts";
import { extendType } from "./define.ts";
import { bufferError, indexError, memoryError, typeError } from "./errors.ts";
import { asInstanceOf } from "./instance.ts";
import { hashHigh, hashToInt } from "./numeric/hash.ts";
import { bytesHash32 } from "./numeric/siphash.ts";
import { percentBytes } from "./percentformat.ts";
import { compareNumbers, typeName } from "./protocol.ts";
import { newBool, notImplemented } from "./singletons.ts";
import { isSlice, sliceIndices, subscript } from "./slice.ts";
import { newNarrowStr } from "./str.ts";
import * as ops from "./text/bytesops.ts";
import { bytesRepr } from "./text/repr.ts";
import { constructorArguments, told } from "./textargs.ts";
import { tupleOf } from "./tuple.ts";

const exactBytes = (b: PyBytes): Owned<PyBytes> => (b.type === BytesType ? newRef(b) : newBytes(b.value));

const family: Family = {
  name: "bytes",
  make: newBytes,
  unchanged: (self) => exactBytes(self as PyBytes),
};

// ---- making ----

const PARAMETERS = ["source", "encoding", "errors"];

function newOfType(type: PyType, args: Value[], kwnames: readonly PyObject[] | null): OwnedValue {
  const b = fromArguments(constructorArguments("bytes", PARAMETERS, args, kwnames));
  if (type === BytesType) return b;
  try {
    return asInstanceOf(unsharedBytes(b.value), type);
  } finally {
    drop(b);
  }
}

function fromArguments(args: (Value | undefined)[]): Owned<PyBytes> {
  const source = args[0];
  if (source !== undefined && args[1] === undefined && args[2] === undefined) {
    const own = bytesByMethod(source);
    if (own !== undefined) return own;
  }
  const encoded = encodedSource("bytes", args);
  if (encoded !== undefined) return newBytes(encoded);
  const count = countOf(source as Value);
  return count !== undefined ? newBytes(new Uint8Array(count)) : bytesFromObject(source as Value);
}

// ---- slots ----

function concat(b: PyBytes, other: Value): OwnedValue {
  if (!hasBuffer(other)) throw typeError(`can't concat ${typeName(other)} to ${typeName(b)}`);
  if (b.value.length === 0 && isExactBytes(other)) return newRef(other);
  return withBuffer(other, (bytes) => {
    if (bytes.length === 0 && isExactBytes(b)) return newRef(b);
    reserve(b.value.length + bytes.length);
    return newBytes(ops.concat([b.value, bytes]));
  });
}

/** `bytes * count`, paid for before it is made. */
export function repeated(bytes: Uint8Array, count: number): Uint8Array {
  const size = bytes.length * Math.max(0, count);
  if (size > 2 ** 33) throw memoryError();
  reserve(size);
  return ops.repeat(bytes, count);
}

export function sliceBytes(bytes: Uint8Array, start: number, step: number, count: number): Uint8Array {
  if (step === 1) return bytes.slice(start, start + count);
  const result = new Uint8Array(count);
  for (let i = 0, at = start; i < count; i++, at += step) result[i] = bytes[at];
  return result;
}

function itemOrSlice(b: PyBytes, key: Value): OwnedValue {
  const bytes = b.value;
  if (isSlice(key)) {
    const { start, step, count } = sliceIndices(key, bytes.length);
    if (step === 1 && count === bytes.length && isExactBytes(b)) return newRef(b);
    reserve(count);
    return newBytes(sliceBytes(bytes, start, step, count));
  }
  let i = subscript(key, "byte");
  if (i < 0) i += bytes.length;
  if (i < 0 || i >= bytes.length) throw indexError("index out of range");
  return bytes[i] as OwnedInt;
}

function hash(b: PyBytes): number | bigint {
  const known = b.extra instanceof Attributes ? b.extra.spare : b.extra;
  if (known !== null) return known as number | bigint;
  const low = bytesHash32(b.value);
  const found = hashToInt(hashHigh, low);
  if (b.extra instanceof Attributes) b.extra.spare = found;
  else b.extra = found;
  return found;
}

function repr(b: PyBytes): Owned {
  reserve(b.value.length);
  return newNarrowStr(bytesRepr(b.value));
}

function view(b: PyBytes, writable: boolean): BufferView {
  if (writable) throw bufferError("Object is not writable.");
  const bytes = b.value;
  return { bytes, format: "B", itemSize: 1, readonly: true, shape: [bytes.length], strides: [1], release() {} };
}

extendType<PyBytes>(BytesType, {
  doc: "Immutable bytes.\n\nMade of a str and an encoding, of bytes-like objects, of ints that an iterable gives; an int makes so many zeros.",
  slots: {
    new: newOfType,
    repr,
    str: repr,
    hash,
    compare(b, other, op) {
      if (!isBytes(other)) return notImplemented();
      return newBool(compareNumbers(b === other ? 0 : ops.compare(b.value, other.value), 0, op));
    },
    iter: newBytesIterator,
    len: (b) => b.value.length,
    getitem: (b, key) => itemOrSlice(b as PyBytes, key),
    item: (b, i) => (i >= 0 && i < b.value.length ? (b.value[i] as OwnedInt) : undefined),
    contains(b, item) {
      const needle = memberOf(item);
      return ops.find(b.value, needle, 0, b.value.length) >= 0;
    },
    concat,
    repeat: (b, count) => (count === 1 && isExactBytes(b) ? newRef(b) : newBytes(repeated(b.value, count))),
    mod: (lhs, rhs) => (isBytes(lhs) ? newBytes(percentBytes(lhs.value, rhs)) : notImplemented()),
    buffer: view,
  },
  methods: [
    ...familyMethods(family),
    def("fromhex($type, string: str, /)", "The bytes that hexadecimal digits write.", (type: PyType, text) => {
      const b = newBytes(ops.fromHex(text));
      return type === BytesType ? b : call(type, b);
    }),
    def("__bytes__($self, /)", "The bytes as an exact bytes.", (b: PyBytes) => exactBytes(b)),
    told(
      def("__getnewargs__($self, /)", "What pickle makes the bytes again from.", (b: PyBytes) =>
        tupleOf(unsharedBytes(b.value)),
      ),
      null,
    ),
  ],
});
