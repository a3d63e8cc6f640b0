// Where lines begin in the internal code, for tracing: the instructions before which a line is
// told of, when the one that ran before them belongs to another.
import { OP } from "../bytecode/opcodes.ts";
import type { Code, InternalCode } from "./code.ts";

export interface LineTable {
  /** The line of each instruction; -1 for none. */
  readonly lines: Int32Array;
  /** 1 where a line may begin. */
  readonly starts: Uint8Array;
}

const tables = new WeakMap<Code, LineTable>();

/** The table of a code object that has been run. */
export function lineTable(code: Code): LineTable {
  let table = tables.get(code);
  if (table === undefined) tables.set(code, (table = makeTable(code, code.internal as InternalCode)));
  return table;
}

/** Instructions that never begin a line: they are skipped, or told of otherwise. */
const SILENT = new Set<number>([OP.END_ASYNC_FOR, OP.END_FOR, OP.END_SEND, OP.RESUME]);
const JUMPS = new Set<number>([
  OP.JUMP_FORWARD,
  OP.POP_JUMP_IF_FALSE,
  OP.POP_JUMP_IF_TRUE,
  OP.POP_JUMP_IF_NONE,
  OP.POP_JUMP_IF_NOT_NONE,
  OP.JUMP_BACKWARD,
  OP.JUMP_BACKWARD_NO_INTERRUPT,
]);

function makeTable(code: Code, { ins, offsets, handlers }: InternalCode): LineTable {
  const n = offsets.length;
  const lines = Int32Array.from(offsets, (offset) => code.lineAt(offset));
  const starts = new Uint8Array(n);
  const begin = (i: number): void => {
    if (i < n && lines[i] >= 0) starts[i] = 1;
  };
  let first = 0;
  while (first < n && ins[2 * first] !== OP.RESUME) first++;
  let current = -1;
  for (let i = first; i < n; i++) {
    if (SILENT.has(ins[2 * i])) continue;
    if (lines[i] !== current) begin(i);
    current = lines[i];
  }
  for (let i = first; i < n; i++) {
    const op = ins[2 * i];
    if (JUMPS.has(op)) begin(ins[2 * i + 1] >> 1);
    else if (op === OP.FOR_ITER || op === OP.SEND) begin((ins[2 * i + 1] >> 1) + 1);
  }
  for (const { target } of handlers) begin(target >> 1);
  return { lines, starts };
}
