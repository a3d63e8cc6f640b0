// types.GenericAlias: list[int]. It owns its origin and arguments, and behaves as the origin in
// all but a few attributes.
import { allocGC } from "../heap/heap.ts";
import type { PyObject, PyType } from "../heap/object.ts";
import { boxed, drop, dropMaybe, keep, moved, newRef, type Owned, type OwnedValue, type Value } from "../heap/refs.ts";
import { BASETYPE, EQ, HAS_WEAKREFS, HAVE_GC, NE, NO_NEW } from "../heap/type.ts";
import { def } from "../native/signature.ts";
import { call, callArray } from "./call.ts";
import { setAliasMaker } from "./classgetitem.ts";
import { defineType } from "./define.ts";
import { caught, typeError } from "./errors.ts";
import { genericItemText, makeParameters, substitute } from "./genericparams.ts";
import { asInstanceOf, genericGetAttr } from "./instance.ts";
import { builtinNamed, reduceBy } from "./iterators.ts";
import { isList, listAppend, type PyList } from "./list.ts";
import { member, untold } from "./members.ts";
import { equal, getAttr, hashOf, isError, setAttr, setTypeSubscript } from "./protocol.ts";
import { nested } from "./recursion.ts";
import { False, None, newBool, newNone, notImplemented, True } from "./singletons.ts";
import { intern, isStr, newStr, type PyStr } from "./str.ts";
import { EMPTY_TUPLE, isTuple, type PyTuple, TupleType, tupleOf } from "./tuple.ts";
import { makeUnion } from "./union.ts";

/** Every field that is not null is owned. */
interface AliasData {
  origin: PyObject | null;
  args: PyTuple | null;
  /** Computed when first asked for. */
  parameters: PyTuple | null;
  /** `*tuple[int]`. */
  starred: boolean;
}
export type PyGenericAlias = PyObject<AliasData>;

export const isGenericAlias = (o: Value): o is PyGenericAlias =>
  typeof o !== "number" && o.type.value.mro.includes(AliasType);

const originOf = (alias: PyGenericAlias): PyObject => alias.value.origin ?? None;
const argsOf = (alias: PyGenericAlias): PyTuple => alias.value.args ?? EMPTY_TUPLE;
const parametersOf = (alias: PyGenericAlias): PyTuple => (alias.value.parameters ??= makeParameters(argsOf(alias)));

/** Borrows origin and arguments; one that is no tuple is put into one. */
function newAlias(type: PyType, origin: Value, args: Value, starred: boolean): Owned<PyGenericAlias> {
  const tuple = isTuple(args) ? newRef(args) : tupleOf(keep(args));
  const data: AliasData = { origin: boxed(keep(origin)), args: tuple, parameters: null, starred };
  return asInstanceOf(allocGC<AliasData, null>(AliasType, data, null, 80) as Owned<PyGenericAlias>, type);
}

/** `origin[args]`, for the `__class_getitem__` of builtins. */
export const newGenericAlias = (origin: PyObject, args: Value): Owned<PyGenericAlias> =>
  newAlias(AliasType, origin, args, false);

/** Attributes of the alias itself; all others are the origin's. */
const OWN = [
  "__class__",
  "__origin__",
  "__args__",
  "__unpacked__",
  "__parameters__",
  "__typing_unpacked_tuple_args__",
  "__mro_entries__",
  "__reduce_ex__",
  "__reduce__",
  "__copy__",
  "__deepcopy__",
];
const OWN_NAMES: ReadonlySet<PyObject> = new Set(OWN.map(intern));

function itemText(item: Value): string {
  return isList(item) ? `[${item.value.map(genericItemText).join(", ")}]` : genericItemText(item);
}

function reprAlias(alias: PyGenericAlias): Owned {
  const { value: args } = argsOf(alias);
  const inside = args.length === 0 ? "()" : args.map(itemText).join(", ");
  return newStr(`${alias.value.starred ? "*" : ""}${genericItemText(originOf(alias))}[${inside}]`);
}

function callAlias(alias: PyGenericAlias, args: Value[], kwnames: readonly PyObject[] | null): OwnedValue {
  const made = callArray(originOf(alias), args, kwnames);
  try {
    setAttr(made, intern("__orig_class__"), alias);
  } catch (e) {
    const error = caught(e);
    if (!isError(error, "AttributeError") && !isError(error, "TypeError")) {
      drop(made);
      throw e;
    }
    drop(moved(error));
  }
  return made;
}

function subscriptAlias(alias: PyGenericAlias, item: Value): OwnedValue {
  const args = substitute(alias, argsOf(alias), parametersOf(alias), item);
  try {
    return newAlias(AliasType, originOf(alias), args, alias.value.starred);
  } finally {
    drop(args);
  }
}

function sameAlias(a: PyGenericAlias, b: PyGenericAlias): boolean {
  return a.value.starred === b.value.starred && equal(originOf(a), originOf(b)) && equal(argsOf(a), argsOf(b));
}

/** The names of the origin, then those of the alias that it lacks. */
function listNames(alias: PyGenericAlias): OwnedValue {
  const dir = builtinNamed("dir");
  let names: OwnedValue;
  try {
    names = call(dir, newRef(originOf(alias)));
  } finally {
    drop(dir);
  }
  if (!isList(names)) return names;
  const known = new Set(names.value.map((n) => (isStr(n) ? n.value : "")));
  for (const name of OWN) if (!known.has(name)) listAppend(names as PyList, newRef(intern(name)));
  return names;
}

const hash = (alias: PyGenericAlias): number | bigint => {
  const mixed = BigInt.asIntN(64, BigInt(nested("", () => hashOf(originOf(alias)))) ^ BigInt(hashOf(argsOf(alias))));
  const n = Number(mixed);
  if (n === -1) return -2;
  return Number.isSafeInteger(n) ? n : mixed;
};

export const AliasType: PyType = defineType<PyGenericAlias>({
  name: "GenericAlias",
  module: "types",
  doc: "A builtin container with the types of what it contains: list[int].",
  flags: HAVE_GC | BASETYPE | HAS_WEAKREFS,
  basicSize: 64,
  traverse(alias, visit) {
    const { origin, args, parameters } = alias.value;
    for (const o of [origin, args, parameters]) if (o !== null) visit(o);
  },
  clear(alias) {
    const { origin, args, parameters } = alias.value;
    alias.value = { origin: null, args: null, parameters: null, starred: false };
    for (const o of [origin, args, parameters]) dropMaybe(o);
  },
  slots: {
    new(type, args, kwnames) {
      if ((kwnames?.length ?? 0) > 0) throw typeError("GenericAlias() takes no keyword arguments");
      if (args.length !== 2) throw typeError(`GenericAlias expected 2 arguments, got ${args.length}`);
      return newAlias(type, args[0], args[1], false);
    },
    repr: reprAlias,
    hash,
    call: callAlias,
    getattr: (alias, name) =>
      OWN_NAMES.has(name) ? genericGetAttr(alias, name) : nested("", () => getAttr(originOf(alias), name as PyStr)),
    compare(alias, other, op) {
      if ((op !== EQ && op !== NE) || !isGenericAlias(other)) return notImplemented();
      return newBool(sameAlias(alias, other) === (op === EQ));
    },
    iter: (alias) => allocGC<PyObject | null, null>(AliasIteratorType, newRef(alias), null, 40),
    getitem: subscriptAlias,
    or: (lhs, rhs) => makeUnion(lhs, rhs),
  },
  methods: untold([
    def(
      "__mro_entries__($self, bases, /)",
      "What stands for the alias among the bases of a class.",
      (alias: PyGenericAlias) => tupleOf(newRef(originOf(alias))),
    ),
    def("__instancecheck__($self, instance, /)", "Refuses.", () => {
      throw typeError("isinstance() argument 2 cannot be a parameterized generic");
    }),
    def("__subclasscheck__($self, subclass, /)", "Refuses.", () => {
      throw typeError("issubclass() argument 2 cannot be a parameterized generic");
    }),
    def("__reduce__($self, /)", "What pickle needs to make the alias again.", (alias: PyGenericAlias) => {
      const { starred } = alias.value;
      if (!starred) return tupleOf(newRef(AliasType), tupleOf(newRef(originOf(alias)), newRef(argsOf(alias))));
      const plain = newAlias(AliasType, originOf(alias), argsOf(alias), false);
      const it = allocGC<PyObject | null, null>(AliasIteratorType, plain, null, 40);
      return tupleOf(builtinNamed("next"), tupleOf(it));
    }),
    def("__dir__($self, /)", "The attributes.", listNames),
  ]),
  getset: [
    {
      name: "__parameters__",
      doc: "The type variables in the arguments.",
      get: (alias) => newRef(parametersOf(alias)),
    },
    {
      name: "__typing_unpacked_tuple_args__",
      get: (alias) => (alias.value.starred && originOf(alias) === TupleType ? newRef(argsOf(alias)) : newNone()),
    },
  ],
  constants: () => ({
    __origin__: member<PyGenericAlias>(AliasType, "__origin__", originOf),
    __args__: member<PyGenericAlias>(AliasType, "__args__", argsOf),
    __unpacked__: member<PyGenericAlias>(AliasType, "__unpacked__", (alias) => (alias.value.starred ? True : False)),
  }),
});

/** Gives the starred alias, once. The payload is the alias, null afterwards. */
const AliasIteratorType: PyType = defineType<PyObject<PyGenericAlias | null>>({
  name: "generic_alias_iterator",
  flags: HAVE_GC | NO_NEW,
  basicSize: 24,
  traverse(it, visit) {
    if (it.value !== null) visit(it.value);
  },
  clear(it) {
    const alias = it.value;
    it.value = null;
    dropMaybe(alias);
  },
  slots: {
    iter: newRef,
    next(it) {
      const alias = it.value;
      if (alias === null) return undefined;
      const starred = newAlias(AliasType, originOf(alias), argsOf(alias), true);
      it.value = null;
      drop(moved(alias));
      return starred;
    },
  },
  methods: untold([
    def(
      "__reduce__($self, /)",
      "What pickle needs to make the iterator again.",
      (it: PyObject<PyGenericAlias | null>) =>
        reduceBy("iter", () => [it.value === null ? newRef(EMPTY_TUPLE) : newRef(it.value)]),
    ),
  ]),
});

setAliasMaker(newGenericAlias);
setTypeSubscript(newGenericAlias);
