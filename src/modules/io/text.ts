// TextIOWrapper: a stream of text over a stream of bytes. Its state is textdata.ts.
import { allocGC } from "../../heap/heap.ts";
import type { PyObject, PyType } from "../../heap/object.ts";
import { drop, keep, newRef, type Owned, type OwnedValue, type Value } from "../../heap/refs.ts";
import { current } from "../../host/current.ts";
import { def } from "../../native/signature.ts";
import { callMethod } from "../../objects/call.ts";
import { defineType, type GetSet } from "../../objects/define.ts";
import { dictFind, dictSet, type PyDict } from "../../objects/dict.ts";
import { attributeError, caught, osError, typeError, valueError } from "../../objects/errors.ts";
import { asInstanceOf } from "../../objects/instance.ts";
import { index, indexSize, newInt } from "../../objects/int.ts";
import { findAttrText, getAttrText, isTrue, reprText, takeTruth, typeName } from "../../objects/protocol.ts";
import { None, newBool } from "../../objects/singletons.ts";
import { intern, isStr, newStr, type PyStr, strLength } from "../../objects/str.ts";
import { unsupportedOperation, withHost } from "../hosterrors.ts";
import { intArgument, using } from "../natives.ts";
import {
  ask,
  checkClosed,
  dictOf,
  isClosed,
  nameInRepr,
  ownership,
  type PyIO,
  sizeArgument,
  TextIOBaseType,
  warnUnclosed,
} from "./base.ts";
import { isBuffer } from "./buffered.ts";
import { isFile, standardOf } from "./file.ts";
import { Newlines, newlineMode } from "./newlines.ts";
import { StreamCodec } from "./streamcodec.ts";
import {
  bufferOf,
  flushText,
  forgetDecoded,
  type PyText,
  readLine,
  readText,
  TextData,
  tellText,
  writeText,
} from "./textdata.ts";

// ---- construction ----

interface TextArguments {
  buffer: Value;
  encoding: string | null;
  errors: string | null;
  newline: string | null;
  lineBuffering: boolean;
  writeThrough: boolean;
}
const NAMES = ["buffer", "encoding", "errors", "newline", "line_buffering", "write_through"];

function textArgument(name: string, value: Value | undefined): string | null {
  if (value === undefined || value === None) return null;
  if (!isStr(value)) throw typeError(`TextIOWrapper() argument '${name}' must be str or None, not ${typeName(value)}`);
  if (value.value.includes("\0")) throw valueError("embedded null character");
  return value.value;
}

function bind(args: readonly Value[], kwnames: readonly PyObject[] | null): TextArguments {
  const count = args.length - (kwnames?.length ?? 0);
  if (args.length > NAMES.length)
    throw typeError(`TextIOWrapper() takes at most ${NAMES.length} arguments (${args.length} given)`);
  const given: (Value | undefined)[] = NAMES.map((_, i) => (i < count ? args[i] : undefined));
  (kwnames ?? []).forEach((keyword, i) => {
    const name = (keyword as PyStr).value;
    const at = NAMES.indexOf(name);
    if (at < 0) throw typeError(`'${name}' is an invalid keyword argument for TextIOWrapper()`);
    given[at] = args[count + i];
  });
  const [buffer, encoding, errors, newline, lineBuffering, writeThrough] = given;
  if (buffer === undefined) throw typeError("TextIOWrapper() missing required argument 'buffer' (pos 1)");
  return {
    buffer,
    encoding: textArgument("encoding", encoding),
    errors: textArgument("errors", errors),
    newline: textArgument("newline", newline),
    lineBuffering: lineBuffering !== undefined && isTrue(lineBuffering),
    writeThrough: writeThrough !== undefined && isTrue(writeThrough),
  };
}

/** Raises ValueError for what is no end of line; StringIO shows it by its repr. */
export function checkNewline(newline: string | null, show: (text: string) => string = (text) => text): void {
  if (newline === null || ["", "\n", "\r", "\r\n"].includes(newline)) return;
  throw valueError(`illegal newline value: ${show(newline)}`);
}

/** The encoding of the locale, which is UTF-8 everywhere here. */
const LOCALE = "UTF-8";

function init(self: PyText, args: Value[], kwnames: readonly PyObject[] | null): void {
  const { buffer, encoding, errors, newline, lineBuffering, writeThrough } = bind(args, kwnames);
  const data = self.value;
  checkNewline(newline);
  const name = encoding === null || encoding === "locale" ? LOCALE : encoding;
  const codec = new StreamCodec(name, errors ?? "strict");
  const old = data.buffer;
  for (const o of data.codec?.owned ?? []) if (o !== null) drop(o as Owned);
  data.codec = codec;
  data.encoding = name;
  setNewline(data, newline);
  data.lineBuffering = lineBuffering;
  data.writeThrough = writeThrough;
  data.detached = false;
  if (typeof buffer === "number") throw attributeError("'int' object has no attribute 'readable'");
  data.buffer = newRef(buffer);
  if (old !== null) drop(old as Owned);
  forgetDecoded(data);
  data.readable = takeTruth(callMethod(buffer, "readable"));
  data.writable = takeTruth(callMethod(buffer, "writable"));
  data.seekable = takeTruth(callMethod(buffer, "seekable"));
  chooseWay(data, buffer);
  // Text is added to what is there: it needs no mark of its byte order.
  if (data.seekable && data.writable && using(callMethod(buffer, "tell"), (at) => index(at) !== 0)) codec.skipMark();
}

/** UTF-8 text is held as text, or goes straight to the host's own output streams, when the host wants that. */
function chooseWay(data: TextData, buffer: PyObject): void {
  const raw = isBuffer(buffer) ? buffer.value.raw : buffer;
  const stream = raw === null ? null : standardOf(raw);
  data.plain = /^utf[-_]?8$/i.test(data.encoding);
  data.direct = stream === null || stream === 0 || !data.plain || current.immediate !== true ? null : stream;
}

function setNewline(data: TextData, newline: string | null): void {
  data.mode = newlineMode(newline);
  data.newlines = new Newlines(data.mode.translate);
}

// ---- reconfigure ----

function reconfigure(
  self: PyText,
  encoding: Value,
  errors: Value,
  newline: Value | undefined,
  lineBuffering: Value,
  writeThrough: Value,
): void {
  const data = self.value;
  const encodingName = textArgument("encoding", encoding);
  const errorsName = textArgument("errors", errors);
  const readsOn = data.decoded !== "" || data.atEnd;
  if (readsOn && (encodingName !== null || errorsName !== null || newline !== undefined)) {
    throw unsupportedOperation("not possible to set the encoding or newline of stream after the first read");
  }
  ask(self, "flush");
  if (newline !== undefined) {
    const text = textArgument("newline", newline);
    checkNewline(text);
    setNewline(data, text);
  }
  if (encodingName !== null || errorsName !== null) {
    const old = data.codec as StreamCodec;
    const name = encodingName === "locale" ? LOCALE : (encodingName ?? data.encoding);
    data.codec = new StreamCodec(name, errorsName ?? (encodingName === null ? old.errors : "strict"));
    data.encoding = name;
    for (const o of old.owned) if (o !== null) drop(o as Owned);
    old.release();
    if (data.buffer !== null) chooseWay(data, data.buffer);
  }
  if (lineBuffering !== None) data.lineBuffering = isTrue(lineBuffering);
  if (writeThrough !== None) data.writeThrough = isTrue(writeThrough);
}

// ---- the position ----

function seek(self: PyText, cookie: Value, whence: Value): OwnedValue {
  const data = self.value;
  const how = intArgument(whence);
  checkClosed(self);
  if (!data.seekable) throw unsupportedOperation("underlying stream is not seekable");
  let target = index(cookie);
  if (how === 1) {
    if (target !== 0) throw unsupportedOperation("can't do nonzero cur-relative seeks");
    ask(self, "flush");
    target = tellText(self);
  } else if (how === 2) {
    if (target !== 0) throw unsupportedOperation("can't do nonzero end-relative seeks");
    return seekEnd(self);
  } else if (how !== 0) throw valueError(`invalid whence (${how}, should be 0, 1 or 2)`);
  if (target < 0) throw valueError(`negative seek position ${reprText(cookie)}`);
  ask(self, "flush");
  drop(callMethod(bufferOf(self), "seek", newInt(target)));
  restart(data);
  if (target === 0) data.codec?.resetEncoder();
  else data.codec?.skipMark();
  return newInt(target);
}

function seekEnd(self: PyText): OwnedValue {
  ask(self, "flush");
  restart(self.value);
  const position = callMethod(bufferOf(self), "seek", newInt(0), newInt(2));
  if (index(position) === 0) self.value.codec?.resetEncoder();
  else self.value.codec?.skipMark();
  return position;
}

function restart(data: TextData): void {
  forgetDecoded(data);
  data.codec?.resetDecoder();
  data.newlines.reset();
}

function tell(self: PyText): number {
  const data = self.value;
  checkClosed(self);
  if (!data.seekable) throw unsupportedOperation("underlying stream is not seekable");
  if (!data.telling) throw osError("telling position disabled by next() call");
  flushText(self);
  ask(self, "flush");
  return tellText(self);
}

function truncate(self: PyText, size: Value): OwnedValue {
  ask(self, "flush");
  return callMethod(bufferOf(self), "truncate", keep(size));
}

// ---- life and death ----

function close(self: PyText): void {
  const buffer = bufferOf(self);
  if (isClosed(self)) return;
  newRef(buffer);
  try {
    if (self.value.finalizing) warnUnclosed(buffer, self);
    try {
      ask(self, "flush");
    } finally {
      ask(buffer, "close");
    }
  } finally {
    drop(buffer as Owned);
  }
}

function detach(self: PyText): OwnedValue {
  const buffer = bufferOf(self);
  ask(self, "flush");
  self.value.buffer = null;
  self.value.detached = true;
  return buffer as Owned;
}

function flush(self: PyText): void {
  checkClosed(self);
  self.value.telling = true;
  flushText(self);
  if (self.value.direct !== null) withHost(null, () => current.flush());
  else ask(bufferOf(self), "flush");
}

function repr(self: PyText): Owned {
  let mode: OwnedValue | undefined;
  try {
    mode = findAttrText(self, "mode");
  } catch (e) {
    drop(caught(e) as Owned);
  }
  const shown = mode === undefined ? "" : using(mode, (value) => ` mode=${reprText(value)}`);
  return newStr(`<_io.TextIOWrapper${nameInRepr(self)}${shown} encoding='${self.value.encoding}'>`);
}

function write(self: PyText, text: Value): number {
  if (!isStr(text)) throw typeError(`write() argument must be str, not ${text === None ? "None" : typeName(text)}`);
  writeText(self, text);
  return strLength(text);
}

function nextLine(self: PyText): OwnedValue | undefined {
  self.value.telling = false;
  const line = readLine(self, -1);
  if (line.value !== "") return line;
  drop(line);
  self.value.telling = true;
  return undefined;
}

const forwardTo =
  (name: string) =>
  (self: PyText): OwnedValue =>
    callMethod(bufferOf(self), name);
const attribute = (name: string, get: (self: PyText) => OwnedValue): GetSet<PyText> => ({ name, get });

export const TextIOWrapperType: PyType = defineType<PyText>({
  ...ownership<TextData>(
    (data) => [data.buffer, ...(data.codec?.owned ?? [])],
    (data) => {
      data.buffer = null;
      data.codec?.release();
    },
  ),
  name: "TextIOWrapper",
  base: TextIOBaseType,
  doc: "A stream of text over a stream of bytes.",
  textSignature: "(buffer, encoding=None, errors=None, newline=None, line_buffering=False, write_through=False)",
  basicSize: 200,
  slots: { new: (type) => newText(type), init, repr, next: nextLine },
  methods: [
    def("write($self, text, /) -> int", "Writes text; answers its length.", (self: PyText, text) => write(self, text)),
    def("read($self, size=-1, /)", "Reads so many characters, or all.", (self: PyText, size) =>
      readText(self, sizeArgument(size)),
    ),
    def("readline($self, size=-1, /)", "Reads up to the end of a line.", (self: PyText, size) =>
      readLine(self, indexSize(size)),
    ),
    def("flush($self, /)", "Writes out what is held back.", (self: PyText) => flush(self)),
    def("close($self, /)", "Writes out what is held back, and closes the buffer.", (self: PyText) => close(self)),
    def("detach($self, /)", "Gives the buffer out; the stream cannot be used afterwards.", (self: PyText) =>
      detach(self),
    ),
    def("seekable($self, /)", "Can the position be moved?", forwardTo("seekable")),
    def("readable($self, /)", "Can the stream be read?", forwardTo("readable")),
    def("writable($self, /)", "Can the stream be written to?", forwardTo("writable")),
    def("fileno($self, /)", "The number of the underlying file.", forwardTo("fileno")),
    def("isatty($self, /)", "Is the stream a terminal?", forwardTo("isatty")),
    def(
      "seek($self, cookie, whence=0, /)",
      "Moves the position, to one that tell() has answered.",
      (self: PyText, cookie, whence) => seek(self, cookie, whence),
    ),
    def("tell($self, /) -> int", "The position, for seek().", (self: PyText) => tell(self)),
    def("truncate($self, pos=None, /)", "Cuts the stream off.", (self: PyText, size) => truncate(self, size)),
    def(
      "reconfigure($self, /, *, encoding=None, errors=None, newline=NULL, line_buffering=None, write_through=None)",
      "Changes settings of the stream.",
      (self: PyText, encoding, errors, newline, lineBuffering, writeThrough) =>
        reconfigure(self, encoding, errors, newline, lineBuffering, writeThrough),
    ),
  ],
  getset: [
    attribute("buffer", (self) => newRef(bufferOf(self))),
    attribute("encoding", (self) => newStr(self.value.encoding)),
    attribute("errors", (self) => newStr(self.value.codec?.errors ?? "strict")),
    attribute("newlines", (self) => self.value.newlines.found),
    attribute("line_buffering", (self) => newBool(self.value.lineBuffering)),
    attribute("write_through", (self) => newBool(self.value.writeThrough)),
    attribute("closed", (self) => getAttrText(bufferOf(self), "closed")),
    attribute("name", (self) => getAttrText(bufferOf(self), "name")),
    { name: "_CHUNK_SIZE", get: () => newInt(8192), set: () => {} },
  ],
});

const newText = (type: PyType): OwnedValue =>
  asInstanceOf(allocGC<TextData, null>(TextIOWrapperType, new TextData(), null, 216), type);

export const isTextStream = (value: Value): value is PyText =>
  typeof value !== "number" && value.type === TextIOWrapperType;

const WRITE = intern("write");

/** Is it a text stream to an open file, whose `write` the program has not replaced? Then nobody need be asked to write. */
export function isPlainOutput(value: Value): value is PyText {
  if (!isTextStream(value) || !value.value.plain) return false;
  const { buffer, dict, writable, readable } = value.value;
  if (!writable || readable) return false;
  const raw = buffer !== null && isBuffer(buffer) ? buffer.value.raw : buffer;
  if (raw === null || !isFile(raw) || raw.value.fd < 0) return false;
  return dict === null || dictFind(dict, WRITE) < 0;
}

/** What a stream could not write is lost: nobody is told of it again. */
export function forgetHeld(stream: Value): void {
  if (!isTextStream(stream)) return;
  const data = stream.value;
  data.held = [];
  data.heldSize = 0;
  if (data.buffer === null || !isBuffer(data.buffer)) return;
  data.buffer.value.held = [];
  data.buffer.value.heldSize = 0;
}

/** Sets `mode`, which is an attribute like any other. */
export const setMode = (self: Value, mode: string): void =>
  dictSet(dictOf(self as PyIO, true) as PyDict, intern("mode"), newStr(mode));
