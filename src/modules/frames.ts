// The functions of sys that look at frames, the hooks for exceptions that nobody handles, and what
// the machine's reports need of the layers above it.
import { newRef, type Owned, type OwnedValue, type Value } from "../heap/refs.ts";
import { def } from "../native/signature.ts";
import { newBuiltin } from "../objects/builtin.ts";
import { dictSet, newDict } from "../objects/dict.ts";
import { typeError, valueError } from "../objects/errors.ts";
import { newInt } from "../objects/int.ts";
import { getAttrText } from "../objects/protocol.ts";
import { None, newNone } from "../objects/singletons.ts";
import { newAnext } from "../vm/anext.ts";
import { setAsyncgenHooks } from "../vm/asyncgen.ts";
import { complete, type Frame, frameObject, runningFrame } from "../vm/frame.ts";
import { handledException } from "../vm/raise.ts";
import { setSegmentParser } from "../vm/reportcarets.ts";
import { exceptHook } from "../vm/reporthook.ts";
import { report } from "../vm/reportstream.ts";
import { UnraisableArgsType, unraisableText } from "../vm/reportunraisable.ts";
import { setAnextDefault } from "./builtiniter.ts";
import { segmentOf } from "./segments.ts";
import { sysState } from "./sysstate.ts";
import { MAIN_THREAD } from "./threadlocks.ts";

/** The frame so many calls up; null when there are not so many. */
function frameAt(depth: number): Frame | null {
  let f = runningFrame();
  for (let n = depth; n > 0 && f !== null; n--) f = complete(f.back);
  return f;
}

function getFrame(depth: number): OwnedValue {
  const f = frameAt(depth);
  if (f === null) throw valueError("call stack is not deep enough");
  return newRef(frameObject(f));
}

function moduleOfFrame(depth: number): OwnedValue {
  const func = frameAt(depth)?.func ?? null;
  return func === null ? newNone() : getAttrText(func, "__module__");
}

function currentFrameObject(): OwnedValue {
  const f = runningFrame();
  return f === null ? newNone() : newRef(frameObject(f));
}

/** A dict of one thread. */
function byThread(value: OwnedValue): OwnedValue {
  const threads = newDict();
  dictSet(threads, newInt(MAIN_THREAD), value);
  return threads;
}

/** Natives of sys. */
export const frameNatives = [
  def(
    "_getframe($module, depth: int = 0, /)",
    "The frame of the caller, or one so many calls further up.",
    (_module, depth) => getFrame(depth),
  ),
  def(
    "_getframemodulename($module, /, depth: int = 0)",
    "The name of the module of the caller, or of one further up.",
    (_module, depth) => moduleOfFrame(depth),
  ),
  def("_current_frames($module, /)", "A dict from the number of each thread to its frame.", () =>
    byThread(currentFrameObject()),
  ),
  def(
    "_current_exceptions($module, /)",
    "A dict from the number of each thread to the exception that it handles.",
    () => byThread(newRef(handledException() ?? None)),
  ),
];

const exceptHookNative = def(
  "excepthook($module, exctype, value, traceback, /)",
  "Prints an exception and its traceback to sys.stderr.",
  (_module, _type, value, traceback) => exceptHook(value, traceback),
);

const unraisableHookNative = def(
  "unraisablehook($module, unraisable, /)",
  "Tells sys.stderr of an exception that could not be raised.",
  (_module, args) => tellUnraisable(args),
);

function tellUnraisable(args: Value): void {
  if (typeof args === "number" || args.type !== UnraisableArgsType) {
    throw typeError("sys.unraisablehook argument type must be UnraisableHookArgs");
  }
  const [type, value, traceback, message, object] = args.value as never[];
  report(() => unraisableText({ type, value, traceback, message, object }));
}

/** Attributes of sys: the hooks, and what they are without the program's doing. */
export function hookConstants(): Record<string, OwnedValue> {
  const excepthook: Owned = newBuiltin(exceptHookNative, null, "sys", null);
  const unraisablehook: Owned = newBuiltin(unraisableHookNative, null, "sys", null);
  return {
    excepthook,
    __excepthook__: newRef(excepthook),
    unraisablehook,
    __unraisablehook__: newRef(unraisablehook),
  };
}

setSegmentParser(segmentOf);
setAsyncgenHooks(sysState);
setAnextDefault(newAnext);
