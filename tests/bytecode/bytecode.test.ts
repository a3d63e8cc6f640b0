// Checks the bytecode layer against what `record.py` recorded of CPython 3.12: the table of opcodes,
// dis, marshal, the location and exception tables.

import { readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { CodeUnit, Constant } from "../../src/bytecode/code.ts";
import { disassemble } from "../../src/bytecode/dis.ts";
import { readExceptionTable, writeExceptionTable } from "../../src/bytecode/exceptiontable.ts";
import { LocationWriter, positionsOf } from "../../src/bytecode/locations.ts";
import { writeMarshal, writePyc } from "../../src/bytecode/marshal.ts";
import { OP, OPCODES, stackEffect } from "../../src/bytecode/opcodes.ts";
import { MarshalError, readMarshal, readPyc } from "../../src/bytecode/unmarshal.ts";

const read = (name: string) => JSON.parse(readFileSync(join(import.meta.dirname, name), "utf8"));

interface OpcodeRow {
  name: string;
  code: number;
  kind: string;
  caches: number;
  effects: [arg: number | null, falls: number, jumps: number][];
}

interface Disassembly {
  code: string;
  dis: string;
  positions: [line: number, endLine: number, col: number, endCol: number][];
}

const { opcodes, magic } = read("opcodes.json") as { opcodes: OpcodeRow[]; magic: number[] };
const recorded = read("dis.json") as Disassembly[];

function codeOf(one: Disassembly): CodeUnit {
  const value = readMarshal(Buffer.from(one.code, "base64"));
  if (value.type !== "code") throw new TypeError("no code object was recorded");
  return value.code;
}

describe("the table of opcodes is CPython's", () => {
  for (const row of opcodes) {
    test(row.name, () => {
      const ours = OPCODES[row.code];
      expect(ours).toMatchObject({ name: row.name, arg: row.kind, caches: row.caches });
      expect(OP[row.name as keyof typeof OP]).toBe(row.code);
      for (const [arg, falls, jumps] of row.effects) {
        expect([stackEffect(row.code, arg ?? 0, false), stackEffect(row.code, arg ?? 0, true)]).toEqual([falls, jumps]);
      }
    });
  }

  test("has no others", () => {
    const known = new Set(opcodes.map((row) => row.name)).add("RESERVED");
    expect(OPCODES.filter((row) => row !== undefined && !known.has(row.name))).toEqual([]);
  });
});

const codeRepr = (code: CodeUnit): string => `<code object ${code.name}, file "file.py", line ${code.firstLineno}>`;

describe("dis prints what CPython's prints", () => {
  recorded.forEach((one, i) => {
    test(`code object ${i}`, () => {
      expect(disassemble(codeOf(one), { codeRepr })).toBe(one.dis);
    });
  });
});

describe("location tables", () => {
  recorded.forEach((one, i) => {
    test(`code object ${i} is read as co_positions() reads it`, () => {
      const code = codeOf(one);
      const positions = positionsOf(code.lineTable, code.firstLineno, code.code.length / 2);
      const start = positions.slice(0, one.positions.length);
      expect(start.map(({ line, endLine, col, endCol }) => [line, endLine, col, endCol])).toEqual(one.positions);
    });
  });

  test("what is written is read back", () => {
    const column = fc.integer({ min: 0, max: 300 });
    const entry = fc.record({
      line: fc.integer({ min: 0, max: 5000 }),
      height: fc.integer({ min: 0, max: 3 }),
      col: column,
      width: column,
      units: fc.integer({ min: 1, max: 20 }),
    });
    fc.assert(
      fc.property(fc.array(entry), fc.integer({ min: 1, max: 5000 }), (entries, firstLineno) => {
        const writer = new LocationWriter(firstLineno);
        const expected = entries.flatMap(({ line, height, col, width, units }) => {
          const position = { line, endLine: line + height, col, endCol: col + width };
          writer.write(position, units);
          return new Array(units).fill(position);
        });
        expect(positionsOf(writer.finish(), firstLineno, expected.length)).toEqual(expected);
      }),
    );
  });
});

test("exception tables that are written are read back", () => {
  const number = fc.integer({ min: 0, max: 2 ** 20 });
  const guard = fc.record({ start: number, size: number, target: number, depth: number, lasti: fc.boolean() });
  fc.assert(
    fc.property(fc.array(guard), (raw) => {
      const guards = raw.map(({ size, ...rest }) => ({ ...rest, end: rest.start + size }));
      expect(readExceptionTable(writeExceptionTable(guards))).toEqual(guards);
    }),
  );
});

describe("marshal", () => {
  recorded.forEach((one, i) => {
    test(`code object ${i} survives`, () => {
      const code = codeOf(one);
      expect(readMarshal(writeMarshal({ type: "code", code }))).toEqual({ type: "code", code });
      const pyc = writePyc(code, 1234567890, 42);
      expect([...pyc.subarray(0, 4)]).toEqual(magic);
      expect(readPyc(pyc)).toEqual({ code, flags: 0, mtime: 1234567890, size: 42 });
    });
  });

  const ascii: Constant = { type: "str", value: "shared" };
  const shared: Constant = { type: "tuple", items: [ascii, { type: "float", value: 1.5 }] };
  const constants: Constant[] = [
    { type: "int", value: -(2n ** 31n) },
    { type: "int", value: 2n ** 31n },
    { type: "int", value: -(10n ** 50n) },
    { type: "complex", real: -0, imag: Number.NaN },
    { type: "bytes", value: Uint8Array.of(0, 128, 255) },
    { type: "str", value: "x".repeat(300) },
    { type: "str", value: "\ud800 é 😀" },
    { type: "frozenset", items: [ascii] },
    { type: "tuple", items: [shared, shared, ascii] },
    { type: "tuple", items: new Array<Constant>(300).fill({ type: "None" }) },
  ];
  for (const value of constants) {
    test(`${value.type} survives`, () => {
      expect(readMarshal(writeMarshal(value))).toEqual(value);
    });
  }

  test("another version's file is none", () => {
    const pyc = writePyc(codeOf(recorded[0]), 0, 0);
    pyc[0] ^= 1;
    expect(readPyc(pyc)).toBeNull();
  });

  test("broken bytes are refused, without a JavaScript error", () => {
    const whole = writeMarshal({ type: "code", code: codeOf(recorded[1]) });
    const refusesOrReads = (bytes: Uint8Array): void => {
      try {
        readMarshal(bytes);
      } catch (error) {
        expect(error).toBeInstanceOf(MarshalError);
      }
    };
    for (let end = 0; end < whole.length; end++) refusesOrReads(whole.subarray(0, end));
    const change = fc.tuple(fc.nat(whole.length - 1), fc.nat(255));
    fc.assert(
      fc.property(fc.array(change, { minLength: 1, maxLength: 4 }), (changes) => {
        const bytes = whole.slice();
        for (const [at, value] of changes) bytes[at] = value;
        refusesOrReads(bytes);
      }),
    );
    refusesOrReads(new Uint8Array(5000).fill(")".charCodeAt(0)));
    refusesOrReads(Uint8Array.from({ length: 5000 }, (_, i) => (i % 2 === 0 ? ")".charCodeAt(0) : 1)));
  });
});
