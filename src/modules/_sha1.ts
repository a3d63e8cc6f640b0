// _sha1: the hash SHA-1.
import { newRef } from "../heap/refs.ts";
import { defineHash, maker } from "./hash/hashtype.ts";
import { Sha1 } from "./hash/md5.ts";
import { defineModule } from "./module.ts";

const SHA1 = defineHash<Sha1>({ name: "sha1", module: "_sha1", basicSize: 32, argument: "obj" });

export default defineModule({
  name: "_sha1",
  doc: "The hash SHA-1.",
  functions: [maker("sha1", SHA1, () => new Sha1())],
  constants: () => ({ SHA1Type: newRef(SHA1.type) }),
});
