// The attributes of natives as Python objects: names, owners, texts, and how they are pickled.
// builtin.ts says what the objects are.
import type { PyObject, PyType } from "../heap/object.ts";
import { drop, newRef, type Owned, type OwnedValue, sameBoxed, shareBoxed, type Value } from "../heap/refs.ts";
import { EQ, NE } from "../heap/type.ts";
import { def } from "../native/signature.ts";
import {
  BuiltinType,
  ClassMethodDescriptorType,
  GetSetType,
  MemberType,
  MethodDescriptorType,
  MethodWrapperType,
  type PyBuiltin,
  type PyGetSet,
  type PyMethodDescriptor,
  type PyMethodWrapper,
  type PyWrapper,
  selfOfBuiltin,
  WrapperDescriptorType,
} from "./builtin.ts";
import { extendType, type GetSet } from "./define.ts";
import { builtinNamed } from "./iterators.ts";
import { madeMember, member } from "./members.ts";
import { MethodType, type PyMethod } from "./method.ts";
import { addressOf } from "./object.ts";
import { getAttrText, isType, strText } from "./protocol.ts";
import { None, newBool, newNone, notImplemented } from "./singletons.ts";
import { newStr } from "./str.ts";
import { tupleOf } from "./tuple.ts";

const textOrNone = (text: string | null): OwnedValue => (text === null || text === "" ? newNone() : newStr(text));

/** `(getattr, (holder, name))`: how a method is found again. */
const reduced = (holder: PyObject, name: string): Owned =>
  tupleOf(builtinNamed("getattr"), tupleOf(shareBoxed(holder), newStr(name)));

/** What a native says of itself. */
interface Described {
  name: string;
  doc: string | null;
  /** Undefined for what is not called. */
  textSignature?: string | null;
}

const textsOf = <T>(describe: (self: T) => Described): GetSet<T>[] => [
  { name: "__doc__", get: (o) => textOrNone(describe(o).doc) },
  { name: "__text_signature__", get: (o) => textOrNone(describe(o).textSignature ?? null) },
];

const qualified = (owner: PyType, name: string): Owned => newStr(`${owner.value.qualname}.${name}`);

// ---- builtin functions and bound methods ----

const isFunctionOf = (f: PyBuiltin): boolean => f.value.module !== null || selfOfBuiltin(f) === null;

extendType<PyBuiltin>(BuiltinType, {
  getset: [
    { name: "__name__", get: (f) => newStr(f.value.native.name) },
    {
      name: "__qualname__",
      get(f) {
        const self = selfOfBuiltin(f);
        if (isFunctionOf(f) || self === null) return newStr(f.value.native.name);
        return qualified(isType(self) ? self : self.type, f.value.native.name);
      },
    },
    { name: "__self__", get: (f) => shareBoxed(f.value.self ?? None) },
    ...textsOf<PyBuiltin>((f) => f.value.native),
  ],
  methods: [
    def("__reduce__($self, /)", "", (f: PyBuiltin) => {
      const self = selfOfBuiltin(f);
      return isFunctionOf(f) || self === null ? newStr(f.value.native.name) : reduced(self, f.value.native.name);
    }),
  ],
  constants: () => ({
    __module__: madeMember<PyBuiltin>(BuiltinType, "__module__", (f) => textOrNone(f.value.module)),
  }),
});

// ---- descriptors ----

/** `__name__`, `__objclass__` and `__qualname__` of a descriptor. */
const placed = <T extends PyObject>(type: PyType, name: (d: T) => string, owner: (d: T) => PyType) => ({
  getset: [{ name: "__qualname__", get: (d: T) => qualified(owner(d), name(d)) }],
  constants: () => ({
    __objclass__: member<T>(type, "__objclass__", owner),
    __name__: madeMember<T>(type, "__name__", (d) => newStr(name(d))),
  }),
});

for (const type of [MethodDescriptorType, ClassMethodDescriptorType]) {
  const { getset, constants } = placed<PyMethodDescriptor>(
    type,
    (d) => d.value.native.name,
    (d) => d.value.owner,
  );
  extendType<PyMethodDescriptor>(type, {
    getset: [...getset, ...textsOf<PyMethodDescriptor>((d) => d.value.native)],
    methods:
      type === ClassMethodDescriptorType
        ? []
        : [def("__reduce__($self, /)", "", (d: PyMethodDescriptor) => reduced(d.value.owner, d.value.native.name))],
    constants,
  });
}

const entryOf = (d: PyWrapper): Described => ({ ...d.value.entry, textSignature: d.value.entry.signature || null });

{
  const { getset, constants } = placed<PyWrapper>(
    WrapperDescriptorType,
    (d) => d.value.entry.name,
    (d) => d.value.owner,
  );
  extendType<PyWrapper>(WrapperDescriptorType, {
    getset: [...getset, ...textsOf(entryOf)],
    methods: [def("__reduce__($self, /)", "", (d: PyWrapper) => reduced(d.value.owner, d.value.entry.name))],
    constants,
  });
}

for (const type of [GetSetType, MemberType]) {
  const { getset, constants } = placed<PyGetSet>(
    type,
    (d) => d.value.name,
    (d) => d.value.owner,
  );
  extendType<PyGetSet>(type, {
    getset: [...getset, { name: "__doc__", get: (d) => textOrNone(d.value.doc) }],
    methods:
      type === GetSetType
        ? []
        : [def("__reduce__($self, /)", "", (d: PyGetSet) => reduced(d.value.owner, d.value.name))],
    constants,
  });
}

// ---- bound special methods ----

type Bound = NonNullable<PyMethodWrapper["value"]>;
const boundOf = (m: PyMethodWrapper): Bound => m.value as Bound;

extendType<PyMethodWrapper>(MethodWrapperType, {
  slots: {
    compare(m, other: Value, op) {
      if ((op !== EQ && op !== NE) || typeof other === "number" || other.type !== MethodWrapperType)
        return notImplemented();
      const [a, b] = [boundOf(m), boundOf(other as PyMethodWrapper)];
      return newBool((a.wrapper === b.wrapper && sameBoxed(a.self, b.self)) === (op === EQ));
    },
    hash: (m) => addressOf(boundOf(m).self) + boundOf(m).wrapper.value.entry.name.length,
  },
  getset: [
    { name: "__name__", get: (m) => newStr(boundOf(m).wrapper.value.entry.name) },
    {
      name: "__qualname__",
      get: (m) => qualified(boundOf(m).wrapper.value.owner, boundOf(m).wrapper.value.entry.name),
    },
    { name: "__objclass__", get: (m) => newRef(boundOf(m).wrapper.value.owner) },
    ...textsOf<PyMethodWrapper>((m) => entryOf(boundOf(m).wrapper)),
  ],
  methods: [
    def("__reduce__($self, /)", "", (m: PyMethodWrapper) =>
      reduced(boundOf(m).self, boundOf(m).wrapper.value.entry.name),
    ),
  ],
  constants: () => ({ __self__: member<PyMethodWrapper>(MethodWrapperType, "__self__", (m) => boundOf(m).self) }),
});

extendType<PyMethod>(MethodType, {
  methods: [
    def("__reduce__($self, /)", "", ({ value: { func, self } }: PyMethod) => {
      if (func === null || self === null) return newNone();
      const name = getAttrText(func, "__name__");
      try {
        return reduced(self, strText(name));
      } finally {
        drop(name);
      }
    }),
  ],
});
