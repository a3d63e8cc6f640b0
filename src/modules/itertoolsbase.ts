// What the iterators of itertools have in common. The payload's `owned` holds every reference that
// an iterator has, by position; a position that is undefined is empty. A clearing collector
// empties all of them: an iterator without its source has come to its end.
import { allocGC, track } from "../heap/heap.ts";
import { isTracked, type PyObject, type PyType } from "../heap/object.ts";
import {
  drop,
  dropMaybe,
  newRef,
  newRefs,
  type Owned,
  type OwnedValue,
  type Refs,
  refCount,
  replace,
  share,
  type Value,
} from "../heap/refs.ts";
import { BASETYPE, HAVE_GC, type Visit } from "../heap/type.ts";
import { Native } from "../native/signature.ts";
import type { TypeTable } from "../objects/define.ts";
import { overflowError, recursionError, typeError } from "../objects/errors.ts";
import { asInstanceOf } from "../objects/instance.ts";
import { index } from "../objects/int.ts";
import { next } from "../objects/iteration.ts";
import { untold } from "../objects/members.ts";
import { recursion } from "../objects/recursion.ts";
import { intern } from "../objects/str.ts";
import { isTuple, newTuple, type PyTuple } from "../objects/tuple.ts";
import { warn } from "../vm/reportwarning.ts";

export interface IterState {
  owned: (Value | undefined)[];
}
export type PyIter<S extends IterState = IterState> = PyObject<S>;
export type Kwnames = readonly PyObject[] | null;

/** The part of a type's table that is the same for all. */
export const iteratorTable = <S extends IterState>(
  name: string,
  basicSize: number,
  flags: number = HAVE_GC | BASETYPE,
): TypeTable<PyIter<S>> => ({
  name,
  module: "itertools",
  flags,
  basicSize,
  traverse(it: PyIter<S>, visit: Visit) {
    for (const o of it.value.owned) if (o !== undefined && typeof o !== "number") visit(o);
  },
  clear(it: PyIter<S>) {
    const { owned } = it.value;
    it.value.owned = [];
    for (const o of owned) dropMaybe(o);
  },
  constants: () => ({ __module__: newRef(intern("itertools")) }),
});

/** A new iterator of a builtin type, or of a class built on it. */
export const newIter = <S extends IterState>(
  builtin: PyType,
  type: PyType,
  state: S,
  extraBytes = 0,
): Owned<PyIter<S>> =>
  asInstanceOf(
    allocGC<S, null>(builtin, state, null, builtin.value.basicSize + extraBytes + 16) as Owned<PyIter<S>>,
    type,
  );

/** The next item of a source. Iterators may lie one in the other as deep as a program likes, so the depth is counted. */
export function advance(source: Value): OwnedValue | undefined {
  if (++recursion.depth > recursion.limit) {
    recursion.depth--;
    throw recursionError("maximum recursion depth exceeded");
  }
  try {
    return next(source);
  } finally {
    recursion.depth--;
  }
}

/** Moves a reference out. */
export function take(owned: (Value | undefined)[], i: number): OwnedValue | undefined {
  const value = owned[i];
  owned[i] = undefined;
  return value as OwnedValue | undefined;
}

/** Moves a reference in; the one that was there is given up. */
export function put(owned: (Value | undefined)[], i: number, value: OwnedValue | undefined): void {
  const old = owned[i];
  owned[i] = value;
  dropMaybe(old);
}

/** A second reference to what is there. */
export const shareAt = (owned: (Value | undefined)[], i: number): OwnedValue => share(owned as Value[], i);

/** Gives up a source: the iterator has come to its end. */
export function finish(owned: (Value | undefined)[], i: number): undefined {
  put(owned, i, undefined);
  return undefined;
}

/** Checks a call that takes `n` positional arguments; a class with an `__init__` of its own may take keywords. */
export function positional(
  name: string,
  n: number,
  builtin: PyType,
  type: PyType,
  args: readonly Value[],
  kwnames: Kwnames,
): void {
  const keywords = kwnames?.length ?? 0;
  if (keywords > 0 && type.value.slots.init === builtin.value.slots.init)
    throw typeError(`${name}() takes no keyword arguments`);
  const given = args.length - keywords;
  if (given !== n) throw typeError(`${name} expected ${n} argument${n === 1 ? "" : "s"}, got ${given}`);
}

/** An int in the range of a C ssize_t; beyond 2^53 it is cut, for nothing counts that far. */
export function ssize(value: Value): number {
  const n = index(value);
  if (typeof n === "number") return n;
  if (n >= 2n ** 63n || n < -(2n ** 63n)) throw overflowError("Python int too large to convert to C ssize_t");
  return n > 0n ? Number.MAX_SAFE_INTEGER : Number.MIN_SAFE_INTEGER;
}

/** New references to some elements, as a tuple. */
export function pick(slots: ArrayLike<Value>, indices: ArrayLike<number>, count: number): Owned<PyTuple> {
  const items = newRefs();
  for (let i = 0; i < count; i++) items.push(share(slots, indices[i]));
  return newTuple(items);
}

/**
 * The tuple that an iterator has given out before, to be filled again: itself when nobody else has
 * it any more, else a copy, which takes its place in `owned[at]`. Borrowed.
 */
export function reuse(owned: (Value | undefined)[], at: number): PyTuple {
  const result = owned[at] as PyTuple;
  if (refCount(result) > 1 && result.value.length > 0) {
    const items = newRefs();
    for (let i = 0; i < result.value.length; i++) items.push(share(result.value, i));
    const copy = newTuple(items);
    owned[at] = copy;
    drop(result as Owned<PyTuple>);
    return copy;
  }
  if (!isTracked(result) && result.value.length > 0) track(result);
  return result;
}

/** Puts a second reference to `slots[i]` into place `k` of a tuple that is being filled again. */
export const refill = (tuple: PyTuple, k: number, slots: ArrayLike<Value>, i: number): void =>
  drop(replace(tuple.value, k, share(slots, i)));

/** The iterator's own result, once more. */
export const giveResult = (owned: (Value | undefined)[], at: number): Owned<PyTuple> => newRef(owned[at] as PyTuple);

const DEPRECATED = "Pickle, copy, and deepcopy support will be removed from itertools in Python 3.14.";

/** Methods without a `__text_signature__`; those that pickle calls warn that they will go. */
export const pickling = (natives: readonly Native[]): Native[] =>
  untold(natives).map((n) => {
    if (n.name !== "__reduce__" && n.name !== "__setstate__") return n;
    const warning = (...args: unknown[]): unknown => {
      warn("DeprecationWarning", DEPRECATED);
      return n.impl(...args);
    };
    return new Native(n.name, n.doc, n.kind, null, [...n.params], n.result, warning);
  });

/** The parts of a state that was a tuple, which must be so many. */
export function stateParts(state: Value, least: number, most: number): Refs {
  if (!isTuple(state)) throw typeError("state is not a tuple");
  const given = state.value.length;
  if (given >= least && given <= most) return state.value;
  const [bound, wanted] = given < least ? ["at least", least] : ["at most", most];
  const many = `${least === most ? "exactly" : bound} ${wanted} argument${wanted === 1 ? "" : "s"}`;
  throw typeError(`function takes ${many} (${given} given)`);
}
