// The functions of _operator: each operator of the language as a function.

import type { PyObject } from "../heap/object.ts";
import { isSame, type OwnedValue, type Value } from "../heap/refs.ts";
import { EQ, GE, GT, LE, LT, NE } from "../heap/type.ts";
import { def, Native } from "../native/signature.ts";
import { callBorrowed } from "../objects/call.ts";
import { typeError, valueError } from "../objects/errors.ts";
import { index, indexSize, newInt } from "../objects/int.ts";
import { contains, isSequence, iterate, lengthHint } from "../objects/iteration.ts";
import { absolute, binaryOp, invert, negative, positive } from "../objects/operators.ts";
import { compare, delItem, equal, getItem, isTrue, setItem, slotsOf, typeName } from "../objects/protocol.ts";
import { isStr } from "../objects/str.ts";
import { isAscii } from "../objects/text/codepoints.ts";
import { using, withBytes, withText } from "./natives.ts";

/** By name: the number of BINARY_OP and what the function says of itself. */
const BINARY: readonly (readonly [name: string, op: number, sign: string])[] = [
  ["add", 0, "+"],
  ["and_", 1, "&"],
  ["floordiv", 2, "//"],
  ["lshift", 3, "<<"],
  ["matmul", 4, "@"],
  ["mul", 5, "*"],
  ["mod", 6, "%"],
  ["or_", 7, "|"],
  ["pow", 8, "**"],
  ["rshift", 9, ">>"],
  ["sub", 10, "-"],
  ["truediv", 11, "/"],
  ["xor", 12, "^"],
];
const COMPARE: readonly (readonly [name: string, op: number, sign: string])[] = [
  ["lt", LT, "<"],
  ["le", LE, "<="],
  ["eq", EQ, "=="],
  ["ne", NE, "!="],
  ["ge", GE, ">="],
  ["gt", GT, ">"],
];
const UNARY: readonly (readonly [name: string, f: (value: Value) => OwnedValue, text: string])[] = [
  ["neg", negative, "-a"],
  ["pos", positive, "+a"],
  ["inv", invert, "~a"],
  ["invert", invert, "~a"],
  ["abs", absolute, "abs(a)"],
];

/** A native with two operands, of a name that is not known to the compiler. */
const operator = (name: string, text: string, f: (a: Value, b: Value) => OwnedValue): Native => {
  const native = def("operator($module, a, b, /)", `Same as ${text}.`, (_module, a, b) => f(a, b));
  return new Native(
    name,
    native.doc,
    native.kind,
    native.textSignature,
    [...native.params],
    native.result,
    native.impl,
  );
};
const unary = (name: string, text: string, f: (a: Value) => OwnedValue): Native => {
  const native = def("operator($module, a, /)", `Same as ${text}.`, (_module, a) => f(a));
  return new Native(
    name,
    native.doc,
    native.kind,
    native.textSignature,
    [...native.params],
    native.result,
    native.impl,
  );
};

const operators: Native[] = [
  ...BINARY.map(([name, op, sign]) => operator(name, `a ${sign} b`, (a, b) => binaryOp(op, a, b))),
  ...BINARY.map(([name, op, sign]) =>
    operator(`i${name.replace("_", "")}`, `a ${sign}= b`, (a, b) => binaryOp(op + 13, a, b)),
  ),
  ...COMPARE.map(([name, op, sign]) => operator(name, `a ${sign} b`, (a, b) => compare(a, b, op))),
  ...UNARY.map(([name, f, text]) => unary(name, text, f)),
];

/** Sequences alone can be concatenated; numbers are added. */
function concat(a: Value, b: Value, inplace: boolean): OwnedValue {
  const { concat: slot, iconcat } = slotsOf(a);
  const f = inplace ? (iconcat ?? slot) : slot;
  if (f !== null) return f(a as PyObject, b);
  if (!isSequence(a) || !isSequence(b)) throw typeError(`'${typeName(a)}' object can't be concatenated`);
  return binaryOp(inplace ? 13 : 0, a, b);
}

/** Items that equal a value, up to where `each` answers true for the position of one. */
function walkEqual(container: Value, value: Value, each: (at: number) => boolean): void {
  if (slotsOf(container).iter === null && !isSequence(container))
    throw typeError(`argument of type '${typeName(container)}' is not iterable`);
  let at = 0;
  iterate(container, (item) => {
    const here = at++;
    return using(item, () => equal(item, value)) && each(here);
  });
}

function countOf(container: Value, value: Value): number {
  let n = 0;
  walkEqual(container, value, () => {
    n++;
    return false;
  });
  return n;
}

function indexOf(container: Value, value: Value): number {
  let found = -1;
  walkEqual(container, value, (at) => {
    found = at;
    return true;
  });
  if (found < 0) throw valueError("sequence.index(x): x not in sequence");
  return found;
}

/** Compares in a time that tells nothing of where two texts or bytes differ. */
function compareDigest(a: Value, b: Value): boolean {
  if (isStr(a) && isStr(b)) {
    if (!isAscii(a.value) || !isAscii(b.value))
      throw typeError("comparing strings with non-ASCII characters is not supported");
    return sameUnits(
      a.value.length,
      b.value.length,
      (i) => a.value.charCodeAt(i),
      (i) => b.value.charCodeAt(i),
    );
  }
  return withBytes(a, (left) =>
    withBytes(b, (right) =>
      sameUnits(
        left.length,
        right.length,
        (i) => left[i],
        (i) => right[i],
      ),
    ),
  );
}

function sameUnits(
  lengthA: number,
  lengthB: number,
  unitA: (i: number) => number,
  unitB: (i: number) => number,
): boolean {
  let difference = lengthA ^ lengthB;
  for (let i = 0; i < lengthB; i++) difference |= unitB(i) ^ (i < lengthA ? unitA(i) : 0);
  return difference === 0;
}

export const operatorNatives: readonly Native[] = [
  ...operators,
  def("truth($module, a, /) -> bool", "Is a true?", (_module, a) => isTrue(a)),
  def("not_($module, a, /) -> bool", "Same as not a.", (_module, a) => !isTrue(a)),
  def("is_($module, a, b, /) -> bool", "Same as a is b.", (_module, a, b) => isSame(a, b)),
  def("is_not($module, a, b, /) -> bool", "Same as a is not b.", (_module, a, b) => !isSame(a, b)),
  def("index($module, a, /)", "Same as a.__index__().", (_module, a) => newInt(index(a))),
  def("concat($module, a, b, /)", "Same as a + b, for sequences a and b.", (_module, a, b) => concat(a, b, false)),
  def("iconcat($module, a, b, /)", "Same as a += b, for sequences a and b.", (_module, a, b) => concat(a, b, true)),
  def("contains($module, a, b, /) -> bool", "Same as b in a: the operands are the other way around.", (_module, a, b) =>
    contains(a, b),
  ),
  def("countOf($module, a, b, /) -> int", "How many items of a equal b.", (_module, a, b) => countOf(a, b)),
  def("indexOf($module, a, b, /) -> int", "The position of the first item of a that equals b.", (_module, a, b) =>
    indexOf(a, b),
  ),
  def("getitem($module, a, b, /)", "Same as a[b].", (_module, a, b) => getItem(a, b)),
  def("setitem($module, a, b, c, /)", "Same as a[b] = c.", (_module, a, b, c) => setItem(a, b, c)),
  def("delitem($module, a, b, /)", "Same as del a[b].", (_module, a, b) => delItem(a, b)),
  def(
    "length_hint($module, obj, default=0, /) -> int",
    "How many items an object expects to have.",
    (_module, object, fallback) => lengthHint(object, indexSize(fallback)),
  ),
  withText(
    def("call($module, /, *args, **kwargs)", "Same as obj(*args, **kwargs).", (_module, args, kwargs) => {
      if (args.length === 0) throw typeError("call expected at least 1 argument, got 0");
      return callBorrowed(
        args[0],
        [...args.slice(1), ...kwargs.map(([, value]) => value)],
        kwargs.map(([name]) => name),
      );
    }),
    "($module, obj, /, *args, **kwargs)",
  ),
  def(
    "_compare_digest($module, a, b, /) -> bool",
    "Are a and b equal? It takes as long whether they differ at the start or at the end, for comparing secrets.",
    (_module, a, b) => compareDigest(a, b),
  ),
];
