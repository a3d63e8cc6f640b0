// What a prompt makes of lines: a statement, the start of one, or an error.
import { expect, test } from "vitest";
import { parseInteractive, SourceError } from "../../grammar/index.ts";

function read(source: string): string | number {
  try {
    const reading = parseInteractive(source);
    return reading.status === "complete" ? reading.end : reading.status;
  } catch (error) {
    if (!(error instanceof SourceError)) throw error;
    return error.message;
  }
}

test.each([
  "\n",
  "# comment\n",
  "a\n",
  "a = [1,\n  2]\n",
  "a; b\n",
  "'''a\nb'''\n",
  "a \\\n  + b\n",
  "if a:\n  b\n\n",
  "if a: b\n\n",
  "if a:\n  b\nelse:\n  c\n\n",
  "def f():\n  a\n  # comment\n  b\n\n",
  "class A: pass\n\n",
  "@a\ndef f(): pass\n\n",
  "match a:\n  case b: c\n\n",
  "match = 1\n",
  "for a in b:\n  c\n \n  d\n\n",
  "try:\n  a\nexcept B:\n  c\n\n",
])("%j is complete", (source) => {
  expect(read(source)).toBe(source.length);
});

test.each([
  "if a:\n",
  "if a:\n  b\n",
  "if a: b\n",
  "if a:\n  b\nelse:\n",
  "def f():\n",
  "def f():\n  a\n  # comment\n",
  "class A: pass\n",
  "@a\n",
  "@a\ndef f(): pass\n",
  "(\n",
  "[1,\n",
  "f(a\n",
  "'''a\n",
  "f'''a\n",
  "f'''{\n",
  "a + \\\n",
  "'a\\\n",
  "match a:\n",
  "match a:\n  case b: c\n",
  "for a in b:\n  c\n \n",
  "try:\n  a\n",
])("%j is incomplete", (source) => {
  expect(read(source)).toBe("incomplete");
});

test.each([
  ["a b\n", "invalid syntax"],
  ["(a b)\n", "invalid syntax. Perhaps you forgot a comma?"],
  ["if a\n", "expected ':'"],
  ["if a:\nb\n", "expected an indented block after 'if' statement on line 1"],
  ["  a\n", "unexpected indent"],
  ["'a\n", "unterminated string literal (detected at line 1)"],
  [")\n", "unmatched ')'"],
  ["1 = a\n", "cannot assign to literal here. Maybe you meant '==' instead of '='?"],
  ["try:\n  a\n\n", "expected 'except' or 'finally' block"],
  ["if a:\n  b\n c\n", "unindent does not match any outer indentation level"],
])("%j is wrong", (source, message) => {
  expect(read(source)).toBe(message);
});

test("a prompt that was given several statements reads one", () => {
  expect(read("a\nb\n")).toBe(2);
});
