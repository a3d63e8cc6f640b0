// The Python types of hashes: the payload is the hash as it stands.
import { alloc, allocGC, reserve } from "../../heap/heap.ts";
import type { PyObject, PyType } from "../../heap/object.ts";
import type { Owned, OwnedValue, Value } from "../../heap/refs.ts";
import { HAVE_GC, NO_NEW, type SlotName } from "../../heap/type.ts";
import { def, type Native } from "../../native/signature.ts";
import { withBuffer } from "../../objects/buffers.ts";
import { newBytes } from "../../objects/bytes.ts";
import { defineType, type GetSet, type TypeTable } from "../../objects/define.ts";
import { overflowError, typeError, valueError } from "../../objects/errors.ts";
import { index, intValue, newInt } from "../../objects/int.ts";
import { isStr, newAsciiStr } from "../../objects/str.ts";
import type { Hash } from "./blocks.ts";

export type PyHash<H extends Hash = Hash> = PyObject<H>;

/** Takes the bytes of an argument in. */
export function take(hash: Hash, value: Value): void {
  if (isStr(value)) throw typeError("Strings must be encoded before hashing");
  withBuffer(value, (bytes) => hash.update(bytes), "object supporting the buffer API required");
}

const hexText = (bytes: Uint8Array): string => Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");

/** The length of a digest that is as long as one likes. */
function digestLength(value: Value): number {
  if (typeof value !== "number" && intValue(value) === undefined) throw typeError("an integer is required");
  const n = index(value);
  if (n < 0) throw valueError("value must be positive");
  if (typeof n !== "number") throw overflowError("Python int too large to convert to C unsigned long");
  if (n >= 2 ** 29) throw valueError("length is too large");
  reserve(n);
  return n;
}

/** Both forms of a digest. `anyLength` says that its length is told. */
function digests<H extends Hash>(anyLength: boolean): Native[] {
  const bytesDoc = "The hash of all bytes so far.";
  const textDoc = "The hash of all bytes so far, in hexadecimal digits.";
  if (!anyLength) {
    return [
      def("digest($self, /)", bytesDoc, (self: PyHash<H>) => newBytes(self.value.digest())),
      def("hexdigest($self, /)", textDoc, (self: PyHash<H>) => newAsciiStr(hexText(self.value.digest()))),
    ];
  }
  return [
    def("digest($self, length, /)", bytesDoc, (self: PyHash<H>, n) => newBytes(self.value.digest(digestLength(n)))),
    def("hexdigest($self, length, /)", textDoc, (self: PyHash<H>, n) =>
      newAsciiStr(hexText(self.value.digest(digestLength(n)))),
    ),
  ];
}

export interface HashTable<H extends Hash> {
  /** The name of the type; `hashName` is what its `name` says, if that is another. */
  name: string;
  hashName?: string;
  module: string;
  basicSize: number;
  /** What the argument of `update` is called. */
  argument: string;
  anyLength?: boolean;
  /** Makes new objects by calling the type; without it only a function of the module makes them, and the collector knows them. */
  create?: TypeTable<PyHash<H>>["slots"] extends infer S | undefined
    ? "new" extends keyof S
      ? S["new"]
      : never
    : never;
  getset?: readonly GetSet<PyHash<H>>[];
  constants?(): Record<string, OwnedValue>;
  textSignature?: string;
}

export interface HashType<H extends Hash> {
  type: PyType;
  make(hash: H): Owned<PyHash<H>>;
}

export function defineHash<H extends Hash>(table: HashTable<H>): HashType<H> {
  const { create, basicSize, argument, anyLength = false } = table;
  const slots: Partial<Record<SlotName, unknown>> = create === undefined ? {} : { new: create };
  const type: PyType = defineType<PyHash<H>>({
    name: table.name,
    module: table.module,
    doc: create === undefined ? null : "A hash, which bytes can be added to.",
    flags: create === undefined ? HAVE_GC | NO_NEW : 0,
    madeOnImport: true,
    basicSize,
    traverse() {},
    clear() {},
    slots: slots as TypeTable<PyHash<H>>["slots"],
    textSignature: table.textSignature,
    methods: [
      def("copy($self, /)", "Another hash that has taken in the same bytes.", (self: PyHash<H>) =>
        make(self.value.copy() as H),
      ),
      ...digests<H>(anyLength),
      def(`update($self, ${argument}, /)`, "Takes more bytes in.", (self: PyHash<H>, bytes) => take(self.value, bytes)),
    ],
    getset: [
      { name: "block_size", get: (self) => newInt(self.value.blockSize) },
      { name: "name", get: () => newAsciiStr(table.hashName ?? table.name) },
      { name: "digest_size", get: (self) => newInt(self.value.digestSize) },
      ...(table.getset ?? []),
    ],
    constants: table.constants,
  });
  const make = (hash: H): Owned<PyHash<H>> =>
    create === undefined
      ? allocGC<H, null>(type, hash, null, basicSize + 16)
      : (alloc<H, null>(type, hash, null, basicSize) as Owned<PyHash<H>>);
  return { type, make };
}

/** The function of a module that makes hashes: `name(string=b'', *, usedforsecurity=True)`. */
export const maker = <H extends Hash>(name: string, type: HashType<H>, begin: () => H): Native =>
  def(
    `${name}($module, /, string=b'', *, usedforsecurity: bool = True)`,
    "A hash, which bytes can be added to.",
    (_module, string) => {
      const hash = begin();
      take(hash, string);
      return type.make(hash);
    },
  );
