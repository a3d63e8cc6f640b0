// The record behind a type object: what the heap, the object protocol and the virtual
// machine ask of a type. objects/type.ts fills it; a slot that is null is not supported.
import { NameCache } from "./namecache.ts";
import type { PyObject, PyType } from "./object.ts";
import type { Owned, OwnedValue, Value } from "./refs.ts";
import type { Shape, SharedKeys } from "./shape.ts";

export type Visit = (o: PyObject) => void;

// Flags of a type.
export const HAVE_GC = 1;
export const BASETYPE = 2;
/** Made by a class statement: its instances own a reference to it. */
export const HEAPTYPE = 4;
/** Attributes of the type itself cannot be set. */
export const IMMUTABLE = 8;
export const ABSTRACT = 16;
/** Calling the type is an error: "cannot create 'x' instances". */
export const NO_NEW = 32;
export const SEQUENCE = 64;
export const MAPPING = 128;
/** Attribute access of instances goes by the generic rule, so that it can be cached. */
export const HAS_DICT = 256;
export const HAS_WEAKREFS = 512;
/** Instances keep their attributes in `value` and `extra` themselves: the base is plain `object`. */
export const PLAIN_LAYOUT = 1024;
/** CPython makes the type when a module is made, as a class statement does: `__flags__` says so. */
export const MADE_BY_MODULE = 2048;
export const INT_SUBCLASS = 1 << 24;
export const LIST_SUBCLASS = 1 << 25;
export const TUPLE_SUBCLASS = 1 << 26;
export const BYTES_SUBCLASS = 1 << 27;
export const STR_SUBCLASS = 1 << 28;
export const DICT_SUBCLASS = 1 << 29;
export const EXC_SUBCLASS = 1 << 30;
export const TYPE_SUBCLASS = 1 << 23;

/** The operators of `compare`, in CPython's order. */
export const LT = 0;
export const LE = 1;
export const EQ = 2;
export const NE = 3;
export const GT = 4;
export const GE = 5;

export type Unary = (self: PyObject) => OwnedValue;
/** Called with the operands in their order in the source; answers NotImplemented (a new reference) to decline. */
export type Binary = (lhs: Value, rhs: Value) => OwnedValue;

/**
 * What instances of a type can do, one function a protocol slot, named as in Python without underscores.
 * Operands are borrowed, results are new references. A raw number is an int, so slots of int take `Value`.
 */
export interface Slots {
  repr: ((self: PyObject) => Owned) | null;
  str: ((self: PyObject) => Owned) | null;
  /** A 64-bit hash as a JavaScript number when it fits 53 bits, else as a bigint. */
  hash: ((self: PyObject) => number | bigint) | null;
  call: ((self: PyObject, args: Value[], kwnames: readonly PyObject[] | null) => OwnedValue) | null;
  iter: ((self: PyObject) => Owned) | null;
  /** The next item, or undefined when there is none. */
  next: ((self: PyObject) => OwnedValue | undefined) | null;
  /** The attribute, or undefined when there is none: the caller then raises AttributeError, or does not. */
  getattr: ((self: PyObject, name: PyObject) => OwnedValue | undefined) | null;
  /** Sets an attribute; deletes it when `value` is undefined. The value is borrowed. */
  setattr: ((self: PyObject, name: PyObject, value: Value | undefined) => void) | null;
  compare: ((self: PyObject, other: Value, op: number) => OwnedValue) | null;
  descrGet: ((self: PyObject, instance: Value | null, owner: PyObject | null) => OwnedValue) | null;
  descrSet: ((self: PyObject, instance: PyObject, value: Value | undefined) => void) | null;
  init: ((self: PyObject, args: Value[], kwnames: readonly PyObject[] | null) => void) | null;
  new: ((type: PyType, args: Value[], kwnames: readonly PyObject[] | null) => OwnedValue) | null;
  /** `__del__`, or what a builtin does in its place. */
  finalize: ((self: PyObject) => void) | null;

  add: Binary | null;
  sub: Binary | null;
  mul: Binary | null;
  matmul: Binary | null;
  truediv: Binary | null;
  floordiv: Binary | null;
  mod: Binary | null;
  divmod: Binary | null;
  pow: ((lhs: Value, rhs: Value, mod: Value | null) => OwnedValue) | null;
  lshift: Binary | null;
  rshift: Binary | null;
  and: Binary | null;
  xor: Binary | null;
  or: Binary | null;
  iadd: Binary | null;
  isub: Binary | null;
  imul: Binary | null;
  imatmul: Binary | null;
  itruediv: Binary | null;
  ifloordiv: Binary | null;
  imod: Binary | null;
  ipow: Binary | null;
  ilshift: Binary | null;
  irshift: Binary | null;
  iand: Binary | null;
  ixor: Binary | null;
  ior: Binary | null;
  neg: Unary | null;
  pos: Unary | null;
  abs: Unary | null;
  invert: Unary | null;
  bool: ((self: PyObject) => boolean) | null;
  int: Unary | null;
  float: Unary | null;
  index: Unary | null;

  len: ((self: PyObject) => number) | null;
  getitem: ((self: PyObject, key: Value) => OwnedValue) | null;
  /** Stores an item; deletes it when `value` is undefined. Key and value are borrowed. */
  setitem: ((self: PyObject, key: Value, value: Value | undefined) => void) | null;
  contains: ((self: PyObject, item: Value) => boolean) | null;
  /** Sequence item by position (negative ones already counted from the end); undefined when out of range. */
  item: ((self: PyObject, index: number) => OwnedValue | undefined) | null;
  concat: ((self: PyObject, other: Value) => OwnedValue) | null;
  repeat: ((self: PyObject, count: number) => OwnedValue) | null;
  iconcat: ((self: PyObject, other: Value) => OwnedValue) | null;
  irepeat: ((self: PyObject, count: number) => OwnedValue) | null;

  await: Unary | null;
  aiter: Unary | null;
  anext: Unary | null;
  /** The buffer protocol: a view of the object's bytes. */
  buffer: ((self: PyObject, writable: boolean) => BufferView) | null;
}
export type SlotName = keyof Slots;

/** A view of an exporter's memory, as in the buffer protocol. */
export interface BufferView {
  /** The memory; an exporter that may move it keeps it still while views are open. */
  bytes: Uint8Array;
  /** Element format, as in the struct module; "B" when unset by the exporter. */
  format: string;
  itemSize: number;
  readonly: boolean;
  shape: number[];
  strides: number[];
  /** Told once the view is no longer used. */
  release(): void;
}

export class TypeData {
  name: string;
  qualname: string;
  /** The module's name, for builtin types. */
  module: string;
  doc: string | null;
  flags: number;
  base: PyType | null = null;
  /** A tuple of types, owned. */
  bases: PyObject | null = null;
  /** The method resolution order; owned through `mroTuple`. */
  mro: readonly PyType[] = [];
  mroTuple: PyObject | null = null;
  /** The namespace: a dict, owned. */
  dict: PyObject | null = null;
  /** Changes whenever an attribute of the type or of one of its bases does. Caches compare it. */
  version = 0;
  /** `__basicsize__` and `__itemsize__`, without the collector's header. */
  basicSize: number;
  itemSize: number;
  /** The bytes `sys.getsizeof` adds in front: the collector's header and the managed dict and weak-reference words. */
  preHeader = 0;
  /** Size in bytes without `preHeader`; null when it is always `basicSize`. */
  sizeof: ((self: PyObject) => number) | null = null;
  traverse: ((self: PyObject, visit: Visit) => void) | null = null;
  /** Drops every reference that the object owns; it is left empty, and usable. */
  clear: ((self: PyObject) => void) | null = null;
  dealloc: (self: PyObject) => void;
  slots: Slots;
  /** Which free list the heap counts for it; 0 for none. */
  freeList = 0;
  /** For builtins whose instances keep a `__dict__` of their own: answers it, made now if told; null when there is none. */
  dictOf: ((self: PyObject, make: boolean) => PyObject | null) | null = null;
  /** The shape of an instance without attributes. */
  rootShape: Shape | null = null;
  /** The attribute names that instances share, as far as CPython would share them. */
  sharedKeys: SharedKeys | null = null;
  /** Attributes already looked up through the bases; emptied when the version changes. */
  lookups: NameCache = new NameCache();
  /** Names given in `__slots__` of the class itself, mangled, in the order of their members. */
  ownSlots: readonly string[] | null = null;
  /** How many places at the start of an instance's values are members of `__slots__`. */
  slotCount = 0;
  /** The values of a new instance, all of them empty: the members, and as many attributes as earlier instances have got. */
  blank: undefined[] = [];
  /** `__text_signature__` of a builtin type: the parameters that calling it takes. */
  textSignature: string | null = null;
  /** Has the class abstract methods, so that it cannot be instantiated? */
  abstract = false;
  /** Of a builtin class of exceptions: how many members its instances have, those of its bases included. Else -1. */
  memberCount = -1;
  /** `next`, when it runs nothing of Python's and nests nothing. */
  plainNext: Slots["next"] = null;
  /** Calls a builtin type with `n` arguments, which lie in slots from `at` on, when that is plain; undefined when it is not. */
  vectorcall: ((slots: readonly Value[], at: number, n: number) => OwnedValue | undefined) | null = null;
  /** How its objects are called; see objects/call.ts. */
  convention = 0;
  /** Direct subclasses, weakly, in order of creation. */
  subclasses: Set<PyType> = new Set();

  constructor(
    name: string,
    flags: number,
    basicSize: number,
    itemSize: number,
    slots: Slots,
    dealloc: (self: PyObject) => void,
  ) {
    this.name = name;
    this.qualname = name;
    this.module = "builtins";
    this.doc = null;
    this.flags = flags;
    this.basicSize = basicSize;
    this.itemSize = itemSize;
    this.slots = slots;
    this.dealloc = dealloc;
  }
}

/** What `sys.getsizeof` answers, and what the heap accounts for the object. */
export function sizeOf(o: PyObject): number {
  const t = o.type.value;
  return (t.sizeof === null ? t.basicSize : t.sizeof(o)) + t.preHeader;
}
