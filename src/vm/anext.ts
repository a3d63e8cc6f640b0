// What `anext(iterator, default)` answers: an awaitable of the next item, whose result is the
// default when there is none.
import { allocGC } from "../heap/heap.ts";
import type { PyObject, PyType } from "../heap/object.ts";
import {
  boxed,
  drop,
  dropAll,
  dropMaybe,
  keep,
  moved,
  newRef,
  newRefs,
  type Owned,
  type OwnedValue,
  type Refs,
  share,
  type Value,
} from "../heap/refs.ts";
import { HAVE_GC, NO_NEW } from "../heap/type.ts";
import { def } from "../native/signature.ts";
import { callMethod } from "../objects/call.ts";
import { defineType } from "../objects/define.ts";
import { caught, newError, typeError } from "../objects/errors.ts";
import { isError, slotsOf } from "../objects/protocol.ts";
import { awaitIter } from "./await.ts";
import { stopIteration } from "./generator.ts";

interface AnextData {
  /** Owned; null once it has been cleared. */
  awaitable: PyObject | null;
  /** The default alone. */
  otherwise: Refs;
}
type PyAnext = PyObject<AnextData>;

/** The iterator that the awaitable is awaited by. */
function iteratorOf(a: PyAnext): OwnedValue {
  const it = awaitIter(a.value.awaitable as PyObject);
  const { next, await: wrap } = slotsOf(it);
  if (next !== null || wrap === null) return it;
  // A coroutine: it has no `__next__` of its own.
  try {
    const wrapped = wrap(it as PyObject);
    if (slotsOf(wrapped).next !== null) return wrapped;
    drop(wrapped);
    throw typeError("__await__ must return an iterable");
  } finally {
    drop(it);
  }
}

/** Runs a step; when there are no more items the result is the default. */
function step(a: PyAnext, run: (it: OwnedValue) => OwnedValue): OwnedValue {
  const it = iteratorOf(a);
  try {
    return run(it);
  } catch (e) {
    const error = caught(e);
    if (!isError(error, "StopAsyncIteration")) throw e;
    drop(moved(error) as Owned);
    throw stopIteration(share(a.value.otherwise, 0));
  } finally {
    drop(it);
  }
}

function nextOf(it: OwnedValue): OwnedValue {
  const item = slotsOf(it).next?.(it as PyObject);
  if (item === undefined) throw newError("StopIteration", null);
  return item;
}

export const AnextType: PyType = defineType<PyAnext>({
  name: "anext_awaitable",
  flags: HAVE_GC | NO_NEW,
  basicSize: 32,
  traverse(a, visit) {
    for (const o of [a.value.awaitable, ...a.value.otherwise]) if (o !== null && typeof o !== "number") visit(o);
  },
  clear(a) {
    const { awaitable, otherwise } = a.value;
    a.value.awaitable = null;
    a.value.otherwise = newRefs();
    dropMaybe(awaitable);
    dropAll(otherwise);
  },
  slots: { iter: (a) => newRef(a), await: (a) => newRef(a as PyAnext), next: (a) => step(a, nextOf) },
  methods: [
    def("send($self, value, /)", "Sends a value in.", (a: PyAnext, value) =>
      step(a, (it) => callMethod(it, "send", keep(value))),
    ),
    def("throw($self, type, value=NULL, traceback=NULL, /)", "Raises an exception.", (a: PyAnext, ...thrown) =>
      step(a, (it) => callMethod(it, "throw", ...thrown.filter((x) => x !== undefined).map(keep))),
    ),
    def("close($self, /)", "Closes the awaitable.", (a: PyAnext) => step(a, (it) => callMethod(it, "close"))),
  ],
});

/** Steals the awaitable, borrows the default. */
export function newAnext(awaitable: OwnedValue, otherwise: Value): OwnedValue {
  return allocGC(
    AnextType,
    { awaitable: boxed(awaitable), otherwise: [keep(otherwise)] as OwnedValue[] as Refs },
    null,
    48,
  );
}
