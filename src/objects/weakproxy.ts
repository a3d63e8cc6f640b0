// weakref.ProxyType and CallableProxyType: weak references that behave as the object does. Every
// slot passes on to the object, held meanwhile; a proxy as any operand stands for its object.
import type { PyObject, PyType } from "../heap/object.ts";
import { drop, moved, newRef, type Owned, type OwnedValue, type Value } from "../heap/refs.ts";
import { HAVE_GC, NO_NEW } from "../heap/type.ts";
import type { PyWeakref } from "../heap/weakrefs.ts";
import { def } from "../native/signature.ts";
import { addressText } from "./builtin.ts";
import { call, callArray, callMethod } from "./call.ts";
import { defineType, type SlotsFor } from "./define.ts";
import { referenceError, typeError } from "./errors.ts";
import { FloatType } from "./float.ts";
import { IntType, index, newInt } from "./int.ts";
import { contains, getIter, isIterator, next } from "./iteration.ts";
import { untold } from "./members.ts";
import { absolute, binaryOp, divmodOp, invert, negative, positive, ternaryPow } from "./operators.ts";
import {
  compare,
  delItem,
  getAttr,
  getItem,
  isTrue,
  length,
  nameInMessages,
  setAttr,
  setItem,
  slotsOf,
  str,
} from "./protocol.ts";
import { None } from "./singletons.ts";
import { newStr, type PyStr } from "./str.ts";
import {
  callbackOf,
  checkReferable,
  clearReference,
  newReference,
  plainRefs,
  setProxyTest,
  targetOf,
  traverseReference,
} from "./weakref.ts";

const isProxy = (o: Value): o is PyWeakref =>
  typeof o !== "number" && (o.type === ProxyType || o.type === CallableProxyType);

/** The value, or the object behind a proxy. Raises ReferenceError once that is gone. */
function unwrap(value: Value): Value {
  if (!isProxy(value)) return value;
  const target = targetOf(value);
  if (target === null) throw referenceError("weakly-referenced object no longer exists");
  return target;
}

/** Runs `body` with the object behind a proxy, held. */
function holding<T>(proxy: PyWeakref, body: (target: PyObject) => T): T {
  const target = unwrap(proxy) as PyObject;
  newRef(target);
  try {
    return body(target);
  } finally {
    drop(moved(target));
  }
}

/** An operator of two operands, either of which may be a proxy. */
const operator =
  (operate: (lhs: Value, rhs: Value) => OwnedValue) =>
  (lhs: Value, rhs: Value): OwnedValue => {
    const a = unwrap(lhs);
    const b = unwrap(rhs);
    const held = [a, b].filter((o) => typeof o !== "number") as PyObject[];
    for (const o of held) newRef(o);
    try {
      return operate(a, b);
    } finally {
      for (const o of held) drop(moved(o));
    }
  };

/** The slots of binary operators, in the order of BINARY_OP; thirteen later come those in place. */
const OPERATORS = [
  "add",
  "and",
  "floordiv",
  "lshift",
  "matmul",
  "mul",
  "mod",
  "or",
  "pow",
  "rshift",
  "sub",
  "truediv",
  "xor",
] as const;
const binarySlots = (): SlotsFor<PyWeakref> =>
  Object.fromEntries(
    OPERATORS.flatMap((name, op) => [
      [name, operator((a, b) => binaryOp(op, a, b))],
      [`i${name}`, operator((a, b) => binaryOp(op + OPERATORS.length, a, b))],
    ]),
  );

const unary =
  (operate: (target: PyObject) => OwnedValue) =>
  (proxy: PyObject): OwnedValue =>
    holding(proxy as PyWeakref, operate);

function powSlot(lhs: Value, rhs: Value, mod: Value | null): OwnedValue {
  const POWER = OPERATORS.indexOf("pow");
  return operator((a, b) => (mod === null || mod === None ? binaryOp(POWER, a, b) : ternaryPow(a, b, unwrap(mod))))(
    lhs,
    rhs,
  );
}

const slots: SlotsFor<PyWeakref> = {
  ...binarySlots(),
  pow: powSlot,
  divmod: operator(divmodOp),
  neg: unary(negative),
  pos: unary(positive),
  abs: unary(absolute),
  invert: unary(invert),
  int: unary((target) => call(IntType, newRef(target))),
  float: unary((target) => call(FloatType, newRef(target))),
  index: unary((target) => newInt(index(target))),
  bool: (proxy) => holding(proxy, isTrue),
  repr(proxy) {
    const target = targetOf(proxy) ?? None;
    return newStr(`<weakproxy at ${addressText(proxy)} to ${nameInMessages(target.type)} at ${addressText(target)}>`);
  },
  str: (proxy) => holding(proxy, str),
  getattr: (proxy, name) => holding(proxy, (target) => getAttr(target, name as PyStr)),
  setattr: (proxy, name, value) => holding(proxy, (target) => setAttr(target, name as PyStr, value)),
  compare: (proxy, other, op) => operator((a, b) => compare(a, b, op))(proxy, other),
  iter: (proxy) => holding(proxy, getIter),
  next: (proxy) =>
    holding(proxy, (target) => {
      if (!isIterator(target))
        throw typeError(`Weakref proxy referenced a non-iterator '${nameInMessages(target.type)}' object`);
      return next(target);
    }),
  len: (proxy) => holding(proxy, length),
  getitem: (proxy, key) => operator(getItem)(proxy, key),
  setitem: (proxy, key, value) =>
    holding(proxy, (target) =>
      value === undefined ? delItem(target, unwrap(key)) : setItem(target, unwrap(key), unwrap(value)),
    ),
  contains: (proxy, item) => holding(proxy, (target) => contains(target, unwrap(item))),
};

const table = {
  module: "weakref",
  flags: HAVE_GC | NO_NEW,
  basicSize: 64,
  traverse: traverseReference,
  clear: clearReference,
};

export const ProxyType: PyType = defineType<PyWeakref>({
  ...table,
  name: "ProxyType",
  slots,
  methods: untold([
    def("__bytes__($self, /)", "bytes(self)", (proxy: PyWeakref) =>
      holding(proxy, (target) => callMethod(target, "__bytes__")),
    ),
    def("__reversed__($self, /)", "reversed(self)", (proxy: PyWeakref) =>
      holding(proxy, (target) => callMethod(target, "__reversed__")),
    ),
  ]),
});

export const CallableProxyType: PyType = defineType<PyWeakref>({
  ...table,
  name: "CallableProxyType",
  slots: { ...slots, call: (proxy, args, kwnames) => holding(proxy, (target) => callArray(target, args, kwnames)) },
});

setProxyTest(isProxy);

/** `weakref.proxy(value, callback)`; everything is borrowed. */
export function newProxy(value: Value, callback: Value | undefined): Owned<PyWeakref> {
  const target = checkReferable(value);
  const called = callbackOf(callback);
  if (called === null) {
    const { proxy } = plainRefs(target, isProxy);
    if (proxy !== null) return newRef(proxy);
  }
  const type = slotsOf(target).call === null ? ProxyType : CallableProxyType;
  return newReference(type, type, target, called);
}
