// Searching in texts. Python counts characters, JavaScript units: in a wide text a lone surrogate must not be found
// in the middle of a pair, and a wide text is never found in a narrow one.
import { reserve } from "../../heap/heap.ts";
import { charge } from "../../heap/work.ts";
import { memoryError } from "../errors.ts";
import { charLength } from "./codepoints.ts";
import { findLastLinear, findLinear, isHard, unitsOfText } from "./twoway.ts";

/** A text and whether it is wide; see codepoints.ts. */
export interface Text {
  readonly text: string;
  readonly wide: boolean;
}

const MAX_TEXT = 1 << 29;

/** `text * count`, or MemoryError where no JavaScript string is long enough. */
export function repeatText(text: string, count: number): string {
  if (count <= 0 || text === "") return "";
  checkLength(text.length * count);
  return text.repeat(count);
}

/** MemoryError for a text that JavaScript could not hold. */
export function checkLength(length: number): void {
  if (length >= MAX_TEXT) throw memoryError();
}

/** Asks for the room of a text that grows to this length. */
export function payText(length: number): void {
  if (length < 4096) return;
  checkLength(length);
  reserve(length);
}

/** Long texts are asked for the number of their pieces before they are split. */
const LONG = 2 ** 16;
const BYTES_PER_PIECE = 64;
const payPieces = (pieces: number): void => reserve(pieces * BYTES_PER_PIECE);

const isHigh = (unit: number): boolean => (unit & 0xfc00) === 0xd800;
const isLow = (unit: number): boolean => (unit & 0xfc00) === 0xdc00;

/** True if units before and from `at` on are the halves of one pair. */
const splitsPair = (text: string, at: number): boolean =>
  at > 0 && isLow(text.charCodeAt(at)) && isHigh(text.charCodeAt(at - 1));

const cutsPair = (text: string, at: number, length: number): boolean =>
  splitsPair(text, at) || splitsPair(text, at + length);

/** Pays for a look at so many units. */
export function chargeUnits(units: number): void {
  if (units > 512) charge(units >> 5);
}

/** As JavaScript's indexOf, in linear time. */
export function indexOf(hay: string, needle: string, start: number): number {
  chargeUnits(hay.length - start);
  if (!isHard(hay.length - start, needle.length)) return hay.indexOf(needle, start);
  charge(hay.length - start);
  return findLinear(unitsOfText(hay), unitsOfText(needle), start, hay.length);
}

/** As JavaScript's lastIndexOf, in linear time. */
function lastIndexOf(hay: string, needle: string, last: number): number {
  chargeUnits(last);
  if (!isHard(last + needle.length, needle.length)) return hay.lastIndexOf(needle, last);
  charge(last);
  return findLastLinear(unitsOfText(hay), unitsOfText(needle), 0, last + needle.length);
}

/** The unit index of the first `needle` within units `start` to `end`, or -1. */
export function find(hay: Text, needle: Text, start: number, end: number): number {
  const last = end - needle.text.length;
  if (start > last || (needle.wide && !hay.wide)) return -1;
  let at = indexOf(hay.text, needle.text, start);
  if (hay.wide) {
    while (at >= 0 && at <= last && cutsPair(hay.text, at, needle.text.length)) {
      at = indexOf(hay.text, needle.text, at + 1);
    }
  }
  return at <= last ? at : -1;
}

/** The unit index of the last `needle` within units `start` to `end`, or -1. */
export function rfind(hay: Text, needle: Text, start: number, end: number): number {
  const last = end - needle.text.length;
  if (start > last || (needle.wide && !hay.wide)) return -1;
  let at = lastIndexOf(hay.text, needle.text, last);
  if (hay.wide) {
    while (at > 0 && cutsPair(hay.text, at, needle.text.length)) at = lastIndexOf(hay.text, needle.text, at - 1);
  }
  return at >= start ? at : -1;
}

/** True if `needle` stands at unit index `at`, ending within `end`. */
export function standsAt(hay: Text, needle: Text, at: number, end: number): boolean {
  if (at + needle.text.length > end || (needle.wide && !hay.wide)) return false;
  if (!hay.text.startsWith(needle.text, at)) return false;
  return !hay.wide || needle.text === "" || !cutsPair(hay.text, at, needle.text.length);
}

/** How often `needle` occurs without overlap within units `start` to `end`; an empty one stands around each character. */
export function count(hay: Text, needle: Text, start: number, end: number): number {
  if (needle.text === "") return start > end ? 0 : charLength(hay.text.slice(start, end), hay.wide) + 1;
  let found = 0;
  for (let at = find(hay, needle, start, end); at >= 0; at = find(hay, needle, at + needle.text.length, end)) found++;
  return found;
}

/** Replaces the first `limit` occurrences, all of them if it is negative. */
export function replace(hay: Text, needle: Text, by: string, limit: number): string {
  if (limit === 0 || (needle.wide && !hay.wide)) return hay.text;
  if (needle.text === "") return interleave(hay, by, limit);
  if (by.length > needle.text.length && (hay.text.length / needle.text.length) * by.length >= MAX_TEXT) {
    const times = count(hay, needle, 0, hay.text.length);
    checkLength(hay.text.length + (limit < 0 ? times : Math.min(limit, times)) * (by.length - needle.text.length));
  }
  if (limit < 0 && !hay.wide && !isHard(hay.text.length, needle.text.length)) {
    chargeUnits(hay.text.length);
    return hay.text.replaceAll(needle.text, () => by);
  }
  return split(hay, needle, limit).join(by);
}

/** Puts `by` before each character and at the end, at most `limit` times. */
function interleave(hay: Text, by: string, limit: number): string {
  checkLength(hay.text.length + (limit < 0 ? hay.text.length + 1 : Math.min(limit, hay.text.length + 1)) * by.length);
  const chars = hay.wide ? Array.from(hay.text) : hay.text.split("");
  const times = limit < 0 ? chars.length + 1 : Math.min(limit, chars.length + 1);
  const parts: string[] = [];
  for (let i = 0; i < times; i++) parts.push(by, chars[i] ?? "");
  return parts.join("") + chars.slice(times).join("");
}

/** `text.split(separator, limit)`; a negative limit is none. */
export function split(hay: Text, separator: Text, limit: number): string[] {
  if (separator.wide && !hay.wide) return [hay.text];
  if (hay.text.length > LONG && limit < 0) payPieces(count(hay, separator, 0, hay.text.length));
  if (limit < 0 && !hay.wide && !isHard(hay.text.length, separator.text.length)) {
    chargeUnits(hay.text.length);
    return hay.text.split(separator.text);
  }
  const parts: string[] = [];
  const end = hay.text.length;
  let start = 0;
  while (limit < 0 || parts.length < limit) {
    const at = find(hay, separator, start, end);
    if (at < 0) break;
    parts.push(hay.text.slice(start, at));
    start = at + separator.text.length;
  }
  parts.push(hay.text.slice(start));
  return parts;
}

/** `text.rsplit(separator, limit)`. */
export function rsplit(hay: Text, separator: Text, limit: number): string[] {
  const parts: string[] = [];
  let end = hay.text.length;
  while (limit < 0 || parts.length < limit) {
    const at = rfind(hay, separator, 0, end);
    if (at < 0) break;
    parts.push(hay.text.slice(at + separator.text.length, end));
    end = at;
  }
  parts.push(hay.text.slice(0, end));
  return parts.reverse();
}
