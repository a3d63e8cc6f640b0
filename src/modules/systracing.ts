// Functions of sys that trace and profile; see vm/trace.ts.
import { boxed, keep, newRef, type Owned, type OwnedValue, type Value } from "../heap/refs.ts";
import { def } from "../native/signature.ts";
import { callBorrowed } from "../objects/call.ts";
import { typeError } from "../objects/errors.ts";
import { typeName } from "../objects/protocol.ts";
import { None } from "../objects/singletons.ts";
import { isTuple } from "../objects/tuple.ts";
import { vm } from "../vm/state.ts";
import { setProfileFunction, setTraceFunction, traceChanged } from "../vm/trace.ts";
import { withText } from "./natives.ts";

/** None stands for no function. */
const functionOrNone = (value: Value): Owned | null => (value === None ? null : boxed(keep(value)));

/** Calls a function with tracing on, though a trace function is running. */
function callTracing(func: Value, args: Value): OwnedValue {
  if (!isTuple(args)) throw typeError(`call_tracing() argument 2 must be tuple, not ${typeName(args)}`);
  const { tracing } = vm;
  const { busy } = tracing;
  tracing.busy = 0;
  traceChanged();
  try {
    return callBorrowed(func, args.value, null);
  } finally {
    tracing.busy = busy;
    traceChanged();
  }
}

/** Natives of sys. */
export const tracingNatives = [
  withText(
    def(
      "settrace($module, function, /)",
      "Sets the function that is told of calls, lines and exceptions.",
      (_module, func) => setTraceFunction(functionOrNone(func)),
    ),
    null,
  ),
  withText(
    def("setprofile($module, function, /)", "Sets the function that is told of calls and returns.", (_module, func) =>
      setProfileFunction(functionOrNone(func)),
    ),
    null,
  ),
  def("_settraceallthreads($module, arg, /)", "Sets the trace function of all threads.", (_module, func) =>
    setTraceFunction(functionOrNone(func)),
  ),
  def("_setprofileallthreads($module, arg, /)", "Sets the profile function of all threads.", (_module, func) =>
    setProfileFunction(functionOrNone(func)),
  ),
  def("gettrace($module, /)", "The function that is told of each line; None when there is none.", () =>
    newRef(vm.tracing.func ?? None),
  ),
  def("getprofile($module, /)", "The function that is told of each call; None when there is none.", () =>
    newRef(vm.tracing.profile ?? None),
  ),
  def("call_tracing($module, func, args, /)", "Calls func(*args) with tracing on.", (_module, func, args) =>
    callTracing(func, args),
  ),
];
