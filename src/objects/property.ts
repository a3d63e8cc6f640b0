// property, staticmethod and classmethod: the descriptors that change how a function is bound.
// Each owns the callables it wraps; the last two keep a `__dict__` of their own, which starts with
// what they copy from their function.
import { allocGC } from "../heap/heap.ts";
import type { PyObject, PyType } from "../heap/object.ts";
import { boxed, drop, dropMaybe, keep, moved, newRef, type Owned, type OwnedValue, type Value } from "../heap/refs.ts";
import { BASETYPE, HAVE_GC, type Visit } from "../heap/type.ts";
import { callNative } from "../native/bind.ts";
import { def } from "../native/signature.ts";
import { call, callArray } from "./call.ts";
import { defineType, type GetSet } from "./define.ts";
import { isDict, newDict } from "./dict.ts";
import { attributeError, caught, runtimeError, typeError } from "./errors.ts";
import { asInstanceOf } from "./instance.ts";
import { typeOf } from "./lookup.ts";
import { member, openMember, untold } from "./members.ts";
import { newMethod } from "./method.ts";
import {
  asObject,
  findAttr,
  findAttrText,
  hasType,
  isError,
  repr,
  reprText,
  setAttr,
  slotsOf,
  takeText,
  takeTruth,
  typeName,
} from "./protocol.ts";
import { setStaticWrapper } from "./ready.ts";
import { nested } from "./recursion.ts";
import { None, newBool, newNone } from "./singletons.ts";
import { intern, newStr } from "./str.ts";

/** Does a callable say of itself that it is abstract? */
function isAbstract(f: PyObject | null): boolean {
  const answer = f === null ? undefined : nested("", () => findAttrText(f, "__isabstractmethod__"));
  return answer !== undefined && takeTruth(answer);
}

// ---- property ----

/** The payload of a property. Every field that is not null is owned. */
class PropertyData {
  get: PyObject | null = null;
  set: PyObject | null = null;
  del: PyObject | null = null;
  doc: PyObject | null = null;
  /** What `__set_name__` has told. */
  name: PyObject | null = null;
  /** The doc is the getter's. */
  getterDoc = false;
}
export type PyProperty = PyObject<PropertyData>;

/** The callable that an exact property has for reading, borrowed; null when there is none. */
export const getterOf = (value: Value): PyObject | null =>
  typeof value !== "number" && value.type === PropertyType ? (value as PyProperty).value.get : null;

function clearProperty(p: PyProperty): void {
  const { get, set, del, doc, name } = p.value;
  p.value = new PropertyData();
  for (const o of [get, set, del, doc, name]) dropMaybe(o);
}

const given = (value: Value): Owned | null => (value === None ? null : boxed(keep(value)));

const INIT = def(
  "property($self, /, fget=None, fset=None, fdel=None, doc=None)",
  "",
  (self: PyProperty, fget, fset, fdel, doc) => {
    const wanted = new PropertyData();
    wanted.get = given(fget);
    wanted.set = given(fset);
    wanted.del = given(fdel);
    const old = self.value;
    self.value = wanted;
    for (const o of [old.get, old.set, old.del, old.doc, old.name]) dropMaybe(o);
    initDoc(self, given(doc));
  },
);

/** The doc that was given, or the getter's. A subclass keeps it as an attribute of the instance. */
function initDoc(self: PyProperty, doc: Owned | null): void {
  const data = self.value;
  let own = doc;
  if (own === null && data.get !== null) {
    const found = findAttrText(data.get, "__doc__");
    if (found === None) drop(found);
    else if (found !== undefined) {
      own = boxed(found);
      data.getterDoc = true;
    }
  }
  if (self.type === PropertyType) {
    data.doc = own;
    return;
  }
  const shown = own ?? newNone();
  try {
    setAttr(self, intern("__doc__"), shown);
  } catch (e) {
    if (data.getterDoc || !isError(caught(e), "AttributeError")) throw e;
    drop(moved(caught(e)));
  } finally {
    drop(shown);
  }
}

/** A copy with some callables replaced; nothing is owned by the arguments. */
function copyProperty(old: PyProperty, get: Value | null, set: Value | null, del: Value | null): OwnedValue {
  const data = old.value;
  const pick = (mine: Value | null, theirs: PyObject | null): OwnedValue =>
    mine === null || mine === None ? newRef(theirs ?? None) : keep(mine);
  const getter = pick(get, data.get);
  const doc = data.getterDoc && getter !== None ? newNone() : newRef(data.doc ?? None);
  const copy = call(old.type, getter, pick(set, data.set), pick(del, data.del), doc);
  if (hasType(copy, PropertyType)) {
    const fresh = (copy as unknown as PyProperty).value;
    const before = fresh.name;
    fresh.name = data.name === null ? null : newRef(data.name);
    dropMaybe(before);
  }
  return copy;
}

/** "property 'x' of 'C' object has no setter". */
function lacks(p: PyProperty, instance: Value, what: string): unknown {
  const name = p.value.name === null ? "" : ` ${reprText(p.value.name)}`;
  const qualname = newStr(typeOf(instance).value.qualname);
  const owner = takeText(repr(qualname));
  drop(qualname);
  return attributeError(`property${name} of ${owner} object has no ${what}`);
}

export const PropertyType: PyType = defineType<PyProperty>({
  name: "property",
  doc: "An attribute that is computed: reading, setting and deleting it call functions.",
  flags: HAVE_GC | BASETYPE,
  basicSize: 64,
  textSignature: "(fget=None, fset=None, fdel=None, doc=None)",
  traverse(p, visit) {
    const { get, set, del, doc, name } = p.value;
    for (const o of [get, set, del, doc, name]) if (o !== null) visit(o);
  },
  clear: clearProperty,
  slots: {
    new: (type) => asInstanceOf(allocGC(PropertyType, new PropertyData(), null, 80) as Owned<PyProperty>, type),
    init: (self, args, kwnames) => drop(callNative(INIT, self, args, kwnames, "")),
    descrGet(p, instance) {
      if (instance === null || instance === None) return newRef(p);
      if (p.value.get === null) throw lacks(p, instance, "getter");
      return call(p.value.get, keep(instance));
    },
    descrSet(p, instance, value) {
      const f = value === undefined ? p.value.del : p.value.set;
      if (f === null) throw lacks(p, instance, value === undefined ? "deleter" : "setter");
      drop(value === undefined ? call(f, keep(instance)) : call(f, keep(instance), keep(value)));
    },
  },
  methods: untold([
    def("getter($self, fget, /)", "A copy of the property with another getter.", (p: PyProperty, f) =>
      copyProperty(p, f, null, null),
    ),
    def("setter($self, fset, /)", "A copy of the property with another setter.", (p: PyProperty, f) =>
      copyProperty(p, null, f, null),
    ),
    def("deleter($self, fdel, /)", "A copy of the property with another deleter.", (p: PyProperty, f) =>
      copyProperty(p, null, null, f),
    ),
    def("__set_name__($self, *args)", "Tells the property what it is called.", (p: PyProperty, args) => {
      if (args.length !== 2)
        throw typeError(`__set_name__() takes 2 positional arguments but ${args.length} were given`);
      const old = p.value.name;
      p.value.name = boxed(keep(args[1]));
      dropMaybe(old);
    }),
  ]),
  getset: [
    {
      name: "__isabstractmethod__",
      get: (p) => newBool(isAbstract(p.value.get) || isAbstract(p.value.set) || isAbstract(p.value.del)),
    },
  ],
  constants: () => ({
    fget: member<PyProperty>(PropertyType, "fget", (p) => p.value.get),
    fset: member<PyProperty>(PropertyType, "fset", (p) => p.value.set),
    fdel: member<PyProperty>(PropertyType, "fdel", (p) => p.value.del),
    __doc__: openMember<PyProperty>(
      PropertyType,
      "__doc__",
      (p) => p.value.doc,
      (p, value) => {
        const old = p.value.doc;
        p.value.doc = value;
        return old;
      },
    ),
  }),
});

// ---- staticmethod and classmethod ----

/** The payload of either: the callable, null before `__init__`, and the `__dict__`. */
interface WrappedData {
  callable: PyObject | null;
  dict: PyObject | null;
}
export type PyWrapped = PyObject<WrappedData>;

/** What `functools.wraps` would copy, as far as the callable has it. */
const COPIED = ["__module__", "__name__", "__qualname__", "__doc__", "__annotations__"].map(intern);

/** Wraps a callable, and copies its name, doc and the like. Steals the callable. */
function wrap(self: PyWrapped, callable: Owned): void {
  const old = self.value.callable;
  self.value.callable = callable;
  dropMaybe(old);
  for (const name of COPIED) {
    const value = findAttr(callable, name);
    if (value === undefined) continue;
    try {
      setAttr(self, name, value);
    } finally {
      drop(value);
    }
  }
}

function initWrapped(name: string) {
  return (self: PyWrapped, args: Value[], kwnames: readonly PyObject[] | null): void => {
    if (kwnames !== null && kwnames.length > 0) throw typeError(`${name}() takes no keyword arguments`);
    if (args.length !== 1) throw typeError(`${name} expected 1 argument, got ${args.length}`);
    wrap(self, boxed(keep(args[0])));
  };
}

const dictAttribute: GetSet<PyWrapped> = {
  name: "__dict__",
  get: (self) => newRef((self.value.dict ??= newDict())),
  set(self, value) {
    if (value === undefined) throw typeError("cannot delete __dict__");
    if (!isDict(value)) throw typeError(`__dict__ must be set to a dictionary, not a '${typeName(value)}'`);
    const old = self.value.dict;
    self.value.dict = newRef(value);
    dropMaybe(old);
  },
};
const abstractAttribute: GetSet<PyWrapped> = {
  name: "__isabstractmethod__",
  get: (self) => newBool(isAbstract(self.value.callable)),
};

/** What the two types have in common. */
const wrapping = {
  flags: HAVE_GC | BASETYPE,
  basicSize: 32,
  traverse(self: PyWrapped, visit: Visit) {
    if (self.value.callable !== null) visit(self.value.callable);
    if (self.value.dict !== null) visit(self.value.dict);
  },
  clear(self: PyWrapped) {
    const { callable, dict } = self.value;
    self.value = { callable: null, dict: null };
    dropMaybe(callable);
    dropMaybe(dict);
  },
  dictOf(self: PyWrapped, make: boolean) {
    if (self.value.dict === null && make) self.value.dict = newDict();
    return self.value.dict;
  },
  getset: [dictAttribute, abstractAttribute],
};

const functionMembers = (type: PyType) => ({
  __func__: member<PyWrapped>(type, "__func__", (self) => self.value.callable),
  __wrapped__: member<PyWrapped>(type, "__wrapped__", (self) => self.value.callable),
});
const newWrapped = (builtin: PyType, type: PyType): Owned<PyWrapped> =>
  asInstanceOf(allocGC<WrappedData, null>(builtin, { callable: null, dict: null }, null, 48) as Owned<PyWrapped>, type);

const reprWrapped =
  (name: string) =>
  (self: PyWrapped): Owned =>
    newStr(`<${name}(${self.value.callable === null ? "NULL" : reprText(self.value.callable)})>`);

function callableOf(self: PyWrapped, name: string): PyObject {
  if (self.value.callable === null) throw runtimeError(`uninitialized ${name} object`);
  return self.value.callable;
}

export const StaticMethodType: PyType = defineType<PyWrapped>({
  ...wrapping,
  name: "staticmethod",
  doc: "A function in a class that is not bound: it gets neither the instance nor the class.",
  slots: {
    new: (type) => newWrapped(StaticMethodType, type),
    init: initWrapped("staticmethod"),
    call: (self, args, kwnames) => callArray(callableOf(self, "staticmethod"), args, kwnames),
    descrGet: (self) => newRef(callableOf(self, "staticmethod")),
    repr: reprWrapped("staticmethod"),
  },
  constants: () => functionMembers(StaticMethodType),
});

export const ClassMethodType: PyType = defineType<PyWrapped>({
  ...wrapping,
  name: "classmethod",
  doc: "A function in a class that is bound to the class instead of the instance.",
  slots: {
    new: (type) => newWrapped(ClassMethodType, type),
    init: initWrapped("classmethod"),
    descrGet(self, instance, owner) {
      const callable = callableOf(self, "classmethod");
      const type = owner ?? typeOf(instance as Value);
      const get = slotsOf(callable).descrGet;
      return get === null ? newMethod(newRef(callable), newRef(type)) : get(asObject(callable), type, type);
    },
    repr: reprWrapped("classmethod"),
  },
  constants: () => functionMembers(ClassMethodType),
});

/** Around a callable that a class statement, or a builtin type, makes one of: nothing is copied from it. */
const wrapBare = (type: PyType, callable: Owned): Owned =>
  allocGC<WrappedData, null>(type, { callable, dict: null }, null, 48);

/** A staticmethod around a callable, which it borrows. */
export const newStaticMethod = (f: Value): Owned => wrapBare(StaticMethodType, boxed(keep(f)));
/** A classmethod around a callable, which it borrows. */
export const newClassMethod = (f: Value): Owned => wrapBare(ClassMethodType, boxed(keep(f)));

setStaticWrapper((f) => wrapBare(StaticMethodType, f));
