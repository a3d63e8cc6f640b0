// sum: ints are added as ints; as soon as there is a float the sum goes on in doubles with a
// compensation for the digits that each addition loses (Neumaier's variant of Kahan's), as in
// Python 3.12; anything else is added by its own `+`.
import { drop, keep, type OwnedValue, type Value } from "../heap/refs.ts";
import { isBytes } from "../objects/bytes.ts";
import { typeError } from "../objects/errors.ts";
import { isExactFloat, newFloat } from "../objects/float.ts";
import { intValue, isExactInt, newInt } from "../objects/int.ts";
import { getIter, next } from "../objects/iteration.ts";
import { nextNumber } from "../objects/iterators.ts";
import { binaryOp, NB_ADD } from "../objects/operators.ts";
import { BoolType } from "../objects/singletons.ts";
import { isStr } from "../objects/str.ts";
import { isBuiltin } from "./natives.ts";

function checkStart(start: Value): void {
  if (isStr(start)) throw typeError("sum() can't sum strings [use ''.join(seq) instead]");
  if (isBytes(start)) throw typeError("sum() can't sum bytes [use b''.join(seq) instead]");
  if (isBuiltin(start, "bytearray")) throw typeError("sum() can't sum bytearray [use b''.join(seq) instead]");
}

/** The number of an item that keeps an int sum an int sum; undefined for others. */
function plainInt(item: Value): number | bigint | undefined {
  if (typeof item === "number") return item;
  return isExactInt(item) || item.type === BoolType ? (item.value as number | bigint) : undefined;
}

/** Sums of ints stay on the fast way, and ints enter sums of floats, as long as they fit 64 bits. */
const fitsLong = (n: number | bigint): boolean => typeof n === "number" || BigInt.asIntN(64, n) === n;

/** A sum of doubles, and the digits that the additions have lost. */
class FloatSum {
  private total: number;
  private lost = 0;
  constructor(start: number) {
    this.total = start;
  }

  add(x: number): void {
    const t = this.total + x;
    if (Math.abs(this.total) >= Math.abs(x)) this.lost += this.total - t + x;
    else this.lost += x - t + this.total;
    this.total = t;
  }

  /** An int is added without compensation. */
  addInt(x: number): void {
    this.total += x;
  }

  /** The compensation must not make a NaN of an infinite sum, nor lose the sign of a zero. */
  get value(): number {
    return this.lost !== 0 && Number.isFinite(this.lost) ? this.total + this.lost : this.total;
  }
}

/** A sum on its way: each part adds what it can and answers the item that it cannot add, undefined at the end. */
interface Running {
  readonly it: Value;
  total: OwnedValue;
}

/** `sum(iterable, start)`. */
export function sum(iterable: Value, start: Value): OwnedValue {
  checkStart(start);
  const it = getIter(iterable);
  const running: Running = { it, total: keep(start) };
  try {
    for (const part of [sumInts, sumFloats, sumAny]) {
      const item = part(running);
      if (item === undefined) continue;
      addTo(running, item);
    }
    return running.total;
  } catch (e) {
    drop(running.total);
    throw e;
  } finally {
    drop(it);
  }
}

function setTotal(running: Running, total: OwnedValue): void {
  const old = running.total;
  running.total = total;
  drop(old);
}

/** The total and an item, added by their own `+`; the item is given up. */
function addTo(running: Running, item: OwnedValue): void {
  try {
    setTotal(running, binaryOp(NB_ADD, running.total, item));
  } finally {
    drop(item);
  }
}

function sumAny(running: Running): undefined {
  for (let item = next(running.it); item !== undefined; item = next(running.it)) addTo(running, item);
}

function sumInts(running: Running): OwnedValue | undefined {
  if (!isExactInt(running.total)) return undefined;
  let total = intValue(running.total) as number | bigint;
  if (!fitsLong(total)) return undefined;
  for (;;) {
    for (let x = nextNumber(running.it); x !== undefined; x = nextNumber(running.it)) {
      const sum = plus(total, x);
      if (!fitsLong(sum)) {
        setTotal(running, newInt(total));
        return newInt(x);
      }
      total = sum;
    }
    const item = next(running.it);
    const n = item === undefined ? undefined : plainInt(item);
    const sum = n === undefined ? undefined : plus(total, n);
    if (sum === undefined || !fitsLong(sum)) {
      setTotal(running, newInt(total));
      return item;
    }
    total = sum;
    drop(item as OwnedValue);
  }
}

function plus(a: number | bigint, b: number | bigint): number | bigint {
  if (typeof a === "number" && typeof b === "number" && Number.isSafeInteger(a + b)) return a + b;
  return BigInt(a) + BigInt(b);
}

function sumFloats(running: Running): OwnedValue | undefined {
  const { it, total } = running;
  if (!isExactFloat(total)) return undefined;
  const sum = new FloatSum(total.value);
  let item = next(it);
  for (; item !== undefined; item = next(it)) {
    if (isExactFloat(item)) sum.add(item.value);
    else {
      const n = intValue(item);
      if (n === undefined || !fitsLong(n)) break;
      sum.addInt(Number(n));
    }
    drop(item);
  }
  setTotal(running, newFloat(sum.value));
  return item;
}
