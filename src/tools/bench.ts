// `npm run bench [-- --rounds N] [--only NAME]`: times the programs of tests/bench against CPython 3.12;
// `npm run bench -- --parse [--from FOLDER]`: the speed of the front end, by the library of that CPython.
// A program prints its own CPU seconds, so start-up is not in them; rounds of the two are interleaved,
// so that a slow spell of the machine meets both; start-up and imports of the library have lines of their own,
// in milliseconds of whole processes. Without a CPython it prints our times alone.
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

interface Timing {
  seconds: number;
  answer: string;
}

/** What a program printed before its last line, and the seconds on that line. */
function time(command: string, args: string[]): Timing {
  const { stdout, stderr, status } = spawnSync(command, args, {
    cwd: folder,
    encoding: "utf8",
    env: plainEnvironment(),
    stdio: ["ignore", "pipe", "pipe"],
  });
  const match = /^(.*)seconds ([\d.e-]+)\n$/s.exec(stdout);
  if (status !== 0 || !match) throw new Error(stderr.trim().split("\n").at(-1) || `status ${status}`);
  return { seconds: Number(match[2]), answer: match[1] };
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

/** One line of the table. Answers ours divided by CPython's, or null where there is none. */
function measure(name: string, rounds: number, python: string | null): number | null {
  const file = `${name}.py`;
  const ours: number[] = [];
  const theirs: number[] = [];
  try {
    for (let i = 0; i < rounds; i++) {
      const mine = time(process.execPath, [ouro, file]);
      ours.push(mine.seconds);
      if (!python) continue;
      const judge = time(python, ["-X", "utf8", file]);
      theirs.push(judge.seconds);
      if (judge.answer !== mine.answer) throw new Error("the answers differ");
    }
  } catch (error) {
    console.log(`${name.padEnd(12)}${(error as Error).message}`);
    return Number.NaN;
  }
  const mine = median(ours);
  if (!python) {
    console.log(`${name.padEnd(12)}${mine.toFixed(3)} s`);
    return null;
  }
  const ratio = mine / median(theirs);
  console.log(
    `${name.padEnd(12)}${mine.toFixed(3)} s  CPython ${median(theirs).toFixed(3)} s  ratio ${ratio.toFixed(2)}`,
  );
  return ratio;
}

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
    ? `CPU seconds, median of ${rounds}, against CPython ${python.version}`
    : "no CPython 3.12 found: our times alone",
);
const ratios = names.map((name) => measure(name, rounds, python?.path ?? null)).filter((ratio) => ratio !== null);
const sound = ratios.filter((ratio) => !Number.isNaN(ratio));
if (sound.length > 0) {
  const mean = Math.exp(sound.reduce((sum, ratio) => sum + Math.log(ratio), 0) / sound.length);
  console.log(`mean        ratio ${mean.toFixed(2)} (geometric, ${sound.length} of ${names.length} programs)`);
}
startUp(rounds);
imports(rounds, python?.path ?? null);
process.exitCode = sound.length === ratios.length ? 0 : 1;
