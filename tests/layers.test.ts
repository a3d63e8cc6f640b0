// The architecture, checked: imports go one way (type-only ones too), `node:` stays at the edge,
// packages are used where they belong, and no source file grows past 600 lines.
import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import { describe, expect, test } from "vitest";

const root = resolve(import.meta.dirname, "..");
const MAX_LINES = 600;

/** What each room may import besides itself. A room that is not listed may import nothing. */
const BELOW_MODULES = [
  "grammar",
  "src/bytecode",
  "src/compiler",
  "src/heap",
  "src/native",
  "src/objects",
  "src/vm",
  "src/jit",
];
const LAYERS: Record<string, string[]> = {
  grammar: [],
  "src/bytecode": [],
  "src/compiler": ["grammar", "src/bytecode"],
  "src/heap": [],
  "src/native": ["src/heap"],
  "src/objects": ["src/heap", "src/native"],
  "src/vm": ["src/bytecode", "src/heap", "src/native", "src/objects", "src/host"],
  "src/jit": ["src/bytecode", "src/heap", "src/native", "src/objects", "src/vm"],
  "src/host": [],
  "src/modules": [...BELOW_MODULES, "src/host"],
  "src/index.ts": [...BELOW_MODULES, "src/modules", "src/host", "src/instance.ts", "src/wiring.ts"],
  "src/instance.ts": [...BELOW_MODULES, "src/modules", "src/host", "src/wiring.ts"],
  "src/wiring.ts": [...BELOW_MODULES, "src/modules", "src/host"],
  "src/cli": ["src/index.ts", "src/repl", "src/host"],
  "src/repl": ["src/index.ts"],
  "src/web": ["src/index.ts", "src/host"],
  "src/tools": [...BELOW_MODULES, "src/modules", "src/host", "src/index.ts"],
};

/** The packages that shipped code may import, by room. Tools and tests may import any. */
const PACKAGES: Record<string, string[]> = { grammar: ["chevrotain"] };

const AT_THE_EDGE = /^(src\/cli\/|src\/host\/node|src\/tools\/|tests\/)/;
const IMPORT =
  /^\s*(?:import|export)\b[^"'`;]*?\bfrom\s*["']([^"']+)["']|^\s*import\s*["']([^"']+)["']|\bimport\(\s*["']([^"']+)["']/gm;

function sources(folder: string): string[] {
  return readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = `${folder}/${entry.name}`;
    if (entry.isDirectory()) return sources(path);
    return path.endsWith(".ts") ? [path] : [];
  });
}

/** The room a file stands in: "grammar", "src/vm", or the file itself for src/index.ts. */
const roomOf = (path: string): string =>
  path.startsWith("src/") ? path.split("/").slice(0, 2).join("/") : path.split("/")[0];

const importsOf = (path: string): string[] =>
  [...readFileSync(join(root, path), "utf8").matchAll(IMPORT)].map((match) => match[1] ?? match[2] ?? match[3]);

/** Why `file` may not import `specifier`, or null when it may. */
function objection(file: string, specifier: string): string | null {
  const room = roomOf(file);
  if (specifier.startsWith("node:")) return AT_THE_EDGE.test(file) ? null : `${file}: ${specifier} away from the edge`;
  if (room === "tests" || room === "src/tools") return null;
  if (!specifier.startsWith(".")) {
    return PACKAGES[room]?.includes(specifier) ? null : `${file}: the package ${specifier} has no place in ${room}`;
  }
  const target = relative(root, resolve(root, dirname(file), specifier));
  const there = roomOf(target);
  if (there === room || LAYERS[room]?.includes(there)) {
    const nodeHost = /^src\/host\/node/.test(target) && room !== "src/cli" && room !== "src/host";
    return nodeHost ? `${file}: ${target} is for the command alone` : null;
  }
  return `${file}: imports ${target}, and ${room} may not import ${there}`;
}

const shipped = [...sources("grammar"), ...sources("src")];
const all = [...shipped, ...sources("tests")];

describe("layers", () => {
  test("every import goes down", () => {
    const objections = all.flatMap((file) => importsOf(file).map((specifier) => objection(file, specifier)));
    expect(objections.filter((text) => text !== null)).toEqual([]);
  });

  test("relative imports name the file, with its extension", () => {
    const bare = all.flatMap((file) =>
      importsOf(file)
        .filter((specifier) => specifier.startsWith(".") && !/\.(ts|json)$/.test(specifier))
        .map((specifier) => `${file}: ${specifier}`),
    );
    expect(bare).toEqual([]);
  });

  test("no source file is longer than 600 lines", () => {
    const long = all
      .filter((file) => !file.endsWith(".gen.ts"))
      .map((file) => {
        const lines = readFileSync(join(root, file), "utf8").split("\n").length - 1;
        return lines > MAX_LINES ? `${file}: ${lines} lines` : null;
      });
    expect(long.filter((text) => text !== null)).toEqual([]);
  });

  test("every source file opens with a comment that says what it is", () => {
    const silent = shipped.filter((file) => !/^(#!.*\n)?\s*(\/\/|\/\*)/.test(readFileSync(join(root, file), "utf8")));
    expect(silent).toEqual([]);
  });

  test("an upward import, a stray node: import and a stray package are seen", () => {
    expect(objection("src/heap/object.ts", "../vm/frame.ts")).toContain("may not import src/vm");
    expect(objection("src/objects/list.ts", "../modules/gc.ts")).toContain("may not import src/modules");
    expect(objection("src/vm/loop.ts", "node:fs")).toContain("away from the edge");
    expect(objection("src/vm/loop.ts", "lodash")).toContain("has no place");
    expect(objection("src/index.ts", "./host/node.ts")).toContain("for the command alone");
    expect(objection("src/vm/loop.ts", "../objects/list.ts")).toBe(null);
  });
});
