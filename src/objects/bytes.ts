// bytes: immutable bytes. The payload is a Uint8Array that nobody writes to; `extra` is the hash,
// once it is known. The empty bytes and those of one byte are shared, each the only one of its kind.
// An instance of a subclass has an Attributes record in `extra`. Methods: bytesmethods.ts.
import { deallocLeaf } from "../heap/dealloc.ts";
import { alloc } from "../heap/heap.ts";
import type { PyObject } from "../heap/object.ts";
import { newRef, type Owned, type Value } from "../heap/refs.ts";
import { BASETYPE, BYTES_SUBCLASS, SEQUENCE } from "../heap/type.ts";
import { defineType } from "./define.ts";

export type PyBytes = PyObject<Uint8Array>;

export const BytesType = defineType<PyBytes>({
  name: "bytes",
  flags: BASETYPE | BYTES_SUBCLASS | SEQUENCE,
  basicSize: 33,
  itemSize: 1,
  dealloc: deallocLeaf,
  sizeof: (b) => 33 + b.value.length,
});

/** A bytes that nobody shares. The caller hands the array over. */
export const unsharedBytes = (bytes: Uint8Array): Owned<PyBytes> => alloc(BytesType, bytes, null, 33 + bytes.length);

export const EMPTY_BYTES: PyBytes = unsharedBytes(new Uint8Array(0));
const SINGLE: readonly PyBytes[] = Array.from({ length: 256 }, (_, byte) => unsharedBytes(Uint8Array.of(byte)));

/** The caller hands the array over. */
export function newBytes(bytes: Uint8Array): Owned<PyBytes> {
  if (bytes.length > 1) return unsharedBytes(bytes);
  return newRef(bytes.length === 0 ? EMPTY_BYTES : SINGLE[bytes[0]]);
}

export const isBytes = (o: Value): o is PyBytes => typeof o !== "number" && (o.type.value.flags & BYTES_SUBCLASS) !== 0;
export const isExactBytes = (o: Value): o is PyBytes => typeof o !== "number" && o.type === BytesType;
