// ImportError and ModuleNotFoundError with the attributes that importing gives them.
import type { PyObject } from "../heap/object.ts";
import { newRef, type Owned, type OwnedValue } from "../heap/refs.ts";
import { whole } from "../heap/whole.ts";
import { PyError } from "../objects/errors.ts";
import { newException, type PyException, setExceptionMember } from "../objects/exceptions.ts";
import { reprText } from "../objects/protocol.ts";
import { intern, newStr } from "../objects/str.ts";

/** An ImportError that knows the module's name, its file and what was wanted of it; each may be null. */
export function importFailure(
  type: "ImportError" | "ModuleNotFoundError",
  message: string,
  name: PyObject | null,
  path: PyObject | null = null,
  wanted: PyObject | null = null,
): PyError {
  const make = (): Owned<PyException> => {
    const text = newStr(message);
    const e = newException(type, newRef(text));
    setExceptionMember(e, 0, text as Owned);
    [name, path, wanted].forEach((member, i) => {
      if (member !== null) setExceptionMember(e, 1 + i, newRef(member));
    });
    return e;
  };
  return new PyError(whole(make));
}

/** No module of that name; `why` says more. */
export const moduleNotFound = (name: string, why = ""): PyError =>
  importFailure("ModuleNotFoundError", `No module named ${reprText(intern(name))}${why}`, intern(name));

/** The module of an absolute name, imported when it is not yet. */
export let importer: (name: string) => OwnedValue;
/** Told once by import.ts. */
export const setImporter = (f: typeof importer): void => {
  importer = f;
};
