// The rows of special methods that make an object a descriptor: see slotrows.ts.
import type { PyObject } from "../heap/object.ts";
import { drop, keep, newRef, type Value } from "../heap/refs.ts";
import type { Slots } from "../heap/type.ts";
import { call } from "./call.ts";
import { typeError } from "./errors.ts";
import { lookupName } from "./lookup.ts";
import { asObject } from "./protocol.ts";
import { None, newNone } from "./singletons.ts";
import { arity, attempt, named, type SlotRow } from "./slotbase.ts";

type DescrGet = NonNullable<Slots["descrGet"]>;
type DescrSet = NonNullable<Slots["descrSet"]>;

export const descrGetRow: SlotRow = {
  slot: "descrGet",
  names: [
    named(
      "__get__",
      "($self, instance, owner=None, /)",
      "Return an attribute of instance, which is of type owner.",
      (f, self, args) => {
        arity(args, 1, 2);
        const instance = args[0] === None ? null : args[0];
        const owner = args[1] === undefined || args[1] === None ? null : asObject(args[1]);
        if (instance === null && owner === null) throw typeError("__get__(None, None) is invalid");
        return (f as DescrGet)(self, instance, owner);
      },
    ),
  ],
  // What the class has for `__get__` is called as it is, with the descriptor in front.
  make: () => (self: PyObject, instance: Value | null, owner: PyObject | null) => {
    const found = lookupName(self.type, "__get__");
    if (found === undefined) return newRef(self);
    const held = keep(found);
    try {
      return call(held, newRef(self), instance === null ? newNone() : keep(instance), newRef(owner ?? None));
    } finally {
      drop(held);
    }
  },
};

export const descrSetRow: SlotRow = {
  slot: "descrSet",
  names: [
    named("__set__", "($self, instance, value, /)", "Set an attribute of instance to value.", (f, self, args) => {
      arity(args, 2);
      (f as DescrSet)(self, asObject(args[0]), args[1]);
      return newNone();
    }),
    named("__delete__", "($self, instance, /)", "Delete an attribute of instance.", (f, self, args) => {
      arity(args, 1);
      (f as DescrSet)(self, asObject(args[0]), undefined);
      return newNone();
    }),
  ],
  make: () => (self: PyObject, instance: PyObject, value: Value | undefined) =>
    drop(
      value === undefined
        ? attempt(self, "__delete__", newRef(instance))
        : attempt(self, "__set__", newRef(instance), keep(value)),
    ),
};
