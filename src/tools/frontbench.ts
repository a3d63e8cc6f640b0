// What `npm run bench -- --parse` runs, bundled: how many lines a second the front end parses, and
// parses and compiles, in processor time, warm, over the .py files of a folder. Takes the folder.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "../../grammar/index.ts";
import { tokenize } from "../../grammar/tokenizer.ts";
import { compile } from "../compiler/index.ts";

const ROUNDS = 7;
const [folder] = process.argv.slice(2);
const files = readdirSync(folder)
  .filter((name) => name.endsWith(".py"))
  .map((name) => readFileSync(join(folder, name), "utf8"));
const lines = files.reduce((sum, file) => sum + file.split("\n").length, 0);

/** Milliseconds of processor time. */
function time(body: (file: string) => void): number {
  const start = process.cpuUsage();
  for (const file of files) body(file);
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1000;
}

const STAGES: readonly [name: string, body: (file: string) => void][] = [
  ["tokens", (file) => tokenize(file)],
  ["parse", (file) => parse(file)],
  ["parse and compile", (file) => compile(parse(file), { filename: "bench.py" })],
];
const start = performance.now();
parse("pass\n");
console.log(
  `front end   ${files.length} files, ${lines} lines; the parser is made in ${(performance.now() - start).toFixed(0)} ms`,
);
for (const [name, body] of STAGES) {
  const times = Array.from({ length: ROUNDS }, () => time(body));
  const warm = [...times.slice(2)].sort((a, b) => a - b)[(ROUNDS - 2) >> 1];
  const rate = (ms: number): string => Math.round((lines / ms) * 1000).toLocaleString("en");
  console.log(`${name.padEnd(18)} ${rate(warm)} lines a second warm, ${rate(times[0])} at first`);
}
