// One group of tests for each program of a folder. What does not yet run as in CPython is listed in
// pending.txt, a line each: the program, the mode, why. Such a test is skipped, and says so.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { faultless, hunt, load, type Program, run } from "./harness.ts";

/** "program mode" -> the reason why it is not run. */
export const pending: ReadonlyMap<string, string> = new Map(
  readFileSync(join(import.meta.dirname, "pending.txt"), "utf8")
    .split("\n")
    .filter((line) => line !== "" && !line.startsWith("#"))
    .map((line) => line.split(" "))
    .map(([program, mode, ...reason]) => [`${program} ${mode}`, reason.join(" ")]),
);

/** A test of a program in one mode, or the reason why there is none. */
function check(subject: Program, mode: string, body: () => void): void {
  const reason = pending.get(`${subject.name} ${mode}`);
  if (reason === undefined) test(mode, body);
  else test.skip(`${mode}: ${reason}`, body);
}

export function judgeProgram(subject: Program): void {
  describe(subject.name, () => {
    for (const mode of subject.modes) {
      check(subject, mode, () => {
        expect(run(subject, mode)).toEqual(faultless(subject));
      });
    }
    if (subject.leaks) {
      check(subject, "leaks", () => {
        expect(hunt(subject)).toEqual({ objects: 0, bytes: 0, references: 0 });
      });
    }
  });
}

export function judge(folder: string): void {
  for (const subject of load(folder)) judgeProgram(subject);
}
