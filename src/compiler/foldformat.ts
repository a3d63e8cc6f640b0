// Turns `"..." % (a, b)` into the f-string that gives the same text, when the format has nothing
// but %s, %r and %a with a width or precision.

import type * as ast from "../../grammar/ast.ts";

const NOWHERE: ast.Span = { lineno: -1, col_offset: -1, end_lineno: -1, end_col_offset: -1 };

/** What of a format: a literal part, or one conversion. */
const UNIT = /((?:[^%]|%%)+)|%([-+ #0]*)(\d{0,3})(?:\.(\d{0,3}))?([\s\S])/gy;

function literal(value: string): ast.Constant {
  return { kind: "Constant", value: { type: "str", value }, prefix: null, ...NOWHERE };
}

function conversion(match: RegExpExecArray, value: ast.Expr): ast.FormattedValue | null {
  const [, , flags, width, precision, letter] = match;
  if (!"sra".includes(letter) || width.length > 2 || (precision?.length ?? 0) > 2) return null;
  const wide = width === "" ? -1 : Number(width);
  let spec = !flags.includes("-") && wide > 0 ? ">" : "";
  if (wide >= 0) spec += wide;
  if (precision !== undefined) spec += `.${Number(precision)}`;
  const { lineno, col_offset, end_lineno, end_col_offset } = value;
  return {
    kind: "FormattedValue",
    value,
    conversion: letter.charCodeAt(0),
    format_spec: spec === "" ? null : literal(spec),
    lineno,
    col_offset,
    end_lineno,
    end_col_offset,
  };
}

/** The f-string for `format % items`, or null when the format is not simple or the counts differ. */
export function foldFormat(node: ast.BinOp, format: string, items: readonly ast.Expr[]): ast.JoinedStr | null {
  const values: ast.Expr[] = [];
  let used = 0;
  UNIT.lastIndex = 0;
  while (UNIT.lastIndex < format.length) {
    const match = UNIT.exec(format);
    if (match === null) return null;
    if (match[1] !== undefined) {
      values.push(literal(match[1].replaceAll("%%", "%")));
      continue;
    }
    if (used === items.length) return null;
    const value = conversion(match, items[used++]);
    if (value === null) return null;
    values.push(value);
  }
  if (used < items.length) return null;
  const { lineno, col_offset, end_lineno, end_col_offset } = node;
  return { kind: "JoinedStr", values, lineno, col_offset, end_lineno, end_col_offset };
}
