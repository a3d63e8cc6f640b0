// `npm run libtest [-- --record] [--judge] [--ouro FILE] [WORD ...]`: runs modules of CPython's own test package, those
// that tests/libtest.tsv lists and whose name has one of the words, with the built command, and prints
// for each how many tests pass, and whether that is more or fewer than the table says. The table has a line
// a module: its name, how many tests CPython passes, how many we do. --record writes ours into it, --judge
// asks CPython again; --ouro names the bundle to test; a WORD that starts with "test_" and is not in the table is added.
// The library with its test package is that of the CPython 3.12 that is found.
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { type CPython, findCPython, plainEnvironment, runCPython } from "./python.ts";

const root = resolve(import.meta.dirname, "../..");
const TABLE = join(root, "tests/libtest.tsv");
const DRIVER = join(root, "tests/libtest/driver.py");
const HEAD = "# Tests of CPython's test package: module, how many CPython 3.12.1 passes, how many we pass.\n";
const MINUTES = 3;

interface Line {
  total: number;
  passed: number;
}

function readTable(): Map<string, Line> {
  const lines = readFileSync(TABLE, "utf8").split("\n");
  const fields = lines.filter((line) => line !== "" && !line.startsWith("#")).map((line) => line.split("\t"));
  return new Map(fields.map(([name, total, passed]) => [name, { total: Number(total), passed: Number(passed) }]));
}

function writeTable(table: ReadonlyMap<string, Line>): void {
  const lines = [...table].sort(([a], [b]) => (a < b ? -1 : 1));
  writeFileSync(TABLE, HEAD + lines.map(([name, { total, passed }]) => `${name}\t${total}\t${passed}\n`).join(""));
}

const countPassed = (output: string): number => new Set(output.match(/^\+ .*$/gm)).size;

/** Runs a module's tests in a scratch folder. */
function count(name: string, command: string, args: readonly string[], env: NodeJS.ProcessEnv): number {
  const cwd = mkdtempSync(join(tmpdir(), "libtest-"));
  try {
    const { stdout } = spawnSync(command, [...args, DRIVER, `test.${name}`], {
      cwd,
      env,
      encoding: "utf8",
      stdio: ["ignore", "pipe", "ignore"],
      timeout: MINUTES * 60_000,
      killSignal: "SIGKILL",
      maxBuffer: 1 << 28,
    });
    return countPassed(stdout);
  } finally {
    rmSync(cwd, { recursive: true, force: true });
  }
}

/** The folder of CPython's library. */
function libraryOf(python: CPython): string {
  return runCPython(python, ["-c", "import os; print(os.path.dirname(os.__file__))"], root).stdout.trim();
}

function main(): void {
  const { values, positionals } = parseArgs({
    options: {
      record: { type: "boolean" },
      judge: { type: "boolean" },
      ouro: { type: "string", default: join(root, "dist/ouro.js") },
    },
    allowPositionals: true,
  });
  const python = findCPython();
  if (python === null) throw new Error("no CPython 3.12 is found; name one by CPYTHON");
  const env = { ...plainEnvironment(), PYTHONPATH: libraryOf(python) };
  const table = readTable();
  for (const word of positionals)
    if (word.startsWith("test_") && !table.has(word)) table.set(word, { total: 0, passed: 0 });
  const names = [...table.keys()].filter(
    (name) => positionals.length === 0 || positionals.some((w) => name.includes(w)),
  );
  let [passed, total, worse] = [0, 0, 0];
  for (const name of names) {
    const line = table.get(name) as Line;
    if (values.judge || line.total === 0) line.total = count(name, python.path, ["-X", "utf8"], plainEnvironment());
    const now = count(name, process.execPath, ["--stack-size=3900", resolve(values.ouro)], env);
    const change = now - line.passed;
    if (change < 0) worse++;
    const told = change === 0 ? "" : `  ${change > 0 ? `${change} more` : `${-change} FEWER`} than before`;
    console.log(`${name.padEnd(28)}${String(now).padStart(5)} of ${String(line.total).padStart(5)}${told}`);
    passed += now;
    total += line.total;
    if (values.record) line.passed = now;
  }
  console.log(`${passed} of ${total} tests pass${worse > 0 ? `; ${worse} modules are worse than before` : ""}`);
  if (values.record || values.judge) writeTable(table);
  process.exitCode = worse > 0 && !values.record ? 1 : 0;
}

main();
