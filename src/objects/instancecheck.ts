// isinstance and issubclass: the metaclass is asked first (__instancecheck__, __subclasscheck__),
// tuples and unions mean any of their items, and objects that only look like classes are walked by __bases__.
import type { PyObject } from "../heap/object.ts";
import { drop, keep, newRef, type OwnedValue, type Value } from "../heap/refs.ts";
import { call, findSpecial } from "./call.ts";
import { TypeType } from "./define.ts";
import { typeError } from "./errors.ts";
import { isSubtype, typeOf } from "./lookup.ts";
import { asObject, findAttrText, isType, takeTruth } from "./protocol.ts";
import { nested } from "./recursion.ts";
import { isTuple, type PyTuple } from "./tuple.ts";
import { isUnion, unionArgs } from "./union.ts";

const WHERE_INSTANCE = " in __instancecheck__";
const WHERE_SUBCLASS = " in __subclasscheck__";

/** `isinstance(value, cls)`. */
export function isInstance(value: Value, cls: Value): boolean {
  if (cls === typeOf(value)) return true;
  if (typeof cls !== "number") {
    if (cls.type === TypeType) return isInstanceOfClass(value, cls);
    if (isUnion(cls)) cls = unionArgs(cls);
    if (isTuple(cls)) return anyItem(cls, WHERE_INSTANCE, (item) => isInstance(value, item));
    const checker = findSpecial(cls, "__instancecheck__");
    if (checker !== undefined) return ask(WHERE_INSTANCE, checker, value);
  }
  return isInstanceOfClass(value, cls);
}

/** What a metaclass's method says, which is given up afterwards. */
function ask(where: string, checker: OwnedValue, value: Value): boolean {
  try {
    return takeTruth(nested(where, () => call(checker, keep(value))));
  } finally {
    drop(checker);
  }
}

function anyItem(items: PyTuple, where: string, test: (item: Value) => boolean): boolean {
  newRef(items);
  try {
    return nested(where, () => items.value.some(test));
  } finally {
    drop(items as PyTuple as OwnedValue);
  }
}

/** The check without the metaclass's say: the real type, then what `__class__` claims. */
export function isInstanceOfClass(value: Value, cls: Value): boolean {
  if (isType(cls)) {
    if (isSubtype(typeOf(value), cls)) return true;
    const claimed = findAttrText(value, "__class__");
    if (claimed === undefined) return false;
    const answer = claimed !== typeOf(value) && isType(claimed) && isSubtype(claimed, cls);
    drop(claimed);
    return answer;
  }
  checkClass(cls, "isinstance() arg 2 must be a type, a tuple of types, or a union");
  const claimed = findAttrText(value, "__class__");
  if (claimed === undefined) return false;
  try {
    return isBuiltOn(asObject(claimed), cls);
  } finally {
    drop(claimed);
  }
}

/** `issubclass(derived, cls)`. */
export function isSubclass(derived: Value, cls: Value): boolean {
  if (typeof cls !== "number") {
    if (cls.type === TypeType) return derived === cls || isSubclassOfClass(derived, cls);
    if (isUnion(cls)) cls = unionArgs(cls);
    if (isTuple(cls)) return anyItem(cls, WHERE_SUBCLASS, (item) => isSubclass(derived, item));
    const checker = findSpecial(cls, "__subclasscheck__");
    if (checker !== undefined) {
      return ask(WHERE_SUBCLASS, checker, derived);
    }
  }
  return isSubclassOfClass(derived, cls);
}

/** The check without the metaclass's say. */
export function isSubclassOfClass(derived: Value, cls: Value): boolean {
  if (isType(derived) && isType(cls)) return isSubtype(derived, cls);
  checkClass(derived, "issubclass() arg 1 must be a class");
  checkClass(cls, "issubclass() arg 2 must be a class, a tuple of classes, or a union");
  return isBuiltOn(asObject(derived), cls);
}

/** Anything with a tuple of `__bases__` passes for a class. */
function checkClass(value: Value, complaint: string): void {
  if (isType(value)) return;
  const bases = basesOf(value);
  if (bases === null) throw typeError(complaint);
  drop(bases);
}

function basesOf(value: Value): (OwnedValue & PyTuple) | null {
  const bases = findAttrText(value, "__bases__");
  if (bases === undefined) return null;
  if (isTuple(bases)) return bases as OwnedValue & PyTuple;
  drop(bases);
  return null;
}

/** Is `cls` among a class's bases, their bases, and so on? */
function isBuiltOn(derived: PyObject, cls: Value): boolean {
  if (derived === cls) return true;
  const bases = basesOf(derived);
  if (bases === null) return false;
  try {
    return nested(WHERE_SUBCLASS, () => bases.value.some((base) => isBuiltOn(asObject(base), cls)));
  } finally {
    drop(bases);
  }
}
