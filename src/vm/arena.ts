// The parser's arena. While a source that was handed in as text runs, CPython's parser still holds
// the constants of its tree, so each counts one reference more until the run has ended.
import { untrack } from "../heap/heap.ts";
import { isTracked } from "../heap/object.ts";
import { dropAll, newRef, type OwnedValue, type Value } from "../heap/refs.ts";
import { isInterned, isStr } from "../objects/str.ts";
import { isTuple, type PyTuple } from "../objects/tuple.ts";
import { isCode, type PyCode } from "./code.ts";
import { vm } from "./state.ts";

/** Runs code that was just compiled from text, with its constants held as long as it runs. */
export function withArena<T>(code: PyCode, body: () => T): T {
  const held = holdConstants(code);
  untrackTuples(code);
  vm.arenas.push(held);
  try {
    return body();
  } finally {
    vm.arenas.splice(vm.arenas.indexOf(held), 1);
    dropAll(held);
  }
}

/** One reference to every constant of a tree, however often it is used, that does not live for ever anyway. */
export function holdConstants(code: PyCode): OwnedValue[] {
  const held = new Set<OwnedValue>();
  const work: ArrayLike<Value>[] = [code.value.consts.value];
  for (let consts = work.pop(); consts !== undefined; consts = work.pop()) {
    for (const c of Array.from(consts)) {
      if (typeof c === "number") continue;
      if (isCode(c)) {
        work.push(c.value.consts.value);
        continue;
      }
      if ((isStr(c) && isInterned(c)) || held.has(c as OwnedValue)) continue;
      held.add(newRef(c));
      if (isTuple(c)) work.push(c.value);
    }
  }
  return [...held];
}

/** Before a program starts CPython's collector has run, and has let go of the constant tuples of atoms. */
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
