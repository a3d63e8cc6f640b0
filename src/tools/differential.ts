// `npx tsx src/tools/differential.ts --count N [--seed S] [--record FILE]`: makes N random programs, runs each
// here and with CPython 3.12, and prints the ones that differ, cut down to the statements that matter.
// With --record it writes the programs and CPython's output to FILE, one JSON object a line.
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { Interpreter } from "../index.ts";
import { draft, text } from "./generate.ts";
import { type CPython, findCPython, maskAddresses, type Result, relativePaths, runCPython } from "./python.ts";

const FILE = "program.py";

function judge(python: CPython, folder: string, source: string): Result {
  writeFileSync(join(folder, FILE), source);
  const { stdout, stderr, status } = runCPython(python, [FILE], folder);
  return { stdout: maskAddresses(stdout), stderr: maskAddresses(relativePaths(stderr, folder)), status };
}

/** What we print, and the audit's violations as lines of stderr. A JavaScript error is a result too. */
function ours(source: string): Result {
  let stdout = "";
  let stderr = "";
  try {
    const py = new Interpreter({
      argv: [FILE],
      stdout: (text) => {
        stdout += text;
      },
      stderr: (text) => {
        stderr += text;
      },
      debug: { poison: true },
    });
    const { status } = py.run(source, FILE);
    const violations = py.heap.audit();
    py.dispose();
    return { stdout: maskAddresses(stdout), stderr: maskAddresses(stderr) + violations.join("\n"), status };
  } catch (error) {
    return { stdout: maskAddresses(stdout), stderr: `JavaScript: ${(error as Error).stack ?? error}`, status: -1 };
  }
}

const same = (a: Result, b: Result): boolean => a.stdout === b.stdout && a.stderr === b.stderr && a.status === b.status;

const indentOf = (line: string): number => line.length - line.trimStart().length;

/** Where the statement that starts at line `at` ends: after the lines indented below it, and its other branches. */
function endOf(lines: string[], at: number): number {
  const depth = indentOf(lines[at]);
  let end = at + 1;
  while (end < lines.length) {
    const line = lines[end];
    const below = line.trim() === "" || indentOf(line) > depth;
    if (!below && !(indentOf(line) === depth && /^\s*(else|except)\b/.test(line))) break;
    end++;
  }
  return end;
}

/** Leaves out statements one by one, last first, as long as CPython runs the rest and the outputs still differ. */
function shrink(python: CPython, folder: string, source: string): string {
  let kept = source.split("\n");
  for (let at = kept.length - 1; at >= 0; at--) {
    if (at >= kept.length || kept[at].trim() === "") continue;
    const shorter = [...kept.slice(0, at), ...kept.slice(endOf(kept, at))];
    const theirs = judge(python, folder, shorter.join("\n"));
    if (theirs.status === 0 && theirs.stderr === "" && !same(theirs, ours(shorter.join("\n")))) kept = shorter;
  }
  return kept.join("\n");
}

function firstDifference(theirs: Result, mine: Result): string {
  if (theirs.stdout === mine.stdout)
    return `stderr and status:\n  CPython: ${theirs.stderr} ${theirs.status}\n  ours:    ${mine.stderr} ${mine.status}`;
  const [a, b] = [theirs.stdout.split("\n"), mine.stdout.split("\n")];
  const at = a.findIndex((line, i) => line !== b[i]);
  return `line ${at + 1}:\n  CPython: ${a[at]}\n  ours:    ${b[at]}\n  ${mine.stderr}`;
}

/** What makes CPython collect everything before each line that it runs. */
const EAGER = `import gc, sys
def collect_everything(*event):
    gc.collect()
    return collect_everything
sys.settrace(collect_everything)
sys._getframe().f_trace = collect_everything
`;

/** A program with CPython's output, as a line of the recorded file. */
function recorded(python: CPython, folder: string, seed: number): string {
  const made = draft(seed);
  const result = judge(python, folder, text(made));
  const eager = judge(python, folder, EAGER + text(made));
  return JSON.stringify({
    ...made,
    showsCollections: eager.stdout !== result.stdout,
    stdout: result.stdout,
    status: result.status,
  });
}

function compare(python: CPython, folder: string, seed: number): boolean {
  const source = text(draft(seed));
  if (same(judge(python, folder, source), ours(source))) return true;
  const small = shrink(python, folder, source);
  console.log(`--- seed ${seed} ---\n${small}\n${firstDifference(judge(python, folder, small), ours(small))}`);
  return false;
}

function main(): number {
  const { values } = parseArgs({
    options: {
      count: { type: "string", default: "100" },
      seed: { type: "string", default: String(Date.now() % 1_000_000_000) },
      record: { type: "string" },
    },
  });
  const python = findCPython();
  if (!python) {
    console.error("differential: no CPython 3.12 found; set CPYTHON to one");
    return 1;
  }
  const seeds = Array.from({ length: Number(values.count) }, (_, i) => Number(values.seed) + i);
  const folder = mkdtempSync(join(tmpdir(), "ouro-differential-"));
  try {
    if (values.record) {
      const lines = seeds.map((seed) => recorded(python, folder, seed));
      writeFileSync(values.record, `${lines.join("\n")}\n`);
      console.log(`${lines.length} programs recorded with CPython ${python.version}`);
      return 0;
    }
    const differing = seeds.filter((seed) => !compare(python, folder, seed)).length;
    console.log(`${seeds.length} programs from seed ${seeds[0]}, ${differing} differ from CPython ${python.version}`);
    return differing === 0 ? 0 : 1;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

process.exitCode = main();
