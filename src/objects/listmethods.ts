// What lists can do: slots and methods. Storing to slices is listslices.ts, sorting listsort.ts.
// Whatever compares or drops may run Python code, which may change the list: lengths are read
// again after it, and items are held while they are compared.
import { reserve } from "../heap/heap.ts";
import type { PyType } from "../heap/object.ts";
import {
  drop,
  dropAll,
  dropLastToFirst,
  keep,
  newRef,
  newRefs,
  type Owned,
  type OwnedValue,
  type Refs,
  replace,
  share,
  type Value,
} from "../heap/refs.ts";
import { EQ, NE, sizeOf } from "../heap/type.ts";
import { charge } from "../heap/work.ts";
import { def } from "../native/signature.ts";
import { classGetItem } from "./classgetitem.ts";
import { extendType } from "./define.ts";
import { indexError, typeError, valueError } from "./errors.ts";
import { asInstanceOf } from "./instance.ts";
import { newInt } from "./int.ts";
import { newListIterator, newListReverseIterator } from "./iterators.ts";
import {
  capacity,
  fitCapacity,
  isList,
  ListType,
  listAppend,
  listExtend,
  newEmptyList,
  newList,
  type PyList,
  setCapacity,
} from "./list.ts";
import { deleteSlice, removeRange, storeSlice } from "./listslices.ts";
import { sortList } from "./listsort.ts";
import { reprText, typeName } from "./protocol.ts";
import { guardedRepr } from "./reprguard.ts";
import {
  compareItems,
  countItems,
  findItem,
  hasItem,
  INDEX_SIGNATURE,
  joinReprs,
  shareRepeated,
  shareSlice,
  told,
} from "./sequences.ts";
import { None, newBool, notImplemented } from "./singletons.ts";
import { fitSlice, isSlice, ssize, subscript, unpackSlice } from "./slice.ts";
import { newStr } from "./str.ts";
import { shareRange } from "./tuple.ts";

// ---- making ----

function initialize(list: PyList, args: Value[], kwnames: readonly unknown[] | null): void {
  const keywords = kwnames?.length ?? 0;
  if (keywords > 0 && list.type.value.slots.new === ListType.value.slots.new)
    throw typeError("list() takes no keyword arguments");
  const n = args.length - keywords;
  if (n > 1) throw typeError(`list expected at most 1 argument, got ${n}`);
  clearList(list);
  if (n === 1) listExtend(list, args[0]);
}

const newByArguments = (type: PyType): OwnedValue => asInstanceOf(newEmptyList(), type);

/** `list.clear()`. The list is empty before anything is dropped. */
export function clearList(list: PyList): void {
  const items = list.value;
  list.value = newRefs();
  if (capacity(list) >= 0) setCapacity(list, 0);
  dropLastToFirst(items);
}

export const copyList = (list: PyList): Owned<PyList> => newList(shareRange(list.value, 0, list.value.length));

// ---- items ----

function itemOrSlice(list: PyList, key: Value): OwnedValue {
  if (isSlice(key)) {
    const parts = unpackSlice(key);
    const { start, step, count } = fitSlice(parts, list.value.length);
    return newList(shareSlice(list.value, start, step, count));
  }
  let i = subscript(key, "list");
  if (i < 0) i += list.value.length;
  if (i < 0 || i >= list.value.length) throw indexError("list index out of range");
  return share(list.value, i);
}

function storeItem(list: PyList, key: Value, value: Value | undefined): void {
  if (isSlice(key)) {
    if (value === undefined) deleteSlice(list, key);
    else storeSlice(list, key, value);
    return;
  }
  let i = subscript(key, "list");
  if (i < 0) i += list.value.length;
  if (i < 0 || i >= list.value.length) throw indexError("list assignment index out of range");
  if (value === undefined) removeRange(list, i, i + 1);
  else drop(replace(list.value, i, keep(value)));
}

/** Pays for so many items to be moved by a place. */
function chargeMove(n: number): void {
  if (n > 64) charge(n >> 3);
}

function insertItem(list: PyList, at: number, value: Value): void {
  const n = list.value.length;
  if (at < 0) at = Math.max(0, at + n);
  fitCapacity(list, n, n + 1);
  chargeMove(n - at);
  if (at >= n) list.value.push(keep(value));
  else list.value.splice(at, 0, keep(value));
}

function popItem(list: PyList, at: number): OwnedValue {
  const items = list.value;
  const n = items.length;
  if (n === 0) throw indexError("pop from empty list");
  const i = at < 0 ? at + n : at;
  if (i < 0 || i >= n) throw indexError("pop index out of range");
  chargeMove(n - i);
  if (n === 1) setCapacity(list, 0);
  else fitCapacity(list, n, n - 1);
  return i === n - 1 ? (items.pop() as OwnedValue) : items.splice(i, 1)[0];
}

// ---- whole lists ----

function concatenated(list: PyList, other: Value): OwnedValue {
  if (!isList(other)) throw typeError(`can only concatenate list (not "${typeName(other)}") to list`);
  const more = other.value;
  reserve(8 * (list.value.length + more.length));
  const items = shareRange(list.value, 0, list.value.length);
  try {
    for (let i = 0; i < more.length; i++) items.push(share(more, i));
  } catch (e) {
    dropAll(items);
    throw e;
  }
  return newList(items);
}

function repeatInPlace(list: PyList, count: number): OwnedValue {
  const n = list.value.length;
  if (n > 0 && count < 1) clearList(list);
  else if (n > 0 && count > 1) {
    const more: Refs = shareRepeated(list.value, count - 1);
    fitCapacity(list, n, n * count);
    for (const item of more) list.value.push(item as OwnedValue);
  }
  return newRef(list);
}

extendType<PyList>(ListType, {
  doc: "A mutable sequence.\n\nWithout an argument it is empty; else it has the items of the iterable.",
  textSignature: "(iterable=(), /)",
  slots: {
    new: newByArguments,
    init: initialize,
    repr(list) {
      if (list.value.length === 0) return newStr("[]");
      return newStr(guardedRepr(list, "[...]", () => `[${joinReprs(list)}]`));
    },
    compare(list, other, op) {
      if (!isList(other)) return notImplemented();
      if ((op === EQ || op === NE) && list.value.length !== other.value.length) return newBool(op === NE);
      return compareItems(list, other, op);
    },
    iter: newListIterator,
    len: (list) => list.value.length,
    getitem: (list, key) => itemOrSlice(list as PyList, key),
    setitem: storeItem,
    item: (list, i) => (i >= 0 && i < list.value.length ? share(list.value, i) : undefined),
    contains: hasItem,
    concat: concatenated,
    repeat: (list, count) => newList(shareRepeated(list.value, Math.max(0, count))),
    iconcat(list, other) {
      listExtend(list, other);
      return newRef(list);
    },
    irepeat: repeatInPlace,
  },
  methods: [
    def("__reversed__($self, /)", "An iterator over the items, last to first.", (list: PyList) =>
      newListReverseIterator(list),
    ),
    def("__sizeof__($self, /)", "The list's size in bytes, with its array.", (list: PyList) =>
      newInt(sizeOf(list) - list.type.value.preHeader),
    ),
    def("clear($self, /)", "Removes all items.", (list: PyList) => clearList(list)),
    def("copy($self, /)", "Another list of the same items.", (list: PyList) => copyList(list)),
    def("append($self, object, /)", "Adds an object to the end.", (list: PyList, object) =>
      listAppend(list, keep(object)),
    ),
    def(
      "insert($self, index, object, /)",
      "Adds an object before the item at a position.",
      (list: PyList, index, object) => insertItem(list, ssize(index), object),
    ),
    def("extend($self, iterable, /)", "Adds everything that an iterable gives to the end.", (list: PyList, iterable) =>
      listExtend(list, iterable),
    ),
    told(
      def(
        "pop($self, index=NULL, /)",
        "Removes an item and returns it, the last one unless told.\n\nRaises IndexError when there is none at that position.",
        (list: PyList, index) => popItem(list, index === undefined ? -1 : ssize(index)),
      ),
      "($self, index=-1, /)",
    ),
    def(
      "remove($self, value, /)",
      "Removes the first item that equals the value. Raises ValueError when there is none.",
      (list: PyList, value) => {
        const i = findItem(list, value);
        if (i < 0) throw valueError("list.remove(x): x not in list");
        removeRange(list, i, i + 1);
      },
    ),
    told(
      def(
        "index($self, value, start=NULL, stop=NULL, /)",
        "The position of the first item that equals the value. Raises ValueError when there is none.",
        (list: PyList, value, start, stop) => {
          const i = findItem(list, value, start, stop);
          if (i < 0) throw valueError(`${reprText(value)} is not in list`);
          return newInt(i);
        },
      ),
      INDEX_SIGNATURE,
    ),
    def("count($self, value, /)", "How many items equal the value.", (list: PyList, value) =>
      newInt(countItems(list, value)),
    ),
    def("reverse($self, /)", "Turns the order of the items round.", (list: PyList) => {
      list.value.reverse();
    }),
    def(
      "sort($self, /, *, key=None, reverse: bool = False)",
      "Sorts the items, smallest first; items that are equal keep their order.\n\nWith a key function the items go by what it says of each; with reverse the largest comes first.",
      (list: PyList, key, reverse) => sortList(list, key === None ? null : key, reverse),
    ),
    classGetItem,
  ],
});
