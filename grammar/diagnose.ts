// Finds out what is wrong with a source that the parser refused, as CPython does it: a first reading tells how far the
// grammar reaches, a second looks for the mistakes that have a message of their own, and errors of the tokenizer further
// on come before either, since an unclosed bracket or string explains more than what follows from it.

import { action } from "./diagnosis/complaints.ts";
import { Machine, tokenSet } from "./diagnosis/machine.ts";
import { MISTAKE_RULES } from "./diagnosis/mistakes.ts";
import { compileRules, type Program } from "./diagnosis/notation.ts";
import { atLast, atSourceEnd, invalidSyntax, onToken } from "./diagnosis/report.ts";
import { EXPRESSION_RULES, STATEMENT_RULES } from "./diagnosis/rules.ts";
import { SourceError } from "./errors.ts";
import { neverClosed } from "./scanner.ts";
import type { TokenList } from "./tokenizer.ts";

let program: Program | null = null;

/** The rules are translated at the first error. */
const rules = (): Program => (program ??= compileRules(tokenSet, STATEMENT_RULES, EXPRESSION_RULES, MISTAKE_RULES));

const forced = (machine: Machine, token: number, text: string): SourceError =>
  onToken(machine, token, `expected '${text}'`);

const INCOMPLETE = "incomplete input";

/** The error of the tokenizer in other words, when it is that the source ends too early. */
function incompleteInput(machine: Machine, error: SourceError): SourceError | null {
  const string = error.message.startsWith("unterminated");
  if (!error.incomplete || (string && machine.list.inFString)) return null;
  if (!string) return atLast(machine, INCOMPLETE);
  const { lineno, offset } = error;
  const text = machine.list.shown
    .split("\n")
    .slice((lineno ?? 1) - 1)
    .join("\n");
  return new SourceError("SyntaxError", INCOMPLETE, lineno, offset, lineno, -1, text);
}

/** What is wrong with a source that the start rule does not fit. */
export function diagnose(list: TokenList, startRule: string, allowIncomplete = false): SourceError {
  const machine = new Machine(rules(), list, action, forced);
  let last = -1;
  try {
    machine.run(startRule, false);
    last = machine.fill - 1;
    if (allowIncomplete && atSourceEnd(machine)) return atLast(machine, INCOMPLETE);
    machine.run(startRule, true);
  } catch (error) {
    if (!(error instanceof SourceError)) throw error;
    if (error !== list.error) return errorFurtherOn(machine) ?? error;
    return allowIncomplete && last < 0 ? (incompleteInput(machine, error) ?? error) : error;
  }
  const generic = invalidSyntax(machine, last);
  return generic.kind === "IndentationError" ? generic : (errorFurtherOn(machine) ?? generic);
}

/** A single statement was asked for, and another follows its last token. */
export function severalStatements(list: TokenList, last: number): SourceError {
  const machine = new Machine(rules(), list, action, forced);
  machine.look(last);
  return onToken(machine, last, "multiple statements found while compiling a single statement");
}

/** What the tokenizer has to say about the rest of the source. */
function errorFurtherOn(machine: Machine): SourceError | null {
  const { list, tokens } = machine;
  if (list.error === null || list.interactive) return null;
  // CPython does not hear of errors inside an f-string that its parser has not come to.
  if (list.inFString) return null;
  if (!list.quiet) return list.error;
  const open = list.openBracket;
  const current = tokens[Math.min(machine.fill, tokens.length) - 1];
  return open !== null && current.lineno > open.lineno ? neverClosed(list.shown, tokens, open) : null;
}
