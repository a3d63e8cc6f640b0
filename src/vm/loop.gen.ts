// Generated from opcodes.ts by src/tools/loop.ts. Do not edit.
import { dealloc } from "../heap/dealloc.ts";
import { heap } from "../heap/heap.ts";
import { isTracked, type PyObject } from "../heap/object.ts";
import { isSame, newRef, type Owned, type OwnedValue, share, sharePayload, type Value } from "../heap/refs.ts";
import { MethodDescriptorType, BuiltinType } from "../objects/builtin.ts";
import { newCell, setCell, type PyCell } from "../objects/cell.ts";
import { DictType, dictSet } from "../objects/dict.ts";
import { type DictTable } from "../objects/dicttable.ts";
import { failed } from "../objects/errors.ts";
import { exceptionType, type PyException } from "../objects/exceptions.ts";
import { FloatType, newFloat } from "../objects/float.ts";
import { FunctionType, type PyFunction } from "../objects/function.ts";
import { IntType } from "../objects/inttype.ts";
import { contains, getIter, next } from "../objects/iteration.ts";
import { ListIteratorType, TupleIteratorType } from "../objects/iterators.ts";
import { ListType, newList, listAppend, type PyList } from "../objects/list.ts";
import { negative, invert } from "../objects/operators.ts";
import { isTrue, setAttr, delItem, length } from "../objects/protocol.ts";
import { RangeIteratorType, type RangeState } from "../objects/rangeiterators.ts";
import { recursion } from "../objects/recursion.ts";
import { True, False, None, newBool, newNone } from "../objects/singletons.ts";
import { StrType, strEqual, type PyStr } from "../objects/str.ts";
import { strContains } from "../objects/strmethods.ts";
import { TupleType, newTuple, type PyTuple } from "../objects/tuple.ts";
import { arithmetic } from "./arithmetic.ts";
import { yieldFromIter, sendTo, beforeAsyncWith, getAsyncIter, getAsyncNext, getAwaitable, endsAsyncFor } from "./await.ts";
import { ownBorrowed, hasBorrowedBelow, disownBelow } from "./borrow.ts";
import { takeItems, buildSet, buildMap, buildConstKeyMap, buildString, formatValue, setAddStack, mapAdd, listExtendStack, setUpdateStack, dictUpdateStack, dictMergeStack, unpackSequence, unpackEx } from "./build.ts";
import { type AttrCache, type EntryCache, loadAttr, loadMethod, loadGlobal, loadName, storeAttr, moduleAttr, otherAttr, storeKnown, cachedGetter, otherMethod } from "./caches.ts";
import { callPython, callOther, callBuiltinHere, callMethodHere, enterGetter, callEx } from "./calls.ts";
import { type Code, type Cache, type InternalCode } from "./code.ts";
import { unknownOpcode, breakHere, AGAIN, binarySlice, storeSlice, subscriptStrided, buildSlice, makeFunction, raiseVarargs, reraiseAt, checkGroupMatch, cleanupThrow, withExceptStart, beforeWith, SUSPENDED, WATCH } from "./cold.ts";
import { Frame, KIND_CALL, KIND_ENTRY, KIND_FOR, MOST_IDLE, KIND_SEND } from "./frame.ts";
import { GeneratorType, CoroutineType, type PyGenerator, resumable, enter, type GeneratorData, RUNNING, SUSPENDED_STATE, suspend, newGenerator, leaveForGenerator } from "./generator.ts";
import { importName, importFrom } from "./import.ts";
import { intrinsic1, intrinsic2 } from "./intrinsics.ts";
import { leaveFrame, answering, raising, unwind, caughtInLoop, InitError } from "./leave.ts";
import { isMappingPattern, isSequencePattern, matchKeys, matchClass } from "./match.ts";
import { unboundLocal, unboundCell, deleteDeref, copyFreeVars, loadFromDictOrDeref, loadFromDictOrGlobals, storeName, deleteName, deleteGlobal, setupAnnotations, loadBuildClass, loadSuperAttr } from "./names.ts";
import { quicken } from "./quicken.ts";
import { matchesClause, passOn } from "./raise.ts";
import { slowBinary, slowCompare, slowSubscript, takeFailed, missingKey, slowStoreSubscript } from "./slow.ts";
import { vm, type HandledException } from "./state.ts";
import { beforeInstruction, unwindTraced, takeThrown } from "./trace.ts";

const NULL = null as unknown as Value;
const UNBOUND = undefined as unknown as Value;
const LOAD_FAST_BORROW = 6;
const STORE_FAST = 125;
const POP_JUMP_IF_FALSE = 114;
const POP_JUMP_IF_TRUE = 115;
const BREAKS = new Set([151, 140]);
const load = (code: Code): InternalCode => (code.internal = quicken(code));

/** What the loops do not spell out, by opcode. */
const slow: ((f: Frame, arg: number) => Frame | null)[] = new Array(512).fill((f: Frame) => {
  throw unknownOpcode(f, f.pc, (f.code.internal as InternalCode).ins[f.pc - 2]);
});
slow[151] = (f: Frame): Frame | null => { // RESUME
let sp = f.sp;
if (breakHere(f, sp)) return answering(AGAIN);
f.sp = sp;
return f;
};
slow[8] = (f: Frame, arg: number): Frame | null => { // LOAD_FAST_MOVE
const S = f.S;
const bp = f.bp;
let sp = f.sp;
S[sp] = share(S, bp + arg) as Value; sp++;
f.sp = sp;
return f;
};
slow[137] = (f: Frame, arg: number): Frame | null => { // LOAD_DEREF
const code = f.code;
throw unboundCell(code, arg);
return f;
};
slow[116] = (f: Frame, arg: number): Frame | null => { // LOAD_GLOBAL
const S = f.S;
let sp = f.sp;
const pc = f.pc;
const code = f.code;
const { caches } = f.code.internal as InternalCode;

    if ((arg & 1) !== 0) S[sp++] = NULL;
    f.sp = sp;
    S[sp] = loadGlobal(f, code.names[arg >> 1], caches, (pc >> 1) - 1) as Value; sp++;
f.sp = sp;
return f;
};
slow[106] = (f: Frame, arg: number): Frame | null => { // LOAD_ATTR
const S = f.S;
let sp = f.sp;
const pc = f.pc;
const code = f.code;
const { caches } = f.code.internal as InternalCode;

    const o = S[sp - 1];
    const c = caches[(pc >> 1) - 1] as AttrCache | null;
    if ((arg & 1) !== 0) {
      const method = otherMethod(o, c);
      if (method !== null) S[sp - 1] = newRef(method), S[sp++] = o;
      else {
        const found = moduleAttr(o, c);
        if (found !== undefined) { S[sp - 1] = NULL; S[sp++] = found as Value; f.sp = sp; if (typeof o !== "number" && --o.refcnt === 0) dealloc(o); }
        else sp = loadMethod(S, sp, code.names[arg >> 1], caches, (pc >> 1) - 1);
      }
    } else {
      const known = otherAttr(o, c);
      if (known !== undefined) { S[sp - 1] = known as Value; if ((arg & 0x10000) === 0) { if (typeof o !== "number" && --o.refcnt === 0) dealloc(o); } return f; }
      const getter = cachedGetter(o, c);
      ownBorrowed(f, pc, sp);
      if (getter !== null) return enterGetter(f, getter, sp - 1, hasBorrowedBelow(code, pc));
      const x = loadAttr(S[sp - 1], code.names[(arg & 0xffff) >> 1], caches, (pc >> 1) - 1);
      const held = S[sp - 1]; S[sp - 1] = x as Value; if (typeof held !== "number" && --held.refcnt === 0) dealloc(held);
      disownBelow(f, pc, sp, 1);
    }
f.sp = sp;
return f;
};
slow[95] = (f: Frame, arg: number): Frame | null => { // STORE_ATTR
const S = f.S;
let sp = f.sp;
const pc = f.pc;
const code = f.code;
const { caches } = f.code.internal as InternalCode;

    const o = S[sp - 1];
    const c = caches[(pc >> 1) - 1];
    if (storeKnown(o, S[sp - 2], c)) { sp -= 2; f.sp = sp; if ((arg & 0x10000) === 0) { if (typeof o !== "number" && --o.refcnt === 0) dealloc(o); } return f; }
    ownBorrowed(f, pc, sp);
    const held = S[sp - 1];
    S[sp - 1] = S[sp - 2]; S[sp - 2] = held; sp--;
    f.sp = sp;
    storeAttr(held, code.names[arg & 0xffff], S[sp] as OwnedValue, caches, (pc >> 1) - 1);
    sp--;
    f.sp = sp;
    if (typeof held !== "number" && --held.refcnt === 0) dealloc(held);
f.sp = sp;
return f;
};
slow[122] = (f: Frame, arg: number): Frame | null => { // BINARY_OP
let sp = f.sp;
const pc = f.pc;
slowBinary(f, pc, sp, arg & 0xff); sp--;
f.sp = sp;
return f;
};
slow[107] = (f: Frame, arg: number): Frame | null => { // COMPARE_OP
let sp = f.sp;
const pc = f.pc;
slowCompare(f, pc, sp, arg & 7); sp--;
f.sp = sp;
return f;
};
slow[140] = (f: Frame, arg: number): Frame | null => { // JUMP_BACKWARD
let sp = f.sp;
const again = breakHere(f, sp); f.pc = arg; if (again) return answering(AGAIN);
f.sp = sp;
return f;
};
slow[114] = (f: Frame, arg: number): Frame | null => { // POP_JUMP_IF_FALSE
const S = f.S;
let sp = f.sp;

  const x = S[sp - 1];
  const truth = isTrue(x);
  sp--;
  if (truth === false) f.pc = arg;
  f.sp = sp;
  if (typeof x !== "number" && --x.refcnt === 0) dealloc(x);
f.sp = sp;
return f;
};
slow[115] = (f: Frame, arg: number): Frame | null => { // POP_JUMP_IF_TRUE
const S = f.S;
let sp = f.sp;

  const x = S[sp - 1];
  const truth = isTrue(x);
  sp--;
  if (truth === true) f.pc = arg;
  f.sp = sp;
  if (typeof x !== "number" && --x.refcnt === 0) dealloc(x);
f.sp = sp;
return f;
};
slow[171] = (f: Frame, arg: number): Frame | null => { // CALL
const S = f.S;
let sp = f.sp;

    const names = vm.kwnames;
    vm.kwnames = null;
    const base = sp - arg - 2;
    if (S[base] === null) {
      const fn = S[base + 1];
      if (typeof fn !== "number" && fn.type === FunctionType) return callPython(f, fn as PyFunction, base + 2, arg, names, base);
      if (names === null && typeof fn !== "number" && fn.type === BuiltinType && callBuiltinHere(S, base, fn, arg)) {
        sp = base + 1;
        f.sp = sp;
        if (heap.pending || --heap.fuel < 0) breakHere(f, sp);
        return f;
      }
    } else {
      const fn = S[base] as PyObject;
      if (fn.type === FunctionType) return callPython(f, fn as PyFunction, base + 1, arg + 1, names, base);
      if (names === null && fn.type === MethodDescriptorType && callMethodHere(S, base, fn, arg)) {
        sp = base + 1;
        f.sp = sp;
        if (heap.pending || --heap.fuel < 0) breakHere(f, sp);
        return f;
      }
    }
    const entered = callOther(f, base, sp, arg, names);
    if (entered !== null) return entered;
    if (failed.error !== null) { const error = takeFailed(); return raising(error); }
    sp = base + 1;
    f.sp = sp;
    if (heap.pending || --heap.fuel < 0) breakHere(f, sp);
f.sp = sp;
return f;
};
slow[150] = (f: Frame): Frame | null => { // YIELD_VALUE
const S = f.S;
let sp = f.sp;

    const value = S[--sp];
    f.sp = sp;
    const resumer = suspend(f);
    if (resumer === null) return answering(value as OwnedValue);
    resumer.S[resumer.sp++] = value;
    return resumer;
};
slow[83] = (f: Frame): Frame | null => { // RETURN_VALUE
const S = f.S;
let sp = f.sp;
const value = S[--sp]; 
  f.sp = sp;
  const entry = f.kind === KIND_ENTRY;
  const back = leaveFrame(f, value);
  if (entry) return answering(value as OwnedValue);
  return back;
};
slow[121] = (f: Frame, arg: number): Frame | null => { // RETURN_CONST
let sp = f.sp;
const value = f.code.consts.value[arg]; if (typeof value !== "number") value.refcnt++; 
  f.sp = sp;
  const entry = f.kind === KIND_ENTRY;
  const back = leaveFrame(f, value);
  if (entry) return answering(value as OwnedValue);
  return back;
};
slow[25] = (f: Frame): Frame | null => { // BINARY_SUBSCR
const S = f.S;
let sp = f.sp;
const pc = f.pc;

    const key = S[sp - 1], container = S[sp - 2];
    if (typeof container !== "number" && container.type === DictType && (typeof key === "number" || key.type === StrType)) {
      if ((container.value as DictTable).find(key) < 0) { const missing = missingKey(f, pc, sp); return raising(missing); }
    }
    slowSubscript(f, pc, sp); sp--;
f.sp = sp;
return f;
};
slow[60] = (f: Frame, arg: number): Frame | null => { // STORE_SUBSCR
let sp = f.sp;
const pc = f.pc;
slowStoreSubscript(f, pc, sp, arg); sp -= 3;
f.sp = sp;
return f;
};
slow[93] = (f: Frame, arg: number): Frame | null => { // FOR_ITER
const S = f.S;
let sp = f.sp;

    const it = S[sp - 1] as PyObject;
    if (it.type === GeneratorType && resumable(it as PyGenerator)) return enter(it as PyGenerator, f, KIND_FOR, newNone());
    const x = next(it) as Value | undefined;
    if (x === undefined) { sp--; f.sp = sp; f.pc = arg + 2; if (typeof it !== "number" && --it.refcnt === 0) dealloc(it); }
    else S[sp++] = x;
f.sp = sp;
return f;
};
slow[118] = (f: Frame, arg: number): Frame | null => { // CONTAINS_OP
const S = f.S;
let sp = f.sp;

    const container = S[sp - 1], item = S[sp - 2];
    const r = contains(container, item) === (arg === 0);
    sp--;
    S[sp - 1] = newBool(r) as Value;
    f.sp = sp;
    if (typeof item !== "number" && --item.refcnt === 0) dealloc(item);
    if (typeof container !== "number" && --container.refcnt === 0) dealloc(container);
f.sp = sp;
return f;
};
slow[92] = (f: Frame, arg: number): Frame | null => { // UNPACK_SEQUENCE
const S = f.S;
let sp = f.sp;
sp = unpackSequence(S, sp, arg);
f.sp = sp;
return f;
};
slow[9] = (f: Frame): Frame | null => { // NOP
let sp = f.sp;
sp -= 0;
f.sp = sp;
f.sp = sp;
return f;
};
slow[3] = (f: Frame): Frame | null => { // INTERPRETER_EXIT
let sp = f.sp;
sp -= 0;
f.sp = sp;
f.sp = sp;
return f;
};
slow[127] = (f: Frame, arg: number): Frame | null => { // LOAD_FAST_CHECK
const S = f.S;
const bp = f.bp;
let sp = f.sp;
const code = f.code;
if (S[bp + arg] === undefined) throw unboundLocal(code, arg); S[sp] = share(S, bp + arg) as Value; sp++;
f.sp = sp;
return f;
};
slow[126] = (f: Frame, arg: number): Frame | null => { // DELETE_FAST
const S = f.S;
const bp = f.bp;
const code = f.code;
const old = S[bp + arg]; if (old === undefined) throw unboundLocal(code, arg); S[bp + arg] = UNBOUND; if (typeof old !== "number" && --old.refcnt === 0) dealloc(old);
return f;
};
slow[135] = (f: Frame, arg: number): Frame | null => { // MAKE_CELL
const S = f.S;
const bp = f.bp;
S[bp + arg] = newCell(S[bp + arg] as OwnedValue | undefined);
return f;
};
slow[139] = (f: Frame, arg: number): Frame | null => { // DELETE_DEREF
let sp = f.sp;
f.sp = sp; deleteDeref(f, arg);
f.sp = sp;
return f;
};
slow[149] = (f: Frame, arg: number): Frame | null => { // COPY_FREE_VARS

copyFreeVars(f, arg);
return f;
};
slow[176] = (f: Frame, arg: number): Frame | null => { // LOAD_FROM_DICT_OR_DEREF
const S = f.S;
let sp = f.sp;
const mapping = S[sp - 1];
let value: OwnedValue;
value = loadFromDictOrDeref(f, mapping, arg);
sp -= 1;
S[sp++] = value as Value;
f.sp = sp;
if (typeof mapping !== "number" && --mapping.refcnt === 0) dealloc(mapping);
f.sp = sp;
return f;
};
slow[101] = (f: Frame, arg: number): Frame | null => { // LOAD_NAME
const S = f.S;
let sp = f.sp;
const code = f.code;
f.sp = sp; S[sp] = loadName(f, code.names[arg]) as Value; sp++;
f.sp = sp;
return f;
};
slow[90] = (f: Frame, arg: number): Frame | null => { // STORE_NAME
const S = f.S;
let sp = f.sp;
const code = f.code;
const value = S[--sp]; f.sp = sp; storeName(f, code.names[arg], value as OwnedValue);
f.sp = sp;
return f;
};
slow[91] = (f: Frame, arg: number): Frame | null => { // DELETE_NAME
let sp = f.sp;
const code = f.code;
f.sp = sp; deleteName(f, code.names[arg]);
f.sp = sp;
return f;
};
slow[97] = (f: Frame, arg: number): Frame | null => { // STORE_GLOBAL
const S = f.S;
let sp = f.sp;
const code = f.code;
const value = S[--sp]; f.sp = sp; dictSet(f.globals, code.names[arg], value as OwnedValue);
f.sp = sp;
return f;
};
slow[98] = (f: Frame, arg: number): Frame | null => { // DELETE_GLOBAL
let sp = f.sp;
const code = f.code;
f.sp = sp; deleteGlobal(f, code.names[arg]);
f.sp = sp;
return f;
};
slow[87] = (f: Frame): Frame | null => { // LOAD_LOCALS
const S = f.S;
let sp = f.sp;
let value: OwnedValue;
value = newRef(f.locals as PyObject);
sp -= 0;
S[sp++] = value as Value;
f.sp = sp;
f.sp = sp;
return f;
};
slow[175] = (f: Frame, arg: number): Frame | null => { // LOAD_FROM_DICT_OR_GLOBALS
const S = f.S;
let sp = f.sp;
const code = f.code;
const mapping = S[sp - 1];
let value: OwnedValue;
value = loadFromDictOrGlobals(f, mapping, code.names[arg]);
sp -= 1;
S[sp++] = value as Value;
f.sp = sp;
if (typeof mapping !== "number" && --mapping.refcnt === 0) dealloc(mapping);
f.sp = sp;
return f;
};
slow[71] = (f: Frame): Frame | null => { // LOAD_BUILD_CLASS
const S = f.S;
let sp = f.sp;
f.sp = sp; S[sp] = loadBuildClass(f) as Value; sp++;
f.sp = sp;
return f;
};
slow[74] = (f: Frame): Frame | null => { // LOAD_ASSERTION_ERROR
const S = f.S;
let sp = f.sp;
let value: OwnedValue;
value = newRef(exceptionType("AssertionError"));
sp -= 0;
S[sp++] = value as Value;
f.sp = sp;
f.sp = sp;
return f;
};
slow[85] = (f: Frame): Frame | null => { // SETUP_ANNOTATIONS
let sp = f.sp;
setupAnnotations(f);
sp -= 0;
f.sp = sp;
f.sp = sp;
return f;
};
slow[96] = (f: Frame, arg: number): Frame | null => { // DELETE_ATTR
const S = f.S;
let sp = f.sp;
const code = f.code;
const owner = S[sp - 1];
setAttr(owner, code.names[arg], undefined);
sp -= 1;
f.sp = sp;
if (typeof owner !== "number" && --owner.refcnt === 0) dealloc(owner);
f.sp = sp;
return f;
};
slow[141] = (f: Frame, arg: number): Frame | null => { // LOAD_SUPER_ATTR
const S = f.S;
let sp = f.sp;
const pc = f.pc;
const { caches } = f.code.internal as InternalCode;
f.sp = sp; sp = loadSuperAttr(f, S, sp, arg, caches, (pc >> 1) - 1);
f.sp = sp;
return f;
};
slow[11] = (f: Frame): Frame | null => { // UNARY_NEGATIVE
const S = f.S;
let sp = f.sp;
const value = S[sp - 1];
let res: OwnedValue;
res = negative(value);
sp -= 1;
S[sp++] = res as Value;
f.sp = sp;
if (typeof value !== "number" && --value.refcnt === 0) dealloc(value);
f.sp = sp;
return f;
};
slow[15] = (f: Frame): Frame | null => { // UNARY_INVERT
const S = f.S;
let sp = f.sp;
const value = S[sp - 1];
let res: OwnedValue;
res = invert(value);
sp -= 1;
S[sp++] = res as Value;
f.sp = sp;
if (typeof value !== "number" && --value.refcnt === 0) dealloc(value);
f.sp = sp;
return f;
};
slow[12] = (f: Frame): Frame | null => { // UNARY_NOT
const S = f.S;
let sp = f.sp;
const value = S[sp - 1];
let res: OwnedValue;
res = newBool(!isTrue(value));
sp -= 1;
S[sp++] = res as Value;
f.sp = sp;
if (typeof value !== "number" && --value.refcnt === 0) dealloc(value);
f.sp = sp;
return f;
};
slow[61] = (f: Frame): Frame | null => { // DELETE_SUBSCR
const S = f.S;
let sp = f.sp;
const container = S[sp - 2];
const key = S[sp - 1];
delItem(container, key);
sp -= 2;
f.sp = sp;
if (typeof container !== "number" && --container.refcnt === 0) dealloc(container);
if (typeof key !== "number" && --key.refcnt === 0) dealloc(key);
f.sp = sp;
return f;
};
slow[26] = (f: Frame): Frame | null => { // BINARY_SLICE
const S = f.S;
let sp = f.sp;
f.sp = sp; sp = binarySlice(S, sp);
f.sp = sp;
return f;
};
slow[27] = (f: Frame): Frame | null => { // STORE_SLICE
const S = f.S;
let sp = f.sp;
f.sp = sp; sp = storeSlice(S, sp);
f.sp = sp;
return f;
};
slow[133] = (f: Frame, arg: number): Frame | null => { // BUILD_SLICE
const S = f.S;
let sp = f.sp;
const pc = f.pc;

    if (arg === 3 && subscriptStrided(f, sp, pc)) { sp -= 3; f.pc = pc + 2; }
    else sp = buildSlice(S, sp, arg);
f.sp = sp;
return f;
};
slow[68] = (f: Frame): Frame | null => { // GET_ITER
const S = f.S;
let sp = f.sp;
const iterable = S[sp - 1];
let iter: OwnedValue;
iter = getIter(iterable);
sp -= 1;
S[sp++] = iter as Value;
f.sp = sp;
if (typeof iterable !== "number" && --iterable.refcnt === 0) dealloc(iterable);
f.sp = sp;
return f;
};
slow[69] = (f: Frame): Frame | null => { // GET_YIELD_FROM_ITER
const S = f.S;
let sp = f.sp;
const iterable = S[sp - 1];
let iter: OwnedValue;
iter = yieldFromIter(f, iterable);
sp -= 1;
S[sp++] = iter as Value;
f.sp = sp;
if (typeof iterable !== "number" && --iterable.refcnt === 0) dealloc(iterable);
f.sp = sp;
return f;
};
slow[142] = (f: Frame, arg: number): Frame | null => { // CALL_FUNCTION_EX
let sp = f.sp;

    f.sp = sp;
    const entered = callEx(f, sp, arg);
    if (entered !== null) return entered;
    sp = f.sp;
f.sp = sp;
return f;
};
slow[173] = (f: Frame, arg: number): Frame | null => { // CALL_INTRINSIC_1
const S = f.S;
let sp = f.sp;
const value = S[sp - 1];
let res: OwnedValue;
res = intrinsic1(f, arg, value);
sp -= 1;
S[sp++] = res as Value;
f.sp = sp;
if (typeof value !== "number" && --value.refcnt === 0) dealloc(value);
f.sp = sp;
return f;
};
slow[174] = (f: Frame, arg: number): Frame | null => { // CALL_INTRINSIC_2
const S = f.S;
let sp = f.sp;
const a = S[sp - 2];
const b = S[sp - 1];
let res: OwnedValue;
res = intrinsic2(arg, a, b);
sp -= 2;
S[sp++] = res as Value;
f.sp = sp;
if (typeof a !== "number" && --a.refcnt === 0) dealloc(a);
if (typeof b !== "number" && --b.refcnt === 0) dealloc(b);
f.sp = sp;
return f;
};
slow[132] = (f: Frame, arg: number): Frame | null => { // MAKE_FUNCTION
let sp = f.sp;
sp = makeFunction(f, sp, arg);
f.sp = sp;
return f;
};
slow[136] = (f: Frame, arg: number): Frame | null => { // LOAD_CLOSURE
const S = f.S;
const bp = f.bp;
let sp = f.sp;
S[sp] = share(S, bp + arg) as Value; sp++;
f.sp = sp;
return f;
};
slow[138] = (f: Frame, arg: number): Frame | null => { // STORE_DEREF
const S = f.S;
const bp = f.bp;
let sp = f.sp;
const value = S[--sp]; f.sp = sp; setCell(S[bp + arg] as PyCell, value as OwnedValue);
f.sp = sp;
return f;
};
slow[123] = (f: Frame, arg: number): Frame | null => { // SEND
const S = f.S;
let sp = f.sp;

    const receiver = S[sp - 2] as PyObject;
    if ((receiver.type === GeneratorType || receiver.type === CoroutineType) && resumable(receiver as PyGenerator)) {
      const value = S[--sp];
      f.sp = sp;
      return enter(receiver as PyGenerator, f, KIND_SEND, value as OwnedValue);
    }
    if (sendTo(S, sp)) f.pc = arg;
f.sp = sp;
return f;
};
slow[75] = (f: Frame): Frame | null => { // RETURN_GENERATOR


    const generator = newGenerator(f);
    const entry = f.kind === KIND_ENTRY;
    const back = leaveForGenerator(f);
    if (entry) return answering(generator);
    back.S[back.sp++] = generator;
    return back;
};
slow[130] = (f: Frame, arg: number): Frame | null => { // RAISE_VARARGS
let sp = f.sp;
return raising(raiseVarargs(f, sp, arg), arg === 0);
};
slow[35] = (f: Frame): Frame | null => { // PUSH_EXC_INFO
const S = f.S;
let sp = f.sp;

    const e = S[sp - 1] as PyObject;
    const handled = vm.handled;
    const before = handled.value;
    if (before === null) { None.refcnt++; S[sp - 1] = None; } else S[sp - 1] = before;
    e.refcnt++;
    handled.value = e;
    S[sp++] = e;
f.sp = sp;
return f;
};
slow[89] = (f: Frame): Frame | null => { // POP_EXCEPT
const S = f.S;
let sp = f.sp;

    const before = S[--sp] as PyObject;
    f.sp = sp;
    const handled = vm.handled;
    const e = handled.value;
    if (before === None) { before.refcnt--; handled.value = null; } else handled.value = before;
    if (e !== null) { if (typeof e !== "number" && --e.refcnt === 0) dealloc(e); }
f.sp = sp;
return f;
};
slow[36] = (f: Frame): Frame | null => { // CHECK_EXC_MATCH
const S = f.S;
let sp = f.sp;

    const clause = S[sp - 1];
    const r = matchesClause(S[sp - 2], clause);
    const answer = r ? True : False; answer.refcnt++; S[sp - 1] = answer;
    if (typeof clause !== "number" && --clause.refcnt === 0) dealloc(clause);
f.sp = sp;
return f;
};
slow[119] = (f: Frame, arg: number): Frame | null => { // RERAISE
const S = f.S;
let sp = f.sp;

    const e = S[--sp] as PyObject;
    f.sp = sp;
    if (arg > 0) f.pc = reraiseAt(f, S[sp - arg]);
    return raising(e as Owned<PyException>, true);
};
slow[54] = (f: Frame): Frame | null => { // END_ASYNC_FOR
const S = f.S;
let sp = f.sp;

    const ends = endsAsyncFor(S[sp - 1]);
    const e = S[--sp];
    f.sp = sp;
    if (!ends) return raising(e as Owned<PyException>, true);
    if (typeof e !== "number" && --e.refcnt === 0) dealloc(e);
    const it = S[--sp];
    f.sp = sp;
    if (typeof it !== "number" && --it.refcnt === 0) dealloc(it);
f.sp = sp;
return f;
};
slow[37] = (f: Frame): Frame | null => { // CHECK_EG_MATCH
const S = f.S;
let sp = f.sp;
f.sp = sp; sp = checkGroupMatch(S, sp);
f.sp = sp;
return f;
};
slow[55] = (f: Frame): Frame | null => { // CLEANUP_THROW
let sp = f.sp;
f.sp = sp; sp = cleanupThrow(f, sp);
f.sp = sp;
return f;
};
slow[49] = (f: Frame): Frame | null => { // WITH_EXCEPT_START
const S = f.S;
let sp = f.sp;
f.sp = sp; return withExceptStart(f, S, sp);
};
slow[53] = (f: Frame): Frame | null => { // BEFORE_WITH
const S = f.S;
let sp = f.sp;
f.sp = sp; return beforeWith(f, S, sp);
};
slow[52] = (f: Frame): Frame | null => { // BEFORE_ASYNC_WITH
const S = f.S;
let sp = f.sp;
f.sp = sp; sp = beforeAsyncWith(S, sp);
f.sp = sp;
return f;
};
slow[50] = (f: Frame): Frame | null => { // GET_AITER
const S = f.S;
let sp = f.sp;
const iterable = S[sp - 1];
let iter: OwnedValue;
iter = getAsyncIter(iterable);
sp -= 1;
S[sp++] = iter as Value;
f.sp = sp;
if (typeof iterable !== "number" && --iterable.refcnt === 0) dealloc(iterable);
f.sp = sp;
return f;
};
slow[51] = (f: Frame): Frame | null => { // GET_ANEXT
const S = f.S;
let sp = f.sp;
f.sp = sp; S[sp] = getAsyncNext(S[sp - 1]) as Value; sp++;
f.sp = sp;
return f;
};
slow[131] = (f: Frame, arg: number): Frame | null => { // GET_AWAITABLE
const S = f.S;
let sp = f.sp;
const value = S[sp - 1];
let iter: OwnedValue;
iter = getAwaitable(value, arg);
sp -= 1;
S[sp++] = iter as Value;
f.sp = sp;
if (typeof value !== "number" && --value.refcnt === 0) dealloc(value);
f.sp = sp;
return f;
};
slow[104] = (f: Frame, arg: number): Frame | null => { // BUILD_SET
const S = f.S;
let sp = f.sp;
f.sp = sp; sp = buildSet(S, sp, arg);
f.sp = sp;
return f;
};
slow[105] = (f: Frame, arg: number): Frame | null => { // BUILD_MAP
const S = f.S;
let sp = f.sp;
f.sp = sp; sp = buildMap(S, sp, arg);
f.sp = sp;
return f;
};
slow[156] = (f: Frame, arg: number): Frame | null => { // BUILD_CONST_KEY_MAP
const S = f.S;
let sp = f.sp;
f.sp = sp; sp = buildConstKeyMap(S, sp, arg);
f.sp = sp;
return f;
};
slow[157] = (f: Frame, arg: number): Frame | null => { // BUILD_STRING
const S = f.S;
let sp = f.sp;
sp = buildString(S, sp, arg);
f.sp = sp;
return f;
};
slow[155] = (f: Frame, arg: number): Frame | null => { // FORMAT_VALUE
const S = f.S;
let sp = f.sp;
f.sp = sp; sp = formatValue(S, sp, arg);
f.sp = sp;
return f;
};
slow[146] = (f: Frame, arg: number): Frame | null => { // SET_ADD
const S = f.S;
let sp = f.sp;
f.sp = sp; setAddStack(S, sp, arg); sp--;
f.sp = sp;
return f;
};
slow[147] = (f: Frame, arg: number): Frame | null => { // MAP_ADD
const S = f.S;
let sp = f.sp;
f.sp = sp; mapAdd(S, sp, arg); sp -= 2;
f.sp = sp;
return f;
};
slow[162] = (f: Frame, arg: number): Frame | null => { // LIST_EXTEND
const S = f.S;
let sp = f.sp;
f.sp = sp; listExtendStack(S, sp, arg); sp--;
f.sp = sp;
return f;
};
slow[163] = (f: Frame, arg: number): Frame | null => { // SET_UPDATE
const S = f.S;
let sp = f.sp;
f.sp = sp; setUpdateStack(S, sp, arg); sp--;
f.sp = sp;
return f;
};
slow[165] = (f: Frame, arg: number): Frame | null => { // DICT_UPDATE
const S = f.S;
let sp = f.sp;
f.sp = sp; dictUpdateStack(S, sp, arg); sp--;
f.sp = sp;
return f;
};
slow[164] = (f: Frame, arg: number): Frame | null => { // DICT_MERGE
const S = f.S;
let sp = f.sp;
f.sp = sp; dictMergeStack(S, sp, arg); sp--;
f.sp = sp;
return f;
};
slow[94] = (f: Frame, arg: number): Frame | null => { // UNPACK_EX
const S = f.S;
let sp = f.sp;
f.sp = sp; sp = unpackEx(S, sp, arg);
f.sp = sp;
return f;
};
slow[30] = (f: Frame): Frame | null => { // GET_LEN
const S = f.S;
let sp = f.sp;
f.sp = sp; S[sp] = length(S[sp - 1]); sp++;
f.sp = sp;
return f;
};
slow[31] = (f: Frame): Frame | null => { // MATCH_MAPPING
const S = f.S;
let sp = f.sp;
S[sp] = newBool(isMappingPattern(S[sp - 1])); sp++;
f.sp = sp;
return f;
};
slow[32] = (f: Frame): Frame | null => { // MATCH_SEQUENCE
const S = f.S;
let sp = f.sp;
S[sp] = newBool(isSequencePattern(S[sp - 1])); sp++;
f.sp = sp;
return f;
};
slow[33] = (f: Frame): Frame | null => { // MATCH_KEYS
const S = f.S;
let sp = f.sp;
f.sp = sp; S[sp] = matchKeys(S[sp - 2], S[sp - 1]); sp++;
f.sp = sp;
return f;
};
slow[152] = (f: Frame, arg: number): Frame | null => { // MATCH_CLASS
const S = f.S;
let sp = f.sp;
f.sp = sp; sp = matchClass(S, sp, arg);
f.sp = sp;
return f;
};
slow[108] = (f: Frame, arg: number): Frame | null => { // IMPORT_NAME
const S = f.S;
let sp = f.sp;
const code = f.code;
f.sp = sp; sp = importName(f, S, sp, code.names[arg]);
f.sp = sp;
return f;
};
slow[109] = (f: Frame, arg: number): Frame | null => { // IMPORT_FROM
const S = f.S;
let sp = f.sp;
const code = f.code;
f.sp = sp; S[sp] = importFrom(S[sp - 1], code.names[arg]) as Value; sp++;
f.sp = sp;
return f;
};

/** As `run`, but may stop where the limits are looked at: then it answers AGAIN, and `vm.frame` says where to go on. */
function interpret(entry: Frame): OwnedValue {
  
  const stack = vm.S;
  const { depth } = recursion;
  let f = entry;
  let code: Code, S: Value[], bp: number, sp: number, pc: number;
  let ins: Int32Array, caches: Cache[], rawConsts: Value[], consts: Value[];
  let kwnames: PyTuple | null = null;
  code = f.code; S = f.S; bp = f.bp; sp = f.sp; pc = f.pc;
{ const internal = code.internal ?? load(code); ins = internal.ins; caches = internal.caches; rawConsts = internal.rawConsts; consts = code.consts.value as unknown as Value[]; }
  for (;;) {
    let error: Owned<PyException>;
    let reraised = false;
    try {
      for (;;) {
        
        const op = ins[pc], arg = ins[pc + 1];
        pc += 2;
        switch (op) {
case 151: { // RESUME
if (!heap.pending && --heap.fuel >= 0) continue;
break;
}
case 1: { // POP_TOP
const x = S[--sp]; if (typeof x !== "number" && --x.refcnt === 0) { f.pc = pc; dealloc(x); } continue;
}
case 2: { // PUSH_NULL
S[sp++] = NULL; continue;
}
case 4: { // END_FOR
const x = S[--sp]; if (typeof x !== "number" && --x.refcnt === 0) { f.pc = pc; dealloc(x); } const y = S[--sp]; if (typeof y !== "number" && --y.refcnt === 0) { f.pc = pc; dealloc(y); } continue;
}
case 5: { // END_SEND
const value = S[--sp]; const receiver = S[sp - 1]; S[sp - 1] = value; if (typeof receiver !== "number" && --receiver.refcnt === 0) { f.pc = pc; dealloc(receiver); } continue;
}
case 124: { // LOAD_FAST

    const x = S[bp + arg];
    if (typeof x !== "number") { x.refcnt++; S[sp++] = x; }
    else if (x >= -5 && x <= 256) S[sp++] = x;
    else { S[sp] = share(S, bp + arg) as Value; sp++; } continue;
}
case 6: { // LOAD_FAST_BORROW
S[sp++] = S[bp + arg]; continue;
}
case 8: { // LOAD_FAST_MOVE
if (f.object === null) { S[sp++] = S[bp + arg]; S[bp + arg] = UNBOUND; continue; }
break;
}
case 18: { // LOAD_FAST_APPEND

    const x = S[bp + arg];
    if (typeof x !== "number") { x.refcnt++; S[sp++] = x; }
    else if (x >= -5 && x <= 256) S[sp++] = x;
    else {
      const it = (S[sp - 1] as PyObject).type;
      if ((it === RangeIteratorType || it === ListIteratorType) && !heap.pending && heap.fuel > 0 && vm.tracer === null) {
        S[sp++] = x;
      } else { S[sp] = share(S, bp + arg) as Value; sp++; }
    } continue;
}
case 143: { // LOAD_FAST_AND_CLEAR
S[sp++] = S[bp + arg]; S[bp + arg] = UNBOUND; continue;
}
case 100: { // LOAD_CONST
const x = consts[arg]; if (typeof x !== "number") x.refcnt++; S[sp++] = x; continue;
}
case 7: { // LOAD_CONST_BORROW
S[sp++] = rawConsts[arg]; continue;
}
case 125: { // STORE_FAST
const old = S[bp + arg]; S[bp + arg] = S[--sp]; if (old !== undefined && old !== null) { if (typeof old !== "number" && --old.refcnt === 0) { f.pc = pc; dealloc(old); } } continue;
}
case 120: { // COPY
S[sp] = share(S, sp - arg) as Value; sp++; continue;
}
case 99: { // SWAP
const x = S[sp - 1]; S[sp - 1] = S[sp - arg]; S[sp - arg] = x; continue;
}
case 137: { // LOAD_DEREF

    const cell = S[bp + arg] as PyCell;
    if (cell.value !== undefined) { S[sp] = sharePayload(cell as PyObject<Value>) as Value; sp++; continue; }
break;
}
case 116: { // LOAD_GLOBAL

    const c = caches[(pc >> 1) - 1] as EntryCache | null;
    if (c !== null) {
      const globals = f.globals.value;
      if (c.outer === null ? c.table === globals && c.version === globals.version
        : c.outer === globals && c.outerVersion === globals.version && c.table === f.builtins.value && c.version === c.table.version) {
        const x = c.table.values[c.at] as Value;
        if (typeof x !== "number") {
          if ((arg & 1) !== 0) S[sp++] = NULL;
          x.refcnt++;
          S[sp++] = x;
          continue;
        }
      }
    }
break;
}
case 106: { // LOAD_ATTR

    const o = S[sp - 1];
    let c = caches[(pc >> 1) - 1] as AttrCache | null;
    if (typeof o !== "number")
      while (c !== null && !((c.shape === null ? o.type === c.type : o.extra === c.shape) && c.data.version === c.version)) c = c.rest;
    if (c !== null && typeof o !== "number") {
      const method = c.method;
      if (method !== null) { method.refcnt++; S[sp - 1] = method; S[sp++] = o; continue; }
      const x = (o.value as Value[])[c.slot];
      if (x !== undefined && (typeof x !== "number" || (x >= -5 && x <= 256))) {
        if (typeof x !== "number") x.refcnt++;
        if ((arg & 1) === 0) S[sp - 1] = x;
        else { S[sp - 1] = NULL; S[sp++] = x; }
        if ((arg & 0x10000) === 0) { if (typeof o !== "number" && --o.refcnt === 0) { f.pc = pc; dealloc(o); } }
        continue;
      }
    }
break;
}
case 16: { // LOAD_ATTR_L

    const o = S[bp + arg];
    const c = caches[pc >> 1] as AttrCache | null;
    if (c !== null && typeof o !== "number" && o.extra === c.shape && c.data.version === c.version) {
      const x = (o.value as Value[])[c.slot];
      if (x !== undefined && typeof x !== "number") { x.refcnt++; S[sp++] = x; pc += 2; continue; }
    }
    S[sp++] = o; continue;
}
case 95: { // STORE_ATTR

    const o = S[sp - 1];
    const c = caches[(pc >> 1) - 1] as AttrCache | null;
    if (c !== null && typeof o !== "number" && o.extra === c.shape && c.data.version === c.version) {
      const values = o.value as Value[];
      if (c.slot < values.length) {
        const value = S[sp - 2];
        sp -= 2;
        const old = values[c.slot];
        values[c.slot] = value;
        if (c.next !== null) o.extra = c.next;
        else if (old !== undefined) { if (typeof old !== "number" && --old.refcnt === 0) { f.pc = pc; dealloc(old); } }
        if ((arg & 0x10000) === 0) { if (typeof o !== "number" && --o.refcnt === 0) { f.pc = pc; dealloc(o); } }
        continue;
      }
    }
break;
}
case 122: { // BINARY_OP

    const b = S[sp - 1], a = S[sp - 2];
    const x = typeof a === "number" ? a : a.type === IntType && typeof a.value === "number" ? a.value as number : Number.NaN;
    const y = typeof b === "number" ? b : b.type === IntType && typeof b.value === "number" ? b.value as number : Number.NaN;
    if (x === x && y === y) {
      let r = Number.NaN;
      
  switch (arg & 0xff) {
    case 0: case 13: r = x + y; break;
    case 10: case 23: r = x - y; break;
    case 5: case 18: r = x * y + 0; break;
    case 6: case 19: r = y > 0 && x >= 0 ? x % y : Number.NaN; break;
    case 2: case 15: r = y > 0 ? Math.floor(x / y) : Number.NaN; if (!(r <= 4294967296 && r >= -4294967296)) r = Number.NaN; break;
    case 1: case 14: r = (x | 0) === x && (y | 0) === y ? x & y : Number.NaN; break;
    default: r = arithmetic(arg & 0xff, x, y);
  }
      if (r <= 9007199254740991 && r >= -9007199254740991) {
        S[sp - 2] = r; sp--;
        if (typeof a !== "number" && (arg & 0x100) === 0) { if (typeof a !== "number" && --a.refcnt === 0) { f.pc = pc; dealloc(a); } }
        if (typeof b !== "number" && (arg & 0x200) === 0) { if (typeof b !== "number" && --b.refcnt === 0) { f.pc = pc; dealloc(b); } }
        continue;
      }
    } else if (typeof a !== "number" && typeof b !== "number" && a.type === FloatType && b.type === FloatType) {
      let known = true;
      let r = Number.NaN;
      const v = a.value as number, w = b.value as number;
      
  switch (arg & 0xff) {
    case 0: case 13: r = v + w; break;
    case 10: case 23: r = v - w; break;
    case 5: case 18: r = v * w; break;
    case 11: case 24: if (w !== 0) { r = v / w; break; } known = false; break;
    default: known = false;
  }
      if (known) {
        if (a.refcnt === 1 && (arg & 0x100) === 0) a.value = r;
        else { S[sp - 2] = newFloat(r) as Value; if ((arg & 0x100) === 0) { if (typeof a !== "number" && --a.refcnt === 0) { f.pc = pc; dealloc(a); } } }
        sp--;
        if ((arg & 0x200) === 0) { if (typeof b !== "number" && --b.refcnt === 0) { f.pc = pc; dealloc(b); } }
        continue;
      }
    }
break;
}
case 10: { // BINARY_OP_LL

    const a = S[bp + arg], other = ins[pc + 1];
    const b = ins[pc] === LOAD_FAST_BORROW ? S[bp + other] : rawConsts[other];
    let r = Number.NaN;
    if (typeof a === "number") {
      if (typeof b === "number") {
        
  switch (ins[pc + 3] & 0xff) {
    case 0: case 13: r = a + b; break;
    case 10: case 23: r = a - b; break;
    case 5: case 18: r = a * b + 0; break;
    case 6: case 19: r = b > 0 && a >= 0 ? a % b : Number.NaN; break;
    case 2: case 15: r = b > 0 ? Math.floor(a / b) : Number.NaN; if (!(r <= 4294967296 && r >= -4294967296)) r = Number.NaN; break;
    case 1: case 14: r = (a | 0) === a && (b | 0) === b ? a & b : Number.NaN; break;
    default: r = arithmetic(ins[pc + 3] & 0xff, a, b);
  }
        if (r <= 9007199254740991 && r >= -9007199254740991) { S[sp++] = r; pc += 4; continue; }
      }
    } else if (typeof b !== "number" && a.type === FloatType && b.type === FloatType) {
      let known = true;
      const x = a.value as number, y = b.value as number;
      
  switch (ins[pc + 3] & 0xff) {
    case 0: case 13: r = x + y; break;
    case 10: case 23: r = x - y; break;
    case 5: case 18: r = x * y; break;
    case 11: case 24: if (y !== 0) { r = x / y; break; } known = false; break;
    default: known = false;
  }
      if (known) { S[sp++] = newFloat(r) as Value; pc += 4; continue; }
    }
    S[sp++] = a; continue;
}
case 13: { // BINARY_OP_SL

    const b = arg < 0 ? rawConsts[~arg] : S[bp + arg];
    const a = S[sp - 1];
    let r = Number.NaN;
    if (typeof a === "number") {
      if (typeof b === "number") {
        
  switch (ins[pc + 1] & 0xff) {
    case 0: case 13: r = a + b; break;
    case 10: case 23: r = a - b; break;
    case 5: case 18: r = a * b + 0; break;
    case 6: case 19: r = b > 0 && a >= 0 ? a % b : Number.NaN; break;
    case 2: case 15: r = b > 0 ? Math.floor(a / b) : Number.NaN; if (!(r <= 4294967296 && r >= -4294967296)) r = Number.NaN; break;
    case 1: case 14: r = (a | 0) === a && (b | 0) === b ? a & b : Number.NaN; break;
    default: r = arithmetic(ins[pc + 1] & 0xff, a, b);
  }
        if (r <= 9007199254740991 && r >= -9007199254740991) { S[sp - 1] = r; pc += 2; continue; }
      }
    } else if (typeof b !== "number" && a.type === FloatType && b.type === FloatType) {
      let known = true;
      const x = a.value as number, y = b.value as number;
      
  switch (ins[pc + 1] & 0xff) {
    case 0: case 13: r = x + y; break;
    case 10: case 23: r = x - y; break;
    case 5: case 18: r = x * y; break;
    case 11: case 24: if (y !== 0) { r = x / y; break; } known = false; break;
    default: known = false;
  }
      if (known) {
        const borrowed = (ins[pc + 1] & 0x100) !== 0;
        if (a.refcnt === 1 && !borrowed) a.value = r;
        else { S[sp - 1] = newFloat(r) as Value; if (!borrowed) { if (typeof a !== "number" && --a.refcnt === 0) { f.pc = pc; dealloc(a); } } }
        pc += 2;
        continue;
      }
    }
    S[sp++] = b; continue;
}
case 107: { // COMPARE_OP

    const b = S[sp - 1], a = S[sp - 2];
    let r: boolean;
    let known = true;
    const x = typeof a === "number" ? a : a.type === IntType && typeof a.value === "number" ? a.value as number : Number.NaN;
    const y = typeof b === "number" ? b : b.type === IntType && typeof b.value === "number" ? b.value as number : Number.NaN;
    if (x === x && y === y) {
      
  switch (arg & 7) { case 0: r = x < y; break; case 1: r = x <= y; break; case 2: r = x === y; break; case 3: r = x !== y; break; case 4: r = x > y; break; default: r = x >= y; }
    } else if (typeof a !== "number" && typeof b !== "number" && a.type === FloatType && b.type === FloatType) {
      const v = a.value as number, w = b.value as number;
      
  switch (arg & 7) { case 0: r = v < w; break; case 1: r = v <= w; break; case 2: r = v === w; break; case 3: r = v !== w; break; case 4: r = v > w; break; default: r = v >= w; }
    } else if (typeof a !== "number" && typeof b !== "number" && a.type === StrType && b.type === StrType && (arg & 6) === 2) {
      r = strEqual(a as PyStr, b as PyStr) === ((arg & 7) === 2);
    } else { known = false; r = false; }
    if (known) {
      if (typeof a !== "number" && (arg & 0x100) === 0) { if (typeof a !== "number" && --a.refcnt === 0) { f.pc = pc; dealloc(a); } }
      if (typeof b !== "number" && (arg & 0x200) === 0) { if (typeof b !== "number" && --b.refcnt === 0) { f.pc = pc; dealloc(b); } }
      const following = ins[pc];
      if (following === POP_JUMP_IF_FALSE) { sp -= 2; pc = r ? pc + 2 : ins[pc + 1]; continue; }
      if (following === POP_JUMP_IF_TRUE) { sp -= 2; pc = r ? ins[pc + 1] : pc + 2; continue; }
      sp--;
      const answer = r ? True : False; answer.refcnt++; S[sp - 1] = answer;
      continue;
    }
break;
}
case 14: { // COMPARE_JUMP_LL

    const a = S[bp + arg], other = ins[pc + 1];
    const b = ins[pc] === LOAD_FAST_BORROW ? S[bp + other] : rawConsts[other];
    if (typeof a === "number" && typeof b === "number") {
      let r: boolean;
      
  switch (ins[pc + 3] & 7) { case 0: r = a < b; break; case 1: r = a <= b; break; case 2: r = a === b; break; case 3: r = a !== b; break; case 4: r = a > b; break; default: r = a >= b; }
      pc = r ? pc + 6 : ins[pc + 5];
      continue;
    }
    S[sp++] = a; continue;
}
case 117: { // IS_OP

    const b = S[sp - 1], a = S[sp - 2];
    const r = isSame(a, b) !== (arg === 1);
    sp--;
    S[sp - 1] = (r ? True : False); True.refcnt += r ? 1 : 0; False.refcnt += r ? 0 : 1;
    if (typeof a !== "number" && --a.refcnt === 0) { f.pc = pc; dealloc(a); } if (typeof b !== "number" && --b.refcnt === 0) { f.pc = pc; dealloc(b); } continue;
}
case 110: { // JUMP_FORWARD
pc = arg; continue;
}
case 140: { // JUMP_BACKWARD
if (!heap.pending && --heap.fuel >= 0) { pc = arg; continue; }
break;
}
case 134: { // JUMP_BACKWARD_NO_INTERRUPT
pc = arg; continue;
}
case 114: { // POP_JUMP_IF_FALSE

  const x = S[sp - 1];
  if (x === False) { sp--; pc = arg; continue; }
  if (x === True) { sp--; continue; }
break;
}
case 115: { // POP_JUMP_IF_TRUE

  const x = S[sp - 1];
  if (x === True) { sp--; pc = arg; continue; }
  if (x === False) { sp--; continue; }
break;
}
case 129: { // POP_JUMP_IF_NONE
const x = S[--sp]; if (x === None) { pc = arg; } if (typeof x !== "number" && --x.refcnt === 0) { f.pc = pc; dealloc(x); } continue;
}
case 128: { // POP_JUMP_IF_NOT_NONE
const x = S[--sp]; if (x !== None) { pc = arg; } if (typeof x !== "number" && --x.refcnt === 0) { f.pc = pc; dealloc(x); } continue;
}
case 172: { // KW_NAMES
kwnames = consts[arg] as PyTuple; continue;
}
case 171: { // CALL

    if (kwnames === null) {
      const base = sp - arg - 2;
      let n = arg, at = sp - arg;
      let fn = S[base] as PyObject | null;
      if (fn === null) fn = S[base + 1] as PyObject;
      else { n++; at--; }
      if (typeof fn !== "number" && fn.type === FunctionType) {
        const called = (fn as PyFunction).value;
        const callee = called.code.value as Code;
        const top = at + callee.frameSize;
        if (callee.simple && n === callee.argCount && S === stack && vm.depth < vm.limit && top < S.length) {
          f.pc = pc;
          f.sp = base;
          vm.depth++;
          for (let i = at + n, end = at + callee.nlocalsplus; i < end; i++) S[i] = UNBOUND;
          code = callee; bp = at; sp = at + callee.nlocalsplus; pc = 0;
          const idle = vm.idle;
          if (idle.length === 0) f = new Frame(callee, fn as PyFunction, called.globals, called.builtins, S, at, f, KIND_CALL, top);
          else {
            const back = f;
            f = idle.pop() as Frame;
            f.code = callee; f.func = fn as PyFunction; f.globals = called.globals; f.builtins = called.builtins;
            f.S = S; f.bp = at; f.sp = sp; f.pc = 0; f.back = back; f.kind = KIND_CALL; f.top = top; f.done = false;
          }
          vm.frame = f;
          const internal = callee.internal ?? load(callee);
          ins = internal.ins; caches = internal.caches; rawConsts = internal.rawConsts;
          consts = callee.consts.value as unknown as Value[];
          continue;
        }
      }
    } else { vm.kwnames = kwnames; kwnames = null; }
break;
}
case 150: { // YIELD_VALUE

    if (f.kind === KIND_FOR) {
      const value = S[--sp];
      const d = f.owner!.value as GeneratorData, handled = d.handled;
      f.pc = pc; f.sp = sp;
      d.state = SUSPENDED_STATE;
      vm.handled = handled.previous as HandledException;
      handled.previous = null;
      vm.depth--;
      const back = f.back as Frame;
      f.back = null;
      f = back;
      vm.frame = f;
      code = f.code; S = f.S; bp = f.bp; sp = f.sp; pc = f.pc;
{ const internal = code.internal ?? load(code); ins = internal.ins; caches = internal.caches; rawConsts = internal.rawConsts; consts = code.consts.value as unknown as Value[]; }
      S[sp++] = value;
      continue;
    }
break;
}
case 83: { // RETURN_VALUE
if (f.kind === KIND_CALL && f.object === null) { const value = S[--sp]; 
  f.done = true;
  for (let i = bp, end = bp + code.nlocalsplus; i < end; i++) { const x = S[i]; if (x !== undefined) { if (typeof x !== "number" && --x.refcnt === 0) { f.pc = pc; dealloc(x); } } }
  const fn = f.func as PyObject, idle = vm.idle;
  vm.depth--;
  if (idle.length < MOST_IDLE) idle.push(f);
  f = f.back as Frame;
  vm.frame = f;
  code = f.code; S = f.S; bp = f.bp; sp = f.sp; pc = f.pc;
{ const internal = code.internal ?? load(code); ins = internal.ins; caches = internal.caches; rawConsts = internal.rawConsts; consts = code.consts.value as unknown as Value[]; }
  S[sp++] = value;
  if (typeof fn !== "number" && --fn.refcnt === 0) { f.pc = pc; dealloc(fn); }
  continue; }
break;
}
case 121: { // RETURN_CONST
if (f.kind === KIND_CALL && f.object === null) { const value = consts[arg]; if (typeof value !== "number") value.refcnt++; 
  f.done = true;
  for (let i = bp, end = bp + code.nlocalsplus; i < end; i++) { const x = S[i]; if (x !== undefined) { if (typeof x !== "number" && --x.refcnt === 0) { f.pc = pc; dealloc(x); } } }
  const fn = f.func as PyObject, idle = vm.idle;
  vm.depth--;
  if (idle.length < MOST_IDLE) idle.push(f);
  f = f.back as Frame;
  vm.frame = f;
  code = f.code; S = f.S; bp = f.bp; sp = f.sp; pc = f.pc;
{ const internal = code.internal ?? load(code); ins = internal.ins; caches = internal.caches; rawConsts = internal.rawConsts; consts = code.consts.value as unknown as Value[]; }
  S[sp++] = value;
  if (typeof fn !== "number" && --fn.refcnt === 0) { f.pc = pc; dealloc(fn); }
  continue; }
break;
}
case 25: { // BINARY_SUBSCR

    const key = S[sp - 1], container = S[sp - 2];
    if (typeof container !== "number") {
      if (container.type === ListType || container.type === TupleType) {
        const n = typeof key === "number" ? key : key.type === IntType && typeof key.value === "number" ? key.value as number : Number.NaN;
        const items = container.value as Value[];
        const i = n < 0 ? n + items.length : n;
        if (i >= 0 && i < items.length) {
          const x = items[i];
          if (typeof x !== "number") x.refcnt++;
          const item = typeof x !== "number" || (x >= -5 && x <= 256) ? x : share(items, i) as Value;
          sp--; S[sp - 1] = item;
          if ((arg & 0x200) === 0) { if (typeof key !== "number" && --key.refcnt === 0) { f.pc = pc; dealloc(key); } }
          if ((arg & 0x100) === 0) { if (typeof container !== "number" && --container.refcnt === 0) { f.pc = pc; dealloc(container); } }
          continue;
        }
      } else if (container.type === DictType && (typeof key === "number" || key.type === StrType)) {
        const table = container.value as DictTable;
        const at = table.find(key);
        if (at >= 0) {
          const item = share(table.slots, at) as Value;
          sp--; S[sp - 1] = item;
          if ((arg & 0x200) === 0) { if (typeof key !== "number" && --key.refcnt === 0) { f.pc = pc; dealloc(key); } }
          if ((arg & 0x100) === 0) { if (typeof container !== "number" && --container.refcnt === 0) { f.pc = pc; dealloc(container); } }
          continue;
        }
      }
    }
break;
}
case 60: { // STORE_SUBSCR

    const key = S[sp - 1], container = S[sp - 2], value = S[sp - 3];
    if (typeof container !== "number") {
      if (container.type === ListType) {
        const n = typeof key === "number" ? key : key.type === IntType && typeof key.value === "number" ? key.value as number : Number.NaN;
        const items = container.value as Value[];
        const i = n < 0 ? n + items.length : n;
        if (i >= 0 && i < items.length) {
          const old = items[i]; items[i] = value; sp -= 3;
          if ((arg & 0x200) === 0) { if (typeof key !== "number" && --key.refcnt === 0) { f.pc = pc; dealloc(key); } }
          if ((arg & 0x100) === 0) { if (typeof container !== "number" && --container.refcnt === 0) { f.pc = pc; dealloc(container); } }
          if (typeof old !== "number" && --old.refcnt === 0) { f.pc = pc; dealloc(old); }
          continue;
        }
      } else if (container.type === DictType && (typeof key === "number" || key.type === StrType)) {
        const table = container.value as DictTable;
        const at = table.find(key);
        if (at >= 0 && (isTracked(container) || typeof value === "number")) {
          const old = table.values[at] as Value; table.values[at] = value; sp -= 3;
          if ((arg & 0x200) === 0) { if (typeof key !== "number" && --key.refcnt === 0) { f.pc = pc; dealloc(key); } }
          if ((arg & 0x100) === 0) { if (typeof container !== "number" && --container.refcnt === 0) { f.pc = pc; dealloc(container); } }
          if (typeof old !== "number" && --old.refcnt === 0) { f.pc = pc; dealloc(old); }
          continue;
        }
      }
    }
break;
}
case 93: { // FOR_ITER

    const it = S[sp - 1] as PyObject;
    let x: Value | null = null;
    if (it.type === RangeIteratorType) {
      const s = it.value as RangeState;
      const left = s.left, item = s.next;
      if (typeof left === "number" && typeof item === "number" && left > 0) {
        s.left = left - 1; s.next = item + (s.step as number); x = item;
      }
    } else if (it.type === ListIteratorType || it.type === TupleIteratorType) {
      const list = it.value as PyObject<Value[]> | null;
      const i = it.extra as number;
      if (list !== null && i < list.value.length) {
        it.extra = i + 1;
        x = list.value[i];
        if (typeof x !== "number") x.refcnt++;
        else if (x < -5 || x > 256) x = share(list.value, i) as Value;
      }
    } else if (it.type === GeneratorType && vm.depth < vm.limit) {
      const d = it.value as GeneratorData;
      if (d.state <= SUSPENDED_STATE) {
        f.pc = pc; f.sp = sp;
        const g = d.frame as Frame, handled = d.handled;
        g.back = f; g.kind = KIND_FOR; g.top = f.top;
        d.state = RUNNING;
        handled.previous = vm.handled;
        vm.handled = handled;
        vm.depth++;
        f = g;
        vm.frame = f;
        code = f.code; S = f.S; bp = f.bp; sp = f.sp; pc = f.pc;
{ const internal = code.internal ?? load(code); ins = internal.ins; caches = internal.caches; rawConsts = internal.rawConsts; consts = code.consts.value as unknown as Value[]; }
        None.refcnt++;
        S[sp++] = None;
        continue;
      }
    }
    if (x === null) {
      const { plainNext } = it.type.value;
      if (plainNext !== null) {
        f.pc = pc; f.sp = sp;
        const item = plainNext(it) as Value | undefined;
        if (item === undefined) { sp--; f.sp = sp; pc = arg + 2; if (typeof it !== "number" && --it.refcnt === 0) { f.pc = pc; dealloc(it); } continue; }
        x = item;
      }
    }
    if (x !== null) {
      if (ins[pc] === STORE_FAST) {
        const at = bp + ins[pc + 1], old = S[at];
        S[at] = x; pc += 2;
        if (old !== undefined && old !== null) { if (typeof old !== "number" && --old.refcnt === 0) { f.pc = pc; dealloc(old); } }
      } else S[sp++] = x;
      continue;
    }
break;
}
case 118: { // CONTAINS_OP

    const container = S[sp - 1], item = S[sp - 2];
    let found = false, known = false;
    if (typeof container !== "number") {
      if (container.type === StrType) {
        if (typeof item !== "number" && item.type === StrType) { found = strContains(container as PyStr, item as PyStr); known = true; }
      } else if (container.type === DictType && (typeof item === "number" || item.type === StrType)) {
        f.pc = pc; f.sp = sp;
        found = (container.value as DictTable).find(item) >= 0; known = true;
      }
    }
    if (known) {
      sp -= 2;
      const r = found === (arg === 0);
      const following = ins[pc];
      if (following === POP_JUMP_IF_FALSE) pc = r ? pc + 2 : ins[pc + 1];
      else if (following === POP_JUMP_IF_TRUE) pc = r ? ins[pc + 1] : pc + 2;
      else { const answer = r ? True : False; answer.refcnt++; S[sp++] = answer; }
      if (typeof item !== "number" && --item.refcnt === 0) { f.pc = pc; dealloc(item); }
      if (typeof container !== "number" && --container.refcnt === 0) { f.pc = pc; dealloc(container); }
      continue;
    }
break;
}
case 102: { // BUILD_TUPLE
const items = takeItems(S, sp, arg); sp -= arg; S[sp] = newTuple(items); sp++; continue;
}
case 103: { // BUILD_LIST
const items = takeItems(S, sp, arg); sp -= arg; S[sp] = newList(items); sp++; continue;
}
case 145: { // LIST_APPEND
const x = S[--sp]; listAppend(S[sp - arg] as PyList, x as OwnedValue); continue;
}
case 92: { // UNPACK_SEQUENCE

    const seq = S[sp - 1];
    if (typeof seq !== "number" && seq.type === TupleType && (seq.value as Value[]).length === arg) {
      const items = seq.value as Value[];
      sp--;
      for (let i = arg - 1; i >= 0; i--) { S[sp] = share(items, i) as Value; sp++; }
      if (typeof seq !== "number" && --seq.refcnt === 0) { f.pc = pc; dealloc(seq); }
      continue;
    }
break;
}
        }
        f.pc = pc; f.sp = sp;
        sp = -1;
        const next = slow[op](f, arg);
        if (next === f) { pc = f.pc; sp = f.sp; continue; }
        if (next !== null) { f = next; code = f.code; S = f.S; bp = f.bp; sp = f.sp; pc = f.pc;
{ const internal = code.internal ?? load(code); ins = internal.ins; caches = internal.caches; rawConsts = internal.rawConsts; consts = code.consts.value as unknown as Value[]; } continue; }
        const { raised } = vm;
        if (raised === null) return vm.answer as OwnedValue;
        error = raised;
        reraised = vm.reraised;
        vm.raised = null;
        sp = f.sp;
        break;
      }
    } catch (e) {
      recursion.depth = depth;
      if (e === WATCH) return watched(f, false, true);
      if (e instanceof InitError) { f = e.frame; pc = f.pc; sp = f.sp; error = caughtInLoop(e.error, f); }
      else {
        f.pc = pc;
        if (sp < 0) sp = f.sp; else f.sp = sp;
        error = caughtInLoop(e, f);
      }
    }
    kwnames = null;
    if (!reraised) f.pc = pc;
    f.sp = sp;
    const handling = unwind(f, error, reraised, pc);
    if (handling === null) throw passOn(error);
    f = handling;
    code = f.code; S = f.S; bp = f.bp; sp = f.sp; pc = f.pc;
{ const internal = code.internal ?? load(code); ins = internal.ins; caches = internal.caches; rawConsts = internal.rawConsts; consts = code.consts.value as unknown as Value[]; }
  }
}

/**
 * Runs a frame to its end, and every frame that it calls; answers what it returns or yields. The interpreter's loop is
 * left and entered again now and then, so that what V8 has compiled of it meanwhile comes into use.
 */
export function run(entry: Frame): OwnedValue {
  if (vm.tracer !== null) return watched(entry, false, false);
  let answer = interpret(entry);
  while (answer === AGAIN) answer = interpret(vm.frame as Frame);
  return answer;
}

/** As `run`, but looks before each instruction whether to stop there, and whom to tell. */
function watch(entry: Frame, stepping: boolean): OwnedValue {
  
  const stack = vm.S;
  const { depth } = recursion;
  let f = entry;
  let code: Code, S: Value[], bp: number, sp: number, pc: number;
  let ins: Int32Array, caches: Cache[], rawConsts: Value[], consts: Value[];
  let kwnames: PyTuple | null = stepping ? vm.kwnames : null;
  code = f.code; S = f.S; bp = f.bp; sp = f.sp; pc = f.pc;
{ const internal = code.internal ?? load(code); ins = internal.ins; caches = internal.caches; rawConsts = internal.rawConsts; consts = code.consts.value as unknown as Value[]; }
  for (;;) {
    let error: Owned<PyException>;
    let reraised = false;
    try {
      for (;;) {
        
    if (stepping && vm.budget-- <= 0) { f.pc = pc; f.sp = sp; vm.kwnames = kwnames; vm.suspended = f; return SUSPENDED; }
    if (vm.tracer !== null) { f.pc = pc += 2; f.sp = sp; pc = beforeInstruction(f, pc - 2, sp); sp = f.sp; }
        
    let op = ins[pc], arg = ins[pc + 1];
    if (vm.tracer !== null) {
      if (op === 10 || op === 14 || op === 16) op = LOAD_FAST_BORROW;
      else if (op === 13) { op = arg < 0 ? 7 : LOAD_FAST_BORROW; if (arg < 0) arg = ~arg; }
    }
        pc += 2;
        switch (op) {
case 151: { // RESUME
if (!heap.pending && --heap.fuel >= 0) continue;
break;
}
case 1: { // POP_TOP
const x = S[--sp]; if (typeof x !== "number" && --x.refcnt === 0) { f.pc = pc; dealloc(x); } continue;
}
case 2: { // PUSH_NULL
S[sp++] = NULL; continue;
}
case 4: { // END_FOR
const x = S[--sp]; if (typeof x !== "number" && --x.refcnt === 0) { f.pc = pc; dealloc(x); } const y = S[--sp]; if (typeof y !== "number" && --y.refcnt === 0) { f.pc = pc; dealloc(y); } continue;
}
case 5: { // END_SEND
const value = S[--sp]; const receiver = S[sp - 1]; S[sp - 1] = value; if (typeof receiver !== "number" && --receiver.refcnt === 0) { f.pc = pc; dealloc(receiver); } continue;
}
case 124: { // LOAD_FAST

    const x = S[bp + arg];
    if (typeof x !== "number") { x.refcnt++; S[sp++] = x; }
    else if (x >= -5 && x <= 256) S[sp++] = x;
    else { S[sp] = share(S, bp + arg) as Value; sp++; } continue;
}
case 6: { // LOAD_FAST_BORROW
S[sp++] = S[bp + arg]; continue;
}
case 8: { // LOAD_FAST_MOVE
if (f.object === null) { S[sp++] = S[bp + arg]; S[bp + arg] = UNBOUND; continue; }
break;
}
case 18: { // LOAD_FAST_APPEND

    const x = S[bp + arg];
    if (typeof x !== "number") { x.refcnt++; S[sp++] = x; }
    else if (x >= -5 && x <= 256) S[sp++] = x;
    else {
      const it = (S[sp - 1] as PyObject).type;
      if ((it === RangeIteratorType || it === ListIteratorType) && !heap.pending && heap.fuel > 0 && vm.tracer === null) {
        S[sp++] = x;
      } else { S[sp] = share(S, bp + arg) as Value; sp++; }
    } continue;
}
case 143: { // LOAD_FAST_AND_CLEAR
S[sp++] = S[bp + arg]; S[bp + arg] = UNBOUND; continue;
}
case 100: { // LOAD_CONST
const x = consts[arg]; if (typeof x !== "number") x.refcnt++; S[sp++] = x; continue;
}
case 7: { // LOAD_CONST_BORROW
S[sp++] = rawConsts[arg]; continue;
}
case 125: { // STORE_FAST
const old = S[bp + arg]; S[bp + arg] = S[--sp]; if (old !== undefined && old !== null) { if (typeof old !== "number" && --old.refcnt === 0) { f.pc = pc; dealloc(old); } } continue;
}
case 120: { // COPY
S[sp] = share(S, sp - arg) as Value; sp++; continue;
}
case 99: { // SWAP
const x = S[sp - 1]; S[sp - 1] = S[sp - arg]; S[sp - arg] = x; continue;
}
case 137: { // LOAD_DEREF

    const cell = S[bp + arg] as PyCell;
    if (cell.value !== undefined) { S[sp] = sharePayload(cell as PyObject<Value>) as Value; sp++; continue; }
break;
}
case 116: { // LOAD_GLOBAL

    const c = caches[(pc >> 1) - 1] as EntryCache | null;
    if (c !== null) {
      const globals = f.globals.value;
      if (c.outer === null ? c.table === globals && c.version === globals.version
        : c.outer === globals && c.outerVersion === globals.version && c.table === f.builtins.value && c.version === c.table.version) {
        const x = c.table.values[c.at] as Value;
        if (typeof x !== "number") {
          if ((arg & 1) !== 0) S[sp++] = NULL;
          x.refcnt++;
          S[sp++] = x;
          continue;
        }
      }
    }
break;
}
case 106: { // LOAD_ATTR

    const o = S[sp - 1];
    let c = caches[(pc >> 1) - 1] as AttrCache | null;
    if (typeof o !== "number")
      while (c !== null && !((c.shape === null ? o.type === c.type : o.extra === c.shape) && c.data.version === c.version)) c = c.rest;
    if (c !== null && typeof o !== "number") {
      const method = c.method;
      if (method !== null) { method.refcnt++; S[sp - 1] = method; S[sp++] = o; continue; }
      const x = (o.value as Value[])[c.slot];
      if (x !== undefined && (typeof x !== "number" || (x >= -5 && x <= 256))) {
        if (typeof x !== "number") x.refcnt++;
        if ((arg & 1) === 0) S[sp - 1] = x;
        else { S[sp - 1] = NULL; S[sp++] = x; }
        if ((arg & 0x10000) === 0) { if (typeof o !== "number" && --o.refcnt === 0) { f.pc = pc; dealloc(o); } }
        continue;
      }
    }
break;
}
case 16: { // LOAD_ATTR_L

    const o = S[bp + arg];
    const c = caches[pc >> 1] as AttrCache | null;
    if (c !== null && typeof o !== "number" && o.extra === c.shape && c.data.version === c.version) {
      const x = (o.value as Value[])[c.slot];
      if (x !== undefined && typeof x !== "number") { x.refcnt++; S[sp++] = x; pc += 2; continue; }
    }
    S[sp++] = o; continue;
}
case 95: { // STORE_ATTR

    const o = S[sp - 1];
    const c = caches[(pc >> 1) - 1] as AttrCache | null;
    if (c !== null && typeof o !== "number" && o.extra === c.shape && c.data.version === c.version) {
      const values = o.value as Value[];
      if (c.slot < values.length) {
        const value = S[sp - 2];
        sp -= 2;
        const old = values[c.slot];
        values[c.slot] = value;
        if (c.next !== null) o.extra = c.next;
        else if (old !== undefined) { if (typeof old !== "number" && --old.refcnt === 0) { f.pc = pc; dealloc(old); } }
        if ((arg & 0x10000) === 0) { if (typeof o !== "number" && --o.refcnt === 0) { f.pc = pc; dealloc(o); } }
        continue;
      }
    }
break;
}
case 122: { // BINARY_OP

    const b = S[sp - 1], a = S[sp - 2];
    const x = typeof a === "number" ? a : a.type === IntType && typeof a.value === "number" ? a.value as number : Number.NaN;
    const y = typeof b === "number" ? b : b.type === IntType && typeof b.value === "number" ? b.value as number : Number.NaN;
    if (x === x && y === y) {
      let r = Number.NaN;
      
  switch (arg & 0xff) {
    case 0: case 13: r = x + y; break;
    case 10: case 23: r = x - y; break;
    case 5: case 18: r = x * y + 0; break;
    case 6: case 19: r = y > 0 && x >= 0 ? x % y : Number.NaN; break;
    case 2: case 15: r = y > 0 ? Math.floor(x / y) : Number.NaN; if (!(r <= 4294967296 && r >= -4294967296)) r = Number.NaN; break;
    case 1: case 14: r = (x | 0) === x && (y | 0) === y ? x & y : Number.NaN; break;
    default: r = arithmetic(arg & 0xff, x, y);
  }
      if (r <= 9007199254740991 && r >= -9007199254740991) {
        S[sp - 2] = r; sp--;
        if (typeof a !== "number" && (arg & 0x100) === 0) { if (typeof a !== "number" && --a.refcnt === 0) { f.pc = pc; dealloc(a); } }
        if (typeof b !== "number" && (arg & 0x200) === 0) { if (typeof b !== "number" && --b.refcnt === 0) { f.pc = pc; dealloc(b); } }
        continue;
      }
    } else if (typeof a !== "number" && typeof b !== "number" && a.type === FloatType && b.type === FloatType) {
      let known = true;
      let r = Number.NaN;
      const v = a.value as number, w = b.value as number;
      
  switch (arg & 0xff) {
    case 0: case 13: r = v + w; break;
    case 10: case 23: r = v - w; break;
    case 5: case 18: r = v * w; break;
    case 11: case 24: if (w !== 0) { r = v / w; break; } known = false; break;
    default: known = false;
  }
      if (known) {
        if (a.refcnt === 1 && (arg & 0x100) === 0) a.value = r;
        else { S[sp - 2] = newFloat(r) as Value; if ((arg & 0x100) === 0) { if (typeof a !== "number" && --a.refcnt === 0) { f.pc = pc; dealloc(a); } } }
        sp--;
        if ((arg & 0x200) === 0) { if (typeof b !== "number" && --b.refcnt === 0) { f.pc = pc; dealloc(b); } }
        continue;
      }
    }
break;
}
case 10: { // BINARY_OP_LL

    const a = S[bp + arg], other = ins[pc + 1];
    const b = ins[pc] === LOAD_FAST_BORROW ? S[bp + other] : rawConsts[other];
    let r = Number.NaN;
    if (typeof a === "number") {
      if (typeof b === "number") {
        
  switch (ins[pc + 3] & 0xff) {
    case 0: case 13: r = a + b; break;
    case 10: case 23: r = a - b; break;
    case 5: case 18: r = a * b + 0; break;
    case 6: case 19: r = b > 0 && a >= 0 ? a % b : Number.NaN; break;
    case 2: case 15: r = b > 0 ? Math.floor(a / b) : Number.NaN; if (!(r <= 4294967296 && r >= -4294967296)) r = Number.NaN; break;
    case 1: case 14: r = (a | 0) === a && (b | 0) === b ? a & b : Number.NaN; break;
    default: r = arithmetic(ins[pc + 3] & 0xff, a, b);
  }
        if (r <= 9007199254740991 && r >= -9007199254740991) { S[sp++] = r; pc += 4; continue; }
      }
    } else if (typeof b !== "number" && a.type === FloatType && b.type === FloatType) {
      let known = true;
      const x = a.value as number, y = b.value as number;
      
  switch (ins[pc + 3] & 0xff) {
    case 0: case 13: r = x + y; break;
    case 10: case 23: r = x - y; break;
    case 5: case 18: r = x * y; break;
    case 11: case 24: if (y !== 0) { r = x / y; break; } known = false; break;
    default: known = false;
  }
      if (known) { S[sp++] = newFloat(r) as Value; pc += 4; continue; }
    }
    S[sp++] = a; continue;
}
case 13: { // BINARY_OP_SL

    const b = arg < 0 ? rawConsts[~arg] : S[bp + arg];
    const a = S[sp - 1];
    let r = Number.NaN;
    if (typeof a === "number") {
      if (typeof b === "number") {
        
  switch (ins[pc + 1] & 0xff) {
    case 0: case 13: r = a + b; break;
    case 10: case 23: r = a - b; break;
    case 5: case 18: r = a * b + 0; break;
    case 6: case 19: r = b > 0 && a >= 0 ? a % b : Number.NaN; break;
    case 2: case 15: r = b > 0 ? Math.floor(a / b) : Number.NaN; if (!(r <= 4294967296 && r >= -4294967296)) r = Number.NaN; break;
    case 1: case 14: r = (a | 0) === a && (b | 0) === b ? a & b : Number.NaN; break;
    default: r = arithmetic(ins[pc + 1] & 0xff, a, b);
  }
        if (r <= 9007199254740991 && r >= -9007199254740991) { S[sp - 1] = r; pc += 2; continue; }
      }
    } else if (typeof b !== "number" && a.type === FloatType && b.type === FloatType) {
      let known = true;
      const x = a.value as number, y = b.value as number;
      
  switch (ins[pc + 1] & 0xff) {
    case 0: case 13: r = x + y; break;
    case 10: case 23: r = x - y; break;
    case 5: case 18: r = x * y; break;
    case 11: case 24: if (y !== 0) { r = x / y; break; } known = false; break;
    default: known = false;
  }
      if (known) {
        const borrowed = (ins[pc + 1] & 0x100) !== 0;
        if (a.refcnt === 1 && !borrowed) a.value = r;
        else { S[sp - 1] = newFloat(r) as Value; if (!borrowed) { if (typeof a !== "number" && --a.refcnt === 0) { f.pc = pc; dealloc(a); } } }
        pc += 2;
        continue;
      }
    }
    S[sp++] = b; continue;
}
case 107: { // COMPARE_OP

    const b = S[sp - 1], a = S[sp - 2];
    let r: boolean;
    let known = true;
    const x = typeof a === "number" ? a : a.type === IntType && typeof a.value === "number" ? a.value as number : Number.NaN;
    const y = typeof b === "number" ? b : b.type === IntType && typeof b.value === "number" ? b.value as number : Number.NaN;
    if (x === x && y === y) {
      
  switch (arg & 7) { case 0: r = x < y; break; case 1: r = x <= y; break; case 2: r = x === y; break; case 3: r = x !== y; break; case 4: r = x > y; break; default: r = x >= y; }
    } else if (typeof a !== "number" && typeof b !== "number" && a.type === FloatType && b.type === FloatType) {
      const v = a.value as number, w = b.value as number;
      
  switch (arg & 7) { case 0: r = v < w; break; case 1: r = v <= w; break; case 2: r = v === w; break; case 3: r = v !== w; break; case 4: r = v > w; break; default: r = v >= w; }
    } else if (typeof a !== "number" && typeof b !== "number" && a.type === StrType && b.type === StrType && (arg & 6) === 2) {
      r = strEqual(a as PyStr, b as PyStr) === ((arg & 7) === 2);
    } else { known = false; r = false; }
    if (known) {
      if (typeof a !== "number" && (arg & 0x100) === 0) { if (typeof a !== "number" && --a.refcnt === 0) { f.pc = pc; dealloc(a); } }
      if (typeof b !== "number" && (arg & 0x200) === 0) { if (typeof b !== "number" && --b.refcnt === 0) { f.pc = pc; dealloc(b); } }
      const following = (vm.tracer === null ? ins[pc] : -1);
      if (following === POP_JUMP_IF_FALSE) { sp -= 2; pc = r ? pc + 2 : ins[pc + 1]; continue; }
      if (following === POP_JUMP_IF_TRUE) { sp -= 2; pc = r ? ins[pc + 1] : pc + 2; continue; }
      sp--;
      const answer = r ? True : False; answer.refcnt++; S[sp - 1] = answer;
      continue;
    }
break;
}
case 14: { // COMPARE_JUMP_LL

    const a = S[bp + arg], other = ins[pc + 1];
    const b = ins[pc] === LOAD_FAST_BORROW ? S[bp + other] : rawConsts[other];
    if (typeof a === "number" && typeof b === "number") {
      let r: boolean;
      
  switch (ins[pc + 3] & 7) { case 0: r = a < b; break; case 1: r = a <= b; break; case 2: r = a === b; break; case 3: r = a !== b; break; case 4: r = a > b; break; default: r = a >= b; }
      pc = r ? pc + 6 : ins[pc + 5];
      continue;
    }
    S[sp++] = a; continue;
}
case 117: { // IS_OP

    const b = S[sp - 1], a = S[sp - 2];
    const r = isSame(a, b) !== (arg === 1);
    sp--;
    S[sp - 1] = (r ? True : False); True.refcnt += r ? 1 : 0; False.refcnt += r ? 0 : 1;
    if (typeof a !== "number" && --a.refcnt === 0) { f.pc = pc; dealloc(a); } if (typeof b !== "number" && --b.refcnt === 0) { f.pc = pc; dealloc(b); } continue;
}
case 110: { // JUMP_FORWARD
pc = arg; continue;
}
case 140: { // JUMP_BACKWARD
if (!heap.pending && --heap.fuel >= 0) { pc = arg; continue; }
break;
}
case 134: { // JUMP_BACKWARD_NO_INTERRUPT
pc = arg; continue;
}
case 114: { // POP_JUMP_IF_FALSE

  const x = S[sp - 1];
  if (x === False) { sp--; pc = arg; continue; }
  if (x === True) { sp--; continue; }
break;
}
case 115: { // POP_JUMP_IF_TRUE

  const x = S[sp - 1];
  if (x === True) { sp--; pc = arg; continue; }
  if (x === False) { sp--; continue; }
break;
}
case 129: { // POP_JUMP_IF_NONE
const x = S[--sp]; if (x === None) { pc = arg; } if (typeof x !== "number" && --x.refcnt === 0) { f.pc = pc; dealloc(x); } continue;
}
case 128: { // POP_JUMP_IF_NOT_NONE
const x = S[--sp]; if (x !== None) { pc = arg; } if (typeof x !== "number" && --x.refcnt === 0) { f.pc = pc; dealloc(x); } continue;
}
case 172: { // KW_NAMES
kwnames = consts[arg] as PyTuple; continue;
}
case 171: { // CALL

    if (kwnames === null) {
      const base = sp - arg - 2;
      let n = arg, at = sp - arg;
      let fn = S[base] as PyObject | null;
      if (fn === null) fn = S[base + 1] as PyObject;
      else { n++; at--; }
      if (typeof fn !== "number" && fn.type === FunctionType) {
        const called = (fn as PyFunction).value;
        const callee = called.code.value as Code;
        const top = at + callee.frameSize;
        if (callee.simple && n === callee.argCount && S === stack && vm.depth < vm.limit && top < S.length) {
          f.pc = pc;
          f.sp = base;
          vm.depth++;
          for (let i = at + n, end = at + callee.nlocalsplus; i < end; i++) S[i] = UNBOUND;
          code = callee; bp = at; sp = at + callee.nlocalsplus; pc = 0;
          const idle = vm.idle;
          if (idle.length === 0) f = new Frame(callee, fn as PyFunction, called.globals, called.builtins, S, at, f, KIND_CALL, top);
          else {
            const back = f;
            f = idle.pop() as Frame;
            f.code = callee; f.func = fn as PyFunction; f.globals = called.globals; f.builtins = called.builtins;
            f.S = S; f.bp = at; f.sp = sp; f.pc = 0; f.back = back; f.kind = KIND_CALL; f.top = top; f.done = false;
          }
          vm.frame = f;
          const internal = callee.internal ?? load(callee);
          ins = internal.ins; caches = internal.caches; rawConsts = internal.rawConsts;
          consts = callee.consts.value as unknown as Value[];
          continue;
        }
      }
    } else { vm.kwnames = kwnames; kwnames = null; }
break;
}
case 150: { // YIELD_VALUE

    if (f.kind === KIND_FOR) {
      const value = S[--sp];
      const d = f.owner!.value as GeneratorData, handled = d.handled;
      f.pc = pc; f.sp = sp;
      d.state = SUSPENDED_STATE;
      vm.handled = handled.previous as HandledException;
      handled.previous = null;
      vm.depth--;
      const back = f.back as Frame;
      f.back = null;
      f = back;
      vm.frame = f;
      code = f.code; S = f.S; bp = f.bp; sp = f.sp; pc = f.pc;
{ const internal = code.internal ?? load(code); ins = internal.ins; caches = internal.caches; rawConsts = internal.rawConsts; consts = code.consts.value as unknown as Value[]; }
      S[sp++] = value;
      continue;
    }
break;
}
case 83: { // RETURN_VALUE
if (f.kind === KIND_CALL && f.object === null) { const value = S[--sp]; 
  f.done = true;
  for (let i = bp, end = bp + code.nlocalsplus; i < end; i++) { const x = S[i]; if (x !== undefined) { if (typeof x !== "number" && --x.refcnt === 0) { f.pc = pc; dealloc(x); } } }
  const fn = f.func as PyObject, idle = vm.idle;
  vm.depth--;
  if (idle.length < MOST_IDLE) idle.push(f);
  f = f.back as Frame;
  vm.frame = f;
  code = f.code; S = f.S; bp = f.bp; sp = f.sp; pc = f.pc;
{ const internal = code.internal ?? load(code); ins = internal.ins; caches = internal.caches; rawConsts = internal.rawConsts; consts = code.consts.value as unknown as Value[]; }
  S[sp++] = value;
  if (typeof fn !== "number" && --fn.refcnt === 0) { f.pc = pc; dealloc(fn); }
  continue; }
break;
}
case 121: { // RETURN_CONST
if (f.kind === KIND_CALL && f.object === null) { const value = consts[arg]; if (typeof value !== "number") value.refcnt++; 
  f.done = true;
  for (let i = bp, end = bp + code.nlocalsplus; i < end; i++) { const x = S[i]; if (x !== undefined) { if (typeof x !== "number" && --x.refcnt === 0) { f.pc = pc; dealloc(x); } } }
  const fn = f.func as PyObject, idle = vm.idle;
  vm.depth--;
  if (idle.length < MOST_IDLE) idle.push(f);
  f = f.back as Frame;
  vm.frame = f;
  code = f.code; S = f.S; bp = f.bp; sp = f.sp; pc = f.pc;
{ const internal = code.internal ?? load(code); ins = internal.ins; caches = internal.caches; rawConsts = internal.rawConsts; consts = code.consts.value as unknown as Value[]; }
  S[sp++] = value;
  if (typeof fn !== "number" && --fn.refcnt === 0) { f.pc = pc; dealloc(fn); }
  continue; }
break;
}
case 25: { // BINARY_SUBSCR

    const key = S[sp - 1], container = S[sp - 2];
    if (typeof container !== "number") {
      if (container.type === ListType || container.type === TupleType) {
        const n = typeof key === "number" ? key : key.type === IntType && typeof key.value === "number" ? key.value as number : Number.NaN;
        const items = container.value as Value[];
        const i = n < 0 ? n + items.length : n;
        if (i >= 0 && i < items.length) {
          const x = items[i];
          if (typeof x !== "number") x.refcnt++;
          const item = typeof x !== "number" || (x >= -5 && x <= 256) ? x : share(items, i) as Value;
          sp--; S[sp - 1] = item;
          if ((arg & 0x200) === 0) { if (typeof key !== "number" && --key.refcnt === 0) { f.pc = pc; dealloc(key); } }
          if ((arg & 0x100) === 0) { if (typeof container !== "number" && --container.refcnt === 0) { f.pc = pc; dealloc(container); } }
          continue;
        }
      } else if (container.type === DictType && (typeof key === "number" || key.type === StrType)) {
        const table = container.value as DictTable;
        const at = table.find(key);
        if (at >= 0) {
          const item = share(table.slots, at) as Value;
          sp--; S[sp - 1] = item;
          if ((arg & 0x200) === 0) { if (typeof key !== "number" && --key.refcnt === 0) { f.pc = pc; dealloc(key); } }
          if ((arg & 0x100) === 0) { if (typeof container !== "number" && --container.refcnt === 0) { f.pc = pc; dealloc(container); } }
          continue;
        }
      }
    }
break;
}
case 60: { // STORE_SUBSCR

    const key = S[sp - 1], container = S[sp - 2], value = S[sp - 3];
    if (typeof container !== "number") {
      if (container.type === ListType) {
        const n = typeof key === "number" ? key : key.type === IntType && typeof key.value === "number" ? key.value as number : Number.NaN;
        const items = container.value as Value[];
        const i = n < 0 ? n + items.length : n;
        if (i >= 0 && i < items.length) {
          const old = items[i]; items[i] = value; sp -= 3;
          if ((arg & 0x200) === 0) { if (typeof key !== "number" && --key.refcnt === 0) { f.pc = pc; dealloc(key); } }
          if ((arg & 0x100) === 0) { if (typeof container !== "number" && --container.refcnt === 0) { f.pc = pc; dealloc(container); } }
          if (typeof old !== "number" && --old.refcnt === 0) { f.pc = pc; dealloc(old); }
          continue;
        }
      } else if (container.type === DictType && (typeof key === "number" || key.type === StrType)) {
        const table = container.value as DictTable;
        const at = table.find(key);
        if (at >= 0 && (isTracked(container) || typeof value === "number")) {
          const old = table.values[at] as Value; table.values[at] = value; sp -= 3;
          if ((arg & 0x200) === 0) { if (typeof key !== "number" && --key.refcnt === 0) { f.pc = pc; dealloc(key); } }
          if ((arg & 0x100) === 0) { if (typeof container !== "number" && --container.refcnt === 0) { f.pc = pc; dealloc(container); } }
          if (typeof old !== "number" && --old.refcnt === 0) { f.pc = pc; dealloc(old); }
          continue;
        }
      }
    }
break;
}
case 93: { // FOR_ITER

    const it = S[sp - 1] as PyObject;
    let x: Value | null = null;
    if (it.type === RangeIteratorType) {
      const s = it.value as RangeState;
      const left = s.left, item = s.next;
      if (typeof left === "number" && typeof item === "number" && left > 0) {
        s.left = left - 1; s.next = item + (s.step as number); x = item;
      }
    } else if (it.type === ListIteratorType || it.type === TupleIteratorType) {
      const list = it.value as PyObject<Value[]> | null;
      const i = it.extra as number;
      if (list !== null && i < list.value.length) {
        it.extra = i + 1;
        x = list.value[i];
        if (typeof x !== "number") x.refcnt++;
        else if (x < -5 || x > 256) x = share(list.value, i) as Value;
      }
    } else if (it.type === GeneratorType && vm.depth < vm.limit) {
      const d = it.value as GeneratorData;
      if (d.state <= SUSPENDED_STATE) {
        f.pc = pc; f.sp = sp;
        const g = d.frame as Frame, handled = d.handled;
        g.back = f; g.kind = KIND_FOR; g.top = f.top;
        d.state = RUNNING;
        handled.previous = vm.handled;
        vm.handled = handled;
        vm.depth++;
        f = g;
        vm.frame = f;
        code = f.code; S = f.S; bp = f.bp; sp = f.sp; pc = f.pc;
{ const internal = code.internal ?? load(code); ins = internal.ins; caches = internal.caches; rawConsts = internal.rawConsts; consts = code.consts.value as unknown as Value[]; }
        None.refcnt++;
        S[sp++] = None;
        continue;
      }
    }
    if (x === null) {
      const { plainNext } = it.type.value;
      if (plainNext !== null) {
        f.pc = pc; f.sp = sp;
        const item = plainNext(it) as Value | undefined;
        if (item === undefined) { sp--; f.sp = sp; pc = arg + 2; if (typeof it !== "number" && --it.refcnt === 0) { f.pc = pc; dealloc(it); } continue; }
        x = item;
      }
    }
    if (x !== null) {
      if ((vm.tracer === null ? ins[pc] : -1) === STORE_FAST) {
        const at = bp + ins[pc + 1], old = S[at];
        S[at] = x; pc += 2;
        if (old !== undefined && old !== null) { if (typeof old !== "number" && --old.refcnt === 0) { f.pc = pc; dealloc(old); } }
      } else S[sp++] = x;
      continue;
    }
break;
}
case 118: { // CONTAINS_OP

    const container = S[sp - 1], item = S[sp - 2];
    let found = false, known = false;
    if (typeof container !== "number") {
      if (container.type === StrType) {
        if (typeof item !== "number" && item.type === StrType) { found = strContains(container as PyStr, item as PyStr); known = true; }
      } else if (container.type === DictType && (typeof item === "number" || item.type === StrType)) {
        f.pc = pc; f.sp = sp;
        found = (container.value as DictTable).find(item) >= 0; known = true;
      }
    }
    if (known) {
      sp -= 2;
      const r = found === (arg === 0);
      const following = (vm.tracer === null ? ins[pc] : -1);
      if (following === POP_JUMP_IF_FALSE) pc = r ? pc + 2 : ins[pc + 1];
      else if (following === POP_JUMP_IF_TRUE) pc = r ? ins[pc + 1] : pc + 2;
      else { const answer = r ? True : False; answer.refcnt++; S[sp++] = answer; }
      if (typeof item !== "number" && --item.refcnt === 0) { f.pc = pc; dealloc(item); }
      if (typeof container !== "number" && --container.refcnt === 0) { f.pc = pc; dealloc(container); }
      continue;
    }
break;
}
case 102: { // BUILD_TUPLE
const items = takeItems(S, sp, arg); sp -= arg; S[sp] = newTuple(items); sp++; continue;
}
case 103: { // BUILD_LIST
const items = takeItems(S, sp, arg); sp -= arg; S[sp] = newList(items); sp++; continue;
}
case 145: { // LIST_APPEND
const x = S[--sp]; listAppend(S[sp - arg] as PyList, x as OwnedValue); continue;
}
case 92: { // UNPACK_SEQUENCE

    const seq = S[sp - 1];
    if (typeof seq !== "number" && seq.type === TupleType && (seq.value as Value[]).length === arg) {
      const items = seq.value as Value[];
      sp--;
      for (let i = arg - 1; i >= 0; i--) { S[sp] = share(items, i) as Value; sp++; }
      if (typeof seq !== "number" && --seq.refcnt === 0) { f.pc = pc; dealloc(seq); }
      continue;
    }
break;
}
        }
        f.pc = pc; f.sp = sp;
        sp = -1;
        const next = slow[op](f, arg);
        if (next === f) { pc = f.pc; sp = f.sp; continue; }
        if (next !== null) { f = next; code = f.code; S = f.S; bp = f.bp; sp = f.sp; pc = f.pc;
{ const internal = code.internal ?? load(code); ins = internal.ins; caches = internal.caches; rawConsts = internal.rawConsts; consts = code.consts.value as unknown as Value[]; } continue; }
        const { raised } = vm;
        if (raised === null) return vm.answer as OwnedValue;
        error = raised;
        reraised = vm.reraised;
        vm.raised = null;
        sp = f.sp;
        break;
      }
    } catch (e) {
      recursion.depth = depth;
      
      if (e instanceof InitError) { f = e.frame; pc = f.pc; sp = f.sp; error = caughtInLoop(e.error, f); }
      else {
        f.pc = pc;
        if (sp < 0) sp = f.sp; else f.sp = sp;
        error = caughtInLoop(e, f);
      }
    }
    kwnames = null;
    if (!reraised) f.pc = pc;
    f.sp = sp;
    const handling = unwindTraced(f, error, reraised, pc);
    if (handling === null) throw passOn(takeThrown());
    f = handling;
    code = f.code; S = f.S; bp = f.bp; sp = f.sp; pc = f.pc;
{ const internal = code.internal ?? load(code); ins = internal.ins; caches = internal.caches; rawConsts = internal.rawConsts; consts = code.consts.value as unknown as Value[]; }
  }
}
/** Goes on in a frame, which another loop has left if `again`: then the instruction that it stands behind may not be done. */
export function watched(f: Frame, stepping: boolean, again: boolean): OwnedValue {
  if (again && BREAKS.has((f.code.internal as InternalCode).ins[f.pc - 2])) f.pc -= 2;
  const before = vm.watching;
  vm.watching = true;
  try {
    return watch(f, stepping);
  } finally {
    vm.watching = before;
    if (vm.tracer !== null) heap.pending = true;
  }
}

/** As `run`, but stops when the budget of instructions is used up: the machine then says where. */
export const runStepped = (entry: Frame): OwnedValue => watched(entry, true, false);
