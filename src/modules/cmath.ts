// cmath: functions of complex numbers. The arithmetic is cmathfunctions.ts.
import type { OwnedValue, Value } from "../heap/refs.ts";
import { def, type Native } from "../native/signature.ts";
import { newComplex } from "../objects/complex.ts";
import { complexNumber } from "../objects/complexmethods.ts";
import { overflowError, valueError } from "../objects/errors.ts";
import { newFloat } from "../objects/float.ts";
import { absolute, type Complex, divide } from "../objects/numeric/complexops.ts";
import { hypot2 } from "../objects/numeric/floatmath.ts";
import { atan2 } from "../objects/numeric/trig.ts";
import { tupleOf } from "../objects/tuple.ts";
import * as functions from "./cmathfunctions.ts";
import { defineModule } from "./module.ts";
import { withText } from "./natives.ts";

/** Calls a function; what is wrong with its answer becomes an exception. */
function checked(f: () => Complex): OwnedValue {
  functions.fault.kind = null;
  const [real, imag] = f();
  const { kind } = functions.fault;
  if (kind === "domain") throw valueError("math domain error");
  if (kind === "range") throw overflowError("math range error");
  return newComplex(real, imag);
}

const unary = (name: string, f: (z: Complex) => Complex, doc: string): Native =>
  def(`${name}($module, z, /)`, doc, (_module, z) => {
    const number = complexNumber(z);
    return checked(() => f(number));
  });

const test = (name: string, f: (x: number) => boolean, all: boolean, doc: string): Native =>
  def(`${name}($module, z, /) -> bool`, doc, (_module, z) => {
    const [real, imag] = complexNumber(z);
    return all ? f(real) && f(imag) : f(real) || f(imag);
  });

function logarithm(z: Value, base: Value | undefined): OwnedValue {
  const number = complexNumber(z);
  if (base === undefined) return checked(() => functions.log(number));
  const other = complexNumber(base);
  return checked(() => {
    const above = functions.log(number);
    // CPython forgets what was wrong with the first of the two.
    functions.fault.kind = null;
    const below = functions.log(other);
    if (below[0] !== 0 || below[1] !== 0) return divide(above, below);
    functions.fault.kind = "domain";
    return [0, 0];
  });
}

/** The angle of a number. One that is too small to be told is an error, as it is for the C library. */
function angle([x, y]: Complex): number {
  const phi = atan2(y, x);
  if (phi === 0 && y !== 0 && Number.isFinite(x)) throw overflowError("math range error");
  return phi;
}

function polar(z: Value): OwnedValue {
  const number = complexNumber(z);
  const size = hypot2(...number);
  if (size === Number.POSITIVE_INFINITY && number.every(Number.isFinite)) throw overflowError("math range error");
  return tupleOf(newFloat(size), newFloat(atan2(number[1], number[0])));
}

/** Are two numbers near each other, by the larger of a tolerance in proportion and an absolute one? */
function isClose(a: Complex, b: Complex, relative: number, least: number): boolean {
  if (relative < 0 || least < 0) throw valueError("tolerances must be non-negative");
  if (a[0] === b[0] && a[1] === b[1]) return true;
  if ([...a, ...b].some((x) => Math.abs(x) === Number.POSITIVE_INFINITY)) return false;
  const difference = absolute([a[0] - b[0], a[1] - b[1]]);
  return difference <= relative * absolute(b) || difference <= relative * absolute(a) || difference <= least;
}

const isInfinite = (x: number): boolean => Math.abs(x) === Number.POSITIVE_INFINITY;

export default defineModule({
  name: "cmath",
  doc: "Functions of complex numbers.",
  functions: [
    unary("acos", functions.acos, "The arc cosine of z."),
    unary("acosh", functions.acosh, "The inverse hyperbolic cosine of z."),
    unary("asin", functions.asin, "The arc sine of z."),
    unary("asinh", functions.asinh, "The inverse hyperbolic sine of z."),
    unary("atan", functions.atan, "The arc tangent of z."),
    unary("atanh", functions.atanh, "The inverse hyperbolic tangent of z."),
    unary("cos", functions.cos, "The cosine of z."),
    unary("cosh", functions.cosh, "The hyperbolic cosine of z."),
    unary("exp", functions.exp, "e to the power of z."),
    def(
      "isclose($module, /, a, b, *, rel_tol: float = 1e-09, abs_tol: float = 0.0) -> bool",
      "Are two numbers near each other?",
      (_module, a, b, relative, least) => isClose(complexNumber(a), complexNumber(b), relative, least),
    ),
    test("isfinite", Number.isFinite, true, "Are both parts finite?"),
    test("isinf", isInfinite, false, "Is a part infinite?"),
    test("isnan", Number.isNaN, false, "Is a part no number?"),
    withText(
      def("log($module, z, base=NULL, /)", "The logarithm of z, natural unless a base is told.", (_module, z, base) =>
        logarithm(z, base),
      ),
      "($module, z, base=<unrepresentable>, /)",
    ),
    unary("log10", functions.log10, "The logarithm of z to base 10."),
    def("phase($module, z, /) -> float", "The angle of z, from -pi to pi.", (_module, z) => angle(complexNumber(z))),
    def("polar($module, z, /)", "Size and angle of z.", (_module, z) => polar(z)),
    def("rect($module, r: float, phi: float, /)", "The number of a size and an angle.", (_module, r, phi) =>
      checked(() => functions.rect(r, phi)),
    ),
    unary("sin", functions.sin, "The sine of z."),
    unary("sinh", functions.sinh, "The hyperbolic sine of z."),
    unary("sqrt", functions.sqrt, "The square root of z."),
    unary("tan", functions.tan, "The tangent of z."),
    unary("tanh", functions.tanh, "The hyperbolic tangent of z."),
  ],
  constants: () => ({
    pi: newFloat(Math.PI),
    e: newFloat(Math.E),
    tau: newFloat(2 * Math.PI),
    inf: newFloat(Number.POSITIVE_INFINITY),
    infj: newComplex(0, Number.POSITIVE_INFINITY),
    nan: newFloat(Number.NaN),
    nanj: newComplex(0, Number.NaN),
  }),
});
