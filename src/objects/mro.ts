// Method resolution order and layout: C3 linearization, the best base, the metaclass.
import type { PyType } from "../heap/object.ts";
import type { Value } from "../heap/refs.ts";
import { BASETYPE, HEAPTYPE, PLAIN_LAYOUT } from "../heap/type.ts";
import { charge } from "../heap/work.ts";
import { typeError } from "./errors.ts";
import { isSubtype, typeOf } from "./lookup.ts";
import { isType, nameInMessages } from "./protocol.ts";

/** The C3 linearization of a type over its bases. Source: Barrett et al., A Monotonic Superclass Linearization for Dylan, 1996. */
export function linearize(type: PyType, bases: readonly PyType[]): PyType[] {
  const twice = bases.find((b, i) => bases.includes(b, i + 1));
  if (twice !== undefined) throw typeError(`duplicate base class ${twice.value.name}`);
  const incomplete = bases.find((b) => b.value.mroTuple === null);
  if (incomplete !== undefined) throw typeError(`Cannot extend an incomplete type '${incomplete.value.name}'`);
  charge(bases.reduce((n, b) => n + b.value.mro.length, 0));
  if (bases.length === 1) return [type, ...bases[0].value.mro];
  const rest: PyType[][] = [...bases.map((b) => [...b.value.mro]), [...bases]];
  const order: PyType[] = [type];
  for (;;) {
    const open = rest.filter((list) => list.length > 0);
    if (open.length === 0) return order;
    const next = open.map((list) => list[0]).find((c) => open.every((list) => list.indexOf(c, 1) < 0));
    if (next === undefined) throw inconsistent(open);
    order.push(next);
    for (const list of open) if (list[0] === next) list.shift();
  }
}

function inconsistent(open: PyType[][]): unknown {
  const names = [...new Set(open.map((list) => list[0]))].map((t) => t.value.name);
  return typeError(`Cannot create a consistent method resolution\norder (MRO) for bases ${names.join(", ")}`);
}

/** The base that decides the layout of instances: the one whose builtin base is the most derived. */
export function bestBase(bases: readonly Value[]): PyType {
  let best: PyType | null = null;
  let solid: PyType | null = null;
  for (const base of bases) {
    if (!isType(base)) throw typeError("bases must be types");
    if ((base.value.flags & BASETYPE) === 0)
      throw typeError(`type '${nameInMessages(base)}' is not an acceptable base type`);
    const candidate = solidBase(base);
    if (best === null || solid === null || (candidate !== solid && isSubtype(candidate, solid))) {
      best = base;
      solid = candidate;
    } else if (!isSubtype(solid, candidate)) throw typeError("multiple bases have instance lay-out conflict");
  }
  return best as PyType;
}

/** The nearest type that adds to the layout: a builtin with a payload, or a class with `__slots__`. */
export function solidBase(type: PyType): PyType {
  let t = type;
  while ((t.value.flags & HEAPTYPE) !== 0 && (t.value.ownSlots === null || t.value.ownSlots.length === 0))
    t = t.value.base as PyType;
  if ((t.value.flags & HEAPTYPE) !== 0) return t;
  while (t.value.base !== null && sameLayout(t, t.value.base)) t = t.value.base;
  return t;
}

const sameLayout = (t: PyType, base: PyType): boolean =>
  t.value.basicSize === base.value.basicSize &&
  t.value.itemSize === base.value.itemSize &&
  (t.value.flags & PLAIN_LAYOUT) === (base.value.flags & PLAIN_LAYOUT);

/** The most derived of a metaclass and those of the bases. */
export function winningMetaclass(metaclass: PyType, bases: readonly Value[]): PyType {
  let winner = metaclass;
  for (const base of bases) {
    const type = typeOf(base);
    if (isSubtype(winner, type)) continue;
    if (isSubtype(type, winner)) winner = type;
    else
      throw typeError(
        "metaclass conflict: the metaclass of a derived class must be a (non-strict) subclass of the metaclasses of all its bases",
      );
  }
  return winner;
}
