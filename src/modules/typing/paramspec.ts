// ParamSpec: the parameters of a function, left open; and its halves, P.args and P.kwargs.
import { allocGC } from "../../heap/heap.ts";
import type { PyObject, PyType } from "../../heap/object.ts";
import { drop, dropMaybe, newRef, type Owned, type Value } from "../../heap/refs.ts";
import { EQ, HAS_WEAKREFS, HAVE_GC, MADE_BY_MODULE, NE } from "../../heap/type.ts";
import { callNative } from "../../native/bind.ts";
import { def } from "../../native/signature.ts";
import { defineType } from "../../objects/define.ts";
import type { PyDict } from "../../objects/dict.ts";
import { member } from "../../objects/members.ts";
import { compareBool, reprText } from "../../objects/protocol.ts";
import { None, newBool, notImplemented } from "../../objects/singletons.ts";
import { intern, newStr, type PyStr } from "../../objects/str.ts";
import { flag } from "./flags.ts";
import {
  callerModule,
  callTyping,
  checkType,
  dictOf,
  dropFields,
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
import { checkVariance } from "./typevar.ts";

class ParamSpecData {
  /** Owned, as is all else; null once the object has been taken apart. */
  name: PyStr | null;
  bound: PyObject | null;
  readonly variance: Variance;
  dict: PyDict | null = null;
  constructor(name: Owned<PyStr>, bound: Owned | null, variance: Variance) {
    this.name = name;
    this.bound = bound;
    this.variance = variance;
  }
}
export type PyParamSpec = PyObject<ParamSpecData>;

const make = (name: Owned<PyStr>, bound: Owned | null, variance: Variance): Owned<PyParamSpec> =>
  allocGC(ParamSpecType, new ParamSpecData(name, bound, variance), null, 72);

/** Of a type parameter. */
export const newParamSpec = (name: Owned<PyStr>): Owned<PyParamSpec> =>
  make(name, null, { covariant: false, contravariant: false, infer: true });

const NEW = def(
  "paramspec(name, *, bound=NULL, covariant: bool = False, contravariant: bool = False, infer_variance: bool = False)",
  "Makes a parameter specification.",
  (nameValue, boundValue, covariant, contravariant, infer) => {
    const name = nameArgument(nameValue, "paramspec");
    try {
      const variance = { covariant, contravariant, infer };
      checkVariance(variance);
      const bound = boundValue === undefined ? null : checkType(boundValue, intern("Bound must be a type."));
      const made = make(newRef(name), bound, variance);
      setModule(made, callerModule());
      return made;
    } finally {
      drop(name);
    }
  },
);

export const ParamSpecType: PyType = defineType<PyParamSpec>({
  name: "ParamSpec",
  module: "typing",
  doc: "A parameter specification: the parameters of a function, left open.",
  flags: HAVE_GC | HAS_WEAKREFS | MADE_BY_MODULE,
  basicSize: 40,
  managed: true,
  traverse(self, visit) {
    const { name, bound, dict } = self.value;
    visitFields([name, bound, dict], visit);
  },
  clear(self) {
    const { bound, dict } = self.value;
    const name = self.refcnt > 0 ? null : self.value.name;
    self.value.bound = self.value.dict = null;
    if (name !== null) self.value.name = null;
    dropFields([bound, dict, name]);
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
      "What stands for the parameters when they are given.",
      (self: PyParamSpec, arg) => {
        const given = whole(arg);
        try {
          return callTyping("_paramspec_subst", self, given);
        } finally {
          drop(given);
        }
      },
    ),
    def(
      "__typing_prepare_subst__($self, /, alias, args)",
      "Brings the arguments of a generic into order.",
      (self: PyParamSpec, alias, args) =>
        callTyping("_paramspec_prepare_subst", self, alias as PyObject, args as PyObject),
    ),
    reduceByName((self: PyParamSpec) => self.value.name ?? None),
    ...refuseAsBase("ParamSpec"),
  ],
  getset: [
    { name: "args", doc: "Represents positional arguments.", get: (self) => newHalf(ParamSpecArgsType, newRef(self)) },
    { name: "kwargs", doc: "Represents keyword arguments.", get: (self) => newHalf(ParamSpecKwargsType, newRef(self)) },
  ],
  constants: () => ({
    __name__: member<PyParamSpec>(ParamSpecType, "__name__", (self) => self.value.name),
    __bound__: member<PyParamSpec>(ParamSpecType, "__bound__", (self) => self.value.bound),
    __covariant__: flag<PyParamSpec>(ParamSpecType, "__covariant__", (self) => self.value.variance.covariant),
    __contravariant__: flag<PyParamSpec>(
      ParamSpecType,
      "__contravariant__",
      (self) => self.value.variance.contravariant,
    ),
    __infer_variance__: flag<PyParamSpec>(ParamSpecType, "__infer_variance__", (self) => self.value.variance.infer),
    __module__: newRef(intern("typing")),
  }),
});

// ---- P.args and P.kwargs ----

/** The payload is the origin, owned. */
type PyHalf = PyObject<PyObject | null>;

const newHalf = (type: PyType, origin: Owned): Owned<PyHalf> => allocGC<PyObject | null, null>(type, origin, null, 56);

const originText = (origin: PyObject | null): string =>
  origin !== null && origin.type === ParamSpecType
    ? ((origin as PyParamSpec).value.name?.value ?? "")
    : reprText(origin ?? None);

/** The type of one half: `suffix` is what its repr ends with. */
function defineHalf(name: string, maker: string, suffix: string, doc: string): PyType {
  const create = def(`${maker}(origin)`, doc, (origin: Value) => newHalf(type, whole(origin)));
  const type: PyType = defineType<PyHalf>({
    name,
    module: "typing",
    doc,
    flags: HAVE_GC | HAS_WEAKREFS | MADE_BY_MODULE,
    basicSize: 24,
    managed: true,
    traverse: (self, visit) => visitFields([self.value], visit),
    clear(self) {
      const origin = self.value;
      self.value = null;
      dropMaybe(origin);
    },
    slots: {
      new: (_type, args, kwnames) => callNative(create, null, args, kwnames, ""),
      repr: (self) => newStr(`${originText(self.value)}.${suffix}`),
      compare(self, other, op) {
        if ((op !== EQ && op !== NE) || typeof other === "number" || other.type !== self.type) return notImplemented();
        return newBool(compareBool(self.value ?? None, (other as PyHalf).value ?? None, op));
      },
    },
    methods: refuseAsBase(name),
    constants: () => ({
      __origin__: member<PyHalf>(type, "__origin__", (self) => self.value),
      __module__: newRef(intern("typing")),
    }),
  });
  return type;
}

export const ParamSpecArgsType = defineHalf(
  "ParamSpecArgs",
  "paramspecargs",
  "args",
  "The positional half of a ParamSpec.",
);
export const ParamSpecKwargsType = defineHalf(
  "ParamSpecKwargs",
  "paramspeckwargs",
  "kwargs",
  "The keyword half of a ParamSpec.",
);
