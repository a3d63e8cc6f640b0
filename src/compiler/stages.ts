// The stages of the compiler one at a time, on plain lists of instructions, for tests of each.
// A jump's argument is the index of the instruction that it leads to.

import type * as ast from "../../grammar/ast.ts";
import type { CodeUnit, Constant } from "../bytecode/code.ts";
import { assembleUnit, optimizeUnit, writeUnit } from "./assemble.ts";
import { buildGraph, hasTarget, labelHandlers } from "./cfg.ts";
import { ConstantPool } from "./consts.ts";
import { type CompileOptions, compile } from "./index.ts";
import { Scope } from "./scopes.ts";
import { type Block, Instr, Loc, Unit } from "./unit.ts";

export type PlainInstruction = readonly [
  op: number,
  arg: number,
  line: number,
  endLine: number,
  col: number,
  endCol: number,
];

/** What a unit has besides its instructions. */
export interface UnitTables {
  name: string;
  qualname: string;
  consts: Constant[];
  names: string[];
  varnames: string[];
  cellvars: string[];
  freevars: string[];
  argCount: number;
  posOnlyArgCount: number;
  kwOnlyArgCount: number;
  firstLineno: number;
}

const plain = (instr: Instr, arg: number): PlainInstruction => {
  const { op, loc } = instr;
  return [op, arg, loc.line, loc.endLine, loc.col, loc.endCol];
};

/** The instructions of a module as the code generator writes them, and its tables. */
export function generated(
  tree: ast.Mod,
  options: CompileOptions,
): { instructions: PlainInstruction[]; tables: UnitTables } {
  let result: { instructions: PlainInstruction[]; tables: UnitTables } | null = null;
  compile(tree, options, (gen, unit) => {
    if (unit.parent === null) {
      const instructions = unit.code.map((instr) =>
        plain(instr, hasTarget(instr.op) ? unit.labels[instr.arg] : instr.arg),
      );
      result = { instructions, tables: tablesOf(unit) };
    }
    return assembleUnit(gen, unit);
  });
  return result as unknown as { instructions: PlainInstruction[]; tables: UnitTables };
}

const tablesOf = (unit: Unit): UnitTables => ({
  name: unit.name,
  qualname: unit.qualname,
  consts: [...unit.consts],
  names: [...unit.names.keys()],
  varnames: [...unit.varnames.keys()],
  cellvars: [...unit.cells.keys()],
  freevars: [...unit.frees.keys()],
  argCount: unit.argCount,
  posOnlyArgCount: unit.posOnlyArgCount,
  kwOnlyArgCount: unit.kwOnlyArgCount,
  firstLineno: unit.firstLineno,
});

const NOWHERE: ast.Span = { lineno: 1, col_offset: 0, end_lineno: 1, end_col_offset: 0 };

function unitOf(instructions: readonly PlainInstruction[], tables: Partial<UnitTables>): Unit {
  const unit = new Unit(
    tables.name ?? "",
    "module",
    new Scope("", "module", NOWHERE, null),
    tables.firstLineno ?? 1,
    null,
  );
  for (const [op, arg, line, endLine, col, endCol] of instructions) {
    unit.code.push(new Instr(op, arg, new Loc(line, endLine, col, endCol)));
    unit.labels.push(-1);
  }
  for (const { op, arg } of unit.code) if (hasTarget(op)) unit.labels[arg] = arg;
  for (const value of tables.consts ?? []) unit.addConst(value);
  return unit;
}

/** Instructions of blocks in their order. */
function flatten(entry: Block): PlainInstruction[] {
  const starts = new Map<Block, number>();
  let size = 0;
  for (let block: Block | null = entry; block !== null; block = block.next) {
    starts.set(block, size);
    size += block.instrs.length;
  }
  const list: PlainInstruction[] = [];
  for (let block: Block | null = entry; block !== null; block = block.next) {
    for (const instr of block.instrs) {
      list.push(plain(instr, hasTarget(instr.op) ? (starts.get(instr.target as Block) as number) : instr.arg));
    }
  }
  return list;
}

/** Optimizes instructions; what is left of the constants, and new ones, are in `consts` afterwards. */
export function optimized(
  instructions: readonly PlainInstruction[],
  consts: Constant[],
  localCount: number,
): PlainInstruction[] {
  const unit = unitOf(instructions, { consts });
  const list = flatten(optimizeUnit(unit, new ConstantPool(), localCount));
  consts.length = 0;
  for (const constant of unit.consts) consts.push(constant);
  return list;
}

/** The code object of instructions that are not to be optimized any more. */
export function assembled(filename: string, instructions: readonly PlainInstruction[], tables: UnitTables): CodeUnit {
  const unit = unitOf(instructions, tables);
  const fill = (map: Map<string, number>, names: readonly string[], from = 0): void => {
    names.forEach((name, i) => {
      map.set(name, from + i);
    });
  };
  fill(unit.names, tables.names);
  fill(unit.varnames, tables.varnames);
  fill(unit.cells, tables.cellvars);
  fill(unit.frees, tables.freevars, tables.cellvars.length);
  unit.qualname = tables.qualname;
  unit.argCount = tables.argCount;
  unit.posOnlyArgCount = tables.posOnlyArgCount;
  unit.kwOnlyArgCount = tables.kwOnlyArgCount;
  const { entry } = buildGraph(unit);
  labelHandlers(entry);
  return writeUnit(unit, entry, 0, filename);
}
