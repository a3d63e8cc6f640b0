// Precedence climbing on a work list: the operators that wait for their right operand.
// One flat rule reads all operators of an expression, so that neither a chain of them nor a nest of parentheses takes
// a JavaScript stack frame per level of Python's precedence table.
import type { IToken } from "chevrotain";
import type { Arguments, BoolOp, CmpOperator, Compare, Expr, Operator, Span, UnaryOperator } from "./ast.ts";
import { TooComplex } from "./errors.ts";
import {
  AMPER,
  AND,
  AT,
  CIRCUMFLEX,
  DOUBLESLASH,
  DOUBLESTAR,
  ELSE,
  EQEQUAL,
  GREATER,
  GREATEREQUAL,
  ID_COUNT,
  IF,
  IN,
  IS,
  LEFTSHIFT,
  LESS,
  LESSEQUAL,
  MINUS,
  NOT,
  NOTEQUAL,
  OR,
  PERCENT,
  PLUS,
  RIGHTSHIFT,
  SLASH,
  STAR,
  TILDE,
  type Token,
  type TokenKind,
  VBAR,
} from "./tokens.ts";

/** Precedences, the loosest first. `:=` is no operator to the others: it stands only at the start. The body of a lambda and what follows `else` take all they can get. */
export const NAMED = 0;
export const EXPRESSION = 1;
const CONDITION = 2;
export const DISJUNCTION = 3;
const CONJUNCTION = 4;
export const INVERSION = 5;
const COMPARISON = 6;
export const BITWISE_OR = 7;
const FACTOR = 13;
const POWER = 14;

const BINARY: [TokenKind, number, Operator][] = [
  [VBAR, BITWISE_OR, "BitOr"],
  [CIRCUMFLEX, 8, "BitXor"],
  [AMPER, 9, "BitAnd"],
  [LEFTSHIFT, 10, "LShift"],
  [RIGHTSHIFT, 10, "RShift"],
  [PLUS, 11, "Add"],
  [MINUS, 11, "Sub"],
  [STAR, 12, "Mult"],
  [SLASH, 12, "Div"],
  [DOUBLESLASH, 12, "FloorDiv"],
  [PERCENT, 12, "Mod"],
  [AT, 12, "MatMult"],
  [DOUBLESTAR, POWER, "Pow"],
];

const COMPARE: [TokenKind, CmpOperator][] = [
  [EQEQUAL, "Eq"],
  [NOTEQUAL, "NotEq"],
  [LESS, "Lt"],
  [LESSEQUAL, "LtE"],
  [GREATER, "Gt"],
  [GREATEREQUAL, "GtE"],
  [IN, "In"],
  [NOT, "NotIn"],
  [IS, "Is"],
];

const UNARY: [TokenKind, UnaryOperator][] = [
  [NOT, "Not"],
  [PLUS, "UAdd"],
  [MINUS, "USub"],
  [TILDE, "Invert"],
];

/** By token identity: the precedence of the infix operator, 0 for what is none. */
export const PRECEDENCE = new Uint8Array(ID_COUNT);
const BINARY_NAME: Operator[] = Array.from({ length: ID_COUNT });
const COMPARE_NAME: CmpOperator[] = Array.from({ length: ID_COUNT });
const UNARY_NAME: UnaryOperator[] = Array.from({ length: ID_COUNT });

for (const [kind, precedence, name] of BINARY) {
  PRECEDENCE[kind.tokenTypeIdx] = precedence;
  BINARY_NAME[kind.tokenTypeIdx] = name;
}
for (const [kind, name] of COMPARE) {
  PRECEDENCE[kind.tokenTypeIdx] = COMPARISON;
  COMPARE_NAME[kind.tokenTypeIdx] = name;
}
for (const [kind, name] of UNARY) UNARY_NAME[kind.tokenTypeIdx] = name;
PRECEDENCE[AND.tokenTypeIdx] = CONJUNCTION;
PRECEDENCE[OR.tokenTypeIdx] = DISJUNCTION;
PRECEDENCE[IF.tokenTypeIdx] = CONDITION;
PRECEDENCE[ELSE.tokenTypeIdx] = CONDITION;

type Where = Pick<Span, "lineno" | "col_offset">;
type End = Pick<Span, "end_lineno" | "end_col_offset">;

/** An operator that waits for its right operand, and what it already has. */
interface Frame {
  readonly precedence: number;
  /** Where the node will start: parentheses of its left operand count. */
  readonly start: Where;
  readonly finish: (right: Expr, start: Where, end: End) => Expr;
  /** The node that a further operator of the same chain extends. */
  readonly chain: BoolOp | Compare | null;
  readonly pendingIf: { readonly body: Expr } | null;
}

/** As many operators as CPython's parser lets wait for their right operand. */
const MAX_FRAMES = 5969;

export class Climb {
  readonly #frames: Frame[] = [];

  /** A mark to give to the other methods: frames below belong to an expression further out. */
  get depth(): number {
    return this.#frames.length;
  }

  /** Drops all frames; a parse that failed leaves some. */
  reset(): void {
    this.#frames.length = 0;
  }

  #top(base: number): Frame | null {
    return this.#frames.length > base ? this.#frames[this.#frames.length - 1] : null;
  }

  /** Whether a prefix operator or a lambda may stand here, in an expression of this level. */
  allowsPrefix(id: number, base: number, level: number): boolean {
    const binding = this.#top(base)?.precedence ?? level;
    return id !== NOT.tokenTypeIdx || binding <= INVERSION;
  }

  allowsLambda(base: number, level: number): boolean {
    return (this.#top(base)?.precedence ?? level) <= EXPRESSION;
  }

  /** Whether the infix operator `id`, followed by `next`, goes on with the expression. */
  /** Whether `name :=` may stand here. */
  allowsNamed(base: number, level: number): boolean {
    return level === NAMED && this.#frames.length === base;
  }

  allowsInfix(id: number, next: number, base: number, level: number): boolean {
    const precedence = PRECEDENCE[id];
    if (precedence > CONDITION) {
      if (precedence < level) return false;
      return id !== NOT.tokenTypeIdx || next === IN.tokenTypeIdx;
    }
    if (precedence === 0 || level > EXPRESSION) return false;
    let i = this.#frames.length - 1;
    while (i >= base && this.#frames[i].precedence >= DISJUNCTION) i--;
    const waiting = i >= base && this.#frames[i].pendingIf !== null;
    return waiting === (id === ELSE.tokenTypeIdx);
  }

  prefix(token: Token): void {
    const op = UNARY_NAME[token.tokenTypeIdx];
    this.#push(op === "Not" ? INVERSION : FACTOR, token, (operand, start, end) => ({
      kind: "UnaryOp",
      op,
      operand,
      lineno: start.lineno,
      col_offset: start.col_offset,
      end_lineno: end.end_lineno,
      end_col_offset: end.end_col_offset,
    }));
  }

  named(target: Token): void {
    const name: Expr = { kind: "Name", id: target.image, ctx: "Store", ...NOWHERE };
    place(name, target, target);
    this.#push(EXPRESSION, target, (value, start, end) => ({
      kind: "NamedExpr",
      target: name,
      value,
      lineno: start.lineno,
      col_offset: start.col_offset,
      end_lineno: end.end_lineno,
      end_col_offset: end.end_col_offset,
    }));
  }

  lambda(token: Token, args: Arguments): void {
    this.#push(EXPRESSION, token, (body, start, end) => ({
      kind: "Lambda",
      args,
      body,
      lineno: start.lineno,
      col_offset: start.col_offset,
      end_lineno: end.end_lineno,
      end_col_offset: end.end_col_offset,
    }));
  }

  #push(
    precedence: number,
    start: Where,
    finish: Frame["finish"],
    chain: Frame["chain"] = null,
    pendingIf: Frame["pendingIf"] = null,
  ): void {
    if (this.#frames.length >= MAX_FRAMES) throw new TooComplex();
    this.#frames.push({ precedence, start, finish, chain, pendingIf });
  }

  /** Takes an infix operator whose left operand, which starts at `start` and ends at `end`, has been read. */
  infix(token: Token, second: IToken | undefined, left: Expr, start: Where, end: End, base: number): void {
    const id = token.tokenTypeIdx;
    const precedence = PRECEDENCE[id];
    const floor = precedence === CONDITION ? DISJUNCTION : precedence === POWER ? POWER + 1 : precedence;
    for (let top = this.#top(base); top !== null && top.precedence >= floor; top = this.#top(base)) {
      if (top.precedence === precedence && top.chain !== null) {
        extend(top.chain, left, token, second);
        return;
      }
      this.#frames.pop();
      start = top.start;
      left = top.finish(left, start, end);
    }
    if (id === ELSE.tokenTypeIdx) this.#else(left);
    else if (id === IF.tokenTypeIdx) this.#push(CONDITION, start, unfinished, null, { body: left });
    else if (precedence === COMPARISON) this.#comparison(token, second, left, start);
    else if (precedence <= CONJUNCTION) this.#boolean(precedence === CONJUNCTION ? "And" : "Or", left, start);
    else this.#binary(id, precedence, left, start);
  }

  #binary(id: number, precedence: number, left: Expr, from: Where): void {
    const op = BINARY_NAME[id];
    this.#push(precedence, from, (right, start, end) => ({
      kind: "BinOp",
      left,
      op,
      right,
      lineno: start.lineno,
      col_offset: start.col_offset,
      end_lineno: end.end_lineno,
      end_col_offset: end.end_col_offset,
    }));
  }

  #else(test: Expr): void {
    const frame = this.#frames.pop();
    const body = frame?.pendingIf?.body;
    if (frame === undefined || body === undefined) throw new Error("else without if");
    this.#push(EXPRESSION, frame.start, (orelse, start, end) => ({
      kind: "IfExp",
      test,
      body,
      orelse,
      lineno: start.lineno,
      col_offset: start.col_offset,
      end_lineno: end.end_lineno,
      end_col_offset: end.end_col_offset,
    }));
  }

  #boolean(op: "And" | "Or", left: Expr, from: Where): void {
    const chain: BoolOp = { kind: "BoolOp", op, values: [left], ...NOWHERE };
    this.#push(
      op === "And" ? CONJUNCTION : DISJUNCTION,
      from,
      (right, start, end) => {
        chain.values.push(right);
        return place(chain, start, end);
      },
      chain,
    );
  }

  #comparison(token: Token, second: IToken | undefined, left: Expr, from: Where): void {
    const op = compareName(token, second);
    const chain: Compare = { kind: "Compare", left, ops: [op], comparators: [], ...NOWHERE };
    this.#push(
      COMPARISON,
      from,
      (right, start, end) => {
        chain.comparators.push(right);
        return place(chain, start, end);
      },
      chain,
    );
  }

  /** The whole expression, now that its last operand has been read. Answers null when an `else` is missing. */
  finish(value: Expr, end: End, base: number): Expr | null {
    for (let top = this.#top(base); top !== null; top = this.#top(base)) {
      if (top.pendingIf !== null) return null;
      this.#frames.pop();
      value = top.finish(value, top.start, end);
    }
    return value;
  }
}

const NOWHERE: Span = { lineno: 0, col_offset: 0, end_lineno: 0, end_col_offset: 0 };

function unfinished(): never {
  throw new Error("a conditional expression has no else");
}

function extend(chain: BoolOp | Compare, operand: Expr, token: Token, second: IToken | undefined): void {
  if (chain.kind === "BoolOp") {
    chain.values.push(operand);
    return;
  }
  chain.comparators.push(operand);
  chain.ops.push(compareName(token, second));
}

function compareName(token: Token, second: IToken | undefined): CmpOperator {
  if (token.tokenTypeIdx === IS.tokenTypeIdx && second !== undefined) return "IsNot";
  return COMPARE_NAME[token.tokenTypeIdx];
}

function place<T extends Expr>(node: T, start: Where, end: End): T {
  node.lineno = start.lineno;
  node.col_offset = start.col_offset;
  node.end_lineno = end.end_lineno;
  node.end_col_offset = end.end_col_offset;
  return node;
}
