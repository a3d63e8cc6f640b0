// Bytes to text: the byte order mark, the encoding that PEP 263's cookie names, and what can be wrong with them.
import { SourceError } from "./errors.ts";
import { decodeAround } from "./undecodable.ts";

const COOKIE = /^[ \t\f]*#.*?coding[:=][ \t]*([-_.a-zA-Z0-9]+)/;
const BLANK = /^[ \t\f]*(?:#.*)?\r?$/;

/** Encodings that the decoder of the host knows under a name of its own. */
const LABELS: Record<string, string> = {
  cp1252: "windows-1252",
  utf8: "utf-8",
  "mac-roman": "macintosh",
  macroman: "macintosh",
  ujis: "euc-jp",
};

/** What is wrong with the bytes: said in one way of a file that is run, in another of bytes handed to `compile`. */
interface Complaint {
  readonly ofFile: string;
  readonly ofBytes: string;
}

/** Decodes by name: the text, or what is wrong. `null` for an unknown encoding, which the host may know. */
export type DecodeBy = (bytes: Uint8Array, encoding: string) => string | { readonly failure: string } | null;

/**
 * The text of a source. `file` is the name of a file that is run as a script, and is left out for bytes that come from
 * elsewhere. `decodeBy` knows encodings other than UTF-8 and ISO 8859-1. Throws a SourceError with CPython's words.
 */
export function decodeSource(bytes: Uint8Array, file?: string, decodeBy: DecodeBy = () => null): string {
  const marked = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
  const content = marked ? bytes.subarray(3) : bytes;
  const cookie = findCookie(content);
  const name = cookie === null ? "utf-8" : normalize(cookie);
  if (marked && name !== "utf-8") throw plain(`encoding problem: ${name} with BOM`);
  const declared = cookie !== null || marked;
  if (name === "utf-8") return checkNulls(fromUtf8(content, declared ? undefined : file, declared), file);
  if (name === "iso-8859-1") return checkNulls(fromLatin1(content), file);
  // A script is read line by line, which such text cannot be.
  if (file !== undefined && WIDE.test(name)) throw plain(`encoding problem: ${name}`);
  const result = fromNamed(content, name, decodeBy);
  if (typeof result === "string") return checkNulls(result, file);
  throw plain(file === undefined ? result.ofBytes : result.ofFile);
}

const WIDE = /^utf[-_]?(?:16|32)/i;

function fromNamed(bytes: Uint8Array, name: string, decodeBy: DecodeBy): string | Complaint {
  const decoded = decodeBy(bytes, name);
  if (decoded === null) {
    const lower = name.toLowerCase().replaceAll("_", "-");
    return fromOther(bytes, LABELS[lower] ?? lower, name);
  }
  if (typeof decoded === "string") return decoded;
  return { ofFile: `encoding problem: ${name}`, ofBytes: decoded.failure };
}

function plain(message: string): SourceError {
  return new SourceError("SyntaxError", message, 0, -1, null, null, null);
}

/** A script may not hold a null byte; elsewhere the parser refuses it in other words. */
function checkNulls(text: string, file: string | undefined): string {
  const at = file === undefined ? -1 : text.indexOf("\0");
  if (at < 0) return text;
  const lineno = text.slice(0, at).split("\n").length;
  const line = text.slice(text.lastIndexOf("\n", at) + 1, at);
  throw new SourceError("SyntaxError", "source code cannot contain null bytes", lineno, 0, lineno, 0, line);
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

/** The name that counts: UTF-8 and ISO 8859-1 have several; others are as they were written. */
function normalize(name: string): string {
  const lower = name.toLowerCase().replaceAll("_", "-");
  if (lower === "utf-8" || lower.startsWith("utf-8-")) return "utf-8";
  for (const latin of ["latin-1", "iso-8859-1", "iso-latin-1"]) {
    if (lower === latin || lower.startsWith(`${latin}-`)) return "iso-8859-1";
  }
  return name;
}

const CHUNK = 8192;

function fromLatin1(bytes: Uint8Array): string {
  let text = "";
  for (let at = 0; at < bytes.length; at += CHUNK) text += String.fromCharCode(...bytes.subarray(at, at + CHUNK));
  return text;
}

function fromAscii(bytes: Uint8Array, name: string): string | Complaint {
  const bad = bytes.findIndex((byte) => byte >= 128);
  if (bad < 0) return fromLatin1(bytes);
  const byte = bytes[bad].toString(16);
  return {
    ofFile: `encoding problem: ${name}`,
    ofBytes: `'ascii' codec can't decode byte 0x${byte} in position ${bad}: ordinal not in range(128)`,
  };
}

const utf8 = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });

function fromUtf8(bytes: Uint8Array, file: string | undefined, declared: boolean): string {
  try {
    return utf8.decode(bytes);
  } catch {
    if (file === undefined) return decodeAround(bytes, fromLatin1(bytes), declared);
    throw badScript(bytes, file);
  }
}

function badScript(bytes: Uint8Array, file: string): SourceError {
  const { at, lineno } = firstBadByte(bytes);
  return plain(
    `Non-UTF-8 code starting with '\\x${bytes[at].toString(16)}' in file ${file} on line ${lineno}, but no encoding declared; ` +
      "see https://peps.python.org/pep-0263/ for details",
  );
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

// Node 20 decodes windows-1252 as if it were ISO 8859-1, so that one is done here.
const WINDOWS_1252 = "€\x81‚ƒ„…†‡ˆ‰Š‹Œ\x8dŽ\x8f\x90‘’“”•–—˜™š›œ\x9džŸ";

function fromWindows1252(bytes: Uint8Array): string {
  return fromLatin1(bytes).replace(/[\x80-\x9f]/g, (character) => WINDOWS_1252[character.charCodeAt(0) - 0x80]);
}

/** Other names of ISO 8859-1. */
const LATIN_1 = new Set(["latin", "latin1", "l1", "iso8859-1", "iso8859", "8859", "cp819", "ibm819", "iso-ir-100"]);

function fromOther(bytes: Uint8Array, label: string, name: string): string | Complaint {
  if (label === "utf-8") return fromUtf8(bytes, undefined, true);
  if (LATIN_1.has(label)) return fromLatin1(bytes);
  if (label === "ascii" || label === "us-ascii") return fromAscii(bytes, name);
  if (label === "windows-1252") return fromWindows1252(bytes);
  const ofFile = `encoding problem: ${name}`;
  let decoder: InstanceType<typeof TextDecoder>;
  try {
    decoder = new TextDecoder(label, { fatal: true });
  } catch {
    return { ofFile, ofBytes: `unknown encoding: ${name}` };
  }
  try {
    return decoder.decode(bytes);
  } catch {
    return { ofFile, ofBytes: ofFile };
  }
}
