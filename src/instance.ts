// The life of one interpreter instance: its machine and modules, the programs that run in it as
// `__main__`, and its end, in the order in which CPython takes an interpreter down.
import { collect } from "./heap/collect.ts";
import { beyondLimit, type HeapHooks, heap, resize } from "./heap/heap.ts";
import type { PyObject } from "./heap/object.ts";
import { drop, dropAll, moved, newRef, type Owned, type OwnedValue, type Value } from "./heap/refs.ts";
import { Halt, isQuiet, type LimitName } from "./heap/work.ts";
import { current } from "./host/current.ts";
import { dropExitFunctions, runExitFunctions } from "./modules/atexit.ts";
import { gcCollection, gcDebugObject, gcSaveGarbage } from "./modules/gc.ts";
import { forgetHeld } from "./modules/io/text.ts";
import { resetState, traverseState } from "./modules/state.ts";
import { sysAttribute, useSysDict } from "./modules/sysstate.ts";
import { BuiltinType } from "./objects/builtin.ts";
import { call, callMethod } from "./objects/call.ts";
import { dictEntries, dictGet, dictPeek, dictPop, dictSet, newDict, type PyDict } from "./objects/dict.ts";
import { caught, memoryError, PyError } from "./objects/errors.ts";
import { matches, type PyException } from "./objects/exceptions.ts";
import { newFunction } from "./objects/function.ts";
import { intValue } from "./objects/int.ts";
import { isModule, moduleDict, newModule, type PyModule } from "./objects/moduleobject.ts";
import { findAttrText, strText, takeTruth } from "./objects/protocol.ts";
import { None, newNone } from "./objects/singletons.ts";
import { forgetInterned, intern, isStr } from "./objects/str.ts";
import { beginProgram, holdConstants, withArena } from "./vm/arena.ts";
import { enterCall } from "./vm/bind.ts";
import { runCode } from "./vm/calls.ts";
import type { PyCode } from "./vm/code.ts";
import { SUSPENDED } from "./vm/cold.ts";
import { forgetPathHooks, installFinders, nativeSpec, newNativeModule } from "./vm/finders.ts";
import { Frame, KIND_ENTRY } from "./vm/frame.ts";
import { GeneratorData } from "./vm/generator.ts";
import { lastly, untilHalted } from "./vm/halted.ts";
import { importModule } from "./vm/import.ts";
import { arrived } from "./vm/raise.ts";
import { printException, reportUnraisable } from "./vm/report.ts";
import { flushAfterRun, flushedAfter } from "./vm/reportstream.ts";
import { compileSource } from "./vm/source.ts";
import { type HandledException, Machine, useMachine, vm } from "./vm/state.ts";

// ---- what the heap asks ----

export const heapHooks: HeapHooks = {
  memoryError() {
    throw memoryError();
  },
  weakrefCallback(ref, callback) {
    if (isQuiet()) return;
    try {
      drop(call(callback, newRef(ref)));
    } catch (e) {
      if (!(e instanceof Halt)) reportUnraisable(caught(e), callback);
    }
  },
  collection: gcCollection,
  debugObject: gcDebugObject,
  saveGarbage: gcSaveGarbage,
  poll() {
    if (vm === null || vm.signals[0] === 0) return;
    vm.signals[0] = 0;
    vm.interrupt();
  },
  roots: visitRoots,
};

/** Every reference that no heap object owns. */
function visitRoots(visit: (o: PyObject) => void): void {
  if (vm === null) return;
  visit(vm.builtins);
  visit(vm.modules);
  for (let h: HandledException | null = vm.handled; h !== null; h = h.previous) if (h.value !== null) visit(h.value);
  for (let f = vm.frame; f !== null; f = f.back) visitFrame(f, visit);
  for (const { value } of vm.originals) visit(value);
  for (const arena of vm.arenas) for (const o of arena) if (typeof o !== "number") visit(o);
  vm.tracing.visit(visit);
  traverseState(visit);
}

function visitFrame(f: Frame, visit: (o: PyObject) => void): void {
  for (let i = f.bp; i < f.sp; i++) {
    const x = f.S[i] as Value | null | undefined;
    if (x !== undefined && x !== null && typeof x !== "number") visit(x);
  }
  for (const o of [f.func, f.locals, f.args, f.object]) if (o !== null) visit(o);
  if (f.owner !== null && !(f.owner.value instanceof GeneratorData)) visit(f.owner);
}

// ---- the instance ----

/** A machine with its builtins and sys. */
export function makeMachine(): Machine {
  const machine = new Machine(newDict(), newDict());
  const before = useMachine(machine);
  try {
    const builtins = importNative("builtins");
    drop(moved(machine.builtins) as Owned);
    machine.builtins = newRef(moduleDict(builtins));
    drop(builtins);
    const sys = importNative("sys");
    useSysDict(moduleDict(sys));
    dictSet(moduleDict(sys), intern("modules"), newRef(machine.modules));
    for (const dict of [machine.builtins, moduleDict(sys)]) keepOriginals(machine, dict);
    drop(sys);
    installFinders();
  } finally {
    useMachine(before);
  }
  return machine;
}

function keepOriginals(machine: Machine, dict: PyDict): void {
  for (const [key, value] of dictEntries(dict)) {
    if (typeof value === "number" || !isStr(key) || (value.type !== BuiltinType && key.value !== "__doc__")) continue;
    const hook = key.value.startsWith("__") ? dictPeek(dict, intern(key.value.slice(2, -2))) : undefined;
    if (hook === value) continue;
    machine.originals.push({ dict, name: intern(key.value), value: newRef(value) });
  }
}

/** What a program has done to builtins and sys is undone, and the limits that it has set are the usual ones. */
function restoreOriginals(): void {
  const sys = dictPeek(vm.modules, intern("sys"));
  if (sys !== undefined && isModule(sys)) {
    for (const name of ["stdin", "stdout", "stderr"]) {
      const first = dictGet(moduleDict(sys), intern(`__${name}__`));
      if (first !== undefined) dictSet(moduleDict(sys), intern(name), first);
    }
  }
  for (const { dict, name, value } of vm.originals) {
    if (dictPeek(dict, name) !== value) dictSet(dict, name, newRef(value));
  }
  vm.limit = DEFAULT_RECURSION_LIMIT;
  heap.maxStrDigits = DEFAULT_DIGITS;
}

const DEFAULT_RECURSION_LIMIT = 1000;
const DEFAULT_DIGITS = 4300;

function importNative(name: string): Owned<PyModule> {
  const spec = nativeSpec(name);
  const module = newNativeModule(name, spec);
  if (spec !== null) drop(spec);
  dictSet(vm.modules, intern(name), newRef(module));
  return module;
}

// ---- programs ----

/** A fresh `__main__`, entered into sys.modules; borrowed. There is always room for it. */
export const makeMain = (filename: string): PyDict => beyondLimit(() => newMain(filename));

function newMain(filename: string): PyDict {
  const main = newModule("__main__", null);
  const dict = moduleDict(main);
  const builtins = dictGet(vm.modules, intern("builtins"));
  if (builtins !== undefined) dictSet(dict, intern("__builtins__"), builtins);
  dictSet(dict, intern("__annotations__"), newDict());
  if (!filename.startsWith("<")) {
    dictSet(dict, intern("__file__"), newRef(intern(filename)));
    dictSet(dict, intern("__cached__"), newNone());
  }
  dictSet(vm.modules, intern("__main__"), main);
  return dict;
}

/** The module warnings reads the filters that an instance was started with, when it is imported. */
export function startWarnings(): void {
  try {
    drop(importModule("warnings"));
  } catch (e) {
    current.writeStderr("'import warnings' failed; traceback:\n");
    reportFailure(e);
  }
}

/** A function of a program's code, in the namespace of `__main__`. */
function programFunction(code: Owned<PyCode>, globals: PyDict): Owned<ReturnType<typeof newFunction>> {
  const { name, qualname } = code.value;
  return newFunction(code, globals, vm.builtins, name, qualname, None) as Owned<ReturnType<typeof newFunction>>;
}

/** How a program has ended: its exit status, and the limit that has halted it. */
export interface Result {
  status: number;
  limit: LimitName | null;
}

/** Compiles and runs a source as `__main__`. */
export function runProgram(source: string | Uint8Array, filename: string): Result {
  const globals = makeMain(filename);
  let status = 0;
  const limit = untilHalted(() => {
    try {
      const code = compileSource(source, filename, "exec", 0, 0);
      flushedAfter(() => withArena(code, () => drop(runCode(programFunction(code, globals), newRef(globals)))));
    } catch (e) {
      status = reportFailure(e);
    }
  });
  return endProgram(limit === null ? status : HALTED, limit);
}

/** The exit status of a program that a limit has halted. */
const HALTED = 1;

/** Prints an uncaught exception; answers the exit status. */
export function reportFailure(e: unknown): number {
  if (!(e instanceof PyError)) throw e;
  const exception = arrived(e);
  try {
    return lastly(1, () => {
      if (matches(exception, "SystemExit")) return exitStatus(exception);
      printException(exception);
      return matches(exception, "KeyboardInterrupt") ? 130 : 1;
    });
  } finally {
    drop(moved(exception) as Owned);
  }
}

/** The status that a SystemExit asks for; anything but an int is printed. */
function exitStatus(e: PyException): number {
  const code = e.value.members[0] ?? None;
  if (code === None) return 0;
  const n = intValue(code);
  if (n !== undefined) return Number(BigInt.asUintN(8, BigInt(n)));
  current.writeStderr(`${strText(code)}\n`);
  return 1;
}

/** A program that stops between instructions. */
export interface Program {
  /** Runs on by the machine's budget; false when the program has ended. */
  advance(loop: (f: Frame) => OwnedValue): boolean;
  end(): Result;
}

export function startProgram(source: string, filename: string): Program {
  const globals = makeMain(filename);
  let status = 0;
  let limit: LimitName | null = null;
  let ended = false;
  let frame: Frame | null = null;
  let held: OwnedValue[] = [];
  try {
    const code = compileSource(source, filename, "exec", 0, 0);
    beginProgram(code);
    held = holdConstants(code);
    vm.arenas.push(held);
    frame = entryFrame(programFunction(code, globals), newRef(globals));
  } catch (e) {
    status = reportFailure(e);
    ended = true;
  }
  return {
    advance(loop) {
      if (ended) return false;
      limit = untilHalted(() => {
        try {
          const answer = loop(frame as Frame);
          ended = answer !== SUSPENDED;
          if (ended) {
            drop(answer);
            flushAfterRun();
          } else frame = vm.suspended;
        } catch (e) {
          ended = true;
          if (e instanceof PyError) flushAfterRun();
          status = reportFailure(e);
        }
      });
      ended ||= limit !== null;
      return !ended;
    },
    end() {
      vm.arenas.length = 0;
      dropAll(held);
      return endProgram(limit === null ? status : HALTED, limit);
    },
  };
}

function entryFrame(func: Owned<ReturnType<typeof newFunction>>, locals: Owned<PyDict>): Frame {
  const code = (func.value.code as PyCode).value;
  enterCall();
  const frame = new Frame(
    code,
    func,
    func.value.globals,
    func.value.builtins,
    vm.S,
    0,
    null,
    KIND_ENTRY,
    code.frameSize,
  );
  frame.locals = locals;
  vm.frame = frame;
  return frame;
}

// ---- the end ----

/**
 * Ends a program: exit functions, then everything that it has imported or defined goes. When a limit is reached
 * meanwhile, or has halted the program, its code runs no more, and what it has made goes all the same.
 */
export function endProgram(status = 0, haltedBefore: LimitName | null = null): Result {
  let limit = haltedBefore;
  let flushed = true;
  const steps: (() => void)[] = [
    () => {
      if (isQuiet()) dropExitFunctions();
      else runExitFunctions();
    },
    () => {
      if (isQuiet()) dropExitFunctions();
    },
    () => {
      flushed = flushStreams();
    },
    () => void collect(2),
    () => {
      for (const name of ["last_exc", "last_type", "last_value", "last_traceback"]) forget(name);
    },
    restoreOriginals,
    () => clearModules((name) => nativeNames.has(name)),
    forgetPathHooks,
    resetState,
    () => {
      vm.tracing.clear();
      vm.tracer = null;
    },
    () => void collect(2),
    forgetInterned,
    () => {
      flushed = flushStreams() && flushed;
    },
  ];
  for (const step of steps) limit = untilHalted(() => lastly(undefined, step)) ?? limit;
  return { status: limit !== null ? HALTED : flushed ? status : 120, limit };
}

/** Modules that stay from one program to the next, for they hold nothing of it. */
const nativeNames = new Set(["builtins", "sys"]);

function forget(name: string): void {
  const sys = dictPeek(vm.modules, intern("sys"));
  if (sys === undefined || !isModule(sys)) return;
  const value = dictPop(moduleDict(sys), intern(name));
  if (value !== undefined) drop(value);
}

/** Does a stream say that it is closed? One that cannot be asked is not. */
function isClosed(stream: Value): boolean {
  try {
    const closed = findAttrText(stream, "closed");
    return closed !== undefined && takeTruth(closed);
  } catch (e) {
    drop(moved(caught(e)) as Owned);
    return false;
  }
}

/** Flushes sys.stdout and sys.stderr; false when what was printed could not be written. */
function flushStreams(): boolean {
  let written = true;
  for (const name of ["stdout", "stderr"]) {
    const stream = sysAttribute(name);
    if (stream === undefined || stream === None || isClosed(stream)) continue;
    try {
      drop(callMethod(stream, "flush"));
    } catch (e) {
      if (name === "stderr") drop(moved(caught(e)) as Owned);
      else reportUnraisable(caught(e), stream as PyObject);
      forgetHeld(stream);
      written &&= name === "stderr";
    }
  }
  return written;
}

/** Takes modules out of sys.modules; those that live on have their names set to None, the newest first. */
function clearModules(stays: (name: string) => boolean): void {
  const alive: Owned<PyModule>[] = [];
  const names: PyObject[] = [];
  for (const [key, value] of dictEntries(vm.modules)) {
    if (typeof key === "number" || !isStr(key) || stays(key.value)) continue;
    names.push(newRef(key));
    if (isModule(value)) alive.push(newRef(value));
  }
  for (const name of names) {
    const module = dictPop(vm.modules, name);
    if (module !== undefined) drop(module);
    drop(moved(name) as Owned);
  }
  const survivors = alive.filter((m) => m.refcnt > 1);
  for (const m of alive) if (!survivors.includes(m)) drop(m);
  collect(2);
  for (const m of survivors.reverse()) {
    clearModule(m);
    drop(m);
  }
  shrinkModules();
}

/** The table of sys.modules is as small as its entries allow, whatever came and went. */
function shrinkModules(): void {
  const { modules } = vm;
  if (modules.value.size > 5) return;
  const before = modules.value.byteSize();
  modules.value.rebuild(8);
  resize(modules.value.byteSize() - before);
}

/** Sets a module's names to None: first the private ones, then the others. */
export function clearModule(m: PyModule): void {
  const dict = newRef(moduleDict(m));
  const clearNames = (which: (name: string) => boolean): void => {
    for (const [key, value] of [...dictEntries(dict)]) {
      if (typeof key === "number" || !isStr(key) || value === None || !which(key.value)) continue;
      dictSet(dict, key, newNone());
    }
  };
  clearNames((name) => name.startsWith("_") && name[1] !== "_");
  clearNames((name) => (!name.startsWith("_") || name[1] === "_") && name !== "__builtins__");
  drop(dict);
}

/** Ends the instance itself. */
export function endInstance(): void {
  clearModules(() => false);
  for (const { value } of vm.originals.splice(0)) drop(value);
  useSysDict(null);
  drop(moved(vm.modules) as Owned);
  drop(moved(vm.builtins) as Owned);
  collect(2);
}
