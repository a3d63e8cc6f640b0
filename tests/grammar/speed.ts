// How fast the parser is: its construction, then rounds over all files of a directory, in lines a second.
// Usage: tsx tests/grammar/speed.ts DIRECTORY. A machine that does other work at the same time gives other figures.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "../../grammar/index.ts";
import { tokenize } from "../../grammar/tokenizer.ts";

const [directory] = process.argv.slice(2);
const files = readdirSync(directory)
  .filter((name) => name.endsWith(".py"))
  .map((name) => readFileSync(join(directory, name), "utf8"));
const lines = files.reduce((sum, file) => sum + file.split("\n").length, 0);

function time(body: () => void): number {
  const start = performance.now();
  body();
  return performance.now() - start;
}

console.log(`first parse, parser made: ${time(() => parse("pass\n")).toFixed(0)} ms`);
for (let round = 1; round <= 6; round++) {
  const tokens = time(() => {
    for (const file of files) tokenize(file);
  });
  const trees = time(() => {
    for (const file of files) parse(file);
  });
  const rate = Math.round((lines / trees) * 1000).toLocaleString("en");
  console.log(`round ${round}: tokens alone ${tokens.toFixed(0)} ms, ${rate} lines a second`);
}
