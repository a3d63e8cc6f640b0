// str: immutable text. The payload is a JavaScript string. In a narrow str every UTF-16 unit is
// one character, lone surrogates included; `extra` is then the hash, once it is known. A wide
// str has characters above U+FFFF: its units are UTF-16 with pairs, and `extra` is a WideText.
// An instance of a subclass has an Attributes record in `extra`, whose `spare` is either.
// The methods are in strmethods.ts.
import { deallocLeaf } from "../heap/dealloc.ts";
import { alloc, heap, reserve } from "../heap/heap.ts";
import { IMMORTAL, type PyObject } from "../heap/object.ts";
import { newRef, type Owned, type Value } from "../heap/refs.ts";
import { BASETYPE, SEQUENCE, STR_SUBCLASS } from "../heap/type.ts";
import { Attributes } from "./attributes.ts";
import { defineType } from "./define.ts";
import { textHash32 } from "./numeric/siphash.ts";

/** What a wide str knows besides its text. */
export class WideText {
  /** Length in characters. */
  readonly length: number;
  hash: number | null = null;
  constructor(length: number) {
    this.length = length;
  }
}

export type PyStr = PyObject<string, number | WideText | Attributes | null>;

/** Bytes of a str: a header, then one, two or four bytes a character and a final zero. */
function strSize(s: PyStr): number {
  const wide = wideOf(s);
  if (s.extra instanceof Attributes) {
    const length = wide?.length ?? s.value.length;
    return 64 + (length + 1) * (wide !== null ? 4 : Math.max(1, unitWidth(s.value)));
  }
  return wide !== null ? 60 + 4 * wide.length : narrowSize(s.value);
}

/** 0 when all characters are ASCII, else the bytes a character takes: 1 or 2. */
function unitWidth(text: string): 0 | 1 | 2 {
  let any = 0;
  for (let i = 0; i < text.length; i++) {
    const c = text.charCodeAt(i);
    if (c > 255) return 2;
    any |= c;
  }
  return any > 127 ? 1 : 0;
}

export const StrType = defineType<PyStr>({
  name: "str",
  flags: BASETYPE | STR_SUBCLASS | SEQUENCE,
  basicSize: 64,
  dealloc: deallocLeaf,
  sizeof: strSize,
});

export const isStr = (o: Value): o is PyStr => typeof o !== "number" && (o.type.value.flags & STR_SUBCLASS) !== 0;
export const isExactStr = (o: Value): o is PyStr => typeof o !== "number" && o.type === StrType;

const PAIR = /[\ud800-\udbff][\udc00-\udfff]/;

/** A new str of text in which every unit is one character: pieces of narrow strs, or known to be without pairs. */
export function newNarrowStr(text: string): Owned<PyStr> {
  return alloc<string, PyStr["extra"]>(StrType, text, null, narrowSize(text));
}
const narrowSize = (text: string): number => {
  const width = unitWidth(text);
  return width === 0 ? 41 + text.length : width === 1 ? 57 + text.length : 58 + 2 * text.length;
};

/** A new str of UTF-16 text: a surrogate pair is one character. */
export function newStr(text: string): Owned<PyStr> {
  if (!PAIR.test(text)) return newNarrowStr(text);
  const wide = new WideText(countCharacters(text));
  return alloc<string, PyStr["extra"]>(StrType, text, wide, 60 + 4 * wide.length);
}

function countCharacters(text: string): number {
  let n = text.length;
  for (let i = 1; i < text.length; i++) {
    if ((text.charCodeAt(i) & 0xfc00) === 0xdc00 && (text.charCodeAt(i - 1) & 0xfc00) === 0xd800) {
      n--;
      i++;
    }
  }
  return n;
}

/** The wide side of a str; null when it is narrow. */
export function wideOf(s: PyStr): WideText | null {
  const extra = s.extra instanceof Attributes ? s.extra.spare : s.extra;
  return extra instanceof WideText ? extra : null;
}

/** Length in characters. */
export const strLength = (s: PyStr): number => wideOf(s)?.length ?? s.value.length;

/** The low word of the hash, computed once. */
export function strHash32(s: PyStr): number {
  const extra = s.extra;
  return typeof extra === "number" ? extra : hashNow(s);
}

function hashNow(s: PyStr): number {
  const wide = wideOf(s);
  if (wide !== null) return (wide.hash ??= textHash32(s.value, true));
  if (s.extra instanceof Attributes) {
    const known = s.extra.spare;
    return typeof known === "number" ? known : (s.extra.spare = textHash32(s.value, false)) as number;
  }
  return (s.extra = textHash32(s.value, false));
}

/** Interned while the static types are made: shared by all instances. */
const staticNames = new Map<string, PyStr>();

/** The one str with this text: immortal, so the reference is good for ever. For names and constants. */
export function intern(text: string): PyStr {
  const known = staticNames.get(text) ?? (heap.interned.get(text) as PyStr | undefined);
  if (known !== undefined) return known;
  const s: PyStr = newStr(text);
  s.refcnt = IMMORTAL;
  (heap.boot === null ? heap.interned : staticNames).set(text, s);
  return s;
}

/** The interned str equal to an exact str, which becomes it when there is none yet. */
export function internObject(s: PyStr): PyStr {
  const known = staticNames.get(s.value) ?? (heap.interned.get(s.value) as PyStr | undefined);
  if (known !== undefined) return known;
  s.refcnt = IMMORTAL;
  heap.interned.set(s.value, s);
  return s;
}
export const isInterned = (s: PyStr): boolean => (staticNames.get(s.value) ?? heap.interned.get(s.value)) === s;

/** The strs of one Latin-1 character, and the empty one: immortal, each the only one of its kind. */
const LATIN1 = Array.from({ length: 256 }, (_, i) => intern(String.fromCharCode(i)));
export const EMPTY_STR = intern("");

/** A str of one character of a narrow text, by its unit. */
export const charStr = (unit: number): Owned<PyStr> =>
  unit < 256 ? newRef(LATIN1[unit]) : newNarrowStr(String.fromCharCode(unit));

/** As `newNarrowStr`, but the empty str and those of one Latin-1 character are the shared ones. */
export function sharedNarrowStr(text: string): Owned<PyStr> {
  if (text.length > 1) return newNarrowStr(text);
  return text.length === 0 ? newRef(EMPTY_STR) : charStr(text.charCodeAt(0));
}

/** Asks for the room of a text of so many characters before it is built. */
export const reserveText = (length: number): void => reserve(41 + length);

/** Two strs with the same characters. A pair in a wide str is not two lone surrogates in a narrow one. */
export const strEqual = (a: PyStr, b: PyStr): boolean =>
  a === b || (a.value === b.value && (wideOf(a) === null) === (wideOf(b) === null));
