// Bundles the `ouro` command and the embedding API into dist/.
// ESM, because it starts as fast as CommonJS here and package.json says so for every file.
import { chmodSync, existsSync, rmSync } from "node:fs";
import { resolve } from "node:path";
import { type BuildOptions, build } from "esbuild";

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
    logLevel: "warning",
    ...extra,
  });

const started = performance.now();
rmSync(resolve(root, "dist"), { recursive: true, force: true });
const jobs = [bundle("src/index.ts", "dist/index.js", { platform: "neutral", mainFields: ["module", "main"] })];
if (existsSync(resolve(root, "src/cli/main.ts")))
  jobs.push(bundle("src/cli/main.ts", "dist/ouro.js", { platform: "node", banner: { js: "#!/usr/bin/env node" } }));
try {
  await Promise.all(jobs);
} catch {
  // esbuild has printed the errors itself.
  process.exit(1);
}
if (jobs.length > 1) chmodSync(resolve(root, "dist/ouro.js"), 0o755);
if (process.env.npm_lifecycle_event === "build")
  console.log(`built dist/ in ${Math.round(performance.now() - started)} ms`);
