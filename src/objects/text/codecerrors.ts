// What goes wrong between text and bytes, and the error handlers that every Python has.
// A codec describes each problem and asks its `repair` what to put there and where to go on. A repair that cannot help
// throws a CodecError, of which the caller makes the Python exception.
import { codeAt } from "./codepoints.ts";
import { nameOf } from "./names.ts";
import { hexEscape } from "./repr.ts";
import { checkLength } from "./search.ts";

/** Units `start` to `end` of a text that the encoding cannot express. */
export interface EncodeProblem {
  encoding: string;
  text: string;
  wide: boolean;
  start: number;
  end: number;
  reason: string;
}

/** Bytes `start` to `end` that mean nothing in the encoding. */
export interface DecodeProblem {
  encoding: string;
  bytes: Uint8Array;
  start: number;
  end: number;
  reason: string;
}

/** What stands for the problem, and where to go on. Text goes through the encoder, bytes are taken as they are. */
export interface EncodeRepair {
  by: string | Uint8Array;
  next: number;
}

export interface DecodeRepair {
  by: string;
  next: number;
}

export type EncodeHandler = (problem: EncodeProblem) => EncodeRepair;
export type DecodeHandler = (problem: DecodeProblem) => DecodeRepair;

/** A problem that nobody could help. Not a Python exception yet. */
export class CodecError {
  readonly problem: EncodeProblem | DecodeProblem;
  constructor(problem: EncodeProblem | DecodeProblem) {
    this.problem = problem;
  }
}

/** The codes of the characters in question, with their unit indexes. */
function* troubles({ text, wide, start, end }: EncodeProblem): Generator<[code: number, next: number]> {
  for (let i = start; i < end; ) {
    const code = codeAt(text, i, wide);
    i += code > 0xffff ? 2 : 1;
    yield [code, i];
  }
}

const spell =
  (show: (code: number) => string) =>
  (problem: EncodeProblem): EncodeRepair => {
    let by = "";
    for (const [code] of troubles(problem)) {
      checkLength(by.length);
      by += show(code);
    }
    return { by, next: problem.end };
  };

function named(code: number): string {
  const name = nameOf(code);
  return name === undefined ? hexEscape(code) : `\\N{${name}}`;
}

// What handlers answer where they cannot help.
type Maybe<T> = T | null;

const ENCODE_HANDLERS: Record<string, (problem: EncodeProblem) => Maybe<EncodeRepair>> = {
  strict: () => null,
  ignore: (problem) => ({ by: "", next: problem.end }),
  replace: spell(() => "?"),
  backslashreplace: spell(hexEscape),
  xmlcharrefreplace: spell((code) => `&#${code};`),
  namereplace: spell(named),
  surrogateescape: escapedBytes,
  surrogatepass: passedSurrogates,
};

/** U+DC80 to U+DCFF as the bytes they stand for, up to the first that is none of them. */
function escapedBytes(problem: EncodeProblem): Maybe<EncodeRepair> {
  const bytes: number[] = [];
  for (const [code, next] of troubles(problem)) {
    if (code < 0xdc80 || code > 0xdcff) break;
    bytes.push(code - 0xdc00);
    problem = { ...problem, start: next };
  }
  return bytes.length > 0 ? { by: Uint8Array.from(bytes), next: problem.start } : null;
}

interface UnitForm {
  size: number;
  little: boolean;
}

/** How an encoding name lays out its units; undefined for what is not a UTF. */
export function unitForm(encoding: string): UnitForm | undefined {
  const match = /^utf[-_]?(8|16|32)(?:[-_]?(le|be))?$/i.exec(encoding);
  return match ? { size: Number(match[1]) / 8, little: match[2]?.toLowerCase() !== "be" } : undefined;
}

function passedSurrogates(problem: EncodeProblem): Maybe<EncodeRepair> {
  const form = unitForm(problem.encoding);
  if (!form) return null;
  const bytes: number[] = [];
  for (const [code] of troubles(problem)) {
    if (code < 0xd800 || code > 0xdfff) return null;
    if (form.size === 1) bytes.push(0xe0 | (code >> 12), 0x80 | ((code >> 6) & 0x3f), 0x80 | (code & 0x3f));
    else {
      const unit = [code & 0xff, code >> 8, 0, 0].slice(0, form.size);
      bytes.push(...(form.little ? unit : unit.reverse()));
    }
  }
  return { by: Uint8Array.from(bytes), next: problem.end };
}

const DECODE_HANDLERS: Record<string, (problem: DecodeProblem) => Maybe<DecodeRepair>> = {
  strict: () => null,
  ignore: (problem) => ({ by: "", next: problem.end }),
  replace: (problem) => ({ by: "\ufffd", next: problem.end }),
  backslashreplace: ({ bytes, start, end }) => ({
    by: Array.from(bytes.subarray(start, end), hexEscape).join(""),
    next: end,
  }),
  surrogateescape: escapeBytes,
  surrogatepass: passSurrogate,
};

/** Bytes from 0x80 on as U+DC80 to U+DCFF. */
function escapeBytes({ bytes, start, end }: DecodeProblem): Maybe<DecodeRepair> {
  let by = "";
  let next = start;
  for (; next < end && next < start + 4 && bytes[next] >= 0x80; next++) by += String.fromCharCode(0xdc00 + bytes[next]);
  return next > start ? { by, next } : null;
}

function passSurrogate({ encoding, bytes, start }: DecodeProblem): Maybe<DecodeRepair> {
  const form = unitForm(encoding);
  if (!form) return null;
  const [a, b, c, d] = bytes.subarray(start, start + 4);
  const length = form.size === 1 ? 3 : form.size;
  if (start + length > bytes.length) return null;
  let code: number;
  if (form.size === 1) {
    if ((a & 0xf0) !== 0xe0 || (b & 0xc0) !== 0x80 || (c & 0xc0) !== 0x80) return null;
    code = ((a & 0x0f) << 12) | ((b & 0x3f) << 6) | (c & 0x3f);
  } else if (form.size === 2) code = form.little ? a | (b << 8) : (a << 8) | b;
  else code = form.little ? (a | (b << 8) | (c << 16) | (d << 24)) >>> 0 : ((a << 24) | (b << 16) | (c << 8) | d) >>> 0;
  return code >= 0xd800 && code <= 0xdfff ? { by: String.fromCharCode(code), next: start + length } : null;
}

function orThrow<P extends EncodeProblem | DecodeProblem, R>(handler: (problem: P) => Maybe<R>): (problem: P) => R {
  return (problem) => {
    const repair = handler(problem);
    if (repair === null) throw new CodecError(problem);
    return repair;
  };
}

/** A handler that every Python has, by name; undefined for others. */
export const encodeHandler = (name: string): EncodeHandler | undefined =>
  Object.hasOwn(ENCODE_HANDLERS, name) ? orThrow(ENCODE_HANDLERS[name]) : undefined;

export const decodeHandler = (name: string): DecodeHandler | undefined =>
  Object.hasOwn(DECODE_HANDLERS, name) ? orThrow(DECODE_HANDLERS[name]) : undefined;
