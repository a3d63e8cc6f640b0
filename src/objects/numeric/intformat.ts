// Int to text in the bases that Python writes.
import { reserve } from "../../heap/heap.ts";
import { valueError } from "../errors.ts";
import { chargeBits, chargeDecimal } from "./intcost.ts";
import { bitLength, type Int } from "./ints.ts";

/** So many digits come at once. */
const FEW_DIGITS = 4300;

/** `str(value)`, as long as it has at most `maxDigits` digits (0 for no limit). */
export function intRepr(value: Int, maxDigits: number): string {
  if (typeof value === "number") return String(value);
  if (maxDigits > 0 && surelyLonger(value, maxDigits)) throw tooManyDigits(maxDigits);
  if (maxDigits === 0 || maxDigits > FEW_DIGITS) chargeDecimal(bitLength(value));
  const text = value.toString();
  if (maxDigits > 0 && text.length - (value < 0n ? 1 : 0) > maxDigits) throw tooManyDigits(maxDigits);
  return text;
}

/** Spares the quadratic conversion where the number of bits already tells. */
function surelyLonger(value: bigint, maxDigits: number): boolean {
  const bits = BigInt(Math.ceil((maxDigits + 1) * 3.3219280948873626));
  return (value < 0n ? -value : value) >> bits !== 0n;
}

function tooManyDigits(maxDigits: number) {
  return valueError(
    `Exceeds the limit (${maxDigits} digits) for integer string conversion; ` +
      "use sys.set_int_max_str_digits() to increase the limit",
  );
}

const PREFIXES: Record<number, string> = { 2: "0b", 8: "0o", 16: "0x" };

/** `bin`, `oct` and `hex`: with sign and prefix. */
export function intInBase(value: Int, base: 2 | 8 | 16): string {
  if (typeof value === "bigint") {
    const bits = bitLength(value);
    reserve(bits / Math.log2(base));
    chargeBits(16 * bits);
  }
  const digits = value.toString(base);
  return value < 0 ? `-${PREFIXES[base]}${digits.slice(1)}` : PREFIXES[base] + digits;
}
