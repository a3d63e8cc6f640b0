// String literals and f-strings: the rules, and how adjacent ones become one node.
import type { IOrAlt } from "chevrotain";
import type { Constant, Expr, FormattedValue, JoinedStr } from "./ast.ts";
import { type End, Refused, type Rule, span, type Where } from "./base.ts";
import { Expressions } from "./expressions.ts";
import { decodeBytes, decodeEscapes, LiteralError, splitLiteral } from "./literals.ts";
import type { Token } from "./tokens.ts";
import * as t from "./tokens.ts";

/** A literal or an f-string, as it stands in a row of adjacent ones. */
type StringPart = Constant | JoinedStr;

const CONVERSIONS = ["s", "r", "a"];

export abstract class Strings extends Expressions {
  readonly #parts: IOrAlt<StringPart>[] = [
    {
      ALT: () => {
        const token = this.take(t.STRING);
        return this.ACTION(() => this.#literal(token));
      },
    },
    { ALT: () => this.SUBRULE(this.fstring) },
  ];

  // strings: (fstring | STRING)+
  strings: Rule<Expr> = this.RULE("strings", (): Expr => {
    const start = this.ahead();
    let first: StringPart | null = null;
    const rest: StringPart[] = [];
    this.AT_LEAST_ONE(() => {
      const part = this.OR(this.#parts);
      if (first === null) first = part;
      else rest.push(part);
    });
    return this.ACTION(() => concatenate([first as unknown as StringPart, ...rest], start, this.last()));
  });

  #literal(token: Token): Constant {
    const literal = splitLiteral(token.image);
    const warning = this.warner(token, false);
    const prefix = literal.unicodePrefix ? "u" : null;
    const where = span(token, token);
    if (literal.bytes) {
      const value = this.#decoded(() => decodeBytes(literal.body, literal.raw, warning));
      return { kind: "Constant", value: { type: "bytes", value }, prefix, ...where };
    }
    const { raw, body } = literal;
    const value = raw || !body.includes("\\") ? body : this.#decoded(() => decodeEscapes(body, warning));
    return { kind: "Constant", value: { type: "str", value }, prefix, ...where };
  }

  #decoded<Value>(decode: () => Value): Value {
    try {
      return decode();
    } catch (error) {
      if (error instanceof LiteralError) throw new Refused();
      throw error;
    }
  }

  // fstring: FSTRING_START (fstring_replacement_field | FSTRING_MIDDLE)* FSTRING_END
  fstring: Rule<JoinedStr> = this.RULE("fstring", (): JoinedStr => {
    const start = this.take(t.FSTRING_START);
    const values: Expr[] = [];
    this.MANY(() => this.#fstringPart(values, (token) => str(token.image, token, token)));
    const end = this.take(t.FSTRING_END);
    return { kind: "JoinedStr", values: this.#decodeParts(values, /r/i.test(start.image), end), ...span(start, end) };
  });

  #fstringPart(values: Expr[], text: (token: Token) => Constant): void {
    this.OR9([
      { ALT: () => this.SUBRULE9(this.fstring_replacement_field, { ARGS: [values] }) },
      { ALT: () => values.push(text(this.CONSUME9(t.FSTRING_MIDDLE) as Token)) },
    ]);
  }

  /** Decodes the texts of an f-string, those of its `=` fields with them as CPython does, and drops the empty ones. */
  #decodeParts(values: Expr[], raw: boolean, end: Token): Expr[] {
    for (const value of values) {
      if (value.kind !== "Constant" || value.value.type !== "str") continue;
      if (!raw) value.value = { type: "str", value: this.#decodeText(value.value.value, end) };
    }
    return values.filter((value) => !isEmpty(value));
  }

  #decodeText(text: string, token: Token): string {
    return text.includes("\\") ? this.#decoded(() => decodeEscapes(text, this.warner(token, true))) : text;
  }

  // fstring_replacement_field:
  //     '{' annotated_rhs ['='] ['!' NAME] [':' (FSTRING_MIDDLE | fstring_replacement_field)*] '}'
  fstring_replacement_field: Rule<void, [values: Expr[]]> = this.RULE(
    "fstring_replacement_field",
    (values: Expr[] = []): void => {
      const open = this.take(t.LBRACE);
      const value = this.OR(this.annotatedRhs);
      const debug = this.OPTION(() => this.CONSUME(t.EQUAL)) !== undefined;
      const textEnd = this.ahead();
      const conversion = this.OPTION1(() => this.#conversion());
      const colon = this.OPTION2(() => this.take(t.COLON));
      const spec: Expr[] = [];
      // The text of a specification is decoded even if the prefix says that it is raw.
      const decode = (token: Token) => str(this.#decodeText(token.image, token), token, token);
      if (colon !== undefined) this.MANY(() => this.#fstringPart(spec, decode));
      // An empty text counts in a format specification, unless it is all there is.
      if (spec.length === 1 && isEmpty(spec[0])) spec.pop();
      const specEnd = this.last();
      const close = this.take(t.RBRACE);
      const format_spec: JoinedStr | null =
        colon === undefined ? null : { kind: "JoinedStr", values: spec, ...span(colon, specEnd) };
      const code = conversion === undefined ? (debug && format_spec === null ? 114 : -1) : conversion.code;
      const field: FormattedValue = {
        kind: "FormattedValue",
        value,
        conversion: code,
        format_spec,
        ...span(open, close),
      };
      if (debug) {
        const from: Where = { lineno: open.lineno, col_offset: open.col_offset + 1 };
        // CPython drops what follows a hash here, even inside a string.
        const text = this.source.slice(open.end, textEnd.startOffset).replace(/#[^\n]*/g, "");
        values.push(str(text, from, debugEnd(conversion?.name, colon, close)));
      }
      values.push(field);
    },
  );

  #conversion(): { name: Token; code: number } {
    const mark = this.CONSUME8(t.EXCLAMATION) as Token;
    const name = this.CONSUME8(t.NAME) as Token;
    if (name.startOffset !== mark.end || !CONVERSIONS.includes(name.image)) this.refuse();
    return { name, code: name.image.charCodeAt(0) };
  }
}

/** Where the text of a `=` field ends, as CPython counts it: one column before what follows it. */
function debugEnd(conversion: Token | undefined, colon: Token | undefined, close: Token): End {
  if (conversion !== undefined) {
    return { end_lineno: conversion.lineno, end_col_offset: conversion.col_offset - 1 };
  }
  if (colon !== undefined) return { end_lineno: colon.lineno, end_col_offset: colon.col_offset };
  return { end_lineno: close.end_lineno, end_col_offset: close.end_col_offset - 1 };
}

function str(value: string, start: Where, end: End): Constant {
  return { kind: "Constant", value: { type: "str", value }, prefix: null, ...span(start, end) };
}

/** One node for adjacent literals. */
function concatenate(parts: StringPart[], start: Token, end: Token): Expr {
  const [first] = parts;
  if (parts.length === 1 && first.kind === "Constant") return first;
  const bytes = parts.filter(isBytes).length;
  if (bytes > 0 && bytes < parts.length) throw new Refused();
  if (bytes > 0) return joinBytes(parts as Constant[], start, end);
  const values = fold(parts.flatMap((part) => (part.kind === "Constant" ? [part] : part.values)));
  if (parts.some(({ kind }) => kind === "JoinedStr")) {
    return { kind: "JoinedStr", values: values.filter((value) => !isEmpty(value)), ...span(start, end) };
  }
  return values[0];
}

const isBytes = (part: StringPart): boolean => part.kind === "Constant" && part.value.type === "bytes";

const isEmpty = (part: Expr): boolean =>
  part.kind === "Constant" && part.value.type === "str" && part.value.value === "";

/** Joins the constants that stand side by side. */
function fold(values: Expr[]): Expr[] {
  const result: Expr[] = [];
  let texts: string[] = [];
  let open: Constant | null = null;
  const close = () => {
    if (open !== null && texts.length > 1) open.value = { type: "str", value: texts.join("") };
    open = null;
    texts = [];
  };
  for (const value of values) {
    if (value.kind !== "Constant" || value.value.type !== "str") {
      close();
      result.push(value);
      continue;
    }
    texts.push(value.value.value);
    if (open === null) {
      open = { ...value };
      result.push(open);
    } else {
      const first: Constant = open;
      first.end_lineno = value.end_lineno;
      first.end_col_offset = value.end_col_offset;
    }
  }
  close();
  return result;
}

function joinBytes(parts: Constant[], start: Token, end: Token): Constant {
  const pieces = parts.map(({ value }) => (value.type === "bytes" ? value.value : new Uint8Array()));
  const value = new Uint8Array(pieces.reduce((length, piece) => length + piece.length, 0));
  let at = 0;
  for (const piece of pieces) {
    value.set(piece, at);
    at += piece.length;
  }
  return { kind: "Constant", value: { type: "bytes", value }, prefix: parts[0].prefix, ...span(start, end) };
}
