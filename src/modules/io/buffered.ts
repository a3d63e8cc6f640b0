// BufferedReader, BufferedWriter, BufferedRandom and BufferedRWPair.
import { allocGC, resize } from "../../heap/heap.ts";
import type { PyObject, PyType } from "../../heap/object.ts";
import { drop, newRef, type Owned, type OwnedValue, type Value } from "../../heap/refs.ts";
import { def, Native } from "../../native/signature.ts";
import { bufferCopy } from "../../objects/buffers.ts";
import { newBytes } from "../../objects/bytes.ts";
import { callBorrowed, callMethod } from "../../objects/call.ts";
import { defineType, type GetSet } from "../../objects/define.ts";
import { type PyError, typeError, valueError } from "../../objects/errors.ts";
import { asInstanceOf } from "../../objects/instance.ts";
import { index, indexSize, newInt } from "../../objects/int.ts";
import { getAttrText, takeTruth } from "../../objects/protocol.ts";
import { None, newBool, newNone } from "../../objects/singletons.ts";
import { newStr, type PyStr } from "../../objects/str.ts";
import { intArgument, using, withWritable } from "../natives.ts";
import {
  ask,
  BufferedIOBaseType,
  checkCan,
  IOData,
  isClosed,
  nameInRepr,
  ownership,
  sizeArgument,
  warnUnclosed,
} from "./base.ts";
import {
  attach,
  BufferData,
  flushHeld,
  type PyBuffer,
  peekBytes,
  rawOf,
  readAllBytes,
  readBytes,
  readLineBytes,
  readOnce,
  seekBuffer,
  tellBuffer,
  writeBytes,
} from "./buffer.ts";

const DEFAULT_SIZE = 8192;

// ---- construction ----

/** The arguments `raw` and `buffer_size`. */
function bind(name: string, args: readonly Value[], kwnames: readonly PyObject[] | null): { raw: Value; size: number } {
  const names = ["raw", "buffer_size"];
  const count = args.length - (kwnames?.length ?? 0);
  if (args.length > 2) throw typeError(`${name}() takes at most 2 arguments (${args.length} given)`);
  const given: (Value | undefined)[] = [count > 0 ? args[0] : undefined, count > 1 ? args[1] : undefined];
  (kwnames ?? []).forEach((keyword, i) => {
    const at = names.indexOf((keyword as PyStr).value);
    if (at < 0) throw typeError(`'${(keyword as PyStr).value}' is an invalid keyword argument for ${name}()`);
    given[at] = args[count + i];
  });
  if (given[0] === undefined) throw typeError(`${name}() missing required argument 'raw' (pos 1)`);
  return { raw: given[0], size: given[1] === undefined ? DEFAULT_SIZE : indexSize(given[1]) };
}

type Ability = "readable" | "writable" | "seekable";
const initAs =
  (name: string, abilities: readonly Ability[]) =>
  (self: PyBuffer, args: Value[], kwnames: readonly PyObject[] | null): void => {
    const { raw, size } = bind(name, args, kwnames);
    for (const ability of abilities) checkCan(raw, ability);
    if (typeof raw === "number") throw typeError("a raw stream is required");
    const before = sizeOf(self);
    attach(self, raw, size);
    resize(sizeOf(self) - before);
  };

const sizeOf = (self: PyBuffer): number => 152 + self.value.size;

const newBuffer =
  (builtin: () => PyType) =>
  (type: PyType): OwnedValue =>
    asInstanceOf(allocGC<BufferData, null>(builtin(), new BufferData(), null, 168), type);

// ---- checks ----

const closed = (what: string): PyError => valueError(`${what} of closed file`);

function checkOpen(self: PyBuffer, what: string): void {
  const raw = rawOf(self);
  if (isClosed(raw)) throw what === "write" ? valueError("write to closed file") : closed(what);
}

function orNone(bytes: Uint8Array | null): OwnedValue {
  return bytes === null ? newNone() : newBytes(bytes);
}

// ---- methods ----

function read(self: PyBuffer, size: Value): OwnedValue {
  const count = sizeArgument(size);
  if (count < -1) throw valueError("read length must be non-negative or -1");
  checkOpen(self, "read");
  flushHeld(self);
  return orNone(count < 0 ? readAllBytes(self) : readBytes(self, count));
}

function readInto(self: PyBuffer, buffer: Value, once: boolean): OwnedValue {
  checkOpen(self, "readinto");
  return withWritable(buffer, once ? "readinto1" : "readinto", (memory) => {
    flushHeld(self);
    const bytes = once ? readOnce(self, memory.length) : readBytes(self, memory.length);
    if (bytes === null) return newNone();
    memory.set(bytes);
    return newInt(bytes.length);
  });
}

function write(self: PyBuffer, buffer: Value): number {
  const bytes = bufferCopy(buffer);
  checkOpen(self, "write");
  writeBytes(self, bytes);
  return bytes.length;
}

/** Flushes, then closes the raw stream, also when flushing fails. */
function close(self: PyBuffer): void {
  const raw = rawOf(self);
  if (isClosed(raw)) return;
  newRef(raw);
  try {
    if (self.value.finalizing) warnUnclosed(raw, self);
    try {
      ask(self, "flush");
    } finally {
      self.value.held = [];
      self.value.heldSize = 0;
      ask(raw, "close");
    }
  } finally {
    drop(raw as Owned);
  }
}

function detach(self: PyBuffer): OwnedValue {
  const raw = rawOf(self);
  ask(self, "flush");
  self.value.raw = null;
  self.value.detached = true;
  return raw as Owned;
}

function seek(self: PyBuffer, offset: Value, whence: Value): number {
  const how = intArgument(whence);
  if (how < 0 || how > 2) throw valueError(`whence value ${how} unsupported`);
  checkOpen(self, "seek");
  const n = Number(index(offset));
  checkCan(rawOf(self), "seekable");
  return seekBuffer(self, n, how);
}

function truncate(self: PyBuffer, size: Value): OwnedValue {
  checkOpen(self, "truncate");
  flushHeld(self);
  if (size !== None) return callMethod(rawOf(self), "truncate", Number(index(size)) as OwnedValue & number);
  return callMethod(rawOf(self), "truncate", tellBuffer(self) as OwnedValue & number);
}

const forward =
  (name: string): Native["impl"] =>
  (self: PyBuffer) =>
    callMethod(rawOf(self), name);

/** What all have in common. */
const commonMethods: Native[] = [
  def("_dealloc_warn($self, source, /)", "Warns that a stream dies before it is closed.", (self: PyBuffer, source) => {
    if (self.value.raw !== null) warnUnclosed(self.value.raw, source);
  }),
  def("detach($self, /)", "Gives the raw stream out; the buffer cannot be used afterwards.", (self: PyBuffer) =>
    detach(self),
  ),
  def("close($self, /)", "Writes out what is held back, and closes the raw stream.", (self: PyBuffer) => close(self)),
  def(
    "seekable($self, /)",
    "Can the position be moved?",
    forward("seekable") as (self: PyObject<never, never>) => OwnedValue,
  ),
  def(
    "fileno($self, /)",
    "The number of the underlying file.",
    forward("fileno") as (self: PyObject<never, never>) => OwnedValue,
  ),
  def(
    "isatty($self, /)",
    "Is the stream a terminal?",
    forward("isatty") as (self: PyObject<never, never>) => OwnedValue,
  ),
  def("flush($self, /)", "Writes out what is held back.", (self: PyBuffer) => {
    checkOpen(self, "flush");
    flushHeld(self);
  }),
  def(
    "seek($self, target, whence=0, /) -> int",
    "Moves the position; answers the new one.",
    (self: PyBuffer, target, whence) => seek(self, target, whence),
  ),
  def("tell($self, /) -> int", "The position.", (self: PyBuffer) => {
    rawOf(self);
    return tellBuffer(self);
  }),
  def("truncate($self, pos=None, /)", "Cuts the stream off, at the position unless told.", (self: PyBuffer, size) =>
    truncate(self, size),
  ),
];

const readMethods: Native[] = [
  def("read($self, size=-1, /)", "Reads so many bytes, or all.", (self: PyBuffer, size) => read(self, size)),
  def("read1($self, size=-1, /)", "Reads with one call of the raw stream at most.", (self: PyBuffer, size) => {
    checkOpen(self, "read");
    flushHeld(self);
    return newBytes(readOnce(self, sizeArgument(size)));
  }),
  def("peek($self, size=0, /)", "What has been read ahead, without moving the position.", (self: PyBuffer) => {
    checkOpen(self, "peek");
    flushHeld(self);
    return newBytes(peekBytes(self));
  }),
  def("readinto($self, buffer, /)", "Reads into a buffer.", (self: PyBuffer, buffer) => readInto(self, buffer, false)),
  def(
    "readinto1($self, buffer, /)",
    "Reads into a buffer with one call of the raw stream at most.",
    (self: PyBuffer, buffer) => readInto(self, buffer, true),
  ),
  def("readline($self, size=-1, /)", "Reads up to the end of a line.", (self: PyBuffer, size) => {
    checkOpen(self, "readline");
    flushHeld(self);
    return newBytes(readLineBytes(self, sizeArgument(size)));
  }),
  def(
    "readable($self, /)",
    "Can the stream be read?",
    forward("readable") as (self: PyObject<never, never>) => OwnedValue,
  ),
];

const writeMethods: Native[] = [
  def("write($self, buffer, /) -> int", "Writes bytes; answers how many.", (self: PyBuffer, buffer) =>
    write(self, buffer),
  ),
  def(
    "writable($self, /)",
    "Can the stream be written to?",
    forward("writable") as (self: PyObject<never, never>) => OwnedValue,
  ),
];

const attributes: GetSet<PyBuffer>[] = [
  { name: "raw", get: (self) => newRef(self.value.raw ?? None) },
  { name: "closed", get: (self) => getAttrText(rawOf(self), "closed") },
  { name: "name", get: (self) => getAttrText(rawOf(self), "name") },
  { name: "mode", get: (self) => getAttrText(rawOf(self), "mode") },
];

function nextLine(self: PyBuffer): OwnedValue | undefined {
  checkOpen(self, "readline");
  flushHeld(self);
  const line = readLineBytes(self, -1);
  return line.length === 0 ? undefined : newBytes(line);
}

/** The table of one of the three. */
function declare(
  name: string,
  doc: string,
  abilities: readonly Ability[],
  methods: readonly Native[],
  reads: boolean,
): PyType {
  const type: PyType = defineType<PyBuffer>({
    ...ownership<BufferData>(
      (data) => [data.raw],
      (data) => {
        data.raw = null;
      },
    ),
    name,
    base: BufferedIOBaseType,
    doc,
    textSignature: "(raw, buffer_size=8192)",
    basicSize: 152,
    sizeof: sizeOf,
    slots: {
      new: newBuffer(() => type),
      init: initAs(name, abilities),
      repr: (self) => newStr(`<_io.${name}${nameInRepr(self)}>`),
      ...(reads ? { next: nextLine } : {}),
    },
    methods,
    getset: attributes,
  });
  return type;
}

export const BufferedReaderType = declare(
  "BufferedReader",
  "A buffered stream of bytes to read.",
  ["readable"],
  [...commonMethods, ...readMethods],
  true,
);
export const BufferedWriterType = declare(
  "BufferedWriter",
  "A buffered stream of bytes to write.",
  ["writable"],
  [...commonMethods, ...writeMethods],
  false,
);
export const BufferedRandomType = declare(
  "BufferedRandom",
  "A buffered stream of bytes to read and write, with a position.",
  ["seekable", "readable", "writable"],
  [...commonMethods, ...readMethods, ...writeMethods],
  true,
);

export const isBuffer = (value: Value): value is PyBuffer =>
  typeof value !== "number" &&
  (value.type === BufferedReaderType || value.type === BufferedWriterType || value.type === BufferedRandomType);

/** A buffer around a raw stream, made as by calling the class. */
export const newBuffered = (type: PyType, raw: Value, size: number): Owned =>
  callBorrowed(type, [raw, size], null) as Owned;

// ---- a reader and a writer as one ----

class PairData extends IOData {
  reader: PyObject | null = null;
  writer: PyObject | null = null;
}
type PyPair = PyObject<PairData>;

function side(self: PyPair, which: "reader" | "writer"): PyObject {
  const stream = self.value[which];
  if (stream === null) throw valueError("I/O operation on uninitialized object");
  return stream;
}

const toSide =
  (which: "reader" | "writer", name: string) =>
  (self: PyPair, args: readonly Value[]): OwnedValue =>
    using(getAttrText(side(self, which), name), (method) => callBorrowed(method, args, null));

const pairMethod = (which: "reader" | "writer", name: string, doc: string): Native => {
  const native = def(
    "f($self, /, *args)",
    doc,
    toSide(which, name) as (self: PyObject<never, never>, args: Value[]) => OwnedValue,
  );
  return new Native(name, doc, native.kind, native.textSignature, [...native.params], native.result, native.impl);
};

export const BufferedRWPairType: PyType = defineType<PyPair>({
  ...ownership<PairData>(
    (data) => [data.reader, data.writer],
    (data) => {
      data.reader = data.writer = null;
    },
  ),
  name: "BufferedRWPair",
  base: BufferedIOBaseType,
  doc: "A reader and a writer as one stream.",
  basicSize: 48,
  slots: {
    new: (type) => asInstanceOf(allocGC<PairData, null>(BufferedRWPairType, new PairData(), null, 64), type),
    init(self, args) {
      if (args.length < 2 || args.length > 3)
        throw typeError(`BufferedRWPair expected at least 2 arguments, got ${args.length}`);
      const [reader, writer] = args;
      checkCan(reader, "readable");
      checkCan(writer, "writable");
      const size = args.length > 2 ? indexSize(args[2]) : DEFAULT_SIZE;
      self.value.reader = newBuffered(BufferedReaderType, reader, size);
      self.value.writer = newBuffered(BufferedWriterType, writer, size);
    },
  },
  methods: [
    ...["read", "read1", "peek", "readinto", "readinto1", "readable"].map((name) =>
      pairMethod("reader", name, "As the reader's."),
    ),
    ...["write", "flush", "writable"].map((name) => pairMethod("writer", name, "As the writer's.")),
    def("close($self, /)", "Closes both.", (self: PyPair) => {
      try {
        ask(side(self, "writer"), "close");
      } finally {
        ask(side(self, "reader"), "close");
      }
    }),
    def(
      "isatty($self, /) -> bool",
      "Is either a terminal?",
      (self: PyPair) =>
        takeTruth(callMethod(side(self, "writer"), "isatty")) || takeTruth(callMethod(side(self, "reader"), "isatty")),
    ),
  ],
  getset: [
    {
      name: "closed",
      get: (self) => (self.value.writer === null ? newBool(false) : getAttrText(self.value.writer, "closed")),
    },
  ],
});
