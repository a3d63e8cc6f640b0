// The notation of the diagnosis rules, and its translation to the code of machine.ts.
//
//   name: items | items      a rule and its alternatives, tried in order; lines that are indented go on with a rule
//   name (memo):             its results are kept; (quiet): mistakes are not looked for inside
//   'x'  "x"  NAME           a token by its text; a soft keyword; a kind of token
//   [x]  x*  x+  s.x+        optional; repeated; repeated and separated by s
//   &x  !x  &&'x'  ~         what follows is, is not, must be; from here on no other alternative of the rule
//   a=x                      names what x is
//   -> Kind                  the alternative is a node of that kind, whose children are what it has named
//   -> a                     the alternative is what a is
//   invalid_x                alone in an alternative: tried only when mistakes are looked for
//   => words                 what to do when the alternative fits; mistakes.ts explains

export type Op =
  | "token"
  | "word"
  | "soft"
  | "gate"
  | "call"
  | "return"
  | "choice"
  | "commit"
  | "back"
  | "failTwice"
  | "bind"
  | "cut"
  | "act"
  | "node"
  | "take"
  | "null"
  | "list"
  | "add"
  | "endList"
  | "force"
  | "fail";

/** By token identity: 1 for those that fit. */
export type TokenSet = Uint8Array;

export interface Instruction {
  readonly op: Op;
  /** The tokens that a token instruction takes. */
  readonly takes: TokenSet | null;
  /** A rule, a slot, or where to go. */
  target: number;
  readonly text: string;
  readonly slots: readonly number[];
}

export interface RuleCode {
  readonly name: string;
  readonly memo: boolean;
  readonly quiet: boolean;
  entry: number;
  slotNames: string[];
  /** The tokens that the rule can start with; null when it can be empty. Worked out when it is first called. */
  first: TokenSet | null | undefined;
}

export interface Program {
  readonly code: Instruction[];
  readonly rules: RuleCode[];
  readonly index: ReadonlyMap<string, number>;
}

const HEADER = /^(\w+)(?: \((memo|quiet)\))?:/;
const LEXEME = /\s*(->|=>|\w+|'[^']*'|"(?:[^"\\]|\\.)*"|&&|[&!~|()[\]*+=.])/y;

/** Translates rule texts to one program. */
export function compileRules(tokenSet: (text: string) => TokenSet, ...texts: string[]): Program {
  const chunks = texts.flatMap((text) => text.split(/\n(?=\S)/)).filter((chunk) => HEADER.test(chunk));
  const rules = chunks.map((chunk): RuleCode => {
    const [, name, flag] = HEADER.exec(chunk) ?? [];
    return { name, memo: flag === "memo", quiet: flag === "quiet", entry: 0, slotNames: [], first: undefined };
  });
  const index = new Map(rules.map(({ name }, i) => [name, i]));
  // The code starts with a failure, for jumps that lead nowhere else.
  const code: Instruction[] = [{ op: "fail", takes: null, target: 0, text: "", slots: [] }];
  chunks.forEach((chunk, i) => {
    new RuleCompiler(chunk.replace(HEADER, ""), rules[i], index, code, tokenSet).compile();
  });
  return { code, rules, index };
}

class RuleCompiler {
  readonly #lexemes: string[];
  #at = 0;

  constructor(
    text: string,
    readonly rule: RuleCode,
    readonly index: ReadonlyMap<string, number>,
    readonly code: Instruction[],
    readonly tokenSet: (text: string) => TokenSet,
  ) {
    this.#lexemes = lexemes(text);
  }

  compile(): void {
    this.rule.entry = this.code.length;
    this.#alternatives(null);
    this.#emit("return");
  }

  #emit(op: Op, target = 0, text = "", slots: number[] = []): Instruction {
    const takes = takesToken(op) ? this.tokenSet(op === "word" || op === "soft" ? "NAME" : text) : null;
    const instruction: Instruction = { op, takes, target, text, slots };
    this.code.push(instruction);
    return instruction;
  }

  /** Points a jump at what comes next. */
  #land(jump: Instruction): void {
    jump.target = this.code.length;
  }

  #peek(): string | undefined {
    return this.#lexemes[this.#at];
  }

  #accept(lexeme: string): boolean {
    if (this.#peek() !== lexeme) return false;
    this.#at++;
    return true;
  }

  #slot(name: string): number {
    const { slotNames } = this.rule;
    const known = slotNames.indexOf(name);
    return known >= 0 ? known : slotNames.push(name) - 1;
  }

  #alternatives(closer: string | null): void {
    this.#accept("|");
    const exits: Instruction[] = [];
    for (;;) {
      const last = !this.#hasAnother();
      const choice = last ? null : this.#emit("choice");
      this.#alternative(last);
      if (choice === null) break;
      exits.push(this.#emit("commit"));
      this.#land(choice);
      this.#accept("|");
    }
    for (const exit of exits) this.#land(exit);
    if (closer !== null && !this.#accept(closer)) throw new Error(`rule ${this.rule.name} misses ${closer}`);
  }

  /** Whether another alternative follows the one at hand. */
  #hasAnother(): boolean {
    let depth = 0;
    for (let i = this.#at; i < this.#lexemes.length; i++) {
      const lexeme = this.#lexemes[i];
      if (lexeme === "(" || lexeme === "[") depth++;
      else if (lexeme === ")" || lexeme === "]") {
        if (depth-- === 0) return false;
      } else if (lexeme === "|" && depth === 0) return true;
    }
    return false;
  }

  #alternative(last: boolean): void {
    const bound: number[] = [];
    const start = this.#at;
    for (;;) {
      const lexeme = this.#peek();
      if (lexeme === undefined || this.#endsAlternative(lexeme)) return;
      if (lexeme === "->" || lexeme === "=>") {
        this.#action(bound);
        return;
      }
      // An alternative that is nothing but a mistake is tried only when mistakes are looked for.
      if (this.#at === start && lexeme.startsWith("invalid_") && this.#endsAlternative(this.#lexemes[this.#at + 1])) {
        this.#emit("gate");
      }
      this.#item(last, bound);
    }
  }

  #endsAlternative(lexeme: string | undefined): boolean {
    return lexeme === undefined || lexeme === "|" || lexeme === ")" || lexeme === "]";
  }

  #action(bound: number[]): void {
    if (this.#accept("->")) {
      const name = this.#lexemes[this.#at++];
      if (name.length === 1) this.#emit("take", this.#slot(name));
      else this.#emit("node", 0, name, bound);
      return;
    }
    this.#at++;
    const words: string[] = [];
    while (this.#peek() !== undefined && !"|)]".includes(this.#peek() ?? "")) words.push(this.#lexemes[this.#at++]);
    this.#emit("act", 0, words.join(" "));
  }

  #item(last: boolean, bound: number[]): void {
    if (this.#accept("~")) {
      if (!last) this.#emit("cut");
    } else if (this.#accept("&&")) {
      this.#emit("force", 0, unquote(this.#lexemes[this.#at++]));
    } else if (this.#accept("&")) {
      const choice = this.#emit("choice");
      this.#atom();
      const back = this.#emit("back");
      this.#land(choice);
      this.#emit("fail");
      this.#land(back);
    } else if (this.#accept("!")) {
      const choice = this.#emit("choice");
      this.#atom();
      this.#emit("failTwice");
      this.#land(choice);
    } else if (this.#lexemes[this.#at + 1] === "=") {
      const slot = this.#slot(this.#lexemes[this.#at]);
      this.#at += 2;
      this.#repeated();
      this.#emit("bind", slot);
      bound.push(slot);
    } else this.#repeated();
  }

  /** An atom and what repeats it. */
  #repeated(): void {
    const from = this.#at;
    const suffix = this.#lexemes[this.#skipAtom(from)];
    if (suffix === ".") {
      const separator = from;
      this.#at = this.#skipAtom(from) + 1;
      const item = this.#at;
      this.#emit("list");
      this.#atom();
      this.#emit("add");
      const after = this.#at + 1;
      const again = this.code.length;
      const choice = this.#emit("choice");
      this.#at = separator;
      this.#atom();
      this.#at = item;
      this.#atom();
      this.#endLoop(choice, again);
      this.#at = after;
    } else if (suffix === "*" || suffix === "+") {
      this.#emit("list");
      if (suffix === "+") {
        this.#atom();
        this.#emit("add");
      }
      this.#at = from;
      const again = this.code.length;
      const choice = this.#emit("choice");
      this.#atom();
      this.#endLoop(choice, again);
      this.#at++;
    } else this.#atom();
  }

  #endLoop(choice: Instruction, again: number): void {
    this.#emit("add");
    this.#emit("commit", again);
    this.#land(choice);
    this.#emit("endList");
  }

  #skipAtom(from: number): number {
    const first = this.#lexemes[from];
    if (first !== "(" && first !== "[") return from + 1;
    let depth = 0;
    for (let i = from; ; i++) {
      const lexeme = this.#lexemes[i];
      if (lexeme === "(" || lexeme === "[") depth++;
      else if ((lexeme === ")" || lexeme === "]") && --depth === 0) return i + 1;
    }
  }

  #atom(): void {
    if (this.#accept("(")) {
      this.#alternatives(")");
      return;
    }
    if (this.#accept("[")) {
      const choice = this.#emit("choice");
      this.#alternatives("]");
      const commit = this.#emit("commit");
      this.#land(choice);
      this.#emit("null");
      this.#land(commit);
      return;
    }
    const lexeme = this.#lexemes[this.#at++];
    const rule = this.index.get(lexeme);
    if (rule !== undefined) this.#emit("call", rule);
    else if (lexeme.startsWith('"')) this.#emit("word", 0, unquote(lexeme));
    else if (lexeme === "SOFT_KEYWORD") this.#emit("soft");
    else this.#emit("token", 0, unquote(lexeme));
  }
}

/**
 * The tokens with which a rule can start; null when it can be empty. What a rule looks at ahead of its first token
 * counts too, so that a rule that cannot start here would not have looked any further either.
 */
export function firstOf(program: Program, rule: RuleCode, size: number): TokenSet | null {
  if (rule.first !== undefined) return rule.first;
  const set = new Uint8Array(size);
  let empty = false;
  const seen = new Set<number>();
  const pending = [rule.entry];
  for (let pc = pending.pop(); pc !== undefined; pc = pending.pop()) {
    if (seen.has(pc)) continue;
    seen.add(pc);
    const { op, takes, target } = program.code[pc];
    if (op === "return") empty = true;
    if (takes !== null) addAll(set, takes);
    if (op === "call") {
      const inner = firstOf(program, program.rules[target], size);
      if (inner !== null) addAll(set, inner);
      else pending.push(pc + 1);
    }
    if (op === "choice" || op === "commit" || op === "back") pending.push(target);
    if (GOES_ON.has(op)) pending.push(pc + 1);
  }
  rule.first = empty ? null : set;
  return rule.first;
}

const takesToken = (op: Op): boolean => op === "token" || op === "force" || op === "word" || op === "soft";

const GOES_ON = new Set<Op>(["gate", "choice", "bind", "cut", "act", "node", "take", "null", "list", "add", "endList"]);

function addAll(set: TokenSet, more: TokenSet): void {
  for (let id = 0; id < more.length; id++) set[id] |= more[id];
}

const unquote = (lexeme: string): string => (/^['"]/.test(lexeme) ? lexeme.slice(1, -1) : lexeme);

function lexemes(text: string): string[] {
  const result: string[] = [];
  LEXEME.lastIndex = 0;
  const end = text.trimEnd().length;
  while (LEXEME.lastIndex < end) {
    const match = LEXEME.exec(text);
    if (match === null) throw new Error(`cannot read the rule ${text}`);
    result.push(match[1]);
  }
  return result;
}
