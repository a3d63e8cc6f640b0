// marshal: values and code objects as bytes, in CPython 3.12's format.
import { drop, type OwnedValue, type Value } from "../heap/refs.ts";
import { def } from "../native/signature.ts";
import { byteArrayView, newByteArray } from "../objects/bytearray.ts";
import { isBytes, newBytes } from "../objects/bytes.ts";
import { callMethod } from "../objects/call.ts";
import { newError, typeError, valueError } from "../objects/errors.ts";
import { indexSize, newInt } from "../objects/int.ts";
import { viewObject } from "../objects/memoryview.ts";
import { typeName } from "../objects/protocol.ts";
import { Reader } from "./marshalread.ts";
import { Writer } from "./marshalwrite.ts";
import { defineModule } from "./module.ts";
import { copyBytes, withText } from "./natives.ts";

const VERSION = 4;

/** Reads a value from a file by its `readinto`, no byte more than the value has. */
function load(file: Value): OwnedValue {
  const content = callMethod(file, "read", newInt(0));
  const isBytesLike = isBytes(content);
  const given = typeName(content);
  drop(content);
  if (!isBytesLike) throw typeError(`file.read() returned not bytes but ${given}`);
  return new Reader(new Uint8Array(0), (count) => readInto(file, count)).read();
}

/** Exactly so many bytes of a file. */
function readInto(file: Value, count: number): Uint8Array {
  const room = newByteArray(new Uint8Array(count));
  try {
    const answer = callMethod(file, "readinto", viewObject(room));
    let read: number;
    try {
      read = indexSize(answer);
    } finally {
      drop(answer);
    }
    if (read > count) {
      throw valueError(`read() returned too much data: ${count} bytes requested, ${read} returned`);
    }
    if (read < count) throw newError("EOFError", "EOF read where not expected");
    return byteArrayView(room).slice();
  } finally {
    drop(room);
  }
}

export default defineModule({
  name: "marshal",
  doc: "Reads and writes values in a binary format that is the interpreter's own, as in .pyc files.",
  constants: () => ({ version: newInt(VERSION) }),
  functions: [
    withText(
      def(
        "dump($module, value, file, version: int = 4, /)",
        "Writes a value to an open file.",
        (_module, value, file, version) => callMethod(file, "write", newBytes(new Writer(version).write(value))),
      ),
      "($module, value, file, version=version, /)",
    ),
    def("load($module, file, /)", "Reads a value from an open file.", (_module, file) => load(file)),
    withText(
      def("dumps($module, value, version: int = 4, /)", "A value as bytes.", (_module, value, version) =>
        newBytes(new Writer(version).write(value)),
      ),
      "($module, value, version=version, /)",
    ),
    def("loads($module, bytes, /)", "The value that bytes hold; what follows it is ignored.", (_module, bytes) =>
      new Reader(copyBytes(bytes)).read(),
    ),
  ],
});
