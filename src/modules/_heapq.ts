// _heapq: a list as a heap: each item is not greater than the two below it, at 2i+1 and 2i+2; in
// a heap of the other kind not less. A comparison may run Python code, which may change the list.
import { drop, keep, type OwnedValue, replace, share, type Value } from "../heap/refs.ts";
import { LT } from "../heap/type.ts";
import { def, type Native } from "../native/signature.ts";
import { callMethod } from "../objects/call.ts";
import { indexError, runtimeError, typeError } from "../objects/errors.ts";
import { isList, listAppend, type PyList } from "../objects/list.ts";
import { compareBool } from "../objects/protocol.ts";
import { argumentName } from "../objects/textargs.ts";
import { defineModule } from "./module.ts";

/** Does the item at `i` belong above the one at `j`? */
type Above = (heap: PyList, i: number, j: number) => boolean;

/** `heap[i] < heap[j]`, which must leave the list as long as it was. */
function less(heap: PyList, i: number, j: number): boolean {
  const items = heap.value;
  const a = items[i];
  const b = items[j];
  if (typeof a === "number" && typeof b === "number") return a < b;
  const size = items.length;
  const x = share(items, i);
  const y = share(items, j);
  let answer: boolean;
  try {
    answer = compareBool(x, y, LT);
  } finally {
    drop(x);
    drop(y);
  }
  if (heap.value.length !== size) throw runtimeError("list changed size during iteration");
  return answer;
}

const smallest: Above = less;
const largest: Above = (heap, i, j) => less(heap, j, i);

function swap(heap: PyList, i: number, j: number): void {
  const items = heap.value as unknown as Value[];
  const held = items[i];
  items[i] = items[j];
  items[j] = held;
}

/** Moves the item at `pos` up, no higher than `start`. */
function moveUp(heap: PyList, start: number, pos: number, above: Above): void {
  if (pos >= heap.value.length) throw indexError("index out of range");
  while (pos > start) {
    const parent = (pos - 1) >> 1;
    if (!above(heap, pos, parent)) return;
    swap(heap, pos, parent);
    pos = parent;
  }
}

/** Moves the item at `pos` to a leaf, along the better children, and from there up to its place. */
function settle(heap: PyList, pos: number, above: Above): void {
  const start = pos;
  const end = heap.value.length;
  if (pos >= end) throw indexError("index out of range");
  const limit = end >> 1;
  while (pos < limit) {
    let child = 2 * pos + 1;
    if (child + 1 < end && !prefersFirst(heap, child, above)) child++;
    swap(heap, child, pos);
    pos = child;
  }
  moveUp(heap, start, pos, above);
}

/** Of two children that are equal the second is taken. */
const prefersFirst = (heap: PyList, child: number, above: Above): boolean => above(heap, child, child + 1);

/** Makes a heap of a list. A long one is gone through so that what lies together is looked at together. */
function heapify(heap: PyList, above: Above): void {
  const n = heap.value.length;
  const childless = n >> 1;
  if (n <= 2500) {
    for (let i = childless - 1; i >= 0; i--) settle(heap, i, above);
    return;
  }
  const leftmost = 2 ** Math.floor(Math.log2(childless + 1)) - 1;
  for (let i = leftmost - 1; i >= childless >> 1; i--) settleUp(heap, i, above);
  for (let i = childless - 1; i >= leftmost; i--) settleUp(heap, i, above);
}

/** Settles a node, and those above that it is the last child of. */
function settleUp(heap: PyList, i: number, above: Above): void {
  for (;;) {
    settle(heap, i, above);
    if ((i & 1) === 0) return;
    i >>= 1;
  }
}

function pop(heap: PyList, above: Above): OwnedValue {
  if (heap.value.length === 0) throw indexError("index out of range");
  const last = callMethod(heap, "pop");
  if (heap.value.length === 0) return last;
  return exchangeTop(heap, last, above);
}

/** Puts an item, which is stolen, in the place of the top, and answers that. */
function exchangeTop(heap: PyList, item: OwnedValue, above: Above): OwnedValue {
  const top = replace(heap.value, 0, item);
  try {
    settle(heap, 0, above);
  } catch (e) {
    drop(top);
    throw e;
  }
  return top;
}

function pushPop(heap: PyList, item: Value): OwnedValue {
  const at = [item];
  if (heap.value.length === 0) return share(at, 0);
  const top = share(heap.value, 0);
  let less: boolean;
  try {
    less = compareBool(top, item, LT);
  } finally {
    drop(top);
  }
  if (!less) return share(at, 0);
  if (heap.value.length === 0) throw indexError("index out of range");
  return exchangeTop(heap, share(at, 0), smallest);
}

function replaceTop(heap: PyList, item: Value, above: Above): OwnedValue {
  if (heap.value.length === 0) throw indexError("index out of range");
  return exchangeTop(heap, keep(item), above);
}

/** A function of a list. */
const ofHeap = (name: string, doc: string, body: (heap: PyList) => OwnedValue | void): Native =>
  def(`${name}($module, heap, /)`, doc, (_module, heap) => {
    if (!isList(heap)) throw typeError(`${name}() argument must be list, not ${argumentName(heap)}`);
    return body(heap);
  });

const ofHeapAndItem = (name: string, doc: string, body: (heap: PyList, item: Value) => OwnedValue | void): Native =>
  def(`${name}($module, heap, item, /)`, doc, (_module, heap, item) => {
    if (!isList(heap)) throw typeError(`${name}() argument 1 must be list, not ${argumentName(heap)}`);
    return body(heap, item);
  });

export default defineModule({
  name: "_heapq",
  doc: "Lists as heaps, in which the smallest item comes first.",
  functions: [
    ofHeapAndItem("heappush", "Puts an item into the heap.", (heap, item) => {
      listAppend(heap, keep(item));
      moveUp(heap, 0, heap.value.length - 1, smallest);
    }),
    ofHeapAndItem("heappushpop", "Puts an item into the heap, then takes the smallest out.", pushPop),
    ofHeap("heappop", "Takes the smallest item out of the heap.", (heap) => pop(heap, smallest)),
    ofHeapAndItem("heapreplace", "Takes the smallest item out of the heap, then puts another one in.", (heap, item) =>
      replaceTop(heap, item, smallest),
    ),
    ofHeap("heapify", "Makes a heap of the list.", (heap) => heapify(heap, smallest)),
    ofHeap("_heappop_max", "Takes the largest item out of the heap.", (heap) => pop(heap, largest)),
    ofHeap("_heapify_max", "Makes a heap of the list in which the largest item comes first.", (heap) =>
      heapify(heap, largest),
    ),
    ofHeapAndItem(
      "_heapreplace_max",
      "Takes the largest item out of the heap, then puts another one in.",
      (heap, item) => replaceTop(heap, item, largest),
    ),
  ],
});
