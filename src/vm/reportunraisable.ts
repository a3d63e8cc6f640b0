// Exceptions that nobody can catch, out of `__del__`, callbacks of weak references and dying
// generators: sys.unraisablehook is told of them.
import { beyondLimit } from "../heap/heap.ts";
import type { PyObject } from "../heap/object.ts";
import { drop, moved, newRef, newRefs, type Owned } from "../heap/refs.ts";
import { call } from "../objects/call.ts";
import { caught } from "../objects/errors.ts";
import type { PyException } from "../objects/exceptions.ts";
import { reprText, strText } from "../objects/protocol.ts";
import { None } from "../objects/singletons.ts";
import { isStr, newStr } from "../objects/str.ts";
import { defineStructSeq, newStructSeq, type PyStructSeq } from "../objects/structseq.ts";
import { runningFrame } from "./frame.ts";
import { quietly, report, sysAttribute } from "./reportstream.ts";
import { className, ReportText } from "./reporttext.ts";
import { TRACEBACK, writeTraceback } from "./reporttraceback.ts";
import { addTraceback, isTraceback } from "./traceback.ts";

/** What sys.unraisablehook is called with. */
export const UnraisableArgsType = defineStructSeq({
  module: "",
  name: "UnraisableHookArgs",
  doc: "Type used to pass arguments to sys.unraisablehook.",
  fields: [
    ["exc_type", "Exception type"],
    ["exc_value", "Exception value"],
    ["exc_traceback", "Exception traceback"],
    ["err_msg", "Error message"],
    ["object", "Object causing the exception"],
  ],
});

/** The five things that the hook is told, borrowed. */
export interface Unraisable {
  type: PyObject;
  value: PyObject;
  traceback: PyObject;
  message: PyObject;
  object: PyObject;
}

/** The text of the hook's own way. */
export function unraisableText({ type, value, traceback, message, object }: Unraisable): string {
  const out = new ReportText();
  const told = message !== None && isStr(message) ? message.value : null;
  if (object !== None) {
    const shown = quietly("<object repr() failed>", () => reprText(object));
    out.line(`${told ?? "Exception ignored in"}: ${shown}`);
  } else if (told !== null) out.line(`${told}:`);
  if (isTraceback(traceback)) writeTraceback(out, traceback, TRACEBACK);
  if (type === None) return out.text;
  out.raw(className(type as PyException["type"], "<unknown>"));
  if (value !== None) out.raw(`: ${quietly("<exception str() failed>", () => strText(value))}`);
  return `${out.text}\n`;
}

function hookArguments({ type, value, traceback, message, object }: Unraisable): Owned<PyStructSeq> {
  const items = newRefs();
  for (const item of [type, value, traceback, message, object]) items.push(newRef(item));
  return beyondLimit(() => newStructSeq(UnraisableArgsType, items));
}

/**
 * Reports an exception that cannot be raised; `where` is what it came from. Steals the exception, and raises none:
 * what it needs itself is made without a limit of memory.
 */
export function reportUnraisable(exception: PyObject, where: PyObject | null, message: string | null = null): void {
  const e = exception as PyException;
  const running = runningFrame();
  if (e.value.traceback === null && running !== null) addTraceback(e, running);
  const told: Unraisable = {
    type: e.type,
    value: e,
    traceback: e.value.traceback ?? None,
    message: message === null ? newRef(None) : beyondLimit(() => newStr(`Exception ignored ${message}`)),
    object: where ?? None,
  };
  try {
    quietly(undefined, () => tellHook(told));
  } finally {
    drop(told.message as Owned);
    drop(moved(e) as Owned);
  }
}

function tellHook(told: Unraisable): void {
  const hook = sysAttribute("unraisablehook");
  if (hook === undefined || hook === None || typeof hook === "number") {
    report(() => unraisableText(told));
    return;
  }
  newRef(hook);
  try {
    drop(call(hook, hookArguments(told)));
  } catch (error) {
    reportFailedHook(caught(error) as PyException, hook);
  } finally {
    drop(hook as Owned);
  }
}

function reportFailedHook(e: PyException, hook: PyObject): void {
  const message = beyondLimit(() => newStr("Exception ignored in sys.unraisablehook"));
  const traceback = e.value.traceback ?? None;
  report(() => unraisableText({ type: e.type, value: e, traceback, message, object: hook }));
  drop(message);
  drop(moved(e) as Owned);
}
