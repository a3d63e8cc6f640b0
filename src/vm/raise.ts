// Raising: the context of an exception, what `raise` accepts, and matching in `except`.
import type { PyObject, PyType } from "../heap/object.ts";
import { drop, dropMaybe, moved, newRef, type Owned, type Value } from "../heap/refs.ts";
import { call } from "../objects/call.ts";
import { PyError, runtimeError, typeError } from "../objects/errors.ts";
import { BaseExceptionType, isException, type PyException } from "../objects/exceptions.ts";
import { isSubtype } from "../objects/lookup.ts";
import { isType, reprText, typeName } from "../objects/protocol.ts";
import { None } from "../objects/singletons.ts";
import { isTuple } from "../objects/tuple.ts";
import { type HandledException, vm } from "./state.ts";

/** The exception that is being handled, in this frame or in whoever resumed it; null when none is. */
export function handledException(): PyException | null {
  for (let h: HandledException | null = vm.handled; h !== null; h = h.previous)
    if (h.value !== null) return h.value as PyException;
  return null;
}

/** Errors whose context has been set: they are only passing. */
const chained = new WeakSet<PyError>();

/** The exception of a caught error, with its context set when it has just been raised. Owned. */
export function arrived(error: PyError): PyException {
  const e = error.exception as PyException;
  if (!chained.has(error)) setContext(e);
  return e;
}

/** An exception on its way through a native: its context is set. Steals it. */
export function passOn(e: Owned): PyError {
  const error = new PyError(e);
  chained.add(error);
  return error;
}

/** The exception being handled becomes the context of one just raised. A cycle that this would close is cut. */
export function setContext(e: PyException, handled: PyException | null = handledException()): void {
  if (handled === null || handled === e) return;
  for (let o: PyException = handled, slow: PyException = handled, odd = false; ; odd = !odd) {
    const context = o.value.context as PyException | null;
    if (context === null) break;
    if (context === e) {
      o.value.context = null;
      drop(moved(context) as Owned);
      break;
    }
    o = context;
    if (o === slow) break;
    if (odd) slow = slow.value.context as PyException;
  }
  const old = e.value.context;
  e.value.context = newRef(handled);
  dropMaybe(old);
}

const isExceptionClass = (value: Value): value is PyType => isType(value) && isSubtype(value, BaseExceptionType);

/** The exception that `raise value` raises: an instance, or a class to be called. Borrows. */
function instantiate(value: Value, complaint: string): Owned<PyException> {
  if (isExceptionClass(value)) {
    const e = call(value);
    if (isException(e)) return e as Owned<PyException>;
    const name = typeName(e);
    drop(e);
    throw typeError(
      `calling ${reprText(value)} should have returned an instance of BaseException, not <class '${name}'>`,
    );
  }
  if (isException(value)) return newRef(value);
  throw typeError(complaint);
}

/** `raise value from cause`; the cause is undefined without `from`. Borrows both; answers the exception, owned. */
export function raiseValue(value: Value, cause: Value | undefined): Owned<PyException> {
  const e = instantiate(value, "exceptions must derive from BaseException");
  if (cause !== undefined) {
    let fixed: Owned | null = null;
    try {
      if (cause !== None) fixed = instantiate(cause, "exception causes must derive from BaseException");
    } catch (error) {
      drop(e);
      throw error;
    }
    const old = e.value.cause;
    e.value.cause = fixed;
    e.value.suppressContext = true;
    dropMaybe(old);
  }
  setContext(e);
  return e;
}

/** A bare `raise`: the exception being handled, once more. */
export function reraiseHandled(): Owned<PyException> {
  const e = handledException();
  if (e === null) throw runtimeError("No active exception to reraise");
  return newRef(e);
}

const CANNOT_CATCH = "catching classes that do not inherit from BaseException is not allowed";

/** Does an exception match what stands after `except`? Raises TypeError for anything but exception classes. */
export function matchesClause(e: Value, clause: Value): boolean {
  if (isTuple(clause)) {
    for (const c of clause.value) if (!isExceptionClass(c)) throw typeError(CANNOT_CATCH);
    return clause.value.some((c) => givenMatches(e, c as PyType));
  }
  if (!isExceptionClass(clause)) throw typeError(CANNOT_CATCH);
  return givenMatches(e, clause);
}

const givenMatches = (e: Value, type: PyType): boolean => isSubtype((e as PyObject).type, type);
