// Each wrong program of wrong.txt is refused in CPython's words, at CPython's place (recorded by wrong.py).
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { type Mode, parse, SourceError } from "../../grammar/index.ts";

interface Record {
  readonly mode: Mode;
  readonly source: string;
  readonly flags: number;
  /** Null where CPython accepts the program. */
  readonly error: unknown[] | null;
}

const records: Record[] = JSON.parse(readFileSync(new URL("./wrong.json", import.meta.url), "utf8"));

const DONT_IMPLY_DEDENT = 0x200;
const ALLOW_INCOMPLETE = 0x4000;

function judge({ mode, source, flags }: Record): unknown[] | null {
  try {
    const dontImplyDedent = (flags & DONT_IMPLY_DEDENT) !== 0;
    const allowIncomplete = (flags & ALLOW_INCOMPLETE) !== 0;
    parse(source, { mode, dontImplyDedent, allowIncomplete });
    return null;
  } catch (error) {
    if (!(error instanceof SourceError)) throw error;
    const { kind, message, lineno, offset, endLineno, endOffset, text } = error;
    return [kind, message, lineno, offset, endLineno, endOffset, text];
  }
}

test.each(records.map((record) => [record.source.slice(0, 60), record] as const))("%j", (_, record) => {
  expect(judge(record)).toEqual(record.error);
});
