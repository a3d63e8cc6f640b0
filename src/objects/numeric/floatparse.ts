// Text to double: float(str) and float.fromhex, each correctly rounded, and float.hex back again.
// Number() is correctly rounded by specification; what is ours is Python's grammar and its messages.
import { overflowError, valueError } from "../errors.ts";
import { latin1Decode } from "../text/codepoints.ts";
import { toAsciiDigits, trimAscii } from "../text/digits.ts";
import { bytesRepr, strRepr } from "../text/repr.ts";

// No two neighbours can match the same digits: else a long text that fails would take quadratic time.
const DECIMAL = /^[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d+)?$/;
const SPECIAL = /^([+-]?)(?:(inf|infinity)|nan)$/i;
const UNDERSCORED = /^_|_$|__|_\D|\D_/;

/** The float that ASCII text spells, or undefined. */
export function parseDecimal(text: string): number | undefined {
  let plain = trimAscii(text);
  if (plain.includes("_")) {
    if (UNDERSCORED.test(plain)) return undefined;
    plain = plain.replaceAll("_", "");
  }
  if (DECIMAL.test(plain)) return Number(plain);
  const special = SPECIAL.exec(plain);
  if (!special) return undefined;
  if (special[2]) return special[1] === "-" ? -Infinity : Infinity;
  return Number.NaN;
}

/** `float(text)`. */
export function floatFromStr(text: string): number {
  const x = parseDecimal(toAsciiDigits(text));
  if (x === undefined) throw notFloat(strRepr(text));
  return x;
}

/** `float(bytes)`; `show` is how the complaint shows them. */
export function floatFromBytes(bytes: Uint8Array, show = (): string => bytesRepr(bytes)): number {
  const x = parseDecimal(latin1Decode(bytes));
  if (x === undefined) throw notFloat(show());
  return x;
}

const notFloat = (shown: string) => valueError(`could not convert string to float: ${shown}`);

/** `x.hex()`. */
export function floatHex(x: number): string {
  if (Number.isNaN(x)) return "nan";
  const sign = x < 0 || Object.is(x, -0) ? "-" : "";
  const size = Math.abs(x);
  if (size === Infinity) return `${sign}inf`;
  if (size === 0) return `${sign}0x0.0p+0`;
  const { high, low, exponent } = bits(size);
  const lead = exponent === 0 ? 0 : 1;
  const power = (exponent || 1) - 1023;
  const fraction = high.toString(16).padStart(5, "0") + low.toString(16).padStart(8, "0");
  return `${sign}0x${lead}.${fraction}p${power < 0 ? "-" : "+"}${Math.abs(power)}`;
}

const view = new DataView(new ArrayBuffer(8));

function bits(x: number): { high: number; low: number; exponent: number } {
  view.setFloat64(0, x);
  const top = view.getUint32(0);
  return { high: top & 0xfffff, low: view.getUint32(4), exponent: (top >>> 20) & 0x7ff };
}

const HEX =
  /^[ \t-\r]*([+-]?)(?:(infinity|inf)|(nan)|(?:0x)?([0-9a-f]*)(?:\.([0-9a-f]*))?(?:p([+-]?\d+))?)[ \t-\r]*(.*)$/is;

/** `float.fromhex(text)`. */
export function floatFromHex(text: string): number {
  const match = HEX.exec(text);
  const [, sign, infinite, nan, whole = "", fraction = "", power = "0", rest] = match ?? [];
  const special = infinite !== undefined || nan !== undefined;
  if (!match || (!special && whole.length + fraction.length === 0)) throw notHex();
  const size = special ? Infinity : hexValue(whole + fraction, Number(power) - 4 * fraction.length);
  // CPython looks at what follows only after it has the value, so that an overflow is told first.
  if (rest !== "") throw notHex();
  if (nan) return Number.NaN;
  return sign === "-" ? -size : size;
}

const notHex = () => valueError("invalid hexadecimal floating-point string");

/** The double nearest to the hexadecimal integer `digits` times two to the `power`. */
function hexValue(digits: string, power: number): number {
  const significant = digits.replace(/^0+/, "");
  if (significant === "") return 0;
  const mantissa = BigInt(`0x${significant}`);
  const length = significant.length * 4 - (Math.clz32(Number.parseInt(significant[0], 16)) - 28);
  const top = length + power;
  if (top > 1024) throw tooLarge();
  if (top < -1074) return 0;
  const x = scaleBigInt(mantissa, power, length);
  if (x === Infinity) throw tooLarge();
  return x;
}

const tooLarge = () => overflowError("hexadecimal value too large to represent as a float");

/** The double nearest to `mantissa` times two to the `power`, ties to even; `length` is the mantissa's bit length. */
export function scaleBigInt(mantissa: bigint, power: number, length: number): number {
  const lowest = Math.max(length + power - 53, -1074);
  const excess = lowest - power;
  if (excess <= 0) return timesPowerOfTwo(Number(mantissa), power);
  const shift = BigInt(excess);
  let kept = mantissa >> shift;
  const rest = mantissa - (kept << shift);
  const half = 1n << (shift - 1n);
  if (rest > half || (rest === half && (kept & 1n) === 1n)) kept += 1n;
  return timesPowerOfTwo(Number(kept), lowest);
}

/** Exact as long as the result is a double; in steps, since 2^power itself may be none. */
function timesPowerOfTwo(x: number, power: number): number {
  if (power > 1000) return x * 2 ** 1000 * 2 ** (power - 1000);
  if (power < -1000) return x * 2 ** -1000 * 2 ** (power + 1000);
  return x * 2 ** power;
}
