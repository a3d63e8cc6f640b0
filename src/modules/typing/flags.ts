// Read-only members that are True or False.
import type { PyObject, PyType } from "../../heap/object.ts";
import type { Owned } from "../../heap/refs.ts";
import { member } from "../../objects/members.ts";
import { False, True } from "../../objects/singletons.ts";

export const flag = <T extends PyObject>(owner: PyType, name: string, get: (self: T) => boolean): Owned =>
  member<T>(owner, name, (self) => (get(self) ? True : False));
