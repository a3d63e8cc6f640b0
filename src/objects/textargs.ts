// Arguments as the methods of str, bytes and bytearray read them.
import type { PyObject } from "../heap/object.ts";
import type { Value } from "../heap/refs.ts";
import { Native } from "../native/signature.ts";
import { typeError } from "./errors.ts";
import { indexClamped } from "./int.ts";
import { slotsOf, typeName } from "./protocol.ts";
import { None } from "./singletons.ts";
import { isStr, type PyStr } from "./str.ts";

/** The same native with the `__text_signature__` that CPython tells. */
export const told = (native: Native, text: string | null): Native =>
  new Native(native.name, native.doc, native.kind, text, [...native.params], native.result, native.impl);

/** A start or an end as a slice has it; `missing` when it is not told, or None. */
export function bound(value: Value | undefined, missing: number): number {
  if (value === undefined || value === None) return missing;
  if (slotsOf(value).index === null) {
    throw typeError("slice indices must be integers or None or have an __index__ method");
  }
  return indexClamped(value);
}

/** Positions in a sequence; `from` may lie beyond `to`, and beyond the end. */
export interface Bounds {
  from: number;
  to: number;
}

/** Start and end of a search, counted from the end when negative. */
export function fitBounds(from: number, to: number, length: number): Bounds {
  if (to > length) to = length;
  else if (to < 0) to = Math.max(0, to + length);
  if (from < 0) from = Math.max(0, from + length);
  return { from, to };
}

export const MAX_INDEX = Number.MAX_SAFE_INTEGER;

/** As messages of the argument parser show a type: None by its name. */
export const argumentName = (value: Value): string => (value === None ? "None" : typeName(value));

/** The arguments of a type's call by their parameters, in order; undefined where there is none. */
export function constructorArguments(
  name: string,
  parameters: readonly string[],
  args: readonly Value[],
  kwnames: readonly PyObject[] | null,
): (Value | undefined)[] {
  const npos = args.length - (kwnames?.length ?? 0);
  const max = parameters.length;
  if (args.length > max)
    throw typeError(
      `${name}() takes at most ${max} ${npos === 0 ? "keyword " : ""}argument${max === 1 ? "" : "s"} (${args.length} given)`,
    );
  const found: (Value | undefined)[] = parameters.map((_, i) => (i < npos ? args[i] : undefined));
  (kwnames ?? []).forEach((keyword, i) => {
    const text = (keyword as PyStr).value;
    const at = parameters.indexOf(text);
    if (at < 0) throw typeError(`'${text}' is an invalid keyword argument for ${name}()`);
    if (at < npos) throw typeError(`argument for ${name}() given by name ('${text}') and position (${at + 1})`);
    found[at] = args[npos + i];
  });
  return found;
}

/** The name of an encoding or an error handler; null when it is not told. */
export function nameArgument(name: string, parameter: string, value: Value | undefined): PyStr | null {
  if (value === undefined) return null;
  if (isStr(value)) return value;
  throw typeError(`${name}() argument '${parameter}' must be str, not ${argumentName(value)}`);
}
