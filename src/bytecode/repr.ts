// The repr of a constant, as Python prints it. Nested tuples are walked by recursion: the parser
// bounds how deep a constant can nest.

import type { Constant } from "./code.ts";

/** A character that repr escapes: separators but the space, controls, what is unassigned or private. */
const UNPRINTABLE = /[\p{C}\p{Z}]/u;

function escapeChar(char: string): string {
  const code = char.codePointAt(0)!;
  if (char === "\n") return "\\n";
  if (char === "\r") return "\\r";
  if (char === "\t") return "\\t";
  if (code < 0x100) return `\\x${code.toString(16).padStart(2, "0")}`;
  if (code < 0x10000) return `\\u${code.toString(16).padStart(4, "0")}`;
  return `\\U${code.toString(16).padStart(8, "0")}`;
}

const quoteFor = (text: string): string => (text.includes("'") && !text.includes('"') ? '"' : "'");

export function stringRepr(text: string): string {
  const quote = quoteFor(text);
  let result = quote;
  for (const char of text) {
    if (char === quote || char === "\\") result += `\\${char}`;
    else result += char === " " || !UNPRINTABLE.test(char) ? char : escapeChar(char);
  }
  return result + quote;
}

export function bytesRepr(bytes: Uint8Array): string {
  const text = Array.from(bytes, (byte) => String.fromCharCode(byte)).join("");
  const quote = quoteFor(text);
  let result = `b${quote}`;
  for (const char of text) {
    const code = char.charCodeAt(0);
    if (char === quote || char === "\\") result += `\\${char}`;
    else result += code >= 0x20 && code < 0x7f ? char : escapeChar(char);
  }
  return result + quote;
}

/** The shortest text that reads back as `value`, with a fraction or an exponent. */
export function floatRepr(value: number): string {
  const text = numberText(value);
  return /^-?\d+$/.test(text) ? `${text}.0` : text;
}

/** As `floatRepr`, but an integer has no fraction: how the parts of a complex number are printed. */
function numberText(value: number): string {
  if (Number.isNaN(value)) return "nan";
  if (!Number.isFinite(value)) return value < 0 ? "-inf" : "inf";
  if (Object.is(value, -0)) return "-0";
  const [digits, exponentText] = value.toExponential().split("e");
  const exponent = Number(exponentText);
  if (exponent < -4 || exponent >= 16) {
    const size = Math.abs(exponent).toString().padStart(2, "0");
    return `${digits}e${exponent < 0 ? "-" : "+"}${size}`;
  }
  if (exponent >= 0) return value.toFixed(Math.max(0, digits.replace(/[-.]/g, "").length - 1 - exponent));
  const negative = value < 0 ? "-" : "";
  return `${negative}0.${"0".repeat(-exponent - 1)}${digits.replace(/[-.]/g, "")}`;
}

export function complexRepr(real: number, imag: number): string {
  const imagText = `${numberText(imag)}j`;
  if (real === 0 && !Object.is(real, -0)) return imagText;
  return `(${numberText(real)}${imagText.startsWith("-") ? "" : "+"}${imagText})`;
}

/** What `repr` gives for a constant; `codeRepr` prints a code object. */
export function constantRepr(value: Constant, codeRepr: (value: Constant) => string = () => "<code object>"): string {
  switch (value.type) {
    case "None":
    case "Ellipsis":
      return value.type;
    case "bool":
      return value.value ? "True" : "False";
    case "int":
      return value.value.toString();
    case "float":
      return floatRepr(value.value);
    case "complex":
      return complexRepr(value.real, value.imag);
    case "str":
      return stringRepr(value.value);
    case "bytes":
      return bytesRepr(value.value);
    case "tuple": {
      const items = value.items.map((item) => constantRepr(item, codeRepr));
      return items.length === 1 ? `(${items[0]},)` : `(${items.join(", ")})`;
    }
    case "frozenset": {
      const items = value.items.map((item) => constantRepr(item, codeRepr));
      return items.length === 0 ? "frozenset()" : `frozenset({${items.join(", ")}})`;
    }
    case "code":
      return codeRepr(value);
  }
}
