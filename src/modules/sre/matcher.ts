// One run of a program over a text: where it is, what the groups have captured, and the stack of
// what it may come back to. Here are the operations that take a character or look at a place;
// those that come back are in backtrack.ts. Nothing recurses: the stack is an array of numbers,
// paid for as it grows, and every so many steps the matcher asks whether it may go on.
import { reserve } from "../../heap/heap.ts";
import { charge } from "../../heap/work.ts";
import { memoryError } from "../../objects/errors.ts";
import { inCategory, isWord, isWordUnicode, lowerAscii, lowerUnicode } from "./chars.ts";
import * as op from "./codes.ts";
import type { Program } from "./program.ts";
import type { Subject } from "./subject.ts";

/** How many steps are done between two looks at whether to stop. */
const STRETCH = 4096;
const FIRST_STACK = 4096;
const LARGEST_STACK = 2 ** 28;

/** The stack of the last run, for the next one; null while a run has it. */
let spareStack: Int32Array | null = null;

export class Matcher {
  readonly program: Program;
  readonly subject: Subject;
  /** The text, or the characters by their numbers when one unit is not one character. */
  text: string;
  points: Int32Array | Uint8Array | null;
  /** Where the run may begin, and before which character it ends. */
  readonly pos: number;
  readonly end: number;
  /** Where the match that is looked for begins; -1 when a scanner has come to its end. */
  start: number;
  /** Where the run is; where it has ended. */
  at: number;
  /** The position in the code where `advance` goes on. */
  pc = 0;
  /** Start and end of each group that has matched; only those up to `lastMark` count. */
  readonly marks: Int32Array;
  lastMark = -1;
  lastGroup = -1;
  /** The frame of the innermost REPEAT; -1 for none. */
  repeat = -1;
  /** A match must reach the end; it must not be empty at `start`. */
  matchAll = false;
  mustAdvance = false;
  stack: Int32Array = NO_STACK;
  /** The frame that is run in, and what lies free above it. */
  frame = -1;
  top = 0;
  private steps = STRETCH;

  constructor(program: Program, groups: number, subject: Subject, pos: number, end: number) {
    this.program = program;
    this.subject = subject;
    this.text = subject.text;
    this.points = subject.points;
    const length = subject.length;
    this.pos = Math.max(0, Math.min(pos, length));
    this.end = Math.max(0, Math.min(end, length));
    this.start = this.pos;
    this.at = this.pos;
    reserve(16 * groups);
    this.marks = new Int32Array(2 * groups + 2);
  }

  /** The text up to where the run ends: a search in it does not look further. */
  searched(): string {
    return this.end === this.text.length ? this.text : this.text.slice(0, this.end);
  }

  /** Forgets what the last run has captured. */
  reset(): void {
    this.lastMark = -1;
    this.lastGroup = -1;
    this.repeat = -1;
  }

  charAt(i: number): number {
    return this.points === null ? this.text.charCodeAt(i) : this.points[i];
  }

  // ---- the stack ----

  takeStack(): void {
    this.stack = spareStack ?? new Int32Array(FIRST_STACK);
    spareStack = null;
    this.top = 0;
    this.frame = -1;
  }

  giveStack(): void {
    spareStack = this.stack.length <= 2 ** 20 ? this.stack : null;
    this.stack = NO_STACK;
  }

  /** Makes room for `n` more numbers. */
  need(n: number): void {
    const size = this.stack.length;
    if (this.top + n <= size) return;
    const larger = Math.max(2 * size, size + n);
    if (larger > LARGEST_STACK) throw memoryError();
    reserve(4 * larger);
    const stack = new Int32Array(larger);
    stack.set(this.stack);
    this.stack = stack;
  }

  /** Counts work; every so often whoever wants the program to stop is heard. */
  work(steps: number): void {
    if ((this.steps -= steps) < 0) this.mayStop();
  }

  private mayStop(): void {
    this.steps = STRETCH;
    charge(STRETCH);
  }

  // ---- one character ----

  /** Does an operation that takes one character take this one? `pc` is the position behind it. */
  takes(what: number, pc: number, ch: number): boolean {
    const { code } = this.program;
    switch (what) {
      case op.LITERAL:
        return ch === code[pc];
      case op.NOT_LITERAL:
        return ch !== code[pc];
      case op.ANY:
        return ch !== 10;
      case op.ANY_ALL:
        return true;
      case op.CATEGORY:
        return inCategory(code[pc], ch);
      case op.LITERAL_IGNORE:
        return lowerAscii(ch) === code[pc];
      case op.NOT_LITERAL_IGNORE:
        return lowerAscii(ch) !== code[pc];
      case op.LITERAL_LOC_IGNORE:
        return lowerAscii(ch) === lowerAscii(code[pc]);
      case op.NOT_LITERAL_LOC_IGNORE:
        return lowerAscii(ch) !== lowerAscii(code[pc]);
      case op.LITERAL_UNI_IGNORE:
        return lowerUnicode(ch) === code[pc];
      case op.NOT_LITERAL_UNI_IGNORE:
        return lowerUnicode(ch) !== code[pc];
      default:
        return ch < 256 ? this.program.bitmap(what, pc)[ch] === 1 : this.program.accepts(what, pc, ch);
    }
  }

  /** How many characters from `from` on the operation at `pc` takes, at most `max`. */
  count(pc: number, from: number, max: number): number {
    const what = this.program.code[pc];
    const end = max !== op.UNBOUNDED && max >>> 0 < this.end - from ? from + (max >>> 0) : this.end;
    const to = what === op.ANY_ALL ? end : this.run(what, pc + 1, from, end);
    this.work((to - from) >> 3);
    return to - from;
  }

  private run(what: number, pc: number, from: number, end: number): number {
    const { text, points } = this;
    let i = from;
    if (what === op.LITERAL || what === op.NOT_LITERAL) {
      const wanted = this.program.code[pc];
      const same = what === op.LITERAL;
      while (i < end && ((points === null ? text.charCodeAt(i) : points[i]) === wanted) === same) i++;
    } else if (what === op.ANY) {
      while (i < end && (points === null ? text.charCodeAt(i) : points[i]) !== 10) i++;
    } else if (what === op.IN || what === op.IN_IGNORE || what === op.IN_UNI_IGNORE || what === op.IN_LOC_IGNORE) {
      const map = this.program.bitmap(what, pc);
      for (; i < end; i++) {
        const ch = points === null ? text.charCodeAt(i) : points[i];
        if (ch < 256 ? map[ch] !== 1 : !this.program.accepts(what, pc, ch)) break;
      }
    } else {
      while (i < end && this.takes(what, pc, this.charAt(i))) i++;
    }
    return i;
  }

  // ---- straight on ----

  /**
   * Goes on from `pc` at `at` until something fails or there is something to come back to. Answers
   * the operation, FAILURE or SUCCESS; `pc` then stands behind it.
   */
  advance(): number {
    const { text, points, end } = this;
    const { code } = this.program;
    let { pc, at } = this;
    for (;;) {
      const what = code[pc++];
      if (what === op.LITERAL) {
        if (at >= end || (points === null ? text.charCodeAt(at) : points[at]) !== code[pc]) return op.FAILURE;
        pc++;
        at++;
      } else if (op.TAKES_ONE[what] === 1) {
        if (at >= end || !this.takes(what, pc, points === null ? text.charCodeAt(at) : points[at])) return op.FAILURE;
        pc += OPERANDS[what] === SKIPPED ? code[pc] : OPERANDS[what];
        at++;
      } else if (what === op.MARK) {
        this.mark(code[pc++], at);
      } else if (what === op.AT) {
        if (!this.isAt(code[pc++], at)) return op.FAILURE;
      } else if (what === op.JUMP || what === op.INFO) {
        pc += code[pc];
      } else {
        this.pc = pc;
        this.at = at;
        return what;
      }
    }
  }

  private mark(index: number, at: number): void {
    if ((index & 1) === 1) this.lastGroup = (index >> 1) + 1;
    const { marks } = this;
    if (index > this.lastMark) {
      // Marks in between were not met.
      for (let i = this.lastMark + 1; i < index; i++) marks[i] = -1;
      this.lastMark = index;
    }
    marks[index] = at;
  }

  private isAt(where: number, at: number): boolean {
    switch (where) {
      case op.AT_BEGINNING:
      case op.AT_BEGINNING_STRING:
        return at === 0;
      case op.AT_BEGINNING_LINE:
        return at === 0 || this.charAt(at - 1) === 10;
      case op.AT_END:
        return at === this.end || (at === this.end - 1 && this.charAt(at) === 10);
      case op.AT_END_LINE:
        return at === this.end || this.charAt(at) === 10;
      case op.AT_END_STRING:
        return at === this.end;
      case op.AT_UNI_BOUNDARY:
      case op.AT_UNI_NON_BOUNDARY:
        return this.isBoundary(at, isWordUnicode, where === op.AT_UNI_BOUNDARY);
      default:
        return this.isBoundary(at, isWord, where === op.AT_BOUNDARY || where === op.AT_LOC_BOUNDARY);
    }
  }

  /** Between a word's character and another one? In an empty text neither a boundary nor none is found. */
  private isBoundary(at: number, inWord: (ch: number) => boolean, wanted: boolean): boolean {
    if (this.end === 0) return false;
    const before = at > 0 && inWord(this.charAt(at - 1));
    const after = at < this.end && inWord(this.charAt(at));
    return (before !== after) === wanted;
  }

  /** Start and end of what a group has captured; null when it has not. The group's number counts from 0. */
  captured(group: number): [from: number, to: number] | null {
    const from = this.marks[2 * group];
    const to = this.marks[2 * group + 1];
    return 2 * group >= this.lastMark || from < 0 || to < 0 ? null : [from, to];
  }
}

const NO_STACK = new Int32Array(0);

/** How many words follow an operation that takes one character; SKIPPED when the first of them says so. */
const SKIPPED = 255;
const OPERANDS: Uint8Array = Uint8Array.from({ length: op.OPCODES }, (_, what) =>
  what === op.ANY || what === op.ANY_ALL
    ? 0
    : what === op.IN || what === op.IN_IGNORE || what === op.IN_LOC_IGNORE || what === op.IN_UNI_IGNORE
      ? SKIPPED
      : 1,
);
