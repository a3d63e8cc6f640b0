// _sha2: the hashes of SHA-2.
import type { Hash } from "./hash/blocks.ts";
import { defineHash, maker } from "./hash/hashtype.ts";
import { Sha256, Sha512 } from "./hash/sha2.ts";
import { defineModule } from "./module.ts";

const KINDS: readonly (readonly [bits: number, begin: () => Hash])[] = [
  [224, () => new Sha256(28)],
  [256, () => new Sha256(32)],
  [384, () => new Sha512(48)],
  [512, () => new Sha512(64)],
];

const types = KINDS.map(([bits]) =>
  defineHash<Hash>({ name: `SHA${bits}Type`, hashName: `sha${bits}`, module: "_sha2", basicSize: 40, argument: "obj" }),
);

export default defineModule({
  name: "_sha2",
  doc: "The hashes of SHA-2.",
  functions: KINDS.map(([bits, begin], i) => maker(`sha${bits}`, types[i], begin)),
  types: types.map(({ type }) => type),
});
