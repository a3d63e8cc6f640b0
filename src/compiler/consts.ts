// The constants of one compilation: equal constants of one type become one object, across all
// code objects, as CPython's merging does. Identity then stands for equality.

import type { CodeUnit, Constant } from "../bytecode/code.ts";

type CodeConstant = Extract<Constant, { type: "code" }>;

export const NONE: Constant = { type: "None" };

export class ConstantPool {
  private readonly pool = new Map<string, Constant>();
  private readonly ids = new Map<Constant, number>();
  private readonly codes = new Map<string, CodeConstant[]>();

  constructor() {
    this.add("None", NONE);
  }

  /** The one object that stands for all constants equal to `value`. */
  merge(value: Constant): Constant {
    switch (value.type) {
      case "str":
        return this.add(`s${value.value}`, value);
      case "code":
        return this.code(value);
      case "tuple": {
        const items = value.items.map((item) => this.merge(item));
        // What has become an equal constant from elsewhere is not what the tuples of the folding hold.
        const again = value.again?.filter((i) => items[i] === value.items[i] || items[i].type === "tuple");
        return this.add(`t${items.map((item) => this.ids.get(item)).join()}`, { ...value, items, again });
      }
      case "frozenset": {
        const items = value.items.map((item) => this.merge(item));
        const ids = items.map((item) => this.ids.get(item)!).sort((a, b) => a - b);
        return this.add(`f${ids.join()}`, { type: "frozenset", items });
      }
      default:
        return isNan(value) ? this.nan(value) : this.add(scalarKey(value), value);
    }
  }

  /** A NaN equals nothing but itself. */
  private nan(value: Constant): Constant {
    return this.ids.has(value) ? value : this.add(`nan${this.ids.size}`, value);
  }

  private add(key: string, value: Constant): Constant {
    const known = this.pool.get(key);
    if (known !== undefined) return known;
    this.pool.set(key, value);
    this.ids.set(value, this.ids.size);
    return value;
  }

  /** Code objects are equal when all of their content is: a `finally` body compiled twice gives one. */
  private code(value: CodeConstant): Constant {
    const key = `${value.code.firstLineno}:${value.code.name}`;
    const bucket = this.codes.get(key);
    if (bucket === undefined) this.codes.set(key, [value]);
    else {
      const same = bucket.find((one) => sameCode(one.code, value.code));
      if (same !== undefined) return same;
      bucket.push(value);
    }
    this.ids.set(value, this.ids.size);
    return value;
  }
}

function isNan(value: Constant): boolean {
  if (value.type === "float") return Number.isNaN(value.value);
  return value.type === "complex" && (Number.isNaN(value.real) || Number.isNaN(value.imag));
}

function scalarKey(value: Constant): string {
  switch (value.type) {
    case "int":
      return `i${value.value}`;
    case "float":
      return `d${Object.is(value.value, -0) ? "-0" : value.value}`;
    case "complex":
      return `j${Object.is(value.real, -0) ? "-0" : value.real},${Object.is(value.imag, -0) ? "-0" : value.imag}`;
    case "bool":
      return value.value ? "True" : "False";
    case "bytes":
      return `b${latin1(value.value)}`;
    default:
      return value.type;
  }
}

function latin1(bytes: Uint8Array): string {
  let text = "";
  for (let i = 0; i < bytes.length; i += 4096) text += String.fromCharCode(...bytes.subarray(i, i + 4096));
  return text;
}

function sameItems<T>(a: ArrayLike<T>, b: ArrayLike<T>): boolean {
  if (a.length !== b.length) return false;
  for (let i = 0; i < a.length; i++) if (a[i] !== b[i]) return false;
  return true;
}

function sameCode(a: CodeUnit, b: CodeUnit): boolean {
  return (
    a.argCount === b.argCount &&
    a.posOnlyArgCount === b.posOnlyArgCount &&
    a.kwOnlyArgCount === b.kwOnlyArgCount &&
    a.flags === b.flags &&
    sameItems(a.code, b.code) &&
    sameItems(a.consts, b.consts) &&
    sameItems(a.names, b.names) &&
    sameItems(a.localsPlusNames, b.localsPlusNames) &&
    sameItems(a.lineTable, b.lineTable) &&
    sameItems(a.exceptionTable, b.exceptionTable)
  );
}
