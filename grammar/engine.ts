// Chevrotain's engine, lean. A parser that neither recovers from errors nor builds its own tree needs of each rule, loop
// and option no more than the decision and the call. So a bracket takes 30 JavaScript frames instead of 46, and 200 nested
// ones fit the stack (limits.test.ts).
// What is overridden here is not in chevrotain's public types; its version is pinned.
import { EmbeddedActionsParser, type IToken, type ParserMethod, type TokenType } from "chevrotain";
import { FirstTokenStrategy, packDecision, unpackDecision } from "./lookahead.ts";
import { KINDS } from "./tokens.ts";

/** Thrown where the program is wrong. What is wrong with it is for the diagnosis to say. */
export class Refused {}

export type Rule<Result, Arguments extends unknown[] = []> = ParserMethod<Arguments, Result>;

type Action<Result> = () => Result;
type Gated<Result> = Action<Result> | { readonly GATE?: () => boolean; readonly DEF: Action<Result> };
type Decide = (this: unknown) => boolean;

/** A rule as chevrotain defines it, and the number by which its decisions are kept. */
interface DefinedRule {
  readonly ruleName: string;
  readonly originalGrammarAction: (...args: unknown[]) => unknown;
  shortName?: number;
}

/** The parts of chevrotain's parser that this one builds on. */
interface Internals {
  selfAnalysisDone: boolean;
  currRuleShortName: number;
  readonly currIdx: number;
  readonly definedRulesNames: readonly string[];
  readonly fullRuleNameToShort: Record<string, number>;
  readonly lookAheadFuncsCache: Map<number, Decide>;
  getKeyForAutomaticLookahead(kind: number, occurrence: number): number;
  LA_FAST(distance: number): IToken;
  tokenMatcher(token: IToken, type: TokenType): boolean;
  consumeToken(): void;
}

// Chevrotain's numbers of the kinds of decision.
const OPTION = 512;
const MANY = 768;
const AT_LEAST_ONE = 1024;

/** Makes V8 give an object with many properties a hidden class: it does so for what serves as a prototype. */
function settle(object: object): void {
  const user: { x?: unknown } = Object.create(object);
  for (let i = 0; i < 2; i++) void user.x;
}

export abstract class Engine extends EmbeddedActionsParser {
  readonly #strategy: FirstTokenStrategy;
  readonly #internals: Internals;

  constructor() {
    const strategy = new FirstTokenStrategy();
    super(KINDS, { lookaheadStrategy: strategy, skipValidations: true });
    this.#strategy = strategy;
    this.#internals = this as unknown as Internals;
  }

  /** Ends the construction with the decisions that an earlier analysis of the same rules has recorded. */
  protected recall(decisions: string): void {
    const internals = this.#internals;
    for (const line of decisions.split("\n")) {
      const colon = line.indexOf(":");
      internals.lookAheadFuncsCache.set(Number(line.slice(0, colon)), unpackDecision(line.slice(colon + 1)) as Decide);
    }
    internals.selfAnalysisDone = true;
    this.#numberRules();
    settle(this);
  }

  /** Ends the construction with an analysis of the rules. */
  protected analyse(): void {
    this.performSelfAnalysis();
    this.#numberRules();
  }

  #numberRules(): void {
    const { definedRulesNames, fullRuleNameToShort } = this.#internals;
    const rules = this as unknown as Record<string, DefinedRule>;
    for (const name of definedRulesNames) rules[name].shortName = fullRuleNameToShort[name];
  }

  /** All decisions, to be recorded; the parser has to have analysed its rules itself. */
  decisions(): string {
    const lines: string[] = [];
    for (const [key, decide] of this.#internals.lookAheadFuncsCache) {
      const decision = this.#strategy.decisions.get(decide);
      if (decision !== undefined) lines.push(`${key}:${packDecision(decision)}`);
    }
    return lines.join("\n");
  }

  /** The index of the token to come; after a refusal, where the parser stopped. */
  get position(): number {
    return this.#internals.currIdx + 1;
  }

  /** While the parser records its own grammar nothing is refused: there are no tokens. */
  protected refuse(): never {
    if (this.RECORDING_PHASE) return undefined as never;
    throw new Refused();
  }

  #decision(kind: number, occurrence: number): Decide {
    const internals = this.#internals;
    const key = internals.getKeyForAutomaticLookahead(kind, occurrence);
    return internals.lookAheadFuncsCache.get(key) as Decide;
  }

  protected subruleInternal(rule: DefinedRule, _occurrence: number, options?: { ARGS?: unknown[] }): unknown {
    const internals = this.#internals;
    const outer = internals.currRuleShortName;
    internals.currRuleShortName = rule.shortName as number;
    const args = options?.ARGS;
    const action = rule.originalGrammarAction;
    // After an error the parser is reset before it is used again.
    const result = args === undefined ? action.call(this) : action.apply(this, args);
    internals.currRuleShortName = outer;
    return result;
  }

  protected consumeInternal(type: TokenType): IToken {
    const internals = this.#internals;
    const token = internals.LA_FAST(1);
    if (!internals.tokenMatcher(token, type)) this.refuse();
    internals.consumeToken();
    return token;
  }

  protected optionInternal<Result>(option: Gated<Result>, occurrence: number): Result | undefined {
    const decide = this.#decision(OPTION, occurrence);
    if (typeof option === "function") return decide.call(this) ? option.call(this) : undefined;
    if (option.GATE !== undefined && !option.GATE.call(this)) return undefined;
    return decide.call(this) ? option.DEF.call(this) : undefined;
  }

  protected manyInternal(occurrence: number, repeated: Gated<unknown>): void {
    const decide = this.#decision(MANY, occurrence);
    if (typeof repeated === "function") {
      while (decide.call(this)) repeated.call(this);
      return;
    }
    const { GATE, DEF } = repeated;
    while ((GATE === undefined || GATE.call(this)) && decide.call(this)) DEF.call(this);
  }

  protected atLeastOneInternal(occurrence: number, repeated: Gated<unknown>): void {
    const decide = this.#decision(AT_LEAST_ONE, occurrence);
    const action = typeof repeated === "function" ? repeated : repeated.DEF;
    const gate = typeof repeated === "function" ? undefined : repeated.GATE;
    if (!decide.call(this)) this.refuse();
    do action.call(this);
    while ((gate === undefined || gate.call(this)) && decide.call(this));
  }

  protected raiseNoAltException(): never {
    this.refuse();
  }

  protected raiseEarlyExitException(): never {
    this.refuse();
  }
}
