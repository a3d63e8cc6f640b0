// From the unit of the code generator to the code object: the flow graph is built and optimized,
// cells get their places, then the code, the location table and the exception table are written.

import {
  CO_ASYNC_GENERATOR,
  CO_COROUTINE,
  CO_FAST_CELL,
  CO_FAST_FREE,
  CO_FAST_HIDDEN,
  CO_FAST_LOCAL,
  CO_GENERATOR,
  CO_NESTED,
  CO_NEWLOCALS,
  CO_OPTIMIZED,
  CO_VARARGS,
  CO_VARKEYWORDS,
  type CodeUnit,
} from "../bytecode/code.ts";
import { type Guard, writeExceptionTable } from "../bytecode/exceptiontable.ts";
import { LocationWriter } from "../bytecode/locations.ts";
import { CACHES, HAVE_ARGUMENT, OP, stackEffect } from "../bytecode/opcodes.ts";
import { buildGraph, hasTarget, isExit, isJump, isSetup, isUnconditional, labelHandlers } from "./cfg.ts";
import type { ConstantPool } from "./consts.ts";
import { checkUnboundLocals } from "./fastlocals.ts";
import type { Generator } from "./generator.ts";
import { directJumps, moveColdBlocks, resolveLines } from "./layout.ts";
import { optimizeGraph, removeNops, removeUnusedConsts } from "./optimize.ts";
import { type Block, Instr, Loc, NO_LOC, type Unit } from "./unit.ts";

const ANY_GENERATOR = CO_GENERATOR | CO_COROUTINE | CO_ASYNC_GENERATOR;

/** The code object of `unit`. */
export function assembleUnit(gen: Generator, unit: Unit): CodeUnit {
  const entry = optimizeUnit(unit, gen.pool, unit.varnames.size);
  return writeUnit(unit, entry, flagsOf(gen, unit), gen.options.filename);
}

/** The optimized flow graph of `unit`, by its first block. */
export function optimizeUnit(unit: Unit, pool: ConstantPool, localCount: number): Block {
  const graph = buildGraph(unit);
  labelHandlers(graph.entry);
  optimizeGraph(graph, unit, pool);
  removeUnusedConsts(graph.entry, unit.consts);
  checkUnboundLocals(graph.entry, localCount, unit.scope.varnames.length);
  moveColdBlocks(graph.entry);
  resolveLines(graph.entry, unit.firstLineno);
  return graph.entry;
}

/** The code object of a flow graph. */
export function writeUnit(unit: Unit, entry: Block, flags: number, filename: string): CodeUnit {
  const { names, kinds } = placeLocals(unit, entry, flags);
  const stackSize = stackDepth(entry, flags);
  dropPseudoOpcodes(entry);
  directJumps(entry);
  const size = resolveOffsets(entry);
  return {
    argCount: unit.argCount + unit.posOnlyArgCount,
    posOnlyArgCount: unit.posOnlyArgCount,
    kwOnlyArgCount: unit.kwOnlyArgCount,
    stackSize,
    flags,
    code: writeCode(entry, size),
    consts: unit.consts,
    names: [...unit.names.keys()],
    localsPlusNames: names,
    localsPlusKinds: kinds,
    filename,
    name: unit.name,
    qualname: unit.qualname,
    firstLineno: unit.firstLineno,
    lineTable: writeLocations(entry, unit.firstLineno),
    exceptionTable: writeExceptionTable(guardsOf(entry)),
  };
}

function flagsOf(gen: Generator, unit: Unit): number {
  const { scope } = unit;
  let flags = gen.options.futureFlags;
  if (scope.isFunction) {
    flags |= CO_NEWLOCALS | CO_OPTIMIZED;
    if (scope.nested) flags |= CO_NESTED;
    if (scope.generator) flags |= scope.coroutine ? CO_ASYNC_GENERATOR : CO_GENERATOR;
    else if (scope.coroutine) flags |= CO_COROUTINE;
    if (scope.varargs) flags |= CO_VARARGS;
    if (scope.varkeywords) flags |= CO_VARKEYWORDS;
  } else if (gen.options.topLevelAwait && unit.kind === "module" && scope.coroutine && !scope.generator) {
    flags |= CO_COROUTINE;
  }
  return flags;
}

const isCellOpcode = (op: number): boolean =>
  (op >= OP.MAKE_CELL && op <= OP.DELETE_DEREF) || op === OP.LOAD_FROM_DICT_OR_DEREF;

/** Settles the order of locals, cells and free variables. A parameter that is a cell has one place for both. */
function placeLocals(unit: Unit, entry: Block, flags: number): { names: string[]; kinds: Uint8Array } {
  const { varnames, cells, frees } = unit;
  const places: number[] = [];
  const names = [...varnames.keys()];
  const kinds = names.map((name) => {
    const hidden = unit.hidden.has(name) ? CO_FAST_HIDDEN : 0;
    return CO_FAST_LOCAL | hidden | (cells.has(name) ? CO_FAST_CELL : 0);
  });
  for (const name of cells.keys()) {
    const local = varnames.get(name);
    places.push(local ?? names.length);
    if (local !== undefined) continue;
    names.push(name);
    kinds.push(CO_FAST_CELL);
  }
  for (const name of frees.keys()) {
    places.push(names.length);
    names.push(name);
    kinds.push(CO_FAST_FREE);
  }
  for (let block: Block | null = entry; block !== null; block = block.next) {
    for (const instr of block.instrs) if (isCellOpcode(instr.op)) instr.arg = places[instr.arg];
  }
  entry.instrs.unshift(...prefix(unit, places, flags));
  return { names, kinds: Uint8Array.from(kinds) };
}

/** What a code object does first: take its free variables, make its cells, become a generator. */
function prefix(unit: Unit, places: readonly number[], flags: number): Instr[] {
  const instrs: Instr[] = [];
  if (unit.frees.size > 0) instrs.push(new Instr(OP.COPY_FREE_VARS, unit.frees.size, NO_LOC));
  const cellPlaces = places.slice(0, unit.cells.size).sort((a, b) => a - b);
  for (const place of cellPlaces) instrs.push(new Instr(OP.MAKE_CELL, place, NO_LOC));
  if (flags & ANY_GENERATOR) {
    instrs.push(new Instr(OP.RETURN_GENERATOR, 0, new Loc(unit.firstLineno, unit.firstLineno, -1, -1)));
    instrs.push(new Instr(OP.POP_TOP, 0, NO_LOC));
  }
  return instrs;
}

/** The greatest depth of the stack on any path. */
function stackDepth(entry: Block, flags: number): number {
  const waiting: Block[] = [];
  const reach = (block: Block, depth: number): void => {
    if (block.startDepth >= 0) return;
    block.startDepth = depth;
    waiting.push(block);
  };
  reach(entry, flags & ANY_GENERATOR ? 1 : 0);
  let deepest = 0;
  while (waiting.length > 0) {
    const block = waiting.pop()!;
    let depth = block.startDepth;
    let next = block.next;
    for (const instr of block.instrs) {
      const { op, arg } = instr;
      const after = depth + stackEffect(op, arg, false);
      if (after > deepest) deepest = after;
      if (hasTarget(op)) {
        const there = depth + stackEffect(op, arg, true);
        if (there > deepest) deepest = there;
        reach(instr.target!, there);
      }
      depth = after;
      if (isUnconditional(op) || isExit(op)) {
        next = null;
        break;
      }
    }
    if (next !== null) reach(next, depth);
  }
  return deepest;
}

function dropPseudoOpcodes(entry: Block): void {
  for (let block: Block | null = entry; block !== null; block = block.next) {
    for (const instr of block.instrs) {
      if (isSetup(instr.op) || instr.op === OP.POP_BLOCK) {
        instr.op = OP.NOP;
        instr.arg = 0;
      } else if (instr.op === OP.STORE_FAST_MAYBE_NULL) instr.op = OP.STORE_FAST;
    }
  }
  for (let block: Block | null = entry; block !== null; block = block.next) removeNops(block);
}

/** Code units that an instruction takes, with its prefixes and caches. */
function sizeOf(instr: Instr): number {
  const { op, arg } = instr;
  return 1 + (arg > 0xff ? 1 : 0) + (arg > 0xffff ? 1 : 0) + (arg > 0xffffff ? 1 : 0) + CACHES[op];
}

/** Turns jump targets into distances; a long distance makes the code longer, so until nothing changes. Answers the size. */
function resolveOffsets(entry: Block): number {
  for (;;) {
    let size = 0;
    for (let block: Block | null = entry; block !== null; block = block.next) {
      block.offset = size;
      for (const instr of block.instrs) size += sizeOf(instr);
    }
    let changed = false;
    for (let block: Block | null = entry; block !== null; block = block.next) {
      let end = block.offset;
      for (const instr of block.instrs) {
        const before = sizeOf(instr);
        end += before;
        if (!isJump(instr.op)) continue;
        instr.arg = Math.abs(instr.target!.offset - end);
        if (sizeOf(instr) !== before) changed = true;
      }
    }
    if (!changed) return size;
  }
}

function writeCode(entry: Block, size: number): Uint8Array {
  const code = new Uint8Array(size * 2);
  let at = 0;
  for (let block: Block | null = entry; block !== null; block = block.next) {
    for (const { op, arg } of block.instrs) {
      if (arg > 0xff) at = writePrefixes(code, at, arg);
      code[at++] = op;
      code[at++] = op >= HAVE_ARGUMENT ? arg & 0xff : 0;
      at += CACHES[op] * 2;
    }
  }
  return code;
}

/** EXTENDED_ARG for each byte of an argument above the lowest; answers where to write on. */
function writePrefixes(code: Uint8Array, at: number, arg: number): number {
  for (let shift = 24; shift > 0; shift -= 8) {
    if (arg < 2 ** shift) continue;
    code[at++] = OP.EXTENDED_ARG;
    code[at++] = (arg >>> shift) & 0xff;
  }
  return at;
}

function writeLocations(entry: Block, firstLineno: number): Uint8Array {
  const writer = new LocationWriter(firstLineno);
  let loc = NO_LOC;
  let units = 0;
  for (let block: Block | null = entry; block !== null; block = block.next) {
    for (const instr of block.instrs) {
      const next = instr.loc;
      const same =
        next === loc ||
        (next.line === loc.line && next.endLine === loc.endLine && next.col === loc.col && next.endCol === loc.endCol);
      if (!same) {
        writer.write(loc, units);
        loc = next;
        units = 0;
      }
      units += sizeOf(instr);
    }
  }
  writer.write(loc, units);
  return writer.finish();
}

function guardsOf(entry: Block): Guard[] {
  const guards: Guard[] = [];
  let handler: Block | null = null;
  let start = 0;
  let at = 0;
  const close = (guard: Block | null): void => {
    if (guard === null) return;
    const lasti = guard.preserveLasti;
    const depth = guard.startDepth - 1 - (lasti ? 1 : 0);
    guards.push({ start, end: at, target: guard.offset, depth, lasti });
  };
  for (let block: Block | null = entry; block !== null; block = block.next) {
    for (const instr of block.instrs) {
      if (offsetOf(instr.except) !== offsetOf(handler)) {
        close(handler);
        start = at;
        handler = instr.except;
      }
      at += sizeOf(instr);
    }
  }
  close(handler);
  return guards;
}

const offsetOf = (block: Block | null): number => (block === null ? -1 : block.offset);
