// functools.partial: a callable with some of its arguments given already. It owns the callable, a
// tuple of positional arguments, a dict of keywords and, once asked for, a `__dict__`.
import { allocGC } from "../../heap/heap.ts";
import type { PyObject, PyType } from "../../heap/object.ts";
import { drop, dropAll, dropMaybe, newRef, type Owned, type OwnedValue, share, type Value } from "../../heap/refs.ts";
import { BASETYPE, HAS_WEAKREFS, HAVE_GC } from "../../heap/type.ts";
import { def } from "../../native/signature.ts";
import { callArray, callBorrowed } from "../../objects/call.ts";
import { classGetItem } from "../../objects/classgetitem.ts";
import { defineType } from "../../objects/define.ts";
import { dictEntries, dictLength, dictSet, isDict, isExactDict, newDict, type PyDict } from "../../objects/dict.ts";
import { dictCopy } from "../../objects/dictmerge.ts";
import { typeError } from "../../objects/errors.ts";
import { asInstanceOf } from "../../objects/instance.ts";
import { tupleFrom } from "../../objects/iteration.ts";
import { borrow, isSubtype } from "../../objects/lookup.ts";
import { member, untold } from "../../objects/members.ts";
import { nameInMessages, reprText, slotsOf, strText } from "../../objects/protocol.ts";
import { guardedRepr } from "../../objects/reprguard.ts";
import { None, newNone } from "../../objects/singletons.ts";
import { intern, isStr, newStr } from "../../objects/str.ts";
import { EMPTY_TUPLE, isTuple, newTuple, type PyTuple, shareRange, tupleOf } from "../../objects/tuple.ts";

interface Parts {
  func: PyObject;
  args: PyTuple;
  keywords: PyDict;
  dict: PyDict | null;
}
type PyPartial = PyObject<Parts>;

const isPartial = (value: Value): value is PyPartial =>
  typeof value !== "number" && (value.type === PartialType || isSubtype(value.type, PartialType));

type Names = readonly PyObject[] | null;

function make(type: PyType, given: Value[], kwnames: Names): OwnedValue {
  const npos = given.length - (kwnames?.length ?? 0);
  if (npos < 1) throw typeError("type 'partial' takes at least one argument");
  const [callable] = given;
  if (slotsOf(callable).call === null) throw typeError("the first argument must be callable");
  // One that has been given no attributes of its own melts into the new one.
  const inner = isPartial(callable) && callable.value.dict === null ? callable.value : null;
  const args = joined(inner?.args.value ?? [], given, npos);
  let keywords: Owned<PyDict> | null = null;
  try {
    keywords = inner === null || inner.keywords.value.size === 0 ? newDict() : dictCopy(inner.keywords);
    for (let i = 0; i < (kwnames ?? []).length; i++)
      dictSet(keywords, (kwnames as readonly PyObject[])[i], share(given, npos + i));
  } catch (e) {
    drop(args);
    dropMaybe(keywords);
    throw e;
  }
  const func = newRef((inner?.func ?? callable) as PyObject);
  return asInstanceOf(allocGC<Parts, null>(PartialType, { func, args, keywords, dict: null }, null, 80), type);
}

/** The arguments of one that melts into the new one, and those given after the callable. */
function joined(first: readonly Value[], given: Value[], npos: number): Owned<PyTuple> {
  const args = shareRange(first, 0, first.length);
  try {
    for (let i = 1; i < npos; i++) args.push(share(given, i));
  } catch (e) {
    dropAll(args);
    throw e;
  }
  return newTuple(args);
}

/** Without keywords of its own CPython hands on what lies where it lies. */
function callInPlace(partial: PyPartial, given: Value[], kwnames: Names): OwnedValue {
  const func = newRef(partial.value.func);
  const args = newRef(partial.value.args);
  try {
    const own = args.value.map((_, i) => borrow(args.value, i));
    return callBorrowed(func, [...own, ...given.map((_, i) => borrow(given, i))], kwnames);
  } finally {
    drop(args);
    drop(func);
  }
}

function call(partial: PyPartial, given: Value[], kwnames: Names): OwnedValue {
  if (dictLength(partial.value.keywords) === 0) return callInPlace(partial, given, kwnames);
  const npos = given.length - (kwnames?.length ?? 0);
  const { args, keywords } = partial.value;
  const all = shareRange(args.value, 0, args.value.length);
  const held = newRef(partial.value.func);
  const names: Owned[] = [];
  try {
    for (let i = 0; i < npos; i++) all.push(share(given, i));
    const at = new Map<string, number>();
    for (const [name, , entry] of dictEntries(keywords)) {
      if (!isStr(name)) throw typeError("keywords must be strings");
      at.set(name.value, names.length);
      names.push(newRef(name as PyObject));
      all.push(share(keywords.value.slots, entry));
    }
    const first = all.length - names.length;
    (kwnames ?? []).forEach((name, i) => {
      const known = at.get((name as PyObject<string>).value);
      const value = share(given, npos + i);
      if (known === undefined) {
        names.push(newRef(name));
        all.push(value);
      } else drop(all.splice(first + known, 1, value)[0]);
    });
    return callArray(held, all as readonly Value[] as Value[], names.length === 0 ? null : names);
  } finally {
    dropAll(all);
    dropAll(names);
    drop(held);
  }
}

/** A keyword and its value; showing the one may take away the other. */
function shownKeyword(keywords: PyDict, at: number): string {
  const [key, value] = [keywords.value.shareKey(at), keywords.value.shareValue(at)];
  try {
    const name = strText(key);
    return `${name}=${reprText(value)}`;
  } finally {
    dropAll([key, value]);
  }
}

function repr(partial: PyPartial): Owned {
  const name = nameInMessages(partial.type);
  return newStr(
    guardedRepr(partial, "...", () => {
      const { func, args, keywords } = partial.value;
      const held = [newRef(func), newRef(args), newRef(keywords)];
      try {
        const parts = [...args.value].map((arg) => reprText(arg));
        for (const [, , at] of dictEntries(keywords)) parts.push(shownKeyword(keywords, at));
        return `${name}(${[reprText(func), ...parts].join(", ")})`;
      } finally {
        dropAll(held);
      }
    }),
  );
}

// ---- pickling ----

const reduce = (partial: PyPartial): OwnedValue => {
  const { func, args, keywords, dict } = partial.value;
  const state = tupleOf(newRef(func), newRef(args), newRef(keywords), dict === null ? newNone() : newRef(dict));
  return tupleOf(newRef(partial.type), tupleOf(newRef(func)), state);
};

const invalid = (): unknown => typeError("invalid partial state");

function setState(partial: PyPartial, state: Value): void {
  if (!isTuple(state) || state.value.length !== 4) throw invalid();
  const [func, args, keywords, dict] = state.value;
  if (slotsOf(func).call === null || !isTuple(args) || (keywords !== None && !isDict(keywords))) throw invalid();
  const before = partial.value;
  const kept = keywords === None ? newDict() : isExactDict(keywords) ? newRef(keywords) : dictCopy(keywords as PyDict);
  partial.value = {
    func: newRef(func as PyObject),
    args: tupleFrom(args),
    keywords: kept,
    dict: dict === None ? null : newRef(dict as PyDict),
  };
  giveUp(before);
}

function giveUp({ func, args, keywords, dict }: Parts): void {
  for (const o of [func, args, keywords]) drop(o as Owned);
  dropMaybe(dict);
}

/** What is left when the collector has cleared it: calling it does nothing. */
const empty = (): Parts => ({
  func: None as PyObject,
  args: EMPTY_TUPLE,
  keywords: null as unknown as PyDict,
  dict: null,
});

export const PartialType: PyType = defineType<PyPartial>({
  name: "partial",
  module: "functools",
  doc: "partial(func, *args, **keywords): a callable with some arguments given already.",
  flags: HAVE_GC | BASETYPE | HAS_WEAKREFS,
  basicSize: 64,
  dictOf(partial, create) {
    if (partial.value.dict === null && create) partial.value.dict = newDict();
    return partial.value.dict;
  },
  traverse({ value: { func, args, keywords, dict } }, visit) {
    if (keywords === null) return;
    for (const o of [func, args, keywords, dict]) if (o !== null) visit(o);
  },
  clear(partial) {
    const before = partial.value;
    partial.value = empty();
    if (before.keywords !== null) giveUp(before);
  },
  slots: { new: make, call, repr },
  methods: untold([
    def("__reduce__($self, /)", "What pickle needs to make it again.", reduce),
    def("__setstate__($self, state, /)", "Sets the state, as __reduce__ has told it.", setState),
    classGetItem,
  ]),
  getset: [
    {
      name: "__dict__",
      get: (partial) => newRef((partial.value.dict ??= newDict())),
      set(partial, value) {
        if (value === undefined || !isDict(value)) throw typeError("__dict__ must be set to a dictionary");
        const before = partial.value.dict;
        partial.value.dict = newRef(value);
        dropMaybe(before);
      },
    },
  ],
  constants: () => ({
    __module__: newRef(intern("functools")),
    func: member<PyPartial>(PartialType, "func", (p) => p.value.func),
    args: member<PyPartial>(PartialType, "args", (p) => p.value.args),
    keywords: member<PyPartial>(PartialType, "keywords", (p) => p.value.keywords),
  }),
});
