// The object protocol: what can be done with any value, whatever its type. Operands are borrowed,
// results are new references, failures are thrown as Python exceptions. Numbers in slots are ints,
// and go the same way. Arithmetic is operators.ts, calls are call.ts, iteration is iteration.ts.
import type { PyObject, PyType } from "../heap/object.ts";
import { drop, isSame, moved, newRef, type Owned, type OwnedValue, type Value } from "../heap/refs.ts";
import { EQ, EXC_SUBCLASS, GE, GT, HAVE_GC, HEAPTYPE, LE, LT, NE, type Slots } from "../heap/type.ts";
import { hash32 as keyHash32, setHashing } from "./dicttable.ts";
import { attributeError, caught, PyError, typeError } from "./errors.ts";
import { isSubtype, typeOf } from "./lookup.ts";
import { nested } from "./recursion.ts";
import { False, None, NotImplemented, newBool, True } from "./singletons.ts";
import { intern, isExactStr, isStr, newStr, type PyStr } from "./str.ts";

export const slotsOf = (value: Value): Slots => typeOf(value).value.slots;

/** Modules whose types are classes of Python in CPython. */
const PYTHON_MODULES = new Set(["_sitebuiltins", "_frozen_importlib", "_frozen_importlib_external"]);

/** Modules whose exceptions are not made as a class statement makes them. */
const SPECIFIED = new Set(["_csv"]);

/** Classes of our library that are types made in C in CPython. */
const IN_PLACE_OF_C = new Set(["Decimal", "Context", "ContextManager", "SignalDictMixin"]);

const isInPlaceOfC = (module: string, name: string): boolean => module === "decimal" && IN_PLACE_OF_C.has(name);

/** A type's name as messages show it: a builtin module's types have the module's name in front. */
export function nameInMessages({ value: { name, qualname, module, flags } }: PyType): string {
  const plain =
    ((flags & HEAPTYPE) !== 0 && !isInPlaceOfC(module, name)) ||
    ((flags & EXC_SUBCLASS) !== 0 && !SPECIFIED.has(module)) ||
    module === "builtins" ||
    module === "" ||
    PYTHON_MODULES.has(module);
  return plain ? name : `${module}.${qualname}`;
}
/** The name of a value's type, as messages show it. */
export const typeName = (value: Value): string => nameInMessages(typeOf(value));

/** For slots, which take objects: an int's slots also take the raw number. */
export const asObject = (value: Value): PyObject => value as PyObject;

export function repr(value: Value): Owned<PyStr> {
  const slot = slotsOf(value).repr;
  if (slot === null) return newStr(`<${typeName(value)} object>`);
  const text = nested(" while getting the repr of an object", () => slot(asObject(value)));
  return checkStr(text, "__repr__");
}

export function str(value: Value): Owned<PyStr> {
  if (isExactStr(value)) return newRef(value);
  const slot = slotsOf(value).str;
  if (slot === null) return repr(value);
  const text = nested(" while getting the str of an object", () => slot(asObject(value)));
  return checkStr(text, "__str__");
}

function checkStr(text: Owned, method: string): Owned<PyStr> {
  if (isStr(text)) return text as Owned<PyStr>;
  const name = typeName(text);
  drop(text);
  throw typeError(`${method} returned non-string (type ${name})`);
}

/** Takes the text of a str reference and gives the reference up. */
export function takeText(s: Owned<PyStr>): string {
  const text = s.value;
  drop(s);
  return text;
}
export const reprText = (value: Value): string => takeText(repr(value));
export const strText = (value: Value): string => takeText(str(value));

/** The 64-bit hash: a number when it fits 53 bits, else a bigint. */
export function hashOf(value: Value): number | bigint {
  const slot = slotsOf(value).hash;
  if (slot === null) throw typeError(`unhashable type: '${typeName(value)}'`);
  if (typeof value === "number" || (value.type.value.flags & (HAVE_GC | HEAPTYPE)) === 0) return slot(asObject(value));
  return nested("", () => slot(value));
}

const low32 = (hash: number | bigint): number =>
  typeof hash === "number" && hash <= Number.MAX_SAFE_INTEGER && hash >= -Number.MAX_SAFE_INTEGER
    ? hash | 0
    : Number(BigInt.asIntN(32, BigInt(hash)));

export const hash32 = keyHash32;

const SWAPPED = [GT, GE, EQ, NE, LT, LE];
const SIGNS = ["<", "<=", "==", "!=", ">", ">="];

/** The answer of a comparison operator, whatever object it is. */
export function compare(a: Value, b: Value, op: number): OwnedValue {
  return nested(" in comparison", () => compareNow(a, b, op));
}

function compareNow(a: Value, b: Value, op: number): OwnedValue {
  const ta = typeOf(a);
  const tb = typeOf(b);
  let reflected = false;
  if (ta !== tb && tb.value.slots.compare !== null && isSubtype(tb, ta)) {
    reflected = true;
    const answer = tb.value.slots.compare(asObject(b), a, SWAPPED[op]);
    if (answer !== NotImplemented) return answer;
    drop(answer);
  }
  if (ta.value.slots.compare !== null) {
    const answer = ta.value.slots.compare(asObject(a), b, op);
    if (answer !== NotImplemented) return answer;
    drop(answer);
  }
  if (!reflected && tb.value.slots.compare !== null) {
    const answer = tb.value.slots.compare(asObject(b), a, SWAPPED[op]);
    if (answer !== NotImplemented) return answer;
    drop(answer);
  }
  if (op === EQ) return newBool(isSame(a, b));
  if (op === NE) return newBool(!isSame(a, b));
  throw typeError(
    `'${SIGNS[op]}' not supported between instances of '${nameInMessages(ta)}' and '${nameInMessages(tb)}'`,
  );
}

/** The truth of a comparison. Identical objects are equal, as containers see it. */
export function compareBool(a: Value, b: Value, op: number): boolean {
  if (isSame(a, b)) {
    if (op === EQ) return true;
    if (op === NE) return false;
  }
  if (typeof a === "number" && typeof b === "number") return compareNumbers(a, b, op);
  return takeTruth(compare(a, b, op));
}

export function compareNumbers(a: number, b: number, op: number): boolean {
  switch (op) {
    case LT:
      return a < b;
    case LE:
      return a <= b;
    case EQ:
      return a === b;
    case NE:
      return a !== b;
    case GT:
      return a > b;
    default:
      return a >= b;
  }
}

export const equal = (a: Value, b: Value): boolean => compareBool(a, b, EQ);

setHashing({ hash32: (key) => low32(hashOf(key)), equal });

/** The truth of an owned value, which is given up. */
export function takeTruth(value: OwnedValue): boolean {
  if (value === True || value === False) {
    drop(value);
    return value === True;
  }
  try {
    return isTrue(value);
  } finally {
    drop(value);
  }
}

export function isTrue(value: Value): boolean {
  if (typeof value === "number") return value !== 0;
  if (value === True) return true;
  if (value === False || value === None) return false;
  const { bool, len } = value.type.value.slots;
  if (bool !== null) return bool(value);
  return len === null || len(value) !== 0;
}

/** `len(value)`. */
export function length(value: Value): number {
  const slot = slotsOf(value).len;
  if (slot === null) throw typeError(`object of type '${typeName(value)}' has no len()`);
  return slot(asObject(value));
}

// ---- attributes ----

/** The attribute; undefined when there is none. Any error but AttributeError is thrown. */
export function findAttr(value: Value, name: PyStr): OwnedValue | undefined {
  const slot = slotsOf(value).getattr;
  if (slot === null) return undefined;
  try {
    return slot(asObject(value), name);
  } catch (e) {
    if (!isError(caught(e), "AttributeError")) throw e;
    drop(moved(caught(e)) as Owned);
    return undefined;
  }
}

/** The attribute. Raises AttributeError when there is none; one that the attribute's own code has raised learns of what. */
export function getAttr(value: Value, name: PyStr): OwnedValue {
  let found: OwnedValue | undefined;
  try {
    found = slotsOf(value).getattr?.(asObject(value), name);
  } catch (e) {
    if (e instanceof PyError) annotate(e.exception, value, name);
    throw e;
  }
  if (found === undefined) throw noAttribute(value, name);
  return found;
}

/** As `getAttr`, but leaves errors as they are. */
export function getAttrBare(value: Value, name: PyStr): OwnedValue {
  const found = slotsOf(value).getattr?.(asObject(value), name);
  if (found === undefined) throw noAttribute(value, name);
  return found;
}
export const getAttrText = (value: Value, name: string): OwnedValue => getAttr(value, intern(name));
export const findAttrText = (value: Value, name: string): OwnedValue | undefined => findAttr(value, intern(name));

/** Sets an attribute; deletes it when `item` is undefined. Everything is borrowed. */
export function setAttr(value: Value, name: PyStr, item: Value | undefined): void {
  const slot = slotsOf(value).setattr;
  if (slot === null) throw noAttribute(value, name);
  slot(asObject(value), name, item);
}

/** The AttributeError of a missing attribute, with `name` and `obj` for suggestions. */
export function noAttribute(value: Value, name: PyStr): PyError {
  const what = isType(value) ? `type object '${nameInMessages(value)}'` : `'${typeName(value)}' object`;
  return attributeErrorFor(`${what} has no attribute '${name.value}'`, value, name);
}

/** An AttributeError that knows its object and name. */
export function attributeErrorFor(message: string, value: Value, name: PyStr): PyError {
  const error = attributeError(message);
  annotate(error.exception, value, name);
  return error;
}
let annotate: (exception: PyObject, value: Value, name: PyStr) => void = () => {};
/** Told once by exceptions.ts: how an AttributeError keeps its `obj` and `name`. */
export const setErrorAnnotator = (f: typeof annotate): void => {
  annotate = f;
};

let typeType: PyType | null = null;
/** Told once by type.ts. */
export const setTypeType = (t: PyType): void => {
  typeType = t;
};
export const isType = (value: Value): value is PyType =>
  typeof value !== "number" && typeType !== null && (value.type === typeType || isSubtype(value.type, typeType));

// ---- items ----

export function getItem(value: Value, key: Value): OwnedValue {
  const slots = slotsOf(value);
  if (slots.getitem !== null) return slots.getitem(asObject(value), key);
  if (isType(value)) {
    if (value === typeType) return subscriptType(value, key);
    const classGetItem = findAttrText(value, "__class_getitem__");
    if (classGetItem !== undefined) return subscriptClass(classGetItem, key);
    throw typeError(`type '${nameInMessages(value)}' is not subscriptable`);
  }
  throw typeError(`'${typeName(value)}' object is not subscriptable`);
}
let subscriptType: (type: PyObject, key: Value) => OwnedValue;
/** Told once by genericalias.ts: what `type[item]` is, for `type` has no `__class_getitem__`. */
export const setTypeSubscript = (f: typeof subscriptType): void => {
  subscriptType = f;
};
let subscriptClass: (classGetItem: OwnedValue, key: Value) => OwnedValue;
/** Told once by call.ts. */
export const setClassSubscript = (f: typeof subscriptClass): void => {
  subscriptClass = f;
};

export function setItem(value: Value, key: Value, item: Value): void {
  const slot = slotsOf(value).setitem;
  if (slot === null) throw typeError(`'${typeName(value)}' object does not support item assignment`);
  slot(asObject(value), key, item);
}

/** Has the type anything of a sequence, as every class in Python has to CPython? */
export function isSequenceLike(value: Value): boolean {
  const { flags, slots } = typeOf(value).value;
  return (flags & HEAPTYPE) !== 0 || [slots.contains, slots.concat, slots.repeat, slots.item].some((s) => s !== null);
}

export function delItem(value: Value, key: Value): void {
  const slot = slotsOf(value).setitem;
  if (slot === null) {
    const how = slotsOf(key).index !== null && isSequenceLike(value) ? "doesn't" : "does not";
    throw typeError(`'${typeName(value)}' object ${how} support item deletion`);
  }
  slot(asObject(value), key, undefined);
}

// ---- types ----

/** Is the value an instance of a type, or of one built on it? Looks at the real type alone. */
export const hasType = (value: Value, type: PyType): boolean => isSubtype(typeOf(value), type);

/** Is an exception of a builtin kind, by name? For natives that cannot import the type. */
export function isError(exception: PyObject, name: string): boolean {
  if ((exception.type.value.flags & EXC_SUBCLASS) === 0) return false;
  return exception.type.value.mro.some((t) => t.value.name === name && t.value.module === "builtins");
}

/** Runs `body`; answers undefined, and forgets the error, when it raises that builtin exception. */
export function unlessRaises<T>(name: string, body: () => T): T | undefined {
  try {
    return body();
  } catch (e) {
    const exception = caught(e);
    if (!isError(exception, name)) throw e;
    drop(moved(exception) as Owned);
    return undefined;
  }
}

/** KeyError with the key itself as its argument. */
export function keyError(key: Value): PyError {
  return new PyError(makeKeyError(key));
}
let makeKeyError: (key: Value) => Owned;
/** Told once by exceptions.ts. */
export const setKeyErrorMaker = (f: typeof makeKeyError): void => {
  makeKeyError = f;
};

/** The name of an attribute as an interned str; raises TypeError for anything but a str. */
export function attributeName(value: Value): PyStr {
  if (!isStr(value)) throw typeError(`attribute name must be string, not '${typeName(value)}'`);
  return intern(value.value);
}
