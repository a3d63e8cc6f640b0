// What the hash functions have in common: bytes come in pieces of any length and go on in blocks.

export interface Hash {
  readonly digestSize: number;
  readonly blockSize: number;
  update(bytes: Uint8Array): void;
  /** The hash of what has come so far; more may follow. `size` is for functions whose hash is as long as one likes. */
  digest(size?: number): Uint8Array;
  copy(): Hash;
}

/** Collects bytes up to a block. */
export abstract class Blocks {
  readonly blockSize: number;
  protected readonly block: Uint8Array;
  protected filled = 0;
  /** How many bytes have come. */
  protected total = 0;

  constructor(blockSize: number) {
    this.blockSize = blockSize;
    this.block = new Uint8Array(blockSize);
  }

  /** Takes a block in, which is not kept. */
  protected abstract compress(block: Uint8Array): void;

  update(bytes: Uint8Array): void {
    this.total += bytes.length;
    let at = 0;
    if (this.filled > 0) {
      at = Math.min(this.blockSize - this.filled, bytes.length);
      this.block.set(bytes.subarray(0, at), this.filled);
      this.filled += at;
      if (this.filled < this.blockSize) return;
      this.compress(this.block);
      this.filled = 0;
    }
    for (; at + this.blockSize <= bytes.length; at += this.blockSize) {
      this.compress(bytes.subarray(at, at + this.blockSize));
    }
    this.block.set(bytes.subarray(at));
    this.filled = bytes.length - at;
  }

  /** What a copy needs of this class. */
  protected copyTo(other: Blocks): void {
    other.block.set(this.block);
    other.filled = this.filled;
    other.total = this.total;
  }
}

/** Hashes that end with a one bit, zeros, and the length in bits: MD5 and the two SHA families. */
export abstract class LengthPadded extends Blocks implements Hash {
  readonly digestSize: number;
  private readonly little: boolean;
  readonly state: Int32Array;

  constructor(blockSize: number, digestSize: number, initial: ArrayLike<number>, little: boolean) {
    super(blockSize);
    this.digestSize = digestSize;
    this.little = little;
    this.state = Int32Array.from(initial);
  }

  protected abstract fresh(): LengthPadded;

  copy(): LengthPadded {
    const other = this.fresh();
    other.state.set(this.state);
    this.copyTo(other);
    return other;
  }

  digest(): Uint8Array {
    const end = this.copy();
    const bits = this.total * 8;
    const lengthBytes = this.blockSize / 8;
    const zeros = (2 * this.blockSize - 1 - lengthBytes - end.filled) % this.blockSize;
    const padding = new Uint8Array(1 + zeros + lengthBytes);
    padding[0] = 0x80;
    const view = new DataView(padding.buffer);
    const at = 1 + zeros;
    const [high, low] = [Math.floor(bits / 2 ** 32), bits % 2 ** 32];
    if (this.little) {
      view.setUint32(at, low, true);
      view.setUint32(at + 4, high, true);
    } else {
      view.setUint32(padding.length - 8, high);
      view.setUint32(padding.length - 4, low);
    }
    end.update(padding);
    const result = new DataView(new ArrayBuffer(4 * end.state.length));
    end.state.forEach((word, i) => {
      result.setInt32(4 * i, word, this.little);
    });
    return new Uint8Array(result.buffer, 0, this.digestSize);
  }
}
