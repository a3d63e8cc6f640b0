// mappingproxy: a read-only view of any mapping, such as a class's namespace. It passes on what
// can be asked of a mapping. The payload is the mapping, owned; null once it has been cleared.
import { allocGC } from "../heap/heap.ts";
import type { PyObject, PyType } from "../heap/object.ts";
import { boxed, dropMaybe, keep, newRef, type Owned, type OwnedValue, type Value } from "../heap/refs.ts";
import { HAVE_GC, LIST_SUBCLASS, MAPPING, TUPLE_SUBCLASS } from "../heap/type.ts";
import { callNative } from "../native/bind.ts";
import { def } from "../native/signature.ts";
import { callMethod } from "./call.ts";
import { classGetItem } from "./classgetitem.ts";
import { defineType } from "./define.ts";
import { typeError } from "./errors.ts";
import { contains, getIter } from "./iteration.ts";
import { untold } from "./members.ts";
import { binaryOp } from "./operators.ts";
import { compare, getItem, hashOf, length, reprText, slotsOf, str, typeName } from "./protocol.ts";
import { nested } from "./recursion.ts";
import { None } from "./singletons.ts";
import { newStr } from "./str.ts";
import { setMappingProxy } from "./typeattrs.ts";

export type PyMappingProxy = PyObject<PyObject | null>;

const NB_OR = 7;
const mappingOf = (proxy: PyMappingProxy): PyObject => proxy.value ?? None;
const isProxy = (o: Value): o is PyMappingProxy => typeof o !== "number" && o.type === MappingProxyType;
const unwrap = (o: Value): Value => (isProxy(o) ? mappingOf(o) : o);

const NEW = def("mappingproxy($type, mapping)", "", (_type, mapping): OwnedValue => {
  const isMapping =
    slotsOf(mapping).getitem !== null &&
    typeof mapping !== "number" &&
    (mapping.type.value.flags & (LIST_SUBCLASS | TUPLE_SUBCLASS)) === 0;
  if (!isMapping) throw typeError(`mappingproxy() argument must be a mapping, not ${typeName(mapping)}`);
  return newMappingProxy(boxed(keep(mapping)));
});

/** Asks the mapping, which may be a proxy itself, and so on: the depth is counted. */
const ask = <T>(proxy: PyMappingProxy, question: (mapping: PyObject) => T): T =>
  nested("", () => question(mappingOf(proxy)));

/** Calls a method of the mapping. */
const passOn =
  (name: string) =>
  (proxy: PyMappingProxy): OwnedValue =>
    callMethod(mappingOf(proxy), name);

export const MappingProxyType: PyType = defineType<PyMappingProxy>({
  name: "mappingproxy",
  flags: HAVE_GC | MAPPING,
  basicSize: 24,
  traverse(proxy, visit) {
    if (proxy.value !== null) visit(proxy.value);
  },
  clear(proxy) {
    const mapping = proxy.value;
    proxy.value = null;
    dropMaybe(mapping);
  },
  slots: {
    new: (type, args, kwnames) => callNative(NEW, type, args, kwnames, ""),
    repr: (proxy) => newStr(`mappingproxy(${reprText(mappingOf(proxy))})`),
    str: (proxy) => ask(proxy, str),
    hash: (proxy) => ask(proxy, hashOf),
    len: (proxy) => ask(proxy, length),
    iter: (proxy) => ask(proxy, getIter),
    getitem: (proxy, key) => ask(proxy, (mapping) => getItem(mapping, key)),
    contains: (proxy, key) => ask(proxy, (mapping) => contains(mapping, key)),
    compare: (proxy, other, op) => compare(mappingOf(proxy), other, op),
    or: (lhs, rhs) => nested("", () => binaryOp(NB_OR, unwrap(lhs), unwrap(rhs))),
    ior(lhs) {
      throw typeError(`'|=' is not supported by ${typeName(lhs)}; use '|' instead`);
    },
  },
  methods: untold([
    def(
      "get($self, key, default=None, /)",
      "The value of a key; the default when it is not there.",
      (proxy: PyMappingProxy, key, fallback) => callMethod(mappingOf(proxy), "get", keep(key), keep(fallback)),
    ),
    def("keys($self, /)", "The mapping's keys.", passOn("keys")),
    def("values($self, /)", "The mapping's values.", passOn("values")),
    def("items($self, /)", "The mapping's items.", passOn("items")),
    def("copy($self, /)", "A copy of the mapping.", passOn("copy")),
    def("__reversed__($self, /)", "An iterator over the keys, last to first.", passOn("__reversed__")),
    classGetItem,
  ]),
});

/** A read-only view of a mapping, which it steals. */
export const newMappingProxy = (mapping: Owned): Owned<PyMappingProxy> =>
  allocGC<PyObject | null, null>(MappingProxyType, mapping, null, 40);

setMappingProxy((dict) => newMappingProxy(newRef(dict)));
