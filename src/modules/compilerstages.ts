// The stages of the compiler one at a time, as natives: _testinternalcapi has them, for tests of each.
import type { CodeUnit, Constant } from "../bytecode/code.ts";
import { OP } from "../bytecode/opcodes.ts";
import { assembled, generated, optimized, type PlainInstruction, type UnitTables } from "../compiler/stages.ts";
import type { PyObject } from "../heap/object.ts";
import { drop, keep, newRef, newRefs, type Owned, type OwnedValue, share, type Value } from "../heap/refs.ts";
import { def } from "../native/signature.ts";
import { callMethod } from "../objects/call.ts";
import { dictEntries, dictGet, dictSet, isDict, newDict, type PyDict } from "../objects/dict.ts";
import { typeError, valueError } from "../objects/errors.ts";
import { cInt, newInt } from "../objects/int.ts";
import { tupleFrom } from "../objects/iteration.ts";
import { isList, listAppend, newList, type PyList } from "../objects/list.ts";
import { typeOf } from "../objects/lookup.ts";
import { None } from "../objects/singletons.ts";
import { intern, isStr } from "../objects/str.ts";
import { isTuple, tupleOf } from "../objects/tuple.ts";
import { isCode, loadConst, newCode } from "../vm/code.ts";
import { fileName } from "../vm/exec.ts";
import { refusing } from "./ast/frontend.ts";
import { constantOf, readTree } from "./ast/read.ts";
import { validateTree } from "./ast/validate.ts";

// ---- instructions ----

function instructionsOf(list: Value): PlainInstruction[] {
  if (!isList(list)) throw typeError("expected a list of instructions");
  return list.value.map((item) => {
    if (!isTuple(item) || item.value.length !== 6) throw valueError("expected a 6-tuple");
    return item.value.map((field) => (field === None ? 0 : cInt(field))) as unknown as PlainInstruction;
  });
}

function listOf(instructions: readonly PlainInstruction[]): Owned {
  const items = newRefs();
  for (const fields of instructions) items.push(tupleOf(...fields.map(newInt)));
  return newList(items);
}

// ---- tables ----

const KEYED_BY_TYPE = new Set(["bool", "bytes", "float", "complex"]);

/** What tells a constant from equal ones of other types, as the compiler's dict of constants has it. */
function constantKey(value: Value): OwnedValue {
  if (isTuple(value)) return tupleOf(tupleOf(...value.value.map(constantKey)), keep(value));
  const type = typeOf(value);
  return KEYED_BY_TYPE.has(type.value.name) ? tupleOf(newRef(type), keep(value)) : keep(value);
}

function constantIndexes(consts: readonly Constant[]): Owned {
  const dict = newDict();
  const pool = new Map<string, PyObject>();
  consts.forEach((constant, i) => {
    const value = loadConst(constant, pool);
    const key = constantKey(value);
    dictSet(dict, key, newInt(i));
    drop(key);
    drop(value);
  });
  return dict;
}

function nameIndexes(names: readonly string[]): Owned {
  const dict = newDict();
  names.forEach((name, i) => {
    dictSet(dict, intern(name), newInt(i));
  });
  return dict;
}

function metadataOf(tables: UnitTables): Owned {
  const dict = newDict();
  const put = (name: string, value: OwnedValue): void => dictSet(dict, intern(name), value);
  put("name", newRef(intern(tables.name)));
  put("consts", constantIndexes(tables.consts));
  for (const name of ["names", "varnames", "cellvars", "freevars"] as const) put(name, nameIndexes(tables[name]));
  put("argcount", newInt(tables.argCount));
  put("posonlyargcount", newInt(tables.posOnlyArgCount));
  put("kwonlyargcount", newInt(tables.kwOnlyArgCount));
  return dict;
}

/** Runs `body` with an entry of the metadata, borrowed. */
function withEntry<T>(metadata: PyDict, name: string, body: (value: Value) => T): T {
  const value = dictGet(metadata, intern(name));
  if (value === undefined) throw valueError(`no ${name} in the metadata`);
  try {
    return body(value);
  } finally {
    drop(value);
  }
}

/** The keys of a dict by their indexes, or the items of a list. Borrowed. */
function itemsOf(value: Value): Value[] {
  if (isDict(value)) return [...dictEntries(value)].sort(([, a], [, b]) => cInt(a) - cInt(b)).map(([key]) => key);
  return isList(value) || isTuple(value) ? [...value.value] : [];
}

const textOf = (value: Value): string => (isStr(value) ? value.value : "");

const toConstant = (value: Value): Constant =>
  isCode(value) ? { type: "code", code: value.value.unit } : constantOf(value);

function tablesIn(metadata: Value): UnitTables {
  if (!isDict(metadata)) throw typeError("expected a dict");
  const number = (name: string): number => withEntry(metadata, name, cInt);
  const text = (name: string): string => withEntry(metadata, name, textOf);
  const names = (name: string): string[] => withEntry(metadata, name, (value) => itemsOf(value).map(textOf));
  return {
    name: text("name"),
    qualname: text("qualname"),
    consts: withEntry(metadata, "consts", (value) => itemsOf(value).map(toConstant)),
    names: names("names"),
    varnames: names("varnames"),
    cellvars: names("cellvars"),
    freevars: names("freevars"),
    argCount: number("argcount"),
    posOnlyArgCount: number("posonlyargcount"),
    kwOnlyArgCount: number("kwonlyargcount"),
    firstLineno: number("firstlineno"),
  };
}

/** Puts constants back into a Python list; those that were there are the same objects. */
function replaceItems(list: PyList, before: readonly Constant[], after: readonly Constant[]): void {
  const old = tupleFrom(list);
  try {
    drop(callMethod(list, "clear"));
    for (const constant of after) {
      const at = before.indexOf(constant);
      listAppend(list, at >= 0 ? share(old.value, at) : loadConst(constant, new Map()));
    }
  } finally {
    drop(old);
  }
}

/** The stages as functions of a module. */
export const stageNatives = [
  def(
    "compiler_codegen($module, /, ast, filename, optimize: int, compile_mode: int = 0)",
    "Apply compiler code generation to an AST.",
    (_module, tree, filename, optimize) => {
      const file = fileName(filename);
      const root = readTree(tree);
      validateTree(root);
      const level = Math.max(0, Math.min(2, optimize)) as 0 | 1 | 2;
      const { instructions, tables } = refusing(file, () => generated(root, { filename: file, optimize: level }));
      return tupleOf(listOf(instructions), metadataOf(tables));
    },
  ),
  def(
    "optimize_cfg($module, /, instructions, consts, nlocals: int)",
    "Apply compiler optimizations to an instruction list.",
    (_module, instructions, consts, nlocals) => {
      if (!isList(consts)) throw typeError("expected a list of constants");
      const before = consts.value.map(toConstant);
      const after = [...before];
      const list = optimized(instructionsOf(instructions), after, nlocals);
      replaceItems(consts, before, after);
      return listOf(list);
    },
  ),
  def(
    "assemble_code_object($module, /, filename, instructions, metadata)",
    "Create a code object for the given instructions.",
    (_module, filename, instructions, metadata) =>
      newCode(assembled(fileName(filename), instructionsOf(instructions), tablesIn(metadata))),
  ),
];

/** The code object of a function that only fails, as CPython makes them for frames that it invents. */
export const emptyUnit = (filename: string, name: string, lineno: number): CodeUnit =>
  assembled(
    filename,
    [
      [OP.RESUME, 0, lineno, lineno, -1, -1],
      [OP.LOAD_ASSERTION_ERROR, 0, lineno, lineno, -1, -1],
      [OP.RAISE_VARARGS, 1, lineno, lineno, -1, -1],
    ],
    {
      name,
      qualname: name,
      consts: [],
      names: [],
      varnames: [],
      cellvars: [],
      freevars: [],
      argCount: 0,
      posOnlyArgCount: 0,
      kwOnlyArgCount: 0,
      firstLineno: lineno,
    },
  );
