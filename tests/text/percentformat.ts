// str % values for ints, floats and strs: the small part of the operator that the tests of its parser need.
// Floats come as their value; a number that is asked for as an int is cut.
import { typeError } from "../../src/native/errors.ts";
import type { Int } from "../../src/objects/numeric/ints.ts";
import { floatToInt } from "../../src/objects/numeric/round.ts";
import { hasPairs } from "../../src/objects/text/codepoints.ts";
import * as percent from "../../src/objects/text/percent.ts";

type Value = Int | string;

export function percentFormat(template: string, ...values: Value[]): string {
  const parser = new percent.PercentParser(template, false);
  let used = 0;
  const next = (): Value => {
    if (used >= values.length) throw typeError("not enough arguments for format string");
    return values[used++];
  };
  const star = (): number => {
    const value = next();
    if (typeof value !== "number") throw typeError("* wants int");
    return value;
  };
  let text = "";
  for (;;) {
    text += parser.literal();
    const key = parser.key(false);
    if (key === undefined) break;
    const conversion = parser.conversion(key, star);
    text += convert(next(), conversion);
  }
  if (used < values.length) throw typeError("not all arguments converted during string formatting");
  return text;
}

function convert(value: Value, conversion: percent.Conversion): string {
  const { code } = conversion;
  if (code === "s" && typeof value === "string") return percent.layOutText(value, hasPairs(value), conversion);
  if ("diuoxX".includes(code)) {
    if (typeof value === "string") throw typeError(`%${code} format: ${wanted(code)} is required, not str`);
    const whole = typeof value === "number" ? floatToInt(value) : value;
    return percent.formatPercentInt(whole, conversion, 4300);
  }
  if ("eEfFgG".includes(code)) {
    if (typeof value === "string") throw typeError("must be real number, not str");
    return percent.formatPercentFloat(Number(value), conversion);
  }
  throw percent.unsupportedCode(conversion);
}

const wanted = (code: string): string => ("oxX".includes(code) ? "an integer" : "a real number");
