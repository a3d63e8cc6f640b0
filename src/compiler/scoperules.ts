// What the scoping rules forbid, with CPython's words: names used before `global`, named
// expressions in comprehensions, yield and await in annotations.

import type * as ast from "../../grammar/ast.ts";
import type { ScopeBuilder } from "./scopebuilder.ts";
import {
  type BlockKind,
  DEF_ANNOT,
  DEF_COMP_ITER,
  DEF_GLOBAL,
  DEF_LOCAL,
  DEF_NONLOCAL,
  DEF_PARAM,
  USE,
} from "./scopes.ts";

/** Why a name with these flags may not be declared global or nonlocal; null when it may. */
export function refuseDeclaration(flags: number, name: string, word: "global" | "nonlocal"): string | null {
  if (flags & DEF_PARAM) return `name '${name}' is parameter and ${word}`;
  if (flags & USE) return `name '${name}' is used prior to ${word} declaration`;
  if (flags & DEF_ANNOT) return `annotated name '${name}' can't be ${word}`;
  if (flags & DEF_LOCAL) return `name '${name}' is assigned to before ${word} declaration`;
  return null;
}

const ANNOTATION_PLACES: Partial<Record<BlockKind, string>> = {
  annotation: "an annotation",
  bound: "a TypeVar bound",
  alias: "a type alias",
  typeparams: "the definition of a generic",
};

/** Refuses what may not stand in an annotation scope. */
export function checkNotInAnnotation(builder: ScopeBuilder, what: string, node: ast.Span): void {
  const place = ANNOTATION_PLACES[builder.current.kind];
  if (place !== undefined) throw builder.report.error(node, `${what} cannot be used within ${place}`);
}

const NO_BINDING_IN: Partial<Record<BlockKind, string>> = {
  class: "in a class body",
  typeparams: "within the definition of a generic",
  alias: "in a type alias",
  bound: "in a TypeVar bound",
};

/** In a comprehension, the target of a named expression belongs to the block around it. */
export function bindNamedExpression(builder: ScopeBuilder, node: ast.NamedExpr): void {
  const { current, report } = builder;
  if (current.inIterable > 0) {
    throw report.error(node, "assignment expression cannot be used in a comprehension iterable expression");
  }
  if (current.comprehension === null) return;
  const target = node.target as ast.Name;
  const name = target.id;
  for (let i = builder.stack.length - 1; i >= 0; i--) {
    const scope = builder.stack[i];
    const flags = scope.flagsOf(name);
    if (scope.comprehension !== null) {
      if (flags & DEF_COMP_ITER && flags & DEF_LOCAL) {
        throw report.error(target, `assignment expression cannot rebind comprehension iteration variable '${name}'`);
      }
    } else if (scope.kind === "function") {
      builder.define(name, flags & DEF_GLOBAL ? DEF_GLOBAL : DEF_NONLOCAL, target);
      builder.direct(name, target);
      builder.define(name, DEF_LOCAL, target, scope);
      return;
    } else if (scope.kind === "module") {
      builder.define(name, DEF_GLOBAL, target);
      builder.direct(name, target);
      builder.define(name, DEF_GLOBAL, target, scope);
      return;
    } else if (NO_BINDING_IN[scope.kind] !== undefined) {
      const where = NO_BINDING_IN[scope.kind];
      throw report.error(target, `assignment expression within a comprehension cannot be used ${where}`);
    }
  }
}
