// Ends of lines: universal newlines, and IncrementalNewlineDecoder, which translates them in text
// that comes in pieces: a "\r" at the end of a piece waits for what follows.
import { allocGC } from "../../heap/heap.ts";
import type { PyObject, PyType } from "../../heap/object.ts";
import { dropMaybe, keep, newRef, newRefs, type Owned, type OwnedValue, share, type Value } from "../../heap/refs.ts";
import { BASETYPE, HAVE_GC } from "../../heap/type.ts";
import { def } from "../../native/signature.ts";
import { newBytes } from "../../objects/bytes.ts";
import { callMethod } from "../../objects/call.ts";
import { defineType } from "../../objects/define.ts";
import { typeError } from "../../objects/errors.ts";
import { asInstanceOf } from "../../objects/instance.ts";
import { intValue, newInt } from "../../objects/int.ts";
import { isTrue, typeName } from "../../objects/protocol.ts";
import { None, newBool, newNone } from "../../objects/singletons.ts";
import { isStr, newStr, newTextStr, type PyStr, wideOf } from "../../objects/str.ts";
import { isTuple, newTuple, tupleOf } from "../../objects/tuple.ts";
import { using } from "../natives.ts";

const SEEN_CR = 1;
const SEEN_LF = 2;
const SEEN_CRLF = 4;

/** Finds, and perhaps translates, the ends of lines in text that comes in pieces. */
export class Newlines {
  private readonly translate: boolean;
  /** A "\r" has come last, and has not been handed out. */
  pending = false;
  seen = 0;

  constructor(translate: boolean) {
    this.translate = translate;
  }

  decode(text: string, final: boolean): string {
    if (this.pending && (text !== "" || final)) {
      text = `\r${text}`;
      this.pending = false;
    }
    if (text.endsWith("\r") && !final) {
      text = text.slice(0, -1);
      this.pending = true;
    }
    if (!text.includes("\r")) {
      if (text.includes("\n")) this.seen |= SEEN_LF;
      return text;
    }
    if (text.includes("\r\n")) this.seen |= SEEN_CRLF;
    if (/(?<!\r)\n/.test(text)) this.seen |= SEEN_LF;
    if (/\r(?!\n)/.test(text)) this.seen |= SEEN_CR;
    return this.translate ? text.replace(/\r\n?/g, "\n") : text;
  }

  reset(): void {
    this.pending = false;
    this.seen = 0;
  }

  /** What the attribute `newlines` says: None, one end of line, or a tuple of them. */
  get found(): OwnedValue {
    const kinds = (["\r", "\n", "\r\n"] as const).filter((_, i) => (this.seen & (1 << i)) !== 0);
    if (kinds.length === 0) return newNone();
    if (kinds.length === 1) return newStr(kinds[0]);
    const items = newRefs();
    for (const kind of kinds) items.push(newStr(kind));
    return newTuple(items);
  }
}

/** How a text stream treats ends of lines, by the argument `newline`. */
export interface NewlineMode {
  /** Lines end at "\n", "\r" or "\r\n". */
  universal: boolean;
  /** Reading makes "\n" of them. */
  translate: boolean;
  /** What ends a line when reading is not universal. */
  ending: string;
  /** What writing makes of "\n". */
  written: string;
}

/** The mode of an argument `newline`: null for None. */
export function newlineMode(newline: string | null): NewlineMode {
  const universal = newline === null || newline === "";
  return {
    universal,
    translate: newline === null,
    ending: universal ? "\n" : newline,
    written: newline === "\r" || newline === "\r\n" ? newline : "\n",
  };
}

/** The end of the first line of a text from a position on, after its end of line; -1 when there is none. */
export function lineEnd(text: string, from: number, mode: NewlineMode): number {
  if (!mode.universal || mode.translate) {
    const at = text.indexOf(mode.ending, from);
    return at < 0 ? -1 : at + mode.ending.length;
  }
  for (let i = from; i < text.length; i++) {
    const c = text.charCodeAt(i);
    if (c === 10) return i + 1;
    if (c === 13) return text.charCodeAt(i + 1) === 10 ? i + 2 : i + 1;
  }
  return -1;
}

// ---- the class ----

class DecoderData {
  /** The decoder of bytes, owned; null when text comes in already. */
  decoder: PyObject | null = null;
  newlines = new Newlines(true);
}
type PyNewlineDecoder = PyObject<DecoderData>;

function init(self: PyNewlineDecoder, args: readonly Value[], kwnames: readonly PyObject[] | null): void {
  const names = ["decoder", "translate", "errors"];
  const given: (Value | undefined)[] = [];
  const count = args.length - (kwnames?.length ?? 0);
  const keywords = (kwnames ?? []) as readonly PyStr[];
  args.forEach((value, i) => {
    given[i < count ? i : names.indexOf(keywords[i - count].value)] = value;
  });
  if (given[1] === undefined)
    throw typeError("IncrementalNewlineDecoder() missing required argument 'translate' (pos 2)");
  const [decoder] = given;
  const old = self.value.decoder;
  self.value.decoder =
    decoder === undefined || decoder === None || typeof decoder === "number" ? null : newRef(decoder);
  self.value.newlines = new Newlines(isTrue(given[1]));
  dropMaybe(old);
}

function decode(self: PyNewlineDecoder, input: Value, final: boolean): OwnedValue {
  const { decoder, newlines } = self.value;
  const text = decoder === null ? keep(input) : callMethod(decoder, "decode", keep(input), newBool(final));
  return using(text, (value) => {
    if (!isStr(value)) throw typeError(`decoder should return a string result, not '${typeName(value)}'`);
    return newTextStr(newlines.decode(value.value, final), wideOf(value) !== null);
  });
}

/** The decoder's state, with a bit for the "\r" that waits. */
function getState(self: PyNewlineDecoder): Owned {
  const { decoder, newlines } = self.value;
  const flag = newlines.pending ? 1 : 0;
  if (decoder === null) return tupleOf(newBytes(new Uint8Array(0)), newInt(flag));
  return using(callMethod(decoder, "getstate"), (state) => {
    if (!isTuple(state) || state.value.length !== 2) throw typeError("illegal decoder state");
    return tupleOf(share(state.value, 0), newInt(BigInt(intValue(state.value[1]) ?? 0) * 2n + BigInt(flag)));
  });
}

function setState(self: PyNewlineDecoder, state: Value): void {
  if (!isTuple(state)) throw typeError("state argument must be a tuple");
  const flag = intValue(state.value[1]);
  if (state.value.length !== 2 || flag === undefined) throw typeError("illegal decoder state");
  self.value.newlines.pending = BigInt(flag) % 2n === 1n;
  const { decoder } = self.value;
  if (decoder === null) return;
  const inner = tupleOf(share(state.value, 0), newInt(BigInt(flag) / 2n));
  dropMaybe(callMethod(decoder, "setstate", inner));
}

export const NewlineDecoderType: PyType = defineType<PyNewlineDecoder>({
  name: "IncrementalNewlineDecoder",
  module: "_io",
  doc: "Decodes text in pieces with universal newlines: \\r and \\r\\n become \\n when it translates.",
  flags: HAVE_GC | BASETYPE,
  basicSize: 40,
  traverse(self, visit) {
    if (self.value.decoder !== null) visit(self.value.decoder);
  },
  clear(self) {
    const { decoder } = self.value;
    self.value.decoder = null;
    dropMaybe(decoder);
  },
  slots: {
    new: (type) => asInstanceOf(allocGC<DecoderData, null>(NewlineDecoderType, new DecoderData(), null, 56), type),
    init,
  },
  methods: [
    def(
      "decode($self, /, input, final: bool = False)",
      "The text of a piece.",
      (self: PyNewlineDecoder, input, final) => decode(self, input, final),
    ),
    def("getstate($self, /)", "What is left over from the last piece.", (self: PyNewlineDecoder) => getState(self)),
    def("setstate($self, state, /)", "Sets what is left over.", (self: PyNewlineDecoder, state) =>
      setState(self, state),
    ),
    def("reset($self, /)", "Forgets what is left over.", (self: PyNewlineDecoder) => {
      self.value.newlines.reset();
      if (self.value.decoder !== null) dropMaybe(callMethod(self.value.decoder, "reset"));
    }),
  ],
  getset: [{ name: "newlines", get: (self) => self.value.newlines.found }],
});
