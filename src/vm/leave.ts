// The end of a frame, by a result or by an exception: its slots are dropped, its object may take
// them over, and the result goes where the frame was entered from.
import { beyondLimit } from "../heap/heap.ts";
import type { PyObject } from "../heap/object.ts";
import { boxInt, drop, dropAll, dropMaybe, type Owned, type OwnedValue, type Value } from "../heap/refs.ts";
import { Halt } from "../heap/work.ts";
import { PyError, typeError } from "../objects/errors.ts";
import type { PyException } from "../objects/exceptions.ts";
import { typeName } from "../objects/protocol.ts";
import { None } from "../objects/singletons.ts";
import { disownBelow } from "./borrow.ts";
import type { Code, Handler } from "./code.ts";
import {
  clearSlots,
  type Frame,
  KIND_CALL,
  KIND_ENTRY,
  KIND_FOR,
  KIND_GETTER,
  KIND_INIT,
  KIND_METHOD,
  KIND_SEND,
  KIND_WITH,
  leaveObject,
  retire,
} from "./frame.ts";
import { closeGenerator, type PyGenerator } from "./generator.ts";
import { arrived } from "./raise.ts";
import { vm } from "./state.ts";
import { addTraceback } from "./traceback.ts";

/** Is it the frame of a call that the loop has made itself, and nobody else waits for? */
const isCall = (kind: number): boolean =>
  kind === KIND_CALL || kind === KIND_INIT || kind === KIND_GETTER || kind === KIND_WITH || kind === KIND_METHOD;

/** Drops what a frame holds, unless its object lives on with it. The caller's frame is the current one afterwards. */
function dismantle(f: Frame): void {
  const back = f.back;
  const generator = f.kind !== KIND_INIT ? (f.owner as PyGenerator | null) : null;
  const lives = f.object !== null && leaveObject(f);
  if (!lives) {
    f.done = true;
    clearSlots(f);
  }
  vm.frame = back;
  vm.depth--;
  if (generator !== null) closeGenerator(generator);
  if (lives) return;
  const { func, locals } = f;
  f.func = null;
  f.locals = null;
  f.back = null;
  dropMaybe(locals);
  dropMaybe(func);
  if (isCall(f.kind)) retire(f);
}

/** A frame returns a value, which the result is made of; answers the frame to go on in. */
export function leaveFrame(f: Frame, value: Value): Frame {
  const back = f.back as Frame;
  const { kind, owner, args } = f;
  dismantle(f);
  switch (kind) {
    case KIND_CALL:
      back.S[back.sp++] = value;
      return back;
    case KIND_WITH: {
      const enter = back.S[back.sp - 1];
      back.S[back.sp - 1] = value;
      drop(enter as OwnedValue);
      return back;
    }
    case KIND_METHOD:
      replaceCall(back, value as OwnedValue);
      return back;
    case KIND_GETTER:
      back.S[back.sp++] = value;
      disownBelow(back, back.pc, back.sp, 1);
      return back;
    case KIND_INIT:
      return finishInit(back, owner as Owned, args as Owned, value);
    case KIND_FOR: {
      // The iterator is exhausted: its value is nobody's, and the loop goes on behind END_FOR.
      drop(value as OwnedValue);
      const it = back.S[--back.sp];
      back.pc = (back.code.internal as NonNullable<Code["internal"]>).ins[back.pc - 1] + 2;
      drop(it as OwnedValue);
      return back;
    }
    case KIND_SEND:
      back.S[back.sp++] = value;
      back.pc = (back.code.internal as NonNullable<Code["internal"]>).ins[back.pc - 1];
      return back;
    default:
      return back;
  }
}

/** `__init__` has returned: the callable and the arguments go, the instance is the result. */
function finishInit(back: Frame, self: Owned, args: Owned, value: Value): Frame {
  drop(args);
  if (value !== None) {
    const name = typeName(value);
    drop(value as OwnedValue);
    drop(self);
    throw new InitError(back, typeError(`__init__() should return None, not '${name}'`));
  }
  drop(value as OwnedValue);
  replaceCall(back, self);
  return back;
}

/** The callable and the arguments of the CALL that a frame waits for give way to the result. */
function replaceCall(f: Frame, result: OwnedValue): void {
  const S = f.S;
  const base = callBase(f);
  const sp = f.sp;
  const callable = S[base] as OwnedValue | null;
  S[base] = result as Value;
  f.sp = base + 1;
  dropMaybe(callable);
  for (let i = base + 1; i < sp; i++) {
    const x = S[i] as OwnedValue;
    S[i] = undefined as unknown as Value;
    drop(x);
  }
}

/** The loop ends, and answers a value. */
export function answering(value: OwnedValue): null {
  vm.answer = value;
  return null;
}

/** The loop unwinds with an exception, which it steals. */
export function raising(error: Owned<PyException>, reraised = false): null {
  vm.raised = error;
  vm.reraised = reraised;
  return null;
}

/** An error of the frame that called `__init__`, not of `__init__`. */
export class InitError {
  readonly frame: Frame;
  readonly error: PyError;
  constructor(frame: Frame, error: PyError) {
    this.frame = frame;
    this.error = error;
  }
}

/** Where the CALL that a frame waits for has its callable. */
function callBase(f: Frame): number {
  const nargs = (f.code.internal as NonNullable<Code["internal"]>).ins[f.pc - 1];
  return f.sp - nargs - 2;
}

/** What the loop has caught, as an owned exception with its context set. Anything but Python's is thrown on. */
export function caughtInLoop(e: unknown, f: Frame): Owned<PyException> {
  if (e instanceof PyError) return arrived(e) as Owned<PyException>;
  if (e instanceof Halt) abandon(f);
  else vm.frame = f;
  throw e;
}

/** Leaves a frame and those that called it, without their handlers, up to the one that the loop was entered with. */
export function abandon(f: Frame): void {
  vm.frame = f;
  for (let frame: Frame | null = f; frame !== null; ) {
    const { kind } = frame;
    frame = leaveUnwound(frame);
    if (kind === KIND_ENTRY) return;
  }
}

function findHandler(handlers: readonly Handler[], pc: number): Handler | null {
  for (const h of handlers) if (pc >= h.start && pc < h.end) return h;
  return null;
}

/**
 * An exception unwinds frames until one handles it, from `pc` on in the first; answers that frame, ready to go on, or null when
 * the frame that the loop was entered with has ended. Steals the exception, unless null is answered.
 */
export function unwind(f: Frame, error: Owned<PyException>, reraised: boolean, pc: number): Frame | null {
  let frame = f;
  let at = pc;
  vm.frame = frame;
  if (!reraised) addTraceback(error, frame);
  for (;;) {
    const handling = resumeHandler(frame, at, error);
    if (handling !== null) return handling;
    const { kind } = frame;
    const back = leaveUnwound(frame);
    if (kind === KIND_ENTRY) return null;
    frame = back as Frame;
    at = frame.pc;
    addTraceback(error, frame);
  }
}

/** The frame, ready to go on in the handler for what was raised at `pc`; null when it has none. */
export function resumeHandler(f: Frame, pc: number, error: Owned<PyException>): Frame | null {
  const handler = findHandler((f.code.internal as NonNullable<Code["internal"]>).handlers, pc - 2);
  return handler === null ? null : enterHandler(f, handler, error);
}

/** A frame that does not handle an exception comes to its end; answers the one behind it. */
export function leaveUnwound(f: Frame): Frame | null {
  const { kind, owner, args, back } = f;
  clearStack(f, f.bp + f.code.nlocalsplus);
  dismantle(f);
  if (kind === KIND_INIT) dropAll([owner as PyObject, args as PyObject]);
  return back;
}

function clearStack(f: Frame, low: number): void {
  while (f.sp > low) {
    const x = f.S[--f.sp] as Value | null | undefined;
    if (x !== null && x !== undefined) drop(x as OwnedValue);
  }
}

function enterHandler(f: Frame, handler: Handler, error: Owned<PyException>): Frame {
  clearStack(f, f.bp + f.code.nlocalsplus + handler.depth);
  if (handler.lasti) f.S[f.sp++] = beyondLimit(() => boxInt(f.offset));
  f.S[f.sp++] = error;
  f.pc = handler.target;
  return f;
}
