// Code objects cross over: CPython's .pyc files run here, and ours run in CPython. Needs a CPython 3.12.
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { parse } from "../../grammar/index.ts";
import { writePyc } from "../../src/bytecode/marshal.ts";
import { compile } from "../../src/compiler/index.ts";
import { nodeFiles } from "../../src/host/nodefiles.ts";
import { Interpreter } from "../../src/index.ts";
import { findCPython, libraryOf, runCPython } from "../../src/tools/python.ts";

const python = findCPython();
const MODULES = [
  "json/__init__.py",
  "json/decoder.py",
  "json/encoder.py",
  "json/scanner.py",
  "collections/__init__.py",
  "collections/abc.py",
  "argparse.py",
  "dataclasses.py",
];

const PROGRAM = `
import argparse, collections, dataclasses, json

@dataclasses.dataclass(order=True)
class Point:
    x: int
    y: list = dataclasses.field(default_factory=list)

parser = argparse.ArgumentParser(prog="points")
parser.add_argument("--x", type=int, default=3)
parser.add_argument("names", nargs="*")
args = parser.parse_args(["--x", "5", "a", "b"])
print(args, Point(args.x, args.names), Point(1) < Point(2))
print(json.dumps({"a": [1, 2.5, None, "é"], "b": dataclasses.asdict(Point(1))}, indent=1), json.loads('[1, {"x": "\\\\u00e9"}]'))
Pair = collections.namedtuple("Pair", "left right")
print(Pair(1, right=2), collections.Counter("abracadabra").most_common(2), collections.ChainMap({1: 2}, {3: 4})[3])
for module in argparse, collections, dataclasses, json, json.decoder:
    print(module.__file__[-4:], module.__cached__ and module.__cached__[-4:])
`;

const folder = mkdtempSync(join(tmpdir(), "ouro-pyc-"));
afterAll(() => rmSync(folder, { recursive: true }));

describe.skipIf(python === null)("code objects cross over", () => {
  test("CPython's .pyc files of the library run here", () => {
    if (python === null) return;
    const library = libraryOf(python);
    for (const path of MODULES) {
      const target = join(folder, path.replace(/py$/, "pyc"));
      mkdirSync(dirname(target), { recursive: true });
      const words = [
        "-P",
        "-c",
        `import py_compile; py_compile.compile(${JSON.stringify(join(library, path))}, ${JSON.stringify(target)})`,
      ];
      expect(runCPython(python, words, folder).status).toBe(0);
    }
    const file = join(folder, "points.py");
    writeFileSync(file, PROGRAM);
    const theirs = runCPython(python, [file], folder);
    let stdout = "";
    let stderr = "";
    const here = new Interpreter({
      argv: [file],
      files: nodeFiles,
      path: [folder, library],
      stdout: (text) => {
        stdout += text;
      },
      stderr: (text) => {
        stderr += text;
      },
    });
    const { status } = here.run(PROGRAM, file);
    here.dispose();
    expect({ stdout, stderr, status }).toEqual(theirs);
  });

  test("our .pyc files run in CPython", () => {
    if (python === null) return;
    const samples = resolve(import.meta.dirname, "../../samples");
    for (const name of ["generators", "deleting", "in_place", "closures_and_leaks"]) {
      const source = readFileSync(join(samples, `${name}.py`), "utf8");
      const file = join(folder, `${name}.pyc`);
      writeFileSync(file, writePyc(compile(parse(source), { filename: `${name}.py` }), 0, source.length));
      const { stdout, stderr } = runCPython(python, [file], samples);
      expect({ stdout, stderr }).toEqual({ stdout: readFileSync(join(samples, `${name}.out`), "utf8"), stderr: "" });
    }
  });
});
