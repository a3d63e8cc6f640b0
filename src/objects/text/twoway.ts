// Searching in linear time, whatever the texts: Crochemore and Perrin's two-way algorithm. It is slower than
// JavaScript's own search where that is quick, so it is for long needles in long texts only.

/** Units of a text or of bytes. */
export interface Units {
  readonly length: number;
  at(i: number): number;
}

export const unitsOfText = (text: string): Units => ({ length: text.length, at: (i) => text.charCodeAt(i) });
export const unitsOfBytes = (bytes: Uint8Array): Units => ({ length: bytes.length, at: (i) => bytes[i] });
/** The same units from the last to the first. */
export const reversed = ({ length, at }: Units): Units => ({ length, at: (i) => at(length - 1 - i) });

const SHORT_NEEDLE = 64;
const FEW_COMPARISONS = 2 ** 24;

/** Could a search that is not linear take long? */
export const isHard = (hay: number, needle: number): boolean =>
  needle > SHORT_NEEDLE && hay - needle > SHORT_NEEDLE && needle * hay > FEW_COMPARISONS;

/** Where the greatest suffix begins, by the order of units or by the opposite one, and its period. */
function greatestSuffix(needle: Units, sign: 1 | -1): { start: number; period: number } {
  let start = 0;
  let candidate = 1;
  let matched = 0;
  let period = 1;
  while (candidate + matched < needle.length) {
    const order = sign * (needle.at(candidate + matched) - needle.at(start + matched));
    if (order < 0) {
      candidate += matched + 1;
      matched = 0;
      period = candidate - start;
    } else if (order === 0) {
      matched++;
      if (matched === period) {
        candidate += period;
        matched = 0;
      }
    } else {
      start = candidate;
      candidate++;
      matched = 0;
      period = 1;
    }
  }
  return { start, period };
}

/** The first occurrence of a needle, which is not empty, that begins at `from` or later and ends by `end`; or -1. */
export function findLinear(hay: Units, needle: Units, from: number, end: number): number {
  const n = needle.length;
  const [a, b] = [greatestSuffix(needle, 1), greatestSuffix(needle, -1)];
  const { start: middle, period } = a.start > b.start ? a : b;
  let periodic = true;
  for (let i = 0; i < middle && periodic; i++) periodic = needle.at(i) === needle.at(i + period);
  const jump = periodic ? period : Math.max(middle, n - middle) + 1;
  // How much of the needle's beginning is known to match, after a jump by its period.
  let known = 0;
  for (let at = from; at + n <= end; ) {
    let i = Math.max(middle, known);
    while (i < n && needle.at(i) === hay.at(at + i)) i++;
    if (i < n) {
      at += i - middle + 1;
      known = 0;
      continue;
    }
    i = middle;
    while (i > known && needle.at(i - 1) === hay.at(at + i - 1)) i--;
    if (i <= known) return at;
    at += jump;
    known = periodic ? n - period : 0;
  }
  return -1;
}

/** The last occurrence of a needle that begins at `from` or later and ends by `end`; or -1. */
export function findLastLinear(hay: Units, needle: Units, from: number, end: number): number {
  const at = findLinear(reversed(hay), reversed(needle), hay.length - end, hay.length - from);
  return at < 0 ? -1 : hay.length - at - needle.length;
}
