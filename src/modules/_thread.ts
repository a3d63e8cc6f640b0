// _thread: what the library's threading is built on. There is one thread; another cannot be
// started. Locks are threadlocks.ts.
import { allocGC } from "../heap/heap.ts";
import type { PyObject, PyType } from "../heap/object.ts";
import { drop, dropMaybe, newRef, newRefs, type OwnedValue, share, type Value } from "../heap/refs.ts";
import { BASETYPE, HAS_WEAKREFS, HAVE_GC } from "../heap/type.ts";
import { current } from "../host/current.ts";
import { def, type Native } from "../native/signature.ts";
import { callMethod } from "../objects/call.ts";
import { defineType } from "../objects/define.ts";
import { isDict, newDict, type PyDict } from "../objects/dict.ts";
import { PyError, runtimeError, typeError, valueError } from "../objects/errors.ts";
import { exceptionType, isException, matches, newException } from "../objects/exceptions.ts";
import { newFloat } from "../objects/float.ts";
import { asInstanceOf } from "../objects/instance.ts";
import { cInt, indexSize, newInt } from "../objects/int.ts";
import { untold } from "../objects/members.ts";
import { ObjectType } from "../objects/object.ts";
import { findAttrText, hasType, slotsOf, strText } from "../objects/protocol.ts";
import { None } from "../objects/singletons.ts";
import { intern, newStr } from "../objects/str.ts";
import { defineStructSeq } from "../objects/structseq.ts";
import { isTuple } from "../objects/tuple.ts";
import { displayException } from "../vm/reporthook.ts";
import { vm } from "../vm/state.ts";
import { sysAttribute } from "../vm/sysattr.ts";
import { defineModule } from "./module.ts";
import { LockType, MAIN_THREAD, newLock, RLockType, TIMEOUT_MAX } from "./threadlocks.ts";

// ---- _local: attributes that each thread has for itself ----

type PyLocal = PyObject<{ dict: PyDict | null }>;

function dictOf(local: PyLocal, make: boolean): PyDict | null {
  if (local.value.dict === null && make) local.value.dict = newDict();
  return local.value.dict;
}

function newLocal(type: PyType, args: readonly Value[]): OwnedValue {
  if (args.length > 0 && type.value.slots.init === ObjectType.value.slots.init)
    throw typeError("Initialization arguments are not supported");
  const local = allocGC<{ dict: PyDict | null }, null>(LocalType, { dict: null }, null, 80);
  return asInstanceOf(local, type);
}

const LocalType: PyType = defineType<PyLocal>({
  name: "_local",
  module: "_thread",
  doc: "Thread-local data",
  flags: HAVE_GC | BASETYPE | HAS_WEAKREFS,
  basicSize: 64,
  dictOf,
  traverse(local, visit) {
    if (local.value.dict !== null) visit(local.value.dict);
  },
  clear(local) {
    const { dict } = local.value;
    local.value.dict = null;
    dropMaybe(dict);
  },
  slots: { new: newLocal },
  getset: [{ name: "__dict__", get: (local) => newRef(dictOf(local, true) as PyDict) }],
  constants: () => ({ __module__: newRef(intern("_thread")) }),
});

// ---- starting ----

/** The arguments are checked as if a thread could be started. */
function start(func: Value, args: Value, kwargs: Value | undefined): never {
  if (slotsOf(func).call === null) throw typeError("first arg must be callable");
  if (!isTuple(args)) throw typeError("2nd arg must be a tuple");
  if (kwargs !== undefined && !isDict(kwargs)) throw typeError("optional 3rd arg must be a dictionary");
  throw runtimeError("can't start new thread");
}

const starter = (name: "start_new_thread" | "start_new"): Native =>
  def(
    `${name}($module, function, args, kwargs=NULL, /)`,
    "Would start a thread. There is one thread: another cannot be started.",
    (_module, func, args, kwargs) => start(func, args, kwargs),
  );

const leave = (name: "exit" | "exit_thread"): Native =>
  def(`${name}($module, /)`, "Ends the thread: raises SystemExit.", (): OwnedValue => {
    throw new PyError(newException("SystemExit"));
  });

const locker = (name: "allocate_lock" | "allocate" | "_set_sentinel"): Native =>
  def(`${name}($module, /)`, "A new lock that nobody holds.", () => newLock());

function stackSize(value: Value | undefined): number {
  const size = value === undefined ? 0 : indexSize(value);
  if (size < 0) throw valueError("size must be 0 or a positive value");
  if (size > 0 && size < 32768) throw valueError(`size not valid: ${size} bytes`);
  return 0;
}

// ---- exceptions that end a thread ----

const HookArgsType = defineStructSeq({
  module: "_thread",
  name: "_ExceptHookArgs",
  doc: "What threading.excepthook is told.",
  callable: true,
  fields: [
    ["exc_type", "Exception type"],
    ["exc_value", "Exception value"],
    ["exc_traceback", "Exception traceback"],
    ["thread", "Thread"],
  ],
});

function threadName(thread: Value): string {
  const name = thread === None ? undefined : findAttrText(thread, "_name");
  if (name === undefined) return String(MAIN_THREAD);
  const text = strText(name);
  drop(name);
  return text;
}

/** Prints what has ended a thread, but for SystemExit. */
function hook(args: Value): void {
  if (!hasType(args, HookArgsType)) throw typeError("_thread._excepthook argument type must be ExceptHookArgs");
  const items = (args as PyObject<Value[]>).value;
  const held = newRefs();
  for (let i = 0; i < 4; i++) held.push(share(items, i));
  try {
    const [type, value, , thread] = held;
    if (type === exceptionType("SystemExit") || (isException(value) && matches(value, "SystemExit"))) return;
    const stderr = sysAttribute("stderr");
    if (stderr === undefined || stderr === None) return;
    drop(callMethod(stderr, "write", newStr(`Exception in thread ${threadName(thread)}:\n`)));
    displayException(value);
  } finally {
    for (const o of held) drop(o as OwnedValue);
  }
}

export default defineModule({
  name: "_thread",
  doc: "Locks and the identity of threads. The module threading has an easier interface.",
  functions: untold([
    starter("start_new_thread"),
    starter("start_new"),
    leave("exit_thread"),
    leave("exit"),
    locker("allocate_lock"),
    locker("allocate"),
    locker("_set_sentinel"),
    def("daemon_threads_allowed($module, /) -> bool", "May threads be daemons?", () => true),
    def("interrupt_main($module, signum=2, /)", "Acts as if a signal had come.", (_module, signum) => {
      const number = cInt(signum);
      if (number < 1 || number > 64) throw valueError("signal number out of range");
      if (number === 2) vm.interrupt();
    }),
    def("get_ident($module, /)", "The number of the thread.", () => newInt(MAIN_THREAD)),
    def("get_native_id($module, /)", "The number that the system has for the thread.", () => newInt(current.pid)),
    def("_count($module, /) -> int", "How many threads have been started and run.", () => 0),
    def("stack_size($module, size=NULL, /) -> int", "The stack that new threads get.", (_module, size) =>
      stackSize(size),
    ),
    def("_excepthook($module, exc_type, /)", "Prints what has ended a thread.", (_module, args) => hook(args)),
    def("_is_main_interpreter($module, /) -> bool", "Is it the main interpreter?", () => true),
  ]),
  types: [RLockType, LocalType, HookArgsType],
  constants: () => ({
    LockType: newRef(LockType),
    error: newRef(exceptionType("RuntimeError")),
    TIMEOUT_MAX: newFloat(TIMEOUT_MAX),
  }),
});
