// Parameters, of functions and of lambdas, and type parameters.
import type { Arg, Arguments, Expr, TypeParam } from "./ast.ts";
import { type Rule, span } from "./base.ts";
import { Strings } from "./strings.ts";
import type { Token } from "./tokens.ts";
import * as t from "./tokens.ts";

/** What has been read of a parameter list, and which parameters may still come. */
interface ParameterList {
  readonly result: Arguments;
  /** After a star all parameters are by keyword. */
  starred: boolean;
  /** A star alone: a parameter has to follow. */
  bareStar: boolean;
  slashed: boolean;
}

export abstract class Functions extends Strings {
  // params: the parameters of a def, with annotations
  params: Rule<Arguments> = this.RULE("params", (): Arguments => this.#parameters(true));

  lambda_params: Rule<Arguments> = this.RULE("lambda_params", (): Arguments => this.#parameters(false));

  // param (',' param)* [','], where a param is one of '/', '*', '*' name, '**' name, name ['=' expression]
  #parameters(annotated: boolean): Arguments {
    const list: ParameterList = {
      result: {
        kind: "arguments",
        posonlyargs: [],
        args: [],
        vararg: null,
        kwonlyargs: [],
        kw_defaults: [],
        kwarg: null,
        defaults: [],
      },
      starred: false,
      bareStar: false,
      slashed: false,
    };
    this.OPTION8(() => {
      this.#parameter(list, annotated);
      this.more(() => this.#parameter(list, annotated));
    });
    if (list.bareStar) this.refuse();
    return list.result;
  }

  #parameter(list: ParameterList, annotated: boolean): void {
    const { result } = list;
    if (result.kwarg !== null) this.refuse();
    this.OR8([
      { ALT: () => this.#plain(list, annotated) },
      {
        ALT: () => {
          this.CONSUME8(t.SLASH);
          if (list.slashed || list.starred || result.args.length === 0) this.refuse();
          list.slashed = true;
          result.posonlyargs = result.args;
          result.args = [];
        },
      },
      { ALT: () => this.#star(list, annotated) },
      {
        ALT: () => {
          this.CONSUME8(t.DOUBLESTAR);
          if (list.bareStar) this.refuse();
          result.kwarg = this.#name(annotated);
        },
      },
    ]);
  }

  #plain(list: ParameterList, annotated: boolean): void {
    const { result } = list;
    const arg = this.#name(annotated);
    const value = this.OPTION7(() => {
      this.CONSUME7(t.EQUAL);
      return this.SUBRULE7(this.expression);
    });
    list.bareStar = false;
    if (list.starred) {
      result.kwonlyargs.push(arg);
      result.kw_defaults.push(value ?? null);
      return;
    }
    result.args.push(arg);
    if (value !== undefined) result.defaults.push(value);
    else if (result.defaults.length > 0) this.refuse();
  }

  #star(list: ParameterList, annotated: boolean): void {
    this.CONSUME8(t.STAR);
    if (list.starred) this.refuse();
    list.starred = true;
    list.bareStar = true;
    this.OPTION6(() => {
      list.result.vararg = this.#name(annotated, true);
      list.bareStar = false;
    });
  }

  // NAME [':' expression]; after a star the annotation may be starred
  #name(annotated: boolean, star = false): Arg {
    const name = this.CONSUME8(t.NAME) as Token;
    const annotation = annotated
      ? this.OPTION5(() => {
          this.CONSUME8(t.COLON);
          return this.OR5([
            { GATE: () => star, ALT: () => this.SUBRULE5(this.star_annotation) },
            { ALT: () => this.SUBRULE5(this.expression) },
          ]);
        })
      : undefined;
    return {
      kind: "arg",
      arg: name.image,
      annotation: annotation ?? null,
      type_comment: null,
      ...span(name, this.last()),
    };
  }

  // star_annotation: '*' bitwise_or
  star_annotation: Rule<Expr> = this.RULE("star_annotation", (): Expr => this.starNamed());

  // type_params: '[' type_param (',' type_param)* [','] ']'
  type_params: Rule<TypeParam[]> = this.RULE("type_params", (): TypeParam[] => {
    this.CONSUME(t.LSQB);
    const params: TypeParam[] = [this.SUBRULE(this.type_param)];
    this.more(() => params.push(this.SUBRULE1(this.type_param)));
    this.CONSUME(t.RSQB);
    return params;
  });

  // type_param: NAME [':' expression] | '*' NAME | '**' NAME
  type_param: Rule<TypeParam> = this.RULE("type_param", (): TypeParam => {
    const start = this.ahead();
    return this.OR<TypeParam>([
      {
        ALT: () => {
          const name = this.CONSUME(t.NAME).image;
          const bound = this.OPTION(() => {
            this.CONSUME(t.COLON);
            return this.SUBRULE(this.expression);
          });
          return { kind: "TypeVar", name, bound: bound ?? null, ...span(start, this.last()) };
        },
      },
      {
        ALT: () => {
          this.CONSUME(t.STAR);
          const name = this.CONSUME1(t.NAME).image;
          return { kind: "TypeVarTuple", name, ...span(start, this.last()) };
        },
      },
      {
        ALT: () => {
          this.CONSUME(t.DOUBLESTAR);
          const name = this.CONSUME2(t.NAME).image;
          return { kind: "ParamSpec", name, ...span(start, this.last()) };
        },
      },
    ]);
  });
}
