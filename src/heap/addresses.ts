// Addresses, given to an object when `id` first asks. As in pymalloc, memory comes from pools of
// blocks of one size class, and the block freed last is handed out next, so that an address is
// used again as soon as it is in CPython. Large blocks come from a region of their own.

const ALIGNMENT = 16;
const SMALL_LIMIT = 512;
const POOL_SIZE = 16384;
const POOL_HEADER = 48;

export class AddressSpace {
  private readonly addresses: Map<object, number> = new Map();
  private readonly sizes: Map<number, number> = new Map();
  private readonly free: number[][] = Array.from({ length: SMALL_LIMIT / ALIGNMENT + 1 }, () => []);
  private readonly freeLarge: Map<number, number[]> = new Map();
  private nextPool = 0x7f3a5c400000;
  private nextLarge = 0x55d0e2a01000;

  /** The address of an object of so many bytes, the same one as long as it lives. */
  of(o: object, size: number, preHeader: number): number {
    let address = this.addresses.get(o);
    if (address === undefined) {
      const block = this.take(size);
      address = block + preHeader;
      this.addresses.set(o, address);
      this.sizes.set(address, size);
    }
    return address;
  }

  /** The object has gone: its block is the next to be handed out. */
  release(o: object, preHeader: number): void {
    const address = this.addresses.get(o);
    if (address === undefined) return;
    const size = this.sizes.get(address) as number;
    this.addresses.delete(o);
    this.sizes.delete(address);
    this.freeBlocks(size).push(address - preHeader);
  }

  /** The object that lives at an address; undefined when none does. */
  at(address: number): object | undefined {
    for (const [o, where] of this.addresses) if (where === address) return o;
    return undefined;
  }

  has(o: object): boolean {
    return this.addresses.has(o);
  }

  private freeBlocks(size: number): number[] {
    if (size <= SMALL_LIMIT) return this.free[Math.ceil(size / ALIGNMENT)];
    let blocks = this.freeLarge.get(size);
    if (blocks === undefined) this.freeLarge.set(size, (blocks = []));
    return blocks;
  }

  private take(size: number): number {
    const blocks = this.freeBlocks(size);
    if (blocks.length === 0) this.refill(blocks, size);
    return blocks.pop() as number;
  }

  private refill(blocks: number[], size: number): void {
    const rounded = Math.max(ALIGNMENT, Math.ceil(size / ALIGNMENT) * ALIGNMENT);
    if (size > SMALL_LIMIT) {
      blocks.push(this.nextLarge + ALIGNMENT);
      this.nextLarge += rounded + ALIGNMENT;
      return;
    }
    const pool = this.nextPool;
    this.nextPool += POOL_SIZE;
    for (let at = POOL_SIZE - ((POOL_SIZE - POOL_HEADER) % rounded) - rounded; at >= POOL_HEADER; at -= rounded) {
      blocks.push(pool + at);
    }
  }
}
