// How fast the parser is: its construction, then rounds over all files of a directory, in lines per second of processor
// time, so that what else the machine does matters little.
// Usage: esbuild --bundle --platform=node --format=esm tests/grammar/speed.ts > speed.mjs; node speed.mjs DIRECTORY.
// Not with tsx: it names each closure as it is made, which takes several times as long as to parse.
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
  const start = process.cpuUsage();
  body();
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1000;
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
