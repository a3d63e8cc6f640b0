// Runs one case of the command line, with CPython to record it or with `ouro` to judge it.
// Names and folders of this machine are taken out of what is printed, so that the two compare.
import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { maskAddresses, plainEnvironment, type Result } from "./python.ts";

const root = resolve(import.meta.dirname, "../..");
const folder = join(root, "tests/cli/files");

export const RECORDED = join(root, "tests/cli/recorded.json");

export interface Case {
  name: string;
  args: string[];
  stdin?: string;
  /** Only so many lines of each stream are CPython's to say. */
  lines?: number;
  /** Only so many words of each stream are. */
  words?: number;
  /** The last part of the version may differ. */
  version?: boolean;
  /** The reader of stdout has gone before anything is written. */
  broken?: boolean;
  /** There is no stdout. */
  closed?: boolean;
  /** stderr goes where stdout goes: the order in which the two are written counts. */
  merged?: boolean;
}

export const loadCases = (): Case[] => JSON.parse(readFileSync(join(root, "tests/cli/cases.json"), "utf8"));

const quote = (text: string): string => `'${text.replaceAll("'", "'\\''")}'`;

function shellLine(command: string[], subject: Case): string {
  const words = [...command, ...subject.args].map(quote).join(" ");
  if (subject.broken) return `{ sleep 0.2; ${words}; } | true; exit \${PIPESTATUS[0]}`;
  if (subject.merged) return `${words} 2>&1`;
  return subject.closed ? `${words} >&-` : words;
}

function cut(text: string, subject: Case): string {
  if (subject.version) return text.replace(/\.\d+(?=\n)/, ".N");
  if (subject.lines !== undefined) return text.split("\n").slice(0, subject.lines).join("\n");
  if (subject.words !== undefined) return text.split(/\s+/).slice(0, subject.words).join(" ");
  return text;
}

/** `command` is what the user would type for the interpreter; messages call it by the name `ouro`. */
export function runCase(command: string[], subject: Case): Result {
  const { stdout, stderr, status, signal } = spawnSync("bash", ["-c", shellLine(command, subject)], {
    cwd: folder,
    input: subject.stdin ?? "",
    encoding: "utf8",
    env: { ...plainEnvironment(), PYTHONUTF8: "1" },
    timeout: 60_000,
  });
  const clean = (text: string): string =>
    cut(
      maskAddresses(
        text.replaceAll(`${folder}/`, "").replaceAll(command.join(" "), "ouro").replaceAll(command.at(-1)!, "ouro"),
      ),
      subject,
    );
  return { stdout: clean(stdout), stderr: clean(stderr), status: signal === "SIGINT" ? 130 : (status ?? -1) };
}
