// Tells the lower layers, once, what they need of the higher ones.

import { characterName, lookupName } from "../grammar/index.ts";
import type { Value } from "./heap/refs.ts";
import { typeParameters } from "./modules/_typing.ts";
import { warn } from "./modules/_warnings.ts";
import { astSupport, compileText, decodeText, readPrompt } from "./modules/ast/frontend.ts";
import { setAtexitReporter } from "./modules/atexit.ts";
import { setFrameSupport } from "./modules/builtinattrs.ts";
import { addBuiltins } from "./modules/builtins.ts";
import { frameNatives as sysFrameNatives } from "./modules/frames.ts";
import { setGcUnraisable } from "./modules/gc.ts";
import { osErrorOf } from "./modules/hosterrors.ts";
import { nativeModules } from "./modules/index.ts";
import { addSysNatives } from "./modules/sys.ts";
import { sysAttribute } from "./modules/sysstate.ts";
import { tracingNatives } from "./modules/systracing.ts";
import "./objects/index.ts";
import { drop, keep } from "./heap/refs.ts";
import { call } from "./objects/call.ts";
import { dictPeek } from "./objects/dict.ts";
import { runtimeError } from "./objects/errors.ts";
import { readyTypes } from "./objects/ready.ts";
import { intern } from "./objects/str.ts";
import { setCharacterNames } from "./objects/text/names.ts";
import { setObjectWarner } from "./objects/warn.ts";
import { wireObjects } from "./objects/wiring.ts";
import { connectAsyncGenerators, wrapAsyncValue } from "./vm/asyncgen.ts";
import "./vm/codeattrs.ts";
import { frameNatives, setAstSupport } from "./vm/exec.ts";
import "./vm/frameattrs.ts";
import { setNativeModules } from "./vm/finders.ts";
import { runningFrame } from "./vm/frame.ts";
import { connectGroups } from "./vm/groups.ts";
import { setIntrinsicSupport } from "./vm/intrinsics.ts";
import { setHostFailure } from "./vm/loaders.ts";
import { currentLocals } from "./vm/locals.ts";
import { connectGenerators } from "./vm/neverawaited.ts";
import { reportUnraisable } from "./vm/report.ts";
import { setRunWarner } from "./vm/runmodule.ts";
import { setStatementReader } from "./vm/session.ts";
import { setCompiler, setDecoder } from "./vm/source.ts";

let wired = false;

/** Wires the layers and readies the types. Called before the first instance is made. */
export function wire(): void {
  if (wired) return;
  wired = true;
  wireObjects({ unraisable: reportUnraisable, currentModule });
  setNativeModules(nativeModules);
  setCharacterNames({ lookup: lookupName, nameOf: characterName });
  setCompiler(compileText);
  setDecoder(decodeText);
  setAstSupport(astSupport);
  setHostFailure((e, path) => osErrorOf(e.code, path));
  setStatementReader(readPrompt);
  setRunWarner(warn);
  setObjectWarner(warn);
  addBuiltins(frameNatives);
  addSysNatives(sysFrameNatives);
  addSysNatives(tracingNatives);
  setAtexitReporter((exception, func) => reportUnraisable(exception, func, "in atexit callback"));
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
