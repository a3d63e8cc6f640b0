// posix: scandir(), an iterator over a folder's entries, and what the entries know. An entry asks
// the host for its stat when it is first wanted, and keeps the answer.
import { allocGC } from "../heap/heap.ts";
import type { PyObject, PyType } from "../heap/object.ts";
import { dropMaybe, newRef, type Owned, type OwnedValue, type Value } from "../heap/refs.ts";
import { HAVE_GC, NO_NEW } from "../heap/type.ts";
import { HostError, type HostStat } from "../host/host.ts";
import { def } from "../native/signature.ts";
import { classGetItem } from "../objects/classgetitem.ts";
import { defineType } from "../objects/define.ts";
import { newInt } from "../objects/int.ts";
import { reprText } from "../objects/protocol.ts";
import { None } from "../objects/singletons.ts";
import { newStr } from "../objects/str.ts";
import { withHost } from "./hosterrors.ts";
import { withText } from "./natives.ts";
import { hostFiles, pathAnswer, withPath } from "./posixpaths.ts";
import { newStat } from "./posixstat.ts";

interface EntryData {
  /** Owned; null only while the entry dies. */
  name: Owned | null;
  path: Owned | null;
  file: string;
  own: HostStat | null;
  followed: HostStat | null;
}
type PyEntry = PyObject<EntryData>;

/** The stat of an entry; of what it points to, when `follow`. */
function statEntry(entry: PyEntry, follow: boolean): HostStat {
  const data = entry.value;
  return withHost(data.path ?? None, () => {
    data.own ??= hostFiles(data.file).stat(data.file, false);
    if (!follow || data.own.kind !== "symlink") return data.own;
    data.followed ??= hostFiles(data.file).stat(data.file, true);
    return data.followed;
  });
}

/** A link that points nowhere is neither a file nor a folder. */
function kindOf(entry: PyEntry, follow: boolean): HostStat["kind"] | null {
  const { file } = entry.value;
  try {
    entry.value.own ??= hostFiles(file).stat(file, false);
    return statQuietly(entry, follow).kind;
  } catch (e) {
    if (e instanceof HostError && e.code === "ENOENT") return null;
    throw e;
  }
}

function statQuietly(entry: PyEntry, follow: boolean): HostStat {
  const data = entry.value;
  const own = data.own as HostStat;
  if (!follow || own.kind !== "symlink") return own;
  data.followed ??= hostFiles(data.file).stat(data.file, true);
  return data.followed;
}

const isKind = (entry: PyEntry, follow: boolean, kind: HostStat["kind"]): boolean =>
  withHost(entry.value.path ?? None, () => kindOf(entry, follow)) === kind;

export const DirEntryType: PyType = defineType<PyEntry>({
  name: "DirEntry",
  module: "posix",
  flags: HAVE_GC | NO_NEW,
  basicSize: 128,
  traverse(entry, visit) {
    for (const o of [entry.value.name, entry.value.path]) if (o !== null) visit(o);
  },
  clear(entry) {
    const { name, path } = entry.value;
    entry.value.name = entry.value.path = null;
    dropMaybe(name);
    dropMaybe(path);
  },
  slots: { repr: (entry) => newStr(`<DirEntry ${reprText(entry.value.name ?? None)}>`) },
  methods: [
    def("is_dir($self, /, *, follow_symlinks: bool = True) -> bool", "Is it a folder?", (entry: PyEntry, follow) =>
      isKind(entry, follow, "directory"),
    ),
    def("is_file($self, /, *, follow_symlinks: bool = True) -> bool", "Is it a file?", (entry: PyEntry, follow) =>
      isKind(entry, follow, "file"),
    ),
    def("is_symlink($self, /) -> bool", "Is it a symbolic link?", (entry: PyEntry) => isKind(entry, false, "symlink")),
    def("is_junction($self, /) -> bool", "Only on Windows.", () => false),
    def("stat($self, /, *, follow_symlinks: bool = True)", "The stat_result of the entry.", (entry: PyEntry, follow) =>
      newStat(statEntry(entry, follow)),
    ),
    def("inode($self, /)", "The inode of the entry.", (entry: PyEntry) => newInt(statEntry(entry, false).ino)),
    def("__fspath__($self, /)", "The path of the entry.", (entry: PyEntry) => newRef(entry.value.path as PyObject)),
    withText(classGetItem, null),
  ],
  getset: [
    { name: "name", doc: "the entry's base filename", get: (entry) => newRef(entry.value.name as PyObject) },
    { name: "path", doc: "the entry's full path name", get: (entry) => newRef(entry.value.path as PyObject) },
  ],
});

function newEntry(folder: string, name: string, asBytes: boolean): Owned {
  const file = folder.endsWith("/") ? folder + name : `${folder}/${name}`;
  const data: EntryData = {
    name: pathAnswer(name, asBytes),
    path: pathAnswer(file, asBytes),
    file,
    own: null,
    followed: null,
  };
  return allocGC(DirEntryType, data, null, 144);
}

// ---- the iterator ----

type PyScan = PyObject<{ names: string[]; folder: string; asBytes: boolean; bare: boolean }>;

const close = (scan: PyScan): void => {
  scan.value.names.length = 0;
};

const ScanType: PyType = defineType<PyScan>({
  name: "ScandirIterator",
  module: "posix",
  flags: HAVE_GC | NO_NEW,
  basicSize: 40,
  slots: {
    iter: newRef,
    next({ value: { names, folder, asBytes } }) {
      const name = names.shift();
      return name === undefined ? undefined : (newEntry(folder, name, asBytes) as OwnedValue);
    },
  },
  methods: [
    withText(
      def("__enter__($self, /)", "Itself.", (scan: PyScan) => newRef(scan)),
      null,
    ),
    withText(
      def("__exit__($self, *args)", "Ends the walk.", (scan: PyScan) => close(scan)),
      null,
    ),
    withText(
      def("close($self, /)", "Ends the walk.", (scan: PyScan) => close(scan)),
      null,
    ),
  ],
});

export const scandir = (path: Value): OwnedValue =>
  withPath("scandir", path, { none: true }, ({ text, isBytes }) => {
    const names = hostFiles(text).listDir(text);
    return allocGC(ScanType, { names, folder: text, asBytes: isBytes }, null, 56);
  });

export const listdir = (path: Value): { names: string[]; asBytes: boolean } =>
  withPath("listdir", path, { fd: true, none: true }, ({ text, isBytes, fd }) => {
    if (fd !== null) throw new HostError("ENOTDIR", null);
    return { names: hostFiles(text).listDir(text), asBytes: isBytes };
  });
