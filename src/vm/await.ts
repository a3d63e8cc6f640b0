// Instructions of `await`, `async for`, `async with` and `yield from`.

import { CO_COROUTINE, CO_ITERABLE_COROUTINE } from "../bytecode/code.ts";
import type { PyObject } from "../heap/object.ts";
import { drop, keep, newRef, type Owned, type OwnedValue, type Value } from "../heap/refs.ts";
import { call, callMethod, findSpecial } from "../objects/call.ts";
import { caught, newError, runtimeError, typeError } from "../objects/errors.ts";
import { memberValue } from "../objects/exceptionmethods.ts";
import { isException, matches, type PyException } from "../objects/exceptions.ts";
import { getIter } from "../objects/iteration.ts";
import { isError, slotsOf, typeName } from "../objects/protocol.ts";
import { None, newNone } from "../objects/singletons.ts";
import { isAsyncStep, resumeAsyncStep } from "./asyncgen.ts";
import type { Frame } from "./frame.ts";
import { CoroutineType, delegate, GeneratorData, GeneratorType, type PyGenerator, send } from "./generator.ts";

const isIterableCoroutine = (value: Value): boolean =>
  typeof value !== "number" &&
  value.type === GeneratorType &&
  ((value as PyGenerator).value.code.value.flags & CO_ITERABLE_COROUTINE) !== 0;
const isCoroutine = (value: Value): value is PyGenerator => typeof value !== "number" && value.type === CoroutineType;

/** GET_YIELD_FROM_ITER. */
export function yieldFromIter(f: Frame, value: Value): OwnedValue {
  if (isCoroutine(value)) {
    if ((f.code.flags & (CO_COROUTINE | CO_ITERABLE_COROUTINE)) === 0) {
      throw typeError("cannot 'yield from' a coroutine object in a non-coroutine generator");
    }
    return newRef(value);
  }
  return typeof value !== "number" && value.type === GeneratorType ? newRef(value) : getIter(value);
}

/** SEND to anything but a generator that can be resumed in place: true when it has ended. [receiver, value] become [receiver, result]. */
export function sendTo(S: Value[], sp: number): boolean {
  const receiver = S[sp - 2] as PyObject;
  const value = S[sp - 1] as OwnedValue;
  S[sp - 1] = null as unknown as Value;
  if (receiver.value instanceof GeneratorData && (receiver.type === GeneratorType || isCoroutine(receiver))) {
    const outcome = send(receiver as PyGenerator, value);
    S[sp - 1] = (outcome?.value ?? newNone()) as Value;
    return outcome === undefined || !outcome.yielded;
  }
  if (isAsyncStep(receiver)) {
    try {
      const outcome = resumeAsyncStep(receiver, value);
      S[sp - 1] = outcome.value as Value;
      return !outcome.yielded;
    } finally {
      drop(value);
    }
  }
  try {
    const { next } = slotsOf(receiver);
    if (value === None && next !== null) {
      drop(value);
      const item = next(receiver);
      S[sp - 1] = (item ?? newNone()) as Value;
      return item === undefined;
    }
    S[sp - 1] = callMethod(receiver, "send", value) as Value;
    return false;
  } catch (e) {
    S[sp - 1] = stopValue(e) as Value;
    return true;
  }
}

/** The value of a StopIteration that has been caught; any other error is thrown on. */
export function stopValue(e: unknown): OwnedValue {
  const error = caught(e);
  if (!isError(error, "StopIteration")) throw e;
  const value = memberValue(error as PyException, 0);
  drop(error as Owned);
  return value;
}

/** The iterator that `await value` goes by. */
export function awaitIter(value: Value): OwnedValue {
  if (isCoroutine(value) || isIterableCoroutine(value)) return keep(value);
  const slot = slotsOf(value).await;
  if (slot === null) throw typeError(`object ${typeName(value)} can't be used in 'await' expression`);
  const iter = slot(value as PyObject);
  if (isCoroutine(iter) || isIterableCoroutine(iter)) {
    drop(iter);
    throw typeError("__await__() returned a coroutine");
  }
  if (slotsOf(iter).next === null) {
    const name = typeName(iter);
    drop(iter);
    throw typeError(`__await__() returned non-iterator of type '${name}'`);
  }
  return iter;
}

/** GET_AWAITABLE; the argument says after what: 1 `__aenter__`, 2 `__aexit__`. */
export function getAwaitable(value: Value, after: number): OwnedValue {
  if (after > 0 && slotsOf(value).await === null && !isCoroutine(value) && !isIterableCoroutine(value)) {
    const method = after === 1 ? "__aenter__" : "__aexit__";
    throw typeError(
      `'async with' received an object from ${method} that does not implement __await__: ${typeName(value)}`,
    );
  }
  const iter = awaitIter(value);
  if (isCoroutine(iter) && delegate(iter) !== null) {
    drop(iter);
    throw runtimeError("coroutine is being awaited already");
  }
  return iter;
}

export function getAsyncIter(value: Value): OwnedValue {
  const slot = slotsOf(value).aiter;
  if (slot === null) throw typeError(`'async for' requires an object with __aiter__ method, got ${typeName(value)}`);
  const iter = slot(value as PyObject);
  if (slotsOf(iter).anext !== null) return iter;
  const name = typeName(iter);
  drop(iter);
  throw typeError(`'async for' received an object from __aiter__ that does not implement __anext__: ${name}`);
}

/** GET_ANEXT: the awaitable of the next item. */
export function getAsyncNext(iter: Value): OwnedValue {
  const slot = slotsOf(iter).anext;
  if (slot === null) throw typeError(`'async for' requires an iterator with __anext__ method, got ${typeName(iter)}`);
  const awaitable = slot(iter as PyObject);
  if ((iter as PyObject).type.value.name === "async_generator") return awaitable;
  try {
    return awaitIter(awaitable);
  } catch (e) {
    const error = caught(e);
    const wrapped = newError(
      "TypeError",
      `'async for' received an invalid object from __anext__: ${typeName(awaitable)}`,
    );
    (wrapped.exception as PyException).value.context = newRef(error);
    (wrapped.exception as PyException).value.cause = error;
    (wrapped.exception as PyException).value.suppressContext = true;
    throw wrapped;
  } finally {
    drop(awaitable);
  }
}

/** Does an exception end an `async for`? */
export const endsAsyncFor = (e: Value): boolean => isException(e) && matches(e, "StopAsyncIteration");

/** BEFORE_ASYNC_WITH: the manager becomes its `__aexit__` and what `__aenter__` answers. */
export function beforeAsyncWith(S: Value[], sp: number): number {
  const manager = S[sp - 1];
  const enter = findSpecial(manager, "__aenter__");
  if (enter === undefined)
    throw typeError(`'${typeName(manager)}' object does not support the asynchronous context manager protocol`);
  try {
    const exit = findSpecial(manager, "__aexit__");
    if (exit === undefined)
      throw typeError(
        `'${typeName(manager)}' object does not support the asynchronous context manager protocol (missed __aexit__ method)`,
      );
    S[sp - 1] = exit as Value;
    drop(manager as OwnedValue);
    S[sp] = call(enter) as Value;
  } finally {
    drop(enter);
  }
  return sp + 1;
}
