// What is printed of an exception that nobody handles: its traceback, its class and text, what it
// was caused by, the exceptions of a group in boxes. Chains and groups are walked by a work list.
import type { PyObject } from "../heap/object.ts";
import { drop, dropAll, newRef, newRefs, type OwnedValue, type Value } from "../heap/refs.ts";
import { groupMembers, isExceptionGroup } from "../objects/exceptiongroup.ts";
import { isException, type PyException } from "../objects/exceptions.ts";
import { isSequence, listItems } from "../objects/iteration.ts";
import { findAttrText, reprText, strText, typeName } from "../objects/protocol.ts";
import { isStr } from "../objects/str.ts";
import { quietly } from "./reportstream.ts";
import { writeSyntaxPlace } from "./reportsyntax.ts";
import { className, ReportText } from "./reporttext.ts";
import { GROUP_TRACEBACK, TRACEBACK, writeTraceback } from "./reporttraceback.ts";
import { suggestionFor } from "./suggestions.ts";
import type { PyTraceback } from "./traceback.ts";

export { printException } from "./reporthook.ts";
export { registerSource } from "./reportsource.ts";
export { reportUnraisable } from "./reportunraisable.ts";

const CAUSE = "The above exception was the direct cause of the following exception:";
const CONTEXT = "During handling of the above exception, another exception occurred:";
const MAX_WIDTH = 15;
const MAX_DEPTH = 10;

/** An exception, and what stands between it and the one that it came from. */
interface Link {
  e: PyException;
  message: string | null;
}

class ExceptionReport extends ReportText {
  /** What is still to do, the next thing last. */
  private readonly work: (() => void)[] = [];
  private readonly seen = new Set<PyObject>();
  /** Everything that is shown is kept: `__str__` of one exception may change another. */
  private readonly held = newRefs();
  /** The box that is open is to be closed by whoever prints its last line. */
  private needClose = false;

  run(e: PyException): string {
    try {
      quietly(undefined, () => {
        this.visit(e);
        for (let next = this.work.pop(); next !== undefined; next = this.work.pop()) next();
      });
    } finally {
      dropAll(this.held);
    }
    return this.text;
  }

  /** An exception and, before it, the chain of those that it came from. */
  private visit(e: PyException): void {
    const needClose = this.needClose;
    for (const { e: link, message } of this.chainOf(e)) {
      this.work.push(() => (isExceptionGroup(link) ? this.group(link) : this.exception(link)));
      if (message === null) continue;
      this.work.push(() => {
        this.needClose = needClose;
        for (const line of ["", message, ""]) this.line(line);
      });
    }
  }

  /**
   * Back to the first exception, or to one that has been seen. Unlike CPython, which gives up beyond about a thousand,
   * this prints a chain of any length.
   */
  private chainOf(last: PyException): Link[] {
    const chain: Link[] = [];
    for (let e: PyException | null = last; e !== null; ) {
      this.seen.add(e);
      this.held.push(newRef(e));
      const { cause, context, suppressContext }: PyException["value"] = e.value;
      const from: PyObject | null = cause ?? (suppressContext ? null : context);
      const next: PyException | null = from === null || this.seen.has(from) ? null : (from as PyException);
      chain.push({ e, message: next === null ? null : cause !== null ? CAUSE : CONTEXT });
      e = next;
    }
    return chain;
  }

  private exception(e: PyException): void {
    const traceback = e.value.traceback as PyTraceback | null;
    if (traceback !== null) {
      const grouped = isExceptionGroup(e);
      writeTraceback(
        this,
        traceback,
        grouped ? GROUP_TRACEBACK : TRACEBACK,
        grouped && this.depth === 1 ? "+ " : undefined,
      );
    }
    const notes = findAttrText(e, "__notes__");
    try {
      const place = writeSyntaxPlace(this, e);
      this.line(
        className(e.type) +
          (place === undefined ? messageOf(e) + suggestionFor(e) : place === null ? "" : after(place)),
      );
      if (notes !== undefined) this.notes(notes);
    } finally {
      if (notes !== undefined) drop(notes);
    }
  }

  private notes(notes: Value): void {
    if (!isSequence(notes) || isStr(notes) || typeName(notes) === "bytes") {
      this.line(quietly("<__notes__ repr() failed>", () => reprText(notes)));
      return;
    }
    for (const note of this.keep(notes)) {
      const text = quietly(null, () => strText(note));
      if (text === null) this.raw("<note str() failed>\n");
      else
        this.raw(
          `${linesOf(text)
            .map((line) => this.start() + line)
            .join("")}\n`,
        );
    }
  }

  /** The items of a sequence, which live as long as the report is made. */
  private keep(sequence: Value): readonly Value[] {
    const items = listItems(sequence);
    for (const item of items) this.held.push(item as OwnedValue);
    return items;
  }

  // ---- groups ----

  private group(e: PyException): void {
    if (this.depth > MAX_DEPTH) {
      this.line(`... (max_group_depth is ${MAX_DEPTH})`);
      return;
    }
    if (this.depth === 0) this.depth++;
    this.exception(e);
    const members = groupMembers(e);
    const shown = Math.min(members.length, MAX_WIDTH + 1);
    this.needClose = false;
    this.work.push(() => {
      if (this.depth === 1) this.depth--;
    });
    for (let i = shown - 1; i >= 0; i--) {
      const last = i === shown - 1;
      this.work.push(() => this.closeBox(last));
      this.work.push(() => this.openBox(i, last, members));
    }
  }

  private openBox(i: number, last: boolean, members: readonly Value[]): void {
    if (last) this.needClose = true;
    const cut = i >= MAX_WIDTH;
    this.boxLine(`${i === 0 ? "+-" : "  "}+---------------- ${cut ? "..." : i + 1} ----------------`);
    this.depth++;
    if (!cut) {
      this.visit(members[i] as PyException);
      return;
    }
    const more = members.length - MAX_WIDTH;
    this.line(`and ${more} more exception${more > 1 ? "s" : ""}`);
  }

  private closeBox(last: boolean): void {
    if (last && this.needClose) {
      this.boxLine("+------------------------------------");
      this.needClose = false;
    }
    this.depth--;
  }
}

const after = (text: string): string => (text === "" ? "" : `: ${text}`);
const messageOf = (e: PyException): string => after(quietly("<exception str() failed>", () => strText(e)));

/** The lines of a note, each with its end. */
const linesOf = (text: string): string[] =>
  text.match(
    /[^\n\r\v\f\x1c-\x1e\x85\u2028\u2029]*(?:\r\n|[\n\r\v\f\x1c-\x1e\x85\u2028\u2029])|[^\n\r\v\f\x1c-\x1e\x85\u2028\u2029]+/g,
  ) ?? [];

/** An exception as it would be printed, were it not handled. */
export function formatException(e: Value): string {
  if (isException(e)) return new ExceptionReport().run(e);
  return `TypeError: print_exception(): Exception expected for value, ${typeName(e)} found\n`;
}
