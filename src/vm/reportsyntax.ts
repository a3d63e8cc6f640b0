// A SyntaxError tells where in a source it is: file and line, the line itself, and carets. Anything
// with an attribute `print_file_and_line` is shown so, as long as its attributes fit.
import { drop, type Value } from "../heap/refs.ts";
import { typeError } from "../objects/errors.ts";
import { exceptionType } from "../objects/exceptions.ts";
import { index, isInt } from "../objects/int.ts";
import { typeOf } from "../objects/lookup.ts";
import { findAttrText, getAttrText, strText, typeName } from "../objects/protocol.ts";
import { None } from "../objects/singletons.ts";
import { isStr } from "../objects/str.ts";
import { quietly } from "./reportstream.ts";
import type { ReportText } from "./reporttext.ts";

interface Place {
  message: string | null;
  filename: string;
  line: number;
  offset: number;
  endLine: number;
  endOffset: number;
  text: string | null;
}

/** Runs `body` with an attribute of the exception. */
function withAttribute<T>(e: Value, name: string, body: (value: Value) => T): T {
  const value = getAttrText(e, name);
  try {
    return body(value);
  } finally {
    drop(value);
  }
}

function numberOf(value: Value): number {
  if (!isInt(value)) throw typeError(`'${typeName(value)}' object cannot be interpreted as an integer`);
  return Number(index(value));
}

const numberOr = (e: Value, name: string, otherwise: number): number =>
  withAttribute(e, name, (value) => (value === None ? otherwise : numberOf(value)));

/** Throws a Python error when the attributes are not those of a SyntaxError. */
function placeOf(e: Value): Place {
  const message = withAttribute(e, "msg", (value) => (value === None ? null : strText(value)));
  const filename = withAttribute(e, "filename", (value) => (value === None ? "<string>" : strText(value)));
  const line = withAttribute(e, "lineno", numberOf);
  const offset = numberOr(e, "offset", -1);
  // Only SyntaxError itself is trusted to have an end.
  const whole = typeOf(e) === exceptionType("SyntaxError");
  const endLine = whole ? numberOr(e, "end_lineno", line) : line;
  const endOffset = whole ? numberOr(e, "end_offset", -1) : -1;
  const text = withAttribute(e, "text", (value) => (isStr(value) ? value.value : null));
  return { message, filename, line, offset, endLine, endOffset, text };
}

const bytesOf = (text: string): number => new TextEncoder().encode(text).length;

/** The line, or those lines of a longer text that the error is in, and carets from `offset` on. Columns count from 1. */
function errorText(text: string, offset: number, endOffset: number): string {
  let rest = text.replace(/^[ \t\f]+/, "");
  const stripped = text.length - rest.length;
  const length = bytesOf(rest) - (rest.endsWith("\n") ? 1 : 0);
  let at = Math.min(offset - 1 - stripped, length);
  const carets = Math.max(1, Math.min(endOffset - 1 - stripped, length) - at);
  for (let end = rest.indexOf("\n"); end >= 0 && bytesOf(rest.slice(0, end)) < at; end = rest.indexOf("\n")) {
    at -= bytesOf(rest.slice(0, end)) + 1;
    rest = rest.slice(end + 1);
  }
  const shown = `    ${rest}${rest.endsWith("\n") ? "" : "\n"}`;
  return at < 0 ? shown : `${shown}    ${" ".repeat(at)}${"^".repeat(carets)}\n`;
}

/**
 * Writes where a SyntaxError is, and answers its message (null for none); undefined, with nothing written, for any
 * other exception.
 */
export function writeSyntaxPlace(out: ReportText, e: Value): string | null | undefined {
  const asked = quietly(undefined, () => findAttrText(e, "print_file_and_line"));
  if (asked === undefined) return undefined;
  drop(asked);
  const place = quietly(undefined, () => placeOf(e));
  if (place === undefined) return undefined;
  const { message, filename, line, offset, endLine, endOffset, text } = place;
  out.line(`  File "${filename}", line ${line}`);
  if (text !== null) out.raw(errorText(text, offset, endLine > line ? bytesOf(text) : endOffset));
  return message;
}
