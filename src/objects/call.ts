// Calls from natives. Arguments that are passed on are owned and given up by the call, as in
// CPython, where they stay the caller's until the callee has returned.
import type { PyObject } from "../heap/object.ts";
import { drop, dropAll, keep, newRef, type OwnedValue, share, type Value } from "../heap/refs.ts";
import { typeError } from "./errors.ts";
import { lookupName, typeOf } from "./lookup.ts";
import { asObject, getAttrText, setClassSubscript, slotsOf, typeName } from "./protocol.ts";
import { recursion, tooDeep } from "./recursion.ts";

/**
 * Calls with an array of arguments that the caller owns and keeps. The callee may give an unboxed
 * int in it an identity. The last `kwnames.length` arguments are keywords.
 */
export function callArray(callable: Value, args: Value[], kwnames: readonly PyObject[] | null): OwnedValue {
  const slot = slotsOf(callable).call;
  if (slot === null) throw typeError(`'${typeName(callable)}' object is not callable`);
  if (++recursion.depth > recursion.limit) {
    throw tooDeep(typeName(callable) === "function" ? "" : " while calling a Python object");
  }
  try {
    return slot(asObject(callable), args, kwnames);
  } finally {
    recursion.depth--;
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
  try {
    return callArray(callable, args, null);
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
      return callWithSelf(held, value, args, kwnames);
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

/** Calls a special method, looked up on the type alone. Undefined when there is none; the arguments are given up. */
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
const isMethodLike = (found: PyObject): boolean => METHOD_LIKE.has(found.type.value.name);
const METHOD_LIKE = new Set(["function", "method_descriptor", "wrapper_descriptor"]);

/** A second reference to an element of an arguments' array: an unboxed int is boxed where it lies. */
export const shareArgument = (args: Value[], i: number): OwnedValue => share(args, i);

setClassSubscript((classGetItem, key) => callOwned(classGetItem, keepKey(key)));
const keepKey = (key: Value): OwnedValue => (typeof key === "number" ? (key as OwnedValue) : newRef(key));
