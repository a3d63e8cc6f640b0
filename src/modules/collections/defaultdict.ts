// collections.defaultdict: a dict that makes a value for a key that it does not have. The factory
// lies where a dict has nothing, in `extra`; in an instance of a subclass, in what that puts there.
import { allocGC } from "../../heap/heap.ts";
import type { PyObject, PyType } from "../../heap/object.ts";
import { drop, dropMaybe, newRef, type Owned, type OwnedValue, type Value } from "../../heap/refs.ts";
import { BASETYPE, DICT_SUBCLASS, HAVE_GC, MAPPING } from "../../heap/type.ts";
import { def } from "../../native/signature.ts";
import { Attributes } from "../../objects/attributes.ts";
import { call, callMethod } from "../../objects/call.ts";
import { classGetItem } from "../../objects/classgetitem.ts";
import { defineType } from "../../objects/define.ts";
import { DictType, isDict, type PyDict } from "../../objects/dict.ts";
import { dictUpdateFrom } from "../../objects/dictmerge.ts";
import { DictTable } from "../../objects/dicttable.ts";
import { typeError } from "../../objects/errors.ts";
import { asInstanceOf } from "../../objects/instance.ts";
import { getIter } from "../../objects/iteration.ts";
import { isSubtype } from "../../objects/lookup.ts";
import { openMember, untold } from "../../objects/members.ts";
import { keyError, reprText, setItem, slotsOf } from "../../objects/protocol.ts";
import { guardedRepr } from "../../objects/reprguard.ts";
import { None, newNone, notImplemented } from "../../objects/singletons.ts";
import { intern, newStr } from "../../objects/str.ts";
import { EMPTY_TUPLE, tupleOf } from "../../objects/tuple.ts";

type PyDefaultDict = PyDict;
const SIZE = 56;

/** The factory, borrowed; null when there is none. */
const storedFactory = (d: PyObject): PyObject | null =>
  (d.extra instanceof Attributes ? d.extra.spare : d.extra) as PyObject | null;
/** A program may have set it to None. */
function factoryOf(d: PyObject): PyObject | null {
  const factory = storedFactory(d);
  return factory === None ? null : factory;
}

/** Puts a factory in; answers the one that was there. */
function putFactory(d: PyObject, factory: PyObject | null): PyObject | null {
  const before = storedFactory(d);
  if (d.extra instanceof Attributes) d.extra.spare = factory;
  else d.extra = factory;
  return before;
}

/** A new one, with a factory that it steals. */
function newDefaultDict(type: PyType, factory: Owned | null): Owned<PyDefaultDict> {
  const d = allocGC<DictTable, unknown>(DefaultDictType, new DictTable(1), factory, SIZE + 16);
  return asInstanceOf(d as Owned<PyDefaultDict>, type);
}

const isDefaultDict = (value: Value): value is PyDefaultDict =>
  typeof value !== "number" && isSubtype(value.type, DefaultDictType);

function init(d: PyDefaultDict, args: Value[], kwnames: readonly PyObject[] | null): void {
  const npos = args.length - (kwnames?.length ?? 0);
  const factory = npos > 0 ? args[0] : None;
  if (factory !== None && slotsOf(factory).call === null) throw typeError("first argument must be callable or None");
  dropMaybe(putFactory(d, factory === None ? null : newRef(factory as PyObject)));
  DictType.value.slots.init?.(d, npos > 0 ? args.slice(1) : args, kwnames);
}

function missing(d: PyDefaultDict, key: Value): OwnedValue {
  const factory = factoryOf(d);
  if (factory === null) throw keyError(key);
  const held = newRef(factory);
  try {
    const place = [call(held)];
    try {
      setItem(d, key, place[0]);
    } catch (e) {
      drop(place[0]);
      throw e;
    }
    return place[0];
  } finally {
    drop(held);
  }
}

function repr(d: PyDefaultDict): Owned {
  const factory = factoryOf(d);
  const shown = factory === null ? "None" : guardedRepr(factory, "...", () => reprText(factory));
  const text = DictType.value.slots.repr?.(d) as Owned;
  const items = (text as Owned<PyObject<string>>).value;
  drop(text);
  return newStr(`${d.type.value.name}(${shown}, ${items})`);
}

const copy = (d: PyDefaultDict): OwnedValue => call(d.type, sharedFactory(d), newRef(d));
const sharedFactory = (d: PyDefaultDict): Owned => newRef(factoryOf(d) ?? None);

/** `lhs | rhs`: of the type, and with the factory, of the operand that is one. */
function union(lhs: Value, rhs: Value): OwnedValue {
  const own = isDefaultDict(lhs) ? lhs : (rhs as PyDefaultDict);
  if (!isDict(lhs) || !isDict(rhs)) return notImplemented();
  const made = call(own.type, sharedFactory(own), newRef(lhs));
  try {
    dictUpdateFrom(made as PyDict, rhs);
  } catch (e) {
    drop(made);
    throw e;
  }
  return made;
}

function reduce(d: PyDefaultDict): OwnedValue {
  const factory = factoryOf(d);
  const args = factory === null ? newRef(EMPTY_TUPLE) : tupleOf(newRef(factory));
  const items = callMethod(d, "items");
  try {
    return tupleOf(newRef(d.type), args, newNone(), newNone(), getIter(items));
  } catch (e) {
    drop(args);
    throw e;
  } finally {
    drop(items);
  }
}

export const DefaultDictType: PyType = defineType<PyDefaultDict>({
  name: "defaultdict",
  module: "collections",
  doc: "defaultdict(default_factory=None, /, [...]): a dict that calls a factory for the value of a missing key.",
  base: DictType,
  flags: HAVE_GC | BASETYPE | DICT_SUBCLASS | MAPPING,
  basicSize: SIZE,
  sizeof: (d) => SIZE + d.value.byteSize(),
  traverse(d, visit) {
    const factory = storedFactory(d);
    if (factory !== null) visit(factory);
    DictType.value.traverse?.(d, visit);
  },
  clear(d) {
    const factory = putFactory(d, null);
    DictType.value.clear?.(d);
    dropMaybe(factory);
  },
  slots: { new: (type) => newDefaultDict(type, null), init, repr, or: union },
  methods: untold([
    def("__missing__($self, key, /)", "Makes a value for a key that is not there.", missing),
    def("copy($self, /)", "A shallow copy.", copy),
    def("__copy__($self, /)", "A shallow copy.", copy),
    def("__reduce__($self, /)", "What pickle needs to make the dict again.", reduce),
    classGetItem,
  ]),
  constants: () => ({
    __module__: newRef(intern("collections")),
    default_factory: openMember<PyDefaultDict>(DefaultDictType, "default_factory", factoryOf, putFactory),
  }),
});
