// The values of string literals: prefixes, escapes, bytes. Messages are CPython's, positions in them too: those of its
// decoder, which sees a character beyond ASCII as an escape of ten bytes.
import { lookupName } from "./names.ts";

/** A literal that cannot be decoded: `message` is what CPython says. */
export class LiteralError {
  constructor(readonly message: string) {}
}

export interface Literal {
  readonly bytes: boolean;
  readonly unicodePrefix: boolean;
  readonly raw: boolean;
  /** What stands between the quotes. */
  readonly body: string;
}

const QUOTE = /['"]/;

export function splitLiteral(image: string): Literal {
  const first = image.charCodeAt(0);
  const plain = first === 39 || first === 34;
  const quoteAt = plain ? 0 : image.search(QUOTE);
  const prefix = plain ? "" : image.slice(0, quoteAt).toLowerCase();
  const triple =
    image.length >= quoteAt + 6 &&
    image.charCodeAt(quoteAt + 1) === image.charCodeAt(quoteAt) &&
    image.charCodeAt(quoteAt + 2) === image.charCodeAt(quoteAt);
  const size = triple ? 3 : 1;
  return {
    bytes: prefix.includes("b"),
    unicodePrefix: prefix === "u",
    raw: prefix.includes("r"),
    body: image.slice(quoteAt + size, image.length - size),
  };
}

const SIMPLE: Record<string, string> = {
  "\n": "",
  "\\": "\\",
  "'": "'",
  '"': '"',
  a: "\x07",
  b: "\b",
  f: "\f",
  n: "\n",
  r: "\r",
  t: "\t",
  v: "\v",
};

const HEX_DIGITS: Record<string, number> = { x: 2, u: 4, U: 8 };

/** Tells of an escape that means nothing; once per literal. */
export type EscapeWarning = (message: string) => void;

/** Decodes the escapes of a str literal. */
export function decodeEscapes(body: string, warning: EscapeWarning): string {
  let result = "";
  let done = 0;
  let warned = false;
  for (let at = body.indexOf("\\"); at >= 0; at = body.indexOf("\\", done)) {
    result += body.slice(done, at);
    const letter = body[at + 1];
    const simple = letter === undefined ? undefined : SIMPLE[letter];
    if (simple !== undefined) {
      result += simple;
      done = at + 2;
    } else if (letter in HEX_DIGITS) {
      const size = HEX_DIGITS[letter];
      result += String.fromCodePoint(hexEscape(body, at, size));
      done = at + 2 + size;
    } else if (letter === "N") {
      const [character, end] = namedEscape(body, at);
      result += character;
      done = end;
    } else if (letter >= "0" && letter <= "7") {
      const digits = octalDigits(body, at + 1);
      const code = Number.parseInt(digits, 8);
      if (code > 0o377 && !warned) {
        warned = true;
        warning(`invalid octal escape sequence '\\${digits}'`);
      }
      result += String.fromCharCode(code);
      done = at + 1 + digits.length;
    } else {
      result += "\\";
      done = at + 1;
      if (letter !== undefined && letter.charCodeAt(0) < 128 && !warned) {
        warned = true;
        warning(`invalid escape sequence '\\${letter}'`);
      }
    }
  }
  return result + body.slice(done);
}

function octalDigits(body: string, from: number): string {
  let to = from + 1;
  while (to < from + 3 && body[to] >= "0" && body[to] <= "7") to++;
  return body.slice(from, to);
}

const ESCAPED_CHARACTER_SIZE = 10;

/** Where CPython's decoder stands when it meets the character at `at`. */
function decoderPosition(body: string, at: number): number {
  let position = 0;
  for (let i = 0; i < at; i++) {
    const unit = body.charCodeAt(i);
    if (unit < 128) position++;
    else if ((unit & 0xfc00) !== 0xdc00) position += ESCAPED_CHARACTER_SIZE;
    // A backslash before a character beyond ASCII is itself written as an escape.
    if (unit === 92 && body.charCodeAt(i + 1) >= 128) position += 5;
    else if (unit === 92) {
      if (i + 1 < at) position++;
      i++;
    }
  }
  return position;
}

function failUnicode(body: string, at: number, length: number, reason: string): never {
  const from = decoderPosition(body, at);
  throw new LiteralError(
    `(unicode error) 'unicodeescape' codec can't decode bytes in position ${from}-${from + length - 1}: ${reason}`,
  );
}

const TRUNCATED: Record<string, string> = {
  x: "truncated \\xXX escape",
  u: "truncated \\uXXXX escape",
  U: "truncated \\UXXXXXXXX escape",
};

function hexEscape(body: string, at: number, size: number): number {
  let seen = 0;
  while (seen < size && /[0-9a-fA-F]/.test(body[at + 2 + seen] ?? "")) seen++;
  if (seen < size) failUnicode(body, at, 2 + seen, TRUNCATED[body[at + 1]]);
  const code = Number.parseInt(body.slice(at + 2, at + 2 + size), 16);
  if (code > 0x10ffff) failUnicode(body, at, 2 + size, "illegal Unicode character");
  return code;
}

function namedEscape(body: string, at: number): [string, number] {
  const open = at + 2;
  const close = body[open] === "{" ? body.indexOf("}", open) : -1;
  if (body[open] !== "{") failUnicode(body, at, 2, "malformed \\N character escape");
  if (close < 0)
    failUnicode(
      body,
      at,
      decoderPosition(body, body.length) - decoderPosition(body, at),
      "malformed \\N character escape",
    );
  if (close === open + 1) failUnicode(body, at, 3, "malformed \\N character escape");
  const character = lookupName(body.slice(open + 1, close));
  if (character === undefined) {
    const length = decoderPosition(body, close) + 1 - decoderPosition(body, at);
    failUnicode(body, at, length, "unknown Unicode character name");
  }
  return [character, close + 1];
}

/** The bytes of a bytes literal. */
export function decodeBytes(body: string, raw: boolean, warning: EscapeWarning): Uint8Array {
  const result = new Uint8Array(body.length);
  let length = 0;
  let warned = false;
  for (let i = 0; i < body.length; i++) {
    const unit = body.charCodeAt(i);
    if (unit >= 128) throw new LiteralError("bytes can only contain ASCII literal characters");
    if (unit !== 92 || raw) {
      result[length++] = unit;
      continue;
    }
    const letter = body[i + 1];
    const simple = SIMPLE[letter];
    if (simple !== undefined) {
      if (simple !== "") result[length++] = simple.charCodeAt(0);
      i++;
    } else if (letter === "x") {
      const digits = body.slice(i + 2, i + 4);
      if (!/^[0-9a-fA-F]{2}$/.test(digits)) throw new LiteralError(`(value error) invalid \\x escape at position ${i}`);
      result[length++] = Number.parseInt(digits, 16);
      i += 3;
    } else if (letter >= "0" && letter <= "7") {
      const digits = octalDigits(body, i + 1);
      const code = Number.parseInt(digits, 8);
      if (code > 0o377 && !warned) {
        warned = true;
        warning(`invalid octal escape sequence '\\${digits}'`);
      }
      result[length++] = code & 0xff;
      i += digits.length;
    } else {
      result[length++] = unit;
      if (letter !== undefined && letter.charCodeAt(0) < 128 && !warned) {
        warned = true;
        warning(`invalid escape sequence '\\${letter}'`);
      }
    }
  }
  return result.slice(0, length);
}
