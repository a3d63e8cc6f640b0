// Inline caches: what an instruction remembers of the attribute or global that it found last.
//   attribute   the type's version and the instance's shape, so one pointer and one number are compared
//   global      the versions of the dicts' tables, and the entry's position
import type { PyObject, PyType } from "../heap/object.ts";
import { drop, newRef, type OwnedValue, share, type Value } from "../heap/refs.ts";
import { Shape } from "../heap/shape.ts";
import { HAS_DICT, HEAPTYPE, PLAIN_LAYOUT, type TypeData } from "../heap/type.ts";
import { MethodDescriptorType } from "../objects/builtin.ts";
import { isExactDict, type PyDict } from "../objects/dict.ts";
import type { DictTable } from "../objects/dicttable.ts";
import { newError, type PyError } from "../objects/errors.ts";
import { type PyException, setExceptionMember } from "../objects/exceptions.ts";
import { FunctionType } from "../objects/function.ts";
import { genericGetAttr, genericSetAttr, instanceDictIfAny } from "../objects/instance.ts";
import { lookup, typeOf } from "../objects/lookup.ts";
import { ModuleType, type PyModule } from "../objects/moduleobject.ts";
import { getAttr, getAttrBare, setAttr } from "../objects/protocol.ts";
import { type PyStr, strHash32 } from "../objects/str.ts";
import type { Cache } from "./code.ts";
import type { Frame } from "./frame.ts";

/** An attribute of instances: in a slot when `method` is null, else a method of the type. */
export class AttrCache {
  /** Instances must have this shape; null when being of the type is enough. */
  readonly shape: Shape | null;
  readonly type: PyType;
  readonly data: TypeData;
  readonly version: number;
  readonly slot: number;
  /** Borrowed: it lives as long as the version stands. */
  readonly method: PyObject | null;
  /** For stores that add the attribute: the shape afterwards. */
  readonly next: Shape | null;
  /** What the instruction has found before, on instances of other shapes. */
  rest: AttrCache | null = null;
  constructor(type: PyType, shape: Shape | null, slot: number, method: PyObject | null, next: Shape | null) {
    this.shape = shape;
    this.type = type;
    this.data = type.value;
    this.version = type.value.version;
    this.slot = slot;
    this.method = method;
    this.next = next;
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
  for (let other = c.rest; other !== null; other = other.rest) {
    if (other.method === null && fits(o, other)) return share(o.value as Value[], other.slot);
  }
  return undefined;
}

/** A method by one of the older caches, borrowed; null when none knows it. */
export function otherMethod(o: Value, c: Cache): PyObject | null {
  if (!(c instanceof AttrCache) || typeof o === "number") return null;
  for (let other = c.rest; other !== null; other = other.rest) {
    if (other.method !== null && fits(o, other)) return other.method;
  }
  return null;
}

/** An entry of a dict's table, good while the versions stand. */
export class EntryCache {
  readonly table: DictTable;
  readonly version: number;
  /** For a builtin: the globals that do not have the name. */
  readonly outer: DictTable | null;
  readonly outerVersion: number;
  readonly at: number;
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
  if (descriptor !== undefined && typeOf(descriptor).value.slots.descrSet !== null) return null;
  const slot = o.extra.slot(name);
  return slot === undefined || (o.value as Value[])[slot] === undefined
    ? null
    : new AttrCache(type, o.extra, slot, null, null);
}

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
  if ((type.value.flags & HAS_DICT) === 0) remember(caches, i, new AttrCache(type, null, -1, method, null));
  else if (isPlainType(type) && o.extra instanceof Shape)
    remember(caches, i, new AttrCache(type, o.extra, -1, method, null));
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
  if (slot !== undefined && o.extra === before) caches[i] = new AttrCache(o.type, before, slot, null, null);
  else if (slot === undefined && o.extra !== before) caches[i] = new AttrCache(o.type, before, -1, null, o.extra);
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
