// What Python code may do with a frame object beyond looking at it: clear one that has ended, and
// set how it is traced.
import { boxed, dropMaybe, keep, shareBoxed, type Value } from "../heap/refs.ts";
import { sizeOf } from "../heap/type.ts";
import { def } from "../native/signature.ts";
import { newGetSet } from "../objects/builtin.ts";
import { extendType } from "../objects/define.ts";
import { attributeError, runtimeError, typeError, valueError } from "../objects/errors.ts";
import { cInt, isExactInt, newInt } from "../objects/int.ts";
import { False, None, newBool, newNone, True } from "../objects/singletons.ts";
import { FrameSettings, FrameType, type PyFrame } from "./frame.ts";
import { GeneratorData, RUNNING } from "./generator.ts";
import { jumpTo } from "./jump.ts";
import { vm } from "./state.ts";

const settingsOf = (o: PyFrame): FrameSettings => {
  o.extra ??= new FrameSettings();
  return o.extra;
};

/** `frame.clear()`: a frame that has ended drops what it holds, a suspended generator is closed. */
function clearFrame(o: PyFrame): void {
  const { done, owner } = o.value;
  if (done) FrameType.value.clear?.(o);
  else if (owner !== null && owner.value instanceof GeneratorData && owner.value.state !== RUNNING) {
    owner.type.value.slots.finalize?.(owner);
  } else throw runtimeError("cannot clear an executing frame");
}

function setTrace(o: PyFrame, value: Value | undefined): void {
  const settings = settingsOf(o);
  const old = settings.trace;
  settings.trace = value === undefined || value === None ? null : boxed(keep(value));
  dropMaybe(old);
}

function setLine(o: PyFrame, value: Value | undefined): void {
  if (value === undefined) throw attributeError("cannot delete attribute");
  if (!isExactInt(value)) throw valueError("lineno must be an integer");
  const event = o.extra?.event ?? "";
  if (event === "") throw valueError("f_lineno can only be set in a trace function");
  if (event === "call") throw valueError("can't jump from the 'call' trace event of a new frame");
  if (event !== "line" && event !== "yield") throw valueError("can only jump from a 'line' trace event");
  jumpTo(o, cInt(value));
}

function truth(value: Value | undefined, deletion: string): boolean {
  if (value === undefined) throw typeError(deletion);
  if (value !== True && value !== False) throw typeError("attribute value type must be bool");
  return value === True;
}

const setLines = (o: PyFrame, value: Value | undefined): void => {
  settingsOf(o).lines = truth(value, "can't delete numeric/char attribute");
};

extendType<PyFrame>(FrameType, {
  getset: [
    {
      name: "f_lineno",
      get: (o) => (o.value.line < 0 ? newNone() : newInt(o.value.line)),
      set: setLine,
    },
    { name: "f_trace", get: (o) => shareBoxed(o.extra?.trace ?? None), set: setTrace },
    {
      name: "f_trace_opcodes",
      get: (o) => newBool(o.extra?.opcodes ?? false),
      set(o, value) {
        settingsOf(o).opcodes = truth(value, "cannot delete numeric/char attribute");
        if (settingsOf(o).opcodes) vm.tracing.opcodesWanted = true;
      },
    },
  ],
  methods: [
    def("clear($self, /)", "F.clear(): clear most references held by the frame", (o: PyFrame) => clearFrame(o)),
    def(
      "__sizeof__($self, /) -> int",
      "F.__sizeof__() -> size of F in memory, in bytes",
      (o: PyFrame) => sizeOf(o) - FrameType.value.preHeader,
    ),
  ],
  constants: () => ({
    f_trace_lines: newGetSet(
      {
        name: "f_trace_lines",
        doc: null,
        owner: FrameType,
        get: (o) => newBool((o as PyFrame).extra?.lines ?? true),
        set: (o, value) => setLines(o as PyFrame, value),
      },
      true,
    ),
  }),
});
