// Arithmetic on complex constants, with CPython's formulas, so that the last bits agree.

import type { Constant } from "../bytecode/code.ts";

const complex = (real: number, imag: number): Constant => ({ type: "complex", real, imag });

function quotient(ar: number, ai: number, br: number, bi: number): Constant | null {
  const absReal = Math.abs(br);
  const absImag = Math.abs(bi);
  if (absReal >= absImag) {
    if (absReal === 0) return null;
    const ratio = bi / br;
    const denominator = br + bi * ratio;
    return complex((ar + ai * ratio) / denominator, (ai - ar * ratio) / denominator);
  }
  if (absImag >= absReal) {
    const ratio = br / bi;
    const denominator = br * ratio + bi;
    return complex((ar * ratio + ai) / denominator, (ai * ratio - ar) / denominator);
  }
  return complex(Number.NaN, Number.NaN);
}

function product(ar: number, ai: number, br: number, bi: number): [number, number] {
  return [ar * br - ai * bi, ar * bi + ai * br];
}

function smallPower(real: number, imag: number, exponent: number): Constant | null {
  let power: [number, number] = [real, imag];
  let result: [number, number] = [1, 0];
  const count = Math.abs(exponent);
  for (let mask = 1; mask > 0 && count >= mask; mask *= 2) {
    if (count & mask) result = product(...result, ...power);
    power = product(...power, ...power);
  }
  if (exponent < 0) return quotient(1, 0, ...result);
  return complex(...result);
}

function power(ar: number, ai: number, br: number, bi: number): Constant | null {
  if (bi === 0 && br === Math.floor(br) && Math.abs(br) <= 100) return finite(smallPower(ar, ai, br));
  if (br === 0 && bi === 0) return complex(1, 0);
  if (ar === 0 && ai === 0) return bi !== 0 || br < 0 ? null : complex(0, 0);
  const size = Math.hypot(ar, ai);
  const angle = Math.atan2(ai, ar);
  let length = size ** br;
  let phase = angle * br;
  if (bi !== 0) {
    length *= Math.exp(-angle * bi);
    phase += bi * Math.log(size);
  }
  return finite(complex(length * Math.cos(phase), length * Math.sin(phase)));
}

/** Python refuses a power that overflows. */
function finite(value: Constant | null): Constant | null {
  if (value?.type !== "complex") return null;
  return Number.isFinite(value.real) && Number.isFinite(value.imag) ? value : null;
}

/** `a op b`, or null. */
export function complexBinary(op: string, ar: number, ai: number, br: number, bi: number): Constant | null {
  switch (op) {
    case "Add":
      return complex(ar + br, ai + bi);
    case "Sub":
      return complex(ar - br, ai - bi);
    case "Mult":
      return complex(...product(ar, ai, br, bi));
    case "Div":
      return quotient(ar, ai, br, bi);
    case "Pow":
      return power(ar, ai, br, bi);
    default:
      return null;
  }
}
