// How V8 runs the command: its flags, and when it should not optimize. All are matters of time alone.
import { setFlagsFromString } from "node:v8";

/** The JavaScript stack, in KiB: what is left of the usual 8 MiB when native code has its share. */
export const STACK_KIB = 7400;

/**
 * V8 compiles and collects where it runs: beside it, it would run unoptimized code until the other is there,
 * and its collecting threads spin for one another. A tenth to a seventh less CPU time in as much time by the clock.
 */
const ALONE: readonly string[] = ["--no-concurrent-osr", "--no-concurrent-recompilation", "--single-threaded-gc"];

/** How many bytes of its bytecode a function runs through before V8 looks whether it should be optimized. */
const INTERRUPT_BUDGET = 264_000;
const BUDGET_WHILE_IMPORTING = 2_000_000;

/** Four times as patient with small functions as V8 is by itself, and as it is with large ones. */
const PATIENT: readonly string[] = [`--interrupt-budget=${INTERRUPT_BUDGET}`, "--bytecode-size-allowance-per-tick=600"];

export const ENGINE_FLAGS: readonly string[] = [`--stack-size=${STACK_KIB}`, ...ALONE, ...PATIENT];

/** For a process that was started without the flags. */
export function bePatient(): void {
  for (const flag of PATIENT) setFlagsFromString(flag);
}

/** Most code of a module runs once, and is not worth being optimized. */
export const spareImports = (importing: boolean): void =>
  setFlagsFromString(`--interrupt-budget=${importing ? BUDGET_WHILE_IMPORTING : INTERRUPT_BUDGET}`);
