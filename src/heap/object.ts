// The header of every heap object. All objects are of one JavaScript class, so that each
// access site sees one hidden class; a float has a class of its own, with the same fields,
// because its payload is then a raw double. Only the factories in the types' files make objects.
import type { TypeData } from "./type.ts";

/** Told of each object as it is made, while allocations are traced. */
let watchBirth: ((o: PyObject | FloatObject) => void) | null = null;
export const setBirthWatcher = (watcher: typeof watchBirth): void => {
  watchBirth = watcher;
};

/**
 * A Python object. What `value` and `extra` hold is the affair of its type:
 * - an instance of a plain class keeps its attribute values in `value` and its shape, or its `__dict__`, in `extra`;
 * - a builtin keeps its payload in `value`; an instance of a subclass of one keeps an `Attributes` record in `extra`.
 */
export class PyObject<V = unknown, E = unknown> {
  refcnt: number;
  type: PyType;
  value: V;
  extra: E;
  /** Where the collector keeps it, and two flags: see the constants below. */
  gc: number;

  constructor(type: PyType, value: V, extra: E) {
    this.refcnt = 1;
    this.type = type;
    this.value = value;
    this.extra = extra;
    this.gc = 0;
    if (watchBirth !== null) watchBirth(this);
  }
}

/** A float: the same header, a raw double as payload. */
export class FloatObject {
  refcnt: number;
  type: PyType;
  value: number;
  extra: unknown;
  gc: number;

  constructor(type: PyType, value: number) {
    this.refcnt = 1;
    this.type = type;
    this.value = value;
    this.extra = null;
    this.gc = 0;
    if (watchBirth !== null) watchBirth(this);
  }
}

export type PyType = PyObject<TypeData, unknown>;

// The word `gc`: two flags, the number of the list that holds the object, its index there.

/** The object has an address or weak references, kept in the heap's side tables. */
export const GC_META = 1;
/** Its finalizer has run, and does not run again. */
export const GC_FINALIZED = 2;
export const GC_FLAGS = 3;
export const GC_LIST_SHIFT = 2;
export const GC_LIST_MASK = 7 << GC_LIST_SHIFT;
export const GC_INDEX_SHIFT = 5;

// The collector's lists. An object in none of them is untracked.
export const LIST_NONE = 0;
export const LIST_YOUNG = 1;
export const LIST_OLD = 3;
export const LIST_PERMANENT = 4;
/** Found unreachable, on its way out. */
export const LIST_GARBAGE = 5;
/** A collection is looking at it: the index is that of the collection's own arrays. */
export const LIST_COLLECTING = 6;

export const listOf = (o: PyObject): number => (o.gc & GC_LIST_MASK) >> GC_LIST_SHIFT;
export const isTracked = (o: PyObject): boolean => (o.gc & GC_LIST_MASK) !== 0;

/** Immortal objects start here; references to them are counted all the same, and never reach zero. */
export const IMMORTAL = 2 ** 29;
export const isImmortal = (o: PyObject): boolean => o.refcnt >= IMMORTAL / 2;
/** What `sys.getrefcount` says of an immortal object. */
export const IMMORTAL_REFCNT = 4294967295;

const statics = new WeakSet<PyObject>();
/** Types and methods that all instances share: immortal, and nobody's to account. */
export const isStatic = (o: PyObject): boolean => statics.has(o);
/** Told of each object that was made before any instance was. */
export const markStatic = (o: PyObject): void => {
  statics.add(o);
};
