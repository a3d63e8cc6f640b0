// One group of tests for each program of a folder.
import { describe, expect, test } from "vitest";
import { faultless, hunt, load, type Program, run } from "./harness.ts";

export function judgeProgram(subject: Program): void {
  describe(subject.name, () => {
    for (const mode of subject.modes) {
      test(mode, () => {
        expect(run(subject, mode)).toEqual(faultless(subject));
      });
    }
    if (subject.leaks) {
      test("leaks", () => {
        expect(hunt(subject)).toEqual({ objects: 0, bytes: 0, references: 0 });
      });
    }
  });
}

export function judge(folder: string): void {
  for (const subject of load(folder)) judgeProgram(subject);
}
