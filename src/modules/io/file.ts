// FileIO: a file of the host, unbuffered. 0, 1 and 2 are the standard streams; any other number is
// one that the host has given. The position is kept here, for the host reads and writes at positions.

import { allocGC } from "../../heap/heap.ts";
import type { PyObject, PyType } from "../../heap/object.ts";
import { drop, keep, newRef, type Owned, type OwnedValue, type Value } from "../../heap/refs.ts";
import { current } from "../../host/current.ts";
import type { HostFiles, OpenFlags } from "../../host/host.ts";
import { HostError } from "../../host/host.ts";
import { def } from "../../native/signature.ts";
import { bufferCopy } from "../../objects/buffers.ts";
import { isBytes, newBytes, type PyBytes } from "../../objects/bytes.ts";
import { call, callBound } from "../../objects/call.ts";
import { defineType } from "../../objects/define.ts";
import { dictSet, type PyDict } from "../../objects/dict.ts";
import { typeError, valueError } from "../../objects/errors.ts";
import { asInstanceOf } from "../../objects/instance.ts";
import { index, intValue, newInt } from "../../objects/int.ts";
import { isTrue, reprText, typeName } from "../../objects/protocol.ts";
import { None, newBool } from "../../objects/singletons.ts";
import { intern, isStr, newStr, type PyStr } from "../../objects/str.ts";
import { warn } from "../../vm/reportwarning.ts";
import { osErrorOf, unsupportedOperation, withHost } from "../hosterrors.ts";
import { intArgument, using, withWritable } from "../natives.ts";
import { dictOf, IOData, nameInRepr, ownership, type PyIO, RawIOBaseType, sizeArgument } from "./base.ts";

class FileData extends IOData {
  /** The host's number of the file; -1 when there is none. */
  fd = -1;
  readable = false;
  writable = false;
  appending = false;
  created = false;
  closeFd = true;
  position = 0;
  /** Input of a standard stream that has been read but not handed out. */
  pending: Uint8Array = new Uint8Array(0);
}
export type PyFile = PyObject<FileData>;

const isStandard = (fd: number): boolean => fd >= 0 && fd <= 2;

/** The files of the host; a host without files has none of the names. */
function files(path: string | null): HostFiles {
  if (current.files === null) throw new HostError(path === null ? "EBADF" : "ENOENT", path);
  return current.files;
}

// ---- opening ----

/** A str or bytes itself, or what `__fspath__` answers: a new reference. */
export function fileSystemPath(value: Value): OwnedValue {
  if (isStr(value) || isBytes(value)) return newRef(value as PyObject);
  const path = callBound(value, "__fspath__");
  if (path === undefined) throw typeError(`expected str, bytes or os.PathLike object, not ${typeName(value)}`);
  if (isStr(path) || isBytes(path)) return path;
  const name = typeName(path);
  drop(path);
  throw typeError(`expected ${typeName(value)}.__fspath__() to return str or bytes, not ${name}`);
}

/** The text of a path argument. */
const pathOf = (value: Value): string =>
  using(fileSystemPath(value), (path) =>
    checkedPath(isStr(path) ? path.value : new TextDecoder().decode((path as PyObject as PyBytes).value)),
  );

function checkedPath(path: string): string {
  if (path.includes("\0")) throw valueError("embedded null byte");
  return path;
}

const MODE = "Must have exactly one of create/read/write/append mode and at most one plus";

function flagsOf(mode: string): OpenFlags {
  const kinds = [...mode].filter((c) => "rwax".includes(c));
  const plus = [...mode].filter((c) => c === "+").length;
  if ([...mode].some((c) => !"rwax+b".includes(c))) throw valueError(`invalid mode: ${mode}`);
  if (kinds.length !== 1 || plus > 1) throw valueError(MODE);
  const [kind] = kinds;
  return {
    read: kind === "r" || plus === 1,
    write: kind !== "r" || plus === 1,
    append: kind === "a",
    create: kind !== "r",
    exclusive: kind === "x",
    truncate: kind === "w",
  };
}

interface OpenArguments {
  file: Value;
  mode: string;
  closeFd: boolean;
  opener: Value;
}

function bindOpen(args: Value[], kwnames: readonly PyObject[] | null): OpenArguments {
  const names = ["file", "mode", "closefd", "opener"];
  const count = args.length - (kwnames?.length ?? 0);
  if (args.length > 4) throw typeError(`FileIO() takes at most 4 arguments (${args.length} given)`);
  const given: (Value | undefined)[] = names.map((_, i) => (i < count ? args[i] : undefined));
  (kwnames ?? []).forEach((keyword, i) => {
    const name = (keyword as PyStr).value;
    const at = names.indexOf(name);
    if (at < 0) throw typeError(`'${name}' is an invalid keyword argument for FileIO()`);
    given[at] = args[count + i];
  });
  const [file, mode, closeFd, opener] = given;
  if (file === undefined) throw typeError("FileIO() missing required argument 'file' (pos 1)");
  if (mode !== undefined && !isStr(mode))
    throw typeError(`FileIO() argument 'mode' must be str, not ${typeName(mode)}`);
  return {
    file,
    mode: mode === undefined ? "r" : (mode as PyStr).value,
    closeFd: closeFd === undefined || isTrue(closeFd),
    opener: opener ?? None,
  };
}

function init(self: PyFile, args: Value[], kwnames: readonly PyObject[] | null): void {
  const { file, mode, closeFd, opener } = bindOpen(args, kwnames);
  const data = self.value;
  if (data.fd >= 0 && data.closeFd && !data.closed) closeFile(data);
  const flags = flagsOf(mode);
  data.readable = flags.read;
  data.writable = flags.write;
  data.appending = flags.append;
  data.created = flags.exclusive;
  data.closeFd = closeFd;
  data.closed = false;
  data.position = 0;
  const number = intValue(file);
  if (number !== undefined) {
    if (number < 0) throw valueError("negative file descriptor");
    data.fd = intArgument(file);
    if (!isStandard(data.fd)) checkDescriptor(data);
  } else openByName(data, file, flags, opener);
  if (flags.append && !isStandard(data.fd)) data.position = withHost(null, () => files(null).size(data.fd));
  dictSet(dictOf(self as PyIO, true) as PyDict, intern("name"), keep(file));
}

/** A number that is none of an open file is no good. */
function checkDescriptor(data: FileData): void {
  try {
    withHost(null, () => files(null).size(data.fd));
  } catch (e) {
    data.fd = -1;
    throw e;
  }
}

function openByName(data: FileData, file: Value, flags: OpenFlags, opener: Value): void {
  if (!data.closeFd) throw valueError("Cannot use closefd=False with file name");
  const path = pathOf(file);
  if (opener !== None) {
    data.fd = openBy(opener, file, flags);
    return;
  }
  // The error tells of the path as the program has given it.
  withHost(file, () => {
    data.fd = files(path).open(path, flags);
    if (files(path).stat(path, true).kind !== "directory") return;
    closeFile(data);
    throw new HostError("EISDIR", path);
  });
}

/** `opener(path, flags)` answers the number of an open file. */
function openBy(opener: Value, file: Value, flags: OpenFlags): number {
  let bits = flags.read && flags.write ? 2 : flags.write ? 1 : 0;
  if (flags.create) bits |= 0o100;
  if (flags.exclusive) bits |= 0o200;
  if (flags.truncate) bits |= 0o1000;
  if (flags.append) bits |= 0o2000;
  return using(call(opener, keep(file), newInt(bits | 0o2000000)), (answer) => {
    if (intValue(answer) === undefined) throw typeError("expected integer from opener");
    const fd = Number(intValue(answer));
    if (fd < 0) throw valueError(`opener returned ${fd}`);
    return fd;
  });
}

function closeFile(data: FileData): void {
  const { fd } = data;
  data.fd = -1;
  data.closed = true;
  if (fd >= 0 && data.closeFd && !isStandard(fd)) withHost(null, () => files(null).close(fd));
}

/** A file that dies open is closed, with a warning that programs do not see unless they ask for it. */
function warnUnclosed(self: PyFile, source: Value): void {
  if (self.value.fd < 0 || !self.value.closeFd || typeof source === "number") return;
  warn("ResourceWarning", `unclosed file ${reprText(source)}`, 1, source);
}

// ---- reading and writing ----

function check(data: FileData): void {
  if (data.fd < 0) throw valueError("I/O operation on closed file");
}
function checkReadable(data: FileData): void {
  check(data);
  if (!data.readable) throw unsupportedOperation("File not open for reading");
}
function checkWritable(data: FileData): void {
  check(data);
  if (!data.writable) throw unsupportedOperation("File not open for writing");
}

/** Reads at most so many bytes. Of standard input a line at a time, so that a prompt answers at once. */
export function readFile(file: PyFile, count: number): Uint8Array {
  const data = file.value;
  checkReadable(data);
  if (isStandard(data.fd)) return readInput(data, count);
  const into = new Uint8Array(count);
  const n = withHost(null, () => files(null).read(data.fd, into, data.position));
  data.position += n;
  return into.subarray(0, n);
}

function readInput(data: FileData, count: number): Uint8Array {
  if (data.pending.length === 0) {
    const line = withHost(null, () => current.readLine());
    if (line === null) return data.pending;
    data.pending = new TextEncoder().encode(line);
  }
  const part = data.pending.subarray(0, count);
  data.pending = data.pending.subarray(part.length);
  return part;
}

/** Reads to the end. */
export function readAllOfFile(file: PyFile): Uint8Array {
  const data = file.value;
  checkReadable(data);
  const rest = isStandard(data.fd)
    ? 65536
    : Math.max(0, withHost(null, () => files(null).size(data.fd)) - data.position) + 1;
  const parts: Uint8Array[] = [];
  for (let size = rest; ; size = 65536) {
    const part = readFile(file, size);
    if (part.length === 0) break;
    parts.push(part.slice());
  }
  const all = new Uint8Array(parts.reduce((n, part) => n + part.length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}

/** Writes bytes; answers how many have been written. */
export function writeFile(file: PyFile, bytes: Uint8Array): number {
  const data = file.value;
  checkWritable(data);
  const { fd } = data;
  if (isStandard(fd)) {
    withHost(null, () => (fd === 2 ? current.writeStderr(bytes) : current.writeStdout(bytes)));
    return bytes.length;
  }
  if (data.appending) data.position = withHost(null, () => files(null).size(fd));
  const n = withHost(null, () => files(null).write(fd, bytes, data.position));
  data.position += n;
  return n;
}

/** Moves the position; answers the new one. */
export function seekFile(file: PyFile, offset: number, whence: number): number {
  const data = file.value;
  check(data);
  if (isStandard(data.fd)) throw osErrorOf("ESPIPE", null);
  const base = whence === 0 ? 0 : whence === 1 ? data.position : withHost(null, () => files(null).size(data.fd));
  if (whence < 0 || whence > 2 || base + offset < 0) throw osErrorOf("EINVAL", null);
  data.position = base + offset;
  return data.position;
}

function truncate(file: PyFile, size: Value): number {
  const data = file.value;
  checkWritable(data);
  const length = size === None ? data.position : Number(index(size));
  if (length < 0) throw osErrorOf("EINVAL", null);
  withHost(null, () => files(null).truncate(data.fd, length));
  return length;
}

export const isSeekable = (file: PyFile): boolean => {
  check(file.value);
  return !isStandard(file.value.fd);
};

function modeOf({ created, appending, readable, writable }: FileData): string {
  if (created) return readable ? "xb+" : "xb";
  if (appending) return readable ? "ab+" : "ab";
  if (readable) return writable ? "rb+" : "rb";
  return "wb";
}

function repr(self: PyFile): Owned {
  const data = self.value;
  if (data.fd < 0) return newStr("<_io.FileIO [closed]>");
  const name = nameInRepr(self);
  const who = name === "" ? ` fd=${data.fd}` : name;
  return newStr(`<_io.FileIO${who} mode='${modeOf(data)}' closefd=${data.closeFd ? "True" : "False"}>`);
}

const newFile = (type: PyType): OwnedValue =>
  asInstanceOf(allocGC<FileData, null>(FileIOType, new FileData(), null, 64), type);

export const FileIOType: PyType = defineType<PyFile>({
  ...ownership<FileData>(
    () => [],
    () => {},
  ),
  name: "FileIO",
  base: RawIOBaseType,
  doc: "A file, unbuffered.",
  textSignature: "(file, mode='r', closefd=True, opener=None)",
  basicSize: 48,
  slots: { new: newFile, init, repr },
  methods: [
    def("read($self, size=-1, /)", "Reads at most so many bytes in one go, or all.", (self: PyFile, size) => {
      const count = sizeArgument(size);
      return newBytes((count < 0 ? readAllOfFile(self) : readFile(self, count)).slice());
    }),
    def("readall($self, /)", "Reads to the end.", (self: PyFile) => newBytes(readAllOfFile(self))),
    def("readinto($self, buffer, /) -> int", "Reads into a buffer; answers how many bytes.", (self: PyFile, buffer) =>
      readInto(self, buffer),
    ),
    def("write($self, b, /) -> int", "Writes bytes; answers how many have been written.", (self: PyFile, bytes) => {
      checkWritable(self.value);
      return writeFile(self, bufferCopy(bytes));
    }),
    def(
      "seek($self, pos, whence=0, /) -> int",
      "Moves the position; answers the new one.",
      (self: PyFile, offset, whence) => seekFile(self, Number(index(offset)), intArgument(whence)),
    ),
    def("tell($self, /) -> int", "The position.", (self: PyFile) => seekFile(self, 0, 1)),
    def(
      "truncate($self, size=None, /) -> int",
      "Cuts the file off, at the position unless told.",
      (self: PyFile, size) => truncate(self, size),
    ),
    def("close($self, /)", "Closes the file.", (self: PyFile) => {
      if (self.value.finalizing) warnUnclosed(self, self);
      closeFile(self.value);
    }),
    def("_dealloc_warn($self, source, /)", "Warns that a stream dies before it is closed.", (self: PyFile, source) =>
      warnUnclosed(self, source),
    ),
    def("seekable($self, /) -> bool", "Can the position be moved?", (self: PyFile) => isSeekable(self)),
    def("readable($self, /) -> bool", "Can the file be read?", (self: PyFile) => {
      check(self.value);
      return self.value.readable;
    }),
    def("writable($self, /) -> bool", "Can the file be written to?", (self: PyFile) => {
      check(self.value);
      return self.value.writable;
    }),
    def("fileno($self, /) -> int", "The number of the file.", (self: PyFile) => {
      check(self.value);
      return self.value.fd;
    }),
    def("isatty($self, /) -> bool", "Is the file a terminal?", (self: PyFile) => {
      check(self.value);
      return isTerminal(self);
    }),
  ],
  getset: [
    { name: "closed", doc: "True if the file is closed", get: (self) => newBool(self.value.fd < 0) },
    { name: "closefd", get: (self) => newBool(self.value.closeFd) },
    { name: "mode", get: (self) => newStr(modeOf(self.value)) },
    { name: "_blksize", get: () => newInt(4096) },
  ],
});

export const isFile = (value: Value): value is PyFile => typeof value !== "number" && value.type === FileIOType;
export const isTerminal = (file: PyFile): boolean =>
  isStandard(file.value.fd) && current.isTerminal(file.value.fd as 0 | 1 | 2);
/** Which of the host's own streams a file is; null for any other. */
export const standardOf = (value: Value): 0 | 1 | 2 | null =>
  isFile(value) && isStandard(value.value.fd) ? (value.value.fd as 0 | 1 | 2) : null;

function readInto(self: PyFile, buffer: Value): number {
  return withWritable(buffer, "readinto", (memory) => {
    const bytes = readFile(self, memory.length);
    memory.set(bytes);
    return bytes.length;
  });
}

/** A file for one of the host's own streams, with a name of its own. */
export function newStandardFile(fd: 0 | 1 | 2, name: string): Owned<PyFile> {
  const file = allocGC<FileData, null>(FileIOType, new FileData(), null, 64) as Owned<PyFile>;
  file.value.fd = fd;
  file.value.readable = fd === 0;
  file.value.writable = fd !== 0;
  file.value.closeFd = false;
  dictSet(dictOf(file as PyIO, true) as PyDict, intern("name"), newStr(name));
  return file;
}
