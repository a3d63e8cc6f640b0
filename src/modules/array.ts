// array: packed arrays of numbers. The type is arraytype.ts, what it can do arraymethods.ts.
import { newRef } from "../heap/refs.ts";
import { newStr } from "../objects/str.ts";
import { reconstructor } from "./arrayconvert.ts";
import "./arraymethods.ts";
import { ArrayType, TYPECODES } from "./arraytype.ts";
import { defineModule } from "./module.ts";

export default defineModule({
  name: "array",
  doc: "Arrays of numbers or characters of one C type, packed in memory.",
  functions: [reconstructor],
  types: [ArrayType],
  constants: () => ({ ArrayType: newRef(ArrayType), typecodes: newStr(TYPECODES) }),
});
