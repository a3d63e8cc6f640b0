// binascii: bytes as ASCII text, and back. The encodings are in binary/.
import { reserve } from "../heap/heap.ts";
import type { PyType } from "../heap/object.ts";
import { newRef, type OwnedValue, type Value } from "../heap/refs.ts";
import { def, type Native } from "../native/signature.ts";
import { hasBuffer } from "../objects/buffers.ts";
import { isBytes, newBytes } from "../objects/bytes.ts";
import { PyError, typeError, valueError } from "../objects/errors.ts";
import { defineException, exceptionType, exceptionTypes, newExceptionOf } from "../objects/exceptions.ts";
import { index } from "../objects/int.ts";
import { length, typeName } from "../objects/protocol.ts";
import { isStr, newAsciiStr } from "../objects/str.ts";
import { isAscii, latin1Encode } from "../objects/text/codepoints.ts";
import { tupleOf } from "../objects/tuple.ts";
import { decodeBase64, decodeUu, encodeBase64, encodeUu, Malformed } from "./binary/base64.ts";
import { crc32, crcHqx } from "./binary/checksums.ts";
import { decodeQuoted, encodeQuoted } from "./binary/quopri.ts";
import { defineModule } from "./module.ts";
import { intArgument, withBytes, withText } from "./natives.ts";

function ownError(name: string, base: string): PyType {
  const type = defineException(name, exceptionType(base), "");
  type.value.module = "binascii";
  // It is not a builtin exception.
  exceptionTypes.delete(name);
  return type;
}
const ErrorType = ownError("Error", "ValueError");
const IncompleteType = ownError("Incomplete", "Exception");

const binasciiError = (message: string): PyError =>
  new PyError(newExceptionOf(ErrorType, tupleOf(newAsciiStr(message))));

/** Runs a decoder, whose complaints become binascii.Error. */
function checked(body: () => Uint8Array): OwnedValue {
  try {
    return newBytes(body());
  } catch (e) {
    throw e instanceof Malformed ? binasciiError(e.message) : e;
  }
}

/** ASCII text as bytes: a str, or an object that has bytes. */
function asciiBytes(value: Value): Uint8Array {
  if (isStr(value)) {
    if (!isAscii(value.value)) throw valueError("string argument should contain only ASCII characters");
    return latin1Encode(value.value);
  }
  if (!hasBuffer(value)) {
    throw typeError(`argument should be bytes, buffer or ASCII string, not '${typeName(value)}'`);
  }
  return withBytes(value, (bytes) => bytes.slice());
}

// ---- hexadecimal ----

const HEX = Uint8Array.from("0123456789abcdef", (c) => c.charCodeAt(0));

/** The separator as a byte; null for none. */
function separator(sep: Value | undefined): number | null {
  if (sep === undefined) return null;
  if (length(sep) !== 1) throw valueError("sep must be length 1.");
  if (isStr(sep)) {
    const code = sep.value.charCodeAt(0);
    if (code > 255) throw valueError("sep must be ASCII.");
    return code;
  }
  if (isBytes(sep)) return sep.value[0];
  throw typeError("sep must be str or bytes.");
}

/** Two digits a byte, with a separator between groups, which are counted from the right, or from the left if negative. */
function encodeHex(bytes: Uint8Array, sep: number | null, group: number): Uint8Array {
  const n = bytes.length;
  const size = Math.abs(group);
  const parts = sep === null || size === 0 ? 0 : Math.max(0, Math.ceil(n / size) - 1);
  reserve(2 * n + parts);
  const out = new Uint8Array(2 * n + parts);
  let at = 0;
  for (let i = 0; i < n; i++) {
    if (parts > 0 && i > 0 && (group > 0 ? n - i : i) % size === 0) out[at++] = sep as number;
    out[at++] = HEX[bytes[i] >> 4];
    out[at++] = HEX[bytes[i] & 15];
  }
  return out;
}

const digit = (code: number): number => {
  const value = code < 128 ? Number.parseInt(String.fromCharCode(code), 16) : Number.NaN;
  if (Number.isNaN(value)) throw new Malformed("Non-hexadecimal digit found");
  return value;
};

function decodeHex(text: Uint8Array): Uint8Array {
  if (text.length % 2 !== 0) throw new Malformed("Odd-length string");
  reserve(text.length / 2);
  const out = new Uint8Array(text.length / 2);
  for (let i = 0; i < out.length; i++) out[i] = digit(text[2 * i]) * 16 + digit(text[2 * i + 1]);
  return out;
}

const toHex = (name: string): Native =>
  withText(
    def(
      `${name}($module, /, data, sep=NULL, bytes_per_sep=1)`,
      "The bytes as hexadecimal digits.",
      (_module, data, sep, n) => {
        const group = intArgument(n);
        return withBytes(data, (bytes) => newBytes(encodeHex(bytes, separator(sep), group)));
      },
    ),
    "($module, /, data, sep=<unrepresentable>, bytes_per_sep=1)",
  );

const fromHex = (name: string): Native =>
  def(`${name}($module, hexstr, /)`, "The bytes that hexadecimal digits write.", (_module, text) =>
    checked(() => decodeHex(asciiBytes(text))),
  );

/** The low 32 bits of an int. */
const word = (value: Value): number => Number(BigInt.asUintN(32, BigInt(index(value))));

export default defineModule({
  name: "binascii",
  doc: "Bytes as ASCII text, and back.",
  functions: [
    def("a2b_uu($module, data, /)", "The bytes of a line of uuencoded text.", (_module, data) =>
      checked(() => decodeUu(asciiBytes(data))),
    ),
    def(
      "b2a_uu($module, data, /, *, backtick: bool = False)",
      "A line of uuencoded text of at most 45 bytes.",
      (_module, data, backtick) => withBytes(data, (bytes) => checked(() => encodeUu(bytes, backtick))),
    ),
    def(
      "a2b_base64($module, data, /, *, strict_mode: bool = False)",
      "The bytes of base64 text.",
      (_module, data, strict) => checked(() => decodeBase64(asciiBytes(data), strict)),
    ),
    def(
      "b2a_base64($module, data, /, *, newline: bool = True)",
      "The bytes as base64 text.",
      (_module, data, newline) => withBytes(data, (bytes) => newBytes(encodeBase64(bytes, newline))),
    ),
    toHex("b2a_hex"),
    fromHex("a2b_hex"),
    toHex("hexlify"),
    fromHex("unhexlify"),
    def("crc_hqx($module, data, crc, /) -> int", "The CRC of BinHex.", (_module, data, crc) =>
      withBytes(data, (bytes) => crcHqx(bytes, word(crc))),
    ),
    def("crc32($module, data, crc=0, /) -> int", "The CRC-32 of bytes.", (_module, data, crc) =>
      withBytes(data, (bytes) => crc32(bytes, word(crc))),
    ),
    def(
      "a2b_qp($module, /, data, header: bool = False)",
      "The bytes of quoted-printable text.",
      (_module, data, header) => newBytes(decodeQuoted(asciiBytes(data), header)),
    ),
    def(
      "b2a_qp($module, /, data, quotetabs: bool = False, istext: bool = True, header: bool = False)",
      "The bytes as quoted-printable text.",
      (_module, data, quoteTabs, isText, header) =>
        withBytes(data, (bytes) => newBytes(encodeQuoted(bytes, { quoteTabs, isText, header }))),
    ),
  ],
  constants: () => ({ Error: newRef(ErrorType), Incomplete: newRef(IncompleteType) }),
});
