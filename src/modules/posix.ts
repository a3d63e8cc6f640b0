// posix: the system as os sees it, by way of the host. Paths are posixpaths.ts, open files
// posixfiles.ts, folders posixdir.ts, the records posixstat.ts. What a host does not have is an
// OSError; processes, users' databases and devices are not there at all.
import { drop, newRef, newRefs, type Owned, type OwnedValue, type Value } from "../heap/refs.ts";
import { current } from "../host/current.ts";
import type { HostFiles } from "../host/host.ts";
import { def, type Native } from "../native/signature.ts";
import { newBytes } from "../objects/bytes.ts";
import { dictSet, newDict } from "../objects/dict.ts";
import { typeError, valueError } from "../objects/errors.ts";
import { exceptionType } from "../objects/exceptions.ts";
import { newFloat, toFloat } from "../objects/float.ts";
import { cInt, index, newInt } from "../objects/int.ts";
import { newList } from "../objects/list.ts";
import { None, newNone } from "../objects/singletons.ts";
import { isStr, newStr } from "../objects/str.ts";
import { newStructSeq } from "../objects/structseq.ts";
import { isTuple } from "../objects/tuple.ts";
import { setEnvironment } from "./environment.ts";
import { strerror } from "./errnotable.ts";
import { osErrorOf, raised, withHost } from "./hosterrors.ts";
import { fileSystemPath } from "./io/file.ts";
import { defineModule } from "./module.ts";
import { copyBytes } from "./natives.ts";
import { posixConstants } from "./posixconstants.ts";
import { DirEntryType, listdir, scandir } from "./posixdir.ts";
import { fileNatives } from "./posixfiles.ts";
import { encodePath, hostFiles, noDirFd, optional, pathAnswer, withPath, withTwoPaths } from "./posixpaths.ts";
import { newStat, StatType, statOf, TerminalSizeType, TimesType, UnameType } from "./posixstat.ts";
import { waitingNatives } from "./posixwaiting.ts";

// ---- paths ----

type PathCall = (files: HostFiles, path: string) => void;

/** A function of one path and `dir_fd`. */
const onPath = (name: "remove" | "unlink" | "rmdir", doc: string, run: PathCall): Native =>
  def(`${name}($module, /, path, *, dir_fd=None)`, doc, (_module, path, dirFd) => {
    noDirFd(name, dirFd);
    return withPath(name, path, {}, ({ text }) => {
      run(hostFiles(text), text);
      return newNone();
    });
  });

const renamer = (name: "rename" | "replace"): Native =>
  def(
    `${name}($module, /, src, dst, *, src_dir_fd=None, dst_dir_fd=None)`,
    "Gives a file or folder another name.",
    (_module, src, dst, srcDir, dstDir) => {
      noDirFd(name, srcDir === None ? dstDir : srcDir);
      return withTwoPaths(name, src, dst, (from, to) => {
        hostFiles(from.text).rename(from.text, to.text);
        return newNone();
      });
    },
  );

/** A path without doubled slashes, "." and, where it can be said, "..". */
function normal(path: string): string {
  const slashes = path.startsWith("//") && !path.startsWith("///") ? "//" : path.startsWith("/") ? "/" : "";
  const parts: string[] = [];
  for (const part of path.split("/")) {
    if (part === "" || part === ".") continue;
    const up = part === ".." && parts.length > 0 && parts[parts.length - 1] !== "..";
    if (up) parts.pop();
    else if (part !== ".." || slashes === "" || parts.length > 0) parts.push(part);
  }
  return slashes + parts.join("/") || ".";
}

function normPath(path: Value): Owned {
  if (!isStr(path)) throw typeError("normpath: path should be string");
  return newStr(normal(path.value));
}

const nanoseconds = (value: Value): bigint => BigInt(Math.round(toFloat(value) * 1e6)) * 1000n;

/** The two times of utime(): given in seconds, in nanoseconds, or now. */
function timesOf(times: Value, ns: Value | undefined): [bigint, bigint] {
  if (times !== None && ns !== undefined)
    throw valueError("utime: you may specify either 'times' or 'ns' but not both");
  const pair = ns ?? times;
  if (pair === None) {
    const now = current.clock.now();
    return [now, now];
  }
  if (!isTuple(pair) || pair.value.length !== 2)
    throw typeError(
      `utime: '${ns === undefined ? "times" : "ns"}' must be ${ns === undefined ? "either a tuple of two ints or None" : "a tuple of two ints"}`,
    );
  const read = ns === undefined ? nanoseconds : (v: Value): bigint => BigInt(index(v));
  return [read(pair.value[0]), read(pair.value[1])];
}

const pathNatives: readonly Native[] = [
  def(
    "stat($module, /, path, *, dir_fd=None, follow_symlinks: bool = True)",
    "The stat_result of a path or of an open file.",
    (_module, path, dirFd, follow) => {
      noDirFd("stat", dirFd);
      return withPath("stat", path, { fd: true }, (p) => newStat(statOf(p, follow)));
    },
  ),
  def("lstat($module, /, path, *, dir_fd=None)", "As stat, of a link itself.", (_module, path, dirFd) => {
    noDirFd("lstat", dirFd);
    return withPath("lstat", path, {}, (p) => newStat(statOf(p, false)));
  }),
  def(
    "access($module, /, path, mode, *, dir_fd=None, effective_ids: bool = False, follow_symlinks: bool = True) -> bool",
    "May the process do that to the file?",
    (_module, path, mode) => {
      const bits = cInt(mode);
      return withPath("access", path, {}, ({ text }) => allowed(text, bits));
    },
  ),
  def("listdir($module, /, path=None)", "The names in a folder.", (_module, path) => {
    const { names, asBytes } = listdir(path);
    const items = newRefs();
    for (const name of names) items.push(pathAnswer(name, asBytes) as OwnedValue);
    return newList(items);
  }),
  def("scandir($module, /, path=None)", "An iterator over a folder's entries.", (_module, path) => scandir(path)),
  def("mkdir($module, /, path, mode=511, *, dir_fd=None)", "Makes a folder.", (_module, path, mode, dirFd) => {
    noDirFd("mkdir", dirFd);
    const bits = cInt(mode);
    return withPath("mkdir", path, {}, ({ text }) => {
      hostFiles(text).makeDir(text, bits);
      return newNone();
    });
  }),
  onPath("remove", "Removes a file.", (files, path) => files.removeFile(path)),
  onPath("unlink", "Removes a file.", (files, path) => files.removeFile(path)),
  onPath("rmdir", "Removes an empty folder.", (files, path) => files.removeDir(path)),
  renamer("rename"),
  renamer("replace"),
  def("readlink($module, /, path, *, dir_fd=None)", "What a symbolic link says.", (_module, path, dirFd) => {
    noDirFd("readlink", dirFd);
    return withPath("readlink", path, {}, ({ text, isBytes }) => pathAnswer(hostFiles(text).readLink(text), isBytes));
  }),
  def(
    "symlink($module, /, src, dst, target_is_directory: bool = False, *, dir_fd=None)",
    "Makes a symbolic link.",
    (_module, src, dst, _folder, dirFd) => {
      noDirFd("symlink", dirFd);
      return withTwoPaths("symlink", src, dst, (from, to) => {
        optional("symlink")(from.text, to.text);
        return newNone();
      });
    },
  ),
  def(
    "link($module, /, src, dst, *, src_dir_fd=None, dst_dir_fd=None, follow_symlinks: bool = True)",
    "Gives a file another name besides its own.",
    (_module, src, dst) =>
      withTwoPaths("link", src, dst, (from, to) => {
        optional("link")(from.text, to.text);
        return newNone();
      }),
  ),
  def(
    "chmod($module, /, path, mode, *, dir_fd=None, follow_symlinks: bool = True)",
    "Sets the protection bits.",
    (_module, path, mode, dirFd) => {
      noDirFd("chmod", dirFd);
      const bits = cInt(mode);
      return withPath("chmod", path, {}, ({ text }) => {
        optional("setMode")(text, bits);
        return newNone();
      });
    },
  ),
  def(
    "utime($module, /, path, times=None, *, ns=NULL, dir_fd=None, follow_symlinks: bool = True)",
    "Sets the times of a file.",
    (_module, path, times, ns) => {
      const [access, modified] = timesOf(times, ns);
      return withPath("utime", path, {}, ({ text }) => {
        optional("setTimes")(text, access, modified);
        return newNone();
      });
    },
  ),
  def("chdir($module, /, path)", "Goes to a folder.", (_module, path) =>
    withPath("chdir", path, {}, ({ text }) => {
      optional("setCwd")(text);
      return newNone();
    }),
  ),
  def("getcwd($module, /)", "The folder that the process is in.", () =>
    withHost(null, () => newStr(hostFiles("").cwd())),
  ),
  def("getcwdb($module, /)", "The folder that the process is in, as bytes.", () =>
    withHost(null, () => newBytes(encodePath(hostFiles("").cwd()))),
  ),
  def("fspath($module, /, path)", "The str or bytes of a path.", (_module, path) => fileSystemPath(path)),
  def("_path_normpath($module, /, path)", "The path without what it can do without.", (_module, path) =>
    normPath(path),
  ),
];

function allowed(path: string, bits: number): boolean {
  const { files } = current;
  if (files === null) return false;
  if (files.access !== undefined) return files.access(path, bits);
  try {
    files.stat(path, true);
    return true;
  } catch {
    return false;
  }
}

// ---- the process ----

const identity = (): { uid: number; gid: number; parent: number } => current.identity ?? { uid: 0, gid: 0, parent: 0 };
const number = (name: "getpid", doc: string, read: () => number): Native =>
  def(`${name}($module, /) -> int`, doc, read);

function environ(): Owned {
  const dict = newDict();
  for (const [name, value] of current.env) {
    const key = newBytes(encodePath(name));
    dictSet(dict, key, newBytes(encodePath(value)));
    drop(key);
  }
  return dict;
}

function environmentText(value: Value): string {
  const path = fileSystemPath(value);
  const text = isStr(path) ? path.value : new TextDecoder().decode(copyBytes(path));
  drop(path);
  return text;
}

function putVariable(name: Value, value: Value | null): void {
  const text = environmentText(name);
  if (text.includes("=")) throw valueError("illegal environment variable name");
  setEnvironment(text, value === null ? null : environmentText(value));
}

function times(): Owned {
  const items = newRefs();
  const cpu = Number(current.clock.cpu()) / 1e9;
  for (const n of [cpu, 0, 0, 0, Number(current.clock.monotonic()) / 1e9]) items.push(newFloat(n) as OwnedValue);
  return newStructSeq(TimesType, items);
}

function uname(): Owned {
  const items = newRefs();
  for (const text of ["Linux", "localhost", "", "", "x86_64"]) items.push(newStr(text) as OwnedValue);
  return newStructSeq(UnameType, items);
}

const processNatives: readonly Native[] = [
  number("getpid", "The number of the process.", () => current.pid),
  ...(["getppid", "getuid", "geteuid", "getgid", "getegid"] as const).map((name) =>
    number(name as "getpid", "A number of the process.", () => {
      const { uid, gid, parent } = identity();
      return name === "getppid" ? parent : name.endsWith("uid") ? uid : gid;
    }),
  ),
  def("cpu_count($module, /)", "One thread runs.", () => newInt(1)),
  def("times($module, /)", "Processor times.", () => times()),
  def("uname($module, /)", "The names of the system.", () => uname()),
  def("umask($module, mask, /) -> int", "The bits that new files do not get.", (_module, mask) => {
    cInt(mask);
    return 0o022;
  }),
  def("strerror($module, code, /) -> str", "The text of an errno.", (_module, code) => strerror(cInt(code))),
  def("putenv($module, name, value, /)", "Changes or adds an environment variable.", (_module, name, value) =>
    putVariable(name, value),
  ),
  def("unsetenv($module, name, /)", "Takes an environment variable out.", (_module, name) => putVariable(name, null)),
  def("get_terminal_size($module, fd=NULL, /)", "The columns and lines of a terminal.", (): OwnedValue => {
    throw osErrorOf("ENOTTY", null);
  }),
  def("abort($module, /)", "A process of a program cannot be aborted.", (): OwnedValue => {
    throw raised("NotImplementedError", newStr("abort: unavailable on this platform"));
  }),
];

export default defineModule({
  name: "posix",
  doc: "The system: files, folders, the environment. The module os has it for all platforms.",
  functions: [...pathNatives, ...fileNatives, ...processNatives, ...waitingNatives],
  types: [DirEntryType, StatType, TerminalSizeType, TimesType, UnameType],
  constants: () => ({
    ...posixConstants(),
    environ: environ(),
    error: newRef(exceptionType("OSError")),
    _have_functions: newList(newRefs()),
  }),
});
