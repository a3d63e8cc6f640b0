// The parameters of generic aliases and unions: which type variables they have, and what becomes
// of the arguments when these are given values. Type variables say by `__typing_subst__` what
// stands for them; the rest of the protocol is that of the typing module.

import {
  drop,
  dropAll,
  newRef,
  newRefs,
  type Owned,
  type OwnedValue,
  type Refs,
  share,
  type Value,
} from "../heap/refs.ts";
import { callOwned } from "./call.ts";
import { typeError } from "./errors.ts";
import { listItems } from "./iteration.ts";
import { findAttrText, getItem, isType, reprText, strText, takeTruth } from "./protocol.ts";
import { nested } from "./recursion.ts";
import { Ellipsis, None } from "./singletons.ts";
import { isTuple, newTuple, type PyTuple, tupleOf } from "./tuple.ts";

/** The attribute, when it is a tuple with something in it; gives up anything else. */
function findTuple(value: Value, name: string): Owned<PyTuple> | undefined {
  const found = findAttrText(value, name);
  if (found === undefined) return undefined;
  if (isTuple(found) && found.value.length > 0) return found as Owned<PyTuple>;
  drop(found);
  return undefined;
}

/** Adds a reference unless the array has one to the same object. */
function addOnce(found: Refs, items: Refs, i: number): void {
  if (!found.includes(items[i])) found.push(share(items, i));
}

/** `__parameters__`: the type variables in the arguments, each once. */
export function makeParameters(args: PyTuple): Owned<PyTuple> {
  const found = newRefs();
  for (let i = 0; i < args.value.length; i++) {
    const arg = args.value[i];
    if (isType(arg)) continue;
    const subst = findAttrText(arg, "__typing_subst__");
    if (subst !== undefined) {
      drop(subst);
      addOnce(found, args.value, i);
      continue;
    }
    const inner = nested("", () => findTuple(arg, "__parameters__"));
    if (inner === undefined) continue;
    for (let k = 0; k < inner.value.length; k++) addOnce(found, inner.value, k);
    drop(inner);
  }
  return newTuple(found);
}

/** The items of a subscript, with unpacked tuples put in place. */
function unpackArguments(item: Value): Owned<PyTuple> {
  const items = isTuple(item) ? item.value : ([item] as Value[] as unknown as Refs);
  const out = newRefs();
  for (let i = 0; i < items.length; i++) {
    const inner = isType(items[i]) ? undefined : findAttrText(items[i], "__typing_unpacked_tuple_args__");
    const unpacks = inner !== undefined && isTuple(inner) && inner.value[inner.value.length - 1] !== Ellipsis;
    if (unpacks) for (let k = 0; k < inner.value.length; k++) out.push(share(inner.value, k));
    else out.push(share(items, i));
    if (inner !== undefined) drop(inner);
  }
  return newTuple(out);
}

/** Lets each parameter look at the arguments first: a variable number of them is brought into order so. */
function prepare(self: Value, parameters: PyTuple, args: Owned<PyTuple>): Owned {
  let item: Owned = args;
  try {
    for (const parameter of parameters.value) {
      const hook = findAttrText(parameter, "__typing_prepare_subst__");
      if (hook === undefined) continue;
      if (hook === None) {
        drop(hook);
        continue;
      }
      const given = isTuple(item) ? newRef(item) : tupleOf(newRef(item));
      const next = callOwned(hook, newRef(self as Owned), given) as Owned;
      drop(item);
      item = next;
    }
  } catch (e) {
    drop(item);
    throw e;
  }
  return item;
}

/** The arguments of a generic with its parameters replaced by the items of a subscript. */
export function substitute(self: Value, args: PyTuple, parameters: PyTuple, item: Value): Owned<PyTuple> {
  const expected = parameters.value.length;
  if (expected === 0) throw typeError(`${reprText(self)} is not a generic class`);
  const prepared = prepare(self, parameters, unpackArguments(item));
  const items = isTuple(prepared) ? prepared.value : ([prepared] as Value[] as unknown as Refs);
  const out = newRefs();
  try {
    if (items.length !== expected) {
      const how = items.length > expected ? "many" : "few";
      throw typeError(`Too ${how} arguments for ${reprText(self)}; actual ${items.length}, expected ${expected}`);
    }
    for (let i = 0; i < args.value.length; i++) addSubstituted(out, args.value, i, parameters.value, items);
  } catch (e) {
    dropAll(out);
    throw e;
  } finally {
    drop(prepared);
  }
  return newTuple(out);
}

function addSubstituted(out: Refs, args: Refs, i: number, parameters: Refs, items: Refs): void {
  const arg = args[i];
  if (isType(arg)) {
    out.push(newRef(arg));
    return;
  }
  const unpackable = findAttrText(arg, "__typing_is_unpacked_typevartuple__");
  const unpacks = unpackable !== undefined && takeTruth(unpackable);
  const subst = findAttrText(arg, "__typing_subst__");
  const value =
    subst === undefined ? inside(args, i, parameters, items) : callOwned(subst, share(items, parameters.indexOf(arg)));
  if (!unpacks) {
    out.push(value);
    return;
  }
  try {
    for (const item of listItems(value)) out.push(item as OwnedValue);
  } finally {
    drop(value);
  }
}

/** An argument that is generic itself, with its own parameters replaced; any other stays as it is. */
function inside(args: Refs, i: number, parameters: Refs, items: Refs): OwnedValue {
  const inner = findTuple(args[i], "__parameters__");
  if (inner === undefined) return share(args, i);
  const values = newRefs();
  for (let k = 0; k < inner.value.length; k++) {
    const at = parameters.indexOf(inner.value[k]);
    const value = at < 0 ? undefined : items[at];
    if (value === undefined) values.push(share(inner.value, k));
    else if (isTuple(value) && isVariadic(parameters[at]))
      for (let n = 0; n < value.value.length; n++) values.push(share(value.value, n));
    else values.push(share(items, at));
  }
  drop(inner);
  const subscript = newTuple(values);
  try {
    return getItem(args[i], subscript);
  } finally {
    drop(subscript);
  }
}

/** A type variable that stands for any number of types can be iterated. */
const isVariadic = (parameter: Value): boolean =>
  typeof parameter !== "number" && parameter.type.value.slots.iter !== null;

/** A type or argument as an alias shows it: a class by its qualified name, anything else by repr. */
export function genericItemText(item: Value): string {
  if (item === Ellipsis) return "...";
  const origin = findAttrText(item, "__origin__");
  const args = origin === undefined ? undefined : findAttrText(item, "__args__");
  if (origin !== undefined) drop(origin);
  if (args !== undefined) {
    drop(args);
    return reprText(item);
  }
  return classText(item) ?? reprText(item);
}

function classText(item: Value): string | undefined {
  const qualname = findAttrText(item, "__qualname__");
  if (qualname === undefined) return undefined;
  const module = findAttrText(item, "__module__");
  try {
    if (module === undefined || module === None) return undefined;
    const where = strText(module);
    return where === "builtins" ? strText(qualname) : `${where}.${strText(qualname)}`;
  } finally {
    drop(qualname);
    if (module !== undefined) drop(module);
  }
}
