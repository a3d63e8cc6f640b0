// cell: a variable shared by a function and its closures. Its payload is the value itself, owned;
// undefined while the variable is unbound. An unboxed int lies in it as in a slot.
import { allocGC } from "../heap/heap.ts";
import type { PyObject } from "../heap/object.ts";
import { drop, keep, type Owned, type OwnedValue, sharePayload, type Value } from "../heap/refs.ts";
import { EQ, GE, GT, HAVE_GC, LE, LT, NE } from "../heap/type.ts";
import { addressText } from "./builtin.ts";
import { defineType } from "./define.ts";
import { typeError, valueError } from "./errors.ts";
import { compare, typeName } from "./protocol.ts";
import { newBool, notImplemented } from "./singletons.ts";
import { newStr } from "./str.ts";

export type PyCell = PyObject<Value | undefined>;

/** Takes the content out of a cell. */
function empty(cell: PyCell): void {
  const value = cell.value;
  cell.value = undefined;
  if (value !== undefined) drop(value as OwnedValue);
}

/** How an empty cell compares: it is less than any other. */
function compareEmpty(a: boolean, b: boolean, op: number): boolean {
  const [x, y] = [a ? 1 : 0, b ? 1 : 0];
  return { [LT]: x < y, [LE]: x <= y, [EQ]: x === y, [NE]: x !== y, [GT]: x > y, [GE]: x >= y }[op] as boolean;
}

export const CellType = defineType<PyCell>({
  name: "cell",
  doc: "A variable that functions share.",
  flags: HAVE_GC,
  basicSize: 24,
  traverse(cell, visit) {
    if (cell.value !== undefined && typeof cell.value !== "number") visit(cell.value);
  },
  clear: empty,
  slots: {
    repr(cell) {
      const where = addressText(cell);
      if (cell.value === undefined) return newStr(`<cell at ${where}: empty>`);
      const what = typeName(cell.value);
      const content = sharePayload(cell as PyObject<Value>);
      const text = `<cell at ${where}: ${what} object at ${typeof content === "number" ? "0x0" : addressText(content)}>`;
      drop(content);
      return newStr(text);
    },
    compare(cell, other, op) {
      if (typeof other === "number" || other.type !== CellType) return notImplemented();
      const b = other as PyCell;
      if (cell.value === undefined || b.value === undefined) {
        return newBool(compareEmpty(cell.value !== undefined, b.value !== undefined, op));
      }
      return compare(cell.value, b.value, op);
    },
    new(_type, args, kwnames) {
      if ((kwnames?.length ?? 0) > 0) throw typeError("cell() takes no keyword arguments");
      if (args.length > 1) throw typeError(`cell expected at most 1 argument, got ${args.length}`);
      return newCell(args.length === 0 ? undefined : keep(args[0]));
    },
  },
  getset: [
    {
      name: "cell_contents",
      get(cell) {
        if (cell.value === undefined) throw valueError("Cell is empty");
        return sharePayload(cell as PyObject<Value>);
      },
      set(cell, value) {
        if (value === undefined) empty(cell);
        else setCell(cell, keep(value));
      },
    },
  ],
});

/** Steals the value; undefined makes an empty cell. */
export const newCell = (value: OwnedValue | undefined): Owned<PyCell> =>
  allocGC<Value | undefined, null>(CellType, value, null, 40);

/** Puts a value in; steals it. */
export function setCell(cell: PyCell, value: OwnedValue): void {
  const old = cell.value;
  cell.value = value;
  if (old !== undefined) drop(old as OwnedValue);
}
