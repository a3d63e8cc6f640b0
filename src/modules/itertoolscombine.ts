// itertools: product, permutations, combinations and combinations_with_replacement. Each keeps the
// tuple that it has given out last, and fills it again when nobody else has it any more.
import type { PyType } from "../heap/object.ts";
import { dropAll, newRef, newRefs, type OwnedValue, type Refs, share, type Value } from "../heap/refs.ts";
import { callNative } from "../native/bind.ts";
import { def } from "../native/signature.ts";
import { defineType, type TypeTable } from "../objects/define.ts";
import { overflowError, typeError, valueError } from "../objects/errors.ts";
import { isInt, newInt } from "../objects/int.ts";
import { tupleFrom } from "../objects/iteration.ts";
import { stateIndex } from "../objects/iterators.ts";
import { typeName } from "../objects/protocol.ts";
import { None } from "../objects/singletons.ts";
import { isTuple, newTuple, type PyTuple, tupleOf } from "../objects/tuple.ts";
import {
  finish,
  giveResult,
  type IterState,
  iteratorTable,
  type Kwnames,
  newIter,
  type PyIter,
  pick,
  pickling,
  put,
  refill,
  reuse,
  shareAt,
  ssize,
  stateParts,
} from "./itertoolsbase.ts";

/** `owned` is the result, then the pool or pools. */
interface Choosing extends IterState {
  indices: number[];
  /** Of permutations: how far each place still turns. */
  cycles: number[];
  /** Items of a result. */
  r: number;
  stopped: boolean;
}
type PyChoice = PyIter<Choosing>;
const RESULT = 0;
const POOL = 1;

const poolOf = (state: Choosing): Refs => (state.owned[POOL] as PyTuple).value;
const range = (n: number): number[] => Array.from({ length: n }, (_, i) => i);
const BYTES_PER_INDEX = 8;

function stop(state: Choosing): undefined {
  state.stopped = true;
  finish(state.owned, RESULT);
  return undefined;
}

/** How one of the four goes on: makes the first result, or changes the last one; false when there is no more. */
interface Rule {
  first(state: Choosing): OwnedValue | undefined;
  advance(state: Choosing, result: PyTuple): boolean;
}

const nextByRule =
  (rule: Rule) =>
  ({ value: state }: PyChoice): OwnedValue | undefined => {
    if (state.stopped || state.owned.length === 0) return undefined;
    if (state.owned[RESULT] === undefined) {
      const first = rule.first(state);
      if (first === undefined) return stop(state);
      put(state.owned, RESULT, first);
    } else if (!rule.advance(state, reuse(state.owned, RESULT))) return stop(state);
    return giveResult(state.owned, RESULT);
  };

/** Fills places `from` and on of the result as the indices say. */
function show(state: Choosing, result: PyTuple, from: number): void {
  const pool = poolOf(state);
  for (let i = from; i < state.r; i++) refill(result, i, pool, state.indices[i]);
}

const firstByIndices = (state: Choosing): OwnedValue => pick(poolOf(state), state.indices, state.r);

const combinationsRule: Rule = {
  first: firstByIndices,
  advance(state, result) {
    const { indices, r } = state;
    const n = poolOf(state).length;
    let i = r - 1;
    while (i >= 0 && indices[i] === i + n - r) i--;
    if (i < 0) return false;
    indices[i]++;
    for (let j = i + 1; j < r; j++) indices[j] = indices[j - 1] + 1;
    show(state, result, i);
    return true;
  },
};

const replacementRule: Rule = {
  first: firstByIndices,
  advance(state, result) {
    const { indices, r } = state;
    const n = poolOf(state).length;
    let i = r - 1;
    while (i >= 0 && indices[i] === n - 1) i--;
    if (i < 0) return false;
    indices.fill(indices[i] + 1, i);
    show(state, result, i);
    return true;
  },
};

const permutationsRule: Rule = {
  first: firstByIndices,
  advance(state, result) {
    const { indices, cycles, r } = state;
    const n = poolOf(state).length;
    for (let i = r - 1; n > 0 && i >= 0; i--) {
      if (--cycles[i] > 0) {
        const j = n - cycles[i];
        [indices[i], indices[j]] = [indices[j], indices[i]];
        show(state, result, i);
        return true;
      }
      indices.push(...indices.splice(i, 1));
      cycles[i] = n - i;
    }
    return false;
  },
};

const pools = (state: Choosing): PyTuple[] => state.owned.slice(POOL) as PyTuple[];

const productRule: Rule = {
  first(state) {
    const all = pools(state);
    if (all.some((pool) => pool.value.length === 0)) return undefined;
    const items = newRefs();
    for (const pool of all) items.push(share(pool.value, 0));
    return newTuple(items);
  },
  advance(state, result) {
    const all = pools(state);
    for (let i = all.length - 1; i >= 0; i--) {
      const rolls = ++state.indices[i] === all[i].value.length;
      if (rolls) state.indices[i] = 0;
      refill(result, i, all[i].value, state.indices[i]);
      if (!rolls) return true;
    }
    return false;
  },
};

// ---- what copying is told ----

const REDUCE = "What pickle needs to make the iterator again.";

/** The arguments that make the iterator again; then where it is, once it has begun. */
const reduceChoice =
  (isProduct: boolean, stateOf: (state: Choosing) => number[][]) =>
  (it: PyChoice): OwnedValue => {
    const { value: state } = it;
    if (state.stopped) {
      const empty = newTuple(newRefs());
      return tupleOf(newRef(it.type), isProduct ? tupleOf(empty) : tupleOf(empty, newInt(state.r)));
    }
    const args = newRefs();
    for (let i = POOL; i < state.owned.length; i++) args.push(shareAt(state.owned, i));
    if (!isProduct) args.push(newInt(state.r));
    if (state.owned[RESULT] === undefined) return tupleOf(newRef(it.type), newTuple(args));
    const parts = stateOf(state).map((list) => newTuple(list.map(newInt) as OwnedValue[] as Refs));
    return tupleOf(
      newRef(it.type),
      newTuple(args),
      parts.length === 1 ? parts[0] : newTuple(parts as OwnedValue[] as Refs),
    );
  };

/** Reads a tuple of `n` indices, each brought into its range. */
function readIndices(value: Value, n: number, most: (i: number) => number): number[] {
  if (!isTuple(value) || value.value.length !== n) throw valueError("invalid arguments");
  return value.value.map((item, i) => Math.min(Math.max(stateIndex(item), 0), most(i)));
}

function restore(state: Choosing, indices: number[]): void {
  state.indices = indices;
  put(state.owned, RESULT, pick(poolOf(state), indices, state.r));
}

const SETSTATE = "Sets the state, as __reduce__ has told it.";
const sizeOf = (it: PyChoice, basic: number): number =>
  basic + BYTES_PER_INDEX * (it.value.indices.length + it.value.cycles.length);
const choiceTable = (name: string, basicSize: number): TypeTable<PyChoice> => ({
  ...iteratorTable<Choosing>(name, basicSize),
  sizeof: (it) => sizeOf(it, basicSize),
});
const sizeMethod = (basic: number) =>
  def("__sizeof__($self, /) -> int", "Bytes in memory.", (it: PyChoice) => sizeOf(it, basic));

/** A new iterator over one pool, which it steals. */
function newChoice(
  builtin: PyType,
  type: PyType,
  pool: OwnedValue,
  indices: number[],
  cycles: number[],
  r: number,
  stopped: boolean,
): OwnedValue {
  const state: Choosing = { owned: [undefined, pool], indices, cycles, r, stopped };
  return newIter(builtin, type, state, BYTES_PER_INDEX * (indices.length + cycles.length));
}

/** The pool, and how many items of it make a result. */
function poolAndCount(iterable: Value, r: Value): { pool: OwnedValue & PyTuple; count: number } {
  const count = ssize(r);
  const pool = tupleFrom(iterable);
  if (count >= 0) return { pool, count };
  dropAll([pool]);
  throw valueError("r must be non-negative");
}

// ---- the types ----

const COMBINATIONS = def("combinations($type, /, iterable, r)", "", (type, iterable, r): OwnedValue => {
  const { pool, count } = poolAndCount(iterable, r);
  return newChoice(CombinationsType, type as PyType, pool, range(count), [], count, count > pool.value.length);
});

export const CombinationsType: PyType = defineType<PyChoice>({
  ...choiceTable("combinations", 56),
  doc: "All ways to take r of the items, in their order.",
  textSignature: "(iterable, r)",
  slots: {
    new: (type, args, kwnames) => callNative(COMBINATIONS, type, args, kwnames, ""),
    iter: newRef,
    next: nextByRule(combinationsRule),
  },
  methods: pickling([
    def(
      "__reduce__($self, /)",
      REDUCE,
      reduceChoice(false, (s) => [s.indices]),
    ),
    def("__setstate__($self, state, /)", SETSTATE, ({ value: s }: PyChoice, state) => {
      const n = poolOf(s).length;
      restore(
        s,
        readIndices(state, s.r, (i) => i + n - s.r),
      );
    }),
    sizeMethod(56),
  ]),
});

const REPLACEMENT = def("combinations_with_replacement($type, /, iterable, r)", "", (type, iterable, r): OwnedValue => {
  const { pool, count } = poolAndCount(iterable, r);
  return newChoice(
    ReplacementType,
    type as PyType,
    pool,
    new Array(count).fill(0),
    [],
    count,
    pool.value.length === 0 && count > 0,
  );
});

export const ReplacementType: PyType = defineType<PyChoice>({
  ...choiceTable("combinations_with_replacement", 56),
  doc: "All ways to take r of the items, each as often as one likes.",
  textSignature: "(iterable, r)",
  slots: {
    new: (type, args, kwnames) => callNative(REPLACEMENT, type, args, kwnames, ""),
    iter: newRef,
    next: nextByRule(replacementRule),
  },
  methods: pickling([
    def(
      "__reduce__($self, /)",
      REDUCE,
      reduceChoice(false, (s) => [s.indices]),
    ),
    def("__setstate__($self, state, /)", SETSTATE, ({ value: s }: PyChoice, state) => {
      const n = poolOf(s).length;
      restore(
        s,
        readIndices(state, s.r, () => n - 1),
      );
    }),
    sizeMethod(56),
  ]),
});

const PERMUTATIONS = def("permutations($type, /, iterable, r=None)", "", (type, iterable, r): OwnedValue => {
  const pool = tupleFrom(iterable);
  const n = pool.value.length;
  let count = n;
  try {
    if (r !== None) {
      if (!isInt(r)) throw typeError("Expected int as r");
      count = ssize(r);
      if (count < 0) throw valueError("r must be non-negative");
    }
  } catch (e) {
    dropAll([pool]);
    throw e;
  }
  const cycles = range(count).map((i) => n - i);
  return newChoice(PermutationsType, type as PyType, pool, range(n), cycles, count, count > n);
});

export const PermutationsType: PyType = defineType<PyChoice>({
  ...choiceTable("permutations", 64),
  doc: "All ways to take r of the items, in any order.",
  textSignature: "(iterable, r=None)",
  slots: {
    new: (type, args, kwnames) => callNative(PERMUTATIONS, type, args, kwnames, ""),
    iter: newRef,
    next: nextByRule(permutationsRule),
  },
  methods: pickling([
    def(
      "__reduce__($self, /)",
      REDUCE,
      reduceChoice(false, (s) => [s.indices, s.cycles]),
    ),
    def("__setstate__($self, state, /)", SETSTATE, ({ value: s }: PyChoice, state) => {
      const n = poolOf(s).length;
      const parts = stateParts(state, 2, 2);
      for (const [i, part] of parts.entries())
        if (!isTuple(part)) throw typeError(`argument ${i + 1} must be tuple, not ${typeName(part)}`);
      const indices = readIndices(parts[0], n, () => n - 1);
      s.cycles = readIndices(parts[1], s.r, (i) => n - i);
      restore(s, indices);
    }),
    sizeMethod(64),
  ]),
});

function newProduct(type: PyType, args: Value[], kwnames: Kwnames): OwnedValue {
  const names = kwnames ?? [];
  const n = args.length - names.length;
  const repeat = repeatOf(names.map((name, i) => [(name as unknown as { value: string }).value, args[n + i]] as const));
  if (n * repeat > 2 ** 28) throw overflowError("repeat argument too large");
  const owned: (Value | undefined)[] = [undefined];
  try {
    for (let i = 0; repeat > 0 && i < n; i++) owned.push(tupleFrom(args[i]));
  } catch (e) {
    dropAll(owned.slice(POOL) as Value[]);
    throw e;
  }
  for (let i = n; i < n * repeat; i++) owned.push(share(owned as Value[], POOL + (i % n)));
  const indices: number[] = new Array(owned.length - POOL).fill(0);
  const state: Choosing = { owned, indices, cycles: [], r: indices.length, stopped: false };
  return newIter(ProductType, type, state, BYTES_PER_INDEX * indices.length);
}

function repeatOf(keywords: readonly (readonly [string, Value])[]): number {
  if (keywords.length > 1) throw typeError(`product() takes at most 1 keyword argument (${keywords.length} given)`);
  if (keywords.length === 0) return 1;
  const [name, value] = keywords[0];
  if (name !== "repeat") throw typeError(`'${name}' is an invalid keyword argument for product()`);
  const repeat = ssize(value);
  if (repeat < 0) throw valueError("repeat argument cannot be negative");
  return repeat;
}

export const ProductType: PyType = defineType<PyChoice>({
  ...choiceTable("product", 48),
  doc: "All ways to take one item of each iterable.",
  slots: { new: newProduct, iter: newRef, next: nextByRule(productRule) },
  methods: pickling([
    def(
      "__reduce__($self, /)",
      REDUCE,
      reduceChoice(true, (s) => [s.indices]),
    ),
    def("__setstate__($self, state, /)", SETSTATE, ({ value: s }: PyChoice, state) => {
      const all = pools(s);
      s.indices = readIndices(state, all.length, (i) => all[i].value.length - 1);
      if (all.some((pool) => pool.value.length === 0)) {
        stop(s);
        return;
      }
      const items = newRefs();
      for (const [i, pool] of all.entries()) items.push(share(pool.value, s.indices[i]));
      put(s.owned, RESULT, newTuple(items));
    }),
    sizeMethod(48),
  ]),
});
