// What _collections has beside the containers: the attribute of a named tuple, which reads one
// place of the tuple, and the counting that Counter is filled by.
import { allocGC } from "../../heap/heap.ts";
import type { PyObject, PyType } from "../../heap/object.ts";
import {
  boxed,
  drop,
  dropMaybe,
  keep,
  newRef,
  type OwnedValue,
  share,
  shareBoxed,
  type Value,
} from "../../heap/refs.ts";
import { HAVE_GC } from "../../heap/type.ts";
import { def } from "../../native/signature.ts";
import { callMethod } from "../../objects/call.ts";
import { defineType } from "../../objects/define.ts";
import { DictType, dictFind, dictGet, dictSet, isDict, type PyDict } from "../../objects/dict.ts";
import { attributeError, indexError, typeError } from "../../objects/errors.ts";
import { asInstanceOf } from "../../objects/instance.ts";
import { indexSize, newInt } from "../../objects/int.ts";
import { iterate } from "../../objects/iteration.ts";
import { lookupName, typeOf } from "../../objects/lookup.ts";
import { openMember, untold } from "../../objects/members.ts";
import { binaryOp, NB_ADD } from "../../objects/operators.ts";
import { reprText, setItem, slotsOf, typeName } from "../../objects/protocol.ts";
import { None } from "../../objects/singletons.ts";
import { intern, newStr } from "../../objects/str.ts";
import { isTuple, tupleOf } from "../../objects/tuple.ts";
import { using } from "../natives.ts";

// ---- _tuplegetter ----

interface Getter {
  index: number;
  /** Owned; null once the collector has cleared it. */
  doc: PyObject | null;
}
type PyGetter = PyObject<Getter>;

function read(getter: PyGetter, tuple: Value): OwnedValue {
  const { index } = getter.value;
  if (!isTuple(tuple))
    throw typeError(
      `descriptor for index '${index}' for tuple subclasses doesn't apply to '${typeName(tuple)}' object`,
    );
  if (index < 0 || index >= tuple.value.length) throw indexError("tuple index out of range");
  return share(tuple.value, index);
}

export const TupleGetterType: PyType = defineType<PyGetter>({
  name: "_tuplegetter",
  module: "collections",
  flags: HAVE_GC,
  basicSize: 32,
  traverse(getter, visit) {
    if (getter.value.doc !== null) visit(getter.value.doc);
  },
  clear(getter) {
    const { doc } = getter.value;
    getter.value.doc = null;
    dropMaybe(doc);
  },
  slots: {
    new(type, args, kwnames) {
      if ((kwnames?.length ?? 0) > 0) throw typeError("_tuplegetter() takes no keyword arguments");
      if (args.length !== 2) throw typeError(`_tuplegetter expected 2 arguments, got ${args.length}`);
      const index = indexSize(args[0]);
      const state: Getter = { index, doc: boxed(keep(args[1])) };
      return asInstanceOf(allocGC<Getter, null>(TupleGetterType, state, null, 48), type);
    },
    repr: (getter) => newStr(`${getter.type.value.name}(${getter.value.index}, ${reprText(getter.value.doc ?? None)})`),
    descrGet: (getter, instance) => (instance === null || instance === None ? newRef(getter) : read(getter, instance)),
    descrSet(_getter, _instance, value) {
      throw attributeError(value === undefined ? "can't delete attribute" : "can't set attribute");
    },
  },
  methods: untold([
    def("__reduce__($self, /)", "What pickle needs to make it again.", (getter: PyGetter) =>
      tupleOf(newRef(getter.type), tupleOf(newInt(getter.value.index), shareBoxed(getter.value.doc ?? None))),
    ),
  ]),
  constants: () => ({
    __module__: newRef(intern("collections")),
    __doc__: openMember<PyGetter>(
      TupleGetterType,
      "__doc__",
      (getter) => getter.value.doc,
      (getter, doc) => {
        const before = getter.value.doc;
        getter.value.doc = doc;
        return before;
      },
    ),
  }),
});

// ---- _count_elements ----

/** Does the mapping store and look up as a dict does? */
const isPlain = (mapping: Value): mapping is PyDict =>
  isDict(mapping) &&
  lookupName(typeOf(mapping), "get") === lookupName(DictType, "get") &&
  slotsOf(mapping).setitem === DictType.value.slots.setitem;

function countInDict(dict: PyDict, key: OwnedValue): void {
  const at = dictFind(dict, key);
  const value = at < 0 ? undefined : dict.value.values[at];
  if (value === undefined) dictSet(dict, key, newInt(1));
  else if (typeof value === "number" && value < Number.MAX_SAFE_INTEGER) dict.value.values[at] = value + 1;
  else using(dictGet(dict, key) as OwnedValue, (before) => dictSet(dict, key, binaryOp(NB_ADD, before, 1)));
}

export const countElements = def(
  "_count_elements($module, mapping, iterable, /)",
  "Counts how often each element comes, in a mapping.",
  (_module, mapping, iterable) => {
    const plain = isPlain(mapping);
    iterate(iterable, (key) => {
      try {
        if (plain) countInDict(mapping, key);
        else
          using(callMethod(mapping, "get", keepKey(key), newInt(0)), (before) =>
            using(binaryOp(NB_ADD, before, 1), (after) => setItem(mapping, key, after)),
          );
      } finally {
        drop(key);
      }
    });
  },
);

const keepKey = (key: Value): OwnedValue => (typeof key === "number" ? (key as OwnedValue) : newRef(key));
