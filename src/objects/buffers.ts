// The bytes of other objects, by the buffer protocol. A view is released as soon as the body is done.
import type { Value } from "../heap/refs.ts";
import { isExactBytes } from "./bytes.ts";
import { typeError } from "./errors.ts";
import { slotsOf, typeName } from "./protocol.ts";

export const hasBuffer = (value: Value): boolean => slotsOf(value).buffer !== null;

/** Runs `body` with the bytes of a bytes-like object. Raises TypeError for others, in these words or the usual ones. */
export function withBuffer<T>(value: Value, body: (bytes: Uint8Array) => T, message?: string): T {
  if (isExactBytes(value)) return body(value.value);
  const slot = slotsOf(value).buffer;
  if (slot === null || typeof value === "number") {
    throw typeError(message ?? `a bytes-like object is required, not '${typeName(value)}'`);
  }
  const view = slot(value, false);
  try {
    return body(view.bytes);
  } finally {
    view.release();
  }
}

/** A copy of the bytes of a bytes-like object. */
export const bufferCopy = (value: Value): Uint8Array => withBuffer(value, (bytes) => bytes.slice());
