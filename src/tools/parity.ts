// `npm run parity [-- FOLDER ...] [--show]`: compiles every .py file of the folders and compares the code objects, and
// which files are refused, with those of a CPython 3.12. Without a folder: that CPython's Lib, and its Lib/test.
import { spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { decodeSource, parse, SourceError } from "../../grammar/index.ts";
import { writePyc } from "../bytecode/marshal.ts";
import { compile, TooDeep } from "../compiler/index.ts";
import { type CPython, findCPython, libraryOf, plainEnvironment } from "./python.ts";

/** lib2to3's data is Python 2; site-packages is not the library's. */
const LEFT_OUT = /\/(lib2to3|site-packages)\//;

function pythonFiles(folder: string, without: RegExp): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith(".py"))
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((path) => !without.test(path))
    .sort();
}

/** The file's .pyc, or null when it is refused. */
function compiled(path: string): Uint8Array | null {
  try {
    const source = readFileSync(path);
    return writePyc(compile(parse(decodeSource(source)), { filename: "file.py" }), 0, source.length);
  } catch (e) {
    if (e instanceof SourceError || e instanceof TooDeep) return null;
    throw new Error(`${path}: ${String((e as Error).stack ?? e)}`);
  }
}

interface Answer {
  files: number;
  alike: number;
  accepted: number;
  codes: number;
  identical: number;
  fields: Record<string, number>;
  first: string[];
}

const share = (n: number, of: number): string => `${n} of ${of} (${((100 * n) / Math.max(1, of)).toFixed(3)} %)`;

function compare(title: string, files: readonly string[], python: CPython, show: boolean): boolean {
  const folder = mkdtempSync(join(tmpdir(), "ouro-parity-"));
  try {
    const lines = files.map((path, i) => {
      const bytes = compiled(path);
      if (bytes === null) return `${path}\t`;
      const pyc = join(folder, `${i}.pyc`);
      writeFileSync(pyc, bytes);
      return `${path}\t${pyc}`;
    });
    const { stdout, stderr } = spawnSync(python.path, ["-X", "utf8", join(import.meta.dirname, "parity.py")], {
      input: lines.join("\n"),
      encoding: "utf8",
      env: plainEnvironment(),
      maxBuffer: 1 << 28,
    });
    if (stdout === "") throw new Error(stderr);
    const answer: Answer = JSON.parse(stdout);
    console.log(
      `${title}: accepted or refused alike ${share(answer.alike, answer.files)}, ` +
        `identical code objects ${share(answer.identical, answer.codes)}`,
    );
    const fields = Object.entries(answer.fields).sort(([, a], [, b]) => b - a);
    if (fields.length > 0) console.log(`  differ in ${fields.map(([field, n]) => `${field} ${n}`).join(", ")}`);
    if (show) for (const line of answer.first) console.log(`  ${line}`);
    return answer.alike === answer.files && answer.identical >= 0.99 * answer.codes;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const { positionals, values } = parseArgs({ allowPositionals: true, options: { show: { type: "boolean" } } });
const python = findCPython();
if (python === null) {
  console.error("no CPython 3.12 found");
  process.exit(2);
}
const library = libraryOf(python);
const groups: [string, string[]][] =
  positionals.length > 0
    ? positionals.map((folder) => [folder, pythonFiles(resolve(folder), LEFT_OUT)])
    : [
        ["Lib", pythonFiles(library, /\/(lib2to3|site-packages|test)\//)],
        ["Lib/test", pythonFiles(join(library, "test"), LEFT_OUT)],
      ];
console.log(`against CPython ${python.version}`);
const sound = groups.map(([title, files]) => compare(title, files, python, values.show ?? false));
process.exitCode = sound.every(Boolean) ? 0 : 1;
