// Compares our trees with CPython's over whole directories, position by position.
// Usage: tsx tests/grammar/compare.ts PYTHON PATH...; PYTHON is a CPython 3.12. Files that CPython refuses are to be
// refused here too. The first place where two dumps part is shown.
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { decodeSource, parse, SourceError } from "../../grammar/index.ts";
import { dump } from "./dump.ts";

const [python, ...roots] = process.argv.slice(2);
const script = fileURLToPath(new URL("./compare.py", import.meta.url));

function run(args: string[], input?: string): string {
  const { stdout, stderr, status, signal, error } = spawnSync(python, [script, ...args], {
    input,
    encoding: "utf8",
    maxBuffer: 1 << 30,
    env: { ...process.env, PYTHONUTF8: "1", PYTHONDONTWRITEBYTECODE: "1" },
  });
  if (status !== 0) throw new Error(`${signal ?? status} ${error?.message ?? ""} ${stderr}`);
  return stdout;
}

function pythonFiles(path: string): string[] {
  if (!statSync(path).isDirectory()) return [path];
  return readdirSync(path, { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".py"))
    .map((name) => join(path, name))
    .sort();
}

function ours(path: string): string {
  return dump(parse(decodeSource(readFileSync(path)), { filename: path }));
}

interface Answer {
  readonly path: string;
  readonly hash?: string;
  readonly error?: string;
}

function compareFile({ path, hash, error }: Answer): string | null {
  let text: string;
  try {
    text = ours(path);
  } catch (thrown) {
    if (!(thrown instanceof SourceError)) return `${path}: ${String((thrown as Error).stack)}`;
    if (error !== undefined) return null;
    return `${path}:${thrown.lineno}:${thrown.offset}: refused here: ${thrown.message}: ${thrown.text}`;
  }
  if (error !== undefined) return `${path}: accepted here, CPython says ${error}`;
  if (createHash("md5").update(text).digest("hex") === hash) return null;
  const theirs = run(["--dump", path]).trimEnd();
  let at = 0;
  while (text[at] === theirs[at]) at++;
  const from = Math.max(0, at - 150);
  return `${path}:\n  here    ${text.slice(from, at + 100)}\n  CPython ${theirs.slice(from, at + 100)}`;
}

const answers = run([], roots.flatMap(pythonFiles).join("\n"))
  .trimEnd()
  .split("\n")
  .map((line) => JSON.parse(line) as Answer);
const differences = answers.map(compareFile).filter((difference) => difference !== null);
for (const difference of differences.slice(0, 20)) console.log(difference);
console.log(`${answers.length} files, ${differences.length} differ`);
process.exitCode = differences.length > 0 ? 1 : 0;
