// select: which of several files are ready. Sockets are asked (sockets.ts); every other file is
// always ready, as files on disk are.
import { alloc } from "../heap/heap.ts";
import type { PyObject, PyType } from "../heap/object.ts";
import { drop, newRef, newRefs, type OwnedValue, type Refs, share, type Value } from "../heap/refs.ts";
import { NO_NEW } from "../heap/type.ts";
import { current } from "../host/current.ts";
import { def } from "../native/signature.ts";
import { callOwned } from "../objects/call.ts";
import { defineType } from "../objects/define.ts";
import { typeError, valueError } from "../objects/errors.ts";
import { exceptionType } from "../objects/exceptions.ts";
import { toFloat } from "../objects/float.ts";
import { cInt, isInt, newInt } from "../objects/int.ts";
import { listItems } from "../objects/iteration.ts";
import { newList } from "../objects/list.ts";
import { findAttrText, keyError } from "../objects/protocol.ts";
import { None } from "../objects/singletons.ts";
import { tupleOf } from "../objects/tuple.ts";
import { osErrorOf, withHost } from "./hosterrors.ts";
import { defineModule } from "./module.ts";
import { endOf } from "./sockets.ts";

const [POLLIN, POLLPRI, POLLOUT, POLLHUP] = [1, 2, 4, 16];
const CONSTANTS = {
  POLLIN,
  POLLPRI,
  POLLOUT,
  POLLERR: 8,
  POLLHUP,
  POLLNVAL: 32,
  POLLRDNORM: 64,
  POLLRDBAND: 128,
  POLLWRNORM: 256,
  POLLWRBAND: 512,
  POLLMSG: 1024,
  POLLRDHUP: 8192,
  PIPE_BUF: 4096,
};

/** The number of a file: an int, or what its `fileno` answers. */
function numberOf(file: Value): number {
  const number = isInt(file) ? cInt(file) : numberOfObject(file);
  if (number < 0) throw valueError(`file descriptor cannot be a negative integer (${number})`);
  return number;
}

function numberOfObject(file: Value): number {
  const method = findAttrText(file, "fileno");
  if (method === undefined) throw typeError("argument must be an int, or have a fileno() method.");
  const answer = callOwned(method);
  try {
    if (!isInt(answer)) throw typeError("fileno() returned a non-integer");
    return cInt(answer);
  } finally {
    drop(answer);
  }
}

/** The longest that is waited in one piece, in seconds. */
const SLICE = 60;

/** Waits for as many seconds, null for without end, unless `ready` at once: nobody else runs who could change that. */
function wait(seconds: number | null, ready: () => boolean): void {
  current.flush();
  for (let left = seconds ?? Number.POSITIVE_INFINITY; left > 0 && !ready(); left -= SLICE)
    withHost(null, () => current.sleep(BigInt(Math.ceil(Math.min(left, SLICE) * 1e9))));
}

const readable = (number: number): boolean => endOf(number)?.readable ?? true;
const writable = (number: number): boolean => endOf(number)?.writable ?? true;

function secondsOf(timeout: Value): number | null {
  if (timeout === None) return null;
  const seconds = toFloat(timeout);
  if (seconds < 0) throw valueError("timeout must be non-negative");
  return seconds;
}

/** The items of one of the three arguments, and their numbers. */
function watched(value: Value): { items: Refs; numbers: number[] } {
  const items = listItems(value);
  return { items, numbers: items.map(numberOf) };
}

function selectReady(lists: readonly Value[], timeout: Value): OwnedValue {
  const seconds = secondsOf(timeout);
  const [reads, writes, others] = lists.map(watched);
  const anything = (): boolean => reads.numbers.some(readable) || writes.numbers.some(writable);
  if (seconds !== 0) wait(seconds, anything);
  const pick = ({ items, numbers }: typeof reads, ready: (n: number) => boolean): OwnedValue => {
    const out = newRefs();
    numbers.forEach((n, i) => {
      if (ready(n)) out.push(share(items, i));
    });
    drop(newList(items));
    return newList(out);
  };
  return tupleOf(
    pick(reads, readable),
    pick(writes, writable),
    pick(others, () => false),
  );
}

// ---- poll ----

/** From the numbers of files to the events that are asked for. */
type PyPoll = PyObject<Map<number, number>>;

function eventsOf(number: number, mask: number): number {
  const end = endOf(number);
  if (end === undefined) return mask & (POLLIN | POLLOUT);
  const hung = end.connected && end.peer === null ? POLLHUP : 0;
  return (end.readable ? mask & POLLIN : 0) | (end.writable ? mask & POLLOUT : 0) | hung;
}

function poll(self: PyPoll, timeout: Value | undefined): OwnedValue {
  const none = timeout === undefined || timeout === None;
  const milliseconds = none ? null : Math.ceil(toFloat(timeout));
  const events = (): (readonly [number, number])[] =>
    [...self.value].map(([n, mask]) => [n, eventsOf(n, mask)] as const).filter(([, e]) => e !== 0);
  if (milliseconds !== 0)
    wait(milliseconds === null || milliseconds < 0 ? null : milliseconds / 1000, () => events().length > 0);
  const out = newRefs();
  for (const [n, e] of events()) out.push(tupleOf(newInt(n), newInt(e)));
  return newList(out);
}

const PollType: PyType = defineType<PyPoll>({
  name: "poll",
  module: "select",
  flags: NO_NEW,
  basicSize: 48,
  methods: [
    def(
      "register($self, fd, eventmask=NULL, /)",
      "Adds a file, or changes what is asked of it.",
      (self: PyPoll, fd, mask) => {
        self.value.set(numberOf(fd), mask === undefined ? POLLIN | POLLPRI | POLLOUT : cInt(mask));
      },
    ),
    def("modify($self, fd, eventmask, /)", "Changes what is asked of a file.", (self: PyPoll, fd, mask) => {
      const number = numberOf(fd);
      if (!self.value.has(number)) throw osErrorOf("ENOENT", null);
      self.value.set(number, cInt(mask));
    }),
    def("unregister($self, fd, /)", "Takes a file out.", (self: PyPoll, fd) => {
      const number = numberOf(fd);
      if (!self.value.delete(number)) throw keyError(number);
    }),
    def("poll($self, timeout=NULL, /)", "Files that are ready, with what they are ready for.", poll),
  ],
});

export default defineModule({
  name: "select",
  doc: "Waiting until one of several files is ready.",
  functions: [
    def(
      "select($module, rlist, wlist, xlist, timeout=None, /)",
      "The files of three lists that can be read, can be written, and have had something happen to them.",
      (_module, rlist, wlist, xlist, timeout) => selectReady([rlist, wlist, xlist], timeout),
    ),
    def("poll($module, /)", "An object that watches files.", () =>
      alloc<Map<number, number>, null>(PollType, new Map(), null, 48),
    ),
  ],
  constants: () => ({
    error: newRef(exceptionType("OSError")),
    ...Object.fromEntries(Object.entries(CONSTANTS).map(([name, n]) => [name, newInt(n)])),
  }),
});
