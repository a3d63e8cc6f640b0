// printf-style templates, of str and (decoded as Latin-1) of bytes: the parse, and the layout of converted values.
// Errors come in the order in which CPython meets them, between conversions, so the parser goes one piece at a time.
import { type PyError, typeError, valueError } from "../errors.ts";
import { formatFloat } from "../numeric/floatformat.ts";
import { intRepr } from "../numeric/intformat.ts";
import type { Int } from "../numeric/ints.ts";
import { charLength } from "./codepoints.ts";
import { repeatText } from "./search.ts";

export const LEFT = 1;
export const SIGN = 2;
export const BLANK = 4;
export const ALTERNATE = 8;
export const ZERO = 16;
const FLAGS: Record<string, number> = { "-": LEFT, "+": SIGN, " ": BLANK, "#": ALTERNATE, "0": ZERO };

export interface Conversion {
  /** The name in parentheses, or null. */
  key: string | null;
  flags: number;
  /** -1 for none; so is `precision`. */
  width: number;
  precision: number;
  /** The conversion character. */
  code: string;
  /** Where it stands, in units. */
  index: number;
}

const MAX_WIDTH = 2 ** 63 - 1;
const MAX_PRECISION = 2 ** 31 - 1;

/** Reads a template: `literal`, then `key`, then `conversion`, and so on until `key` answers undefined. */
export class PercentParser {
  private readonly text: string;
  private readonly bytes: boolean;
  private at = 0;

  constructor(text: string, bytes: boolean) {
    this.text = text;
    this.bytes = bytes;
  }

  get atEnd(): boolean {
    return this.at >= this.text.length;
  }

  /** The text up to the next conversion, "%%" being a percent sign; may be empty. */
  literal(): string {
    let literal = "";
    for (;;) {
      const next = this.text.indexOf("%", this.at);
      const end = next < 0 ? this.text.length : next;
      literal += this.text.slice(this.at, end);
      this.at = end;
      if (next < 0 || this.text[next + 1] !== "%") return literal;
      literal += "%";
      this.at += 2;
    }
  }

  /** The name in the conversion that begins here, or null; undefined at the end of the template. */
  key(hasMapping: boolean): string | null | undefined {
    if (this.at >= this.text.length) return undefined;
    this.at++;
    if (this.text[this.at] !== "(") return null;
    if (!hasMapping) throw typeError("format requires a mapping");
    return this.readKey();
  }

  /** The rest of the conversion, once its name has been looked up. `star` takes an int from the arguments. */
  conversion(key: string | null, star: (forWidth: boolean) => number): Conversion {
    const conversion: Conversion = { key, flags: 0, width: -1, precision: -1, code: "", index: 0 };
    for (; Object.hasOwn(FLAGS, this.text[this.at] ?? ""); this.at++) conversion.flags |= FLAGS[this.text[this.at]];
    this.readWidth(conversion, star);
    if (this.text[this.at] === ".") {
      this.at++;
      this.readPrecision(conversion, star);
    }
    if ("hlL".includes(this.text[this.at] ?? "x")) this.at++;
    if (this.at >= this.text.length) throw valueError("incomplete format");
    conversion.index = this.at;
    conversion.code = String.fromCodePoint(this.text.codePointAt(this.at)!);
    this.at += conversion.code.length;
    return conversion;
  }

  private readKey(): string {
    const start = this.at + 1;
    let depth = 1;
    let end = start;
    for (; end < this.text.length; end++) {
      const char = this.text[end];
      if (char === "(") depth++;
      else if (char === ")" && --depth === 0) break;
    }
    // A name that ends with the template is complete; that no conversion follows is told later.
    if (depth > 0) throw valueError("incomplete format key");
    this.at = end + 1;
    return this.text.slice(start, end);
  }

  private readWidth(conversion: Conversion, star: (forWidth: boolean) => number): void {
    if (this.text[this.at] === "*") {
      this.at++;
      const width = star(true);
      if (width < 0) conversion.flags |= LEFT;
      conversion.width = Math.abs(width);
    } else conversion.width = this.readNumber(MAX_WIDTH, "width too big");
  }

  private readPrecision(conversion: Conversion, star: (forWidth: boolean) => number): void {
    if (this.text[this.at] === "*") {
      this.at++;
      conversion.precision = Math.max(0, star(false));
    } else {
      conversion.precision = Math.max(
        0,
        this.readNumber(MAX_PRECISION, this.bytes ? "prec too big" : "precision too big"),
      );
    }
  }

  private readNumber(limit: number, message: string): number {
    const start = this.at;
    while (/^[0-9]$/.test(this.text[this.at] ?? "")) this.at++;
    if (this.at === start) return -1;
    const value = Number(this.text.slice(start, this.at));
    if (value > limit) throw valueError(message);
    return value;
  }
}

/** The error for a code that is none. */
export function unsupportedCode(conversion: Conversion, index = conversion.index): PyError {
  const code = conversion.code.codePointAt(0)!;
  const shown = code >= 32 && code < 127 ? conversion.code : "?";
  return valueError(`unsupported format character '${shown}' (0x${code.toString(16)}) at index ${index}`);
}

/** The text of %s, %r, %a and %c: cut to the precision and padded with spaces. */
export function layOutText(text: string, wide: boolean, conversion: Conversion): string {
  const { precision } = conversion;
  if (precision >= 0 && precision < charLength(text, wide)) {
    text = wide ? Array.from(text).slice(0, precision).join("") : text.slice(0, precision);
  }
  return pad(text, charLength(text, wide), conversion);
}

function pad(text: string, length: number, { width, flags }: Conversion): string {
  if (width <= length) return text;
  const spaces = repeatText(" ", width - length);
  return flags & LEFT ? text + spaces : spaces + text;
}

/** Sign and prefix, zeros or spaces, digits. */
function layOutNumber(negative: boolean, prefix: string, digits: string, conversion: Conversion): string {
  const { flags, width } = conversion;
  const sign = negative ? "-" : flags & SIGN ? "+" : flags & BLANK ? " " : "";
  const missing = width - sign.length - prefix.length - digits.length;
  if (flags & ZERO && !(flags & LEFT) && missing > 0) return sign + prefix + repeatText("0", missing) + digits;
  const text = sign + prefix + digits;
  return pad(text, text.length, conversion);
}

const RADIX: Record<string, 8 | 10 | 16> = { d: 10, i: 10, u: 10, o: 8, x: 16, X: 16 };
const PREFIX: Record<string, string> = { o: "0o", x: "0x", X: "0X" };

/** %d, %i, %u, %o, %x and %X. */
export function formatPercentInt(value: Int, conversion: Conversion, maxDigits: number): string {
  const { code } = conversion;
  const shown = RADIX[code] === 10 ? intRepr(value, maxDigits) : value.toString(RADIX[code]);
  let digits = value < 0 ? shown.slice(1) : shown;
  if (code === "X") digits = digits.toUpperCase();
  digits = repeatText("0", conversion.precision - digits.length) + digits;
  return layOutNumber(value < 0, conversion.flags & ALTERNATE ? (PREFIX[code] ?? "") : "", digits, conversion);
}

/** %e, %f, %g and their capitals. */
export function formatPercentFloat(x: number, conversion: Conversion): string {
  const precision = conversion.precision < 0 ? 6 : conversion.precision;
  const text = formatFloat(x, conversion.code, precision, { alternate: (conversion.flags & ALTERNATE) !== 0 });
  const negative = text[0] === "-";
  return layOutNumber(negative, "", negative ? text.slice(1) : text, conversion);
}
