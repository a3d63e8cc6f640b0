// The table of a dict: CPython's compact layout. `index` is an open-addressed table of positions
// in three parallel arrays of entries, which stand in order of insertion. A deleted entry leaves
// a hole: its key is null. The identity of keys is compared first, then hashes, then `==`, which
// may run Python code that changes the table: a search then starts again.
import { isSmallInt, type OwnedValue, type Refs, type Value } from "../heap/refs.ts";
import type { SharedKeys } from "../heap/shape.ts";
import { isExactStr, type PyStr, strEqual, strHash32 } from "./str.ts";

const EMPTY = -1;
const DELETED = -2;

/** What the table asks of the object protocol. */
interface Hashing {
  /** The low word of a key's hash; raises TypeError for an unhashable one. */
  hash32(key: Value): number;
  equal(a: Value, b: Value): boolean;
}
let hashing: Hashing;
/** Told once by protocol.ts. */
export const setHashing = (h: Hashing): void => {
  hashing = h;
};

/** The low word of a key's hash; raises TypeError for an unhashable one. */
export function hash32(key: Value): number {
  if (typeof key === "number") return key === -1 ? -2 : key | 0;
  return isExactStr(key) ? strHash32(key) : hashing.hash32(key);
}

let versions = 0;

export class DictTable {
  index: Int32Array;
  mask: number;
  hashes: number[] = [];
  /** Keys, owned; null in a hole. */
  keys: (Value | null)[] = [];
  /** Values, owned; undefined in a hole. */
  values: (Value | undefined)[] = [];
  /** Entries that are not holes. */
  size = 0;
  /** Changes whenever a key comes, goes or moves; a cache of positions compares it. */
  version: number = ++versions;
  /** Are all keys exact strs? CPython's table is then smaller. */
  allStr = true;
  /** The keys that it shares with the other instances of a class, when it began as an instance's attributes. */
  shared: SharedKeys | null = null;

  constructor(log2: number) {
    this.index = new Int32Array(1 << log2).fill(EMPTY);
    this.mask = (1 << log2) - 1;
  }

  /** How many entries fit before the table must grow. */
  get usable(): number {
    return Math.floor(((this.mask + 1) * 2) / 3);
  }

  /** The position of a key's entry; -1 when there is none. */
  find(key: Value): number {
    if (typeof key === "number") return this.findInt(key);
    if (isExactStr(key)) return this.findStr(key, strHash32(key));
    return this.findHashed(key, hashing.hash32(key));
  }

  findStr(key: PyStr, hash: number): number {
    const { index, mask, keys, hashes } = this;
    let i = hash & mask;
    for (let perturb = hash >>> 0; ; ) {
      const at = index[i];
      if (at === EMPTY) return -1;
      if (at >= 0) {
        const k = keys[at];
        if (k === key) return at;
        if (hashes[at] === hash && k !== null) {
          if (typeof k !== "number" && isExactStr(k)) {
            if (strEqual(k, key)) return at;
          } else return this.findHashed(key, hash);
        }
      }
      perturb >>>= 5;
      i = (i * 5 + perturb + 1) & mask;
    }
  }

  private findInt(n: number): number {
    const hash = n === -1 ? -2 : n | 0;
    const { index, mask, keys, hashes } = this;
    let i = hash & mask;
    for (let perturb = hash >>> 0; ; ) {
      const at = index[i];
      if (at === EMPTY) return -1;
      if (at >= 0) {
        const k = keys[at];
        if (k === n) return at;
        if (hashes[at] === hash && k !== null && typeof k !== "number") return this.findHashed(n, hash);
      }
      perturb >>>= 5;
      i = (i * 5 + perturb + 1) & mask;
    }
  }

  /** The general search. `==` may change the table under it. */
  findHashed(key: Value, hash: number): number {
    for (;;) {
      const version = this.version;
      const at = this.searchOnce(key, hash, version);
      if (at !== -3) return at;
    }
  }

  private searchOnce(key: Value, hash: number, version: number): number {
    const { index, mask } = this;
    let i = hash & mask;
    for (let perturb = hash >>> 0; ; ) {
      const at = index[i];
      if (at === EMPTY) return -1;
      if (at >= 0) {
        const k = this.keys[at];
        if (k === key && (typeof k !== "number" || isSmallInt(k))) return at;
        if (this.hashes[at] === hash && k !== null) {
          const same = hashing.equal(k, key);
          if (this.version !== version) return -3;
          if (same) return at;
        }
      }
      perturb >>>= 5;
      i = (i * 5 + perturb + 1) & mask;
    }
  }

  /** Adds an entry that `find` has not found. Steals key and value. */
  add(key: OwnedValue, hash: number, value: OwnedValue): void {
    if (this.shared !== null && !(isExactStr(key) && this.shared.admit(key))) this.shared = null;
    if (this.allStr && !isExactStr(key)) {
      this.allStr = false;
      if (this.size > 0) this.rebuild(2 * (this.mask + 1));
    }
    if (this.keys.length >= this.usable) this.grow();
    this.place(hash, this.keys.length);
    this.keys.push(key);
    this.hashes.push(hash);
    this.values.push(value);
    this.size++;
    this.version = ++versions;
  }

  private place(hash: number, at: number): void {
    const { index, mask } = this;
    let i = hash & mask;
    for (let perturb = hash >>> 0; index[i] >= 0; ) {
      perturb >>>= 5;
      i = (i * 5 + perturb + 1) & mask;
    }
    index[i] = at;
  }

  /** Makes room for three times the entries in use, as CPython does; closes holes. */
  private grow(): void {
    let size = 8;
    while (size < this.size * 3) size *= 2;
    this.rebuild(size);
  }

  /** A table of `size` places for the same entries. */
  rebuild(size: number): void {
    this.index = new Int32Array(size).fill(EMPTY);
    this.mask = size - 1;
    if (this.size < this.keys.length) this.closeHoles();
    for (let at = 0; at < this.keys.length; at++) this.place(this.hashes[at], at);
    this.version = ++versions;
  }

  private closeHoles(): void {
    let n = 0;
    for (let at = 0; at < this.keys.length; at++) {
      if (this.keys[at] === null) continue;
      this.keys[n] = this.keys[at];
      this.values[n] = this.values[at];
      this.hashes[n] = this.hashes[at];
      n++;
    }
    this.keys.length = this.values.length = this.hashes.length = n;
  }

  /** Takes an entry out; its key and value are now the caller's. */
  remove(at: number): { key: OwnedValue; value: OwnedValue } {
    const key = this.keys[at] as OwnedValue;
    const value = this.values[at] as OwnedValue;
    const { index, mask } = this;
    const hash = this.hashes[at];
    let i = hash & mask;
    for (let perturb = hash >>> 0; index[i] !== at; ) {
      perturb >>>= 5;
      i = (i * 5 + perturb + 1) & mask;
    }
    index[i] = DELETED;
    this.keys[at] = null;
    this.values[at] = undefined;
    this.size--;
    this.version = ++versions;
    return { key, value };
  }

  /** The position of the first entry at or after `at`; -1 when there is none. */
  next(at: number): number {
    const { keys } = this;
    for (; at < keys.length; at++) if (keys[at] !== null) return at;
    return -1;
  }

  /** The entries' values, as an array that `share` can read by position. */
  get slots(): Refs {
    return this.values as Value[] as unknown as Refs;
  }

  get keySlots(): Refs {
    return this.keys as Value[] as unknown as Refs;
  }

  /** Bytes of the table beyond the dict object itself, as CPython counts them. */
  byteSize(): number {
    if (this.shared !== null) return 8 * this.shared.capacity;
    const places = this.mask + 1;
    if (places < 8) return 0;
    const width = places <= 128 ? 1 : places <= 32768 ? 2 : 4;
    return 32 + places * width + this.usable * (this.allStr ? 16 : 24);
  }
}
