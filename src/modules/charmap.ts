// Character maps: codecs of one byte a character, that the encodings package describes by tables.
// A table may be any mapping; `charmap_build` makes a fast one of the text of 256 characters.
import { alloc } from "../heap/heap.ts";
import type { PyObject } from "../heap/object.ts";
import { drop, type Owned, type OwnedValue, type Value } from "../heap/refs.ts";
import { NO_NEW } from "../heap/type.ts";
import { def } from "../native/signature.ts";
import { isBytes } from "../objects/bytes.ts";
import { defineType } from "../objects/define.ts";
import { dictSet, newDict } from "../objects/dict.ts";
import { caught, type PyError, typeError } from "../objects/errors.ts";
import { intValue, newInt } from "../objects/int.ts";
import { getItem, isError, typeName } from "../objects/protocol.ts";
import { None } from "../objects/singletons.ts";
import { isStr, type PyStr, wideOf } from "../objects/str.ts";
import { ByteBuilder, TextBuilder } from "../objects/text/builders.ts";
import { CodecError, type DecodeHandler, type EncodeHandler, type EncodeProblem } from "../objects/text/codecerrors.ts";
import type { Decoded } from "../objects/text/codecs.ts";
import { codeAt, codePoints } from "../objects/text/codepoints.ts";

const UNDEFINED = "character maps to <undefined>";
const NO_CHARACTER = 0xfffe;

// ---- EncodingMap ----

type PyEncodingMap = PyObject<ReadonlyMap<number, number>, number>;

/** CPython's object is a table of three levels: 32 bytes of first level, and blocks for what is used. */
const EncodingMapType = defineType<PyEncodingMap>({
  name: "EncodingMap",
  flags: NO_NEW,
  basicSize: 64,
  methods: [def("size($self, /)", "The size of the map in bytes.", (map: PyEncodingMap) => newInt(map.extra))],
});

/** The map from the 256 characters of a text to bytes: an EncodingMap when it can be one, else a dict. */
export function buildCharmap(s: PyStr): OwnedValue {
  const codes = codePoints(s.value, wideOf(s) !== null).slice(0, 256);
  const isPlain =
    codes.length === 256 && codes[0] === 0 && codes.every((c, i) => i === 0 || (c !== 0 && c <= NO_CHARACTER));
  if (isPlain) return newEncodingMap(codes);
  const dict = newDict();
  codes.forEach((code, byte) => {
    dictSet(dict, newInt(code), newInt(byte));
  });
  return dict;
}

function newEncodingMap(codes: readonly number[]): Owned<PyEncodingMap> {
  const known = codes.map((code, byte): [number, number] => [code, byte]).filter(([code]) => code !== NO_CHARACTER);
  const second = new Set(known.slice(1).map(([code]) => code >> 11)).size;
  const third = new Set(known.slice(1).map(([code]) => code >> 7)).size;
  return alloc<ReadonlyMap<number, number>, number>(
    EncodingMapType,
    new Map(known),
    63 + 16 * second + 128 * third,
    64,
  );
}

const isEncodingMap = (value: Value): value is PyEncodingMap =>
  typeof value !== "number" && value.type === EncodingMapType;

// ---- look-up ----

/** What a mapping says of a number; undefined when it does not know it. */
function lookUp(mapping: Value, code: number): OwnedValue | undefined {
  const key = newInt(code);
  try {
    return getItem(mapping, key);
  } catch (e) {
    if (!isError(caught(e), "LookupError")) throw e;
    drop((e as PyError).exception);
    return undefined;
  } finally {
    drop(key);
  }
}

/** The bytes of a character; undefined when the map has none. */
function bytesOf(mapping: Value, code: number): Uint8Array | undefined {
  if (isEncodingMap(mapping)) {
    const byte = mapping.value.get(code);
    return byte === undefined ? undefined : Uint8Array.of(byte);
  }
  const found = lookUp(mapping, code);
  if (found === undefined) return undefined;
  try {
    if (found === None) return undefined;
    if (isBytes(found)) return found.value;
    const n = intValue(found);
    if (n === undefined)
      throw typeError(`character mapping must return integer, bytes or None, not ${typeName(found)}`);
    if (n < 0 || n > 255) throw typeError("character mapping must be in range(256)");
    return Uint8Array.of(Number(n));
  } finally {
    drop(found);
  }
}

export function charmapEncode(s: PyStr, mapping: Value, repair: EncodeHandler): Uint8Array {
  const text = s.value;
  const wide = wideOf(s) !== null;
  const out = new ByteBuilder(text.length);
  const unitsAt = (i: number): number => (codeAt(text, i, wide) > 0xffff ? 2 : 1);
  for (let i = 0; i < text.length; ) {
    const bytes = bytesOf(mapping, codeAt(text, i, wide));
    if (bytes !== undefined) {
      out.add(bytes);
      i += unitsAt(i);
      continue;
    }
    let end = i + unitsAt(i);
    while (end < text.length && bytesOf(mapping, codeAt(text, end, wide)) === undefined) end += unitsAt(end);
    const problem = { encoding: "charmap", text, wide, start: i, end, reason: UNDEFINED };
    const { by, next } = repair(problem);
    if (typeof by === "string") putReplacement(by, mapping, problem, out);
    else out.add(by);
    i = next;
  }
  return out.finish();
}

/** What a handler wrote goes through the map itself. */
function putReplacement(by: string, mapping: Value, problem: EncodeProblem, out: ByteBuilder): void {
  for (const code of codePoints(by, true)) {
    const bytes = bytesOf(mapping, code);
    if (bytes === undefined) throw new CodecError(problem);
    out.add(bytes);
  }
}

/** Puts the character of a byte; false when the map has none. */
function putCharacter(mapping: Value, byte: number, out: TextBuilder): boolean {
  const found = lookUp(mapping, byte);
  if (found === undefined) return false;
  try {
    if (found === None) return false;
    if (isStr(found)) {
      if (found.value === "\ufffe") return false;
      out.add(found.value);
      return true;
    }
    const n = intValue(found);
    if (n === undefined) throw typeError("character mapping must return integer, None or str");
    if (n < 0 || n > 0x10ffff) throw typeError("character mapping must be in range(0x110000)");
    if (n === NO_CHARACTER) return false;
    out.code(Number(n));
    return true;
  } finally {
    drop(found);
  }
}

export function charmapDecode(bytes: Uint8Array, mapping: Value, repair: DecodeHandler): Decoded {
  const out = new TextBuilder();
  const codes = isStr(mapping) ? codePoints(mapping.value, wideOf(mapping) !== null) : null;
  for (let i = 0; i < bytes.length; ) {
    const byte = bytes[i];
    if (codes !== null && byte < codes.length && codes[byte] !== NO_CHARACTER) {
      out.code(codes[byte]);
      i++;
    } else if (codes === null && putCharacter(mapping, byte, out)) i++;
    else {
      const { by, next } = repair({ encoding: "charmap", bytes, start: i, end: i + 1, reason: UNDEFINED });
      out.add(by);
      i = next;
    }
  }
  return { text: out.finish(), wide: out.wide, consumed: bytes.length };
}
