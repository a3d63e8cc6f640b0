// The text of a report while it is made: lines with the margin of the group that they are in; and
// how exception classes are named.
import type { PyType } from "../heap/object.ts";
import { drop } from "../heap/refs.ts";
import { findAttrText } from "../objects/protocol.ts";
import { isStr } from "../objects/str.ts";
import { Sources } from "./reportsource.ts";
import { quietly } from "./reportstream.ts";

export class ReportText {
  readonly sources = new Sources();
  text = "";
  /** How many groups the lines are in; 0 outside of all. */
  depth = 0;

  /** A line; `margin` stands in place of the group's own. */
  line(text: string, margin?: string): void {
    this.text += `${this.start(margin)}${text}\n`;
  }

  /** A line of a group's box. */
  boxLine(text: string): void {
    this.text += `${"  ".repeat(this.depth)}${text}\n`;
  }

  /** Text as it is: the rest of a message of several lines has no margin. */
  raw(text: string): void {
    this.text += text;
  }

  start(margin = this.depth > 0 ? "| " : ""): string {
    return "  ".repeat(this.depth) + margin;
  }
}

/** The module of a class and a dot; nothing for builtins and the program itself. */
function modulePrefix(type: PyType, unknown: string): string {
  const module = quietly(undefined, () => findAttrText(type, "__module__"));
  if (module === undefined) return unknown;
  const name = isStr(module) ? module.value : null;
  drop(module);
  if (name === null) return unknown;
  return name === "builtins" || name === "__main__" ? "" : `${name}.`;
}

/** The name of an exception class. `unknown` stands for the module when that has no name. */
export const className = (type: PyType, unknown = "<unknown>."): string =>
  modulePrefix(type, unknown) + type.value.qualname;
