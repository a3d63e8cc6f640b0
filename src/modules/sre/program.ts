// A compiled regular expression: the code words, checked, and a bitmap of the 256 first characters
// for each set in it, so that most tests for a set are one look into a table.
import { inCategory, lowerAscii, lowerUnicode, upperAscii, upperUnicode } from "./chars.ts";
import {
  BIGCHARSET,
  CATEGORY,
  CHARSET,
  FAILURE,
  IN_IGNORE,
  IN_LOC_IGNORE,
  IN_UNI_IGNORE,
  INFO,
  INFO_PREFIX,
  LITERAL,
  NEGATE,
  RANGE,
  RANGE_UNI_IGNORE,
} from "./codes.ts";

export class Program {
  readonly code: Int32Array;
  /** Bitmaps by the position behind the operation, made when they are first asked for. */
  private readonly bitmaps: Map<number, Uint8Array> = new Map();

  /** What every match begins with, as text; null when no text of single units can have it. */
  readonly prefix: string | null;

  constructor(code: Int32Array) {
    this.code = code;
    this.prefix = prefixOf(code);
  }

  /** Which of the 256 first characters an IN of some kind accepts. `pc` is the position behind it. */
  bitmap(op: number, pc: number): Uint8Array {
    let map = this.bitmaps.get(pc);
    if (map === undefined) {
      map = new Uint8Array(256);
      for (let ch = 0; ch < 256; ch++) map[ch] = this.accepts(op, pc, ch) ? 1 : 0;
      this.bitmaps.set(pc, map);
    }
    return map;
  }

  /** Does an IN of some kind accept the character? Its set begins one word behind `pc`. */
  accepts(op: number, pc: number, ch: number): boolean {
    const set = pc + 1;
    switch (op) {
      case IN_IGNORE:
        return this.hasMember(set, lowerAscii(ch));
      case IN_UNI_IGNORE:
        return this.hasMember(set, lowerUnicode(ch));
      case IN_LOC_IGNORE:
        return this.hasMember(set, lowerAscii(ch)) || this.hasMember(set, upperAscii(ch));
      default:
        return this.hasMember(set, ch);
    }
  }

  /** Is the character in the set that begins at `at`? */
  hasMember(at: number, ch: number): boolean {
    const { code } = this;
    let found = true;
    for (;;) {
      switch (code[at++]) {
        case FAILURE:
          return !found;
        case NEGATE:
          found = !found;
          break;
        case LITERAL:
          if (code[at] === ch) return found;
          at++;
          break;
        case CATEGORY:
          if (inCategory(code[at], ch)) return found;
          at++;
          break;
        case RANGE:
          if (code[at] <= ch && ch <= code[at + 1]) return found;
          at += 2;
          break;
        case RANGE_UNI_IGNORE:
          if (within(code, at, ch) || within(code, at, upperUnicode(ch))) return found;
          at += 2;
          break;
        case CHARSET:
          if (ch < 256 && hasBit(code, at, ch)) return found;
          at += 8;
          break;
        case BIGCHARSET:
          if (inBlocks(code, at, ch)) return found;
          at += 1 + 64 + 8 * code[at];
          break;
        default:
          return false;
      }
    }
  }
}

function prefixOf(code: Int32Array): string | null {
  if (code[0] !== INFO || (code[2] & INFO_PREFIX) === 0) return null;
  const characters = code.subarray(7, 7 + code[5]);
  if (!characters.every((ch) => ch >= 0 && ch < 65536)) return null;
  let text = "";
  for (const ch of characters) text += String.fromCharCode(ch);
  return text;
}

const within = (code: Int32Array, at: number, ch: number): boolean => code[at] <= ch && ch <= code[at + 1];

const hasBit = (code: Int32Array, at: number, bit: number): boolean =>
  ((code[at + (bit >> 5)] >>> (bit & 31)) & 1) === 1;

/** BIGCHARSET: a count of blocks, a byte for each 256 characters that says which block, the blocks of 256 bits. */
const inBlocks = (code: Int32Array, at: number, ch: number): boolean =>
  ch < 65536 && hasBit(code, at + 65, blockOf(code, at, ch >> 8) * 256 + (ch & 255));

/** The block that a BIGCHARSET has for a group of 256 characters. */
export const blockOf = (code: Int32Array, at: number, group: number): number =>
  (code[at + 1 + (group >> 2)] >>> (8 * (group & 3))) & 255;
