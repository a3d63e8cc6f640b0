// Runs of SWAP: reduced to the shortest that does the same, and done away with where the stores
// after them can be exchanged instead.

import { OP } from "../bytecode/opcodes.ts";
import type { Instr } from "./unit.ts";

function setSwap(instr: Instr, depth: number): void {
  instr.op = OP.SWAP;
  instr.arg = depth;
}

function setNop(instr: Instr): void {
  instr.op = OP.NOP;
  instr.arg = 0;
}

/**
 * Rewrites the run of SWAP and NOP that starts at `start` as the fewest swaps with the same effect.
 * Answers the index of its last instruction.
 */
export function optimizeSwaps(instrs: Instr[], start: number): number {
  let depth = instrs[start].arg;
  let swaps = 1;
  let end = start + 1;
  for (; end < instrs.length; end++) {
    const { op, arg } = instrs[end];
    if (op === OP.SWAP) {
      depth = Math.max(depth, arg);
      swaps++;
    } else if (op !== OP.NOP) break;
  }
  if (swaps === 1) return start;
  const stack = Array.from({ length: depth }, (_, i) => i);
  for (let i = start; i < end; i++) {
    if (instrs[i].op !== OP.SWAP) continue;
    const other = instrs[i].arg - 1;
    [stack[0], stack[other]] = [stack[other], stack[0]];
  }
  let at = end - 1;
  // Each cycle of the permutation is written from the end of the run; a swap always involves the top.
  for (let i = 0; i < depth; i++) {
    if (stack[i] < 0 || stack[i] === i) continue;
    let j = i;
    for (;;) {
      if (j > 0) setSwap(instrs[at--], j + 1);
      if (stack[j] < 0) break;
      const next = stack[j];
      stack[j] = -1;
      j = next;
    }
  }
  for (; at >= start; at--) setNop(instrs[at]);
  return end - 1;
}

const isStore = (op: number): boolean => op === OP.STORE_FAST || op === OP.STORE_FAST_MAYBE_NULL;

/** An instruction that only takes the top of the stack, and cannot fail. */
const isSwappable = (op: number): boolean => isStore(op) || op === OP.POP_TOP;

/** The next instruction that can be exchanged, on line `line` when that is not negative; -1 for none. */
function nextSwappable(instrs: readonly Instr[], i: number, line: number): number {
  for (i++; i < instrs.length; i++) {
    const instr = instrs[i];
    if (line >= 0 && instr.loc.line !== line) return -1;
    if (instr.op === OP.NOP) continue;
    return isSwappable(instr.op) ? i : -1;
  }
  return -1;
}

const storedBy = (instr: Instr): number => (isStore(instr.op) ? instr.arg : -1);

/** Whether the stores at `j` and `k` may change places. */
function independent(instrs: readonly Instr[], j: number, k: number): boolean {
  const first = storedBy(instrs[j]);
  const second = storedBy(instrs[k]);
  if (first < 0 && second < 0) return true;
  if (first === second) return false;
  for (let i = j + 1; i < k; i++) {
    const stored = storedBy(instrs[i]);
    if (stored >= 0 && (stored === first || stored === second)) return false;
  }
  return true;
}

/** Exchanges stores instead of stack items, for the swaps that end at `i`. */
export function applyStaticSwaps(instrs: Instr[], i: number): void {
  for (; i >= 0; i--) {
    const swap = instrs[i];
    if (swap.op !== OP.SWAP) {
      if (swap.op === OP.NOP || isSwappable(swap.op)) continue;
      return;
    }
    const j = nextSwappable(instrs, i, -1);
    if (j < 0) return;
    const line = instrs[j].loc.line;
    let k = j;
    for (let count = swap.arg - 1; count > 0; count--) {
      k = nextSwappable(instrs, k, line);
      if (k < 0) return;
    }
    if (!independent(instrs, j, k)) return;
    setNop(swap);
    [instrs[j], instrs[k]] = [instrs[k], instrs[j]];
  }
}
