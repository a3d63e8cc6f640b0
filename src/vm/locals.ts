// The local variables of a frame as a mapping: `locals()`, `frame.f_locals`, and what exec, eval
// and dir() take when they are told nothing. A function's are copied into a dict that its frame
// keeps: what a program puts there stays there, and never becomes a variable.
import { CO_FAST_CELL, CO_FAST_FREE, CO_FAST_HIDDEN, CO_OPTIMIZED } from "../bytecode/code.ts";
import type { PyObject } from "../heap/object.ts";
import { drop, dropMaybe, newRef, type Owned, type OwnedValue, share, sharePayload, type Value } from "../heap/refs.ts";
import { PyError } from "../native/errors.ts";
import { CellType, type PyCell } from "../objects/cell.ts";
import { extendType } from "../objects/define.ts";
import { dictDelete, dictGet, dictSet, isExactDict, newDict, type PyDict } from "../objects/dict.ts";
import { dictMerge } from "../objects/dictmethods.ts";
import { systemError } from "../objects/errors.ts";
import type { FunctionData, PyFunction } from "../objects/function.ts";
import { delItem, reprText, setItem, unlessRaises } from "../objects/protocol.ts";
import { newNone } from "../objects/singletons.ts";
import type { PyStr } from "../objects/str.ts";
import { type Frame, FrameType, frameObject, type PyFrame, runningFrame } from "./frame.ts";
import { reportUnraisable } from "./reportunraisable.ts";
import { warn } from "./reportwarning.ts";

/** The value of a variable, a new reference; undefined while it is unbound. */
function variable(f: Frame, i: number, kind: number): OwnedValue | undefined {
  if (f.pc === 0 && (kind & CO_FAST_FREE) !== 0) return freeVariable(f, i);
  const slot = f.S[f.bp + i] as Value | undefined | null;
  if (slot === undefined || slot === null) return undefined;
  const inCell = (kind & (CO_FAST_CELL | CO_FAST_FREE)) !== 0 && typeof slot !== "number" && slot.type === CellType;
  return inCell ? cellContent(slot as PyCell) : share(f.S, f.bp + i);
}

const cellContent = (cell: PyCell): OwnedValue | undefined =>
  cell.value === undefined ? undefined : sharePayload(cell as PyObject<Value>);

/** Before its first instruction a frame has not copied the cells of its closure yet. */
function freeVariable(f: Frame, i: number): OwnedValue | undefined {
  const { closure } = (f.func as PyFunction).value as FunctionData;
  if (closure === null) return undefined;
  return cellContent(closure.value[i - (f.code.nlocalsplus - closure.value.length)] as PyCell);
}

function store(locals: PyObject, name: PyStr, value: OwnedValue | undefined): void {
  if (value === undefined) {
    if (isExactDict(locals)) dictDelete(locals, name);
    else unlessRaises("KeyError", () => delItem(locals, name));
  } else if (isExactDict(locals)) dictSet(locals, name, value);
  else {
    try {
      setItem(locals, name, value);
    } finally {
      drop(value);
    }
  }
}

/** The frame's own namespace, borrowed. A function's is made when first asked for. */
function namespace(f: Frame): PyObject {
  if (f.locals === null) {
    // A frame with an object is taken down by the path that drops its namespace.
    if (!f.done) frameObject(f);
    f.locals = newDict();
  }
  return f.locals;
}

/** The local variables of a frame, as a new reference to a mapping that is up to date. */
export function frameLocals(f: Frame): OwnedValue {
  const locals = namespace(f);
  const { localsPlusKinds } = f.code.unit;
  let hidden: Owned<ReturnType<typeof newDict>> | null = null;
  for (let i = 0; i < f.code.nlocalsplus; i++) {
    const kind = localsPlusKinds[i];
    if ((kind & CO_FAST_FREE) !== 0 && (f.code.flags & CO_OPTIMIZED) === 0) continue;
    const name = f.code.localNames[i];
    if ((kind & CO_FAST_HIDDEN) === 0) store(locals, name, variable(f, i, kind));
    else {
      const value = variable(f, i, kind);
      if (value !== undefined) dictSet((hidden ??= newDict()), name, value);
    }
  }
  return hidden === null ? newRef(locals) : withHidden(locals, hidden);
}

const ofFunction = (f: Frame): boolean => f.locals !== null && (f.code.flags & CO_OPTIMIZED) !== 0;

/** Brings the dict up to date that `f_locals` of a function has given out. */
export function refreshLocals(f: Frame): void {
  if (ofFunction(f)) drop(frameLocals(f));
}

/** Makes variables of what lies in the dict of a function's `f_locals`, as after a trace function has run. */
export function localsFromDict(f: Frame): void {
  if (!ofFunction(f) || !isExactDict(f.locals as PyObject)) return;
  const locals = newRef(f.locals as PyDict);
  try {
    const { localsPlusKinds } = f.code.unit;
    for (let i = 0; i < f.code.nlocalsplus; i++) {
      if ((localsPlusKinds[i] & CO_FAST_HIDDEN) === 0) setVariable(f, i, dictGet(locals, f.code.localNames[i]));
    }
  } finally {
    drop(locals);
  }
}

/** A variable that has been taken away gets None: the code may rely on there being a value. */
function noneFor(f: Frame, name: PyStr): Owned {
  try {
    warn("RuntimeWarning", `assigning None to unbound local ${reprText(name)}`);
  } catch (e) {
    if (!(e instanceof PyError)) throw e;
    reportUnraisable(e.exception, frameObject(f));
  }
  return newNone();
}

/** Gives a variable a value, which it steals, or unbinds it. */
function setVariable(f: Frame, i: number, value: OwnedValue | undefined): void {
  const kind = f.code.unit.localsPlusKinds[i];
  const slot = f.S[f.bp + i] as Value | undefined | null;
  const inCell = (kind & (CO_FAST_CELL | CO_FAST_FREE)) !== 0 && slot !== undefined && slot !== null;
  const holder = inCell && typeof slot !== "number" && slot.type === CellType ? (slot as PyCell) : null;
  const old = holder === null ? slot : holder.value;
  if (old === value || (holder === null && (kind & CO_FAST_FREE) !== 0)) {
    if (value !== undefined) drop(value);
    return;
  }
  if (holder !== null) holder.value = value as Value | undefined;
  else f.S[f.bp + i] = value ?? noneFor(f, f.code.localNames[i]);
  dropMaybe(old as Value | undefined);
}

/** Inside a comprehension of a module or class its variables count too, in a copy. */
function withHidden(locals: PyObject, hidden: Owned<ReturnType<typeof newDict>>): OwnedValue {
  const copy = newDict();
  try {
    dictMerge(copy, locals, 1);
    dictMerge(copy, hidden, 1);
    return copy;
  } finally {
    drop(hidden);
  }
}

/** The frame whose code called a native. */
export function currentFrame(): Frame {
  const f = runningFrame();
  if (f === null) throw systemError("frame does not exist");
  return f;
}

/** `locals()` of the code that called a native. */
export const currentLocals = (): OwnedValue => frameLocals(currentFrame());

extendType<PyFrame>(FrameType, {
  getset: [{ name: "f_locals", get: (o) => frameLocals(o.value) }],
});
