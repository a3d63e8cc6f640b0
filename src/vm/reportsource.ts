// Lines of source text for tracebacks and warnings: from texts that an embedder has registered by
// file name, else from the host's files, looked up along sys.path when the name itself is not there.
import type { Value } from "../heap/refs.ts";
import { drop, type Owned } from "../heap/refs.ts";
import { current } from "../host/current.ts";
import { HostError } from "../host/host.ts";
import { dictPeek } from "../objects/dict.ts";
import { PyError } from "../objects/errors.ts";
import { isList } from "../objects/list.ts";
import { intern, isStr } from "../objects/str.ts";
import { packedSource } from "./library.ts";
import { sysAttribute } from "./reportstream.ts";
import { decodeText } from "./source.ts";
import { type Machine, vm } from "./state.ts";

const registered = new WeakMap<Machine, Map<string, string>>();

/** Gives the current instance the text of a source that is in no file, such as "<string>". */
export function registerSource(filename: string, text: string): void {
  let table = registered.get(vm);
  if (table === undefined) registered.set(vm, (table = new Map()));
  table.set(filename, text);
}

/** Files are read by way of modules: once those are being taken down there is no source to be had any more. */
const isAlive = (): boolean => dictPeek(vm.modules, intern("__main__")) !== undefined;

function readFile(path: string): Uint8Array | null {
  try {
    const packed = packedSource(path);
    if (packed !== null) return packed;
    return current.files?.readFile(path) ?? null;
  } catch (e) {
    if (e instanceof HostError) return null;
    throw e;
  }
}

/** The file itself, or one with the last part of its name in a folder of sys.path. */
function findFile(filename: string): Uint8Array | null {
  const direct = readFile(filename);
  if (direct !== null) return direct;
  const tail = filename.slice(filename.lastIndexOf("/") + 1);
  const path: Value | undefined = sysAttribute("path");
  if (path === undefined || !isList(path)) return null;
  for (const entry of path.value) {
    if (!isStr(entry)) continue;
    const folder = entry.value;
    const found = readFile(folder === "" || folder.endsWith("/") ? folder + tail : `${folder}/${tail}`);
    if (found !== null) return found;
  }
  return null;
}

function decode(bytes: Uint8Array, filename: string): string | null {
  try {
    return decodeText(bytes, filename);
  } catch (e) {
    if (!(e instanceof PyError)) throw e;
    drop(e.exception as Owned);
    return null;
  }
}

/** The text of a source by its file name, for errors that quote a line of it; null when it is not to be had. */
export function sourceText(filename: string): string | null {
  const known = registered.get(vm)?.get(filename);
  if (known !== undefined) return known;
  const bytes = readFile(filename);
  return bytes === null ? null : decode(bytes, filename);
}

/** The lines of the files that one report mentions, each file read once. */
export class Sources {
  private readonly files = new Map<string, readonly string[]>();

  /** A line, counted from 1, without its end; null when there is none. */
  line(filename: string, number: number): string | null {
    let lines = this.files.get(filename);
    if (lines === undefined) this.files.set(filename, (lines = this.read(filename)));
    return lines[number - 1] ?? null;
  }

  private read(filename: string): readonly string[] {
    const known = registered.get(vm)?.get(filename);
    const bytes = known === undefined && isAlive() ? findFile(filename) : null;
    const text = known ?? (bytes === null ? null : decode(bytes, filename));
    if (text === null) return [];
    const lines = text.split(/\r\n|\r|\n/);
    if (lines[lines.length - 1] === "") lines.pop();
    return lines;
  }
}

/** Without the spaces, tabs and form feeds at its start. */
export const withoutIndent = (line: string): string => line.replace(/^[ \t\f]+/, "");
