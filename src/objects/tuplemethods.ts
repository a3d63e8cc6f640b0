// What tuples can do: slots and methods. What they share with lists is sequences.ts.
import { allocGC, reserve } from "../heap/heap.ts";
import { drop, newRef, type Owned, type OwnedValue, type Refs, share, type Value } from "../heap/refs.ts";
import { def } from "../native/signature.ts";
import { classGetItem } from "./classgetitem.ts";
import { extendType } from "./define.ts";
import { indexError, typeError, valueError } from "./errors.ts";
import { asInstanceOf } from "./instance.ts";
import { newInt } from "./int.ts";
import { tupleFrom } from "./iteration.ts";
import { newTupleIterator } from "./iterators.ts";
import { typeName } from "./protocol.ts";
import { guardedRepr } from "./reprguard.ts";
import {
  compareItems,
  countItems,
  findItem,
  hashItems,
  hasItem,
  INDEX_SIGNATURE,
  joinReprs,
  shareRepeated,
  shareSlice,
  told,
} from "./sequences.ts";
import { notImplemented } from "./singletons.ts";
import { isSlice, sliceIndices, subscript } from "./slice.ts";
import { newStr } from "./str.ts";
import { EMPTY_TUPLE, isExactTuple, isTuple, newTuple, type PyTuple, shareRange, TupleType, tupleOf } from "./tuple.ts";

function newByArguments(type: typeof TupleType, args: Value[], kwnames: readonly unknown[] | null): OwnedValue {
  const keywords = kwnames?.length ?? 0;
  if (keywords > 0 && (type === TupleType || type.value.slots.init === TupleType.value.slots.init)) {
    throw typeError("tuple() takes no keyword arguments");
  }
  const n = args.length - keywords;
  if (n > 1) throw typeError(`tuple expected at most 1 argument, got ${n}`);
  const tuple = n === 0 ? newRef(EMPTY_TUPLE) : tupleFrom(args[0]);
  if (type === TupleType) return tuple;
  try {
    return asInstanceOf(unsharedTuple(shareRange(tuple.value, 0, tuple.value.length)), type);
  } finally {
    drop(tuple);
  }
}

/** A tuple that is nobody else's, also when it is empty. */
const unsharedTuple = (items: Refs): Owned<PyTuple> => allocGC(TupleType, items, null, 40 + 8 * items.length, 0);

function concatenated(tuple: PyTuple, other: Value): OwnedValue {
  if (!isTuple(other)) throw typeError(`can only concatenate tuple (not "${typeName(other)}") to tuple`);
  if (tuple.value.length === 0 && isExactTuple(other)) return newRef(other);
  if (other.value.length === 0 && isExactTuple(tuple)) return newRef(tuple);
  reserve(8 * (tuple.value.length + other.value.length));
  const items = shareRange(tuple.value, 0, tuple.value.length);
  for (let i = 0; i < other.value.length; i++) items.push(share(other.value, i));
  return newTuple(items);
}

function repeated(tuple: PyTuple, count: number): OwnedValue {
  if ((count === 1 || tuple.value.length === 0) && isExactTuple(tuple)) return newRef(tuple);
  return newTuple(shareRepeated(tuple.value, Math.max(0, count)));
}

function itemOrSlice(tuple: PyTuple, key: Value): OwnedValue {
  const items = tuple.value;
  if (isSlice(key)) {
    const { start, step, count } = sliceIndices(key, items.length);
    if (start === 0 && step === 1 && count === items.length && isExactTuple(tuple)) return newRef(tuple);
    return newTuple(shareSlice(items, start, step, count));
  }
  let i = subscript(key, "tuple");
  if (i < 0) i += items.length;
  if (i < 0 || i >= items.length) throw indexError("tuple index out of range");
  return share(items, i);
}

extendType<PyTuple>(TupleType, {
  doc: "An immutable sequence.\n\nWithout an argument it is empty; else it has the items of the iterable.\nOf a tuple it is the tuple itself.",
  textSignature: "(iterable=(), /)",
  slots: {
    new: newByArguments,
    repr(tuple) {
      if (tuple.value.length === 0) return newStr("()");
      const comma = tuple.value.length === 1 ? "," : "";
      return newStr(guardedRepr(tuple, "(...)", () => `(${joinReprs(tuple)}${comma})`));
    },
    hash: (tuple) => hashItems(tuple.value),
    compare: (tuple, other, op) => (isTuple(other) ? compareItems(tuple, other, op) : notImplemented()),
    iter: newTupleIterator,
    len: (tuple) => tuple.value.length,
    getitem: (tuple, key) => itemOrSlice(tuple as PyTuple, key),
    item: (tuple, i) => (i >= 0 && i < tuple.value.length ? share(tuple.value, i) : undefined),
    contains: hasItem,
    concat: concatenated,
    repeat: repeated,
  },
  methods: [
    def("__getnewargs__($self, /)", "The arguments that make the tuple again.", (tuple: PyTuple) =>
      tupleOf(tuple.type === TupleType ? newRef(tuple) : newTuple(shareRange(tuple.value, 0, tuple.value.length))),
    ),
    told(
      def(
        "index($self, value, start=NULL, stop=NULL, /)",
        "The position of the first item that equals the value. Raises ValueError when there is none.",
        (tuple: PyTuple, value, start, stop) => {
          const i = findItem(tuple, value, start, stop);
          if (i < 0) throw valueError("tuple.index(x): x not in tuple");
          return newInt(i);
        },
      ),
      INDEX_SIGNATURE,
    ),
    def("count($self, value, /)", "How many items equal the value.", (tuple: PyTuple, value) =>
      newInt(countItems(tuple, value)),
    ),
    classGetItem,
  ],
});
