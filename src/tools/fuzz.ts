// `npm run fuzz [-- --count N] [--seed N] [--soup N] [--show N]`: spoils pieces of Python programs at random, makes soups
// of tokens and nests every bracket and operator deeply, and hands all of it to the front end. Each source must end in
// code or in a Python error within a second. Where a CPython 3.12 is found its judgement on the same sources is compared.
import { spawnSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { parse, SourceError, TooComplex } from "../../grammar/index.ts";
import { compile, TooDeep } from "../compiler/index.ts";
import { findCPython, plainEnvironment } from "./python.ts";

const root = resolve(import.meta.dirname, "../..");
const { values } = parseArgs({
  options: {
    count: { type: "string", default: "2000" },
    soup: { type: "string", default: "1000" },
    seed: { type: "string", default: String(Date.now() % 1_000_000) },
    show: { type: "string", default: "5" },
    from: { type: "string" },
  },
});
const SLOW = 1000;

// ---- sources ----

/** Small numbers that look random and come again with the same seed. */
function randomizer(seed: number): (below: number) => number {
  let state = seed >>> 0 || 1;
  return (below) => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) % below;
  };
}
const random = randomizer(Number(values.seed) * 2654435761);
const pick = <T>(items: readonly T[]): T => items[random(items.length)];

const TOKENS =
  "( ) [ ] { } : ; , . = == != := -> ** * / // @ + - ~ ! not in is and or if else elif for while def class lambda " +
  "return yield await async with as import from try except finally raise del global nonlocal assert pass None True " +
  "match case type print exec x y 1 0x1 1.5j 'a' \" ''' f'{x}' f'{ b'' \\ # $ ? é _ ... += break continue";
const SPICE = [...TOKENS.split(" "), "\n", "\n\t", "\n  ", "\n", " "];

function pythonFiles(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith(".py"))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}

const STARTS = /^(def|class|@|if|for|with|try|match|\w+ =)/;

function piece(lines: readonly string[]): string {
  let start = random(lines.length);
  while (start > 0 && !STARTS.test(lines[start])) start--;
  return lines.slice(start, start + 1 + random(25)).join("");
}

type Change = (parts: string[], at: number) => void;
const CHANGES: readonly Change[] = [
  (parts, at) => parts.splice(at, 1),
  (parts, at) => parts.splice(at, 0, pick(parts)),
  (parts, at) => parts.splice(at, 1, pick(SPICE)),
  (parts, at) => parts.splice(at, 0, pick(SPICE)),
  (parts, at) => {
    const other = random(parts.length);
    [parts[at], parts[other]] = [parts[other], parts[at]];
  },
  (parts, at) => parts.splice(at, 1 + random(6)),
];

function mutated(text: string): string {
  const parts = text.match(/\w+|\s+|[^\w\s]/gu) ?? [];
  for (let n = pick([1, 1, 1, 1, 2, 3]); n > 0 && parts.length > 0; n--) pick(CHANGES)(parts, random(parts.length));
  return parts.join("");
}

const soup = (): string => Array.from({ length: 1 + random(60) }, () => pick(SPICE)).join(pick([" ", " ", ""]));

/** Each bracket and operator nested, up to far beyond what may be compiled. */
function* nests(): Generator<string> {
  const pairs = [
    "()",
    "[]",
    "{}",
    ["f(", ")"],
    ["a[", "]"],
    ["{1:", "}"],
    ["lambda:", ""],
    ["f'{", "}'"],
    ["(x for x in ", ")"],
  ];
  const prefixes = ["-", "+", "~", "not ", "await ", "yield ", "*", "**", "lambda: ", "x if y else ", "x:=", "@x\n"];
  const joints = "+ - * / // % @ ** << >> & | ^ and or < == in is . , : = += -> if else".split(" ");
  const blocks = [
    "if x:\n",
    "for x in y:\n",
    "while x:\n",
    "def f():\n",
    "class A:\n",
    "with x:\n",
    "try:\n",
    "match x:\n",
  ];
  for (const depth of [50, 99, 100, 101, 199, 200, 201, 1000, 5000, 20_000]) {
    for (const [open, close] of pairs) {
      yield `${open.repeat(depth)}1${close.repeat(depth)}`;
      yield open.repeat(depth);
      yield `${open.repeat(depth)}${close}`;
      yield close.repeat(depth);
    }
    for (const prefix of prefixes) yield `${prefix.repeat(depth)}x`;
    for (const joint of joints) yield `x${` ${joint} x`.repeat(depth)}`;
    for (const tail of ["()", "[0]", ".a", "'a'", " if 1 else", "\nelif x: pass", "; x", "\\\n"])
      yield `if x: x${tail.repeat(depth)}`;
    if (depth > 201) continue;
    for (const block of blocks) {
      yield Array.from({ length: depth }, (_, i) => " ".repeat(i) + block)
        .join("")
        .concat(" ".repeat(depth), "pass\n");
    }
    for (const pattern of ["[]", "()", ["A(", ")"], ["{1:", "}"]]) {
      yield `match x:\n case ${pattern[0].repeat(depth)}y${pattern[1].repeat(depth)}: pass\n`;
    }
  }
}

// ---- judgements ----

/** Null for what compiles; else the exception's name, message and place. */
type Verdict = readonly [kind: string, message: string, lineno: number | null, offset: number | null] | null;

function judge(source: string): Verdict {
  try {
    compile(parse(source), { filename: "<fuzz>", source: undefined });
    return null;
  } catch (e) {
    if (e instanceof SourceError) return [e.kind, e.message, e.lineno, e.offset];
    if (e instanceof TooDeep) return ["RecursionError", e.message, null, null];
    if (e instanceof TooComplex) return ["MemoryError", e.message, null, null];
    return ["JavaScript", String((e as Error).stack ?? e), null, null];
  }
}

/** CPython's judgements; null for the sources after one that it does not survive. */
function judgeByCPython(path: string, sources: readonly string[]): (Verdict | undefined)[] {
  const answers: (Verdict | undefined)[] = [];
  while (answers.length < sources.length) {
    const { stdout } = spawnSync(path, ["-X", "utf8", join(import.meta.dirname, "judge.py")], {
      input: sources
        .slice(answers.length)
        .map((source) => JSON.stringify(source))
        .join("\n"),
      encoding: "utf8",
      env: plainEnvironment(),
      maxBuffer: 1 << 30,
    });
    const lines = stdout.split("\n").slice(0, -1);
    answers.push(...lines.map((line): Verdict => JSON.parse(line)));
    // It ended before the last: the next source has crashed it.
    if (answers.length < sources.length) answers.push(undefined);
  }
  return answers;
}

interface Tally {
  judged: number;
  accepted: number;
  alike: number;
  same: number;
  javascript: number;
  slowest: number;
}

function run(title: string, sources: readonly string[], python: string | null): boolean {
  const tally: Tally = { judged: 0, accepted: 0, alike: 0, same: 0, javascript: 0, slowest: 0 };
  let show = Number(values.show);
  const report = (source: string, lines: string): void => {
    if (show-- > 0) console.log(`----\n${source.length > 2000 ? `${source.slice(0, 200)}...` : source}\n  ${lines}`);
  };
  const ours = sources.map((source) => {
    // Processor time: what else the machine does is not counted.
    const start = process.cpuUsage();
    const verdict = judge(source);
    const { user, system } = process.cpuUsage(start);
    const took = (user + system) / 1000;
    tally.slowest = Math.max(tally.slowest, took);
    if (verdict?.[0] === "JavaScript") tally.javascript++;
    if (verdict?.[0] === "JavaScript" || took > SLOW) report(source, `${took.toFixed(0)} ms, ${verdict?.join(" ")}`);
    return verdict;
  });
  const theirs = python === null ? [] : judgeByCPython(python, sources);
  theirs.forEach((verdict, i) => {
    if (verdict === undefined) return;
    tally.judged++;
    if (verdict === null) tally.accepted++;
    const alike = (verdict === null) === (ours[i] === null);
    if (alike) tally.alike++;
    if (JSON.stringify(verdict) === JSON.stringify(ours[i])) tally.same++;
    else report(sources[i], `CPython ${verdict?.join(" ") ?? "accepts"}\n  here    ${ours[i]?.join(" ") ?? "accepts"}`);
  });
  const share = (n: number): string => `${((100 * n) / Math.max(1, tally.judged)).toFixed(3)} %`;
  console.log(
    `${title}: ${sources.length} sources, JavaScript errors ${tally.javascript}, slowest ${tally.slowest.toFixed(0)} ms` +
      (tally.judged > 0
        ? `; CPython judges ${tally.judged} and accepts ${tally.accepted}: accepted and refused alike ${share(tally.alike)}, ` +
          `the same error at the same place ${share(tally.same)}`
        : ""),
  );
  return tally.javascript === 0 && tally.slowest <= SLOW && tally.alike >= tally.judged * 0.999;
}

const python = findCPython();
const from = values.from ?? join(root, "tests/conformance");
const files = pythonFiles(from)
  .map((path) => readFileSync(path, "utf8").match(/[^\n]*\n|[^\n]+/g) ?? [])
  .filter((lines) => lines.length > 0);
console.log(
  `seed ${values.seed}${python === null ? ", no CPython 3.12 found" : `, against CPython ${python.version}`}`,
);
// The parser is made, and compiled, before anything is timed.
for (const source of [...nests()].slice(0, 50)) judge(source);
const mutations = Array.from({ length: Number(values.count) }, () => mutated(piece(pick(files))));
const soups = Array.from({ length: Number(values.soup) }, soup);
const sound = [
  run("mutations", mutations, python?.path ?? null),
  run("token soup", soups, python?.path ?? null),
  run("deep nesting", [...nests()], null),
];
process.exitCode = sound.every(Boolean) ? 0 : 1;
