// array: packed arrays of numbers. The type is arraytype.ts, what it can do arraymethods.ts. As in
// CPython, importing it imports collections.abc, where arrays are registered as mutable sequences.
import { drop, newRef, type Owned } from "../heap/refs.ts";
import { callMethod } from "../objects/call.ts";
import { caught } from "../objects/errors.ts";
import { getAttrText, isError } from "../objects/protocol.ts";
import { newStr } from "../objects/str.ts";
import { importer } from "../vm/importerrors.ts";
import { reconstructor } from "./arrayconvert.ts";
import "./arraymethods.ts";
import { ArrayType, TYPECODES } from "./arraytype.ts";
import { defineModule } from "./module.ts";
import { using } from "./natives.ts";

/** Without a library there is nothing to register with. */
function registerSequence(): void {
  try {
    using(importer("collections.abc"), (abc) =>
      using(getAttrText(abc, "MutableSequence"), (type) => drop(callMethod(type, "register", newRef(ArrayType)))),
    );
  } catch (e) {
    if (!isError(caught(e), "ImportError")) throw e;
    drop(caught(e) as Owned);
  }
}

export default defineModule({
  name: "array",
  doc: "Arrays of numbers or characters of one C type, packed in memory.",
  functions: [reconstructor],
  types: [ArrayType],
  constants() {
    registerSequence();
    return { ArrayType: newRef(ArrayType), typecodes: newStr(TYPECODES) };
  },
});
