// Finds a CPython 3.12, the judge of every recorded output, and runs programs with it.
import { spawnSync } from "node:child_process";
import { existsSync, readdirSync } from "node:fs";
import { homedir } from "node:os";
import { delimiter, join } from "node:path";

export interface CPython {
  path: string;
  /** "3.12.1" */
  version: string;
}

export interface Result {
  stdout: string;
  stderr: string;
  status: number;
}

/** The release the outputs are recorded from. Others of 3.12 serve, but the exact one is preferred. */
export const ORACLE = "3.12.1";

const PROBE = "import sys; print(sys.implementation.name, '.'.join(map(str, sys.version_info[:3])), sys.executable)";

function probe(path: string): CPython | null {
  if (!existsSync(path)) return null;
  const { stdout, status } = spawnSync(path, ["-I", "-c", PROBE], { encoding: "utf8" });
  if (status !== 0) return null;
  const [name, version, executable] = stdout.trim().split(" ");
  return name === "cpython" && version.startsWith("3.12.") ? { path: executable, version } : null;
}

function* candidates(): Generator<string> {
  const versions = join(process.env.PYENV_ROOT ?? join(homedir(), ".pyenv"), "versions");
  yield join(versions, ORACLE, "bin/python");
  for (const folder of (process.env.PATH ?? "").split(delimiter)) {
    yield join(folder, "python3.12");
    yield join(folder, "python3");
  }
  if (existsSync(versions)) for (const name of readdirSync(versions)) yield join(versions, name, "bin/python");
}

/** The CPython 3.12 that CPYTHON names, or else 3.12.1, or else the first 3.12 on PATH or among pyenv's. */
export function findCPython(): CPython | null {
  if (process.env.CPYTHON) return probe(process.env.CPYTHON);
  let found: CPython | null = null;
  for (const path of new Set(candidates())) {
    const python = probe(path);
    if (python?.version === ORACLE) return python;
    found ??= python;
  }
  return found;
}

/** The folder of a CPython's library. */
export function libraryOf({ path }: CPython): string {
  const code = "import os; print(os.path.dirname(os.__file__))";
  return spawnSync(path, ["-I", "-c", code], { encoding: "utf8" }).stdout.trim();
}

/** An environment without the caller's Python settings, in which output is the same every time. */
export function plainEnvironment(): NodeJS.ProcessEnv {
  const env: NodeJS.ProcessEnv = { PATH: process.env.PATH, HOME: process.env.HOME, LANG: "C.UTF-8" };
  return { ...env, PYTHONHASHSEED: "0", PYTHONDONTWRITEBYTECODE: "1", NO_COLOR: "1" };
}

/** Runs CPython in `cwd` with UTF-8 mode on and `stdin` as its whole input. */
export function runCPython(python: CPython, args: string[], cwd: string, stdin = ""): Result {
  const { stdout, stderr, status, signal, error } = spawnSync(python.path, ["-X", "utf8", ...args], {
    cwd,
    input: stdin,
    encoding: "utf8",
    env: plainEnvironment(),
    timeout: 60_000,
    maxBuffer: 1 << 28,
  });
  if (error) throw error;
  if (signal) throw new Error(`${args.join(" ")} was ended by ${signal}`);
  return { stdout, stderr, status: status ?? 1 };
}

/** Paths as the command line gave them: CPython makes the script's path absolute. */
export const relativePaths = (text: string, folder: string): string => text.replaceAll(`${folder}/`, "");

/** Addresses differ from run to run, so that recorded ones stand for any. */
export const maskAddresses = (text: string): string => text.replace(/ at 0x[0-9a-f]{6,}/g, " at 0x...");
