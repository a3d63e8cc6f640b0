// Bundles the `ouro` command and the embedding API into dist/, and takes the start-up snapshot.
// ESM, because it starts as fast as CommonJS here and package.json says so for every file.
import { spawnSync } from "node:child_process";
import { chmodSync, copyFileSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { resolve } from "node:path";
import { type BuildOptions, build } from "esbuild";
import { ENGINE_FLAGS } from "../cli/engine.ts";
import { snapshotKey } from "../cli/snapshotkey.ts";

import { compilerKey, LIBRARY_LICENCE, LIBRARY_NOTICE, packedLibrary } from "./library.ts";

const root = resolve(import.meta.dirname, "../..");

const bundle = (entry: string, outfile: string, extra: BuildOptions = {}): Promise<unknown> =>
  build({
    absWorkingDir: root,
    entryPoints: [entry],
    outfile,
    bundle: true,
    format: "esm",
    minifySyntax: true,
    target: "node20",
    // A class or function that keeps its name costs a call per definition; none is looked up by name.
    keepNames: false,
    legalComments: "none",
    define: { OUROBOROS_BUILD: JSON.stringify(compilerKey()) },
    logLevel: "warning",
    ...extra,
  });

const started = performance.now();
rmSync(resolve(root, "dist"), { recursive: true, force: true });
const dist = (name: string): string => resolve(root, "dist", name);
const forNode: BuildOptions = { platform: "node" };

/**
 * The command is a shell script that is a comment to JavaScript: run as a program it starts node from the
 * snapshot at once; run by node, or when the snapshot is another node's, it is the launcher.
 */
const LAUNCHER = [
  "f=$0",
  '[ -h "$f" ] && f=$(readlink -f "$f")',
  'd=$(dirname "$f")',
  'read -r n 2>/dev/null < "$d/ouro.blob.node"',
  '[ "$n" ] && [ "$n" = "$(command -v node)" ] && [ ! "$n" -nt "$d/ouro.blob" ] && [ -z "$NODE_OPTIONS" ]' +
    ` && ulimit -S -s 8192 2>/dev/null && exec "$n" ${ENGINE_FLAGS.join(" ")} "--snapshot-blob=$d/ouro.blob" "$f" "$@"`,
  'exec node "$f" "$@"',
].join("; ");

/** The node that a shell would start, when it is the one that runs now; else nothing. */
function nodeOnPath(): string {
  const path = spawnSync("sh", ["-c", "command -v node"], { encoding: "utf8" }).stdout?.trim() ?? "";
  return path !== "" && realpathSync(path) === realpathSync(process.execPath) ? path : "";
}

/** The start-up snapshot of the command. A node that cannot make one leaves the command without. */
function takeSnapshot(): void {
  const words = [
    ...ENGINE_FLAGS,
    "--no-warnings",
    `--snapshot-blob=${dist("ouro.blob")}`,
    "--build-snapshot",
    dist("snapshot.cjs"),
  ];
  const { status, stderr } = spawnSync(process.execPath, words, { encoding: "utf8" });
  rmSync(dist("snapshot.cjs"));
  if (status === 0) {
    writeFileSync(dist("ouro.blob.key"), snapshotKey());
    writeFileSync(dist("ouro.blob.node"), `${nodeOnPath()}\n`);
  } else process.stderr.write(`no start-up snapshot: ${stderr}`);
}

/** The packed library, with its licence and a notice. */
function addLibrary(): void {
  const packed = packedLibrary();
  if (packed === null) {
    process.stderr.write("no standard library: the package that has its files is not installed\n");
    return;
  }
  copyFileSync(packed, dist("library.bin"));
  copyFileSync(LIBRARY_LICENCE, dist("library.LICENSE.txt"));
  writeFileSync(dist("library.NOTICE.txt"), LIBRARY_NOTICE);
}

try {
  await Promise.all([
    bundle("src/index.ts", "dist/index.js", { platform: "neutral", mainFields: ["module", "main"] }),
    bundle("src/cli/main.ts", "dist/command.js", forNode),
    bundle("src/cli/launch.ts", "dist/ouro.js", { ...forNode, banner: { js: `#!/bin/sh\n":" //; ${LAUNCHER}` } }),
    bundle("src/cli/snapshot.ts", "dist/snapshot.cjs", { ...forNode, format: "cjs" }),
  ]);
} catch {
  // esbuild has printed the errors itself.
  process.exit(1);
}
takeSnapshot();
addLibrary();
chmodSync(dist("ouro.js"), 0o755);
if (process.env.npm_lifecycle_event === "build")
  console.log(`built dist/ in ${Math.round(performance.now() - started)} ms`);
