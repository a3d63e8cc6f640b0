// Readies the declared types once every file has loaded: bases, resolution order, namespaces with
// methods, computed attributes and slot wrappers, inherited slots. What is made here is static:
// immortal, and shared by all instances of the interpreter.
import type { PyObject, PyType } from "../heap/object.ts";
import { newRef, type Owned, type OwnedValue, type Refs, type Value } from "../heap/refs.ts";
import {
  EXC_SUBCLASS,
  HAS_DICT,
  HAVE_GC,
  HEAPTYPE,
  MADE_BY_MODULE,
  PLAIN_LAYOUT,
  type Slots,
  sizeOf,
  TYPE_SUBCLASS,
} from "../heap/type.ts";
import { Native } from "../native/signature.ts";
import { BuiltinData, newBuiltin, newGetSet, newMethodDescriptor, newWrapper } from "./builtin.ts";
import { declared, SLOT_NAMES, type TypeTable } from "./define.ts";
import { dictPeek, dictSet, newDict, type PyDict } from "./dict.ts";
import { attributeError, typeError } from "./errors.ts";
import {
  MADE_ON_IMPORT,
  MEMBERS,
  RELEASES,
  REPEATED,
  SHOWS_FINALIZER,
  SIGNATURES,
  SLOT_METHODS,
  TYPE_SIGNATURES,
  UNTOLD,
} from "./facts.ts";
import { builtinBase } from "./instance.ts";
import { isSubtype, typeModified } from "./lookup.ts";
import { linearize } from "./mro.ts";
import { ObjectType } from "./object.ts";
import { isType, nameInMessages, typeName } from "./protocol.ts";
import { newNone } from "./singletons.ts";
import { type Slot, type SlotEntry, type SlotRow, slotMethods, WrapperData } from "./slotbase.ts";
import { SLOT_ROWS } from "./slotrows.ts";
import { intern, newStr } from "./str.ts";
import { newTuple } from "./tuple.ts";
import { newWeakrefDescriptor, setNativeNewOwner } from "./type.ts";

let readied = 0;
const done = new Set<PyType>();

/** Readies every type declared since the last time. */
export function readyTypes(): void {
  const batch = declared.slice(readied);
  readied = declared.length;
  for (const { type } of batch) readyType(type);
  for (const { type, table } of batch) fillNamespace(type, table as TypeTable<PyObject>);
}

/** What types say their module is, where CPython makes them when that module is made: all but OrderedDict. */
const MAKERS: ReadonlySet<string> = new Set(
  (
    "_abc _blake2 _csv _io _json _md5 _random _sha1 _sha2 _sha3 _socket _sre _struct _thread _tokenize array " +
    "collections functools itertools operator os posix re select time unicodedata"
  ).split(" "),
);

function readyType(type: PyType): void {
  if (done.has(type)) return;
  done.add(type);
  const t = type.value;
  if (type !== ObjectType) t.base ??= ObjectType;
  const base = t.base;
  if (base !== null) {
    readyType(base);
    base.value.subclasses.add(type);
    t.flags |= base.value.flags & (HAS_DICT | EXC_SUBCLASS | TYPE_SUBCLASS | (type.value.flags & PLAIN_LAYOUT));
    if (t.traverse === null) t.traverse = base.value.traverse;
    if (t.clear === null) t.clear = base.value.clear;
    if (t.basicSize === 0) t.basicSize = base.value.basicSize;
    if (t.sizeof === null && t.basicSize === base.value.basicSize) t.sizeof = base.value.sizeof;
    t.dictOf ??= base.value.dictOf;
    if (t.flags & HAVE_GC && t.preHeader === 0) t.preHeader = 16;
  }
  if (MAKERS.has(t.module) && t.name !== "OrderedDict") t.flags |= MADE_BY_MODULE;
  t.mro = base === null ? [type] : linearize(type, [base]);
  t.mroTuple = newTuple(t.mro.map((o) => newRef(o)) as Owned[] as unknown as Refs);
  t.bases = newTuple((base === null ? [] : [newRef(base)]) as Owned[] as unknown as Refs);
  t.dict = newDict();
  addWrappers(type);
  inherit(type, base);
  repeatWrappers(type);
  typeModified(type);
}

/** Slot wrappers for the slots that the type itself declares. */
function addWrappers(type: PyType): void {
  const dict = type.value.dict as PyDict;
  const { slots } = type.value;
  for (const row of SLOT_ROWS) {
    const fn = slots[row.slot];
    if (fn === null) continue;
    for (const entry of row.names) {
      if (entry.name === "__getattr__" || dictPeek(dict, intern(entry.name)) !== undefined) continue;
      if (entry.name === "__del__" && !SHOWS_FINALIZER.has(type.value.name)) continue;
      if (entry.name === "__hash__" && type.value.name === "type") continue;
      if (entry.name === "__release_buffer__" && !RELEASES.has(type.value.name)) continue;
      dictSet(dict, intern(entry.name), slotAttribute(type, row, entry, fn));
    }
  }
  if (slots.compare !== null && slots.hash === null) dictSet(dict, intern("__hash__"), newNone());
  if (slots.new !== null) dictSet(dict, intern("__new__"), newBuiltin(NEW, type, null, null));
}

/** What a type has by a special method's name: a slot wrapper; some of CPython's have a method for it. */
function slotAttribute(type: PyType, row: SlotRow, entry: SlotEntry, fn: Slot): Owned {
  const text = SLOT_METHODS.get(`${type.value.name}.${entry.name}`);
  if (text === undefined || type.value.module !== "builtins") {
    return newWrapper(new WrapperData(type, row, entry, fn));
  }
  const parameter = { name: "key", converter: "object" as const, default: undefined, kind: "positional" as const };
  const call = (self: PyObject, key: Value): OwnedValue => entry.wrap(fn, self, [key], null);
  const native = new Native(entry.name, entry.doc, "method", text, [parameter], "object", call);
  slotMethods.set(native, { row, fn });
  return newMethodDescriptor(native, type);
}

/** The name by which facts.ts knows a type. */
function knownAs({ value: { name, module } }: PyType): string {
  return module === "builtins" || module === "types" ? name : `${module}.${name}`;
}

/** The slots that a type of CPython repeats have wrappers of their own. */
function repeatWrappers(type: PyType): void {
  const names = REPEATED.get(knownAs(type));
  if (names === undefined) return;
  const dict = type.value.dict as PyDict;
  for (const row of SLOT_ROWS) {
    const fn = type.value.slots[row.slot];
    if (fn === null) continue;
    for (const entry of row.names) {
      if (!names.has(entry.name) || dictPeek(dict, intern(entry.name)) !== undefined) continue;
      dictSet(dict, intern(entry.name), newWrapper(new WrapperData(type, row, entry, fn)));
    }
  }
  if (names.has("__new__")) dictSet(dict, intern("__new__"), newBuiltin(NEW, type, null, null));
}

function inherit(type: PyType, base: PyType | null): void {
  if (base === null) return;
  const mine = type.value.slots as unknown as Record<keyof Slots, unknown>;
  const definesCompare = mine.compare !== null;
  for (const slot of SLOT_NAMES) {
    if (mine[slot] !== null) continue;
    if (slot === "hash" && definesCompare) continue;
    if (slot === "new" && base === ObjectType && (type.value.flags & PLAIN_LAYOUT) === 0) continue;
    mine[slot] = base.value.slots[slot];
  }
}

function fillNamespace(type: PyType, table: TypeTable<PyObject>): void {
  const dict = type.value.dict as PyDict;
  const put = (name: string, value: OwnedValue) => dictSet(dict, intern(name), value);
  const builtin = knownAs(type);
  type.value.textSignature ??= TYPE_SIGNATURES.get(builtin) ?? null;
  if (REPEATED.get(builtin)?.has("__sizeof__") === true && dictPeek(dict, intern("__sizeof__")) === undefined) {
    put("__sizeof__", newMethodDescriptor(OWN_SIZE, type));
  }
  for (const declared of table.methods ?? []) {
    const native = asTold(builtin, declared);
    if (native.kind === "staticmethod") put(native.name, wrapStatic(newBuiltin(native, null, null, type)));
    else put(native.name, newMethodDescriptor(native, type));
  }
  for (const { name, doc, get, set } of table.getset ?? []) {
    const isMember = MEMBERS.get(builtin)?.has(name) === true;
    put(
      name,
      newGetSet({ name, doc: doc ?? null, owner: type, get, set: set ?? (isMember ? refuse : null) }, isMember),
    );
  }
  for (const [name, value] of Object.entries(table.constants?.() ?? {})) put(name, value);
  // A computed `__doc__` of instances stays.
  const hasDoc = dictPeek(dict, intern("__doc__")) !== undefined;
  if (!hasDoc) put("__doc__", type.value.doc === null ? newNone() : newStr(type.value.doc));
  if (REPEATED.get(builtin)?.has("__weakref__") === true) put("__weakref__", newWeakrefDescriptor(type));
  if (table.madeOnImport === true || MADE_ON_IMPORT.has(builtin)) put("__module__", newStr(type.value.module));
  typeModified(type);
}

const OWN_SIZE = new Native(
  "__sizeof__",
  "The size of the object in bytes.",
  "method",
  null,
  [],
  "int",
  (self: PyObject): number => sizeOf(self) - self.type.value.preHeader,
);

const refuse = (): never => {
  throw attributeError("readonly attribute");
};

/** A method with the signature that CPython tells of it. */
export function asTold(type: string, native: Native): Native {
  const text = UNTOLD.get(type)?.has(native.name) === true ? null : SIGNATURES.get(`${type}.${native.name}`);
  if (text === undefined) return native;
  const told = new Native(native.name, native.doc, native.kind, text, [...native.params], native.result, native.impl);
  told.countedByFormat = native.countedByFormat;
  return told;
}

let wrapStatic: (f: Owned) => OwnedValue = (f) => f;
/** Told once by property.ts: makes a staticmethod object; steals the function. */
export const setStaticWrapper = (f: typeof wrapStatic): void => {
  wrapStatic = f;
};

// ---- __new__ of builtins ----

const NEW_PARAMETERS = [
  { name: "args", converter: "object" as const, default: "", kind: "args" as const },
  { name: "kwargs", converter: "object" as const, default: "", kind: "kwargs" as const },
];

/** `T.__new__(S, ...)`: S must be T or built on it, and T its builtin base. */
const NEW = new Native(
  "__new__",
  "Create and return a new object.  See help(type) for accurate signature.",
  "function",
  "($type, *args, **kwargs)",
  NEW_PARAMETERS,
  "object",
  (owner: PyType, args: Value[], kwargs: readonly (readonly [PyObject, Value])[]): OwnedValue => {
    const name = nameInMessages(owner);
    if (args.length === 0) throw typeError(`${name}.__new__(): not enough arguments`);
    const type = args[0];
    if (!isType(type)) throw typeError(`${name}.__new__(X): X is not a type object (${typeName(type)})`);
    const other = nameInMessages(type);
    if (!isSubtype(type, owner)) throw typeError(`${name}.__new__(${other}): ${other} is not a subtype of ${name}`);
    const builtin = builtinWithNew(type);
    if (builtin.value.slots.new !== owner.value.slots.new) {
      throw typeError(`${name}.__new__(${other}) is not safe, use ${nameInMessages(builtin)}.__new__()`);
    }
    const create = owner.value.slots.new as NonNullable<Slots["new"]>;
    return create(
      type,
      [...args.slice(1), ...kwargs.map(([, v]) => v)],
      kwargs.map(([k]) => k),
    );
  },
);

function builtinWithNew(type: PyType): PyType {
  const builtin = builtinBase(type);
  return builtin.value.slots.new === null ? ObjectType : builtin;
}

setNativeNewOwner((value) => {
  if (value === undefined || typeof value === "number") return null;
  const data: unknown = value.value;
  return data instanceof BuiltinData && data.native === NEW ? (data.self as PyType) : null;
});

/** Is a class made by a class statement? */
export const isHeapType = (type: PyType): boolean => (type.value.flags & HEAPTYPE) !== 0;
