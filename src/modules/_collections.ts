// _collections: the containers of the library's collections that are native.
import { newRef } from "../heap/refs.ts";
import { DefaultDictType } from "./collections/defaultdict.ts";
import { DequeType } from "./collections/deque.ts";
import { IteratorType, ReverseIteratorType } from "./collections/dequemethods.ts";
import { ODictType } from "./collections/odict.ts";
import "./collections/odictmethods.ts";
import { countElements, TupleGetterType } from "./collections/tuplegetter.ts";
import { defineModule } from "./module.ts";

export default defineModule({
  name: "_collections",
  doc: "Containers of the module collections.",
  functions: [countElements],
  types: [DefaultDictType, ODictType, IteratorType, ReverseIteratorType, TupleGetterType],
  constants: () => ({ deque: newRef(DequeType) }),
});
