// _imp: what importlib's Python files ask of the interpreter. Importing itself is src/vm's; no
// module is frozen here, and none is a shared library.
import { drop, newRefs, type Owned, type OwnedValue, type Value } from "../heap/refs.ts";
import { def } from "../native/signature.ts";
import { runtimeError, typeError } from "../objects/errors.ts";
import { newList } from "../objects/list.ts";
import { getAttrText, reprText, typeName } from "../objects/protocol.ts";
import { newNone } from "../objects/singletons.ts";
import { intern, isStr, newStr } from "../objects/str.ts";
import { isCode } from "../vm/code.ts";
import { coreModule, isCoreModule } from "../vm/finders.ts";
import { importFailure } from "../vm/importerrors.ts";
import { defineModule } from "./module.ts";
import { perInstance } from "./state.ts";

/** How often the import lock is held. There is one thread: it never waits. */
const lock = perInstance<{ held: number }>({ make: () => ({ held: 0 }) });

const noSuchFrozen = (name: string) =>
  importFailure("ImportError", `No such frozen object named ${reprText(intern(name))}`, intern(name));

/** Modules that are there before any import. */
const FIRST = new Set(["sys", "builtins"]);

function createBuiltin(spec: Value): OwnedValue {
  const name = getAttrText(spec, "name");
  try {
    if (!isStr(name)) throw typeError(`name must be string, not ${typeName(name)}`);
    return coreModule(name.value) ?? newNone();
  } finally {
    drop(name);
  }
}

function suffixes(): OwnedValue {
  const items = newRefs();
  for (const suffix of [".cpython-312-x86_64-linux-gnu.so", ".abi3.so", ".so"]) items.push(newStr(suffix));
  return newList(items);
}

const noLibrary = (spec: Value): never => {
  const name = getAttrText(spec, "name");
  try {
    const text = isStr(name) ? name.value : "";
    throw importFailure("ImportError", `shared libraries cannot be loaded: ${text}`, intern(text));
  } finally {
    drop(name);
  }
};

export default defineModule({
  name: "_imp",
  doc: "What importlib asks of the interpreter.",
  constants: (): Record<string, Owned> => ({ check_hash_based_pycs: newStr("default") }),
  functions: [
    def("acquire_lock($module, /)", "Takes the import lock.", () => {
      lock().held++;
    }),
    def("release_lock($module, /)", "Gives the import lock back.", () => {
      if (lock().held === 0) throw runtimeError("not holding the import lock");
      lock().held--;
    }),
    def("lock_held($module, /) -> bool", "Is the import lock held?", () => lock().held > 0),
    def(
      "is_builtin($module, name: str, /) -> int",
      "1 for a native module that comes before all files, -1 for sys and builtins.",
      (_module, name) => (FIRST.has(name) ? -1 : isCoreModule(name) ? 1 : 0),
    ),
    def("is_frozen($module, name: str, /) -> bool", "No module is frozen.", () => false),
    def("is_frozen_package($module, name: str, /) -> bool", "No module is frozen.", (_module, name) => {
      throw noSuchFrozen(name);
    }),
    def("find_frozen($module, name: str, /, *, withdata: bool = False)", "No module is frozen.", () => newNone()),
    def("get_frozen_object($module, name: str, data=None, /)", "No module is frozen.", (_module, name) => {
      throw noSuchFrozen(name);
    }),
    def("init_frozen($module, name: str, /)", "No module is frozen.", () => newNone()),
    def("_frozen_module_names($module, /)", "No module is frozen.", () => newList(newRefs())),
    def("_override_frozen_modules_for_tests($module, override: int, /)", "No module is frozen.", () => newNone()),
    def(
      "_override_multi_interp_extensions_check($module, override: int, /) -> int",
      "There is one interpreter.",
      () => 0,
    ),
    def("create_builtin($module, spec, /)", "The module object of a native module's spec.", (_module, spec) =>
      createBuiltin(spec),
    ),
    def("exec_builtin($module, mod, /) -> int", "A native module is complete when it is made.", () => 0),
    def("create_dynamic($module, spec, file=NULL, /)", "Shared libraries cannot be loaded.", (_module, spec) =>
      noLibrary(spec),
    ),
    def("exec_dynamic($module, mod, /) -> int", "Shared libraries cannot be loaded.", () => 0),
    def("extension_suffixes($module, /)", "What the names of shared libraries end with.", () => suffixes()),
    def(
      "_fix_co_filename($module, code, path, /)",
      "The file of a code object is the one it was compiled from.",
      (_module, code, path) => {
        if (!isCode(code)) throw typeError(`_fix_co_filename() argument 1 must be code, not ${typeName(code)}`);
        if (!isStr(path)) throw typeError(`_fix_co_filename() argument 2 must be str, not ${typeName(path)}`);
      },
    ),
  ],
});
