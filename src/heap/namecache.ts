// What look-ups by name have found: open addressing over the hashes that strs keep, since a Map of
// JavaScript would hash the objects again. Names are interned, so they compare by identity.
import type { PyObject } from "./object.ts";
import type { Value } from "./refs.ts";

/** Of a cache without names: room for none, so that the first makes it grow. */
const NO_NAMES: readonly null[] = [null];

/** Found values by name, borrowed; null stands for what is known to be nowhere. */
export class NameCache {
  private names: readonly (PyObject | null)[] = NO_NAMES;
  private found: (Value | null | undefined)[] = [];
  private hashes: number[] = [];
  private used = 0;

  /** What was found under a name with this hash; undefined when nobody has looked. */
  get(name: PyObject, hash: number): Value | null | undefined {
    const names = this.names;
    const mask = names.length - 1;
    for (let i = hash & mask; ; i = (i + 1) & mask) {
      const other = names[i];
      if (other === name) return this.found[i];
      if (other === null) return undefined;
    }
  }

  set(name: PyObject, hash: number, found: Value | null): void {
    if ((this.used + 1) * 2 > this.names.length) this.grow();
    const i = this.place(name, hash);
    if (this.names[i] === null) {
      (this.names as PyObject[])[i] = name;
      this.hashes[i] = hash;
      this.used++;
    }
    this.found[i] = found;
  }

  delete(name: PyObject, hash: number): void {
    if (this.used > 0) this.found[this.place(name, hash)] = undefined;
  }

  clear(): void {
    this.names = NO_NAMES;
    this.found = [];
    this.used = 0;
  }

  private place(name: PyObject, hash: number): number {
    const mask = this.names.length - 1;
    let i = hash & mask;
    while (this.names[i] !== name && this.names[i] !== null) i = (i + 1) & mask;
    return i;
  }

  private grow(): void {
    const { names, found, hashes } = this;
    const size = Math.max(8, names.length * 2);
    this.names = new Array<null>(size).fill(null);
    this.found = new Array<undefined>(size).fill(undefined);
    this.hashes = new Array<number>(size).fill(0);
    this.used = 0;
    for (let i = 0; i < names.length; i++) {
      const name = names[i];
      if (name !== null && found[i] !== undefined) this.set(name, hashes[i], found[i] as Value | null);
    }
  }
}
