// SHA-3 and SHAKE: Keccak's permutation of 25 words of 64 bits, each two of 32, the low one first.
import { Blocks, type Hash } from "./blocks.ts";

/** By how much each word turns, in the order in which the words move, and where they move to. */
const MOVES: { to: number; turn: number }[] = [];
/** The constants of the 24 rounds, in halves. */
const ROUNDS = new Int32Array(48);

{
  let [x, y] = [1, 0];
  for (let t = 0; t < 24; t++) {
    [x, y] = [y, (2 * x + 3 * y) % 5];
    MOVES.push({ to: x + 5 * y, turn: (((t + 1) * (t + 2)) / 2) % 64 });
  }
  let register = 1;
  for (let round = 0; round < 24; round++) {
    for (let j = 0; j < 7; j++) {
      const bit = (1 << j) - 1;
      if (register & 1) ROUNDS[2 * round + (bit >> 5)] |= 1 << (bit & 31);
      register = register & 0x80 ? ((register << 1) ^ 0x171) & 0xff : register << 1;
    }
  }
}

/** The low half of a word turned left; for the high half swap the halves. */
const left = (low: number, high: number, n: number): number => {
  if (n === 0) return low;
  if (n < 32) return (low << n) | (high >>> (32 - n));
  return n === 32 ? high : (high << (n - 32)) | (low >>> (64 - n));
};

const columns = new Int32Array(10);
const row = new Int32Array(10);

function mixColumns(s: Int32Array): void {
  columns.fill(0);
  for (let i = 0; i < 50; i++) columns[i % 10] ^= s[i];
  for (let x = 0; x < 10; x += 2) {
    const [low, high] = [columns[(x + 2) % 10], columns[(x + 3) % 10]];
    const dLow = columns[(x + 8) % 10] ^ left(low, high, 1);
    const dHigh = columns[(x + 9) % 10] ^ left(high, low, 1);
    for (let y = x; y < 50; y += 10) {
      s[y] ^= dLow;
      s[y + 1] ^= dHigh;
    }
  }
}

function permute(s: Int32Array): void {
  for (let round = 0; round < 24; round++) {
    mixColumns(s);
    let [low, high] = [s[2], s[3]];
    for (const { to, turn } of MOVES) {
      const [nextLow, nextHigh] = [s[2 * to], s[2 * to + 1]];
      s[2 * to] = left(low, high, turn);
      s[2 * to + 1] = left(high, low, turn);
      [low, high] = [nextLow, nextHigh];
    }
    for (let y = 0; y < 50; y += 10) {
      row.set(s.subarray(y, y + 10));
      for (let i = 0; i < 10; i++) s[y + i] ^= ~row[(i + 2) % 10] & row[(i + 4) % 10];
    }
    s[0] ^= ROUNDS[2 * round];
    s[1] ^= ROUNDS[2 * round + 1];
  }
}

export class Sha3 extends Blocks implements Hash {
  readonly digestSize: number;
  /** What marks the end: 6 for SHA-3, 31 for SHAKE. */
  readonly suffix: number;
  private readonly state = new Int32Array(50);

  /** `capacity` is in bytes; `digestSize` 0 means as long as one likes. */
  constructor(capacity: number, digestSize: number, suffix: number) {
    super(200 - capacity);
    this.digestSize = digestSize;
    this.suffix = suffix;
  }

  protected compress(block: Uint8Array): void {
    const view = new DataView(block.buffer, block.byteOffset, this.blockSize);
    for (let i = 0; i < this.blockSize / 4; i++) this.state[i] ^= view.getInt32(4 * i, true);
    permute(this.state);
  }

  copy(): Sha3 {
    const other = new Sha3(200 - this.blockSize, this.digestSize, this.suffix);
    other.state.set(this.state);
    this.copyTo(other);
    return other;
  }

  digest(size: number = this.digestSize): Uint8Array {
    const end = this.copy();
    const last = new Uint8Array(this.blockSize);
    last.set(end.block.subarray(0, end.filled));
    last[end.filled] ^= this.suffix;
    last[this.blockSize - 1] ^= 0x80;
    end.compress(last);
    const result = new Uint8Array(size);
    const bytes = new DataView(new ArrayBuffer(200));
    for (let at = 0; at < size; at += this.blockSize) {
      if (at > 0) permute(end.state);
      end.state.forEach((word, i) => {
        bytes.setInt32(4 * i, word, true);
      });
      result.set(new Uint8Array(bytes.buffer, 0, Math.min(this.blockSize, size - at)), at);
    }
    return result;
  }
}
