// How any object tells copy and pickle what it is made of: object.__reduce__, __reduce_ex__ and
// __getstate__. What makes the object again are functions of the module copyreg, imported when asked for.
import type { PyObject, PyType } from "../heap/object.ts";
import {
  drop,
  dropMaybe,
  keep,
  newRef,
  newRefs,
  type Owned,
  type OwnedValue,
  type Refs,
  share,
  type Value,
} from "../heap/refs.ts";
import { HEAPTYPE, NO_NEW } from "../heap/type.ts";
import { def } from "../native/signature.ts";
import { BuiltinData } from "./builtin.ts";
import { callMethod, callOwned, findSpecial } from "./call.ts";
import { extendType } from "./define.ts";
import { dictPeek, dictSet, isDict, newDict, type PyDict } from "./dict.ts";
import { typeError, valueError } from "./errors.ts";
import { instanceDict } from "./instance.ts";
import { cInt, newInt } from "./int.ts";
import { getIter } from "./iteration.ts";
import { isList, newList } from "./list.ts";
import { lookupName, typeOf } from "./lookup.ts";
import { ObjectType } from "./object.ts";
import { findAttr, getAttrText, setAttr, typeName } from "./protocol.ts";
import { EllipsisType, None, NotImplementedType, newNone } from "./singletons.ts";
import { intern, isStr, type PyStr } from "./str.ts";
import { isTuple, newTuple, type PyTuple, shareRange, tupleOf } from "./tuple.ts";

let importModule: (name: string) => OwnedValue;
/** Told once by the import system. */
export const setReduceImporter = (f: typeof importModule): void => {
  importModule = f;
};

/** A function of copyreg, a new reference. */
function copyreg(name: string): OwnedValue {
  const module = importModule("copyreg");
  try {
    return getAttrText(module, name);
  } finally {
    drop(module);
  }
}

const cannotPickle = (self: Value): unknown => typeError(`cannot pickle '${typeName(self)}' object`);

// ---- the state ----

const SLOTS = intern("__slots__");
const SLOT_NAMES = intern("__slotnames__");

const hasNoSlots = (type: PyType): boolean =>
  type.value.mro.every((t) => dictPeek(t.value.dict as PyDict, SLOTS) === undefined);

/** What copyreg says of a class without slots, and keeps in it when it is one of the program's. */
function noSlotNames(type: PyType): OwnedValue {
  const names = newList(newRefs());
  if ((type.value.flags & HEAPTYPE) !== 0) setAttr(type, SLOT_NAMES, names);
  return names;
}

/** The names of a class's slots: a list, or None. */
function slotNames(type: PyType): OwnedValue {
  const known = dictPeek(type.value.dict as PyDict, SLOT_NAMES);
  if (known === undefined && hasNoSlots(type)) return noSlotNames(type);
  const names = known === undefined ? callOwned(copyreg("_slotnames"), newRef(type)) : keep(known);
  if (names === None || isList(names)) return names;
  drop(names);
  throw typeError("copyreg._slotnames didn't return a list or None");
}

/** The values of the slots that are set, by name; null when there are none. */
function slotValues(self: PyObject, names: Value): Owned<PyDict> | null {
  if (!isList(names) || names.value.length === 0) return null;
  const values = newDict();
  try {
    for (let i = 0; i < names.value.length; i++) {
      const name = share(names.value, i);
      const value = isStr(name) ? findAttr(self, name) : undefined;
      if (value !== undefined) dictSet(values, name as Owned<PyStr>, value);
      drop(name);
    }
  } catch (e) {
    drop(values);
    throw e;
  }
  if (values.value.size > 0) return values;
  drop(values);
  return null;
}

/** The `__dict__`, or None when that is empty. */
function dictState(self: PyObject): OwnedValue {
  const dict = instanceDict(self);
  return dict === null || dict.value.size === 0 ? newNone() : newRef(dict);
}

/** What the object holds besides the builtin that it is built on. `whole`: nothing else may tell the rest. */
function defaultState(self: PyObject, whole: boolean): OwnedValue {
  const type = typeOf(self);
  if (whole && type.value.itemSize !== 0) throw typeError(`cannot pickle ${typeName(self)} objects`);
  const state = dictState(self);
  let names: OwnedValue | null = null;
  try {
    names = slotNames(type);
    const slots = isList(names) ? names.value.length : 0;
    if (whole && type.value.basicSize > ObjectType.value.basicSize + 8 * slots) throw cannotPickle(self);
    const values = slotValues(self, names);
    return values === null ? keep(state) : tupleOf(keep(state), values);
  } finally {
    drop(state);
    dropMaybe(names);
  }
}

/** Is it object's own `__getstate__`, bound? */
const isDefault = (getState: Value): boolean =>
  typeof getState !== "number" && getState.value instanceof BuiltinData && getState.value.native === GETSTATE;

function stateOf(self: PyObject, whole: boolean): OwnedValue {
  const getState = getAttrText(self, "__getstate__");
  if (!isDefault(getState)) return callOwned(getState);
  drop(getState);
  return defaultState(self, whole);
}

// ---- the arguments ----

interface NewArguments {
  args: Owned<PyTuple> | null;
  kwargs: Owned<PyDict> | null;
}

function newArguments(self: PyObject): NewArguments {
  const both = findSpecial(self, "__getnewargs_ex__");
  if (both !== undefined) return splitArguments(callOwned(both));
  const positional = findSpecial(self, "__getnewargs__");
  if (positional === undefined) return { args: null, kwargs: null };
  const args = callOwned(positional);
  if (isTuple(args)) return { args: args as Owned<PyTuple>, kwargs: null };
  const name = typeName(args);
  drop(args);
  throw typeError(`__getnewargs__ should return a tuple, not '${name}'`);
}

/** Steals the pair. */
function splitArguments(pair: OwnedValue): NewArguments {
  const where = "__getnewargs_ex__";
  try {
    if (!isTuple(pair)) throw typeError(`${where} should return a tuple, not '${typeName(pair)}'`);
    if (pair.value.length !== 2)
      throw valueError(`${where} should return a tuple of length 2, not ${pair.value.length}`);
    const [args, kwargs] = pair.value;
    const must = `item of the tuple returned by ${where} must be a`;
    if (!isTuple(args)) throw typeError(`first ${must} tuple, not '${typeName(args)}'`);
    if (!isDict(kwargs)) throw typeError(`second ${must} dict, not '${typeName(kwargs)}'`);
    return { args: newRef(args), kwargs: newRef(kwargs) };
  } finally {
    drop(pair);
  }
}

/** The function that makes the object again, and its arguments. */
function maker(type: PyType, { args, kwargs }: NewArguments): [OwnedValue, OwnedValue] {
  if (kwargs !== null && kwargs.value.size > 0) {
    return [copyreg("__newobj_ex__"), tupleOf(newRef(type), newRef(args as PyTuple), newRef(kwargs))];
  }
  const make = copyreg("__newobj__");
  const all = args === null ? ([] as OwnedValue[] as Refs) : shareRange(args.value, 0, args.value.length);
  return [make, newTuple([newRef(type), ...(all as readonly Value[])] as OwnedValue[] as Refs)];
}

// ---- the whole ----

/** Protocol 2 and later: (maker, arguments, state, items of a list, items of a dict). */
function reduceByNew(self: PyObject): OwnedValue {
  const type = typeOf(self);
  if (type.value.slots.new === null || (type.value.flags & NO_NEW) !== 0) throw cannotPickle(self);
  const given = newArguments(self);
  const parts: OwnedValue[] = [];
  try {
    parts.push(...maker(type, given));
    const isContainer = isList(self) || isDict(self);
    parts.push(stateOf(self, given.args === null && !isContainer));
    parts.push(isList(self) ? getIter(self) : newNone());
    parts.push(isDict(self) ? itemsOf(self) : newNone());
  } catch (e) {
    for (const part of parts) drop(part);
    throw e;
  } finally {
    dropMaybe(given.args);
    dropMaybe(given.kwargs);
  }
  return tupleOf(...parts);
}

function itemsOf(self: PyObject): OwnedValue {
  const items = callMethod(self, "items");
  try {
    return getIter(items);
  } finally {
    drop(items);
  }
}

function reduce(self: Value, protocol: number): OwnedValue {
  if (protocol >= 2) return reduceByNew(self as PyObject);
  const type = typeOf(self);
  // The older protocols make an object from its builtin base: a builtin itself has none but object.
  if ((type.value.flags & HEAPTYPE) === 0 && type !== ObjectType)
    throw typeError(`cannot pickle '${type.value.name}' object`);
  return callOwned(copyreg("_reduce_ex"), keep(self), newInt(protocol));
}

const GETSTATE = def("__getstate__($self, /)", "The state of the object, for copying and pickling.", (self: PyObject) =>
  defaultState(self, false),
);
const REDUCE = def("__reduce__($self, /)", "What pickle needs to make the object again.", (self: PyObject) =>
  reduce(self, 0),
);

extendType<PyObject>(ObjectType, {
  methods: [
    GETSTATE,
    REDUCE,
    def(
      "__reduce_ex__($self, protocol, /)",
      "What pickle needs to make the object again, by a protocol of its.",
      (self: PyObject, protocol) => {
        const number = cInt(protocol);
        const own = lookupName(typeOf(self), "__reduce__");
        const isOverridden = own !== dictPeek(ObjectType.value.dict as PyDict, intern("__reduce__"));
        return isOverridden ? callMethod(self, "__reduce__") : reduce(self, number);
      },
    ),
  ],
});

for (const [type, name] of [
  [EllipsisType, "Ellipsis"],
  [NotImplementedType, "NotImplemented"],
] as const) {
  extendType<PyObject>(type, { methods: [def("__reduce__($self, /) -> str", "", () => name)] });
}
