// The operations that may be come back to: branches, repeats, groups that look around. Each has a
// frame on the matcher's stack; what begins inside it gets a frame of its own, which says how the
// outer one goes on when the inner one has succeeded or failed. The groups are kept and put back
// exactly where CPython does, and nowhere else, since a program can see the difference.
import { runtimeError } from "../../objects/errors.ts";
import { lowerAscii, lowerUnicode } from "./chars.ts";
import * as op from "./codes.ts";
import type { Matcher } from "./matcher.ts";

// The places of a frame. Above it lie the marks that it has kept.
const RESUME = 0;
const OUTER = 1;
/** Must a success here satisfy what is asked of the whole match? */
const WHOLE = 2;
const PC = 3;
const PLACE = 4;
const COUNT = 5;
const LAST_MARK = 6;
const LAST_GROUP = 7;
/** How many marks lie above the frame. */
const KEPT = 8;
/** The frame of a REPEAT; see below. */
const LOOP = 9;
const FRAME = 10;

// A REPEAT's frame needs no marks: it keeps the loop that was around it, and where its last round began.
const AROUND = LAST_MARK;
const LAST_PLACE = LAST_GROUP;

/** What a step answers: go straight on from `pc` at `at`, or this frame has failed, or succeeded. */
const FAILED = 0;
const SUCCEEDED = 1;
const GO_ON = 2;

type Begin = (m: Matcher, pc: number, at: number, what: number) => number;
type Resume = (m: Matcher, ok: boolean, pc: number, at: number) => number;
const BEGIN: Record<number, Begin> = {};
const RESUMES: Resume[] = [];

/** Numbers a way to go on. */
const resume = (how: Resume): number => RESUMES.push(how) - 1;

/** Begins to match at `pc` in a frame of its own. The frame that asks goes on as `how` says. */
function enter(m: Matcher, how: number, pc: number, at: number, inner: number, from: number, whole?: number): number {
  const { frame } = m;
  if (frame >= 0) {
    m.stack[frame + PC] = pc;
    m.stack[frame + PLACE] = at;
  }
  m.need(FRAME);
  const { stack, top } = m;
  stack[top + RESUME] = how;
  stack[top + OUTER] = frame;
  stack[top + WHOLE] = whole ?? stack[frame + WHOLE];
  stack[top + KEPT] = 0;
  m.frame = top;
  m.top = top + FRAME;
  m.pc = inner;
  m.at = from;
  return GO_ON;
}

/** Matches the program from `pc` at the place `from`. `whole` says that it is the whole match that begins there. */
export function match(m: Matcher, pc: number, from: number, whole: boolean): boolean {
  m.takeStack();
  try {
    enter(m, 0, 0, 0, pc, from, whole ? 1 : 0);
    if (m.program.code[pc] === op.INFO && tooShort(m, pc, from)) return false;
    for (let answer = GO_ON; ; ) {
      m.work(1);
      if (answer === GO_ON) answer = step(m);
      if (answer === GO_ON) continue;
      const { stack, frame } = m;
      const outer = stack[frame + OUTER];
      if (outer < 0) return answer === SUCCEEDED;
      const how = stack[frame + RESUME];
      m.frame = outer;
      m.top = outer + FRAME + stack[outer + KEPT];
      answer = RESUMES[how](m, answer === SUCCEEDED, stack[outer + PC], stack[outer + PLACE]);
    }
  } finally {
    m.giveStack();
  }
}

/** The code says how many characters there must be at least. */
const tooShort = (m: Matcher, pc: number, from: number): boolean => m.end - from < m.program.code[pc + 3] >>> 0;

function step(m: Matcher): number {
  const what = m.advance();
  if (what === op.FAILURE) return FAILED;
  if (what === op.SUCCESS) {
    return m.stack[m.frame + WHOLE] === 1 && !satisfies(m, m.at) ? FAILED : SUCCEEDED;
  }
  const begin = BEGIN[what];
  if (begin === undefined) throw internalError();
  return begin(m, m.pc, m.at, what);
}

const internalError = () => runtimeError("internal error in regular expression engine");

/** May the whole match end here? */
const satisfies = (m: Matcher, at: number): boolean =>
  !(m.matchAll && at !== m.end) && !(m.mustAdvance && at === m.start);

/** Ends the frame with success at a place, the tail being empty. */
function finish(m: Matcher, at: number): number {
  m.at = at;
  return SUCCEEDED;
}

const isTailEmpty = (m: Matcher, tail: number, at: number): boolean =>
  m.program.code[tail] === op.SUCCESS && (m.stack[m.frame + WHOLE] === 0 || satisfies(m, at));

// ---- groups ----

/** Remembers what the groups are, and the marks themselves if told. */
function keepGroups(m: Matcher, marks: boolean): void {
  const { frame, lastMark } = m;
  m.stack[frame + LAST_MARK] = lastMark;
  m.stack[frame + LAST_GROUP] = m.lastGroup;
  const n = marks ? lastMark + 1 : 0;
  m.stack[frame + KEPT] = n;
  if (n === 0) return;
  m.need(n);
  m.stack.set(m.marks.subarray(0, n), m.top);
  m.top += n;
}

/** Puts the groups back to what they were; the marks stay kept. */
function restoreGroups(m: Matcher): void {
  const { stack, frame } = m;
  const n = stack[frame + KEPT];
  const from = frame + FRAME;
  for (let i = 0; i < n; i++) m.marks[i] = stack[from + i];
  m.lastMark = stack[frame + LAST_MARK];
  m.lastGroup = stack[frame + LAST_GROUP];
}

/** The kept marks are no longer needed. */
function forgetMarks(m: Matcher): void {
  m.stack[m.frame + KEPT] = 0;
  m.top = m.frame + FRAME;
}

// ---- branches ----

/** Tries the branches from `pc` on, which stands at the number of words to the next one. */
function tryBranches(m: Matcher, pc: number, at: number): number {
  const { code } = m.program;
  for (; code[pc] !== 0; pc += code[pc]) {
    const first = code[pc + 1];
    if (first === op.LITERAL || first === op.IN) {
      if (at >= m.end || !m.takes(first, pc + 2, m.charAt(at))) continue;
    }
    return enter(m, BRANCHED, pc, at, pc + 1, at);
  }
  return FAILED;
}

const BRANCHED = resume((m, ok, pc, at) => {
  if (ok) return SUCCEEDED;
  restoreGroups(m);
  return tryBranches(m, pc + m.program.code[pc], at);
});

BEGIN[op.BRANCH] = (m, pc, at) => {
  keepGroups(m, m.repeat >= 0);
  return tryBranches(m, pc, at);
};

// ---- repeats of one character: <skip> <min> <max> operation <SUCCESS> tail ----

/** As many as there are, then one less each time the tail fails. */
function tryFewer(m: Matcher, pc: number, at: number): number {
  const { code } = m.program;
  const { stack, frame } = m;
  const tail = pc + code[pc];
  let count = stack[frame + COUNT];
  const min = code[pc + 1];
  if (code[tail] === op.LITERAL) {
    // Only where the tail's first character is can it match.
    const wanted = code[tail + 1];
    const before = count;
    while (count >= min && (at >= m.end || m.charAt(at) !== wanted)) {
      at--;
      count--;
    }
    m.work((before - count) >> 3);
  }
  if (count < min) return FAILED;
  stack[frame + COUNT] = count;
  return enter(m, FEWER, pc, at, tail, at);
}

const FEWER = resume((m, ok, pc, at) => {
  if (ok) return SUCCEEDED;
  restoreGroups(m);
  m.stack[m.frame + COUNT]--;
  return tryFewer(m, pc, at - 1);
});

/** The least and the most of a repeat as numbers. */
const least = (m: Matcher, pc: number): number => m.program.code[pc + 1] >>> 0;
const isBelow = (count: number, max: number): boolean => max === op.UNBOUNDED || count < max >>> 0;

BEGIN[op.REPEAT_ONE] = (m, pc, at) => {
  const { code } = m.program;
  const min = least(m, pc);
  if (min > m.end - at) return FAILED;
  const count = m.count(pc + 3, at, code[pc + 2]);
  if (count < min) return FAILED;
  if (isTailEmpty(m, pc + code[pc], at + count)) return finish(m, at + count);
  m.stack[m.frame + COUNT] = count;
  keepGroups(m, m.repeat >= 0);
  return tryFewer(m, pc, at + count);
};

const MORE = resume((m, ok, pc, at) => {
  if (ok) return SUCCEEDED;
  restoreGroups(m);
  const { code } = m.program;
  if (m.count(pc + 3, at, 1) === 0) return FAILED;
  const count = ++m.stack[m.frame + COUNT];
  if (!isBelow(count - 1, code[pc + 2])) return FAILED;
  return enter(m, MORE, pc, at + 1, pc + code[pc], at + 1);
});

BEGIN[op.MIN_REPEAT_ONE] = (m, pc, at) => {
  const { code } = m.program;
  const min = least(m, pc);
  if (min > m.end - at) return FAILED;
  if (min > 0 && m.count(pc + 3, at, min) < min) return FAILED;
  if (isTailEmpty(m, pc + code[pc], at + min)) return finish(m, at + min);
  m.stack[m.frame + COUNT] = min;
  keepGroups(m, m.repeat >= 0);
  return enter(m, MORE, pc, at + min, pc + code[pc], at + min);
};

BEGIN[op.POSSESSIVE_REPEAT_ONE] = (m, pc, at) => {
  const { code } = m.program;
  const count = m.count(pc + 3, at, code[pc + 2]);
  if (count < least(m, pc)) return FAILED;
  m.pc = pc + code[pc];
  m.at = at + count;
  return GO_ON;
};

// ---- repeats: <skip> <min> <max> body <UNTIL> tail ----

const REPEATED = resume((m, ok) => {
  m.repeat = m.stack[m.frame + AROUND];
  return ok ? SUCCEEDED : FAILED;
});

// The frame of the REPEAT is the loop: how many rounds there were, where the code of it is.
BEGIN[op.REPEAT] = (m, pc, at) => {
  const { stack, frame } = m;
  stack[frame + COUNT] = -1;
  stack[frame + AROUND] = m.repeat;
  stack[frame + LAST_PLACE] = -1;
  m.repeat = frame;
  return enter(m, REPEATED, pc, at, pc + m.program.code[pc], at);
};

/** Another round of the loop. */
function round(m: Matcher, how: number, loop: number, count: number, pc: number, at: number): number {
  m.stack[loop + COUNT] = count;
  return enter(m, how, pc, at, m.stack[loop + PC] + 3, at);
}

/** The round that begins here is not counted after all. */
const uncount = (m: Matcher): void => {
  m.stack[m.stack[m.frame + LOOP] + COUNT] = m.stack[m.frame + COUNT] - 1;
};

/** A round that there must be: the loop fails with it. */
const NEEDED = resume((m, ok) => {
  if (ok) return SUCCEEDED;
  uncount(m);
  return FAILED;
});

/** The innermost loop, noted in the frame with the number of the round that may begin now. */
function openLoop(m: Matcher): number {
  const loop = m.repeat;
  if (loop < 0) throw internalError();
  m.stack[m.frame + LOOP] = loop;
  m.stack[m.frame + COUNT] = m.stack[loop + COUNT] + 1;
  return loop;
}

/** Keeps where the last round began; a round that begins where the last one did would go on for ever. */
function pushPlace(m: Matcher, loop: number, at: number): void {
  m.need(1);
  m.stack[m.top++] = m.stack[loop + LAST_PLACE];
  m.stack[m.frame + KEPT]++;
  m.stack[loop + LAST_PLACE] = at;
}

function popPlace(m: Matcher): void {
  const { stack, frame } = m;
  stack[stack[frame + LOOP] + LAST_PLACE] = stack[--m.top];
  stack[frame + KEPT]--;
}

/** The loop is left: the tail is matched with the loop around it. */
function leaveLoop(m: Matcher, how: number, pc: number, at: number): number {
  m.repeat = m.stack[m.stack[m.frame + LOOP] + AROUND];
  return enter(m, how, pc, at, pc, at);
}

const LEFT = resume((m, ok) => {
  m.repeat = m.stack[m.frame + LOOP];
  return ok ? SUCCEEDED : FAILED;
});

const ANOTHER = resume((m, ok, pc, at) => {
  popPlace(m);
  if (ok) return SUCCEEDED;
  restoreGroups(m);
  forgetMarks(m);
  uncount(m);
  return leaveLoop(m, LEFT, pc, at);
});

BEGIN[op.MAX_UNTIL] = (m, pc, at) => {
  const loop = openLoop(m);
  const { stack, frame } = m;
  const count = stack[frame + COUNT];
  const bounds = stack[loop + PC];
  if (count < least(m, bounds)) return round(m, NEEDED, loop, count, pc, at);
  if (!isBelow(count, m.program.code[bounds + 2]) || at === stack[loop + LAST_PLACE]) return leaveLoop(m, LEFT, pc, at);
  keepGroups(m, true);
  pushPlace(m, loop, at);
  return round(m, ANOTHER, loop, count, pc, at);
};

const RELUCTANT = resume((m, ok) => {
  popPlace(m);
  if (ok) return SUCCEEDED;
  uncount(m);
  return FAILED;
});

const NOT_LEFT = resume((m, ok, pc, at) => {
  const { stack, frame } = m;
  const loop = stack[frame + LOOP];
  m.repeat = loop;
  if (ok) return SUCCEEDED;
  restoreGroups(m);
  forgetMarks(m);
  const count = stack[frame + COUNT];
  if (!isBelow(count, m.program.code[stack[loop + PC] + 2]) || at === stack[loop + LAST_PLACE]) return FAILED;
  pushPlace(m, loop, at);
  return round(m, RELUCTANT, loop, count, pc, at);
});

BEGIN[op.MIN_UNTIL] = (m, pc, at) => {
  const loop = openLoop(m);
  const count = m.stack[m.frame + COUNT];
  if (count < least(m, m.stack[loop + PC])) return round(m, NEEDED, loop, count, pc, at);
  keepGroups(m, m.stack[loop + AROUND] >= 0);
  return leaveLoop(m, NOT_LEFT, pc, at);
};

// ---- possessive repeats and atomic groups: what has matched is not come back to ----

/** The next round, or the tail when there need not or cannot be one. `at` is where the last round began, -1 for none. */
function nextRound(m: Matcher, pc: number, at: number, now: number): number {
  const { code } = m.program;
  const { stack, frame } = m;
  const count = stack[frame + COUNT];
  if (count < least(m, pc)) return enter(m, FIRST_ROUNDS, pc, at, pc + 3, now, 0);
  if (isBelow(count, code[pc + 2]) && now !== at) {
    keepGroups(m, true);
    return enter(m, MORE_ROUNDS, pc, now, pc + 3, now, 0);
  }
  m.pc = pc + code[pc] + 1;
  m.at = now;
  return GO_ON;
}

const FIRST_ROUNDS = resume((m, ok, pc) => {
  if (!ok) return FAILED;
  m.stack[m.frame + COUNT]++;
  return nextRound(m, pc, -1, m.at);
});

const MORE_ROUNDS = resume((m, ok, pc, at) => {
  if (ok) {
    forgetMarks(m);
    m.stack[m.frame + COUNT]++;
    return nextRound(m, pc, at, m.at);
  }
  restoreGroups(m);
  forgetMarks(m);
  m.pc = pc + m.program.code[pc] + 1;
  m.at = at;
  return GO_ON;
});

BEGIN[op.POSSESSIVE_REPEAT] = (m, pc, at) => {
  m.stack[m.frame + COUNT] = 0;
  return nextRound(m, pc, -1, at);
};

const GROUPED = resume((m, ok, pc) => {
  if (!ok) return FAILED;
  m.pc = pc + m.program.code[pc];
  return GO_ON;
});

BEGIN[op.ATOMIC_GROUP] = (m, pc, at) => enter(m, GROUPED, pc, at, pc + 1, at, 0);

// ---- looking around: <skip> <back> body <SUCCESS> tail ----

const SEEN = resume((m, ok, pc, at) => {
  if (!ok) return FAILED;
  m.pc = pc + m.program.code[pc];
  m.at = at;
  return GO_ON;
});

BEGIN[op.ASSERT] = (m, pc, at) => {
  const back = m.program.code[pc + 1] >>> 0;
  return at < back ? FAILED : enter(m, SEEN, pc, at, pc + 2, at - back, 0);
};

const NOT_SEEN = resume((m, ok, pc, at) => {
  if (ok) return FAILED;
  restoreGroups(m);
  forgetMarks(m);
  m.pc = pc + m.program.code[pc];
  m.at = at;
  return GO_ON;
});

BEGIN[op.ASSERT_NOT] = (m, pc, at) => {
  const { code } = m.program;
  const back = code[pc + 1] >>> 0;
  if (at >= back) {
    keepGroups(m, m.repeat >= 0);
    return enter(m, NOT_SEEN, pc, at, pc + 2, at - back, 0);
  }
  m.pc = pc + code[pc];
  return GO_ON;
};

// ---- what groups have matched ----

const sameChar = (ch: number): number => ch;
/** How the characters of a reference to a group are compared. */
const CASES: Record<number, (ch: number) => number> = {
  [op.GROUPREF]: sameChar,
  [op.GROUPREF_IGNORE]: lowerAscii,
  [op.GROUPREF_LOC_IGNORE]: lowerAscii,
  [op.GROUPREF_UNI_IGNORE]: lowerUnicode,
};

const groupReference: Begin = (m, pc, at, what) => {
  const found = m.captured(m.program.code[pc]);
  if (found === null || found[1] < found[0]) return FAILED;
  const fold = CASES[what];
  const [from, to] = found;
  if (to - from > m.end - at) return FAILED;
  for (let i = from; i < to; i++, at++) if (fold(m.charAt(at)) !== fold(m.charAt(i))) return FAILED;
  m.work((to - from) >> 3);
  m.pc = pc + 1;
  m.at = at;
  return GO_ON;
};
for (const what of Object.keys(CASES)) BEGIN[Number(what)] = groupReference;

BEGIN[op.GROUPREF_EXISTS] = (m, pc) => {
  const found = m.captured(m.program.code[pc]);
  m.pc = found === null || found[1] < found[0] ? pc + m.program.code[pc + 1] : pc + 2;
  return GO_ON;
};
