// The functions of sys: about objects, about settings of the interpreter, and its hooks.
import { heap } from "../heap/heap.ts";
import type { PyObject } from "../heap/object.ts";
import {
  drop,
  dropMaybe,
  intSize,
  keep,
  moved,
  newRef,
  newRefs,
  type Owned,
  type OwnedValue,
  refCount,
  share,
  type Value,
} from "../heap/refs.ts";
import { byTuple, def } from "../native/signature.ts";
import { callBorrowed, callBound } from "../objects/call.ts";
import { dictSet } from "../objects/dict.ts";
import {
  caught,
  newError,
  overflowError,
  recursionError,
  runtimeError,
  typeError,
  valueError,
} from "../objects/errors.ts";
import { intValue, newInt } from "../objects/int.ts";
import { typeOf } from "../objects/lookup.ts";
import { getAttrText, isError, repr, slotsOf, typeName } from "../objects/protocol.ts";
import { None, newNone } from "../objects/singletons.ts";
import { intern, internObject, isExactStr, isStr } from "../objects/str.ts";
import { newStructSeq } from "../objects/structseq.ts";
import { isTuple, tupleOf } from "../objects/tuple.ts";
import { importModule } from "../vm/import.ts";
import { handledException } from "../vm/raise.ts";
import { warn } from "../vm/reportwarning.ts";
import { vm } from "../vm/state.ts";
import { environment } from "./environment.ts";
import { raised } from "./hosterrors.ts";
import { intArgument, using, withText } from "./natives.ts";
import { print } from "./print.ts";
import { asyncgenHooksType } from "./sysinfo.ts";
import { type SysState, sysAttribute, sysState } from "./sysstate.ts";

// ---- objects ----

/** The bytes of an object, with what the collector keeps in front of it. */
function sizeOfObject(object: Value): number {
  if (typeof object === "number") return intSize(object);
  const answer = callBound(object, "__sizeof__");
  if (answer === undefined) throw typeError(`Type ${typeName(object)} doesn't define __sizeof__`);
  const size = intValue(answer);
  drop(answer);
  if (size === undefined) throw typeError("an integer is required");
  if (typeof size === "bigint") throw overflowError("Python int too large to convert to C ssize_t");
  if (size < 0) throw valueError("__sizeof__() should return >= 0");
  return size + typeOf(object).value.preHeader;
}

/** The default answers only for objects that do not say their size. */
function getSizeOf(object: Value, fallback: Value | undefined): OwnedValue {
  try {
    return newInt(sizeOfObject(object));
  } catch (e) {
    const error = caught(e);
    if (fallback === undefined || !isError(error, "TypeError")) throw e;
    drop(error as OwnedValue);
    return keep(fallback);
  }
}

function internStr(text: Value): OwnedValue {
  if (!isStr(text)) throw typeError(`intern() argument must be str, not ${text === None ? "None" : typeName(text)}`);
  if (!isExactStr(text)) throw typeError(`can't intern ${typeName(text)}`);
  return newRef(internObject(text));
}

export const objectNatives = [
  def(
    "getrefcount($module, object, /) -> int",
    "How many references there are to an object. One more than one might expect: the argument counts too.",
    (_module, object) => refCount(object),
  ),
  byTuple(
    withText(
      def(
        "getsizeof($module, /, object, default=NULL)",
        "The bytes of an object: its own, not of what it refers to.",
        (_module, object, fallback) => getSizeOf(object, fallback),
      ),
      null,
    ),
  ),
  def(
    "intern($module, string, /)",
    "The interned str of this text: the same object for the same text.",
    (_module, text) => internStr(text),
  ),
  def("getallocatedblocks($module, /) -> int", "How many objects are alive.", () => heap.objects),
  def("getunicodeinternedsize($module, /) -> int", "How many strs are interned.", () => heap.interned.size),
  def("_clear_type_cache($module, /)", "Empties the cache of attributes of types.", () => undefined),
];

// ---- settings ----

function setRecursionLimit(value: Value): void {
  const limit = intArgument(value);
  if (limit < 1) throw valueError("recursion limit must be greater or equal than 1");
  if (vm.depth >= limit) {
    throw recursionError(
      `cannot set the recursion limit to ${limit} at the recursion depth ${vm.depth}: the limit is too low`,
    );
  }
  vm.limit = limit;
}

function setSwitchInterval(seconds: number): void {
  if (!(seconds > 0)) throw valueError("switch interval must be strictly positive");
  sysState().switchInterval = seconds;
}

function setOriginDepth(depth: number): void {
  if (depth < 0) throw valueError("depth must be >= 0");
  vm.originDepth = depth;
}

function setDigits(value: Value): void {
  const digits = intArgument(value);
  if (digits !== 0 && digits < 640) throw valueError("maxdigits must be 0 or larger than 640");
  heap.maxStrDigits = digits;
}

export const settingNatives = [
  def("getrecursionlimit($module, /) -> int", "How deep calls may be nested.", () => vm.limit),
  def("setrecursionlimit($module, limit, /)", "Sets how deep calls may be nested.", (_module, limit) =>
    setRecursionLimit(limit),
  ),
  def(
    "get_int_max_str_digits($module, /) -> int",
    "How many digits an int may have in decimal text.",
    () => heap.maxStrDigits,
  ),
  def(
    "set_int_max_str_digits($module, /, maxdigits)",
    "Sets how many digits an int may have in decimal text; 0 is no limit.",
    (_module, digits) => setDigits(digits),
  ),
  def(
    "getswitchinterval($module, /) -> float",
    "How long a thread runs before another may.",
    () => sysState().switchInterval,
  ),
  def(
    "setswitchinterval($module, interval: float, /)",
    "Sets how long a thread runs before another may.",
    (_module, seconds) => setSwitchInterval(seconds),
  ),
  def("getdefaultencoding($module, /) -> str", "The encoding of str by default.", () => "utf-8"),
  def("getfilesystemencoding($module, /) -> str", "The encoding of the names of files.", () => "utf-8"),
  def(
    "getfilesystemencodeerrors($module, /) -> str",
    "What happens to names of files that cannot be encoded.",
    () => "surrogateescape",
  ),
  def("getdlopenflags($module, /) -> int", "How shared libraries would be opened.", () => 2),
  def("setdlopenflags($module, flags: int, /)", "Sets how shared libraries would be opened.", () => undefined),
  def(
    "get_coroutine_origin_tracking_depth($module, /) -> int",
    "How many frames of a coroutine's origin are kept.",
    () => vm.originDepth,
  ),
  def(
    "set_coroutine_origin_tracking_depth($module, /, depth: int)",
    "Sets how many frames of a coroutine's origin are kept.",
    (_module, depth) => setOriginDepth(depth),
  ),
  def("is_stack_trampoline_active($module, /) -> bool", "Is a profiler of the machine's stack at work?", () => false),
  def("is_finalizing($module, /) -> bool", "Is the interpreter shutting down?", () => sysState().finalizing),
];

// ---- leaving, showing, hooks ----

/** SystemExit with a status; a tuple is its arguments. */
function exit(status: Value): never {
  if (status === None) throw raised("SystemExit");
  if (isTuple(status)) throw raised("SystemExit", ...status.value.map((_, i) => share(status.value, i)));
  throw raised("SystemExit", keep(status));
}

/** Shows a value as the prompt does, and keeps it as `_`. */
function displayHook(value: Value): void {
  if (value === None) return;
  const underscore = intern("_");
  dictSet(vm.builtins, underscore, newNone());
  if (sysAttribute("stdout") === undefined) throw runtimeError("lost sys.stdout");
  using(repr(value), (text) => print([text], None, None, None, false));
  dictSet(vm.builtins, underscore, keep(value));
}

/** `(type, value, traceback)` of the exception being handled. */
function exceptionInfo(): OwnedValue {
  const e = handledException();
  if (e === null) return tupleOf(newNone(), newNone(), newNone());
  return tupleOf(newRef(e.type), newRef(e), newRef(e.value.traceback ?? None));
}

/** Tells the audit hooks of an event. */
function audit(args: Value[]): void {
  if (args.length === 0) throw typeError("audit() missing 1 required positional argument: 'event'");
  const { auditHooks } = sysState();
  if (!isStr(args[0])) throw typeError(`expected str for argument 'event', not ${typeName(args[0])}`);
  if (auditHooks.length === 0) return;
  const items = newRefs();
  for (let i = 1; i < args.length; i++) items.push(keep(args[i]));
  using(tupleOf(...(items as unknown as OwnedValue[])), (rest) => {
    for (const hook of [...auditHooks]) drop(callBorrowed(hook, [args[0], rest], null));
  });
}

function setAsyncgenHook(
  state: SysState,
  which: "firstIter" | "finalizer",
  name: string,
  hook: Value | undefined,
): void {
  if (hook === undefined) return;
  if (hook !== None && slotsOf(hook).call === null) throw typeError(`callable ${name} expected, got ${typeName(hook)}`);
  const old = state[which];
  state[which] = hook === None || typeof hook === "number" ? null : newRef(hook);
  dropMaybe(old);
}

function asyncgenHooks(): OwnedValue {
  const { firstIter, finalizer } = sysState();
  const items = newRefs();
  items.push(newRef(firstIter ?? None), newRef(finalizer ?? None));
  return newStructSeq(asyncgenHooksType, items);
}

/** The function that the environment names for breakpoint(); undefined, after a warning, when there is none. */
function namedHook(name: string): OwnedValue | undefined {
  const dot = name.lastIndexOf(".");
  try {
    if (dot === 0) throw newError("ImportError", null);
    const module = importModule(dot < 0 ? "builtins" : name.slice(0, dot));
    return using(module, (m) => getAttrText(m, name.slice(dot + 1)));
  } catch (e) {
    const error = caught(e);
    if (!isError(error, "ImportError") && !isError(error, "AttributeError")) throw e;
    drop(moved(error) as Owned);
  }
  warn("RuntimeWarning", `Ignoring unimportable $PYTHONBREAKPOINT: "${name}"`);
  return undefined;
}

/** breakpoint() by default: what PYTHONBREAKPOINT names, or the debugger of the library. */
function breakpointHook(args: readonly Value[], kwargs: readonly (readonly [PyObject, Value])[]): OwnedValue {
  const name = environment("PYTHONBREAKPOINT") ?? "";
  const hook = name === "0" ? undefined : namedHook(name === "" ? "pdb.set_trace" : name);
  if (hook === undefined) return newNone();
  return using(hook, (f) =>
    callBorrowed(
      f,
      [...args, ...kwargs.map(([, value]) => value)],
      kwargs.map(([key]) => key),
    ),
  );
}

export const breakpointHookNative = withText(
  def(
    "breakpointhook($module, /, *args, **kwargs)",
    "What breakpoint() calls: pdb.set_trace, unless it is replaced.",
    (_module, args, kwargs) => breakpointHook(args, kwargs),
  ),
  null,
);

export const displayHookNative = def(
  "displayhook($module, object, /)",
  "Prints an object to sys.stdout and keeps it in builtins._",
  (_module, value) => displayHook(value),
);

export const hookNatives = [
  def("exit($module, status=None, /)", "Leaves the interpreter by raising SystemExit(status).", (_module, status) =>
    exit(status),
  ),
  def("exc_info($module, /)", "The type, the value and the traceback of the exception being handled.", () =>
    exceptionInfo(),
  ),
  def("exception($module, /)", "The exception being handled, or None.", () => newRef(handledException() ?? None)),
  withText(
    def("audit($module, /, *args)", "Tells the audit hooks of an event, with its arguments.", (_module, args) =>
      audit(args),
    ),
    null,
  ),
  def("addaudithook($module, /, hook)", "Adds a hook that is told of events.", (_module, hook) => {
    sysState().auditHooks.push(keep(hook));
  }),
  def("get_asyncgen_hooks($module, /)", "The hooks of asynchronous generators.", () => asyncgenHooks()),
  withText(
    def(
      "set_asyncgen_hooks($module, /, firstiter=NULL, finalizer=NULL)",
      "Sets hooks of asynchronous generators.",
      (_module, firstIter, finalizer) => {
        setAsyncgenHook(sysState(), "finalizer", "finalizer", finalizer);
        setAsyncgenHook(sysState(), "firstIter", "firstiter", firstIter);
      },
    ),
    null,
  ),
];
