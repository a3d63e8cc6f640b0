// `npm run differential [-- --formats N] [--calls N] [--operations N] [--seed S]`: numbers are formatted,
// methods of str and bytes called and ints calculated with, at random, here and with CPython 3.12; what
// differs is printed. A small part of it, recorded, is the test tests/objects/programs/values.py.
import { readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { Interpreter } from "../index.ts";
import { findCPython, runCPython } from "./python.ts";

const FOLDER = resolve(import.meta.dirname, "../../tests/objects/programs");
const FILE = "values.py";

/** What the program prints here. */
function ours(args: readonly string[]): string {
  const printed: string[] = [];
  const py = new Interpreter({
    argv: [FILE, ...args],
    stdout: (text) => {
      printed.push(text);
    },
    stderr: (text) => {
      printed.push(text);
    },
  });
  py.run(readFileSync(join(FOLDER, FILE), "utf8"), FILE);
  py.dispose();
  return printed.join("");
}

function main(): number {
  const { values } = parseArgs({
    options: {
      formats: { type: "string", default: "100000" },
      calls: { type: "string", default: "20000" },
      operations: { type: "string", default: "20000" },
      seed: { type: "string", default: String(Date.now() % 1_000_000_000) },
    },
  });
  const python = findCPython();
  if (!python) {
    console.error("differential: no CPython 3.12 found; set CPYTHON to one");
    return 1;
  }
  const args = [values.formats, values.calls, values.operations, values.seed];
  const { stdout, stderr } = runCPython(python, [FILE, ...args], FOLDER);
  const theirs = (stdout + stderr).split("\n");
  const mine = ours(args).split("\n");
  const differing = theirs.flatMap((line, i) => (line === mine[i] ? [] : [i]));
  for (const i of differing.slice(0, 20)) console.log(`line ${i + 1}\n  CPython: ${theirs[i]}\n  ours:    ${mine[i]}`);
  console.log(
    `${values.formats} number formats, ${values.calls} calls of str and bytes, ${values.operations} int operations, seed ${values.seed}: ` +
      `${differing.length} differences from CPython ${python.version}`,
  );
  return differing.length === 0 && theirs.length === mine.length ? 0 : 1;
}

process.exitCode = main();
