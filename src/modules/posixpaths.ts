// What posix's functions take as paths: a str, bytes, or an object with __fspath__; some also the
// number of an open file, or None. A failure of the host tells of the path as it was given.
import type { PyObject } from "../heap/object.ts";
import { drop, keep, newRef, type Owned, type OwnedValue, type Value } from "../heap/refs.ts";
import { current } from "../host/current.ts";
import { HostError, type HostFiles } from "../host/host.ts";
import { isBytes, newBytes, type PyBytes } from "../objects/bytes.ts";
import { callBound } from "../objects/call.ts";
import { typeError, valueError } from "../objects/errors.ts";
import { cInt, newInt } from "../objects/int.ts";
import { slotsOf, typeName } from "../objects/protocol.ts";
import { None, newNone } from "../objects/singletons.ts";
import { isStr, newStr } from "../objects/str.ts";
import { ERRNO, strerror } from "./errnotable.ts";
import { osErrorOf, raised, withHost } from "./hosterrors.ts";

export interface PathArgument {
  text: string;
  /** Was it given as bytes? Answers are then bytes too. */
  isBytes: boolean;
  /** The number of an open file; null for a path. */
  fd: number | null;
  /** What errors tell of; borrowed. */
  shown: Value;
}

export interface PathKind {
  fd?: boolean;
  none?: boolean;
}

const decoder = new TextDecoder();
const encoder = new TextEncoder();

export const decodePath = (bytes: Uint8Array): string => decoder.decode(bytes);
export const encodePath = (text: string): Uint8Array => encoder.encode(text);

/** A path of the host as an answer of the kind that was asked with. */
export const pathAnswer = (text: string, asBytes: boolean): Owned =>
  asBytes ? newBytes(encodePath(text)) : newStr(text);

function expected({ fd, none }: PathKind): string {
  const kinds = ["string", "bytes", "os.PathLike", ...(fd ? ["integer"] : []), ...(none ? ["None"] : [])];
  return `${kinds.slice(0, -1).join(", ")} or ${kinds[kinds.length - 1]}`;
}

/** The path itself: what was given, or what `__fspath__` answers; owned. */
function plainPath(name: string, value: Value, kind: PathKind): OwnedValue {
  if (isStr(value) || isBytes(value)) return newRef(value as PyObject);
  const path = callBound(value, "__fspath__");
  if (path === undefined) throw typeError(`${name}: path should be ${expected(kind)}, not ${typeName(value)}`);
  if (isStr(path) || isBytes(path)) return path;
  const got = typeName(path);
  drop(path);
  throw typeError(`expected ${typeName(value)}.__fspath__() to return str or bytes, not ${got}`);
}

function textOf(path: Value): string {
  const text = isStr(path) ? path.value : decodePath((path as PyBytes).value);
  if (text.includes("\0"))
    throw valueError(`embedded null ${isStr(path) ? "character" : "byte"}`.replace("character", "byte"));
  return text;
}

/** Runs `body` with a path argument; a failure of the host becomes an OSError about it. */
export function withPath<T>(name: string, value: Value, kind: PathKind, body: (path: PathArgument) => T): T {
  if (kind.none && value === None) return told(null, () => body({ text: ".", isBytes: false, fd: null, shown: None }));
  if (kind.fd && slotsOf(value).index !== null && !isStr(value)) {
    const fd = cInt(value);
    return told(value, () => body({ text: "", isBytes: false, fd, shown: value }));
  }
  const path = plainPath(name, value, kind);
  try {
    const text = textOf(path);
    return told(path, () => body({ text, isBytes: isBytes(path), fd: null, shown: path }));
  } finally {
    drop(path);
  }
}

const told = <T>(shown: Value | null, body: () => T): T => withHost(shown, body);

/** As `withPath` for two paths; the error tells of both. */
export function withTwoPaths<T>(
  name: string,
  from: Value,
  to: Value,
  body: (from: PathArgument, to: PathArgument) => T,
): T {
  return withPath(name, from, {}, (a) =>
    withPath(name, to, {}, (b) => {
      try {
        return body(a, b);
      } catch (e) {
        if (!(e instanceof HostError)) throw e;
        const number = ERRNO.get(e.code) ?? 5;
        throw raised("OSError", newInt(number), newStr(strerror(number)), keep(a.shown), newNone(), keep(b.shown));
      }
    }),
  );
}

/** The files of the host; a host without files has none of the names. */
export function hostFiles(path: string | null = null): HostFiles {
  if (current.files === null) throw new HostError(path === null ? "EBADF" : "ENOENT", path);
  return current.files;
}

/** One of the things that a host need not know of. */
export function optional<K extends keyof HostFiles>(name: K): NonNullable<HostFiles[K]> {
  const files = hostFiles("");
  const found = files[name];
  if (found === undefined) throw new HostError("ENOSYS", null);
  return found;
}

/** `dir_fd` is not known here. */
export function noDirFd(name: string, value: Value): void {
  if (value !== None) throw raised("NotImplementedError", newStr(`${name}: dir_fd unavailable on this platform`));
}

export const badDescriptor = (): unknown => osErrorOf("EBADF", null);
