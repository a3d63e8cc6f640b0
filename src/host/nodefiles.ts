// The files of Node as a host's files: each failure becomes a HostError with its errno name.
import * as fs from "node:fs";
import { HostError, type HostFiles, type HostStat, type OpenFlags } from "./host.ts";

/** The errno name of a failure of Node's; anything else is our own bug and goes on up. */
export function codeOf(e: unknown): string {
  if (e instanceof Error && typeof (e as NodeJS.ErrnoException).code === "string")
    return (e as NodeJS.ErrnoException).code as string;
  throw e;
}

function guarded<T>(path: string | null, body: () => T): T {
  try {
    return body();
  } catch (e) {
    const code = codeOf(e);
    if (code === "ERR_INVALID_ARG_VALUE") throw new HostError("EINVAL", path);
    throw new HostError(code, path);
  }
}

function statOf(path: string, s: fs.BigIntStats): HostStat {
  if (s === undefined) throw new HostError("ENOENT", path);
  const kind = s.isFile() ? "file" : s.isDirectory() ? "directory" : s.isSymbolicLink() ? "symlink" : "other";
  return {
    kind,
    mode: Number(s.mode),
    size: Number(s.size),
    ino: Number(s.ino),
    dev: Number(s.dev),
    nlink: Number(s.nlink),
    uid: Number(s.uid),
    gid: Number(s.gid),
    atime: s.atimeNs,
    mtime: s.mtimeNs,
    ctime: s.ctimeNs,
  };
}

function openBits(flags: OpenFlags): number {
  const c = fs.constants;
  let bits = flags.read && flags.write ? c.O_RDWR : flags.write ? c.O_WRONLY : c.O_RDONLY;
  if (flags.append) bits |= c.O_APPEND;
  if (flags.create) bits |= c.O_CREAT;
  if (flags.exclusive) bits |= c.O_EXCL;
  if (flags.truncate) bits |= c.O_TRUNC;
  return bits;
}

export const nodeFiles: HostFiles = {
  readFile: (path) => guarded(path, () => fs.readFileSync(path)),
  stat: (path, followLinks) =>
    guarded(path, () =>
      statOf(path, followLinks ? fs.statSync(path, { bigint: true }) : fs.lstatSync(path, { bigint: true })),
    ),
  listDir: (path) => guarded(path, () => fs.readdirSync(path)),
  makeDir: (path, mode) => guarded(path, () => fs.mkdirSync(path, { mode })),
  removeFile: (path) => guarded(path, () => fs.unlinkSync(path)),
  removeDir: (path) => guarded(path, () => fs.rmdirSync(path)),
  rename: (from, to) => guarded(from, () => fs.renameSync(from, to)),
  readLink: (path) => guarded(path, () => fs.readlinkSync(path)),
  realPath: (path) => guarded(path, () => fs.realpathSync(path)),
  cwd: () => process.cwd(),

  open: (path, flags) => guarded(path, () => fs.openSync(path, openBits(flags), 0o666)),
  read: (file, into, position) => guarded(null, () => fs.readSync(file, into, 0, into.length, position)),
  write: (file, bytes, position) => guarded(null, () => fs.writeSync(file, bytes, 0, bytes.length, position)),
  size: (file) => guarded(null, () => fs.fstatSync(file).size),
  truncate: (file, size) => guarded(null, () => fs.ftruncateSync(file, size)),
  close: (file) => guarded(null, () => fs.closeSync(file)),

  statFile: (file) => guarded(null, () => statOf("", fs.fstatSync(file, { bigint: true }))),
  setCwd: (path) => guarded(path, () => process.chdir(path)),
  link: (from, to) => guarded(from, () => fs.linkSync(from, to)),
  symlink: (target, path) => guarded(target, () => fs.symlinkSync(target, path)),
  setMode: (path, mode) => guarded(path, () => fs.chmodSync(path, mode)),
  setTimes: (path, access, modified) =>
    guarded(path, () => fs.utimesSync(path, Number(access) / 1e9, Number(modified) / 1e9)),
  access(path, bits) {
    try {
      fs.accessSync(path, bits);
      return true;
    } catch {
      return false;
    }
  },
};
