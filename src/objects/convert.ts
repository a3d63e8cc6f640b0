// How natives' declared converters and results meet values: the binder's side of the object protocol.
import type { Value } from "../heap/refs.ts";
import { setConversions } from "../native/bind.ts";
import { EMPTY_BYTES } from "./bytes.ts";
import { newFloat, toFloat } from "./float.ts";
import { newInt, sizeArgument } from "./int.ts";
import { isTrue, typeName } from "./protocol.ts";
import { False, None, newBool, newNone, True } from "./singletons.ts";
import { EMPTY_STR, intern, isStr, newStr, type PyStr } from "./str.ts";
import { EMPTY_TUPLE } from "./tuple.ts";

const known = new Map<string, Value>(
  Object.entries({ None, True, False, "()": EMPTY_TUPLE, "b''": EMPTY_BYTES, "''": EMPTY_STR }),
);

/** The value of a default in a signature. */
function constant(text: string): Value {
  let value = known.get(text);
  if (value === undefined) known.set(text, (value = makeConstant(text)));
  return value;
}

function makeConstant(text: string): Value {
  if (/^-?\d+$/.test(text)) return Number(text);
  if (/^'.*'$/.test(text)) return intern(text.slice(1, -1));
  throw new Error(`a native's signature has a default that is not known: ${text}`);
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
