// marshal, writing: values as CPython's marshal writes them, byte for byte. An object that has
// more than one reference takes a number, and is written once. What is to be written next waits
// in a list, so that depth is counted, not spent on the stack.
import type { CodeUnit } from "../bytecode/code.ts";
import { encodeUtf8 } from "../bytecode/marshal.ts";
import type { PyObject } from "../heap/object.ts";
import { dropAll, isSmallInt, type OwnedValue, refCount, type Value } from "../heap/refs.ts";
import { BytesType, type PyBytes } from "../objects/bytes.ts";
import { ComplexType, type PyComplex } from "../objects/complex.ts";
import { dictEntries, isExactDict } from "../objects/dict.ts";
import { valueError } from "../objects/errors.ts";
import { exceptionType } from "../objects/exceptions.ts";
import { FloatType } from "../objects/float.ts";
import { intOf, isExactInt } from "../objects/int.ts";
import { isExactList } from "../objects/list.ts";
import { floatRepr } from "../objects/numeric/floatrepr.ts";
import { FrozenSetType, type PySet, SetType, setItems } from "../objects/set.ts";
import { Ellipsis, False, None, True } from "../objects/singletons.ts";
import { isExactStr, isInterned, type PyStr } from "../objects/str.ts";
import { isExactTuple } from "../objects/tuple.ts";
import { isCode, type PyCode } from "../vm/code.ts";
import { copyBytes } from "./natives.ts";

const FLAG_REF = 0x80;
const MAX_DEPTH = 2000;
const DIGIT_BITS = 15n;

/** What waits to be written: a value and its depth, or something that writes itself. */
type Task = { value: Value; depth: number } | ((w: Writer) => void);

/** Strs of one character beyond ASCII are shared, but not interned. */
const isLatinLetter = (text: string): boolean => text.length === 1 && text.charCodeAt(0) > 0x7f;

const isAscii = (text: string): boolean => !/[^\x00-\x7f]/.test(text);

export class Writer {
  private readonly bytes: number[] = [];
  private readonly version: number;
  private readonly known = new Map<Value | string, number>();
  private readonly tasks: Task[] = [];
  /** Items of sets, held until all is written; owned. */
  private readonly held: OwnedValue[] = [];

  constructor(version: number) {
    this.version = version;
  }

  /** The bytes of a value. Borrows it. */
  write(value: Value): Uint8Array {
    this.tasks.push({ value, depth: 1 });
    try {
      for (let task = this.tasks.pop(); task !== undefined; task = this.tasks.pop()) {
        if (typeof task === "function") task(this);
        else this.object(task.value, task.depth);
      }
    } finally {
      dropAll(this.held.splice(0));
    }
    return Uint8Array.from(this.bytes);
  }

  private byte(n: number): void {
    this.bytes.push(n & 255);
  }
  private letter(text: string, flag: number): void {
    this.bytes.push(text.charCodeAt(0) | flag);
  }
  private long(n: number): void {
    this.bytes.push(n & 255, (n >> 8) & 255, (n >> 16) & 255, (n >>> 24) & 255);
  }
  private raw(data: Uint8Array): void {
    for (const b of data) this.bytes.push(b);
  }
  private double(n: number): void {
    this.raw(new Uint8Array(new Float64Array([n]).buffer));
  }

  private object(value: Value, depth: number): void {
    if (depth > MAX_DEPTH) throw valueError("object too deeply nested to marshal");
    if (value === None) this.letter("N", 0);
    else if (value === exceptionType("StopIteration")) this.letter("S", 0);
    else if (value === Ellipsis) this.letter(".", 0);
    else if (value === False || value === True) this.letter(value === True ? "T" : "F", 0);
    else {
      const flag = this.reference(value, value);
      if (flag !== null) this.complex(value, flag, depth);
    }
  }

  /** Writes a reference to what has been written already; else answers the flag that gives it a number. */
  private reference(value: Value, key: Value | string): number | null {
    if (this.version < 3) return 0;
    if (typeof key !== "string" && typeof value === "number" ? !isSmallInt(value) : refCount(value) === 1) return 0;
    return this.numbered(key);
  }

  private numbered(key: Value | string): number | null {
    const known = this.known.get(key);
    if (known === undefined) {
      this.known.set(key, this.known.size);
      return FLAG_REF;
    }
    this.letter("r", 0);
    this.long(known);
    return null;
  }

  private complex(value: Value, flag: number, depth: number): void {
    if (isExactInt(value)) this.int(BigInt(intOf(value)), flag);
    else if (isExactStr(value)) this.str(value, flag);
    else if (value.type === FloatType) this.float(value.value as number, flag);
    else if (value.type === ComplexType) this.complexNumber(value as PyComplex, flag);
    else if (value.type === BytesType) this.data((value as PyBytes).value, flag);
    else if (isExactTuple(value))
      this.items(value.value, this.version >= 4 && value.value.length < 256 ? ")" : "(", flag, depth);
    else if (isExactList(value)) this.items(value.value, "[", flag, depth);
    else if (isExactDict(value)) this.dict(value, flag, depth);
    else if (value.type === SetType || value.type === FrozenSetType) this.set(value as PySet, flag, depth);
    else if (isCode(value)) this.code(value, flag, depth);
    else this.buffer(value, flag);
  }

  private int(n: bigint, flag: number): void {
    if (n >= -0x80000000n && n <= 0x7fffffffn) {
      this.letter("i", flag);
      this.long(Number(n));
      return;
    }
    const digits: number[] = [];
    for (let rest = n < 0n ? -n : n; rest > 0n; rest >>= DIGIT_BITS) digits.push(Number(rest & 0x7fffn));
    this.letter("l", flag);
    this.long(n < 0n ? -digits.length : digits.length);
    for (const digit of digits) this.bytes.push(digit & 255, digit >> 8);
  }

  private float(n: number, flag: number): void {
    if (this.version > 1) {
      this.letter("g", flag);
      this.double(n);
    } else {
      this.letter("f", flag);
      this.shortText(floatRepr(n));
    }
  }

  private complexNumber(z: PyComplex, flag: number): void {
    const { real, imag } = z.value;
    this.letter(this.version > 1 ? "y" : "x", flag);
    for (const part of [real, imag]) {
      if (this.version > 1) this.double(part);
      else this.shortText(floatRepr(part));
    }
  }

  private shortText(text: string): void {
    this.byte(text.length);
    for (let i = 0; i < text.length; i++) this.byte(text.charCodeAt(i));
  }

  private data(bytes: Uint8Array, flag: number): void {
    this.letter("s", flag);
    this.long(bytes.length);
    this.raw(bytes);
  }

  private str(s: PyStr, flag: number): void {
    this.text(s.value, isInterned(s) && !isLatinLetter(s.value), flag);
  }

  private text(text: string, interned: boolean, flag: number): void {
    if (this.version < 4 || !isAscii(text)) {
      const bytes = encodeUtf8(text);
      this.letter(this.version >= 3 && interned ? "t" : "u", flag);
      this.long(bytes.length);
      this.raw(bytes);
    } else if (text.length < 256) {
      this.letter(interned ? "Z" : "z", flag);
      this.shortText(text);
    } else {
      this.letter(interned ? "A" : "a", flag);
      this.long(text.length);
      for (let i = 0; i < text.length; i++) this.byte(text.charCodeAt(i));
    }
  }

  private items(items: ArrayLike<Value>, letter: string, flag: number, depth: number): void {
    this.letter(letter, flag);
    if (letter === ")") this.byte(items.length);
    else this.long(items.length);
    for (let i = items.length - 1; i >= 0; i--) this.tasks.push({ value: items[i], depth: depth + 1 });
  }

  private dict(dict: PyObject, flag: number, depth: number): void {
    this.letter("{", flag);
    this.tasks.push((w) => w.letter("0", 0));
    for (const [key, value] of [...dictEntries(dict as never)].reverse()) {
      this.tasks.push({ value, depth: depth + 1 }, { value: key, depth: depth + 1 });
    }
  }

  /** Sets are written in an order that their content alone decides: that of the items' own bytes. */
  private set(set: PySet, flag: number, depth: number): void {
    if (depth > 200) throw valueError("object too deeply nested to marshal");
    const items = setItems(set);
    for (const item of items) this.held.push(item);
    const sorted = items
      .map((value) => ({ value, bytes: new Writer(this.version).write(value) }))
      .sort((a, b) => compareBytes(a.bytes, b.bytes));
    this.items(
      sorted.map((s) => s.value),
      set.type === SetType ? "<" : ">",
      flag,
      depth,
    );
  }

  private code(code: PyCode, flag: number, depth: number): void {
    const { unit } = code.value;
    this.letter("c", flag);
    this.codeFields(unit, { value: code.value.consts, depth: depth + 1 });
  }

  private codeFields(unit: CodeUnit, consts: Task): void {
    for (const n of [unit.argCount, unit.posOnlyArgCount, unit.kwOnlyArgCount, unit.stackSize, unit.flags])
      this.long(n);
    this.data(unit.code, 0);
    this.tasks.push((w) => {
      w.names(unit.names);
      w.names(unit.localsPlusNames);
      w.data(unit.localsPlusKinds, 0);
      for (const text of [unit.filename, unit.name, unit.qualname]) w.sharedText(text);
      w.long(unit.firstLineno);
      w.data(unit.lineTable, 0);
      w.data(unit.exceptionTable, 0);
    }, consts);
  }

  private names(names: readonly string[]): void {
    this.letter(names.length < 256 ? ")" : "(", 0);
    if (names.length < 256) this.byte(names.length);
    else this.long(names.length);
    for (const name of names) this.sharedText(name);
  }

  private sharedText(text: string): void {
    const flag = this.version < 3 ? 0 : this.numbered(text);
    if (flag !== null) this.text(text, true, flag);
  }

  private buffer(value: PyObject, flag: number): void {
    if (value.type.value.slots.buffer === null) throw valueError("unmarshallable object");
    this.data(copyBytes(value), flag);
  }
}

function compareBytes(a: Uint8Array, b: Uint8Array): number {
  const n = Math.min(a.length, b.length);
  for (let i = 0; i < n; i++) if (a[i] !== b[i]) return a[i] - b[i];
  return a.length - b.length;
}
