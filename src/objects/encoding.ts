// Text to bytes and back: the codecs that are native, and by way of the registry of the codecs
// module those that are written in Python. Error handlers are native too, unless the program has
// registered one by another name.
import { reserve } from "../heap/heap.ts";
import type { PyObject } from "../heap/object.ts";
import { drop, newRef, type Owned, type OwnedValue, type Value } from "../heap/refs.ts";
import { isBytes, newBytes, type PyBytes } from "./bytes.ts";
import { call } from "./call.ts";
import { indexError, lookupError, overflowError, type PyError, typeError, valueError } from "./errors.ts";
import { index } from "./int.ts";
import { asObject, slotsOf, typeName } from "./protocol.ts";
import { EMPTY_STR, isAsciiStr, isStr, newTextStr, type PyStr, wideOf } from "./str.ts";
import {
  CodecError,
  type DecodeHandler,
  type DecodeProblem,
  decodeHandler,
  type EncodeHandler,
  type EncodeProblem,
  encodeHandler,
} from "./text/codecerrors.ts";
import { type Codec, type Decoded, nativeCodec } from "./text/codecs.ts";
import { charIndex, unitIndex } from "./text/codepoints.ts";
import { isTuple, type PyTuple } from "./tuple.ts";
import { codecException } from "./unicodeerror.ts";

/** What the registry of codecs, which the _codecs module keeps, does for this file. */
export interface CodecRegistry {
  /** The handler that is registered under a name, a new reference. Raises LookupError. */
  errorHandler(name: string): OwnedValue;
  /** Encodes by a registered codec that is for text. */
  encode(text: PyStr, encoding: string, errors: string | null): OwnedValue;
  decode(bytes: Value, encoding: string, errors: string | null): OwnedValue;
  /** Adds a note that names the encoding to what `body` raises. */
  noting<T>(direction: "encode" | "decode", encoding: string, body: () => T): T;
}
let registry: CodecRegistry | null = null;
/** Told once by the _codecs module. */
export const setCodecRegistry = (r: CodecRegistry): void => {
  registry = r;
};

const registryFor = (encoding: string): CodecRegistry => {
  if (registry === null) throw lookupError(`unknown encoding: ${encoding}`);
  return registry;
};

// ---- error handlers ----

/** Calls a handler of the program with the exception of a problem; answers what it answers. */
function askHandler(
  name: string,
  problem: EncodeProblem | DecodeProblem,
  object: Value | undefined,
  shape: string,
): Owned<PyTuple> {
  if (registry === null) throw lookupError(`unknown error handler name '${name}'`);
  const handler = registry.errorHandler(name);
  try {
    const error: PyError = codecException(new CodecError(problem), object);
    const answer = call(handler, error.exception);
    if (isTuple(answer) && answer.value.length === 2) return answer as Owned<PyTuple>;
    drop(answer);
    throw typeError(shape);
  } finally {
    drop(handler);
  }
}

/** Where to go on, counted from the end when negative. */
function nextPosition(value: Value, length: number): number {
  const n = index(value);
  if (typeof n === "bigint") throw overflowError("Python int too large to convert to C ssize_t");
  const next = n < 0 ? n + length : n;
  if (next < 0 || next > length) throw indexError(`position ${next} from error handler out of bounds`);
  return next;
}

const ENCODE_SHAPE = "encoding error handler must return (str/bytes, int) tuple";
const DECODE_SHAPE = "decoding error handler must return (str, int) tuple";

/** The handler of encoding errors with this name. It is looked up when the first error occurs. */
export function encodeRepair(name: string | null, object?: Value): EncodeHandler {
  const native = encodeHandler(name ?? "strict");
  if (native !== undefined) return native;
  return (problem) => {
    const answer = askHandler(name as string, problem, object, ENCODE_SHAPE);
    try {
      const [by, at] = answer.value;
      if (!isStr(by) && !isBytes(by)) throw typeError(ENCODE_SHAPE);
      const { text, wide } = problem;
      const next = nextPosition(at, charIndex(text, text.length, wide));
      return { by: by.value, next: unitIndex(text, next, wide) };
    } finally {
      drop(answer);
    }
  };
}

export function decodeRepair(name: string | null, object?: Value): DecodeHandler {
  const native = decodeHandler(name ?? "strict");
  if (native !== undefined) return native;
  return (problem) => {
    const answer = askHandler(name as string, problem, object, DECODE_SHAPE);
    try {
      const [by, at] = answer.value;
      if (!isStr(by)) throw typeError(DECODE_SHAPE);
      return { by: by.value, next: nextPosition(at, problem.bytes.length) };
    } finally {
      drop(answer);
    }
  };
}

// ---- native codecs ----

/** Encodes by a native codec; what goes wrong is a UnicodeEncodeError about the str. */
export function encodeBy(codec: Codec, s: PyStr, errors: string | null): Uint8Array {
  reserve(s.value.length);
  try {
    return codec.encode(s.value, wideOf(s) !== null, encodeRepair(errors, s));
  } catch (e) {
    throw e instanceof CodecError ? codecException(e, s) : e;
  }
}

/** Decodes by a native codec. `source` is where the bytes are from. */
export function decodeBy(
  codec: Codec,
  bytes: Uint8Array,
  errors: string | null,
  final: boolean,
  source: Value,
): Decoded {
  reserve(bytes.length);
  const object = isBytes(source) ? source : undefined;
  try {
    return codec.decode(bytes, decodeRepair(errors, object), final);
  } catch (e) {
    throw e instanceof CodecError ? decodeException(e, object) : e;
  }
}

/** The exception of a problem in the bytes of an object, unless the codec has only looked at a part of them. */
const decodeException = (e: CodecError, object: PyBytes | undefined): PyError =>
  codecException(e, "bytes" in e.problem && object?.value.length === e.problem.bytes.length ? object : undefined);

// ---- str.encode, bytes.decode, str(bytes, ...) ----

/** The name of an encoding or of a handler as C reads it: UTF-8 without zeros. */
function checkName(name: PyStr): string {
  if (name.value.includes("\0")) throw valueError("embedded null character");
  if (!isAsciiStr(name)) encodeBy(UTF8, name, null);
  return name.value;
}
const UTF8 = nativeCodec("utf-8") as Codec;

/** The names whose codecs CPython knows without its registry, by their plain form. */
const KNOWN = new Set(
  "utf_8 utf8 utf_16 utf16 utf_32 utf32 ascii us_ascii latin1 latin_1 iso_8859_1 iso8859_1".split(" "),
);
const isKnown = (encoding: string): boolean =>
  encoding === "utf-8" ||
  KNOWN.has(
    encoding
      .toLowerCase()
      .replace(/[^a-z0-9.]+/g, "_")
      .replace(/^_|_$/g, ""),
  );

/** What a codec of the registry raises has a note; a native codec stands for one of those under most of its names. */
const likeRegistered = <T>(direction: "encode" | "decode", encoding: string, body: () => T): T =>
  registry === null || isKnown(encoding) ? body() : registry.noting(direction, encoding, body);

/** `s.encode(encoding, errors)`. */
export function encodeStr(s: PyStr, encoding: PyStr, errors: PyStr): Owned {
  const [encodingName, errorsName] = [checkName(encoding), checkName(errors)];
  const codec = nativeCodec(encodingName);
  if (codec !== undefined)
    return newBytes(likeRegistered("encode", encodingName, () => encodeBy(codec, s, errorsName)));
  const answer = registryFor(encodingName).encode(s, encodingName, errorsName);
  if (isBytes(answer)) return answer as Owned<PyBytes>;
  const name = typeName(answer);
  drop(answer);
  throw typeError(
    `'${encodingName}' encoder returned '${name}' instead of 'bytes'; use codecs.encode() to encode to arbitrary types`,
  );
}

/** The text of bytes in an encoding, UTF-8 unless told. `source` owns the bytes and is borrowed. */
export function decodeBytes(
  bytes: Uint8Array,
  source: PyObject,
  encoding: PyStr | null,
  errors: PyStr | null,
): Owned<PyStr> {
  const encodingName = encoding === null ? "utf-8" : checkName(encoding);
  const errorsName = errors === null ? null : checkName(errors);
  if (bytes.length === 0) return newRef(EMPTY_STR);
  const codec = nativeCodec(encodingName);
  if (codec !== undefined) {
    const { text, wide } = likeRegistered("decode", encodingName, () =>
      decodeBy(codec, bytes, errorsName, true, source),
    );
    return newTextStr(text, wide);
  }
  const answer = registryFor(encodingName).decode(source, encodingName, errorsName);
  if (isStr(answer)) return answer as Owned<PyStr>;
  const name = typeName(answer);
  drop(answer);
  throw typeError(
    `'${encodingName}' decoder returned '${name}' instead of 'str'; use codecs.decode() to decode to arbitrary types`,
  );
}

/** `str(object, encoding, errors)`. */
export function decodeObject(object: Value, encoding: PyStr | null, errors: PyStr | null): Owned<PyStr> {
  if (isStr(object)) throw typeError("decoding str is not supported");
  const buffer = slotsOf(object).buffer;
  if (buffer === null) throw typeError(`decoding to str: need a bytes-like object, ${typeName(object)} found`);
  const view = buffer(asObject(object), false);
  try {
    return decodeBytes(view.bytes, asObject(object), encoding, errors);
  } finally {
    view.release();
  }
}
