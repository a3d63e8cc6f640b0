// _csv.Dialect: how the lines of a kind of CSV are written; and the dialects that have names.
import { allocGC } from "../../heap/heap.ts";
import type { PyObject, PyType } from "../../heap/object.ts";
import { drop, dropMaybe, newRef, type OwnedValue, type Value } from "../../heap/refs.ts";
import { BASETYPE, HAVE_GC } from "../../heap/type.ts";
import { def } from "../../native/signature.ts";
import { defineType } from "../../objects/define.ts";
import { dictGet, newDict, type PyDict } from "../../objects/dict.ts";
import { overflowError, PyError, typeError } from "../../objects/errors.ts";
import { defineException, exceptionType, exceptionTypes, newExceptionOf } from "../../objects/exceptions.ts";
import { asInstanceOf } from "../../objects/instance.ts";
import { index, isExactInt, newInt } from "../../objects/int.ts";
import { isSubtype } from "../../objects/lookup.ts";
import { madeMember, untold } from "../../objects/members.ts";
import { findAttrText, isTrue, typeName } from "../../objects/protocol.ts";
import { None, newBool, newNone } from "../../objects/singletons.ts";
import { isStr, newStr, type PyStr, strLength } from "../../objects/str.ts";
import { tupleOf } from "../../objects/tuple.ts";
import { perInstance } from "../state.ts";

export const QUOTE_MINIMAL = 0;
export const QUOTE_ALL = 1;
export const QUOTE_NONNUMERIC = 2;
export const QUOTE_NONE = 3;
export const QUOTE_STRINGS = 4;
export const QUOTE_NOTNULL = 5;

/** Characters are strings of one character, or null. */
export interface Dialect {
  delimiter: string;
  quotechar: string | null;
  escapechar: string | null;
  lineterminator: string;
  quoting: number;
  doublequote: boolean;
  skipinitialspace: boolean;
  strict: boolean;
}
export type PyDialect = PyObject<Dialect>;

export const ErrorType: PyType = defineException("Error", exceptionType("Exception"), "");
ErrorType.value.module = "_csv";
// It is not a builtin exception.
exceptionTypes.delete("Error");

export const csvError = (message: string): PyError => new PyError(newExceptionOf(ErrorType, tupleOf(newStr(message))));

/** What belongs to an instance: the dialects by their names, and how long a field may be. */
export const csvState = perInstance<{ dialects: PyDict | null; limit: number }>({
  make: () => ({ dialects: null, limit: 131072 }),
  traverse(state, visit) {
    if (state.dialects !== null) visit(state.dialects);
  },
  clear(state) {
    const { dialects } = state;
    state.dialects = null;
    dropMaybe(dialects);
  },
});

export function dialectsByName(): PyDict {
  const state = csvState();
  state.dialects ??= newDict();
  return state.dialects;
}

export function namedDialect(name: Value): OwnedValue {
  const found = dictGet(dialectsByName(), name);
  if (found === undefined) throw csvError("unknown dialect");
  return found;
}

// ---- parameters ----

type Setting = Value | undefined;

function character(name: string, value: Setting, fallback: string | null, none: boolean): string | null {
  if (value === undefined) return fallback;
  if (none && value === None) return null;
  if (!isStr(value)) throw typeError(`"${name}" must be string${none ? " or None" : ""}, not ${typeName(value)}`);
  if (strLength(value) !== 1) throw typeError(`"${name}" must be a 1-character string`);
  return value.value;
}

function lineEnd(value: Setting): string {
  if (value === undefined) return "\r\n";
  if (value === None) throw typeError("lineterminator must be set");
  if (!isStr(value)) throw typeError('"lineterminator" must be a string');
  return value.value;
}

function quotingOf(value: Setting, quotechar: Setting): number {
  if (value === undefined) return quotechar === None ? QUOTE_NONE : QUOTE_MINIMAL;
  if (!isExactInt(value)) throw typeError('"quoting" must be an integer');
  const n = index(value);
  if (typeof n !== "number" || n !== (n | 0)) throw overflowError("Python int too large to convert to C int");
  return n;
}

const NAMES = [
  "delimiter",
  "doublequote",
  "escapechar",
  "lineterminator",
  "quotechar",
  "quoting",
  "skipinitialspace",
  "strict",
];

/** The settings by name: as arguments tell them, or else as attributes of the dialect that they are built on. */
function settings(
  base: Value | null,
  told: ReadonlyMap<string, Value>,
): { values: Map<string, Value>; held: OwnedValue[] } {
  const values = new Map<string, Value>();
  const held: OwnedValue[] = [];
  for (const name of NAMES) {
    let value = told.get(name);
    if (value === undefined && base !== null) {
      const own = findAttrText(base, name);
      if (own !== undefined) held.push(own);
      value = own;
    }
    if (value !== undefined) values.set(name, value);
  }
  return { values, held };
}

function dialectOf(values: ReadonlyMap<string, Value>): Dialect {
  const flag = (name: string, fallback: boolean): boolean => {
    const value = values.get(name);
    return value === undefined ? fallback : isTrue(value);
  };
  const delimiter = character("delimiter", values.get("delimiter"), ",", false) as string;
  const doublequote = flag("doublequote", true);
  const escapechar = character("escapechar", values.get("escapechar"), null, true);
  const lineterminatorValue = values.get("lineterminator");
  const lineterminator = lineterminatorValue === None ? null : lineEnd(lineterminatorValue);
  const quotechar = character("quotechar", values.get("quotechar"), '"', true);
  const quoting = quotingOf(values.get("quoting"), values.get("quotechar"));
  const skipinitialspace = flag("skipinitialspace", false);
  const strict = flag("strict", false);
  if (quoting < QUOTE_MINIMAL || quoting > QUOTE_NOTNULL) throw typeError('bad "quoting" value');
  if (quoting !== QUOTE_NONE && quotechar === null) throw typeError("quotechar must be set if quoting enabled");
  if (lineterminator === null) throw typeError("lineterminator must be set");
  return { delimiter, quotechar, escapechar, lineterminator, quoting, doublequote, skipinitialspace, strict };
}

/** Is it a dialect, so that nothing need be made when nothing else is told? */
export const isDialect = (value: Value): value is PyDialect =>
  typeof value !== "number" && isSubtype(value.type, DialectType);

function newDialect(type: PyType, args: Value[], kwnames: readonly PyObject[] | null): OwnedValue {
  const parameters = ["dialect", ...NAMES];
  if (args.length > parameters.length) throw typeError(`function takes at most 9 arguments (${args.length} given)`);
  const npos = args.length - (kwnames?.length ?? 0);
  const told = new Map<string, Value>();
  for (let i = 0; i < npos; i++) told.set(parameters[i], args[i]);
  (kwnames ?? []).forEach((keyword, i) => {
    const name = (keyword as PyStr).value;
    if (!parameters.includes(name)) throw typeError(`'${name}' is an invalid keyword argument for this function`);
    told.set(name, args[npos + i]);
  });
  return makeDialect(type, told.get("dialect"), told);
}

/** A dialect built on another, or on one by its name; that one itself when nothing else is told. */
function makeDialect(type: PyType, on: Setting, told: ReadonlyMap<string, Value>): OwnedValue {
  const named = on !== undefined && isStr(on) ? namedDialect(on) : null;
  const base = named ?? (on === undefined ? null : on);
  let held: OwnedValue[] = [];
  try {
    const others = NAMES.some((name) => told.has(name));
    if (base !== null && isDialect(base) && !others) return newRef(base);
    const found = settings(base, told);
    held = found.held;
    return asInstanceOf(allocGC<Dialect, null>(DialectType, dialectOf(found.values), null, 64), type);
  } finally {
    for (const value of held) drop(value);
    if (named !== null) drop(named);
  }
}

/** What a reader, a writer or a name gets. */
export const dialectFor = (on: Setting, options: readonly (readonly [PyObject, Value])[]): PyDialect => {
  for (const [key] of options) {
    const name = (key as PyStr).value;
    if (!NAMES.includes(name)) throw typeError(`'${name}' is an invalid keyword argument for this function`);
  }
  const told = new Map(options.map(([key, value]) => [(key as PyStr).value, value]));
  return makeDialect(DialectType, on, told) as PyObject as PyDialect;
};

const charOrNone = (c: string | null): OwnedValue => (c === null ? newNone() : newStr(c));

export const DialectType: PyType = defineType<PyDialect>({
  name: "Dialect",
  module: "_csv",
  doc: "How a kind of CSV is written.",
  flags: HAVE_GC | BASETYPE,
  madeOnImport: true,
  basicSize: 48,
  traverse() {},
  clear() {},
  slots: { new: newDialect },
  methods: untold([
    def("__reduce__($self, /, *args)", "Refuses to be pickled.", (self: PyDialect) => {
      throw typeError(`cannot pickle '${self.type.value.name}' instances`);
    }),
    def("__reduce_ex__($self, /, *args)", "Refuses to be pickled.", (self: PyDialect) => {
      throw typeError(`cannot pickle '${self.type.value.name}' instances`);
    }),
  ]),
  getset: [
    { name: "delimiter", get: (d) => newStr(d.value.delimiter) },
    { name: "escapechar", get: (d) => charOrNone(d.value.escapechar) },
    { name: "lineterminator", get: (d) => newStr(d.value.lineterminator) },
    { name: "quotechar", get: (d) => charOrNone(d.value.quotechar) },
    { name: "quoting", get: (d) => newInt(d.value.quoting) },
  ],
  constants: () => ({
    skipinitialspace: madeMember<PyDialect>(DialectType, "skipinitialspace", (d) => newBool(d.value.skipinitialspace)),
    doublequote: madeMember<PyDialect>(DialectType, "doublequote", (d) => newBool(d.value.doublequote)),
    strict: madeMember<PyDialect>(DialectType, "strict", (d) => newBool(d.value.strict)),
  }),
});
