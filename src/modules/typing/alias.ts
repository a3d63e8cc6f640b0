// TypeAliasType: what `type X = ...` makes. Its value is computed when it is first asked for.
import { allocGC } from "../../heap/heap.ts";
import type { PyObject, PyType } from "../../heap/object.ts";
import { drop, newRef, type Owned, shareBoxed, type Value } from "../../heap/refs.ts";
import { HAVE_GC } from "../../heap/type.ts";
import { callNative } from "../../native/bind.ts";
import { def } from "../../native/signature.ts";
import { defineType } from "../../objects/define.ts";
import { typeError } from "../../objects/errors.ts";
import { isFunction } from "../../objects/function.ts";
import { newGenericAlias } from "../../objects/genericalias.ts";
import { genericGetAttr } from "../../objects/instance.ts";
import { member } from "../../objects/members.ts";
import { None, newNone } from "../../objects/singletons.ts";
import { newStr, type PyStr } from "../../objects/str.ts";
import { EMPTY_TUPLE, isTuple, type PyTuple } from "../../objects/tuple.ts";
import { makeUnion, setAliasTest } from "../../objects/union.ts";
import { callerModule, dropFields, Lazy, nameArgument, reduceByName, visitFields, whole } from "./support.ts";
import { unpackVariadic } from "./typevartuple.ts";

class AliasData {
  /** Owned, as is all else; null once the object has been taken apart. */
  name: PyStr | null;
  params: PyTuple | null;
  readonly content: Lazy;
  module: PyObject | null;
  constructor(name: Owned<PyStr>, params: Owned<PyTuple> | null, content: Lazy, module: Owned | null) {
    this.name = name;
    this.params = params;
    this.content = content;
    this.module = module;
  }
}
export type PyTypeAlias = PyObject<AliasData>;

const make = (
  name: Owned<PyStr>,
  params: Owned<PyTuple> | null,
  content: Lazy,
  module: Owned | null,
): Owned<PyTypeAlias> => allocGC(TypeAliasTypeType, new AliasData(name, params, content, module), null, 72);

/** The alias of a `type` statement; steals everything. */
export const newTypeAlias = (name: Owned<PyStr>, params: Owned<PyTuple> | null, compute: Owned): Owned<PyTypeAlias> =>
  make(name, params, new Lazy(null, compute), null);

const NEW = def("typealias(name, value, *, type_params=NULL)", "Makes a type alias.", (nameValue, value, params) => {
  const name = nameArgument(nameValue, "typealias");
  if (params !== undefined && !isTuple(params)) {
    drop(name);
    throw typeError("type_params must be a tuple");
  }
  return make(name, params === undefined ? null : newRef(params), new Lazy(whole(value), null), callerModule());
});

/** The module of the alias, or of the function that computes it. */
function moduleOf({ module, content }: AliasData): PyObject {
  if (module !== null) return module;
  const { compute } = content;
  return (compute !== null && isFunction(compute) ? compute.value.module : null) ?? None;
}

function subscript(self: PyTypeAlias, item: Value): Owned {
  if (self.value.params === null) throw typeError("Only generic type aliases are subscriptable");
  return newGenericAlias(self, item);
}

export const TypeAliasTypeType: PyType = defineType<PyTypeAlias>({
  name: "TypeAliasType",
  module: "typing",
  doc: "The alias that a type statement makes.",
  flags: HAVE_GC,
  basicSize: 56,
  traverse(self, visit) {
    const { name, params, content, module } = self.value;
    visitFields([name, params, content.compute, content.value, module], visit);
  },
  clear(self) {
    const { params, content, module } = self.value;
    const name = self.refcnt > 0 ? null : self.value.name;
    const fields = [params, content.compute, content.value, module, name];
    self.value.params = self.value.module = content.compute = content.value = null;
    if (name !== null) self.value.name = null;
    dropFields(fields);
  },
  slots: {
    new: (_type, args, kwnames) => callNative(NEW, null, args, kwnames, ""),
    repr: (self) => newStr(self.value.name?.value ?? ""),
    getattr: genericGetAttr,
    getitem: subscript,
    or: makeUnion,
  },
  methods: [reduceByName((self: PyTypeAlias) => self.value.name ?? None)],
  getset: [
    { name: "__parameters__", get: (self) => unpackVariadic(self.value.params ?? EMPTY_TUPLE) },
    { name: "__type_params__", get: (self) => newRef(self.value.params ?? EMPTY_TUPLE) },
    {
      name: "__value__",
      get(self) {
        const value = self.value.content.get();
        if (value === null) return newNone();
        const answer = shareBoxed(value);
        drop(value);
        return answer;
      },
    },
    { name: "__module__", get: (self) => shareBoxed(moduleOf(self.value)) },
  ],
  constants: () => ({ __name__: member<PyTypeAlias>(TypeAliasTypeType, "__name__", (self) => self.value.name) }),
});

setAliasTest((value) => value.type === TypeAliasTypeType);
