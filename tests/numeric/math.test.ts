// The elementary functions against the C library that CPython was recorded with; recordmath.py has written math.bin:
// for each function its name, the number of arguments and of rows, then rows of arguments and result.
// Nearly all results are equal; the rest, where the library itself is not correctly rounded, are its neighbours.
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import * as explog from "../../src/objects/numeric/explog.ts";
import * as hyperbolic from "../../src/objects/numeric/hyperbolic.ts";
import * as special from "../../src/objects/numeric/special.ts";
import * as trig from "../../src/objects/numeric/trig.ts";

type MathFunction = (x: number, y: number) => number;
const functions = new Map(
  Object.entries({ ...explog, ...hyperbolic, ...special, ...trig }) as [string, MathFunction][],
);

/** Units in the last place that a result may be off, and the share of results that may be: else 1 and 0.005. */
const TOLERANCE: Record<string, { units: number; share: number }> = {
  gamma: { units: 5, share: 0.01 },
  lgamma: { units: 300, share: 0.01 },
  erfc: { units: 2, share: 0.005 },
  log10: { units: 2, share: 0.005 },
};

const view = new DataView(new ArrayBuffer(8));

function ordinal(x: number): bigint {
  view.setFloat64(0, x);
  const bits = view.getBigInt64(0);
  return bits < 0n ? -(bits & 0x7fffffffffffffffn) : bits;
}

const data = readFileSync(`${process.env.RECORDED_DIR ?? "tests/numeric"}/math.bin`);
for (let at = 0; at < data.length; ) {
  const name = data.toString("latin1", at, at + 8).trim();
  const args = data.readInt32LE(at + 8);
  const rows = data.readInt32LE(at + 12);
  const start = at + 16;
  at = start + rows * (args + 1) * 8;
  test(name, () => {
    const { units, share } = TOLERANCE[name] ?? { units: 1, share: 0.005 };
    let unequal = 0;
    for (let row = 0; row < rows; row++) {
      const values = Array.from({ length: args + 1 }, (_, i) => data.readDoubleLE(start + (row * (args + 1) + i) * 8));
      const expected = values.pop()!;
      const got = functions.get(name)!(values[0], values[1]);
      if (Object.is(got, expected)) continue;
      unequal++;
      const off = ordinal(got) - ordinal(expected);
      expect(Number(off < 0n ? -off : off), `${name}(${values.join(", ")})`).toBeLessThanOrEqual(units);
    }
    expect(unequal / rows).toBeLessThanOrEqual(share);
  });
}
