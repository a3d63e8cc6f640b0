// zip, map and filter. zip gives out one tuple again and again as long as nobody has kept it, as
// CPython does: its count and its identity show.
import { allocGC, track } from "../heap/heap.ts";
import { isTracked, type PyObject, type PyType } from "../heap/object.ts";
import {
  drop,
  dropAll,
  dropMaybe,
  moved,
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
import { BASETYPE, HAVE_GC } from "../heap/type.ts";
import { def } from "../native/signature.ts";
import { callArray } from "./call.ts";
import { defineType } from "./define.ts";
import { type PyError, typeError, valueError } from "./errors.ts";
import { asInstanceOf } from "./instance.ts";
import { getIter, next, nextOrStop } from "./iteration.ts";
import { isTrue, takeTruth } from "./protocol.ts";
import { BoolType, None, newNone, True } from "./singletons.ts";
import type { PyStr } from "./str.ts";
import { newTuple, type PyTuple, tupleOf } from "./tuple.ts";

type Kwnames = readonly PyObject[] | null;

/** Keywords are an error, but for a subclass with an `__init__` of its own. Answers how many arguments are positional. */
function positionalOnly(type: PyType, builtin: PyType, args: readonly Value[], kwnames: Kwnames): number {
  const keywords = kwnames?.length ?? 0;
  if (keywords > 0 && type.value.slots.init === builtin.value.slots.init) {
    throw typeError(`${builtin.value.name}() takes no keyword arguments`);
  }
  return args.length - keywords;
}

/** An iterator over each of some arguments. */
function iteratorsOf(args: readonly Value[], from: number, to: number): Owned<PyTuple> {
  const its = newRefs();
  try {
    for (let i = from; i < to; i++) its.push(getIter(args[i]));
  } catch (e) {
    dropAll(its);
    throw e;
  }
  return newTuple(its);
}

const REDUCE_DOC = "What pickle needs to make the iterator again.";

// ---- zip ----

class ZipData {
  /** The iterators, and the tuple that may be given out again; both owned, null when cleared. */
  its: PyTuple | null;
  result: PyTuple | null;
  strict: boolean;
  constructor(its: PyTuple, result: PyTuple, strict: boolean) {
    this.its = its;
    this.result = result;
    this.strict = strict;
  }
}
export type PyZip = PyObject<ZipData>;

export const ZipType: PyType = defineType<PyZip>({
  name: "zip",
  doc: "zip(*iterables, strict=False) --> Tuples of one item from each iterable, until the shortest is exhausted.\n\nWith strict, iterables of different lengths are a ValueError.\n\n   >>> list(zip('abc', range(3)))\n   [('a', 0), ('b', 1), ('c', 2)]",
  flags: HAVE_GC | BASETYPE,
  basicSize: 48,
  traverse(z, visit) {
    if (z.value.its !== null) visit(z.value.its);
    if (z.value.result !== null) visit(z.value.result);
  },
  clear(z) {
    const { its, result } = z.value;
    z.value.its = z.value.result = null;
    dropMaybe(its);
    dropMaybe(result);
  },
  slots: {
    new(type, args, kwnames) {
      const strict = strictArgument(args, kwnames);
      const n = args.length - (kwnames?.length ?? 0);
      const its = iteratorsOf(args, 0, n);
      const nones = newRefs();
      for (let i = 0; i < n; i++) nones.push(newNone());
      let result: Owned<PyTuple>;
      try {
        result = newTuple(nones);
      } catch (e) {
        drop(its);
        throw e;
      }
      return asInstanceOf(allocGC(ZipType, new ZipData(its, result, strict), null, 64), type);
    },
    iter: newRef,
    next: nextTuple,
  },
  methods: [
    def("__reduce__($self, /)", REDUCE_DOC, (z: PyZip) => {
      const its = newRef(z.value.its ?? None);
      return z.value.strict ? tupleOf(newRef(z.type), its, newRef(True)) : tupleOf(newRef(z.type), its);
    }),
    def("__setstate__($self, object, /)", "Says whether it is strict.", (z: PyZip, state) => {
      z.value.strict = isTrue(state);
    }),
  ],
});

function strictArgument(args: readonly Value[], kwnames: Kwnames): boolean {
  if (kwnames === null || kwnames.length === 0) return false;
  if (kwnames.length > 1) throw typeError(`zip() takes at most 1 keyword argument (${kwnames.length} given)`);
  const name = (kwnames[0] as PyStr).value;
  if (name !== "strict") throw typeError(`'${name}' is an invalid keyword argument for zip()`);
  return isTrue(args[args.length - 1]);
}

/** The StopIteration of one iterator is that of the zip, unless it has to look at the others. */
const nextOf = (z: PyZip, it: Value): OwnedValue | undefined => (z.value.strict ? next(it) : nextOrStop(it));

function nextTuple(z: PyZip): OwnedValue | undefined {
  const { its, result } = z.value;
  if (its === null || its.value.length === 0) return undefined;
  if (result === null || refCount(result) !== 1) return newTupleOf(z, its.value);
  newRef(result);
  for (let i = 0; i < its.value.length; i++) {
    let item: OwnedValue | undefined;
    try {
      item = nextOf(z, its.value[i]);
    } finally {
      if (item === undefined) drop(moved(result));
    }
    if (item === undefined) return atEnd(z, its.value, i);
    drop(replace(result.value, i, item));
  }
  if (!isTracked(result)) track(result);
  return moved(result);
}

function newTupleOf(z: PyZip, its: Refs): OwnedValue | undefined {
  const items = newRefs();
  let full = false;
  try {
    for (let i = 0; i < its.length; i++) {
      const item = nextOf(z, its[i]);
      if (item === undefined) return atEnd(z, its, i);
      items.push(item);
    }
    full = true;
    return newTuple(items);
  } finally {
    if (!full) dropAll(items);
  }
}

/** The iterator at `i` has come to its end. A strict zip sees to it that all have. */
function atEnd(z: PyZip, its: Refs, i: number): undefined {
  if (!z.value.strict) return undefined;
  if (i > 0) throw uneven(i, "shorter");
  for (let k = 1; k < its.length; k++) {
    const item = next(its[k]);
    if (item === undefined) continue;
    drop(item);
    throw uneven(k, "longer");
  }
  return undefined;
}

const uneven = (i: number, how: string): PyError =>
  valueError(`zip() argument ${i + 1} is ${how} than argument${i === 1 ? " " : "s 1-"}${i}`);

// ---- map ----

/** The payload is the tuple of iterators and the function. */
export type PyMap = PyObject<Refs>;

/** A payload that is an array of references. */
const PAIR = {
  flags: HAVE_GC | BASETYPE,
  basicSize: 32,
  traverse(o: PyObject<Refs>, visit: (o: PyObject) => void): void {
    for (const part of o.value) if (typeof part !== "number") visit(part);
  },
  clear(o: PyObject<Refs>): void {
    const parts = o.value;
    o.value = newRefs();
    dropAll(parts);
  },
};

export const MapType: PyType = defineType<PyMap>({
  ...PAIR,
  name: "map",
  doc: "map(func, *iterables) --> What the function answers to items taken from each iterable, until the shortest is exhausted.",
  slots: {
    new(type, args, kwnames) {
      const n = positionalOnly(type, MapType, args, kwnames);
      if (n < 2) throw typeError("map() must have at least two arguments.");
      const its = iteratorsOf(args, 1, n);
      return asInstanceOf(allocGC(MapType, [its, share(args, 0)] as Refs, null, 48), type);
    },
    iter: newRef,
    next(m) {
      if (m.value.length === 0) return undefined;
      const its = (m.value[0] as PyTuple).value;
      const items: Value[] = [];
      try {
        for (let i = 0; i < its.length; i++) {
          const item = nextOrStop(its[i]);
          if (item === undefined) return undefined;
          items.push(item);
        }
        return callArray(m.value[1], items, null);
      } finally {
        dropAll(items);
      }
    },
  },
  methods: [
    def("__reduce__($self, /)", REDUCE_DOC, (m: PyMap) => {
      const args = newRefs();
      args.push(share(m.value, 1));
      for (const it of (m.value[0] as PyTuple).value) args.push(newRef(it as PyObject));
      return tupleOf(newRef(m.type), newTuple(args));
    }),
  ],
});

// ---- filter ----

/** The payload is the function, or None, and the iterator. */
export type PyFilter = PyObject<Refs>;

export const FilterType: PyType = defineType<PyFilter>({
  ...PAIR,
  name: "filter",
  doc: "filter(function or None, iterable) --> The items for which the function answers something true, or that are true themselves.",
  slots: {
    new(type, args, kwnames) {
      const n = positionalOnly(type, FilterType, args, kwnames);
      if (n !== 2) throw typeError(`filter expected 2 arguments, got ${n}`);
      const it = getIter(args[1]);
      return asInstanceOf(allocGC(FilterType, [share(args, 0), it] as Refs, null, 48), type);
    },
    iter: newRef,
    next(f) {
      if (f.value.length === 0) return undefined;
      for (let item = nextOrStop(f.value[1]); item !== undefined; item = nextOrStop(f.value[1])) {
        const kept = [item];
        let good = false;
        try {
          good = passes(f.value[0], kept);
          if (good) return kept[0];
        } finally {
          if (!good) drop(kept[0]);
        }
      }
      return undefined;
    },
  },
  methods: [
    def("__reduce__($self, /)", REDUCE_DOC, (f: PyFilter) =>
      tupleOf(newRef(f.type), tupleOf(share(f.value, 0), share(f.value, 1))),
    ),
  ],
});

/** Does the item, the only one of an array, pass? The function may give it an identity, there. */
function passes(test: Value, item: OwnedValue[]): boolean {
  if (test === None || test === BoolType) return isTrue(item[0]);
  return takeTruth(callArray(test, item, null));
}
