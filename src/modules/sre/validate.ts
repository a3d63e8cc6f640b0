// The check of a program's code words, which may come from anybody: whatever passes can be run
// without the matcher ever leaving the code, its stack or its marks. Nested parts are regions on
// a work list; what is to be done behind a region is said by the region itself.
import {
  ANY,
  ANY_ALL,
  ASSERT,
  ASSERT_NOT,
  AT,
  AT_UNI_NON_BOUNDARY,
  ATOMIC_GROUP,
  BIGCHARSET,
  BRANCH,
  CATEGORIES,
  CATEGORY,
  CHARSET,
  FAILURE,
  GROUPREF,
  GROUPREF_EXISTS,
  GROUPREF_IGNORE,
  GROUPREF_LOC_IGNORE,
  GROUPREF_UNI_IGNORE,
  IN,
  IN_IGNORE,
  IN_LOC_IGNORE,
  IN_UNI_IGNORE,
  INFO,
  INFO_CHARSET,
  INFO_LITERAL,
  INFO_PREFIX,
  JUMP,
  LITERAL,
  LITERAL_IGNORE,
  LITERAL_LOC_IGNORE,
  LITERAL_UNI_IGNORE,
  MARK,
  MAX_UNTIL,
  MAXGROUPS,
  MIN_REPEAT_ONE,
  MIN_UNTIL,
  NEGATE,
  NOT_LITERAL,
  NOT_LITERAL_IGNORE,
  NOT_LITERAL_LOC_IGNORE,
  NOT_LITERAL_UNI_IGNORE,
  POSSESSIVE_REPEAT,
  POSSESSIVE_REPEAT_ONE,
  RANGE,
  RANGE_UNI_IGNORE,
  REPEAT,
  REPEAT_ONE,
  SUCCESS,
  TAKES_ONE,
} from "./codes.ts";
import { blockOf } from "./program.ts";

/** What follows a region: where to go on in the one around it, or BAD. `jumped` says that it ended with a JUMP. */
type After = (jumped: boolean) => number;
interface Region {
  at: number;
  readonly end: number;
  readonly after: After;
}

const BAD = -1;
const notJumped =
  (then: () => number): After =>
  (jumped) =>
    jumped ? BAD : then();

class Checker {
  private readonly code: Int32Array;
  private readonly groups: number;
  private readonly regions: Region[] = [];

  constructor(code: Int32Array, groups: number) {
    this.code = code;
    this.groups = groups;
  }

  /** Works the regions off, the innermost first. */
  run(): boolean {
    const end = this.code.length - 1;
    if (this.groups < 0 || this.groups > MAXGROUPS || end < 0 || this.code[end] !== SUCCESS) return false;
    if (
      !this.enter(
        0,
        end,
        notJumped(() => end),
      )
    )
      return false;
    for (let region = this.regions.at(-1); region !== undefined; region = this.regions.at(-1)) {
      let jumped = false;
      if (region.at < region.end) {
        const op = this.code[region.at++];
        const check = CHECKS[op];
        if (check === undefined) return false;
        const at = check(this, region.at, region.end, op);
        if (at === BAD) return false;
        if (op !== JUMP) {
          // A nested region goes on from where it is told when it is done.
          if (this.regions.at(-1) === region) region.at = at;
          continue;
        }
        jumped = true;
      }
      this.regions.pop();
      const at = region.after(jumped);
      if (at === BAD) return false;
      const outer = this.regions.at(-1);
      if (outer !== undefined && outer.at < at) outer.at = at;
    }
    return true;
  }

  word = (at: number): number => this.code[at];

  /** A word as the unsigned number that it is. */
  unsigned = (at: number): number => this.code[at] >>> 0;

  /** Opens a region; false when it does not lie in the code. */
  enter(at: number, end: number, after: After): boolean {
    if (at > end || end > this.code.length) return false;
    this.regions.push({ at, end, after });
    return true;
  }

  nest = (at: number, end: number, after: After): number => (this.enter(at, end, after) ? at : BAD);

  /** The number of words to skip that stands at `at`, or BAD when it leads beyond `end`. */
  skip(at: number, end: number, adjust = 0): number {
    if (at >= end) return BAD;
    const skip = this.unsigned(at);
    return skip - adjust > end - at ? BAD : skip;
  }

  isGroup = (at: number, end: number): boolean => at < end && this.unsigned(at) < this.groups;
  isMark = (at: number): boolean => this.unsigned(at) <= 2 * this.groups + 1;

  /** A set between `at` and the FAILURE at `end`. */
  isSet(at: number, end: number): boolean {
    if (end < at || this.code[end] !== FAILURE) return false;
    while (at < end) {
      const size = this.memberSize(at, end);
      if (size === BAD || at + size > end) return false;
      at += size;
    }
    return true;
  }

  private memberSize(at: number, end: number): number {
    switch (this.code[at]) {
      case NEGATE:
        return 1;
      case LITERAL:
        return 2;
      case RANGE:
      case RANGE_UNI_IGNORE:
        return 3;
      case CHARSET:
        return 9;
      case CATEGORY:
        return at + 1 < end && this.unsigned(at + 1) < CATEGORIES ? 2 : BAD;
      case BIGCHARSET:
        return this.blocksSize(at + 1, end);
      default:
        return BAD;
    }
  }

  private blocksSize(at: number, end: number): number {
    if (at + 65 > end) return BAD;
    const blocks = this.unsigned(at);
    for (let group = 0; group < 256; group++) if (blockOf(this.code, at, group) >= blocks) return BAD;
    return 66 + 8 * blocks;
  }
}

/** Checks what follows an operation; answers where the next one is, or BAD. */
type Check = (c: Checker, at: number, end: number, op: number) => number;
const CHECKS: Record<number, Check> = {};
const forAll = (ops: readonly number[], check: Check): void => {
  for (const op of ops) CHECKS[op] = check;
};

forAll([ANY, ANY_ALL, SUCCESS, FAILURE], (_c, at) => at);
forAll(
  [
    LITERAL,
    NOT_LITERAL,
    LITERAL_IGNORE,
    NOT_LITERAL_IGNORE,
    LITERAL_LOC_IGNORE,
    NOT_LITERAL_LOC_IGNORE,
    LITERAL_UNI_IGNORE,
    NOT_LITERAL_UNI_IGNORE,
  ],
  (_c, at, end) => (at < end ? at + 1 : BAD),
);
forAll([MARK], (c, at, end) => (at < end && c.isMark(at) ? at + 1 : BAD));
forAll([AT], (c, at, end) => (at < end && c.unsigned(at) <= AT_UNI_NON_BOUNDARY ? at + 1 : BAD));
forAll([GROUPREF, GROUPREF_IGNORE, GROUPREF_LOC_IGNORE, GROUPREF_UNI_IGNORE], (c, at, end) =>
  c.isGroup(at, end) ? at + 1 : BAD,
);
forAll([JUMP], (_c, at, end) => (at + 1 === end ? at : BAD));

forAll([IN, IN_IGNORE, IN_LOC_IGNORE, IN_UNI_IGNORE], (c, at, end) => {
  const skip = c.skip(at, end);
  return skip >= 2 && c.isSet(at + 1, at + skip - 1) ? at + skip : BAD;
});

forAll([INFO], (c, at, end) => {
  const skip = c.skip(at, end);
  if (skip < 4) return BAD;
  const flags = c.unsigned(at + 1);
  const next = at + skip;
  if (flags > 7 || (flags & (INFO_PREFIX | INFO_CHARSET)) === (INFO_PREFIX | INFO_CHARSET)) return BAD;
  if ((flags & INFO_LITERAL) !== 0 && (flags & INFO_PREFIX) === 0) return BAD;
  if ((flags & INFO_CHARSET) !== 0) return c.isSet(at + 4, next - 1) ? next : BAD;
  if ((flags & INFO_PREFIX) === 0) return next === at + 4 ? next : BAD;
  const length = c.unsigned(at + 4);
  const overlap = at + 6 + length;
  if (overlap + length !== next || c.unsigned(at + 5) > length) return BAD;
  for (let i = overlap; i < next; i++) if (c.unsigned(i) >= length) return BAD;
  return next;
});

/** The branches one after the other; each ends with a JUMP to the same place, which is right behind the last. */
function branch(c: Checker, at: number, end: number, target: number): number {
  const skip = c.skip(at, end);
  if (skip === BAD) return BAD;
  if (skip === 0) return target === at + 1 ? target : BAD;
  if (skip < 3) return BAD;
  const jump = at + skip - 2;
  const after = notJumped(() => {
    if (c.word(jump) !== JUMP) return BAD;
    const distance = c.skip(jump + 1, end);
    const to = jump + 1 + distance;
    if (distance === BAD || (target !== BAD && to !== target)) return BAD;
    return branch(c, jump + 2, end, to);
  });
  return c.nest(at + 1, jump, after);
}
forAll([BRANCH], (c, at, end) => branch(c, at, end, BAD));

/** The words min and max of a repeat. */
const areBounds = (c: Checker, at: number): boolean => c.unsigned(at) <= c.unsigned(at + 1);

// The compiler makes these only of an operation that takes one character, and the matcher counts on it.
forAll([REPEAT_ONE, MIN_REPEAT_ONE, POSSESSIVE_REPEAT_ONE], (c, at, end) => {
  const skip = c.skip(at, end);
  if (skip < 5 || !areBounds(c, at + 1) || TAKES_ONE[c.word(at + 3)] !== 1) return BAD;
  const last = at + skip - 1;
  return c.nest(
    at + 3,
    last,
    notJumped(() => (c.word(last) === SUCCESS ? last + 1 : BAD)),
  );
});

forAll([REPEAT, POSSESSIVE_REPEAT], (c, at, end, op) => {
  const skip = c.skip(at, end);
  if (skip < 3 || at + skip >= end || !areBounds(c, at + 1)) return BAD;
  const last = at + skip;
  const ends = op === REPEAT ? [MAX_UNTIL, MIN_UNTIL] : [SUCCESS];
  return c.nest(
    at + 3,
    last,
    notJumped(() => (ends.includes(c.word(last)) ? last + 1 : BAD)),
  );
});

forAll([ATOMIC_GROUP], (c, at, end) => {
  const skip = c.skip(at, end);
  if (skip < 2) return BAD;
  const last = at + skip - 1;
  return c.nest(
    at + 1,
    last,
    notJumped(() => (c.word(last) === SUCCESS ? last + 1 : BAD)),
  );
});

forAll([ASSERT, ASSERT_NOT], (c, at, end) => {
  const skip = c.skip(at, end);
  if (skip < 3) return BAD;
  const last = at + skip - 1;
  return c.nest(
    at + 2,
    last,
    notJumped(() => (c.word(last) === SUCCESS ? last + 1 : BAD)),
  );
});

// (?(group)then|else): when the part for a group that has matched ends with a JUMP there is another part behind it.
forAll([GROUPREF_EXISTS], (c, at, end) => {
  if (!c.isGroup(at, end)) return BAD;
  const skip = c.skip(at + 1, end, 1);
  if (skip === BAD || skip < 2) return BAD;
  const first = at + skip;
  return c.nest(at + 2, first, (jumped) => {
    if (!jumped) return first;
    const distance = c.skip(first - 1, end);
    if (distance < 1) return BAD;
    const last = first - 1 + distance;
    return c.nest(
      first,
      last,
      notJumped(() => last),
    );
  });
});

/** Is this code that the matcher can run? */
export const isValid = (code: Int32Array, groups: number): boolean => new Checker(code, groups).run();
