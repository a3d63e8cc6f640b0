// str.format templates: literals and replacement fields, field names and their steps.
// Each part is read when it is asked for, so that errors come in the order in which CPython meets them.
import { type PyError, valueError } from "../errors.ts";
import { checkedSize, shownCode } from "./formatspec.ts";
import { decimalValue } from "./unicode.ts";

/** A literal, and the replacement field that follows it, if there is one. */
export interface Piece {
  literal: string;
  field: Field | null;
}

export interface Field {
  name: string;
  /** The character after "!", or null. */
  conversion: string | null;
  spec: string;
  /** The spec holds fields of its own. */
  nested: boolean;
}

/** Reads a template piece by piece. */
export class TemplateParser {
  private readonly text: string;
  private at = 0;

  constructor(text: string) {
    this.text = text;
  }

  get atEnd(): boolean {
    return this.at >= this.text.length;
  }

  /** The next piece, or null at the end. */
  next(): Piece | null {
    const { text } = this;
    if (this.at >= text.length) return null;
    const start = this.at;
    let end = start;
    while (end < text.length && text[end] !== "{" && text[end] !== "}") end++;
    if (end === text.length) {
      this.at = end;
      return { literal: text.slice(start), field: null };
    }
    // A doubled brace ends the literal, and is part of it once.
    if (text[end + 1] === text[end]) {
      this.at = end + 2;
      return { literal: text.slice(start, end + 1), field: null };
    }
    if (text[end] === "}") throw valueError("Single '}' encountered in format string");
    if (end + 1 === text.length) throw valueError("Single '{' encountered in format string");
    this.at = end + 1;
    return { literal: text.slice(start, end), field: this.readField() };
  }

  private readField(): Field {
    const { text } = this;
    const name = this.readName();
    const ending = text[this.at - 1];
    const field: Field = { name, conversion: null, spec: "", nested: false };
    if (ending === "}") return field;
    if (ending === "!") {
      if (this.at >= text.length) throw valueError("end of string while looking for conversion specifier");
      field.conversion = String.fromCodePoint(text.codePointAt(this.at)!);
      this.at += field.conversion.length;
      if (this.at < text.length) {
        const next = text[this.at++];
        if (next === "}") return field;
        if (next !== ":") throw valueError("expected ':' after conversion specifier");
      }
    }
    this.readSpec(field);
    return field;
  }

  /** Stops after the "}", ":" or "!" that ends the name; what is in brackets may hold any of them. */
  private readName(): string {
    const { text } = this;
    const start = this.at;
    while (this.at < text.length) {
      const char = text[this.at++];
      if (char === "{") throw valueError("unexpected '{' in field name");
      if (char === "}" || char === ":" || char === "!") return text.slice(start, this.at - 1);
      if (char === "[") {
        const close = text.indexOf("]", this.at);
        this.at = close < 0 ? text.length : close;
      }
    }
    throw valueError("expected '}' before end of string");
  }

  private readSpec(field: Field): void {
    const { text } = this;
    const start = this.at;
    let depth = 1;
    for (; this.at < text.length; this.at++) {
      const char = text[this.at];
      if (char === "{") {
        field.nested = true;
        depth++;
      } else if (char === "}" && --depth === 0) {
        field.spec = text.slice(start, this.at++);
        return;
      }
    }
    throw valueError("unmatched '{' in format spec");
  }
}

/** ".name" or "[key]" after the first part of a field name. */
export interface FieldStep {
  attribute: boolean;
  key: string | number;
}

/** A field name: its first part, and the steps from there. */
export class FieldName {
  /** A number for a position, the empty string for the next one, else a keyword. */
  readonly first: string | number;
  private readonly rest: string;
  private at = 0;

  constructor(name: string) {
    const end = name.search(/[.[]/);
    const first = end < 0 ? name : name.slice(0, end);
    this.rest = end < 0 ? "" : name.slice(end);
    this.first = numberOr(first);
  }

  /** The next step, or null at the end. */
  next(): FieldStep | null {
    const { rest } = this;
    if (this.at >= rest.length) return null;
    const opener = rest[this.at++];
    if (opener !== "." && opener !== "[") {
      throw valueError("Only '.' or '[' may follow ']' in format field specifier");
    }
    const start = this.at;
    if (opener === ".") {
      while (this.at < rest.length && rest[this.at] !== "." && rest[this.at] !== "[") this.at++;
      return { attribute: true, key: notEmpty(rest.slice(start, this.at)) };
    }
    const close = rest.indexOf("]", start);
    if (close < 0) throw valueError("Missing ']' in format string");
    this.at = close + 1;
    return { attribute: false, key: numberOr(notEmpty(rest.slice(start, close))) };
  }
}

function notEmpty(key: string): string {
  if (key === "") throw valueError("Empty attribute in format string");
  return key;
}

/** The number that a key of decimal digits stands for, else the key. */
function numberOr(key: string): string | number {
  if (key === "") return key;
  let digits = "";
  for (const char of key) {
    const digit = decimalValue(char.codePointAt(0)!);
    if (digit < 0) return key;
    digits += digit;
  }
  return checkedSize(digits);
}

/** Hands out positions to fields without one. A template may number all of its fields or none. */
export class AutoNumber {
  private manual = false;
  private used = 0;

  /** The position that a first part of "" or of a number stands for. */
  position(first: "" | number): number {
    if (first === "") {
      if (this.manual) throw valueError("cannot switch from manual field specification to automatic field numbering");
      return this.used++;
    }
    if (this.used > 0) {
      throw valueError("cannot switch from automatic field numbering to manual field specification");
    }
    this.manual = true;
    return first;
  }
}

export const unknownConversion = (conversion: string): PyError =>
  valueError(`Unknown conversion specifier ${shownCode(conversion)}`);
