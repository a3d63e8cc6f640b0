// The internal code: what the interpreter runs in place of `co_code`. Arguments are wide, caches
// lie beside the instructions, jumps name instructions. Loads whose reference is consumed before
// anything can drop the local are borrowed, and the commonest pairs are fused.
//
// A borrowed load takes no reference; its consumer knows, by a bit in its argument, that it does
// not own that operand. Between the two only instructions stand that can take references to what
// lies borrowed below them before they run anything slow (`borrowed`, see slowpath.ts).
import { readExceptionTable } from "../bytecode/exceptiontable.ts";
import { CACHES, OP, OPCODES } from "../bytecode/opcodes.ts";
import { isSmallInt, type Value } from "../heap/refs.ts";
import { isExactInt } from "../objects/int.ts";
import type { Borrowed, Code, InternalCode } from "./code.ts";
import { XOP } from "./xops.ts";

/** The deeper operand, or the only one, is borrowed. */
export const BORROW_1 = 0x100;
/** The operand on top is borrowed. */
export const BORROW_2 = 0x200;

/** Keeps a number that is no opcode away from those of the internal code. */
const UNKNOWN = 0x100;

interface Instruction {
  op: number;
  arg: number;
  offset: number;
}

/** Takes the instructions out of `co_code`: without caches, arguments whole, jumps as indexes. */
function decode(code: Uint8Array): { list: Instruction[]; indexOf: Int32Array } {
  const list: Instruction[] = [];
  const indexOf = new Int32Array(code.length / 2 + 1).fill(-1);
  let extended = 0;
  let start = -1;
  for (let at = 0; at < code.length; ) {
    const op = code[at];
    const arg = (extended << 8) | code[at + 1];
    if (start < 0) start = at / 2;
    if (op === OP.EXTENDED_ARG) {
      extended = arg;
      at += 2;
      continue;
    }
    indexOf.fill(list.length, start, at / 2 + 1);
    list.push({ op, arg, offset: at / 2 });
    at += 2 + 2 * CACHES[op];
    extended = 0;
    start = -1;
  }
  indexOf[code.length / 2] = list.length;
  for (let i = indexOf.length - 2; i >= 0; i--) if (indexOf[i] < 0) indexOf[i] = indexOf[i + 1];
  return { list, indexOf };
}

const FORWARD = new Set<number>([
  OP.JUMP_FORWARD,
  OP.POP_JUMP_IF_FALSE,
  OP.POP_JUMP_IF_TRUE,
  OP.POP_JUMP_IF_NONE,
  OP.POP_JUMP_IF_NOT_NONE,
  OP.FOR_ITER,
  OP.SEND,
]);
const BACKWARD = new Set<number>([OP.JUMP_BACKWARD, OP.JUMP_BACKWARD_NO_INTERRUPT]);

/** Makes the internal code of a code object. */
export function quicken(code: Code): InternalCode {
  const { list, indexOf } = decode(code.unit.code);
  const n = list.length;
  const targets = new Uint8Array(n + 1);
  for (const ins of list) {
    const next = ins.offset + 1 + CACHES[ins.op];
    if (FORWARD.has(ins.op)) targets[(ins.arg = indexOf[next + ins.arg])] = 1;
    else if (BACKWARD.has(ins.op)) targets[(ins.arg = indexOf[next - ins.arg])] = 1;
  }
  const handlers = readExceptionTable(code.unit.exceptionTable).map((g) => {
    const target = indexOf[g.target];
    targets[target] = 1;
    return { start: indexOf[g.start] * 2, end: indexOf[g.end] * 2, target: target * 2, depth: g.depth, lasti: g.lasti };
  });
  const ins = new Int32Array(n * 2 + 2);
  list.forEach(({ op, arg }, i) => {
    ins[2 * i] = OPCODES[op] === undefined ? UNKNOWN | op : op;
    ins[2 * i + 1] = FORWARD.has(op) || BACKWARD.has(op) ? arg * 2 : op === OP.COMPARE_OP ? arg >> 4 : arg;
  });
  const borrowed: (Borrowed[] | null)[] = new Array(n).fill(null);
  borrowLoads(ins, n, targets, borrowed);
  fuse(ins, n, targets);
  return {
    ins,
    caches: new Array(n).fill(null),
    offsets: Int32Array.from(list, (x) => x.offset),
    handlers,
    rawConsts: code.consts.value.map(unboxedConst),
    borrowed,
    strCalls: null,
  };
}

/** A constant as a borrowed load pushes it: ints unboxed, so that arithmetic sees numbers. */
function unboxedConst(c: Value): Value {
  if (typeof c === "number" || !isExactInt(c)) return c;
  const n = (c as { value: number | bigint }).value;
  return typeof n === "number" && !isSmallInt(n) ? n : c;
}

/** How many operands an instruction takes that a borrowed load may stand before, and what it leaves. */
function consumption(op: number, arg: number): { needs: number; leaves: number } | null {
  switch (op) {
    case OP.BINARY_OP:
    case OP.COMPARE_OP:
    case OP.BINARY_SUBSCR:
      return { needs: 2, leaves: 1 };
    case OP.LOAD_ATTR:
      return (arg & 1) === 0 ? { needs: 1, leaves: 1 } : null;
    case OP.STORE_ATTR:
      return { needs: 2, leaves: 0 };
    case OP.STORE_SUBSCR:
      return { needs: 3, leaves: 0 };
    default:
      return null;
  }
}

/** The bit that says that the operand `below` places under the top is borrowed; 0 when it cannot be. */
function borrowBit(op: number, below: number): number {
  switch (op) {
    case OP.BINARY_OP:
    case OP.COMPARE_OP:
    case OP.BINARY_SUBSCR:
      return below === 1 ? BORROW_1 : BORROW_2;
    case OP.LOAD_ATTR:
      return BORROW_1 << 8;
    case OP.STORE_ATTR:
      return below === 0 ? BORROW_1 << 8 : 0;
    case OP.STORE_SUBSCR:
      return below === 1 ? BORROW_1 : below === 0 ? BORROW_2 : 0;
    default:
      return 0;
  }
}

const isLoad = (op: number): boolean =>
  op === OP.LOAD_FAST || op === OP.LOAD_CONST || op === XOP.LOAD_FAST_BORROW || op === XOP.LOAD_CONST_BORROW;

function borrowLoads(ins: Int32Array, n: number, targets: Uint8Array, borrowed: (Borrowed[] | null)[]): void {
  for (let i = 0; i < n; i++) {
    const op = ins[2 * i];
    if (op === OP.LOAD_FAST && i + 1 < n && ins[2 * i + 2] === OP.RETURN_VALUE && targets[i + 1] === 0) {
      ins[2 * i] = XOP.LOAD_FAST_MOVE;
      continue;
    }
    if (op === OP.LOAD_FAST && appendsLoopVariable(ins, i, n, targets)) {
      ins[2 * i] = XOP.LOAD_FAST_APPEND;
      continue;
    }
    if (op !== OP.LOAD_FAST && op !== OP.LOAD_CONST) continue;
    borrowOne(ins, i, n, targets, borrowed);
  }
}

/** Does a comprehension add the variable of its loop to its list there, and go on with the loop? */
function appendsLoopVariable(ins: Int32Array, i: number, n: number, targets: Uint8Array): boolean {
  if (i + 2 >= n || targets[i + 1] !== 0 || targets[i + 2] !== 0) return false;
  if (ins[2 * i + 2] !== OP.LIST_APPEND || ins[2 * i + 4] !== OP.JUMP_BACKWARD) return false;
  const head = ins[2 * i + 5];
  if (ins[head] !== OP.FOR_ITER || ins[head + 2] !== OP.STORE_FAST || ins[head + 3] !== ins[2 * i + 1]) return false;
  // Behind a loop within a loop the outer iterator runs, while the variable still is what it was.
  return ins[ins[head + 1] + 2] !== OP.JUMP_BACKWARD;
}

/** Finds the consumer of the load at `i`, and borrows the load when everything between permits. */
function borrowOne(ins: Int32Array, i: number, n: number, targets: Uint8Array, borrowed: (Borrowed[] | null)[]): void {
  const isConst = ins[2 * i] === OP.LOAD_CONST;
  let above = 0;
  const between: [at: number, depth: number][] = [];
  for (let j = i + 1; j < n && targets[j] === 0; j++) {
    const op = ins[2 * j];
    const arg = ins[2 * j + 1];
    if (isLoad(op)) {
      between.push([j, above + 1]);
      above++;
      continue;
    }
    const taken = consumption(op, arg & 0xff);
    if (taken === null) return;
    if (above < taken.needs) {
      const bit = borrowBit(op, above);
      if (bit === 0 || (isConst && (op === OP.LOAD_ATTR || op === OP.STORE_ATTR))) return;
      ins[2 * j + 1] |= bit;
      for (const [at, depth] of between) {
        if (borrowed[at] === null) borrowed[at] = [];
        borrowed[at].push({ depth, origin: isConst ? ~ins[2 * i + 1] : ins[2 * i + 1] });
      }
      ins[2 * i] = isConst ? XOP.LOAD_CONST_BORROW : XOP.LOAD_FAST_BORROW;
      noteOrigin(borrowed, j, above, isConst ? ~ins[2 * i + 1] : ins[2 * i + 1]);
      return;
    }
    between.push([j, above + 1]);
    above += taken.leaves - taken.needs;
  }
}

/** The consumer itself must know where its borrowed operands come from, too. */
function noteOrigin(borrowed: (Borrowed[] | null)[], at: number, below: number, origin: number): void {
  if (borrowed[at] === null) borrowed[at] = [];
  borrowed[at].push({ depth: below + 1, origin });
}

/** Puts the fused opcode in place of the first instruction of a pair; the others stay, for the slow path. */
function fuse(ins: Int32Array, n: number, targets: Uint8Array): void {
  const free = (i: number): boolean => i < n && targets[i] === 0;
  for (let i = 0; i < n - 1; i++) {
    const [a, b, c] = [ins[2 * i], ins[2 * i + 2], ins[2 * i + 4]];
    const second = b === XOP.LOAD_FAST_BORROW || b === XOP.LOAD_CONST_BORROW;
    if (
      a === XOP.LOAD_FAST_BORROW &&
      second &&
      free(i + 1) &&
      free(i + 2) &&
      (ins[2 * i + 5] & (BORROW_1 | BORROW_2)) === (BORROW_1 | BORROW_2)
    ) {
      if (c === OP.BINARY_OP) {
        ins[2 * i] = XOP.BINARY_OP_LL;
        i += 2;
        continue;
      }
      if (c === OP.COMPARE_OP && ins[2 * i + 6] === OP.POP_JUMP_IF_FALSE && free(i + 3)) {
        ins[2 * i] = XOP.COMPARE_JUMP_LL;
        i += 2;
        continue;
      }
    }
    const load = a === XOP.LOAD_FAST_BORROW || a === XOP.LOAD_CONST_BORROW;
    if (load && b === OP.BINARY_OP && free(i + 1) && (ins[2 * i + 3] & BORROW_2) !== 0) {
      if (a === XOP.LOAD_CONST_BORROW) ins[2 * i + 1] = ~ins[2 * i + 1];
      ins[2 * i] = XOP.BINARY_OP_SL;
    } else if (
      a === XOP.LOAD_FAST_BORROW &&
      b === OP.LOAD_ATTR &&
      free(i + 1) &&
      (ins[2 * i + 3] & (BORROW_1 << 8)) !== 0
    ) {
      ins[2 * i] = XOP.LOAD_ATTR_L;
    }
  }
}
