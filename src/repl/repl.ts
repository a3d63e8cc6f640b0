// The prompt: reads lines until they make a statement, runs it, and asks again. What a statement
// is, and what its errors look like, the session knows.
import type { Session } from "../index.ts";

/** Where the prompt's lines come from and its texts go to. */
export interface Console {
  /** Shows a prompt and reads a line with its end; null at the end of input; told when the user breaks it off. */
  readLine(prompt: string): string | null | { interrupted: true };
  write(text: string): void;
}

export const BANNER_HELP = 'Type "help", "copyright", "credits" or "license" for more information.\n';

/** Asks until the program or the end of input ends it; answers the status to exit with. */
export function interact(session: Session, console: Console): number {
  session.startPrompt();
  for (;;) {
    const text = readStatement(session, console);
    if (text === null) {
      console.write("\n");
      return 0;
    }
    if (typeof text === "number") return text;
  }
}

/** Reads and runs one statement. Null at the end of input, a status when the program has left. */
function readStatement(session: Session, console: Console): null | number | undefined {
  let text = "";
  for (;;) {
    const line = console.readLine(session.prompt(text !== ""));
    if (line !== null && typeof line === "object") {
      console.write("\nKeyboardInterrupt\n");
      return undefined;
    }
    if (line === null && text === "") return null;
    text += line ?? "";
    const status = runAll(session, text, line === null);
    if (status !== "incomplete") return status;
  }
}

/** Runs what the text holds: one statement, or several that arrived in one piece. */
function runAll(session: Session, text: string, atEnd: boolean): undefined | number | "incomplete" {
  let rest = text;
  for (;;) {
    const answer = session.statement(rest, atEnd);
    if (answer.status === "incomplete") return "incomplete";
    if (answer.ending.exit) return answer.ending.status;
    rest = rest.slice(answer.end);
    if (rest.trim() === "" || answer.end === 0) return undefined;
  }
}
