// Python exceptions as natives raise them: `throw typeError("...")`. One JavaScript class, which
// does not extend Error, so that no JavaScript stack is captured. objects/exceptions.ts makes the
// exception objects.
import type { PyObject } from "../heap/object.ts";
import type { Owned } from "../heap/refs.ts";

/** A Python exception on its way up; owns the exception object. Whoever catches one for good drops it. */
export class PyError {
  readonly exception: Owned;
  constructor(exception: Owned) {
    this.exception = exception;
  }
}

/** An error that a quick call of a type (`TypeData.vectorcall`) leaves here, and answers undefined, instead of throwing it. */
export const failed: { error: PyError | null } = { error: null };

export type ExceptionName =
  | "TypeError"
  | "ValueError"
  | "IndexError"
  | "KeyError"
  | "AttributeError"
  | "NameError"
  | "UnboundLocalError"
  | "OverflowError"
  | "ZeroDivisionError"
  | "MemoryError"
  | "RecursionError"
  | "RuntimeError"
  | "StopIteration"
  | "StopAsyncIteration"
  | "LookupError"
  | "BufferError"
  | "ReferenceError"
  | "SystemError"
  | "AssertionError"
  | "ImportError"
  | "ModuleNotFoundError"
  | "NotImplementedError"
  | "EOFError"
  | "OSError"
  | "ArithmeticError"
  | "FileNotFoundError"
  | "PermissionError"
  | "IsADirectoryError"
  | "NotADirectoryError"
  | "FileExistsError"
  | "UnicodeError"
  | "SyntaxError"
  | "KeyboardInterrupt"
  | "SystemExit"
  | "GeneratorExit"
  | "FloatingPointError";

type Make = (name: ExceptionName, message: string | null) => Owned;
let make: Make;
/** Told once by objects/exceptions.ts. */
export const setExceptionMaker = (maker: Make): void => {
  make = maker;
};

/** An exception with one str argument, or with none. */
export const newError = (name: ExceptionName, message: string | null): PyError => new PyError(make(name, message));

const raiser =
  (name: ExceptionName) =>
  (message: string): PyError =>
    newError(name, message);

export const typeError = raiser("TypeError");
export const valueError = raiser("ValueError");
export const indexError = raiser("IndexError");
export const attributeError = raiser("AttributeError");
export const overflowError = raiser("OverflowError");
export const zeroDivisionError = raiser("ZeroDivisionError");
export const memoryError = (): PyError => newError("MemoryError", null);
export const recursionError = raiser("RecursionError");
export const runtimeError = raiser("RuntimeError");
export const lookupError = raiser("LookupError");
export const bufferError = raiser("BufferError");
export const referenceError = raiser("ReferenceError");
export const systemError = raiser("SystemError");
export const importError = raiser("ImportError");
export const notImplementedError = raiser("NotImplementedError");
export const osError = raiser("OSError");

/** The exception that a JavaScript catch has caught; anything else is thrown on, for it is our own bug. */
export function caught(e: unknown): PyObject {
  if (e instanceof PyError) return e.exception;
  throw e;
}
