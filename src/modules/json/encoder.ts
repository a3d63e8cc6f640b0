// Writing JSON. What is open stands on a stack of its own, so that depth costs no JavaScript frames;
// it may be as deep as CPython's writer goes.
import { heap, reserve } from "../../heap/heap.ts";
import type { PyObject } from "../../heap/object.ts";
import {
  boxed,
  drop,
  dropMaybe,
  keep,
  moved,
  newRef,
  type Owned,
  type OwnedValue,
  type Refs,
  share,
  type Value,
} from "../../heap/refs.ts";
import { call, callMethod } from "../../objects/call.ts";
import { DictType, dictDelete, dictEntries, dictFind, dictSet, isDict, type PyDict } from "../../objects/dict.ts";
import { recursionError, typeError, valueError } from "../../objects/errors.ts";
import { isFloat, type PyFloat } from "../../objects/float.ts";
import { intOf, isInt, newInt } from "../../objects/int.ts";
import { isExactList, isList, listFrom, type PyList } from "../../objects/list.ts";
import { sortList } from "../../objects/listsort.ts";
import { floatRepr } from "../../objects/numeric/floatrepr.ts";
import { intRepr } from "../../objects/numeric/intformat.ts";
import { typeName } from "../../objects/protocol.ts";
import { False, None, True } from "../../objects/singletons.ts";
import { isStr, newTextStr, type PyStr, wideOf } from "../../objects/str.ts";
import { isTuple, tupleOf } from "../../objects/tuple.ts";
import { identityOf } from "../builtinattrs.ts";
import { quoted, quotedAscii } from "./strings.ts";

/** What a writer is told; all borrowed. */
export interface EncoderOptions {
  /** The containers that are open, by their ids; null when nobody asks. */
  markers: PyDict | null;
  default: PyObject;
  encoder: PyObject;
  /** What the encoder does, where it is one of ours. */
  fast: "ascii" | "unicode" | null;
  keySeparator: PyStr;
  itemSeparator: PyStr;
  sortKeys: boolean;
  skipKeys: boolean;
  allowNan: boolean;
}

const MAX_DEPTH = 1496;

/** A container that is being written, or an object that the default function has made something of. */
interface Open {
  /** Its mark, owned; null when nobody asks. */
  mark: PyObject | null;
  /** What the items come from, owned; null for an object. */
  held: PyObject | null;
  /** Writes up to the next item's value, and answers that, owned; undefined at the end. */
  next(): OwnedValue | undefined;
  closing: string;
}

export class Encoder {
  private readonly options: EncoderOptions;
  private readonly open: Open[] = [];
  private text = "";
  private wide = false;
  private paid = 0;

  constructor(options: EncoderOptions) {
    this.options = options;
  }

  /** The text of a value as a tuple of one str. */
  write(value: Value): OwnedValue {
    try {
      this.begin(boxed(keep(value)));
      for (let top = this.open.at(-1); top !== undefined; top = this.open.at(-1)) {
        const item = top.next();
        if (item === undefined) this.close();
        else this.begin(item);
      }
      return tupleOf(newTextStr(this.text, this.wide));
    } finally {
      for (const { mark, held } of this.open) {
        dropMaybe(mark);
        dropMaybe(held);
      }
    }
  }

  private add(text: string): void {
    this.text += text;
    if (this.text.length > this.paid) {
      this.paid = 2 * this.text.length + 1024;
      reserve(this.paid);
    }
  }

  private addStr(s: PyStr): void {
    this.wide ||= wideOf(s) !== null;
    this.add(s.value);
  }

  /** Writes a value, which is stolen, or opens it. */
  private begin(value: OwnedValue): void {
    try {
      const simple = this.simple(value);
      if (simple !== undefined) this.add(simple);
      else this.beginObject(value as PyObject);
    } finally {
      drop(value);
    }
  }

  private beginObject(object: PyObject): void {
    if (isStr(object)) this.addQuoted(object);
    else if (isList(object) || isTuple(object)) this.openList(object);
    else if (isDict(object)) this.openDict(object);
    else this.openOther(object);
  }

  /** The text of a constant or a number. */
  private simple(value: Value): string | undefined {
    if (value === None) return "null";
    if (value === True) return "true";
    if (value === False) return "false";
    if (isInt(value)) return intRepr(intOf(value), heap.maxStrDigits);
    return isFloat(value) ? this.float(value) : undefined;
  }

  private float({ value }: PyFloat): string {
    if (Number.isFinite(value)) return floatRepr(value);
    if (!this.options.allowNan) {
      throw valueError(`Out of range float values are not JSON compliant: ${floatRepr(value)}`);
    }
    return Number.isNaN(value) ? "NaN" : value > 0 ? "Infinity" : "-Infinity";
  }

  private addQuoted(s: PyStr): void {
    const { fast, encoder } = this.options;
    if (fast === "ascii") this.add(quotedAscii(s.value));
    else if (fast === "unicode") {
      this.wide ||= wideOf(s) !== null;
      this.add(quoted(s.value));
    } else {
      const encoded = call(encoder, newRef(s));
      try {
        if (!isStr(encoded)) throw typeError(`encoder() must return a string, not ${typeName(encoded)}`);
        this.addStr(encoded);
      } finally {
        drop(encoded);
      }
    }
  }

  // ---- containers ----

  /** Remembers that a container is open; the mark is owned. */
  private mark(o: PyObject): PyObject | null {
    const { markers } = this.options;
    if (markers === null) return null;
    const mark = boxed(newInt(identityOf(o)));
    if (dictFind(markers, mark) >= 0) {
      drop(mark);
      throw valueError("Circular reference detected");
    }
    dictSet(markers, mark, newRef(o));
    return mark;
  }

  private enter(open: Open): void {
    if (this.open.length >= MAX_DEPTH) {
      dropMaybe(open.mark);
      dropMaybe(open.held);
      throw recursionError("maximum recursion depth exceeded while encoding a JSON object");
    }
    this.open.push(open);
  }

  private close(): void {
    const { mark, held, closing } = this.open.pop() as Open;
    this.add(closing);
    try {
      if (mark !== null) dictDelete(this.options.markers as PyDict, mark);
    } finally {
      dropMaybe(mark);
      dropMaybe(held);
    }
  }

  private openList(list: PyObject<Refs>): void {
    if (list.value.length === 0) {
      this.add("[]");
      return;
    }
    const mark = this.mark(list);
    let i = 0;
    const next = (): OwnedValue | undefined => {
      if (i >= list.value.length) return undefined;
      if (i > 0) this.addStr(this.options.itemSeparator);
      return share(list.value, i++);
    };
    this.enter({ mark, held: newRef(list), next, closing: "]" });
    this.add("[");
  }

  private openDict(dict: PyDict): void {
    if (dict.value.size === 0) {
      this.add("{}");
      return;
    }
    const mark = this.mark(dict);
    let held: PyObject;
    let pairs: () => [Owned, OwnedValue] | undefined;
    try {
      if (this.options.sortKeys || dict.type !== DictType) {
        held = this.itemList(dict);
        pairs = listedPairs(held as PyList);
      } else {
        held = newRef(dict);
        pairs = dictPairs(dict);
      }
    } catch (e) {
      dropMaybe(mark);
      throw e;
    }
    this.enter({ mark, held, next: this.members(pairs), closing: "}" });
    this.add("{");
  }

  private itemList(dict: PyDict): PyList {
    const items = callMethod(dict, "items");
    let list: Owned<PyList>;
    if (isExactList(items)) list = items as Owned<PyList>;
    else {
      try {
        list = listFrom(items);
      } finally {
        drop(items);
      }
    }
    if (!this.options.sortKeys) return list;
    try {
      sortList(list, null, false);
    } catch (e) {
      drop(list);
      throw e;
    }
    return list;
  }

  /** Writes keys, and answers their values. */
  private members(pairs: () => [Owned, OwnedValue] | undefined): () => OwnedValue | undefined {
    let first = true;
    return () => {
      for (let pair = pairs(); pair !== undefined; pair = pairs()) {
        const [key, value] = pair;
        try {
          if (this.addKey(key, first)) {
            first = false;
            return value;
          }
        } catch (e) {
          drop(value);
          throw e;
        } finally {
          drop(key);
        }
        drop(value);
      }
      return undefined;
    };
  }

  /** Writes a key and what stands around it; false when it is one to be skipped. */
  private addKey(key: PyObject, first: boolean): boolean {
    let text: string | undefined;
    if (!isStr(key)) {
      text = this.simple(key);
      if (text === undefined) {
        if (this.options.skipKeys) return false;
        throw typeError(`keys must be str, int, float, bool or None, not ${typeName(key)}`);
      }
    }
    if (!first) this.addStr(this.options.itemSeparator);
    if (isStr(key)) this.addQuoted(key);
    else this.addPlainKey(text as string);
    this.addStr(this.options.keySeparator);
    return true;
  }

  /** A number or a constant as a key is quoted by the encoder too. */
  private addPlainKey(text: string): void {
    const s = newTextStr(text, false);
    try {
      this.addQuoted(s);
    } finally {
      drop(s);
    }
  }

  /** What the default function makes of an object is written in its place. */
  private openOther(object: PyObject): void {
    const mark = this.mark(object);
    let made: OwnedValue | undefined;
    try {
      made = call(this.options.default, newRef(object));
    } catch (e) {
      dropMaybe(mark);
      throw e;
    }
    const next = (): OwnedValue | undefined => {
      const value = made;
      made = undefined;
      open.held = null;
      return value;
    };
    // Until it is written what was made is held here.
    const open: Open = { mark, held: typeof made === "number" ? null : moved(made as PyObject), next, closing: "" };
    this.enter(open);
  }
}

function dictPairs(dict: PyDict): () => [Owned, OwnedValue] | undefined {
  const entries = dictEntries(dict)[Symbol.iterator]();
  return () => {
    const { value, done } = entries.next();
    if (done === true) return undefined;
    const [, , at] = value;
    return [boxed(share(dict.value.keySlots, at)), share(dict.value.values as Value[], at)];
  };
}

function listedPairs(list: PyList): () => [Owned, OwnedValue] | undefined {
  let i = 0;
  return () => {
    if (i >= list.value.length) return undefined;
    const item = list.value[i++];
    if (!isTuple(item) || item.value.length !== 2) throw valueError("items must return 2-tuples");
    return [boxed(share(item.value, 0)), share(item.value, 1)];
  };
}
