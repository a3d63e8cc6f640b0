// Random programs about references, with the output CPython gave them. Fresh ones:
//   npx tsx src/tools/differential.ts --count 200
// Recorded anew:
//   npx tsx src/tools/differential.ts --count 320 --seed 1 --record tests/differential/programs.jsonl
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { type Draft, text } from "../src/tools/generate.ts";
import { program } from "./harness.ts";
import { judgeProgram } from "./judge.ts";

interface Recorded extends Draft {
  /** Weak references, finalizers or counts show when cycles are collected. */
  showsCollections: boolean;
  stdout: string;
  status: number;
}

const file = join(import.meta.dirname, "differential/programs.jsonl");
for (const line of readFileSync(file, "utf8").trimEnd().split("\n")) {
  const { stdout, status, showsCollections, ...made } = JSON.parse(line) as Recorded;
  const subject = program(`seed/${made.seed}`, text(made), { stdout, stderr: "", status });
  judgeProgram(showsCollections ? { ...subject, modes: ["plain", "stepped"] } : subject);
}
