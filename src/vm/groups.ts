// `except*`: what a clause takes out of an exception, and what is raised after all clauses have run.
// The splitting itself is objects/exceptiongroup.ts.
import { drop, newRef, type Owned, type OwnedValue, share, type Value } from "../heap/refs.ts";
import { call, callMethod } from "../objects/call.ts";
import { typeError } from "../objects/errors.ts";
import { BaseExceptionGroupType, isExceptionGroup, prepareReraise, type Split } from "../objects/exceptiongroup.ts";
import type { PyException } from "../objects/exceptions.ts";
import { isSubclass } from "../objects/instancecheck.ts";
import { typeName } from "../objects/protocol.ts";
import { None } from "../objects/singletons.ts";
import { newStr } from "../objects/str.ts";
import { isTuple, type PyTuple, tupleOf } from "../objects/tuple.ts";
import { setGroupSplitter } from "./cold.ts";
import { matchesClause } from "./raise.ts";

/** A clause names classes of exceptions, none of them a group. */
function checkClause(clause: Value): void {
  const classes = isTuple(clause) ? clause.value : [clause];
  for (const type of classes) {
    if (isSubclass(type, BaseExceptionGroupType)) {
      throw typeError("catching ExceptionGroup with except* is not allowed. Use except instead.");
    }
  }
}

function splitByClause(e: PyException, clause: Value): Split {
  if ((e as Value) === None) return { match: null, rest: null };
  const whole = matchesClause(e, clause);
  checkClause(clause);
  if (whole) return { match: isExceptionGroup(e) ? newRef(e) : wrapped(e), rest: null };
  return isExceptionGroup(e) ? splitByMethod(e, clause) : { match: null, rest: newRef(e) };
}

/** A naked exception in a group of its own, which has been raised nowhere. */
const wrapped = (e: PyException): Owned => call(BaseExceptionGroupType, newStr(""), tupleOf(newRef(e))) as Owned;

/** A class of groups may say itself how it is split. */
function splitByMethod(group: PyException, clause: Value): Split {
  const pair = callMethod(group, "split", newRef(clause as PyException));
  try {
    if (!isTuple(pair)) throw typeError(`${typeName(group)}.split must return a tuple, not ${typeName(pair)}`);
    const n = (pair as PyTuple).value.length;
    if (n < 2) throw typeError(`${typeName(group)}.split must return a 2-tuple, got tuple of size ${n}`);
    return { match: part(pair, 0), rest: part(pair, 1) };
  } finally {
    drop(pair);
  }
}

const part = (pair: PyTuple, at: number): Owned | null =>
  pair.value[at] === None ? null : (share(pair.value, at) as Owned);

/** Tells the machine how `except*` splits a group; called when the layers are wired. */
export const connectGroups = (): void => setGroupSplitter(splitByClause);

/** What is raised when all `except*` clauses have run, or None. Borrows both. */
export const prepReraiseStar = (original: Value, raised: Value): OwnedValue =>
  prepareReraise(original as PyException, (raised as PyTuple).value);
