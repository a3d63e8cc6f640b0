// The methods of bytes and bytearray, on Uint8Array. What has no natural form on bytes goes by way of a text
// that has one character for each byte.
import { reserve } from "../../heap/heap.ts";
import { memoryError, valueError } from "../errors.ts";
import { latin1Decode, latin1Encode } from "./codepoints.ts";
import { chargeUnits } from "./search.ts";
import * as strops from "./strops.ts";
import { findLastLinear, findLinear, isHard, unitsOfBytes } from "./twoway.ts";

const MAX_BYTES = 2 ** 32;

/** The index of the first `needle` within `start` to `end`, or -1. */
export function find(hay: Uint8Array, needle: Uint8Array, start: number, end: number): number {
  const last = end - needle.length;
  if (start > last) return -1;
  if (needle.length === 0) return start;
  chargeUnits((end - start) * 4);
  if (isHard(end - start, needle.length)) return findLinear(unitsOfBytes(hay), unitsOfBytes(needle), start, end);
  for (let at = hay.indexOf(needle[0], start); at >= 0 && at <= last; at = hay.indexOf(needle[0], at + 1)) {
    if (standsAt(hay, needle, at)) return at;
  }
  return -1;
}

/** The index of the last `needle` within `start` to `end`, or -1. */
export function rfind(hay: Uint8Array, needle: Uint8Array, start: number, end: number): number {
  const last = end - needle.length;
  if (start > last) return -1;
  if (needle.length === 0) return last;
  chargeUnits((end - start) * 4);
  if (isHard(end - start, needle.length)) return findLastLinear(unitsOfBytes(hay), unitsOfBytes(needle), start, end);
  for (let at = hay.lastIndexOf(needle[0], last); at >= start; at = hay.lastIndexOf(needle[0], at - 1)) {
    if (standsAt(hay, needle, at)) return at;
    if (at === 0) break;
  }
  return -1;
}

/** True if `needle` stands at index `at`. */
export function standsAt(hay: Uint8Array, needle: Uint8Array, at: number): boolean {
  if (at + needle.length > hay.length) return false;
  for (let i = 0; i < needle.length; i++) if (hay[at + i] !== needle[i]) return false;
  return true;
}

export function count(hay: Uint8Array, needle: Uint8Array, start: number, end: number): number {
  if (needle.length === 0) return Math.max(0, end - start + 1);
  let found = 0;
  for (let at = find(hay, needle, start, end); at >= 0; at = find(hay, needle, at + needle.length, end)) found++;
  return found;
}

/** `a + b + ...`. */
export function concat(parts: readonly Uint8Array[]): Uint8Array {
  let length = 0;
  for (const part of parts) length += part.length;
  const result = allocate(length);
  let at = 0;
  for (const part of parts) {
    result.set(part, at);
    at += part.length;
  }
  return result;
}

function allocate(length: number): Uint8Array {
  if (length >= MAX_BYTES) throw memoryError();
  reserve(length);
  return new Uint8Array(length);
}

/** `bytes * times`. */
export function repeat(bytes: Uint8Array, times: number): Uint8Array {
  const result = allocate(bytes.length * Math.max(0, times));
  if (bytes.length === 1) return result.fill(bytes[0]);
  let done = Math.min(bytes.length, result.length);
  result.set(bytes.subarray(0, done));
  for (; done > 0 && done < result.length; done *= 2) result.copyWithin(done, 0, Math.min(done, result.length - done));
  return result;
}

/** `separator.join(parts)`. */
export function join(separator: Uint8Array, parts: readonly Uint8Array[]): Uint8Array {
  const all: Uint8Array[] = [];
  parts.forEach((part, i) => {
    if (i > 0) all.push(separator);
    all.push(part);
  });
  return concat(all);
}

/** Negative: less, zero: equal, positive: greater. */
export function compare(a: Uint8Array, b: Uint8Array): number {
  const shorter = Math.min(a.length, b.length);
  chargeUnits(shorter);
  for (let i = 0; i < shorter; i++) if (a[i] !== b[i]) return a[i] - b[i];
  return a.length - b.length;
}

/** Pieces are views; copy what is kept. */
export function split(hay: Uint8Array, separator: Uint8Array, limit: number): Uint8Array[] {
  const parts: Uint8Array[] = [];
  let start = 0;
  while (limit < 0 || parts.length < limit) {
    const at = find(hay, separator, start, hay.length);
    if (at < 0) break;
    parts.push(hay.subarray(start, at));
    start = at + separator.length;
  }
  parts.push(hay.subarray(start));
  return parts;
}

export function rsplit(hay: Uint8Array, separator: Uint8Array, limit: number): Uint8Array[] {
  const parts: Uint8Array[] = [];
  let end = hay.length;
  while (limit < 0 || parts.length < limit) {
    const at = rfind(hay, separator, 0, end);
    if (at < 0) break;
    parts.push(hay.subarray(at + separator.length, end));
    end = at;
  }
  parts.push(hay.subarray(0, end));
  return parts.reverse();
}

const isSpace = (byte: number): boolean => byte === 32 || (byte >= 9 && byte <= 13);

export function splitSpaces(hay: Uint8Array, limit: number): Uint8Array[] {
  const words: Uint8Array[] = [];
  let start = skip(hay, 0, hay.length, true);
  while (start < hay.length && (limit < 0 || words.length < limit)) {
    const end = skip(hay, start, hay.length, false);
    words.push(hay.subarray(start, end));
    start = skip(hay, end, hay.length, true);
  }
  if (start < hay.length) words.push(hay.subarray(start));
  return words;
}

/** The first index from `at` on where being a space is not `spaces`. */
function skip(hay: Uint8Array, at: number, end: number, spaces: boolean): number {
  while (at < end && isSpace(hay[at]) === spaces) at++;
  return at;
}

export function rsplitSpaces(hay: Uint8Array, limit: number): Uint8Array[] {
  const words: Uint8Array[] = [];
  let end = skipBack(hay, hay.length, true);
  while (end > 0 && (limit < 0 || words.length < limit)) {
    const start = skipBack(hay, end, false);
    words.push(hay.subarray(start, end));
    end = skipBack(hay, start, true);
  }
  if (end > 0) words.push(hay.subarray(0, end));
  return words.reverse();
}

function skipBack(hay: Uint8Array, end: number, spaces: boolean): number {
  while (end > 0 && isSpace(hay[end - 1]) === spaces) end--;
  return end;
}

/** Strips the bytes of `set`, or spaces if it is null. */
export function strip(hay: Uint8Array, set: Uint8Array | null, left: boolean, right: boolean): Uint8Array {
  const goes = (byte: number): boolean => (set ? set.includes(byte) : isSpace(byte));
  let start = 0;
  let end = hay.length;
  if (left) while (start < end && goes(hay[start])) start++;
  if (right) while (end > start && goes(hay[end - 1])) end--;
  return hay.subarray(start, end);
}

export function splitLines(hay: Uint8Array, keepEnds: boolean): Uint8Array[] {
  const lines: Uint8Array[] = [];
  for (let start = 0; start < hay.length; ) {
    let end = start;
    while (end < hay.length && hay[end] !== 10 && hay[end] !== 13) end++;
    const next = hay[end] === 13 && hay[end + 1] === 10 ? end + 2 : Math.min(end + 1, hay.length);
    lines.push(hay.subarray(start, keepEnds ? next : end));
    start = next;
  }
  return lines;
}

/** Replaces the first `limit` occurrences, all of them if it is negative. */
export function replace(hay: Uint8Array, needle: Uint8Array, by: Uint8Array, limit: number): Uint8Array {
  if (limit === 0) return hay.slice();
  if (needle.length > 0) return join(by, split(hay, needle, limit));
  const times = limit < 0 ? hay.length + 1 : Math.min(limit, hay.length + 1);
  const result = allocate(hay.length + times * by.length);
  let at = 0;
  for (let i = 0; i <= hay.length; i++) {
    if (i < times) {
      result.set(by, at);
      at += by.length;
    }
    if (i < hay.length) result[at++] = hay[i];
  }
  return result;
}

/** `bytes.translate(table, delete)`. */
export function translate(hay: Uint8Array, table: Uint8Array | null, removed: Uint8Array): Uint8Array {
  const result = new Uint8Array(hay.length);
  let length = 0;
  for (const byte of hay) if (!removed.includes(byte)) result[length++] = table ? table[byte] : byte;
  return result.subarray(0, length);
}

const isUpperByte = (byte: number): boolean => byte >= 65 && byte <= 90;
const isLowerByte = (byte: number): boolean => byte >= 97 && byte <= 122;
const isLetter = (byte: number): boolean => isLowerByte(byte | 32);
const isDigitByte = (byte: number): boolean => byte >= 48 && byte <= 57;

export const lower = (hay: Uint8Array): Uint8Array => hay.map((byte) => (isUpperByte(byte) ? byte + 32 : byte));
export const upper = (hay: Uint8Array): Uint8Array => hay.map((byte) => (isLowerByte(byte) ? byte - 32 : byte));
export const swapcase = (hay: Uint8Array): Uint8Array => hay.map((byte) => (isLetter(byte) ? byte ^ 32 : byte));
export const capitalize = (hay: Uint8Array): Uint8Array =>
  hay.map((byte, i) => (!isLetter(byte) ? byte : i === 0 ? byte & ~32 : byte | 32));
export const title = (hay: Uint8Array): Uint8Array =>
  hay.map((byte, i) => (!isLetter(byte) ? byte : i > 0 && isLetter(hay[i - 1]) ? byte | 32 : byte & ~32));

const all = (hay: Uint8Array, test: (byte: number) => boolean): boolean => hay.length > 0 && hay.every(test);

export const isAscii = (hay: Uint8Array): boolean => hay.every((byte) => byte < 128);
export const isAlpha = (hay: Uint8Array): boolean => all(hay, isLetter);
export const isDigit = (hay: Uint8Array): boolean => all(hay, isDigitByte);
export const isAlnum = (hay: Uint8Array): boolean => all(hay, (byte) => isLetter(byte) || isDigitByte(byte));
export const isSpaces = (hay: Uint8Array): boolean => all(hay, isSpace);
export const isLower = (hay: Uint8Array): boolean => hay.some(isLowerByte) && !hay.some(isUpperByte);
export const isUpper = (hay: Uint8Array): boolean => hay.some(isUpperByte) && !hay.some(isLowerByte);
export const isTitle = (hay: Uint8Array): boolean =>
  hay.some(isLetter) &&
  hay.every((byte, i) => !isLetter(byte) || isUpperByte(byte) !== (i > 0 && isLetter(hay[i - 1])));

const viaText = (hay: Uint8Array, change: (text: string) => string): Uint8Array =>
  latin1Encode(change(latin1Decode(hay)));

export const expandTabs = (hay: Uint8Array, size: number): Uint8Array =>
  viaText(hay, (text) => strops.expandTabs(text, false, size));
export const justifyLeft = (hay: Uint8Array, width: number, fill: number): Uint8Array =>
  viaText(hay, (text) => strops.justifyLeft(text, text.length, width, String.fromCharCode(fill)));
export const justifyRight = (hay: Uint8Array, width: number, fill: number): Uint8Array =>
  viaText(hay, (text) => strops.justifyRight(text, text.length, width, String.fromCharCode(fill)));
export const center = (hay: Uint8Array, width: number, fill: number): Uint8Array =>
  viaText(hay, (text) => strops.center(text, text.length, width, String.fromCharCode(fill)));
export const zeroFill = (hay: Uint8Array, width: number): Uint8Array =>
  viaText(hay, (text) => strops.zeroFill(text, text.length, width));

/** `bytes.fromhex(text)`. */
export function fromHex(text: string): Uint8Array {
  const result = new Uint8Array(text.length >> 1);
  let length = 0;
  for (let i = 0; i < text.length; i++) {
    if (isSpace(text.charCodeAt(i))) continue;
    const high = hexDigit(text, i);
    result[length++] = high * 16 + hexDigit(text, i + 1);
    i++;
  }
  return result.subarray(0, length);
}

function hexDigit(text: string, at: number): number {
  const value = /^[0-9a-fA-F]$/.test(text[at] ?? "") ? Number.parseInt(text[at], 16) : -1;
  if (value < 0) throw valueError(`non-hexadecimal number found in fromhex() arg at position ${at}`);
  return value;
}

/** `bytes.hex(separator, group)`: groups are counted from the right, from the left if negative. */
export function toHex(hay: Uint8Array, separator: string, group: number): string {
  const pairs = Array.from(hay, (byte) => (byte < 16 ? "0" : "") + byte.toString(16));
  const size = Math.abs(group);
  if (separator === "" || size === 0 || size >= pairs.length) return pairs.join("");
  const parts: string[] = [];
  const first = group > 0 ? pairs.length % size || size : size;
  parts.push(pairs.slice(0, first).join(""));
  for (let i = first; i < pairs.length; i += size) parts.push(pairs.slice(i, i + size).join(""));
  return parts.join(separator);
}
