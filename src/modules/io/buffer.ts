// What BufferedReader, BufferedWriter and BufferedRandom are made of: bytes read ahead of a raw
// stream, or held back from it; never both at once. The raw stream is any object with its methods;
// a plain FileIO is asked directly.
import type { PyObject } from "../../heap/object.ts";
import { drop, newRef, type Owned, type OwnedValue, type Value } from "../../heap/refs.ts";
import { byteArrayView, newByteArray } from "../../objects/bytearray.ts";
import { isBytes, newBytes } from "../../objects/bytes.ts";
import { callMethod } from "../../objects/call.ts";
import { osError, PyError, typeError, valueError } from "../../objects/errors.ts";
import { newException } from "../../objects/exceptions.ts";
import { index, newInt } from "../../objects/int.ts";
import { typeName } from "../../objects/protocol.ts";
import { None } from "../../objects/singletons.ts";
import { newStr } from "../../objects/str.ts";
import { using } from "../natives.ts";
import { IOData, joinBytes } from "./base.ts";
import { isFile, readAllOfFile, readFile, seekFile, writeFile } from "./file.ts";

const EMPTY = new Uint8Array(0);

export class BufferData extends IOData {
  /** The raw stream, owned; null when there is none yet or it has been detached. */
  raw: PyObject | null = null;
  detached = false;
  /** Bytes of the buffer; 0 until there is one. */
  size = 0;
  /** Bytes that have been read ahead. */
  ahead: Uint8Array = EMPTY;
  /** Bytes that wait to be written, in parts. */
  held: Uint8Array[] = [];
  heldSize = 0;
}
export type PyBuffer = PyObject<BufferData>;

/** The raw stream. Raises ValueError when there is none. */
export function rawOf({ value }: PyBuffer): PyObject {
  if (value.raw !== null) return value.raw;
  throw valueError(value.detached ? "raw stream has been detached" : "I/O operation on uninitialized object");
}

/** Gives the object a raw stream; what it had before is given up. */
export function attach(self: PyBuffer, raw: PyObject, size: number): void {
  const data = self.value;
  if (size <= 0) throw valueError("buffer size must be strictly positive");
  const old = data.raw;
  data.raw = newRef(raw);
  data.size = size;
  data.ahead = EMPTY;
  data.held = [];
  data.heldSize = 0;
  data.detached = false;
  if (old !== null) drop(old as Owned);
}

// ---- the raw stream ----

/** An answer that counts bytes; null when the stream would block. */
function countOf(answer: OwnedValue, limit: number, what: string): number | null {
  return using(answer, (value) => {
    if (value === None) return null;
    const n = Number(index(value));
    if (n < 0 || n > limit)
      throw osError(`raw ${what}() returned invalid length ${n} (should have been between 0 and ${limit})`);
    return n;
  });
}

/** Reads at most so many bytes in one go; null when the stream would block. */
function readRaw(self: PyBuffer, count: number): Uint8Array | null {
  const raw = rawOf(self);
  if (isFile(raw)) return readFile(raw, count);
  const array = newByteArray(new Uint8Array(count));
  try {
    const n = countOf(callMethod(raw, "readinto", newRef(array)), count, "readinto");
    return n === null ? null : byteArrayView(array).slice(0, n);
  } finally {
    drop(array);
  }
}

/** Reads what there is to the end; null when the stream would block. */
function readAllRaw(self: PyBuffer): Uint8Array | null {
  const raw = rawOf(self);
  if (isFile(raw)) return readAllOfFile(raw);
  const parts: Uint8Array[] = [];
  for (;;) {
    const part = using(callMethod(raw, "read"), (value) => {
      if (value === None) return null;
      if (isBytes(value)) return value.value;
      throw typeError(`read() should return bytes, not ${typeName(value)}`);
    });
    if (part === null && parts.length === 0) return null;
    if (part === null || part.length === 0) return joinBytes(parts);
    parts.push(part);
  }
}

/** Writes in one go as much as the stream takes; null when it would block. */
function writeRaw(self: PyBuffer, bytes: Uint8Array): number | null {
  const raw = rawOf(self);
  if (isFile(raw)) return writeFile(raw, bytes);
  return countOf(callMethod(raw, "write", newBytes(bytes.slice())), bytes.length, "write");
}

export function seekRaw(self: PyBuffer, offset: number, whence: number): number {
  const raw = rawOf(self);
  if (isFile(raw)) return seekFile(raw, offset, whence);
  return using(callMethod(raw, "seek", newInt(offset), newInt(whence)), (answer) => position(answer));
}

export function tellRaw(self: PyBuffer): number {
  const raw = rawOf(self);
  if (isFile(raw)) return seekFile(raw, 0, 1);
  return using(callMethod(raw, "tell"), (answer) => position(answer));
}

function position(answer: Value): number {
  const n = Number(index(answer));
  if (n < 0) throw osError(`Raw stream returned invalid position ${n}`);
  return n;
}

// ---- reading ----

/** Reads so many bytes, fewer only at the end; null when there are none and the stream would block. */
export function readBytes(self: PyBuffer, count: number): Uint8Array | null {
  const data = self.value;
  const parts: Uint8Array[] = [];
  let size = take(data, parts, count);
  while (size < count) {
    const wanted = count - size;
    // What is larger than the buffer is read past it.
    const part = readRaw(self, wanted >= data.size ? wanted - (wanted % data.size) : data.size);
    if (part === null && parts.length === 0) return null;
    if (part === null || part.length === 0) break;
    data.ahead = part;
    size += take(data, parts, wanted);
  }
  return joinBytes(parts).slice();
}

/** Takes bytes that have been read ahead; answers how many there were. */
function take(data: BufferData, parts: Uint8Array[], count: number): number {
  const part = data.ahead.subarray(0, count);
  if (part.length === 0) return 0;
  data.ahead = data.ahead.subarray(part.length);
  parts.push(part);
  return part.length;
}

/** Reads to the end; null when there is nothing and the stream would block. */
export function readAllBytes(self: PyBuffer): Uint8Array | null {
  const ahead = self.value.ahead;
  self.value.ahead = EMPTY;
  const rest = readAllRaw(self);
  if (rest === null) return ahead.length > 0 ? ahead : null;
  return joinBytes([ahead, rest]).slice();
}

/** Reads what there is, with one call of the raw stream at most. */
export function readOnce(self: PyBuffer, count: number): Uint8Array {
  const data = self.value;
  const limit = count < 0 ? data.size : count;
  if (limit === 0) return EMPTY;
  if (data.ahead.length === 0) data.ahead = readRaw(self, data.size) ?? EMPTY;
  const parts: Uint8Array[] = [];
  take(data, parts, limit);
  return joinBytes(parts).slice();
}

/** What has been read ahead; reads something when there is nothing. */
export function peekBytes(self: PyBuffer): Uint8Array {
  const data = self.value;
  if (data.ahead.length === 0) data.ahead = readRaw(self, data.size) ?? EMPTY;
  return data.ahead.slice();
}

/** Reads up to the end of a line. */
export function readLineBytes(self: PyBuffer, limit: number): Uint8Array {
  const data = self.value;
  const parts: Uint8Array[] = [];
  for (let left = limit < 0 ? Number.POSITIVE_INFINITY : limit; left > 0; ) {
    if (data.ahead.length === 0) data.ahead = readRaw(self, data.size) ?? EMPTY;
    if (data.ahead.length === 0) break;
    const end = data.ahead.indexOf(10) + 1;
    left -= take(data, parts, Math.min(left, end > 0 ? end : data.ahead.length));
    if (end > 0) break;
  }
  return joinBytes(parts).slice();
}

// ---- writing ----

/** Writes out what is held back. What cannot be written stays. */
export function flushHeld(self: PyBuffer): void {
  const data = self.value;
  while (data.heldSize > 0) {
    const bytes = joinBytes(data.held);
    const n = writeRaw(self, bytes);
    if (n === null) throw wouldBlock(0);
    data.held = n < bytes.length ? [bytes.subarray(n)] : [];
    data.heldSize = bytes.length - n;
  }
}

const wouldBlock = (written: number): PyError => {
  const error = newException(
    "BlockingIOError",
    newInt(11),
    newStr("write could not complete without blocking"),
    newInt(written),
  );
  return new PyError(error);
};

/** Holds bytes back, or writes them out when there is no more room. */
export function writeBytes(self: PyBuffer, bytes: Uint8Array): void {
  const data = self.value;
  dropAhead(self);
  if (data.heldSize + bytes.length <= data.size) {
    hold(data, bytes);
    return;
  }
  flushHeld(self);
  let rest = bytes;
  while (rest.length > data.size) {
    const n = writeRaw(self, rest);
    if (n === null) throw wouldBlock(bytes.length - rest.length);
    rest = rest.subarray(n);
  }
  if (rest.length > 0) hold(data, rest);
}

function hold(data: BufferData, bytes: Uint8Array): void {
  data.held.push(bytes.slice());
  data.heldSize += bytes.length;
}

/** Before a write the raw stream goes back to where the reader is. */
function dropAhead(self: PyBuffer): void {
  const unread = self.value.ahead.length;
  if (unread === 0) return;
  self.value.ahead = EMPTY;
  seekRaw(self, -unread, 1);
}

// ---- the position ----

export const tellBuffer = (self: PyBuffer): number => tellRaw(self) - self.value.ahead.length + self.value.heldSize;

export function seekBuffer(self: PyBuffer, offset: number, whence: number): number {
  const data = self.value;
  flushHeld(self);
  if (whence === 1) offset -= data.ahead.length;
  data.ahead = EMPTY;
  return seekRaw(self, offset, whence);
}
