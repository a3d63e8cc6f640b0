// "Did you mean": the name nearest to one that was not found, by an edit distance in which a letter
// of the other case is half an edit. Distances count bytes of UTF-8.

import { CO_FAST_HIDDEN, CO_FAST_LOCAL } from "../bytecode/code.ts";
import type { PyObject } from "../heap/object.ts";
import { drop, dropAll, type Value } from "../heap/refs.ts";
import { callBound } from "../objects/call.ts";
import { CellType, type PyCell } from "../objects/cell.ts";
import { dictEntries, dictPeek, type PyDict } from "../objects/dict.ts";
import { exceptionType, type PyException } from "../objects/exceptions.ts";
import { contains, listItems } from "../objects/iteration.ts";
import { findAttr } from "../objects/protocol.ts";
import { isAnySet } from "../objects/set.ts";
import { intern, isExactStr, isStr, type PyStr } from "../objects/str.ts";
import { strRepr } from "../objects/text/repr.ts";
import type { Frame } from "./frame.ts";
import { quietly, sysAttribute } from "./reportstream.ts";
import { vm } from "./state.ts";
import type { PyTraceback } from "./traceback.ts";

const MAX_CANDIDATES = 750;
const MAX_LENGTH = 40;
const EDIT = 2;
const CASE = 1;

const encoder = new TextEncoder();

const lower = (byte: number): number => (byte >= 65 && byte <= 90 ? byte + 32 : byte);
const substitution = (a: number, b: number): number => (a === b ? 0 : lower(a) === lower(b) ? CASE : EDIT);

/** What is left of two words without the bytes that both begin and end with. */
function trimmed(a: Uint8Array, b: Uint8Array): [Uint8Array, Uint8Array] {
  let start = 0;
  while (start < a.length && start < b.length && a[start] === b[start]) start++;
  let endA = a.length;
  let endB = b.length;
  while (endA > start && endB > start && a[endA - 1] === b[endB - 1]) {
    endA--;
    endB--;
  }
  return [a.subarray(start, endA), b.subarray(start, endB)];
}

/** The cost of making one word the other; anything above `limit` when it costs more. */
export function editCost(first: Uint8Array, second: Uint8Array, limit: number): number {
  let [a, b] = trimmed(first, second);
  if (a.length === 0 || b.length === 0) return (a.length + b.length) * EDIT;
  if (a.length > MAX_LENGTH || b.length > MAX_LENGTH) return limit + 1;
  if (b.length < a.length) [a, b] = [b, a];
  if ((b.length - a.length) * EDIT > limit) return limit + 1;
  const row = Array.from(a, (_, i) => EDIT * (i + 1));
  let result = 0;
  for (let i = 0; i < b.length; i++) {
    let distance = i * EDIT;
    let least = Number.POSITIVE_INFINITY;
    result = distance;
    for (let k = 0; k < a.length; k++) {
      const substituted = distance + substitution(b[i], a[k]);
      distance = row[k];
      result = Math.min(Math.min(result, distance) + EDIT, substituted);
      row[k] = result;
      least = Math.min(least, result);
    }
    if (least > limit) return limit + 1;
  }
  return result;
}

/** The candidate nearest to a name; null when none is near. Of equally near ones the first. */
export function nearest(name: string, candidates: readonly string[]): string | null {
  if (candidates.length >= MAX_CANDIDATES) return null;
  const wanted = encoder.encode(name);
  let best: string | null = null;
  let bestCost = Number.POSITIVE_INFINITY;
  for (const candidate of candidates) {
    if (candidate === name) continue;
    const bytes = encoder.encode(candidate);
    // No more than a third of the characters involved may change.
    const limit = Math.min(Math.trunc(((wanted.length + bytes.length + 3) * EDIT) / 6), bestCost - 1);
    const cost = editCost(wanted, bytes, limit);
    if (cost > limit) continue;
    best = candidate;
    bestCost = cost;
  }
  return best;
}

/** `dir(value)`; null when it cannot be had, or has something in it that is no str. */
function namesOf(value: Value): string[] | null {
  return quietly(null, () => {
    const answer = callBound(value, "__dir__");
    if (answer === undefined) return null;
    try {
      const names = textsOf(listItems(answer));
      return names === null ? null : names.sort();
    } finally {
      drop(answer);
    }
  });
}

/** Gives the items up. */
function textsOf(items: readonly Value[]): string[] | null {
  try {
    return items.every(isStr) ? (items as PyStr[]).map((item) => item.value) : null;
  } finally {
    dropAll(items);
  }
}

function keysOf(dict: PyDict): string[] | null {
  const names: string[] = [];
  for (const [key] of dictEntries(dict)) {
    if (!isStr(key)) return null;
    names.push(key.value);
  }
  return names;
}

const nearestOf = (name: string, candidates: string[] | null): string | null =>
  candidates === null ? null : nearest(name, candidates);

const didYouMean = (suggestion: string | null): string =>
  suggestion === null ? "" : `. Did you mean: ${strRepr(suggestion)}?`;

function forAttribute(e: PyException): string {
  const [name, object] = e.value.members;
  if (name === undefined || object === undefined || !isExactStr(name)) return "";
  return didYouMean(nearestOf(name.value, namesOf(object)));
}

function forImport(e: PyException): string {
  const [, module, , name] = e.value.members;
  if (name === undefined || module === undefined || !isExactStr(name) || !isExactStr(module)) return "";
  const imported = dictPeek(vm.modules, intern(module.value));
  return imported === undefined ? "" : didYouMean(nearestOf(name.value, namesOf(imported)));
}

// ---- names ----

/** The local variables of a frame's function that are no cells of others. */
const localNames = (f: Frame): string[] =>
  f.code.unit.localsPlusNames.filter((_, i) => {
    const kind = f.code.unit.localsPlusKinds[i];
    return (kind & CO_FAST_LOCAL) !== 0 && (kind & CO_FAST_HIDDEN) === 0;
  });

function selfOf(f: Frame): Value | undefined {
  const i = f.code.unit.localsPlusNames.indexOf("self");
  const value = f.S[f.bp + i] as Value | undefined;
  return value !== undefined && value !== null && typeof value !== "number" && value.type === CellType
    ? (value as PyCell).value
    : value;
}

/** Has the instance of a method the name that was meant? Null when asking it has failed. */
function isOwnAttribute(f: Frame, name: PyStr): boolean | null {
  const self = selfOf(f);
  if (self === undefined || self === null) return null;
  return quietly<boolean | null>(null, () => {
    const found = findAttr(self, name);
    if (found === undefined) return false;
    drop(found);
    return true;
  });
}

/** The name that was meant; undefined when looking for it has failed. */
function meantName(f: Frame, name: PyStr): string | null | undefined {
  const locals = localNames(f);
  if (locals.includes("self")) {
    const own = isOwnAttribute(f, name);
    if (own === null) return undefined;
    if (own) return `self.${name.value}`;
  }
  const local = nearest(name.value, locals);
  if (local !== null) return local;
  for (const scope of [f.globals, f.builtins]) {
    const names = keysOf(scope);
    if (names === null) return undefined;
    const found = nearest(name.value, names);
    if (found !== null) return found;
  }
  return null;
}

function isStandardModule(name: PyStr): boolean {
  const names = sysAttribute("stdlib_module_names");
  return names !== undefined && isAnySet(names) && quietly(false, () => contains(names, name));
}

function forName(e: PyException): string {
  const name = e.value.members[0];
  let tb = e.value.traceback as PyTraceback | null;
  if (name === undefined || !isExactStr(name) || tb === null) return "";
  while (tb.value.next !== null) tb = tb.value.next;
  const frame: PyObject | null = tb.value.frame;
  const meant = frame === null ? undefined : meantName(frame.value as Frame, name);
  if (meant === undefined) return "";
  if (!isStandardModule(name)) return didYouMean(meant);
  const forgotten = `id you forget to import ${strRepr(name.value)}?`;
  return meant === null ? `. D${forgotten}` : `${didYouMean(meant)} Or d${forgotten}`;
}

const SUGGESTERS = new Map([
  [exceptionType("AttributeError"), forAttribute],
  [exceptionType("NameError"), forName],
  [exceptionType("ImportError"), forImport],
]);

/** What follows the message of an exception: a suggestion, or nothing. Only of these classes themselves. */
export const suggestionFor = (e: PyException): string => quietly("", () => SUGGESTERS.get(e.type)?.(e) ?? "");
