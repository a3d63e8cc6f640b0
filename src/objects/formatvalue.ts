// `format(value, spec)`: by the value's `__format__`, which must answer a str. The builtin numbers and
// strs, which cannot have another one, are formatted without looking it up.
import type { PyType } from "../heap/object.ts";
import { drop, newRef, type Owned, type Value } from "../heap/refs.ts";
import { callBound } from "./call.ts";
import { typeError } from "./errors.ts";
import { IntType } from "./inttype.ts";
import { str, typeName } from "./protocol.ts";
import { isAsciiStr, isExactStr, isStr, newAsciiStr, newStr, type PyStr } from "./str.ts";

type Formatter = (value: Value, spec: PyStr) => Owned<PyStr>;
const formatters = new Map<PyType, Formatter>();
/** Tells how exact instances of a builtin type are formatted: exactly as its `__format__` does. */
export const setFormatter = (type: PyType, f: Formatter): void => {
  formatters.set(type, f);
};

/** The str of a formatted number: ASCII when its specification is, but for a character by its code point. */
export const formattedNumber = (text: string, spec: PyStr): Owned<PyStr> =>
  isAsciiStr(spec) && !spec.value.endsWith("c") ? newAsciiStr(text) : newStr(text);

/** A value as text, by a specification. */
export function formatValue(value: Value, spec: PyStr): Owned<PyStr> {
  if (spec.value === "" && (typeof value === "number" || isExactStr(value))) return str(value);
  const formatter = formatters.get(typeof value === "number" ? IntType : value.type);
  if (formatter !== undefined) return formatter(value, spec);
  const text = callBound(value, "__format__", newRef(spec));
  if (text === undefined) throw typeError(`Type ${typeName(value)} doesn't define __format__`);
  if (isStr(text)) return text as Owned<PyStr>;
  const name = typeName(text);
  drop(text);
  throw typeError(`__format__ must return a str, not ${name}`);
}
