// The iterators of dicts and of their views: over keys, values or items, forwards or backwards.
// A dict that changes size under one is an error. The iterator of items uses its tuple again as
// long as nobody else has it.
import { allocGC, track } from "../heap/heap.ts";
import { isTracked, type PyObject, type PyType } from "../heap/object.ts";
import { drop, dropMaybe, newRef, type Owned, type OwnedValue, type Refs, refCount, replace } from "../heap/refs.ts";
import { HAVE_GC, NO_NEW } from "../heap/type.ts";
import { def } from "../native/signature.ts";
import { defineType } from "./define.ts";
import { DictType, type PyDict } from "./dict.ts";
import { runtimeError } from "./errors.ts";
import { newInt } from "./int.ts";
import { reduceIter } from "./iterators.ts";
import { newList } from "./list.ts";
import { untold } from "./members.ts";
import { newNone } from "./singletons.ts";
import { type PyTuple, tupleOf } from "./tuple.ts";

interface DictIteration {
  /** Null once it has come to its end. */
  dict: PyDict | null;
  /** How many entries the dict had; -1 once that has changed. */
  size: number;
  at: number;
  left: number;
  /** The tuple to use again; null but for items. */
  result: PyTuple | null;
}
export type PyDictIterator = PyObject<DictIteration>;

/** What an iterator gives for the entry at a place. */
type Give = (it: PyDictIterator, dict: PyDict, at: number) => OwnedValue;

const giveKey: Give = (_it, dict, at) => dict.value.shareKey(at);
const giveValue: Give = (_it, dict, at) => dict.value.shareValue(at);

function giveItem(it: PyDictIterator, dict: PyDict, at: number): OwnedValue {
  const key = dict.value.shareKey(at);
  const value = dict.value.shareValue(at);
  const { result } = it.value;
  if (result === null || refCount(result) !== 1) return tupleOf(key, value);
  const again = newRef(result);
  const oldKey = replace(result.value, 0, key);
  const oldValue = replace(result.value, 1, value);
  if (!isTracked(result)) track(result);
  drop(oldKey);
  drop(oldValue);
  return again;
}

function finish(it: PyDictIterator): undefined {
  const { dict } = it.value;
  it.value.dict = null;
  dropMaybe(dict);
  return undefined;
}

function checkSize(it: PyDictIterator, dict: PyDict): void {
  if (it.value.size === dict.value.size) return;
  it.value.size = -1;
  throw runtimeError("dictionary changed size during iteration");
}

const forwards =
  (give: Give) =>
  (it: PyDictIterator): OwnedValue | undefined => {
    const { dict } = it.value;
    if (dict === null) return undefined;
    checkSize(it, dict);
    const at = dict.value.next(it.value.at);
    if (at < 0) return finish(it);
    if (it.value.left === 0) {
      finish(it);
      throw runtimeError("dictionary keys changed during iteration");
    }
    it.value.at = at + 1;
    it.value.left--;
    return give(it, dict, at);
  };

const backwards =
  (give: Give) =>
  (it: PyDictIterator): OwnedValue | undefined => {
    const { dict } = it.value;
    if (dict === null) return undefined;
    checkSize(it, dict);
    const at = dict.value.before(it.value.at);
    if (at < 0) return finish(it);
    it.value.at = at - 1;
    it.value.left--;
    return give(it, dict, at);
  };

/** A list of what is left; the iterator stays where it is. */
function remaining(it: PyDictIterator, give: Give, reversed: boolean): OwnedValue {
  const items: OwnedValue[] = [];
  const { dict, at: start } = it.value;
  if (dict !== null) {
    checkSize(it, dict);
    const step = (at: number): number => (reversed ? dict.value.before(at) : dict.value.next(at));
    for (let at = step(start); at >= 0; at = step(reversed ? at - 1 : at + 1)) {
      items.push(give === giveItem ? tupleOf(dict.value.shareKey(at), dict.value.shareValue(at)) : give(it, dict, at));
    }
  }
  return newList(items as Refs);
}

const defineIterator = (name: string, give: Give, reversed: boolean): PyType =>
  defineType<PyDictIterator>({
    name,
    flags: HAVE_GC | NO_NEW,
    basicSize: 56,
    traverse(it, visit) {
      if (it.value.dict !== null) visit(it.value.dict);
      if (it.value.result !== null) visit(it.value.result);
    },
    clear(it) {
      const { result } = it.value;
      it.value.result = null;
      finish(it);
      dropMaybe(result);
    },
    plainNext: true,
    slots: { iter: newRef, next: reversed ? backwards(give) : forwards(give) },
    methods: untold([
      def("__length_hint__($self, /)", "How many entries are left.", (it: PyDictIterator) =>
        newInt(it.value.dict !== null && it.value.size === it.value.dict.value.size ? it.value.left : 0),
      ),
      def("__reduce__($self, /)", "What pickle needs to make the iterator again.", (it: PyDictIterator) =>
        reduceIter(remaining(it, give, reversed)),
      ),
    ]),
  });

const KeyIterator = defineIterator("dict_keyiterator", giveKey, false);
const ValueIterator = defineIterator("dict_valueiterator", giveValue, false);
const ItemIterator = defineIterator("dict_itemiterator", giveItem, false);
const ReverseKeyIterator = defineIterator("dict_reversekeyiterator", giveKey, true);
const ReverseValueIterator = defineIterator("dict_reversevalueiterator", giveValue, true);
const ReverseItemIterator = defineIterator("dict_reverseitemiterator", giveItem, true);

function newIterator(type: PyType, dict: PyDict, reversed: boolean, items: boolean): Owned<PyDictIterator> {
  const { size, keys } = dict.value;
  const result = items ? tupleOf(newNone(), newNone()) : null;
  const state: DictIteration = { dict: newRef(dict), size, at: reversed ? keys.length - 1 : 0, left: size, result };
  return allocGC<DictIteration, null>(type, state, null, 72);
}
export const newKeyIterator = (dict: PyDict): Owned => newIterator(KeyIterator, dict, false, false);
export const newValueIterator = (dict: PyDict): Owned => newIterator(ValueIterator, dict, false, false);
export const newItemIterator = (dict: PyDict): Owned => newIterator(ItemIterator, dict, false, true);
export const newReverseKeyIterator = (dict: PyDict): Owned => newIterator(ReverseKeyIterator, dict, true, false);
export const newReverseValueIterator = (dict: PyDict): Owned => newIterator(ReverseValueIterator, dict, true, false);
export const newReverseItemIterator = (dict: PyDict): Owned => newIterator(ReverseItemIterator, dict, true, true);

// The check of dictmerge.ts for dicts that iterate in their own way compares with this slot.
DictType.value.slots.iter = newKeyIterator as (self: PyObject) => Owned;
