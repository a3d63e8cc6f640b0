// The search for the first place where a program matches, by what the compiler has noted about it:
// the text that every match begins with, or the set of characters that it begins with.
import { match } from "./backtrack.ts";
import * as op from "./codes.ts";
import type { Matcher } from "./matcher.ts";

/** Looks for a match from `m.start` on; `m.start` and `m.at` are then its start and end. */
export function search(m: Matcher): boolean {
  const { code } = m.program;
  if (m.start > m.end) return false;
  if (code[0] !== op.INFO) return searchEverywhere(m, 0, m.end);
  const least = code[3] >>> 0;
  if (m.end - m.start < least) return false;
  const flags = code[2];
  const body = 1 + code[1];
  if ((flags & op.INFO_PREFIX) !== 0 && code[5] > 0) return searchPrefix(m, body);
  if ((flags & op.INFO_CHARSET) !== 0) return searchSet(m, body);
  return searchEverywhere(m, body, least > 1 ? Math.max(m.start, m.end - least + 1) : m.end);
}

/** The groups of the attempt before are forgotten. */
function attempt(m: Matcher, pc: number, start: number, from: number): boolean {
  m.lastMark = -1;
  m.lastGroup = -1;
  m.start = start;
  return match(m, pc, from, false);
}

function searchPrefix(m: Matcher, body: number): boolean {
  const { code } = m.program;
  const length = code[5];
  const skip = code[6];
  const prefix = code.subarray(7, 7 + length);
  m.mustAdvance = false;
  for (let i = findPrefix(m, prefix, m.start); i >= 0; i = findPrefix(m, prefix, i + 1)) {
    m.work(1);
    if ((code[2] & op.INFO_LITERAL) !== 0) {
      m.start = i;
      m.at = i + skip;
      return true;
    }
    if (attempt(m, body + 2 * skip, i, i + skip)) return true;
  }
  return false;
}

/** Where the prefix next is, or -1. */
function findPrefix(m: Matcher, prefix: Int32Array, from: number): number {
  if (m.points !== null) return findPoints(m, prefix, from);
  const text = m.program.prefix;
  const at = text === null ? -1 : m.searched().indexOf(text, from);
  m.work(((at < 0 ? m.end : at) - from) >> 6);
  return at;
}

function findPoints(m: Matcher, prefix: Int32Array, from: number): number {
  const points = m.points as Int32Array;
  const last = m.end - prefix.length;
  const first = prefix[0];
  for (let i = from; i <= last; i++) {
    if (points[i] !== first) continue;
    let n = 1;
    while (n < prefix.length && points[i + n] === prefix[n]) n++;
    m.work(n);
    if (n === prefix.length) return i;
  }
  m.work((last - from) >> 3);
  return -1;
}

function searchSet(m: Matcher, body: number): boolean {
  m.mustAdvance = false;
  // The set lies behind five words, as if an IN with its skip stood before it.
  const map = m.program.bitmap(op.IN, 4);
  const { end } = m;
  for (let i = m.start; ; i++) {
    const from = i;
    for (; i < end; i++) {
      const ch = m.charAt(i);
      if (ch < 256 ? map[ch] === 1 : m.program.accepts(op.IN, 4, ch)) break;
    }
    m.work((i - from) >> 3);
    if (i >= end) return false;
    if (attempt(m, body, i, i)) return true;
  }
}

function searchEverywhere(m: Matcher, body: number, last: number): boolean {
  const { code } = m.program;
  const found = match(m, body, m.start, true);
  m.mustAdvance = false;
  if (found) return true;
  if (code[body] === op.AT && (code[body + 1] === op.AT_BEGINNING || code[body + 1] === op.AT_BEGINNING_STRING)) {
    m.start = m.at = m.end;
    return false;
  }
  for (let i = m.start + 1; i <= last; i++) if (attempt(m, body, i, i)) return true;
  return false;
}
