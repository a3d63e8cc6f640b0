// Are the objects of two types laid out alike, so that one may take the other's place, as an
// object's `__class__` or among a class's `__bases__`? A type whose objects look like those of its
// base counts as its base; two types that add the same to one base are alike, too.
import type { PyType } from "../heap/object.ts";
import { HAS_DICT, HAS_WEAKREFS, HAVE_GC, HEAPTYPE } from "../heap/type.ts";
import { typeError } from "./errors.ts";

const LAYOUT_FLAGS = HAS_DICT | HAS_WEAKREFS | HAVE_GC;

const addsNothing = ({ value: t }: PyType): boolean => {
  const base = t.base?.value;
  if (base === undefined || t.basicSize !== base.basicSize || t.itemSize !== base.itemSize) return false;
  if (((t.flags ^ base.flags) & LAYOUT_FLAGS) !== 0) return false;
  return (t.flags & HAVE_GC) === 0 || (t.flags & HEAPTYPE) !== 0;
};

/** The nearest type that adds something to the layout. */
function layoutType(type: PyType): PyType {
  let t = type;
  while (addsNothing(t)) t = t.value.base as PyType;
  return t;
}

const sameSlots = (a: PyType, b: PyType): boolean =>
  (a.value.ownSlots === null || b.value.ownSlots === null || a.value.ownSlots.join() === b.value.ownSlots.join()) &&
  a.value.basicSize === b.value.basicSize;

/** Raises TypeError unless objects of `next` can stand where those of `old` stood. */
export function checkCompatible(old: PyType, next: PyType, attribute: string): void {
  const complain = (what: string): unknown =>
    typeError(`${attribute} assignment: '${next.value.name}' ${what} differs from '${old.value.name}'`);
  if (((old.value.flags ^ next.value.flags) & HAVE_GC) !== 0) throw complain("deallocator");
  const [a, b] = [layoutType(old), layoutType(next)];
  const alike = a === b || (a.value.base === b.value.base && sameSlots(a, b));
  const managed =
    ((old.value.flags ^ next.value.flags) & HAS_DICT) === 0 && old.value.preHeader === next.value.preHeader;
  if (!alike || !managed) throw complain("object layout");
}
