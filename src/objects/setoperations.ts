// What sets do with each other and with other iterables. Which operand is walked and which is
// asked decides the order of the result, and which calls of `__hash__` and `__eq__` a program
// sees: all as in CPython. Results are exact sets or frozensets, as the left operand is or is
// built on.
import type { PyObject } from "../heap/object.ts";
import { drop, newRef, type Owned, type OwnedValue, share, type Value } from "../heap/refs.ts";
import { EQ, GE, GT, LE, LT, NE } from "../heap/type.ts";
import { charge } from "../heap/work.ts";
import { isExactDict, type PyDict } from "./dict.ts";
import { iterate } from "./iteration.ts";
import {
  baseOf,
  isAnySet,
  isExactAnySet,
  newSetOf,
  type PySet,
  setClear,
  setContains,
  setDiscard,
  setUpdate,
} from "./set.ts";
import { keyHash, keyHigh } from "./settable.ts";
import { newBool, notImplemented } from "./singletons.ts";

/** Runs `body` with an owned object, and gives the object up when it raises. */
export function filling<T extends PyObject>(o: Owned<T>, body: (o: T) => void): Owned<T> {
  try {
    body(o);
  } catch (e) {
    drop(o);
    throw e;
  }
  return o;
}

/** Runs `body` with an owned object, and gives the object up afterwards. */
export function using<T extends PyObject, R>(o: Owned<T>, body: (o: T) => R): R {
  try {
    return body(o);
  } finally {
    drop(o);
  }
}

const newLike = (set: PySet, iterable?: Value): Owned<PySet> => newSetOf(baseOf(set.type), iterable);
export const setCopy = (set: PySet): Owned<PySet> => newLike(set, set);

/** Calls `each` with every key, held, and its hash, until it answers true. */
function walk(set: PySet, each: (key: OwnedValue, low: number, high: number) => unknown): void {
  const table = set.value;
  charge(8 * table.used);
  for (let at = table.next(0); at >= 0; at = table.next(at + 1)) {
    const [low, high] = [table.lows[at], table.highs[at]];
    const key = table.shareKey(at);
    try {
      if (each(key, low, high) === true) return;
    } finally {
      drop(key);
    }
  }
}

/** Adds a key that is borrowed. */
const addKept = (set: PySet, key: OwnedValue, low: number, high: number): boolean =>
  set.value.add(typeof key === "number" ? key : newRef(key), low, high);

export function setUnion(set: PySet, others: readonly Value[]): Owned<PySet> {
  return filling(setCopy(set), (result) => {
    for (const other of others) if (other !== set) setUpdate(result, other);
  });
}

export function setIntersection(set: PySet, other: Value): Owned<PySet> {
  if (other === set) return setCopy(set);
  return filling(newLike(set), (result) => {
    if (isAnySet(other)) {
      const [walked, asked] = other.value.used > set.value.used ? [set, other] : [other, set];
      walk(walked, (key, low, high) => {
        if (asked.value.find(key, low, high) >= 0) addKept(result, key, low, high);
      });
      return;
    }
    iterate(other, (item) => takeIfThere(result, set, item));
  });
}

/** Steals the item; answers true once the result has all that the set has. */
function takeIfThere(result: PySet, set: PySet, item: OwnedValue): boolean {
  try {
    const low = keyHash(item);
    const high = keyHigh;
    if (set.value.find(item, low, high) < 0) return false;
    addKept(result, item, low, high);
    return result.value.used >= set.value.used;
  } finally {
    drop(item);
  }
}

/** The intersection with all the others, one after the other. */
export function setIntersectionAll(set: PySet, others: readonly Value[]): Owned<PySet> {
  if (others.length === 0) return setCopy(set);
  let result: Owned<PySet> = newRef(set);
  for (const other of others) result = using(result, (so) => setIntersection(so, other));
  return result;
}

export function setIntersectionUpdate(set: PySet, others: readonly Value[]): void {
  using(setIntersectionAll(set, others), (result) => set.value.swap(result.value));
}

export function setDifferenceUpdate(set: PySet, other: Value): void {
  if (other === set) {
    setClear(set);
    return;
  }
  if (isAnySet(other)) {
    // Far fewer keys than the other has: only those that both have are discarded.
    const fewer = other.value.used >> 3 > set.value.used ? setIntersection(set, other) : newRef(other);
    using(fewer, (common) => walk(common, (key, low, high) => void set.value.discard(key, low, high)));
  } else {
    iterate(other, (item) => {
      try {
        setDiscard(set, item);
      } finally {
        drop(item);
      }
    });
  }
  set.value.tidy();
}

export function setDifference(set: PySet, other: Value): Owned<PySet> {
  const size = isAnySet(other) ? other.value.used : isExactDict(other) ? other.value.size : Number.POSITIVE_INFINITY;
  if (set.value.used >> 2 > size || size === Number.POSITIVE_INFINITY) {
    return filling(setCopy(set), (result) => setDifferenceUpdate(result, other));
  }
  const has = isAnySet(other)
    ? (key: Value, low: number, high: number): boolean => other.value.find(key, low, high) >= 0
    : (key: Value, low: number): boolean => (other as PyDict).value.findKnown(key, low) >= 0;
  return filling(newLike(set), (result) => {
    walk(set, (key, low, high) => {
      if (!has(key, low, high)) addKept(result, key, low, high);
    });
  });
}

/** The difference from all the others. */
export function setDifferenceAll(set: PySet, others: readonly Value[]): Owned<PySet> {
  if (others.length === 0) return setCopy(set);
  return filling(setDifference(set, others[0]), (result) => {
    for (const other of others.slice(1)) setDifferenceUpdate(result, other);
  });
}

export function setSymmetricDifferenceUpdate(set: PySet, other: Value): void {
  if (other === set) {
    setClear(set);
    return;
  }
  if (isExactDict(other)) {
    toggleKeys(set, other);
    return;
  }
  using(isAnySet(other) ? newRef(other) : newLike(set, other), (keys) => {
    walk(keys, (key, low, high) => {
      if (!set.value.discard(key, low, high)) addKept(set, key, low, high);
    });
  });
}

function toggleKeys(set: PySet, dict: PyDict): void {
  const from = dict.value;
  for (let at = from.next(0); at >= 0; at = from.next(at + 1)) {
    const key = share(from.keySlots, at);
    try {
      const low = keyHash(key);
      const high = keyHigh;
      if (!set.value.discard(key, low, high)) addKept(set, key, low, high);
    } finally {
      drop(key);
    }
  }
}

export function setSymmetricDifference(set: PySet, other: Value): Owned<PySet> {
  return filling(newLike(set, other), (result) => setSymmetricDifferenceUpdate(result, set));
}

// ---- comparison ----

export function setIsSubset(set: PySet, other: Value): boolean {
  if (!isAnySet(other)) return using(setIntersection(set, other), (both) => both.value.used === set.value.used);
  if (set.value.used > other.value.used) return false;
  let all = true;
  walk(set, (key, low, high) => {
    all = other.value.find(key, low, high) >= 0;
    return !all;
  });
  return all;
}

export function setIsSuperset(set: PySet, other: Value): boolean {
  if (isAnySet(other)) return setIsSubset(other, set);
  let all = true;
  iterate(other, (item) => {
    try {
      all = setContains(set, item);
    } finally {
      drop(item);
    }
    return !all;
  });
  return all;
}

export function setIsDisjoint(set: PySet, other: Value): boolean {
  if (other === set) return set.value.used === 0;
  let none = true;
  if (isExactAnySet(other)) {
    const [walked, asked] = other.value.used > set.value.used ? [set, other] : [other, set];
    walk(walked, (key, low, high) => {
      none = asked.value.find(key, low, high) < 0;
      return !none;
    });
    return none;
  }
  iterate(other, (item) => {
    try {
      const low = keyHash(item);
      none = set.value.find(item, low, keyHigh) < 0;
    } finally {
      drop(item);
    }
    return !none;
  });
  return none;
}

function setsEqual(a: PySet, b: PySet): boolean {
  if (a.value.used !== b.value.used) return false;
  const [x, y] = [a.value.hash, b.value.hash];
  return x !== null && y !== null && x !== y ? false : setIsSubset(a, b);
}

export function compareSets(a: PySet, b: Value, op: number): OwnedValue {
  if (!isAnySet(b)) return notImplemented();
  switch (op) {
    case EQ:
      return newBool(setsEqual(a, b));
    case NE:
      return newBool(!setsEqual(a, b));
    case LE:
      return newBool(setIsSubset(a, b));
    case GE:
      return newBool(setIsSuperset(a, b));
    case LT:
      return newBool(a.value.used < b.value.used && setIsSubset(a, b));
    case GT:
      return newBool(a.value.used > b.value.used && setIsSuperset(a, b));
    default:
      return notImplemented();
  }
}
