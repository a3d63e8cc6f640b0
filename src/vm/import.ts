// The import statement: IMPORT_NAME, IMPORT_FROM, `from m import *`, and `__import__`. What is
// found where is finders.ts; this file keeps sys.modules right: a module is in it before its code
// runs, and no longer once its code has failed.
import type { PyObject } from "../heap/object.ts";
import { drop, keep, newRef, type Owned, type OwnedValue, share, type Value } from "../heap/refs.ts";
import { current } from "../host/current.ts";
import { def, Native } from "../native/signature.ts";
import { BuiltinType, type PyBuiltin } from "../objects/builtin.ts";
import { callOwned } from "../objects/call.ts";
import { dictDelete, dictFind, dictGet, dictPop, dictSet, isDict, isExactDict } from "../objects/dict.ts";
import { importError, newError, PyError, systemError, typeError, valueError } from "../objects/errors.ts";
import type { PyException } from "../objects/exceptions.ts";
import { indexSize } from "../objects/int.ts";
import { isSequence, iterate } from "../objects/iteration.ts";
import { listFrom } from "../objects/list.ts";
import { isInitializing, isModule, moduleDict, type PyModule } from "../objects/moduleobject.ts";
import {
  findAttr,
  findAttrText,
  getAttr,
  getAttrText,
  getItem,
  isTrue,
  reprText,
  setAttr,
  setItem,
  slotsOf,
  typeName,
  unlessRaises,
} from "../objects/protocol.ts";
import { setReduceImporter } from "../objects/reduce.ts";
import { None, newNone } from "../objects/singletons.ts";
import { intern, isStr, type PyStr } from "../objects/str.ts";
import { findSpec, loadSpec } from "./finders.ts";
import type { Frame } from "./frame.ts";
import { importFailure, moduleNotFound, setImporter } from "./importerrors.ts";
import { lastName, parentName } from "./modulenames.ts";
import { warn } from "./reportwarning.ts";
import { setInitializing, whileImporting } from "./spec.ts";
import { vm } from "./state.ts";

// ---- finding a module by its absolute name ----

/** The module of an absolute name: the one in sys.modules, or loaded now. */
export function importModule(name: string): OwnedValue {
  const known = dictGet(vm.modules, intern(name));
  if (known === undefined) return findAndLoad(name);
  if (known !== None) return known;
  drop(known);
  const text = intern(name);
  throw importFailure("ModuleNotFoundError", `import of ${text.value} halted; None in sys.modules`, text);
}

function findAndLoad(name: string): OwnedValue {
  const parent = parentName(name);
  if (parent === "") return loadFound(name, null, null);
  if (dictFind(vm.modules, intern(parent)) < 0) drop(importModule(parent));
  const meanwhile = dictGet(vm.modules, intern(name));
  if (meanwhile !== undefined) return meanwhile;
  const parentModule = dictGet(vm.modules, intern(parent));
  if (parentModule === undefined) throw newError("KeyError", parent);
  let path: OwnedValue | undefined;
  try {
    path = findAttrText(parentModule, "__path__");
    if (path === undefined) throw moduleNotFound(name, `; ${reprText(intern(parent))} is not a package`);
    const module = loadFound(name, path, parentModule);
    bindInParent(parentModule, lastName(name), module);
    return module;
  } finally {
    if (path !== undefined) drop(path);
    drop(parentModule);
  }
}

function bindInParent(parent: Value, child: string, module: OwnedValue): void {
  try {
    unlessRaises("AttributeError", () => setAttr(parent, intern(child), module));
  } catch (e) {
    drop(module);
    throw e;
  }
}

/** Finds and loads; while the module's code runs its parent knows of it. */
function loadFound(name: string, path: Value | null, parent: Value | null): OwnedValue {
  const spec = findSpec(name, path);
  if (spec === null) throw moduleNotFound(name);
  try {
    if (parent === null) return load(name, spec);
    return whileImporting(parent, lastName(name), () => load(name, spec));
  } finally {
    drop(spec);
  }
}

/** How many modules are being loaded, one by the code of another. */
let loading = 0;

function load(name: string, spec: Owned): OwnedValue {
  const key = intern(name);
  const { module, run } = loadSpec(name, spec);
  try {
    if (loading++ === 0) current.importing?.(true);
    setInitializing(spec, true);
    dictSet(vm.modules, key, newRef(module as Owned));
    try {
      run();
    } catch (e) {
      dictDelete(vm.modules, key);
      throw e;
    }
    const final = dictPop(vm.modules, key);
    if (final === undefined) throw newError("KeyError", name);
    dictSet(vm.modules, key, keep(final));
    return final;
  } finally {
    if (--loading === 0) current.importing?.(false);
    setInitializing(spec, false);
    drop(module);
  }
}

setImporter(importModule);
setReduceImporter(importModule);

// ---- relative names ----

const noParent = (): PyError => importError("attempted relative import with no known parent package");

/** The package that a relative import starts from: the text, and nothing else, of what the globals say. */
function packageOf(globals: Value | null): string {
  if (globals === null) throw newError("KeyError", "'__name__' not in globals");
  if (!isDict(globals)) throw typeError("globals must be a dict");
  const own = textOf(dictGet(globals, intern("__package__")), "package must be a string");
  if (own !== null) return own;
  const spec = dictGet(globals, intern("__spec__"));
  if (spec !== undefined && spec !== None) {
    const parent = textOf(getAttrOwned(spec, "parent"), "__spec__.parent must be a string");
    return parent ?? "";
  }
  if (spec !== undefined) drop(spec);
  warn("ImportWarning", "can't resolve package from __spec__ or __package__, falling back on __name__ and __path__");
  const name = dictGet(globals, intern("__name__"));
  if (name === undefined) throw newError("KeyError", "'__name__' not in globals");
  const text = textOf(name, "__name__ must be a string") ?? "";
  if (dictFind(globals, intern("__path__")) >= 0) return text;
  if (!text.includes(".")) throw noParent();
  return parentName(text);
}

function getAttrOwned(value: OwnedValue, name: string): OwnedValue {
  try {
    return getAttrText(value, name);
  } finally {
    drop(value);
  }
}

/** The text of a str reference, which is given up; null for None or nothing. */
function textOf(value: OwnedValue | undefined, complaint: string): string | null {
  if (value === undefined) return null;
  try {
    if (value === None) return null;
    if (!isStr(value)) throw typeError(complaint);
    return value.value;
  } finally {
    drop(value);
  }
}

function absoluteName(name: string, globals: Value | null, level: number): string {
  if (level === 0) {
    if (name === "") throw valueError("Empty module name");
    return name;
  }
  const from = packageOf(globals);
  if (from === "") throw noParent();
  let base = from;
  for (let i = 1; i < level; i++) {
    if (!base.includes(".")) throw importError("attempted relative import beyond top-level package");
    base = parentName(base);
  }
  return name === "" ? base : `${base}.${name}`;
}

// ---- __import__ ----

/** What `__import__` answers: for `import a.b` the module `a`, with a list of names the module itself. Borrows all. */
export function importLevel(name: string, globals: Value | null, fromlist: Value, level: number): OwnedValue {
  if (level < 0) throw valueError("level must be >= 0");
  const absolute = absoluteName(name, globals, level);
  const module = importModule(absolute);
  if (fromlist !== None && fromlistGiven(fromlist, module)) {
    const path = hasAttribute(module, "__path__");
    if (path) handleFromlist(module, fromlist, false);
    return module;
  }
  if (level > 0 && name === "") return module;
  const dot = name.indexOf(".");
  if (dot < 0) return module;
  drop(module);
  if (level === 0) return importModule(name.slice(0, dot));
  const front = absolute.slice(0, absolute.length - (name.length - dot));
  const found = dictGet(vm.modules, intern(front));
  if (found === undefined) throw newError("KeyError", `${reprText(intern(front))} not in sys.modules as expected`);
  return found;
}

function fromlistGiven(fromlist: Value, module: OwnedValue): boolean {
  try {
    return isTrue(fromlist);
  } catch (e) {
    drop(module);
    throw e;
  }
}

function hasAttribute(value: Value, name: string): boolean {
  const found = findAttrText(value, name);
  if (found === undefined) return false;
  drop(found);
  return true;
}

/** Imports the submodules that are named and are not attributes yet. Gives the module up when it raises. */
function handleFromlist(module: OwnedValue, fromlist: Value, recursive: boolean): void {
  try {
    importNamed(module, fromlist, recursive);
  } catch (e) {
    drop(module);
    throw e;
  }
}

function importNamed(module: Value, names: Value, recursive: boolean): void {
  iterate(names, (item) => {
    try {
      if (!isStr(item)) throw wrongItem(module, item, recursive);
      if (item.value === "*") {
        const all = recursive ? undefined : findAttrText(module, "__all__");
        if (all !== undefined) {
          try {
            importNamed(module, all, true);
          } finally {
            drop(all);
          }
        }
      } else if (!hasAttribute(module, item.value)) importSubmodule(`${nameOf(module)}.${item.value}`);
    } finally {
      drop(item);
    }
  });
}

function wrongItem(module: Value, item: Value, recursive: boolean): PyError {
  const where = recursive ? `${nameOf(module)}.__all__` : "``from list''";
  return typeError(`Item in ${where} must be str, not ${typeName(item)}`);
}

function nameOf(module: Value): string {
  const name = getAttrText(module, "__name__");
  const text = isStr(name) ? name.value : reprText(name);
  drop(name);
  return text;
}

/** A submodule that does not exist is not an error here: the name is then looked for as an attribute. */
function importSubmodule(name: string): void {
  try {
    drop(importModule(name));
  } catch (e) {
    if (!(e instanceof PyError) || !isMissing(e.exception as PyException, name)) throw e;
    if (dictFind(vm.modules, intern(name)) >= 0) throw e;
    drop(e.exception);
  }
}

const isMissing = (e: PyException, name: string): boolean =>
  e.type.value.name === "ModuleNotFoundError" &&
  e.value.members[1] !== undefined &&
  isStr(e.value.members[1]) &&
  e.value.members[1].value === name;

const importDef = def(
  "__import__($module, /, name, globals=None, locals=None, fromlist=NULL, level: int = 0)",
  "Import a module.\n\nBecause this function is meant for use by the Python\ninterpreter and not for general use, it is better to use\nimportlib.import_module() to programmatically import a module.",
  (_module, name, globals, _locals, fromlist, level) => {
    if (!isStr(name)) throw typeError("module name must be a string");
    return importLevel(name.value, globals === None ? null : globals, fromlist ?? None, level);
  },
);
const IMPORT_TEXT = "($module, /, name, globals=None, locals=None, fromlist=(),\n           level=0)";
/** `__import__`. */
export const importNative = new Native(
  importDef.name,
  importDef.doc,
  importDef.kind,
  IMPORT_TEXT,
  [...importDef.params],
  importDef.result,
  importDef.impl,
);

const IMPORT = intern("__import__");

/** IMPORT_NAME: [level, fromlist] become the module. Answers the new stack pointer. */
export function importName(f: Frame, S: Value[], sp: number, name: PyStr): number {
  const importer = dictGet(f.builtins, IMPORT);
  if (importer === undefined) throw importError("__import__ not found");
  let module: OwnedValue;
  if (isOwnImporter(importer)) {
    drop(importer);
    module = importLevel(name.value, f.globals, S[sp - 1], indexSize(S[sp - 2]));
  } else {
    const locals = f.locals === null ? newNone() : newRef(f.locals);
    module = callOwned(importer, newRef(name), newRef(f.globals), locals, share(S, sp - 1), share(S, sp - 2));
  }
  const [level, fromlist] = [S[sp - 2], S[sp - 1]];
  S[sp - 2] = module as Value;
  drop(fromlist as OwnedValue);
  drop(level as OwnedValue);
  return sp - 1;
}

const isOwnImporter = (importer: Value): boolean =>
  typeof importer !== "number" &&
  importer.type === BuiltinType &&
  (importer as PyBuiltin).value.native === importNative;

// ---- from m import name ----

/** IMPORT_FROM: an attribute of a module, or a submodule that is still being imported. */
export function importFrom(module: Value, name: PyStr): OwnedValue {
  const found = findAttr(module, name);
  if (found !== undefined) return found;
  const own = findAttrText(module, "__name__");
  try {
    if (own !== undefined && isStr(own)) {
      const submodule = dictGet(vm.modules, intern(`${own.value}.${name.value}`));
      if (submodule !== undefined) return submodule;
    }
    throw cannotImport(module, own !== undefined && isStr(own) ? own : null, name);
  } finally {
    if (own !== undefined) drop(own);
  }
}

function cannotImport(module: Value, own: PyStr | null, name: PyStr): PyError {
  const shown = own === null ? "'<unknown module name>'" : reprText(own);
  const wanted = reprText(name);
  const file = isModule(module) ? dictGet(moduleDict(module), intern("__file__")) : undefined;
  try {
    if (file === undefined || !isStr(file)) {
      return importFailure(
        "ImportError",
        `cannot import name ${wanted} from ${shown} (unknown location)`,
        own,
        null,
        name,
      );
    }
    const partial = isInitializing(module as PyModule);
    const from = partial ? `partially initialized module ${shown} (most likely due to a circular import)` : shown;
    return importFailure("ImportError", `cannot import name ${wanted} from ${from} (${file.value})`, own, file, name);
  } finally {
    if (file !== undefined) drop(file);
  }
}

// ---- from m import * ----

/** Binds all public names of a module in the frame's namespace. Borrows the module. */
export function importStar(f: Frame, module: Value): void {
  const locals = f.locals;
  if (locals === null) throw systemError("no locals found during 'import *'");
  const all = findAttrText(module, "__all__");
  const names = all ?? namesIn(module);
  try {
    for (let i = 0; ; i++) {
      const name = itemAt(names, i);
      if (name === undefined) return;
      try {
        if (!isStr(name)) throw wrongName(module, name, all === undefined);
        if (all !== undefined || !name.value.startsWith("_")) bindName(locals, module, name);
      } finally {
        drop(name);
      }
    }
  } finally {
    drop(names);
  }
}

/** The item of a sequence; undefined behind its end. */
function itemAt(sequence: Value, i: number): OwnedValue | undefined {
  if (isSequence(sequence)) return unlessRaises("IndexError", () => getItem(sequence, i));
  const name = typeName(sequence);
  throw typeError(
    slotsOf(sequence).getitem === null ? `'${name}' object does not support indexing` : `${name} is not a sequence`,
  );
}

function namesIn(module: Value): OwnedValue {
  const dict = findAttrText(module, "__dict__");
  if (dict === undefined) throw importError("from-import-* object has no __dict__ and no __all__");
  try {
    return listFrom(dict);
  } finally {
    drop(dict);
  }
}

function bindName(locals: PyObject, module: Value, name: PyStr): void {
  const value = getAttr(module, intern(name.value));
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

function wrongName(module: Value, name: Value, key: boolean): PyError {
  const own = getAttrText(module, "__name__");
  try {
    if (!isStr(own)) return typeError(`module __name__ must be a string, not ${typeName(own)}`);
    return typeError(
      `${key ? "Key" : "Item"} in ${own.value}.${key ? "__dict__" : "__all__"} must be str, not ${typeName(name)}`,
    );
  } finally {
    drop(own);
  }
}
