// types.SimpleNamespace: an object with nothing but attributes, which its repr shows.
import { allocGC } from "../heap/heap.ts";
import type { PyObject, PyType } from "../heap/object.ts";
import { dropMaybe, newRef, type Owned, type OwnedValue, share, type Value } from "../heap/refs.ts";
import { BASETYPE, HAVE_GC } from "../heap/type.ts";
import { def } from "../native/signature.ts";
import { defineType } from "./define.ts";
import { dictEntries, dictSet, newDict, type PyDict } from "./dict.ts";
import { attributeError, typeError } from "./errors.ts";
import { asInstanceOf } from "./instance.ts";
import { compare, reprText, typeName } from "./protocol.ts";
import { guardedRepr } from "./reprguard.ts";
import { notImplemented } from "./singletons.ts";
import { intern, isStr, newStr } from "./str.ts";
import { EMPTY_TUPLE, tupleOf } from "./tuple.ts";

/** The attributes, owned; null only while the object dies. */
export type PyNamespace = PyObject<{ dict: PyDict | null }>;

function dictOf(self: PyNamespace): PyDict {
  self.value.dict ??= newDict();
  return self.value.dict;
}

function repr(self: PyNamespace): Owned {
  const name = self.type === NamespaceType ? "namespace" : typeName(self);
  return newStr(
    guardedRepr(self, `${name}(...)`, () => {
      const parts: string[] = [];
      for (const [key, value] of dictEntries(dictOf(self)))
        if (isStr(key)) parts.push(`${key.value}=${reprText(value)}`);
      return `${name}(${parts.join(", ")})`;
    }),
  );
}

/** Keywords become attributes. */
function init(self: PyNamespace, args: Value[], kwnames: readonly PyObject[] | null): void {
  const names = kwnames ?? [];
  if (args.length > names.length) throw typeError("no positional arguments expected");
  for (let i = 0; i < names.length; i++) dictSet(dictOf(self), names[i], share(args, i));
}

export const NamespaceType: PyType = defineType<PyNamespace>({
  name: "SimpleNamespace",
  module: "types",
  doc: "A simple attribute-based namespace.\n\nSimpleNamespace(**kwargs)",
  flags: HAVE_GC | BASETYPE,
  basicSize: 24,
  traverse(self, visit) {
    if (self.value.dict !== null) visit(self.value.dict);
  },
  clear(self) {
    const { dict } = self.value;
    self.value.dict = null;
    dropMaybe(dict);
  },
  dictOf,
  slots: {
    repr,
    init,
    new: (type) => asInstanceOf(newNamespace(newDict()), type),
    compare(self, other, op) {
      if (typeof other === "number" || !other.type.value.mro.includes(NamespaceType)) return notImplemented();
      return compare(dictOf(self), dictOf(other as PyNamespace), op);
    },
  },
  methods: [
    def("__reduce__($self, /)", "What pickle needs to make the namespace again.", (self: PyNamespace) =>
      tupleOf(newRef(self.type), newRef(EMPTY_TUPLE), newRef(dictOf(self))),
    ),
  ],
  getset: [
    {
      name: "__dict__",
      get: (self) => newRef(dictOf(self)),
      set() {
        throw attributeError("readonly attribute");
      },
    },
  ],
});

/** A namespace around a dict, which it steals. */
export const newNamespace = (dict: Owned<PyDict>): Owned<PyNamespace> => allocGC(NamespaceType, { dict }, null, 40);

/** A namespace with these attributes, which it steals. */
export function namespaceOf(attributes: Readonly<Record<string, OwnedValue>>): Owned<PyNamespace> {
  const dict = newDict();
  for (const [name, value] of Object.entries(attributes)) dictSet(dict, intern(name), value);
  return newNamespace(dict);
}
