// How the parser chooses: by one token, from FIRST sets that are computed once per rule.
// Chevrotain's own strategy compares whole paths of tokens, which costs a start several times as long.
// Where one token is not enough, the alternative has a GATE; alternatives are tried in their order.
import {
  Alternation,
  type BaseParser,
  type ILookaheadStrategy,
  type IOrAlt,
  type IProduction,
  type LookaheadProductionType,
  NonTerminal,
  Option,
  Repetition,
  RepetitionMandatory,
  RepetitionMandatoryWithSeparator,
  RepetitionWithSeparator,
  type Rule,
  Terminal,
} from "chevrotain";
import { ID_COUNT } from "./tokens.ts";

interface First {
  /** By token identity: 1 where a text of this production can start with it. */
  readonly starts: Uint8Array;
  /** Whether the production can be empty. */
  empty: boolean;
}

type Container = IProduction & { definition: IProduction[]; idx?: number };
type Repeating = Option | Repetition | RepetitionMandatory | RepetitionMandatoryWithSeparator | RepetitionWithSeparator;

type Production = abstract new (...args: never[]) => Repeating | Alternation;

const PRODUCTIONS: Record<LookaheadProductionType, Production> = {
  Alternation,
  Option,
  Repetition,
  RepetitionMandatory,
  RepetitionMandatoryWithSeparator,
  RepetitionWithSeparator,
};

export class FirstTokenStrategy implements ILookaheadStrategy {
  readonly #firsts = new Map<Rule, First>();

  buildLookaheadForAlternation(options: {
    prodOccurrence: number;
    rule: Rule;
    hasPredicates: boolean;
  }): (this: BaseParser, orAlts?: IOrAlt<unknown>[]) => number | undefined {
    const { prodOccurrence, rule } = options;
    const found = find(rule, (prod) => prod instanceof Alternation && prod.idx === prodOccurrence);
    const firsts = found.definition.map((alternative) => this.#ofSequence((alternative as Container).definition));
    return options.hasPredicates ? chooseGated(firsts) : choose(firsts);
  }

  buildLookaheadForOptional(options: {
    prodOccurrence: number;
    prodType: LookaheadProductionType;
    rule: Rule;
  }): (this: BaseParser) => boolean {
    const type = PRODUCTIONS[options.prodType];
    const found = find(options.rule, (prod) => prod instanceof type && prod.idx === options.prodOccurrence);
    const { starts } = this.#ofSequence(found.definition);
    return function () {
      return starts[this.LA(1).tokenTypeIdx] === 1;
    };
  }

  /** The order of alternatives and their gates decide, so nothing is ambiguous. */
  validate(): [] {
    return [];
  }

  #ofRule(rule: Rule): First {
    let first = this.#firsts.get(rule);
    if (first === undefined) {
      first = this.#ofSequence(rule.definition);
      this.#firsts.set(rule, first);
    }
    return first;
  }

  #ofSequence(sequence: IProduction[]): First {
    const result: First = { starts: new Uint8Array(ID_COUNT), empty: true };
    for (const production of sequence) {
      const first = this.#ofProduction(production);
      for (let id = 0; id < ID_COUNT; id++) result.starts[id] |= first.starts[id];
      if (!first.empty) {
        result.empty = false;
        break;
      }
    }
    return result;
  }

  #ofProduction(production: IProduction): First {
    if (production instanceof Terminal) return ofTerminal(production);
    if (production instanceof NonTerminal) return this.#ofRule(production.referencedRule);
    if (production instanceof Alternation) {
      const result: First = { starts: new Uint8Array(ID_COUNT), empty: false };
      for (const alternative of production.definition) {
        const first = this.#ofSequence((alternative as Container).definition);
        for (let id = 0; id < ID_COUNT; id++) result.starts[id] |= first.starts[id];
        if (first.empty) result.empty = true;
      }
      return result;
    }
    const first = this.#ofSequence((production as Container).definition);
    const mandatory =
      production instanceof RepetitionMandatory || production instanceof RepetitionMandatoryWithSeparator;
    return mandatory ? first : { starts: first.starts, empty: true };
  }
}

function ofTerminal(terminal: Terminal): First {
  const starts = new Uint8Array(ID_COUNT);
  const { tokenTypeIdx, categoryMatches } = terminal.terminalType;
  if (tokenTypeIdx !== undefined) starts[tokenTypeIdx] = 1;
  for (const id of categoryMatches ?? []) starts[id] = 1;
  return { starts, empty: false };
}

/** The production of a rule that a test accepts, looked for through all nesting. */
function find(rule: Rule, test: (production: IProduction) => boolean): Container {
  const pending: IProduction[] = [...rule.definition];
  for (let production = pending.pop(); production !== undefined; production = pending.pop()) {
    if (test(production)) return production as Container;
    if (production instanceof Terminal || production instanceof NonTerminal) continue;
    pending.push(...(production as Container).definition);
  }
  throw new Error(`rule ${rule.name} has no such production`);
}

function choose(firsts: First[]): (this: BaseParser) => number | undefined {
  const byId: (number | undefined)[] = Array.from({ length: ID_COUNT });
  for (let alternative = firsts.length - 1; alternative >= 0; alternative--) {
    const { starts, empty } = firsts[alternative];
    for (let id = 0; id < ID_COUNT; id++) if (empty || starts[id] === 1) byId[id] = alternative;
  }
  return function () {
    return byId[this.LA(1).tokenTypeIdx];
  };
}

function chooseGated(firsts: First[]): (this: BaseParser, orAlts?: IOrAlt<unknown>[]) => number | undefined {
  const byId = Array.from({ length: ID_COUNT }, (_, id) =>
    firsts.flatMap(({ starts, empty }, alternative) => (empty || starts[id] === 1 ? [alternative] : [])),
  );
  return function (orAlts = []) {
    const candidates = byId[this.LA(1).tokenTypeIdx];
    for (let i = 0; i < candidates.length; i++) {
      const gate = orAlts[candidates[i]].GATE;
      if (gate === undefined || gate.call(this)) return candidates[i];
    }
    return undefined;
  };
}
