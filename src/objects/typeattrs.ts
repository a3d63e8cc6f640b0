// What type objects can do: being called, their attributes, and the table of `type` itself.
import { beyondLimit } from "../heap/heap.ts";
import { isTracked, type PyObject, type PyType } from "../heap/object.ts";
import { drop, keep, moved, newRef, type Owned, type OwnedValue, type Refs, type Value } from "../heap/refs.ts";
import {
  BASETYPE,
  BYTES_SUBCLASS,
  DICT_SUBCLASS,
  EXC_SUBCLASS,
  HAS_WEAKREFS,
  HAVE_GC,
  HEAPTYPE,
  IMMUTABLE,
  INT_SUBCLASS,
  LIST_SUBCLASS,
  MADE_BY_MODULE,
  MAPPING,
  NO_NEW,
  SEQUENCE,
  STR_SUBCLASS,
  TUPLE_SUBCLASS,
  TYPE_SUBCLASS,
} from "../heap/type.ts";
import { def } from "../native/signature.ts";
import { againByTuple, tupleOfArguments } from "./call.ts";
import { fillType, TypeType } from "./define.ts";
import { dictDelete, dictGet, dictPeek, dictSet, isDict, newDict, type PyDict } from "./dict.ts";
import { attributeError, typeError } from "./errors.ts";
import { newInt } from "./int.ts";
import { checkCompatible } from "./layout.ts";
import { isSubtype, lookup, typeOf } from "./lookup.ts";
import { bestBase } from "./mro.ts";
import { fullTypeName, identityHash } from "./object.ts";
import { dirOfClass } from "./objectmethods.ts";
import { asObject, hasType, isTrue, isType, nameInMessages, setTypeType, typeName } from "./protocol.ts";
import { None, newNone, notImplemented } from "./singletons.ts";
import { intern, isStr, newStr, type PyStr } from "./str.ts";
import { isTuple, newTuple, type PyTuple } from "./tuple.ts";
import { attributeChanged, checkTypeName, inheritSlots, newClass, setMro, typeSize } from "./type.ts";

const isHeapType = (type: PyType): boolean => (type.value.flags & HEAPTYPE) !== 0;

/** Calling a type: makes an instance by `__new__`, and initializes it when it is one. */
function callType(type: PyType, args: Value[], kwnames: readonly PyObject[] | null): OwnedValue {
  if (type === TypeType) {
    const npos = args.length - (kwnames?.length ?? 0);
    if (npos === 1 && args.length === 1) return newRef(typeOf(args[0]));
    if (npos === 1) throw typeError("type() takes no keyword arguments");
    if (npos !== 3) throw typeError("type() takes 1 or 3 arguments");
  }
  const t = type.value;
  const tuple = tupleOfArguments(args);
  if ((t.flags & NO_NEW) !== 0 || t.slots.new === null)
    throw typeError(`cannot create '${nameInMessages(type)}' instances`);
  const object = t.slots.new(type, args, kwnames);
  if (!hasType(object, type)) return object;
  const init = typeOf(object).value.slots.init;
  if (init === null) return object;
  try {
    if (tuple !== null) againByTuple(tuple, args);
    init(asObject(object), args, kwnames);
  } catch (e) {
    drop(object);
    throw e;
  }
  return object;
}

/** type.__getattribute__: data descriptor of the metaclass, the type and its bases, the metaclass. */
function getTypeAttr(type: PyType, name: PyObject): OwnedValue | undefined {
  const metaAttribute = lookup(type.type, name as PyStr);
  const metaGet = metaAttribute === undefined ? null : typeOf(metaAttribute).value.slots.descrGet;
  if (metaGet !== null && typeOf(metaAttribute as Value).value.slots.descrSet !== null) {
    return metaGet(asObject(metaAttribute as Value), type, type.type);
  }
  const own = lookup(type, name as PyStr);
  if (own !== undefined) {
    const get = typeOf(own).value.slots.descrGet;
    const held = keep(own);
    if (get === null) return held;
    try {
      return get(asObject(own), null, type);
    } finally {
      drop(held);
    }
  }
  if (metaGet !== null) return metaGet(asObject(metaAttribute as Value), type, type.type);
  return metaAttribute === undefined ? undefined : keep(metaAttribute);
}

function setTypeAttr(type: PyType, name: PyObject, value: Value | undefined): void {
  const text = (name as PyStr).value;
  if ((type.value.flags & IMMUTABLE) !== 0)
    throw typeError(`cannot set '${text}' attribute of immutable type '${nameInMessages(type)}'`);
  const metaAttribute = lookup(type.type, name as PyStr);
  const set = metaAttribute === undefined ? null : typeOf(metaAttribute).value.slots.descrSet;
  if (set !== null) {
    set(asObject(metaAttribute as Value), type, value);
    return;
  }
  const dict = type.value.dict as PyDict;
  if (value !== undefined) dictSet(dict, name, keep(value));
  else if (!dictDelete(dict, name))
    throw attributeError(`type object '${nameInMessages(type)}' has no attribute '${text}'`);
  attributeChanged(type, text);
}

function reprType(type: PyType): Owned {
  return newStr(`<class '${fullTypeName(type)}'>`);
}

function newType(metaclass: PyType, args: Value[], kwnames: readonly PyObject[] | null): OwnedValue {
  const npos = args.length - (kwnames?.length ?? 0);
  if (npos !== 3) throw typeError(`type.__new__() takes exactly 3 arguments (${npos} given)`);
  const [name, bases, namespace] = args;
  if (!isStr(name)) throw typeError(`type.__new__() argument 1 must be str, not ${typeName(name)}`);
  if (!isTuple(bases)) throw typeError(`type.__new__() argument 2 must be tuple, not ${typeName(bases)}`);
  if (!isDict(namespace)) throw typeError(`type.__new__() argument 3 must be dict, not ${typeName(namespace)}`);
  return newClass(metaclass, name, bases, namespace, kwnames, args.slice(3));
}

/** The value of a key of the type's own namespace, a new reference. */
const ownEntry = (type: PyType, name: string): OwnedValue | undefined =>
  dictGet(type.value.dict as PyDict, intern(name));

function getDoc(type: PyType): OwnedValue {
  if (!isHeapType(type) && type.value.doc !== null) return newStr(type.value.doc);
  const doc = dictPeek(type.value.dict as PyDict, intern("__doc__"));
  if (doc === undefined) return newNone();
  const get = typeOf(doc).value.slots.descrGet;
  return get === null ? keep(doc) : get(asObject(doc), null, type);
}

function getModule(type: PyType): OwnedValue {
  if (!isHeapType(type)) return newStr(type.value.module);
  const module = ownEntry(type, "__module__");
  if (module === undefined) throw attributeError("__module__");
  return module;
}

/** Is one type a base of another by their layouts? While a metaclass orders the bases, the orders do not tell. */
function standsOn(type: PyType, base: PyType): boolean {
  for (let t: PyType | null = type; t !== null; t = t.value.base) if (t === base) return true;
  return false;
}

function setBases(type: PyType, value: Value | undefined): void {
  if (value === undefined)
    throw typeError(`cannot delete '__bases__' attribute of immutable type '${nameInMessages(type)}'`);
  if (!isHeapType(type))
    throw typeError(`cannot set '__bases__' attribute of immutable type '${nameInMessages(type)}'`);
  if (!isTuple(value)) throw typeError(`can only assign tuple to ${type.value.name}.__bases__, not ${typeName(value)}`);
  if (value.value.length === 0)
    throw typeError(`can only assign non-empty tuple to ${type.value.name}.__bases__, not ()`);
  const bases = [...value.value] as PyType[];
  for (const b of bases) {
    if (!isType(b)) throw typeError(`${type.value.name}.__bases__ must be tuple of classes, not '${typeName(b)}'`);
    if (isSubtype(b, type) || standsOn(b, type)) throw typeError("a __bases__ item causes an inheritance cycle");
  }
  const t = type.value;
  const base = bestBase(bases);
  checkCompatible(t.base as PyType, base, "__bases__");
  const [oldBase, oldBases] = [t.base, t.bases];
  t.base = newRef(base);
  t.bases = newRef(value);
  try {
    // A metaclass that orders the bases itself sees the new ones.
    setMro(type, bases);
  } catch (e) {
    const stale = t.bases === value ? [base, value] : [oldBase, oldBases];
    if (t.bases === value) [t.base, t.bases] = [oldBase, oldBases];
    for (const o of stale) if (o !== null) drop(moved(o) as Owned);
    throw e;
  }
  // The metaclass may have set other bases meanwhile.
  if (t.bases === value) rebase(type, oldBases as PyTuple, bases);
  if (oldBase !== null) drop(moved(oldBase) as Owned);
  if (oldBases !== null) drop(moved(oldBases) as Owned);
}

/** The new bases know the type, the old ones forget it, and it and what is built on it have their slots. */
function rebase(type: PyType, oldBases: PyTuple, bases: readonly PyType[]): void {
  for (const b of oldBases.value) (b as PyType).value.subclasses.delete(type);
  for (const b of bases) b.value.subclasses.add(type);
  const work = [type];
  for (let d = work.pop(); d !== undefined; d = work.pop()) {
    inheritSlots(d);
    for (const subclass of d.value.subclasses) work.push(subclass);
  }
}

/** A getset that heap types may set and builtins may not. */
function settable(name: string, check: (type: PyType, value: Value) => void) {
  return (type: PyType, value: Value | undefined): void => {
    if ((type.value.flags & IMMUTABLE) !== 0)
      throw typeError(`cannot set '${name}' attribute of immutable type '${nameInMessages(type)}'`);
    if (value === undefined)
      throw typeError(`cannot delete '${name}' attribute of immutable type '${type.value.name}'`);
    check(type, value);
  };
}

/** Set by dictviews.ts: a read-only view of a namespace. */
let newMappingProxy: (dict: PyObject) => Owned = (dict) => newRef(dict);
export const setMappingProxy = (f: typeof newMappingProxy): void => {
  newMappingProxy = f;
};
let newListOf: (items: Refs) => Owned;
/** Told once by list.ts. */
export const setListMaker = (f: typeof newListOf): void => {
  newListOf = f;
};

fillType<PyType>(TypeType, {
  name: "type",
  doc: "type(object) -> the object's type\ntype(name, bases, dict, **kwds) -> a new type",
  flags: HAVE_GC | BASETYPE | TYPE_SUBCLASS | HAS_WEAKREFS,
  basicSize: 920,
  itemSize: 40,
  sizeof: (type) => typeSize(type.value),

  traverse(type, visit) {
    if (!isHeapType(type)) return;
    const t = type.value;
    if (t.dict !== null) visit(t.dict);
    if (t.bases !== null) visit(t.bases);
    if (t.mroTuple !== null) visit(t.mroTuple);
    if (t.base !== null) visit(t.base);
  },

  clear(type) {
    const t = type.value;
    const { dict, bases, mroTuple, base } = t;
    for (const b of (bases as PyTuple | null)?.value ?? []) (b as PyType).value.subclasses.delete(type);
    if (isTracked(type)) {
      // The collector breaks cycles by way of the namespace; the rest goes when the type dies.
      t.dict = beyondLimit(newDict);
      t.mroTuple = null;
      if (dict !== null) drop(moved(dict) as Owned);
      if (mroTuple !== null) drop(moved(mroTuple) as Owned);
      return;
    }
    t.dict = t.bases = t.mroTuple = t.base = null;
    for (const o of [dict, bases, mroTuple, base]) if (o !== null) drop(moved(o) as Owned);
  },

  vectorcall: (slots, at, n) => (n === 1 ? newRef(typeOf(slots[at])) : undefined),
  slots: {
    call: callType,
    getattr: getTypeAttr,
    setattr: setTypeAttr,
    repr: reprType,
    hash: identityHash,
    new: newType,
    init(_type, args, kwnames) {
      const npos = args.length - (kwnames?.length ?? 0);
      if (npos === 1 && (kwnames?.length ?? 0) > 0) throw typeError("type.__init__() takes no keyword arguments");
      if (npos !== 1 && npos !== 3) throw typeError("type.__init__() takes 1 or 3 arguments");
    },
    or: (lhs, rhs) => makeUnion(lhs, rhs),
  },

  methods: [
    def("__dir__($self, /)", "Specialized __dir__ implementation for types.", (type: PyType) => dirOfClass(type)),
    def("mro($self, /)", "Return a type's method resolution order.", (type: PyType) =>
      newListOf(type.value.mro.map((t) => newRef(t)) as Owned[] as unknown as Refs),
    ),
    def("__subclasses__($self, /)", "Return a list of immediate subclasses.", (type: PyType) =>
      newListOf([...type.value.subclasses].map((t) => newRef(t)) as Owned[] as unknown as Refs),
    ),
    def("__prepare__($type, /, *args, **kwargs)", "Used to create the namespace for the class statement.", () =>
      newDict(),
    ),
    def(
      "__instancecheck__($self, instance, /) -> bool",
      "Check if an object is an instance.",
      (type: PyType, instance) => isInstanceOf(instance, type),
    ),
    def("__subclasscheck__($self, subclass, /) -> bool", "Check if a class is a subclass.", (type: PyType, subclass) =>
      isType(subclass) ? isSubtype(subclass, type) : isAbstractSubclass(subclass, type),
    ),
    def("__sizeof__($self, /) -> int", "Return memory consumption of the type object.", (type: PyType) =>
      typeSize(type.value),
    ),
  ],

  getset: [
    {
      name: "__name__",
      get: (type) => newStr(type.value.name),
      set: settable("__name__", (type, value) => {
        if (!isStr(value))
          throw typeError(`can only assign string to ${type.value.name}.__name__, not '${typeName(value)}'`);
        checkTypeName(value);
        type.value.name = value.value;
      }),
    },
    {
      name: "__qualname__",
      get: (type) => newStr(type.value.qualname),
      set: settable("__qualname__", (type, value) => {
        if (!isStr(value))
          throw typeError(`can only assign string to ${type.value.name}.__qualname__, not '${typeName(value)}'`);
        type.value.qualname = value.value;
      }),
    },
    {
      name: "__module__",
      get: getModule,
      set: settable("__module__", (type, value) => {
        dictSet(type.value.dict as PyDict, intern("__module__"), keep(value));
        if (isStr(value)) type.value.module = value.value;
        attributeChanged(type, "__module__");
      }),
    },
    {
      name: "__doc__",
      get: getDoc,
      set: settable("__doc__", (type, value) => {
        dictSet(type.value.dict as PyDict, intern("__doc__"), keep(value));
        attributeChanged(type, "__doc__");
      }),
    },
    { name: "__bases__", get: (type) => newRef(type.value.bases as PyObject), set: setBases },
    { name: "__base__", get: (type) => newRef(type.value.base ?? None) },
    { name: "__mro__", get: (type) => newRef(type.value.mroTuple ?? None) },
    { name: "__dict__", get: (type) => newMappingProxy(type.value.dict as PyObject) },
    { name: "__basicsize__", get: (type) => newInt(type.value.basicSize) },
    { name: "__itemsize__", get: (type) => newInt(type.value.itemSize) },
    { name: "__dictoffset__", get: () => newInt(0) },
    { name: "__weakrefoffset__", get: () => newInt(0) },
    { name: "__flags__", get: (type) => newInt(pythonFlags(type)) },
    {
      name: "__text_signature__",
      get: (type) => (type.value.textSignature === null ? newNone() : newStr(type.value.textSignature)),
    },
    {
      name: "__abstractmethods__",
      get(type) {
        const found = type === TypeType ? undefined : ownEntry(type, "__abstractmethods__");
        if (found === undefined) throw attributeError("__abstractmethods__");
        return found;
      },
      set(type, value) {
        const dict = type.value.dict as PyDict;
        if (value === undefined) {
          if (!dictDelete(dict, intern("__abstractmethods__"))) throw attributeError("__abstractmethods__");
        } else dictSet(dict, intern("__abstractmethods__"), keep(value));
        type.value.abstract = value !== undefined && isTrue(value);
        attributeChanged(type, "__abstractmethods__");
      },
    },
    {
      name: "__annotations__",
      get(type) {
        if (!isHeapType(type))
          throw attributeError(`type object '${nameInMessages(type)}' has no attribute '__annotations__'`);
        const known = ownEntry(type, "__annotations__");
        if (known !== undefined) return known;
        const fresh = newDict();
        dictSet(type.value.dict as PyDict, intern("__annotations__"), newRef(fresh));
        return fresh;
      },
      set(type, value) {
        if (!isHeapType(type))
          throw typeError(`cannot set '__annotations__' attribute of immutable type '${nameInMessages(type)}'`);
        const dict = type.value.dict as PyDict;
        if (value !== undefined) dictSet(dict, intern("__annotations__"), keep(value));
        else if (!dictDelete(dict, intern("__annotations__"))) throw attributeError("__annotations__");
      },
    },
    {
      name: "__type_params__",
      get: (type) =>
        (isHeapType(type) ? ownEntry(type, "__type_params__") : undefined) ?? newTuple([] as OwnedValue[] as Refs),
      set: settable("__type_params__", (type, value) =>
        dictSet(type.value.dict as PyDict, intern("__type_params__"), keep(value)),
      ),
    },
  ],
});
setTypeType(TypeType);

/** Our flags, and the bits of `__flags__` that they are in CPython. */
const FLAG_BITS: readonly (readonly [number, number])[] = [
  [HEAPTYPE, 9],
  [MADE_BY_MODULE, 9],
  [IMMUTABLE, 8],
  [BASETYPE, 10],
  [HAVE_GC, 14],
  [SEQUENCE, 5],
  [MAPPING, 6],
  [INT_SUBCLASS, 24],
  [LIST_SUBCLASS, 25],
  [TUPLE_SUBCLASS, 26],
  [BYTES_SUBCLASS, 27],
  [STR_SUBCLASS, 28],
  [DICT_SUBCLASS, 29],
  [EXC_SUBCLASS, 30],
  [TYPE_SUBCLASS, 31],
];

/** The bits of `__flags__` that programs look at. */
function pythonFlags(type: PyType): number {
  const { flags } = type.value;
  let sum = 2 ** 12 + 2 ** 18;
  for (const [mine, theirs] of FLAG_BITS) if ((flags & mine) !== 0) sum += 2 ** theirs;
  if (type.value.abstract) sum += 2 ** 20;
  return sum;
}

let makeUnion: (lhs: Value, rhs: Value) => OwnedValue = notImplemented;
/** Told once by union.ts: `int | str`. */
export const setUnionMaker = (f: typeof makeUnion): void => {
  makeUnion = f;
};

/** Is the value's type, or what its `__class__` says, built on a type? */
function isInstanceOf(value: Value, type: PyType): boolean {
  if (isSubtype(typeOf(value), type)) return true;
  const claimed = typeOf(value).value.slots.getattr?.(asObject(value), intern("__class__"));
  if (claimed === undefined) return false;
  const answer = claimed !== typeOf(value) && isType(claimed) && isSubtype(claimed, type);
  drop(claimed);
  return answer;
}

/** For objects that are no types but have `__bases__`. */
function isAbstractSubclass(value: Value, type: PyType): boolean {
  const bases = typeOf(value).value.slots.getattr?.(asObject(value), intern("__bases__"));
  if (bases === undefined || !isTuple(bases)) {
    if (bases !== undefined) drop(bases);
    throw typeError("issubclass() arg 1 must be a class");
  }
  const answer = bases.value.some((b) => b === type || (isType(b) && isSubtype(b, type)));
  drop(bases);
  return answer;
}
