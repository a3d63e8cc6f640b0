// Generic: the base of classes with type parameters. What it does is in typing.py.
import type { PyObject, PyType } from "../../heap/object.ts";
import { newRef, type OwnedValue, type Value } from "../../heap/refs.ts";
import { BASETYPE, HAVE_GC, MADE_BY_MODULE, PLAIN_LAYOUT } from "../../heap/type.ts";
import { def } from "../../native/signature.ts";
import { callArray } from "../../objects/call.ts";
import { defineType } from "../../objects/define.ts";
import { untold } from "../../objects/members.ts";
import { getAttrText } from "../../objects/protocol.ts";
import { intern } from "../../objects/str.ts";
import { isTuple } from "../../objects/tuple.ts";
import { importModule } from "../../vm/import.ts";
import { using } from "../natives.ts";
import { callTyping } from "./support.ts";
import { unpackVariadic } from "./typevartuple.ts";

type Keywords = readonly (readonly [PyObject, Value])[];

/** `typing.name(type, *args, **kwargs)`. */
function forward(name: string, type: PyType, args: Value[], kwargs: Keywords): OwnedValue {
  const all: Value[] = [type, ...args, ...kwargs.map(([, value]) => value)];
  const names = kwargs.length === 0 ? null : kwargs.map(([key]) => key);
  return using(importModule("typing"), (typing) => using(getAttrText(typing, name), (f) => callArray(f, all, names)));
}

export const GenericType: PyType = defineType<PyObject>({
  name: "Generic",
  module: "typing",
  doc: "The base of generic classes.\n\nA class statement with type parameters names it by itself: class Box[T].",
  flags: BASETYPE | PLAIN_LAYOUT | HAVE_GC | MADE_BY_MODULE,
  basicSize: 16,
  methods: untold([
    def("__class_getitem__($type, /, *args, **kwargs)", "Parameterizes a generic class.", (type, args, kwargs) =>
      forward("_generic_class_getitem", type as PyType, args, kwargs),
    ),
    def("__init_subclass__($type, /, *args, **kwargs)", "Function to initialize subclasses.", (type, args, kwargs) =>
      forward("_generic_init_subclass", type as PyType, args, kwargs),
    ),
  ]),
  constants: () => ({ __module__: newRef(intern("typing")) }),
});

/** `Generic[params]`, as a class statement with type parameters has it among its bases. */
export function subscriptGeneric(params: Value): OwnedValue {
  if (!isTuple(params)) throw new Error("type parameters that are no tuple");
  return using(unpackVariadic(params), (unpacked) => callTyping("_GenericAlias", GenericType, unpacked));
}
