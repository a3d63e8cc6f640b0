// function: a code object with its globals, defaults and closure. Calling one is the virtual
// machine's: it sets the `call` slot.
import { allocGC } from "../heap/heap.ts";
import type { PyObject, PyType } from "../heap/object.ts";
import {
  boxed,
  drop,
  dropMaybe,
  keep,
  newRef,
  type Owned,
  type OwnedValue,
  reserveFor,
  type Value,
} from "../heap/refs.ts";
import { HAVE_GC } from "../heap/type.ts";
import { addressText } from "./builtin.ts";
import { defineType, type GetSet } from "./define.ts";
import { dictPeek, isDict, newDict, type PyDict } from "./dict.ts";
import { typeError, valueError } from "./errors.ts";
import { member, openMember } from "./members.ts";
import { newMethod } from "./method.ts";
import { typeName } from "./protocol.ts";
import { None, newNone } from "./singletons.ts";
import { intern, isStr, newStr, type PyStr } from "./str.ts";
import { isTuple, newTuple, type PyTuple } from "./tuple.ts";

/** The payload of a function. Every field that is not null is owned. */
export class FunctionData {
  code: PyObject;
  globals: PyDict;
  builtins: PyDict;
  name: PyStr;
  qualname: PyStr;
  doc: PyObject;
  defaults: PyTuple | null = null;
  kwdefaults: PyDict | null = null;
  closure: PyTuple | null = null;
  annotations: PyObject | null = null;
  module: PyObject | null = null;
  dict: PyObject | null = null;
  typeParams: PyObject | null = null;
  constructor(code: PyObject, globals: PyDict, builtins: PyDict, name: PyStr, qualname: PyStr, doc: PyObject) {
    this.code = code;
    this.globals = globals;
    this.builtins = builtins;
    this.name = name;
    this.qualname = qualname;
    this.doc = doc;
  }
}
export type PyFunction = PyObject<FunctionData>;
type Field = "defaults" | "kwdefaults" | "closure" | "annotations" | "module" | "dict" | "typeParams";
const OPTIONAL: readonly Field[] = ["defaults", "kwdefaults", "closure", "annotations", "module", "dict", "typeParams"];

/** All owned fields, in the order in which the collector visits them. */
const VISITED = [
  "code",
  "globals",
  "builtins",
  "module",
  "defaults",
  "kwdefaults",
  "doc",
  "name",
  "dict",
  "closure",
  "annotations",
  "typeParams",
  "qualname",
] as const;

/** Replaces an owned field, and answers what it held; steals the new value. */
function put<K extends keyof FunctionData>(f: PyFunction, field: K, value: FunctionData[K]): FunctionData[K] {
  const old = f.value[field];
  f.value[field] = value;
  return old;
}

/** Replaces an owned field; steals the new value. */
function setField<K extends keyof FunctionData>(f: PyFunction, field: K, value: FunctionData[K]): void {
  dropMaybe(put(f, field, value) as PyObject | null);
}

const text = (field: "name" | "qualname", attribute: string): GetSet<PyFunction> => ({
  name: attribute,
  get: (f) => newRef(f.value[field]),
  set(f, value) {
    if (value === undefined || !isStr(value)) throw typeError(`${attribute} must be set to a string object`);
    setField(f, field, newRef(value));
  },
});

/** An attribute that is None when unset, and that must be of one type. */
const optional = (
  field: Field,
  attribute: string,
  isRight: (v: Value) => boolean,
  what: string,
): GetSet<PyFunction> => ({
  name: attribute,
  get: (f) => newRef((f.value[field] as PyObject | null) ?? None),
  set(f, value) {
    if (value !== undefined && value !== None && !isRight(value))
      throw typeError(`${attribute} must be set to a ${what} object`);
    setField(f, field, (value === undefined || value === None ? null : boxed(keep(value))) as never);
  },
});

export const FunctionType: PyType = defineType<PyFunction>({
  name: "function",
  doc: "A function defined in Python.",
  flags: HAVE_GC,
  basicSize: 144,
  traverse(f, visit) {
    if (f.value.code === null) return;
    for (const field of VISITED) {
      const o = f.value[field];
      if (o !== null) visit(o);
    }
  },
  // Only what may be part of a cycle is cleared by the collector; the rest goes when the function dies.
  clear(f) {
    const d = f.value;
    const fields = OPTIONAL.map((field) => d[field]);
    for (const field of OPTIONAL) d[field] = null;
    for (const o of fields) dropMaybe(o);
    if (f.refcnt > 0) return;
    const rest = [d.globals, d.builtins, d.doc, d.name, d.qualname, d.code];
    for (const o of rest) drop(o as Owned);
  },
  dictOf(f, make) {
    if (f.value.dict === null && make) f.value.dict = newDict();
    return f.value.dict;
  },
  slots: {
    descrGet: (f, instance) =>
      instance === null || instance === None ? newRef(f) : newMethod(newRef(f), boxed(keep(instance))),
    repr: (f) => newStr(`<function ${f.value.qualname.value} at ${addressText(f)}>`),
  },
  constants: () => ({
    __closure__: member<PyFunction>(FunctionType, "__closure__", (f) => f.value.closure),
    __doc__: openMember<PyFunction>(
      FunctionType,
      "__doc__",
      (f) => f.value.doc,
      (f, value) => put(f, "doc", value ?? newNone()),
    ),
    __globals__: member<PyFunction>(FunctionType, "__globals__", (f) => f.value.globals),
    __module__: openMember<PyFunction>(
      FunctionType,
      "__module__",
      (f) => f.value.module,
      (f, value) => put(f, "module", value),
    ),
    __builtins__: member<PyFunction>(FunctionType, "__builtins__", (f) => f.value.builtins),
  }),
  getset: [
    text("name", "__name__"),
    text("qualname", "__qualname__"),
    optional("defaults", "__defaults__", isTuple, "tuple"),
    optional("kwdefaults", "__kwdefaults__", isDict, "dict"),
    {
      name: "__code__",
      get: (f) => newRef(f.value.code),
      set(f, value) {
        if (value === undefined || typeof value === "number" || value.type !== f.value.code.type) {
          throw typeError("__code__ must be set to a code object");
        }
        const free = (value.value as { freeCount: number }).freeCount;
        const closed = f.value.closure?.value.length ?? 0;
        if (free !== closed) {
          const name = f.value.name.value;
          throw valueError(`${name}() requires a code object with ${closed} free vars, not ${free}`);
        }
        setField(f, "code", newRef(value));
      },
    },
    {
      name: "__annotations__",
      get: (f) => newRef(annotationsOf(f)),
      set(f, value) {
        if (value !== undefined && value !== None && !isDict(value))
          throw typeError("__annotations__ must be set to a dict object");
        setField(f, "annotations", value === undefined || value === None ? null : newRef(value as PyObject));
      },
    },
    {
      name: "__dict__",
      get: (f) => newRef((f.value.dict ??= newDict())),
      set(f, value) {
        if (value === undefined) throw typeError("cannot delete __dict__");
        if (!isDict(value)) throw typeError(`__dict__ must be set to a dictionary, not a '${typeName(value)}'`);
        setField(f, "dict", newRef(value));
      },
    },
    {
      name: "__type_params__",
      get: (f) => newRef((f.value.typeParams ??= newTuple([] as OwnedValue[] as never))),
      set(f, value) {
        if (value === undefined || !isTuple(value)) throw typeError("__type_params__ must be set to a tuple");
        setField(f, "typeParams", newRef(value));
      },
    },
  ],
});

/** The annotations as a dict; the compiler hands them over as a tuple of names and values. */
function annotationsOf(f: PyFunction): PyObject {
  const known = f.value.annotations;
  if (known === null) return (f.value.annotations = newDict());
  if (!isTuple(known)) return known;
  const dict = annotationDict(known);
  setField(f, "annotations", dict);
  return dict;
}
let annotationDict: (pairs: PyTuple) => Owned<PyDict>;
/** Told once by the virtual machine. */
export const setAnnotationDict = (make: typeof annotationDict): void => {
  annotationDict = make;
};

const FUNCTION_BYTES = 160;

/** A new function; steals the code, borrows the rest. */
export function newFunction(
  code: Owned,
  globals: PyDict,
  builtins: PyDict,
  name: PyStr,
  qualname: PyStr,
  doc: PyObject,
): Owned<PyFunction> {
  reserveFor(FUNCTION_BYTES, [code]);
  const data = new FunctionData(code, newRef(globals), newRef(builtins), newRef(name), newRef(qualname), newRef(doc));
  const module = dictPeek(globals, intern("__name__"));
  if (module !== undefined) data.module = boxed(keep(module));
  return allocGC(FunctionType, data, null, FUNCTION_BYTES);
}

export const isFunction = (value: Value): value is PyFunction =>
  typeof value !== "number" && value.type === FunctionType;
