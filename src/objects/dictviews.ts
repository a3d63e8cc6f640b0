// The views of a dict: keys, values and items. Those of keys and items are like sets; what they
// make with others are sets. The payload is the dict, owned; null once the collector has cleared it.
import { allocGC } from "../heap/heap.ts";
import type { PyObject, PyType } from "../heap/object.ts";
import { drop, dropMaybe, newRef, type Owned, type OwnedValue, type Value } from "../heap/refs.ts";
import { EQ, GE, GT, HAVE_GC, LE, LT, NE, NO_NEW, type Visit } from "../heap/type.ts";
import { def } from "../native/signature.ts";
import { callMethod } from "./call.ts";
import { defineType, type SlotsFor } from "./define.ts";
import { newDict, type PyDict } from "./dict.ts";
import {
  newItemIterator,
  newKeyIterator,
  newReverseItemIterator,
  newReverseKeyIterator,
  newReverseValueIterator,
  newValueIterator,
} from "./dictiter.ts";
import { dictCopy } from "./dictmerge.ts";
import { contains, iterate, listItems } from "./iteration.ts";
import { newMappingProxy } from "./mappingproxy.ts";
import { untold } from "./members.ts";
import { equal, length, reprText } from "./protocol.ts";
import { guardedRepr } from "./reprguard.ts";
import { isAnySet, newSet, type PySet, SetType, setAdd, setFrom, setUpdate } from "./set.ts";
import { filling, setDifferenceUpdate, setSymmetricDifferenceUpdate } from "./setoperations.ts";
import { newBool, notImplemented } from "./singletons.ts";
import { newStr } from "./str.ts";
import { isExactTuple, tupleOf } from "./tuple.ts";

export type PyDictView = PyObject<PyDict | null>;

const sizeOfView = (view: PyDictView): number => view.value?.value.size ?? 0;
/** A builtin type of views may be built on one of the three. */
const isView = (o: Value, type: PyType): o is PyDictView =>
  typeof o !== "number" && (o.type === type || o.type.value.base === type);
export const isKeysView = (o: Value): o is PyDictView => isView(o, KeysType);
export const isItemsView = (o: Value): o is PyDictView => isView(o, ItemsType);
const isSetView = (o: Value): o is PyDictView => isKeysView(o) || isItemsView(o);

/** The dict of a view that has not been cleared; else an empty one, for the heap is being swept. */
const dictOf = (view: PyDictView): PyDict => (view.value ??= newDict());

/** Is a pair of a key and its value an entry of the dict? */
function hasItem(view: PyDictView, item: Value): boolean {
  const dict = dictOf(view);
  if (!isExactTuple(item) || item.value.length !== 2) return false;
  const at = dict.value.find(item.value[0]);
  if (at < 0) return false;
  const found = dict.value.shareValue(at);
  try {
    return equal(found, item.value[1]);
  } finally {
    drop(found);
  }
}

const hasKey = (view: PyDictView, key: Value): boolean => dictOf(view).value.find(key) >= 0;

function reprView(view: PyDictView): Owned {
  const { name } = view.type.value;
  return newStr(
    guardedRepr(view, "...", () => {
      const items = listItems(view);
      try {
        return `${name}([${items.map((item) => reprText(item)).join(", ")}])`;
      } finally {
        for (const item of items) drop(item as OwnedValue);
      }
    }),
  );
}

// ---- as sets ----

/** A set of what a view, or any other left operand, has. */
const toSet = (value: Value): Owned<PySet> => setFrom(isKeysView(value) ? dictOf(value) : value);

function allContained(a: Value, b: Value): boolean {
  let all = true;
  iterate(a, (item) => {
    try {
      all = contains(b, item);
    } finally {
      drop(item);
    }
    return !all;
  });
  return all;
}

function compareViews(view: PyDictView, other: Value, op: number): OwnedValue {
  if (!isAnySet(other) && !isSetView(other)) return notImplemented();
  const mine = sizeOfView(view);
  const theirs = length(other);
  switch (op) {
    case EQ:
      return newBool(mine === theirs && allContained(view, other));
    case NE:
      return newBool(!(mine === theirs && allContained(view, other)));
    case LT:
      return newBool(mine < theirs && allContained(view, other));
    case LE:
      return newBool(mine <= theirs && allContained(view, other));
    case GT:
      return newBool(mine > theirs && allContained(other, view));
    case GE:
      return newBool(mine >= theirs && allContained(other, view));
    default:
      return notImplemented();
  }
}

function intersect(lhs: Value, rhs: Value): OwnedValue {
  let [view, other] = isSetView(lhs) ? [lhs, rhs] : [rhs as PyDictView, lhs];
  if (typeof other !== "number" && other.type === SetType && sizeOfView(view) <= length(other)) {
    return callMethod(other, "intersection", newRef(view));
  }
  if (isSetView(other) && sizeOfView(other) > sizeOfView(view)) [view, other] = [other, view];
  const has = isKeysView(view) ? hasKey : hasItem;
  return filling(newSet(), (result) => {
    iterate(other, (item) => {
      let there = false;
      try {
        there = has(view, item);
      } finally {
        if (!there) drop(item);
      }
      if (there) setAdd(result, item);
    });
  });
}

/** The entries that just one of two dicts has, or that both have with different values. */
function exclusiveItems(a: PyDictView, b: PyDictView): OwnedValue {
  const rest = dictCopy(dictOf(a));
  try {
    return filling(newSet(), (result) => {
      const table = dictOf(b).value;
      for (let at = table.next(0); at >= 0; at = table.next(at + 1))
        exclude(rest, result, table.shareKey(at), table.shareValue(at), table.hashAt(at));
      const left = newItemsView(rest);
      try {
        setUpdate(result, left);
      } finally {
        drop(left);
      }
    });
  } finally {
    drop(rest);
  }
}

/** Takes an entry out of `rest` when it is there with an equal value, else adds it to the result. Steals key and value. */
function exclude(rest: PyDict, result: PySet, key: OwnedValue, value: OwnedValue, hash: number): void {
  const pair = tupleOf(key, value);
  try {
    const at = rest.value.findKnown(key, hash);
    if (at >= 0) {
      const theirs = rest.value.shareValue(at);
      let same: boolean;
      try {
        same = equal(theirs, value);
      } finally {
        drop(theirs);
      }
      if (same) {
        const entry = rest.value.remove(rest.value.findKnown(key, hash));
        drop(entry.key);
        drop(entry.value);
        return;
      }
    }
    setAdd(result, newRef(pair));
  } finally {
    drop(pair);
  }
}

function isDisjoint(view: PyDictView, other: Value): boolean {
  if (other === view) return sizeOfView(view) === 0;
  const [walked, asked] =
    (isAnySet(other) || isSetView(other)) && length(other) > sizeOfView(view) ? [view, other] : [other, view];
  let none = true;
  iterate(walked, (item) => {
    try {
      none = !contains(asked, item);
    } finally {
      drop(item);
    }
    return !none;
  });
  return none;
}

const setSlots: SlotsFor<PyDictView> = {
  compare: compareViews,
  sub: (lhs, rhs) => filling(toSet(lhs), (result) => setDifferenceUpdate(result, rhs)),
  and: intersect,
  xor: (lhs, rhs) =>
    isItemsView(lhs) && isItemsView(rhs)
      ? exclusiveItems(lhs, rhs)
      : filling(toSet(lhs), (result) => setSymmetricDifferenceUpdate(result, rhs)),
  or: (lhs, rhs) => filling(toSet(lhs), (result) => setUpdate(result, rhs)),
};

// ---- the types ----

const defineView = (
  name: string,
  slots: SlotsFor<PyDictView>,
  reverse: (dict: PyDict) => Owned,
  like: "set" | "values",
): PyType =>
  defineType<PyDictView>({
    name,
    flags: HAVE_GC | NO_NEW,
    basicSize: 24,
    traverse(view: PyDictView, visit: Visit) {
      if (view.value !== null) visit(view.value);
    },
    clear(view: PyDictView) {
      const dict = view.value;
      view.value = null;
      dropMaybe(dict);
    },
    slots: { repr: reprView, len: sizeOfView, ...slots },
    methods: untold([
      def("__reversed__($self, /)", "An iterator from the last to the first.", (view: PyDictView) =>
        reverse(dictOf(view)),
      ),
      ...(like === "set"
        ? [
            def("isdisjoint($self, other, /) -> bool", "Have the two nothing in common?", (view: PyDictView, other) =>
              isDisjoint(view, other),
            ),
          ]
        : []),
    ]),
    getset: [{ name: "mapping", doc: "The dict, to read only.", get: (view) => newMappingProxy(newRef(dictOf(view))) }],
  });

export const KeysType: PyType = defineView(
  "dict_keys",
  { ...setSlots, iter: (view) => newKeyIterator(dictOf(view)), contains: hasKey },
  newReverseKeyIterator,
  "set",
);
export const ItemsType: PyType = defineView(
  "dict_items",
  { ...setSlots, iter: (view) => newItemIterator(dictOf(view)), contains: hasItem },
  newReverseItemIterator,
  "set",
);
export const ValuesType: PyType = defineView(
  "dict_values",
  { iter: (view) => newValueIterator(dictOf(view)) },
  newReverseValueIterator,
  "values",
);

const newView = (type: PyType, dict: PyDict): Owned<PyDictView> =>
  allocGC<PyDict | null, null>(type, newRef(dict), null, 40);
export const newKeysView = (dict: PyDict): Owned<PyDictView> => newView(KeysType, dict);
export const newItemsView = (dict: PyDict): Owned<PyDictView> => newView(ItemsType, dict);
export const newValuesView = (dict: PyDict): Owned<PyDictView> => newView(ValuesType, dict);
