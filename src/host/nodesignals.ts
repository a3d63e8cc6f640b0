// Ctrl-C while a program runs. The program keeps the only thread that node tells of signals busy,
// so a second thread looks for them, in the pipe in which libuv notes what has arrived, and sets
// a word of shared memory that the program checks. Where that pipe cannot be found a signal ends
// the process, as it ends any other.
import { closeSync, constants, openSync, readdirSync, readFileSync, readlinkSync, readSync } from "node:fs";
import { isatty } from "node:tty";

const PIPES = "/proc/self/fd";
/** How often the second thread looks, in milliseconds. */
const PERIOD = 20;

const WATCHER = `
const { workerData: { fd, word } } = require("node:worker_threads");
const { readSync } = require("node:fs");
const bytes = Buffer.alloc(1024);
const idle = new Int32Array(new SharedArrayBuffer(4));
for (;;) {
  try {
    if (readSync(fd, bytes, 0, bytes.length, null) > 0) {
      Atomics.store(word, 0, 1);
      Atomics.notify(word, 0);
    }
  } catch (e) {
    if (e.code !== "EAGAIN") break;
  }
  Atomics.wait(idle, 0, 0, ${PERIOD});
}`;

/** The ends of pipes that this process reads from without waiting. */
function readableEnds(): number[] {
  return readdirSync(PIPES)
    .map(Number)
    .filter((fd) => {
      try {
        if (!readlinkSync(`${PIPES}/${fd}`).startsWith("pipe:")) return false;
        const flags = Number.parseInt(
          /flags:\s*(\d+)/.exec(readFileSync(`/proc/self/fdinfo/${fd}`, "latin1"))?.[1] ?? "0",
          8,
        );
        return (flags & 3) === constants.O_RDONLY && (flags & constants.O_NONBLOCK) !== 0;
      } catch {
        return false;
      }
    });
}

function hasBytes(fd: number): boolean {
  try {
    return readSync(fd, Buffer.alloc(1024), 0, 1024, null) > 0;
  } catch {
    return false;
  }
}

/** The pipe of signals: the one that something lies in after a signal to ourselves. */
function findPipe(): number | null {
  const probe = (): void => {};
  process.on("SIGUSR2", probe);
  try {
    const ends = readableEnds();
    process.kill(process.pid, "SIGUSR2");
    const idle = new Int32Array(new SharedArrayBuffer(4));
    for (let i = 0; i < 20; i++) {
      const found = ends.find(hasBytes);
      if (found !== undefined) return found;
      Atomics.wait(idle, 0, 0, 1);
    }
    return null;
  } finally {
    process.off("SIGUSR2", probe);
  }
}

/** The keyboard, to be read without waiting; null when there is none. */
export function openKeyboard(): number | null {
  if (!isatty(0)) return null;
  try {
    const fd = openSync("/dev/tty", constants.O_RDONLY | constants.O_NONBLOCK);
    if (isatty(fd)) return fd;
    closeSync(fd);
    return null;
  } catch {
    return null;
  }
}

export const atTerminal = (): boolean => isatty(0) || isatty(1) || isatty(2);

/** From now on an interrupt sets the word. False when signals cannot be watched here. */
export function watchSignals(word: Int32Array): boolean {
  if (process.platform !== "linux") return false;
  try {
    const fd = findPipe();
    if (fd === null) return false;
    // The module is asked for now: it does not survive a start-up snapshot.
    const { Worker } = process.getBuiltinModule("node:worker_threads");
    const watcher = new Worker(WATCHER, { eval: true, workerData: { fd, word } });
    watcher.unref();
    process.on("SIGINT", () => {});
    return true;
  } catch {
    return false;
  }
}
