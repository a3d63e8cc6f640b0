// `match` (PEP 634). Each pattern consumes the subject on top of the stack and jumps to a failure
// block when it does not match. Captures stay on the stack, below the items still in use, until the
// whole pattern has matched.

import type * as ast from "../../grammar/ast.ts";
import { OP } from "../bytecode/opcodes.ts";
import { constantRepr, stringRepr } from "../bytecode/repr.ts";
import { jumpIf } from "./exprs.ts";
import { constantOf, equalityKey } from "./fold.ts";
import type { Generator, StmtVisitors } from "./generator.ts";
import { type Loc, locOf, NO_LOC } from "./unit.ts";

/** The state of one case. */
interface Context {
  /** Names captured so far, in the order their values lie on the stack. */
  stores: string[];
  /** Whether a pattern that always matches may stand here. */
  allowIrrefutable: boolean;
  /** Labels where 0, 1, 2, ... items are popped before the next case. */
  failPop: number[];
  /** Items on top of the stack that the current pattern still uses. */
  onTop: number;
}

const freshContext = (allowIrrefutable: boolean): Context => ({
  stores: [],
  allowIrrefutable,
  failPop: [],
  onTop: 0,
});

const isWildcard = (node: ast.Pattern): boolean => node.kind === "MatchAs" && node.name === null;
const isWildcardStar = (node: ast.Pattern): boolean => node.kind === "MatchStar" && node.name === null;

function failLabel(gen: Generator, context: Context, pops: number): number {
  while (context.failPop.length <= pops) context.failPop.push(gen.label());
  return context.failPop[pops];
}

function jumpToFail(gen: Generator, loc: Loc, context: Context, op: number): void {
  gen.jump(loc, op, failLabel(gen, context, context.onTop + context.stores.length));
}

/** Places the failure blocks: each pops one item and falls into the one that pops the rest. */
function emitFailPops(gen: Generator, loc: Loc, context: Context): void {
  const labels = context.failPop;
  for (let i = labels.length - 1; i > 0; i--) {
    gen.place(labels[i]);
    gen.op(loc, OP.POP_TOP);
  }
  if (labels.length > 0) gen.place(labels[0]);
  context.failPop = [];
}

/** Moves the top of the stack below the `count - 1` items under it. */
function rotate(gen: Generator, loc: Loc, count: number): void {
  for (; count > 1; count--) gen.opArg(loc, OP.SWAP, count);
}

function duplicateStore(gen: Generator, loc: Loc, name: string) {
  return gen.errorAt(loc, `multiple assignments to name ${stringRepr(name)} in pattern`);
}

function storeName(gen: Generator, loc: Loc, name: string | null, context: Context): void {
  if (name === null) {
    gen.op(loc, OP.POP_TOP);
    return;
  }
  gen.checkName(loc, name, "Store");
  if (context.stores.includes(name)) throw duplicateStore(gen, loc, name);
  rotate(gen, loc, context.onTop + context.stores.length + 1);
  context.stores.push(name);
}

function failUnless(gen: Generator, loc: Loc, context: Context): void {
  jumpToFail(gen, loc, context, OP.POP_JUMP_IF_FALSE);
}

const int = (value: number) => ({ type: "int", value: BigInt(value) }) as const;

function subpattern(gen: Generator, node: ast.Pattern, context: Context): void {
  const { allowIrrefutable } = context;
  context.allowIrrefutable = true;
  pattern(gen, node, context);
  context.allowIrrefutable = allowIrrefutable;
}

function unpackSequence(gen: Generator, loc: Loc, patterns: readonly ast.Pattern[], context: Context): void {
  const star = patterns.findIndex((one) => one.kind === "MatchStar");
  const after = patterns.length - star - 1;
  if (star < 0) gen.opArg(loc, OP.UNPACK_SEQUENCE, patterns.length);
  else if (star >= 256 || after >= 0x7fffffff >> 8) {
    throw gen.errorAt(loc, "too many expressions in star-unpacking sequence pattern");
  } else gen.opArg(loc, OP.UNPACK_EX, star + (after << 8));
  context.onTop += patterns.length;
  for (const one of patterns) {
    context.onTop--;
    subpattern(gen, one, context);
  }
}

/** With a starred wildcard, only the items that matter are taken, by index. */
function indexSequence(gen: Generator, loc: Loc, patterns: readonly ast.Pattern[], star: number, context: Context) {
  context.onTop++;
  for (let i = 0; i < patterns.length; i++) {
    if (i === star || isWildcard(patterns[i])) continue;
    gen.opArg(loc, OP.COPY, 1);
    if (i < star) gen.constant(loc, int(i));
    else {
      gen.op(loc, OP.GET_LEN);
      gen.constant(loc, int(patterns.length - i));
      gen.binary(loc, "Sub", false);
    }
    gen.op(loc, OP.BINARY_SUBSCR);
    subpattern(gen, patterns[i], context);
  }
  context.onTop--;
  gen.op(loc, OP.POP_TOP);
}

function sequence(gen: Generator, node: ast.MatchSequence, context: Context): void {
  const loc = locOf(node);
  const { patterns } = node;
  const size = patterns.length;
  const stars = patterns.filter((one) => one.kind === "MatchStar");
  if (stars.length > 1) throw gen.error(node, "multiple starred names in sequence pattern");
  const star = patterns.findIndex((one) => one.kind === "MatchStar");
  context.onTop++;
  gen.op(loc, OP.MATCH_SEQUENCE);
  failUnless(gen, loc, context);
  if (star < 0 || size > 1) {
    gen.op(loc, OP.GET_LEN);
    gen.constant(loc, int(star < 0 ? size : size - 1));
    gen.compare(loc, star < 0 ? "Eq" : "GtE");
    failUnless(gen, loc, context);
  }
  context.onTop--;
  if (patterns.every((one) => isWildcard(one) || isWildcardStar(one))) gen.op(loc, OP.POP_TOP);
  else if (star >= 0 && isWildcardStar(patterns[star])) indexSequence(gen, loc, patterns, star, context);
  else unpackSequence(gen, loc, patterns, context);
}

function checkAttributes(gen: Generator, node: ast.MatchClass): void {
  const seen = new Set<string>();
  node.kwd_attrs.forEach((attr, i) => {
    const loc = locOf(node.kwd_patterns[i]);
    gen.checkName(loc, attr, "Store");
    if (seen.has(attr)) throw gen.errorAt(loc, `attribute name repeated in class pattern: ${attr}`);
    seen.add(attr);
  });
}

function classPattern(gen: Generator, node: ast.MatchClass, context: Context): void {
  const loc = locOf(node);
  checkAttributes(gen, node);
  gen.expr(node.cls);
  gen.constant(loc, gen.nameTuple(node.kwd_attrs));
  gen.opArg(loc, OP.MATCH_CLASS, node.patterns.length);
  gen.opArg(loc, OP.COPY, 1);
  gen.none(loc);
  gen.opArg(loc, OP.IS_OP, 1);
  context.onTop++;
  failUnless(gen, loc, context);
  const all = [...node.patterns, ...node.kwd_patterns];
  gen.opArg(loc, OP.UNPACK_SEQUENCE, all.length);
  context.onTop += all.length - 1;
  for (const one of all) {
    context.onTop--;
    if (isWildcard(one)) gen.op(loc, OP.POP_TOP);
    else subpattern(gen, one, context);
  }
}

function mappingKeys(gen: Generator, node: ast.MatchMapping): void {
  const seen = new Set<string>();
  for (const key of node.keys) {
    if (key.kind === "Constant") {
      const equal = equalityKey(constantOf(key));
      if (seen.has(equal)) {
        throw gen.error(node, `mapping pattern checks duplicate key (${constantRepr(constantOf(key))})`);
      }
      seen.add(equal);
    } else if (key.kind !== "Attribute") {
      throw gen.error(node, "mapping pattern keys may only match literals and attribute lookups");
    }
    gen.expr(key);
  }
}

function mapping(gen: Generator, node: ast.MatchMapping, context: Context): void {
  const loc = locOf(node);
  const { patterns, rest } = node;
  const size = patterns.length;
  context.onTop++;
  gen.op(loc, OP.MATCH_MAPPING);
  failUnless(gen, loc, context);
  if (size === 0 && rest === null) {
    context.onTop--;
    gen.op(loc, OP.POP_TOP);
    return;
  }
  if (size > 0) {
    gen.op(loc, OP.GET_LEN);
    gen.constant(loc, int(size));
    gen.compare(loc, "GtE");
    failUnless(gen, loc, context);
  }
  mappingKeys(gen, node);
  gen.opArg(loc, OP.BUILD_TUPLE, size);
  gen.op(loc, OP.MATCH_KEYS);
  // The keys and the values now lie above the subject.
  context.onTop += 2;
  gen.opArg(loc, OP.COPY, 1);
  gen.none(loc);
  gen.opArg(loc, OP.IS_OP, 1);
  failUnless(gen, loc, context);
  gen.opArg(loc, OP.UNPACK_SEQUENCE, size);
  context.onTop += size - 1;
  for (const one of patterns) {
    context.onTop--;
    subpattern(gen, one, context);
  }
  context.onTop -= 2;
  if (rest !== null) {
    mappingRest(gen, loc, size, rest, context);
    return;
  }
  gen.op(loc, OP.POP_TOP);
  gen.op(loc, OP.POP_TOP);
}

/** `**rest` is a copy of the subject without the keys that were matched. */
function mappingRest(gen: Generator, loc: Loc, size: number, rest: string, context: Context): void {
  gen.opArg(loc, OP.BUILD_MAP, 0);
  gen.opArg(loc, OP.SWAP, 3);
  gen.opArg(loc, OP.DICT_UPDATE, 2);
  gen.opArg(loc, OP.UNPACK_SEQUENCE, size);
  for (let left = size; left > 0; left--) {
    gen.opArg(loc, OP.COPY, 1 + left);
    gen.opArg(loc, OP.SWAP, 2);
    gen.op(loc, OP.DELETE_SUBSCR);
  }
  storeName(gen, loc, rest, context);
}

/** Brings the captures of an alternative into the order of those of the first one. */
function reorder(gen: Generator, loc: Loc, stores: string[], control: readonly string[], node: ast.Span): void {
  for (let wanted = control.length - 1; wanted >= 0; wanted--) {
    const at = stores.indexOf(control[wanted]);
    if (at < 0) throw gen.error(node, "alternative patterns bind different names");
    if (at === wanted) continue;
    const rotations = at + 1;
    const rotated = stores.splice(0, rotations);
    stores.splice(wanted - at, 0, ...rotated);
    for (let i = 0; i < rotations; i++) rotate(gen, loc, wanted + 1);
  }
}

function orPattern(gen: Generator, node: ast.MatchOr, context: Context): void {
  const loc = locOf(node);
  const end = gen.label();
  let control: string[] | null = null;
  node.patterns.forEach((alternative, i) => {
    const altLoc = locOf(alternative);
    const inner = freshContext(i === node.patterns.length - 1 && context.allowIrrefutable);
    gen.opArg(altLoc, OP.COPY, 1);
    pattern(gen, alternative, inner);
    if (control === null) control = inner.stores;
    else {
      if (inner.stores.length !== control.length) {
        throw gen.error(node, "alternative patterns bind different names");
      }
      reorder(gen, altLoc, inner.stores, control, node);
    }
    gen.jump(altLoc, OP.JUMP, end);
    emitFailPops(gen, altLoc, inner);
  });
  gen.op(loc, OP.POP_TOP);
  jumpToFail(gen, loc, context, OP.JUMP);
  gen.place(end);
  const names = control ?? [];
  const rotations = names.length + 1 + context.onTop + context.stores.length;
  for (const name of names) {
    rotate(gen, loc, rotations);
    if (context.stores.includes(name)) throw duplicateStore(gen, loc, name);
    context.stores.push(name);
  }
  gen.op(loc, OP.POP_TOP);
}

function asPattern(gen: Generator, node: ast.MatchAs, context: Context): void {
  const loc = locOf(node);
  if (node.pattern === null) {
    if (!context.allowIrrefutable) {
      const what = node.name === null ? "wildcard" : `name capture ${stringRepr(node.name)}`;
      throw gen.error(node, `${what} makes remaining patterns unreachable`);
    }
    storeName(gen, loc, node.name, context);
    return;
  }
  context.onTop++;
  gen.opArg(loc, OP.COPY, 1);
  pattern(gen, node.pattern, context);
  context.onTop--;
  storeName(gen, loc, node.name, context);
}

function pattern(gen: Generator, node: ast.Pattern, context: Context): void {
  const loc = locOf(node);
  switch (node.kind) {
    case "MatchValue":
      if (node.value.kind !== "Constant" && node.value.kind !== "Attribute") {
        throw gen.error(node, "patterns may only match literals and attribute lookups");
      }
      gen.expr(node.value);
      gen.compare(loc, "Eq");
      failUnless(gen, loc, context);
      return;
    case "MatchSingleton":
      gen.constant(loc, node.value);
      gen.compare(loc, "Is");
      failUnless(gen, loc, context);
      return;
    case "MatchSequence":
      sequence(gen, node, context);
      return;
    case "MatchMapping":
      mapping(gen, node, context);
      return;
    case "MatchClass":
      classPattern(gen, node, context);
      return;
    case "MatchStar":
      storeName(gen, loc, node.name, context);
      return;
    case "MatchAs":
      asPattern(gen, node, context);
      return;
    case "MatchOr":
      orPattern(gen, node, context);
      return;
  }
}

function matchStmt(gen: Generator, node: ast.Match): void {
  gen.expr(node.subject);
  const end = gen.label();
  const { cases } = node;
  const hasDefault = cases.length > 1 && isWildcard(cases[cases.length - 1].pattern);
  const tested = cases.length - (hasDefault ? 1 : 0);
  for (let i = 0; i < tested; i++) {
    matchCase(gen, cases[i], i === tested - 1, i === cases.length - 1, end);
  }
  if (hasDefault) {
    const last = cases[cases.length - 1];
    const loc = locOf(last.pattern);
    gen.op(loc, OP.NOP);
    if (last.guard !== null) jumpIf(gen, loc, last.guard, end, false);
    gen.stmts(last.body);
  }
  gen.place(end);
}

/** One case; the last one tested needs no copy of the subject. */
function matchCase(gen: Generator, one: ast.MatchCase, isLastTested: boolean, isLast: boolean, end: number): void {
  const loc = locOf(one.pattern);
  if (!isLastTested) gen.opArg(loc, OP.COPY, 1);
  const context = freshContext(one.guard !== null || isLast);
  pattern(gen, one.pattern, context);
  for (const name of context.stores) gen.name(loc, name, "Store");
  if (one.guard !== null) jumpIf(gen, loc, one.guard, failLabel(gen, context, 0), false);
  if (!isLastTested) gen.op(loc, OP.POP_TOP);
  gen.stmts(one.body);
  gen.jump(NO_LOC, OP.JUMP, end);
  emitFailPops(gen, loc, context);
}

export const matchVisitor: Pick<StmtVisitors, "Match"> = { Match: matchStmt };
