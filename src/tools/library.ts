// Packs the standard library: the Python files of CPython, out of the package that has them, each
// compiled, into one archive. A pack is kept beside the installed packages under a key of
// everything that it is made from, so that it is made only when something of that has changed.
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { decodeSource, parse } from "../../grammar/index.ts";
import { type PackedModule, writeArchive } from "../bytecode/archive.ts";
import { writeMarshal } from "../bytecode/marshal.ts";
import { compile } from "../compiler/index.ts";
import { unzip } from "./unzip.ts";

const root = resolve(import.meta.dirname, "../..");
const ZIP = join(root, "node_modules/pyodide/python_stdlib.zip");
const CACHE = join(root, "node_modules/.cache/ouroboros");
/** Modules of our own, in the place of ones that are nothing without C libraries. */
const OWN = join(root, "src/library");
/** The version of the Python whose files these are. */
const VERSION = "3.12.7";

/** What cannot serve here: the package's own modules, and those that are nothing without processes or C libraries. */
const LEFT_OUT = new Set(
  (
    "_pyodide pyodide site-packages webbrowser antigravity __hello__ __phello__ ctypes multiprocessing pty tty crypt " +
    "_sysconfigdata__emscripten_wasm32-emscripten"
  ).split(" "),
);
/** Encodings whose tables are C code. */
const TABLES_IN_C = /^encodings\.(big5|cp9(32|49|50)|euc_|gb|hz$|iso2022_|johab|shift_jis|mbcs|oem)/;

const serves = (name: string): boolean => !LEFT_OUT.has(name.split(".")[0]) && !TABLES_IN_C.test(name);

function moduleOf(path: string, source: Uint8Array, own = false): PackedModule | null {
  const match = /^(.*?)(\/__init__)?\.py$/.exec(path);
  if (match === null) return null;
  const name = match[1].replaceAll("/", ".");
  if (!own && !serves(name)) return null;
  const tree = parse(decodeSource(source), { filename: path });
  const code = writeMarshal({ type: "code", code: compile(tree, { filename: path }) });
  return { name, isPackage: match[2] !== undefined, code, source };
}

function pack(): Uint8Array {
  const modules: PackedModule[] = [];
  for (const [path, bytes] of unzip(readFileSync(ZIP))) {
    const module = moduleOf(path, bytes);
    if (module !== null) modules.push(module);
  }
  for (const name of ownFiles()) {
    const module = moduleOf(name, readFileSync(join(OWN, name)), true);
    if (module !== null) modules.push(module);
  }
  modules.sort((a, b) => (a.name < b.name ? -1 : 1));
  return writeArchive(VERSION, modules);
}

/** The paths of our own modules, those in packages too. */
const ownFiles = (): string[] =>
  readdirSync(OWN, { recursive: true, encoding: "utf8" })
    .map((name) => name.replaceAll("\\", "/"))
    .filter((name) => name.endsWith(".py"))
    .sort();

/** The files that decide what code a source becomes. */
function* compilerFiles(): Generator<string> {
  for (const folder of ["grammar", "src/bytecode", "src/compiler"]) {
    for (const name of readdirSync(join(root, folder)).sort()) if (name.endsWith(".ts")) yield join(root, folder, name);
  }
}

function keyOf(paths: Iterable<string>): string {
  const hash = createHash("sha256");
  for (const path of paths) hash.update(readFileSync(path));
  return hash.digest("hex");
}

/** Says which compiler this is. */
export const compilerKey = (): string => keyOf(compilerFiles());

/** The files that decide what a pack is. */
const ingredients = (): string[] => [
  ZIP,
  join(import.meta.dirname, "library.ts"),
  ...ownFiles().map((name) => join(OWN, name)),
  ...compilerFiles(),
];

/** The path of the pack, made now unless it is there already; null when the package is not installed. */
export function packedLibrary(): string | null {
  if (!existsSync(ZIP)) return null;
  const name = `library-${keyOf(ingredients()).slice(0, 20)}.bin`;
  const path = join(CACHE, name);
  if (existsSync(path)) return path;
  mkdirSync(CACHE, { recursive: true });
  const fresh = join(CACHE, `.${process.pid}.tmp`);
  writeFileSync(fresh, pack());
  renameSync(fresh, path);
  for (const old of readdirSync(CACHE)) {
    if (old.startsWith("library-") && old !== name) rmSync(join(CACHE, old), { force: true });
  }
  return path;
}

/** The licence of the library's files, and what is to be said with it. */
export const LIBRARY_NOTICE = `The modules in library.bin are files of the standard library of CPython ${VERSION}, unchanged,
but for ctypes, _decimal and _pydecimal, with their compiled form. They are Copyright (c) 2001
Python Software Foundation; All Rights Reserved, and come under
the licence in library.LICENSE.txt. Left out are the modules that cannot serve here.
`;
export const LIBRARY_LICENCE = join(import.meta.dirname, "python-licence.txt");
