// method: a callable bound to an object, and instancemethod's plain cousin. The interpreter calls
// methods without making this object when it can.
import { allocGC } from "../heap/heap.ts";
import type { PyObject } from "../heap/object.ts";
import {
  boxed,
  drop,
  keep,
  moved,
  type Owned,
  type OwnedValue,
  reserveFor,
  sameBoxed,
  shareBoxed,
} from "../heap/refs.ts";
import { EQ, HAVE_GC, NE } from "../heap/type.ts";
import { callWithSelf } from "./call.ts";
import { defineType } from "./define.ts";
import { typeError } from "./errors.ts";
import { lookup } from "./lookup.ts";
import { identityHash } from "./object.ts";
import { equal, findAttrText, getAttr, hashOf, reprText, slotsOf, takeText } from "./protocol.ts";
import { nested } from "./recursion.ts";
import { None, newBool, newNone, notImplemented } from "./singletons.ts";
import { isStr, newStr, type PyStr } from "./str.ts";

/** Both are null once the collector has cleared the method. */
export interface MethodParts {
  func: PyObject | null;
  self: PyObject | null;
}
export type PyMethod = PyObject<MethodParts>;

const textOf = (value: OwnedValue | undefined): string | null => {
  if (value === undefined) return null;
  if (isStr(value)) return takeText(value as Owned<PyStr>);
  drop(value);
  return null;
};

export const MethodType = defineType<PyMethod>({
  name: "method",
  doc: "A callable bound to an object.",
  flags: HAVE_GC,
  basicSize: 48,
  traverse(m, visit) {
    if (m.value.func !== null) visit(m.value.func);
    if (m.value.self !== null) visit(m.value.self);
  },
  clear(m) {
    const { func, self } = m.value;
    m.value = { func: null, self: null };
    if (func !== null) drop(moved(func) as Owned);
    if (self !== null) drop(moved(self) as Owned);
  },
  slots: {
    call(m, args, kwnames) {
      const { func, self } = m.value as { func: PyObject; self: PyObject };
      return callWithSelf(func, self, args, kwnames);
    },
    getattr(m, name) {
      const own = lookup(m.type, name as PyStr);
      if (own !== undefined) {
        const get = slotsOf(own).descrGet;
        return get === null ? keep(own) : get(own as PyObject, m, m.type);
      }
      const { func } = m.value;
      return func === null ? undefined : nested("", () => getAttr(func, name as PyStr));
    },
    repr(m) {
      const { func, self } = m.value as { func: PyObject; self: PyObject };
      const name = textOf(findAttrText(func, "__qualname__")) ?? textOf(findAttrText(func, "__name__")) ?? "?";
      return newStr(`<bound method ${name} of ${reprText(self)}>`);
    },
    hash(m) {
      const self = identityHash(m.value.self as PyObject);
      const func = hashOf(m.value.func as PyObject);
      return Number(BigInt.asIntN(53, BigInt(self) ^ BigInt(func)));
    },
    compare(m, other, op) {
      if ((op !== EQ && op !== NE) || typeof other === "number" || other.type !== MethodType) return notImplemented();
      const b = (other as PyMethod).value;
      const same =
        sameBoxed(m.value.self as PyObject, b.self as PyObject) && equal(m.value.func as PyObject, b.func as PyObject);
      return newBool(same === (op === EQ));
    },
    new(_type, args, kwnames) {
      if ((kwnames?.length ?? 0) > 0) throw typeError("method() takes no keyword arguments");
      if (args.length !== 2) throw typeError(`method expected 2 arguments, got ${args.length}`);
      if (slotsOf(args[0]).call === null) throw typeError("first argument must be callable");
      if (args[1] === None) throw typeError("instance must not be None");
      return newMethod(boxed(keep(args[0])), boxed(keep(args[1])));
    },
  },
  getset: [
    { name: "__func__", get: (m) => shareBoxed(m.value.func as PyObject) },
    { name: "__self__", get: (m) => shareBoxed(m.value.self as PyObject) },
    { name: "__doc__", get: (m) => findAttrText(m.value.func as PyObject, "__doc__") ?? newNone() },
  ],
});

/** Steals both. */
export function newMethod(func: Owned, self: Owned): Owned<PyMethod> {
  reserveFor(64, [func, self]);
  return allocGC(MethodType, { func, self }, null, 64);
}
