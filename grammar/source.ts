// Bytes to text: the byte order mark, the encoding that PEP 263's cookie names, and what can be wrong with them.
import { SourceError } from "./errors.ts";

const COOKIE = /^[ \t\f]*#.*?coding[:=][ \t]*([-_.a-zA-Z0-9]+)/;
const BLANK = /^[ \t\f]*(?:#.*)?\r?$/;

/** Encodings that the decoder of the host knows under a name of its own. */
const LABELS: Record<string, string> = {
  "latin-1": "latin1",
  "iso-8859-1": "latin1",
  "iso-latin-1": "latin1",
  latin1: "latin1",
  "iso8859-1": "latin1",
  l1: "latin1",
  ascii: "ascii",
  "us-ascii": "ascii",
  utf8: "utf-8",
  "utf-8-sig": "utf-8",
};

/** The text of a source file. Throws a SourceError with CPython's words. */
export function decodeSource(bytes: Uint8Array): string {
  const marked = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
  const content = marked ? bytes.subarray(3) : bytes;
  const cookie = findCookie(content);
  const name = cookie === null ? "utf-8" : normalize(cookie);
  const label = LABELS[name] ?? name;
  if (marked && name !== "utf-8") throw plain(`encoding problem: ${name} with BOM`);
  if (label === "latin1") return fromLatin1(content);
  if (label === "utf-8") return fromUtf8(content);
  if (label === "ascii") return fromAscii(content, cookie ?? name);
  return fromHost(content, label, cookie ?? name);
}

function plain(message: string): SourceError {
  return new SourceError("SyntaxError", message, 0, 0, 0, 0, null);
}

/** The encoding that a comment in the first two lines names. */
function findCookie(bytes: Uint8Array): string | null {
  let start = 0;
  for (let line = 0; line < 2; line++) {
    let end = start;
    while (end < bytes.length && bytes[end] !== 10 && bytes[end] !== 13) end++;
    const text = fromLatin1(bytes.subarray(start, end));
    const match = COOKIE.exec(text);
    if (match !== null) return match[1];
    if (!BLANK.test(text)) return null;
    start = bytes[end] === 13 && bytes[end + 1] === 10 ? end + 2 : end + 1;
  }
  return null;
}

function normalize(name: string): string {
  const lower = name.toLowerCase().replaceAll("_", "-");
  if (lower === "utf-8" || lower.startsWith("utf-8-")) return "utf-8";
  for (const latin of ["latin-1", "iso-8859-1", "iso-latin-1"]) {
    if (lower === latin || lower.startsWith(`${latin}-`)) return "latin-1";
  }
  return lower;
}

const CHUNK = 8192;

function fromLatin1(bytes: Uint8Array): string {
  let text = "";
  for (let at = 0; at < bytes.length; at += CHUNK) text += String.fromCharCode(...bytes.subarray(at, at + CHUNK));
  return text;
}

function fromAscii(bytes: Uint8Array, name: string): string {
  const bad = bytes.findIndex((byte) => byte >= 128);
  if (bad >= 0) {
    const reason = `'ascii' codec can't decode byte 0x${bytes[bad].toString(16)} in position ${bad}: ordinal not in range(128)`;
    throw plain(name === "" ? reason : `encoding problem: ${name}`);
  }
  return fromLatin1(bytes);
}

const utf8 = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });

function fromUtf8(bytes: Uint8Array): string {
  try {
    return utf8.decode(bytes);
  } catch {
    throw badUtf8(bytes);
  }
}

function badUtf8(bytes: Uint8Array): SourceError {
  const { at, lineno } = firstBadByte(bytes);
  const byte = bytes[at].toString(16);
  const message =
    `Non-UTF-8 code starting with '\\x${byte}' on line ${lineno}, but no encoding declared; ` +
    "see https://peps.python.org/pep-0263/ for details";
  return new SourceError("SyntaxError", message, lineno, 0, lineno, 0, null);
}

function firstBadByte(bytes: Uint8Array): { at: number; lineno: number } {
  let lineno = 1;
  let start = 0;
  for (let end = 0; end <= bytes.length; end++) {
    if (end < bytes.length && bytes[end] !== 10) continue;
    for (let to = start; to < end; ) {
      const size = sequenceSize(bytes, to, end);
      if (size === 0) return { at: to, lineno };
      to += size;
    }
    start = end + 1;
    lineno++;
  }
  return { at: 0, lineno: 1 };
}

/** How long the UTF-8 sequence at `at` is; 0 when it is none. */
function sequenceSize(bytes: Uint8Array, at: number, end: number): number {
  const lead = bytes[at];
  const size = lead < 0x80 ? 1 : lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : 4;
  if (at + size > end) return 0;
  try {
    utf8.decode(bytes.subarray(at, at + size));
    return size;
  } catch {
    return 0;
  }
}

function fromHost(bytes: Uint8Array, label: string, name: string): string {
  let decoder: InstanceType<typeof TextDecoder>;
  try {
    decoder = new TextDecoder(label, { fatal: true });
  } catch {
    throw plain(`unknown encoding: ${name}`);
  }
  try {
    return decoder.decode(bytes);
  } catch {
    throw plain(`encoding problem: ${name}`);
  }
}
