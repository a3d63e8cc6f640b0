// What arithmetic on long ints costs, charged before it is done, and the memory of its results, reserved
// before they are made. The units fit V8's bigints: quadratic while they are short, nearly linear later.
import { reserve } from "../../heap/heap.ts";
import { charge } from "../../heap/work.ts";
import { memoryError } from "../errors.ts";

/** The longest bigint that V8 holds. */
export const MAX_BITS = 2 ** 30;

/** Bits from which multiplication is no longer quadratic. */
const LONG = 2000;
/** Results up to so many bits are not asked for. */
const SHORT = 8192;

/** Asks for the room of a result with so many bits. */
export function reserveBits(bits: number): void {
  if (bits <= SHORT) return;
  if (bits > MAX_BITS) throw memoryError();
  reserve(bits / 7.5);
}

function productUnits(a: number, b: number): number {
  const shorter = Math.min(a, b);
  const longer = Math.max(a, b);
  return shorter <= LONG ? (shorter / 64) * (longer / 64) * 0.1 : longer * 0.1 * (shorter / LONG) ** 0.3;
}

/** Pays for a product of numbers with so many bits. */
export const chargeProduct = (a: number, b: number): void => charge(1 + productUnits(a, b));
/** Pays for a quotient of numbers with so many bits. */
export const chargeQuotient = (a: number, b: number): void => charge(1 + 4 * productUnits(Math.max(0, a - b), b));
/** Pays for decimal text of a number with so many bits, or for reading it. */
export const chargeDecimal = (bits: number): void => charge(1 + 10 * productUnits(bits, bits));
/** Pays for a pass over so many bits. */
export const chargeBits = (bits: number): void => charge(1 + bits / 4096);
