// open(): a file as the stream that a mode asks for: raw, buffered, or text.

import type { PyObject, PyType } from "../../heap/object.ts";
import { drop, newRef, type OwnedValue, type Value } from "../../heap/refs.ts";
import { def, type Native } from "../../native/signature.ts";
import { callBorrowed, callMethod } from "../../objects/call.ts";
import { caught, typeError, valueError } from "../../objects/errors.ts";
import { intValue } from "../../objects/int.ts";
import { getAttrText, isTrue, takeTruth, typeName } from "../../objects/protocol.ts";
import { False, None, newBool, True } from "../../objects/singletons.ts";
import { intern, isStr, newStr, type PyStr } from "../../objects/str.ts";
import { warn } from "../../vm/reportwarning.ts";
import { intArgument, using, withText } from "../natives.ts";
import { ask } from "./base.ts";
import { BufferedRandomType, BufferedReaderType, BufferedWriterType, newBuffered } from "./buffered.ts";
import { FileIOType, fileSystemPath } from "./file.ts";
import { setMode, TextIOWrapperType } from "./text.ts";

/** What a mode asks for. */
interface Mode {
  /** The mode of the raw file. */
  raw: string;
  binary: boolean;
  updating: boolean;
  writes: boolean;
}

function parseMode(mode: string): Mode {
  const letters = [...mode];
  if (letters.some((c) => !"rwaxbt+".includes(c)) || new Set(letters).size < letters.length)
    throw valueError(`invalid mode: '${mode}'`);
  const has = (c: string): boolean => letters.includes(c);
  if (has("t") && has("b")) throw valueError("can't have text and binary mode at once");
  const kinds = letters.filter((c) => "rwax".includes(c));
  if (kinds.length > 1) throw valueError("must have exactly one of create/read/write/append mode");
  return {
    raw: (kinds[0] ?? "") + (has("+") ? "+" : ""),
    binary: has("b"),
    updating: has("+"),
    writes: kinds[0] !== "r",
  };
}

interface OpenArguments {
  file: Value;
  mode: string;
  buffering: number;
  encoding: Value;
  errors: Value;
  newline: Value;
  closeFd: boolean;
  opener: Value;
}

/** What makes no sense together. */
function checkArguments(mode: Mode, { buffering, encoding, errors, newline }: OpenArguments): void {
  if (mode.binary && encoding !== None) throw valueError("binary mode doesn't take an encoding argument");
  if (mode.binary && errors !== None) throw valueError("binary mode doesn't take an errors argument");
  if (mode.binary && newline !== None) throw valueError("binary mode doesn't take a newline argument");
  if (buffering < -1) throw valueError("invalid buffering size");
  if (mode.binary && buffering === 1) {
    warn(
      "RuntimeWarning",
      "line buffering (buffering=1) isn't supported in binary mode, the default buffer size will be used",
    );
  }
}

function open(args: OpenArguments): OwnedValue {
  if (intValue(args.file) !== undefined) return openFile(args, args.file);
  return using(fileSystemPath(args.file), (path) => openFile(args, path));
}

function openFile(args: OpenArguments, file: Value): OwnedValue {
  const mode = parseMode(args.mode);
  checkArguments(mode, args);
  const raw = using(newStr(mode.raw), (rawMode) =>
    callBorrowed(FileIOType, [file, rawMode, args.closeFd ? True : False, args.opener], null),
  );
  let lines = false;
  const rawOrBuffer = closingOnFailure(raw, () => {
    lines = args.buffering === 1 || (takeTruth(callMethod(raw, "isatty")) && args.buffering < 0);
    const size = args.buffering < 0 || args.buffering === 1 ? blockSize(raw) : args.buffering;
    if (size === 0 && !mode.binary) throw valueError("can't have unbuffered text I/O");
    return size === 0 ? newRef(raw as PyObject) : newBuffered(bufferType(mode), raw, size);
  });
  drop(raw);
  if (mode.binary) return rawOrBuffer;
  const text = closingOnFailure(rawOrBuffer, () => newTextStream(rawOrBuffer, args, lines));
  drop(rawOrBuffer);
  return text;
}

function blockSize(raw: Value): number {
  const size = using(getAttrText(raw, "_blksize"), (n) => Number(intValue(n) ?? 0));
  return size > 1 ? size : 8192;
}

const bufferType = (mode: Mode): PyType =>
  mode.updating ? BufferedRandomType : mode.writes ? BufferedWriterType : BufferedReaderType;

function newTextStream(buffer: OwnedValue, args: OpenArguments, lines: boolean): OwnedValue {
  const text = using(newBool(lines), (lineBuffering) =>
    callBorrowed(TextIOWrapperType, [buffer, args.encoding, args.errors, args.newline, lineBuffering], null),
  );
  setMode(text, args.mode);
  return text;
}

/** A stream that nothing comes of is closed and given up. */
function closingOnFailure(stream: OwnedValue, body: () => OwnedValue): OwnedValue {
  try {
    return body();
  } catch (e) {
    try {
      ask(stream, "close");
    } catch (second) {
      drop(caught(second) as OwnedValue);
    }
    drop(stream);
    throw e;
  }
}

function modeArgument(mode: Value): string {
  if (!isStr(mode)) throw typeError(`open() argument 'mode' must be str, not ${typeName(mode)}`);
  return mode.value;
}

function textArgument(name: string, value: Value): Value {
  if (value !== None && !isStr(value))
    throw typeError(`open() argument '${name}' must be str or None, not ${typeName(value)}`);
  return value;
}

export const openNative: Native = withText(
  def(
    "open($module, /, file, mode='r', buffering=-1, encoding=None, errors=None, newline=None, closefd=True, opener=None)",
    "Opens a file as a stream; raises OSError when it cannot.\n\n" +
      "The mode says how: 'r' to read, 'w' to write from the start, 'x' to create, 'a' to append; '+' for both ways;\n" +
      "'b' for bytes instead of text.",
    (_module, file, mode, buffering, encoding, errors, newline, closeFd, opener) =>
      open({
        file,
        mode: modeArgument(mode),
        buffering: intArgument(buffering),
        encoding: textArgument("encoding", encoding),
        errors: textArgument("errors", errors),
        newline: textArgument("newline", newline),
        closeFd: isTrue(closeFd),
        opener,
      }),
  ),
  "($module, /, file, mode='r', buffering=-1, encoding=None,\n     errors=None, newline=None, closefd=True, opener=None)",
);

export const openCodeNative = def(
  "open_code($module, /, path)",
  "Opens a file of code to read its bytes.",
  (_module, path) => {
    if (!isStr(path)) throw typeError(`open_code() argument 'path' must be str, not ${typeName(path)}`);
    return open({
      file: path,
      mode: "rb",
      buffering: -1,
      encoding: None,
      errors: None,
      newline: None,
      closeFd: true,
      opener: None,
    });
  },
);

export const textEncodingNative = def(
  "text_encoding($module, encoding, stacklevel=2, /)",
  "The encoding that open() would use for one that may be None.",
  (_module, encoding) =>
    encoding === None
      ? newRef(intern("locale"))
      : typeof encoding === "number"
        ? (encoding as OwnedValue & number)
        : newRef(encoding as PyStr),
);
