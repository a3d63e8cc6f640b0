// What objects refer to, in the order in which CPython's traversal finds it, ints included: an
// unboxed int in a container has no object that a traversal could visit.
import type { PyObject } from "../heap/object.ts";
import { newRef, newRefs, type OwnedValue, type Refs, share, sharePayload, type Value } from "../heap/refs.ts";
import { HEAPTYPE, TUPLE_SUBCLASS } from "../heap/type.ts";
import { Attributes } from "../objects/attributes.ts";
import { CellType } from "../objects/cell.ts";
import { isDict, type PyDict } from "../objects/dict.ts";
import { builtinBase, instanceDictIfAny, isPlain } from "../objects/instance.ts";
import { isList } from "../objects/list.ts";
import { isAnySet, type PySet } from "../objects/set.ts";
import { SliceType } from "../objects/slice.ts";

/** New references to everything that the objects refer to. */
export function referentsOf(objects: readonly Value[]): Refs {
  const found = newRefs();
  for (const o of objects) {
    if (typeof o === "number") continue;
    if ((o.type.value.flags & HEAPTYPE) !== 0) addAttributes(o, found);
    addPayload(o, found);
  }
  return found;
}

/** Attributes of an instance, and its class. */
function addAttributes(o: PyObject, found: Refs): void {
  const own = isPlain(o.type) ? o.value : o.extra instanceof Attributes ? o.extra.slots : [];
  shareAll(own as Value[], found);
  const dict = instanceDictIfAny(o);
  if (dict !== null) found.push(newRef(dict));
  found.push(newRef(o.type));
}

function shareAll(values: Value[], found: Refs): void {
  for (let i = 0; i < values.length; i++) if (values[i] !== undefined) found.push(share(values, i));
}

/** What the builtin that an object is, or is built on, holds. */
function addPayload(o: PyObject, found: Refs): void {
  if (isList(o) || (o.type.value.flags & TUPLE_SUBCLASS) !== 0) {
    const items = o.value as Value[];
    for (let i = items.length - 1; i >= 0; i--) found.push(share(items, i));
  } else if (o.type === SliceType) shareAll(o.value as Value[], found);
  else if (isDict(o)) addEntries(o, found);
  else if (isAnySet(o)) addKeys(o, found);
  else if (o.type === CellType) {
    if (o.value !== undefined) found.push(sharePayload(o as PyObject<Value>));
  } else if (!isPlain(o.type)) {
    builtinBase(o.type).value.traverse?.(o, (r) => found.push(newRef(r) as OwnedValue));
  }
}

/** A dict's values; its keys too, unless all are strs. */
function addEntries({ value: table }: PyDict, found: Refs): void {
  for (let at = table.next(0); at >= 0; at = table.next(at + 1)) {
    found.push(table.shareValue(at));
    if (!table.allStr) found.push(table.shareKey(at));
  }
}

function addKeys({ value: table }: PySet, found: Refs): void {
  for (let at = table.next(0); at >= 0; at = table.next(at + 1)) found.push(table.shareKey(at));
}
