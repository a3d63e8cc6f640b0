// Small helps for writing natives.
import { drop, type Owned, type OwnedValue, share, type Value } from "../heap/refs.ts";
import { Native } from "../native/signature.ts";
import { dictSet, type PyDict } from "../objects/dict.ts";
import { bufferError, overflowError, typeError } from "../objects/errors.ts";
import { index } from "../objects/int.ts";
import { checkView, isContiguous, isMemoryView } from "../objects/memoryview.ts";
import { setItem, typeName } from "../objects/protocol.ts";
import { intern, newStr } from "../objects/str.ts";

/** The same native with another `__text_signature__`, where CPython's says more, or less, than the binder needs. */
export const withText = (native: Native, text: string | null): Native =>
  new Native(native.name, native.doc, native.kind, text, [...native.params], native.result, native.impl);

/** Runs `body` with an owned value, and gives the value up afterwards. */
export function using<V extends OwnedValue, T>(value: V, body: (value: V) => T): T {
  try {
    return body(value);
  } finally {
    drop(value);
  }
}

/** A place for one value that may be asked for several references: an unboxed int is boxed in it when it must be. */
export const place = (value: Value): Value[] => [value];
export const again = (at: Value[]): OwnedValue => share(at, 0);

/** `dict[name] = value` for a dict of ours; steals the value. */
export const putName = (dict: PyDict, name: string, value: OwnedValue): void => dictSet(dict, intern(name), value);

/** `container[name] = value` by the object protocol; steals the value. */
export function storeName(container: Value, name: string, value: OwnedValue): void {
  const key: Owned = newStr(name);
  try {
    setItem(container, key, value);
  } finally {
    drop(key);
    drop(value);
  }
}

/** Is the value an instance of a builtin type, by name? For types of files that cannot be imported here. */
export const isBuiltin = (value: Value, name: string): boolean =>
  typeof value !== "number" && value.type.value.mro.some((t) => t.value.name === name && t.value.module === "builtins");

/** Runs `body` with the bytes of an object that has the buffer protocol. Raises TypeError for others. */
export function withBytes<T>(value: Value, body: (bytes: Uint8Array) => T): T {
  const buffer = typeof value === "number" ? null : value.type.value.slots.buffer;
  if (buffer === null || typeof value === "number")
    throw typeError(`a bytes-like object is required, not '${typeName(value)}'`);
  checkPacked(value);
  const view = buffer(value, false);
  try {
    return body(view.bytes);
  } finally {
    view.release();
  }
}

/** The bytes must lie one after the other. */
function checkPacked(value: Value): void {
  if (isMemoryView(value) && !isContiguous(checkView(value), "C"))
    throw bufferError("memoryview: underlying buffer is not C-contiguous");
}

/** Runs `body` with the memory of an object that may be written to; `name` is the native's, for the TypeError. */
export function withWritable<T>(value: Value, name: string, body: (bytes: Uint8Array) => T): T {
  const buffer = typeof value === "number" ? null : value.type.value.slots.buffer;
  if (buffer !== null && typeof value !== "number") {
    const view = buffer(value, false);
    try {
      if (!view.readonly) return body(view.bytes);
    } finally {
      view.release();
    }
  }
  throw typeError(`${name}() argument must be read-write bytes-like object, not ${typeName(value)}`);
}

/** A copy of the bytes of an object that has the buffer protocol. */
export const copyBytes = (value: Value): Uint8Array => withBytes(value, (bytes) => bytes.slice());

/** An int argument in the range of a C int. */
export function intArgument(value: Value): number {
  const n = index(value);
  if (typeof n === "number" && n === (n | 0)) return n;
  throw overflowError("Python int too large to convert to C int");
}
