// csv.writer: rows as lines, given to the write method of a file.
import { allocGC } from "../../heap/heap.ts";
import type { PyObject, PyType } from "../../heap/object.ts";
import { boxed, drop, dropMaybe, moved, type Owned, type OwnedValue, type Value } from "../../heap/refs.ts";
import { HAVE_GC, NO_NEW } from "../../heap/type.ts";
import { def } from "../../native/signature.ts";
import { call } from "../../objects/call.ts";
import { defineType } from "../../objects/define.ts";
import { caught, typeError } from "../../objects/errors.ts";
import { getIter, next } from "../../objects/iteration.ts";
import { member, untold } from "../../objects/members.ts";
import { findAttrText, isError, slotsOf, strText, typeName } from "../../objects/protocol.ts";
import { None, newNone } from "../../objects/singletons.ts";
import { isStr, newStr } from "../../objects/str.ts";
import {
  csvError,
  type Dialect,
  dialectFor,
  type PyDialect,
  QUOTE_ALL,
  QUOTE_NONE,
  QUOTE_NONNUMERIC,
  QUOTE_NOTNULL,
  QUOTE_STRINGS,
} from "./dialect.ts";

interface WriterData {
  /** Owned, both; null after the collector has cleared them. */
  write: PyObject | null;
  dialect: PyDialect | null;
}
export type PyWriter = PyObject<WriterData>;

const isNumber = (value: Value): boolean => {
  const { int, float, index } = slotsOf(value);
  return int !== null || float !== null || index !== null || typeName(value) === "complex";
};

function mustQuote(field: Value, quoting: number): boolean {
  switch (quoting) {
    case QUOTE_NONNUMERIC:
      return !isNumber(field);
    case QUOTE_ALL:
      return true;
    case QUOTE_STRINGS:
      return isStr(field);
    case QUOTE_NOTNULL:
      return field !== None;
    default:
      return false;
  }
}

/** A line on its way. */
class Line {
  text = "";
  fields = 0;
  private readonly dialect: Dialect;
  constructor(dialect: Dialect) {
    this.dialect = dialect;
  }

  /** Adds a field's text. */
  add(text: string, quoted: boolean): void {
    const d = this.dialect;
    let field = "";
    for (const c of text) {
      if (c === d.delimiter || c === d.escapechar || c === d.quotechar || d.lineterminator.includes(c)) {
        let escaped = d.quoting === QUOTE_NONE;
        if (!escaped) {
          if (c === d.quotechar) {
            if (d.doublequote) field += c;
            else escaped = true;
          } else if (c === d.escapechar) escaped = true;
          if (!escaped) quoted = true;
        }
        if (escaped) {
          if (d.escapechar === null) throw csvError("need to escape, but no escapechar set");
          field += d.escapechar;
        }
      }
      field += c;
    }
    if (this.fields > 0) this.text += d.delimiter;
    this.text += quoted ? `${d.quotechar}${field}${d.quotechar}` : field;
    this.fields++;
  }

  addValue(field: Value): void {
    this.add(field === None ? "" : strText(field), mustQuote(field, this.dialect.quoting));
  }

  /** One empty field must be quoted, or the line would have none. */
  finish(): string {
    const { quoting, lineterminator } = this.dialect;
    if (this.fields > 0 && this.text === "") {
      if (quoting === QUOTE_NONE) {
        throw csvError("single empty field record must be quoted");
      }
      this.fields--;
      this.add("", true);
    }
    return this.text + lineterminator;
  }
}

function rowIter(row: Value): Owned {
  try {
    return getIter(row);
  } catch (e) {
    if (!isError(caught(e), "TypeError")) throw e;
    drop(caught(e) as Owned);
    throw csvError(`iterable expected, not ${typeName(row)}`);
  }
}

function writeRow(writer: PyWriter, row: Value): OwnedValue {
  const { write, dialect } = writer.value;
  if (write === null || dialect === null) return newNone();
  const it = rowIter(row);
  const line = new Line(dialect.value);
  try {
    for (let field = next(it); field !== undefined; field = next(it)) {
      const held: OwnedValue = field;
      try {
        line.addValue(held);
      } finally {
        drop(held);
      }
    }
  } finally {
    drop(it);
  }
  const text = newStr(line.finish());
  return call(write, text);
}

function writeRows(writer: PyWriter, rows: Value): OwnedValue {
  const it = getIter(rows);
  try {
    for (let row = next(it); row !== undefined; row = next(it)) {
      const held: OwnedValue = row;
      try {
        drop(writeRow(writer, held));
      } finally {
        drop(held);
      }
    }
  } finally {
    drop(it);
  }
  return newNone();
}

export const WriterType: PyType = defineType<PyWriter>({
  name: "writer",
  module: "_csv",
  doc: "Writes rows as lines to a file.",
  flags: HAVE_GC | NO_NEW,
  madeOnImport: true,
  basicSize: 72,
  traverse({ value: w }, visit) {
    if (w.write !== null) visit(w.write);
    if (w.dialect !== null) visit(w.dialect);
  },
  clear({ value: w }) {
    const { write, dialect } = w;
    w.write = w.dialect = null;
    dropMaybe(dialect);
    dropMaybe(write);
  },
  methods: untold([
    def("writerow($self, row, /)", "Writes a row; answers what write has answered.", (writer: PyWriter, row) =>
      writeRow(writer, row),
    ),
    def("writerows($self, rows, /)", "Writes several rows.", (writer: PyWriter, rows) => writeRows(writer, rows)),
  ]),
  constants: () => ({ dialect: member<PyWriter>(WriterType, "dialect", (writer) => writer.value.dialect) }),
});

export function newWriter(
  file: Value,
  dialect: Value | undefined,
  options: readonly (readonly [PyObject, Value])[],
): OwnedValue {
  const write = findAttrText(file, "write");
  if (write === undefined || slotsOf(write).call === null) {
    if (write !== undefined) drop(write);
    throw typeError('argument 1 must have a "write" method');
  }
  let chosen: PyDialect;
  try {
    chosen = dialectFor(dialect, options);
  } catch (e) {
    drop(write);
    throw e;
  }
  return allocGC<WriterData, null>(WriterType, { write: boxed(write), dialect: moved(chosen) }, null, 88);
}
