// Addresses of _socket: numbers in the order of the network, IPv4 addresses as text, and the names
// that can be known without asking anybody.
import type { PyType } from "../heap/object.ts";
import { newRefs, type OwnedValue, type Value } from "../heap/refs.ts";
import { def, type Native } from "../native/signature.ts";
import { newBytes } from "../objects/bytes.ts";
import { overflowError, PyError, typeError, valueError } from "../objects/errors.ts";
import { newExceptionOf } from "../objects/exceptions.ts";
import { cInt, index, newInt } from "../objects/int.ts";
import { newList } from "../objects/list.ts";
import { typeName } from "../objects/protocol.ts";
import { None } from "../objects/singletons.ts";
import { isStr, newStr } from "../objects/str.ts";
import { tupleOf } from "../objects/tuple.ts";
import { osErrorOf, raised } from "./hosterrors.ts";
import { copyBytes } from "./natives.ts";

const [AF_UNSPEC, AF_INET, SOCK_STREAM, SOCK_DGRAM, TCP, UDP] = [0, 2, 1, 2, 6, 17];
const EAI_NONAME = -2;

/** Swaps the bytes of a number of 16 or 32 bits. */
function swapped(value: Value, bytes: 2 | 4, name: string): number {
  const n = index(value);
  if (n < 0) throw overflowError(`${name}: can't convert negative Python int to C ${bytes * 8}-bit unsigned integer`);
  if (BigInt(n) >= 1n << BigInt(bytes * 8))
    throw overflowError(
      bytes === 2 ? `${name}: Python int too large to convert to C 16-bit unsigned integer` : "int larger than 32 bits",
    );
  let out = 0;
  for (let i = 0; i < bytes; i++) out = out * 256 + ((Number(n) / 256 ** i) & 255);
  return out;
}

const swapper = (name: string, bytes: 2 | 4): Native =>
  def(
    `${name}($module, x, /) -> int` as "x($module, x, /) -> int",
    `Changes the order of bytes between the network's and the host's, of ${bytes * 8} bits.`,
    (_module, x) => swapped(x, bytes, name),
  );

function textOf(value: Value, name: string): string {
  if (!isStr(value)) throw typeError(`${name}() argument 1 must be str, not ${typeName(value)}`);
  return value.value;
}

/** The four bytes of a dotted address; null when it is none. */
function parseAddress(text: string): Uint8Array | null {
  const match = /^(\d{1,3})\.(\d{1,3})\.(\d{1,3})\.(\d{1,3})$/.exec(text);
  const bytes = match?.slice(1).map(Number);
  return bytes === undefined || bytes.some((b) => b > 255) ? null : Uint8Array.from(bytes);
}

function packAddress(text: string): OwnedValue {
  const bytes = parseAddress(text);
  if (bytes === null) throw raised("OSError", newStr("illegal IP address string passed to inet_aton"));
  return newBytes(bytes);
}

function unpackAddress(value: Value): string {
  const bytes = copyBytes(value);
  if (bytes.length !== 4) throw raised("OSError", newStr("packed IP wrong length"));
  return bytes.join(".");
}

function inFamily(family: Value): void {
  if (cInt(family) !== AF_INET) throw osErrorOf("EAFNOSUPPORT", null);
}

/** The address that a name stands for without anybody being asked. */
function resolve(host: Value): string | null {
  if (host === None) return "127.0.0.1";
  const text = isStr(host) ? host.value : "";
  if (text === "" || text === "localhost") return "127.0.0.1";
  return parseAddress(text) === null ? null : text;
}

function portOf(value: Value): number {
  if (value === None) return 0;
  const n = isStr(value) ? Number(value.value) : Number(index(value));
  if (!Number.isInteger(n)) throw valueError("the port is no number");
  return n;
}

/** Natives of _socket. `errorType` is socket.gaierror. */
export function addressNatives(errorType: PyType): Native[] {
  const unknown = (): PyError =>
    new PyError(newExceptionOf(errorType, tupleOf(newInt(EAI_NONAME), newStr("Name or service not known"))));
  const addressOf = (host: Value): string => {
    const address = resolve(host);
    if (address === null) throw unknown();
    return address;
  };
  const addresses = (host: Value, port: Value, family: number, type: number): OwnedValue => {
    if (family !== AF_UNSPEC && family !== AF_INET) throw unknown();
    const address = addressOf(host);
    const out = newRefs();
    for (const [kind, proto] of [
      [SOCK_STREAM, TCP],
      [SOCK_DGRAM, UDP],
    ]) {
      if (type !== 0 && type !== kind) continue;
      const name = tupleOf(newStr(address), newInt(portOf(port)));
      out.push(tupleOf(newInt(AF_INET), newInt(kind), newInt(proto), newStr(""), name));
    }
    return newList(out);
  };
  return [
    swapper("htons", 2),
    swapper("ntohs", 2),
    swapper("htonl", 4),
    swapper("ntohl", 4),
    def("inet_aton($module, address, /)", "The bytes of an IPv4 address.", (_module, address) =>
      packAddress(textOf(address, "inet_aton")),
    ),
    def("inet_ntoa($module, packed, /)", "The text of an IPv4 address.", (_module, packed) =>
      newStr(unpackAddress(packed)),
    ),
    def("inet_pton($module, family, address, /)", "The bytes of an address.", (_module, family, address) => {
      inFamily(family);
      return packAddress(textOf(address, "inet_pton"));
    }),
    def("inet_ntop($module, family, packed, /)", "The text of an address.", (_module, family, packed) => {
      inFamily(family);
      return newStr(unpackAddress(packed));
    }),
    def("gethostname($module, /)", "The name of this machine.", () => newStr("localhost")),
    def("gethostbyname($module, host, /)", "The address of a host.", (_module, host) => newStr(addressOf(host))),
    def(
      "getaddrinfo($module, host, port, family: int = 0, type: int = 0, proto: int = 0, flags: int = 0)",
      "The addresses of a host.",
      (_module, host, port, family, type) => addresses(host, port, family, type),
    ),
  ];
}
