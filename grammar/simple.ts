// Simple statements: those that fit on one line.
import type { IOrAlt } from "chevrotain";
import type { Alias, AnnAssign, Assign, AugAssign, Expr, Operator, Stmt } from "./ast.ts";
import { isSingleTarget, type Rule, setContext, span } from "./base.ts";
import { BITWISE_OR_LEVEL } from "./expressions.ts";
import { Patterns } from "./patterns.ts";
import type { Token } from "./tokens.ts";
import * as t from "./tokens.ts";

const AUGMENTED: Record<string, Operator> = {
  "+=": "Add",
  "-=": "Sub",
  "*=": "Mult",
  "/=": "Div",
  "//=": "FloorDiv",
  "%=": "Mod",
  "@=": "MatMult",
  "&=": "BitAnd",
  "|=": "BitOr",
  "^=": "BitXor",
  "<<=": "LShift",
  ">>=": "RShift",
  "**=": "Pow",
};

export abstract class SimpleStatements extends Patterns {
  // simple_stmts: simple_stmt (';' simple_stmt)* [';'] NEWLINE
  simple_stmts: Rule<void, [body: Stmt[]]> = this.RULE("simple_stmts", (body: Stmt[] = []): void => {
    let open = true;
    body.push(this.OR(this.#simple));
    this.MANY({
      GATE: () => open,
      DEF: () => {
        this.CONSUME(t.SEMI);
        open = false;
        this.OPTION(() => {
          body.push(this.OR1(this.#simple));
          open = true;
        });
      },
    });
    this.CONSUME(t.NEWLINE);
  });

  readonly #simple: IOrAlt<Stmt>[] = [
    {
      GATE: () =>
        this.ahead().image === "type" &&
        this.idAhead(1) === t.NAME.tokenTypeIdx &&
        this.idAhead(2) === t.NAME.tokenTypeIdx,
      ALT: () => this.SUBRULE9(this.type_alias),
    },
    { ALT: () => this.SUBRULE9(this.expression_stmt) },
    { ALT: () => this.SUBRULE9(this.return_stmt) },
    { ALT: () => this.SUBRULE9(this.import_name) },
    { ALT: () => this.SUBRULE9(this.import_from) },
    { ALT: () => this.SUBRULE9(this.raise_stmt) },
    { ALT: () => bare("Pass", this.CONSUME9(t.PASS) as Token) },
    { ALT: () => this.SUBRULE9(this.del_stmt) },
    { ALT: () => this.SUBRULE9(this.assert_stmt) },
    { ALT: () => bare("Break", this.CONSUME9(t.BREAK) as Token) },
    { ALT: () => bare("Continue", this.CONSUME9(t.CONTINUE) as Token) },
    { ALT: () => this.SUBRULE9(this.global_stmt) },
    { ALT: () => this.SUBRULE9(this.nonlocal_stmt) },
  ];

  // An assignment of any kind, or an expression.
  expression_stmt: Rule<Stmt> = this.RULE("expression_stmt", (): Stmt => {
    const start = this.ahead();
    const first = this.OR(this.annotatedRhs);
    return this.OR1([
      { ALT: () => this.#assignment(start, first) },
      { ALT: () => this.#annotated(start, first) },
      { ALT: () => this.#augmented(start, first) },
      { ALT: () => ({ kind: "Expr", value: first, ...span(start, this.last()) }) },
    ]);
  });

  // (star_targets '=')+ annotated_rhs
  #assignment(start: Token, first: Expr): Assign {
    const targets: Expr[] = [];
    let value = first;
    this.AT_LEAST_ONE(() => {
      this.CONSUME(t.EQUAL);
      if (!setContext(value, "Store")) this.refuse();
      targets.push(value);
      value = this.OR2(this.annotatedRhs);
    });
    return { kind: "Assign", targets, value, type_comment: null, ...span(start, this.last()) };
  }

  // (NAME | '(' single_target ')' | single_subscript_attribute_target) ':' expression ['=' annotated_rhs]
  #annotated(start: Token, target: Expr): AnnAssign {
    const simple = start === this.last() && target.kind === "Name" ? 1 : 0;
    this.CONSUME(t.COLON);
    if (!isSingleTarget(target)) this.refuse();
    setContext(target, "Store");
    const annotation = this.SUBRULE(this.expression);
    const value =
      this.OPTION(() => {
        this.CONSUME1(t.EQUAL);
        return this.OR3(this.annotatedRhs);
      }) ?? null;
    return { kind: "AnnAssign", target, annotation, value, simple, ...span(start, this.last()) };
  }

  // single_target augassign annotated_rhs
  #augmented(start: Token, target: Expr): AugAssign {
    if (!isSingleTarget(target)) this.refuse();
    setContext(target, "Store");
    const op = AUGMENTED[this.CONSUME(t.AugAssignOp).image];
    const value = this.OR4(this.annotatedRhs);
    return { kind: "AugAssign", target, op, value, ...span(start, this.last()) };
  }

  // type_alias: "type" NAME [type_params] '=' expression
  type_alias: Rule<Stmt> = this.RULE("type_alias", (): Stmt => {
    const start = this.take(t.NAME);
    const name = this.CONSUME1(t.NAME) as Token;
    const type_params = this.OPTION(() => this.SUBRULE(this.type_params)) ?? [];
    this.CONSUME(t.EQUAL);
    const value = this.SUBRULE(this.expression);
    const target: Expr = { kind: "Name", id: name.image, ctx: "Store", ...span(name, name) };
    return { kind: "TypeAlias", name: target, type_params, value, ...span(start, this.last()) };
  });

  return_stmt: Rule<Stmt> = this.RULE("return_stmt", (): Stmt => {
    const start = this.take(t.RETURN);
    const value = this.OPTION(() => this.SUBRULE(this.star_expressions)) ?? null;
    return { kind: "Return", value, ...span(start, this.last()) };
  });

  // raise_stmt: 'raise' [expression ['from' expression]]
  raise_stmt: Rule<Stmt> = this.RULE("raise_stmt", (): Stmt => {
    const start = this.take(t.RAISE);
    let exc: Expr | null = null;
    let cause: Expr | null = null;
    this.OPTION(() => {
      exc = this.SUBRULE(this.expression);
      this.OPTION1(() => {
        this.CONSUME(t.FROM);
        cause = this.SUBRULE1(this.expression);
      });
    });
    return { kind: "Raise", exc, cause, ...span(start, this.last()) };
  });

  // del_stmt: 'del' del_target (',' del_target)* [',']
  del_stmt: Rule<Stmt> = this.RULE("del_stmt", (): Stmt => {
    const start = this.take(t.DEL);
    const targets: Expr[] = [this.SUBRULE(this.expression, BITWISE_OR_LEVEL)];
    this.more(() => targets.push(this.SUBRULE1(this.expression, BITWISE_OR_LEVEL)));
    if (!targets.every((each) => setContext(each, "Del"))) this.refuse();
    return { kind: "Delete", targets, ...span(start, this.last()) };
  });

  assert_stmt: Rule<Stmt> = this.RULE("assert_stmt", (): Stmt => {
    const start = this.take(t.ASSERT);
    const test = this.SUBRULE(this.expression);
    const msg =
      this.OPTION(() => {
        this.CONSUME(t.COMMA);
        return this.SUBRULE1(this.expression);
      }) ?? null;
    return { kind: "Assert", test, msg, ...span(start, this.last()) };
  });

  global_stmt: Rule<Stmt> = this.RULE("global_stmt", (): Stmt => {
    const start = this.take(t.GLOBAL);
    const names = this.#names();
    return { kind: "Global", names, ...span(start, this.last()) };
  });

  nonlocal_stmt: Rule<Stmt> = this.RULE("nonlocal_stmt", (): Stmt => {
    const start = this.take(t.NONLOCAL);
    const names = this.#names();
    return { kind: "Nonlocal", names, ...span(start, this.last()) };
  });

  #names(): string[] {
    const names: string[] = [];
    this.AT_LEAST_ONE_SEP9({ SEP: t.COMMA, DEF: () => names.push(this.CONSUME9(t.NAME).image) });
    return names;
  }

  // import_name: 'import' dotted_as_name (',' dotted_as_name)*
  import_name: Rule<Stmt> = this.RULE("import_name", (): Stmt => {
    const start = this.take(t.IMPORT);
    const names: Alias[] = [];
    this.AT_LEAST_ONE_SEP({
      SEP: t.COMMA,
      DEF: () => {
        const first = this.ahead();
        const name = this.SUBRULE(this.dotted_name);
        const asname = this.#asName();
        names.push({ kind: "alias", name, asname, ...span(first, this.last()) });
      },
    });
    return { kind: "Import", names, ...span(start, this.last()) };
  });

  #asName(): string | null {
    const name = this.OPTION9(() => {
      this.CONSUME9(t.AS);
      return this.CONSUME9(t.NAME).image;
    });
    return name ?? null;
  }

  // dotted_name: NAME ('.' NAME)*
  dotted_name: Rule<string> = this.RULE("dotted_name", (): string => {
    let name = this.CONSUME(t.NAME).image;
    this.MANY(() => {
      this.CONSUME(t.DOT);
      name += `.${this.CONSUME1(t.NAME).image}`;
    });
    return name;
  });

  // import_from: 'from' ('.' | '...')* [dotted_name] 'import' ('*' | '(' names [','] ')' | names)
  import_from: Rule<Stmt> = this.RULE("import_from", (): Stmt => {
    const start = this.take(t.FROM);
    let level = 0;
    this.MANY(() => {
      level += this.OR([
        { ALT: () => this.CONSUME(t.DOT).image.length },
        { ALT: () => this.CONSUME(t.ELLIPSIS).image.length },
      ]);
    });
    const module = this.OPTION(() => this.SUBRULE(this.dotted_name)) ?? null;
    if (module === null && level === 0) this.refuse();
    this.CONSUME(t.IMPORT);
    const names: Alias[] = [];
    this.OR1([
      {
        ALT: () => {
          const star = this.take(t.STAR);
          names.push({ kind: "alias", name: "*", asname: null, ...span(star, star) });
        },
      },
      {
        ALT: () => {
          this.CONSUME(t.LPAR);
          names.push(this.SUBRULE(this.import_from_as_name));
          this.more(() => names.push(this.SUBRULE1(this.import_from_as_name)));
          this.CONSUME(t.RPAR);
        },
      },
      {
        ALT: () =>
          this.AT_LEAST_ONE_SEP({
            SEP: t.COMMA,
            DEF: () => names.push(this.SUBRULE2(this.import_from_as_name)),
          }),
      },
    ]);
    return { kind: "ImportFrom", module, names, level, ...span(start, this.last()) };
  });

  import_from_as_name: Rule<Alias> = this.RULE("import_from_as_name", (): Alias => {
    const start = this.take(t.NAME);
    const asname = this.#asName();
    return { kind: "alias", name: start.image, asname, ...span(start, this.last()) };
  });
}

function bare(kind: "Pass" | "Break" | "Continue", token: Token): Stmt {
  return { kind, ...span(token, token) };
}
