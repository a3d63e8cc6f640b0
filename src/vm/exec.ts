// The builtins that compile and run code: exec, eval, compile, globals and locals. They find the
// namespaces of the code that called them in its frame.
import { CO_FAST_FREE } from "../bytecode/code.ts";
import type { PyObject } from "../heap/object.ts";
import { boxed, drop, keep, newRef, type Owned, type OwnedValue, type Value } from "../heap/refs.ts";
import { def, type Native } from "../native/signature.ts";
import { isBytes } from "../objects/bytes.ts";
import { callBound } from "../objects/call.ts";
import { CellType } from "../objects/cell.ts";
import { dictFind, dictSet, isDict, type PyDict } from "../objects/dict.ts";
import { typeError, valueError } from "../objects/errors.ts";
import { newFunction } from "../objects/function.ts";
import { sizeArgument } from "../objects/int.ts";
import { isTrue, slotsOf, typeName } from "../objects/protocol.ts";
import { None } from "../objects/singletons.ts";
import { intern, isStr } from "../objects/str.ts";
import { argumentName, told } from "../objects/textargs.ts";
import { isExactTuple, type PyTuple } from "../objects/tuple.ts";
import { holdingConstants } from "./arena.ts";
import { buildClassNative } from "./buildclass.ts";
import { runCode } from "./calls.ts";
import { isCode, type PyCode } from "./code.ts";
import { importNative } from "./import.ts";
import { currentFrame, currentLocals } from "./locals.ts";
import { compileSource, type SourceMode, syntaxErrorText } from "./source.ts";
import "./newfunction.ts";
import { vm } from "./state.ts";

/** The features of `__future__` that code hands on to what it compiles. */
const FUTURE_FLAGS = 0x1fe0000;
const ONLY_AST = 0x400;
/** CO_NESTED, DONT_IMPLY_DEDENT, ONLY_AST, TYPE_COMMENTS, ALLOW_TOP_LEVEL_AWAIT, ALLOW_INCOMPLETE_INPUT and the features. */
const KNOWN_FLAGS = 0x10 | 0x200 | ONLY_AST | 0x1000 | 0x2000 | 0x4000 | FUTURE_FLAGS;

/** What the ast module adds to `compile`. */
export interface AstSupport {
  isAst(value: Value): boolean;
  /** Compiles a tree of ast objects, or checks and answers it when the flags say so. */
  compile(tree: Value, filename: string, mode: string, flags: number, optimize: number): OwnedValue;
  /** The tree of a source, as ast objects. */
  parse(
    source: string | Uint8Array,
    filename: string,
    mode: string,
    flags: number,
    optimize: number,
    featureVersion: number,
  ): OwnedValue;
}
let ast: AstSupport | null = null;
/** Told once by the ast module, when there is one. */
export const setAstSupport = (support: AstSupport): void => {
  ast = support;
};

// ---- sources ----

/** A source as text or bytes. Raises TypeError for anything else, SyntaxError for a null byte. */
export function sourceOf(value: Value, caller: string, wanted: string): string | Uint8Array {
  const source = isStr(value) ? value.value : bytesOf(value);
  if (source === null) throw typeError(`${caller}() arg 1 must be a ${wanted} object`);
  if (typeof source === "string" ? source.includes("\0") : source.includes(0)) {
    throw syntaxErrorText("source code string cannot contain null bytes");
  }
  return source;
}

function bytesOf(value: Value): Uint8Array | null {
  const buffer = slotsOf(value).buffer;
  if (buffer === null || typeof value === "number") return null;
  const view = buffer(value, false);
  try {
    return view.bytes.slice();
  } finally {
    view.release();
  }
}

const inheritedFlags = (): number => (vm.frame === null ? 0 : vm.frame.code.flags & FUTURE_FLAGS);

// ---- exec and eval ----

/** Runs code in namespaces, with the cells of a closure or none. Borrows the code and the namespaces. */
function runIn(code: PyCode, globals: PyDict, locals: PyObject, closure: PyTuple | null): OwnedValue {
  const builtins = builtinsOf(globals);
  const { name, qualname } = code.value;
  const func = newFunction(newRef(code), globals, builtins, name, qualname, None);
  if (closure !== null) func.value.closure = newRef(closure);
  return runCode(func, newRef(locals));
}

const BUILTINS = intern("__builtins__");

/** The builtins that code with these globals sees; globals without any are given those of the caller. Borrowed. */
function builtinsOf(globals: PyDict): PyDict {
  const at = dictFind(globals, BUILTINS);
  if (at < 0) {
    const own = vm.frame === null ? vm.builtins : vm.frame.builtins;
    dictSet(globals, BUILTINS, newRef(own));
    return own;
  }
  const given = globals.value.values[at] as Value;
  if (isDict(given)) return given;
  const dict = typeof given === "number" ? null : (given.type.value.dictOf?.(given, false) ?? null);
  return dict !== null && isDict(dict) ? dict : vm.builtins;
}

interface Namespaces {
  globals: PyDict;
  locals: Owned;
}

/** Drops the mapping of locals, which is owned, once `body` is done. */
function within<T>({ globals, locals }: Namespaces, body: (globals: PyDict, locals: PyObject) => T): T {
  const held = newRef(globals);
  try {
    return body(held, locals);
  } finally {
    drop(locals);
    drop(held);
  }
}

const isMapping = (value: Value): boolean => slotsOf(value).getitem !== null;

function execNamespaces(globals: Value, locals: Value): Namespaces {
  if (globals === None) {
    const own = locals === None ? (currentLocals() as Owned) : boxed(keep(locals));
    return checkedLocals(currentFrame().globals, own, "locals must be a mapping or None, not ");
  }
  if (!isDict(globals)) throw typeError(`exec() globals must be a dict, not ${typeName(globals)}`);
  return checkedLocals(
    globals,
    boxed(keep(locals === None ? globals : locals)),
    "locals must be a mapping or None, not ",
  );
}

function checkedLocals(globals: PyDict, locals: Owned, complaint: string): Namespaces {
  if (isMapping(locals)) return { globals, locals };
  const given = typeName(locals);
  drop(locals);
  throw typeError(complaint + given);
}

function evalNamespaces(globals: Value, locals: Value): Namespaces {
  if (locals !== None && !isMapping(locals)) throw typeError("locals must be a mapping");
  if (globals !== None && !isDict(globals)) {
    throw typeError(
      isMapping(globals) ? "globals must be a real dict; try eval(expr, {}, mapping)" : "globals must be a dict",
    );
  }
  if (globals === None) {
    return {
      globals: currentFrame().globals,
      locals: locals === None ? (currentLocals() as Owned) : newRef(locals as PyObject),
    };
  }
  return { globals: globals as PyDict, locals: newRef((locals === None ? globals : locals) as PyObject) };
}

function checkClosure(code: PyCode, closure: Value): PyTuple | null {
  const needed = code.value.freeCount;
  if (needed === 0) {
    if (closure !== None) throw typeError("cannot use a closure with this code object");
    return null;
  }
  const fits =
    isExactTuple(closure) &&
    closure.value.length === needed &&
    closure.value.every((c) => typeof c !== "number" && c.type === CellType);
  if (!fits) throw typeError(`code object requires a closure of exactly length ${needed}`);
  return closure;
}

/** Compiles and runs a source; what it answers is the value of an expression, or None. */
function runSource(source: string | Uint8Array, mode: SourceMode, globals: PyDict, locals: PyObject): OwnedValue {
  const code = compileSource(source, "<string>", mode, inheritedFlags(), -1);
  try {
    return holdingConstants(code, () => runIn(code, globals, locals, null));
  } finally {
    drop(code);
  }
}

const execNative = def(
  "exec($module, source, globals=None, locals=None, /, *, closure=None)",
  "Execute the given source in the context of globals and locals.\n\nThe source may be a string representing one or more Python statements\nor a code object as returned by compile().\nThe globals must be a dictionary and locals can be any mapping,\ndefaulting to the current globals and locals.\nIf only globals is given, locals defaults to it.\nThe closure must be a tuple of cellvars, and can only be used\nwhen source is a code object requiring exactly that many cellvars.",
  (_module, source, globals, locals, closure) => {
    within(execNamespaces(globals, locals), (g, l) => {
      builtinsOf(g);
      if (isCode(source)) drop(runIn(source, g, l, checkClosure(source, closure)));
      else {
        if (closure !== None) throw typeError("closure can only be used when source is a code object");
        drop(runSource(sourceOf(source, "exec", "string, bytes or code"), "exec", g, l));
      }
    });
  },
);

const hasFreeVariables = (code: PyCode): boolean =>
  code.value.unit.localsPlusKinds.some((k) => (k & CO_FAST_FREE) !== 0);

const evalNative = def(
  "eval($module, source, globals=None, locals=None, /)",
  "Evaluate the given source in the context of globals and locals.\n\nThe source may be a string representing a Python expression\nor a code object as returned by compile().\nThe globals must be a dictionary and locals can be any mapping,\ndefaulting to the current globals and locals.\nIf only globals is given, locals defaults to it.",
  (_module, source, globals, locals) =>
    within(evalNamespaces(globals, locals), (g, l) => {
      builtinsOf(g);
      if (isCode(source)) {
        if (hasFreeVariables(source)) throw typeError("code object passed to eval() may not contain free variables");
        return runIn(source, g, l, null);
      }
      return runSource(withoutIndent(sourceOf(source, "eval", "string, bytes or code")), "eval", g, l);
    }),
);

/** An expression may begin with blanks. */
function withoutIndent(source: string | Uint8Array): string | Uint8Array {
  if (typeof source === "string") return source.replace(/^[ \t]+/, "");
  let start = 0;
  while (source[start] === 32 || source[start] === 9) start++;
  return source.subarray(start);
}

// ---- compile ----

const MODES = ["exec", "eval", "single", "func_type"];

/** A file's name: a str, bytes, or what `__fspath__` answers. */
export function fileName(value: Value): string {
  if (isStr(value)) return value.value;
  if (isBytes(value)) return new TextDecoder().decode(value.value);
  const path = callBound(value, "__fspath__");
  if (path === undefined) throw typeError(`expected str, bytes or os.PathLike object, not ${typeName(value)}`);
  try {
    if (isStr(path)) return path.value;
    throw typeError(`expected ${typeName(value)}.__fspath__() to return str or bytes, not ${typeName(path)}`);
  } finally {
    drop(path);
  }
}

function checkMode(mode: string, onlyAst: boolean): void {
  if (!MODES.includes(mode)) {
    throw valueError(`compile() mode must be 'exec', 'eval'${onlyAst ? ", 'single' or 'func_type'" : " or 'single'"}`);
  }
  if (mode === "func_type" && !onlyAst) throw valueError("compile() mode 'func_type' requires flag PyCF_ONLY_AST");
}

const compileNative = def(
  "compile($module, /, source, filename, mode, flags=0, dont_inherit=False, optimize=-1, *, _feature_version: int = -1)",
  "Compile source into a code object that can be executed by exec() or eval().\n\nThe source code may represent a Python module, statement or expression.\nThe filename will be used for run-time error messages.\nThe mode must be 'exec' to compile a module, 'single' to compile a\nsingle (interactive) statement, or 'eval' to compile an expression.\nThe flags argument, if present, controls which future statements influence\nthe compilation of the code.\nThe dont_inherit argument, if true, stops the compilation inheriting\nthe effects of any future statements in effect in the code calling\ncompile; if absent or false these statements do influence the compilation,\nin addition to any features explicitly specified.",
  (_module, source, filename, modeName, flagBits, dontInherit, level, featureVersion) => {
    const file = fileName(filename);
    if (!isStr(modeName)) throw typeError(`compile() argument 'mode' must be str, not ${argumentName(modeName)}`);
    const mode = modeName.value;
    const flags = sizeArgument(flagBits);
    const inherits = !isTrue(dontInherit);
    const optimize = sizeArgument(level);
    if ((flags & ~KNOWN_FLAGS) !== 0) throw valueError("compile(): unrecognised flags");
    if (optimize < -1 || optimize > 2) throw valueError("compile(): invalid optimize value");
    const all = flags | (inherits ? inheritedFlags() : 0);
    const onlyAst = (flags & ONLY_AST) !== 0;
    checkMode(mode, onlyAst);
    if (ast?.isAst(source)) return ast.compile(source, file, mode, all, optimize);
    const text = sourceOf(source, "compile", "string, bytes or AST");
    const input = mode === "eval" ? withoutIndent(text) : text;
    if (!onlyAst) return compileSource(input, file, mode as SourceMode, all, optimize);
    if (ast === null) throw valueError("compile(): unrecognised flags");
    return ast.parse(input, file, mode, all, optimize, featureVersion);
  },
);

// ---- namespaces ----

const globalsNative = def(
  "globals($module, /)",
  "Return the dictionary containing the current scope's global variables.\n\nNOTE: Updates to this dictionary *will* affect name lookups in the current\nglobal scope and vice-versa.",
  () => newRef(currentFrame().globals),
);

const localsNative = def(
  "locals($module, /)",
  "Return a dictionary containing the current scope's local variables.\n\nNOTE: Whether or not updates to this dictionary will affect name lookups in\nthe local scope and vice-versa is *implementation dependent* and not\ncovered by any backwards compatibility guarantees.",
  () => currentLocals(),
);

/** The builtin functions that need frames or the compiler. */
export const frameNatives: readonly Native[] = [
  told(buildClassNative, null),
  importNative,
  execNative,
  evalNative,
  told(
    compileNative,
    "($module, /, source, filename, mode, flags=0,\n        dont_inherit=False, optimize=-1, *, _feature_version=-1)",
  ),
  globalsNative,
  localsNative,
];
