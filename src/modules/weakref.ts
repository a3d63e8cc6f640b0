// weakref: the names of _weakref, for an instance without a standard library, whose own module of
// this name has the weak containers too.
import { newRef, type OwnedValue } from "../heap/refs.ts";
import { newBuiltin } from "../objects/builtin.ts";
import { tupleOf } from "../objects/tuple.ts";
import { CallableProxyType, ProxyType } from "../objects/weakproxy.ts";
import { weakrefFunctions, weakrefTypes } from "./_weakref.ts";
import { defineModule } from "./module.ts";

export default defineModule({
  name: "weakref",
  doc: "Weak references.",
  constants: (): Record<string, OwnedValue> => ({
    // The functions say where they come from.
    ...Object.fromEntries(weakrefFunctions.map((f) => [f.name, newBuiltin(f, null, "_weakref", null)])),
    ...weakrefTypes(),
    ProxyTypes: tupleOf(newRef(ProxyType), newRef(CallableProxyType)),
  }),
});
