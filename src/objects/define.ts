// How builtin types are declared: one table a type. The type object exists as soon as its file
// has loaded; its namespace, bases and inherited slots are filled by `readyTypes` in ready.ts,
// once every file has, so that types may refer to each other freely.
import { deallocObject } from "../heap/dealloc.ts";
import { heap } from "../heap/heap.ts";
import { PyObject, type PyType } from "../heap/object.ts";
import type { OwnedValue, Value } from "../heap/refs.ts";
import { type Binary, HAS_DICT, HAVE_GC, IMMUTABLE, type Slots, TypeData, type Visit } from "../heap/type.ts";
import type { Native } from "../native/signature.ts";

/** The slots of a type whose objects are `T`. */
export type SlotsFor<T> = {
  [K in keyof Slots]?: K extends "new"
    ? NonNullable<Slots["new"]>
    : K extends "pow"
      ? NonNullable<Slots["pow"]>
      : NonNullable<Slots[K]> extends Binary
        ? Binary extends NonNullable<Slots[K]>
          ? Binary
          : (self: T, ...rest: Rest<NonNullable<Slots[K]>>) => ReturnType<NonNullable<Slots[K]>>
        : (self: T, ...rest: Rest<NonNullable<Slots[K]>>) => ReturnType<NonNullable<Slots[K]>>;
};
type Rest<F> = F extends (first: never, ...rest: infer R) => unknown ? R : never;

/** A computed attribute. Without `set` it is read-only; `set` gets undefined to delete. */
export interface GetSet<T> {
  name: string;
  doc?: string;
  get(self: T): OwnedValue;
  set?(self: T, value: Value | undefined): void;
}

export interface TypeTable<T> {
  name: string;
  module?: string;
  qualname?: string;
  doc?: string | null;
  base?: PyType;
  flags?: number;
  /** `__basicsize__`: bytes of the object without the collector's header. */
  basicSize?: number;
  itemSize?: number;
  /** CPython keeps words for the dict and the weak references in front of the object. */
  managed?: boolean;
  /** Bytes of one object, when they vary; without the collector's header. */
  sizeof?(self: T): number;
  traverse?(self: T, visit: Visit): void;
  clear?(self: T): void;
  dealloc?(self: T): void;
  freeList?: number;
  /** For types whose instances have a `__dict__`: answers it, made now if told. */
  dictOf?(self: T, make: boolean): PyObject | null;
  slots?: SlotsFor<T>;
  /** `next` runs nothing of Python's, and nests nothing. */
  plainNext?: true;
  /** The quick way to call the type with plain arguments: see TypeData. */
  vectorcall?: TypeData["vectorcall"];
  methods?: readonly Native[];
  getset?: readonly GetSet<T>[];
  /** Other entries of the namespace, made when the types are readied. */
  constants?(): Record<string, OwnedValue>;
  /** CPython makes the type when its module is imported, and then `__module__` lies in its namespace. */
  madeOnImport?: boolean;
  /** `__text_signature__` of the type, after its name: "(object=0, /)". */
  textSignature?: string;
}

/** Every declared type, in order of declaration, with its table. */
export const declared: { type: PyType; table: TypeTable<never> }[] = [];

const NO_SLOTS: Slots = {
  repr: null,
  str: null,
  hash: null,
  call: null,
  iter: null,
  next: null,
  getattr: null,
  setattr: null,
  compare: null,
  descrGet: null,
  descrSet: null,
  init: null,
  new: null,
  finalize: null,
  add: null,
  sub: null,
  mul: null,
  matmul: null,
  truediv: null,
  floordiv: null,
  mod: null,
  divmod: null,
  pow: null,
  lshift: null,
  rshift: null,
  and: null,
  xor: null,
  or: null,
  iadd: null,
  isub: null,
  imul: null,
  imatmul: null,
  itruediv: null,
  ifloordiv: null,
  imod: null,
  ipow: null,
  ilshift: null,
  irshift: null,
  iand: null,
  ixor: null,
  ior: null,
  neg: null,
  pos: null,
  abs: null,
  invert: null,
  bool: null,
  int: null,
  float: null,
  index: null,
  len: null,
  getitem: null,
  setitem: null,
  contains: null,
  item: null,
  concat: null,
  repeat: null,
  iconcat: null,
  irepeat: null,
  await: null,
  aiter: null,
  anext: null,
  buffer: null,
};
export const SLOT_NAMES = Object.keys(NO_SLOTS) as (keyof Slots)[];
/** A record of slots, each null: all records have one hidden class. */
export const emptySlots = (): Slots => ({ ...NO_SLOTS });

/** `type`, the type of types; type.ts says what it can do. */
export const TypeType: PyType = makeType("type", 0, 920, 40, null);
(TypeType as { type: PyType }).type = TypeType;

/** A type object with nothing in it but its name. */
export function makeType(
  name: string,
  flags: number,
  basicSize: number,
  itemSize: number,
  metatype: PyType | null = TypeType,
): PyType {
  const data = new TypeData(name, flags, basicSize, itemSize, emptySlots(), deallocObject);
  const type = new PyObject<TypeData>(metatype as PyType, data, null);
  if (heap.boot !== null) heap.boot.push(type);
  return type;
}

/** Enters what a table says into a type that exists. */
export function fillType<T>(type: PyType, table: TypeTable<T>): PyType {
  const t = type.value;
  t.module = table.module ?? "builtins";
  t.qualname = table.qualname ?? table.name;
  t.doc = table.doc ?? null;
  t.textSignature = table.textSignature ?? null;
  t.flags = (table.flags ?? 0) | IMMUTABLE;
  t.base = table.base ?? null;
  t.basicSize = table.basicSize ?? 0;
  t.itemSize = table.itemSize ?? 0;
  t.preHeader = (t.flags & HAVE_GC ? 16 : 0) + (table.managed ? 16 : 0);
  t.sizeof = (table.sizeof as TypeData["sizeof"]) ?? null;
  t.traverse = (table.traverse as TypeData["traverse"]) ?? null;
  t.clear = (table.clear as TypeData["clear"]) ?? null;
  t.dealloc = (table.dealloc as TypeData["dealloc"]) ?? deallocObject;
  t.dictOf = (table.dictOf as TypeData["dictOf"]) ?? null;
  if (t.dictOf !== null) t.flags |= HAS_DICT;
  t.freeList = table.freeList ?? 0;
  t.vectorcall = table.vectorcall ?? null;
  Object.assign(t.slots, table.slots);
  if (table.plainNext) t.plainNext = t.slots.next;
  declared.push({ type, table: table as TypeTable<never> });
  return type;
}

/** Declares a builtin type. */
export function defineType<T>(table: TypeTable<T>): PyType {
  return fillType(makeType(table.name, 0, 0, 0), table);
}

/** More methods, slots and attributes of a type whose table would be too long for one file. */
export function extendType<T>(
  type: PyType,
  table: Pick<TypeTable<T>, "slots" | "methods" | "getset" | "constants" | "textSignature" | "doc" | "vectorcall">,
): void {
  Object.assign(type.value.slots, table.slots);
  if (table.vectorcall !== undefined) type.value.vectorcall = table.vectorcall;
  if (table.doc !== undefined) type.value.doc = table.doc;
  if (table.textSignature !== undefined) type.value.textSignature = table.textSignature;
  declared.push({ type, table: { name: type.value.name, ...table } as TypeTable<never> });
}
