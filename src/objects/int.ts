// int: of any size. A number up to 2^53 - 1 in size, which lies unboxed in a slot as long as it
// has one reference; a bigint beyond, always in an object. Arithmetic is numeric/intops.ts, the
// slots and methods are intmethods.ts.
import { account, claimBlock, heap } from "../heap/heap.ts";
import { PyObject } from "../heap/object.ts";
import { boxInt, drop, keep, type Owned, type OwnedValue, type Value } from "../heap/refs.ts";
import { INT_SUBCLASS } from "../heap/type.ts";
import { overflowError, typeError } from "./errors.ts";
import { IntType, type PyInt, sizeOfInt } from "./inttype.ts";
import { typeOf } from "./lookup.ts";
import { asObject, typeName } from "./protocol.ts";
import { warnSubclass } from "./warn.ts";

export { IntType, type PyInt } from "./inttype.ts";

/** What an int's slots and methods get as self. */
export type IntValue = number | PyInt;

/** A new int. A number must be an integer. */
export function newInt(n: number | bigint): OwnedValue {
  if (typeof n === "number") {
    if (Number.isSafeInteger(n)) return (n + 0) as OwnedValue;
    n = BigInt(n);
  }
  const small = Number(n);
  return Number.isSafeInteger(small) ? (small as OwnedValue) : newBigInt(n);
}

/** A boxed int, for what is kept outside of slots. */
export const newIntObject = (n: number | bigint): Owned<PyObject> => {
  const value = newInt(n);
  return typeof value === "number" ? boxInt(value) : value;
};

function newBigInt(n: bigint): Owned<PyInt> {
  account(sizeOfInt(n));
  const int = new PyObject<number | bigint>(IntType, n, null) as Owned<PyInt>;
  if (heap.addresses.waiting > 0) claimBlock(int, sizeOfInt(n), 0);
  return int;
}

export const isInt = (value: Value): value is IntValue =>
  typeof value === "number" || (value.type.value.flags & INT_SUBCLASS) !== 0;
export const isExactInt = (value: Value): value is IntValue => typeof value === "number" || value.type === IntType;

/** The number behind an int; undefined for any other value. */
export function intValue(value: Value): number | bigint | undefined {
  if (typeof value === "number") return value;
  return (value.type.value.flags & INT_SUBCLASS) !== 0 ? (value as PyInt).value : undefined;
}

/** The number behind what is known to be an int. */
export const intOf = (value: IntValue): number | bigint => (typeof value === "number" ? value : value.value);

/** The int that a value stands for: itself, or what its `__index__` answers. Raises TypeError. */
export function index(value: Value): number | bigint {
  const n = intValue(value);
  if (n !== undefined) return n;
  const slot = typeOf(value).value.slots.index;
  if (slot === null) throw typeError(`'${typeName(value)}' object cannot be interpreted as an integer`);
  const answer = slot(asObject(value));
  const result = intValue(answer);
  const name = typeName(answer);
  drop(answer);
  if (result === undefined) throw typeError(`__index__ returned non-int (type ${name})`);
  if (name !== "int") warnSubclass("__index__", "int", name);
  return result;
}

/** An index-sized int. Beyond 64 bits raises OverflowError; beyond 2^53 it is cut to 2^53 - 1 in size. */
export function indexSize(value: Value): number {
  if (typeof value === "number") return value;
  const n = index(value);
  if (typeof n === "number") return n;
  if (n >= 2n ** 63n || n < -(2n ** 63n)) throw overflowError("cannot fit 'int' into an index-sized integer");
  return n > 0n ? Number.MAX_SAFE_INTEGER : Number.MIN_SAFE_INTEGER;
}

/** As `indexSize`, in the words of the converter of arguments. */
export function sizeArgument(value: Value): number {
  if (typeof value === "number") return value;
  const n = index(value);
  if (typeof n === "number") return n;
  if (BigInt.asIntN(64, n) !== n) throw overflowError("Python int too large to convert to C ssize_t");
  return n > 0n ? Number.MAX_SAFE_INTEGER : Number.MIN_SAFE_INTEGER;
}

/** As `indexSize`, but what does not fit is cut to the largest that does: for slices. */
export function indexClamped(value: Value): number {
  const n = index(value);
  if (typeof n === "number") return n;
  return n > 0n ? Number.MAX_SAFE_INTEGER : Number.MIN_SAFE_INTEGER;
}

/** An int in the range of a C int. */
export function cInt(value: Value): number {
  const n = index(value);
  if (typeof n === "number" && n === (n | 0)) return n;
  throw overflowError(
    typeof n === "number"
      ? n > 0
        ? "signed integer is greater than maximum"
        : "signed integer is less than minimum"
      : "Python int too large to convert to C int",
  );
}

/** The same int once more, for `int.__pos__` and its like: exact ints are themselves. */
export const sameInt = (value: IntValue): OwnedValue =>
  typeof value === "number" || value.type === IntType ? keep(value) : newInt(value.value);
