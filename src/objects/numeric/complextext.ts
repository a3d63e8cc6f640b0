// complex as text: repr, and what complex(text) reads.
import { valueError } from "../errors.ts";
import { toAsciiDigits, trimAscii } from "../text/digits.ts";
import { strRepr } from "../text/repr.ts";
import type { Complex } from "./complexops.ts";
import { parseDecimal } from "./floatparse.ts";
import { shortest } from "./floatrepr.ts";

/** `repr(z)`: the imaginary part alone when the real one is a positive zero. */
export function complexRepr(real: number, imaginary: number): string {
  const imag = `${shortest(imaginary)}j`;
  if (Object.is(real, 0)) return imag;
  return `(${shortest(real)}${imag.startsWith("-") ? "" : "+"}${imag})`;
}

const NUMBER = "(?:(?:\\d+\\.?\\d*|\\.\\d+)(?:e[+-]?\\d+)?|inf(?:inity)?|nan)";
/** An imaginary part, whose number may be left out; a real part before it, when a sign stands between the two. */
const PARTS = new RegExp(`^(?:([+-]?${NUMBER})(?=[+-]))?([+-]?)(${NUMBER})?j$`, "i");
const UNDERSCORED = /^_|_$|__|_\D|\D_/;

/** `complex(text)`. */
export function complexFromStr(text: string): Complex {
  let plain = toAsciiDigits(text);
  if (plain.includes("_")) {
    if (UNDERSCORED.test(plain)) throw valueError(`could not convert string to complex: ${strRepr(text)}`);
    plain = plain.replaceAll("_", "");
  }
  plain = trimAscii(plain);
  if (plain.startsWith("(") && plain.endsWith(")")) plain = trimAscii(plain.slice(1, -1));
  const parts = readParts(plain);
  if (parts === undefined) throw valueError("complex() arg is a malformed string");
  return parts;
}

function readParts(text: string): Complex | undefined {
  if (text === "") return undefined;
  if (!/j$/i.test(text)) {
    const real = parseDecimal(text);
    return real === undefined || trimAscii(text) !== text ? undefined : [real, 0];
  }
  const match = PARTS.exec(text);
  if (match === null) return undefined;
  const [, realText, sign, imagText] = match;
  const imag = imagText === undefined ? 1 : (parseDecimal(imagText) as number);
  return [realText === undefined ? 0 : (parseDecimal(realText) as number), sign === "-" ? -imag : imag];
}
