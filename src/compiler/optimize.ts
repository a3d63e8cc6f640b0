// The optimizer of the flow graph: rewrites blocks, removes what is unreachable or does nothing,
// and drops the constants that are left unused.

import type { Constant } from "../bytecode/code.ts";
import { OP } from "../bytecode/opcodes.ts";
import {
  clearVisited,
  exitsScope,
  fallsThrough,
  type Graph,
  hasTarget,
  isJump,
  isUnconditional,
  lastInstr,
} from "./cfg.ts";
import type { ConstantPool } from "./consts.ts";
import { optimizeBlock, setNop } from "./peephole.ts";
import type { Block, Instr, Unit } from "./unit.ts";

/** Exit blocks of up to this many instructions are copied to where they are jumped to from. */
const MAX_COPY_SIZE = 4;

export function optimizeGraph(graph: Graph, unit: Unit, pool: ConstantPool): void {
  removeEmptyBlocks(graph);
  inlineSmallExits(graph.entry);
  for (let block: Block | null = graph.entry; block !== null; block = block.next) optimizeBlock(block, unit, pool);
  removeNopsAndPairs(graph.entry);
  inlineSmallExits(graph.entry);
  countPredecessors(graph.entry);
  for (let block: Block | null = graph.entry; block !== null; block = block.next) {
    if (block.predecessors === 0) block.instrs = [];
  }
  for (let block: Block | null = graph.entry; block !== null; block = block.next) removeNops(block);
  removeEmptyBlocks(graph);
  removeRedundantJumps(graph.entry);
}

function skipEmpty(block: Block | null): Block | null {
  while (block !== null && block.instrs.length === 0) block = block.next;
  return block;
}

function removeEmptyBlocks(graph: Graph): void {
  for (let block: Block | null = graph.entry; block !== null; block = block.next) block.next = skipEmpty(block.next);
  graph.entry = skipEmpty(graph.entry)!;
  for (let block: Block | null = graph.entry; block !== null; block = block.next) {
    for (const instr of block.instrs) {
      if (!hasTarget(instr.op)) continue;
      const target = skipEmpty(instr.target)!;
      if (target === instr.target) continue;
      target.labelled = true;
      instr.target = target;
    }
  }
}

function inlineSmallExits(entry: Block): void {
  for (let block: Block | null = entry; block !== null; block = block.next) {
    const last = lastInstr(block);
    if (last === undefined || !isUnconditional(last.op)) continue;
    const target = last.target!;
    if (!exitsScope(target) || target.instrs.length > MAX_COPY_SIZE) continue;
    setNop(last);
    for (const instr of target.instrs) block.instrs.push(instr.copy());
  }
}

/** Removes each NOP that no line of the source needs. */
export function removeNops(block: Block): void {
  const { instrs } = block;
  let kept = 0;
  let previousLine = -1;
  for (let i = 0; i < instrs.length; i++) {
    const instr = instrs[i];
    const line = instr.loc.line;
    if (instr.op === OP.NOP && isRedundantNop(block, i, previousLine)) continue;
    instrs[kept++] = instr;
    previousLine = line;
  }
  instrs.length = kept;
}

function isRedundantNop(block: Block, i: number, previousLine: number): boolean {
  const { instrs } = block;
  const { loc } = instrs[i];
  if (loc.line < 0 || loc.line === previousLine) return true;
  if (i < instrs.length - 1) {
    const next = instrs[i + 1];
    if (next.loc.line === loc.line) return true;
    if (next.loc.line >= 0) return false;
    next.loc = loc;
    return true;
  }
  const next = skipEmpty(block.next);
  if (next === null) return false;
  // Leading NOPs without a line will go away themselves.
  const first = next.instrs.find((instr) => instr.op !== OP.NOP || instr.loc.line !== -1);
  return first !== undefined && first.loc.line === loc.line;
}

/** Removes NOPs, and pairs of a push and a POP_TOP, until none is left. */
function removeNopsAndPairs(entry: Block): void {
  for (let done = false; !done; ) {
    done = true;
    let previous: Instr | null = null;
    for (let block: Block | null = entry; block !== null; block = block.next) {
      removeNops(block);
      if (block.labelled) previous = null;
      for (const instr of block.instrs) {
        const pushes =
          previous !== null && (previous.op === OP.LOAD_CONST || (previous.op === OP.COPY && previous.arg === 1));
        if (instr.op === OP.POP_TOP && pushes) {
          setNop(previous!);
          setNop(instr);
          done = false;
        }
        previous = instr;
      }
      if ((previous !== null && isJump(previous.op)) || !fallsThrough(block)) previous = null;
    }
  }
}

/** Counts for each block the ways into it; a block that is reached twice before its turn counts its own ways twice. */
function countPredecessors(entry: Block): void {
  clearVisited(entry);
  entry.predecessors = 1;
  const waiting = [entry];
  while (waiting.length > 0) {
    const block = waiting.pop()!;
    block.visited = true;
    if (block.next !== null && fallsThrough(block)) {
      if (!block.next.visited) waiting.push(block.next);
      block.next.predecessors++;
    }
    for (const instr of block.instrs) {
      if (!hasTarget(instr.op)) continue;
      const target = instr.target!;
      if (!target.visited) waiting.push(target);
      target.predecessors++;
    }
  }
}

/** A jump to the next block does nothing. */
export function removeRedundantJumps(entry: Block): void {
  for (let block: Block | null = entry; block !== null; block = block.next) {
    const last = lastInstr(block);
    if (last !== undefined && isUnconditional(last.op) && last.target === block.next) setNop(last);
  }
}

const isConstOp = (op: number): boolean => op === OP.LOAD_CONST || op === OP.RETURN_CONST || op === OP.KW_NAMES;

/** Drops unused constants, but never the first, which may be a docstring. */
export function removeUnusedConsts(entry: Block, consts: Constant[]): void {
  if (consts.length === 0) return;
  const used = new Uint8Array(consts.length);
  used[0] = 1;
  for (let block: Block | null = entry; block !== null; block = block.next) {
    for (const instr of block.instrs) if (isConstOp(instr.op)) used[instr.arg] = 1;
  }
  const index = new Int32Array(consts.length);
  let kept = 0;
  for (let i = 0; i < consts.length; i++) {
    if (used[i] === 0) continue;
    consts[kept] = consts[i];
    index[i] = kept++;
  }
  if (kept === consts.length) return;
  consts.length = kept;
  for (let block: Block | null = entry; block !== null; block = block.next) {
    for (const instr of block.instrs) if (isConstOp(instr.op)) instr.arg = index[instr.arg];
  }
}
