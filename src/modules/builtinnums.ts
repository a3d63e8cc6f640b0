// The builtin functions on numbers and text.
import { keep, type OwnedValue, type Value } from "../heap/refs.ts";
import { def } from "../native/signature.ts";
import { ascii } from "../objects/ascii.ts";
import { isBytes } from "../objects/bytes.ts";
import { callBound } from "../objects/call.ts";
import { overflowError, typeError, valueError } from "../objects/errors.ts";
import { formatValue } from "../objects/formatvalue.ts";
import { index } from "../objects/int.ts";
import { intInBase } from "../objects/numeric/intformat.ts";
import { absolute, binaryOp, divmodOp, NB_POWER, ternaryPow } from "../objects/operators.ts";
import { repr, typeName } from "../objects/protocol.ts";
import { None } from "../objects/singletons.ts";
import { charStr, isStr, newStr, strLength, wideOf } from "../objects/str.ts";
import { copyBytes, isBuiltin } from "./natives.ts";

function chr(value: Value): OwnedValue {
  const n = index(value);
  if (typeof n === "bigint" || n !== (n | 0)) throw overflowError("Python int too large to convert to C int");
  if (n < 0 || n > 0x10ffff) throw valueError("chr() arg not in range(0x110000)");
  return n < 0x10000 ? charStr(n) : newStr(String.fromCodePoint(n));
}

function ord(value: Value): number {
  let length: number;
  if (isStr(value)) {
    length = strLength(value);
    if (length === 1)
      return wideOf(value) === null ? value.value.charCodeAt(0) : (value.value.codePointAt(0) as number);
  } else if (isBytes(value) || isBuiltin(value, "bytearray")) {
    const bytes = copyBytes(value);
    length = bytes.length;
    if (length === 1) return bytes[0];
  } else throw typeError(`ord() expected string of length 1, but ${typeName(value)} found`);
  throw typeError(`ord() expected a character, but string of length ${length} found`);
}

function round(number: Value, digits: Value): OwnedValue {
  const rounded = digits === None ? callBound(number, "__round__") : callBound(number, "__round__", keep(digits));
  if (rounded === undefined) throw typeError(`type ${typeName(number)} doesn't define __round__ method`);
  return rounded;
}

const inBase = (base: 2 | 8 | 16) => (_module: unknown, number: Value) => intInBase(index(number), base);

export const numberNatives = [
  def("abs($module, x, /)", "The absolute value of a number.", (_module, x) => absolute(x)),
  def("divmod($module, x, y, /)", "The tuple (x//y, x%y).", (_module, x, y) => divmodOp(x, y)),
  def(
    "pow($module, /, base, exp, mod=None)",
    "base**exp, or base**exp % mod, which is quicker than the two operators.",
    (_module, base, exp, mod) => (mod === None ? binaryOp(NB_POWER, base, exp) : ternaryPow(base, exp, mod)),
  ),
  def(
    "round($module, /, number, ndigits=None)",
    "A number rounded to so many decimal digits; to an int when not told.",
    (_module, number, digits) => round(number, digits),
  ),
  def("bin($module, number, /) -> str", "The binary digits of an int.\n\n>>> bin(10)\n'0b1010'", inBase(2)),
  def("oct($module, number, /) -> str", "The octal digits of an int.\n\n>>> oct(10)\n'0o12'", inBase(8)),
  def("hex($module, number, /) -> str", "The hexadecimal digits of an int.\n\n>>> hex(10)\n'0xa'", inBase(16)),
  def("chr($module, i, /)", "The str of one character with this code point.", (_module, i) => chr(i)),
  def("ord($module, c, /) -> int", "The code point of a str of one character.", (_module, c) => ord(c)),
  def("ascii($module, obj, /)", "The repr of an object, with everything outside ASCII escaped.", (_module, object) =>
    ascii(object),
  ),
  def("repr($module, obj, /)", "The text that shows an object to a programmer.", (_module, object) => repr(object)),
  def(
    "format($module, value, format_spec='', /)",
    "A value as text, by a format specification.",
    (_module, value, spec) => {
      if (!isStr(spec)) throw typeError(`format() argument 2 must be str, not ${typeName(spec)}`);
      return formatValue(value, spec);
    },
  ),
];
