// _struct: Python values as the bytes of C structures, and back. Formats are structformat.ts.
import { allocGC, resize } from "../heap/heap.ts";
import type { PyObject, PyType } from "../heap/object.ts";
import { dropMaybe, newRef, type Owned, type OwnedValue, type Value } from "../heap/refs.ts";
import { BASETYPE, type BufferView, HAS_WEAKREFS, HAVE_GC, NO_NEW } from "../heap/type.ts";
import { def } from "../native/signature.ts";
import { isBytes } from "../objects/bytes.ts";
import { defineType } from "../objects/define.ts";
import { typeError } from "../objects/errors.ts";
import { asInstanceOf } from "../objects/instance.ts";
import { newInt } from "../objects/int.ts";
import { typeName } from "../objects/protocol.ts";
import { subscript } from "../objects/slice.ts";
import { isStr, newStr, type PyStr, wideOf } from "../objects/str.ts";
import { type EncodeHandler, encodeHandler } from "../objects/text/codecerrors.ts";
import { nativeCodec } from "../objects/text/codecs.ts";
import { isAscii, latin1Decode } from "../objects/text/codepoints.ts";
import { codecException } from "../objects/unicodeerror.ts";
import { defineModule } from "./module.ts";
import { withBytes, withText } from "./natives.ts";
import { type Format, pack, packInto, parseFormat, StructErrorType, structError, unpack } from "./structformat.ts";

// ---- formats ----

const CACHE_SIZE = 100;
const cache = new Map<string, Format>();

/** The text of a format argument. */
function formatText(value: Value): string {
  if (isBytes(value)) return latin1Decode(value.value);
  if (!isStr(value)) throw typeError(`Struct() argument 1 must be a str or bytes object, not ${typeName(value)}`);
  if (!isAscii(value.value)) {
    try {
      nativeCodec("ascii")?.encode(value.value, wideOf(value) !== null, encodeHandler("strict") as EncodeHandler);
    } catch (e) {
      throw codecException(e, value);
    }
  }
  return value.value;
}

/** The parsed format of an argument; those used lately are kept. */
function formatOf(value: Value): Format {
  const text = formatText(value);
  let format = cache.get(text);
  if (format === undefined) {
    format = parseFormat(text);
    if (cache.size >= CACHE_SIZE) cache.clear();
    cache.set(text, format);
  }
  return format;
}

// ---- what can be done with a format ----

function unpackAll(format: Format, buffer: Value): Owned {
  return withBytes(buffer, (bytes) => {
    if (bytes.length !== format.size) throw structError(`unpack requires a buffer of ${format.size} bytes`);
    return unpack(format, bytes);
  });
}

/** Where in a buffer an offset lies; a negative one counts from the end. */
function placeIn(size: number, offset: number, format: Format, what: "pack" | "unpack"): number {
  if (offset < 0) {
    if (offset + format.size > 0) {
      throw structError(
        what === "pack"
          ? `no space to pack ${format.size} bytes at offset ${offset}`
          : `not enough data to unpack ${format.size} bytes at offset ${offset}`,
      );
    }
    if (offset + size < 0) throw structError(`offset ${offset} out of range for ${size}-byte buffer`);
    offset += size;
  }
  if (size - offset < format.size) {
    const name = what === "pack" ? "pack_into" : "unpack_from";
    throw structError(
      `${name} requires a buffer of at least ${format.size + offset} bytes for ${what}ing ${format.size} bytes at offset ${offset} (actual buffer size is ${size})`,
    );
  }
  return offset;
}

const unpackFrom = (format: Format, buffer: Value, offset: number): Owned =>
  withBytes(buffer, (bytes) => {
    const at = placeIn(bytes.length, offset, format, "unpack");
    return unpack(format, bytes.subarray(at, at + format.size));
  });

/** `pack_into` with its arguments buffer, offset and the values. */
function packTo(format: Format, args: readonly Value[]): void {
  if (args.length === 0) throw structError("pack_into expected buffer argument");
  if (args.length === 1) throw structError("pack_into expected offset argument");
  if (args.length - 2 !== format.values) {
    throw structError(`pack_into expected ${format.values} items for packing (got ${args.length - 2})`);
  }
  const view = writableBuffer(args[0]);
  try {
    if (typeof args[1] !== "number" && args[1].type.value.slots.index === null) {
      throw typeError(`'${typeName(args[1])}' object cannot be interpreted as an integer`);
    }
    const at = placeIn(view.bytes.length, subscript(args[1], "buffer"), format, "pack");
    packInto(format, view.bytes.subarray(at, at + format.size), args.slice(2));
  } finally {
    view.release();
  }
}

function writableBuffer(value: Value): BufferView {
  const buffer = typeof value === "number" ? null : value.type.value.slots.buffer;
  if (buffer !== null && typeof value !== "number") {
    const view = buffer(value, false);
    if (!view.readonly) return view;
    view.release();
  }
  throw typeError(`argument must be read-write bytes-like object, not ${typeName(value)}`);
}

// ---- iter_unpack ----

interface UnpackIteratorData {
  format: Format;
  /** The buffer's owner, and the buffer; null at the end. */
  source: PyObject | null;
  view: BufferView | null;
  at: number;
}
type PyUnpackIterator = PyObject<UnpackIteratorData>;

function finish(it: PyUnpackIterator): void {
  const { source, view } = it.value;
  it.value.source = it.value.view = null;
  view?.release();
  dropMaybe(source);
}

const UnpackIteratorType = defineType<PyUnpackIterator>({
  name: "unpack_iterator",
  module: "_struct",
  flags: HAVE_GC | NO_NEW,
  basicSize: 112,
  traverse(it, visit) {
    if (it.value.source !== null) visit(it.value.source);
  },
  clear: finish,
  slots: {
    iter: (it) => newRef(it),
    next(it) {
      const { format, view, at } = it.value;
      if (view === null) return undefined;
      if (at >= view.bytes.length) {
        finish(it);
        return undefined;
      }
      it.value.at = at + format.size;
      return unpack(format, view.bytes.subarray(at, at + format.size));
    },
  },
  methods: [
    def("__length_hint__($self, /) -> int", "How many tuples are left.", (it: PyUnpackIterator) => {
      const { format, view, at } = it.value;
      return view === null ? 0 : (view.bytes.length - at) / format.size;
    }),
  ],
});

function iterUnpack(format: Format, buffer: Value): Owned {
  if (format.size === 0) throw structError("cannot iteratively unpack with a struct of length 0");
  const slot = typeof buffer === "number" ? null : buffer.type.value.slots.buffer;
  if (slot === null || typeof buffer === "number")
    throw typeError(`a bytes-like object is required, not '${typeName(buffer)}'`);
  const view = slot(buffer, false);
  if (view.bytes.length % format.size !== 0) {
    view.release();
    throw structError(`iterative unpacking requires a buffer of a multiple of ${format.size} bytes`);
  }
  return allocGC<UnpackIteratorData, null>(
    UnpackIteratorType,
    { format, source: newRef(buffer), view, at: 0 },
    null,
    128,
  );
}

// ---- Struct ----

type PyStruct = PyObject<{ format: Format }>;
const EMPTY = parseFormat("");
const formatIn = (self: PyStruct): Format => self.value.format;
const sizeOf = (self: PyStruct): number => 88 + 32 * formatIn(self).items.filter((item) => item.letter !== "x").length;

function initStruct(self: PyStruct, args: Value[], kwnames: readonly PyObject[] | null): void {
  if (args.length > 1) throw typeError(`Struct() takes at most 1 argument (${args.length} given)`);
  const named = kwnames !== null && kwnames.length > 0 ? (kwnames[0] as PyStr).value : "format";
  if (args.length === 0 || named !== "format") throw typeError("Struct() missing required argument 'format' (pos 1)");
  const before = sizeOf(self);
  self.value.format = formatOf(args[0]);
  resize(sizeOf(self) - before);
}

export const StructType: PyType = defineType<PyStruct>({
  name: "Struct",
  module: "_struct",
  doc: "A compiled format: its methods pack and unpack by it.",
  flags: HAVE_GC | BASETYPE | HAS_WEAKREFS,
  basicSize: 56,
  sizeof: sizeOf,
  traverse() {},
  clear() {},
  slots: {
    new: (type) => asInstanceOf(allocGC(StructType, { format: EMPTY }, null, 104), type),
    init: initStruct,
  },
  methods: [
    withText(
      def("pack($self, /, *args)", "The bytes of the values.", (self: PyStruct, values) =>
        pack(formatIn(self), values),
      ),
      null,
    ),
    withText(
      def(
        "pack_into($self, /, *args)",
        "Writes the bytes of the values into a buffer, from an offset.",
        (self: PyStruct, args) => packTo(formatIn(self), args),
      ),
      null,
    ),
    def("unpack($self, buffer, /)", "The tuple of values that the bytes mean.", (self: PyStruct, buffer) =>
      unpackAll(formatIn(self), buffer),
    ),
    def(
      "unpack_from($self, /, buffer, offset: int = 0)",
      "The tuple of values that lie at an offset of a buffer.",
      (self: PyStruct, buffer, offset) => unpackFrom(formatIn(self), buffer, offset),
    ),
    def(
      "iter_unpack($self, buffer, /)",
      "An iterator over the tuples that lie one after the other in a buffer.",
      (self: PyStruct, buffer) => iterUnpack(formatIn(self), buffer),
    ),
  ],
  getset: [
    { name: "format", doc: "The format.", get: (self) => newStr(formatIn(self).text) },
    { name: "size", doc: "How many bytes the format takes.", get: (self) => newInt(formatIn(self).size) },
  ],
});

function needFormat(args: readonly Value[]): Format {
  if (args.length === 0) throw typeError("missing format argument");
  return formatOf(args[0]);
}

export default defineModule({
  name: "_struct",
  doc: "Values as the bytes of C structures, and back.",
  functions: [
    withText(
      def("pack($module, /, *args)", "pack(format, v1, v2, ...): the bytes of the values.", (_module, args) =>
        pack(needFormat(args), args.slice(1)),
      ),
      null,
    ),
    withText(
      def(
        "pack_into($module, /, *args)",
        "pack_into(format, buffer, offset, v1, ...): writes the bytes of the values into a buffer.",
        (_module, args) => packTo(needFormat(args), args.slice(1)),
      ),
      null,
    ),
    def("unpack($module, format, buffer, /)", "The tuple of values that the bytes mean.", (_module, format, buffer) =>
      unpackAll(formatOf(format), buffer),
    ),
    def(
      "unpack_from($module, format, /, buffer, offset: int = 0)",
      "The tuple of values that lie at an offset of a buffer.",
      (_module, format, buffer, offset) => unpackFrom(formatOf(format), buffer, offset),
    ),
    def(
      "iter_unpack($module, format, buffer, /)",
      "An iterator over the tuples that lie one after the other in a buffer.",
      (_module, format, buffer) => iterUnpack(formatOf(format), buffer),
    ),
    def(
      "calcsize($module, format, /) -> int",
      "How many bytes a format takes.",
      (_module, format) => formatOf(format).size,
    ),
    def("_clearcache($module, /)", "Forgets the formats used lately.", () => cache.clear()),
  ],
  types: [StructType],
  constants: (): Record<string, OwnedValue> => ({ error: newRef(StructErrorType) }),
});
