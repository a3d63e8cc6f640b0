// What OrderedDicts can do. Of a subclass's methods those are called that CPython calls.

import type { PyObject, PyType } from "../../heap/object.ts";
import { drop, dropAll, keep, newRef, type Owned, type OwnedValue, share, type Value } from "../../heap/refs.ts";
import { EQ, NE, sizeOf } from "../../heap/type.ts";
import { def } from "../../native/signature.ts";
import { call, callMethod } from "../../objects/call.ts";
import { extendType } from "../../objects/define.ts";
import { DictType, dictGet, isDict, isExactDict, newDict, type PyDict } from "../../objects/dict.ts";
import { dictFromKeys, dictMerge, OVERRIDE } from "../../objects/dictmerge.ts";
import { newError, typeError, valueError } from "../../objects/errors.ts";
import { contains, getIter, iterate, next } from "../../objects/iteration.ts";
import { untold } from "../../objects/members.ts";
import { equal, findAttrText, getItem, keyError, reprText, setItem } from "../../objects/protocol.ts";
import { guardedRepr } from "../../objects/reprguard.ts";
import { newBool, newNone, notImplemented, True } from "../../objects/singletons.ts";
import { isStr, newStr } from "../../objects/str.ts";
import { EMPTY_TUPLE, tupleOf } from "../../objects/tuple.ts";
import { using } from "../natives.ts";
import {
  isODict,
  keyOf,
  moveToEnd,
  newODict,
  ODictType,
  odictClear,
  odictDelete,
  odictPop,
  odictSet,
  orderOf,
  type PyODict,
} from "./odict.ts";
import { newODictIterator, newODictView } from "./odictviews.ts";

const isExact = (od: PyObject): boolean => od.type === ODictType;

// ---- update ----

/** Stores what an iterable of pairs gives. */
function addPairs(od: PyObject, pairs: Value): void {
  iterate(pairs, (pair) => {
    try {
      const [key, value] = pairOf(pair);
      try {
        setItem(od, key, value);
      } finally {
        dropAll([key, value]);
      }
    } finally {
      drop(pair);
    }
  });
}

function pairOf(pair: Value): [OwnedValue, OwnedValue] {
  const it = getIter(pair);
  const parts: OwnedValue[] = [];
  try {
    for (let n = 0; n < 2; n++) {
      const part = next(it);
      if (part === undefined) throw valueError(`need more than ${n} value${n === 1 ? "" : "s"} to unpack`);
      parts.push(part);
    }
    const extra = next(it);
    if (extra === undefined) return [parts[0], parts[1]];
    drop(extra);
    throw valueError("too many values to unpack (expected 2)");
  } catch (e) {
    dropAll(parts);
    throw e;
  } finally {
    drop(it);
  }
}

/** Stores `other[key]` for every key of `other.keys()`. */
function addByKeys(od: PyObject, other: Value, keysMethod: OwnedValue): void {
  using(keysMethod, (method) =>
    using(call(method), (keys) =>
      iterate(keys, (key) => using(key, () => using(getItem(other, key), (value) => setItem(od, key, value)))),
    ),
  );
}

function updateFrom(od: PyObject, other: Value): void {
  if (isExactDict(other)) {
    using(callMethod(other, "items"), (items) => addPairs(od, items));
    return;
  }
  const keys = findAttrText(other, "keys");
  if (keys !== undefined) {
    addByKeys(od, other, keys);
    return;
  }
  const items = findAttrText(other, "items");
  if (items === undefined) addPairs(od, other);
  else using(items, () => using(call(items), (pairs) => addPairs(od, pairs)));
}

function updateAll(od: PyObject, args: readonly Value[], names: readonly PyObject[], values: Value[]): void {
  if (args.length === 1) updateFrom(od, args[0]);
  names.forEach((name, i) => {
    if (!isStr(name)) throw typeError("keywords must be strings");
    using(share(values, i), (value) => setItem(od, name, value));
  });
}

function init(od: PyODict, args: Value[], kwnames: readonly PyObject[] | null): void {
  const npos = args.length - (kwnames?.length ?? 0);
  if (npos > 1) throw typeError(`expected at most 1 arguments, got ${npos}`);
  updateAll(od, args.slice(0, npos), kwnames ?? [], args.slice(npos));
}

// ---- methods ----

function setDefault(od: PyODict, key: Value, value: Value): OwnedValue {
  if (isExact(od)) {
    const found = dictGet(od, key);
    if (found !== undefined) return found;
  } else if (contains(od, key)) return getItem(od, key);
  const place = [keep(value)];
  using(share(place, 0), (held) => setItem(od, key, held));
  return place[0];
}

function popItem(od: PyODict, last: boolean): OwnedValue {
  const order = orderOf(od);
  const node = last ? order.last : order.first;
  if (node === null) throw newError("KeyError", "dictionary is empty");
  const key = keyOf(node);
  const value = odictPop(od, key);
  if (value !== undefined) return tupleOf(key, value);
  const error = keyError(key);
  drop(key);
  throw error;
}

function copy(od: PyODict): OwnedValue {
  const made = isExact(od) ? newODict() : call(od.type);
  try {
    const { first } = orderOf(od);
    for (let node = first; node !== null; node = node.next)
      using(keyOf(node), (key) => using(getItem(od, key), (value) => setItem(made, key, value)));
    return made;
  } catch (e) {
    drop(made);
    throw e;
  }
}

/** Have two the same keys in the same order? */
function sameOrder(a: PyODict, b: PyODict): boolean {
  let [x, y] = [orderOf(a).first, orderOf(b).first];
  for (; x !== null && y !== null; x = x.next, y = y.next) if (!equal(x.key, y.key)) return false;
  return x === null && y === null;
}

function compare(od: PyODict, other: Value, op: number): OwnedValue {
  if ((op !== EQ && op !== NE) || !isDict(other)) return notImplemented();
  const answer = DictType.value.slots.compare?.(od, other, EQ) as OwnedValue;
  const same = answer === True;
  drop(answer);
  return newBool((same && (!isODict(other) || sameOrder(od, other))) === (op === EQ));
}

function repr(od: PyODict): Owned {
  const { name } = od.type.value;
  if (od.value.size === 0) return newStr(`${name}()`);
  return newStr(
    guardedRepr(od, "...", () => {
      const plain = newDict();
      try {
        dictMerge(plain, od, OVERRIDE);
        return `${name}(${reprText(plain)})`;
      } finally {
        drop(plain);
      }
    }),
  );
}

/** `lhs | rhs`: of the type of the operand that is an OrderedDict, the left one's when both are. */
function union(lhs: Value, rhs: Value): OwnedValue {
  const type = isODict(lhs) ? lhs.type : (rhs as PyODict).type;
  if (!isDict(lhs) || !isDict(rhs)) return notImplemented();
  const made = call(type, newRef(lhs));
  try {
    updateFrom(made as PyObject, rhs);
  } catch (e) {
    drop(made);
    throw e;
  }
  return made;
}

function reduce(od: PyODict): OwnedValue {
  const state = callMethod(od, "__getstate__");
  return using(callMethod(od, "items"), (items) =>
    tupleOf(newRef(od.type), newRef(EMPTY_TUPLE), state, newNone(), getIter(items)),
  );
}

extendType<PyODict>(ODictType, {
  slots: {
    new: (type) => newODict(type),
    init,
    repr,
    compare,
    iter: (od) => newODictIterator(od, "keys", false),
    setitem(od, key, value) {
      if (value === undefined) odictDelete(od, key);
      else odictSet(od, key, keep(value));
    },
    or: union,
    ior(lhs, rhs) {
      updateFrom(lhs as PyObject, rhs);
      return newRef(lhs as PyObject);
    },
  },
  methods: [
    def(
      "fromkeys($type, /, iterable, value=None)",
      "One with keys from an iterable, all with one value.",
      (type: PyType, iterable, value) => dictFromKeys(type, iterable, value),
    ),
    def("setdefault($self, /, key, default=None)", "The value of a key, stored when it is not there.", setDefault),
    def(
      "pop($self, /, key, default=NULL)",
      "Removes a key and returns its value; the default when it is not there.",
      (od: PyODict, key, fallback) => {
        const found = odictPop(od, key);
        if (found !== undefined) return found;
        if (fallback === undefined) throw keyError(key);
        return keep(fallback);
      },
    ),
    def("popitem($self, /, last: bool = True)", "Removes the last entry, or the first, and returns it.", popItem),
    def("move_to_end($self, /, key, last: bool = True)", "Moves a key to one end.", (od: PyODict, key, last) =>
      moveToEnd(od, key, last),
    ),
    def("clear($self, /)", "Removes all entries.", (od: PyODict) => odictClear(od)),
    def("copy($self, /)", "A shallow copy.", copy),
    ...untold([
      def("__reversed__($self, /)", "An iterator over the keys, last to first.", (od: PyODict) =>
        newODictIterator(od, "keys", true),
      ),
      def("__reduce__($self, /)", "What pickle needs to make it again.", reduce),
      def("__sizeof__($self, /) -> int", "Bytes in memory.", (od: PyODict) => sizeOf(od) - od.type.value.preHeader),
      def("keys($self, /)", "A view of the keys.", (od: PyODict) => newODictView(od, "keys")),
      def("items($self, /)", "A view of the pairs of keys and values.", (od: PyODict) => newODictView(od, "items")),
      def("values($self, /)", "A view of the values.", (od: PyODict) => newODictView(od, "values")),
      def(
        "update($self, *args, **kwargs)",
        "Adds what a mapping or pairs have, then the keywords.",
        (od: PyODict, args, kwargs) => {
          if (args.length > 1) throw typeError(`update() takes at most 1 positional argument (${args.length} given)`);
          updateAll(
            od,
            args,
            kwargs.map(([name]) => name),
            kwargs.map(([, value]) => value),
          );
        },
      ),
    ]),
  ],
  getset: [
    {
      name: "__dict__",
      get: (od) => newRef(ODictType.value.dictOf?.(od, true) as PyObject),
      set(od, value) {
        if (value === undefined || !isDict(value)) throw typeError("__dict__ must be set to a dictionary");
        const order = orderOf(od);
        const before = order.dict;
        order.dict = newRef(value);
        if (before !== null) drop(before as Owned<PyDict>);
      },
    },
  ],
});
