// complex: its slots and methods. The arithmetic is numeric/complexops.ts.
import type { PyObject, PyType } from "../heap/object.ts";
import { drop, newRef, type Owned, type OwnedValue, type Value } from "../heap/refs.ts";
import { EQ, NE } from "../heap/type.ts";
import { def } from "../native/signature.ts";
import { newGetSet } from "./builtin.ts";
import { callBound } from "./call.ts";
import { ComplexType, type ComplexValue, isComplex, newComplex, type PyComplex } from "./complex.ts";
import { extendType } from "./define.ts";
import { attributeError, typeError, valueError } from "./errors.ts";
import { isFloat, newFloat, toFloat } from "./float.ts";
import { bigToFloat } from "./floatconvert.ts";
import { asInstanceOf } from "./instance.ts";
import { intValue } from "./int.ts";
import { absolute, type Complex, divide, multiply, pow } from "./numeric/complexops.ts";
import { complexFromStr, complexRepr } from "./numeric/complextext.ts";
import { hashComplex, hashHigh, hashToInt } from "./numeric/hash.ts";
import { compareToFloat } from "./numeric/intops.ts";
import { identityHash } from "./object.ts";
import { slotsOf, str, typeName } from "./protocol.ts";
import { None, newBool, notImplemented } from "./singletons.ts";
import { isStr, newNarrowStr, newStr } from "./str.ts";
import { formatComplex } from "./text/formatnumber.ts";
import { argumentName, constructorArguments, told } from "./textargs.ts";
import { tupleOf } from "./tuple.ts";
import { warnSubclass } from "./warn.ts";

// ---- operators ----

/** A number as a complex; undefined for what is none. */
function operand(value: Value): Complex | undefined {
  if (isComplex(value)) return [value.value.real, value.value.imag];
  if (isFloat(value)) return [value.value, 0];
  const n = intValue(value);
  if (n === undefined) return undefined;
  return [typeof n === "number" ? n : bigToFloat(n), 0];
}

const operator =
  (operate: (a: Complex, b: Complex) => Complex) =>
  (lhs: Value, rhs: Value): OwnedValue => {
    const a = operand(lhs);
    const b = a === undefined ? undefined : operand(rhs);
    if (a === undefined || b === undefined) return notImplemented();
    return newComplex(...operate(a, b));
  };

function power(lhs: Value, rhs: Value, modulus: Value | null): OwnedValue {
  const a = operand(lhs);
  const b = a === undefined ? undefined : operand(rhs);
  if (a === undefined || b === undefined) return notImplemented();
  if (modulus !== null && modulus !== None) throw valueError("complex modulo");
  return newComplex(...pow(a, b));
}

/** Is it the same number? Undefined for what is no number. */
function equals({ real, imag }: ComplexValue, other: Value): boolean | undefined {
  if (isComplex(other)) return real === other.value.real && imag === other.value.imag;
  if (isFloat(other)) return imag === 0 && real === other.value;
  const n = intValue(other);
  return n === undefined ? undefined : imag === 0 && !Number.isNaN(real) && compareToFloat(n, real) === 0;
}

// ---- making ----

const PARAMETERS = ["real", "imag"];

function newOfType(type: PyType, args: Value[], kwnames: readonly PyObject[] | null): OwnedValue {
  const [real, imag] = constructorArguments("complex", PARAMETERS, args, kwnames);
  const exact = real !== undefined && imag === undefined && isComplex(real) && real.type === ComplexType;
  if (exact && type === ComplexType) return newRef(real);
  return asInstanceOf(newComplex(...fromArguments(real, imag)), type);
}

function fromArguments(real: Value | undefined, imag: Value | undefined): Complex {
  if (real !== undefined && isStr(real)) {
    if (imag !== undefined) throw typeError("complex() can't take second arg if first is a string");
    return complexFromStr(real.value);
  }
  if (imag !== undefined && isStr(imag)) throw typeError("complex() second arg can't be a string");
  const own = real === undefined ? undefined : callBound(real, "__complex__");
  try {
    if (own !== undefined) checkComplex(own);
    const first = own ?? real;
    checkPart(first, false);
    checkPart(imag, true);
    return combine(first, imag);
  } finally {
    if (own !== undefined) drop(own);
  }
}

/** The complex number that a value stands for. Raises TypeError for what is no number. */
export function complexNumber(value: Value): Complex {
  if (isComplex(value)) return [value.value.real, value.value.imag];
  const own = callBound(value, "__complex__");
  if (own === undefined) return [toFloat(value), 0];
  try {
    checkComplex(own);
    const { real, imag } = (own as PyComplex).value;
    return [real, imag];
  } finally {
    drop(own);
  }
}

function checkComplex(answer: Value): void {
  if (!isComplex(answer)) throw typeError(`__complex__ returned non-complex (type ${typeName(answer)})`);
  if (answer.type === ComplexType) return;
  warnSubclass("__complex__", "complex", typeName(answer));
}

function checkPart(part: Value | undefined, second: boolean): void {
  if (part === undefined || isComplex(part)) return;
  const { float, index } = slotsOf(part);
  if (float !== null || index !== null) return;
  throw typeError(
    second
      ? `complex() second argument must be a number, not '${typeName(part)}'`
      : `complex() first argument must be a string or a number, not '${typeName(part)}'`,
  );
}

const partOf = (value: Value): Complex =>
  isComplex(value) ? [value.value.real, value.value.imag] : [toFloat(value), 0];

/** real + imag * 1j, where either may be complex itself. Signs of zeros are kept where nothing is added. */
function combine(real: Value | undefined, imag: Value | undefined): Complex {
  const [a, b] = real === undefined ? [0, 0] : partOf(real);
  if (imag === undefined) return [a, b];
  const [c, d] = partOf(imag);
  return [isComplex(imag) ? a - d : a, real !== undefined && isComplex(real) ? c + b : c];
}

// ---- the type ----

const exact = (z: PyComplex): Owned<PyComplex> =>
  z.type === ComplexType ? newRef(z) : newComplex(z.value.real, z.value.imag);

const part = (name: "real" | "imag", doc: string): Owned =>
  newGetSet(
    {
      name,
      doc,
      owner: ComplexType,
      get: (z) => newFloat((z as PyComplex).value[name]),
      set() {
        throw attributeError("readonly attribute");
      },
    },
    true,
  );

extendType<PyComplex>(ComplexType, {
  doc: "A complex number: real + imag*1j. Made of two numbers, or of text that writes one.",
  textSignature: "(real=0, imag=0)",
  slots: {
    repr: ({ value: z }) => newNarrowStr(complexRepr(z.real, z.imag)),
    hash(z) {
      const { real, imag } = z.value;
      if (Number.isNaN(real) || Number.isNaN(imag)) return identityHash(z);
      const low = hashComplex(real, imag);
      return hashToInt(hashHigh, low);
    },
    compare(z, other, op) {
      if (op !== EQ && op !== NE) return notImplemented();
      const equal = equals(z.value, other);
      return equal === undefined ? notImplemented() : newBool(equal === (op === EQ));
    },
    new: newOfType,
    add: operator(([a, b], [c, d]) => [a + c, b + d]),
    sub: operator(([a, b], [c, d]) => [a - c, b - d]),
    mul: operator(multiply),
    truediv: operator(divide),
    pow: power,
    neg: ({ value: z }) => newComplex(-z.real, -z.imag),
    pos: exact,
    abs: ({ value: z }) => newFloat(absolute([z.real, z.imag])),
    bool: ({ value: z }) => z.real !== 0 || z.imag !== 0,
  },
  methods: [
    def("conjugate($self, /)", "The number with the sign of its imaginary part turned.", ({ value: z }: PyComplex) =>
      newComplex(z.real, -z.imag),
    ),
    def("__complex__($self, /)", "The number as an exact complex.", (z: PyComplex) => exact(z)),
    told(
      def("__getnewargs__($self, /)", "What pickle makes the number again from.", ({ value: z }: PyComplex) =>
        tupleOf(newFloat(z.real), newFloat(z.imag)),
      ),
      "($self, /)",
    ),
    def("__format__($self, format_spec, /)", "Formats by a specification.", (z: PyComplex, spec) => {
      if (!isStr(spec)) throw typeError(`__format__() argument must be str, not ${argumentName(spec)}`);
      if (spec.value === "") return str(z);
      return newStr(formatComplex(z.value.real, z.value.imag, spec.value, typeName(z)));
    }),
  ],
  constants: () => ({
    real: part("real", "the real part of a complex number"),
    imag: part("imag", "the imaginary part of a complex number"),
  }),
});
