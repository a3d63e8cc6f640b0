// What the rows of special methods are made of: see slotrows.ts.
import type { PyObject, PyType } from "../heap/object.ts";
import type { OwnedValue, Value } from "../heap/refs.ts";
import type { SlotName, Slots } from "../heap/type.ts";
import { callSpecial } from "./call.ts";
import { attributeError, typeError } from "./errors.ts";
import { typeName } from "./protocol.ts";
import type { PyStr } from "./str.ts";

export type Slot = NonNullable<Slots[SlotName]>;
export type Kwnames = readonly PyObject[] | null;

export interface SlotEntry {
  name: string;
  signature: string;
  doc: string;
  /** Calls a builtin's slot by this name, with borrowed arguments. */
  wrap(slot: Slot, self: PyObject, args: Value[], kwnames: Kwnames): OwnedValue;
}

export interface SlotRow {
  slot: SlotName;
  names: SlotEntry[];
  /** The slot of a class whose methods of these names are Python's; absent when there is none. */
  make?(): Slot;
}

// Natives that the rows need from files that depend on them.
export interface SlotSupport {
  newInt(n: number | bigint): OwnedValue;
  /** The value of an int object; undefined for anything else. */
  intValue(value: Value): number | bigint | undefined;
  /** Converts by `__index__` to an index-sized int. */
  indexSize(value: Value): number;
  /** Reports an exception that cannot be raised: "Exception ignored in". */
  unraisable(exception: PyObject, where: PyObject): void;
  genericGetAttr(self: PyObject, name: PyStr): OwnedValue | undefined;
  /** A memoryview of an object's memory, and what can be asked of one; its exporter is undefined for what is none. */
  viewObject(object: PyObject): OwnedValue;
  isReadOnly(view: Value): boolean;
  exporterOf(view: Value): PyObject | null | undefined;
  releaseView(view: Value): void;
}
export let support: SlotSupport;
/** Told once by ready.ts. */
export const setSlotSupport = (s: SlotSupport): void => {
  support = s;
};

/** Counts the arguments of a slot wrapper. Where CPython parses more than one, its messages begin with a space. */
export function arity(args: readonly Value[], min: number, max = min): void {
  if (args.length >= min && args.length <= max) return;
  const space = max > 1 ? " " : "";
  if (min === max) throw typeError(`${space}expected ${min} argument${min === 1 ? "" : "s"}, got ${args.length}`);
  const bound = args.length < min ? min : max;
  const how = args.length < min ? "at least" : "at most";
  throw typeError(`${space}expected ${how} ${bound} argument${bound === 1 ? "" : "s"}, got ${args.length}`);
}

export const named = (name: string, signature: string, doc: string, wrap: SlotEntry["wrap"]): SlotEntry => ({
  name,
  signature,
  doc,
  wrap,
});

/** The result of a special method that the slot's type must have. */
export function required(self: Value, name: string, ...args: OwnedValue[]): OwnedValue {
  const result = callSpecial(self, name, ...args);
  if (result === undefined) throw attributeError(`'${typeName(self)}' object has no attribute '${name}'`);
  return result;
}

/** As `required`, for what is only missing when it is deleted or set: the error names the method alone. */
export function attempt(self: PyObject, name: string, ...args: OwnedValue[]): OwnedValue {
  const answer = callSpecial(self, name, ...args);
  if (answer === undefined) throw attributeError(name);
  return answer;
}

/** The payload of a slot wrapper, the descriptor that a builtin type has for a special method. */
export class WrapperData {
  readonly owner: PyType;
  readonly row: SlotRow;
  readonly entry: SlotEntry;
  readonly fn: Slot;
  constructor(owner: PyType, row: SlotRow, entry: SlotEntry, fn: Slot) {
    this.owner = owner;
    this.row = row;
    this.entry = entry;
    this.fn = fn;
  }
}

/** Natives that stand for a slot where CPython has a method instead of a slot wrapper. */
export const slotMethods: Map<unknown, { row: SlotRow; fn: Slot }> = new Map();
