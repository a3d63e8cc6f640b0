// Reading JSON. What is open stands on a stack of its own, so that depth costs no JavaScript frames;
// it may be as deep as CPython's reader goes.
import { heap } from "../../heap/heap.ts";
import type { PyObject } from "../../heap/object.ts";
import { boxed, drop, moved, newRef, newRefs, type Owned, type OwnedValue } from "../../heap/refs.ts";
import { call } from "../../objects/call.ts";
import { dictSet, newDict, type PyDict } from "../../objects/dict.ts";
import { PyError, recursionError } from "../../objects/errors.ts";
import { exceptionType, newExceptionOf } from "../../objects/exceptions.ts";
import { FloatType, newFloat } from "../../objects/float.ts";
import { IntType, newInt } from "../../objects/int.ts";
import { listAppend, newList, type PyList } from "../../objects/list.ts";
import { intFromStr } from "../../objects/numeric/intparse.ts";
import { None, newBool, newNone } from "../../objects/singletons.ts";
import { newAsciiStr, type PyStr } from "../../objects/str.ts";
import { tupleOf } from "../../objects/tuple.ts";
import { type Source, scanString } from "./strings.ts";

/** What a reader is told; all borrowed. */
export interface DecoderOptions {
  strict: boolean;
  objectHook: PyObject;
  objectPairsHook: PyObject;
  floatOf: PyObject;
  intOf: PyObject;
  constantOf: PyObject;
}

const MAX_DEPTH = 1497;

/** An array or an object that is open; owned. An object's key waits for its value. */
interface Open {
  kind: "array" | "object" | "pairs";
  container: PyObject;
  key: PyStr | null;
}

/** The end of the document where a value should be. */
function noValue(source: Source, at: number): PyError {
  const index = boxed(newInt(source.charAt(at)));
  const stop = newExceptionOf(exceptionType("StopIteration"), tupleOf(newRef(index)));
  stop.value.members[0] = index;
  return new PyError(stop);
}

const CONSTANTS: readonly (readonly [text: string, make: () => OwnedValue])[] = [
  ["null", newNone],
  ["true", () => newBool(true)],
  ["false", () => newBool(false)],
];
const STRANGE_NUMBERS = ["NaN", "Infinity", "-Infinity"];
const NUMBER = /(-?(?:0|[1-9][0-9]*))((?:\.[0-9]+)?(?:[eE][-+]?[0-9]+)?)/y;

export class Decoder {
  private readonly source: Source;
  private readonly text: string;
  private readonly options: DecoderOptions;
  private readonly open: Open[] = [];
  /** Equal keys of a document are one object. Each is owned twice, as by a dict that maps it to itself. */
  private readonly keys: Map<string, PyStr> = new Map();
  /** The unit that is read next. */
  at: number;

  constructor(source: Source, at: number, options: DecoderOptions) {
    this.source = source;
    this.text = source.text;
    this.options = options;
    this.at = at;
  }

  /** The value that begins here. Raises StopIteration when none does. */
  read(): OwnedValue {
    try {
      for (let value = this.begin(); ; ) {
        if (value === undefined) value = this.begin();
        else {
          const top = this.open.at(-1);
          if (top === undefined) return value;
          value = this.put(top, value);
        }
      }
    } finally {
      this.giveUp();
    }
  }

  private giveUp(): void {
    for (const { container, key } of this.open) {
      if (key !== null) drop(moved(key));
      drop(moved(container));
    }
    for (const key of this.keys.values()) {
      drop(moved(key));
      drop(moved(key));
    }
  }

  private skipSpace(): void {
    const { text } = this;
    let unit = text.charCodeAt(this.at);
    while (unit === 32 || unit === 10 || unit === 13 || unit === 9) unit = text.charCodeAt(++this.at);
  }

  /** The value that begins here; undefined when it is one that stays open. */
  private begin(): OwnedValue | undefined {
    switch (this.text[this.at]) {
      case '"': {
        const { value, end } = scanString(this.source, this.at + 1, this.options.strict);
        this.at = end;
        return value;
      }
      case "[":
        return this.beginArray();
      case "{":
        return this.beginObject();
      default:
        return this.constant() ?? this.number();
    }
  }

  private enter(kind: Open["kind"], container: Owned, what: string): void {
    if (this.open.length >= MAX_DEPTH) {
      drop(container);
      throw recursionError(`maximum recursion depth exceeded while decoding a JSON ${what} from a unicode string`);
    }
    this.open.push({ kind, container, key: null });
    this.at++;
    this.skipSpace();
  }

  private beginArray(): OwnedValue | undefined {
    this.enter("array", newList(newRefs()), "array");
    return this.text[this.at] === "]" ? this.close() : undefined;
  }

  private beginObject(): OwnedValue | undefined {
    if (this.options.objectPairsHook === None) this.enter("object", newDict(), "object");
    else this.enter("pairs", newList(newRefs()), "object");
    if (this.text[this.at] === "}") return this.close();
    this.readKey();
    return undefined;
  }

  private readKey(): void {
    if (this.text[this.at] !== '"') {
      throw this.source.error("Expecting property name enclosed in double quotes", this.at);
    }
    const { value, end } = scanString(this.source, this.at + 1, this.options.strict);
    this.at = end;
    (this.open.at(-1) as Open).key = this.sameKey(value);
    this.skipSpace();
    if (this.text[this.at] !== ":") throw this.source.error("Expecting ':' delimiter", this.at);
    this.at++;
    this.skipSpace();
  }

  private sameKey(key: Owned<PyStr>): Owned<PyStr> {
    const known = this.keys.get(key.value);
    if (known !== undefined) {
      drop(key);
      return newRef(known);
    }
    this.keys.set(key.value, newRef(newRef(key)));
    return key;
  }

  /** Puts a value into what is open; answers that when it is then complete. */
  private put(top: Open, value: OwnedValue): OwnedValue | undefined {
    this.store(top, value);
    this.skipSpace();
    const unit = this.text[this.at];
    if (unit === (top.kind === "array" ? "]" : "}")) return this.close();
    if (unit !== ",") throw this.source.error("Expecting ',' delimiter", this.at);
    this.at++;
    this.skipSpace();
    if (top.kind !== "array") this.readKey();
    return undefined;
  }

  private store(top: Open, value: OwnedValue): void {
    const { container, key } = top;
    top.key = null;
    if (top.kind === "array") listAppend(container as PyList, value);
    else if (top.kind === "pairs") listAppend(container as PyList, tupleOf(moved(key as PyStr), value));
    else {
      dictSet(container as PyDict, key as PyStr, value);
      drop(moved(key as PyStr));
    }
  }

  /** What is open is complete: the hooks may make something else of it. */
  private close(): OwnedValue {
    this.at++;
    const { kind, container } = this.open.pop() as Open;
    const { objectHook, objectPairsHook } = this.options;
    if (kind === "pairs") return call(objectPairsHook, moved(container));
    if (kind === "object" && objectHook !== None) return call(objectHook, moved(container));
    return moved(container);
  }

  private constant(): OwnedValue | undefined {
    const { text, at } = this;
    for (const [name, make] of CONSTANTS) {
      if (text[at] !== name[0] || !text.startsWith(name, at)) continue;
      this.at += name.length;
      return make();
    }
    const strange = STRANGE_NUMBERS.find((name) => text[at] === name[0] && text.startsWith(name, at));
    if (strange === undefined) return undefined;
    const value = call(this.options.constantOf, newAsciiStr(strange));
    this.at += strange.length;
    return value;
  }

  private number(): OwnedValue {
    NUMBER.lastIndex = this.at;
    const found = NUMBER.exec(this.text);
    if (found === null) throw noValue(this.source, this.at);
    const [digits, , fraction] = found;
    this.at += digits.length;
    const { floatOf, intOf } = this.options;
    if (fraction !== "") return floatOf === FloatType ? newFloat(Number(digits)) : call(floatOf, newAsciiStr(digits));
    if (intOf !== IntType) return call(intOf, newAsciiStr(digits));
    return newInt(digits.length < 16 ? Number(digits) : intFromStr(digits, 10, heap.maxStrDigits));
  }
}

/** What stands at a place, as a tuple of it and of the place behind it. */
export function readOnce(source: Source, index: number, options: DecoderOptions): OwnedValue {
  const at = source.unit(index);
  if (at >= source.text.length) throw noValue(source, at);
  const decoder = new Decoder(source, at, options);
  const value: OwnedValue = decoder.read();
  return tupleOf(value, newInt(source.charAt(decoder.at)));
}
