// Indentation: how far a line is indented, and the INDENT and DEDENT tokens that this makes.
// Two counts are kept, with tabs of eight columns and of one, so that a mix of tabs and spaces whose meaning would hang
// on the width of a tab is refused.
import type { Scanner } from "./scanner.ts";
import { DEDENT, INDENT } from "./tokens.ts";

const TAB_SIZE = 8;
const MAX_INDENT = 100;

const SPACE = 32;
const TAB = 9;
const FORM_FEED = 12;
const NEWLINE = 10;
const HASH = 35;
const BACKSLASH = 92;

/** Reads the start of a line. Answers whether the line holds anything but white space and a comment. */
export function scanIndentation(scanner: Scanner): boolean {
  const { source } = scanner;
  let column = 0;
  let altColumn = 0;
  let continued = -1;
  let continuedAlt = -1;
  for (;;) {
    const unit = source.charCodeAt(scanner.pos);
    if (unit === SPACE) {
      column++;
      altColumn++;
    } else if (unit === TAB) {
      column = (Math.floor(column / TAB_SIZE) + 1) * TAB_SIZE;
      altColumn++;
    } else if (unit === FORM_FEED) {
      column = altColumn = 0;
    } else if (unit === BACKSLASH) {
      // The indentation is that of the line before the backslash.
      if (continued < 0) [continued, continuedAlt] = [column, altColumn];
      scanContinuation(scanner);
      continue;
    } else break;
    scanner.pos++;
  }
  const unit = source.charCodeAt(scanner.pos);
  if (unit === HASH || unit === NEWLINE || scanner.pos >= source.length) {
    if (!endsGroup(scanner, column, unit)) return false;
    if (column !== 0) return true;
  }
  if (scanner.brackets.length === 0) {
    indent(scanner, continued < 0 ? column : continued, continued < 0 ? altColumn : continuedAlt);
  }
  return true;
}

/** At a prompt an empty line ends a block, and a first line with nothing but a comment is a statement of its own. */
function endsGroup(scanner: Scanner, column: number, unit: number): boolean {
  if (scanner.options.interactive !== true || scanner.pos >= scanner.source.length) return false;
  return (column === 0 && unit === NEWLINE) || scanner.lineno === 1;
}

/** Moves over a backslash and the line end that has to follow it. */
export function scanContinuation(scanner: Scanner): void {
  const { source } = scanner;
  const next = scanner.pos + 1;
  if (source.charCodeAt(next) !== NEWLINE || next >= scanner.shown.length) {
    scanner.pos = next + 1;
    scanner.failContinuation();
  }
  scanner.nextLine(next);
  if (scanner.pos >= source.length) {
    scanner.failEnd(scanner.lineno - 1, source.lastIndexOf("\n", source.length - 2) + 1);
  }
}

function indent(scanner: Scanner, column: number, altColumn: number): void {
  const { indents, altIndents } = scanner;
  const top = indents.length - 1;
  if (column === indents[top]) {
    if (altColumn !== altIndents[top]) failTabs(scanner);
    return;
  }
  if (column > indents[top]) {
    if (indents.length >= MAX_INDENT) scanner.failLine("too many levels of indentation", "IndentationError");
    if (altColumn <= altIndents[top]) failTabs(scanner);
    indents.push(column);
    altIndents.push(altColumn);
    add(scanner, INDENT.tokenTypeIdx);
    return;
  }
  // The whole step is checked before any of its tokens is made.
  let level = top;
  while (level > 0 && column < indents[level]) level--;
  if (column !== indents[level]) scanner.failDedent();
  if (altColumn !== altIndents[level]) failTabs(scanner);
  for (let i = top; i > level; i--) add(scanner, DEDENT.tokenTypeIdx);
  indents.length = altIndents.length = level + 1;
}

function add(scanner: Scanner, id: number): void {
  scanner.add(id, "", scanner.pos, scanner.lineno, scanner.column(scanner.pos));
}

function failTabs(scanner: Scanner): never {
  scanner.failLine("inconsistent use of tabs and spaces in indentation", "TabError");
}
