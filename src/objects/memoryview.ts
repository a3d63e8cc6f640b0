// memoryview: a view of another object's memory. The exporter's buffer is held by a managed
// buffer, which all views made of one another share: the exporter counts one reference, and is
// locked as long as one of them is not released. Access is memoryaccess.ts, methods memorymethods.ts.
import { allocGC } from "../heap/heap.ts";
import type { PyObject } from "../heap/object.ts";
import { drop, dropMaybe, moved, newRef, type Owned, type Value } from "../heap/refs.ts";
import { type BufferView, HAS_WEAKREFS, HAVE_GC, NO_NEW, SEQUENCE } from "../heap/type.ts";
import { defineType } from "./define.ts";
import { bufferError, typeError, valueError } from "./errors.ts";
import { typeName } from "./protocol.ts";
import { type Code, nativeCode, viewOf } from "./structcodes.ts";

/** The buffer of an exporter; both fields are null once it is released. */
interface ManagedData {
  view: BufferView | null;
  /** The exporter, owned. */
  exporter: PyObject | null;
  /** Views that are not released. */
  users: number;
}
export type PyManagedBuffer = PyObject<ManagedData>;

function releaseManaged(managed: PyManagedBuffer): void {
  const { view, exporter } = managed.value;
  managed.value.view = managed.value.exporter = null;
  view?.release();
  dropMaybe(exporter);
}

const ManagedBufferType = defineType<PyManagedBuffer>({
  name: "managedbuffer",
  flags: HAVE_GC | NO_NEW,
  basicSize: 112,
  traverse(managed, visit) {
    if (managed.value.exporter !== null) visit(managed.value.exporter);
  },
  clear: releaseManaged,
});

/** The payload of a memoryview. */
export class ViewData {
  /** Owned; null only while the view dies. */
  managed: PyManagedBuffer | null;
  readonly memory: Uint8Array;
  readonly data: DataView;
  /** Where the first item lies in `memory`. */
  readonly start: number;
  readonly format: string;
  /** How single items are read; undefined for formats that are not native single characters. */
  readonly code: Code | undefined;
  readonly itemSize: number;
  readonly readonly: boolean;
  readonly shape: readonly number[];
  readonly strides: readonly number[];
  released = false;
  /** Buffers of this view that others hold. */
  exports = 0;
  hash: number | bigint | null = null;

  constructor(managed: PyManagedBuffer, memory: Uint8Array, data: DataView, layout: Layout) {
    this.managed = managed;
    this.memory = memory;
    this.data = data;
    this.start = layout.start;
    this.format = layout.format;
    this.code = nativeCode(layout.format);
    this.itemSize = layout.itemSize;
    this.readonly = layout.readonly;
    this.shape = layout.shape;
    this.strides = layout.strides;
  }
}
export type PyMemoryView = PyObject<ViewData>;

/** How items lie in the memory. */
export interface Layout {
  start: number;
  format: string;
  itemSize: number;
  readonly: boolean;
  shape: readonly number[];
  strides: readonly number[];
}

const sizeOf = (view: PyMemoryView): number => 144 + 24 * view.value.shape.length;

/** Lets go of the memory; the exporter is unlocked with the last view of it. */
export function releaseView(view: PyMemoryView): void {
  const { value } = view;
  if (value.released) return;
  if (value.exports > 0)
    throw bufferError(`memoryview has ${value.exports} exported buffer${value.exports === 1 ? "" : "s"}`);
  value.released = true;
  const managed = value.managed as PyManagedBuffer;
  if (--managed.value.users === 0) releaseManaged(managed);
}

export const MemoryViewType = defineType<PyMemoryView>({
  name: "memoryview",
  doc: "Create a new memoryview object which references the given object.",
  textSignature: "(object)",
  flags: HAVE_GC | SEQUENCE | HAS_WEAKREFS,
  basicSize: 144,
  itemSize: 8,
  sizeof: sizeOf,
  traverse(view, visit) {
    if (view.value.managed !== null) visit(view.value.managed);
  },
  clear(view) {
    const { value } = view;
    const { managed } = value;
    if (managed === null) return;
    if (!value.released) {
      value.released = true;
      if (--managed.value.users === 0) releaseManaged(managed);
    }
    value.managed = null;
    drop(moved(managed) as Owned<PyManagedBuffer>);
  },
});

export const isMemoryView = (value: Value): value is PyMemoryView =>
  typeof value !== "number" && value.type === MemoryViewType;

/** Another view of the same managed buffer. */
export function newView(
  managed: PyManagedBuffer,
  memory: Uint8Array,
  data: DataView,
  layout: Layout,
): Owned<PyMemoryView> {
  managed.value.users++;
  const value = new ViewData(newRef(managed), memory, data, layout);
  return allocGC<ViewData, null>(MemoryViewType, value, null, 160 + 24 * layout.shape.length) as Owned<PyMemoryView>;
}

/** A view of the same memory laid out in another way. */
export const deriveView = (view: PyMemoryView, layout: Partial<Layout>): Owned<PyMemoryView> =>
  newView(view.value.managed as PyManagedBuffer, view.value.memory, view.value.data, { ...view.value, ...layout });

/** Raises ValueError for a view that has been released. */
export function checkView(view: PyMemoryView): ViewData {
  if (view.value.released || (view.value.managed as PyManagedBuffer).value.view === null) {
    throw valueError("operation forbidden on released memoryview object");
  }
  return view.value;
}

/** The exporter, borrowed; null when it is released. */
export const exporterOf = (view: PyMemoryView): PyObject | null => view.value.managed?.value.exporter ?? null;

/** `memoryview(object)`. */
export function viewObject(object: Value): Owned<PyMemoryView> {
  if (isMemoryView(object)) {
    checkView(object);
    return deriveView(object, {});
  }
  const buffer = typeof object === "number" ? null : object.type.value.slots.buffer;
  if (buffer === null || typeof object === "number") {
    throw typeError(`memoryview: a bytes-like object is required, not '${typeName(object)}'`);
  }
  const view = buffer(object, false);
  const data: ManagedData = { view, exporter: newRef(object), users: 0 };
  const managed = allocGC<ManagedData, null>(ManagedBufferType, data, null, 128) as Owned<PyManagedBuffer>;
  try {
    return newView(managed, view.bytes, viewOf(view.bytes), { ...view, start: 0 });
  } finally {
    drop(managed);
  }
}

// ---- layout ----

/** Strides of items that lie one after the other, the last index varying fastest. */
export function packedStrides(shape: readonly number[], itemSize: number): number[] {
  const strides = new Array<number>(shape.length);
  let stride = itemSize;
  for (let i = shape.length - 1; i >= 0; i--) {
    strides[i] = stride;
    stride *= shape[i];
  }
  return strides;
}

export const product = (shape: readonly number[]): number => shape.reduce((a, b) => a * b, 1);

/** Do the items lie one after the other? `order` is that of the last index or of the first varying fastest. */
export function isContiguous({ shape, strides, itemSize }: Layout, order: "C" | "F"): boolean {
  if (shape.includes(0)) return true;
  let stride = itemSize;
  const dimensions = shape.map((_, i) => (order === "C" ? shape.length - 1 - i : i));
  for (const d of dimensions) {
    if (shape[d] > 1 && strides[d] !== stride) return false;
    stride *= shape[d];
  }
  return true;
}

/** Calls `visit` with the place of every item, the last index varying fastest. */
export function eachItem({ shape, strides, start }: Layout, visit: (at: number) => void): void {
  const total = product(shape);
  const index = new Array<number>(shape.length).fill(0);
  let at = start;
  for (let n = 0; n < total; n++) {
    visit(at);
    for (let d = shape.length - 1; d >= 0; d--) {
      at += strides[d];
      if (++index[d] < shape[d]) break;
      at -= strides[d] * shape[d];
      index[d] = 0;
    }
  }
}

/** A copy of the bytes of all items in order. */
export function gatherBytes(view: ViewData, order: "C" | "F" = "C"): Uint8Array {
  const total = product(view.shape) * view.itemSize;
  if (isContiguous(view, order)) return view.memory.slice(view.start, view.start + total);
  const bytes = new Uint8Array(total);
  let to = 0;
  const layout =
    order === "C" ? view : { ...view, shape: [...view.shape].reverse(), strides: [...view.strides].reverse() };
  eachItem(layout, (at) => {
    bytes.set(view.memory.subarray(at, at + view.itemSize), to);
    to += view.itemSize;
  });
  return bytes;
}
