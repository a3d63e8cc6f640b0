// code: a compiled code object, loaded. It owns its constants and names. The internal code that
// the interpreter runs is made at first execution, by quicken.ts. The tuple of names is made when
// somebody asks for it; where an equal tuple is a constant of the same compilation, it is that one.
import type { CodeUnit, Constant } from "../bytecode/code.ts";
import {
  CO_ASYNC_GENERATOR,
  CO_COROUTINE,
  CO_FAST_CELL,
  CO_FAST_FREE,
  CO_FAST_HIDDEN,
  CO_FAST_LOCAL,
  CO_GENERATOR,
  CO_OPTIMIZED,
  CO_VARARGS,
  CO_VARKEYWORDS,
} from "../bytecode/code.ts";
import { linesOf, NOWHERE, type Position, positionsOf, readLocations } from "../bytecode/locations.ts";
import { alloc } from "../heap/heap.ts";
import type { PyObject } from "../heap/object.ts";
import {
  boxed,
  drop,
  moved,
  newRef,
  newRefs,
  type Owned,
  type OwnedValue,
  type Refs,
  type Value,
} from "../heap/refs.ts";
import { HAS_WEAKREFS } from "../heap/type.ts";
import { whole } from "../heap/whole.ts";
import { addressText } from "../objects/builtin.ts";
import { newBytes } from "../objects/bytes.ts";
import { newComplex } from "../objects/complex.ts";
import { defineType } from "../objects/define.ts";
import { newFloat } from "../objects/float.ts";
import { newInt, newIntObject } from "../objects/int.ts";
import { constantFrozenSet } from "../objects/set.ts";
import { Ellipsis, newBool, newNone } from "../objects/singletons.ts";
import { intern, newStr, type PyStr } from "../objects/str.ts";
import { newTuple, type PyTuple } from "../objects/tuple.ts";

/** A guarded range of internal code; positions count as `pc` does, two a instruction. */
export interface Handler {
  start: number;
  end: number;
  target: number;
  depth: number;
  lasti: boolean;
}

/** What an inline cache remembers; see caches.ts. */
export type Cache = object | null;

/** Internal code: pairs of opcode and argument, and what belongs to each instruction. */
export interface InternalCode {
  ins: Int32Array;
  /** One place for each instruction. */
  caches: Cache[];
  /** Offset, in code units, of each instruction in `co_code`. */
  offsets: Int32Array;
  handlers: Handler[];
  /** Constants as borrowed loads push them: ints unboxed. */
  rawConsts: Value[];
  /** For instructions that run while older loads lie borrowed on the stack: where those come from. */
  borrowed: (Borrowed[] | null)[];
  /** Where `str` has been called with one argument: CPython has by then an instruction for it that makes no tuple. */
  strCalls: Set<number> | null;
}

/** A borrowed load that lies on the stack: at which depth, and the local (or, below zero, ~constant) that owns it. */
export interface Borrowed {
  depth: number;
  origin: number;
}

export class Code {
  readonly unit: CodeUnit;
  readonly consts: PyTuple;
  readonly names: readonly PyStr[];
  readonly localNames: readonly PyStr[];
  readonly name: PyStr;
  readonly qualname: PyStr;
  readonly filename: PyStr;
  readonly argCount: number;
  readonly flags: number;
  /** Locals, cells and free variables. */
  readonly nlocalsplus: number;
  /** Slots that a frame takes. */
  readonly frameSize: number;
  readonly freeCount: number;
  /** Plain positional parameters only: arguments need no binding when their number is right. */
  readonly simple: boolean;
  /** Calling it makes a generator or a coroutine, to be resumed. */
  readonly resumed: boolean;
  internal: InternalCode | null = null;
  /** The tuple of the names, once there is one. */
  nameTuple: PyTuple | null = null;
  private lines: Int32Array | null = null;
  private positions: Position[] | null = null;
  private end = -1;

  /** Steals the constants. */
  constructor(unit: CodeUnit, consts: Owned<PyTuple>) {
    this.unit = unit;
    this.consts = consts;
    this.names = unit.names.map(intern);
    this.localNames = unit.localsPlusNames.map(intern);
    this.name = intern(unit.name);
    this.qualname = intern(unit.qualname);
    this.filename = newRef(fileNameStr(unit.filename));
    this.argCount = unit.argCount;
    this.flags = unit.flags;
    this.nlocalsplus = unit.localsPlusNames.length;
    this.frameSize = this.nlocalsplus + unit.stackSize;
    this.freeCount = unit.localsPlusKinds.reduce((n, k) => n + ((k & CO_FAST_FREE) !== 0 ? 1 : 0), 0);
    this.resumed = (unit.flags & (CO_GENERATOR | CO_COROUTINE | CO_ASYNC_GENERATOR)) !== 0;
    this.simple =
      (unit.flags & (CO_VARARGS | CO_VARKEYWORDS | CO_OPTIMIZED)) === CO_OPTIMIZED && unit.kwOnlyArgCount === 0;
  }

  /** The line of the instruction at a code unit; -1 for none. */
  lineAt(offset: number): number {
    this.lines ??= linesOf(this.unit.lineTable, this.unit.firstLineno, this.unit.code.length / 2);
    return this.lines[offset] ?? -1;
  }

  /** How many code units the location table tells of. */
  get located(): number {
    if (this.end < 0) {
      this.end = 0;
      for (const entry of readLocations(this.unit.lineTable, this.unit.firstLineno)) this.end = entry.end;
    }
    return this.end;
  }

  positionAt(offset: number): Position {
    this.positions ??= positionsOf(this.unit.lineTable, this.unit.firstLineno, this.unit.code.length / 2);
    return this.positions[offset] ?? NOWHERE;
  }
}
export type PyCode = PyObject<Code>;

/** File names are shared by all code of a file. */
const fileNameStr = (text: string): PyStr => intern(text);

const sizeOfCode = (unit: CodeUnit): number => Math.ceil((192 + unit.code.length) / 8) * 8;

export const CodeType = defineType<PyCode>({
  name: "code",
  doc: "A compiled piece of program.",
  flags: HAS_WEAKREFS,
  basicSize: 192,
  itemSize: 2,
  sizeof: (c) => sizeOfCode(c.value.unit),
  traverse(c, visit) {
    visit(c.value.consts);
    visit(c.value.filename);
    if (c.value.nameTuple !== null) visit(c.value.nameTuple);
  },
  clear(c) {
    drop(moved(c.value.consts));
    drop(moved(c.value.filename));
    const { nameTuple } = c.value;
    c.value.nameTuple = null;
    if (nameTuple !== null) drop(moved(nameTuple));
  },
  slots: {
    repr(c) {
      const { name, unit } = c.value;
      return newStr(
        `<code object ${name.value} at ${addressText(c)}, file "${unit.filename}", line ${unit.firstLineno}>`,
      );
    },
  },
  getset: [
    ...(["argCount", "posOnlyArgCount", "kwOnlyArgCount", "stackSize", "flags", "firstLineno"] as const).map(
      (field) => ({
        name: `co_${field.toLowerCase()}`,
        get: (c: PyCode): OwnedValue => newInt(c.value.unit[field]),
      }),
    ),
    { name: "co_nlocals", get: (c) => newInt(countKind(c.value.unit, CO_FAST_LOCAL)) },
    { name: "co_name", get: (c) => newRef(c.value.name) },
    { name: "co_qualname", get: (c) => newRef(c.value.qualname) },
    { name: "co_filename", get: (c) => newRef(c.value.filename) },
    { name: "co_consts", get: (c) => newRef(c.value.consts) },
    { name: "co_names", get: (c) => newRef((c.value.nameTuple ??= names(c.value.unit.names))) },
    { name: "co_varnames", get: (c) => names(namesOfKind(c.value.unit, CO_FAST_LOCAL)) },
    { name: "co_cellvars", get: (c) => names(namesOfKind(c.value.unit, CO_FAST_CELL)) },
    { name: "co_freevars", get: (c) => names(namesOfKind(c.value.unit, CO_FAST_FREE)) },
    { name: "co_code", get: (c) => newBytes(c.value.unit.code) },
    { name: "co_linetable", get: (c) => newBytes(c.value.unit.lineTable) },
    { name: "co_exceptiontable", get: (c) => newBytes(c.value.unit.exceptionTable) },
  ],
});

const namesOfKind = (unit: CodeUnit, kind: number): string[] =>
  unit.localsPlusNames.filter(
    (_, i) => (unit.localsPlusKinds[i] & kind) !== 0 && (unit.localsPlusKinds[i] & CO_FAST_HIDDEN) === 0,
  );
const countKind = (unit: CodeUnit, kind: number): number => namesOfKind(unit, kind).length;

function names(texts: readonly string[]): Owned<PyTuple> {
  const items = newRefs();
  for (const text of texts) items.push(newRef(intern(text)));
  return newTuple(items);
}

/** A code object, with those inside it. */
export const newCode = (unit: CodeUnit): Owned<PyCode> =>
  whole(() => {
    const pool: Pool = new Map();
    const code = loadCode(unit, pool);
    shareNames(code, pool);
    return code;
  });

const loadCode = (unit: CodeUnit, pool: Pool): Owned<PyCode> => copyCode(unit, loadConsts(unit.consts, pool));

/** Gives the code, and that inside it, the constants that equal its tuple of names. */
function shareNames(top: PyCode, pool: Pool): void {
  const starts = new Set<string>();
  for (const key of pool.keys()) if (key.startsWith("(")) starts.add(key.slice(0, key.indexOf(":s") + 2));
  const work = [top];
  for (let code = work.pop(); code !== undefined; code = work.pop()) {
    const { unit, consts } = code.value;
    if (starts.has(`(${unit.names.length}:s`)) {
      const known = pool.get(`(${unit.names.length}:${unit.names.map(strKey).join("")}`);
      if (known !== undefined) code.value.nameTuple = newRef(known) as Owned<PyTuple>;
    }
    for (const c of consts.value) if (isCode(c)) work.push(c);
  }
}

/** A code object with these constants, which it steals, in place of the unit's own. */
export const copyCode = (unit: CodeUnit, consts: Owned<PyTuple>): Owned<PyCode> =>
  alloc(CodeType, new Code(unit, consts), null, sizeOfCode(unit));

export const isCode = (value: Value): value is PyCode => typeof value !== "number" && value.type === CodeType;

/** The constants of one compilation that were made so far, by their value: equal ones are one object. Borrowed. */
type Pool = Map<string, PyObject>;

function loadItems(consts: readonly Constant[], pool: Pool): Refs {
  const items = newRefs();
  for (const c of consts) items.push(loadConst(c, pool));
  return items;
}

/** A tuple of constants; equal ones of one compilation are one, also where they are all constants of a code object. */
const loadConsts = (items: readonly Constant[], pool: Pool): Owned<PyTuple> =>
  loadConst({ type: "tuple", items: items as Constant[] }, pool) as Owned<PyTuple>;

/** What tells a constant from others: its type and its value. Null when it is like no other. */
function poolKey(c: Constant): string | null {
  switch (c.type) {
    case "int":
      return `i${c.value}`;
    case "float":
      return Number.isNaN(c.value) ? null : `f${floatKey(c.value)}`;
    case "complex":
      return Number.isNaN(c.real) || Number.isNaN(c.imag) ? null : `c${floatKey(c.real)},${floatKey(c.imag)}`;
    case "str":
      return strKey(c.value);
    case "bytes":
      return `b${c.value.length}:${c.value.join(",")}`;
    case "bool":
      return `B${c.value}`;
    case "tuple":
      return itemsKey("(", c.items);
    case "frozenset":
      return itemsKey("{", c.items);
    case "code":
      return null;
    default:
      return c.type;
  }
}
const strKey = (text: string): string => `s${text.length}:${text}`;
const floatKey = (n: number): string => (Object.is(n, -0) ? "-0" : String(n));

function itemsKey(open: string, items: readonly Constant[]): string | null {
  const keys = items.map(poolKey);
  return keys.includes(null) ? null : `${open}${keys.length}:${keys.join("")}`;
}

/** A constant as an object; ints are boxed, for constants are shared by every execution. */
export function loadConst(c: Constant, pool: Pool): OwnedValue {
  const key = poolKey(c);
  const known = key === null ? undefined : pool.get(key);
  if (known !== undefined) return newRef(known);
  const made = makeConst(c, pool);
  if (key !== null && typeof made !== "number") pool.set(key, made);
  return made;
}

/** Strs that look like names are interned, and so immortal, as in CPython. */
const isNameLike = (text: string): boolean => /^[A-Za-z0-9_]*$/.test(text);

function makeConst(c: Constant, pool: Pool): OwnedValue {
  switch (c.type) {
    case "None":
      return newNone();
    case "Ellipsis":
      return newRef(Ellipsis);
    case "bool":
      return newBool(c.value);
    case "int":
      return c.value >= -5n && c.value <= 256n ? newInt(Number(c.value)) : newIntObject(c.value);
    case "float":
      return newFloat(c.value);
    case "complex":
      return newComplex(c.real, c.imag);
    case "str":
      return isNameLike(c.value) ? newRef(intern(c.value)) : newStr(c.value);
    case "bytes":
      return newBytes(c.value);
    case "tuple":
      return newTuple(loadItems(c.items, pool));
    case "frozenset":
      return constantFrozenSet(loadItems(c.items, pool));
    case "code":
      return boxed(loadCode(c.code, pool));
  }
}
