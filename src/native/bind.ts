// The binder: brings a call's arguments into the shape that a native's signature declares, with
// CPython's messages when they do not fit, and its result back into a value.
import type { PyObject } from "../heap/object.ts";
import type { OwnedValue, Value } from "../heap/refs.ts";
import { typeError } from "./errors.ts";
import type { ConverterName, Native, Parameter } from "./signature.ts";

/** What the binder asks of the objects layer. */
export interface Conversions {
  int(value: Value): number;
  float(value: Value): number;
  bool(value: Value): boolean;
  /** The text of a str; `complain` throws the TypeError. */
  str(value: Value, complain: (typeName: string) => never): string;
  /** The text of a keyword's name. */
  name(name: PyObject): string;
  constant(text: string): Value;
  typeName(value: Value): string;
  none(): OwnedValue;
  fromInt(n: number): OwnedValue;
  fromFloat(n: number): OwnedValue;
  fromBool(b: boolean): OwnedValue;
  fromStr(s: string): OwnedValue;
}
let conversions: Conversions;
/** Told once by objects/convert.ts. */
export const setConversions = (c: Conversions): void => {
  conversions = c;
};

/** Calls a native with borrowed arguments. `owner` is the type's name for methods, as messages show it. */
export function callNative(
  native: Native,
  self: Value | null,
  args: readonly Value[],
  kwnames: readonly PyObject[] | null,
  owner: string,
): OwnedValue {
  const npos = args.length - (kwnames === null ? 0 : kwnames.length);
  if (native.direct) {
    if (kwnames !== null && kwnames.length > 0)
      throw typeError(`${qualified(native, owner)}() takes no keyword arguments`);
    if (npos < native.min || npos > native.max) throw wrongCount(native, npos, owner);
    return callPlain(native, self, args, 0, npos);
  }
  const bound =
    kwnames === null && npos >= native.min && npos <= native.max && isPlain(native)
      ? bindPlain(native, args)
      : bind(native, args, npos, kwnames, owner);
  if (native.restAt < 0) return result(native, invoke(native, self, bound));
  try {
    return result(native, invoke(native, self, bound));
  } finally {
    // An unboxed int that has got its identity in the array of the rest has it in the caller's, too.
    const rest = bound[native.restAt] as Value[];
    for (let i = 0; i < rest.length; i++) (args as Value[])[native.restAt + i] = rest[i];
  }
}

/** Calls a plain native with `n` arguments from `at` on; their number is right. */
export function callPlain(
  native: Native,
  self: Value | null,
  args: readonly Value[],
  at: number,
  n: number,
): OwnedValue {
  const f = native.impl as (...args: unknown[]) => unknown;
  const defaults = native.defaults ?? resolveDefaults(native);
  if (native.hasSelf) {
    const first = n > 0 ? args[at] : defaults[0];
    switch (native.max) {
      case 0:
        return result(native, f(self));
      case 1:
        return result(native, f(self, first));
      case 2:
        return result(native, f(self, first, n > 1 ? args[at + 1] : defaults[1]));
    }
  }
  const all = args.slice(at, at + n) as unknown[];
  for (let i = n; i < native.max; i++) all.push(defaults[i]);
  return result(native, invoke(native, self, all));
}

function resolveDefaults(native: Native): readonly unknown[] {
  return (native.defaults = native.params.map((p) =>
    p.default === undefined || p.kind === "args" || p.kind === "kwargs" ? undefined : defaultOf(p),
  ));
}

/** Takes the native no *args, no **kwargs, and needs nothing by keyword? */
const isPlain = (native: Native): boolean =>
  native.params.every(
    (p) => p.kind === "positional" || p.kind === "both" || (p.kind === "keyword" && p.default !== undefined),
  );

/** Binds positional arguments in the right number. */
function bindPlain(native: Native, args: readonly Value[]): unknown[] {
  const { params } = native;
  const defaults = native.defaults ?? resolveDefaults(native);
  const out: unknown[] = new Array(params.length);
  for (let i = 0; i < params.length; i++) {
    out[i] = i < args.length && params[i].kind !== "keyword" ? convert(native, params[i], args[i], i) : defaults[i];
  }
  return out;
}

function invoke(native: Native, self: Value | null, args: readonly unknown[]): unknown {
  const f = native.impl as (...args: unknown[]) => unknown;
  if (!native.hasSelf) return f(...args);
  switch (args.length) {
    case 0:
      return f(self);
    case 1:
      return f(self, args[0]);
    case 2:
      return f(self, args[0], args[1]);
    default:
      return f(self, ...args);
  }
}

/** A body's answer as a value. */
export function result(native: Native, answer: unknown): OwnedValue {
  switch (native.result) {
    case "object":
      return answer === undefined ? conversions.none() : (answer as OwnedValue);
    case "int":
      return conversions.fromInt(answer as number);
    case "bool":
      return conversions.fromBool(answer as boolean);
    case "str":
      return conversions.fromStr(answer as string);
    default:
      return conversions.fromFloat(answer as number);
  }
}

const qualified = (native: Native, owner: string): string => (owner === "" ? native.name : `${owner}.${native.name}`);
const plural = (n: number): string => (n === 1 ? "" : "s");

function wrongCount(native: Native, given: number, owner: string): unknown {
  const { min, max, name } = native;
  if (native.countedByFormat) {
    const [how, n] = min === max ? ["exactly", max] : given < min ? ["at least", min] : ["at most", max];
    return typeError(`${name}() takes ${how} ${n} argument${plural(n)} (${given} given)`);
  }
  if (max === 0) return typeError(`${qualified(native, owner)}() takes no arguments (${given} given)`);
  if (min === 1 && max === 1)
    return typeError(`${qualified(native, owner)}() takes exactly one argument (${given} given)`);
  const bound = given < min ? min : max;
  const how = min === max ? "" : given < min ? "at least " : "at most ";
  return typeError(`${name} expected ${how}${bound} argument${plural(bound)}, got ${given}`);
}

function bind(
  native: Native,
  args: readonly Value[],
  npos: number,
  kwnames: readonly PyObject[] | null,
  owner: string,
): unknown[] {
  const { params, max } = native;
  const out: unknown[] = new Array(params.length);
  const positionalOnly = params.every((p) => p.kind === "positional" || p.kind === "args");
  if (!positionalOnly && (npos > max || (args.length > params.length && isClosed(native))))
    throw tooMany(native, npos, args.length);
  const keywords =
    kwnames === null || kwnames.length === 0 ? null : new Map(kwnames.map((k, i) => [conversions.name(k), i]));
  if (keywords !== null && positionalOnly) throw typeError(`${qualified(native, owner)}() takes no keyword arguments`);
  if (positionalOnly && (npos < native.min || npos > max)) throw wrongCount(native, npos, owner);
  // All that is missing or too much is found before the first value is converted.
  let used = 0;
  for (let i = 0; i < params.length; i++) {
    const p = params[i];
    if (p.kind === "args") out[i] = args.slice(i, npos);
    else if (p.kind === "kwargs") continue;
    else {
      const at = p.kind === "positional" ? undefined : keywords?.get(p.name);
      if (at !== undefined) {
        if (i < npos && p.kind === "both") throw givenTwice(native, p, i);
        used++;
      } else if ((i >= npos || p.kind === "keyword") && p.default === undefined) throw missing(native, p, i);
    }
  }
  const last = params[params.length - 1];
  if (last?.kind === "kwargs") out[params.length - 1] = extraKeywords(params, args, npos, kwnames);
  else if (keywords !== null && used < keywords.size) throw unexpected(native, keywords);
  for (let i = 0; i < params.length; i++) {
    const p = params[i];
    if (p.kind === "args" || p.kind === "kwargs") continue;
    const at = p.kind === "positional" ? undefined : keywords?.get(p.name);
    if (at !== undefined) out[i] = convert(native, p, args[npos + at], i);
    else out[i] = i < npos && p.kind !== "keyword" ? convert(native, p, args[i], i) : defaultOf(p);
  }
  return out;
}

const extraKeywords = (
  params: readonly Parameter[],
  args: readonly Value[],
  npos: number,
  kwnames: readonly PyObject[] | null,
): [PyObject, Value][] =>
  (kwnames ?? [])
    .map((k, i): [PyObject, Value] => [k, args[npos + i]])
    .filter(
      ([k]) => !params.some((p) => (p.kind === "both" || p.kind === "keyword") && p.name === conversions.name(k)),
    );

/** Takes the native only what its parameters name? */
const isClosed = (native: Native): boolean => native.params.every((p) => p.kind !== "args" && p.kind !== "kwargs");

/** The error of a native with parameters that have names. `total` counts keywords too. */
function tooMany({ params, name, max, min }: Native, given: number, total: number): unknown {
  if (total > params.length) {
    const word = given === 0 ? "keyword argument" : "argument";
    return typeError(`${name}() takes at most ${params.length} ${word}${plural(params.length)} (${total} given)`);
  }
  if (max === 0) return typeError(`${name}() takes no positional arguments`);
  const how = min < max ? "at most" : "exactly";
  return typeError(`${name}() takes ${how} ${max} positional argument${plural(max)} (${given} given)`);
}

const givenTwice = (native: Native, p: Parameter, i: number): unknown =>
  typeError(`argument for ${native.name}() given by name ('${p.name}') and position (${i + 1})`);

const missing = (native: Native, p: Parameter, i: number): unknown =>
  p.kind === "keyword"
    ? typeError(`${native.name}() missing required keyword-only argument: '${p.name}'`)
    : p.kind === "positional"
      ? tooFew(native, i)
      : typeError(`${native.name}() missing required argument '${p.name}' (pos ${i + 1})`);

function tooFew({ params, name, max }: Native, given: number): unknown {
  const needed = params.filter((p) => p.kind === "positional" && p.default === undefined).length;
  const how = needed < max ? "at least" : "exactly";
  return typeError(`${name}() takes ${how} ${needed} positional argument${plural(needed)} (${given} given)`);
}

function unexpected(native: Native, keywords: ReadonlyMap<string, number>): unknown {
  const known = new Set(native.params.filter((p) => p.kind === "both" || p.kind === "keyword").map((p) => p.name));
  const odd = [...keywords.keys()].find((k) => !known.has(k)) ?? "";
  return typeError(`'${odd}' is an invalid keyword argument for ${native.name}()`);
}

function defaultOf(p: Parameter): unknown {
  const text = p.default as string;
  if (text === "NULL") return undefined;
  switch (p.converter) {
    case "int":
    case "float":
      return text === "sys.maxsize" ? Number.MAX_SAFE_INTEGER : Number(text);
    case "bool":
      return text === "True";
    case "str":
      return text.slice(1, -1);
    default:
      return conversions.constant(text);
  }
}

function convert(native: Native, p: Parameter, value: Value, i: number): unknown {
  switch (p.converter as ConverterName) {
    case "object":
      return value;
    case "int":
      return conversions.int(value);
    case "float":
      return conversions.float(value);
    case "bool":
      return conversions.bool(value);
    case "str":
      return conversions.str(value, (typeName) => {
        const single = native.params.length === 1 && p.kind === "positional";
        const which = single ? "argument" : p.kind === "positional" ? `argument ${i + 1}` : `argument '${p.name}'`;
        throw typeError(`${native.name}() ${which} must be str, not ${typeName}`);
      });
  }
}
