// Signatures. "index($self, value, start: int = 0, /) -> int" says a native's name, parameters,
// converters and result once: for the binder and its messages, __text_signature__, help(),
// inspect.signature, and, through a template-literal type, for the types of the body's parameters.
//
// The first parameter says what kind it is: $self a method, $type a class method, $module a
// module's function; with none of them it is a static method.
// Converters: object (unless told), int (an index-sized int), bool (truth), float, str (the text).
// A default of NULL leaves the parameter undefined. *args gives an array, **kwargs an array of
// [name, value] pairs. Arguments are borrowed. A body that returns nothing returns None.
import type { PyObject } from "../heap/object.ts";
import type { OwnedValue, Value } from "../heap/refs.ts";

type Converted = { object: Value; int: number; float: number; bool: boolean; str: string };
type Trim<S> = S extends ` ${infer R}` | `${infer R} ` ? Trim<R> : S;
type Convert<C> = C extends keyof Converted ? Converted[C] : Value;
type Optional<T, D> = Trim<D> extends "NULL" ? T | undefined : T;
type Param<P> = P extends "" | "/" | "*"
  ? []
  : P extends `$${string}`
    ? [PyObject<never, never>]
    : P extends `**${string}`
      ? [readonly (readonly [PyObject, Value])[]]
      : P extends `*${string}`
        ? [Value[]]
        : P extends `${string}:${infer C}=${infer D}`
          ? [Optional<Convert<Trim<C>>, D>]
          : P extends `${string}:${infer C}`
            ? [Convert<Trim<C>>]
            : P extends `${string}=${infer D}`
              ? [Optional<Value, D>]
              : [Value];
type Params<S> = S extends `${infer P},${infer Rest}` ? [...Param<Trim<P>>, ...Params<Rest>] : Param<Trim<S>>;
export type Args<S> = S extends `${string}(${infer P})${string}` ? Params<P> : never;
type Results = { int: number; float: number; bool: boolean; str: string };
type Last<S> = S extends `${string})${infer R}` ? Last<R> : S;
export type Result<S> =
  Last<S> extends ` -> ${infer C}` ? (C extends keyof Results ? Results[C] : OwnedValue) : OwnedValue | void;

export type NativeKind = "method" | "classmethod" | "staticmethod" | "function";
export type ConverterName = keyof Converted;

export interface Parameter {
  name: string;
  converter: ConverterName;
  /** Undefined when the argument is required. */
  default: string | undefined;
  kind: "positional" | "both" | "keyword" | "args" | "kwargs";
}

/** The least that a function object needs of a native: see bind.ts for how it is called. */
export class Native {
  readonly name: string;
  readonly doc: string;
  readonly kind: NativeKind;
  /** As `__text_signature__`; null when the signature cannot be said in Python. */
  readonly textSignature: string | null;
  readonly params: readonly Parameter[];
  readonly result: keyof Results | "object";
  /** Takes self, then the converted arguments. */
  readonly impl: Function;
  /** How many positional arguments it takes. */
  readonly min: number;
  readonly max: number;
  /** Every parameter is positional-only and unconverted, so that the interpreter may call the body itself. */
  readonly direct: boolean;
  /** All parameters may be given by position, unconverted: so called, the body may get the arguments as they are. */
  readonly plain: boolean;
  /** What parameters that are not given get, by position, once the binder has worked it out. */
  defaults: readonly unknown[] | null = null;
  /** CPython counts its arguments by a format string, and so words a wrong number differently: see `byFormat`. */
  countedByFormat = false;
  /** Which parameter gathers the rest of the positional arguments; -1 when none does. */
  readonly restAt: number;
  /** CPython hands it its arguments in a tuple, which holds them once more while it runs. */
  byTuple: boolean;
  readonly hasSelf: boolean;

  constructor(
    name: string,
    doc: string,
    kind: NativeKind,
    text: string | null,
    params: Parameter[],
    result: string,
    impl: Function,
  ) {
    this.name = name;
    this.doc = doc;
    this.kind = kind;
    this.textSignature = text;
    this.params = params;
    this.result = result as keyof Results | "object";
    this.impl = impl;
    const positional = params.filter((p) => p.kind === "positional" || p.kind === "both");
    this.min = positional.filter((p) => p.default === undefined).length;
    this.max = params.some((p) => p.kind === "args") ? Number.POSITIVE_INFINITY : positional.length;
    this.direct = params.every((p) => p.kind === "positional" && p.converter === "object");
    this.plain = params.every((p) => (p.kind === "positional" || p.kind === "both") && p.converter === "object");
    this.hasSelf = kind !== "staticmethod";
    this.restAt = params.findIndex((p) => p.kind === "args");
    this.byTuple = params.some((p) => p.kind === "args" || p.kind === "kwargs") && !IN_PLACE.has(name);
  }
}

/** Natives with *args that CPython hands an array all the same. */
const IN_PLACE = new Set([
  ..."print sorted call breakpoint breakpointhook __build_class__ audit gcd lcm hypot hex replace".split(" "),
  ..."pack pack_into run get_referrers get_referents".split(" "),
]);

/** Marks a native that CPython hands a tuple of arguments, to be taken apart by a format string. */
export function byFormat(native: Native): Native {
  native.countedByFormat = true;
  return byTuple(native);
}

/** Marks a native that CPython hands a tuple of arguments. */
export function byTuple(native: Native): Native {
  native.byTuple = true;
  return native;
}

const KINDS: Record<string, NativeKind> = { $self: "method", $type: "classmethod", $module: "function" };

function splitParams(text: string): string[] {
  return text
    .split(",")
    .map((p) => p.trim())
    .filter((p) => p !== "");
}

function parseParam(text: string, kind: Parameter["kind"]): Parameter {
  if (text.startsWith("**")) return { name: text.slice(2), converter: "object", default: "", kind: "kwargs" };
  if (text.startsWith("*")) return { name: text.slice(1), converter: "object", default: "", kind: "args" };
  const m = /^(\w+)(?:\s*:\s*(\w+))?(?:\s*=\s*(.+))?$/.exec(text);
  if (m === null) throw new Error(`bad parameter in a native's signature: ${text}`);
  return { name: m[1], converter: (m[2] ?? "object") as ConverterName, default: m[3], kind };
}

function parseParams(texts: string[]): Parameter[] {
  const slash = texts.indexOf("/");
  const params: Parameter[] = [];
  let keywordOnly = false;
  texts.forEach((text, i) => {
    if (text === "/") return;
    if (text === "*") {
      keywordOnly = true;
      return;
    }
    params.push(parseParam(text, keywordOnly ? "keyword" : i < slash ? "positional" : "both"));
    if (text.startsWith("*")) keywordOnly = true;
  });
  return params;
}

/** Declares a native function or method. See the head of this file for the signature. */
export function def<const S extends string>(signature: S, doc: string, impl: (...args: Args<S>) => Result<S>): Native {
  const m = /^(\w+)\((.*)\)(?: -> (\w+))?$/s.exec(signature);
  if (m === null) throw new Error(`bad native signature: ${signature}`);
  const texts = splitParams(m[2]);
  const first = texts[0]?.startsWith("$") ? texts[0] : "";
  const params = parseParams(first === "" ? texts : texts.slice(1));
  const text = m[2].includes("NULL") ? null : `(${m[2].replace(/:\s*\w+/g, "").replace(/\s*=\s*/g, "=")})`;
  return new Native(m[1], doc, KINDS[first] ?? "staticmethod", text, params, m[3] ?? "object", impl);
}
