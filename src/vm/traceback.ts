// traceback: where an exception has passed, one object a frame, outermost first.
import { allocGC, beyondLimit, roomForErrors } from "../heap/heap.ts";
import type { PyObject, PyType } from "../heap/object.ts";
import { drop, dropMaybe, moved, newRef, newRefs, type Owned, type OwnedValue, type Value } from "../heap/refs.ts";
import { HAVE_GC } from "../heap/type.ts";
import { callNative } from "../native/bind.ts";
import { def } from "../native/signature.ts";
import { defineType } from "../objects/define.ts";
import { typeError, valueError } from "../objects/errors.ts";
import { type PyException, setTracebackTest } from "../objects/exceptions.ts";
import { indexSize, newInt } from "../objects/int.ts";
import { newList } from "../objects/list.ts";
import { madeMember, member } from "../objects/members.ts";
import { typeName } from "../objects/protocol.ts";
import { None, newNone } from "../objects/singletons.ts";
import { intern } from "../objects/str.ts";
import { type Frame, FrameType, frameObject, type PyFrame } from "./frame.ts";

export interface TracebackData {
  next: PyTraceback | null;
  frame: PyFrame | null;
  /** The offset of the instruction, in code units. */
  offset: number;
  line: number;
}
export type PyTraceback = PyObject<TracebackData>;

/** `TracebackType(tb_next, tb_frame, tb_lasti, tb_lineno)`. */
const NEW = def(
  "TracebackType(tb_next, tb_frame, tb_lasti, tb_lineno)",
  "Create a new traceback object.",
  (next, frame, lasti, line) => {
    if (typeof frame === "number" || frame.type !== FrameType)
      throw typeError(`TracebackType() argument 'tb_frame' must be frame, not ${typeName(frame)}`);
    const [offset, lineno] = [indexSize(lasti) / 2, indexSize(line)];
    if (next !== None && !isTraceback(next))
      throw typeError(`expected traceback object or None, got '${typeName(next)}'`);
    const tail = next === None ? null : newRef(next as PyTraceback);
    return newTraceback(tail, newRef(frame as PyFrame), offset, lineno);
  },
);

export const TracebackType: PyType = defineType<PyTraceback>({
  name: "traceback",
  doc: "Where an exception has passed.",
  flags: HAVE_GC,
  basicSize: 40,
  traverse(tb, visit) {
    if (tb.value.next !== null) visit(tb.value.next);
    if (tb.value.frame !== null) visit(tb.value.frame);
  },
  clear(tb) {
    const { next, frame } = tb.value;
    tb.value.next = tb.value.frame = null;
    dropMaybe(next);
    if (frame !== null) drop(moved(frame) as Owned);
  },
  slots: {
    new: (_type, args, kwnames) => callNative(NEW, null, args, kwnames, ""),
  },
  getset: [
    {
      name: "tb_next",
      get: (tb) => newRef(tb.value.next ?? None),
      set(tb, value) {
        if (value === undefined) throw typeError("can't delete tb_next attribute");
        if (value !== None && !isTraceback(value))
          throw typeError(`expected traceback object, got '${typeName(value)}'`);
        for (let t = value === None ? null : (value as PyTraceback); t !== null; t = t.value.next) {
          if (t === tb) throw valueError("traceback loop detected");
        }
        const old = tb.value.next;
        tb.value.next = value === None ? null : newRef(value as PyTraceback);
        dropMaybe(old);
      },
    },
    { name: "tb_lineno", get: (tb) => (tb.value.line < 0 ? newNone() : newInt(tb.value.line)) },
  ],
  methods: [def("__dir__($self, /)", "", () => listOfNames(["tb_frame", "tb_next", "tb_lasti", "tb_lineno"]))],
  constants: () => ({
    tb_frame: member<PyTraceback>(TracebackType, "tb_frame", (tb) => tb.value.frame),
    tb_lasti: madeMember<PyTraceback>(TracebackType, "tb_lasti", (tb) => newInt(tb.value.offset * 2)),
  }),
});

function listOfNames(names: readonly string[]): OwnedValue {
  const items = newRefs();
  for (const name of names) items.push(newRef(intern(name)));
  return newList(items);
}

export const isTraceback = (value: Value): value is PyTraceback =>
  typeof value !== "number" && value.type === TracebackType;
setTracebackTest(isTraceback);

/** Steals both references. */
const newTraceback = (
  next: PyTraceback | null,
  frame: Owned<PyFrame>,
  offset: number,
  line: number,
): Owned<PyTraceback> => allocGC(TracebackType, { next, frame, offset, line }, null, 56);

/** The folder of a module of the library that is made in C in CPython: its functions have no frames there. */
const IN_PLACE_OF_C = "/python3.12/_decimal/";

/** The exception is passing a frame: its traceback gets an entry in front, unless there is no memory left for that. */
export function addTraceback(exception: PyException, f: Frame): void {
  if (!roomForErrors() || f.code.unit.filename.includes(IN_PLACE_OF_C)) return;
  beyondLimit(() => {
    const next = exception.value.traceback as PyTraceback | null;
    const frame = newRef(frameObject(f));
    exception.value.traceback = null;
    exception.value.traceback = newTraceback(next, frame, f.offset, f.line);
  });
}
