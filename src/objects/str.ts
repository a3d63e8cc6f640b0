// str: immutable text. The payload is a JavaScript string. In a narrow str every UTF-16 unit is
// one character, lone surrogates included; `extra` is then the hash, once it is known. A wide
// str has characters above U+FFFF: its units are UTF-16 with pairs, and `extra` is a WideText.
// An instance of a subclass has an Attributes record in `extra`, whose `spare` is either.
// The methods are in strmethods.ts.
import { deallocLeaf } from "../heap/dealloc.ts";
import { alloc, heap, reserve } from "../heap/heap.ts";
import { GC_FINALIZED, GC_INDEX_SHIFT, IMMORTAL, type PyObject } from "../heap/object.ts";
import { drop, moved, newRef, type Owned, type Value } from "../heap/refs.ts";
import { BASETYPE, SEQUENCE, STR_SUBCLASS } from "../heap/type.ts";
import { charge } from "../heap/work.ts";
import { Attributes } from "./attributes.ts";
import { defineType } from "./define.ts";
import { textHash32 } from "./numeric/siphash.ts";
import { skipChars } from "./text/codepoints.ts";

/** What a wide str knows besides its text. */
export class WideText {
  /** Length in characters. */
  readonly length: number;
  hash: number | null = null;
  /** The unit where each 64th character begins; made when a character of a long text is first asked for. */
  marks: Uint32Array | null = null;
  constructor(length: number) {
    this.length = length;
  }
}

export type PyStr = PyObject<string, number | WideText | Attributes | null>;

// How CPython stores the characters of a text: one byte each, in two layouts, two bytes or four.
// An exact str is in no list of the collector, so the place for its index there keeps the kind,
// once that is known: sizes are then had without looking at the text, which may be a rope.
export const ASCII = 1;
export const LATIN1 = 2;
export const UCS2 = 3;
export const UCS4 = 4;

/** The kind of a text in which each unit is a character. */
export function textKind(text: string): number {
  let any = 0;
  for (let i = 0; i < text.length; i++) any |= text.charCodeAt(i);
  return any > 255 ? UCS2 : any > 127 ? LATIN1 : ASCII;
}

/** How the characters of a str are stored. */
export function kindOf(s: PyStr): number {
  const known = s.gc >>> GC_INDEX_SHIFT;
  return known !== 0 && s.type === StrType ? known : findKind(s);
}

function findKind(s: PyStr): number {
  const kind = wideOf(s) !== null ? UCS4 : textKind(s.value);
  if (s.type === StrType) s.gc |= kind << GC_INDEX_SHIFT;
  return kind;
}

export const isAsciiStr = (s: PyStr): boolean => kindOf(s) === ASCII;

const CHARACTER_BYTES = [0, 1, 1, 2, 4];

/**
 * Bytes of a text: a header, then one, two or four bytes a character and a final zero. The strs of one
 * Latin-1 character beyond ASCII have their UTF-8 with them, three bytes more.
 */
function sizeOfKind(kind: number, length: number): number {
  if (kind === ASCII) return 41 + length;
  if (kind === LATIN1) return length === 1 ? 61 : 57 + length;
  return kind === UCS2 ? 58 + 2 * length : 60 + 4 * length;
}

function strSize(s: PyStr): number {
  const kind = kindOf(s);
  const length = kind === UCS4 ? strLength(s) : s.value.length;
  return s.extra instanceof Attributes ? 64 + (length + 1) * CHARACTER_BYTES[kind] : sizeOfKind(kind, length);
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

/** No JavaScript string is longer. */
export const MAX_UNITS = 2 ** 29 - 24;

const PAIR = /[\ud800-\udbff][\udc00-\udfff]/;

/** A new str of a text in which each unit is one character, and whose kind is known: more than one character. */
export function newStrOfKind(text: string, kind: number): Owned<PyStr> {
  const s = alloc<string, PyStr["extra"]>(StrType, text, null, sizeOfKind(kind, text.length));
  s.gc = kind << GC_INDEX_SHIFT;
  return s;
}

function newWideStr(text: string): Owned<PyStr> {
  const wide = new WideText(countCharacters(text));
  const s = alloc<string, PyStr["extra"]>(StrType, text, wide, 60 + 4 * wide.length);
  s.gc = UCS4 << GC_INDEX_SHIFT;
  return s;
}

/** A str of text in which every unit is one character: pieces of narrow strs, or known to be without pairs. */
export function newNarrowStr(text: string): Owned<PyStr> {
  const n = text.length;
  if (n > 1) return newStrOfKind(text, textKind(text));
  return n === 0 ? newRef(EMPTY_STR) : charStr(text.charCodeAt(0));
}

/** A str of text that is known to be ASCII. */
export const newAsciiStr = (text: string): Owned<PyStr> =>
  text.length > 1 ? newStrOfKind(text, ASCII) : newNarrowStr(text);

/** A str of its own, also for one character: the text of a number, or of a change of case. */
export const newAsciiObject = (text: string): Owned<PyStr> => newStrOfKind(text, ASCII);

/** A str of UTF-16 text: a surrogate pair is one character. */
export function newStr(text: string): Owned<PyStr> {
  if (text.length <= 1) return newNarrowStr(text);
  const kind = textKind(text);
  return kind === UCS2 && PAIR.test(text) ? newWideStr(text) : newStrOfKind(text, kind);
}

/** A str of a text that comes from strs: UTF-16 when any of them was wide. */
export const newTextStr = (text: string, wide: boolean): Owned<PyStr> => (wide ? newStr(text) : newNarrowStr(text));

/** A new str with the text of another, which nobody shares: for an instance of a subclass. */
export const unsharedStr = (s: PyStr): Owned<PyStr> =>
  wideOf(s) !== null ? newWideStr(s.value) : newStrOfKind(s.value, kindOf(s));

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
  if (s.type === StrType) {
    const kind = s.gc >>> GC_INDEX_SHIFT;
    if (kind !== 0) return kind === UCS4 ? (s.extra as WideText) : null;
  }
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
    return typeof known === "number" ? known : ((s.extra.spare = textHash32(s.value, false)) as number);
  }
  return (s.extra = textHash32(s.value, false));
}

/** Interned while the static types are made: shared by all instances. */
const staticNames = new Map<string, PyStr>();

/** The one str with this text: immortal, so the reference is good for ever. For names and constants. */
export function intern(text: string): PyStr {
  const known = staticNames.get(text) ?? (heap.interned.get(text) as PyStr | undefined);
  if (known !== undefined) {
    known.gc &= ~BY_PROGRAM;
    return known;
  }
  const kind = textKind(text);
  const s: PyStr = kind === UCS2 && PAIR.test(text) ? newWideStr(text) : newStrOfKind(text, kind);
  s.refcnt = IMMORTAL;
  (heap.boot === null ? heap.interned : staticNames).set(text, s);
  return s;
}

/** Marks a str that is interned because the program has asked for it, and that nothing else relies on. */
const BY_PROGRAM = GC_FINALIZED;

/** The interned str equal to an exact str, which becomes it when there is none yet. */
export function internObject(s: PyStr): PyStr {
  const known = staticNames.get(s.value) ?? (heap.interned.get(s.value) as PyStr | undefined);
  if (known !== undefined) return known;
  s.refcnt += IMMORTAL;
  s.gc |= BY_PROGRAM;
  heap.interned.set(s.value, s);
  return s;
}

/** At a program's end: what it has interned goes, as far as nobody holds it. */
export function forgetInterned(): void {
  for (const [text, s] of heap.interned) {
    if ((s.gc & BY_PROGRAM) === 0 || s.refcnt !== IMMORTAL) continue;
    heap.interned.delete(text);
    s.gc &= ~BY_PROGRAM;
    s.refcnt = 1;
    drop(moved(s) as Owned);
  }
}
export const isInterned = (s: PyStr): boolean => (staticNames.get(s.value) ?? heap.interned.get(s.value)) === s;

/** The names of one letter that CPython's own code uses: as names they are strs of their own, beside the characters. */
const LETTER_NAMES = "_abcdenprsx";

/** The strs of one Latin-1 character, and the empty one: immortal, each the only one of its kind. */
const LATIN1_STRS = Array.from({ length: 256 }, (_, i) => {
  const text = String.fromCharCode(i);
  return LETTER_NAMES.includes(text) ? newStrOfKind(text, ASCII) : intern(text);
});
export const EMPTY_STR = intern("");

/** A str of one character of a narrow text, by its unit. */
export const charStr = (unit: number): Owned<PyStr> =>
  unit < 256 ? newRef(LATIN1_STRS[unit]) : newStrOfKind(String.fromCharCode(unit), UCS2);

/** Asks for the room of a text of so many characters before it is built. */
export const reserveText = (length: number): void => reserve(41 + length);

/** Two strs with the same characters. A pair in a wide str is not two lone surrogates in a narrow one. */
export const strEqual = (a: PyStr, b: PyStr): boolean =>
  a === b || (sameText(a.value, b.value) && (wideOf(a) === null) === (wideOf(b) === null));

function sameText(a: string, b: string): boolean {
  if (a.length > 4096) charge(a.length >> 7);
  return a === b;
}

const MARK_SHIFT = 6;

/** The unit where a character begins, by its index, which is at most the length. */
export function unitOf(s: PyStr, index: number): number {
  const wide = wideOf(s);
  if (wide === null) return index;
  if (index < 1 << MARK_SHIFT) return skipChars(s.value, 0, index);
  wide.marks ??= placeMarks(s.value, wide.length);
  return skipChars(s.value, wide.marks[index >> MARK_SHIFT], index & ((1 << MARK_SHIFT) - 1));
}

function placeMarks(text: string, length: number): Uint32Array {
  const marks = new Uint32Array((length >> MARK_SHIFT) + 1);
  for (let i = 1; i < marks.length; i++) marks[i] = skipChars(text, marks[i - 1], 1 << MARK_SHIFT);
  return marks;
}
