// TypeVarTuple: a type variable that stands for any number of types.
import { allocGC } from "../../heap/heap.ts";
import type { PyObject, PyType } from "../../heap/object.ts";
import { drop, newRef, newRefs, type Owned, type Refs, share, type Value } from "../../heap/refs.ts";
import { HAS_WEAKREFS, HAVE_GC, MADE_BY_MODULE } from "../../heap/type.ts";
import { callNative } from "../../native/bind.ts";
import { def } from "../../native/signature.ts";
import { defineType } from "../../objects/define.ts";
import type { PyDict } from "../../objects/dict.ts";
import { typeError } from "../../objects/errors.ts";
import { getIter } from "../../objects/iteration.ts";
import { member } from "../../objects/members.ts";
import { getAttrText, getItem } from "../../objects/protocol.ts";
import { None } from "../../objects/singletons.ts";
import { intern, newStr, type PyStr } from "../../objects/str.ts";
import { newTuple, type PyTuple, tupleOf } from "../../objects/tuple.ts";
import { importModule } from "../../vm/import.ts";
import { using } from "../natives.ts";
import {
  callerModule,
  callTyping,
  dictOf,
  dropFields,
  nameArgument,
  reduceByName,
  refuseAsBase,
  setModule,
  visitFields,
} from "./support.ts";

class TypeVarTupleData {
  /** Owned, as is the dict; null once the object has been taken apart. */
  name: PyStr | null;
  dict: PyDict | null = null;
  constructor(name: Owned<PyStr>) {
    this.name = name;
  }
}
export type PyTypeVarTuple = PyObject<TypeVarTupleData>;

/** Of a type parameter. */
export const newTypeVarTuple = (name: Owned<PyStr>): Owned<PyTypeVarTuple> =>
  allocGC(TypeVarTupleType, new TypeVarTupleData(name), null, 56);

const NEW = def("typevartuple(name)", "Makes a type variable tuple.", (name) => {
  const made = newTypeVarTuple(nameArgument(name, "typevartuple"));
  setModule(made, callerModule());
  return made;
});

/** `typing.Unpack[self]`. */
const unpacked = (self: PyObject): Owned =>
  using(importModule("typing"), (typing) =>
    using(getAttrText(typing, "Unpack"), (unpack) => getItem(unpack, self)),
  ) as Owned;

/** Type parameters as a generic lists them: those that stand for several types are unpacked. */
export function unpackVariadic(params: PyTuple): Owned<PyTuple> {
  if (!params.value.some(isTypeVarTuple)) return newRef(params);
  const items: Refs = newRefs();
  try {
    for (let i = 0; i < params.value.length; i++) {
      const p = params.value[i];
      items.push(isTypeVarTuple(p) ? unpacked(p) : share(params.value, i));
    }
  } catch (e) {
    drop(newTuple(items));
    throw e;
  }
  return newTuple(items);
}

const isTypeVarTuple = (value: Value): value is PyTypeVarTuple =>
  typeof value !== "number" && value.type === TypeVarTupleType;

export const TypeVarTupleType: PyType = defineType<PyTypeVarTuple>({
  name: "TypeVarTuple",
  module: "typing",
  doc: "A type variable that stands for any number of types.",
  flags: HAVE_GC | HAS_WEAKREFS | MADE_BY_MODULE,
  basicSize: 24,
  managed: true,
  traverse: (self, visit) => visitFields([self.value.name, self.value.dict], visit),
  clear(self) {
    const { dict } = self.value;
    const name = self.refcnt > 0 ? null : self.value.name;
    self.value.dict = null;
    if (name !== null) self.value.name = null;
    dropFields([dict, name]);
  },
  dictOf,
  slots: {
    new: (_type, args, kwnames) => callNative(NEW, null, args, kwnames, ""),
    repr: (self) => newStr(self.value.name?.value ?? ""),
    iter: (self) => using(tupleOf(unpacked(self)), getIter),
  },
  methods: [
    def("__typing_subst__($self, /, arg)", "Refuses: only an unpacked one can be given values.", () => {
      throw typeError("Substitution of bare TypeVarTuple is not supported");
    }),
    def(
      "__typing_prepare_subst__($self, /, alias, args)",
      "Brings the arguments of a generic into order.",
      (self: PyTypeVarTuple, alias, args) =>
        callTyping("_typevartuple_prepare_subst", self, alias as PyObject, args as PyObject),
    ),
    reduceByName((self: PyTypeVarTuple) => self.value.name ?? None),
    ...refuseAsBase("TypeVarTuple"),
  ],
  constants: () => ({
    __name__: member<PyTypeVarTuple>(TypeVarTupleType, "__name__", (self) => self.value.name),
    __module__: newRef(intern("typing")),
  }),
});
