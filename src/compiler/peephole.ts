// Rewrites inside one basic block: constant conditions, constant tuples, jumps to jumps. What
// becomes superfluous turns into NOP and is removed later.

import type { Constant } from "../bytecode/code.ts";
import { OP } from "../bytecode/opcodes.ts";
import { truth } from "./arith.ts";
import { hasTarget } from "./cfg.ts";
import type { ConstantPool } from "./consts.ts";
import { applyStaticSwaps, optimizeSwaps } from "./swaps.ts";
import type { Block, Instr, Unit } from "./unit.ts";

export function setNop(instr: Instr): void {
  instr.op = OP.NOP;
  instr.arg = 0;
}

/** Makes a jump to a jump lead where that one leads. Answers whether it did. */
function threadJump(instr: Instr, target: Instr): boolean {
  const sameLine = instr.loc.line === target.loc.line || target.loc.line === -1;
  if (!sameLine || instr.target === target.target) return false;
  instr.target = target.target;
  return true;
}

/** LOAD_CONST before what it decides. Answers the index of the last instruction that was looked at. */
function foldLoadConst(instrs: Instr[], i: number, arg: number, consts: readonly Constant[]): number {
  const instr = instrs[i];
  const next = instrs[i + 1];
  if (next === undefined) return i;
  switch (next.op) {
    case OP.POP_JUMP_IF_FALSE:
    case OP.POP_JUMP_IF_TRUE: {
      const jumps = truth(consts[arg]) === (next.op === OP.POP_JUMP_IF_TRUE);
      setNop(instr);
      if (jumps) next.op = OP.JUMP;
      else setNop(next);
      return i;
    }
    case OP.IS_OP: {
      const jump = instrs[i + 2];
      const jumps = jump?.op === OP.POP_JUMP_IF_FALSE || jump?.op === OP.POP_JUMP_IF_TRUE;
      if (consts[arg].type !== "None" || !jumps) return i;
      const inverted = (next.arg === 1) !== (jump.op === OP.POP_JUMP_IF_FALSE);
      setNop(instr);
      setNop(next);
      jump.op = inverted ? OP.POP_JUMP_IF_NOT_NONE : OP.POP_JUMP_IF_NONE;
      return i;
    }
    case OP.RETURN_VALUE:
      setNop(instr);
      next.op = OP.RETURN_CONST;
      next.arg = arg;
      return i + 1;
    default:
      return i;
  }
}

/** Replaces constants and the BUILD_TUPLE after them by the constant tuple. */
function foldTuple(instrs: Instr[], i: number, unit: Unit, pool: ConstantPool): void {
  const build = instrs[i];
  const first = i - build.arg;
  if (first < 0) return;
  const items: Constant[] = [];
  for (let j = first; j < i; j++) {
    if (instrs[j].op !== OP.LOAD_CONST) return;
    items.push(unit.consts[instrs[j].arg]);
  }
  for (let j = first; j < i; j++) setNop(instrs[j]);
  build.op = OP.LOAD_CONST;
  build.arg = unit.addConst(pool.merge({ type: "tuple", items, kept: -1 }));
}

/** BUILD_TUPLE before UNPACK_SEQUENCE of as many only reverses the items. Answers whether it did that. */
function foldUnpack(build: Instr, unpack: Instr | undefined): boolean {
  if (unpack?.op !== OP.UNPACK_SEQUENCE || unpack.arg !== build.arg || build.arg < 1 || build.arg > 3) return false;
  if (build.arg === 1) setNop(unpack);
  else unpack.op = OP.SWAP;
  setNop(build);
  return true;
}

export function optimizeBlock(block: Block, unit: Unit, pool: ConstantPool): void {
  const { instrs } = block;
  let op = 0;
  let arg = 0;
  for (let i = 0; i < instrs.length; i++) {
    const instr = instrs[i];
    // A copy of a constant is that constant.
    if (!(op === OP.LOAD_CONST && instr.op === OP.COPY && instr.arg === 1)) {
      op = instr.op;
      arg = instr.arg;
    }
    if (op === OP.LOAD_CONST) i = foldLoadConst(instrs, i, arg, unit.consts);
    else if (op === OP.BUILD_TUPLE) {
      if (!foldUnpack(instr, instrs[i + 1])) foldTuple(instrs, i, unit, pool);
    } else if (op === OP.SWAP) {
      if (arg === 1) setNop(instr);
      else {
        i = optimizeSwaps(instrs, i);
        applyStaticSwaps(instrs, i);
      }
    } else if (op === OP.PUSH_NULL) {
      const next = instrs[i + 1];
      if (next?.op === OP.LOAD_GLOBAL && (next.arg & 1) === 0) {
        setNop(instr);
        next.arg |= 1;
      }
    } else if (hasTarget(op) && THREADED.has(op)) {
      const target = instr.target!.instrs[0];
      if (target.op === OP.JUMP && threadJump(instr, target)) i--;
    }
  }
}

/** Jumps that may lead where the jump they lead to leads. */
const THREADED = new Set<number>([
  OP.POP_JUMP_IF_FALSE,
  OP.POP_JUMP_IF_TRUE,
  OP.POP_JUMP_IF_NONE,
  OP.POP_JUMP_IF_NOT_NONE,
  OP.JUMP,
]);
