// `npx tsx tests/score.ts [--modes] [--leaks] [WORD]`: the conformance programs and samples whose name has the
// word, one line for each that fails, with the first line that differs. Quicker to read than the test run.
import { join } from "node:path";
import { parseArgs } from "node:util";
import { faultless, hunt, load, type Program, run } from "./harness.ts";

const { values, positionals } = parseArgs({
  options: { modes: { type: "boolean" }, leaks: { type: "boolean" } },
  allowPositionals: true,
});

function firstDifference(want: string, got: string): string {
  const [a, b] = [want.split("\n"), got.split("\n")];
  const found = a.findIndex((line, i) => line !== b[i]);
  const at = found < 0 ? a.length : found;
  return `line ${at + 1}\n    want ${a[at]?.slice(0, 200)}\n    got  ${b[at]?.slice(0, 200)}`;
}

/** What is wrong with a run, or null. */
function fault(subject: Program, mode: Program["modes"][number]): string | null {
  const want = faultless(subject);
  const got = run(subject, mode);
  if (got.stdout !== want.stdout) {
    const last = got.stderr.trimEnd().split("\n").at(-1);
    return `stdout ${firstDifference(want.stdout, got.stdout)}${got.stderr === want.stderr ? "" : `\n    ${last}`}`;
  }
  if (got.stderr !== want.stderr) return `stderr ${firstDifference(want.stderr, got.stderr)}`;
  if (got.status !== want.status) return `status ${got.status}, not ${want.status}`;
  return got.violations.length > 0 ? `audit: ${got.violations[0]} (${got.violations.length})` : null;
}

function leak(subject: Program): string | null {
  const { objects, bytes, references } = hunt(subject);
  return objects === 0 && bytes === 0 && references === 0
    ? null
    : `${objects} objects, ${bytes} bytes, ${references} references`;
}

let passed = 0;
let failed = 0;

function judge(name: string, body: () => string | null): void {
  const started = performance.now();
  let problem: string | null;
  try {
    problem = body();
  } catch (error) {
    problem = String((error as Error)?.stack ?? error)
      .split("\n")
      .slice(0, 4)
      .join(" | ");
  }
  if (problem === null) passed++;
  else {
    failed++;
    console.log(`FAIL ${name}: ${problem}`);
  }
  const seconds = (performance.now() - started) / 1000;
  if (seconds > 3) console.log(`slow ${name}: ${seconds.toFixed(1)} s`);
}

const root = join(import.meta.dirname, "..");
const subjects = [...load(join(root, "tests/conformance")), ...load(join(root, "samples"))];
for (const subject of subjects.filter(({ name }) => name.includes(positionals[0] ?? ""))) {
  const modes = values.modes ? subject.modes : (["plain"] as const);
  for (const mode of modes) judge(`${subject.name} ${mode}`, () => fault(subject, mode));
  if (values.leaks && subject.leaks) judge(`${subject.name} leaks`, () => leak(subject));
}
console.log(`${passed} passed, ${failed} failed`);
