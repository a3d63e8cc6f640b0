// Names beyond the fast path: unbound variables, namespaces of classes and modules, cells,
// `__build_class__`, and `super().name`.
import { CO_FAST_CELL, CO_FAST_FREE } from "../bytecode/code.ts";
import type { PyObject, PyType } from "../heap/object.ts";
import { drop, newRef, type OwnedValue, sharePayload, type Value } from "../heap/refs.ts";
import { callArray } from "../objects/call.ts";
import type { PyCell } from "../objects/cell.ts";
import { dictDelete, dictGet, dictSet, isExactDict, newDict } from "../objects/dict.ts";
import { newError, type PyError, typeError } from "../objects/errors.ts";
import { isFunction, type PyFunction } from "../objects/function.ts";
import { typeOf } from "../objects/lookup.ts";
import { delItem, getItem, isType, setItem, typeName, unlessRaises } from "../objects/protocol.ts";
import { intern, type PyStr } from "../objects/str.ts";
import { SuperType, setSuperCaller, superGetAttr, superGetMethod } from "../objects/super.ts";
import { loadGlobal, nameError, rememberSuper, setMappingGet, superMethod } from "./caches.ts";
import type { Cache, Code } from "./code.ts";
import type { Frame } from "./frame.ts";
import { vm } from "./state.ts";

/** UnboundLocalError, or NameError for a free variable of an outer function. */
export function unboundLocal(code: Code, i: number): PyError {
  const name = code.localNames[i].value;
  return newError(
    "UnboundLocalError",
    `cannot access local variable '${name}' where it is not associated with a value`,
  );
}

export function unboundCell(code: Code, i: number): PyError {
  if ((code.unit.localsPlusKinds[i] & CO_FAST_FREE) === 0) return unboundLocal(code, i);
  const name = code.localNames[i];
  return nameError(
    `cannot access free variable '${name.value}' where it is not associated with a value in enclosing scope`,
    name,
  );
}

export function deleteDeref(f: Frame, i: number): void {
  const cell = f.S[f.bp + i] as PyCell;
  const old = cell.value;
  if (old === undefined) throw unboundCell(f.code, i);
  cell.value = undefined;
  drop(old as OwnedValue);
}

export function copyFreeVars(f: Frame, n: number): void {
  const closure = (f.func as PyFunction).value.closure as NonNullable<PyFunction["value"]["closure"]>;
  const at = f.bp + f.code.nlocalsplus - n;
  for (let i = 0; i < n; i++) f.S[at + i] = newRef(closure.value[i] as PyObject);
}

/** `mapping[name]`; undefined when the mapping raises KeyError. */
function mappingGet(mapping: PyObject, name: PyObject): OwnedValue | undefined {
  if (isExactDict(mapping)) return dictGet(mapping, name);
  return unlessRaises("KeyError", () => getItem(mapping, name));
}
setMappingGet(mappingGet);

export function loadFromDictOrDeref(f: Frame, mapping: Value, i: number): OwnedValue {
  const found = mappingGet(mapping as PyObject, f.code.localNames[i]);
  if (found !== undefined) return found;
  const cell = f.S[f.bp + i] as PyCell;
  if (cell.value === undefined) throw unboundCell(f.code, i);
  return sharePayload(cell as PyObject<Value>);
}

export const loadFromDictOrGlobals = (f: Frame, mapping: Value, name: PyStr): OwnedValue =>
  mappingGet(mapping as PyObject, name) ?? loadGlobal(f, name, null, 0);

export function storeName(f: Frame, name: PyStr, value: OwnedValue): void {
  const locals = f.locals as PyObject;
  if (isExactDict(locals)) {
    dictSet(locals, name, value);
    return;
  }
  try {
    setItem(locals, name, value);
  } finally {
    drop(value);
  }
}

export function deleteName(f: Frame, name: PyStr): void {
  const locals = f.locals as PyObject;
  if (isExactDict(locals)) {
    if (!dictDelete(locals, name)) throw nameError(`name '${name.value}' is not defined`, name);
  } else if (!deletedFrom(locals, name)) {
    throw nameError(`name '${name.value}' is not defined`, name);
  }
}

/** Deletes from a namespace that is no dict; false when it raises KeyError. */
function deletedFrom(namespace: PyObject, name: PyStr): boolean {
  const deleted = unlessRaises("KeyError", () => {
    delItem(namespace, name);
    return true;
  });
  return deleted === true;
}

export function deleteGlobal(f: Frame, name: PyStr): void {
  if (!dictDelete(f.globals, name)) throw nameError(`name '${name.value}' is not defined`, name);
}

const ANNOTATIONS = intern("__annotations__");
export function setupAnnotations(f: Frame): void {
  const locals = f.locals as PyObject;
  const found = mappingGet(locals, ANNOTATIONS);
  if (found !== undefined) drop(found);
  else storeName(f, ANNOTATIONS, newDict());
}

const BUILD_CLASS = intern("__build_class__");
export function loadBuildClass(f: Frame): OwnedValue {
  const found = dictGet(f.builtins, BUILD_CLASS);
  if (found === undefined) throw nameError("__build_class__ not found", BUILD_CLASS);
  return found;
}

// ---- super ----

/** LOAD_SUPER_ATTR: [super, class, self] become the attribute, or a method and self. */
export function loadSuperAttr(f: Frame, S: Value[], sp: number, arg: number, caches: Cache[], i: number): number {
  const name = f.code.names[arg >> 2];
  const fn = S[sp - 3];
  const type = S[sp - 2];
  const self = S[sp - 1];
  const method = (arg & 1) !== 0;
  if (method && fn === SuperType) {
    const known = superMethod(type, self, caches[i]);
    if (known !== null) {
      S[sp - 3] = newRef(known);
      S[sp - 2] = self;
      drop(type as OwnedValue);
      drop(fn as OwnedValue);
      return sp - 1;
    }
  }
  if (fn !== SuperType) return loadByCall(S, sp, fn, name, arg);
  if (!isType(type)) throw typeError(`super() argument 1 must be a type, not ${typeName(type)}`);
  const found = method
    ? superGetMethod(type, self, name, isFunction)
    : { value: superGetAttr(type, self, name), unbound: false };
  S[sp - 3] = null as unknown as Value;
  if (method && found.unbound) {
    rememberSuper(type, self, found.value as PyObject, caches, i);
    S[sp - 3] = found.value as Value;
    S[sp - 2] = self;
    drop(type as unknown as OwnedValue);
    drop(fn as OwnedValue);
    return sp - 1;
  }
  const at = method ? sp - 2 : sp - 3;
  for (const x of [self, type, fn]) drop(x as OwnedValue);
  S[at] = found.value as Value;
  return at + 1;
}

/** `super` has been given another meaning: it is called, and its result asked. */
function loadByCall(S: Value[], sp: number, fn: Value, name: PyStr, arg: number): number {
  const args = (arg & 2) !== 0 ? [S[sp - 2], S[sp - 1]] : [];
  const object = callArray(fn, args, null);
  let value: OwnedValue | undefined;
  try {
    value = typeOf(object).value.slots.getattr?.(object as PyObject, name);
  } finally {
    drop(object);
  }
  if (value === undefined)
    throw newError("AttributeError", `'${typeName(object)}' object has no attribute '${name.value}'`);
  const taken = [S[sp - 1], S[sp - 2], S[sp - 3]];
  let at = sp - 3;
  if ((arg & 1) !== 0) S[at++] = null as unknown as Value;
  S[at] = value as Value;
  for (const x of taken) drop(x as OwnedValue);
  return at + 1;
}

/** `super()` without arguments: the class from the `__class__` cell, the object from the first argument. */
setSuperCaller(() => {
  const f = vm.frame;
  if (f === null) throw newError("RuntimeError", "super(): no current frame");
  if (f.code.argCount === 0) throw newError("RuntimeError", "super(): no arguments");
  const first = f.S[f.bp] as Value | undefined;
  const inCell = (f.code.unit.localsPlusKinds[0] & CO_FAST_CELL) !== 0;
  const self = inCell && first !== undefined && isCell(first) ? (first as PyCell).value : first;
  if (self === undefined) throw newError("RuntimeError", "super(): arg[0] deleted");
  const i = f.code.unit.localsPlusNames.findIndex(
    (n, k) => n === "__class__" && (f.code.unit.localsPlusKinds[k] & CO_FAST_FREE) !== 0,
  );
  if (i < 0) throw newError("RuntimeError", "super(): __class__ cell not found");
  const type = (f.S[f.bp + i] as PyCell).value;
  if (type === undefined) throw newError("RuntimeError", "super(): empty __class__ cell");
  return { type: type as PyType, self };
});
const isCell = (value: Value): boolean => typeOf(value).value.name === "cell";
