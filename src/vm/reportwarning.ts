// Warnings from natives and from the machine itself. How they are filtered and shown is
// modules/_warnings.ts, which this file is told of.
import type { PyObject } from "../heap/object.ts";

type Warner = (category: string, message: string, stackLevel: number, source: PyObject | null) => void;
let warner: Warner = () => {};
/** Told once by _warnings.ts. */
export const setWarner = (w: Warner): void => {
  warner = w;
};

/**
 * Issues a warning of a builtin class. Level 1 is the Python code that runs, 2 its caller. `source` is the object that
 * the warning is about. Throws the warning when a filter makes it an error.
 */
export const warn = (category: string, message: string, stackLevel = 1, source: PyObject | null = null): void =>
  warner(category, message, stackLevel, source);
