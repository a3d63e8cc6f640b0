// Shapes: which attributes the instances of a class have, and in which slot each lies.
// Instances that got the same attributes in the same order share a shape, so that an inline
// cache compares one pointer. Names are interned strs, so they compare by identity.
import type { PyObject, PyType } from "./object.ts";

/** CPython stops sharing keys here; an instance with more attributes gets a dict of its own. */
export const SHARED_KEYS_MAX = 30;

export class Shape {
  readonly type: PyType;
  /** Attribute names in order of insertion; the value of `names[i]` lies in slot `first + i`. */
  readonly names: readonly PyObject[];
  /** Slots before the attributes: the members of `__slots__`. */
  readonly first: number;
  private readonly slots: Map<PyObject, number>;
  private readonly next: Map<PyObject, Shape> = new Map();

  constructor(type: PyType, names: readonly PyObject[], first: number) {
    this.type = type;
    this.names = names;
    this.first = first;
    this.slots = new Map(names.map((name, i) => [name, first + i]));
  }

  /** The slot of an attribute; undefined when there is none. */
  slot(name: PyObject): number | undefined {
    return this.slots.get(name);
  }

  /** The shape after one more attribute. */
  with(name: PyObject): Shape {
    let shape = this.next.get(name);
    if (shape === undefined) {
      shape = new Shape(this.type, [...this.names, name], this.first);
      this.next.set(name, shape);
    }
    return shape;
  }

  /** The shape without an attribute: reached from the root by adding the others in their order. */
  without(name: PyObject): Shape {
    let shape = this.type.value.rootShape as Shape;
    for (const other of this.names) if (other !== name) shape = shape.with(other);
    return shape;
  }
}
