// _signal: the numbers of signals and what becomes of them. An interrupt from the keyboard arrives
// between two instructions; other signals a program can only raise itself. Blocking is signalmask.ts.
import type { PyObject } from "../heap/object.ts";
import { drop, dropMaybe, keep, newRef, type OwnedValue, share, type Value } from "../heap/refs.ts";
import { def } from "../native/signature.ts";
import { call } from "../objects/call.ts";
import { newError, typeError, valueError } from "../objects/errors.ts";
import { defineException, exceptionType, exceptionTypes } from "../objects/exceptions.ts";
import { cInt, intValue, newInt } from "../objects/int.ts";
import { slotsOf } from "../objects/protocol.ts";
import { newSet, setAdd } from "../objects/set.ts";
import { newNone } from "../objects/singletons.ts";
import { newStr } from "../objects/str.ts";
import { frameObject, runningFrame } from "../vm/frame.ts";
import { vm } from "../vm/state.ts";
import { osErrorOf } from "./hosterrors.ts";
import { defineModule } from "./module.ts";
import { maskFunctions, putOff } from "./signalmask.ts";
import { SIGNAL_NUMBERS, SIGNAL_TEXTS } from "./signalnumbers.ts";
import { perInstance } from "./state.ts";
import { moduleAttribute } from "./sysstate.ts";

const SIGINT = 2;
const LAST = 64;
/** The numbers between the common and the real-time signals are the C library's own. */
const RESERVED = new Set([32, 33]);
const DEFAULT = 0;
const IGNORE = 1;

/** Signals that are ignored when a program begins. */
const IGNORED = new Set([13, 25]);

/** Handlers by number, as far as a program has set them; owned. */
const handlers = perInstance<Map<number, Value[]>>({
  make: () => new Map(),
  traverse(map, visit) {
    for (const [handler] of map.values()) if (typeof handler !== "number") visit(handler);
  },
  clear: reset,
  reset,
});

function reset(map: Map<number, Value[]>): void {
  const held = [...map.values()];
  map.clear();
  for (const [handler] of held) dropMaybe(handler);
}

function checked(value: Value): number {
  const n = cInt(value);
  if (n < 1 || n > LAST) throw valueError("signal number out of range");
  return n;
}

/** What happens on a signal: a new reference. */
function handlerOf(number: number): OwnedValue {
  const slot = handlers().get(number);
  if (slot !== undefined) return share(slot, 0);
  if (number === SIGINT) return moduleAttribute("_signal", "default_int_handler");
  if (RESERVED.has(number)) return newNone();
  return newInt(IGNORED.has(number) ? IGNORE : DEFAULT);
}

function setHandler(number: number, handler: Value): OwnedValue {
  const n = intValue(handler);
  const isName = n === DEFAULT || n === IGNORE;
  if (!isName && slotsOf(handler).call === null)
    throw typeError("signal handler must be signal.SIG_IGN, signal.SIG_DFL, or a callable object");
  if (number === 9 || number === 19 || RESERVED.has(number)) throw osErrorOf("EINVAL", null);
  const old = handlerOf(number);
  const before = handlers().get(number);
  handlers().set(number, [isName ? newInt(Number(n)) : keep(handler)]);
  if (before !== undefined) drop(before[0] as OwnedValue);
  if (number === SIGINT) vm.interrupt = () => handle(SIGINT);
  return old;
}

/** Does what a signal's handler says. */
function handle(number: number): void {
  if (putOff(number)) return;
  const handler = handlerOf(number);
  try {
    const n = intValue(handler);
    if (n === DEFAULT) endBy(number);
    if (n === DEFAULT || n === IGNORE || handler === null) return;
    const frame = runningFrame();
    const shown = frame === null ? newNone() : newRef(frameObject(frame));
    drop(call(handler, newInt(number), shown));
  } finally {
    drop(handler);
  }
}

/** Signals whose usual end is no end at all. */
const HARMLESS = new Set([17, 18, 23, 28]);

/** Unlike CPython, whose process such a signal ends at once, the program exits with the status of one that was ended. */
function endBy(number: number): void {
  if (HARMLESS.has(number)) return;
  if (number === SIGINT) throw newError("KeyboardInterrupt", null);
  throw newError("SystemExit", null);
}

const intHandler = def(
  "default_int_handler($module, signalnum, frame, /)",
  "Raises KeyboardInterrupt.",
  (_module, _number, _frame): OwnedValue => {
    throw newError("KeyboardInterrupt", null);
  },
);

function validSignals(): OwnedValue {
  const set = newSet();
  for (let n = 1; n <= LAST; n++) if (!RESERVED.has(n)) setAdd(set, newInt(n));
  return set;
}

const ItimerErrorType = defineException("itimer_error", exceptionType("OSError"), "");
ItimerErrorType.value.module = "signal";
exceptionTypes.delete("itimer_error");

export default defineModule({
  name: "_signal",
  doc: "Handlers of signals.",
  functions: [
    def(
      "signal($module, signalnum, handler, /)",
      "Sets what happens on a signal; answers what did.",
      (_m, number, handler) => setHandler(checked(number), handler),
    ),
    def("getsignal($module, signalnum, /)", "What happens on a signal.", (_module, number) =>
      handlerOf(checked(number)),
    ),
    def("raise_signal($module, signalnum, /)", "Sends a signal to the program itself.", (_module, number) => {
      const n = cInt(number);
      if (n < 1 || n > LAST || RESERVED.has(n)) throw osErrorOf("EINVAL", null);
      handle(n);
    }),
    def("strsignal($module, signalnum, /)", "What a signal is called, or None.", (_module, number) => {
      const text = SIGNAL_TEXTS[checked(number)];
      return text === undefined || text === "" ? newNone() : newStr(text);
    }),
    def("valid_signals($module, /)", "The numbers of all signals.", () => validSignals()),
    def("siginterrupt($module, signalnum, flag, /)", "Whether a signal ends a wait early.", (_module, number) => {
      checked(number);
    }),
    def("set_wakeup_fd($module, fd, /, *, warn_on_full_buffer=True) -> int", "No file is told of signals.", () => -1),
    ...maskFunctions(RESERVED, handle),
    intHandler,
  ],
  constants: () => ({
    ...Object.fromEntries(Object.entries(SIGNAL_NUMBERS).map(([name, n]): [string, OwnedValue] => [name, newInt(n)])),
    ItimerError: newRef(ItimerErrorType as PyObject),
  }),
});
