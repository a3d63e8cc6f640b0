// Compiled modules kept beside their sources, in __pycache__, under a name of our own, so that
// CPython's are left alone. One is good only for the very compiler that wrote it and while the
// source has the same time, to the nanosecond, and the same size. It is written under another name
// and then renamed, so that nobody reads half of it; a folder that cannot be written is no error.
import type { CodeUnit } from "../bytecode/code.ts";
import { writeMarshal } from "../bytecode/marshal.ts";
import { MarshalError, readMarshal } from "../bytecode/unmarshal.ts";
import type { Owned } from "../heap/refs.ts";
import { current } from "../host/current.ts";
import { HostError, type HostFiles, type HostStat } from "../host/host.ts";
import { isTrue } from "../objects/protocol.ts";
import { isStr } from "../objects/str.ts";
import { newCode, type PyCode } from "./code.ts";
import { nameFile } from "./library.ts";
import { instanceOptimize } from "./source.ts";
import { sysAttribute } from "./sysattr.ts";

/** Says which compiler this is; the build defines it. Without it nothing is kept. */
declare const OUROBOROS_BUILD: string | undefined;
const BUILD = typeof OUROBOROS_BUILD === "undefined" ? null : OUROBOROS_BUILD;

const KEY_BYTES = 16;
const HEAD = KEY_BYTES + 16;
/** A source that was changed so lately, in nanoseconds, might be changed again without showing. */
const TOO_FRESH = 2_000_000_000n;

/** Where the compiled form of a source is kept. */
function cacheFile(file: string): { folder: string; path: string } {
  const slash = file.lastIndexOf("/");
  const prefix = sysAttribute("pycache_prefix");
  const elsewhere = prefix !== undefined && isStr(prefix) ? prefix.value.replace(/\/+$/, "") : null;
  const folder = elsewhere === null ? `${file.slice(0, slash + 1)}__pycache__` : elsewhere + file.slice(0, slash);
  const level = instanceOptimize();
  const stem = file.slice(slash + 1).replace(/\.py$/, "");
  return { folder, path: `${folder}/${stem}.ouroboros-312${level > 0 ? `.opt-${level}` : ""}.pyc` };
}

/** Runs what asks the host; undefined when that fails. */
function attempt<T>(body: () => T): T | undefined {
  try {
    return body();
  } catch (e) {
    if (e instanceof HostError || e instanceof MarshalError) return undefined;
    throw e;
  }
}

function header(build: string, stat: HostStat): Uint8Array {
  const bytes = new Uint8Array(HEAD);
  bytes.set(new TextEncoder().encode(build).subarray(0, KEY_BYTES));
  const view = new DataView(bytes.buffer);
  view.setBigInt64(KEY_BYTES, stat.mtime, true);
  view.setBigInt64(KEY_BYTES + 8, BigInt(stat.size), true);
  return bytes;
}

function readCache(files: HostFiles, file: string, head: Uint8Array): Owned<PyCode> | null {
  const bytes = attempt(() => files.readFile(cacheFile(file).path));
  if (bytes === undefined || bytes.length <= HEAD || head.some((byte, i) => bytes[i] !== byte)) return null;
  const constant = attempt(() => readMarshal(bytes.subarray(HEAD)));
  if (constant === undefined || constant.type !== "code") return null;
  nameFile(constant.code, file);
  return newCode(constant.code);
}

/** Makes a folder and those that it is to lie in. */
function makeFolder(files: HostFiles, folder: string): void {
  const missing: string[] = [];
  for (let path = folder; path !== "" && attempt(() => files.stat(path, true)) === undefined; ) {
    missing.push(path);
    path = path.slice(0, path.lastIndexOf("/"));
  }
  for (const path of missing.reverse()) attempt(() => files.makeDir(path, 0o777));
}

function writeCache(files: HostFiles, file: string, head: Uint8Array, unit: CodeUnit): void {
  const { folder, path } = cacheFile(file);
  const code = writeMarshal({ type: "code", code: unit });
  const bytes = new Uint8Array(HEAD + code.length);
  bytes.set(head);
  bytes.set(code, HEAD);
  const fresh = `${path}.${current.pid}`;
  makeFolder(files, folder);
  const written = attempt(() => {
    const fd = files.open(fresh, {
      read: false,
      write: true,
      append: false,
      create: true,
      exclusive: true,
      truncate: false,
    });
    try {
      for (let at = 0; at < bytes.length; ) at += files.write(fd, bytes.subarray(at), at);
    } finally {
      files.close(fd);
    }
    files.rename(fresh, path);
    return true;
  });
  if (written !== true) attempt(() => files.removeFile(fresh));
}

/** May compiled modules be written, as sys.dont_write_bytecode says? */
function mayWrite(): boolean {
  const setting = sysAttribute("dont_write_bytecode");
  return setting !== undefined && !isTrue(setting);
}

/** The code of a source file: what is kept of it, or what `compile` makes of it, which is then kept. */
export function cachedCode(file: string, compile: () => Owned<PyCode>): Owned<PyCode> {
  const { files } = current;
  if (BUILD === null || files === null) return compile();
  const stat = attempt(() => files.stat(file, true));
  if (stat === undefined) return compile();
  const head = header(BUILD, stat);
  const kept = readCache(files, file, head);
  if (kept !== null) return kept;
  const code = compile();
  const after = attempt(() => files.stat(file, true));
  const steady = after !== undefined && after.mtime === stat.mtime && after.size === stat.size;
  if (steady && current.clock.now() - stat.mtime > TOO_FRESH && mayWrite())
    writeCache(files, file, head, code.value.unit);
  return code;
}
