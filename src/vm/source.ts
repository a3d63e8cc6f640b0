// Source text on its way to code: the compiler that the embedding API hands in, and the
// SyntaxError that a refused source becomes.
import { boxed, drop, newRef, type Owned, type OwnedValue } from "../heap/refs.ts";
import { whole } from "../heap/whole.ts";
import { newError, PyError } from "../objects/errors.ts";
import { newException, type PyException, setExceptionMember } from "../objects/exceptions.ts";
import { intValue, newInt, newIntObject } from "../objects/int.ts";
import { findAttrText } from "../objects/protocol.ts";
import { newNone } from "../objects/singletons.ts";
import { newStr } from "../objects/str.ts";
import { tupleOf } from "../objects/tuple.ts";
import type { PyCode } from "./code.ts";
import { sysAttribute } from "./sysattr.ts";

export type SourceMode = "exec" | "eval" | "single";

/**
 * Compiles a source, text or the bytes of a file. Throws PyError: SyntaxError and its like.
 * `optimize` is 0, 1 or 2, or -1 for the instance's own.
 */
export type Compiler = (
  source: string | Uint8Array,
  filename: string,
  mode: SourceMode,
  flags: number,
  optimize: number,
) => Owned<PyCode>;

export let compileSource: Compiler;
/** Told once by the embedding API. */
export const setCompiler = (compiler: Compiler): void => {
  compileSource = compiler;
};

/** The text of a file's bytes, by its own declaration of an encoding. Throws PyError. */
export let decodeText: (bytes: Uint8Array, filename: string) => string;
/** Told once by the embedding API. */
export const setDecoder = (decode: typeof decodeText): void => {
  decodeText = decode;
};

/** The optimization level of the instance, from its sys.flags. */
export function instanceOptimize(): number {
  const flags = sysAttribute("flags");
  const level = flags === undefined ? undefined : findAttrText(flags, "optimize");
  const n = level === undefined ? 0 : Number(intValue(level) ?? 0);
  if (level !== undefined) drop(level);
  return n > 2 ? 2 : n;
}

/** How a source was refused, as the front end tells it. */
export interface Refusal {
  kind: "SyntaxError" | "IndentationError" | "TabError" | "MemoryError";
  message: string;
  lineno: number | null;
  offset: number | null;
  endLineno: number | null;
  endOffset: number | null;
  text: string | null;
  /** The place is in the attributes alone, not in the arguments. */
  bare?: boolean;
}

const numberOrNone = (n: number | null): OwnedValue =>
  n === null ? newNone() : n > 256 ? newIntObject(BigInt(n)) : newInt(n);

/** The exception of a refused source: its arguments are the message and (file, line, column, text, end line, end column). */
export function syntaxError(refusal: Refusal, filename: string): PyError {
  if (refusal.kind === "MemoryError") return newError("MemoryError", refusal.message);
  return new PyError(whole(() => newSyntaxError(refusal, filename)));
}

function newSyntaxError(refusal: Refusal, filename: string): Owned<PyException> {
  const { kind, message, lineno, offset, endLineno, endOffset, text } = refusal;
  const parts = [
    newStr(filename),
    numberOrNone(lineno),
    numberOrNone(offset),
    text === null ? newNone() : newStr(text),
    numberOrNone(endLineno),
    numberOrNone(endOffset),
  ].map(boxed);
  const shown = newStr(message);
  const place = refusal.bare
    ? []
    : [tupleOf(...parts.slice(0, endLineno === null && lineno === 0 ? 4 : 6).map((part) => newRef(part)))];
  const e = newException(kind, newRef(shown), ...place);
  setExceptionMember(e, 0, shown);
  parts.forEach((part, i) => {
    setExceptionMember(e, 1 + i, part);
  });
  return e;
}

/** A SyntaxError that tells of no place. */
export function syntaxErrorText(message: string): PyError {
  const make = (): Owned<PyException> => {
    const text = newStr(message);
    const e = newException("SyntaxError", newRef(text));
    setExceptionMember(e, 0, text);
    return e;
  };
  return new PyError(whole(make));
}
