// callable_iterator: what `iter(callable, sentinel)` makes. It calls until the answer equals the
// sentinel, then lets go of both.
import { allocGC } from "../heap/heap.ts";
import type { PyObject } from "../heap/object.ts";
import {
  drop,
  dropMaybe,
  keep,
  newRef,
  newRefs,
  type Owned,
  type OwnedValue,
  type Refs,
  share,
  type Value,
} from "../heap/refs.ts";
import { HAVE_GC, NO_NEW } from "../heap/type.ts";
import { def } from "../native/signature.ts";
import { callArray } from "./call.ts";
import { defineType } from "./define.ts";
import { caught } from "./errors.ts";
import { builtinNamed } from "./iterators.ts";
import { equal, isError } from "./protocol.ts";
import { EMPTY_TUPLE, tupleOf } from "./tuple.ts";

/** [callable, sentinel], both owned; empty at the end. */
export type PyCallableIterator = PyObject<Refs>;

function finish(it: PyCallableIterator): void {
  const held = it.value;
  it.value = newRefs();
  for (const o of held) dropMaybe(o);
}

/** One call; undefined at the end, also when the callable raises StopIteration. */
function nextOf(it: PyCallableIterator): OwnedValue | undefined {
  if (it.value.length === 0) return undefined;
  const callable = share(it.value, 0);
  let answer: OwnedValue;
  try {
    answer = callArray(callable, [], null);
  } catch (e) {
    if (!isError(caught(e), "StopIteration")) throw e;
    drop(caught(e) as Owned);
    finish(it);
    return undefined;
  } finally {
    drop(callable);
  }
  return isSentinel(it, answer) ? undefined : answer;
}

/** Is the answer the sentinel? Then it is given up, and so is everything else. */
function isSentinel(it: PyCallableIterator, answer: OwnedValue): boolean {
  if (it.value.length === 0) {
    drop(answer);
    return true;
  }
  const sentinel = share(it.value, 1);
  try {
    if (!equal(answer, sentinel)) return false;
  } catch (e) {
    drop(answer);
    throw e;
  } finally {
    drop(sentinel);
  }
  drop(answer);
  finish(it);
  return true;
}

export const CallableIteratorType = defineType<PyCallableIterator>({
  name: "callable_iterator",
  flags: HAVE_GC | NO_NEW,
  basicSize: 32,
  traverse(it, visit) {
    for (const o of it.value) if (typeof o !== "number") visit(o);
  },
  clear: finish,
  slots: { iter: (it) => newRef(it), next: nextOf },
  methods: [
    def("__reduce__($self, /)", "What pickle needs to make the iterator again.", (it: PyCallableIterator) => {
      const iter = builtinNamed("iter");
      if (it.value.length === 0) return tupleOf(iter, tupleOf(newRef(EMPTY_TUPLE)));
      return tupleOf(iter, tupleOf(share(it.value, 0), share(it.value, 1)));
    }),
  ],
});

/** Borrows both. */
export function newCallableIterator(callable: Value, sentinel: Value): Owned<PyCallableIterator> {
  const held = newRefs();
  held.push(keep(callable), keep(sentinel));
  return allocGC<Refs, null>(CallableIteratorType, held, null, 48) as Owned<PyCallableIterator>;
}
