// What the types of type parameters share: functions of the typing module, which Python files
// define, and attributes that are computed when they are first asked for.
import type { PyObject } from "../../heap/object.ts";
import { boxed, dropMaybe, keep, newRef, type Owned, type OwnedValue, type Value } from "../../heap/refs.ts";
import { def, type Native } from "../../native/signature.ts";
import { call, callMethod } from "../../objects/call.ts";
import { dictSet, newDict, type PyDict } from "../../objects/dict.ts";
import { typeError } from "../../objects/errors.ts";
import { untold } from "../../objects/members.ts";
import { typeName } from "../../objects/protocol.ts";
import { None, NoneType } from "../../objects/singletons.ts";
import { intern, isStr, type PyStr } from "../../objects/str.ts";
import { runningFrame } from "../../vm/frame.ts";
import { importModule } from "../../vm/import.ts";
import { using } from "../natives.ts";

/** `typing.name(...)`. The arguments are borrowed. */
export const callTyping = (name: string, ...args: readonly PyObject[]): OwnedValue =>
  using(importModule("typing"), (typing) => callMethod(typing, name, ...args.map((o) => newRef(o))));

/** An argument that may be asked for several references. */
export const whole = (value: Value): Owned => boxed(keep(value));

/** The module of the function that runs, as an owned reference; null when none does. */
export function callerModule(): Owned | null {
  const func = runningFrame()?.func ?? null;
  if (func === null) return null;
  return newRef(func.value.module ?? None);
}

/** What evaluates to something that counts as a type, checked by the typing module; None stands for its type. */
export const checkType = (value: Value, complaint: PyStr): Owned =>
  value === None ? newRef(NoneType) : (using(whole(value), (o) => callTyping("_type_check", o, complaint)) as Owned);

/** The `name` argument of a constructor. */
export function nameArgument(value: Value, maker: string): Owned<PyStr> {
  if (!isStr(value)) throw typeError(`${maker}() argument 'name' must be str, not ${typeName(value)}`);
  return newRef(value);
}

/** A value that a function computes when it is first asked for. Both are owned. */
export class Lazy {
  value: PyObject | null;
  compute: PyObject | null;
  constructor(value: Owned | null, compute: Owned | null) {
    this.value = value;
    this.compute = compute;
  }

  /** The value, owned; null when there is neither it nor what computes it. */
  get(): Owned | null {
    if (this.value === null && this.compute !== null) {
      const made = using(newRef(this.compute), (f) => boxed(call(f)));
      dropMaybe(this.value);
      this.value = made;
    }
    return this.value === null ? null : newRef(this.value);
  }
}

/** The attributes of an object, owned; made when one is first set. */
export interface WithDict {
  dict: PyDict | null;
}

export function dictOf(o: PyObject<WithDict>, make: boolean): PyDict | null {
  if (make) o.value.dict ??= newDict();
  return o.value.dict;
}

/** Sets `__module__` of an object, when there is one to tell. Steals it. */
export function setModule(o: PyObject<WithDict>, module: Owned | null): void {
  if (module !== null) dictSet(dictOf(o, true) as PyDict, intern("__module__"), module);
}

/** What stands for an object among the bases of a class: nothing may. */
export const refuseAsBase = (kind: string): Native[] =>
  untold([
    def("__mro_entries__($self, bases, /)", "Refuses.", () => {
      throw typeError(`Cannot subclass an instance of ${kind}`);
    }),
  ]);

/** `__reduce__`: pickled by name. */
export const reduceByName = (nameOf: (self: never) => PyObject): Native =>
  def("__reduce__($self, /)", "The name, for pickle to find it by.", (self) => newRef(nameOf(self as never)));

/** Variance as its arguments say it. */
export interface Variance {
  covariant: boolean;
  contravariant: boolean;
  infer: boolean;
}

export const varianceMark = ({ covariant, contravariant, infer }: Variance): string =>
  infer ? "" : covariant ? "+" : contravariant ? "-" : "~";

/** Drops several fields that may be empty, once they have been taken out. */
export const dropFields = (fields: readonly (PyObject | null)[]): void => {
  for (const o of fields) dropMaybe(o);
};

/** `typing._make_union(lhs, rhs)`. */
export const typingUnion = (lhs: Value, rhs: Value): OwnedValue =>
  using(whole(lhs), (a) => using(whole(rhs), (b) => callTyping("_make_union", a, b)));

/** Visits what is there. */
export const visitFields = (fields: readonly (PyObject | null)[], visit: (o: PyObject) => void): void => {
  for (const o of fields) if (o !== null) visit(o);
};
