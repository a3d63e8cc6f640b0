// Type comments (PEP 484): the tokenizer keeps them aside, and here they find their nodes. A comment
// belongs to what it follows: an assignment, the head of `for`, `with` or `def`, or a parameter.
// One that follows nothing of the kind is a mistake, as in CPython.
import type { Arg, Expr, Mod, Stmt } from "./ast.ts";
import { extraBytes } from "./chars.ts";
import { SourceError } from "./errors.ts";
import { lineAt, lineStartOf } from "./scanner.ts";

/** A comment of the form `# type: ...`. */
export interface TypeComment {
  readonly offset: number;
  readonly lineno: number;
  readonly text: string;
  /** Where the text starts. */
  readonly textOffset: number;
  /** Nothing else is on its line. */
  readonly alone: boolean;
}

const PREFIX = /^#[ \t]*type:[ \t]*/;
const IGNORE = /^ignore(?![A-Za-z0-9\u0080-\uffff])/;

/** The type comment that a comment is, or null. */
export function typeCommentOf(comment: string, offset: number, lineno: number, alone: boolean): TypeComment | null {
  const match = PREFIX.exec(comment);
  if (match === null) return null;
  const size = match[0].length;
  return { offset, lineno, text: comment.slice(size), textOffset: offset + size, alone };
}

/** Where things end in the source, by line and by column in bytes. */
class Places {
  private readonly starts = [0];
  constructor(readonly source: string) {
    for (let i = source.indexOf("\n"); i >= 0; i = source.indexOf("\n", i + 1)) this.starts.push(i + 1);
  }

  offset(lineno: number, column: number): number {
    let at = this.starts[lineno - 1];
    for (let bytes = 0; bytes < column; at++) bytes += 1 + extraBytes(this.source.charCodeAt(at));
    return at;
  }
}

interface End {
  readonly end_lineno: number;
  readonly end_col_offset: number;
}

class Attacher {
  private readonly places: Places;
  private readonly left: TypeComment[];

  constructor(source: string, comments: readonly TypeComment[]) {
    this.places = new Places(source);
    this.left = comments.filter(({ text }) => !IGNORE.test(text));
  }

  /** Takes the comment that follows `end` with nothing between them but what `between` allows. */
  private take(end: End, between: RegExp): string | null {
    const from = this.places.offset(end.end_lineno, end.end_col_offset);
    const at = this.left.findIndex(({ offset }) => offset >= from);
    if (at < 0) return null;
    const text = this.places.source.slice(from, this.left[at].offset).replace(/#[^\n]*/g, "");
    if (!between.test(text)) return null;
    return this.left.splice(at, 1)[0].text;
  }

  statements(body: readonly Stmt[]): void {
    const work = [...body].reverse();
    for (let node = work.pop(); node !== undefined; node = work.pop()) {
      this.statement(node);
      work.push(...inner(node).reverse());
    }
  }

  private statement(node: Stmt): void {
    switch (node.kind) {
      case "Assign":
        node.type_comment = this.take(node, /^[ \t]*$/);
        return;
      case "For":
      case "AsyncFor":
        node.type_comment = this.take(node.iter, /^[ \t)]*:[ \t]*$/);
        return;
      case "With":
      case "AsyncWith": {
        const { optional_vars: target, context_expr: value } = node.items[node.items.length - 1];
        node.type_comment = this.take(target ?? value, /^[\s,)]*:[ \t]*$/);
        return;
      }
      case "FunctionDef":
      case "AsyncFunctionDef":
        for (const [arg, value] of parameters(node.args)) {
          arg.type_comment = this.take(value ?? arg, /^\s*,?\s*$/);
        }
        node.type_comment = this.take(headOf(node), /:[ \t]*(?:\n\s*)?$/);
        return;
    }
  }

  /** Refuses what belongs to nothing. */
  finish(): void {
    const [odd] = this.left;
    if (odd === undefined) return;
    const { source } = this.places;
    const start = lineStartOf(source, odd.offset);
    const column = odd.textOffset - start + 1;
    const text = lineAt(source, start, true);
    const end = text.trimEnd().length + 1;
    throw new SourceError("SyntaxError", "invalid syntax", odd.lineno, column, odd.lineno, end, text);
  }
}

/** The last part of a function's head that is in the tree; without any, its start. */
function headOf(node: Extract<Stmt, { kind: "FunctionDef" | "AsyncFunctionDef" }>): End {
  if (node.returns !== null) return node.returns;
  const last = parameters(node.args).at(-1);
  if (last !== undefined) return last[1] ?? last[0];
  return { end_lineno: node.lineno, end_col_offset: node.col_offset };
}

/** The parameters in the order of the source, with their defaults. */
function parameters(args: Extract<Stmt, { kind: "FunctionDef" }>["args"]): [Arg, Expr | null][] {
  const plain = [...args.posonlyargs, ...args.args];
  const first = plain.length - args.defaults.length;
  const all: [Arg, Expr | null][] = plain.map((arg, i) => [arg, i >= first ? args.defaults[i - first] : null]);
  if (args.vararg !== null) all.push([args.vararg, null]);
  all.push(...args.kwonlyargs.map((arg, i): [Arg, Expr | null] => [arg, args.kw_defaults[i]]));
  if (args.kwarg !== null) all.push([args.kwarg, null]);
  return all;
}

/** The statements inside a statement, in the order of the source. */
function inner(node: Stmt): Stmt[] {
  const blocks = node as unknown as Record<string, readonly (Stmt & { body?: Stmt[] })[] | undefined>;
  const parts: Stmt[] = [];
  for (const name of ["body", "handlers", "cases", "orelse", "finalbody"]) {
    const block = blocks[name];
    if (!Array.isArray(block)) continue;
    if (name === "handlers" || name === "cases") for (const part of block) parts.push(...(part.body ?? []));
    else parts.push(...block);
  }
  return parts;
}

/** Puts the type comments of a source into its tree. Throws a SourceError. */
export function attachTypeComments(tree: Mod, source: string, comments: readonly TypeComment[]): void {
  if (tree.kind !== "Module" && tree.kind !== "Interactive") return;
  const attacher = new Attacher(source, comments);
  attacher.statements(tree.body);
  attacher.finish();
  if (tree.kind !== "Module") return;
  for (const { text, lineno, alone } of comments) {
    // CPython takes the end of a line that holds nothing else for a part of the tag.
    const tag = `${text.slice("ignore".length)}${alone ? "\n" : ""}`;
    if (IGNORE.test(text)) tree.type_ignores.push({ kind: "TypeIgnore", lineno, tag });
  }
}
