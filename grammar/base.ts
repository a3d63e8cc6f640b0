// What all parts of the parser stand on: tokens with positions, spans, and the ways to refuse.
import type { TokenType } from "chevrotain";
import type { Expr, ExprContext, Span } from "./ast.ts";
import { Engine } from "./engine.ts";
import type { EscapeWarning } from "./literals.ts";
import { literalError, type Warning } from "./scanner.ts";
import {
  AUGMENTED,
  COLON,
  COMMA,
  DEDENT,
  ENDMARKER,
  EQUAL,
  EXCLAMATION,
  ID_COUNT,
  IN,
  INDENT,
  NEWLINE,
  RBRACE,
  RPAR,
  RSQB,
  SEMI,
  type Token,
} from "./tokens.ts";

export { Refused, type Rule } from "./engine.ts";

export type Where = Pick<Span, "lineno" | "col_offset">;
export type End = Pick<Span, "end_lineno" | "end_col_offset">;

export abstract class Base extends Engine {
  protected source = "";
  protected warnings: Warning[] = [];

  /** Notes the warnings that a literal earns. The tokenizer has told of an escaped brace in an f-string. */
  protected warner(token: Token, fstring: boolean): EscapeWarning {
    const { source } = this;
    const { startOffset: offset, lineno } = token;
    return (message) => {
      if (fstring && /'\\[{}]'$/.test(message)) return;
      this.warnings.push({ offset, message, lineno, asError: () => literalError(source, token, message) });
    };
  }

  protected take(kind: TokenType): Token {
    return this.CONSUME(kind) as Token;
  }

  /** The token to come. */
  protected ahead(): Token {
    return this.LA(1) as Token;
  }

  protected idAhead(distance: number): number {
    return this.LA(distance).tokenTypeIdx;
  }

  /** The last token taken. */
  protected last(): Token {
    return this.LA(0) as Token;
  }

  /** The last token taken that is more than layout: where a statement ends. */
  protected lastSolid(): Token {
    let back = 0;
    let token = this.LA(0);
    while (
      token.tokenTypeIdx === NEWLINE.tokenTypeIdx ||
      token.tokenTypeIdx === DEDENT.tokenTypeIdx ||
      token.tokenTypeIdx === INDENT.tokenTypeIdx
    ) {
      token = this.LA(--back);
    }
    return token as Token;
  }

  /** Reads the rest of a list, from a comma on; answers whether there was one. A comma may stand last. */
  protected more(item: () => void, ends = ENDS_LIST): boolean {
    let comma = false;
    this.MANY9({
      GATE: () => ends[this.idAhead(2)] === 0,
      DEF: () => {
        this.CONSUME9(COMMA);
        comma = true;
        item();
      },
    });
    return this.OPTION9(() => this.CONSUME8(COMMA)) !== undefined || comma;
  }
}

/** What can follow a comma that stands last: nothing with which an item starts. */
const ENDS_LIST = new Uint8Array(ID_COUNT);
for (const kind of [RPAR, RSQB, RBRACE, COLON, SEMI, EQUAL, EXCLAMATION, NEWLINE, ENDMARKER, IN, ...AUGMENTED]) {
  ENDS_LIST[kind.tokenTypeIdx] = 1;
}
/** The same among slices, which can start with a colon. */
export const ENDS_SLICES = ENDS_LIST.slice();
ENDS_SLICES[COLON.tokenTypeIdx] = 0;

/** The span from a place to the end of a token or node. */
export function span(start: Where, end: End): Span {
  return {
    lineno: start.lineno,
    col_offset: start.col_offset,
    end_lineno: end.end_lineno,
    end_col_offset: end.end_col_offset,
  };
}

/** Makes an expression a target; answers false when it cannot be one. Recursion is bounded by the nesting of brackets. */
export function setContext(node: Expr, ctx: ExprContext): boolean {
  switch (node.kind) {
    case "Name":
    case "Attribute":
    case "Subscript":
      node.ctx = ctx;
      return true;
    case "Starred":
      node.ctx = ctx;
      return ctx === "Store" && node.value.kind !== "Starred" && setContext(node.value, ctx);
    case "Tuple":
    case "List":
      node.ctx = ctx;
      return node.elts.every((element) => setContext(element, ctx));
    default:
      return false;
  }
}

/** Whether an expression is a single target: one that can be annotated or assigned to in place. */
export const isSingleTarget = (node: Expr): boolean =>
  node.kind === "Name" || node.kind === "Attribute" || node.kind === "Subscript";
