// The reader of marshal, version 4: what CPython 3.12 writes in .pyc files. Bytes that are no
// such thing, or that end too early, are refused with MarshalError, never with a JavaScript error.

import type { CodeUnit, Constant } from "./code.ts";
import { MAGIC } from "./marshal.ts";

const FLAG_REF = 0x80;
const MAX_DEPTH = 500;

export class MarshalError {
  constructor(
    readonly kind: "EOFError" | "ValueError" | "TypeError",
    readonly message: string,
  ) {}
}

const bad = (what: string): MarshalError => new MarshalError("ValueError", `bad marshal data (${what})`);

class Reader {
  at = 0;
  private readonly view: DataView;
  private readonly references: (Constant | null)[] = [];
  private depth = 0;

  constructor(private readonly bytes: Uint8Array) {
    this.view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  }

  private take(count: number): number {
    const start = this.at;
    if (count < 0) throw bad("bytes object size out of range");
    if (start + count > this.bytes.length) throw new MarshalError("EOFError", "marshal data too short");
    this.at += count;
    return start;
  }

  byte(): number {
    return this.bytes[this.take(1)];
  }

  short(): number {
    return this.view.getInt16(this.take(2), true);
  }

  long(): number {
    return this.view.getInt32(this.take(4), true);
  }

  double(): number {
    return this.view.getFloat64(this.take(8), true);
  }

  private slice(count: number): Uint8Array {
    const start = this.take(count);
    return new Uint8Array(this.bytes.subarray(start, start + count));
  }

  private latin1(count: number): Constant {
    const start = this.take(count);
    let value = "";
    for (let i = start; i < start + count; i++) value += String.fromCharCode(this.bytes[i]);
    return { type: "str", value };
  }

  private bigint(): bigint {
    const count = this.long();
    let value = 0n;
    for (let i = 0; i < Math.abs(count); i++) {
      const digit = this.short();
      if (digit < 0) throw bad("digit out of range in long");
      value |= BigInt(digit) << BigInt(15 * i);
    }
    return count < 0 ? -value : value;
  }

  private items(count: number): Constant[] {
    if (count < 0) throw bad("tuple size out of range");
    const items: Constant[] = [];
    for (let i = 0; i < count; i++) items.push(this.constant());
    return items;
  }

  /** The next constant. One that others refer to takes its number before what it holds. */
  constant(): Constant {
    const first = this.byte();
    const type = String.fromCharCode(first & ~FLAG_REF);
    if (type === "r") {
      const known = this.references[this.long()];
      if (known === undefined || known === null) throw bad("invalid reference");
      return known;
    }
    const slot = first & FLAG_REF ? this.references.push(null) - 1 : -1;
    if (++this.depth > MAX_DEPTH) throw new MarshalError("ValueError", "recursion limit exceeded");
    const value = this.ofType(type);
    this.depth--;
    if (slot >= 0) this.references[slot] = value;
    return value;
  }

  private ofType(type: string): Constant {
    switch (type) {
      case "N":
        return { type: "None" };
      case ".":
        return { type: "Ellipsis" };
      case "T":
      case "F":
        return { type: "bool", value: type === "T" };
      case "i":
        return { type: "int", value: BigInt(this.long()) };
      case "l":
        return { type: "int", value: this.bigint() };
      case "g":
        return { type: "float", value: this.double() };
      case "y":
        return { type: "complex", real: this.double(), imag: this.double() };
      case "s":
        return { type: "bytes", value: this.slice(this.long()) };
      case "z":
      case "Z":
        return this.latin1(this.byte());
      case "a":
      case "A":
        return this.latin1(this.long());
      case "u":
      case "t":
        return { type: "str", value: decodeUtf8(this.slice(this.long())) };
      case ")":
        return { type: "tuple", items: this.items(this.byte()) };
      case "(":
        return { type: "tuple", items: this.items(this.long()) };
      case ">":
        return { type: "frozenset", items: this.items(this.long()) };
      case "c":
        return { type: "code", code: this.code() };
      default:
        throw bad("unknown type code");
    }
  }

  private string(): string {
    const value = this.constant();
    if (value.type !== "str") throw bad("str expected");
    return value.value;
  }

  private data(): Uint8Array {
    const value = this.constant();
    if (value.type !== "bytes") throw bad("bytes expected");
    return value.value;
  }

  private tuple(): Constant[] {
    const value = this.constant();
    if (value.type !== "tuple") throw bad("tuple expected");
    return value.items;
  }

  private names(): string[] {
    return this.tuple().map((item) => {
      if (item.type !== "str") throw bad("str expected");
      return item.value;
    });
  }

  code(): CodeUnit {
    return {
      argCount: this.long(),
      posOnlyArgCount: this.long(),
      kwOnlyArgCount: this.long(),
      stackSize: this.long(),
      flags: this.long(),
      code: this.data(),
      consts: this.tuple(),
      names: this.names(),
      localsPlusNames: this.names(),
      localsPlusKinds: this.data(),
      filename: this.string(),
      name: this.string(),
      qualname: this.string(),
      firstLineno: this.long(),
      lineTable: this.data(),
      exceptionTable: this.data(),
    };
  }
}

/** UTF-8 in which lone surrogates are encoded like other characters. */
function decodeUtf8(bytes: Uint8Array): string {
  let text = "";
  for (let i = 0; i < bytes.length; ) {
    const first = bytes[i++];
    const more = first < 0xc0 ? 0 : first < 0xe0 ? 1 : first < 0xf0 ? 2 : 3;
    let code = more === 0 ? first : first & (0x3f >> more);
    for (let left = more; left > 0; left--) code = (code << 6) | (bytes[i++] & 0x3f);
    text += String.fromCodePoint(Math.min(code, 0x10ffff));
  }
  return text;
}

/** The constant that `bytes` hold. */
export function readMarshal(bytes: Uint8Array): Constant {
  return new Reader(bytes).constant();
}

export interface Pyc {
  readonly code: CodeUnit;
  /** PEP 552: 0 for a file that is valid while the source's time and size are as below. */
  readonly flags: number;
  readonly mtime: number;
  readonly size: number;
}

/** The code of a .pyc file; null when the file is another version's. */
export function readPyc(bytes: Uint8Array): Pyc | null {
  const reader = new Reader(bytes);
  if (reader.long() !== (MAGIC | 0)) return null;
  const flags = reader.long();
  const mtime = reader.long() >>> 0;
  const size = reader.long() >>> 0;
  const value = reader.constant();
  if (value.type !== "code") throw new MarshalError("TypeError", "code object expected");
  return { code: value.code, flags, mtime, size };
}
