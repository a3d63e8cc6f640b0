// The hot instructions on containers: subscripts, iteration, `in`, building, unpacking. See opcodes.ts.
import { fast, hot, NUMBER, type Row } from "./rowtexts.ts";

export const CONTAINER_ROWS = {
  // ---- subscripts ----
  BINARY_SUBSCR: hot(
    "none",
    `
    const key = S[sp - 1], container = S[sp - 2];
    if (typeof container !== "number") {
      if (container.type === ListType || container.type === TupleType) {
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
          NEXT
        }
      } else if (container.type === DictType && (typeof key === "number" || key.type === StrType)) {
        const table = container.value as DictTable;
        const at = table.find(key);
        if (at >= 0) {
          const item = share(table.slots, at) as Value;
          sp--; S[sp - 1] = item;
          if ((arg & 0x200) === 0) { DECREF(key) }
          if ((arg & 0x100) === 0) { DECREF(container) }
          NEXT
        }
      }
    }`,
    `
    const key = S[sp - 1], container = S[sp - 2];
    if (typeof container !== "number" && container.type === DictType && (typeof key === "number" || key.type === StrType)) {
      if ((container.value as DictTable).find(key) < 0) { const missing = missingKey(f, pc, sp); RAISE(missing) }
    }
    slowSubscript(f, pc, sp); sp--;`,
  ),
  STORE_SUBSCR: hot(
    "none",
    `
    const key = S[sp - 1], container = S[sp - 2], value = S[sp - 3];
    if (typeof container !== "number") {
      if (container.type === ListType) {
        ${NUMBER("n", "key")}
        const items = container.value as Value[];
        const i = n < 0 ? n + items.length : n;
        if (i >= 0 && i < items.length) {
          const old = items[i]; items[i] = value; sp -= 3;
          if ((arg & 0x200) === 0) { DECREF(key) }
          if ((arg & 0x100) === 0) { DECREF(container) }
          DECREF(old)
          NEXT
        }
      } else if (container.type === DictType && (typeof key === "number" || key.type === StrType)) {
        const table = container.value as DictTable;
        const at = table.find(key);
        if (at >= 0 && (isTracked(container) || typeof value === "number")) {
          const old = table.values[at] as Value; table.values[at] = value; sp -= 3;
          if ((arg & 0x200) === 0) { DECREF(key) }
          if ((arg & 0x100) === 0) { DECREF(container) }
          DECREF(old)
          NEXT
        }
      }
    }`,
    "slowStoreSubscript(f, pc, sp, arg); sp -= 3;",
  ),

  // ---- iteration ----
  FOR_ITER: hot(
    "jump",
    `
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
        LOAD_FRAME
        None.refcnt++;
        S[sp++] = None;
        NEXT
      }
    }
    if (x === null) {
      const { plainNext } = it.type.value;
      if (plainNext !== null) {
        f.pc = pc; f.sp = sp;
        const item = plainNext(it) as Value | undefined;
        if (item === undefined) { sp--; f.sp = sp; pc = arg + 2; DECREF(it) NEXT }
        x = item;
      }
    }
    if (x !== null) {
      if (FOLLOWING === STORE_FAST) {
        const at = bp + ins[pc + 1], old = S[at];
        S[at] = x; pc += 2;
        if (old !== undefined && old !== null) { DECREF(old) }
      } else S[sp++] = x;
      NEXT
    }`,
    `
    const it = S[sp - 1] as PyObject;
    if (it.type === GeneratorType && resumable(it as PyGenerator)) return enter(it as PyGenerator, f, KIND_FOR, newNone());
    const x = next(it) as Value | undefined;
    if (x === undefined) { sp--; SYNC JUMP(arg + 2) DECREF(it) }
    else S[sp++] = x;`,
  ),
  CONTAINS_OP: hot(
    "number",
    `
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
      const following = FOLLOWING;
      if (following === POP_JUMP_IF_FALSE) pc = r ? pc + 2 : ins[pc + 1];
      else if (following === POP_JUMP_IF_TRUE) pc = r ? ins[pc + 1] : pc + 2;
      else { const answer = r ? True : False; answer.refcnt++; S[sp++] = answer; }
      DECREF(item)
      DECREF(container)
      NEXT
    }`,
    `
    const container = S[sp - 1], item = S[sp - 2];
    const r = contains(container, item) === (arg === 0);
    sp--;
    S[sp - 1] = newBool(r) as Value;
    SYNC
    DECREF(item)
    DECREF(container)`,
  ),

  // ---- building ----
  BUILD_TUPLE: fast("number", "const items = takeItems(S, sp, arg); sp -= arg; S[sp] = newTuple(items); sp++;"),
  BUILD_LIST: fast("number", "const items = takeItems(S, sp, arg); sp -= arg; S[sp] = newList(items); sp++;"),
  LIST_APPEND: fast("number", "const x = S[--sp]; listAppend(S[sp - arg] as PyList, x as OwnedValue);"),
  UNPACK_SEQUENCE: hot(
    "number",
    `
    const seq = S[sp - 1];
    if (typeof seq !== "number" && seq.type === TupleType && (seq.value as Value[]).length === arg) {
      const items = seq.value as Value[];
      sp--;
      for (let i = arg - 1; i >= 0; i--) { S[sp] = share(items, i) as Value; sp++; }
      DECREF(seq)
      NEXT
    }`,
    "sp = unpackSequence(S, sp, arg);",
  ),
} satisfies Record<string, Row>;
