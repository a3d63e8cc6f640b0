// A program as its user sees it: sources that run in `__main__` one after the other, what becomes
// of the exception that ends one of them, and the prompt's statements and texts.
import type { PyObject } from "../heap/object.ts";
import { drop, moved, newRef, type Owned, type Value } from "../heap/refs.ts";
import type { LimitName } from "../heap/work.ts";
import { callMethod } from "../objects/call.ts";
import type { PyDict } from "../objects/dict.ts";
import { dictGet, dictPeek, dictSet } from "../objects/dict.ts";
import { PyError } from "../objects/errors.ts";
import { matches, type PyException } from "../objects/exceptions.ts";
import { newFunction, type PyFunction } from "../objects/function.ts";
import { intValue } from "../objects/int.ts";
import { isModule, moduleDict } from "../objects/moduleobject.ts";
import { strText } from "../objects/protocol.ts";
import { None } from "../objects/singletons.ts";
import { intern, isStr, newStr } from "../objects/str.ts";
import { withArena } from "./arena.ts";
import { runCode } from "./calls.ts";
import type { PyCode } from "./code.ts";
import { lastly, untilHalted } from "./halted.ts";
import { arrived } from "./raise.ts";
import { printException } from "./reporthook.ts";
import { flushAfterRun, flushedAfter } from "./reportstream.ts";
import { runModuleAsMain } from "./runmodule.ts";
import { compileSource, decodeText, syntaxError, syntaxErrorText } from "./source.ts";
import { vm } from "./state.ts";
import { sysAttribute, sysDict } from "./sysattr.ts";

/** How a source came to its end: the status that CPython would exit with, whether it asked to exit, and the limit that has halted it. */
export interface Ending {
  status: number;
  exit: boolean;
  limit: LimitName | null;
}
const DONE: Ending = { status: 0, exit: false, limit: null };

/** What a prompt's text is so far. */
export type Reading =
  | { status: "incomplete" }
  /** `end` is where the statement ends in the text; `flags` are the features that it has turned on. */
  | { status: "complete"; code: Owned<PyCode>; end: number };
export type StatementReader = (text: string, flags: number, atEnd: boolean) => Reading;
let readStatement: StatementReader;
/** Told once by the embedding API: reads a statement of a prompt. Throws PyError. */
export const setStatementReader = (reader: StatementReader): void => {
  readStatement = reader;
};

/** The namespace of `__main__`, borrowed. */
function mainDict(): PyDict {
  const main = dictPeek(vm.modules, intern("__main__"));
  if (main === undefined || !isModule(main)) throw new Error("there is no __main__");
  return moduleDict(main);
}

/** Runs code that was just compiled in `__main__`. Steals it. */
function runMain(code: Owned<PyCode>): void {
  const globals = mainDict();
  const { name, qualname } = code.value;
  const func = (): Owned<PyFunction> => newFunction(code, globals, vm.builtins, name, qualname, None);
  withArena(code, () => drop(runCode(func(), newRef(globals))));
}

/** Runs `body`; an exception that nobody has handled ends it. With `stay` even SystemExit is only printed. */
function ending(body: () => void, stay = false): Ending {
  let answer = DONE;
  const limit = untilHalted(() => {
    try {
      body();
    } catch (e) {
      if (!(e instanceof PyError)) throw e;
      const exception = arrived(e);
      answer = lastly({ status: 1, exit: false, limit: null }, () => failed(exception, stay));
    }
  });
  return limit === null ? answer : { status: 1, exit: true, limit };
}

function failed(exception: PyException, stay: boolean): Ending {
  try {
    if (matches(exception, "SystemExit") && !stay) return { status: exitStatus(exception), exit: true, limit: null };
    const instead = printException(exception);
    if (instead !== null) {
      try {
        return { status: exitStatus(instead), exit: true, limit: null };
      } finally {
        drop(instead);
      }
    }
    return { status: matches(exception, "KeyboardInterrupt") ? 130 : 1, exit: false, limit: null };
  } finally {
    drop(moved(exception) as Owned);
  }
}

/** The status that a SystemExit asks for; what is no int is printed. */
function exitStatus(e: PyException): number {
  const code = e.value.members[0] ?? None;
  if (code === None) return 0;
  const n = intValue(code as Value);
  if (n !== undefined) return fitsLong(n) ? Number(BigInt.asUintN(8, BigInt(n))) : 255;
  writeError(`${strText(code)}\n`);
  return 1;
}
const fitsLong = (n: number | bigint): boolean => BigInt.asIntN(64, BigInt(n)) === BigInt(n);

/** Writes to sys.stderr, if there is one. */
function writeError(text: string): void {
  const stderr = sysAttribute("stderr");
  if (stderr !== undefined && stderr !== None) drop(callMethod(stderr, "write", newStr(text)));
}

/** What `python -c` calls its program. */
const COMMAND = "<string>";

/** Runs a source in `__main__`; bytes are those of a file. After a file, the streams are flushed before anything is told. */
export const runSource = (source: string | Uint8Array, filename: string, stay: boolean): Ending =>
  ending(() => {
    const text = typeof source === "string" ? source : fileText(source, filename);
    const code = compileSource(text, filename, "exec", 0, -1);
    if (filename === COMMAND) runMain(code);
    else flushedAfter(() => runMain(code));
  }, stay);

/** The text of a program's file. What is wrong with the bytes is said as when a file is read line by line. */
function fileText(bytes: Uint8Array, filename: string): string {
  const zero = bytes.indexOf(0);
  const text = decodedFile(zero < 0 ? bytes : bytes.subarray(0, zero), filename);
  if (zero < 0) return text;
  const before = text.split("\n");
  throw nullByte(before.length, before[before.length - 1], filename);
}

function decodedFile(bytes: Uint8Array, filename: string): string {
  try {
    return decodeText(bytes, filename);
  } catch (e) {
    if (!(e instanceof PyError)) throw e;
    const [message, , lineno] = (e.exception as PyException).value.members;
    if (lineno !== undefined && (lineno.value as number) > 0) throw e;
    const text = message !== undefined && isStr(message) ? message.value : "";
    drop(e.exception);
    throw syntaxErrorText(text.replace(/^unknown encoding:/, "encoding problem:"));
  }
}

const nullByte = (lineno: number, text: string, filename: string): PyError =>
  syntaxError(
    {
      kind: "SyntaxError",
      message: "source code cannot contain null bytes",
      lineno,
      offset: 0,
      endLineno: lineno,
      endOffset: 0,
      text,
    },
    filename,
  );

/** Runs a module as `python -m` does. */
export const runModule = (name: string, stay: boolean): Ending => ending(() => runModuleAsMain(name, mainDict()), stay);

// ---- the prompt ----

/** What became of a prompt's text: it wants another line, or its first statement has run, up to `end`. */
export type Answer = { status: "incomplete" } | { status: "done"; end: number; ending: Ending };

const FUTURE_FLAGS = 0x1fe0000;

/** Takes the lines that were typed so far; `flags` are the features in force, which statements add to. */
export function runStatement(text: string, prompt: { flags: number }, atEnd: boolean): Answer {
  let reading: Reading | null = null;
  const result = ending(() => {
    reading = readStatement(text, prompt.flags, atEnd);
    if (reading.status === "incomplete") return;
    prompt.flags |= reading.code.value.flags & FUTURE_FLAGS;
    runMain(reading.code);
  });
  const read = reading as Reading | null;
  flushAfterRun();
  if (read === null) return { status: "done", end: text.length, ending: result };
  return read.status === "incomplete" ? read : { status: "done", end: read.end, ending: result };
}

function quietly<T>(body: () => T): T | null {
  try {
    return body();
  } catch (e) {
    if (!(e instanceof PyError)) throw e;
    drop(e.exception);
    return null;
  }
}

/** The text of a prompt: `str(sys.ps1)`, or nothing when there is no such text. */
export function promptText(name: "ps1" | "ps2"): string {
  const value = sysAttribute(name);
  if (value === undefined) return "";
  const held = dictGet(sysDict() as PyDict, intern(name)) as Owned;
  try {
    return quietly(() => strText(held)) ?? "";
  } finally {
    drop(held);
  }
}

/** Gives sys its prompts; a program may have set them already. */
export function startPrompt(): void {
  const dict = sysDict();
  if (dict === null) return;
  for (const [name, text] of [
    ["ps1", ">>> "],
    ["ps2", "... "],
  ] as const) {
    if (sysAttribute(name) === undefined) dictSet(dict, intern(name), newStr(text));
  }
}

/** What a prompt prints when the user interrupts it. */
export const interrupted = (): void => writeError("\nKeyboardInterrupt\n");

/** A module-level name of `__main__`, set to a str or to None. */
export function setMainName(name: string, value: string | null): void {
  dictSet(mainDict(), intern(name), value === null ? newRef(None as PyObject) : newStr(value));
}
