// The patterns of the match statement.
import type { IOrAlt } from "chevrotain";
import type { ConstantValue, Expr, MatchMapping, Pattern } from "./ast.ts";
import { type Rule, span } from "./base.ts";
import { Functions } from "./functions.ts";
import { numberValue } from "./numbers.ts";
import type { Token } from "./tokens.ts";
import * as t from "./tokens.ts";

export abstract class Patterns extends Functions {
  // patterns: open_sequence_pattern | pattern
  patterns: Rule<Pattern> = this.RULE("patterns", (): Pattern => {
    const start = this.ahead();
    const first = this.OR(this.#maybeStar);
    const patterns = [first];
    const comma = this.more(() => patterns.push(this.OR1(this.#maybeStar)));
    if (comma) return { kind: "MatchSequence", patterns, ...span(start, this.last()) };
    if (first.kind === "MatchStar") this.refuse();
    return first;
  });

  // maybe_star_pattern: star_pattern | pattern
  readonly #maybeStar: IOrAlt<Pattern>[] = [
    {
      ALT: () => {
        const star = this.CONSUME7(t.STAR) as Token;
        const name = this.CONSUME7(t.NAME).image;
        return { kind: "MatchStar", name: name === "_" ? null : name, ...span(star, this.last()) };
      },
    },
    { ALT: () => this.SUBRULE7(this.pattern) },
  ];

  // pattern: or_pattern ['as' NAME]
  pattern: Rule<Pattern> = this.RULE("pattern", (): Pattern => {
    const start = this.ahead();
    const first = this.SUBRULE(this.closed_pattern);
    const patterns = [first];
    this.MANY(() => {
      this.CONSUME(t.VBAR);
      patterns.push(this.SUBRULE1(this.closed_pattern));
    });
    const pattern: Pattern = patterns.length === 1 ? first : { kind: "MatchOr", patterns, ...span(start, this.last()) };
    return (
      this.OPTION((): Pattern => {
        this.CONSUME(t.AS);
        const name = this.CONSUME(t.NAME).image;
        if (name === "_") this.refuse();
        return { kind: "MatchAs", pattern, name, ...span(start, this.last()) };
      }) ?? pattern
    );
  });

  closed_pattern: Rule<Pattern> = this.RULE("closed_pattern", (): Pattern => this.OR(this.#closed));

  readonly #closed: IOrAlt<Pattern>[] = [
    { ALT: () => this.SUBRULE(this.name_pattern) },
    { ALT: () => valuePattern(this.SUBRULE(this.signed_number)) },
    { ALT: () => valuePattern(this.SUBRULE(this.pattern_strings)) },
    { ALT: () => singleton(this.take(t.NONE), { type: "None" }) },
    { ALT: () => singleton(this.take(t.TRUE), { type: "bool", value: true }) },
    { ALT: () => singleton(this.take(t.FALSE), { type: "bool", value: false }) },
    { ALT: () => this.SUBRULE(this.group_pattern) },
    { ALT: () => this.SUBRULE(this.sequence_pattern) },
    { ALT: () => this.SUBRULE(this.mapping_pattern) },
  ];

  // capture_pattern | wildcard_pattern | value_pattern | class_pattern
  name_pattern: Rule<Pattern> = this.RULE("name_pattern", (): Pattern => {
    const start = this.ahead();
    const value = this.SUBRULE(this.name_or_attr);
    const call = this.OPTION(() => this.#classArguments(value, start));
    if (call !== undefined) return call;
    if (value.kind === "Attribute") return { kind: "MatchValue", value, ...span(start, this.last()) };
    const name = start.image === "_" ? null : start.image;
    return { kind: "MatchAs", pattern: null, name, ...span(start, this.last()) };
  });

  // name_or_attr: NAME ('.' NAME)*
  name_or_attr: Rule<Expr> = this.RULE("name_or_attr", (): Expr => {
    const start = this.take(t.NAME);
    let value: Expr = { kind: "Name", id: start.image, ctx: "Load", ...span(start, start) };
    this.MANY(() => {
      this.CONSUME(t.DOT);
      const attr = this.CONSUME1(t.NAME).image;
      value = { kind: "Attribute", value, attr, ctx: "Load", ...span(start, this.last()) };
    });
    return value;
  });

  // '(' [pattern (',' pattern)* (',' NAME '=' pattern)* [',']] ')'
  #classArguments(cls: Expr, start: Token): Pattern {
    const patterns: Pattern[] = [];
    const kwd_attrs: string[] = [];
    const kwd_patterns: Pattern[] = [];
    const item = () => {
      this.OR6([
        {
          GATE: () => this.idAhead(2) === t.EQUAL.tokenTypeIdx,
          ALT: () => {
            kwd_attrs.push(this.CONSUME6(t.NAME).image);
            this.CONSUME6(t.EQUAL);
            kwd_patterns.push(this.SUBRULE6(this.pattern));
          },
        },
        {
          ALT: () => {
            if (kwd_attrs.length > 0) this.refuse();
            patterns.push(this.SUBRULE5(this.pattern));
          },
        },
      ]);
    };
    this.CONSUME(t.LPAR);
    this.OPTION6(() => {
      item();
      this.more(item);
    });
    this.CONSUME(t.RPAR);
    return { kind: "MatchClass", cls, patterns, kwd_attrs, kwd_patterns, ...span(start, this.last()) };
  }

  // signed_number | complex_number
  signed_number: Rule<Expr> = this.RULE("signed_number", (): Expr => {
    const start = this.ahead();
    const minus = this.OPTION(() => this.CONSUME(t.MINUS)) !== undefined;
    const number = this.#number(this.take(t.NUMBER));
    const real: Expr = minus ? { kind: "UnaryOp", op: "USub", operand: number, ...span(start, this.last()) } : number;
    const imaginary = this.OPTION1(() => {
      const sign = this.OR([{ ALT: () => this.CONSUME(t.PLUS) }, { ALT: () => this.CONSUME1(t.MINUS) }]) as Token;
      return { sign, right: this.#number(this.CONSUME1(t.NUMBER) as Token) };
    });
    return imaginary === undefined
      ? real
      : this.ACTION(() => {
          const { sign, right } = imaginary;
          if (isImaginary(number) || !isImaginary(right)) this.refuse();
          const op = sign.tokenTypeIdx === t.PLUS.tokenTypeIdx ? "Add" : "Sub";
          return { kind: "BinOp", left: real, op, right, ...span(start, this.last()) };
        });
  });

  #number(token: Token): Expr {
    return this.ACTION(() => ({
      kind: "Constant",
      value: numberValue(token.image),
      prefix: null,
      ...span(token, token),
    }));
  }

  pattern_strings: Rule<Expr> = this.RULE("pattern_strings", (): Expr => this.SUBRULE(this.strings));

  // group_pattern: '(' pattern ')', or a sequence pattern in parentheses
  group_pattern: Rule<Pattern> = this.RULE("group_pattern", (): Pattern => {
    const open = this.take(t.LPAR);
    const patterns: Pattern[] = [];
    let comma = false;
    this.OPTION(() => {
      patterns.push(this.OR(this.#maybeStar));
      comma = this.more(() => patterns.push(this.OR1(this.#maybeStar)));
    });
    this.CONSUME(t.RPAR);
    if (!comma && patterns.length === 1) {
      if (patterns[0].kind === "MatchStar") this.refuse();
      return patterns[0];
    }
    return { kind: "MatchSequence", patterns, ...span(open, this.last()) };
  });

  // sequence_pattern: '[' [maybe_star_pattern (',' maybe_star_pattern)* [',']] ']'
  sequence_pattern: Rule<Pattern> = this.RULE("sequence_pattern", (): Pattern => {
    const open = this.take(t.LSQB);
    const patterns: Pattern[] = [];
    this.OPTION(() => {
      patterns.push(this.OR(this.#maybeStar));
      this.more(() => patterns.push(this.OR1(this.#maybeStar)));
    });
    this.CONSUME(t.RSQB);
    return { kind: "MatchSequence", patterns, ...span(open, this.last()) };
  });

  // mapping_pattern: '{' [items_pattern] [',' '**' NAME] [','] '}'
  mapping_pattern: Rule<Pattern> = this.RULE("mapping_pattern", (): Pattern => {
    const open = this.take(t.LBRACE);
    const mapping: MatchMapping = { kind: "MatchMapping", keys: [], patterns: [], rest: null, ...span(open, open) };
    this.OPTION(() => {
      this.#keyValue(mapping);
      this.more(() => this.#keyValue(mapping));
    });
    this.CONSUME(t.RBRACE);
    return Object.assign(mapping, span(open, this.last()));
  });

  // key_value_pattern | double_star_pattern, which is the last
  #keyValue(mapping: MatchMapping): void {
    if (mapping.rest !== null) this.refuse();
    this.OR8([
      {
        ALT: () => {
          this.CONSUME8(t.DOUBLESTAR);
          mapping.rest = this.CONSUME8(t.NAME).image;
          if (mapping.rest === "_") this.refuse();
        },
      },
      {
        ALT: () => {
          mapping.keys.push(this.SUBRULE8(this.mapping_key));
          this.CONSUME8(t.COLON);
          mapping.patterns.push(this.SUBRULE8(this.pattern));
        },
      },
    ]);
  }

  // What may be a key: a literal, or a dotted name
  mapping_key: Rule<Expr> = this.RULE("mapping_key", (): Expr => {
    const key = this.OR(this.#keys);
    if (key.kind === "Name") this.refuse();
    return key;
  });

  readonly #keys: IOrAlt<Expr>[] = [
    { ALT: () => this.SUBRULE(this.name_or_attr) },
    { ALT: () => this.SUBRULE(this.signed_number) },
    { ALT: () => this.SUBRULE(this.strings) },
    { ALT: () => literal(this.take(t.NONE), { type: "None" }) },
    { ALT: () => literal(this.take(t.TRUE), { type: "bool", value: true }) },
    { ALT: () => literal(this.take(t.FALSE), { type: "bool", value: false }) },
  ];
}

const isImaginary = (number: Expr): boolean => number.kind === "Constant" && number.value.type === "complex";

function valuePattern(value: Expr): Pattern {
  return { kind: "MatchValue", value, ...span(value, value) };
}

function singleton(token: Token, value: ConstantValue): Pattern {
  return { kind: "MatchSingleton", value, ...span(token, token) };
}

function literal(token: Token, value: ConstantValue): Expr {
  return { kind: "Constant", value, prefix: null, ...span(token, token) };
}
