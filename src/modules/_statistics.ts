// _statistics: the inverse of the normal distribution.
import { def } from "../native/signature.ts";
import { valueError } from "../objects/errors.ts";
import { log } from "../objects/numeric/explog.ts";
import { defineModule } from "./module.ts";

type Coefficients = readonly number[];

// Wichura's algorithm AS241, accurate to 16 digits: a quotient of two polynomials for the middle and
// two more for the tails. The coefficients stand highest power first.
const MIDDLE: readonly [Coefficients, Coefficients] = [
  [
    2509.0809287301227, 33430.57558358813, 67265.7709270087, 45921.95393154987, 13731.69376550946, 1971.5909503065513,
    133.14166789178438, 3.3871328727963665,
  ],
  [
    5226.495278852854, 28729.085735721943, 39307.89580009271, 21213.794301586597, 5394.196021424751, 687.1870074920579,
    42.31333070160091, 1.0,
  ],
];
const NEAR: readonly [Coefficients, Coefficients] = [
  [
    0.0007745450142783414, 0.022723844989269184, 0.2417807251774506, 1.2704582524523684, 3.6478483247632045,
    5.769497221460691, 4.630337846156546, 1.4234371107496835,
  ],
  [
    1.0507500716444169e-9, 0.0005475938084995345, 0.015198666563616457, 0.14810397642748008, 0.6897673349851,
    1.6763848301838038, 2.053191626637759, 1.0,
  ],
];
const FAR: readonly [Coefficients, Coefficients] = [
  [
    2.0103343992922881e-7, 2.7115555687434876e-5, 0.0012426609473880784, 0.026532189526576124, 0.29656057182850487,
    1.7848265399172913, 5.463784911164114, 6.657904643501103,
  ],
  [
    2.0442631033899397e-15, 1.421511758316446e-7, 1.8463183175100548e-5, 0.0007868691311456133, 0.014875361290850615,
    0.1369298809227358, 0.599832206555888, 1.0,
  ],
];

const polynomial = (coefficients: Coefficients, x: number): number => coefficients.reduce((sum, c) => sum * x + c);

const undefinedThere = () => valueError("inv_cdf undefined for these parameters");

function inverse(p: number, mu: number, sigma: number): number {
  if (p <= 0 || p >= 1) throw undefinedThere();
  const q = p - 0.5;
  if (Math.abs(q) <= 0.425) {
    const r = 0.180625 - q * q;
    return mu + ((polynomial(MIDDLE[0], r) * q) / polynomial(MIDDLE[1], r)) * sigma;
  }
  const r = Math.sqrt(-log(q <= 0 ? p : 1 - p));
  const [[above, below], t] = r <= 5 ? [NEAR, r - 1.6] : [FAR, r - 5];
  const x = polynomial(above, t) / polynomial(below, t);
  return mu + (q < 0 ? -x : x) * sigma;
}

export default defineModule({
  name: "_statistics",
  doc: "The inverse of the normal distribution.",
  functions: [
    def(
      "_normal_dist_inv_cdf($module, p: float, mu: float, sigma: float, /) -> float",
      "The value below which a normally distributed one lies with the probability p.",
      (_module, p, mu, sigma) => inverse(p, mu, sigma),
    ),
  ],
});
