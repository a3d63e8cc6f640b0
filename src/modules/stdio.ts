// sys.stdin, sys.stdout and sys.stderr: text streams over the host's own. As in CPython sys.stderr and
// a terminal get each line at once, and everything else when a buffer is full or flushed; a host that
// wants all output at once gets it so.
import { drop, newRef, type Owned, type OwnedValue, type Value } from "../heap/refs.ts";
import { current } from "../host/current.ts";
import { callArray } from "../objects/call.ts";
import { newBool, newNone } from "../objects/singletons.ts";
import { newStr, type PyStr, strLength } from "../objects/str.ts";
import { BufferedReaderType, BufferedWriterType, newBuffered } from "./io/buffered.ts";
import { newStandardFile } from "./io/file.ts";
import { isTextStream, setMode, TextIOWrapperType } from "./io/text.ts";
import { type PyText, readLine } from "./io/textdata.ts";

/** A block of a file or pipe, which is the size of the buffers. */
const BLOCK = 4096;
const NAMES = ["<stdin>", "<stdout>", "<stderr>"];
const ERRORS = ["strict", "strict", "backslashreplace"];

/** The text stream of a standard file. */
export function newStandardStream(fd: 0 | 1 | 2, unbuffered: boolean): Owned {
  const raw = newStandardFile(fd, NAMES[fd]);
  const direct = unbuffered && fd !== 0;
  const buffer = direct ? newRef(raw) : newBuffered(fd === 0 ? BufferedReaderType : BufferedWriterType, raw, BLOCK);
  drop(raw);
  const args: OwnedValue[] = [
    buffer,
    newStr("utf-8"),
    newStr(ERRORS[fd]),
    fd === 0 ? newNone() : newStr("\n"),
    newBool(!unbuffered && (fd === 2 || current.isTerminal(fd))),
    newBool(unbuffered),
  ];
  try {
    const text = callArray(TextIOWrapperType, args, null) as Owned;
    setMode(text, fd === 0 ? "r" : "w");
    return text;
  } finally {
    for (const o of args) drop(o);
  }
}

/** A line of a plain text stream without its end, for input(); null at the end of input. */
export function readInput(stream: Value): string | null {
  const line = readLine(stream as PyText, -1);
  try {
    return strLength(line) === 0 ? null : (line as PyStr).value.replace(/\n$/, "");
  } finally {
    drop(line);
  }
}

export { isTextStream };
