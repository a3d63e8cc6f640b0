// Arguments of the methods of bytes and bytearray: bytes to search for, fill bytes, and what the
// constructors make their bytes of.
import { reserve } from "../heap/heap.ts";
import { drop, newRef, type Owned, type OwnedValue, type Value } from "../heap/refs.ts";
import { bufferCopy, hasBuffer, withBuffer } from "./buffers.ts";
import { byteArrayView, isByteArray, type PyByteArray } from "./bytearray.ts";
import { isBytes, isExactBytes, newBytes, type PyBytes } from "./bytes.ts";
import { callBound } from "./call.ts";
import { encodeStr } from "./encoding.ts";
import { caught, memoryError, type PyError, typeError, valueError } from "./errors.ts";
import { index, indexSize } from "./int.ts";
import { getIter, next } from "./iteration.ts";
import { isExactList } from "./list.ts";
import { isError, slotsOf, typeName } from "./protocol.ts";
import { intern, isStr, type PyStr } from "./str.ts";
import { nameArgument } from "./textargs.ts";
import { isExactTuple } from "./tuple.ts";

export type PyBytesLike = PyBytes | PyByteArray;

/** The bytes of a bytes or bytearray as they are now: not to be kept over anything that may run Python code. */
export const dataOf = (b: PyBytesLike): Uint8Array => (isBytes(b) ? b.value : byteArrayView(b as PyByteArray));

/** A byte as a number. `what` is "byte" or "bytes", as the message has it. */
export function byteOf(value: Value, what = "byte"): number {
  const n = index(value);
  if (n >= 0 && n <= 255) return Number(n);
  throw valueError(`${what} must be in range(0, 256)`);
}

/** Bytes to search for: a bytes-like object, or a byte as an int. */
export function needleOf(value: Value): Uint8Array {
  if (isBytes(value)) return value.value;
  if (hasBuffer(value)) return bufferCopy(value);
  if (slotsOf(value).index !== null) return Uint8Array.of(byteOf(value));
  throw typeError(`argument should be integer or bytes-like object, not '${typeName(value)}'`);
}

/** Is an int one of the bytes, or are the bytes of an object part of them? Answers what to search for. */
export function memberOf(value: Value): Uint8Array {
  return slotsOf(value).index !== null ? Uint8Array.of(byteOf(value)) : bufferCopy(value);
}

/** The one byte to pad with. */
export function fillByte(name: string, value: Value | undefined): number {
  if (value === undefined) return 32;
  if ((isBytes(value) || isByteArray(value)) && dataOf(value).length === 1) return dataOf(value)[0];
  throw typeError(`${name}() argument 2 must be a byte string of length 1, not ${typeName(value)}`);
}

// ---- constructors ----

/**
 * What the first steps of both constructors come to: the bytes of an encoded str, or undefined when the
 * source is no str. Raises TypeError when encoding and source do not fit together.
 */
export function encodedSource(name: string, [source, encoding, errors]: (Value | undefined)[]): Uint8Array | undefined {
  const encodingName = nameArgument(name, "encoding", encoding);
  const errorsName = nameArgument(name, "errors", errors);
  if (source !== undefined && isStr(source)) {
    if (encodingName === null) throw typeError("string argument without an encoding");
    const bytes = encodeStr(source, encodingName, errorsName ?? (intern("strict") as PyStr));
    try {
      return (bytes as unknown as PyBytes).value;
    } finally {
      drop(bytes);
    }
  }
  if (encodingName !== null) throw typeError("encoding without a string argument");
  if (errorsName !== null) throw typeError("errors without a string argument");
  return source === undefined ? new Uint8Array(0) : undefined;
}

/** How many zero bytes an int asks for; undefined for what is no int. */
export function countOf(source: Value): number | undefined {
  if (slotsOf(source).index === null) return undefined;
  let count: number;
  try {
    count = indexSize(source);
  } catch (e) {
    if (!isError(caught(e), "TypeError")) throw e;
    drop((e as PyError).exception);
    return undefined;
  }
  if (count < 0) throw valueError("negative count");
  if (count > 2 ** 33) throw memoryError();
  reserve(count);
  return count;
}

/** Gives each item of an iterable to `each`, given up afterwards. Raises TypeError when it is none, or is a str. */
export function eachByte(source: Value, target: string, what: string, each: (byte: number) => void): void {
  const it = byteIter(source, target);
  try {
    for (let item = next(it); item !== undefined; item = next(it)) {
      const held: OwnedValue = item;
      try {
        each(byteOf(held, what));
      } finally {
        drop(held);
      }
    }
  } finally {
    drop(it);
  }
}

function byteIter(source: Value, target: string) {
  try {
    return getIter(source);
  } catch (e) {
    if (!isError(caught(e), "TypeError")) throw e;
    drop((e as PyError).exception);
    throw typeError(`cannot convert '${typeName(source)}' object to ${target}`);
  }
}

/** The items of an exact list or tuple, whose number is known; they may change under the walk. */
export const knownItems = (source: Value): ArrayLike<Value> | null =>
  isExactList(source) || isExactTuple(source) ? source.value : null;

/** Collects the bytes that an iterable gives. */
export function collectBytes(source: Value, target: string, what: string): Uint8Array {
  let bytes = new Uint8Array(64);
  let n = 0;
  eachByte(source, target, what, (byte) => {
    if (n === bytes.length) {
      reserve(2 * n);
      const larger = new Uint8Array(2 * n);
      larger.set(bytes);
      bytes = larger;
    }
    bytes[n++] = byte;
  });
  return bytes.slice(0, n);
}

/** The bytes of a bytes-like object, or those that an iterable of ints gives. */
export function bytesFromObject(source: Value): Owned<PyBytes> {
  if (isExactBytes(source)) return newRef(source);
  if (hasBuffer(source)) {
    return withBuffer(source, (bytes) => {
      reserve(bytes.length);
      return newBytes(bytes.slice());
    });
  }
  if (isStr(source)) throw typeError("cannot convert 'str' object to bytes");
  return newBytes(collectBytes(source, "bytes", "bytes"));
}

/** What `__bytes__` of an object answers; undefined when it has none. */
export function bytesByMethod(source: Value): Owned<PyBytes> | undefined {
  const answer = callBound(source, "__bytes__");
  if (answer === undefined || isBytes(answer)) return answer as Owned<PyBytes> | undefined;
  const name = typeName(answer);
  drop(answer);
  throw typeError(`__bytes__ returned non-bytes (type ${name})`);
}
