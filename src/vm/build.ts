// Instructions that build containers and take them apart.
import { reserve, resize } from "../heap/heap.ts";
import type { PyObject } from "../heap/object.ts";
import {
  copySlots,
  drop,
  moved,
  newRef,
  type Owned,
  type OwnedValue,
  type Refs,
  share,
  type Value,
} from "../heap/refs.ts";
import { ascii } from "../objects/ascii.ts";
import { dictSet, newDict, newDictOf, type PyDict } from "../objects/dict.ts";
import { dictMergeKeywords, dictUpdateDisplay } from "../objects/dictmerge.ts";
import { DictTable } from "../objects/dicttable.ts";
import { caught, memoryError, typeError } from "../objects/errors.ts";
import { formatValue as formatBySpec } from "../objects/formatvalue.ts";
import { isSequence, unpackExact, unpackStar } from "../objects/iteration.ts";
import { listExtend, type PyList } from "../objects/list.ts";
import { isError, repr, slotsOf, str, typeName } from "../objects/protocol.ts";
import { newSet, type PySet, setAddBorrowed, setUpdate } from "../objects/set.ts";
import {
  ASCII,
  EMPTY_STR,
  isExactStr,
  kindOf,
  MAX_UNITS,
  newStrOfKind,
  newTextStr,
  type PyStr,
  UCS4,
} from "../objects/str.ts";
import type { PyTuple } from "../objects/tuple.ts";
import { functionName } from "./calls.ts";

/** Moves the top `n` items off the stack. */
export function takeItems(S: Value[], sp: number, n: number): Refs {
  return copySlots(S, sp - n, sp) as unknown as Refs;
}

/** Drops the items between `from` and `sp`, and answers `from`. */
function dropDown(S: Value[], from: number, sp: number): number {
  for (let i = from; i < sp; i++) drop(S[i] as OwnedValue);
  return from;
}

export function buildSet(S: Value[], sp: number, n: number): number {
  const set = newSet();
  try {
    for (let i = sp - n; i < sp; i++) {
      const item = S[i] as OwnedValue;
      setAddBorrowed(set, item);
      S[i] = null as unknown as Value;
      drop(item);
    }
  } catch (e) {
    drop(set);
    throw e;
  }
  S[sp - n] = set;
  return sp - n + 1;
}

export function buildMap(S: Value[], sp: number, n: number): number {
  const dict = newDict();
  const at = sp - 2 * n;
  try {
    presize(dict, n, S, at, 2);
    for (let i = at; i < sp; i += 2) dictSet(dict, S[i], share(S, i + 1));
  } catch (e) {
    drop(dict);
    throw e;
  }
  dropDown(S, at, sp);
  S[at] = dict;
  return at + 1;
}

/** Bytes of a dict of one to five strs. */
const SMALL_DICT_BYTES = 184;

export function buildConstKeyMap(S: Value[], sp: number, n: number): number {
  const keys = S[sp - 1] as PyTuple;
  const at = sp - 1 - n;
  if (n <= 5 && areDistinctStrs(keys)) {
    reserve(SMALL_DICT_BYTES);
    const names = roomForFive(keys.value, 0, n);
    for (let i = 0; i < n; i++) newRef(names[i] as PyObject);
    S[at] = newDictOf(new DictTable(8, names, roomForFive(S, at, n)));
    drop(moved(keys) as Owned);
    return at + 1;
  }
  const dict = newDict();
  try {
    presize(dict, n, keys.value, 0, 1);
    for (let i = 0; i < n; i++) dictSet(dict, share(keys.value, i) as Value, share(S, at + i));
  } catch (e) {
    drop(dict);
    throw e;
  }
  for (let i = 0; i < n; i++) drop(keys.value[i] as OwnedValue);
  dropDown(S, at, sp);
  S[at] = dict;
  return at + 1;
}

/** The `n` slots from `at` on, in an array that has room for five: as many as a dict's first table. */
function roomForFive(slots: readonly Value[], at: number, n: number): OwnedValue[] {
  const array = [slots[at], slots[at], slots[at], slots[at], slots[at]];
  for (let i = n; i < 5; i++) array.pop();
  for (let i = 1; i < n; i++) array[i] = slots[at + i];
  return array as OwnedValue[];
}

/** What a constant tuple keeps as `extra` once it is known to be of different strs. */
const DISTINCT = "distinct";

/** Strs, no two of them equal? */
function areDistinctStrs(tuple: PyTuple): boolean {
  const holder: PyObject = tuple;
  if (holder.extra === DISTINCT) return true;
  const keys = tuple.value;
  for (let i = 0; i < keys.length; i++) {
    const key = keys[i];
    if (!isExactStr(key)) return false;
    for (let k = 0; k < i; k++) if ((keys[k] as PyStr).value === key.value) return false;
  }
  holder.extra = DISTINCT;
  return true;
}

/** A dict of more than five entries gets a table for all of them at once. The keys lie `step` apart from `at` on. */
function presize(dict: PyDict, n: number, keys: ArrayLike<Value>, at: number, step: number): void {
  if (n <= 5) return;
  let allStr = true;
  for (let i = 0; i < n; i++) allStr &&= isExactStr(keys[at + i * step]);
  const before = dict.value.byteSize();
  dict.value.presize(n, allStr);
  resize(dict.value.byteSize() - before);
}

export function buildString(S: Value[], sp: number, n: number): number {
  const at = sp - n;
  const pieces: string[] = [];
  let length = 0;
  let kind = ASCII;
  for (let i = at; i < sp; i++) {
    const piece = S[i] as PyStr;
    kind = Math.max(kind, kindOf(piece));
    length += piece.value.length;
    pieces.push(piece.value);
  }
  if (length > MAX_UNITS) throw memoryError();
  // Joined at once, and not one to the other, since those sums would live as long as the text.
  const text = pieces.join("");
  const answer = kind === UCS4 || text.length < 2 ? newTextStr(text, kind === UCS4) : newStrOfKind(text, kind);
  dropDown(S, at, sp);
  S[at] = answer;
  return at + 1;
}

/** FORMAT_VALUE: conversion in the low bits, a format on the stack when told. */
export function formatValue(S: Value[], sp: number, arg: number): number {
  const hasSpec = (arg & 4) !== 0;
  const at = hasSpec ? sp - 2 : sp - 1;
  const conversion = arg & 3;
  if (conversion !== 0) {
    const value = S[at];
    S[at] = conversion === 1 ? str(value) : conversion === 2 ? repr(value) : ascii(value);
    drop(value as OwnedValue);
  }
  const value = S[at];
  if (!hasSpec && isExactStr(value)) return sp;
  const spec = hasSpec ? (S[sp - 1] as PyStr) : EMPTY_STR;
  const text = formatBySpec(value, spec);
  S[at] = text;
  if (hasSpec) drop(spec as unknown as OwnedValue);
  drop(value as OwnedValue);
  return at + 1;
}

export function setAddStack(S: Value[], sp: number, depth: number): void {
  const item = S[sp - 1] as OwnedValue;
  setAddBorrowed(S[sp - 1 - depth] as PySet, item);
  S[sp - 1] = null as unknown as Value;
  drop(item);
}

/** MAP_ADD: [..., dict, ..., key, value]. */
export function mapAdd(S: Value[], sp: number, depth: number): void {
  const key = S[sp - 2];
  const value = S[sp - 1] as OwnedValue;
  S[sp - 1] = null as unknown as Value;
  dictSet(S[sp - 2 - depth] as PyDict, key, value);
  drop(key as OwnedValue);
}

export function listExtendStack(S: Value[], sp: number, depth: number): void {
  const iterable = S[sp - 1];
  try {
    listExtend(S[sp - 1 - depth] as PyList, iterable);
  } catch (e) {
    if (isError(caught(e), "TypeError") && slotsOf(iterable).iter === null && !isSequence(iterable)) {
      drop(caught(e) as OwnedValue);
      throw typeError(`Value after * must be an iterable, not ${typeName(iterable)}`);
    }
    throw e;
  }
  drop(iterable as OwnedValue);
}

export function setUpdateStack(S: Value[], sp: number, depth: number): void {
  setUpdate(S[sp - 1 - depth] as PySet, S[sp - 1]);
  drop(S[sp - 1] as OwnedValue);
}

export function dictUpdateStack(S: Value[], sp: number, depth: number): void {
  dictUpdateDisplay(S[sp - 1 - depth] as PyDict, S[sp - 1]);
  drop(S[sp - 1] as OwnedValue);
}

/** DICT_MERGE: the function to be called lies two below the dict. */
export function dictMergeStack(S: Value[], sp: number, depth: number): void {
  const fn = S[sp - 1 - depth - 2];
  dictMergeKeywords(S[sp - 1 - depth] as PyDict, S[sp - 1], () => functionName(fn));
  drop(S[sp - 1] as OwnedValue);
}

/** Replaces the iterable on top by its items, the first on top. */
export function unpackSequence(S: Value[], sp: number, n: number): number {
  const seq = S[sp - 1];
  const items = unpackExact(seq, n);
  sp--;
  for (let i = n - 1; i >= 0; i--) S[sp++] = items[i];
  drop(seq as OwnedValue);
  return sp;
}

export function unpackEx(S: Value[], sp: number, arg: number): number {
  const seq = S[sp - 1];
  const items = unpackStar(seq, arg & 0xff, arg >> 8);
  sp--;
  for (let i = items.length - 1; i >= 0; i--) S[sp++] = items[i];
  drop(seq as OwnedValue);
  return sp;
}
