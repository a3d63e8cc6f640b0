// importlib's own modules, _frozen_importlib and _frozen_importlib_external: the Python files of
// importlib run under these names, with the classes that importing uses here in the place of
// theirs. So a program that subclasses, compares or calls them meets what really imports. Nothing
// of the replaced classes is left for the collector, for in CPython there are none.

import type { PyType } from "../heap/object.ts";
import { drop, newRef, type Owned, type OwnedValue } from "../heap/refs.ts";
import { callArray, callMethod } from "../objects/call.ts";
import { dictGet, dictPeek, dictSet, type PyDict } from "../objects/dict.ts";
import { caught } from "../objects/errors.ts";
import { isExactList, listAppend } from "../objects/list.ts";
import { isModule, moduleDict, newModule, type PyModule } from "../objects/moduleobject.ts";
import { isError, isType } from "../objects/protocol.ts";
import { intern, newStr } from "../objects/str.ts";
import { type FoundFile, findInFiles } from "./filefinder.ts";
import { importer } from "./importerrors.ts";
import { BuiltinImporterType, FrozenImporterType, PathFinderType } from "./importers.ts";
import {
  codeOfFile,
  NamespaceLoaderType,
  NamespacePathType,
  runModuleCode,
  SourceFileLoaderType,
  SourcelessFileLoaderType,
} from "./loaders.ts";
import { newSpec, SpecType } from "./spec.ts";
import { vm } from "./state.ts";
import { sysAttribute, sysDict } from "./sysattr.ts";

const CORE = "_frozen_importlib";
const EXTERNAL = "_frozen_importlib_external";
const FILES: Readonly<Record<string, string>> = { [CORE]: "_bootstrap", [EXTERNAL]: "_bootstrap_external" };

/** The file of importlib that a bootstrap module is made of; null when no library has it. */
function fileOf(name: string): FoundFile | null {
  const path = sysAttribute("path");
  if (!Object.hasOwn(FILES, name) || path === undefined || !isExactList(path)) return null;
  const pkg = findInFiles("importlib", path);
  if (pkg === null || pkg.kind === "namespace" || pkg.folder === null) return null;
  const file = `${pkg.folder}/${FILES[name]}${pkg.kind === "bytecode" ? ".pyc" : ".py"}`;
  return { kind: pkg.kind, file, folder: null };
}

export function bootstrapSpec(name: string): Owned | null {
  if (fileOf(name) === null) return null;
  return newSpec({ name, loader: newRef(FrozenImporterType), origin: "frozen", locations: null, located: false });
}

export function newBootstrapModule(name: string, spec: Owned): Owned<PyModule> {
  const module = newModule(name, null);
  const dict = moduleDict(module);
  dictSet(dict, intern("__loader__"), newRef(FrozenImporterType));
  dictSet(dict, intern("__package__"), newStr(""));
  dictSet(dict, intern("__spec__"), newRef(spec));
  return module;
}

/** Runs the file, and puts our classes in the place of its own. */
export function runBootstrap(name: string, module: PyModule): void {
  const found = fileOf(name);
  if (found === null) return;
  runModuleCode(module, codeOfFile(found, `<frozen importlib.${FILES[name]}>`));
  const dict = moduleDict(module);
  if (name === CORE) finishCore(dict);
  else finishExternal(dict, module);
}

function finishCore(dict: PyDict): void {
  const classes = { ModuleSpec: SpecType, BuiltinImporter: BuiltinImporterType, FrozenImporter: FrozenImporterType };
  replaceClasses(dict, classes);
  const sys = dictGet(vm.modules, intern("sys"));
  if (sys !== undefined) dictSet(dict, intern("sys"), sys);
  for (const other of ["_imp", "_thread", "_warnings", "_weakref"]) bindModule(dict, other);
  const waiting = dictPeek(dict, intern("_WeakValueDictionary"));
  if (waiting !== undefined) dictSet(dict, intern("_blocking_on"), callArray(waiting, [], null));
}

/** Puts our classes in the place of the file's, and takes those apart, for each is a cycle that nobody else has seen. */
function replaceClasses(dict: PyDict, classes: Readonly<Record<string, PyType>>): void {
  const replaced: Owned[] = [];
  for (const [key, type] of Object.entries(classes)) {
    const old = dictGet(dict, intern(key));
    dictSet(dict, intern(key), newRef(type));
    if (old !== undefined && isType(old)) replaced.push(old);
  }
  for (const old of replaced.reverse()) {
    old.type.value.clear?.(old);
    drop(old);
  }
}

/** Binds a module's name, if there is such a module. */
function bindModule(dict: PyDict, name: string): void {
  try {
    dictSet(dict, intern(name), importer(name));
  } catch (e) {
    if (!isError(caught(e), "ImportError")) throw e;
    drop(caught(e) as Owned);
  }
}

function finishExternal(dict: PyDict, module: PyModule): void {
  const classes = {
    SourceFileLoader: SourceFileLoaderType,
    SourcelessFileLoader: SourcelessFileLoaderType,
    NamespaceLoader: NamespaceLoaderType,
    _NamespaceLoader: NamespaceLoaderType,
    _NamespacePath: NamespacePathType,
    PathFinder: PathFinderType,
  };
  replaceClasses(dict, classes);
  const core = importer(CORE);
  if (isModule(core)) dictSet(moduleDict(core), intern("_bootstrap_external"), newRef(module));
  dictSet(dict, intern("_bootstrap"), core);
  installPathHook(dict);
}

/** sys.path_hooks has what makes a finder of a folder. */
function installPathHook(dict: PyDict): void {
  const hooks = sysAttribute("path_hooks");
  const finder = dictPeek(dict, intern("FileFinder"));
  const supported = dictPeek(dict, intern("_get_supported_file_loaders"));
  if (
    hooks === undefined ||
    !isExactList(hooks) ||
    finder === undefined ||
    supported === undefined ||
    sysDict() === null
  )
    return;
  const loaders = callArray(supported, [], null);
  try {
    if (isExactList(loaders))
      listAppend(hooks, callMethod(finder, "path_hook", ...loaders.value.map((l) => newRef(l as Owned) as OwnedValue)));
  } finally {
    drop(loaders);
  }
}
