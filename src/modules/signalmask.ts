// Blocked signals: the mask of the one thread, and what has been raised meanwhile. A blocked signal
// waits until it is unblocked; the two that cannot be blocked never are.
import { drop, type OwnedValue, type Value } from "../heap/refs.ts";
import { def, type Native } from "../native/signature.ts";
import { valueError } from "../objects/errors.ts";
import { cInt, newInt } from "../objects/int.ts";
import { iterate } from "../objects/iteration.ts";
import { newSet, setAdd } from "../objects/set.ts";
import { warn } from "../vm/reportwarning.ts";
import { osErrorOf } from "./hosterrors.ts";
import { perInstance } from "./state.ts";

const LAST = 64;
const KILL = 9;
const STOP = 19;

interface Mask {
  blocked: Set<number>;
  pending: Set<number>;
}
const empty = (mask: Mask): void => {
  mask.blocked.clear();
  mask.pending.clear();
};
const state = perInstance<Mask>({ make: () => ({ blocked: new Set(), pending: new Set() }), reset: empty });

/** True when the signal is blocked; it then waits. */
export function putOff(number: number): boolean {
  const { blocked, pending } = state();
  if (blocked.has(number)) pending.add(number);
  return blocked.has(number);
}

function numbersOf(signals: Value, reserved: ReadonlySet<number>): number[] {
  const numbers: number[] = [];
  iterate(signals, (item) => {
    try {
      const n = cInt(item);
      if (n < 1 || n > LAST) throw valueError(`signal number ${n} out of range [1; ${LAST}]`);
      if (reserved.has(n)) warn("RuntimeWarning", `invalid signal number ${n}, please use valid_signals()`);
      else numbers.push(n);
    } finally {
      drop(item);
    }
  });
  return numbers;
}

function setOf(numbers: Iterable<number>): OwnedValue {
  const set = newSet();
  for (const n of [...numbers].sort((a, b) => a - b)) setAdd(set, newInt(n));
  return set;
}

/** What each `how` makes of the mask: SIG_BLOCK, SIG_UNBLOCK, SIG_SETMASK. */
const CHANGES: readonly ((blocked: Set<number>, numbers: number[]) => Iterable<number>)[] = [
  (blocked, numbers) => [...blocked, ...numbers],
  (blocked, numbers) => [...blocked].filter((n) => !numbers.includes(n)),
  (_blocked, numbers) => numbers,
];

/** Delivers what is no longer blocked, and answers the mask of before. */
function changeMask(how: number, numbers: number[], handle: (number: number) => void): OwnedValue {
  const mask = state();
  if (!Object.hasOwn(CHANGES, how)) throw osErrorOf("EINVAL", null);
  const before = mask.blocked;
  mask.blocked = new Set(CHANGES[how](before, numbers));
  for (const n of [KILL, STOP]) mask.blocked.delete(n);
  for (const n of [...mask.pending].filter((one) => !mask.blocked.has(one)).sort((a, b) => a - b)) {
    mask.pending.delete(n);
    handle(n);
  }
  return setOf(before);
}

/** The natives; `handle` does what a signal's handler says. */
export const maskFunctions = (reserved: ReadonlySet<number>, handle: (number: number) => void): Native[] => [
  def(
    "pthread_sigmask($module, how, mask, /)",
    "Blocks signals or unblocks them; answers which were blocked.",
    (_module, how, mask) => changeMask(cInt(how), numbersOf(mask, reserved), handle),
  ),
  def("sigpending($module, /)", "The blocked signals that have been raised.", () => setOf(state().pending)),
];
