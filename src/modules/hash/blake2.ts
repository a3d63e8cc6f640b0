// BLAKE2b and BLAKE2s. A word of 64 bits is two of 32, the low one first.
import type { Hash } from "./blocks.ts";
import { SQUARE_32, SQUARE_64 } from "./sha2.ts";

export interface Parameters {
  digestSize: number;
  key: Uint8Array;
  salt: Uint8Array;
  person: Uint8Array;
  fanout: number;
  depth: number;
  leafSize: number;
  nodeOffset: bigint;
  nodeDepth: number;
  innerSize: number;
  lastNode: boolean;
}

/** The order in which each round takes the words of the message; after ten rounds it begins anew. */
const ORDER = (
  "0123456789abcdef ea489fd61c02b753 b8c052fdae367194 7931dcbe265a40f8 905724afe1bc683d" +
  " 2c6a0b834d75fe19 c51fed4a0763928b db7ec13950f4862a 6fe9b308c2d714a5 a2847615fb9e3cd0"
)
  .split(" ")
  .map((row) => [...row].map((digit) => Number.parseInt(digit, 16)));

/** Which four words a step mixes: the columns, then the diagonals. */
const STEPS = [
  [0, 4, 8, 12],
  [1, 5, 9, 13],
  [2, 6, 10, 14],
  [3, 7, 11, 15],
  [0, 5, 10, 15],
  [1, 6, 11, 12],
  [2, 7, 8, 13],
  [3, 4, 9, 14],
] as const;

/** A last block is only known when more bytes come, or none: a full one waits. */
abstract class Blake2 implements Hash {
  readonly blockSize: number;
  readonly digestSize: number;
  protected readonly parameters: Parameters;
  protected readonly block: Uint8Array;
  protected filled = 0;
  protected total = 0;
  protected abstract readonly state: Int32Array;

  constructor(blockSize: number, parameters: Parameters) {
    this.blockSize = blockSize;
    this.digestSize = parameters.digestSize;
    this.parameters = parameters;
    this.block = new Uint8Array(blockSize);
  }

  protected abstract fresh(): Blake2;
  protected abstract compress(block: Uint8Array, last: boolean): void;

  /** The key comes first, in a block of its own. */
  protected begin(): void {
    const { key } = this.parameters;
    if (key.length === 0) return;
    const block = new Uint8Array(this.blockSize);
    block.set(key);
    this.update(block);
  }

  update(bytes: Uint8Array): void {
    for (let at = 0; at < bytes.length; ) {
      if (this.filled === this.blockSize) {
        this.total += this.blockSize;
        this.compress(this.block, false);
        this.filled = 0;
      }
      const n = Math.min(this.blockSize - this.filled, bytes.length - at);
      this.block.set(bytes.subarray(at, at + n), this.filled);
      this.filled += n;
      at += n;
    }
  }

  copy(): Blake2 {
    const other = this.fresh();
    other.state.set(this.state);
    other.block.set(this.block);
    other.filled = this.filled;
    other.total = this.total;
    return other;
  }

  digest(): Uint8Array {
    const end = this.copy();
    end.total += end.filled;
    end.block.fill(0, end.filled);
    end.compress(end.block, true);
    const bytes = new DataView(new ArrayBuffer(4 * end.state.length));
    end.state.forEach((word, i) => {
      bytes.setInt32(4 * i, word, true);
    });
    return new Uint8Array(bytes.buffer, 0, this.digestSize);
  }
}

/** The parameter block of a length, as words; `wide` for BLAKE2b. */
function parameterWords(p: Parameters, wide: boolean): Int32Array {
  const bytes = new Uint8Array(wide ? 64 : 32);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, p.digestSize | (p.key.length << 8) | (p.fanout << 16) | (p.depth << 24), true);
  view.setUint32(4, p.leafSize, true);
  view.setBigUint64(8, p.nodeOffset, true);
  const at = wide ? 16 : 14;
  bytes[at] = p.nodeDepth;
  bytes[at + 1] = p.innerSize;
  bytes.set(p.salt, wide ? 32 : 16);
  bytes.set(p.person, wide ? 48 : 24);
  return Int32Array.from({ length: bytes.length / 4 }, (_, i) => view.getInt32(4 * i, true));
}

const right = (x: number, n: number): number => (x >>> n) | (x << (32 - n));

export class Blake2s extends Blake2 {
  protected readonly state: Int32Array;
  private readonly v = new Int32Array(16);

  constructor(parameters: Parameters, keyed = true) {
    super(64, parameters);
    this.state = parameterWords(parameters, false).map((word, i) => word ^ SQUARE_32[i]);
    if (keyed) this.begin();
  }

  protected fresh = (): Blake2s => new Blake2s(this.parameters, false);

  protected compress(block: Uint8Array, last: boolean): void {
    const { v, state } = this;
    const m = new DataView(block.buffer, block.byteOffset, 64);
    v.set(state);
    v.set(SQUARE_32, 8);
    v[12] ^= this.total;
    v[13] ^= Math.floor(this.total / 2 ** 32);
    if (last) v[14] = ~v[14];
    if (last && this.parameters.lastNode) v[15] = ~v[15];
    for (let round = 0; round < 10; round++) {
      STEPS.forEach(([a, b, c, d], i) => {
        for (const half of [0, 1]) {
          v[a] = v[a] + v[b] + m.getInt32(4 * ORDER[round][2 * i + half], true);
          v[d] = right(v[d] ^ v[a], half === 0 ? 16 : 8);
          v[c] += v[d];
          v[b] = right(v[b] ^ v[c], half === 0 ? 12 : 7);
        }
      });
    }
    for (let i = 0; i < 8; i++) state[i] ^= v[i] ^ v[i + 8];
  }
}

export class Blake2b extends Blake2 {
  protected readonly state: Int32Array;
  private readonly v = new Int32Array(32);

  constructor(parameters: Parameters, keyed = true) {
    super(128, parameters);
    this.state = parameterWords(parameters, true).map((word, i) => word ^ SQUARE_64[i ^ 1]);
    if (keyed) this.begin();
  }

  protected fresh = (): Blake2b => new Blake2b(this.parameters, false);

  /** Adds a word of 64 bits to the one at `to`. */
  private add(to: number, low: number, high: number): void {
    const { v } = this;
    const sum = (v[2 * to] >>> 0) + (low >>> 0);
    v[2 * to] = sum;
    v[2 * to + 1] = v[2 * to + 1] + high + (sum >= 2 ** 32 ? 1 : 0);
  }

  /** Puts two words together and turns the outcome right. */
  private turn(to: number, from: number, n: number): void {
    const { v } = this;
    const low = v[2 * to] ^ v[2 * from];
    const high = v[2 * to + 1] ^ v[2 * from + 1];
    if (n === 32) {
      v[2 * to] = high;
      v[2 * to + 1] = low;
    } else if (n === 63) {
      v[2 * to] = (low << 1) | (high >>> 31);
      v[2 * to + 1] = (high << 1) | (low >>> 31);
    } else {
      v[2 * to] = (low >>> n) | (high << (32 - n));
      v[2 * to + 1] = (high >>> n) | (low << (32 - n));
    }
  }

  protected compress(block: Uint8Array, last: boolean): void {
    const { v, state } = this;
    const m = new DataView(block.buffer, block.byteOffset, 128);
    v.set(state);
    for (let i = 0; i < 16; i++) v[16 + i] = SQUARE_64[i ^ 1];
    v[24] ^= this.total;
    v[25] ^= Math.floor(this.total / 2 ** 32);
    for (const i of [...(last ? [28, 29] : []), ...(last && this.parameters.lastNode ? [30, 31] : [])]) v[i] = ~v[i];
    for (let round = 0; round < 12; round++) {
      STEPS.forEach(([a, b, c, d], i) => {
        for (const half of [0, 1]) {
          const at = 8 * ORDER[round % 10][2 * i + half];
          this.add(a, v[2 * b], v[2 * b + 1]);
          this.add(a, m.getInt32(at, true), m.getInt32(at + 4, true));
          this.turn(d, a, half === 0 ? 32 : 16);
          this.add(c, v[2 * d], v[2 * d + 1]);
          this.turn(b, c, half === 0 ? 24 : 63);
        }
      });
    }
    for (let i = 0; i < 16; i++) state[i] ^= v[i] ^ v[i + 16];
  }
}
