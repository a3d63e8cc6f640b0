// complex: two doubles. Methods and arithmetic: complexmethods.ts.
import { deallocLeaf } from "../heap/dealloc.ts";
import { alloc } from "../heap/heap.ts";
import type { PyObject } from "../heap/object.ts";
import type { Owned, Value } from "../heap/refs.ts";
import { BASETYPE } from "../heap/type.ts";
import { defineType } from "./define.ts";
import { isSubtype } from "./lookup.ts";

export interface ComplexValue {
  readonly real: number;
  readonly imag: number;
}
export type PyComplex = PyObject<ComplexValue>;

export const ComplexType = defineType<PyComplex>({
  name: "complex",
  flags: BASETYPE,
  basicSize: 32,
  dealloc: deallocLeaf,
});

export const newComplex = (real: number, imag: number): Owned<PyComplex> =>
  alloc(ComplexType, { real, imag }, null, 32);
export const isComplex = (o: Value): o is PyComplex => typeof o !== "number" && isSubtype(o.type, ComplexType);
