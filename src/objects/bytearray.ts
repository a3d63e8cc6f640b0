// bytearray: mutable bytes. The payload keeps the bytes in an array with room to grow, of the size
// that CPython would have allocated; bytes removed at the front leave a gap there. While a buffer
// is exported the size must not change. Methods: bytearraymethods.ts.
import { deallocLeaf } from "../heap/dealloc.ts";
import { alloc, resize } from "../heap/heap.ts";
import type { PyObject } from "../heap/object.ts";
import type { Owned, Value } from "../heap/refs.ts";
import { BASETYPE, SEQUENCE } from "../heap/type.ts";
import { defineType } from "./define.ts";
import { bufferError, memoryError, type PyError } from "./errors.ts";
import { isSubtype } from "./lookup.ts";

export class ByteArrayData {
  /** As long as the allocation, or longer than nothing: the bytes are `start` to `start + length`. */
  store: Uint8Array;
  start = 0;
  length: number;
  /** What CPython has allocated: a final zero is part of it. */
  allocated: number;
  exports = 0;
  constructor(store: Uint8Array, length: number, allocated: number) {
    this.store = store;
    this.length = length;
    this.allocated = allocated;
  }
}
export type PyByteArray = PyObject<ByteArrayData>;

const BASIC_SIZE = 56;

export const ByteArrayType = defineType<PyByteArray>({
  name: "bytearray",
  flags: BASETYPE | SEQUENCE,
  basicSize: BASIC_SIZE,
  dealloc: deallocLeaf,
  sizeof: (b) => BASIC_SIZE + b.value.allocated,
});

/** A new bytearray; the caller hands the array over. */
export function newByteArray(bytes: Uint8Array): Owned<PyByteArray> {
  const allocated = bytes.length === 0 ? 0 : bytes.length + 1;
  return alloc<ByteArrayData, null>(
    ByteArrayType,
    new ByteArrayData(bytes, bytes.length, allocated),
    null,
    BASIC_SIZE + allocated,
  ) as Owned<PyByteArray>;
}

export const isByteArray = (o: Value): o is PyByteArray => typeof o !== "number" && isSubtype(o.type, ByteArrayType);

/** The bytes, as they are now: not to be kept over anything that may change the size. */
export const byteArrayView = ({ value: b }: PyByteArray): Uint8Array => b.store.subarray(b.start, b.start + b.length);

export const cannotResize = (): PyError => bufferError("Existing exports of data: object cannot be re-sized");

export function checkResizable(b: PyByteArray): void {
  if (b.value.exports > 0) throw cannotResize();
}

/** Makes the bytearray so long; what is new at the end are zeros. */
export function resizeByteArray(b: PyByteArray, size: number): void {
  const data = b.value;
  if (size === data.length) return;
  checkResizable(b);
  if (size > 2 ** 33) throw memoryError();
  const kept = Math.min(data.length, size);
  const next = nextAllocation(data, size);
  if (next === data.allocated) setLength(data, size);
  else reallocate(data, next, kept);
  data.length = size;
}

/** The allocation for a new size, as CPython grows and shrinks it. */
function nextAllocation({ allocated, start }: ByteArrayData, size: number): number {
  if (size + start + 1 <= allocated) return size < Math.floor(allocated / 2) ? size + 1 : allocated;
  return size <= allocated * 1.125 ? size + (size >> 3) + (size < 9 ? 3 : 6) : size + 1;
}

function reallocate(data: ByteArrayData, next: number, kept: number): void {
  resize(next - data.allocated);
  const store = new Uint8Array(next);
  store.set(data.store.subarray(data.start, data.start + kept));
  data.store = store;
  data.start = 0;
  data.allocated = next;
}

/** What is newly within the length reads as zeros. */
function setLength(data: ByteArrayData, size: number): void {
  const end = data.start + size;
  if (data.store.length < end) {
    const store = new Uint8Array(data.allocated);
    store.set(data.store);
    data.store = store;
  } else if (size > data.length) data.store.fill(0, data.start + data.length, end);
}

/** Replaces the bytes from `from` to `to`; `bytes` are not the bytearray's own memory. */
export function spliceBytes(b: PyByteArray, from: number, to: number, bytes: Uint8Array): void {
  const data = b.value;
  const growth = bytes.length - (to - from);
  if (growth < 0) {
    checkResizable(b);
    if (from === 0) data.start -= growth;
    else data.store.copyWithin(data.start + from + bytes.length, data.start + to, data.start + data.length);
    const size = data.length + growth;
    const next = nextAllocation(data, size);
    if (next !== data.allocated) reallocate(data, next, size);
    data.length = size;
  } else if (growth > 0) {
    const size = data.length;
    resizeByteArray(b, size + growth);
    data.store.copyWithin(data.start + to + growth, data.start + to, data.start + size);
  }
  data.store.set(bytes, data.start + from);
}

/** Adds a byte at the end. */
export function appendByte(b: PyByteArray, byte: number): void {
  resizeByteArray(b, b.value.length + 1);
  b.value.store[b.value.start + b.value.length - 1] = byte;
}
