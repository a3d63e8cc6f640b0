// Small helps for the tables of types: members (attributes that lie in the object itself, as
// CPython's member_descriptor), and methods whose signature CPython does not tell.
import type { PyObject, PyType } from "../heap/object.ts";
import { boxed, dropMaybe, keep, type Owned, type OwnedValue, shareBoxed, type Value } from "../heap/refs.ts";
import { Native } from "../native/signature.ts";
import { newGetSet } from "./builtin.ts";
import { attributeError } from "./errors.ts";
import { None } from "./singletons.ts";

const refuse = (): never => {
  throw attributeError("readonly attribute");
};

/** A read-only member: what `get` answers, which is borrowed; None when that is null. */
export const member = <T extends PyObject>(owner: PyType, name: string, get: (self: T) => PyObject | null): Owned =>
  madeMember<T>(owner, name, (self) => shareBoxed(get(self) ?? None));

/** A read-only member whose value is made when it is read. */
export const madeMember = <T extends PyObject>(owner: PyType, name: string, get: (self: T) => OwnedValue): Owned =>
  newGetSet({ name, doc: null, owner, get: (self) => get(self as T), set: refuse }, true);

/** A member that can be set to anything, and deleted. `put` steals the value and answers what was there. */
export const openMember = <T extends PyObject>(
  owner: PyType,
  name: string,
  get: (self: T) => PyObject | null,
  put: (self: T, value: Owned | null) => PyObject | null,
): Owned =>
  newGetSet(
    {
      name,
      doc: null,
      owner,
      get: (self): OwnedValue => shareBoxed(get(self as T) ?? None),
      set(self, value: Value | undefined): void {
        dropMaybe(put(self as T, value === undefined ? null : boxed(keep(value))));
      },
    },
    true,
  );

/** The same methods without a `__text_signature__`, as CPython has those that it declares by hand. */
export const untold = (natives: readonly Native[]): Native[] =>
  natives.map((n) => new Native(n.name, n.doc, n.kind, null, [...n.params], n.result, n.impl));
