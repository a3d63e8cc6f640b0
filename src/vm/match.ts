// The instructions of `match`.

import { alloc } from "../heap/heap.ts";
import type { PyObject, PyType } from "../heap/object.ts";
import {
  drop,
  dropAll,
  dropMaybe,
  keep,
  newRef,
  newRefs,
  type Owned,
  type OwnedValue,
  type Refs,
  share,
  type Value,
} from "../heap/refs.ts";
import { MAPPING, SEQUENCE } from "../heap/type.ts";
import { call } from "../objects/call.ts";
import { typeError, valueError } from "../objects/errors.ts";
import { isInstance } from "../objects/instancecheck.ts";
import { ObjectType } from "../objects/object.ts";
import { findAttr, findAttrText, getAttrText, isType, reprText, typeName } from "../objects/protocol.ts";
import { newSet, type PySet, setAdd, setContains } from "../objects/set.ts";
import { newNone } from "../objects/singletons.ts";
import { isStr, type PyStr } from "../objects/str.ts";
import { isExactTuple, newTuple, type PyTuple } from "../objects/tuple.ts";

export const isMappingPattern = (value: Value): boolean =>
  typeof value !== "number" && (value.type.value.flags & MAPPING) !== 0;
export const isSequencePattern = (value: Value): boolean =>
  typeof value !== "number" && (value.type.value.flags & SEQUENCE) !== 0 && !isText(value);
const isText = (value: PyObject): boolean =>
  ["str", "bytes", "bytearray"].some((n) =>
    value.type.value.mro.some((t) => t.value.name === n && t.value.module === "builtins"),
  );

/** The values of some keys, as a tuple; None when a key is missing. */
export function matchKeys(subject: Value, keysTuple: Value): Owned {
  const keys = (keysTuple as PyTuple).value;
  if (keys.length === 0) return newTuple(newRefs());
  const values = newRefs();
  let get: OwnedValue | null = null;
  let missing: Owned | null = null;
  let seen: Owned<PySet> | null = null;
  let complete = false;
  try {
    get = getAttrText(subject, "get");
    missing = alloc(ObjectType, null, null, 16);
    seen = newSet();
    for (let i = 0; i < keys.length; i++) {
      const key = share(keys, i) as Value;
      if (setContains(seen, key)) {
        drop(key as OwnedValue);
        throw valueError(`mapping pattern checks duplicate key (${reprText(key)})`);
      }
      setAdd(seen, share(keys, i));
      const value = call(get, key as OwnedValue, newRef(missing));
      if (value === missing) {
        drop(value);
        return newNone();
      }
      values.push(value);
    }
    complete = true;
  } finally {
    for (const o of [seen, missing, get]) dropMaybe(o);
    if (!complete) dropAll(values);
  }
  return newTuple(values);
}

/** MATCH_CLASS: [subject, type, names] become the attributes as a tuple, or None. */
export function matchClass(S: Value[], sp: number, positional: number): number {
  const [subject, type, names] = [S[sp - 3], S[sp - 2], S[sp - 1] as PyTuple];
  const attributes = classAttributes(subject, type, positional, names.value as unknown as PyStr[]);
  S[sp - 3] = attributes ?? newNone();
  drop(subject as OwnedValue);
  drop(type as OwnedValue);
  drop(names as unknown as Owned);
  return sp - 2;
}

function classAttributes(subject: Value, type: Value, positional: number, names: readonly PyStr[]): Owned | null {
  if (!isType(type)) throw typeError("called match pattern must be a class");
  if (!isInstance(subject, type)) return null;
  const seen = new Set<string>();
  const values = newRefs();
  const fail = (): null => {
    for (const v of values) drop(v as OwnedValue);
    return null;
  };
  try {
    if (positional > 0 && !matchPositional(subject, type, positional, seen, values)) return fail();
    for (const name of names) {
      const value = attribute(subject, type, name, seen);
      if (value === undefined) return fail();
      values.push(value);
    }
  } catch (e) {
    fail();
    throw e;
  }
  return newTuple(values);
}

/** Types whose one positional pattern is the subject itself. */
const SELF_MATCHING = new Set([
  "bool",
  "bytearray",
  "bytes",
  "dict",
  "float",
  "frozenset",
  "int",
  "list",
  "set",
  "str",
  "tuple",
]);
const matchesSelf = (type: PyType): boolean =>
  type.value.mro.some((t) => t.value.module === "builtins" && SELF_MATCHING.has(t.value.name));

function matchPositional(subject: Value, type: PyType, count: number, seen: Set<string>, values: Refs): boolean {
  const matchArgs = findAttrText(type, "__match_args__");
  if (matchArgs === undefined) {
    const allowed = matchesSelf(type) ? 1 : 0;
    if (count > allowed) throw tooManyPatterns(type, allowed, count);
    values.push(keep(subject));
    return true;
  }
  try {
    if (!isExactTuple(matchArgs))
      throw typeError(`${type.value.name}.__match_args__ must be a tuple (got ${typeName(matchArgs)})`);
    const { length } = matchArgs.value;
    if (count > length) throw tooManyPatterns(type, length, count);
    for (let i = 0; i < count; i++) {
      const name = matchArgs.value[i];
      if (!isStr(name)) throw typeError(`__match_args__ elements must be strings (got ${typeName(name)})`);
      const value = attribute(subject, type, name, seen);
      if (value === undefined) return false;
      values.push(value);
    }
    return true;
  } finally {
    drop(matchArgs);
  }
}

const tooManyPatterns = (type: PyType, allowed: number, given: number): unknown =>
  typeError(
    `${type.value.name}() accepts ${allowed} positional sub-pattern${allowed === 1 ? "" : "s"} (${given} given)`,
  );

function attribute(subject: Value, type: PyType, name: PyStr, seen: Set<string>): OwnedValue | undefined {
  if (seen.has(name.value))
    throw typeError(`${type.value.name}() got multiple sub-patterns for attribute '${name.value}'`);
  seen.add(name.value);
  return findAttr(subject, name);
}
