// Functions of complex numbers, without needless loss of digits or overflow, and with the branch
// cuts and the answers for infinities that C99's Annex G asks for.
import type { Complex } from "../objects/numeric/complexops.ts";
import { exp as realExp, log as realLog } from "../objects/numeric/explog.ts";
import { hypot2, ldexp } from "../objects/numeric/floatmath.ts";
import {
  log1p,
  asinh as realAsinh,
  cosh as realCosh,
  sinh as realSinh,
  tanh as realTanh,
} from "../objects/numeric/hyperbolic.ts";
import { atan2, cos as realCos, sin as realSin, tan as realTan } from "../objects/numeric/trig.ts";

/** What was wrong with the last call: an argument that the function has no value at, or one that is too large. */
export const fault: { kind: "domain" | "range" | null } = { kind: null };

const INF = Number.POSITIVE_INFINITY;
const LARGE = Number.MAX_VALUE / 4;
const SQRT_LARGE = Math.sqrt(LARGE);
const LOG_LARGE = Math.log(LARGE);
const SMALL = 2 ** -1022;
const SQRT_SMALL = 2 ** -511;
const LN2 = Math.LN2;

const isInfinite = (x: number): boolean => x === INF || x === -INF;
const isFinitePair = ([real, imag]: Complex): boolean => Number.isFinite(real) && Number.isFinite(imag);
const isNegative = (x: number): boolean => x < 0 || Object.is(x, -0);
const withSign = (x: number, sign: number): number => (isNegative(sign) ? -Math.abs(x) : Math.abs(x));

// Answers for arguments that are not finite: a row for each kind of real part, in it two letters for
// each kind of imaginary part. The kinds: -inf, negative, -0, 0, positive, inf, nan.
const SPECIAL = {
  acos: "cIdIdIdidicinI bI........binn bI........bibn bI........bibn bI........binn aI0I0I0i0iainI nInnnnnnnnninn",
  acosh: "ICIDIDIdIdIcIn IB........Ibnn IB........Ibnn IB........Ibnn IB........Ibnn IAIoIoI0I0IaIn InnnnnnnnnInnn",
  asinh: "iAioioi0i0iain iB........ibnn iB........ibnn IB........Ibnn IB........Ibnn IAIoIoI0I0IaIn Innnnon0nnInnn",
  atanh: "oBoBoBobobobon oB........obnn oB........obon 0B........0b0n 0B........0bnn 0B0B0B0b0b0b0n 0Bnnnnnnnn0bnn",
  cosh: "nniII0IoiinnIn nn........nnnn nn........nnn0 nn........nnn0 nn........nnnn nniiIoI0iInnIn nnnnn0n0nnnnnn",
  exp: "00oo0o00o00000 nn........nnnn nn........nnnn nn........nnnn nn........nnnn nniiIoI0iInnIn nnnnnon0nnnnnn",
  log: "ICIDIDIdIdIcIn IB........Ibnn IB........Ibnn IB........Ibnn IB........Ibnn IAIoIoI0I0IaIn InnnnnnnnnInnn",
  sinh: "nnIiioi0IInnIn nn........nnnn nn........nn0n nn........nn0n nn........nnnn nniiIoI0iInnIn nnnnnon0nnnnnn",
  sqrt: "Ii0i0i0I0IIInI Ii........IInn Ii........IInn Ii........IInn Ii........IInn IiIoIoI0I0IIIn IinnnnnnnnIInn",
  tanh: "m0m0mom0mom0m0 nn........nnnn nn........nnnn nn........nnnn nn........nnnn 10101o101o1010 nnnnnon0nnnnnn",
  rect: "nnIIi0ioIinnIn nn........nnnn 00........0000 00........0000 nn........nnnn nniiIoI0iInnIn nnnnn0n0nnnnnn",
};

const LETTERS: Record<string, number> = {
  n: Number.NaN,
  I: INF,
  i: -INF,
  "0": 0,
  o: -0,
  "1": 1,
  m: -1,
  a: Math.PI / 4,
  b: Math.PI / 2,
  c: 0.75 * Math.PI,
  d: Math.PI,
  A: -Math.PI / 4,
  B: -Math.PI / 2,
  C: -0.75 * Math.PI,
  D: -Math.PI,
};

function kindOf(x: number): number {
  if (Number.isNaN(x)) return 6;
  if (isInfinite(x)) return x > 0 ? 5 : 0;
  if (x !== 0) return x > 0 ? 4 : 1;
  return Object.is(x, -0) ? 2 : 3;
}

function special(name: keyof typeof SPECIAL, [real, imag]: Complex): Complex {
  const at = 15 * kindOf(real) + 2 * kindOf(imag);
  return [LETTERS[SPECIAL[name][at]], LETTERS[SPECIAL[name][at + 1]]];
}

const negative = ([a, b]: Complex): Complex => [-a, -b];
/** i * z, and back again. */
const turned = ([a, b]: Complex): Complex => [-b, a];
const turnedBack = ([a, b]: Complex): Complex => [b, -a];
/** The logarithm of the size of a number that is too large for hypot. */
const largeLog = (real: number, imag: number): number => realLog(hypot2(real / 2, imag / 2)) + LN2 * 2;
const isLarge = (real: number, imag: number): boolean => Math.abs(real) > LARGE || Math.abs(imag) > LARGE;

export function acos(z: Complex): Complex {
  if (!isFinitePair(z)) return special("acos", z);
  const [x, y] = z;
  if (isLarge(x, y)) {
    const size = largeLog(x, y);
    return [atan2(Math.abs(y), x), x < 0 ? -withSign(size, y) : withSign(size, -y)];
  }
  const [a, b] = sqrt([1 - x, -y]);
  const [c, d] = sqrt([1 + x, y]);
  return [2 * atan2(a, c), realAsinh(c * b - d * a)];
}

export function acosh(z: Complex): Complex {
  if (!isFinitePair(z)) return special("acosh", z);
  const [x, y] = z;
  if (isLarge(x, y)) return [largeLog(x, y), atan2(y, x)];
  const [a, b] = sqrt([x - 1, y]);
  const [c, d] = sqrt([x + 1, y]);
  return [realAsinh(a * c + b * d), 2 * atan2(b, c)];
}

export const asin = (z: Complex): Complex => turnedBack(asinh(turned(z)));

export function asinh(z: Complex): Complex {
  if (!isFinitePair(z)) return special("asinh", z);
  const [x, y] = z;
  if (isLarge(x, y)) {
    const size = largeLog(x, y);
    return [y >= 0 ? withSign(size, x) : -withSign(size, -x), atan2(y, Math.abs(x))];
  }
  const [a, b] = sqrt([1 + y, -x]);
  const [c, d] = sqrt([1 - y, x]);
  return [realAsinh(a * d - c * b), atan2(y, a * c - b * d)];
}

export const atan = (z: Complex): Complex => turnedBack(atanh(turned(z)));

export function atanh(z: Complex): Complex {
  if (!isFinitePair(z)) return special("atanh", z);
  const [x, y] = z;
  if (isNegative(x)) return negative(atanh(negative(z)));
  const size = Math.abs(y);
  if (x > SQRT_LARGE || size > SQRT_LARGE) {
    const h = hypot2(x / 2, y / 2);
    return [x / 4 / h / h, -withSign(Math.PI / 2, -y)];
  }
  if (x === 1 && size < SQRT_SMALL) {
    if (size === 0) {
      fault.kind = "domain";
      return [INF, y];
    }
    return [-realLog(Math.sqrt(size) / Math.sqrt(hypot2(size, 2))), withSign(atan2(2, -size) / 2, y)];
  }
  return [log1p((4 * x) / ((1 - x) * (1 - x) + size * size)) / 4, -atan2(-2 * y, (1 - x) * (1 + x) - size * size) / 2];
}

export const cos = ([x, y]: Complex): Complex => cosh([-y, x]);

/** An infinite answer to a finite question is too large. */
function ranged(z: Complex): Complex {
  if (isInfinite(z[0]) || isInfinite(z[1])) fault.kind = "range";
  return z;
}

/** For an infinite real part: a size with the signs of cosine and sine of the imaginary part. */
const bySigns = (size: number, y: number): Complex => [withSign(size, realCos(y)), withSign(size, realSin(y))];
const isTurnedInfinity = ([x, y]: Complex): boolean => isInfinite(x) && Number.isFinite(y) && y !== 0;

export function cosh(z: Complex): Complex {
  const [x, y] = z;
  if (!isFinitePair(z)) {
    if (isInfinite(y) && !Number.isNaN(x)) fault.kind = "domain";
    if (!isTurnedInfinity(z)) return special("cosh", z);
    const [a, b] = bySigns(INF, y);
    return x > 0 ? [a, b] : [a, -b];
  }
  if (Math.abs(x) > LOG_LARGE) {
    const less = x - withSign(1, x);
    return ranged([realCos(y) * realCosh(less) * Math.E, realSin(y) * realSinh(less) * Math.E]);
  }
  return ranged([realCos(y) * realCosh(x), realSin(y) * realSinh(x)]);
}

export function exp(z: Complex): Complex {
  const [x, y] = z;
  if (!isFinitePair(z)) {
    if (isInfinite(y) && (Number.isFinite(x) || x === INF)) fault.kind = "domain";
    return isTurnedInfinity(z) ? bySigns(x > 0 ? INF : 0, y) : special("exp", z);
  }
  if (x > LOG_LARGE) {
    const size = realExp(x - 1);
    return ranged([size * realCos(y) * Math.E, size * realSin(y) * Math.E]);
  }
  const size = realExp(x);
  return ranged([size * realCos(y), size * realSin(y)]);
}

/** The logarithm of the size. */
function logSize(x: number, y: number): number {
  if (x > LARGE || y > LARGE) return realLog(hypot2(x / 2, y / 2)) + LN2;
  if (x < SMALL && y < SMALL) {
    if (x > 0 || y > 0) return realLog(hypot2(ldexp(x, 53), ldexp(y, 53))) - 53 * LN2;
    fault.kind = "domain";
    return -INF;
  }
  const size = hypot2(x, y);
  if (size < 0.71 || size > 1.73) return realLog(size);
  const [most, least] = x > y ? [x, y] : [y, x];
  return log1p((most - 1) * (most + 1) + least * least) / 2;
}

export function log(z: Complex): Complex {
  if (!isFinitePair(z)) return special("log", z);
  return [logSize(Math.abs(z[0]), Math.abs(z[1])), atan2(z[1], z[0])];
}

export function log10(z: Complex): Complex {
  const [x, y] = log(z);
  return [x / Math.LN10, y / Math.LN10];
}

export const sin = (z: Complex): Complex => turnedBack(sinh(turned(z)));

export function sinh(z: Complex): Complex {
  const [x, y] = z;
  if (!isFinitePair(z)) {
    if (isInfinite(y) && !Number.isNaN(x)) fault.kind = "domain";
    if (!isTurnedInfinity(z)) return special("sinh", z);
    const [a, b] = bySigns(INF, y);
    return x > 0 ? [a, b] : [-a, b];
  }
  if (Math.abs(x) > LOG_LARGE) {
    const less = x - withSign(1, x);
    return ranged([realCos(y) * realSinh(less) * Math.E, realSin(y) * realCosh(less) * Math.E]);
  }
  return ranged([realCos(y) * realSinh(x), realSin(y) * realCosh(x)]);
}

export function sqrt(z: Complex): Complex {
  if (!isFinitePair(z)) return special("sqrt", z);
  const [x, y] = z;
  if (x === 0 && y === 0) return [0, y];
  let [a, b] = [Math.abs(x), Math.abs(y)];
  let s: number;
  if (a < SMALL && b < SMALL) {
    a = ldexp(a, 53);
    s = ldexp(Math.sqrt(a + hypot2(a, ldexp(b, 53))), -27);
  } else {
    a /= 8;
    s = 2 * Math.sqrt(a + hypot2(a, b / 8));
  }
  const d = b / (2 * s);
  return x >= 0 ? [s, withSign(d, y)] : [d, withSign(s, y)];
}

export const tan = (z: Complex): Complex => turnedBack(tanh(turned(z)));

export function tanh(z: Complex): Complex {
  const [x, y] = z;
  if (!isFinitePair(z)) {
    if (isInfinite(y) && Number.isFinite(x)) fault.kind = "domain";
    return isTurnedInfinity(z) ? [x > 0 ? 1 : -1, withSign(0, 2 * realSin(y) * realCos(y))] : special("tanh", z);
  }
  if (Math.abs(x) > LOG_LARGE) {
    return [withSign(1, x), 4 * realSin(y) * realCos(y) * realExp(-2 * Math.abs(x))];
  }
  const [tx, ty, cx] = [realTanh(x), realTan(y), 1 / realCosh(x)];
  const product = tx * ty;
  const below = 1 + product * product;
  return [(tx * (1 + ty * ty)) / below, (ty / below) * cx * cx];
}

/** The number of a size and an angle. */
export function rect(r: number, phi: number): Complex {
  if (!Number.isFinite(r) || !Number.isFinite(phi)) {
    if (r !== 0 && !Number.isNaN(r) && isInfinite(phi)) fault.kind = "domain";
    if (!isTurnedInfinity([r, phi])) return special("rect", [r, phi]);
    return r > 0 ? bySigns(INF, phi) : negative(bySigns(INF, phi));
  }
  return phi === 0 ? [r, r * phi] : [r * realCos(phi), r * realSin(phi)];
}
