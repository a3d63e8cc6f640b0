// The iterators of bytes and bytearray. The payload is the object, null at the end; `extra` is the position.
import { allocGC } from "../heap/heap.ts";
import type { PyType } from "../heap/object.ts";
import { newRef, type Owned, type OwnedInt, type Value } from "../heap/refs.ts";
import { HAVE_GC, NO_NEW } from "../heap/type.ts";
import { def } from "../native/signature.ts";
import type { PyByteArray } from "./bytearray.ts";
import type { PyBytes } from "./bytes.ts";
import { dataOf, type PyBytesLike } from "./bytesargs.ts";
import { defineType } from "./define.ts";
import { newInt } from "./int.ts";
import { clearContainer, type PositionIterator, reduceBy, stateIndex, traverseContainer } from "./iterators.ts";
import { EMPTY_TUPLE } from "./tuple.ts";

type BytesIterator = PositionIterator<PyBytesLike>;

const lengthOf = (b: PyBytesLike): number => (b.value instanceof Uint8Array ? b.value.length : b.value.length);

const table = (name: string, byteAt: (b: PyBytesLike, i: number) => number): PyType =>
  defineType<BytesIterator>({
    name,
    flags: HAVE_GC | NO_NEW,
    basicSize: 32,
    traverse: traverseContainer,
    clear: clearContainer,
    slots: {
      iter: newRef,
      next(it) {
        const b = it.value;
        if (b === null) return undefined;
        const i = it.extra;
        if (i < lengthOf(b)) {
          it.extra = i + 1;
          return byteAt(b, i) as OwnedInt;
        }
        clearContainer(it);
        return undefined;
      },
    },
    methods: [
      def("__length_hint__($self, /)", "How many bytes are left.", (it: BytesIterator) =>
        newInt(it.value === null ? 0 : Math.max(0, lengthOf(it.value) - it.extra)),
      ),
      def("__reduce__($self, /)", "What pickle needs to make the iterator again.", (it: BytesIterator) =>
        reduceBy("iter", () => (it.value === null ? [newRef(EMPTY_TUPLE)] : [newRef(it.value), newInt(it.extra)])),
      ),
      def("__setstate__($self, object, /)", "Sets the position.", (it: BytesIterator, state: Value) => {
        const i = Math.max(0, stateIndex(state));
        if (it.value !== null) it.extra = Math.min(i, lengthOf(it.value));
      }),
    ],
  });

const BytesIteratorType = table("bytes_iterator", (b, i) => (b as PyBytes).value[i]);
const ByteArrayIteratorType = table("bytearray_iterator", (b, i) => dataOf(b)[i]);

export const newBytesIterator = (b: PyBytes): Owned =>
  allocGC<PyBytesLike, number>(BytesIteratorType, newRef(b), 0, 48);
export const newByteArrayIterator = (b: PyByteArray): Owned =>
  allocGC<PyBytesLike, number>(ByteArrayIteratorType, newRef(b), 0, 48);
