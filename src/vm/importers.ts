// The classes that stand in sys.meta_path. Importing asks them directly (finders.ts); their
// methods are for programs that call them.
import type { PyObject, PyType } from "../heap/object.ts";
import { newRef, type OwnedValue, type Value } from "../heap/refs.ts";
import { def } from "../native/signature.ts";
import { typeError } from "../objects/errors.ts";
import { typeName } from "../objects/protocol.ts";
import { None, newBool, newNone } from "../objects/singletons.ts";
import { isStr } from "../objects/str.ts";
import { defineHolder } from "./spec.ts";

export interface Finding {
  builtin(name: string): OwnedValue | null;
  path(name: string, path: Value | null): OwnedValue | null;
  /** The module object of a native module's spec. */
  create(spec: Value): OwnedValue;
}
let finding: Finding;
/** Told once by finders.ts. */
export const setFinding = (f: Finding): void => {
  finding = f;
};

function text(name: Value): string {
  if (!isStr(name)) throw typeError(`module name must be str, not ${typeName(name)}`);
  return name.value;
}

const nothing = [
  def("get_code($type, fullname, /)", "A native module has no code object.", () => newNone()),
  def("get_source($type, fullname, /)", "A native module has no source.", () => newNone()),
  def("is_package($type, fullname, /)", "A native module is no package.", () => newBool(false)),
];

export const BuiltinImporterType: PyType = defineHolder({
  name: "BuiltinImporter",
  doc: "Meta path import for built-in modules.",
  methods: [
    def(
      "find_spec($type, fullname, path=None, target=None)",
      "The spec of a native module, or None.",
      (_type, name) => finding.builtin(text(name)) ?? newNone(),
    ),
    def("create_module(spec, /)", "The module of a spec.", (spec) => finding.create(spec)),
    def("exec_module(module, /)", "A native module is complete when it is made.", () => newNone()),
    ...nothing,
  ],
});

export const FrozenImporterType: PyType = defineHolder({
  name: "FrozenImporter",
  doc: "Meta path import for frozen modules.",
  methods: [
    def("find_spec($type, fullname, path=None, target=None)", "There are no frozen modules.", () => newNone()),
    ...nothing,
  ],
});

export const PathFinderType: PyType = defineHolder({
  name: "PathFinder",
  module: "_frozen_importlib_external",
  doc: "Meta path finder for sys.path and package __path__ attributes.",
  methods: [
    def(
      "find_spec($type, fullname, path=None, target=None)",
      "The spec of a module in files, or None.",
      (_type, name, path) => finding.path(text(name), path === None ? null : path) ?? newNone(),
    ),
    def("invalidate_caches()", "Nothing is remembered between searches.", () => newNone()),
  ],
});

/** In the order of sys.meta_path. */
export const IMPORTERS: readonly PyObject[] = [BuiltinImporterType, FrozenImporterType, PathFinderType];
export const importers = (): OwnedValue[] => IMPORTERS.map((type) => newRef(type));
