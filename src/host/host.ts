// What an interpreter instance asks of the world. Nothing of the world is reachable otherwise:
// an embedder hands in a Host, and what the Host leaves out does not exist for the program.
// All calls are synchronous. Failures of files are thrown as HostError; nothing else is thrown.

/** Nanoseconds. */
export type Nanoseconds = bigint;

export interface HostClock {
  /** Since 1970-01-01, UTC. */
  now(): Nanoseconds;
  /** Since some moment in the past; never goes back. */
  monotonic(): Nanoseconds;
  /** Processor time of the process. */
  cpu(): Nanoseconds;
  /** Local time minus UTC at a moment, in seconds, and the zone's name. Absent: local time is UTC. */
  zone?(seconds: number): { offset: number; name: string; daylight: boolean };
}

export interface HostStat {
  kind: "file" | "directory" | "symlink" | "other";
  /** The whole `st_mode`, kind included. */
  mode: number;
  size: number;
  ino: number;
  dev: number;
  nlink: number;
  uid: number;
  gid: number;
  atime: Nanoseconds;
  mtime: Nanoseconds;
  ctime: Nanoseconds;
}

/** How a file is opened. */
export interface OpenFlags {
  read: boolean;
  write: boolean;
  append: boolean;
  create: boolean;
  /** The file must not exist yet. */
  exclusive: boolean;
  truncate: boolean;
}

export interface HostFiles {
  readFile(path: string): Uint8Array;
  stat(path: string, followLinks: boolean): HostStat;
  listDir(path: string): string[];
  makeDir(path: string, mode: number): void;
  removeFile(path: string): void;
  removeDir(path: string): void;
  rename(from: string, to: string): void;
  readLink(path: string): string;
  realPath(path: string): string;
  cwd(): string;

  /** An open file, by a number of the host's choosing. */
  open(path: string, flags: OpenFlags): number;
  /** Fills `into` from `position`; answers how many bytes there were. */
  read(file: number, into: Uint8Array, position: number): number;
  /** Writes at `position`, or at the end when the file was opened to append. */
  write(file: number, bytes: Uint8Array, position: number): number;
  size(file: number): number;
  truncate(file: number, size: number): void;
  close(file: number): void;

  // What a host need not know of: without one of these the program gets the error ENOSYS.
  statFile?(file: number): HostStat;
  setCwd?(path: string): void;
  link?(from: string, to: string): void;
  symlink?(target: string, path: string): void;
  setMode?(path: string, mode: number): void;
  setTimes?(path: string, access: Nanoseconds, modified: Nanoseconds): void;
  /** May the process do to a file what the bits say, as access(2) has them? */
  access?(path: string, bits: number): boolean;
}

/** Who runs the process, and which process started it. */
export interface HostIdentity {
  uid: number;
  gid: number;
  parent: number;
}

export interface Host {
  /** Text is encoded as UTF-8; it has no lone surrogates. */
  writeStdout(data: string | Uint8Array): void;
  writeStderr(data: string | Uint8Array): void;
  /** Writes out what the host holds back. */
  flush(): void;
  /** True when output is wanted as it is written, not when a buffer of CPython's is full. */
  readonly immediate?: boolean;
  /** A line of standard input with its end of line; null at the end of input. */
  readLine(): string | null;
  /** Is the stream a terminal? 0 is the input, 1 the output, 2 the errors. */
  isTerminal(stream: 0 | 1 | 2): boolean;
  readonly clock: HostClock;
  sleep(duration: Nanoseconds): void;
  readonly files: HostFiles | null;
  /** Environment variables, copied when the instance starts. */
  readonly env: ReadonlyMap<string, string>;
  /** Random bytes; null when the host has none to give. */
  entropy(count: number): Uint8Array | null;
  readonly argv: readonly string[];
  /** The command that runs the interpreter, as sys.executable; "" when there is none. */
  readonly executable: string;
  /** The number of the process, as os.getpid. */
  readonly pid: number;
  readonly identity?: HostIdentity;
  /** Told when modules begin to be loaded, and when the last of them is: most of their code runs once. */
  importing?(begun: boolean): void;
}

/** A failure of the host, by its name in errno.h. */
export class HostError {
  readonly code: string;
  readonly path: string | null;
  constructor(code: string, path: string | null) {
    this.code = code;
    this.path = path;
  }
}
