// The methods and attributes that every object has from `object`. Copying and pickling support
// (`__reduce_ex__`) is reduce.ts.
import { resize } from "../heap/heap.ts";
import type { PyObject, PyType } from "../heap/object.ts";
import { drop, moved, newRef, type Owned, share, type Value } from "../heap/refs.ts";
import { HEAPTYPE, PLAIN_LAYOUT, sizeOf } from "../heap/type.ts";
import { def } from "../native/signature.ts";
import { Attributes } from "./attributes.ts";
import { extendType } from "./define.ts";
import { dictEntries, dictSet, isDict, newDict, type PyDict } from "./dict.ts";
import { typeError } from "./errors.ts";
import { instanceDict } from "./instance.ts";
import { checkCompatible } from "./layout.ts";
import { isSubtype, lookupName, typeOf } from "./lookup.ts";
import { ModuleType } from "./moduleobject.ts";
import { ObjectType } from "./object.ts";
import { findAttrText, isType, str, typeName } from "./protocol.ts";
import { newNone, notImplemented } from "./singletons.ts";
import { isStr } from "./str.ts";

/** Makes an object an instance of another class of the same layout. */
function setClass(self: PyObject, value: Value | undefined): void {
  if (value === undefined) throw typeError("can't delete __class__ attribute");
  if (!isType(value)) throw typeError(`__class__ must be set to a class, not '${typeName(value)}' object`);
  const old = typeOf(self);
  const modules = isSubtype(value, ModuleType) && isSubtype(old, ModuleType);
  if (!modules && (old.value.flags & value.value.flags & HEAPTYPE) === 0) {
    throw typeError("__class__ assignment only supported for mutable types or ModuleType subclasses");
  }
  if (modules) {
    setModuleClass(self, old, value);
    return;
  }
  checkCompatible(old, value, "__class__");
  // Names in a shape are those of the old class: they move to a dict.
  if ((old.value.flags & PLAIN_LAYOUT) !== 0 && instanceDict(self) === null) self.extra = value.value.rootShape;
  self.type = newRef(value);
  if ((old.value.flags & HEAPTYPE) !== 0) drop(moved(old));
}

/** A module becomes one of another class of modules, which may add attributes of a class but no slots. */
function setModuleClass(self: PyObject, old: PyType, next: PyType): void {
  if (old.value.slotCount !== next.value.slotCount) {
    throw typeError(`__class__ assignment: '${next.value.name}' object layout differs from '${old.value.name}'`);
  }
  const before = sizeOf(self);
  if (old === ModuleType && next !== old) self.extra = new Attributes(self.extra);
  else if (next === ModuleType) self.extra = null;
  self.type = newRef(next);
  resize(sizeOf(self) - before);
  if ((old.value.flags & HEAPTYPE) !== 0) drop(moved(old));
}

/** The names of an object's own attributes and its class's, as dir() lists them. */
function dirNames(self: PyObject): Owned {
  const names = newDict();
  try {
    addOwnNames(names, self);
    const type = findAttrText(self, "__class__");
    if (type !== undefined) {
      if (isType(type)) addClassNames(names, type);
      drop(type);
    }
    return listOfKeys(names);
  } finally {
    drop(names);
  }
}

/** The names of a class: its own and its bases'. */
export function dirOfClass(type: PyType): Owned {
  const names = newDict();
  try {
    addClassNames(names, type);
    return listOfKeys(names);
  } finally {
    drop(names);
  }
}

/** An object's `__dict__` may be any object, but counts only when it is a dict. */
function addOwnNames(names: PyDict, self: PyObject): void {
  const dict = findAttrText(self, "__dict__");
  if (dict !== undefined) {
    if (typeof dict !== "number" && isDict(dict)) addKeys(names, dict as unknown as PyDict);
    drop(dict);
  }
}

function addClassNames(names: PyDict, type: PyType): void {
  for (const base of type.value.mro) addKeys(names, base.value.dict as PyDict);
}

function addKeys(names: PyDict, from: PyDict): void {
  for (const [, , at] of dictEntries(from)) {
    const key = share(from.value.keySlots, at);
    dictSet(names, key, newNone());
    drop(key);
  }
}
let listOfKeys: (dict: PyDict) => Owned;
/** Told once by list.ts's index: a list of a dict's keys. */
export const setKeyLister = (f: typeof listOfKeys): void => {
  listOfKeys = f;
};

/** What object.__sizeof__ says: of a type that has a `__sizeof__` of its own, only the object without what lies apart. */
function plainSize(self: PyObject): number {
  if (typeof self === "number") return 28;
  const { basicSize, preHeader } = typeOf(self).value;
  const own = lookupName(typeOf(self), "__sizeof__");
  return own === lookupName(ObjectType, "__sizeof__") ? sizeOf(self) - preHeader : basicSize;
}

extendType<PyObject>(ObjectType, {
  methods: [
    def("__format__($self, format_spec, /)", "Default object formatter.", (self: PyObject, spec) => {
      if (!isStr(spec)) throw typeError(`__format__() argument must be str, not ${typeName(spec)}`);
      if (spec.value !== "") throw typeError(`unsupported format string passed to ${typeName(self)}.__format__`);
      return str(self);
    }),
    def("__sizeof__($self, /) -> int", "Size of object in memory, in bytes.", (self: PyObject) => plainSize(self)),
    def("__dir__($self, /)", "Default dir() implementation.", (self: PyObject) => dirNames(self)),
    def("__init_subclass__($type, /)", "This method is called when a class is subclassed.", () => undefined),
    def("__subclasshook__($type, object, /)", "Abstract classes can override this to customize issubclass().", () =>
      notImplemented(),
    ),
  ],
  getset: [{ name: "__class__", doc: "the object's class", get: (self) => newRef(typeOf(self)), set: setClass }],
});
