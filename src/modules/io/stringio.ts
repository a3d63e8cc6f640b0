// StringIO: a stream of text in memory. The text is a JavaScript string as long as each of its units
// is one character; with the first character above U+FFFF it becomes an array of code points.

import { allocGC } from "../../heap/heap.ts";
import type { PyObject, PyType } from "../../heap/object.ts";
import { newRef, type Owned, type OwnedValue, type Value } from "../../heap/refs.ts";
import { def } from "../../native/signature.ts";
import { defineType } from "../../objects/define.ts";
import { osError, type PyError, typeError, valueError } from "../../objects/errors.ts";
import { asInstanceOf } from "../../objects/instance.ts";
import { index, indexSize, intValue, newInt } from "../../objects/int.ts";
import { typeName } from "../../objects/protocol.ts";
import { None, newBool, newNone } from "../../objects/singletons.ts";
import {
  charStr,
  EMPTY_STR,
  intern,
  isStr,
  newNarrowStr,
  newStr,
  newTextStr,
  type PyStr,
  strLength,
  wideOf,
} from "../../objects/str.ts";
import { codePoints, fromCodePoints } from "../../objects/text/codepoints.ts";
import { strRepr } from "../../objects/text/repr.ts";
import { payText } from "../../objects/text/search.ts";
import { isTuple, tupleOf } from "../../objects/tuple.ts";
import { intArgument } from "../natives.ts";
import { IOData, ownership, type PyIO, sizeArgument, TextIOBaseType } from "./base.ts";
import { copyDict, restoreDict } from "./bytesio.ts";
import { lineEnd, type NewlineMode, Newlines, newlineMode } from "./newlines.ts";
import { checkNewline } from "./text.ts";

class StringData extends IOData {
  /** The text while it is narrow. */
  text = "";
  /** The text's code points once it is wide; null before. */
  codes: number[] | null = null;
  position = 0;
  /** The argument `newline`. */
  newline: string | null = "\n";
  mode: NewlineMode = newlineMode("\n");
  newlines: Newlines | null = null;
}
export type PyStringIO = PyObject<StringData>;

const closed = (): PyError => valueError("I/O operation on closed file");

function open(self: PyStringIO): StringData {
  if (self.value.closed) throw closed();
  return self.value;
}

const lengthOf = (data: StringData): number => data.codes?.length ?? data.text.length;

/** A part of the text, by characters. */
function slice(data: StringData, from: number, to: number): Owned<PyStr> {
  if (data.codes === null) {
    const part = data.text.slice(from, to);
    if (part === "") return newRef(EMPTY_STR);
    return part.length === 1 ? charStr(part.charCodeAt(0)) : newNarrowStr(part);
  }
  const { text, wide } = fromCodePoints(data.codes.slice(from, to));
  return newTextStr(text, wide);
}

/** Puts text at the position, over what is there. */
function put(data: StringData, text: string, wide: boolean): void {
  payText(data.position + text.length);
  if (wide && data.codes === null) data.codes = codePoints(data.text, false);
  if (data.codes === null) {
    const before = data.position > data.text.length ? data.text.padEnd(data.position, "\0") : data.text;
    const end = data.position + text.length;
    data.text =
      data.position === before.length ? before + text : before.slice(0, data.position) + text + before.slice(end);
    data.position = end;
    return;
  }
  const { codes } = data;
  while (codes.length < data.position) codes.push(0);
  for (const code of codePoints(text, wide)) codes[data.position++] = code;
}

/** Writes a str, with its ends of lines as the stream has them. */
function writeStr(data: StringData, s: PyStr): void {
  const wide = wideOf(s) !== null;
  let text = data.newlines === null ? s.value : data.newlines.decode(s.value, true);
  if (data.mode.written !== "\n") text = text.replaceAll("\n", data.mode.written);
  if (text !== "") put(data, text, wide);
}

function take(data: StringData, count: number): Owned<PyStr> {
  const rest = Math.max(0, lengthOf(data) - data.position);
  const n = count < 0 ? rest : Math.min(rest, count);
  const from = data.position;
  data.position += n;
  return slice(data, from, from + n);
}

function takeLine(data: StringData, limit: number): Owned<PyStr> {
  const length = lengthOf(data);
  if (data.position >= length) return newRef(EMPTY_STR);
  const end =
    data.codes === null
      ? lineEnd(data.text, data.position, data.mode)
      : lineEndOfCodes(data.codes, data.position, data.mode);
  const line = (end < 0 ? length : end) - data.position;
  return take(data, limit < 0 ? line : Math.min(line, limit));
}

function lineEndOfCodes(codes: readonly number[], from: number, mode: NewlineMode): number {
  for (let i = from; i < codes.length; i++) {
    if (codes[i] !== 10 && codes[i] !== 13) continue;
    const found = lineEnd(String.fromCharCode(codes[i], codes[i + 1] === 10 ? 10 : 0), 0, mode);
    if (found >= 0) return i + found;
  }
  return -1;
}

// ---- construction ----

function bind(args: readonly Value[], kwnames: readonly PyObject[] | null): { initial: Value; newline: Value } {
  const names = ["initial_value", "newline"];
  const count = args.length - (kwnames?.length ?? 0);
  if (args.length > 2) throw typeError(`StringIO() takes at most 2 arguments (${args.length} given)`);
  const given: (Value | undefined)[] = [count > 0 ? args[0] : undefined, count > 1 ? args[1] : undefined];
  (kwnames ?? []).forEach((keyword, i) => {
    const name = (keyword as PyStr).value;
    const at = names.indexOf(name);
    if (at < 0) throw typeError(`'${name}' is an invalid keyword argument for StringIO()`);
    given[at] = args[count + i];
  });
  return { initial: given[0] ?? None, newline: given[1] ?? intern("\n") };
}

function init(self: PyStringIO, args: Value[], kwnames: readonly PyObject[] | null): void {
  const { initial, newline } = bind(args, kwnames);
  if (newline !== None && !isStr(newline)) throw typeError(`newline must be str or None, not ${typeName(newline)}`);
  const ending = newline === None ? null : (newline as PyStr).value;
  checkNewline(ending, strRepr);
  if (initial !== None && !isStr(initial))
    throw typeError(`initial_value must be str or None, not ${typeName(initial)}`);
  const data = self.value;
  data.closed = false;
  data.text = "";
  data.codes = null;
  data.position = 0;
  data.newline = ending;
  data.mode = newlineMode(ending);
  data.newlines = data.mode.universal ? new Newlines(data.mode.translate) : null;
  if (initial !== None) writeStr(data, initial as PyStr);
  data.position = 0;
}

// ---- the position ----

function seek(self: PyStringIO, offset: Value, whence: Value): number {
  const data = open(self);
  const [n, how] = [indexSize(offset), intArgument(whence)];
  if (how < 0 || how > 2) throw valueError(`Invalid whence (${how}, should be 0, 1 or 2)`);
  if (how === 0 && n < 0) throw valueError(`Negative seek position ${n}`);
  if (how !== 0 && n !== 0) throw osError("Can't do nonzero cur-relative seeks");
  if (how === 2) data.position = lengthOf(data);
  else if (how === 0) data.position = n;
  return data.position;
}

function truncate(self: PyStringIO, size: Value): number {
  const data = open(self);
  if (size !== None && typeof size !== "number" && size.type.value.slots.index === null) {
    throw typeError(`argument should be integer or None, not '${typeName(size)}'`);
  }
  const length = size === None ? data.position : Number(index(size));
  if (length < 0) throw valueError(`Negative size value ${length}`);
  if (data.codes !== null) data.codes.length = Math.min(data.codes.length, length);
  else data.text = data.text.slice(0, length);
  return length;
}

// ---- pickling ----

function getState(self: PyStringIO): Owned {
  const data = open(self);
  const newline = data.newline === null ? newNone() : newStr(data.newline);
  const dict = data.dict === null ? newRef(None) : copyDict(data.dict);
  return tupleOf(slice(data, 0, lengthOf(data)), newline, newInt(data.position), dict);
}

function setState(self: PyStringIO, state: Value): void {
  if (!isTuple(state) || state.value.length < 4) {
    throw typeError(`${typeName(self)}.__setstate__ argument should be 4-tuple, got ${typeName(state)}`);
  }
  const [text, newline, position, dict] = state.value;
  init(self, [None, newline], null);
  if (!isStr(text)) throw typeError(`initial_value must be str or None, not ${typeName(text)}`);
  // The text is as it was written: its ends of lines are translated already.
  put(self.value, text.value, wideOf(text) !== null);
  const at = intValue(position);
  if (at === undefined) throw typeError(`third item of state must be an integer, got ${typeName(position)}`);
  if (at < 0) throw valueError("position value cannot be negative");
  self.value.position = Number(at);
  restoreDict(self as PyIO, dict);
}

function write(self: PyStringIO, text: Value): number {
  if (!isStr(text)) throw typeError(`string argument expected, got '${typeName(text)}'`);
  writeStr(open(self), text);
  return strLength(text);
}

const newStringIO = (type: PyType): OwnedValue =>
  asInstanceOf(allocGC<StringData, null>(StringIOType, new StringData(), null, 184), type);
const yes = (self: PyStringIO): boolean => {
  open(self);
  return true;
};

export const StringIOType: PyType = defineType<PyStringIO>({
  ...ownership<StringData>(
    () => [],
    () => {},
  ),
  name: "StringIO",
  base: TextIOBaseType,
  doc: "A stream of text in memory.",
  textSignature: "(initial_value='', newline='\\n')",
  basicSize: 168,
  slots: {
    new: newStringIO,
    init,
    // Nothing is held back: a stream in memory needs no closing.
    finalize: () => {},
    iter(self) {
      open(self);
      return newRef(self);
    },
    next(self) {
      const data = open(self);
      return data.position >= lengthOf(data) ? undefined : takeLine(data, -1);
    },
  },
  methods: [
    def("read($self, size=-1, /)", "Reads so many characters, or all.", (self: PyStringIO, size) =>
      take(open(self), sizeArgument(size)),
    ),
    def("readline($self, size=-1, /)", "Reads up to the end of a line.", (self: PyStringIO, size) =>
      takeLine(open(self), sizeArgument(size)),
    ),
    def("write($self, s, /) -> int", "Writes text; answers its length.", (self: PyStringIO, text) => write(self, text)),
    def("getvalue($self, /)", "All the text.", (self: PyStringIO) => {
      const data = open(self);
      return slice(data, 0, lengthOf(data));
    }),
    def("seek($self, pos, whence=0, /) -> int", "Moves the position.", (self: PyStringIO, offset, whence) =>
      seek(self, offset, whence),
    ),
    def("tell($self, /) -> int", "The position.", (self: PyStringIO) => open(self).position),
    def(
      "truncate($self, pos=None, /) -> int",
      "Cuts the text off, at the position unless told.",
      (self: PyStringIO, size) => truncate(self, size),
    ),
    def("close($self, /)", "Gives the text up.", (self: PyStringIO) => {
      self.value.closed = true;
      self.value.text = "";
      self.value.codes = null;
    }),
    def("readable($self, /) -> bool", "Always True.", (self: PyStringIO) => yes(self)),
    def("writable($self, /) -> bool", "Always True.", (self: PyStringIO) => yes(self)),
    def("seekable($self, /) -> bool", "Always True.", (self: PyStringIO) => yes(self)),
    def("__getstate__($self, /)", "", (self: PyStringIO) => getState(self)),
    def("__setstate__($self, state, /)", "", (self: PyStringIO, state) => setState(self, state)),
  ],
  getset: [
    { name: "closed", get: (self) => newBool(self.value.closed) },
    { name: "line_buffering", get: (self) => newBool(!yes(self)) },
    { name: "newlines", get: (self) => open(self).newlines?.found ?? newNone() },
  ],
});
