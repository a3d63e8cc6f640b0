// collections.OrderedDict: the type, and its order. The entries are a dict's; a linked list beside
// them has their order, and a second reference to each key. Who changes the dict behind the list's
// back, as `dict.__delitem__` does, leaves a list that names keys which are not there: a KeyError.
import { allocGC, resize } from "../../heap/heap.ts";
import type { PyObject, PyType } from "../../heap/object.ts";
import {
  boxInt,
  drop,
  dropMaybe,
  isSmallInt,
  newRef,
  type Owned,
  type OwnedValue,
  share,
  type Value,
} from "../../heap/refs.ts";
import { BASETYPE, DICT_SUBCLASS, HAS_WEAKREFS, HAVE_GC, MAPPING } from "../../heap/type.ts";
import { Attributes } from "../../objects/attributes.ts";
import { defineType } from "../../objects/define.ts";
import { clearDict, DictType, dictPop, dictSet, newDict, type PyDict } from "../../objects/dict.ts";
import { DictTable } from "../../objects/dicttable.ts";
import { asInstanceOf } from "../../objects/instance.ts";
import { isSubtype } from "../../objects/lookup.ts";
import { keyError } from "../../objects/protocol.ts";
import { intern } from "../../objects/str.ts";

export interface Node {
  /** Owned; a small int, or an object: the very one that the table has. */
  readonly key: Value;
  previous: Node | null;
  next: Node | null;
}

/** The order of an OrderedDict, and its `__dict__`. */
export class Order {
  first: Node | null = null;
  last: Node | null = null;
  readonly nodes: Map<Value, Node> = new Map();
  /** Changes whenever a key comes, goes or moves. */
  state = 0;
  /** Owned; null until it is needed. */
  dict: PyDict | null = null;
  /** Bytes that CPython has for the list, as they are accounted for. */
  bytes = 0;

  addLast(node: Node): void {
    node.previous = this.last;
    if (this.last === null) this.first = node;
    else this.last.next = node;
    this.last = node;
    this.state++;
  }

  addFirst(node: Node): void {
    node.next = this.first;
    if (this.first === null) this.last = node;
    else this.first.previous = node;
    this.first = node;
    this.state++;
  }

  unlink(node: Node): void {
    if (node.previous === null) this.first = node.next;
    else node.previous.next = node.next;
    if (node.next === null) this.last = node.previous;
    else node.next.previous = node.previous;
    node.previous = node.next = null;
    this.state++;
  }
}

export type PyODict = PyDict;
const SIZE = 112;

export const orderOf = (od: PyObject): Order => (od.extra instanceof Attributes ? od.extra.spare : od.extra) as Order;

export const isODict = (value: Value): value is PyODict =>
  typeof value !== "number" && (value.type === ODictType || isSubtype(value.type, ODictType));

/** Takes the list apart; what it owned is the caller's. */
function takeOrder(order: Order): OwnedValue[] {
  const keys = [...order.nodes.keys()] as OwnedValue[];
  order.nodes.clear();
  order.first = order.last = null;
  order.state++;
  return keys;
}

export const ODictType: PyType = defineType<PyODict>({
  name: "OrderedDict",
  module: "collections",
  doc: "A dict that remembers the order in which its keys were put in, and can change it.",
  base: DictType,
  flags: HAVE_GC | BASETYPE | DICT_SUBCLASS | MAPPING | HAS_WEAKREFS,
  basicSize: SIZE,
  sizeof: (od) => SIZE + od.value.byteSize() + orderOf(od).bytes,
  dictOf(od, make) {
    const order = orderOf(od);
    if (order.dict === null && make) order.dict = newDict();
    return order.dict;
  },
  traverse(od, visit) {
    const order = orderOf(od);
    if (order.dict !== null) visit(order.dict);
    for (const key of order.nodes.keys()) if (typeof key !== "number") visit(key);
    DictType.value.traverse?.(od, visit);
  },
  clear(od) {
    const order = orderOf(od);
    const { dict } = order;
    order.dict = null;
    const keys = takeOrder(order);
    dropMaybe(dict);
    for (const key of keys) drop(key);
    DictType.value.clear?.(od);
  },
  constants: () => ({ __module__: newRef(intern("collections")) }),
});

export function newODict(type: PyType = ODictType): Owned<PyODict> {
  const od = allocGC<DictTable, Order>(ODictType, new DictTable(1), new Order(), SIZE + 16);
  return asInstanceOf(od as PyObject as Owned<PyODict>, type);
}

/** Accounts for the list: a node an entry, and a place for each of the table's. */
function account(od: PyODict): void {
  const order = orderOf(od);
  const places = od.value.mask + 1;
  const nodes = order.first === null ? 0 : od.value.size;
  const bytes = 32 * nodes + (places < 8 ? 0 : 8 * places);
  if (bytes === order.bytes) return;
  resize(bytes - order.bytes);
  order.bytes = bytes;
}

const newNode = (key: OwnedValue): Node => ({ key, previous: null, next: null });

/** Steals the key. */
function enter(order: Order, key: OwnedValue): void {
  const node = newNode(key);
  order.nodes.set(key, node);
  order.addLast(node);
}

/** The node's reference to its key is now the caller's. */
function leave(order: Order, node: Node): OwnedValue {
  order.nodes.delete(node.key);
  order.unlink(node);
  return node.key as OwnedValue;
}

/** The node of a key; undefined when it is not there. */
export function findNode(od: PyODict, key: Value): Node | undefined {
  const at = od.value.find(key);
  if (at < 0) return undefined;
  return orderOf(od).nodes.get(od.value.keys[at] as Value);
}

/** `od[key] = value`: a key that has no node goes to the end. Borrows the key, steals the value. */
export function odictSet(od: PyODict, key: Value, value: OwnedValue): void {
  const order = orderOf(od);
  // A key that both the table and the list own is an object of its own.
  const boxed = typeof key === "number" && !isSmallInt(key) ? boxInt(key) : null;
  try {
    dictSet(od, boxed ?? key, value);
    const at = od.value.find(key);
    if (at >= 0 && !order.nodes.has(od.value.keys[at] as Value)) enter(order, od.value.shareKey(at));
    account(od);
  } finally {
    dropMaybe(boxed);
  }
}

/** Takes a key out; its value is now the caller's. Undefined when it is not there. */
export function odictPop(od: PyODict, key: Value): OwnedValue | undefined {
  const node = findNode(od, key);
  if (node === undefined) return undefined;
  const at = od.value.find(key);
  if (at < 0) return undefined;
  const own = leave(orderOf(od), node);
  const entry = od.value.remove(at);
  account(od);
  drop(own);
  drop(entry.key);
  return entry.value;
}

export function odictDelete(od: PyODict, key: Value): void {
  const value = odictPop(od, key) ?? dictPop(od, key);
  if (value === undefined) throw keyError(key);
  drop(value);
}

export function odictClear(od: PyODict): void {
  const keys = takeOrder(orderOf(od));
  clearDict(od);
  account(od);
  for (const key of keys) drop(key);
}

/** Moves a key to one end. */
export function moveToEnd(od: PyODict, key: Value, last: boolean): void {
  const node = findNode(od, key);
  if (node === undefined) throw keyError(key);
  const order = orderOf(od);
  if (node === (last ? order.last : order.first)) return;
  order.unlink(node);
  if (last) order.addLast(node);
  else order.addFirst(node);
}

/** A second reference to a node's key. */
export const keyOf = (node: Node): OwnedValue =>
  typeof node.key === "number" ? (node.key as OwnedValue) : newRef(node.key);

/** A second reference to the value of a node's key; undefined when somebody has taken it out. */
export function nodeValue(od: PyODict, node: Node): OwnedValue | undefined {
  const at = od.value.find(node.key);
  return at < 0 ? undefined : share(od.value.slots, at);
}
