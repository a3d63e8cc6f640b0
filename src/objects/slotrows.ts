// The special methods: one row a slot. It says which names a slot has in Python, how calling a
// name reaches a builtin's slot (`wrap`), and how a class that defines the names in Python gets
// its slot (`make`). As in CPython, a binary slot serves both `__add__` and `__radd__`.
import type { PyObject, PyType } from "../heap/object.ts";
import { boxed, drop, keep, moved, newRef, type Owned, type OwnedValue, type Value } from "../heap/refs.ts";
import type { SlotName, Slots } from "../heap/type.ts";
import { bufferRow } from "./bufferrow.ts";
import { callOwned, callPrepended, callSpecial, callSpecialArray, findSpecial, isMethodLike } from "./call.ts";
import { descrGetRow, descrSetRow } from "./descrrows.ts";
import { attributeError, caught, newError, overflowError, typeError, valueError } from "./errors.ts";
import { isSubtype, lookupName, typeOf } from "./lookup.ts";
import { asObject, attributeName, isError, takeTruth, typeName } from "./protocol.ts";
import { None, NotImplemented, newBool, newNone, notImplemented } from "./singletons.ts";
import {
  arity,
  attempt,
  type Kwnames,
  named,
  required,
  type SlotEntry,
  type SlotRow,
  support,
  WrapperData,
} from "./slotbase.ts";
import type { PyStr } from "./str.ts";

// ---- operators ----

type UnarySlot = (self: PyObject) => OwnedValue;
type BinarySlot = (lhs: Value, rhs: Value) => OwnedValue;

const unary = (slot: SlotName, name: string, doc: string): SlotRow => ({
  slot,
  names: [
    named(name, "($self, /)", doc, (f, self, args) => {
      arity(args, 0);
      return (f as UnarySlot)(self);
    }),
  ],
  make: () => (self: PyObject) => required(self, name),
});

const isPythonBinary = new WeakSet<object>();

/** An operator's slot of a class in Python: tries the method of the left operand and the reflected one of the right. */
function makeBinary(slot: SlotName, name: string, reflected: string): BinarySlot {
  const operate: BinarySlot = (lhs, rhs) => {
    const tl = typeOf(lhs);
    const tr = typeOf(rhs);
    const right = tr.value.slots[slot];
    let tryRight = tl !== tr && right !== null && isPythonBinary.has(right);
    const left = tl.value.slots[slot];
    if (left !== null && isPythonBinary.has(left)) {
      if (tryRight && isSubtype(tr, tl) && lookupName(tr, reflected) !== lookupName(tl, reflected)) {
        const answer = callSpecial(rhs, reflected, keep(lhs)) ?? notImplemented();
        if (answer !== NotImplemented) return answer;
        drop(answer);
        tryRight = false;
      }
      const answer = callSpecial(lhs, name, keep(rhs)) ?? notImplemented();
      if (answer !== NotImplemented || tl === tr) return answer;
      drop(answer);
    }
    return tryRight ? (callSpecial(rhs, reflected, keep(lhs)) ?? notImplemented()) : notImplemented();
  };
  isPythonBinary.add(operate);
  return operate;
}

const binary = (slot: SlotName, name: string, sign: string): SlotRow => {
  const reflected = `__r${name.slice(2)}`;
  const text = (a: string, b: string) => (sign === "divmod" ? `Return divmod(${a}, ${b}).` : `Return ${a}${sign}${b}.`);
  const wrapBinary =
    (swap: boolean): SlotEntry["wrap"] =>
    (f, self, args) => {
      arity(args, 1);
      return swap ? (f as BinarySlot)(args[0], self) : (f as BinarySlot)(self, args[0]);
    };
  const operate = makeBinary(slot, name, reflected);
  return {
    slot,
    names: [
      named(name, "($self, value, /)", text("self", "value"), wrapBinary(false)),
      named(reflected, "($self, value, /)", text("value", "self"), wrapBinary(true)),
    ],
    make: () => operate,
  };
};

const inplace = (slot: SlotName, name: string, sign: string): SlotRow => ({
  slot,
  names: [
    named(name, "($self, value, /)", `Return self${sign}value.`, (f, self, args) => {
      arity(args, 1);
      return (f as BinarySlot)(self, args[0]);
    }),
  ],
  make: () => (self: Value, other: Value) => required(self, name, keep(other)),
});

type PowSlot = NonNullable<Slots["pow"]>;
const pythonPow = makeBinary("pow", "__pow__", "__rpow__");
const makePow: PowSlot = (lhs, rhs, mod) => {
  if (mod === null || mod === None) return pythonPow(lhs, rhs);
  const slot = typeOf(lhs).value.slots.pow;
  return slot === makePow ? required(lhs, "__pow__", keep(rhs), keep(mod)) : notImplemented();
};
isPythonBinary.add(makePow);
const wrapPow =
  (swap: boolean): SlotEntry["wrap"] =>
  (f, self, args) => {
    arity(args, 1, 2);
    const mod = args[1] ?? null;
    return swap ? (f as PowSlot)(args[0], self, mod) : (f as PowSlot)(self, args[0], mod);
  };

// ---- comparison, hash, text ----

const COMPARISONS = ["__lt__", "__le__", "__eq__", "__ne__", "__gt__", "__ge__"];
type CompareSlot = NonNullable<Slots["compare"]>;
const compareRow: SlotRow = {
  slot: "compare",
  names: COMPARISONS.map((name, op) =>
    named(name, "($self, value, /)", `Return self${["<", "<=", "==", "!=", ">", ">="][op]}value.`, (f, self, args) => {
      arity(args, 1);
      return (f as CompareSlot)(self, args[0], op);
    }),
  ),
  make: () => compareByMethod,
};

/** A method that cannot be bound counts as none. */
function compareByMethod(self: PyObject, other: Value, op: number): OwnedValue {
  const name = COMPARISONS[op];
  const found = lookupName(self.type, name);
  if (found === undefined) return notImplemented();
  if (typeof found === "number" || isMethodLike(found)) return callSpecial(self, name, keep(other)) ?? notImplemented();
  let method: OwnedValue | undefined;
  try {
    method = findSpecial(self, name);
  } catch (e) {
    drop(moved(caught(e)) as Owned);
    return notImplemented();
  }
  return method === undefined ? notImplemented() : callOwned(method, keep(other));
}

/** A hash as CPython reduces what `__hash__` has answered. */
function reduceHash(answer: number | bigint): number | bigint {
  if (typeof answer === "number") return answer === -1 ? -2 : answer;
  const min = -(2n ** 63n);
  if (answer >= min && answer < 2n ** 63n) return answer;
  const m = 2n ** 61n - 1n;
  const r = answer < 0n ? -(-answer % m) : answer % m;
  return r === -1n ? -2n : r;
}

const hashRow: SlotRow = {
  slot: "hash",
  names: [
    named("__hash__", "($self, /)", "Return hash(self).", (f, self, args) => {
      arity(args, 0);
      return support.newInt((f as NonNullable<Slots["hash"]>)(self));
    }),
  ],
  make: () => (self: PyObject) => {
    const answer = callSpecial(self, "__hash__");
    if (answer === undefined) throw typeError(`unhashable type: '${typeName(self)}'`);
    const value = support.intValue(answer);
    drop(answer);
    if (value === undefined) throw typeError("__hash__ method should return an integer");
    return reduceHash(value);
  },
};

const boolRow: SlotRow = {
  slot: "bool",
  names: [
    named("__bool__", "($self, /)", "True if self else False", (f, self, args) => {
      arity(args, 0);
      return newBool((f as NonNullable<Slots["bool"]>)(self));
    }),
  ],
  make: () => (self: PyObject) => {
    const answer = required(self, "__bool__");
    if (typeof answer !== "number" && answer.type.value.name === "bool") return takeTruth(answer);
    const name = typeName(answer);
    drop(answer);
    throw typeError(`__bool__ should return bool, returned ${name}`);
  },
};

// ---- calls and construction ----

type CallSlot = NonNullable<Slots["call"]>;
type InitSlot = NonNullable<Slots["init"]>;
const ANY = "($self, /, *args, **kwargs)";

const callRow: SlotRow = {
  slot: "call",
  names: [
    named("__call__", ANY, "Call self as a function.", (f, self, args, kwnames) =>
      (f as CallSlot)(self, args, kwnames),
    ),
  ],
  make: () => (self: PyObject, args: Value[], kwnames: Kwnames) => {
    const answer = callSpecialArray(self, "__call__", args, kwnames);
    if (answer === undefined) throw typeError(`'${typeName(self)}' object is not callable`);
    return answer;
  },
};

const initRow: SlotRow = {
  slot: "init",
  names: [
    named(
      "__init__",
      ANY,
      "Initialize self.  See help(type(self)) for accurate signature.",
      (f, self, args, kwnames) => {
        (f as InitSlot)(self, args, kwnames);
        return newNone();
      },
    ),
  ],
  make: () => (self: PyObject, args: Value[], kwnames: Kwnames) => {
    const answer = callSpecialArray(self, "__init__", args, kwnames);
    if (answer === undefined) throw attributeError("__init__");
    const name = typeName(answer);
    drop(answer);
    if (answer !== None) throw typeError(`__init__() should return None, not '${name}'`);
  },
};

/** The `new` slot of a class that defines `__new__` in Python. */
export const newByPython = (type: PyType, args: Value[], kwnames: Kwnames): OwnedValue => {
  const found = lookupName(type, "__new__") as Value;
  const get = typeOf(found).value.slots.descrGet;
  const callable = get === null ? keep(found) : get(asObject(found), null, type);
  try {
    return callPrepended(callable, type, args, kwnames);
  } finally {
    drop(callable);
  }
};

// ---- attributes ----

type GetAttrSlot = NonNullable<Slots["getattr"]>;
type SetAttrSlot = NonNullable<Slots["setattr"]>;

/** `__getattribute__`, then `__getattr__` when that has found nothing. */
const pythonGetAttr: GetAttrSlot = (self, name) => {
  const found = getAttributeFirst(self, name);
  if (found !== undefined) return found;
  if (lookupName(self.type, "__getattr__") === undefined) return undefined;
  return required(self, "__getattr__", newRef(name));
};

function getAttributeFirst(self: PyObject, name: PyObject): OwnedValue | undefined {
  const getAttribute = lookupName(self.type, "__getattribute__");
  const native = getAttribute === undefined ? null : nativeGetAttr(getAttribute);
  try {
    return native !== null ? native(self, name) : required(self, "__getattribute__", newRef(name));
  } catch (e) {
    const error = caught(e);
    if (!isError(error, "AttributeError") || lookupName(self.type, "__getattr__") === undefined) throw e;
    drop(moved(error));
    return undefined;
  }
}

/** The native behind a slot wrapper for `__getattribute__`; null for a method in Python. */
function nativeGetAttr(descriptor: Value): GetAttrSlot | null {
  const payload: unknown = typeof descriptor === "number" ? null : descriptor.value;
  return payload instanceof WrapperData && payload.row.slot === "getattr" ? (payload.fn as GetAttrSlot) : null;
}

const getattrRow: SlotRow = {
  slot: "getattr",
  names: [
    named("__getattribute__", "($self, name, /)", "Return getattr(self, name).", (f, self, args) => {
      arity(args, 1);
      const name = attributeName(args[0]);
      const found = (f as GetAttrSlot)(self, name);
      if (found === undefined) throw missingAttribute(self, name);
      return found;
    }),
    named(
      "__getattr__",
      "($self, name, /)",
      "",
      (f, self, args) => (f as GetAttrSlot)(self, asObject(args[0])) ?? newNone(),
    ),
  ],
  make: () => pythonGetAttr,
};
let missingAttribute: (self: Value, name: PyStr) => unknown;
/** Told once by object.ts: the AttributeError of a missing attribute. */
export const setMissingAttribute = (f: typeof missingAttribute): void => {
  missingAttribute = f;
};

const setattrRow: SlotRow = {
  slot: "setattr",
  names: [
    named("__setattr__", "($self, name, value, /)", "Implement setattr(self, name, value).", (f, self, args) => {
      arity(args, 2);
      checkSetAttr(self, f as SetAttrSlot, "__setattr__");
      (f as SetAttrSlot)(self, attributeName(args[0]), args[1]);
      return newNone();
    }),
    named("__delattr__", "($self, name, /)", "Implement delattr(self, name).", (f, self, args) => {
      arity(args, 1);
      checkSetAttr(self, f as SetAttrSlot, "__delattr__");
      (f as SetAttrSlot)(self, attributeName(args[0]), undefined);
      return newNone();
    }),
  ],
  make: () => setByMethod,
};

function setByMethod(self: PyObject, name: PyObject, value: Value | undefined): void {
  drop(
    value === undefined
      ? required(self, "__delattr__", newRef(name))
      : required(self, "__setattr__", newRef(name), keep(value)),
  );
}

/** `object.__setattr__` must not be used to get around the rule of a builtin that is built on object, such as type's. */
function checkSetAttr(self: PyObject, f: SetAttrSlot, name: string): void {
  const type = typeOf(self);
  const own = type.value.slots.setattr;
  const { mro } = type.value;
  let defining: PyType = type;
  if (own !== setByMethod) defining = [...mro].reverse().find((base) => base.value.slots.setattr === own) ?? type;
  for (let base: PyType | null = defining; base !== null; base = base.value.base) {
    const slot = base.value.slots.setattr;
    if (slot === f) return;
    if (slot !== setByMethod) throw typeError(`can't apply this ${name} to ${type.value.name} object`);
  }
}

// ---- iteration ----

const nextRow: SlotRow = {
  slot: "next",
  names: [
    named("__next__", "($self, /)", "Implement next(self).", (f, self, args) => {
      arity(args, 0);
      const item = (f as NonNullable<Slots["next"]>)(self);
      if (item === undefined) throw newError("StopIteration", null);
      return item;
    }),
  ],
  // The end comes as StopIteration, which `next` of iteration.ts takes for what it is.
  make: () => (self: PyObject) => required(self, "__next__"),
};

// ---- finalizers ----

const finalizeRow: SlotRow = {
  slot: "finalize",
  names: [
    named("__del__", "", "", (f, self, args) => {
      arity(args, 0);
      (f as NonNullable<Slots["finalize"]>)(self);
      return newNone();
    }),
  ],
  make: () => (self: PyObject) => {
    const found = lookupName(self.type, "__del__");
    if (found === undefined) return;
    const where = boxed(keep(found));
    try {
      drop(required(self, "__del__"));
    } catch (e) {
      support.unraisable(caught(e), where);
    } finally {
      drop(where);
    }
  },
};

// ---- containers ----

function lengthOf(answer: OwnedValue): number {
  const n = support.intValue(answer);
  if (n === undefined) {
    const name = typeName(answer);
    drop(answer);
    throw typeError(`'${name}' object cannot be interpreted as an integer`);
  }
  drop(answer);
  if (n < 0) throw valueError("__len__() should return >= 0");
  if (typeof n === "bigint") throw overflowError("cannot fit 'int' into an index-sized integer");
  return n;
}

const lenRow: SlotRow = {
  slot: "len",
  names: [
    named("__len__", "($self, /)", "Return len(self).", (f, self, args) => {
      arity(args, 0);
      const n = (f as NonNullable<Slots["len"]>)(self);
      // The largest length there is comes as the nearest double.
      return support.newInt(n === 2 ** 63 ? 2n ** 63n - 1n : n);
    }),
  ],
  make: () => (self: PyObject) => lengthOf(required(self, "__len__")),
};

type SetItem = NonNullable<Slots["setitem"]>;
const setitemRow: SlotRow = {
  slot: "setitem",
  names: [
    named("__setitem__", "($self, key, value, /)", "Set self[key] to value.", (f, self, args) => {
      arity(args, 2);
      (f as SetItem)(self, args[0], args[1]);
      return newNone();
    }),
    named("__delitem__", "($self, key, /)", "Delete self[key].", (f, self, args) => {
      arity(args, 1);
      (f as SetItem)(self, args[0], undefined);
      return newNone();
    }),
  ],
  make: () => (self: PyObject, key: Value, value: Value | undefined) =>
    drop(
      value === undefined
        ? attempt(self, "__delitem__", keep(key))
        : attempt(self, "__setitem__", keep(key), keep(value)),
    ),
};

const containsRow: SlotRow = {
  slot: "contains",
  names: [
    named("__contains__", "($self, key, /)", "Return bool(key in self).", (f, self, args) => {
      arity(args, 1);
      return newBool((f as NonNullable<Slots["contains"]>)(self, args[0]));
    }),
  ],
  make: () => (self: PyObject, item: Value) => takeTruth(required(self, "__contains__", keep(item))),
};

const getitemRow: SlotRow = {
  slot: "getitem",
  names: [
    named("__getitem__", "($self, key, /)", "Return self[key].", (f, self, args) => {
      arity(args, 1);
      return (f as BinarySlot)(self, args[0]);
    }),
  ],
  make: () => (self: Value, key: Value) => required(self, "__getitem__", keep(key)),
};

// Rows of sequences: they have names, which classes in Python fill by the number rows above.
type RepeatSlot = NonNullable<Slots["repeat"]>;
const sequence = (name: string, doc: string, repeat: boolean): SlotEntry =>
  named(name, "($self, value, /)", doc, (f, self, args) => {
    if (repeat && args.length !== 1) throw typeError(` expected 1 argument, got ${args.length}`);
    arity(args, 1);
    return repeat ? (f as RepeatSlot)(self, support.indexSize(args[0])) : (f as BinarySlot)(self, args[0]);
  });

export const SLOT_ROWS: readonly SlotRow[] = [
  bufferRow,
  unary("repr", "__repr__", "Return repr(self)."),
  unary("str", "__str__", "Return str(self)."),
  hashRow,
  callRow,
  initRow,
  getattrRow,
  setattrRow,
  compareRow,
  unary("iter", "__iter__", "Implement iter(self)."),
  nextRow,
  descrGetRow,
  descrSetRow,
  finalizeRow,
  binary("add", "__add__", "+"),
  binary("sub", "__sub__", "-"),
  binary("mul", "__mul__", "*"),
  binary("matmul", "__matmul__", "@"),
  binary("truediv", "__truediv__", "/"),
  binary("floordiv", "__floordiv__", "//"),
  binary("mod", "__mod__", "%"),
  binary("divmod", "__divmod__", "divmod"),
  binary("lshift", "__lshift__", "<<"),
  binary("rshift", "__rshift__", ">>"),
  binary("and", "__and__", "&"),
  binary("xor", "__xor__", "^"),
  binary("or", "__or__", "|"),
  {
    slot: "pow",
    names: [
      named("__pow__", "($self, value, mod=None, /)", "Return pow(self, value, mod).", wrapPow(false)),
      named("__rpow__", "($self, value, mod=None, /)", "Return pow(value, self, mod).", wrapPow(true)),
    ],
    make: () => makePow,
  },
  inplace("iadd", "__iadd__", "+="),
  inplace("isub", "__isub__", "-="),
  inplace("imul", "__imul__", "*="),
  inplace("imatmul", "__imatmul__", "@="),
  inplace("itruediv", "__itruediv__", "/="),
  inplace("ifloordiv", "__ifloordiv__", "//="),
  inplace("imod", "__imod__", "%="),
  inplace("ipow", "__ipow__", "**="),
  inplace("ilshift", "__ilshift__", "<<="),
  inplace("irshift", "__irshift__", ">>="),
  inplace("iand", "__iand__", "&="),
  inplace("ixor", "__ixor__", "^="),
  inplace("ior", "__ior__", "|="),
  unary("neg", "__neg__", "-self"),
  unary("pos", "__pos__", "+self"),
  unary("abs", "__abs__", "abs(self)"),
  unary("invert", "__invert__", "~self"),
  boolRow,
  unary("int", "__int__", "int(self)"),
  unary("float", "__float__", "float(self)"),
  unary(
    "index",
    "__index__",
    "Return self converted to an integer, if self is suitable for use as an index into a list.",
  ),
  lenRow,
  getitemRow,
  setitemRow,
  containsRow,
  { slot: "concat", names: [sequence("__add__", "Return self+value.", false)] },
  {
    slot: "repeat",
    names: [sequence("__mul__", "Return self*value.", true), sequence("__rmul__", "Return value*self.", true)],
  },
  { slot: "iconcat", names: [sequence("__iadd__", "Implement self+=value.", false)] },
  { slot: "irepeat", names: [sequence("__imul__", "Implement self*=value.", true)] },
  unary("await", "__await__", "Return an iterator to be used in await expression."),
  unary("aiter", "__aiter__", "Return an awaitable, that resolves in asynchronous iterator."),
  unary("anext", "__anext__", "Return a value or raise StopAsyncIteration."),
];

/** The rows that a special method's name concerns. */
export const rowsByName: ReadonlyMap<string, SlotRow[]> = groupRows();
function groupRows(): Map<string, SlotRow[]> {
  const groups = new Map<string, SlotRow[]>();
  for (const row of SLOT_ROWS) {
    for (const { name } of row.names) groups.set(name, [...(groups.get(name) ?? []), row]);
  }
  return groups;
}
