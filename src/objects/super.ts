// super: looks attributes up in the resolution order of an object's type, after a given type.
// The form without arguments finds type and object in the frame that calls it, which the virtual
// machine tells; LOAD_SUPER_ATTR asks `superGetAttr` without making the object.
import { allocGC } from "../heap/heap.ts";
import type { PyObject, PyType } from "../heap/object.ts";
import { boxed, drop, dropMaybe, keep, newRef, type Owned, type OwnedValue, type Value } from "../heap/refs.ts";
import { BASETYPE, HAVE_GC } from "../heap/type.ts";
import { call } from "./call.ts";
import { defineType } from "./define.ts";
import { dictGet, type PyDict } from "./dict.ts";
import { systemError, typeError } from "./errors.ts";
import { asInstanceOf, genericGetAttr } from "./instance.ts";
import { isSubtype, typeOf } from "./lookup.ts";
import { member } from "./members.ts";
import { asObject, findAttrText, isType, noAttribute, slotsOf, typeName } from "./protocol.ts";
import { None } from "./singletons.ts";
import { intern, newStr, type PyStr } from "./str.ts";
import { setSuperInitSubclass } from "./type.ts";

/** Every field that is not null is owned. */
interface SuperData {
  /** Where the search starts: after this type. */
  type: PyType | null;
  object: PyObject | null;
  /** The type whose resolution order is walked. */
  objectType: PyType | null;
}
export type PySuper = PyObject<SuperData>;

let caller: () => { type: PyType; self: Value };
/** Told once by the virtual machine: the `__class__` cell and the first argument of the frame that runs, borrowed. */
export const setSuperCaller = (f: typeof caller): void => {
  caller = f;
};

/** The type in whose resolution order `super(type, object)` looks, borrowed for as long as the object lives. */
function checkedType(type: PyType, object: Value): PyType {
  if (isType(object) && isSubtype(object, type)) return object;
  if (isSubtype(typeOf(object), type)) return typeOf(object);
  const claimed = findAttrText(object, "__class__");
  if (claimed !== undefined) {
    const fits = isType(claimed) && claimed !== typeOf(object) && isSubtype(claimed, type);
    drop(claimed);
    if (fits) return claimed as PyType;
  }
  throw typeError("super(type, obj): obj must be an instance or subtype of type");
}

/** An attribute of a type after `type` in the resolution order, as it lies there; undefined when there is none. */
function findAfter(type: PyType, objectType: PyType, name: PyStr): OwnedValue | undefined {
  const order = objectType.value.mro;
  for (let i = order.indexOf(type) + 1; i > 0 && i < order.length; i++) {
    const found = dictGet(order[i].value.dict as PyDict, name);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** Binds what was found, and gives the descriptor up. */
function bind(found: OwnedValue, object: Value, objectType: PyType): OwnedValue {
  const get = slotsOf(found).descrGet;
  if (get === null) return found;
  try {
    return get(asObject(found), object === objectType ? null : object, objectType);
  } finally {
    drop(found);
  }
}

/** `super(type, self).name`, without the super object when the name is found. */
export function superGetAttr(type: PyType, self: Value, name: PyStr): OwnedValue {
  const objectType = checkedType(type, self);
  const found = name.value === "__class__" ? undefined : findAfter(type, objectType, name);
  if (found !== undefined) return bind(found, self, objectType);
  const object = newSuper(type, boxed(keep(self)), newRef(objectType));
  try {
    const own = genericGetAttr(object, name);
    if (own === undefined) throw noAttribute(object, name);
    return own;
  } finally {
    drop(object);
  }
}

/** As `superGetAttr`, but a function found as it lies is answered unbound: it is to be called with `self` first. */
export function superGetMethod(
  type: PyType,
  self: Value,
  name: PyStr,
  isPlainFunction: (value: Value) => boolean,
): { value: OwnedValue; unbound: boolean } {
  const objectType = checkedType(type, self);
  const found = name.value === "__class__" || self === objectType ? undefined : findAfter(type, objectType, name);
  if (found === undefined) return { value: superGetAttr(type, self, name), unbound: false };
  if (isPlainFunction(found)) return { value: found, unbound: true };
  return { value: bind(found, self, objectType), unbound: false };
}

/** Borrows the type, steals the rest. */
const newSuper = (type: PyType | null, object: Owned | null, objectType: Owned<PyType> | null): Owned<PySuper> =>
  allocGC<SuperData, null>(SuperType, { type: type === null ? null : newRef(type), object, objectType }, null, 56);

function getSuperAttr(self: PySuper, name: PyObject): OwnedValue | undefined {
  const { type, object, objectType } = self.value;
  if (type !== null && object !== null && objectType !== null && (name as PyStr).value !== "__class__") {
    const found = findAfter(type, objectType, name as PyStr);
    if (found !== undefined) return bind(found, object, objectType);
  }
  return genericGetAttr(self, name);
}

function initSuper(self: PySuper, args: Value[], kwnames: readonly PyObject[] | null): void {
  if (kwnames !== null && kwnames.length > 0) throw typeError("super() takes no keyword arguments");
  if (args.length > 2) throw typeError(`super() expected at most 2 arguments, got ${args.length}`);
  let type: Value;
  let object: Value | undefined;
  if (args.length === 0) ({ type, self: object } = caller());
  else [type, object] = args;
  if (!isType(type)) throw typeError(`super() argument 1 must be a type, not ${typeName(type)}`);
  if (object === None) object = undefined;
  const objectType = object === undefined ? null : newRef(checkedType(type, object));
  const old = self.value;
  self.value = { type: newRef(type), object: object === undefined ? null : boxed(keep(object)), objectType };
  for (const o of [old.type, old.object, old.objectType]) dropMaybe(o);
}

/** `super(type)` as a descriptor: bound to the instance it is read from. */
function bindSuper(self: PySuper, instance: Value | null): OwnedValue {
  const { type, object } = self.value;
  if (instance === null || instance === None || object !== null) return newRef(self);
  if (type === null) throw systemError("super object is not initialized");
  if (self.type !== SuperType) return call(self.type, newRef(type), keep(instance));
  const objectType = newRef(checkedType(type, instance));
  return newSuper(type, boxed(keep(instance)), objectType);
}

export const SuperType: PyType = defineType<PySuper>({
  name: "super",
  doc: "Looks attributes up in the classes that follow one in an object's resolution order.",
  flags: HAVE_GC | BASETYPE,
  basicSize: 40,
  traverse(self, visit) {
    const { type, object, objectType } = self.value;
    for (const o of [object, type, objectType]) if (o !== null) visit(o);
  },
  clear(self) {
    const { type, object, objectType } = self.value;
    self.value = { type: null, object: null, objectType: null };
    for (const o of [object, type, objectType]) dropMaybe(o);
  },
  slots: {
    new: (type) => asInstanceOf(newSuper(null, null, null), type),
    init: initSuper,
    getattr: getSuperAttr,
    descrGet: bindSuper,
    repr({ value: { type, objectType } }) {
      const after = objectType === null ? "NULL" : `<${objectType.value.name} object>`;
      return newStr(`<super: <class '${type === null ? "NULL" : type.value.name}'>, ${after}>`);
    },
  },
  constants: () => ({
    __thisclass__: member<PySuper>(SuperType, "__thisclass__", (s) => s.value.type),
    __self__: member<PySuper>(SuperType, "__self__", (s) => s.value.object),
    __self_class__: member<PySuper>(SuperType, "__self_class__", (s) => s.value.objectType),
  }),
});

setSuperInitSubclass((type) => superGetAttr(type, type, intern("__init_subclass__")));
