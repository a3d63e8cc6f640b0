// Arithmetic, for any values: the binary operators with their reflected and in-place forms, and
// the unary ones. The numbers of the operators are those of BINARY_OP. Ints in slots are added
// where they lie; everything else goes by the slots of the types.
import { drop, type OwnedValue, type Value } from "../heap/refs.ts";
import type { Binary, Slots } from "../heap/type.ts";
import { typeError } from "./errors.ts";
import { indexSize } from "./int.ts";
import { isSubtype, typeOf } from "./lookup.ts";
import { asObject, isSequenceLike, typeName } from "./protocol.ts";
import { NotImplemented } from "./singletons.ts";

type SlotReader = (slots: Slots) => Binary | null;

/** The slots are read by functions, which is quicker than by name. */
interface Operator {
  slot: SlotReader;
  inplace: SlotReader;
  sign: string;
}
const operator = (slot: SlotReader, inplace: SlotReader, sign: string): Operator => ({ slot, inplace, sign });

/** By BINARY_OP's number; thirteen more is the in-place form. */
const OPERATORS: readonly Operator[] = [
  operator(
    (s) => s.add,
    (s) => s.iadd,
    "+",
  ),
  operator(
    (s) => s.and,
    (s) => s.iand,
    "&",
  ),
  operator(
    (s) => s.floordiv,
    (s) => s.ifloordiv,
    "//",
  ),
  operator(
    (s) => s.lshift,
    (s) => s.ilshift,
    "<<",
  ),
  operator(
    (s) => s.matmul,
    (s) => s.imatmul,
    "@",
  ),
  operator(
    (s) => s.mul,
    (s) => s.imul,
    "*",
  ),
  operator(
    (s) => s.mod,
    (s) => s.imod,
    "%",
  ),
  operator(
    (s) => s.or,
    (s) => s.ior,
    "|",
  ),
  operator(
    (s) => binaryPow(s.pow),
    (s) => s.ipow,
    "** or pow()",
  ),
  operator(
    (s) => s.rshift,
    (s) => s.irshift,
    ">>",
  ),
  operator(
    (s) => s.sub,
    (s) => s.isub,
    "-",
  ),
  operator(
    (s) => s.truediv,
    (s) => s.itruediv,
    "/",
  ),
  operator(
    (s) => s.xor,
    (s) => s.ixor,
    "^",
  ),
];
const INPLACE = 13;
export const NB_ADD = 0;
export const NB_MULTIPLY = 5;
export const NB_REMAINDER = 6;
export const NB_POWER = 8;
export const NB_SUBTRACT = 10;

/** The answer of an operator, by its number in BINARY_OP. Raises TypeError when neither operand knows it. */
export function binaryOp(op: number, lhs: Value, rhs: Value): OwnedValue {
  if ((op === NB_ADD || op === NB_ADD + INPLACE) && typeof lhs !== "number" && typeof rhs !== "number") {
    const { add, iadd, concat: join, iconcat } = lhs.type.value.slots;
    if (join !== null && add === null && iadd === null && rhs.type.value.slots.add === null)
      return op === NB_ADD || iconcat === null ? join(lhs, rhs) : iconcat(lhs, rhs);
  }
  return op >= INPLACE ? inplaceOp(op - INPLACE, lhs, rhs) : plainOp(op, lhs, rhs, OPERATORS[op].sign);
}

function plainOp(op: number, lhs: Value, rhs: Value, sign: string): OwnedValue {
  const answer = trySlots(OPERATORS[op].slot, lhs, rhs);
  if (answer !== undefined) return answer;
  const sequence = op === NB_ADD ? concat(lhs, rhs, false) : op === NB_MULTIPLY ? repeat(lhs, rhs, false) : undefined;
  if (sequence !== undefined) return sequence;
  throw unsupported(sign, lhs, rhs);
}

function inplaceOp(op: number, lhs: Value, rhs: Value): OwnedValue {
  const slot = OPERATORS[op].inplace(typeOf(lhs).value.slots);
  if (slot !== null) {
    const answer = slot(lhs, rhs);
    if (answer !== NotImplemented) return answer;
    drop(answer);
  }
  const answer = trySlots(OPERATORS[op].slot, lhs, rhs);
  if (answer !== undefined) return answer;
  const sequence = op === NB_ADD ? concat(lhs, rhs, true) : op === NB_MULTIPLY ? repeat(lhs, rhs, true) : undefined;
  if (sequence !== undefined) return sequence;
  throw unsupported(op === NB_POWER ? "**=" : `${OPERATORS[op].sign}=`, lhs, rhs);
}

/** The slots of both operands; the right one's first when its type is built on the left one's. Undefined when neither knows. */
function trySlots(slot: SlotReader, lhs: Value, rhs: Value): OwnedValue | undefined {
  const tl = typeOf(lhs);
  const tr = typeOf(rhs);
  const left = slot(tl.value.slots);
  let right = tl === tr ? null : slot(tr.value.slots);
  if (right === left) right = null;
  if (left !== null) {
    if (right !== null && isSubtype(tr, tl)) {
      const answer = right(lhs, rhs);
      if (answer !== NotImplemented) return answer;
      drop(answer);
      right = null;
    }
    const answer = left(lhs, rhs);
    if (answer !== NotImplemented) return answer;
    drop(answer);
  }
  if (right === null) return undefined;
  const answer = right(lhs, rhs);
  if (answer !== NotImplemented) return answer;
  drop(answer);
  return undefined;
}

/** A `pow` slot as an operator of two operands. */
function binaryPow(pow: Slots["pow"]): Binary | null {
  if (pow === null) return null;
  let binary = powBinaries.get(pow);
  if (binary === undefined) powBinaries.set(pow, (binary = (lhs, rhs) => pow(lhs, rhs, null)));
  return binary;
}
/** One function for each slot, so that they can be compared. */
const powBinaries = new WeakMap<object, Binary>();

/** `pow(lhs, rhs, mod)`. */
export function ternaryPow(lhs: Value, rhs: Value, mod: Value): OwnedValue {
  const tried = new Set<unknown>();
  for (const operand of [lhs, rhs, mod]) {
    const slot = typeOf(operand).value.slots.pow;
    if (slot === null || tried.has(slot)) continue;
    tried.add(slot);
    const answer = slot(lhs, rhs, mod);
    if (answer !== NotImplemented) return answer;
    drop(answer);
  }
  throw typeError(
    `unsupported operand type(s) for ** or pow(): '${typeName(lhs)}', '${typeName(rhs)}', '${typeName(mod)}'`,
  );
}

function concat(lhs: Value, rhs: Value, inplace: boolean): OwnedValue | undefined {
  const { concat: slot, iconcat } = typeOf(lhs).value.slots;
  const f = inplace ? (iconcat ?? slot) : slot;
  return f === null ? undefined : f(asObject(lhs), rhs);
}

function repeat(lhs: Value, rhs: Value, inplace: boolean): OwnedValue | undefined {
  const left = typeOf(lhs).value.slots;
  const f = inplace ? (left.irepeat ?? left.repeat) : left.repeat;
  if (f !== null) return f(asObject(lhs), repeatCount(rhs));
  if (inplace && isSequenceLike(lhs)) return undefined;
  const right = typeOf(rhs).value.slots.repeat;
  return right === null ? undefined : right(asObject(rhs), repeatCount(lhs));
}

function repeatCount(value: Value): number {
  if (typeOf(value).value.slots.index === null)
    throw typeError(`can't multiply sequence by non-int of type '${typeName(value)}'`);
  return indexSize(value);
}

function unsupported(sign: string, lhs: Value, rhs: Value): unknown {
  const hint =
    sign === ">>" && typeName(lhs) === "builtin_function_or_method" && isPrint(lhs)
      ? `. Did you mean "print(<message>, file=<output_stream>)"?`
      : "";
  return typeError(`unsupported operand type(s) for ${sign}: '${typeName(lhs)}' and '${typeName(rhs)}'${hint}`);
}
const isPrint = (value: Value): boolean =>
  (asObject(value).value as { native: { name: string } }).native.name === "print";

/** `divmod(lhs, rhs)`. */
export function divmodOp(lhs: Value, rhs: Value): OwnedValue {
  const answer = trySlots((slots) => slots.divmod, lhs, rhs);
  if (answer !== undefined) return answer;
  throw unsupported("divmod()", lhs, rhs);
}

const unary =
  (slot: "neg" | "pos" | "abs" | "invert", sign: string) =>
  (value: Value): OwnedValue => {
    const f = typeOf(value).value.slots[slot];
    if (f === null) throw typeError(`bad operand type for ${sign}: '${typeName(value)}'`);
    return f(asObject(value));
  };
export const negative = unary("neg", "unary -");
export const positive = unary("pos", "unary +");
export const invert = unary("invert", "unary ~");
export const absolute = unary("abs", "abs()");
