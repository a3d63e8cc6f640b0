// The methods of memoryview, and its iterator.
import { allocGC, reserve } from "../heap/heap.ts";
import type { PyObject } from "../heap/object.ts";
import { drop, dropAll, dropMaybe, newRef, newRefs, type Owned, type OwnedValue, type Value } from "../heap/refs.ts";
import { type BufferView, HAVE_GC, NO_NEW } from "../heap/type.ts";
import { charge } from "../heap/work.ts";
import { def } from "../native/signature.ts";
import { addressText } from "./builtin.ts";
import { newBytes } from "./bytes.ts";
import { callBorrowed } from "./call.ts";
import { defineType, extendType, type GetSet } from "./define.ts";
import { bufferError, notImplementedError, typeError, valueError } from "./errors.ts";
import { cInt, intValue, newInt } from "./int.ts";
import { isList, newList } from "./list.ts";
import { compareViews, getSubscript, readItem, setSubscript } from "./memoryaccess.ts";
import {
  checkView,
  deriveView,
  exporterOf,
  gatherBytes,
  isContiguous,
  type Layout,
  MemoryViewType,
  type PyMemoryView,
  packedStrides,
  product,
  releaseView,
  type ViewData,
  viewObject,
} from "./memoryview.ts";
import { getAttrText, hashOf, typeName } from "./protocol.ts";
import { None, newBool } from "./singletons.ts";
import { isStr, newStr, type PyStr } from "./str.ts";
import { nativeCode } from "./structcodes.ts";
import { isTuple, newTuple } from "./tuple.ts";

// ---- construction, buffers ----

function newFromArguments(_type: PyObject, args: Value[], kwnames: readonly PyObject[] | null): OwnedValue {
  if (args.length > 1) {
    const word = args.length === kwnames?.length ? "keyword argument" : "argument";
    throw typeError(`memoryview() takes at most 1 ${word} (${args.length} given)`);
  }
  const named = kwnames !== null && kwnames.length > 0 ? (kwnames[0] as PyStr).value : "object";
  if (args.length === 0 || named !== "object")
    throw typeError("memoryview() missing required argument 'object' (pos 1)");
  return viewObject(args[0]);
}

/** A buffer of the view itself. Items that do not lie one after the other are given out as a copy. */
function exportBuffer(self: PyMemoryView, writable: boolean): BufferView {
  const view = checkView(self);
  if (writable && view.readonly) throw bufferError("memoryview: underlying buffer is not writable");
  const packed = isContiguous(view, "C");
  if (writable && !packed) throw bufferError("memoryview: underlying buffer is not C-contiguous");
  const total = product(view.shape) * view.itemSize;
  view.exports++;
  return {
    bytes: packed ? view.memory.subarray(view.start, view.start + total) : gatherBytes(view),
    format: view.format,
    itemSize: view.itemSize,
    readonly: view.readonly,
    shape: [...view.shape],
    strides: packedStrides(view.shape, view.itemSize),
    release: () => {
      view.exports--;
    },
  };
}

// ---- conversion ----

/** Nested lists of the items. There are 64 dimensions at most. */
function toList(view: ViewData, dimension: number, at: number): OwnedValue {
  if (dimension === view.shape.length) return readItem(view, at);
  const items = newRefs();
  reserve(8 * view.shape[dimension]);
  charge(view.shape[dimension]);
  try {
    for (let i = 0; i < view.shape[dimension]; i++)
      items.push(toList(view, dimension + 1, at + i * view.strides[dimension]));
  } catch (e) {
    dropAll(items);
    throw e;
  }
  return newList(items);
}

function toBytes(view: ViewData, order: Value): Owned {
  const text = order === None ? "C" : isStr(order) ? order.value : null;
  if (text === null) throw typeError(`tobytes() argument 'order' must be str or None, not ${typeName(order)}`);
  if (text !== "C" && text !== "F" && text !== "A") throw valueError("order must be 'C', 'F' or 'A'");
  const fortran = text === "F" || (text === "A" && isContiguous(view, "F") && !isContiguous(view, "C"));
  return newBytes(gatherBytes(view, fortran ? "F" : "C"));
}

/** As `bytes.hex`, with its arguments. */
function toHex(view: ViewData, args: readonly Value[], kwargs: readonly (readonly [PyObject, Value])[]): OwnedValue {
  const bytes = newBytes(gatherBytes(view));
  try {
    const hex = getAttrText(bytes, "hex");
    try {
      return callBorrowed(
        hex,
        [...args, ...kwargs.map(([, value]) => value)],
        kwargs.map(([name]) => name),
      );
    } finally {
      drop(hex);
    }
  } finally {
    drop(bytes);
  }
}

const isByteFormat = (format: string): boolean => /^@?[bBc]$/.test(format);

/** The shape that a cast asks for. */
function shapeOf(value: Value): number[] {
  if (!isList(value) && !isTuple(value)) throw typeError("shape must be a list or a tuple");
  if (value.value.length > 64) throw valueError("memoryview: number of dimensions must not exceed 64");
  return value.value.map((item) => {
    const n = intValue(item);
    if (n === undefined) throw typeError("memoryview.cast(): elements of shape must be integers");
    if (n <= 0) throw valueError("memoryview.cast(): elements of shape must be integers > 0");
    return Number(n);
  });
}

function cast(self: PyMemoryView, format: string, shapeValue: Value | undefined): OwnedValue {
  const view = checkView(self);
  if (!isContiguous(view, "C")) throw typeError("memoryview: casts are restricted to C-contiguous views");
  if ((shapeValue !== undefined || view.shape.length !== 1) && view.shape.includes(0)) {
    throw typeError("memoryview: cannot cast view with zeros in shape or strides");
  }
  const shape = shapeValue === undefined ? undefined : shapeOf(shapeValue);
  if (shape !== undefined && view.shape.length !== 1 && shape.length !== 1) {
    throw typeError("memoryview: cast must be 1D -> ND or ND -> 1D");
  }
  const code = nativeCode(format);
  const mustBe = "format must be a native single character format prefixed with an optional '@'";
  if (code === undefined) throw valueError(`memoryview: destination ${mustBe}`);
  if (view.code === undefined) throw valueError(`memoryview: source ${mustBe}`);
  if (!isByteFormat(format) && !isByteFormat(view.format))
    throw typeError("memoryview: cannot cast between two non-byte formats");
  const total = product(view.shape) * view.itemSize;
  if (total % code.size !== 0) throw typeError("memoryview: length is not a multiple of itemsize");
  const dimensions = shape ?? [total / code.size];
  if (product(dimensions) * code.size !== total)
    throw typeError("memoryview: product(shape) * itemsize != buffer size");
  return deriveView(self, {
    format,
    itemSize: code.size,
    shape: dimensions,
    strides: packedStrides(dimensions, code.size),
  });
}

function hashView(self: PyMemoryView): number | bigint {
  if (self.value.hash !== null) return self.value.hash;
  const view = checkView(self);
  if (!view.readonly) throw valueError("cannot hash writable memoryview object");
  if (!isByteFormat(view.format)) throw valueError("memoryview: hashing is restricted to formats 'B', 'b' or 'c'");
  const exporter = exporterOf(self);
  if (exporter !== null) hashOf(exporter);
  const bytes = newBytes(gatherBytes(view));
  try {
    return (view.hash = hashOf(bytes));
  } finally {
    drop(bytes);
  }
}

// ---- the table ----

const attribute = (name: string, doc: string, get: (view: ViewData) => OwnedValue): GetSet<PyMemoryView> => ({
  name,
  doc,
  get: (self) => get(checkView(self)),
});

function intTuple(numbers: readonly number[]): Owned {
  const items = newRefs();
  for (const n of numbers) items.push(newInt(n));
  return newTuple(items);
}

const contiguous =
  (order: "C" | "F") =>
  (view: Layout): OwnedValue =>
    newBool(isContiguous(view, order));

extendType<PyMemoryView>(MemoryViewType, {
  slots: {
    new: newFromArguments,
    repr: (self) => newStr(`<${self.value.released ? "released memory" : "memory"} at ${addressText(self)}>`),
    hash: hashView,
    compare: compareViews,
    iter: (self) => newMemoryIterator(self),
    len(self) {
      const { shape } = checkView(self);
      if (shape.length === 0) throw typeError("0-dim memory has no length");
      return shape[0];
    },
    getitem: getSubscript,
    setitem: setSubscript,
    item(self, at) {
      const view = checkView(self);
      if (view.shape.length === 0) throw typeError("invalid indexing of 0-dim memory");
      if (view.shape.length > 1) throw notImplementedError("multi-dimensional sub-views are not implemented");
      return at < view.shape[0] ? readItem(view, view.start + at * view.strides[0]) : undefined;
    },
    buffer: exportBuffer,
  },
  methods: [
    def("release($self, /)", "Lets go of the memory. The view cannot be used afterwards.", (self: PyMemoryView) =>
      releaseView(self),
    ),
    def("tobytes($self, /, order='C')", "The bytes of all items: a copy.", (self: PyMemoryView, order) =>
      toBytes(checkView(self), order),
    ),
    def(
      "hex($self, /, *args, **kwargs)",
      "The bytes as hexadecimal digits, as bytes.hex gives them.\n\n>>> memoryview(bytes([1, 10, 255])).hex()\n'010aff'",
      (self: PyMemoryView, args, kwargs) => toHex(checkView(self), args, kwargs),
    ),
    def("tolist($self, /)", "The items as a list, or as nested lists.", (self: PyMemoryView) => {
      const view = checkView(self);
      return toList(view, 0, view.start);
    }),
    def(
      "cast($self, /, format: str, shape=NULL)",
      "A view of the same memory with items of another format or shape.",
      (self: PyMemoryView, format, shape) => cast(self, format, shape),
    ),
    def("toreadonly($self, /)", "A view of the same memory that cannot be written through.", (self: PyMemoryView) => {
      checkView(self);
      return deriveView(self, { readonly: true });
    }),
    def(
      "_from_flags($type, /, object, flags)",
      "A view that a buffer request with flags would give.",
      (_type, object, flags) => {
        const wanted = cInt(flags);
        const view = viewObject(object);
        if ((wanted & 1) === 0 || !view.value.readonly) return view;
        drop(view);
        throw bufferError("Object is not writable.");
      },
    ),
    def("__enter__($self, /)", "", (self: PyMemoryView) => {
      checkView(self);
      return newRef(self);
    }),
    def("__exit__($self, /, *args)", "", (self: PyMemoryView) => releaseView(self)),
  ],
  getset: [
    {
      name: "obj",
      doc: "The object whose memory it is.",
      get(self) {
        checkView(self);
        return newRef(exporterOf(self) ?? None);
      },
    },
    attribute("nbytes", "The bytes of all items.", (view) => newInt(product(view.shape) * view.itemSize)),
    attribute("readonly", "May the memory not be written?", (view) => newBool(view.readonly)),
    attribute("itemsize", "The bytes of an item.", (view) => newInt(view.itemSize)),
    attribute("format", "The format of the items, as in struct.", (view) => newStr(view.format)),
    attribute("ndim", "How many dimensions there are.", (view) => newInt(view.shape.length)),
    attribute("shape", "The length of each dimension.", (view) => intTuple(view.shape)),
    attribute("strides", "The bytes from one item to the next in each dimension.", (view) => intTuple(view.strides)),
    attribute("suboffsets", "Always empty.", () => intTuple([])),
    attribute("c_contiguous", "Do the items lie one after the other, the last index varying fastest?", contiguous("C")),
    attribute(
      "f_contiguous",
      "Do the items lie one after the other, the first index varying fastest?",
      contiguous("F"),
    ),
    attribute("contiguous", "Do the items lie one after the other?", (view) =>
      newBool(isContiguous(view, "C") || isContiguous(view, "F")),
    ),
  ],
});

// ---- iteration ----

/** The view, owned until the end is reached; `extra` is the position. */
type PyMemoryIterator = PyObject<PyMemoryView | null, number>;

export const MemoryIteratorType = defineType<PyMemoryIterator>({
  name: "memory_iterator",
  flags: HAVE_GC | NO_NEW,
  basicSize: 48,
  traverse(it, visit) {
    if (it.value !== null) visit(it.value);
  },
  clear(it) {
    const view = it.value;
    it.value = null;
    dropMaybe(view);
  },
  slots: {
    iter: (it) => newRef(it),
    next(it) {
      const self = it.value;
      if (self === null) return undefined;
      const view = checkView(self);
      const at = it.extra;
      if (at < view.shape[0]) {
        it.extra = at + 1;
        return readItem(view, view.start + at * view.strides[0]);
      }
      it.value = null;
      drop(self as PyMemoryView & OwnedValue);
      return undefined;
    },
  },
});

function newMemoryIterator(self: PyMemoryView): Owned {
  const view = checkView(self);
  if (view.shape.length === 0) throw typeError("invalid indexing of 0-dim memory");
  if (view.shape.length > 1) throw notImplementedError("multi-dimensional sub-views are not implemented");
  return allocGC<PyMemoryView | null, number>(MemoryIteratorType, newRef(self), 0, 64);
}
