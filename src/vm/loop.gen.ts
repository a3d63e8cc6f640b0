// Generated from opcodes.ts by src/tools/loop.ts. Do not edit.
import { dealloc } from "../heap/dealloc.ts";
import { heap } from "../heap/heap.ts";
import { isTracked, type PyObject } from "../heap/object.ts";
import { isSame, newRef, type Owned, type OwnedValue, share, sharePayload, type Value } from "../heap/refs.ts";
import { MethodDescriptorType, type MethodData } from "../objects/builtin.ts";
import { newCell, setCell, type PyCell } from "../objects/cell.ts";
import { DictType, dictSet } from "../objects/dict.ts";
import { type DictTable } from "../objects/dicttable.ts";
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
import { TupleType, newTuple, type PyTuple } from "../objects/tuple.ts";
import { yieldFromIter, sendTo, beforeAsyncWith, getAsyncIter, getAsyncNext, getAwaitable, endsAsyncFor } from "./await.ts";
import { growStack } from "./bind.ts";
import { ownBorrowed, disownBelow } from "./borrow.ts";
import { takeItems, buildSet, buildMap, buildConstKeyMap, buildString, formatValue, setAddStack, mapAdd, listExtendStack, setUpdateStack, dictUpdateStack, dictMergeStack, unpackSequence, unpackEx } from "./build.ts";
import { type AttrCache, type EntryCache, loadAttr, loadMethod, loadGlobal, loadName, storeAttr, moduleAttr, otherAttr, otherMethod } from "./caches.ts";
import { callPython, callOther, callEx } from "./calls.ts";
import { type Code, type Cache, type InternalCode } from "./code.ts";
import { unknownOpcode, breakHere, binarySlice, storeSlice, buildSlice, makeFunction, raiseVarargs, reraiseAt, checkGroupMatch, cleanupThrow, withExceptStart, beforeWith, SUSPENDED, WATCH } from "./cold.ts";
import { Frame, KIND_CALL, KIND_ENTRY, KIND_FOR, KIND_SEND } from "./frame.ts";
import { GeneratorType, CoroutineType, type PyGenerator, resumable, resumeInline, suspend, newGenerator, leaveForGenerator } from "./generator.ts";
import { importName, importFrom } from "./import.ts";
import { intrinsic1, intrinsic2 } from "./intrinsics.ts";
import { leaveFrame, unwind, caughtInLoop, InitError } from "./leave.ts";
import { isMappingPattern, isSequencePattern, matchKeys, matchClass } from "./match.ts";
import { unboundLocal, unboundCell, deleteDeref, copyFreeVars, loadFromDictOrDeref, loadFromDictOrGlobals, storeName, deleteName, deleteGlobal, setupAnnotations, loadBuildClass, loadSuperAttr } from "./names.ts";
import { quicken } from "./quicken.ts";
import { matchesClause, passOn } from "./raise.ts";
import { slowBinary, slowCompare, slowSubscript, slowStoreSubscript } from "./slow.ts";
import { vm } from "./state.ts";
import { beforeInstruction, unwindTraced, takeThrown } from "./trace.ts";

const NULL = null as unknown as Value;
const UNBOUND = undefined as unknown as Value;
const LOAD_FAST_BORROW = 6;
const POP_JUMP_IF_FALSE = 114;
const POP_JUMP_IF_TRUE = 115;
const BREAKS = new Set([151, 140]);
const load = (code: Code): InternalCode => (code.internal = quicken(code));

/** Runs a frame to its end, and every frame that it calls; answers what it returns or yields. */
export function run(entry: Frame): OwnedValue {
  if (vm.tracer !== null) return watched(entry, false, false);
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
      loop: for (;;) {
        
        const op = ins[pc], arg = ins[pc + 1];
        pc += 2;
        switch (op) {
case 9: { // NOP
sp -= 0;
break;
}
case 151: { // RESUME
if (heap.pending || --heap.fuel < 0) { f.pc = pc; f.sp = sp; breakHere(f, sp); }
break;
}
case 1: { // POP_TOP
const x = S[--sp]; if (typeof x !== "number" && --x.refcnt === 0) { f.pc = pc; dealloc(x); }
break;
}
case 2: { // PUSH_NULL
S[sp++] = NULL;
break;
}
case 4: { // END_FOR
const x = S[--sp]; if (typeof x !== "number" && --x.refcnt === 0) { f.pc = pc; dealloc(x); } const y = S[--sp]; if (typeof y !== "number" && --y.refcnt === 0) { f.pc = pc; dealloc(y); }
break;
}
case 5: { // END_SEND
const value = S[--sp]; const receiver = S[sp - 1]; S[sp - 1] = value; if (typeof receiver !== "number" && --receiver.refcnt === 0) { f.pc = pc; dealloc(receiver); }
break;
}
case 3: { // INTERPRETER_EXIT
sp -= 0;
break;
}
case 124: { // LOAD_FAST

    const x = S[bp + arg];
    if (typeof x !== "number") { x.refcnt++; S[sp++] = x; }
    else if (x >= -5 && x <= 256) S[sp++] = x;
    else { S[sp] = share(S, bp + arg) as Value; sp++; }
break;
}
case 6: { // LOAD_FAST_BORROW
S[sp++] = S[bp + arg];
break;
}
case 8: { // LOAD_FAST_MOVE

    if (f.object !== null) { S[sp] = share(S, bp + arg) as Value; sp++; }
    else { S[sp++] = S[bp + arg]; S[bp + arg] = UNBOUND; }
break;
}
case 127: { // LOAD_FAST_CHECK
if (S[bp + arg] === undefined) throw unboundLocal(code, arg); S[sp] = share(S, bp + arg) as Value; sp++;
break;
}
case 143: { // LOAD_FAST_AND_CLEAR
S[sp++] = S[bp + arg]; S[bp + arg] = UNBOUND;
break;
}
case 100: { // LOAD_CONST
const x = consts[arg]; if (typeof x !== "number") x.refcnt++; S[sp++] = x;
break;
}
case 7: { // LOAD_CONST_BORROW
S[sp++] = rawConsts[arg];
break;
}
case 125: { // STORE_FAST
const old = S[bp + arg]; S[bp + arg] = S[--sp]; if (old !== undefined && old !== null) { if (typeof old !== "number" && --old.refcnt === 0) { f.pc = pc; dealloc(old); } }
break;
}
case 126: { // DELETE_FAST
const old = S[bp + arg]; if (old === undefined) throw unboundLocal(code, arg); S[bp + arg] = UNBOUND; if (typeof old !== "number" && --old.refcnt === 0) { f.pc = pc; dealloc(old); }
break;
}
case 120: { // COPY
S[sp] = share(S, sp - arg) as Value; sp++;
break;
}
case 99: { // SWAP
const x = S[sp - 1]; S[sp - 1] = S[sp - arg]; S[sp - arg] = x;
break;
}
case 135: { // MAKE_CELL
S[bp + arg] = newCell(S[bp + arg] as OwnedValue | undefined);
break;
}
case 136: { // LOAD_CLOSURE
S[sp] = share(S, bp + arg) as Value; sp++;
break;
}
case 137: { // LOAD_DEREF
const cell = S[bp + arg] as PyCell; if (cell.value === undefined) throw unboundCell(code, arg); S[sp] = sharePayload(cell as PyObject<Value>) as Value; sp++;
break;
}
case 138: { // STORE_DEREF
const value = S[--sp]; f.pc = pc; f.sp = sp; setCell(S[bp + arg] as PyCell, value as OwnedValue);
break;
}
case 139: { // DELETE_DEREF
f.pc = pc; f.sp = sp; deleteDeref(f, arg);
break;
}
case 149: { // COPY_FREE_VARS
copyFreeVars(f, arg);
break;
}
case 176: { // LOAD_FROM_DICT_OR_DEREF
const mapping = S[sp - 1];
f.pc = pc; f.sp = sp;
let value: OwnedValue;
value = loadFromDictOrDeref(f, mapping, arg);
sp -= 1;
S[sp++] = value as Value;
if (typeof mapping !== "number" && --mapping.refcnt === 0) { f.pc = pc; dealloc(mapping); }
break;
}
case 116: { // LOAD_GLOBAL

    if ((arg & 1) !== 0) S[sp++] = NULL;
    const c = caches[(pc >> 1) - 1] as EntryCache | null;
    if (c !== null) {
      const globals = f.globals.value;
      if (c.outer === null ? c.table === globals && c.version === globals.version
        : c.outer === globals && c.outerVersion === globals.version && c.table === f.builtins.value && c.version === c.table.version) {
        const x = c.table.values[c.at] as Value;
        if (typeof x !== "number") { x.refcnt++; S[sp++] = x; }
        else { S[sp] = share(c.table.values as Value[], c.at) as Value; sp++; }
        break;
      }
    }
    f.pc = pc; f.sp = sp;
    S[sp] = loadGlobal(f, code.names[arg >> 1], caches, (pc >> 1) - 1) as Value; sp++;
break;
}
case 101: { // LOAD_NAME
f.pc = pc; f.sp = sp; S[sp] = loadName(f, code.names[arg]) as Value; sp++;
break;
}
case 90: { // STORE_NAME
const value = S[--sp]; f.pc = pc; f.sp = sp; storeName(f, code.names[arg], value as OwnedValue);
break;
}
case 91: { // DELETE_NAME
f.pc = pc; f.sp = sp; deleteName(f, code.names[arg]);
break;
}
case 97: { // STORE_GLOBAL
const value = S[--sp]; f.pc = pc; f.sp = sp; dictSet(f.globals, code.names[arg], value as OwnedValue);
break;
}
case 98: { // DELETE_GLOBAL
f.pc = pc; f.sp = sp; deleteGlobal(f, code.names[arg]);
break;
}
case 87: { // LOAD_LOCALS
f.pc = pc; f.sp = sp;
let value: OwnedValue;
value = newRef(f.locals as PyObject);
sp -= 0;
S[sp++] = value as Value;
break;
}
case 175: { // LOAD_FROM_DICT_OR_GLOBALS
const mapping = S[sp - 1];
f.pc = pc; f.sp = sp;
let value: OwnedValue;
value = loadFromDictOrGlobals(f, mapping, code.names[arg]);
sp -= 1;
S[sp++] = value as Value;
if (typeof mapping !== "number" && --mapping.refcnt === 0) { f.pc = pc; dealloc(mapping); }
break;
}
case 71: { // LOAD_BUILD_CLASS
f.pc = pc; f.sp = sp; S[sp] = loadBuildClass(f) as Value; sp++;
break;
}
case 74: { // LOAD_ASSERTION_ERROR
f.pc = pc; f.sp = sp;
let value: OwnedValue;
value = newRef(exceptionType("AssertionError"));
sp -= 0;
S[sp++] = value as Value;
break;
}
case 85: { // SETUP_ANNOTATIONS
f.pc = pc; f.sp = sp;
setupAnnotations(f);
sp -= 0;
break;
}
case 106: { // LOAD_ATTR

    const o = S[sp - 1];
    const c = caches[(pc >> 1) - 1] as AttrCache | null;
    if ((arg & 1) === 0) {
      if (c !== null && typeof o !== "number" && o.extra === c.shape && c.data.version === c.version) {
        const values = o.value as Value[];
        const x = values[c.slot];
        if (typeof x !== "number") x.refcnt++;
        S[sp - 1] = typeof x !== "number" || (x >= -5 && x <= 256) ? x : share(values, c.slot) as Value;
        if ((arg & 0x10000) === 0) { if (typeof o !== "number" && --o.refcnt === 0) { f.pc = pc; dealloc(o); } }
        break;
      }
      f.pc = pc; f.sp = sp;
      const known = otherAttr(o, c);
      if (known !== undefined) { S[sp - 1] = known as Value; if ((arg & 0x10000) === 0) { if (typeof o !== "number" && --o.refcnt === 0) { f.pc = pc; dealloc(o); } } break; }
      ownBorrowed(f, pc, sp);
      const x = loadAttr(S[sp - 1], code.names[(arg & 0xffff) >> 1], caches, (pc >> 1) - 1);
      const held = S[sp - 1]; S[sp - 1] = x as Value; if (typeof held !== "number" && --held.refcnt === 0) { f.pc = pc; dealloc(held); }
      disownBelow(f, pc, sp, 1);
      break;
    }
    if (c !== null && typeof o !== "number" && c.method != null && c.data.version === c.version && (c.shape !== null ? o.extra === c.shape : o.type === c.type)) {
      const m = c.method; m.refcnt++; S[sp - 1] = m; S[sp++] = o;
      break;
    }
    const other = otherMethod(o, c);
    if (other !== null) { other.refcnt++; S[sp - 1] = other; S[sp++] = o; break; }
    f.pc = pc; f.sp = sp;
    const found = moduleAttr(o, c);
    if (found !== undefined) { S[sp - 1] = NULL; S[sp++] = found as Value; if (typeof o !== "number" && --o.refcnt === 0) { f.pc = pc; dealloc(o); } break; }
    sp = loadMethod(S, sp, code.names[arg >> 1], caches, (pc >> 1) - 1);
break;
}
case 16: { // LOAD_ATTR_L

    const o = S[bp + arg];
    const c = caches[pc >> 1] as AttrCache | null;
    if (c !== null && typeof o !== "number" && o.extra === c.shape && c.data.version === c.version) {
      const values = o.value as Value[];
      const x = values[c.slot];
      if (typeof x !== "number") { x.refcnt++; S[sp++] = x; pc += 2; break; }
    }
    S[sp++] = o;
break;
}
case 95: { // STORE_ATTR

    const o = S[sp - 1];
    const c = caches[(pc >> 1) - 1] as AttrCache | null;
    if (c !== null && typeof o !== "number" && o.extra === c.shape && c.data.version === c.version) {
      const values = o.value as Value[];
      const value = S[sp - 2];
      sp -= 2;
      if (c.next === null) { const old = values[c.slot]; values[c.slot] = value; if (typeof old !== "number" && --old.refcnt === 0) { f.pc = pc; dealloc(old); } }
      else { values.push(value); o.extra = c.next; }
      if ((arg & 0x10000) === 0) { if (typeof o !== "number" && --o.refcnt === 0) { f.pc = pc; dealloc(o); } }
      break;
    }
    f.pc = pc; f.sp = sp;
    ownBorrowed(f, pc, sp);
    const held = S[sp - 1];
    S[sp - 1] = S[sp - 2]; S[sp - 2] = held; sp--;
    storeAttr(held, code.names[arg & 0xffff], S[sp] as OwnedValue, caches, (pc >> 1) - 1);
    sp--; if (typeof held !== "number" && --held.refcnt === 0) { f.pc = pc; dealloc(held); }
break;
}
case 96: { // DELETE_ATTR
const owner = S[sp - 1];
f.pc = pc; f.sp = sp;
setAttr(owner, code.names[arg], undefined);
sp -= 1;
if (typeof owner !== "number" && --owner.refcnt === 0) { f.pc = pc; dealloc(owner); }
break;
}
case 141: { // LOAD_SUPER_ATTR
f.pc = pc; f.sp = sp; sp = loadSuperAttr(f, S, sp, arg);
break;
}
case 11: { // UNARY_NEGATIVE
const value = S[sp - 1];
f.pc = pc; f.sp = sp;
let res: OwnedValue;
res = negative(value);
sp -= 1;
S[sp++] = res as Value;
if (typeof value !== "number" && --value.refcnt === 0) { f.pc = pc; dealloc(value); }
break;
}
case 15: { // UNARY_INVERT
const value = S[sp - 1];
f.pc = pc; f.sp = sp;
let res: OwnedValue;
res = invert(value);
sp -= 1;
S[sp++] = res as Value;
if (typeof value !== "number" && --value.refcnt === 0) { f.pc = pc; dealloc(value); }
break;
}
case 12: { // UNARY_NOT
const value = S[sp - 1];
f.pc = pc; f.sp = sp;
let res: OwnedValue;
res = newBool(!isTrue(value));
sp -= 1;
S[sp++] = res as Value;
if (typeof value !== "number" && --value.refcnt === 0) { f.pc = pc; dealloc(value); }
break;
}
case 122: { // BINARY_OP

    const b = S[sp - 1], a = S[sp - 2];
    let r = Number.NaN;
    if (typeof a === "number" && typeof b === "number") {
      
  switch (arg & 0xff) {
    case 0: case 13: r = a + b; break;
    case 10: case 23: r = a - b; break;
    case 5: case 18: r = a * b + 0; break;
    case 6: case 19: r = b > 0 && a >= 0 ? a % b : Number.NaN; break;
    case 2: case 15: r = b > 0 ? Math.floor(a / b) : Number.NaN; if (!(r <= 4294967296 && r >= -4294967296)) r = Number.NaN; break;
    case 1: case 14: r = (a | 0) === a && (b | 0) === b ? a & b : Number.NaN; break;
    case 7: case 20: r = (a | 0) === a && (b | 0) === b ? a | b : Number.NaN; break;
    case 12: case 25: r = (a | 0) === a && (b | 0) === b ? a ^ b : Number.NaN; break;
    case 3: case 16: r = b >= 0 && b < 32 ? a * (1 << b >>> 0) : Number.NaN; break;
    case 9: case 22: r = b >= 0 && b < 32 && (a | 0) === a ? a >> b : Number.NaN; break;
    default: r = Number.NaN;
  }
      if (r <= 9007199254740991 && r >= -9007199254740991) { S[sp - 2] = r; sp--; break; }
    } else if (typeof a !== "number" && typeof b !== "number" && a.type === FloatType && b.type === FloatType) {
      let known = true;
      const x = a.value as number, y = b.value as number;
      
  switch (arg & 0xff) {
    case 0: case 13: r = x + y; break;
    case 10: case 23: r = x - y; break;
    case 5: case 18: r = x * y; break;
    case 11: case 24: if (y !== 0) { r = x / y; break; } known = false; break;
    default: known = false;
  }
      if (known) {
        if (a.refcnt === 1 && (arg & 0x100) === 0) a.value = r;
        else { S[sp - 2] = newFloat(r) as Value; if ((arg & 0x100) === 0) { if (typeof a !== "number" && --a.refcnt === 0) { f.pc = pc; dealloc(a); } } }
        sp--;
        if ((arg & 0x200) === 0) { if (typeof b !== "number" && --b.refcnt === 0) { f.pc = pc; dealloc(b); } }
        break;
      }
    } else {
      const x = typeof a === "number" ? a : a.type === IntType && typeof a.value === "number" ? a.value as number : Number.NaN;
      const y = typeof b === "number" ? b : b.type === IntType && typeof b.value === "number" ? b.value as number : Number.NaN;
      
  switch (arg & 0xff) {
    case 0: case 13: r = x + y; break;
    case 10: case 23: r = x - y; break;
    case 5: case 18: r = x * y + 0; break;
    case 6: case 19: r = y > 0 && x >= 0 ? x % y : Number.NaN; break;
    case 2: case 15: r = y > 0 ? Math.floor(x / y) : Number.NaN; if (!(r <= 4294967296 && r >= -4294967296)) r = Number.NaN; break;
    case 1: case 14: r = (x | 0) === x && (y | 0) === y ? x & y : Number.NaN; break;
    case 7: case 20: r = (x | 0) === x && (y | 0) === y ? x | y : Number.NaN; break;
    case 12: case 25: r = (x | 0) === x && (y | 0) === y ? x ^ y : Number.NaN; break;
    case 3: case 16: r = y >= 0 && y < 32 ? x * (1 << y >>> 0) : Number.NaN; break;
    case 9: case 22: r = y >= 0 && y < 32 && (x | 0) === x ? x >> y : Number.NaN; break;
    default: r = Number.NaN;
  }
      if (r <= 9007199254740991 && r >= -9007199254740991) {
        S[sp - 2] = r; sp--;
        if ((arg & 0x100) === 0) { if (typeof a !== "number" && --a.refcnt === 0) { f.pc = pc; dealloc(a); } }
        if ((arg & 0x200) === 0) { if (typeof b !== "number" && --b.refcnt === 0) { f.pc = pc; dealloc(b); } }
        break;
      }
    }
    f.pc = pc; f.sp = sp;
    slowBinary(f, pc, sp, arg & 0xff); sp--;
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
    case 7: case 20: r = (a | 0) === a && (b | 0) === b ? a | b : Number.NaN; break;
    case 12: case 25: r = (a | 0) === a && (b | 0) === b ? a ^ b : Number.NaN; break;
    case 3: case 16: r = b >= 0 && b < 32 ? a * (1 << b >>> 0) : Number.NaN; break;
    case 9: case 22: r = b >= 0 && b < 32 && (a | 0) === a ? a >> b : Number.NaN; break;
    default: r = Number.NaN;
  }
        if (r <= 9007199254740991 && r >= -9007199254740991) { S[sp++] = r; pc += 4; break; }
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
      if (known) { S[sp++] = newFloat(r) as Value; pc += 4; break; }
    }
    S[sp++] = a;
break;
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
    case 7: case 20: r = (a | 0) === a && (b | 0) === b ? a | b : Number.NaN; break;
    case 12: case 25: r = (a | 0) === a && (b | 0) === b ? a ^ b : Number.NaN; break;
    case 3: case 16: r = b >= 0 && b < 32 ? a * (1 << b >>> 0) : Number.NaN; break;
    case 9: case 22: r = b >= 0 && b < 32 && (a | 0) === a ? a >> b : Number.NaN; break;
    default: r = Number.NaN;
  }
        if (r <= 9007199254740991 && r >= -9007199254740991) { S[sp - 1] = r; pc += 2; break; }
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
        break;
      }
    }
    S[sp++] = b;
break;
}
case 107: { // COMPARE_OP

    const b = S[sp - 1], a = S[sp - 2];
    let r: boolean;
    if (typeof a === "number" && typeof b === "number") {
      
  switch (arg & 7) { case 0: r = a < b; break; case 1: r = a <= b; break; case 2: r = a === b; break; case 3: r = a !== b; break; case 4: r = a > b; break; default: r = a >= b; }
    } else {
      const x = typeof a === "number" ? a : a.type === IntType && typeof a.value === "number" ? a.value as number : Number.NaN;
      const y = typeof b === "number" ? b : b.type === IntType && typeof b.value === "number" ? b.value as number : Number.NaN;
      if (x === x && y === y) {
        
  switch (arg & 7) { case 0: r = x < y; break; case 1: r = x <= y; break; case 2: r = x === y; break; case 3: r = x !== y; break; case 4: r = x > y; break; default: r = x >= y; }
      } else if (typeof a !== "number" && typeof b !== "number" && a.type === FloatType && b.type === FloatType) {
        const v = a.value as number, w = b.value as number;
        
  switch (arg & 7) { case 0: r = v < w; break; case 1: r = v <= w; break; case 2: r = v === w; break; case 3: r = v !== w; break; case 4: r = v > w; break; default: r = v >= w; }
      } else if (typeof a !== "number" && typeof b !== "number" && a.type === StrType && b.type === StrType && (arg & 6) === 2) {
        r = strEqual(a as PyStr, b as PyStr) === ((arg & 7) === 2);
      } else {
        f.pc = pc; f.sp = sp;
        slowCompare(f, pc, sp, arg & 7); sp--;
        break;
      }
      if ((arg & 0x100) === 0) { if (typeof a !== "number" && --a.refcnt === 0) { f.pc = pc; dealloc(a); } }
      if ((arg & 0x200) === 0) { if (typeof b !== "number" && --b.refcnt === 0) { f.pc = pc; dealloc(b); } }
    }
    const following = ins[pc];
    if (following === POP_JUMP_IF_FALSE) { sp -= 2; pc = r ? pc + 2 : ins[pc + 1]; break; }
    if (following === POP_JUMP_IF_TRUE) { sp -= 2; pc = r ? ins[pc + 1] : pc + 2; break; }
    sp--;
    const answer = r ? True : False; answer.refcnt++; S[sp - 1] = answer;
break;
}
case 14: { // COMPARE_JUMP_LL

    const a = S[bp + arg], other = ins[pc + 1];
    const b = ins[pc] === LOAD_FAST_BORROW ? S[bp + other] : rawConsts[other];
    if (typeof a === "number" && typeof b === "number") {
      let r: boolean;
      
  switch (ins[pc + 3] & 7) { case 0: r = a < b; break; case 1: r = a <= b; break; case 2: r = a === b; break; case 3: r = a !== b; break; case 4: r = a > b; break; default: r = a >= b; }
      pc = r ? pc + 6 : ins[pc + 5];
      break;
    }
    S[sp++] = a;
break;
}
case 117: { // IS_OP

    const b = S[sp - 1], a = S[sp - 2];
    const r = isSame(a, b) !== (arg === 1);
    sp--;
    S[sp - 1] = (r ? True : False); True.refcnt += r ? 1 : 0; False.refcnt += r ? 0 : 1;
    if (typeof a !== "number" && --a.refcnt === 0) { f.pc = pc; dealloc(a); } if (typeof b !== "number" && --b.refcnt === 0) { f.pc = pc; dealloc(b); }
break;
}
case 118: { // CONTAINS_OP
const item = S[sp - 2];
const container = S[sp - 1];
f.pc = pc; f.sp = sp;
let res: OwnedValue;
res = newBool(contains(container, item) !== (arg === 1));
sp -= 2;
S[sp++] = res as Value;
if (typeof item !== "number" && --item.refcnt === 0) { f.pc = pc; dealloc(item); }
if (typeof container !== "number" && --container.refcnt === 0) { f.pc = pc; dealloc(container); }
break;
}
case 25: { // BINARY_SUBSCR

    const key = S[sp - 1], container = S[sp - 2];
    if (typeof container !== "number" && (container.type === ListType || container.type === TupleType)) {
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
        break;
      }
    } else if (typeof container !== "number" && container.type === DictType) {
      const table = container.value as DictTable;
      const at = typeof key === "number" || key.type === StrType ? table.find(key) : -1;
      if (at >= 0) {
        const item = share(table.slots, at) as Value;
        sp--; S[sp - 1] = item;
        if ((arg & 0x200) === 0) { if (typeof key !== "number" && --key.refcnt === 0) { f.pc = pc; dealloc(key); } }
        if ((arg & 0x100) === 0) { if (typeof container !== "number" && --container.refcnt === 0) { f.pc = pc; dealloc(container); } }
        break;
      }
    }
    f.pc = pc; f.sp = sp;
    slowSubscript(f, pc, sp); sp--;
break;
}
case 60: { // STORE_SUBSCR

    const key = S[sp - 1], container = S[sp - 2], value = S[sp - 3];
    if (typeof container !== "number" && container.type === ListType) {
      const n = typeof key === "number" ? key : key.type === IntType && typeof key.value === "number" ? key.value as number : Number.NaN;
      const items = container.value as Value[];
      const i = n < 0 ? n + items.length : n;
      if (i >= 0 && i < items.length) {
        const old = items[i]; items[i] = value; sp -= 3;
        if ((arg & 0x200) === 0) { if (typeof key !== "number" && --key.refcnt === 0) { f.pc = pc; dealloc(key); } }
        if ((arg & 0x100) === 0) { if (typeof container !== "number" && --container.refcnt === 0) { f.pc = pc; dealloc(container); } }
        if (typeof old !== "number" && --old.refcnt === 0) { f.pc = pc; dealloc(old); }
        break;
      }
    } else if (typeof container !== "number" && container.type === DictType && (typeof key === "number" || key.type === StrType)) {
      const table = container.value as DictTable;
      const at = table.find(key);
      if (at >= 0 && isTracked(container)) {
        const old = table.values[at] as Value; table.values[at] = value; sp -= 3;
        if ((arg & 0x200) === 0) { if (typeof key !== "number" && --key.refcnt === 0) { f.pc = pc; dealloc(key); } }
        if ((arg & 0x100) === 0) { if (typeof container !== "number" && --container.refcnt === 0) { f.pc = pc; dealloc(container); } }
        if (typeof old !== "number" && --old.refcnt === 0) { f.pc = pc; dealloc(old); }
        break;
      }
    }
    f.pc = pc; f.sp = sp;
    slowStoreSubscript(f, pc, sp); sp -= 3;
break;
}
case 61: { // DELETE_SUBSCR
const container = S[sp - 2];
const key = S[sp - 1];
f.pc = pc; f.sp = sp;
delItem(container, key);
sp -= 2;
if (typeof container !== "number" && --container.refcnt === 0) { f.pc = pc; dealloc(container); }
if (typeof key !== "number" && --key.refcnt === 0) { f.pc = pc; dealloc(key); }
break;
}
case 26: { // BINARY_SLICE
f.pc = pc; f.sp = sp; sp = binarySlice(S, sp);
break;
}
case 27: { // STORE_SLICE
f.pc = pc; f.sp = sp; sp = storeSlice(S, sp);
break;
}
case 133: { // BUILD_SLICE
sp = buildSlice(S, sp, arg);
break;
}
case 110: { // JUMP_FORWARD
pc = arg;
break;
}
case 140: { // JUMP_BACKWARD
if (heap.pending || --heap.fuel < 0) { f.pc = pc; f.sp = sp; breakHere(f, sp); } pc = arg;
break;
}
case 134: { // JUMP_BACKWARD_NO_INTERRUPT
pc = arg;
break;
}
case 114: { // POP_JUMP_IF_FALSE

  const x = S[sp - 1];
  if (x === False) { sp--; pc = arg; break; }
  if (x === True) { sp--; break; }
  f.pc = pc; f.sp = sp;
  const truth = isTrue(x);
  sp--; if (typeof x !== "number" && --x.refcnt === 0) { f.pc = pc; dealloc(x); }
  if (truth === false) pc = arg;
break;
}
case 115: { // POP_JUMP_IF_TRUE

  const x = S[sp - 1];
  if (x === True) { sp--; pc = arg; break; }
  if (x === False) { sp--; break; }
  f.pc = pc; f.sp = sp;
  const truth = isTrue(x);
  sp--; if (typeof x !== "number" && --x.refcnt === 0) { f.pc = pc; dealloc(x); }
  if (truth === true) pc = arg;
break;
}
case 129: { // POP_JUMP_IF_NONE
const x = S[--sp]; if (x === None) { pc = arg; } if (typeof x !== "number" && --x.refcnt === 0) { f.pc = pc; dealloc(x); }
break;
}
case 128: { // POP_JUMP_IF_NOT_NONE
const x = S[--sp]; if (x !== None) { pc = arg; } if (typeof x !== "number" && --x.refcnt === 0) { f.pc = pc; dealloc(x); }
break;
}
case 68: { // GET_ITER
const iterable = S[sp - 1];
f.pc = pc; f.sp = sp;
let iter: OwnedValue;
iter = getIter(iterable);
sp -= 1;
S[sp++] = iter as Value;
if (typeof iterable !== "number" && --iterable.refcnt === 0) { f.pc = pc; dealloc(iterable); }
break;
}
case 93: { // FOR_ITER

    const it = S[sp - 1] as PyObject;
    let x: Value | undefined;
    if (it.type === RangeIteratorType) {
      const s = it.value as RangeState;
      const left = s.left, item = s.next;
      if (typeof left === "number" && typeof item === "number") {
        if (left > 0) { s.left = left - 1; s.next = item + (s.step as number); S[sp++] = item; break; }
      } else x = it.type.value.slots.next!(it) as Value | undefined;
    } else if (it.type === ListIteratorType || it.type === TupleIteratorType) {
      const list = it.value as PyObject<Value[]> | null;
      const i = it.extra as number;
      if (list !== null && i < list.value.length) {
        it.extra = i + 1;
        const item = list.value[i];
        if (typeof item !== "number") item.refcnt++;
        S[sp++] = typeof item !== "number" || (item >= -5 && item <= 256) ? item : share(list.value, i) as Value;
        break;
      }
      x = it.type.value.slots.next!(it) as Value | undefined;
    } else if (it.type === GeneratorType && resumable(it as PyGenerator)) {
      f.pc = pc; f.sp = sp;
      f = resumeInline(it as PyGenerator, f, sp, arg, KIND_FOR, newNone());
      code = f.code; S = f.S; bp = f.bp; sp = f.sp; pc = f.pc;
{ const internal = code.internal ?? load(code); ins = internal.ins; caches = internal.caches; rawConsts = internal.rawConsts; consts = code.consts.value as unknown as Value[]; }
      break;
    } else { f.pc = pc; f.sp = sp; x = next(it) as Value | undefined; }
    if (x === undefined) { sp--; pc = arg + 2; if (typeof it !== "number" && --it.refcnt === 0) { f.pc = pc; dealloc(it); } }
    else S[sp++] = x;
break;
}
case 69: { // GET_YIELD_FROM_ITER
const iterable = S[sp - 1];
f.pc = pc; f.sp = sp;
let iter: OwnedValue;
iter = yieldFromIter(f, iterable);
sp -= 1;
S[sp++] = iter as Value;
if (typeof iterable !== "number" && --iterable.refcnt === 0) { f.pc = pc; dealloc(iterable); }
break;
}
case 123: { // SEND

    const receiver = S[sp - 2] as PyObject;
    if ((receiver.type === GeneratorType || receiver.type === CoroutineType) && resumable(receiver as PyGenerator)) {
      const value = S[--sp];
      f.pc = pc; f.sp = sp;
      f = resumeInline(receiver as PyGenerator, f, sp, arg, KIND_SEND, value as OwnedValue);
      code = f.code; S = f.S; bp = f.bp; sp = f.sp; pc = f.pc;
{ const internal = code.internal ?? load(code); ins = internal.ins; caches = internal.caches; rawConsts = internal.rawConsts; consts = code.consts.value as unknown as Value[]; }
      break;
    }
    f.pc = pc; f.sp = sp;
    if (sendTo(S, sp)) pc = arg;
break;
}
case 150: { // YIELD_VALUE

    const value = S[--sp];
    f.pc = pc; f.sp = sp;
    const resumer = suspend(f);
    if (resumer === null) return value as OwnedValue;
    f = resumer;
    code = f.code; S = f.S; bp = f.bp; sp = f.sp; pc = f.pc;
{ const internal = code.internal ?? load(code); ins = internal.ins; caches = internal.caches; rawConsts = internal.rawConsts; consts = code.consts.value as unknown as Value[]; }
    S[sp++] = value;
break;
}
case 75: { // RETURN_GENERATOR

    f.pc = pc; f.sp = sp;
    const generator = newGenerator(f);
    const entry = f.kind === KIND_ENTRY;
    f = leaveForGenerator(f);
    if (entry) return generator;
    code = f.code; S = f.S; bp = f.bp; sp = f.sp; pc = f.pc;
{ const internal = code.internal ?? load(code); ins = internal.ins; caches = internal.caches; rawConsts = internal.rawConsts; consts = code.consts.value as unknown as Value[]; }
    S[sp++] = generator;
break;
}
case 172: { // KW_NAMES
kwnames = consts[arg] as PyTuple;
break;
}
case 171: { // CALL

    const base = sp - arg - 2;
    let n = arg, at = sp - arg;
    let fn = S[base] as PyObject | null;
    if (fn === null) fn = S[base + 1] as PyObject;
    else { n++; at--; }
    if (typeof fn !== "number" && fn.type === FunctionType) {
      const called = (fn as PyFunction).value;
      const callee = called.code.value as Code;
      f.pc = pc;
      if (kwnames === null && callee.simple && n === callee.argCount && S === stack && vm.depth < vm.limit) {
        const top = at + callee.frameSize;
        if (top >= S.length) growStack(S, top + 1);
        f.sp = base;
        vm.depth++;
        for (let i = at + n, end = at + callee.nlocalsplus; i < end; i++) S[i] = UNBOUND;
        f = new Frame(callee, fn as PyFunction, called.globals, called.builtins, S, at, f, KIND_CALL, top);
        vm.frame = f;
        code = callee; bp = at; sp = at + callee.nlocalsplus; pc = 0;
        const internal = callee.internal ?? load(callee);
        ins = internal.ins; caches = internal.caches; rawConsts = internal.rawConsts;
        consts = callee.consts.value as unknown as Value[];
        break;
      }
      const names = kwnames; kwnames = null;
      f.sp = sp;
      f = callPython(f, fn as PyFunction, at, n, names, base);
      code = f.code; S = f.S; bp = f.bp; sp = f.sp; pc = f.pc;
{ const internal = code.internal ?? load(code); ins = internal.ins; caches = internal.caches; rawConsts = internal.rawConsts; consts = code.consts.value as unknown as Value[]; }
      break;
    }
    f.pc = pc; f.sp = sp;
    if (kwnames === null && fn.type === MethodDescriptorType && S[base] !== null) {
      const { native, owner } = fn.value as MethodData;
      const self = S[at];
      if (native.direct && n <= 2 && n - 1 === native.max && native.result === "object" && typeof self !== "number" && self.type === owner) {
        const body = native.impl as (...args: unknown[]) => Value | undefined;
        const r = n === 1 ? body(self) : body(self, S[at + 1]);
        if (n === 2) { const given = S[at + 1]; if (typeof given !== "number" && --given.refcnt === 0) { f.pc = pc; dealloc(given); } }
        sp = base + 1;
        if (r === undefined) { None.refcnt++; S[base] = None; } else S[base] = r;
        if (typeof self !== "number" && --self.refcnt === 0) { f.pc = pc; dealloc(self); } fn.refcnt--;
        if (heap.pending || --heap.fuel < 0) { f.pc = pc; f.sp = sp; breakHere(f, sp); }
        break;
      }
    }
    const names = kwnames; kwnames = null;
    const entered = callOther(f, base, sp, arg, names);
    if (entered !== null) { f = entered; code = f.code; S = f.S; bp = f.bp; sp = f.sp; pc = f.pc;
{ const internal = code.internal ?? load(code); ins = internal.ins; caches = internal.caches; rawConsts = internal.rawConsts; consts = code.consts.value as unknown as Value[]; } break; }
    sp = base + 1;
    if (heap.pending || --heap.fuel < 0) { f.pc = pc; f.sp = sp; breakHere(f, sp); }
break;
}
case 142: { // CALL_FUNCTION_EX

    f.pc = pc; f.sp = sp;
    const entered = callEx(f, sp, arg);
    if (entered !== null) { f = entered; code = f.code; S = f.S; bp = f.bp; sp = f.sp; pc = f.pc;
{ const internal = code.internal ?? load(code); ins = internal.ins; caches = internal.caches; rawConsts = internal.rawConsts; consts = code.consts.value as unknown as Value[]; } break; }
    sp = f.sp;
break;
}
case 173: { // CALL_INTRINSIC_1
const value = S[sp - 1];
f.pc = pc; f.sp = sp;
let res: OwnedValue;
res = intrinsic1(f, arg, value);
sp -= 1;
S[sp++] = res as Value;
if (typeof value !== "number" && --value.refcnt === 0) { f.pc = pc; dealloc(value); }
break;
}
case 174: { // CALL_INTRINSIC_2
const a = S[sp - 2];
const b = S[sp - 1];
f.pc = pc; f.sp = sp;
let res: OwnedValue;
res = intrinsic2(arg, a, b);
sp -= 2;
S[sp++] = res as Value;
if (typeof a !== "number" && --a.refcnt === 0) { f.pc = pc; dealloc(a); }
if (typeof b !== "number" && --b.refcnt === 0) { f.pc = pc; dealloc(b); }
break;
}
case 132: { // MAKE_FUNCTION
sp = makeFunction(f, sp, arg);
break;
}
case 83: { // RETURN_VALUE

    const value = S[--sp];
    
  if (f.kind !== KIND_CALL || f.object !== null) {
    f.pc = pc; f.sp = sp;
    const entry = f.kind === KIND_ENTRY;
    f = leaveFrame(f, value);
    if (entry) return value as OwnedValue;
    code = f.code; S = f.S; bp = f.bp; sp = f.sp; pc = f.pc;
{ const internal = code.internal ?? load(code); ins = internal.ins; caches = internal.caches; rawConsts = internal.rawConsts; consts = code.consts.value as unknown as Value[]; }
    break;
  }
  f.done = true;
  for (let i = bp, end = bp + code.nlocalsplus; i < end; i++) { const x = S[i]; if (x !== undefined) { if (typeof x !== "number" && --x.refcnt === 0) { f.pc = pc; dealloc(x); } } }
  const fn = f.func as PyObject;
  vm.depth--;
  f = f.back as Frame;
  vm.frame = f;
  code = f.code; S = f.S; bp = f.bp; sp = f.sp; pc = f.pc;
{ const internal = code.internal ?? load(code); ins = internal.ins; caches = internal.caches; rawConsts = internal.rawConsts; consts = code.consts.value as unknown as Value[]; }
  S[sp++] = value;
  if (typeof fn !== "number" && --fn.refcnt === 0) { f.pc = pc; dealloc(fn); }
break;
}
case 121: { // RETURN_CONST

    const value = consts[arg]; if (typeof value !== "number") value.refcnt++;
    
  if (f.kind !== KIND_CALL || f.object !== null) {
    f.pc = pc; f.sp = sp;
    const entry = f.kind === KIND_ENTRY;
    f = leaveFrame(f, value);
    if (entry) return value as OwnedValue;
    code = f.code; S = f.S; bp = f.bp; sp = f.sp; pc = f.pc;
{ const internal = code.internal ?? load(code); ins = internal.ins; caches = internal.caches; rawConsts = internal.rawConsts; consts = code.consts.value as unknown as Value[]; }
    break;
  }
  f.done = true;
  for (let i = bp, end = bp + code.nlocalsplus; i < end; i++) { const x = S[i]; if (x !== undefined) { if (typeof x !== "number" && --x.refcnt === 0) { f.pc = pc; dealloc(x); } } }
  const fn = f.func as PyObject;
  vm.depth--;
  f = f.back as Frame;
  vm.frame = f;
  code = f.code; S = f.S; bp = f.bp; sp = f.sp; pc = f.pc;
{ const internal = code.internal ?? load(code); ins = internal.ins; caches = internal.caches; rawConsts = internal.rawConsts; consts = code.consts.value as unknown as Value[]; }
  S[sp++] = value;
  if (typeof fn !== "number" && --fn.refcnt === 0) { f.pc = pc; dealloc(fn); }
break;
}
case 130: { // RAISE_VARARGS
f.pc = pc; f.sp = sp; const e = raiseVarargs(f, sp, arg); reraised = arg === 0; sp = f.sp; { error = e; break loop; }
break;
}
case 35: { // PUSH_EXC_INFO

    const e = S[sp - 1] as PyObject;
    const handled = vm.handled;
    const before = handled.value;
    if (before === null) { None.refcnt++; S[sp - 1] = None; } else S[sp - 1] = before;
    e.refcnt++;
    handled.value = e;
    S[sp++] = e;
break;
}
case 89: { // POP_EXCEPT

    const before = S[--sp] as PyObject;
    const handled = vm.handled;
    const e = handled.value;
    if (before === None) { before.refcnt--; handled.value = null; } else handled.value = before;
    if (e !== null) { if (typeof e !== "number" && --e.refcnt === 0) { f.pc = pc; dealloc(e); } }
break;
}
case 36: { // CHECK_EXC_MATCH

    f.pc = pc; f.sp = sp;
    const clause = S[sp - 1];
    const r = matchesClause(S[sp - 2], clause);
    const answer = r ? True : False; answer.refcnt++; S[sp - 1] = answer;
    if (typeof clause !== "number" && --clause.refcnt === 0) { f.pc = pc; dealloc(clause); }
break;
}
case 37: { // CHECK_EG_MATCH
f.pc = pc; f.sp = sp; sp = checkGroupMatch(S, sp);
break;
}
case 119: { // RERAISE

    f.pc = pc; f.sp = sp;
    const e = S[--sp] as PyObject;
    if (arg > 0) f.pc = reraiseAt(f, S[sp - arg]);
    else f.pc = pc;
    reraised = true;
    { error = e as Owned<PyException>; break loop; }
break;
}
case 55: { // CLEANUP_THROW
f.pc = pc; f.sp = sp; sp = cleanupThrow(f, sp);
break;
}
case 49: { // WITH_EXCEPT_START
f.pc = pc; f.sp = sp; S[sp] = withExceptStart(S, sp) as Value; sp++;
break;
}
case 53: { // BEFORE_WITH
f.pc = pc; f.sp = sp; sp = beforeWith(S, sp);
break;
}
case 52: { // BEFORE_ASYNC_WITH
f.pc = pc; f.sp = sp; sp = beforeAsyncWith(S, sp);
break;
}
case 50: { // GET_AITER
const iterable = S[sp - 1];
f.pc = pc; f.sp = sp;
let iter: OwnedValue;
iter = getAsyncIter(iterable);
sp -= 1;
S[sp++] = iter as Value;
if (typeof iterable !== "number" && --iterable.refcnt === 0) { f.pc = pc; dealloc(iterable); }
break;
}
case 51: { // GET_ANEXT
f.pc = pc; f.sp = sp; S[sp] = getAsyncNext(S[sp - 1]) as Value; sp++;
break;
}
case 131: { // GET_AWAITABLE
const value = S[sp - 1];
f.pc = pc; f.sp = sp;
let iter: OwnedValue;
iter = getAwaitable(value, arg);
sp -= 1;
S[sp++] = iter as Value;
if (typeof value !== "number" && --value.refcnt === 0) { f.pc = pc; dealloc(value); }
break;
}
case 54: { // END_ASYNC_FOR

    f.pc = pc; f.sp = sp;
    if (endsAsyncFor(S[sp - 1])) { const e = S[--sp]; if (typeof e !== "number" && --e.refcnt === 0) { f.pc = pc; dealloc(e); } const it = S[--sp]; if (typeof it !== "number" && --it.refcnt === 0) { f.pc = pc; dealloc(it); } break; }
    const e = S[--sp];
    reraised = true;
    { error = e as Owned<PyException>; break loop; }
break;
}
case 102: { // BUILD_TUPLE
const items = takeItems(S, sp, arg); sp -= arg; S[sp] = newTuple(items); sp++;
break;
}
case 103: { // BUILD_LIST
const items = takeItems(S, sp, arg); sp -= arg; S[sp] = newList(items); sp++;
break;
}
case 104: { // BUILD_SET
f.pc = pc; f.sp = sp; sp = buildSet(S, sp, arg);
break;
}
case 105: { // BUILD_MAP
f.pc = pc; f.sp = sp; sp = buildMap(S, sp, arg);
break;
}
case 156: { // BUILD_CONST_KEY_MAP
f.pc = pc; f.sp = sp; sp = buildConstKeyMap(S, sp, arg);
break;
}
case 157: { // BUILD_STRING
sp = buildString(S, sp, arg);
break;
}
case 155: { // FORMAT_VALUE
f.pc = pc; f.sp = sp; sp = formatValue(S, sp, arg);
break;
}
case 145: { // LIST_APPEND
const x = S[--sp]; listAppend(S[sp - arg] as PyList, x as OwnedValue);
break;
}
case 146: { // SET_ADD
f.pc = pc; f.sp = sp; setAddStack(S, sp, arg); sp--;
break;
}
case 147: { // MAP_ADD
f.pc = pc; f.sp = sp; mapAdd(S, sp, arg); sp -= 2;
break;
}
case 162: { // LIST_EXTEND
f.pc = pc; f.sp = sp; listExtendStack(S, sp, arg); sp--;
break;
}
case 163: { // SET_UPDATE
f.pc = pc; f.sp = sp; setUpdateStack(S, sp, arg); sp--;
break;
}
case 165: { // DICT_UPDATE
f.pc = pc; f.sp = sp; dictUpdateStack(S, sp, arg); sp--;
break;
}
case 164: { // DICT_MERGE
f.pc = pc; f.sp = sp; dictMergeStack(S, sp, arg); sp--;
break;
}
case 92: { // UNPACK_SEQUENCE

    const seq = S[sp - 1];
    if (typeof seq !== "number" && seq.type === TupleType && (seq.value as Value[]).length === arg) {
      const items = seq.value as Value[];
      sp--;
      for (let i = arg - 1; i >= 0; i--) { S[sp] = share(items, i) as Value; sp++; }
      if (typeof seq !== "number" && --seq.refcnt === 0) { f.pc = pc; dealloc(seq); }
      break;
    }
    f.pc = pc; f.sp = sp;
    sp = unpackSequence(S, sp, arg);
break;
}
case 94: { // UNPACK_EX
f.pc = pc; f.sp = sp; sp = unpackEx(S, sp, arg);
break;
}
case 30: { // GET_LEN
f.pc = pc; f.sp = sp; S[sp] = length(S[sp - 1]); sp++;
break;
}
case 31: { // MATCH_MAPPING
S[sp] = newBool(isMappingPattern(S[sp - 1])); sp++;
break;
}
case 32: { // MATCH_SEQUENCE
S[sp] = newBool(isSequencePattern(S[sp - 1])); sp++;
break;
}
case 33: { // MATCH_KEYS
f.pc = pc; f.sp = sp; S[sp] = matchKeys(S[sp - 2], S[sp - 1]); sp++;
break;
}
case 152: { // MATCH_CLASS
f.pc = pc; f.sp = sp; sp = matchClass(S, sp, arg);
break;
}
case 108: { // IMPORT_NAME
f.pc = pc; f.sp = sp; sp = importName(f, S, sp, code.names[arg]);
break;
}
case 109: { // IMPORT_FROM
f.pc = pc; f.sp = sp; S[sp] = importFrom(S[sp - 1], code.names[arg]) as Value; sp++;
break;
}
          default: throw unknownOpcode(f, pc, op);
        }
      }
    } catch (e) {
      recursion.depth = depth;
      if (e === WATCH) return watched(f, false, true);
      if (e instanceof InitError) { f = e.frame; pc = f.pc; sp = f.sp; error = caughtInLoop(e.error, f); }
      else { f.pc = pc; f.sp = sp; error = caughtInLoop(e, f); }
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
      loop: for (;;) {
        
    if (stepping && vm.budget-- <= 0) { f.pc = pc; f.sp = sp; vm.kwnames = kwnames; vm.suspended = f; return SUSPENDED; }
    if (vm.tracer !== null) { f.pc = pc += 2; f.sp = sp; pc = beforeInstruction(f, pc - 2, sp); sp = f.sp; }
        
    let op = ins[pc], arg = ins[pc + 1];
    if (vm.tracer !== null) {
      if (op === 10 || op === 14 || op === 16) op = LOAD_FAST_BORROW;
      else if (op === 13) { op = arg < 0 ? 7 : LOAD_FAST_BORROW; if (arg < 0) arg = ~arg; }
    }
        pc += 2;
        switch (op) {
case 9: { // NOP
sp -= 0;
break;
}
case 151: { // RESUME
if (heap.pending || --heap.fuel < 0) { f.pc = pc; f.sp = sp; breakHere(f, sp, false); }
break;
}
case 1: { // POP_TOP
const x = S[--sp]; if (typeof x !== "number" && --x.refcnt === 0) { f.pc = pc; dealloc(x); }
break;
}
case 2: { // PUSH_NULL
S[sp++] = NULL;
break;
}
case 4: { // END_FOR
const x = S[--sp]; if (typeof x !== "number" && --x.refcnt === 0) { f.pc = pc; dealloc(x); } const y = S[--sp]; if (typeof y !== "number" && --y.refcnt === 0) { f.pc = pc; dealloc(y); }
break;
}
case 5: { // END_SEND
const value = S[--sp]; const receiver = S[sp - 1]; S[sp - 1] = value; if (typeof receiver !== "number" && --receiver.refcnt === 0) { f.pc = pc; dealloc(receiver); }
break;
}
case 3: { // INTERPRETER_EXIT
sp -= 0;
break;
}
case 124: { // LOAD_FAST

    const x = S[bp + arg];
    if (typeof x !== "number") { x.refcnt++; S[sp++] = x; }
    else if (x >= -5 && x <= 256) S[sp++] = x;
    else { S[sp] = share(S, bp + arg) as Value; sp++; }
break;
}
case 6: { // LOAD_FAST_BORROW
S[sp++] = S[bp + arg];
break;
}
case 8: { // LOAD_FAST_MOVE

    if (f.object !== null) { S[sp] = share(S, bp + arg) as Value; sp++; }
    else { S[sp++] = S[bp + arg]; S[bp + arg] = UNBOUND; }
break;
}
case 127: { // LOAD_FAST_CHECK
if (S[bp + arg] === undefined) throw unboundLocal(code, arg); S[sp] = share(S, bp + arg) as Value; sp++;
break;
}
case 143: { // LOAD_FAST_AND_CLEAR
S[sp++] = S[bp + arg]; S[bp + arg] = UNBOUND;
break;
}
case 100: { // LOAD_CONST
const x = consts[arg]; if (typeof x !== "number") x.refcnt++; S[sp++] = x;
break;
}
case 7: { // LOAD_CONST_BORROW
S[sp++] = rawConsts[arg];
break;
}
case 125: { // STORE_FAST
const old = S[bp + arg]; S[bp + arg] = S[--sp]; if (old !== undefined && old !== null) { if (typeof old !== "number" && --old.refcnt === 0) { f.pc = pc; dealloc(old); } }
break;
}
case 126: { // DELETE_FAST
const old = S[bp + arg]; if (old === undefined) throw unboundLocal(code, arg); S[bp + arg] = UNBOUND; if (typeof old !== "number" && --old.refcnt === 0) { f.pc = pc; dealloc(old); }
break;
}
case 120: { // COPY
S[sp] = share(S, sp - arg) as Value; sp++;
break;
}
case 99: { // SWAP
const x = S[sp - 1]; S[sp - 1] = S[sp - arg]; S[sp - arg] = x;
break;
}
case 135: { // MAKE_CELL
S[bp + arg] = newCell(S[bp + arg] as OwnedValue | undefined);
break;
}
case 136: { // LOAD_CLOSURE
S[sp] = share(S, bp + arg) as Value; sp++;
break;
}
case 137: { // LOAD_DEREF
const cell = S[bp + arg] as PyCell; if (cell.value === undefined) throw unboundCell(code, arg); S[sp] = sharePayload(cell as PyObject<Value>) as Value; sp++;
break;
}
case 138: { // STORE_DEREF
const value = S[--sp]; f.pc = pc; f.sp = sp; setCell(S[bp + arg] as PyCell, value as OwnedValue);
break;
}
case 139: { // DELETE_DEREF
f.pc = pc; f.sp = sp; deleteDeref(f, arg);
break;
}
case 149: { // COPY_FREE_VARS
copyFreeVars(f, arg);
break;
}
case 176: { // LOAD_FROM_DICT_OR_DEREF
const mapping = S[sp - 1];
f.pc = pc; f.sp = sp;
let value: OwnedValue;
value = loadFromDictOrDeref(f, mapping, arg);
sp -= 1;
S[sp++] = value as Value;
if (typeof mapping !== "number" && --mapping.refcnt === 0) { f.pc = pc; dealloc(mapping); }
break;
}
case 116: { // LOAD_GLOBAL

    if ((arg & 1) !== 0) S[sp++] = NULL;
    const c = caches[(pc >> 1) - 1] as EntryCache | null;
    if (c !== null) {
      const globals = f.globals.value;
      if (c.outer === null ? c.table === globals && c.version === globals.version
        : c.outer === globals && c.outerVersion === globals.version && c.table === f.builtins.value && c.version === c.table.version) {
        const x = c.table.values[c.at] as Value;
        if (typeof x !== "number") { x.refcnt++; S[sp++] = x; }
        else { S[sp] = share(c.table.values as Value[], c.at) as Value; sp++; }
        break;
      }
    }
    f.pc = pc; f.sp = sp;
    S[sp] = loadGlobal(f, code.names[arg >> 1], caches, (pc >> 1) - 1) as Value; sp++;
break;
}
case 101: { // LOAD_NAME
f.pc = pc; f.sp = sp; S[sp] = loadName(f, code.names[arg]) as Value; sp++;
break;
}
case 90: { // STORE_NAME
const value = S[--sp]; f.pc = pc; f.sp = sp; storeName(f, code.names[arg], value as OwnedValue);
break;
}
case 91: { // DELETE_NAME
f.pc = pc; f.sp = sp; deleteName(f, code.names[arg]);
break;
}
case 97: { // STORE_GLOBAL
const value = S[--sp]; f.pc = pc; f.sp = sp; dictSet(f.globals, code.names[arg], value as OwnedValue);
break;
}
case 98: { // DELETE_GLOBAL
f.pc = pc; f.sp = sp; deleteGlobal(f, code.names[arg]);
break;
}
case 87: { // LOAD_LOCALS
f.pc = pc; f.sp = sp;
let value: OwnedValue;
value = newRef(f.locals as PyObject);
sp -= 0;
S[sp++] = value as Value;
break;
}
case 175: { // LOAD_FROM_DICT_OR_GLOBALS
const mapping = S[sp - 1];
f.pc = pc; f.sp = sp;
let value: OwnedValue;
value = loadFromDictOrGlobals(f, mapping, code.names[arg]);
sp -= 1;
S[sp++] = value as Value;
if (typeof mapping !== "number" && --mapping.refcnt === 0) { f.pc = pc; dealloc(mapping); }
break;
}
case 71: { // LOAD_BUILD_CLASS
f.pc = pc; f.sp = sp; S[sp] = loadBuildClass(f) as Value; sp++;
break;
}
case 74: { // LOAD_ASSERTION_ERROR
f.pc = pc; f.sp = sp;
let value: OwnedValue;
value = newRef(exceptionType("AssertionError"));
sp -= 0;
S[sp++] = value as Value;
break;
}
case 85: { // SETUP_ANNOTATIONS
f.pc = pc; f.sp = sp;
setupAnnotations(f);
sp -= 0;
break;
}
case 106: { // LOAD_ATTR

    const o = S[sp - 1];
    const c = caches[(pc >> 1) - 1] as AttrCache | null;
    if ((arg & 1) === 0) {
      if (c !== null && typeof o !== "number" && o.extra === c.shape && c.data.version === c.version) {
        const values = o.value as Value[];
        const x = values[c.slot];
        if (typeof x !== "number") x.refcnt++;
        S[sp - 1] = typeof x !== "number" || (x >= -5 && x <= 256) ? x : share(values, c.slot) as Value;
        if ((arg & 0x10000) === 0) { if (typeof o !== "number" && --o.refcnt === 0) { f.pc = pc; dealloc(o); } }
        break;
      }
      f.pc = pc; f.sp = sp;
      const known = otherAttr(o, c);
      if (known !== undefined) { S[sp - 1] = known as Value; if ((arg & 0x10000) === 0) { if (typeof o !== "number" && --o.refcnt === 0) { f.pc = pc; dealloc(o); } } break; }
      ownBorrowed(f, pc, sp);
      const x = loadAttr(S[sp - 1], code.names[(arg & 0xffff) >> 1], caches, (pc >> 1) - 1);
      const held = S[sp - 1]; S[sp - 1] = x as Value; if (typeof held !== "number" && --held.refcnt === 0) { f.pc = pc; dealloc(held); }
      disownBelow(f, pc, sp, 1);
      break;
    }
    if (c !== null && typeof o !== "number" && c.method != null && c.data.version === c.version && (c.shape !== null ? o.extra === c.shape : o.type === c.type)) {
      const m = c.method; m.refcnt++; S[sp - 1] = m; S[sp++] = o;
      break;
    }
    const other = otherMethod(o, c);
    if (other !== null) { other.refcnt++; S[sp - 1] = other; S[sp++] = o; break; }
    f.pc = pc; f.sp = sp;
    const found = moduleAttr(o, c);
    if (found !== undefined) { S[sp - 1] = NULL; S[sp++] = found as Value; if (typeof o !== "number" && --o.refcnt === 0) { f.pc = pc; dealloc(o); } break; }
    sp = loadMethod(S, sp, code.names[arg >> 1], caches, (pc >> 1) - 1);
break;
}
case 16: { // LOAD_ATTR_L

    const o = S[bp + arg];
    const c = caches[pc >> 1] as AttrCache | null;
    if (c !== null && typeof o !== "number" && o.extra === c.shape && c.data.version === c.version) {
      const values = o.value as Value[];
      const x = values[c.slot];
      if (typeof x !== "number") { x.refcnt++; S[sp++] = x; pc += 2; break; }
    }
    S[sp++] = o;
break;
}
case 95: { // STORE_ATTR

    const o = S[sp - 1];
    const c = caches[(pc >> 1) - 1] as AttrCache | null;
    if (c !== null && typeof o !== "number" && o.extra === c.shape && c.data.version === c.version) {
      const values = o.value as Value[];
      const value = S[sp - 2];
      sp -= 2;
      if (c.next === null) { const old = values[c.slot]; values[c.slot] = value; if (typeof old !== "number" && --old.refcnt === 0) { f.pc = pc; dealloc(old); } }
      else { values.push(value); o.extra = c.next; }
      if ((arg & 0x10000) === 0) { if (typeof o !== "number" && --o.refcnt === 0) { f.pc = pc; dealloc(o); } }
      break;
    }
    f.pc = pc; f.sp = sp;
    ownBorrowed(f, pc, sp);
    const held = S[sp - 1];
    S[sp - 1] = S[sp - 2]; S[sp - 2] = held; sp--;
    storeAttr(held, code.names[arg & 0xffff], S[sp] as OwnedValue, caches, (pc >> 1) - 1);
    sp--; if (typeof held !== "number" && --held.refcnt === 0) { f.pc = pc; dealloc(held); }
break;
}
case 96: { // DELETE_ATTR
const owner = S[sp - 1];
f.pc = pc; f.sp = sp;
setAttr(owner, code.names[arg], undefined);
sp -= 1;
if (typeof owner !== "number" && --owner.refcnt === 0) { f.pc = pc; dealloc(owner); }
break;
}
case 141: { // LOAD_SUPER_ATTR
f.pc = pc; f.sp = sp; sp = loadSuperAttr(f, S, sp, arg);
break;
}
case 11: { // UNARY_NEGATIVE
const value = S[sp - 1];
f.pc = pc; f.sp = sp;
let res: OwnedValue;
res = negative(value);
sp -= 1;
S[sp++] = res as Value;
if (typeof value !== "number" && --value.refcnt === 0) { f.pc = pc; dealloc(value); }
break;
}
case 15: { // UNARY_INVERT
const value = S[sp - 1];
f.pc = pc; f.sp = sp;
let res: OwnedValue;
res = invert(value);
sp -= 1;
S[sp++] = res as Value;
if (typeof value !== "number" && --value.refcnt === 0) { f.pc = pc; dealloc(value); }
break;
}
case 12: { // UNARY_NOT
const value = S[sp - 1];
f.pc = pc; f.sp = sp;
let res: OwnedValue;
res = newBool(!isTrue(value));
sp -= 1;
S[sp++] = res as Value;
if (typeof value !== "number" && --value.refcnt === 0) { f.pc = pc; dealloc(value); }
break;
}
case 122: { // BINARY_OP

    const b = S[sp - 1], a = S[sp - 2];
    let r = Number.NaN;
    if (typeof a === "number" && typeof b === "number") {
      
  switch (arg & 0xff) {
    case 0: case 13: r = a + b; break;
    case 10: case 23: r = a - b; break;
    case 5: case 18: r = a * b + 0; break;
    case 6: case 19: r = b > 0 && a >= 0 ? a % b : Number.NaN; break;
    case 2: case 15: r = b > 0 ? Math.floor(a / b) : Number.NaN; if (!(r <= 4294967296 && r >= -4294967296)) r = Number.NaN; break;
    case 1: case 14: r = (a | 0) === a && (b | 0) === b ? a & b : Number.NaN; break;
    case 7: case 20: r = (a | 0) === a && (b | 0) === b ? a | b : Number.NaN; break;
    case 12: case 25: r = (a | 0) === a && (b | 0) === b ? a ^ b : Number.NaN; break;
    case 3: case 16: r = b >= 0 && b < 32 ? a * (1 << b >>> 0) : Number.NaN; break;
    case 9: case 22: r = b >= 0 && b < 32 && (a | 0) === a ? a >> b : Number.NaN; break;
    default: r = Number.NaN;
  }
      if (r <= 9007199254740991 && r >= -9007199254740991) { S[sp - 2] = r; sp--; break; }
    } else if (typeof a !== "number" && typeof b !== "number" && a.type === FloatType && b.type === FloatType) {
      let known = true;
      const x = a.value as number, y = b.value as number;
      
  switch (arg & 0xff) {
    case 0: case 13: r = x + y; break;
    case 10: case 23: r = x - y; break;
    case 5: case 18: r = x * y; break;
    case 11: case 24: if (y !== 0) { r = x / y; break; } known = false; break;
    default: known = false;
  }
      if (known) {
        if (a.refcnt === 1 && (arg & 0x100) === 0) a.value = r;
        else { S[sp - 2] = newFloat(r) as Value; if ((arg & 0x100) === 0) { if (typeof a !== "number" && --a.refcnt === 0) { f.pc = pc; dealloc(a); } } }
        sp--;
        if ((arg & 0x200) === 0) { if (typeof b !== "number" && --b.refcnt === 0) { f.pc = pc; dealloc(b); } }
        break;
      }
    } else {
      const x = typeof a === "number" ? a : a.type === IntType && typeof a.value === "number" ? a.value as number : Number.NaN;
      const y = typeof b === "number" ? b : b.type === IntType && typeof b.value === "number" ? b.value as number : Number.NaN;
      
  switch (arg & 0xff) {
    case 0: case 13: r = x + y; break;
    case 10: case 23: r = x - y; break;
    case 5: case 18: r = x * y + 0; break;
    case 6: case 19: r = y > 0 && x >= 0 ? x % y : Number.NaN; break;
    case 2: case 15: r = y > 0 ? Math.floor(x / y) : Number.NaN; if (!(r <= 4294967296 && r >= -4294967296)) r = Number.NaN; break;
    case 1: case 14: r = (x | 0) === x && (y | 0) === y ? x & y : Number.NaN; break;
    case 7: case 20: r = (x | 0) === x && (y | 0) === y ? x | y : Number.NaN; break;
    case 12: case 25: r = (x | 0) === x && (y | 0) === y ? x ^ y : Number.NaN; break;
    case 3: case 16: r = y >= 0 && y < 32 ? x * (1 << y >>> 0) : Number.NaN; break;
    case 9: case 22: r = y >= 0 && y < 32 && (x | 0) === x ? x >> y : Number.NaN; break;
    default: r = Number.NaN;
  }
      if (r <= 9007199254740991 && r >= -9007199254740991) {
        S[sp - 2] = r; sp--;
        if ((arg & 0x100) === 0) { if (typeof a !== "number" && --a.refcnt === 0) { f.pc = pc; dealloc(a); } }
        if ((arg & 0x200) === 0) { if (typeof b !== "number" && --b.refcnt === 0) { f.pc = pc; dealloc(b); } }
        break;
      }
    }
    f.pc = pc; f.sp = sp;
    slowBinary(f, pc, sp, arg & 0xff); sp--;
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
    case 7: case 20: r = (a | 0) === a && (b | 0) === b ? a | b : Number.NaN; break;
    case 12: case 25: r = (a | 0) === a && (b | 0) === b ? a ^ b : Number.NaN; break;
    case 3: case 16: r = b >= 0 && b < 32 ? a * (1 << b >>> 0) : Number.NaN; break;
    case 9: case 22: r = b >= 0 && b < 32 && (a | 0) === a ? a >> b : Number.NaN; break;
    default: r = Number.NaN;
  }
        if (r <= 9007199254740991 && r >= -9007199254740991) { S[sp++] = r; pc += 4; break; }
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
      if (known) { S[sp++] = newFloat(r) as Value; pc += 4; break; }
    }
    S[sp++] = a;
break;
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
    case 7: case 20: r = (a | 0) === a && (b | 0) === b ? a | b : Number.NaN; break;
    case 12: case 25: r = (a | 0) === a && (b | 0) === b ? a ^ b : Number.NaN; break;
    case 3: case 16: r = b >= 0 && b < 32 ? a * (1 << b >>> 0) : Number.NaN; break;
    case 9: case 22: r = b >= 0 && b < 32 && (a | 0) === a ? a >> b : Number.NaN; break;
    default: r = Number.NaN;
  }
        if (r <= 9007199254740991 && r >= -9007199254740991) { S[sp - 1] = r; pc += 2; break; }
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
        break;
      }
    }
    S[sp++] = b;
break;
}
case 107: { // COMPARE_OP

    const b = S[sp - 1], a = S[sp - 2];
    let r: boolean;
    if (typeof a === "number" && typeof b === "number") {
      
  switch (arg & 7) { case 0: r = a < b; break; case 1: r = a <= b; break; case 2: r = a === b; break; case 3: r = a !== b; break; case 4: r = a > b; break; default: r = a >= b; }
    } else {
      const x = typeof a === "number" ? a : a.type === IntType && typeof a.value === "number" ? a.value as number : Number.NaN;
      const y = typeof b === "number" ? b : b.type === IntType && typeof b.value === "number" ? b.value as number : Number.NaN;
      if (x === x && y === y) {
        
  switch (arg & 7) { case 0: r = x < y; break; case 1: r = x <= y; break; case 2: r = x === y; break; case 3: r = x !== y; break; case 4: r = x > y; break; default: r = x >= y; }
      } else if (typeof a !== "number" && typeof b !== "number" && a.type === FloatType && b.type === FloatType) {
        const v = a.value as number, w = b.value as number;
        
  switch (arg & 7) { case 0: r = v < w; break; case 1: r = v <= w; break; case 2: r = v === w; break; case 3: r = v !== w; break; case 4: r = v > w; break; default: r = v >= w; }
      } else if (typeof a !== "number" && typeof b !== "number" && a.type === StrType && b.type === StrType && (arg & 6) === 2) {
        r = strEqual(a as PyStr, b as PyStr) === ((arg & 7) === 2);
      } else {
        f.pc = pc; f.sp = sp;
        slowCompare(f, pc, sp, arg & 7); sp--;
        break;
      }
      if ((arg & 0x100) === 0) { if (typeof a !== "number" && --a.refcnt === 0) { f.pc = pc; dealloc(a); } }
      if ((arg & 0x200) === 0) { if (typeof b !== "number" && --b.refcnt === 0) { f.pc = pc; dealloc(b); } }
    }
    const following = vm.tracer === null ? ins[pc] : 0;
    if (following === POP_JUMP_IF_FALSE) { sp -= 2; pc = r ? pc + 2 : ins[pc + 1]; break; }
    if (following === POP_JUMP_IF_TRUE) { sp -= 2; pc = r ? ins[pc + 1] : pc + 2; break; }
    sp--;
    const answer = r ? True : False; answer.refcnt++; S[sp - 1] = answer;
break;
}
case 14: { // COMPARE_JUMP_LL

    const a = S[bp + arg], other = ins[pc + 1];
    const b = ins[pc] === LOAD_FAST_BORROW ? S[bp + other] : rawConsts[other];
    if (typeof a === "number" && typeof b === "number") {
      let r: boolean;
      
  switch (ins[pc + 3] & 7) { case 0: r = a < b; break; case 1: r = a <= b; break; case 2: r = a === b; break; case 3: r = a !== b; break; case 4: r = a > b; break; default: r = a >= b; }
      pc = r ? pc + 6 : ins[pc + 5];
      break;
    }
    S[sp++] = a;
break;
}
case 117: { // IS_OP

    const b = S[sp - 1], a = S[sp - 2];
    const r = isSame(a, b) !== (arg === 1);
    sp--;
    S[sp - 1] = (r ? True : False); True.refcnt += r ? 1 : 0; False.refcnt += r ? 0 : 1;
    if (typeof a !== "number" && --a.refcnt === 0) { f.pc = pc; dealloc(a); } if (typeof b !== "number" && --b.refcnt === 0) { f.pc = pc; dealloc(b); }
break;
}
case 118: { // CONTAINS_OP
const item = S[sp - 2];
const container = S[sp - 1];
f.pc = pc; f.sp = sp;
let res: OwnedValue;
res = newBool(contains(container, item) !== (arg === 1));
sp -= 2;
S[sp++] = res as Value;
if (typeof item !== "number" && --item.refcnt === 0) { f.pc = pc; dealloc(item); }
if (typeof container !== "number" && --container.refcnt === 0) { f.pc = pc; dealloc(container); }
break;
}
case 25: { // BINARY_SUBSCR

    const key = S[sp - 1], container = S[sp - 2];
    if (typeof container !== "number" && (container.type === ListType || container.type === TupleType)) {
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
        break;
      }
    } else if (typeof container !== "number" && container.type === DictType) {
      const table = container.value as DictTable;
      const at = typeof key === "number" || key.type === StrType ? table.find(key) : -1;
      if (at >= 0) {
        const item = share(table.slots, at) as Value;
        sp--; S[sp - 1] = item;
        if ((arg & 0x200) === 0) { if (typeof key !== "number" && --key.refcnt === 0) { f.pc = pc; dealloc(key); } }
        if ((arg & 0x100) === 0) { if (typeof container !== "number" && --container.refcnt === 0) { f.pc = pc; dealloc(container); } }
        break;
      }
    }
    f.pc = pc; f.sp = sp;
    slowSubscript(f, pc, sp); sp--;
break;
}
case 60: { // STORE_SUBSCR

    const key = S[sp - 1], container = S[sp - 2], value = S[sp - 3];
    if (typeof container !== "number" && container.type === ListType) {
      const n = typeof key === "number" ? key : key.type === IntType && typeof key.value === "number" ? key.value as number : Number.NaN;
      const items = container.value as Value[];
      const i = n < 0 ? n + items.length : n;
      if (i >= 0 && i < items.length) {
        const old = items[i]; items[i] = value; sp -= 3;
        if ((arg & 0x200) === 0) { if (typeof key !== "number" && --key.refcnt === 0) { f.pc = pc; dealloc(key); } }
        if ((arg & 0x100) === 0) { if (typeof container !== "number" && --container.refcnt === 0) { f.pc = pc; dealloc(container); } }
        if (typeof old !== "number" && --old.refcnt === 0) { f.pc = pc; dealloc(old); }
        break;
      }
    } else if (typeof container !== "number" && container.type === DictType && (typeof key === "number" || key.type === StrType)) {
      const table = container.value as DictTable;
      const at = table.find(key);
      if (at >= 0 && isTracked(container)) {
        const old = table.values[at] as Value; table.values[at] = value; sp -= 3;
        if ((arg & 0x200) === 0) { if (typeof key !== "number" && --key.refcnt === 0) { f.pc = pc; dealloc(key); } }
        if ((arg & 0x100) === 0) { if (typeof container !== "number" && --container.refcnt === 0) { f.pc = pc; dealloc(container); } }
        if (typeof old !== "number" && --old.refcnt === 0) { f.pc = pc; dealloc(old); }
        break;
      }
    }
    f.pc = pc; f.sp = sp;
    slowStoreSubscript(f, pc, sp); sp -= 3;
break;
}
case 61: { // DELETE_SUBSCR
const container = S[sp - 2];
const key = S[sp - 1];
f.pc = pc; f.sp = sp;
delItem(container, key);
sp -= 2;
if (typeof container !== "number" && --container.refcnt === 0) { f.pc = pc; dealloc(container); }
if (typeof key !== "number" && --key.refcnt === 0) { f.pc = pc; dealloc(key); }
break;
}
case 26: { // BINARY_SLICE
f.pc = pc; f.sp = sp; sp = binarySlice(S, sp);
break;
}
case 27: { // STORE_SLICE
f.pc = pc; f.sp = sp; sp = storeSlice(S, sp);
break;
}
case 133: { // BUILD_SLICE
sp = buildSlice(S, sp, arg);
break;
}
case 110: { // JUMP_FORWARD
pc = arg;
break;
}
case 140: { // JUMP_BACKWARD
if (heap.pending || --heap.fuel < 0) { f.pc = pc; f.sp = sp; breakHere(f, sp, false); } pc = arg;
break;
}
case 134: { // JUMP_BACKWARD_NO_INTERRUPT
pc = arg;
break;
}
case 114: { // POP_JUMP_IF_FALSE

  const x = S[sp - 1];
  if (x === False) { sp--; pc = arg; break; }
  if (x === True) { sp--; break; }
  f.pc = pc; f.sp = sp;
  const truth = isTrue(x);
  sp--; if (typeof x !== "number" && --x.refcnt === 0) { f.pc = pc; dealloc(x); }
  if (truth === false) pc = arg;
break;
}
case 115: { // POP_JUMP_IF_TRUE

  const x = S[sp - 1];
  if (x === True) { sp--; pc = arg; break; }
  if (x === False) { sp--; break; }
  f.pc = pc; f.sp = sp;
  const truth = isTrue(x);
  sp--; if (typeof x !== "number" && --x.refcnt === 0) { f.pc = pc; dealloc(x); }
  if (truth === true) pc = arg;
break;
}
case 129: { // POP_JUMP_IF_NONE
const x = S[--sp]; if (x === None) { pc = arg; } if (typeof x !== "number" && --x.refcnt === 0) { f.pc = pc; dealloc(x); }
break;
}
case 128: { // POP_JUMP_IF_NOT_NONE
const x = S[--sp]; if (x !== None) { pc = arg; } if (typeof x !== "number" && --x.refcnt === 0) { f.pc = pc; dealloc(x); }
break;
}
case 68: { // GET_ITER
const iterable = S[sp - 1];
f.pc = pc; f.sp = sp;
let iter: OwnedValue;
iter = getIter(iterable);
sp -= 1;
S[sp++] = iter as Value;
if (typeof iterable !== "number" && --iterable.refcnt === 0) { f.pc = pc; dealloc(iterable); }
break;
}
case 93: { // FOR_ITER

    const it = S[sp - 1] as PyObject;
    let x: Value | undefined;
    if (it.type === RangeIteratorType) {
      const s = it.value as RangeState;
      const left = s.left, item = s.next;
      if (typeof left === "number" && typeof item === "number") {
        if (left > 0) { s.left = left - 1; s.next = item + (s.step as number); S[sp++] = item; break; }
      } else x = it.type.value.slots.next!(it) as Value | undefined;
    } else if (it.type === ListIteratorType || it.type === TupleIteratorType) {
      const list = it.value as PyObject<Value[]> | null;
      const i = it.extra as number;
      if (list !== null && i < list.value.length) {
        it.extra = i + 1;
        const item = list.value[i];
        if (typeof item !== "number") item.refcnt++;
        S[sp++] = typeof item !== "number" || (item >= -5 && item <= 256) ? item : share(list.value, i) as Value;
        break;
      }
      x = it.type.value.slots.next!(it) as Value | undefined;
    } else if (it.type === GeneratorType && resumable(it as PyGenerator)) {
      f.pc = pc; f.sp = sp;
      f = resumeInline(it as PyGenerator, f, sp, arg, KIND_FOR, newNone());
      code = f.code; S = f.S; bp = f.bp; sp = f.sp; pc = f.pc;
{ const internal = code.internal ?? load(code); ins = internal.ins; caches = internal.caches; rawConsts = internal.rawConsts; consts = code.consts.value as unknown as Value[]; }
      break;
    } else { f.pc = pc; f.sp = sp; x = next(it) as Value | undefined; }
    if (x === undefined) { sp--; pc = arg + 2; if (typeof it !== "number" && --it.refcnt === 0) { f.pc = pc; dealloc(it); } }
    else S[sp++] = x;
break;
}
case 69: { // GET_YIELD_FROM_ITER
const iterable = S[sp - 1];
f.pc = pc; f.sp = sp;
let iter: OwnedValue;
iter = yieldFromIter(f, iterable);
sp -= 1;
S[sp++] = iter as Value;
if (typeof iterable !== "number" && --iterable.refcnt === 0) { f.pc = pc; dealloc(iterable); }
break;
}
case 123: { // SEND

    const receiver = S[sp - 2] as PyObject;
    if ((receiver.type === GeneratorType || receiver.type === CoroutineType) && resumable(receiver as PyGenerator)) {
      const value = S[--sp];
      f.pc = pc; f.sp = sp;
      f = resumeInline(receiver as PyGenerator, f, sp, arg, KIND_SEND, value as OwnedValue);
      code = f.code; S = f.S; bp = f.bp; sp = f.sp; pc = f.pc;
{ const internal = code.internal ?? load(code); ins = internal.ins; caches = internal.caches; rawConsts = internal.rawConsts; consts = code.consts.value as unknown as Value[]; }
      break;
    }
    f.pc = pc; f.sp = sp;
    if (sendTo(S, sp)) pc = arg;
break;
}
case 150: { // YIELD_VALUE

    const value = S[--sp];
    f.pc = pc; f.sp = sp;
    const resumer = suspend(f);
    if (resumer === null) return value as OwnedValue;
    f = resumer;
    code = f.code; S = f.S; bp = f.bp; sp = f.sp; pc = f.pc;
{ const internal = code.internal ?? load(code); ins = internal.ins; caches = internal.caches; rawConsts = internal.rawConsts; consts = code.consts.value as unknown as Value[]; }
    S[sp++] = value;
break;
}
case 75: { // RETURN_GENERATOR

    f.pc = pc; f.sp = sp;
    const generator = newGenerator(f);
    const entry = f.kind === KIND_ENTRY;
    f = leaveForGenerator(f);
    if (entry) return generator;
    code = f.code; S = f.S; bp = f.bp; sp = f.sp; pc = f.pc;
{ const internal = code.internal ?? load(code); ins = internal.ins; caches = internal.caches; rawConsts = internal.rawConsts; consts = code.consts.value as unknown as Value[]; }
    S[sp++] = generator;
break;
}
case 172: { // KW_NAMES
kwnames = consts[arg] as PyTuple;
break;
}
case 171: { // CALL

    const base = sp - arg - 2;
    let n = arg, at = sp - arg;
    let fn = S[base] as PyObject | null;
    if (fn === null) fn = S[base + 1] as PyObject;
    else { n++; at--; }
    if (typeof fn !== "number" && fn.type === FunctionType) {
      const called = (fn as PyFunction).value;
      const callee = called.code.value as Code;
      f.pc = pc;
      if (kwnames === null && callee.simple && n === callee.argCount && S === stack && vm.depth < vm.limit) {
        const top = at + callee.frameSize;
        if (top >= S.length) growStack(S, top + 1);
        f.sp = base;
        vm.depth++;
        for (let i = at + n, end = at + callee.nlocalsplus; i < end; i++) S[i] = UNBOUND;
        f = new Frame(callee, fn as PyFunction, called.globals, called.builtins, S, at, f, KIND_CALL, top);
        vm.frame = f;
        code = callee; bp = at; sp = at + callee.nlocalsplus; pc = 0;
        const internal = callee.internal ?? load(callee);
        ins = internal.ins; caches = internal.caches; rawConsts = internal.rawConsts;
        consts = callee.consts.value as unknown as Value[];
        break;
      }
      const names = kwnames; kwnames = null;
      f.sp = sp;
      f = callPython(f, fn as PyFunction, at, n, names, base);
      code = f.code; S = f.S; bp = f.bp; sp = f.sp; pc = f.pc;
{ const internal = code.internal ?? load(code); ins = internal.ins; caches = internal.caches; rawConsts = internal.rawConsts; consts = code.consts.value as unknown as Value[]; }
      break;
    }
    f.pc = pc; f.sp = sp;
    if (kwnames === null && fn.type === MethodDescriptorType && S[base] !== null) {
      const { native, owner } = fn.value as MethodData;
      const self = S[at];
      if (native.direct && n <= 2 && n - 1 === native.max && native.result === "object" && typeof self !== "number" && self.type === owner) {
        const body = native.impl as (...args: unknown[]) => Value | undefined;
        const r = n === 1 ? body(self) : body(self, S[at + 1]);
        if (n === 2) { const given = S[at + 1]; if (typeof given !== "number" && --given.refcnt === 0) { f.pc = pc; dealloc(given); } }
        sp = base + 1;
        if (r === undefined) { None.refcnt++; S[base] = None; } else S[base] = r;
        if (typeof self !== "number" && --self.refcnt === 0) { f.pc = pc; dealloc(self); } fn.refcnt--;
        if (heap.pending || --heap.fuel < 0) { f.pc = pc; f.sp = sp; breakHere(f, sp, false); }
        break;
      }
    }
    const names = kwnames; kwnames = null;
    const entered = callOther(f, base, sp, arg, names);
    if (entered !== null) { f = entered; code = f.code; S = f.S; bp = f.bp; sp = f.sp; pc = f.pc;
{ const internal = code.internal ?? load(code); ins = internal.ins; caches = internal.caches; rawConsts = internal.rawConsts; consts = code.consts.value as unknown as Value[]; } break; }
    sp = base + 1;
    if (heap.pending || --heap.fuel < 0) { f.pc = pc; f.sp = sp; breakHere(f, sp, false); }
break;
}
case 142: { // CALL_FUNCTION_EX

    f.pc = pc; f.sp = sp;
    const entered = callEx(f, sp, arg);
    if (entered !== null) { f = entered; code = f.code; S = f.S; bp = f.bp; sp = f.sp; pc = f.pc;
{ const internal = code.internal ?? load(code); ins = internal.ins; caches = internal.caches; rawConsts = internal.rawConsts; consts = code.consts.value as unknown as Value[]; } break; }
    sp = f.sp;
break;
}
case 173: { // CALL_INTRINSIC_1
const value = S[sp - 1];
f.pc = pc; f.sp = sp;
let res: OwnedValue;
res = intrinsic1(f, arg, value);
sp -= 1;
S[sp++] = res as Value;
if (typeof value !== "number" && --value.refcnt === 0) { f.pc = pc; dealloc(value); }
break;
}
case 174: { // CALL_INTRINSIC_2
const a = S[sp - 2];
const b = S[sp - 1];
f.pc = pc; f.sp = sp;
let res: OwnedValue;
res = intrinsic2(arg, a, b);
sp -= 2;
S[sp++] = res as Value;
if (typeof a !== "number" && --a.refcnt === 0) { f.pc = pc; dealloc(a); }
if (typeof b !== "number" && --b.refcnt === 0) { f.pc = pc; dealloc(b); }
break;
}
case 132: { // MAKE_FUNCTION
sp = makeFunction(f, sp, arg);
break;
}
case 83: { // RETURN_VALUE

    const value = S[--sp];
    
  if (f.kind !== KIND_CALL || f.object !== null) {
    f.pc = pc; f.sp = sp;
    const entry = f.kind === KIND_ENTRY;
    f = leaveFrame(f, value);
    if (entry) return value as OwnedValue;
    code = f.code; S = f.S; bp = f.bp; sp = f.sp; pc = f.pc;
{ const internal = code.internal ?? load(code); ins = internal.ins; caches = internal.caches; rawConsts = internal.rawConsts; consts = code.consts.value as unknown as Value[]; }
    break;
  }
  f.done = true;
  for (let i = bp, end = bp + code.nlocalsplus; i < end; i++) { const x = S[i]; if (x !== undefined) { if (typeof x !== "number" && --x.refcnt === 0) { f.pc = pc; dealloc(x); } } }
  const fn = f.func as PyObject;
  vm.depth--;
  f = f.back as Frame;
  vm.frame = f;
  code = f.code; S = f.S; bp = f.bp; sp = f.sp; pc = f.pc;
{ const internal = code.internal ?? load(code); ins = internal.ins; caches = internal.caches; rawConsts = internal.rawConsts; consts = code.consts.value as unknown as Value[]; }
  S[sp++] = value;
  if (typeof fn !== "number" && --fn.refcnt === 0) { f.pc = pc; dealloc(fn); }
break;
}
case 121: { // RETURN_CONST

    const value = consts[arg]; if (typeof value !== "number") value.refcnt++;
    
  if (f.kind !== KIND_CALL || f.object !== null) {
    f.pc = pc; f.sp = sp;
    const entry = f.kind === KIND_ENTRY;
    f = leaveFrame(f, value);
    if (entry) return value as OwnedValue;
    code = f.code; S = f.S; bp = f.bp; sp = f.sp; pc = f.pc;
{ const internal = code.internal ?? load(code); ins = internal.ins; caches = internal.caches; rawConsts = internal.rawConsts; consts = code.consts.value as unknown as Value[]; }
    break;
  }
  f.done = true;
  for (let i = bp, end = bp + code.nlocalsplus; i < end; i++) { const x = S[i]; if (x !== undefined) { if (typeof x !== "number" && --x.refcnt === 0) { f.pc = pc; dealloc(x); } } }
  const fn = f.func as PyObject;
  vm.depth--;
  f = f.back as Frame;
  vm.frame = f;
  code = f.code; S = f.S; bp = f.bp; sp = f.sp; pc = f.pc;
{ const internal = code.internal ?? load(code); ins = internal.ins; caches = internal.caches; rawConsts = internal.rawConsts; consts = code.consts.value as unknown as Value[]; }
  S[sp++] = value;
  if (typeof fn !== "number" && --fn.refcnt === 0) { f.pc = pc; dealloc(fn); }
break;
}
case 130: { // RAISE_VARARGS
f.pc = pc; f.sp = sp; const e = raiseVarargs(f, sp, arg); reraised = arg === 0; sp = f.sp; { error = e; break loop; }
break;
}
case 35: { // PUSH_EXC_INFO

    const e = S[sp - 1] as PyObject;
    const handled = vm.handled;
    const before = handled.value;
    if (before === null) { None.refcnt++; S[sp - 1] = None; } else S[sp - 1] = before;
    e.refcnt++;
    handled.value = e;
    S[sp++] = e;
break;
}
case 89: { // POP_EXCEPT

    const before = S[--sp] as PyObject;
    const handled = vm.handled;
    const e = handled.value;
    if (before === None) { before.refcnt--; handled.value = null; } else handled.value = before;
    if (e !== null) { if (typeof e !== "number" && --e.refcnt === 0) { f.pc = pc; dealloc(e); } }
break;
}
case 36: { // CHECK_EXC_MATCH

    f.pc = pc; f.sp = sp;
    const clause = S[sp - 1];
    const r = matchesClause(S[sp - 2], clause);
    const answer = r ? True : False; answer.refcnt++; S[sp - 1] = answer;
    if (typeof clause !== "number" && --clause.refcnt === 0) { f.pc = pc; dealloc(clause); }
break;
}
case 37: { // CHECK_EG_MATCH
f.pc = pc; f.sp = sp; sp = checkGroupMatch(S, sp);
break;
}
case 119: { // RERAISE

    f.pc = pc; f.sp = sp;
    const e = S[--sp] as PyObject;
    if (arg > 0) f.pc = reraiseAt(f, S[sp - arg]);
    else f.pc = pc;
    reraised = true;
    { error = e as Owned<PyException>; break loop; }
break;
}
case 55: { // CLEANUP_THROW
f.pc = pc; f.sp = sp; sp = cleanupThrow(f, sp);
break;
}
case 49: { // WITH_EXCEPT_START
f.pc = pc; f.sp = sp; S[sp] = withExceptStart(S, sp) as Value; sp++;
break;
}
case 53: { // BEFORE_WITH
f.pc = pc; f.sp = sp; sp = beforeWith(S, sp);
break;
}
case 52: { // BEFORE_ASYNC_WITH
f.pc = pc; f.sp = sp; sp = beforeAsyncWith(S, sp);
break;
}
case 50: { // GET_AITER
const iterable = S[sp - 1];
f.pc = pc; f.sp = sp;
let iter: OwnedValue;
iter = getAsyncIter(iterable);
sp -= 1;
S[sp++] = iter as Value;
if (typeof iterable !== "number" && --iterable.refcnt === 0) { f.pc = pc; dealloc(iterable); }
break;
}
case 51: { // GET_ANEXT
f.pc = pc; f.sp = sp; S[sp] = getAsyncNext(S[sp - 1]) as Value; sp++;
break;
}
case 131: { // GET_AWAITABLE
const value = S[sp - 1];
f.pc = pc; f.sp = sp;
let iter: OwnedValue;
iter = getAwaitable(value, arg);
sp -= 1;
S[sp++] = iter as Value;
if (typeof value !== "number" && --value.refcnt === 0) { f.pc = pc; dealloc(value); }
break;
}
case 54: { // END_ASYNC_FOR

    f.pc = pc; f.sp = sp;
    if (endsAsyncFor(S[sp - 1])) { const e = S[--sp]; if (typeof e !== "number" && --e.refcnt === 0) { f.pc = pc; dealloc(e); } const it = S[--sp]; if (typeof it !== "number" && --it.refcnt === 0) { f.pc = pc; dealloc(it); } break; }
    const e = S[--sp];
    reraised = true;
    { error = e as Owned<PyException>; break loop; }
break;
}
case 102: { // BUILD_TUPLE
const items = takeItems(S, sp, arg); sp -= arg; S[sp] = newTuple(items); sp++;
break;
}
case 103: { // BUILD_LIST
const items = takeItems(S, sp, arg); sp -= arg; S[sp] = newList(items); sp++;
break;
}
case 104: { // BUILD_SET
f.pc = pc; f.sp = sp; sp = buildSet(S, sp, arg);
break;
}
case 105: { // BUILD_MAP
f.pc = pc; f.sp = sp; sp = buildMap(S, sp, arg);
break;
}
case 156: { // BUILD_CONST_KEY_MAP
f.pc = pc; f.sp = sp; sp = buildConstKeyMap(S, sp, arg);
break;
}
case 157: { // BUILD_STRING
sp = buildString(S, sp, arg);
break;
}
case 155: { // FORMAT_VALUE
f.pc = pc; f.sp = sp; sp = formatValue(S, sp, arg);
break;
}
case 145: { // LIST_APPEND
const x = S[--sp]; listAppend(S[sp - arg] as PyList, x as OwnedValue);
break;
}
case 146: { // SET_ADD
f.pc = pc; f.sp = sp; setAddStack(S, sp, arg); sp--;
break;
}
case 147: { // MAP_ADD
f.pc = pc; f.sp = sp; mapAdd(S, sp, arg); sp -= 2;
break;
}
case 162: { // LIST_EXTEND
f.pc = pc; f.sp = sp; listExtendStack(S, sp, arg); sp--;
break;
}
case 163: { // SET_UPDATE
f.pc = pc; f.sp = sp; setUpdateStack(S, sp, arg); sp--;
break;
}
case 165: { // DICT_UPDATE
f.pc = pc; f.sp = sp; dictUpdateStack(S, sp, arg); sp--;
break;
}
case 164: { // DICT_MERGE
f.pc = pc; f.sp = sp; dictMergeStack(S, sp, arg); sp--;
break;
}
case 92: { // UNPACK_SEQUENCE

    const seq = S[sp - 1];
    if (typeof seq !== "number" && seq.type === TupleType && (seq.value as Value[]).length === arg) {
      const items = seq.value as Value[];
      sp--;
      for (let i = arg - 1; i >= 0; i--) { S[sp] = share(items, i) as Value; sp++; }
      if (typeof seq !== "number" && --seq.refcnt === 0) { f.pc = pc; dealloc(seq); }
      break;
    }
    f.pc = pc; f.sp = sp;
    sp = unpackSequence(S, sp, arg);
break;
}
case 94: { // UNPACK_EX
f.pc = pc; f.sp = sp; sp = unpackEx(S, sp, arg);
break;
}
case 30: { // GET_LEN
f.pc = pc; f.sp = sp; S[sp] = length(S[sp - 1]); sp++;
break;
}
case 31: { // MATCH_MAPPING
S[sp] = newBool(isMappingPattern(S[sp - 1])); sp++;
break;
}
case 32: { // MATCH_SEQUENCE
S[sp] = newBool(isSequencePattern(S[sp - 1])); sp++;
break;
}
case 33: { // MATCH_KEYS
f.pc = pc; f.sp = sp; S[sp] = matchKeys(S[sp - 2], S[sp - 1]); sp++;
break;
}
case 152: { // MATCH_CLASS
f.pc = pc; f.sp = sp; sp = matchClass(S, sp, arg);
break;
}
case 108: { // IMPORT_NAME
f.pc = pc; f.sp = sp; sp = importName(f, S, sp, code.names[arg]);
break;
}
case 109: { // IMPORT_FROM
f.pc = pc; f.sp = sp; S[sp] = importFrom(S[sp - 1], code.names[arg]) as Value; sp++;
break;
}
          default: throw unknownOpcode(f, pc, op);
        }
      }
    } catch (e) {
      recursion.depth = depth;
      
      if (e instanceof InitError) { f = e.frame; pc = f.pc; sp = f.sp; error = caughtInLoop(e.error, f); }
      else { f.pc = pc; f.sp = sp; error = caughtInLoop(e, f); }
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
  try {
    return watch(f, stepping);
  } finally {
    if (vm.tracer !== null) heap.pending = true;
  }
}

/** As `run`, but stops when the budget of instructions is used up: the machine then says where. */
export const runStepped = (entry: Frame): OwnedValue => watched(entry, true, false);
