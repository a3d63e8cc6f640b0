// TypeVar: a type variable. Its bound and constraints are given, or computed when first asked for.
import { allocGC } from "../../heap/heap.ts";
import type { PyObject, PyType } from "../../heap/object.ts";
import { drop, newRef, newRefs, type Owned, type OwnedValue, share, type Value } from "../../heap/refs.ts";
import { HAS_WEAKREFS, HAVE_GC, MADE_BY_MODULE } from "../../heap/type.ts";
import { callNative } from "../../native/bind.ts";
import { def } from "../../native/signature.ts";
import { defineType } from "../../objects/define.ts";
import type { PyDict } from "../../objects/dict.ts";
import { typeError, valueError } from "../../objects/errors.ts";
import { member } from "../../objects/members.ts";
import { None, newNone } from "../../objects/singletons.ts";
import { intern, newStr, type PyStr } from "../../objects/str.ts";
import { EMPTY_TUPLE, newTuple } from "../../objects/tuple.ts";
import { flag } from "./flags.ts";
import {
  callerModule,
  callTyping,
  checkType,
  dictOf,
  dropFields,
  Lazy,
  nameArgument,
  reduceByName,
  refuseAsBase,
  setModule,
  typingUnion,
  type Variance,
  varianceMark,
  visitFields,
  whole,
} from "./support.ts";

class TypeVarData {
  /** Owned, as is all else; null once the object has been taken apart. */
  name: PyStr | null;
  readonly bound: Lazy;
  readonly constraints: Lazy;
  readonly variance: Variance;
  dict: PyDict | null = null;
  constructor(name: Owned<PyStr>, bound: Lazy, constraints: Lazy, variance: Variance) {
    this.name = name;
    this.bound = bound;
    this.constraints = constraints;
    this.variance = variance;
  }
}
export type PyTypeVar = PyObject<TypeVarData>;

const SIZE = 96;

const make = (name: Owned<PyStr>, bound: Lazy, constraints: Lazy, variance: Variance): Owned<PyTypeVar> =>
  allocGC(TypeVarType, new TypeVarData(name, bound, constraints, variance), null, SIZE);

/** The type variable of a type parameter; steals the functions that compute its bound or constraints. */
export const newTypeVar = (name: Owned<PyStr>, bound: Owned | null, constraints: Owned | null): Owned<PyTypeVar> =>
  make(name, new Lazy(null, bound), new Lazy(null, constraints), {
    covariant: false,
    contravariant: false,
    infer: true,
  });

export function checkVariance({ covariant, contravariant, infer }: Variance): void {
  if (covariant && contravariant) throw valueError("Bivariant types are not supported.");
  if (infer && (covariant || contravariant)) throw valueError("Variance cannot be specified with infer_variance.");
}

/** The constraints as a tuple, owned; null without any. */
function constraintTuple(constraints: Value[], hasBound: boolean): Owned | null {
  if (constraints.length === 1) throw typeError("A single constraint is not allowed");
  if (constraints.length === 0) return null;
  if (hasBound) throw typeError("Constraints cannot be combined with bound=...");
  const items = newRefs();
  for (let i = 0; i < constraints.length; i++) items.push(share(constraints, i));
  return newTuple(items);
}

const NEW = def(
  "typevar(name, *constraints, bound=None, covariant: bool = False, contravariant: bool = False, infer_variance: bool = False)",
  "Makes a type variable.",
  (nameValue, constraints, boundValue, covariant, contravariant, infer) => {
    const name = nameArgument(nameValue, "typevar");
    let bound: Owned | null = null;
    try {
      const variance = { covariant, contravariant, infer };
      checkVariance(variance);
      if (boundValue !== None) bound = checkType(boundValue, intern("Bound must be a type."));
      const tuple = constraintTuple(constraints, bound !== null);
      const made = make(newRef(name), new Lazy(bound, null), new Lazy(tuple, null), variance);
      bound = null;
      setModule(made, callerModule());
      return made;
    } finally {
      drop(name);
      if (bound !== null) drop(bound);
    }
  },
);

export const TypeVarType: PyType = defineType<PyTypeVar>({
  name: "TypeVar",
  module: "typing",
  doc: "A type variable: what a generic function or class leaves open.",
  flags: HAVE_GC | HAS_WEAKREFS | MADE_BY_MODULE,
  basicSize: 64,
  managed: true,
  traverse(self, visit) {
    const { name, bound, constraints, dict } = self.value;
    visitFields([name, bound.compute, bound.value, constraints.compute, constraints.value, dict], visit);
  },
  clear(self) {
    const { bound, constraints, dict } = self.value;
    const name = self.refcnt > 0 ? null : self.value.name;
    const fields = [bound.compute, bound.value, constraints.compute, constraints.value, dict, name];
    bound.compute = bound.value = constraints.compute = constraints.value = self.value.dict = null;
    if (name !== null) self.value.name = null;
    dropFields(fields);
  },
  dictOf,
  slots: {
    new: (_type, args, kwnames) => callNative(NEW, null, args, kwnames, ""),
    repr: (self) => newStr(`${varianceMark(self.value.variance)}${self.value.name?.value ?? ""}`),
    or: typingUnion,
  },
  methods: [
    def(
      "__typing_subst__($self, /, arg)",
      "What stands for the variable when it is given a value.",
      (self: PyTypeVar, arg) => {
        const given = whole(arg);
        try {
          return callTyping("_typevar_subst", self, given);
        } finally {
          drop(given);
        }
      },
    ),
    reduceByName((self: PyTypeVar) => self.value.name ?? None),
    ...refuseAsBase("TypeVar"),
  ],
  getset: [
    { name: "__bound__", get: (self) => self.value.bound.get() ?? newNone() },
    { name: "__constraints__", get: (self): OwnedValue => self.value.constraints.get() ?? newRef(EMPTY_TUPLE) },
  ],
  constants: () => ({
    __name__: member<PyTypeVar>(TypeVarType, "__name__", (self) => self.value.name),
    __covariant__: flag<PyTypeVar>(TypeVarType, "__covariant__", (self) => self.value.variance.covariant),
    __contravariant__: flag<PyTypeVar>(TypeVarType, "__contravariant__", (self) => self.value.variance.contravariant),
    __infer_variance__: flag<PyTypeVar>(TypeVarType, "__infer_variance__", (self) => self.value.variance.infer),
    __module__: newRef(intern("typing")),
  }),
});
