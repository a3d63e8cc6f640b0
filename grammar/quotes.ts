// Scans string literals: plain ones whole, f-strings piece by piece (PEP 701), since code stands between their braces.
import type { FStringMode, OpenString, Scanner } from "./scanner.ts";
import { FSTRING_END, FSTRING_MIDDLE, FSTRING_START, STRING } from "./tokens.ts";

const NEWLINE = 10;
const BACKSLASH = 92;
const OPEN = 123;
const CLOSE = 125;
const MAX_FSTRINGS = 150;
const MAX_FIELDS = 3;

const PREFIXES = new Set(["r", "u", "b", "f", "br", "rb", "fr", "rf"]);

/** Whether the letters up to `pos`, where a quote stands, are a string prefix. */
export const isStringPrefix = (image: string): boolean => image.length <= 2 && PREFIXES.has(image.toLowerCase());

function quoteSizeAt(source: string, pos: number): number {
  const quote = source.charCodeAt(pos);
  return source.charCodeAt(pos + 1) === quote && source.charCodeAt(pos + 2) === quote ? 3 : 1;
}

/** A literal whose prefix starts at `start`; the scanner stands at its quote. */
export function scanString(scanner: Scanner, start: number): void {
  const { source, lineno, lineStart } = scanner;
  const column = start - lineStart + scanner.extra;
  const quote = source.charCodeAt(scanner.pos);
  const size = quoteSizeAt(source, scanner.pos);
  scanner.pos += size;
  let seen = 0;
  for (;;) {
    const unit = source.charCodeAt(scanner.pos);
    if (unit === quote) {
      scanner.pos++;
      if (++seen === size) break;
      continue;
    }
    seen = 0;
    if (unit === NEWLINE) {
      if (size === 1 || scanner.pos + 1 >= source.length) break;
      scanner.nextLine(scanner.pos);
      continue;
    }
    scanner.pos++;
    if (unit >= 128) scanner.wide(unit);
    if (unit === BACKSLASH && !scanEscaped(scanner)) break;
  }
  if (seen < size)
    failUnterminated(scanner, { quote, quoteSize: size, start, startLineno: lineno, startLine: lineStart });
  scanner.add(STRING.tokenTypeIdx, source.slice(start, scanner.pos), start, lineno, column);
}

/** Moves over what a backslash escapes. Answers false at the end of the source. */
function scanEscaped(scanner: Scanner): boolean {
  const unit = scanner.source.charCodeAt(scanner.pos);
  if (unit === NEWLINE) {
    if (scanner.pos + 1 >= scanner.source.length) return false;
    scanner.nextLine(scanner.pos);
    return true;
  }
  if (unit >= 128) scanner.wide(unit);
  scanner.pos++;
  return true;
}

function failUnterminated(scanner: Scanner, string: OpenString): never {
  const { start, startLineno, startLine } = string;
  const mode = scanner.modes.at(-1);
  if (mode !== undefined && mode.quote === string.quote && mode.quoteSize === string.quoteSize) {
    scanner.failAt("f-string: expecting '}'", startLineno, startLine, start + 1, start + 1);
  }
  failString(scanner, string, "string");
}

/** Says that a string has no end. More input can give one to a string in triple quotes or with an escaped line end. */
function failString(scanner: Scanner, string: OpenString, what: string): never {
  const { quoteSize, start, startLineno, startLine } = string;
  const name = quoteSize === 3 ? `triple-quoted ${what}` : what;
  const message = `unterminated ${name} literal (detected at line ${scanner.lineno})`;
  const escaped = scanner.source.charCodeAt(scanner.pos - 1) === BACKSLASH;
  const open = quoteSize === 3 || escaped || scanner.pos >= scanner.shown.length;
  if (open) scanner.failOpen(message, startLineno, startLine, start + 1);
  scanner.failAt(message, startLineno, startLine, start + 1, start + 1);
}

/** Opens an f-string whose prefix starts at `start`; the scanner stands at its quote. */
export function startFString(scanner: Scanner, start: number): void {
  const { source, lineno } = scanner;
  const column = start - scanner.lineStart + scanner.extra;
  const quote = source.charCodeAt(scanner.pos);
  const quoteSize = quoteSizeAt(source, scanner.pos);
  const prefix = source.slice(start, scanner.pos);
  scanner.pos += quoteSize;
  if (scanner.modes.length >= MAX_FSTRINGS - 1) scanner.fail("too many nested f-strings");
  scanner.modes.push({
    quote,
    quoteSize,
    raw: /r/i.test(prefix),
    start,
    startLineno: lineno,
    startLine: scanner.lineStart,
    inText: true,
    depth: 0,
    field: -1,
  });
  scanner.add(FSTRING_START.tokenTypeIdx, source.slice(start, scanner.pos), start, lineno, column);
}

/** The next token of an f-string that is being read as text. Adds nothing when a replacement field starts here. */
export function scanFStringText(scanner: Scanner, mode: FStringMode): void {
  const { source, pos } = scanner;
  if (source.charCodeAt(pos) === OPEN && source.charCodeAt(pos + 1) !== OPEN) {
    openField(scanner, mode);
    return;
  }
  if (endsHere(source, mode, pos)) {
    scanner.pos += mode.quoteSize;
    scanner.modes.pop();
    const image = source.slice(pos, scanner.pos);
    scanner.add(FSTRING_END.tokenTypeIdx, image, pos, scanner.lineno, scanner.column(pos));
    return;
  }
  scanMiddle(scanner, mode);
}

function endsHere(source: string, mode: FStringMode, pos: number): boolean {
  for (let i = 0; i < mode.quoteSize; i++) if (source.charCodeAt(pos + i) !== mode.quote) return false;
  return true;
}

function openField(scanner: Scanner, mode: FStringMode): void {
  mode.field++;
  if (mode.field >= MAX_FIELDS) {
    scanner.fail("f-string: expressions nested too deeply");
  }
  mode.inText = false;
}

function scanMiddle(scanner: Scanner, mode: FStringMode): void {
  const { source, lineno, pos: start } = scanner;
  const column = scanner.column(start);
  const inSpec = mode.field >= 0;
  let skip = 0;
  let opens = false;
  let inName = false;
  for (;;) {
    const unit = source.charCodeAt(scanner.pos);
    if (unit === mode.quote && endsHere(source, mode, scanner.pos)) break;
    if (unit === NEWLINE) {
      if (inSpec && mode.quoteSize === 1) {
        mode.inText = false;
        break;
      }
      if (mode.quoteSize === 1 || scanner.pos + 1 >= source.length) failString(scanner, mode, "f-string");
      scanner.nextLine(scanner.pos);
    } else if (unit === OPEN) {
      if (inSpec || source.charCodeAt(scanner.pos + 1) !== OPEN) opens = true;
      else skip = 1;
      break;
    } else if (unit === CLOSE) {
      if (inName) {
        scanner.pos++;
        break;
      }
      if (source.charCodeAt(scanner.pos + 1) === CLOSE && !inSpec && mode.depth === 0) skip = 1;
      else mode.inText = false;
      break;
    } else if (unit === BACKSLASH) {
      inName = scanEscape(scanner, mode) || inName;
    } else {
      if (unit >= 128) scanner.wide(unit);
      scanner.pos++;
    }
  }
  scanner.pos += skip;
  const image = source.slice(start, scanner.pos);
  // Of a doubled brace one is text, but both belong to the token.
  scanner.pos += skip;
  scanner.add(FSTRING_MIDDLE.tokenTypeIdx, image, start, lineno, column);
  if (opens) openField(scanner, mode);
}

/** Moves over a backslash and what it escapes; answers whether a named character, `\N{`, starts here. */
function scanEscape(scanner: Scanner, mode: FStringMode): boolean {
  const { source } = scanner;
  const next = source.charCodeAt(++scanner.pos);
  if (next === OPEN || next === CLOSE) {
    if (!mode.raw) scanner.warn(`invalid escape sequence '\\${String.fromCharCode(next)}'`);
    return false;
  }
  if (next === NEWLINE) {
    if (scanner.pos + 1 >= source.length) failString(scanner, mode, "f-string");
    scanner.nextLine(scanner.pos);
    return false;
  }
  if (next >= 128) scanner.wide(next);
  scanner.pos++;
  if (next !== 78 || mode.raw || source.charCodeAt(scanner.pos) !== OPEN) return false;
  scanner.pos++;
  return true;
}
