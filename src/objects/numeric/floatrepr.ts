// The shortest decimal that reads back as the same double, laid out as Python lays it out.
// JavaScript finds the same digits; only the layout differs: Python switches to an exponent
// below 1e-4 and from 1e16 on, and gives exponents at least two digits.

/** `repr(x)`. */
export function floatRepr(x: number): string {
  const text = shortest(x);
  return Number.isInteger(x) && Math.abs(x) < 1e16 ? `${text}.0` : text;
}

/** As `repr`, but without the `.0` that marks an integral float: the way complex numbers print their parts. */
export function shortest(x: number): string {
  if (x === 0) return Object.is(x, -0) ? "-0" : "0";
  const size = Math.abs(x);
  if (size >= 1e-4 && size < 1e16) return String(x);
  if (size === Infinity) return x < 0 ? "-inf" : "inf";
  if (Number.isNaN(size)) return "nan";
  return padExponent(x.toExponential());
}

/** JavaScript's `1.5e+7` as Python's `1.5e+07`. */
export function padExponent(text: string): string {
  const sign = text.indexOf("e") + 1;
  return text.length - sign > 2 ? text : `${text.slice(0, sign + 1)}0${text.slice(sign + 1)}`;
}
