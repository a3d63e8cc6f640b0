// MD5 and SHA-1.
import { sin } from "../../objects/numeric/trig.ts";
import { LengthPadded } from "./blocks.ts";

const INITIAL = [0x67452301, 0xefcdab89, 0x98badcfe, 0x10325476, 0xc3d2e1f0];
const SINES = Int32Array.from({ length: 64 }, (_, i) => Math.floor(Math.abs(sin(i + 1)) * 2 ** 32));
/** By how much each of the four kinds of rounds turns. */
const TURNS = [7, 12, 17, 22, 5, 9, 14, 20, 4, 11, 16, 23, 6, 10, 15, 21];
/** Which word of the block round i of each kind takes. */
const WORDS = [(i: number) => i, (i: number) => 5 * i + 1, (i: number) => 3 * i + 5, (i: number) => 7 * i];
const MIXES = [
  (b: number, c: number, d: number) => (b & c) | (~b & d),
  (b: number, c: number, d: number) => (d & b) | (~d & c),
  (b: number, c: number, d: number) => b ^ c ^ d,
  (b: number, c: number, d: number) => c ^ (b | ~d),
];

const turn = (x: number, n: number): number => (x << n) | (x >>> (32 - n));

export class Md5 extends LengthPadded {
  constructor() {
    super(64, 16, INITIAL.slice(0, 4), true);
  }

  protected fresh = (): Md5 => new Md5();

  protected compress(block: Uint8Array): void {
    const words = new DataView(block.buffer, block.byteOffset, 64);
    const { state } = this;
    let [a, b, c, d] = state;
    for (let i = 0; i < 64; i++) {
      const kind = i >> 4;
      const word = words.getInt32(4 * (WORDS[kind](i) & 15), true);
      const sum = (a + MIXES[kind](b, c, d) + SINES[i] + word) | 0;
      a = d;
      d = c;
      c = b;
      b = (b + turn(sum, TURNS[4 * kind + (i & 3)])) | 0;
    }
    state[0] += a;
    state[1] += b;
    state[2] += c;
    state[3] += d;
  }
}

const SHA1_MIXES = [MIXES[0], MIXES[2], (b: number, c: number, d: number) => (b & c) | (b & d) | (c & d), MIXES[2]];
const SHA1_WORDS = [0x5a827999, 0x6ed9eba1, 0x8f1bbcdc, 0xca62c1d6];

export class Sha1 extends LengthPadded {
  private readonly words = new Int32Array(80);

  constructor() {
    super(64, 20, INITIAL, false);
  }

  protected fresh = (): Sha1 => new Sha1();

  protected compress(block: Uint8Array): void {
    const { state, words: w } = this;
    const view = new DataView(block.buffer, block.byteOffset, 64);
    for (let i = 0; i < 16; i++) w[i] = view.getInt32(4 * i);
    for (let i = 16; i < 80; i++) w[i] = turn(w[i - 3] ^ w[i - 8] ^ w[i - 14] ^ w[i - 16], 1);
    let [a, b, c, d, e] = state;
    for (let i = 0; i < 80; i++) {
      const kind = Math.floor(i / 20);
      const sum = (turn(a, 5) + SHA1_MIXES[kind](b, c, d) + e + w[i] + SHA1_WORDS[kind]) | 0;
      e = d;
      d = c;
      c = turn(b, 30);
      b = a;
      a = sum;
    }
    [a, b, c, d, e].forEach((word, i) => {
      state[i] += word;
    });
  }
}
