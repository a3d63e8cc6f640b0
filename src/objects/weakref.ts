// weakref.ReferenceType: a reference that does not keep its object alive. The heap's side table
// (heap/weakrefs.ts) knows all references to an object; the plain one, without a callback, is
// shared. Proxies are weakproxy.ts.
import { allocGC } from "../heap/heap.ts";
import type { PyObject, PyType } from "../heap/object.ts";
import { boxed, drop, dropMaybe, keep, moved, newRef, type Owned, type OwnedValue, type Value } from "../heap/refs.ts";
import { BASETYPE, EQ, HAS_WEAKREFS, HAVE_GC, NE, type Visit } from "../heap/type.ts";
import { type PyWeakref, registerWeakref, unregisterWeakref, type WeakrefData, weakrefsOf } from "../heap/weakrefs.ts";
import { addressText } from "./builtin.ts";
import { findSpecial } from "./call.ts";
import { classGetItem } from "./classgetitem.ts";
import { defineType } from "./define.ts";
import { typeError } from "./errors.ts";
import { asInstanceOf } from "./instance.ts";
import { isSubtype, typeOf } from "./lookup.ts";
import { member, untold } from "./members.ts";
import { compare, hashOf, nameInMessages, unlessRaises } from "./protocol.ts";
import { None, newBool, newNone, notImplemented } from "./singletons.ts";
import { isStr, newStr } from "./str.ts";
import { setFirstWeakref } from "./type.ts";

/** Builtin types whose objects can be referred to weakly; classes say so by their flag. */
const REFERABLE = new Set([
  "type",
  "function",
  "method",
  "builtin_function_or_method",
  "module",
  "code",
  "generator",
  "coroutine",
  "async_generator",
  "memoryview",
  "types.GenericAlias",
  "array.array",
  "collections.deque",
  "collections.OrderedDict",
  "re.Pattern",
  "functools.partial",
  "functools._lru_cache_wrapper",
  "itertools._tee",
  "_struct.Struct",
  "_thread.lock",
  "_thread.RLock",
  "_thread._local",
  "_queue.SimpleQueue",
  "pickle.PickleBuffer",
  "_contextvars.Context",
  "mmap.mmap",
]);

const isReferable = (type: PyType): boolean =>
  (type.value.flags & HAS_WEAKREFS) !== 0 ||
  type.value.mro.some((t) => REFERABLE.has(nameInMessages(t)) || t.value.module === "_io");

/** The object, as one that can be referred to weakly. Raises TypeError. */
export function checkReferable(value: Value): PyObject {
  const type = typeOf(value);
  if (typeof value === "number" || !isReferable(type)) {
    throw typeError(`cannot create weak reference to '${nameInMessages(type)}' object`);
  }
  return value;
}

/** The object behind a reference, borrowed; null once it is gone, or on its way. */
export const targetOf = (ref: PyWeakref): PyObject | null => {
  const { target } = ref.value;
  return target !== null && target.refcnt > 0 ? target : null;
};

export const isWeakref = (o: Value): o is PyWeakref =>
  typeof o !== "number" && (o.type === WeakrefType || isSubtype(o.type, WeakrefType));

/** The plain reference and the plain proxy to an object, which stand first in its list. */
export function plainRefs(
  target: PyObject,
  isProxy: (ref: PyWeakref) => boolean,
): { ref: PyWeakref | null; proxy: PyWeakref | null } {
  const list = weakrefsOf(target);
  const ref = list.length > 0 && list[0].value.callback === null && list[0].type === WeakrefType ? list[0] : null;
  const second = list[ref === null ? 0 : 1];
  const proxy = second !== undefined && second.value.callback === null && isProxy(second) ? second : null;
  return { ref, proxy };
}

let isProxyRef: (ref: PyWeakref) => boolean = () => false;
/** Told once by weakproxy.ts. */
export const setProxyTest = (f: typeof isProxyRef): void => {
  isProxyRef = f;
};

/** The argument that is to be called, as an owned object; null for none. */
export const callbackOf = (value: Value | undefined): Owned | null =>
  value === undefined || value === None ? null : boxed(keep(value));

/** A new reference or proxy, entered into its target's list. Borrows the target, steals the callback. */
export function newReference(
  builtin: PyType,
  type: PyType,
  target: PyObject,
  callback: Owned | null,
): Owned<PyWeakref> {
  const data: WeakrefData = { target, callback, hash: null };
  const ref = asInstanceOf(allocGC<WeakrefData, null>(builtin, data, null, 80) as Owned<PyWeakref>, type);
  const { ref: plain, proxy } = plainRefs(target, isProxyRef);
  const isPlainRef = callback === null && type === WeakrefType;
  const isPlainProxy = callback === null && isProxyRef(ref);
  const ahead = isPlainRef ? 0 : (plain === null ? 0 : 1) + (proxy === null || isPlainProxy ? 0 : 1);
  registerWeakref(ref, target, ahead);
  return ref;
}

/** `weakref.ref(value, callback)`; everything is borrowed. */
export function newWeakref(type: PyType, value: Value, callback: Value | undefined): Owned<PyWeakref> {
  const target = checkReferable(value);
  const called = callbackOf(callback);
  if (called === null && type === WeakrefType) {
    const { ref } = plainRefs(target, isProxyRef);
    if (ref !== null) return newRef(ref);
  }
  return newReference(WeakrefType, type, target, called);
}

export function clearReference(ref: PyWeakref): void {
  unregisterWeakref(ref);
  const { callback } = ref.value;
  ref.value.callback = null;
  dropMaybe(callback);
}

export function traverseReference(ref: PyWeakref, visit: Visit): void {
  if (ref.value.callback !== null) visit(ref.value.callback);
}

/** Checks the number of arguments of `ref(object, callback)`. */
function checkCount(name: string, n: number): void {
  if (n < 1) throw typeError(`${name} expected at least 1 argument, got ${n}`);
  if (n > 2) throw typeError(`${name} expected at most 2 arguments, got ${n}`);
}

/** " (name)" when the object has a `__name__`. */
function nameText(target: PyObject): string {
  const name = unlessRaises("AttributeError", () => findSpecial(target, "__name__"));
  if (name === undefined) return "";
  const text = isStr(name) ? ` (${name.value})` : "";
  drop(name);
  return text;
}

function reprReference(ref: PyWeakref): Owned {
  const target = targetOf(ref);
  if (target === null) return newStr(`<weakref at ${addressText(ref)}; dead>`);
  newRef(target);
  try {
    const what = `'${nameInMessages(target.type)}' at ${addressText(target)}`;
    return newStr(`<weakref at ${addressText(ref)}; to ${what}${nameText(target)}>`);
  } finally {
    drop(moved(target));
  }
}

function compareReferences(a: PyWeakref, b: Value, op: number): OwnedValue {
  if ((op !== EQ && op !== NE) || typeof b === "number" || !(isWeakref(b) || isProxyRef(b as PyWeakref)))
    return notImplemented();
  const [x, y] = [targetOf(a), targetOf(b as PyWeakref)];
  if (x === null || y === null) return newBool((a === b) === (op === EQ));
  newRef(x);
  newRef(y);
  try {
    return compare(x, y, op);
  } finally {
    drop(moved(x));
    drop(moved(y));
  }
}

export const WeakrefType: PyType = defineType<PyWeakref>({
  name: "ReferenceType",
  module: "weakref",
  flags: HAVE_GC | BASETYPE,
  basicSize: 64,
  traverse: traverseReference,
  clear: clearReference,
  slots: {
    new(type, args, kwnames) {
      const n = args.length - (kwnames?.length ?? 0);
      checkCount("__new__", n);
      return newWeakref(type, args[0], n > 1 ? args[1] : undefined);
    },
    init(_self, args, kwnames) {
      if ((kwnames?.length ?? 0) > 0) throw typeError("ref() takes no keyword arguments");
      checkCount("__init__", args.length);
    },
    call(ref, args, kwnames) {
      if ((kwnames?.length ?? 0) > 0) throw typeError("weakref() takes no keyword arguments");
      if (args.length > 0) throw typeError(`weakref expected 0 arguments, got ${args.length}`);
      return newRef(targetOf(ref) ?? None);
    },
    repr: reprReference,
    hash(ref) {
      if (ref.value.hash !== null) return ref.value.hash;
      const target = targetOf(ref);
      if (target === null) throw typeError("weak object has gone away");
      newRef(target);
      try {
        ref.value.hash = hashOf(target);
      } finally {
        drop(moved(target));
      }
      return ref.value.hash;
    },
    compare: compareReferences,
  },
  methods: untold([classGetItem]),
  constants: () => ({ __callback__: member<PyWeakref>(WeakrefType, "__callback__", (ref) => ref.value.callback) }),
});

setFirstWeakref((self) => {
  const first = weakrefsOf(self)[0];
  return first === undefined ? newNone() : newRef(first);
});
