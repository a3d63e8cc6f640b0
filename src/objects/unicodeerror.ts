// UnicodeEncodeError, UnicodeDecodeError and UnicodeTranslateError: what could not be converted,
// where in it, and why. Positions are in characters, or in bytes.
import { boxed, drop, keep, newRef, type Owned, type OwnedValue, type Value } from "../heap/refs.ts";
import { whole } from "../heap/whole.ts";
import { isBytes, newBytes, type PyBytes } from "./bytes.ts";
import { extendType, type GetSet } from "./define.ts";
import { overflowError, PyError, typeError } from "./errors.ts";
import { initArgs, memberAttribute, refuseKeywords } from "./exceptionmethods.ts";
import { exceptionType, newException, type PyException, setExceptionMember } from "./exceptions.ts";
import { index, intValue, newInt, newIntObject } from "./int.ts";
import { typeName } from "./protocol.ts";
import { isStr, newStr, type PyStr, strLength, wideOf } from "./str.ts";
import { CodecError } from "./text/codecerrors.ts";
import { charIndex, codeAt, unitIndex } from "./text/codepoints.ts";
import { hexEscape } from "./text/repr.ts";

const ENCODING = 0;
const OBJECT = 1;
const START = 2;
const END = 3;
const REASON = 4;

const position = (e: PyException, at: number): number | bigint => {
  const value = e.value.members[at];
  return value === undefined ? 0 : (intValue(value) as number | bigint);
};

const positionAttribute = (name: string, at: number): GetSet<PyException> => ({
  name,
  get: (e) => newInt(position(e, at)),
  set(e, value) {
    if (value === undefined) throw typeError("can't delete numeric/char attribute");
    if (intValue(value) === undefined) {
      setExceptionMember(e, at, newIntObject(-1));
      throw typeError("an integer is required");
    }
    setExceptionMember(e, at, boxed(keep(value)));
  },
});

const attributes: GetSet<PyException>[] = [
  memberAttribute("encoding", ENCODING),
  memberAttribute("object", OBJECT),
  positionAttribute("start", START),
  positionAttribute("end", END),
  memberAttribute("reason", REASON),
];

function checkStr(value: Value, position: number): void {
  if (!isStr(value)) throw typeError(`argument ${position} must be str, not ${typeName(value)}`);
}

/** Bytes of the undecodable object: any buffer is taken, as a copy. */
function asBytes(value: Value): OwnedValue {
  if (isBytes(value)) return newRef(value);
  const buffer = typeof value === "number" ? null : value.type.value.slots.buffer;
  if (buffer === null || typeof value === "number")
    throw typeError(`a bytes-like object is required, not '${typeName(value)}'`);
  const view = buffer(value, false);
  try {
    return newBytes(view.bytes.slice());
  } finally {
    view.release();
  }
}

/** An int that must fit 64 bits. */
function ssize(value: Value): number {
  const n = index(value);
  if (BigInt.asIntN(64, BigInt(n)) !== BigInt(n)) throw overflowError("Python int too large to convert to C ssize_t");
  return Number(n);
}

/** An `__init__` with the arguments encoding (unless translating), object, start, end, reason. */
const initAs =
  (kind: "encode" | "decode" | "translate") =>
  (e: PyException, args: Value[], kwnames: readonly unknown[] | null): void => {
    refuseKeywords(typeName(e), kwnames as null);
    initArgs(e, args);
    const first = kind === "translate" ? 0 : 1;
    if (args.length !== first + 4)
      throw typeError(`function takes exactly ${first + 4} arguments (${args.length} given)`);
    if (first === 1) checkStr(args[0], 1);
    if (kind !== "decode") checkStr(args[first], first + 1);
    const start = ssize(args[first + 1]);
    const end = ssize(args[first + 2]);
    checkStr(args[first + 3], first + 4);
    const object = kind === "decode" ? asBytes(args[first]) : newRef(args[first] as PyStr);
    if (first === 1) setExceptionMember(e, ENCODING, newRef(args[0] as PyStr));
    setExceptionMember(e, OBJECT, boxed(object));
    setExceptionMember(e, START, newIntObject(start));
    setExceptionMember(e, END, newIntObject(end));
    setExceptionMember(e, REASON, newRef(args[first + 3] as PyStr));
  };

const textOf = (e: PyException, at: number): string => {
  const value = e.value.members[at];
  return value === undefined ? "<NULL>" : (value as PyStr).value;
};

/** "character '\xe9' in position 0", or "characters in position 0-3". */
function characters(e: PyException, verb: string): Owned {
  const object = e.value.members[OBJECT];
  if (object === undefined) return newStr("");
  const start = Number(position(e, START));
  const end = Number(position(e, END));
  const head = verb === "translate" ? "can't translate" : `'${textOf(e, ENCODING)}' codec can't encode`;
  if (start >= 0 && isStr(object) && start < strLength(object) && end === start + 1) {
    const wide = wideOf(object) !== null;
    const code = codeAt(object.value, unitIndex(object.value, start, wide), wide);
    return newStr(`${head} character '${hexEscape(code)}' in position ${start}: ${textOf(e, REASON)}`);
  }
  return newStr(`${head} characters in position ${start}-${end - 1}: ${textOf(e, REASON)}`);
}

function bytesText(e: PyException): Owned {
  const object = e.value.members[OBJECT];
  if (object === undefined) return newStr("");
  const { value: bytes } = object as PyBytes;
  const start = Number(position(e, START));
  const end = Number(position(e, END));
  const head = `'${textOf(e, ENCODING)}' codec can't decode`;
  if (start >= 0 && start < bytes.length && end === start + 1) {
    return newStr(
      `${head} byte 0x${bytes[start].toString(16).padStart(2, "0")} in position ${start}: ${textOf(e, REASON)}`,
    );
  }
  return newStr(`${head} bytes in position ${start}-${end - 1}: ${textOf(e, REASON)}`);
}

extendType<PyException>(exceptionType("UnicodeEncodeError"), {
  slots: { init: initAs("encode"), str: (e) => characters(e, "encode") },
  getset: attributes,
});
extendType<PyException>(exceptionType("UnicodeDecodeError"), {
  slots: { init: initAs("decode"), str: bytesText },
  getset: attributes,
});
extendType<PyException>(exceptionType("UnicodeTranslateError"), {
  slots: { init: initAs("translate"), str: (e) => characters(e, "translate") },
  getset: attributes,
});

/**
 * The Python exception of a codec's problem; anything else that was caught is thrown on.
 * `object` is the str or bytes that was converted, when the caller has it.
 */
export function codecException(caught: unknown, object?: Value): PyError {
  if (!(caught instanceof CodecError)) throw caught;
  return new PyError(whole(() => newCodecError(caught.problem, object)));
}

function newCodecError(problem: CodecError["problem"], object: Value | undefined): Owned<PyException> {
  const isText = "text" in problem;
  const at = (unit: number): OwnedValue => newInt(isText ? charIndex(problem.text, unit, problem.wide) : unit);
  const source = object !== undefined ? keep(object) : isText ? newStr(problem.text) : newBytes(problem.bytes.slice());
  const args = [newStr(problem.encoding), source, at(problem.start), at(problem.end), newStr(problem.reason)];
  const e = newException(isText ? "UnicodeEncodeError" : "UnicodeDecodeError");
  try {
    initAs(isText ? "encode" : "decode")(e, args, null);
    return e;
  } finally {
    for (const o of args) drop(o);
  }
}
