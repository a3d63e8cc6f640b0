// The classes of `_ast`, made anew for each instance, since programs may change them: AST, a class
// for each sum, and one for each node. Operators and contexts have one object each.
import type { PyObject, PyType } from "../../heap/object.ts";
import { drop, newRef, newRefs, type Owned, type OwnedValue, type Value } from "../../heap/refs.ts";
import type { Slots } from "../../heap/type.ts";
import { def } from "../../native/signature.ts";
import { newBuiltin, newMethodDescriptor, newWrapper } from "../../objects/builtin.ts";
import { dictSet, newDict, type PyDict } from "../../objects/dict.ts";
import { typeError } from "../../objects/errors.ts";
import { instanceDict, newInstance } from "../../objects/instance.ts";
import { indexIn } from "../../objects/iteration.ts";
import { untold } from "../../objects/members.ts";
import { ObjectType } from "../../objects/object.ts";
import { attributeName, findAttrText, getItem, isType, length, setAttr, unlessRaises } from "../../objects/protocol.ts";
import { newNone } from "../../objects/singletons.ts";
import { type Slot, type SlotRow, WrapperData } from "../../objects/slotbase.ts";
import { SLOT_ROWS } from "../../objects/slotrows.ts";
import { intern, newStr, type PyStr } from "../../objects/str.ts";
import { newTuple, tupleOf } from "../../objects/tuple.ts";
import { attributeChanged, newClass, TypeType } from "../../objects/type.ts";
import { perInstance } from "../state.ts";
import { isSum, KINDS, type NodeClass, PLACE_FIELDS, type Sum } from "./asdl.ts";

interface AstState {
  /** Every class by its name, in the order of the grammar; AST first. */
  classes: Map<string, PyType>;
  /** The objects of the simple sums, by the name of their class. */
  singletons: Map<string, PyObject>;
}

export const astState = perInstance<AstState>({
  make: makeClasses,
  traverse({ classes, singletons }, visit) {
    for (const type of classes.values()) visit(type);
    for (const o of singletons.values()) visit(o);
  },
  clear(state) {
    const { classes, singletons } = state;
    state.classes = new Map();
    state.singletons = new Map();
    for (const o of singletons.values()) drop(o as Owned);
    for (const type of [...classes.values()].reverse()) drop(type as Owned);
  },
});

/** A class of this instance. */
export const astClass = (name: string): PyType => astState().classes.get(name) as PyType;

// ---- what all nodes can do ----

/** `Name(id, ctx, **others)`: positional arguments are fields, in their order. */
const initNode: NonNullable<Slots["init"]> = (self, args, kwnames) => {
  const given = args.length - (kwnames?.length ?? 0);
  const fields = findAttrText(self.type, "_fields");
  try {
    const count = fields === undefined ? 0 : length(fields);
    const name = self.type.value.name;
    if (given > count) {
      throw typeError(`${name} constructor takes at most ${count} positional argument${count === 1 ? "" : "s"}`);
    }
    for (let i = 0; i < given; i++) setField(self, fields as Value, i, args[i]);
    kwnames?.forEach((key, i) => {
      if (fields !== undefined && positionOf(fields, key) < given)
        throw typeError(`${name} got multiple values for argument '${(key as PyStr).value}'`);
      setAttr(self, key as PyStr, args[given + i]);
    });
  } finally {
    if (fields !== undefined) drop(fields);
  }
};

function setField(self: PyObject, fields: Value, i: number, value: Value): void {
  const name = getItem(fields, i);
  try {
    setAttr(self, attributeName(name), value);
  } finally {
    drop(name);
  }
}

const positionOf = (fields: Value, key: Value): number =>
  unlessRaises("ValueError", () => indexIn(fields, key)) ?? Number.POSITIVE_INFINITY;

/** Pickling makes the node without arguments and then gives it its attributes. */
const [REDUCE] = untold([
  def("__reduce__($self, /)", "", (self: PyObject): OwnedValue => {
    const dict = instanceDict(self);
    if (dict === null) return tupleOf(newRef(self.type), tupleOf());
    return tupleOf(newRef(self.type), tupleOf(), newRef(dict));
  }),
]);

/** Unlike object's, it lets `__init__` judge the arguments, also for classes that have a `__new__` of their own. */
const NEW = def(
  "__new__($module, /, *args, **kwargs)",
  "Create and return a new object.  See help(type) for accurate signature.",
  (_owner, args) => {
    const [type] = args;
    if (type === undefined || !isType(type)) throw typeError("AST.__new__(X): X is not a type object");
    return newInstance(type);
  },
);

// ---- making the classes ----

const put = (dict: PyDict, name: string, value: OwnedValue): void => dictSet(dict, intern(name), value);

function namesTuple(names: readonly string[]): Owned {
  const items = newRefs();
  for (const name of names) items.push(newRef(intern(name)));
  return newTuple(items);
}

/** A class of the module ast; `doc` null is none. */
function makeClass(name: string, base: PyType | null, fields: readonly string[], doc: string | null): Owned<PyType> {
  const namespace = newDict();
  const bases = base === null ? tupleOf() : tupleOf(newRef(base));
  const names = namesTuple(fields);
  const shown = newStr(name);
  try {
    put(namespace, "_fields", newRef(names));
    put(namespace, "__match_args__", newRef(names));
    put(namespace, "__module__", newRef(intern("ast")));
    put(namespace, "__doc__", doc === null ? newNone() : newStr(doc));
    const type = newClass(TypeType, shown, bases, namespace, null, []) as Owned<PyType>;
    type.value.basicSize = 24;
    return type;
  } finally {
    for (const o of [namespace, bases, names, shown]) drop(o);
  }
}

/** The special methods of a slot, as a builtin type has them. */
function addWrappers(type: PyType, slot: string, fn: Slot): void {
  const row = SLOT_ROWS.find((candidate) => candidate.slot === slot) as SlotRow;
  for (const entry of row.names) {
    if (entry.name === "__getattr__") continue;
    put(type.value.dict as PyDict, entry.name, newWrapper(new WrapperData(type, row, entry, fn)));
  }
}

function makeBase(): Owned<PyType> {
  const type = makeClass("AST", null, [], null);
  const dict = type.value.dict as PyDict;
  put(dict, "_attributes", namesTuple([]));
  put(dict, "__reduce__", newMethodDescriptor(REDUCE, type));
  put(dict, "__new__", newBuiltin(NEW, type, null, null));
  const { getattr, setattr } = ObjectType.value.slots;
  for (const [slot, fn] of Object.entries({ getattr, setattr, init: initNode })) addWrappers(type, slot, fn as Slot);
  attributeChanged(type, "__init__");
  attributeChanged(type, "__new__");
  return type;
}

/** Where nodes stand, and the attributes that need not be given: those of a class are None. */
function addDefaults(type: PyType, kind: Sum | NodeClass, isTop: boolean): void {
  const dict = type.value.dict as PyDict;
  const optional = isSum(kind) ? [] : kind.fields.filter(({ quantity }) => quantity === "optional");
  if (isTop) put(dict, "_attributes", namesTuple(kind.place === "nowhere" ? [] : PLACE_FIELDS));
  for (const { name } of optional) put(dict, name, newNone());
  if (!isTop || kind.place !== "open span") return;
  put(dict, "end_lineno", newNone());
  put(dict, "end_col_offset", newNone());
}

function makeClasses(): AstState {
  const classes = new Map<string, PyType>();
  const singletons = new Map<string, PyObject>();
  const base = makeBase();
  classes.set("AST", base);
  const add = (node: NodeClass, on: PyType, isTop: boolean): PyType => {
    const fields = node.fields.map(({ name }) => name);
    const type = makeClass(node.name, on, fields, node.doc);
    addDefaults(type, node, isTop);
    classes.set(node.name, type);
    return type;
  };
  for (const kind of KINDS) {
    if (!isSum(kind)) {
      add(kind, base, true);
      continue;
    }
    const top = makeClass(kind.name, base, [], kind.doc);
    addDefaults(top, kind, true);
    classes.set(kind.name, top);
    for (const node of kind.constructors) {
      const type = add(node, top, false);
      if (kind.simple) singletons.set(node.name, newInstance(type));
    }
  }
  return { classes, singletons };
}
