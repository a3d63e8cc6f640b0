// _weakref: what weak references are made and looked at with. The types are objects/weakref.ts
// and objects/weakproxy.ts.
import { drop, newRef, type OwnedValue, type Refs } from "../heap/refs.ts";
import { weakrefsOf } from "../heap/weakrefs.ts";
import { def } from "../native/signature.ts";
import { dictDelete, dictGet, isDict } from "../objects/dict.ts";
import { typeError } from "../objects/errors.ts";
import { newList } from "../objects/list.ts";
import { typeName } from "../objects/protocol.ts";
import { CallableProxyType, newProxy, ProxyType } from "../objects/weakproxy.ts";
import { isWeakref, targetOf, WeakrefType } from "../objects/weakref.ts";
import { defineModule } from "./module.ts";

/** Deletes an entry whose value is a reference to an object that is gone. */
const removeDead = def(
  "_remove_dead_weakref($module, dct, key, /)",
  "Deletes the entry of a key whose value is a dead reference.",
  (_module, dict, key) => {
    if (!isDict(dict)) throw typeError(`_remove_dead_weakref() argument 1 must be dict, not ${typeName(dict)}`);
    const value = dictGet(dict, key);
    if (value === undefined) return;
    try {
      if (!isWeakref(value)) throw typeError("not a weakref");
      if (targetOf(value) === null) dictDelete(dict, key);
    } finally {
      drop(value);
    }
  },
);

/** The functions, which `weakref` has too. */
export const weakrefFunctions = [
  def(
    "proxy($module, object, callback=None, /)",
    "A stand-in for an object that does not keep it alive.",
    (_module, object, callback) => newProxy(object, callback),
  ),
  def(
    "getweakrefcount($module, object, /) -> int",
    "How many weak references there are to an object.",
    (_module, object) => (typeof object === "number" ? 0 : weakrefsOf(object).length),
  ),
  def("getweakrefs($module, object, /)", "The weak references to an object, as a list.", (_module, object) =>
    newList((typeof object === "number" ? [] : weakrefsOf(object).map((ref) => newRef(ref))) as OwnedValue[] as Refs),
  ),
  removeDead,
];

export const weakrefTypes = (): Record<string, OwnedValue> => ({
  ref: newRef(WeakrefType),
  ReferenceType: newRef(WeakrefType),
  ProxyType: newRef(ProxyType),
  CallableProxyType: newRef(CallableProxyType),
});

export default defineModule({
  name: "_weakref",
  doc: "Weak references.",
  functions: weakrefFunctions,
  constants: weakrefTypes,
});
