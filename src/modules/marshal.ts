// marshal: values and code objects as bytes, in CPython 3.12's format.
import { drop, type OwnedValue, type Value } from "../heap/refs.ts";
import { def } from "../native/signature.ts";
import { newBytes } from "../objects/bytes.ts";
import { callMethod } from "../objects/call.ts";
import { typeError } from "../objects/errors.ts";
import { newInt } from "../objects/int.ts";
import { typeName } from "../objects/protocol.ts";
import { Reader } from "./marshalread.ts";
import { Writer } from "./marshalwrite.ts";
import { defineModule } from "./module.ts";
import { copyBytes, withText } from "./natives.ts";

const VERSION = 4;

/** Reads all that a file has: a reader that cannot seek back must hold nothing else. */
function load(file: Value): OwnedValue {
  const content = callMethod(file, "read");
  let bytes: Uint8Array;
  try {
    if (typeof content === "number" || content.type.value.slots.buffer === null) {
      throw typeError(`file.read() returned not bytes but ${typeName(content)}`);
    }
    bytes = copyBytes(content);
  } finally {
    drop(content);
  }
  const reader = new Reader(bytes);
  const value = reader.read();
  if (reader.at < bytes.length) drop(callMethod(file, "seek", newInt(reader.at - bytes.length), newInt(1)));
  return value;
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
