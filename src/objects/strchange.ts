// The methods of str that change the text as a whole, and those that test all of its characters:
// case, stripping, padding, tabs, translation, encoding.

import { reserve } from "../heap/heap.ts";
import { drop, type Owned, type OwnedValue, type Value } from "../heap/refs.ts";
import { sizeOf } from "../heap/type.ts";
import { charge } from "../heap/work.ts";
import { def, type Native } from "../native/signature.ts";
import { extendType } from "./define.ts";
import { dictEntries, dictSet, isExactDict, newDict, type PyDict } from "./dict.ts";
import { encodeStr } from "./encoding.ts";
import { overflowError, PyError, typeError, valueError } from "./errors.ts";
import { index, intValue, isInt, newInt, sizeArgument } from "./int.ts";
import { getItem, isError, typeName } from "./protocol.ts";
import { None, newNone } from "./singletons.ts";
import {
  ASCII,
  isAsciiStr,
  isStr,
  newStrOfKind,
  newTextStr,
  type PyStr,
  StrType,
  strLength,
  unsharedStr,
  wideOf,
} from "./str.ts";
import { exactStr, textOf } from "./strmethods.ts";
import * as casing from "./text/casing.ts";
import { codeAt, codePoints } from "./text/codepoints.ts";
import * as strops from "./text/strops.ts";
import * as unicode from "./text/unicode.ts";
import { argumentName, told } from "./textargs.ts";
import { tupleOf } from "./tuple.ts";

// ---- case ----

type CaseName = "upper" | "lower" | "casefold" | "swapcase" | "title" | "capitalize";

const caseMethod = (name: CaseName, doc: string, change: (text: string, wide: boolean) => string): Native =>
  def(`${name}($self, /)`, doc, (s: PyStr) => {
    if (isAsciiStr(s) && s.value.length > 1) return newStrOfKind(change(s.value, false), ASCII);
    const wide = wideOf(s) !== null;
    return newTextStr(change(s.value, wide), wide);
  });

const test = (name: `is${string}`, doc: string, holds: (text: string, wide: boolean) => boolean): Native =>
  def(`${name}($self, /) -> bool`, doc, (s: PyStr) => {
    charge(s.value.length * 8);
    return holds(s.value, wideOf(s) !== null);
  });

const testAll = (name: `is${string}`, what: string, of: (code: number) => boolean): Native =>
  test(name, `Are there characters, and is each of them ${what}?`, (text, wide) => strops.all(text, wide, of));

// ---- stripping and padding ----

const stripper = (name: "strip" | "lstrip" | "rstrip", doc: string): Native => {
  const [left, right] = [name !== "rstrip", name !== "lstrip"];
  return told(
    def(`${name}($self, chars=NULL, /)`, doc, (s: PyStr, chars) => {
      const none = chars === undefined || chars === None;
      if (!none && !isStr(chars)) throw typeError(`${name} arg must be None or str`);
      const text = none
        ? strops.stripSpaces(s.value, left, right)
        : strops.stripChars(textOf(s), textOf(chars as PyStr), left, right);
      if (text.length === s.value.length) return exactStr(s);
      if (isAsciiStr(s) && text.length > 1) return newStrOfKind(text, ASCII);
      return newTextStr(text, wideOf(s) !== null);
    }),
    "($self, chars=None, /)",
  );
};

type Pad = (text: string, length: number, width: number, fill: string) => string;

const padder = (name: "center" | "ljust" | "rjust", doc: string, pad: Pad): Native =>
  told(
    def(`${name}($self, width, fillchar=NULL, /)`, doc, (s: PyStr, widthValue, fill) => {
      const width = sizeArgument(widthValue);
      if (fill !== undefined && !isStr(fill))
        throw typeError(`The fill character must be a unicode character, not ${typeName(fill)}`);
      if (fill !== undefined && strLength(fill) !== 1)
        throw typeError("The fill character must be exactly one character long");
      return padded(s, width, fill === undefined ? " " : fill.value, pad);
    }),
    "($self, width, fillchar=' ', /)",
  );

function padded(s: PyStr, width: number, fill: string, pad: Pad): Owned<PyStr> {
  const length = strLength(s);
  if (width <= length) return exactStr(s);
  reserve(width);
  return newTextStr(pad(s.value, length, width, fill), wideOf(s) !== null || fill.length > 1);
}

function expandTabs(s: PyStr, tabSize: Value): Owned<PyStr> {
  const size = index(tabSize);
  if (typeof size !== "number" || size !== (size | 0)) throw overflowError("Python int too large to convert to C int");
  const tabs = s.value.split("\t").length - 1;
  if (tabs === 0) return exactStr(s);
  reserve(tabs * Math.max(0, size));
  const wide = wideOf(s) !== null;
  return newTextStr(strops.expandTabs(s.value, wide, size), wide);
}

// ---- translate ----

/** What a table says of a character: its replacement; undefined when it stays. */
function mapped(table: Value, code: number): string | undefined {
  const found = lookUp(table, code);
  if (found === undefined) return undefined;
  try {
    if (found === None) return "";
    if (isStr(found)) return found.value;
    if (!isInt(found)) throw typeError("character mapping must return integer, None or str");
    const n = intValue(found) as number | bigint;
    if (n < 0 || n > 0x10ffff) throw valueError("character mapping must be in range(0x110000)");
    return String.fromCodePoint(Number(n));
  } finally {
    drop(found);
  }
}

function lookUp(table: Value, code: number): OwnedValue | undefined {
  const key = newInt(code);
  try {
    return getItem(table, key);
  } catch (e) {
    if (!(e instanceof PyError) || !isError(e.exception, "LookupError")) throw e;
    drop(e.exception);
    return undefined;
  } finally {
    drop(key);
  }
}

function translated(s: PyStr, table: Value): Owned<PyStr> {
  let wide = wideOf(s) !== null;
  const text = strops.translate(s.value, wide, (code) => {
    const by = mapped(table, code);
    if (by !== undefined && by.length > 1) wide ||= /[\ud800-\udbff][\udc00-\udfff]/.test(by);
    return by;
  });
  return newTextStr(text, wide);
}

function makeTable(x: Value, y: Value | undefined, z: Value | undefined): Owned<PyDict> {
  const table = newDict();
  try {
    if (y === undefined) copyTable(table, x);
    else pairTable(table, x, y, z);
  } catch (e) {
    drop(table);
    throw e;
  }
  return table;
}

/** Strs of one character become their code points; ints are kept. */
function copyTable(table: PyDict, x: Value): void {
  if (!isExactDict(x)) throw typeError("if you give only one argument to maketrans it must be a dict");
  for (const [key, , at] of dictEntries(x)) {
    if (isStr(key)) {
      if (strLength(key) !== 1) throw valueError("string keys in translate table must be of length 1");
      dictSet(table, newInt(codeAt(key.value, 0, wideOf(key) !== null)), x.value.shareValue(at));
    } else {
      if (!isInt(key)) throw typeError("keys in translate table must be strings or integers");
      dictSet(table, key, x.value.shareValue(at));
    }
  }
}

function pairTable(table: PyDict, x: Value, y: Value, z: Value | undefined): void {
  if (!isStr(y)) throw typeError(`maketrans() argument 2 must be str, not ${argumentName(y)}`);
  if (z !== undefined && !isStr(z)) throw typeError(`maketrans() argument 3 must be str, not ${argumentName(z)}`);
  if (!isStr(x)) throw typeError("first maketrans argument must be a string if there is a second argument");
  const from = codePoints(x.value, wideOf(x) !== null);
  const to = codePoints(y.value, wideOf(y) !== null);
  if (from.length !== to.length) throw valueError("the first two maketrans arguments must have equal length");
  from.forEach((code, i) => {
    dictSet(table, newInt(code), newInt(to[i]));
  });
  if (z === undefined) return;
  for (const code of codePoints(z.value, wideOf(z) !== null)) dictSet(table, newInt(code), newNone());
}

extendType<PyStr>(StrType, {
  methods: [
    caseMethod("upper", "The str in capital letters.", casing.upper),
    caseMethod("lower", "The str in small letters.", casing.lower),
    caseMethod("casefold", "The str made fit for comparisons that ignore case.", casing.casefold),
    caseMethod("swapcase", "Capital letters become small ones, and small ones capital.", casing.swapcase),
    caseMethod("title", "Words begin with a capital letter, the rest of them is small.", casing.title),
    caseMethod("capitalize", "The first character is a capital letter, the rest is small.", casing.capitalize),
    stripper("strip", "The str without spaces at its ends, or without the characters told."),
    stripper("lstrip", "The str without spaces at its start, or without the characters told."),
    stripper("rstrip", "The str without spaces at its end, or without the characters told."),
    padder("center", "The str in the middle of a given width.", strops.center),
    padder("ljust", "The str at the left of a given width.", strops.justifyLeft),
    padder("rjust", "The str at the right of a given width.", strops.justifyRight),
    def(
      "zfill($self, width, /)",
      "The str with zeros in front, after a sign, up to a given width.",
      (s: PyStr, width) => padded(s, sizeArgument(width), "0", strops.zeroFill),
    ),
    def("expandtabs($self, /, tabsize=8)", "The str with spaces in place of tabs.", (s: PyStr, size) =>
      expandTabs(s, size),
    ),
    def(
      "translate($self, table, /)",
      "Each character is replaced by what a table says of its code point: a str, a code point, or None for nothing.",
      (s: PyStr, table) => translated(s, table),
    ),
    told(
      def(
        "maketrans(x, y=NULL, z=NULL, /)",
        "A table for translate: of a dict, or of two strs of one length, and one of what is to be left out.",
        (x, y, z) => makeTable(x, y, z),
      ),
      null,
    ),
    def(
      "encode($self, /, encoding='utf-8', errors='strict')",
      "The str as bytes, in an encoding.",
      (s: PyStr, encoding, errors) => {
        if (!isStr(encoding))
          throw typeError(`encode() argument 'encoding' must be str, not ${argumentName(encoding)}`);
        if (!isStr(errors)) throw typeError(`encode() argument 'errors' must be str, not ${argumentName(errors)}`);
        return encodeStr(s, encoding, errors);
      },
    ),
    def("isascii($self, /) -> bool", "Is every character below U+0080?", isAsciiStr as (s: PyStr) => boolean),
    test("islower", "Are there letters with case, and all of them small?", strops.isLower),
    test("isupper", "Are there letters with case, and all of them capital?", strops.isUpper),
    test("istitle", "Do words begin with a capital letter, and have only small ones else?", strops.isTitle),
    test("isprintable", "Would repr show every character as it is?", strops.isPrintable),
    test("isidentifier", "Is the str a name in the sense of the language?", strops.isIdentifier),
    testAll("isspace", "a space", unicode.isSpace),
    testAll("isdecimal", "a decimal digit", unicode.isDecimal),
    testAll("isdigit", "a digit", unicode.isDigit),
    testAll("isnumeric", "a number", unicode.isNumeric),
    testAll("isalpha", "a letter", unicode.isAlpha),
    testAll("isalnum", "a letter or a number", unicode.isAlnum),
    def("__sizeof__($self, /) -> int", "The size in bytes.", (s: PyStr) => sizeOf(s) - s.type.value.preHeader),
    told(
      def("__getnewargs__($self, /)", "What pickle makes the str again from.", (s: PyStr) => tupleOf(unsharedStr(s))),
      null,
    ),
  ],
});
