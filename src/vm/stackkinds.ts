// What lies on the stack before each instruction, by kind, as far as a jump by `f_lineno` must know:
// a jump may drop what is on the stack, but put nothing there that is not there.
import { OP, stackEffect } from "../bytecode/opcodes.ts";
import type { InternalCode } from "./code.ts";
import { XOP } from "./xops.ts";

/** A stack as one letter an entry, deepest first: "I" an iterator, "E" a handled exception, "L" where it was raised, "N" NULL, "O" any other. */
export type Kinds = string;

const TERMINAL = new Set<number>([OP.RETURN_VALUE, OP.RETURN_CONST, OP.RAISE_VARARGS, OP.RERAISE]);
const BRANCHES = new Set<number>([
  OP.POP_JUMP_IF_FALSE,
  OP.POP_JUMP_IF_TRUE,
  OP.POP_JUMP_IF_NONE,
  OP.POP_JUMP_IF_NOT_NONE,
]);
const BACKWARD = new Set<number>([OP.JUMP_BACKWARD, OP.JUMP_BACKWARD_NO_INTERRUPT]);
/** Internal opcodes that begin with a load. */
const LOADS = new Set<number>(Object.values(XOP));

const pop = (kinds: Kinds, n = 1): Kinds => kinds.slice(0, Math.max(0, kinds.length - n));

/** The stack after an instruction that goes on to the next one. */
function after(kinds: Kinds, op: number, arg: number): Kinds {
  if (LOADS.has(op)) return `${kinds}O`;
  switch (op) {
    case OP.GET_ITER:
    case OP.GET_AITER:
      return `${pop(kinds)}I`;
    case OP.END_ASYNC_FOR:
      return pop(kinds, 2);
    case OP.PUSH_EXC_INFO:
      return `${kinds}E`;
    case OP.POP_EXCEPT:
      return pop(kinds);
    case OP.PUSH_NULL:
      return `${kinds}N`;
    case OP.LOAD_GLOBAL:
      return `${kinds}${(arg & 1) !== 0 ? "N" : ""}O`;
    case OP.LOAD_ATTR:
      return (arg & 1) !== 0 ? `${pop(kinds)}NO` : kinds;
    case OP.CALL:
      return `${pop(kinds, arg + 2)}O`;
    case OP.SWAP:
      return swap(kinds, arg);
    case OP.COPY:
      return kinds + kinds[kinds.length - arg];
    default: {
      const effect = stackEffect(op, arg, false);
      return effect < 0 ? pop(kinds, -effect) : kinds + "O".repeat(effect);
    }
  }
}

function swap(kinds: Kinds, n: number): Kinds {
  const all = [...kinds];
  const [top, other] = [all.length - 1, all.length - n];
  [all[top], all[other]] = [all[other], all[top]];
  return all.join("");
}

/** The stack before each instruction; null where the code cannot be reached. */
export function stackKinds({ ins, offsets, handlers }: InternalCode): (Kinds | null)[] {
  const n = offsets.length;
  const stacks: (Kinds | null)[] = new Array(n + 1).fill(null);
  stacks[0] = "";
  let again = true;
  const reach = (at: number, kinds: Kinds, from: number): void => {
    if (stacks[at] === null && at < from) again = true;
    stacks[at] ??= kinds;
  };
  while (again) {
    again = false;
    for (let i = 0; i < n; i++) {
      const kinds = stacks[i];
      if (kinds === null) continue;
      const [op, arg] = [ins[2 * i], ins[2 * i + 1]];
      if (BRANCHES.has(op)) {
        reach(arg >> 1, pop(kinds), i);
        reach(i + 1, pop(kinds), i);
      } else if (op === OP.JUMP_FORWARD || BACKWARD.has(op)) reach(arg >> 1, kinds, i);
      else if (op === OP.SEND) {
        reach(arg >> 1, kinds, i);
        reach(i + 1, kinds, i);
      } else if (op === OP.FOR_ITER) {
        reach(arg >> 1, `${kinds}O`, i);
        reach(i + 1, `${kinds}O`, i);
      } else if (!TERMINAL.has(op)) reach(i + 1, after(kinds, op, arg), i);
    }
    for (const { start, target, depth, lasti } of handlers) {
      const kinds = stacks[start >> 1];
      if (kinds === null) continue;
      if (stacks[target >> 1] === null) again = true;
      stacks[target >> 1] ??= `${kinds.slice(0, depth)}${lasti ? "L" : ""}E`;
    }
  }
  return stacks;
}

const fits = (from: string, to: string): boolean => (to === "O" ? from !== "N" : to === "N" || from === to);

/** Can code that expects the one stack go on with the other, once its surplus has been dropped? */
export const compatible = (from: Kinds, to: Kinds): boolean =>
  to.length <= from.length && [...to].every((kind, i) => fits(from[i], kind));

/** Why a place cannot be jumped to. */
export function incompatibility(to: Kinds | null): string {
  if (to === null) return "can't jump into an exception handler, or code may be unreachable";
  switch (to[to.length - 1]) {
    case "E":
      return "can't jump into an 'except' block as there's no exception";
    case "L":
      return "can't jump into a re-raising block as there's no location";
    case "I":
      return "can't jump into the body of a for loop";
    default:
      return "incompatible stacks";
  }
}
