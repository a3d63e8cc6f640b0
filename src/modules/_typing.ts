// _typing: the types that type parameters and type statements make, and what the interpreter asks
// of them. The types are in the folder typing.
import { newRef, type Owned, type OwnedValue, type Value } from "../heap/refs.ts";
import { def } from "../native/signature.ts";
import type { PyStr } from "../objects/str.ts";
import { isTuple, type PyTuple } from "../objects/tuple.ts";
import type { IntrinsicSupport } from "../vm/intrinsics.ts";
import { defineModule } from "./module.ts";
import { again, place } from "./natives.ts";
import { newTypeAlias, TypeAliasTypeType } from "./typing/alias.ts";
import { GenericType, subscriptGeneric } from "./typing/generic.ts";
import { newParamSpec, ParamSpecArgsType, ParamSpecKwargsType, ParamSpecType } from "./typing/paramspec.ts";
import { newTypeVar, TypeVarType } from "./typing/typevar.ts";
import { newTypeVarTuple, TypeVarTupleType } from "./typing/typevartuple.ts";

const owned = (value: Value | null): Owned | null => (value === null ? null : newRef(value as Owned));

/** `[name, type parameters or None, function]`, as the compiler hands it over. */
function typeAlias(parts: Value): OwnedValue {
  if (!isTuple(parts)) throw new Error("a type alias of no tuple");
  const [name, params, compute] = parts.value;
  const tuple = isTuple(params) ? (newRef(params) as Owned<PyTuple>) : null;
  return newTypeAlias(newRef(name as PyStr), tuple, newRef(compute as Owned));
}

/** What the intrinsics of the interpreter make. */
export const typeParameters: Pick<IntrinsicSupport, "typeVar" | "subscriptGeneric" | "typeAlias"> = {
  typeVar(kind, nameValue, bound, constraints) {
    const name = newRef(nameValue as PyStr);
    if (kind === "ParamSpec") return newParamSpec(name);
    if (kind === "TypeVarTuple") return newTypeVarTuple(name);
    return newTypeVar(name, owned(bound), owned(constraints));
  },
  subscriptGeneric,
  typeAlias,
};

export default defineModule({
  name: "_typing",
  doc: "Primitives and accelerators for the typing module.\n",
  functions: [def("_idfunc($module, x, /)", "", (_module, x) => again(place(x)))],
  types: [
    TypeVarType,
    ParamSpecType,
    TypeVarTupleType,
    ParamSpecArgsType,
    ParamSpecKwargsType,
    TypeAliasTypeType,
    GenericType,
  ],
});
