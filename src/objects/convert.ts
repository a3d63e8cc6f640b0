// How natives' declared converters and results meet values: the binder's side of the object protocol.
import type { Value } from "../heap/refs.ts";
import { setConversions } from "../native/bind.ts";
import { overflowError } from "./errors.ts";
import { newFloat, toFloat } from "./float.ts";
import { index, newInt } from "./int.ts";
import { isTrue, typeName } from "./protocol.ts";
import { False, newBool, newNone, None, True } from "./singletons.ts";
import { EMPTY_STR, intern, isStr, newStr, type PyStr } from "./str.ts";
import { EMPTY_TUPLE } from "./tuple.ts";

const CONSTANTS: Record<string, Value> = { None, True, False, "()": EMPTY_TUPLE, "''": EMPTY_STR };

/** The value of a default in a signature. */
function constant(text: string): Value {
  if (Object.hasOwn(CONSTANTS, text)) return CONSTANTS[text];
  if (/^-?\d+$/.test(text)) return Number(text);
  if (/^'.*'$/.test(text)) return intern(text.slice(1, -1));
  throw new Error(`a native's signature has a default that is not known: ${text}`);
}

/** An index-sized int, as an argument's converter reads it. */
function sizeArgument(value: Value): number {
  if (typeof value === "number") return value;
  const n = index(value);
  if (typeof n === "number") return n;
  if (BigInt.asIntN(64, n) !== n) throw overflowError("Python int too large to convert to C ssize_t");
  return n > 0n ? Number.MAX_SAFE_INTEGER : Number.MIN_SAFE_INTEGER;
}

setConversions({
  int: sizeArgument,
  float: toFloat,
  bool: isTrue,
  str(value, complain) {
    if (isStr(value)) return value.value;
    return complain(value === None ? "None" : typeName(value));
  },
  name: (name) => (name as PyStr).value,
  constant,
  typeName,
  none: newNone,
  fromInt: newInt,
  fromFloat: newFloat,
  fromBool: newBool,
  fromStr: newStr,
});
