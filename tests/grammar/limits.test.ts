// Sources that are deep or long: CPython's limits hold, what is below them parses, and what is wrong with a source deep
// inside is still found. No JavaScript RangeError is ever thrown.
import { describe, expect, test } from "vitest";
import { parse, SourceError, TooComplex } from "../../grammar/index.ts";

function refusal(source: string): string | null {
  try {
    parse(source);
    return null;
  } catch (error) {
    if (error instanceof SourceError || error instanceof TooComplex) return error.message;
    throw error;
  }
}

const nested = (open: string, close: string, depth: number, inner = "1"): string =>
  open.repeat(depth) + inner + close.repeat(depth);

const blocks = (head: string, depth: number): string =>
  Array.from({ length: depth }, (_, i) => `${" ".repeat(i)}${head}\n`).join("");

describe("accepted", () => {
  test.each([
    ["parentheses", nested("(", ")", 200)],
    ["lists", nested("[", "]", 200)],
    ["dictionaries", nested("{1: ", "}", 200)],
    ["calls", nested("f(a, b=c + ", ")", 200)],
    ["subscripts", nested("a[", "]", 200)],
    ["comprehensions", nested("[a for a in ", "]", 200)],
    ["f-strings", nested('f"{', '}"', 100)],
    ["patterns", `match a:\n case ${nested("[", "]", 200, "b")}: pass`],
    ["lambdas", `${"lambda: ".repeat(2900)}1`],
    ["conditionals", `${"a if b else ".repeat(5900)}c`],
    ["negations", `${"-".repeat(5900)}1`],
    ["inversions", `${"not ".repeat(5900)}a`],
    ["sums", `${"1 + ".repeat(50000)}1`],
    ["powers", `${"2 ** ".repeat(2900)}1`],
    ["attributes", `a${".b".repeat(50000)}`],
    ["chained calls", `a${"()".repeat(50000)}`],
    ["elif", `if a: b\n${"elif c: d\n".repeat(20000)}`],
    ["strings", "'a' ".repeat(50000)],
    ["blocks", `${blocks("if a:", 99)}${" ".repeat(99)}${nested("(", ")", 200)}`],
  ])("%s", (_, source) => {
    expect(refusal(source)).toBeNull();
  });
});

describe("refused", () => {
  const tooComplex = "Parser stack overflowed - Python source too complex to parse";
  const comma = "invalid syntax. Perhaps you forgot a comma?";
  test.each([
    ["parentheses", nested("(", ")", 201), "too many nested parentheses"],
    ["blocks", `${blocks("if a:", 100)}${" ".repeat(100)}b`, "too many levels of indentation"],
    ["f-strings", nested('f"{', '}"', 200), "too many nested f-strings"],
    ["inside parentheses", nested("(", ")", 200, "a b"), comma],
    ["inside lists", nested("[", "]", 200, "a b"), comma],
    ["inside dictionaries", nested("{1: ", "}", 200, "a b"), comma],
    ["inside calls", nested("f(a, b=c + ", ")", 200, "a b"), comma],
    ["inside blocks", `${blocks("while a:", 99)}${" ".repeat(99)}b c`, "invalid syntax"],
    ["behind negations", `${"-".repeat(5000)}1 2`, "invalid syntax"],
    ["behind lambdas", `${"lambda: ".repeat(2000)}1 2`, "invalid syntax"],
    ["negations", `${"-".repeat(6000)}1`, tooComplex],
    ["conditionals", `${"a if b else ".repeat(6000)}c`, tooComplex],
    ["open brackets", "(".repeat(200), "'(' was never closed"],
  ])("%s", (_, source, message) => {
    expect(refusal(source)).toBe(message);
  });
});
