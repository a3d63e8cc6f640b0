// Struct sequences: tuples whose items also have names, such as sys.version_info. Some have more
// named fields than items: those lie in `extra`, which owns them as the tuple does its items.
import { allocGC } from "../heap/heap.ts";
import type { PyObject, PyType } from "../heap/object.ts";
import {
  drop,
  dropAll,
  newRef,
  newRefs,
  type Owned,
  type OwnedValue,
  type Refs,
  reserveFor,
  share,
  type Value,
} from "../heap/refs.ts";
import { HAVE_GC, NO_NEW, SEQUENCE, TUPLE_SUBCLASS } from "../heap/type.ts";
import { def } from "../native/signature.ts";
import { newGetSet } from "./builtin.ts";
import { defineType } from "./define.ts";
import { dictGet, dictSet, isDict, newDict, type PyDict } from "./dict.ts";
import { attributeError, typeError } from "./errors.ts";
import { newInt } from "./int.ts";
import { tupleFrom } from "./iteration.ts";
import { reprText, slotsOf } from "./protocol.ts";
import { newNone } from "./singletons.ts";
import { intern, newStr, type PyStr } from "./str.ts";
import { newTuple, shareRange, TupleType, tupleOf } from "./tuple.ts";

export type PyStructSeq = PyObject<Refs, Refs>;

/** A field: its name, null for an item without one, and what it means. */
export type Field = readonly [name: string | null, doc: string];

export interface StructSeqTable {
  module: string;
  name: string;
  doc: string;
  fields: readonly Field[];
  /** How many of the fields are items of the tuple; all unless told. */
  visible?: number;
  /** May programs make instances? */
  callable?: boolean;
}

interface Layout {
  fullName: string;
  visible: number;
  /** The names that repr gives to the items: those of the named fields, in order, as far as there are items. */
  shown: readonly string[];
  /** `__match_args__`: the items that have a name. */
  matched: readonly string[];
  /** Names of the fields beyond the items. */
  hidden: readonly string[];
  total: number;
}
const layouts = new WeakMap<PyType, Layout>();
const layoutOf = (self: PyObject): Layout => layouts.get(self.type) as Layout;

/** The fields beyond the items do not count, as in CPython. */
const sizeOf = (self: { length: number }): number => 24 + 8 * self.length;

/** Steals the items and the hidden fields. */
export function newStructSeq(type: PyType, items: Refs, hidden: Refs = newRefs()): Owned<PyStructSeq> {
  reserveFor(16 + sizeOf(items), items);
  return allocGC<Refs, Refs>(type, items, hidden, 16 + sizeOf(items));
}

function clear(self: PyStructSeq): void {
  const [items, hidden] = [self.value, self.extra];
  self.value = newRefs();
  self.extra = newRefs();
  dropAll(items);
  dropAll(hidden);
}

function repr(self: PyStructSeq): Owned {
  const { fullName, shown } = layoutOf(self);
  return newStr(`${fullName}(${shown.map((name, i) => `${name}=${reprText(self.value[i])}`).join(", ")})`);
}

/** `(type, (items, {hidden fields}))`. */
function reduce(self: PyStructSeq): Owned {
  const { hidden } = layoutOf(self);
  const state = newDict();
  for (let i = 0; i < hidden.length; i++) dictSet(state, intern(hidden[i]), share(self.extra, i));
  return tupleOf(newRef(self.type), tupleOf(newTuple(shareRange(self.value, 0, self.value.length)), state));
}

/** The arguments `sequence` and `dict`, borrowed. */
function bindNew(
  args: readonly Value[],
  kwnames: readonly PyObject[] | null,
): { sequence: Value; dict: Value | undefined } {
  const count = args.length - (kwnames?.length ?? 0);
  if (args.length > 2) throw typeError(`structseq() takes at most 2 arguments (${args.length} given)`);
  const found: Record<string, Value | undefined> = {
    sequence: count > 0 ? args[0] : undefined,
    dict: count > 1 ? args[1] : undefined,
  };
  (kwnames ?? []).forEach((keyword, i) => {
    const name = (keyword as PyStr).value;
    if (!Object.hasOwn(found, name)) throw typeError(`'${name}' is an invalid keyword argument for structseq()`);
    found[name] = args[count + i];
  });
  if (found.sequence === undefined) throw typeError("structseq() missing required argument 'sequence' (pos 1)");
  return { sequence: found.sequence, dict: found.dict };
}

function construct(type: PyType, args: Value[], kwnames: readonly PyObject[] | null): OwnedValue {
  const layout = layouts.get(type) as Layout;
  const { sequence, dict } = bindNew(args, kwnames);
  if (slotsOf(sequence).iter === null && slotsOf(sequence).getitem === null)
    throw typeError("constructor requires a sequence");
  if (dict !== undefined && !isDict(dict)) throw typeError(`${layout.fullName}() takes a dict as second arg, if any`);
  const given = tupleFrom(sequence);
  try {
    const n = given.value.length;
    checkLength(layout, n);
    const hidden = newRefs();
    layout.hidden.forEach((name, i) => {
      const at = layout.visible + i;
      if (at < n) hidden.push(share(given.value, at));
      else hidden.push((dict === undefined ? undefined : dictGet(dict as PyDict, intern(name))) ?? newNone());
    });
    return newStructSeq(type, shareRange(given.value, 0, layout.visible), hidden);
  } finally {
    drop(given);
  }
}

function checkLength({ fullName, visible, total }: Layout, n: number): void {
  if (n >= visible && n <= total) return;
  const how = visible === total ? `a ${total}` : n < visible ? `an at least ${visible}` : `an at most ${total}`;
  throw typeError(`${fullName}() takes ${how}-sequence (${n}-sequence given)`);
}

const readOnly = (): never => {
  throw attributeError("readonly attribute");
};

/** The descriptors of the fields, and the numbers that tell of the layout. */
function constantsOf(type: PyType, fields: readonly Field[], layout: Layout): Record<string, OwnedValue> {
  const entries: Record<string, OwnedValue> = {};
  fields.forEach(([name, doc], i) => {
    if (name === null) return;
    const get = (self: PyObject): OwnedValue =>
      i < layout.visible
        ? share((self as PyStructSeq).value, i)
        : share((self as PyStructSeq).extra, i - layout.visible);
    entries[name] = newGetSet({ name, doc, owner: type, get, set: readOnly }, true);
  });
  const names = newRefs();
  for (const name of layout.matched) names.push(newRef(intern(name)));
  return {
    ...entries,
    n_sequence_fields: newInt(layout.visible),
    n_fields: newInt(layout.total),
    n_unnamed_fields: newInt(fields.filter(([name]) => name === null).length),
    __match_args__: newTuple(names),
  };
}

/** Declares a struct sequence type. */
export function defineStructSeq(table: StructSeqTable): PyType {
  const { fields, module, name } = table;
  const visible = table.visible ?? fields.length;
  const isName = (field: string | null): field is string => field !== null;
  const layout: Layout = {
    fullName: module === "builtins" ? name : `${module}.${name}`,
    visible,
    matched: fields
      .slice(0, visible)
      .map(([field]) => field)
      .filter(isName),
    shown: fields
      .map(([field]) => field)
      .filter(isName)
      .slice(0, visible),
    hidden: fields
      .slice(visible)
      .map(([field]) => field)
      .filter(isName),
    total: fields.length,
  };
  const type: PyType = defineType<PyStructSeq>({
    name,
    module,
    doc: table.doc,
    base: TupleType,
    flags: HAVE_GC | TUPLE_SUBCLASS | SEQUENCE | (table.callable ? 0 : NO_NEW),
    basicSize: 24,
    itemSize: 8,
    sizeof: (self) => sizeOf(self.value),
    traverse(self, visit) {
      for (const item of self.value) if (typeof item !== "number") visit(item);
      for (const item of self.extra) if (typeof item !== "number") visit(item);
    },
    clear,
    slots: table.callable ? { repr, new: construct } : { repr },
    methods: [def("__reduce__($self, /)", "", (self: PyStructSeq) => reduce(self))],
    constants: () => constantsOf(type, fields, layout),
  });
  layouts.set(type, layout);
  return type;
}
