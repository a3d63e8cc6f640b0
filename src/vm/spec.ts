// What importing leaves on a module: ModuleSpec objects and the loaders they name. Both keep
// their attributes in a dict, so a program may read and change them as it does CPython's.
import { allocGC } from "../heap/heap.ts";
import type { PyObject, PyType } from "../heap/object.ts";
import {
  boxed,
  drop,
  dropMaybe,
  keep,
  moved,
  newRef,
  newRefs,
  type Owned,
  type OwnedValue,
  type Value,
} from "../heap/refs.ts";
import { BASETYPE, HAVE_GC } from "../heap/type.ts";
import { whole } from "../heap/whole.ts";
import { callNative } from "../native/bind.ts";
import { def } from "../native/signature.ts";
import { addressText } from "../objects/builtin.ts";
import { defineType, type TypeTable } from "../objects/define.ts";
import { dictPeek, dictSet, newDict, type PyDict } from "../objects/dict.ts";
import { asInstanceOf } from "../objects/instance.ts";
import { isExactList, listAppend, newList } from "../objects/list.ts";
import { isModule, moduleDict } from "../objects/moduleobject.ts";
import { findAttrText, isTrue, reprText, setAttr, typeName } from "../objects/protocol.ts";
import { None, newBool, newNone, True } from "../objects/singletons.ts";
import { intern, isStr, newStr } from "../objects/str.ts";
import { parentName } from "./modulenames.ts";

/** An object that is its attributes: the dict is null only while it dies. */
export type Holder = PyObject<{ dict: PyDict | null }>;

export function dictOfHolder(o: Holder): PyDict {
  o.value.dict ??= newDict();
  return o.value.dict;
}

/** Declares a type of such objects. */
export function defineHolder(table: TypeTable<Holder>): PyType {
  const type: PyType = defineType<Holder>({
    module: "_frozen_importlib",
    flags: HAVE_GC | BASETYPE,
    basicSize: 32,
    traverse(o, visit) {
      if (o.value.dict !== null) visit(o.value.dict);
    },
    clear(o) {
      const { dict } = o.value;
      o.value.dict = null;
      dropMaybe(dict);
    },
    dictOf: dictOfHolder,
    ...table,
    slots: { new: (t) => asInstanceOf(newHolder(type), t), ...table.slots },
    getset: [{ name: "__dict__", get: (o) => newRef(dictOfHolder(o)) }, ...(table.getset ?? [])],
  });
  return type;
}

const newHolder = (type: PyType): Owned<Holder> =>
  allocGC(type, { dict: newDict() as PyDict | null }, null, 48) as Owned<Holder>;

/** A holder with these attributes, which it steals. */
export function holderOf(type: PyType, attributes: Readonly<Record<string, OwnedValue>>): Owned<Holder> {
  const o = newHolder(type);
  for (const [name, value] of Object.entries(attributes)) dictSet(dictOfHolder(o), intern(name), value);
  return o;
}

/** An attribute of a holder, borrowed. */
export const attributeOf = (o: Holder, name: string): Value | undefined => dictPeek(dictOfHolder(o), intern(name));

/** The text of an attribute; null when it is no str. */
export function textAttribute(o: Holder, name: string): string | null {
  const value = attributeOf(o, name);
  return value !== undefined && isStr(value) ? value.value : null;
}

const attributeOrNone = (o: Holder, name: string): OwnedValue => {
  const value = attributeOf(o, name);
  return value === undefined ? newNone() : keep(value);
};

// ---- ModuleSpec ----

export interface SpecFields {
  name: string;
  /** Owned. */
  loader: OwnedValue;
  origin: string | null;
  /** For a package: where its submodules are; owned. */
  locations: OwnedValue | null;
  /** The module has `__file__`: its origin is a place. */
  located: boolean;
  cached?: string;
}

const specAttributes = (f: SpecFields): Record<string, OwnedValue> => ({
  name: newStr(f.name),
  loader: f.loader,
  origin: f.origin === null ? newNone() : newStr(f.origin),
  loader_state: newNone(),
  submodule_search_locations: f.locations ?? newNone(),
  _uninitialized_submodules: newList(newRefs()),
  _set_fileattr: newBool(f.located),
  _cached: f.cached === undefined ? newNone() : newStr(f.cached),
});

const initSpec = def(
  "__init__($self, name, loader, *, origin=None, loader_state=None, is_package=None)",
  "",
  (self: Holder, name, loader, origin, state, isPackage) => {
    const fields: Record<string, OwnedValue> = {
      name: keep(name),
      loader: keep(loader),
      origin: keep(origin),
      loader_state: keep(state),
      submodule_search_locations: isPackage !== None && isTrue(isPackage) ? newList(newRefs()) : newNone(),
      _uninitialized_submodules: newList(newRefs()),
      _set_fileattr: newBool(false),
      _cached: newNone(),
    };
    for (const [key, value] of Object.entries(fields)) dictSet(dictOfHolder(self), intern(key), value);
  },
);

function specRepr(spec: Holder): Owned {
  const shown = (name: string): string => reprText(attributeOf(spec, name) ?? None);
  const parts = [`name=${shown("name")}`, `loader=${shown("loader")}`];
  for (const name of ["origin", "submodule_search_locations"]) {
    const value = attributeOf(spec, name);
    if (value !== undefined && value !== None) parts.push(`${name}=${reprText(value)}`);
  }
  return newStr(`${typeName(spec)}(${parts.join(", ")})`);
}

export const SpecType = defineHolder({
  name: "ModuleSpec",
  doc: "The specification for a module, used for loading.",
  slots: {
    init(self, args, kwnames) {
      drop(callNative(initSpec, self, args, kwnames, "ModuleSpec"));
    },
    repr: specRepr,
  },
  getset: [
    {
      name: "parent",
      get(spec) {
        const name = textAttribute(spec, "name") ?? "";
        const locations = attributeOf(spec, "submodule_search_locations");
        return locations === undefined || locations === None ? newStr(parentName(name)) : newStr(name);
      },
    },
    {
      name: "has_location",
      get: (spec) => newBool(attributeOf(spec, "_set_fileattr") === True),
      set: (spec, value) =>
        dictSet(dictOfHolder(spec), intern("_set_fileattr"), newBool(value !== undefined && isTrue(value))),
    },
    {
      name: "cached",
      get: (spec) => attributeOrNone(spec, "_cached"),
      set: (spec, value) =>
        dictSet(dictOfHolder(spec), intern("_cached"), value === undefined ? newNone() : boxed(keep(value))),
    },
  ],
});

export const newSpec = (fields: SpecFields): Owned<Holder> => whole(() => holderOf(SpecType, specAttributes(fields)));

const INITIALIZING = intern("_initializing");
/** Says on a spec whether the module's code is running. */
export function setInitializing(spec: PyObject, running: boolean): void {
  const flag = newBool(running);
  try {
    setAttr(spec, INITIALIZING, flag);
  } finally {
    drop(flag);
  }
}

// ---- submodules on their way ----

/** The list of a package's submodules whose code runs; null when the package's spec keeps none. Owned. */
function pendingList(parent: Value): OwnedValue | null {
  if (!isModule(parent)) return null;
  const spec = dictPeek(moduleDict(parent), intern("__spec__"));
  if (spec === undefined || spec === None) return null;
  const list = findAttrText(spec, "_uninitialized_submodules");
  if (list === undefined || isExactList(list)) return list ?? null;
  drop(list);
  return null;
}

/** While `body` runs the package knows that its submodule is being imported. */
export function whileImporting<T>(parent: Value, child: string, body: () => T): T {
  const list = pendingList(parent);
  if (list === null) return body();
  try {
    if (isExactList(list)) listAppend(list, newStr(child));
    return body();
  } finally {
    const last = isExactList(list) ? list.value.pop() : undefined;
    if (last !== undefined) drop(last);
    drop(moved(list as PyObject));
  }
}

/** How loaders show: by their type and address. */
export const holderRepr = (o: Holder): Owned =>
  newStr(`<${o.type.value.module}.${o.type.value.qualname} object at ${addressText(o)}>`);
