// Instances of classes: how they are made, where their attributes lie, how they die; and the
// generic rule of attribute access, which is object.__getattribute__ and object.__setattr__.
import { dropAttributes } from "../heap/dealloc.ts";
import { alloc, allocGC, claimAgain, FREE_LIST_DICT, heap, reserve, resize, track } from "../heap/heap.ts";
import { GC_META, isTracked, PyObject, type PyType } from "../heap/object.ts";
import {
  drop,
  isDying,
  keep,
  moved,
  newRef,
  type Owned,
  type OwnedValue,
  type Refs,
  replace,
  share,
  type Value,
} from "../heap/refs.ts";
import { Shape } from "../heap/shape.ts";
import { HAS_DICT, HAVE_GC, HEAPTYPE, PLAIN_LAYOUT, sizeOf, TYPE_SUBCLASS, type Visit } from "../heap/type.ts";
import { Attributes } from "./attributes.ts";
import { DictType, dictDelete, dictGet, dictSet, mayBeCyclic, newDict, type PyDict } from "./dict.ts";
import { DictTable } from "./dicttable.ts";
import { attributeError } from "./errors.ts";
import { lookup, typeOf } from "./lookup.ts";
import { nameInMessages } from "./protocol.ts";
import { type PyStr, strHash32 } from "./str.ts";

/** An instance of a plain class: values by slot, and the shape that names them or the dict they moved to. */
export type PyInstance = PyObject<Refs, Shape | PyDict>;

export const isPlain = (type: PyType): boolean => (type.value.flags & PLAIN_LAYOUT) !== 0;

/** A new instance of a plain class, without attributes. */
export function newInstance(type: PyType): Owned<PyInstance> {
  const t = type.value;
  type.refcnt++;
  t.sharedKeys?.instanceMade();
  const values = blankValues(t.blank) as unknown as Refs;
  if ((t.flags & HAVE_GC) === 0)
    return alloc<Refs, Shape | PyDict>(type, values, t.rootShape as Shape, t.basicSize + t.preHeader);
  return allocGC<Refs, Shape | PyDict>(type, values, t.rootShape as Shape, t.basicSize + t.preHeader);
}

/** As many empty places as new instances have. */
function blankValues(blank: readonly undefined[]): undefined[] {
  switch (blank.length) {
    case 0:
      return [];
    case 1:
      return [undefined];
    case 2:
      return [undefined, undefined];
    case 3:
      return [undefined, undefined, undefined];
    default:
      return blank.slice();
  }
}

/** Makes an exact builtin object, just made and not yet shared, an instance of a subclass. */
export function asInstanceOf<T extends PyObject>(o: Owned<T>, type: PyType): Owned<T> {
  if (o.type === type) return o;
  const before = sizeOf(o);
  const { preHeader } = o.type.value;
  newRef(type);
  const object: PyObject = o;
  const { type: builtin, extra } = object;
  object.type = type;
  object.extra = new Attributes(extra);
  const size = sizeOf(o);
  try {
    resize(size - before);
  } catch (e) {
    object.type = builtin;
    object.extra = extra;
    drop(moved(type) as Owned);
    drop(o);
    throw e;
  }
  type.value.sharedKeys?.instanceMade();
  if ((object.gc & GC_META) !== 0 || heap.addresses.waiting > 0) claimAgain(o, size, preHeader);
  if (!isTracked(o) && (type.value.flags & HAVE_GC) !== 0) track(o);
  return o;
}

const attributesOf = (o: PyObject): Attributes | null => (o.extra instanceof Attributes ? o.extra : null);
/** An int may come unboxed to the generic rule. */
const hasDict = (o: PyObject): boolean => (typeOf(o).value.flags & HAS_DICT) !== 0;

// ---- the dict of an instance ----

/** The `__dict__` of an instance, borrowed; null when it has none yet, or cannot have one. */
export function instanceDictIfAny(o: PyObject): PyDict | null {
  if (!hasDict(o)) return null;
  if (isPlain(o.type)) return o.extra instanceof PyObject ? (o.extra as PyDict) : null;
  const special = o.type.value.dictOf;
  if (special !== null) return special(o, false) as PyDict | null;
  if ((o.type.value.flags & TYPE_SUBCLASS) !== 0) return (o as PyType).value.dict as PyDict | null;
  return (attributesOf(o)?.dict ?? null) as PyDict | null;
}

/** The `__dict__` of an instance, borrowed, made now when it must be. Null when the type has none. */
export function instanceDict(o: PyObject): PyDict | null {
  const known = instanceDictIfAny(o);
  if (known !== null || !hasDict(o)) return known;
  if (isPlain(o.type)) return materialize(o as PyInstance);
  const special = o.type.value.dictOf;
  if (special !== null) return special(o, true) as PyDict;
  const attributes = o.extra as Attributes;
  attributes.dict = newDict();
  return attributes.dict as PyDict;
}

/** Moves the attributes of a plain instance into a dict of their own. */
function materialize(o: PyInstance): PyDict {
  const shape = o.extra as Shape;
  const table = new DictTable(8);
  // The attributes move: there must be room for the dict before they do.
  reserve(64 + 64 * shape.names.length + table.byteSize());
  while (table.usable < shape.names.length) table.rebuild(2 * (table.mask + 1));
  shape.names.forEach((name, i) => {
    const value = (o.value as unknown as Value[])[shape.first + i];
    if (value !== undefined) table.add(newRef(name), strHash32(name as PyStr), value as OwnedValue);
  });
  table.shared = o.type.value.sharedKeys;
  (o.value as unknown as Value[]).length = shape.first;
  const tracked = (table.values as Value[]).some(mayBeCyclic);
  const dict = allocGC(DictType, table, null, 64 + table.byteSize(), FREE_LIST_DICT, tracked) as Owned<PyDict>;
  o.extra = dict;
  return dict;
}

/** Gives an instance another `__dict__`; steals it. */
export function setInstanceDict(o: PyObject, dict: Owned<PyDict>): void {
  const old = instanceDict(o);
  if (isPlain(o.type)) o.extra = dict;
  else (o.extra as Attributes).dict = dict;
  if (old !== null) drop(moved(old));
}

// ---- the generic rule ----

/** object.__getattribute__: data descriptor, then the instance, then the class. Undefined when nowhere. */
export function genericGetAttr(o: PyObject, name: PyObject): OwnedValue | undefined {
  const descriptor = lookup(typeOf(o), name as PyStr);
  const get = descriptor === undefined || typeof descriptor === "number" ? null : descriptor.type.value.slots.descrGet;
  if (get !== null && (descriptor as PyObject).type.value.slots.descrSet !== null) {
    return callDescriptor(descriptor as PyObject, get, o);
  }
  const own = ownAttribute(o, name as PyStr);
  if (own !== undefined) return own;
  if (get !== null) return callDescriptor(descriptor as PyObject, get, o);
  return descriptor === undefined ? undefined : keep(descriptor);
}

function callDescriptor(d: PyObject, get: (d: PyObject, i: Value, t: PyObject) => OwnedValue, o: PyObject): OwnedValue {
  newRef(d);
  try {
    return get(d, o, typeOf(o));
  } finally {
    drop(moved(d) as Owned);
  }
}

/** An attribute of the instance itself, a new reference. */
function ownAttribute(o: PyObject, name: PyStr): OwnedValue | undefined {
  if (!hasDict(o)) return undefined;
  if (o.extra instanceof Shape) {
    const i = o.extra.slot(name);
    if (i === undefined || (o.value as Refs)[i] === undefined) return undefined;
    return share(o.value as Refs, i);
  }
  const dict = instanceDictIfAny(o);
  return dict === null ? undefined : dictGet(dict, name);
}

/** object.__setattr__ and __delattr__ (without a value). */
export function genericSetAttr(o: PyObject, name: PyObject, value: Value | undefined): void {
  const descriptor = lookup(typeOf(o), name as PyStr);
  if (descriptor !== undefined && typeof descriptor !== "number") {
    const set = descriptor.type.value.slots.descrSet;
    if (set !== null) {
      newRef(descriptor);
      try {
        set(descriptor, o, value);
      } finally {
        drop(moved(descriptor) as Owned);
      }
      return;
    }
  }
  if (!hasDict(o)) throw cannotSet(o, name as PyStr, descriptor !== undefined);
  if (value === undefined ? !deleteOwn(o, name as PyStr) : !storeOwn(o, name as PyStr, keep(value))) {
    throw cannotSet(o, name as PyStr, false);
  }
}

/** Unlike the error of reading, this one does not tell the object and the name, so nothing is suggested. */
function cannotSet(o: PyObject, name: PyStr, onType: boolean): unknown {
  const what = onType ? `attribute '${name.value}' is read-only` : `has no attribute '${name.value}'`;
  return attributeError(`'${nameInMessages(typeOf(o))}' object ${what}`);
}

/** Stores an attribute of the instance itself; steals the value. */
export function storeOwn(o: PyObject, name: PyStr, value: OwnedValue): boolean {
  if (o.extra instanceof Shape) {
    const values = o.value as Refs;
    const i = o.extra.slot(name);
    if (i !== undefined && i < values.length) {
      const old = replace(values, i, value) as OwnedValue | undefined;
      if (old !== undefined) drop(old);
      return true;
    }
    const { sharedKeys, blank } = o.type.value;
    if (sharedKeys?.admit(name)) {
      const at = o.extra.first + o.extra.names.length;
      o.extra = o.extra.with(name);
      if (at < values.length) replace(values, at, value);
      else values.push(value);
      if (at >= blank.length) blank.push(undefined);
      return true;
    }
  }
  let dict: PyDict;
  try {
    dict = instanceDict(o) as PyDict;
  } catch (e) {
    drop(value);
    throw e;
  }
  dictSet(dict, name, value);
  return true;
}

function deleteOwn(o: PyObject, name: PyStr): boolean {
  if (o.extra instanceof Shape) {
    const i = o.extra.slot(name);
    if (i === undefined || (o.value as Refs)[i] === undefined) return false;
    const old = (o.value as Refs).splice(i, 1)[0];
    o.extra = o.extra.without(name);
    drop(old);
    return true;
  }
  const dict = instanceDictIfAny(o);
  return dict !== null && dictDelete(dict, name);
}

// ---- life and death ----

/** The nearest base that is a builtin: it owns the payload. */
export function builtinBase(type: PyType): PyType {
  let t = type;
  while ((t.value.flags & HEAPTYPE) !== 0) t = t.value.base as PyType;
  return t;
}

const NO_VALUES: readonly Value[] = [];

/** Visits the attributes, the class, then what the builtin beneath holds. */
export function traverseInstance(o: PyObject, visit: Visit): void {
  const attributes = attributesOf(o);
  const plain = isPlain(o.type);
  const values = (plain ? o.value : attributes === null ? NO_VALUES : attributes.slots) as (Value | undefined)[];
  for (let i = 0; i < values.length; i++) {
    const value = values[i];
    if (value !== undefined && typeof value !== "number") visit(value);
  }
  const dict = plain ? o.extra : attributes?.dict;
  if (dict instanceof PyObject) visit(dict);
  visit(o.type);
  if (!plain) builtinBase(o.type).value.traverse?.(o, visit);
}

export function clearInstance(o: PyObject): void {
  if (isPlain(o.type)) {
    const values = o.value as Refs;
    const extra = o.extra;
    if (!isDying(o)) {
      o.value = o.type.value.blank.slice();
      o.extra = o.type.value.rootShape;
    }
    dropAttributes(values, extra);
    return;
  }
  const attributes = attributesOf(o);
  if (attributes !== null) {
    if (attributes.slots.length > 0) {
      const slots = attributes.slots.splice(0, attributes.slots.length) as (OwnedValue | undefined)[];
      for (const value of slots) if (value !== undefined) drop(value);
    }
    const dict = attributes.dict;
    attributes.dict = null;
    if (dict !== null) drop(moved(dict) as Owned);
  }
  builtinBase(o.type).value.clear?.(o);
}

// ---- members of __slots__ ----

const slotsArray = (o: PyObject): (Value | undefined)[] =>
  (isPlain(o.type) ? o.value : (o.extra as Attributes).slots) as unknown as (Value | undefined)[];

export function getMember(o: PyObject, i: number): OwnedValue | undefined {
  const slots = slotsArray(o);
  return slots[i] === undefined ? undefined : share(slots as Value[], i);
}

/** Stores, or deletes without a value; false when there was nothing to delete. Steals the value. */
export function setMember(o: PyObject, i: number, value: OwnedValue | undefined): boolean {
  const slots = slotsArray(o);
  while (slots.length <= i) slots.push(undefined);
  const old = slots[i];
  slots[i] = value;
  if (old !== undefined) drop(old as OwnedValue);
  return value !== undefined || old !== undefined;
}
