// Marshal, version 4: constants and code objects to bytes, as CPython 3.12 writes them in .pyc
// files. What occurs more than once is written once and then referred to. The reader is in
// `unmarshal.ts`.

import type { CodeUnit, Constant } from "./code.ts";

const FLAG_REF = 0x80;

/** CPython 3.12's magic number, the first four bytes of a .pyc file. */
export const MAGIC = 3531 | (0x0d << 16) | (0x0a << 24);

/** Digits of a marshalled int have this many bits. */
const DIGIT_BITS = 15n;

const letter = (text: string): number => text.charCodeAt(0);

class Writer {
  private bytes = new Uint8Array(1024);
  private size = 0;
  private readonly view = new DataView(new ArrayBuffer(8));
  /** Where in the list of references a string, or a constant by identity, was written. */
  private readonly strings = new Map<string, number>();
  private readonly constants = new Map<Constant, number>();
  private references = 0;

  finish(): Uint8Array {
    return this.bytes.slice(0, this.size);
  }

  private room(count: number): void {
    if (this.size + count <= this.bytes.length) return;
    const grown = new Uint8Array(Math.max(this.bytes.length * 2, this.size + count));
    grown.set(this.bytes.subarray(0, this.size));
    this.bytes = grown;
  }

  byte(value: number): void {
    this.room(1);
    this.bytes[this.size++] = value;
  }

  short(value: number): void {
    this.byte(value & 0xff);
    this.byte((value >> 8) & 0xff);
  }

  long(value: number): void {
    this.short(value & 0xffff);
    this.short(value >>> 16);
  }

  double(value: number): void {
    this.view.setFloat64(0, value, true);
    for (let i = 0; i < 8; i++) this.byte(this.view.getUint8(i));
  }

  raw(bytes: Uint8Array): void {
    this.room(bytes.length);
    this.bytes.set(bytes, this.size);
    this.size += bytes.length;
  }

  /** A bytes object. */
  data(bytes: Uint8Array): void {
    this.byte(letter("s"));
    this.long(bytes.length);
    this.raw(bytes);
  }

  /** A str; a name is interned when it is read. */
  string(text: string, interned: boolean): void {
    const known = this.strings.get(text);
    if (known !== undefined) {
      this.byte(letter("r"));
      this.long(known);
      return;
    }
    this.strings.set(text, this.references++);
    if (isAscii(text)) {
      const short = text.length < 256;
      this.byte(FLAG_REF | letter(short ? (interned ? "Z" : "z") : interned ? "A" : "a"));
      if (short) this.byte(text.length);
      else this.long(text.length);
      this.room(text.length);
      for (let i = 0; i < text.length; i++) this.bytes[this.size++] = text.charCodeAt(i);
      return;
    }
    const encoded = encodeUtf8(text);
    this.byte(FLAG_REF | letter(interned ? "t" : "u"));
    this.long(encoded.length);
    this.raw(encoded);
  }

  private int(value: bigint): void {
    if (value >= -0x80000000n && value <= 0x7fffffffn) {
      this.byte(letter("i"));
      this.long(Number(value));
      return;
    }
    const negative = value < 0n;
    let rest = negative ? -value : value;
    const digits: number[] = [];
    for (; rest > 0n; rest >>= DIGIT_BITS) digits.push(Number(rest & ((1n << DIGIT_BITS) - 1n)));
    this.byte(letter("l"));
    this.long(negative ? -digits.length : digits.length);
    for (const digit of digits) this.short(digit);
  }

  tuple(items: readonly Constant[]): void {
    if (items.length < 256) {
      this.byte(letter(")"));
      this.byte(items.length);
    } else {
      this.byte(letter("("));
      this.long(items.length);
    }
    for (const item of items) this.constant(item);
  }

  names(names: readonly string[]): void {
    this.byte(letter("("));
    this.long(names.length);
    for (const name of names) this.string(name, true);
  }

  constant(value: Constant): void {
    switch (value.type) {
      case "None":
        this.byte(letter("N"));
        return;
      case "Ellipsis":
        this.byte(letter("."));
        return;
      case "bool":
        this.byte(letter(value.value ? "T" : "F"));
        return;
      case "int":
        this.int(value.value);
        return;
      case "float":
        this.byte(letter("g"));
        this.double(value.value);
        return;
      case "complex":
        this.byte(letter("y"));
        this.double(value.real);
        this.double(value.imag);
        return;
      case "str":
        this.string(value.value, isIdentifierLike(value.value));
        return;
      case "bytes":
        this.data(value.value);
        return;
      default:
        this.shared(value);
        return;
    }
  }

  /** A constant that holds others is written once. */
  private shared(value: Extract<Constant, { type: "tuple" | "frozenset" | "code" }>): void {
    const known = this.constants.get(value);
    if (known !== undefined) {
      this.byte(letter("r"));
      this.long(known);
      return;
    }
    const at = this.size;
    // A frozenset and a code object can only be referred to once they are complete, a tuple from the start.
    this.constants.set(value, this.references++);
    if (value.type === "tuple") this.tuple(value.items);
    else if (value.type === "code") this.code(value.code);
    else {
      this.byte(letter(">"));
      this.long(value.items.length);
      for (const item of value.items) this.constant(item);
    }
    this.bytes[at] |= FLAG_REF;
  }

  private code(code: CodeUnit): void {
    this.byte(letter("c"));
    this.long(code.argCount);
    this.long(code.posOnlyArgCount);
    this.long(code.kwOnlyArgCount);
    this.long(code.stackSize);
    this.long(code.flags);
    this.data(code.code);
    this.tuple(code.consts);
    this.names(code.names);
    this.names(code.localsPlusNames);
    this.data(code.localsPlusKinds);
    this.string(code.filename, false);
    this.string(code.name, true);
    this.string(code.qualname, true);
    this.long(code.firstLineno);
    this.data(code.lineTable);
    this.data(code.exceptionTable);
  }
}

function isAscii(text: string): boolean {
  for (let i = 0; i < text.length; i++) if (text.charCodeAt(i) > 0x7f) return false;
  return true;
}

/** A string constant that looks like a name is interned. */
const isIdentifierLike = (text: string): boolean => /^\w*$/.test(text);

/** UTF-8 in which a lone surrogate is encoded like any other character. */
export function encodeUtf8(text: string): Uint8Array {
  const bytes: number[] = [];
  for (const char of text) {
    const code = char.codePointAt(0)!;
    if (code < 0x80) bytes.push(code);
    else if (code < 0x800) bytes.push(0xc0 | (code >> 6), 0x80 | (code & 0x3f));
    else if (code < 0x10000) bytes.push(0xe0 | (code >> 12), 0x80 | ((code >> 6) & 0x3f), 0x80 | (code & 0x3f));
    else {
      bytes.push(0xf0 | (code >> 18), 0x80 | ((code >> 12) & 0x3f), 0x80 | ((code >> 6) & 0x3f), 0x80 | (code & 0x3f));
    }
  }
  return Uint8Array.from(bytes);
}

/** The marshalled form of a constant. */
export function writeMarshal(value: Constant): Uint8Array {
  const writer = new Writer();
  writer.constant(value);
  return writer.finish();
}

/** A .pyc file that is valid while its source has this modification time (in seconds) and size. */
export function writePyc(code: CodeUnit, mtime: number, size: number): Uint8Array {
  const writer = new Writer();
  writer.long(MAGIC);
  writer.long(0);
  writer.long(mtime);
  writer.long(size);
  writer.constant({ type: "code", code });
  return writer.finish();
}
