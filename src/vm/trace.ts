// Tracing and profiling: the loop that watches (see tools/loop.ts) asks here before each
// instruction, and unwinds by way of here. Nothing of it costs while nobody traces.
import { OP } from "../bytecode/opcodes.ts";
import { heap } from "../heap/heap.ts";
import type { PyObject } from "../heap/object.ts";
import {
  boxed,
  drop,
  dropMaybe,
  isSame,
  keep,
  moved,
  newRef,
  type Owned,
  type OwnedValue,
  share,
  type Value,
} from "../heap/refs.ts";
import { BuiltinType, MethodDescriptorType } from "../objects/builtin.ts";
import { call } from "../objects/call.ts";
import { caught, PyError } from "../objects/errors.ts";
import type { PyException } from "../objects/exceptions.ts";
import { None } from "../objects/singletons.ts";
import { intern } from "../objects/str.ts";
import { tupleOf } from "../objects/tuple.ts";
import type { Borrowed, InternalCode } from "./code.ts";
import { type Frame, FrameSettings, frameObject, KIND_ENTRY, type PyFrame } from "./frame.ts";
import { stopIteration } from "./generator.ts";
import { leaveUnwound, resumeHandler } from "./leave.ts";
import { lineTable } from "./lines.ts";
import { localsFromDict, refreshLocals } from "./locals.ts";
import { arrived } from "./raise.ts";
import { vm } from "./state.ts";
import { addTraceback } from "./traceback.ts";

// ---- who is told ----

/** Something about tracing has changed: the loops that run are to look. */
export function traceChanged(): void {
  vm.tracer = vm.tracing.active ? vm.tracing : null;
  if (vm.tracer !== null) heap.pending = true;
}

/** Sets the trace function; steals it. Null ends tracing. */
export function setTraceFunction(func: Owned | null): void {
  const t = vm.tracing;
  const old = t.func;
  t.func = func;
  t.opcodes = t.opcodesWanted;
  traceChanged();
  dropMaybe(old);
}

export function setProfileFunction(func: Owned | null): void {
  const t = vm.tracing;
  const old = t.profile;
  t.profile = func;
  const natives = t.natives.splice(0);
  traceChanged();
  for (const { callable } of natives) drop(callable);
  dropMaybe(old);
}

const settingsOf = (f: Frame): FrameSettings => {
  const o = frameObject(f) as PyFrame;
  o.extra ??= new FrameSettings();
  return o.extra;
};

/** `callback(frame, event, arg)`, not traced itself. What it does to `f_locals` counts. The argument moves in. */
function tell(f: Frame, callback: PyObject, event: string, arg: OwnedValue): OwnedValue {
  const t = vm.tracing;
  const held = newRef(callback);
  refreshLocals(f);
  t.busy++;
  vm.tracer = null;
  try {
    return call(held, newRef(frameObject(f)), newRef(intern(event)), arg);
  } finally {
    t.busy--;
    vm.tracer = t.active ? t : null;
    localsFromDict(f);
    drop(held);
  }
}

/** Tells the trace function of the frame; what it answers is the next one. */
function tellFrame(f: Frame, callback: PyObject, event: string, arg: OwnedValue, kind = event): void {
  const settings = settingsOf(f);
  settings.event = kind;
  let answer: OwnedValue;
  try {
    answer = tell(f, callback, event, arg);
  } catch (e) {
    setTraceFunction(null);
    const old = settings.trace;
    settings.trace = null;
    dropMaybe(old);
    throw e;
  } finally {
    settings.event = "";
  }
  if (answer === None) {
    drop(answer);
    return;
  }
  const old = settings.trace;
  settings.trace = boxed(answer);
  dropMaybe(old);
}

function tellProfile(f: Frame, event: string, arg: OwnedValue): void {
  const { profile } = vm.tracing;
  if (profile === null) {
    drop(arg);
    return;
  }
  try {
    drop(tell(f, profile, event, arg));
  } catch (e) {
    setProfileFunction(null);
    throw e;
  }
}

const traceOf = (f: Frame): PyObject | null => (vm.tracing.func === null ? null : (f.object?.extra?.trace ?? null));

/** The frame begins, or goes on after a yield. */
function entered(f: Frame, thrown: PyObject = None): void {
  tellProfile(f, "call", newRef(thrown));
  const { func } = vm.tracing;
  if (func !== null) tellFrame(f, func, "call", newRef(None));
}

/** The frame returns or yields. Steals the value. */
function left(f: Frame, value: OwnedValue, kind = "return"): void {
  const values: Value[] = [value];
  try {
    tellProfile(f, "return", share(values, 0));
    const trace = traceOf(f);
    if (trace !== null) tellFrame(f, trace, "return", share(values, 0), kind);
  } finally {
    drop(values[0] as OwnedValue);
  }
}

// ---- before an instruction ----

/**
 * Tells of what the instruction at `pc` begins: a call, a return, a line, itself. Answers the instruction to run, which is
 * another one when the trace function has set `f_lineno`.
 */
export function beforeInstruction(f: Frame, pc: number, sp: number): number {
  const internal = f.code.internal as InternalCode;
  const op = internal.ins[pc];
  f.pc = pc + 2;
  f.sp = sp;
  endNative(f, null);
  if (op === OP.RESUME) whileOwned(f, pc, () => entered(f));
  if (traceOf(f) !== null) {
    const next = whileOwned(f, pc, () => tellLine(f, pc, op));
    if (next !== pc) return next;
  }
  if (op === OP.END_SEND && traceOf(f) !== null) tellStop(f);
  if (op === OP.YIELD_VALUE) return whileOwned(f, pc, () => tellYield(f, pc));
  if (op === OP.RETURN_VALUE) whileOwned(f, pc, () => left(f, share(f.S, sp - 1)));
  else if (op === OP.RETURN_CONST) whileOwned(f, pc, () => left(f, keep(f.code.consts.value[internal.ins[pc + 1]])));
  else if (vm.tracing.profile !== null && (op === OP.CALL || op === OP.CALL_FUNCTION_EX))
    beginNative(f, op, internal.ins[pc + 1]);
  return pc;
}

/** A jump that the trace function has asked for; `pc` when it has not. */
function jumped(f: Frame, settings: FrameSettings, pc: number): number {
  const { jump } = settings;
  if (jump === pc) return pc;
  f.pc = jump + 2;
  settings.at = -1;
  return jump;
}

function tellYield(f: Frame, pc: number): number {
  const settings = settingsOf(f);
  settings.jump = pc;
  left(f, share(f.S, f.sp - 1), "yield");
  return jumped(f, settings, pc);
}

/** What a generator, a coroutine or a step of an asynchronous generator has returned is told of as a StopIteration. */
function tellStop(f: Frame): void {
  const { S, sp } = f;
  const receiver = S[sp - 2];
  const trace = traceOf(f);
  if (typeof receiver === "number" || trace === null || !STOPPING.has(receiver.type.value.name)) return;
  const stop = stopIteration(share(S, sp - 1)).exception;
  tellFrame(f, trace, "exception", tupleOf(newRef(stop.type), stop, newRef(None)));
}
const STOPPING = new Set(["generator", "coroutine", "async_generator_asend", "async_generator_athrow"]);

function tellLine(f: Frame, pc: number, op: number): number {
  const settings = settingsOf(f);
  const { lines, starts } = lineTable(f.code);
  const { ins } = f.code.internal as InternalCode;
  const at = pc >> 1;
  const before = settings.at >= 0 ? settings.at : at - 1;
  settings.at = at;
  const begins = starts[at] === 1 && (before < 0 || lines[before] !== lines[at] || ins[2 * before] === OP.RESUME);
  const again = op === OP.JUMP_BACKWARD && lines[ins[pc + 1] >> 1] === lines[at];
  if ((begins || again) && settings.lines) {
    const trace = traceOf(f);
    settings.jump = pc;
    if (trace !== null) tellFrame(f, trace, "line", newRef(None));
    const next = jumped(f, settings, pc);
    if (next !== pc) return next;
  }
  const trace = traceOf(f);
  if (trace !== null && op !== OP.RESUME && vm.tracing.opcodes && settings.opcodes)
    tellFrame(f, trace, "opcode", newRef(None));
  return pc;
}

/**
 * Runs `body` while what lies borrowed on the stack is owned. Afterwards it lies borrowed again, unless the variable that it
 * came from has got another value: then the frame holds it.
 */
function whileOwned<T>(f: Frame, pc: number, body: () => T): T {
  const entries = (f.code.internal as InternalCode).borrowed[pc >> 1];
  if (entries === null) return body();
  const { S, sp } = f;
  for (const { depth, origin } of entries) {
    if (origin >= 0) S[sp - depth] = share(S, f.bp + origin) as Value;
    else S[sp - depth] = keep(f.code.consts.value[~origin]);
  }
  try {
    return body();
  } finally {
    // A jump has dropped what it left behind.
    for (const entry of entries) if (sp - entry.depth < f.sp) borrowAgain(f, sp, entry);
  }
}

function borrowAgain(f: Frame, sp: number, { depth, origin }: Borrowed): void {
  const x = f.S[sp - depth];
  const same = origin < 0 || isSame(f.S[f.bp + origin], x);
  if (same) drop(x as OwnedValue);
  else settingsOf(f).held.push(boxed(x as OwnedValue));
}

// ---- native functions, for the profile function ----

/** The native function that a CALL is about to call, owned; null when it calls something else. */
function nativeOf(f: Frame, op: number, arg: number): Owned | null {
  const { S, sp } = f;
  const at = op === OP.CALL ? sp - arg - 2 : sp - 2 - (arg & 1);
  const direct = op !== OP.CALL || (S[at] as Value | null) === null;
  const fn = (op === OP.CALL ? (direct ? S[at + 1] : S[at]) : S[at]) as PyObject;
  if (typeof fn === "number") return null;
  if (fn.type === BuiltinType) return newRef(fn);
  if (fn.type !== MethodDescriptorType || op !== OP.CALL) return null;
  const first = direct ? (arg === 0 ? null : S[at + 2]) : S[at + 1];
  const bind = fn.type.value.slots.descrGet;
  if (first === null || bind === null) return null;
  try {
    return boxed(bind(fn, first, null));
  } catch (e) {
    drop(moved(caught(e)) as Owned);
    return null;
  }
}

function beginNative(f: Frame, op: number, arg: number): void {
  const callable = nativeOf(f, op, arg);
  if (callable === null) return;
  try {
    tellProfile(f, "c_call", newRef(callable));
  } catch (e) {
    drop(callable);
    throw e;
  }
  if (vm.tracing.profile === null) drop(callable);
  else vm.tracing.natives.push({ frame: f, callable });
}

/** The native function that the frame has called is done. */
function endNative(f: Frame, error: PyException | null): void {
  const { natives } = vm.tracing;
  if (natives.length === 0 || natives[natives.length - 1].frame !== f) return;
  const { callable } = natives.pop() as (typeof natives)[number];
  tellProfile(f, error === null ? "c_return" : "c_exception", callable);
}

// ---- exceptions ----

/** Runs `body`; what it raises takes the place of `error`, which is given up. */
function replacing(error: Owned<PyException>, body: () => void): Owned<PyException> {
  try {
    body();
    return error;
  } catch (e) {
    if (!(e instanceof PyError)) throw e;
    const next = arrived(e) as Owned<PyException>;
    drop(error);
    return next;
  }
}

function tellException(f: Frame, error: PyException): void {
  const trace = traceOf(f);
  if (trace === null) return;
  const { traceback } = error.value;
  tellFrame(f, trace, "exception", tupleOf(newRef(error.type), newRef(error), newRef(traceback ?? None)));
}

function tellUnwound(f: Frame): void {
  tellProfile(f, "return", newRef(None));
  const trace = traceOf(f);
  if (trace !== null) tellFrame(f, trace, "return", newRef(None));
}

/** As `unwind`, and tells of it. The exception that leaves the last frame is left in `thrown`. */
export function unwindTraced(f: Frame, raised: Owned<PyException>, reraised: boolean, pc: number): Frame | null {
  let [frame, at, error] = [f, pc, raised];
  vm.frame = frame;
  if (!reraised) {
    addTraceback(error, frame);
    if (vm.tracer !== null) {
      error = replacing(error, () => endNative(frame, error));
      error = replacing(error, () => tellException(frame, error));
    }
  }
  for (;;) {
    const handling = resumeHandler(frame, at, error);
    if (handling !== null) return handling;
    if (vm.tracer !== null) error = replacing(error, () => tellUnwound(frame));
    const { kind } = frame;
    const back = leaveUnwound(frame);
    if (kind === KIND_ENTRY) {
      vm.tracing.thrown = error;
      return null;
    }
    frame = back as Frame;
    at = frame.pc;
    addTraceback(error, frame);
    if (vm.tracer !== null) error = replacing(error, () => tellException(frame, error));
  }
}

/** An exception is raised in a suspended generator, whose frame goes on with it. */
export function throwTraced(f: Frame, raised: Owned<PyException>): Frame | null {
  const error = replacing(raised, () => entered(f, raised));
  return unwindTraced(f, error, false, f.pc);
}

/** What `unwindTraced` has left, now the caller's. */
export function takeThrown(): Owned<PyException> {
  const error = vm.tracing.thrown as Owned<PyException>;
  vm.tracing.thrown = null;
  return error;
}
