// What becomes of a run that a limit has ended: its frames have been left, the exceptions that they were
// handling go, and what tells of the end goes on without it.
import { withHeadroom } from "../heap/heap.ts";
import { drop, moved, type Owned } from "../heap/refs.ts";
import { endHalt, Halt, type LimitName } from "../heap/work.ts";
import { PyError } from "../objects/errors.ts";
import { recursion } from "../objects/recursion.ts";
import { vm } from "./state.ts";

/** The limit that `e` tells of; anything else is thrown on. The machine is ready to run again. */
export function haltedBy(e: unknown): LimitName {
  if (!(e instanceof Halt)) throw e;
  for (let handled = vm.handled; ; handled = handled.previous) {
    const value = handled.value;
    handled.value = null;
    if (value !== null) drop(moved(value) as Owned);
    if (handled.previous === null) {
      vm.handled = handled;
      break;
    }
  }
  recursion.depth = 1;
  return endHalt() ?? e.limit;
}

/** Runs `body`; answers the limit that it has reached, or null. */
export function untilHalted(body: () => void): LimitName | null {
  try {
    body();
    return null;
  } catch (e) {
    return haltedBy(e);
  }
}

/** Runs `body`, which tells of an error or clears away: there is room for that, and when it fails nobody is told. */
export function lastly<T>(otherwise: T, body: () => T): T {
  try {
    return withHeadroom(body);
  } catch (e) {
    if (!(e instanceof PyError)) throw e;
    drop(e.exception);
    return otherwise;
  }
}
