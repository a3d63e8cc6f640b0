// The end of an exception that nobody has handled: sys.last_exc and its like are set, and
// sys.excepthook is called. Its own way is to print to sys.stderr.
import type { PyObject } from "../heap/object.ts";
import { drop, keep, moved, newRef, type Owned, type OwnedValue, refCount, type Value } from "../heap/refs.ts";
import { current } from "../host/current.ts";
import { addressText } from "../objects/builtin.ts";
import { call } from "../objects/call.ts";
import { dictPeek, dictSet } from "../objects/dict.ts";
import { PyError } from "../objects/errors.ts";
import { isException, matches, type PyException } from "../objects/exceptions.ts";
import { isModule, moduleDict } from "../objects/moduleobject.ts";
import { reprText, typeName } from "../objects/protocol.ts";
import { None } from "../objects/singletons.ts";
import { intern } from "../objects/str.ts";
import { arrived } from "./raise.ts";
import { formatException } from "./report.ts";
import { quietly, report, sysAttribute } from "./reportstream.ts";
import { vm } from "./state.ts";
import { isTraceback } from "./traceback.ts";

/** Prints an exception, or what was given for one, to sys.stderr. */
export function displayException(e: Value): void {
  const told = sysAttribute("stderr") !== undefined && report(() => formatException(e));
  if (!told && typeof e !== "number") current.writeStderr(dump(e));
}

/** The least that can be said of an object, for the host, when sys.stderr does not take anything. */
function dump(o: PyObject): string {
  const facts = [
    ["address", addressText(o)],
    ["refcount", refCount(o)],
    ["type", addressText(o.type)],
    ["type name", typeName(o)],
    ["repr", quietly("<repr failed>", () => reprText(o))],
  ];
  return `${facts.map(([name, fact]) => `object ${String(name).padEnd(9)}: ${fact}\n`).join("")}lost sys.stderr\n`;
}

/** `sys.excepthook(type, value, traceback)`: the traceback counts only when the exception has none. */
export function exceptHook(value: Value, traceback: Value): void {
  if (isException(value) && value.value.traceback === null && isTraceback(traceback))
    value.value.traceback = newRef(traceback);
  displayException(value);
}

/** What a program or a debugger may look at afterwards. */
function rememberLast(e: PyException): void {
  const sys = dictPeek(vm.modules, intern("sys"));
  if (sys === undefined || !isModule(sys) || sys.value.dict === null) return;
  const last: [string, PyObject][] = [
    ["last_exc", e],
    ["last_type", e.type],
    ["last_value", e],
    ["last_traceback", e.value.traceback ?? None],
  ];
  for (const [name, value] of last) dictSet(moduleDict(sys), intern(name), newRef(value));
}

/**
 * Tells sys.excepthook of an exception that nobody has handled. Answers the SystemExit that the hook has raised
 * instead, owned; null otherwise.
 */
export function printException(e: PyException): Owned<PyException> | null {
  rememberLast(e);
  const hook = sysAttribute("excepthook");
  if (hook === undefined) {
    report(() => `sys.excepthook is missing\n${formatException(e)}`);
    return null;
  }
  const held = keep(hook);
  try {
    drop(call(held, newRef(e.type), newRef(e), newRef(e.value.traceback ?? None)));
    return null;
  } catch (error) {
    if (!(error instanceof PyError)) throw error;
    return hookFailed(arrived(error) as Owned<PyException>, e);
  } finally {
    drop(held as OwnedValue);
  }
}

function hookFailed(failure: Owned<PyException>, original: PyException): Owned<PyException> | null {
  if (matches(failure, "SystemExit")) return failure;
  report(
    () =>
      `Error in sys.excepthook:\n${formatException(failure)}\nOriginal exception was:\n${formatException(original)}`,
  );
  drop(moved(failure) as Owned);
  return null;
}
