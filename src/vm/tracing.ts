// What the machine knows of sys.settrace and sys.setprofile: the functions, and what they are in
// the middle of. trace.ts says when they are called.
import type { PyObject } from "../heap/object.ts";
import { dropMaybe, type Owned } from "../heap/refs.ts";
import type { Frame } from "./frame.ts";

/** A native function that runs, for the profile function to be told of its end. */
interface NativeCall {
  readonly frame: Frame;
  readonly callable: Owned;
}

export class Tracing {
  /** Owned. */
  func: PyObject | null = null;
  profile: PyObject | null = null;
  /** Some frame has asked for opcodes, and settrace has been called since. */
  opcodesWanted = false;
  opcodes = false;
  /** How many of the functions are running: they are not traced themselves. */
  busy = 0;
  readonly natives: NativeCall[] = [];
  /** The exception that has left the last frame of a loop; it may be another than came in. */
  thrown: Owned | null = null;

  /** Is anybody to be told of anything? */
  get active(): boolean {
    return this.busy === 0 && (this.func !== null || this.profile !== null);
  }

  visit(visit: (o: PyObject) => void): void {
    for (const o of [this.func, this.profile]) if (o !== null) visit(o);
    for (const { callable } of this.natives) visit(callable);
  }

  /** Gives everything up. */
  clear(): void {
    const held = [this.func, this.profile, ...this.natives.splice(0).map(({ callable }) => callable)];
    this.func = this.profile = null;
    this.opcodesWanted = this.opcodes = false;
    for (const o of held) dropMaybe(o);
  }
}
