// The hot instructions, one row an opcode. What stands in `fast` is compiled into the interpreter's loop;
// what stands in `slow` becomes a function of its own, which the loop calls, at one place for all rows, when
// the fast code has come to its end without NEXT. So the loop stays small enough to be compiled quickly, and
// knows nothing of what is rare. src/tools/loop.ts prints both into loop.gen.ts; the rows of opcodescold.ts
// have no fast code. The rows of containers stand in opcodescontainers.ts.
//
// Whatever is on the stack when the code throws is the unwinder's to drop. In code stand:
//   $arg      the argument, as its kind says: a local's slot, a constant, a name, a number
//   INCREF(x) DECREF(x)   on what is known to be a value
//   NEXT      on to the next instruction (fast code)
//   FOLLOWING the opcode of the next instruction, where this one may run it too (fast code)
//   SYNC      saves the stack pointer, before anything that may look at it (slow code)
//   RAISE(e)  unwinds with an owned exception (slow code)
//   JUMP(at)  goes on at another instruction of the frame (slow code)
// Slow code ends with the frame to go on in, `f` unless it says otherwise; null ends the loop with `vm.answer`.
// Registers: f, code, ins, caches, consts, S (the stack), bp, sp, pc (past the instruction), arg.

import { CONTAINER_ROWS } from "./opcodescontainers.ts";
import { ARITHMETIC, BRANCH, COMPARE, FLOAT_ARITHMETIC, fast, hot, NUMBER, type Row } from "./rowtexts.ts";

/** The frame of a plain call ends: its caller goes on. */
const LEAVE = `
  f.done = true;
  for (let i = bp, end = bp + code.nlocalsplus; i < end; i++) { const x = S[i]; if (x !== undefined) { DECREF(x) } }
  const fn = f.func as PyObject, idle = vm.idle;
  vm.depth--;
  if (idle.length < MOST_IDLE) idle.push(f);
  f = f.back as Frame;
  vm.frame = f;
  LOAD_FRAME
  S[sp++] = value;
  DECREF(fn)
  NEXT`;

/** Any other frame's end. */
const LEAVE_SLOWLY = `
  SYNC
  const entry = f.kind === KIND_ENTRY;
  const back = leaveFrame(f, value);
  if (entry) return answering(value as OwnedValue);
  return back;`;

export const ROWS = {
  RESUME: hot(
    "number",
    "if (!heap.pending && --heap.fuel >= 0) NEXT",
    "if (breakHere(f, sp)) return answering(AGAIN);",
  ),
  POP_TOP: fast("none", "const x = S[--sp]; DECREF(x)"),
  PUSH_NULL: fast("none", "S[sp++] = NULL;"),
  END_FOR: fast("none", "const x = S[--sp]; DECREF(x) const y = S[--sp]; DECREF(y)"),
  END_SEND: fast("none", "const value = S[--sp]; const receiver = S[sp - 1]; S[sp - 1] = value; DECREF(receiver)"),

  // ---- locals and constants ----
  LOAD_FAST: fast(
    "local",
    `
    const x = S[bp + arg];
    if (typeof x !== "number") { x.refcnt++; S[sp++] = x; }
    else if (x >= -5 && x <= 256) S[sp++] = x;
    else { S[sp] = share(S, bp + arg) as Value; sp++; }`,
  ),
  LOAD_FAST_BORROW: fast("local", "S[sp++] = S[bp + arg];"),
  LOAD_FAST_MOVE: hot(
    "local",
    "if (f.object === null) { S[sp++] = S[bp + arg]; S[bp + arg] = UNBOUND; NEXT }",
    "S[sp] = share(S, bp + arg) as Value; sp++;",
  ),
  // What a range or a list gives next takes the variable's place before anybody can look: an unboxed int may lie in both.
  LOAD_FAST_APPEND: fast(
    "local",
    `
    const x = S[bp + arg];
    if (typeof x !== "number") { x.refcnt++; S[sp++] = x; }
    else if (x >= -5 && x <= 256) S[sp++] = x;
    else {
      const it = (S[sp - 1] as PyObject).type;
      if ((it === RangeIteratorType || it === ListIteratorType) && !heap.pending && heap.fuel > 0 && vm.tracer === null) {
        S[sp++] = x;
      } else { S[sp] = share(S, bp + arg) as Value; sp++; }
    }`,
  ),
  LOAD_FAST_AND_CLEAR: fast("local", "S[sp++] = S[bp + arg]; S[bp + arg] = UNBOUND;"),
  LOAD_CONST: fast("const", "const x = consts[arg]; INCREF(x) S[sp++] = x;"),
  LOAD_CONST_BORROW: fast("const", "S[sp++] = rawConsts[arg];"),
  STORE_FAST: fast(
    "local",
    "const old = S[bp + arg]; S[bp + arg] = S[--sp]; if (old !== undefined && old !== null) { DECREF(old) }",
  ),
  COPY: fast("number", "S[sp] = share(S, sp - arg) as Value; sp++;"),
  SWAP: fast("number", "const x = S[sp - 1]; S[sp - 1] = S[sp - arg]; S[sp - arg] = x;"),

  // ---- cells ----
  LOAD_DEREF: hot(
    "local",
    `
    const cell = S[bp + arg] as PyCell;
    if (cell.value !== undefined) { S[sp] = sharePayload(cell as PyObject<Value>) as Value; sp++; NEXT }`,
    "throw unboundCell(code, arg);",
  ),

  // ---- names ----
  LOAD_GLOBAL: hot(
    "number",
    `
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
          NEXT
        }
      }
    }`,
    `
    if ((arg & 1) !== 0) S[sp++] = NULL;
    SYNC
    S[sp] = loadGlobal(f, code.names[arg >> 1], caches, (pc >> 1) - 1) as Value; sp++;`,
  ),

  // ---- attributes ----
  LOAD_ATTR: hot(
    "number",
    `
    const o = S[sp - 1];
    let c = caches[(pc >> 1) - 1] as AttrCache | null;
    if (typeof o !== "number")
      while (c !== null && !((c.shape === null ? o.type === c.type : o.extra === c.shape) && c.data.version === c.version)) c = c.rest;
    if (c !== null && typeof o !== "number") {
      const method = c.method;
      if (method !== null) { method.refcnt++; S[sp - 1] = method; S[sp++] = o; NEXT }
      const x = (o.value as Value[])[c.slot];
      if (x !== undefined && (typeof x !== "number" || (x >= -5 && x <= 256))) {
        if (typeof x !== "number") x.refcnt++;
        if ((arg & 1) === 0) S[sp - 1] = x;
        else { S[sp - 1] = NULL; S[sp++] = x; }
        if ((arg & 0x10000) === 0) { DECREF(o) }
        NEXT
      }
    }`,
    `
    const o = S[sp - 1];
    const c = caches[(pc >> 1) - 1] as AttrCache | null;
    if ((arg & 1) !== 0) {
      const method = otherMethod(o, c);
      if (method !== null) S[sp - 1] = newRef(method), S[sp++] = o;
      else {
        const found = moduleAttr(o, c);
        if (found !== undefined) { S[sp - 1] = NULL; S[sp++] = found as Value; SYNC DECREF(o) }
        else sp = loadMethod(S, sp, code.names[arg >> 1], caches, (pc >> 1) - 1);
      }
    } else {
      const known = otherAttr(o, c);
      if (known !== undefined) { S[sp - 1] = known as Value; if ((arg & 0x10000) === 0) { DECREF(o) } return f; }
      const getter = cachedGetter(o, c);
      ownBorrowed(f, pc, sp);
      if (getter !== null) return enterGetter(f, getter, sp - 1, hasBorrowedBelow(code, pc));
      const x = loadAttr(S[sp - 1], code.names[(arg & 0xffff) >> 1], caches, (pc >> 1) - 1);
      const held = S[sp - 1]; S[sp - 1] = x as Value; DECREF(held)
      disownBelow(f, pc, sp, 1);
    }`,
  ),
  LOAD_ATTR_L: fast(
    "local",
    `
    const o = S[bp + arg];
    const c = caches[pc >> 1] as AttrCache | null;
    if (c !== null && typeof o !== "number" && o.extra === c.shape && c.data.version === c.version) {
      const x = (o.value as Value[])[c.slot];
      if (x !== undefined && typeof x !== "number") { x.refcnt++; S[sp++] = x; pc += 2; NEXT }
    }
    S[sp++] = o;`,
  ),
  STORE_ATTR: hot(
    "number",
    `
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
        else if (old !== undefined) { DECREF(old) }
        if ((arg & 0x10000) === 0) { DECREF(o) }
        NEXT
      }
    }`,
    `
    const o = S[sp - 1];
    const c = caches[(pc >> 1) - 1];
    if (storeKnown(o, S[sp - 2], c)) { sp -= 2; SYNC if ((arg & 0x10000) === 0) { DECREF(o) } return f; }
    ownBorrowed(f, pc, sp);
    const held = S[sp - 1];
    S[sp - 1] = S[sp - 2]; S[sp - 2] = held; sp--;
    SYNC
    storeAttr(held, code.names[arg & 0xffff], S[sp] as OwnedValue, caches, (pc >> 1) - 1);
    sp--;
    SYNC
    DECREF(held)`,
  ),

  // ---- operators ----
  BINARY_OP: hot(
    "number",
    `
    const b = S[sp - 1], a = S[sp - 2];
    ${NUMBER("x", "a")}
    ${NUMBER("y", "b")}
    if (x === x && y === y) {
      let r = Number.NaN;
      ${ARITHMETIC("x", "y", "arg & 0xff")}
      if (r <= 9007199254740991 && r >= -9007199254740991) {
        S[sp - 2] = r; sp--;
        if (typeof a !== "number" && (arg & 0x100) === 0) { DECREF(a) }
        if (typeof b !== "number" && (arg & 0x200) === 0) { DECREF(b) }
        NEXT
      }
    } else if (typeof a !== "number" && typeof b !== "number" && a.type === FloatType && b.type === FloatType) {
      let known = true;
      let r = Number.NaN;
      const v = a.value as number, w = b.value as number;
      ${FLOAT_ARITHMETIC("v", "w", "arg & 0xff")}
      if (known) {
        if (a.refcnt === 1 && (arg & 0x100) === 0) a.value = r;
        else { S[sp - 2] = newFloat(r) as Value; if ((arg & 0x100) === 0) { DECREF(a) } }
        sp--;
        if ((arg & 0x200) === 0) { DECREF(b) }
        NEXT
      }
    }`,
    "slowBinary(f, pc, sp, arg & 0xff); sp--;",
  ),
  BINARY_OP_LL: fast(
    "local",
    `
    const a = S[bp + arg], other = ins[pc + 1];
    const b = ins[pc] === LOAD_FAST_BORROW ? S[bp + other] : rawConsts[other];
    let r = Number.NaN;
    if (typeof a === "number") {
      if (typeof b === "number") {
        ${ARITHMETIC("a", "b", "ins[pc + 3] & 0xff")}
        if (r <= 9007199254740991 && r >= -9007199254740991) { S[sp++] = r; pc += 4; NEXT }
      }
    } else if (typeof b !== "number" && a.type === FloatType && b.type === FloatType) {
      let known = true;
      const x = a.value as number, y = b.value as number;
      ${FLOAT_ARITHMETIC("x", "y", "ins[pc + 3] & 0xff")}
      if (known) { S[sp++] = newFloat(r) as Value; pc += 4; NEXT }
    }
    S[sp++] = a;`,
  ),
  BINARY_OP_SL: fast(
    "number",
    `
    const b = arg < 0 ? rawConsts[~arg] : S[bp + arg];
    const a = S[sp - 1];
    let r = Number.NaN;
    if (typeof a === "number") {
      if (typeof b === "number") {
        ${ARITHMETIC("a", "b", "ins[pc + 1] & 0xff")}
        if (r <= 9007199254740991 && r >= -9007199254740991) { S[sp - 1] = r; pc += 2; NEXT }
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
        NEXT
      }
    }
    S[sp++] = b;`,
  ),
  COMPARE_OP: hot(
    "number",
    `
    const b = S[sp - 1], a = S[sp - 2];
    let r: boolean;
    let known = true;
    ${NUMBER("x", "a")}
    ${NUMBER("y", "b")}
    if (x === x && y === y) {
      ${COMPARE("x", "y", "arg & 7")}
    } else if (typeof a !== "number" && typeof b !== "number" && a.type === FloatType && b.type === FloatType) {
      const v = a.value as number, w = b.value as number;
      ${COMPARE("v", "w", "arg & 7")}
    } else if (typeof a !== "number" && typeof b !== "number" && a.type === StrType && b.type === StrType && (arg & 6) === 2) {
      r = strEqual(a as PyStr, b as PyStr) === ((arg & 7) === 2);
    } else { known = false; r = false; }
    if (known) {
      if (typeof a !== "number" && (arg & 0x100) === 0) { DECREF(a) }
      if (typeof b !== "number" && (arg & 0x200) === 0) { DECREF(b) }
      const following = FOLLOWING;
      if (following === POP_JUMP_IF_FALSE) { sp -= 2; pc = r ? pc + 2 : ins[pc + 1]; NEXT }
      if (following === POP_JUMP_IF_TRUE) { sp -= 2; pc = r ? ins[pc + 1] : pc + 2; NEXT }
      sp--;
      const answer = r ? True : False; answer.refcnt++; S[sp - 1] = answer;
      NEXT
    }`,
    "slowCompare(f, pc, sp, arg & 7); sp--;",
  ),
  COMPARE_JUMP_LL: fast(
    "local",
    `
    const a = S[bp + arg], other = ins[pc + 1];
    const b = ins[pc] === LOAD_FAST_BORROW ? S[bp + other] : rawConsts[other];
    if (typeof a === "number" && typeof b === "number") {
      let r: boolean;
      ${COMPARE("a", "b", "ins[pc + 3] & 7")}
      pc = r ? pc + 6 : ins[pc + 5];
      NEXT
    }
    S[sp++] = a;`,
  ),
  IS_OP: fast(
    "number",
    `
    const b = S[sp - 1], a = S[sp - 2];
    const r = isSame(a, b) !== (arg === 1);
    sp--;
    S[sp - 1] = (r ? True : False); True.refcnt += r ? 1 : 0; False.refcnt += r ? 0 : 1;
    DECREF(a) DECREF(b)`,
  ),
  // ---- jumps ----
  JUMP_FORWARD: fast("jump", "pc = arg;"),
  JUMP_BACKWARD: hot(
    "jump",
    "if (!heap.pending && --heap.fuel >= 0) { pc = arg; NEXT }",
    "const again = breakHere(f, sp); JUMP(arg) if (again) return answering(AGAIN);",
  ),
  JUMP_BACKWARD_NO_INTERRUPT: fast("jump", "pc = arg;"),
  POP_JUMP_IF_FALSE: hot("jump", ...BRANCH("false")),
  POP_JUMP_IF_TRUE: hot("jump", ...BRANCH("true")),
  POP_JUMP_IF_NONE: fast("jump", "const x = S[--sp]; if (x === None) { pc = arg; } DECREF(x)"),
  POP_JUMP_IF_NOT_NONE: fast("jump", "const x = S[--sp]; if (x !== None) { pc = arg; } DECREF(x)"),

  // ---- calls ----
  KW_NAMES: fast("const", "kwnames = consts[arg] as PyTuple;"),
  CALL: hot(
    "number",
    `
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
          NEXT
        }
      }
    } else { vm.kwnames = kwnames; kwnames = null; }`,
    `
    const names = vm.kwnames;
    vm.kwnames = null;
    const base = sp - arg - 2;
    if (S[base] === null) {
      const fn = S[base + 1];
      if (typeof fn !== "number" && fn.type === FunctionType) return callPython(f, fn as PyFunction, base + 2, arg, names, base);
      if (names === null && typeof fn !== "number" && fn.type === BuiltinType && callBuiltinHere(S, base, fn, arg)) {
        sp = base + 1;
        SYNC
        if (heap.pending || --heap.fuel < 0) breakHere(f, sp);
        return f;
      }
    } else {
      const fn = S[base] as PyObject;
      if (fn.type === FunctionType) return callPython(f, fn as PyFunction, base + 1, arg + 1, names, base);
      if (names === null && fn.type === MethodDescriptorType && callMethodHere(S, base, fn, arg)) {
        sp = base + 1;
        SYNC
        if (heap.pending || --heap.fuel < 0) breakHere(f, sp);
        return f;
      }
    }
    const entered = callOther(f, base, sp, arg, names);
    if (entered !== null) return entered;
    if (failed.error !== null) { const error = takeFailed(); RAISE(error) }
    sp = base + 1;
    SYNC
    if (heap.pending || --heap.fuel < 0) breakHere(f, sp);`,
  ),
  YIELD_VALUE: hot(
    "number",
    `
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
      LOAD_FRAME
      S[sp++] = value;
      NEXT
    }`,
    `
    const value = S[--sp];
    SYNC
    const resumer = suspend(f);
    if (resumer === null) return answering(value as OwnedValue);
    resumer.S[resumer.sp++] = value;
    return resumer;`,
  ),
  RETURN_VALUE: hot(
    "none",
    `if (f.kind === KIND_CALL && f.object === null) { const value = S[--sp]; ${LEAVE} }`,
    `const value = S[--sp]; ${LEAVE_SLOWLY}`,
  ),
  RETURN_CONST: hot(
    "const",
    `if (f.kind === KIND_CALL && f.object === null) { const value = consts[arg]; INCREF(value) ${LEAVE} }`,
    `const value = $arg; INCREF(value) ${LEAVE_SLOWLY}`,
  ),

  ...CONTAINER_ROWS,
} satisfies Record<string, Row>;

export type RowName = keyof typeof ROWS;
