// What a regular expression is matched against: the characters of a str, or the bytes of an object
// with the buffer protocol, which is held still while it is looked at.
import { reserve } from "../../heap/heap.ts";
import type { PyObject } from "../../heap/object.ts";
import { newRef, type Owned, type OwnedValue, type Value } from "../../heap/refs.ts";
import type { BufferView } from "../../heap/type.ts";
import { isExactBytes, newBytes } from "../../objects/bytes.ts";
import { typeError } from "../../objects/errors.ts";
import { slotsOf, typeName } from "../../objects/protocol.ts";
import { isStr, type PyStr, strLength, type WideText, wideOf } from "../../objects/str.ts";
import { sliceStr } from "../../objects/strmethods.ts";

export interface Subject {
  /** Borrowed: whoever keeps a subject keeps the object. */
  object: PyObject;
  bytes: boolean;
  length: number;
  text: string;
  /** The characters by their numbers, where the units of the text are not characters; else null. */
  points: Int32Array | Uint8Array | null;
  view: BufferView | null;
}

/** The characters of wide texts that have been looked at, as long as the texts live. */
const pointsOf = new WeakMap<WideText, Int32Array>();

function widePoints(s: PyStr, wide: WideText): Int32Array {
  let points = pointsOf.get(wide);
  if (points === undefined) {
    reserve(4 * wide.length);
    points = new Int32Array(wide.length);
    const text = s.value;
    for (let i = 0, unit = 0; i < points.length; i++) {
      const code = text.codePointAt(unit) as number;
      points[i] = code;
      unit += code > 0xffff ? 2 : 1;
    }
    pointsOf.set(wide, points);
  }
  return points;
}

/** Opens an object to be looked at. Raises TypeError when it has no characters. */
export function openSubject(value: Value): Subject {
  if (isStr(value)) {
    const wide = wideOf(value);
    const points = wide === null ? null : widePoints(value, wide);
    return { object: value, bytes: false, length: strLength(value), text: value.value, points, view: null };
  }
  const slot = slotsOf(value).buffer;
  if (slot === null || typeof value === "number") {
    throw typeError(`expected string or bytes-like object, got '${typeName(value)}'`);
  }
  const view = slot(value, false);
  return { object: value, bytes: true, length: view.bytes.length, text: "", points: view.bytes, view };
}

export const closeSubject = (subject: Subject): void => {
  subject.view?.release();
  subject.view = null;
};

/** A new str or bytes of a part. */
export function sliceSubject(subject: Subject, from: number, to: number): Owned {
  if (!subject.bytes) return sliceStr(subject.object as PyStr, from, to);
  const { object } = subject;
  if (isExactBytes(object) && from === 0 && to === subject.length) return newRef(object);
  const bytes = subject.points as Uint8Array;
  reserve(Math.max(0, to - from));
  return newBytes(bytes.slice(from, to));
}

/** A part of an object that was looked at earlier, as far as it still goes. */
export function sliceObject(object: PyObject, from: number, to: number): OwnedValue {
  if (isStr(object)) {
    const length = strLength(object);
    return sliceStr(object, Math.min(from, length), Math.min(to, length));
  }
  const subject = openSubject(object);
  try {
    return sliceSubject(subject, Math.min(from, subject.length), Math.min(to, subject.length));
  } finally {
    closeSubject(subject);
  }
}
