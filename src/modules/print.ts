// print: text on a stream. When it is a text stream of ours, and nobody has patched it, no method is
// looked up, and a host that wants output at once gets the whole line; any other object gets a
// `write` for each piece, as in CPython.
import type { PyObject } from "../heap/object.ts";
import { drop, keep, newRef, type Owned, type Refs, type Value } from "../heap/refs.ts";
import { HAVE_GC, HEAPTYPE } from "../heap/type.ts";
import { def } from "../native/signature.ts";
import { callArray, callMethod } from "../objects/call.ts";
import { runtimeError, typeError } from "../objects/errors.ts";
import { getAttrText, isTrue, str, typeName } from "../objects/protocol.ts";
import { None } from "../objects/singletons.ts";
import { intern, isStr, newStr, type PyStr, wideOf } from "../objects/str.ts";
import { newTuple, shareRange } from "../objects/tuple.ts";
import { isPlainOutput } from "./io/text.ts";
import { holdText, type PyText, writeDirect, writeText } from "./io/textdata.ts";
import { withText } from "./natives.ts";
import { sysAttributeOf } from "./sysstate.ts";

/** The text of sep or end; null for None. */
function separator(value: Value, name: string): PyStr | null {
  if (value === None) return null;
  if (isStr(value)) return value;
  throw typeError(`${name} must be None or a string, not ${typeName(value)}`);
}

const STDOUT = intern("stdout");

/** Where print writes when it is not told: sys.stdout, borrowed. */
function standardOutput(): Value {
  const stdout = sysAttributeOf(STDOUT);
  if (stdout === undefined) throw runtimeError("lost sys.stdout");
  return stdout;
}

/** With the flag `u` this is a lone surrogate; a pair is one character. */
const SURROGATE = /[\ud800-\udfff]/u;

/** The text of one print, on its way to the host. */
class Line {
  private readonly stream: PyText;
  private text = "";
  private wide = false;

  constructor(stream: PyText) {
    this.stream = stream;
  }

  addPlain(text: string): void {
    if (this.stream.value.direct === null) holdText(this.stream, text, false);
    else this.text += text;
  }

  /** Each piece is a write of its own in CPython: what cannot be encoded is told of the piece. */
  add(piece: PyStr): void {
    if (this.stream.value.direct === null) {
      holdText(this.stream, piece.value, wideOf(piece) !== null);
      return;
    }
    if (SURROGATE.test(piece.value)) {
      this.write();
      writeDirect(this.stream.value, piece.value, wideOf(piece) !== null);
      return;
    }
    this.text += piece.value;
    this.wide ||= wideOf(piece) !== null;
  }

  /** After code has run, which may have closed the stream. */
  addToChanged(piece: PyStr): void {
    if (isPlainOutput(this.stream)) this.add(piece);
    else writeText(this.stream, piece);
  }

  write(): void {
    const { text } = this;
    this.text = "";
    if (text !== "") writeDirect(this.stream.value, text, this.wide);
  }
}

/** What has been converted is written even when the next conversion raises. */
function printToHost(stream: PyText, args: Refs, sep: PyStr | null, end: PyStr | null): void {
  const line = new Line(stream);
  try {
    for (let i = 0; i < args.length; i++) {
      if (i > 0) {
        if (sep === null) line.addPlain(" ");
        else line.add(sep);
      }
      addArgument(line, args[i]);
    }
    if (end === null) line.addPlain("\n");
    else line.add(end);
  } finally {
    line.write();
  }
}

/** May asking for its str run Python code, which may print? */
const mayRunCode = (value: Value): value is PyObject =>
  typeof value !== "number" && (value.type.value.flags & (HAVE_GC | HEAPTYPE)) !== 0;

function addArgument(line: Line, value: Value): void {
  if (typeof value === "number") {
    line.addPlain(String(value));
    return;
  }
  const runs = mayRunCode(value);
  if (runs) line.write();
  const piece = str(value);
  try {
    if (runs) line.addToChanged(piece);
    else line.add(piece);
  } finally {
    drop(piece);
  }
}

/** Calls `file.write` with the str of each argument, and with what stands between and after them. */
function printPieces(file: Value, args: Refs, sep: PyStr | null, end: PyStr | null): void {
  const write = (piece: () => Owned<PyStr>): void => {
    const method = getAttrText(file, "write");
    try {
      const text = piece();
      try {
        drop(callArray(method, [text], null));
      } finally {
        drop(text);
      }
    } finally {
      drop(method);
    }
  };
  for (let i = 0; i < args.length; i++) {
    if (i > 0) write(() => (sep === null ? newStr(" ") : newRef(sep)));
    write(() => str(args[i]));
  }
  write(() => (end === null ? newStr("\n") : newRef(end)));
}

/** `print(*args, sep=sep, end=end, file=file, flush=flush)`. Everything is borrowed. */
export function print(args: readonly Value[], sep: Value, end: Value, file: Value, flush: boolean): void {
  const target = file === None ? standardOutput() : file;
  if (target === None) return;
  const sepText = separator(sep, "sep");
  const endText = separator(end, "end");
  // CPython has the values in a tuple of its own; and the program may replace sys.stdout while it is being written to.
  const values = newTuple(shareRange(args, 0, args.length));
  const held = keep(target);
  try {
    if (isPlainOutput(target)) printToHost(target, values.value, sepText, endText);
    else printPieces(target, values.value, sepText, endText);
  } finally {
    drop(values);
    drop(held);
  }
  if (flush) drop(callMethod(file === None ? standardOutput() : file, "flush"));
}

export const printNative = withText(
  def(
    "print($module, /, *args, sep=None, end=None, file=None, flush=None)",
    "Prints the values to a stream, or to sys.stdout by default.\n\n" +
      "  sep: what stands between values, a space by default\n  end: what follows the last value, a newline by default\n" +
      "  file: an object with write(str)\n  flush: whether to flush the stream afterwards",
    (_module, args, sep, end, file, flush) => print(args, sep, end, file, isTrue(flush)),
  ),
  "($module, /, *args, sep=' ', end='\\n', file=None, flush=False)",
);
