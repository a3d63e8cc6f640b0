// Compares our judgement on spoiled programs with CPython's: the error in all its parts, or the tree.
// Usage: tsx tests/grammar/mutate.ts PYTHON SEED COUNT FILE...; PYTHON is a CPython 3.12.
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { fileURLToPath } from "node:url";
import { parse, SourceError } from "../../grammar/index.ts";
import { dump } from "./dump.ts";

const [python, ...args] = process.argv.slice(2);
const script = fileURLToPath(new URL("./mutate.py", import.meta.url));
const env = { ...process.env, PYTHONDONTWRITEBYTECODE: "1" };
const { stdout, stderr } = spawnSync(python, [script, ...args], { encoding: "utf8", maxBuffer: 1 << 30, env });
if (stdout === "") throw new Error(stderr);

interface Record {
  readonly source: string;
  readonly error: unknown[] | null;
  readonly hash?: string;
}

function ours(source: string): string {
  try {
    return createHash("md5")
      .update(dump(parse(source)))
      .digest("hex");
  } catch (error) {
    if (!(error instanceof SourceError)) return String((error as Error).stack);
    const { kind, message, lineno, offset, endLineno, endOffset, text } = error;
    return JSON.stringify([kind, message, lineno, offset, endLineno, endOffset, text]);
  }
}

const records = stdout
  .trimEnd()
  .split("\n")
  .map((line): Record => JSON.parse(line));
let differences = 0;
for (const { source, error, hash } of records) {
  const theirs = error === null ? String(hash) : JSON.stringify(error);
  const here = ours(source);
  if (here === theirs) continue;
  if (differences++ < 15) console.log(`----\n${source}\n  CPython ${theirs}\n  here    ${here}`);
}
console.log(
  `${records.length} programs, ${records.filter(({ error }) => error !== null).length} wrong, ${differences} differ`,
);
process.exitCode = differences > 0 ? 1 : 0;
