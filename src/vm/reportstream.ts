// Where reports go: sys.stderr, whatever object the program has put there. Nothing that goes wrong
// while a report is made is raised: the report is what is left to tell.
import { drop, keep, newRef, type Owned, type OwnedValue, type Value } from "../heap/refs.ts";
import { current } from "../host/current.ts";
import { callMethod } from "../objects/call.ts";
import { dictPeek } from "../objects/dict.ts";
import { PyError } from "../objects/errors.ts";
import { isModule, moduleDict } from "../objects/moduleobject.ts";
import { None } from "../objects/singletons.ts";
import { intern, newStr } from "../objects/str.ts";
import { vm } from "./state.ts";

/** An attribute of sys, borrowed; undefined when there is none, or no sys any more. */
export function sysAttribute(name: string): Value | undefined {
  const sys = dictPeek(vm.modules, intern("sys"));
  if (sys === undefined || !isModule(sys) || sys.value.dict === null) return undefined;
  return dictPeek(moduleDict(sys), intern(name));
}

/** Runs `body`; a Python exception that it raises is forgotten, and `otherwise` is the answer. */
export function quietly<T>(otherwise: T, body: () => T): T {
  try {
    return body();
  } catch (e) {
    if (!(e instanceof PyError)) throw e;
    drop(e.exception as Owned);
    return otherwise;
  }
}

/** Flushes sys.stderr and sys.stdout, as after a program was run from a file; what cannot be flushed is left alone. */
export function flushAfterRun(): void {
  for (const name of ["stderr", "stdout"]) {
    const stream = sysAttribute(name);
    if (stream === undefined || stream === None) continue;
    const held = keep(stream);
    try {
      quietly(undefined, () => drop(callMethod(held, "flush")));
    } finally {
      drop(held as OwnedValue);
    }
  }
}

/** Runs a program; its streams are flushed also when it raises. A limit that ends it flushes nothing. */
export function flushedAfter(body: () => void): void {
  try {
    body();
  } catch (e) {
    if (e instanceof PyError) flushAfterRun();
    throw e;
  }
  flushAfterRun();
}

/** Writes to sys.stderr, and flushes it. The text is made only when somebody will read it. False when writing has failed. */
export function report(text: () => string): boolean {
  const stream = sysAttribute("stderr");
  if (stream === None) return true;
  if (stream === undefined || typeof stream === "number") {
    current.writeStderr(text());
    return true;
  }
  const held = newRef(stream);
  try {
    const written = quietly(false, () => {
      drop(callMethod(held, "write", newStr(text())));
      return true;
    });
    quietly(undefined, () => drop(callMethod(held, "flush")));
    return written;
  } finally {
    drop(held);
  }
}
