// How the parser chooses: by one token, from the FIRST sets of the alternatives. Where one token is not enough, the
// alternative has a GATE; alternatives are tried in their order. What is worked out here from the rules is recorded in
// decisions.gen.ts, since to work it out takes longer than to read a file of ten thousand lines.
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
import { FIRST_ID, ID_COUNT } from "./tokens.ts";

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
  /** What each function that has been built decides. */
  readonly decisions = new Map<unknown, Decision>();

  buildLookaheadForAlternation(options: { prodOccurrence: number; rule: Rule; hasPredicates: boolean }): Choose {
    const { prodOccurrence, rule } = options;
    const found = find(rule, (prod) => prod instanceof Alternation && prod.idx === prodOccurrence);
    const alternatives = found.definition.map((alternative) => this.#ofSequence((alternative as Container).definition));
    const choose = options.hasPredicates ? chooseGated(() => alternatives) : chooseFirst(() => alternatives);
    this.decisions.set(choose, { kind: options.hasPredicates ? "gated" : "first", alternatives });
    return choose;
  }

  buildLookaheadForOptional(options: { prodOccurrence: number; prodType: LookaheadProductionType; rule: Rule }): Enter {
    const type = PRODUCTIONS[options.prodType];
    const found = find(options.rule, (prod) => prod instanceof type && prod.idx === options.prodOccurrence);
    const alternatives = [this.#ofSequence(found.definition)];
    const enter = enterIf(() => alternatives);
    this.decisions.set(enter, { kind: "enter", alternatives });
    return enter;
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

type Enter = (this: BaseParser) => boolean;
type Choose = (this: BaseParser, orAlts?: IOrAlt<unknown>[]) => number | undefined;
/** FIRST sets that are made when they are first asked for. */
type Lazy = () => First[];

/** A point where the parser has to decide: whether to enter, or which alternative to take, gates considered or not. */
export interface Decision {
  readonly kind: keyof typeof DECIDE;
  readonly alternatives: First[];
}

function enterIf(first: Lazy): Enter {
  let starts: Uint8Array | null = null;
  return function () {
    starts ??= first()[0].starts;
    return starts[this.LA(1).tokenTypeIdx] === 1;
  };
}

function chooseFirst(firsts: Lazy): Choose {
  let byId: (number | undefined)[] | null = null;
  return function () {
    byId ??= indexFirst(firsts());
    return byId[this.LA(1).tokenTypeIdx];
  };
}

function indexFirst(firsts: First[]): (number | undefined)[] {
  return Array.from({ length: ID_COUNT }, (_, id) => {
    const alternative = firsts.findIndex(({ starts, empty }) => empty || starts[id] === 1);
    return alternative < 0 ? undefined : alternative;
  });
}

function chooseGated(firsts: Lazy): Choose {
  let byId: number[][] | null = null;
  return function (orAlts = []) {
    byId ??= indexAll(firsts());
    const candidates = byId[this.LA(1).tokenTypeIdx];
    for (let i = 0; i < candidates.length; i++) {
      const gate = orAlts[candidates[i]].GATE;
      if (gate === undefined || gate.call(this)) return candidates[i];
    }
    return undefined;
  };
}

function indexAll(firsts: First[]): number[][] {
  return Array.from({ length: ID_COUNT }, (_, id) =>
    firsts.flatMap(({ starts, empty }, alternative) => (empty || starts[id] === 1 ? [alternative] : [])),
  );
}

const DECIDE = { enter: enterIf, first: chooseFirst, gated: chooseGated };

/** A decision as text: its kind, and per alternative the tokens it can start with as bits of a hexadecimal number. */
export function packDecision({ kind, alternatives }: Decision): string {
  const packed = alternatives.map(({ starts, empty }) => {
    let bits = 0n;
    starts.forEach((start, id) => {
      if (start === 1) bits |= 1n << BigInt(id - FIRST_ID);
    });
    return bits.toString(16) + (empty ? "*" : "");
  });
  return [kind, ...packed].join(" ");
}

/** The function that decides as the text says. */
export function unpackDecision(text: string): Enter | Choose {
  const [kind, ...alternatives] = text.split(" ");
  return DECIDE[kind as Decision["kind"]](() => alternatives.map(unpackFirst));
}

function unpackFirst(text: string): First {
  const empty = text.endsWith("*");
  const starts = new Uint8Array(ID_COUNT);
  let id = FIRST_ID;
  for (let bits = BigInt(`0x${empty ? text.slice(0, -1) : text}`); bits > 0n; bits >>= 1n) {
    if ((bits & 1n) === 1n) starts[id] = 1;
    id++;
  }
  return { starts, empty };
}
