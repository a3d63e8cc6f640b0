// Failures of the host as Python's exceptions: an OSError of the class that its errno means.
import { dropAll, keep, type Owned, type OwnedValue, type Value } from "../heap/refs.ts";
import { IMMUTABLE } from "../heap/type.ts";
import { HostError } from "../host/host.ts";
import { callArray } from "../objects/call.ts";
import { PyError } from "../objects/errors.ts";
import { defineException, exceptionType, exceptionTypes, newExceptionOf } from "../objects/exceptions.ts";
import "../objects/oserror.ts";
import { declareBases } from "../objects/secondbase.ts";
import { newStr } from "../objects/str.ts";
import { tupleOf } from "../objects/tuple.ts";
import { vm } from "../vm/state.ts";
import { ERRNO, strerror } from "./errnotable.ts";

/** What calling an exception class with these arguments makes; the arguments are given up. */
export function raised(className: string, ...args: OwnedValue[]): PyError {
  try {
    return new PyError(callArray(exceptionType(className), args, null) as Owned);
  } finally {
    dropAll(args);
  }
}

/** An OSError by the name of its errno, about a path or not. */
export function osErrorOf(code: string, path: string | null): PyError {
  const number = ERRNO.get(code) ?? 5;
  const args = [number as OwnedValue, newStr(strerror(number))];
  return raised("OSError", ...args, ...(path === null ? [] : [newStr(path)]));
}

/**
 * Runs what asks the host; its failure becomes an OSError about `path`, a text or the object that the program has
 * given, or about the path that the host names.
 */
export function withHost<T>(path: string | Value | null, body: () => T): T {
  try {
    return body();
  } catch (e) {
    if (!(e instanceof HostError)) throw e;
    if (e.code === "EINTR") takeInterrupt();
    if (path === null || typeof path === "string") throw osErrorOf(e.code, path ?? e.path);
    const number = ERRNO.get(e.code) ?? 5;
    throw raised("OSError", number as OwnedValue, newStr(strerror(number)), keep(path));
  }
}

/** The host has given up waiting because of an interrupt, which raises. */
function takeInterrupt(): void {
  if (vm.signals[0] === 0) return;
  vm.signals[0] = 0;
  vm.interrupt();
}

/** io.UnsupportedOperation: a stream cannot do what is asked of it. */
export const UnsupportedOperationType = defineException("UnsupportedOperation", exceptionType("OSError"), "");
UnsupportedOperationType.value.module = "io";
UnsupportedOperationType.value.basicSize = exceptionType("OSError").value.basicSize;
// The library's io says once more which module it is of.
UnsupportedOperationType.value.flags &= ~IMMUTABLE;
exceptionTypes.delete("UnsupportedOperation");
declareBases(UnsupportedOperationType, [exceptionType("OSError"), exceptionType("ValueError")]);

export const unsupportedOperation = (message: string): PyError =>
  new PyError(newExceptionOf(UnsupportedOperationType, tupleOf(newStr(message))));
