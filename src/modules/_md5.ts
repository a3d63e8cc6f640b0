// _md5: the hash MD5.
import { newRef } from "../heap/refs.ts";
import { defineHash, maker } from "./hash/hashtype.ts";
import { Md5 } from "./hash/md5.ts";
import { defineModule } from "./module.ts";

const MD5 = defineHash<Md5>({ name: "md5", module: "_md5", basicSize: 32, argument: "obj" });

export default defineModule({
  name: "_md5",
  doc: "The hash MD5.",
  functions: [maker("md5", MD5, () => new Md5())],
  constants: () => ({ MD5Type: newRef(MD5.type) }),
});
