// What code objects can be asked: where their instructions come from, whether two are equal, and
// a copy with something else in it. code.ts says what a code object is.
import type { CodeUnit } from "../bytecode/code.ts";
import {
  CO_FAST_CELL,
  CO_FAST_FREE,
  CO_FAST_HIDDEN,
  CO_FAST_LOCAL,
  CO_VARARGS,
  CO_VARKEYWORDS,
} from "../bytecode/code.ts";
import { readLocations } from "../bytecode/locations.ts";
import { alloc } from "../heap/heap.ts";
import type { PyObject, PyType } from "../heap/object.ts";
import { dropMaybe, newRef, newRefs, type Owned, type OwnedValue, type Value } from "../heap/refs.ts";
import { EQ, NE, NO_NEW } from "../heap/type.ts";
import { def } from "../native/signature.ts";
import { isBytes, newBytes } from "../objects/bytes.ts";
import { defineType, extendType } from "../objects/define.ts";
import { indexError, typeError, valueError } from "../objects/errors.ts";
import { FloatType } from "../objects/float.ts";
import { cInt, indexSize, newInt } from "../objects/int.ts";
import { typeOf } from "../objects/lookup.ts";
import { equal, hashOf, typeName } from "../objects/protocol.ts";
import { newBool, newNone, notImplemented } from "../objects/singletons.ts";
import { isStr, type PyStr } from "../objects/str.ts";
import { isTuple, newTuple, type PyTuple } from "../objects/tuple.ts";
import { warn } from "../objects/warn.ts";
import { type Code, CodeType, copyCode, isCode, type PyCode } from "./code.ts";

// ---- lines and columns ----

/** An iterator over the code units of a code object, which it owns: null once it has been taken apart. */
interface Walk {
  code: PyCode | null;
  at: number;
}
type PyWalk = PyObject<Walk>;

/** A type of such iterators. `give` answers what comes from the place on that `at` says, and moves it. */
const walkType = (name: string, basicSize: number, give: (code: Code, walk: Walk) => readonly number[]): PyType =>
  defineType<PyWalk>({
    name,
    basicSize,
    flags: NO_NEW,
    traverse(it, visit) {
      if (it.value.code !== null) visit(it.value.code);
    },
    clear(it) {
      const { code } = it.value;
      it.value.code = null;
      dropMaybe(code);
    },
    slots: {
      iter: (it) => newRef(it),
      next({ value: walk }) {
        const code = walk.code?.value;
        return code === undefined || walk.at >= code.located ? undefined : tupleOfNumbers(give(code, walk));
      },
    },
  });

const LinesType = walkType("line_iterator", 64, (code, walk) => {
  const start = walk.at;
  const line = code.lineAt(start);
  while (walk.at < code.located && code.lineAt(walk.at) === line) walk.at++;
  return [start * 2, walk.at * 2, line];
});

const PositionsType = walkType("positions_iterator", 80, (code, walk) => {
  const { line, endLine, col, endCol } = code.positionAt(walk.at++);
  return [line, endLine, col, endCol];
});

const walkOver = (type: PyType, c: PyCode): Owned =>
  alloc<Walk, null>(type, { code: newRef(c), at: 0 }, null, type.value.basicSize);

/** Numbers below zero stand for None. */
function tupleOfNumbers(numbers: readonly number[]): Owned<PyTuple> {
  const items = newRefs();
  for (const n of numbers) items.push(n < 0 ? newNone() : newInt(n));
  return newTuple(items);
}

// ---- equality ----

const sameBytes = (a: Uint8Array, b: Uint8Array): boolean => a.length === b.length && a.every((x, i) => x === b[i]);
const sameTexts = (a: readonly string[], b: readonly string[]): boolean =>
  a.length === b.length && a.every((x, i) => x === b[i]);

const NUMBERS = ["argCount", "posOnlyArgCount", "kwOnlyArgCount", "flags", "firstLineno", "name"] as const;

/** Equal in all but the constants. */
function sameUnit(a: CodeUnit, b: CodeUnit): boolean {
  return (
    NUMBERS.every((field) => a[field] === b[field]) &&
    sameBytes(a.code, b.code) &&
    sameBytes(a.localsPlusKinds, b.localsPlusKinds) &&
    sameBytes(a.lineTable, b.lineTable) &&
    sameBytes(a.exceptionTable, b.exceptionTable) &&
    sameTexts(a.names, b.names) &&
    sameTexts(a.localsPlusNames, b.localsPlusNames)
  );
}

/** Are two constants the same to the compiler? Their types must be, and the signs of zeros. */
function sameCode(a: PyCode, b: PyCode): boolean {
  const work: [Value, Value][] = [[a, b]];
  for (let pair = work.pop(); pair !== undefined; pair = work.pop()) {
    const [x, y] = pair;
    if (x === y) continue;
    if (typeOf(x) !== typeOf(y)) return false;
    if (isCode(x) && isCode(y)) {
      if (!sameUnit(x.value.unit, y.value.unit)) return false;
      work.push([x.value.consts, y.value.consts]);
    } else if (isTuple(x) && isTuple(y)) {
      if (x.value.length !== y.value.length) return false;
      for (let i = 0; i < x.value.length; i++) work.push([x.value[i], y.value[i]]);
    } else if (typeOf(x) === FloatType) {
      if (!Object.is((x as PyObject).value, (y as PyObject).value)) return false;
    } else if (!equal(x, y)) return false;
  }
  return true;
}

function hashOfCode(c: PyCode): number | bigint {
  const { unit, name } = c.value;
  let hash = BigInt(hashOf(name));
  for (const n of [
    unit.argCount,
    unit.posOnlyArgCount,
    unit.kwOnlyArgCount,
    unit.flags,
    unit.firstLineno,
    ...unit.code,
  ]) {
    hash = BigInt.asIntN(64, (hash ^ BigInt(n)) * 1000003n);
  }
  return hash;
}

// ---- copies ----

type Change = (unit: CodeUnit, value: Value, name: string) => void;

const wrong = (name: string, wanted: string, value: Value): unknown =>
  typeError(`replace() argument '${name}' must be ${wanted}, not ${typeName(value)}`);

const number =
  (field: "argCount" | "posOnlyArgCount" | "kwOnlyArgCount" | "stackSize" | "flags" | "firstLineno"): Change =>
  (unit, value, name) => {
    const n = indexSize(value);
    if (n < 0) throw valueError(`${name} must be a positive integer`);
    unit[field] = n;
  };

const text =
  (field: "name" | "qualname" | "filename"): Change =>
  (unit, value, name) => {
    if (!isStr(value)) throw wrong(name, "str", value);
    unit[field] = value.value;
  };

const bytes =
  (field: "code" | "lineTable" | "exceptionTable"): Change =>
  (unit, value, name) => {
    if (!isBytes(value)) throw wrong(name, "bytes", value);
    unit[field] = (value.value as Uint8Array).slice();
  };

function textsOf(value: Value, name: string): string[] {
  if (!isTuple(value)) throw wrong(name, "tuple", value);
  return value.value.map((item) => {
    if (!isStr(item)) throw typeError(`name tuples must contain only strings, not '${typeName(item)}'`);
    return item.value;
  });
}

const namesOf = (unit: CodeUnit, kind: number): string[] =>
  unit.localsPlusNames.filter((_, i) => (unit.localsPlusKinds[i] & kind) !== 0);

/** New names of one kind: the variables are laid out again, locals, then cells, then free variables. */
const variables =
  (kind: number): Change =>
  (unit, value, name) => {
    const given = textsOf(value, name);
    const hidden = new Set(namesOf(unit, CO_FAST_HIDDEN));
    const of = (k: number): string[] => (k === kind ? given : namesOf(unit, k));
    const [locals, cells, free] = [of(CO_FAST_LOCAL), of(CO_FAST_CELL), of(CO_FAST_FREE)];
    const all = [...locals, ...cells.filter((n) => !locals.includes(n)), ...free];
    unit.localsPlusNames = all;
    unit.localsPlusKinds = Uint8Array.from(all, (n, i) => {
      if (i >= all.length - free.length) return CO_FAST_FREE;
      const own = i < locals.length ? CO_FAST_LOCAL : 0;
      return own | (cells.includes(n) ? CO_FAST_CELL : 0) | (hidden.has(n) ? CO_FAST_HIDDEN : 0);
    });
  };

const CHANGES: Readonly<Record<string, Change>> = {
  co_argcount: number("argCount"),
  co_posonlyargcount: number("posOnlyArgCount"),
  co_kwonlyargcount: number("kwOnlyArgCount"),
  co_stacksize: number("stackSize"),
  co_flags: number("flags"),
  co_firstlineno: number("firstLineno"),
  co_code: bytes("code"),
  co_names(unit, value, name) {
    unit.names = textsOf(value, name);
  },
  co_varnames: variables(CO_FAST_LOCAL),
  co_freevars: variables(CO_FAST_FREE),
  co_cellvars: variables(CO_FAST_CELL),
  co_filename: text("filename"),
  co_name: text("name"),
  co_qualname: text("qualname"),
  co_linetable: bytes("lineTable"),
  co_exceptiontable: bytes("exceptionTable"),
};

function replace(c: PyCode, changes: readonly (readonly [PyObject, Value])[]): OwnedValue {
  const unit: CodeUnit = { ...c.value.unit };
  let { consts } = c.value;
  let locals: number | null = null;
  for (const [key, value] of changes) {
    const name = (key as PyStr).value;
    if (name === "co_consts") {
      if (!isTuple(value)) throw wrong(name, "tuple", value);
      consts = value;
    } else if (name === "co_nlocals") locals = indexSize(value);
    else if (!Object.hasOwn(CHANGES, name)) throw typeError(`'${name}' is an invalid keyword argument for replace()`);
    else CHANGES[name](unit, value, name);
  }
  checkUnit(unit, locals);
  return copyCode(unit, newRef(consts));
}

function checkUnit(unit: CodeUnit, locals: number | null): void {
  const count = namesOf(unit, CO_FAST_LOCAL).length;
  if (locals !== null && locals !== count) throw valueError("code: co_nlocals != len(co_varnames)");
  const flags = unit.flags;
  const starred = (flags & CO_VARARGS ? 1 : 0) + (flags & CO_VARKEYWORDS ? 1 : 0);
  if (unit.argCount + unit.kwOnlyArgCount + starred > count) throw valueError("code: co_varnames is too small");
}

// ---- code objects made by programs ----

/** What each argument of the constructor sets. */
const PARAMETERS = [
  ...["argcount", "posonlyargcount", "kwonlyargcount", "nlocals", "stacksize", "flags", "code", "consts", "names"],
  ...["varnames", "filename", "name", "qualname", "firstlineno", "linetable", "exceptiontable", "freevars", "cellvars"],
].map((name) => `co_${name}`);
/** The last two may be left out. */
const REQUIRED = PARAMETERS.length - 2;

const WANTED: Readonly<Record<string, (value: Value) => string | null>> = {
  bytes: (value) => (isBytes(value) ? null : "bytes"),
  tuple: (value) => (isTuple(value) ? null : "tuple"),
  str: (value) => (isStr(value) ? null : "str"),
};
const KINDS: Readonly<Record<string, string>> = {
  co_code: "bytes",
  co_linetable: "bytes",
  co_exceptiontable: "bytes",
  co_consts: "tuple",
  co_names: "tuple",
  co_varnames: "tuple",
  co_freevars: "tuple",
  co_cellvars: "tuple",
  co_filename: "str",
  co_name: "str",
  co_qualname: "str",
};

const blankUnit = (): CodeUnit => ({
  argCount: 0,
  posOnlyArgCount: 0,
  kwOnlyArgCount: 0,
  stackSize: 0,
  flags: 0,
  code: new Uint8Array(0),
  consts: [],
  names: [],
  localsPlusNames: [],
  localsPlusKinds: new Uint8Array(0),
  filename: "",
  name: "",
  qualname: "",
  firstLineno: 0,
  lineTable: new Uint8Array(0),
  exceptionTable: new Uint8Array(0),
});

function construct(_type: PyType, args: Value[], kwnames: readonly PyObject[] | null): OwnedValue {
  if (kwnames !== null && kwnames.length > 0) throw typeError("code() takes no keyword arguments");
  if (args.length < REQUIRED || args.length > PARAMETERS.length) {
    const [how, bound] = args.length < REQUIRED ? ["least", REQUIRED] : ["most", PARAMETERS.length];
    throw typeError(`code expected at ${how} ${bound} arguments, got ${args.length}`);
  }
  const unit = blankUnit();
  let consts: PyTuple | null = null;
  let locals = 0;
  args.forEach((value, i) => {
    const name = PARAMETERS[i];
    const wanted = Object.hasOwn(KINDS, name) ? WANTED[KINDS[name]](value) : null;
    if (wanted !== null) throw typeError(`code() argument ${i + 1} must be ${wanted}, not ${typeName(value)}`);
    if (name === "co_consts") consts = value as PyTuple;
    else if (name === "co_nlocals") locals = cInt(value);
    else if (name === "co_flags" || name === "co_firstlineno" || Object.hasOwn(KINDS, name)) {
      CHANGES[name](unit, value, name);
    } else {
      const count = cInt(value);
      if (count < 0) throw valueError(`code: ${name.slice(3)} must not be negative`);
      CHANGES[name](unit, count, name);
    }
  });
  checkUnit(unit, locals);
  return copyCode(unit, newRef(consts as unknown as PyTuple));
}

/** The lines as Python 3.9 told them: pairs of how many bytes of code further, and how many lines. */
function lnotab(unit: CodeUnit): Uint8Array {
  const pairs: number[] = [];
  let line = unit.firstLineno;
  let at = 0;
  for (const { start, position } of readLocations(unit.lineTable, unit.firstLineno)) {
    if (position.line < 0 || position.line === line) continue;
    let bytes = 2 * start - at;
    let lines = position.line - line;
    for (; bytes > 255; bytes -= 255) pairs.push(255, 0);
    for (; lines > 127; lines -= 127, bytes = 0) pairs.push(bytes, 127);
    for (; lines < -128; lines += 128, bytes = 0) pairs.push(bytes, 128);
    pairs.push(bytes, lines & 255);
    at = 2 * start;
    line = position.line;
  }
  return Uint8Array.from(pairs);
}

function nameOfVariable(c: PyCode, i: number): OwnedValue {
  if (i < 0 || i >= c.value.localNames.length) throw indexError("tuple index out of range");
  return newRef(c.value.localNames[i]);
}

extendType<PyCode>(CodeType, {
  slots: {
    compare(c, other, op) {
      if ((op !== EQ && op !== NE) || !isCode(other)) return notImplemented();
      return newBool(sameCode(c, other) === (op === EQ));
    },
    hash: hashOfCode,
    new: construct,
  },
  getset: [
    { name: "_co_code_adaptive", get: (c) => newBytes(c.value.unit.code) },
    {
      name: "co_lnotab",
      get(c) {
        warn("DeprecationWarning", "co_lnotab is deprecated, use co_lines instead.");
        return newBytes(lnotab(c.value.unit));
      },
    },
  ],
  methods: [
    def("co_lines($self, /)", "", (c: PyCode) => walkOver(LinesType, c)),
    def("co_positions($self, /)", "", (c: PyCode) => walkOver(PositionsType, c)),
    def(
      "replace($self, /, **changes)",
      "Return a copy of the code object with new values for the specified fields.",
      (c: PyCode, changes) => replace(c, changes),
    ),
    def(
      "_varname_from_oparg($self, oparg: int, /)",
      "(internal-only) Return the local variable name for the given oparg.",
      (c: PyCode, i) => nameOfVariable(c, i),
    ),
  ],
});
