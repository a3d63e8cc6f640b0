// The parser as a whole: Python's start rules on top of statements, which stand on expressions and so on down.
import type { Expr, Expression, FunctionType, Interactive, Module, Stmt } from "./ast.ts";
import { type Rule, span } from "./base.ts";
import { CompoundStatements } from "./compound.ts";
import { DECISIONS } from "./decisions.gen.ts";
import type { TokenList } from "./tokenizer.ts";
import * as t from "./tokens.ts";

export class PythonParser extends CompoundStatements {
  /** A parser that does not recall its decisions works them out of its rules, which takes ten times as long. */
  constructor(recall = true) {
    super();
    if (recall) this.recall(DECISIONS);
    else this.analyse();
  }

  /** Gives the parser what to read. */
  load({ source, tokens, warnings }: TokenList): void {
    this.source = source;
    this.warnings = warnings;
    this.climb.reset();
    this.input = tokens;
  }

  /** Lets go of what was read. */
  release(): void {
    this.source = "";
    this.warnings = [];
    this.input = [];
  }

  // file: [statements] ENDMARKER
  file: Rule<Module> = this.RULE("file", (): Module => {
    const body = this.SUBRULE(this.statements);
    this.CONSUME(t.ENDMARKER);
    return { kind: "Module", body, type_ignores: [] };
  });

  // eval: expressions NEWLINE* ENDMARKER
  eval: Rule<Expression> = this.RULE("eval", (): Expression => {
    const start = this.ahead();
    const first = this.SUBRULE(this.expression);
    const elts = [first];
    const comma = this.more(() => elts.push(this.SUBRULE1(this.expression)));
    const body: Expr = comma ? { kind: "Tuple", elts, ctx: "Load", ...span(start, this.last()) } : first;
    this.MANY(() => this.CONSUME(t.NEWLINE));
    this.CONSUME(t.ENDMARKER);
    return { kind: "Expression", body };
  });

  // interactive: compound_stmt NEWLINE | simple_stmts | NEWLINE
  interactive: Rule<Interactive> = this.RULE("interactive", (): Interactive => {
    const body: Stmt[] = [];
    this.OR([
      {
        GATE: () => this.matchAhead(),
        ALT: () => {
          body.push(this.SUBRULE(this.match_stmt));
          this.CONSUME(t.NEWLINE);
        },
      },
      { ALT: () => this.SUBRULE(this.simple_stmts, { ARGS: [body] }) },
      {
        ALT: () => {
          body.push(this.SUBRULE(this.compound_stmt));
          this.CONSUME1(t.NEWLINE);
        },
      },
      {
        ALT: () => {
          const newline = this.CONSUME2(t.NEWLINE) as t.Token;
          body.push({ kind: "Pass", ...span(newline, newline) });
        },
      },
    ]);
    return { kind: "Interactive", body };
  });

  // func_type: '(' [type_expressions] ')' '->' expression NEWLINE* ENDMARKER
  func_type: Rule<FunctionType> = this.RULE("func_type", (): FunctionType => {
    const argtypes: Expr[] = [];
    this.CONSUME(t.LPAR);
    this.OPTION(() => {
      let stars = 0;
      this.AT_LEAST_ONE_SEP({
        SEP: t.COMMA,
        DEF: () => {
          const stars_before = stars;
          stars = this.#typeStars();
          if (stars_before > 0 && stars <= stars_before) this.refuse();
          argtypes.push(this.SUBRULE(this.expression));
        },
      });
    });
    this.CONSUME(t.RPAR);
    this.CONSUME(t.RARROW);
    const returns = this.SUBRULE1(this.expression);
    this.MANY(() => this.CONSUME(t.NEWLINE));
    this.CONSUME(t.ENDMARKER);
    return { kind: "FunctionType", argtypes, returns };
  });

  // ['*' | '**']: answers how many
  #typeStars(): number {
    return (
      this.OPTION9(() =>
        this.OR9([
          { ALT: () => this.CONSUME9(t.STAR).image.length },
          { ALT: () => this.CONSUME9(t.DOUBLESTAR).image.length },
        ]),
      ) ?? 0
    );
  }
}
