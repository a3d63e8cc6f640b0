// Packs numbers into printable text, the inverse of text/packed.ts.

// Five bits to a character, the sixth says that more follow; the least significant come first.
const ALPHABET = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz-_";

/** Non-negative integers as text. */
export function packNumbers(numbers: Iterable<number>): string {
  const parts: string[] = [];
  for (let number of numbers) {
    while (number >= 32) {
      parts.push(ALPHABET[32 + (number % 32)]);
      number = Math.floor(number / 32);
    }
    parts.push(ALPHABET[number]);
  }
  return parts.join("");
}

/** A table as pairs (value, length of its run). */
export function packRuns(values: number[]): string {
  const pairs: number[] = [];
  for (let i = 0; i < values.length; ) {
    let end = i + 1;
    while (values[end] === values[i]) end++;
    pairs.push(values[i], end - i);
    i = end;
  }
  return packNumbers(pairs);
}
