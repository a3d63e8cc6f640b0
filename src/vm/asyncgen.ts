// Asynchronous generators. Each step of one is an awaitable: what `__anext__`, `asend`, `athrow` and
// `aclose` answer. What the body yields arrives wrapped, so that it is told from what the body awaits:
// a wrapped value ends the awaitable, as its result; anything else goes on to whoever awaits.
import { allocGC } from "../heap/heap.ts";
import type { PyObject, PyType } from "../heap/object.ts";
import {
  drop,
  dropAll,
  dropMaybe,
  keep,
  moved,
  newRef,
  type Owned,
  type OwnedValue,
  type Refs,
  share,
  sharePayload,
  type Value,
} from "../heap/refs.ts";
import { HAVE_GC, NO_NEW } from "../heap/type.ts";
import { def, type Native } from "../native/signature.ts";
import { call } from "../objects/call.ts";
import { classGetItem } from "../objects/classgetitem.ts";
import { defineType } from "../objects/define.ts";
import { caught, newError, runtimeError, typeError } from "../objects/errors.ts";
import { newException } from "../objects/exceptions.ts";
import { isError } from "../objects/protocol.ts";
import { None, newBool, newNone } from "../objects/singletons.ts";
import { isStr } from "../objects/str.ts";
import { shareRange } from "../objects/tuple.ts";
import { frameObject } from "./frame.ts";
import {
  CLOSED,
  delegate,
  type GeneratorData,
  GeneratorType,
  type Outcome,
  type PyGenerator,
  raiseInto,
  SUSPENDED_STATE,
  send,
  setAsyncGeneratorType,
  stopIteration,
} from "./generator.ts";
import { reportUnraisable } from "./reportunraisable.ts";
import { makeException, throwDelegate, warnOldThrow } from "./throw.ts";

/** What an asynchronous generator has besides what every generator has. */
class AsyncState {
  /** An awaitable of its has been started and has not ended. */
  running = false;
  closed = false;
  /** The finalizer of sys.set_asyncgen_hooks, as it was at the first step; owned. */
  finalizer: PyObject | null = null;
}
export type PyAsyncGenerator = PyObject<GeneratorData, AsyncState | null>;

/** What sys.set_asyncgen_hooks has set, borrowed. */
export interface AsyncgenHooks {
  firstIter: PyObject | null;
  finalizer: PyObject | null;
}
let hooks: () => AsyncgenHooks = () => ({ firstIter: null, finalizer: null });
/** Told once by the layer that has sys. */
export const setAsyncgenHooks = (f: typeof hooks): void => {
  hooks = f;
};

const stateOf = (g: PyAsyncGenerator): AsyncState => (g.extra ??= new AsyncState());

/** Before the first step the hooks are told. */
function started(g: PyAsyncGenerator): PyAsyncGenerator {
  if (g.extra !== null) return g;
  const state = stateOf(g);
  const { firstIter, finalizer } = hooks();
  if (finalizer !== null) state.finalizer = newRef(finalizer);
  if (firstIter !== null) drop(call(firstIter, newRef(g)));
  return g;
}

// ---- yielded values ----

export const WrappedValueType: PyType = defineType<PyObject<Value | null>>({
  name: "async_generator_wrapped_value",
  flags: HAVE_GC | NO_NEW,
  basicSize: 24,
  traverse(w, visit) {
    if (w.value !== null && typeof w.value !== "number") visit(w.value);
  },
  clear(w) {
    const { value } = w;
    w.value = null;
    dropMaybe(value);
  },
});

/** ASYNC_GEN_WRAP: marks a value as one that the body yields. Borrows it. */
export const wrapAsyncValue = (value: Value): OwnedValue => allocGC(WrappedValueType, keep(value), null, 40);

const isWrapped = (value: Value): value is PyObject<Value> =>
  typeof value !== "number" && value.type === WrappedValueType;

/** The result of an awaitable: what the body has yielded. Steals the wrapped value. */
function resultOf(wrapped: PyObject<Value>): Outcome {
  try {
    return { value: sharePayload(wrapped), yielded: false };
  } finally {
    drop(moved(wrapped) as Owned);
  }
}

/** A step of the body, for an awaitable that wants the next item: what the body awaits is yielded, an item is the result. */
function step(g: PyAsyncGenerator, run: () => Outcome | undefined): Outcome {
  const state = stateOf(g);
  let outcome: Outcome | undefined;
  try {
    outcome = run();
  } catch (e) {
    const error = caught(e);
    if (isError(error, "StopAsyncIteration") || isError(error, "GeneratorExit")) state.closed = true;
    state.running = false;
    throw e;
  }
  if (outcome === undefined || !outcome.yielded) {
    dropMaybe(outcome?.value);
    state.closed = true;
    state.running = false;
    throw newError("StopAsyncIteration", null);
  }
  if (!isWrapped(outcome.value)) return outcome;
  state.running = false;
  return resultOf(outcome.value);
}

/** Raises what the arguments of a `throw` say where the body waits. Borrows them. */
function throwIn(g: PyAsyncGenerator, [type, value, tb]: readonly Value[]): Outcome {
  const inner = delegate(g as PyGenerator);
  return inner === null
    ? raiseInto(g as PyGenerator, makeException(type, value, tb))
    : throwDelegate(g as PyGenerator, inner, type, value, tb);
}

// ---- awaitables ----

const INIT = 0;
const ITERATING = 1;
const DONE = 2;

class AwaitableData {
  /** Owned. */
  generator: PyAsyncGenerator;
  /** INIT, ITERATING or DONE. */
  state = INIT;
  /** What `asend` sends first, or what `athrow` throws; null for `__anext__` and `aclose`. */
  given: Refs | null;
  constructor(generator: Owned<PyAsyncGenerator>, given: Refs | null) {
    this.generator = generator;
    this.given = given;
  }
}
type PyAwaitable = PyObject<AwaitableData>;

const newAwaitable = (type: PyType, g: PyAsyncGenerator, given: Refs | null): Owned =>
  allocGC(type, new AwaitableData(newRef(g), given), null, 56);

/** Runs a step of an awaitable, which is over when that throws or has a result. */
function untilDone(a: PyAwaitable, run: () => Outcome): Outcome {
  let over = true;
  try {
    const outcome = run();
    over = !outcome.yielded;
    return outcome;
  } finally {
    if (over) a.value.state = DONE;
  }
}

/** What a step comes to, for a method: the result is StopIteration's value. */
function delivered({ value, yielded }: Outcome): OwnedValue {
  if (yielded) return value;
  throw stopIteration(value);
}

/** The same for `__next__`, which ends without a word when there is no value. */
function nextDelivered(outcome: Outcome): OwnedValue | undefined {
  if (outcome.yielded || outcome.value !== None) return delivered(outcome);
  drop(outcome.value);
  return undefined;
}

interface Steps {
  send(a: PyAwaitable, value: Value): Outcome;
  throw(a: PyAwaitable, thrown: readonly Value[]): Outcome;
}

const present = (args: readonly (Value | undefined)[]): Value[] => args.filter((x) => x !== undefined);

const methodsFor = (steps: Steps): Native[] => [
  def("send($self, value, /)", "Sends a value in.", (a: PyAwaitable, value) => delivered(steps.send(a, value))),
  def(
    "throw($self, type, value=NULL, traceback=NULL, /)",
    "Raises an exception where the body waits.",
    (a: PyAwaitable, type, value, tb) => delivered(steps.throw(a, present([type, value, tb]))),
  ),
  def("close($self, /)", "Ends the awaitable; it cannot be awaited any more.", (a: PyAwaitable) => {
    a.value.state = DONE;
  }),
];

const defineAwaitable = (name: string, steps: Steps): PyType =>
  defineType<PyAwaitable>({
    name,
    flags: HAVE_GC | NO_NEW,
    basicSize: 40,
    traverse(a, visit) {
      visit(a.value.generator);
      for (const o of a.value.given ?? []) if (typeof o !== "number") visit(o);
    },
    // The collector leaves an awaitable as it is: in every cycle that it is in there is its generator, too.
    clear(a) {
      if (a.refcnt > 0) return;
      const { generator, given } = a.value;
      a.value.given = null;
      drop(moved(generator) as Owned);
      dropAll(given ?? []);
    },
    slots: {
      iter: (a) => newRef(a),
      await: (a) => newRef(a),
      next: (a) => nextDelivered(steps.send(a as PyAwaitable, None)),
    },
    methods: methodsFor(steps),
  });

// ---- asend and __anext__ ----

const ANEXT_REUSED = "cannot reuse already awaited __anext__()/asend()";

const asendSteps: Steps = {
  send(a, value) {
    const { generator: g, state, given } = a.value;
    if (state === DONE) throw runtimeError(ANEXT_REUSED);
    let first: OwnedValue | null = null;
    if (state === INIT) {
      if (stateOf(g).running) throw runtimeError("anext(): asynchronous generator is already running");
      if (value === None && given !== null) first = share(given, 0);
      a.value.state = ITERATING;
    }
    stateOf(g).running = true;
    return untilDone(a, () => step(g, () => send(g as PyGenerator, first ?? keep(value))));
  },
  throw(a, thrown) {
    if (a.value.state === DONE) throw runtimeError(ANEXT_REUSED);
    warnOldThrow("throw", thrown.length);
    return untilDone(a, () => step(a.value.generator, () => throwIn(a.value.generator, thrown)));
  },
};
const AsendType = defineAwaitable("async_generator_asend", asendSteps);

// ---- athrow and aclose ----

const ATHROW_REUSED = "cannot reuse already awaited aclose()/athrow()";

/** Starts an `athrow` or `aclose`. */
function startThrow(a: PyAwaitable, value: Value): Outcome {
  const { generator: g, given: thrown } = a.value;
  const state = stateOf(g);
  if (state.running) {
    a.value.state = DONE;
    throw runtimeError(`${thrown === null ? "aclose" : "athrow"}(): asynchronous generator is already running`);
  }
  if (state.closed) {
    a.value.state = DONE;
    throw newError("StopAsyncIteration", null);
  }
  if (value !== None) throw runtimeError("can't send non-None value to a just-started coroutine");
  a.value.state = ITERATING;
  state.running = true;
  if (thrown !== null) {
    checkThrown(thrown);
    return endThrow(a, () => step(g, () => throwIn(g, thrown)));
  }
  state.closed = true;
  return endThrow(a, () => closing(a, () => raiseExit(g)));
}

function checkThrown({ length: n }: Refs): void {
  if (n === 0) throw typeError("athrow expected at least 1 argument, got 0");
  if (n > 3) throw typeError(`athrow expected at most 3 arguments, got ${n}`);
}

function raiseExit(g: PyAsyncGenerator): Outcome {
  const inner = delegate(g as PyGenerator);
  if (inner === null) return raiseInto(g as PyGenerator, newException("GeneratorExit"));
  const exit = newException("GeneratorExit");
  try {
    return throwDelegate(g as PyGenerator, inner, exit, undefined, undefined);
  } finally {
    drop(exit);
  }
}

/** A step of the body on its way to its end: it may await, but not yield. */
function closing(a: PyAwaitable, run: () => Outcome | undefined): Outcome {
  const outcome = run();
  if (outcome === undefined || !outcome.yielded) {
    dropMaybe(outcome?.value);
    throw newError("StopAsyncIteration", null);
  }
  if (!isWrapped(outcome.value)) return outcome;
  drop(outcome.value);
  stateOf(a.value.generator).running = false;
  a.value.state = DONE;
  throw runtimeError("async generator ignored GeneratorExit");
}

/** What a step throws ends the awaitable. An `aclose` ends well when the body has. */
function endThrow(a: PyAwaitable, run: () => Outcome): Outcome {
  try {
    return run();
  } catch (e) {
    stateOf(a.value.generator).running = false;
    a.value.state = DONE;
    return closedWell(a, e);
  }
}

function closedWell(a: PyAwaitable, e: unknown): Outcome {
  if (a.value.given !== null) throw e;
  const error = caught(e);
  if (!isError(error, "StopAsyncIteration") && !isError(error, "GeneratorExit")) throw e;
  drop(moved(error) as Owned);
  return { value: newNone(), yielded: false };
}

const athrowSteps: Steps = {
  send(a, value) {
    const { generator: g, state, given: thrown } = a.value;
    if (state === DONE) throw runtimeError(ATHROW_REUSED);
    if (g.value.state === CLOSED) {
      a.value.state = DONE;
      return { value: newNone(), yielded: false };
    }
    if (state === INIT) return startThrow(a, value);
    const run = (): Outcome | undefined => send(g as PyGenerator, keep(value));
    return thrown !== null ? step(g, run) : endThrow(a, () => closing(a, run));
  },
  throw(a, args) {
    const { generator: g, state, given: thrown } = a.value;
    if (state === DONE) throw runtimeError(ATHROW_REUSED);
    warnOldThrow("throw", args.length);
    const run = (): Outcome => throwIn(g, args);
    if (thrown !== null) return step(g, run);
    try {
      return closing(a, run);
    } catch (e) {
      return closedWell(a, e);
    }
  },
};
const AthrowType = defineAwaitable("async_generator_athrow", athrowSteps);

/** Is it a step of an asynchronous generator? SEND then needs no StopIteration to learn of the result. */
export const isAsyncStep = (o: PyObject): boolean => o.type === AsendType || o.type === AthrowType;

/** Runs such a step. Borrows the value that is sent in. */
export const resumeAsyncStep = (o: PyObject, value: Value): Outcome =>
  (o.type === AsendType ? asendSteps : athrowSteps).send(o as PyAwaitable, value);

function newAthrow(g: PyAsyncGenerator, args: Value[]): Owned {
  warnOldThrow("athrow", args.length);
  return newAwaitable(AthrowType, started(g), shareRange(args, 0, args.length));
}

// ---- the generator ----

const generic = GeneratorType.value;

/** A dying generator is the finalizer's, if there is one and the body has not been closed; else it is closed here. */
function finalize(g: PyAsyncGenerator): void {
  if (g.value.state === CLOSED) return;
  const finalizer = g.extra?.finalizer ?? null;
  if (finalizer === null || g.extra?.closed) {
    generic.slots.finalize?.(g);
    return;
  }
  newRef(finalizer);
  try {
    drop(call(finalizer, newRef(g)));
  } catch (e) {
    reportUnraisable(caught(e), g);
  } finally {
    drop(moved(finalizer) as Owned);
  }
}

const nameAttribute = (field: "name" | "qualname", doc: string) => ({
  name: `__${field}__`,
  doc,
  get: (g: PyAsyncGenerator): OwnedValue => newRef(g.value[field]),
  set(g: PyAsyncGenerator, value: Value | undefined): void {
    if (value === undefined || !isStr(value)) throw typeError(`__${field}__ must be set to a string object`);
    const old = g.value[field];
    g.value[field] = newRef(value);
    drop(moved(old));
  },
});

export const AsyncGeneratorType: PyType = defineType<PyAsyncGenerator>({
  name: "async_generator",
  flags: HAVE_GC | NO_NEW,
  basicSize: 144,
  itemSize: 8,
  sizeof: generic.sizeof as (g: PyAsyncGenerator) => number,
  traverse(g, visit) {
    generic.traverse?.(g, visit);
    if (g.extra !== null && g.extra.finalizer !== null) visit(g.extra.finalizer);
  },
  clear(g) {
    generic.clear?.(g);
    const finalizer = g.extra?.finalizer ?? null;
    if (g.extra !== null) g.extra.finalizer = null;
    dropMaybe(finalizer);
  },
  slots: {
    repr: generic.slots.repr as (g: PyAsyncGenerator) => Owned,
    finalize,
    aiter: (g) => newRef(g as PyAsyncGenerator),
    anext: (g) => newAwaitable(AsendType, started(g as PyAsyncGenerator), null),
  },
  methods: [
    def("asend($self, value, /)", "asend(v) -> send 'v' in generator.", (g: PyAsyncGenerator, value) =>
      newAwaitable(AsendType, started(g), [keep(value)] as OwnedValue[] as Refs),
    ),
    def(
      "athrow($self, /, *args)",
      "athrow(value)\nathrow(type[,value[,tb]])\n\nRaises an exception in the generator.",
      (g: PyAsyncGenerator, args) => newAthrow(g, args),
    ),
    def("aclose($self, /)", "aclose() -> raise GeneratorExit inside generator.", (g: PyAsyncGenerator) =>
      newAwaitable(AthrowType, started(g), null),
    ),
    classGetItem,
  ],
  getset: [
    nameAttribute("name", "name of the async generator"),
    nameAttribute("qualname", "qualified name of the async generator"),
    {
      name: "ag_await",
      doc: "object being awaited on, or None",
      get: (g) => newRef(delegate(g as PyGenerator) ?? None),
    },
    { name: "ag_running", get: (g) => newBool(g.extra?.running ?? false) },
    { name: "ag_frame", get: (g) => (g.value.frame === null ? newNone() : newRef(frameObject(g.value.frame))) },
    { name: "ag_code", get: (g) => newRef(g.value.code) },
    { name: "ag_suspended", get: (g) => newBool(g.value.state === SUSPENDED_STATE) },
  ],
});
/** Tells generators of the type; called when the layers are wired. */
export const connectAsyncGenerators = (): void => setAsyncGeneratorType(AsyncGeneratorType);
