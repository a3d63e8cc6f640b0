// type: the type of types. Making classes: namespace, bases, layout, slots, and the hooks
// __set_name__ and __init_subclass__. Attributes of types are typeattrs.ts; declaring builtins
// is define.ts.
import { deallocInstance, deallocObject } from "../heap/dealloc.ts";
import { allocGC, track } from "../heap/heap.ts";
import { isTracked, type PyObject, type PyType } from "../heap/object.ts";
import { drop, dropAll, keep, newRef, type Owned, type OwnedValue, type Refs, type Value } from "../heap/refs.ts";
import { Shape, SharedKeys } from "../heap/shape.ts";
import {
  BASETYPE,
  BYTES_SUBCLASS,
  DICT_SUBCLASS,
  EXC_SUBCLASS,
  HAS_DICT,
  HAS_WEAKREFS,
  HAVE_GC,
  HEAPTYPE,
  INT_SUBCLASS,
  LIST_SUBCLASS,
  MAPPING,
  PLAIN_LAYOUT,
  SEQUENCE,
  STR_SUBCLASS,
  TUPLE_SUBCLASS,
  TYPE_SUBCLASS,
  TypeData,
} from "../heap/type.ts";
import { newGetSet } from "./builtin.ts";
import { callBorrowed, callOwned, callSpecial, findSpecial } from "./call.ts";
import { emptySlots, SLOT_NAMES, TypeType } from "./define.ts";
import { dictDelete, dictEntries, dictPeek, dictSet, isDict, newDict, type PyDict } from "./dict.ts";
import { attributeError, caught, typeError, valueError } from "./errors.ts";
import {
  builtinBase,
  clearInstance,
  getMember,
  instanceDict,
  setInstanceDict,
  setMember,
  traverseInstance,
} from "./instance.ts";
import { isSubtype, lookupName, typeModified, typeOf } from "./lookup.ts";
import { bestBase, linearize, solidBase, winningMetaclass } from "./mro.ts";
import { ObjectType } from "./object.ts";
import { attributeErrorFor, isType, typeName } from "./protocol.ts";
import { None, newNone } from "./singletons.ts";
import { type SlotRow, slotMethods, WrapperData } from "./slotbase.ts";
import { newByPython, rowsByName, SLOT_ROWS } from "./slotrows.ts";
import { intern, isStr, type PyStr } from "./str.ts";
import { newTuple, type PyTuple, tupleOf } from "./tuple.ts";

export { TypeType } from "./define.ts";

const INHERITED_FLAGS =
  BASETYPE |
  HAVE_GC |
  HAS_DICT |
  HAS_WEAKREFS |
  PLAIN_LAYOUT |
  INT_SUBCLASS |
  LIST_SUBCLASS |
  TUPLE_SUBCLASS |
  BYTES_SUBCLASS |
  STR_SUBCLASS |
  DICT_SUBCLASS |
  EXC_SUBCLASS |
  TYPE_SUBCLASS;

// ---- slots ----

/** Fills the slots that a special method's name concerns, from what the bases say now. */
export function fixSlot(type: PyType, row: SlotRow): void {
  const t = type.value;
  if (row.make === undefined) return;
  let native: unknown = null;
  let python = false;
  let refused = false;
  for (const { name } of row.names) {
    const found = lookupName(type, name);
    if (found === undefined) continue;
    const data: unknown = typeof found === "number" ? null : found.value;
    if (found === None && row.slot === "hash") refused = true;
    else {
      const own = data instanceof WrapperData ? data : slotMethods.get((data as { native?: unknown } | null)?.native);
      if (own?.row !== row || (native !== null && native !== own.fn)) python = true;
      else native = own.fn;
    }
  }
  (t.slots as unknown as Record<string, unknown>)[row.slot] = refused ? null : python ? row.make() : native;
}

function fixNew(type: PyType): void {
  const found = lookupName(type, "__new__");
  const base = nativeNewOwner(found);
  type.value.slots.new = base !== null ? base.value.slots.new : newByPython;
}
let nativeNewOwner: (value: Value | undefined) => PyType | null;
/** Told once by ready.ts: the type whose builtin `__new__` a value is, or null. */
export const setNativeNewOwner = (f: typeof nativeNewOwner): void => {
  nativeNewOwner = f;
};

/** After an attribute of a type has changed: the slots that it concerns, here and in every type built on it. */
export function attributeChanged(type: PyType, name: string): void {
  typeModified(type, intern(name));
  if (!name.startsWith("__")) return;
  const rows = rowsByName.get(name);
  if (rows === undefined && name !== "__new__") return;
  const work = [type];
  for (let t = work.pop(); t !== undefined; t = work.pop()) {
    for (const row of rows ?? []) fixSlot(t, row);
    if (name === "__new__") fixNew(t);
    for (const subclass of t.value.subclasses) work.push(subclass);
  }
}

// ---- layout ----

/** The names in `__slots__`, mangled and checked; null when the class does not say. */
function slotNames(namespace: PyDict, className: string, iterate: (value: Value) => Value[]): string[] | null {
  const slots = dictPeek(namespace, intern("__slots__"));
  if (slots === undefined) return null;
  const items: Value[] = isStr(slots) ? [newRef(slots)] : iterate(slots);
  try {
    return items.map((item) => {
      if (!isStr(item)) throw typeError(`__slots__ items must be strings, not '${typeName(item)}'`);
      if (!/^[\p{ID_Start}_][\p{ID_Continue}]*$/u.test(item.value)) throw typeError("__slots__ must be identifiers");
      return mangle(item.value, className);
    });
  } finally {
    dropAll(items);
  }
}

function mangle(name: string, className: string): string {
  const stripped = className.replace(/^_+/, "");
  return name.startsWith("__") && !name.endsWith("__") && stripped !== "" ? `_${stripped}${name}` : name;
}

interface Layout {
  members: string[];
  dict: boolean;
  weakrefs: boolean;
}

function layoutOf(base: PyType, bases: readonly PyType[], names: string[] | null, namespace: PyDict): Layout {
  const baseDict = bases.some((b) => (b.value.flags & HAS_DICT) !== 0);
  const baseWeakrefs = bases.some((b) => (b.value.flags & HAS_WEAKREFS) !== 0);
  if (names === null)
    return {
      members: [],
      // A class of classes: every class has a namespace already.
      dict: (base.value.flags & TYPE_SUBCLASS) === 0,
      weakrefs: base.value.itemSize === 0 || baseWeakrefs,
    };
  if (names.length > 0 && base.value.itemSize !== 0)
    throw typeError(`nonempty __slots__ not supported for subtype of '${base.value.name}'`);
  const members: string[] = [];
  const layout = { members, dict: baseDict, weakrefs: baseWeakrefs };
  for (const name of names) {
    if (name === "__dict__") {
      if (baseDict || layout.dict) throw typeError("__dict__ slot disallowed: we already got one");
      layout.dict = true;
    } else if (name === "__weakref__") {
      if (baseWeakrefs || layout.weakrefs) throw typeError("__weakref__ slot disallowed: we already got one");
      layout.weakrefs = true;
    } else {
      if (dictPeek(namespace, intern(name)) !== undefined && name !== "__qualname__" && name !== "__classcell__") {
        throw valueError(`'${name}' in __slots__ conflicts with class variable`);
      }
      members.push(name);
    }
  }
  members.sort((a, b) => (a < b ? -1 : a > b ? 1 : 0));
  return layout;
}

/** Descriptors for members of `__slots__`, for `__dict__` and for `__weakref__`. */
function addMembers(type: PyType, layout: Layout, base: PyType): void {
  const dict = type.value.dict as PyDict;
  layout.members.forEach((name, i) => {
    const at = base.value.slotCount + i;
    const get = (self: PyObject): OwnedValue => {
      const value = getMember(self, at);
      if (value === undefined)
        throw attributeErrorFor(`'${typeName(self)}' object has no attribute '${name}'`, self, intern(name));
      return value;
    };
    const set = (self: PyObject, value: Value | undefined): void => {
      if (!setMember(self, at, value === undefined ? undefined : keep(value))) throw attributeError(name);
    };
    dictSet(dict, intern(name), newGetSet({ name, doc: null, owner: type, get, set, slot: at }, true));
  });
  const flags = type.value.flags;
  // What the class itself defines under these names stays.
  const defines = (name: string): boolean => dictPeek(dict, intern(name)) !== undefined;
  if ((flags & HAS_DICT) !== 0 && (base.value.flags & (HAS_DICT | TYPE_SUBCLASS)) === 0 && !defines("__dict__"))
    dictSet(dict, intern("__dict__"), newDictDescriptor(type));
  if ((flags & HAS_WEAKREFS) !== 0 && (base.value.flags & HAS_WEAKREFS) === 0 && !defines("__weakref__"))
    dictSet(dict, intern("__weakref__"), newWeakrefDescriptor(type));
}

const newDictDescriptor = (owner: PyType): Owned =>
  newGetSet({
    name: "__dict__",
    doc: "dictionary for instance variables",
    owner,
    get(self) {
      const own = builtinDictDescriptor(self);
      const get = own === null ? null : own.type.value.slots.descrGet;
      if (own !== null && get !== null) return get(own, self, self.type);
      const dict = instanceDict(self);
      if (dict === null) throw attributeError("This object has no __dict__");
      return newRef(dict);
    },
    set(self, value) {
      if (setBuiltinDict(self, value)) return;
      if (value === undefined) {
        setInstanceDict(self, newDict());
        return;
      }
      if (!isDict(value)) throw typeError(`__dict__ must be set to a dictionary, not a '${typeName(value)}'`);
      setInstanceDict(self, newRef(value));
    },
  });

/** The `__dict__` of a builtin base whose instances have one; null without such a base. */
function builtinDictDescriptor(self: PyObject): PyObject | null {
  const base = builtinBase(self.type);
  if ((base.value.flags & (HAS_DICT | TYPE_SUBCLASS)) === 0) return null;
  const descriptor = lookupName(base, "__dict__");
  if (descriptor === undefined || typeof descriptor === "number")
    throw typeError(`this __dict__ descriptor does not support '${typeName(self)}' objects`);
  return descriptor;
}

/** A builtin base says itself how the dict is set; false when there is none. */
function setBuiltinDict(self: PyObject, value: Value | undefined): boolean {
  const descriptor = builtinDictDescriptor(self);
  if (descriptor === null) return false;
  const set = descriptor.type.value.slots.descrSet;
  if (set === null) throw typeError(`this __dict__ descriptor does not support '${typeName(self)}' objects`);
  set(descriptor, self, value);
  return true;
}

let firstWeakref: (self: PyObject) => OwnedValue = newNone;
/** Told once by weakref.ts. */
export const setFirstWeakref = (f: typeof firstWeakref): void => {
  firstWeakref = f;
};
/** `__weakref__` of instances. */
export const newWeakrefDescriptor = (owner: PyType): Owned =>
  newGetSet({
    name: "__weakref__",
    doc: "list of weak references to the object",
    owner,
    get: (self) => firstWeakref(self),
    set: null,
  });

// ---- making a class ----

export interface ClassSupport {
  /** The items, as new references. */
  iterate(value: Value): Value[];
  /** The `__name__` of the globals of the code that runs, borrowed; null when there is none. */
  currentModule(): Value | null;
  /** Adds what a dict has to another. */
  mergeDict(dict: PyDict, other: PyDict): void;
  /** Raises UnicodeEncodeError for a text that is not UTF-8's. */
  checkEncodable(text: PyStr): void;
  staticMethod(f: Value): Owned;
  classMethod(f: Value): Owned;
  isFunction(f: Value): boolean;
  /** Fills a cell that the body of a class has left under a name. */
  setCell(cell: Value, name: string, content: PyObject): void;
}
let support: ClassSupport;
/** Told once by ready.ts. */
export const setClassSupport = (s: ClassSupport): void => {
  support = s;
};

/** `type(name, bases, namespace, **keywords)`: a new class. Everything is borrowed. */
export function newClass(
  metaclass: PyType,
  name: PyStr,
  basesTuple: PyTuple,
  original: PyDict,
  kwnames: readonly PyObject[] | null,
  kwargs: readonly Value[],
): Owned<PyObject> {
  let bases = [...basesTuple.value] as PyType[];
  if (bases.some((b) => !isType(b) && lookupName(typeOf(b), "__mro_entries__") !== undefined)) {
    throw typeError("type() doesn't support MRO entry resolution; use types.new_class()");
  }
  const winner = winningMetaclass(metaclass, bases);
  if (winner !== metaclass && winner.value.slots.new !== TypeType.value.slots.new && winner.value.slots.new !== null) {
    return winner.value.slots.new(winner, [name, basesTuple, original, ...kwargs], kwnames) as Owned;
  }
  if (bases.length === 0) bases = [ObjectType];
  const base = bestBase(bases);
  const namespace = copyDict(original);
  try {
    const type = layOut(winner, name, base, basesTuple, bases, namespace);
    try {
      finish(type, kwnames, kwargs);
    } catch (e) {
      drop(type);
      throw e;
    }
    return type;
  } finally {
    drop(namespace);
  }
}

/** The names in the order in which the namespace gives them, which may be an ordered dict. */
function copyDict(original: PyDict): Owned<PyDict> {
  const copy = newDict();
  try {
    support.mergeDict(copy, original);
  } catch (e) {
    drop(copy);
    throw e;
  }
  return copy;
}

/** The name of a class is kept as UTF-8 that ends with a zero. */
export function checkTypeName(name: PyStr): void {
  support.checkEncodable(name);
  if (name.value.includes("\0")) throw valueError("type name must not contain null characters");
}

/** The class keeps the very tuple of bases that it was given, unless that is empty. */
function layOut(
  metaclass: PyType,
  name: PyStr,
  base: PyType,
  given: PyTuple,
  bases: PyType[],
  namespace: PyDict,
): Owned<PyType> {
  checkTypeName(name);
  const doc = dictPeek(namespace, intern("__doc__"));
  if (doc !== undefined && isStr(doc)) support.checkEncodable(doc);
  const names = slotNames(namespace, name.value, support.iterate);
  const layout = layoutOf(base, bases, names, namespace);
  const t = new TypeData(name.value, 0, base.value.basicSize, base.value.itemSize, emptySlots(), deallocObject);
  t.flags = (base.value.flags & INHERITED_FLAGS) | HEAPTYPE | BASETYPE | HAVE_GC;
  if ((t.flags & PLAIN_LAYOUT) !== 0) t.dealloc = deallocInstance;
  if (layout.dict) t.flags |= HAS_DICT;
  if (layout.weakrefs) t.flags |= HAS_WEAKREFS;
  t.slotCount = base.value.slotCount + layout.members.length;
  t.ownSlots = names === null ? null : layout.members;
  t.basicSize = base.value.basicSize + 8 * layout.members.length;
  t.preHeader = preHeaderOf(base, layout, t.flags);
  t.base = newRef(base);
  t.doc = null;
  t.module = "";
  t.dictOf = base.value.dictOf;
  t.sizeof = base.value.sizeof;
  t.traverse = traverseInstance;
  t.clear = clearInstance;
  t.sharedKeys = layout.dict && t.dictOf === null ? new SharedKeys() : null;
  const type = allocGC<TypeData, unknown>(
    newRef(metaclass),
    t,
    null,
    typeSize(t) + metaclass.value.preHeader,
    0,
    false,
  ) as Owned<PyType>;
  try {
    t.bases = given.value.length > 0 ? newRef(given) : tupleOf(newRef(base));
    t.dict = newRef(namespace);
    setNames(type, name, namespace);
    t.rootShape = new Shape(type, [], t.slotCount);
    for (let i = 0; i < t.slotCount; i++) t.blank.push(undefined);
    fillClassCell(type);
    track(type);
    setMro(type, bases);
    t.flags |= patternKind(t.mro);
    for (const b of bases) b.value.subclasses.add(type);
    addMembers(type, layout, base);
    if (dictPeek(namespace, intern("__doc__")) === undefined) dictSet(namespace, intern("__doc__"), newNone());
    inheritSlots(type);
  } catch (e) {
    // Its functions may refer to it: the collector finds such a class.
    if (!isTracked(type)) track(type);
    drop(type);
    throw e;
  }
  return type;
}

/** Bytes of a type: a class has the keys that its instances share. */
export const typeSize = ({ flags, sharedKeys }: TypeData): number =>
  (flags & HEAPTYPE) === 0 ? 416 : sharedKeys === null ? 920 : 920 + 768;

function preHeaderOf(base: PyType, layout: Layout, flags: number): number {
  const gc = (flags & HAVE_GC) !== 0 ? 16 : 0;
  const managed =
    base.value.preHeader >= 32 ||
    (layout.dict && (base.value.flags & HAS_DICT) === 0) ||
    (layout.weakrefs && (base.value.flags & HAS_WEAKREFS) === 0);
  return gc + (managed ? 16 : 0);
}

/** `__module__` and `__qualname__` of a new class. */
function setNames(type: PyType, name: PyStr, namespace: PyDict): void {
  const t = type.value;
  const qualname = dictPeek(namespace, intern("__qualname__"));
  if (qualname !== undefined) {
    if (!isStr(qualname)) throw typeError(`type __qualname__ must be a str, not ${typeName(qualname)}`);
    t.qualname = qualname.value;
    dictDelete(namespace, intern("__qualname__"));
  } else t.qualname = name.value;
  if (dictPeek(namespace, intern("__module__")) === undefined) {
    const module = support.currentModule();
    if (module !== null) dictSet(namespace, intern("__module__"), keep(module));
  }
  const module = dictPeek(namespace, intern("__module__"));
  if (module !== undefined && isStr(module)) t.module = module.value;
  for (const special of ["__new__", "__init_subclass__", "__class_getitem__"]) {
    const f = dictPeek(namespace, intern(special));
    if (f === undefined || !support.isFunction(f)) continue;
    dictSet(namespace, intern(special), special === "__new__" ? support.staticMethod(f) : support.classMethod(f));
  }
}

/** The method resolution order, as references; a metaclass may define `mro`. */
function orderOf(type: PyType, bases: readonly PyType[]): Owned<PyTuple> {
  const custom = type.type === TypeType ? undefined : lookupName(type.type, "mro");
  if (custom === undefined || custom === lookupName(TypeType, "mro")) {
    return newTuple(linearize(type, bases).map((o) => newRef(o)) as Owned[] as unknown as Refs);
  }
  if (type.value.mroTuple === null) type.value.mro = linearize(type, bases);
  const answer = callSpecial(type, "mro") as OwnedValue;
  try {
    const order = newTuple(support.iterate(answer) as OwnedValue[] as unknown as Refs);
    const complaint = orderComplaint(type, order.value);
    if (complaint === null) return order;
    drop(order);
    throw typeError(complaint);
  } finally {
    drop(answer);
  }
}

/** What is wrong with the order that a metaclass has given; null when it can be. */
function orderComplaint(type: PyType, order: ArrayLike<Value>): string | null {
  if (order.length === 0) return "type MRO must not be empty";
  const solid = solidBase(type);
  for (let i = 0; i < order.length; i++) {
    const base = order[i];
    if (!isType(base)) return `mro() returned a non-class ('${typeName(base)}')`;
    if (!isSubtype(solid, solidBase(base))) return `mro() returned base with unsuitable layout ('${base.value.name}')`;
  }
  return null;
}

/** Gives a type another resolution order, which it steals; answers the one before, now the caller's. */
function replaceOrder(type: PyType, tuple: Owned<PyTuple>): Owned<PyTuple> | null {
  const old = type.value.mroTuple as Owned<PyTuple> | null;
  type.value.mro = tuple.value as unknown as readonly PyType[];
  type.value.mroTuple = tuple;
  typeModified(type);
  return old;
}

/** Computes the resolution order of a type, and of every type built on it; all stay as they are when one has none. */
export function setMro(type: PyType, bases: readonly PyType[]): void {
  const changed: [PyType, Owned<PyTuple> | null][] = [];
  const work: PyType[] = [type];
  try {
    for (let t = work.pop(); t !== undefined; t = work.pop()) {
      const order = orderOf(t, t === type ? bases : ((t.value.bases as PyTuple).value as unknown as PyType[]));
      changed.push([t, replaceOrder(t, order)]);
      for (const subclass of [...t.value.subclasses].reverse()) work.push(subclass);
    }
  } catch (e) {
    for (const [t, old] of changed.reverse()) if (old !== null) drop(replaceOrder(t, old) as Owned);
    throw e;
  }
  for (const [, old] of changed) if (old !== null) drop(old);
}

/** The slots of a class: what its base has, then what its namespace and its other bases define. */
export function inheritSlots(type: PyType): void {
  const t = type.value;
  const base = t.base as PyType;
  for (const slot of SLOT_NAMES) {
    const inherited = t.mro.slice(1).find((b) => b.value.slots[slot] !== null)?.value.slots[slot];
    (t.slots as unknown as Record<string, unknown>)[slot] = base.value.slots[slot] ?? inherited ?? null;
  }
  const dict = t.dict as PyDict;
  if (dictPeek(dict, intern("__eq__")) !== undefined && dictPeek(dict, intern("__hash__")) === undefined) {
    dictSet(dict, intern("__hash__"), newNone());
  }
  for (const row of SLOT_ROWS) fixSlot(type, row);
  fixNew(type);
}

/** Whether patterns take instances for sequences or for mappings: the first base that says so decides. */
function patternKind(mro: readonly PyType[]): number {
  const known = mro.find((b) => (b.value.flags & (SEQUENCE | MAPPING)) !== 0);
  return known === undefined ? 0 : known.value.flags & (SEQUENCE | MAPPING);
}

/** The cells of `__class__`, and of the names that type parameters see, are filled before a metaclass's `mro` runs. */
function fillClassCell(type: PyType): void {
  const dict = type.value.dict as PyDict;
  for (const [name, content] of [
    ["__classcell__", type],
    ["__classdictcell__", dict],
  ] as const) {
    const cell = dictPeek(dict, intern(name));
    if (cell === undefined) continue;
    support.setCell(cell, name, content);
    dictDelete(dict, intern(name));
  }
}

/** The hooks that run once the class stands: `__set_name__`, `__init_subclass__`. */
function finish(type: PyType, kwnames: readonly PyObject[] | null, kwargs: readonly Value[]): void {
  setNamesOfDescriptors(type);
  initSubclass(type, kwnames, kwargs);
}

function setNamesOfDescriptors(type: PyType): void {
  const entries = [...dictEntries(type.value.dict as PyDict)].filter(([, value]) => typeof value !== "number") as [
    PyObject,
    PyObject,
    number,
  ][];
  const due = entries.filter(([, value]) => lookupName(value.type, "__set_name__") !== undefined);
  const held = due.map(([key, value]) => [newRef(key), newRef(value)] as const);
  try {
    for (const [key, value] of held) {
      const method = findSpecial(value, "__set_name__") as OwnedValue;
      try {
        drop(callOwned(method, newRef(type), newRef(key)));
      } catch (e) {
        addNote(
          caught(e),
          `Error calling __set_name__ on '${typeName(value)}' instance ${reprOf(key)} in '${type.value.name}'`,
        );
        throw e;
      }
    }
  } finally {
    for (const [key, value] of held) dropAll([key, value]);
  }
}
let addNote: (exception: PyObject, text: string) => void = () => {};
let reprOf: (value: Value) => string = () => "";
/** Told once by exceptions.ts. */
export const setNoteAdder = (add: typeof addNote, repr: typeof reprOf): void => {
  addNote = add;
  reprOf = repr;
};

let superInitSubclass: (type: PyType) => OwnedValue;
/** Told once by super.ts: `super(type, type).__init_subclass__`. */
export const setSuperInitSubclass = (f: typeof superInitSubclass): void => {
  superInitSubclass = f;
};
function initSubclass(type: PyType, kwnames: readonly PyObject[] | null, kwargs: readonly Value[]): void {
  const method = superInitSubclass(type);
  try {
    drop(callBorrowed(method, kwargs, kwnames));
  } finally {
    drop(method);
  }
}
