// posix: open files by their numbers. The host reads and writes at positions, so where each file
// stands is kept here. 0, 1 and 2 are the standard streams.
import type { OwnedValue, Value } from "../heap/refs.ts";
import { current } from "../host/current.ts";
import { HostError, type OpenFlags } from "../host/host.ts";
import { def, type Native } from "../native/signature.ts";
import { newBytes } from "../objects/bytes.ts";
import { valueError } from "../objects/errors.ts";
import { cInt, indexSize, newInt } from "../objects/int.ts";
import { newBool, newNone } from "../objects/singletons.ts";
import { newStr } from "../objects/str.ts";
import { osErrorOf, withHost } from "./hosterrors.ts";
import { copyBytes } from "./natives.ts";
import { hostFiles, noDirFd, withPath } from "./posixpaths.ts";
import { newStat, statOf } from "./posixstat.ts";
import { perInstance } from "./state.ts";

interface OpenFile {
  position: number;
  append: boolean;
}
const openFiles = perInstance<Map<number, OpenFile>>({ make: () => new Map() });

/** An open file of this instance; a number that came from elsewhere begins at its start. */
function fileOf(fd: number): OpenFile {
  let file = openFiles().get(fd);
  if (file === undefined) {
    hostFiles().size(fd);
    openFiles().set(fd, (file = { position: 0, append: false }));
  }
  return file;
}

const isStandard = (fd: number): boolean => fd >= 0 && fd <= 2;

function flagsOf(bits: number): OpenFlags {
  const way = bits & 3;
  return {
    read: way !== 1,
    write: way !== 0,
    append: (bits & 0o2000) !== 0,
    create: (bits & 0o100) !== 0,
    exclusive: (bits & 0o200) !== 0,
    truncate: (bits & 0o1000) !== 0,
  };
}

function open(path: Value, bits: number): number {
  const flags = flagsOf(bits);
  return withPath("open", path, {}, ({ text }) => {
    const fd = hostFiles(text).open(text, flags);
    openFiles().set(fd, { position: 0, append: flags.append });
    return fd;
  });
}

function read(fd: number, count: number): Uint8Array {
  if (count < 0) throw osErrorOf("EINVAL", null);
  if (fd === 0) return readInput(count);
  const file = fileOf(fd);
  const bytes = new Uint8Array(count);
  const n = hostFiles().read(fd, bytes, file.position);
  file.position += n;
  return bytes.subarray(0, n);
}

/** What was read of standard input, and not yet asked for. */
const input = perInstance<{ rest: Uint8Array }>({ make: () => ({ rest: new Uint8Array(0) }) });

function readInput(count: number): Uint8Array {
  const state = input();
  if (state.rest.length === 0) state.rest = new TextEncoder().encode(current.readLine() ?? "");
  const taken = state.rest.subarray(0, count);
  state.rest = state.rest.subarray(count);
  return taken;
}

function write(fd: number, bytes: Uint8Array): number {
  if (fd === 1) current.writeStdout(bytes);
  else if (fd === 2) current.writeStderr(bytes);
  else {
    const file = fileOf(fd);
    const n = hostFiles().write(fd, bytes, file.position);
    file.position = file.append ? hostFiles().size(fd) : file.position + n;
    return n;
  }
  return bytes.length;
}

function seek(fd: number, offset: number, whence: number): number {
  if (isStandard(fd)) throw new HostError("ESPIPE", null);
  const file = fileOf(fd);
  const from = [0, file.position, hostFiles().size(fd)][whence];
  if (from === undefined || from + offset < 0) throw new HostError("EINVAL", null);
  file.position = from + offset;
  return file.position;
}

function close(fd: number): void {
  if (fd < 0) throw new HostError("EBADF", null);
  if (isStandard(fd)) return;
  openFiles().delete(fd);
  hostFiles().close(fd);
}

/** Closes whatever is open among these numbers. */
function closeRange(low: number, high: number): void {
  for (const fd of [...openFiles().keys()]) if (fd >= low && fd < high) close(fd);
}

function truncate(fd: number, length: number): OwnedValue {
  if (length < 0) throw new HostError("EINVAL", null);
  hostFiles().truncate(fd, length);
  return newNone();
}

const isTerminal = (fd: number): boolean => isStandard(fd) && current.isTerminal(fd as 0 | 1 | 2);

/** The number of an open file: an int, or what has one. */
const descriptor = (value: Value): number => cInt(value);

export const fileNatives: readonly Native[] = [
  def(
    "open($module, /, path, flags, mode=511, *, dir_fd=None)",
    "Opens a file; answers its number.",
    (_module, path, flags, _mode, dirFd) => {
      noDirFd("open", dirFd);
      return newInt(open(path, cInt(flags)));
    },
  ),
  def("close($module, /, fd)", "Closes an open file.", (_module, fd) =>
    withHost(null, () => {
      close(descriptor(fd));
      return newNone();
    }),
  ),
  def("closerange($module, fd_low, fd_high, /)", "Closes all open files among these.", (_module, low, high) =>
    withHost(null, () => closeRange(cInt(low), cInt(high))),
  ),
  def("read($module, fd, length, /)", "Bytes of an open file.", (_module, fd, length) =>
    withHost(null, () => newBytes(read(descriptor(fd), indexSize(length)).slice())),
  ),
  def("write($module, fd, data, /)", "Writes bytes; answers how many.", (_module, fd, data) =>
    withHost(null, () => newInt(write(descriptor(fd), copyBytes(data)))),
  ),
  def("lseek($module, fd, position, whence, /)", "Goes to a position.", (_module, fd, position, whence) =>
    withHost(null, () => newInt(seek(descriptor(fd), indexSize(position), cInt(whence)))),
  ),
  def("fstat($module, /, fd)", "The stat_result of an open file.", (_module, fd) =>
    withHost(null, () => newStat(statOf({ text: "", isBytes: false, fd: descriptor(fd), shown: fd }, true))),
  ),
  def("ftruncate($module, fd, length, /)", "Cuts or grows an open file.", (_module, fd, length) =>
    withHost(null, () => truncate(descriptor(fd), indexSize(length))),
  ),
  def("truncate($module, /, path, length)", "Cuts or grows a file.", (_module, path, length) =>
    withPath("truncate", path, { fd: true }, ({ text, fd }) => {
      if (fd !== null) return truncate(fd, indexSize(length));
      const opened = hostFiles(text).open(text, flagsOf(1));
      try {
        return truncate(opened, indexSize(length));
      } finally {
        hostFiles(text).close(opened);
      }
    }),
  ),
  def("fsync($module, /, fd)", "Every write is done when it returns.", (_module, fd) =>
    withHost(null, () => {
      fileOf(descriptor(fd));
    }),
  ),
  def("isatty($module, fd, /) -> bool", "Is it a terminal?", (_module, fd) => isTerminal(descriptor(fd))),
  def("get_inheritable($module, fd, /) -> bool", "No file is handed to another process.", (_module, fd) => {
    const number = descriptor(fd);
    if (!isStandard(number)) withHost(null, () => fileOf(number));
    return isStandard(number);
  }),
  def("set_inheritable($module, fd, inheritable, /)", "No file is handed to another process.", () => newNone()),
  def("get_blocking($module, fd, /)", "Reading always waits.", () => newBool(true)),
  def("device_encoding($module, /, fd)", "The encoding of a terminal, or None.", (_module, fd) =>
    isTerminal(descriptor(fd)) ? newStr("UTF-8") : newNone(),
  ),
  def("pipe($module, /)", "No process is at the other end of a pipe.", (): OwnedValue => {
    throw osErrorOf("ENOSYS", null);
  }),
  def("urandom($module, size, /)", "Random bytes.", (_module, size) => {
    const count = indexSize(size);
    if (count < 0) throw valueError("negative argument not allowed");
    return newBytes(entropy(count));
  }),
];

function entropy(count: number): Uint8Array {
  const bytes = current.entropy(count);
  if (bytes === null) throw osErrorOf("ENOSYS", null);
  return bytes;
}
