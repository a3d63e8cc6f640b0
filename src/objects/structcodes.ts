// The native formats of single items: how a C value of each format lies in memory, and which
// Python value it is. memoryview, array and struct read and write memory by this table, and
// complain in their own words.
import type { OwnedValue } from "../heap/refs.ts";
import { newBytes } from "./bytes.ts";
import { newFloat } from "./float.ts";
import { newInt } from "./int.ts";
import { newBool } from "./singletons.ts";

/** What kind of value a format holds. */
export type CodeKind = "int" | "float" | "bool" | "char";

export interface Code {
  readonly kind: CodeKind;
  readonly size: number;
  readonly min: number | bigint;
  readonly max: number | bigint;
  read(memory: DataView, at: number, little: boolean): OwnedValue;
  /** Writes a number that is in range; a byte for a char, 0 or 1 for a bool. */
  write(memory: DataView, at: number, value: number | bigint, little: boolean): void;
}

/** How a sum of bytes is read and written. */
interface IntAccess {
  get(memory: DataView, at: number, little: boolean): number | bigint;
  set(memory: DataView, at: number, value: number | bigint, little: boolean): void;
}

/** A 64-bit int; most fit a number. */
function read64(memory: DataView, at: number, little: boolean, signed: boolean): number | bigint {
  const high = signed ? memory.getInt32(little ? at + 4 : at, little) : memory.getUint32(little ? at + 4 : at, little);
  const low = memory.getUint32(little ? at : at + 4, little);
  const sum = high * 2 ** 32 + low;
  if (Number.isSafeInteger(sum)) return sum;
  return signed ? memory.getBigInt64(at, little) : memory.getBigUint64(at, little);
}

const number = (value: number | bigint): number => Number(value);

const INT_ACCESS: Readonly<Record<string, IntAccess>> = {
  1: { get: (m, at) => m.getInt8(at), set: (m, at, v) => m.setInt8(at, number(v)) },
  u1: { get: (m, at) => m.getUint8(at), set: (m, at, v) => m.setUint8(at, number(v)) },
  2: { get: (m, at, little) => m.getInt16(at, little), set: (m, at, v, little) => m.setInt16(at, number(v), little) },
  u2: {
    get: (m, at, little) => m.getUint16(at, little),
    set: (m, at, v, little) => m.setUint16(at, number(v), little),
  },
  4: { get: (m, at, little) => m.getInt32(at, little), set: (m, at, v, little) => m.setInt32(at, number(v), little) },
  u4: {
    get: (m, at, little) => m.getUint32(at, little),
    set: (m, at, v, little) => m.setUint32(at, number(v), little),
  },
  8: {
    get: (m, at, little) => read64(m, at, little, true),
    set: (m, at, v, little) => m.setBigInt64(at, BigInt(v), little),
  },
  u8: {
    get: (m, at, little) => read64(m, at, little, false),
    set: (m, at, v, little) => m.setBigUint64(at, BigInt.asUintN(64, BigInt(v)), little),
  },
};

function intCode(size: 1 | 2 | 4 | 8, signed: boolean): Code {
  const { get, set } = INT_ACCESS[signed ? size : `u${size}`];
  const bits = BigInt(8 * size - (signed ? 1 : 0));
  const narrow = (n: bigint): number | bigint => (size < 8 ? Number(n) : n);
  return {
    kind: "int",
    size,
    min: signed ? narrow(-(1n << bits)) : 0,
    max: narrow((1n << bits) - 1n),
    read: (memory, at, little) => newInt(get(memory, at, little)),
    write: set,
  };
}

function floatCode(
  size: number,
  get: (m: DataView, at: number, little: boolean) => number,
  set: (m: DataView, at: number, x: number, little: boolean) => void,
): Code {
  return {
    kind: "float",
    size,
    min: Number.NEGATIVE_INFINITY,
    max: Number.POSITIVE_INFINITY,
    read: (memory, at, little) => newFloat(get(memory, at, little)),
    write: (memory, at, value, little) => set(memory, at, Number(value), little),
  };
}

/** The double that the bits of a half-precision float mean. */
export function halfToDouble(bits: number): number {
  const sign = bits & 0x8000 ? -1 : 1;
  const exponent = (bits >> 10) & 0x1f;
  const fraction = bits & 0x3ff;
  if (exponent === 0) return sign * fraction * 2 ** -24;
  if (exponent === 31) return fraction === 0 ? sign * Number.POSITIVE_INFINITY : Number.NaN;
  return sign * (1 + fraction / 1024) * 2 ** (exponent - 15);
}

/** The bits of the nearest half-precision float, ties to even; null when it is too large. */
export function doubleToHalf(x: number): number | null {
  const sign = x < 0 || Object.is(x, -0) ? 0x8000 : 0;
  const size = Math.abs(x);
  if (Number.isNaN(x)) return 0x7e00;
  if (size === Number.POSITIVE_INFINITY) return sign | 0x7c00;
  // In units of the last place of where it falls; subnormals share the smallest exponent.
  const exponent = size === 0 ? -14 : Math.max(-14, Math.floor(Math.log2(size)));
  const unit = 2 ** (exponent - 10);
  const units = roundHalfEven(size / unit);
  const bits = units < 1024 ? units : ((exponent + 15) << 10) + (units - 1024);
  return bits >= 0x7c00 ? null : sign | bits;
}

function roundHalfEven(x: number): number {
  const floor = Math.floor(x);
  const rest = x - floor;
  if (rest !== 0.5) return rest < 0.5 ? floor : floor + 1;
  return floor % 2 === 0 ? floor : floor + 1;
}

const half = floatCode(
  2,
  (m, at, little) => halfToDouble(m.getUint16(at, little)),
  (m, at, x, little) => m.setUint16(at, doubleToHalf(x) ?? 0, little),
);
const single = floatCode(
  4,
  (m, at, little) => m.getFloat32(at, little),
  (m, at, x, little) => m.setFloat32(at, x, little),
);
const double = floatCode(
  8,
  (m, at, little) => m.getFloat64(at, little),
  (m, at, x, little) => m.setFloat64(at, x, little),
);

const bool: Code = {
  kind: "bool",
  size: 1,
  min: 0,
  max: 1,
  read: (memory, at) => newBool(memory.getUint8(at) !== 0),
  write: (memory, at, value) => memory.setUint8(at, Number(value)),
};
const char: Code = {
  kind: "char",
  size: 1,
  min: 0,
  max: 255,
  read: (memory, at) => newBytes(Uint8Array.of(memory.getUint8(at))),
  write: (memory, at, value) => memory.setUint8(at, Number(value)),
};
/** A pointer may be given as a signed or an unsigned number. */
const pointer: Code = { ...intCode(8, false), min: -(2n ** 63n) };

/** The formats in native sizes. */
export const NATIVE_CODES: Readonly<Record<string, Code>> = {
  b: intCode(1, true),
  B: intCode(1, false),
  h: intCode(2, true),
  H: intCode(2, false),
  i: intCode(4, true),
  I: intCode(4, false),
  l: intCode(8, true),
  L: intCode(8, false),
  q: intCode(8, true),
  Q: intCode(8, false),
  n: intCode(8, true),
  N: intCode(8, false),
  P: pointer,
  e: half,
  f: single,
  d: double,
  "?": bool,
  c: char,
};

/** The formats in standard sizes, where these differ from the native ones; n, N and P have none. */
export const STANDARD_CODES: Readonly<Record<string, Code>> = {
  ...NATIVE_CODES,
  l: intCode(4, true),
  L: intCode(4, false),
};

/** The code of a single native format, "i" or "@i"; undefined for any other format. */
export function nativeCode(format: string): Code | undefined {
  const letter = format.startsWith("@") ? format.slice(1) : format;
  return letter.length === 1 && Object.hasOwn(NATIVE_CODES, letter) ? NATIVE_CODES[letter] : undefined;
}

/** Is a number within a code's range? */
export const inRange = (code: Code, n: number | bigint): boolean => n >= code.min && n <= code.max;

/** A view of bytes for the codes. */
export const viewOf = (bytes: Uint8Array): DataView => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
