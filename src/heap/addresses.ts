// Addresses, given to an object when `id` first asks. As in pymalloc, memory comes from pools of
// blocks of one size class, and the block freed last is handed out next, so that an address is
// used again as soon as it is in CPython: by the next object of its class to be made, asked for or
// not. Large blocks come from a region of their own; blocks on a free list wait for their own type.

const ALIGNMENT = 16;
const SMALL_LIMIT = 512;
const POOL_SIZE = 16384;
const POOL_HEADER = 48;

/** A freed block whose address nobody has asked for, above one that somebody has. */
const UNKNOWN = 0;

interface Place {
  address: number;
  size: number;
  /** The size class that the block came from. */
  from: number;
}

/** Blocks of one size class, or of one free list, which is negative. */
const classOf = (size: number, freeList: number): number =>
  freeList !== 0 ? -freeList : Math.max(ALIGNMENT, Math.ceil(size / ALIGNMENT) * ALIGNMENT);

export class AddressSpace {
  private readonly places: Map<object, Place> = new Map();
  /** Blocks that no object has lain in, by size. */
  private readonly fresh: Map<number, number[]> = new Map();
  /** Blocks of dead objects, the one freed last at the end. */
  private readonly freed: Map<number, number[]> = new Map();
  /** How many freed blocks have an address that somebody knows. */
  waiting = 0;
  private nextPool = 0x7f3a5c400000;
  private nextLarge = 0x55d0e2a01000;

  /** The address of an object of so many bytes, the same one as long as it lives. */
  of(o: object, size: number, preHeader: number): number {
    const known = this.places.get(o);
    if (known !== undefined) return known.address;
    const from = classOf(size, 0);
    const address = this.take(from) + preHeader;
    this.places.set(o, { address, size, from });
    return address;
  }

  /** An object has been made while freed blocks wait; true when it lies in one whose address is known. */
  claim(o: object, size: number, preHeader: number, freeList: number): boolean {
    const from = classOf(size, freeList);
    const block = this.freed.get(from)?.pop();
    if (block === undefined || block === UNKNOWN) return false;
    this.places.set(o, { address: block + preHeader, size, from });
    this.forgetOne();
    return true;
  }

  /** An object that was just made turns out to be of another size: the block that it claimed waits again. */
  unclaim(o: object, preHeader: number): void {
    const place = this.places.get(o);
    if (place === undefined) return;
    this.places.delete(o);
    this.freedIn(place.from).push(place.address - preHeader);
    this.waiting++;
  }

  /** An object with an address has gone. */
  release(o: object, preHeader: number, freeList: number): void {
    const place = this.places.get(o);
    if (place === undefined) return;
    this.places.delete(o);
    this.freedIn(classOf(place.size, freeList)).push(place.address - preHeader);
    this.waiting++;
  }

  /** An object without an address has gone: its block is handed out before those that were freed earlier. */
  releaseUnknown(size: number, freeList: number): void {
    const blocks = this.freed.get(classOf(size, freeList));
    if (blocks !== undefined && blocks.length > 0) blocks.push(UNKNOWN);
  }

  /** The free lists have been emptied: their blocks are memory like any other. `sizes` says how large each list's are. */
  emptyFreeLists(sizes: (freeList: number) => number): void {
    for (const [key, blocks] of this.freed) {
      if (key >= 0) continue;
      this.freed.delete(key);
      this.freedIn(classOf(sizes(-key), 0)).push(...blocks);
    }
  }

  /** The object that lives at an address; undefined when none does. */
  at(address: number): object | undefined {
    for (const [o, place] of this.places) if (place.address === address) return o;
    return undefined;
  }

  has(o: object): boolean {
    return this.places.has(o);
  }

  private freedIn(key: number): number[] {
    let blocks = this.freed.get(key);
    if (blocks === undefined) this.freed.set(key, (blocks = []));
    return blocks;
  }

  private forgetOne(): void {
    if (--this.waiting === 0) this.freed.clear();
  }

  private take(size: number): number {
    let blocks = this.fresh.get(size);
    if (blocks === undefined) this.fresh.set(size, (blocks = []));
    if (blocks.length === 0) this.refill(blocks, size);
    return blocks.pop() as number;
  }

  private refill(blocks: number[], size: number): void {
    if (size > SMALL_LIMIT) {
      blocks.push(this.nextLarge + ALIGNMENT);
      this.nextLarge += size + ALIGNMENT;
      return;
    }
    const pool = this.nextPool;
    this.nextPool += POOL_SIZE;
    for (let at = POOL_SIZE - ((POOL_SIZE - POOL_HEADER) % size) - size; at >= POOL_HEADER; at -= size) {
      blocks.push(pool + at);
    }
  }
}
