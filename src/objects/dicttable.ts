// The table of a dict: CPython's compact layout. `index` is an open-addressed table of positions
// in three parallel arrays of entries, which stand in order of insertion. A small table whose keys
// are all exact strs and unboxed ints has none: its entries are looked through one by one. A deleted entry leaves
// a hole: its key is null. The identity of keys is compared first, then hashes, then `==`, which
// may run Python code that changes the table: a search then starts again.
import { drop, dropMaybe, isSmallInt, type OwnedValue, type Refs, share, type Value } from "../heap/refs.ts";
import type { SharedKeys } from "../heap/shape.ts";
import { charge } from "../heap/work.ts";
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

/** How many places CPython gives a table that wants at least so many: a power of two, and 16 for less than 8. */
const placesFor = (wanted: number): number => 2 ** (32 - Math.clz32(((wanted | 8) - 1) | 7));

/** The index of a table that has none, and its hashes. */
const NO_INDEX = new Int32Array(0);
const NO_HASHES: number[] = [];
/** Tables of so many places, or fewer, do without an index as long as no `==` of their keys can be seen. */
const UNINDEXED_PLACES = 16;
const isPlainKey = (key: Value): boolean => typeof key === "number" || isExactStr(key);

let versions = 0;

/** Compares with a key of the table, held while `==` may run Python code, and gives it up. */
function equalsHeld(held: OwnedValue, key: Value): boolean {
  try {
    return hashing.equal(held, key);
  } finally {
    drop(held);
  }
}

export class DictTable {
  index: Int32Array;
  mask: number;
  /** The hashes of the keys, while there is an index. */
  private hashes: number[] = NO_HASHES;
  /** Keys, owned; null in a hole. */
  keys: (Value | null)[];
  /** Values, owned; undefined in a hole. */
  values: (Value | undefined)[];
  /** Entries that are not holes. */
  size: number;
  /** Changes whenever a key comes, goes or moves; a cache of positions compares it. */
  version: number = ++versions;
  /** Are all keys exact strs? CPython's table is then smaller. */
  allStr = true;
  /** The keys that it shares with the other instances of a class, when it began as an instance's attributes. */
  private sharedKeys: SharedKeys | null = null;
  /** Places of entries that `popLast` has taken off the end: CPython does not use them again before it grows. */
  private popped = 0;
  /** Bytes accounted for a table that has been emptied by the collector or for good. */
  private kept = 0;

  /** A table of so many places, whose keys are different strs if there are any. Steals both arrays, and what is in them. */
  constructor(places: 1 | 8, keys: OwnedValue[] = [], values: OwnedValue[] = []) {
    this.index = NO_INDEX;
    this.mask = places - 1;
    this.keys = keys;
    this.values = values;
    this.size = keys.length;
  }

  get shared(): SharedKeys | null {
    return this.sharedKeys;
  }
  set shared(keys: SharedKeys | null) {
    if (this.sharedKeys !== null) this.sharedKeys.users--;
    if (keys !== null) keys.users++;
    this.sharedKeys = keys;
  }

  /** How many entries fit before the table must grow. */
  get usable(): number {
    return (((this.mask + 1) * 2) / 3) | 0;
  }

  /** The position of a key's entry; -1 when there is none. */
  find(key: Value): number {
    if (typeof key === "number") return this.findInt(key);
    if (isExactStr(key)) return this.index === NO_INDEX ? this.scanStr(key) : this.findStr(key, strHash32(key));
    return this.findHashed(key, hashing.hash32(key));
  }

  /** As `find`, with the low word of the key's hash. */
  findKnown(key: Value, hash: number): number {
    return typeof key !== "number" && isExactStr(key) ? this.findStr(key, hash) : this.findHashed(key, hash);
  }

  findStr(key: PyStr, hash: number): number {
    const { index, mask, keys, hashes } = this;
    if (index === NO_INDEX) return this.scanStr(key);
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
      if (perturb === 0) charge(1);
      i = (i * 5 + perturb + 1) & mask;
    }
  }

  /** As `findStr`, without an index. */
  private scanStr(key: PyStr): number {
    const { keys } = this;
    const n = keys.length;
    for (let at = 0; at < n; at++) if (keys[at] === key) return at;
    const hash = n > 0 ? strHash32(key) : 0;
    for (let at = 0; at < n; at++) {
      const k = keys[at];
      if (k !== null && isExactStr(k) && strHash32(k) === hash && strEqual(k, key)) return at;
    }
    return -1;
  }

  private findInt(n: number): number {
    const hash = n === -1 ? -2 : n | 0;
    const { index, mask, keys, hashes } = this;
    if (index === NO_INDEX) return this.scanInt(n, hash);
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
      if (perturb === 0) charge(1);
      i = (i * 5 + perturb + 1) & mask;
    }
  }

  /** As `findInt`, without an index. A key that has been boxed meanwhile is for the general search. */
  private scanInt(n: number, hash: number): number {
    const { keys } = this;
    const found = keys.indexOf(n);
    if (found >= 0) return found;
    for (const k of keys) {
      if (k !== null && typeof k !== "number" && hash32(k) === hash) return this.findHashed(n, hash);
    }
    return -1;
  }

  /** The general search. `==` may change the table under it. */
  findHashed(key: Value, hash: number): number {
    for (;;) {
      if (this.index === NO_INDEX) this.makeIndex();
      const at = this.searchOnce(key, hash);
      if (at !== -3) return at;
    }
  }

  private searchOnce(key: Value, hash: number): number {
    const { index, mask } = this;
    let i = hash & mask;
    for (let perturb = hash >>> 0; ; ) {
      const at = index[i];
      if (at === EMPTY) return -1;
      if (at >= 0) {
        const k = this.keys[at];
        if (k === key && (typeof k !== "number" || isSmallInt(k))) return at;
        if (this.hashes[at] === hash && k !== null) {
          const held = share(this.keySlots, at);
          const same = equalsHeld(held, key);
          // Other entries may have gone meanwhile; only another table, or another key here, makes it begin again.
          if (this.index !== index || this.keys[at] !== held) return -3;
          if (same) return at;
        }
      }
      perturb >>>= 5;
      if (perturb === 0) charge(1);
      i = (i * 5 + perturb + 1) & mask;
    }
  }

  /** Does one more entry fit as the table is? */
  get hasRoom(): boolean {
    return this.keys.length + this.popped < this.usable;
  }

  /** Adds an entry that `find` has not found. Steals key and value. */
  add(key: OwnedValue, hash: number, value: OwnedValue): void {
    if (this.shared !== null && !(isExactStr(key) && this.shared.admit(key))) {
      this.shared = null;
      this.allStr = isExactStr(key);
      this.grow();
    }
    if (this.allStr && !isExactStr(key)) {
      this.allStr = false;
      if (this.mask > 0) this.grow();
    }
    if (!this.hasRoom) this.grow();
    if (this.index === NO_INDEX && !isPlainKey(key)) this.makeIndex();
    if (this.index !== NO_INDEX) {
      this.place(hash, this.keys.length);
      this.hashes.push(hash);
    }
    this.keys.push(key);
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
    this.rebuild(placesFor(this.size * 3));
  }

  /** A table of `size` places for the same entries. */
  rebuild(size: number): void {
    this.mask = size - 1;
    this.popped = this.kept = 0;
    if (this.size < this.keys.length) this.closeHoles();
    if (size > UNINDEXED_PLACES || this.index !== NO_INDEX) this.makeIndex();
    this.version = ++versions;
  }

  private makeIndex(): void {
    if (this.index === NO_INDEX) this.hashes = this.keys.map((key) => (key === null ? 0 : hash32(key)));
    this.index = new Int32Array(this.mask + 1).fill(EMPTY);
    for (let at = 0; at < this.keys.length; at++) if (this.keys[at] !== null) this.place(this.hashes[at], at);
  }

  private closeHoles(): void {
    let n = 0;
    for (let at = 0; at < this.keys.length; at++) {
      if (this.keys[at] === null) continue;
      this.keys[n] = this.keys[at];
      this.values[n] = this.values[at];
      if (this.index !== NO_INDEX) this.hashes[n] = this.hashes[at];
      n++;
    }
    this.cut(n);
  }

  /** Keeps only the first `n` places of entries. */
  private cut(n: number): void {
    this.keys.length = this.values.length = n;
    if (this.index !== NO_INDEX) this.hashes.length = n;
  }

  /** The low word of the hash of the key at a place. */
  hashAt(at: number): number {
    return this.index === NO_INDEX ? hash32(this.keys[at] as Value) : this.hashes[at];
  }

  /** Takes an entry out; its key and value are now the caller's. */
  remove(at: number): { key: OwnedValue; value: OwnedValue } {
    const key = this.keys[at] as OwnedValue;
    const value = this.values[at] as OwnedValue;
    this.displace(at);
    this.keys[at] = null;
    this.values[at] = undefined;
    this.size--;
    this.version = ++versions;
    return { key, value };
  }

  /** Takes an entry out of the index. */
  private displace(at: number): void {
    const { index, mask } = this;
    if (index === NO_INDEX) return;
    const hash = this.hashes[at];
    let i = hash & mask;
    for (let perturb = hash >>> 0; index[i] !== at; ) {
      perturb >>>= 5;
      i = (i * 5 + perturb + 1) & mask;
    }
    index[i] = DELETED;
  }

  /** Takes the last entry out; its key and value are now the caller's. Undefined when there is none. */
  popLast(): { key: OwnedValue; value: OwnedValue } | undefined {
    if (this.size === 0) return undefined;
    let at = this.keys.length - 1;
    while (this.keys[at] === null) at--;
    const entry = this.remove(at);
    this.popped += this.keys.length - at;
    this.cut(at);
    return entry;
  }

  /** A table like this one, with references of its own to the same keys and values. */
  clone(): DictTable {
    const copy = new DictTable(1);
    copy.mask = this.mask;
    if (this.index !== NO_INDEX) {
      copy.index = this.index.slice();
      copy.hashes = this.hashes.slice();
    }
    try {
      for (let at = 0; at < this.keys.length; at++) {
        const hole = this.keys[at] === null;
        copy.keys.push(hole ? null : share(this.keySlots, at));
        copy.values.push(hole ? undefined : share(this.slots, at));
      }
    } catch (e) {
      copy.dropAll();
      throw e;
    }
    copy.size = this.size;
    copy.allStr = this.allStr;
    copy.shared = this.shared;
    copy.popped = this.popped;
    return copy;
  }

  /** Gives up every key and value of a table that no dict has. */
  dropAll(): void {
    for (const refs of [this.keys, this.values]) for (const held of refs) dropMaybe(held);
  }

  /** Becomes what another table is, which nobody may use any more. */
  adopt(other: DictTable): void {
    this.index = other.index;
    this.mask = other.mask;
    this.hashes = other.hashes;
    this.keys = other.keys;
    this.values = other.values;
    this.size = other.size;
    this.allStr = other.allStr;
    this.shared = other.shared;
    other.shared = null;
    this.popped = other.popped;
    this.kept = 0;
    this.version = ++versions;
  }

  /** Room for so many entries in all before it grows again. */
  presize(entries: number, allStr: boolean): void {
    this.allStr &&= allStr;
    this.shared = null;
    this.rebuild(placesFor((entries * 3 + 1) >> 1));
  }

  /**
   * Takes everything out; the entries are now the caller's. With `keepBytes` the table still counts
   * as many bytes as before: those of a dying object go back with the object itself.
   */
  takeAll(keepBytes: boolean): { keys: (Value | null)[]; values: (Value | undefined)[] } {
    const { keys, values } = this;
    const bytes = this.byteSize();
    this.index = NO_INDEX;
    this.mask = 0;
    this.hashes = NO_HASHES;
    this.keys = [];
    this.values = [];
    this.size = this.popped = 0;
    this.allStr = true;
    this.shared = null;
    this.kept = keepBytes ? bytes : 0;
    this.version = ++versions;
    return { keys, values };
  }

  /** Few enough holes for `dict.copy` to copy it as it stands. */
  get isDense(): boolean {
    return this.size >= Math.floor((this.keys.length * 2) / 3);
  }

  /** No holes, and not much room: what an empty dict that is updated from it takes over as it stands. */
  get isTight(): boolean {
    return this.size === this.keys.length && (this.mask === 7 || Math.floor((this.mask + 1) / 3) < this.size);
  }

  /** The position of the first entry at or after `at`; -1 when there is none. */
  next(at: number): number {
    const { keys } = this;
    for (; at < keys.length; at++) if (keys[at] !== null) return at;
    return -1;
  }

  /** The position of the last entry at or before `at`; -1 when there is none. */
  before(at: number): number {
    const { keys } = this;
    for (at = Math.min(at, keys.length - 1); at >= 0; at--) if (keys[at] !== null) return at;
    return -1;
  }

  /** A second reference to the key, or the value, of the entry at a place. */
  shareKey(at: number): OwnedValue {
    return share(this.keySlots, at);
  }
  shareValue(at: number): OwnedValue {
    return share(this.slots, at);
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
    if (places < 8) return this.kept;
    const width = places <= 128 ? 1 : places <= 32768 ? 2 : 4;
    return 32 + places * width + this.usable * (this.allStr ? 16 : 24);
  }
}
