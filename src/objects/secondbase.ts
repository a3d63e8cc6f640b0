// Builtin types with two bases, such as ExceptionGroup and io.UnsupportedOperation. Their tables
// name the first one, which they are laid out by; the others are entered once the types are ready.
import type { PyType } from "../heap/object.ts";
import { dropMaybe, newRef, type Owned, type OwnedValue, type Refs } from "../heap/refs.ts";
import { extendType } from "./define.ts";
import { linearize } from "./mro.ts";
import { intern } from "./str.ts";
import { newTuple } from "./tuple.ts";

const tupleOfTypes = (types: readonly PyType[]): Owned =>
  newTuple(types.map((o) => newRef(o)) as Owned[] as unknown as Refs);

/** Declares the bases of a type, the first of which its table has named. */
export function declareBases(type: PyType, bases: readonly PyType[]): void {
  extendType(type, {
    constants(): Record<string, OwnedValue> {
      const t = type.value;
      t.mro = linearize(type, bases);
      for (const old of [t.mroTuple, t.bases]) dropMaybe(old);
      t.mroTuple = tupleOfTypes(t.mro);
      t.bases = tupleOfTypes(bases);
      for (const base of bases.slice(1)) base.value.subclasses.add(type);
      return { __module__: newRef(intern(t.module)) };
    },
  });
}
