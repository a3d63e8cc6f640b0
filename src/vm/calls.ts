// CALL and CALL_FUNCTION_EX beyond the interpreter's own fast path: functions whose arguments need
// binding, methods, natives, types. A call of Python code pushes a frame; the loop goes on there.
import type { PyObject, PyType } from "../heap/object.ts";
import {
  copySlots,
  drop,
  dropAll,
  dropMaybe,
  keep,
  moved,
  newRef,
  type Owned,
  type OwnedValue,
  shareBoxed,
  shareSlots,
  type Value,
} from "../heap/refs.ts";
import { EXC_SUBCLASS } from "../heap/type.ts";
import { callPlain } from "../native/bind.ts";
import { BuiltinType, MethodDescriptorType, type PyBuiltin, type PyMethodDescriptor } from "../objects/builtin.ts";
import { callArray, callAsIs, callWithTuple, setFrameCall, takesArray } from "../objects/call.ts";
import { dictEntries, isDict, type PyDict } from "../objects/dict.ts";
import { failed, typeError } from "../objects/errors.ts";
import { BaseExceptionType, newExceptionOf } from "../objects/exceptions.ts";
import { FunctionType, isFunction, type PyFunction } from "../objects/function.ts";
import { newInstance } from "../objects/instance.ts";
import { tupleFrom } from "../objects/iteration.ts";
import { borrow, isSubtype, lookup, typeOf } from "../objects/lookup.ts";
import { MethodType, type PyMethod } from "../objects/method.ts";
import { ObjectType } from "../objects/object.ts";
import { str, strText, typeName } from "../objects/protocol.ts";
import { recursion, setFrameCount, tooDeep } from "../objects/recursion.ts";
import { intern, isStr, StrType } from "../objects/str.ts";
import { isExactTuple, newTuple, type PyTuple, shareRange } from "../objects/tuple.ts";
import { TypeType } from "../objects/type.ts";
import { bindFrame, copyArguments, enterCall, growStack } from "./bind.ts";
import type { InternalCode, PyCode } from "./code.ts";
import { type Frame, KIND_CALL, KIND_ENTRY, KIND_GETTER, KIND_INIT, KIND_METHOD, newFrame } from "./frame.ts";
import { run } from "./loop.gen.ts";
import { vm } from "./state.ts";

const NULL = null as unknown as Value;
const INIT = intern("__init__");

/** Pushes a frame for a Python function whose `n` arguments lie at `at`; the callable's reference moves into it. */
export function callPython(
  f: Frame,
  func: PyFunction,
  at: number,
  n: number,
  kwnames: PyTuple | null,
  base: number,
): Frame {
  const S = f.S;
  const bp = S === vm.S ? at : f.top;
  const code = (func.value.code as PyCode).value;
  let callee: Frame;
  if (kwnames === null && code.simple && n === code.argCount) {
    callee = plainFrame(f, func, at, n, bp);
    f.sp = base;
    vm.frame = callee;
    return callee;
  }
  try {
    callee = bindFrame(func, S, at, n, namesOf(kwnames), bp, f, KIND_CALL);
  } catch (e) {
    for (let i = 0; i < n; i++) S[at + i] = NULL;
    throw e;
  }
  f.sp = base;
  vm.frame = callee;
  return callee;
}

/** A frame for a function without anything to bind: its `n` arguments move from `at` on. */
function plainFrame(f: Frame, func: PyFunction, at: number, n: number, bp: number): Frame {
  const code = (func.value.code as PyCode).value;
  enterCall();
  const { S } = vm;
  const top = bp + code.frameSize;
  growStack(S, top + 1);
  if (f.S !== S) for (let i = 0; i < n; i++) S[bp + i] = f.S[at + i];
  for (let i = n; i < code.nlocalsplus; i++) S[bp + i] = undefined as unknown as Value;
  return newFrame(code, func, S, bp, f, KIND_CALL);
}

const namesOf = (kwnames: PyTuple | null): readonly PyObject[] | null =>
  kwnames === null ? null : (kwnames.value as unknown as readonly PyObject[]);

/**
 * Calls what lies at `base` (or, after NULL, above it) with `nargs` arguments. Answers the frame to go on
 * in, or null when the call is done and its result lies at `base`, or has failed with what is in `failed`.
 */
export function callOther(f: Frame, base: number, sp: number, nargs: number, kwnames: PyTuple | null): Frame | null {
  const S = f.S;
  let fn = S[base] as PyObject | null;
  let at = base + 2;
  let n = nargs;
  if (fn === null) fn = S[base + 1] as PyObject;
  else {
    at--;
    n++;
  }
  if (fn === StrType && kwnames === null && n === 1 && calledBefore(f)) {
    finishCall(S, base, at, sp, str(S[at]));
    return null;
  }
  if (typeof fn !== "number") {
    if (fn.type === MethodType && S[base] === null)
      return callMethodObject(f, fn as PyMethod, base, sp, nargs, kwnames);
    if (fn.type === TypeType && kwnames === null && S[base] === null) {
      const made = callTypeHere(fn as PyType, S, at, n);
      if (made !== undefined) {
        finishCall(S, base, at, sp, made);
        return null;
      }
      if (failed.error !== null) return null;
      const entered = enterInit(f, fn as PyType, at, n, sp);
      if (entered !== null) return entered;
    }
    if (kwnames === null && isPythonMethod(fn)) {
      // It lies where a function would that takes what follows as its self, and stays there while it runs.
      f.sp = sp;
      const entered = enterMethod(f, fn, shareSlots(S, at, at + n) as unknown as OwnedValue[], KIND_METHOD);
      if (entered !== null) return entered;
    }
  }
  const answer = kwnames === null ? callNativeHere(fn, S, at, n) : undefined;
  finishCall(S, base, at, sp, answer ?? callCollected(fn, S, at, n, kwnames));
  return null;
}

/** Has the frame's instruction called `str` before? */
function calledBefore(f: Frame): boolean {
  const internal = f.code.internal as InternalCode;
  internal.strCalls ??= new Set();
  if (internal.strCalls.has(f.pc)) return true;
  internal.strCalls.add(f.pc);
  return false;
}

/** Puts the answer at `base`, and drops the callable, then what is left of the arguments. */
function finishCall(S: Value[], base: number, at: number, sp: number, answer: OwnedValue): void {
  const first = S[base] as Owned | null;
  const second = S[base + 1];
  S[base] = answer as Value;
  if (first !== null) drop(first);
  else drop(second as OwnedValue);
  for (let i = at; i < sp; i++) {
    const x = S[i] as Value | null;
    if (x !== null) drop(x as OwnedValue);
  }
}

/**
 * Calls a method of a builtin with plain arguments, which lie above it at `base`; its result takes their place.
 * False when it is not so plain.
 */
export function callMethodHere(S: Value[], base: number, method: PyObject, nargs: number): boolean {
  const { native, owner } = (method as PyMethodDescriptor).value;
  const self = S[base + 1];
  if (!native.plain || native.byTuple || nargs < native.min || nargs > native.max) return false;
  if (typeof self === "number" || self.type !== owner) return false;
  const answer = callPlain(native, self, S, base + 2, nargs);
  for (let i = base + 2; i < base + 2 + nargs; i++) drop(S[i] as OwnedValue);
  S[base] = answer as Value;
  drop(moved(self) as Owned);
  drop(moved(method) as Owned);
  return true;
}

/** The same for a builtin function, whose arguments lie above it. */
export function callBuiltinHere(S: Value[], base: number, builtin: PyObject, nargs: number): boolean {
  const { native, self } = (builtin as PyBuiltin).value;
  if (!native.plain || native.byTuple || nargs < native.min || nargs > native.max) return false;
  const at = base + 2;
  S[base] = callPlain(native, self, S, at, nargs) as Value;
  drop(moved(builtin) as Owned);
  for (let i = at; i < at + nargs; i++) drop(S[i] as OwnedValue);
  return true;
}

/** Makes an instance by the quick way of a builtin type, or of a class that has neither `__new__` nor `__init__`. */
function callTypeHere(type: PyType, S: Value[], at: number, n: number): OwnedValue | undefined {
  const t = type.value;
  if (t.vectorcall !== null) return t.vectorcall(S, at, n);
  if (t.abstract) return undefined;
  if ((t.flags & EXC_SUBCLASS) !== 0) {
    const { slots } = BaseExceptionType.value;
    const plain = t.slots.new === slots.new && t.slots.init === slots.init;
    return plain ? newExceptionOf(type, newTuple(shareSlots(S, at, at + n))) : undefined;
  }
  const { slots } = ObjectType.value;
  const plain = n === 0 && t.slots.new === slots.new && t.slots.init === slots.init;
  return plain && type !== ObjectType ? newInstance(type) : undefined;
}

/** A native that takes its arguments as they are; undefined when this is none, or they do not fit. */
function callNativeHere(fn: PyObject, S: Value[], at: number, n: number): OwnedValue | undefined {
  if (fn.type === MethodDescriptorType) {
    const { native, owner } = (fn as PyMethodDescriptor).value;
    if (!native.plain || native.byTuple || n - 1 < native.min || n - 1 > native.max || !isSubtype(typeOf(S[at]), owner))
      return undefined;
    return callPlain(native, S[at], S, at + 1, n - 1);
  }
  if (fn.type !== BuiltinType) return undefined;
  const { native, self } = (fn as PyBuiltin).value;
  if (!native.plain || native.byTuple || n < native.min || n > native.max) return undefined;
  return callPlain(native, self, S, at, n);
}

/** A call by way of an array of arguments, which may get boxed in it: the stack then takes the boxes over. */
function callCollected(fn: Value, S: Value[], at: number, n: number, kwnames: PyTuple | null): OwnedValue {
  const args = copySlots(S, at, at + n);
  try {
    return callArray(fn, args, namesOf(kwnames));
  } finally {
    for (let i = 0; i < n; i++) S[at + i] = args[i];
  }
}

/** A bound method is taken apart: its function and its object take its place on the stack. */
function callMethodObject(
  f: Frame,
  method: PyMethod,
  base: number,
  sp: number,
  nargs: number,
  kwnames: PyTuple | null,
): Frame | null {
  const S = f.S;
  const { func, self } = method.value as { func: PyObject; self: PyObject };
  S[base] = newRef(func);
  S[base + 1] = shareBoxed(self) as Value;
  drop(moved(method) as Owned);
  if (isFunction(func)) return callPython(f, func, base + 1, nargs + 1, kwnames, base);
  return callOther(f, base, sp, nargs, kwnames);
}

/** A class with `__init__` in Python and `object`'s `__new__`: the frame of `__init__`. Null when it is not so plain. */
function enterInit(f: Frame, type: PyType, at: number, n: number, sp: number): Frame | null {
  const t = type.value;
  if (t.slots.new !== ObjectType.value.slots.new || (t.slots.call !== null && type.type !== TypeType) || t.abstract)
    return null;
  const init = lookup(type, INIT);
  if (init === undefined || !isFunction(init)) return null;
  const code = (init.value.code as PyCode).value;
  if (!code.simple || code.resumed || code.argCount !== n + 1 || type === ObjectType) return null;
  const { S } = vm;
  const bp = f.top;
  growStack(S, bp + code.frameSize + 1);
  const args = newTuple(shareRange(f.S, at, at + n));
  let self: Owned | undefined;
  try {
    self = newInstance(type);
    enterCall();
  } catch (e) {
    dropMaybe(self);
    drop(args);
    throw e;
  }
  S[bp] = newRef(self);
  for (let i = 0; i < n; i++) S[bp + 1 + i] = keep(f.S[at + i]) as Value;
  for (let i = n + 1; i < code.nlocalsplus; i++) S[bp + i] = undefined as unknown as Value;
  f.sp = sp;
  const callee = newFrame(code, newRef(init), S, bp, f, KIND_INIT);
  callee.owner = self;
  callee.args = args;
  vm.frame = callee;
  return callee;
}

/** A bound method whose function is Python's and runs to its end when it is called. */
function isPythonMethod(method: Value): method is PyObject<{ func: PyFunction; self: PyObject }> {
  if (typeof method === "number" || method.type !== MethodType) return false;
  const { func } = (method as PyMethod).value;
  return func !== null && isFunction(func) && !(func.value.code as PyCode).value.resumed;
}

/**
 * Pushes the frame of a bound method of Python's with these arguments, which it steals; null, and nothing is done,
 * when it is not so plain.
 */
export function enterMethod(f: Frame, method: Value, args: OwnedValue[], kind: number): Frame | null {
  if (!isPythonMethod(method)) return null;
  const { func, self } = method.value;
  const all = [shareBoxed(self as PyObject), ...args] as Value[];
  newRef(func);
  try {
    return (vm.frame = bindFrame(func, all, 0, all.length, null, f.top, f, kind));
  } catch (e) {
    drop(moved(func) as Owned);
    throw e;
  }
}

/**
 * Pushes the frame of a property's function; the instance at `at`, on top of the stack, moves into it.
 * What lies `below`, and was borrowed, is so again when the function has returned.
 */
export function enterGetter(f: Frame, getter: PyFunction, at: number, below: boolean): Frame {
  const callee = plainFrame(f, getter, at, 1, f.S === vm.S ? at : f.top);
  newRef(getter);
  if (below) callee.kind = KIND_GETTER;
  f.sp = at;
  vm.frame = callee;
  return callee;
}

/** `f(*args, **kwargs)`. Answers the frame to go on in, or null with the result on the stack. */
export function callEx(f: Frame, sp: number, arg: number): Frame | null {
  const S = f.S;
  const kwargs = (arg & 1) !== 0 ? S[sp - 1] : null;
  const at = sp - (kwargs === null ? 1 : 2);
  const fn = S[at - 1];
  const tuple = positionalArguments(S, at, fn);
  const items = tuple.value as unknown as Value[];
  const names = kwargs === null ? null : keywordNames(kwargs, fn);
  if (isFunction(fn) && S[at - 2] === null) {
    const args = copyArguments(items);
    if (names !== null) takeKeywords(kwargs as PyDict, args);
    const func = newRef(fn);
    let callee: Frame;
    try {
      callee = bindFrame(func, args, 0, args.length, names, f.top, f, KIND_CALL);
    } catch (e) {
      drop(func);
      throw e;
    }
    dropStack(f, S, at - 2, sp);
    vm.frame = callee;
    return callee;
  }
  const answer = callSpread(fn, tuple, kwargs as PyDict | null, names);
  dropStack(f, S, at - 2, sp);
  S[at - 2] = answer as Value;
  f.sp = at - 1;
  return null;
}

/** Calls with the items of a tuple and the values of a dict. What takes an array gets references of its own to all, if there are keywords. */
function callSpread(fn: Value, tuple: PyTuple, kwargs: PyDict | null, names: readonly PyObject[] | null): OwnedValue {
  const items = tuple.value as unknown as Value[];
  for (let i = 0; i < items.length; i++) borrow(items, i);
  if (names === null) return callWithTuple(fn, tuple, items, null);
  const args = copyArguments(items);
  takeKeywords(kwargs as PyDict, args);
  if (!takesArray(fn)) {
    dropAll(args);
    return callWithTuple(fn, tuple, args, names);
  }
  try {
    return callAsIs(fn, args, names);
  } finally {
    dropAll(args);
  }
}

function dropStack(f: Frame, S: Value[], from: number, to: number): void {
  const taken = S.slice(from, to);
  f.sp = from;
  for (const x of taken) if ((x as Value | null) !== null) drop(x as OwnedValue);
}

function positionalArguments(S: Value[], at: number, fn: Value): PyTuple {
  const args = S[at];
  if (isExactTuple(args)) return args;
  if (typeOf(args).value.slots.iter === null && typeOf(args).value.slots.getitem === null) {
    throw typeError(`${functionName(fn)} argument after * must be an iterable, not ${typeName(args)}`);
  }
  const tuple = tupleFrom(args);
  S[at] = tuple;
  drop(args as OwnedValue);
  return tuple;
}

/** The names of keywords given by a mapping; null when there are none. */
function keywordNames(kwargs: Value, fn: Value): readonly PyObject[] | null {
  if (!isDict(kwargs))
    throw typeError(`${functionName(fn)} argument after ** must be a mapping, not ${typeName(kwargs)}`);
  const names: PyObject[] = [];
  for (const [key] of dictEntries(kwargs)) {
    if (!isStr(key)) throw typeError("keywords must be strings");
    names.push(intern(key.value));
  }
  return names.length === 0 ? null : names;
}

/** Adds references to the values of keywords. */
function takeKeywords(kwargs: PyDict, args: Value[]): void {
  for (const [, , at] of dictEntries(kwargs)) args.push(kwargs.value.shareValue(at) as Value);
}

/** How messages name what is called: "f()", "module.f()". */
export function functionName(fn: Value): string {
  const qualname = attributeText(fn, "__qualname__");
  if (qualname === null) return strText(fn);
  const module = attributeText(fn, "__module__");
  return module !== null && module !== "builtins" ? `${module}.${qualname}()` : `${qualname}()`;
}

function attributeText(value: Value, name: string): string | null {
  const found = typeOf(value).value.slots.getattr?.(value as PyObject, intern(name));
  if (found === undefined) return null;
  const text = isStr(found) ? found.value : null;
  drop(found);
  return text;
}

// ---- calls from natives ----

setFrameCount(() => vm.depth);

/** The `call` slot of functions: runs the function to its end. */
FunctionType.value.slots.call = (self: PyObject, args: Value[], kwnames: readonly PyObject[] | null): OwnedValue => {
  const func = self as PyFunction;
  const bp = vm.frame === null ? 0 : vm.frame.top;
  const frame = bindFrame(func, copyArguments(args), 0, args.length, kwnames, bp, vm.frame, KIND_ENTRY);
  newRef(func);
  vm.frame = frame;
  return run(frame);
};

setFrameCall((callable, args) => {
  if (typeof callable === "number") return undefined;
  if (callable.type === FunctionType) return runMoved(callable as PyFunction, args);
  if (callable.type !== MethodType) return undefined;
  const { func, self } = (callable as PyMethod).value;
  return func !== null && isFunction(func) ? runMoved(func, [shareBoxed(self as PyObject), ...args]) : undefined;
});

/** Runs a function whose arguments move into its frame. */
function runMoved(func: PyFunction, args: OwnedValue[]): OwnedValue {
  const bp = vm.frame === null ? 0 : vm.frame.top;
  const { depth } = recursion;
  if (++recursion.depth > recursion.limit) {
    dropAll(args);
    throw tooDeep("");
  }
  try {
    const frame = bindFrame(func, args, 0, args.length, null, bp, vm.frame, KIND_ENTRY);
    newRef(func);
    vm.frame = frame;
    return run(frame);
  } finally {
    recursion.depth = depth;
  }
}

/** Runs code in a namespace of globals and one of locals: a module, a class body, exec. Steals the code. */
export function runCode(func: Owned<PyFunction>, locals: Owned | null): OwnedValue {
  const code = (func.value.code as PyCode).value;
  const bp = vm.frame === null ? 0 : vm.frame.top;
  const { depth } = recursion;
  try {
    if (++recursion.depth > recursion.limit) throw tooDeep("");
    growStack(vm.S, bp + code.frameSize + 1);
    enterCall();
  } catch (e) {
    recursion.depth = depth;
    drop(func);
    dropMaybe(locals);
    throw e;
  }
  const frame = newFrame(code, func, vm.S, bp, vm.frame, KIND_ENTRY);
  for (let i = 0; i < code.nlocalsplus; i++) vm.S[bp + i] = undefined as unknown as Value;
  frame.locals = locals;
  vm.frame = frame;
  try {
    return run(frame);
  } finally {
    recursion.depth = depth;
  }
}
