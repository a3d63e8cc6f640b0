// types.UnionType: int | str. It owns the tuple of its different alternatives.
import { allocGC } from "../heap/heap.ts";
import type { PyObject, PyType } from "../heap/object.ts";
import { drop, dropMaybe, newRef, newRefs, type Owned, type OwnedValue, type Value } from "../heap/refs.ts";
import { EQ, HAVE_GC, NE, NO_NEW } from "../heap/type.ts";
import { defineType } from "./define.ts";
import { isGenericAlias } from "./genericalias.ts";
import { genericItemText, makeParameters, substitute } from "./genericparams.ts";
import { genericGetAttr } from "./instance.ts";
import { member } from "./members.ts";
import { binaryOp } from "./operators.ts";
import { equal, hashOf, isType } from "./protocol.ts";
import { frozenSetFrom, type PySet } from "./set.ts";
import { None, NoneType, newBool, notImplemented } from "./singletons.ts";
import { newStr, type PyStr } from "./str.ts";
import { EMPTY_TUPLE, newTuple, type PyTuple } from "./tuple.ts";
import { setUnionMaker } from "./typeattrs.ts";

interface UnionData {
  args: PyTuple | null;
  parameters: PyTuple | null;
}
export type PyUnion = PyObject<UnionData>;

const NB_OR = 7;

export const isUnion = (o: Value): o is PyUnion => typeof o !== "number" && o.type === UnionType;
/** The alternatives of a union, borrowed. */
export const unionArgs = (union: PyUnion): PyTuple => union.value.args ?? EMPTY_TUPLE;
const parametersOf = (union: PyUnion): PyTuple => (union.value.parameters ??= makeParameters(unionArgs(union)));

/** Can it be an alternative? */
const isAlternative = (o: Value): o is PyObject =>
  o === None || isType(o) || isGenericAlias(o) || isUnion(o) || (typeof o !== "number" && isTypeAlias(o));

let isTypeAlias: (o: PyObject) => boolean = () => false;
/** Told once by the type of what a type statement makes. */
export const setAliasTest = (test: typeof isTypeAlias): void => {
  isTypeAlias = test;
};

const alternatives = (o: PyObject): readonly Value[] => (isUnion(o) ? unionArgs(o).value : [o === None ? NoneType : o]);

const isSame = (a: Value, b: Value): boolean => a === b || (isGenericAlias(a) && isGenericAlias(b) && equal(a, b));

/** `lhs | rhs` of two types. */
export function makeUnion(lhs: Value, rhs: Value): OwnedValue {
  if (!isAlternative(lhs) || !isAlternative(rhs)) return notImplemented();
  const all: Value[] = [...alternatives(lhs)];
  const before = all.length;
  for (const other of alternatives(rhs)) if (!all.some((known) => isSame(known, other))) all.push(other);
  if (all.length === before) return newRef(isUnion(lhs) ? lhs : (all[0] as PyObject));
  const args = newRefs();
  for (const o of all) args.push(newRef(o as PyObject));
  return allocGC<UnionData, null>(UnionType, { args: newTuple(args), parameters: null }, null, 48);
}

/** Runs `body` with the alternatives as a frozenset. */
function asSet<T>(union: PyUnion, body: (set: Owned<PySet>) => T): T {
  const set = frozenSetFrom(unionArgs(union));
  try {
    return body(set);
  } finally {
    drop(set);
  }
}

/** `union[item]`: its type variables replaced. */
function subscript(union: PyUnion, item: Value): OwnedValue {
  const args = substitute(union, unionArgs(union), parametersOf(union), item);
  let result: OwnedValue = newRef(args.value[0] as PyObject);
  try {
    for (const arg of args.value.slice(1)) {
      const next = binaryOp(NB_OR, result, arg);
      drop(result);
      result = next;
    }
  } catch (e) {
    drop(result);
    throw e;
  } finally {
    drop(args);
  }
  return result;
}

export const UnionType: PyType = defineType<PyUnion>({
  name: "UnionType",
  module: "types",
  doc: "Any of several types: int | str.",
  flags: HAVE_GC | NO_NEW,
  basicSize: 32,
  traverse(union, visit) {
    const { args, parameters } = union.value;
    if (args !== null) visit(args);
    if (parameters !== null) visit(parameters);
  },
  clear(union) {
    const { args, parameters } = union.value;
    union.value = { args: null, parameters: null };
    dropMaybe(args);
    dropMaybe(parameters);
  },
  slots: {
    repr: (union) =>
      newStr(
        unionArgs(union)
          .value.map((o) => (o === NoneType ? "None" : genericItemText(o)))
          .join(" | "),
      ),
    hash: (union) => asSet(union, hashOf),
    compare(union, other, op) {
      if ((op !== EQ && op !== NE) || !isUnion(other)) return notImplemented();
      const same = asSet(union, (a) => asSet(other, (b) => equal(a, b)));
      return newBool(same === (op === EQ));
    },
    getattr(union, name) {
      return (name as PyStr).value === "__module__" ? newStr(UnionType.value.module) : genericGetAttr(union, name);
    },
    getitem: subscript,
    or: makeUnion,
  },
  getset: [
    {
      name: "__parameters__",
      doc: "The type variables in the alternatives.",
      get: (union) => newRef(parametersOf(union)),
    },
  ],
  constants: () => ({ __args__: member<PyUnion>(UnionType, "__args__", unionArgs) }),
});

setUnionMaker(makeUnion);
