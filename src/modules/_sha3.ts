// _sha3: the hashes of SHA-3.
import type { PyObject } from "../heap/object.ts";
import type { OwnedValue, Value } from "../heap/refs.ts";
import { callNative } from "../native/bind.ts";
import { def } from "../native/signature.ts";
import { newBytes } from "../objects/bytes.ts";
import { newInt } from "../objects/int.ts";
import { newAsciiStr } from "../objects/str.ts";
import { defineHash, type HashType, take } from "./hash/hashtype.ts";
import { Sha3 } from "./hash/sha3.ts";
import { defineModule } from "./module.ts";

/** CPython's names all of them by the first in its errors. */
const ARGUMENTS = def(
  "sha3_224(data=b'', /, *, usedforsecurity: bool = True)",
  "The bytes to begin with.",
  (data) => data as OwnedValue,
);

function defineSha3(name: string, capacity: number, digestSize: number): HashType<Sha3> {
  const suffix = digestSize === 0 ? 31 : 6;
  const made: HashType<Sha3> = defineHash<Sha3>({
    name,
    module: "_sha3",
    basicSize: 32,
    argument: "data",
    anyLength: digestSize === 0,
    create(_type: PyObject, args: Value[], kwnames: readonly PyObject[] | null): OwnedValue {
      const hash = new Sha3(capacity, digestSize, suffix);
      take(hash, callNative(ARGUMENTS, null, args, kwnames, ""));
      return made.make(hash);
    },
    getset: [
      { name: "_capacity_bits", get: (self) => newInt(1600 - 8 * self.value.blockSize) },
      { name: "_rate_bits", get: (self) => newInt(8 * self.value.blockSize) },
      { name: "_suffix", get: (self) => newBytes(Uint8Array.of(self.value.suffix)) },
    ],
  });
  return made;
}

const types = [
  defineSha3("sha3_224", 56, 28),
  defineSha3("sha3_256", 64, 32),
  defineSha3("sha3_384", 96, 48),
  defineSha3("sha3_512", 128, 64),
  defineSha3("shake_128", 32, 0),
  defineSha3("shake_256", 64, 0),
];

export default defineModule({
  name: "_sha3",
  doc: "The hashes of SHA-3.",
  types: types.map(({ type }) => type),
  constants: () => ({ implementation: newAsciiStr("HACL") }),
});
