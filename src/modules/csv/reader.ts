// csv.reader: an iterator of rows over an iterable of lines. A row may go on over several lines.
import { allocGC, reserve } from "../../heap/heap.ts";
import type { PyObject, PyType } from "../../heap/object.ts";
import { drop, dropMaybe, moved, newRef, newRefs, type Owned, type OwnedValue, type Value } from "../../heap/refs.ts";
import { HAVE_GC, NO_NEW } from "../../heap/type.ts";
import { defineType } from "../../objects/define.ts";
import { newFloat } from "../../objects/float.ts";
import { newInt } from "../../objects/int.ts";
import { getIter, next } from "../../objects/iteration.ts";
import { listAppend, newList, type PyList } from "../../objects/list.ts";
import { madeMember, member } from "../../objects/members.ts";
import { floatFromStr } from "../../objects/numeric/floatparse.ts";
import { typeName } from "../../objects/protocol.ts";
import { isStr, newStr } from "../../objects/str.ts";
import {
  csvError,
  csvState,
  type Dialect,
  dialectFor,
  type PyDialect,
  QUOTE_NONE,
  QUOTE_NONNUMERIC,
} from "./dialect.ts";

/** The end of a line, which is no character. */
const EOL = "";

type State =
  | "start record"
  | "start field"
  | "escaped"
  | "in field"
  | "in quotes"
  | "escaped in quotes"
  | "quote in quotes"
  | "eat newline"
  | "after escaped newline";

interface ReaderData {
  /** Owned, both; null after the collector has cleared them. */
  lines: PyObject | null;
  dialect: PyDialect | null;
  count: number;
}
export type PyReader = PyObject<ReaderData>;

const isNewline = (c: string): boolean => c === "\n" || c === "\r";

/** A row on its way. */
class Row {
  readonly fields: Owned<PyList> = newList(newRefs());
  state: State = "start record";
  field = "";
  private length = 0;
  private numeric = false;
  private readonly dialect: Dialect;
  private readonly limit = csvState().limit;

  constructor(dialect: Dialect) {
    this.dialect = dialect;
  }

  save(): void {
    const text = this.field;
    this.field = "";
    this.length = 0;
    const numeric = this.numeric;
    this.numeric = false;
    listAppend(this.fields, numeric ? newFloat(floatFromStr(text)) : newStr(text));
  }

  private add(c: string): void {
    if (++this.length > this.limit) throw csvError(`field larger than field limit (${this.limit})`);
    this.field += c;
  }

  private saveAtEnd(c: string): void {
    this.save();
    this.state = c === EOL ? "start record" : "eat newline";
  }

  private startField(c: string): void {
    const { quotechar, quoting, escapechar, delimiter, skipinitialspace } = this.dialect;
    if (c === EOL || isNewline(c)) this.saveAtEnd(c);
    else if (c === quotechar && quoting !== QUOTE_NONE) this.state = "in quotes";
    else if (c === escapechar) this.state = "escaped";
    else if (c === " " && skipinitialspace) return;
    else if (c === delimiter) this.save();
    else {
      if (quoting === QUOTE_NONNUMERIC) this.numeric = true;
      this.add(c);
      this.state = "in field";
    }
  }

  private inField(c: string): void {
    const { escapechar, delimiter } = this.dialect;
    if (c === EOL || isNewline(c)) this.saveAtEnd(c);
    else if (c === escapechar) this.state = "escaped";
    else if (c === delimiter) {
      this.save();
      this.state = "start field";
    } else this.add(c);
  }

  private inQuotes(c: string): void {
    const { escapechar, quotechar, quoting, doublequote } = this.dialect;
    if (c === EOL) return;
    if (c === escapechar) this.state = "escaped in quotes";
    else if (c === quotechar && quoting !== QUOTE_NONE) this.state = doublequote ? "quote in quotes" : "in field";
    else this.add(c);
  }

  private quoteInQuotes(c: string): void {
    const { quotechar, quoting, delimiter, strict } = this.dialect;
    if (quoting !== QUOTE_NONE && c === quotechar) {
      this.add(c);
      this.state = "in quotes";
    } else if (c === delimiter) {
      this.save();
      this.state = "start field";
    } else if (c === EOL || isNewline(c)) this.saveAtEnd(c);
    else if (!strict) {
      this.add(c);
      this.state = "in field";
    } else throw csvError(`'${delimiter}' expected after '${quotechar}'`);
  }

  private startRecord(c: string): void {
    if (c === EOL) return;
    if (isNewline(c)) this.state = "eat newline";
    else {
      this.state = "start field";
      this.startField(c);
    }
  }

  private escaped(c: string): void {
    this.add(c === EOL ? "\n" : c);
    this.state = isNewline(c) ? "after escaped newline" : "in field";
  }

  private afterEscapedNewline(c: string): void {
    if (c !== EOL) this.inField(c);
  }

  private escapedInQuotes(c: string): void {
    this.add(c === EOL ? "\n" : c);
    this.state = "in quotes";
  }

  private eatNewline(c: string): void {
    if (c === EOL) this.state = "start record";
    else if (!isNewline(c)) {
      throw csvError(
        "new-line character seen in unquoted field - do you need to open the file in universal-newline mode?",
      );
    }
  }

  private readonly steps: Record<State, (c: string) => void> = {
    "start record": this.startRecord,
    "start field": this.startField,
    escaped: this.escaped,
    "after escaped newline": this.afterEscapedNewline,
    "in field": this.inField,
    "in quotes": this.inQuotes,
    "escaped in quotes": this.escapedInQuotes,
    "quote in quotes": this.quoteInQuotes,
    "eat newline": this.eatNewline,
  };

  /** Takes a character, or the end of a line. */
  take(c: string): void {
    this.steps[this.state].call(this, c);
  }
}

/** Takes a line in; false when there is none. What is left at the end makes a last row. */
function readLine(reader: PyReader, row: Row, lines: PyObject, strict: boolean): boolean {
  const line = next(lines);
  if (line === undefined) {
    if (row.field === "" && row.state !== "in quotes") return false;
    if (strict) throw csvError("unexpected end of data");
    row.save();
    row.state = "start record";
    return true;
  }
  try {
    if (!isStr(line)) {
      throw csvError(`iterator should return strings, not ${typeName(line)} (the file should be opened in text mode)`);
    }
    reader.value.count++;
    reserve(line.value.length);
    for (const c of line.value) row.take(c);
    row.take(EOL);
    return true;
  } finally {
    drop(line);
  }
}

function nextRow(reader: PyReader): OwnedValue | undefined {
  const { lines, dialect } = reader.value;
  if (lines === null || dialect === null) return undefined;
  const row = new Row(dialect.value);
  const held = newRef(lines);
  try {
    do {
      if (!readLine(reader, row, held, dialect.value.strict)) {
        drop(row.fields);
        return undefined;
      }
    } while (row.state !== "start record");
  } catch (e) {
    drop(row.fields);
    throw e;
  } finally {
    drop(held);
  }
  return row.fields;
}

export const ReaderType: PyType = defineType<PyReader>({
  name: "reader",
  module: "_csv",
  doc: "An iterator of rows over lines.",
  flags: HAVE_GC | NO_NEW,
  madeOnImport: true,
  basicSize: 88,
  traverse({ value: r }, visit) {
    if (r.lines !== null) visit(r.lines);
    if (r.dialect !== null) visit(r.dialect);
  },
  clear({ value: r }) {
    const { lines, dialect } = r;
    r.lines = r.dialect = null;
    dropMaybe(dialect);
    dropMaybe(lines);
  },
  slots: { iter: (reader) => newRef(reader), next: nextRow },
  constants: () => ({
    dialect: member<PyReader>(ReaderType, "dialect", (reader) => reader.value.dialect),
    line_num: madeMember<PyReader>(ReaderType, "line_num", (reader) => newInt(reader.value.count)),
  }),
});

export function newReader(
  lines: Value,
  dialect: Value | undefined,
  options: readonly (readonly [PyObject, Value])[],
): OwnedValue {
  const it = getIter(lines);
  let chosen: PyDialect;
  try {
    chosen = dialectFor(dialect, options);
  } catch (e) {
    drop(it);
    throw e;
  }
  return allocGC<ReaderData, null>(ReaderType, { lines: it, dialect: moved(chosen), count: 0 }, null, 104);
}
