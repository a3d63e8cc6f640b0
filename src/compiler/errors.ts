// How the compiler refuses a tree. A refusal has CPython's words and position; positions count
// UTF-8 bytes, as CPython's own do for errors found after parsing.

import type { Span } from "../../grammar/ast.ts";
import { SourceError, type Warn } from "../../grammar/errors.ts";

/** How deep the passes over the tree may recurse; more than the parser lets a program nest in parentheses. */
export const MAX_NESTING = 1000;

/** How many blocks may lie one in another. */
export const MAX_SCOPES = 400;

/** Thrown when the tree nests too deeply: Python's RecursionError. */
export class TooDeep {
  readonly message = "maximum recursion depth exceeded during compilation";
}

/** Where text and warnings of the source come from and go to. */
export class Reporter {
  private lines: string[] | null = null;
  /** Set while the symbol table is built: its errors carry their place in attributes alone. */
  bare = false;

  constructor(
    private readonly source: string | null,
    private readonly warnings: Warn | null,
  ) {}

  /** The refusal of what lies at `span`. */
  error(span: Span, message: string): SourceError {
    return new SourceError(
      "SyntaxError",
      message,
      span.lineno,
      span.col_offset + 1,
      span.end_lineno,
      span.end_col_offset + 1,
      this.line(span.lineno),
      false,
      this.bare,
    );
  }

  /** The refusal of a whole statement, of which only the start is told. */
  errorAtStart(span: Span, message: string): SourceError {
    const { lineno, col_offset } = span;
    const text = this.line(lineno);
    return new SourceError("SyntaxError", message, lineno, col_offset + 1, lineno, null, text, false, this.bare);
  }

  warn(span: Span, message: string): void {
    this.warnings?.("SyntaxWarning", message, span.lineno, () => this.error(span, message));
  }

  private line(lineno: number): string | null {
    if (this.source === null) return null;
    this.lines ??= this.source.match(/[^\n]*\n|[^\n]+$/g) ?? [];
    return this.lines[lineno - 1] ?? null;
  }
}
