// _bisect: places in sorted sequences.
import { drop, keep, type OwnedValue, share, type Value } from "../heap/refs.ts";
import { LT } from "../heap/type.ts";
import { def, type Native } from "../native/signature.ts";
import { call, callMethod } from "../objects/call.ts";
import { indexError, typeError, valueError } from "../objects/errors.ts";
import { sizeArgument } from "../objects/int.ts";
import { isSequence } from "../objects/iteration.ts";
import { isExactList } from "../objects/list.ts";
import { asObject, compareBool, getItem, length, slotsOf, typeName } from "../objects/protocol.ts";
import { None, newNone } from "../objects/singletons.ts";
import { defineModule } from "./module.ts";

/** The item at a position that is not negative. */
function itemAt(a: Value, i: number): OwnedValue {
  if (isExactList(a)) {
    if (i >= a.value.length) throw indexError("list index out of range");
    return share(a.value, i);
  }
  const { item } = slotsOf(a);
  if (item === null) return getItem(a, i as OwnedValue);
  const found = item(asObject(a), i);
  if (found === undefined) throw indexError(`${typeName(a)} index out of range`);
  return found;
}

function checkSequence(a: Value): void {
  if (isSequence(a)) return;
  throw typeError(
    slotsOf(a).getitem !== null
      ? `${typeName(a)} is not a sequence`
      : `'${typeName(a)}' object does not support indexing`,
  );
}

/** Where `x` goes: behind what equals it, or in front of it. */
function place(a: Value, x: Value, lo: number, hi: number, key: Value, behind: boolean): number {
  if (lo < 0) throw valueError("lo must be non-negative");
  if (hi === -1) hi = length(a);
  checkSequence(a);
  while (lo < hi) {
    const middle = Math.floor((lo + hi) / 2);
    let item = itemAt(a, middle);
    if (key !== None) item = call(key, item);
    try {
      const less = behind ? compareBool(x, item, LT) : compareBool(item, x, LT);
      if (less === behind) hi = middle;
      else lo = middle + 1;
    } finally {
      drop(item);
    }
  }
  return lo;
}

function highEnd(hi: Value): number {
  if (hi === None) return -1;
  if (slotsOf(hi).index === null) throw typeError(`argument should be integer or None, not '${typeName(hi)}'`);
  return sizeArgument(hi);
}

/** `a.insert(i, x)`. */
function insert(a: Value, i: number, x: OwnedValue): OwnedValue {
  drop(callMethod(a, "insert", i as OwnedValue, x));
  return newNone();
}

const bisect = (name: string, behind: boolean, doc: string): Native =>
  def(`${name}($module, /, a, x, lo: int = 0, hi=None, *, key=None) -> int`, doc, (_module, a, x, lo, hi, key) =>
    place(a, x, lo, highEnd(hi), key, behind),
  );

const insort = (name: string, behind: boolean, doc: string): Native =>
  def(`${name}($module, /, a, x, lo: int = 0, hi=None, *, key=None)`, doc, (_module, a, x, lo, hi, key) => {
    const end = highEnd(hi);
    const at = [x];
    if (key === None) return insert(a, place(a, x, lo, end, key, behind), keep(x));
    const by = call(key, share(at, 0));
    try {
      return insert(a, place(a, by, lo, end, key, behind), share(at, 0));
    } finally {
      drop(by);
    }
  });

export default defineModule({
  name: "_bisect",
  doc: "Places in sorted sequences, found by halving.",
  functions: [
    bisect("bisect_right", true, "Where x goes in a, behind what equals it."),
    insort("insort_right", true, "Puts x into a, behind what equals it."),
    bisect("bisect_left", false, "Where x goes in a, in front of what equals it."),
    insort("insort_left", false, "Puts x into a, in front of what equals it."),
  ],
});
