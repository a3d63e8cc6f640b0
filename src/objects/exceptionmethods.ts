// What single exception classes do beyond keeping their arguments: the members that they fill,
// the keywords that they take, how they show themselves, and how they are pickled.
// OSError is oserror.ts, the Unicode errors are unicodeerror.ts.
import type { PyObject } from "../heap/object.ts";
import {
  boxed,
  drop,
  dropMaybe,
  keep,
  newRef,
  newRefs,
  type Owned,
  type OwnedValue,
  share,
  shareBoxed,
  type Value,
} from "../heap/refs.ts";
import { def } from "../native/signature.ts";
import { extendType, type GetSet } from "./define.ts";
import { dictEntries, dictSet, isDict, newDict, type PyDict } from "./dict.ts";
import { typeError } from "./errors.ts";
import {
  addNote,
  BaseExceptionType,
  exceptionType,
  type PyException,
  setArgs,
  setExceptionMember,
} from "./exceptions.ts";
import { isExactInt } from "./int.ts";
import { tupleFrom } from "./iteration.ts";
import { isList, listAppend, newList, type PyList } from "./list.ts";
import { attributeName, reprText, setAttr, str, strText, typeName } from "./protocol.ts";
import { False, None, newBool, newNone, True } from "./singletons.ts";
import { intern, isExactStr, isStr, newStr, type PyStr } from "./str.ts";
import { newTuple, tupleOf } from "./tuple.ts";

type Kwnames = readonly PyObject[] | null;

// ---- members ----

/** A member as Python sees it, a new reference: small ints are the shared ones. None when it is unset. */
export function memberValue(e: PyException, at: number): OwnedValue {
  const value = e.value.members[at];
  return value === undefined ? newNone() : shareBoxed(value);
}

/** A settable attribute of an exception, kept as its `at`th member. */
export const memberAttribute = (name: string, at: number): GetSet<PyException> => ({
  name,
  get: (e) => memberValue(e, at),
  set: (e, value) => setExceptionMember(e, at, value === undefined ? undefined : boxed(keep(value))),
});

/** Keeps a borrowed value that may be wanted elsewhere too as a member. */
export const fillMember = (e: PyException, at: number, slots: ArrayLike<Value>, i: number): void =>
  setExceptionMember(e, at, boxed(share(slots, i)));

/** One of the exception's arguments becomes a member too. */
export const shareArgument = (e: PyException, at: number, i: number): void => fillMember(e, at, e.value.args.value, i);

// ---- constructing ----

/** `BaseException.__init__`: the positional arguments become `args`, of which members may then share. */
export function initArgs(e: PyException, args: Value[], count = args.length): void {
  const items = newRefs();
  for (let i = 0; i < count; i++) items.push(keep(args[i]));
  setArgs(e, newTuple(items));
}

export function refuseKeywords(name: string, kwnames: Kwnames): void {
  if (kwnames !== null && kwnames.length > 0) throw typeError(`${name}() takes no keyword arguments`);
}

/** An `__init__` that takes members by keyword, after the positional arguments. */
function initWithKeywords(
  e: PyException,
  args: Value[],
  kwnames: Kwnames,
  className: string,
  members: Readonly<Record<string, number>>,
): number {
  const count = args.length - (kwnames?.length ?? 0);
  initArgs(e, args, count);
  for (const at of Object.values(members)) setExceptionMember(e, at, undefined);
  (kwnames ?? []).forEach((keyword, i) => {
    const name = (keyword as PyStr).value;
    if (!Object.hasOwn(members, name)) throw typeError(`'${name}' is an invalid keyword argument for ${className}()`);
    setExceptionMember(e, members[name], boxed(keep(args[count + i])));
  });
  return count;
}

const firstArgument = (e: PyException): Value => e.value.args.value[0];

// ---- BaseException ----

/** `(type, args)`, and a state when there is one. */
export function reduced(e: PyException, args: OwnedValue, state: OwnedValue | null): Owned {
  const items: OwnedValue[] = [newRef(e.type), args];
  if (state !== null) items.push(state);
  return tupleOf(...items);
}

const ownDict = (e: PyException): OwnedValue | null => (e.value.dict === null ? null : newRef(e.value.dict));

function setState(e: PyException, state: Value): void {
  if (state === None) return;
  if (!isDict(state)) throw typeError("state is not a dictionary");
  for (const [key, , at] of [...dictEntries(state)]) setAttr(e, attributeName(key), state.value.values[at] as Value);
}

/** `e.add_note(text)`. */
export function addExceptionNote(e: PyException, note: Owned<PyStr>): void {
  const append = (list: PyObject, item: OwnedValue): void => {
    if (isList(list)) {
      listAppend(list as PyList, item);
      return;
    }
    drop(item);
    throw typeError("Cannot add note: __notes__ is not a list");
  };
  addNote(e, note, (item) => newList([item] as OwnedValue[] as never), append);
}

extendType<PyException>(BaseExceptionType, {
  methods: [
    def("__reduce__($self, /)", "", (e: PyException) => reduced(e, newRef(e.value.args), ownDict(e))),
    def("__setstate__($self, state, /)", "", (e: PyException, state) => setState(e, state)),
    def(
      "add_note($self, object, /)",
      "Exception.add_note(note) --\n    add a note to the exception",
      (e: PyException, note) => {
        if (!isStr(note)) throw typeError(`note must be a str, not '${typeName(note)}'`);
        addExceptionNote(e, newRef(note));
      },
    ),
  ],
});

/** `__suppress_context__` and `__dict__`, with CPython's checks. */
extendType<PyException>(BaseExceptionType, {
  getset: [
    {
      name: "__suppress_context__",
      get: (e) => newBool(e.value.suppressContext),
      set(e, value) {
        if (value === undefined) throw typeError("can't delete numeric/char attribute");
        if (value !== True && value !== False) throw typeError("attribute value type must be bool");
        e.value.suppressContext = value === True;
      },
    },
    {
      name: "__dict__",
      get: (e) => newRef((e.value.dict ??= newDict())),
      set(e, value) {
        if (value === undefined) throw typeError("cannot delete __dict__");
        if (!isDict(value)) throw typeError(`__dict__ must be set to a dictionary, not a '${typeName(value)}'`);
        const old = e.value.dict;
        e.value.dict = newRef(value);
        dropMaybe(old);
      },
    },
  ],
});

// ---- KeyError, StopIteration, SystemExit ----

extendType<PyException>(exceptionType("KeyError"), {
  slots: {
    // The key is shown with quotes: a missing '' would otherwise leave nothing to read.
    str: (e) => (e.value.args.value.length === 1 ? newStr(reprText(firstArgument(e))) : baseStr(e)),
  },
});

/** The text of an exception by the rule of BaseException. */
export function baseStr(e: PyException): Owned {
  const { args } = e.value;
  if (args.value.length === 0) return newStr("");
  return args.value.length === 1 ? str(args.value[0]) : str(args);
}

extendType<PyException>(exceptionType("StopIteration"), {
  slots: {
    init(e, args, kwnames) {
      refuseKeywords(typeName(e), kwnames);
      initArgs(e, args);
      if (args.length > 0) shareArgument(e, 0, 0);
      else setExceptionMember(e, 0, newNone() as Owned);
    },
  },
  getset: [memberAttribute("value", 0)],
});

extendType<PyException>(exceptionType("SystemExit"), {
  slots: {
    init(e, args, kwnames) {
      refuseKeywords(typeName(e), kwnames);
      initArgs(e, args);
      if (args.length === 1) shareArgument(e, 0, 0);
      else if (args.length > 1) setExceptionMember(e, 0, newRef(e.value.args));
    },
  },
  getset: [memberAttribute("code", 0)],
});

// ---- NameError, AttributeError, ImportError ----

extendType<PyException>(exceptionType("NameError"), {
  slots: {
    str: baseStr,
    init(e, args, kwnames) {
      initWithKeywords(e, args, kwnames, "NameError", { name: 0 });
    },
  },
  getset: [memberAttribute("name", 0)],
});

/** A copy of the exception's `__dict__`, or an empty dict, with some members added that are set. */
function stateOf(e: PyException, members: Readonly<Record<string, number>>): { state: Owned<PyDict>; any: boolean } {
  const state = newDict();
  if (e.value.dict !== null) {
    for (const [key, , at] of dictEntries(e.value.dict as PyDict)) {
      dictSet(state, key, share((e.value.dict as PyDict).value.slots, at));
    }
  }
  let any = false;
  for (const [name, at] of Object.entries(members)) {
    if (e.value.members[at] === undefined) continue;
    any = true;
    dictSet(state, intern(name), memberValue(e, at));
  }
  return { state, any };
}

/** The state of an AttributeError is without its object, which may not be picklable. */
function attributeErrorState(e: PyException): Owned {
  const { state } = stateOf(e, { name: 0 });
  dictSet(state, intern("args"), newRef(e.value.args));
  return state;
}

extendType<PyException>(exceptionType("AttributeError"), {
  slots: {
    str: baseStr,
    init(e, args, kwnames) {
      initWithKeywords(e, args, kwnames, "AttributeError", { name: 0, obj: 1 });
    },
  },
  methods: [
    def("__getstate__($self, /)", "", (e: PyException) => attributeErrorState(e)),
    def("__reduce__($self, /)", "", (e: PyException) => reduced(e, newRef(e.value.args), attributeErrorState(e))),
  ],
  getset: [memberAttribute("name", 0), memberAttribute("obj", 1)],
});

extendType<PyException>(exceptionType("ImportError"), {
  slots: {
    str: (e) =>
      e.value.members[0] !== undefined && isExactStr(e.value.members[0]) ? newRef(e.value.members[0]) : baseStr(e),
    init(e, args, kwnames) {
      const count = initWithKeywords(e, args, kwnames, "ImportError", { name: 1, path: 2, name_from: 3 });
      if (count === 1) shareArgument(e, 0, 0);
      else setExceptionMember(e, 0, undefined);
    },
  },
  methods: [
    def("__reduce__($self, /)", "", (e: PyException) => {
      const { state, any } = stateOf(e, { name: 1, path: 2, name_from: 3 });
      if (any) return reduced(e, newRef(e.value.args), state);
      drop(state);
      return reduced(e, newRef(e.value.args), ownDict(e));
    }),
  ],
  getset: ["msg", "name", "path", "name_from"].map(memberAttribute),
});

// ---- SyntaxError ----

const MSG = 0;
const FILENAME = 1;
const LINENO = 2;
const SYNTAX_MEMBERS = [
  "msg",
  "filename",
  "lineno",
  "offset",
  "text",
  "end_lineno",
  "end_offset",
  "print_file_and_line",
];

/** The second argument tells where: file, line, offset, text, and perhaps the end. */
function fillPlace(e: PyException, where: Value): void {
  const place = tupleFrom(where);
  try {
    const n = place.value.length;
    if (n < 4 || n > 6) throw typeError(`function takes at ${n < 4 ? "least 4" : "most 6"} arguments (${n} given)`);
    for (let i = 0; i < n; i++) fillMember(e, FILENAME + i, place.value, i);
    if (n === 5) throw typeError("end_offset must be provided when end_lineno is provided");
  } finally {
    drop(place);
  }
}

function syntaxErrorText(e: PyException): Owned {
  const { members } = e.value;
  const filename = members[FILENAME];
  const lineno = members[LINENO];
  const message = strText(members[MSG] ?? None);
  const file =
    filename !== undefined && isStr(filename) ? filename.value.slice(filename.value.lastIndexOf("/") + 1) : null;
  const line = lineno !== undefined && isExactInt(lineno) ? lineOf(lineno as PyObject) : null;
  if (file === null && line === null) return newStr(message);
  const where = [file, line === null ? null : `line ${line}`].filter((part) => part !== null).join(", ");
  return newStr(`${message} (${where})`);
}

/** A line number that does not fit a C long shows as -1. */
function lineOf(lineno: PyObject): number | bigint {
  const n = lineno.value as number | bigint;
  return typeof n === "number" || BigInt.asIntN(64, n) === n ? n : -1;
}

extendType<PyException>(exceptionType("SyntaxError"), {
  slots: {
    str: syntaxErrorText,
    init(e, args, kwnames) {
      refuseKeywords(typeName(e), kwnames);
      initArgs(e, args);
      if (args.length >= 1) shareArgument(e, MSG, 0);
      if (args.length === 2) fillPlace(e, args[1]);
    },
  },
  getset: SYNTAX_MEMBERS.map(memberAttribute),
});
