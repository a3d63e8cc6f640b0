// Where modules come from, in the order that sys.meta_path says: natives, files along sys.path
// and in packages' paths, the packed library, and the program's own finders. A spec says what
// was found; `loadSpec` makes the module of it and says how to run its code.
import type { PyObject, PyType } from "../heap/object.ts";
import { drop, dropAll, newRef, newRefs, type Owned, type OwnedValue, share, type Value } from "../heap/refs.ts";
import { whole } from "../heap/whole.ts";
import type { Native } from "../native/signature.ts";
import { newBuiltin } from "../objects/builtin.ts";
import { callMethod, callOwned } from "../objects/call.ts";
import { clearDict, dictSet, isExactDict, type PyDict } from "../objects/dict.ts";
import { importError } from "../objects/errors.ts";
import { isExactList, listAppend, newList, type PyList } from "../objects/list.ts";
import { moduleDict, newModule, type PyModule } from "../objects/moduleobject.ts";
import { findAttrText, getAttrText, reprText, setAttr } from "../objects/protocol.ts";
import { asTold } from "../objects/ready.ts";
import { None, newNone } from "../objects/singletons.ts";
import { intern, newStr } from "../objects/str.ts";
import { bootstrapSpec, newBootstrapModule, runBootstrap } from "./bootstrap.ts";
import { type Found, findInFiles, findInLibrary } from "./filefinder.ts";
import { BuiltinImporterType, FrozenImporterType, importers, PathFinderType, setFinding } from "./importers.ts";
import { cachedPath, newFileLoader, newNamespaceLoader, newNamespacePath } from "./loaders.ts";
import { parentName } from "./modulenames.ts";
import { attributeOf, type Holder, newSpec, SpecType, textAttribute } from "./spec.ts";
import { sysAttribute } from "./sysattr.ts";

/** A module of natives: what the table of modules says of it. */
export interface NativeModule {
  name: string;
  doc: string | null;
  functions?: readonly Native[];
  types?: readonly PyType[];
  constants?: () => Record<string, OwnedValue>;
}
export interface NativeModules {
  find(name: string): NativeModule | undefined;
  /** Does the module come before all files? Others give way to a file of the same name. */
  isCore(name: string): boolean;
  /** Has the module native submodules? */
  isPackage(name: string): boolean;
}
let natives: NativeModules = { find: () => undefined, isCore: () => false, isPackage: () => false };
/** Told once by the embedding API. */
export const setNativeModules = (modules: NativeModules): void => {
  natives = modules;
};

/** Puts the three finders into sys.meta_path. The instance asks for it when sys exists. */
export function installFinders(): void {
  const list = sysAttribute("meta_path");
  if (list === undefined || !isExactList(list)) return;
  for (const finder of importers()) listAppend(list, finder);
}

/** When a program has ended: forgets the hooks that its importlib has put into sys. */
export function forgetPathHooks(): void {
  const hooks = sysAttribute("path_hooks");
  if (hooks !== undefined && isExactList(hooks)) dropAll(hooks.value.splice(0, hooks.value.length));
  const cache = sysAttribute("path_importer_cache");
  if (cache !== undefined && isExactDict(cache)) clearDict(cache);
}

/** The spec of a module; null when nobody finds it. `path` is that of its package. Borrows. */
export function findSpec(name: string, path: Value | null): Owned | null {
  const finders = sysAttribute("meta_path");
  if (finders === undefined || finders === None)
    throw importError("sys.meta_path is None, Python is likely shutting down");
  if (!isExactList(finders)) return null;
  const held = newRef(finders as PyList);
  try {
    for (let i = 0; i < held.value.length; i++) {
      const finder = share(held.value, i);
      try {
        const spec = askFinder(finder, name, path);
        if (spec !== null) return spec;
      } finally {
        drop(finder);
      }
    }
    return null;
  } finally {
    drop(held);
  }
}

function askFinder(finder: Value, name: string, path: Value | null): Owned | null {
  if (finder === BuiltinImporterType) return natives.isCore(name) ? nativeSpec(name) : null;
  if (finder === FrozenImporterType) return bootstrapSpec(name);
  if (finder === PathFinderType) return findOnPath(name, path);
  const find = findAttrText(finder, "find_spec");
  if (find === undefined) return null;
  const spec = callOwned(find, newStr(name), path === null ? newNone() : newRef(path as PyObject), newNone());
  if (spec !== None) return spec as Owned;
  drop(spec);
  return null;
}

export const isCoreModule = (name: string): boolean => natives.isCore(name);

/** A new module object of a core native module; null when there is none of that name. */
export const coreModule = (name: string): Owned | null => (isCoreModule(name) ? newNativeModule(name, null) : null);

/** The spec of a native module; null when there is none of that name. */
export function nativeSpec(name: string): Owned | null {
  if (natives.find(name) === undefined) return null;
  return whole(() => {
    const locations = natives.isPackage(name) ? newList(newRefs()) : null;
    return newSpec({ name, loader: newRef(BuiltinImporterType), origin: "built-in", locations, located: false });
  });
}

/** Packages whose other half CPython has in C: of those the library's own is taken, not one that a path leads to. */
const OWN_PACKAGES: ReadonlySet<string> = new Set(["ctypes"]);

/** PathFinder: files along sys.path, or along a package's path; then the natives that give way to files. */
export function findOnPath(name: string, path: Value | null): Owned | null {
  const entries = path ?? sysAttribute("path");
  let found = entries === undefined ? null : findInFiles(name, entries);
  if (found?.kind === "source" && found.folder !== null && OWN_PACKAGES.has(name)) found = findInLibrary(name) ?? found;
  if (found === null) return nativeSpec(name);
  return found.kind === "namespace" && natives.find(name) !== undefined ? nativeSpec(name) : specOf(name, found);
}

const specOf = (name: string, found: Found): Owned => whole(() => makeSpec(name, found));

function makeSpec(name: string, found: Found): Owned {
  if (found.kind === "namespace") {
    const locations = newNamespacePath(name, found.portions);
    return newSpec({ name, loader: newNone(), origin: null, locations, located: false });
  }
  const loader = newFileLoader(name, found);
  const locations = found.folder === null ? null : stringList([found.folder]);
  return newSpec({ name, loader, origin: found.file, locations, located: true, cached: cachedPath(found.file) });
}

function stringList(texts: readonly string[]): Owned {
  const items = newRefs();
  for (const text of texts) items.push(newStr(text));
  return newList(items);
}

// ---- loading ----

export interface Loading {
  /** Owned. */
  module: OwnedValue;
  run(): void;
}

/** The module of a spec, not yet in sys.modules, and what runs its code. */
export function loadSpec(name: string, spec: Owned): Loading {
  const loader = spec.type === SpecType ? (attributeOf(spec as Holder, "loader") ?? None) : null;
  if (loader === BuiltinImporterType) {
    const module = newNativeModule(name, spec);
    return { module, run: () => {} };
  }
  if (loader === FrozenImporterType) {
    const module = newBootstrapModule(name, spec);
    return { module, run: () => runBootstrap(name, module) };
  }
  const held = loader === null ? getAttrText(spec, "loader") : newRef(loader as PyObject);
  try {
    const module = createModule(name, spec, held);
    return { module, run: () => execModule(module, spec) };
  } finally {
    drop(held);
  }
}

/** The module object: the loader's own, or a plain one. */
function createModule(name: string, spec: Owned, loader: Value): OwnedValue {
  const create = loader === None ? undefined : findAttrText(loader, "create_module");
  if (create === undefined && loader !== None && hasAttribute(loader, "exec_module")) {
    throw importError("loaders that define exec_module() must also define create_module()");
  }
  let module = create === undefined ? newNone() : callOwned(create, newRef(spec));
  if (module === None) {
    drop(module);
    module = newModule(name, null);
  }
  try {
    initModule(module, spec);
  } catch (e) {
    drop(module);
    throw e;
  }
  return module;
}

function hasAttribute(value: Value, name: string): boolean {
  const found = findAttrText(value, name);
  if (found === undefined) return false;
  drop(found);
  return true;
}

function execModule(module: OwnedValue, spec: Owned): void {
  const loader = getAttrText(spec, "loader");
  try {
    if (loader === None) return;
    if (hasAttribute(loader, "exec_module")) drop(callMethod(loader, "exec_module", newRef(module as PyObject)));
    else drop(callMethod(loader, "load_module", getAttrText(spec, "name")));
  } finally {
    drop(loader);
  }
}

/** The names that every imported module has, from its spec. */
function initModule(module: Value, spec: Owned): void {
  const set = (name: string, value: OwnedValue): void => {
    try {
      setAttr(module, intern(name), value);
    } finally {
      drop(value);
    }
  };
  const locations = getAttrText(spec, "submodule_search_locations");
  try {
    let loader = getAttrText(spec, "loader");
    if (loader === None && locations !== None) {
      drop(loader);
      loader = newNamespaceLoader(newRef(locations as PyObject));
      try {
        setAttr(spec, intern("loader"), loader);
        set("__file__", newNone());
      } catch (e) {
        drop(loader);
        throw e;
      }
    }
    try {
      set("__name__", getAttrText(spec, "name"));
    } catch (e) {
      drop(loader);
      throw e;
    }
    set("__loader__", loader);
    set("__package__", getAttrText(spec, "parent"));
    set("__spec__", newRef(spec));
    if (locations !== None) set("__path__", newRef(locations as PyObject));
  } finally {
    drop(locations);
  }
  const located = getAttrText(spec, "has_location");
  drop(located);
  if (located === None || (located as PyObject).value === 0) return;
  set("__file__", getAttrText(spec, "origin"));
  const cached = getAttrText(spec, "cached");
  if (cached === None) drop(cached);
  else set("__cached__", cached);
}

setFinding({
  builtin: (name) => (natives.isCore(name) ? nativeSpec(name) : null),
  path: findOnPath,
  create(spec) {
    const name = textAttribute(spec as Holder, "name") ?? "";
    if (natives.find(name) === undefined) throw importError(`${reprText(intern(name))} is not a built-in module`);
    return newNativeModule(name, null);
  },
});

/** A module of natives: functions, types and constants in its namespace. */
export const newNativeModule = (name: string, spec: Owned | null): Owned<PyModule> =>
  whole(() => filledModule(name, spec));

function filledModule(name: string, spec: Owned | null): Owned<PyModule> {
  const table = natives.find(name) as NativeModule;
  const module = newModule(name, table.doc);
  fillNative(module, table);
  const dict = moduleDict(module);
  if (spec === null) return module;
  dictSet(dict, intern("__loader__"), newRef(BuiltinImporterType));
  dictSet(dict, intern("__package__"), newStr(natives.isPackage(name) ? name : parentName(name)));
  dictSet(dict, intern("__spec__"), newRef(spec));
  if (natives.isPackage(name)) dictSet(dict, intern("__path__"), newList(newRefs()));
  return module;
}

/** Fills a module's namespace with what its table says. */
export function fillNative(module: PyModule, table: NativeModule): void {
  const dict: PyDict = moduleDict(module);
  for (const native of table.functions ?? [])
    dictSet(dict, intern(native.name), newBuiltin(asTold(table.name, native), module, table.name, null));
  for (const type of table.types ?? []) dictSet(dict, intern(type.value.name), newRef(type));
  for (const [key, value] of Object.entries(table.constants?.() ?? {})) dictSet(dict, intern(key), value);
}
