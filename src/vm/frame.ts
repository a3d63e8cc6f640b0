// Frames. A frame's slots are its locals, cells and free variables, then its evaluation stack. They
// lie on the shared stack of the machine, above those of the caller; a generator's lie in an array
// of its own. The Python object of a frame is made when somebody asks for it, and takes the slots
// over when it outlives the call.
import { allocGC, beyondLimit, roomForErrors } from "../heap/heap.ts";
import type { PyObject } from "../heap/object.ts";
import { drop, dropMaybe, moved, newRef, type Owned, type OwnedValue, type Value } from "../heap/refs.ts";
import { HAVE_GC, NO_NEW } from "../heap/type.ts";
import { addressText } from "../objects/builtin.ts";
import { defineType } from "../objects/define.ts";
import type { PyDict } from "../objects/dict.ts";
import type { PyFunction } from "../objects/function.ts";
import { newInt } from "../objects/int.ts";
import { None, newNone } from "../objects/singletons.ts";
import { newStr } from "../objects/str.ts";
import type { Code } from "./code.ts";
import { vm } from "./state.ts";

/** How a frame was entered, and so where its result goes. */
export const KIND_CALL = 0;
/** Entered from a native: the loop returns. */
export const KIND_ENTRY = 1;
/** A generator resumed by FOR_ITER or SEND of the frame behind it. */
export const KIND_FOR = 2;
export const KIND_SEND = 3;
/** `__init__`, called for a class: the result is the instance. */
export const KIND_INIT = 4;

/** The function of a property; what lies below in the caller's stack is then borrowed again. */
export const KIND_GETTER = 5;

/** `__enter__` of a `with`: the result takes the place of the bound method. */
export const KIND_WITH = 6;

/** A bound method: it lies below its arguments on the caller's stack, and gives way with them to the result. */
export const KIND_METHOD = 7;

export class Frame {
  code: Code;
  /** Owned while the frame runs. */
  func: PyFunction | null;
  globals: PyDict;
  builtins: PyDict;
  /** The namespace of a module or class body, owned; null in functions. */
  locals: PyObject | null;
  S: Value[];
  bp: number;
  sp: number;
  /** The next instruction. */
  pc: number;
  back: Frame | null;
  kind: number;
  /** The first slot of the shared stack above this frame. */
  top: number;
  /** The generator that the frame belongs to, borrowed; or the instance that `__init__` fills, owned. */
  owner: PyObject | null;
  /** The tuple of arguments that `__init__` was called with, owned. */
  args: PyObject | null;
  object: PyFrame | null;
  /** After the end: the frame object of the caller, owned. */
  backObject: PyObject | null;
  done: boolean;

  constructor(
    code: Code,
    func: PyFunction | null,
    globals: PyDict,
    builtins: PyDict,
    S: Value[],
    bp: number,
    back: Frame | null,
    kind: number,
    top: number,
  ) {
    this.code = code;
    this.func = func;
    this.globals = globals;
    this.builtins = builtins;
    this.locals = null;
    this.S = S;
    this.bp = bp;
    this.sp = bp + code.nlocalsplus;
    this.pc = 0;
    this.back = back;
    this.kind = kind;
    this.top = top;
    this.owner = null;
    this.args = null;
    this.object = null;
    this.backObject = null;
    this.done = false;
  }

  /** The offset of the current instruction, in code units. */
  get offset(): number {
    const internal = this.code.internal;
    if (internal === null || this.pc === 0) return 0;
    return internal.offsets[(this.pc >> 1) - 1];
  }
  get line(): number {
    return this.pc === 0 ? this.code.unit.firstLineno : this.code.lineAt(this.offset);
  }
}

/** How many frames wait to be used again. */
export const MOST_IDLE = 256;

/** A frame at its start: one that is idle, or a new one. The loop's CALL does the same in its place. */
export function newFrame(
  code: Code,
  func: PyFunction,
  S: Value[],
  bp: number,
  back: Frame | null,
  kind: number,
): Frame {
  const { globals, builtins } = func.value;
  const top = bp + code.frameSize;
  const f = vm.idle.pop();
  if (f === undefined) return new Frame(code, func, globals, builtins, S, bp, back, kind, top);
  f.code = code;
  f.func = func;
  f.globals = globals;
  f.builtins = builtins;
  f.S = S;
  f.bp = bp;
  f.sp = bp + code.nlocalsplus;
  f.pc = 0;
  f.back = back;
  f.kind = kind;
  f.top = top;
  f.done = false;
  return f;
}

/** The frame of a call has ended and been emptied, and nobody knows it any more. */
export function retire(f: Frame): void {
  f.owner = null;
  f.args = null;
  if (vm.idle.length < MOST_IDLE) vm.idle.push(f);
}

/** How a frame is traced: its trace function, owned, and when that is called. */
export class FrameSettings {
  trace: PyObject | null = null;
  lines = true;
  opcodes = false;
  /** The instruction that ran last; -1 when nobody has looked. */
  at = -1;
  /** The event that the trace function is told of, and where the frame is to go on. */
  event = "";
  jump = 0;
  /** What the stack has borrowed from variables that have got other values since. */
  readonly held: Owned[] = [];
}

/** Its settings are made when one is first changed. */
export type PyFrame = PyObject<Frame, FrameSettings | null>;

export const FrameType = defineType<PyFrame>({
  name: "frame",
  flags: HAVE_GC | NO_NEW,
  basicSize: 120,
  itemSize: 8,
  sizeof: (o) => 56 + 8 * (o.value.code.frameSize + 8),
  traverse(o, visit) {
    const f = o.value;
    if (o.extra !== null) {
      if (o.extra.trace !== null) visit(o.extra.trace);
      for (const x of o.extra.held) visit(x);
    }
    if (!f.done) return;
    for (let i = f.bp; i < f.sp; i++) {
      const x = f.S[i] as Value | undefined | null;
      if (x !== undefined && x !== null && typeof x !== "number") visit(x);
    }
    for (const x of [f.func, f.locals, f.backObject]) if (x !== null) visit(x);
  },
  clear(o) {
    const f = o.value;
    const settings = o.extra;
    o.extra = null;
    if (settings !== null) for (const x of [settings.trace, ...settings.held]) dropMaybe(x);
    if (!f.done) {
      f.object = null;
      return;
    }
    clearSlots(f);
    const { func, locals, backObject } = f;
    f.locals = null;
    dropMaybe(locals);
    if (o.refcnt > 0) return;
    f.func = f.backObject = null;
    for (const x of [backObject, func]) dropMaybe(x);
  },
  slots: {
    repr(o) {
      const f = o.value;
      return newStr(
        `<frame at ${addressText(o)}, file '${f.code.unit.filename}', line ${f.line}, code ${f.code.name.value}>`,
      );
    },
  },
  getset: [
    { name: "f_back", get: (o) => frameBack(o.value) },
    { name: "f_lasti", get: (o) => newInt(o.value.pc === 0 ? -1 : o.value.offset * 2) },
    { name: "f_code", get: (o) => newRef(codeObject(o.value)) },
    { name: "f_globals", get: (o) => newRef(o.value.globals) },
    { name: "f_builtins", get: (o) => newRef(o.value.builtins) },
  ],
});

const codeObject = (f: Frame): PyObject => (f.func as PyFunction).value.code;

function frameBack(f: Frame): OwnedValue {
  if (f.backObject !== null) return newRef(f.backObject);
  const back = f.done ? null : complete(f.back);
  return back === null ? newNone() : newRef(frameObject(back));
}

/** A frame, or the nearest behind it that has not ended: while an ended one drops what it holds, Python code may run. */
export function complete(frame: Frame | null): Frame | null {
  let f = frame;
  while (f?.done) f = f.back;
  return f;
}

/** The frame whose code runs; null when none does. */
export const runningFrame = (): Frame | null => complete(vm.frame);

/** Drops what the slots of a frame hold, first to last. */
export function clearSlots(f: Frame): void {
  const end = f.sp;
  f.sp = f.bp;
  for (let i = f.bp; i < end; i++) {
    const x = f.S[i] as Value | undefined | null;
    f.S[i] = undefined as unknown as Value;
    if (x !== undefined && x !== null) drop(x as OwnedValue);
  }
}

/** The Python object of a frame, borrowed. A running frame owns one reference to it. */
export function frameObject(f: Frame): PyFrame {
  if (f.object === null)
    f.object = allocGC<Frame, FrameSettings | null>(FrameType, f, null, 56 + 8 * (f.code.frameSize + 8) + 16);
  return f.object;
}

/**
 * A frame whose object was made comes to its end. When somebody else holds the object, it takes the
 * slots over, and those of its callers' objects; otherwise it dies. True when it lives on.
 */
export function leaveObject(f: Frame): boolean {
  const o = f.object as PyFrame;
  if (o.refcnt === 1) {
    f.object = null;
    o.value = f;
    drop(moved(o) as Owned);
    return false;
  }
  const count = f.sp - f.bp;
  f.S = f.S.slice(f.bp, f.bp + count);
  f.bp = 0;
  f.sp = count;
  f.done = true;
  const back = complete(f.back);
  // The end of a frame cannot fail; without memory it forgets its caller.
  if (back !== null && roomForErrors()) f.backObject = newRef(beyondLimit(() => frameObject(back)));
  f.back = null;
  f.object = null;
  drop(moved(o) as Owned);
  return true;
}

export const noneOr = (o: PyObject | null): Owned => newRef(o ?? None);
