// Formats of the struct module: parsing them, and moving values between Python and memory.
import { reserve } from "../heap/heap.ts";
import type { PyType } from "../heap/object.ts";
import { drop, dropAll, newRefs, type Owned, type OwnedValue, type Value } from "../heap/refs.ts";
import { isBytes, newBytes } from "../objects/bytes.ts";
import { caught, overflowError, PyError } from "../objects/errors.ts";
import { defineException, exceptionType, exceptionTypes, newExceptionOf } from "../objects/exceptions.ts";
import { toFloat } from "../objects/float.ts";
import { index } from "../objects/int.ts";
import { isTrue, slotsOf } from "../objects/protocol.ts";
import { newStr } from "../objects/str.ts";
import { type Code, doubleToHalf, inRange, NATIVE_CODES, STANDARD_CODES, viewOf } from "../objects/structcodes.ts";
import { newTuple, tupleOf } from "../objects/tuple.ts";
import { copyBytes, isBuiltin } from "./natives.ts";

export const StructErrorType: PyType = defineException("error", exceptionType("Exception"), "");
StructErrorType.value.module = "struct";
// It is not a builtin exception: other modules have an `error` of their own.
exceptionTypes.delete("error");

export const structError = (message: string): PyError =>
  new PyError(newExceptionOf(StructErrorType, tupleOf(newStr(message))));

/** A run of items of one kind. For "s" and "p" the run is one item of `count` bytes. */
export interface Item {
  letter: string;
  count: number;
  offset: number;
  /** Undefined for "s", "p" and "x". */
  code: Code | undefined;
}

export interface Format {
  text: string;
  items: readonly Item[];
  size: number;
  /** How many values it takes. */
  values: number;
  little: boolean;
  native: boolean;
}

const ORDERS: Readonly<Record<string, { little: boolean; native: boolean }>> = {
  "@": { little: true, native: true },
  "=": { little: true, native: false },
  "<": { little: true, native: false },
  ">": { little: false, native: false },
  "!": { little: false, native: false },
};
const BYTE_LETTERS = "spx";
const NATIVE_ONLY = "nNP";

/** Parses a format; spaces between items mean nothing. */
export function parseFormat(text: string): Format {
  const order = ORDERS[text[0]] ?? ORDERS["@"];
  const body = Object.hasOwn(ORDERS, text[0] ?? "") ? text.slice(1) : text;
  const items: Item[] = [];
  let size = 0;
  let values = 0;
  for (const [, digits, letter] of body.matchAll(/(\d*)([^\d\s]?)\s*/gs)) {
    if (digits === "" && letter === "") continue;
    if (letter === "") throw structError("repeat count given without format specifier");
    const code = codeOf(letter, order.native);
    const count = digits === "" ? 1 : Number(digits);
    if (code !== undefined && order.native) size = Math.ceil(size / code.size) * code.size;
    items.push({ letter, count, offset: size, code });
    size += count * (code?.size ?? 1);
    if (size >= 2 ** 63) throw structError("total struct size too long");
    values += letter === "x" ? 0 : code === undefined ? 1 : count;
  }
  return { text, items, size, values, ...order };
}

function codeOf(letter: string, native: boolean): Code | undefined {
  if (BYTE_LETTERS.includes(letter)) return undefined;
  const codes = native ? NATIVE_CODES : STANDARD_CODES;
  if (!Object.hasOwn(codes, letter) || (!native && NATIVE_ONLY.includes(letter)))
    throw structError("bad char in struct format");
  return codes[letter];
}

// ---- packing ----

function toInt(code: Code, letter: string, value: Value): number | bigint {
  if (slotsOf(value).index === null) throw structError("required argument is not an integer");
  const n = index(value);
  if (inRange(code, n)) return n;
  if (letter === "P") throw structError("int too large to convert");
  throw structError(`'${letter}' format requires ${code.min} <= number <= ${code.max}`);
}

function toDouble(letter: string, native: boolean, value: Value): number {
  let x: number;
  try {
    x = toFloat(value);
  } catch (e) {
    drop(caught(e) as OwnedValue);
    throw structError("required argument is not a float");
  }
  const tooLarge =
    letter === "e"
      ? doubleToHalf(x) === null
      : letter === "f" && !native && Number.isFinite(x) && !Number.isFinite(Math.fround(x));
  if (tooLarge) throw overflowError(`float too large to pack with ${letter} format`);
  return x;
}

function toNumber(format: Format, item: Item, value: Value): number | bigint {
  const code = item.code as Code;
  switch (code.kind) {
    case "int":
      return toInt(code, item.letter, value);
    case "float":
      return toDouble(item.letter, format.native, value);
    case "bool":
      return isTrue(value) ? 1 : 0;
    default:
      if (!isBytes(value) || value.value.length !== 1)
        throw structError("char format requires a bytes object of length 1");
      return value.value[0];
  }
}

/** The bytes of an "s" or "p" item; a "p" starts with its length. */
function putBytes(memory: Uint8Array, at: number, item: Item, value: Value): void {
  if (!isBytes(value) && !isBuiltin(value, "bytearray"))
    throw structError(`argument for '${item.letter}' must be a bytes object`);
  const bytes = copyBytes(value);
  if (item.letter === "s") memory.set(bytes.subarray(0, item.count), at);
  else if (item.count > 0) {
    const part = bytes.subarray(0, item.count - 1);
    memory[at] = Math.min(part.length, 255);
    memory.set(part, at + 1);
  }
}

/** Writes values into memory of the format's size. */
export function packInto(format: Format, memory: Uint8Array, values: readonly Value[]): void {
  if (values.length !== format.values) {
    throw structError(`pack expected ${format.values} items for packing (got ${values.length})`);
  }
  memory.fill(0, 0, format.size);
  const view = viewOf(memory);
  let next = 0;
  for (const item of format.items) {
    if (item.letter === "x") continue;
    if (item.code === undefined) putBytes(memory, item.offset, item, values[next++]);
    else {
      for (let i = 0; i < item.count; i++) {
        item.code.write(view, item.offset + i * item.code.size, toNumber(format, item, values[next++]), format.little);
      }
    }
  }
}

export function pack(format: Format, values: readonly Value[]): Owned {
  reserve(format.size);
  const memory = new Uint8Array(values.length === format.values ? format.size : 0);
  packInto(format, memory, values);
  return newBytes(memory);
}

// ---- unpacking ----

function takeBytes(memory: Uint8Array, at: number, item: Item): Owned {
  if (item.letter === "s") return newBytes(memory.slice(at, at + item.count));
  const length = item.count === 0 ? 0 : Math.min(memory[at], item.count - 1);
  return newBytes(memory.slice(at + 1, at + 1 + length));
}

/** The tuple of values in memory of the format's size. */
export function unpack(format: Format, memory: Uint8Array): Owned {
  const view = viewOf(memory);
  const values = newRefs();
  try {
    for (const item of format.items) {
      if (item.letter === "x") continue;
      if (item.code === undefined) values.push(takeBytes(memory, item.offset, item));
      else
        for (let i = 0; i < item.count; i++)
          values.push(item.code.read(view, item.offset + i * item.code.size, format.little));
    }
  } catch (e) {
    dropAll(values);
    throw e;
  }
  return newTuple(values);
}
