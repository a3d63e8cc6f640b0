// object: the base of all types, and what every object can do.
import { alloc, blockSize, heap } from "../heap/heap.ts";
import { GC_META, type PyObject, type PyType } from "../heap/object.ts";
import { isSame, type OwnedValue, sameBoxed } from "../heap/refs.ts";
import { BASETYPE, EQ, NE, PLAIN_LAYOUT, sizeOf } from "../heap/type.ts";
import { BuiltinData, setBuiltinSupport, setReadOnlyError } from "./builtin.ts";
import { defineType } from "./define.ts";
import { attributeError, typeError } from "./errors.ts";
import { genericGetAttr, genericSetAttr, newInstance } from "./instance.ts";
import { typeOf } from "./lookup.ts";
import { nameInMessages, noAttribute, slotsOf, takeTruth, typeName } from "./protocol.ts";
import { NotImplemented, newBool, notImplemented } from "./singletons.ts";
import { setMissingAttribute } from "./slotrows.ts";
import { newStr, type PyStr } from "./str.ts";

/** The address of an object: what `id` answers, the same one as long as the object lives. */
export function addressOf(o: PyObject): number {
  o.gc |= GC_META;
  return heap.addresses.of(o, blockSize(o, sizeOf(o)), o.type.value.preHeader);
}

/** A hash by identity, as CPython derives it from the address. */
export const identityHash = (o: PyObject): number => {
  const address = addressOf(o);
  return Math.floor(address / 16) + (address % 16) * 2 ** 48;
};

setBuiltinSupport(addressOf, (f, other, op) => {
  if ((op !== EQ && op !== NE) || typeof other === "number" || !(other.value instanceof BuiltinData))
    return notImplemented();
  const [a, b] = [f.value.self, other.value.self];
  const same = (a === b || (a !== null && b !== null && sameBoxed(a, b))) && f.value.native === other.value.native;
  return newBool(same === (op === EQ));
});
setMissingAttribute((self, name: PyStr) => noAttribute(self, name));
setReadOnlyError((d) =>
  attributeError(`attribute '${d.value.name}' of '${nameInMessages(d.value.owner)}' objects is not writable`),
);

/** "module.Name", or "Name" of a builtin: how repr names a type. */
export function fullTypeName(type: PyType): string {
  const { module, qualname } = type.value;
  return module === "builtins" || module === "" ? qualname : `${module}.${qualname}`;
}

const hasArguments = (args: readonly unknown[]): boolean => args.length > 0;

/** Complains of arguments that neither `__new__` nor `__init__` of the class takes. */
function excessNew(type: PyType): void {
  const { new: create, init } = type.value.slots;
  if (create !== ObjectType.value.slots.new)
    throw typeError("object.__new__() takes exactly one argument (the type to instantiate)");
  if (init === ObjectType.value.slots.init) throw typeError(`${nameInMessages(type)}() takes no arguments`);
}

function excessInit(self: PyObject): void {
  const { new: create, init } = typeOf(self).value.slots;
  if (init !== ObjectType.value.slots.init)
    throw typeError("object.__init__() takes exactly one argument (the instance to initialize)");
  if (create === ObjectType.value.slots.new)
    throw typeError(`${typeName(self)}.__init__() takes exactly one argument (the instance to initialize)`);
}

let abstractError: (type: PyType) => unknown = () => null;
/** Told once by type.ts: the error of instantiating a class with abstract methods, or null. */
export const setAbstractCheck = (f: typeof abstractError): void => {
  abstractError = f;
};

export const ObjectType: PyType = defineType<PyObject>({
  name: "object",
  doc: "The base class of the class hierarchy.\n\nWhen called, it accepts no arguments and returns a new featureless\ninstance that has no instance attributes and cannot be given any.\n",
  flags: BASETYPE | PLAIN_LAYOUT,
  basicSize: 16,
  slots: {
    repr: (self) => newStr(`<${fullTypeName(self.type)} object at 0x${addressOf(self).toString(16)}>`),
    str(self) {
      const slot = slotsOf(self).repr;
      return slot === null ? newStr(`<${typeName(self)} object>`) : slot(self);
    },
    hash: identityHash,
    compare(self, other, op) {
      if (op === EQ) return isSame(self, other) ? newBool(true) : notImplemented();
      if (op !== NE) return notImplemented();
      const slot = typeOf(self).value.slots.compare;
      const equal = slot === null ? notImplemented() : slot(self, other, EQ);
      if (equal === NotImplemented) return equal;
      return newBool(!takeTruth(equal));
    },
    getattr: genericGetAttr,
    setattr: genericSetAttr,
    init(self, args, kwnames) {
      if (hasArguments(args) || (kwnames?.length ?? 0) > 0) excessInit(self);
    },
    new(type, args, kwnames) {
      if (hasArguments(args) || (kwnames?.length ?? 0) > 0) excessNew(type);
      const abstract = abstractError(type);
      if (abstract !== null) throw abstract;
      return type === ObjectType ? newPlainObject() : newInstance(type);
    },
  },
});

/** `object()`: nothing but an identity. */
const newPlainObject = (): OwnedValue => alloc<null, null>(ObjectType, null, null, 16);
