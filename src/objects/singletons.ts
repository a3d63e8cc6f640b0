// None, NotImplemented, Ellipsis, and the two bools: immortal, compared by identity.
import { deallocLeaf } from "../heap/dealloc.ts";
import { alloc } from "../heap/heap.ts";
import type { PyObject } from "../heap/object.ts";
import { newRef, type Owned, type Value } from "../heap/refs.ts";
import { INT_SUBCLASS } from "../heap/type.ts";
import { defineType } from "./define.ts";
import { typeError } from "./errors.ts";
import { IntType } from "./inttype.ts";
import { intern } from "./str.ts";
import { warn } from "./warn.ts";

const repr = (text: string) => () => newRef(intern(text));
const noArguments =
  (name: string, value: () => Owned) => (_type: unknown, args: Value[], kwnames: readonly unknown[] | null) => {
    if (args.length > 0 || (kwnames !== null && kwnames.length > 0)) throw typeError(`${name} takes no arguments`);
    return value();
  };

export const NoneType = defineType({
  name: "NoneType",
  basicSize: 16,
  dealloc: deallocLeaf,
  slots: {
    repr: repr("None"),
    bool: () => false,
    hash: () => 0xfca86420,
    new: noArguments("NoneType", () => newRef(None)),
  },
});
export const None: PyObject = alloc(NoneType, null, null, 16);

export const NotImplementedType = defineType({
  name: "NotImplementedType",
  basicSize: 16,
  dealloc: deallocLeaf,
  slots: {
    repr: repr("NotImplemented"),
    bool() {
      warn("DeprecationWarning", "NotImplemented should not be used in a boolean context");
      return true;
    },
    new: noArguments("NotImplementedType", () => newRef(NotImplemented)),
  },
});
export const NotImplemented: PyObject = alloc(NotImplementedType, null, null, 16);

export const EllipsisType = defineType({
  name: "ellipsis",
  basicSize: 16,
  dealloc: deallocLeaf,
  slots: { repr: repr("Ellipsis"), new: noArguments("EllipsisType", () => newRef(Ellipsis)) },
});
export const Ellipsis: PyObject = alloc(EllipsisType, null, null, 16);

export const BoolType = defineType<PyObject<number>>({
  name: "bool",
  doc: "A truth value.",
  base: IntType,
  flags: INT_SUBCLASS,
  basicSize: 24,
  itemSize: 4,
  dealloc: deallocLeaf,
});
export const True: PyObject<number> = alloc(BoolType, 1, null, 28);
export const False: PyObject<number> = alloc(BoolType, 0, null, 28);

export const newBool = (b: boolean): Owned => newRef(b ? True : False);
export const newNone = (): Owned => newRef(None);
export const notImplemented = (): Owned => newRef(NotImplemented);
export const isNone = (o: Value): boolean => o === None;
