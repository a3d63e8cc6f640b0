// module: a namespace with a name. Its payload is its dict, owned.
import { allocGC } from "../heap/heap.ts";
import type { PyObject } from "../heap/object.ts";
import { drop, keep, moved, newRef, type Owned, type OwnedValue, type Value } from "../heap/refs.ts";
import { BASETYPE, HAVE_GC } from "../heap/type.ts";
import { def } from "../native/signature.ts";
import { callOwned } from "./call.ts";
import { defineType } from "./define.ts";
import { dictGet, dictPeek, dictSet, newDict, type PyDict } from "./dict.ts";
import { typeError } from "./errors.ts";
import { asInstanceOf, genericGetAttr } from "./instance.ts";
import { attributeErrorFor, isTrue, reprText, typeName } from "./protocol.ts";
import { newNone } from "./singletons.ts";
import { intern, isStr, newStr, type PyStr } from "./str.ts";

/** The dict is null once the module has been cleared. */
export type PyModule = PyObject<{ dict: PyDict | null }>;

export const moduleDict = (m: PyModule): PyDict => m.value.dict as PyDict;

export const ModuleType = defineType<PyModule>({
  name: "module",
  doc: "A namespace: what a file of Python, or a native module, defines.",
  flags: HAVE_GC | BASETYPE,
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
      if (args.length === 0 || ((kwnames?.length ?? 0) > 0 && args.length === kwnames?.length))
        throw typeError("module() missing required argument 'name' (pos 1)");
      if (!isStr(args[0])) throw typeError(`module() argument 'name' must be str, not ${typeName(args[0])}`);
      fillModule(moduleDict(m), newRef(args[0]), args.length > 1 ? keep(args[1]) : newNone());
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
  getset: [{ name: "__dict__", get: (m) => newRef(moduleDict(m)) }],
  methods: [
    def("__dir__($self, /)", "__dir__() -> list\nspecialized dir() implementation", (m: PyModule) => {
      const hook = dictGet(moduleDict(m), intern("__dir__"));
      return hook === undefined ? keysOf(moduleDict(m)) : callOwned(hook);
    }),
  ],
});

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
  return attributeErrorFor(`module '${own.value}' has no attribute '${text}'`, m, name);
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

function moduleRepr(m: PyModule): string {
  const name = dictPeek(moduleDict(m), intern("__name__"));
  const file = dictPeek(moduleDict(m), intern("__file__"));
  const shown = name !== undefined && isStr(name) ? reprText(name) : "'?'";
  if (file !== undefined && isStr(file)) return `<module ${shown} from ${reprText(file)}>`;
  return `<module ${shown}${isBuiltin(m) ? " (built-in)" : ""}>`;
}
const isBuiltin = (m: PyModule): boolean => {
  const spec = dictPeek(moduleDict(m), intern("__spec__"));
  return spec !== undefined && typeName(spec) === "ModuleSpec";
};

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
  const m = allocModule(newDict());
  fillModule(moduleDict(m), newStr(name), doc === null ? newNone() : newStr(doc));
  return m;
}

export const isModule = (value: Value): value is PyModule =>
  typeof value !== "number" && value.type.value.mro.includes(ModuleType);
