// Arithmetic on constants, as Python does it: ints of any size, floats, complex numbers, strings,
// bytes and tuples. A result that Python would refuse, or that would grow large, is null.

import type { Constant } from "../bytecode/code.ts";
import { complexBinary } from "./complexarith.ts";

export type Value = Constant;

const MAX_INT_BITS = 128;
const MAX_COLLECTION = 256;
const MAX_STRING = 4096;
const MAX_TOTAL_ITEMS = 1024;

export const int = (value: bigint): Value => ({ type: "int", value });
export const float = (value: number): Value => ({ type: "float", value });
export const bool = (value: boolean): Value => ({ type: "bool", value });
export const str = (value: string): Value => ({ type: "str", value });

/** The int that a bool or int is; null for the rest. */
export function asInt(value: Value): bigint | null {
  if (value.type === "int") return value.value;
  if (value.type === "bool") return value.value ? 1n : 0n;
  return null;
}

/** The float that a number is; null when it is none, or too large for one. */
export function asFloat(value: Value): number | null {
  if (value.type === "float") return value.value;
  const whole = asInt(value);
  if (whole === null) return null;
  const result = Number(whole);
  return Number.isFinite(result) ? result : null;
}

/** How many bits the magnitude of `value` takes. */
export function bitLength(value: bigint): number {
  if (value === 0n) return 0;
  if (value < 0n) value = -value;
  const hex = value.toString(16);
  return hex.length * 4 - Math.clz32(Number.parseInt(hex[0], 16)) + 28;
}

/** Whether `value` is true in Python. */
export function truth(value: Value): boolean {
  switch (value.type) {
    case "None":
      return false;
    case "bool":
      return value.value;
    case "int":
      return value.value !== 0n;
    case "float":
      return value.value !== 0;
    case "complex":
      return value.real !== 0 || value.imag !== 0;
    case "str":
    case "bytes":
      return value.value.length > 0;
    case "tuple":
    case "frozenset":
      return value.items.length > 0;
    default:
      return true;
  }
}

function floorDivide(a: bigint, b: bigint): bigint {
  const quotient = a / b;
  return a % b !== 0n && a < 0n !== b < 0n ? quotient - 1n : quotient;
}

/** The float nearest to a / b; ties go to the even one. */
function trueDivide(a: bigint, b: bigint): number | null {
  const x = Number(a);
  const y = Number(b);
  if (Number.isSafeInteger(x) && Number.isSafeInteger(y)) return x / y;
  const negative = a < 0n !== b < 0n;
  if (a < 0n) a = -a;
  if (b < 0n) b = -b;
  const shift = bitLength(a) - bitLength(b) - 66;
  const top = shift < 0 ? a << BigInt(-shift) : a;
  const bottom = shift > 0 ? b << BigInt(shift) : b;
  let quotient = top / bottom;
  if (top % bottom !== 0n) quotient |= 1n;
  // A quotient of 66 or 67 bits whose last bit says whether anything was cut off rounds as the exact one does.
  if (shift > 960) return null;
  if (shift < -1120) return negative ? -0 : 0;
  const result = scale(quotient, shift);
  return Number.isFinite(result) ? (negative ? -result : result) : null;
}

/** quotient * 2 ** shift with one rounding. */
function scale(quotient: bigint, shift: number): number {
  const low = -1074 - shift;
  const drop = Math.max(low, bitLength(quotient) - 53);
  if (drop <= 0) return Number(quotient) * 2 ** shift;
  const half = 1n << BigInt(drop - 1);
  let kept = quotient >> BigInt(drop);
  const rest = quotient & ((1n << BigInt(drop)) - 1n);
  if (rest > half || (rest === half && kept & 1n)) kept += 1n;
  const exponent = drop + shift;
  return exponent < -1000 ? Number(kept) * 2 ** (exponent + 100) * 2 ** -100 : Number(kept) * 2 ** exponent;
}

function intBinary(op: string, a: bigint, b: bigint): Value | null {
  switch (op) {
    case "Add":
      return int(a + b);
    case "Sub":
      return int(a - b);
    case "Mult":
      if (a !== 0n && b !== 0n && bitLength(a) + bitLength(b) > MAX_INT_BITS) return null;
      return int(a * b);
    case "Div": {
      const quotient = b === 0n ? null : trueDivide(a, b);
      return quotient === null ? null : float(quotient);
    }
    case "FloorDiv":
      return b === 0n ? null : int(floorDivide(a, b));
    case "Mod":
      return b === 0n ? null : int(a - floorDivide(a, b) * b);
    case "Pow":
      return intPower(a, b);
    case "LShift":
      if (b < 0n) return null;
      if (a !== 0n && (b > MAX_INT_BITS || bitLength(a) > MAX_INT_BITS - Number(b))) return null;
      return int(a === 0n ? 0n : a << b);
    case "RShift":
      if (b < 0n) return null;
      return int(b > 1n << 31n ? (a < 0n ? -1n : 0n) : a >> b);
    case "BitOr":
      return int(a | b);
    case "BitXor":
      return int(a ^ b);
    case "BitAnd":
      return int(a & b);
    default:
      return null;
  }
}

function intPower(a: bigint, b: bigint): Value | null {
  if (b < 0n) return floatBinary("Pow", Number(a), Number(b));
  if (a !== 0n && b > 0n && (b > MAX_INT_BITS || bitLength(a) > Math.trunc(MAX_INT_BITS / Number(b)))) return null;
  if (a === 0n) return int(b === 0n ? 1n : 0n);
  return int(a ** b);
}

/** Python's float `%`: the sign of the divisor. */
function floatRemainder(a: number, b: number): number {
  const remainder = a % b;
  if (remainder === 0) return b < 0 ? -0 : 0;
  return b < 0 !== remainder < 0 ? remainder + b : remainder;
}

function floatFloorDivide(a: number, b: number): number {
  const remainder = a % b;
  let quotient = (a - remainder) / b;
  if (remainder !== 0 && b < 0 !== remainder < 0) quotient -= 1;
  if (quotient === 0) return a / b < 0 || Object.is(a / b, -0) ? -0 : 0;
  const floor = Math.floor(quotient);
  return quotient - floor > 0.5 ? floor + 1 : floor;
}

function floatPower(a: number, b: number): Value | null {
  if (b === 0 || a === 1) return float(1);
  if (Number.isNaN(a) || Number.isNaN(b)) return float(Number.NaN);
  if (a === 0 && b < 0) return null;
  if (a === -1 && !Number.isFinite(b)) return float(1);
  if (a < 0 && Number.isFinite(a) && Number.isFinite(b) && !Number.isInteger(b)) {
    return complexBinary("Pow", a, 0, b, 0);
  }
  const result = a ** b;
  const overflow = !Number.isFinite(result) && Number.isFinite(a) && Number.isFinite(b);
  return overflow ? null : float(result);
}

function floatBinary(op: string, a: number, b: number): Value | null {
  switch (op) {
    case "Add":
      return float(a + b);
    case "Sub":
      return float(a - b);
    case "Mult":
      return float(a * b);
    case "Div":
      return b === 0 ? null : float(a / b);
    case "FloorDiv":
      return b === 0 ? null : float(floatFloorDivide(a, b));
    case "Mod":
      return b === 0 ? null : float(floatRemainder(a, b));
    case "Pow":
      return floatPower(a, b);
    default:
      return null;
  }
}

/** How many items `items` hold, nested ones included, or more than `limit`. */
function countItems(items: readonly Value[], limit: number): number {
  let total = items.length;
  for (const item of items) {
    if (total > limit) break;
    if (item.type === "tuple" || item.type === "frozenset") total += countItems(item.items, limit - total);
  }
  return total;
}

function lengthOf(value: Value): number {
  if (value.type === "str") return codePointCount(value.value);
  if (value.type === "bytes") return value.value.length;
  return value.type === "tuple" || value.type === "frozenset" ? value.items.length : 0;
}

function codePointCount(text: string): number {
  let count = text.length;
  for (let i = 0; i < text.length; i++)
    if (text.codePointAt(i)! > 0xffff) {
      i++;
      count--;
    }
  return count;
}

function repeat(value: Value, times: bigint): Value | null {
  const size = lengthOf(value);
  const isTuple = value.type === "tuple";
  if (value.type === "frozenset") return null;
  if (size > 0) {
    const limit = isTuple ? MAX_COLLECTION : MAX_STRING;
    if (times < 0n || times > BigInt(Math.trunc(limit / size))) return null;
    if (isTuple && times > 0n) {
      const most = Math.trunc(MAX_TOTAL_ITEMS / Number(times));
      if (countItems(value.items, most) > most) return null;
    }
  }
  const count = size === 0 || times < 0n ? 0 : Number(times);
  if (value.type === "str") return str(value.value.repeat(count));
  if (value.type === "bytes") {
    const result = new Uint8Array(size * count);
    for (let i = 0; i < count; i++) result.set(value.value, i * size);
    return { type: "bytes", value: result };
  }
  if (!isTuple) return null;
  if (count === 1) return keptTuple(value);
  return {
    type: "tuple",
    items: new Array<Value[]>(count).fill(value.items).flat(),
    again: count > 0 ? heldBy(value, 0) : [],
  };
}

type Tuple = Extract<Value, { type: "tuple" }>;

/** The same tuple, held once more. */
const keptTuple = (tuple: Tuple): Tuple => ({ ...tuple, kept: (tuple.kept ?? 0) + 1 });

/** The places in a longer tuple, from `at` on, of what a tuple that was folded into it holds. */
const heldBy = ({ items, again }: Tuple, at: number): number[] =>
  [...items.keys(), ...(again ?? [])].map((i) => i + at);

function addTuples(left: Tuple, right: Tuple): Tuple {
  if (left.items.length === 0) return keptTuple(right);
  if (right.items.length === 0) return keptTuple(left);
  const again = [...heldBy(left, 0), ...heldBy(right, left.items.length)];
  return { type: "tuple", items: [...left.items, ...right.items], again };
}

function concatenate(left: Value, right: Value): Value | null {
  if (left.type === "str" && right.type === "str") return str(left.value + right.value);
  if (left.type === "tuple" && right.type === "tuple") return addTuples(left, right);
  if (left.type !== "bytes" || right.type !== "bytes") return null;
  const result = new Uint8Array(left.value.length + right.value.length);
  result.set(left.value);
  result.set(right.value, left.value.length);
  return { type: "bytes", value: result };
}

const isSequence = (value: Value): boolean =>
  value.type === "str" || value.type === "bytes" || value.type === "tuple" || value.type === "frozenset";

/** `left op right`, or null. */
export function binary(op: string, left: Value, right: Value): Value | null {
  const a = asInt(left);
  const b = asInt(right);
  if (a !== null && b !== null) {
    const bothBool = left.type === "bool" && right.type === "bool";
    const result = intBinary(op, a, b);
    const bitwise = op === "BitAnd" || op === "BitOr" || op === "BitXor";
    return result !== null && bothBool && bitwise ? bool(asInt(result) !== 0n) : result;
  }
  if (isSequence(left) || isSequence(right)) {
    if (op === "Add") return concatenate(left, right);
    if (op !== "Mult") return null;
    if (a !== null) return repeat(right, a);
    return b !== null ? repeat(left, b) : null;
  }
  if (left.type === "complex" || right.type === "complex") return withComplex(op, left, right);
  const x = asFloat(left);
  const y = asFloat(right);
  return x === null || y === null ? null : floatBinary(op, x, y);
}

function withComplex(op: string, left: Value, right: Value): Value | null {
  const real = left.type === "complex" ? left.real : asFloat(left);
  const other = right.type === "complex" ? right.real : asFloat(right);
  if (real === null || other === null) return null;
  const imag = left.type === "complex" ? left.imag : 0;
  return complexBinary(op, real, imag, other, right.type === "complex" ? right.imag : 0);
}

/** `op operand`, or null. */
export function unary(op: string, operand: Value): Value | null {
  if (op === "Not") return bool(!truth(operand));
  const whole = asInt(operand);
  if (op === "Invert") return whole === null ? null : int(~whole);
  const sign = op === "USub";
  if (whole !== null) return int(sign ? -whole : whole);
  if (operand.type === "float") return sign ? float(-operand.value) : operand;
  if (operand.type !== "complex") return null;
  return sign ? { type: "complex", real: -operand.real, imag: -operand.imag } : operand;
}

/** `value[index]`, or null. */
export function subscript(value: Value, index: Value): Value | null {
  const wanted = asInt(index);
  if (wanted === null) return null;
  const size = BigInt(lengthOf(value));
  const at = Number(wanted < 0n ? wanted + size : wanted);
  if (at < 0 || at >= size) return null;
  if (value.type === "tuple") return value.items[at];
  if (value.type === "bytes") return int(BigInt(value.value[at]));
  return value.type === "str" ? str(Array.from(value.value)[at]) : null;
}
