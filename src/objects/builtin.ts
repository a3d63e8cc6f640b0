// Natives as Python objects: builtin functions and bound builtin methods
// (builtin_function_or_method), and the descriptors in a builtin type's namespace for methods
// (method_descriptor, classmethod_descriptor) and special methods (wrapper_descriptor, method-wrapper).
import { allocGC, reserve } from "../heap/heap.ts";
import type { PyObject, PyType } from "../heap/object.ts";
import { boxed, drop, keep, moved, newRef, type Owned, type OwnedValue, type Value } from "../heap/refs.ts";
import { HAVE_GC, NO_NEW } from "../heap/type.ts";
import { callNative } from "../native/bind.ts";
import type { Native } from "../native/signature.ts";
import { withoutFirst } from "./call.ts";
import { defineType } from "./define.ts";
import { typeError } from "./errors.ts";
import { isSubtype, typeOf } from "./lookup.ts";
import { isType, nameInMessages, typeName } from "./protocol.ts";
import { newNone } from "./singletons.ts";
import type { WrapperData } from "./slotbase.ts";
import { newStr } from "./str.ts";
import { newTuple, shareRange } from "./tuple.ts";

/** The payload of a builtin function or bound builtin method. */
export class BuiltinData {
  readonly native: Native;
  /** The module of a function, the object of a method, the class of a class method; owned. Null for a static method. */
  self: PyObject | null;
  /** The name of the module, for `__module__`; null for methods. */
  readonly module: string | null;
  /** The type whose method it is; null for functions. */
  readonly owner: PyType | null;
  constructor(native: Native, self: PyObject | null, module: string | null, owner: PyType | null) {
    this.native = native;
    this.self = self;
    this.module = module;
    this.owner = owner;
  }
}
export type PyBuiltin = PyObject<BuiltinData>;

/** `__self__`, borrowed: a static method's is its type. */
export const selfOfBuiltin = (f: PyBuiltin): PyObject | null => f.value.self ?? f.value.owner;

/** What messages put before a native's name: the class of what a method is bound to, or a function's module. */
function placeOf(f: PyBuiltin): string {
  const { module, owner } = f.value;
  if (owner === null) return module !== null && module !== "builtins" ? module : "";
  const self = selfOfBuiltin(f) as PyObject;
  return (isType(self) ? self : self.type).value.qualname;
}

/** Is it one that CPython hands a tuple of arguments? Such a call has a message of its own, with the bare name. */
const takesTuple = ({ native, owner }: BuiltinData): boolean =>
  native.countedByFormat || (owner !== null && native.params.length === 1 && native.params[0].kind === "args");

export const BuiltinType = defineType<PyBuiltin>({
  name: "builtin_function_or_method",
  flags: HAVE_GC | NO_NEW,
  basicSize: 56,
  traverse(f, visit) {
    if (f.value.self !== null) visit(f.value.self);
  },
  clear(f) {
    const self = f.value.self;
    f.value.self = null;
    if (self !== null) drop(moved(self) as Owned);
  },
  slots: {
    call(f, args, kwnames) {
      const { native } = f.value;
      if (kwnames !== null && kwnames.length > 0 && takesTuple(f.value))
        throw typeError(`${native.name}() takes no keyword arguments`);
      return callNative(native, f.value.self, args, kwnames, placeOf(f));
    },
    repr(f) {
      const { native, module } = f.value;
      const self = selfOfBuiltin(f);
      if (module !== null || self === null) return newStr(`<built-in function ${native.name}>`);
      return newStr(`<built-in method ${native.name} of ${typeName(self)} object at ${addressText(self)}>`);
    },
    compare: (f, other, op) => compareBuiltins(f, other, op),
    hash: (f) => addressOf(f.value.self ?? f) + f.value.native.name.length,
  },
});

let addressOf: (o: PyObject) => number = () => 0;
let compareBuiltins: (f: PyBuiltin, other: Value, op: number) => OwnedValue;
/** Told once by object.ts. */
export const setBuiltinSupport = (address: typeof addressOf, compare: typeof compareBuiltins): void => {
  addressOf = address;
  compareBuiltins = compare;
};
/** An address as repr shows it. */
export const addressText = (o: PyObject): string => `0x${addressOf(o).toString(16)}`;

/** A function of a module. */
export const newBuiltin = (
  native: Native,
  self: PyObject | null,
  module: string | null,
  owner: PyType | null,
): Owned<PyBuiltin> => {
  reserve(72);
  return allocGC(BuiltinType, new BuiltinData(native, self === null ? null : newRef(self), module, owner), null, 72);
};

/** A builtin method bound to a value. */
export function bindBuiltin(native: Native, self: Value, owner: PyType): Owned<PyBuiltin> {
  reserve(72 + 32);
  const data = new BuiltinData(native, boxed(keep(self)), null, owner);
  return allocGC(BuiltinType, data, null, 72);
}

// ---- descriptors ----

/** The payload of a method descriptor. */
export class MethodData {
  readonly native: Native;
  readonly owner: PyType;
  constructor(native: Native, owner: PyType) {
    this.native = native;
    this.owner = owner;
  }
}
export type PyMethodDescriptor = PyObject<MethodData>;

const describe = (kind: string, name: string, owner: PyType): Owned =>
  newStr(`<${kind} '${name}' of '${nameInMessages(owner)}' objects>`);

/** The error of a descriptor that is used on an object of another type. */
function wrongType(name: string, owner: PyType, value: Value): unknown {
  return typeError(
    `descriptor '${name}' for '${nameInMessages(owner)}' objects doesn't apply to a '${typeName(value)}' object`,
  );
}

/** Splits self off the arguments of an unbound method. */
function takeSelf(name: string, owner: PyType, args: Value[], kwnames: readonly PyObject[] | null): Value {
  if (args.length - (kwnames?.length ?? 0) < 1) {
    throw typeError(`unbound method ${owner.value.name}.${name}() needs an argument`);
  }
  const self = args[0];
  if (isSubtype(typeOf(self), owner)) return self;
  throw wrongType(name, owner, self);
}

export const MethodDescriptorType = defineType<PyMethodDescriptor>({
  name: "method_descriptor",
  flags: HAVE_GC | NO_NEW,
  basicSize: 56,
  slots: {
    call(d, args, kwnames) {
      const { native, owner } = d.value;
      const self = takeSelf(native.name, owner, args, kwnames);
      return withoutFirst(args, (rest) => callNative(native, self, rest, kwnames, owner.value.name));
    },
    descrGet(d, instance) {
      if (instance === null) return newRef(d);
      const { native, owner } = d.value;
      if (!isSubtype(typeOf(instance), owner)) throw wrongType(native.name, owner, instance);
      return bindBuiltin(native, instance, owner);
    },
    repr: (d) => describe("method", d.value.native.name, d.value.owner),
  },
});

/** The class that a class method is called for: the owner, or one built on it. */
function checkedClass(d: PyMethodDescriptor, type: Value): PyType {
  const { native, owner } = d.value;
  if (!isType(type)) {
    throw typeError(
      `descriptor '${native.name}' for type '${owner.value.name}' needs a type, not a '${typeName(type)}' as arg 2`,
    );
  }
  if (isSubtype(type, owner)) return type;
  throw typeError(
    `descriptor '${native.name}' requires a subtype of '${owner.value.name}' but received '${type.value.name}'`,
  );
}

export const ClassMethodDescriptorType = defineType<PyMethodDescriptor>({
  name: "classmethod_descriptor",
  flags: HAVE_GC | NO_NEW,
  basicSize: 56,
  slots: {
    call(d, args, kwnames) {
      if (args.length < 1)
        throw typeError(
          `descriptor '${d.value.native.name}' of '${nameInMessages(d.value.owner)}' object needs an argument`,
        );
      const type = checkedClass(d, args[0]);
      return withoutFirst(args, (rest) => callNative(d.value.native, type, rest, kwnames, d.value.owner.value.name));
    },
    descrGet: (d, instance, owner) =>
      bindBuiltin(d.value.native, checkedClass(d, owner ?? typeOf(instance as Value)), d.value.owner),
    repr: (d) => describe("method", d.value.native.name, d.value.owner),
  },
});

export type PyWrapper = PyObject<WrapperData>;

/** Special methods that take keywords. */
const WITH_KEYWORDS = new Set(["__call__", "__init__"]);

function callWrapper(wrapper: PyWrapper, self: Value, args: Value[], kwnames: readonly PyObject[] | null): OwnedValue {
  const { entry, fn } = wrapper.value;
  if (kwnames !== null && kwnames.length > 0 && !WITH_KEYWORDS.has(entry.name))
    throw typeError(`wrapper ${entry.name}() takes no keyword arguments`);
  return entry.wrap(fn, self as PyObject, args, kwnames);
}

/** CPython makes a tuple of the arguments behind self. */
function callSliced(wrapper: PyWrapper, args: Value[], kwnames: readonly PyObject[] | null): OwnedValue {
  const end = args.length - (kwnames?.length ?? 0);
  const rest = newTuple(shareRange(args, 1, end));
  const all = rest.value as unknown as Value[];
  try {
    return callWrapper(wrapper, args[0], end === args.length ? all : [...all, ...args.slice(end)], kwnames);
  } finally {
    drop(rest);
  }
}

export const WrapperDescriptorType = defineType<PyWrapper>({
  name: "wrapper_descriptor",
  flags: HAVE_GC | NO_NEW,
  basicSize: 56,
  slots: {
    call(d, args, kwnames) {
      const { owner, entry } = d.value;
      if (args.length - (kwnames?.length ?? 0) < 1) {
        throw typeError(`descriptor '${entry.name}' of '${nameInMessages(owner)}' object needs an argument`);
      }
      if (!isSubtype(typeOf(args[0]), owner)) {
        throw typeError(
          `descriptor '${entry.name}' requires a '${nameInMessages(owner)}' object but received a '${typeName(args[0])}'`,
        );
      }
      return callSliced(d, args, kwnames);
    },
    descrGet(d, instance) {
      if (instance === null) return newRef(d);
      if (!isSubtype(typeOf(instance), d.value.owner)) throw wrongType(d.value.entry.name, d.value.owner, instance);
      return newMethodWrapper(d, instance);
    },
    repr: (d) => newStr(`<slot wrapper '${d.value.entry.name}' of '${nameInMessages(d.value.owner)}' objects>`),
  },
});

/** A special method of a builtin, bound to an object: [the descriptor, self], both owned. */
export type PyMethodWrapper = PyObject<{ wrapper: PyWrapper; self: PyObject } | null>;

export const MethodWrapperType = defineType<PyMethodWrapper>({
  name: "method-wrapper",
  flags: HAVE_GC | NO_NEW,
  basicSize: 32,
  traverse(m, visit) {
    if (m.value === null) return;
    visit(m.value.wrapper);
    visit(m.value.self);
  },
  clear(m) {
    const bound = m.value;
    m.value = null;
    if (bound === null) return;
    drop(moved(bound.wrapper) as Owned);
    drop(moved(bound.self) as Owned);
  },
  slots: {
    call(m, args, kwnames) {
      if (m.value === null) return newNone();
      const { wrapper, self } = m.value;
      return callWrapper(wrapper, self, args, kwnames);
    },
    repr(m) {
      if (m.value === null) return newStr("<method-wrapper>");
      const { wrapper, self } = m.value;
      return newStr(
        `<method-wrapper '${wrapper.value.entry.name}' of ${typeName(self)} object at ${addressText(self)}>`,
      );
    },
  },
});

const newMethodWrapper = (wrapper: PyWrapper, self: Value): Owned<PyMethodWrapper> =>
  allocGC(MethodWrapperType, { wrapper: newRef(wrapper), self: boxed(keep(self)) }, null, 48);

export const newMethodDescriptor = (native: Native, owner: PyType): Owned =>
  allocGC(
    native.kind === "classmethod" ? ClassMethodDescriptorType : MethodDescriptorType,
    new MethodData(native, owner),
    null,
    72,
  );
export const newWrapper = (data: WrapperData): Owned => allocGC(WrapperDescriptorType, data, null, 72);

// ---- computed attributes and members ----

export interface GetSetData {
  name: string;
  doc: string | null;
  owner: PyType;
  get(self: PyObject): OwnedValue;
  set: ((self: PyObject, value: Value | undefined) => void) | null;
  /** Where instances of plain classes keep it, for a member of `__slots__`. */
  slot?: number;
}
export type PyGetSet = PyObject<GetSetData>;

const getSetSlots = {
  descrGet(d: PyGetSet, instance: Value | null): OwnedValue {
    if (instance === null) return newRef(d);
    const { name, owner } = d.value;
    if (!isSubtype(typeOf(instance), owner)) throw wrongType(name, owner, instance);
    return d.value.get(instance as PyObject);
  },
  descrSet(d: PyGetSet, instance: PyObject, value: Value | undefined): void {
    const { name, owner, set } = d.value;
    if (!isSubtype(typeOf(instance), owner)) throw wrongType(name, owner, instance);
    if (set === null) throw readOnly(d, instance);
    set(instance, value);
  },
};
let readOnly: (d: PyGetSet, instance: PyObject) => unknown;
/** Told once by object.ts: the AttributeError of a read-only attribute. */
export const setReadOnlyError = (f: typeof readOnly): void => {
  readOnly = f;
};

export const GetSetType = defineType<PyGetSet>({
  name: "getset_descriptor",
  flags: HAVE_GC | NO_NEW,
  basicSize: 48,
  slots: { ...getSetSlots, repr: (d) => describe("attribute", d.value.name, d.value.owner) },
  traverse(d, visit) {
    visit(d.value.owner);
  },
  clear(d) {
    drop(moved(d.value.owner) as Owned<PyType>);
  },
});

export const MemberType = defineType<PyGetSet>({
  name: "member_descriptor",
  flags: HAVE_GC | NO_NEW,
  basicSize: 48,
  slots: { ...getSetSlots, repr: (d) => describe("member", d.value.name, d.value.owner) },
  traverse(d, visit) {
    visit(d.value.owner);
  },
  clear(d) {
    drop(moved(d.value.owner) as Owned<PyType>);
  },
});

/** A descriptor of a computed attribute; it owns a reference to its type. */
export const newGetSet = (data: GetSetData, member = false): Owned => {
  newRef(data.owner);
  return allocGC(member ? MemberType : GetSetType, data, null, 64);
};
