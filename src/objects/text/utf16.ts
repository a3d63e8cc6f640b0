// UTF-16 and UTF-32 in either byte order, with or without a byte order mark.
import { ByteBuilder, TextBuilder } from "./builders.ts";
import { CodecError, type DecodeHandler, type EncodeHandler } from "./codecerrors.ts";
import type { Decoded } from "./codecs.ts";
import { codeAt, isAscii } from "./codepoints.ts";

/** Little and big are said by the encoding; marked text begins with a mark, and is little endian if it does not. */
export type ByteOrder = "little" | "big" | "marked";

const SUFFIX = { little: "-le", big: "-be", marked: "" };

export function encodeUnits(
  text: string,
  wide: boolean,
  size: 2 | 4,
  order: ByteOrder,
  repair: EncodeHandler,
): Uint8Array {
  const out = new ByteBuilder((text.length + 1) * size);
  const put = (unit: number): void => {
    for (let k = 0; k < size; k++) out.byte(unit >>> (8 * (order === "big" ? size - 1 - k : k)));
  };
  const putText = (part: string, partWide: boolean): void => {
    for (let i = 0; i < part.length; i++) {
      const code = size === 4 ? codeAt(part, i, partWide) : part.charCodeAt(i);
      put(code);
      if (code > 0xffff) i++;
    }
  };
  if (order === "marked") put(0xfeff);
  const encoding = `utf-${size * 8}${SUFFIX[order]}`;
  for (let i = 0; i < text.length; ) {
    const code = codeAt(text, i, wide);
    if (code < 0xd800 || code > 0xdfff) {
      const units = code > 0xffff ? 2 : 1;
      putText(text.slice(i, i + units), wide);
      i += units;
      continue;
    }
    const problem = { encoding, text, wide, start: i, end: i + 1, reason: "surrogates not allowed" };
    const { by, next } = repair(problem);
    if (typeof by === "string" ? !isAscii(by) : by.length % size !== 0) throw new CodecError(problem);
    if (typeof by === "string") putText(by, false);
    else out.add(by);
    i = next;
  }
  return out.finish();
}

/** The byte order that the bytes are in, and how many of them were the mark that told it. */
function detectOrder(bytes: Uint8Array, size: 2 | 4, order: ByteOrder): { little: boolean; mark: number } {
  if (order !== "marked") return { little: order === "little", mark: 0 };
  if (bytes.length < size) return { little: true, mark: 0 };
  const first = readUnit(bytes, 0, size, true);
  if (first === 0xfeff) return { little: true, mark: size };
  const big = readUnit(bytes, 0, size, false) === 0xfeff;
  return { little: !big, mark: big ? size : 0 };
}

function readUnit(bytes: Uint8Array, at: number, size: 2 | 4, little: boolean): number {
  let unit = 0;
  for (let k = 0; k < size; k++) unit = unit * 256 + bytes[little ? at + size - 1 - k : at + k];
  return unit;
}

/** What stands at a place: a character and where it ends, or the reason why there is none. */
interface Reading {
  code: number;
  end: number;
  reason: string;
  /** More bytes could make it good. */
  partial: boolean;
}

type Read = (bytes: Uint8Array, at: number, little: boolean) => Reading;

const TRUNCATED = "truncated data";
const bad = (end: number, reason: string, partial = false): Reading => ({ code: 0, end, reason, partial });

const readUtf16: Read = (bytes, at, little) => {
  if (at + 2 > bytes.length) return bad(bytes.length, TRUNCATED, true);
  const unit = readUnit(bytes, at, 2, little);
  if ((unit & 0xf800) !== 0xd800) return { code: unit, end: at + 2, reason: "", partial: false };
  if (unit >= 0xdc00) return bad(at + 2, "illegal encoding");
  if (at + 4 > bytes.length) return bad(bytes.length, "unexpected end of data", true);
  const low = readUnit(bytes, at + 2, 2, little);
  if ((low & 0xfc00) !== 0xdc00) return bad(at + 2, "illegal UTF-16 surrogate");
  return { code: 0x10000 + ((unit & 0x3ff) << 10) + (low & 0x3ff), end: at + 4, reason: "", partial: false };
};

const readUtf32: Read = (bytes, at, little) => {
  if (at + 4 > bytes.length) return bad(bytes.length, TRUNCATED, true);
  const code = readUnit(bytes, at, 4, little);
  if (code > 0x10ffff) return bad(at + 4, "code point not in range(0x110000)");
  if (code >= 0xd800 && code <= 0xdfff) {
    return bad(at + 4, "code point in surrogate code point range(0xd800, 0xe000)");
  }
  return { code, end: at + 4, reason: "", partial: false };
};

/** Answers also the byte order that was found, for a decoder that goes on later. */
export function decodeUnits(
  bytes: Uint8Array,
  size: 2 | 4,
  order: ByteOrder,
  repair: DecodeHandler,
  final: boolean,
): Decoded & { little: boolean } {
  const { little, mark } = detectOrder(bytes, size, order);
  const encoding = `utf-${size * 8}${little ? "-le" : "-be"}`;
  const read = size === 2 ? readUtf16 : readUtf32;
  const out = new TextBuilder();
  let i = mark;
  while (i < bytes.length) {
    const { code, end, reason, partial } = read(bytes, i, little);
    if (reason === "") {
      out.code(code);
      i = end;
      continue;
    }
    if (partial && !final) break;
    const { by, next } = repair({ encoding, bytes, start: i, end, reason });
    out.add(by);
    i = next;
  }
  return { text: out.finish(), wide: out.wide, consumed: i, little };
}
