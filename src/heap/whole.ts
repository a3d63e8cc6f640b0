// What is made of many objects, and can only be made whole: a code object with its constants, say. It is
// made without a limit of memory, which must therefore be bounded by what is there already, and given up
// again when there was no room for it.
import { beyondLimit, reserve } from "./heap.ts";
import type { PyObject } from "./object.ts";
import { drop, type Owned } from "./refs.ts";

export function whole<T extends PyObject>(make: () => Owned<T>): Owned<T> {
  const made = beyondLimit(make);
  try {
    reserve(0);
  } catch (e) {
    drop(made);
    throw e;
  }
  return made;
}
