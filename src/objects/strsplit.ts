// The methods of str that take text apart and put it together: split, splitlines, partition, join.
import { reserve } from "../heap/heap.ts";
import { drop, newRef, newRefs, type Owned, type OwnedValue, type Refs, type Value } from "../heap/refs.ts";
import { def, type Native } from "../native/signature.ts";
import { extendType } from "./define.ts";
import { memoryError, typeError, valueError } from "./errors.ts";
import { listItems } from "./iteration.ts";
import { isExactList, newList, newListGrown, type PyList } from "./list.ts";
import { slotsOf, typeName } from "./protocol.ts";
import { None } from "./singletons.ts";
import {
  ASCII,
  EMPTY_STR,
  isStr,
  kindOf,
  LATIN1,
  MAX_UNITS,
  newNarrowStr,
  newStrOfKind,
  newTextStr,
  type PyStr,
  StrType,
  strLength,
  UCS4,
} from "./str.ts";
import { exactStr, pieceOf, textOf } from "./strmethods.ts";
import { find, rfind, rsplit, split } from "./text/search.ts";
import { rsplitSpaces, splitLines, splitSpaces } from "./text/strops.ts";
import { isExactTuple, tupleOf } from "./tuple.ts";

/** A list of pieces of a str. A piece that is the whole of it is the str itself. */
function listOfPieces(s: PyStr, parts: readonly string[], room: number): Owned<PyList> {
  if (parts.length === 1 && parts[0].length === s.value.length)
    return newListGrown([exactStr(s)] as OwnedValue[] as Refs, room);
  reserve(8 * parts.length);
  const items = newRefs();
  const kind = kindOf(s);
  try {
    for (const part of parts) {
      if (kind === ASCII && part.length > 1) items.push(newStrOfKind(part, ASCII));
      else items.push(kind === UCS4 ? newTextStr(part, true) : newNarrowStr(part));
    }
  } catch (e) {
    for (const item of items) drop(item as OwnedValue);
    throw e;
  }
  return newListGrown(items, room);
}

/** CPython makes room for the pieces that there may be, at most 12 at first. `least` is the length that one takes up. */
const roomForPieces = (limit: number, length: number, least: number): number =>
  Math.min(12, 1 + (limit < 0 ? Math.trunc(length / least) + 1 : limit));

/** Is one look at lengths and kinds enough to know that a text is not in another? Then the str itself is the answer. */
const cannotHold = (s: PyStr, sep: PyStr): boolean =>
  s.value.length < sep.value.length || Math.max(LATIN1, kindOf(s)) < kindOf(sep);

const splitter = (name: "split" | "rsplit", doc: string): Native =>
  def(`${name}($self, /, sep=None, maxsplit: int = -1)`, doc, (s: PyStr, sep, limit) => {
    if (sep === None)
      return listOfPieces(
        s,
        name === "split" ? splitSpaces(s.value, limit) : rsplitSpaces(s.value, limit),
        roomForPieces(limit, strLength(s) - 1, 2),
      );
    if (!isStr(sep)) throw typeError(`must be str or None, not ${typeName(sep)}`);
    if (sep.value === "") throw valueError("empty separator");
    if (cannotHold(s, sep)) return newList([newRef(s)] as OwnedValue[] as Refs);
    const room = roomForPieces(limit, strLength(s), strLength(sep));
    return listOfPieces(s, (name === "split" ? split : rsplit)(textOf(s), textOf(sep), limit), room);
  });

const partitioner = (name: "partition" | "rpartition", doc: string): Native =>
  def(`${name}($self, sep, /)`, doc, (s: PyStr, sep) => {
    if (!isStr(sep)) throw typeError(`must be str, not ${typeName(sep)}`);
    if (sep.value === "") throw valueError("empty separator");
    const n = s.value.length;
    const at = (name === "partition" ? find : rfind)(textOf(s), textOf(sep), 0, n);
    if (at >= 0) return tupleOf(pieceOf(s, 0, at), newRef(sep), pieceOf(s, at + sep.value.length, n));
    const empty = (): Owned => newRef(EMPTY_STR);
    return name === "partition" ? tupleOf(newRef(s), empty(), empty()) : tupleOf(empty(), empty(), newRef(s));
  });

// ---- join ----

/** The items of the argument of `join`, borrowed from what `body` need not keep. */
function withItems<T>(iterable: Value, body: (items: ArrayLike<Value>) => T): T {
  if (isExactList(iterable) || isExactTuple(iterable)) return body(iterable.value);
  const items = joinItems(iterable);
  try {
    return body(items);
  } finally {
    for (let i = 0; i < items.length; i++) drop(items[i] as OwnedValue);
  }
}

function joinItems(iterable: Value): Refs {
  if (slotsOf(iterable).iter === null && slotsOf(iterable).getitem === null)
    throw typeError("can only join an iterable");
  return listItems(iterable);
}

/** `separator.join(items)`. No Python code runs between the check of the items and their use. */
export function joinStrs(separator: PyStr, items: ArrayLike<Value>): Owned<PyStr> {
  const n = items.length;
  if (n === 0) return newRef(EMPTY_STR);
  if (n === 1 && isStr(items[0]) && items[0].type === StrType) return newRef(items[0]);
  let kind = n > 1 ? kindOf(separator) : ASCII;
  let length = separator.value.length * (n - 1);
  const parts: string[] = new Array(n);
  for (let i = 0; i < n; i++) {
    const item = items[i];
    if (!isStr(item)) throw typeError(`sequence item ${i}: expected str instance, ${typeName(item)} found`);
    const k = kindOf(item);
    if (k > kind) kind = k;
    length += item.value.length;
    parts[i] = item.value;
  }
  if (length > MAX_UNITS) throw memoryError();
  reserve(length);
  const text = parts.join(separator.value);
  return kind === UCS4 || text.length < 2 ? newTextStr(text, kind === UCS4) : newStrOfKind(text, kind);
}

extendType<PyStr>(StrType, {
  methods: [
    splitter(
      "split",
      "The words of the str, or what lies between separators, as a list; with maxsplit the rest is left in one piece.",
    ),
    splitter("rsplit", "As split, but counts the splits from the end."),
    def("splitlines($self, /, keepends: bool = False)", "The lines of the str as a list.", (s: PyStr, keep) =>
      listOfPieces(s, splitLines(s.value, keep), 0),
    ),
    partitioner("partition", "What comes before the first separator, the separator, and what comes after it."),
    partitioner("rpartition", "What comes before the last separator, the separator, and what comes after it."),
    def(
      "join($self, iterable, /)",
      "The strs that an iterable gives, with this str between them.",
      (s: PyStr, iterable) => withItems(iterable, (items) => joinStrs(s, items)),
    ),
  ],
});
