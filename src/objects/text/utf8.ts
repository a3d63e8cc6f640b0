// UTF-8, as strict as CPython's: surrogates are no characters, and a malformed sequence ends at its first wrong byte.
import { ByteBuilder, TextBuilder } from "./builders.ts";
import { CodecError, type DecodeHandler, type EncodeHandler } from "./codecerrors.ts";
import type { Decoded } from "./codecs.ts";
import { hasPairs, isAscii, latin1Decode, latin1Encode } from "./codepoints.ts";

const ANY_SURROGATE = /[\ud800-\udfff]/;
const LONE_SURROGATE = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/;
const encoder = new TextEncoder();
/** Up to this length a loop is faster than a call of the coder. */
const SHORT = 64;

export function encodeUtf8(text: string, wide: boolean, repair: EncodeHandler): Uint8Array {
  const lone = wide ? LONE_SURROGATE : ANY_SURROGATE;
  if (text.length <= SHORT && isAscii(text)) return latin1Encode(text);
  return lone.test(text) ? encodeSlowly(text, wide, repair) : encoder.encode(text);
}

const isSurrogate = (unit: number): boolean => (unit & 0xf800) === 0xd800;

/** The end of the run of characters from `start` on that are surrogates. */
function surrogateRun(text: string, start: number, wide: boolean): number {
  let end = start;
  while (end < text.length && isSurrogate(text.charCodeAt(end)) && !(wide && text.codePointAt(end)! > 0xffff)) end++;
  return end;
}

function encodeSlowly(text: string, wide: boolean, repair: EncodeHandler): Uint8Array {
  const out = new ByteBuilder(text.length * 2);
  for (let i = 0; i < text.length; ) {
    const end = surrogateRun(text, i, wide);
    if (end > i) {
      const problem = { encoding: "utf-8", text, wide, start: i, end, reason: "surrogates not allowed" };
      const { by, next } = repair(problem);
      if (typeof by !== "string") out.add(by);
      else if (isAscii(by)) out.add(encoder.encode(by));
      else throw new CodecError(problem);
      i = next;
      continue;
    }
    let plain = i;
    while (plain < text.length && !isSurrogate(text.charCodeAt(plain))) plain++;
    if (plain === i) plain += 2;
    out.add(encoder.encode(text.slice(i, plain)));
    i = plain;
  }
  return out.finish();
}

const decoder = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });
/** Decodes all of the bytes, or, unless `final`, all but an incomplete sequence at the end. */
export function decodeUtf8(bytes: Uint8Array, repair: DecodeHandler, final: boolean): Decoded {
  if (isAsciiBytes(bytes)) return { text: latin1Decode(bytes), wide: false, consumed: bytes.length };
  if (bytes.length > SHORT) {
    try {
      const text = decoder.decode(bytes);
      return { text, wide: hasPairs(text), consumed: bytes.length };
    } catch {
      // Something is malformed: the slow way finds out what.
    }
  }
  return decodeSlowly(bytes, repair, final);
}

function isAsciiBytes(bytes: Uint8Array): boolean {
  for (let i = 0; i < bytes.length; i++) if (bytes[i] >= 0x80) return false;
  return true;
}

function decodeSlowly(bytes: Uint8Array, repair: DecodeHandler, final: boolean): Decoded {
  const out = new TextBuilder();
  let i = 0;
  while (i < bytes.length) {
    const sequence = readSequence(bytes, i);
    if (sequence.reason === "") {
      out.code(sequence.code);
      i = sequence.end;
      continue;
    }
    if (!final && (sequence.reason === TRUNCATED || isHalfSurrogate(bytes, i))) break;
    const { by, next } = repair({ encoding: "utf-8", bytes, start: i, end: sequence.end, reason: sequence.reason });
    out.add(by);
    i = next;
  }
  return { text: out.finish(), wide: out.wide, consumed: i };
}

/** The first two bytes of a surrogate at the end: more may come that an error handler can read. */
const isHalfSurrogate = (bytes: Uint8Array, i: number): boolean =>
  bytes[i] === 0xed && bytes.length - i === 2 && bytes[i + 1] >= 0xa0 && bytes[i + 1] <= 0xbf;

const TRUNCATED = "unexpected end of data";

interface Sequence {
  code: number;
  end: number;
  /** Empty if the sequence is well-formed. */
  reason: string;
}

/** The range of the second byte, where it is not all of 0x80 to 0xbf. */
const SECOND: Record<number, [number, number]> = {
  224: [0xa0, 0xbf],
  237: [0x80, 0x9f],
  240: [0x90, 0xbf],
  244: [0x80, 0x8f],
};

function readSequence(bytes: Uint8Array, start: number): Sequence {
  const first = bytes[start];
  if (first < 0x80) return { code: first, end: start + 1, reason: "" };
  const length = first < 0xc2 ? 0 : first < 0xe0 ? 2 : first < 0xf0 ? 3 : first < 0xf5 ? 4 : 0;
  if (length === 0) return { code: 0, end: start + 1, reason: "invalid start byte" };
  let code = first & (0x7f >> length);
  for (let i = 1; i < length; i++) {
    if (start + i >= bytes.length) return { code: 0, end: bytes.length, reason: TRUNCATED };
    const byte = bytes[start + i];
    const [low, high] = (i === 1 && SECOND[first]) || [0x80, 0xbf];
    if (byte < low || byte > high) return { code: 0, end: start + i, reason: "invalid continuation byte" };
    code = (code << 6) | (byte & 0x3f);
  }
  return { code, end: start + length, reason: "" };
}
