// Shapes: which attributes the instances of a class have, and in which slot each lies.
// Instances that got the same attributes in the same order share a shape, so that an inline
// cache compares one pointer. Names are interned strs, so they compare by identity.
import { heap } from "./heap.ts";
import type { PyObject, PyType } from "./object.ts";

/**
 * The keys that the instances of a class share. As in CPython there is room for 30, each of the
 * first instances takes one place of it away, and an instance that needs more gets a dict of its own.
 */
export class SharedKeys {
  /** The place of each name's value. */
  private readonly places: Map<PyObject, number> = new Map();
  private room = 30;
  /** How many dicts share them: each counts as many bytes as there is room for values. */
  users = 0;

  /** An instance has been made. */
  instanceMade(): void {
    if (this.room <= 1) return;
    this.room--;
    heap.bytes -= 8 * this.users;
  }

  /** Makes room for a name; false when there is none. */
  admit(name: PyObject): boolean {
    if (this.places.has(name)) return true;
    if (this.room === 0) return false;
    this.room--;
    this.places.set(name, this.places.size);
    return true;
  }

  /** Positions of names in the order of the places of their values; null when they are in that order. */
  orderOf(names: readonly PyObject[]): readonly number[] | null {
    const places = names.map((name) => this.places.get(name) ?? this.places.size);
    if (places.every((place, i) => i === 0 || places[i - 1] <= place)) return null;
    return [...names.keys()].sort((a, b) => places[a] - places[b]);
  }

  /** Places in the values array of an instance. */
  get capacity(): number {
    return this.places.size + this.room;
  }
}

export class Shape {
  readonly type: PyType;
  /** Attribute names in order of insertion; the value of `names[i]` lies in slot `first + i`. */
  readonly names: readonly PyObject[];
  /** Slots before the attributes: the members of `__slots__`. */
  readonly first: number;
  private readonly slots: Map<PyObject, number>;
  private order: readonly number[] | null | undefined = undefined;
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

  /** In which order the attributes go when an instance dies, by position; null when it is that of their insertion. */
  get dropOrder(): readonly number[] | null {
    if (this.order === undefined) this.order = this.type.value.sharedKeys?.orderOf(this.names) ?? null;
    return this.order;
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
