// Inline caches: what an instruction remembers of the attribute or global that it found last.
//   attribute   the type's version and the instance's shape, so one pointer and one number are compared
//   global      the versions of the dicts' tables, and the entry's position
import type { PyObject, PyType } from "../heap/object.ts";
import { drop, isSmallInt, keep, newRef, type OwnedValue, share, type Value } from "../heap/refs.ts";
import { Shape } from "../heap/shape.ts";
import { HAS_DICT, HEAPTYPE, PLAIN_LAYOUT, type TypeData } from "../heap/type.ts";
import { MemberType, MethodDescriptorType, type PyGetSet } from "../objects/builtin.ts";
import { isExactDict, type PyDict } from "../objects/dict.ts";
import type { DictTable } from "../objects/dicttable.ts";
import { newError, type PyError } from "../objects/errors.ts";
import { type PyException, setExceptionMember } from "../objects/exceptions.ts";
import { FunctionType, isFunction, type PyFunction } from "../objects/function.ts";
import { genericGetAttr, genericSetAttr, instanceDictIfAny } from "../objects/instance.ts";
import { isSubtype, lookup, typeOf } from "../objects/lookup.ts";
import { ModuleType, type PyModule } from "../objects/moduleobject.ts";
import { ObjectType } from "../objects/object.ts";
import { getterOf } from "../objects/property.ts";
import { getAttr, getAttrBare, isType, setAttr } from "../objects/protocol.ts";
import { type PyStr, strHash32 } from "../objects/str.ts";
import type { Cache, Code, PyCode } from "./code.ts";
import type { Frame } from "./frame.ts";

/** Where an attribute of instances was found: in a slot of theirs, or on the type. */
interface Found {
  /** Instances must have this shape; null when being of the type is enough. */
  shape?: Shape | null;
  /** The place among the instance's values. */
  slot?: number;
  /** A method of the type, for the method form of LOAD_ATTR. */
  method?: PyObject;
  /** For stores that add the attribute: the shape afterwards. */
  next?: Shape;
  /** The function of a property, to be called with the instance. */
  getter?: PyFunction;
  /** An attribute of the type that is no descriptor; instances must have the shape `guard`, or no `__dict__` when it is null. */
  value?: Value;
  guard?: Shape | null;
}

/** The shape in the cache of what a type has: no instance has it, so that none is taken for one with a slot. */
const NO_SHAPE = new Shape(ObjectType, [], 0);

/** What an instruction has found, good while the type's version stands; so long its objects live, too. */
export class AttrCache {
  readonly shape: Shape | null;
  readonly type: PyType;
  readonly data: TypeData;
  readonly version: number;
  readonly slot: number;
  readonly method: PyObject | null;
  readonly next: Shape | null;
  readonly getter: PyFunction | null;
  readonly value: Value | null;
  readonly guard: Shape | null;
  /** What the instruction has found before, on instances of other shapes. */
  rest: AttrCache | null = null;
  constructor(type: PyType, { shape = NO_SHAPE, slot = -1, method, next, getter, value, guard = null }: Found) {
    this.shape = shape;
    this.type = type;
    this.data = type.value;
    this.version = type.value.version;
    this.slot = slot;
    this.method = method ?? null;
    this.next = next ?? null;
    this.getter = getter ?? null;
    this.value = value ?? null;
    this.guard = guard;
  }
}

/** How many shapes an instruction remembers. */
const MAX_SHAPES = 6;

/** Puts a cache in front of those that the instruction has. */
function remember(caches: Cache[], i: number, cache: AttrCache): void {
  const old = caches[i];
  if (old instanceof AttrCache) {
    let count = 1;
    for (let c: AttrCache | null = old; c !== null; c = c.rest) count++;
    if (count <= MAX_SHAPES) cache.rest = old;
  }
  caches[i] = cache;
}

const fits = (o: PyObject, c: AttrCache): boolean =>
  c.data.version === c.version && (c.shape !== null ? o.extra === c.shape : o.type === c.type);

/** An attribute by one of the older caches, or of a module, a new reference; undefined when none knows it. */
export function otherAttr(o: Value, c: Cache): OwnedValue | undefined {
  if (!(c instanceof AttrCache)) return moduleAttr(o, c);
  if (typeof o === "number") return undefined;
  for (let known: AttrCache | null = c; known !== null; known = known.rest) {
    if (known.value !== null) {
      if (
        known.type === o.type &&
        known.data.version === known.version &&
        (known.guard === null || known.guard === o.extra)
      )
        return keep(known.value);
    } else if (known.slot >= 0 && fits(o, known)) {
      const values = o.value as Value[];
      if (values[known.slot] !== undefined) return share(values, known.slot);
    }
  }
  return undefined;
}

/** The function that a property calls for the attribute, borrowed; null when no cache knows one. */
export function cachedGetter(o: Value, c: Cache): PyFunction | null {
  if (!(c instanceof AttrCache) || typeof o === "number") return null;
  for (let known: AttrCache | null = c; known !== null; known = known.rest) {
    if (known.getter !== null && known.type === o.type && known.data.version === known.version) return known.getter;
  }
  return null;
}

/** A method by one of the older caches, borrowed; null when none knows it. */
export function otherMethod(o: Value, c: Cache): PyObject | null {
  if (!(c instanceof AttrCache) || typeof o === "number") return null;
  for (let other = c.rest; other !== null; other = other.rest) {
    if (other.method !== null && fits(o, other)) return other.method;
  }
  return null;
}

/** The method that `super(type, self)` was found to have, borrowed; null when the cache is of something else. */
export function superMethod(type: Value, self: Value, c: Cache): PyObject | null {
  if (!(c instanceof AttrCache) || typeof self === "number") return null;
  return c.value === type && c.type === self.type && c.data.version === c.version ? c.method : null;
}

/** Remembers what `super(type, self)` has. */
export function rememberSuper(type: PyType, self: Value, method: PyObject, caches: Cache[], i: number): void {
  if (typeof self !== "number" && !isType(self) && isSubtype(self.type, type))
    caches[i] = new AttrCache(self.type, { method, value: type });
}

/** An entry of a dict's table, good while the versions stand. */
export class EntryCache {
  readonly table: DictTable;
  readonly version: number;
  /** For a builtin: the globals that do not have the name. */
  readonly outer: DictTable | null;
  readonly outerVersion: number;
  readonly at: number;
  /** There is never another behind it. */
  readonly rest: null = null;
  constructor(table: DictTable, at: number, outer: DictTable | null) {
    this.table = table;
    this.version = table.version;
    this.outer = outer;
    this.outerVersion = outer === null ? 0 : outer.version;
    this.at = at;
  }
}

const usesGenericGet = (type: PyType): boolean => type.value.slots.getattr === genericGetAttr;
const isPlainType = (type: PyType): boolean =>
  (type.value.flags & (PLAIN_LAYOUT | HEAPTYPE)) === (PLAIN_LAYOUT | HEAPTYPE);

/** What lies in a slot of an instance under this name; a cache of it, or null. */
function slotCache(o: PyObject, name: PyStr, type: PyType): AttrCache | null {
  if (!isPlainType(type) || !(o.extra instanceof Shape)) return null;
  const descriptor = lookup(type, name);
  const data = descriptor !== undefined && typeOf(descriptor).value.slots.descrSet !== null;
  const slot = data ? memberSlot(descriptor) : o.extra.slot(name);
  return slot === undefined || (o.value as Value[])[slot] === undefined
    ? null
    : new AttrCache(type, { shape: o.extra, slot });
}

/** Where instances of plain classes keep a member of `__slots__`; undefined for any other descriptor. */
const memberSlot = (descriptor: Value): number | undefined =>
  typeof descriptor !== "number" && descriptor.type === MemberType ? (descriptor as PyGetSet).value.slot : undefined;

/** Remembers what the type has: a property whose function takes just the instance, or what is no descriptor. */
function cacheOnType(o: PyObject, name: PyStr, caches: Cache[], i: number): void {
  const found = lookup(o.type, name);
  if (found === undefined || (typeof found === "number" && !isSmallInt(found))) return;
  const getter = getterOf(found);
  if (getter !== null) {
    if (isFunction(getter) && takesInstance((getter.value.code as PyCode).value))
      remember(caches, i, new AttrCache(o.type, { getter }));
  } else if (typeOf(found).value.slots.descrGet === null && !shadowed(o, name)) {
    const hasDict = (o.type.value.flags & HAS_DICT) !== 0;
    if (hasDict && !(isPlainType(o.type) && o.extra instanceof Shape)) return;
    remember(caches, i, new AttrCache(o.type, { value: found, guard: hasDict ? (o.extra as Shape) : null }));
  }
}
const takesInstance = (code: Code): boolean => code.simple && !code.resumed && code.argCount === 1;

/** Loads an attribute, and remembers where it was. */
export function loadAttr(o: Value, name: PyStr, caches: Cache[], i: number, get = getAttr): OwnedValue {
  if (typeof o !== "number") {
    const type = o.type;
    if (type === ModuleType) {
      const at = moduleEntry(o, name);
      if (at !== null) {
        caches[i] = at;
        return share(at.table.slots, at.at);
      }
    } else if (usesGenericGet(type)) {
      const cache = slotCache(o, name, type);
      if (cache !== null) {
        remember(caches, i, cache);
        return share(o.value as Value[], cache.slot);
      }
      cacheOnType(o, name, caches, i);
    }
  }
  return get(o, name);
}

function moduleEntry(module: PyObject, name: PyStr): EntryCache | null {
  const dict = instanceDictIfAny(module);
  if (dict === null) return null;
  const at = dict.value.findStr(name, strHash32(name));
  return at < 0 ? null : new EntryCache(dict.value, at, null);
}

/** A method for LOAD_ATTR's method form: [function, self], or [null, bound or plain attribute]. */
export function loadMethod(S: Value[], sp: number, name: PyStr, caches: Cache[], i: number): number {
  const o = S[sp - 1];
  const type = typeOf(o);
  if (usesGenericGet(type)) {
    const found = lookup(type, name);
    if (
      found !== undefined &&
      typeof found !== "number" &&
      (found.type === FunctionType || found.type === MethodDescriptorType)
    ) {
      if (!shadowed(o, name)) {
        const method = newRef(found);
        cacheMethod(o, type, method, caches, i);
        S[sp - 1] = method;
        S[sp] = o;
        return sp + 1;
      }
    }
  }
  const value = loadAttr(o, name, caches, i, usesGenericGet(type) ? getAttrBare : getAttr);
  S[sp - 1] = null as unknown as Value;
  S[sp] = value as Value;
  drop(o as OwnedValue);
  return sp + 1;
}

/** Has the instance itself an attribute of this name? */
function shadowed(o: Value, name: PyStr): boolean {
  if (typeof o === "number" || (o.type.value.flags & HAS_DICT) === 0) return false;
  if (o.extra instanceof Shape) {
    const slot = o.extra.slot(name);
    return slot !== undefined && (o.value as Value[])[slot] !== undefined;
  }
  const dict = instanceDictIfAny(o);
  return dict !== null && dict.value.findStr(name, strHash32(name)) >= 0;
}

function cacheMethod(o: Value, type: PyType, method: PyObject, caches: Cache[], i: number): void {
  if (typeof o === "number") return;
  if ((type.value.flags & HAS_DICT) === 0) remember(caches, i, new AttrCache(type, { shape: null, method }));
  else if (isPlainType(type) && o.extra instanceof Shape)
    remember(caches, i, new AttrCache(type, { shape: o.extra, method }));
}

/** Stores an attribute by one of the older caches; steals the value. False when none knows where. */
export function storeKnown(o: Value, value: Value, c: Cache): boolean {
  if (!(c instanceof AttrCache) || typeof o === "number") return false;
  for (let known: AttrCache | null = c; known !== null; known = known.rest) {
    if (known.slot < 0 || !fits(o, known)) continue;
    const values = o.value as (Value | undefined)[];
    const old = values[known.slot];
    if (known.slot < values.length) values[known.slot] = value;
    else values.push(value);
    if (known.next !== null) o.extra = known.next;
    else if (old !== undefined) drop(old as OwnedValue);
    return true;
  }
  return false;
}

/** Stores an attribute, and remembers where it went. Steals the value. */
export function storeAttr(o: Value, name: PyStr, value: OwnedValue, caches: Cache[], i: number): void {
  const type = typeOf(o);
  if (
    typeof o !== "number" &&
    type.value.slots.setattr === genericSetAttr &&
    isPlainType(type) &&
    o.extra instanceof Shape
  ) {
    const descriptor = lookup(type, name);
    if (descriptor === undefined || typeOf(descriptor).value.slots.descrSet === null) {
      storePlain(o, name, value, caches, i);
      return;
    }
    const slot = memberSlot(descriptor);
    if (slot !== undefined && slot < (o.value as Value[]).length)
      remember(caches, i, new AttrCache(type, { shape: o.extra, slot }));
  }
  try {
    setAttr(o, name, value);
  } finally {
    drop(value);
  }
}

function storePlain(o: PyObject, name: PyStr, value: OwnedValue, caches: Cache[], i: number): void {
  const before = o.extra as Shape;
  const slot = before.slot(name);
  try {
    genericSetAttr(o, name, value);
  } finally {
    drop(value);
  }
  if (!(o.extra instanceof Shape)) return;
  if (slot !== undefined && o.extra === before) remember(caches, i, new AttrCache(o.type, { shape: before, slot }));
  else if (slot === undefined && o.extra !== before)
    remember(
      caches,
      i,
      new AttrCache(o.type, { shape: before, slot: before.first + before.names.length, next: o.extra }),
    );
}

/** Loads a global or a builtin, and remembers the entry. Undefined when there is neither. */
export function loadGlobal(f: Frame, name: PyStr, caches: Cache[] | null, i: number): OwnedValue {
  const hash = strHash32(name);
  const globals = f.globals.value;
  const at = globals.findStr(name, hash);
  if (at >= 0) {
    if (caches !== null) caches[i] = new EntryCache(globals, at, null);
    return share(globals.slots, at);
  }
  const builtins = f.builtins.value;
  const there = builtins.findStr(name, hash);
  if (there < 0) throw nameError(`name '${name.value}' is not defined`, name);
  if (caches !== null) caches[i] = new EntryCache(builtins, there, globals);
  return share(builtins.slots, there);
}

/** NameError with the `name` that suggestions are made from. */
export function nameError(message: string, name: PyStr): PyError {
  const error = newError("NameError", message);
  setExceptionMember(error.exception as PyException, 0, newRef(name));
  return error;
}

/** A name of a class body or module: its namespace, then globals, then builtins. */
export function loadName(f: Frame, name: PyStr): OwnedValue {
  const locals = f.locals as PyObject;
  if (isExactDict(locals)) {
    const at = (locals as PyDict).value.findStr(name, strHash32(name));
    if (at >= 0) return share((locals as PyDict).value.slots, at);
  } else {
    const found = mappingGet(locals, name);
    if (found !== undefined) return found;
  }
  return loadGlobal(f, name, null, 0);
}

let mappingGet: (mapping: PyObject, key: PyObject) => OwnedValue | undefined;
/** Told once by cold.ts: `mapping[key]`, undefined for KeyError. */
export const setMappingGet = (get: typeof mappingGet): void => {
  mappingGet = get;
};

/** A cached attribute of a module, a new reference; undefined when the cache is of something else. */
export function moduleAttr(o: Value, c: Cache): OwnedValue | undefined {
  if (!(c instanceof EntryCache) || typeof o === "number" || o.type !== ModuleType) return undefined;
  const dict = (o as PyModule).value.dict;
  if (dict === null || dict.value !== c.table || c.version !== c.table.version) return undefined;
  return share(c.table.slots, c.at);
}
