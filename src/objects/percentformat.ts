// The operator % of str, bytes and bytearray. The parse and the layout of what is converted are
// text/percent.ts; here are the arguments: a tuple's items, a mapping's values, or one value.

import { reserve } from "../heap/heap.ts";
import { drop, dropMaybe, newRef, type Owned, type OwnedValue, type Value } from "../heap/refs.ts";
import { ascii } from "./ascii.ts";
import { hasBuffer, withBuffer } from "./buffers.ts";
import { isByteArray } from "./bytearray.ts";
import { isBytes, newBytes } from "./bytes.ts";
import { callBound } from "./call.ts";
import { overflowError, PyError, typeError } from "./errors.ts";
import { toFloat } from "./float.ts";
import { index, intValue } from "./int.ts";
import { intFromValue } from "./intmethods.ts";
import { digitLimit } from "./limits.ts";
import { borrow } from "./lookup.ts";
import type { Int } from "./numeric/ints.ts";
import { getItem, isError, repr, slotsOf, str, typeName } from "./protocol.ts";
import { EMPTY_STR, isExactStr, isStr, newTextStr, type PyStr, strLength, wideOf } from "./str.ts";
import { latin1Decode, latin1Encode } from "./text/codepoints.ts";
import {
  type Conversion,
  formatPercentFloat,
  formatPercentInt,
  layOutText,
  PercentParser,
  unsupportedCode,
} from "./text/percent.ts";
import { payText } from "./text/search.ts";
import { isTuple, type PyTuple } from "./tuple.ts";

/** The arguments of one formatting. Each argument is handed out as a new reference. */
class Arguments {
  private readonly tuple: PyTuple | null;
  readonly mapping: Value | null;
  /** What `next` hands out when there is no tuple: the operand, or the value of the name that was read last. */
  private readonly single: Value[];
  private ownsSingle = false;
  private used = 0;

  constructor(args: Value, isMapping: boolean) {
    this.tuple = isTuple(args) ? args : null;
    this.mapping = isMapping ? args : null;
    this.single = [args];
  }

  /** The next argument, borrowed. */
  next(): Value {
    const { tuple } = this;
    if (this.ownsSingle || tuple === null) {
      if (this.used++ > 0) throw typeError("not enough arguments for format string");
      return this.single[0];
    }
    if (this.used >= tuple.value.length) throw typeError("not enough arguments for format string");
    return borrow(tuple.value, this.used++);
  }

  /** From now on the one argument is the value of a name; steals it. */
  use(value: OwnedValue): void {
    this.close();
    this.single[0] = value;
    this.ownsSingle = true;
    this.used = 0;
  }

  /** An int that a star asks for. */
  star(forWidth: boolean): number {
    const value = this.next();
    const n = intValue(value);
    if (n === undefined) throw typeError("* wants int");
    if (forWidth ? typeof n === "bigint" : n !== Number(n) || n !== (n as number | 0)) {
      throw overflowError(`Python int too large to convert to C ${forWidth ? "ssize_t" : "int"}`);
    }
    return Number(n);
  }

  get allUsed(): boolean {
    return this.mapping !== null || (this.tuple === null ? this.used > 0 : this.used >= this.tuple.value.length);
  }

  close(): void {
    if (this.ownsSingle) drop(this.single[0] as OwnedValue);
    this.ownsSingle = false;
  }
}

interface Walk {
  literal(text: string): void;
  /** Looks a name up in the mapping. */
  named(mapping: Value, key: string): OwnedValue;
  convert(value: Value, conversion: Conversion, last: boolean): void;
}

/** Goes through a template, in the order in which CPython meets what may go wrong. */
function walk(template: string, bytes: boolean, args: Arguments, to: Walk): void {
  const parser = new PercentParser(template, bytes);
  try {
    for (;;) {
      to.literal(parser.literal());
      const key = parser.key(args.mapping !== null);
      if (key === undefined) break;
      if (key !== null) args.use(to.named(args.mapping as Value, key));
      const conversion = parser.conversion(key, (forWidth) => args.star(forWidth));
      const value = args.next();
      if (conversion.width > 1000) reserve(conversion.width);
      to.convert(value, conversion, parser.atEnd);
    }
    if (!args.allUsed) throw typeError(`not all arguments converted during ${bytes ? "bytes" : "string"} formatting`);
  } finally {
    args.close();
  }
}

// ---- numbers ----

const INT_CODES = "diuoxX";
const FLOAT_CODES = "eEfFgG";

function isNumber(value: Value): boolean {
  const { int, index: indexSlot, float } = slotsOf(value);
  return int !== null || indexSlot !== null || float !== null;
}

/** The int that %d and its kin show. */
function intOperand(value: Value, code: string, shown: string): Int {
  const n = intValue(value);
  if (n !== undefined) return n;
  const whole = "oxX".includes(code);
  if (isNumber(value)) {
    try {
      return whole ? index(value) : intFromValue(value);
    } catch (e) {
      if (!(e instanceof PyError) || !isError(e.exception, "TypeError")) throw e;
      drop(e.exception);
    }
  }
  throw typeError(`%${shown} format: ${whole ? "an integer" : "a real number"} is required, not ${typeName(value)}`);
}

/** `shown` is the code that messages name. */
function formatNumber(
  value: Value,
  conversion: Conversion,
  floatOf: (value: Value) => number,
  shown = conversion.code,
): string | undefined {
  const { code } = conversion;
  if (INT_CODES.includes(code)) return formatPercentInt(intOperand(value, code, shown), conversion, digitLimit());
  return FLOAT_CODES.includes(code) ? formatPercentFloat(floatOf(value), conversion) : undefined;
}

// ---- str ----

const isMappingFor = (args: Value): boolean => slotsOf(args).getitem !== null && !isTuple(args);

/** What has been made of a str template so far; while it is one piece at the end, the piece itself. */
class StrOutput implements Walk {
  text = "";
  wide: boolean;
  whole: Owned<PyStr> | null = null;
  private readonly templateWide: boolean;
  constructor(templateWide: boolean) {
    this.wide = this.templateWide = templateWide;
  }

  literal(part: string): void {
    this.text += part;
  }

  named(mapping: Value, key: string): OwnedValue {
    const name = newTextStr(key, this.templateWide);
    try {
      return getItem(mapping, name);
    } finally {
      drop(name);
    }
  }

  convert(value: Value, conversion: Conversion, last: boolean): void {
    const { code } = conversion;
    if (code === "s" || code === "r" || code === "a") this.add(shown(value, code), conversion, last);
    else if (code === "c") this.addCharacter(value, conversion);
    else {
      const part = number(value, conversion);
      payText(this.text.length + part.length);
      this.text += part;
    }
  }

  private add(piece: Owned<PyStr>, conversion: Conversion, last: boolean): void {
    const plain = conversion.width < 0 && conversion.precision < 0;
    if (last && plain && this.text === "" && piece.value !== "") {
      this.whole = piece;
      return;
    }
    const wide = wideOf(piece) !== null;
    try {
      const part = plain ? piece.value : layOutText(piece.value, wide, conversion);
      payText(this.text.length + part.length);
      this.text += part;
      this.wide ||= wide;
    } finally {
      drop(piece);
    }
  }

  private addCharacter(value: Value, conversion: Conversion): void {
    const [part, wide] = character(value, conversion);
    this.text += part;
    this.wide ||= wide;
  }
}

/** `template % args`. */
export function percentStr(template: PyStr, args: Value): Owned<PyStr> {
  const out = new StrOutput(wideOf(template) !== null);
  try {
    walk(template.value, false, new Arguments(args, isMappingFor(args) && !isStr(args)), out);
  } catch (e) {
    dropMaybe(out.whole);
    throw e;
  }
  return out.whole ?? (out.text === "" ? newRef(EMPTY_STR) : newTextStr(out.text, out.wide));
}

function shown(value: Value, code: string): Owned<PyStr> {
  if (code === "s") return isExactStr(value) ? newRef(value) : str(value);
  return code === "r" ? repr(value) : ascii(value);
}

function number(value: Value, conversion: Conversion): string {
  const text = formatNumber(value, conversion, toFloat);
  if (text === undefined) throw unsupportedCode(conversion);
  return text;
}

/** %c: a str of one character, or a code point. */
function character(value: Value, conversion: Conversion): [text: string, wide: boolean] {
  if (isStr(value)) {
    if (strLength(value) !== 1) throw typeError("%c requires int or char");
    const wide = wideOf(value) !== null;
    return [layOutText(value.value, wide, { ...conversion, precision: -1 }), wide];
  }
  if (slotsOf(value).index === null) throw typeError("%c requires int or char");
  const code = index(value);
  if (code < 0 || code > 0x10ffff) throw overflowError("%c arg not in range(0x110000)");
  return [
    layOutText(String.fromCodePoint(Number(code)), code > 0xffff, { ...conversion, precision: -1 }),
    code > 0xffff,
  ];
}

// ---- bytes ----

/** `template % args` for bytes and bytearray. `isText` tells which types are no mappings here. */
export function percentBytes(template: Uint8Array, args: Value): Uint8Array {
  let text = "";
  walk(
    latin1Decode(template),
    true,
    new Arguments(args, isMappingFor(args) && !isStr(args) && !isBytes(args) && !isByteArray(args)),
    {
      literal(part) {
        text += part;
      },
      named(mapping, key) {
        const name = newBytes(latin1Encode(key));
        try {
          return getItem(mapping, name);
        } finally {
          drop(name);
        }
      },
      convert(value, conversion) {
        text += convertBytes(value, conversion);
      },
    },
  );
  return latin1Encode(text);
}

function convertBytes(value: Value, conversion: Conversion): string {
  const { code } = conversion;
  if (code === "s" || code === "b") return layOutText(bytesOperand(value), false, conversion);
  if (code === "r" || code === "a") {
    const piece = ascii(value);
    try {
      return layOutText(piece.value, false, conversion);
    } finally {
      drop(piece);
    }
  }
  if (code === "c") return layOutText(String.fromCharCode(byteOperand(value)), false, { ...conversion, precision: -1 });
  const text = formatNumber(value, conversion, floatOperand, code === "i" ? "d" : code);
  if (text === undefined) throw unsupportedCode(conversion);
  return text;
}

/** Whatever goes wrong is told in the same words. */
function floatOperand(value: Value): number {
  try {
    return toFloat(value);
  } catch (e) {
    if (!(e instanceof PyError)) throw e;
    drop(e.exception);
    throw typeError(`float argument required, not ${typeName(value)}`);
  }
}

function bytesOperand(value: Value): string {
  if (isBytes(value)) return latin1Decode(value.value);
  if (!isByteArray(value)) {
    const answer = callBound(value, "__bytes__");
    if (answer !== undefined) {
      try {
        if (isBytes(answer)) return latin1Decode(answer.value);
        throw typeError(`__bytes__ returned non-bytes (type ${typeName(answer)})`);
      } finally {
        drop(answer);
      }
    }
  }
  if (hasBuffer(value)) return withBuffer(value, (bytes) => latin1Decode(bytes));
  throw typeError(`%b requires a bytes-like object, or an object that implements __bytes__, not '${typeName(value)}'`);
}

function byteOperand(value: Value): number {
  if (isBytes(value) || isByteArray(value)) {
    const byte = withBuffer(value, (bytes) => (bytes.length === 1 ? bytes[0] : -1));
    if (byte >= 0) return byte;
  } else if (slotsOf(value).index !== null) {
    const n = index(value);
    if (n >= 0 && n < 256) return Number(n);
    throw overflowError("%c arg not in range(256)");
  }
  throw typeError("%c requires an integer in range(256) or a single byte");
}
