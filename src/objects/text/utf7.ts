// UTF-7: ASCII as it is, and everything else as base64 of its UTF-16 between a plus sign and the first
// character that is none of base64.
import { ByteBuilder, TextBuilder } from "./builders.ts";
import type { DecodeHandler } from "./codecerrors.ts";
import type { Decoded } from "./codecs.ts";

const BASE64 = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
const VALUES = new Int8Array(256).fill(-1);
for (let i = 0; i < 64; i++) VALUES[BASE64.charCodeAt(i)] = i;
const PLUS = 43;
const MINUS = 45;
const isBase64 = (code: number): boolean => code < 256 && VALUES[code] >= 0;

/** What needs no base64: tab, line breaks, and printable ASCII but for plus, backslash and tilde. */
const isDirect = (code: number): boolean =>
  code === 9 || code === 10 || code === 13 || (code >= 32 && code < 126 && code !== PLUS && code !== 92);

/** Each unit is 16 bits of base64, so surrogate pairs need no care. */
export function encodeUtf7(text: string): Uint8Array {
  const out = new ByteBuilder(text.length * 2);
  let shifted = false;
  let bits = 0;
  let pending = 0;
  const flush = (): void => {
    if (bits > 0) out.byte(BASE64.charCodeAt((pending << (6 - bits)) & 63));
    bits = 0;
  };
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    if (isDirect(unit)) {
      if (shifted) {
        flush();
        if (isBase64(unit) || unit === MINUS) out.byte(MINUS);
        shifted = false;
      }
      out.byte(unit);
      continue;
    }
    if (!shifted) {
      out.byte(PLUS);
      if (unit === PLUS) {
        out.byte(MINUS);
        continue;
      }
      shifted = true;
    }
    pending = ((pending & 63) << 16) | unit;
    for (bits += 16; bits >= 6; bits -= 6) out.byte(BASE64.charCodeAt((pending >> (bits - 6)) & 63));
  }
  flush();
  if (shifted) out.byte(MINUS);
  return out.finish();
}

const isHigh = (unit: number): boolean => (unit & 0xfc00) === 0xd800;

/** A stretch of base64 while it is read: the bits that make no unit yet, and a high surrogate that waits for its low one. */
class Shift {
  bits = 0;
  pending = 0;
  high = 0;
  readonly text = new TextBuilder();

  add(value: number): void {
    this.pending = (this.pending << 6) | value;
    this.bits += 6;
    if (this.bits < 16) return;
    this.bits -= 16;
    const unit = this.pending >> this.bits;
    this.pending &= (1 << this.bits) - 1;
    if (this.high !== 0 && (unit & 0xfc00) === 0xdc00) {
      this.text.code(0x10000 + ((this.high & 0x3ff) << 10) + (unit & 0x3ff));
      this.high = 0;
      return;
    }
    this.endHigh();
    if (isHigh(unit)) this.high = unit;
    else this.text.code(unit);
  }

  endHigh(): void {
    if (this.high !== 0) this.text.code(this.high);
    this.high = 0;
  }

  /** Why it must not end here; empty when it may. */
  get problem(): string {
    if (this.bits >= 6) return "partial character in base64 shift sequence";
    return this.bits > 0 && this.pending !== 0 ? "non-zero padding bits in base64 shift sequence" : "";
  }
}

/** Decodes; unless `final`, base64 that has not ended is left for the next time. */
export function decodeUtf7(bytes: Uint8Array, repair: DecodeHandler, final: boolean): Decoded {
  const out = new TextBuilder();
  let shift: Shift | null = null;
  let start = 0;
  let i = 0;
  const fail = (end: number, reason: string): void => {
    const { by, next } = repair({ encoding: "utf7", bytes, start, end, reason });
    out.add(by);
    i = next;
  };
  const endShift = (ended: Shift): void => {
    out.add(ended.text.finish());
    shift = null;
  };
  for (;;) {
    while (i < bytes.length) {
      const byte = bytes[i];
      const current = shift as Shift | null;
      if (current !== null && isBase64(byte)) {
        current.add(VALUES[byte]);
        i++;
      } else if (current !== null) {
        const { problem } = current;
        if (problem === "" && byte < 128 && byte !== PLUS) current.endHigh();
        endShift(current);
        if (problem !== "") fail(i + 1, problem);
        else if (byte === MINUS) i++;
      } else if (byte === PLUS) {
        start = i++;
        if (bytes[i] === MINUS) {
          out.code(PLUS);
          i++;
        } else if (i < bytes.length && !isBase64(bytes[i])) fail(i + 1, "ill-formed sequence");
        else shift = new Shift();
      } else if (byte < 128) {
        out.code(byte);
        i++;
      } else {
        start = i;
        fail(i + 1, "unexpected special character");
      }
    }
    const open = shift as Shift | null;
    if (open === null) return { text: out.finish(), wide: out.wide, consumed: i };
    if (!final) return { text: out.finish(), wide: out.wide, consumed: start };
    endShift(open);
    if (open.high === 0 && open.problem === "") return { text: out.finish(), wide: out.wide, consumed: i };
    fail(bytes.length, "unterminated shift sequence");
    if (i >= bytes.length) return { text: out.finish(), wide: out.wide, consumed: i };
  }
}
