// BaseExceptionGroup and ExceptionGroup: several exceptions raised as one. Splitting keeps the
// tree: each part is made by the group's own `derive`, with its traceback, cause, context and notes.
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
  type Value,
} from "../heap/refs.ts";
import { def } from "../native/signature.ts";
import { call, callMethod } from "./call.ts";
import { classGetItem } from "./classgetitem.ts";
import { extendType, type GetSet } from "./define.ts";
import { attributeError, typeError, valueError } from "./errors.ts";
import { memberValue, refuseKeywords } from "./exceptionmethods.ts";
import {
  BaseExceptionType,
  defineException,
  exceptionType,
  isException,
  newExceptionOf,
  type PyException,
  setExceptionMember,
} from "./exceptions.ts";
import { isSequence, listItems, tupleFrom } from "./iteration.ts";
import { newList } from "./list.ts";
import { isSubtype } from "./lookup.ts";
import { findAttrText, hasType, isType, setAttr, slotsOf, takeTruth, typeName } from "./protocol.ts";
import { nested } from "./recursion.ts";
import { declareBases } from "./secondbase.ts";
import { None, newNone } from "./singletons.ts";
import { intern, isStr, newStr, type PyStr } from "./str.ts";
import { isTuple, type PyTuple, tupleOf } from "./tuple.ts";
import { newWeakrefDescriptor } from "./type.ts";

const MESSAGE = 0;
const EXCEPTIONS = 1;
const WHERE = " in exceptiongroup_split_recursive";

const ExceptionType = exceptionType("Exception");
export const BaseExceptionGroupType: PyType = defineException(
  "BaseExceptionGroup",
  BaseExceptionType,
  "A combination of multiple unrelated exceptions.",
  ["message", "exceptions"],
);
export const ExceptionGroupType: PyType = defineException("ExceptionGroup", BaseExceptionGroupType, "");
// CPython makes this one as a class statement would.
extendType(ExceptionGroupType, { constants: () => ({ __weakref__: newWeakrefDescriptor(ExceptionGroupType) }) });

export const isExceptionGroup = (value: Value): boolean => hasType(value, BaseExceptionGroupType);

/** The exceptions of a group, borrowed. */
export const groupMembers = (group: PyException): readonly Value[] =>
  (group.value.members[EXCEPTIONS] as PyTuple).value;

// ---- making ----

/** The exceptions as a tuple, each of them checked. */
function checkedExceptions(value: Value): Owned<PyTuple> {
  if (!isSequence(value)) throw typeError("second argument (exceptions) must be a sequence");
  const exceptions = tupleFrom(value);
  const { value: items } = exceptions;
  const wrong = items.findIndex((item) => !isException(item));
  if (items.length > 0 && wrong < 0) return exceptions;
  drop(exceptions);
  throw valueError(
    wrong < 0
      ? "second argument (exceptions) must be a non-empty sequence"
      : `Item ${wrong} of second argument (exceptions) is not an exception`,
  );
}

/** Of plain Exceptions alone a BaseExceptionGroup is an ExceptionGroup; an ExceptionGroup holds nothing else. */
function classFor(type: PyType, exceptions: PyTuple): PyType {
  const allPlain = exceptions.value.every((e) => hasType(e, ExceptionType));
  if (type === BaseExceptionGroupType) return allPlain ? ExceptionGroupType : type;
  if (allPlain || !isSubtype(type, ExceptionType)) return type;
  throw typeError(
    type === ExceptionGroupType
      ? "Cannot nest BaseExceptions in an ExceptionGroup"
      : `Cannot nest BaseExceptions in '${type.value.name}'`,
  );
}

function newGroup(type: PyType, args: Value[], kwnames: readonly PyObject[] | null): OwnedValue {
  const count = args.length - (kwnames?.length ?? 0);
  if (count !== 2) throw typeError(`BaseExceptionGroup.__new__() takes exactly 2 arguments (${count} given)`);
  if (!isStr(args[0])) throw typeError(`BaseExceptionGroup.__new__() argument 1 must be str, not ${typeName(args[0])}`);
  const exceptions = checkedExceptions(args[1]);
  try {
    const group = newExceptionOf(classFor(type, exceptions), tupleOf(keep(args[0]), keep(args[1])));
    setExceptionMember(group, MESSAGE, newRef(args[0]));
    setExceptionMember(group, EXCEPTIONS, newRef(exceptions));
    return group;
  } finally {
    drop(exceptions);
  }
}

/** A group of the exceptions in a list or a tuple, which it steals. */
export function createGroup(message: string, exceptions: Owned): Owned<PyException> {
  const args: OwnedValue[] = [newStr(message), exceptions];
  try {
    return newGroup(BaseExceptionGroupType, args, null) as Owned<PyException>;
  } finally {
    dropAll(args);
  }
}

const readOnlyMember = (name: string, at: number): GetSet<PyException> => ({
  name,
  get: (e) => memberValue(e, at),
  set() {
    throw attributeError("readonly attribute");
  },
});

// ---- splitting ----

/** What a split answers; both owned, null when there is nothing. */
export interface Split {
  match: Owned | null;
  rest: Owned | null;
}
type Matcher = (e: PyException) => boolean;

/** A type, a tuple of types, or a function decides which exceptions match. */
function matcherOf(condition: Value): Matcher {
  const isClass = (value: Value): boolean => isType(value) && isSubtype(value, BaseExceptionType);
  if (isType(condition) && isClass(condition)) return (e) => isSubtype(e.type, condition);
  if (isTuple(condition) && condition.value.every(isClass)) {
    return (e) => condition.value.some((type) => isSubtype(e.type, type as PyType));
  }
  if (isType(condition) || slotsOf(condition).call === null) {
    throw typeError("expected a function, exception type or tuple of exception types");
  }
  return (e) => takeTruth(call(condition, newRef(e)));
}

/** A part of a group with some of its exceptions, which are stolen; null when there are none. */
function subset(group: PyException, exceptions: Refs): Owned | null {
  if (exceptions.length === 0) return null;
  const part = callMethod(group, "derive", newList(exceptions));
  try {
    if (!isExceptionGroup(part)) throw typeError("derive must return an instance of BaseExceptionGroup");
    copyMetadata(group, part as PyObject as PyException);
    return part as Owned;
  } catch (e) {
    drop(part);
    throw e;
  }
}

function copyMetadata(from: PyException, to: PyException): void {
  for (const field of ["traceback", "context", "cause"] as const) {
    const old = to.value[field];
    const value = from.value[field];
    to.value[field] = value === null ? null : newRef(value);
    dropMaybe(old);
  }
  const notes = findAttrText(from, "__notes__");
  if (notes === undefined) return;
  try {
    if (!isSequence(notes)) return;
    const copy = newList(listItems(notes));
    try {
      setAttr(to, intern("__notes__"), copy);
    } finally {
      drop(copy);
    }
  } finally {
    drop(notes);
  }
}

/** Splits an exception, or a tree of them. Without `wantRest` what does not match is let go. */
function split(e: PyException, matches: Matcher, wantRest: boolean): Split {
  if (matches(e)) return { match: newRef(e), rest: null };
  if (!isExceptionGroup(e)) return { match: null, rest: wantRest ? newRef(e) : null };
  const matching = newRefs();
  const others = newRefs();
  try {
    for (const item of groupMembers(e)) {
      const part = nested(WHERE, () => split(item as PyException, matches, wantRest));
      if (part.match !== null) matching.push(part.match);
      if (part.rest !== null) others.push(part.rest);
    }
    const match = subset(e, moveAll(matching));
    try {
      return { match, rest: subset(e, moveAll(others)) };
    } catch (error) {
      dropMaybe(match);
      throw error;
    }
  } finally {
    dropAll(matching);
    dropAll(others);
  }
}

/** Everything out of an array that somebody else takes over. */
const moveAll = (refs: Refs): Refs => refs.splice(0, refs.length) as Refs;

/** The parts of a group that match a condition and that do not. */
export const splitGroup = (group: PyException, condition: Value): Split => split(group, matcherOf(condition), true);

function onlyArgument(name: string, args: readonly Value[]): Value {
  if (args.length !== 1) throw typeError(`${name} expected 1 argument, got ${args.length}`);
  return args[0];
}

extendType<PyException>(BaseExceptionGroupType, {
  slots: {
    new: newGroup,
    init(e, args, kwnames) {
      refuseKeywords(typeName(e), kwnames);
      BaseExceptionType.value.slots.init?.(e, args, kwnames);
    },
    str(e) {
      const n = groupMembers(e).length;
      return newStr(`${(e.value.members[MESSAGE] as PyStr).value} (${n} sub-exception${n === 1 ? "" : "s"})`);
    },
  },
  methods: [
    classGetItem,
    def(
      "derive($self, excs, /)",
      "A group with the same message and other exceptions.",
      (e: PyException, exceptions) => {
        const args = tupleOf(newRef(e.value.members[MESSAGE] as PyObject), keep(exceptions));
        try {
          return newGroup(BaseExceptionGroupType, [...args.value], null);
        } finally {
          drop(args);
        }
      },
    ),
    def(
      "split($self, /, *args)",
      "The parts of the group that match and that do not, each a group or None.",
      (e: PyException, args) => {
        const { match, rest } = splitGroup(e, onlyArgument("split", args));
        return tupleOf(match ?? newNone(), rest ?? newNone());
      },
    ),
    def(
      "subgroup($self, /, *args)",
      "The part of the group that matches, or None.",
      (e: PyException, args) => split(e, matcherOf(onlyArgument("subgroup", args)), false).match ?? newNone(),
    ),
  ],
  getset: [readOnlyMember("message", MESSAGE), readOnlyMember("exceptions", EXCEPTIONS)],
});

declareBases(ExceptionGroupType, [BaseExceptionGroupType, ExceptionType]);

// ---- except* ----

/** Have two exceptions the same notes, traceback, cause and context? Then one has been made of the other. */
function sameMetadata(a: PyException, b: PyException): boolean {
  const [notesA, notesB] = [findAttrText(a, "__notes__"), findAttrText(b, "__notes__")];
  dropMaybe(notesA);
  dropMaybe(notesB);
  return (
    notesA === notesB &&
    a.value.traceback === b.value.traceback &&
    a.value.cause === b.value.cause &&
    a.value.context === b.value.context
  );
}

function collectLeaves(e: PyException, leaves: Set<Value>): void {
  if (!isExceptionGroup(e)) leaves.add(e);
  else for (const item of groupMembers(e)) nested(WHERE, () => collectLeaves(item as PyException, leaves));
}

/** The part of a group whose exceptions occur in `kept`. */
function projection(group: PyException, kept: readonly PyException[]): Owned | null {
  const leaves = new Set<Value>();
  for (const e of kept) collectLeaves(e, leaves);
  return split(group, (e) => leaves.has(e), false).match;
}

/**
 * What a try statement with `except*` raises at its end: `raised` are the exceptions that its
 * clauses have raised, or raised again, out of `original`; None among them is skipped.
 * Answers an exception, or None.
 */
export function prepareReraise(original: PyException, raised: readonly Value[]): Owned {
  const all = raised.filter((e) => e !== None) as PyException[];
  if (all.length === 0) return newNone();
  // A naked exception has been caught: at most one clause has run.
  if (!isExceptionGroup(original)) return newRef(all[0]);
  const again = all.filter((e) => sameMetadata(e, original));
  const fresh = newRefs();
  for (const e of all) if (!again.includes(e)) fresh.push(newRef(e));
  try {
    const kept = again.length === 0 ? null : projection(original, again);
    if (fresh.length === 0) return kept ?? newNone();
    if (kept !== null) fresh.push(kept);
    if (fresh.length === 1) return fresh.pop() as Owned;
    return createGroup("", newList(moveAll(fresh)));
  } finally {
    dropAll(fresh);
  }
}

/** What an `except*` clause takes of an exception, and what it leaves. A naked exception that matches is wrapped. */
export function matchGroup(e: PyException, matches: (e: PyException) => boolean): Split {
  if (isExceptionGroup(e)) return split(e, matches, true);
  if (!matches(e)) return { match: null, rest: newRef(e) };
  const group = createGroup("", tupleOf(newRef(e)));
  if (e.value.traceback !== null) group.value.traceback = newRef(e.value.traceback);
  return { match: group, rest: null };
}
