// The slow paths of hot instructions: what lies borrowed becomes owned first, since anything may
// run now. Each leaves its result in place of its deepest operand.
import { drop, moved, newRef, type Owned, type OwnedValue, type Value } from "../heap/refs.ts";
import { DictType, dictAdd, type PyDict } from "../objects/dict.ts";
import { failed, type PyError } from "../objects/errors.ts";
import type { PyException } from "../objects/exceptions.ts";
import { binaryOp } from "../objects/operators.ts";
import { compare, getItem, keyError, setItem } from "../objects/protocol.ts";
import { type PyStr, StrType, strHash32 } from "../objects/str.ts";
import { disownBelow, ownBorrowed } from "./borrow.ts";
import type { Frame } from "./frame.ts";
import { arrived } from "./raise.ts";

type Operation = (lhs: Value, rhs: Value, arg: number) => OwnedValue;

const binary =
  (operate: Operation) =>
  (f: Frame, pc: number, sp: number, arg = 0): void => {
    ownBorrowed(f, pc, sp);
    const S = f.S;
    const lhs = S[sp - 2];
    const rhs = S[sp - 1];
    const answer = operate(lhs, rhs, arg);
    S[sp - 2] = answer as Value;
    drop(lhs as OwnedValue);
    drop(rhs as OwnedValue);
    disownBelow(f, pc, sp, 2);
  };

export const slowBinary = binary((lhs, rhs, op) => binaryOp(op, lhs, rhs));
export const slowCompare = binary(compare);
export const slowSubscript = binary((container, key) => getItem(container, key));

/** The KeyError of an exact dict, raised without a JavaScript exception. */
export function missingKey(f: Frame, pc: number, sp: number): Owned<PyException> {
  ownBorrowed(f, pc, sp);
  return arrived(keyError(f.S[sp - 1])) as Owned<PyException>;
}

/** The error that a call has left in `failed`, raised without a JavaScript exception. */
export function takeFailed(): Owned<PyException> {
  const error = failed.error as PyError;
  failed.error = null;
  return arrived(error) as Owned<PyException>;
}

export function slowStoreSubscript(f: Frame, pc: number, sp: number, arg: number): void {
  if (storeNewKey(f.S, sp, arg)) return;
  ownBorrowed(f, pc, sp);
  const S = f.S;
  const [value, container, key] = [S[sp - 3], S[sp - 2], S[sp - 1]];
  setItem(container, key, value);
  drop(value as OwnedValue);
  drop(container as OwnedValue);
  drop(key as OwnedValue);
  disownBelow(f, pc, sp, 3);
}

/** Stores under a str that a dict does not have yet, where there is room; false when it is not so plain. */
function storeNewKey(S: Value[], sp: number, arg: number): boolean {
  const key = S[sp - 1];
  const dict = S[sp - 2];
  if (typeof key === "number" || typeof dict === "number" || key.type !== StrType || dict.type !== DictType)
    return false;
  const table = (dict as PyDict).value;
  const hash = strHash32(key as PyStr);
  if (!table.allStr || table.shared !== null || !table.hasRoom || table.findStr(key as PyStr, hash) >= 0) return false;
  const held = (arg & KEY_BORROWED) !== 0 ? newRef(key) : moved(key);
  dictAdd(dict as PyDict, held, hash, S[sp - 3] as OwnedValue);
  if ((arg & CONTAINER_BORROWED) === 0) drop(moved(dict) as Owned);
  return true;
}
/** Flags of the argument: which operands lie borrowed. */
const CONTAINER_BORROWED = 0x100;
const KEY_BORROWED = 0x200;
