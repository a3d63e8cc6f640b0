// The checks of patterns in trees that programs have made; see validate.ts.
import type * as ast from "../../../grammar/ast.ts";
import { valueError } from "../../objects/errors.ts";
import { constantValue, present, validateExpr, validateName, validatePlace } from "./validate.ts";

const SINGLETONS = new Set(["None", "bool"]);
const LITERALS = new Set(["int", "float", "complex", "str", "bytes"]);

function capture(name: string): void {
  if (name === "_") throw valueError("can't capture name '_' in patterns");
  validateName(name);
}

const isNumber = (node: ast.Expr, types: readonly string[]): boolean =>
  node.kind === "Constant" && types.includes(constantValue(node).type);

/** A number, or one with a minus. */
const isSigned = (node: ast.Expr, types: readonly string[]): boolean =>
  node.kind === "UnaryOp" ? node.op === "USub" && isNumber(node.operand, types) : isNumber(node, types);

const REAL = ["int", "float"];
const ANY = ["int", "float", "complex"];

function isComplexSum(node: ast.BinOp): boolean {
  if (node.op !== "Add" && node.op !== "Sub") return false;
  return isSigned(node.left, REAL) && isNumber(node.right, ["complex"]);
}

/** A literal, or the name of a value with a dot. */
function value(node: ast.Expr): void {
  validateExpr(node, "Load");
  if (node.kind === "Constant") {
    if (LITERALS.has(constantValue(node).type)) return;
    throw valueError("unexpected constant inside of a literal pattern");
  }
  if (node.kind === "Attribute" || node.kind === "JoinedStr") return;
  if (node.kind === "UnaryOp" && isSigned(node, ANY)) return;
  if (node.kind === "BinOp" && isComplexSum(node)) return;
  throw valueError("patterns may only match literals and attribute lookups");
}

function patterns(items: readonly (ast.Pattern | null)[], starOk: boolean): void {
  for (const item of present(items, "pattern")) validatePattern(item, starOk);
}

export function validatePattern(node: ast.Pattern, starOk: boolean): void {
  validatePlace(node);
  const check = PATTERNS[node.kind] as (node: ast.Pattern, starOk: boolean) => void;
  check(node, starOk);
}

type Checks = { [K in ast.Pattern["kind"]]: (node: Extract<ast.Pattern, { kind: K }>, starOk: boolean) => void };

const PATTERNS: Checks = {
  MatchValue: (node) => value(node.value),
  MatchSingleton(node) {
    if (!SINGLETONS.has(node.value.type)) throw valueError("MatchSingleton can only contain True, False and None");
  },
  MatchSequence: (node) => patterns(node.patterns, true),
  MatchMapping(node) {
    if (node.keys.length !== node.patterns.length)
      throw valueError("MatchMapping doesn't have the same number of keys as patterns");
    if (node.rest !== null) capture(node.rest);
    for (const key of present(node.keys, "expression")) {
      if (key.kind === "Constant" && SINGLETONS.has(constantValue(key).type)) continue;
      value(key);
    }
    patterns(node.patterns, false);
  },
  MatchClass(node) {
    if (node.kwd_attrs.length !== node.kwd_patterns.length)
      throw valueError("MatchClass doesn't have the same number of keyword attributes as patterns");
    validateExpr(node.cls, "Load");
    let cls = node.cls;
    while (cls.kind === "Attribute") cls = cls.value;
    if (cls.kind !== "Name") throw valueError("MatchClass cls field can only contain Name or Attribute nodes.");
    present(node.kwd_attrs, "identifier").forEach(validateName);
    patterns(node.patterns, false);
    patterns(node.kwd_patterns, false);
  },
  MatchStar({ name }, starOk) {
    if (!starOk) throw valueError("can't use MatchStar here");
    if (name !== null) capture(name);
  },
  MatchAs({ pattern, name }) {
    if (name !== null) capture(name);
    if (pattern === null) return;
    if (name === null) throw valueError("MatchAs must specify a target name if a pattern is given");
    validatePattern(pattern, false);
  },
  MatchOr(node) {
    if (node.patterns.length < 2) throw valueError("MatchOr requires at least 2 patterns");
    patterns(node.patterns, false);
  },
};
