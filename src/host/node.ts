// The host of a program on the command line: the real files, clock and streams of Node, all
// synchronous. Output is written at once: what is held back, Python's own streams hold. A reader that
// has gone away (EPIPE) surfaces as a HostError.
import { randomFillSync } from "node:crypto";
import { readSync, writeSync } from "node:fs";
import { isatty } from "node:tty";
import { type Host, HostError, type Nanoseconds } from "./host.ts";
import { codeOf, nodeFiles } from "./nodefiles.ts";
import { atTerminal, openKeyboard, watchSignals } from "./nodesignals.ts";

/** An output stream by its descriptor. */
class Output {
  private readonly fd: number;
  private terminal: boolean | null = null;

  constructor(fd: number) {
    this.fd = fd;
  }

  isTerminal(): boolean {
    return (this.terminal ??= isatty(this.fd));
  }

  write(data: string | Uint8Array): void {
    const bytes = typeof data === "string" ? Buffer.from(data, "utf8") : data;
    for (let at = 0; at < bytes.length; ) at += this.writeSome(bytes, at);
  }

  /** A pipe that is full answers EAGAIN: wait for its reader. */
  private writeSome(bytes: Uint8Array, at: number): number {
    try {
      return writeSync(this.fd, bytes, at);
    } catch (e) {
      const code = codeOf(e);
      if (code === "EAGAIN") {
        pause(1);
        return 0;
      }
      throw new HostError(code, null);
    }
  }
}

function pause(milliseconds: number): void {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, milliseconds);
}

/** Interrupts from the keyboard, and what waits until one comes. */
class Interrupts {
  readonly word: Int32Array;
  private readonly wanted: boolean;
  private watching = false;

  constructor(word: Int32Array | null) {
    this.word = word ?? new Int32Array(new SharedArrayBuffer(4));
    this.wanted = word !== null;
    if (atTerminal()) this.watch();
  }

  /** Signals are watched from now on. A short program without a terminal never pays for that. */
  watch(): void {
    if (this.wanted && !this.watching) this.watching = watchSignals(this.word);
  }

  /** Waits; an interrupt ends it early. */
  sleep(milliseconds: number): void {
    if (milliseconds >= 50) this.watch();
    Atomics.wait(this.word, 0, 0, milliseconds);
  }

  get active(): boolean {
    return this.watching;
  }
}

/** Lines of standard input. */
class Input {
  private pending: Uint8Array = new Uint8Array(0);
  private atEnd = false;
  private readonly interrupts: Interrupts;
  /** Where lines come from: the keyboard, read without waiting, or standard input. */
  private readonly fd: number;

  constructor(interrupts: Interrupts) {
    this.interrupts = interrupts;
    this.fd = (interrupts.active ? openKeyboard() : null) ?? 0;
  }

  readLine(): string | null {
    let searched = 0;
    for (;;) {
      const end = this.pending.indexOf(10, searched);
      if (end >= 0) return this.take(end + 1);
      searched = this.pending.length;
      if (this.atEnd || !this.fill()) {
        // At a terminal the end of input can be typed again; a file's end stays.
        return this.pending.length > 0 ? this.take(this.pending.length) : null;
      }
    }
  }

  private take(count: number): string {
    const text = Buffer.from(this.pending.subarray(0, count)).toString("utf8");
    this.pending = this.pending.subarray(count);
    return text;
  }

  /** Reads more; false at the end of input. */
  private fill(): boolean {
    const chunk = new Uint8Array(65536);
    for (;;) {
      try {
        const n = readSync(this.fd, chunk, 0, chunk.length, null);
        if (n === 0) {
          this.atEnd = !isatty(0);
          return false;
        }
        this.pending = Buffer.concat([this.pending, chunk.subarray(0, n)]);
        return true;
      } catch (e) {
        const code = codeOf(e);
        if (code === "EOF") return false;
        if (code !== "EAGAIN") throw new HostError(code, null);
        this.interrupts.sleep(5);
        if (this.interrupts.word[0] !== 0) throw new HostError("EINTR", null);
      }
    }
  }
}

/** The offset and name of the zone that the process runs in. */
function zoneAt(seconds: number): { offset: number; name: string; daylight: boolean } {
  const date = new Date(seconds * 1000);
  const offset = -date.getTimezoneOffset() * 60;
  const year = date.getFullYear();
  const winter = Math.max(new Date(year, 0, 1).getTimezoneOffset(), new Date(year, 6, 1).getTimezoneOffset());
  const name = new Intl.DateTimeFormat("en-US", { timeZoneName: "short" })
    .formatToParts(date)
    .find((p) => p.type === "timeZoneName");
  return { offset, name: name?.value ?? "UTC", daylight: date.getTimezoneOffset() < winter };
}

export interface NodeOptions {
  argv?: readonly string[];
  executable?: string;
  /** A word of shared memory that an interrupt from the keyboard sets. Without it one ends the process. */
  signals?: Int32Array;
  importing?: Host["importing"];
}

export function nodeHost(options: NodeOptions = {}): Host {
  const stdout = new Output(1);
  const stderr = new Output(2);
  const interrupts = new Interrupts(options.signals ?? null);
  const stdin = new Input(interrupts);
  return {
    writeStdout: (data) => stdout.write(data),
    writeStderr: (data) => stderr.write(data),
    flush: () => {},
    readLine: () => stdin.readLine(),
    isTerminal: (stream) => (stream === 1 ? stdout.isTerminal() : isatty(stream)),
    clock: {
      now: (): Nanoseconds => BigInt(Math.round((performance.timeOrigin + performance.now()) * 1000)) * 1000n,
      monotonic: () => process.hrtime.bigint(),
      cpu() {
        const { user, system } = process.cpuUsage();
        return BigInt(user + system) * 1000n;
      },
      zone: zoneAt,
    },
    sleep: (duration) => interrupts.sleep(Number(duration) / 1e6),
    files: nodeFiles,
    env: new Map(Object.entries(process.env).filter((entry): entry is [string, string] => entry[1] !== undefined)),
    entropy: (count) => randomFillSync(new Uint8Array(count)),
    argv: options.argv ?? [""],
    executable: options.executable ?? process.execPath,
    pid: process.pid,
    importing: options.importing,
    identity: { uid: process.getuid?.() ?? 0, gid: process.getgid?.() ?? 0, parent: process.ppid },
  };
}
