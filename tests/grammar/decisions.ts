// Writes grammar/decisions.gen.ts: what the parser's rules decide by which token. To run after each change of a rule.
// Usage: tsx tests/grammar/decisions.ts > grammar/decisions.gen.ts
import { PythonParser } from "../../grammar/parser.ts";

const decisions = new PythonParser(false).decisions();
console.log(
  "// Written by tests/grammar/decisions.ts: by decision point, its kind and the tokens of its alternatives.",
);
console.log(`export const DECISIONS = \`${decisions}\`;`);
