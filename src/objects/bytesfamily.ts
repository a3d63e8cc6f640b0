// The methods that bytes and bytearray have in common. Arguments are converted before the bytes are
// looked at, for converting may run Python code, which may change a bytearray.
import { reserve } from "../heap/heap.ts";
import { drop, newRef, newRefs, type Owned, type OwnedValue, type Refs, type Value } from "../heap/refs.ts";
import type { Slots } from "../heap/type.ts";
import { byFormat, def, type Native } from "../native/signature.ts";
import { bufferCopy, hasBuffer, withBuffer } from "./buffers.ts";
import { isBytes, newBytes } from "./bytes.ts";
import { dataOf, fillByte, needleOf, type PyBytesLike } from "./bytesargs.ts";
import { decodeBytes } from "./encoding.ts";
import { overflowError, typeError, valueError } from "./errors.ts";
import { index, sizeArgument } from "./int.ts";
import { iterate } from "./iteration.ts";
import { newListGrown } from "./list.ts";
import { length, slotsOf, typeName } from "./protocol.ts";
import { None } from "./singletons.ts";
import { isStr, newNarrowStr } from "./str.ts";
import * as ops from "./text/bytesops.ts";
import { argumentName, type Bounds, bound, fitBounds, MAX_INDEX, told } from "./textargs.ts";
import { isTuple, tupleOf } from "./tuple.ts";

/** What differs between the two. */
export interface Family {
  name: "bytes" | "bytearray";
  /** A new object; the array is handed over. */
  make(bytes: Uint8Array): Owned;
  /** The answer of a method that has changed nothing: an exact bytes is its own. */
  unchanged(self: PyBytesLike): Owned;
}

// ---- searching ----

type SearchName = "find" | "rfind" | "index" | "rindex" | "count";
type Search = (hay: Uint8Array, needle: Uint8Array, from: number, to: number) => number;

function complain(): never {
  throw valueError("subsection not found");
}

const finder = (name: SearchName, doc: string, search: Search): Native =>
  byFormat(
    def(`${name}($self, sub, start=NULL, end=NULL, /) -> int`, doc, (b: PyBytesLike, sub, start, end) => {
      const from = bound(start, 0);
      const to = bound(end, MAX_INDEX);
      const needle = needleOf(sub);
      const hay = dataOf(b);
      const bounds = fitBounds(from, to, hay.length);
      return search(hay, needle, bounds.from, bounds.to);
    }),
  );

const countIn: Search = (hay, needle, from, to) => (from > to ? 0 : ops.count(hay, needle, from, to));
const orComplain =
  (search: Search): Search =>
  (hay, needle, from, to) => {
    const at = search(hay, needle, from, to);
    return at < 0 ? complain() : at;
  };

const tester = (name: "startswith" | "endswith", doc: string): Native =>
  byFormat(
    def(`${name}($self, prefix, start=NULL, end=NULL, /) -> bool`, doc, (b: PyBytesLike, part, start, end) => {
      const from = bound(start, 0);
      const to = bound(end, MAX_INDEX);
      const holds = (p: Value): boolean => {
        const needle = bufferCopy(p);
        const hay = dataOf(b);
        return stands(hay, needle, fitBounds(from, to, hay.length), name === "endswith");
      };
      if (isTuple(part)) return part.value.some(holds);
      if (hasBuffer(part)) return holds(part);
      throw typeError(`${name} first arg must be bytes or a tuple of bytes, not ${typeName(part)}`);
    }),
  );

function stands(hay: Uint8Array, needle: Uint8Array, { from, to }: Bounds, atEnd: boolean): boolean {
  const last = to - needle.length;
  return last >= from && ops.standsAt(hay, needle, atEnd ? last : from);
}

// ---- taking apart, putting together ----

function listOf(family: Family, self: PyBytesLike, parts: readonly Uint8Array[], room: number): Owned {
  if (parts.length === 1 && parts[0].length === dataOf(self).length) {
    return newListGrown([family.unchanged(self)] as OwnedValue[] as Refs, room);
  }
  reserve(8 * parts.length);
  const items = newRefs();
  for (const part of parts) items.push(family.make(part.slice()));
  return newListGrown(items, room);
}

const splitter = (family: Family, name: "split" | "rsplit", doc: string): Native =>
  def(`${name}($self, /, sep=None, maxsplit: int = -1)`, doc, (b: PyBytesLike, sep, limit) => {
    const [bySpaces, by] = name === "split" ? [ops.splitSpaces, ops.split] : [ops.rsplitSpaces, ops.rsplit];
    const room = limit < 0 ? 12 : Math.min(12, limit + 1);
    if (sep === None) return listOf(family, b, bySpaces(dataOf(b), limit), room);
    const separator = bufferCopy(sep);
    if (separator.length === 0) throw valueError("empty separator");
    return listOf(family, b, by(dataOf(b), separator, limit), room);
  });

const partitioner = (family: Family, name: "partition" | "rpartition", doc: string): Native =>
  def(`${name}($self, sep, /)`, doc, (b: PyBytesLike, sep) => {
    const separator = bufferCopy(sep);
    if (separator.length === 0) throw valueError("empty separator");
    const hay = dataOf(b);
    const at = (name === "partition" ? ops.find : ops.rfind)(hay, separator, 0, hay.length);
    const make = (from: number, to: number): Owned => family.make(hay.slice(from, to));
    const whole = (): Owned => (family.name === "bytes" ? newRef(b) : family.unchanged(b));
    if (at < 0) {
      return name === "partition" ? tupleOf(whole(), make(0, 0), make(0, 0)) : tupleOf(make(0, 0), make(0, 0), whole());
    }
    const middle = family.name === "bytes" ? newRef(sep as PyBytesLike) : family.make(separator);
    return tupleOf(make(0, at), middle, make(at + separator.length, hay.length));
  });

function joined(family: Family, self: PyBytesLike, iterable: Value): Owned {
  if (slotsOf(iterable).iter === null && slotsOf(iterable).getitem === null)
    throw typeError("can only join an iterable");
  // What the separator lies in keeps still while the items are fetched.
  const view = (slotsOf(self).buffer as NonNullable<Slots["buffer"]>)(self, false);
  const items = newRefs();
  try {
    iterate(iterable, (item) => void items.push(item));
    if (items.length === 1 && isBytes(items[0]) && family.name === "bytes") return family.unchanged(items[0]);
    const parts: Uint8Array[] = [];
    let total = 0;
    for (let i = 0; i < items.length; i++) {
      const item = items[i];
      const message = `sequence item ${i}: expected a bytes-like object, ${typeName(item)} found`;
      parts.push(isBytes(item) ? item.value : withBuffer(item, (bytes) => bytes.slice(), message));
      total += parts[i].length;
    }
    const separator = dataOf(self);
    reserve(total + separator.length * Math.max(0, parts.length - 1));
    return family.make(ops.join(separator, parts));
  } finally {
    view.release();
    for (const item of items) drop(item as OwnedValue);
  }
}

// ---- changing ----

type Change = (bytes: Uint8Array) => Uint8Array;
type ChangeName = "lower" | "upper" | "swapcase" | "capitalize" | "title";
const changer = (family: Family, name: ChangeName, doc: string, change: Change): Native =>
  told(
    def(`${name}($self, /)`, doc, (b: PyBytesLike) => family.make(change(dataOf(b)))),
    null,
  );

type TestName = "isascii" | "isalpha" | "isdigit" | "isalnum" | "isspace" | "islower" | "isupper" | "istitle";
const test = (name: TestName, doc: string, holds: (bytes: Uint8Array) => boolean): Native =>
  told(
    def(`${name}($self, /) -> bool`, doc, (b: PyBytesLike) => holds(dataOf(b))),
    null,
  );

const stripper = (family: Family, name: "strip" | "lstrip" | "rstrip", doc: string): Native =>
  told(
    def(`${name}($self, bytes=NULL, /)`, doc, (b: PyBytesLike, set) => {
      const bytes = set === undefined || set === None ? null : bufferCopy(set);
      const hay = dataOf(b);
      const stripped = ops.strip(hay, bytes, name !== "rstrip", name !== "lstrip");
      return stripped.length === hay.length ? family.unchanged(b) : family.make(stripped.slice());
    }),
    "($self, bytes=None, /)",
  );

const padder = (
  family: Family,
  name: "center" | "ljust" | "rjust",
  doc: string,
  pad: (hay: Uint8Array, width: number, fill: number) => Uint8Array,
): Native =>
  told(
    def(`${name}($self, width, fillchar=NULL, /)`, doc, (b: PyBytesLike, width, fill) =>
      padded(
        family,
        b,
        sizeArgument(width),
        (hay, n) => pad(hay, n, fillByte(name, fill)),
        () => fillByte(name, fill),
      ),
    ),
    "($self, width, fillchar=b' ', /)",
  );

function padded(
  family: Family,
  b: PyBytesLike,
  width: number,
  pad: (hay: Uint8Array, width: number) => Uint8Array,
  check?: () => void,
): Owned {
  check?.();
  const hay = dataOf(b);
  if (width <= hay.length) return family.unchanged(b);
  reserve(width);
  return family.make(pad(hay, width));
}

function replaced(family: Family, b: PyBytesLike, old: Value, by: Value, count: Value | undefined): Owned {
  const needle = bufferCopy(old);
  const replacement = bufferCopy(by);
  const limit = count === undefined ? -1 : sizeArgument(count);
  const hay = dataOf(b);
  const found = ops.count(hay, needle, 0, hay.length);
  if (limit === 0 || found === 0) return family.unchanged(b);
  const times = limit < 0 ? found : Math.min(limit, found);
  reserve(hay.length + times * (replacement.length - needle.length));
  return family.make(ops.replace(hay, needle, replacement, limit));
}

function expandTabs(family: Family, b: PyBytesLike, tabSize: Value): Owned {
  const size = index(tabSize);
  if (typeof size !== "number" || size !== (size | 0)) throw overflowError("Python int too large to convert to C int");
  const hay = dataOf(b);
  const tabs = hay.reduce((n, byte) => n + (byte === 9 ? 1 : 0), 0);
  reserve(hay.length + tabs * Math.max(0, size));
  return family.make(ops.expandTabs(hay, size));
}

function translated(family: Family, b: PyBytesLike, table: Value, removed: Value | undefined): Owned {
  const map = table === None ? null : bufferCopy(table);
  if (map !== null && map.length !== 256) throw valueError("translation table must be 256 characters long");
  const remove = removed === undefined ? new Uint8Array(0) : bufferCopy(removed);
  const hay = dataOf(b);
  const result = ops.translate(hay, map, remove);
  return ops.compare(hay, result) === 0 ? family.unchanged(b) : family.make(result);
}

function without(family: Family, b: PyBytesLike, part: Value, atEnd: boolean): Owned {
  const needle = bufferCopy(part);
  const hay = dataOf(b);
  if (needle.length === 0 || !stands(hay, needle, { from: 0, to: hay.length }, atEnd)) return family.unchanged(b);
  return family.make(atEnd ? hay.slice(0, hay.length - needle.length) : hay.slice(needle.length));
}

// ---- hex ----

function separatorOf(sep: Value | undefined): string {
  if (sep === undefined) return "";
  if (length(sep) !== 1) throw valueError("sep must be length 1.");
  const code = isStr(sep) ? sep.value.charCodeAt(0) : isBytes(sep) ? sep.value[0] : -1;
  if (code < 0) throw typeError("sep must be str or bytes.");
  if (code > 127) throw valueError("sep must be ASCII.");
  return String.fromCharCode(code);
}

function hexText(b: PyBytesLike, sep: Value | undefined, group: Value): Owned {
  const size = index(group);
  if (typeof size !== "number" || size !== (size | 0)) throw overflowError("Python int too large to convert to C int");
  const separator = separatorOf(sep);
  const hay = dataOf(b);
  reserve(2 * hay.length);
  return newNarrowStr(ops.toHex(hay, separator, size));
}

/** `maketrans(frm, to)`: a table of 256 bytes. */
function makeTable(from: Value, to: Value): Owned {
  const [a, b] = [bufferCopy(from), bufferCopy(to)];
  if (a.length !== b.length) throw valueError("maketrans arguments must have same length");
  const table = Uint8Array.from({ length: 256 }, (_, i) => i);
  a.forEach((byte, i) => {
    table[byte] = b[i];
  });
  return newBytes(table);
}

const SEARCHES: Native[] = [
  finder("find", "The lowest position where bytes are found; -1 when there is none.", ops.find),
  finder("rfind", "The highest position where bytes are found; -1 when there is none.", ops.rfind),
  finder("index", "As find, but raises ValueError when there is none.", orComplain(ops.find)),
  finder("rindex", "As rfind, but raises ValueError when there is none.", orComplain(ops.rfind)),
  finder("count", "How often bytes occur without overlap.", countIn),
  tester("startswith", "Does it begin with these bytes, or with those in a tuple?"),
  tester("endswith", "Does it end with these bytes, or with those in a tuple?"),
];

const TESTS: Native[] = [
  test("isascii", "Is every byte below 128?", ops.isAscii),
  test("isalpha", "Are there bytes, and all of them ASCII letters?", ops.isAlpha),
  test("isdigit", "Are there bytes, and all of them ASCII digits?", ops.isDigit),
  test("isalnum", "Are there bytes, and all of them ASCII letters or digits?", ops.isAlnum),
  test("isspace", "Are there bytes, and all of them ASCII spaces?", ops.isSpaces),
  test("islower", "Are there ASCII letters, and all of them small?", ops.isLower),
  test("isupper", "Are there ASCII letters, and all of them capital?", ops.isUpper),
  test("istitle", "Do words begin with a capital letter, and have only small ones else?", ops.isTitle),
];

const COMMON: Native[] = [
  told(
    def(
      "hex($self, /, sep=NULL, bytes_per_sep=1)",
      "The bytes as hexadecimal digits, in groups when a separator is told.\n\n>>> bytes([1, 10, 255]).hex('-')\n'01-0a-ff'",
      (b: PyBytesLike, sep, group) => hexText(b, sep, group),
    ),
    "($self, /, sep=<unrepresentable>, bytes_per_sep=1)",
  ),
  def(
    "decode($self, /, encoding='utf-8', errors='strict')",
    "The text that the bytes are in an encoding.",
    (b: PyBytesLike, encoding, errors) => {
      if (!isStr(encoding)) throw typeError(`decode() argument 'encoding' must be str, not ${argumentName(encoding)}`);
      if (!isStr(errors)) throw typeError(`decode() argument 'errors' must be str, not ${argumentName(errors)}`);
      return decodeBytes(dataOf(b), b, encoding, errors);
    },
  ),
  def("maketrans(frm, to, /)", "A table for translate, from bytes to the bytes that replace them.", (from, to) =>
    makeTable(from, to),
  ),
];

/** The methods of one of the two types. */
export function familyMethods(family: Family): Native[] {
  return [
    ...SEARCHES,
    ...TESTS,
    ...COMMON,
    splitter(
      family,
      "split",
      "The pieces between separators, or between spaces, as a list; with maxsplit the rest is left in one piece.",
    ),
    splitter(family, "rsplit", "As split, but counts the splits from the end."),
    partitioner(family, "partition", "What comes before the first separator, the separator, and what comes after it."),
    partitioner(family, "rpartition", "What comes before the last separator, the separator, and what comes after it."),
    def("splitlines($self, /, keepends: bool = False)", "The lines as a list.", (b: PyBytesLike, keep) =>
      listOf(family, b, ops.splitLines(dataOf(b), keep), 0),
    ),
    def(
      "join($self, iterable_of_bytes, /)",
      "The bytes that an iterable gives, with these between them.",
      (b: PyBytesLike, iterable) => joined(family, b, iterable),
    ),
    changer(family, "lower", "ASCII letters made small.", ops.lower),
    changer(family, "upper", "ASCII letters made capital.", ops.upper),
    changer(family, "swapcase", "ASCII capital letters become small ones, and small ones capital.", ops.swapcase),
    changer(family, "capitalize", "The first byte a capital letter, the rest small.", ops.capitalize),
    changer(family, "title", "Words begin with a capital letter, the rest of them is small.", ops.title),
    stripper(family, "strip", "Without spaces at both ends, or without the bytes told."),
    stripper(family, "lstrip", "Without spaces at the start, or without the bytes told."),
    stripper(family, "rstrip", "Without spaces at the end, or without the bytes told."),
    padder(family, "center", "In the middle of a given width.", ops.center),
    padder(family, "ljust", "At the left of a given width.", ops.justifyLeft),
    padder(family, "rjust", "At the right of a given width.", ops.justifyRight),
    def("zfill($self, width, /)", "With zeros in front, after a sign, up to a given width.", (b: PyBytesLike, width) =>
      padded(family, b, sizeArgument(width), ops.zeroFill),
    ),
    def("expandtabs($self, /, tabsize=8)", "With spaces in place of tabs.", (b: PyBytesLike, size) =>
      expandTabs(family, b, size),
    ),
    told(
      def(
        "replace($self, old, new, count=NULL, /)",
        "Replaces each occurrence of some bytes, or the first few of them.",
        (b: PyBytesLike, old, by, count) => replaced(family, b, old, by, count),
      ),
      "($self, old, new, count=-1, /)",
    ),
    told(
      def(
        "translate($self, table, /, delete=NULL)",
        "Each byte is replaced by what a table of 256 bytes says; some are left out.",
        (b: PyBytesLike, table, removed) => translated(family, b, table, removed),
      ),
      "($self, table, /, delete=b'')",
    ),
    def("removeprefix($self, prefix, /)", "Without a prefix, if it is there.", (b: PyBytesLike, part) =>
      without(family, b, part, false),
    ),
    def("removesuffix($self, suffix, /)", "Without a suffix, if it is there.", (b: PyBytesLike, part) =>
      without(family, b, part, true),
    ),
  ];
}
