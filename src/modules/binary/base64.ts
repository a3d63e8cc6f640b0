// Base64 and uuencode: three bytes as four characters of six bits each.
import { reserve } from "../../heap/heap.ts";

/** What is wrong with the text; binascii.ts makes binascii.Error of it. */
export class Malformed {
  readonly message: string;
  constructor(message: string) {
    this.message = message;
  }
}

const ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
const CODES = Uint8Array.from(ALPHABET, (c) => c.charCodeAt(0));
const VALUES = new Uint8Array(256).fill(255);
CODES.forEach((code, i) => {
  VALUES[code] = i;
});
const PAD = 61;

export function encodeBase64(bytes: Uint8Array, newline: boolean): Uint8Array {
  const length = 4 * Math.ceil(bytes.length / 3);
  reserve(length + 1);
  const out = new Uint8Array(length + (newline ? 1 : 0)).fill(PAD, 0, length);
  for (let i = 0, to = 0; i < bytes.length; i += 3) {
    const word = (bytes[i] << 16) | ((bytes[i + 1] ?? 0) << 8) | (bytes[i + 2] ?? 0);
    const characters = Math.min(bytes.length - i, 3) + 1;
    for (let k = 0; k < characters; k++) out[to + k] = CODES[(word >> (18 - 6 * k)) & 63];
    to += 4;
  }
  if (newline) out[length] = 10;
  return out;
}

/** Reads base64 character by character; what is no character of it is passed over unless `strict`. */
class Reader {
  private readonly out: Uint8Array;
  private length = 0;
  private word = 0;
  /** How many characters of the four there are, and how many pads have followed them. */
  private place = 0;
  private pads = 0;
  private padded = false;

  constructor(size: number) {
    reserve(size);
    this.out = new Uint8Array(Math.ceil(size / 4) * 3 + 3);
  }

  /** Takes the pad at `i`; true when the text is complete with it. */
  private pad(text: Uint8Array, i: number, strict: boolean): boolean {
    this.padded = true;
    if (this.place < 2 || this.place + ++this.pads < 4) return false;
    if (strict && i + 1 < text.length) throw new Malformed("Excess data after padding");
    return true;
  }

  private take(value: number): void {
    this.pads = 0;
    this.word = (this.word << 6) | value;
    this.place = (this.place + 1) & 3;
    // Of the last character so many bits belong to the next byte.
    if (this.place !== 1) this.out[this.length++] = this.place === 0 ? this.word : this.word >> (8 - 2 * this.place);
  }

  read(text: Uint8Array, strict: boolean): Uint8Array {
    if (strict && text[0] === PAD) throw new Malformed("Leading padding not allowed");
    for (let i = 0; i < text.length; i++) {
      if (text[i] === PAD) {
        if (this.pad(text, i, strict)) return this.out.slice(0, this.length);
        continue;
      }
      const value = VALUES[text[i]];
      if (value >= 64) {
        if (strict) throw new Malformed("Only base64 data is allowed");
        continue;
      }
      if (strict && this.padded) throw new Malformed("Discontinuous padding not allowed");
      this.take(value);
    }
    if (this.place === 1) {
      const count = Math.floor(this.length / 3) * 4 + 1;
      throw new Malformed(
        `Invalid base64-encoded string: number of data characters (${count}) cannot be 1 more than a multiple of 4`,
      );
    }
    if (this.place !== 0) throw new Malformed("Incorrect padding");
    return this.out.slice(0, this.length);
  }
}

export const decodeBase64 = (text: Uint8Array, strict: boolean): Uint8Array =>
  new Reader(text.length).read(text, strict);

// ---- uuencode: a character for the length, then a line of at most 45 bytes ----

const SPACE = 32;
const BACKTICK = 96;

export function encodeUu(bytes: Uint8Array, backtick: boolean): Uint8Array {
  if (bytes.length > 45) throw new Malformed("At most 45 bytes at once");
  const character = (value: number): number => (backtick && value === 0 ? BACKTICK : value + SPACE);
  const out = [character(bytes.length & 63)];
  for (let i = 0; i < bytes.length; i += 3) {
    const word = (bytes[i] << 16) | ((bytes[i + 1] ?? 0) << 8) | (bytes[i + 2] ?? 0);
    for (const shift of [18, 12, 6, 0]) out.push(character((word >> shift) & 63));
  }
  return Uint8Array.from([...out, 10]);
}

const isEol = (code: number): boolean => code === 10 || code === 13;

/** The six bits of a character; where the line has ended there are zeros, for spaces may have been lost. */
function uuValue(code: number | undefined): number {
  if (code === undefined || isEol(code)) return 0;
  if (code < SPACE || code > SPACE + 64) throw new Malformed("Illegal char");
  return (code - SPACE) & 63;
}

export function decodeUu(line: Uint8Array): Uint8Array {
  const out = new Uint8Array(((line[0] ?? 0) - SPACE) & 63);
  let at = 1;
  let word = 0;
  let bits = 0;
  for (let length = 0; length < out.length; at++) {
    word = ((word << 6) | uuValue(line[at])) & 0xffff;
    bits += 6;
    if (bits >= 8) {
      bits -= 8;
      out[length++] = word >> bits;
    }
  }
  for (; at < line.length; at++) {
    const code = line[at];
    if (code !== SPACE && code !== BACKTICK && !isEol(code)) throw new Malformed("Trailing garbage");
  }
  return out;
}
