// The work of a run and its limits. Work is counted in units of about ten nanoseconds: each check of the
// interpreter between two instructions is one, and natives charge for their work in proportion, before they
// do it. The heap's `fuel` counts down; at zero the limits are looked at. A limit that is reached halts the
// run: `Halt`, which no Python code can catch, is thrown from here, again and again until the run has ended.
import { heap, measureLimit } from "./heap.ts";

export type LimitName = "time" | "steps" | "output" | "hostCalls";

/** Why a run has ended before its end. It is no Python exception: handlers and finalizers do not run. */
export class Halt {
  readonly limit: LimitName;
  constructor(limit: LimitName) {
    this.limit = limit;
  }
}

/** Units between two looks at the limits. */
const SLICE = 4096;
const UNITS_PER_MILLISECOND = 100_000;
/** No charge counts for more, so that the counter stays a small integer. */
const MOST = 2 ** 29;

/** What has been done, and how much may be. */
export class Work {
  /** Units done before the present fuel was given. */
  steps = 0;
  given = 0;
  maxSteps = Number.POSITIVE_INFINITY;
  /** Bytes that the heap may have: those of the objects as CPython counts them, and what JavaScript adds to each. */
  memory = Number.POSITIVE_INFINITY;
  /** The moment, in milliseconds as `Date.now` has them, at which the run must have ended. */
  deadline = Number.POSITIVE_INFINITY;
  /** The limit that has been reached. */
  halt: Halt | null = null;
  /** The run has been halted and left: what is cleared away runs no finalizers. */
  quiet = false;
}

/** Starts to count anew: `steps` units, `time` in milliseconds. */
export function startWork(steps: number, time: number): void {
  const w = heap.work;
  w.steps = w.given = heap.fuel = 0;
  w.maxSteps = steps;
  w.deadline = time === Number.POSITIVE_INFINITY ? time : Date.now() + time;
  w.halt = null;
  w.quiet = false;
  measureLimit();
}

/** Units and milliseconds for clearing away what a halted run leaves. */
const GRACE_STEPS = 10_000_000;
const GRACE_TIME = 200;

/** The run that was halted has been left; answers which limit it had reached. */
export function endHalt(): LimitName | null {
  const reached = heap.work.halt;
  if (reached === null) return null;
  startWork(GRACE_STEPS, GRACE_TIME);
  heap.work.quiet = true;
  return reached.limit;
}

/** Neither finalizers nor callbacks run any more. */
export const isQuiet = (): boolean => heap.work.halt !== null || heap.work.quiet;

/** The run ends at the next check. */
export function halt(limit: LimitName): Halt {
  heap.fuel = heap.work.given = 0;
  return (heap.work.halt ??= new Halt(limit));
}

/** Pays for work about to be done. Halts the run when that work would exceed a limit. */
export function charge(units: number): void {
  if ((heap.fuel -= units < MOST ? units : MOST) < 0) refuel(units);
}

/** Looks at the limits, and gives fuel for the next slice of work. `ahead` is how much of the work is still to be done. */
export function refuel(ahead = 0): void {
  const w = heap.work;
  w.steps += w.given - heap.fuel;
  heap.fuel = w.given = 0;
  if (w.halt !== null) throw w.halt;
  if (w.steps > w.maxSteps) throw halt("steps");
  if (w.deadline !== Number.POSITIVE_INFINITY && Date.now() + ahead / UNITS_PER_MILLISECOND > w.deadline) {
    throw halt("time");
  }
  measureLimit();
  heap.fuel = w.given = Math.min(SLICE, w.maxSteps - w.steps);
  heap.hooks.poll();
}
