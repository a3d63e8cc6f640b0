// `ascii(value)`: the repr of a value with everything outside ASCII escaped.
import { drop, type Owned, type Value } from "../heap/refs.ts";
import { repr } from "./protocol.ts";
import { isAsciiStr, newNarrowStr, type PyStr, wideOf } from "./str.ts";
import { strAscii } from "./text/repr.ts";

export function ascii(value: Value): Owned<PyStr> {
  const text = repr(value);
  if (isAsciiStr(text)) return text;
  try {
    // What repr has shown as itself is escaped; its own escapes are ASCII already.
    return newNarrowStr(escapeOutside(text.value, wideOf(text) !== null));
  } finally {
    drop(text);
  }
}

function escapeOutside(text: string, wide: boolean): string {
  const pattern = wide ? /[\ud800-\udbff][\udc00-\udfff]|[^\0-\x7f]/g : /[^\0-\x7f]/g;
  return text.replace(pattern, (char) => strAscii(char, wide).slice(1, -1));
}
