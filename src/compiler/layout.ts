// The order of blocks and the lines of instructions: exception handlers move to the end of the
// code, artificial instructions get the line of what leads to them, jumps get their direction.

import { OP } from "../bytecode/opcodes.ts";
import { clearVisited, exitsScope, fallsThrough, isJump, lastInstr } from "./cfg.ts";
import { removeRedundantJumps } from "./optimize.ts";
import { Block, Instr, Loc, NO_LOC } from "./unit.ts";

/** Marks blocks that can be reached without an exception as warm, the handlers and what only they reach as cold. */
function markCold(entry: Block): void {
  clearVisited(entry);
  spreadMark([entry], "warm");
  clearVisited(entry);
  const handlers: Block[] = [];
  for (let block: Block | null = entry; block !== null; block = block.next) if (block.isHandler) handlers.push(block);
  spreadMark(handlers, "cold");
}

function spreadMark(waiting: Block[], mark: "warm" | "cold"): void {
  for (const block of waiting) block.visited = true;
  const visit = (block: Block): void => {
    if (block.visited || (mark === "cold" && block.warm)) return;
    block.visited = true;
    waiting.push(block);
  };
  while (waiting.length > 0) {
    const block = waiting.pop()!;
    block[mark] = true;
    if (block.next !== null && fallsThrough(block)) visit(block.next);
    for (const instr of block.instrs) if (isJump(instr.op)) visit(instr.target!);
  }
}

export function moveColdBlocks(entry: Block): void {
  if (entry.next === null) return;
  markCold(entry);
  // A cold block that runs into a warm one must now jump there.
  for (let block: Block | null = entry; block !== null; block = block.next) {
    const next = block.next;
    if (!block.cold || next === null || !next.warm || !fallsThrough(block)) continue;
    const jump = new Block();
    jump.instrs.push(newJump(next, NO_LOC));
    next.labelled = true;
    jump.cold = true;
    jump.next = next;
    block.next = jump;
  }
  const warm: Block[] = [];
  const cold: Block[] = [];
  for (let block: Block | null = entry; block !== null; block = block.next) (block.cold ? cold : warm).push(block);
  const all = [...warm, ...cold];
  for (let i = 0; i < all.length; i++) all[i].next = all[i + 1] ?? null;
  if (cold.length > 0) removeRedundantJumps(entry);
}

function newJump(target: Block, loc: Loc): Instr {
  const jump = new Instr(OP.JUMP, 0, loc);
  jump.target = target;
  return jump;
}

export function resolveLines(entry: Block, firstLineno: number): void {
  copyExitsWithoutLine(entry);
  spreadLines(entry);
  guaranteeExitLines(entry, firstLineno);
}

const isExitWithoutLine = (block: Block): boolean =>
  exitsScope(block) && block.instrs.every((instr) => instr.loc.line < 0);

/** An exit without a line takes that of its one predecessor: so each way into it gets a copy of its own. */
function copyExitsWithoutLine(entry: Block): void {
  for (let block: Block | null = entry; block !== null; block = block.next) {
    const last = lastInstr(block);
    if (last === undefined || !isJump(last.op)) continue;
    const target = last.target!;
    if (target.predecessors <= 1 || !isExitWithoutLine(target)) continue;
    const copy = new Block();
    copy.instrs = target.instrs.map((instr) => instr.copy());
    copy.instrs[0].loc = last.loc;
    copy.labelled = true;
    copy.predecessors = 1;
    copy.next = target.next;
    target.next = copy;
    target.predecessors--;
    last.target = copy;
  }
  for (let block: Block | null = entry; block !== null; block = block.next) {
    const last = lastInstr(block);
    if (last === undefined || block.next === null || !fallsThrough(block)) continue;
    if (isExitWithoutLine(block.next)) block.next.instrs[0].loc = last.loc;
  }
}

function spreadLines(entry: Block): void {
  for (let block: Block | null = entry; block !== null; block = block.next) {
    const last = lastInstr(block);
    if (last === undefined) continue;
    let loc = NO_LOC;
    for (const instr of block.instrs) {
      if (instr.loc.line < 0) instr.loc = loc;
      else loc = instr.loc;
    }
    if (fallsThrough(block) && block.next?.predecessors === 1) inheritLine(block.next, loc);
    if (isJump(last.op) && last.target!.predecessors === 1) inheritLine(last.target!, loc);
  }
}

function inheritLine(block: Block, loc: Loc): void {
  const [first] = block.instrs;
  if (first !== undefined && first.loc.line < 0) first.loc = loc;
}

function guaranteeExitLines(entry: Block, line: number): void {
  for (let block: Block | null = entry; block !== null; block = block.next) {
    const last = lastInstr(block);
    if (last === undefined) continue;
    if (last.loc.line >= 0) line = last.loc.line;
    else if (last.op === OP.RETURN_VALUE) {
      for (const instr of block.instrs) {
        instr.loc = new Loc(line, instr.loc.endLine, instr.loc.col, instr.loc.endCol);
      }
    }
  }
}

const REVERSED = new Map<number, number>([
  [OP.POP_JUMP_IF_NONE, OP.POP_JUMP_IF_NOT_NONE],
  [OP.POP_JUMP_IF_NOT_NONE, OP.POP_JUMP_IF_NONE],
  [OP.POP_JUMP_IF_FALSE, OP.POP_JUMP_IF_TRUE],
  [OP.POP_JUMP_IF_TRUE, OP.POP_JUMP_IF_FALSE],
]);

/** Gives each jump its direction. A conditional one only leads forward: backward, it skips a jump that leads there. */
export function directJumps(entry: Block): void {
  clearVisited(entry);
  for (let block: Block | null = entry; block !== null; block = block.next) {
    block.visited = true;
    const last = lastInstr(block);
    if (last === undefined || !isJump(last.op)) continue;
    const backward = last.target!.visited;
    if (last.op === OP.JUMP) last.op = backward ? OP.JUMP_BACKWARD : OP.JUMP_FORWARD;
    else if (last.op === OP.JUMP_NO_INTERRUPT) last.op = backward ? OP.JUMP_BACKWARD_NO_INTERRUPT : OP.JUMP_FORWARD;
    else if (backward) {
      const jump = new Block();
      jump.instrs.push(newJump(last.target!, last.loc));
      jump.cold = block.cold;
      jump.next = block.next;
      last.op = REVERSED.get(last.op)!;
      last.target = block.next;
      block.next = jump;
    }
  }
}
