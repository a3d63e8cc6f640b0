// format() of int, float and complex. A number is laid out as
// padding, sign, prefix, grouped digits, the rest (fraction and exponent), padding.
import { reserve } from "../../heap/heap.ts";
import { overflowError, type PyError, valueError } from "../errors.ts";
import { formatFloat } from "../numeric/floatformat.ts";
import { intRepr } from "../numeric/intformat.ts";
import { type Int, toDouble } from "../numeric/ints.ts";
import { type FormatSpec, padding, parseSpec, unknownCode } from "./formatspec.ts";

interface NumberParts {
  sign: string;
  prefix: string;
  /** The digits that grouping applies to. */
  digits: string;
  rest: string;
}

const FLOAT_TYPES = "eEfFgG%";
const RADIX: Record<string, 2 | 8 | 10 | 16> = { b: 2, o: 8, d: 10, n: 10, x: 16, X: 16 };
const PREFIX: Record<string, string> = { b: "0b", o: "0o", x: "0x", X: "0X" };

/** `format(int, spec)`. `maxDigits` is the limit of digits in decimal, 0 for none. */
export function formatInt(value: Int, specText: string, maxDigits: number, typeName = "int"): string {
  const spec = parseSpec(specText, typeName, "d", ">");
  const { type } = spec;
  if (FLOAT_TYPES.includes(type)) return applyFloat(toDouble(value), spec);
  if (type !== "c" && !Object.hasOwn(RADIX, type)) throw unknownCode(type, typeName);
  if (spec.precision >= 0) throw notForInt("Precision");
  if (spec.noNegativeZero) throw notForInt("Negative zero coercion (z)");
  if (type === "c") return layOut(spec, charParts(value, spec));
  const radix = RADIX[type];
  const shown = radix === 10 ? intRepr(value, maxDigits) : value.toString(radix);
  const digits = value < 0 ? shown.slice(1) : shown;
  return layOut(spec, {
    sign: signOf(value < 0, spec.sign),
    prefix: spec.alternate ? (PREFIX[type] ?? "") : "",
    digits: type === "X" ? digits.toUpperCase() : digits,
    rest: "",
  });
}

const notForInt = (what: string): PyError => valueError(`${what} not allowed in integer format specifier`);

function charParts(value: Int, spec: Readonly<FormatSpec>): NumberParts {
  if (spec.sign) throw valueError("Sign not allowed with integer format specifier 'c'");
  if (spec.alternate) throw valueError("Alternate form (#) not allowed with integer format specifier 'c'");
  if (typeof value === "bigint" && BigInt.asIntN(64, value) !== value) {
    throw overflowError("Python int too large to convert to C long");
  }
  if (value < 0 || value > 0x10ffff) throw overflowError("%c arg not in range(0x110000)");
  return { sign: "", prefix: "", digits: "", rest: String.fromCodePoint(Number(value)) };
}

const signOf = (negative: boolean, sign: string): string => (negative ? "-" : sign === "-" ? "" : sign);

/** `format(float, spec)`. */
export function formatDouble(x: number, specText: string, typeName = "float"): string {
  const spec = parseSpec(specText, typeName, "", ">");
  if (spec.type && spec.type !== "n" && !FLOAT_TYPES.includes(spec.type)) throw unknownCode(spec.type, typeName);
  return applyFloat(x, spec);
}

function applyFloat(x: number, spec: Readonly<FormatSpec>): string {
  const percent = spec.type === "%";
  const text = floatText(percent ? x * 100 : x, spec, percent ? "f" : spec.type, spec.type === "");
  const parts = floatParts(text, spec.sign);
  if (percent) parts.rest += "%";
  return layOut(spec, parts);
}

const MAX_INT = 2 ** 31 - 1;

function floatText(x: number, spec: Readonly<FormatSpec>, type: string, dotZero: boolean): string {
  if (spec.precision > MAX_INT) throw valueError("precision too big");
  if (spec.precision > 4096) reserve(spec.precision);
  const flags = { alternate: spec.alternate, noNegativeZero: spec.noNegativeZero, dotZero };
  if (type === "") return formatFloat(x, spec.precision < 0 ? "r" : "g", spec.precision, flags);
  return formatFloat(x, type === "n" ? "g" : type, spec.precision < 0 ? 6 : spec.precision, flags);
}

function floatParts(text: string, sign: string): NumberParts {
  const negative = text[0] === "-";
  let end = negative ? 1 : 0;
  while (end < text.length && text.charCodeAt(end) >= 48 && text.charCodeAt(end) <= 57) end++;
  return {
    sign: signOf(negative, sign),
    prefix: "",
    digits: text.slice(negative ? 1 : 0, end),
    rest: text.slice(end),
  };
}

function layOut(spec: Readonly<FormatSpec>, parts: NumberParts): string {
  const { sign, prefix, rest } = parts;
  if (spec.width < 0 && !spec.grouping) return sign + prefix + parts.digits + rest;
  const others = sign.length + prefix.length + (rest.length === 2 && rest.charCodeAt(0) > 0xd7ff ? 1 : rest.length);
  const least = spec.fill === "0" && spec.align === "=" ? spec.width - others : 0;
  const digits = parts.digits && spec.grouping ? group(parts.digits, spec, least) : parts.digits;
  const { before, after } = padding(spec, others + digits.length);
  if (spec.align === "=") return sign + prefix + before + digits + rest;
  return before + sign + prefix + digits + rest + after;
}

/** Separates the digits, after filling them up with zeros so that the whole is at least `least` long. */
function group(digits: string, spec: Readonly<FormatSpec>, least: number): string {
  const size = "boxX".includes(spec.type || "d") ? 4 : 3;
  const count = Math.max(digits.length, Math.ceil((least * size) / (size + 1)));
  const fits = count + Math.floor((count - 1) / size) >= least;
  const { before } = padding({ ...spec, fill: "0", align: ">", width: fits ? count : count + 1 }, digits.length);
  const padded = before + digits;
  const first = padded.length % size || size;
  const groups = [padded.slice(0, first)];
  for (let i = first; i < padded.length; i += size) groups.push(padded.slice(i, i + size));
  return groups.join(spec.grouping);
}

/** `format(complex, spec)`. */
export function formatComplex(real: number, imaginary: number, specText: string, typeName = "complex"): string {
  const spec = parseSpec(specText, typeName, "", ">");
  const { type } = spec;
  if (type && type !== "n" && !"eEfFgG".includes(type)) throw unknownCode(type, typeName);
  if (spec.fill === "0") throw valueError("Zero padding is not allowed in complex format specifier");
  if (spec.align === "=") throw valueError("'=' alignment flag is not allowed in complex format specifier");
  const part = (x: number, sign: FormatSpec["sign"]): string =>
    layOut({ ...spec, width: -1 }, floatParts(floatText(x, spec, type, false), sign));
  const hidden = type === "" && Object.is(real, 0);
  const text = `${hidden ? "" : part(real, spec.sign)}${part(imaginary, hidden ? spec.sign : "+")}j`;
  const shown = type === "" && !hidden ? `(${text})` : text;
  const { before, after } = padding(spec, shown.length);
  return before + shown + after;
}
