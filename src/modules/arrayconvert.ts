// The methods of array that convert: bytes, lists, text, files, copies and pickles.
import type { PyObject, PyType } from "../heap/object.ts";
import { drop, newRef, newRefs, type Owned, type OwnedValue, type Value } from "../heap/refs.ts";
import { def } from "../native/signature.ts";
import { isBytes, newBytes } from "../objects/bytes.ts";
import { callMethod } from "../objects/call.ts";
import { newError, typeError, valueError } from "../objects/errors.ts";
import { cInt, intValue, newInt } from "../objects/int.ts";
import { isList, newList } from "../objects/list.ts";
import { isSubtype } from "../objects/lookup.ts";
import { addressOf } from "../objects/object.ts";
import { findAttrText, isType, typeName } from "../objects/protocol.ts";
import { newNone } from "../objects/singletons.ts";
import { isStr, newNarrowStr, newStr, strLength, wideOf } from "../objects/str.ts";
import { codePoints, fromCodePoints } from "../objects/text/codepoints.ts";
import { tupleOf } from "../objects/tuple.ts";
import { ArrayType, ITEM_KINDS, newArray, newArrayOf, type PyArray, spliceItems, TYPECODES } from "./arraytype.ts";
import { copyBytes, using } from "./natives.ts";
import { moduleAttribute } from "./sysstate.ts";

// ---- text ----

/** The text of an array of characters. */
export function textOfArray(self: PyArray): { text: string; wide: boolean } {
  const codes: number[] = [];
  for (let i = 0; i < self.value.length; i++) codes.push(self.value.view.getUint32(4 * i, true));
  const wrong = codes.find((code) => code > 0x10ffff);
  if (wrong !== undefined) throw valueError(`character U+${wrong.toString(16)} is not in range [U+0000; U+10ffff]`);
  return fromCodePoints(codes);
}

function toUnicode(self: PyArray): Owned {
  if (self.value.kind.typecode !== "u") throw valueError("tounicode() may only be called on unicode type arrays");
  const { text, wide } = textOfArray(self);
  return wide ? newStr(text) : newNarrowStr(text);
}

function fromUnicode(self: PyArray, text: Value): void {
  if (!isStr(text)) throw typeError(`fromunicode() argument must be str, not ${typeName(text)}`);
  if (self.value.kind.typecode !== "u") throw valueError("fromunicode() may only be called on unicode type arrays");
  const codes = codePoints(text.value, wideOf(text) !== null);
  spliceItems(self, self.value.length, self.value.length, new Uint8Array(Uint32Array.from(codes).buffer));
}

// ---- lists, bytes, files ----

export function toList(self: PyArray): Owned {
  const items = newRefs();
  for (let i = 0; i < self.value.length; i++) items.push(self.value.item(i));
  return newList(items);
}

/** All items or none: what has been added goes again when an item does not fit. */
function fromList(self: PyArray, list: Value): void {
  if (!isList(list)) throw typeError("arg must be list");
  const n = list.value.length;
  const { length, kind } = self.value;
  spliceItems(self, length, length, new Uint8Array(n * kind.size));
  try {
    for (let i = 0; i < n; i++) {
      self.value.put(length + i, kind.convert(list.value[i]));
      if (list.value.length !== n) throw newError("RuntimeError", "list changed size during iteration");
    }
  } catch (e) {
    spliceItems(self, length, length + n, new Uint8Array(0));
    throw e;
  }
}

function fromBytes(self: PyArray, value: Value): void {
  const bytes = copyBytes(value);
  if (bytes.length % self.value.kind.size !== 0) throw valueError("bytes length not a multiple of item size");
  spliceItems(self, self.value.length, self.value.length, bytes);
}

const BLOCK = 64 * 1024;

function toFile(self: PyArray, file: Value): void {
  const { bytes } = self.value;
  for (let at = 0; at < bytes.length; at += BLOCK)
    drop(callMethod(file, "write", newBytes(bytes.slice(at, at + BLOCK))));
}

function fromFile(self: PyArray, file: Value, count: number): void {
  if (count < 0) throw valueError("negative count");
  const wanted = count * self.value.kind.size;
  using(callMethod(file, "read", newInt(wanted)), (bytes) => {
    if (!isBytes(bytes)) throw typeError("read() didn't return bytes");
    fromBytes(self, bytes);
    if (bytes.value.length !== wanted) throw newError("EOFError", "read() didn't return enough bytes");
  });
}

function byteswap(self: PyArray): void {
  const { size } = self.value.kind;
  const { bytes } = self.value;
  for (let at = 0; at < bytes.length; at += size) bytes.subarray(at, at + size).reverse();
}

// ---- copies and pickles ----

function copy(self: PyArray): Owned {
  const result = newArray(self.value.kind, self.value.length);
  result.value.memory.set(self.value.bytes);
  return result;
}

/** How a machine laid items out, by the number that pickles carry. */
interface MachineFormat {
  size: number;
  kind: "int" | "float" | "text";
  signed: boolean;
  little: boolean;
}
const FORMATS: readonly MachineFormat[] = [
  ...[1, 2, 4, 8].flatMap((size): MachineFormat[] =>
    [false, true].flatMap((signed) =>
      (size === 1 ? [true] : [true, false]).map((little): MachineFormat => ({ size, kind: "int", signed, little })),
    ),
  ),
  ...[4, 8].flatMap((size) =>
    [true, false].map((little): MachineFormat => ({ size, kind: "float", signed: true, little })),
  ),
  ...[2, 4].flatMap((size) =>
    [true, false].map((little): MachineFormat => ({ size, kind: "text", signed: false, little })),
  ),
];

const formatOf = (typecode: string): MachineFormat => ({
  size: ITEM_KINDS.get(typecode)?.size ?? 0,
  kind: typecode === "u" ? "text" : "fd".includes(typecode) ? "float" : "int",
  signed: typecode === typecode.toLowerCase() && typecode !== "u",
  little: true,
});
const sameFormat = (a: MachineFormat, b: MachineFormat): boolean =>
  a.size === b.size && a.kind === b.kind && a.signed === b.signed && a.little === b.little;

function reduceEx(self: PyArray, protocol: Value): Owned {
  const version = intValue(protocol);
  if (version === undefined) throw typeError("__reduce_ex__ argument should be an integer");
  const { typecode } = self.value.kind;
  const state = findAttrText(self, "__dict__") ?? newNone();
  if (version < 3) {
    const items = typecode === "u" ? toUnicode(self) : toList(self);
    return tupleOf(newRef(self.type), tupleOf(newStr(typecode), items), state);
  }
  const format = FORMATS.findIndex((f) => sameFormat(f, formatOf(typecode)));
  const args = tupleOf(newRef(self.type), newStr(typecode), newInt(format), newBytes(self.value.bytes.slice()));
  return tupleOf(moduleAttribute("array", "_array_reconstructor"), args, state);
}

/** The typecode that holds the items of a format: the one asked for when it is of the same layout. */
function typecodeFor(asked: string, format: MachineFormat): string {
  const native = { ...format, little: true };
  if (format.kind === "text" || sameFormat(formatOf(asked), native)) return asked;
  return [...TYPECODES].findLast((code) => sameFormat(formatOf(code), native)) ?? asked;
}

function reconstruct(type: Value, typecode: Value, formatNumber: Value, items: Value): OwnedValue {
  if (!isType(type)) throw typeError(`first argument must be a type object, not ${typeName(type)}`);
  if (!isSubtype(type, ArrayType)) throw typeError(`${type.value.name} is not a subtype of ${ArrayType.value.name}`);
  if (!isStr(typecode) || strLength(typecode) !== 1) {
    throw typeError(`_array_reconstructor() argument 2 must be a unicode character, not ${typeName(typecode)}`);
  }
  const number = cInt(formatNumber);
  if (!ITEM_KINDS.has(typecode.value)) throw valueError("second argument must be a valid type code");
  const format = FORMATS[number];
  if (format === undefined) throw valueError("third argument must be a valid machine format code.");
  if (!isBytes(items)) throw typeError(`fourth argument should be bytes, not ${typeName(items)}`);
  return rebuild(type, typecodeFor(typecode.value, format), format, items.value);
}

/** The text that has these units. */
function textOfUnits(units: Uint16Array): string {
  const parts: string[] = [];
  for (let i = 0; i < units.length; i += 4096) parts.push(String.fromCharCode(...units.subarray(i, i + 4096)));
  return parts.join("");
}

function rebuild(type: PyType, typecode: string, format: MachineFormat, bytes: Uint8Array): OwnedValue {
  const kind = ITEM_KINDS.get(typecode) as NonNullable<ReturnType<typeof ITEM_KINDS.get>>;
  if (bytes.length % format.size !== 0) throw valueError("bytes length not a multiple of item size");
  const self = newArrayOf(type, kind, 0);
  const ordered = bytes.slice();
  if (!format.little)
    for (let at = 0; at < ordered.length; at += format.size) ordered.subarray(at, at + format.size).reverse();
  if (format.kind === "text" && format.size === 2) {
    const units = new Uint16Array(ordered.buffer);
    const codes = codePoints(textOfUnits(units), true);
    spliceItems(self, 0, 0, new Uint8Array(Uint32Array.from(codes).buffer));
  } else spliceItems(self, 0, 0, ordered);
  return self;
}

export const reconstructor = def(
  "_array_reconstructor($module, arraytype, typecode, mformat_code, items, /)",
  "Makes an array of what a pickle says.",
  (_module, type, typecode, format, items) => reconstruct(type, typecode, format, items),
);

export const conversionMethods = [
  def("tolist($self, /)", "The items as a list.", (self: PyArray) => toList(self)),
  def("fromlist($self, list, /)", "Adds the items of a list to the end, all or none.", (self: PyArray, list) =>
    fromList(self, list),
  ),
  def("tobytes($self, /)", "The bytes of the items.", (self: PyArray) => newBytes(self.value.bytes.slice())),
  def("frombytes($self, buffer, /)", "Adds items to the end whose bytes are these.", (self: PyArray, value) =>
    fromBytes(self, value),
  ),
  def("tounicode($self, /)", "The text of an array of characters.", (self: PyArray) => toUnicode(self)),
  def("fromunicode($self, ustr, /)", "Adds the characters of a text to the end.", (self: PyArray, text) =>
    fromUnicode(self, text),
  ),
  def("tofile($self, f, /)", "Writes the bytes of the items to a file.", (self: PyArray, file) => toFile(self, file)),
  def("fromfile($self, f, n: int, /)", "Adds so many items from a file to the end.", (self: PyArray, file, n) =>
    fromFile(self, file, n),
  ),
  def("byteswap($self, /)", "Turns the order of the bytes of each item around.", (self: PyArray) => byteswap(self)),
  def("buffer_info($self, /)", "The address of the memory, and how many items it has.", (self: PyArray) =>
    tupleOf(newInt(addressOf(self as PyObject) + 64), newInt(self.value.length)),
  ),
  def("__copy__($self, /)", "", (self: PyArray) => copy(self)),
  def("__deepcopy__($self, unused, /)", "", (self: PyArray) => copy(self)),
  def("__reduce_ex__($self, value, /)", "", (self: PyArray, protocol) => reduceEx(self, protocol)),
];
