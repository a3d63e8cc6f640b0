// `format(value, spec)`: by the value's `__format__`, which must answer a str.
import { drop, newRef, type Owned, type Value } from "../heap/refs.ts";
import { callSpecial } from "./call.ts";
import { typeError } from "./errors.ts";
import { str, typeName } from "./protocol.ts";
import { isExactStr, isStr, type PyStr } from "./str.ts";

/** A value as text, by a specification. */
export function formatValue(value: Value, spec: PyStr): Owned<PyStr> {
  if (spec.value === "" && (typeof value === "number" || isExactStr(value))) return str(value);
  const text = callSpecial(value, "__format__", newRef(spec));
  if (text === undefined) throw typeError(`Type ${typeName(value)} doesn't define __format__`);
  if (isStr(text)) return text as Owned<PyStr>;
  const name = typeName(text);
  drop(text);
  throw typeError(`__format__ must return a str, not ${name}`);
}
