// _socket: sockets as far as one process without a network has them. Pairs work (see sockets.ts);
// whatever would reach another process or machine raises OSError.
import { alloc } from "../heap/heap.ts";
import type { PyObject, PyType } from "../heap/object.ts";
import { newRef, type Owned, type OwnedValue, type Value } from "../heap/refs.ts";
import { BASETYPE } from "../heap/type.ts";
import { current } from "../host/current.ts";
import { callNative } from "../native/bind.ts";
import { def } from "../native/signature.ts";
import { newBytes } from "../objects/bytes.ts";
import { defineType } from "../objects/define.ts";
import { overflowError, valueError } from "../objects/errors.ts";
import { defineException, exceptionType, exceptionTypes } from "../objects/exceptions.ts";
import { newFloat, toFloat } from "../objects/float.ts";
import { asInstanceOf } from "../objects/instance.ts";
import { cInt, index, newInt } from "../objects/int.ts";
import { madeMember } from "../objects/members.ts";
import { None, newBool, newNone } from "../objects/singletons.ts";
import { newStr } from "../objects/str.ts";
import { tupleOf } from "../objects/tuple.ts";
import { warn } from "../vm/reportwarning.ts";
import { osErrorOf, raised, withHost } from "./hosterrors.ts";
import { defineModule } from "./module.ts";
import { withBytes, withWritable } from "./natives.ts";
import { addressNatives } from "./socketaddresses.ts";
import { SOCKET_CONSTANTS } from "./socketconstants.ts";
import { closeEnd, connect, type End, endOf, newEnd, receive, transmit } from "./sockets.ts";

interface SocketData {
  /** The file descriptor; -1 once it has been closed or handed on. */
  number: number;
  family: number;
  type: number;
  proto: number;
  /** Seconds to wait; null without end, 0 not at all. */
  timeout: number | null;
}
export type PySocket = PyObject<SocketData>;

const [AF_UNIX, AF_INET] = [1, 2];
const [SOCK_STREAM, SOCK_DGRAM] = [1, 2];
const MSG_PEEK = 2;
const FLAGS_OF_TYPE = SOCKET_CONSTANTS.SOCK_NONBLOCK | SOCKET_CONSTANTS.SOCK_CLOEXEC;

let defaultTimeout: number | null = null;

function openEnd(self: PySocket): End {
  const end = endOf(self.value.number);
  if (end === undefined) throw osErrorOf("EBADF", null);
  return end;
}

const noNetwork = (): unknown => osErrorOf("ENETUNREACH", null);

/** Waits until the end is ready, as long as the socket's timeout allows. Nobody else runs who could make it so. */
function waitFor(self: PySocket, ready: () => boolean): void {
  if (ready()) return;
  const { timeout } = self.value;
  if (timeout === 0) throw osErrorOf("EAGAIN", null);
  if (timeout === null) throw osErrorOf("EDEADLK", null);
  withHost(null, () => current.sleep(BigInt(Math.ceil(timeout * 1e9))));
  throw raised("TimeoutError", newStr("timed out"));
}

function sendBytes(self: PySocket, bytes: Uint8Array): number {
  const end = openEnd(self);
  if (!end.connected) throw osErrorOf(end.type === SOCK_STREAM ? "EPIPE" : "EDESTADDRREQ", null);
  if (end.peer === null || end.writeShut || end.peer.readShut) throw osErrorOf("EPIPE", null);
  waitFor(self, () => end.writable);
  return transmit(end.peer, bytes);
}

function receiveBytes(self: PySocket, count: number, flags: number): Uint8Array {
  const end = openEnd(self);
  if (!end.connected) throw osErrorOf(end.type === SOCK_STREAM ? "ENOTCONN" : "EAGAIN", null);
  if (count > 0) waitFor(self, () => end.readable);
  return receive(end, count, (flags & MSG_PEEK) !== 0, end.type === SOCK_DGRAM);
}

function receiveInto(self: PySocket, buffer: Value, count: number, flags: number): number {
  return withWritable(buffer, "recv_into", (bytes) => {
    if (count < 0) throw valueError("negative buffersize in recv_into");
    if (count > bytes.length) throw valueError("buffer too small for requested bytes");
    const got = receiveBytes(self, count === 0 ? bytes.length : count, flags);
    bytes.set(got);
    return got.length;
  });
}

function timeoutOf(value: Value): number | null {
  if (value === None) return null;
  const seconds = toFloat(value);
  if (Number.isNaN(seconds)) throw valueError("Invalid value NaN (not a number)");
  if (seconds < 0) throw valueError("Timeout value out of range");
  return seconds;
}
const timeoutValue = (timeout: number | null): OwnedValue => (timeout === null ? newNone() : newFloat(timeout));

function closeSocket(self: PySocket): void {
  const { number } = self.value;
  self.value.number = -1;
  if (number !== -1) closeEnd(number);
}

function initialize(self: PySocket, family: number, type: number, proto: number, fileno: Value): void {
  let end: End | undefined;
  if (fileno !== None) {
    const number = cInt(fileno);
    if (number < 0) throw valueError("negative file descriptor");
    end = endOf(number);
    if (end === undefined) throw osErrorOf("EBADF", null);
  }
  const kind = type === -1 ? (end?.type ?? SOCK_STREAM) : type & ~FLAGS_OF_TYPE;
  end ??= newEnd(family === -1 ? AF_INET : family, kind, proto === -1 ? 0 : proto);
  closeSocket(self);
  const timeout = type !== -1 && (type & SOCKET_CONSTANTS.SOCK_NONBLOCK) !== 0 ? 0 : defaultTimeout;
  self.value = {
    number: end.number,
    family: family === -1 ? end.family : family,
    type: kind,
    proto: end.proto,
    timeout,
  };
}

const INIT = def(
  "socket($self, family: int = -1, type: int = -1, proto: int = -1, fileno=None)",
  "Opens a socket.",
  (self: PySocket, family, type, proto, fileno) => initialize(self, family, type, proto, fileno),
);

function shutDown(self: PySocket, how: number): void {
  const end = openEnd(self);
  if (!end.connected) throw osErrorOf("ENOTCONN", null);
  if (how < 0 || how > 2) throw osErrorOf("EINVAL", null);
  if (how !== 1) end.readShut = true;
  if (how !== 0) end.writeShut = true;
}

/** Options are remembered by nobody: those that can be asked for have one answer. */
function option(self: PySocket, level: number, name: number): number {
  const end = openEnd(self);
  if (level !== SOCKET_CONSTANTS.SOL_SOCKET) throw osErrorOf("ENOPROTOOPT", null);
  return name === SOCKET_CONSTANTS.SO_TYPE ? end.type : 0;
}

/** The address of either end of a pair: it has none. */
const nameOf = (self: PySocket, connected: boolean): OwnedValue => {
  const end = openEnd(self);
  if (connected && end.peer === null) throw osErrorOf("ENOTCONN", null);
  return end.family === AF_UNIX ? newStr("") : tupleOf(newStr("0.0.0.0"), newInt(0));
};

const refusing = (name: string, doc: string) =>
  def(`${name}($self, address, /)` as "x($self, address, /)", doc, (self: PySocket) => {
    openEnd(self);
    throw noNetwork();
  });

export const SocketType: PyType = defineType<PySocket>({
  name: "socket",
  module: "_socket",
  doc: "An end of a connection. Without a network only pairs can be connected.",
  flags: BASETYPE,
  basicSize: 56,
  clear: (self) => closeSocket(self),
  slots: {
    new(type) {
      const data: SocketData = { number: -1, family: 0, type: 0, proto: 0, timeout: null };
      return asInstanceOf(alloc<SocketData, null>(SocketType, data, null, 56) as Owned<PySocket>, type);
    },
    init: (self, args, kwnames) => void callNative(INIT, self, args, kwnames, ""),
    repr({ value: { number, family, type, proto } }) {
      return newStr(`<socket object, fd=${number}, family=${family}, type=${type}, proto=${proto}>`);
    },
    finalize(self) {
      if (self.value.number === -1) return;
      warn("ResourceWarning", `unclosed ${describe(self)}`, 1, self);
      closeSocket(self);
    },
  },
  methods: [
    def("close($self, /)", "Closes the socket.", (self: PySocket) => closeSocket(self)),
    def("detach($self, /) -> int", "Gives the file descriptor up, which stays open.", (self: PySocket) => {
      const { number } = self.value;
      self.value.number = -1;
      return number;
    }),
    def("fileno($self, /) -> int", "The file descriptor.", (self: PySocket) => self.value.number),
    def("recv($self, bufsize, flags=0, /)", "Bytes that have arrived.", (self: PySocket, bufsize, flags) => {
      const count = cInt(bufsize);
      if (count < 0) throw valueError("negative buffersize in recv");
      return newBytes(receiveBytes(self, count, cInt(flags)));
    }),
    def(
      "recv_into($self, buffer, nbytes: int = 0, flags: int = 0) -> int",
      "Puts bytes that have arrived into a buffer.",
      (self: PySocket, buffer, nbytes, flags) => receiveInto(self, buffer, nbytes, flags),
    ),
    def(
      "recvfrom($self, bufsize, flags=0, /)",
      "Bytes that have arrived, and from where.",
      (self: PySocket, bufsize, flags) => tupleOf(newBytes(receiveBytes(self, cInt(bufsize), cInt(flags))), newNone()),
    ),
    def("send($self, data, flags=0, /)", "Sends bytes; answers how many were taken.", (self: PySocket, data) =>
      newInt(withBytes(data, (bytes) => sendBytes(self, bytes))),
    ),
    def("sendall($self, data, flags=0, /)", "Sends all the bytes.", (self: PySocket, data) =>
      withBytes(data, (bytes) => {
        for (let at = 0; at < bytes.length; ) at += sendBytes(self, bytes.subarray(at));
      }),
    ),
    def("setblocking($self, flag, /)", "Lets the socket wait without end, or not at all.", (self: PySocket, flag) => {
      self.value.timeout = index(flag) === 0 ? 0 : null;
    }),
    def("getblocking($self, /) -> bool", "May the socket wait?", (self: PySocket) => self.value.timeout !== 0),
    def(
      "settimeout($self, timeout, /)",
      "Sets how long to wait, in seconds; None for without end.",
      (self: PySocket, timeout) => {
        self.value.timeout = timeoutOf(timeout);
      },
    ),
    def("gettimeout($self, /)", "How long to wait, in seconds; None for without end.", (self: PySocket) =>
      timeoutValue(self.value.timeout),
    ),
    def("shutdown($self, flag, /)", "Ends reading, writing or both.", (self: PySocket, flag) =>
      shutDown(self, cInt(flag)),
    ),
    def("setsockopt($self, level, option, value, optlen=NULL, /)", "Sets an option.", (self: PySocket) => {
      openEnd(self);
    }),
    def("getsockopt($self, level, option, buflen=NULL, /)", "The value of an option.", (self: PySocket, level, name) =>
      newInt(option(self, cInt(level), cInt(name))),
    ),
    def("getsockname($self, /)", "The socket's own address.", (self: PySocket) => nameOf(self, false)),
    def("getpeername($self, /)", "The address of the other end.", (self: PySocket) => nameOf(self, true)),
    def("listen($self, backlog=NULL, /)", "Would wait for connections.", (self: PySocket) => {
      openEnd(self);
      throw osErrorOf("EOPNOTSUPP", null);
    }),
    def("_accept($self, /)", "Would take a connection.", (self: PySocket) => {
      openEnd(self);
      throw osErrorOf("EINVAL", null);
    }),
    refusing("bind", "Would take an address."),
    refusing("connect", "Would connect to an address."),
    def("connect_ex($self, address, /) -> int", "Would connect; answers the errno.", () => 101),
  ],
  getset: [{ name: "timeout", doc: "the socket timeout", get: (self) => timeoutValue(self.value.timeout) }],
  constants: () => ({
    family: madeMember<PySocket>(SocketType, "family", (self) => newInt(self.value.family)),
    type: madeMember<PySocket>(SocketType, "type", (self) => newInt(self.value.type)),
    proto: madeMember<PySocket>(SocketType, "proto", (self) => newInt(self.value.proto)),
  }),
});

const describe = ({ type, value: { number, family, type: kind, proto } }: PySocket): string =>
  `<${type.value.name} object, fd=${number}, family=${family}, type=${kind}, proto=${proto}>`;

/** Two sockets that are connected with each other. */
function socketPair(family: Value, type: number, proto: number): OwnedValue {
  const kind = type & ~FLAGS_OF_TYPE;
  const which = family === None ? AF_UNIX : cInt(family);
  if (which !== AF_UNIX) throw osErrorOf("EOPNOTSUPP", null);
  const [a, b] = [newEnd(which, kind, proto), newEnd(which, kind, proto)];
  connect(a, b);
  const wrap = (end: End): Owned =>
    alloc<SocketData, null>(
      SocketType,
      { number: end.number, family: which, type: kind, proto, timeout: defaultTimeout },
      null,
      56,
    );
  return tupleOf(wrap(a), wrap(b));
}

function closeNumber(value: Value): void {
  const number = cInt(value);
  if (number < 0) throw overflowError("file descriptor is negative");
  if (!closeEnd(number)) throw osErrorOf("EBADF", null);
}

const errorClass = (name: string): PyType => {
  const type = defineException(name, exceptionType("OSError"), "");
  type.value.module = "socket";
  exceptionTypes.delete(name);
  return type;
};
const [HostErrorType, AddressErrorType] = [errorClass("herror"), errorClass("gaierror")];

export default defineModule({
  name: "_socket",
  doc: "Implementation module for socket operations.\n\nSee the socket module for documentation.",
  functions: [
    def(
      "socketpair($module, family=None, type: int = 1, proto: int = 0, /)",
      "Two sockets, connected with each other.",
      (_module, family, type, proto) => socketPair(family, type, proto),
    ),
    def("close($module, fd, /)", "Closes a socket by its number.", (_module, fd) => closeNumber(fd)),
    def("getdefaulttimeout($module, /)", "The timeout of new sockets.", () => timeoutValue(defaultTimeout)),
    def("setdefaulttimeout($module, timeout, /)", "Sets the timeout of new sockets.", (_module, timeout) => {
      defaultTimeout = timeoutOf(timeout);
    }),
    ...addressNatives(AddressErrorType),
  ],
  types: [SocketType],
  constants: () => ({
    ...Object.fromEntries(Object.entries(SOCKET_CONSTANTS).map(([name, n]) => [name, newInt(n)])),
    has_ipv6: newBool(false),
    SocketType: newRef(SocketType),
    error: newRef(exceptionType("OSError")),
    timeout: newRef(exceptionType("TimeoutError")),
    herror: newRef(HostErrorType),
    gaierror: newRef(AddressErrorType),
  }),
});
