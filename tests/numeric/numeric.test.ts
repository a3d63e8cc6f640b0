// The number algorithms against CPython's answers; record.py has written numeric.jsonl.
import { overflowError, valueError } from "../../src/native/errors.ts";
import * as complex from "../../src/objects/numeric/complexops.ts";
import { formatFloat } from "../../src/objects/numeric/floatformat.ts";
import * as floats from "../../src/objects/numeric/floatmath.ts";
import { floatFromBytes, floatFromHex, floatFromStr, floatHex } from "../../src/objects/numeric/floatparse.ts";
import { floatRepr } from "../../src/objects/numeric/floatrepr.ts";
import * as hash from "../../src/objects/numeric/hash.ts";
import * as bits from "../../src/objects/numeric/intbits.ts";
import { intInBase, intRepr } from "../../src/objects/numeric/intformat.ts";
import * as ops from "../../src/objects/numeric/intops.ts";
import { intFromBytesText, intFromStr } from "../../src/objects/numeric/intparse.ts";
import { bitLength, type Int, intSize, toDouble } from "../../src/objects/numeric/ints.ts";
import * as theory from "../../src/objects/numeric/inttheory.ts";
import { asIntegerRatio, floatToInt, roundFloat, roundToInt } from "../../src/objects/numeric/round.ts";
import { FloatBits, testRecorded } from "./recorded.ts";

const LIMIT = 4300;
const float = (x: number) => new FloatBits(x);
const whole = (low: number): Int => hash.hashToInt(hash.hashHigh, low);

function words(values: Int[]): [number[], number[]] {
  const lows = values.map((value) => hash.hashInt(value));
  const highs = values.map((value) => {
    hash.hashInt(value);
    return hash.hashHigh;
  });
  return [highs, lows];
}

/** Where C's answer is NaN of numbers that are none, Python raises. */
function domain(result: number, x: number, y: number): FloatBits {
  if (Number.isNaN(result) && !Number.isNaN(x) && !Number.isNaN(y)) throw valueError("math domain error");
  return float(result);
}

const parts = ([real, imaginary]: FloatBits[]): complex.Complex => [real.x, imaginary.x];
const pair = ([real, imaginary]: complex.Complex) => [float(real), float(imaginary)];

testRecorded("numeric", {
  float_repr: floatRepr,
  float_hex: floatHex,
  float_ratio: (x: number) => asIntegerRatio(x),
  float_int: floatToInt,
  float_from_str: (text: string) => float(floatFromStr(text)),
  float_from_bytes: (bytes: Uint8Array) => float(floatFromBytes(bytes)),
  float_fromhex: (text: string) => float(floatFromHex(text)),
  float_round: (x: number, places: number) => float(roundFloat(x, places)),
  float_round0: roundToInt,
  float_format: (x: number, code: string, precision: number, alternate: boolean) =>
    formatFloat(x, code, precision, { alternate, dotZero: code === "r" }),
  int_from_str: (text: string, base: number) => intFromStr(text, base, LIMIT),
  int_from_bytes_text: (bytes: Uint8Array, base: number) => intFromBytesText(bytes, base, LIMIT),
  int_repr: (a: Int) => intRepr(a, LIMIT),
  int_add: ops.add,
  int_sub: ops.sub,
  int_mul: ops.mul,
  int_floordiv: ops.floorDiv,
  int_mod: ops.mod,
  int_divmod: ops.divmod,
  int_truediv: (a: Int, b: Int) => float(ops.trueDiv(a, b)),
  int_and: bits.and,
  int_or: bits.or,
  int_xor: bits.xor,
  int_neg: ops.neg,
  int_invert: ops.invert,
  int_lshift: bits.shiftLeft,
  int_rshift: bits.shiftRight,
  int_pow: ops.pow,
  int_powmod: ops.powMod,
  int_bit_length: bitLength,
  int_bit_count: bits.bitCount,
  int_bin: (a: Int) => intInBase(a, 2),
  int_oct: (a: Int) => intInBase(a, 8),
  int_hex: (a: Int) => intInBase(a, 16),
  int_float: (a: Int) => float(toDouble(a)),
  int_sizeof: intSize,
  int_hash: (a: Int) => whole(hash.hashInt(a)),
  int_isqrt: theory.isqrt,
  int_gcd: theory.gcd,
  int_lcm: theory.lcm,
  int_round: theory.roundInt,
  int_cmp_float: ops.compareToFloat,
  int_to_bytes: bits.intToBytes,
  int_from_bytes: bits.intFromBytes,
  int_comb: theory.comb,
  int_perm: theory.perm,
  int_factorial: theory.factorial,
  float_hash: (x: number) => whole(hash.hashFloat(x)),
  complex_hash: (real: number, imaginary: number) => whole(hash.hashComplex(real, imaginary)),
  tuple_hash: (...values: Int[]) => whole(hash.hashTuple(...words(values))),
  fsum: (values: FloatBits[]) => {
    const sum = new floats.ExactSum();
    for (const { x } of values) sum.add(x);
    return float(sum.finish());
  },
  sum: (values: FloatBits[]) => {
    const sum = new floats.CompensatedSum(0);
    for (const { x } of values) sum.add(x);
    return float(sum.finish());
  },
  hypot: (...values: number[]) => float(floats.hypot(values)),
  sumprod: (p: FloatBits[], q: FloatBits[]) => {
    const sum = new floats.ProductSum();
    p.forEach(({ x }, i) => {
      sum.add(x, q[i].x);
    });
    const total = sum.finish();
    return float(Number.isFinite(total) ? total : p.reduce((so, { x }, i) => so + x * q[i].x, 0));
  },
  remainder: (x: number, y: number) => domain(floats.remainder(x, y), x, y),
  fmod: (x: number, y: number) => domain(x % y, x, y),
  float_mod: (x: number, y: number) => float(floats.floatMod(x, y)),
  float_floordiv: (x: number, y: number) => float(floats.floatFloorDiv(x, y)),
  frexp: (x: number) => {
    const [mantissa, exponent] = floats.frexp(x);
    return [float(mantissa), exponent];
  },
  ldexp: (x: number, power: number) => {
    const result = floats.ldexp(x, power);
    if (Math.abs(result) === Infinity && Number.isFinite(x)) throw overflowError("math range error");
    return float(result);
  },
  nextafter: (x: number, y: number, steps: Int) => float(floats.nextAfter(x, y, steps)),
  ulp: (x: number) => float(floats.ulp(x)),
  complex_mul: (p: FloatBits[], q: FloatBits[]) => pair(complex.multiply(parts(p), parts(q))),
  complex_div: (p: FloatBits[], q: FloatBits[]) => pair(complex.divide(parts(p), parts(q))),
  complex_pow: (p: FloatBits[], q: FloatBits[]) => pair(complex.pow(parts(p), parts(q))),
  complex_abs: (p: FloatBits[]) => float(complex.absolute(parts(p))),
  frozenset_hash: (...values: Int[]) => whole(hash.hashFrozenset(...words(values))),
});
