// The exception classes. An exception owns its arguments, its traceback, cause and context, a
// `__dict__` when it has one, and the members that its class declares (name and obj of an
// AttributeError, value of a StopIteration). What single classes do beyond that is in
// exceptionmethods.ts.
import { allocGC, beyondLimit, roomForErrors } from "../heap/heap.ts";
import type { PyObject, PyType } from "../heap/object.ts";
import {
  boxed,
  drop,
  dropMaybe,
  isDying,
  keep,
  moved,
  newRef,
  type Owned,
  type OwnedValue,
  type Value,
} from "../heap/refs.ts";
import { BASETYPE, EXC_SUBCLASS, HAVE_GC } from "../heap/type.ts";
import { def } from "../native/signature.ts";
import { tupleOfArguments } from "./call.ts";
import { defineType, type GetSet } from "./define.ts";
import { dictSet, isDict, newDict, type PyDict } from "./dict.ts";
import { type ExceptionName, setExceptionMaker, typeError } from "./errors.ts";
import { asInstanceOf } from "./instance.ts";
import { hasType, isTrue, repr, setErrorAnnotator, setKeyErrorMaker, str, takeText, typeName } from "./protocol.ts";
import { None, newBool } from "./singletons.ts";
import { intern, newStr, type PyStr } from "./str.ts";
import { EMPTY_TUPLE, isTuple, newTuple, type PyTuple, shareRange, tupleOf } from "./tuple.ts";

/** The payload of an exception. Every field that is not null is owned. */
export class ExceptionData {
  args: PyTuple;
  traceback: PyObject | null = null;
  cause: PyObject | null = null;
  context: PyObject | null = null;
  suppressContext = false;
  dict: PyObject | null = null;
  /** Values of the members that the class declares, by position; undefined when unset. */
  members: (PyObject | undefined)[];
  constructor(args: PyTuple, members: number) {
    this.args = args;
    this.members = members === 0 ? NO_MEMBERS : unset(members);
  }
}
export type PyException = PyObject<ExceptionData>;

function unset(members: number): undefined[] {
  const all: undefined[] = [];
  for (let i = 0; i < members; i++) all.push(undefined);
  return all;
}

export const isException = (value: Value): value is PyException =>
  typeof value !== "number" && (value.type.value.flags & EXC_SUBCLASS) !== 0;

/** The builtin exception classes, by name. */
export const exceptionTypes: Map<string, PyType> = new Map();

const NO_MEMBERS: undefined[] = [];

function traverse(e: PyException, visit: (o: PyObject) => void): void {
  const d = e.value;
  visit(d.args);
  for (const o of [d.traceback, d.cause, d.context, d.dict]) if (o !== null) visit(o);
  for (const o of d.members) if (o !== undefined) visit(o);
}

function clear(e: PyException): void {
  const d = e.value;
  const { args, traceback, cause, context, dict, members } = d;
  if (isDying(e)) {
    for (let i = 0; i < members.length; i++) dropMaybe(members[i]);
    dropMaybe(dict);
    drop(moved(args) as Owned);
    dropMaybe(traceback);
    dropMaybe(cause);
    dropMaybe(context);
    return;
  }
  d.args = newRef(EMPTY_TUPLE);
  d.traceback = d.cause = d.context = d.dict = null;
  d.members = members.map(() => undefined);
  for (const o of members) dropMaybe(o);
  for (const o of [dict, args, traceback, cause, context]) dropMaybe(o);
}

/** `BaseException.__new__`: keeps the positional arguments. */
function newByArgs(type: PyType, args: Value[], kwnames: readonly PyObject[] | null): OwnedValue {
  return newExceptionOf(type, argumentTuple(args, args.length - (kwnames?.length ?? 0)));
}

/** The tuple that the first `n` arguments came in, or a new one. */
const argumentTuple = (args: Value[], n: number): Owned<PyTuple> => {
  const tuple = tupleOfArguments(args);
  return tuple !== null ? newRef(tuple) : newTuple(shareRange(args, 0, n));
};

/** An exception of any class with these arguments, which it steals. `__init__` does not run. */
export function newExceptionOf(type: PyType, args: Owned<PyTuple>): Owned<PyException> {
  let builtin = type;
  while (builtin.value.memberCount < 0) builtin = builtin.value.base as PyType;
  const data = new ExceptionData(args, builtin.value.memberCount);
  const e = allocGC(builtin, data, null, builtin.value.basicSize + builtin.value.preHeader) as Owned<PyException>;
  return asInstanceOf(e, type);
}

const link = (
  name: "cause" | "context" | "traceback",
  what: string,
  isRight: (v: Value) => boolean,
): GetSet<PyException> => ({
  name: `__${name}__`,
  get: (e) => newRef(e.value[name] ?? None),
  set(e, value) {
    if (value === undefined)
      throw typeError(name === "traceback" ? "__traceback__ may not be deleted" : `__${name}__ may not be deleted`);
    if (value !== None && !isRight(value)) throw typeError(what);
    const old = e.value[name];
    e.value[name] = value === None ? null : newRef(value as PyObject);
    if (name === "cause") e.value.suppressContext = true;
    dropMaybe(old);
  },
});

let isTraceback: (value: Value) => boolean = () => false;
/** Told once by traceback.ts. */
export const setTracebackTest = (f: typeof isTraceback): void => {
  isTraceback = f;
};

export const BaseExceptionType = defineType<PyException>({
  name: "BaseException",
  doc: "Common base class for all exceptions",
  flags: HAVE_GC | BASETYPE | EXC_SUBCLASS,
  basicSize: 72,
  traverse,
  clear,
  dictOf(e, make) {
    if (e.value.dict === null && make) e.value.dict = newDict();
    return e.value.dict;
  },
  slots: {
    new: newByArgs,
    init(e, args, kwnames) {
      if (kwnames !== null && kwnames.length > 0) throw typeError(`${typeName(e)}() takes no keyword arguments`);
      setArgs(e, argumentTuple(args, args.length));
    },
    str(e) {
      const { args } = e.value;
      if (args.value.length === 0) return newStr("");
      return args.value.length === 1 ? str(args.value[0]) : str(args);
    },
    repr(e) {
      const { args } = e.value;
      const inner = args.value.length === 1 ? `(${takeText(repr(args.value[0]))})` : takeText(repr(args));
      return newStr(`${typeName(e)}${inner}`);
    },
  },
  methods: [
    def(
      "with_traceback($self, object, /)",
      "Exception.with_traceback(tb) --\n    set self.__traceback__ to tb and return self.",
      (e: PyException, tb) => {
        if (tb !== None && !isTraceback(tb)) throw typeError("__traceback__ must be a traceback or None");
        const old = e.value.traceback;
        e.value.traceback = tb === None ? null : newRef(tb as PyObject);
        dropMaybe(old);
        return newRef(e);
      },
    ),
  ],
  getset: [
    {
      name: "args",
      get: (e) => newRef(e.value.args),
      set(e, value) {
        if (value === undefined) throw typeError("args may not be deleted");
        setArgs(e, isTuple(value) ? newRef(value) : tupleFrom(value));
      },
    },
    link("traceback", "__traceback__ must be a traceback or None", (v) => isTraceback(v)),
    link("context", "exception context must be None or derive from BaseException", isException),
    link("cause", "exception cause must be None or derive from BaseException", isException),
    {
      name: "__suppress_context__",
      get: (e) => newBool(e.value.suppressContext),
      set(e, value) {
        if (value === undefined) throw typeError("can't delete numeric/char attribute");
        e.value.suppressContext = isTrue(value);
      },
    },
    {
      name: "__dict__",
      get: (e) => newRef((e.value.dict ??= newDict())),
      set(e, value) {
        if (value === undefined || !isDict(value)) throw typeError("__dict__ must be set to a dictionary");
        const old = e.value.dict;
        e.value.dict = newRef(value);
        dropMaybe(old);
      },
    },
  ],
});
BaseExceptionType.value.memberCount = 0;
exceptionTypes.set("BaseException", BaseExceptionType);

let tupleFrom: (value: Value) => Owned<PyTuple>;
/** Told once by iteration.ts: `tuple(value)`. */
export const setTupleMaker = (f: typeof tupleFrom): void => {
  tupleFrom = f;
};

export function setArgs(e: PyException, args: Owned<PyTuple>): void {
  const old = e.value.args;
  e.value.args = args;
  drop(moved(old));
}

/** A settable attribute of an exception class that is kept as its `at`th member. */
function member(name: string, at: number): GetSet<PyException> {
  return {
    name,
    get: (e) => newRef(e.value.members[at] ?? None),
    set: (e, value) => setExceptionMember(e, at, value === undefined ? undefined : boxed(keep(value))),
  };
}

/** Sets a member; steals the value. */
export function setExceptionMember(e: PyException, at: number, value: Owned | undefined): void {
  const old = e.value.members[at];
  e.value.members[at] = value;
  dropMaybe(old);
}

/** Declares an exception class below another, with members of its own. */
export function defineException(
  name: string,
  base: PyType,
  doc: string,
  members: readonly string[] = [],
  basicSize = 72 + 8 * members.length,
): PyType {
  const first = base.value.memberCount;
  const type = defineType<PyException>({
    name,
    doc: doc === "" ? null : doc,
    base,
    flags: HAVE_GC | BASETYPE | EXC_SUBCLASS,
    basicSize: Math.max(basicSize, base.value.basicSize),
    traverse,
    clear,
    dictOf: BaseExceptionType.value.dictOf as (e: PyException, make: boolean) => PyObject | null,
    getset: members.map((m, i) => member(m, first + i)),
  });
  type.value.memberCount = first + members.length;
  exceptionTypes.set(name, type);
  return type;
}

/** The classes: name, base, doc, members. */
const HIERARCHY: readonly (readonly [name: string, base: string, doc: string, members?: readonly string[]])[] = [
  ["Exception", "BaseException", "Common base class for all non-exit exceptions."],
  ["TypeError", "Exception", "Inappropriate argument type."],
  ["StopAsyncIteration", "Exception", "Signal the end from iterator.__anext__()."],
  ["StopIteration", "Exception", "Signal the end from iterator.__next__().", ["value"]],
  ["GeneratorExit", "BaseException", "Request that a generator exit."],
  ["SystemExit", "BaseException", "Request to exit from the interpreter.", ["code"]],
  ["KeyboardInterrupt", "BaseException", "Program interrupted by user."],
  [
    "ImportError",
    "Exception",
    "Import can't find module, or can't find name in module.",
    ["msg", "name", "path", "name_from"],
  ],
  ["ModuleNotFoundError", "ImportError", "Module not found."],
  ["OSError", "Exception", "Base class for I/O related errors.", ["errno", "strerror", "filename", "filename2"]],
  ["EOFError", "Exception", "Read beyond end of file."],
  ["RuntimeError", "Exception", "Unspecified run-time error."],
  ["RecursionError", "RuntimeError", "Recursion limit exceeded."],
  ["NotImplementedError", "RuntimeError", "Method or function hasn't been implemented yet."],
  ["NameError", "Exception", "Name not found globally.", ["name"]],
  ["UnboundLocalError", "NameError", "Local name referenced but not bound to a value."],
  ["AttributeError", "Exception", "Attribute not found.", ["name", "obj"]],
  [
    "SyntaxError",
    "Exception",
    "Invalid syntax.",
    ["msg", "filename", "lineno", "offset", "text", "end_lineno", "end_offset", "print_file_and_line"],
  ],
  ["IndentationError", "SyntaxError", "Improper indentation."],
  ["TabError", "IndentationError", "Improper mixture of spaces and tabs."],
  ["LookupError", "Exception", "Base class for lookup errors."],
  ["IndexError", "LookupError", "Sequence index out of range."],
  ["KeyError", "LookupError", "Mapping key not found."],
  ["ValueError", "Exception", "Inappropriate argument value (of correct type)."],
  ["UnicodeError", "ValueError", "Unicode related error."],
  ["UnicodeEncodeError", "UnicodeError", "Unicode encoding error.", ["encoding", "object", "start", "end", "reason"]],
  ["UnicodeDecodeError", "UnicodeError", "Unicode decoding error.", ["encoding", "object", "start", "end", "reason"]],
  [
    "UnicodeTranslateError",
    "UnicodeError",
    "Unicode translation error.",
    ["encoding", "object", "start", "end", "reason"],
  ],
  ["AssertionError", "Exception", "Assertion failed."],
  ["ArithmeticError", "Exception", "Base class for arithmetic errors."],
  ["FloatingPointError", "ArithmeticError", "Floating point operation failed."],
  ["OverflowError", "ArithmeticError", "Result too large to be represented."],
  ["ZeroDivisionError", "ArithmeticError", "Second argument to a division or modulo operation was zero."],
  [
    "SystemError",
    "Exception",
    "Internal error in the Python interpreter.\n\nPlease report this to the Python maintainer, along with the traceback,\nthe Python version, and the hardware/OS platform and version.",
  ],
  ["ReferenceError", "Exception", "Weak ref proxy used after referent went away."],
  ["MemoryError", "Exception", "Out of memory."],
  ["BufferError", "Exception", "Buffer error."],
  ["BlockingIOError", "OSError", "I/O operation would block."],
  ["ConnectionError", "OSError", "Connection error."],
  ["ChildProcessError", "OSError", "Child process error."],
  ["BrokenPipeError", "ConnectionError", "Broken pipe."],
  ["ConnectionAbortedError", "ConnectionError", "Connection aborted."],
  ["ConnectionRefusedError", "ConnectionError", "Connection refused."],
  ["ConnectionResetError", "ConnectionError", "Connection reset."],
  ["FileExistsError", "OSError", "File already exists."],
  ["FileNotFoundError", "OSError", "File not found."],
  ["IsADirectoryError", "OSError", "Operation doesn't work on directories."],
  ["NotADirectoryError", "OSError", "Operation only works on directories."],
  ["InterruptedError", "OSError", "Interrupted by signal."],
  ["PermissionError", "OSError", "Not enough permissions."],
  ["ProcessLookupError", "OSError", "Process not found."],
  ["TimeoutError", "OSError", "Timeout expired."],
  ["Warning", "Exception", "Base class for warning categories."],
  ["UserWarning", "Warning", "Base class for warnings generated by user code."],
  ["EncodingWarning", "Warning", "Base class for warnings about encodings."],
  ["DeprecationWarning", "Warning", "Base class for warnings about deprecated features."],
  [
    "PendingDeprecationWarning",
    "Warning",
    "Base class for warnings about features which will be deprecated\nin the future.",
  ],
  ["SyntaxWarning", "Warning", "Base class for warnings about dubious syntax."],
  ["RuntimeWarning", "Warning", "Base class for warnings about dubious runtime behavior."],
  [
    "FutureWarning",
    "Warning",
    "Base class for warnings about constructs that will change semantically\nin the future.",
  ],
  ["ImportWarning", "Warning", "Base class for warnings about probable mistakes in module imports"],
  [
    "UnicodeWarning",
    "Warning",
    "Base class for warnings about Unicode related problems, mostly\nrelated to conversion problems.",
  ],
  [
    "BytesWarning",
    "Warning",
    "Base class for warnings about bytes and buffer related problems, mostly\nrelated to conversion from str or comparing to str.",
  ],
  ["ResourceWarning", "Warning", "Base class for warnings about resource usage."],
];
for (const [name, base, doc, members] of HIERARCHY)
  defineException(name, exceptionTypes.get(base) as PyType, doc, members);

/** The type of a builtin exception, by name. */
export const exceptionType = (name: string): PyType => exceptionTypes.get(name) as PyType;

/** An exception of a builtin class, with these arguments (stolen) and no `__init__` run. */
export const newException = (name: string, ...args: OwnedValue[]): Owned<PyException> =>
  newExceptionOf(exceptionType(name), tupleOf(...args));

const errorOf = (name: ExceptionName, message: string | null): Owned<PyException> =>
  newException(name, ...(message === null ? [] : [newStr(message)]));
// Whoever makes an error has things to give up first: it is made also where nothing else could be.
setExceptionMaker((name, message) =>
  roomForErrors() ? beyondLimit(() => errorOf(name, message)) : errorOf(name, message),
);
setKeyErrorMaker((key) => newException("KeyError", keep(key)));
setErrorAnnotator((exception, value, name: PyStr) => {
  if (!isException(exception) || !matches(exception, "AttributeError")) return;
  const { members } = exception.value;
  if (members[0] != null || members[1] != null) return;
  setExceptionMember(exception, 0, newRef(name));
  if (members.length > 1) setExceptionMember(exception, 1, boxed(keep(value)));
});

/** Does an exception match a builtin class, by name? */
export const matches = (exception: PyObject, name: string): boolean => hasType(exception, exceptionType(name));

/** `__notes__` of an exception gets one more. */
export function addNote(
  e: PyException,
  note: Owned<PyStr>,
  listOf: (item: OwnedValue) => Owned,
  append: (list: PyObject, item: OwnedValue) => void,
): void {
  const dict = (e.value.dict ??= newDict()) as PyDict;
  const at = dict.value.find(intern("__notes__"));
  if (at < 0) dictSet(dict, intern("__notes__"), listOf(note));
  else append(dict.value.values[at] as PyObject, note);
}
