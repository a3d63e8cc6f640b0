// A host whose calls and output are counted. Output beyond its limit is dropped; a call beyond its limit is
// refused, by what `reached` throws.
import type { Host } from "./host.ts";

export interface HostLimits {
  /** Bytes that may be written to both streams together. */
  output: number;
  /** Calls of everything but the streams. */
  hostCalls: number;
  /** Milliseconds until the run must have ended: nothing sleeps longer. */
  timeLeft(): number;
  /** A limit has been reached. May throw, except for output. */
  reached(limit: "output" | "hostCalls" | "time"): void;
}

const encoder = new TextEncoder();

/** A counted view of an object: each call of one of its methods is told of first. */
const counted = <T extends object>(target: T, count: () => void): T =>
  new Proxy(target, {
    get(_, key) {
      const value = Reflect.get(target, key) as unknown;
      if (typeof value !== "function") return value;
      return (...args: unknown[]): unknown => {
        count();
        return Reflect.apply(value, target, args);
      };
    },
  });

/** A host with limits, and what lets its counts begin anew. */
export interface LimitedHost {
  host: Host;
  restart(): void;
}

export function limitedHost(host: Host, limits: HostLimits): LimitedHost {
  let written = 0;
  let calls = 0;
  const count = (): void => {
    if (++calls > limits.hostCalls) limits.reached("hostCalls");
  };
  const limitedWrite =
    (write: Host["writeStdout"]): Host["writeStdout"] =>
    (data) => {
      const left = limits.output - written;
      const size = byteLength(data);
      written += size;
      if (size <= left) return write(data);
      if (left > 0) write(toBytes(data).subarray(0, left));
      limits.reached("output");
    };
  const restart = (): void => {
    written = calls = 0;
  };
  const limited: Host = {
    ...host,
    writeStdout: limitedWrite((data) => host.writeStdout(data)),
    writeStderr: limitedWrite((data) => host.writeStderr(data)),
    flush: () => host.flush(),
    isTerminal: (stream) => host.isTerminal(stream),
    readLine() {
      count();
      return host.readLine();
    },
    sleep(duration) {
      count();
      const left = limits.timeLeft();
      if (Number(duration) / 1e6 <= left) return host.sleep(duration);
      host.sleep(BigInt(Math.max(0, Math.ceil(left))) * 1_000_000n);
      limits.reached("time");
    },
    entropy(n) {
      count();
      return host.entropy(n);
    },
    clock: counted(host.clock, count),
    files: host.files === null ? null : counted(host.files, count),
    get env() {
      return host.env;
    },
    get argv() {
      return host.argv;
    },
  };
  return { host: limited, restart };
}

/** How many bytes the text has in UTF-8. */
function byteLength(data: string | Uint8Array): number {
  if (typeof data !== "string") return data.length;
  let size = data.length;
  for (let i = 0; i < data.length; i++) {
    const unit = data.charCodeAt(i);
    if (unit < 0x80) continue;
    // Either half of a pair counts for two of its four bytes.
    size += unit < 0x800 || (unit & 0xf800) === 0xd800 ? 1 : 2;
  }
  return size;
}

const toBytes = (data: string | Uint8Array): Uint8Array => (typeof data === "string" ? encoder.encode(data) : data);
