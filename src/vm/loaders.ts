// Loaders as Python objects: what specs name, with the methods that importlib's have, for
// programs that call them. A loader runs a module's code in the module's own namespace.
import { readPyc } from "../bytecode/unmarshal.ts";
import type { PyObject, PyType } from "../heap/object.ts";
import { drop, keep, newRef, newRefs, type Owned, type OwnedValue, type Value } from "../heap/refs.ts";
import { whole } from "../heap/whole.ts";
import { current } from "../host/current.ts";
import { HostError, type HostFiles, type HostStat } from "../host/host.ts";
import { callNative } from "../native/bind.ts";
import { def, type Native } from "../native/signature.ts";
import { newBytes } from "../objects/bytes.ts";
import { callMethod, callOwned } from "../objects/call.ts";
import { dictFind, dictGet, dictSet, newDict } from "../objects/dict.ts";
import { importError, type PyError, typeError } from "../objects/errors.ts";
import { newFloat } from "../objects/float.ts";
import { newFunction } from "../objects/function.ts";
import { newInt } from "../objects/int.ts";
import { contains, getIter } from "../objects/iteration.ts";
import { newList } from "../objects/list.ts";
import { isModule, moduleDict, type PyModule } from "../objects/moduleobject.ts";
import { getItem, length, reprText, typeName } from "../objects/protocol.ts";
import { None, newBool, newNone } from "../objects/singletons.ts";
import { intern, isStr, newStr } from "../objects/str.ts";
import { runCode } from "./calls.ts";
import { newCode, type PyCode } from "./code.ts";
import { cachedCode } from "./codecache.ts";
import type { FoundFile } from "./filefinder.ts";
import { importer, importFailure } from "./importerrors.ts";
import { library, packedSource } from "./library.ts";
import { lastName } from "./modulenames.ts";
import { compileSource, decodeText } from "./source.ts";
import { attributeOf, defineHolder, type Holder, holderOf, holderRepr, textAttribute } from "./spec.ts";
import { vm } from "./state.ts";

const EXTERNAL = "_frozen_importlib_external";

let hostFailure: (e: HostError, path: string) => PyError;
/** Told once by the embedding API: a failure of the host as an OSError. */
export const setHostFailure = (f: typeof hostFailure): void => {
  hostFailure = f;
};

function withFiles<T>(path: string, body: (files: HostFiles) => T): T {
  try {
    if (current.files === null) throw new HostError("ENOENT", path);
    return body(current.files);
  } catch (e) {
    if (e instanceof HostError) throw hostFailure(e, path);
    throw e;
  }
}

const readFile = (path: string): Uint8Array => withFiles(path, (files) => files.readFile(path));
const statFile = (path: string): HostStat => withFiles(path, (files) => files.stat(path, true));

// ---- running code ----

/** Runs a module's code in its namespace. Steals the code. */
export function runModuleCode(module: PyModule, code: Owned<PyCode>): void {
  const globals = moduleDict(module);
  const builtins = intern("__builtins__");
  if (dictFind(globals, builtins) < 0) dictSet(globals, builtins, newRef(vm.builtins));
  const { name, qualname } = code.value;
  const func = newFunction(code, globals, vm.builtins, name, qualname, None);
  drop(runCode(func, newRef(globals)));
}

/** `__cached__`: where a compiled form would be kept. */
export function cachedPath(file: string): string {
  const slash = file.lastIndexOf("/");
  const stem = file.slice(slash + 1).replace(/\.pyc?$/, "");
  return `${file.slice(0, slash + 1)}__pycache__/${stem}.cpython-312.pyc`;
}

type CodeMaker = (loader: Holder, name: string) => Owned<PyCode>;

const pathOf = (loader: Holder): string => textAttribute(loader, "path") ?? "";

const sourceCode: CodeMaker = (loader) => {
  const path = pathOf(loader);
  return cachedCode(path, () => compileSource(readFile(path), path, "exec", 0, -1));
};
const libraryCode: CodeMaker = (loader) => {
  const packed = library();
  const module = packed?.nameOf(pathOf(loader)) ?? null;
  if (packed === null || module === null) throw importError(`the library has no ${pathOf(loader)}`);
  return packed.code(module);
};
const bytecodeCode: CodeMaker = (loader, name) => {
  const pyc = readPyc(readFile(pathOf(loader)));
  if (pyc !== null) return newCode(pyc.code);
  const shown = intern(name);
  throw importFailure("ImportError", `bad magic number in ${reprText(shown)}`, shown, intern(pathOf(loader)));
};

// ---- the loaders of files ----

const isPackageFile = (loader: Holder, name: string): boolean =>
  /^__init__\.pyc?$/.test(pathOf(loader).slice(pathOf(loader).lastIndexOf("/") + 1)) && lastName(name) !== "__init__";

function checkName(loader: Holder, name: Value): string {
  const own = textAttribute(loader, "name") ?? "";
  if (name === None) return own;
  if (isStr(name) && name.value === own) return own;
  const wanted = isStr(name) ? name.value : reprText(name);
  throw importFailure("ImportError", `loader for ${own} cannot handle ${wanted}`, intern(wanted));
}

function execWith(make: CodeMaker, loader: Holder, module: Value): void {
  if (!isModule(module)) throw typeError(`exec_module() needs a module, not ${typeName(module)}`);
  runModuleCode(module, make(loader, textAttribute(loader, "name") ?? ""));
}

const fileMethods = (make: CodeMaker, source: (loader: Holder) => OwnedValue): Native[] => [
  def("create_module($self, spec, /)", "Asks for the usual module object.", () => newNone()),
  def("exec_module($self, module, /)", "Runs the module's code.", (loader: Holder, module) =>
    execWith(make, loader, module),
  ),
  def("load_module($self, fullname=None, /)", "Imports the module.", (loader: Holder, name) =>
    importer(checkName(loader, name)),
  ),
  def("get_code($self, fullname=None, /)", "The code object of the module.", (loader: Holder, name) =>
    make(loader, checkName(loader, name)),
  ),
  def("get_source($self, fullname=None, /)", "The source of the module, or None.", (loader: Holder, name) => {
    checkName(loader, name);
    return source(loader);
  }),
  def("get_filename($self, name=None, /)", "Where the module is.", (loader: Holder, name) => {
    checkName(loader, name);
    return newStr(pathOf(loader));
  }),
  def("is_package($self, fullname, /)", "Is the module a package?", (loader: Holder, name) =>
    newBool(isPackageFile(loader, checkName(loader, name))),
  ),
  def("get_data($self, path, /)", "The bytes of a file.", (_loader: Holder, path) => {
    if (!isStr(path)) throw typeError(`expected str, not ${typeName(path)}`);
    return newBytes(packedSource(path.value) ?? readFile(path.value));
  }),
];

/** Only sources have these: py_compile and its like ask for them. */
const sourceMethods: Native[] = [
  def(
    "source_to_code($self, data, path, *, _optimize=-1)",
    "The code of a source.",
    (_loader: Holder, data, path, optimize) => {
      const compile = dictGet(vm.builtins, intern("compile")) as OwnedValue;
      return callOwned(compile, keep(data), keep(path), newStr("exec"), newInt(0), newBool(true), keep(optimize));
    },
  ),
  def("path_stats($self, path, /)", "When a source was written, and its size.", (_loader: Holder, path) => {
    if (!isStr(path)) throw typeError(`expected str, not ${typeName(path)}`);
    const { mtime, size } = statFile(path.value);
    const stats = newDict();
    dictSet(stats, intern("mtime"), newFloat(Number(mtime) / 1e9));
    dictSet(stats, intern("size"), newInt(size));
    return stats;
  }),
];

const initFileLoader = def("__init__($self, fullname, path)", "", (self: Holder, fullname, path) => {
  for (const [key, value] of [
    ["name", fullname],
    ["path", path],
  ] as const) {
    if (!isStr(value)) throw typeError(`${key} must be str, not ${typeName(value)}`);
    dictSet(self.value.dict as NonNullable<typeof self.value.dict>, intern(key), newRef(value));
  }
});

const fileLoaderType = (
  name: string,
  make: CodeMaker,
  source: (loader: Holder) => OwnedValue,
  more: Native[] = [],
): PyType =>
  defineHolder({
    name,
    module: EXTERNAL,
    doc: "Loads a module from a file.",
    slots: {
      init(self, args, kwnames) {
        drop(callNative(initFileLoader, self, args, kwnames, name));
      },
      repr: holderRepr,
    },
    methods: [...fileMethods(make, source), ...more],
  });

const readSource = (loader: Holder): OwnedValue => newStr(decodeText(readFile(pathOf(loader)), pathOf(loader)));
const sourceOfPacked = (loader: Holder): OwnedValue => {
  const bytes = packedSource(pathOf(loader));
  return bytes === null ? newNone() : newStr(decodeText(bytes, pathOf(loader)));
};

export const SourceFileLoaderType = fileLoaderType("SourceFileLoader", sourceCode, readSource, sourceMethods);
export const SourcelessFileLoaderType = fileLoaderType("SourcelessFileLoader", bytecodeCode, () => newNone());
/** A module of the packed library: it presents itself as a file below the library's root. */
export const LibraryLoaderType = fileLoaderType("SourceFileLoader", libraryCode, sourceOfPacked, sourceMethods);

const LOADERS = { source: SourceFileLoaderType, bytecode: SourcelessFileLoaderType, library: LibraryLoaderType };

/** The code of a module in a file; `filename` is what tracebacks call it. */
export const codeOfFile = (found: FoundFile, filename: string): Owned<PyCode> => {
  if (found.kind === "source") return compileSource(readFile(found.file), filename, "exec", 0, -1);
  const loader = newFileLoader("", found);
  try {
    return (found.kind === "library" ? libraryCode : bytecodeCode)(loader, "");
  } finally {
    drop(loader);
  }
};

export const newFileLoader = (name: string, found: FoundFile): Owned<Holder> =>
  whole(() => holderOf(LOADERS[found.kind], { name: newStr(name), path: newStr(found.file) }));

// ---- namespace packages ----

const pathList = (self: Holder): Value => attributeOf(self, "_path") as Value;

export const NamespacePathType = defineHolder({
  name: "_NamespacePath",
  module: EXTERNAL,
  doc: "The folders of a namespace package.",
  slots: {
    repr: (self) => newStr(`_NamespacePath(${reprText(pathList(self))})`),
    iter: (self) => getIter(pathList(self)),
    len: (self) => length(pathList(self)),
    getitem: (self, key) => getItem(pathList(self), key),
    contains: (self, item) => contains(pathList(self), item),
  },
  methods: [
    def("append($self, item, /)", "Adds a folder.", (self: Holder, item) => {
      drop(callMethod(pathList(self), "append", newRef(item as PyObject)));
    }),
  ],
});

export function newNamespacePath(name: string, portions: readonly string[]): Owned<Holder> {
  const items = newRefs();
  for (const portion of portions) items.push(newStr(portion));
  return holderOf(NamespacePathType, { _name: newStr(name), _path: newList(items) });
}

export const NamespaceLoaderType = defineHolder({
  name: "NamespaceLoader",
  module: EXTERNAL,
  doc: "Loads a package that has no file of its own.",
  slots: { repr: holderRepr },
  methods: [
    def("is_package($self, fullname, /)", "A namespace is always a package.", () => newBool(true)),
    def("get_source($self, fullname, /)", "A namespace has no text.", () => newStr("")),
    def("get_code($self, fullname, /)", "A namespace has no statements.", () =>
      compileSource("", "<string>", "exec", 0, -1),
    ),
    def("create_module($self, spec, /)", "Asks for the usual module object.", () => newNone()),
    def("exec_module($self, module, /)", "There is nothing to run.", () => newNone()),
  ],
});

/** Steals the path. */
export const newNamespaceLoader = (path: OwnedValue): Owned<Holder> => holderOf(NamespaceLoaderType, { _path: path });

export const notFrozen = (name: string): PyError => importError(`No such frozen object named ${name}`);
