// The builtin functions that look at objects: attributes, types, identity, names.
import { boxInt, drop, isSmallInt, keep, type Owned, type OwnedValue, type Value } from "../heap/refs.ts";
import { def } from "../native/signature.ts";
import { callBound, callMethod } from "../objects/call.ts";
import { newDict } from "../objects/dict.ts";
import { typeError } from "../objects/errors.ts";
import { isInstance, isSubclass } from "../objects/instancecheck.ts";
import { newInt } from "../objects/int.ts";
import { listFrom } from "../objects/list.ts";
import { addressOf } from "../objects/object.ts";
import { attributeName, findAttr, findAttrText, getAttr, hashOf, setAttr, slotsOf } from "../objects/protocol.ts";
import { withText } from "./natives.ts";

/** What builtins ask of the code that called them. The virtual machine says how. */
export interface FrameSupport {
  locals(): OwnedValue;
}
let frames: FrameSupport = { locals: newDict };
/** Told once by the layer that knows the virtual machine. */
export const setFrameSupport = (f: FrameSupport): void => {
  frames = f;
};

/** Small ints are objects of their own, that nobody allocates: their addresses are a table's. */
const SMALL_INTS = 0x55d0e0a41000;

/** `id(value)`. An unboxed int that is given up at once has an address only while we look. */
export function identityOf(value: Value): number {
  if (typeof value !== "number") return addressOf(value);
  if (isSmallInt(value)) return SMALL_INTS + 32 * (value + 5);
  const box: Owned = boxInt(value);
  const address = addressOf(box);
  drop(box);
  return address;
}

/** `dir(value)`: the names as a sorted list. */
function dirOf(value: Value): OwnedValue {
  const names = callBound(value, "__dir__");
  if (names === undefined) throw typeError("object does not provide __dir__");
  return sortedList(names);
}

/** A sorted list of what an iterable has; gives the iterable up. */
function sortedList(iterable: OwnedValue): OwnedValue {
  let list: Owned;
  try {
    list = listFrom(iterable);
  } finally {
    drop(iterable);
  }
  try {
    drop(callMethod(list, "sort"));
    return list;
  } catch (e) {
    drop(list);
    throw e;
  }
}

/** The sorted names of the local variables of the caller. */
function localNames(): OwnedValue {
  const locals = frames.locals();
  try {
    return sortedList(callMethod(locals, "keys"));
  } finally {
    drop(locals);
  }
}

const DEFAULT = "default=<unrepresentable>";

export const attributeNatives = [
  withText(
    def(
      "getattr($module, object, name, default=NULL, /)",
      "Gets a named attribute of an object; getattr(x, 'y') is x.y.\n\nWithout the attribute the default is answered, if there is one.",
      (_module, object, name, fallback) => {
        const key = attributeName(name);
        if (fallback === undefined) return getAttr(object, key);
        return findAttr(object, key) ?? keep(fallback);
      },
    ),
    `($module, object, name, ${DEFAULT}, /)`,
  ),
  def(
    "setattr($module, obj, name, value, /)",
    "Sets a named attribute of an object; setattr(x, 'y', v) is x.y = v.",
    (_module, object, name, value) => setAttr(object, attributeName(name), value),
  ),
  def(
    "delattr($module, obj, name, /)",
    "Deletes a named attribute of an object; delattr(x, 'y') is del x.y.",
    (_module, object, name) => setAttr(object, attributeName(name), undefined),
  ),
  def(
    "hasattr($module, obj, name, /) -> bool",
    "Does the object have an attribute of that name?",
    (_module, object, name) => {
      const found = findAttr(object, attributeName(name));
      if (found !== undefined) drop(found);
      return found !== undefined;
    },
  ),
  withText(
    def(
      "dir($module, arg=NULL, /)",
      "The names of an object's attributes, sorted; without an argument the names in the current scope.",
      (_module, value) => (value === undefined ? localNames() : dirOf(value)),
    ),
    "($module, arg=<unrepresentable>, /)",
  ),
  withText(
    def(
      "vars($module, object=NULL, /)",
      "The __dict__ of an object; without an argument the local variables.",
      (_module, object) => {
        if (object === undefined) return frames.locals();
        const dict = findAttrText(object, "__dict__");
        if (dict === undefined) throw typeError("vars() argument must have __dict__ attribute");
        return dict;
      },
    ),
    "($module, object=<unrepresentable>, /)",
  ),
  def(
    "isinstance($module, obj, class_or_tuple, /) -> bool",
    "Is the object an instance of a class, or of one built on it?\n\nA tuple or a union of classes means any of them.",
    (_module, object, cls) => isInstance(object, cls),
  ),
  def(
    "issubclass($module, cls, class_or_tuple, /) -> bool",
    "Is the class built on another, or the same?\n\nA tuple or a union of classes means any of them.",
    (_module, cls, other) => isSubclass(cls, other),
  ),
  def(
    "callable($module, obj, /) -> bool",
    "Can the object be called, as functions and classes can?",
    (_module, object) => slotsOf(object).call !== null,
  ),
  def(
    "id($module, obj, /) -> int",
    "The identity of an object: no other object that lives at the same time has it.",
    (_module, object) => identityOf(object),
  ),
  def("hash($module, obj, /)", "The hash of an object. Objects that compare equal have the same.", (_module, object) =>
    newInt(hashOf(object)),
  ),
];
