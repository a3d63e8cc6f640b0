// Each right program of right.txt gives CPython's tree, position by position, and CPython's warnings (recorded by
// right.py).
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { type Mode, parse } from "../../grammar/index.ts";
import { dump } from "./dump.ts";

interface Record {
  readonly mode: Mode;
  readonly source: string;
  readonly tree: string;
  readonly warnings: [string, string, number][];
}

const records: Record[] = JSON.parse(readFileSync(new URL("./right.json", import.meta.url), "utf8"));

test.each(records.map((record) => [record.source.slice(0, 60), record] as const))("%j", (_, record) => {
  const warnings: [string, string, number][] = [];
  const tree = parse(record.source, {
    mode: record.mode,
    warn: (...[category, message, line]) => warnings.push([category, message, line]),
  });
  expect(dump(tree)).toBe(record.tree);
  expect(warnings).toEqual(record.warnings);
});
