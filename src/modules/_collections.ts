// _collections: the containers of the library's collections that are native.
import { newRef } from "../heap/refs.ts";
import { DequeType } from "./collections/deque.ts";
import { IteratorType, ReverseIteratorType } from "./collections/dequemethods.ts";
import { defineModule } from "./module.ts";

export default defineModule({
  name: "_collections",
  doc: "Containers of the module collections.",
  types: [DequeType, IteratorType, ReverseIteratorType],
  constants: () => ({ deque: newRef(DequeType) }),
});
