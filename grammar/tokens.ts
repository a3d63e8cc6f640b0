// The kinds of token, named as in Python's `token` module, and the token itself.
// Each keyword is a kind of its own; the soft keywords match, case, type and _ are plain names.
// Chevrotain gives out identities one after the other, so that tables can be indexed with them.
import { createToken, type IToken, Lexer, type TokenType } from "chevrotain";

export interface TokenKind extends TokenType {
  tokenTypeIdx: number;
}

/** All kinds, by identity less that of the first. */
export const KINDS: TokenKind[] = [];

function kind(name: string, categories: TokenKind[] = []): TokenKind {
  const made = createToken({ name, categories, pattern: Lexer.NA }) as TokenKind;
  KINDS.push(made);
  return made;
}

/** Matches every operator that joins two operands, `if` and `else` of the conditional expression among them. */
export const Infix = kind("Infix");
/** Matches every operator that stands before its operand. */
export const Prefix = kind("Prefix");
/** Matches `+=` and its kin. */
export const AugAssignOp = kind("AugAssignOp");

export const FIRST_ID = KINDS[0].tokenTypeIdx;

export const ENDMARKER = kind("ENDMARKER");
export const NAME = kind("NAME");
export const NUMBER = kind("NUMBER");
export const STRING = kind("STRING");
export const FSTRING_START = kind("FSTRING_START");
export const FSTRING_MIDDLE = kind("FSTRING_MIDDLE");
export const FSTRING_END = kind("FSTRING_END");
export const NEWLINE = kind("NEWLINE");
export const INDENT = kind("INDENT");
export const DEDENT = kind("DEDENT");
/** A character that can be printed but means nothing. */
export const OP = kind("OP");
/** Where the tokenizer found an error: nothing follows it. */
export const ERRORTOKEN = kind("ERRORTOKEN");
/** Where the input of a prompt ends for now. */
export const MORE = kind("MORE");

const operators = new Map<string, TokenKind>();
const keywords = new Map<string, TokenKind>();

function op(image: string, name: string, ...categories: TokenKind[]): TokenKind {
  const made = kind(name, categories);
  operators.set(image, made);
  return made;
}

function keyword(image: string, ...categories: TokenKind[]): TokenKind {
  const made = kind(image, categories);
  keywords.set(image, made);
  return made;
}

export const LPAR = op("(", "LPAR");
export const RPAR = op(")", "RPAR");
export const LSQB = op("[", "LSQB");
export const RSQB = op("]", "RSQB");
export const LBRACE = op("{", "LBRACE");
export const RBRACE = op("}", "RBRACE");
export const COLON = op(":", "COLON");
export const COMMA = op(",", "COMMA");
export const SEMI = op(";", "SEMI");
export const DOT = op(".", "DOT");
export const EQUAL = op("=", "EQUAL");
export const EXCLAMATION = op("!", "EXCLAMATION");
export const COLONEQUAL = op(":=", "COLONEQUAL");
export const RARROW = op("->", "RARROW");
export const ELLIPSIS = op("...", "ELLIPSIS");
export const AT = op("@", "AT", Infix);
export const PLUS = op("+", "PLUS", Infix, Prefix);
export const MINUS = op("-", "MINUS", Infix, Prefix);
export const STAR = op("*", "STAR", Infix);
export const SLASH = op("/", "SLASH", Infix);
export const VBAR = op("|", "VBAR", Infix);
export const AMPER = op("&", "AMPER", Infix);
export const LESS = op("<", "LESS", Infix);
export const GREATER = op(">", "GREATER", Infix);
export const PERCENT = op("%", "PERCENT", Infix);
export const EQEQUAL = op("==", "EQEQUAL", Infix);
export const NOTEQUAL = op("!=", "NOTEQUAL", Infix);
operators.set("<>", NOTEQUAL);
export const LESSEQUAL = op("<=", "LESSEQUAL", Infix);
export const GREATEREQUAL = op(">=", "GREATEREQUAL", Infix);
export const TILDE = op("~", "TILDE", Prefix);
export const CIRCUMFLEX = op("^", "CIRCUMFLEX", Infix);
export const LEFTSHIFT = op("<<", "LEFTSHIFT", Infix);
export const RIGHTSHIFT = op(">>", "RIGHTSHIFT", Infix);
export const DOUBLESTAR = op("**", "DOUBLESTAR", Infix);
export const DOUBLESLASH = op("//", "DOUBLESLASH", Infix);
/** `+=` and its kin. */
export const AUGMENTED = [
  ["+=", "PLUSEQUAL"],
  ["-=", "MINEQUAL"],
  ["*=", "STAREQUAL"],
  ["/=", "SLASHEQUAL"],
  ["%=", "PERCENTEQUAL"],
  ["&=", "AMPEREQUAL"],
  ["|=", "VBAREQUAL"],
  ["^=", "CIRCUMFLEXEQUAL"],
  ["<<=", "LEFTSHIFTEQUAL"],
  [">>=", "RIGHTSHIFTEQUAL"],
  ["**=", "DOUBLESTAREQUAL"],
  ["//=", "DOUBLESLASHEQUAL"],
  ["@=", "ATEQUAL"],
].map(([image, name]) => op(image, name, AugAssignOp));

export const CONTINUE = keyword("continue");
export const NONLOCAL = keyword("nonlocal");
export const FINALLY = keyword("finally");
export const ASSERT = keyword("assert");
export const EXCEPT = keyword("except");
export const GLOBAL = keyword("global");
export const IMPORT = keyword("import");
export const LAMBDA = keyword("lambda");
export const RETURN = keyword("return");
export const ASYNC = keyword("async");
export const AWAIT = keyword("await");
export const BREAK = keyword("break");
export const CLASS = keyword("class");
export const FALSE = keyword("False");
export const RAISE = keyword("raise");
export const WHILE = keyword("while");
export const YIELD = keyword("yield");
export const ELIF = keyword("elif");
export const ELSE = keyword("else", Infix);
export const FROM = keyword("from");
export const NONE = keyword("None");
export const PASS = keyword("pass");
export const TRUE = keyword("True");
export const WITH = keyword("with");
export const AND = keyword("and", Infix);
export const DEF = keyword("def");
export const DEL = keyword("del");
export const FOR = keyword("for");
export const NOT = keyword("not", Infix, Prefix);
export const TRY = keyword("try");
export const AS = keyword("as");
export const IF = keyword("if", Infix);
export const IN = keyword("in", Infix);
export const IS = keyword("is", Infix);
export const OR = keyword("or", Infix);

/** Tokens for the tokenize module alone: a comment, and a line end that ends no statement. */
export const COMMENT = kind("COMMENT");
export const NL = kind("NL");

export const KEYWORDS: ReadonlyMap<string, TokenKind> = keywords;
export const OPERATORS: ReadonlyMap<string, TokenKind> = operators;

/** How many identities there are: the length of a table indexed with them. */
export const ID_COUNT = FIRST_ID + KINDS.length;

export interface OperatorEntry {
  readonly image: string;
  readonly id: number;
}

/** By the code of the first character: the operators that start with it, the longest first. */
export const OPERATORS_BY_CODE: readonly (readonly OperatorEntry[] | undefined)[] = byFirstCode();

function byFirstCode(): OperatorEntry[][] {
  const table: OperatorEntry[][] = Array.from({ length: 128 });
  for (const [image, made] of [...operators].sort((a, b) => b[0].length - a[0].length)) {
    (table[image.charCodeAt(0)] ??= []).push({ image, id: made.tokenTypeIdx });
  }
  return table;
}

/** The image of the NEWLINE that the end of a single statement implies. */
export const IMPLIED = "<end>";

/** A token. Offsets are in UTF-16 units of the source, columns in UTF-8 bytes of the line; both ends are exclusive. */
export class Token implements IToken {
  /** For an opening bracket: how many tokens further on its partner stands; 0 when there is none. */
  partner = 0;

  constructor(
    readonly tokenTypeIdx: number,
    readonly image: string,
    readonly startOffset: number,
    readonly end: number,
    readonly lineno: number,
    readonly col_offset: number,
    readonly end_lineno: number,
    readonly end_col_offset: number,
  ) {}

  get tokenType(): TokenType {
    return KINDS[this.tokenTypeIdx - FIRST_ID];
  }
}
