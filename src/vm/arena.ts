// The parser's arena. While a source that was handed in as text runs, CPython's parser still holds
// the constants of its tree, so each counts one reference more until the run has ended.
import type { Constant } from "../bytecode/code.ts";
import { settle } from "../heap/collect.ts";
import { untrack } from "../heap/heap.ts";
import { isTracked, type PyObject } from "../heap/object.ts";
import { dropAll, newRef, type OwnedValue, type Value } from "../heap/refs.ts";
import { isAnySet } from "../objects/set.ts";
import { isInterned, isStr } from "../objects/str.ts";
import { isTuple, type PyTuple } from "../objects/tuple.ts";
import { isCode, type PyCode } from "./code.ts";
import { vm } from "./state.ts";

/** Runs a program that was just compiled from text, with its constants held as long as it runs. */
export function withArena<T>(code: PyCode, body: () => T): T {
  beginProgram(code);
  return holdingConstants(code, body);
}

/** Before a program starts CPython's collector has run, and has let go of the constant tuples of atoms. */
export function beginProgram(code: PyCode): void {
  untrackTuples(code);
  settle();
}

/** Runs `body` while the constants of code are held. */
export function holdingConstants<T>(code: PyCode, body: () => T): T {
  const held = holdConstants(code);
  vm.arenas.push(held);
  try {
    return body();
  } finally {
    vm.arenas.splice(vm.arenas.indexOf(held), 1);
    dropAll(held);
  }
}

/**
 * A reference to every constant of a tree that does not live for ever anyway, one however often it is
 * used: but the parser notes a bytes literal twice, and a tuple again each time that folding answers it.
 */
export function holdConstants(code: PyCode): OwnedValue[] {
  const held: OwnedValue[] = [];
  const seen = new Set<PyObject>();
  const work: [ArrayLike<Value>, readonly Constant[]][] = [[code.value.consts.value, code.value.unit.consts]];
  for (let next = work.pop(); next !== undefined; next = work.pop()) {
    const [values, constants] = next;
    for (let i = 0; i < values.length; i++) {
      const [value, constant] = [values[i], constants[i]];
      if (typeof value === "number") continue;
      if (isCode(value)) work.push([value.value.consts.value, value.value.unit.consts]);
      if (isCode(value) || livesForEver(value) || seen.has(value)) continue;
      seen.add(value);
      for (let n = timesHeld(constant); n > 0; n--) held.push(newRef(value));
      if (constant?.type === "tuple") {
        work.push([(value as PyTuple).value, constant.items]);
        holdAgain((value as PyTuple).value, constant.again ?? [], held);
      }
      if (isAnySet(value)) work.push([value.value.keys.filter((key) => typeof key === "object" && key !== null), []]);
    }
  }
  return held;
}

const livesForEver = (value: Value): boolean => typeof value === "number" || (isStr(value) && isInterned(value));

function holdAgain(items: ArrayLike<Value>, places: readonly number[], held: OwnedValue[]): void {
  for (const at of places) if (!livesForEver(items[at])) held.push(newRef(items[at] as PyObject));
}

function timesHeld(constant: Constant | undefined): number {
  if (constant?.type === "tuple") return 1 + (constant.kept ?? 0);
  return constant?.type === "bytes" ? 2 : 1;
}

/** Lets go of the constant tuples of atoms. */
function untrackTuples(code: PyCode): void {
  const tuples: PyTuple[] = [code.value.consts];
  for (let i = 0; i < tuples.length; i++) {
    for (const c of tuples[i].value) {
      if (isTuple(c)) tuples.push(c);
      else if (typeof c !== "number" && isCode(c)) tuples.push(c.value.consts);
    }
  }
  // Inner tuples come after those that hold them.
  for (const tuple of tuples.reverse()) {
    if (!tuple.value.some((o) => typeof o !== "number" && isTracked(o))) untrack(tuple);
  }
}
