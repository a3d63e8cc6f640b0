// CALL_INTRINSIC_1 and _2: helpers that the compiler calls, by the numbers of bytecode/opcodes.ts.

import { CO_ASYNC_GENERATOR, CO_COROUTINE } from "../bytecode/code.ts";
import type { PyObject } from "../heap/object.ts";
import { drop, newRef, type Owned, type OwnedValue, type Value } from "../heap/refs.ts";
import { runtimeError, systemError } from "../objects/errors.ts";
import { matches, type PyException } from "../objects/exceptions.ts";
import type { PyFunction } from "../objects/function.ts";
import type { PyList } from "../objects/list.ts";
import { positive } from "../objects/operators.ts";
import { newNone } from "../objects/singletons.ts";
import { newTuple, shareRange } from "../objects/tuple.ts";
import type { Frame } from "./frame.ts";
import { prepReraiseStar } from "./groups.ts";
import { importStar } from "./import.ts";

/** What the layers above provide. */
export interface IntrinsicSupport {
  /** sys.displayhook, with a value. */
  display(value: Value): void;
  typeVar(
    kind: "TypeVar" | "ParamSpec" | "TypeVarTuple",
    name: Value,
    bound: Value | null,
    constraints: Value | null,
  ): OwnedValue;
  /** Generic[params]. */
  subscriptGeneric(params: Value): OwnedValue;
  /** What an asynchronous generator yields. */
  wrapAsyncValue(value: Value): OwnedValue;
  /** A type alias, from [name, type parameters, function that computes the value]. */
  typeAlias(parts: Value): OwnedValue;
}
let support: IntrinsicSupport;
/** Told once by the embedding API. */
export const setIntrinsicSupport = (s: IntrinsicSupport): void => {
  support = s;
};

/** A StopIteration that leaves a generator is an error in it. */
function stopIterationError(f: Frame, e: PyException): OwnedValue {
  const kind =
    f.code.flags & CO_ASYNC_GENERATOR ? "async generator" : f.code.flags & CO_COROUTINE ? "coroutine" : "generator";
  const stop = matches(e, "StopIteration")
    ? "StopIteration"
    : matches(e, "StopAsyncIteration") && kind === "async generator"
      ? "StopAsyncIteration"
      : null;
  if (stop === null) return newRef(e);
  const error = runtimeError(`${kind} raised ${stop}`).exception as Owned<PyException>;
  error.value.cause = newRef(e);
  error.value.context = newRef(e);
  error.value.suppressContext = true;
  return error;
}

/** Borrows its operand. */
export function intrinsic1(f: Frame, number: number, value: Value): OwnedValue {
  switch (number) {
    case 1:
      support.display(value);
      return newNone();
    case 2:
      importStar(f, value);
      return newNone();
    case 3:
      return stopIterationError(f, value as PyException);
    case 4:
      return support.wrapAsyncValue(value);
    case 5:
      return positive(value);
    case 6: {
      const items = (value as PyList).value;
      return newTuple(shareRange(items, 0, items.length));
    }
    case 7:
      return support.typeVar("TypeVar", value, null, null);
    case 8:
      return support.typeVar("ParamSpec", value, null, null);
    case 9:
      return support.typeVar("TypeVarTuple", value, null, null);
    case 10:
      return support.subscriptGeneric(value);
    case 11:
      return support.typeAlias(value);
    default:
      throw systemError(`no intrinsic ${number}`);
  }
}

export function intrinsic2(number: number, a: Value, b: Value): OwnedValue {
  switch (number) {
    case 1:
      return prepReraiseStar(a as PyObject, b as PyObject);
    case 2:
      return support.typeVar("TypeVar", a, b, null);
    case 3:
      return support.typeVar("TypeVar", a, null, b);
    case 4: {
      const d = (a as PyFunction).value;
      const old = d.typeParams;
      d.typeParams = newRef(b as PyObject);
      if (old !== null) drop(old as OwnedValue);
      return newRef(a as PyObject);
    }
    default:
      throw systemError(`no intrinsic ${number}`);
  }
}
