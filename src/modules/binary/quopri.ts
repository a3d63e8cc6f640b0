// Quoted-printable: text in ASCII whose other characters are written as = and two digits.
import { reserve } from "../../heap/heap.ts";

const LINE = 76;
const [TAB, LF, CR, SPACE, DOT, EQUALS, UNDERSCORE] = [9, 10, 13, 32, 46, 61, 95];

const hexValue = (code: number | undefined): number =>
  code === undefined ? Number.NaN : Number.parseInt(String.fromCharCode(code), 16);

export function decodeQuoted(text: Uint8Array, header: boolean): Uint8Array {
  reserve(text.length);
  const out: number[] = [];
  for (let at = 0; at < text.length; ) {
    const code = text[at++];
    if (code !== EQUALS) {
      out.push(header && code === UNDERSCORE ? SPACE : code);
      continue;
    }
    if (at >= text.length) break;
    const next = text[at];
    const value = hexValue(next) * 16 + hexValue(text[at + 1]);
    if (next === LF || next === CR) {
      // The line goes on: what is left of this one is nothing.
      while (at < text.length && text[at] !== LF) at++;
      at++;
    } else if (next === EQUALS) {
      out.push(EQUALS);
      at++;
    } else if (!Number.isNaN(value)) {
      out.push(value);
      at += 2;
    } else out.push(EQUALS);
  }
  return Uint8Array.from(out);
}

interface Style {
  quoteTabs: boolean;
  isText: boolean;
  header: boolean;
}

const DIGITS = Uint8Array.from("0123456789ABCDEF", (c) => c.charCodeAt(0));

class Writer {
  private readonly data: Uint8Array;
  private readonly style: Style;
  private readonly out: number[] = [];
  private column = 0;
  /** Do the lines end with both characters? */
  private readonly crlf: boolean;

  constructor(data: Uint8Array, style: Style) {
    this.data = data;
    this.style = style;
    const first = data.indexOf(LF);
    this.crlf = first > 0 && data[first - 1] === CR;
  }

  private endLine(): void {
    if (this.crlf) this.out.push(CR);
    this.out.push(LF);
    this.column = 0;
  }

  private breakLine(): void {
    this.out.push(EQUALS);
    this.endLine();
  }

  private pushHex(code: number): void {
    this.out.push(EQUALS, DIGITS[code >> 4], DIGITS[code & 15]);
  }

  private mustQuote(at: number): boolean {
    const code = this.data[at];
    const next = this.data[at + 1];
    const { quoteTabs, isText, header } = this.style;
    const isEol = code === CR || code === LF;
    const isBlank = code === TAB || code === SPACE;
    return (
      code > 126 ||
      code === EQUALS ||
      (header && code === UNDERSCORE) ||
      (code === DOT && this.column === 0 && (next === undefined || next === LF || next === CR || next === 0)) ||
      (!isText && isEol) ||
      (isBlank && next === undefined) ||
      (code < 33 && !isEol && (quoteTabs || !isBlank))
    );
  }

  /** A blank at the end of a line would be lost. */
  private quoteLastBlank(): void {
    const last = this.out.at(-1);
    if (last !== SPACE && last !== TAB) return;
    this.out.pop();
    this.pushHex(last);
  }

  private plain(at: number): void {
    const { data } = this;
    if (at + 1 !== data.length && data[at + 1] !== LF && this.column + 1 >= LINE) this.breakLine();
    this.column++;
    this.out.push(this.style.header && data[at] === SPACE ? UNDERSCORE : data[at]);
  }

  write(): Uint8Array {
    const { data, style } = this;
    for (let at = 0; at < data.length; at++) {
      if (this.mustQuote(at)) {
        if (this.column + 3 >= LINE) this.breakLine();
        this.pushHex(data[at]);
        this.column += 3;
      } else if (style.isText && (data[at] === LF || (data[at] === CR && data[at + 1] === LF))) {
        this.quoteLastBlank();
        this.endLine();
        if (data[at] === CR) at++;
      } else this.plain(at);
    }
    return Uint8Array.from(this.out);
  }
}

export function encodeQuoted(data: Uint8Array, style: Style): Uint8Array {
  reserve(8 * data.length);
  return new Writer(data, style).write();
}
