// The escapes of bytes literals, as _codecs.escape_decode and escape_encode have them.
import { valueError } from "../errors.ts";
import { ByteBuilder } from "./builders.ts";
import { latin1Encode } from "./codepoints.ts";
import { bytesRepr } from "./repr.ts";

const BACKSLASH = 92;
/** By the letter after the backslash; a line break after it vanishes. */
const SIMPLE = new Map<number, number | null>([
  [10, null],
  [BACKSLASH, BACKSLASH],
  [39, 39],
  [34, 34],
  [98, 8],
  [102, 12],
  [116, 9],
  [110, 10],
  [114, 13],
  [118, 11],
  [97, 7],
]);

export interface BytesDecoded {
  bytes: Uint8Array;
  /** The first escape that is none, as the warning shows it: its letter, or octal digits beyond 0o377. */
  odd: string | null;
}

const isOctal = (byte: number): boolean => byte >= 48 && byte <= 55;
const hexValue = (byte: number | undefined): number => {
  const value = byte === undefined ? Number.NaN : Number.parseInt(String.fromCharCode(byte), 16);
  return Number.isNaN(value) ? -1 : value;
};

/** Replaces the escapes in bytes. */
export function decodeByteEscapes(source: Uint8Array, errors: string | null): BytesDecoded {
  const out = new ByteBuilder(source.length);
  let odd: string | null = null;
  for (let i = 0; i < source.length; ) {
    if (source[i] !== BACKSLASH) {
      out.byte(source[i++]);
      continue;
    }
    if (++i >= source.length) throw valueError("Trailing \\ in string");
    const letter = source[i++];
    const simple = SIMPLE.get(letter);
    if (simple !== undefined) {
      if (simple !== null) out.byte(simple);
    } else if (isOctal(letter)) {
      let code = letter - 48;
      const from = i - 1;
      while (i < from + 3 && i < source.length && isOctal(source[i])) code = code * 8 + source[i++] - 48;
      if (code > 0o377) odd ??= String.fromCharCode(...source.subarray(from, i));
      out.byte(code & 255);
    } else if (letter === 120) i = hexEscape(source, i, errors, out);
    else {
      odd ??= String.fromCharCode(letter);
      out.byte(BACKSLASH);
      i--;
    }
  }
  return { bytes: out.finish(), odd };
}

/** `at` is after the x; answers where to go on. */
function hexEscape(source: Uint8Array, at: number, errors: string | null, out: ByteBuilder): number {
  const high = hexValue(source[at]);
  const low = hexValue(source[at + 1]);
  if (high >= 0 && low >= 0) {
    out.byte(high * 16 + low);
    return at + 2;
  }
  if (errors === null || errors === "strict") throw valueError(`invalid \\x escape at position ${at - 2}`);
  if (errors === "replace") out.byte(63);
  else if (errors !== "ignore") throw valueError(`decoding error; unknown error handling code: ${errors}`);
  return high >= 0 ? at + 1 : at;
}

/** The bytes as a literal writes them in single quotes. */
export function encodeByteEscapes(source: Uint8Array): Uint8Array {
  const shown = bytesRepr(source);
  const inner = shown.slice(2, -1);
  return latin1Encode(shown[1] === '"' ? inner.replaceAll("'", "\\'") : inner);
}
