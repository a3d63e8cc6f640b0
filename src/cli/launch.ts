// The `ouro` command as it is installed. It starts node once more, from a snapshot that has
// everything loaded and with as much stack as a process usually has: that takes less time than
// loading the command here. Without a snapshot that fits this node, the command runs right here.
import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { ENGINE_FLAGS, STACK_KIB } from "./engine.ts";
import { snapshotKey } from "./snapshotkey.ts";

const here = (name: string): string => fileURLToPath(new URL(name, import.meta.url));

function textOf(path: string): string {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return "";
  }
}

/** Does the process have the stack that the flags promise? Where nobody says, it has the usual 8 MiB. */
function hasStack(): boolean {
  const soft = /^Max stack size +(\S+)/m.exec(textOf("/proc/self/limits"))?.[1] ?? "unlimited";
  return soft === "unlimited" || Number(soft) >= (STACK_KIB + 512) * 1024;
}

const usable = (): boolean =>
  process.execArgv.length === 0 && textOf(here("./ouro.blob.key")) === snapshotKey() && hasStack();

function launch(): void {
  // The program below gets the same signals, and says what becomes of them.
  const ignore = (): void => {};
  for (const signal of ["SIGINT", "SIGQUIT"] as const) process.on(signal, ignore);
  const words = [
    ...ENGINE_FLAGS,
    `--snapshot-blob=${here("./ouro.blob")}`,
    here("./ouro.js"),
    ...process.argv.slice(2),
  ];
  const { status, signal, error } = spawnSync(process.execPath, words, { stdio: "inherit" });
  if (error !== undefined) throw error;
  if (signal !== null) {
    process.removeAllListeners(signal);
    process.kill(process.pid, signal);
  }
  process.exitCode = status ?? 1;
}

if (usable()) launch();
else await import(new URL("./command.js", import.meta.url).href);
