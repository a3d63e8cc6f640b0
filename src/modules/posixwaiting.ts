// What posix says of other processes that have ended. There are none to wait for; the status
// words can be taken apart all the same.
import { def, type Native } from "../native/signature.ts";
import { valueError } from "../objects/errors.ts";
import { osErrorOf } from "./hosterrors.ts";

const exited = (status: number): boolean => (status & 0x7f) === 0;
const signaled = (status: number): boolean => (((status & 0x7f) + 1) << 24) >> 25 > 0;
const stopped = (status: number): boolean => (status & 0xff) === 0x7f;
const highByte = (status: number): number => (status >> 8) & 0xff;

function exitCode(status: number): number {
  if (exited(status)) return highByte(status);
  if (signaled(status)) return -(status & 0x7f);
  throw valueError(
    stopped(status) ? `process stopped by delivery of signal ${highByte(status)}` : `invalid wait status: ${status}`,
  );
}

const test = (name: string, doc: string, holds: (status: number) => boolean): Native =>
  def(`${name}($module, /, status: int) -> bool` as "x($module, /, status: int) -> bool", doc, (_module, status) =>
    holds(status),
  );
const part = (name: string, doc: string, read: (status: number) => number): Native =>
  def(`${name}($module, /, status: int) -> int` as "x($module, /, status: int) -> int", doc, (_module, status) =>
    read(status),
  );

const noChild = (): never => {
  throw osErrorOf("ECHILD", null);
};

export const waitingNatives: readonly Native[] = [
  def("waitpid($module, pid, options, /)", "Would wait for a child process; there is none.", noChild),
  def("wait($module, /)", "Would wait for a child process; there is none.", noChild),
  def(
    "waitstatus_to_exitcode($module, /, status: int) -> int",
    "The exit code that a status word means.",
    (_module, status) => exitCode(status),
  ),
  test("WIFEXITED", "Has the process ended by itself?", exited),
  test("WIFSIGNALED", "Has a signal ended the process?", signaled),
  test("WIFSTOPPED", "Has a signal stopped the process?", stopped),
  test("WIFCONTINUED", "Does the process run on?", (status) => status === 0xffff),
  test("WCOREDUMP", "Has the process left a core?", (status) => (status & 0x80) !== 0),
  part("WEXITSTATUS", "The exit status.", highByte),
  part("WTERMSIG", "The signal that has ended the process.", (status) => status & 0x7f),
  part("WSTOPSIG", "The signal that has stopped the process.", highByte),
];
