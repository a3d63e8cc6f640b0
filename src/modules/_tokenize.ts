// _tokenize: the tokens of a source as the tokenize module sees them, from the grammar's own
// tokenizer. All lines are read before the first token is answered; an error comes in its place.
import type { SourceError } from "../../grammar/errors.ts";
import { type TokenList, tokenize } from "../../grammar/tokenizer.ts";
import { FIRST_ID, KINDS, type Token } from "../../grammar/tokens.ts";
import { allocGC } from "../heap/heap.ts";
import type { PyObject } from "../heap/object.ts";
import { drop, keep, newRef, type Owned, type OwnedValue, type Value } from "../heap/refs.ts";
import { BASETYPE, HAVE_GC } from "../heap/type.ts";
import { callNative } from "../native/bind.ts";
import { def } from "../native/signature.ts";
import { isBytes } from "../objects/bytes.ts";
import { call, callMethod } from "../objects/call.ts";
import { defineType } from "../objects/define.ts";
import { PyError, typeError } from "../objects/errors.ts";
import { newException, setExceptionMember } from "../objects/exceptions.ts";
import { asInstanceOf } from "../objects/instance.ts";
import { newInt, newIntObject } from "../objects/int.ts";
import { unlessRaises } from "../objects/protocol.ts";
import { newNone } from "../objects/singletons.ts";
import { isStr, newStr } from "../objects/str.ts";
import { tupleOf } from "../objects/tuple.ts";
import { syntaxError } from "../vm/source.ts";
import { defineModule } from "./module.ts";

/** The numbers of the token module, by position. */
const NUMBERS = new Map(
  (
    "ENDMARKER NAME NUMBER STRING NEWLINE INDENT DEDENT LPAR RPAR LSQB RSQB COLON COMMA SEMI PLUS MINUS STAR SLASH VBAR " +
    "AMPER LESS GREATER EQUAL DOT PERCENT LBRACE RBRACE EQEQUAL NOTEQUAL LESSEQUAL GREATEREQUAL TILDE CIRCUMFLEX " +
    "LEFTSHIFT RIGHTSHIFT DOUBLESTAR PLUSEQUAL MINEQUAL STAREQUAL SLASHEQUAL PERCENTEQUAL AMPEREQUAL VBAREQUAL " +
    "CIRCUMFLEXEQUAL LEFTSHIFTEQUAL RIGHTSHIFTEQUAL DOUBLESTAREQUAL DOUBLESLASH DOUBLESLASHEQUAL AT ATEQUAL RARROW " +
    "ELLIPSIS COLONEQUAL EXCLAMATION OP AWAIT ASYNC TYPE_IGNORE TYPE_COMMENT SOFT_KEYWORD FSTRING_START FSTRING_MIDDLE " +
    "FSTRING_END COMMENT NL"
  )
    .split(" ")
    .map((name, i) => [name, i]),
);
const number = (name: string): number => NUMBERS.get(name) as number;
const OP = number("OP");
const NAME = number("NAME");
/** Between these two are the operators. */
const DEDENT = number("DEDENT");

/** Keywords are names, but for two. */
const typeNumber = ({ tokenTypeIdx }: Token): number => {
  const { name } = KINDS[tokenTypeIdx - FIRST_ID];
  return NUMBERS.get(name) ?? NUMBERS.get(RESERVED[name]) ?? NAME;
};
const RESERVED: Readonly<Record<string, string>> = { async: "ASYNC", await: "AWAIT" };
/** What tokenize makes of a number: all operators are one. */
const plain = (type: number): number =>
  type > DEDENT && type < OP ? OP : type === number("ASYNC") || type === number("AWAIT") ? NAME : type;

const STRINGS = new Set([number("STRING"), number("FSTRING_START"), number("FSTRING_MIDDLE"), number("FSTRING_END")]);

/** A source that has been read and tokenized. */
interface Text {
  list: TokenList;
  /** The lines with the ends that they have. */
  lines: string[];
  /** Where each line of `list.source` starts. */
  starts: number[];
  /** The last line has no end of its own. */
  implied: boolean;
}

interface IteratorData {
  readline: Owned | null;
  encoding: string | null;
  extra: boolean;
  text: Text | null;
  at: number;
}
type PyTokenizer = PyObject<IteratorData>;

// ---- reading ----

function readLine(data: IteratorData): string {
  const line = unlessRaises("StopIteration", () => call(data.readline as Owned));
  if (line === undefined) return "";
  try {
    if (data.encoding === null) {
      if (isStr(line)) return line.value;
      throw typeError("readline() returned a non-string object");
    }
    if (!isBytes(line)) throw typeError("readline() returned a non-bytes object");
    const decoded = callMethod(line, "decode", newStr(data.encoding), newStr("replace"));
    const text = isStr(decoded) ? decoded.value : "";
    drop(decoded);
    return text;
  } finally {
    drop(line);
  }
}

function readText(data: IteratorData): Text {
  let source = "";
  for (let line = readLine(data); line !== ""; line = readLine(data)) source += line;
  const lines = source.match(/[^\n]*\n|[^\n]+$/g) ?? [];
  const zero = source.indexOf("\0");
  if (zero >= 0) throw nullByte(lines, source, zero);
  const unified = source.replaceAll("\r\n", "\n");
  const list = tokenize(unified, { extraTokens: data.extra, tokensOnly: true });
  const starts = [0];
  for (let i = list.source.indexOf("\n"); i >= 0; i = list.source.indexOf("\n", i + 1)) starts.push(i + 1);
  return { list, lines, starts, implied: unified !== "" && !unified.endsWith("\n") };
}

function nullByte(lines: readonly string[], source: string, zero: number): PyError {
  const lineno = source.slice(0, zero).split("\n").length;
  const text = lines[lineno - 1].split("\0")[0];
  return syntaxError(
    {
      kind: "SyntaxError",
      message: "source code cannot contain null bytes",
      lineno,
      offset: 0,
      endLineno: lineno,
      endOffset: 0,
      text,
    },
    FILE,
  );
}

const FILE = "<string>";

/** The error that ended the tokens. */
function complaint({ list }: Text): PyError {
  const error = list.error as SourceError;
  const { kind, message, lineno, offset, text } = error;
  if (!list.quiet) return syntaxError({ ...error, text: text?.replace(/\n$/, "") ?? null }, FILE);
  if (text === null) return atEnd(message, lineno ?? 0, offset ?? 0);
  // An error of the line as a whole stands at its end.
  const line = text.slice(text.lastIndexOf("\n", text.length - 2) + 1);
  const length = characters(line);
  return syntaxError(
    { kind, message, lineno, offset: length, endLineno: null, endOffset: null, text: line.replace(/\n$/, "") },
    FILE,
  );
}

/** The source has ended too early: the place is in the attributes alone. */
function atEnd(message: string, lineno: number, offset: number): PyError {
  const shown = newStr(message);
  const e = newException("SyntaxError", newRef(shown));
  const members = [shown, newStr(FILE), newIntObject(lineno), newIntObject(offset), newNone(), newIntObject(lineno)];
  members.forEach((member, i) => {
    setExceptionMember(e, i, member);
  });
  return new PyError(e);
}

// ---- tokens ----

/** Characters of UTF-16 text. */
function characters(text: string): number {
  let n = text.length;
  for (let i = 1; i < text.length; i++) {
    if ((text.charCodeAt(i) & 0xfc00) === 0xdc00 && (text.charCodeAt(i - 1) & 0xfc00) === 0xd800) n--;
  }
  return n;
}

interface Place {
  line: number;
  column: number;
}

/** A token as Python sees it. */
interface Shown {
  type: number;
  image: string;
  start: Place;
  end: Place;
  line: string;
}

function placeOf({ list, starts }: Text, lineno: number, offset: number): Place {
  return { line: lineno, column: characters(list.source.slice(starts[lineno - 1], offset)) };
}

/** The source between two offsets, with the line ends that it has. */
function imageOf(text: Text, token: Token, end: number): string {
  const { list, lines } = text;
  const unified = list.source.slice(token.startOffset, end);
  if (!unified.includes("\n")) return unified;
  return unified
    .split("\n")
    .map((part, i, all) =>
      i < all.length - 1 && lines[token.lineno - 1 + i].endsWith("\r\n")
        ? `${part}\r\n`
        : i < all.length - 1
          ? `${part}\n`
          : part,
    )
    .join("");
}

/** The end of a line: "\n" or "\r\n", or "" where the source has none. */
function lineEnd({ lines, implied }: Text, lineno: number): string {
  if (implied && lineno === lines.length) return "";
  return lines[lineno - 1]?.endsWith("\r\n") ? "\r\n" : "\n";
}

function show(text: Text, token: Token, extra: boolean): Shown {
  const type = typeNumber(token);
  const trailing = token.startOffset >= text.list.source.length && (type === 0 || type === DEDENT);
  if (trailing) return showTrailing(text, type, extra);
  const { lineno, startOffset } = token;
  const isString = STRINGS.has(type);
  const line = text.lines.slice((isString ? lineno : token.end_lineno) - 1, token.end_lineno).join("");
  if (type === number("NEWLINE") || type === number("NL")) return showLineEnd(text, token, type, line, extra);
  if (type === number("INDENT") || type === DEDENT) return showIndentation(text, token, type, line, extra);
  // Of a doubled brace in an f-string one is in the token.
  const doubled = type === number("FSTRING_MIDDLE") && token.image.length < token.end - startOffset ? 1 : 0;
  const end = token.end - doubled;
  return {
    type: extra ? plain(type) : type,
    image: imageOf(text, token, end),
    start: placeOf(text, lineno, startOffset),
    end: placeOf(text, token.end_lineno, end),
    line,
  };
}

function showTrailing({ lines }: Text, type: number, extra: boolean): Shown {
  const place = extra ? { line: lines.length + 1, column: 0 } : { line: lines.length, column: -1 };
  return { type, image: "", start: place, end: place, line: "" };
}

function showLineEnd(text: Text, token: Token, type: number, line: string, extra: boolean): Shown {
  const start = placeOf(text, token.lineno, token.startOffset);
  const image = extra ? lineEnd(text, token.lineno) : text.list.source.slice(token.startOffset, token.end - 1);
  const column = start.column + (extra ? Math.max(1, image.length) : characters(image));
  return { type, image, start, end: { line: start.line, column }, line };
}

function showIndentation(text: Text, token: Token, type: number, line: string, extra: boolean): Shown {
  const { lineno, startOffset } = token;
  if (!extra) {
    const place = { line: lineno, column: -1 };
    return { type, image: "", start: place, end: place, line };
  }
  const end = placeOf(text, lineno, startOffset);
  if (type === DEDENT) return { type, image: "", start: end, end, line };
  const image = text.list.source.slice(text.starts[lineno - 1], startOffset);
  return { type, image, start: { line: lineno, column: 0 }, end, line };
}

const pair = ({ line, column }: Place): Owned => tupleOf(newInt(line), newInt(column));

function next(self: PyTokenizer): OwnedValue | undefined {
  const data = self.value;
  data.text ??= readText(data);
  const { list } = data.text;
  if (data.at >= list.tokens.length) return undefined;
  const token = list.tokens[data.at];
  if (list.error !== null && data.at === list.tokens.length - 1) throw complaint(data.text);
  data.at++;
  const { type, image, start, end, line } = show(data.text, token, data.extra);
  return tupleOf(newInt(type), newStr(image), pair(start), pair(end), newStr(line));
}

const NEW = def(
  "tokenizeriter($module, readline, /, *, encoding=NULL, extra_tokens: bool)",
  "",
  (_module, readline: Value, encoding: Value | undefined, extra: boolean) => newTokenizer(readline, encoding, extra),
);

function newTokenizer(readline: Value, encoding: Value | undefined, extra: boolean): Owned<PyTokenizer> {
  if (encoding !== undefined && !isStr(encoding)) throw typeError("tokenizeriter() argument 'encoding' must be str");
  const data: IteratorData = {
    readline: keep(readline) as Owned,
    encoding: encoding === undefined ? null : encoding.value,
    extra,
    text: null,
    at: 0,
  };
  return allocGC<IteratorData, null>(TokenizerIterType, data, null, 56);
}

export const TokenizerIterType = defineType<PyTokenizer>({
  name: "TokenizerIter",
  module: "_tokenize",
  flags: HAVE_GC | BASETYPE,
  basicSize: 40,
  traverse({ value }, visit) {
    if (value.readline !== null) visit(value.readline);
  },
  clear({ value }) {
    const { readline } = value;
    value.readline = null;
    if (readline !== null) drop(readline);
  },
  slots: {
    new: (type, args, kwnames) => asInstanceOf(callNative(NEW, null, args, kwnames, "") as Owned<PyTokenizer>, type),
    iter: (self) => newRef(self),
    next,
  },
});

export default defineModule({ name: "_tokenize", doc: null, types: [TokenizerIterType] });
