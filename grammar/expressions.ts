// Expressions. The rule `expression` is flat: all operators in one loop over a work list (climb.ts); recursion is by
// brackets only, of which the tokenizer allows 200.
import type { IOrAlt } from "chevrotain";
import type { Arguments, Comprehension, Expr, Keyword } from "./ast.ts";
import { Base, ENDS_SLICES, type Rule, setContext, span } from "./base.ts";
import { BITWISE_OR, Climb, DISJUNCTION, EXPRESSION, NAMED } from "./climb.ts";
import { checkDigits, numberValue } from "./numbers.ts";
import type { Token } from "./tokens.ts";
import * as t from "./tokens.ts";

interface CallArguments {
  readonly args: Expr[];
  readonly keywords: Keyword[];
}

export abstract class Expressions extends Base {
  protected readonly climb = new Climb();

  abstract lambda_params: Rule<Arguments>;
  abstract strings: Rule<Expr>;

  // Alternatives that capture nothing are made once per parser, not once per use.
  readonly #prefixAlternatives: IOrAlt<unknown>[] = [
    {
      ALT: () => {
        const token = this.take(t.Prefix);
        this.ACTION(() => this.climb.prefix(token));
      },
    },
    {
      ALT: () => {
        const token = this.take(t.LAMBDA);
        const args = this.SUBRULE(this.lambda_params);
        this.CONSUME(t.COLON);
        this.ACTION(() => this.climb.lambda(token, args));
      },
    },
    {
      ALT: () => {
        const target = this.take(t.NAME);
        this.CONSUME(t.COLONEQUAL);
        this.ACTION(() => this.climb.named(target));
      },
    },
  ];

  readonly #atomAlternatives: IOrAlt<Expr>[] = [
    {
      ALT: () => {
        const token = this.CONSUME1(t.NAME) as Token;
        return {
          kind: "Name",
          id: token.image,
          ctx: "Load",
          lineno: token.lineno,
          col_offset: token.col_offset,
          end_lineno: token.end_lineno,
          end_col_offset: token.end_col_offset,
        };
      },
    },
    {
      ALT: () => {
        const token = this.take(t.NUMBER);
        return this.ACTION(() => {
          if (checkDigits(token.image) !== null) this.refuse();
          return { kind: "Constant", value: numberValue(token.image), prefix: null, ...span(token, token) };
        });
      },
    },
    { ALT: () => this.SUBRULE(this.strings) },
    { ALT: () => this.SUBRULE(this.group) },
    { ALT: () => this.SUBRULE(this.list) },
    { ALT: () => this.SUBRULE(this.dict) },
    { ALT: () => constant(this.take(t.NONE), { type: "None" }) },
    { ALT: () => constant(this.take(t.TRUE), { type: "bool", value: true }) },
    { ALT: () => constant(this.take(t.FALSE), { type: "bool", value: false }) },
    { ALT: () => constant(this.take(t.ELLIPSIS), { type: "Ellipsis" }) },
  ];

  // expression: disjunction ['if' disjunction 'else' expression] | lambdef
  // The level says how loose an operator it may take: a disjunction takes no `if`, a bitwise_or no comparison.
  expression: Rule<Expr, [level?: number]> = this.RULE("expression", (level: number = EXPRESSION): Expr => {
    const base = this.climb.depth;
    let value: Expr | null = null;
    let more = false;
    // An operand is ('not' | '+' | '-' | '~' | lambda | name ':=')* ['await'] atom trailer*
    this.AT_LEAST_ONE({
      GATE: () => more,
      DEF: () => {
        this.MANY({ GATE: () => this.#prefixAhead(base, level), DEF: () => this.OR(this.#prefixAlternatives) });
        const start = this.ahead();
        const awaiting = this.OPTION(() => this.CONSUME(t.AWAIT));
        const from = this.ahead();
        let operand: Expr = this.OR1(this.#atomAlternatives);
        this.MANY1(() => {
          operand = this.#trailer(operand, from);
        });
        const end = this.last();
        value = awaiting === undefined ? operand : { kind: "Await", value: operand, ...span(start, end) };
        more = this.#infix(value, start, end, base, level);
      },
    });
    if (more) this.refuse();
    return this.ACTION(() => this.climb.finish(value as unknown as Expr, this.last(), base) ?? this.refuse());
  });

  /** Takes the operator behind an operand, if one goes on with the expression. */
  #infix(operand: Expr, start: Token, end: Token, base: number, level: number): boolean {
    const operator = this.OPTION1({
      GATE: () => this.climb.allowsInfix(this.idAhead(1), this.idAhead(2), base, level),
      DEF: () => this.take(t.Infix),
    });
    if (operator === undefined) return false;
    if (operator.image === "<>") this.refuse();
    const double = operator.tokenTypeIdx === t.IS.tokenTypeIdx || operator.tokenTypeIdx === t.NOT.tokenTypeIdx;
    const second = this.OPTION2({
      GATE: () => double,
      DEF: () => this.OR3([{ ALT: () => this.CONSUME(t.NOT) }, { ALT: () => this.CONSUME(t.IN) }]),
    });
    this.ACTION(() => this.climb.infix(operator, second, operand, start, end, base));
    return true;
  }

  // '.' NAME | '(' [arguments] ')' | genexp | '[' slices ']'
  #trailer(value: Expr, from: Token): Expr {
    return this.OR2<Expr>([
      {
        ALT: () => {
          this.CONSUME(t.DOT);
          const name = this.CONSUME2(t.NAME);
          return { kind: "Attribute", value, attr: name.image, ctx: "Load", ...span(from, this.last()) };
        },
      },
      {
        ALT: () => {
          const { args, keywords } = this.SUBRULE(this.arguments);
          return { kind: "Call", func: value, args, keywords, ...span(from, this.last()) };
        },
      },
      {
        ALT: () => {
          const slice = this.SUBRULE(this.slices);
          return { kind: "Subscript", value, slice, ctx: "Load", ...span(from, this.last()) };
        },
      },
    ]);
  }

  #prefixAhead(base: number, level: number): boolean {
    const id = this.idAhead(1);
    if (id === t.NAME.tokenTypeIdx) {
      return this.idAhead(2) === t.COLONEQUAL.tokenTypeIdx && this.climb.allowsNamed(base, level);
    }
    if (id === t.LAMBDA.tokenTypeIdx) return this.climb.allowsLambda(base, level);
    return this.climb.allowsPrefix(id, base, level);
  }

  // named_expression: NAME ':=' expression | expression !':='
  protected named(): Expr {
    return this.SUBRULE8(this.expression, NAMED_LEVEL);
  }

  readonly #starredAlternatives: IOrAlt<Expr>[] = [
    {
      ALT: () => {
        const star = this.CONSUME8(t.STAR) as Token;
        const value = this.SUBRULE7(this.expression, BITWISE_OR_LEVEL);
        return { kind: "Starred", value, ctx: "Load", ...span(star, this.last()) };
      },
    },
    { ALT: () => this.SUBRULE8(this.expression) },
  ];
  readonly #starredNamedAlternatives: IOrAlt<Expr>[] = [
    this.#starredAlternatives[0],
    { ALT: () => this.SUBRULE8(this.expression, NAMED_LEVEL) },
  ];

  // star_named_expression: '*' bitwise_or | named_expression
  protected starNamed(): Expr {
    return this.OR8(this.#starredNamedAlternatives);
  }

  // star_expressions: star_expression (',' star_expression)* [',']
  star_expressions: Rule<Expr> = this.RULE("star_expressions", (): Expr => {
    const start = this.ahead();
    const first = this.OR8(this.#starredAlternatives);
    const elts = [first];
    const comma = this.more(() => elts.push(this.OR7(this.#starredAlternatives)));
    return comma ? { kind: "Tuple", elts, ctx: "Load", ...span(start, this.last()) } : first;
  });

  yield_expr: Rule<Expr> = this.RULE("yield_expr", (): Expr => {
    const start = this.take(t.YIELD);
    return this.OR([
      {
        ALT: () => {
          this.CONSUME(t.FROM);
          const value = this.SUBRULE(this.expression);
          return { kind: "YieldFrom", value, ...span(start, this.last()) };
        },
      },
      {
        ALT: () => {
          const value = this.OPTION(() => this.SUBRULE(this.star_expressions)) ?? null;
          return { kind: "Yield", value, ...span(start, this.last()) };
        },
      },
    ]);
  });

  // annotated_rhs: yield_expr | star_expressions
  protected readonly annotatedRhs: IOrAlt<Expr>[] = [
    { ALT: () => this.SUBRULE6(this.yield_expr) },
    { ALT: () => this.SUBRULE6(this.star_expressions) },
  ];

  // tuple | group | genexp
  group: Rule<Expr> = this.RULE("group", (): Expr => {
    const open = this.take(t.LPAR);
    const elts: Expr[] = [];
    let comma = false;
    let generators: Comprehension[] | undefined;
    this.OPTION(() =>
      this.OR([
        { ALT: () => elts.push(this.SUBRULE(this.yield_expr)) },
        {
          ALT: () => {
            elts.push(this.starNamed());
            generators = this.OPTION1(() => this.SUBRULE(this.for_if_clauses));
            comma = this.more(() => elts.push(this.OR7(this.#starredNamedAlternatives)));
          },
        },
      ]),
    );
    const close = this.take(t.RPAR);
    if (comma || elts.length === 0) {
      if (generators !== undefined) this.refuse();
      return { kind: "Tuple", elts, ctx: "Load", ...span(open, close) };
    }
    if (elts[0].kind === "Starred") this.refuse();
    return generators === undefined
      ? elts[0]
      : { kind: "GeneratorExp", elt: elts[0], generators, ...span(open, close) };
  });

  // list | listcomp
  list: Rule<Expr> = this.RULE("list", (): Expr => {
    const open = this.take(t.LSQB);
    const elts: Expr[] = [];
    let comma = false;
    let generators: Comprehension[] | undefined;
    this.OPTION(() => {
      elts.push(this.starNamed());
      generators = this.OPTION1(() => this.SUBRULE(this.for_if_clauses));
      comma = this.more(() => elts.push(this.OR7(this.#starredNamedAlternatives)));
    });
    const close = this.take(t.RSQB);
    if (generators === undefined) return { kind: "List", elts, ctx: "Load", ...span(open, close) };
    if (comma || elts[0].kind === "Starred") this.refuse();
    return { kind: "ListComp", elt: elts[0], generators, ...span(open, close) };
  });

  // dict | set | dictcomp | setcomp
  dict: Rule<Expr> = this.RULE("dict", (): Expr => {
    const open = this.take(t.LBRACE);
    const keys: (Expr | null)[] = [];
    const values: Expr[] = [];
    let isSet = false;
    let comma = false;
    let generators: Comprehension[] | undefined;
    this.OPTION(() => {
      isSet = this.#dictItem(keys, values);
      generators = this.OPTION1(() => this.SUBRULE(this.for_if_clauses));
      comma = this.more(() => {
        if (this.#dictItem(keys, values) !== isSet) this.refuse();
      });
    });
    const where = span(open, this.take(t.RBRACE));
    if (generators === undefined) {
      return isSet ? { kind: "Set", elts: values, ...where } : { kind: "Dict", keys, values, ...where };
    }
    const key = keys[0];
    if (comma || values[0].kind === "Starred" || (!isSet && key === null)) this.refuse();
    if (isSet || key === null) return { kind: "SetComp", elt: values[0], generators, ...where };
    return { kind: "DictComp", key, value: values[0], generators, ...where };
  });

  // double_starred_kvpair | star_named_expression: answers whether the item is one of a set.
  #dictItem(keys: (Expr | null)[], values: Expr[]): boolean {
    return this.OR6([
      {
        ALT: () => {
          this.CONSUME(t.DOUBLESTAR);
          keys.push(null);
          values.push(this.SUBRULE6(this.expression, BITWISE_OR_LEVEL));
          return false;
        },
      },
      {
        ALT: () => {
          const named = this.idAhead(2) === t.COLONEQUAL.tokenTypeIdx;
          const first = this.starNamed();
          const value = this.OPTION6(() => {
            this.CONSUME(t.COLON);
            return this.SUBRULE5(this.expression);
          });
          if (value === undefined) {
            values.push(first);
            return true;
          }
          if (named || first.kind === "Starred") this.refuse();
          keys.push(first);
          values.push(value);
          return false;
        },
      },
    ]);
  }

  // for_if_clauses: (['async'] 'for' star_targets 'in' disjunction ('if' disjunction)*)+
  for_if_clauses: Rule<Comprehension[]> = this.RULE("for_if_clauses", (): Comprehension[] => {
    const clauses: Comprehension[] = [];
    this.AT_LEAST_ONE(() => {
      const is_async = this.OPTION(() => this.CONSUME(t.ASYNC)) === undefined ? 0 : 1;
      this.CONSUME(t.FOR);
      const target = this.SUBRULE(this.star_targets);
      this.CONSUME(t.IN);
      const iter = this.SUBRULE(this.expression, DISJUNCTION_LEVEL);
      const ifs: Expr[] = [];
      this.MANY(() => {
        this.CONSUME(t.IF);
        ifs.push(this.SUBRULE1(this.expression, DISJUNCTION_LEVEL));
      });
      clauses.push({ kind: "comprehension", target, iter, ifs, is_async });
    });
    return clauses;
  });

  readonly #targetAlternatives: IOrAlt<Expr>[] = [
    this.#starredAlternatives[0],
    { ALT: () => this.SUBRULE8(this.expression, BITWISE_OR_LEVEL) },
  ];

  // star_targets: star_target (',' star_target)* [',']
  star_targets: Rule<Expr> = this.RULE("star_targets", (): Expr => {
    const start = this.ahead();
    const first = this.OR8(this.#targetAlternatives);
    const elts = [first];
    const comma = this.more(() => elts.push(this.OR7(this.#targetAlternatives)));
    const target: Expr = comma ? { kind: "Tuple", elts, ctx: "Load", ...span(start, this.last()) } : first;
    if (!setContext(target, "Store")) this.refuse();
    return target;
  });

  // star_target, as after `as`
  star_target: Rule<Expr> = this.RULE("star_target", (): Expr => {
    const target = this.OR8(this.#targetAlternatives);
    if (!setContext(target, "Store")) this.refuse();
    return target;
  });

  // slices: slice !',' | (slice | starred_expression) (',' (slice | starred_expression))* [',']
  slices: Rule<Expr> = this.RULE("slices", (): Expr => {
    this.CONSUME(t.LSQB);
    const start = this.ahead();
    const first = this.OR8(this.#sliceAlternatives);
    const elts = [first];
    const comma = this.more(() => elts.push(this.OR7(this.#sliceAlternatives)), ENDS_SLICES);
    const end = this.last();
    this.CONSUME(t.RSQB);
    return comma || first.kind === "Starred" ? { kind: "Tuple", elts, ctx: "Load", ...span(start, end) } : first;
  });

  readonly #sliceAlternatives: IOrAlt<Expr>[] = [
    { ALT: () => this.SUBRULE6(this.starred_expression) },
    { ALT: () => this.SUBRULE6(this.slice) },
  ];

  // slice: [expression] ':' [expression] [':' [expression]] | named_expression
  slice: Rule<Expr> = this.RULE("slice", (): Expr => {
    const start = this.ahead();
    const named = this.idAhead(2) === t.COLONEQUAL.tokenTypeIdx;
    const lower = this.OPTION(() => this.named()) ?? null;
    let upper: Expr | null = null;
    let step: Expr | null = null;
    const colon = this.OPTION1(() => {
      this.CONSUME(t.COLON);
      upper = this.OPTION2(() => this.SUBRULE2(this.expression)) ?? null;
      this.OPTION3(() => {
        this.CONSUME3(t.COLON);
        step = this.OPTION4(() => this.SUBRULE3(this.expression)) ?? null;
      });
      return true;
    });
    if (colon === undefined) return lower ?? this.refuse();
    if (named) this.refuse();
    return { kind: "Slice", lower, upper, step, ...span(start, this.last()) };
  });

  // starred_expression: '*' expression
  starred_expression: Rule<Expr> = this.RULE("starred_expression", (): Expr => {
    const star = this.take(t.STAR);
    const value = this.SUBRULE(this.expression);
    return { kind: "Starred", value, ctx: "Load", ...span(star, this.last()) };
  });

  // '(' [arguments] ')' | genexp
  arguments: Rule<CallArguments> = this.RULE("arguments", (): CallArguments => {
    const open = this.take(t.LPAR);
    const list: CallArguments = { args: [], keywords: [] };
    let generators: Comprehension[] | undefined;
    let comma = false;
    this.OPTION(() => {
      this.#argument(list);
      generators = this.OPTION1(() => this.SUBRULE(this.for_if_clauses));
      comma = this.more(() => this.#argument(list));
    });
    const close = this.take(t.RPAR);
    if (generators !== undefined) {
      const elt = list.args[0];
      if (comma || elt === undefined || elt.kind === "Starred") return this.refuse();
      list.args[0] = { kind: "GeneratorExp", elt, generators, ...span(open, close) };
    }
    return list;
  });

  /** One argument. Positional ones stand before keywords, and iterables are unpacked before mappings. */
  #argument({ args, keywords }: CallArguments): void {
    this.OR6([
      {
        GATE: () => this.idAhead(2) === t.EQUAL.tokenTypeIdx,
        ALT: () => {
          const name = this.CONSUME6(t.NAME) as Token;
          this.CONSUME6(t.EQUAL);
          const value = this.SUBRULE4(this.expression);
          keywords.push({ kind: "keyword", arg: name.image, value, ...span(name, this.last()) });
        },
      },
      {
        ALT: () => {
          if (keywords.length > 0) this.refuse();
          args.push(this.SUBRULE5(this.expression, NAMED_LEVEL));
        },
      },
      {
        ALT: () => {
          if (keywords.some(({ arg }) => arg === null)) this.refuse();
          args.push(this.SUBRULE5(this.starred_expression));
        },
      },
      {
        ALT: () => {
          const stars = this.CONSUME6(t.DOUBLESTAR) as Token;
          const value = this.SUBRULE6(this.expression);
          keywords.push({ kind: "keyword", arg: null, value, ...span(stars, this.last()) });
        },
      },
    ]);
  }
}

export const NAMED_LEVEL: { ARGS: [level?: number] } = { ARGS: [NAMED] };
export const BITWISE_OR_LEVEL: { ARGS: [level?: number] } = { ARGS: [BITWISE_OR] };
const DISJUNCTION_LEVEL: { ARGS: [level?: number] } = { ARGS: [DISJUNCTION] };

function constant(token: Token, value: Extract<Expr, { kind: "Constant" }>["value"]): Expr {
  return { kind: "Constant", value, prefix: null, ...span(token, token) };
}
