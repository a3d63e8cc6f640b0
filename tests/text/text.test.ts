// The text algorithms against CPython's answers; record.py has written text.jsonl.
import { createHash } from "node:crypto";
import { hashHigh, hashToInt } from "../../src/objects/numeric/hash.ts";
import type { Int } from "../../src/objects/numeric/ints.ts";
import { hashBytes, hashStr, ZERO_KEY } from "../../src/objects/numeric/siphash.ts";
import * as bytesops from "../../src/objects/text/bytesops.ts";
import * as casing from "../../src/objects/text/casing.ts";
import { CodecError, decodeHandler, encodeHandler } from "../../src/objects/text/codecerrors.ts";
import { nativeCodec } from "../../src/objects/text/codecs.ts";
import { charIndex, charLength, hasPairs, unitIndex } from "../../src/objects/text/codepoints.ts";
import { formatComplex, formatDouble, formatInt } from "../../src/objects/text/formatnumber.ts";
import { formatStr } from "../../src/objects/text/formatspec.ts";
import { lookupName, nameOf } from "../../src/objects/text/names.ts";
import { bytesRepr, strAscii, strRepr } from "../../src/objects/text/repr.ts";
import * as search from "../../src/objects/text/search.ts";
import * as strops from "../../src/objects/text/strops.ts";
import { FieldName, TemplateParser } from "../../src/objects/text/template.ts";
import * as unicode from "../../src/objects/text/unicode.ts";
import { wire } from "../../src/wiring.ts";
import { type Datum, Raised, testRecorded } from "../numeric/recorded.ts";
import { percentFormat } from "./percentformat.ts";

// The names of characters are handed over by it.
wire();

const LIMIT = 4300;
/** Past the last plane that has letters; record.py says the same. */
const LAST = 0x32fff;

function digest(last: number, show: (char: string, code: number) => string): string {
  const hash = createHash("sha256");
  for (let start = 0; start <= last; start += 0x1000) {
    const end = Math.min(start + 0x1000, last + 1);
    let text = "";
    for (let code = start; code < end; code++) text += `${show(String.fromCodePoint(code), code)}\n`;
    hash.update(Buffer.from(end > last ? text.slice(0, -1) : text, "utf16le"));
  }
  return hash.digest("hex");
}

type Test = (text: string, wide: boolean) => boolean;
const each =
  (test: (code: number) => boolean): Test =>
  (text, wide) =>
    strops.all(text, wide, test);

const TESTS: Record<string, Test> = {
  isalpha: each(unicode.isAlpha),
  isdecimal: each(unicode.isDecimal),
  isdigit: each(unicode.isDigit),
  isnumeric: each(unicode.isNumeric),
  isalnum: each(unicode.isAlnum),
  islower: strops.isLower,
  isupper: strops.isUpper,
  istitle: strops.isTitle,
  isspace: each(unicode.isSpace),
  isprintable: strops.isPrintable,
  isidentifier: strops.isIdentifier,
  isidcontinue: (text, wide) => strops.isIdentifier(`a${text}`, wide),
};
const CASES: Record<string, (text: string, wide: boolean) => string> = { ...casing };

const VALUES: Record<string, (code: number) => number | undefined> = {
  decimal: unicode.decimalValue,
  digit: unicode.digitValue,
  numeric: unicode.numericValue,
};

function shownFloat(x: number): string {
  const text = String(x);
  if (/e/.test(text) || (x >= 1e16 && Number.isInteger(x))) return x.toExponential().replace(/e([+-])(\d)$/, "e$10$2");
  return Number.isInteger(x) ? `${text}.0` : text;
}

const wide = (text: string) => hasPairs(text);
const piece = (text: string) => ({ text, wide: hasPairs(text) });

/** In units, and the answer in characters. */
function seek(how: typeof search.find, text: string, part: string, start: number, end: number): number {
  if (start > end) return -1;
  const [from, to] = [unitIndex(text, start, wide(text)), unitIndex(text, end, wide(text))];
  const at = how(piece(text), piece(part), from, to);
  return at < 0 ? -1 : charIndex(text, at, wide(text));
}

function parseTemplate(text: string): Datum {
  const parser = new TemplateParser(text);
  const pieces: Datum[] = [];
  for (let next = parser.next(); next; next = parser.next()) {
    const { field } = next;
    pieces.push(field ? [next.literal, field.name, field.spec, field.conversion] : [next.literal, null, null, null]);
  }
  return pieces;
}

function parseField(text: string): Datum {
  const name = new FieldName(text);
  const parts: Datum[] = [name.first];
  for (let step = name.next(); step; step = name.next()) parts.push([step.attribute, step.key]);
  return parts;
}

type Bytes = Uint8Array;

/** The answer, or what the exception would tell, with positions in characters. */
function coded(run: () => Datum): Datum {
  try {
    return run();
  } catch (error) {
    if (!(error instanceof CodecError)) throw error;
    const { problem } = error;
    const { encoding, start, end, reason } = problem;
    if ("bytes" in problem) return ["UnicodeDecodeError", encoding, start, end, reason];
    const at = (unit: number) => charIndex(problem.text, unit, problem.wide);
    return ["UnicodeEncodeError", encoding, at(start), at(end), reason];
  }
}

const bytesText = (bytes: Uint8Array[]): Datum => bytes;
const BYTES: Record<string, (data: Bytes) => Datum> = {
  upper: bytesops.upper,
  lower: bytesops.lower,
  title: bytesops.title,
  swapcase: bytesops.swapcase,
  capitalize: bytesops.capitalize,
  isalpha: bytesops.isAlpha,
  isdigit: bytesops.isDigit,
  isalnum: bytesops.isAlnum,
  isspace: bytesops.isSpaces,
  islower: bytesops.isLower,
  isupper: bytesops.isUpper,
  istitle: bytesops.isTitle,
};
const REVERSED = Uint8Array.from({ length: 256 }, (_, i) => 255 - i);
const MARK = Uint8Array.of(60, 62);

testRecorded("text", {
  predicate: (name: string) => digest(LAST, (char, code) => (TESTS[name](char, code > 0xffff) ? "1" : "0")),
  mapping: (name: string) => digest(LAST, (char, code) => CASES[name](char, code > 0xffff)),
  mapping2: (name: string) => digest(0x2fff, (char) => CASES[name](`a\u03a3${char}`, false)),
  category: () => digest(LAST, (_, code) => unicode.category(code)),
  value: (name: string) => digest(LAST, (_, code) => shownFloat(VALUES[name](code) ?? -1)),
  names: () => digest(LAST, (_, code) => nameOf(code) ?? ""),
  lookup: (name: string) => {
    const found = lookupName(name, true);
    return found ?? new Raised("KeyError", JSON.stringify(`undefined character name '${name}'`));
  },
  repr: (text: string) => strRepr(text, wide(text)),
  ascii: (text: string) => strAscii(text, wide(text)),
  bytes_repr: (bytes: Bytes) => bytesRepr(bytes),
  hash: (text: string) => {
    const low = hashStr(text, wide(text), ZERO_KEY);
    return hashToInt(hashHigh, low);
  },
  bytes_hash: (bytes: Bytes) => {
    const low = hashBytes(bytes, ZERO_KEY);
    return hashToInt(hashHigh, low);
  },
  case: (name: string, text: string) => CASES[name](text, wide(text)),
  test: (name: string, text: string) => TESTS[name](text, wide(text)),

  str_split: (text: string, part: string | null, limit: number) =>
    part === null ? strops.splitSpaces(text, limit) : search.split(piece(text), piece(part), limit),
  str_rsplit: (text: string, part: string | null, limit: number) =>
    part === null ? strops.rsplitSpaces(text, limit) : search.rsplit(piece(text), piece(part), limit),
  str_splitlines: strops.splitLines,
  str_strip: (text: string) => strops.stripSpaces(text, true, true),
  str_lstrip: (text: string) => strops.stripSpaces(text, true, false),
  str_rstrip: (text: string) => strops.stripSpaces(text, false, true),
  str_stripchars: (text: string, chars: string) => strops.stripChars(piece(text), piece(chars), true, true),
  str_lstripchars: (text: string, chars: string) => strops.stripChars(piece(text), piece(chars), true, false),
  str_rstripchars: (text: string, chars: string) => strops.stripChars(piece(text), piece(chars), false, true),
  str_replace: (text: string, part: string, by: string, limit: number) =>
    search.replace(piece(text), piece(part), by, limit),
  str_count: (text: string, part: string) => search.count(piece(text), piece(part), 0, text.length),
  str_find: (text: string, part: string, start: number, end: number) => seek(search.find, text, part, start, end),
  str_rfind: (text: string, part: string, start: number, end: number) =>
    seek(search.rfind, text, part, start, end < 0 ? Math.max(0, end + charLength(text, wide(text))) : end),
  str_expandtabs: (text: string, size: number) => strops.expandTabs(text, wide(text), size),
  str_center: (text: string, width: number) => strops.center(text, charLength(text, wide(text)), width, " "),
  str_ljust: (text: string, width: number) => strops.justifyLeft(text, charLength(text, wide(text)), width, " "),
  str_rjust: (text: string, width: number) => strops.justifyRight(text, charLength(text, wide(text)), width, " "),
  str_zfill: (text: string, width: number) => strops.zeroFill(text, charLength(text, wide(text)), width),

  bytes_split: (data: Bytes, part: Bytes | null, limit: number) =>
    bytesText(part === null ? bytesops.splitSpaces(data, limit) : bytesops.split(data, part, limit)),
  bytes_rsplit: (data: Bytes, part: Bytes | null, limit: number) =>
    bytesText(part === null ? bytesops.rsplitSpaces(data, limit) : bytesops.rsplit(data, part, limit)),
  bytes_splitlines: (data: Bytes, keep: boolean) => bytesText(bytesops.splitLines(data, keep)),
  bytes_strip: (data: Bytes) => bytesops.strip(data, null, true, true),
  bytes_lstrip: (data: Bytes) => bytesops.strip(data, null, true, false),
  bytes_rstrip: (data: Bytes) => bytesops.strip(data, null, false, true),
  bytes_stripchars: (data: Bytes, set: Bytes) => bytesops.strip(data, set, true, true),
  bytes_lstripchars: (data: Bytes, set: Bytes) => bytesops.strip(data, set, true, false),
  bytes_rstripchars: (data: Bytes, set: Bytes) => bytesops.strip(data, set, false, true),
  bytes_replace: (data: Bytes, part: Bytes, _by: string, limit: number) => bytesops.replace(data, part, MARK, limit),
  bytes_count: (data: Bytes, part: Bytes) => bytesops.count(data, part, 0, data.length),
  bytes_find: (data: Bytes, part: Bytes, start: number, end: number) => bytesops.find(data, part, start, end),
  bytes_rfind: (data: Bytes, part: Bytes, start: number, end: number) =>
    bytesops.rfind(data, part, start, end < 0 ? Math.max(0, end + data.length) : end),
  bytes_expandtabs: bytesops.expandTabs,
  bytes_center: (data: Bytes, width: number) => bytesops.center(data, width, 32),
  bytes_ljust: (data: Bytes, width: number) => bytesops.justifyLeft(data, width, 32),
  bytes_rjust: (data: Bytes, width: number) => bytesops.justifyRight(data, width, 32),
  bytes_zfill: bytesops.zeroFill,
  bytes_simple: (name: string, data: Bytes) => BYTES[name](data),
  bytes_fromhex: bytesops.fromHex,
  bytes_tohex: bytesops.toHex,
  bytes_translate: (data: Bytes, removed: Bytes) => bytesops.translate(data, REVERSED, removed),

  format_int: (value: Int, spec: string) => formatInt(value, spec, LIMIT),
  format_float: (x: number, spec: string) => formatDouble(x, spec),
  format_complex: (x: number, y: number, spec: string) => formatComplex(x, y, spec),
  format_str: (text: string, spec: string) => formatStr(text, wide(text), spec),
  percent: percentFormat,
  template: parseTemplate,
  field_name: parseField,
  decode: (codec: string, errors: string, data: Bytes) =>
    coded(() => nativeCodec(codec)!.decode(data, decodeHandler(errors)!, true).text),
  encode: (codec: string, errors: string, text: string) =>
    coded(() => nativeCodec(codec)!.encode(text, wide(text), encodeHandler(errors)!)),
});
