// The slow paths of hot instructions: what lies borrowed becomes owned first, since anything may
// run now. Each leaves its result in place of its deepest operand.
import { drop, type Owned, type OwnedValue, type Value } from "../heap/refs.ts";
import type { PyException } from "../objects/exceptions.ts";
import { binaryOp } from "../objects/operators.ts";
import { compare, getItem, keyError, setItem } from "../objects/protocol.ts";
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

export function slowStoreSubscript(f: Frame, pc: number, sp: number): void {
  ownBorrowed(f, pc, sp);
  const S = f.S;
  const [value, container, key] = [S[sp - 3], S[sp - 2], S[sp - 1]];
  setItem(container, key, value);
  drop(value as OwnedValue);
  drop(container as OwnedValue);
  drop(key as OwnedValue);
  disownBelow(f, pc, sp, 3);
}
