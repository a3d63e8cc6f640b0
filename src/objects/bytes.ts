// bytes: immutable bytes. The payload is a Uint8Array that nobody writes to. Methods: bytesmethods.ts.
import { deallocLeaf } from "../heap/dealloc.ts";
import { alloc } from "../heap/heap.ts";
import type { PyObject } from "../heap/object.ts";
import type { Owned, Value } from "../heap/refs.ts";
import { BASETYPE, BYTES_SUBCLASS } from "../heap/type.ts";
import { defineType } from "./define.ts";

export type PyBytes = PyObject<Uint8Array>;

export const BytesType = defineType<PyBytes>({
  name: "bytes",
  flags: BASETYPE | BYTES_SUBCLASS,
  basicSize: 33,
  itemSize: 1,
  dealloc: deallocLeaf,
  sizeof: (b) => 33 + b.value.length,
});

/** The caller hands the array over. */
export const newBytes = (bytes: Uint8Array): Owned<PyBytes> => alloc(BytesType, bytes, null, 33 + bytes.length);

export const isBytes = (o: Value): o is PyBytes => typeof o !== "number" && (o.type.value.flags & BYTES_SUBCLASS) !== 0;
export const isExactBytes = (o: Value): o is PyBytes => typeof o !== "number" && o.type === BytesType;
