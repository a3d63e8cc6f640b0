// Reads what recording.py has written and compares our answers with CPython's.
// RECORDED_DIR may name another folder of recordings, longer ones for a hunt.
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import type { Owned } from "../../src/heap/refs.ts";
import { PyError, setExceptionMaker } from "../../src/native/errors.ts";

/** A value of a recording after decoding. */
export type Datum = null | boolean | number | bigint | string | Uint8Array | FloatBits | Raised | Datum[];

/** A float, which a number alone would confuse with an int. */
export class FloatBits {
  readonly x: number;
  constructor(x: number) {
    this.x = x;
  }
}

export class Raised {
  readonly type: string;
  readonly message: string | null;
  constructor(type: string, message: string | null) {
    this.type = type;
    this.message = message;
  }
}

export function installErrors(): void {
  setExceptionMaker((name, message) => new Raised(name, message) as unknown as Owned);
}

function decode(value: unknown): Datum {
  if (Array.isArray(value)) return value.map(decode);
  if (value === null || typeof value !== "object") return value as Datum;
  const tagged = value as Record<string, string>;
  if ("i" in tagged) return BigInt(tagged.i);
  if ("b" in tagged) return Uint8Array.from(tagged.b.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));
  if ("e" in tagged) return new Raised(tagged.e, tagged.m);
  if (tagged.f === "nan") return new FloatBits(Number.NaN);
  const view = new DataView(new ArrayBuffer(8));
  view.setBigUint64(0, BigInt(`0x${tagged.f}`));
  return new FloatBits(view.getFloat64(0));
}

/** The text by which two answers are compared. */
function shown(value: Datum): string {
  if (value instanceof FloatBits) return Object.is(value.x, -0) ? "float -0" : `float ${value.x}`;
  if (value instanceof Raised) return `${value.type}: ${value.message ?? ""}`;
  if (value instanceof Uint8Array) return `bytes ${value.join(" ")}`;
  if (Array.isArray(value)) return `[${value.map(shown).join(", ")}]`;
  if (typeof value === "number" && Object.is(value, -0)) return "int -0";
  return typeof value === "string" ? JSON.stringify(value) : String(value);
}

function answer(call: () => Datum): Datum {
  try {
    return call();
  } catch (error) {
    if (error instanceof PyError) return error.exception as unknown as Raised;
    throw error;
  }
}

/** One test for each function of the recording; `functions` must have them all. */
export function testRecorded(folder: string, functions: Record<string, (...args: never[]) => Datum>): void {
  installErrors();
  const file = `${process.env.RECORDED_DIR ?? `tests/${folder}`}/${folder}.jsonl`;
  const tables = new Map<string, unknown[][]>();
  for (const line of readFileSync(file, "utf8").trimEnd().split("\n")) {
    const [name, ...row]: [string, ...unknown[]] = JSON.parse(line);
    if (!tables.get(name)?.push(row)) tables.set(name, [row]);
  }
  for (const [name, rows] of tables) {
    test(name, () => {
      const wrong: string[] = [];
      for (const row of rows) {
        const values = row.map(decode);
        const expected = values.pop()!;
        const args = values.map((value) => (value instanceof FloatBits ? value.x : value)) as never[];
        const got = answer(() => functions[name](...args));
        if (shown(got) === shown(expected)) continue;
        wrong.push(`${name}(${values.map(shown).join(", ")}) is ${shown(got)}, not ${shown(expected)}`);
      }
      expect(wrong.slice(0, 10).join("\n"), `${wrong.length} of ${rows.length}`).toBe("");
    });
  }
}
