// Calls of Python functions: the arguments find their parameters. The common case, plain
// positional parameters in the right number, is the interpreter's own; everything else is here,
// with CPython's messages.
import { CO_OPTIMIZED, CO_VARARGS, CO_VARKEYWORDS } from "../bytecode/code.ts";
import { reserve } from "../heap/heap.ts";
import type { PyObject } from "../heap/object.ts";
import { copySlots, drop, keep, newRef, type OwnedValue, type Refs, share, type Value } from "../heap/refs.ts";
import { dictFind, dictSet, newDict, type PyDict } from "../objects/dict.ts";
import { memoryError, recursionError, typeError } from "../objects/errors.ts";
import type { PyFunction } from "../objects/function.ts";
import { borrow } from "../objects/lookup.ts";
import { type PyStr, strEqual } from "../objects/str.ts";
import { newTuple } from "../objects/tuple.ts";
import type { Code, PyCode } from "./code.ts";
import { type Frame, frameObject, newFrame } from "./frame.ts";
import { vm } from "./state.ts";

/** How many slots the stack may have at most, whatever the limit of memory. */
const MOST_SLOTS = 2 ** 24;
/** A slot stands for its share of the frame: so many bytes are in use for each. */
const BYTES_PER_SLOT = 64;

/** A stack wide enough for a frame whose slots begin at `bp`. Raises MemoryError where frames would take all that is left. */
export function growStack(S: Value[], needed: number): void {
  if (needed <= S.length) return;
  if (needed > MOST_SLOTS) throw memoryError();
  reserve(needed * BYTES_PER_SLOT);
  while (S.length < needed) S.push(undefined as unknown as Value);
}

/** Counts one more Python call; raises RecursionError when there are too many. */
export function enterCall(): void {
  if (vm.depth >= vm.limit) throw recursionError("maximum recursion depth exceeded");
  vm.depth++;
}

/**
 * A frame for a call, with its arguments bound. `args` are moved out of their array, from `at` on;
 * the last `kwnames.length` of them are keywords. When binding raises, all of them are dropped.
 */
export function bindFrame(
  func: PyFunction,
  args: Value[],
  at: number,
  count: number,
  kwnames: readonly PyObject[] | null,
  bp: number,
  back: Frame | null,
  kind: number,
): Frame {
  const code = (func.value.code as PyCode).value;
  const S = vm.S;
  if (code.simple && kwnames === null && count === code.argCount && vm.depth < vm.limit) {
    growStack(S, bp + code.frameSize + 1);
    vm.depth++;
    for (let i = 0; i < count; i++) S[bp + i] = args[at + i];
    for (let i = count; i < code.nlocalsplus; i++) S[bp + i] = TAKEN;
    return newFrame(code, func, S, bp, back, kind);
  }
  const locals: (Value | undefined)[] = [];
  for (let i = 0; i < code.nlocalsplus; i++) locals.push(undefined);
  const given = args.slice(at, at + count);
  try {
    growStack(S, bp + code.frameSize + 1);
    bindArguments(func, code, locals, given, kwnames);
    enterCall();
  } catch (e) {
    for (const x of given) if (x !== undefined) drop(x as OwnedValue);
    for (const x of locals) if (x !== undefined) drop(x as OwnedValue);
    throw e;
  }
  for (let i = 0; i < locals.length; i++) S[bp + i] = locals[i] as Value;
  const frame = newFrame(code, func, S, bp, back, kind);
  if ((code.flags & CO_OPTIMIZED) === 0) {
    // Code of a module or class that runs as a function keeps its names in the globals. A frame with an object is taken
    // down by the path that drops its namespace.
    frame.locals = newRef(frame.globals);
    frameObject(frame);
  }
  return frame;
}

const TAKEN = undefined as unknown as Value;

/** Moves arguments into their places; what stays in `given` is the caller's to drop. */
function bindArguments(
  func: PyFunction,
  code: Code,
  locals: (Value | undefined)[],
  given: Value[],
  kwnames: readonly PyObject[] | null,
): void {
  const { argCount, flags } = code;
  const kwOnly = code.unit.kwOnlyArgCount;
  const total = argCount + kwOnly;
  const npos = given.length - (kwnames?.length ?? 0);
  const plain = Math.min(npos, argCount);
  for (let i = 0; i < plain; i++) {
    locals[i] = given[i];
    given[i] = TAKEN;
  }
  if ((flags & CO_VARARGS) !== 0) {
    const rest = plain < npos ? copySlots(given, plain, npos) : [];
    for (let i = plain; i < npos; i++) given[i] = TAKEN;
    locals[total] = newTuple(rest as OwnedValue[] as Refs);
  }
  const kwargsAt = total + ((flags & CO_VARARGS) !== 0 ? 1 : 0);
  const kwargs = (flags & CO_VARKEYWORDS) !== 0 ? newDict() : null;
  if (kwargs !== null) locals[kwargsAt] = kwargs;
  if (kwnames !== null) bindKeywords(func, code, locals, given, npos, kwnames, kwargs, total);
  if (npos > argCount && (flags & CO_VARARGS) === 0) throw tooMany(func, code, locals, npos);
  fillDefaults(func, code, locals);
}

function bindKeywords(
  func: PyFunction,
  code: Code,
  locals: (Value | undefined)[],
  given: Value[],
  npos: number,
  kwnames: readonly PyObject[],
  kwargs: PyDict | null,
  total: number,
): void {
  kwnames.forEach((name, k) => {
    const at = findParameter(code, name as PyStr, code.unit.posOnlyArgCount, total);
    const from = npos + k;
    if (at >= 0) {
      if (locals[at] !== undefined) {
        throw typeError(`${func.value.qualname.value}() got multiple values for argument '${(name as PyStr).value}'`);
      }
      locals[at] = given[from];
    } else if (kwargs !== null) dictSet(kwargs, name, given[from] as OwnedValue);
    else throw unexpectedKeyword(func, code, kwnames, name as PyStr);
    given[from] = TAKEN;
  });
}

function findParameter(code: Code, name: PyStr, from: number, to: number): number {
  const { localNames } = code;
  for (let i = from; i < to; i++) if (localNames[i] === name) return i;
  for (let i = from; i < to; i++) if (strEqual(localNames[i], name)) return i;
  return -1;
}

function unexpectedKeyword(func: PyFunction, code: Code, kwnames: readonly PyObject[], name: PyStr): unknown {
  const qualname = func.value.qualname.value;
  const positional = kwnames.filter((k) => findParameter(code, k as PyStr, 0, code.unit.posOnlyArgCount) >= 0);
  if (positional.length > 0) {
    const list = positional.map((k) => (k as PyStr).value).join(", ");
    return typeError(`${qualname}() got some positional-only arguments passed as keyword arguments: '${list}'`);
  }
  return typeError(`${qualname}() got an unexpected keyword argument '${name.value}'`);
}

function fillDefaults(func: PyFunction, code: Code, locals: (Value | undefined)[]): void {
  const { argCount } = code;
  const defaults = func.value.defaults?.value ?? null;
  const first = argCount - (defaults?.length ?? 0);
  let missing = 0;
  for (let i = 0; i < argCount; i++) {
    if (locals[i] !== undefined) continue;
    if (i < first) missing++;
    else locals[i] = share(defaults as ArrayLike<Value>, i - first) as Value;
  }
  if (missing > 0) throw missingArguments(func, code, locals, 0, Math.max(0, first), "positional");
  const total = argCount + code.unit.kwOnlyArgCount;
  const kwdefaults = func.value.kwdefaults;
  let missingKeywords = 0;
  for (let i = argCount; i < total; i++) {
    if (locals[i] !== undefined) continue;
    const at = kwdefaults === null ? -1 : dictFind(kwdefaults, code.localNames[i]);
    if (at < 0) missingKeywords++;
    else locals[i] = keep(borrow((kwdefaults as PyDict).value.values as Value[], at)) as Value;
  }
  if (missingKeywords > 0) throw missingArguments(func, code, locals, argCount, total, "keyword-only");
}

function missingArguments(
  func: PyFunction,
  code: Code,
  locals: readonly (Value | undefined)[],
  from: number,
  to: number,
  kind: string,
): unknown {
  const names: string[] = [];
  for (let i = from; i < to; i++) if (locals[i] === undefined) names.push(`'${code.localNames[i].value}'`);
  return typeError(
    `${func.value.qualname.value}() missing ${names.length} required ${kind} argument${names.length === 1 ? "" : "s"}: ${enumerate(names)}`,
  );
}

/** 'a', 'a' and 'b', or 'a', 'b', and 'c'. */
function enumerate(names: readonly string[]): string {
  if (names.length < 3) return names.join(" and ");
  return `${names.slice(0, -1).join(", ")}, and ${names[names.length - 1]}`;
}

function tooMany(func: PyFunction, code: Code, locals: readonly (Value | undefined)[], given: number): unknown {
  const { argCount } = code;
  const defaults = func.value.defaults?.value.length ?? 0;
  let keywords = 0;
  for (let i = argCount; i < argCount + code.unit.kwOnlyArgCount; i++) if (locals[i] !== undefined) keywords++;
  const takes = defaults > 0 ? `from ${argCount - defaults} to ${argCount}` : `${argCount}`;
  const plural = defaults > 0 || argCount !== 1 ? "s" : "";
  const extra =
    keywords > 0
      ? ` positional argument${given === 1 ? "" : "s"} (and ${keywords} keyword-only argument${keywords === 1 ? "" : "s"})`
      : "";
  const was = given === 1 && keywords === 0 ? "was" : "were";
  return typeError(
    `${func.value.qualname.value}() takes ${takes} positional argument${plural} but ${given}${extra} ${was} given`,
  );
}

/** New references to arguments that stay their caller's: an unboxed int is boxed where it lies. */
export function copyArguments(args: Value[]): Value[] {
  const copies: Value[] = [];
  for (let i = 0; i < args.length; i++) copies.push(share(args, i) as Value);
  return copies;
}
