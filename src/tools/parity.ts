// `tsx src/tools/parity.ts OUT SRC [--verbose]`: compiles every SRC/path.py to OUT/path.pyc, so that the code
// objects can be compared with those that CPython 3.12 makes of the same files.
import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { parseArgs } from "node:util";
import { emitPyc, type Files } from "../compiler/emit.ts";

const disk: Files = {
  list: (folder) =>
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1)),
  read: (path) => readFileSync(path),
  write(path, bytes) {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, bytes);
  },
  modified: (path) => Math.floor(statSync(path).mtimeMs / 1000),
};

const { positionals, values } = parseArgs({ allowPositionals: true, options: { verbose: { type: "boolean" } } });
if (positionals.length !== 2) {
  console.error("usage: parity OUT SRC [--verbose]");
  process.exit(2);
}
const [out, source] = positionals.map((path) => path.replace(/\/+$/, ""));
const started = performance.now();
const { written, refused } = emitPyc(out, source, disk);
const seconds = (performance.now() - started) / 1000;
console.log(`wrote ${written} files in ${seconds.toFixed(1)} s; refused ${refused.length}`);
if (values.verbose) {
  for (const { path, reason } of refused) {
    const { message, stack } = reason as { message?: string; stack?: string };
    console.log(`${path}: ${stack ?? message ?? reason}`);
  }
}
