// _blake2: the hashes BLAKE2b and BLAKE2s.
import type { PyObject, PyType } from "../heap/object.ts";
import type { OwnedValue, Value } from "../heap/refs.ts";
import { callNative } from "../native/bind.ts";
import { def } from "../native/signature.ts";
import { bufferCopy } from "../objects/buffers.ts";
import { overflowError, valueError } from "../objects/errors.ts";
import { index, newInt } from "../objects/int.ts";
import { Blake2b, Blake2s, type Parameters } from "./hash/blake2.ts";
import type { Hash } from "./hash/blocks.ts";
import { defineHash, type HashType, take } from "./hash/hashtype.ts";
import { defineModule } from "./module.ts";
import { intArgument } from "./natives.ts";

interface Kind {
  name: "blake2b" | "blake2s";
  maxSize: number;
  saltSize: number;
  offsetBits: number;
  basicSize: number;
  begin(parameters: Parameters): Hash;
}

/** An int between two bounds. */
function ranged(name: string, value: Value, low: number, high: number, words = `${low} and ${high}`): number {
  const n = intArgument(value);
  if (n < low || n > high) throw valueError(`${name} must be between ${words}`);
  return n;
}

function unsigned(name: string, value: Value, bits: number): bigint {
  const n = BigInt(index(value));
  if (n < 0n) throw valueError("value must be positive");
  if (n >= 2n ** 64n) throw overflowError("int too big to convert");
  if (n >= 2n ** BigInt(bits)) throw overflowError(`${name} is too large`);
  return n;
}

function shortBytes(name: string, value: Value, most: number): Uint8Array {
  const bytes = bufferCopy(value);
  if (bytes.length > most) throw valueError(`maximum ${name} length is ${most} bytes`);
  return bytes;
}

/** What the arguments say; the bytes to begin with come with it. */
function readArguments(kind: Kind, args: readonly Value[], kwnames: readonly PyObject[] | null): Hash {
  let hash: Hash | undefined;
  const binder = def(
    `${kind.name}(data=b'', /, *, digest_size=NULL, key=b'', salt=b'', person=b'', fanout=1, depth=1, leaf_size=0, node_offset=0, node_depth=0, inner_size=0, last_node: bool = False, usedforsecurity: bool = True)`,
    "",
    (...given: unknown[]) => {
      const [data, size, key, salt, person, fanout, depth, leaf, offset, nodeDepth, inner] = given as Value[];
      const digestSize = size === undefined ? kind.maxSize : intArgument(size);
      if (digestSize < 1 || digestSize > kind.maxSize) {
        throw valueError(`digest_size must be between 1 and ${kind.maxSize} bytes`);
      }
      hash = kind.begin({
        digestSize,
        salt: shortBytes("salt", salt, kind.saltSize),
        person: shortBytes("person", person, kind.saltSize),
        fanout: ranged("fanout", fanout, 0, 255),
        depth: ranged("depth", depth, 1, 255),
        leafSize: Number(unsigned("leaf_size", leaf, 32)),
        nodeOffset: unsigned("node_offset", offset, kind.offsetBits),
        nodeDepth: ranged("node_depth", nodeDepth, 0, 255),
        innerSize: ranged("inner_size", inner, 0, kind.maxSize, `0 and is ${kind.maxSize}`),
        lastNode: given[11] as boolean,
        key: shortBytes("key", key, kind.maxSize),
      });
      take(hash, data);
    },
  );
  callNative(binder, null, args, kwnames, "");
  return hash as Hash;
}

function defineBlake(kind: Kind): HashType<Hash> {
  const { name, maxSize, saltSize } = kind;
  const made: HashType<Hash> = defineHash<Hash>({
    name,
    module: "_blake2",
    basicSize: kind.basicSize,
    argument: "data",
    textSignature: `(data=b'', /, *, digest_size=_blake2.${name}.MAX_DIGEST_SIZE,\n        key=b'', salt=b'', person=b'', fanout=1, depth=1, leaf_size=0,\n        node_offset=0, node_depth=0, inner_size=0, last_node=False,\n        usedforsecurity=True)`,
    create: (_type: PyType, args: Value[], kwnames: readonly PyObject[] | null): OwnedValue =>
      made.make(readArguments(kind, args, kwnames)),
    constants: () => ({
      SALT_SIZE: newInt(saltSize),
      PERSON_SIZE: newInt(saltSize),
      MAX_KEY_SIZE: newInt(maxSize),
      MAX_DIGEST_SIZE: newInt(maxSize),
    }),
  });
  return made;
}

const KINDS: readonly Kind[] = [
  { name: "blake2b", maxSize: 64, saltSize: 16, offsetBits: 64, basicSize: 448, begin: (p) => new Blake2b(p) },
  { name: "blake2s", maxSize: 32, saltSize: 8, offsetBits: 48, basicSize: 240, begin: (p) => new Blake2s(p) },
];
const types = KINDS.map(defineBlake);

/** The sizes of a kind as the module names them. */
const sizes = ({ name, maxSize, saltSize }: Kind): [string, OwnedValue][] =>
  (
    [
      ["SALT_SIZE", saltSize],
      ["PERSON_SIZE", saltSize],
      ["MAX_KEY_SIZE", maxSize],
      ["MAX_DIGEST_SIZE", maxSize],
    ] as const
  ).map(([what, n]) => [`${name.toUpperCase()}_${what}`, newInt(n)]);

export default defineModule({
  name: "_blake2",
  doc: "The hashes BLAKE2b and BLAKE2s.",
  types: types.map(({ type }) => type),
  constants: () => Object.fromEntries(KINDS.flatMap(sizes)),
});
