// The base classes of _io: _IOBase, _RawIOBase, _BufferedIOBase and _TextIOBase. They say what a
// stream can do in terms of the few methods that a class of streams defines; classes in Python build
// on them as the native streams do. An object owns its `__dict__` in its payload.

import { allocGC } from "../../heap/heap.ts";
import type { PyObject, PyType } from "../../heap/object.ts";
import {
  drop,
  dropAll,
  dropMaybe,
  keep,
  newRef,
  newRefs,
  type Owned,
  type OwnedValue,
  type Value,
} from "../../heap/refs.ts";
import { BASETYPE, HAS_WEAKREFS, HAVE_GC } from "../../heap/type.ts";
import { def } from "../../native/signature.ts";
import { byteArrayView, newByteArray } from "../../objects/bytearray.ts";
import { isBytes, newBytes } from "../../objects/bytes.ts";
import { callMethod, callOwned } from "../../objects/call.ts";
import { defineType, type TypeTable } from "../../objects/define.ts";
import { dictSet, newDict, type PyDict } from "../../objects/dict.ts";
import { caught, newError, osError, type PyError, typeError, valueError } from "../../objects/errors.ts";
import { asInstanceOf } from "../../objects/instance.ts";
import { index, indexSize, newInt } from "../../objects/int.ts";
import { iterate } from "../../objects/iteration.ts";
import { newList } from "../../objects/list.ts";
import { findAttrText, getAttrText, length, reprText, takeTruth, typeName } from "../../objects/protocol.ts";
import { None, newBool, newNone } from "../../objects/singletons.ts";
import { intern } from "../../objects/str.ts";
import { unsupportedOperation } from "../hosterrors.ts";
import { using, withWritable } from "../natives.ts";

/** The payload of every stream. */
export class IOData {
  /** `__dict__`, owned; null until it is needed. */
  dict: PyDict | null = null;
  closed = false;
  /** Its finalizer runs: closing reports nothing. */
  finalizing = false;
}
export type PyIO = PyObject<IOData>;

export const closedError = (): PyError => valueError("I/O operation on closed file.");

// ---- asking any stream ----

/** `stream.closed`, whatever the stream is. */
export const isClosed = (stream: Value): boolean => takeTruth(getAttrText(stream, "closed"));

export function checkClosed(stream: Value): void {
  if (isClosed(stream)) throw closedError();
}

/** Asks a stream `readable()`, `writable()` or `seekable()`. */
export function checkCan(stream: Value, question: "readable" | "writable" | "seekable"): void {
  if (!takeTruth(callMethod(stream, question))) throw unsupportedOperation(`File or stream is not ${question}.`);
}

/** A size argument: None and negative numbers mean all. */
export function sizeArgument(value: Value | undefined): number {
  if (value === undefined || value === None) return -1;
  if (typeof value !== "number" && value.type.value.slots.index === null) {
    throw typeError(`argument should be integer or None, not '${typeName(value)}'`);
  }
  return indexSize(value);
}

/** Gives up an answer that nobody asked for. */
export const ask = (stream: Value, method: string, ...args: OwnedValue[]): void =>
  drop(callMethod(stream, method, ...args));

/** Lets the stream below warn that `source` dies before it is closed, when it knows how. */
export function warnUnclosed(below: Value, source: Value): void {
  const method = findAttrText(below, "_dealloc_warn");
  if (method !== undefined) drop(callOwned(method, keep(source)));
}

// ---- the table of what all streams have in common ----

export function dictOf(self: PyIO, make: boolean): PyDict | null {
  if (self.value.dict === null && make) self.value.dict = newDict();
  return self.value.dict;
}

/** The fields of a table that look after the payload; `owned` names what else the payload owns. */
export function ownership<T extends IOData>(owned: (data: T) => (PyObject | null)[], release: (data: T) => void) {
  return {
    module: "_io",
    flags: HAVE_GC | BASETYPE | HAS_WEAKREFS,
    dictOf: dictOf as (self: PyObject<T>, make: boolean) => PyDict | null,
    traverse(self: PyObject<T>, visit: (o: PyObject) => void): void {
      if (self.value.dict !== null) visit(self.value.dict);
      for (const o of owned(self.value)) if (o !== null) visit(o);
    },
    clear(self: PyObject<T>): void {
      const held = [self.value.dict, ...owned(self.value)];
      self.value.dict = null;
      release(self.value);
      for (const o of held) dropMaybe(o);
    },
  } satisfies Partial<TypeTable<PyObject<T>>>;
}

const nothing = ownership<IOData>(
  () => [],
  () => {},
);

/** A stream that dies is closed first. What goes wrong is nobody's to know. */
function finalize(self: PyIO): void {
  if (self.value.finalizing) return;
  try {
    if (isClosed(self)) return;
    self.value.finalizing = true;
    ask(self, "close");
  } catch (e) {
    drop(caught(e) as Owned);
  } finally {
    self.value.finalizing = false;
  }
}

const newBase = (type: PyType): OwnedValue =>
  asInstanceOf(allocGC<IOData, null>(IOBaseType, new IOData(), null, 48), type);

function close(self: PyIO): void {
  if (self.value.closed) return;
  try {
    ask(self, "flush");
  } finally {
    self.value.closed = true;
    dictSet(dictOf(self, true) as PyDict, intern("__IOBase_closed"), newBool(true));
  }
}

// ---- reading by lines, for streams that say no better way ----

/** How many bytes to ask for so as not to read past the end of a line. */
function stepOf(self: PyIO, peek: OwnedValue | undefined, left: number): number {
  if (peek === undefined) return 1;
  const ahead = callMethod(self, "peek", newInt(1));
  try {
    if (!isBytes(ahead)) throw osError(`peek() should have returned a bytes object, not '${typeName(ahead)}'`);
    const bytes = ahead.value;
    if (bytes.length === 0) return 1;
    const end = bytes.indexOf(10) + 1;
    const step = end > 0 ? end : bytes.length;
    return left >= 0 ? Math.min(step, left) : step;
  } finally {
    drop(ahead);
  }
}

function readLine(self: PyIO, limit: number): Owned {
  const parts: Uint8Array[] = [];
  let size = 0;
  const peek = findAttrText(self, "peek");
  try {
    while (limit < 0 || size < limit) {
      const step = stepOf(self, peek, limit < 0 ? -1 : limit - size);
      const part = callMethod(self, "read", newInt(step));
      try {
        if (!isBytes(part)) throw osError(`read() should have returned a bytes object, not '${typeName(part)}'`);
        if (part.value.length === 0) break;
        parts.push(part.value);
        size += part.value.length;
        if (part.value[part.value.length - 1] === 10) break;
      } finally {
        drop(part);
      }
    }
  } finally {
    if (peek !== undefined) drop(peek);
  }
  return newBytes(joinBytes(parts));
}

export function joinBytes(parts: readonly Uint8Array[]): Uint8Array {
  if (parts.length === 1) return parts[0];
  const bytes = new Uint8Array(parts.reduce((n, part) => n + part.length, 0));
  let at = 0;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
  }
  return bytes;
}

function readLines(self: PyIO, hint: number): Owned {
  const lines = newRefs();
  let size = 0;
  try {
    iterate(self, (line) => {
      lines.push(line);
      size += length(line);
      return hint > 0 && size > hint;
    });
  } catch (e) {
    dropAll(lines);
    throw e;
  }
  return newList(lines);
}

function writeLines(self: PyIO, lines: Value): void {
  checkClosed(self);
  iterate(lines, (line) => ask(self, "write", line));
}

/** A method that a stream does not have. */
const unsupported = (name: string) => (): never => {
  throw unsupportedOperation(name);
};

export const IOBaseType: PyType = defineType<PyIO>({
  ...nothing,
  name: "_IOBase",
  doc: "The base of all streams.",
  basicSize: 32,
  slots: {
    new: newBase,
    finalize,
    iter(self) {
      checkClosed(self);
      return newRef(self);
    },
    next(self) {
      const line = callMethod(self, "readline");
      if (length(line) > 0) return line;
      drop(line);
      return undefined;
    },
  },
  methods: [
    def("seek($self, offset, whence=0, /)", "Moves the position.", unsupported("seek")),
    def("tell($self, /)", "The position.", (self: PyIO) => callMethod(self, "seek", newInt(0), newInt(1))),
    def("truncate($self, size=None, /)", "Cuts the stream off.", unsupported("truncate")),
    def("flush($self, /)", "Writes out what is held back.", (self: PyIO) => {
      if (self.value.closed) throw closedError();
    }),
    def("close($self, /)", "Closes the stream, after writing out what it holds back.", (self: PyIO) => close(self)),
    def("seekable($self, /) -> bool", "Can the position be moved?", () => false),
    def("readable($self, /) -> bool", "Can the stream be read?", () => false),
    def("writable($self, /) -> bool", "Can the stream be written to?", () => false),
    def("_checkClosed($self, /)", "Raises ValueError for a closed stream.", (self: PyIO) => checkClosed(self)),
    def("_checkSeekable($self, /)", "Raises UnsupportedOperation unless the position can be moved.", (self: PyIO) =>
      checkCan(self, "seekable"),
    ),
    def("_checkReadable($self, /)", "Raises UnsupportedOperation unless the stream can be read.", (self: PyIO) =>
      checkCan(self, "readable"),
    ),
    def("_checkWritable($self, /)", "Raises UnsupportedOperation unless the stream can be written to.", (self: PyIO) =>
      checkCan(self, "writable"),
    ),
    def("fileno($self, /)", "The number of the underlying file.", unsupported("fileno")),
    def("isatty($self, /) -> bool", "Is the stream a terminal?", (self: PyIO) => {
      checkClosed(self);
      return false;
    }),
    def("__enter__($self, /)", "", (self: PyIO) => {
      checkClosed(self);
      return newRef(self);
    }),
    def("__exit__($self, /, *args)", "", (self: PyIO) => ask(self, "close")),
    def("readline($self, size=-1, /)", "Reads up to the end of a line.", (self: PyIO, size) =>
      readLine(self, sizeArgument(size)),
    ),
    def(
      "readlines($self, hint=-1, /)",
      "Reads lines into a list, until there are more bytes than the hint says.",
      (self: PyIO, hint) => readLines(self, sizeArgument(hint)),
    ),
    def(
      "writelines($self, lines, /)",
      "Writes the items of an iterable, with nothing in between.",
      (self: PyIO, lines) => writeLines(self, lines),
    ),
    def("__del__($self, /)", "", (self: PyIO) => finalize(self)),
  ],
  getset: [
    { name: "closed", get: (self) => newBool(self.value.closed) },
    { name: "__dict__", get: (self) => newRef(dictOf(self, true) as PyDict) },
  ],
});

// ---- raw streams ----

/** `readinto` gives the bytes; a raw stream may have none at the moment. */
function rawRead(self: PyIO, size: number): OwnedValue {
  if (size < 0) return callMethod(self, "readall");
  const array = newByteArray(new Uint8Array(size));
  try {
    const count = callMethod(self, "readinto", newRef(array));
    try {
      if (count === None) return newNone();
      const n = indexSize(count);
      return newBytes(byteArrayView(array).slice(0, n));
    } finally {
      drop(count);
    }
  } finally {
    drop(array);
  }
}

const CHUNK = 8192;

function rawReadAll(self: PyIO): OwnedValue {
  const parts: Uint8Array[] = [];
  for (;;) {
    const part = callMethod(self, "read", newInt(CHUNK));
    try {
      if (part === None) {
        if (parts.length === 0) return newNone();
        break;
      }
      if (!isBytes(part)) throw typeError("read() should return bytes");
      if (part.value.length === 0) break;
      parts.push(part.value);
    } finally {
      drop(part);
    }
  }
  return newBytes(joinBytes(parts));
}

export const RawIOBaseType: PyType = defineType<PyIO>({
  ...nothing,
  name: "_RawIOBase",
  base: IOBaseType,
  doc: "The base of raw streams of bytes.",
  basicSize: 32,
  methods: [
    def("read($self, size=-1, /)", "Reads at most so many bytes in one go.", (self: PyIO, size) =>
      rawRead(self, Number(index(size))),
    ),
    def("readall($self, /)", "Reads to the end.", (self: PyIO) => rawReadAll(self)),
    def("readinto($self, buffer, /)", "Reads into a buffer.", () => {
      throw notImplemented();
    }),
    def("write($self, buffer, /)", "Writes bytes.", () => {
      throw notImplemented();
    }),
  ],
});
const notImplemented = (): PyError => newError("NotImplementedError", null);

// ---- buffered streams ----

/** `readinto` by way of `read` or `read1`. */
const readInto = (self: PyIO, buffer: Value, method: "read" | "read1"): number =>
  withWritable(buffer, method === "read" ? "readinto" : "readinto1", (memory) =>
    using(callMethod(self, method, newInt(memory.length)), (data) => {
      if (!isBytes(data)) throw typeError("read() should return bytes");
      const { length } = data.value;
      if (length > memory.length) {
        throw valueError(`read() returned too much data: ${memory.length} bytes requested, ${length} returned`);
      }
      memory.set(data.value);
      return length;
    }),
  );

export const BufferedIOBaseType: PyType = defineType<PyIO>({
  ...nothing,
  name: "_BufferedIOBase",
  base: IOBaseType,
  doc: "The base of buffered streams of bytes.",
  basicSize: 32,
  methods: [
    def("detach($self, /)", "Gives the raw stream out.", unsupported("detach")),
    def("read($self, size=-1, /)", "Reads so many bytes, or all.", unsupported("read")),
    def("read1($self, size=-1, /)", "Reads with one call of the raw stream at most.", unsupported("read1")),
    def("write($self, buffer, /)", "Writes bytes.", unsupported("write")),
    def("readinto($self, buffer, /) -> int", "Reads into a buffer.", (self: PyIO, buffer) =>
      readInto(self, buffer, "read"),
    ),
    def(
      "readinto1($self, buffer, /) -> int",
      "Reads into a buffer with one call of the raw stream at most.",
      (self: PyIO, buffer) => readInto(self, buffer, "read1"),
    ),
  ],
});

// ---- text streams ----

export const TextIOBaseType: PyType = defineType<PyIO>({
  ...nothing,
  name: "_TextIOBase",
  base: IOBaseType,
  doc: "The base of streams of text.",
  basicSize: 32,
  methods: [
    def("detach($self, /)", "Gives the buffer out.", unsupported("detach")),
    def("read($self, size=-1, /)", "Reads so many characters, or all.", unsupported("read")),
    def("readline($self, size=-1, /)", "Reads up to the end of a line.", unsupported("readline")),
    def("write($self, text, /)", "Writes text.", unsupported("write")),
  ],
  getset: ["encoding", "newlines", "errors"].map((name) => ({ name, get: newNone })),
});

/** `name=...` in the repr of a stream: nothing when it has no name. */
export function nameInRepr(stream: Value): string {
  let name: OwnedValue | undefined;
  try {
    name = findAttrText(stream, "name");
  } catch (e) {
    drop(caught(e) as Owned);
  }
  if (name === undefined) return "";
  return using(name, (value) => ` name=${reprText(value)}`);
}
