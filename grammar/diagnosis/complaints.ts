// What the diagnosis does when a rule fits: says what is wrong, or checks a literal.
import { decodeBytes, decodeEscapes, LiteralError, splitLiteral } from "../literals.ts";
import { checkDigits, numberValue } from "../numbers.ts";
import * as t from "../tokens.ts";
import type { Action, Machine, Named, Piece, Value } from "./machine.ts";
import { atEnd, atLast, atToken, between, indentationAtLast, onLine, onToken, uptoHere } from "./report.ts";

const NAMES: Record<string, string> = {
  Name: "name",
  Attribute: "attribute",
  Subscript: "subscript",
  Starred: "starred",
  List: "list",
  Tuple: "tuple",
  Lambda: "lambda",
  Call: "function call",
  BoolOp: "expression",
  BinOp: "expression",
  UnaryOp: "expression",
  GeneratorExp: "generator expression",
  Yield: "yield expression",
  YieldFrom: "yield expression",
  Await: "await expression",
  ListComp: "list comprehension",
  SetComp: "set comprehension",
  DictComp: "dict comprehension",
  Dict: "dict literal",
  Set: "set display",
  JoinedStr: "f-string expression",
  Constant: "literal",
  True: "True",
  False: "False",
  None: "None",
  Ellipsis: "ellipsis",
  Compare: "comparison",
  IfExp: "conditional expression",
  NamedExpr: "named expression",
};

/** What an expression is called in a message. */
const nameOf = (piece: Piece): string => NAMES[piece.kind] ?? piece.kind;

function one(value: Value): Piece {
  if (Array.isArray(value)) return { ...one(value[0]), to: one(value[value.length - 1]).to };
  if (value === null) throw new Error("a mistake names nothing");
  return value;
}

const FORMAT = /\{(name|text|line) (\w)\}/g;
const WORDS = /^(at|range|from|last|next|indent)((?: \w)*) "(.*)"$/;

/** An action in the notation of mistakes.ts. */
export function action(words: string): Action {
  const call = words.startsWith("call ") ? CALLS[words.slice("call ".length)] : undefined;
  return call ?? complain;
}

const complain: Action = (machine, named, _from, words) => {
  const [, where, marks, text] = WORDS.exec(words) ?? [];
  const [first, second] = marks.trim().split(" ");
  const message = text.replaceAll('\\"', '"').replace(FORMAT, (_, what: string, name: string) => {
    const piece = one(named(name));
    if (what === "name") return nameOf(piece);
    const token = machine.tokens[piece.from];
    return what === "line" ? String(token.lineno) : token.image;
  });
  switch (where) {
    case "at":
      throw between(machine, one(named(first)), one(named(first)), message);
    case "range":
      throw between(machine, one(named(first)), one(named(second)), message);
    case "from":
      throw uptoHere(machine, one(named(first)), message);
    case "next":
      throw atToken(machine, machine.pos, message);
    case "indent":
      throw indentationAtLast(machine, message);
    default:
      throw atLast(machine, message);
  }
};

type Targets = "assign" | "for" | "delete";

/** The part of an expression that keeps it from being a target. */
function invalidTarget(piece: Piece, targets: Targets): Piece | null {
  switch (piece.kind) {
    case "List":
    case "Tuple":
      for (const child of piece.children) {
        const found = invalidTarget(child, targets);
        if (found !== null) return found;
      }
      return null;
    case "Starred":
      return targets === "delete" ? piece : invalidTarget(piece.children[0], targets);
    case "Compare":
      if (targets !== "for") return piece;
      return piece.children[1].kind === "In" ? invalidTarget(piece.children[0], targets) : null;
    case "Name":
    case "Attribute":
    case "Subscript":
      return null;
    default:
      return piece;
  }
}

function complainOfTarget(machine: Machine, value: Value, targets: Targets): undefined {
  const found = invalidTarget(one(value), targets);
  if (found === null) return undefined;
  const verb = targets === "delete" ? "delete" : "assign to";
  throw between(machine, found, found, `cannot ${verb} ${nameOf(found)}`);
}

const BARE_GENERATOR = "Generator expression must be parenthesized";

const LEGACY = ["print", "exec"];

function isLegacy(machine: Machine, piece: Piece): boolean {
  return piece.kind === "Name" && LEGACY.includes(machine.tokens[piece.from].image);
}

const isKeyword = ({ kind }: Piece): boolean => kind === "keyword" || kind === "unpacking";

const lastOf = (value: Value): Piece => {
  const last = Array.isArray(value) ? value[value.length - 1] : value;
  if (last === null || last === undefined || Array.isArray(last)) throw new Error("a comprehension has no clause");
  return last;
};

const clauseEnd = (clauses: Value): Piece => {
  const { children } = lastOf(clauses);
  return children[children.length - 1];
};

/** A chain of operators of one level: a binary operation when there is any operator. */
const binary: Action = (machine, named, from) => {
  const rest = named("b");
  return Array.isArray(rest) && rest.length > 0 ? machine.piece("BinOp", from) : named("a");
};

const CALLS: Record<string, Action> = {
  binary,
  // A prompt has nothing to read.
  nothing: () => undefined,
  pair: (_machine, named) => [named("a"), named("b"), named("c")],
  trailers: (machine, named, from) => {
    const trailers = named("b");
    if (!Array.isArray(trailers) || trailers.length === 0) return named("a");
    return machine.piece(lastOf(trailers).kind, from);
  },
  bareGenerator: (machine, named) => {
    throw between(machine, one(named("a")), clauseEnd(named("b")), BARE_GENERATOR);
  },
  bareGeneratorInCall: (machine, named) => {
    const positional = one(named("a")).children.filter((child) => !isKeyword(child));
    if (positional.length <= 1) return undefined;
    throw between(machine, positional[positional.length - 1], clauseEnd(named("b")), BARE_GENERATOR);
  },
  lateArgument: (machine, named) => {
    const unpacked = one(named("a")).children.some(({ kind }) => kind === "unpacking");
    throw atLast(machine, `positional argument follows keyword argument${unpacked ? " unpacking" : ""}`);
  },
  legacy: (machine, named) => {
    const name = one(named("a"));
    const { image } = machine.tokens[name.from];
    if (!LEGACY.includes(image)) return undefined;
    throw between(
      machine,
      name,
      one(named("b")),
      `Missing parentheses in call to '${image}'. Did you mean ${image}(...)?`,
    );
  },
  missingComma: (machine, named) => {
    const left = one(named("a"));
    if (isLegacy(machine, left) || levelAt(machine, machine.pos - 1) === 0) return undefined;
    throw between(machine, left, one(named("b")), "invalid syntax. Perhaps you forgot a comma?");
  },
  assignTarget: (machine, named) => complainOfTarget(machine, named("a"), "assign"),
  forTarget: (machine, named) => complainOfTarget(machine, named("a"), "for"),
  deleteTarget: (machine, named) => complainOfTarget(machine, named("a"), "delete"),
  missingColon: (machine, named) => {
    throw atEnd(machine, one(named("a")), "':' expected after dictionary key");
  },
  boundTypeVarTuple: (machine, named) => complainOfBound(machine, named, "TypeVarTuple"),
  boundParamSpec: (machine, named) => complainOfBound(machine, named, "ParamSpec"),
  notFlufl: (machine, named) => (machine.tokens[one(named("a")).from].image === "<>" ? undefined : named("a")),
  number: (machine, named, from) => {
    const token = machine.tokens[one(named("a")).from];
    const message = checkDigits(token.image);
    if (message !== null) throw onLine(machine, token, message);
    return machine.piece("Constant", from);
  },
  real: (machine, named) => checkComplex(machine, one(named("a")), false),
  imaginary: (machine, named) => checkComplex(machine, one(named("a")), true),
  field: (machine, named) => checkField(machine, named("a")),
  conversion: (machine, named) => checkConversion(machine, one(named("a")), one(named("b"))),
  fstringText: (machine, named) => {
    // CPython decodes the text of a format specification without regard to the prefix.
    checkText(machine, machine.tokens[one(named("a")).from].image);
    return named("a");
  },
  fstring: (machine, _named, from) => {
    checkFString(machine, from);
    return machine.piece("JoinedStr", from);
  },
  strings: (machine, _named, from) => checkStrings(machine, from),
};

function complainOfBound(machine: Machine, named: Named, kind: string): never {
  const what = one(named("b")).kind === "Tuple" ? "constraints" : "bound";
  throw uptoHere(machine, one(named("a")), `cannot use ${what} with ${kind}`);
}

/** How many brackets are open behind a token. */
function levelAt(machine: Machine, index: number): number {
  let level = 0;
  for (let i = 0; i <= index; i++) {
    const id = machine.tokens[i].tokenTypeIdx;
    if (OPENERS.has(id)) level++;
    else if (CLOSERS.has(id)) level--;
  }
  return level;
}

const OPENERS = new Set([t.LPAR.tokenTypeIdx, t.LSQB.tokenTypeIdx, t.LBRACE.tokenTypeIdx]);
const CLOSERS = new Set([t.RPAR.tokenTypeIdx, t.RSQB.tokenTypeIdx, t.RBRACE.tokenTypeIdx]);

function checkComplex(machine: Machine, number: Piece, imaginary: boolean): Value {
  const { type } = numberValue(machine.tokens[number.from].image);
  if ((type === "complex") === imaginary) return number;
  const what = imaginary ? "imaginary" : "real";
  throw between(machine, number, number, `${what} number required in complex literal`);
}

function checkConversion(machine: Machine, mark: Piece, name: Piece): Value {
  const first = machine.tokens[mark.from];
  const second = machine.tokens[name.from];
  if (first.end !== second.startOffset) {
    throw between(machine, mark, name, "f-string: conversion type must come right after the exclamanation mark");
  }
  return name;
}

/** A conversion is known by its name once the whole replacement field has been read. */
function checkField(machine: Machine, conversion: Value): Value {
  if (conversion === null) return null;
  const name = one(conversion);
  const { image } = machine.tokens[name.from];
  if (["s", "r", "a"].includes(image)) return null;
  const message = `f-string: invalid conversion character '${image}': expected 's', 'r', or 'a'`;
  throw between(machine, name, name, message);
}

function checkText(machine: Machine, body: string): void {
  try {
    decodeEscapes(body, ignoreWarning);
  } catch (error) {
    throw error instanceof LiteralError ? atLast(machine, error.message) : error;
  }
}

const ignoreWarning = () => {};

function checkLiteral(machine: Machine, token: number, decode: () => unknown): void {
  try {
    decode();
  } catch (error) {
    if (!(error instanceof LiteralError)) throw error;
    throw onToken(machine, token, error.message);
  }
}

function checkFString(machine: Machine, from: number): void {
  if (/r/i.test(machine.tokens[from].image)) return;
  let depth = 0;
  for (let i = from + 1; i < machine.pos; i++) {
    const { tokenTypeIdx, image } = machine.tokens[i];
    if (OPENERS.has(tokenTypeIdx)) depth++;
    else if (CLOSERS.has(tokenTypeIdx)) depth--;
    else if (depth === 0 && tokenTypeIdx === t.FSTRING_MIDDLE.tokenTypeIdx) checkText(machine, image);
  }
}

/** Checks adjacent literals: each of them, and that they do not mix. */
function checkStrings(machine: Machine, from: number): Piece {
  let bytes = 0;
  let texts = 0;
  let formatted = 0;
  for (let i = from; i < machine.pos; i++) {
    const { tokenTypeIdx, image } = machine.tokens[i];
    if (tokenTypeIdx === t.FSTRING_START.tokenTypeIdx) {
      formatted++;
      i = fstringEnd(machine, i);
      continue;
    }
    const literal = splitLiteral(image);
    if (literal.bytes) {
      bytes++;
      checkLiteral(machine, i, () => decodeBytes(literal.body, literal.raw, ignoreWarning));
    } else {
      texts++;
      if (!literal.raw) checkLiteral(machine, i, () => decodeEscapes(literal.body, ignoreWarning));
    }
  }
  if (bytes > 0 && texts + formatted > 0) throw atLast(machine, "cannot mix bytes and nonbytes literals");
  return machine.piece(formatted > 0 ? "JoinedStr" : "Constant", from);
}

/** The index of the token that ends the f-string which starts at a token. */
function fstringEnd(machine: Machine, start: number): number {
  let depth = 0;
  for (let i = start; ; i++) {
    const id = machine.tokens[i].tokenTypeIdx;
    if (id === t.FSTRING_START.tokenTypeIdx) depth++;
    else if (id === t.FSTRING_END.tokenTypeIdx && --depth === 0) return i;
  }
}
