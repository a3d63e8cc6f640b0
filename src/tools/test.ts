// `npm test`: types, lint, build, then the tests. Every step runs even when an earlier one failed.
// The last line printed is the tests' count, `N passed, N failed`; the status is 1 when anything failed.
import { spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";

const root = resolve(import.meta.dirname, "../..");
const bin = (name: string): string => join(root, "node_modules/.bin", name);

interface Report {
  numPassedTests: number;
  numFailedTests: number;
  numPendingTests: number;
  numTodoTests: number;
  testResults: { status: string; assertionResults: { status: string }[] }[];
}

/** Runs a command and answers whether it succeeded; what it prints appears only if it failed, unless `live`. */
function step(name: string, command: string, args: string[], live = false): Promise<boolean> {
  const started = performance.now();
  return new Promise((done) => {
    const child = spawn(command, args, {
      cwd: root,
      stdio: ["ignore", live ? "inherit" : "pipe", live ? "inherit" : "pipe"],
    });
    const chunks: Buffer[] = [];
    child.stdout?.on("data", (chunk) => chunks.push(chunk));
    child.stderr?.on("data", (chunk) => chunks.push(chunk));
    child.on("error", (error) => chunks.push(Buffer.from(String(error))));
    child.on("close", (status) => {
      const seconds = ((performance.now() - started) / 1000).toFixed(1);
      if (status !== 0) process.stdout.write(Buffer.concat(chunks));
      console.log(`${status === 0 ? "ok  " : "FAIL"} ${name} (${seconds} s)`);
      done(status === 0);
    });
  });
}

/** A test file that could not be loaded has no tests to count; it counts as one that failed. */
function summary(file: string): { line: string; failed: number } {
  let report: Report;
  try {
    report = JSON.parse(readFileSync(file, "utf8"));
  } catch {
    return { line: "0 passed, 1 failed", failed: 1 };
  }
  const broken = report.testResults.filter(
    (result) => result.status === "failed" && !result.assertionResults.some((test) => test.status === "failed"),
  ).length;
  const failed = report.numFailedTests + broken;
  const skipped = report.numPendingTests + report.numTodoTests;
  const line = `${report.numPassedTests} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ""}`;
  return { line, failed };
}

const scratch = mkdtempSync(join(tmpdir(), "ouro-test-"));
const reportFile = join(scratch, "report.json");
const checks = await Promise.all([
  step("types", bin("tsc"), ["--noEmit"]),
  step("lint", bin("biome"), ["check", "."]),
  step("build", bin("tsx"), ["src/tools/build.ts"]),
]);
const reporters = ["--reporter=default", "--reporter=json", `--outputFile.json=${reportFile}`];
const tests = await step("tests", bin("vitest"), ["run", ...reporters, ...process.argv.slice(2)], true);
const { line, failed } = summary(reportFile);
rmSync(scratch, { recursive: true, force: true });
console.log(line);
process.exitCode = checks.every(Boolean) && tests && failed === 0 ? 0 : 1;
