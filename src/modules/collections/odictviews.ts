// The iterators and views of OrderedDict. An iterator holds the key that comes next; a dict that
// changes meanwhile is an error.
import { allocGC } from "../../heap/heap.ts";
import type { PyObject, PyType } from "../../heap/object.ts";
import { drop, dropMaybe, newRef, type Owned, type OwnedValue, type Value } from "../../heap/refs.ts";
import { HAVE_GC, NO_NEW } from "../../heap/type.ts";
import { def } from "../../native/signature.ts";
import { defineType } from "../../objects/define.ts";
import type { PyDict } from "../../objects/dict.ts";
import { ItemsType, KeysType, type PyDictView, ValuesType } from "../../objects/dictviews.ts";
import { runtimeError } from "../../objects/errors.ts";
import { listItems } from "../../objects/iteration.ts";
import { reduceIter } from "../../objects/iterators.ts";
import { newList } from "../../objects/list.ts";
import { untold } from "../../objects/members.ts";
import { keyError } from "../../objects/protocol.ts";
import { tupleOf } from "../../objects/tuple.ts";
import { keyOf, type Node, newODict, nodeValue, orderOf, type PyODict } from "./odict.ts";

export type Kind = "keys" | "values" | "items";

interface Walk {
  /** Null once it has come to its end. */
  od: PyODict | null;
  node: Node | null;
  /** The key of the node; owned. */
  key: Value | null;
  state: number;
  size: number;
  kind: Kind;
  reversed: boolean;
}
type PyODictIterator = PyObject<Walk>;

/** The iterator has come to its end; its key is given up, unless somebody else does that. */
function finish(walk: Walk, ownKey = true): undefined {
  const { od, key } = walk;
  walk.od = walk.node = walk.key = null;
  if (ownKey) dropMaybe(key);
  dropMaybe(od);
  return undefined;
}

function step(walk: Walk): OwnedValue | undefined {
  const { od, node, key } = walk;
  if (od === null || node === null || key === null) return od === null ? undefined : finish(walk);
  if (orderOf(od).state !== walk.state) throw runtimeError("OrderedDict mutated during iteration");
  if (od.value.size !== walk.size) throw runtimeError("OrderedDict changed size during iteration");
  if (od.value.find(key) < 0) {
    finish(walk, false);
    const error = keyError(key);
    drop(key as OwnedValue);
    throw error;
  }
  const following = walk.reversed ? node.previous : node.next;
  walk.node = following;
  walk.key = following === null ? null : (keyOf(following) as Value);
  if (walk.kind === "keys") return key as OwnedValue;
  return pairOrValue(od, node, key as OwnedValue, walk.kind);
}

/** Steals the key. */
function pairOrValue(od: PyODict, node: Node, key: OwnedValue, kind: Kind): OwnedValue {
  let value: OwnedValue | undefined;
  try {
    value = nodeValue(od, node);
    if (value === undefined) throw keyError(key);
  } catch (e) {
    drop(key);
    throw e;
  }
  if (kind === "items") return tupleOf(key, value);
  drop(key);
  return value;
}

const IteratorType: PyType = defineType<PyODictIterator>({
  name: "odict_iterator",
  flags: HAVE_GC | NO_NEW,
  basicSize: 64,
  traverse({ value: { od, key } }, visit) {
    if (od !== null) visit(od);
    if (key !== null && typeof key !== "number") visit(key);
  },
  clear: (it) => finish(it.value),
  slots: { iter: newRef, next: (it) => step(it.value) },
  methods: untold([
    def("__reduce__($self, /)", "What pickle needs to make the iterator again.", (it: PyODictIterator) => {
      const { od, node, key, ...rest } = it.value;
      const copy = newWalk({ ...rest, od: od === null ? null : newRef(od), node, key: sharedKey(key) });
      try {
        return reduceIter(newList(listItems(copy)));
      } finally {
        drop(copy);
      }
    }),
  ]),
});

const sharedKey = (key: Value | null): Value | null => (key === null || typeof key === "number" ? key : newRef(key));
const newWalk = (walk: Walk): Owned<PyODictIterator> => allocGC<Walk, null>(IteratorType, walk, null, 80);

export function newODictIterator(od: PyODict, kind: Kind, reversed: boolean): Owned {
  const order = orderOf(od);
  const node = reversed ? order.last : order.first;
  const key = node === null ? null : (keyOf(node) as Value);
  return newWalk({ od: newRef(od), node, key, state: order.state, size: od.value.size, kind, reversed });
}

// ---- views ----

const viewed = (view: PyDictView): PyODict => (view.value ??= newODict() as PyObject as Owned<PyDict>);

const defineView = (kind: Kind, base: PyType): PyType =>
  defineType<PyDictView>({
    name: `odict_${kind}`,
    base,
    flags: HAVE_GC | NO_NEW,
    basicSize: 24,
    traverse: base.value.traverse as (view: PyDictView, visit: (o: PyObject) => void) => void,
    clear: base.value.clear as (view: PyDictView) => void,
    slots: { iter: (view) => newODictIterator(viewed(view), kind, false) },
    methods: untold([
      def("__reversed__($self, /)", "An iterator from the last to the first.", (view: PyDictView) =>
        newODictIterator(viewed(view), kind, true),
      ),
    ]),
  });

const VIEWS: Readonly<Record<Kind, PyType>> = {
  keys: defineView("keys", KeysType),
  items: defineView("items", ItemsType),
  values: defineView("values", ValuesType),
};

export const newODictView = (od: PyODict, kind: Kind): Owned =>
  allocGC<PyODict | null, null>(VIEWS[kind], newRef(od), null, 40);
