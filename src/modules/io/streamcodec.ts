// The encoding of a text stream: bytes that come in pieces to text, and text to bytes. A byte order
// mark is read and written once, at the start. Encodings that are Python code go through their
// incremental codecs, which the stream's payload owns.
import type { PyObject } from "../../heap/object.ts";
import { dropMaybe, newRef, type Owned, type Value } from "../../heap/refs.ts";
import { isBytes, newBytes } from "../../objects/bytes.ts";
import { call, callMethod } from "../../objects/call.ts";
import { decodeBy, encodeBy } from "../../objects/encoding.ts";
import { lookupError, typeError } from "../../objects/errors.ts";
import { findAttrText, getAttrText, isTrue, typeName } from "../../objects/protocol.ts";
import { None, newBool } from "../../objects/singletons.ts";
import { isStr, newStr, type PyStr, wideOf } from "../../objects/str.ts";
import { type Codec, nativeCodec } from "../../objects/text/codecs.ts";
import { lookupCodec } from "../codecregistry.ts";
import { using } from "../natives.ts";
import { joinBytes } from "./base.ts";

/** Text, and whether it has characters above U+FFFF. */
export interface Piece {
  text: string;
  wide: boolean;
}

/** Codecs with a mark at the start, by what goes on after it: for little and for big endian. */
const AFTER_MARK: Readonly<Record<string, readonly [string, string]>> = {
  "utf-16": ["utf-16-le", "utf-16-be"],
  "utf-32": ["utf-32-le", "utf-32-be"],
  "utf-8-sig": ["utf-8", "utf-8"],
};
const marked = (codec: Codec): readonly [string, string] | undefined =>
  Object.entries(AFTER_MARK).find(([name]) => nativeCodec(name) === codec)?.[1];

export class StreamCodec {
  readonly errors: string;
  private readonly native: Codec | undefined;
  private decoder: Codec | undefined;
  private encoder: Codec | undefined;
  /** Bytes of a character that has not come whole. */
  rest: Uint8Array = new Uint8Array(0);
  /** The incremental codecs of an encoding in Python, owned. */
  pyDecoder: PyObject | null = null;
  pyEncoder: PyObject | null = null;

  constructor(encoding: string, errors: string) {
    this.errors = errors;
    this.native = nativeCodec(encoding);
    this.decoder = this.encoder = this.native;
    if (this.native === undefined) this.lookUp(encoding);
  }

  private lookUp(encoding: string): void {
    using(lookupCodec(encoding), (info) => {
      const isText = findAttrText(info, "_is_text_encoding");
      if (isText !== undefined && !using(isText, isTrue)) {
        throw lookupError(`'${encoding}' is not a text encoding; use codecs.open() to handle arbitrary codecs`);
      }
      this.pyDecoder = this.makeCodec(info, "incrementaldecoder");
      this.pyEncoder = this.makeCodec(info, "incrementalencoder");
    });
  }

  private makeCodec(info: Value, which: string): Owned {
    return using(getAttrText(info, which), (factory) => call(factory, newStr(this.errors)) as Owned);
  }

  /** The objects that the stream owns through its codec. */
  get owned(): (PyObject | null)[] {
    return [this.pyDecoder, this.pyEncoder];
  }

  release(): void {
    this.pyDecoder = this.pyEncoder = null;
  }

  decode(bytes: Uint8Array, final: boolean): Piece {
    if (this.pyDecoder !== null) return this.decodeInPython(bytes, final);
    const codec = this.decoder as Codec;
    const all = this.rest.length === 0 ? bytes : joinBytes([this.rest, bytes]);
    const { text, wide, consumed } = decodeBy(codec, all, this.errors, final, None);
    this.rest = all.slice(consumed);
    const after = consumed > 0 ? marked(codec) : undefined;
    if (after !== undefined)
      this.decoder = nativeCodec(after[all[0] === 0xfe || (all[0] === 0 && all[2] === 0xfe) ? 1 : 0]);
    return { text, wide };
  }

  private decodeInPython(bytes: Uint8Array, final: boolean): Piece {
    return using(callMethod(this.pyDecoder as PyObject, "decode", newBytes(bytes.slice()), newBool(final)), (text) => {
      if (!isStr(text)) throw typeError(`decoder should return a string result, not '${typeName(text)}'`);
      return { text: text.value, wide: wideOf(text) !== null };
    });
  }

  encode(text: PyStr): Uint8Array {
    if (this.pyEncoder !== null) {
      return using(callMethod(this.pyEncoder, "encode", newRef(text)), (bytes) => {
        if (!isBytes(bytes)) throw typeError(`encoder should return a bytes object, not '${typeName(bytes)}'`);
        return bytes.value;
      });
    }
    const codec = this.encoder as Codec;
    const bytes = encodeBy(codec, text, this.errors);
    this.skipMark();
    return bytes;
  }

  /** The stream is past its start: no mark is written any more. */
  skipMark(): void {
    const after = this.encoder === undefined ? undefined : marked(this.encoder);
    if (after !== undefined) this.encoder = nativeCodec(after[0]);
  }

  /** Back to the state of a stream of which nothing has been read. */
  resetDecoder(): void {
    this.rest = new Uint8Array(0);
    this.decoder = this.native;
    if (this.pyDecoder !== null) dropMaybe(callMethod(this.pyDecoder, "reset"));
  }

  resetEncoder(): void {
    this.encoder = this.native;
    if (this.pyEncoder !== null) dropMaybe(callMethod(this.pyEncoder, "reset"));
  }

  /** How many of the bytes the first `units` units of their text come from; for native encodings. */
  bytesFor(bytes: Uint8Array, units: number, length: (text: string) => number): number | null {
    if (this.native === undefined) return null;
    const codec = this.decoder ?? this.native;
    const lengthOf = (count: number): number =>
      length(decodeBy(codec, bytes.subarray(0, count), this.errors, false, None).text);
    let [low, high] = [0, bytes.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (lengthOf(middle) >= units) high = middle;
      else low = middle + 1;
    }
    return low;
  }
}
