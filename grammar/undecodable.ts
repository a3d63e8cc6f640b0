// Bytes that are no UTF-8, in a source that is not a script: as in CPython they matter only where a name or a literal
// is made of them, and are named by their place in it. In comments they do no harm.
import { SourceError } from "./errors.ts";

const TOKEN = /#[^\r\n]*|\d[\w.]*|(?<prefix>[rbfuRBFU]{0,2})(?<quote>'''|"""|'|")|[A-Za-z_\x80-\xff][\w\x80-\xff]*/g;

const lenient = new TextDecoder("utf-8", { ignoreBOM: true });

/** The text of a source with bytes that are no UTF-8, or what is wrong with it. `declared`: its encoding is. */
export function decodeAround(bytes: Uint8Array, latin: string, declared: boolean): string {
  TOKEN.lastIndex = 0;
  for (let match = TOKEN.exec(latin); match !== null; match = TOKEN.exec(latin)) {
    const { prefix, quote } = match.groups as { prefix?: string; quote?: string };
    if (match[0][0] === "#") continue;
    const found =
      quote === undefined ? inName(bytes, match) : inLiteral(bytes, latin, match.index, prefix ?? "", quote);
    if (found !== null) throw refusal(bytes, latin, found, declared);
  }
  return lenient.decode(bytes);
}

interface Found {
  readonly start: number;
  readonly end: number;
  readonly isName: boolean;
  readonly message: string;
}

function inName(bytes: Uint8Array, match: RegExpExecArray): Found | null {
  const [start, end] = [match.index, match.index + match[0].length];
  const message = complaint(bytes.subarray(start, end));
  return message === null ? null : { start, end, isName: true, message };
}

/** A literal that has no end is refused for that by the tokenizer, bytes that are not ASCII by the parser. */
function inLiteral(bytes: Uint8Array, latin: string, start: number, prefix: string, quote: string): Found | null {
  const from = start + prefix.length + quote.length;
  const to = endOf(latin, from, quote);
  const end = to < 0 ? latin.length : to + quote.length;
  TOKEN.lastIndex = end;
  if (to < 0 || /b/i.test(prefix)) return null;
  const body = bytes.subarray(from, to);
  const whole = /r/i.test(prefix) || !body.includes(92);
  const message = whole ? complaint(body) : complaintOfRuns(body, latin.slice(from, to));
  return message === null ? null : { start, end, isName: false, message };
}

/** Where the closing quotes stand; -1 when there are none. */
function endOf(latin: string, from: number, quote: string): number {
  for (let at = from; at < latin.length; at++) {
    if (latin[at] === "\\") at++;
    else if (latin.startsWith(quote, at)) return at;
    else if (latin[at] === "\n" && quote.length === 1) return -1;
  }
  return -1;
}

/** Between escapes, each run of bytes beyond ASCII is decoded by itself. */
function complaintOfRuns(body: Uint8Array, latin: string): string | null {
  for (const run of latin.matchAll(/[\x80-\xff]+/g)) {
    const message = complaint(body.subarray(run.index, run.index + run[0].length));
    if (message !== null) return message;
  }
  return null;
}

/** What CPython's decoder says of the first sequence that is none; null when all are right. */
function complaint(bytes: Uint8Array): string | null {
  for (let at = 0; at < bytes.length; ) {
    const lead = bytes[at];
    const wanted = lead < 0x80 ? 1 : lead < 0xc2 || lead > 0xf4 ? 0 : lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : 4;
    let size = Math.min(wanted, 1);
    while (size > 0 && size < wanted && isContinuation(lead, bytes[at + size], size)) size++;
    if (wanted > 0 && size === wanted) {
      at += wanted;
      continue;
    }
    const reason =
      wanted === 0
        ? "invalid start byte"
        : at + size === bytes.length
          ? "unexpected end of data"
          : "invalid continuation byte";
    const place =
      size > 1 ? `bytes in position ${at}-${at + size - 1}` : `byte 0x${lead.toString(16)} in position ${at}`;
    return `(unicode error) 'utf-8' codec can't decode ${place}: ${reason}`;
  }
  return null;
}

/** What the second byte may be depends on the first: no surrogates, nothing overlong, nothing beyond 0x10ffff. */
const SECOND: Readonly<Record<number, readonly [number, number]>> = {
  224: [0xa0, 0xbf],
  237: [0x80, 0x9f],
  240: [0x90, 0xbf],
  244: [0x80, 0x8f],
};

function isContinuation(lead: number, byte: number | undefined, at: number): boolean {
  const [first, last] = (at === 1 ? SECOND[lead] : undefined) ?? [0x80, 0xbf];
  return byte !== undefined && byte >= first && byte <= last;
}

/** Columns count bytes when no encoding is declared, else characters of the line as it is shown. */
function refusal(bytes: Uint8Array, latin: string, found: Found, declared: boolean): SourceError {
  const { start, end, isName, message } = found;
  const [line, endLine] = [lineAt(latin, start), lineAt(latin, end)];
  const lineEnd = latin.indexOf("\n", start);
  const text = lenient.decode(bytes.subarray(line.start, lineEnd < 0 ? bytes.length : lineEnd));
  const shown = new TextEncoder().encode(text);
  const column = (at: number): number => (declared ? [...lenient.decode(shown.subarray(0, at))].length : at);
  const offset = column(isName ? end - line.start : start - line.start + 1);
  const endOffset = isName ? -1 : column(end - endLine.start + 1);
  const lines = line.number === endLine.number ? `${text}\n` : text;
  return new SourceError(
    "SyntaxError",
    message,
    line.number,
    offset,
    isName ? line.number : endLine.number,
    endOffset,
    lines,
  );
}

function lineAt(latin: string, at: number): { number: number; start: number } {
  const before = latin.slice(0, at);
  return { number: before.split("\n").length, start: before.lastIndexOf("\n") + 1 };
}
