// functools._lru_cache_wrapper: a function whose results are kept. The cache is a dict; with a
// limit its values are links, which stand in a ring in the order of their last use. As for the
// collector in CPython, what a link holds belongs to the wrapper, and so its ring is walked.

import { deallocLeaf } from "../../heap/dealloc.ts";
import { alloc, allocGC } from "../../heap/heap.ts";
import type { PyObject, PyType } from "../../heap/object.ts";
import {
  boxed,
  drop,
  dropMaybe,
  keep,
  newRef,
  newRefs,
  type Owned,
  type OwnedValue,
  share,
  shareBoxed,
  type Value,
} from "../../heap/refs.ts";
import { BASETYPE, HAS_WEAKREFS, HAVE_GC, NO_NEW } from "../../heap/type.ts";
import { def } from "../../native/signature.ts";
import { callArray, call as callValue } from "../../objects/call.ts";
import { defineType } from "../../objects/define.ts";
import { clearDict, dictAdd, isDict, newDict, type PyDict } from "../../objects/dict.ts";
import { hash32 } from "../../objects/dicttable.ts";
import { typeError } from "../../objects/errors.ts";
import { asInstanceOf, newInstance } from "../../objects/instance.ts";
import { isExactInt, newInt } from "../../objects/int.ts";
import { typeOf } from "../../objects/lookup.ts";
import { untold } from "../../objects/members.ts";
import { newMethod } from "../../objects/method.ts";
import { ObjectType } from "../../objects/object.ts";
import { getAttrText, isTrue, slotsOf } from "../../objects/protocol.ts";
import { None, newNone } from "../../objects/singletons.ts";
import { ssize } from "../../objects/slice.ts";
import { intern, isExactStr, type PyStr } from "../../objects/str.ts";
import { newTuple } from "../../objects/tuple.ts";
import { perInstance } from "../state.ts";

/** A result and its key; both belong to the wrapper that the link is in. */
interface Link {
  key: Value;
  result: PyObject;
  previous: Link;
  next: Link;
  hash: number;
}
type PyLink = PyObject<Link>;

export const LinkType: PyType = defineType<PyLink>({
  name: "_lru_list_elem",
  module: "functools",
  flags: NO_NEW,
  basicSize: 56,
  dealloc: deallocLeaf as (link: PyLink) => void,
});

interface Cache {
  func: PyObject;
  cache: PyDict;
  /** -1: without a limit; 0: nothing is kept. */
  maxsize: number;
  typed: boolean;
  hits: number;
  misses: number;
  infoType: PyObject;
  /** The links, from the least to the most recently used. */
  ring: Link;
  dict: PyDict | null;
}
type PyCache = PyObject<Cache | null>;

/** What stands between positional arguments and keywords in a key. */
const keywordMark = perInstance<{ mark: Owned | null }>({
  make: () => ({ mark: null }),
  traverse(state, visit) {
    if (state.mark !== null) visit(state.mark);
  },
  clear(state) {
    const { mark } = state;
    state.mark = null;
    dropMaybe(mark);
  },
});

function newRing(): Link {
  const ring = { key: 0, result: null as unknown as PyObject, hash: 0 } as Link;
  ring.previous = ring.next = ring;
  return ring;
}

function unlink(link: Link): void {
  link.previous.next = link.next;
  link.next.previous = link.previous;
}

/** Puts a link at the place of the one that was used last. */
function linkLast(ring: Link, link: Link): void {
  const last = ring.previous;
  last.next = ring.previous = link;
  link.previous = last;
  link.next = ring;
}

// ---- keys ----

/** The key of a call, owned. */
function makeKey(args: Value[], kwnames: readonly PyObject[] | null, typed: boolean): OwnedValue {
  const names = kwnames ?? [];
  if (!typed && names.length === 0 && args.length === 1 && (isExactInt(args[0]) || isExactStr(args[0])))
    return share(args, 0);
  const npos = args.length - names.length;
  const parts = newRefs();
  for (let i = 0; i < npos; i++) parts.push(share(args, i));
  if (names.length > 0) {
    const state = keywordMark();
    state.mark ??= newInstance(ObjectType) as PyObject as Owned;
    parts.push(newRef(state.mark as PyObject));
    names.forEach((name, i) => {
      parts.push(newRef(name), share(args, npos + i));
    });
  }
  if (typed) for (const arg of args) parts.push(newRef(typeOf(arg)));
  return newTuple(parts);
}

// ---- calls ----

const run = (c: Cache, args: Value[], kwnames: readonly PyObject[] | null): OwnedValue => {
  const func = newRef(c.func);
  try {
    return callArray(func, args, kwnames);
  } finally {
    drop(func);
  }
};

function callUncached(c: Cache, args: Value[], kwnames: readonly PyObject[] | null): OwnedValue {
  c.misses++;
  return run(c, args, kwnames);
}

function callUnlimited(c: Cache, args: Value[], kwnames: readonly PyObject[] | null): OwnedValue {
  const key = makeKey(args, kwnames, c.typed);
  try {
    const hash = hash32(key);
    const found = c.cache.value.findKnown(key, hash);
    if (found >= 0) {
      c.hits++;
      return c.cache.value.shareValue(found);
    }
    c.misses++;
    const place: Value[] = [run(c, args, kwnames) as Value];
    const at = c.cache.value.findKnown(key, hash);
    if (at >= 0) {
      const before = c.cache.value.values[at] as OwnedValue;
      c.cache.value.values[at] = share(place, 0) as Value;
      drop(before);
    } else dictAdd(c.cache, shareKey(key), hash, share(place, 0));
    return place[0] as OwnedValue;
  } finally {
    drop(key);
  }
}

/** A second reference to a key that one holds. An unboxed int that is no small one is one's own to give away. */
const shareKey = (key: OwnedValue): OwnedValue => (typeof key === "number" ? key : newRef(key));

function callLimited(c: Cache, args: Value[], kwnames: readonly PyObject[] | null): OwnedValue {
  const key = boxedKey(makeKey(args, kwnames, c.typed));
  try {
    const hash = hash32(key);
    const found = c.cache.value.findKnown(key, hash);
    if (found >= 0) return hit(c, (c.cache.value.values[found] as PyLink).value);
    c.misses++;
    const result = boxed(run(c, args, kwnames));
    try {
      if (c.cache.value.findKnown(key, hash) < 0) remember(c, key, hash, result);
      return shareBoxed(result);
    } finally {
      drop(result);
    }
  } finally {
    drop(key);
  }
}

/** The key is in the cache and in the link: an int that is no small one is an object. */
const boxedKey = (key: OwnedValue): OwnedValue =>
  typeof key === "number" && (key < -5 || key > 256) ? boxed(key) : key;

function hit(c: Cache, link: Link): OwnedValue {
  unlink(link);
  linkLast(c.ring, link);
  c.hits++;
  return shareBoxed(link.result);
}

/** Keeps a result; in a full cache the one that was not used for longest goes. */
function remember(c: Cache, key: OwnedValue, hash: number, result: Owned): void {
  const { ring } = c;
  if (c.cache.value.size < c.maxsize || ring.next === ring) {
    const link: Link = { key: shareKey(key) as Value, result: newRef(result), previous: ring, next: ring, hash };
    const object = alloc<Link, null>(LinkType, link, null, 56);
    dictAdd(c.cache, shareKey(key), hash, object);
    linkLast(ring, link);
    return;
  }
  replaceOldest(c, key, hash, result);
}

function replaceOldest(c: Cache, key: OwnedValue, hash: number, result: Owned): void {
  const link = c.ring.next;
  unlink(link);
  const at = c.cache.value.findKnown(link.key, link.hash);
  const [oldKey, oldResult] = [link.key as OwnedValue, link.result as Owned];
  if (at < 0) {
    drop(oldKey);
    drop(oldResult);
    return;
  }
  const entry = c.cache.value.remove(at);
  link.key = shareKey(key) as Value;
  link.result = newRef(result);
  link.hash = hash;
  dictAdd(c.cache, shareKey(key), hash, entry.value);
  linkLast(c.ring, link);
  drop(entry.key);
  drop(oldKey);
  drop(oldResult);
}

function call(self: PyCache, args: Value[], kwnames: readonly PyObject[] | null): OwnedValue {
  const c = self.value as Cache;
  newRef(self);
  try {
    if (c.maxsize === 0) return callUncached(c, args, kwnames);
    return c.maxsize < 0 ? callUnlimited(c, args, kwnames) : callLimited(c, args, kwnames);
  } finally {
    drop(self as Owned<PyCache>);
  }
}

// ---- making and clearing ----

const NAMES = ["user_function", "maxsize", "typed", "cache_info_type"];

function bindNew(args: readonly Value[], kwnames: readonly PyObject[] | null): Value[] {
  const npos = args.length - (kwnames?.length ?? 0);
  if (args.length > 4) throw typeError(`lru_cache() takes at most 4 arguments (${args.length} given)`);
  const given: (Value | undefined)[] = NAMES.map((_, i) => (i < npos ? args[i] : undefined));
  (kwnames ?? []).forEach((keyword, i) => {
    const at = NAMES.indexOf((keyword as PyStr).value);
    if (at < 0) throw typeError(`'${(keyword as PyStr).value}' is an invalid keyword argument for lru_cache()`);
    given[at] = args[npos + i];
  });
  const missing = given.indexOf(undefined);
  if (missing >= 0) throw typeError(`lru_cache() missing required argument '${NAMES[missing]}' (pos ${missing + 1})`);
  return given as Value[];
}

function limitOf(maxsize: Value): number {
  if (maxsize === None) return -1;
  if (slotsOf(maxsize).index === null) throw typeError("maxsize should be integer or None");
  return Math.max(0, ssize(maxsize));
}

function make(type: PyType, args: Value[], kwnames: readonly PyObject[] | null): OwnedValue {
  const [func, maxsize, typed, infoType] = bindNew(args, kwnames);
  if (slotsOf(func).call === null) throw typeError("the first argument must be callable");
  const limit = limitOf(maxsize);
  const byType = isTrue(typed);
  const c: Cache = {
    func: newRef(func as PyObject),
    cache: newDict(),
    maxsize: limit,
    typed: byType,
    hits: 0,
    misses: 0,
    infoType: boxed(keep(infoType)),
    ring: newRing(),
    dict: null,
  };
  return asInstanceOf(allocGC<Cache | null, null>(CacheType, c, null, 168), type);
}

/** Takes the ring apart; what the links held is the caller's to drop. */
function takeLinks(c: Cache): Link[] {
  const links: Link[] = [];
  for (let link = c.ring.next; link !== c.ring; link = link.next) links.push(link);
  c.ring.next = c.ring.previous = c.ring;
  return links;
}

function dropLinks(links: readonly Link[]): void {
  for (const { key, result } of links) {
    drop(key as OwnedValue);
    drop(result as Owned);
  }
}

function clearCache(self: PyCache): void {
  const c = self.value as Cache;
  const links = takeLinks(c);
  c.hits = c.misses = 0;
  clearDict(c.cache);
  dropLinks(links);
}

function cacheInfo(self: PyCache): OwnedValue {
  const { infoType, hits, misses, maxsize, cache } = self.value as Cache;
  const limit = maxsize < 0 ? newNone() : newInt(maxsize);
  return callValue(infoType, newInt(hits), newInt(misses), limit, newInt(cache.value.size));
}

const itself = (name: "__copy__"): ReturnType<typeof def> =>
  def(`${name}($self, /)`, "Itself.", (self: PyCache) => newRef(self));

export const CacheType: PyType = defineType<PyCache>({
  name: "_lru_cache_wrapper",
  module: "functools",
  doc: "A function whose results are kept: all, none, or those of the calls used last.",
  flags: HAVE_GC | BASETYPE | HAS_WEAKREFS,
  basicSize: 152,
  dictOf(self, create) {
    const c = self.value;
    if (c !== null && c.dict === null && create) c.dict = newDict();
    return c?.dict ?? null;
  },
  traverse({ value: c }, visit) {
    if (c === null) return;
    for (let link = c.ring.next; link !== c.ring; link = link.next) {
      if (typeof link.key !== "number") visit(link.key);
      visit(link.result);
    }
    for (const o of [c.cache, c.func, c.infoType, c.dict]) if (o !== null) visit(o);
  },
  clear(self) {
    const c = self.value;
    if (c === null) return;
    self.value = null;
    const links = takeLinks(c);
    for (const o of [c.cache, c.func, c.infoType]) drop(o as Owned);
    dropMaybe(c.dict);
    dropLinks(links);
  },
  slots: {
    new: make,
    call,
    descrGet: (self, instance) =>
      instance === null || instance === None ? newRef(self) : newMethod(newRef(self), boxed(keep(instance))),
  },
  methods: [
    def("cache_info($self, /)", "Statistics of the cache.", cacheInfo),
    def("cache_clear($self, /)", "Forgets all results.", clearCache),
    ...untold([
      def("__reduce__($self, /)", "It is pickled by its name.", (self: PyCache) => getAttrText(self, "__qualname__")),
      itself("__copy__"),
      def("__deepcopy__($self, memo, /)", "Itself.", (self: PyCache) => newRef(self)),
    ]),
  ],
  getset: [
    {
      name: "__dict__",
      get: (self) => newRef(CacheType.value.dictOf?.(self, true) as PyObject),
      set(self, value) {
        if (value === undefined || !isDict(value)) throw typeError("__dict__ must be set to a dictionary");
        const c = self.value as Cache;
        const before = c.dict;
        c.dict = newRef(value);
        dropMaybe(before);
      },
    },
  ],
  constants: () => ({ __module__: newRef(intern("functools")) }),
});
