// What dicts can do: slots and methods. Filling one from another is dictmerge.ts, the iterators
// are dictiter.ts, the views dictviews.ts.
import type { PyObject, PyType } from "../heap/object.ts";
import { drop, keep, newRef, type Owned, type OwnedValue, share, type Value } from "../heap/refs.ts";
import { EQ, NE, sizeOf } from "../heap/type.ts";
import { def } from "../native/signature.ts";
import { callBound } from "./call.ts";
import { classGetItem } from "./classgetitem.ts";
import { extendType } from "./define.ts";
import {
  clearDict,
  DictType,
  dictAdd,
  dictDelete,
  dictGet,
  dictPop,
  dictSet,
  isDict,
  isExactDict,
  newDictByType,
  type PyDict,
} from "./dict.ts";
import { newKeyIterator, newReverseKeyIterator } from "./dictiter.ts";
import { dictCopy, dictFromKeys, dictUpdateFrom } from "./dictmerge.ts";
import { hash32 } from "./dicttable.ts";
import { newItemsView, newKeysView, newValuesView } from "./dictviews.ts";
import { newError, typeError } from "./errors.ts";
import { asInstanceOf } from "./instance.ts";
import { untold } from "./members.ts";
import { equal, keyError, reprText } from "./protocol.ts";
import { guardedRepr } from "./reprguard.ts";
import { newBool, notImplemented } from "./singletons.ts";
import { isStr, newStr } from "./str.ts";
import { tupleOf } from "./tuple.ts";

export { dictMerge, dictMergeKeywords, dictUpdateDisplay } from "./dictmerge.ts";

/** `dict[key]`; a subclass may have `__missing__`. */
function subscript(dict: PyDict, key: Value): OwnedValue {
  const found = dictGet(dict, key);
  if (found !== undefined) return found;
  if (!isExactDict(dict)) {
    const answer = callBound(dict, "__missing__", keep(key));
    if (answer !== undefined) return answer;
  }
  throw keyError(key);
}

/** `dict(...)` and `dict.update(...)`: at most one positional argument, then keywords. */
function updateFromCall(dict: PyDict, name: string, args: readonly Value[], kwnames: readonly PyObject[] | null): void {
  const n = args.length - (kwnames?.length ?? 0);
  if (n > 1) throw typeError(`${name} expected at most 1 argument, got ${n}`);
  if (n === 1) dictUpdateFrom(dict, args[0]);
  (kwnames ?? []).forEach((key, i) => {
    if (!isStr(key)) throw typeError("keywords must be strings");
    dictSet(dict, key, share(args as Value[], n + i));
  });
}

function reprDict(dict: PyDict): Owned {
  if (dict.value.size === 0) return newStr("{}");
  return newStr(
    guardedRepr(dict, "{...}", () => {
      const parts: string[] = [];
      const table = dict.value;
      for (let at = table.next(0); at >= 0; at = table.next(at + 1)) {
        const key = table.shareKey(at);
        const value = table.shareValue(at);
        try {
          const shown = reprText(key);
          parts.push(`${shown}: ${reprText(value)}`);
        } finally {
          drop(key);
          drop(value);
        }
      }
      return `{${parts.join(", ")}}`;
    }),
  );
}

function dictsEqual(a: PyDict, b: PyDict): boolean {
  if (a.value.size !== b.value.size) return false;
  const table = a.value;
  for (let at = table.next(0); at >= 0; at = table.next(at + 1)) {
    const key = table.shareKey(at);
    const mine = table.shareValue(at);
    let theirs: OwnedValue | undefined;
    try {
      const found = b.value.findKnown(key, table.hashAt(at));
      theirs = found < 0 ? undefined : b.value.shareValue(found);
      if (theirs === undefined || !equal(mine, theirs)) return false;
    } finally {
      drop(key);
      drop(mine);
      if (theirs !== undefined) drop(theirs);
    }
  }
  return true;
}

/** `lhs | rhs`: a copy of the left dict, updated. */
function union(lhs: Value, rhs: Value): OwnedValue {
  if (!isDict(lhs) || !isDict(rhs)) return notImplemented();
  const result = dictCopy(lhs);
  try {
    dictUpdateFrom(result, rhs);
  } catch (e) {
    drop(result);
    throw e;
  }
  return result;
}

function setDefault(dict: PyDict, key: Value, value: Value): OwnedValue {
  const hash = hash32(key);
  const at = dict.value.findKnown(key, hash);
  if (at >= 0) return dict.value.shareValue(at);
  const place = [keep(value)];
  const result = share(place, 0);
  dictAdd(dict, keep(key), hash, place[0]);
  return result;
}

function popItem(dict: PyDict): OwnedValue {
  const entry = dict.value.popLast();
  if (entry === undefined) throw newError("KeyError", "popitem(): dictionary is empty");
  return tupleOf(entry.key, entry.value);
}

extendType<PyDict>(DictType, {
  doc: "Keys and their values. dict(mapping), dict(pairs) and dict(name=value) make one.",
  slots: {
    new: (type: PyType) => asInstanceOf(newDictByType(), type),
    init: (dict, args, kwnames) => updateFromCall(dict, "dict", args, kwnames),
    repr: reprDict,
    iter: newKeyIterator,
    len: (dict) => dict.value.size,
    contains: (dict, key) => dict.value.find(key) >= 0,
    getitem: subscript,
    setitem(dict, key, value) {
      if (value !== undefined) dictSet(dict, key, keep(value));
      else if (!dictDelete(dict, key)) throw keyError(key);
    },
    compare(dict, other, op) {
      if ((op !== EQ && op !== NE) || !isDict(other)) return notImplemented();
      return newBool(dictsEqual(dict, other) === (op === EQ));
    },
    or: union,
    ior(lhs, rhs) {
      dictUpdateFrom(lhs as PyDict, rhs);
      return newRef(lhs as PyDict);
    },
  },
  methods: [
    def(
      "get($self, key, default=None, /)",
      "The value of a key; the default when it is not there.",
      (dict: PyDict, key, fallback) => dictGet(dict, key) ?? keep(fallback),
    ),
    def(
      "setdefault($self, key, default=None, /)",
      "The value of a key, which is stored with the default when it is not there.",
      setDefault,
    ),
    def("popitem($self, /)", "Removes the last entry and returns it as a pair.", popItem),
    def(
      "fromkeys($type, iterable, value=None, /)",
      "A dict with keys from an iterable, all with one value.",
      (type: PyType, iterable, value) => dictFromKeys(type, iterable, value),
    ),
    def("__reversed__($self, /)", "An iterator over the keys, last to first.", (dict: PyDict) =>
      newReverseKeyIterator(dict),
    ),
    ...untold([
      def(
        "pop($self, key, default=NULL, /)",
        "Removes a key and returns its value; the default when it is not there.",
        (dict: PyDict, key, fallback) => {
          const found = dict.value.size === 0 ? undefined : dictPop(dict, key);
          if (found !== undefined) return found;
          if (fallback === undefined) throw keyError(key);
          return keep(fallback);
        },
      ),
      def("keys($self, /)", "A view of the keys.", (dict: PyDict) => newKeysView(dict)),
      def("items($self, /)", "A view of the pairs of keys and values.", (dict: PyDict) => newItemsView(dict)),
      def("values($self, /)", "A view of the values.", (dict: PyDict) => newValuesView(dict)),
      def(
        "update($self, *args, **kwargs)",
        "Adds what a mapping or pairs have, then the keywords.",
        (dict: PyDict, args, kwargs) =>
          updateFromCall(
            dict,
            "update",
            [...args, ...kwargs.map(([, value]) => value)],
            kwargs.map(([key]) => key),
          ),
      ),
      def("clear($self, /)", "Removes all entries.", (dict: PyDict) => clearDict(dict)),
      def("copy($self, /)", "A shallow copy.", (dict: PyDict) => dictCopy(dict)),
      def(
        "__sizeof__($self, /) -> int",
        "Bytes in memory.",
        (dict: PyDict) => sizeOf(dict) - dict.type.value.preHeader,
      ),
      classGetItem,
    ]),
  ],
});
