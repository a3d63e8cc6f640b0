// Where an instance keeps its attributes.
//   plain class (base is object)   `value`: the attribute values; `extra`: their Shape, or the dict
//                                  they moved to when the program asked for __dict__
//   class built on a builtin       `value`: the builtin's payload; `extra`: an Attributes record
import type { PyObject } from "../heap/object.ts";
import { newRefs, type Refs } from "../heap/refs.ts";
import type { Shape } from "../heap/shape.ts";

/** The attributes of an instance of a class that is built on a builtin type. */
export class Attributes {
  /** Members of `__slots__`, by position; undefined when unset. */
  readonly slots: Refs = newRefs();
  /** `__dict__`, owned; null until it is needed. */
  dict: PyObject | null = null;
  /** What the builtin keeps in `extra` itself: the hash of a str, the spare room of a list. */
  spare: unknown;
  constructor(spare: unknown) {
    this.spare = spare;
  }
}

export type InstanceExtra = Shape | PyObject | Attributes | null;
