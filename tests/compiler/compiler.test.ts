// Compares what the compiler makes with what `record.py` recorded of CPython 3.12: code objects in
// all their attributes, refusals and warnings in all their words and positions.

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { type Mod, type Mode, parse, SourceError } from "../../grammar/index.ts";
import type { CodeUnit, Constant } from "../../src/bytecode/code.ts";
import { disassemble } from "../../src/bytecode/dis.ts";
import { constantRepr } from "../../src/bytecode/repr.ts";
import { readMarshal } from "../../src/bytecode/unmarshal.ts";
import { ALLOW_TOP_LEVEL_AWAIT, compile, TooDeep } from "../../src/compiler/index.ts";

const here = import.meta.dirname;
const read = (name: string): string => readFileSync(join(here, name), "utf8");

interface CodeCase {
  file?: string;
  source?: string;
  mode: Mode;
  optimize: 0 | 1 | 2;
  flags: number;
  code: string;
}

/** A constant as text: a frozenset in an order of its own, a code object by name. */
function constantKey(value: Constant): string {
  if (value.type === "frozenset") return `frozenset(${value.items.map(constantKey).sort().join()})`;
  if (value.type === "tuple") return `(${value.items.map(constantKey).join()})`;
  return value.type === "code" ? `code ${value.code.qualname}` : `${value.type} ${constantRepr(value)}`;
}

/** Everything about a code object but what lies in the code objects among its constants. */
function picture(code: CodeUnit) {
  return {
    ...code,
    code: disassemble({ ...code, consts: code.consts.map((value) => (value.type === "code" ? NONE : value)) }),
    bytes: Buffer.from(code.code).toString("hex"),
    consts: code.consts.map(constantKey),
    localsPlusKinds: [...code.localsPlusKinds],
    lineTable: Buffer.from(code.lineTable).toString("hex"),
    exceptionTable: Buffer.from(code.exceptionTable).toString("hex"),
  };
}

/** The tree of a source; a prompt's input is a module's statements. */
function treeOf(source: string, mode: Mode): Mod {
  const tree = parse(source, { mode: mode === "eval" ? mode : "exec" });
  return mode === "single" && tree.kind === "Module" ? { kind: "Interactive", body: tree.body } : tree;
}

const NONE: Constant = { type: "None" };

function compareCode(ours: CodeUnit, theirs: CodeUnit): void {
  expect(picture(ours)).toEqual(picture(theirs));
  const inside = (code: CodeUnit) => code.consts.flatMap((value) => (value.type === "code" ? [value.code] : []));
  const others = inside(theirs);
  inside(ours).forEach((code, i) => {
    compareCode(code, others[i]);
  });
}

describe("code objects are CPython's", () => {
  for (const one of JSON.parse(read("code.json")) as CodeCase[]) {
    const name = one.file ?? JSON.stringify(one.source);
    test(`${name} ${one.mode} -${"O".repeat(one.optimize)}${one.flags ? " await" : ""}`, () => {
      const source = one.source ?? read(`sources/${one.file}`);
      const { mode, optimize, flags } = one;
      const code = compile(treeOf(source, mode), { filename: "file.py", optimize, flags });
      const theirs = readMarshal(Buffer.from(one.code, "base64"));
      if (theirs.type !== "code") throw new TypeError("no code object was recorded");
      compareCode(code, theirs.code);
    });
  }
});

interface ErrorCase {
  source: string;
  error: unknown[] | null;
  warnings: unknown[][];
}

describe("refusals and warnings are CPython's", () => {
  for (const one of JSON.parse(read("errors.json")) as ErrorCase[]) {
    test(JSON.stringify(one.source.slice(0, 60)), () => {
      const warnings: unknown[][] = [];
      const warn = (category: string, message: string, lineno: number) => warnings.push([category, message, lineno]);
      let error: unknown[] | null = null;
      try {
        compile(parse(one.source, { warn }), { filename: "file.py", warn });
      } catch (thrown) {
        if (!(thrown instanceof SourceError)) throw thrown;
        const { kind, message, lineno, offset, endLineno, endOffset } = thrown;
        error = [kind, message, lineno, offset, endLineno, endOffset];
      }
      expect(error).toEqual(one.error);
      expect(warnings).toEqual(one.warnings);
    });
  }

  test("an error quotes its line when the source is given", () => {
    const source = "x = 1\n  \nreturn 2\n";
    const refused = () => compile(parse(source), { filename: "file.py", source });
    expect(refused).toThrow(expect.objectContaining({ lineno: 3, text: "return 2\n" }));
  });
});

describe("depth is counted", () => {
  const forms: Record<string, (n: number) => string> = {
    sum: (n) => `a${"+a".repeat(n)}`,
    attributes: (n) => `a${".a".repeat(n)}`,
    calls: (n) => `a${"()[0]".repeat(n >> 1)}`,
    negations: (n) => `${"not ".repeat(n)}a`,
    elif: (n) => `if a: b\n${"elif a: b\n".repeat(n)}`,
  };
  for (const [name, form] of Object.entries(forms)) {
    test(`a long chain compiles, a longer one is refused: ${name}`, () => {
      expect(() => compile(parse(form(2900)), { filename: "file.py" })).not.toThrow();
      expect(() => compile(parse(form(3100)), { filename: "file.py" })).toThrow(TooDeep);
    });
  }

  for (const form of ["lambda: ", "a if b else ", "a ** "]) {
    test(`deep nesting is refused: ${form}`, () => {
      expect(() => compile(parse(`${form.repeat(2900)}a`), { filename: "file.py" })).toThrow(TooDeep);
    });
  }
});

test("top-level await is a flag", () => {
  expect(() => compile(parse("await x"), { filename: "file.py" })).toThrow(SourceError);
  expect(() => compile(parse("await x"), { filename: "file.py", flags: ALLOW_TOP_LEVEL_AWAIT })).not.toThrow();
});
