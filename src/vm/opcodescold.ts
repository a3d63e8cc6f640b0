// The rows of instructions without fast code: generators, exceptions, `with`, building, matching, imports. See opcodes.ts.
import { op, type Row, raw } from "./rowtexts.ts";

export const COLD_ROWS = {
  // ---- names, operators, calls ----
  NOP: op("--"),
  INTERPRETER_EXIT: op("--"),
  LOAD_FAST_CHECK: raw(
    "local",
    "if (S[bp + arg] === undefined) throw unboundLocal(code, arg); S[sp] = share(S, bp + arg) as Value; sp++;",
  ),
  DELETE_FAST: raw(
    "local",
    "const old = S[bp + arg]; if (old === undefined) throw unboundLocal(code, arg); S[bp + arg] = UNBOUND; DECREF(old)",
  ),
  MAKE_CELL: raw("local", "S[bp + arg] = newCell(S[bp + arg] as OwnedValue | undefined);"),
  DELETE_DEREF: raw("local", "SYNC deleteDeref(f, arg);"),
  COPY_FREE_VARS: raw("number", "copyFreeVars(f, arg);"),
  LOAD_FROM_DICT_OR_DEREF: op("mapping -- value", "number", "value = loadFromDictOrDeref(f, mapping, arg)"),
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
  DELETE_ATTR: op("owner --", "name", "setAttr(owner, $arg, undefined)"),
  LOAD_SUPER_ATTR: raw("number", "SYNC sp = loadSuperAttr(f, S, sp, arg, caches, (pc >> 1) - 1);"),
  UNARY_NEGATIVE: op("value -- res", "none", "res = negative(value)"),
  UNARY_INVERT: op("value -- res", "none", "res = invert(value)"),
  UNARY_NOT: op("value -- res", "none", "res = newBool(!isTrue(value))"),
  DELETE_SUBSCR: op("container, key --", "none", "delItem(container, key)"),
  BINARY_SLICE: raw("none", "SYNC sp = binarySlice(S, sp);"),
  STORE_SLICE: raw("none", "SYNC sp = storeSlice(S, sp);"),
  BUILD_SLICE: raw(
    "number",
    `
    if (arg === 3 && subscriptStrided(f, sp, pc)) { sp -= 3; JUMP(pc + 2) }
    else sp = buildSlice(S, sp, arg);`,
  ),
  GET_ITER: op("iterable -- iter", "none", "iter = getIter(iterable)"),
  GET_YIELD_FROM_ITER: op("iterable -- iter", "none", "iter = yieldFromIter(f, iterable)"),
  CALL_FUNCTION_EX: raw(
    "number",
    `
    SYNC
    const entered = callEx(f, sp, arg);
    if (entered !== null) return entered;
    sp = f.sp;`,
  ),
  CALL_INTRINSIC_1: op("value -- res", "number", "res = intrinsic1(f, arg, value)"),
  CALL_INTRINSIC_2: op("a, b -- res", "number", "res = intrinsic2(arg, a, b)"),
  MAKE_FUNCTION: raw("number", "sp = makeFunction(f, sp, arg);"),

  LOAD_CLOSURE: raw("local", "S[sp] = share(S, bp + arg) as Value; sp++;"),
  STORE_DEREF: raw("local", "const value = S[--sp]; SYNC setCell(S[bp + arg] as PyCell, value as OwnedValue);"),

  // ---- generators ----
  SEND: raw(
    "jump",
    `
    const receiver = S[sp - 2] as PyObject;
    if ((receiver.type === GeneratorType || receiver.type === CoroutineType) && resumable(receiver as PyGenerator)) {
      const value = S[--sp];
      SYNC
      return enter(receiver as PyGenerator, f, KIND_SEND, value as OwnedValue);
    }
    if (sendTo(S, sp)) JUMP(arg)`,
  ),
  RETURN_GENERATOR: raw(
    "none",
    `
    const generator = newGenerator(f);
    const entry = f.kind === KIND_ENTRY;
    const back = leaveForGenerator(f);
    if (entry) return answering(generator);
    back.S[back.sp++] = generator;
    return back;`,
  ),

  // ---- exceptions ----
  RAISE_VARARGS: raw("number", "return raising(raiseVarargs(f, sp, arg), arg === 0);"),
  PUSH_EXC_INFO: raw(
    "none",
    `
    const e = S[sp - 1] as PyObject;
    const handled = vm.handled;
    const before = handled.value;
    if (before === null) { None.refcnt++; S[sp - 1] = None; } else S[sp - 1] = before;
    e.refcnt++;
    handled.value = e;
    S[sp++] = e;`,
  ),
  POP_EXCEPT: raw(
    "none",
    `
    const before = S[--sp] as PyObject;
    SYNC
    const handled = vm.handled;
    const e = handled.value;
    if (before === None) { before.refcnt--; handled.value = null; } else handled.value = before;
    if (e !== null) { DECREF(e) }`,
  ),
  CHECK_EXC_MATCH: raw(
    "none",
    `
    const clause = S[sp - 1];
    const r = matchesClause(S[sp - 2], clause);
    const answer = r ? True : False; answer.refcnt++; S[sp - 1] = answer;
    DECREF(clause)`,
  ),
  RERAISE: raw(
    "number",
    `
    const e = S[--sp] as PyObject;
    SYNC
    if (arg > 0) f.pc = reraiseAt(f, S[sp - arg]);
    return raising(e as Owned<PyException>, true);`,
  ),
  END_ASYNC_FOR: raw(
    "none",
    `
    const ends = endsAsyncFor(S[sp - 1]);
    const e = S[--sp];
    SYNC
    if (!ends) return raising(e as Owned<PyException>, true);
    DECREF(e)
    const it = S[--sp];
    SYNC
    DECREF(it)`,
  ),
  CHECK_EG_MATCH: raw("none", "SYNC sp = checkGroupMatch(S, sp);"),
  CLEANUP_THROW: raw("none", "SYNC sp = cleanupThrow(f, sp);"),
  WITH_EXCEPT_START: raw("none", "SYNC return withExceptStart(f, S, sp);"),
  BEFORE_WITH: raw("none", "SYNC return beforeWith(f, S, sp);"),
  BEFORE_ASYNC_WITH: raw("none", "SYNC sp = beforeAsyncWith(S, sp);"),
  GET_AITER: op("iterable -- iter", "none", "iter = getAsyncIter(iterable)"),
  GET_ANEXT: raw("none", "SYNC S[sp] = getAsyncNext(S[sp - 1]) as Value; sp++;"),
  GET_AWAITABLE: op("value -- iter", "number", "iter = getAwaitable(value, arg)"),

  // ---- building ----
  BUILD_SET: raw("number", "SYNC sp = buildSet(S, sp, arg);"),
  BUILD_MAP: raw("number", "SYNC sp = buildMap(S, sp, arg);"),
  BUILD_CONST_KEY_MAP: raw("number", "SYNC sp = buildConstKeyMap(S, sp, arg);"),
  BUILD_STRING: raw("number", "sp = buildString(S, sp, arg);"),
  FORMAT_VALUE: raw("number", "SYNC sp = formatValue(S, sp, arg);"),
  SET_ADD: raw("number", "SYNC setAddStack(S, sp, arg); sp--;"),
  MAP_ADD: raw("number", "SYNC mapAdd(S, sp, arg); sp -= 2;"),
  LIST_EXTEND: raw("number", "SYNC listExtendStack(S, sp, arg); sp--;"),
  SET_UPDATE: raw("number", "SYNC setUpdateStack(S, sp, arg); sp--;"),
  DICT_UPDATE: raw("number", "SYNC dictUpdateStack(S, sp, arg); sp--;"),
  DICT_MERGE: raw("number", "SYNC dictMergeStack(S, sp, arg); sp--;"),
  UNPACK_EX: raw("number", "SYNC sp = unpackEx(S, sp, arg);"),

  // ---- matching, imports ----
  GET_LEN: raw("none", "SYNC S[sp] = length(S[sp - 1]); sp++;"),
  MATCH_MAPPING: raw("none", "S[sp] = newBool(isMappingPattern(S[sp - 1])); sp++;"),
  MATCH_SEQUENCE: raw("none", "S[sp] = newBool(isSequencePattern(S[sp - 1])); sp++;"),
  MATCH_KEYS: raw("none", "SYNC S[sp] = matchKeys(S[sp - 2], S[sp - 1]); sp++;"),
  MATCH_CLASS: raw("number", "SYNC sp = matchClass(S, sp, arg);"),
  IMPORT_NAME: raw("name", "SYNC sp = importName(f, S, sp, code.names[arg]);"),
  IMPORT_FROM: raw("name", "SYNC S[sp] = importFrom(S[sp - 1], code.names[arg]) as Value; sp++;"),
} satisfies Record<string, Row>;
