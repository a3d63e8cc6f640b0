// What lies borrowed on the stack, and how it becomes owned before anything slow runs: see quicken.ts.
import { drop, newRef, type OwnedValue, share, type Value } from "../heap/refs.ts";
import type { Borrowed, Code } from "./code.ts";
import type { Frame } from "./frame.ts";

const borrowedAt = (code: Code, pc: number): Borrowed[] | null =>
  (code.internal as NonNullable<Code["internal"]>).borrowed[(pc >> 1) - 1];

/** Takes a reference to everything that lies borrowed on the stack. `pc` is past the instruction. */
export function ownBorrowed(f: Frame, pc: number, sp: number): void {
  const entries = borrowedAt(f.code, pc);
  if (entries === null) return;
  const S = f.S;
  for (const { depth, origin } of entries) {
    if (origin >= 0) S[sp - depth] = share(S, f.bp + origin) as Value;
    else {
      const c = f.code.consts.value[~origin];
      S[sp - depth] = typeof c === "number" ? c : newRef(c);
    }
  }
}

/** Does anything lie borrowed below the instruction's one operand? */
export function hasBorrowedBelow(code: Code, pc: number): boolean {
  const entries = borrowedAt(code, pc);
  if (entries === null) return false;
  for (const { depth } of entries) if (depth > 1) return true;
  return false;
}

/** Gives the references below the instruction's own operands back: those lie borrowed again. */
export function disownBelow(f: Frame, pc: number, sp: number, operands: number): void {
  const entries = borrowedAt(f.code, pc);
  if (entries === null) return;
  for (const { depth } of entries) if (depth > operands) drop(f.S[sp - depth] as OwnedValue);
}
