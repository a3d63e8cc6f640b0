// Runs a Python program in process, in several modes, and compares it with what CPython printed.
// Every run ends with the heap's audit; the leak hunt demands that nothing at all is left behind.
// A line of its own in a program steers it:
//   # modes: plain       its output shows when collections happen, so the other modes would change it
//   # modes: plain, stepped   it makes so many objects that a collection for each takes minutes
//   # leaks: REASON      it grows in CPython too
//   # needs: library     it imports modules of the packed standard library
import { existsSync, openSync, readdirSync, readFileSync, readSync } from "node:fs";
import { basename, dirname, join, relative } from "node:path";
import { nodeFiles } from "../src/host/nodefiles.ts";
import { Interpreter, type LibraryOption } from "../src/index.ts";
import { packedLibrary } from "../src/tools/library.ts";
import { maskAddresses } from "../src/tools/python.ts";

export type Mode = "plain" | "collecting" | "stepped";
export const MODES: readonly Mode[] = ["plain", "collecting", "stepped"];

export interface Outcome {
  stdout: string;
  stderr: string;
  status: number;
}

export interface Program {
  /** "refcount/names" */
  name: string;
  /** The file's name alone: what the command line would say, and what tracebacks show. */
  file: string;
  /** Where the program's own modules are looked up, or null for a program without a folder. */
  folder: string | null;
  source: string;
  expected: Outcome;
  modes: readonly Mode[];
  leaks: boolean;
  library: boolean;
}

const textOf = (path: string): string => (existsSync(path) ? readFileSync(path, "utf8") : "");

function modesOf(source: string): readonly Mode[] {
  const marker = /^# modes: (.+)$/m.exec(source);
  return marker ? (marker[1].split(", ") as Mode[]) : MODES;
}

export function program(name: string, source: string, expected: Outcome, folder: string | null = null): Program {
  return {
    name,
    file: `${basename(name)}.py`,
    folder,
    source,
    expected,
    modes: modesOf(source),
    leaks: !/^# leaks: /m.test(source),
    library: /^# needs: library$/m.test(source),
  };
}

/** The programs under a folder that have a recorded output; modules start with an underscore. */
export function load(root: string, folder = root): Program[] {
  return readdirSync(folder, { withFileTypes: true })
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => {
      const path = join(folder, entry.name);
      if (entry.name.startsWith("_")) return [];
      if (entry.isDirectory()) return load(root, path);
      if (!entry.name.endsWith(".py")) return [];
      const base = path.slice(0, -".py".length);
      if (!existsSync(`${base}.out`)) throw new Error(`${path} has no recorded output: npm run record`);
      const expected = {
        stdout: textOf(`${base}.out`),
        stderr: textOf(`${base}.err`),
        status: Number(textOf(`${base}.rc`)),
      };
      return [program(relative(root, base), readFileSync(path, "utf8"), expected, dirname(path))];
    });
}

let libraryFile: number | null = null;

/** The packed library; packed now unless it is there already. */
function openLibrary(): LibraryOption {
  if (libraryFile === null) {
    const path = packedLibrary();
    if (path === null) throw new Error("the package with the standard library is not installed");
    libraryFile = openSync(path, "r");
  }
  const file = libraryFile;
  const read = (position: number, length: number): Uint8Array => {
    const bytes = new Uint8Array(length);
    readSync(file, bytes, 0, length, position);
    return bytes;
  };
  return { store: { read } };
}

interface Session {
  py: Interpreter;
  /** What was printed since the last call. */
  printed(): { stdout: string; stderr: string };
}

function open(subject: Program, collectAlways: boolean): Session {
  let stdout = "";
  let stderr = "";
  if (subject.folder) process.chdir(subject.folder);
  const py = new Interpreter({
    argv: [subject.file],
    stdin: "",
    path: subject.folder ? [subject.folder] : [],
    files: nodeFiles,
    library: subject.library ? openLibrary() : undefined,
    stdout: (text) => {
      stdout += text;
    },
    stderr: (text) => {
      stderr += text;
    },
    debug: { poison: true, collectAlways },
  });
  const clean = (text: string): string =>
    maskAddresses(subject.folder ? text.replaceAll(`${subject.folder}/`, "") : text);
  const printed = (): { stdout: string; stderr: string } => {
    const result = { stdout: clean(stdout), stderr: clean(stderr) };
    stdout = stderr = "";
    return result;
  };
  return { py, printed };
}

function stepThrough(py: Interpreter, subject: Program): { status: number } {
  const stepper = py.start(subject.source, subject.file);
  while (stepper.step());
  return stepper.finish();
}

/** Runs once; answers what was printed until the instance was disposed of, and the audit's violations. */
export function run(subject: Program, mode: Mode): Outcome & { violations: string[] } {
  const { py, printed } = open(subject, mode === "collecting");
  const { status } = mode === "stepped" ? stepThrough(py, subject) : py.run(subject.source, subject.file);
  const violations = py.heap.audit();
  py.dispose();
  return { ...printed(), status, violations };
}

/** What CPython printed, in the form that `run` answers for a program without fault. */
export function faultless(subject: Program): Outcome & { violations: string[] } {
  const { stdout, stderr, status } = subject.expected;
  return { stdout, stderr, status, violations: [] };
}

/** How many objects, bytes and references three more runs leave behind after three to warm up. */
export function hunt(subject: Program): { objects: number; bytes: number; references: number } {
  const { py } = open(subject, false);
  const settle = () => {
    for (let i = 0; i < 3; i++) py.run(subject.source, subject.file);
    py.collect();
    return py.heap.stats();
  };
  const before = settle();
  const after = settle();
  py.dispose();
  return {
    objects: after.objects - before.objects,
    bytes: after.bytes - before.bytes,
    references: after.references - before.references,
  };
}
