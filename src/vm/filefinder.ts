// Modules in files: what a folder holds under a module's name, asked of the host, or of the
// packed library, which looks like one more folder on sys.path.
import { drop, type Value } from "../heap/refs.ts";
import { current } from "../host/current.ts";
import { HostError, type HostStat } from "../host/host.ts";
import { iterate } from "../objects/iteration.ts";
import { isStr } from "../objects/str.ts";
import { type Library, library } from "./library.ts";
import { lastName } from "./modulenames.ts";

export interface FoundFile {
  kind: "source" | "bytecode" | "library";
  file: string;
  /** The package's folder; null for a plain module. */
  folder: string | null;
}
/** A package without `__init__`: every folder of its name along the path. */
export interface FoundNamespace {
  kind: "namespace";
  portions: string[];
}
export type Found = FoundFile | FoundNamespace;

/** The library's name of a module below one of its folders; null for other folders. */
function libraryName(packed: Library, folder: string, tail: string): string | null {
  if (folder === packed.root) return tail;
  if (!folder.startsWith(`${packed.root}/`)) return null;
  return `${folder.slice(packed.root.length + 1).replaceAll("/", ".")}.${tail}`;
}

function statOrNull(path: string): HostStat | null {
  try {
    return current.files?.stat(path, true) ?? null;
  } catch (e) {
    if (e instanceof HostError) return null;
    throw e;
  }
}

const kindOf = (path: string): string | null => statOrNull(path)?.kind ?? null;
const join = (folder: string, name: string): string => (folder.endsWith("/") ? folder + name : `${folder}/${name}`);

const SUFFIXES = [
  [".py", "source"],
  [".pyc", "bytecode"],
] as const;

/** What one folder holds under a name; "namespace" for a folder without `__init__`. */
function findInFolder(entry: string, tail: string): FoundFile | "namespace" | null {
  const folder = entry === "" ? (current.files?.cwd() ?? "") : entry;
  const packed = library();
  const name = packed === null ? null : libraryName(packed, folder, tail);
  const known = packed === null || name === null ? null : packed.find(name);
  const base = join(folder, tail);
  if (known !== null) return libraryFile(base, known.isPackage);
  const isFolder = kindOf(base) === "directory";
  if (isFolder) {
    for (const [suffix, kind] of SUFFIXES) {
      const file = `${base}/__init__${suffix}`;
      if (kindOf(file) === "file") return { kind, file, folder: base };
    }
  }
  for (const [suffix, kind] of SUFFIXES) {
    const file = base + suffix;
    if (kindOf(file) === "file") return { kind, file, folder: null };
  }
  return isFolder ? "namespace" : null;
}

const libraryFile = (base: string, isPackage: boolean): FoundFile =>
  isPackage
    ? { kind: "library", file: `${base}/__init__.py`, folder: base }
    : { kind: "library", file: `${base}.py`, folder: null };

/** A module of the packed library, wherever the path leads. */
export function findInLibrary(name: string): FoundFile | null {
  const packed = library();
  const known = packed?.find(name) ?? null;
  return packed === null || known === null ? null : libraryFile(join(packed.root, name), known.isPackage);
}

/** The first folder of a path that has the module; else the folders that make a namespace package. Borrows the path. */
export function findInFiles(name: string, path: Value): Found | null {
  const tail = lastName(name);
  const portions: string[] = [];
  let found: FoundFile | null = null;
  iterate(path, (entry) => {
    try {
      if (!isStr(entry)) return false;
      const here = findInFolder(entry.value, tail);
      if (here === "namespace")
        portions.push(join(entry.value === "" ? (current.files?.cwd() ?? "") : entry.value, tail));
      else if (here !== null) found = here;
      return found !== null;
    } finally {
      drop(entry);
    }
  });
  if (found !== null) return found;
  return portions.length > 0 ? { kind: "namespace", portions } : null;
}
