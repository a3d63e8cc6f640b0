// The packed library of an instance: modules that look like files below a folder of their own,
// loaded from an archive when they are imported. The archive's index is read at the first search.
import { Archive, type ArchiveStore } from "../bytecode/archive.ts";
import type { CodeUnit, Constant } from "../bytecode/code.ts";
import { readMarshal } from "../bytecode/unmarshal.ts";
import type { Owned } from "../heap/refs.ts";
import { newCode, type PyCode } from "./code.ts";
import { compileSource, instanceOptimize } from "./source.ts";
import { vm } from "./state.ts";

export class Library {
  /** The folder that the modules seem to lie in. */
  readonly root: string;
  private readonly store: ArchiveStore;
  private opened: Archive | null = null;

  constructor(root: string, store: ArchiveStore) {
    this.root = root;
    this.store = store;
  }

  private get archive(): Archive {
    this.opened ??= new Archive(this.store);
    return this.opened;
  }

  find(name: string): { isPackage: boolean } | null {
    return this.archive.find(name);
  }

  /** The file that a module seems to lie in. */
  fileOf(name: string, isPackage: boolean): string {
    return `${this.root}/${name.replaceAll(".", "/")}${isPackage ? "/__init__" : ""}.py`;
  }

  /** The module that a file below the root stands for; null for other files. */
  nameOf(file: string): string | null {
    if (!file.startsWith(`${this.root}/`) || !file.endsWith(".py")) return null;
    const name = file
      .slice(this.root.length + 1)
      .replace(/(\/__init__)?\.py$/, "")
      .replaceAll("/", ".");
    const known = this.find(name);
    return known !== null && this.fileOf(name, known.isPackage) === file ? name : null;
  }

  code(name: string): Owned<PyCode> {
    const file = this.fileOf(name, this.find(name)?.isPackage ?? false);
    // What is packed is compiled with assertions and docstrings.
    if (instanceOptimize() > 0)
      return compileSource(this.archive.source(name) ?? new Uint8Array(0), file, "exec", 0, -1);
    const packed = readMarshal(this.archive.code(name));
    if (packed.type !== "code") throw new Error(`the packed library has no code for ${name}`);
    nameFile(packed.code, file);
    return newCode(packed.code);
  }

  source(name: string): Uint8Array | null {
    return this.archive.source(name);
  }
}

/** Gives a code unit, and those in it, the file that it belongs to. */
export function nameFile(unit: CodeUnit, file: string): void {
  const work = [unit];
  for (let u = work.pop(); u !== undefined; u = work.pop()) {
    u.filename = file;
    for (const constant of u.consts) addCode(work, constant);
  }
}

function addCode(work: CodeUnit[], constant: Constant): void {
  if (constant.type === "code") work.push(constant.code);
}

/** The library of the instance that runs; null when it has none. */
export const library = (): Library | null => vm.library;

/** The source of a module of the library by its file; null for other files. */
export function packedSource(file: string): Uint8Array | null {
  const own = vm.library;
  const name = own?.nameOf(file) ?? null;
  return own === null || name === null ? null : own.source(name);
}
