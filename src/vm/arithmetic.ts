// Arithmetic of ints that are JavaScript numbers, for operators and operands that the interpreter's
// loop does not spell out.

/** The answer of BINARY_OP `op`, in place or not; NaN when it may not fit, or is an error. */
export function arithmetic(op: number, a: number, b: number): number {
  switch (op) {
    case 0:
    case 13:
      return a + b;
    case 10:
    case 23:
      return a - b;
    case 5:
    case 18:
      return a * b + 0;
    case 6:
    case 19:
      return b > 0 && a >= 0 ? a % b : Number.NaN;
    case 2:
    case 15:
      return floorQuotient(a, b);
    case 1:
    case 14:
      return isInt32(a) && isInt32(b) ? a & b : Number.NaN;
    case 7:
    case 20:
      return isInt32(a) && isInt32(b) ? a | b : Number.NaN;
    case 12:
    case 25:
      return isInt32(a) && isInt32(b) ? a ^ b : Number.NaN;
    case 3:
    case 16:
      return b >= 0 && b < 32 ? a * ((1 << b) >>> 0) : Number.NaN;
    case 9:
    case 22:
      return b >= 0 && b < 32 && isInt32(a) ? a >> b : Number.NaN;
    default:
      return Number.NaN;
  }
}

const isInt32 = (n: number): boolean => (n | 0) === n;

/** Division by doubles is exact only for quotients of moderate size. */
function floorQuotient(a: number, b: number): number {
  const quotient = b > 0 ? Math.floor(a / b) : Number.NaN;
  return quotient <= 2 ** 32 && quotient >= -(2 ** 32) ? quotient : Number.NaN;
}
