// sys.stdin, sys.stdout and sys.stderr: text streams over the host's, and the byte streams in
// their `buffer`. Text goes to the host as text, so that printing costs no encoding; a stream
// that the program has replaced, patched or closed is treated as any other object with `write`.
import { alloc, allocGC } from "../heap/heap.ts";
import type { PyObject } from "../heap/object.ts";
import { dropMaybe, keep, newRef, newRefs, type Owned, type OwnedValue, type Value } from "../heap/refs.ts";
import { HAVE_GC, NO_NEW } from "../heap/type.ts";
import { current } from "../host/current.ts";
import { def } from "../native/signature.ts";
import { newBytes } from "../objects/bytes.ts";
import { defineType, type GetSet } from "../objects/define.ts";
import { dictFind, dictGet, dictSet, newDict, type PyDict } from "../objects/dict.ts";
import { typeError, valueError } from "../objects/errors.ts";
import { iterate } from "../objects/iteration.ts";
import { newList } from "../objects/list.ts";
import { typeName } from "../objects/protocol.ts";
import { None, newBool, newNone } from "../objects/singletons.ts";
import { intern, isStr, newStr, type PyStr, strLength, wideOf } from "../objects/str.ts";
import { encodeHandler } from "../objects/text/codecerrors.ts";
import { encodeUtf8 } from "../objects/text/utf8.ts";
import { codecException } from "../objects/unicodeerror.ts";
import { unsupportedOperation, withHost } from "./hosterrors.ts";
import { copyBytes } from "./natives.ts";

export type StreamNumber = 0 | 1 | 2;
const NAMES = ["<stdin>", "<stdout>", "<stderr>"];
const ERRORS = ["surrogateescape", "strict", "backslashreplace"];

/** The payload of a standard text stream. */
class StreamData {
  readonly stream: StreamNumber;
  errors: string;
  lineBuffering: boolean;
  closed = false;
  /** `__dict__`, owned. */
  dict: PyDict | null = null;
  /** The byte stream, owned; made when first asked for. */
  buffer: PyObject | null = null;
  /** Input that has been read but not handed out. */
  pending = "";
  constructor(stream: StreamNumber) {
    this.stream = stream;
    this.errors = ERRORS[stream];
    this.lineBuffering = stream === 2;
  }
}
export type PyStream = PyObject<StreamData>;

/** The payload of a standard byte stream. */
interface ByteStreamData {
  stream: StreamNumber;
  closed: boolean;
  pending: Uint8Array;
}
type PyByteStream = PyObject<ByteStreamData>;

const closedError = () => valueError("I/O operation on closed file.");

// ---- output ----

const SURROGATE = /[\ud800-\udfff]/;
/** With the flag `u` a pair is one character, and no surrogate. */
const LONE_SURROGATE = /[\ud800-\udfff]/u;

/** Writes text to the host; lone surrogates go by the stream's error handler. */
export function writeText(data: StreamData, text: string, wide: boolean): void {
  if (data.closed) throw closedError();
  const plain = !(wide ? LONE_SURROGATE : SURROGATE).test(text);
  const out = plain ? text : withCodec(() => encodeUtf8(text, wide, encodeHandler(data.errors) ?? strict));
  withHost(null, () => (data.stream === 2 ? current.writeStderr(out) : current.writeStdout(out)));
}
const strict = encodeHandler("strict") as NonNullable<ReturnType<typeof encodeHandler>>;

/** Runs a codec; a problem that its handler cannot help is a UnicodeError. */
function withCodec<T>(body: () => T): T {
  try {
    return body();
  } catch (e) {
    throw codecException(e);
  }
}

function checkWritable(data: StreamData): void {
  if (data.closed) throw closedError();
  if (data.stream === 0) throw unsupportedOperation("not writable");
}

function checkReadable(data: StreamData): void {
  if (data.closed) throw closedError();
  if (data.stream !== 0) throw unsupportedOperation("not readable");
}

function writeStr(self: PyStream, text: Value, name: string): number {
  if (!isStr(text)) throw typeError(`${name} argument must be str, not ${typeName(text)}`);
  checkWritable(self.value);
  writeText(self.value, text.value, wideOf(text) !== null);
  return strLength(text);
}

// ---- input ----

/** A line of input, or the rest of one; "" at the end. */
function nextLine(data: StreamData): string {
  if (data.pending !== "") {
    const end = data.pending.indexOf("\n") + 1;
    if (end > 0) return takePending(data, end);
    const more = hostLine();
    data.pending += more ?? "";
    return takePending(data, data.pending.length);
  }
  return hostLine() ?? "";
}

/** A line from the host. Universal newlines: every end of line arrives as "\n". */
const hostLine = (): string | null => withHost(null, () => current.readLine())?.replace(/\r\n?/g, "\n") ?? null;

function takePending(data: StreamData, count: number): string {
  const text = data.pending.slice(0, count);
  data.pending = data.pending.slice(count);
  return text;
}

function readLineUpTo(data: StreamData, limit: number): string {
  const line = nextLine(data);
  if (limit < 0 || line.length <= limit) return line;
  data.pending = line.slice(limit) + data.pending;
  return line.slice(0, limit);
}

function readText(data: StreamData, count: number): string {
  while (count < 0 || data.pending.length < count) {
    const line = hostLine();
    if (line === null) break;
    data.pending += line;
  }
  return takePending(data, count < 0 ? data.pending.length : count);
}

/** A line of standard input, for input(): without its end; null at the end of input. */
export function readInput(self: PyStream): string | null {
  checkReadable(self.value);
  const line = nextLine(self.value);
  return line === "" ? null : line.replace(/\n$/, "");
}

/** An optional size argument: None means all. */
function sizeOf(value: Value): number {
  if (value === None) return -1;
  if (typeof value !== "number") throw typeError(`argument should be integer or None, not '${typeName(value)}'`);
  return value;
}

function readLines(data: StreamData): Owned {
  const lines = newRefs();
  for (let line = nextLine(data); line !== ""; line = nextLine(data)) lines.push(newStr(line));
  return newList(lines);
}

// ---- the text stream ----

function setMode(self: PyStream, value: Value | undefined): void {
  if (value !== undefined) dictSet(dictOfStream(self), intern("mode"), keep(value));
}

const attribute = <T>(name: string, get: (data: T) => OwnedValue): GetSet<PyObject<T>> => ({
  name,
  get: (self) => get(self.value),
});

export const TextStreamType = defineType<PyStream>({
  name: "TextIOWrapper",
  module: "_io",
  doc: "A text stream over a stream of bytes.",
  flags: HAVE_GC | NO_NEW,
  basicSize: 200,
  traverse(self, visit) {
    if (self.value.dict !== null) visit(self.value.dict);
    if (self.value.buffer !== null) visit(self.value.buffer);
  },
  clear(self) {
    const { dict, buffer } = self.value;
    self.value.dict = self.value.buffer = null;
    dropMaybe(dict);
    dropMaybe(buffer);
  },
  dictOf(self, make) {
    return make ? dictOfStream(self) : self.value.dict;
  },
  slots: {
    repr: ({ value }) =>
      newStr(
        `<_io.TextIOWrapper name='${NAMES[value.stream]}' mode='${value.stream === 0 ? "r" : "w"}' encoding='utf-8'>`,
      ),
    iter(self) {
      if (self.value.closed) throw closedError();
      return newRef(self);
    },
    next(self) {
      checkReadable(self.value);
      const line = nextLine(self.value);
      return line === "" ? undefined : newStr(line);
    },
  },
  methods: [
    def("write($self, text, /) -> int", "Writes a string to the stream; answers its length.", (self: PyStream, text) =>
      writeStr(self, text, "write()"),
    ),
    def(
      "writelines($self, lines, /)",
      "Writes the strings of an iterable, with nothing in between.",
      (self: PyStream, lines) =>
        iterate(lines, (line) => {
          try {
            writeStr(self, line, "write()");
          } finally {
            dropMaybe(line);
          }
        }),
    ),
    def("flush($self, /)", "Writes out what is held back.", (self: PyStream) => {
      if (self.value.closed) throw closedError();
      if (self.value.stream !== 0) withHost(null, () => current.flush());
    }),
    def("read($self, size=-1, /) -> str", "Reads so many characters, or all.", (self: PyStream, size) => {
      checkReadable(self.value);
      return readText(self.value, sizeOf(size));
    }),
    def("readline($self, size=-1, /) -> str", "Reads up to the end of a line.", (self: PyStream, size) => {
      checkReadable(self.value);
      return readLineUpTo(self.value, sizeOf(size));
    }),
    def("readlines($self, hint=-1, /)", "Reads all lines into a list.", (self: PyStream) => {
      checkReadable(self.value);
      return readLines(self.value);
    }),
    def("isatty($self, /) -> bool", "Is the stream a terminal?", (self: PyStream) =>
      current.isTerminal(self.value.stream),
    ),
    def("fileno($self, /) -> int", "The number of the underlying file.", (self: PyStream) => self.value.stream),
    def("readable($self, /) -> bool", "Can the stream be read?", (self: PyStream) => self.value.stream === 0),
    def("writable($self, /) -> bool", "Can the stream be written to?", (self: PyStream) => self.value.stream !== 0),
    def("seekable($self, /) -> bool", "Can the position be moved?", () => false),
    def("close($self, /)", "Closes the stream.", (self: PyStream) => {
      if (self.value.stream !== 0) withHost(null, () => current.flush());
      self.value.closed = true;
    }),
    def(
      "reconfigure($self, /, *, encoding=None, errors=None, newline=None, line_buffering=None, write_through=None)",
      "Changes settings of the stream.",
      (self: PyStream, _encoding, errors, _newline, lineBuffering) => {
        if (isStr(errors)) self.value.errors = errors.value;
        if (lineBuffering !== None) self.value.lineBuffering = lineBuffering !== 0;
      },
    ),
    def("__enter__($self, /)", "Answers the stream itself.", (self: PyStream) => {
      if (self.value.closed) throw closedError();
      return newRef(self);
    }),
    def("__exit__($self, /, *args)", "Closes the stream.", (self: PyStream) => {
      self.value.closed = true;
    }),
  ],
  getset: [
    attribute("name", (data: StreamData) => newStr(NAMES[data.stream])),
    { name: "__dict__", get: (self) => newRef(dictOfStream(self)) },
    { name: "mode", get: (self) => dictGet(dictOfStream(self), intern("mode")) ?? newNone(), set: setMode },
    attribute("encoding", () => newStr("utf-8")),
    attribute("errors", (data: StreamData) => newStr(data.errors)),
    attribute("newlines", () => newNone()),
    attribute("closed", (data: StreamData) => newBool(data.closed)),
    attribute("line_buffering", (data: StreamData) => newBool(data.lineBuffering)),
    attribute("write_through", () => newBool(false)),
    attribute("buffer", (data: StreamData) => newRef((data.buffer ??= newByteStream(data.stream)))),
  ],
});

export const isTextStream = (value: Value): value is PyStream =>
  typeof value !== "number" && value.type === TextStreamType;

/** As in CPython the mode is an attribute like any other. */
function dictOfStream(self: PyStream): PyDict {
  if (self.value.dict === null) {
    self.value.dict = newDict();
    dictSet(self.value.dict, intern("mode"), newStr(self.value.stream === 0 ? "r" : "w"));
  }
  return self.value.dict;
}

/** May text go straight to the host? Not when the program has given the stream a `write` of its own. */
export const isPlainOutput = (value: Value): value is PyStream =>
  isTextStream(value) && value.value.stream !== 0 && !isPatched(value.value.dict);
const isPatched = (dict: PyDict | null): boolean => dict !== null && dictFind(dict, intern("write")) >= 0;

export const newTextStream = (stream: StreamNumber): Owned =>
  allocGC(TextStreamType, new StreamData(stream), null, 216);

/** Writes a str to a plain output stream. */
export const writeTo = (self: PyStream, text: PyStr): void => writeText(self.value, text.value, wideOf(text) !== null);

// ---- the byte streams ----

function newByteStream(stream: StreamNumber): Owned {
  const data: ByteStreamData = { stream, closed: false, pending: new Uint8Array(0) };
  return alloc(stream === 0 ? ByteReaderType : ByteWriterType, data, null, 160);
}

/** Fills `pending` until it has `count` bytes, or until `isEnough`; false when the input has ended first. */
function fillBytes(data: ByteStreamData, isEnough: () => boolean): void {
  while (!isEnough()) {
    const line = withHost(null, () => current.readLine());
    if (line === null) return;
    const bytes = withCodec(() => encodeUtf8(line, true, strict));
    const joined = new Uint8Array(data.pending.length + bytes.length);
    joined.set(data.pending);
    joined.set(bytes, data.pending.length);
    data.pending = joined;
  }
}

function takeBytes(data: ByteStreamData, count: number): Owned {
  const bytes = data.pending.slice(0, count);
  data.pending = data.pending.slice(count);
  return newBytes(bytes);
}

const byteRepr = (kind: string) => (self: PyByteStream) => newStr(`<_io.${kind} name='${NAMES[self.value.stream]}'>`);
const byteAttributes = [
  attribute("name", (data: ByteStreamData) => newStr(NAMES[data.stream])),
  attribute("mode", (data: ByteStreamData) => newStr(data.stream === 0 ? "rb" : "wb")),
  attribute("closed", (data: ByteStreamData) => newBool(data.closed)),
];
const byteMethods = [
  def("isatty($self, /) -> bool", "Is the stream a terminal?", (self: PyByteStream) =>
    current.isTerminal(self.value.stream),
  ),
  def("fileno($self, /) -> int", "The number of the underlying file.", (self: PyByteStream) => self.value.stream),
  def("readable($self, /) -> bool", "Can the stream be read?", (self: PyByteStream) => self.value.stream === 0),
  def("writable($self, /) -> bool", "Can the stream be written to?", (self: PyByteStream) => self.value.stream !== 0),
  def("seekable($self, /) -> bool", "Can the position be moved?", () => false),
  def("flush($self, /)", "Writes out what is held back.", () => withHost(null, () => current.flush())),
];

export const ByteReaderType = defineType<PyByteStream>({
  name: "BufferedReader",
  module: "_io",
  doc: "A buffered stream of bytes to read.",
  flags: NO_NEW,
  basicSize: 160,
  slots: {
    repr: byteRepr("BufferedReader"),
    iter: (self) => newRef(self),
    next(self) {
      fillBytes(self.value, () => self.value.pending.includes(10));
      return self.value.pending.length === 0 ? undefined : takeLine(self.value);
    },
  },
  methods: [
    ...byteMethods,
    def("read($self, size=-1, /)", "Reads so many bytes, or all.", (self: PyByteStream, size) => {
      const count = sizeOf(size);
      fillBytes(self.value, () => count >= 0 && self.value.pending.length >= count);
      return takeBytes(self.value, count < 0 ? self.value.pending.length : count);
    }),
    def("readline($self, size=-1, /)", "Reads up to the end of a line.", (self: PyByteStream) => {
      fillBytes(self.value, () => self.value.pending.includes(10));
      return takeLine(self.value);
    }),
  ],
  getset: byteAttributes,
});

function takeLine(data: ByteStreamData): Owned {
  const end = data.pending.indexOf(10) + 1;
  return takeBytes(data, end > 0 ? end : data.pending.length);
}

export const ByteWriterType = defineType<PyByteStream>({
  name: "BufferedWriter",
  module: "_io",
  doc: "A buffered stream of bytes to write.",
  flags: NO_NEW,
  basicSize: 160,
  slots: { repr: byteRepr("BufferedWriter") },
  methods: [
    ...byteMethods,
    def(
      "write($self, buffer, /) -> int",
      "Writes bytes to the stream; answers how many.",
      (self: PyByteStream, buffer) => {
        const bytes = copyBytes(buffer);
        withHost(null, () => (self.value.stream === 2 ? current.writeStderr(bytes) : current.writeStdout(bytes)));
        return bytes.length;
      },
    ),
  ],
  getset: byteAttributes,
});
