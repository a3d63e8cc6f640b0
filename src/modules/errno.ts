// errno: the names of the system's error numbers.
import type { OwnedValue } from "../heap/refs.ts";
import { dictSet, newDict } from "../objects/dict.ts";
import { newInt } from "../objects/int.ts";
import { newStr } from "../objects/str.ts";
import { ERRNO, ERROR_CODES } from "./errnotable.ts";
import { defineModule } from "./module.ts";

function constants(): Record<string, OwnedValue> {
  const codes = newDict();
  for (const [number, name] of ERROR_CODES) dictSet(codes, number, newStr(name));
  const names = [...ERRNO].map(([name, number]) => [name, newInt(number)] as const);
  return { ...Object.fromEntries(names), errorcode: codes };
}

export default defineModule({
  name: "errno",
  doc: "The error numbers of the system. Each name stands for a number; errorcode maps numbers to names.",
  constants,
});
