// Where a coroutine was made: the callers that it remembers, as sys.set_coroutine_origin_tracking_depth asks.
import { newRef, newRefs, type Owned } from "../heap/refs.ts";
import { newInt } from "../objects/int.ts";
import { newTuple, type PyTuple, tupleOf } from "../objects/tuple.ts";
import { complete, type Frame } from "./frame.ts";
import { vm } from "./state.ts";

/** `(file, line, function)` of the frame and of those behind it; null when nobody wants to know. */
export function originOf(frame: Frame | null): Owned<PyTuple> | null {
  if (vm.originDepth === 0) return null;
  const items = newRefs();
  let f = complete(frame);
  for (let n = 0; n < vm.originDepth && f !== null; n++) {
    items.push(tupleOf(newRef(f.code.filename), newInt(f.line), newRef(f.code.name)));
    f = complete(f.back);
  }
  return newTuple(items);
}
