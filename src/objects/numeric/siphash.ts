// SipHash-1-3, CPython's hash of str and bytes, over the bytes that CPython stores for the text:
// one, two or four for each character. Kept in 32-bit halves; a bigint version is 30 times slower.
import { setHash } from "./hashwords.ts";

/** The 128-bit key: four 32-bit words, the lowest first. */
export type HashKey = readonly [number, number, number, number];

/** The key of PYTHONHASHSEED=0. */
export const ZERO_KEY: HashKey = [0, 0, 0, 0];

/** The key that PYTHONHASHSEED=`seed` stands for: zero for 0, else bytes of a linear congruential generator. */
export function keyFromSeed(seed: number): HashKey {
  if (seed === 0) return ZERO_KEY;
  const bytes = new Uint8Array(16);
  let x = seed | 0;
  for (let i = 0; i < 16; i++) {
    x = (Math.imul(x, 214013) + 2531011) | 0;
    bytes[i] = x >>> 16;
  }
  return keyFromBytes(bytes);
}

/** The key made of 16 random bytes. */
export function keyFromBytes(bytes: Uint8Array): HashKey {
  const words = new DataView(bytes.buffer, bytes.byteOffset, 16);
  return [words.getInt32(0, true), words.getInt32(4, true), words.getInt32(8, true), words.getInt32(12, true)];
}

let textKey: HashKey = ZERO_KEY;

/** Sets the key of `textHash32`, once, before any text is hashed: strs that all instances share keep their hash. */
export const setTextKey = (key: HashKey): void => {
  textKey = key;
};

/** `hash(str)` under the key of this process. */
export const textHash32 = (text: string, wide: boolean): number => hashStr(text, wide, textKey);

/** `hash(bytes)` under the key of this process. */
export const bytesHash32 = (bytes: Uint8Array): number => hashBytes(bytes, textKey);

// One buffer, seen as units of each size; it grows with the longest text and keeps to a bound between calls.
const KEPT_BYTES = 1 << 16;
let units1 = new Uint8Array(KEPT_BYTES);
let units2 = new Uint16Array(units1.buffer);
let units4 = new Int32Array(units1.buffer);

function reserve(bytes: number): void {
  if (bytes + 8 <= units1.length) return;
  units1 = new Uint8Array((bytes + 15) & ~7);
  units2 = new Uint16Array(units1.buffer);
  units4 = new Int32Array(units1.buffer);
}

/** Clears the rest of the last word and hashes; gives a large buffer back. */
function finish(bytes: number, key: HashKey): number {
  const end = (bytes + 8) & ~7;
  for (let i = bytes; i < end; i++) units1[i] = 0;
  const low = sip13(units4, bytes, key);
  if (units1.length > KEPT_BYTES) {
    units1 = new Uint8Array(0);
    reserve(KEPT_BYTES - 8);
  }
  return low;
}

/** `hash(str)`: answers the low word, as all hashes do. */
export function hashStr(text: string, wide: boolean, key: HashKey): number {
  const length = text.length;
  if (length === 0) return setHash(0, 0);
  if (wide) return hashWide(text, key);
  reserve(length);
  for (let i = 0; i < length; i++) {
    const unit = text.charCodeAt(i);
    if (unit > 0xff) return hashUnits(text, key);
    units1[i] = unit;
  }
  return finish(length, key);
}

function hashUnits(text: string, key: HashKey): number {
  reserve(text.length * 2);
  for (let i = 0; i < text.length; i++) units2[i] = text.charCodeAt(i);
  return finish(text.length * 2, key);
}

function hashWide(text: string, key: HashKey): number {
  reserve(text.length * 4);
  let count = 0;
  for (let i = 0; i < text.length; i++) {
    const code = text.codePointAt(i)!;
    if (code > 0xffff) i++;
    units4[count++] = code;
  }
  return finish(count * 4, key);
}

/** `hash(bytes)`. */
export function hashBytes(bytes: Uint8Array, key: HashKey): number {
  if (bytes.length === 0) return setHash(0, 0);
  reserve(bytes.length);
  units1.set(bytes);
  return finish(bytes.length, key);
}

/**
 * One round for each 8-byte word and for the last, which holds the length, then three rounds of nothing:
 * all of them the one loop body, so that the state stays in local variables.
 */
function sip13(words: Int32Array, bytes: number, key: HashKey): number {
  let v0l = key[0] ^ 0x70736575;
  let v0h = key[1] ^ 0x736f6d65;
  let v1l = key[2] ^ 0x6e646f6d;
  let v1h = key[3] ^ 0x646f7261;
  let v2l = key[0] ^ 0x6e657261;
  let v2h = key[1] ^ 0x6c796765;
  let v3l = key[2] ^ 0x79746573;
  let v3h = key[3] ^ 0x74656462;
  const last = bytes >>> 3;
  for (let i = 0; i <= last + 3; i++) {
    let ml = 0;
    let mh = 0;
    if (i <= last) {
      ml = words[2 * i];
      mh = words[2 * i + 1];
      if (i === last) mh |= bytes << 24;
    } else if (i === last + 1) v2l ^= 0xff;
    v3l ^= ml;
    v3h ^= mh;

    let low = (v0l + v1l) | 0;
    v0h = (v0h + v1h + (low >>> 0 < v0l >>> 0 ? 1 : 0)) | 0;
    v0l = low;
    low = (v1l << 13) | (v1h >>> 19);
    v1h = ((v1h << 13) | (v1l >>> 19)) ^ v0h;
    v1l = low ^ v0l;
    low = v0h;
    v0h = v0l;
    v0l = low;

    low = (v2l + v3l) | 0;
    v2h = (v2h + v3h + (low >>> 0 < v2l >>> 0 ? 1 : 0)) | 0;
    v2l = low;
    low = (v3l << 16) | (v3h >>> 16);
    v3h = ((v3h << 16) | (v3l >>> 16)) ^ v2h;
    v3l = low ^ v2l;

    low = (v0l + v3l) | 0;
    v0h = (v0h + v3h + (low >>> 0 < v0l >>> 0 ? 1 : 0)) | 0;
    v0l = low;
    low = (v3l << 21) | (v3h >>> 11);
    v3h = ((v3h << 21) | (v3l >>> 11)) ^ v0h;
    v3l = low ^ v0l;

    low = (v2l + v1l) | 0;
    v2h = (v2h + v1h + (low >>> 0 < v2l >>> 0 ? 1 : 0)) | 0;
    v2l = low;
    low = (v1l << 17) | (v1h >>> 15);
    v1h = ((v1h << 17) | (v1l >>> 15)) ^ v2h;
    v1l = low ^ v2l;
    low = v2h;
    v2h = v2l;
    v2l = low;

    v0l ^= ml;
    v0h ^= mh;
  }
  return setHash(v0h ^ v1h ^ v2h ^ v3h, v0l ^ v1l ^ v2l ^ v3l);
}
