// types.SimpleNamespace: an object whose attributes are what it is given by name. Its payload is
// its `__dict__`, owned.
import { allocGC } from "../heap/heap.ts";
import type { PyObject, PyType } from "../heap/object.ts";
import { drop, dropMaybe, newRef, type Owned, type OwnedValue, share, type Value } from "../heap/refs.ts";
import { BASETYPE, HAVE_GC } from "../heap/type.ts";
import { def } from "../native/signature.ts";
import { defineType } from "./define.ts";
import { dictSet, newDict, type PyDict } from "./dict.ts";
import { typeError } from "./errors.ts";
import { asInstanceOf, genericSetAttr } from "./instance.ts";
import { isSubtype } from "./lookup.ts";
import { member, untold } from "./members.ts";
import { compare, reprText } from "./protocol.ts";
import { guardedRepr } from "./reprguard.ts";
import { notImplemented } from "./singletons.ts";
import { intern, isStr, newStr } from "./str.ts";
import { EMPTY_TUPLE, tupleOf } from "./tuple.ts";

export type PyNamespace = PyObject<PyDict | null>;

const dictOf = (self: PyNamespace): PyDict => (self.value ??= newDict());
const isNamespace = (o: Value): o is PyNamespace => typeof o !== "number" && isSubtype(o.type, NamespaceType);

function reprNamespace(self: PyNamespace): Owned {
  const name = self.type === NamespaceType ? "namespace" : self.type.value.name;
  return newStr(
    guardedRepr(self, `${name}(...)`, () => {
      const parts: string[] = [];
      const { value: table } = dictOf(self);
      for (let at = table.next(0); at >= 0; at = table.next(at + 1)) {
        const key = table.keys[at] as Value;
        if (!isStr(key) || key.value === "") continue;
        const value = table.shareValue(at);
        try {
          parts.push(`${key.value}=${reprText(value)}`);
        } finally {
          drop(value);
        }
      }
      return `${name}(${parts.join(", ")})`;
    }),
  );
}

export const NamespaceType: PyType = defineType<PyNamespace>({
  name: "SimpleNamespace",
  module: "types",
  doc: "An object whose attributes are what it is given by name.",
  flags: HAVE_GC | BASETYPE,
  basicSize: 24,
  traverse(self, visit) {
    if (self.value !== null) visit(self.value);
  },
  clear(self) {
    const dict = self.value;
    self.value = null;
    dropMaybe(dict);
  },
  dictOf,
  slots: {
    new: (type) => asInstanceOf(newNamespace(), type),
    init(self, args, kwnames) {
      const names = kwnames ?? [];
      const first = args.length - names.length;
      if (first > 0) throw typeError("no positional arguments expected");
      names.forEach((name, i) => {
        if (!isStr(name)) throw typeError("keywords must be strings");
        dictSet(dictOf(self), name, share(args, first + i));
      });
    },
    setattr: genericSetAttr,
    repr: reprNamespace,
    compare: (self, other, op) => (isNamespace(other) ? compare(dictOf(self), dictOf(other), op) : notImplemented()),
  },
  methods: untold([
    def("__reduce__($self, /)", "What pickle needs to make the namespace again.", (self: PyNamespace) =>
      tupleOf(newRef(self.type), newRef(EMPTY_TUPLE), newRef(dictOf(self))),
    ),
  ]),
  constants: () => ({ __dict__: member<PyNamespace>(NamespaceType, "__dict__", dictOf) }),
});

/** A namespace without attributes. */
export const newNamespace = (): Owned<PyNamespace> => allocGC<PyDict | null, null>(NamespaceType, newDict(), null, 40);

/** A namespace with these attributes, which it steals. */
export function namespaceOf(attributes: Record<string, OwnedValue>): Owned<PyNamespace> {
  const self = newNamespace();
  for (const [name, value] of Object.entries(attributes)) dictSet(dictOf(self), intern(name), value);
  return self;
}
