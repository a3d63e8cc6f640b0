// _codecs: the registry of codecs, and the native codecs as functions between str and bytes that also
// tell how much they have used up.
import { newRef, type Owned, type OwnedValue, type Value } from "../heap/refs.ts";
import { def, type Native } from "../native/signature.ts";
import { bufferCopy } from "../objects/buffers.ts";
import { isBytes, newBytes } from "../objects/bytes.ts";
import { decodeBy, encodeBy } from "../objects/encoding.ts";
import { typeError, valueError } from "../objects/errors.ts";
import { cInt, newInt } from "../objects/int.ts";
import { None } from "../objects/singletons.ts";
import { isStr, newTextStr, type PyStr, strLength } from "../objects/str.ts";
import { decodeByteEscapes, encodeByteEscapes } from "../objects/text/byteescapes.ts";
import { type Codec, type Decoded, nativeCodec } from "../objects/text/codecs.ts";
import { decodeUnicodeEscape } from "../objects/text/escapes.ts";
import { type ByteOrder, decodeUnits } from "../objects/text/utf16.ts";
import { argumentName, told } from "../objects/textargs.ts";
import { tupleOf } from "../objects/tuple.ts";
import { warn } from "./_warnings.ts";
import { buildCharmap, charmapDecode, charmapEncode } from "./charmap.ts";
import {
  lookupCodec,
  lookupHandler,
  registerHandler,
  registerSearch,
  runCodec,
  unregisterSearch,
} from "./codecregistry.ts";
import { defineModule } from "./module.ts";

// ---- arguments ----

function strArgument(name: string, value: Value): PyStr {
  if (isStr(value)) return value;
  throw typeError(`${name}() argument 1 must be str, not ${argumentName(value)}`);
}

/** The name of an error handler; null for None. */
function errorsArgument(name: string, value: Value): string | null {
  if (value === None) return null;
  if (!isStr(value)) throw typeError(`${name}() argument 2 must be str or None, not ${argumentName(value)}`);
  if (value.value.includes("\0")) throw valueError("embedded null character");
  return value.value;
}

/** Bytes, or the UTF-8 of a str where that is allowed too. */
const bytesOrText = (value: Value): Uint8Array =>
  isStr(value) ? encodeBy(codecOf("utf-8"), value, null) : bufferCopy(value);

const codecOf = (name: string): Codec => nativeCodec(name) as Codec;

const encoded = (s: PyStr, bytes: Uint8Array): OwnedValue => tupleOf(newBytes(bytes), newInt(strLength(s)));
const decoded = ({ text, wide, consumed }: Decoded): OwnedValue => tupleOf(newTextStr(text, wide), newInt(consumed));

// ---- one function a codec and direction ----

const encoder = (name: string, codec: string): Native =>
  def(
    `${name as "utf_8"}_encode($module, str, errors=None, /)`,
    `Encodes a str as ${codec}.`,
    (_module, str, errors) => {
      const s = strArgument(`${name}_encode`, str);
      return encoded(s, encodeBy(codecOf(codec), s, errorsArgument(`${name}_encode`, errors)));
    },
  );

/** A decoder that may leave an incomplete sequence at the end for the next time. */
const decoder = (name: string, codec: string): Native =>
  def(
    `${name as "utf_8"}_decode($module, data, errors=None, final: bool = False, /)`,
    `Decodes ${codec}.`,
    (_module, data, errors, final) => {
      const bytes = bufferCopy(data);
      return decoded(decodeBy(codecOf(codec), bytes, errorsArgument(`${name}_decode`, errors), final, data));
    },
  );

const wholeDecoder = (name: string, codec: string): Native =>
  def(`${name as "ascii"}_decode($module, data, errors=None, /)`, `Decodes ${codec}.`, (_module, data, errors) => {
    const bytes = bufferCopy(data);
    return decoded(decodeBy(codecOf(codec), bytes, errorsArgument(`${name}_decode`, errors), true, data));
  });

const both = (name: string, codec: string): Native[] => [encoder(name, codec), decoder(name, codec)];

/** An int as the order of bytes: negative little, positive big, else as a mark tells. */
const orderOf = (value: Value): ByteOrder => {
  const n = cInt(value);
  return n < 0 ? "little" : n > 0 ? "big" : "marked";
};

function markedEncode(size: 16 | 32): Native {
  const name = `utf_${size}_encode` as const;
  return def(
    `${name}($module, str, errors=None, byteorder=0, /)`,
    `Encodes a str as UTF-${size}, with a mark unless the order is told.`,
    (_module, str, errors, order) => {
      const s = strArgument(name, str);
      const suffix = { little: "-le", big: "-be", marked: "" }[orderOf(order)];
      return encoded(s, encodeBy(codecOf(`utf-${size}${suffix}`), s, errorsArgument(name, errors)));
    },
  );
}

/** Decodes, and tells the order of bytes that was found; 0 while it is not known. */
function exDecode(size: 16 | 32): Native {
  const name = `utf_${size}_ex_decode` as const;
  return told(
    def(
      `${name}($module, data, errors=None, byteorder=0, final: bool = False, /)`,
      `Decodes UTF-${size} in some order of bytes, and tells the order.`,
      (_module, data, errors, order, final) => {
        const bytes = bufferCopy(data);
        const byteOrder = orderOf(order);
        const units = size === 16 ? 2 : 4;
        const codec: Codec = {
          encode: codecOf(`utf-${size}`).encode,
          decode: (b, repair, isFinal) => decodeUnits(b, units, byteOrder, repair, isFinal),
        };
        const result = decodeBy(codec, bytes, errorsArgument(name, errors), final, data);
        return tupleOf(
          newTextStr(result.text, result.wide),
          newInt(result.consumed),
          newInt(foundOrder(bytes, units, byteOrder)),
        );
      },
    ),
    "($module, data, errors=None, byteorder=0, final=False,\n                 /)",
  );
}

function foundOrder(bytes: Uint8Array, size: number, order: ByteOrder): number {
  if (order !== "marked") return order === "little" ? -1 : 1;
  const zeros = bytes.subarray(0, size);
  const is = (...mark: number[]): boolean => zeros.length === size && mark.every((byte, i) => zeros[i] === byte);
  if (size === 2) return is(0xff, 0xfe) ? -1 : is(0xfe, 0xff) ? 1 : 0;
  return is(0xff, 0xfe, 0, 0) ? -1 : is(0, 0, 0xfe, 0xff) ? 1 : 0;
}

const ESCAPES: Native[] = [
  encoder("unicode_escape", "unicode-escape"),
  def(
    "unicode_escape_decode($module, data, errors=None, final: bool = True, /)",
    "Decodes text with backslash escapes.",
    (_module, data, errors, final) => {
      const bytes = bytesOrText(data);
      const codec: Codec = { encode: codecOf("unicode-escape").encode, decode: decodeWarning };
      return decoded(decodeBy(codec, bytes, errorsArgument("unicode_escape_decode", errors), final, data));
    },
  ),
  encoder("raw_unicode_escape", "raw-unicode-escape"),
  def(
    "raw_unicode_escape_decode($module, data, errors=None, final: bool = True, /)",
    "Decodes Latin-1 with \\u and \\U escapes.",
    (_module, data, errors, final) =>
      decoded(
        decodeBy(
          codecOf("raw-unicode-escape"),
          bytesOrText(data),
          errorsArgument("raw_unicode_escape_decode", errors),
          final,
          data,
        ),
      ),
  ),
  def(
    "escape_encode($module, data, errors=None, /)",
    "Writes bytes with backslash escapes.",
    (_module, data, errors) => {
      if (!isBytes(data)) throw typeError(`escape_encode() argument 1 must be bytes, not ${argumentName(data)}`);
      errorsArgument("escape_encode", errors);
      return tupleOf(newBytes(encodeByteEscapes(data.value)), newInt(data.value.length));
    },
  ),
  def(
    "escape_decode($module, data, errors=None, /)",
    "Reads bytes with backslash escapes.",
    (_module, data, errors) => {
      const source = bytesOrText(data);
      const { bytes, odd } = decodeByteEscapes(source, errorsArgument("escape_decode", errors));
      if (odd !== null) warnOdd(odd, odd.length > 1);
      return tupleOf(newBytes(bytes), newInt(source.length));
    },
  ),
];

const decodeWarning: Codec["decode"] = (bytes, repair, final) => {
  const result = decodeUnicodeEscape(bytes, repair, final);
  if (result.odd !== null) warnOdd(result.odd.shown, result.odd.octal);
  return result;
};

const warnOdd = (shown: string, octal: boolean): void =>
  warn("DeprecationWarning", `invalid ${octal ? "octal " : ""}escape sequence '\\${shown}'`);

const CHARMAPS: Native[] = [
  def(
    "charmap_encode($module, str, errors=None, mapping=None, /)",
    "Encodes a str by a map from code points to bytes.",
    (_module, str, errors, mapping) => {
      const s = strArgument("charmap_encode", str);
      const errorsName = errorsArgument("charmap_encode", errors);
      if (mapping === None) return encoded(s, encodeBy(codecOf("latin-1"), s, errorsName));
      const codec: Codec = {
        encode: (_text, _wide, repair) => charmapEncode(s, mapping, repair),
        decode: codecOf("latin-1").decode,
      };
      return encoded(s, encodeBy(codec, s, errorsName));
    },
  ),
  def(
    "charmap_decode($module, data, errors=None, mapping=None, /)",
    "Decodes bytes by a map to characters: a str, or a mapping.",
    (_module, data, errors, mapping) => {
      const bytes = bufferCopy(data);
      const errorsName = errorsArgument("charmap_decode", errors);
      const codec: Codec =
        mapping === None
          ? codecOf("latin-1")
          : { encode: codecOf("latin-1").encode, decode: (b, repair) => charmapDecode(b, mapping, repair) };
      return decoded(decodeBy(codec, bytes, errorsName, true, data));
    },
  ),
  def(
    "charmap_build($module, map, /)",
    "Makes a map for charmap_encode of the text of 256 characters.",
    (_module, map) => {
      if (!isStr(map)) throw typeError(`charmap_build() argument must be str, not ${argumentName(map)}`);
      return buildCharmap(map);
    },
  ),
];

/** An encoding or a handler, as C reads a name. */
function nameOf(where: string, value: Value): string {
  if (!isStr(value)) throw typeError(`${where} must be str, not ${argumentName(value)}`);
  if (value.value.includes("\0")) throw valueError("embedded null character");
  return value.value;
}

const REGISTRY: Native[] = [
  def("register($module, search_function, /)", "Adds a function that finds codecs by name.", (_module, f) =>
    registerSearch(f),
  ),
  def(
    "unregister($module, search_function, /)",
    "Takes a search function away, and forgets what has been found.",
    (_module, f) => unregisterSearch(f),
  ),
  def("lookup($module, encoding, /)", "The codec of an encoding: a tuple of its functions.", (_module, encoding) =>
    lookupCodec(nameOf("lookup() argument", encoding)),
  ),
  def(
    "register_error($module, errors, handler, /)",
    "Registers an error handler under a name.",
    (_module, errors, handler) => registerHandler(nameOf("register_error() argument 1", errors), handler),
  ),
  def("lookup_error($module, name, /)", "The error handler of a name.", (_module, name) =>
    lookupHandler(nameOf("lookup_error() argument", name)),
  ),
  ...(["encode", "decode"] as const).map((direction) =>
    told(
      def(
        `${direction}($module, /, obj, encoding=NULL, errors=NULL)`,
        `Runs an object through the ${direction}r of a codec.`,
        (_module, object, encoding, errors) =>
          runCodec(
            direction,
            object,
            encoding === undefined ? "utf-8" : nameOf(`${direction}() argument 'encoding'`, encoding),
            errors === undefined ? null : nameOf(`${direction}() argument 'errors'`, errors),
          ),
      ),
      "($module, /, obj, encoding='utf-8', errors='strict')",
    ),
  ),
];

const readBuffer: Native = def(
  "readbuffer_encode($module, data, errors=None, /)",
  "The bytes of an object, and how many they are.",
  (_module, data, errors) => {
    errorsArgument("readbuffer_encode", errors);
    const bytes: Owned = isBytes(data) ? newRef(data) : newBytes(bytesOrText(data));
    return tupleOf(bytes, newInt((bytes.value as Uint8Array).length));
  },
);

export default defineModule({
  name: "_codecs",
  doc: "The codecs that are native, and the registry of all of them.",
  functions: [
    ...REGISTRY,
    ...ESCAPES,
    ...CHARMAPS,
    readBuffer,
    ...both("utf_8", "utf-8"),
    ...both("utf_7", "utf-7"),
    ...both("utf_16_le", "utf-16-le"),
    ...both("utf_16_be", "utf-16-be"),
    ...both("utf_32_le", "utf-32-le"),
    ...both("utf_32_be", "utf-32-be"),
    markedEncode(16),
    markedEncode(32),
    decoder("utf_16", "utf-16"),
    decoder("utf_32", "utf-32"),
    exDecode(16),
    exDecode(32),
    encoder("ascii", "ascii"),
    wholeDecoder("ascii", "ascii"),
    encoder("latin_1", "latin-1"),
    wholeDecoder("latin_1", "latin-1"),
  ],
});
