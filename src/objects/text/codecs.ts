// The codecs that are native in Python: by name, text to bytes and back.
// Errors go to a handler, see codecerrors.ts; the other codecs are Python code on top of charmaps.
import { ByteBuilder, TextBuilder } from "./builders.ts";
import { CodecError, type DecodeHandler, type EncodeHandler } from "./codecerrors.ts";
import { codeAt, isAscii, isLatin1, latin1Decode, latin1Encode } from "./codepoints.ts";
import { decodeRawUnicodeEscape, decodeUnicodeEscape, encodeRawUnicodeEscape, encodeUnicodeEscape } from "./escapes.ts";
import { decodeUtf7, encodeUtf7 } from "./utf7.ts";
import { decodeUtf8, encodeUtf8 } from "./utf8.ts";
import { type ByteOrder, decodeUnits, encodeUnits } from "./utf16.ts";

/** Text, whether it is wide, and how many bytes have gone into it. */
export interface Decoded {
  text: string;
  wide: boolean;
  consumed: number;
}

export interface Codec {
  encode(text: string, wide: boolean, repair: EncodeHandler): Uint8Array;
  /** Unless `final`, an incomplete sequence at the end is left for the next time. */
  decode(bytes: Uint8Array, repair: DecodeHandler, final: boolean): Decoded;
}

/** One byte for each character below `limit`. */
function encodeBytes(text: string, wide: boolean, encoding: string, limit: 128 | 256, repair: EncodeHandler) {
  if (limit === 128 ? isAscii(text) : isLatin1(text)) return latin1Encode(text);
  const out = new ByteBuilder(text.length);
  const reason = `ordinal not in range(${limit})`;
  for (let i = 0; i < text.length; ) {
    const unit = text.charCodeAt(i);
    if (unit < limit) {
      out.byte(unit);
      i++;
      continue;
    }
    let end = i;
    while (end < text.length && text.charCodeAt(end) >= limit) end++;
    const problem = { encoding, text, wide, start: i, end, reason };
    const { by, next } = repair(problem);
    if (typeof by !== "string") out.add(by);
    else {
      for (let k = 0; k < by.length; k++) {
        const code = codeAt(by, k, true);
        // What the handler wrote must be encodable itself: the first problem stands.
        if (code >= limit) throw new CodecError(problem);
        out.byte(code);
      }
    }
    i = next;
  }
  return out.finish();
}

function decodeAscii(bytes: Uint8Array, repair: DecodeHandler): Decoded {
  const out = new TextBuilder();
  let i = 0;
  while (i < bytes.length) {
    let end = i;
    while (end < bytes.length && bytes[end] < 128) end++;
    out.add(latin1Decode(bytes, i, end));
    i = end;
    if (i === bytes.length) break;
    const problem = { encoding: "ascii", bytes, start: i, end: i + 1, reason: "ordinal not in range(128)" };
    const { by, next } = repair(problem);
    out.add(by);
    i = next;
  }
  return { text: out.finish(), wide: out.wide, consumed: i };
}

const units = (size: 2 | 4, order: ByteOrder): Codec => ({
  encode: (text, wide, repair) => encodeUnits(text, wide, size, order, repair),
  decode: (bytes, repair, final) => decodeUnits(bytes, size, order, repair, final),
});

const BOM = Uint8Array.of(0xef, 0xbb, 0xbf);

const utf8Signed: Codec = {
  encode(text, wide, repair) {
    const out = new ByteBuilder(text.length + BOM.length);
    out.add(BOM);
    out.add(encodeUtf8(text, wide, repair));
    return out.finish();
  },
  decode(bytes, repair, final) {
    const mark = BOM.every((byte, i) => bytes[i] === byte) ? BOM.length : 0;
    const decoded = decodeUtf8(bytes.subarray(mark), repair, final);
    return { ...decoded, consumed: decoded.consumed + mark };
  },
};

const CODECS: Record<string, Codec> = {
  "utf-8": { encode: encodeUtf8, decode: decodeUtf8 },
  "utf-8-sig": utf8Signed,
  "utf-7": { encode: encodeUtf7, decode: decodeUtf7 },
  "utf-16": units(2, "marked"),
  "utf-16-le": units(2, "little"),
  "utf-16-be": units(2, "big"),
  "utf-32": units(4, "marked"),
  "utf-32-le": units(4, "little"),
  "utf-32-be": units(4, "big"),
  ascii: {
    encode: (text, wide, repair) => encodeBytes(text, wide, "ascii", 128, repair),
    decode: decodeAscii,
  },
  "latin-1": {
    encode: (text, wide, repair) => encodeBytes(text, wide, "latin-1", 256, repair),
    decode: (bytes) => ({ text: latin1Decode(bytes), wide: false, consumed: bytes.length }),
  },
  "unicode-escape": { encode: encodeUnicodeEscape, decode: decodeUnicodeEscape },
  "raw-unicode-escape": { encode: encodeRawUnicodeEscape, decode: decodeRawUnicodeEscape },
};

/** Other names, as the encodings package has them. */
const ALIASES: Record<string, string> = {};
for (const [codec, names] of Object.entries({
  "utf-8": "u8 utf utf8 utf8-ucs2 utf8-ucs4 cp65001",
  "utf-7": "u7 utf7 unicode-1-1-utf-7",
  "utf-16": "u16 utf16",
  "utf-16-be": "unicodebigunmarked utf-16be",
  "utf-16-le": "unicodelittleunmarked utf-16le",
  "utf-32": "u32 utf32",
  "utf-32-be": "utf-32be",
  "utf-32-le": "utf-32le",
  "latin-1": "8859 cp819 csisolatin1 ibm819 iso8859 iso8859-1 iso-8859-1 iso-8859-1-1987 iso-ir-100 l1 latin latin1",
  ascii:
    "646 ansi-x3.4-1968 ansi-x3-4-1968 ansi-x3.4-1986 cp367 csascii ibm367 iso646-us iso-646.irv-1991 iso-ir-6 us us-ascii",
})) {
  for (const name of names.split(" ")) ALIASES[name] = codec;
}

/** The native codec that a name means, in any of its spellings; undefined for all that Python code provides. */
export function nativeCodec(name: string): Codec | undefined {
  if (Object.hasOwn(CODECS, name)) return CODECS[name];
  const plain = name
    .toLowerCase()
    .replace(/[^a-z0-9.]+/g, "-")
    .replace(/^-|-$/g, "");
  const known = Object.hasOwn(ALIASES, plain) ? ALIASES[plain] : plain;
  return Object.hasOwn(CODECS, known) ? CODECS[known] : undefined;
}
