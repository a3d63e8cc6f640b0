// Compiles a tree of .py files to .pyc files, as `ouro --emit-pyc OUT SRC` does. It reaches files
// only through the interface it is given.

import { parse } from "../../grammar/index.ts";
import { writePyc } from "../bytecode/marshal.ts";
import { compile } from "./index.ts";

/** What the command asks of the file system. Paths have slashes. */
export interface Files {
  /** The paths of all files below `folder`, relative to it. */
  list(folder: string): string[];
  read(path: string): Uint8Array;
  /** Writes a file, and makes the folders it lies in. */
  write(path: string, bytes: Uint8Array): void;
  /** When a file was changed, in seconds. */
  modified(path: string): number;
}

export interface Emitted {
  readonly written: number;
  /** Files that could not be compiled, and why. */
  readonly refused: readonly { readonly path: string; readonly reason: unknown }[];
}

/** PEP 263: one of the first two lines may name the encoding. */
const COOKIE = /^(?:[ \t\f]*(?:#[^\r\n]*)?\r?\n)?[ \t\f]*#[^\r\n]*?coding[:=][ \t]*([-\w.]+)/;

/** The text of a source file. */
export function decodeSource(bytes: Uint8Array): string {
  const head = new TextDecoder("latin1").decode(bytes.subarray(0, 400));
  const name = COOKIE.exec(head)?.[1].toLowerCase().replaceAll("_", "-") ?? "utf-8";
  const encoding = name === "latin-1" || name.startsWith("iso-8859-1") ? "latin1" : name;
  return new TextDecoder(encoding, { fatal: true }).decode(bytes);
}

/** Writes OUT/path.pyc for each SRC/path.py that compiles. */
export function emitPyc(outDir: string, srcDir: string, files: Files): Emitted {
  const refused: { path: string; reason: unknown }[] = [];
  let written = 0;
  for (const path of files.list(srcDir)) {
    if (!path.endsWith(".py")) continue;
    const from = `${srcDir}/${path}`;
    const bytes = files.read(from);
    try {
      const code = compile(parse(decodeSource(bytes), { filename: path }), { filename: path });
      const pyc = writePyc(code, files.modified(from), bytes.length);
      files.write(`${outDir}/${path.slice(0, -3)}.pyc`, pyc);
      written++;
    } catch (reason) {
      refused.push({ path, reason });
    }
  }
  return { written, refused };
}
