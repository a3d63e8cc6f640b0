// The functions of math that take many numbers: sums, products, distances.
import { drop, keep, type OwnedValue, type Value } from "../heap/refs.ts";
import { caught, valueError } from "../objects/errors.ts";
import { isExactFloat, newFloat, toFloat } from "../objects/float.ts";
import { isExactInt, newInt } from "../objects/int.ts";
import { getIter, iterate, next, tupleFrom } from "../objects/iteration.ts";
import { ExactSum, hypot, ProductSum } from "../objects/numeric/floatmath.ts";
import { binaryOp, NB_ADD, NB_MULTIPLY } from "../objects/operators.ts";
import { isError } from "../objects/protocol.ts";
import { BoolType } from "../objects/singletons.ts";
import { using } from "./natives.ts";

export function fsum(iterable: Value): number {
  const sum = new ExactSum();
  iterate(iterable, (item) => using(item, () => sum.add(toFloat(item))));
  return sum.finish();
}

export function prod(iterable: Value, start: Value): OwnedValue {
  const state = { total: keep(start) };
  try {
    iterate(iterable, (item) => using(item, () => replaceTotal(state, binaryOp(NB_MULTIPLY, state.total, item))));
    return state.total;
  } catch (e) {
    drop(state.total);
    throw e;
  }
}

function replaceTotal(state: { total: OwnedValue }, total: OwnedValue): void {
  const old = state.total;
  state.total = total;
  drop(old);
}

// ---- distances ----

export const hypotenuse = (coordinates: readonly Value[]): number => hypot(coordinates.map(toFloat));

export function dist(p: Value, q: Value): number {
  return using(tupleFrom(p), (from) =>
    using(tupleFrom(q), (to) => {
      if (from.value.length !== to.value.length)
        throw valueError("both points must have the same number of dimensions");
      return hypot(from.value.map((x, i) => toFloat(x) - toFloat(to.value[i])));
    }),
  );
}

// ---- sumprod ----

/** A sum of products on its way: ints and floats have sums of their own, which enter the total when another kind comes. */
class Products {
  total: OwnedValue = newInt(0);
  /** Null once a product has come that is not of two ints, or does not fit 64 bits. */
  private ints: bigint | null = 0n;
  private intsUsed = false;
  private floats = new ProductSum();
  private floatsHigh = 0;
  private floatsUsed = false;

  add(p: Value, q: Value): void {
    if (this.addInts(p, q)) return;
    this.finishInts();
    if (this.addFloats(p, q)) return;
    this.finishFloats();
    using(binaryOp(NB_MULTIPLY, p, q), (product) => replaceTotal(this, binaryOp(NB_ADD, this.total, product)));
  }

  finish(): void {
    this.finishInts();
    this.finishFloats();
  }

  private addInts(p: Value, q: Value): boolean {
    if (this.ints === null || !isExactInt(p) || !isExactInt(q)) return false;
    const factors = [p, q].map((factor) =>
      BigInt(typeof factor === "number" ? factor : (factor.value as number | bigint)),
    );
    const product = factors[0] * factors[1];
    const sum = this.ints + product;
    if ([...factors, product, sum].some((n) => BigInt.asIntN(64, n) !== n)) return false;
    this.ints = sum;
    this.intsUsed = true;
    return true;
  }

  private finishInts(): void {
    const { ints, intsUsed } = this;
    this.ints = null;
    this.intsUsed = false;
    if (intsUsed) using(newInt(ints as bigint), (sum) => replaceTotal(this, binaryOp(NB_ADD, this.total, sum)));
  }

  private addFloats(p: Value, q: Value): boolean {
    const [x, y] = factorsOf(p, q);
    if (x === undefined || y === undefined) return false;
    const high = this.floatsHigh + x * y;
    if (!Number.isFinite(high)) return false;
    this.floatsHigh = high;
    this.floats.add(x, y);
    this.floatsUsed = true;
    return true;
  }

  private finishFloats(): void {
    if (!this.floatsUsed) return;
    const sum = this.floats.finish();
    this.floats = new ProductSum();
    this.floatsHigh = 0;
    this.floatsUsed = false;
    using(newFloat(sum), (value) => replaceTotal(this, binaryOp(NB_ADD, this.total, value)));
  }
}

/** Two factors as doubles, when one is a float and the other a float, an int or a bool; undefined otherwise. */
function factorsOf(p: Value, q: Value): [number | undefined, number | undefined] {
  if (!isExactFloat(p) && !isExactFloat(q)) return [undefined, undefined];
  return [factor(p), factor(q)];
}

function factor(value: Value): number | undefined {
  if (isExactFloat(value)) return value.value;
  if (!isExactInt(value) && value.type !== BoolType) return undefined;
  try {
    return toFloat(value);
  } catch (e) {
    if (!isError(caught(e), "OverflowError")) throw e;
    drop(caught(e) as OwnedValue);
    return undefined;
  }
}

export function sumprod(p: Value, q: Value): OwnedValue {
  return using(getIter(p), (left) =>
    using(getIter(q), (right) => {
      const products = new Products();
      try {
        while (addNext(products, left, right));
        products.finish();
        return products.total;
      } catch (e) {
        drop(products.total);
        throw e;
      }
    }),
  );
}

/** Adds the product of the next items; false at the end of both. */
function addNext(products: Products, left: Value, right: Value): boolean {
  const p = next(left);
  try {
    const q = next(right);
    try {
      if ((p === undefined) !== (q === undefined)) throw valueError("Inputs are not the same length");
      if (p === undefined || q === undefined) return false;
      products.add(p, q);
      return true;
    } finally {
      if (q !== undefined) drop(q);
    }
  } finally {
    if (p !== undefined) drop(p);
  }
}
