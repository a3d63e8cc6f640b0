// __build_class__: a class statement. Bases that are no types may stand for others, the metaclass
// is found and asked for a namespace, the body runs in it, the metaclass makes the class.
import type { PyObject, PyType } from "../heap/object.ts";
import { drop, dropAll, dropMaybe, keep, newRef, type Owned, type OwnedValue, type Value } from "../heap/refs.ts";
import { def } from "../native/signature.ts";
import { callBorrowed, callOwned } from "../objects/call.ts";
import { CellType, type PyCell } from "../objects/cell.ts";
import { newDict } from "../objects/dict.ts";
import { runtimeError, typeError } from "../objects/errors.ts";
import { isFunction, type PyFunction } from "../objects/function.ts";
import { typeOf } from "../objects/lookup.ts";
import { winningMetaclass } from "../objects/mro.ts";
import { findAttrText, isType, reprText, setItem, slotsOf, typeName } from "../objects/protocol.ts";
import { intern, isStr, type PyStr } from "../objects/str.ts";
import { isTuple, newTuple, type PyTuple, shareRange, tupleOf } from "../objects/tuple.ts";
import { TypeType } from "../objects/type.ts";
import { runCode } from "./calls.ts";

type Keyword = readonly [name: PyObject, value: Value];

/** The bases after `__mro_entries__` has been asked of those that are no types. Owned; `original` itself when nothing changes. */
function resolveBases(original: PyTuple): Owned<PyTuple> {
  const items: OwnedValue[] = [];
  let changed = false;
  try {
    for (let i = 0; i < original.value.length; i++) {
      const base = original.value[i];
      const entries = isType(base) ? undefined : findAttrText(base, "__mro_entries__");
      if (entries === undefined) {
        items.push(...(shareRange(original.value, i, i + 1) as unknown as OwnedValue[]));
        continue;
      }
      changed = true;
      const replacement = callOwned(entries, newRef(original));
      try {
        if (!isTuple(replacement)) throw typeError("__mro_entries__ must return a tuple");
        for (const item of shareRange(replacement.value, 0, replacement.value.length)) items.push(item as OwnedValue);
      } finally {
        drop(replacement);
      }
    }
  } catch (e) {
    dropAll(items);
    throw e;
  }
  if (changed) return tupleOf(...items);
  dropAll(items);
  return newRef(original);
}

/** The metaclass: the one that the statement names, or that of the first base, and the most derived of all. Owned. */
function metaclassOf(named: Value | undefined, bases: PyTuple): OwnedValue {
  let meta: Value;
  if (named !== undefined) meta = named;
  else if (bases.value.length === 0) meta = TypeType;
  else meta = typeOf(bases.value[0]);
  if (!isType(meta)) return keep(meta);
  return newRef(named === undefined && bases.value.length === 0 ? meta : winnerOf(meta, bases));
}

const winnerOf = (meta: PyType, bases: PyTuple): PyType => winningMetaclass(meta, bases.value);

/** The namespace that the body runs in. Owned. */
function prepare(meta: Value, name: PyStr, bases: PyTuple, keywords: readonly Keyword[]): Owned {
  const method = findAttrText(meta, "__prepare__");
  if (method === undefined) return newDict();
  let namespace: OwnedValue;
  try {
    namespace = callWith(method, [newRef(name), newRef(bases)], keywords);
  } finally {
    drop(method);
  }
  if (slotsOf(namespace).getitem !== null) return namespace as Owned;
  const given = typeName(namespace);
  drop(namespace);
  throw typeError(
    `${isType(meta) ? meta.value.name : "<metaclass>"}.__prepare__() must return a mapping, not ${given}`,
  );
}

/** Calls with owned positional arguments and borrowed keywords. */
function callWith(callable: Value, args: OwnedValue[], keywords: readonly Keyword[]): OwnedValue {
  const all: Value[] = [...args, ...keywords.map(([, value]) => value)];
  for (const [, value] of keywords) if (typeof value !== "number") newRef(value);
  try {
    return callBorrowed(callable, all, keywords.length === 0 ? null : keywords.map(([key]) => key));
  } finally {
    dropAll(all);
  }
}

/** The body's answer is the cell of `__class__`, which the metaclass must have filled with the class. */
function checkCell(cell: Value, cls: Value, name: PyStr): void {
  if (!isType(cls) || typeof cell === "number" || cell.type !== CellType) return;
  const content = (cell as PyCell).value;
  if (content === cls) return;
  const [shown, made] = [reprText(name), reprText(cls)];
  if (content === undefined) {
    throw runtimeError(`__class__ not set defining ${shown} as ${made}. Was __classcell__ propagated to type.__new__?`);
  }
  throw typeError(`__class__ set to ${reprText(content)} defining ${shown} as ${made}`);
}

function buildClass(
  func: PyFunction,
  name: PyStr,
  original: PyTuple,
  named: Value | undefined,
  keywords: readonly Keyword[],
): OwnedValue {
  const bases = resolveBases(original);
  let meta: OwnedValue | null = null;
  let namespace: Owned | null = null;
  let cell: OwnedValue | null = null;
  try {
    meta = metaclassOf(named, bases);
    namespace = prepare(meta, name, bases, keywords);
    cell = runCode(newRef(func), newRef(namespace));
    if (bases !== (original as PyObject)) setItem(namespace, intern("__orig_bases__"), original);
    const cls = callWith(meta, [newRef(name), newRef(bases), newRef(namespace)], keywords);
    try {
      checkCell(cell, cls, name);
    } catch (e) {
      drop(cls);
      throw e;
    }
    return cls;
  } finally {
    for (const x of [cell, namespace, meta]) dropMaybe(x as Value | null);
    drop(bases);
  }
}

export const buildClassNative = def(
  "__build_class__($module, /, *args, **kwargs)",
  "__build_class__(func, name, /, *bases, [metaclass], **kwds) -> class\n\nInternal helper function used by the class statement.",
  (_module, args, kwargs) => {
    if (args.length < 2) throw typeError("__build_class__: not enough arguments");
    const [func, name] = args;
    if (!isFunction(func)) throw typeError("__build_class__: func must be a function");
    if (!isStr(name)) throw typeError("__build_class__: name is not a string");
    const bases = newTuple(shareRange(args, 2, args.length));
    const isMeta = ([key]: Keyword): boolean => isStr(key) && key.value === "metaclass";
    try {
      return buildClass(
        func,
        name,
        bases,
        kwargs.find(isMeta)?.[1],
        kwargs.filter((k) => !isMeta(k)),
      );
    } finally {
      drop(bases);
    }
  },
);
