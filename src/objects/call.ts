// Calls from natives. Arguments that are passed on are owned and given up by the call, as in
// CPython, where they stay the caller's until the callee has returned.
import type { PyObject, PyType } from "../heap/object.ts";
import {
  drop,
  dropAll,
  keep,
  newRef,
  type Owned,
  type OwnedValue,
  type Refs,
  share,
  type Value,
} from "../heap/refs.ts";
import { HEAPTYPE, TYPE_SUBCLASS, type TypeData } from "../heap/type.ts";
import type { Native } from "../native/signature.ts";
import { dictSet, newDict, type PyDict } from "./dict.ts";
import { typeError } from "./errors.ts";
import { lookupName, typeOf } from "./lookup.ts";
import { asObject, getAttrText, setClassSubscript, slotsOf, typeName } from "./protocol.ts";
import { recursion, tooDeep } from "./recursion.ts";
import { newTuple, type PyTuple, shareRange } from "./tuple.ts";

/** Builtin types that CPython calls with an array of arguments, and types whose objects it so calls. */
const CALLED_WITH_ARRAY = new Set(
  "bool dict enumerate filter float frozenset list map range reversed set super tuple type".split(" "),
);
const OBJECTS_CALLED_WITH_ARRAY = new Set("function method partial itemgetter attrgetter".split(" "));
const NATIVES = new Set("builtin_function_or_method method_descriptor classmethod_descriptor".split(" "));
const METHOD_LIKE = new Set(["function", "method_descriptor", "wrapper_descriptor"]);

// The bits of a type's `convention`.
const KNOWN = 1;
const IS_CALLED_WITH_ARRAY = 2;
const OBJECTS_ARE = 4;
const NATIVE = 8;
const LIKE_METHODS = 16;

/** How CPython calls a type and its objects, which builtin types say by name. */
const conventionOf = (t: TypeData): number => (t.convention === 0 ? (t.convention = findConvention(t)) : t.convention);

function findConvention({ flags, name }: TypeData): number {
  if ((flags & HEAPTYPE) !== 0) return KNOWN;
  return (
    KNOWN |
    (CALLED_WITH_ARRAY.has(name) ? IS_CALLED_WITH_ARRAY : 0) |
    (OBJECTS_CALLED_WITH_ARRAY.has(name) ? OBJECTS_ARE : 0) |
    (NATIVES.has(name) ? NATIVE : 0) |
    (METHOD_LIKE.has(name) ? LIKE_METHODS : 0)
  );
}

/** Does CPython hand over the arguments as they lie? Otherwise it puts them into a tuple, and keywords into a dict. */
export function takesArray(callable: Value): boolean {
  if (typeof callable === "number") return false;
  const t = callable.type.value;
  if ((t.flags & TYPE_SUBCLASS) !== 0) return (conventionOf((callable as PyType).value) & IS_CALLED_WITH_ARRAY) !== 0;
  const convention = conventionOf(t);
  if ((convention & OBJECTS_ARE) !== 0) return true;
  return (convention & NATIVE) !== 0 && !(callable.value as { native: Native }).native.byTuple;
}

/**
 * Calls with an array of arguments that the caller owns and keeps. The callee may give an unboxed
 * int in it an identity. The last `kwnames.length` arguments are keywords.
 */
export function callArray(callable: Value, args: Value[], kwnames: readonly PyObject[] | null): OwnedValue {
  if (takesArray(callable) || slotsOf(callable).call === null) return callAsIs(callable, args, kwnames);
  const keywords = kwnames?.length ?? 0;
  const positional = args.length - keywords;
  const tuple = newTuple(shareRange(args, 0, positional));
  let dict: Owned<PyDict> | null = null;
  try {
    if (keywords > 0) dict = newDict();
    for (let i = 0; i < keywords; i++) dictSet(dict as PyDict, (kwnames as PyObject[])[i], share(args, positional + i));
    const all = tuple.value as unknown as Value[];
    return callWithTuple(callable, tuple, dict === null ? all : [...all, ...args.slice(positional)], kwnames);
  } finally {
    drop(tuple);
    if (dict !== null) drop(dict);
  }
}

/**
 * As `callArray`, with values that are others' in an array made for the call: an int that was boxed in
 * it is given up with it.
 */
export function callBorrowed(
  callable: Value,
  values: readonly Value[],
  kwnames: readonly PyObject[] | null,
): OwnedValue {
  const args = [...values];
  try {
    return callArray(callable, args, kwnames);
  } finally {
    for (let i = 0; i < args.length; i++) if (args[i] !== values[i]) drop(args[i] as OwnedValue);
  }
}

/** The tuple that the arguments of the latest call by tuple lie in, and the array that the callee got. */
let given: { tuple: PyTuple; array: Value[] } | null = null;

/** The tuple behind an array of arguments, borrowed; null when there is none. An exception keeps it. */
export const tupleOfArguments = (args: readonly Value[]): PyTuple | null =>
  given !== null && given.array === args ? given.tuple : null;

/** The tuple that a native which takes one has just been called with, a new reference. */
export function latestTuple(args: Value[]): Owned<PyTuple> {
  const same = given !== null && given.tuple.value.length === args.length && given.tuple.value[0] === args[0];
  return same && given !== null ? newRef(given.tuple) : newTuple(shareRange(args, 0, args.length));
}

/** A type that has called `__new__` now calls `__init__` with the same arguments. */
export const againByTuple = (tuple: PyTuple, array: Value[]): void => {
  given = { tuple, array };
};

/** Calls what takes a tuple with one; `array` is its items, and the values of keywords behind them. */
export function callWithTuple(
  callable: Value,
  tuple: PyTuple,
  array: Value[],
  kwnames: readonly PyObject[] | null,
): OwnedValue {
  againByTuple(tuple, array);
  return callAsIs(callable, array, kwnames);
}

/** Calls with arguments that lie in a tuple already, or that the callable takes from an array. */
export function callAsIs(callable: Value, args: Value[], kwnames: readonly PyObject[] | null): OwnedValue {
  const slot = slotsOf(callable).call;
  if (slot === null) throw typeError(`'${typeName(callable)}' object is not callable`);
  const { depth } = recursion;
  if (++recursion.depth > recursion.limit) {
    throw tooDeep(typeName(callable) === "function" ? "" : " while calling a Python object");
  }
  try {
    return slot(asObject(callable), args, kwnames);
  } finally {
    recursion.depth = depth;
  }
}

/** Calls a function of Python, or a method of one, with arguments that move into its frame; undefined for any other callable. */
let callFrame: (callable: Value, args: OwnedValue[]) => OwnedValue | undefined = () => undefined;
/** Told once by the virtual machine. */
export const setFrameCall = (f: typeof callFrame): void => {
  callFrame = f;
};

/**
 * Calls with owned arguments, which the call gives up, also when it raises. They move into the
 * callee's frame: its parameters count as in CPython, where such arguments are the caller's borrowed ones.
 */
export function call(callable: Value, ...args: OwnedValue[]): OwnedValue {
  const answer = callFrame(callable, args);
  if (answer !== undefined) return answer;
  if (!takesArray(callable)) {
    const tuple = newTuple(args as Refs);
    try {
      return callWithTuple(callable, tuple, tuple.value as unknown as Value[], null);
    } finally {
      drop(tuple);
    }
  }
  try {
    return callAsIs(callable, args, null);
  } finally {
    dropAll(args);
  }
}

/** As `callArray`, with a borrowed object in front of the arguments. */
export function callWithSelf(
  callable: Value,
  self: Value,
  args: Value[],
  kwnames: readonly PyObject[] | null,
): OwnedValue {
  const all = [self, ...args];
  try {
    return callArray(callable, all, kwnames);
  } finally {
    for (let i = 0; i < args.length; i++) args[i] = all[i + 1];
  }
}

/**
 * As `callWithSelf`, for arguments that CPython has in a tuple and a dict: with keywords it makes
 * references of its own to all of them.
 */
export function callPrepended(
  callable: Value,
  self: Value,
  args: Value[],
  kwnames: readonly PyObject[] | null,
): OwnedValue {
  if (kwnames === null || kwnames.length === 0) return callWithSelf(callable, self, args, kwnames);
  const held = shareRange(args, 0, args.length);
  held.push(keep(self));
  try {
    return callWithSelf(callable, self, args, kwnames);
  } finally {
    dropAll(held);
  }
}

/** Runs `body` with all arguments but the first. Unboxed ints that get their identity in it have it in `args` too. */
export function withoutFirst<T>(args: Value[], body: (rest: Value[]) => T): T {
  const rest = args.slice(1);
  try {
    return body(rest);
  } finally {
    for (let i = 0; i < rest.length; i++) args[i + 1] = rest[i];
  }
}

/** Calls a special method with an array of arguments; undefined when there is none. */
export function callSpecialArray(
  value: Value,
  name: string,
  args: Value[],
  kwnames: readonly PyObject[] | null,
): OwnedValue | undefined {
  const found = lookupName(typeOf(value), name);
  if (found === undefined) return undefined;
  if (typeof found !== "number" && isMethodLike(found)) {
    const held = newRef(found);
    try {
      return callPrepended(held, value, args, kwnames);
    } finally {
      drop(held);
    }
  }
  const method = findSpecial(value, name) as OwnedValue;
  try {
    return callArray(method, args, kwnames);
  } finally {
    drop(method);
  }
}

/** As `call`, and gives up the callable too. */
export function callOwned(callable: OwnedValue, ...args: OwnedValue[]): OwnedValue {
  try {
    return call(callable, ...args);
  } finally {
    drop(callable);
  }
}

/** Calls a method by name. Raises AttributeError when there is none. */
export const callMethod = (value: Value, name: string, ...args: OwnedValue[]): OwnedValue => {
  let method: OwnedValue;
  try {
    method = getAttrText(value, name);
  } catch (e) {
    dropAll(args);
    throw e;
  }
  return callOwned(method, ...args);
};

/**
 * A special method, looked up on the type alone and bound to the value; undefined when there is none.
 */
export function findSpecial(value: Value, name: string): OwnedValue | undefined {
  const found = lookupName(typeOf(value), name);
  if (found === undefined) return undefined;
  const get = slotsOf(found).descrGet;
  if (get !== null) return get(asObject(found), value, typeOf(value));
  return typeof found === "number" ? (found as OwnedValue) : newRef(found);
}

/**
 * Calls a special method that CPython binds first, so that its self counts once more: those that have
 * no slot. Undefined when there is none; the arguments are given up.
 */
export function callBound(value: Value, name: string, ...args: OwnedValue[]): OwnedValue | undefined {
  let method: OwnedValue | undefined;
  try {
    method = findSpecial(value, name);
  } catch (e) {
    dropAll(args);
    throw e;
  }
  if (method === undefined) {
    dropAll(args);
    return undefined;
  }
  return callOwned(method, ...args);
}

/** Calls the special method of a slot, looked up on the type alone. Undefined when there is none; the arguments are given up. */
export function callSpecial(value: Value, name: string, ...args: OwnedValue[]): OwnedValue | undefined {
  const found = lookupName(typeOf(value), name);
  if (found === undefined) {
    dropAll(args);
    return undefined;
  }
  if (typeof found !== "number" && isMethodLike(found)) {
    const held = newRef(found);
    try {
      return call(held, keep(value), ...args);
    } finally {
      drop(held);
    }
  }
  const method = findSpecial(value, name) as OwnedValue;
  return callOwned(method, ...args);
}

/** Does binding the descriptor only put self in front, so that it can be called unbound? */
export const isMethodLike = (found: PyObject): boolean => (conventionOf(found.type.value) & LIKE_METHODS) !== 0;

/** A second reference to an element of an arguments' array: an unboxed int is boxed where it lies. */
export const shareArgument = (args: Value[], i: number): OwnedValue => share(args, i);

setClassSubscript((classGetItem, key) => callOwned(classGetItem, keepKey(key)));
const keepKey = (key: Value): OwnedValue => (typeof key === "number" ? (key as OwnedValue) : newRef(key));
