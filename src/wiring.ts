// Tells the lower layers, once, what they need of the higher ones.

import type { Mod } from "../grammar/ast.ts";
import { SourceError, TooComplex } from "../grammar/errors.ts";
import { decodeSource, type Interactive, parse, parseInteractive, type Warn } from "../grammar/index.ts";
import { compile, TooDeep } from "./compiler/index.ts";
import type { Owned, Value } from "./heap/refs.ts";
import { typeParameters } from "./modules/_typing.ts";
import { warn, warnAt } from "./modules/_warnings.ts";
import { setAtexitReporter } from "./modules/atexit.ts";
import { setFrameSupport } from "./modules/builtinattrs.ts";
import { addBuiltins } from "./modules/builtins.ts";
import { frameNatives as sysFrameNatives } from "./modules/frames.ts";
import { setGcUnraisable } from "./modules/gc.ts";
import { osErrorOf } from "./modules/hosterrors.ts";
import { nativeModules } from "./modules/index.ts";
import { addSysNatives } from "./modules/sys.ts";
import { sysAttribute } from "./modules/sysstate.ts";
import { sourceText } from "./vm/reportsource.ts";
import "./objects/index.ts";
import { drop, keep } from "./heap/refs.ts";
import { call } from "./objects/call.ts";
import { dictPeek } from "./objects/dict.ts";
import { newError, recursionError, runtimeError } from "./objects/errors.ts";
import { readyTypes } from "./objects/ready.ts";
import { intern } from "./objects/str.ts";
import { setObjectWarner } from "./objects/warn.ts";
import { wireObjects } from "./objects/wiring.ts";
import { connectAsyncGenerators, wrapAsyncValue } from "./vm/asyncgen.ts";
import { newCode, type PyCode } from "./vm/code.ts";
import "./vm/codeattrs.ts";
import { frameNatives } from "./vm/exec.ts";
import "./vm/frameattrs.ts";
import { setNativeModules } from "./vm/finders.ts";
import { runningFrame } from "./vm/frame.ts";
import { connectGroups } from "./vm/groups.ts";
import { setIntrinsicSupport } from "./vm/intrinsics.ts";
import { setHostFailure } from "./vm/loaders.ts";
import { currentLocals } from "./vm/locals.ts";
import { reportUnraisable } from "./vm/report.ts";
import { connectGenerators } from "./vm/reportunraisable.ts";
import { setRunWarner } from "./vm/runmodule.ts";
import { type Reading, setStatementReader } from "./vm/session.ts";
import { instanceOptimize, type SourceMode, setCompiler, setDecoder, syntaxError } from "./vm/source.ts";

let wired = false;

/** Wires the layers and readies the types. Called before the first instance is made. */
export function wire(): void {
  if (wired) return;
  wired = true;
  wireObjects({ unraisable: reportUnraisable, currentModule });
  setNativeModules(nativeModules);
  setCompiler(compileText);
  setDecoder((bytes, filename) => refusing(filename, () => decode(bytes, filename)));
  setHostFailure((e, path) => osErrorOf(e.code, path));
  setStatementReader(readPrompt);
  setRunWarner(warn);
  setObjectWarner(warn);
  addBuiltins(frameNatives);
  addSysNatives(sysFrameNatives);
  setAtexitReporter(reportUnraisable);
  setFrameSupport({ locals: currentLocals });
  setGcUnraisable(reportUnraisable);
  setIntrinsicSupport({
    display(value: Value) {
      const hook = sysAttribute("displayhook");
      if (hook === undefined) throw runtimeError("lost sys.displayhook");
      drop(call(hook, keep(value)));
    },
    wrapAsyncValue,
    ...typeParameters,
  });
  connectGenerators();
  connectAsyncGenerators();
  connectGroups();
  readyTypes();
}

/** `__name__` of the globals of the code that runs. */
function currentModule(): Value | null {
  const f = runningFrame();
  return f === null ? null : (dictPeek(f.globals, intern("__name__")) ?? null);
}

/** Source bytes as text; a refusal names the file, when there is one. */
const decode = (bytes: Uint8Array, filename: string): string =>
  decodeSource(bytes, filename.startsWith("<") ? undefined : filename);

const FRONT_MODES = { exec: "exec", eval: "eval", single: "single" } as const;

/** From source to a code object; what the front end refuses is a SyntaxError. */
function compileText(
  source: string | Uint8Array,
  filename: string,
  mode: SourceMode,
  flags: number,
  optimize: number,
): Owned<PyCode> {
  return refusing(filename, () => {
    const text = typeof source === "string" ? source : decode(source, filename);
    const warn = warnerOf(filename);
    const tree: Mod = parse(text, { mode: FRONT_MODES[mode], filename, warn });
    return newCode(
      compile(tree, {
        filename,
        flags,
        optimize: optimizeLevel(optimize),
        source: sourceText(filename) ?? undefined,
        warn,
      }),
    );
  });
}

/** Gives the warnings that a source earns, about a line of it. */
const warnerOf =
  (filename: string): Warn =>
  (category, message, line) =>
    warnAt(category, message, filename, line);

/** A level that is not given is that of the instance, as sys.flags says. */
function optimizeLevel(given: number): 0 | 1 | 2 {
  return (given >= 0 ? given : instanceOptimize()) as 0 | 1 | 2;
}

const PROMPT_FILE = "<stdin>";

/** A statement of a prompt, from the start of its text; at the end of input there is no other line to wait for. */
function readPrompt(text: string, flags: number, atEnd: boolean): Reading {
  return refusing(PROMPT_FILE, () => {
    const warn = warnerOf(PROMPT_FILE);
    let reading = parseInteractive(text, warn);
    if (reading.status === "incomplete") {
      if (!atEnd) return reading;
      const tree = parse(text, { mode: "single", filename: PROMPT_FILE, warn });
      reading = { status: "complete", tree: tree as Interactive, end: text.length };
    }
    const unit = compile(reading.tree, { filename: PROMPT_FILE, flags, optimize: optimizeLevel(-1), warn });
    return { status: "complete", code: newCode(unit), end: reading.end };
  });
}

function refusing<T>(filename: string, body: () => T): T {
  try {
    return body();
  } catch (e) {
    if (e instanceof SourceError) throw syntaxError(e, filename);
    if (e instanceof TooDeep) throw recursionError(e.message);
    if (e instanceof TooComplex) throw newError("MemoryError", e.message);
    throw e;
  }
}
