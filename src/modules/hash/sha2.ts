// SHA-2. Its constants are the fractional parts of roots of the first primes. A word of 64 bits is
// two of 32, the high one first.
import { LengthPadded } from "./blocks.ts";

function firstPrimes(count: number): bigint[] {
  const primes: bigint[] = [];
  for (let n = 2n; primes.length < count; n++) if (primes.every((p) => n % p !== 0n)) primes.push(n);
  return primes;
}

/** The first 64 bits of the fraction of the n-th root of p. */
function rootFraction(p: bigint, n: bigint): bigint {
  const target = p << (64n * n);
  let low = 0n;
  let high = 1n << 69n;
  while (high - low > 1n) {
    const middle = (low + high) >> 1n;
    if (middle ** n <= target) low = middle;
    else high = middle;
  }
  return BigInt.asUintN(64, low);
}

const halves = (words: readonly bigint[]): Int32Array =>
  Int32Array.from(words.flatMap((w) => [Number(BigInt.asIntN(32, w >> 32n)), Number(BigInt.asIntN(32, w))]));

const PRIMES = firstPrimes(80);
const CUBE = halves(PRIMES.map((p) => rootFraction(p, 3n)));
const SQUARE = halves(PRIMES.slice(0, 16).map((p) => rootFraction(p, 2n)));

/** The first half of each of eight words; the square roots of the first primes begin all of SHA-2 but SHA-384 and -224. */
const highHalves = (words: Int32Array): Int32Array => words.filter((_, i) => i % 2 === 0);
export const SQUARE_64: Int32Array = SQUARE.slice(0, 16);
export const SQUARE_32: Int32Array = highHalves(SQUARE_64);
const LATER_64 = SQUARE.slice(16);
const LATER_32 = LATER_64.filter((_, i) => i % 2 === 1);
const CUBE_32 = highHalves(CUBE).slice(0, 64);

const right = (x: number, n: number): number => (x >>> n) | (x << (32 - n));

export class Sha256 extends LengthPadded {
  private readonly words = new Int32Array(64);

  constructor(digestSize: 32 | 28 = 32) {
    super(64, digestSize, digestSize === 32 ? SQUARE_32 : LATER_32, false);
  }

  protected fresh = (): Sha256 => new Sha256(this.digestSize as 32 | 28);

  protected compress(block: Uint8Array): void {
    const { state, words: w } = this;
    const view = new DataView(block.buffer, block.byteOffset, 64);
    for (let i = 0; i < 16; i++) w[i] = view.getInt32(4 * i);
    for (let i = 16; i < 64; i++) {
      const [x, y] = [w[i - 15], w[i - 2]];
      const s0 = right(x, 7) ^ right(x, 18) ^ (x >>> 3);
      const s1 = right(y, 17) ^ right(y, 19) ^ (y >>> 10);
      w[i] = w[i - 16] + s0 + w[i - 7] + s1;
    }
    let [a, b, c, d, e, f, g, h] = state;
    for (let i = 0; i < 64; i++) {
      const s1 = right(e, 6) ^ right(e, 11) ^ right(e, 25);
      const t1 = (h + s1 + ((e & f) ^ (~e & g)) + CUBE_32[i] + w[i]) | 0;
      const s0 = right(a, 2) ^ right(a, 13) ^ right(a, 22);
      const t2 = (s0 + ((a & b) ^ (a & c) ^ (b & c))) | 0;
      h = g;
      g = f;
      f = e;
      e = (d + t1) | 0;
      d = c;
      c = b;
      b = a;
      a = (t1 + t2) | 0;
    }
    [a, b, c, d, e, f, g, h].forEach((word, i) => {
      state[i] += word;
    });
  }
}

/** The high half of a word turned right; for the low half swap the halves. n may be more than 32. */
const high64 = (high: number, low: number, n: number): number =>
  n < 32 ? (high >>> n) | (low << (32 - n)) : (low >>> (n - 32)) | (high << (64 - n));

/** Adds 64-bit words in a register of pairs. */
class Sum {
  high = 0;
  low = 0;
  set(high: number, low: number): this {
    this.high = high;
    this.low = low >>> 0;
    return this;
  }
  add(high: number, low: number): this {
    const sum = this.low + (low >>> 0);
    this.low = sum >>> 0;
    this.high = (this.high + high + (sum >= 2 ** 32 ? 1 : 0)) | 0;
    return this;
  }
}

/** Three words turned right, or the last one shifted, and put together. */
const mix = (high: number, low: number, turns: readonly number[], shift: number): [number, number] => {
  let [h, l] = shift === 0 ? [0, 0] : [high >>> shift, (low >>> shift) | (high << (32 - shift))];
  for (const n of turns) {
    h ^= high64(high, low, n);
    l ^= high64(low, high, n);
  }
  return [h, l];
};

export class Sha512 extends LengthPadded {
  private readonly words = new Int32Array(160);

  constructor(digestSize: 64 | 48 = 64) {
    super(128, digestSize, digestSize === 64 ? SQUARE_64 : LATER_64, false);
  }

  protected fresh = (): Sha512 => new Sha512(this.digestSize as 64 | 48);

  private spread(block: Uint8Array): void {
    const w = this.words;
    const view = new DataView(block.buffer, block.byteOffset, 128);
    for (let i = 0; i < 32; i++) w[i] = view.getInt32(4 * i);
    const sum = new Sum();
    for (let i = 32; i < 160; i += 2) {
      const [h0, l0] = mix(w[i - 30], w[i - 29], [1, 8], 7);
      const [h1, l1] = mix(w[i - 4], w[i - 3], [19, 61], 6);
      sum
        .set(w[i - 32], w[i - 31])
        .add(h0, l0)
        .add(w[i - 14], w[i - 13])
        .add(h1, l1);
      w[i] = sum.high;
      w[i + 1] = sum.low;
    }
  }

  protected compress(block: Uint8Array): void {
    this.spread(block);
    const { state, words: w } = this;
    const v = state.slice();
    const [t1, t2] = [new Sum(), new Sum()];
    for (let i = 0; i < 160; i += 2) {
      const [eh, el] = mix(v[8], v[9], [14, 18, 41], 0);
      t1.set(v[14], v[15])
        .add(eh, el)
        .add(CUBE[i], CUBE[i + 1])
        .add(w[i], w[i + 1]);
      t1.add((v[8] & v[10]) ^ (~v[8] & v[12]), (v[9] & v[11]) ^ (~v[9] & v[13]));
      const [ah, al] = mix(v[0], v[1], [28, 34, 39], 0);
      t2.set(ah, al).add((v[0] & v[2]) ^ (v[0] & v[4]) ^ (v[2] & v[4]), (v[1] & v[3]) ^ (v[1] & v[5]) ^ (v[3] & v[5]));
      v.copyWithin(2, 0, 14);
      t2.add(t1.high, t1.low);
      t1.add(v[8], v[9]);
      v[8] = t1.high;
      v[9] = t1.low;
      v[0] = t2.high;
      v[1] = t2.low;
    }
    for (let i = 0; i < 16; i += 2) {
      t1.set(state[i], state[i + 1]).add(v[i], v[i + 1]);
      state[i] = t1.high;
      state[i + 1] = t1.low;
    }
  }
}
