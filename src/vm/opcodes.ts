// The instruction set, one row an opcode: what it takes off the stack and leaves there, and what
// it does. src/tools/loop.ts prints the interpreter's loop (loop.gen.ts) from these rows.
//
//   lhs, rhs -- sum    inputs, deepest first -- outputs
//   value! --          stolen: the code moves the reference somewhere else
//   iter -- iter, item named on both sides: stays where it is
//
// Inputs are dropped only after the code has succeeded, so whatever is on the stack when it throws
// is the unwinder's to drop. Outputs are new references. A row without an effect is `raw`: it moves
// the stack pointer itself. In code stand:
//   $arg      the argument, as its kind says: a local's slot, a constant, a name, a number
//   $jump     goes to the argument's instruction
//   INCREF(x) DECREF(x)   on what is known to be a value
//   SYNC      saves where the frame is, before anything that may look at it
//   RAISE(e)  unwinds with an owned exception
//   LOAD_FRAME            takes over the registers of `f`, another frame than before
// Registers: f, code, ins, caches, consts, S (the stack), bp, sp, pc (past the instruction), arg.

import { COLD_ROWS } from "./opcodescold.ts";
import { ARITHMETIC, BRANCH, COMPARE, FLOAT_ARITHMETIC, NUMBER, op, type Row, raw } from "./rowtexts.ts";

export const ROWS = {
  NOP: op("--"),
  RESUME: raw("number", "if (heap.pending || --heap.fuel < 0) { SYNC breakHere(f, sp); }"),
  POP_TOP: raw("none", "const x = S[--sp]; DECREF(x)"),
  PUSH_NULL: raw("none", "S[sp++] = NULL;"),
  END_FOR: raw("none", "const x = S[--sp]; DECREF(x) const y = S[--sp]; DECREF(y)"),
  END_SEND: raw("none", "const value = S[--sp]; const receiver = S[sp - 1]; S[sp - 1] = value; DECREF(receiver)"),
  INTERPRETER_EXIT: op("--"),

  // ---- locals and constants ----
  LOAD_FAST: raw(
    "local",
    `
    const x = S[bp + arg];
    if (typeof x !== "number") { x.refcnt++; S[sp++] = x; }
    else if (x >= -5 && x <= 256) S[sp++] = x;
    else { S[sp] = share(S, bp + arg) as Value; sp++; }`,
  ),
  LOAD_FAST_BORROW: raw("local", "S[sp++] = S[bp + arg];"),
  LOAD_FAST_MOVE: raw(
    "local",
    `
    if (f.object !== null) { S[sp] = share(S, bp + arg) as Value; sp++; }
    else { S[sp++] = S[bp + arg]; S[bp + arg] = UNBOUND; }`,
  ),
  LOAD_FAST_CHECK: raw(
    "local",
    "if (S[bp + arg] === undefined) throw unboundLocal(code, arg); S[sp] = share(S, bp + arg) as Value; sp++;",
  ),
  LOAD_FAST_AND_CLEAR: raw("local", "S[sp++] = S[bp + arg]; S[bp + arg] = UNBOUND;"),
  LOAD_CONST: raw("const", "const x = consts[arg]; INCREF(x) S[sp++] = x;"),
  LOAD_CONST_BORROW: raw("const", "S[sp++] = rawConsts[arg];"),
  STORE_FAST: raw(
    "local",
    "const old = S[bp + arg]; S[bp + arg] = S[--sp]; if (old !== undefined && old !== null) { DECREF(old) }",
  ),
  DELETE_FAST: raw(
    "local",
    "const old = S[bp + arg]; if (old === undefined) throw unboundLocal(code, arg); S[bp + arg] = UNBOUND; DECREF(old)",
  ),
  COPY: raw("number", "S[sp] = share(S, sp - arg) as Value; sp++;"),
  SWAP: raw("number", "const x = S[sp - 1]; S[sp - 1] = S[sp - arg]; S[sp - arg] = x;"),

  // ---- cells ----
  MAKE_CELL: raw("local", "S[bp + arg] = newCell(S[bp + arg] as OwnedValue | undefined);"),
  LOAD_CLOSURE: raw("local", "S[sp] = share(S, bp + arg) as Value; sp++;"),
  LOAD_DEREF: raw(
    "local",
    "const cell = S[bp + arg] as PyCell; if (cell.value === undefined) throw unboundCell(code, arg); S[sp] = sharePayload(cell as PyObject<Value>) as Value; sp++;",
  ),
  STORE_DEREF: raw("local", "const value = S[--sp]; SYNC setCell(S[bp + arg] as PyCell, value as OwnedValue);"),
  DELETE_DEREF: raw("local", "SYNC deleteDeref(f, arg);"),
  COPY_FREE_VARS: raw("number", "copyFreeVars(f, arg);"),
  LOAD_FROM_DICT_OR_DEREF: op("mapping -- value", "number", "value = loadFromDictOrDeref(f, mapping, arg)"),

  // ---- names ----
  LOAD_GLOBAL: raw(
    "number",
    `
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
    SYNC
    S[sp] = loadGlobal(f, code.names[arg >> 1], caches, (pc >> 1) - 1) as Value; sp++;`,
  ),
  LOAD_NAME: raw("name", "SYNC S[sp] = loadName(f, code.names[arg]) as Value; sp++;"),
  STORE_NAME: raw("name", "const value = S[--sp]; SYNC storeName(f, code.names[arg], value as OwnedValue);"),
  DELETE_NAME: raw("name", "SYNC deleteName(f, code.names[arg]);"),
  STORE_GLOBAL: raw("name", "const value = S[--sp]; SYNC dictSet(f.globals, code.names[arg], value as OwnedValue);"),
  DELETE_GLOBAL: raw("name", "SYNC deleteGlobal(f, code.names[arg]);"),
  LOAD_LOCALS: op("-- value", "none", "value = newRef(f.locals as PyObject)"),
  LOAD_FROM_DICT_OR_GLOBALS: op("mapping -- value", "name", "value = loadFromDictOrGlobals(f, mapping, $arg)"),
  LOAD_BUILD_CLASS: raw("none", "SYNC S[sp] = loadBuildClass(f) as Value; sp++;"),
  LOAD_ASSERTION_ERROR: op("-- value", "none", 'value = newRef(exceptionType("AssertionError"))'),
  SETUP_ANNOTATIONS: op("--", "none", "setupAnnotations(f)"),

  // ---- attributes ----
  LOAD_ATTR: raw(
    "number",
    `
    const o = S[sp - 1];
    const c = caches[(pc >> 1) - 1] as AttrCache | null;
    if ((arg & 1) === 0) {
      if (c !== null && typeof o !== "number" && o.extra === c.shape && c.data.version === c.version) {
        const values = o.value as Value[];
        const x = values[c.slot];
        if (typeof x !== "number") x.refcnt++;
        S[sp - 1] = typeof x !== "number" || (x >= -5 && x <= 256) ? x : share(values, c.slot) as Value;
        if ((arg & 0x10000) === 0) { DECREF(o) }
        break;
      }
      SYNC
      const known = otherAttr(o, c);
      if (known !== undefined) { S[sp - 1] = known as Value; if ((arg & 0x10000) === 0) { DECREF(o) } break; }
      ownBorrowed(f, pc, sp);
      const x = loadAttr(S[sp - 1], code.names[(arg & 0xffff) >> 1], caches, (pc >> 1) - 1);
      const held = S[sp - 1]; S[sp - 1] = x as Value; DECREF(held)
      disownBelow(f, pc, sp, 1);
      break;
    }
    if (c !== null && typeof o !== "number" && c.method != null && c.data.version === c.version && (c.shape !== null ? o.extra === c.shape : o.type === c.type)) {
      const m = c.method; m.refcnt++; S[sp - 1] = m; S[sp++] = o;
      break;
    }
    const other = otherMethod(o, c);
    if (other !== null) { other.refcnt++; S[sp - 1] = other; S[sp++] = o; break; }
    SYNC
    const found = moduleAttr(o, c);
    if (found !== undefined) { S[sp - 1] = NULL; S[sp++] = found as Value; DECREF(o) break; }
    sp = loadMethod(S, sp, code.names[arg >> 1], caches, (pc >> 1) - 1);`,
  ),
  LOAD_ATTR_L: raw(
    "local",
    `
    const o = S[bp + arg];
    const c = caches[pc >> 1] as AttrCache | null;
    if (c !== null && typeof o !== "number" && o.extra === c.shape && c.data.version === c.version) {
      const values = o.value as Value[];
      const x = values[c.slot];
      if (typeof x !== "number") { x.refcnt++; S[sp++] = x; pc += 2; break; }
    }
    S[sp++] = o;`,
  ),
  STORE_ATTR: raw(
    "number",
    `
    const o = S[sp - 1];
    const c = caches[(pc >> 1) - 1] as AttrCache | null;
    if (c !== null && typeof o !== "number" && o.extra === c.shape && c.data.version === c.version) {
      const values = o.value as Value[];
      const value = S[sp - 2];
      sp -= 2;
      if (c.next === null) { const old = values[c.slot]; values[c.slot] = value; DECREF(old) }
      else { values.push(value); o.extra = c.next; }
      if ((arg & 0x10000) === 0) { DECREF(o) }
      break;
    }
    SYNC
    ownBorrowed(f, pc, sp);
    const held = S[sp - 1];
    S[sp - 1] = S[sp - 2]; S[sp - 2] = held; sp--;
    storeAttr(held, code.names[arg & 0xffff], S[sp] as OwnedValue, caches, (pc >> 1) - 1);
    sp--; DECREF(held)`,
  ),
  DELETE_ATTR: op("owner --", "name", "setAttr(owner, $arg, undefined)"),
  LOAD_SUPER_ATTR: raw("number", "SYNC sp = loadSuperAttr(f, S, sp, arg);"),

  // ---- operators ----
  UNARY_NEGATIVE: op("value -- res", "none", "res = negative(value)"),
  UNARY_INVERT: op("value -- res", "none", "res = invert(value)"),
  UNARY_NOT: op("value -- res", "none", "res = newBool(!isTrue(value))"),
  BINARY_OP: raw(
    "number",
    `
    const b = S[sp - 1], a = S[sp - 2];
    let r = Number.NaN;
    if (typeof a === "number" && typeof b === "number") {
      ${ARITHMETIC("a", "b", "arg & 0xff")}
      if (r <= 9007199254740991 && r >= -9007199254740991) { S[sp - 2] = r; sp--; break; }
    } else if (typeof a !== "number" && typeof b !== "number" && a.type === FloatType && b.type === FloatType) {
      let known = true;
      const x = a.value as number, y = b.value as number;
      ${FLOAT_ARITHMETIC("x", "y", "arg & 0xff")}
      if (known) {
        if (a.refcnt === 1 && (arg & 0x100) === 0) a.value = r;
        else { S[sp - 2] = newFloat(r) as Value; if ((arg & 0x100) === 0) { DECREF(a) } }
        sp--;
        if ((arg & 0x200) === 0) { DECREF(b) }
        break;
      }
    } else {
      ${NUMBER("x", "a")}
      ${NUMBER("y", "b")}
      ${ARITHMETIC("x", "y", "arg & 0xff")}
      if (r <= 9007199254740991 && r >= -9007199254740991) {
        S[sp - 2] = r; sp--;
        if ((arg & 0x100) === 0) { DECREF(a) }
        if ((arg & 0x200) === 0) { DECREF(b) }
        break;
      }
    }
    SYNC
    slowBinary(f, pc, sp, arg & 0xff); sp--;`,
  ),
  BINARY_OP_LL: raw(
    "local",
    `
    const a = S[bp + arg], other = ins[pc + 1];
    const b = ins[pc] === LOAD_FAST_BORROW ? S[bp + other] : rawConsts[other];
    let r = Number.NaN;
    if (typeof a === "number") {
      if (typeof b === "number") {
        ${ARITHMETIC("a", "b", "ins[pc + 3] & 0xff")}
        if (r <= 9007199254740991 && r >= -9007199254740991) { S[sp++] = r; pc += 4; break; }
      }
    } else if (typeof b !== "number" && a.type === FloatType && b.type === FloatType) {
      let known = true;
      const x = a.value as number, y = b.value as number;
      ${FLOAT_ARITHMETIC("x", "y", "ins[pc + 3] & 0xff")}
      if (known) { S[sp++] = newFloat(r) as Value; pc += 4; break; }
    }
    S[sp++] = a;`,
  ),
  BINARY_OP_SL: raw(
    "number",
    `
    const b = arg < 0 ? rawConsts[~arg] : S[bp + arg];
    const a = S[sp - 1];
    let r = Number.NaN;
    if (typeof a === "number") {
      if (typeof b === "number") {
        ${ARITHMETIC("a", "b", "ins[pc + 1] & 0xff")}
        if (r <= 9007199254740991 && r >= -9007199254740991) { S[sp - 1] = r; pc += 2; break; }
      }
    } else if (typeof b !== "number" && a.type === FloatType && b.type === FloatType) {
      let known = true;
      const x = a.value as number, y = b.value as number;
      ${FLOAT_ARITHMETIC("x", "y", "ins[pc + 1] & 0xff")}
      if (known) {
        const borrowed = (ins[pc + 1] & 0x100) !== 0;
        if (a.refcnt === 1 && !borrowed) a.value = r;
        else { S[sp - 1] = newFloat(r) as Value; if (!borrowed) { DECREF(a) } }
        pc += 2;
        break;
      }
    }
    S[sp++] = b;`,
  ),
  COMPARE_OP: raw(
    "number",
    `
    const b = S[sp - 1], a = S[sp - 2];
    let r: boolean;
    if (typeof a === "number" && typeof b === "number") {
      ${COMPARE("a", "b", "arg & 7")}
    } else {
      ${NUMBER("x", "a")}
      ${NUMBER("y", "b")}
      if (x === x && y === y) {
        ${COMPARE("x", "y", "arg & 7")}
      } else if (typeof a !== "number" && typeof b !== "number" && a.type === FloatType && b.type === FloatType) {
        const v = a.value as number, w = b.value as number;
        ${COMPARE("v", "w", "arg & 7")}
      } else if (typeof a !== "number" && typeof b !== "number" && a.type === StrType && b.type === StrType && (arg & 6) === 2) {
        r = strEqual(a as PyStr, b as PyStr) === ((arg & 7) === 2);
      } else {
        SYNC
        slowCompare(f, pc, sp, arg & 7); sp--;
        break;
      }
      if ((arg & 0x100) === 0) { DECREF(a) }
      if ((arg & 0x200) === 0) { DECREF(b) }
    }
    const following = ins[pc];
    if (following === POP_JUMP_IF_FALSE) { sp -= 2; pc = r ? pc + 2 : ins[pc + 1]; break; }
    if (following === POP_JUMP_IF_TRUE) { sp -= 2; pc = r ? ins[pc + 1] : pc + 2; break; }
    sp--;
    const answer = r ? True : False; answer.refcnt++; S[sp - 1] = answer;`,
  ),
  COMPARE_JUMP_LL: raw(
    "local",
    `
    const a = S[bp + arg], other = ins[pc + 1];
    const b = ins[pc] === LOAD_FAST_BORROW ? S[bp + other] : rawConsts[other];
    if (typeof a === "number" && typeof b === "number") {
      let r: boolean;
      ${COMPARE("a", "b", "ins[pc + 3] & 7")}
      pc = r ? pc + 6 : ins[pc + 5];
      break;
    }
    S[sp++] = a;`,
  ),
  IS_OP: raw(
    "number",
    `
    const b = S[sp - 1], a = S[sp - 2];
    const r = isSame(a, b) !== (arg === 1);
    sp--;
    S[sp - 1] = (r ? True : False); True.refcnt += r ? 1 : 0; False.refcnt += r ? 0 : 1;
    DECREF(a) DECREF(b)`,
  ),
  CONTAINS_OP: op("item, container -- res", "number", "res = newBool(contains(container, item) !== (arg === 1))"),
  BINARY_SUBSCR: raw(
    "none",
    `
    const key = S[sp - 1], container = S[sp - 2];
    if (typeof container !== "number" && (container.type === ListType || container.type === TupleType)) {
      ${NUMBER("n", "key")}
      const items = container.value as Value[];
      const i = n < 0 ? n + items.length : n;
      if (i >= 0 && i < items.length) {
        const x = items[i];
        if (typeof x !== "number") x.refcnt++;
        const item = typeof x !== "number" || (x >= -5 && x <= 256) ? x : share(items, i) as Value;
        sp--; S[sp - 1] = item;
        if ((arg & 0x200) === 0) { DECREF(key) }
        if ((arg & 0x100) === 0) { DECREF(container) }
        break;
      }
    } else if (typeof container !== "number" && container.type === DictType) {
      const table = container.value as DictTable;
      const at = typeof key === "number" || key.type === StrType ? table.find(key) : -1;
      if (at >= 0) {
        const item = share(table.slots, at) as Value;
        sp--; S[sp - 1] = item;
        if ((arg & 0x200) === 0) { DECREF(key) }
        if ((arg & 0x100) === 0) { DECREF(container) }
        break;
      }
    }
    SYNC
    slowSubscript(f, pc, sp); sp--;`,
  ),
  STORE_SUBSCR: raw(
    "none",
    `
    const key = S[sp - 1], container = S[sp - 2], value = S[sp - 3];
    if (typeof container !== "number" && container.type === ListType) {
      ${NUMBER("n", "key")}
      const items = container.value as Value[];
      const i = n < 0 ? n + items.length : n;
      if (i >= 0 && i < items.length) {
        const old = items[i]; items[i] = value; sp -= 3;
        if ((arg & 0x200) === 0) { DECREF(key) }
        if ((arg & 0x100) === 0) { DECREF(container) }
        DECREF(old)
        break;
      }
    } else if (typeof container !== "number" && container.type === DictType && (typeof key === "number" || key.type === StrType)) {
      const table = container.value as DictTable;
      const at = table.find(key);
      if (at >= 0 && isTracked(container)) {
        const old = table.values[at] as Value; table.values[at] = value; sp -= 3;
        if ((arg & 0x200) === 0) { DECREF(key) }
        if ((arg & 0x100) === 0) { DECREF(container) }
        DECREF(old)
        break;
      }
    }
    SYNC
    slowStoreSubscript(f, pc, sp); sp -= 3;`,
  ),
  DELETE_SUBSCR: op("container, key --", "none", "delItem(container, key)"),
  BINARY_SLICE: raw("none", "SYNC sp = binarySlice(S, sp);"),
  STORE_SLICE: raw("none", "SYNC sp = storeSlice(S, sp);"),
  BUILD_SLICE: raw("number", "sp = buildSlice(S, sp, arg);"),

  // ---- jumps ----
  JUMP_FORWARD: raw("jump", "pc = arg;"),
  JUMP_BACKWARD: raw("jump", "if (heap.pending || --heap.fuel < 0) { SYNC breakHere(f, sp); } pc = arg;"),
  JUMP_BACKWARD_NO_INTERRUPT: raw("jump", "pc = arg;"),
  POP_JUMP_IF_FALSE: raw("jump", BRANCH("false")),
  POP_JUMP_IF_TRUE: raw("jump", BRANCH("true")),
  POP_JUMP_IF_NONE: raw("jump", "const x = S[--sp]; if (x === None) { pc = arg; } DECREF(x)"),
  POP_JUMP_IF_NOT_NONE: raw("jump", "const x = S[--sp]; if (x !== None) { pc = arg; } DECREF(x)"),

  // ---- iteration ----
  GET_ITER: op("iterable -- iter", "none", "iter = getIter(iterable)"),
  FOR_ITER: raw(
    "jump",
    `
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
      SYNC
      f = resumeInline(it as PyGenerator, f, sp, arg, KIND_FOR, newNone());
      LOAD_FRAME
      break;
    } else { SYNC x = next(it) as Value | undefined; }
    if (x === undefined) { sp--; pc = arg + 2; DECREF(it) }
    else S[sp++] = x;`,
  ),
  GET_YIELD_FROM_ITER: op("iterable -- iter", "none", "iter = yieldFromIter(f, iterable)"),
  SEND: raw(
    "jump",
    `
    const receiver = S[sp - 2] as PyObject;
    if ((receiver.type === GeneratorType || receiver.type === CoroutineType) && resumable(receiver as PyGenerator)) {
      const value = S[--sp];
      SYNC
      f = resumeInline(receiver as PyGenerator, f, sp, arg, KIND_SEND, value as OwnedValue);
      LOAD_FRAME
      break;
    }
    SYNC
    if (sendTo(S, sp)) pc = arg;`,
  ),
  YIELD_VALUE: raw(
    "number",
    `
    const value = S[--sp];
    SYNC
    const resumer = suspend(f);
    if (resumer === null) return value as OwnedValue;
    f = resumer;
    LOAD_FRAME
    S[sp++] = value;`,
  ),
  RETURN_GENERATOR: raw(
    "none",
    `
    SYNC
    const generator = newGenerator(f);
    const entry = f.kind === KIND_ENTRY;
    f = leaveForGenerator(f);
    if (entry) return generator;
    LOAD_FRAME
    S[sp++] = generator;`,
  ),

  // ---- calls ----
  KW_NAMES: raw("const", "kwnames = consts[arg] as PyTuple;"),
  CALL: raw(
    "number",
    `
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
      LOAD_FRAME
      break;
    }
    SYNC
    if (kwnames === null && fn.type === MethodDescriptorType && S[base] !== null) {
      const { native, owner } = fn.value as MethodData;
      const self = S[at];
      if (native.direct && n <= 2 && n - 1 === native.max && native.result === "object" && typeof self !== "number" && self.type === owner) {
        const body = native.impl as (...args: unknown[]) => Value | undefined;
        const r = n === 1 ? body(self) : body(self, S[at + 1]);
        if (n === 2) { const given = S[at + 1]; DECREF(given) }
        sp = base + 1;
        if (r === undefined) { None.refcnt++; S[base] = None; } else S[base] = r;
        DECREF(self) fn.refcnt--;
        if (heap.pending || --heap.fuel < 0) { SYNC breakHere(f, sp); }
        break;
      }
    }
    const names = kwnames; kwnames = null;
    const entered = callOther(f, base, sp, arg, names);
    if (entered !== null) { f = entered; LOAD_FRAME break; }
    sp = base + 1;
    if (heap.pending || --heap.fuel < 0) { SYNC breakHere(f, sp); }`,
  ),
  CALL_FUNCTION_EX: raw(
    "number",
    `
    SYNC
    const entered = callEx(f, sp, arg);
    if (entered !== null) { f = entered; LOAD_FRAME break; }
    sp = f.sp;`,
  ),
  CALL_INTRINSIC_1: op("value -- res", "number", "res = intrinsic1(f, arg, value)"),
  CALL_INTRINSIC_2: op("a, b -- res", "number", "res = intrinsic2(arg, a, b)"),
  MAKE_FUNCTION: raw("number", "sp = makeFunction(f, sp, arg);"),
  RETURN_VALUE: raw(
    "none",
    `
    const value = S[--sp];
    $return`,
  ),
  RETURN_CONST: raw(
    "const",
    `
    const value = consts[arg]; INCREF(value)
    $return`,
  ),

  ...COLD_ROWS,
} satisfies Record<string, Row>;

export type RowName = keyof typeof ROWS;
