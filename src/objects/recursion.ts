// Counted recursion. Natives that may nest over the program's data (repr, ==, calls from natives
// into Python) pass through here, so that the JavaScript stack never overflows.
import { heap } from "../heap/heap.ts";
import { refuel } from "../heap/work.ts";
import { type PyError, recursionError } from "./errors.ts";

/**
 * How deep natives may nest; the host sets it by the size of its JavaScript stack. Whoever catches an error sets the
 * depth back to what it was, so that those it has passed need not.
 */
export const recursion = { depth: 0, limit: 200 };

/** Runs `body` one level deeper. `where` ends the RecursionError's message: " in comparison". */
export function nested<T>(where: string, body: () => T): T {
  if (--heap.fuel < 0) refuel();
  const { depth } = recursion;
  if (++recursion.depth > recursion.limit) throw tooDeep(where);
  try {
    return body();
  } finally {
    recursion.depth = depth;
  }
}

let framesNow: () => number = () => 0;
/** Told once by the virtual machine: how many frames of Python there are. */
export const setFrameCount = (f: typeof framesNow): void => {
  framesNow = f;
};

/**
 * The RecursionError of a level that was counted, and is given back. Where natives and Python code call each other
 * in turn, it is the frames that are too many for CPython, and it does not say where.
 */
export function tooDeep(where: string): PyError {
  const inTurn = framesNow() * 4 > recursion.depth;
  recursion.depth--;
  return recursionError(`maximum recursion depth exceeded${inTurn ? "" : where}`);
}
