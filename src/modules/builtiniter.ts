// The builtin functions that walk iterables.
import type { PyObject } from "../heap/object.ts";
import { drop, dropAll, keep, type OwnedValue, type Value } from "../heap/refs.ts";
import { GT, LT } from "../heap/type.ts";
import { def } from "../native/signature.ts";
import { callArray, callBorrowed, latestTuple } from "../objects/call.ts";
import { newCallableIterator } from "../objects/calliter.ts";
import { newError, typeError, valueError } from "../objects/errors.ts";
import { newInt } from "../objects/int.ts";
import { getIter, isIterator, iterate, next, nextOrStop } from "../objects/iteration.ts";
import { listFrom } from "../objects/list.ts";
import { compareBool, getAttrText, length, slotsOf, takeTruth, typeName } from "../objects/protocol.ts";
import { None } from "../objects/singletons.ts";
import type { PyStr } from "../objects/str.ts";
import { place, using, withText } from "./natives.ts";
import { sum } from "./sum.ts";

/** Does `test` hold for every item of an iterable? */
function every(iterable: Value, test: (item: OwnedValue) => boolean): boolean {
  let holds = true;
  iterate(iterable, (item) => {
    holds = test(item);
    return !holds;
  });
  return holds;
}

/** The truth of an item, which is given up. */
const truth = (item: OwnedValue): boolean => takeTruth(item);

// ---- min and max ----

interface Extreme {
  name: "min" | "max";
  /** The comparison that makes a later item the better one. */
  op: number;
}

/** key and default, by name; undefined when not given. */
function extremeOptions(
  name: string,
  kwargs: readonly (readonly [PyObject, Value])[],
): { key: Value | undefined; fallback: Value | undefined } {
  let key: Value | undefined;
  let fallback: Value | undefined;
  for (const [keyword, value] of kwargs) {
    const word = (keyword as PyStr).value;
    if (word === "key") key = value === None ? undefined : value;
    else if (word === "default") fallback = value;
    else throw typeError(`'${word}' is an invalid keyword argument for ${name}()`);
  }
  return { key, fallback };
}

/** The best item so far and what it is compared by; both owned, and the same thing without a key. */
class Best {
  private readonly op: number;
  private readonly key: Value | undefined;
  item: OwnedValue | undefined;
  private by: OwnedValue | undefined;

  constructor(op: number, key: Value | undefined) {
    this.op = op;
    this.key = key;
  }

  /** Takes an item over. */
  offer(item: OwnedValue): void {
    const best = this.item;
    if (this.key !== undefined) this.offerByKey(place(item));
    else if (typeof item === "number" && typeof best === "number") {
      if (this.op === GT ? item > best : item < best) this.item = item;
    } else this.offerItself(item);
  }

  private offerItself(item: OwnedValue): void {
    const best = this.item;
    if (best === undefined) {
      this.item = item;
      return;
    }
    // CPython holds each twice, as an item and as what it is compared by.
    const held = [keep(item), keep(best)];
    let loser = item;
    try {
      if (compareBool(item, best, this.op)) {
        this.item = item;
        loser = best;
      }
    } finally {
      drop(loser);
      dropAll(held);
    }
  }

  private offerByKey(at: Value[]): void {
    let by: OwnedValue | undefined;
    try {
      by = callArray(this.key as Value, at, null);
      if (this.item === undefined || compareBool(by, this.by as OwnedValue, this.op)) {
        const [oldItem, oldBy] = [this.item, this.by];
        this.item = at.pop() as OwnedValue;
        this.by = by;
        by = oldBy;
        if (oldItem !== undefined) drop(oldItem);
      }
    } finally {
      if (at.length > 0) drop(at[0] as OwnedValue);
      if (by !== undefined) drop(by);
    }
  }

  /** Gives everything up but the answer. */
  take(): OwnedValue | undefined {
    if (this.by !== undefined) drop(this.by);
    return this.item;
  }

  abandon(): void {
    if (this.by !== undefined) drop(this.by);
    if (this.item !== undefined) drop(this.item);
  }
}

function extreme({ name, op }: Extreme, args: Value[], kwargs: readonly (readonly [PyObject, Value])[]): OwnedValue {
  if (args.length === 0) throw typeError(`${name} expected at least 1 argument, got 0`);
  const { key, fallback } = extremeOptions(name, kwargs);
  if (args.length > 1 && fallback !== undefined) {
    throw typeError(`Cannot specify a default for ${name}() with multiple positional arguments`);
  }
  const best = new Best(op, key);
  try {
    // Several arguments are iterated over too, as the tuple that they came in.
    if (args.length > 1) using(latestTuple(args), (tuple) => iterate(tuple, (item) => best.offer(item)));
    else iterate(args[0], (item) => best.offer(item));
  } catch (e) {
    best.abandon();
    throw e;
  }
  const answer = best.take();
  if (answer !== undefined) return answer;
  if (fallback === undefined) throw valueError(`${name}() iterable argument is empty`);
  return keep(fallback);
}

// ---- sorted ----

function sorted(args: readonly Value[], kwargs: readonly (readonly [PyObject, Value])[]): OwnedValue {
  if (args.length !== 1) throw typeError(`sorted expected 1 argument, got ${args.length}`);
  const list = listFrom(args[0]);
  try {
    const sort = getAttrText(list, "sort");
    try {
      drop(
        callBorrowed(
          sort,
          kwargs.map(([, value]) => value),
          kwargs.map(([keyword]) => keyword),
        ),
      );
    } finally {
      drop(sort);
    }
    return list;
  } catch (e) {
    drop(list);
    throw e;
  }
}

// ---- iter and next ----

function nextOf(it: Value, fallback: Value | undefined): OwnedValue {
  if (!isIterator(it)) throw typeError(`'${typeName(it)}' object is not an iterator`);
  const item = fallback === undefined ? nextOrStop(it) : next(it);
  if (item !== undefined) return item;
  if (fallback !== undefined) return keep(fallback);
  throw newError("StopIteration", null);
}

function iterWithSentinel(callable: Value, sentinel: Value): OwnedValue {
  if (slotsOf(callable).call === null) throw typeError("iter(object, sentinel): object must be callable");
  return newCallableIterator(callable, sentinel);
}

function asyncIter(iterable: Value): OwnedValue {
  const { aiter } = slotsOf(iterable);
  if (aiter === null) throw typeError(`'${typeName(iterable)}' object is not an async iterable`);
  const it = aiter(iterable as PyObject);
  if (slotsOf(it).anext !== null) return it;
  const name = typeName(it);
  drop(it);
  throw typeError(`aiter() returned not an async iterator of type '${name}'`);
}

let anextWithDefault: (awaitable: OwnedValue, fallback: Value) => OwnedValue = (awaitable) => awaitable;
/** Told once by the layer that has the awaitable of `anext` with a default; steals the awaitable. */
/** The largest length there is comes as the nearest double. */
const newLength = (n: number): OwnedValue => newInt(n === 2 ** 63 ? 2n ** 63n - 1n : n);

export const setAnextDefault = (f: typeof anextWithDefault): void => {
  anextWithDefault = f;
};

function asyncNext(it: Value, fallback: Value | undefined): OwnedValue {
  const { anext } = slotsOf(it);
  if (anext === null) throw typeError(`'${typeName(it)}' object is not an async iterator`);
  const awaitable = anext(it as PyObject);
  return fallback === undefined ? awaitable : anextWithDefault(awaitable, fallback);
}

const DEFAULT = "<unrepresentable>";

export const iterationNatives = [
  def("len($module, obj, /)", "How many items a container has.", (_module, object) => newLength(length(object))),
  def("all($module, iterable, /) -> bool", "Are all items true? True of an empty iterable.", (_module, iterable) =>
    every(iterable, truth),
  ),
  def(
    "any($module, iterable, /) -> bool",
    "Is any item true? False of an empty iterable.",
    (_module, iterable) => !every(iterable, (item) => !truth(item)),
  ),
  withText(
    def(
      "iter($module, object, sentinel=NULL, /)",
      "An iterator over an object; with a sentinel, over what calling the object answers until that is the sentinel.",
      (_module, object, sentinel) => (sentinel === undefined ? getIter(object) : iterWithSentinel(object, sentinel)),
    ),
    `($module, object, sentinel=${DEFAULT}, /)`,
  ),
  withText(
    def(
      "next($module, iterator, default=NULL, /)",
      "The next item of an iterator; the default, if there is one, at its end.",
      (_module, it, fallback) => nextOf(it, fallback),
    ),
    `($module, iterator, default=${DEFAULT}, /)`,
  ),
  def("aiter($module, async_iterable, /)", "An asynchronous iterator over an object.", (_module, iterable) =>
    asyncIter(iterable),
  ),
  withText(
    def(
      "anext($module, aiterator, default=NULL, /)",
      "An awaitable of the next item of an asynchronous iterator.",
      (_module, it, fallback) => asyncNext(it, fallback),
    ),
    `($module, aiterator, default=${DEFAULT}, /)`,
  ),
  withText(
    def(
      "max($module, /, *args, **kwargs)",
      "The largest of the items of an iterable, or of several arguments.\n\nkey is what items are compared by, default the answer for an empty iterable.",
      (_module, args, kwargs) => extreme({ name: "max", op: GT }, args, kwargs),
    ),
    null,
  ),
  withText(
    def(
      "min($module, /, *args, **kwargs)",
      "The smallest of the items of an iterable, or of several arguments.\n\nkey is what items are compared by, default the answer for an empty iterable.",
      (_module, args, kwargs) => extreme({ name: "min", op: LT }, args, kwargs),
    ),
    null,
  ),
  def(
    "sum($module, iterable, /, start=0)",
    "The sum of the items of an iterable, on top of a start value.",
    (_module, iterable, start) => sum(iterable, start),
  ),
  withText(
    def(
      "sorted($module, /, *args, **kwargs)",
      "A new list with all items of an iterable, in ascending order.\n\nkey is what items are compared by; reverse makes the order descending.",
      (_module, args, kwargs) => sorted(args, kwargs),
    ),
    "($module, iterable, /, *, key=None, reverse=False)",
  ),
];
