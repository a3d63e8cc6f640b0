// float: its slots and methods.
import type { PyObject, PyType } from "../heap/object.ts";
import { newRef, type Owned, type OwnedValue, type Value } from "../heap/refs.ts";
import { NE } from "../heap/type.ts";
import { def } from "../native/signature.ts";
import { isBytes } from "./bytes.ts";
import { call } from "./call.ts";
import { newComplex } from "./complex.ts";
import { extendType } from "./define.ts";
import { overflowError, PyError, typeError, valueError, zeroDivisionError } from "./errors.ts";
import { newException } from "./exceptions.ts";
import { FloatType, floatByMethod, isExactFloat, isFloat, newFloat, type PyFloat, toFloat } from "./float.ts";
import { formattedNumber, setFormatter } from "./formatvalue.ts";
import { asInstanceOf } from "./instance.ts";
import { index, intValue, isExactInt, newInt } from "./int.ts";
import { pow as complexPow } from "./numeric/complexops.ts";
import { pow as floatPow } from "./numeric/explog.ts";
import { floatFloorDiv, floatMod } from "./numeric/floatmath.ts";
import { floatFromBytes, floatFromHex, floatFromStr, floatHex } from "./numeric/floatparse.ts";
import { floatRepr } from "./numeric/floatrepr.ts";
import { hashFloat, hashHigh, hashToInt } from "./numeric/hash.ts";
import { compareToFloat } from "./numeric/intops.ts";
import { toDouble } from "./numeric/ints.ts";
import { asIntegerRatio, floatToInt, roundFloat, roundToInt } from "./numeric/round.ts";
import { identityHash } from "./object.ts";
import { asObject, reprText, slotsOf, str, strText, typeName } from "./protocol.ts";
import { None, newBool, notImplemented } from "./singletons.ts";
import { isExactStr, isStr, newAsciiStr, newNarrowStr } from "./str.ts";
import { formatDouble } from "./text/formatnumber.ts";
import { tupleOf } from "./tuple.ts";

/** The double of an operand that is a float or an int; undefined for any other. */
function operand(value: Value): number | undefined {
  if (typeof value === "number") return value;
  if (value.type === FloatType || isFloat(value)) return value.value as number;
  const n = intValue(value);
  return n === undefined ? undefined : toDouble(n);
}

const operator =
  (operate: (a: number, b: number) => number) =>
  (lhs: Value, rhs: Value): OwnedValue => {
    const a = operand(lhs);
    if (a === undefined) return notImplemented();
    const b = operand(rhs);
    return b === undefined ? notImplemented() : newFloat(operate(a, b));
  };

function divide(a: number, b: number): number {
  if (b === 0) throw zeroDivisionError("float division by zero");
  return a / b;
}

function modulo(a: number, b: number): number {
  if (b === 0) throw zeroDivisionError("float modulo");
  return floatMod(a, b);
}

function floorDivide(a: number, b: number): number {
  if (b === 0) throw zeroDivisionError("float floor division by zero");
  return floatFloorDiv(a, b);
}

function power(lhs: Value, rhs: Value, modulus: Value | null): OwnedValue {
  if (modulus !== null && modulus !== None)
    throw typeError("pow() 3rd argument not allowed unless all arguments are integers");
  const a = operand(lhs);
  const b = a === undefined ? undefined : operand(rhs);
  if (a === undefined || b === undefined) return notImplemented();
  if (a === 0 && b < 0 && Number.isFinite(b)) throw zeroDivisionError("0.0 cannot be raised to a negative power");
  if (a < 0 && Number.isFinite(a) && Number.isFinite(b) && b !== Math.floor(b)) {
    const [real, imag] = complexPow([a, 0], [b, 0]);
    return newComplex(real, imag);
  }
  const answer = floatPow(a, b);
  if (!Number.isFinite(answer) && Number.isFinite(a) && Number.isFinite(b)) {
    throw overflowErrorWithCode();
  }
  return newFloat(answer);
}
const overflowErrorWithCode = (): unknown =>
  new PyError(newException("OverflowError", newInt(34), newNarrowStr("Numerical result out of range")));

/** How a float stands to a number: negative, zero, positive; NaN when they are not ordered. Undefined for no number. */
function order(a: number, other: Value): number | undefined {
  if (isFloat(other)) return a < other.value ? -1 : a > other.value ? 1 : a === other.value ? 0 : Number.NaN;
  const n = intValue(other);
  if (n === undefined) return undefined;
  return Number.isNaN(a) ? Number.NaN : 0 - compareToFloat(n, a);
}

function newOfType(type: PyType, args: Value[], kwnames: readonly PyObject[] | null): OwnedValue {
  const named = kwnames?.length ?? 0;
  // A subclass may have an `__init__` that takes keywords.
  if (named > 0 && type.value.slots.init === FloatType.value.slots.init)
    throw typeError("float() takes no keyword arguments");
  const given = args.length - named;
  if (given > 1) throw typeError(`float expected at most 1 argument, got ${given}`);
  if (type === FloatType && given === 1 && isExactFloat(args[0])) return newRef(args[0]);
  const f = newFloat(given === 0 ? 0 : fromValue(args[0]));
  return type === FloatType ? f : asInstanceOf(f, type);
}

/** `float(x)` of a float, an int or text, exactly these. */
function fromPlain(slots: readonly Value[], at: number, n: number): OwnedValue | undefined {
  const value = slots[at];
  if (n !== 1) return undefined;
  if (isExactFloat(value)) return newRef(value);
  return isExactInt(value) || isExactStr(value) ? newFloat(fromValue(value)) : undefined;
}

function fromValue(value: Value): number {
  if (typeof value !== "number" && value.type.value.slots.float !== null && !isExactInt(value)) {
    return isExactFloat(value) ? value.value : floatByMethod(value);
  }
  if (isStr(value)) return floatFromStr(value.value);
  if (typeof value !== "number" && slotsOf(value).float === null && slotsOf(value).index === null) {
    if (isBytes(value)) return floatFromBytes(value.value, () => reprText(value));
    const buffer = slotsOf(value).buffer;
    if (buffer === null)
      throw typeError(`float() argument must be a string or a real number, not '${typeName(value)}'`);
    const view = buffer(asObject(value), false);
    try {
      return floatFromBytes(view.bytes, () => reprText(value));
    } finally {
      view.release();
    }
  }
  return toFloat(value);
}

/** The int of a finite float; `what` ends the messages for the others. */
function finite(x: number, what: string): number {
  if (Number.isNaN(x)) throw valueError(`cannot convert float NaN to ${what}`);
  if (!Number.isFinite(x)) throw overflowError(`cannot convert float infinity to ${what}`);
  return x;
}

function round(f: PyFloat, digits: Value | undefined): OwnedValue {
  if (digits === undefined || digits === None) return newInt(roundToInt(finite(f.value, "integer")));
  const places = index(digits);
  if (!Number.isFinite(f.value)) return newFloat(f.value);
  const limited = typeof places === "number" ? places : places > 0n ? 1000 : -1000;
  const rounded = roundFloat(f.value, Math.max(-1000, Math.min(1000, limited)));
  if (!Number.isFinite(rounded)) throw overflowError("rounded value too large to represent");
  return newFloat(rounded);
}

const exact = (f: PyFloat): Owned => (f.type === FloatType ? newRef(f) : newFloat(f.value));
const format = (() => {
  const bytes = new Uint8Array(Float64Array.of(1).buffer);
  return bytes[7] === 0x3f ? "IEEE, little-endian" : "IEEE, big-endian";
})();

setFormatter(FloatType, (f, spec) =>
  spec.value === "" ? str(f) : formattedNumber(formatDouble((f as PyFloat).value, spec.value), spec),
);

extendType<PyFloat>(FloatType, {
  vectorcall: fromPlain,
  textSignature: "(x=0, /)",
  doc: "A floating-point number.\n\nMade of a number, or of text that writes one.",
  slots: {
    repr: (f) => newAsciiStr(floatRepr(f.value)),
    hash(f) {
      if (Number.isNaN(f.value)) return identityHash(f);
      const low = hashFloat(f.value);
      return hashToInt(hashHigh, low);
    },
    compare(f, other, op) {
      const sign = order(f.value, other);
      if (sign === undefined) return notImplemented();
      if (Number.isNaN(sign)) return newBool(op === NE);
      return newBool([sign < 0, sign <= 0, sign === 0, sign !== 0, sign > 0, sign >= 0][op]);
    },
    new: newOfType,
    add: operator((a, b) => a + b),
    sub: operator((a, b) => a - b),
    mul: operator((a, b) => a * b),
    truediv: operator(divide),
    floordiv: operator(floorDivide),
    mod: operator(modulo),
    divmod(lhs, rhs) {
      const a = operand(lhs);
      const b = a === undefined ? undefined : operand(rhs);
      if (a === undefined || b === undefined) return notImplemented();
      if (b === 0) throw zeroDivisionError("float divmod()");
      return tupleOf(newFloat(floatFloorDiv(a, b)), newFloat(floatMod(a, b)));
    },
    pow: power,
    neg: (f) => newFloat(-f.value),
    pos: exact,
    abs: (f) => newFloat(Math.abs(f.value)),
    bool: (f) => f.value !== 0,
    int: (f) => newInt(floatToInt(finite(f.value, "integer"))),
    float: exact,
  },
  methods: [
    def("conjugate($self, /)", "Returns self, the complex conjugate of any float.", (f: PyFloat) => exact(f)),
    def("is_integer($self, /) -> bool", "Is the float integral?", (f: PyFloat) => Number.isInteger(f.value)),
    def(
      "as_integer_ratio($self, /)",
      "A pair of ints whose ratio is exactly the float.\n\n>>> (0.75).as_integer_ratio()\n(3, 4)",
      (f: PyFloat) => {
        if (Number.isNaN(f.value)) throw valueError("cannot convert NaN to integer ratio");
        if (!Number.isFinite(f.value)) throw overflowError("cannot convert Infinity to integer ratio");
        const [a, b] = asIntegerRatio(f.value);
        return tupleOf(newInt(a), newInt(b));
      },
    ),
    def("hex($self, /)", "The float in hexadecimal.\n\n>>> (0.75).hex()\n'0x1.8000000000000p-1'", (f: PyFloat) =>
      newNarrowStr(floatHex(f.value)),
    ),
    def(
      "fromhex($type, string, /)",
      "The float that hexadecimal text writes.\n\n>>> float.fromhex('0x1.8p-1')\n0.75",
      (type: PyType, text) => {
        if (!isStr(text)) throw typeError("bad argument type for built-in operation");
        const f = newFloat(floatFromHex(text.value));
        return type === FloatType ? f : call(type, f);
      },
    ),
    def("__trunc__($self, /)", "The int nearest to the float between it and 0.", (f: PyFloat) =>
      newInt(floatToInt(finite(f.value, "integer"))),
    ),
    def("__floor__($self, /)", "The largest int not above the float.", (f: PyFloat) =>
      newInt(floatToInt(Math.floor(finite(f.value, "integer")))),
    ),
    def("__ceil__($self, /)", "The least int not below the float.", (f: PyFloat) =>
      newInt(floatToInt(Math.ceil(finite(f.value, "integer")))),
    ),
    def("__round__($self, ndigits=NULL, /)", "Rounds half to even; to an int without digits.", (f: PyFloat, digits) =>
      round(f, digits),
    ),
    def("__getnewargs__($self, /)", "What pickle makes the float again from.", (f: PyFloat) =>
      tupleOf(newFloat(f.value)),
    ),
    def("__getformat__($type, typestr: str, /)", "How the machine stores doubles and floats.", (_type, kind) => {
      if (kind !== "double" && kind !== "float")
        throw valueError("__getformat__() argument 1 must be 'double' or 'float'");
      return newNarrowStr(format);
    }),
    def("__format__($self, format_spec: str, /) -> str", "Formats by a specification.", (f: PyFloat, spec) =>
      spec === "" ? strText(f) : formatDouble(f.value, spec, typeName(f)),
    ),
  ],
  getset: [
    { name: "real", doc: "the real part of a complex number", get: exact },
    { name: "imag", doc: "the imaginary part of a complex number", get: () => newFloat(0) },
  ],
});
