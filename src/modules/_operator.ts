// _operator: the operators as functions, and the callables that fetch items or attributes or call
// methods of whatever they are given.
import { allocGC } from "../heap/heap.ts";
import type { PyObject, PyType } from "../heap/object.ts";
import { dropAll, newRef, newRefs, type Owned, type OwnedValue, type Refs, share, type Value } from "../heap/refs.ts";
import { HAVE_GC } from "../heap/type.ts";
import { def } from "../native/signature.ts";
import { callArray } from "../objects/call.ts";
import { defineType, type TypeTable } from "../objects/define.ts";
import { typeError } from "../objects/errors.ts";
import { getAttr, getAttrText, getItem, reprText } from "../objects/protocol.ts";
import { guardedRepr } from "../objects/reprguard.ts";
import { intern, isStr, newStr, type PyStr } from "../objects/str.ts";
import { newTuple, shareRange, tupleOf } from "../objects/tuple.ts";
import { importModule } from "../vm/import.ts";
import { defineModule } from "./module.ts";
import { using } from "./natives.ts";
import { operatorNatives } from "./operatorfuncs.ts";

/** The payload: what the callable was made with, owned; keywords of a methodcaller come last. */
type PyGetter = PyObject<Refs, readonly PyStr[]>;

type Kwnames = readonly PyObject[] | null;

function refuseKeywords(name: string, kwnames: Kwnames): void {
  if ((kwnames?.length ?? 0) > 0) throw typeError(`${name}() takes no keyword arguments`);
}

/** The one argument of a call. */
function target(name: string, args: readonly Value[], kwnames: Kwnames): Value {
  refuseKeywords(name, kwnames);
  if (args.length !== 1) throw typeError(`${name} expected 1 argument, got ${args.length}`);
  return args[0];
}

const common = {
  module: "operator",
  flags: HAVE_GC,
  traverse(self: PyGetter, visit: (o: PyObject) => void) {
    for (const item of self.value) if (typeof item !== "number") visit(item);
  },
  clear(self: PyGetter) {
    const items = self.value;
    self.value = newRefs();
    dropAll(items);
  },
} satisfies Partial<TypeTable<PyGetter>>;

function newGetter(type: PyType, args: Value[], from: number, keywords: readonly PyStr[] = []): Owned<PyGetter> {
  const items = shareRange(args, from, args.length);
  return allocGC<Refs, readonly PyStr[]>(type, items, keywords, type.value.basicSize + 16);
}

/** One answer, or a tuple of them. */
function fetch(self: PyGetter, one: (item: Value) => OwnedValue): OwnedValue {
  if (self.value.length === 1) return one(self.value[0]);
  const answers = newRefs();
  try {
    for (const item of self.value) answers.push(one(item));
  } catch (e) {
    dropAll(answers);
    throw e;
  }
  return newTuple(answers);
}

const showItems = (self: PyGetter, name: string): Owned =>
  newStr(guardedRepr(self, `operator.${name}(...)`, () => `operator.${name}(${self.value.map(reprText).join(", ")})`));

const reduceItems = (self: PyGetter): Owned =>
  tupleOf(newRef(self.type), newTuple(shareRange(self.value, 0, self.value.length)));

export const ItemGetterType = defineType<PyGetter>({
  ...common,
  name: "itemgetter",
  doc: "A callable that fetches items: itemgetter(2)(r) is r[2], itemgetter(2, 5)(r) is (r[2], r[5]).",
  textSignature: "(item, /, *items)",
  basicSize: 48,
  slots: {
    new(type, args, kwnames) {
      refuseKeywords("itemgetter", kwnames);
      if (args.length === 0) throw typeError("itemgetter expected 1 argument, got 0");
      return newGetter(type, args, 0);
    },
    call(self, args, kwnames) {
      const object = target("itemgetter", args, kwnames);
      return fetch(self, (key) => getItem(object, key));
    },
    repr: (self) => showItems(self, "itemgetter"),
  },
  methods: [
    def("__reduce__($self, /)", "What pickle needs to make the callable again.", (self: PyGetter) => reduceItems(self)),
  ],
});

/** The attribute at the end of a dotted path. */
function attributeOf(object: Value, path: PyStr): OwnedValue {
  const names = path.value.split(".");
  let value = getAttr(object, intern(names[0]));
  for (const name of names.slice(1)) value = using(value, (holder) => getAttr(holder, intern(name)));
  return value;
}

export const AttrGetterType = defineType<PyGetter>({
  ...common,
  name: "attrgetter",
  doc: "A callable that fetches attributes: attrgetter('name')(r) is r.name, attrgetter('a.b', 'c')(r) is (r.a.b, r.c).",
  textSignature: "(attr, /, *attrs)",
  basicSize: 40,
  slots: {
    new(type, args, kwnames) {
      refuseKeywords("attrgetter", kwnames);
      if (args.length === 0) throw typeError("attrgetter expected 1 argument, got 0");
      if (!args.every(isStr)) throw typeError("attribute name must be a string");
      return newGetter(type, args, 0);
    },
    call(self, args, kwnames) {
      const object = target("attrgetter", args, kwnames);
      return fetch(self, (path) => attributeOf(object, path as PyStr));
    },
    repr: (self) => showItems(self, "attrgetter"),
  },
  methods: [
    def("__reduce__($self, /)", "What pickle needs to make the callable again.", (self: PyGetter) => reduceItems(self)),
  ],
});

/** A methodcaller with keywords is pickled as a partial call of its class. */
function reduceCaller(self: PyGetter): Owned {
  const keywords = self.extra;
  const positional = self.value.length - keywords.length;
  if (keywords.length === 0) return reduceItems(self);
  return using(importModule("functools"), (functools) =>
    using(getAttrText(functools, "partial"), (partial) => {
      const args: OwnedValue[] = [newRef(self.type), share(self.value, 0)];
      for (let i = 0; i < keywords.length; i++) args.push(share(self.value, positional + i));
      try {
        return tupleOf(callArray(partial, args, keywords), newTuple(shareRange(self.value, 1, positional)));
      } finally {
        dropAll(args);
      }
    }),
  );
}

function showCaller(self: PyGetter): string {
  const positional = self.value.length - self.extra.length;
  const parts = self.value.map((value, i) =>
    i < positional ? reprText(value) : `${self.extra[i - positional].value}=${reprText(value)}`,
  );
  return `operator.methodcaller(${parts.join(", ")})`;
}

export const MethodCallerType = defineType<PyGetter>({
  ...common,
  name: "methodcaller",
  doc: "A callable that calls a method: methodcaller('name', 1, x=2)(r) is r.name(1, x=2).",
  textSignature: "(name, /, *args, **kwargs)",
  basicSize: 40,
  slots: {
    new(type, args, kwnames) {
      if (args.length - (kwnames?.length ?? 0) < 1)
        throw typeError("methodcaller needs at least one argument, the method name");
      if (!isStr(args[0])) throw typeError("method name must be a string");
      return newGetter(
        type,
        args,
        0,
        (kwnames ?? []).map((name) => newRef(intern((name as PyStr).value))),
      );
    },
    call(self, args, kwnames) {
      const object = target("methodcaller", args, kwnames);
      return using(getAttr(object, intern((self.value[0] as PyStr).value)), (method) => {
        const shared = shareRange(self.value, 1, self.value.length);
        try {
          return callArray(method, shared as unknown as Value[], self.extra.length > 0 ? self.extra : null);
        } finally {
          dropAll(shared);
        }
      });
    },
    repr: (self) => newStr(guardedRepr(self, "operator.methodcaller(...)", () => showCaller(self))),
  },
  methods: [
    def("__reduce__($self, /)", "What pickle needs to make the callable again.", (self: PyGetter) =>
      reduceCaller(self),
    ),
  ],
});

export default defineModule({
  name: "_operator",
  doc: "The operators of Python as functions.",
  functions: operatorNatives,
  types: [ItemGetterType, AttrGetterType, MethodCallerType],
});
