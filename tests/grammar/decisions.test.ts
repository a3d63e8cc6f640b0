// The recorded decisions are those of the rules as they are. If not: tsx tests/grammar/decisions.ts.
import { expect, test } from "vitest";
import { DECISIONS } from "../../grammar/decisions.gen.ts";
import { PythonParser } from "../../grammar/parser.ts";

test("the recorded decisions are those of the rules", () => {
  expect(new PythonParser(false).decisions()).toBe(DECISIONS);
});
