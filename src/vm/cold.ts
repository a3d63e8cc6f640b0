// Instructions that are not hot: slices, functions, `raise`, `with`, exception groups, and what
// happens between two instructions.

import { OP } from "../bytecode/opcodes.ts";
import { collectDue } from "../heap/collect.ts";
import { heap } from "../heap/heap.ts";
import type { PyObject } from "../heap/object.ts";
import { drop, moved, newRef, type Owned, type OwnedValue, share, type Value } from "../heap/refs.ts";
import { refuel } from "../heap/work.ts";
import { call, findSpecial } from "../objects/call.ts";
import { dictSet, newDict, type PyDict } from "../objects/dict.ts";
import { type PyError, systemError, typeError } from "../objects/errors.ts";
import { memberValue } from "../objects/exceptionmethods.ts";
import { isException, matches, type PyException } from "../objects/exceptions.ts";
import { newFunction, setAnnotationDict } from "../objects/function.ts";
import { type IntValue, intOf } from "../objects/int.ts";
import { getItem, setItem, typeName } from "../objects/protocol.ts";
import { None, newNone } from "../objects/singletons.ts";
import { newSlice } from "../objects/slice.ts";
import { sliceBetween, sliceStrided } from "../objects/slicing.ts";
import { isStr } from "../objects/str.ts";
import type { PyTuple } from "../objects/tuple.ts";
import { enterMethod } from "./calls.ts";
import type { InternalCode, PyCode } from "./code.ts";
import { type Frame, KIND_CALL, KIND_WITH } from "./frame.ts";
import { passOn, raiseValue, reraiseHandled } from "./raise.ts";
import { vm } from "./state.ts";

/** What `runStepped` answers when its budget is used up. */
export const SUSPENDED = Symbol("suspended") as unknown as OwnedValue;

/** Thrown to leave a loop for the one that watches. */
export const WATCH = Symbol("watch");

/** What the interpreter's loop answers when it is to be entered again. */
export const AGAIN = Symbol("again") as unknown as OwnedValue;

/** Between two instructions: the collection that is due, and what else has asked to run. True when the loop is to be left for a moment. */
export function breakHere(f: Frame, sp: number): boolean {
  f.sp = sp;
  const watch = !vm.watching && vm.tracer !== null && heap.pending;
  if (heap.pending) collectDue();
  const empty = heap.fuel < 0;
  if (empty) refuel();
  if (watch) throw WATCH;
  return empty && !vm.watching;
}

// ---- slices ----

export function binarySlice(S: Value[], sp: number): number {
  const container = S[sp - 3];
  const start = S[sp - 2];
  const stop = S[sp - 1];
  const direct = sliceBetween(container, start, stop);
  if (direct !== undefined) {
    S[sp - 3] = direct as Value;
    drop(container as OwnedValue);
    return sp - 2;
  }
  const slice = newSlice(start as OwnedValue, stop as OwnedValue, newNone());
  S[sp - 2] = slice;
  S[sp - 1] = null as unknown as Value;
  const answer = getItem(container, slice);
  S[sp - 3] = answer as Value;
  S[sp - 2] = null as unknown as Value;
  drop(slice);
  drop(container as OwnedValue);
  return sp - 2;
}

export function storeSlice(S: Value[], sp: number): number {
  const [value, container, start, stop] = [S[sp - 4], S[sp - 3], S[sp - 2], S[sp - 1]];
  const slice = newSlice(start as OwnedValue, stop as OwnedValue, newNone());
  S[sp - 2] = slice;
  S[sp - 1] = null as unknown as Value;
  setItem(container, slice, value);
  for (let i = 1; i <= 4; i++) S[sp - i] = null as unknown as Value;
  drop(slice);
  drop(value as OwnedValue);
  drop(container as OwnedValue);
  return sp - 4;
}

/** BUILD_SLICE and the BINARY_SUBSCR after it, when they are for `sliceStrided`; false when they are not. */
export function subscriptStrided(f: Frame, sp: number, pc: number): boolean {
  const { ins } = f.code.internal as InternalCode;
  if (ins[pc] !== OP.BINARY_SUBSCR || ins[pc + 1] !== 0 || vm.tracer !== null) return false;
  const S = f.S;
  const container = S[sp - 4];
  const answer = sliceStrided(container, S[sp - 3], S[sp - 2], S[sp - 1]);
  if (answer === undefined) return false;
  S[sp - 4] = answer as Value;
  drop(container as OwnedValue);
  return true;
}

export function buildSlice(S: Value[], sp: number, n: number): number {
  const step = n === 3 ? (S[sp - 1] as OwnedValue) : newNone();
  const at = sp - n;
  S[at] = newSlice(S[at] as OwnedValue, S[at + 1] as OwnedValue, step);
  return at + 1;
}

// ---- functions ----

/** MAKE_FUNCTION: from the code on top, and below it what the flags say. */
export function makeFunction(f: Frame, sp: number, flags: number): number {
  const S = f.S;
  const code = S[--sp] as Owned<PyCode>;
  f.sp = sp;
  const { qualname, name, consts } = code.value;
  const doc = consts.value.length > 0 && isStr(consts.value[0]) ? consts.value[0] : None;
  const func = newFunction(code, f.globals, f.builtins, name, qualname, doc);
  const d = func.value;
  if ((flags & 8) !== 0) d.closure = S[--sp] as PyTuple;
  if ((flags & 4) !== 0) d.annotations = S[--sp] as PyObject;
  if ((flags & 2) !== 0) d.kwdefaults = S[--sp] as PyDict;
  if ((flags & 1) !== 0) d.defaults = S[--sp] as PyTuple;
  S[sp] = func;
  return sp + 1;
}

setAnnotationDict((pairs) => {
  const dict = newDict();
  try {
    for (let i = 0; i + 1 < pairs.value.length; i += 2) dictSet(dict, pairs.value[i], share(pairs.value, i + 1));
  } catch (e) {
    drop(dict);
    throw e;
  }
  return dict;
});

// ---- raising ----

/** RAISE_VARARGS: answers the exception, owned; the operands are off the stack. */
export function raiseVarargs(f: Frame, sp: number, n: number): Owned<PyException> {
  const S = f.S;
  if (n === 0) return reraiseHandled();
  const cause = n === 2 ? S[sp - 1] : undefined;
  const value = S[sp - n];
  const e = raiseValue(value, cause);
  f.sp = sp - n;
  drop(value as OwnedValue);
  if (cause !== undefined) drop(cause as OwnedValue);
  return e;
}

/** RERAISE with the offset of the instruction that failed first: answers its `pc`. */
export function reraiseAt(f: Frame, lasti: Value): number {
  const offset = Number(intOf(lasti as IntValue));
  const { offsets } = f.code.internal as NonNullable<typeof f.code.internal>;
  let low = 0;
  let high = offsets.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (offsets[middle] < offset) low = middle + 1;
    else high = middle;
  }
  return low * 2 + 2;
}

/** CLEANUP_THROW: StopIteration thrown into a delegate ends the delegation with its value. */
export function cleanupThrow(f: Frame, sp: number): number {
  const S = f.S;
  const e = S[sp - 1] as PyException;
  if (!isException(e) || !matches(e, "StopIteration")) throw passOn(newRef(e));
  const value = memberValue(e, 0);
  const [last, receiver] = [S[sp - 2], S[sp - 3]];
  S[sp - 3] = newNone();
  S[sp - 2] = value;
  for (const x of [e, last, receiver]) drop(x as OwnedValue);
  return sp - 1;
}

// ---- with ----

/** BEFORE_WITH: a context manager becomes its bound `__exit__` and what `__enter__` answers. Answers the frame to go on in. */
export function beforeWith(f: Frame, S: Value[], sp: number): Frame {
  const manager = S[sp - 1];
  const enter = findSpecial(manager, "__enter__");
  if (enter === undefined)
    throw typeError(`'${typeName(manager)}' object does not support the context manager protocol`);
  const exit = exitOf(manager, enter);
  S[sp - 1] = exit as Value;
  S[sp] = enter as Value;
  f.sp = sp + 1;
  drop(manager as OwnedValue);
  const entered = enterMethod(f, enter, [], KIND_WITH);
  if (entered !== null) return entered;
  S[sp] = call(enter) as Value;
  drop(enter);
  return f;
}

/** The bound `__exit__` of a context manager; without one `enter` is given up. */
function exitOf(manager: Value, enter: OwnedValue): OwnedValue {
  try {
    const exit = findSpecial(manager, "__exit__");
    if (exit !== undefined) return exit;
    throw typeError(
      `'${typeName(manager)}' object does not support the context manager protocol (missed __exit__ method)`,
    );
  } catch (e) {
    drop(enter);
    throw e;
  }
}

/** Calls `__exit__` with the exception on top: [exit, lasti, previous, exception]. Answers the frame to go on in. */
export function withExceptStart(f: Frame, S: Value[], sp: number): Frame {
  const e = S[sp - 1] as PyException;
  const exit = S[sp - 4];
  const details = [newRef(e.type), newRef(e), newRef(e.value.traceback ?? None)];
  const entered = enterMethod(f, exit, details, KIND_CALL);
  if (entered !== null) return entered;
  S[sp] = call(exit, ...details) as Value;
  f.sp = sp + 1;
  return f;
}

// ---- exception groups ----

let splitGroup: (group: PyException, clause: Value) => { match: Owned | null; rest: Owned | null };
/** Told once by groups.ts: what `except*` takes out of a group. */
export const setGroupSplitter = (f: typeof splitGroup): void => {
  splitGroup = f;
};

/** CHECK_EG_MATCH: [group, clause] become [rest, match]. */
export function checkGroupMatch(S: Value[], sp: number): number {
  const [group, clause] = [S[sp - 2] as PyException, S[sp - 1]];
  const { match, rest } = splitGroup(group, clause);
  S[sp - 2] = rest ?? newNone();
  S[sp - 1] = match ?? newNone();
  if (match !== null) {
    const old = vm.handled.value;
    vm.handled.value = newRef(match);
    if (old !== null) drop(moved(old) as Owned);
  }
  drop(group as unknown as Owned);
  drop(clause as OwnedValue);
  return sp;
}

/** The error of an instruction that there is none of, where it stands. */
export function unknownOpcode(f: Frame, pc: number, op: number): PyError {
  f.pc = pc;
  return systemError(`${f.code.unit.filename}:${f.line}: unknown opcode ${op & 255}`);
}
