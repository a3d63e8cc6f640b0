// re.Pattern: a compiled regular expression, and what can be done with one.
import { allocGC } from "../../heap/heap.ts";
import type { PyObject, PyType } from "../../heap/object.ts";
import {
  boxed,
  drop,
  dropMaybe,
  keep,
  moved,
  newRef,
  newRefs,
  type Owned,
  type OwnedValue,
  share,
  type Value,
} from "../../heap/refs.ts";
import { EQ, HAS_WEAKREFS, HAVE_GC, NE, NO_NEW } from "../../heap/type.ts";
import { def } from "../../native/signature.ts";
import { call, callMethod } from "../../objects/call.ts";
import { newCallableIterator } from "../../objects/calliter.ts";
import { classGetItem } from "../../objects/classgetitem.ts";
import { defineType } from "../../objects/define.ts";
import { newDict, type PyDict } from "../../objects/dict.ts";
import { caught } from "../../objects/errors.ts";
import { newInt } from "../../objects/int.ts";
import { listAppend, newList, type PyList } from "../../objects/list.ts";
import { newMappingProxy } from "../../objects/mappingproxy.ts";
import { madeMember, member } from "../../objects/members.ts";
import { bytesHash32 } from "../../objects/numeric/siphash.ts";
import { equal, getAttrText, hashOf, reprText, slotsOf } from "../../objects/protocol.ts";
import { None, newBool, newNone, notImplemented } from "../../objects/singletons.ts";
import { EMPTY_STR, isStr, newStr } from "../../objects/str.ts";
import { joinStrs } from "../../objects/strsplit.ts";
import { newTuple, type PyTuple, tupleOf } from "../../objects/tuple.ts";
import { match } from "./backtrack.ts";
import { FLAG_ASCII, FLAG_LOCALE, FLAG_UNICODE } from "./codes.ts";
import type { Matcher } from "./matcher.ts";
import { checkSpan, newMatch } from "./matchobject.ts";
import type { Program } from "./program.ts";
import { closeRun, newScanner, openRun } from "./run.ts";
import { search } from "./search.ts";
import { closeSubject, openSubject, sliceSubject } from "./subject.ts";
import { compileTemplate, expandTemplate, type PyTemplate } from "./template.ts";

export interface PatternData {
  readonly program: Program;
  /** Owned, all three; null after the collector has cleared them. The names of groups are null when there are none. */
  source: PyObject | null;
  groupIndex: PyDict | null;
  indexGroup: PyTuple | null;
  readonly flags: number;
  readonly groups: number;
  /** Is it for bytes? Undefined when it is for both. */
  readonly bytes: boolean | undefined;
}
export type PyPattern = PyObject<PatternData>;

const FLAG_NAMES = [
  [2, "re.IGNORECASE"],
  [FLAG_LOCALE, "re.LOCALE"],
  [8, "re.MULTILINE"],
  [16, "re.DOTALL"],
  [FLAG_UNICODE, "re.UNICODE"],
  [64, "re.VERBOSE"],
  [128, "re.DEBUG"],
  [FLAG_ASCII, "re.ASCII"],
] as const;

function patternRepr({ value: p }: PyPattern): Owned {
  let { flags } = p;
  const kinds = FLAG_LOCALE | FLAG_UNICODE | FLAG_ASCII;
  if (p.bytes === false && (flags & kinds) === FLAG_UNICODE) flags &= ~FLAG_UNICODE;
  const names: string[] = [];
  for (const [flag, name] of FLAG_NAMES) {
    if ((flags & flag) === 0) continue;
    names.push(name);
    flags &= ~flag;
  }
  if (flags !== 0) names.push(`0x${(flags >>> 0).toString(16)}`);
  const source = Array.from(reprText(p.source ?? None))
    .slice(0, 200)
    .join("");
  return newStr(`re.compile(${[source, ...(names.length > 0 ? [names.join("|")] : [])].join(", ")})`);
}

function comparePatterns(a: PyPattern, other: Value, op: number): OwnedValue {
  if ((op !== EQ && op !== NE) || typeof other === "number" || other.type !== PatternType) return notImplemented();
  const b = other as PyPattern;
  return newBool((a === b || samePattern(a.value, b.value)) === (op === EQ));
}

function samePattern(a: PatternData, b: PatternData): boolean {
  if (a.flags !== b.flags || a.bytes !== b.bytes) return false;
  const [x, y] = [a.program.code, b.program.code];
  return x.length === y.length && x.every((word, i) => word === y[i]) && equal(a.source ?? None, b.source ?? None);
}

function hashPattern({ value: p }: PyPattern): number {
  const source = Number(BigInt.asIntN(32, BigInt(hashOf(p.source ?? None))));
  const code = bytesHash32(new Uint8Array(p.program.code.buffer));
  return source ^ code ^ p.flags ^ p.program.code.length;
}

// ---- one match ----

function once(pattern: PyPattern, string: Value, pos: number, end: number, find: (m: Matcher) => boolean): OwnedValue {
  const m = openRun(pattern, string, pos, end);
  try {
    return find(m) ? newMatch(pattern, m) : newNone();
  } finally {
    closeRun(m);
  }
}

const atStart = (m: Matcher): boolean => match(m, 0, m.start, true);

function atStartToEnd(m: Matcher): boolean {
  m.matchAll = true;
  return atStart(m);
}

// ---- all matches ----

/** Calls `found` after each match, until it answers false. */
function each(m: Matcher, found: () => boolean): void {
  while (m.start <= m.end) {
    m.reset();
    if (!search(m) || !found()) return;
    m.mustAdvance = m.at === m.start;
    m.start = m.at;
  }
}

/** What a group has captured; undefined when it has not. */
function capture(m: Matcher, group: number): Owned | undefined {
  const span = m.captured(group);
  if (span === null) return undefined;
  const [from, to] = checkSpan(span);
  return sliceSubject(m.subject, from, to);
}

/** Runs over a string and collects in a list, which is given up when something raises. */
function collect(
  pattern: PyPattern,
  string: Value,
  pos: number,
  end: number,
  body: (m: Matcher, list: PyList) => void,
): Owned<PyList> {
  const m = openRun(pattern, string, pos, end);
  const list = newList(newRefs());
  try {
    body(m, list);
  } catch (e) {
    drop(list);
    throw e;
  } finally {
    closeRun(m);
  }
  return list;
}

function findItem(m: Matcher, groups: number): Owned {
  if (groups === 0) return sliceSubject(m.subject, m.start, m.at);
  const text = (group: number): Owned => capture(m, group) ?? sliceSubject(m.subject, 0, 0);
  if (groups === 1) return text(0);
  const items = newRefs();
  for (let group = 0; group < groups; group++) items.push(text(group));
  return newTuple(items);
}

const findAll = (pattern: PyPattern, string: Value, pos: number, end: number): OwnedValue =>
  collect(pattern, string, pos, end, (m, list) => {
    each(m, () => {
      listAppend(list, findItem(m, pattern.value.groups));
      return true;
    });
  });

const split = (pattern: PyPattern, string: Value, limit: number): OwnedValue =>
  collect(pattern, string, 0, Number.MAX_SAFE_INTEGER, (m, list) => {
    let n = 0;
    let last = m.start;
    if (limit >= 0) {
      each(m, () => {
        listAppend(list, sliceSubject(m.subject, last, m.start));
        for (let group = 0; group < pattern.value.groups; group++) listAppend(list, capture(m, group) ?? newNone());
        last = m.at;
        return ++n !== limit;
      });
    }
    listAppend(list, sliceSubject(m.subject, last, m.end));
  });

// ---- replacing ----

/** What stands in the place of a match; borrowed, or called with the match. */
type Filter = { kind: "literal" | "template" | "function"; value: Owned };

/** Has a text no backslash in it? What is no text is a template's affair. */
function isLiteral(value: Value): boolean {
  if (isStr(value)) return !value.value.includes("\\");
  if (slotsOf(value).buffer === null) return false;
  try {
    const subject = openSubject(value);
    const literal = !(subject.points as Uint8Array).includes(92);
    closeSubject(subject);
    return literal;
  } catch (e) {
    drop(caught(e) as Owned);
    return false;
  }
}

function filterOf(pattern: PyPattern, replacement: Value): Filter {
  if (slotsOf(replacement).call !== null) return { kind: "function", value: newRef(replacement as PyObject) };
  if (isLiteral(replacement)) return { kind: "literal", value: newRef(replacement as PyObject) };
  const template = compileTemplate(pattern, replacement);
  if (template.value.groups.length > 0) return { kind: "template", value: template };
  const literal = boxed(share(template.value.literals, 0));
  drop(template);
  return { kind: "literal", value: literal };
}

function replacementFor(pattern: PyPattern, m: Matcher, { kind, value }: Filter): OwnedValue {
  if (kind === "literal") return newRef(value);
  const found = newMatch(pattern, m);
  if (kind === "function") return call(value, found);
  try {
    return expandTemplate(moved(value) as PyTemplate, found);
  } finally {
    drop(found);
  }
}

/** The text of the parts, and how many replacements there were. */
function replaceAll(pattern: PyPattern, replacement: Value, string: Value, limit: number): [Owned, number] {
  const filter = filterOf(pattern, replacement);
  let n = 0;
  let empty: Owned = newRef(EMPTY_STR);
  try {
    const parts = collect(pattern, string, 0, Number.MAX_SAFE_INTEGER, (m, list) => {
      let last = 0;
      const replaceOne = (): boolean => {
        const [from, to] = [m.start, m.at];
        if (last < from) listAppend(list, sliceSubject(m.subject, last, from));
        const item = replacementFor(pattern, m, filter);
        if (item === None) drop(item);
        else listAppend(list, item);
        last = to;
        return ++n !== limit;
      };
      if (limit >= 0) each(m, replaceOne);
      if (last < m.end) listAppend(list, sliceSubject(m.subject, last, m.end));
      if (m.subject.bytes) empty = sliceSubject(m.subject, 0, 0);
    });
    return [joined(empty, parts), n];
  } finally {
    drop(empty);
    drop(filter.value);
  }
}

/** The parts, which are given up, as one text. */
function joined(empty: Owned, parts: Owned<PyList>): Owned {
  if (parts.value.length === 0) {
    drop(parts);
    return newRef(empty);
  }
  if (!isStr(empty)) return callMethod(empty, "join", parts) as Owned;
  try {
    return joinStrs(empty, parts.value);
  } finally {
    drop(parts);
  }
}

export const PatternType: PyType = defineType<PyPattern>({
  name: "Pattern",
  module: "re",
  doc: "A compiled regular expression.",
  flags: HAVE_GC | NO_NEW | HAS_WEAKREFS,
  madeOnImport: true,
  basicSize: 96,
  itemSize: 4,
  sizeof: (pattern) => 96 + 4 * pattern.value.program.code.length,
  traverse({ value: p }, visit) {
    if (p.groupIndex !== null) visit(p.groupIndex);
    if (p.indexGroup !== null) visit(p.indexGroup);
    if (p.source !== null) visit(p.source);
  },
  clear({ value: p }) {
    const { source, groupIndex, indexGroup } = p;
    p.source = p.groupIndex = p.indexGroup = null;
    dropMaybe(groupIndex);
    dropMaybe(indexGroup);
    dropMaybe(source);
  },
  slots: { repr: patternRepr, compare: comparePatterns, hash: hashPattern },
  methods: [
    def(
      "match($self, /, string, pos: int = 0, endpos: int = sys.maxsize)",
      "The match at the start of the string, or None.",
      (pattern: PyPattern, string, pos, endpos) => once(pattern, string, pos, endpos, atStart),
    ),
    def(
      "fullmatch($self, /, string, pos: int = 0, endpos: int = sys.maxsize)",
      "The match of the whole string, or None.",
      (pattern: PyPattern, string, pos, endpos) => once(pattern, string, pos, endpos, atStartToEnd),
    ),
    def(
      "search($self, /, string, pos: int = 0, endpos: int = sys.maxsize)",
      "The first match in the string, or None.",
      (pattern: PyPattern, string, pos, endpos) => once(pattern, string, pos, endpos, search),
    ),
    def(
      "sub($self, /, repl, string, count: int = 0)",
      "The string with matches replaced by a text, or by what a function answers for the match.",
      (pattern: PyPattern, replacement, string, count) => replaceAll(pattern, replacement, string, count)[0],
    ),
    def(
      "subn($self, /, repl, string, count: int = 0)",
      "As sub, and how many matches were replaced: a tuple.",
      (pattern: PyPattern, replacement, string, count) => {
        const [text, n] = replaceAll(pattern, replacement, string, count);
        return tupleOf(text, newInt(n));
      },
    ),
    def(
      "findall($self, /, string, pos: int = 0, endpos: int = sys.maxsize)",
      "A list of all matches: the texts, or what the groups have captured.",
      (pattern: PyPattern, string, pos, endpos) => findAll(pattern, string, pos, endpos),
    ),
    def(
      "split($self, /, string, maxsplit: int = 0)",
      "A list of the parts between the matches, and of what the groups have captured.",
      (pattern: PyPattern, string, limit) => split(pattern, string, limit),
    ),
    def(
      "finditer($self, /, string, pos: int = 0, endpos: int = sys.maxsize)",
      "An iterator over all matches.",
      (pattern: PyPattern, string, pos, endpos) => {
        const scanner = newScanner(pattern, string, pos, endpos);
        const method = getAttrText(scanner, "search");
        drop(scanner);
        const it = newCallableIterator(method, None);
        drop(method);
        return it;
      },
    ),
    def(
      "scanner($self, /, string, pos: int = 0, endpos: int = sys.maxsize)",
      "What finds one match after the other.",
      (pattern: PyPattern, string, pos, endpos) => newScanner(pattern, string, pos, endpos),
    ),
    def("__copy__($self, /)", "The pattern itself.", (pattern: PyPattern) => newRef(pattern)),
    def("__deepcopy__($self, memo, /)", "The pattern itself.", (pattern: PyPattern) => newRef(pattern)),
    classGetItem,
  ],
  getset: [
    {
      name: "groupindex",
      doc: "The numbers of the groups that have names.",
      get: ({ value: p }) => (p.groupIndex === null ? newDict() : newMappingProxy(newRef(p.groupIndex))),
    },
  ],
  constants: () => ({
    pattern: member<PyPattern>(PatternType, "pattern", (pattern) => pattern.value.source),
    flags: madeMember<PyPattern>(PatternType, "flags", (pattern) => newInt(pattern.value.flags)),
    groups: madeMember<PyPattern>(PatternType, "groups", (pattern) => newInt(pattern.value.groups)),
  }),
});

/** Borrows everything. */
export function newPattern(
  program: Program,
  source: Value,
  flags: number,
  groups: number,
  names: PyDict,
  byNumber: PyTuple,
): Owned<PyPattern> {
  let bytes: boolean | undefined;
  if (source !== None) {
    const subject = openSubject(source);
    bytes = subject.bytes;
    closeSubject(subject);
  }
  const named = names.value.size > 0;
  const data: PatternData = {
    program,
    source: boxed(keep(source)),
    groupIndex: named ? newRef(names) : null,
    indexGroup: named && byNumber.value.length > 0 ? newRef(byNumber) : null,
    flags,
    groups,
    bytes,
  };
  return allocGC(PatternType, data, null, 112 + 4 * program.code.length);
}
