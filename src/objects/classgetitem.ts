// `__class_getitem__` of the builtin containers: list[int] is a types.GenericAlias.
import type { PyObject } from "../heap/object.ts";
import type { OwnedValue, Value } from "../heap/refs.ts";
import { def, type Native } from "../native/signature.ts";

let newAlias: (origin: PyObject, args: Value) => OwnedValue;
/** Told once by the file of types.GenericAlias; both are borrowed. */
export const setAliasMaker = (f: typeof newAlias): void => {
  newAlias = f;
};

export const classGetItem: Native = def("__class_getitem__($type, object, /)", "See PEP 585", (type, item) =>
  newAlias(type, item),
);
