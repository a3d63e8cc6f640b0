// Generators and coroutines: a frame that is left and entered again. Its slots lie in an array of
// its own. FOR_ITER and SEND resume one without leaving the loop; everything else goes by `send`.
import { CO_ASYNC_GENERATOR, CO_COROUTINE } from "../bytecode/code.ts";
import { OP } from "../bytecode/opcodes.ts";
import { allocGC, reserve } from "../heap/heap.ts";
import type { PyObject, PyType } from "../heap/object.ts";
import {
  boxed,
  drop,
  dropMaybe,
  keep,
  moved,
  newRef,
  type Owned,
  type OwnedValue,
  share,
  type Value,
} from "../heap/refs.ts";
import { HAVE_GC, NO_NEW } from "../heap/type.ts";
import { whole } from "../heap/whole.ts";
import { def, type Native } from "../native/signature.ts";
import { addressText } from "../objects/builtin.ts";
import { callOwned } from "../objects/call.ts";
import { defineType, type GetSet } from "../objects/define.ts";
import { caught, newError, PyError, runtimeError, typeError, valueError } from "../objects/errors.ts";
import { newException, type PyException } from "../objects/exceptions.ts";
import { findAttrText, isError } from "../objects/protocol.ts";
import { nested, recursion, tooDeep } from "../objects/recursion.ts";
import { None, newBool, newNone } from "../objects/singletons.ts";
import { isStr, newStr, type PyStr } from "../objects/str.ts";
import { enterCall } from "./bind.ts";
import type { PyCode } from "./code.ts";
import { clearSlots, Frame, frameObject, KIND_ENTRY, leaveObject } from "./frame.ts";
import { run } from "./loop.gen.ts";
import { originOf } from "./origin.ts";
import { type HandledException, vm } from "./state.ts";
import { makeException, throwDelegate, throwInto, warnOldThrow } from "./throw.ts";

export const CREATED = 0;
export const SUSPENDED_STATE = 1;
export const RUNNING = 2;
export const CLOSED = 3;

export class GeneratorData {
  /** Null once it has ended. */
  frame: Frame | null;
  state = CREATED;
  handled: HandledException = { value: null, previous: null };
  name: PyStr;
  qualname: PyStr;
  /** The code object, owned. */
  code: PyCode;
  /** Where a coroutine was made, owned; null when nobody wanted to know. */
  origin: PyObject | null = null;
  constructor(frame: Frame, name: PyStr, qualname: PyStr, code: PyCode) {
    this.frame = frame;
    this.name = name;
    this.qualname = qualname;
    this.code = code;
  }
}
export type PyGenerator = PyObject<GeneratorData>;

function traverse(g: PyGenerator, visit: (o: PyObject) => void): void {
  const d = g.value;
  visit(d.name);
  visit(d.qualname);
  visit(d.code);
  if (d.origin !== null) visit(d.origin);
  if (d.handled.value !== null) visit(d.handled.value);
  const f = d.frame;
  if (f === null || d.state === RUNNING) return;
  for (let i = 0; i < f.sp; i++) {
    const x = f.S[i] as Value | null | undefined;
    if (x !== undefined && x !== null && typeof x !== "number") visit(x);
  }
  for (const o of [f.func, f.locals, f.object]) if (o !== null) visit(o);
}

/** Ends a generator that is not running: its frame is dropped. */
function discardFrame(g: PyGenerator): void {
  const f = g.value.frame;
  if (f === null) return;
  closeGenerator(g);
  const lives = f.object !== null && leaveObject(f);
  if (lives) return;
  f.done = true;
  clearSlots(f);
  const { func, locals } = f;
  f.func = f.locals = null;
  dropMaybe(locals);
  dropMaybe(func);
}

function clear(g: PyGenerator): void {
  discardFrame(g);
  if (g.refcnt > 0) return;
  const { name, qualname, code, origin } = g.value;
  for (const o of [name, qualname, code, origin]) dropMaybe(o);
}

/** Marks a generator as ended; its frame is somebody else's to drop. */
export function closeGenerator(g: PyGenerator): void {
  const d = g.value;
  d.frame = null;
  d.state = CLOSED;
  const { handled } = d;
  if (vm.handled === handled) vm.handled = handled.previous as HandledException;
  handled.previous = null;
  const value = handled.value;
  handled.value = null;
  dropMaybe(value);
}

// ---- running ----

export const resumable = (g: PyGenerator): boolean => g.value.state <= SUSPENDED_STATE;

/** Links the generator's frame behind the one that runs, with the value that `yield` answers on its stack. Steals the value. */
export function enter(g: PyGenerator, back: Frame | null, kind: number, value: OwnedValue): Frame {
  const d = g.value;
  const f = d.frame as Frame;
  try {
    enterCall();
  } catch (e) {
    drop(value);
    throw e;
  }
  f.back = back;
  f.kind = kind;
  f.top = back === null ? 0 : back.top;
  f.S[f.sp++] = value;
  d.state = RUNNING;
  d.handled.previous = vm.handled;
  vm.handled = d.handled;
  vm.frame = f;
  return f;
}

/** YIELD_VALUE: the generator's frame is left; answers the frame that goes on, null when a native had resumed it. */
export function suspend(f: Frame): Frame | null {
  const d = (f.owner as PyGenerator).value;
  const back = f.back;
  const entry = f.kind === KIND_ENTRY;
  d.state = SUSPENDED_STATE;
  vm.handled = d.handled.previous as HandledException;
  d.handled.previous = null;
  vm.depth--;
  vm.frame = back;
  f.back = null;
  return entry ? null : back;
}

/** Why a generator cannot be resumed. */
function alreadyRunning(g: PyGenerator): PyError {
  return valueError(`${kindName(g)} already executing`);
}
const kindName = (g: PyGenerator): string =>
  g.type === CoroutineType ? "coroutine" : g.type === GeneratorType ? "generator" : "async generator";

/** What has become of a generator: it yielded a value, or returned one. */
export interface Outcome {
  value: OwnedValue;
  yielded: boolean;
}

/** Sends a value in, and runs to the next yield or to the end. Steals the value. Undefined when it had ended before. */
export function send(g: PyGenerator, value: OwnedValue): Outcome | undefined {
  const d = g.value;
  if (d.state === RUNNING) {
    drop(value);
    throw alreadyRunning(g);
  }
  if (d.state === CLOSED) {
    drop(value);
    if (g.type === CoroutineType) throw runtimeError("cannot reuse already awaited coroutine");
    return undefined;
  }
  if (d.state === CREATED && value !== None) {
    drop(value);
    throw typeError(`can't send non-None value to a just-started ${kindName(g)}`);
  }
  const { depth } = recursion;
  if (++recursion.depth > recursion.limit) {
    drop(value);
    throw tooDeep("");
  }
  newRef(g);
  try {
    const answer = run(enter(g, vm.frame, KIND_ENTRY, value));
    return { value: answer, yielded: d.state === SUSPENDED_STATE };
  } finally {
    recursion.depth = depth;
    drop(moved(g) as Owned);
  }
}

/** The next item; undefined at the end, whose value is dropped. */
function nextItem(g: PyGenerator): OwnedValue | undefined {
  const outcome = send(g, newNone());
  if (outcome === undefined) return undefined;
  if (outcome.yielded) return outcome.value;
  if (outcome.value === None) {
    drop(outcome.value);
    return undefined;
  }
  throw stopIteration(outcome.value);
}

/** StopIteration with a value, which it steals. */
export function stopIteration(value: OwnedValue): PyError {
  if (value === None) {
    drop(value);
    return newError("StopIteration", null);
  }
  const make = (): Owned<PyException> => {
    const e = newException("StopIteration", value);
    e.value.members[0] = boxed(share(e.value.args.value, 0));
    return e;
  };
  return new PyError(whole(make));
}

/** `send(value)` as a method: the end is StopIteration. */
function sendMethod(g: PyGenerator, value: Value): OwnedValue {
  const outcome = send(g, keep(value));
  if (outcome === undefined) throw newError("StopIteration", null);
  if (outcome.yielded) return outcome.value;
  throw stopIteration(outcome.value);
}

/** Runs a generator with an exception raised at its yield. Steals the exception. */
export function raiseInto(g: PyGenerator, exception: Owned): Outcome {
  const d = g.value;
  if (d.state === RUNNING) {
    drop(exception);
    throw alreadyRunning(g);
  }
  if (d.state === CLOSED) {
    if (g.type !== CoroutineType) throw new PyError(exception);
    drop(exception);
    throw runtimeError("cannot reuse already awaited coroutine");
  }
  newRef(g);
  const { depth } = recursion;
  try {
    let f: Frame;
    try {
      if (++recursion.depth > recursion.limit) throw tooDeep("");
      f = enter(g, vm.frame, KIND_ENTRY, newNone());
    } catch (e) {
      drop(exception);
      throw e;
    }
    drop(f.S[--f.sp] as OwnedValue);
    const value = throwInto(f, exception);
    return { value, yielded: d.state === SUSPENDED_STATE };
  } finally {
    recursion.depth = depth;
    drop(moved(g) as Owned);
  }
}

/** The iterator that a suspended generator delegates to by `yield from` or `await`, borrowed; null when it does not. */
export function delegate(g: PyGenerator): PyObject | null {
  const { frame, state } = g.value;
  if (frame === null || state !== SUSPENDED_STATE) return null;
  const ins = frame.code.internal?.ins;
  if (ins === undefined) return null;
  // A suspended `yield from` stands at the RESUME after its YIELD_VALUE, with an argument of 2 or more.
  return ins[frame.pc] === OP.RESUME && (ins[frame.pc + 1] & 3) >= 2 ? (frame.S[frame.sp - 1] as PyObject) : null;
}

/** Raises GeneratorExit at the yield; anything but an end is an error. */
export function close(g: PyGenerator): void {
  if (g.value.state === CREATED) {
    // As in CPython the frame, which has not run, stays until the generator dies.
    g.value.state = CLOSED;
    return;
  }
  if (g.value.state === CLOSED) return;
  if (g.value.state === RUNNING) throw alreadyRunning(g);
  let pending: PyError | null = null;
  const inner = delegate(g);
  if (inner !== null) pending = nested("", () => closeDelegate(g, inner));
  try {
    const outcome = raiseInto(g, pending === null ? newException("GeneratorExit") : (pending.exception as Owned));
    drop(outcome.value);
    if (outcome.yielded) throw runtimeError(`${kindName(g)} ignored GeneratorExit`);
  } catch (e) {
    const error = caught(e);
    if (!isError(error, "GeneratorExit") && !isError(error, "StopIteration")) throw e;
    drop(moved(error) as Owned);
  }
}

/** The method that closes what a generator delegates to; an error of looking for it is only reported. */
function closeMethod(inner: PyObject): OwnedValue | undefined {
  try {
    return findAttrText(inner, "close");
  } catch (e) {
    unraisable(caught(e), inner);
    return undefined;
  }
}

/** Closes what a generator delegates to, while it counts as running. Answers the error that this has raised. */
export function closeDelegate(g: PyGenerator, inner: PyObject): PyError | null {
  g.value.state = RUNNING;
  newRef(inner);
  try {
    if (inner.value instanceof GeneratorData) close(inner as PyGenerator);
    else {
      const method = closeMethod(inner);
      if (method !== undefined) drop(callOwned(method));
    }
    return null;
  } catch (e) {
    if (e instanceof PyError) return e;
    throw e;
  } finally {
    g.value.state = SUSPENDED_STATE;
    drop(moved(inner) as Owned);
  }
}

/** The method itself, which warns of more than one argument. */
function throwByHand(g: PyGenerator, type: Value, value: Value | undefined, tb: Value | undefined): OwnedValue {
  warnOldThrow("throw", value === undefined ? 1 : 2);
  return throwMethod(g, type, value, tb);
}

/** `throw(type, value, traceback)`, as a delegating generator calls it too. Borrows its arguments. */
export function throwMethod(g: PyGenerator, type: Value, value: Value | undefined, tb: Value | undefined): OwnedValue {
  const inner = delegate(g);
  const outcome =
    inner === null
      ? raiseInto(g, makeException(type, value, tb))
      : nested("", () => throwDelegate(g, inner, type, value, tb));
  if (outcome.yielded) return outcome.value;
  throw stopIteration(outcome.value);
}

/** What a dying generator does: it is closed, so that its `finally` clauses run. */
function finalize(g: PyGenerator): void {
  const { state } = g.value;
  if (state === CLOSED) return;
  if (g.type === CoroutineType && state === CREATED) warnNeverAwaited(g);
  try {
    close(g);
  } catch (e) {
    unraisable(caught(e), g);
  }
}
let unraisable: (exception: PyObject, where: PyObject) => void = () => {};
let warnNeverAwaited: (g: PyGenerator) => void = () => {};
/** Told once by report.ts. */
export const setGeneratorReports = (report: typeof unraisable, neverAwaited: typeof warnNeverAwaited): void => {
  unraisable = report;
  warnNeverAwaited = neverAwaited;
};

// ---- the types ----

const nameAttribute = (field: "name" | "qualname", kind: string): GetSet<PyGenerator> => ({
  name: `__${field}__`,
  doc: `${field === "name" ? "name" : "qualified name"} of the ${kind}`,
  get: (g) => newRef(g.value[field]),
  set(g, value) {
    if (value === undefined || !isStr(value)) throw typeError(`__${field}__ must be set to a string object`);
    const old = g.value[field];
    g.value[field] = newRef(value);
    drop(moved(old));
  },
});

const attributes = (prefix: string, kind: string, delegateName: string): GetSet<PyGenerator>[] => [
  nameAttribute("name", kind),
  nameAttribute("qualname", kind),
  { name: `${prefix}_running`, get: (g) => newBool(g.value.state === RUNNING) },
  { name: `${prefix}_suspended`, get: (g) => newBool(g.value.state === SUSPENDED_STATE) },
  {
    name: `${prefix}_frame`,
    get: (g) => (g.value.frame === null || g.value.state === CLOSED ? newNone() : newRef(frameObject(g.value.frame))),
  },
  { name: `${prefix}_code`, get: (g) => newRef(g.value.code) },
  {
    name: delegateName,
    doc: `what the ${kind} waits for; None when it does not`,
    get: (g) => newRef(delegate(g) ?? None),
  },
];

const methods = (kind: string): Native[] => [
  def(
    "send($self, value, /)",
    `Sends a value into ${kind}; answers what it gives next, or raises StopIteration.`,
    (g: PyGenerator, value) => sendMethod(g, value),
  ),
  def(
    "throw($self, type, value=NULL, traceback=NULL, /)",
    `Raises an exception in ${kind}; answers what it gives next, or raises StopIteration.`,
    (g: PyGenerator, type, value, tb) => throwByHand(g, type, value, tb),
  ),
  def("close($self, /)", `Raises GeneratorExit inside ${kind}.`, (g: PyGenerator) => close(g)),
];

const sizeOfGenerator = (g: PyGenerator): number => 144 + 8 * g.value.code.value.frameSize;
const reprOf = (g: PyGenerator): Owned =>
  newStr(`<${g.type.value.name} object ${g.value.qualname.value} at ${addressText(g)}>`);

export const GeneratorType: PyType = defineType<PyGenerator>({
  name: "generator",
  flags: HAVE_GC | NO_NEW,
  basicSize: 144,
  itemSize: 8,
  sizeof: sizeOfGenerator,
  traverse,
  clear,
  slots: { iter: (g) => newRef(g), next: nextItem, finalize, repr: reprOf },
  methods: methods("generator"),
  getset: attributes("gi", "generator", "gi_yieldfrom"),
});

export const CoroutineType: PyType = defineType<PyGenerator>({
  name: "coroutine",
  flags: HAVE_GC | NO_NEW,
  basicSize: 144,
  itemSize: 8,
  sizeof: sizeOfGenerator,
  traverse,
  clear,
  slots: { finalize, repr: reprOf, await: (g) => newCoroutineWrapper(g as PyGenerator) },
  methods: methods("coroutine"),
  getset: [
    ...attributes("cr", "coroutine", "cr_await"),
    { name: "cr_origin", get: (g) => newRef(g.value.origin ?? None) },
  ],
});

/** What `coroutine.__await__` answers: an iterator over the coroutine. */
export type PyCoroutineWrapper = PyObject<PyGenerator | null>;
export const CoroutineWrapperType: PyType = defineType<PyCoroutineWrapper>({
  name: "coroutine_wrapper",
  flags: HAVE_GC | NO_NEW,
  basicSize: 24,
  traverse(w, visit) {
    if (w.value !== null) visit(w.value);
  },
  clear(w) {
    const g = w.value;
    w.value = null;
    if (g !== null) drop(moved(g) as Owned);
  },
  slots: { iter: (w) => newRef(w), next: (w) => nextItem(w.value as PyGenerator) },
  methods: [
    def("send($self, value, /)", "Sends a value in.", (w: PyCoroutineWrapper, value) =>
      sendMethod(w.value as PyGenerator, value),
    ),
    def(
      "throw($self, type, value=NULL, traceback=NULL, /)",
      "Raises an exception.",
      (w: PyCoroutineWrapper, type, value, tb) => throwByHand(w.value as PyGenerator, type, value, tb),
    ),
    def("close($self, /)", "Closes the coroutine.", (w: PyCoroutineWrapper) => close(w.value as PyGenerator)),
  ],
});
const newCoroutineWrapper = (g: PyGenerator): Owned => allocGC(CoroutineWrapperType, newRef(g), null, 40);

let asyncGeneratorType: PyType = GeneratorType;
/** Told once by asyncgen.ts. */
export const setAsyncGeneratorType = (type: PyType): void => {
  asyncGeneratorType = type;
};

/** RETURN_GENERATOR: the frame moves off the shared stack, into an object of the kind that its code says. */
export function newGenerator(f: Frame): Owned<PyGenerator> {
  const { code, S, bp } = f;
  const size = 144 + 16 + 8 * code.frameSize;
  reserve(size);
  const slots: Value[] = new Array(code.frameSize).fill(undefined);
  for (let i = 0; i < code.nlocalsplus; i++) {
    slots[i] = S[bp + i];
    S[bp + i] = undefined as unknown as Value;
  }
  const copy = cloneFrame(f, slots);
  const func = copy.func as NonNullable<Frame["func"]>;
  const data = new GeneratorData(
    copy,
    newRef(func.value.name),
    newRef(func.value.qualname),
    newRef(func.value.code as PyCode),
  );
  const type =
    code.flags & CO_COROUTINE ? CoroutineType : code.flags & CO_ASYNC_GENERATOR ? asyncGeneratorType : GeneratorType;
  const g = allocGC(type, data, null, size) as Owned<PyGenerator>;
  copy.owner = g;
  if (type === CoroutineType) data.origin = originOf(f.back);
  return g;
}

function cloneFrame(f: Frame, slots: Value[]): Frame {
  const copy = new Frame(f.code, f.func, f.globals, f.builtins, slots, 0, null, f.kind, 0);
  copy.pc = f.pc;
  copy.locals = f.locals;
  f.locals = null;
  copy.object = f.object;
  if (f.object !== null) f.object.value = copy;
  f.func = null;
  f.object = null;
  return copy;
}

/** The frame that made the generator is gone: answers its caller's. */
export function leaveForGenerator(f: Frame): Frame {
  const back = f.back as Frame;
  vm.depth--;
  vm.frame = f.back;
  return back;
}
