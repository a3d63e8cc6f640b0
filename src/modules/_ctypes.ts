// _ctypes: what the library's ctypes needs of the heap: the memory that an object would have in
// CPython, as far as its header goes, and the object at an address.
import { heap } from "../heap/heap.ts";
import { isImmortal, type PyObject } from "../heap/object.ts";
import { drop, newRef, type Owned, type OwnedValue, refCount, type Value } from "../heap/refs.ts";
import { sizeOf } from "../heap/type.ts";
import { def } from "../native/signature.ts";
import { newBytes } from "../objects/bytes.ts";
import { valueError } from "../objects/errors.ts";
import { index, indexSize } from "../objects/int.ts";
import { addressOf } from "../objects/object.ts";
import { lengthOf } from "./ctypeslength.ts";
import { defineModule } from "./module.ts";

const WORD = 8;
/** How far into an object an address may point. */
const MAX_FIELDS = 8;

/** The object whose memory an address lies in, and how far in; null when nobody has asked for its address. */
function objectAround(address: number): { o: PyObject; offset: number } | null {
  for (let offset = 0; offset < MAX_FIELDS * WORD; offset += WORD) {
    const o = heap.addresses.at(address - offset) as PyObject | undefined;
    if (o !== undefined) return offset < sizeOf(o) ? { o, offset } : null;
  }
  return null;
}

/** A word of an object's header: its count, its type, its length. */
function wordOf(o: PyObject, word: number): bigint {
  if (word === 0) return BigInt(refCount(o));
  if (word === 1) return BigInt(addressOf(o.type));
  return word === 2 ? BigInt.asUintN(64, BigInt(lengthOf(o))) : 0n;
}

function peek(address: number, size: number): Uint8Array {
  const bytes = new Uint8Array(size);
  const start = address - (address % WORD);
  for (let at = start; at < address + size; at += WORD) {
    const found = objectAround(at);
    const word = found === null ? 0n : wordOf(found.o, found.offset / WORD);
    for (let i = 0; i < WORD; i++) {
      const place = at + i - address;
      if (place >= 0 && place < size) bytes[place] = Number((word >> BigInt(8 * i)) & 255n);
    }
  }
  return bytes;
}

const asObject = (value: Value): PyObject | null => (typeof value === "number" ? null : value);

export default defineModule({
  name: "_ctypes",
  doc: "What the library's ctypes needs of the heap.",
  functions: [
    def("peek($module, address, size, /)", "Bytes of the memory that objects would have.", (_module, address, size) =>
      newBytes(peek(Number(index(address)), indexSize(size))),
    ),
    def("object_at($module, address, /)", "The object at an address.", (_module, address): OwnedValue => {
      const o = heap.addresses.at(Number(index(address))) as PyObject | undefined;
      if (o === undefined) throw valueError("PyObject is NULL");
      return newRef(o);
    }),
    def("incref($module, object, /)", "One more reference, which nobody has.", (_module, object) => {
      const o = asObject(object);
      if (o !== null) newRef(o);
    }),
    def("decref($module, object, /)", "One reference less.", (_module, object) => {
      const o = asObject(object);
      if (o !== null && !isImmortal(o)) drop(o as Owned);
    }),
  ],
});
