// marshal, reading: bytes to values. What is begun waits in a list of containers, each with what
// it holds so far, so that depth is counted, not spent on the stack.
import type { CodeUnit, Constant } from "../bytecode/code.ts";
import {
  boxInt,
  drop,
  dropAll,
  isSmallInt,
  moved,
  newRef,
  newRefs,
  type Owned,
  type OwnedValue,
  type Refs,
  type Value,
} from "../heap/refs.ts";
import { BytesType, newBytes, type PyBytes } from "../objects/bytes.ts";
import { ComplexType, newComplex, type PyComplex } from "../objects/complex.ts";
import { dictSet, newDict } from "../objects/dict.ts";
import { newError, type PyError, typeError, valueError } from "../objects/errors.ts";
import { exceptionType } from "../objects/exceptions.ts";
import { FloatType, newFloat } from "../objects/float.ts";
import { intOf, isExactInt, newInt } from "../objects/int.ts";
import { listAppend, newList } from "../objects/list.ts";
import { FrozenSetType, frozenSetFrom, type PySet, setFrom, setItems } from "../objects/set.ts";
import { Ellipsis, False, None, newBool, newNone, True } from "../objects/singletons.ts";
import { intern, isExactStr, newStr } from "../objects/str.ts";
import { isExactTuple, newTuple } from "../objects/tuple.ts";
import { isCode, newCode } from "../vm/code.ts";

const FLAG_REF = 0x80;
const MAX_DEPTH = 2000;

const bad = (what: string): PyError => valueError(`bad marshal data (${what})`);

/** A container that is being read. */
interface Open {
  letter: string;
  /** Items still to come; for a dict it is Infinity until its end is read. */
  left: number;
  /** Owned. A list or a dict exists already, and takes its items as they come. */
  items: Refs;
  made: Owned | null;
  /** Its number, or -1. */
  slot: number;
  numbers: number[];
}

export class Reader {
  at = 0;
  private bytes: Uint8Array;
  private view: DataView;
  /** Where more comes from, by exactly as many bytes as are asked for; null when all is here. */
  private readonly pull: ((count: number) => Uint8Array) | null;
  private readonly opened: Open[] = [];
  /** Objects by their number, owned; null until they are complete. */
  private readonly numbered: (OwnedValue | null)[] = [];

  constructor(bytes: Uint8Array, pull: ((count: number) => Uint8Array) | null = null) {
    this.bytes = bytes;
    this.pull = pull;
    this.view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  }

  /** The next value. */
  read(): OwnedValue {
    try {
      for (;;) {
        let value = this.next();
        while (value !== undefined) {
          const top = this.opened[this.opened.length - 1];
          if (top === undefined) return value;
          value = this.deliver(top, value);
        }
      }
    } finally {
      for (const open of this.opened.splice(0)) {
        dropAll(open.items);
        if (open.made !== null) drop(open.made);
      }
      for (const o of this.numbered.splice(0)) if (o !== null) drop(o);
    }
  }

  private take(count: number): number {
    if (this.pull !== null) {
      const bytes = this.pull(count);
      this.bytes = bytes;
      this.view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
      return 0;
    }
    const start = this.at;
    if (start + count > this.bytes.length) throw newError("EOFError", "marshal data too short");
    this.at += count;
    return start;
  }
  private byte(): number {
    if (this.pull !== null) return this.size8();
    if (this.at >= this.bytes.length) throw newError("EOFError", "EOF read where object expected");
    return this.bytes[this.at++];
  }
  private size8(): number {
    const at = this.take(1);
    return this.bytes[at];
  }
  private long(): number {
    const at = this.take(4);
    return this.view.getInt32(at, true);
  }
  private double(): number {
    const at = this.take(8);
    return this.view.getFloat64(at, true);
  }
  private int64(): bigint {
    const at = this.take(8);
    return this.view.getBigInt64(at, true);
  }
  private slice(what: string, count: number): Uint8Array {
    if (count < 0) throw bad(`${what} size out of range`);
    const start = this.take(count);
    return this.bytes.slice(start, start + count);
  }
  private latin1(count: number): string {
    let text = "";
    for (const b of this.slice("string", count)) text += String.fromCharCode(b);
    return text;
  }

  /** Reads one object; undefined when it is a container that has been opened. */
  private next(): OwnedValue | undefined {
    const first = this.byte();
    const letter = String.fromCharCode(first & ~FLAG_REF);
    if (letter === "0") return this.endOfDict();
    if (letter === "r") {
      const known = this.numbered[this.long()];
      if (known === undefined || known === null) throw bad("invalid reference");
      return again(known);
    }
    const slot = (first & FLAG_REF) !== 0 ? this.numbered.push(null) - 1 : -1;
    const value = this.leaf(letter);
    if (value !== undefined) return this.number(value, slot);
    return this.open(letter, slot);
  }

  private number(value: OwnedValue, slot: number): OwnedValue {
    if (slot < 0) return value;
    const held = typeof value === "number" && !isSmallInt(value) ? boxInt(value) : value;
    this.numbered[slot] = again(held);
    return held;
  }

  private leaf(letter: string): OwnedValue | undefined {
    switch (letter) {
      case "N":
        return newNone();
      case "S":
        return newRef(exceptionType("StopIteration"));
      case ".":
        return newRef(Ellipsis);
      case "T":
      case "F":
        return newBool(letter === "T");
      case "i":
        return newInt(this.long());
      case "I":
        return newInt(this.int64());
      case "l":
        return newInt(this.bigint());
      case "g":
        return newFloat(this.double());
      case "f":
        return newFloat(Number(this.latin1(this.size8())));
      case "y":
        return newComplex(this.double(), this.double());
      case "x":
        return newComplex(Number(this.latin1(this.size8())), Number(this.latin1(this.size8())));
      case "s":
        return newBytes(this.slice("bytes object", this.long()));
      case "z":
        return newStr(this.latin1(this.size8()));
      case "Z":
        return newRef(intern(this.latin1(this.size8())));
      case "a":
        return newStr(this.latin1(this.long()));
      case "A":
        return newRef(intern(this.latin1(this.long())));
      case "u":
        return newStr(decodeUtf8(this.slice("string", this.long())));
      case "t":
        return newRef(intern(decodeUtf8(this.slice("string", this.long()))));
      default:
        return undefined;
    }
  }

  private bigint(): bigint {
    const count = this.long();
    let value = 0n;
    for (let i = 0; i < Math.abs(count); i++) {
      const at = this.take(2);
      const digit = this.view.getInt16(at, true);
      if (digit < 0) throw bad("digit out of range in long");
      if (digit === 0 && i === Math.abs(count) - 1) throw bad("unnormalized long data");
      value |= BigInt(digit) << BigInt(15 * i);
    }
    return count < 0 ? -value : value;
  }

  private open(letter: string, slot: number): OwnedValue | undefined {
    if (this.opened.length >= MAX_DEPTH) throw valueError("recursion limit exceeded");
    const container: Open = { letter, left: 0, items: newRefs(), made: null, slot, numbers: [] };
    const names: Readonly<Record<string, string>> = { "(": "tuple", "[": "list", "<": "set", ">": "set" };
    if (letter === ")") container.left = this.size8();
    else if (Object.hasOwn(names, letter)) {
      container.left = this.long();
      if (container.left < 0) throw bad(`${names[letter]} size out of range`);
    } else if (letter === "{") container.left = Number.POSITIVE_INFINITY;
    else if (letter === "c") {
      container.left = 10;
      for (let i = 0; i < 5; i++) container.numbers.push(this.long());
    } else throw bad("unknown type code");
    if (letter === "[") container.made = newList(newRefs());
    if (letter === "{") container.made = newDict();
    if (container.made !== null && slot >= 0) this.numbered[slot] = newRef(container.made);
    this.opened.push(container);
    return container.left === 0 ? this.close() : undefined;
  }

  /** Gives a complete value to the container that waits for it; answers the container when it is complete too. */
  private deliver(open: Open, value: OwnedValue): OwnedValue | undefined {
    if (open.letter === "[") listAppend(open.made as never, value);
    else if (open.letter === "{") this.dictItem(open, value);
    else open.items.push(value);
    if (open.letter === "c" && open.items.length === 8) open.numbers.push(this.long());
    return --open.left === 0 ? this.close() : undefined;
  }

  private dictItem(open: Open, value: OwnedValue): void {
    const key = open.items.pop();
    if (key === undefined) {
      open.items.push(value);
      return;
    }
    try {
      dictSet(open.made as never, key, value);
    } finally {
      drop(key);
    }
  }

  /** The byte that ends a dict; a null anywhere else is an error. */
  private endOfDict(): OwnedValue {
    const top = this.opened[this.opened.length - 1];
    if (top?.letter !== "{" || top.items.length > 0) throw typeError("NULL object in marshal data for object");
    return this.close();
  }

  private close(): OwnedValue {
    const { letter, items, made, slot, numbers } = this.opened.pop() as Open;
    if (made !== null) return made;
    if (letter === "c") return this.number(codeOf(items, numbers), slot);
    const tuple = newTuple(items);
    if (letter === "(" || letter === ")") return this.number(tuple, slot);
    try {
      return this.number(letter === "<" ? setFrom(tuple) : frozenSetFrom(tuple), slot);
    } finally {
      drop(tuple);
    }
  }
}

/** A second reference to a value that has just been made: numbers that are not small are boxed from the start. */
const again = (value: OwnedValue): OwnedValue => (typeof value === "number" ? value : newRef(moved(value)));

const decodeUtf8 = (bytes: Uint8Array): string => {
  let text = "";
  for (let i = 0; i < bytes.length; ) {
    const first = bytes[i++];
    const more = first < 0xc0 ? 0 : first < 0xe0 ? 1 : first < 0xf0 ? 2 : 3;
    let code = more === 0 ? first : first & (0x3f >> more);
    for (let left = more; left > 0; left--) code = (code << 6) | (bytes[i++] & 0x3f);
    text += String.fromCodePoint(Math.min(code, 0x10ffff));
  }
  return text;
};

// ---- code objects ----

/** Steals the items. */
function codeOf(items: Refs, numbers: readonly number[]): OwnedValue {
  try {
    const texts = (value: Value): string[] => {
      if (!isExactTuple(value)) throw bad("tuple expected");
      return value.value.map(text);
    };
    const [argCount, posOnlyArgCount, kwOnlyArgCount, stackSize, flags, firstLineno] = numbers;
    const consts = constant(items[1]);
    const unit: CodeUnit = {
      argCount,
      posOnlyArgCount,
      kwOnlyArgCount,
      stackSize,
      flags,
      firstLineno,
      code: data(items[0]),
      consts: consts.type === "tuple" ? consts.items : [],
      names: texts(items[2]),
      localsPlusNames: texts(items[3]),
      localsPlusKinds: data(items[4]),
      filename: text(items[5]),
      name: text(items[6]),
      qualname: text(items[7]),
      lineTable: data(items[8]),
      exceptionTable: data(items[9]),
    };
    return newCode(unit);
  } finally {
    dropAll(items);
  }
}

function text(value: Value): string {
  if (!isExactStr(value)) throw bad("str expected");
  return value.value;
}

function data(value: Value): Uint8Array {
  if (typeof value === "number" || value.type !== BytesType) throw bad("bytes expected");
  return (value as PyBytes).value;
}

/** A value as the plain data of a constant. Tuples nest as deep as the reader allows. */
function constant(value: Value): Constant {
  if (value === None) return { type: "None" };
  if (value === Ellipsis) return { type: "Ellipsis" };
  if (value === True || value === False) return { type: "bool", value: value === True };
  if (isExactInt(value)) return { type: "int", value: BigInt(intOf(value)) };
  if (isExactStr(value)) return { type: "str", value: value.value };
  if (isExactTuple(value)) return { type: "tuple", items: value.value.map(constant) };
  if (isCode(value)) return { type: "code", code: value.value.unit };
  if (value.type === FloatType) return { type: "float", value: value.value as number };
  if (value.type === BytesType) return { type: "bytes", value: (value as PyBytes).value };
  if (value.type === FrozenSetType) return { type: "frozenset", items: setConstants(value as PySet) };
  if (value.type === ComplexType) return { type: "complex", ...(value as PyComplex).value };
  throw bad("unknown type code");
}

function setConstants(set: PySet): Constant[] {
  const items = setItems(set);
  try {
    return items.map(constant);
  } finally {
    dropAll(items);
  }
}
