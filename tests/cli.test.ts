// The `ouro` command, run as a user runs it, against what CPython's command printed for the same.
// The expected outputs are in tests/cli/recorded.json, written by `npm run record`.
import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { loadCases, RECORDED, runCase } from "../src/tools/commands.ts";
import type { Result } from "../src/tools/python.ts";

const root = join(import.meta.dirname, "..");
const ouro = join(root, "dist/ouro.js");
const recorded: Record<string, Result> = JSON.parse(readFileSync(RECORDED, "utf8"));

describe("ouro", () => {
  beforeAll(() => {
    // `npm test` has built it; a single run of this file may not have.
    if (!existsSync(ouro)) spawnSync("npm", ["run", "build"], { cwd: root });
  });

  for (const subject of loadCases()) {
    test(subject.name, () => {
      expect(runCase([ouro], subject)).toEqual(recorded[subject.name]);
    });
  }
});
