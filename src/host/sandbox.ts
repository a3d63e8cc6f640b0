// A host that reaches nothing: output goes to callbacks, input comes from a list of lines or a
// callback, there are no files, no environment and no entropy, and time is a counter that passes
// by a microsecond each time it is read, so that a run is the same every time.
import type { Host, HostFiles, Nanoseconds } from "./host.ts";

export interface SandboxOptions {
  stdout?(text: string): void;
  stderr?(text: string): void;
  /** The lines of standard input, or what answers the next one. */
  stdin?: readonly string[] | (() => string | null);
  argv?: readonly string[];
  env?: Readonly<Record<string, string>>;
  files?: HostFiles;
  clock?: Host["clock"];
  entropy?(count: number): Uint8Array;
  /** The moment at which the counter of time starts. */
  startTime?: Nanoseconds;
}

const TICK = 1000n;
/** 2024-01-01, when nothing else is said. */
const DEFAULT_START = 1704067200n * 1000000000n;

/** A counter of time, and the way to let it pass. */
function counterClock(start: Nanoseconds): { clock: Host["clock"]; sleep(duration: Nanoseconds): void } {
  let passed = 0n;
  const read = (): Nanoseconds => (passed += TICK);
  return {
    clock: { now: () => start + read(), monotonic: read, cpu: read },
    sleep: (duration) => {
      passed += duration;
    },
  };
}

function lineReader(stdin: SandboxOptions["stdin"]): () => string | null {
  if (typeof stdin === "function") return stdin;
  const lines = [...(stdin ?? [])];
  return () => lines.shift() ?? null;
}

/** Bytes written to a text stream arrive as text; a character may be split between two writes. */
function textSink(write: ((text: string) => void) | undefined): (data: string | Uint8Array) => void {
  const decoder = new TextDecoder();
  return (data) => {
    const text = typeof data === "string" ? data : decoder.decode(data, { stream: true });
    if (text !== "") write?.(text);
  };
}

export function sandboxHost(options: SandboxOptions = {}): Host {
  const counter = counterClock(options.startTime ?? DEFAULT_START);
  return {
    writeStdout: textSink(options.stdout),
    writeStderr: textSink(options.stderr),
    flush: () => {},
    immediate: true,
    readLine: lineReader(options.stdin),
    isTerminal: () => false,
    clock: options.clock ?? counter.clock,
    sleep: counter.sleep,
    files: options.files ?? null,
    env: new Map(Object.entries(options.env ?? {})),
    entropy: (count) => options.entropy?.(count) ?? null,
    argv: options.argv ?? [""],
    executable: "",
    pid: 1,
  };
}
