// Reads what src/tools/pack.ts has packed: non-negative integers, five bits to a character,
// the sixth bit telling that more follow, the least significant first.

const VALUES = new Uint8Array(128);
const ALPHABET = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz-_";
for (let i = 0; i < 64; i++) VALUES[ALPHABET.charCodeAt(i)] = i;

export function unpack(text: string): number[] {
  const numbers: number[] = [];
  let value = 0;
  let scale = 1;
  for (let i = 0; i < text.length; i++) {
    const bits = VALUES[text.charCodeAt(i)];
    value += (bits & 31) * scale;
    if (bits & 32) scale *= 32;
    else {
      numbers.push(value);
      value = 0;
      scale = 1;
    }
  }
  return numbers;
}

/** Calls `visit` for each entry that was packed as (gap, stride, count, difference of value and key). */
export function unpackEntries(text: string, visit: (key: number, value: number) => void): void {
  const numbers = unpack(text);
  let key = 0;
  for (let i = 0; i < numbers.length; i += 4) {
    const [gap, stride, count, zigzag] = numbers.slice(i, i + 4);
    const difference = zigzag % 2 === 1 ? -(zigzag + 1) / 2 : zigzag / 2;
    key += gap;
    for (let n = 0; n < count; n++) visit(key + n * stride, key + n * stride + difference);
    key += (count - 1) * stride;
  }
}
