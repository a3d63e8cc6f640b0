// BytesIO: a stream of bytes in memory. The array grows as CPython's does; views of it that
// `getbuffer` gives out lock its size.
import { allocGC, reserve, resize } from "../../heap/heap.ts";
import type { PyObject, PyType } from "../../heap/object.ts";
import { dropMaybe, newRef, newRefs, type Owned, type OwnedValue, share, type Value } from "../../heap/refs.ts";
import { type BufferView, HAVE_GC, NO_NEW } from "../../heap/type.ts";
import { def } from "../../native/signature.ts";
import { bufferCopy } from "../../objects/buffers.ts";
import { newBytes } from "../../objects/bytes.ts";
import { defineType } from "../../objects/define.ts";
import { dictEntries, dictSet, isDict, newDict, type PyDict } from "../../objects/dict.ts";
import { bufferError, type PyError, typeError, valueError } from "../../objects/errors.ts";
import { asInstanceOf } from "../../objects/instance.ts";
import { indexSize, intValue, newInt } from "../../objects/int.ts";
import { iterate } from "../../objects/iteration.ts";
import { newList } from "../../objects/list.ts";
import { viewObject } from "../../objects/memoryview.ts";
import { typeName } from "../../objects/protocol.ts";
import { None, newBool } from "../../objects/singletons.ts";
import type { PyStr } from "../../objects/str.ts";
import { isTuple, tupleOf } from "../../objects/tuple.ts";
import { intArgument, using, withWritable } from "../natives.ts";
import { BufferedIOBaseType, dictOf, IOData, ownership, type PyIO, sizeArgument } from "./base.ts";

class BytesData extends IOData {
  memory: Uint8Array = new Uint8Array(0);
  length = 0;
  position = 0;
  /** Views that others hold. */
  exports = 0;
}
export type PyBytesIO = PyObject<BytesData>;

const memoryBytes = (memory: Uint8Array): number => (memory.length > 0 ? 33 + memory.length : 0);
const sizeOf = (self: PyBytesIO): number => 64 + memoryBytes(self.value.memory);

function open(self: PyBytesIO): BytesData {
  if (self.value.closed) throw valueError("I/O operation on closed file.");
  return self.value;
}

function checkExports(data: BytesData): void {
  if (data.exports > 0) throw locked();
}
const locked = (): PyError => bufferError("Existing exports of data: object cannot be re-sized");

/** Room for so many bytes. */
function makeRoom(self: PyBytesIO, size: number): void {
  const data = self.value;
  if (size <= data.memory.length) return;
  const room = size <= data.memory.length * 1.125 ? size + (size >> 3) + (size < 9 ? 3 : 6) : size + 1;
  reserve(room);
  const before = sizeOf(self);
  const memory = new Uint8Array(room);
  memory.set(data.memory.subarray(0, data.length));
  data.memory = memory;
  resize(sizeOf(self) - before);
}

function setContents(self: PyBytesIO, bytes: Uint8Array): void {
  const data = self.value;
  resize(memoryBytes(bytes) - memoryBytes(data.memory));
  data.memory = bytes;
  data.length = bytes.length;
  data.position = 0;
}

// ---- reading and writing ----

function take(data: BytesData, count: number): Uint8Array {
  const rest = Math.max(0, data.length - data.position);
  const n = count < 0 ? rest : Math.min(rest, count);
  const bytes = data.memory.slice(data.position, data.position + n);
  data.position += n;
  return bytes;
}

function takeLine(data: BytesData, limit: number): Uint8Array {
  const end = data.memory.subarray(0, data.length).indexOf(10, data.position) + 1;
  const line = (end > 0 ? end : data.length) - data.position;
  return take(data, limit < 0 ? Math.max(0, line) : Math.min(Math.max(0, line), limit));
}

function write(self: PyBytesIO, value: Value): number {
  const data = open(self);
  checkExports(data);
  const bytes = bufferCopy(value);
  if (bytes.length === 0) return 0;
  const end = data.position + bytes.length;
  makeRoom(self, end);
  if (data.position > data.length) data.memory.fill(0, data.length, data.position);
  data.memory.set(bytes, data.position);
  data.position = end;
  data.length = Math.max(data.length, end);
  return bytes.length;
}

function truncate(self: PyBytesIO, size: Value): number {
  const data = open(self);
  checkExports(data);
  if (size !== None && (typeof size === "number" ? false : size.type.value.slots.index === null)) {
    throw typeError(`argument should be integer or None, not '${typeName(size)}'`);
  }
  const length = size === None ? data.position : indexSize(size);
  if (length < 0) throw valueError(`negative size value ${length}`);
  if (length < data.length) data.length = length;
  return length;
}

function seek(self: PyBytesIO, offset: Value, whence: Value): number {
  const data = open(self);
  const [n, how] = [indexSize(offset), intArgument(whence)];
  if (how < 0 || how > 2) throw valueError(`invalid whence (${how}, should be 0, 1 or 2)`);
  if (how === 0 && n < 0) throw valueError(`negative seek value ${n}`);
  data.position = Math.max(0, n + (how === 0 ? 0 : how === 1 ? data.position : data.length));
  return data.position;
}

function readInto(self: PyBytesIO, buffer: Value): number {
  const data = open(self);
  return withWritable(buffer, "readinto", (memory) => {
    const bytes = take(data, memory.length);
    memory.set(bytes);
    return bytes.length;
  });
}

function readLines(self: PyBytesIO, hint: number): Owned {
  const data = open(self);
  const lines = newRefs();
  let size = 0;
  for (let line = takeLine(data, -1); line.length > 0; line = takeLine(data, -1)) {
    lines.push(newBytes(line));
    size += line.length;
    if (hint > 0 && size >= hint) break;
  }
  return newList(lines);
}

// ---- pickling ----

function getState(self: PyBytesIO): Owned {
  const data = open(self);
  const dict = data.dict === null ? newRef(None) : copyDict(data.dict);
  return tupleOf(newBytes(data.memory.slice(0, data.length)), newInt(data.position), dict);
}

export function copyDict(dict: PyDict): Owned<PyDict> {
  const copy = newDict();
  for (const [key, , at] of dictEntries(dict)) dictSet(copy, key, share(dict.value.slots, at));
  return copy;
}

function setState(self: PyBytesIO, state: Value): void {
  if (!isTuple(state) || state.value.length !== 3) {
    throw typeError(`${typeName(self)}.__setstate__ argument should be 3-tuple, got ${typeName(state)}`);
  }
  checkExports(self.value);
  setContents(self, bufferCopy(state.value[0]));
  const position = intValue(state.value[1]);
  if (position === undefined)
    throw typeError(`second item of state must be an integer, not ${typeName(state.value[1])}`);
  if (position < 0) throw valueError("position value cannot be negative");
  self.value.position = Number(position);
  restoreDict(self as PyIO, state.value[2]);
}

/** The attributes that a pickle says. */
export function restoreDict(self: PyIO, saved: Value): void {
  if (saved === None) return;
  if (!isDict(saved)) throw typeError(`third item of state should be a dict, got a ${typeName(saved)}`);
  for (const [key, , at] of dictEntries(saved))
    dictSet(dictOf(self, true) as PyDict, key, share(saved.value.slots, at));
}

function init(self: PyBytesIO, args: Value[], kwnames: readonly PyObject[] | null): void {
  if (args.length > 1) throw typeError(`BytesIO() takes at most 1 argument (${args.length} given)`);
  if (kwnames !== null && kwnames.length > 0 && (kwnames[0] as PyStr).value !== "initial_bytes") {
    throw typeError(`'${(kwnames[0] as PyStr).value}' is an invalid keyword argument for BytesIO()`);
  }
  checkExports(self.value);
  setContents(self, args.length === 0 || args[0] === None ? new Uint8Array(0) : bufferCopy(args[0]));
}

/** A view of the contents, which a memoryview is made of. */
type PyBytesView = PyObject<{ owner: PyBytesIO | null }>;
export const BytesViewType: PyType = defineType<PyBytesView>({
  name: "_BytesIOBuffer",
  module: "_io",
  flags: HAVE_GC | NO_NEW,
  basicSize: 24,
  traverse(self, visit) {
    if (self.value.owner !== null) visit(self.value.owner);
  },
  clear(self) {
    const { owner } = self.value;
    self.value.owner = null;
    dropMaybe(owner);
  },
  slots: {
    buffer(self): BufferView {
      const data = (self.value.owner as PyBytesIO).value;
      data.exports++;
      return {
        bytes: data.memory.subarray(0, data.length),
        format: "B",
        itemSize: 1,
        readonly: false,
        shape: [data.length],
        strides: [1],
        release: () => {
          data.exports--;
        },
      };
    },
  },
});

function getBuffer(self: PyBytesIO): Owned {
  open(self);
  const view = allocGC<{ owner: PyBytesIO | null }, null>(BytesViewType, { owner: newRef(self) }, null, 40);
  return using(view, (v) => viewObject(v));
}

const newBytesIO = (type: PyType): OwnedValue =>
  asInstanceOf(allocGC<BytesData, null>(BytesIOType, new BytesData(), null, 80), type);
const yes = (self: PyBytesIO): boolean => {
  open(self);
  return true;
};

export const BytesIOType: PyType = defineType<PyBytesIO>({
  ...ownership<BytesData>(
    () => [],
    () => {},
  ),
  name: "BytesIO",
  base: BufferedIOBaseType,
  doc: "A stream of bytes in memory.",
  textSignature: "(initial_bytes=b'')",
  basicSize: 64,
  sizeof: sizeOf,
  slots: {
    new: newBytesIO,
    init,
    // Nothing is held back: a stream in memory needs no closing.
    finalize: () => {},
    iter(self) {
      open(self);
      return newRef(self);
    },
    next(self) {
      const line = takeLine(open(self), -1);
      return line.length === 0 ? undefined : newBytes(line);
    },
  },
  methods: [
    def("read($self, size=-1, /)", "Reads so many bytes, or all.", (self: PyBytesIO, size) =>
      newBytes(take(open(self), sizeArgument(size))),
    ),
    def("read1($self, size=-1, /)", "Reads so many bytes, or all.", (self: PyBytesIO, size) =>
      newBytes(take(open(self), sizeArgument(size))),
    ),
    def("readline($self, size=-1, /)", "Reads up to the end of a line.", (self: PyBytesIO, size) =>
      newBytes(takeLine(open(self), sizeArgument(size))),
    ),
    def("readlines($self, size=None, /)", "Reads lines into a list.", (self: PyBytesIO, size) =>
      readLines(self, sizeArgument(size)),
    ),
    def("readinto($self, buffer, /) -> int", "Reads into a buffer.", (self: PyBytesIO, buffer) =>
      readInto(self, buffer),
    ),
    def("write($self, b, /) -> int", "Writes bytes; answers how many.", (self: PyBytesIO, bytes) => write(self, bytes)),
    def("writelines($self, lines, /)", "Writes the items of an iterable.", (self: PyBytesIO, lines) => {
      open(self);
      iterate(lines, (line) => {
        using(line, () => write(self, line));
      });
    }),
    def("seek($self, pos, whence=0, /) -> int", "Moves the position.", (self: PyBytesIO, offset, whence) =>
      seek(self, offset, whence),
    ),
    def("tell($self, /) -> int", "The position.", (self: PyBytesIO) => open(self).position),
    def(
      "truncate($self, size=None, /) -> int",
      "Cuts the stream off, at the position unless told.",
      (self: PyBytesIO, size) => truncate(self, size),
    ),
    def("getvalue($self, /)", "All the bytes.", (self: PyBytesIO) => {
      const data = open(self);
      return newBytes(data.memory.slice(0, data.length));
    }),
    def("getbuffer($self, /)", "A view of the bytes, through which they can be changed.", (self: PyBytesIO) =>
      getBuffer(self),
    ),
    def("flush($self, /)", "Does nothing.", (self: PyBytesIO) => {
      open(self);
    }),
    def("close($self, /)", "Gives the bytes up.", (self: PyBytesIO) => {
      checkExports(self.value);
      setContents(self, new Uint8Array(0));
      self.value.closed = true;
    }),
    def("readable($self, /) -> bool", "Always True.", (self: PyBytesIO) => yes(self)),
    def("writable($self, /) -> bool", "Always True.", (self: PyBytesIO) => yes(self)),
    def("seekable($self, /) -> bool", "Always True.", (self: PyBytesIO) => yes(self)),
    def("isatty($self, /) -> bool", "Always False.", (self: PyBytesIO) => !yes(self)),
    def("__getstate__($self, /)", "", (self: PyBytesIO) => getState(self)),
    def("__setstate__($self, state, /)", "", (self: PyBytesIO, state) => setState(self, state)),
  ],
  getset: [{ name: "closed", get: (self) => newBool(self.value.closed) }],
});
