// The locks of _thread. There is one thread: what would wait for another thread to let go waits as
// long as it was told, or, where it would wait for ever, is refused.
import { allocGC } from "../heap/heap.ts";
import type { PyObject, PyType } from "../heap/object.ts";
import { newRef, type Owned, type OwnedValue, type Value } from "../heap/refs.ts";
import { BASETYPE, HAS_WEAKREFS, HAVE_GC, NO_NEW } from "../heap/type.ts";
import { current } from "../host/current.ts";
import { callNative } from "../native/bind.ts";
import { def, type Native } from "../native/signature.ts";
import { addressText } from "../objects/builtin.ts";
import { defineType } from "../objects/define.ts";
import { overflowError, runtimeError, typeError, valueError } from "../objects/errors.ts";
import { isFloat } from "../objects/float.ts";
import { asInstanceOf } from "../objects/instance.ts";
import { cInt, index, newInt } from "../objects/int.ts";
import { untold } from "../objects/members.ts";
import { nameInMessages } from "../objects/protocol.ts";
import { intern, newStr } from "../objects/str.ts";
import { isTuple, tupleOf } from "../objects/tuple.ts";

/** What the one thread is called by: an address, as in CPython. */
export const MAIN_THREAD = 0x7f0000001740;

/** The longest time that a lock may be waited for, in seconds. */
export const TIMEOUT_MAX = 9223372036;

/** A timeout argument as nanoseconds; negative means for ever. */
function timeoutOf(blocking: boolean, timeout: Value): bigint {
  const ns = toNanoseconds(timeout);
  if (!blocking) {
    if (ns !== -1_000_000_000n) throw valueError("can't specify a timeout for a non-blocking call");
    return 0n;
  }
  if (ns === -1_000_000_000n) return -1n;
  if (ns < 0n) throw valueError("timeout value must be positive");
  return ns;
}

function toNanoseconds(timeout: Value): bigint {
  const outOfRange = "timestamp out of range for platform time_t";
  if (!isFloat(timeout)) {
    const n = BigInt(index(timeout));
    if (BigInt.asIntN(64, n) !== n) throw overflowError(outOfRange);
    return inRange(n * 1_000_000_000n);
  }
  const seconds = timeout.value;
  if (Number.isNaN(seconds)) throw valueError("Invalid value NaN (not a number)");
  if (!(Math.abs(seconds) < 2 ** 63)) throw overflowError(outOfRange);
  const ns = seconds * 1e9;
  return inRange(BigInt(ns < 0 ? Math.floor(ns) : Math.ceil(ns)));
}

function inRange(ns: bigint): bigint {
  if (BigInt.asIntN(64, ns) !== ns) throw overflowError("timestamp out of range for platform time_t");
  if (ns > BigInt(TIMEOUT_MAX) * 1_000_000_000n) throw overflowError("timeout value is too large");
  return ns;
}

/**
 * Waits for a lock that only another thread could let go.
 * Unlike CPython, which then never goes on, a wait without an end is an error: there is no other thread.
 */
function waitFor(ns: bigint): false {
  if (ns < 0n) throw runtimeError("deadlock: the lock is held, and there is no other thread to release it");
  if (ns > 0n) current.sleep(ns);
  return false;
}

const ACQUIRE = "Takes the lock; answers whether it could be had.";
const RELEASE = "Lets go of the lock.";

// ---- lock ----

export type PyLock = PyObject<{ locked: boolean }>;

function acquire(lock: PyLock, blocking: Value, timeout: Value): boolean {
  const ns = timeoutOf(cInt(blocking) !== 0, timeout);
  if (!lock.value.locked) {
    lock.value.locked = true;
    return true;
  }
  return waitFor(ns);
}

function release(lock: PyLock): void {
  if (!lock.value.locked) throw runtimeError("release unlocked lock");
  lock.value.locked = false;
}

const named = <T extends string>(names: readonly T[], make: (name: T) => Native): Native[] => names.map(make);

export const LockType: PyType = defineType<PyLock>({
  name: "lock",
  module: "_thread",
  doc: "A lock, held or not. It is let go by anybody; allocate_lock() makes one.",
  flags: HAVE_GC | HAS_WEAKREFS | NO_NEW,
  basicSize: 40,
  slots: {
    repr: (lock) =>
      newStr(
        `<${lock.value.locked ? "locked" : "unlocked"} ${nameInMessages(lock.type)} object at ${addressText(lock)}>`,
      ),
  },
  methods: untold([
    ...named(["acquire_lock", "acquire"], (name) =>
      def(`${name}($self, blocking=1, timeout=-1) -> bool`, ACQUIRE, (lock: PyLock, blocking, timeout) =>
        acquire(lock, blocking, timeout),
      ),
    ),
    ...named(["release_lock", "release"], (name) => def(`${name}($self, /)`, RELEASE, (lock: PyLock) => release(lock))),
    ...named(["locked_lock", "locked"], (name) =>
      def(`${name}($self, /) -> bool`, "Is the lock held?", (lock: PyLock) => lock.value.locked),
    ),
    def("__enter__($self, blocking=1, timeout=-1) -> bool", ACQUIRE, (lock: PyLock, blocking, timeout) =>
      acquire(lock, blocking, timeout),
    ),
    def("__exit__($self, *args)", RELEASE, (lock: PyLock) => release(lock)),
    def("_at_fork_reinit($self, /)", "The lock is free again.", (lock: PyLock) => {
      lock.value.locked = false;
    }),
  ]),
  constants: () => ({ __module__: newRef(intern("_thread")) }),
});

export const newLock = (): Owned<PyLock> => allocGC(LockType, { locked: false }, null, 56) as Owned<PyLock>;

// ---- RLock ----

export type PyRLock = PyObject<{ count: number }>;

function acquireAgain(lock: PyRLock, blocking: Value, timeout: Value): boolean {
  timeoutOf(cInt(blocking) !== 0, timeout);
  lock.value.count++;
  return true;
}

function releaseOne(lock: PyRLock): void {
  if (lock.value.count === 0) throw runtimeError("cannot release un-acquired lock");
  lock.value.count--;
}

function saveAll(lock: PyRLock): OwnedValue {
  const { count } = lock.value;
  if (count === 0) throw runtimeError("cannot release un-acquired lock");
  lock.value.count = 0;
  return tupleOf(newInt(count), newInt(MAIN_THREAD));
}

const restore = def("_acquire_restore($self, state, /)", "For the module threading.", (lock: PyRLock, state) => {
  if (!isTuple(state) || state.value.length !== 2) throw typeError("_acquire_restore() argument must be a pair");
  lock.value.count = cInt(state.value[0]);
});

export const RLockType: PyType = defineType<PyRLock>({
  name: "RLock",
  module: "_thread",
  flags: HAVE_GC | HAS_WEAKREFS | BASETYPE,
  basicSize: 48,
  slots: {
    new: (type, args, kwnames) => callNative(newRLock, type, args, kwnames, ""),
    repr(lock) {
      const { count } = lock.value;
      const state = count > 0 ? "locked" : "unlocked";
      const owner = count > 0 ? MAIN_THREAD : 0;
      const name = nameInMessages(lock.type);
      return newStr(`<${state} ${name} object owner=${owner} count=${count} at ${addressText(lock)}>`);
    },
  },
  methods: untold([
    def("acquire($self, blocking=1, timeout=-1) -> bool", ACQUIRE, (lock: PyRLock, blocking, timeout) =>
      acquireAgain(lock, blocking, timeout),
    ),
    def("release($self, /)", RELEASE, (lock: PyRLock) => releaseOne(lock)),
    def("_is_owned($self, /) -> bool", "For the module threading.", (lock: PyRLock) => lock.value.count > 0),
    restore,
    def("_release_save($self, /)", "For the module threading.", (lock: PyRLock) => saveAll(lock)),
    def("_recursion_count($self, /) -> int", "How often the lock is held.", (lock: PyRLock) => lock.value.count),
    def("__enter__($self, blocking=1, timeout=-1) -> bool", ACQUIRE, (lock: PyRLock, blocking, timeout) =>
      acquireAgain(lock, blocking, timeout),
    ),
    def("__exit__($self, *args)", RELEASE, (lock: PyRLock) => releaseOne(lock)),
    def("_at_fork_reinit($self, /)", "The lock is free again.", (lock: PyRLock) => {
      lock.value.count = 0;
    }),
  ]),
  constants: () => ({ __module__: newRef(intern("_thread")) }),
});

const newRLock = def(
  "RLock($type, *args, **kwargs)",
  "",
  (type): OwnedValue => asInstanceOf(allocGC(RLockType, { count: 0 }, null, 64) as Owned<PyRLock>, type as PyType),
);
