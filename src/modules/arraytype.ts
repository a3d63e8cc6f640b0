// array.array: items of one C type, packed in memory that grows as CPython's does. The memory is
// longer than the items need; `sys.getsizeof` shows how long. Views of it lock the length.
import { allocGC, reserve, resize } from "../heap/heap.ts";
import type { PyObject, PyType } from "../heap/object.ts";
import type { Owned, OwnedValue, Value } from "../heap/refs.ts";
import { BASETYPE, type BufferView, HAS_WEAKREFS, HAVE_GC, SEQUENCE } from "../heap/type.ts";
import { defineType } from "../objects/define.ts";
import { bufferError, overflowError, type PyError, typeError, valueError } from "../objects/errors.ts";
import { toFloat } from "../objects/float.ts";
import { asInstanceOf } from "../objects/instance.ts";
import { index } from "../objects/int.ts";
import { isStr, newStr, strLength } from "../objects/str.ts";
import { type Code, NATIVE_CODES, viewOf } from "../objects/structcodes.ts";

export const TYPECODES = "bBuhHiIlLqQfd";

/** How items of a typecode are read and written. */
export interface ItemKind {
  readonly typecode: string;
  readonly size: number;
  /** The format that a buffer tells. */
  readonly format: string;
  read(memory: DataView, at: number): OwnedValue;
  /** The number that goes into memory for a value; raises for what does not fit. */
  convert(value: Value): number | bigint;
  write(memory: DataView, at: number, n: number | bigint): void;
}

// ---- conversion ----

type Range = { low: string; high: string };
const over = (name: string): Range => ({
  low: `${name} is less than minimum`,
  high: `${name} is greater than maximum`,
});

const tooLarge = (type: string): PyError => overflowError(`Python int too large to convert to C ${type}`);
const fits = (n: number | bigint, bits: number, signed: boolean): boolean => {
  if (typeof n === "number") return signed ? n >= -(2 ** (bits - 1)) && n < 2 ** (bits - 1) : n >= 0 && n < 2 ** bits;
  return (signed ? BigInt.asIntN(bits, n) : BigInt.asUintN(bits, n)) === n;
};

/** Ranges that a number passes through, each with its own words; first it must fit a C long. */
const narrow =
  (...steps: readonly (readonly [bits: number, signed: boolean, words: Range])[]) =>
  (value: Value): number | bigint => {
    const n = index(value);
    if (!fits(n, 64, true)) throw tooLarge("long");
    for (const [bits, signed, words] of steps)
      if (!fits(n, bits, signed)) throw overflowError(n < 0 ? words.low : words.high);
    return n;
  };

function toUnsignedLong(value: Value): number | bigint {
  const n = index(value);
  if (n < 0) throw overflowError("can't convert negative value to unsigned int");
  if (!fits(n, 64, false)) throw tooLarge("unsigned long");
  return n;
}

function toUnsignedInt(value: Value): number | bigint {
  const n = toUnsignedLong(value);
  if (!fits(n, 32, false)) throw overflowError("unsigned int is greater than maximum");
  return n;
}

function toLongLong(value: Value): number | bigint {
  const n = index(value);
  if (!fits(n, 64, true)) throw overflowError("int too big to convert");
  return n;
}

function toUnsignedLongLong(value: Value): number | bigint {
  const n = index(value);
  if (n < 0) throw overflowError("can't convert negative int to unsigned");
  if (!fits(n, 64, false)) throw overflowError("int too big to convert");
  return n;
}

const SHORT = [16, true, over("signed short integer")] as const;
const INT = [32, true, over("signed integer")] as const;
const CONVERT: Readonly<Record<string, (value: Value) => number | bigint>> = {
  b: narrow(SHORT, [8, true, over("signed char")]),
  B: narrow([8, false, over("unsigned byte integer")]),
  h: narrow(SHORT),
  H: narrow(INT, [16, false, over("unsigned short")]),
  i: narrow(INT),
  I: toUnsignedInt,
  l: narrow(),
  L: toUnsignedLong,
  q: toLongLong,
  Q: toUnsignedLongLong,
  f: toFloat,
  d: toFloat,
};

const ofCode = (typecode: string, code: Code): ItemKind => ({
  typecode,
  size: code.size,
  format: typecode,
  read: (memory, at) => code.read(memory, at, true),
  convert: CONVERT[typecode],
  write: (memory, at, n) => code.write(memory, at, n, true),
});

function toCharacter(value: Value): number {
  if (!isStr(value) || strLength(value) !== 1) throw typeError("array item must be unicode character");
  return value.value.length > 1 ? (value.value.codePointAt(0) as number) : value.value.charCodeAt(0);
}

function readCharacter(memory: DataView, at: number): OwnedValue {
  const code = memory.getUint32(at, true);
  if (code > 0x10ffff) throw valueError(`character U+${code.toString(16)} is not in range [U+0000; U+10ffff]`);
  return newStr(code > 0xffff ? String.fromCodePoint(code) : String.fromCharCode(code));
}

const characters: ItemKind = {
  typecode: "u",
  size: 4,
  format: "w",
  read: readCharacter,
  convert: toCharacter,
  write: (memory, at, n) => memory.setUint32(at, Number(n), true),
};

export const ITEM_KINDS: ReadonlyMap<string, ItemKind> = new Map(
  [...TYPECODES].map((code) => [code, code === "u" ? characters : ofCode(code, NATIVE_CODES[code])]),
);

// ---- the memory ----

export class ArrayData {
  readonly kind: ItemKind;
  memory: Uint8Array;
  view: DataView;
  length = 0;
  /** Buffers that others hold. */
  exports = 0;
  constructor(kind: ItemKind, items: number) {
    this.kind = kind;
    this.memory = new Uint8Array(items * kind.size);
    this.view = viewOf(this.memory);
    this.length = items;
  }

  /** Items that there is room for. */
  get room(): number {
    return this.memory.length / this.kind.size;
  }

  /** The bytes of the items. */
  get bytes(): Uint8Array {
    return this.memory.subarray(0, this.length * this.kind.size);
  }

  item(i: number): OwnedValue {
    return this.kind.read(this.view, i * this.kind.size);
  }

  put(i: number, n: number | bigint): void {
    this.kind.write(this.view, i * this.kind.size, n);
  }
}
export type PyArray = PyObject<ArrayData>;

const BASE_SIZE = 64;

export const ArrayType: PyType = defineType<PyArray>({
  name: "array",
  module: "array",
  doc:
    "An array of numbers or characters of one C type, which its typecode names: b, B, h, H, i, I, l, L, q and Q are " +
    "signed and unsigned ints of 1, 2, 4, 8 and 8 bytes, f and d are floats, u is a character.",
  flags: HAVE_GC | BASETYPE | SEQUENCE | HAS_WEAKREFS,
  basicSize: BASE_SIZE,
  sizeof: (self) => BASE_SIZE + self.value.memory.length,
  traverse() {},
  clear() {},
});

export const isArray = (value: Value): value is PyArray =>
  typeof value !== "number" && (value.type === ArrayType || value.type.value.mro.includes(ArrayType));

/** A new array of so many items, all zero. */
export function newArray(kind: ItemKind, items: number): Owned<PyArray> {
  reserve(items * kind.size);
  return allocGC<ArrayData, null>(
    ArrayType,
    new ArrayData(kind, items),
    null,
    16 + BASE_SIZE + items * kind.size,
  ) as Owned<PyArray>;
}

export const newArrayOf = (type: PyType, kind: ItemKind, items: number): Owned<PyArray> =>
  asInstanceOf(newArray(kind, items), type);

/** Changes the length; the memory grows by CPython's rule. New items are zero. */
export function resizeArray(self: PyArray, length: number): void {
  const data = self.value;
  if (data.exports > 0 && length !== data.length) throw bufferError("cannot resize an array that is exporting buffers");
  if (data.room >= length && data.length < length + 16 && data.memory.length > 0) {
    if (length > data.length) data.memory.fill(0, data.length * data.kind.size);
    data.length = length;
    return;
  }
  const room = length === 0 ? 0 : (length >> 4) + (data.length < 8 ? 3 : 7) + length;
  const bytes = room * data.kind.size;
  reserve(Math.max(0, bytes - data.memory.length));
  resize(bytes - data.memory.length);
  const memory = new Uint8Array(bytes);
  memory.set(data.bytes.subarray(0, Math.min(data.length, length) * data.kind.size));
  data.memory = memory;
  data.view = viewOf(memory);
  data.length = length;
}

/** Adds an item to the end. */
export function appendItem(self: PyArray, value: Value): void {
  insertItem(self, self.value.length, value);
}

/** Inserts an item; a place beyond the ends means the nearest end. */
export function insertItem(self: PyArray, at: number, value: Value): void {
  const n = self.value.kind.convert(value);
  const { length, kind } = self.value;
  resizeArray(self, length + 1);
  const where = at < 0 ? Math.max(0, at + length) : Math.min(at, length);
  self.value.memory.copyWithin((where + 1) * kind.size, where * kind.size, length * kind.size);
  self.value.put(where, n);
}

/** Replaces items `from` to `to` by the items in `bytes`. */
export function spliceItems(self: PyArray, from: number, to: number, bytes: Uint8Array): void {
  const { size } = self.value.kind;
  const { length } = self.value;
  const added = bytes.length / size;
  const copy = bytes.slice();
  const tail = self.value.memory.slice(to * size, length * size);
  resizeArray(self, length - (to - from) + added);
  self.value.memory.set(copy, from * size);
  self.value.memory.set(tail, (from + added) * size);
}

/** A buffer of the memory: the array keeps its length as long as it is held. */
export function exportArray(self: PyArray): BufferView {
  const data = self.value;
  data.exports++;
  return {
    bytes: data.bytes,
    format: data.kind.format,
    itemSize: data.kind.size,
    readonly: false,
    shape: [data.length],
    strides: [data.kind.size],
    release: () => {
      data.exports--;
    },
  };
}
