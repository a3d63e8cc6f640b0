// Compound statements: those that own blocks.
import type { IOrAlt } from "chevrotain";
import type { ExceptHandler, Expr, FunctionDef, If, Keyword, MatchCase, Stmt, WithItem } from "./ast.ts";
import { type Rule, span, type Where } from "./base.ts";
import { NAMED_LEVEL } from "./expressions.ts";
import { SimpleStatements } from "./simple.ts";
import type { Token } from "./tokens.ts";
import * as t from "./tokens.ts";

export abstract class CompoundStatements extends SimpleStatements {
  // statements: statement+; a simple one is the rest of its line, so it may be several
  statements: Rule<Stmt[]> = this.RULE("statements", (): Stmt[] => {
    const body: Stmt[] = [];
    this.MANY(() => this.#statement(body));
    return body;
  });

  #statement(body: Stmt[]): void {
    this.OR9([
      { GATE: () => this.matchAhead(), ALT: () => body.push(this.SUBRULE9(this.match_stmt)) },
      { ALT: () => this.SUBRULE9(this.simple_stmts, { ARGS: [body] }) },
      { ALT: () => body.push(this.SUBRULE9(this.compound_stmt)) },
    ]);
  }

  /** `match` is a keyword where its logical line ends with a colon before an indented block. */
  protected matchAhead(): boolean {
    if (this.ahead().image !== "match" || this.idAhead(1) !== t.NAME.tokenTypeIdx) return false;
    let i = 2;
    for (let id = this.idAhead(i); id !== t.NEWLINE.tokenTypeIdx; id = this.idAhead(++i)) {
      if (id === t.ENDMARKER.tokenTypeIdx || id === t.ERRORTOKEN.tokenTypeIdx || id === t.MORE.tokenTypeIdx)
        return false;
    }
    const after = this.idAhead(i + 1);
    const opensBlock = after === t.INDENT.tokenTypeIdx || after === t.MORE.tokenTypeIdx;
    return i > 3 && opensBlock && this.idAhead(i - 1) === t.COLON.tokenTypeIdx;
  }

  compound_stmt: Rule<Stmt> = this.RULE("compound_stmt", (): Stmt => this.OR(this.#compound));

  readonly #compound: IOrAlt<Stmt>[] = [
    { ALT: () => this.SUBRULE(this.if_stmt) },
    { ALT: () => this.SUBRULE(this.function_def, { ARGS: [[], this.ahead(), false] }) },
    { ALT: () => this.SUBRULE(this.for_stmt, { ARGS: [this.ahead(), false] }) },
    { ALT: () => this.SUBRULE(this.class_def, { ARGS: [[]] }) },
    { ALT: () => this.SUBRULE(this.with_stmt, { ARGS: [this.ahead(), false] }) },
    { ALT: () => this.SUBRULE(this.try_stmt) },
    { ALT: () => this.SUBRULE(this.while_stmt) },
    { ALT: () => this.SUBRULE(this.decorated) },
    { ALT: () => this.SUBRULE(this.async_stmt) },
  ];

  async_stmt: Rule<Stmt> = this.RULE("async_stmt", (): Stmt => {
    const start = this.take(t.ASYNC);
    return this.OR([
      { ALT: () => this.SUBRULE(this.function_def, { ARGS: [[], start, true] }) },
      { ALT: () => this.SUBRULE(this.for_stmt, { ARGS: [start, true] }) },
      { ALT: () => this.SUBRULE(this.with_stmt, { ARGS: [start, true] }) },
    ]);
  });

  // decorators (class_def_raw | function_def_raw)
  decorated: Rule<Stmt> = this.RULE("decorated", (): Stmt => {
    const decorators: Expr[] = [];
    this.AT_LEAST_ONE(() => {
      this.CONSUME(t.AT);
      decorators.push(this.named());
      this.CONSUME(t.NEWLINE);
    });
    const start = this.ahead();
    return this.OR<Stmt>([
      { ALT: () => this.SUBRULE(this.class_def, { ARGS: [decorators] }) },
      {
        ALT: () => {
          const isAsync = this.OPTION(() => this.CONSUME(t.ASYNC)) !== undefined;
          return this.SUBRULE(this.function_def, { ARGS: [decorators, start, isAsync] });
        },
      },
    ]);
  });

  // block: NEWLINE INDENT statements DEDENT | simple_stmts
  block: Rule<Stmt[]> = this.RULE("block", (): Stmt[] =>
    this.OR([
      {
        ALT: () => {
          this.CONSUME(t.NEWLINE);
          this.CONSUME(t.INDENT);
          const body = this.SUBRULE(this.statements);
          this.CONSUME(t.DEDENT);
          return body;
        },
      },
      {
        ALT: () => {
          const body: Stmt[] = [];
          this.SUBRULE(this.simple_stmts, { ARGS: [body] });
          return body;
        },
      },
    ]),
  );

  protected colonBlock(): Stmt[] {
    this.CONSUME8(t.COLON);
    return this.SUBRULE8(this.block);
  }

  // function_def_raw: 'def' NAME [type_params] '(' [params] ')' ['->' expression] ':' block
  function_def: Rule<Stmt, [decorators: Expr[], start: Where, isAsync: boolean]> = this.RULE(
    "function_def",
    (decorator_list: Expr[], start: Where = this.ahead(), isAsync = false): Stmt => {
      this.CONSUME(t.DEF);
      const name = this.CONSUME(t.NAME).image;
      const type_params = this.OPTION(() => this.SUBRULE(this.type_params)) ?? [];
      this.CONSUME(t.LPAR);
      const args = this.SUBRULE(this.params);
      this.CONSUME(t.RPAR);
      const returns = this.OPTION1(() => {
        this.CONSUME(t.RARROW);
        return this.SUBRULE(this.expression);
      });
      const body = this.colonBlock();
      const rest: Omit<FunctionDef, "kind"> = {
        name,
        args,
        body,
        decorator_list,
        returns: returns ?? null,
        type_comment: null,
        type_params,
        ...span(start, this.lastSolid()),
      };
      return isAsync ? { kind: "AsyncFunctionDef", ...rest } : { kind: "FunctionDef", ...rest };
    },
  );

  // class_def_raw: 'class' NAME [type_params] ['(' [arguments] ')'] ':' block
  class_def: Rule<Stmt, [decorators: Expr[]]> = this.RULE("class_def", (decorator_list: Expr[]): Stmt => {
    const start = this.take(t.CLASS);
    const name = this.CONSUME(t.NAME).image;
    const type_params = this.OPTION(() => this.SUBRULE(this.type_params)) ?? [];
    let bases: Expr[] = [];
    let keywords: Keyword[] = [];
    this.OPTION1(() => {
      const open = this.ahead();
      ({ args: bases, keywords } = this.SUBRULE(this.arguments));
      this.ACTION(() => {
        const [first] = bases;
        // A generator that shares its parentheses with the call is no base.
        if (first?.kind === "GeneratorExp" && first.col_offset === open.col_offset && first.lineno === open.lineno) {
          this.refuse();
        }
      });
    });
    const body = this.colonBlock();
    return {
      kind: "ClassDef",
      name,
      bases,
      keywords,
      body,
      decorator_list,
      type_params,
      ...span(start, this.lastSolid()),
    };
  });

  // if_stmt: 'if' named_expression ':' block (elif_stmt | [else_block]). The chain is a loop, however long.
  if_stmt: Rule<If> = this.RULE("if_stmt", (): If => {
    const first = this.#branch(this.take(t.IF));
    const chain = [first];
    this.MANY(() => chain.push(this.#branch1(this.CONSUME(t.ELIF) as Token)));
    chain[chain.length - 1].orelse = this.#elseBlock();
    const end = this.lastSolid();
    for (let i = chain.length - 1; i >= 0; i--) {
      chain[i].end_lineno = end.end_lineno;
      chain[i].end_col_offset = end.end_col_offset;
      if (i > 0) chain[i - 1].orelse = [chain[i]];
    }
    return first;
  });

  #branch(start: Token): If {
    const test = this.named();
    return { kind: "If", test, body: this.colonBlock(), orelse: [], ...span(start, start) };
  }

  #branch1(start: Token): If {
    const test = this.SUBRULE7(this.expression, NAMED_LEVEL);
    this.CONSUME7(t.COLON);
    return { kind: "If", test, body: this.SUBRULE7(this.block), orelse: [], ...span(start, start) };
  }

  #elseBlock(): Stmt[] {
    const body = this.OPTION6(() => {
      this.CONSUME6(t.ELSE);
      this.CONSUME6(t.COLON);
      return this.SUBRULE6(this.block);
    });
    return body ?? [];
  }

  while_stmt: Rule<Stmt> = this.RULE("while_stmt", (): Stmt => {
    const start = this.take(t.WHILE);
    const test = this.named();
    const body = this.colonBlock();
    const orelse = this.#elseBlock();
    return { kind: "While", test, body, orelse, ...span(start, this.lastSolid()) };
  });

  // for_stmt: 'for' star_targets 'in' star_expressions ':' block [else_block]
  for_stmt: Rule<Stmt, [start: Where, isAsync: boolean]> = this.RULE(
    "for_stmt",
    (start: Where = this.ahead(), isAsync = false): Stmt => {
      this.CONSUME(t.FOR);
      const target = this.SUBRULE(this.star_targets);
      this.CONSUME(t.IN);
      const iter = this.SUBRULE(this.star_expressions);
      const body = this.colonBlock();
      const orelse = this.#elseBlock();
      const rest = { target, iter, body, orelse, type_comment: null, ...span(start, this.lastSolid()) };
      return isAsync ? { kind: "AsyncFor", ...rest } : { kind: "For", ...rest };
    },
  );

  // with_stmt: 'with' ('(' with_item (',' with_item)* [','] ')' | with_item (',' with_item)*) ':' block
  with_stmt: Rule<Stmt, [start: Where, isAsync: boolean]> = this.RULE(
    "with_stmt",
    (start: Where = this.ahead(), isAsync = false): Stmt => {
      this.CONSUME(t.WITH);
      const items: WithItem[] = [];
      this.OR([
        {
          GATE: () => this.#itemsInParentheses(),
          ALT: () => {
            this.CONSUME(t.LPAR);
            items.push(this.SUBRULE(this.with_item));
            this.more(() => items.push(this.SUBRULE1(this.with_item)));
            this.CONSUME(t.RPAR);
          },
        },
        {
          ALT: () => this.AT_LEAST_ONE_SEP({ SEP: t.COMMA, DEF: () => items.push(this.SUBRULE2(this.with_item)) }),
        },
      ]);
      const body = this.colonBlock();
      const rest = { items, body, type_comment: null, ...span(start, this.lastSolid()) };
      return isAsync ? { kind: "AsyncWith", ...rest } : { kind: "With", ...rest };
    },
  );

  /**
   * Whether a parenthesis after `with` encloses items and not an expression: the colon follows it, and it holds
   * nothing at its own level that no item can have.
   */
  #itemsInParentheses(): boolean {
    const { partner } = this.ahead();
    if (partner === 0 || this.idAhead(partner + 2) !== t.COLON.tokenTypeIdx) return false;
    let i = 2;
    if (i === partner + 1 || this.idAhead(i) === t.YIELD.tokenTypeIdx) return false;
    for (let before = t.COMMA.tokenTypeIdx; i <= partner; before = this.idAhead(i++)) {
      const token = this.LA(i) as Token;
      const id = token.tokenTypeIdx;
      if (id === t.COLONEQUAL.tokenTypeIdx || id === t.FOR.tokenTypeIdx || id === t.ASYNC.tokenTypeIdx) return false;
      if (id === t.STAR.tokenTypeIdx && before === t.COMMA.tokenTypeIdx) return false;
      i += token.partner;
    }
    return true;
  }

  // with_item: expression ['as' star_target]
  with_item: Rule<WithItem> = this.RULE("with_item", (): WithItem => {
    const context_expr = this.SUBRULE(this.expression);
    const optional_vars =
      this.OPTION(() => {
        this.CONSUME(t.AS);
        return this.SUBRULE(this.star_target);
      }) ?? null;
    return { kind: "withitem", context_expr, optional_vars };
  });

  // try_stmt: 'try' ':' block (finally_block | (except_block+ | except_star_block+) [else_block] [finally_block])
  try_stmt: Rule<Stmt> = this.RULE("try_stmt", (): Stmt => {
    const start = this.take(t.TRY);
    const body = this.colonBlock();
    const handlers: ExceptHandler[] = [];
    let stars = 0;
    this.MANY(() => {
      const { handler, star } = this.SUBRULE(this.except_block);
      handlers.push(handler);
      if (star) stars++;
    });
    const orelse = this.#elseBlock();
    const last = handlers.at(-1);
    const finalbody =
      this.OPTION(() => {
        this.CONSUME(t.FINALLY);
        this.CONSUME5(t.COLON);
        return this.SUBRULE5(this.block);
      }) ?? null;
    if (last === undefined && (finalbody === null || orelse.length > 0)) this.refuse();
    if (stars !== 0 && stars !== handlers.length) this.refuse();
    const rest = { body, handlers, orelse, finalbody: finalbody ?? [], ...span(start, this.lastSolid()) };
    return stars > 0 ? { kind: "TryStar", ...rest } : { kind: "Try", ...rest };
  });

  // except_block: 'except' ['*'] [expression ['as' NAME]] ':' block
  except_block: Rule<{ handler: ExceptHandler; star: boolean }> = this.RULE("except_block", () => {
    const start = this.take(t.EXCEPT);
    const star = this.OPTION(() => this.CONSUME(t.STAR)) !== undefined;
    let type: Expr | null = null;
    let name: string | null = null;
    this.OPTION1(() => {
      type = this.SUBRULE(this.expression);
      this.OPTION2(() => {
        this.CONSUME(t.AS);
        name = this.CONSUME(t.NAME).image;
      });
    });
    if (star && type === null) this.refuse();
    const body = this.colonBlock();
    const handler: ExceptHandler = { kind: "ExceptHandler", type, name, body, ...span(start, this.lastSolid()) };
    return { handler, star };
  });

  // match_stmt: "match" subject_expr ':' NEWLINE INDENT case_block+ DEDENT
  match_stmt: Rule<Stmt> = this.RULE("match_stmt", (): Stmt => {
    const start = this.take(t.NAME);
    const subject = this.SUBRULE(this.subject_expr);
    this.CONSUME(t.COLON);
    this.CONSUME(t.NEWLINE);
    this.CONSUME(t.INDENT);
    const cases: MatchCase[] = [];
    this.AT_LEAST_ONE(() => cases.push(this.SUBRULE(this.case_block)));
    this.CONSUME(t.DEDENT);
    return { kind: "Match", subject, cases, ...span(start, this.lastSolid()) };
  });

  // subject_expr: star_named_expression ',' [star_named_expressions] | named_expression
  subject_expr: Rule<Expr> = this.RULE("subject_expr", (): Expr => {
    const start = this.ahead();
    const first = this.starNamed();
    const elts = [first];
    const comma = this.more(() => elts.push(this.SUBRULE(this.star_named_expression)));
    if (comma) return { kind: "Tuple", elts, ctx: "Load", ...span(start, this.last()) };
    if (first.kind === "Starred") this.refuse();
    return first;
  });

  star_named_expression: Rule<Expr> = this.RULE("star_named_expression", (): Expr => this.starNamed());

  // case_block: "case" patterns ['if' named_expression] ':' block
  case_block: Rule<MatchCase> = this.RULE("case_block", (): MatchCase => {
    if (this.CONSUME(t.NAME).image !== "case") this.refuse();
    const pattern = this.SUBRULE(this.patterns);
    const guard =
      this.OPTION(() => {
        this.CONSUME(t.IF);
        return this.named();
      }) ?? null;
    return { kind: "match_case", pattern, guard, body: this.colonBlock() };
  });
}
