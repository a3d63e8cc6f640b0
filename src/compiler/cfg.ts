// The flow graph of one code object: builds the basic blocks out of the instructions, and finds
// for each instruction the handler of the exceptions it raises.

import { OP, OPCODES } from "../bytecode/opcodes.ts";
import { Block, type HandlerStack, type Instr, type Unit } from "./unit.ts";

/** The blocks in the order of the code, linked by `next`. */
export interface Graph {
  entry: Block;
}

const tableOf = (...codes: number[]): Uint8Array => {
  const table = new Uint8Array(OPCODES.length);
  for (const code of codes) table[code] = 1;
  return table;
};

const SETUPS = tableOf(OP.SETUP_FINALLY, OP.SETUP_CLEANUP, OP.SETUP_WITH);
const JUMPS = Uint8Array.from(OPCODES, (row) => (row?.arg === "jump" ? 1 : 0));
const UNCONDITIONAL = tableOf(
  OP.JUMP,
  OP.JUMP_NO_INTERRUPT,
  OP.JUMP_FORWARD,
  OP.JUMP_BACKWARD,
  OP.JUMP_BACKWARD_NO_INTERRUPT,
);
const EXITS = tableOf(OP.RETURN_VALUE, OP.RETURN_CONST, OP.RAISE_VARARGS, OP.RERAISE);

/** Whether an opcode sets up a handler for what follows it. */
export const isSetup = (op: number): boolean => SETUPS[op] === 1;
export const isJump = (op: number): boolean => JUMPS[op] === 1;
export const isUnconditional = (op: number): boolean => UNCONDITIONAL[op] === 1;
/** Whether an opcode leaves the code object. */
export const isExit = (op: number): boolean => EXITS[op] === 1;
export const hasTarget = (op: number): boolean => JUMPS[op] === 1 || SETUPS[op] === 1;

export function lastInstr(block: Block): Instr | undefined {
  return block.instrs[block.instrs.length - 1];
}

/** Whether control can run from the end of `block` into the next one. */
export function fallsThrough(block: Block): boolean {
  const last = lastInstr(block);
  return last === undefined || !(EXITS[last.op] === 1 || UNCONDITIONAL[last.op] === 1);
}

export function exitsScope(block: Block): boolean {
  const last = lastInstr(block);
  return last !== undefined && EXITS[last.op] === 1;
}

/** Splits the instructions of `unit` at labels and after jumps and exits. */
export function buildGraph(unit: Unit): Graph {
  const { code, labels } = unit;
  const blockAt: (Block | undefined)[] = new Array(code.length + 1);
  const labelled = new Uint8Array(code.length + 1);
  for (const offset of labels) if (offset >= 0) labelled[offset] = 1;
  const entry = new Block();
  let block = entry;
  let terminated = false;
  for (let i = 0; i < code.length; i++) {
    const instr = code[i];
    if (terminated || (labelled[i] === 1 && (block.instrs.length > 0 || block.labelled))) {
      block.next = new Block();
      block = block.next;
    }
    if (labelled[i] === 1) {
      block.labelled = true;
      blockAt[i] = block;
    }
    block.instrs.push(instr);
    terminated = JUMPS[instr.op] === 1 || EXITS[instr.op] === 1;
  }
  for (const instr of code) {
    if (!hasTarget(instr.op)) continue;
    instr.target = blockAt[labels[instr.arg]]!;
    instr.arg = 0;
  }
  return { entry };
}

/** Clears the marks that a traversal leaves. */
export function clearVisited(entry: Block): void {
  for (let block: Block | null = entry; block !== null; block = block.next) block.visited = false;
}

/** Finds the handler of every instruction, by following all paths with the handlers in force on them. */
export function labelHandlers(entry: Block): void {
  for (let block: Block | null = entry; block !== null; block = block.next) {
    for (const instr of block.instrs) if (SETUPS[instr.op] === 1) instr.target!.isHandler = true;
  }
  clearVisited(entry);
  const waiting: Block[] = [];
  const visit = (block: Block, handlers: HandlerStack): void => {
    if (block.visited) return;
    block.visited = true;
    block.handlers = handlers;
    waiting.push(block);
  };
  visit(entry, { handler: null, outer: null, depth: 0 });
  while (waiting.length > 0) {
    const block = waiting.pop()!;
    const handlers = followBlock(block, visit);
    block.handlers = null;
    if (fallsThrough(block) && block.next !== null) visit(block.next, handlers);
  }
}

function followBlock(block: Block, visit: (block: Block, handlers: HandlerStack) => void): HandlerStack {
  let handlers = block.handlers!;
  for (const instr of block.instrs) {
    const op = instr.op;
    if (SETUPS[op] === 1) {
      const target = instr.target!;
      visit(target, handlers);
      if (op !== OP.SETUP_FINALLY) target.preserveLasti = true;
      handlers = { handler: target, outer: handlers, depth: handlers.depth + 1 };
    } else if (op === OP.POP_BLOCK) handlers = handlers.outer!;
    else {
      instr.except = handlers.handler;
      if (JUMPS[op] === 1) visit(instr.target!, handlers);
      else if (op === OP.YIELD_VALUE) instr.arg = handlers.depth;
    }
  }
  return handlers;
}
