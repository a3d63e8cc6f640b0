// module: a namespace with a name. Its payload is its dict, owned.
import { allocGC } from "../heap/heap.ts";
import type { PyObject } from "../heap/object.ts";
import { drop, keep, moved, newRef, type Owned, type OwnedValue, type Value } from "../heap/refs.ts";
import { BASETYPE, HAS_WEAKREFS, HAVE_GC } from "../heap/type.ts";
import { whole } from "../heap/whole.ts";
import { callNative } from "../native/bind.ts";
import { def } from "../native/signature.ts";
import { callOwned } from "./call.ts";
import { defineType } from "./define.ts";
import { dictDelete, dictGet, dictPeek, dictSet, isDict, newDict, type PyDict } from "./dict.ts";
import { attributeError, typeError } from "./errors.ts";
import { asInstanceOf, genericGetAttr } from "./instance.ts";
import { isExactList } from "./list.ts";
import {
  attributeErrorFor,
  findAttrText,
  getAttrText,
  isTrue,
  reprText,
  strText,
  takeTruth,
  typeName,
} from "./protocol.ts";
import { None, newNone } from "./singletons.ts";
import { intern, isStr, newStr, type PyStr } from "./str.ts";

/** The dict is null once the module has been cleared. */
export type PyModule = PyObject<{ dict: PyDict | null }>;

export const moduleDict = (m: PyModule): PyDict => m.value.dict as PyDict;

const initModule = def("module($self, /, name, doc=None)", "", (m: PyModule, name, doc) => {
  if (!isStr(name)) throw typeError(`module() argument 'name' must be str, not ${typeName(name)}`);
  fillModule(moduleDict(m), newRef(name), keep(doc));
});

export const ModuleType = defineType<PyModule>({
  name: "module",
  doc: "A namespace: what a file of Python, or a native module, defines.",
  flags: HAVE_GC | BASETYPE | HAS_WEAKREFS,
  basicSize: 56,
  traverse(m, visit) {
    if (m.value.dict !== null) visit(m.value.dict);
  },
  clear(m) {
    const dict = m.value.dict;
    m.value.dict = null;
    if (dict !== null) drop(moved(dict) as Owned);
  },
  dictOf: (m, make) => (m.value.dict === null && make ? (m.value.dict = newDict()) : m.value.dict),
  slots: {
    new: (type) => asInstanceOf(allocModule(newDict()), type),
    init(m, args, kwnames) {
      drop(callNative(initModule, m, args, kwnames, ""));
    },
    getattr(m, name) {
      const found = genericGetAttr(m, name);
      if (found !== undefined || m.value.dict === null) return found;
      const hook = dictGet(m.value.dict, intern("__getattr__"));
      if (hook !== undefined) return callOwned(hook, newRef(name));
      throw missing(m, name as PyStr);
    },
    repr: (m) => newStr(moduleRepr(m)),
  },
  getset: [
    {
      name: "__dict__",
      get: (m) => newRef(moduleDict(m)),
      set() {
        throw attributeError("readonly attribute");
      },
    },
    { name: "__annotations__", get: annotationsOf, set: setAnnotations },
  ],
  methods: [
    def("__dir__($self, /)", "__dir__() -> list\nspecialized dir() implementation", (m: PyModule) => {
      const dict = getAttrText(m, "__dict__");
      try {
        if (!isDict(dict)) throw typeError(`<module>.__dict__ is not a dictionary`);
        const hook = dictGet(dict, intern("__dir__"));
        return hook === undefined ? keysOf(dict) : callOwned(hook);
      } finally {
        drop(dict);
      }
    }),
  ],
});

const ANNOTATIONS = intern("__annotations__");

/** Made when first asked for. */
function annotationsOf(m: PyModule): OwnedValue {
  const dict = moduleDict(m);
  const known = dictGet(dict, ANNOTATIONS);
  if (known !== undefined) return known;
  const made = newDict();
  dictSet(dict, ANNOTATIONS, newRef(made));
  return made;
}

function setAnnotations(m: PyModule, value: Value | undefined): void {
  if (value !== undefined) dictSet(moduleDict(m), ANNOTATIONS, keep(value));
  else if (!dictDelete(moduleDict(m), ANNOTATIONS)) throw attributeError("__annotations__");
}

let keysOf: (dict: PyDict) => OwnedValue;
/** Told once: a list of a dict's keys. */
export const setModuleKeyLister = (f: typeof keysOf): void => {
  keysOf = f;
};

/** The AttributeError of a module, which may be only half imported. */
function missing(m: PyModule, name: PyStr): unknown {
  const own = dictPeek(moduleDict(m), intern("__name__"));
  const text = name.value;
  if (own === undefined || !isStr(own)) return attributeErrorFor(`module has no attribute '${text}'`, m, name);
  if (isInitializing(m)) {
    return attributeErrorFor(
      `partially initialized module '${own.value}' has no attribute '${text}' (most likely due to a circular import)`,
      m,
      name,
    );
  }
  if (isComing(m, text)) {
    return attributeErrorFor(
      `cannot access submodule '${text}' of module '${own.value}' (most likely due to a circular import)`,
      m,
      name,
    );
  }
  return attributeErrorFor(`module '${own.value}' has no attribute '${text}'`, m, name);
}

/** Is it a submodule whose code still runs? */
function isComing(m: PyModule, name: string): boolean {
  const spec = dictPeek(moduleDict(m), intern("__spec__"));
  const names = spec === undefined || spec === None ? undefined : findAttrText(spec, "_uninitialized_submodules");
  if (names === undefined) return false;
  try {
    return isExactList(names) && names.value.some((n) => isStr(n) && n.value === name);
  } finally {
    drop(names);
  }
}

/** Does the module's spec say that its code still runs? */
export function isInitializing(m: PyModule): boolean {
  const spec = dictPeek(moduleDict(m), intern("__spec__"));
  if (spec === undefined || typeof spec === "number") return false;
  const flag = spec.type.value.slots.getattr?.(spec, intern("_initializing"));
  if (flag === undefined) return false;
  const answer = isTrue(flag);
  drop(flag);
  return answer;
}

/** How a module shows: by its spec, when it has one, else by its name and file. */
function moduleRepr(m: PyModule): string {
  const spec = findAttrText(m, "__spec__");
  try {
    if (spec !== undefined && isTrue(spec)) return specRepr(spec);
  } finally {
    if (spec !== undefined) drop(spec);
  }
  const name = attributeRepr(m, "__name__") ?? "'?'";
  const file = attributeRepr(m, "__file__");
  if (file !== null) return `<module ${name} from ${file}>`;
  const loader = attributeRepr(m, "__loader__");
  return loader === null || loader === "None" ? `<module ${name}>` : `<module ${name} (${loader})>`;
}

/** The repr of an attribute; null when there is none. */
function attributeRepr(value: Value, name: string): string | null {
  const found = findAttrText(value, name);
  if (found === undefined) return null;
  try {
    return reprText(found);
  } finally {
    drop(found);
  }
}

function specRepr(spec: Value): string {
  const field = (name: string): string => attributeRepr(spec, name) ?? "None";
  const name = field("name") === "None" ? "'?'" : field("name");
  if (field("origin") !== "None")
    return located(spec) ? `<module ${name} from ${field("origin")}>` : `<module ${name} (${originText(spec)})>`;
  const loader = field("loader");
  if (loader === "None") return `<module ${name}>`;
  const folders = namespaceFolders(spec);
  return folders === null ? `<module ${name} (${loader})>` : `<module ${name} (namespace) from ${folders}>`;
}

function located(spec: Value): boolean {
  const flag = findAttrText(spec, "has_location");
  return flag !== undefined && takeTruth(flag);
}

function originText(spec: Value): string {
  const origin = findAttrText(spec, "origin");
  if (origin === undefined) return "";
  try {
    return strText(origin);
  } finally {
    drop(origin);
  }
}

/** The folders of a namespace package, by its loader's path; null for other loaders. */
function namespaceFolders(spec: Value): string | null {
  const loader = findAttrText(spec, "loader");
  if (loader === undefined) return null;
  try {
    if (typeName(loader) !== "NamespaceLoader") return null;
    const path = attributeRepr(loader, "_path") ?? "";
    return path.replace(/^_NamespacePath\((.*)\)$/s, "$1");
  } finally {
    drop(loader);
  }
}

/** Steals both. */
function fillModule(dict: PyDict, name: OwnedValue, doc: OwnedValue): void {
  dictSet(dict, intern("__name__"), name);
  dictSet(dict, intern("__doc__"), doc);
  for (const other of ["__package__", "__loader__", "__spec__"]) dictSet(dict, intern(other), newNone());
}

const allocModule = (dict: Owned<PyDict>): Owned<PyModule> =>
  allocGC(ModuleType, { dict }, null, 72) as Owned<PyModule>;

/** A new module with the usual names in its namespace. */
export function newModule(name: string, doc: string | null): Owned<PyModule> {
  return whole(() => {
    const m = allocModule(newDict());
    fillModule(moduleDict(m), newStr(name), doc === null ? newNone() : newStr(doc));
    return m;
  });
}

export const isModule = (value: Value): value is PyModule =>
  typeof value !== "number" && value.type.value.mro.includes(ModuleType);
