// functools.cmp_to_key and reduce. What cmp_to_key answers is itself a KeyWrapper, without an
// object: calling it makes one with an object.
import { allocGC } from "../../heap/heap.ts";
import type { PyObject, PyType } from "../../heap/object.ts";
import {
  boxed,
  drop,
  dropMaybe,
  keep,
  newRef,
  type Owned,
  type OwnedValue,
  type Refs,
  shareBoxed,
  type Value,
} from "../../heap/refs.ts";
import { HAVE_GC, NO_NEW } from "../../heap/type.ts";
import { callNative } from "../../native/bind.ts";
import { def } from "../../native/signature.ts";
import { call, callWithTuple } from "../../objects/call.ts";
import { defineType } from "../../objects/define.ts";
import { attributeError, caught, typeError } from "../../objects/errors.ts";
import { getIter, next } from "../../objects/iteration.ts";
import { openMember } from "../../objects/members.ts";
import { compare, isError } from "../../objects/protocol.ts";
import { newTuple, type PyTuple } from "../../objects/tuple.ts";
import { using } from "../natives.ts";

interface Wrapped {
  /** Owned; null once the collector has cleared it. */
  compare: PyObject | null;
  object: PyObject | null;
}
type PyKeyWrapper = PyObject<Wrapped>;

const newWrapper = (compare: OwnedValue, object: Owned | null): Owned<PyKeyWrapper> =>
  allocGC<Wrapped, null>(KeyWrapperType, { compare: boxed(compare), object }, null, 48);

const wrap = def("K($self, /, obj)", "An object to compare in this way.", (self: PyKeyWrapper, obj) => {
  const compare = self.value.compare as PyObject;
  const object = boxed(keep(obj));
  return newWrapper(newRef(compare), object);
});

function compareWrapped(self: PyKeyWrapper, other: Value, op: number): OwnedValue {
  if (typeof other === "number" || other.type !== self.type) throw typeError("other argument must be K instance");
  const [x, y] = [self.value.object, (other as PyKeyWrapper).value.object];
  if (x === null || y === null) throw attributeError("object");
  const func = newRef(self.value.compare as PyObject);
  try {
    return using(call(func, shareBoxed(x), shareBoxed(y)), (answer) => compare(answer, 0, op));
  } finally {
    drop(func);
  }
}

export const KeyWrapperType: PyType = defineType<PyKeyWrapper>({
  name: "KeyWrapper",
  module: "functools",
  flags: HAVE_GC | NO_NEW,
  basicSize: 32,
  traverse({ value: { compare: func, object } }, visit) {
    if (func !== null) visit(func);
    if (object !== null) visit(object);
  },
  clear(self) {
    const { compare: func, object } = self.value;
    self.value.compare = self.value.object = null;
    dropMaybe(func);
    dropMaybe(object);
  },
  slots: {
    call: (self, args, kwnames) => callNative(wrap, self, args, kwnames, ""),
    compare: compareWrapped,
  },
  constants: () => ({
    obj: openMember<PyKeyWrapper>(
      KeyWrapperType,
      "obj",
      (self) => self.value.object,
      (self, value) => {
        const before = self.value.object;
        self.value.object = value;
        return before;
      },
    ),
  }),
});

export const cmpToKey = def(
  "cmp_to_key($module, /, mycmp)",
  "A key function out of a function that compares.",
  (_module, compare) => newWrapper(keep(compare), null),
);

// ---- reduce ----

function iterator(iterable: Value): Owned {
  try {
    return getIter(iterable);
  } catch (e) {
    if (!isError(caught(e), "TypeError")) throw e;
    drop(caught(e) as Owned);
    throw typeError("reduce() arg 2 must support iteration");
  }
}

/** Calls with a tuple of arguments, which it gives up. */
function callWithPair(func: Value, pair: Owned<PyTuple>): OwnedValue {
  try {
    return callWithTuple(func, pair, pair.value as unknown as Value[], null);
  } finally {
    drop(pair);
  }
}

export const reduceNative = def(
  "reduce($module, function, iterable, initial=NULL, /)",
  "Brings all items down to one, by a function of two arguments.",
  (_module, func, iterable, initial) => {
    const it = iterator(iterable);
    let result: OwnedValue | undefined = initial === undefined ? undefined : keep(initial);
    try {
      for (let item = next(it); item !== undefined; item = next(it)) {
        if (result === undefined) result = item;
        else {
          const before: OwnedValue = result;
          result = undefined;
          result = callWithPair(func, newTuple([before, item] as OwnedValue[] as Refs));
        }
      }
      if (result === undefined) throw typeError("reduce() of empty iterable with no initial value");
      return result;
    } catch (e) {
      dropMaybe(result);
      throw e;
    } finally {
      drop(it);
    }
  },
);
