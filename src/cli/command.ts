// The `ouro` command: runs a file, a command, a module or standard input, or prompts.
import {
  existsSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  readSync,
  realpathSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { dirname, join, resolve } from "node:path";
import { getHeapStatistics } from "node:v8";
import type { Host } from "../host/host.ts";
import { HostError } from "../host/host.ts";
import { nodeHost } from "../host/node.ts";
import {
  disassembleSource,
  type Ending,
  emitPyc,
  Interpreter,
  type LibraryOption,
  type LimitName,
  type Session,
  SourceError,
} from "../index.ts";
import { BANNER_HELP, type Console, interact } from "../repl/repl.ts";
import { spareImports } from "./engine.ts";
import { addEnvironment, type Input, type Options, parseOptions } from "./options.ts";
import { BadSetting, settingsOf } from "./settings.ts";
import { nativeDepth } from "./stack.ts";

const LIMIT_NAMES: Readonly<Record<LimitName, string>> = {
  time: "time",
  steps: "steps",
  output: "output",
  hostCalls: "calls",
};
const DONE: Ending = { status: 0, exit: false, limit: null };
const NAME = "ouro";

/** A failure of the command itself, before Python runs. */
class Failure {
  readonly message: string;
  readonly status: number;
  constructor(message: string, status: number) {
    this.message = message;
    this.status = status;
  }
}

const ERRNO: Readonly<Record<string, readonly [number, string]>> = {
  ENOENT: [2, "No such file or directory"],
  EACCES: [13, "Permission denied"],
  ENOTDIR: [20, "Not a directory"],
  ENAMETOOLONG: [36, "File name too long"],
  ELOOP: [40, "Too many levels of symbolic links"],
};

/** `cwd/path`, as CPython shows it: not simplified. */
const absolute = (path: string): string => (path.startsWith("/") ? path : `${process.cwd()}/${path}`);

function cannotOpen(path: string, e: unknown): Failure {
  const code = (e as NodeJS.ErrnoException).code ?? "";
  const [number, text] = ERRNO[code] ?? [5, "Input/output error"];
  return new Failure(`can't open file '${absolute(path)}': [Errno ${number}] ${text}`, 2);
}

function readSource(path: string): Uint8Array {
  try {
    return readFileSync(path);
  } catch (e) {
    throw cannotOpen(path, e);
  }
}

function isFolder(path: string): boolean {
  try {
    return statSync(path).isDirectory();
  } catch {
    return false;
  }
}

// ---- sys.path ----

function firstPath(input: Input): string {
  if (input.kind === "module") return process.cwd();
  if (input.kind !== "file") return "";
  if (isFolder(input.path)) return input.path;
  try {
    return dirname(realpathSync(input.path));
  } catch {
    return dirname(resolve(input.path));
  }
}

function searchPath(options: Options, env: ReadonlyMap<string, string>): string[] {
  const path: string[] = [];
  const folder = options.input.kind === "file" && isFolder(options.input.path);
  if (!options.safePath || folder) path.push(firstPath(options.input));
  const more = options.ignoreEnvironment ? "" : (env.get("PYTHONPATH") ?? "");
  if (more !== "") path.push(...more.split(":").map((p) => (p === "" ? process.cwd() : p)));
  if (options.library !== null) path.push(resolve(options.library));
  return path;
}

/** The packed library beside the command; undefined when it was not built. It is opened when something of it is imported. */
function packedLibrary(): LibraryOption | undefined {
  const folder = dirname(realpathSync(process.argv[1]));
  const file = [join(folder, "library.bin"), join(folder, "../../dist/library.bin")].find((path) => existsSync(path));
  if (file === undefined) return undefined;
  let fd: number | null = null;
  const read = (position: number, length: number): Uint8Array => {
    fd ??= openSync(file, "r");
    const bytes = new Uint8Array(length);
    readSync(fd, bytes, 0, length, position);
    return bytes;
  };
  return { store: { read }, root: join(dirname(file), "python3.12") };
}

// ---- running ----

/** How much of the heap Python may have: what objects take beyond their size in CPython, and garbage, fit as well. */
const heapSpace = (): number => getHeapStatistics().heap_size_limit * 0.4;

/** The value of an environment variable that the options let count; null when it has none. */
const variableOf =
  (options: Options, host: Host) =>
  (name: string): string | null =>
    (options.ignoreEnvironment ? null : host.env.get(name)) || null;

function interpreter(options: Options, host: Host, signals: Int32Array): Interpreter {
  return new Interpreter({
    host,
    signals,
    path: searchPath(options, host.env),
    library: packedLibrary(),
    origArgv: [host.executable, ...process.argv.slice(2)],
    nativeDepth: nativeDepth(),
    limits: { memory: heapSpace(), ...options.limits },
    ...settingsOf(options, variableOf(options, host)),
  });
}

function readAll(host: Host): string {
  let text = "";
  for (let line = host.readLine(); line !== null; line = host.readLine()) text += line;
  return text;
}

const isPrompt = (options: Options, host: Host): boolean =>
  options.input.kind === "stdin" && (options.inspect || host.isTerminal(0));

/** How tracebacks call what runs. */
function fileName(input: Input): string {
  if (input.kind === "file" && !isFolder(input.path)) return absolute(input.path);
  return input.kind === "stdin" ? "<stdin>" : "<string>";
}

/** A script; with -x its first line is left out, but counted. */
function scriptOf(options: Options, path: string): Uint8Array {
  const bytes = readSource(path);
  if (!options.skipFirstLine) return bytes;
  const end = bytes.indexOf(10);
  return end < 0 ? new Uint8Array(0) : bytes.subarray(end);
}

function runInput(session: Session, options: Options, host: Host): Ending {
  const { input, inspect } = options;
  switch (input.kind) {
    case "command":
      return session.run(input.text, "<string>", inspect);
    case "module":
      return session.runModule(input.name, inspect);
    case "file":
      if (isFolder(input.path)) return session.runModule("__main__", inspect);
      return session.run(scriptOf(options, input.path), absolute(input.path), inspect);
    default:
      return session.run(readAll(host), "<stdin>", inspect);
  }
}

function consoleOf(host: Host, signals: Int32Array): Console {
  const both = host.isTerminal(0) && host.isTerminal(1);
  const write = (text: string): void => {
    if (!both) host.writeStderr(text);
    else {
      host.writeStdout(text);
      host.flush();
    }
  };
  return {
    write,
    readLine(prompt) {
      write(prompt);
      try {
        return host.readLine();
      } catch (e) {
        if (!(e instanceof HostError) || e.code !== "EINTR") throw e;
        signals[0] = 0;
        return { interrupted: true };
      }
    },
  };
}

/** The file that PYTHONSTARTUP names runs before the first prompt. */
function runStartup(session: Session, options: Options, host: Host): void {
  const path = options.ignoreEnvironment ? "" : (host.env.get("PYTHONSTARTUP") ?? "");
  if (path === "") return;
  try {
    session.run(readFileSync(path), path, true);
  } catch (e) {
    if (!(e instanceof Error)) throw e;
    const [number, text] = ERRNO[(e as NodeJS.ErrnoException).code ?? ""] ?? [5, "Input/output error"];
    host.writeStderr(`Could not open PYTHONSTARTUP\nFileNotFoundError: [Errno ${number}] ${text}: '${path}'\n`);
  }
}

function runProgram(options: Options, host: Host, signals: Int32Array): number {
  // A file that cannot be read is told of before anything else happens.
  const { input } = options;
  if (input.kind === "file" && !isFolder(input.path)) readSource(input.path);
  const python = interpreter(options, host, signals);
  const session = python.session(fileName(input));
  const prompt = isPrompt(options, host);
  let ending = DONE;
  if (prompt) {
    if (options.quiet === 0)
      host.writeStderr(`Python 3.12.1 (ouroboros) [TypeScript] on linux\n${options.noSite ? "" : BANNER_HELP}`);
    runStartup(session, options, host);
  } else ending = runInput(session, options, host);
  let { status } = ending;
  if (prompt || (options.inspect && !ending.exit)) status = interact(session, consoleOf(host, signals));
  const end = session.end(status);
  python.dispose();
  const limit = ending.limit ?? end.limit;
  if (limit !== null) host.writeStderr(`${NAME}: the limit of ${LIMIT_NAMES[limit]} was reached\n`);
  return end.status;
}

// ---- the compiler's own commands ----

function disassembleFile(path: string, host: Host): number {
  try {
    host.writeStdout(disassembleSource(readSource(path), path));
    return 0;
  } catch (e) {
    if (!(e instanceof SourceError)) throw e;
    throw new Failure(`${e.kind}: ${e.message} (${path}, line ${e.lineno})`, 1);
  }
}

const filesBelow = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1));

function emitFolder(out: string, source: string, host: Host): number {
  const { written, refused } = emitPyc(out, source, {
    list: (folder) => filesBelow(folder.replace(/\/+$/, "")),
    read: (path) => readFileSync(path),
    write(path, bytes) {
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(path, bytes);
    },
    modified: (path) => Math.floor(statSync(path).mtimeMs / 1000),
  });
  for (const { path, reason } of refused) {
    host.writeStderr(
      `${path}: ${reason instanceof SourceError ? `${reason.kind}: ${reason.message}` : String(reason)}\n`,
    );
  }
  host.writeStdout(`${written} written, ${refused.length} refused\n`);
  return 0;
}

function dispatch(options: Options, host: Host, signals: Int32Array): number {
  const { input } = options;
  if (input.kind === "dis") return disassembleFile(input.path, host);
  if (input.kind === "pyc") return emitFolder(input.out, input.path, host);
  return runProgram(options, host, signals);
}

/** The whole command; answers the exit status. */
export function command(words: readonly string[]): number {
  const options = parseOptions(words);
  const signals = new Int32Array(new SharedArrayBuffer(4));
  const host = nodeHost({
    argv: "argv" in options ? options.argv : [],
    executable: process.argv[1] ?? NAME,
    signals,
    importing: spareImports,
  });
  try {
    if ("stderr" in options) {
      host.writeStdout(options.stdout);
      host.writeStderr(options.stderr);
      host.flush();
      return options.status;
    }
    addEnvironment(options, host.env);
    const status = dispatch(options, host, signals);
    host.flush();
    return status;
  } catch (e) {
    if (e instanceof BadSetting) {
      host.writeStderr(`Fatal Python error: ${e.message}\nPython runtime state: preinitialized\n\n`);
      return 1;
    }
    if (e instanceof Failure) {
      host.writeStderr(`${NAME}: ${e.message}\n`);
      return e.status;
    }
    // Nobody reads the output any longer: there is nobody to tell.
    if (e instanceof HostError && e.code === "EPIPE") return 120;
    host.flush();
    throw e;
  }
}
