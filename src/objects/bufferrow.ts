// The row of the buffer protocol: `__buffer__` of builtins, and classes in Python that lend memory by it.
import type { PyObject } from "../heap/object.ts";
import { drop, newRef, type Owned, type OwnedValue, type Value } from "../heap/refs.ts";
import type { BufferView, Slots } from "../heap/type.ts";
import { callSpecial } from "./call.ts";
import { bufferError, typeError, valueError } from "./errors.ts";
import { newNone } from "./singletons.ts";
import { arity, named, required, type SlotRow, support } from "./slotbase.ts";

const WRITABLE = 1;
/** All that a view can be asked for, but to write. */
const FULL_READ_ONLY = 284;

/** A memoryview of an object, which must be writable if the flags say so. */
function viewFor(self: PyObject, flags: Value): OwnedValue {
  const wanted = support.indexSize(flags);
  const view = support.viewObject(self);
  if ((wanted & WRITABLE) === 0 || !support.isReadOnly(view)) return view;
  drop(view);
  throw bufferError("Object is not writable.");
}

function release(self: PyObject, view: Value): OwnedValue {
  const exporter = support.exporterOf(view);
  if (exporter === undefined) throw typeError("expected a memoryview object");
  if (exporter !== self) throw valueError("memoryview's buffer is not this object");
  support.releaseView(view);
  return newNone();
}

/** The memory that a class in Python lends: that of the memoryview which its method answers. */
function lend(self: PyObject, writable: boolean): BufferView {
  const view = required(self, "__buffer__", (FULL_READ_ONLY + (writable ? WRITABLE : 0)) as OwnedValue) as Owned;
  if (support.exporterOf(view) === undefined) {
    drop(view);
    throw typeError("__buffer__ returned non-memoryview object");
  }
  const buffer = view.type.value.slots.buffer as NonNullable<Slots["buffer"]>;
  let lent: BufferView;
  try {
    lent = buffer(view, writable);
  } catch (e) {
    drop(view);
    throw e;
  }
  newRef(self);
  const giveBack = (): void => {
    lent.release();
    const answer = callSpecial(self, "__release_buffer__", newRef(view));
    if (answer !== undefined) drop(answer);
    drop(view);
    drop(self as Owned);
  };
  return { ...lent, release: giveBack };
}

export const bufferRow: SlotRow = {
  slot: "buffer",
  names: [
    named(
      "__buffer__",
      "($self, flags, /)",
      "Return a buffer object that exposes the underlying memory of the object.",
      (_f, self, args) => {
        arity(args, 1);
        return viewFor(self, args[0]);
      },
    ),
    named(
      "__release_buffer__",
      "($self, buffer, /)",
      "Release the buffer object that exposes the underlying memory of the object.",
      (_f, self, args) => {
        arity(args, 1);
        return release(self, args[0]);
      },
    ),
  ],
  make: () => lend,
};
