// The state of a TextIOWrapper, and how text gets in and out of its buffer.
import type { PyObject } from "../../heap/object.ts";
import type { Owned, OwnedValue, Value } from "../../heap/refs.ts";
import { current } from "../../host/current.ts";
import { isBytes, newBytes } from "../../objects/bytes.ts";
import { callMethod } from "../../objects/call.ts";
import { encodeRepair } from "../../objects/encoding.ts";
import { typeError, valueError } from "../../objects/errors.ts";
import { index, newInt } from "../../objects/int.ts";
import { typeName } from "../../objects/protocol.ts";
import { newStr, newTextStr, type PyStr, wideOf } from "../../objects/str.ts";
import { charLength, skipChars } from "../../objects/text/codepoints.ts";
import { encodeUtf8 } from "../../objects/text/utf8.ts";
import { codecException } from "../../objects/unicodeerror.ts";
import { unsupportedOperation, withHost } from "../hosterrors.ts";
import { using } from "../natives.ts";
import { ask, checkClosed, IOData, joinBytes } from "./base.ts";
import { type PyBuffer, readOnce, writeBytes } from "./buffer.ts";
import { isBuffer } from "./buffered.ts";
import { lineEnd, type NewlineMode, Newlines, newlineMode } from "./newlines.ts";
import type { StreamCodec } from "./streamcodec.ts";

const CHUNK = 8192;

/** Bytes that have been decoded, where they lie in the stream, and how many units of text they gave. */
interface Chunk {
  start: number;
  bytes: Uint8Array;
  units: number;
}

export class TextData extends IOData {
  /** The stream of bytes, owned. */
  buffer: PyObject | null = null;
  detached = false;
  codec: StreamCodec | null = null;
  encoding = "";
  mode: NewlineMode = newlineMode(null);
  newlines = new Newlines(true);
  lineBuffering = false;
  writeThrough = false;
  /** Text that has been decoded, and how much of it has been handed out. */
  decoded = "";
  wide = false;
  used = 0;
  atEnd = false;
  /** Where the decoded text is from, for tell(); null when it cannot be told. */
  chunks: Chunk[] | null = [];
  /** False while a program iterates over the lines. */
  telling = true;
  seekable = false;
  readable = false;
  writable = false;
  /** What has not gone to the buffer, and its size in bytes. */
  held: (string | Uint8Array)[] = [];
  heldSize = 0;
  /** The encoding is UTF-8: text is held as it is, and encoded all at once. */
  plain = false;
  /** One of the host's own output streams, which wants UTF-8 text at once. */
  direct: 1 | 2 | null = null;
}
export type PyText = PyObject<TextData>;

/** The buffer. Raises ValueError when there is none. */
export function bufferOf({ value }: PyText): PyObject {
  if (value.buffer !== null) return value.buffer;
  throw valueError(value.detached ? "underlying buffer has been detached" : "I/O operation on uninitialized object");
}

export function codecOf(self: PyText): StreamCodec {
  bufferOf(self);
  return self.value.codec as StreamCodec;
}

// ---- writing ----

const SURROGATE = /[\ud800-\udfff]/;
/** With the flag `u` a pair is one character, and no surrogate. */
const LONE_SURROGATE = /[\ud800-\udfff]/u;

/** Text straight to the host; lone surrogates go by the stream's error handler. */
export function writeDirect(data: TextData, text: string, wide: boolean): void {
  const plain = !(wide ? LONE_SURROGATE : SURROGATE).test(text);
  const out = plain ? translated(data, text) : encoded(data, translated(data, text), wide);
  withHost(null, () => (data.direct === 2 ? current.writeStderr(out) : current.writeStdout(out)));
}

const translated = (data: TextData, text: string): string =>
  data.mode.written === "\n" ? text : text.replaceAll("\n", data.mode.written);

function encoded(data: TextData, text: string, wide: boolean): Uint8Array {
  try {
    return encodeUtf8(text, wide, encodeRepair((data.codec as StreamCodec).errors));
  } catch (e) {
    throw codecException(e);
  }
}

/** Writes text. */
export function writeText(self: PyText, text: PyStr): void {
  const data = self.value;
  bufferOf(self);
  checkClosed(self);
  if (!data.writable) throw unsupportedOperation("not writable");
  if (data.direct !== null) {
    writeDirect(data, text.value, wideOf(text) !== null);
    return;
  }
  holdText(self, text.value, wideOf(text) !== null);
  forgetDecoded(data);
}

/** Holds text back until there is a chunk of it, or a line when those go out at once. The stream is open. */
export function holdText(self: PyText, text: string, wide: boolean): void {
  const data = self.value;
  const out = translated(data, text);
  const size = data.plain ? utf8Size(out, wide) : -1;
  if (size >= 0) hold(self, out, size);
  else {
    const bytes = using(newTextStr(out, wide), (s) => codecOf(self).encode(s));
    hold(self, bytes, bytes.length);
  }
  const flushNow = data.lineBuffering && /[\r\n]/.test(text);
  if (data.heldSize >= CHUNK || flushNow || data.writeThrough) flushText(self);
  if (flushNow) ask(bufferOf(self), "flush");
}

function hold(self: PyText, piece: string | Uint8Array, size: number): void {
  const data = self.value;
  if (size === 0) return;
  if (data.heldSize + size > CHUNK) flushText(self);
  data.held.push(piece);
  data.heldSize += size;
}

/** How many bytes the text has in UTF-8; -1 when it has a lone surrogate. */
function utf8Size(text: string, wide: boolean): number {
  let size = text.length;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    if (unit < 0x80) continue;
    if ((unit & 0xf800) !== 0xd800) size += unit < 0x800 ? 1 : 2;
    else if (!wide || (text.codePointAt(i++) as number) < 0x10000) return -1;
    else size += 2;
  }
  return size;
}

const encoder = new TextEncoder();

/** Text and bytes in their order, as bytes. */
function joinPieces(pieces: readonly (string | Uint8Array)[]): Uint8Array {
  if (pieces.every((p) => typeof p === "string")) return encoder.encode(pieces.join(""));
  return joinBytes(pieces.map((p) => (typeof p === "string" ? encoder.encode(p) : p)));
}

/** Hands the text that is held back to the buffer. */
export function flushText(self: PyText): void {
  const data = self.value;
  if (data.heldSize === 0) return;
  const bytes = joinPieces(data.held);
  data.held = [];
  data.heldSize = 0;
  const buffer = bufferOf(self);
  if (isBuffer(buffer)) {
    checkClosed(buffer);
    writeBytes(buffer as PyBuffer, bytes);
  } else ask(buffer, "write", newBytes(bytes.slice()));
}

/** What has been read ahead is of no use once the position has moved. */
export function forgetDecoded(data: TextData): void {
  data.decoded = "";
  data.wide = false;
  data.used = 0;
  data.atEnd = false;
  data.chunks = [];
  data.newlines.pending = false;
}

// ---- reading ----

/** Reads and decodes some more; false at the end. */
function readChunk(self: PyText, all: boolean): boolean {
  const data = self.value;
  const codec = codecOf(self);
  const buffer = bufferOf(self);
  const start = data.seekable && data.telling && data.chunks !== null ? tellOf(buffer) - codec.rest.length : 0;
  const before = codec.rest;
  const bytes = all ? bytesFrom(callMethod(buffer, "read"), "read") : pieceOf(buffer);
  const final = all || bytes.length === 0;
  const { text, wide } = codec.decode(bytes, final);
  const out = data.mode.universal ? data.newlines.decode(text, final) : text;
  if (data.used === data.decoded.length) {
    data.decoded = "";
    data.used = 0;
    data.wide = false;
    if (data.chunks !== null) data.chunks = [];
  }
  data.chunks?.push({ start, bytes: joinBytes([before, bytes]), units: out.length });
  data.decoded += out;
  data.wide ||= wide;
  data.atEnd = bytes.length === 0;
  return bytes.length > 0;
}

const tellOf = (buffer: Value): number => using(callMethod(buffer, "tell"), (answer) => Number(index(answer)));

/** A piece of the buffer's bytes. */
function pieceOf(buffer: PyObject): Uint8Array {
  if (isBuffer(buffer)) {
    checkClosed(buffer);
    return readOnce(buffer as PyBuffer, CHUNK);
  }
  const once = buffer.type.value.mro.some((t) => t.value.name === "_BufferedIOBase") ? "read1" : "read";
  return bytesFrom(callMethod(buffer, once, newInt(CHUNK)), once);
}

function bytesFrom(answer: OwnedValue, method: string): Uint8Array {
  return using(answer, (value) => {
    if (isBytes(value)) return value.value;
    throw typeError(`underlying ${method}() should have returned a bytes-like object, not '${typeName(value)}'`);
  });
}

function checkReadable(self: PyText): void {
  bufferOf(self);
  checkClosed(self);
  if (!self.value.readable) throw unsupportedOperation("not readable");
  flushText(self);
}

/** Text from the decoded, given out. */
function takeText(data: TextData, end: number): Owned<PyStr> {
  const text = data.decoded.slice(data.used, end);
  data.used = end;
  return data.wide ? newStr(text) : newTextStr(text, false);
}

/** Reads so many characters, or all. */
export function readText(self: PyText, count: number): Owned<PyStr> {
  const data = self.value;
  checkReadable(self);
  if (count < 0) {
    readChunk(self, true);
    return takeText(data, data.decoded.length);
  }
  const available = (): number => charLength(data.decoded.slice(data.used), data.wide);
  while (available() < count && readChunk(self, false));
  return takeText(
    data,
    Math.min(data.decoded.length, data.wide ? skipChars(data.decoded, data.used, count) : data.used + count),
  );
}

/** Reads up to the end of a line, or so many characters of it. */
export function readLine(self: PyText, limit: number): Owned<PyStr> {
  const data = self.value;
  checkReadable(self);
  let searched = data.used;
  for (;;) {
    const end = lineEnd(data.decoded, searched, data.mode);
    // A "\r" at the very end of what is known may be the first half of an end of line.
    if (end >= 0) return takeText(data, limited(data, end, limit));
    if (limit >= 0 && data.decoded.length - data.used >= limit * (data.wide ? 2 : 1)) break;
    const unread = data.decoded.length - data.used;
    if (!readChunk(self, false)) break;
    searched = data.used + Math.max(0, unread - 1);
  }
  const last = lineEnd(data.decoded, data.used, data.mode);
  return takeText(data, limited(data, last >= 0 ? last : data.decoded.length, limit));
}

function limited(data: TextData, end: number, limit: number): number {
  if (limit < 0) return end;
  const most = data.wide ? skipChars(data.decoded, data.used, limit) : data.used + limit;
  return Math.min(end, most);
}

// ---- the position ----

/** The position of the next character in the stream of bytes. */
export function tellText(self: PyText): number {
  const data = self.value;
  const position = tellOf(bufferOf(self));
  const codec = codecOf(self);
  let unread = data.decoded.length - data.used;
  if (unread === 0 && codec.rest.length === 0 && !data.newlines.pending) return position;
  const chunks = data.chunks ?? [];
  for (let i = chunks.length - 1; i >= 0; i--) {
    const chunk = chunks[i];
    if (unread <= chunk.units) return chunk.start + prefixOf(self, chunk, chunk.units - unread);
    unread -= chunk.units;
  }
  return position;
}

/** How many bytes of a chunk the units that have been handed out come from. */
function prefixOf(self: PyText, chunk: Chunk, units: number): number {
  if (units === 0) return 0;
  const data = self.value;
  const lengthOf = (text: string): number =>
    data.mode.universal ? new Newlines(data.mode.translate).decode(text, false).length : text.length;
  const count = codecOf(self).bytesFor(chunk.bytes, units, lengthOf);
  if (count !== null) return count;
  const codec = codecOf(self);
  return using(newStr(data.decoded.slice(data.used)), (rest) => chunk.bytes.length - codec.encode(rest).length);
}
