// atexit: functions to call when the program ends, the one registered last first.
import type { PyObject } from "../heap/object.ts";
import { drop, dropAll, keep, newRef, type OwnedValue, type Value } from "../heap/refs.ts";
import { def } from "../native/signature.ts";
import { callArray } from "../objects/call.ts";
import { caught, typeError } from "../objects/errors.ts";
import { equal, slotsOf } from "../objects/protocol.ts";
import { defineModule } from "./module.ts";
import { again, place, withText } from "./natives.ts";
import { perInstance } from "./state.ts";

/** A function and its arguments, all owned. */
interface Callback {
  func: Value[];
  args: Value[];
  kwnames: PyObject[];
}

function release({ func, args, kwnames }: Callback): void {
  dropAll(func);
  dropAll(args);
  dropAll(kwnames);
}

const callbacks = perInstance<Callback[]>({
  make: () => [],
  traverse(list, visit) {
    for (const { func, args, kwnames } of list)
      for (const o of [...func, ...args, ...kwnames]) if (typeof o !== "number") visit(o);
  },
  clear: (list) => {
    for (const callback of list.splice(0)) release(callback);
  },
});

let report: (exception: PyObject, func: PyObject) => void = () => {};
/** Told once by the layer that reports what cannot be raised. */
export const setAtexitReporter = (f: typeof report): void => {
  report = f;
};

/** Calls what is registered, also what is registered meanwhile. Errors are reported, and do not stop it. */
export function runExitFunctions(): void {
  for (let callback = callbacks().pop(); callback !== undefined; callback = callbacks().pop()) {
    const { func, args, kwnames } = callback;
    try {
      drop(callArray(func[0], args, kwnames.length > 0 ? kwnames : null));
    } catch (e) {
      report(caught(e), func[0] as PyObject);
    } finally {
      release(callback);
    }
  }
}

/** Forgets what is registered. */
export function dropExitFunctions(): void {
  for (const callback of callbacks().splice(0)) release(callback);
}

function register(args: Value[], kwargs: readonly (readonly [PyObject, Value])[]): OwnedValue {
  if (args.length === 0) throw typeError("register() takes at least 1 argument (0 given)");
  if (slotsOf(args[0]).call === null) throw typeError("the first argument must be callable");
  const func = place(keep(args[0]));
  const values = kwargs.map(([, value]) => value);
  const shared = [...args.slice(1), ...values].map(keep);
  callbacks().push({ func, args: shared, kwnames: kwargs.map(([name]) => newRef(name)) });
  return again(func);
}

/** Takes out what equals a function; comparing may run Python code that registers or unregisters. */
function unregister(func: Value): void {
  for (let i = callbacks().length - 1; i >= 0; i--) {
    const callback = callbacks()[i];
    if (callback === undefined) continue;
    if (!equal(callback.func[0], func)) continue;
    const at = callbacks().indexOf(callback);
    if (at < 0) continue;
    callbacks().splice(at, 1);
    release(callback);
  }
}

export default defineModule({
  name: "atexit",
  doc: "Functions to call when the program ends.",
  functions: [
    withText(
      def(
        "register($module, /, *args, **kwargs)",
        "Registers a function to be called at the end with these arguments; answers it.",
        (_module, args, kwargs) => register(args, kwargs),
      ),
      null,
    ),
    def("unregister($module, func, /)", "Takes out every registration of a function.", (_module, func) =>
      unregister(func),
    ),
    def("_run_exitfuncs($module, /)", "Calls what is registered, now.", () => runExitFunctions()),
    def("_clear($module, /)", "Takes out every registration.", () => {
      for (const callback of callbacks().splice(0)) release(callback);
    }),
    def("_ncallbacks($module, /) -> int", "How many functions are registered.", () => callbacks().length),
  ],
});
