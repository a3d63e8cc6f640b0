// int: its slots and methods, and those of bool. The arithmetic itself is numeric/intops.ts.
import type { PyObject, PyType } from "../heap/object.ts";
import { boxInt, drop, keep, newRef, type Owned, type OwnedValue, type Value } from "../heap/refs.ts";
import type { Binary } from "../heap/type.ts";
import { def } from "../native/signature.ts";
import { bufferCopy, hasBuffer } from "./buffers.ts";
import { isByteArray } from "./bytearray.ts";
import { isBytes, newBytes } from "./bytes.ts";
import { bytesByMethod, bytesFromObject } from "./bytesargs.ts";
import { callBound } from "./call.ts";
import { extendType } from "./define.ts";
import { failed, overflowError, typeError, valueError, zeroDivisionError } from "./errors.ts";
import { isExactFloat, newFloat } from "./float.ts";
import { formattedNumber, setFormatter } from "./formatvalue.ts";
import { asInstanceOf } from "./instance.ts";
import { IntType, type IntValue, index, intOf, intValue, isExactInt, newInt, newIntObject, sameInt } from "./int.ts";
import { digitLimit } from "./limits.ts";
import { pow as floatPow } from "./numeric/explog.ts";
import { hashHigh, hashInt, hashToInt } from "./numeric/hash.ts";
import { and, bitCount, intFromBytes, intToBytes, or, shiftLeft, shiftRight, xor } from "./numeric/intbits.ts";
import { intRepr } from "./numeric/intformat.ts";
import {
  abs,
  add,
  compare,
  divmod,
  floorDiv,
  invert,
  mod,
  mul,
  neg,
  pow,
  powMod,
  sub,
  trueDiv,
} from "./numeric/intops.ts";
import { intFromBytesText, intFromStr, invalidLiteral, NO_NUMBER, shortDecimal } from "./numeric/intparse.ts";
import { bitLength, type Int, toDouble } from "./numeric/ints.ts";
import { roundInt } from "./numeric/inttheory.ts";
import { asObject, slotsOf, str, strText, typeName } from "./protocol.ts";
import { BoolType, False, None, newBool, notImplemented, True } from "./singletons.ts";
import { intern, isExactStr, isStr, newAsciiObject } from "./str.ts";
import { formatInt } from "./text/formatnumber.ts";
import { strRepr } from "./text/repr.ts";
import { tupleOf } from "./tuple.ts";
import { warn, warnSubclass } from "./warn.ts";

/** An operator of two ints; declines anything else. */
const operator =
  (operate: (a: Int, b: Int) => Int): Binary =>
  (lhs, rhs) => {
    const a = intValue(lhs);
    const b = intValue(rhs);
    return a === undefined || b === undefined ? notImplemented() : newInt(operate(a, b));
  };

const answers = (op: number, order: number): boolean =>
  [order < 0, order <= 0, order === 0, order !== 0, order > 0, order >= 0][op];

function power(lhs: Value, rhs: Value, modulus: Value | null): OwnedValue {
  const [a, b] = [intValue(lhs), intValue(rhs)];
  if (a === undefined || b === undefined) return notImplemented();
  if (modulus !== null && modulus !== None) {
    const m = intValue(modulus);
    return m === undefined ? notImplemented() : newInt(powMod(a, b, m));
  }
  if (b < 0) {
    if (a === 0) throw zeroDivisionError("0.0 cannot be raised to a negative power");
    return newFloat(floatPow(toDouble(a), toDouble(b)));
  }
  return newInt(pow(a, b));
}

/** `int(x)`. */
export function intFromValue(value: Value): Int {
  const { int, index: indexSlot } = slotsOf(value);
  if (int !== null) return takeInt(int(asObject(value)), "__int__");
  if (indexSlot !== null) return index(value);
  const trunc = callBound(value, "__trunc__");
  if (trunc !== undefined) {
    try {
      warn("DeprecationWarning", "The delegation of int() to __trunc__ is deprecated.");
      if (slotsOf(trunc).index !== null) return index(trunc);
      throw typeError(`__trunc__ returned non-Integral (type ${typeName(trunc)})`);
    } finally {
      drop(trunc);
    }
  }
  if (isStr(value)) return intFromStr(value.value, 10, digitLimit());
  if (hasBuffer(value)) return intFromBytesText(bufferCopy(value), 10, digitLimit());
  throw typeError(`int() argument must be a string, a bytes-like object or a real number, not '${typeName(value)}'`);
}

function takeInt(answer: OwnedValue, method: string): Int {
  const n = intValue(answer);
  const name = typeName(answer);
  drop(answer);
  if (n === undefined) throw typeError(`${method} returned non-int (type ${name})`);
  if (name !== "int") warnSubclass(method, "int", name);
  return n;
}

/** `int(x)` of an int, a float or text, exactly these. */
function fromPlain(slots: readonly Value[], at: number, n: number): OwnedValue | undefined {
  const value = slots[at];
  if (n !== 1) return undefined;
  if (isExactInt(value)) return keep(value);
  if (isExactStr(value)) {
    const short = shortDecimal(value.value);
    if (short >= 0) return newInt(short);
    if (short !== NO_NUMBER) return newInt(intFromValue(value));
    failed.error = invalidLiteral(10, strRepr(value.value));
    return undefined;
  }
  return isExactFloat(value) ? newInt(intFromValue(value)) : undefined;
}

function withBase(value: Value, base: Value): Int {
  const n = index(base);
  if (n !== 0 && (n < 2 || n > 36)) throw valueError("int() base must be >= 2 and <= 36, or 0");
  if (isStr(value)) return intFromStr(value.value, Number(n), digitLimit());
  if (isBytes(value) || isByteArray(value)) return intFromBytesText(bufferCopy(value), Number(n), digitLimit());
  throw typeError("int() can't convert non-string with explicit base");
}

function newOfType(type: PyType, args: Value[], kwnames: readonly PyObject[] | null): OwnedValue {
  const nkw = kwnames?.length ?? 0;
  if (args.length > 2) throw typeError(`int() takes at most 2 arguments (${args.length} given)`);
  let [value, base] = [args[0], args[1]] as (Value | undefined)[];
  if (nkw > 0) {
    const names = (kwnames as readonly PyObject<string>[]).map((k) => k.value);
    const odd = names.find((n) => n !== "base");
    if (odd !== undefined) throw typeError(`'${odd}' is an invalid keyword argument for int()`);
    base = args[args.length - 1];
    value = args.length > 1 ? args[0] : undefined;
    if (value === undefined) throw typeError("int() missing string argument");
  }
  // An exact int is its own int.
  if (type === IntType && base === undefined && value !== undefined && isExactInt(value)) return keep(value);
  const n = value === undefined ? 0 : base === undefined ? intFromValue(value) : withBase(value, base);
  return type === IntType ? newInt(n) : asInstanceOf(boxedInt(n), type);
}

/** A fresh object even for small values, so that a subclass can have it. */
const boxedInt = (n: Int): Owned => (typeof n === "number" ? boxInt(n) : newIntObject(n));

const hash = (n: Int): Int => {
  const low = hashInt(n);
  return hashToInt(hashHigh, low);
};

setFormatter(IntType, (n, spec) =>
  spec.value === "" ? str(n) : formattedNumber(formatInt(intOf(n as IntValue), spec.value, digitLimit()), spec),
);

extendType<IntValue>(IntType, {
  vectorcall: fromPlain,
  doc: "int([x]) -> integer\nint(x, base=10) -> integer\n\nAn integer of any size, made of a number, or of text in a base from 2 to 36.\n\n>>> int('1010', base=2)\n10",
  slots: {
    repr: (n) => newAsciiObject(intRepr(intOf(n), digitLimit())),
    hash: (n) => hash(intOf(n)),
    compare(n, other, op) {
      const m = intValue(other);
      return m === undefined ? notImplemented() : newBool(answers(op, compare(intOf(n), m)));
    },
    new: newOfType,
    add: operator(add),
    sub: operator(sub),
    mul: operator(mul),
    floordiv: operator(floorDiv),
    mod: operator(mod),
    divmod(lhs, rhs) {
      const [a, b] = [intValue(lhs), intValue(rhs)];
      if (a === undefined || b === undefined) return notImplemented();
      const [quotient, rest] = divmod(a, b);
      return tupleOf(newInt(quotient), newInt(rest));
    },
    truediv(lhs, rhs) {
      const [a, b] = [intValue(lhs), intValue(rhs)];
      return a === undefined || b === undefined ? notImplemented() : newFloat(trueDiv(a, b));
    },
    pow: power,
    lshift: operator(shiftLeft),
    rshift: operator(shiftRight),
    and: operator(and),
    or: operator(or),
    xor: operator(xor),
    neg: (n) => newInt(neg(intOf(n))),
    pos: sameInt,
    abs: (n) => (intOf(n) < 0 ? newInt(abs(intOf(n))) : sameInt(n)),
    invert: (n) => newInt(invert(intOf(n))),
    bool: (n) => intOf(n) !== 0 && intOf(n) !== 0n,
    int: sameInt,
    index: sameInt,
    float: (n) => newFloat(toDouble(intOf(n))),
  },
  methods: [
    def("conjugate($self, /)", "Returns self, the complex conjugate of any int.", (n: IntValue) => sameInt(n)),
    def(
      "bit_length($self, /) -> int",
      "Number of bits necessary to represent self in binary.\n\n>>> (10).bit_length()\n4",
      (n: IntValue) => bitLength(intOf(n)),
    ),
    def(
      "bit_count($self, /) -> int",
      "Number of ones in the binary representation of the absolute value.\n\n>>> (10).bit_count()\n2",
      (n: IntValue) => bitCount(intOf(n)),
    ),
    def(
      "to_bytes($self, /, length=1, byteorder='big', *, signed: bool = False)",
      "The bytes that represent the int.",
      (n: IntValue, length, order, signed) =>
        newBytes(intToBytes(intOf(n), byteLength(length), isLittle("to_bytes", order), signed)),
    ),
    def(
      "from_bytes($type, /, bytes, byteorder='big', *, signed: bool = False)",
      "The int that some bytes represent.",
      (type: PyType, bytes, order, signed) => {
        const little = isLittle("from_bytes", order);
        const n = intFromBytes(bytesFrom(bytes), little, signed);
        if (type === IntType) return newInt(n);
        const exact = newInt(n);
        try {
          return (type.value.slots.call ?? slotsOf(type).call)?.(type, [exact], null);
        } finally {
          drop(exact);
        }
      },
    ),
    def(
      "as_integer_ratio($self, /)",
      "Self and 1: numerator and denominator.\n\n>>> (10).as_integer_ratio()\n(10, 1)",
      (n: IntValue) => tupleOf(sameInt(n), newInt(1)),
    ),
    def("is_integer($self, /)", "True: an int is integral.", () => newBool(true)),
    def("__trunc__($self, /)", "Truncating an int is itself.", (n: IntValue) => sameInt(n)),
    def("__floor__($self, /)", "Flooring an int is itself.", (n: IntValue) => sameInt(n)),
    def("__ceil__($self, /)", "The ceiling of an int is itself.", (n: IntValue) => sameInt(n)),
    def("__round__($self, ndigits=NULL, /)", "Rounds to a power of ten, half to even.", (n: IntValue, digits) =>
      digits === undefined ? sameInt(n) : newInt(roundInt(intOf(n), index(digits))),
    ),
    def("__getnewargs__($self, /)", "What pickle makes the int again from.", (n: IntValue) =>
      tupleOf(newInt(intOf(n))),
    ),
    def("__format__($self, format_spec: str, /) -> str", "Formats by a specification.", (n: IntValue, spec) =>
      spec === "" ? strText(n) : formatInt(intOf(n), spec, digitLimit(), typeName(n)),
    ),
    def(
      "__sizeof__($self, /) -> int",
      "Size in bytes.",
      (n: IntValue) => 24 + 4 * Math.max(1, Math.ceil(bitLength(intOf(n)) / 30)),
    ),
  ],
  getset: [
    { name: "real", doc: "the real part of a complex number", get: (n) => sameInt(n) },
    { name: "imag", doc: "the imaginary part of a complex number", get: () => newInt(0) },
    { name: "numerator", doc: "the numerator of a rational number in lowest terms", get: (n) => sameInt(n) },
    { name: "denominator", doc: "the denominator of a rational number in lowest terms", get: () => newInt(1) },
  ],
});

function byteLength(value: Value): number {
  const n = index(value);
  if (typeof n === "bigint") throw overflowError("Python int too large to convert to C ssize_t");
  return n;
}

function isLittle(method: string, order: Value): boolean {
  if (!isStr(order)) throw typeError(`${method}() argument 'byteorder' must be str, not ${typeName(order)}`);
  if (order.value !== "little" && order.value !== "big") throw valueError("byteorder must be either 'little' or 'big'");
  return order.value === "little";
}

/** What `bytes(value)` holds, but an int is not a number of zeros. */
function bytesFrom(value: Value): Uint8Array {
  const bytes = bytesByMethod(value) ?? bytesFromObject(value);
  try {
    return bytes.value;
  } finally {
    drop(bytes);
  }
}

/** An operator that answers a bool when both operands are bools. */
const logical =
  (operate: (a: number, b: number) => number, general: Binary): Binary =>
  (lhs, rhs) => {
    if (isBool(lhs) && isBool(rhs)) return newBool(operate(lhs.value, rhs.value) !== 0);
    return general(lhs, rhs);
  };
const isBool = (value: Value): value is PyObject<number> => value === True || value === False;

const BOOL_INVERT =
  "Bitwise inversion '~' on bool is deprecated. This returns the bitwise inversion of the underlying int object and is usually not what you expect from negating a bool. Use the 'not' operator for boolean negation or ~int(x) if you really want the bitwise inversion of the underlying int.";

extendType<PyObject<number>>(BoolType, {
  doc: "A truth value.\n\nThere are two of them, True and False.",
  slots: {
    repr: (b) => newRef(intern(b.value !== 0 ? "True" : "False")),
    and: logical((a, b) => a & b, operator(and)),
    or: logical((a, b) => a | b, operator(or)),
    xor: logical((a, b) => a ^ b, operator(xor)),
    invert(b) {
      warn("DeprecationWarning", BOOL_INVERT);
      return newInt(invert(b.value));
    },
    new(_type, args, kwnames) {
      if ((kwnames?.length ?? 0) > 0) throw typeError("bool() takes no keyword arguments");
      if (args.length > 1) throw typeError(`bool expected at most 1 argument, got ${args.length}`);
      return newBool(args.length > 0 && isTrueValue(args[0]));
    },
  },
});
const isTrueValue = (value: Value): boolean => {
  if (typeof value === "number") return value !== 0;
  const { bool, len } = value.type.value.slots;
  return bool !== null ? bool(value) : len === null || len(value) !== 0;
};
