// `npm run record [-- FILE or FOLDER ...]`: runs the conformance programs, the samples and the command
// line's cases with CPython 3.12 and writes beside each what it printed: NAME.out, and NAME.err and NAME.rc where they are not empty and 0.
// A file or folder that starts with an underscore is imported by programs, never run.
import { existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { basename, dirname, join, resolve } from "node:path";
import { loadCases, RECORDED, runCase } from "./commands.ts";
import { type CPython, findCPython, maskAddresses, ORACLE, relativePaths, runCPython } from "./python.ts";

const root = resolve(import.meta.dirname, "../..");

/** Every program in a folder; modules that programs import start with an underscore. */
function programs(folder: string): string[] {
  if (!existsSync(folder)) return [];
  const found: string[] = [];
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.name.startsWith("_")) continue;
    if (entry.isDirectory()) found.push(...programs(path));
    else if (entry.name.endsWith(".py")) found.push(path);
  }
  return found.sort();
}

/** Writes `text`, or removes the file when there is nothing to say. Answers whether anything changed. */
function put(path: string, text: string | null): boolean {
  const old = existsSync(path) ? readFileSync(path, "utf8") : null;
  if (old === text) return false;
  if (text === null) rmSync(path);
  else writeFileSync(path, text);
  return true;
}

function record(python: CPython, path: string): boolean {
  const folder = dirname(path);
  const { stdout, stderr, status } = runCPython(python, [basename(path)], folder);
  const base = path.slice(0, -".py".length);
  const clean = (text: string): string => maskAddresses(relativePaths(text, folder));
  const changed = [
    put(`${base}.out`, clean(stdout)),
    put(`${base}.err`, stderr === "" ? null : clean(stderr)),
    put(`${base}.rc`, status === 0 ? null : `${status}\n`),
  ];
  return changed.includes(true);
}

/** The command line's cases, all in one file. */
function recordCommands(python: CPython): boolean {
  const results = Object.fromEntries(loadCases().map((subject) => [subject.name, runCase([python.path], subject)]));
  return put(RECORDED, `${JSON.stringify(results, null, 2)}\n`);
}

function main(args: string[]): number {
  const python = findCPython();
  if (!python) {
    console.error("record: no CPython 3.12 found; set CPYTHON to one");
    return 1;
  }
  if (python.version !== ORACLE) console.error(`record: outputs are ${ORACLE}'s by rule; this is ${python.version}`);
  const given =
    args.length > 0 ? args.map((arg) => resolve(arg)) : ["tests/conformance", "samples"].map((f) => join(root, f));
  const files = given.flatMap((path) => (statSync(path).isDirectory() ? programs(path) : [path]));
  let changed = 0;
  for (const file of files) {
    if (!record(python, file)) continue;
    changed++;
    console.log(file.slice(root.length + 1));
  }
  if (args.length === 0 && recordCommands(python)) console.log("tests/cli");
  console.log(`${files.length} programs recorded with CPython ${python.version}, ${changed} changed`);
  return 0;
}

process.exitCode = main(process.argv.slice(2));
