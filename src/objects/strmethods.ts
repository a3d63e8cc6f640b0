// str: the slots. Texts grow by JavaScript's own concatenation, which makes ropes: nothing here looks
// into a text whose kind is known. The methods are in strsearch.ts, strsplit.ts and strchange.ts.
import { reserve } from "../heap/heap.ts";
import type { PyObject, PyType } from "../heap/object.ts";
import { drop, newRef, type Owned, type OwnedValue, type Value } from "../heap/refs.ts";
import { EQ, NE } from "../heap/type.ts";
import { extendType } from "./define.ts";
import { decodeObject } from "./encoding.ts";
import { indexError, memoryError, typeError } from "./errors.ts";
import { isExactFloat } from "./float.ts";
import { asInstanceOf } from "./instance.ts";
import { isExactInt } from "./int.ts";
import { hashHigh, hashToInt } from "./numeric/hash.ts";
import { textHash32 } from "./numeric/siphash.ts";
import { percentStr } from "./percentformat.ts";
import { compareNumbers, str, typeName } from "./protocol.ts";
import { newBool, notImplemented } from "./singletons.ts";
import { fitSlice, isSlice, type PySlice, type SliceRange, subscript, unpackSlice } from "./slice.ts";
import {
  ASCII,
  charStr,
  EMPTY_STR,
  isAsciiStr,
  isExactStr,
  isStr,
  kindOf,
  MAX_UNITS,
  newNarrowStr,
  newStr,
  newStrOfKind,
  newTextStr,
  type PyStr,
  StrType,
  strEqual,
  strHash32,
  strLength,
  UCS4,
  unitOf,
  unsharedStr,
  wideOf,
} from "./str.ts";
import { newStrIterator } from "./stringiter.ts";
import { strRepr } from "./text/repr.ts";
import { find, repeatText } from "./text/search.ts";
import { constructorArguments, nameArgument } from "./textargs.ts";

/** The str itself, or an exact one with its text. */
export const exactStr = (s: PyStr): Owned<PyStr> =>
  s.type === StrType ? newRef(s) : newTextStr(s.value, wideOf(s) !== null);

export function concatStr(a: PyStr, b: Value): Owned<PyStr> {
  if (!isStr(b)) throw typeError(`can only concatenate str (not "${typeName(b)}") to str`);
  if (a.value.length === 0 && isExactStr(b)) return newRef(b);
  if (b.value.length === 0 && a.type === StrType) return newRef(a);
  const kind = Math.max(kindOf(a), kindOf(b));
  if (a.value.length + b.value.length > MAX_UNITS) throw memoryError();
  if (kind < UCS4) return newStrOfKind(a.value + b.value, kind);
  reserve(60 + 4 * (strLength(a) + strLength(b)));
  return newStr(a.value + b.value);
}

function repeatStr(s: PyStr, count: number): Owned<PyStr> {
  const n = s.value.length;
  if (count <= 0 || n === 0) return newRef(EMPTY_STR);
  if (count === 1 && s.type === StrType) return newRef(s);
  if (n * count > MAX_UNITS) throw memoryError();
  const kind = kindOf(s);
  reserve(n * count);
  return kind === UCS4 ? newStr(repeatText(s.value, count)) : newStrOfKind(repeatText(s.value, count), kind);
}

/** Less than zero, zero or more: how two texts are ordered by their characters. */
export function compareText(a: PyStr, b: PyStr): number {
  const [x, y] = [a.value, b.value];
  if (wideOf(a) === null && wideOf(b) === null) return x < y ? -1 : x === y ? 0 : 1;
  const [wideX, wideY] = [wideOf(a) !== null, wideOf(b) !== null];
  let [i, j] = [0, 0];
  while (i < x.length && j < y.length) {
    const c = wideX ? (x.codePointAt(i) as number) : x.charCodeAt(i);
    const d = wideY ? (y.codePointAt(j) as number) : y.charCodeAt(j);
    if (c !== d) return c - d;
    i += c > 0xffff ? 2 : 1;
    j += c > 0xffff ? 2 : 1;
  }
  return i < x.length ? 1 : j < y.length ? -1 : 0;
}

function compareStrs(s: PyStr, other: Value, op: number): OwnedValue {
  if (!isStr(other)) return notImplemented();
  if (op === EQ) return newBool(strEqual(s, other));
  if (op === NE) return newBool(!strEqual(s, other));
  return newBool(compareNumbers(s === other ? 0 : compareText(s, other), 0, op));
}

/** The character at a position that is there. */
export function charAt(s: PyStr, i: number): Owned<PyStr> {
  if (wideOf(s) === null) return charStr(s.value.charCodeAt(i));
  const code = s.value.codePointAt(unitOf(s, i)) as number;
  return code > 0xffff ? newStr(String.fromCodePoint(code)) : charStr(code);
}

/** A new str of part of the text of another: units `from` to `to`. */
export function pieceOf(s: PyStr, from: number, to: number): Owned<PyStr> {
  const text = s.value.slice(from, to);
  if (text.length <= 1) return newNarrowStr(text);
  const kind = kindOf(s);
  if (kind === ASCII) return newStrOfKind(text, ASCII);
  return kind === UCS4 ? newStr(text) : newNarrowStr(text);
}

/** The characters from one position to before another. */
export function sliceStr(s: PyStr, start: number, stop: number): Owned<PyStr> {
  if (start >= stop) return newRef(EMPTY_STR);
  if (start === 0 && stop === strLength(s) && s.type === StrType) return newRef(s);
  return pieceOf(s, unitOf(s, start), unitOf(s, stop));
}

/** So many units are put together as numbers. */
const FEW = 256;

/** `count` units of a text, in strides. */
function unitsOf(text: string, start: number, step: number, count: number): string {
  const units: number[] = [];
  for (let i = 0, at = start; i < count; i++, at += step) units.push(text.charCodeAt(at));
  return String.fromCharCode(...units);
}

const takeSlice = (s: PyStr, slice: PySlice): Owned<PyStr> => stridedStr(s, fitSlice(unpackSlice(slice), strLength(s)));

/** The characters at the positions of a slice. */
export function stridedStr(s: PyStr, { start, step, count }: SliceRange): Owned<PyStr> {
  if (count === 0) return newRef(EMPTY_STR);
  if (step === 1) return sliceStr(s, start, start + count);
  const parts: string[] = [];
  if (wideOf(s) === null) {
    reserve(41 + count);
    if (count <= FEW) {
      const text = unitsOf(s.value, start, step, count);
      return count > 1 && isAsciiStr(s) ? newStrOfKind(text, ASCII) : newNarrowStr(text);
    }
    for (let i = 0, at = start; i < count; i++, at += step) parts.push(s.value[at]);
    return newNarrowStr(parts.join(""));
  }
  const characters = Array.from(s.value);
  for (let i = 0, at = start; i < count; i++, at += step) parts.push(characters[at]);
  return newStr(parts.join(""));
}

function itemOrSlice(s: PyStr, key: Value): OwnedValue {
  if (isSlice(key)) return takeSlice(s, key);
  let i = stringIndex(key);
  const n = strLength(s);
  if (i < 0) i += n;
  if (i < 0 || i >= n) throw indexError("string index out of range");
  return charAt(s, i);
}

function stringIndex(key: Value): number {
  if (typeof key === "number") return key;
  if (key.type.value.slots.index === null) throw typeError(`string indices must be integers, not '${typeName(key)}'`);
  return subscript(key, "string");
}

export const textOf = (s: PyStr): { text: string; wide: boolean } => ({ text: s.value, wide: wideOf(s) !== null });

export function strContains(s: PyStr, item: PyStr): boolean {
  if (wideOf(s) === null) return wideOf(item) === null && s.value.includes(item.value);
  return find(textOf(s), textOf(item), 0, s.value.length) >= 0;
}

function contains(s: PyStr, item: Value): boolean {
  if (!isStr(item)) throw typeError(`'in <string>' requires string as left operand, not ${typeName(item)}`);
  return strContains(s, item);
}

const PARAMETERS = ["object", "encoding", "errors"];

/** `str(object, encoding, errors)`, as an instance of `type`. */
function newOfType(type: PyType, args: Value[], kwnames: readonly PyObject[] | null): Owned<PyStr> {
  const s = fromArguments(constructorArguments("str", PARAMETERS, args, kwnames));
  if (type === StrType) return s;
  try {
    return asInstanceOf(unsharedStr(s), type);
  } finally {
    drop(s);
  }
}

/** `str(object)` of text or a number, exactly these. */
function fromPlain(slots: readonly Value[], at: number, n: number): OwnedValue | undefined {
  const object = slots[at];
  return n === 1 && (isExactInt(object) || isExactStr(object) || isExactFloat(object)) ? str(object) : undefined;
}

function fromArguments([object, encoding, errors]: (Value | undefined)[]): Owned<PyStr> {
  const encodingName = nameArgument("str", "encoding", encoding);
  const errorsName = nameArgument("str", "errors", errors);
  if (object === undefined) return newRef(EMPTY_STR);
  return encodingName === null && errorsName === null ? str(object) : decodeObject(object, encodingName, errorsName);
}

// The upper halves of hashes that were asked for lately, by the lower half: a str itself keeps only
// that one. Texts are compared, so another text with the same lower half is no harm.
const HASHES = 4096;
const hashedTexts: string[] = new Array(HASHES).fill("");
const upperHalves = new Int32Array(HASHES);
const MAX_REMEMBERED = 256;

function fullHash(s: PyStr): number | bigint {
  const low = strHash32(s);
  const wide = wideOf(s) !== null;
  const place = low & (HASHES - 1);
  if (hashedTexts[place] === s.value && !wide) return hashToInt(upperHalves[place], low);
  textHash32(s.value, wide);
  if (!wide && s.value.length <= MAX_REMEMBERED) {
    hashedTexts[place] = s.value;
    upperHalves[place] = hashHigh;
  }
  return hashToInt(hashHigh, low);
}
extendType<PyStr>(StrType, {
  vectorcall: fromPlain,
  doc: "Immutable text.\n\nWithout an argument it is empty; an object is shown by its __str__, bytes are decoded when an encoding is told.",
  slots: {
    repr(s) {
      const wide = wideOf(s) !== null;
      const text = strRepr(s.value, wide);
      return wide ? newStr(text) : newNarrowStr(text);
    },
    new: newOfType,
    str: exactStr,
    hash: fullHash,
    compare: compareStrs,
    iter: newStrIterator,
    len: strLength,
    getitem: (s, key) => itemOrSlice(s as PyStr, key),
    item: (s, i) => (i >= 0 && i < strLength(s) ? charAt(s, i) : undefined),
    contains,
    concat: concatStr,
    repeat: repeatStr,
    mod: (lhs, rhs) => (isStr(lhs) ? percentStr(lhs, rhs) : notImplemented()),
  },
});
