// Finds out what is wrong with a source that the parser refused.

import { SourceError } from "./errors.ts";
import { lineAt } from "./scanner.ts";
import type { TokenList } from "./tokenizer.ts";

export function diagnose(list: TokenList, stoppedAt: number): SourceError {
  if (list.error !== null) return list.error;
  const token = list.tokens[Math.max(0, Math.min(stoppedAt, list.tokens.length - 1))];
  const lineStart = token.startOffset - token.col_offset;
  const text = lineAt(list.source, lineStart);
  return new SourceError(
    "SyntaxError",
    "invalid syntax",
    token.lineno,
    token.col_offset + 1,
    token.end_lineno,
    token.end_col_offset + 1,
    text,
  );
}
