// What all parts of the parser stand on: tokens with positions, spans, and the ways to refuse.
import { EmbeddedActionsParser, type ParserMethod, type TokenType } from "chevrotain";
import type { Expr, ExprContext, Span } from "./ast.ts";
import type { Warn } from "./errors.ts";
import { FirstTokenStrategy, packDecision, unpackDecision } from "./lookahead.ts";
import { COMMA, DEDENT, INDENT, KINDS, NEWLINE, type Token } from "./tokens.ts";

/** Thrown where the program is wrong. What is wrong with it is for the diagnosis to say. */
export class Refused {}

export type Rule<Result, Arguments extends unknown[] = []> = ParserMethod<Arguments, Result>;

export type Where = Pick<Span, "lineno" | "col_offset">;
export type End = Pick<Span, "end_lineno" | "end_col_offset">;

/** What chevrotain keeps of its self-analysis. Its version is pinned, and decisions.test.ts compares the two ways. */
interface Analysis {
  selfAnalysisDone: boolean;
  readonly lookAheadFuncsCache: Map<number, unknown>;
}

/** Makes V8 give an object with many properties a hidden class: it does so for what serves as a prototype. */
function settle(object: object): void {
  const user: { x?: unknown } = Object.create(object);
  for (let i = 0; i < 2; i++) void user.x;
}

export abstract class Base extends EmbeddedActionsParser {
  protected source = "";
  protected warn: Warn | undefined;

  constructor() {
    const strategy = new FirstTokenStrategy();
    super(KINDS, { lookaheadStrategy: strategy, skipValidations: true });
    this.#strategy = strategy;
  }

  readonly #strategy: FirstTokenStrategy;

  /** Ends the construction with the decisions that an earlier analysis of the same rules has recorded. */
  protected recall(decisions: string): void {
    const analysis = this as unknown as Analysis;
    for (const line of decisions.split("\n")) {
      const colon = line.indexOf(":");
      analysis.lookAheadFuncsCache.set(Number(line.slice(0, colon)), unpackDecision(line.slice(colon + 1)));
    }
    analysis.selfAnalysisDone = true;
    settle(this);
  }

  /** All decisions, to be recorded; the parser has to have analysed its rules itself. */
  decisions(): string {
    const lines: string[] = [];
    for (const [key, decide] of (this as unknown as Analysis).lookAheadFuncsCache) {
      const decision = this.#strategy.decisions.get(decide);
      if (decision !== undefined) lines.push(`${key}:${packDecision(decision)}`);
    }
    return lines.join("\n");
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

  /** While the parser records its own grammar nothing is refused: there are no tokens. */
  protected refuse(): never {
    if (this.RECORDING_PHASE) return undefined as never;
    throw new Refused();
  }

  // Chevrotain's own ways to fail would write messages from its analysis, which the diagnosis does better.
  protected raiseNoAltException(): never {
    this.refuse();
  }

  protected raiseEarlyExitException(): never {
    this.refuse();
  }

  protected consumeInternalError(): never {
    this.refuse();
  }

  /** Reads the rest of a list, from a comma on; answers whether there was one. A comma may stand last. */
  protected more(item: () => void): boolean {
    let comma = false;
    let open = true;
    this.MANY9({
      GATE: () => open,
      DEF: () => {
        this.CONSUME9(COMMA);
        comma = true;
        open = false;
        this.OPTION9(() => {
          item();
          open = true;
        });
      },
    });
    return comma;
  }
}

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
