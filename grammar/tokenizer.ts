// The tokenizer: source text to the token list that the parser reads, in one go.
// Where it finds an error it stops: the list then ends with an ERRORTOKEN, and the error is kept beside it, since a
// mistake that the parser meets earlier comes first.
import { ASCII_CLASS, isDigit, isIdentifierPart, isIdentifierStart, isPrintable, NAME_PART } from "./chars.ts";
import { SourceError } from "./errors.ts";
import { scanContinuation, scanIndentation } from "./indentation.ts";
import { scanNumber } from "./numbers.ts";
import { isStringPrefix, scanFStringText, scanString, startFString } from "./quotes.ts";
import { type FStringMode, neverClosed, Scanner, type TokenizerOptions, type Warning } from "./scanner.ts";
import {
  COLON,
  COMMENT,
  DEDENT,
  ENDMARKER,
  ERRORTOKEN,
  IMPLIED,
  KEYWORDS,
  MORE,
  NAME,
  NEWLINE,
  NL,
  NOTEQUAL,
  NUMBER,
  OP,
  OPERATORS_BY_CODE,
  type OperatorEntry,
  type Token,
} from "./tokens.ts";
import { type TypeComment, typeCommentOf } from "./typecomments.ts";

export interface TokenList {
  readonly source: string;
  /** The source as errors show it. */
  readonly shown: string;
  readonly tokens: Token[];
  readonly warnings: Warning[];
  readonly typeComments: readonly TypeComment[];
  /** The error that ended the list early. */
  readonly error: SourceError | null;
  /** Whether that error shows only where the parser reaches it. */
  readonly quiet: boolean;
  /** Whether that error is inside an f-string. */
  readonly inFString: boolean;
  /** The innermost bracket that is open where the list ends. */
  readonly openBracket: Token | null;
  readonly interactive: boolean;
}

const MAX_BRACKETS = 200;
const LINE_FEED = 10;
const FORM_FEED = 12;
const SPACE = 32;
const TAB = 9;
const HASH = 35;
const DOT = 46;
const BACKSLASH = 92;
const CLOSING = new Map([
  [40, 41],
  [91, 93],
  [123, 125],
]);

/** Tokens of a source whose line ends are "\n". */
export function tokenize(text: string, options: TokenizerOptions = {}): TokenList {
  const cut = text !== "" && !text.endsWith("\n");
  const source = cut ? `${text}\n` : text;
  const scanner = new Scanner(source, cut && (options.mode ?? "exec") !== "exec" ? text : source, options);
  const interactive = options.interactive === true;
  let error: SourceError | null = null;
  try {
    scanAll(scanner);
  } catch (thrown) {
    if (!(thrown instanceof SourceError)) throw thrown;
    if (interactive && thrown.incomplete) add(scanner, MORE.tokenTypeIdx, "", scanner.pos);
    else {
      error = thrown;
      add(scanner, ERRORTOKEN.tokenTypeIdx, "", scanner.pos);
    }
  }
  const { tokens, quiet, brackets } = scanner;
  const openBracket = brackets.length > 0 ? tokens[brackets[brackets.length - 1]] : null;
  const inFString = scanner.modes.length > 0;
  return {
    source,
    shown: scanner.shown,
    tokens,
    warnings: scanner.warnings,
    typeComments: scanner.typeComments,
    error,
    quiet,
    inFString,
    openBracket,
    interactive,
  };
}

function add(scanner: Scanner, id: number, image: string, start: number): void {
  scanner.add(id, image, start, scanner.lineno, scanner.column(start));
}

function scanAll(scanner: Scanner): void {
  const { source, modes } = scanner;
  let lineOpen = false;
  while (scanner.pos < source.length) {
    if (modes.length > 0) {
      const mode = modes[modes.length - 1];
      if (mode.inText) {
        scanFStringText(scanner, mode);
        continue;
      }
    }
    if (!lineOpen && scanner.brackets.length === 0) {
      lineOpen = scanIndentation(scanner);
      if (!lineOpen) skipLine(scanner);
      else if (scanner.pos >= source.length) break;
      continue;
    }
    if (!scanToken(scanner)) lineOpen = endLine(scanner);
  }
  finish(scanner);
}

/** At the end of a line. Answers whether the logical line goes on; at the end of a cut source it does. */
function endLine(scanner: Scanner): boolean {
  const end = scanner.pos;
  const open = scanner.brackets.length > 0 || end >= scanner.shown.length;
  if (!open) {
    scanner.pos = end + 1;
    add(scanner, NEWLINE.tokenTypeIdx, "", scanner.newlineStart);
  } else if (scanner.options.extraTokens === true) {
    scanner.pos = end + 1;
    add(scanner, NL.tokenTypeIdx, "", end);
  }
  scanner.nextLine(end);
  return open;
}

function finish(scanner: Scanner): void {
  const { mode, interactive, dontImplyDedent } = scanner.options;
  if (interactive === true) {
    add(scanner, MORE.tokenTypeIdx, "", scanner.pos);
    return;
  }
  if (scanner.brackets.length > 0) {
    scanner.quiet = true;
    if (scanner.options.tokensOnly === true) scanner.failInside();
    const open = scanner.tokens[scanner.brackets[scanner.brackets.length - 1]];
    throw neverClosed(scanner.shown, scanner.tokens, open);
  }
  if (scanner.shown === scanner.source) dedentAll(scanner);
  if (mode === "single" && scanner.tokens.length > 0) {
    // The end of the source ends the line, and with it the blocks; then it counts as an empty line.
    add(scanner, NEWLINE.tokenTypeIdx, IMPLIED, scanner.pos);
    if (scanner.indents.length > 1 && dontImplyDedent !== true) {
      dedentAll(scanner);
      add(scanner, NEWLINE.tokenTypeIdx, IMPLIED, scanner.pos);
    }
  }
  add(scanner, ENDMARKER.tokenTypeIdx, "", scanner.pos);
}

function dedentAll(scanner: Scanner): void {
  for (; scanner.indents.length > 1; scanner.indents.pop()) add(scanner, DEDENT.tokenTypeIdx, "", scanner.pos);
}

/** Moves over a line that holds no token. */
function skipLine(scanner: Scanner): void {
  const end = scanner.source.indexOf("\n", scanner.pos);
  if (scanner.options.typeComments === true && scanner.source.charCodeAt(scanner.pos) === HASH)
    keepComment(scanner, end, true);
  if (scanner.options.extraTokens === true && end >= 0) {
    if (scanner.source.charCodeAt(scanner.pos) === HASH) scanComment(scanner, end);
    scanner.pos = end + 1;
    add(scanner, NL.tokenTypeIdx, "", end);
  }
  if (end < 0) scanner.pos = scanner.source.length;
  else scanner.nextLine(end);
}

/** Scans one token, and the space before it. Answers false where the line ends, standing at its end. */
function scanToken(scanner: Scanner): boolean {
  const { source } = scanner;
  let pos = scanner.pos;
  let unit = source.charCodeAt(pos);
  while (unit === SPACE || unit === TAB || unit === FORM_FEED) unit = source.charCodeAt(++pos);
  scanner.pos = pos;
  if (unit < 128) {
    const bits = ASCII_CLASS[unit];
    if ((bits & NAME_PART) !== 0) {
      if (unit >= 48 && unit <= 57) scanNumberToken(scanner);
      else scanName(scanner);
      return true;
    }
    const candidates = OPERATORS_BY_CODE[unit];
    if (candidates !== undefined) {
      if (unit === DOT && isDigit(source.charCodeAt(pos + 1))) scanNumberToken(scanner);
      else scanOperator(scanner, unit, candidates);
      return true;
    }
  }
  return scanRest(scanner, unit);
}

/** What is neither a plain name, a number nor an operator. */
function scanRest(scanner: Scanner, unit: number): boolean {
  if (unit === 39 || unit === 34) {
    scanString(scanner, scanner.pos);
    return true;
  }
  if (unit === LINE_FEED || unit === HASH) {
    scanner.newlineStart = scanner.pos;
    const end = scanner.source.indexOf("\n", scanner.pos);
    if (unit === HASH && scanner.options.typeComments === true) keepComment(scanner, end, false);
    if (unit === HASH && scanner.options.extraTokens === true) scanComment(scanner, end);
    scanner.pos = end;
    return false;
  }
  if (unit === BACKSLASH) {
    scanContinuation(scanner);
    return true;
  }
  if (unit >= 128) {
    scanWideName(scanner, scanner.pos, scanner.column(scanner.pos));
    return true;
  }
  scanner.pos++;
  if (!isPrintable(unit)) scanner.fail(`invalid non-printable character U+${hex(unit)}`);
  add(scanner, OP.tokenTypeIdx, String.fromCharCode(unit), scanner.pos - 1);
  return true;
}

/** Keeps a comment aside that tells of types. */
function keepComment({ source, pos, lineno, typeComments }: Scanner, end: number, alone: boolean): void {
  const comment = typeCommentOf(source.slice(pos, end < 0 ? source.length : end), pos, lineno, alone);
  if (comment !== null) typeComments.push(comment);
}

/** A comment as a token of its own; the line end follows it. */
function scanComment(scanner: Scanner, end: number): void {
  const start = scanner.pos;
  const column = scanner.column(start);
  for (let i = start; i < end; i++) {
    const unit = scanner.source.charCodeAt(i);
    if (unit >= 128) scanner.wide(unit);
  }
  scanner.pos = scanner.newlineStart = end;
  scanner.add(COMMENT.tokenTypeIdx, scanner.source.slice(start, end), start, scanner.lineno, column);
}

const hex = (code: number): string => code.toString(16).toUpperCase().padStart(4, "0");

function scanNumberToken(scanner: Scanner): void {
  const { source, pos: start } = scanner;
  let end = start;
  let unit = source.charCodeAt(start);
  // Most numbers are a few decimal digits.
  if (unit !== 48) while (unit >= 48 && unit <= 57) unit = source.charCodeAt(++end);
  if (end > start && unit !== DOT && (unit >= 128 || (ASCII_CLASS[unit] & NAME_PART) === 0)) scanner.pos = end;
  else scanNumber(scanner);
  add(scanner, NUMBER.tokenTypeIdx, source.slice(start, scanner.pos), start);
}

function scanName(scanner: Scanner): void {
  const { source, pos: start } = scanner;
  let end = start + 1;
  let unit = source.charCodeAt(end);
  while (unit < 128 && (ASCII_CLASS[unit] & NAME_PART) !== 0) unit = source.charCodeAt(++end);
  if (unit >= 128) {
    const column = scanner.column(start);
    scanner.pos = end;
    scanWideName(scanner, start, column);
    return;
  }
  const image = source.slice(start, end);
  scanner.pos = end;
  if ((unit === 39 || unit === 34) && isStringPrefix(image)) {
    if (/f/i.test(image)) startFString(scanner, start);
    else scanString(scanner, start);
    return;
  }
  // No keyword is longer than eight letters.
  const keyword = end - start <= 8 ? KEYWORDS.get(image) : undefined;
  add(scanner, keyword === undefined ? NAME.tokenTypeIdx : keyword.tokenTypeIdx, image, start);
}

/** A name with characters that are not ASCII. It means its NFKC form, but is a name even if that is a keyword. */
function scanWideName(scanner: Scanner, start: number, column: number): void {
  const { source } = scanner;
  let pos = start;
  let count = 0;
  for (;;) {
    const unit = source.charCodeAt(pos);
    if (unit < 128 && (ASCII_CLASS[unit] & NAME_PART) === 0) break;
    const code = source.codePointAt(pos) ?? 0;
    const size = code > 0xffff ? 2 : 1;
    if (scanner.options.extraTokens !== true && !(count === 0 ? isIdentifierStart(code) : isIdentifierPart(code))) {
      scanner.pos = pos + size;
      const character = String.fromCodePoint(code);
      if (isPrintable(code)) scanner.fail(`invalid character '${character}' (U+${hex(code)})`);
      scanner.fail(`invalid non-printable character U+${hex(code)}`);
    }
    for (let i = 0; i < size; i++) {
      const part = source.charCodeAt(pos + i);
      if (part >= 128) scanner.wide(part);
    }
    pos += size;
    count++;
  }
  scanner.pos = pos;
  const image = source.slice(start, pos).normalize("NFKC");
  scanner.add(NAME.tokenTypeIdx, image, start, scanner.lineno, column);
}

function scanOperator(scanner: Scanner, unit: number, candidates: readonly OperatorEntry[]): void {
  const { source, pos, modes } = scanner;
  const mode = modes.length > 0 ? modes[modes.length - 1] : null;
  let entry = candidates[candidates.length - 1];
  // Inside a replacement field `:` and `}` end it, so that `:=` is no operator there.
  const endsField = mode !== null && unit === 58 && mode.depth - 1 === mode.field;
  if (candidates.length > 1 && !endsField) {
    for (let i = 0; i < candidates.length; i++) {
      if (source.startsWith(candidates[i].image, pos)) {
        entry = candidates[i];
        break;
      }
    }
  }

  switch (unit) {
    case 40:
    case 91:
    case 123:
      openBracket(scanner, mode);
      break;
    case 41:
    case 93:
    case 125:
      closeBracket(scanner, mode, unit);
      break;
  }
  let image = entry.image;
  if (entry.id === NOTEQUAL.tokenTypeIdx && scanner.options.flufl === true) {
    if (image === "!=") scanner.failFlufl();
    image = "!=";
  }
  scanner.pos = pos + entry.image.length;
  add(scanner, entry.id, image, pos);
  if (endsField && entry.id === COLON.tokenTypeIdx) mode.inText = true;
}

function openBracket(scanner: Scanner, mode: FStringMode | null): void {
  if (scanner.brackets.length >= MAX_BRACKETS) {
    scanner.pos++;
    scanner.fail("too many nested parentheses");
  }
  scanner.brackets.push(scanner.tokens.length);
  if (mode !== null) mode.depth++;
}

function closeBracket(scanner: Scanner, mode: FStringMode | null, unit: number): void {
  const { brackets, tokens } = scanner;
  const image = String.fromCharCode(unit);
  if (mode !== null && mode.depth === 0 && unit === 125) {
    scanner.pos++;
    scanner.fail("f-string: single '}' is not allowed");
  }
  const index = brackets.pop();
  const unchecked = scanner.options.extraTokens === true;
  if (index === undefined && unchecked) return;
  if (index === undefined) {
    scanner.pos++;
    scanner.fail(`unmatched '${image}'`);
  }
  const open = tokens[index];
  if (CLOSING.get(open.image.charCodeAt(0)) !== unit && !unchecked) failMismatch(scanner, mode, open, image);
  open.partner = tokens.length - index;
  if (mode === null) return;
  mode.depth--;
  if (unit === 125 && mode.depth === mode.field) {
    mode.field--;
    mode.inText = true;
  }
}

function failMismatch(scanner: Scanner, mode: FStringMode | null, open: Token, image: string): never {
  scanner.pos++;
  if (mode !== null && open.image === "{" && mode.depth - 1 === mode.field) {
    scanner.fail(`f-string: unmatched '${image}'`);
  }
  const where = open.lineno === scanner.lineno ? "" : ` on line ${open.lineno}`;
  scanner.fail(`closing parenthesis '${image}' does not match opening parenthesis '${open.image}'${where}`);
}
