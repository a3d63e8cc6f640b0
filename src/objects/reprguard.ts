// Containers that contain themselves: whoever is already being shown shows as "...".
import type { PyObject } from "../heap/object.ts";

const shown: Set<PyObject> = new Set();

/** The text that `body` makes for a container; `again` when that is being made already. */
export function guardedRepr(container: PyObject, again: string, body: () => string): string {
  if (shown.has(container)) return again;
  shown.add(container);
  try {
    return body();
  } finally {
    shown.delete(container);
  }
}
