// Where the symbol table notes what it finds: the blocks being visited, and the names of each.

import type * as ast from "../../grammar/ast.ts";
import { MAX_SCOPES, type Reporter, TooDeep } from "./errors.ts";
import {
  type BlockKind,
  DEF_COMP_ITER,
  DEF_GLOBAL,
  DEF_NONLOCAL,
  DEF_PARAM,
  DEF_TYPE_PARAM,
  mangle,
  Scope,
} from "./scopes.ts";

export class ScopeBuilder {
  readonly blocks = new Map<object, Scope>();
  /** The blocks around the one being visited, the module first; it is the last. */
  readonly stack: Scope[] = [];
  top!: Scope;
  current!: Scope;
  /** The class whose private names are mangled. */
  protected owner: string | null = null;

  constructor(readonly report: Reporter) {}

  protected enter(name: string, kind: BlockKind, key: object, span: ast.Span): void {
    if (this.stack.length >= MAX_SCOPES) throw new TooDeep();
    const parent = this.stack.length > 0 ? this.current : null;
    const scope = new Scope(name, kind, span, parent);
    this.blocks.set(key, scope);
    if (parent === null) this.top = scope;
    // What happens inside an annotation that stays text has no effect on the blocks around it.
    if (parent !== null && kind !== "annotation") parent.children.push(scope);
    this.stack.push(scope);
    this.current = scope;
  }

  protected leave(): void {
    this.stack.pop();
    this.current = this.stack[this.stack.length - 1];
  }

  /** Notes that `name` is used or bound, as `flag` says. */
  define(name: string, flag: number, span: ast.Span, scope: Scope = this.current): void {
    const mangled = mangle(this.owner, name);
    const known = scope.symbols.get(mangled) ?? 0;
    if (flag & DEF_PARAM && known & DEF_PARAM) {
      throw this.report.error(span, `duplicate argument '${name}' in function definition`);
    }
    if (flag & DEF_TYPE_PARAM && known & DEF_TYPE_PARAM) {
      throw this.report.error(span, `duplicate type parameter '${name}'`);
    }
    let flags = known | flag;
    if (scope.inIterationTarget) {
      if (flags & (DEF_GLOBAL | DEF_NONLOCAL)) {
        throw this.report.error(span, `comprehension inner loop cannot rebind assignment expression target '${name}'`);
      }
      flags |= DEF_COMP_ITER;
    }
    scope.symbols.set(mangled, flags);
    if (flag & DEF_PARAM) scope.varnames.push(mangled);
    else if (flag & DEF_GLOBAL) {
      const globals = this.stack[0].symbols;
      globals.set(mangled, (globals.get(mangled) ?? 0) | flag);
    }
  }

  direct(name: string, span: ast.Span): void {
    this.current.directives.push({ name: mangle(this.owner, name), span });
  }
}
