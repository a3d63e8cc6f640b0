// `npm run bench [-- --rounds N] [--only NAME]`: times the programs of tests/bench against CPython 3.12;
// `npm run bench -- --parse [--from FOLDER]`: the speed of the front end, by the library of that CPython.
// A program's `main` runs a few times in one process, which prints the CPU seconds of each, so start-up is not in
// them: the first time shows what V8 needs to compile the interpreter, the later ones how fast it then is. Processes
// of the two are interleaved, so that a slow spell of the machine meets both; start-up and imports of the library
// have lines of their own, in milliseconds of whole processes. Without a CPython it prints our times alone.
import { spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { build } from "esbuild";
import { findCPython, libraryOf, plainEnvironment } from "./python.ts";

const root = resolve(import.meta.dirname, "../..");
const folder = join(root, "tests/bench");
const ouro = join(root, "dist/ouro.js");

const median = (values: number[]): number => {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
};

/** How often `main` runs in a process; the later half of it counts as steady. */
const TIMES = 4;

const TIMED = `
import sys
from time import process_time
main = __import__(sys.argv[1]).main
for _ in range(int(sys.argv[2])):
    start = process_time()
    answer = main()
    print("seconds", process_time() - start)
print(answer)
`;

/** CPU seconds of the first run of a process, and of the steady ones, by process. */
interface Timings {
  first: number[];
  steady: number[];
  answer: string;
}

/** Runs a program in a process of its own, and adds what it took. */
function time(timings: Timings, name: string, command: string, args: string[]): void {
  const { stdout, stderr, status } = spawnSync(command, [...args, "-B", "-c", TIMED, name, `${TIMES}`], {
    cwd: folder,
    encoding: "utf8",
    env: plainEnvironment(),
    stdio: ["ignore", "pipe", "pipe"],
  });
  const seconds = [...stdout.matchAll(/^seconds ([\d.e-]+)$/gm)].map((match) => Number(match[1]));
  if (status !== 0 || seconds.length !== TIMES) throw new Error(stderr.trim().split("\n").at(-1) || `status ${status}`);
  timings.first.push(seconds[0]);
  timings.steady.push(median(seconds.slice(TIMES / 2)));
  timings.answer = stdout.slice(stdout.lastIndexOf("seconds")).replace(/^.*\n/, "");
}

const wall = (command: string, args: string[]): number => {
  const started = performance.now();
  spawnSync(command, args, { stdio: "ignore" });
  return performance.now() - started;
};

/** The command as it is installed: a script of its own where there is a shell. */
const asCommand = (...args: string[]): [string, string[]] =>
  process.platform === "win32" ? [process.execPath, [ouro, ...args]] : [ouro, args];

function startUp(rounds: number): void {
  const ours: number[] = [];
  const node: number[] = [];
  for (let i = 0; i < Math.max(rounds, 9); i++) {
    node.push(wall(process.execPath, ["-e", "0"]));
    ours.push(wall(...asCommand("-c", "pass")));
  }
  const [a, b] = [median(ours), median(node)];
  console.log(`start-up    ouro -c pass ${a.toFixed(0)} ms, node -e 0 ${b.toFixed(0)} ms, ratio ${(a / b).toFixed(2)}`);
}

const IMPORTS = "import collections, functools, re, dataclasses, typing";

/** What the imports add to a process that does nothing else, in milliseconds; CPython has its caches, and no `site` that imports some of it. */
function importing(rounds: number, command: string, args: string[]): number {
  wall(command, [...args, "-c", IMPORTS]);
  const [bare, full]: number[][] = [[], []];
  for (let i = 0; i < Math.max(rounds, 9); i++) {
    bare.push(wall(command, [...args, "-c", "pass"]));
    full.push(wall(command, [...args, "-c", IMPORTS]));
  }
  return median(full) - median(bare);
}

function imports(rounds: number, python: string | null): void {
  const mine = importing(rounds, ...asCommand());
  const theirs = python === null ? null : importing(rounds, python, ["-I", "-S"]);
  const judged = theirs === null ? "" : `, CPython ${theirs.toFixed(0)} ms, ratio ${(mine / theirs).toFixed(2)}`;
  console.log(`imports     ${IMPORTS}: ${mine.toFixed(0)} ms${judged}`);
}

interface Ratios {
  first: number;
  steady: number;
}

/** One line of the table. Answers ours divided by CPython's; undefined where there is none, null when a run has failed. */
function measure(name: string, rounds: number, python: string | null): Ratios | undefined | null {
  const ours: Timings = { first: [], steady: [], answer: "" };
  const theirs: Timings = { first: [], steady: [], answer: "" };
  const title = name.padEnd(12);
  try {
    for (let i = 0; i < rounds; i++) {
      time(ours, name, ...asCommand());
      if (python === null) continue;
      time(theirs, name, python, ["-X", "utf8"]);
      if (ours.answer !== theirs.answer) throw new Error("the answers differ");
    }
  } catch (error) {
    console.log(`${title}${(error as Error).message}`);
    return null;
  }
  const [first, steady] = [median(ours.first), median(ours.steady)];
  if (python === null) {
    console.log(`${title}${steady.toFixed(3)} s, the first time ${first.toFixed(3)} s`);
    return undefined;
  }
  const judge = median(theirs.steady);
  const ratios = { first: first / median(theirs.first), steady: steady / judge };
  console.log(`${title}${steady.toFixed(3)} s  CPython ${judge.toFixed(3)} s  ${shown(ratios)}`);
  return ratios;
}

const shown = ({ first, steady }: Ratios): string => `ratio ${steady.toFixed(2)}, the first time ${first.toFixed(2)}`;

const geometricMean = (values: number[]): number =>
  Math.exp(values.reduce((sum, value) => sum + Math.log(value), 0) / values.length);

/** The front end alone, in a process of its own: a bundle, as it is installed. */
async function frontEnd(from: string): Promise<number> {
  const folder = mkdtempSync(join(tmpdir(), "ouro-bench-"));
  try {
    const outfile = join(folder, "frontbench.mjs");
    const entryPoints = [join(import.meta.dirname, "frontbench.ts")];
    await build({ entryPoints, outfile, bundle: true, platform: "node", format: "esm", target: "node20" });
    return spawnSync(process.execPath, [outfile, from], { stdio: "inherit" }).status ?? 1;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const { values } = parseArgs({
  options: {
    rounds: { type: "string", default: "3" },
    only: { type: "string" },
    parse: { type: "boolean" },
    from: { type: "string" },
  },
});
const rounds = Number(values.rounds);
const python = findCPython();
if (values.parse) {
  const from = values.from ?? (python === null ? join(root, "samples") : libraryOf(python));
  process.exit(await frontEnd(from));
}
if (
  spawnSync(process.execPath, ["--import", "tsx", "src/tools/build.ts"], { cwd: root, stdio: "inherit" }).status !== 0
)
  process.exit(1);
const names = readdirSync(folder)
  .filter((file) => file.endsWith(".py"))
  .map((file) => file.slice(0, -".py".length))
  .filter((name) => !values.only || name.includes(values.only));
console.log(
  python
    ? `CPU seconds, median of ${rounds} processes, each running ${TIMES} times, against CPython ${python.version}`
    : "no CPython 3.12 found: our times alone",
);
const measured = names.map((name) => measure(name, rounds, python?.path ?? null));
const ratios = measured.filter((ratio) => ratio !== null && ratio !== undefined);
if (ratios.length > 0) {
  const mean = {
    first: geometricMean(ratios.map(({ first }) => first)),
    steady: geometricMean(ratios.map(({ steady }) => steady)),
  };
  console.log(`mean        ${shown(mean)} (geometric, ${ratios.length} of ${names.length} programs)`);
}
startUp(rounds);
imports(rounds, python?.path ?? null);
process.exitCode = measured.includes(null) ? 1 : 0;
