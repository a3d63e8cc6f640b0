// The error handlers that are registered from the start, as functions: each takes the exception of a
// problem and answers what to put in its place and where to go on.
import { newRef, type Owned, type OwnedValue, type Value } from "../heap/refs.ts";
import { def, type Native } from "../native/signature.ts";
import { newBuiltin } from "../objects/builtin.ts";
import type { PyBytes } from "../objects/bytes.ts";
import { newBytes } from "../objects/bytes.ts";
import { PyError, typeError } from "../objects/errors.ts";
import { exceptionType, isException, type PyException } from "../objects/exceptions.ts";
import { intValue, newInt } from "../objects/int.ts";
import { hasType, typeName } from "../objects/protocol.ts";
import { newNarrowStr, newStr, newTextStr, type PyStr, strLength, wideOf } from "../objects/str.ts";
import { CodecError, decodeHandler, encodeHandler } from "../objects/text/codecerrors.ts";
import { charIndex, unitIndex } from "../objects/text/codepoints.ts";
import { told } from "../objects/textargs.ts";
import { tupleOf } from "../objects/tuple.ts";

type Kind = "encode" | "decode" | "translate";
const KINDS: readonly [Kind, string][] = [
  ["encode", "UnicodeEncodeError"],
  ["decode", "UnicodeDecodeError"],
  ["translate", "UnicodeTranslateError"],
];

const kindOf = (e: PyException): Kind | undefined => KINDS.find(([, name]) => hasType(e, exceptionType(name)))?.[0];

/** The members of the three exceptions. */
const [ENCODING, OBJECT, START, END, REASON] = [0, 1, 2, 3, 4];

/** Start and end, brought within the object. */
function range(e: PyException, size: number): [start: number, end: number] {
  const at = (i: number): number => Number(intValue(e.value.members[i] as Value) ?? 0);
  return [Math.min(Math.max(0, at(START)), Math.max(0, size - 1)), Math.min(Math.max(1, at(END)), size)];
}

const member = (e: PyException, at: number): string => (e.value.members[at] as PyStr | undefined)?.value ?? "";
const dontKnow = (value: Value): PyError => typeError(`don't know how to handle ${typeName(value)} in error callback`);

function answer(text: Owned, next: number): OwnedValue {
  return tupleOf(text, newInt(next));
}

/** Handles an exception by the handler of the codecs with this name; raises it again when that cannot help. */
function handle(name: string, e: PyException, kind: Kind): OwnedValue {
  try {
    return kind === "decode" ? decoding(name, e) : encoding(name, e);
  } catch (error) {
    if (error instanceof CodecError) throw new PyError(newRef(e));
    throw error;
  }
}

function decoding(name: string, e: PyException): OwnedValue {
  const { value: bytes } = e.value.members[OBJECT] as PyBytes;
  const [start, end] = range(e, bytes.length);
  const repair = decodeHandler(name);
  if (repair === undefined) throw dontKnow(e);
  const { by, next } = repair({ encoding: member(e, ENCODING), bytes, start, end, reason: member(e, REASON) });
  return answer(newStr(by), next);
}

function encoding(name: string, e: PyException): OwnedValue {
  const s = e.value.members[OBJECT] as PyStr;
  const [text, wide] = [s.value, wideOf(s) !== null];
  const [start, end] = range(e, strLength(s));
  const repair = encodeHandler(name);
  if (repair === undefined) throw dontKnow(e);
  const { by, next } = repair({
    encoding: member(e, ENCODING),
    text,
    wide,
    start: unitIndex(text, start, wide),
    end: unitIndex(text, end, wide),
    reason: member(e, REASON),
  });
  return answer(typeof by === "string" ? newTextStr(by, true) : newBytes(by), charIndex(text, next, wide));
}

const handler = (name: string, functionName: string, doc: string, kinds: readonly Kind[]): [string, Native] => [
  name,
  told(
    def(`${functionName as "replace_errors"}($module, exception, /)`, doc, (_module, e) => {
      const kind = isException(e) ? kindOf(e) : undefined;
      if (kind === undefined || !kinds.includes(kind)) throw dontKnow(e);
      if (kind === "translate" && name === "replace") return replaceTranslated(e as PyException);
      return handle(name, e as PyException, kind);
    }),
    null,
  ),
];

function replaceTranslated(e: PyException): OwnedValue {
  const [start, end] = range(e, strLength(e.value.members[OBJECT] as PyStr));
  return answer(newNarrowStr("\ufffd".repeat(Math.max(0, end - start))), end);
}

const strict = told(
  def("strict_errors($module, exception, /)", "Raises the exception.", (_module, e) => {
    if (!isException(e)) throw typeError("codec must pass exception instance");
    throw new PyError(newRef(e));
  }),
  null,
);

const ALL: readonly Kind[] = ["encode", "decode", "translate"];
const HANDLERS: readonly [string, Native][] = [
  ["strict", strict],
  handler("ignore", "ignore_errors", "Leaves out what is malformed.", ALL),
  handler("replace", "replace_errors", "Puts a replacement mark in the place of what is malformed.", ALL),
  handler("xmlcharrefreplace", "xmlcharrefreplace_errors", "Puts XML character references.", ["encode"]),
  handler("backslashreplace", "backslashreplace_errors", "Puts escapes with a backslash.", ALL),
  handler("namereplace", "namereplace_errors", "Puts the names of the characters, as \\N{...} escapes.", ["encode"]),
  handler("surrogateescape", "surrogateescape", "Keeps bytes as surrogates.", ["encode", "decode"]),
  handler("surrogatepass", "surrogatepass", "Lets surrogates through.", ["encode", "decode"]),
];

/** The functions by the names that they are registered under. */
export const makeHandlers = (): [string, Owned][] =>
  HANDLERS.map(([name, native]) => [name, newBuiltin(native, null, null, null)]);
