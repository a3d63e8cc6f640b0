// Hostile programs under limits: each ends with its own result, a Python exception or a limit; afterwards every
// count is exact, nothing is left of it, and the instance still answers. The first word of a program's name is
// its kind: memory, work, recursion, mutation, finalizers, ways out, output, odd classes.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { Interpreter, type RunResult } from "../../src/index.ts";

const LIMITS = { memory: 32e6, steps: 30e6, output: 1e6, time: 3 };
const folder = join(import.meta.dirname, "programs");

interface Session {
  py: Interpreter;
  run(source: string, name: string): RunResult & { printed: string };
}

function open(limits = LIMITS): Session {
  let printed = "";
  const note = (text: string): void => {
    printed += text;
  };
  const py = new Interpreter({ limits, path: [], stdout: note, stderr: note, debug: { poison: true } });
  return {
    py,
    run(source, name) {
      printed = "";
      const result = py.run(source, name);
      return { ...result, printed };
    },
  };
}

for (const file of readdirSync(folder).filter((name) => name.endsWith(".py"))) {
  const name = file.slice(0, -".py".length);
  test(name, () => {
    const { py, run } = open();
    const started = process.cpuUsage();
    const { printed } = run(readFileSync(join(folder, file), "utf8"), file);
    const { user, system } = process.cpuUsage(started);
    expect((user + system) / 1e6).toBeLessThan(8);
    expect(new TextEncoder().encode(printed).length).toBeLessThanOrEqual(LIMITS.output);
    expect(py.heap.audit()).toEqual([]);
    expect(run("print('hello')", "hello.py")).toEqual({ status: 0, limit: null, printed: "hello\n" });
    expect(py.heap.audit()).toEqual([]);
    py.dispose();
  }, 60_000);
}

test("says which limit was reached", () => {
  const few = { ...LIMITS, steps: 1e6 };
  expect(open(few).run("while True: pass", "loop.py")).toEqual({ status: 1, limit: "steps", printed: "" });
  const limits = { ...LIMITS, steps: Number.POSITIVE_INFINITY, time: 0.05 };
  expect(open(limits).run("while True: pass", "loop.py").limit).toBe("time");
  expect(open().run("while True: print('x' * 1000)", "loop.py").limit).toBe("output");
  expect(open().run("x = bytes(10**8)", "bytes.py")).toMatchObject({ status: 1, limit: null });
});

test("counts the same work each time", () => {
  const program = "for i in range(10**6): pass";
  const ends = (steps: number): boolean => open({ ...LIMITS, steps }).run(program, "loop.py").limit === null;
  expect(ends(1_100_000)).toBe(true);
  expect(ends(900_000)).toBe(false);
});

test("runs no code of the program once a limit is reached", () => {
  const source = `
class A:
    def __del__(self): print("del")
def g():
    try: yield
    finally: print("finally")
a, b = A(), g()
next(b)
try:
    while True: pass
except BaseException: print("except")
finally: print("finally")
`;
  const { py, run } = open({ ...LIMITS, steps: 1e6 });
  expect(run(source, "halt.py")).toEqual({ status: 1, limit: "steps", printed: "" });
  expect(py.heap.audit()).toEqual([]);
});
