// The methods of str that look for text in text: find and its kin, count, replace, startswith.
// Positions are characters for the program, and units of the text in here.
import { reserve } from "../heap/heap.ts";
import type { Owned, Value } from "../heap/refs.ts";
import { byFormat, def, type Native } from "../native/signature.ts";
import { extendType } from "./define.ts";
import { typeError, valueError } from "./errors.ts";
import { sizeArgument } from "./int.ts";
import { typeName } from "./protocol.ts";
import { isStr, kindOf, newTextStr, type PyStr, StrType, strLength, unitOf, wideOf } from "./str.ts";
import { exactStr, pieceOf, textOf } from "./strmethods.ts";
import { charIndex } from "./text/codepoints.ts";
import { count, find, indexOf, replace, rfind, standsAt } from "./text/search.ts";
import { argumentName, type Bounds, bound, fitBounds, MAX_INDEX, told } from "./textargs.ts";
import { isTuple, type PyTuple } from "./tuple.ts";

/** The units between which to search; null when they do not lie in the text. */
function searchBounds(s: PyStr, start: Value | undefined, end: Value | undefined): Bounds | null {
  if (start === undefined) return { from: 0, to: s.value.length };
  const length = strLength(s);
  const bounds = fitBounds(bound(start, 0), bound(end, MAX_INDEX), length);
  if (bounds.from > bounds.to) return null;
  return wideOf(s) === null ? bounds : { from: unitOf(s, bounds.from), to: unitOf(s, bounds.to) };
}

type Search = (s: PyStr, needle: PyStr, from: number, to: number) => number;

type SearchName = "find" | "rfind" | "index" | "rindex" | "count";

/** A method that searches. The bounds are converted before the text is looked at. */
const finder = (name: SearchName, doc: string, search: Search, outside: () => number): Native =>
  byFormat(
    def(`${name}($self, sub, start=NULL, end=NULL, /) -> int`, doc, (s: PyStr, sub, start, end) => {
      const bounds = searchBounds(s, start, end);
      if (!isStr(sub)) throw typeError(`must be str, not ${typeName(sub)}`);
      return bounds === null ? outside() : search(s, sub, bounds.from, bounds.to);
    }),
  );

function findIn(s: PyStr, needle: PyStr, from: number, to: number): number {
  if (wideOf(s) !== null) return charIndex(s.value, find(textOf(s), textOf(needle), from, to), true);
  if (to !== s.value.length || wideOf(needle) !== null) return find(textOf(s), textOf(needle), from, to);
  return indexOf(s.value, needle.value, from);
}

function rfindIn(s: PyStr, needle: PyStr, from: number, to: number): number {
  return charIndex(s.value, rfind(textOf(s), textOf(needle), from, to), wideOf(s) !== null);
}

function complain(): never {
  throw valueError("substring not found");
}
const orComplain = (at: number): number => (at < 0 ? complain() : at);

// ---- startswith and endswith ----

type Test = (s: PyStr, part: PyStr, from: number, to: number) => boolean;

const beginsWith: Test = (s, part, from, to) =>
  wideOf(s) === null && to === s.value.length
    ? from + part.value.length <= to && wideOf(part) === null && s.value.startsWith(part.value, from)
    : standsAt(textOf(s), textOf(part), from, to);
const finishesWith: Test = (s, part, from, to) =>
  to - part.value.length >= from && standsAt(textOf(s), textOf(part), to - part.value.length, to);

type TestName = "startswith" | "endswith";

const tester = (name: TestName, doc: string, test: Test): Native =>
  byFormat(
    def(`${name}($self, prefix, start=NULL, end=NULL, /) -> bool`, doc, (s: PyStr, part, start, end) => {
      const bounds = searchBounds(s, start, end);
      if (isStr(part)) return bounds !== null && test(s, part, bounds.from, bounds.to);
      if (!isTuple(part)) throw typeError(`${name} first arg must be str or a tuple of str, not ${typeName(part)}`);
      return anyPart(name, s, part, test, bounds);
    }),
  );

function anyPart(name: TestName, s: PyStr, parts: PyTuple, test: Test, bounds: Bounds | null): boolean {
  for (const part of parts.value) {
    if (!isStr(part)) throw typeError(`tuple for ${name} must only contain str, not ${typeName(part)}`);
    if (bounds !== null && test(s, part, bounds.from, bounds.to)) return true;
  }
  return false;
}

// ---- replace ----

function replaced(s: PyStr, old: Value, by: Value, times: Value | undefined): Owned<PyStr> {
  if (!isStr(old)) throw typeError(`replace() argument 1 must be str, not ${argumentName(old)}`);
  if (!isStr(by)) throw typeError(`replace() argument 2 must be str, not ${argumentName(by)}`);
  const limit = times === undefined ? -1 : sizeArgument(times);
  const hay = textOf(s);
  if (limit === 0 || kindOf(old) > kindOf(s) || (old.value === by.value && old.value !== "")) return exactStr(s);
  if (by.value.length > old.value.length && s.value.length * by.value.length > 4096) payFor(s, old, by, limit);
  const text = replace(hay, textOf(old), by.value, limit);
  return text === s.value ? exactStr(s) : newTextStr(text, hay.wide || wideOf(by) !== null);
}

function payFor(s: PyStr, old: PyStr, by: PyStr, limit: number): void {
  const found = count(textOf(s), textOf(old), 0, s.value.length);
  const times = limit < 0 ? found : Math.min(limit, found);
  reserve(s.value.length + times * (by.value.length - old.value.length));
}

function without(name: "removeprefix" | "removesuffix", s: PyStr, part: Value): Owned<PyStr> {
  if (!isStr(part)) throw typeError(`${name}() argument must be str, not ${argumentName(part)}`);
  const n = s.value.length;
  if (name === "removeprefix") return beginsWith(s, part, 0, n) ? pieceOf(s, part.value.length, n) : exactStr(s);
  return part.value !== "" && finishesWith(s, part, 0, n) ? pieceOf(s, 0, n - part.value.length) : exactStr(s);
}

extendType<PyStr>(StrType, {
  methods: [
    finder("find", "The lowest position where a text is found; -1 when there is none.", findIn, () => -1),
    finder("rfind", "The highest position where a text is found; -1 when there is none.", rfindIn, () => -1),
    finder(
      "index",
      "As find, but raises ValueError when there is none.",
      (s, n, from, to) => orComplain(findIn(s, n, from, to)),
      complain,
    ),
    finder(
      "rindex",
      "As rfind, but raises ValueError when there is none.",
      (s, n, from, to) => orComplain(rfindIn(s, n, from, to)),
      complain,
    ),
    finder(
      "count",
      "How often a text occurs without overlap.",
      (s, n, from, to) => count(textOf(s), textOf(n), from, to),
      () => 0,
    ),
    tester("startswith", "Does the str begin with a text, or with one of a tuple?", beginsWith),
    tester("endswith", "Does the str end with a text, or with one of a tuple?", finishesWith),
    told(
      def(
        "replace($self, old, new, count=NULL, /)",
        "Replaces each occurrence of a text, or the first few of them.",
        (s: PyStr, old, by, limit) => {
          return replaced(s, old, by, limit);
        },
      ),
      "($self, old, new, count=-1, /)",
    ),
    def("removeprefix($self, prefix, /)", "The str without a prefix, if it has it.", (s: PyStr, part) =>
      without("removeprefix", s, part),
    ),
    def("removesuffix($self, suffix, /)", "The str without a suffix, if it has it.", (s: PyStr, part) =>
      without("removesuffix", s, part),
    ),
  ],
});
