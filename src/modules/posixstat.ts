// posix: what stat() answers, and the other records of posix.
import { newRefs, type Owned, type OwnedValue } from "../heap/refs.ts";
import { HostError, type HostStat } from "../host/host.ts";
import { newFloat } from "../objects/float.ts";
import { newInt } from "../objects/int.ts";
import { defineStructSeq, newStructSeq } from "../objects/structseq.ts";
import { hostFiles, type PathArgument } from "./posixpaths.ts";

export const StatType = defineStructSeq({
  module: "os",
  name: "stat_result",
  doc: "What stat, fstat and lstat tell of a file; a tuple of ten items, and more by name.",
  callable: true,
  visible: 10,
  fields: [
    ["st_mode", "protection bits"],
    ["st_ino", "inode"],
    ["st_dev", "device"],
    ["st_nlink", "number of hard links"],
    ["st_uid", "user ID of owner"],
    ["st_gid", "group ID of owner"],
    ["st_size", "total size, in bytes"],
    [null, "integer time of last access"],
    [null, "integer time of last modification"],
    [null, "integer time of last change"],
    ["st_atime", "time of last access"],
    ["st_mtime", "time of last modification"],
    ["st_ctime", "time of last change"],
    ["st_atime_ns", "time of last access in nanoseconds"],
    ["st_mtime_ns", "time of last modification in nanoseconds"],
    ["st_ctime_ns", "time of last change in nanoseconds"],
    ["st_blksize", "blocksize for filesystem I/O"],
    ["st_blocks", "number of blocks allocated"],
    ["st_rdev", "device type (if inode device)"],
  ],
});

const BILLION = 1_000_000_000n;
const wholeSeconds = (ns: bigint): bigint => (ns >= 0n ? ns / BILLION : -((-ns + BILLION - 1n) / BILLION));

/** Seconds with a fraction, as the C code adds them up. */
function fraction(ns: bigint): number {
  const whole = wholeSeconds(ns);
  return Number(whole) + 1e-9 * Number(ns - whole * BILLION);
}

export function newStat(s: HostStat): Owned {
  const times = [s.atime, s.mtime, s.ctime];
  const items = newRefs();
  for (const n of [s.mode, s.ino, s.dev, s.nlink, s.uid, s.gid, s.size]) items.push(newInt(n));
  for (const ns of times) items.push(newInt(wholeSeconds(ns)));
  const more = newRefs();
  for (const ns of times) more.push(newFloat(fraction(ns)) as OwnedValue);
  for (const ns of times) more.push(newInt(ns));
  for (const n of [4096, Math.ceil(s.size / 4096) * 8, 0]) more.push(newInt(n));
  return newStructSeq(StatType, items, more);
}

/** The host's stat of a path or of an open file. */
export function statOf(path: PathArgument, followLinks: boolean): HostStat {
  if (path.fd === null) return hostFiles(path.text).stat(path.text, followLinks);
  const { statFile } = hostFiles();
  if (path.fd < 0 || statFile === undefined) throw new HostError("EBADF", null);
  return statFile(path.fd);
}

export const TerminalSizeType = defineStructSeq({
  module: "os",
  name: "terminal_size",
  doc: "A tuple of (columns, lines) for holding terminal window size",
  callable: true,
  fields: [
    ["columns", "width of the terminal window in characters"],
    ["lines", "height of the terminal window in characters"],
  ],
});

export const TimesType = defineStructSeq({
  module: "posix",
  name: "times_result",
  doc: "What times() answers: processor times, and the time that has passed.",
  callable: true,
  fields: [
    ["user", "user time"],
    ["system", "system time"],
    ["children_user", "user time of children"],
    ["children_system", "system time of children"],
    ["elapsed", "elapsed time since an arbitrary point in the past"],
  ],
});

export const UnameType = defineStructSeq({
  module: "posix",
  name: "uname_result",
  doc: "What uname() answers: the names of the system and the machine.",
  callable: true,
  fields: [
    ["sysname", "operating system name"],
    ["nodename", "name of machine on network (implementation-defined)"],
    ["release", "operating system release"],
    ["version", "operating system version"],
    ["machine", "hardware identifier"],
  ],
});
