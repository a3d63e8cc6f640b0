// Raising an exception inside a suspended generator: `throw`, `close`, and their way through
// `yield from`.

import type { PyObject } from "../heap/object.ts";
import { drop, dropMaybe, keep, moved, newRef, type Owned, type OwnedValue, type Value } from "../heap/refs.ts";
import { call, callOwned } from "../objects/call.ts";
import { caught, PyError, typeError } from "../objects/errors.ts";
import { memberValue } from "../objects/exceptionmethods.ts";
import { BaseExceptionType, isException, matches, type PyException } from "../objects/exceptions.ts";
import { isSubtype } from "../objects/lookup.ts";
import { findAttrText, isError, isType, reprText, typeName } from "../objects/protocol.ts";
import { None, newNone } from "../objects/singletons.ts";
import { isTuple } from "../objects/tuple.ts";
import type { Code } from "./code.ts";
import type { Frame } from "./frame.ts";
import {
  closeDelegate,
  GeneratorData,
  type Outcome,
  type PyGenerator,
  RUNNING,
  raiseInto,
  SUSPENDED_STATE,
  send,
  throwMethod,
} from "./generator.ts";
import { unwind } from "./leave.ts";
import { run } from "./loop.gen.ts";
import { passOn, setContext } from "./raise.ts";
import { warn } from "./reportwarning.ts";
import { vm } from "./state.ts";
import { takeThrown, throwTraced } from "./trace.ts";
import { isTraceback } from "./traceback.ts";

/** Runs a frame, just entered, with an exception raised where it stands. Steals the exception. */
export function throwInto(f: Frame, exception: Owned): OwnedValue {
  const e = exception as Owned<PyException>;
  // What the resumer handles is no context of it: only what the generator itself was handling is.
  setContext(e, vm.handled.value as PyException | null);
  // The frame stands behind its YIELD_VALUE, whose handlers are the ones to look for.
  const traced = vm.tracer !== null;
  const next = traced ? throwTraced(f, e) : unwind(f, e, false, f.pc);
  if (next === null) throw passOn(traced ? takeThrown() : e);
  return run(next);
}

/** Warns of `throw(type, value)`, which one argument now says. */
export function warnOldThrow(method: string, given: number): void {
  if (given < 2) return;
  const hint = "is deprecated, use the single-arg signature instead.";
  warn("DeprecationWarning", `the (type, exc, tb) signature of ${method}() ${hint}`);
}

/** The exception that `throw(type, value, traceback)` raises. Borrows; answers an owned one. */
export function makeException(type: Value, value: Value | undefined, tb: Value | undefined): Owned {
  if (tb !== undefined && tb !== None && !isTraceback(tb))
    throw typeError("throw() third argument must be a traceback object");
  let e: Owned;
  if (isType(type) && isSubtype(type, BaseExceptionType)) e = fromClass(type, value);
  else if (isException(type)) {
    if (value !== undefined && value !== None) throw typeError("instance exception may not have a separate value");
    e = newRef(type);
  } else {
    throw typeError(`exceptions must be classes or instances deriving from BaseException, not ${typeName(type)}`);
  }
  if (tb !== undefined && tb !== None) {
    const data = (e as PyException).value;
    const old = data.traceback;
    data.traceback = newRef(tb as PyObject);
    dropMaybe(old);
  }
  return e;
}

function fromClass(type: Value, value: Value | undefined): Owned {
  if (value !== undefined && isException(value) && isSubtype(value.type, type as never)) return newRef(value);
  const args = value === undefined || value === None ? [] : isTuple(value) ? value.value : [value];
  try {
    const e = call(type, ...args.map((x) => keep(x)));
    if (isException(e)) return e as Owned;
    const name = typeName(e);
    drop(e);
    throw typeError(
      `calling ${reprText(type)} should have returned an instance of BaseException, not <class '${name}'>`,
    );
  } catch (error) {
    // What goes wrong here is raised in the generator instead.
    if (!(error instanceof PyError)) throw error;
    return error.exception;
  }
}

/** `throw` goes to what the generator delegates to, first. */
export function throwDelegate(
  g: PyGenerator,
  inner: PyObject,
  type: Value,
  value: Value | undefined,
  tb: Value | undefined,
): Outcome {
  newRef(inner);
  try {
    if (isGeneratorExit(type)) {
      const failed = closeDelegate(g, inner);
      return raiseInto(g, failed === null ? makeException(type, value, tb) : (failed.exception as Owned));
    }
    const method = inner.value instanceof GeneratorData ? null : findAttrText(inner, "throw");
    if (method === undefined) return raiseInto(g, makeException(type, value, tb));
    return throwToInner(g, inner, method, type, value, tb);
  } finally {
    drop(moved(inner) as Owned);
  }
}

const isGeneratorExit = (type: Value): boolean =>
  isException(type)
    ? matches(type, "GeneratorExit")
    : isType(type) && type.value.mro.some((t) => t.value.name === "GeneratorExit");

function throwToInner(
  g: PyGenerator,
  inner: PyObject,
  method: OwnedValue | null,
  type: Value,
  value: Value | undefined,
  tb: Value | undefined,
): Outcome {
  g.value.state = RUNNING;
  let answer: OwnedValue;
  // The frame counts among the callers, though it does not run.
  const f = g.value.frame as Frame;
  f.back = vm.frame;
  f.top = f.back === null ? 0 : f.back.top;
  vm.frame = f;
  try {
    if (method === null) answer = throwMethod(inner as PyGenerator, type, value, tb);
    else answer = callOwned(method, ...[type, value, tb].filter((x) => x !== undefined).map((x) => keep(x)));
  } catch (e) {
    unlink(g, f);
    return endDelegation(g, caught(e), e);
  }
  unlink(g, f);
  return { value: answer, yielded: true };
}

function unlink(g: PyGenerator, f: Frame): void {
  g.value.state = SUSPENDED_STATE;
  vm.frame = f.back;
  f.back = null;
}

/** The delegate has ended by an exception: its StopIteration's value is what `yield from` answers. */
function endDelegation(g: PyGenerator, error: PyObject, thrown: unknown): Outcome {
  const f = g.value.frame as Frame;
  if (!isError(error, "StopIteration")) {
    if (!(thrown instanceof PyError)) throw thrown;
    return raiseInto(g, thrown.exception);
  }
  const value = memberValue(error as PyException, 0);
  drop(moved(error) as Owned);
  finishDelegation(f);
  return send(g, value) ?? { value: newNone(), yielded: false };
}

/** Moves a frame that waits in `yield from` to where its SEND jumps at the end. */
function finishDelegation(f: Frame): void {
  const { ins } = f.code.internal as NonNullable<Code["internal"]>;
  // SEND stands before YIELD_VALUE; the receiver stays for END_SEND.
  f.pc = ins[f.pc - 4 + 1];
}
