// The table of a set: CPython's open addressing, so that sets have CPython's order. Each place has
// a key and its 64-bit hash in two words; a key that is `undefined` is a place never used, `null`
// one whose key has been discarded. The high word of a str's hash is computed only when a long
// search needs it, and is 0 in the table.
import { resize } from "../heap/heap.ts";
import { drop, type OwnedValue, type Refs, share, type Value } from "../heap/refs.ts";
import { charge } from "../heap/work.ts";
import { hashHigh, textHash32 } from "./numeric/hash.ts";
import { equal, hashOf } from "./protocol.ts";
import { isExactStr, strEqual, strHash32, wideOf } from "./str.ts";

const LINEAR_PROBES = 9;
const PERTURB_SHIFT = 5;
const MIN_PLACES = 8;
/** `==` has changed the table under a search. */
const CHANGED = -(2 ** 31);
const SAME = 1;
const DIFFERENT = 0;
const BYTES_PER_PLACE = 16;

/** The high word of the hash that `keyHash` has answered the low word of. */
export let keyHigh = 0;

/** The low word of a key's hash; the high one is in `keyHigh`. Raises TypeError for an unhashable key. */
export function keyHash(key: Value): number {
  if (typeof key === "number") return numberHash(key);
  if (isExactStr(key)) {
    keyHigh = 0;
    return strHash32(key);
  }
  const hash = hashOf(key);
  if (typeof hash === "number") return numberHash(hash);
  keyHigh = Number(BigInt.asIntN(32, hash >> 32n));
  return Number(BigInt.asIntN(32, hash));
}

function numberHash(n: number): number {
  if (n === -1) {
    keyHigh = -1;
    return -2;
  }
  keyHigh = Math.floor(n / 2 ** 32) | 0;
  return n | 0;
}

/** The high word of the hash of a key in the table. */
export function highWord(key: Value, high: number): number {
  if (typeof key === "number" || !isExactStr(key)) return high;
  textHash32(key.value, wideOf(key) !== null);
  return hashHigh;
}

const isLazy = (key: Value): boolean => typeof key !== "number" && isExactStr(key);

/** The low word of a hash that has been shifted `step` times, as it perturbs a search. */
function perturbed(low: number, high: number, step: number): number {
  const by = step * PERTURB_SHIFT;
  return by < 32 ? (low >>> by) | (high << (32 - by)) : by < 64 ? high >>> (by - 32) : 0;
}

export class SetTable {
  /** Keys, owned. */
  keys: (Value | null | undefined)[] = new Array(MIN_PLACES).fill(undefined);
  lows: Int32Array = new Int32Array(MIN_PLACES);
  highs: Int32Array = new Int32Array(MIN_PLACES);
  mask: number = MIN_PLACES - 1;
  /** Places in use, those of discarded keys included. */
  fill = 0;
  used = 0;
  /** Where `pop` looks next. */
  finger = 0;
  /** The hash of a frozenset, once asked for. */
  hash: number | bigint | null = null;
  /** Bytes accounted for a table that has been emptied while its set dies. */
  private kept = 0;

  /** Bytes beyond those of the set object, which has room for eight places in itself. */
  byteSize(): number {
    return this.mask >= MIN_PLACES ? (this.mask + 1) * BYTES_PER_PLACE : this.kept;
  }

  /** The place of a key; negative when it is not there. `==` may run Python code that changes the table. */
  find(key: Value, low: number, high: number): number {
    if (this.used === 0 && this.fill === 0) return -1;
    for (;;) {
      const at = this.search(key, low, high);
      if (at !== CHANGED) return at;
    }
  }

  /** The place of a key, or `~` that of the place where it would be put: the last discarded one on the way to a free one. */
  private search(key: Value, low: number, high: number): number {
    const { keys, lows, highs, mask } = this;
    const lazy = isLazy(key);
    let discarded = -1;
    let i = low & mask;
    for (let step = 1; ; step++) {
      const last = i + LINEAR_PROBES <= mask ? i + LINEAR_PROBES : i;
      for (let at = i; at <= last; at++) {
        const k = keys[at];
        if (k === undefined) return ~(discarded < 0 ? at : discarded);
        if (k === null) {
          discarded = at;
          continue;
        }
        if (lows[at] !== low) continue;
        if (k === key) return at;
        if (highs[at] !== high && !lazy && !isLazy(k)) continue;
        const verdict = this.compareAt(at, key);
        if (verdict === CHANGED) return CHANGED;
        if (verdict === SAME) return at;
      }
      if (step > 8) charge(1);
      if (lazy && this.needsHigh(step)) high = highWord(key, high);
      i = (Math.imul(i, 5) + 1 + perturbed(low, high, step)) & mask;
    }
  }

  /** Do bits of the high word reach the table's mask at this step of a search? */
  private needsHigh(step: number): boolean {
    return step * PERTURB_SHIFT + (32 - Math.clz32(this.mask)) > 32;
  }

  /** Is the key at a place equal to another? Holds it while `==` may run Python code. */
  private compareAt(at: number, key: Value): number {
    const { keys } = this;
    const k = keys[at] as Value;
    if (typeof k === "number") {
      if (typeof key === "number") return k === key ? SAME : DIFFERENT;
    } else if (isExactStr(k) && typeof key !== "number" && isExactStr(key)) return strEqual(k, key) ? SAME : DIFFERENT;
    const held = share(this.slots, at);
    try {
      const same = equal(held, key);
      if (this.keys !== keys || keys[at] !== held) return CHANGED;
      return same ? SAME : DIFFERENT;
    } finally {
      drop(held);
    }
  }

  /** Adds a key; false when it is there. Steals the key. */
  add(key: OwnedValue, low: number, high: number): boolean {
    let at: number;
    try {
      do at = this.search(key, low, high);
      while (at === CHANGED);
    } catch (e) {
      drop(key);
      throw e;
    }
    if (at >= 0) {
      drop(key);
      return false;
    }
    const isNew = this.keys[~at] === undefined;
    this.put(~at, key, low, high);
    this.used++;
    if (!isNew) return true;
    this.fill++;
    if (this.fill * 5 >= this.mask * 3) this.grow();
    return true;
  }

  private put(at: number, key: Value, low: number, high: number): void {
    this.keys[at] = key;
    this.lows[at] = low;
    this.highs[at] = high;
  }

  /** Places for four times the keys, for twice as many when they are many. */
  private grow(): void {
    this.rebuild(this.used > 50000 ? this.used * 2 : this.used * 4);
  }

  /** A table of more than `wanted` places for the same keys, without the discarded ones. */
  rebuild(wanted: number): void {
    let places = MIN_PLACES;
    while (places <= wanted) places *= 2;
    if (places === MIN_PLACES && this.mask === MIN_PLACES - 1 && this.fill === this.used) return;
    resize((places > MIN_PLACES ? places * BYTES_PER_PLACE : 0) - this.byteSize());
    const { keys, lows, highs } = this;
    this.keys = new Array(places).fill(undefined);
    this.lows = new Int32Array(places);
    this.highs = new Int32Array(places);
    this.mask = places - 1;
    this.kept = 0;
    for (let at = 0; at < keys.length; at++) {
      const key = keys[at];
      if (key !== undefined && key !== null) this.place(key, lows[at], highs[at]);
    }
    this.fill = this.used;
  }

  /** Puts a key into a table that has neither it nor discarded keys. */
  private place(key: Value, low: number, high: number): void {
    const { keys, mask } = this;
    const lazy = isLazy(key);
    let word = high;
    let i = low & mask;
    for (let step = 1; ; step++) {
      const last = i + LINEAR_PROBES <= mask ? i + LINEAR_PROBES : i;
      for (let at = i; at <= last; at++) {
        if (keys[at] !== undefined) continue;
        this.put(at, key, low, high);
        return;
      }
      if (step > 8) charge(1);
      if (lazy && this.needsHigh(step)) word = highWord(key, high);
      i = (Math.imul(i, 5) + 1 + perturbed(low, word, step)) & mask;
    }
  }

  /** Takes out the key at a place; it is now the caller's. */
  takeAt(at: number): OwnedValue {
    const key = this.keys[at] as OwnedValue;
    this.put(at, null as unknown as Value, -1, -1);
    this.used--;
    return key;
  }

  /** Discards an equal key; false when there is none. */
  discard(key: Value, low: number, high: number): boolean {
    const at = this.find(key, low, high);
    if (at < 0) return false;
    drop(this.takeAt(at));
    return true;
  }

  /** Takes out some key, going round the table; undefined when there is none. */
  pop(): OwnedValue | undefined {
    if (this.used === 0) return undefined;
    let at = this.finger & this.mask;
    while (this.keys[at] === undefined || this.keys[at] === null) at = at === this.mask ? 0 : at + 1;
    this.finger = at + 1;
    return this.takeAt(at);
  }

  /** The first place at or after `at` that has a key; -1 when there is none. */
  next(at: number): number {
    const { keys } = this;
    for (; at < keys.length; at++) if (keys[at] !== undefined && keys[at] !== null) return at;
    return -1;
  }

  /** A second reference to the key at a place. */
  shareKey(at: number): OwnedValue {
    return share(this.slots, at);
  }

  private get slots(): Refs {
    return this.keys as Value[] as unknown as Refs;
  }

  /** Adds all keys of another table. */
  merge(other: SetTable): void {
    if (other === this || other.used === 0) return;
    if ((this.fill + other.used) * 5 >= this.mask * 3) this.rebuild((this.used + other.used) * 2);
    if (this.fill === 0) this.copyFrom(other);
    else {
      for (let at = other.next(0); at >= 0; at = other.next(at + 1))
        this.add(other.shareKey(at), other.lows[at], other.highs[at]);
    }
  }

  /** Fills an empty table: place by place when that gives the same order. */
  private copyFrom(other: SetTable): void {
    const same = this.mask === other.mask && other.fill === other.used;
    for (let at = other.next(0); at >= 0; at = other.next(at + 1)) {
      const key = other.shareKey(at);
      if (same) this.put(at, key, other.lows[at], other.highs[at]);
      else this.place(key, other.lows[at], other.highs[at]);
    }
    this.fill = this.used = other.used;
  }

  /** Rebuilds when more than a quarter of the places are discarded keys'. */
  tidy(): void {
    if (this.fill - this.used > Math.floor(this.mask / 4)) this.grow();
  }

  /**
   * Takes all keys out; they are now the caller's. With `keepBytes` the table still counts as many
   * bytes as before: those of a dying set go back with the set itself.
   */
  takeAll(keepBytes: boolean): (Value | null | undefined)[] {
    const bytes = this.byteSize();
    const keys = this.keys;
    this.become(new SetTable());
    this.kept = keepBytes ? bytes : 0;
    if (!keepBytes) resize(-bytes);
    return keys;
  }

  /** Exchanges contents with another table. */
  swap(other: SetTable): void {
    const mine = new SetTable();
    mine.become(this);
    this.become(other);
    other.become(mine);
  }

  private become(other: SetTable): void {
    this.keys = other.keys;
    this.lows = other.lows;
    this.highs = other.highs;
    this.mask = other.mask;
    this.fill = other.fill;
    this.used = other.used;
    this.hash = other.hash;
    this.kept = other.kept;
  }
}
