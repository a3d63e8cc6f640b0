// Attribute look-up through types: the method resolution order, with a cache per type that is
// emptied when the type or one of its bases changes.
import type { PyObject, PyType } from "../heap/object.ts";
import { boxInt, isSmallInt, type Value } from "../heap/refs.ts";
import type { TypeData } from "../heap/type.ts";
import { charge } from "../heap/work.ts";
import type { DictTable } from "./dicttable.ts";
import { IntType } from "./inttype.ts";
import { intern, type PyStr, strHash32 } from "./str.ts";

/** The type of a value; a raw number is an int. */
export const typeOf = (value: Value): PyType => (typeof value === "number" ? IntType : value.type);

/**
 * What lies in a slot, borrowed, as something that `keep` can make references of at will: a big
 * unboxed int gets its identity now.
 */
export function borrow(slots: ArrayLike<Value | undefined>, i: number): Value {
  const value = slots[i] as Value;
  if (typeof value !== "number" || isSmallInt(value)) return value;
  const box = boxInt(value);
  (slots as Value[])[i] = box;
  return box;
}

/** The value of a str key in a dict's table, borrowed as by `borrow`; undefined when there is none. */
export function tableGet(table: DictTable, name: PyStr): Value | undefined {
  const at = table.findStr(name, strHash32(name));
  return at < 0 ? undefined : borrow(table.values as Value[], at);
}

/** An attribute of a type or of one of its bases, borrowed; undefined when there is none. The name is interned. */
export function lookup(type: PyType, name: PyStr): Value | undefined {
  const t = type.value;
  const hash = strHash32(name);
  let found = t.lookups.get(name, hash);
  if (found === undefined) {
    found = search(t, name) ?? null;
    t.lookups.set(name, hash, found);
  }
  return found === null ? undefined : found;
}

function search(t: TypeData, name: PyStr): Value | undefined {
  for (const base of t.mro) {
    const found = tableGet((base.value.dict as PyObject<DictTable>).value, name);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** As `lookup`, by text. For the special methods, whose names are known. */
export const lookupName = (type: PyType, name: string): Value | undefined => lookup(type, intern(name));

/** Is `type` the same as `base`, or built on it? */
export const isSubtype = (type: PyType, base: PyType): boolean => type === base || type.value.mro.includes(base);

let versions = 0;
/** The type, and with it every type built on it, is not what caches remember: one attribute, or any. */
export function typeModified(type: PyType, name: PyStr | null = null): void {
  const t = type.value;
  forget(t, name);
  if (t.subclasses.size === 0) return;
  const work = [...t.subclasses];
  for (let sub = work.pop(); sub !== undefined; sub = work.pop()) {
    forget(sub.value, name);
    charge(1);
    for (const subclass of sub.value.subclasses) work.push(subclass);
  }
}

function forget(t: TypeData, name: PyStr | null): void {
  t.version = ++versions;
  if (name === null) t.lookups.clear();
  else t.lookups.delete(name, strHash32(name));
}
