// The presentation types of floats: e, f, g in either case and r for repr, with any precision.
// Shared by format(), by % and by str.format; widths, fills and grouping are text/formatspec.ts.
import { fixed, significant, zeros } from "./floatdigits.ts";
import { padExponent, shortest } from "./floatrepr.ts";

export interface FloatFlags {
  /** Writes "+" before what is not negative. */
  plus?: boolean;
  /** The `#` form: the point and the trailing zeros stay. */
  alternate?: boolean;
  /** Appends ".0" to what would look like an int. */
  dotZero?: boolean;
  /** The `z` form: what rounds to zero loses its minus sign. */
  noNegativeZero?: boolean;
}

const NONE: FloatFlags = {};

/** `code` is one of e E f F g G r; `precision` is ignored for r. */
export function formatFloat(x: number, code: string, precision: number, flags: FloatFlags = NONE): string {
  let negative = x < 0 || Object.is(x, -0);
  const size = Math.abs(x);
  const kind = code.toLowerCase();
  let text: string;
  if (size === Infinity) text = "inf";
  else if (Number.isNaN(size)) text = "nan";
  else text = finite(size, kind, precision, flags);
  if (negative && flags.noNegativeZero && isZeroText(text)) negative = false;
  if (code !== kind) text = text.toUpperCase();
  if (negative) return `-${text}`;
  return flags.plus ? `+${text}` : text;
}

const isZeroText = (text: string): boolean => /^[0.]+(e|$)/.test(text);

function finite(size: number, kind: string, precision: number, flags: FloatFlags): string {
  if (kind === "f") {
    const text = fixed(size, precision);
    return precision === 0 && flags.alternate ? `${text}.` : text;
  }
  if (kind === "e") return exponential(size, precision, flags.alternate === true);
  if (kind === "g") return general(size, precision || 1, flags);
  let text = shortest(size);
  if (flags.alternate && !text.includes(".")) text = text.includes("e") ? text.replace("e", ".e") : `${text}.`;
  if (flags.dotZero && !/[.e]/.test(text)) return `${text}.0`;
  return flags.dotZero && text.endsWith(".") ? `${text}0` : text;
}

function exponential(size: number, places: number, alternate: boolean): string {
  if (size === 0) return scientific(zeros(places + 1), 1, alternate);
  const { digits, point } = significant(size, places + 1);
  return scientific(digits, point, alternate);
}

function scientific(digits: string, point: number, alternate: boolean): string {
  const fraction = digits.length > 1 || alternate ? `.${digits.slice(1)}` : "";
  const exponent = point - 1;
  return padExponent(`${digits[0]}${fraction}e${exponent < 0 ? "-" : "+"}${Math.abs(exponent)}`);
}

function general(size: number, precision: number, flags: FloatFlags): string {
  const alternate = flags.alternate === true;
  const rounded = size === 0 ? { digits: "0", point: 1 } : significant(size, precision);
  const { point } = rounded;
  let { digits } = rounded;
  if (alternate) digits += zeros(precision - digits.length);
  else digits = digits.replace(/0+$/, "") || "0";
  if (point <= -4 || point > precision - (flags.dotZero ? 1 : 0)) return scientific(digits, point, alternate);
  if (point <= 0) return `0.${zeros(-point)}${digits}`;
  const whole = digits.slice(0, point).padEnd(point, "0");
  if (digits.length > point) return `${whole}.${digits.slice(point)}`;
  if (flags.dotZero) return `${whole}.0`;
  return alternate ? `${whole}.` : whole;
}
