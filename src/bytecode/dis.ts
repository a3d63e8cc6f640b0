// Prints code objects as CPython 3.12's `dis.dis` does, one after the other with those inside them.

import type { CodeUnit, Constant } from "./code.ts";
import { readExceptionTable } from "./exceptiontable.ts";
import { readLocations } from "./locations.ts";
import { BINARY_OPERATORS, CACHES, COMPARISONS, INTRINSICS_1, INTRINSICS_2, OP, OPCODES } from "./opcodes.ts";
import { constantRepr } from "./repr.ts";

export interface DisassembleOptions {
  /** The repr of a code object, which in CPython shows its address. */
  codeRepr?: (code: CodeUnit) => string;
}

const OPNAME_WIDTH = 20;
const ARG_WIDTH = 5;

interface Instruction {
  /** In bytes. */
  readonly offset: number;
  readonly op: number;
  /** null for an opcode that takes none. */
  readonly arg: number | null;
}

/** The instructions of `code`, without caches; a prefix is an instruction too. */
function instructionsOf(code: Uint8Array): Instruction[] {
  const instructions: Instruction[] = [];
  let extended = 0;
  for (let offset = 0; offset < code.length; ) {
    const op = code[offset];
    const arg = op >= 90 ? code[offset + 1] | extended : null;
    extended = op === OP.EXTENDED_ARG ? (arg ?? 0) << 8 : 0;
    instructions.push({ offset, op, arg });
    offset += 2 + 2 * (CACHES[op] ?? 0);
  }
  return instructions;
}

const isBackward = (op: number): boolean => op === OP.JUMP_BACKWARD || op === OP.JUMP_BACKWARD_NO_INTERRUPT;

/** Where a jump leads, in bytes; null for what is no jump. */
function jumpTarget({ offset, op, arg }: Instruction): number | null {
  if (arg === null || OPCODES[op]?.arg !== "jump") return null;
  return offset + 2 + 2 * CACHES[op] + 2 * (isBackward(op) ? -arg : arg);
}

/** The offset at which each new line starts, in bytes. */
function lineStarts(code: CodeUnit): Map<number, number> {
  const starts = new Map<number, number>();
  let last = -1;
  for (const { start, position } of readLocations(code.lineTable, code.firstLineno)) {
    if (position.line < 0 || position.line === last) continue;
    last = position.line;
    starts.set(start * 2, last);
  }
  return starts;
}

const CONVERSIONS = ["", "str", "repr", "ascii"];
const FUNCTION_PARTS = ["defaults", "kwdefaults", "annotations", "closure"];

/** Opcodes whose index of a name stands above some bits: how many, and what the lowest one means. */
const SHIFTED_NAMES = new Map<number, readonly [shift: number, prefix: string]>([
  [OP.LOAD_GLOBAL, [1, "NULL + "]],
  [OP.LOAD_ATTR, [1, "NULL|self + "]],
  [OP.LOAD_SUPER_ATTR, [2, "NULL|self + "]],
]);

function nameText(code: CodeUnit, op: number, arg: number): string {
  const shifted = SHIFTED_NAMES.get(op);
  if (shifted === undefined) return code.names[arg];
  const [shift, prefix] = shifted;
  return `${arg & 1 ? prefix : ""}${code.names[arg >> shift]}`;
}

/** What the argument of an opcode stands for, for those whose arguments only they know. */
const SPECIAL_TEXTS = new Map<number, (arg: number) => string>([
  [
    OP.FORMAT_VALUE,
    (arg) => [CONVERSIONS[arg & 3], arg & 4 ? "with format" : ""].filter((part) => part !== "").join(", "),
  ],
  [OP.MAKE_FUNCTION, (arg) => FUNCTION_PARTS.filter((_, i) => arg & (1 << i)).join(", ")],
  [OP.BINARY_OP, (arg) => BINARY_OPERATORS[arg]],
  [OP.CALL_INTRINSIC_1, (arg) => INTRINSICS_1[arg]],
  [OP.CALL_INTRINSIC_2, (arg) => INTRINSICS_2[arg]],
]);

function argText(code: CodeUnit, instruction: Instruction, repr: (value: Constant) => string): string {
  const { op, arg } = instruction;
  if (arg === null) return "";
  switch (OPCODES[op]?.arg) {
    case "const":
      return repr(code.consts[arg]);
    case "name":
      return nameText(code, op, arg);
    case "jump":
      return `to ${jumpTarget(instruction)}`;
    case "local":
    case "free":
      return code.localsPlusNames[arg];
    case "compare":
      return COMPARISONS[arg >> 4];
    default:
      return SPECIAL_TEXTS.get(op)?.(arg) ?? "";
  }
}

/** The lines that `dis` prints for `code` alone. */
function disassembleOne(code: CodeUnit, repr: (value: Constant) => string): string[] {
  const lines: string[] = [];
  const instructions = instructionsOf(code.code);
  const starts = lineStarts(code);
  const guards = readExceptionTable(code.exceptionTable);
  const targets = new Set<number | null>(instructions.map(jumpTarget));
  for (const guard of guards) targets.add(guard.target * 2);
  const widest = Math.max(0, ...starts.values());
  const lineWidth = starts.size === 0 ? 0 : widest >= 1000 ? String(widest).length : 3;
  const end = code.code.length - 2;
  const offsetWidth = end >= 10000 ? String(end).length : 4;
  for (const instruction of instructions) {
    const { offset, op, arg } = instruction;
    const line = starts.get(offset);
    if (line !== undefined && offset > 0) lines.push("");
    const fields = lineWidth === 0 ? [] : [String(line ?? "").padStart(lineWidth)];
    fields.push("   ", targets.has(offset) ? ">>" : "  ", String(offset).padStart(offsetWidth));
    fields.push((OPCODES[op]?.name ?? `<${op}>`).padEnd(OPNAME_WIDTH));
    if (arg !== null) fields.push(String(arg).padStart(ARG_WIDTH));
    const text = argText(code, instruction, repr);
    if (text !== "") fields.push(`(${text})`);
    lines.push(fields.join(" ").trimEnd());
  }
  if (guards.length > 0) lines.push("ExceptionTable:");
  for (const { start, end, target, depth, lasti } of guards) {
    lines.push(`  ${start * 2} to ${end * 2 - 2} -> ${target * 2} [${depth}]${lasti ? " lasti" : ""}`);
  }
  return lines;
}

const plainRepr = (code: CodeUnit): string =>
  `<code object ${code.name}, file "${code.filename}", line ${code.firstLineno}>`;

/** What `dis.dis` prints for `code` and, after it, for each code object among its constants. */
export function disassemble(code: CodeUnit, options: DisassembleOptions = {}): string {
  const codeRepr = options.codeRepr ?? plainRepr;
  const repr = (value: Constant): string =>
    constantRepr(value, (inner) => (inner.type === "code" ? codeRepr(inner.code) : ""));
  const lines: string[] = [];
  const waiting = [code];
  while (waiting.length > 0) {
    const next = waiting.pop()!;
    if (next !== code) lines.push("", `Disassembly of ${codeRepr(next)}:`);
    lines.push(...disassembleOne(next, repr));
    for (let i = next.consts.length - 1; i >= 0; i--) {
      const value = next.consts[i];
      if (value.type === "code") waiting.push(value.code);
    }
  }
  return `${lines.join("\n")}\n`;
}
