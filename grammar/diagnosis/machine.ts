// Runs the diagnosis rules over the tokens of a program: a parsing expression machine with an explicit stack, so that
// no nesting of the program takes JavaScript stack. It keeps how far it has looked, since errors are reported there.
import type { SourceError } from "../errors.ts";
import type { TokenList } from "../tokenizer.ts";
import { AugAssignOp, ID_COUNT, KEYWORDS, KINDS, OPERATORS, type Token } from "../tokens.ts";
import { firstOf, type Instruction, type Program, type RuleCode, type TokenSet } from "./notation.ts";

/** A piece of the program: where it lies among the tokens, and what it is made of as far as messages need it. */
export interface Piece {
  readonly kind: string;
  readonly from: number;
  readonly to: number;
  readonly children: readonly Piece[];
}

export type Value = Piece | Value[] | null;

interface Frame {
  readonly rule: number;
  readonly start: number;
  readonly back: number;
  readonly values: Value[];
  readonly complaining: boolean;
}

interface Choice {
  target: number;
  readonly pos: number;
  readonly frames: number;
  readonly lists: number;
  readonly complaining: boolean;
}

interface Remembered {
  /** Undefined: the rule failed here. */
  readonly value: Value | undefined;
  readonly end: number;
}

/** What an action sees: the values that the alternative has named. */
export type Named = (name: string) => Value;
/** Answers the value of the alternative; undefined makes the rule fail. Throws a SourceError for a mistake. */
export type Action = (machine: Machine, named: Named, from: number, words: string) => Value | undefined;

const SOFT_KEYWORDS = ["_", "case", "match", "type"];

/** The tokens that a rule means by a text. */
export function tokenSet(text: string): TokenSet {
  const set = new Uint8Array(ID_COUNT);
  // Type comments are not read; but their place is looked at.
  if (text === "TYPE_COMMENT") return set;
  if (text === "AUGASSIGN") {
    for (const id of AugAssignOp.categoryMatches ?? []) set[id] = 1;
    return set;
  }
  const kind = KEYWORDS.get(text) ?? OPERATORS.get(text) ?? KINDS.find(({ name }) => name === text);
  if (kind === undefined) throw new Error(`the rules name an unknown token ${text}`);
  set[kind.tokenTypeIdx] = 1;
  return set;
}

export class Machine {
  readonly tokens: readonly Token[];
  pos = 0;
  /** How many tokens have been looked at; the rest has not been read yet, as it were. */
  fill = 0;
  #value: Value = null;
  #frames: Frame[] = [];
  #choices: Choice[] = [];
  #lists: Value[][] = [];
  #complaining = false;
  /** By rule and place. */
  #memory: (Remembered | undefined)[][] = [];

  constructor(
    readonly program: Program,
    readonly list: TokenList,
    readonly actions: (words: string) => Action,
    readonly force: (machine: Machine, token: number, text: string) => SourceError,
  ) {
    this.tokens = list.tokens;
  }

  /** Reads the program from its start. Answers whether the rule fits; mistakes are looked for when `complaining`. */
  run(ruleName: string, complaining: boolean): boolean {
    this.pos = 0;
    this.#complaining = complaining;
    this.#memory = this.program.rules.map(() => []);
    this.#frames = [];
    this.#choices = [];
    this.#lists = [];
    const { code, index } = this.program;
    let pc = this.#call(index.get(ruleName) ?? 0, -1);
    while (pc >= 0) pc = this.#step(code[pc], pc);
    return pc === ACCEPTED;
  }

  /** The token at a place. Beyond the last good one lies the tokenizer's error. */
  look(pos: number): Token {
    if (pos >= this.fill) this.fill = pos + 1;
    if (this.list.error !== null && pos >= this.tokens.length - 1) throw this.list.error;
    return this.tokens[Math.min(pos, this.tokens.length - 1)];
  }

  #step(instruction: Instruction, pc: number): number {
    const { target } = instruction;
    switch (instruction.op) {
      case "token":
        return this.#fits(instruction) ? this.#advance(pc) : this.#fail();
      case "word": {
        const fits = this.#fits(instruction) && this.tokens[this.pos].image === instruction.text;
        return fits ? this.#advance(pc) : this.#fail();
      }
      case "soft": {
        // CPython takes every name with which a soft keyword starts for one.
        const isSoft = (keyword: string) => keyword.startsWith(this.tokens[this.pos].image);
        return this.#fits(instruction) && SOFT_KEYWORDS.some(isSoft) ? this.#advance(pc) : this.#fail();
      }
      case "gate":
        return this.#complaining ? pc + 1 : this.#fail();
      case "call":
        return this.#call(target, pc + 1);
      case "return":
        return this.#return();
      case "choice":
        this.#choices.push({
          target,
          pos: this.pos,
          frames: this.#frames.length,
          lists: this.#lists.length,
          complaining: this.#complaining,
        });
        return pc + 1;
      case "commit":
        this.#choices.pop();
        return target;
      case "back":
        this.pos = this.#choices.pop()?.pos ?? 0;
        return target;
      case "failTwice":
        this.#choices.pop();
        return this.#fail();
      case "fail":
        return this.#fail();
      case "cut":
        // Failing from here on leaves the rule: its remaining alternatives are no longer a choice.
        this.#choices[this.#choices.length - 1].target = FAILURE;
        return pc + 1;
      default:
        return this.#build(instruction, pc);
    }
  }

  /** Whether the next token is one that an instruction takes. */
  #fits({ takes }: Instruction): boolean {
    return takes !== null && takes[this.look(this.pos).tokenTypeIdx] === 1;
  }

  /** The instructions that make values. */
  #build(instruction: Instruction, pc: number): number {
    const { target, text } = instruction;
    const frame = this.#frames[this.#frames.length - 1];
    switch (instruction.op) {
      case "bind":
        frame.values[target] = this.#value;
        break;
      case "take":
        this.#value = frame.values[target] ?? null;
        break;
      case "null":
        this.#value = null;
        break;
      case "list":
        this.#lists.push([]);
        break;
      case "add":
        this.#lists[this.#lists.length - 1].push(this.#value);
        break;
      case "endList":
        this.#value = this.#lists.pop() ?? [];
        break;
      case "node":
        this.#value = this.piece(
          text,
          frame.start,
          instruction.slots.map((slot) => frame.values[slot] ?? null),
        );
        break;
      case "act":
        return this.#act(text, frame) ? pc + 1 : this.#failRule();
      case "force":
        if (!this.#fits(instruction)) throw this.force(this, this.pos, text);
        return this.#advance(pc);
    }
    return pc + 1;
  }

  #act(words: string, frame: Frame): boolean {
    const { slotNames } = this.program.rules[frame.rule];
    const named = (name: string) => frame.values[slotNames.indexOf(name)] ?? null;
    const value = this.actions(words)(this, named, frame.start, words);
    if (value === undefined) return false;
    this.#value = value;
    return true;
  }

  /** A piece from a token up to the last one read. */
  piece(kind: string, from: number, children: Value[] = []): Piece {
    return { kind, from, to: this.pos - 1, children: flatten(children) };
  }

  #advance(pc: number): number {
    this.#value = { kind: "token", from: this.pos, to: this.pos, children: [] };
    this.pos++;
    return pc + 1;
  }

  #call(index: number, back: number): number {
    const rule: RuleCode = this.program.rules[index];
    const first = rule.first === undefined ? firstOf(this.program, rule, ID_COUNT) : rule.first;
    if (first !== null && first[this.look(this.pos).tokenTypeIdx] === 0) return this.#fail();
    if (rule.memo) {
      const known = this.#memory[index][this.pos];
      if (known !== undefined) {
        if (known.value === undefined) return this.#fail();
        this.#value = known.value;
        this.pos = known.end;
        return back;
      }
    }
    const values = rule.slotNames.length > 0 ? [] : NONE;
    this.#frames.push({ rule: index, start: this.pos, back, values, complaining: this.#complaining });
    if (rule.quiet) this.#complaining = false;
    return rule.entry;
  }

  #return(): number {
    const frame = this.#frames.pop();
    if (frame === undefined) return ACCEPTED;
    this.#complaining = frame.complaining;
    if (this.program.rules[frame.rule].memo) {
      this.#memory[frame.rule][frame.start] = { value: this.#value, end: this.pos };
    }
    return frame.back === -1 ? ACCEPTED : frame.back;
  }

  #fail(): number {
    const choice = this.#choices.pop();
    const depth = choice?.frames ?? 0;
    while (this.#frames.length > depth) {
      const { rule, start } = this.#frames.pop() as Frame;
      if (this.program.rules[rule].memo) this.#memory[rule][start] = FAILED;
    }
    if (choice === undefined) return REFUSED;
    while (this.#lists.length > choice.lists) this.#lists.pop();
    this.#complaining = choice.complaining;
    this.pos = choice.pos;
    return choice.target;
  }

  /** Makes the whole rule fail, whatever alternatives it has left. */
  #failRule(): number {
    const depth = this.#frames.length;
    while (this.#choices.length > 0 && this.#choices[this.#choices.length - 1].frames >= depth) this.#choices.pop();
    return this.#fail();
  }
}

const NONE: Value[] = [];
const FAILED: Remembered = { value: undefined, end: 0 };
const FAILURE = 0;
const ACCEPTED = -2;
const REFUSED = -3;

function flatten(values: Value[]): Piece[] {
  return values.flatMap((value) => (Array.isArray(value) ? flatten(value) : value === null ? [] : [value]));
}
