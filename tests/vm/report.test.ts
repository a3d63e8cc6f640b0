// The parts of a report: carets, the nearest name, sources that are in no file, and chains of any length.
import { expect, test } from "vitest";
import { Interpreter } from "../../src/index.ts";
import { caretsOf } from "../../src/vm/reportcarets.ts";
import { columnsOf } from "../../src/vm/reportwidth.ts";
import { nearest } from "../../src/vm/suggestions.ts";

function stderrOf(source: string): string {
  let stderr = "";
  const py = new Interpreter({
    stderr: (text) => {
      stderr += text;
    },
  });
  py.run(source);
  expect(py.heap.audit()).toEqual([]);
  py.dispose();
  return stderr;
}

const place = (line: number, endLine: number, col: number, endCol: number) => ({ line, endLine, col, endCol });

test("carets mark code, unless it is the whole line", () => {
  expect(caretsOf("x.foo", place(1, 1, 0, 5))).toBe(null);
  expect(caretsOf("    x.foo", place(1, 1, 4, 9))).toBe(null);
  expect(caretsOf("y = x.foo", place(1, 1, 4, 9))).toBe("    ^^^^^");
  expect(caretsOf("y = x.foo", place(1, 1, -1, -1))).toBe(null);
  expect(caretsOf("y = x.foo", undefined)).toBe(null);
});

test("carets of code on several lines end with the first", () => {
  expect(caretsOf("y = foo(1,  ", place(1, 2, 4, 3))).toBe("    ^^^^^^");
});

test("carets count columns, positions count bytes", () => {
  expect(caretsOf('"日本".x', place(1, 1, 0, 10))).toBe(null);
  expect(caretsOf('a = "日本".x', place(1, 1, 4, 14))).toBe("    ^^^^^^^^");
  expect([..."aé日ｱＡ😀"].map(columnsOf)).toEqual([1, 1, 2, 1, 2, 2]);
});

test("the nearest name", () => {
  expect(nearest("prnt", ["print", "sprint", "point"])).toBe("print");
  expect(nearest("Print", ["print", "sprint"])).toBe("print");
  expect(nearest("print", ["print"])).toBe(null);
  expect(nearest("xyz", ["print"])).toBe(null);
  expect(nearest("abc", ["abd", "abe"])).toBe("abd");
  expect(
    nearest(
      "a",
      Array.from({ length: 750 }, (_, i) => `a${i}`),
    ),
  ).toBe(null);
});

test("a chain of many exceptions is printed whole", () => {
  const chained = (n: number) =>
    `e = None\nfor i in range(${n}):\n    n = ValueError(i)\n    n.__context__ = e\n    e = n\nraise e\n`;
  const lines = stderrOf(chained(20_000)).split("\n");
  expect(lines[0]).toBe("ValueError: 0");
  expect(lines.filter((line) => line.startsWith("ValueError"))).toHaveLength(20_000);
});

test("groups nest as deep as they like, and are shown ten deep", () => {
  const nested = "e = ValueError(1)\nfor i in range(2000):\n    e = ExceptionGroup('g', [e])\nraise e\n";
  expect(stderrOf(nested)).toContain("... (max_group_depth is 10)");
});
