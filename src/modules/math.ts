// math: functions of floats, exact to the last bit of CPython's, and of ints. The numbers are
// objects/numeric; here is who is asked what, and which errors that makes. Sums are mathsums.ts.

import { reserve } from "../heap/heap.ts";
import type { Owned, OwnedValue, Value } from "../heap/refs.ts";
import { whole } from "../heap/whole.ts";
import { def, Native } from "../native/signature.ts";
import { callBound } from "../objects/call.ts";
import { overflowError, typeError, valueError, zeroDivisionError } from "../objects/errors.ts";
import { isExactFloat, newFloat, toFloat } from "../objects/float.ts";
import { index, intValue, newInt } from "../objects/int.ts";
import { exp, exp2, log, log2, pow } from "../objects/numeric/explog.ts";
import { bigFrexp, frexp, ldexp, nextAfter, remainder, ulp } from "../objects/numeric/floatmath.ts";
import { acosh, asinh, atanh, cbrt, cosh, expm1, log1p, log10, sinh, tanh } from "../objects/numeric/hyperbolic.ts";
import type { Int } from "../objects/numeric/ints.ts";
import { comb, factorial, gcd, isqrt, lcm, perm } from "../objects/numeric/inttheory.ts";
import { floatToInt } from "../objects/numeric/round.ts";
import { erf, erfc, gamma, lgamma } from "../objects/numeric/special.ts";
import { acos, asin, atan, atan2, cos, sin, tan } from "../objects/numeric/trig.ts";
import { typeName } from "../objects/protocol.ts";
import { None } from "../objects/singletons.ts";
import { tupleOf } from "../objects/tuple.ts";
import { dist, fsum, hypotenuse, prod, sumprod } from "./mathsums.ts";
import { defineModule } from "./module.ts";
import { withText } from "./natives.ts";

const domainError = () => valueError("math domain error");
const rangeError = () => overflowError("math range error");

// ---- functions of one float ----

type Real = (x: number) => number;
/** What an infinite answer to a finite question means. */
type Infinite = "range" | "domain" | "fine";

/** A NaN that was not asked for is a domain error. */
function checked(f: Real, infinite: Infinite, x: number): number {
  const y = f(x);
  if (Number.isNaN(y) && !Number.isNaN(x)) throw domainError();
  if (infinite !== "fine" && Number.isFinite(x) && (y === Number.POSITIVE_INFINITY || y === Number.NEGATIVE_INFINITY)) {
    throw infinite === "range" ? rangeError() : domainError();
  }
  return y;
}

/** The poles of gamma and its logarithm are domain errors, all else that is infinite a range error. */
const withPoles =
  (f: Real): Real =>
  (x) => {
    if (Number.isInteger(x) && x <= 0) throw domainError();
    return checked(f, "range", x);
  };

const FUNCTIONS: readonly (readonly [name: string, f: Real, infinite: Infinite, doc: string])[] = [
  ["acos", acos, "domain", "The arc cosine of x, in radians, from 0 to pi."],
  ["acosh", acosh, "domain", "The inverse hyperbolic cosine of x."],
  ["asin", asin, "domain", "The arc sine of x, in radians, from -pi/2 to pi/2."],
  ["asinh", asinh, "domain", "The inverse hyperbolic sine of x."],
  ["atan", atan, "domain", "The arc tangent of x, in radians, from -pi/2 to pi/2."],
  ["atanh", atanh, "domain", "The inverse hyperbolic tangent of x."],
  ["cbrt", cbrt, "fine", "The cube root of x."],
  ["cos", cos, "domain", "The cosine of x radians."],
  ["cosh", cosh, "range", "The hyperbolic cosine of x."],
  ["degrees", (x) => x * (180 / Math.PI), "fine", "An angle of x radians in degrees."],
  ["erf", erf, "fine", "The error function at x."],
  ["erfc", erfc, "fine", "The complementary error function at x: 1 - erf(x), without loss where erf(x) is near 1."],
  ["exp", exp, "range", "e to the power of x."],
  ["exp2", exp2, "range", "2 to the power of x."],
  ["expm1", expm1, "range", "exp(x) - 1, without loss where x is small."],
  ["fabs", Math.abs, "fine", "The absolute value of x, as a float."],
  ["gamma", withPoles(gamma), "range", "The gamma function at x."],
  ["lgamma", withPoles(lgamma), "range", "The natural logarithm of the absolute value of the gamma function at x."],
  ["log1p", log1p, "domain", "The natural logarithm of 1 + x, without loss where x is small."],
  ["radians", (x) => x * (Math.PI / 180), "fine", "An angle of x degrees in radians."],
  ["sin", sin, "domain", "The sine of x radians."],
  ["sinh", sinh, "range", "The hyperbolic sine of x."],
  ["sqrt", Math.sqrt, "domain", "The square root of x."],
  ["tan", tan, "domain", "The tangent of x radians."],
  ["tanh", tanh, "domain", "The hyperbolic tangent of x."],
  ["ulp", ulp, "fine", "The value of the least significant bit of x."],
];

const realFunction = ([name, f, infinite, doc]: (typeof FUNCTIONS)[number]): Native => {
  const native = def("f($module, x: float, /) -> float", doc, (_module, x) => checked(f, infinite, x));
  return new Native(name, doc, native.kind, native.textSignature, [...native.params], native.result, native.impl);
};

// ---- logarithms ----

/** A logarithm of any number; ints beyond the range of a double are taken apart first. */
function logarithm(f: Real, value: Value): number {
  const n = intValue(value);
  if (n === undefined) {
    const x = toFloat(value);
    if (x <= 0) throw domainError();
    return checked(f, "domain", x);
  }
  if (n <= 0) throw domainError();
  const x = Number(n);
  if (Number.isFinite(x)) return f(x);
  const [mantissa, exponent] = bigFrexp(n as bigint);
  return f(mantissa) + f(2) * exponent;
}

function logToBase(value: Value, base: Value): number {
  const top = logarithm(log, value);
  const bottom = logarithm(log, base);
  if (bottom === 0) throw zeroDivisionError("float division by zero");
  return top / bottom;
}

// ---- rounding ----

/** By the number's own method, or by way of a float. */
function rounded(value: Value, method: string, f: Real): OwnedValue {
  if (!isExactFloat(value)) {
    const answer = callBound(value, method);
    if (answer !== undefined) return answer;
  }
  return newInt(floatToInt(f(toFloat(value))));
}

function trunc(value: Value): OwnedValue {
  if (isExactFloat(value)) return newInt(floatToInt(value.value));
  const answer = callBound(value, "__trunc__");
  if (answer === undefined) throw typeError(`type ${typeName(value)} doesn't define __trunc__ method`);
  return answer;
}

// ---- two floats ----

const bothFinite = (x: number, y: number): boolean => Number.isFinite(x) && Number.isFinite(y);

function power(x: number, y: number): number {
  const z = pow(x, y);
  if (Number.isNaN(z) && !Number.isNaN(x) && !Number.isNaN(y)) throw domainError();
  if (!Number.isFinite(z) && !Number.isNaN(z) && bothFinite(x, y)) throw x === 0 ? domainError() : rangeError();
  return z;
}

/** An answer that is NaN for numbers is a domain error. */
function ofTwo(f: (x: number, y: number) => number, x: number, y: number): number {
  const z = f(x, y);
  if (Number.isNaN(z) && !Number.isNaN(x) && !Number.isNaN(y)) throw domainError();
  return z;
}

const isNegative = (x: number): boolean => x < 0 || Object.is(x, -0);
const copySign = (x: number, y: number): number => (isNegative(y) ? -Math.abs(x) : Math.abs(x));

function scale(x: number, exponent: Value): number {
  const n = intValue(exponent);
  if (n === undefined) throw typeError("Expected an int as second argument to ldexp.");
  const result = ldexp(x, n);
  if (Number.isFinite(x) && !Number.isFinite(result)) throw rangeError();
  return result;
}

const floatPair = (x: number, y: number): Owned => whole(() => tupleOf(newFloat(x), newFloat(y)));

function splitFraction(x: number): OwnedValue {
  if (!Number.isFinite(x)) return floatPair(Number.isNaN(x) ? x : copySign(0, x), x);
  const rest = Math.trunc(x);
  return floatPair(copySign(x - rest, x), rest);
}

function splitExponent(x: number): OwnedValue {
  const [mantissa, exponent] = frexp(x);
  return tupleOf(newFloat(mantissa), newInt(exponent));
}

function neighbour(x: number, y: number, steps: Value): number {
  if (steps === None) return nextAfter(x, y);
  const n = index(steps);
  if (n < 0) throw valueError("steps must be a non-negative integer");
  return nextAfter(x, y, n);
}

function isClose(a: number, b: number, relative: number, absolute: number): boolean {
  if (relative < 0 || absolute < 0) throw valueError("tolerances must be non-negative");
  if (a === b) return true;
  if (!bothFinite(a, b)) return false;
  const difference = Math.abs(b - a);
  return difference <= Math.abs(relative * b) || difference <= Math.abs(relative * a) || difference <= absolute;
}

// ---- ints ----

const MAX_LONG = 2n ** 63n - 1n;

/** Bytes of a product of so many factors, asked for before it is made. */
function reserveProduct(factors: number, largest: Int): void {
  const bits = typeof largest === "number" ? Math.log2(largest + 1) : largest.toString(16).length * 4;
  reserve((factors * bits) / 8);
}

function factorialOf(value: Value): Int {
  const n = index(value);
  if (n < 0) throw valueError("factorial() not defined for negative values");
  if (n > MAX_LONG) throw overflowError(`factorial() argument should not exceed ${MAX_LONG}`);
  reserveProduct(Number(n), n);
  return factorial(Number(n));
}

function checkCounts(n: Int, k: Int): void {
  if (n < 0) throw valueError("n must be a non-negative integer");
  if (k < 0) throw valueError("k must be a non-negative integer");
}

function permutations(nValue: Value, kValue: Value): Int {
  if (kValue === None) return factorialOf(nValue);
  const [n, k] = [index(nValue), index(kValue)];
  checkCounts(n, k);
  if (k > n) return 0;
  if (k > MAX_LONG) throw overflowError(`k must not exceed ${MAX_LONG}`);
  reserveProduct(Number(k), n);
  return perm(n, Number(k));
}

function combinations(nValue: Value, kValue: Value): Int {
  const [n, k] = [index(nValue), index(kValue)];
  checkCounts(n, k);
  if (k > n) return 0;
  const other = BigInt(n) - BigInt(k);
  const fewer = other < k ? other : BigInt(k);
  if (fewer > MAX_LONG) throw overflowError(`min(n - k, k) must not exceed ${MAX_LONG}`);
  reserveProduct(Number(fewer), n);
  return comb(n, Number(fewer));
}

function rootOf(value: Value): Int {
  const n = index(value);
  if (n < 0) throw valueError("isqrt() argument must be nonnegative");
  return isqrt(n);
}

const absolute = (n: Int): Int => (n < 0 ? -n : n);

// ---- the table ----

const test = (name: string, f: (x: number) => boolean, doc: string): Native => {
  const native = def("f($module, x: float, /) -> bool", doc, (_module, x) => f(x));
  return new Native(name, doc, native.kind, native.textSignature, [...native.params], native.result, native.impl);
};

const floatNatives = [
  ...FUNCTIONS.map(realFunction),
  test("isfinite", Number.isFinite, "Is x neither infinite nor NaN?"),
  test("isinf", (x) => Math.abs(x) === Number.POSITIVE_INFINITY, "Is x infinite?"),
  test("isnan", Number.isNaN, "Is x not a number?"),
  withText(
    def(
      "log($module, x, base=NULL, /) -> float",
      "log(x, [base=math.e])\nThe logarithm of x to a base, the natural one unless told.",
      (_module, x, base) => (base === undefined ? logarithm(log, x) : logToBase(x, base)),
    ),
    null,
  ),
  def("log2($module, x, /) -> float", "The logarithm of x to base 2.", (_module, x) => logarithm(log2, x)),
  def("log10($module, x, /) -> float", "The logarithm of x to base 10.", (_module, x) => logarithm(log10, x)),
  def(
    "atan2($module, y: float, x: float, /) -> float",
    "The angle of the point (x, y), in radians: the sign of both counts.",
    (_module, y, x) => atan2(y, x),
  ),
  def("copysign($module, x: float, y: float, /) -> float", "The size of x with the sign of y.", (_module, x, y) =>
    copySign(x, y),
  ),
  def(
    "fmod($module, x: float, y: float, /) -> float",
    "The remainder of x by y, with the sign of x.",
    (_module, x, y) => ofTwo((a, b) => a % b, x, y),
  ),
  def("remainder($module, x: float, y: float, /) -> float", "x less the nearest multiple of y.", (_module, x, y) =>
    ofTwo(remainder, x, y),
  ),
  def("pow($module, x: float, y: float, /) -> float", "x to the power of y, as floats.", (_module, x, y) =>
    power(x, y),
  ),
  def("ldexp($module, x: float, i, /) -> float", "x times 2 to the power of i.", (_module, x, i) => scale(x, i)),
  def(
    "frexp($module, x: float, /)",
    "The mantissa and the exponent of x: x is m * 2**e, and m from 0.5 to 1.",
    (_module, x) => splitExponent(x),
  ),
  def("modf($module, x: float, /)", "The fraction and the whole part of x, both with its sign.", (_module, x) =>
    splitFraction(x),
  ),
  def(
    "nextafter($module, x: float, y: float, /, *, steps=None) -> float",
    "The next float after x towards y, or the one so many steps on.",
    (_module, x, y, steps) => neighbour(x, y, steps),
  ),
  def(
    "isclose($module, /, a: float, b: float, *, rel_tol: float = 1e-09, abs_tol: float = 0.0) -> bool",
    "Are a and b close to each other?\n\nrel_tol is the difference allowed in proportion to the larger one, abs_tol the one allowed anyway.",
    (_module, a, b, relative, absoluteTolerance) => isClose(a, b, relative, absoluteTolerance),
  ),
];

const intNatives = [
  def("ceil($module, x, /)", "The smallest int that is not less than x.", (_module, x) =>
    rounded(x, "__ceil__", Math.ceil),
  ),
  def("floor($module, x, /)", "The largest int that is not greater than x.", (_module, x) =>
    rounded(x, "__floor__", Math.floor),
  ),
  def("trunc($module, x, /)", "x without its fraction, by its method __trunc__.", (_module, x) => trunc(x)),
  def("factorial($module, n, /)", "n!", (_module, n) => newInt(factorialOf(n))),
  def("isqrt($module, n, /)", "The whole part of the square root of n.", (_module, n) => newInt(rootOf(n))),
  def(
    "perm($module, n, k=None, /)",
    "In how many ways k things can be chosen of n, in order and without repetition.",
    (_module, n, k) => newInt(permutations(n, k)),
  ),
  def(
    "comb($module, n, k, /)",
    "In how many ways k things can be chosen of n, without order and without repetition.",
    (_module, n, k) => newInt(combinations(n, k)),
  ),
  def("gcd($module, *integers)", "The greatest common divisor.", (_module, integers) =>
    newInt(absolute(integers.map(index).reduce<Int>((a, b) => gcd(a, b), 0))),
  ),
  def("lcm($module, *integers)", "The least common multiple.", (_module, integers) =>
    newInt(absolute(integers.map(index).reduce<Int>((a, b) => lcm(a, b), 1))),
  ),
];

const sumNatives = [
  def("fsum($module, seq, /) -> float", "The sum of an iterable of floats, rounded once.", (_module, seq) => fsum(seq)),
  def(
    "prod($module, iterable, /, *, start=1)",
    "The product of an iterable and a start value.",
    (_module, iterable, start) => prod(iterable, start),
  ),
  def("sumprod($module, p, q, /)", "The sum of the products of the items of two iterables.", (_module, p, q) =>
    sumprod(p, q),
  ),
  def(
    "dist($module, p, q, /) -> float",
    "The distance between two points, each a sequence of coordinates.",
    (_module, p, q) => dist(p, q),
  ),
  withText(
    def(
      "hypot($module, *coordinates) -> float",
      "hypot(*coordinates) -> value\nThe distance of a point from the origin.",
      (_module, coordinates) => hypotenuse(coordinates),
    ),
    null,
  ),
];

export default defineModule({
  name: "math",
  doc: "Functions of floats as C has them, and some of ints.",
  functions: [...floatNatives, ...intNatives, ...sumNatives],
  constants: () => ({
    pi: newFloat(Math.PI),
    e: newFloat(Math.E),
    tau: newFloat(2 * Math.PI),
    inf: newFloat(Number.POSITIVE_INFINITY),
    nan: newFloat(Number.NaN),
  }),
});
