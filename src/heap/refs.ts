// Ownership, and the rule of the unboxed int. Only src/heap reads or writes `refcnt`.
//
// A PyObject parameter or field is a borrowed reference: look, don't keep.
// An Owned one is a reference somebody must give up: store it, return it or drop it.
//   newRef(o)  borrowed -> owned, one more reference
//   moved(o)   the owner has let go of it: same reference, new holder
//   drop(o)    gives an owned reference up
// A function that takes an Owned parameter steals it, also when it throws.
//
// A JavaScript number in a slot is an int that has exactly one reference, and whose identity
// nobody has seen; or a small int, -5 to 256, which is immortal and never boxed. Whatever makes
// a second reference boxes the number first, in the place where it lies, and shares the box.
// Outside an array of slots an int is boxed (`boxed`) before it is kept in a field.
import { dealloc } from "./dealloc.ts";
import { account, claimBlock, heap, reserve } from "./heap.ts";
import { IMMORTAL_REFCNT, isImmortal, PyObject, type PyType } from "./object.ts";

declare const owned: unique symbol;
export type Owned<T extends PyObject = PyObject> = T & { readonly [owned]: true };
export type OwnedInt = number & { readonly [owned]: true };

/** What a slot holds: an object, or a number, which is an int with this one reference. */
export type Value = PyObject | number;
export type OwnedValue = Owned | OwnedInt;

/** An array that owns its elements: reading borrows, adding steals, removing moves out. */
export interface Refs extends ReadonlyArray<Value> {
  push(...values: OwnedValue[]): number;
  pop(): OwnedValue | undefined;
  shift(): OwnedValue | undefined;
  splice(start: number, count: number, ...values: OwnedValue[]): OwnedValue[];
  reverse(): Value[];
}

/** An empty array of owned elements. */
export const newRefs = (): Refs => [] as OwnedValue[] as Refs;

export function newRef<T extends PyObject>(o: T): Owned<T> {
  o.refcnt++;
  return o as Owned<T>;
}

export const moved = <T extends PyObject>(o: T): Owned<T> => o as Owned<T>;
export const movedValue = (o: Value): OwnedValue => o as OwnedValue;

/** Takes the reference back that `newRef` has just given to somebody who did not want it. */
export function drop(o: OwnedValue): void {
  if (typeof o !== "number" && --(o as PyObject).refcnt === 0) dealloc(o);
}

export const isSmallInt = (n: number): boolean => n >= -5 && n <= 256;

let intType: PyType;
/** Told once by objects/int.ts, when the type is made. */
export const setIntType = (type: PyType): void => {
  intType = type;
};

export const INT_BASE_SIZE = 24;
/** Bytes of an int: a header, and four for each 30 bits. */
export function intSize(n: number): number {
  const m = n < 0 ? -n : n;
  return m < 2 ** 30 ? 28 : m < 2 ** 60 ? 32 : 36;
}

/** The one reference of an unboxed int becomes that of an object. */
export function boxInt(n: number): Owned<PyObject<number>> {
  account(intSize(n));
  const box = new PyObject(intType, n, null) as Owned<PyObject<number>>;
  if (heap.addresses.waiting > 0) claimBlock(box, intSize(n), 0);
  return box;
}

/** An owned value as an object, to be kept in a field. */
export const boxed = (value: OwnedValue): Owned => (typeof value === "number" ? boxInt(value) : value);

/** A second reference to what `boxed` has put into a field: a small int comes out as the one that it is. */
export function shareBoxed(o: PyObject): OwnedValue {
  if (o.type === intType && typeof o.value === "number" && o.value >= -5 && o.value <= 256) return o.value as OwnedInt;
  return newRef(o);
}

/** A second reference to what lies in slot `i`. An unboxed int gets its identity now, where it lies. */
export function share(slots: ArrayLike<Value>, i: number): OwnedValue {
  const value = slots[i];
  if (typeof value !== "number") {
    value.refcnt++;
    return value as Owned;
  }
  if (value >= -5 && value <= 256) return value as OwnedInt;
  const box = boxInt(value);
  box.refcnt = 2;
  (slots as Value[])[i] = box;
  return box;
}

/** As many items as JavaScript surely makes an array of at once. */
const MOST = 2 ** 25;

/** An array whose `n` items are put in one by one, first to last. One that grows with them has room for more than it needs. */
export const roomFor = (n: number): Value[] => (n <= MOST ? new Array<Value>(n) : []);

/** The slots from `from` up to `to` in an array of their own, which is no new reference to anything. */
export function copySlots(slots: readonly Value[], from: number, to: number): Value[] {
  switch (to - from) {
    case 1:
      return [slots[from]];
    case 2:
      return [slots[from], slots[from + 1]];
    case 3:
      return [slots[from], slots[from + 1], slots[from + 2]];
    default:
      return slots.slice(from, to);
  }
}

/** Second references to the slots from `from` up to `to`, in an array of their own. */
export function shareSlots(slots: readonly Value[], from: number, to: number): Refs {
  const items = copySlots(slots, from, to);
  let i = 0;
  try {
    for (; i < items.length; i++) {
      const value = items[i];
      if (typeof value !== "number") value.refcnt++;
      else if (value < -5 || value > 256) items[i] = share(slots, from + i) as Value;
    }
  } catch (e) {
    // There was no memory for a box: what came before it is given up.
    while (--i >= 0) drop(items[i] as OwnedValue);
    throw e;
  }
  return items as unknown as Refs;
}

/** Has it no references left? What drops its children then need not leave it usable. */
export const isDying = (o: PyObject): boolean => o.refcnt === 0;

/** As many more references to one object; a number must be a small int. */
export function newRefTimes(o: Value, count: number): void {
  if (typeof o !== "number") o.refcnt += count;
}

/** A second reference to the value that is an object's whole payload, as in a cell. */
export function sharePayload(o: PyObject<Value>): OwnedValue {
  const value = o.value;
  if (typeof value !== "number") {
    value.refcnt++;
    return value as Owned;
  }
  if (value >= -5 && value <= 256) return value as OwnedInt;
  const box = boxInt(value);
  box.refcnt = 2;
  o.value = box;
  return box;
}

/**
 * Makes an owned reference of a native's borrowed argument. An unboxed int moves out of the
 * arguments, so this may be asked only once for each; `share` the arguments' array to ask again.
 */
export function keep(value: Value): OwnedValue {
  if (typeof value !== "number") value.refcnt++;
  return value as OwnedValue;
}

/** Puts a value into a slot and answers what was there, now the caller's. */
export function replace(slots: Refs, i: number, value: OwnedValue): OwnedValue {
  const old = slots[i] as OwnedValue;
  (slots as unknown as Value[])[i] = value;
  return old;
}

/** Two references to one object? Small ints are one object each; another unboxed int is nobody else's. */
export const isSame = (a: Value, b: Value): boolean => a === b && (typeof a !== "number" || isSmallInt(a));

/** The same for fields that `boxed` has filled. */
export const sameBoxed = (a: PyObject, b: PyObject): boolean =>
  a === b || (a.type === intType && b.type === intType && a.value === b.value && isSmallInt(a.value as number));

export function dropAll(refs: ArrayLike<Value>): void {
  for (let i = 0; i < refs.length; i++) drop(refs[i] as OwnedValue);
}

export function dropLastToFirst(refs: ArrayLike<Value>): void {
  for (let i = refs.length - 1; i >= 0; i--) drop(refs[i] as OwnedValue);
}

/** Asks for the room of an object that takes references over; they are given up when there is none. */
export function reserveFor(bytes: number, refs: ArrayLike<Value>): void {
  if (heap.bytes + bytes <= heap.limit) return;
  try {
    reserve(bytes);
  } catch (e) {
    for (let i = 0; i < refs.length; i++) drop(refs[i] as OwnedValue);
    throw e;
  }
}

/** Gives up a field that may be empty. */
export function dropMaybe(o: Value | null | undefined): void {
  if (o !== null && o !== undefined) drop(o as OwnedValue);
}

/** What `sys.getrefcount` would say, were its own argument not counted. */
export function refCount(o: Value): number {
  if (typeof o === "number") return isSmallInt(o) ? IMMORTAL_REFCNT : 1;
  return isImmortal(o) ? IMMORTAL_REFCNT : o.refcnt;
}
