// Finds the loads of locals that may be unbound: they become LOAD_FAST_CHECK. The first 64 locals
// are followed through all paths of the flow graph, the others only inside each block.

import { OP } from "../bytecode/opcodes.ts";
import { clearVisited, fallsThrough, isJump, lastInstr } from "./cfg.ts";
import type { Block, Instr } from "./unit.ts";

const FOLLOWED = 64;

const unbinds = (op: number): boolean =>
  op === OP.DELETE_FAST || op === OP.LOAD_FAST_AND_CLEAR || op === OP.STORE_FAST_MAYBE_NULL;

export function checkUnboundLocals(entry: Block, localCount: number, paramCount: number): void {
  if (localCount === 0) return;
  if (localCount > FOLLOWED) checkHighLocals(entry, localCount);
  clearVisited(entry);
  const waiting: Block[] = [];
  const end = Math.min(localCount, FOLLOWED);
  let low = 0;
  let high = 0;
  for (let i = paramCount; i < end; i++) {
    if (i < 32) low |= 1 << i;
    else high |= 1 << (i - 32);
  }
  spread(entry, low, high, waiting);
  for (let block: Block | null = entry; block !== null; block = block.next) scan(block, waiting);
  while (waiting.length > 0) {
    const block = waiting.pop()!;
    block.visited = false;
    scan(block, waiting);
  }
}

/** `block` can be entered with these locals unbound. */
function spread(block: Block, low: number, high: number, waiting: Block[]): void {
  const bothLow = block.unsafeLow | low;
  const bothHigh = block.unsafeHigh | high;
  if (bothLow === block.unsafeLow && bothHigh === block.unsafeHigh) return;
  block.unsafeLow = bothLow;
  block.unsafeHigh = bothHigh;
  if (block.visited) return;
  block.visited = true;
  waiting.push(block);
}

function scan(block: Block, waiting: Block[]): void {
  let low = block.unsafeLow;
  let high = block.unsafeHigh;
  for (const instr of block.instrs) {
    if (instr.except !== null) spread(instr.except, low, high, waiting);
    const { op, arg } = instr;
    const loads = op === OP.LOAD_FAST || op === OP.LOAD_FAST_CHECK;
    const clears = unbinds(op);
    if (arg >= FOLLOWED || !(loads || clears || op === OP.STORE_FAST)) continue;
    const bit = 1 << (arg & 31);
    const isLow = arg < 32;
    if (op === OP.LOAD_FAST && ((isLow ? low : high) & bit) !== 0) instr.op = OP.LOAD_FAST_CHECK;
    if (isLow) low = clears ? low | bit : low & ~bit;
    else high = clears ? high | bit : high & ~bit;
  }
  if (block.next !== null && fallsThrough(block)) spread(block.next, low, high, waiting);
  const last: Instr | undefined = lastInstr(block);
  if (last !== undefined && isJump(last.op)) spread(last.target!, low, high, waiting);
}

function checkHighLocals(entry: Block, localCount: number): void {
  // The number of the block in which a local was last known to be bound.
  const boundIn = new Int32Array(localCount - FOLLOWED);
  let number = 0;
  for (let block: Block | null = entry; block !== null; block = block.next) {
    number++;
    for (const instr of block.instrs) {
      const local = instr.arg - FOLLOWED;
      if (local < 0) continue;
      if (unbinds(instr.op)) boundIn[local] = number - 1;
      else if (instr.op === OP.STORE_FAST) boundIn[local] = number;
      else if (instr.op === OP.LOAD_FAST) {
        if (boundIn[local] !== number) instr.op = OP.LOAD_FAST_CHECK;
        boundIn[local] = number;
      }
    }
  }
}
