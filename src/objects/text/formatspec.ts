// The format mini-language: [[fill]align][sign][z][#][0][width][grouping][.precision][type].
// Parsing knows the type of the object only by its name, for the messages; text/formatnumber.ts applies the result.
import { reserve } from "../../heap/heap.ts";
import { memoryError, type PyError, valueError } from "../errors.ts";
import { charLength, hasPairs } from "./codepoints.ts";
import { decimalValue } from "./unicode.ts";

export interface FormatSpec {
  /** One character: one unit, or two for a wide one. */
  fill: string;
  align: "<" | ">" | "=" | "^";
  sign: "" | "+" | "-" | " ";
  noNegativeZero: boolean;
  alternate: boolean;
  /** -1 for none, as for `precision`. */
  width: number;
  grouping: "" | "," | "_";
  precision: number;
  type: string;
}

const ALIGNS = "<>=^";
const SIGNS = "+- ";
const MAX_SSIZE = 2n ** 63n - 1n;

/** The position in a spec that is being read. */
interface Cursor {
  readonly text: string;
  at: number;
}

/** Specifications that were read lately, by the type that is meant when they do not say and their text. */
const known = new Map<string, Map<string, FormatSpec>>();
const MAX_KNOWN = 200;

/**
 * `typeName` is the object's type; `defaultType` and `defaultAlign` are what the spec means when it does not say,
 * where the first implies the second.
 */
export function parseSpec(
  text: string,
  typeName: string,
  defaultType: string,
  defaultAlign: "<" | ">",
): Readonly<FormatSpec> {
  let table = known.get(defaultType);
  if (table === undefined) known.set(defaultType, (table = new Map()));
  let spec = table.get(text);
  if (spec === undefined) {
    spec = readSpec(text, typeName, defaultType, defaultAlign);
    if (table.size >= MAX_KNOWN) table.clear();
    table.set(text, spec);
  }
  return spec;
}

function readSpec(text: string, typeName: string, defaultType: string, defaultAlign: "<" | ">"): FormatSpec {
  const cursor = { text, at: 0 };
  const spec: FormatSpec = {
    fill: " ",
    align: defaultAlign,
    sign: "",
    noNegativeZero: false,
    alternate: false,
    width: -1,
    grouping: "",
    precision: -1,
    type: defaultType,
  };
  const { fillGiven, alignGiven } = readAlign(cursor, spec);
  if (SIGNS.includes(text[cursor.at] ?? "x")) spec.sign = text[cursor.at++] as FormatSpec["sign"];
  spec.noNegativeZero = takes(cursor, "z");
  spec.alternate = takes(cursor, "#");
  if (!fillGiven && takes(cursor, "0")) {
    spec.fill = "0";
    if (!alignGiven && defaultAlign === ">") spec.align = "=";
  }
  spec.width = readNumber(cursor);
  readGrouping(cursor, spec);
  if (takes(cursor, ".")) {
    spec.precision = readNumber(cursor);
    if (spec.precision < 0) throw valueError("Format specifier missing precision");
  }
  readType(cursor, spec, typeName);
  return spec;
}

function takes(cursor: Cursor, char: string): boolean {
  if (cursor.text[cursor.at] !== char) return false;
  cursor.at++;
  return true;
}

function readAlign(cursor: Cursor, spec: FormatSpec): { fillGiven: boolean; alignGiven: boolean } {
  const { text } = cursor;
  const first = text.codePointAt(0) ?? 0;
  const second = first > 0xffff ? 2 : 1;
  if (text.length > second && ALIGNS.includes(text[second])) {
    spec.fill = text.slice(0, second);
    spec.align = text[second] as FormatSpec["align"];
    cursor.at = second + 1;
    return { fillGiven: true, alignGiven: true };
  }
  if (text.length === 0 || !ALIGNS.includes(text[0])) return { fillGiven: false, alignGiven: false };
  spec.align = text[0] as FormatSpec["align"];
  cursor.at = 1;
  return { fillGiven: false, alignGiven: true };
}

/** A run of decimal digits of any script, or -1 for none. */
function readNumber(cursor: Cursor): number {
  let digits = "";
  for (;;) {
    const code = cursor.text.codePointAt(cursor.at);
    const digit = code === undefined ? -1 : decimalValue(code);
    if (digit < 0) break;
    digits += digit;
    cursor.at += code! > 0xffff ? 2 : 1;
  }
  return digits === "" ? -1 : checkedSize(digits);
}

/** The value of digits in a template, which must fit a signed 64-bit integer. */
export function checkedSize(digits: string): number {
  if (digits.length > 18 && BigInt(digits) > MAX_SSIZE) {
    throw valueError("Too many decimal digits in format string");
  }
  return Number(digits);
}

function readGrouping(cursor: Cursor, spec: FormatSpec): void {
  if (takes(cursor, ",")) spec.grouping = ",";
  if (takes(cursor, "_")) {
    if (spec.grouping) throw bothGroupings();
    spec.grouping = "_";
  }
  if (spec.grouping === "_" && cursor.text[cursor.at] === ",") throw bothGroupings();
}

const bothGroupings = (): PyError => valueError("Cannot specify both ',' and '_'.");

const GROUPED = { ",": "deEfFgG%", _: "deEfFgG%boxX" };

function readType(cursor: Cursor, spec: FormatSpec, typeName: string): void {
  const { text, at } = cursor;
  const left = charLength(text.slice(at), hasPairs(text));
  if (left > 1) throw valueError(`Invalid format specifier '${text}' for object of type '${typeName}'`);
  if (left === 1) spec.type = text.slice(at);
  if (spec.grouping && spec.type && !GROUPED[spec.grouping].includes(spec.type)) {
    throw valueError(`Cannot specify '${spec.grouping}' with '${shownCode(spec.type)}'.`);
  }
}

/** A type code for a message: itself if it is printable ASCII, else its number. */
export function shownCode(type: string): string {
  const code = type.codePointAt(0)!;
  return code > 32 && code < 128 ? type : `\\x${code.toString(16)}`;
}

export const unknownCode = (type: string, typeName: string): PyError =>
  valueError(`Unknown format code '${shownCode(type)}' for object of type '${typeName}'`);

const MAX_WIDTH = 1 << 29;
/** What is paid for before it is made. */
const MUCH = 4096;

/** The fill before and after a text of `length` characters. */
export function padding(spec: Readonly<FormatSpec>, length: number): { before: string; after: string } {
  const missing = spec.width - length;
  if (missing <= 0) return { before: "", after: "" };
  if (missing * spec.fill.length >= MAX_WIDTH) throw memoryError();
  if (missing > MUCH) reserve(missing);
  const left = spec.align === "<" ? 0 : spec.align === "^" ? Math.floor(missing / 2) : missing;
  return { before: spec.fill.repeat(left), after: spec.fill.repeat(missing - left) };
}

/** `format(str, spec)`. The result is wide if the text or the fill is. */
export function formatStr(text: string, wide: boolean, specText: string, typeName = "str"): string {
  const spec = parseSpec(specText, typeName, "s", "<");
  if (spec.type !== "s") throw unknownCode(spec.type, typeName);
  if (spec.sign) throw notForStr(spec.sign === " " ? "Space" : "Sign");
  if (spec.noNegativeZero) throw notForStr("Negative zero coercion (z)");
  if (spec.alternate) throw notForStr("Alternate form (#)");
  if (spec.align === "=") throw valueError("'=' alignment not allowed in string format specifier");
  let length = charLength(text, wide);
  if (spec.precision >= 0 && spec.precision < length) {
    text = wide ? Array.from(text).slice(0, spec.precision).join("") : text.slice(0, spec.precision);
    length = spec.precision;
  }
  if (spec.width <= length) return text;
  const { before, after } = padding(spec, length);
  return before + text + after;
}

const notForStr = (what: string): PyError => valueError(`${what} not allowed in string format specifier`);
