// _abc: what abc.ABCMeta is built on. Each abstract class has a record of the classes that are
// registered with it, and of those that it has already said yes or no to, all weakly.
import { allocGC } from "../heap/heap.ts";
import type { PyObject, PyType } from "../heap/object.ts";
import {
  drop,
  dropAll,
  dropMaybe,
  keep,
  newRef,
  type Owned,
  type OwnedValue,
  type Refs,
  type Value,
} from "../heap/refs.ts";
import { HAVE_GC, HEAPTYPE, MAPPING, SEQUENCE } from "../heap/type.ts";
import { def } from "../native/signature.ts";
import { newBuiltin } from "../objects/builtin.ts";
import { callMethod } from "../objects/call.ts";
import { defineType } from "../objects/define.ts";
import { dictDelete, dictPeek, type PyDict } from "../objects/dict.ts";
import { newError, runtimeError, typeError } from "../objects/errors.ts";
import { asInstanceOf } from "../objects/instance.ts";
import { isSubclass } from "../objects/instancecheck.ts";
import { intValue, newInt } from "../objects/int.ts";
import { iterate, listItems } from "../objects/iteration.ts";
import { isList } from "../objects/list.ts";
import { isSubtype, typeOf } from "../objects/lookup.ts";
import { findAttr, findAttrText, getAttrText, isTrue, isType, setAttr, takeTruth } from "../objects/protocol.ts";
import { newFrozenSet, newSet, type PySet, setAdd, setContains, setDiscard, setFrom } from "../objects/set.ts";
import { False, NotImplemented, newBool, True } from "../objects/singletons.ts";
import { intern, isStr } from "../objects/str.ts";
import { tupleOf } from "../objects/tuple.ts";
import { isWeakref, newWeakref, targetOf, WeakrefType } from "../objects/weakref.ts";
import { defineModule } from "./module.ts";
import { using } from "./natives.ts";
import { perInstance } from "./state.ts";

/** Counts registrations: what a class has said no to before the last one is not to be believed. */
const registrations = perInstance<{ count: number }>({ make: () => ({ count: 0 }) });

type SetName = "registry" | "cache" | "negative";
interface Memory {
  registry: PySet | null;
  cache: PySet | null;
  negative: PySet | null;
  version: number;
}
type PyRecord = PyObject<Memory>;

const SETS: readonly SetName[] = ["registry", "cache", "negative"];

const RecordType: PyType = defineType<PyRecord>({
  name: "_abc_data",
  module: "_abc",
  doc: "Internal state held by ABC machinery.",
  flags: HAVE_GC,
  basicSize: 48,
  traverse({ value }, visit) {
    for (const name of SETS) if (value[name] !== null) visit(value[name]);
  },
  clear({ value }) {
    const held = SETS.map((name) => value[name]);
    value.registry = value.cache = value.negative = null;
    for (const set of held) dropMaybe(set);
  },
  slots: {
    new: (type) => {
      const version = registrations().count;
      const state: Memory = { registry: null, cache: null, negative: null, version };
      return asInstanceOf(allocGC<Memory, null>(RecordType, state, null, 64), type);
    },
  },
});

/** The record of a class, owned. */
function recordOf(cls: Value): Owned<PyRecord> {
  const found = getAttrText(cls, "_abc_impl");
  if (typeof found !== "number" && found.type === RecordType) return found as PyObject as Owned<PyRecord>;
  drop(found);
  throw typeError("_abc_impl is set to a wrong type");
}

// ---- sets of classes, weakly ----

const destroy = def("_destroy($module, ref, /)", "Takes a dead class out of a set.", (weakSet, ref) => {
  const set = isWeakref(weakSet) ? targetOf(weakSet) : null;
  if (set === null) return;
  const held = newRef(set);
  try {
    setDiscard(held as PyObject as PySet, ref);
  } finally {
    drop(held);
  }
});

function addWeakly(record: PyRecord, name: SetName, cls: Value): void {
  record.value[name] ??= newSet();
  const set = record.value[name] as PySet;
  const weakSet = newWeakref(WeakrefType, set, undefined);
  const callback = newBuiltin(destroy, weakSet, null, null);
  drop(weakSet);
  try {
    setAdd(set, newWeakref(WeakrefType, cls, callback));
  } finally {
    drop(callback);
  }
}

function hasWeakly(set: PySet | null, cls: Value): boolean {
  if (set === null || set.value.used === 0) return false;
  return using(newWeakref(WeakrefType, cls, undefined), (ref) => setContains(set, ref));
}

// ---- _abc_init ----

const isAbstract = (value: Value): boolean => {
  const flag = findAttrText(value, "__isabstractmethod__");
  return flag !== undefined && takeTruth(flag);
};

/** Puts the names of a class's own abstract methods into a set. */
function addOwnAbstract(cls: Value, names: PySet): void {
  using(getAttrText(cls, "__dict__"), (namespace) =>
    using(callMethod(namespace, "items"), (items) =>
      iterate(items, (pair) => {
        using(pair, () => {
          const [key, value] = (pair as PyObject<Value[]>).value;
          if (isAbstract(value)) setAdd(names, keep(key));
        });
      }),
    ),
  );
}

/** And those that bases have left, and the class has not made concrete. */
function addInherited(cls: Value, base: Value, names: PySet): void {
  const inherited = findAttrText(base, "__abstractmethods__");
  if (inherited === undefined) return;
  using(inherited, () =>
    iterate(inherited, (key) => {
      using(key, () => {
        const value = isStr(key) ? findAttr(cls, intern(key.value)) : undefined;
        if (value === undefined) return;
        using(value, () => {
          if (isAbstract(value)) setAdd(names, keep(key));
        });
      });
    }),
  );
}

function setAbstractMethods(cls: Value): void {
  const names = newSet();
  try {
    addOwnAbstract(cls, names);
    using(getAttrText(cls, "__bases__"), (bases) =>
      iterate(bases, (base) => {
        using(base, () => addInherited(cls, base, names));
      }),
    );
    using(newFrozenSet(listItems(names)), (frozen) => setAttr(cls, intern("__abstractmethods__"), frozen));
  } finally {
    drop(names);
  }
}

/** As CPython numbers them in `__abc_tpflags__`. */
const FLAG_SEQUENCE = 32;
const FLAG_MAPPING = 64;

/** Classes may say that their instances match as sequences or as mappings. */
function takeFlags(cls: Value): void {
  if (!isType(cls)) return;
  const name = intern("__abc_tpflags__");
  const flags = dictPeek(cls.value.dict as PyDict, name);
  if (flags === undefined) return;
  const bits = Number(intValue(flags) ?? 0);
  if (bits !== 0) {
    const both = FLAG_SEQUENCE | FLAG_MAPPING;
    if ((bits & both) === both)
      throw typeError("__abc_tpflags__ cannot be both Py_TPFLAGS_SEQUENCE and Py_TPFLAGS_MAPPING");
    if ((bits & FLAG_SEQUENCE) !== 0) cls.value.flags |= SEQUENCE;
    if ((bits & FLAG_MAPPING) !== 0) cls.value.flags |= MAPPING;
  }
  dictDelete(cls.value.dict as PyDict, name);
}

const initNative = def("_abc_init($module, self, /)", "Makes a class an abstract one.", (_module, cls) => {
  setAbstractMethods(cls);
  using(RecordType.value.slots.new?.(RecordType, [], null) as OwnedValue, (record) =>
    setAttr(cls, intern("_abc_impl"), record),
  );
  takeFlags(cls);
});

// ---- _abc_register ----

/** A class and all that are built on it match as the abstract class does. */
function setFlags(type: PyType, flag: number): void {
  const work = [type];
  for (let t = work.pop(); t !== undefined; t = work.pop()) {
    if ((t.value.flags & HEAPTYPE) === 0 || (t.value.flags & (SEQUENCE | MAPPING)) === flag) continue;
    t.value.flags = (t.value.flags & ~(SEQUENCE | MAPPING)) | flag;
    for (const subclass of t.value.subclasses) work.push(subclass);
  }
}

const registerNative = def(
  "_abc_register($module, self, subclass, /)",
  "Registers a class with an abstract one.",
  (_module, cls, subclass) => {
    if (!isType(subclass)) throw typeError("Can only register classes");
    if (isSubclass(subclass, cls)) return newRef(subclass);
    if (isSubclass(cls, subclass)) throw runtimeError("Refusing to create an inheritance cycle");
    using(recordOf(cls), (record) => addWeakly(record, "registry", subclass));
    registrations().count++;
    const flag = isType(cls) ? cls.value.flags & (SEQUENCE | MAPPING) : 0;
    if (flag !== 0) setFlags(subclass, flag);
    return newRef(subclass);
  },
);

// ---- checks ----

const asksSubclass = (cls: Value, subclass: Value): OwnedValue => callMethod(cls, "__subclasscheck__", keep(subclass));

function checkInstance(cls: Value, instance: Value): OwnedValue {
  return using(recordOf(cls), (record) =>
    using(getAttrText(instance, "__class__"), (subclass) => {
      const { value } = record;
      if (hasWeakly(value.cache, subclass)) return newBool(true);
      const type = typeOf(instance);
      if (type === subclass) {
        if (value.version === registrations().count && hasWeakly(value.negative, subclass)) return newBool(false);
        return asksSubclass(cls, subclass);
      }
      const answer = asksSubclass(cls, subclass);
      if (isTrueOwned(answer)) return answer;
      drop(answer);
      return asksSubclass(cls, type);
    }),
  );
}

/** The truth of an answer that stays one's own, unless asking for it fails. */
function isTrueOwned(answer: OwnedValue): boolean {
  try {
    return isTrue(answer);
  } catch (e) {
    drop(answer);
    throw e;
  }
}

function checkSubclass(cls: Value, subclass: Value): boolean {
  if (!isType(subclass)) throw typeError("issubclass() arg 1 must be a class");
  return using(recordOf(cls), (record) => {
    const { value } = record;
    if (hasWeakly(value.cache, subclass)) return true;
    const { count } = registrations();
    if (value.version < count) {
      if (value.negative !== null) drop(callMethod(value.negative, "clear"));
      value.version = count;
    } else if (hasWeakly(value.negative, subclass)) return false;
    const answer = askHook(cls, subclass) ?? isKnown(cls, record, subclass);
    if (answer === "registered") return true;
    addWeakly(record, answer ? "cache" : "negative", subclass);
    return answer;
  });
}

/** What `__subclasshook__` says; null when it leaves the question open. */
function askHook(cls: Value, subclass: PyType): boolean | null {
  const answer = callMethod(cls, "__subclasshook__", newRef(subclass));
  drop(answer);
  if (answer === True) return true;
  if (answer === False) return false;
  if (answer === NotImplemented) return null;
  throw newError("AssertionError", "__subclasshook__ must return either False, True, or NotImplemented");
}

/** Is it a subclass, one that is registered, or one of either of a class built on this one? */
function isKnown(cls: Value, record: PyRecord, subclass: PyType): boolean | "registered" {
  if (isType(cls) && isSubtype(subclass, cls)) return true;
  if (hasWeakly(record.value.registry, subclass)) return "registered";
  const others = [...registered(record), ...subclassesOf(cls)] as OwnedValue[];
  try {
    return others.some((other) => isSubclass(subclass, other));
  } finally {
    dropAll(others);
  }
}

/** The classes in the registry that are alive, as new references. */
function registered(record: PyRecord): OwnedValue[] {
  const { registry } = record.value;
  if (registry === null) return [];
  const refs = listItems(registry);
  const alive: OwnedValue[] = [];
  for (const ref of refs) {
    const target = isWeakref(ref) ? targetOf(ref) : null;
    if (target !== null) alive.push(newRef(target));
  }
  dropAll(refs);
  return alive;
}

function subclassesOf(cls: Value): Refs {
  return using(callMethod(cls, "__subclasses__"), (list) => {
    if (!isList(list)) throw typeError("__subclasses__() must return a list");
    return listItems(list);
  });
}

// ---- looking into it ----

const copySet = (set: PySet | null): Owned => (set === null ? newSet() : setFrom(set));

function forget(cls: Value, names: readonly SetName[]): void {
  using(recordOf(cls), ({ value }) => {
    for (const name of names) {
      const set = value[name];
      if (set !== null) drop(callMethod(set, "clear"));
    }
  });
}

export default defineModule({
  name: "_abc",
  doc: "What the module abc is built on.",
  functions: [
    def("get_cache_token($module, /)", "A number that changes with each registration.", () =>
      newInt(registrations().count),
    ),
    initNative,
    def("_reset_registry($module, self, /)", "Forgets what is registered.", (_module, cls) =>
      forget(cls, ["registry"]),
    ),
    def("_reset_caches($module, self, /)", "Forgets the answers.", (_module, cls) =>
      forget(cls, ["cache", "negative"]),
    ),
    def("_get_dump($module, self, /)", "Copies of what a class remembers.", (_module, cls) =>
      using(recordOf(cls), ({ value }) =>
        tupleOf(copySet(value.registry), copySet(value.cache), copySet(value.negative), newInt(value.version)),
      ),
    ),
    registerNative,
    def("_abc_instancecheck($module, self, instance, /)", "Is it an instance?", (_module, cls, instance) =>
      checkInstance(cls, instance),
    ),
    def("_abc_subclasscheck($module, self, subclass, /)", "Is it a subclass?", (_module, cls, subclass) =>
      newBool(checkSubclass(cls, subclass)),
    ),
  ],
});
