// re.Match: where a pattern has matched, and what its groups have captured.
import { allocGC, reserve } from "../../heap/heap.ts";
import type { PyObject, PyType } from "../../heap/object.ts";
import {
  drop,
  dropMaybe,
  keep,
  newRef,
  newRefs,
  type Owned,
  type OwnedValue,
  share,
  type Value,
} from "../../heap/refs.ts";
import { HAVE_GC, NO_NEW } from "../../heap/type.ts";
import { def } from "../../native/signature.ts";
import { classGetItem } from "../../objects/classgetitem.ts";
import { defineType } from "../../objects/define.ts";
import { dictEntries, dictGet, dictSet, newDict } from "../../objects/dict.ts";
import { indexError, newError } from "../../objects/errors.ts";
import { indexClamped, isInt, newInt } from "../../objects/int.ts";
import { madeMember, member, untold } from "../../objects/members.ts";
import { reprText, slotsOf } from "../../objects/protocol.ts";
import { None, newNone } from "../../objects/singletons.ts";
import { newStr } from "../../objects/str.ts";
import { newTuple, type PyTuple, tupleOf } from "../../objects/tuple.ts";
import type { Matcher } from "./matcher.ts";
import type { PyPattern } from "./pattern.ts";
import { sliceObject } from "./subject.ts";
import { compileTemplate, expandTemplate } from "./template.ts";

interface MatchData {
  /** Owned, all three; `regs` once it has been asked for. Null after the collector has cleared them. */
  pattern: PyPattern | null;
  string: PyObject | null;
  regs: PyTuple | null;
  /** Start and end of the match and of each group; -1 for a group that has not matched. */
  spans: Int32Array;
  /** Groups, the whole match among them. */
  groups: number;
  pos: number;
  endpos: number;
  lastGroup: number;
}
export type PyMatch = PyObject<MatchData>;

/** What a group has matched; `missing`, kept, when it has not. */
export function matchedGroup(match: PyMatch, group: number, missing: Value): OwnedValue {
  const { string, spans } = match.value;
  const from = spans[2 * group];
  if (string === null || string === None || from < 0)
    return typeof missing === "number" ? keep(missing) : newRef(missing);
  return sliceObject(string, from, spans[2 * group + 1]);
}

/** The number of a group, by its number or name. Raises IndexError. */
function groupIndex(match: PyMatch, group: Value): number {
  let n = -1;
  if (slotsOf(group).index !== null) n = indexClamped(group);
  else {
    const names = match.value.pattern?.value.groupIndex ?? null;
    const found = names === null ? undefined : dictGet(names, group);
    if (found !== undefined) {
      if (isInt(found)) n = indexClamped(found);
      drop(found);
    }
  }
  if (n < 0 || n >= match.value.groups) throw indexError("no such group");
  return n;
}

const pair = (match: PyMatch, group: number): OwnedValue =>
  tupleOf(newInt(match.value.spans[2 * group]), newInt(match.value.spans[2 * group + 1]));

const matched = (match: PyMatch, group: Value): OwnedValue => matchedGroup(match, groupIndex(match, group), None);

/** The matches of some groups as a tuple. */
function tupleOfGroups(count: number, item: (i: number) => OwnedValue): Owned {
  const items = newRefs();
  try {
    for (let i = 0; i < count; i++) items.push(item(i));
  } catch (e) {
    for (const o of items) drop(o as OwnedValue);
    throw e;
  }
  return newTuple(items);
}

function groupDict(match: PyMatch, missing: Value): Owned {
  const result = newDict();
  const names = match.value.pattern?.value.groupIndex ?? null;
  if (names === null) return result;
  const held = [missing];
  try {
    for (const [name] of [...dictEntries(names)]) {
      const group = groupIndex(match, name);
      const value = match.value.spans[2 * group] < 0 ? share(held, 0) : matchedGroup(match, group, None);
      dictSet(result, name, value);
    }
  } catch (e) {
    drop(result);
    throw e;
  }
  return result;
}

function regsOf(match: PyMatch): OwnedValue {
  const m = match.value;
  m.regs ??= tupleOfGroups(m.groups, (i) => pair(match, i)) as PyTuple;
  return newRef(m.regs);
}

function lastName(match: PyMatch): OwnedValue {
  const names = match.value.pattern?.value.indexGroup ?? null;
  const n = match.value.lastGroup;
  return names !== null && n >= 0 && n < names.value.length ? share(names.value, n) : newNone();
}

const sized = (match: PyMatch): number => 88 + 8 * match.value.spans.length;

export const MatchType: PyType = defineType<PyMatch>({
  name: "Match",
  module: "re",
  doc: "What a pattern has found in a text. It is true, always.",
  flags: HAVE_GC | NO_NEW,
  madeOnImport: true,
  basicSize: 88,
  itemSize: 8,
  sizeof: sized,
  traverse({ value: m }, visit) {
    if (m.string !== null) visit(m.string);
    if (m.regs !== null) visit(m.regs);
    if (m.pattern !== null) visit(m.pattern);
  },
  clear({ value: m }) {
    const { string, regs, pattern } = m;
    m.string = m.regs = m.pattern = null;
    dropMaybe(string);
    dropMaybe(regs);
    dropMaybe(pattern);
  },
  slots: {
    repr(match) {
      const whole = matchedGroup(match, 0, None);
      const [from, to] = match.value.spans;
      try {
        const text = Array.from(reprText(whole)).slice(0, 50).join("");
        return newStr(`<re.Match object; span=(${from}, ${to}), match=${text}>`);
      } finally {
        drop(whole);
      }
    },
    getitem: matched,
  },
  methods: [
    ...untold([
      def(
        "group($self, *args)",
        "What groups have matched, by number or name; one, or a tuple of several.",
        (match: PyMatch, args) => {
          if (args.length === 0) return matched(match, 0);
          if (args.length === 1) return matched(match, args[0]);
          return tupleOfGroups(args.length, (i) => matched(match, args[i]));
        },
      ),
    ]),
    def(
      "start($self, group=0, /) -> int",
      "Where what a group has matched begins.",
      (match: PyMatch, group) => match.value.spans[2 * groupIndex(match, group)],
    ),
    def(
      "end($self, group=0, /) -> int",
      "Where what a group has matched ends.",
      (match: PyMatch, group) => match.value.spans[2 * groupIndex(match, group) + 1],
    ),
    def("span($self, group=0, /)", "Start and end of what a group has matched.", (match: PyMatch, group) =>
      pair(match, groupIndex(match, group)),
    ),
    def(
      "groups($self, /, default=None)",
      "What all groups have matched, from the first on.",
      (match: PyMatch, missing) => {
        const held = [missing];
        return tupleOfGroups(match.value.groups - 1, (i) =>
          match.value.spans[2 * i + 2] < 0 ? share(held, 0) : matchedGroup(match, i + 1, None),
        );
      },
    ),
    def(
      "groupdict($self, /, default=None)",
      "What the groups with names have matched, by their names.",
      (match: PyMatch, missing) => groupDict(match, missing),
    ),
    def(
      "expand($self, /, template)",
      "The template with what the groups have matched in it.",
      (match: PyMatch, template) => {
        const compiled = compileTemplate(match.value.pattern as PyPattern, template);
        try {
          return expandTemplate(compiled, match);
        } finally {
          drop(compiled);
        }
      },
    ),
    def("__copy__($self, /)", "The match itself.", (match: PyMatch) => newRef(match)),
    def("__deepcopy__($self, memo, /)", "The match itself.", (match: PyMatch) => newRef(match)),
    classGetItem,
  ],
  getset: [
    {
      name: "lastindex",
      doc: "The number of the group that has matched last.",
      get: (match) => (match.value.lastGroup >= 0 ? newInt(match.value.lastGroup) : newNone()),
    },
    { name: "lastgroup", doc: "The name of the group that has matched last.", get: lastName },
    { name: "regs", get: regsOf },
  ],
  constants: () => ({
    string: member<PyMatch>(MatchType, "string", (match) => match.value.string),
    re: member<PyMatch>(MatchType, "re", (match) => match.value.pattern),
    pos: madeMember<PyMatch>(MatchType, "pos", (match) => newInt(match.value.pos)),
    endpos: madeMember<PyMatch>(MatchType, "endpos", (match) => newInt(match.value.endpos)),
  }),
});

/** Where a run has found the pattern. */
export function newMatch(pattern: PyPattern, m: Matcher): Owned<PyMatch> {
  const groups = pattern.value.groups + 1;
  reserve(16 * groups);
  const spans = new Int32Array(2 * groups).fill(-1);
  spans[0] = m.start;
  spans[1] = m.at;
  for (let group = 0; group < pattern.value.groups; group++) {
    const span = m.captured(group);
    if (span !== null) spans.set(checkSpan(span), 2 * group + 2);
  }
  const data: MatchData = {
    pattern: newRef(pattern),
    string: newRef(m.subject.object),
    regs: null,
    spans,
    groups,
    pos: m.pos,
    endpos: m.end,
    lastGroup: m.lastGroup,
  };
  return allocGC(MatchType, data, null, 104 + 16 * groups);
}

/** Nested assertions can leave a group that ends before it begins. */
export function checkSpan(span: [from: number, to: number]): [from: number, to: number] {
  if (span[0] <= span[1]) return span;
  throw newError("SystemError", "The span of capturing group is wrong, please report a bug for the re module.");
}
