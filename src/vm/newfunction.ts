// types.FunctionType(code, globals, name, argdefs, closure): a function made by hand. What it is
// given must fit its code: one cell for each free variable.
import { newRef, type OwnedValue, type Value } from "../heap/refs.ts";
import { callNative } from "../native/bind.ts";
import { def } from "../native/signature.ts";
import { CellType } from "../objects/cell.ts";
import { extendType } from "../objects/define.ts";
import { dictPeek, isDict, type PyDict } from "../objects/dict.ts";
import { typeError, valueError } from "../objects/errors.ts";
import { FunctionType, newFunction, type PyFunction } from "../objects/function.ts";
import { typeName } from "../objects/protocol.ts";
import { None } from "../objects/singletons.ts";
import { intern, isStr } from "../objects/str.ts";
import { isTuple, type PyTuple } from "../objects/tuple.ts";
import { isCode, type PyCode } from "./code.ts";
import { vm } from "./state.ts";

/** The builtins of a function with these globals: what the globals say, else those of the caller. Borrowed. */
function builtinsFor(globals: PyDict): PyDict {
  const given = dictPeek(globals, intern("__builtins__"));
  if (given !== undefined && isDict(given)) return given;
  const dict =
    given === undefined || typeof given === "number" ? null : (given.type.value.dictOf?.(given, false) ?? null);
  if (dict !== null && isDict(dict)) return dict;
  return vm.frame === null ? vm.builtins : vm.frame.builtins;
}

/** The closure, borrowed; null for a function without free variables. */
function checkedClosure(code: PyCode, closure: Value): PyTuple | null {
  const { freeCount, name } = code.value;
  if (!isTuple(closure)) {
    if (freeCount > 0 && closure === None) throw typeError("arg 5 (closure) must be tuple");
    if (closure !== None) throw typeError("arg 5 (closure) must be None or tuple");
    return null;
  }
  const n = closure.value.length;
  if (n !== freeCount) throw valueError(`${name.value} requires closure of length ${freeCount}, not ${n}`);
  for (const cell of closure.value) {
    if (typeof cell === "number" || cell.type !== CellType)
      throw typeError(`arg 5 (closure) expected cell, found ${typeName(cell)}`);
  }
  return closure;
}

const NEW = def(
  "function($type, code, globals, name=None, argdefs=None, closure=None)",
  "",
  (_type, code, globals, name, defaults, closure): OwnedValue => {
    if (!isCode(code)) throw typeError(`function() argument 'code' must be code, not ${typeName(code)}`);
    if (!isDict(globals)) throw typeError(`function() argument 'globals' must be dict, not ${typeName(globals)}`);
    if (name !== None && !isStr(name)) throw typeError("arg 3 (name) must be None or string");
    if (defaults !== None && !isTuple(defaults)) throw typeError("arg 4 (defaults) must be None or tuple");
    const cells = checkedClosure(code, closure);
    const { consts, qualname } = code.value;
    const doc = consts.value[0];
    const func = newFunction(
      newRef(code),
      globals,
      builtinsFor(globals),
      isStr(name) ? name : code.value.name,
      qualname,
      doc !== undefined && isStr(doc) ? doc : None,
    );
    if (isTuple(defaults)) func.value.defaults = newRef(defaults);
    if (cells !== null) func.value.closure = newRef(cells);
    return func;
  },
);

extendType<PyFunction>(FunctionType, {
  textSignature: "(code, globals, name=None, argdefs=None, closure=None)",
  slots: { new: (type, args, kwnames) => callNative(NEW, type, args, kwnames, "") },
});
