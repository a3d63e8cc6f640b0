// The rows of instructions that are not hot: exceptions, `with`, building, matching, imports. See opcodes.ts.
import { op, type Row, raw } from "./rowtexts.ts";

export const COLD_ROWS = {
  // ---- exceptions ----
  RAISE_VARARGS: raw("number", "SYNC const e = raiseVarargs(f, sp, arg); reraised = arg === 0; sp = f.sp; RAISE(e)"),
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
    const handled = vm.handled;
    const e = handled.value;
    if (before === None) { before.refcnt--; handled.value = null; } else handled.value = before;
    if (e !== null) { DECREF(e) }`,
  ),
  CHECK_EXC_MATCH: raw(
    "none",
    `
    SYNC
    const clause = S[sp - 1];
    const r = matchesClause(S[sp - 2], clause);
    const answer = r ? True : False; answer.refcnt++; S[sp - 1] = answer;
    DECREF(clause)`,
  ),
  CHECK_EG_MATCH: raw("none", "SYNC sp = checkGroupMatch(S, sp);"),
  RERAISE: raw(
    "number",
    `
    SYNC
    const e = S[--sp] as PyObject;
    if (arg > 0) f.pc = reraiseAt(f, S[sp - arg]);
    else f.pc = pc;
    reraised = true;
    RAISE(e as Owned<PyException>)`,
  ),
  CLEANUP_THROW: raw("none", "SYNC sp = cleanupThrow(f, sp);"),
  WITH_EXCEPT_START: raw("none", "SYNC S[sp] = withExceptStart(S, sp) as Value; sp++;"),
  BEFORE_WITH: raw("none", "SYNC sp = beforeWith(S, sp);"),
  BEFORE_ASYNC_WITH: raw("none", "SYNC sp = beforeAsyncWith(S, sp);"),
  GET_AITER: op("iterable -- iter", "none", "iter = getAsyncIter(iterable)"),
  GET_ANEXT: raw("none", "SYNC S[sp] = getAsyncNext(S[sp - 1]) as Value; sp++;"),
  GET_AWAITABLE: op("value -- iter", "number", "iter = getAwaitable(value, arg)"),
  END_ASYNC_FOR: raw(
    "none",
    `
    SYNC
    if (endsAsyncFor(S[sp - 1])) { const e = S[--sp]; DECREF(e) const it = S[--sp]; DECREF(it) break; }
    const e = S[--sp];
    reraised = true;
    RAISE(e as Owned<PyException>)`,
  ),

  // ---- building ----
  BUILD_TUPLE: raw("number", "const items = takeItems(S, sp, arg); sp -= arg; S[sp] = newTuple(items); sp++;"),
  BUILD_LIST: raw("number", "const items = takeItems(S, sp, arg); sp -= arg; S[sp] = newList(items); sp++;"),
  BUILD_SET: raw("number", "SYNC sp = buildSet(S, sp, arg);"),
  BUILD_MAP: raw("number", "SYNC sp = buildMap(S, sp, arg);"),
  BUILD_CONST_KEY_MAP: raw("number", "SYNC sp = buildConstKeyMap(S, sp, arg);"),
  BUILD_STRING: raw("number", "sp = buildString(S, sp, arg);"),
  FORMAT_VALUE: raw("number", "SYNC sp = formatValue(S, sp, arg);"),
  LIST_APPEND: raw("number", "const x = S[--sp]; listAppend(S[sp - arg] as PyList, x as OwnedValue);"),
  SET_ADD: raw("number", "SYNC setAddStack(S, sp, arg); sp--;"),
  MAP_ADD: raw("number", "SYNC mapAdd(S, sp, arg); sp -= 2;"),
  LIST_EXTEND: raw("number", "SYNC listExtendStack(S, sp, arg); sp--;"),
  SET_UPDATE: raw("number", "SYNC setUpdateStack(S, sp, arg); sp--;"),
  DICT_UPDATE: raw("number", "SYNC dictUpdateStack(S, sp, arg); sp--;"),
  DICT_MERGE: raw("number", "SYNC dictMergeStack(S, sp, arg); sp--;"),
  UNPACK_SEQUENCE: raw(
    "number",
    `
    const seq = S[sp - 1];
    if (typeof seq !== "number" && seq.type === TupleType && (seq.value as Value[]).length === arg) {
      const items = seq.value as Value[];
      sp--;
      for (let i = arg - 1; i >= 0; i--) { S[sp] = share(items, i) as Value; sp++; }
      DECREF(seq)
      break;
    }
    SYNC
    sp = unpackSequence(S, sp, arg);`,
  ),
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
