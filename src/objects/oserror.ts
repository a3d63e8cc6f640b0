// OSError: calling it makes the class that the errno means, and the arguments fill its members.
// A class in Python may take part in `__new__` or in `__init__`; as in CPython the arguments are
// read in `__init__` when the class has one of its own and no `__new__`.
import type { PyObject, PyType } from "../heap/object.ts";
import { boxed, drop, keep, newRef, newRefs, type Owned, type OwnedValue, share, type Value } from "../heap/refs.ts";
import { def } from "../native/signature.ts";
import { extendType } from "./define.ts";
import { attributeError } from "./errors.ts";
import {
  baseStr,
  initArgs,
  memberAttribute,
  memberValue,
  reduced,
  refuseKeywords,
  shareArgument,
} from "./exceptionmethods.ts";
import {
  exceptionType,
  exceptionTypes,
  newExceptionOf,
  type PyException,
  setArgs,
  setExceptionMember,
} from "./exceptions.ts";
import { indexSize, intValue, newIntObject } from "./int.ts";
import { reprText, strText, typeName } from "./protocol.ts";
import { None } from "./singletons.ts";
import { newStr } from "./str.ts";
import { EMPTY_TUPLE, newTuple, shareRange } from "./tuple.ts";

const OSErrorType = exceptionType("OSError");
const BlockingIOErrorType = exceptionType("BlockingIOError");

const ERRNO = 0;
const STRERROR = 1;
const FILENAME = 2;
const FILENAME2 = 3;
const WRITTEN = 4;

/** The class that an errno means. */
const CLASSES: Readonly<Record<number, string>> = {
  1: "PermissionError",
  2: "FileNotFoundError",
  3: "ProcessLookupError",
  4: "InterruptedError",
  10: "ChildProcessError",
  11: "BlockingIOError",
  13: "PermissionError",
  17: "FileExistsError",
  20: "NotADirectoryError",
  21: "IsADirectoryError",
  32: "BrokenPipeError",
  103: "ConnectionAbortedError",
  104: "ConnectionResetError",
  108: "BrokenPipeError",
  110: "TimeoutError",
  111: "ConnectionRefusedError",
  114: "BlockingIOError",
  115: "BlockingIOError",
};

// CPython keeps a fifth member, characters_written, in the object itself.
for (const type of exceptionTypes.values()) {
  for (let t: PyType | null = type; t !== null; t = t.value.base) {
    if (t === OSErrorType) type.value.basicSize = 112;
  }
}

/** Are the arguments left to `__init__`? */
const leavesToInit = (type: PyType): boolean =>
  type.value.slots.init !== initOSError && type.value.slots.new === newOSError;

function newOSError(type: PyType, args: Value[], kwnames: readonly PyObject[] | null): OwnedValue {
  if (leavesToInit(type)) return newExceptionOf(type, newRef(EMPTY_TUPLE));
  refuseKeywords(type.value.name, kwnames);
  const e = newExceptionOf(classFor(type, args), newRef(EMPTY_TUPLE));
  try {
    fill(e, args);
  } catch (error) {
    drop(e);
    throw error;
  }
  return e;
}

function classFor(type: PyType, args: readonly Value[]): PyType {
  if (type !== OSErrorType || args.length < 2 || args.length > 5) return type;
  const errno = intValue(args[0]);
  const name = errno === undefined ? undefined : CLASSES[Number(errno)];
  return name === undefined ? type : exceptionType(name);
}

function initOSError(e: PyException, args: Value[], kwnames: readonly PyObject[] | null): void {
  if (!leavesToInit(e.type)) return;
  refuseKeywords(typeName(e), kwnames);
  fill(e, args);
}

/** Two to five arguments: errno, strerror, filename, one for Windows, a second filename. */
function fill(e: PyException, args: Value[]): void {
  initArgs(e, args);
  if (args.length < 2 || args.length > 5) return;
  shareArgument(e, ERRNO, 0);
  shareArgument(e, STRERROR, 1);
  if (args.length < 3 || args[2] === None) return;
  if (e.type === BlockingIOErrorType && (typeof args[2] === "number" || args[2].type.value.slots.index !== null)) {
    setExceptionMember(e, WRITTEN, newIntObject(indexSize(args[2])));
    return;
  }
  shareArgument(e, FILENAME, 2);
  if (args.length === 5 && args[4] !== None) shareArgument(e, FILENAME2, 4);
  setArgs(e, newTuple(shareRange(e.value.args.value, 0, 2)));
}

function text(e: PyException): Owned {
  const { members } = e.value;
  if (members[FILENAME] === undefined && (members[ERRNO] === undefined || members[STRERROR] === undefined))
    return baseStr(e);
  const name = (at: number): string => strText(members[at] ?? None);
  const head = `[Errno ${name(ERRNO)}] ${name(STRERROR)}`;
  if (members[FILENAME] === undefined) return newStr(head);
  const tail = members[FILENAME2] === undefined ? "" : ` -> ${reprText(members[FILENAME2])}`;
  return newStr(`${head}: ${reprText(members[FILENAME])}${tail}`);
}

/** The arguments with the file names again, which `args` is without. */
function reduceOSError(e: PyException): Owned {
  const { args, members, dict } = e.value;
  const state = dict === null ? null : newRef(dict);
  if (args.value.length !== 2 || members[FILENAME] === undefined) return reduced(e, newRef(args), state);
  const items = newRefs();
  items.push(share(args.value, 0), share(args.value, 1), memberValue(e, FILENAME));
  if (members[FILENAME2] !== undefined) items.push(newRef(None), memberValue(e, FILENAME2));
  return reduced(e, newTuple(items), state);
}

extendType<PyException>(OSErrorType, {
  slots: { new: newOSError, init: initOSError, str: text },
  methods: [def("__reduce__($self, /)", "", (e: PyException) => reduceOSError(e))],
  getset: [
    ...["errno", "strerror", "filename", "filename2"].map(memberAttribute),
    {
      name: "characters_written",
      get(e) {
        if (e.value.members[WRITTEN] === undefined) throw attributeError("characters_written");
        return memberValue(e, WRITTEN);
      },
      set(e, value) {
        if (value === undefined && e.value.members[WRITTEN] === undefined) throw attributeError("characters_written");
        if (value !== undefined) indexSize(value);
        setExceptionMember(e, WRITTEN, value === undefined ? undefined : boxed(keep(value)));
      },
    },
  ],
});
