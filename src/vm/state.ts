// The state of the machine of one interpreter instance. Code that runs reaches it through the
// module-level `vm`, which the embedding API sets at its edge together with the heap.
import type { PyObject } from "../heap/object.ts";
import type { Owned, OwnedValue, Value } from "../heap/refs.ts";
import type { PyDict } from "../objects/dict.ts";
import { newError } from "../objects/errors.ts";
import type { PyException } from "../objects/exceptions.ts";
import type { PyStr } from "../objects/str.ts";
import type { PyTuple } from "../objects/tuple.ts";
import type { Frame } from "./frame.ts";
import type { Library } from "./library.ts";
import { Tracing } from "./tracing.ts";

/** The exception being handled; generators have one of their own, linked to that of who resumed them. */
export interface HandledException {
  /** Owned; null when none is. */
  value: PyObject | null;
  previous: HandledException | null;
}

const raiseInterrupt = (): never => {
  throw newError("KeyboardInterrupt", null);
};

const emptyStack = (): Value[] => {
  const S: Value[] = [];
  for (let i = 0; i < 4096; i++) S.push(undefined as unknown as Value);
  return S;
};

export class Machine {
  /** The shared stack. */
  readonly S: Value[] = emptyStack();
  frame: Frame | null = null;
  /** Frames of calls that have ended, to be used again: one that lives longer, as an object, is not among them. */
  readonly idle: Frame[] = [];
  /** What the loop answers, when slow code ends it. */
  answer: OwnedValue | null = null;
  /** What slow code raises, and whether it had been raised before. */
  raised: Owned<PyException> | null = null;
  reraised = false;
  /** The loop that runs looks before each instruction whom to tell. */
  watching = false;
  handled: HandledException = { value: null, previous: null };
  /** Python calls in progress, and how many there may be. */
  depth = 0;
  limit = 1000;
  /**
   * The functions that builtins and sys had at first, owned. As CPython's copies of the two namespaces they outlive
   * what a program does to the names: each counts one reference more.
   */
  readonly originals: { dict: PyDict; name: PyStr; value: Owned }[] = [];
  /** Owned by the instance. */
  builtins: PyDict;
  modules: PyDict;
  /**
   * One word of memory, which another thread may share: when it is not zero the program is interrupted at the
   * next check between two instructions.
   */
  signals: Int32Array = new Int32Array(1);
  /** Instructions that the stepping loop may still run; see `runStepped`. */
  budget = Number.POSITIVE_INFINITY;
  /** Constants that the parser still holds; see arena.ts. Owned. */
  readonly arenas: OwnedValue[][] = [];
  /** Where the stepping loop has stopped, and the keywords of the CALL that it stands before. */
  suspended: Frame | null = null;
  kwnames: PyTuple | null = null;
  /** How many callers a new coroutine remembers. */
  originDepth = 0;
  /** Who is told of calls and lines; `tracer` is null while nobody is. */
  readonly tracing = new Tracing();
  tracer: Tracing | null = null;
  /** The packed library; null when the instance has none. */
  library: Library | null = null;
  /** What an interrupt does; it may raise. */
  interrupt: () => void = raiseInterrupt;

  constructor(builtins: PyDict, modules: PyDict) {
    this.builtins = builtins;
    this.modules = modules;
  }
}

export let vm: Machine = null as unknown as Machine;

/** Makes another machine the current one; answers the one before. */
export function useMachine(next: Machine): Machine {
  const before = vm;
  vm = next;
  return before;
}
