// The parser's arena. While a source that was handed in as text runs, CPython's parser still holds
// the constants of its tree, so each counts one reference more until the run has ended.
import { dropAll, newRef, type OwnedValue, type Value } from "../heap/refs.ts";
import { isInterned, isStr } from "../objects/str.ts";
import { isTuple } from "../objects/tuple.ts";
import { isCode, type PyCode } from "./code.ts";
import { vm } from "./state.ts";

/** Runs code that was just compiled from text, with its constants held as long as it runs. */
export function withArena<T>(code: PyCode, body: () => T): T {
  const held = holdConstants(code);
  vm.arenas.push(held);
  try {
    return body();
  } finally {
    vm.arenas.splice(vm.arenas.indexOf(held), 1);
    dropAll(held);
  }
}

/** A reference to every constant of a tree that does not live for ever anyway. */
export function holdConstants(code: PyCode): OwnedValue[] {
  const held: OwnedValue[] = [];
  const work: ArrayLike<Value>[] = [code.value.consts.value];
  for (let consts = work.pop(); consts !== undefined; consts = work.pop()) {
    for (const c of Array.from(consts)) {
      if (typeof c === "number") continue;
      if (isCode(c)) {
        work.push(c.value.consts.value);
        continue;
      }
      if (isStr(c) && isInterned(c)) continue;
      held.push(newRef(c));
      if (isTuple(c)) work.push(c.value);
    }
  }
  return held;
}
